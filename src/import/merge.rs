//! A draft written into a checklist file, new or there already. What people have changed in it stays: remarks, texts, keys
//! and items of their own.

use std::collections::{HashMap, HashSet};

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table};

use super::ledger::{Ledger, mark};
use super::{Cited, Draft, Entry, Value};
use crate::error::{Error, Result};
use crate::i18n::say;
use crate::text::one_line;

/// What stands at the top of a new file.
const TOP: &str = "\
# Imported with `opsladder checklist import`. Change what you like: the next import of the same source brings in what is
# new there, and keeps your texts, remarks and items. Raise `version` when questions change.

";

/// What an import did to an item of a file that was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// A value follows the source.
    Updated(String),
    /// A value was changed by hand and in the source too; it stays.
    Kept(String),
    /// It was taken out by hand, and stays out.
    LeftOut,
    /// The source does not have it any more; it stays.
    Gone,
}

/// A file that was written.
#[derive(Debug)]
pub struct Written {
    /// Its text.
    pub text: String,
    /// What was done to which item: its table and its id.
    pub changes: Vec<(&'static str, String, Change)>,
}

/// An item of a file that is there.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) id: String,
    /// The mark of its published number.
    pub(super) code: Option<String>,
    /// The marks of its titles: as the file has it, as it was taken over.
    pub(super) titles: Vec<String>,
    /// Its title as the file has it.
    pub(super) shown: String,
}

/// A file that is there, or an empty one.
#[derive(Debug, Default)]
pub struct Old {
    doc: DocumentMut,
    ledger: Ledger,
    there: bool,
    mark: bool,
    carriage: bool,
}

impl Old {
    /// The file that `text` is, which is known to be a sound checklist.
    ///
    /// # Errors
    ///
    /// It is laid out in a way that cannot be edited.
    pub fn of(shown: &str, text: &str) -> Result<Self> {
        let mark = text.starts_with('\u{feff}');
        let carriage = text.contains("\r\n");
        let plain = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let (plain, ledger) = Ledger::split(&plain);
        let refused = || Error::new(say::not_editable(one_line(shown))).hint(say::import_not_editable_hint());
        let doc: DocumentMut = plain.parse().map_err(|_| refused())?;
        let tables = ["levels", "areas", "criteria", "deliverables"];
        if tables.iter().any(|table| doc.get(table).is_some_and(|item| item.as_array_of_tables().is_none())) {
            return Err(refused());
        }
        Ok(Self { doc, ledger, there: true, mark, carriage })
    }

    /// The items of a table, also those that were taken over and are not there any more.
    pub(super) fn known(&self, table: &str) -> Vec<Known> {
        let mut known = Vec::new();
        let mut seen = HashSet::new();
        let marks: HashMap<&str, HashMap<&str, &str>> = self.ledger.items(table).collect();
        for item in self.doc.get(table).and_then(Item::as_array_of_tables).into_iter().flatten() {
            let text = |key: &str| item.get(key).map(canon).filter(|text| !text.is_empty());
            let Some(id) = text("id") else { continue };
            let was = marks.get(id.as_str());
            let shown = text("title").unwrap_or_default();
            let titles = [Some(mark(&shown)), was.and_then(|was| was.get("title")).map(|&title| title.to_owned())];
            let code = text("code").map(|code| mark(&code));
            let code = was.and_then(|was| was.get("code")).map(|&code| code.to_owned()).or(code);
            seen.insert(id.clone());
            known.push(Known { id, code, titles: titles.into_iter().flatten().collect(), shown });
        }
        for (id, was) in marks.iter().filter(|(id, _)| !seen.contains(**id)) {
            let own = |key: &str| was.get(key).map(|&mark| mark.to_owned());
            known.push(Known {
                id: (*id).to_owned(),
                code: own("code"),
                titles: own("title").into_iter().collect(),
                shown: String::new(),
            });
        }
        known
    }

    /// The id that the file has.
    pub fn id(&self) -> Option<String> {
        self.doc.get("id").map(canon)
    }
}

