//! Two assessments compared: what we changed, what the checklist changed, what a waiver changed, and what each did to the level.
//!
//! An average that fell says nothing of why. Here every item that is told has one cause, and the level is walked from the
//! old to the new in steps, one cause at a time, each with the criteria that decided it.

mod effect;
mod item;
mod last_time;
pub mod likeness;
mod setting;
mod tally;
mod turnover;
pub mod versions;
pub mod words;

pub use last_time::LastTime;
pub use setting::{Setup, Slip};
pub use tally::{Folded, Moved, Way};

use std::collections::HashMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::findings::Finding;
use crate::model::checklist::Target;
use crate::model::{Answer, Counted, Evidence, Id, Key, Level, Reason, Window, name};
use crate::scorecard::Scorecard;
use crate::scoring::MetricStatus;
use versions::{Lineage, Succession};
use words::Run;

/// What a value was, and what it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pair<T> {
    /// In the old assessment.
    pub old: T,
    /// In the new one.
    pub new: T,
}

impl<T: PartialEq> Pair<T> {
    /// The two values side by side.
    pub const fn of(old: T, new: T) -> Self {
        Self { old, new }
    }

    /// Whether the two are not the same.
    pub fn differs(&self) -> bool {
        self.old != self.new
    }
}

impl<T: PartialOrd> Pair<T> {
    /// Which way it went; `None` where it is the same.
    pub fn way(&self) -> Option<Way> {
        if self.new > self.old {
            Some(Way::Up)
        } else if self.new < self.old {
            Some(Way::Down)
        } else {
            None
        }
    }
}

/// What came and what went between two assessments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turnover<T> {
    /// What is in the new one alone.
    pub came: Vec<T>,
    /// What is in the old one alone.
    pub went: Vec<T>,
}

/// Who or what made a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Cause {
    /// Another answer, value, note, date.
    We,
    /// A waiver that came or went, or that the checklist allows now or no longer.
    Waiver,
    /// An item that is new, retired, reworded, renamed or gates another level.
    Checklist,
}

/// What became of the answer to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// A better answer; a metric: a better value.
    Improved,
    /// A worse answer; a metric: a worse value.
    Regressed,
    /// It had no answer.
    NewlyAnswered,
    /// It has no answer any more.
    NoLongerAnswered,
    /// It counted, and does not apply now.
    Waived,
    /// It did not apply, and counts now.
    WaiverLifted,
    /// A metric's other value, where nothing says which is better.
    Changed,
    /// The same answer: what changed stands beside it, or is the checklist's doing.
    Unchanged,
}

/// Everything that differs between two assessments.
#[derive(Clone, Debug, PartialEq)]
pub struct Diff {
    /// The level.
    pub level: Pair<Level>,
    /// The way from the old level to the new, one cause after the other; only those that move it.
    pub steps: Vec<Step>,
    /// The level if every unanswered criterion turned out to be a yes.
    pub possible_level: Pair<Level>,
    /// The level if every yes without valid evidence counted as partial.
    pub evidenced_level: Pair<Level>,
    /// The level if every waived criterion counted as no.
    pub level_without_waivers: Pair<Level>,
    /// The areas whose level or progress differs, in the order of the new checklist.
    pub areas: Vec<AreaChange>,
    /// Every item that there is something to say of, once: by section, in the order of the new checklist, what was
    /// retired at the end of its section.
    pub items: Vec<Item>,
    /// The contradictions that appeared and that are gone.
    pub findings: Turnover<Finding>,
    /// The gaps that opened and that are closed.
    pub gaps: Turnover<Id>,
    /// What the two are set up with, where that differs.
    pub setup: Setup,
    /// Owners and dates that slipped.
    pub slips: Vec<Slip>,
    /// Whether the two answer different checklists, of which only what they share is compared.
    pub shared_only: bool,
    /// Whether they are of two teams, of which neither is the other's past.
    pub two_teams: bool,
    /// Whether the old one is of a later day than the new.
    pub reversed: bool,
}

/// One step on the way from the old level to the new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What moved the level.
    pub cause: Cause,
    /// The level before this cause counts.
    pub from: Level,
    /// The level once it does.
    pub to: Level,
    /// The criteria that decide it, by their present ids; retired ones by the ids that they had.
    pub because: Vec<Id>,
}

/// An area that stands elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaChange {
    /// The area.
    pub id: Id,
    /// Its level; `None` where it has no criteria or is not there.
    pub level: Pair<Option<Level>>,
    /// Its progress in whole per cent; `None` where nothing applies.
    pub progress: Pair<Option<u32>>,
}

/// What there is to say of one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its key now; of a retired item the one that it had.
    pub key: Key,
    /// What became of its answer.
    pub change: Change,
    /// Who or what made the difference.
    pub cause: Cause,
    /// What the checklist made of it; `None` where it asks the same.
    pub asked: Option<Lineage>,
    /// What was said of it.
    pub old: Side,
    /// What is said of it.
    pub new: Side,
    /// How much more a metric's value is, where both were measured alike.
    pub by: Option<f64>,
    /// What changed beside the answer.
    pub details: Details,
}

