//! What a store holds: its assessments, where its teams stand, and the checklists that can be chosen.

use std::sync::Arc;

use super::document::{Cell, Document, Kind, Line, Table, quote};
use crate::i18n::{Lang, say};
use crate::model::{Checklist, Id, Level, Status, name};
use crate::portfolio::Standing;
use crate::scoring::{Coverage, Grade};
use crate::style::Meaning;
use crate::text::one_line;
use crate::wording;

/// An assessment of the list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The team.
    pub team: String,
    /// The day.
    pub date: String,
    /// The checklist that it answers, and the version.
    pub checklist: (Id, String),
    /// Draft or final.
    pub status: Status,
    /// The level and the highest, and how much is answered; `None` where the checklist cannot be read.
    pub result: Option<(Grade, Level, Coverage)>,
    /// The file.
    pub path: String,
    /// The file below the store.
    pub short: String,
}

/// The assessments of the store at `root`.
pub fn assessments<'a>(rows: &'a [Listed], root: &'a str, lang: Lang) -> Document<'a> {
    // Where every team has one, it is told by `score`.
    let several = rows.windows(2).any(|pair| match pair {
        [one, next] => name::is_same_team(&one.team, &next.team) && one.checklist.0 != next.checklist.0,
        _ => false,
    });
    let mut columns = vec![
        (say::team(lang), Kind::Words),
        (say::date(lang), Kind::Words),
        (say::status(lang), Kind::Words),
        (say::level_column(lang), Kind::Words),
        (say::answered(lang), Kind::Words),
        (say::file(lang), Kind::Title),
    ];
    if several {
        columns.insert(1, (say::checklist(lang), Kind::Words));
    }
    let mut table = Table::new(&columns);
    table.wide = true;
    for row in rows {
        let (level, answered) = row.result.map_or_else(
            || (say::unknown(lang).to_owned(), String::new()),
            |(grade, max, coverage)| {
                (wording::stands_short(grade, max), format!("{}/{}", coverage.answered, coverage.total))
            },
        );
        let mut cells = vec![
            Cell::from(Line::theirs(&row.team).meaning(Meaning::Title)),
            Line::ours(&*row.date).into(),
            Line::ours(row.status.term(lang)).into(),
            Line::ours(level).into(),
            Line::ours(answered).into(),
            Line::theirs(&row.short).meaning(Meaning::Muted).into(),
        ];
        if several {
            cells.insert(1, Line::theirs(row.checklist.0.as_str()).into());
        }
        table.row(cells);
    }
    let mut page = Document::default();
    page.push(Line::said(&say::store(lang, quote(root))).meaning(Meaning::Muted));
    page.push(table);
    page
}

/// By how much a level went up or down, if it did.
pub(super) fn change(by: Option<i16>) -> Option<(String, Meaning)> {
    by.map(|by| match by {
        0 => ("=".to_owned(), Meaning::Title),
        by if by > 0 => (format!("+{by}"), Meaning::Met),
        by => (by.to_string(), Meaning::Blocked),
    })
}

/// What there is to say of a standing, in the order in which it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The day of the assessment.
    Date,
    /// The level of the highest, and what changed since the one before, where that answers the same checklist.
    Level,
    /// The level if every yes without valid evidence counted as partial.
    Evidenced,
    /// How many criteria are not answered.
    Open,
    /// How many contradictions there are.
    Findings,
    /// How many days ago it was.
    Age,
    /// The checklist.
    Checklist,
    /// Draft or final.
    Status,
}

impl Column {
    /// Every column: where there is no room for all, the last ones go.
    pub const ALL: [Self; 8] = [
        Self::Date,
        Self::Level,
        Self::Open,
        Self::Evidenced,
        Self::Findings,
        Self::Age,
        Self::Checklist,
        Self::Status,
    ];

    /// Its title.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Date => say::date(lang),
            Self::Level => say::level_column(lang),
            Self::Evidenced => say::evidenced_column(lang),
            Self::Open => say::open_column(lang),
            Self::Findings => say::findings_column(lang),
            Self::Age => say::age_column(lang),
            Self::Checklist => say::checklist(lang),
            Self::Status => say::status(lang),
        }
    }

    /// Whether figures stand in it.
    pub const fn is_figure(self) -> bool {
        matches!(self, Self::Evidenced | Self::Open | Self::Findings | Self::Age)
    }

    /// What it says of a standing.
    pub fn says(self, of: Standing<'_>, lang: Lang) -> (String, Meaning) {
        let Standing { card, .. } = of;
        let score = &card.score;
        let weighed = |count: usize, meaning| (count.to_string(), if count == 0 { Meaning::Muted } else { meaning });
        match self {
            Self::Date => (card.assessment.date.to_string(), Meaning::Body),
            Self::Level => {
                let now = wording::stands_short(score.grade(), score.max_level);
                match change(of.change()) {
                    None => (now, Meaning::Title),
                    Some((by, meaning)) => (format!("{now} {by}"), meaning),
                }
            }
            Self::Evidenced => (score.evidenced_level.to_string(), Meaning::Body),
            Self::Open => weighed(score.coverage.open(), Meaning::Partial),
            Self::Findings => weighed(card.findings.len(), Meaning::Warning),
            Self::Age => (say::age(lang, of.age()), Meaning::Body),
            Self::Checklist => (one_line(card.assessment.checklist.id.as_str()), Meaning::Muted),
            Self::Status => (card.assessment.status.term(lang).to_owned(), Meaning::Muted),
        }
    }
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
