//! What the answers amount to: gated levels, progress, coverage, areas, roles, deliverables, metrics, loops.
//!
//! Pure, and without a clock: "today" is the assessment's date. Only criteria decide a level, and a level is never an
//! average: one criterion that is not met holds it, and every level above it, back.

mod breakdown;
mod credit;
mod gate;
mod mean;

pub use breakdown::metric;
pub use gate::{Lens, counts_as, effective, is_met, read_as};
pub use mean::Millionths;

use std::collections::HashSet;
use std::fmt;

use crate::model::checklist::{Criterion, Rule};
use crate::model::{Assessment, Checklist, Counted, Entry, Id, Level};

/// What the answer to a criterion counts for.
type Counts<'a> = &'a dyn Fn(&Criterion) -> Option<Counted>;

/// The score of an assessment, with the target level that the assessment names, else the next.
pub fn score(checklist: &Checklist, assessment: &Assessment) -> Score {
    score_to(checklist, assessment, None)
}

/// The score of an assessment with `target` as its target level, where there is one; never above the highest level.
pub fn score_to(checklist: &Checklist, assessment: &Assessment, target: Option<Level>) -> Score {
    let read = |lens: Lens| move |item: &Criterion| lens.read(checklist, item, assessment);
    let level_as = |lens: Lens| level_if(checklist, read(lens));
    let level = level_as(Lens::AsGiven);
    let given = read(Lens::AsGiven);
    let gate = gate::highest(checklist, given);
    let max_level = checklist.max_level();
    let levels = checklist.parts().levels.iter();
    let levels: Vec<LevelScore> =
        levels.map(|def| breakdown::level(checklist, &given, def.level, def.level <= gate)).collect();
    let next = levels.iter().find(|score| score.level > gate);
    let next = next.map(|score| Next { level: score.level, remaining: score.blocking.clone() });
    Score {
        level,
        gate,
        score: by_mean(checklist).then(|| mean::of_all(checklist, &given).unwrap_or_default()),
        max_level,
        possible_level: level_as(Lens::Possible),
        level_without_waivers: level_as(Lens::WithoutWaivers),
        evidenced_level: level_as(Lens::Evidenced),
        target_level: target.or(assessment.target_level).unwrap_or(level.above()).min(max_level),
        coverage: breakdown::coverage(checklist, assessment),
        levels,
        areas: breakdown::areas(checklist, assessment, &given),
        roles: breakdown::roles(checklist, assessment),
        deliverables: breakdown::deliverables(checklist, assessment),
        metrics: checklist.parts().metrics.iter().map(|item| metric(item, assessment)).collect(),
        loops: breakdown::loops(checklist, assessment),
        next,
    }
}

/// Where a team or an area stands: its level, or where the checklist is scored by the mean, that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grade {
    /// The level.
    pub level: Level,
    /// The mean, where the checklist is scored by it.
    pub score: Option<Millionths>,
}

impl Grade {
    /// The level, where there is no room for more: of a mean all of it that is whole.
    pub fn whole(self) -> Level {
        self.score.map_or(self.level, |score| mean::level(Some(score)))
    }
}

impl fmt::Display for Grade {
    /// Writes the level, `1`, or the score in two decimals, `1.63`: to the nearest, but never up to a level that is not
    /// reached.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(score) = self.score else { return self.level.fmt(f) };
        let whole = u64::from(Counted::WHOLE);
        let hundredth = whole / 100;
        let nearest = (score % whole + hundredth / 2) / hundredth;
        write!(f, "{}.{:02}", score / whole, nearest.min(99))
    }
}

/// A score as a number of up to six decimals.
pub fn as_number(score: Millionths) -> f64 {
    // Whole and rest apart, each of which a float has exactly, or as near as six decimals need.
    let whole = u64::from(Counted::WHOLE);
    let part = |of: u64| u32::try_from(of).map_or(f64::MAX, f64::from);
    part(score / whole) + part(score % whole) / f64::from(Counted::WHOLE)
}

/// Whether the level of a checklist is a mean, and not the gate's.
pub(crate) fn by_mean(checklist: &Checklist) -> bool {
    checklist.parts().scoring.rule == Rule::Mean
}

/// Whether what `entry` says was due before the assessment's date and is not met, where `counted` is its answer as it counts.
pub fn is_overdue(assessment: &Assessment, entry: &Entry, counted: Option<Counted>) -> bool {
    entry.due.is_some_and(|due| due < assessment.date) && !is_met(counted)
}

