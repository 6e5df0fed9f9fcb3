//! What a store holds: its assessments, and the checklists that can be chosen.

use std::sync::Arc;

use super::document::{Cell, Document, Kind, Line, Table, quote};
use crate::i18n::{Lang, say};
use crate::model::{Checklist, Level, Status};
use crate::scoring::Coverage;
use crate::style::Meaning;

/// An assessment of the list.
#[derive(Clone, Debug)]
pub struct Listed {
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

/// The assessments of the store at `root`.
pub fn assessments<'a>(rows: &'a [Listed], root: &'a str, lang: Lang) -> Document<'a> {
    let mut table = Table::new(&[
        (say::team(lang), Kind::Words),
        (say::date(lang), Kind::Words),
        (say::status(lang), Kind::Words),
        (say::level_column(lang), Kind::Words),
        (say::answered(lang), Kind::Words),
        (say::file(lang), Kind::Title),
    ]);
    table.wide = true;
    for row in rows {
        let (level, answered) = row.result.map_or_else(
            || (say::unknown(lang).to_owned(), String::new()),
            |(level, max, coverage)| (format!("{level}/{max}"), format!("{}/{}", coverage.answered, coverage.total)),
        );
        table.row([
            Cell::from(Line::theirs(&row.team).meaning(Meaning::Title)),
            Line::ours(&*row.date).into(),
            Line::ours(row.status.term(lang)).into(),
            Line::ours(level).into(),
            Line::ours(answered).into(),
            Line::theirs(&row.short).meaning(Meaning::Muted).into(),
        ]);
    }
    let mut page = Document::default();
    page.push(Line::said(&say::store(lang, quote(root))).meaning(Meaning::Muted));
    page.push(table);
    page
}

/// A checklist of the list.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The checklist.
    pub checklist: Arc<Checklist>,
    /// Its file; `None` for one that comes with the program.
    pub file: Option<String>,
    /// Whether its id leads to another one.
    pub shadowed: bool,
}

/// The checklists that can be chosen.
pub fn checklists(rows: &[Choice], lang: Lang) -> Document<'_> {
    let mut table = Table::new(&[
        ("id", Kind::Words),
        (say::version(lang), Kind::Words),
        (say::title(lang), Kind::Words),
        (say::criteria(lang), Kind::Words),
        (say::from(lang), Kind::Title),
    ]);
    table.wide = true;
    for row in rows {
        let parts = row.checklist.parts();
        let from = match &row.file {
            Some(file) => Line::theirs(file),
            None => Line::ours(say::built_in(lang)),
        };
        let from = if row.shadowed { from.and_ours(say::shadowed(lang)) } else { from };
        table.row([
            Cell::from(Line::ours(parts.id.to_string()).meaning(Meaning::Title)),
            Line::ours(parts.version.to_string()).into(),
            Line::theirs(parts.title.get(lang)).into(),
            Line::ours(parts.criteria.len().to_string()).into(),
            from.meaning(Meaning::Muted).into(),
        ]);
    }
    Document { blocks: vec![table.into()] }
}
