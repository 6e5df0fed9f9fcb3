//! The rules that make a checklist sound, and where each is broken.

use std::collections::{HashMap, HashSet};

use super::Parts;
use crate::model::{Id, Level};
use crate::text::nearest;

/// A table of a checklist file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Table {
    /// `[[levels]]`
    Levels,
    /// `[[areas]]`
    Areas,
    /// `[[roles]]`
    Roles,
    /// `[[criteria]]`
    Criteria,
    /// `[[practices]]`
    Practices,
    /// `[[deliverables]]`
    Deliverables,
    /// `[[metrics]]`
    Metrics,
    /// `[[loops]]`
    Loops,
    /// `[[profiles]]`
    Profiles,
    /// `[[routes]]`
    Routes,
}

impl Table {
    /// The table's name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Levels => "levels",
            Self::Areas => "areas",
            Self::Roles => "roles",
            Self::Criteria => "criteria",
            Self::Practices => "practices",
            Self::Deliverables => "deliverables",
            Self::Metrics => "metrics",
            Self::Loops => "loops",
            Self::Profiles => "profiles",
            Self::Routes => "routes",
        }
    }
}

/// A place in a checklist file, for the reader to find the line of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Locus {
    /// The table.
    pub table: Table,
    /// Which of its items, from 0.
    pub item: usize,
    /// The item's key: `id`, `level`, `practices` …
    pub field: &'static str,
    /// Which element of a list, from 0: a link of `practices`; a step of a loop; a team of a profile.
    pub nth: Option<usize>,
    /// Which element of the list in that element, from 0: a role of a profile's team.
    pub inner: Option<usize>,
}

impl Locus {
    /// A key of an item.
    pub const fn new(table: Table, item: usize, field: &'static str) -> Self {
        Self { table, item, field, nth: None, inner: None }
    }

    /// An element of the list under that key.
    #[must_use]
    pub const fn nth(mut self, nth: usize) -> Self {
        self.nth = Some(nth);
        self
    }

    /// An element of the list in that element.
    #[must_use]
    pub const fn inner(mut self, inner: usize) -> Self {
        self.inner = Some(inner);
        self
    }
}

/// A rule that a checklist breaks, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// An id stands twice in a table, in a loop's steps, or among `id` and `formerly` of one table.
    DuplicateId {
        /// The second one.
        at: Locus,
        /// The first one.
        first: Locus,
        /// The id.
        id: Id,
    },
    /// A link names an item that is not there.
    DeadLink {
        /// The link.
        at: Locus,
        /// What it names.
        id: Id,
        /// The table that it ought to be in.
        table: Table,
        /// The id of that table that is most alike, if any is alike.
        nearest: Option<String>,
    },
    /// Levels are not 1, 2, 3 … in order.
    LevelOrder {
        /// The level that is out of order.
        at: Locus,
        /// What it should be.
        expected: Level,
    },
    /// A criterion names a level that is not defined.
    LevelRange {
        /// The criterion's level.
        at: Locus,
        /// The highest level that is defined.
        max: Level,
    },
    /// A level has no criteria: it could never be achieved.
    LevelWithoutCriteria {
        /// The level.
        at: Locus,
    },
}

/// Every id that stands in a table, with its place.
pub(super) fn ids(parts: &Parts) -> impl Iterator<Item = (Locus, &Id)> {
    fn of<'a, T: 'a>(
        table: Table,
        items: &'a [T],
        id: impl Fn(&'a T) -> &'a Id + 'a,
    ) -> impl Iterator<Item = (Locus, &'a Id)> {
        items.iter().enumerate().map(move |(at, item)| (Locus::new(table, at, "id"), id(item)))
    }
    of(Table::Areas, &parts.areas, |item| &item.id)
        .chain(of(Table::Roles, &parts.roles, |item| &item.id))
        .chain(of(Table::Criteria, &parts.criteria, |item| &item.id))
        .chain(of(Table::Practices, &parts.practices, |item| &item.id))
        .chain(of(Table::Deliverables, &parts.deliverables, |item| &item.id))
        .chain(of(Table::Metrics, &parts.metrics, |item| &item.id))
        .chain(of(Table::Loops, &parts.loops, |item| &item.id))
        .chain(of(Table::Profiles, &parts.profiles, |item| &item.id))
        .chain(of(Table::Routes, &parts.routes, |item| &item.id))
}

/// Everything that is wrong with `parts`.
pub(super) fn flaws(parts: &Parts) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    duplicates(parts, &mut flaws);
    levels(parts, &mut flaws);
    links(parts, &mut flaws);
    flaws
}

