//! What a migration does to an assessment, as text and as JSON.

use serde::Serialize;

use super::sheet::{Paper, Piece, Sheet};
use super::versions::{Counts, Item, Listing, Which, named};
use crate::i18n::{over_time as o, report as r, terms};
use crate::migrate::Migration;
use crate::model::{Assessment, Checklist, Level};
use crate::style::Meaning;
use crate::text::one_line;
use crate::wording;

/// A migration with all that it speaks of.
#[derive(Clone, Copy, Debug)]
pub struct Migrated<'a> {
    /// The assessment as it was.
    pub old: &'a Assessment,
    /// The text of its checklist, where that is at hand.
    pub made_with: Option<&'a Checklist>,
    /// The new checklist.
    pub new: &'a Checklist,
    /// What the migration does.
    pub migration: &'a Migration,
    /// The new file; `None` where none is known.
    pub path: Option<&'a str>,
    /// Whether it was written.
    pub written: bool,
}

/// What becomes of the items, and of the level.
pub fn text(of: Migrated<'_>, paper: Paper) -> Sheet {
    let mut sheet = Sheet::new(paper);
    let lang = paper.lang;
    let (old, migration) = (of.old, of.migration);
    let who = format!("{} · {}", one_line(&old.team), o::between(lang, old.date, migration.assessment.date));
    sheet.text(0, &who, Meaning::Title);
    let was: (_, &dyn std::fmt::Display) = (&old.checklist.id, &old.checklist.version);
    sheet.text(0, &named(lang, was, (of.new.id(), of.new.version())), Meaning::Title);
    level(&mut sheet, of);
    if !migration.text_known {
        sheet.text(0, o::text_unknown(lang), Meaning::Warning);
    }
    if let Some(target) = migration.lowered_target {
        sheet.text(0, &o::target_lowered(lang, target, of.new.max_level()), Meaning::Warning);
    }
    let reworded = migration.diff.items.iter().any(|item| item.reworded);
    if reworded && migration.assessment.date == old.date {
        sheet.text(0, &o::same_day(lang, old.date), Meaning::Warning);
    }
    sheet.blank();
    Listing { old: of.made_with, new: of.new, diff: &migration.diff, answers: Some(old) }.draw(&mut sheet);
    sheet.blank();
    match (of.path, of.written) {
        // Whole on one line, however long: it is there to be copied.
        (Some(path), true) => sheet.put(vec![Piece::new(one_line(&o::written_to(lang, path)), Meaning::Met)]),
        (Some(path), false) => sheet.put(vec![Piece::new(one_line(&o::would_write(lang, path)), Meaning::Muted)]),
        (None, _) => {}
    }
    if !of.written {
        sheet.text(0, o::not_written(lang), Meaning::Muted);
    }
    sheet
}

/// The level before and after; what blocks the next one, where it fell.
fn level(sheet: &mut Sheet, of: Migrated<'_>) {
    let lang = sheet.lang();
    let (before, after) = (of.migration.before, of.migration.after);
    let said = match before {
        Some(before) if before == after => o::level_same(lang, after),
        Some(before) => o::level_change(lang, before, after),
        None => o::level_change(lang, o::level_unknown(lang), after),
    };
    let fell = before.is_some_and(|before| after < before);
    sheet.text(0, &said, if fell { Meaning::Blocked } else { Meaning::Body });
    if fell {
        let blocking: Vec<String> = of
            .migration
            .blocking
            .iter()
            .map(|id| r::aside(lang, one_line(wording::criterion(of.new, id, lang)), id))
            .collect();
        sheet.text(2, &o::blocked_by(lang, blocking.join(terms::semicolon(lang))), Meaning::Body);
    }
}

/// The same as JSON.
pub fn json(of: Migrated<'_>) -> String {
    let migration = of.migration;
    super::json::written(&Page {
        format: super::json::FORMAT,
        team: &of.old.team,
        from: Side { date: of.old.date.to_string(), checklist: Which::named(of.old) },
        to: Side { date: migration.assessment.date.to_string(), checklist: Which::of(of.new) },
        differs: migration.differs,
        text_known: migration.text_known,
        level: Levels { before: migration.before, after: migration.after },
        counts: Counts::of(&migration.diff),
        items: migration.diff.items.iter().map(Item::of).collect(),
        path: of.path,
        written: of.written,
    })
}

#[derive(Serialize)]
struct Page<'a> {
    format: u32,
    team: &'a str,
    from: Side<'a>,
    to: Side<'a>,
    differs: bool,
    text_known: bool,
    level: Levels,
    counts: Counts,
    items: Vec<Item>,
    path: Option<&'a str>,
    written: bool,
}

#[derive(Serialize)]
struct Side<'a> {
    date: String,
    checklist: Which<'a>,
}

#[derive(Serialize)]
struct Levels {
    before: Option<Level>,
    after: Level,
}
