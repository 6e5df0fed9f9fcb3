//! Checklist files: TOML in, a sound checklist out, or every problem of the file at its line.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::ops::Range;

use semver::Version;
use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::i18n::{Text, say};
use crate::model::checklist::{
    Area, Better, Criterion, Deliverable, Flaw, Guide, LevelDef, Locus, Loop, LoopStep, Metric, Named, Parts, Practice,
    Profile, Role, Table, Team,
};
use crate::model::{Checklist, Effort, Id, Level};

use super::disk;
use super::reader::{Fields, Node, Reader, read};

/// The checklist that `source` holds, `path_shown` being the file as people name it.
///
/// # Errors
///
/// Every problem of the file at once: syntax, types, unknown and missing keys, ids, links, levels.
pub fn read_checklist(path_shown: &str, source: &str) -> Result<Checklist> {
    read(path_shown, source, |reader, root| Walk::new(reader).checklist(root, &digest(source.as_bytes())))
}

/// The checklist that the bytes of a file are.
///
/// # Errors
///
/// As [`read_checklist`], and where they are not UTF-8.
pub fn checklist_of(path_shown: &str, bytes: Vec<u8>) -> Result<Checklist> {
    read_checklist(path_shown, &disk::text(path_shown, bytes)?)
}

/// The id and the version of the checklist that `source` holds, as far as the file can be read at all.
pub(super) fn peek(source: &str) -> Option<(Id, String)> {
    let text = super::reader::normalise(source);
    let (table, _) = toml::de::DeTable::parse_recoverable(&text);
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
        Self { reader, places: HashMap::new(), unsure: HashSet::new(), levels_unsure: false }
    }

    fn checklist(mut self, root: &Fields<'_>, digest: &str) -> Option<Checklist> {
        self.reader.only(
            root,
            &[
                "format",
                "id",
                "version",
                "title",
                "summary",
                "levels",
                "areas",
                "roles",
                "criteria",
                "practices",
                "deliverables",
                "metrics",
                "loops",
                "profiles",
                "routes",
            ],
        );
        let format = self.reader.format(root);
        let id = self.reader.required(root, "id", Reader::id);
        let version = self.reader.required(root, "version", version);
        let title = self.reader.required(root, "title", Reader::text);
        let summary = self.reader.optional(root, "summary", Reader::text);
        let parts = Parts {
            // What could not be read has been noted, so its stand-in is never seen: it keeps the other rules going.
            id: id.clone().unwrap_or_else(|| Id::foreign("")),
            version: version.clone().unwrap_or_else(|| Version::new(0, 0, 0)),
            title: title.clone().unwrap_or_else(blank),
            summary,
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
            Ok(checklist) => format.and(id).and(version).and(title).map(|_| checklist),
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
        let broken = found.is_none() && (needed || root.get(key).is_some());
        let mut items = Vec::new();
        let mut lost = broken;
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

    fn id(&mut self, item: Item<'_, '_>) -> Option<Id> {
        if let Some(node) = item.fields.get("id") {
            self.places.insert(item.locus("id"), node.span());
        }
        self.reader.required(item.fields, "id", Reader::id)
    }

    fn title(&mut self, item: Item<'_, '_>) -> Text {
        self.reader.required(item.fields, "title", Reader::text).unwrap_or_else(blank)
    }

    fn maybe_text(&mut self, item: Item<'_, '_>, key: &str) -> Option<Text> {
        self.reader.optional(item.fields, key, Reader::text)
    }

    /// The published number.
    fn code(&mut self, item: Item<'_, '_>) -> Option<String> {
        self.reader.optional(item.fields, "code", Reader::filled)
    }

    /// What is said to whoever has to answer; keys that the item must not have have been noted.
    fn guide(&mut self, item: Item<'_, '_>) -> Guide {
        Guide {
            guidance: self.maybe_text(item, "guidance"),
            yes: self.maybe_text(item, "yes"),
            partial: self.maybe_text(item, "partial"),
            no: self.maybe_text(item, "no"),
            check: self.maybe_text(item, "check"),
            pitfall: self.maybe_text(item, "pitfall"),
        }
    }

    fn flag(&mut self, item: Item<'_, '_>, key: &str, default: bool) -> bool {
        self.reader.optional(item.fields, key, Reader::boolean).unwrap_or(default)
    }

    fn level(&mut self, item: Item<'_, '_>) -> Level {
        if let Some(node) = item.fields.get("level") {
            self.places.insert(item.locus("level"), node.span());
        }
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
        let found = self.reader.optional(item.fields, field, |reader, key, node| reader.list(key, node, Reader::id));
        let found = found.unwrap_or_default().into_iter().enumerate();
        found
            .map(|(nth, (span, id))| {
                self.places.insert(item.locus(field).nth(nth), span);
                id
            })
            .collect()
    }

    #[expect(clippy::unnecessary_wraps, reason = "it stands in a row with readers that need it")]
    fn level_def(&mut self, item: Item<'_, '_>) -> Option<LevelDef> {
        self.reader.only(item.fields, &["level", "title", "meaning"]);
        let meaning = self.maybe_text(item, "meaning");
        Some(LevelDef { level: self.level(item), title: self.title(item), meaning })
    }

    fn named(&mut self, item: Item<'_, '_>) -> Option<Named> {
        self.reader.only(item.fields, &["id", "title"]);
        let (id, title) = (self.id(item), self.title(item));
        Some(Named { id: id?, title })
    }

    fn area(&mut self, item: Item<'_, '_>) -> Option<Area> {
        self.reader.only(item.fields, &["id", "title", "code"]);
        let (id, title, code) = (self.id(item), self.title(item), self.code(item));
        Some(Area { id: id?, title, code })
    }

    fn role(&mut self, item: Item<'_, '_>) -> Option<Role> {
        self.reader.only(item.fields, &["id", "area", "title"]);
        let (id, area, title) = (self.id(item), self.link(item, "area"), self.title(item));
        Some(Role { id: id?, area, title })
    }

    fn criterion(&mut self, item: Item<'_, '_>) -> Option<Criterion> {
        self.reader.only(
            item.fields,
            &[
                "id",
                "level",
                "area",
                "role",
                "title",
                "code",
                "guidance",
                "yes",
                "partial",
                "no",
                "check",
                "pitfall",
                "remedy",
                "practices",
                "deliverables",
                "metrics",
                "route",
                "effort",
                "evidence_required",
                "na_allowed",
                "formerly",
            ],
        );
        let effort = self
            .reader
            .optional(item.fields, "effort", |reader, key, node| reader.word(key, node, Effort::ALL, Effort::word));
        let id = self.id(item);
        let criterion = Criterion {
            id: id.clone().unwrap_or_else(|| Id::foreign("")),
            level: self.level(item),
            area: self.link(item, "area"),
            role: self.link(item, "role"),
            title: self.title(item),
            code: self.code(item),
            guide: self.guide(item),
            remedy: self.maybe_text(item, "remedy"),
            practices: self.links(item, "practices"),
            deliverables: self.links(item, "deliverables"),
            metrics: self.links(item, "metrics"),
            route: self.link(item, "route"),
            effort: effort.unwrap_or(Effort::Medium),
            evidence_required: self.flag(item, "evidence_required", false),
            na_allowed: self.flag(item, "na_allowed", true),
            formerly: self.links(item, "formerly"),
        };
        id.map(|_| criterion)
    }

    fn practice(&mut self, item: Item<'_, '_>) -> Option<Practice> {
        self.reader.only(item.fields, &["id", "role", "title", "code", "guidance", "check", "formerly"]);
        let (id, role, title) = (self.id(item), self.link(item, "role"), self.title(item));
        let (code, guide, formerly) = (self.code(item), self.guide(item), self.links(item, "formerly"));
        Some(Practice { id: id?, role, title, code, guide, formerly })
    }

    fn deliverable(&mut self, item: Item<'_, '_>) -> Option<Deliverable> {
        self.reader.only(item.fields, &["id", "role", "title", "code", "guidance", "check", "formerly"]);
        let (id, role, title) = (self.id(item), self.link(item, "role"), self.title(item));
        let (code, guide, formerly) = (self.code(item), self.guide(item), self.links(item, "formerly"));
        Some(Deliverable { id: id?, role, title, code, guide, formerly })
    }

    fn metric(&mut self, item: Item<'_, '_>) -> Option<Metric> {
        self.reader.only(item.fields, &["id", "group", "title", "code", "guidance", "unit", "better", "target"]);
        let (code, guide) = (self.code(item), self.guide(item));
        let (id, title, unit) = (self.id(item), self.title(item), self.maybe_text(item, "unit"));
        let group = self.reader.optional(item.fields, "group", Reader::filled);
        let better = self.reader.optional(item.fields, "better", |reader, key, node| {
            reader.word(key, node, &[Better::Higher, Better::Lower], |better| match better {
                Better::Higher => "higher",
                Better::Lower => "lower",
            })
        });
        let target = self.reader.optional(item.fields, "target", |reader, key, node| reader.target(key, node, true));
        Some(Metric { id: id?, code, guide, group, title, unit, better, target })
    }

    fn improvement_loop(&mut self, item: Item<'_, '_>) -> Option<Loop> {
        self.reader.only(item.fields, &["id", "title", "steps"]);
        let (id, title) = (self.id(item), self.title(item));
        let list = |reader: &mut Reader<'s>, key: &str, node: Node<'_>| {
            reader.list(key, node, |reader, key, each| {
                let fields = reader.table(key, each, format!("`{key}`"))?;
                reader.only(&fields, &["id", "title", "guidance"]);
                let (id, title) =
                    (reader.required(&fields, "id", Reader::id), reader.required(&fields, "title", Reader::text));
                let span = fields.get("id").map_or(each.span(), toml::Spanned::span);
                let guide = Guide { guidance: reader.optional(&fields, "guidance", Reader::text), ..Guide::default() };
                Some((span, LoopStep { id: id?, title: title.unwrap_or_else(blank), guide }))
            })
        };
        let found = self.reader.required(item.fields, "steps", list).unwrap_or_default();
        let mut steps = Vec::new();
        for (_, (span, step)) in found {
            self.places.insert(item.locus("steps").nth(steps.len()), span);
            steps.push(step);
        }
        Some(Loop { id: id?, title, steps })
    }

    fn profile(&mut self, item: Item<'_, '_>) -> Option<Profile> {
        self.reader.only(item.fields, &["id", "title", "teams"]);
        let (id, title) = (self.id(item), self.title(item));
        let list = |reader: &mut Reader<'s>, key: &str, node: Node<'_>| {
            reader.list(key, node, |reader, key, each| {
                let fields = reader.table(key, each, format!("`{key}`"))?;
                reader.only(&fields, &["title", "roles"]);
                let title = reader.required(&fields, "title", Reader::text).unwrap_or_else(blank);
                let roles = reader.required(&fields, "roles", |reader, key, node| reader.list(key, node, Reader::id));
                Some((title, roles.unwrap_or_default()))
            })
        };
        let found = self.reader.required(item.fields, "teams", list).unwrap_or_default();
        let mut teams = Vec::new();
        for (_, (title, spanned)) in found {
            let locus = item.locus("teams").nth(teams.len());
            let mut roles = Vec::new();
            for (span, role) in spanned {
                self.places.insert(locus.inner(roles.len()), span);
                roles.push(role);
            }
            teams.push(Team { title, roles });
        }
        Some(Profile { id: id?, title, teams })
    }

    fn place(&self, at: Locus) -> Range<usize> {
        let whole = Locus::new(at.table, at.item, "");
        self.places.get(&at).or_else(|| self.places.get(&whole)).cloned().unwrap_or_default()
    }

    /// Notes a broken rule, unless it may follow from something that could not be read.
    fn flaw(&mut self, flaw: Flaw, parts: &Parts) {
        let (at, message, hint) = match flaw {
            Flaw::DuplicateId { at, first, id } => {
                let line = self.reader.line_of(self.place(first).start);
                (at, say::duplicate_id(id, line), say::duplicate_id_hint())
            }
            Flaw::DeadLink { table, .. } if self.unsure.contains(&table) => return,
            Flaw::DeadLink { at, id, table, nearest } => {
                let hint = match nearest {
                    Some(nearest) => say::did_you_mean(nearest),
                    None => say::dead_link_hint(table.name(), &id),
                };
                (at, say::dead_link(&id, table.name()), hint)
            }
            Flaw::LevelOrder { .. } | Flaw::LevelRange { .. } if self.unsure.contains(&Table::Levels) => return,
            // It stands for a level that could not be read.
            Flaw::LevelRange { at, .. } if parts.criteria.get(at.item).is_none_or(|one| one.level == Level::NONE) => {
                return;
            }
            Flaw::LevelWithoutCriteria { .. } if self.levels_unsure => return,
            Flaw::LevelOrder { at, expected } => (at, say::level_order(expected), say::level_order_hint()),
            Flaw::LevelRange { at, max } => (at, say::level_out_of_range(max), say::level_out_of_range_hint(max)),
            Flaw::LevelWithoutCriteria { at } => {
                let level = parts.levels.get(at.item).map_or(Level::NONE, |def| def.level);
                (at, say::level_without_criteria(level), say::level_without_criteria_hint(level))
            }
        };
        let span = self.place(at);
        self.reader.problem(span, message).hint = Some(hint);
    }
}

fn blank() -> Text {
    Text::plain("")
}

fn version(reader: &mut Reader<'_>, key: &str, node: Node<'_>) -> Option<Version> {
    let text = reader.string(key, node)?;
    let version = Version::parse(&text).ok();
    if version.is_none() {
        let message = say::bad_version(crate::text::one_line(&text));
        reader.problem(node.span(), message).hint = Some(say::bad_version_hint());
    }
    version
}

/// The tables of a list, each called after it.
fn tables<'a>(reader: &mut Reader<'_>, key: &str, node: Node<'a>) -> Option<Vec<(Range<usize>, Fields<'a>)>> {
    if node.get_ref().as_array().is_none() {
        reader.wrong_type(key, node, &say::noun_tables(), "`[[…]]`").hint = Some(say::wrong_type_tables_hint(key));
        return None;
    }
    reader.list(key, node, |reader, key, each| reader.table(key, each, format!("[[{key}]]")))
}
