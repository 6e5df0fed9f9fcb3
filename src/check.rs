//! What a gate demands of an assessment, and what of that does not hold.

use jiff::civil::Date;

use crate::diff::{Cause, diff};
use crate::model::{Answer, Id, Key, Level};
use crate::scorecard::Scorecard;
use crate::scoring::{self, Coverage, Lens};

/// What is demanded. Nothing, by default.
#[derive(Clone, Debug, Default)]
pub struct Demands {
    /// The least level.
    pub min_level: Option<Level>,
    /// Whether the least level is held against the evidenced one.
    pub evidenced: bool,
    /// The most days that the assessment may be old.
    pub max_age: Option<u32>,
    /// The least share of criteria with an answer, in per cent.
    pub min_coverage: Option<u32>,
    /// The earlier assessment of the team that nothing may have slipped since.
    pub since: Option<Scorecard>,
}

/// A demand that does not hold, and by how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The level is too low.
    Level {
        /// The level, the evidenced one where that was asked for.
        level: Level,
        /// The least.
        wanted: Level,
        /// Whether it is the evidenced level.
        evidenced: bool,
        /// The criteria up to the wanted level that hold it back, in checklist order.
        blocked_by: Vec<Id>,
    },
    /// The assessment is too old.
    Age {
        /// How many days old it is.
        days: u32,
        /// The most.
        allowed: u32,
    },
    /// Too little is answered.
    Coverage {
        /// What is.
        coverage: Coverage,
        /// The least, in per cent.
        wanted: u32,
    },
    /// The level fell through the answers; by the checklist of then, so that a new question lowers nothing.
    LevelFell {
        /// The day of then.
        since: Date,
        /// The level then.
        before: Level,
        /// The level of the present answers, by the checklist of then.
        now: Level,
    },
    /// The answers to criteria went down.
    Slipped {
        /// The day of then.
        since: Date,
        /// The criteria, in checklist order.
        criteria: Vec<Slip>,
    },
}

/// A criterion whose answer went down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The criterion, by its present id.
    pub criterion: Id,
    /// What was answered.
    pub before: Option<Answer>,
    /// What is answered now.
    pub now: Option<Answer>,
}

/// What came of holding an assessment against the demands.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// How many days old the assessment is; 0 for one of today or later.
    pub age: u32,
    /// What does not hold, in the order of [`Demands`].
    pub failures: Vec<Failure>,
}

/// Holds an assessment against the demands on the day `today`.
pub fn check(card: &Scorecard, demands: &Demands, today: Date) -> Verdict {
    let age = age(card.assessment.date, today);
    let coverage = card.score.coverage;
    let mut failures = Vec::new();
    if let Some(wanted) = demands.min_level {
        let lens = if demands.evidenced { Lens::Evidenced } else { Lens::AsGiven };
        let level = card.score.level_by(lens);
        if level < wanted {
            let blocked_by = scoring::blocking(&card.checklist, &card.assessment, wanted, lens);
            failures.push(Failure::Level { level, wanted, evidenced: demands.evidenced, blocked_by });
        }
    }
    if let Some(allowed) = demands.max_age.filter(|allowed| age > *allowed) {
        failures.push(Failure::Age { days: age, allowed });
    }
    if let Some(wanted) = demands.min_coverage.filter(|wanted| coverage.percent().unwrap_or(100) < *wanted) {
        failures.push(Failure::Coverage { coverage, wanted });
    }
    failures.extend(demands.since.iter().flat_map(|since| slipped(since, card)));
    Verdict { age, failures }
}

/// The days from one day to another; 0 where the other is not later.
fn age(from: Date, today: Date) -> u32 {
    let days = from.until(today).map_or(0, |span| span.get_days());
    u32::try_from(days).unwrap_or_default()
}

/// What has slipped since then through what the team changed: the rule of `diff --fail-on-regression`.
fn slipped(since: &Scorecard, card: &Scorecard) -> Vec<Failure> {
    let changes = diff(since, card);
    let day = since.assessment.date;
    let step = changes.steps.iter().find(|step| step.cause == Cause::We && step.to < step.from);
    let fell = step.map(|step| Failure::LevelFell { since: day, before: step.from, now: step.to });
    let slips = changes.items.iter().filter(|item| item.went_down()).filter_map(|item| match &item.key {
        Key::Criterion(id) => Some(Slip { criterion: id.clone(), before: item.old.answer, now: item.new.answer }),
        Key::Deliverable(_) | Key::Practice(_) | Key::Metric(_) | Key::Step(..) => None,
    });
    let criteria: Vec<Slip> = slips.collect();
    let slipped = (!criteria.is_empty()).then_some(Failure::Slipped { since: day, criteria });
    fell.into_iter().chain(slipped).collect()
}
