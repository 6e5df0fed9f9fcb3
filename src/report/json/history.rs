//! A history as JSON, for other programs. Keys are stable; new ones may come.

use serde::Serialize;

use super::{Coverage, FORMAT, written};
use crate::diff::Way;
use crate::history::{Lane, Measured, Point, Stand};
use crate::model::{Id, Level, Status};
use crate::page::trend::Trend;
use crate::scoring::{self, Grade, MetricStatus};

/// The history, oldest first, indented, with a line feed at its end.
pub fn json(trend: Trend<'_>) -> String {
    written(&Document {
        format: FORMAT,
        team: trend.team,
        points: trend.history.points.iter().map(|point| Item::of(point, point.date > trend.today)).collect(),
        criteria: trend.history.lanes.iter().map(|lane| Criterion::of(lane, &trend.history.points)).collect(),
    })
}

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    team: &'a str,
    points: Vec<Item<'a>>,
    criteria: Vec<Criterion<'a>>,
}

/// A criterion of the newest checklist through all points.
#[derive(Serialize)]
struct Criterion<'a> {
    id: &'a Id,
    level: Level,
    /// At each point how it counts: an answer, `unanswered`, or `not-asked`.
    answers: Vec<&'static str>,
    turns: Vec<Turn>,
}

/// Where a criterion slipped, or came back to what it was.
#[derive(Serialize)]
struct Turn {
    date: String,
    way: &'static str,
}

impl<'a> Criterion<'a> {
    fn of(lane: &'a Lane, points: &[Point]) -> Self {
        let answer = |stand: &Stand| match stand {
            Stand::NotAsked => "not-asked",
            Stand::Asked(None) => "unanswered",
            Stand::Asked(Some((answer, _))) => answer.word(),
        };
        let turn = |(nth, way): (usize, Way)| {
            let date = points.get(nth)?.date.to_string();
            Some(Turn { date, way: if way == Way::Down { "slipped" } else { "back" } })
        };
        Self {
            id: &lane.id,
            level: lane.level,
            answers: lane.at.iter().map(answer).collect(),
            turns: lane.turns().into_iter().filter_map(turn).collect(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct Item<'a> {
    date: String,
    future: bool,
    status: Status,
    checklist: Checklist<'a>,
    level: Level,
    /// The mean, where the checklist is scored by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    max_level: Level,
    evidenced_level: Level,
    possible_level: Level,
    progress_percent: Option<u32>,
    coverage: Coverage,
    deliverables: Deliverables,
    areas: Vec<Area<'a>>,
    metrics: Vec<Metric<'a>>,
}

#[derive(Serialize)]
struct Checklist<'a> {
    id: &'a Id,
    version: String,
}

#[derive(Serialize)]
struct Deliverables {
    ready: usize,
    applicable: usize,
}

/// An area that is part of no other; without levels where it had no criteria.
#[derive(Serialize)]
struct Area<'a> {
    id: &'a Id,
    level: Option<Level>,
    max_level: Option<Level>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
}

impl<'a> Area<'a> {
    fn of((id, stood): &'a (Id, Option<(Grade, Level)>)) -> Self {
        Self {
            id,
            level: stood.map(|(grade, _)| grade.level),
            max_level: stood.map(|(_, max)| max),
            score: stood.and_then(|(grade, _)| grade.score).map(scoring::as_number),
        }
    }
}

#[derive(Serialize)]
struct Metric<'a> {
    id: &'a Id,
    value: Option<f64>,
    status: MetricStatus,
    /// What the team measured it in, where that is not the checklist's unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
}

impl<'a> Metric<'a> {
    fn of(metric: &'a Measured) -> Self {
        Self { id: &metric.id, value: metric.value, status: metric.status, unit: metric.unit.as_deref() }
    }
}

impl<'a> Item<'a> {
    pub(super) fn of(point: &'a Point, future: bool) -> Self {
        let (ready, applicable) = point.deliverables;
        Self {
            date: point.date.to_string(),
            future,
            status: point.status,
            checklist: Checklist { id: &point.checklist, version: point.version.to_string() },
            level: point.level,
            score: point.score.map(scoring::as_number),
            max_level: point.max_level,
            evidenced_level: point.evidenced_level,
            possible_level: point.possible_level,
            progress_percent: point.progress,
            coverage: Coverage::of(point.coverage),
            deliverables: Deliverables { ready, applicable },
            areas: point.areas.iter().map(Area::of).collect(),
            metrics: point.metrics.iter().map(Metric::of).collect(),
        }
    }
}
