//! Many assessments of one team: where it stood at each date, and how that lies in time.

mod lane;

use jiff::civil::Date;
use semver::Version;

pub use lane::{Lane, Stand};

use crate::diff::{self, Diff};
use crate::model::checklist::{Better, Target};
use crate::model::{Counted, Id, Level, Status};
use crate::scorecard::Scorecard;
use crate::scoring::{Coverage, Grade, MetricScore, MetricStatus, Millionths};

/// Where a team stood over time, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// One point an assessment; two of one date stay in the order in which they came.
    pub points: Vec<Point>,
    /// The criteria of the newest checklist, each through all points.
    pub lanes: Vec<Lane>,
}

/// What a team said before, and up to, an assessment.
#[derive(Clone, Debug)]
pub struct Past {
    /// Where it stood at each date, that of the assessment included.
    pub history: History,
    /// The assessment before, by the same checklist.
    pub before: Option<Before>,
}

/// An assessment before another one.
#[derive(Clone, Debug)]
pub struct Before {
    /// It.
    pub card: Scorecard,
    /// What differs in the other one.
    pub diff: Diff,
}

impl Past {
    /// The past of `card`, out of the assessments of its team up to it, in whatever order they come.
    pub fn of(card: &Scorecard, cards: Vec<Scorecard>) -> Self {
        let history = History::of(cards.iter());
        let earlier = cards
            .into_iter()
            .filter(|one| one.assessment.date < card.assessment.date && one.checklist.id() == card.checklist.id());
        let before = earlier.max_by_key(|one| one.assessment.date);
        Self { history, before: before.map(|before| Before { diff: diff::diff(&before, card), card: before }) }
    }
}

/// Where a team stood at one date.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The date.
    pub date: Date,
    /// Draft or final.
    pub status: Status,
    /// The checklist that it is scored by.
    pub checklist: Id,
    /// The version of that.
    pub version: Version,
    /// The level achieved.
    pub level: Level,
    /// The mean, where the checklist is scored by it.
    pub score: Option<Millionths>,
    /// The highest there was.
    pub max_level: Level,
    /// The level if every yes without valid evidence counted as partial.
    pub evidenced_level: Level,
    /// The level if every unanswered criterion turned out to be a yes.
    pub possible_level: Level,
    /// How far it was to the next level, in whole per cent: by the mean what of it is above the level; `None` at the highest, and where nothing of it applies.
    pub progress: Option<u32>,
    /// How many criteria had an answer.
    pub coverage: Coverage,
    /// How many deliverables were ready, and how many applied.
    pub deliverables: (usize, usize),
    /// Each area that is part of no other, in checklist order: where it stood of how much, where it has criteria.
    pub areas: Vec<(Id, Option<(Grade, Level)>)>,
    /// Each metric, in checklist order.
    pub metrics: Vec<Measured>,
}

/// A metric at one date.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// Which one.
    pub id: Id,
    /// Its value, if it had one.
    pub value: Option<f64>,
    /// How that stood.
    pub status: MetricStatus,
    /// What it was held against.
    pub target: Option<Target>,
    /// The way in which it was better, where something said.
    pub better: Option<Better>,
    /// What the team measured it in, where that was not the checklist's unit.
    pub unit: Option<String>,
}

impl Measured {
    fn of(card: &Scorecard, score: &MetricScore) -> Self {
        Self {
            id: score.id.clone(),
            value: score.value,
            status: score.status,
            target: score.target,
            better: card.better(&score.id),
            unit: card.own_unit(&score.id).map(ToOwned::to_owned),
        }
    }
}

impl Point {
    fn of(card: &Scorecard) -> Self {
        let score = &card.score;
        let next = score.next.as_ref().map(|next| next.level);
        let to_next = score.levels.iter().find(|level| Some(level.level) == next);
        Self {
            date: card.assessment.date,
            status: card.assessment.status,
            checklist: card.checklist.id().clone(),
            version: card.checklist.version().clone(),
            level: score.level,
            score: score.score,
            max_level: score.max_level,
            evidenced_level: score.evidenced_level,
            possible_level: score.possible_level,
            progress: score.score.map_or_else(|| to_next.and_then(|level| level.credit.percent()), above_level),
            coverage: score.coverage,
            deliverables: (score.deliverables.ready, score.deliverables.applicable),
            areas: card.checklist.top_areas().map(|area| (area.id.clone(), area_at(card, &area.id))).collect(),
            metrics: score.metrics.iter().map(|metric| Measured::of(card, metric)).collect(),
        }
    }

