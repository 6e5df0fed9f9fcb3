//! Writes what changed into the text of an assessment file, and leaves every other byte as it is.
//!
//! `toml_edit` says where things stand and handles the values; the text itself is patched in place. Each patch is small,
//! and the text is parsed anew for the next one: a save has few of them. What its own rendering would lose, and what would
//! make this module needless once it is mended there:
//!
//! - carriage returns: <https://github.com/toml-rs/toml/issues/1213>
//! - that the last line has no end: <https://github.com/toml-rs/toml/issues/1158>
//! - the order of dotted keys: <https://github.com/toml-rs/toml/issues/163>
//! - which table a remark belongs to when one is taken out: <https://github.com/toml-rs/toml/issues/791>

mod place;
mod rank;
mod value;
mod within;

use std::collections::HashMap;
use std::fmt::Write as _;

use toml_edit::{Document, Item, Table};

use crate::model::checklist::Target;
use crate::model::{Assessment, Entry, Key, Section};

pub(super) use rank::Order;

use place::{Lines, anchor_of, extent, header_of};
use rank::Place;
use value::{CHECKLIST, ENTRY, EVIDENCE, Field, HEAD, Piece};

/// What the anchors are, said above the first of them.
const ANCHORS: &str =
    "# One line an item, so that answers given on two branches merge; an item without a table is not answered.";

/// A new file: every item of the checklist has an anchor, a line that stays whatever is answered. Between the tables of
/// two items there is always a line that neither brings along, which is what git needs to merge them.
pub(super) fn fresh(assessment: &Assessment, order: &Order) -> String {
    let mut text = lines(&value::head(assessment));
    let _ = write!(text, "\n{}", table(&["checklist"], &value::checklist(assessment)));
    let _ = writeln!(text, "\n{ANCHORS}");
    let entries: HashMap<Vec<&str>, &Entry> = assessment.entries().map(|(key, entry)| (key.path(), entry)).collect();
    for section in Section::ALL {
        for (at, path) in order.items_in(section).enumerate() {
            let gap = if at == 0 { "\n" } else { "" };
            let _ = writeln!(text, "{gap}{}", anchor_of(&path));
            if let Some(entry) = entries.get(&path) {
                let _ = writeln!(text, "{}", table(&path, &value::entry(entry)));
            }
        }
        let unknown = assessment.entries().filter(|(key, _)| key.section() == section && !order.has(&key.path()));
        for (key, entry) in unknown {
            let _ = write!(text, "\n{}", table(&key.path(), &value::entry(entry)));
        }
    }
    text
}

/// `text`, which holds `was`, with everything written into it in which `wanted` differs.
///
/// `Err` names the first table that is laid out in a way that this cannot handle.
pub(super) fn edit(text: &str, was: &Assessment, wanted: &Assessment, order: &Order) -> Result<String, String> {
    let mut edit = Edit { text: text.to_owned(), order };
    edit.fields(&[], HEAD, &value::head(was), &value::head(wanted))?;
    edit.fields(&["checklist"], CHECKLIST, &value::checklist(was), &value::checklist(wanted))?;
    let none = Entry::default();
    for (key, entry) in was.entries() {
        let new = wanted.entry(key);
        if new != Some(entry) {
            edit.fields(&key.path(), ENTRY, &value::entry(entry), &value::entry(new.unwrap_or(&none)))?;
        }
        if new.is_none() {
            edit.prune(&key.path());
        }
    }
    let mut new: Vec<&Key> = wanted.entries().map(|(key, _)| key).filter(|key| was.entry(key).is_none()).collect();
    new.sort_by_key(|key| order.of(&key.path()));
    for key in new {
        if let Some(entry) = wanted.entry(key) {
            edit.entry(&key.path(), &value::entry(entry))?;
        }
    }
    Ok(edit.text)
}

/// The statements of the fields that have a value.
fn lines(fields: &[Field]) -> String {
    fields.iter().filter_map(|(key, piece)| Some(format!("{key} = {}\n", piece.as_ref()?.render()))).collect()
}

