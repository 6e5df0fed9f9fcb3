//! What a store holds: its assessments, and the checklists that can be chosen.

use serde::Serialize;

use super::json;
use super::sheet::{Paper, Sheet};
use super::table::{Column, Table};
use crate::i18n::{report as r, terms};
use crate::model::{Level, Status};
use crate::scoring::Coverage;
use crate::style::Meaning;
use crate::text::one_line;

/// An assessment of the list.
#[derive(Clone, Debug)]
pub struct Row {
    /// The team.
    pub team: String,
    /// The day.
    pub date: String,
    /// Draft or final.
    pub status: Status,
    /// The level and the highest, and how much is answered; `None` where the checklist cannot be read.
    pub result: Option<(Level, Level, Coverage)>,
    /// The file.
    pub path: String,
    /// The file below the store.
    pub short: String,
}

/// The assessments of the store at `root`; wider than the paper, up to `most`, where a path needs it.
pub fn list(rows: &[Row], root: &str, paper: Paper, most: usize) -> Sheet {
    let lang = paper.lang;
    let mut table = Table::new(&[
        (r::team(lang), Column::Fit),
        (r::date(lang), Column::Fit),
        (r::status(lang), Column::Fit),
        (r::level(lang), Column::Fit),
        (r::answered(lang), Column::Fit),
        (r::file(lang), Column::Rest),
    ]);
    for row in rows {
        let (level, answered) = row.result.map_or_else(
            || (r::unknown(lang).to_owned(), String::new()),
            |(level, max, coverage)| (format!("{level}/{max}"), format!("{}/{}", coverage.answered, coverage.total)),
        );
        table.row([
            (one_line(&row.team), Meaning::Title),
            (row.date.clone(), Meaning::Body),
            (row.status.term(lang).to_owned(), Meaning::Body),
            (level, Meaning::Body),
            (answered, Meaning::Body),
            (one_line(&row.short), Meaning::Muted),
        ]);
    }
    let mut sheet = wide(&table, paper, most);
    sheet.text(0, &r::home_store(lang, root), Meaning::Muted);
    table.draw(&mut sheet);
    sheet
}

/// A page as wide as a table needs.
fn wide(table: &Table, paper: Paper, most: usize) -> Sheet {
    Sheet::new(Paper { width: table.natural().clamp(paper.width.min(most), most), ..paper })
}

/// The assessments as JSON.
pub fn listing(rows: &[Row]) -> String {
    json::written(&Listing { format: json::FORMAT, assessments: rows.iter().map(Item::of).collect() })
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
    coverage: Option<json::Coverage>,
    path: &'a str,
}

impl<'a> Item<'a> {
    fn of(row: &'a Row) -> Self {
        let coverage = row.result.map(|(_, _, coverage)| json::Coverage::of(coverage));
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

/// A checklist of the list.
#[derive(Clone, Debug)]
pub struct ChecklistRow {
    /// Its id.
    pub id: String,
    /// The version of its content.
    pub version: String,
    /// Its title.
    pub title: String,
    /// How many criteria it has.
    pub criteria: usize,
    /// Its file; `None` for one that comes with the program.
    pub file: Option<String>,
    /// Whether another one of the same id is found before it.
    pub shadowed: bool,
}

/// The checklists that can be chosen; wider than the paper, up to `most`, where a path needs it.
pub fn checklists(rows: &[ChecklistRow], paper: Paper, most: usize) -> Sheet {
    let lang = paper.lang;
    let mut table = Table::new(&[
        ("id", Column::Fit),
        (r::version(lang), Column::Fit),
        (r::title(lang), Column::Fit),
        (terms::criteria(lang), Column::Fit),
        (r::from(lang), Column::Rest),
    ]);
    for row in rows {
        let mut from = row.file.as_deref().map_or_else(|| r::built_in(lang).to_owned(), one_line);
        if row.shadowed {
            from = format!("{from} · {}", r::shadowed(lang));
        }
        table.row([
            (row.id.clone(), Meaning::Title),
            (row.version.clone(), Meaning::Body),
            (one_line(&row.title), Meaning::Body),
            (row.criteria.to_string(), Meaning::Body),
            (from, Meaning::Muted),
        ]);
    }
    let mut sheet = wide(&table, paper, most);
    table.draw(&mut sheet);
    sheet
}