/// The criteria up to `wanted` that keep it from being reached, as `lens` has the answers, in checklist order; of a level
/// that is waived as a whole all.
pub fn blocking(checklist: &Checklist, assessment: &Assessment, wanted: Level, lens: Lens) -> Vec<Id> {
    let levels = checklist.parts().levels.iter().filter(|def| def.level <= wanted);
    let blocking = levels.flat_map(|def| {
        let criteria = checklist.criteria_of(def.level).map(|item| (item, lens.read(checklist, item, assessment)));
        gate::blocking(&criteria.collect::<Vec<_>>())
    });
    blocking.collect()
}

/// The level that the answers which `read` gives would achieve: by the gate, or where the checklist says so by the mean.
pub fn level_if(checklist: &Checklist, read: impl Fn(&Criterion) -> Option<Counted>) -> Level {
    if by_mean(checklist) {
        mean::level(mean::of_all(checklist, &read)).min(checklist.max_level())
    } else {
        gate::highest(checklist, read)
    }
}

/// Points out of applicable items: what each answer counts for, yes 1, partial ½ and all else 0 by the built-in scale; what is
/// waived is on neither side.
///
/// Kept in millionths, so that no rounding error can ever move a per cent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    millionths: u64,
    applicable: u32,
}

/// The whole score of one assessment by one checklist.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// The highest level achieved; where the checklist is scored by the mean, that rounded down.
    pub level: Level,
    /// The highest level that the gate gives, however the checklist is scored.
    pub gate: Level,
    /// The mean of the areas' scores, where the checklist is scored by it.
    pub score: Option<Millionths>,
    /// The highest level of the checklist.
    pub max_level: Level,
    /// The level if every unanswered criterion turned out to be a yes.
    pub possible_level: Level,
    /// The level if every waived criterion counted as no.
    pub level_without_waivers: Level,
    /// The level if every yes without valid evidence counted as partial.
    pub evidenced_level: Level,
    /// The level that the plan leads to.
    pub target_level: Level,
    /// How many criteria are answered.
    pub coverage: Coverage,
    /// Each level, from 1.
    pub levels: Vec<LevelScore>,
    /// Each area, in checklist order.
    pub areas: Vec<AreaScore>,
    /// Each role, in checklist order.
    pub roles: Vec<RoleScore>,
    /// The deliverables.
    pub deliverables: DeliverableScore,
    /// Each metric, in checklist order.
    pub metrics: Vec<MetricScore>,
    /// Each loop, in checklist order.
    pub loops: Vec<LoopScore>,
    /// What is left to the next level; `None` at the highest.
    pub next: Option<Next>,
}

impl Score {
    /// Where the team stands.
    pub const fn grade(&self) -> Grade {
        Grade { level: self.level, score: self.score }
    }

    /// The level that a lens on the answers gives.
    pub const fn level_by(&self, lens: Lens) -> Level {
        match lens {
            Lens::AsGiven => self.level,
            Lens::Possible => self.possible_level,
            Lens::Evidenced => self.evidenced_level,
            Lens::WithoutWaivers => self.level_without_waivers,
        }
    }

    /// The levels that other readings of the answers give, where they differ from the level.
    pub fn other_readings(&self) -> impl Iterator<Item = (Lens, Level)> {
        let lenses = [Lens::Possible, Lens::Evidenced, Lens::WithoutWaivers];
        lenses.into_iter().map(|lens| (lens, self.level_by(lens))).filter(|(_, other)| *other != self.level)
    }

    /// What is left to the next level; `None` at the highest.
    pub fn next_level(&self) -> Option<&LevelScore> {
        self.levels.iter().find(|score| score.level > self.gate)
    }

    /// Whether the next level is not achieved because all its criteria are waived.
    pub fn next_is_waived(&self) -> bool {
        self.next_level().is_some_and(|next| next.state() == LevelState::AllWaived)
    }
}

/// How many criteria have an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Criteria with an answer, n/a included.
    pub answered: usize,
    /// All criteria.
    pub total: usize,
    /// Answers carried over from an earlier assessment and not confirmed yet.
    pub to_confirm: usize,
}

impl Coverage {
    /// How much is answered, in whole per cent rounded down; `None` where there is nothing to answer.
    pub fn percent(self) -> Option<u32> {
        let share = self.answered.saturating_mul(100).checked_div(self.total)?;
        u32::try_from(share).ok()
    }