/// A table's header and its statements.
fn table(path: &[&str], fields: &[Field]) -> String {
    format!("{}\n{}", header_of(path), lines(fields))
}

struct Edit<'o> {
    text: String,
    order: &'o Order,
}

impl Edit<'_> {
    /// Writes the fields of a table that differ.
    fn fields(&mut self, path: &[&str], keys: &[&str], was: &[Field], wanted: &[Field]) -> Result<(), String> {
        let (gone, come): (Vec<_>, Vec<_>) =
            was.iter().zip(wanted).filter(|(old, new)| old != new).partition(|(_, (_, new))| new.is_none());
        // A table of dotted keys vanishes with its last key: what goes, goes last.
        for ((key, old), (_, new)) in come.into_iter().chain(gone) {
            self.field(path, keys, key, old.as_ref(), new.as_ref()).ok_or_else(|| path.join("."))?;
        }
        Ok(())
    }

    /// Writes one field of the table at `path`; `None` if it is laid out in a way that this cannot handle.
    fn field(
        &mut self,
        path: &[&str],
        keys: &[&str],
        key: &str,
        old: Option<&Piece>,
        new: Option<&Piece>,
    ) -> Option<()> {
        let before = self.text.clone();
        let doc = Document::parse(before.as_str()).ok()?;
        let mut table = doc.as_table();
        for (depth, segment) in path.iter().enumerate() {
            match table.get(segment) {
                Some(Item::Table(inner)) => table = inner,
                Some(Item::Value(value)) => {
                    let rest = path.get(depth + 1..)?;
                    let written = within::edit(before.get(value.span()?)?, rest, key, old, new)?;
                    if written.is_empty() {
                        self.remove_statement(table, segment)?;
                    } else {
                        self.replace(value.span()?, &written);
                    }
                    return Some(());
                }
                _ => return new.map_or(Some(()), |_| None),
            }
        }
        match (table.get(key), new) {
            (None, None) => {}
            (None, Some(piece)) => self.insert(path, table, keys, key, &piece.render())?,
            (Some(Item::Value(value)), Some(piece)) => {
                let span = value.span()?;
                let written = within::replace(before.get(span.clone())?, old, piece)?;
                self.replace(span, &written);
            }
            (Some(Item::Value(_)), None) => self.remove_statement(table, key)?,
            (Some(Item::Table(_)), _) if key == "was" => {
                self.uproot(path, key)?;
                if new.is_some() {
                    self.field(path, keys, key, None, new)?;
                }
            }
            (Some(Item::Table(_)), _) => self.target(path, key, old, new)?,
            (Some(Item::ArrayOfTables(_)), _) => self.evidence(path, key, old, new)?,
            (Some(Item::None), _) => return None,
        }
        Some(())
    }

    /// Takes out a table with all that it says, by dotted keys or a header; a remark in it stays.
    fn uproot(&mut self, path: &[&str], key: &str) -> Option<()> {
        let inner: Vec<&str> = path.iter().copied().chain([key]).collect();
        loop {
            let text = self.text.clone();
            let doc = Document::parse(text.as_str()).ok()?;
            let Some(table) = place::table(&doc, &inner) else { return Some(()) };
            match table.iter().next() {
                Some((key, Item::Value(_))) => self.remove_statement(table, key)?,
                Some((key, Item::Table(_))) => self.uproot(&inner, key)?,
                Some(_) => return None,
                None => {
                    let (span, lines) = (table.span()?, Lines(&text));
                    let start = lines.start(span.start);
                    self.replace(lines.without_blank_above(start)..lines.end(span.end), "");
                    return Some(());
                }
            }
        }
    }

    /// A target that has a table of its own, by dotted keys or a header.
    fn target(&mut self, path: &[&str], key: &str, old: Option<&Piece>, new: Option<&Piece>) -> Option<()> {
        let split = |piece: Option<&Piece>, wanted: &str| match piece {
            Some(Piece::Target(target)) => {
                let (key, limit) = value::limit(*target);
                (key == wanted).then(|| Piece::Plain(value::number(limit)))
            }
            _ => None,
        };
        let inner: Vec<&str> = path.iter().copied().chain([key]).collect();
        let mut keys = ["above", "below"];
        // The new one goes in before the old one goes out, so that the table does not vanish in between.
        if let Some(Piece::Target(Target::Below(_))) = new {
            keys.reverse();
        }
        for each in keys {
            let (old, new) = (split(old, each), split(new, each));
            if old != new {
                self.field(&inner, &["above", "below"], each, old.as_ref(), new.as_ref())?;
            }
        }
        if new.is_none() {
            self.prune(&inner);
        }
        Some(())
    }

    /// Evidence that is written as `[[…]]` tables.
    fn evidence(&mut self, path: &[&str], key: &str, old: Option<&Piece>, new: Option<&Piece>) -> Option<()> {
        let list = |piece: Option<&Piece>| match piece {
            Some(Piece::Evidence(all)) => all.clone(),
            _ => Vec::new(),
        };
        let (old, new) = (list(old), list(new));
        let step = within::align(&old, &new);
        for at in step.kept.clone() {
            let (was, wanted) = (value::evidence_fields(old.get(at)?), value::evidence_fields(new.get(at)?));
            for ((field, was), (_, wanted)) in was.iter().zip(&wanted).filter(|(was, wanted)| was != wanted) {
                let text = self.text.clone();
                let doc = Document::parse(text.as_str()).ok()?;
                let table = place::array(&doc, path, key)?.get(at)?;
                match (table.get(field), wanted) {
                    (Some(Item::Value(value)), Some(piece)) => {
                        let written = within::replace(text.get(value.span()?)?, was.as_ref(), piece)?;
                        self.replace(value.span()?, &written);
                    }
                    (Some(_), None) => self.remove_statement(table, field)?,
                    (None, Some(piece)) => self.insert(path, table, EVIDENCE, field, &piece.render())?,
                    _ => return None,
                }
            }
        }
        for at in step.removed.clone().rev() {
            let text = self.text.clone();
            let doc = Document::parse(text.as_str()).ok()?;
            let table = place::array(&doc, path, key)?.get(at)?;
            let end = extent(table).map_or(table.span()?.end, |span| span.end);
            let lines = Lines(&text);
            let start = lines.without_blank_above(lines.start(table.span()?.start));
            self.replace(start..lines.end(end), "");
        }
        for at in step.added.clone() {
            let text = self.text.clone();
            let doc = Document::parse(text.as_str()).ok()?;
            let tables = place::array(&doc, path, key)?;
            let lines_of = lines(&value::evidence_fields(new.get(at)?));
            let lines = Lines(&text);
            let Some(before) = at.checked_sub(1).and_then(|at| tables.get(at)) else {
                let span = tables.get(0)?.span()?;
                let header = text.get(span.clone())?;
                self.insert_text(lines.start(span.start), &format!("{header}\n{lines_of}\n"));
                continue;
            };
            let header = text.get(before.span()?)?;
            let end = extent(before).map_or(before.span()?.end, |span| span.end);
            self.insert_text(lines.after(end), &format!("\n{header}\n{lines_of}"));
        }
        Some(())
    }

    /// Writes an entry that the file does not have yet.
    fn entry(&mut self, path: &[&str], fields: &[Field]) -> Result<(), String> {
        let text = self.text.clone();
        let none: Vec<Field> = fields.iter().map(|(key, _)| (*key, None)).collect();
        let known = || -> Option<bool> {
            let doc = Document::parse(text.as_str()).ok()?;
            let mut table: &Table = doc.as_table();
            for segment in path {
                match table.get(segment) {
                    Some(Item::Table(inner)) => table = inner,
                    Some(_) => return Some(true),
                    None => return Some(false),
                }
            }
            Some(true)
        };
        let unhandled = || path.join(".");
        if known().ok_or_else(unhandled)? {
            return self.fields(path, ENTRY, &none, fields);
        }
        let doc = Document::parse(text.as_str()).map_err(|_| unhandled())?;
        let Place { at, above, below } = rank::place_for(&doc, &text, path, self.order);
        self.insert_text(at, &format!("{above}{}{below}", table(path, fields)));
        Ok(())
    }

    /// Adds a key to a table that has none of that name: after the one that comes before it in `keys`.
    fn insert(&mut self, path: &[&str], table: &Table, keys: &[&str], key: &str, written: &str) -> Option<()> {
        let text = self.text.clone();
        let lines = Lines(&text);
        let earlier = keys.iter().take_while(|each| **each != key);
        let before = earlier.filter_map(|each| Some((*each, place::extent_of(table, each)?))).last();
        if let Some((sibling, span)) = before {
            let prefix = lines.prefix(table.key(sibling)?.span()?);
            self.insert_text(lines.end(span.end), &format!("{prefix}{key} = {written}\n"));
            return Some(());
        }
        let first = table.iter().filter_map(|(name, _)| Some((place::extent_of(table, name)?.start, name))).min();
        if let (Some((_, sibling)), true) = (first, table.is_dotted() || path.is_empty()) {
            let span = table.key(sibling)?.span()?;
            let prefix = lines.prefix(span.clone());
            self.insert_text(lines.start(span.start), &format!("{prefix}{key} = {written}\n"));
            return Some(());
        }
        if table.is_implicit() {
            // Only its subtables have headers: it gets one of its own before the first of them.
            let first = place::headers(table).map(|span| span.start).min()?;
            let at = lines.above_comments(lines.start(first));
            self.insert_text(at, &format!("{}\n{key} = {written}\n\n", header_of(path)));
            return Some(());
        }
        let header = table.span()?;
        let prefix = lines.prefix(header.start..header.start);
        self.insert_text(lines.end(header.end), &format!("{prefix}{key} = {written}\n"));
        Some(())
    }

    /// Takes out a key with its line; a remark above it stays.
    fn remove_statement(&mut self, table: &Table, key: &str) -> Option<()> {
        let value = place::extent_of(table, key)?;
        let start = table.key(key)?.span()?.start;
        let text = self.text.clone();
        let lines = Lines(&text);
        self.replace(lines.start(start)..lines.end(value.end), "");
        Some(())
    }

    /// Takes out the header of a table that has nothing left, neither keys nor a remark; an anchor above it stays.
    fn prune(&mut self, path: &[&str]) {
        let text = self.text.clone();
        let Ok(doc) = Document::parse(text.as_str()) else { return };
        let Some(table) = place::table(&doc, path) else { return };
        let Some(span) = table.span() else { return };
        if !table.is_empty() || table.is_dotted() || table.is_implicit() {
            return;
        }
        let lines = Lines(&text);
        let (start, end) = (lines.start(span.start), lines.end(span.end));
        if lines.has_comment(start..end) || lines.is_comment_above(start) || lines.is_comment(end) {
            return;
        }
        let gone = if lines.is_anchor_above(start) {
            start..lines.with_blank_below(end)
        } else {
            lines.without_blank_above(start)..end
        };
        self.replace(gone, "");
    }

    fn replace(&mut self, span: std::ops::Range<usize>, with: &str) {
        let with = Lines(&self.text).in_its_line_ends(with);
        self.text.replace_range(span, &with);
    }

    /// Inserts whole lines; at the end of a text without a last line feed, that goes in first.
    fn insert_text(&mut self, at: usize, lines: &str) {
        let open = self.text.get(..at).is_some_and(|before| !before.is_empty() && !before.ends_with('\n'));
        let lines = if open { format!("\n{}", lines.trim_end_matches('\n')) } else { lines.to_owned() };
        self.replace(at..at, &lines);
    }
}
