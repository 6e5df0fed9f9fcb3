//! Checklist files: TOML in, a sound checklist out, or every problem of the file at its line.

mod doubt;
mod flaw;
mod items;
mod parts;

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::ops::Range;

use semver::Version;
use sha2::{Digest, Sha256};

use crate::diagnostic::Report;
use crate::error::{Error, Result};
use crate::i18n::{Text, say};
use crate::model::checklist::{Formerly, Guide, Locus, Parts, Probe, Reference, Scale, Table};
use crate::model::{Checklist, Id, Level};
use crate::text::one_line;

use super::disk;
use super::format::checklist as format;
use super::kind::Kind;
use super::reader::{Fields, Node, Reader, normalise, read};

/// The checklist that `source` holds, `path_shown` being the file as people name it.
///
/// # Errors
///
/// Every problem of the file at once: syntax, types, unknown and missing keys, ids, links, levels.
pub fn read_checklist(path_shown: &str, source: &str) -> Result<Checklist> {
    read(path_shown, source, Some(&format::CHECKLIST), |reader, root| {
        Walk::new(reader).checklist(root, &digest(source.as_bytes()))
    })
}

/// The checklist that the bytes of a file are, and what is doubtful about it.
///
/// # Errors
///
/// As [`read_checklist`], and where they are not UTF-8, or plainly another kind of file.
pub fn doubts_of(path_shown: &str, bytes: Vec<u8>) -> Result<(Checklist, Report)> {
    let source = source_of(path_shown, bytes)?;
    let (checklist, doubts) = read(path_shown, &source, Some(&format::CHECKLIST), |reader, root| {
        let mut walk = Walk::new(reader);
        let checklist = walk.checklist(root, &digest(source.as_bytes()))?;
        let doubts = checklist.doubts().into_iter().map(|doubt| walk.doubt(doubt)).collect();
        Some((checklist, doubts))
    })?;
    Ok((checklist, Report::new(path_shown, normalise(&source), doubts)))
}

/// The checklist in the bytes of a file.
///
/// # Errors
///
/// As [`doubts_of`].
pub fn checklist_of(path_shown: &str, bytes: Vec<u8>) -> Result<Checklist> {
    read_checklist(path_shown, &source_of(path_shown, bytes)?)
}

/// The text that the bytes of a checklist file hold; an error where they are not UTF-8, or plainly another kind of file.
fn source_of(path_shown: &str, bytes: Vec<u8>) -> Result<String> {
    if let Some(kind) = Kind::of(path_shown, &bytes).filter(|kind| *kind != Kind::Toml) {
        let shown = one_line(path_shown);
        let error = Error::new(say::not_a_checklist(&shown, kind.name()));
        return Err(error.hint(say::not_a_checklist_hint(&shown)));
    }
    disk::text(path_shown, bytes)
}

/// The id and the version of the checklist that `source` holds, as far as the file can be read at all. They stand before the
/// first table, so that most often no more than that is read.
pub(super) fn peek(source: &str) -> Option<(Id, String)> {
    let text = normalise(source);
    let head = text.find("\n[").and_then(|end| text.get(..end));
    // What is open where that ends, such as a list over several lines, is no head.
    let head = head.map(toml::de::DeTable::parse_recoverable).filter(|(_, wrong)| wrong.is_empty());
    let (table, _) = head.unwrap_or_else(|| toml::de::DeTable::parse_recoverable(&text));
    let word = |key: &str| table.get_ref().get(key).and_then(|value| value.get_ref().as_str());
    Some((Id::parse(word("id")?)?, word("version").unwrap_or_default().to_owned()))
}

/// `sha256:` and the digest in hexadecimal.
pub(super) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold("sha256:".to_owned(), |mut shown, byte| {
        // Writing to a string does not fail.
        let _ = write!(shown, "{byte:02x}");
        shown
    })
}

/// One pass over a checklist file.
struct Walk<'r, 's> {
    reader: &'r mut Reader<'s>,
    /// Where everything stands that a rule may complain about.
    places: HashMap<Locus, Range<usize>>,
    /// Tables of which an id could not be read: a link into one of them may be right.
    unsure: HashSet<Table>,
    /// Whether a level of a criterion could not be read: a level that seems to have no criteria may have some.
    levels_unsure: bool,
    /// Scales of which something could not be read: what else seems to be wrong with them may follow from that.
    scales_unsure: HashSet<usize>,
}

/// An item of a table that is being read.
#[derive(Clone, Copy)]
struct Item<'f, 'a> {
    fields: &'f Fields<'a>,
    table: Table,
    at: usize,
}