    /// Criteria without an answer.
    pub fn open(self) -> usize {
        self.total.saturating_sub(self.answered)
    }
}

/// One level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelScore {
    /// The level.
    pub level: Level,
    /// Whether it and every level below it are met.
    pub achieved: bool,
    /// The credit over its criteria.
    pub credit: Credit,
    /// How many of its criteria are met.
    pub met: usize,
    /// How many criteria it has, waived ones included.
    pub total: usize,
    /// Whether all that gates it is waived, which is not enough.
    pub waived: bool,
    /// Its own criteria that keep it from being achieved, in checklist order; all of them where every one is waived.
    pub blocking: Vec<Id>,
}

/// Whether a level is achieved, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelState {
    /// It is, and so is every level below it.
    Achieved,
    /// Its own criteria are met; a level below it is not achieved.
    HeldBack,
    /// All its criteria are waived, which is not enough.
    AllWaived,
    /// Criteria of its own are open.
    Blocked,
}

impl LevelScore {
    /// Whether it is achieved, and if not, why.
    pub fn state(&self) -> LevelState {
        if self.achieved {
            LevelState::Achieved
        } else if self.waived {
            LevelState::AllWaived
        } else if self.blocking.is_empty() {
            LevelState::HeldBack
        } else {
            LevelState::Blocked
        }
    }

    /// How many criteria are met, how many apply, and how many are waived.
    pub fn counts(&self) -> (usize, usize, usize) {
        let applicable = usize::try_from(self.credit.applicable()).unwrap_or(self.total);
        (self.met, applicable, self.total.saturating_sub(applicable))
    }
}

/// One area: the same gate over its criteria and those of the areas in it, levels in which none of them applies passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaScore {
    /// The area.
    pub id: Id,
    /// The highest level that it achieves, `None` where it has no criteria.
    pub level: Option<Level>,
    /// The highest level in which it has criteria, `None` where it has none.
    pub max_level: Option<Level>,
    /// Where the checklist is scored by the mean: for every level the mean credit of the criteria that apply there, added up;
    /// `None` where none applies.
    pub score: Option<Millionths>,
    /// The credit over its criteria.
    pub credit: Credit,
    /// The credit over the practices of the roles that work in it; all there is to say of an area without criteria.
    pub practices: Credit,
}

impl AreaScore {
    /// Where the area stands; `None` where nothing of it applies.
    pub fn grade(&self) -> Option<Grade> {
        Some(Grade { level: self.level?, score: self.score })
    }
}

/// The practices of one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleScore {
    /// The role.
    pub id: Id,
    /// The credit over its practices.
    pub credit: Credit,
    /// How many of them have an answer.
    pub answered: usize,
    /// How many it has.
    pub total: usize,
}

/// The deliverables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeliverableScore {
    /// In use and up to date.
    pub ready: usize,
    /// Not waived.
    pub applicable: usize,
    /// All.
    pub total: usize,
    /// With an answer, n/a included.
    pub answered: usize,
}

/// One metric.
#[derive(Clone, Debug, PartialEq)]
pub struct MetricScore {
    /// The metric.
    pub id: Id,
    /// Its value, in its unit.
    pub value: Option<f64>,
    /// The target that it is held against: the team's own, else the checklist's.
    pub target: Option<crate::model::checklist::Target>,
    /// How it stands.
    pub status: MetricStatus,
}

/// How a metric stands against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MetricStatus {
    /// Better than its target.
    OnTarget,
    /// Not better than its target.
    OffTarget,
    /// It has a value, and nobody set a target.
    Tracked,
    /// It has no value.
    NoData,
}

/// One improvement loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoopScore {
    /// The loop.
    pub id: Id,
    /// The first step that is not a yes; `None` when the loop turns.
    pub broken_at: Option<Id>,
    /// How many steps have an answer.
    pub answered: usize,
    /// How many steps it has.
    pub total: usize,
}

impl LoopScore {
    /// Whether every step is a yes.
    pub fn turns(&self) -> bool {
        self.broken_at.is_none()
    }
}

/// What is left to the next level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The next level.
    pub level: Level,
    /// The criteria that block it.
    pub remaining: Vec<Id>,
}

/// The links of a list, a repeated one only the first time: a link written twice must not count twice.
pub(crate) fn each_once(links: &[Id]) -> impl Iterator<Item = &Id> {
    let mut seen = HashSet::new();
    links.iter().filter(move |id| seen.insert(*id))
}
