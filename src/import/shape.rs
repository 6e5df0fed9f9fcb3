//! What was found, made into the items of a checklist: levels without gaps, areas within areas, ids that stay.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use semver::Version;

use super::fields::SCHEMES;
use super::ledger::mark;
use super::merge::{Known, Old};
use super::prose::clean;
use super::{At, Cited, Found, Item, Name, Skipped, What, slug};
use crate::i18n::{Text, say};
use crate::model::Id;
use crate::model::checklist::DEEPEST;
use crate::model::id::is_uuid;
use crate::text::one_line;

/// A value of a checklist file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A whole number.
    Number(u8),
    /// Ids of other items.
    Ids(Vec<String>),
    /// Where an item comes from.
    References(Vec<Cited>),
}

/// An item of a checklist file.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its id; of a level its number.
    pub id: String,
    /// Its values by their keys, without the id.
    pub fields: Vec<(String, Value)>,
}

impl Entry {
    /// One of its texts, if it has it.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.fields.iter().find(|(own, _)| own == key).and_then(|(_, value)| match value {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// Its level, if it has one.
    pub fn level(&self) -> Option<u8> {
        self.fields.iter().find(|(own, _)| own == "level").and_then(|(_, value)| match value {
            Value::Number(level) => Some(*level),
            _ => None,
        })
    }
}

/// A checklist before it is written.
#[derive(Debug)]
pub struct Draft {
    /// Its id.
    pub id: Id,
    /// Its title, version and summary.
    pub head: Entry,
    /// Where numbers of schemes are read.
    pub schemes: Entry,
    /// The levels.
    pub levels: Vec<Entry>,
    /// The areas, each after the one that it lies in.
    pub areas: Vec<Entry>,
    /// What gates a level.
    pub criteria: Vec<Entry>,
    /// What proves something.
    pub deliverables: Vec<Entry>,
    /// What has to be said of how it was made.
    pub remarks: Vec<Text>,
}

/// A checklist of what was found, with the ids that `old` has for the same items.
pub fn shape(id: Id, found: &mut Found, old: &Old, files: &[String]) -> Draft {
    let mut remarks = Vec::new();
    drop_repeated(found, files);
    found.skipped.sort_by_key(|one| (files.iter().position(|file| *file == one.file), one.at.number()));
    let numbers = level_numbers(found, &mut remarks);
    let han = found.items.iter().filter(|item| is_han(&item.name.title)).count() * 2 > found.items.len();
    let areas = areas(found, old, &mut remarks);
    let (criteria, deliverables): (Vec<&Item>, Vec<&Item>) =
        found.items.iter().partition(|item| item.what == What::Criterion);
    let names = |items: &[&Item]| items.iter().map(|item| item.name.clone()).collect::<Vec<_>>();
    let level = |item: &Item| numbers.get(&item.level).copied().unwrap_or(1);
    let criterion_ids = ids(&old.known("criteria"), &names(&criteria), |nth| {
        criteria.get(nth).map_or("c".to_owned(), |item| format!("l{}", level(item)))
    });
    let deliverable_ids = ids(&old.known("deliverables"), &names(&deliverables), |_| "deliverable".to_owned());
    let by_code: HashMap<&str, &String> = criteria
        .iter()
        .map(|item| item.name.code.as_str())
        .zip(&criterion_ids)
        .filter(|(code, _)| !code.is_empty())
        .collect();
    let criteria_entries = criteria.iter().zip(&criterion_ids).map(|(item, id)| {
        let mut entry = item_entry(item, id);
        let area = path(item).last().and_then(|_| areas.ids.get(&path(item))).cloned();
        let mut first = vec![("level".to_owned(), Value::Number(level(item)))];
        first.extend(area.map(|area| ("area".to_owned(), Value::Text(area))));
        entry.fields.splice(0..0, first);
        let after = item.after.as_deref().and_then(|code| by_code.get(code)).map(|id| Value::Ids(vec![(*id).clone()]));
        entry.fields.extend(after.map(|after| ("after".to_owned(), after)));
        entry
    });
    let criteria_entries: Vec<Entry> = criteria_entries.collect();
    let deliverable_entries =
        deliverables.iter().zip(&deliverable_ids).map(|(item, id)| item_entry(item, id)).collect();
    let levels = levels(found, &numbers, han);
    Draft {
        head: head(&id, found, &mut remarks),
        schemes: schemes(found),
        id,
        levels,
        areas: areas.entries,
        criteria: criteria_entries,
        deliverables: deliverable_entries,
        remarks,
    }
}