impl Item<'_, '_> {
    fn locus(&self, field: &'static str) -> Locus {
        Locus::new(self.table, self.at, field)
    }
}

impl<'r, 's> Walk<'r, 's> {
    fn new(reader: &'r mut Reader<'s>) -> Self {
        Self {
            reader,
            places: HashMap::new(),
            unsure: HashSet::new(),
            levels_unsure: false,
            scales_unsure: HashSet::new(),
        }
    }

    fn checklist(&mut self, root: &Fields<'_>, digest: &str) -> Option<Checklist> {
        self.reader.only(root, &format::CHECKLIST.names());
        let format = self.reader.format(root);
        let id = self.reader.required(root, "id", Reader::id);
        let version = self.reader.required(root, "version", version);
        let head = Item { fields: root, table: Table::Head, at: 0 };
        let (title, summary) = (self.title(head), self.maybe_text(head, "summary"));
        let parts = Parts {
            // What could not be read has been noted, so its stand-in is never seen: it keeps the other rules going.
            id: id.clone().unwrap_or_else(|| Id::foreign("")),
            version: version.clone().unwrap_or_else(|| Version::new(0, 0, 0)),
            title,
            summary,
            scoring: self.reader.optional(root, "scoring", parts::scoring).unwrap_or_default(),
            schemes: self.reader.optional(root, "schemes", parts::schemes).unwrap_or_default(),
            scales: self.items(root, Table::Scales, Self::scale),
            levels: self.items(root, Table::Levels, Self::level_def),
            areas: self.items(root, Table::Areas, Self::area),
            roles: self.items(root, Table::Roles, Self::role),
            criteria: self.items(root, Table::Criteria, Self::criterion),
            practices: self.items(root, Table::Practices, Self::practice),
            deliverables: self.items(root, Table::Deliverables, Self::deliverable),
            metrics: self.items(root, Table::Metrics, Self::metric),
            loops: self.items(root, Table::Loops, Self::improvement_loop),
            profiles: self.items(root, Table::Profiles, Self::profile),
            routes: self.items(root, Table::Routes, Self::named),
        };
        match Checklist::new(parts.clone(), digest) {
            Ok(checklist) => format.and(id).and(version).map(|_| checklist),
            Err(flaws) => {
                for flaw in flaws {
                    self.flaw(flaw, &parts);
                }
                None
            }
        }
    }

    /// The items of a table that can be read.
    fn items<T>(
        &mut self,
        root: &Fields<'_>,
        table: Table,
        read: impl Fn(&mut Self, Item<'_, '_>) -> Option<T>,
    ) -> Vec<T> {
        let key = table.name();
        let needed = matches!(table, Table::Levels | Table::Criteria);
        let found =
            if needed { self.reader.required(root, key, tables) } else { self.reader.optional(root, key, tables) };
        let broken =
            found.is_none() && (needed || root.get(key).is_some()) || needed && self.reader.is_empty(root, key);
        let written = root.get(key).and_then(|node| node.get_ref().as_array()).map_or(0, |list| list.len());
        let mut items = Vec::new();
        let mut lost = broken || found.as_ref().is_some_and(|found| found.len() < written);
        for (span, fields) in found.unwrap_or_default() {
            let item = Item { fields: &fields, table, at: items.len() };
            self.places.insert(item.locus(""), span);
            match read(self, item) {
                Some(read) => items.push(read),
                None => lost = true,
            }
        }
        if lost {
            self.unsure.insert(table);
            self.levels_unsure |= needed;
        }
        items
    }

    /// Keeps the place of a key's value.
    fn placed(&mut self, item: Item<'_, '_>, key: &'static str) {
        if let Some(node) = item.fields.get(key) {
            self.places.insert(item.locus(key), node.span());
        }
    }

    fn id(&mut self, item: Item<'_, '_>) -> Option<Id> {
        self.placed(item, "id");
        self.reader.required(item.fields, "id", Reader::id)
    }

    fn title(&mut self, item: Item<'_, '_>) -> Text {
        self.placed(item, "title");
        self.reader.required(item.fields, "title", Reader::text).unwrap_or_else(blank)
    }

    fn maybe_text(&mut self, item: Item<'_, '_>, key: &'static str) -> Option<Text> {
        self.placed(item, key);
        self.reader.optional(item.fields, key, Reader::text)
    }

    /// The published number.
    fn code(&mut self, item: Item<'_, '_>) -> Option<String> {
        self.reader.optional(item.fields, "code", Reader::filled)
    }

