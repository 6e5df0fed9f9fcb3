//! Checklists out of what others wrote: tables, task lists, published catalogs.
//!
//! A reader for each format (`csv`, `excel`, `markdown`, `json`, `oscal`, `gemara`) gives what it found, a [`Found`]; those
//! that have columns go through `sheet`, which finds out what stands in which. `shape` makes levels, areas and ids of it, a
//! [`Draft`]; `merge` writes that into a checklist file, new or there already, and leaves alone what people have changed.

mod csv;
mod excel;
mod fields;
mod gemara;
mod json;
mod ledger;
mod markdown;
mod merge;
mod oscal;
mod prose;
mod shape;
mod sheet;
mod slug;

use std::collections::BTreeMap;

use crate::error::{Error, Result};
use crate::i18n::{Lang, Text, say};
use crate::model::Id;
use crate::store::{self, Kind};
use crate::text::one_line;

pub use fields::{Field, Wish};
pub use merge::{Change, Old, Written, write};
pub use shape::{Draft, Entry, Value, shape};

/// The most items that are read: a checklist of more is not one that people answer.
pub const MOST_ITEMS: usize = 20_000;

/// The most bytes that are read.
pub const MOST_BYTES: usize = 64 << 20;

/// The most bytes of a text of an item.
const MOST_TEXT: usize = 100_000;

/// A file to import from.
#[derive(Debug)]
pub struct Source {
    /// The file as people name it.
    pub shown: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Where something stands in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// A line, counted from 1.
    Line(usize),
    /// A row of a spreadsheet, counted from 1.
    Row(usize),
    /// An item of a list that has no lines of its own, counted from 1.
    Nth(usize),
}

impl At {
    /// Its number.
    const fn number(self) -> usize {
        match self {
            Self::Line(n) | Self::Row(n) | Self::Nth(n) => n,
        }
    }

    /// What people read.
    pub fn shown(self, lang: Lang) -> String {
        match self {
            Self::Line(n) => say::import_line(lang, n),
            Self::Row(n) => say::import_row(lang, n),
            Self::Nth(n) => say::import_nth(lang, n),
        }
    }
}

/// What was not taken over, and why.
#[derive(Clone, Debug)]
pub struct Skipped {
    /// The file, of several.
    pub file: String,
    /// Where it stands.
    pub at: At,
    /// What it says, cut short; may be empty.
    pub what: String,
    /// Why it was not taken.
    pub why: Text,
}

/// A published number, if there is one, and a title; either may be empty, not both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Name {
    /// The number.
    pub code: String,
    /// The title.
    pub title: String,
}

/// Where an item comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cited {
    /// A number of a scheme.
    Number(String, String),
    /// A page; either may be empty, not both.
    Page {
        /// What it is called.
        title: String,
        /// Where it is.
        url: String,
    },
}

/// What an item is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum What {
    /// It gates a level.
    #[default]
    Criterion,
    /// It proves something.
    Deliverable,
}

/// An item as a file has it.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// Which of the files it is from.
    pub file: usize,
    /// Where it stands there.
    pub at: Option<At>,
    /// What it is.
    pub what: What,
    /// Its number and title.
    pub name: Name,
    /// Its level as the file has it.
    pub level: u8,
    /// The areas that it lies in, the outermost first.
    pub areas: Vec<Name>,
    /// Texts by the key that a checklist has them under.
    pub texts: Vec<(&'static str, String)>,
    /// Where it comes from.
    pub references: Vec<Cited>,
    /// The number of an item that has to be met first.
    pub after: Option<String>,
}

/// All that a reader found.
#[derive(Debug, Default)]
pub struct Found {
    /// What the whole is called.
    pub title: Option<String>,
    /// The id that it says.
    pub id: Option<String>,
    /// The version that it says.
    pub version: Option<String>,
    /// What it is for.
    pub summary: Option<String>,
    /// Title and meaning of levels that have one.
    pub levels: BTreeMap<u8, (String, String)>,
    /// The items, in the order of the file.
    pub items: Vec<Item>,
    /// What is not among them.
    pub skipped: Vec<Skipped>,
    /// What went where: a field, and what it was called.
    pub mapped: Vec<(Field, String)>,
    /// Columns that nothing was taken from.
    pub unused: Vec<String>,
}