/// What one assessment says of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Side {
    /// The answer as it was given.
    pub answer: Option<Answer>,
    /// The answer as it is read: an n/a that is not allowed is the worst of its scale.
    pub read_as: Option<Answer>,
    /// What it counts for.
    pub counts: Option<Counted>,
    /// A metric's value.
    pub value: Option<f64>,
    /// How a metric stands; `None` for everything else.
    pub status: Option<MetricStatus>,
    /// The level that a criterion gates.
    pub level: Option<Level>,
    /// When it was last given or confirmed.
    pub answered: Option<Date>,
    /// Whether it was carried over and is not confirmed.
    pub to_confirm: bool,
}

/// What changed beside an answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// The note, word by word; empty where it says the same.
    pub note: Vec<Run>,
    /// Evidence that is new.
    pub evidence_added: Vec<Evidence>,
    /// Evidence that is gone.
    pub evidence_removed: Vec<Evidence>,
    /// Evidence that refers to the same and says something else of it.
    pub evidence_changed: Vec<Pair<Evidence>>,
    /// Who closes the gap.
    pub owner: Option<Pair<Option<String>>>,
    /// By when.
    pub due: Option<Pair<Option<Date>>>,
    /// Why it does not apply.
    pub reason: Option<Pair<Option<Reason>>>,
    /// Until which day that holds.
    pub until: Option<Pair<Option<Date>>>,
    /// The team's own target for a metric.
    pub target: Option<Pair<Option<Target>>>,
    /// The team's own unit for a metric.
    pub unit: Option<Pair<Option<String>>>,
    /// Over what time a metric was measured.
    pub window: Option<Pair<Option<Window>>>,
}

impl Details {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Item {
    /// The key that it had, if that was another one.
    pub fn formerly(&self) -> Option<&Key> {
        self.asked.as_ref().filter(|asked| asked.renamed()).and_then(|asked| asked.old.as_ref())
    }

    /// Whether it is a criterion whose answer counts for less now through what we changed: a worse answer, or a yes or
    /// partial that was taken away.
    pub fn went_down(&self) -> bool {
        self.way() == Some(Way::Down) && self.cause == Cause::We && matches!(self.key, Key::Criterion(_))
    }
}

impl Diff {
    /// Whether the level or any criterion went down through what we changed; what the checklist or a waiver changed is
    /// no regression, nor is an answer that was carried over.
    pub fn regression(&self) -> bool {
        // The level falls through us only where a criterion does.
        self.items.iter().any(Item::went_down)
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        let levels = [self.level, self.possible_level, self.evidenced_level, self.level_without_waivers];
        !levels.iter().any(Pair::differs)
            && self.areas.is_empty()
            && self.items.is_empty()
            && self.findings.is_empty()
            && self.gaps.is_empty()
            && self.setup.is_empty()
            && self.slips.is_empty()
    }
}

impl<T> Turnover<T> {
    /// Whether nothing came and nothing went.
    pub fn is_empty(&self) -> bool {
        self.came.is_empty() && self.went.is_empty()
    }
}

/// What differs between two assessments, each as its own checklist scores it.
pub fn diff(old: &Scorecard, new: &Scorecard) -> Diff {
    let between = Between::new(old, new);
    let levels = |of: fn(&Scorecard) -> Level| Pair::of(of(old), of(new));
    let two_teams = !name::is_same_team(&old.assessment.team, &new.assessment.team);
    Diff {
        level: levels(|card| card.score.level),
        steps: effect::steps(&between),
        possible_level: levels(|card| card.score.possible_level),
        evidenced_level: levels(|card| card.score.evidenced_level),
        level_without_waivers: levels(|card| card.score.level_without_waivers),
        areas: turnover::areas(old, new),
        items: item::items(&between),
        findings: turnover::findings(&between),
        gaps: turnover::gaps(&between),
        setup: Setup::of(&old.assessment, &new.assessment),
        slips: if two_teams { Vec::new() } else { setting::slips(&between) },
        shared_only: between.shared_only,
        two_teams,
        reversed: old.assessment.date > new.assessment.date,
    }
}

/// The two assessments, and which item of the one is which of the other.
struct Between<'a> {
    old: &'a Scorecard,
    new: &'a Scorecard,
    asked: Succession,
    /// The present key of every old item that is still asked.
    now: HashMap<Key, Key>,
    shared_only: bool,
}

impl<'a> Between<'a> {
    fn new(old: &'a Scorecard, new: &'a Scorecard) -> Self {
        let asked = versions::compare(&old.checklist, &new.checklist);
        let now = asked.items.iter().filter_map(|item| item.old.clone().zip(item.new.clone())).collect();
        Self { old, new, asked, now, shared_only: old.checklist.id() != new.checklist.id() }
    }

    /// The present key of an old item; of a retired one its own.
    fn present(&self, key: Key) -> Key {
        self.now.get(&key).cloned().unwrap_or(key)
    }

    /// The present id of an old criterion; of a retired one its own.
    fn criterion(&self, id: &Id) -> Id {
        match self.present(Key::Criterion(id.clone())) {
            Key::Criterion(now) => now,
            Key::Deliverable(_) | Key::Practice(_) | Key::Metric(_) | Key::Step(..) => id.clone(),
        }
    }
}
