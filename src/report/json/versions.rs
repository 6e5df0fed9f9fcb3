//! What became of the items of a checklist, for other programs. Keys are stable; new ones may come.

use serde::Serialize;

use super::{FORMAT, written};
use crate::diff::versions::{Lineage, Succession};
use crate::i18n::Lang;
use crate::migrate::{self, Why};
use crate::model::{Answer, Assessment, Checklist, Entry, Id, Key, Level};
use crate::page::versions::Migrated;

/// What changed from one checklist to the other.
pub fn json(old: &Checklist, new: &Checklist, diff: &Succession) -> String {
    written(&Difference {
        format: FORMAT,
        old: Which::of(old),
        new: Which::of(new),
        same: diff.items.iter().all(Lineage::kept),
        counts: Counts::of(diff),
        items: diff.items.iter().map(Item::of).collect(),
    })
}

/// What becomes of the items, and of the level.
pub fn migration(of: Migrated<'_>, lang: Lang) -> String {
    let migration = of.migration;
    written(&Migration {
        format: FORMAT,
        team: &of.old.team,
        from: Side { date: of.old.date.to_string(), checklist: Which::named(of.old) },
        to: Side { date: migration.assessment.date.to_string(), checklist: Which::of(of.new) },
        differs: migration.differs,
        text_known: migration.text_known,
        level: Levels { before: migration.before, after: migration.after },
        counts: Counts::of(&migration.diff),
        items: migration.diff.items.iter().map(Item::of).collect(),
        beside: migration.beside.iter().map(|one| Beside::of(of, one, lang)).collect(),
        path: of.path,
        written: of.written,
    })
}

#[derive(Serialize)]
struct Difference<'a> {
    format: u32,
    old: Which<'a>,
    new: Which<'a>,
    same: bool,
    counts: Counts,
    items: Vec<Item>,
}

/// A checklist by name.
#[derive(Serialize)]
struct Which<'a> {
    id: &'a Id,
    version: String,
    digest: Option<&'a str>,
}

impl<'a> Which<'a> {
    fn of(checklist: &'a Checklist) -> Self {
        Self { id: checklist.id(), version: checklist.version().to_string(), digest: Some(checklist.digest()) }
    }

    /// The one that an assessment names.
    fn named(by: &'a Assessment) -> Self {
        let named = &by.checklist;
        Self { id: &named.id, version: named.version.clone(), digest: named.digest.as_deref() }
    }
}

/// How many items there are of each kind; one that was renamed and reworded counts as both.
#[derive(Serialize)]
struct Counts {
    kept: usize,
    renamed: usize,
    reworded: usize,
    moved: usize,
    new: usize,
    retired: usize,
}

impl Counts {
    fn of(diff: &Succession) -> Self {
        let count = |belongs: fn(&Lineage) -> bool| diff.items.iter().filter(|item| belongs(item)).count();
        Self {
            kept: count(Lineage::kept),
            renamed: count(Lineage::renamed),
            reworded: count(|item| item.reworded),
            moved: count(|item| item.moved.is_some()),
            new: count(|item| item.old.is_none()),
            retired: count(|item| item.new.is_none()),
        }
    }
}

/// What became of an item.
#[derive(Serialize)]
struct Item {
    section: &'static str,
    old: Option<String>,
    new: Option<String>,
    kept: bool,
    renamed: bool,
    reworded: bool,
    moved: Option<Move>,
    /// Of a new item: the old one that the same id stood for, or that it is a part of.
    was: Option<String>,
}

#[derive(Serialize)]
struct Move {
    from: Level,
    to: Level,
}

impl Item {
    fn of(item: &Lineage) -> Self {
        let key = item.new.as_ref().or(item.old.as_ref());
        Self {
            section: key.map_or("", |key| key.section().name()),
            old: item.old.as_ref().map(Key::to_string),
            new: item.new.as_ref().map(Key::to_string),
            kept: item.kept(),
            renamed: item.renamed(),
            reworded: item.reworded,
            moved: item.moved.map(|(from, to)| Move { from, to }),
            was: item.was.as_ref().map(Key::to_string),
        }
    }
}

/// An answer to another question than the one that it stands beside.
#[derive(Serialize)]
struct Beside<'a> {
    section: &'static str,
    was: String,
    is: String,
    why: Why,
    old_title: Option<&'a str>,
    new_title: Option<&'a str>,
    answer: Option<Answer>,
    value: Option<f64>,
}

impl<'a> Beside<'a> {
    fn of(of: Migrated<'a>, one: &migrate::Beside, lang: Lang) -> Self {
        let entry = of.old.entry(&one.was);
        Self {
            section: one.is.section().name(),
            was: one.was.to_string(),
            is: one.is.to_string(),
            why: one.why,
            old_title: of.made_with.and_then(|old| old.title(&one.was)).map(|title| title.get(lang)),
            new_title: of.new.title(&one.is).map(|title| title.get(lang)),
            answer: entry.and_then(Entry::answer),
            value: entry.and_then(Entry::value),
        }
    }
}

#[derive(Serialize)]
struct Migration<'a> {
    format: u32,
    team: &'a str,
    from: Side<'a>,
    to: Side<'a>,
    differs: bool,
    text_known: bool,
    level: Levels,
    counts: Counts,
    items: Vec<Item>,
    /// The answers that do not count any more.
    beside: Vec<Beside<'a>>,
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