    /// What is said to whoever has to answer; keys that the item must not have have been noted.
    fn guide(&mut self, item: Item<'_, '_>) -> Guide {
        let guidance = self.maybe_text(item, "guidance");
        let mut answers = Vec::new();
        for option in Scale::built_in().options.iter().map(|option| option.id.clone()) {
            if let Some(node) = item.fields.get(option.as_str()) {
                let text = self.reader.text(option.as_str(), node);
                self.answer(item, &mut answers, node.span(), option, text);
            }
        }
        for (option, span, text) in self.reader.optional(item.fields, "options", parts::options).unwrap_or_default() {
            self.answer(item, &mut answers, span, option, text);
        }
        Guide { guidance, answers, check: self.maybe_text(item, "check"), pitfall: self.maybe_text(item, "pitfall") }
    }

    /// What an answer looks like, its place kept.
    fn answer(
        &mut self,
        item: Item<'_, '_>,
        answers: &mut Vec<(Id, Text)>,
        span: Range<usize>,
        option: Id,
        text: Option<Text>,
    ) {
        self.places.insert(item.locus("options").nth(answers.len()), span);
        answers.extend(text.map(|text| (option, text)));
    }

    fn flag(&mut self, item: Item<'_, '_>, key: &str, default: bool) -> bool {
        self.reader.optional(item.fields, key, Reader::boolean).unwrap_or(default)
    }

    fn level(&mut self, item: Item<'_, '_>) -> Level {
        self.placed(item, "level");
        let level = self.reader.required(item.fields, "level", |reader, key, node| reader.small(key, node, 1));
        if level.is_none() {
            self.levels_unsure = true;
            if item.table == Table::Levels {
                self.unsure.insert(Table::Levels);
            }
        }
        Level::new(level.unwrap_or_default())
    }

    fn link(&mut self, item: Item<'_, '_>, field: &'static str) -> Option<Id> {
        let node = item.fields.get(field)?;
        self.places.insert(item.locus(field), node.span());
        self.reader.id(field, node)
    }

    fn links(&mut self, item: Item<'_, '_>, field: &'static str) -> Vec<Id> {
        self.many(item, field, Reader::id)
    }

    /// The elements of a list that can be read, the place of each kept.
    fn many<T>(
        &mut self,
        item: Item<'_, '_>,
        field: &'static str,
        read: impl FnMut(&mut Reader<'s>, &str, Node<'_>) -> Option<T>,
    ) -> Vec<T> {
        let mut read = read;
        let found = self.reader.optional(item.fields, field, |reader, key, node| reader.list(key, node, &mut read));
        self.kept(item, field, found.unwrap_or_default())
    }

    /// The elements of a list, the place of each kept.
    fn kept<T>(
        &mut self,
        item: Item<'_, '_>,
        field: &'static str,
        found: impl IntoIterator<Item = (Range<usize>, T)>,
    ) -> Vec<T> {
        let found = found.into_iter().enumerate();
        found
            .map(|(nth, (span, one))| {
                self.places.insert(item.locus(field).nth(nth), span);
                one
            })
            .collect()
    }

    /// Its earlier ids: a list of them, or of editions with theirs.
    fn formerly(&mut self, item: Item<'_, '_>) -> Vec<Formerly> {
        let found =
            self.reader.optional(item.fields, "formerly", |reader, key, node| reader.list(key, node, parts::formerly));
        self.kept(item, "formerly", found.unwrap_or_default().into_iter().flat_map(|(_, ids)| ids))
    }

    fn references(&mut self, item: Item<'_, '_>) -> Vec<Reference> {
        self.many(item, "references", parts::reference)
    }

    fn probes(&mut self, item: Item<'_, '_>) -> Vec<Probe> {
        let found =
            self.reader.optional(item.fields, "probes", |reader, key, node| reader.list(key, node, parts::probe));
        self.kept(item, "probes", found.unwrap_or_default().into_iter().map(|(_, probe)| probe))
    }
}

fn blank() -> Text {
    Text::plain("")
}

fn version(reader: &mut Reader<'_>, key: &str, node: Node<'_>) -> Option<Version> {
    let text = reader.string(key, node)?;
    let version = Version::parse(&text).ok();
    if version.is_none() {
        let message = say::bad_version(one_line(&text));
        reader.problem(node.span(), message).hint = Some(say::bad_version_hint());
    }
    version
}

/// The tables of a list.
fn tables<'a>(reader: &mut Reader<'_>, key: &str, node: Node<'a>) -> Option<Vec<(Range<usize>, Fields<'a>)>> {
    if node.get_ref().as_array().is_none() {
        reader.wrong_type(key, node, &say::noun_tables(), "`[[…]]`");
        return None;
    }
    let def = format::CHECKLIST.key(key)?.tables().next()?;
    reader.list(key, node, |reader, key, each| reader.strict(key, each, def))
}