/// Writes a draft.
pub fn write(old: Old, draft: &Draft) -> Written {
    let Old { mut doc, ledger, there, mark, carriage } = old;
    let mut write = Write { was: ledger, ledger: Ledger::default(), changes: Vec::new(), there };
    if !there {
        doc.insert("format", toml_edit::value(1));
        if let Some(mut key) = doc.key_mut("format") {
            key.leaf_decor_mut().set_prefix(TOP);
        }
        doc.insert("id", toml_edit::value(draft.id.as_str()));
    }
    write.values("head", "head", doc.as_table_mut(), &draft.head);
    if !draft.schemes.fields.is_empty() {
        let schemes = doc.entry("schemes").or_insert_with(|| Item::Table(fresh_table()));
        if let Some(schemes) = schemes.as_table_like_mut() {
            for (name, value) in &draft.schemes.fields {
                if !schemes.contains_key(name) && write.was.of("schemes", "schemes", name).is_none() {
                    schemes.insert(name, Item::Value(written(value)));
                }
            }
        }
        let noted = draft.schemes.fields.iter().map(|(key, value)| (key.as_str(), canon_value(&written(value))));
        write.ledger.note("schemes", "schemes", noted);
    }
    let tables = [
        ("levels", &draft.levels),
        ("areas", &draft.areas),
        ("criteria", &draft.criteria),
        ("deliverables", &draft.deliverables),
    ];
    for (table, entries) in tables {
        write.entries(&mut doc, table, entries);
    }
    let mut text = doc.to_string();
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(&write.ledger.written());
    if carriage {
        text = text.replace('\n', "\r\n");
    }
    if mark {
        text.insert(0, '\u{feff}');
    }
    Written { text, changes: write.changes }
}

struct Write {
    was: Ledger,
    ledger: Ledger,
    changes: Vec<(&'static str, String, Change)>,
    there: bool,
}

impl Write {
    fn change(&mut self, table: &'static str, id: &str, change: Change) {
        if self.there {
            self.changes.push((table, id.to_owned(), change));
        }
    }

    fn entries(&mut self, doc: &mut DocumentMut, table: &'static str, entries: &[Entry]) {
        let key = if table == "levels" { "level" } else { "id" };
        let own = doc.get(table).and_then(Item::as_array_of_tables);
        let mut tables: Vec<Table> = own.into_iter().flatten().cloned().collect();
        let mut places: HashMap<String, usize> = HashMap::new();
        for (at, one) in tables.iter().enumerate() {
            places.insert(one.get(key).map(canon).unwrap_or_default(), at);
        }
        // What comes behind which of the tables that are there; the first place is in front of all of them.
        let mut come: Vec<Vec<Table>> = vec![Vec::new(); tables.len() + 1];
        // What comes first in the source stands in front of what comes next there.
        let next = entries.iter().find_map(|entry| places.get(&entry.id).copied());
        let mut behind = next.unwrap_or(tables.len());
        let mut met: HashSet<&str> = HashSet::new();
        for entry in entries {
            met.insert(&entry.id);
            if let Some(at) = places.get(&entry.id).copied() {
                if let Some(one) = tables.get_mut(at) {
                    self.values(table, &entry.id, one, entry);
                }
                behind = at + 1;
            } else if self.was.has(table, &entry.id) {
                self.ledger.keep(table, &entry.id, &self.was);
                self.change(table, &entry.id, Change::LeftOut);
            } else {
                let mut one = fresh_table();
                let id = if table == "levels" {
                    toml_edit::value(entry.id.parse::<i64>().unwrap_or(1))
                } else {
                    toml_edit::value(&entry.id)
                };
                one.insert(key, id);
                self.values(table, &entry.id, &mut one, entry);
                // What was noted of each of its values is that it is there.
                self.changes.retain(|(own, id, change)| {
                    !(*own == table && *id == entry.id && matches!(change, Change::Updated(_)))
                });
                self.change(table, &entry.id, Change::Added);
                if let Some(here) = come.get_mut(behind) {
                    here.push(one);
                }
            }
        }
        for one in &tables {
            let id = one.get(key).map(canon).unwrap_or_default();
            if !met.contains(id.as_str()) && self.was.has(table, &id) {
                self.ledger.keep(table, &id, &self.was);
                self.change(table, &id, Change::Gone);
            }
        }
        if come.iter().all(Vec::is_empty) {
            for (one, changed) in doc
                .get_mut(table)
                .and_then(Item::as_array_of_tables_mut)
                .into_iter()
                .flat_map(ArrayOfTables::iter_mut)
                .zip(tables)
            {
                *one = changed;
            }
            return;
        }
        let mut come = come.into_iter();
        let mut all: Vec<Table> = come.next().unwrap_or_default();
        for (one, behind) in tables.into_iter().zip(come) {
            all.push(one);
            all.extend(behind);
        }
        doc.insert(table, Item::ArrayOfTables(all.into_iter().collect()));
    }

