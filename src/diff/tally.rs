//! What a comparison comes to: how much went up and down, and what of it is told only where all is asked for.

use super::{Cause, Change, Diff, Item};
use crate::model::{Counted, Key, Section, Worth};
use crate::scoring::MetricStatus;

/// Which way something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It counts for more, or is on target now.
    Up,
    /// It counts for less, or is off target now.
    Down,
}

/// How many went up, and how many down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// How many went up.
    pub up: usize,
    /// How many went down.
    pub down: usize,
}

/// What is told as a count before all is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folded {
    /// Evidence that was renewed, added or taken away beside the same answer.
    Evidence,
    /// A metric that moved on one side of its target, or has none.
    Drift,
    /// A note beside the same answer.
    Note,
    /// An owner, a date, a reason or a target beside the same answer, where nothing slipped.
    Beside,
    /// An item that the checklist only words otherwise, or that is no criterion and is asked now or no longer.
    Checklist,
}

impl Folded {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 5] = [Self::Evidence, Self::Drift, Self::Note, Self::Beside, Self::Checklist];
}

impl Item {
    /// Which way its answer went; of a metric whether it crossed its target.
    pub fn way(&self) -> Option<Way> {
        let counts =
            |counted: Option<Counted>| counted.is_some_and(|counted| matches!(counted.worth, Worth::Met | Worth::Part));
        if let Key::Metric(_) = self.key {
            return match (self.old.status, self.new.status) {
                (Some(MetricStatus::OffTarget), Some(MetricStatus::OnTarget)) => Some(Way::Up),
                (Some(MetricStatus::OnTarget), Some(MetricStatus::OffTarget)) => Some(Way::Down),
                _ => None,
            };
        }
        let criterion = matches!(self.key, Key::Criterion(_));
        match self.change {
            _ if self.cause == Cause::Checklist => None,
            Change::Improved => Some(Way::Up),
            Change::Regressed => Some(Way::Down),
            // To a level, a criterion without an answer is one that is not met; of anything else nobody knows how it stood.
            Change::NewlyAnswered => (criterion && counts(self.new.counts)).then_some(Way::Up),
            Change::NoLongerAnswered => (criterion && counts(self.old.counts)).then_some(Way::Down),
            Change::Waived | Change::WaiverLifted | Change::Changed | Change::Unchanged => None,
        }
    }

    /// What became of it, as people are told: a metric that nobody holds against a target went neither up nor down.
    pub fn told(&self) -> Change {
        match self.change {
            Change::Improved | Change::Regressed if self.new.status == Some(MetricStatus::Tracked) => Change::Changed,
            change => change,
        }
    }

    /// What it is counted as before all is asked for; `None` where it is told by itself.
    pub fn folded(&self) -> Option<Folded> {
        let details = &self.details;
        let evidence =
            [details.evidence_added.len(), details.evidence_removed.len(), details.evidence_changed.len()] != [0; 3];
        let asked = self.asked.as_ref();
        let moved = asked.is_some_and(|asked| asked.moved.is_some() || asked.old.is_none() || asked.new.is_none());
        match (&self.key, self.change) {
            (Key::Criterion(_), _) if moved => None,
            (Key::Metric(_), _) if self.way().is_some() || details.unit.is_some() || details.window.is_some() => None,
            (Key::Metric(_), Change::NewlyAnswered | Change::NoLongerAnswered) if !moved => {
                let side = if self.change == Change::NewlyAnswered { self.new } else { self.old };
                (side.status == Some(MetricStatus::Tracked)).then_some(Folded::Drift)
            }
            (Key::Metric(_), Change::Improved | Change::Regressed | Change::Changed) => Some(Folded::Drift),
            (_, Change::Unchanged) if evidence => Some(Folded::Evidence),
            (_, Change::Unchanged) if !details.note.is_empty() => Some(Folded::Note),
            (_, Change::Unchanged) if !details.is_empty() => Some(Folded::Beside),
            (_, Change::Unchanged) => Some(Folded::Checklist),
            _ if moved => Some(Folded::Checklist),
            _ => None,
        }
    }
}

impl Diff {
    /// How many items of a section went up and down; of metrics how many crossed their targets.
    pub fn moved(&self, section: Section) -> Moved {
        let ways = self.items.iter().filter(|item| item.key.section() == section).filter_map(Item::way);
        ways.fold(Moved::default(), |moved, way| match way {
            Way::Up => Moved { up: moved.up + 1, ..moved },
            Way::Down => Moved { down: moved.down + 1, ..moved },
        })
    }

    /// How many items are told as a count of that kind; what slipped is told by itself.
    pub fn count_of(&self, folded: Folded) -> usize {
        let slipped = |item: &Item| self.slips.iter().any(|slip| slip.key == item.key);
        self.items
            .iter()
            .filter(|item| item.folded() == Some(folded) && !(folded == Folded::Beside && slipped(item)))
            .count()
    }
}