/// Reads files of one or several formats into one.
///
/// # Errors
///
/// One cannot be read as what it is, or nothing in them can be answered.
pub fn read(sources: Vec<Source>, wishes: &[Wish]) -> Result<Found> {
    let mut all = Found::default();
    let several = sources.len() > 1;
    let names: Vec<String> = sources.iter().map(|source| source.shown.clone()).collect();
    for (nth, source) in sources.into_iter().enumerate() {
        let Source { shown, bytes } = source;
        if bytes.len() > MOST_BYTES {
            let what = say::import_too_big(one_line(&shown), MOST_BYTES >> 20);
            return Err(Error::new(what).hint(say::import_split_hint()));
        }
        let found = one(&shown, bytes, wishes, several)?;
        all.add(found.of_readable_texts(&shown), nth);
        if all.items.len() > MOST_ITEMS {
            return Err(too_many(&shown));
        }
    }
    if !all.items.iter().any(|item| item.what == What::Criterion) {
        let shown = names.join(", ");
        return Err(match all.skipped.first() {
            Some(first) => Error::new(say::import_all_skipped(one_line(&shown), all.skipped.len()))
                .hint(Text::each(|lang| say::import_first_skipped(lang, first.at.shown(lang), first.why.get(lang)))),
            None => Error::new(say::import_nothing(one_line(&shown))).hint(say::import_nothing_hint()),
        });
    }
    Ok(all)
}

/// What is said where a file holds more than can be read.
fn too_many(shown: &str) -> Error {
    Error::new(say::import_too_many(one_line(shown), MOST_ITEMS)).hint(say::import_split_hint())
}

fn one(shown: &str, bytes: Vec<u8>, wishes: &[Wish], several: bool) -> Result<Found> {
    let kind = Kind::of(shown, &bytes)
        .ok_or_else(|| Error::new(say::import_unknown(one_line(shown))).hint(say::import_unknown_hint()))?;
    if kind == Kind::Toml {
        return Err(Error::new(say::import_toml(one_line(shown))).hint(say::import_toml_hint(one_line(shown))));
    }
    if kind == Kind::Excel {
        return excel::read(shown, bytes, wishes);
    }
    let text = store::utf8(shown, bytes)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if let Some(at) = text.find('\0') {
        let line = 1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        return Err(Error::new(say::import_nul(one_line(shown), line)).hint(say::not_utf8_hint()));
    }
    match kind {
        Kind::Csv => csv::read(shown, text, wishes),
        Kind::Markdown => markdown::read(shown, text, wishes),
        Kind::Json => json::read(shown, text, wishes),
        Kind::Yaml => gemara::read(shown, text, several),
        Kind::Excel | Kind::Toml => Ok(Found::default()),
    }
}

impl Found {
    /// The same without items whose texts nobody would read.
    fn of_readable_texts(mut self, shown: &str) -> Self {
        let long = |item: &Item| item.texts.iter().any(|(_, text)| text.len() > MOST_TEXT);
        let (long, items): (Vec<Item>, Vec<Item>) = self.items.into_iter().partition(long);
        self.items = items;
        for Item { at, name, .. } in long {
            let what = if name.code.is_empty() { name.title } else { name.code };
            let (file, at) = (shown.to_owned(), at.unwrap_or(At::Nth(1)));
            self.skipped.push(Skipped { file, at, what, why: say::import_text_too_long() });
        }
        self
    }

    /// Adds what another file holds; what the whole is called is said by the first that says it.
    fn add(&mut self, other: Self, file: usize) {
        self.title = self.title.take().or(other.title);
        self.id = self.id.take().or(other.id);
        self.version = self.version.take().or(other.version);
        self.summary = self.summary.take().or(other.summary);
        for (level, names) in other.levels {
            self.levels.entry(level).or_insert(names);
        }
        self.items.extend(other.items.into_iter().map(|item| Item { file, ..item }));
        self.skipped.extend(other.skipped);
        for mapped in other.mapped {
            if !self.mapped.contains(&mapped) {
                self.mapped.push(mapped);
            }
        }
        for unused in other.unused {
            if !self.unused.contains(&unused) {
                self.unused.push(unused);
            }
        }
    }
}

/// The id that a checklist gets: the one that is asked for, else what the file says, else the file's name.
pub fn id_for(asked: Option<&str>, found: &Found, file: &str) -> Result<Id> {
    if let Some(asked) = asked {
        return Id::parse(asked).ok_or_else(|| {
            let hint = match crate::model::id::slug(asked, 60) {
                Some(close) => say::id_write(close),
                None => say::id_not_kebab_hint(),
            };
            Error::new(say::id_not_kebab(one_line(asked))).hint(hint)
        });
    }
    let stem = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = stem.split('.').next().unwrap_or(stem);
    let named = [found.id.as_deref(), Some(stem), found.title.as_deref()];
    let id = named.into_iter().flatten().find_map(|text| Id::parse(&crate::model::id::slug(text, 60)?));
    id.ok_or_else(|| Error::new(say::import_no_id(one_line(file))).hint(say::import_no_id_hint()))
}
