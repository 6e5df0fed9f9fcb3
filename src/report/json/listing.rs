//! What a store holds, for other programs. Keys are stable; new ones may come.

use serde::Serialize;

use super::{Coverage, FORMAT, written};
use crate::model::{Id, Level, Status};
use crate::page::listing::Listed;
use crate::scoring;

/// The assessments as JSON.
pub fn json(rows: &[Listed]) -> String {
    written(&Listing { format: FORMAT, assessments: rows.iter().map(Item::of).collect() })
}

#[derive(Serialize)]
struct Listing<'a> {
    format: u32,
    assessments: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    team: &'a str,
    date: &'a str,
    checklist: Checklist<'a>,
    status: Status,
    level: Option<Level>,
    /// The mean, where the checklist is scored by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    max_level: Option<Level>,
    coverage: Option<Coverage>,
    path: &'a str,
}

#[derive(Serialize)]
struct Checklist<'a> {
    id: &'a Id,
    version: &'a str,
}

impl<'a> Item<'a> {
    fn of(row: &'a Listed) -> Self {
        let coverage = row.result.map(|(_, _, coverage)| Coverage::of(coverage));
        Self {
            team: &row.team,
            date: &row.date,
            checklist: Checklist { id: &row.checklist.0, version: &row.checklist.1 },
            status: row.status,
            level: row.result.map(|(grade, ..)| grade.level),
            score: row.result.and_then(|(grade, ..)| grade.score).map(scoring::as_number),
            max_level: row.result.map(|(_, max, _)| max),
            coverage,
            path: &row.path,
        }
    }
}