    /// Brings the values of a table up to date, but for those that people have changed.
    fn values(&mut self, table: &'static str, id: &str, own: &mut Table, entry: &Entry) {
        for (key, value) in &entry.fields {
            let new = written(value);
            let said = canon_value(&new);
            let was = self.was.of(table, id, key).map(str::to_owned);
            match own.get(key).map(canon) {
                Some(there) if there == said => {}
                Some(there) if was.as_deref() == Some(mark(&there).as_str()) => {
                    put(own, key, new);
                    self.change(table, id, Change::Updated(key.clone()));
                }
                Some(_) if was.as_deref() == Some(mark(&said).as_str()) => {}
                Some(_) => self.change(table, id, Change::Kept(key.clone())),
                // It was taken out by hand.
                None if was.is_some() => {}
                None => {
                    put(own, key, new);
                    self.change(table, id, Change::Updated(key.clone()));
                }
            }
        }
        let values = entry.fields.iter().map(|(key, value)| (key.as_str(), canon_value(&written(value))));
        self.ledger.note(table, id, values);
    }
}

/// A table with a blank line above it.
fn fresh_table() -> Table {
    let mut table = Table::new();
    table.decor_mut().set_prefix("\n");
    table
}

/// Puts a value into a table, with the remarks that stood around the old one.
fn put(table: &mut Table, key: &str, mut new: toml_edit::Value) {
    if let Some(old) = table.get(key).and_then(Item::as_value) {
        *new.decor_mut() = old.decor().clone();
    }
    match table.get_mut(key) {
        Some(item) => *item = Item::Value(new),
        None => {
            table.insert(key, Item::Value(new));
        }
    }
}

/// A value as a file has it.
fn written(value: &Value) -> toml_edit::Value {
    match value {
        Value::Text(text) => text.as_str().into(),
        Value::Number(number) => i64::from(*number).into(),
        Value::Ids(ids) => ids.iter().map(String::as_str).collect::<Array>().into(),
        Value::References(all) => {
            let mut array: Array = all.iter().map(reference).collect();
            if array.len() > 2 {
                for one in array.iter_mut() {
                    one.decor_mut().set_prefix("\n  ");
                }
                array.set_trailing("\n");
                array.set_trailing_comma(true);
            }
            array.into()
        }
    }
}

fn reference(cited: &Cited) -> InlineTable {
    let filled = |pairs: [(&'static str, &str); 2]| {
        let filled = pairs.into_iter().filter(|(_, text)| !text.is_empty());
        filled.map(|(key, text)| (key, toml_edit::Value::from(text))).collect()
    };
    match cited {
        Cited::Number(scheme, id) => filled([("scheme", scheme), ("id", id)]),
        Cited::Page { title, url } => filled([("title", title), ("url", url)]),
    }
}

/// What a value says, however it is written.
fn canon(item: &Item) -> String {
    match item {
        Item::None => String::new(),
        Item::Value(value) => canon_value(value),
        Item::Table(table) => canon_pairs(table.iter().map(|(key, item)| (key.to_owned(), canon(item)))),
        Item::ArrayOfTables(tables) => {
            let all =
                tables.iter().map(|table| canon_pairs(table.iter().map(|(key, item)| (key.to_owned(), canon(item)))));
            format!("[{}]", all.collect::<Vec<_>>().join(","))
        }
    }
}

fn canon_value(value: &toml_edit::Value) -> String {
    match value {
        toml_edit::Value::String(text) => text.value().trim().to_owned(),
        toml_edit::Value::Integer(number) => number.value().to_string(),
        toml_edit::Value::Float(number) => number.value().to_string(),
        toml_edit::Value::Boolean(flag) => flag.value().to_string(),
        toml_edit::Value::Datetime(when) => when.value().to_string(),
        toml_edit::Value::Array(all) => format!("[{}]", all.iter().map(canon_value).collect::<Vec<_>>().join(",")),
        toml_edit::Value::InlineTable(table) => {
            canon_pairs(table.iter().map(|(key, value)| (key.to_owned(), canon_value(value))))
        }
    }
}

fn canon_pairs(pairs: impl Iterator<Item = (String, String)>) -> String {
    let mut pairs: Vec<String> = pairs.map(|(key, value)| format!("{key}={value:?}")).collect();
    pairs.sort();
    format!("{{{}}}", pairs.join(","))
}