    /// Where the team stood.
    pub const fn grade(&self) -> Grade {
        Grade { level: self.level, score: self.score }
    }

    /// Where an area stood of how much; `None` where the checklist did not have it, or nothing in it.
    pub fn area(&self, id: &Id) -> Option<(Grade, Level)> {
        self.areas.iter().find(|(area, _)| area == id)?.1
    }

    /// A metric; `None` where the checklist did not have it.
    pub fn metric(&self, id: &Id) -> Option<&Measured> {
        self.metrics.iter().find(|metric| metric.id == *id)
    }

    /// The value of a metric, if it had one.
    pub fn value(&self, id: &Id) -> Option<f64> {
        self.metric(id)?.value
    }
}

/// Where an area stands of how much.
fn area_at(card: &Scorecard, id: &Id) -> Option<(Grade, Level)> {
    let score = card.score.areas.iter().find(|score| score.id == *id)?;
    score.grade().zip(score.max_level)
}

/// What of a score is above its level, in whole per cent.
fn above_level(score: Millionths) -> Option<u32> {
    let whole = u64::from(Counted::WHOLE);
    u32::try_from(score % whole * 100 / whole).ok()
}

impl History {
    /// The history that the assessments of one team make, in whatever order they come.
    pub fn of<'a>(cards: impl Iterator<Item = &'a Scorecard>) -> Self {
        let mut cards: Vec<&Scorecard> = cards.collect();
        cards.sort_by_key(|card| card.assessment.date);
        Self { points: cards.iter().map(|card| Point::of(card)).collect(), lanes: lane::lanes(&cards) }
    }

    /// The metrics that ever had a value, in the order of the newest checklist, then of those before it.
    pub fn measured(&self) -> Vec<Id> {
        let mut ids: Vec<Id> = Vec::new();
        let has_data = |id: &Id| self.points.iter().any(|point| point.value(id).is_some());
        for Measured { id, .. } in self.points.iter().rev().flat_map(|point| &point.metrics) {
            if !ids.contains(id) && has_data(id) {
                ids.push(id.clone());
            }
        }
        ids
    }

    /// The areas that had criteria, in the order of the newest checklist, then of those before it.
    pub fn areas(&self) -> Vec<Id> {
        let mut ids: Vec<Id> = Vec::new();
        for (id, stood) in self.points.iter().rev().flat_map(|point| &point.areas) {
            if stood.is_some() && !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        ids
    }

    /// The checklists by which the points are scored, each with the first and the last of its points in a row.
    pub fn checklists(&self) -> Vec<(&Point, &Point)> {
        let runs = self.points.chunk_by(|one, next| one.checklist == next.checklist && one.version == next.version);
        runs.filter_map(|run| Some((run.first()?, run.last()?))).collect()
    }

    /// The highest level of any of the checklists.
    pub fn max_level(&self) -> Level {
        self.points.iter().map(|point| point.max_level).max().unwrap_or_default()
    }

    /// Where each point lies on a line of `cells`, from 0 at the first to the last cell at the last: gaps between dates
    /// are to scale. A single point lies at the start.
    pub fn places(&self, cells: usize) -> Vec<usize> {
        let Some(first) = self.points.first().map(|point| point.date) else { return Vec::new() };
        let days = |date: Date| i64::from((date - first).get_days());
        let all = self.points.last().map_or(0, |point| days(point.date));
        let last = i64::try_from(cells.saturating_sub(1)).unwrap_or_default();
        // To the nearest cell.
        let place = |date: Date| (2 * days(date) * last + all).checked_div(2 * all).unwrap_or_default();
        self.points.iter().map(|point| usize::try_from(place(point.date)).unwrap_or_default()).collect()
    }
}