fn duplicates(parts: &Parts, flaws: &mut Vec<Flaw>) {
    let former = [
        (Table::Criteria, parts.criteria.iter().map(|item| &item.formerly).collect::<Vec<_>>()),
        (Table::Practices, parts.practices.iter().map(|item| &item.formerly).collect()),
        (Table::Deliverables, parts.deliverables.iter().map(|item| &item.formerly).collect()),
    ];
    // A step's id has to be unique in its loop only; everything else in its table.
    let mut first: HashMap<(Table, Option<usize>, &Id), Locus> = HashMap::new();
    let mut see = |scope: Option<usize>, at: Locus, id| {
        let earlier = *first.entry((at.table, scope, id)).or_insert(at);
        if earlier != at {
            flaws.push(Flaw::DuplicateId { at, first: earlier, id: Id::clone(id) });
        }
    };
    for (at, id) in ids(parts) {
        see(None, at, id);
    }
    for (item, of) in parts.loops.iter().enumerate() {
        for (nth, step) in of.steps.iter().enumerate() {
            see(Some(item), Locus::new(Table::Loops, item, "steps").nth(nth), &step.id);
        }
    }
    for (table, lists) in former {
        for (item, list) in lists.into_iter().enumerate() {
            for (nth, id) in list.iter().enumerate() {
                see(None, Locus::new(table, item, "formerly").nth(nth), id);
            }
        }
    }
}

fn levels(parts: &Parts, flaws: &mut Vec<Flaw>) {
    let mut expected = Level::NONE;
    for (item, def) in parts.levels.iter().enumerate() {
        expected = expected.above();
        if def.level != expected {
            flaws.push(Flaw::LevelOrder { at: Locus::new(Table::Levels, item, "level"), expected });
            return;
        }
        if !parts.criteria.iter().any(|criterion| criterion.level == def.level) {
            flaws.push(Flaw::LevelWithoutCriteria { at: Locus::new(Table::Levels, item, "level") });
        }
    }
    for (item, criterion) in parts.criteria.iter().enumerate() {
        if criterion.level == Level::NONE || criterion.level > expected {
            flaws.push(Flaw::LevelRange { at: Locus::new(Table::Criteria, item, "level"), max: expected });
        }
    }
}

fn links(parts: &Parts, flaws: &mut Vec<Flaw>) {
    let known: HashSet<(Table, &Id)> = ids(parts).map(|(at, id)| (at.table, id)).collect();
    let mut link = |at: Locus, table: Table, id: &Id| {
        if !known.contains(&(table, id)) {
            let names = known.iter().filter(|(of, _)| *of == table).map(|(_, id)| id.as_str());
            let nearest = nearest(id.as_str(), names).map(str::to_owned);
            flaws.push(Flaw::DeadLink { at, id: id.clone(), table, nearest });
        }
    };
    for (item, role) in parts.roles.iter().enumerate() {
        role.area.iter().for_each(|id| link(Locus::new(Table::Roles, item, "area"), Table::Areas, id));
    }
    for (item, criterion) in parts.criteria.iter().enumerate() {
        let at = |field| Locus::new(Table::Criteria, item, field);
        criterion.area.iter().for_each(|id| link(at("area"), Table::Areas, id));
        criterion.role.iter().for_each(|id| link(at("role"), Table::Roles, id));
        criterion.route.iter().for_each(|id| link(at("route"), Table::Routes, id));
        let lists = [
            ("practices", Table::Practices, &criterion.practices),
            ("deliverables", Table::Deliverables, &criterion.deliverables),
            ("metrics", Table::Metrics, &criterion.metrics),
        ];
        for (field, table, ids) in lists {
            ids.iter().enumerate().for_each(|(nth, id)| link(at(field).nth(nth), table, id));
        }
    }
    for (item, practice) in parts.practices.iter().enumerate() {
        practice.role.iter().for_each(|id| link(Locus::new(Table::Practices, item, "role"), Table::Roles, id));
    }
    for (item, deliverable) in parts.deliverables.iter().enumerate() {
        deliverable.role.iter().for_each(|id| link(Locus::new(Table::Deliverables, item, "role"), Table::Roles, id));
    }
    for (item, profile) in parts.profiles.iter().enumerate() {
        for (nth, team) in profile.teams.iter().enumerate() {
            let at = Locus::new(Table::Profiles, item, "teams").nth(nth);
            team.roles.iter().enumerate().for_each(|(inner, id)| link(at.inner(inner), Table::Roles, id));
        }
    }
}
