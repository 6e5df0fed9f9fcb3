//! What a store holds, for other programs. Keys are stable; new ones may come.

use serde::Serialize;

use super::{Coverage, FORMAT, written};
use crate::model::{Level, Status};
use crate::page::listing::Listed;

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
    status: Status,
    level: Option<Level>,
    max_level: Option<Level>,
    coverage: Option<Coverage>,
    path: &'a str,
}

impl<'a> Item<'a> {
    fn of(row: &'a Listed) -> Self {
        let coverage = row.result.map(|(_, _, coverage)| Coverage::of(coverage));
        Self {
            team: &row.team,
            date: &row.date,
            status: row.status,
            level: row.result.map(|(level, ..)| level),
            max_level: row.result.map(|(_, max, _)| max),
            coverage,
            path: &row.path,
        }
    }
}