fn is_han(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// Skips what is there already: the same number, or the same title in the same place.
fn drop_repeated(found: &mut Found, files: &[String]) {
    let mut codes: HashMap<(u8, String), At> = HashMap::new();
    let mut titles: HashMap<(u8, u8, Name, Vec<Name>), At> = HashMap::new();
    let mut kept = Vec::with_capacity(found.items.len());
    for item in std::mem::take(&mut found.items) {
        let at = item.at.unwrap_or(At::Line(1));
        let kind = u8::from(item.what == What::Deliverable);
        let code = item.name.code.clone();
        let first = if code.is_empty() {
            *titles.entry((kind, item.level, item.name.clone(), item.areas.clone())).or_insert(at)
        } else {
            *codes.entry((kind, code.clone())).or_insert(at)
        };
        if first == at {
            kept.push(item);
            continue;
        }
        let why = Text::each(|lang| {
            if code.is_empty() {
                say::import_same_title(lang, first.shown(lang))
            } else {
                say::import_same_code(lang, first.shown(lang))
            }
        });
        let file = files.get(item.file).cloned().unwrap_or_default();
        let what = if code.is_empty() { item.name.title } else { code };
        found.skipped.push(Skipped { file, at, what, why });
    }
    found.items = kept;
}

/// The level that each level of the source becomes: as they are, gaps closed above the lowest that has anything.
fn level_numbers(found: &Found, remarks: &mut Vec<Text>) -> BTreeMap<u8, u8> {
    let criteria = found.items.iter().filter(|item| item.what == What::Criterion);
    let used: BTreeSet<u8> = criteria.map(|item| item.level).collect();
    let mut numbers = BTreeMap::new();
    let mut next = 0;
    for level in used {
        next = if next == 0 { level } else { next + 1 };
        if next != level {
            remarks.push(say::import_level_moved(level, next));
        }
        numbers.insert(level, next);
    }
    numbers
}

fn levels(found: &Found, numbers: &BTreeMap<u8, u8>, han: bool) -> Vec<Entry> {
    let most = numbers.values().copied().max().unwrap_or(1);
    (1..=most)
        .map(|level| {
            let source = numbers.iter().find(|(_, number)| **number == level).map_or(level, |(source, _)| *source);
            let plain = if han { format!("{source} 级") } else { format!("Level {source}") };
            let (title, meaning) = found.levels.get(&source).cloned().unwrap_or_default();
            let title = if title.trim().is_empty() { plain } else { one_line(&title) };
            let mut fields = vec![("title".to_owned(), Value::Text(title))];
            if !meaning.trim().is_empty() {
                fields.push(("meaning".to_owned(), Value::Text(clean(&meaning))));
            }
            Entry { id: level.to_string(), fields }
        })
        .collect()
}

/// The areas that an item lies in, as many as may lie in each other.
fn path(item: &Item) -> Vec<Name> {
    item.areas.iter().take(DEEPEST).cloned().collect()
}

struct Areas {
    entries: Vec<Entry>,
    ids: HashMap<Vec<Name>, String>,
}

fn areas(found: &Found, old: &Old, remarks: &mut Vec<Text>) -> Areas {
    let mut paths: Vec<Vec<Name>> = Vec::new();
    let mut seen = HashSet::new();
    for item in found.items.iter().filter(|item| item.what == What::Criterion) {
        let path = path(item);
        for length in 1..=path.len() {
            let above = path.get(..length).unwrap_or_default().to_vec();
            if seen.insert(above.clone()) {
                paths.push(above);
            }
        }
    }
    if found.items.iter().any(|item| item.areas.len() > DEEPEST) {
        remarks.push(say::import_areas_cut(DEEPEST));
    }
    let names: Vec<Name> = paths.iter().filter_map(|path| path.last().cloned()).collect();
    let made = ids(&old.known("areas"), &names, |_| "area".to_owned());
    let ids: HashMap<Vec<Name>, String> = paths.iter().cloned().zip(made.iter().cloned()).collect();
    let entries = paths.iter().zip(&made).map(|(path, id)| {
        let name = path.last().cloned().unwrap_or_default();
        let mut fields = named(&name, id);
        let parent = path.split_last().map(|(_, above)| above).and_then(|above| ids.get(above));
        fields.extend(parent.map(|parent| ("parent".to_owned(), Value::Text(parent.clone()))));
        Entry { id: id.clone(), fields }
    });
    let entries = entries.collect();
    Areas { entries, ids }
}

/// Title and number; a number that is the id already is not said again.
fn named(name: &Name, id: &str) -> Vec<(String, Value)> {
    let title = if name.title.is_empty() { &name.code } else { &name.title };
    let mut fields = vec![("title".to_owned(), Value::Text(title.clone()))];
    if !name.code.is_empty() && name.code != *id && !name.title.is_empty() && !is_uuid(&name.code) {
        fields.push(("code".to_owned(), Value::Text(name.code.clone())));
    }
    fields
}

fn item_entry(item: &Item, id: &str) -> Entry {
    let mut fields = named(&item.name, id);
    fields.extend(item.texts.iter().map(|(key, text)| ((*key).to_owned(), Value::Text(text.clone()))));
    let mut references: Vec<Cited> = Vec::new();
    for reference in &item.references {
        if !references.contains(reference) {
            references.push(reference.clone());
        }
    }
    if !references.is_empty() {
        fields.push(("references".to_owned(), Value::References(references)));
    }
    Entry { id: id.to_owned(), fields }
}

fn head(id: &Id, found: &Found, remarks: &mut Vec<Text>) -> Entry {
    let title = found.title.clone().map(|title| one_line(&title)).filter(|title| !title.is_empty());
    let said = found.version.as_deref().map(one_line).filter(|version| !version.is_empty());
    let version = said.as_deref().and_then(version);
    if let Some(said) = said.filter(|_| version.is_none()) {
        remarks.push(say::import_version(said));
    }
    let version = version.unwrap_or_else(|| Version::new(1, 0, 0));
    let mut fields = vec![
        ("version".to_owned(), Value::Text(version.to_string())),
        ("title".to_owned(), Value::Text(title.unwrap_or_else(|| id.to_string()))),
    ];
    let summary = found.summary.as_deref().map(clean).filter(|text| !text.is_empty());
    fields.extend(summary.map(|summary| ("summary".to_owned(), Value::Text(summary))));
    Entry { id: "head".to_owned(), fields }
}

/// A version of three numbers, of what may be one of two or one.
fn version(said: &str) -> Option<Version> {
    let said = said.trim().trim_start_matches(['v', 'V']);
    let parse = |text: &str| Version::parse(text).ok();
    parse(said).or_else(|| parse(&format!("{said}.0"))).or_else(|| parse(&format!("{said}.0.0")))
}

fn schemes(found: &Found) -> Entry {
    let mut used: Vec<&str> = Vec::new();
    for reference in found.items.iter().flat_map(|item| &item.references) {
        if let Cited::Number(scheme, _) = reference
            && !used.contains(&scheme.as_str())
        {
            used.push(scheme);
        }
    }
    let known = |name: &&str| SCHEMES.iter().find(|(own, _)| own == name).and_then(|(_, address)| *address);
    let fields = used.iter().filter_map(|name| Some(((*name).to_owned(), Value::Text(known(name)?.to_owned()))));
    Entry { id: "schemes".to_owned(), fields: fields.collect() }
}

/// The id that a published number becomes; none of a UUID.
fn code_id(name: &Name) -> Option<Id> {
    if is_uuid(&name.code) { None } else { Id::of_code(&name.code) }
}

/// How alike two titles are at least, of 1, where one is taken for the other, mended.
const ALIKE: f64 = 0.6;

/// The most comparisons of titles.
const MOST_PAIRS: usize = 250_000;

/// An id for each name: the one that the same item has in the file already, by its number, by its title, by a title nearly
/// the same; else one made of its number, of its title, or of `place` and a count.
fn ids(known: &[Known], names: &[Name], place: impl Fn(usize) -> String) -> Vec<String> {
    let mut claimed: HashSet<&str> = HashSet::new();
    let by_code: HashMap<&str, &str> =
        known.iter().rev().filter_map(|one| Some((one.code.as_deref()?, &*one.id))).collect();
    let by_title: HashMap<&str, &str> =
        known.iter().rev().flat_map(|one| one.titles.iter().map(|title| (title.as_str(), &*one.id))).collect();
    let without_code: HashSet<&str> = known.iter().filter(|one| one.code.is_none()).map(|one| &*one.id).collect();
    let mut made: Vec<Option<String>> = Vec::with_capacity(names.len());
    for name in names {
        let found = if name.code.is_empty() {
            by_title.get(mark(&name.title).as_str()).copied()
        } else {
            let own = code_id(name).and_then(|own| without_code.get(own.as_str()).copied());
            by_code.get(mark(&name.code).as_str()).copied().or(own)
        };
        made.push(found.filter(|id| claimed.insert(id)).map(str::to_owned));
    }
    let left: Vec<&Known> = known.iter().filter(|one| !claimed.contains(&*one.id) && one.code.is_none()).collect();
    let open = names.iter().zip(&made).filter(|(name, id)| id.is_none() && name.code.is_empty()).count();
    if left.len() * open <= MOST_PAIRS {
        for (name, id) in names.iter().zip(&mut made).filter(|(name, id)| id.is_none() && name.code.is_empty()) {
            let free = left.iter().filter(|one| !claimed.contains(&*one.id) && !one.shown.is_empty());
            let alike = free.map(|one| (strsim::normalized_levenshtein(&one.shown, &name.title), *one));
            let best = alike.max_by(|one, other| one.0.total_cmp(&other.0)).filter(|(alike, _)| *alike >= ALIKE);
            if let Some((_, best)) = best {
                claimed.insert(&best.id);
                *id = Some(best.id.clone());
            }
        }
    }
    let mut taken: HashSet<String> = known.iter().map(|one| one.id.clone()).collect();
    let mut counts: HashMap<String, usize> = HashMap::new();
    let fresh = names.iter().zip(made).enumerate().map(|(nth, (name, id))| {
        if let Some(id) = id {
            return id;
        }
        let own = code_id(name).map(|id| id.to_string()).or_else(|| slug::id_of_title(&name.title));
        let first = own.clone().unwrap_or_else(|| place(nth));
        let count = counts.entry(first.clone()).or_insert(0);
        loop {
            *count += 1;
            let id = if own.is_some() && *count == 1 { first.clone() } else { format!("{first}-{count}") };
            if taken.insert(id.clone()) {
                return id;
            }
        }
    });
    fresh.collect()
}
