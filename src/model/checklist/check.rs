//! The rules that make a checklist sound, and where each is broken.

use std::collections::{HashMap, HashSet};

use super::{Parts, Scale};
use crate::model::{Id, Level};
use crate::text::nearest;

/// A table of a checklist file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Table {
    /// The keys before the first table.
    Head,
    /// `[[scales]]`
    Scales,
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
            Self::Head => "",
            Self::Scales => "scales",
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
    /// A level above one with criteria has none: it could never be achieved.
    LevelWithoutCriteria {
        /// The level.
        at: Locus,
    },
    /// Areas, or criteria that come after each other, lead back to where they began.
    Circle {
        /// The link that closes the circle.
        at: Locus,
        /// What it leads back to.
        id: Id,
    },
    /// An area lies deeper than [`DEEPEST`].
    TooDeep {
        /// The area.
        at: Locus,
    },
    /// An answer is described that the item's scale does not have.
    NoSuchOption {
        /// The description.
        at: Locus,
        /// The answer.
        option: Id,
        /// The scale.
        scale: Id,
    },
    /// A scale is not one that can be answered by.
    Scale {
        /// Where.
        at: Locus,
        /// What is wrong.
        what: BadScale,
    },
}

/// What is wrong with a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadScale {
    /// It has the id of the built-in one.
    BuiltIn,
    /// It has fewer than two options, or more than nine.
    Size,
    /// An option counts more than the one before it.
    Order,
    /// None of its options meets an item.
    NeverMet,
    /// An option has the id of the answer that an item does not apply.
    NotApplicable,
    /// Two options have one letter.
    SameKey,
}

/// For how many dead links of a file the nearest id is looked for.
const LOOKED: usize = 50;

/// How deep areas may lie in each other.
pub const DEEPEST: usize = 4;

/// Every id that stands in a table, with its place.
pub(super) fn ids(parts: &Parts) -> impl Iterator<Item = (Locus, &Id)> {
    fn of<'a, T: 'a>(
        table: Table,
        items: &'a [T],
        id: impl Fn(&'a T) -> &'a Id + 'a,
    ) -> impl Iterator<Item = (Locus, &'a Id)> {
        items.iter().enumerate().map(move |(at, item)| (Locus::new(table, at, "id"), id(item)))
    }
    of(Table::Scales, &parts.scales, |item| &item.id)
        .chain(of(Table::Areas, &parts.areas, |item| &item.id))
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
    circles(parts, &mut flaws);
    parts.scales.iter().enumerate().for_each(|(item, one)| scale(item, one, &mut flaws));
    answers(parts, &mut flaws);
    flaws
}

fn duplicates(parts: &Parts, flaws: &mut Vec<Flaw>) {
    let former = [
        (Table::Criteria, parts.criteria.iter().map(|item| (&item.id, &item.formerly)).collect::<Vec<_>>()),
        (Table::Practices, parts.practices.iter().map(|item| (&item.id, &item.formerly)).collect()),
        (Table::Deliverables, parts.deliverables.iter().map(|item| (&item.id, &item.formerly)).collect()),
    ];
    // A step's id has to be unique in its loop only, an option's in its scale; everything else in its table.
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
    for (item, scale) in parts.scales.iter().enumerate() {
        for (nth, option) in scale.options.iter().enumerate() {
            see(Some(item), Locus::new(Table::Scales, item, "options").nth(nth), &option.id);
        }
    }
    // A probe's in its item.
    let probes = (parts.criteria.iter().enumerate().map(|(at, item)| (Table::Criteria, at, &item.probes)))
        .chain(parts.practices.iter().enumerate().map(|(at, item)| (Table::Practices, at, &item.probes)))
        .chain(parts.deliverables.iter().enumerate().map(|(at, item)| (Table::Deliverables, at, &item.probes)));
    for (table, item, probes) in probes {
        for (nth, probe) in probes.iter().enumerate() {
            see(Some(item), Locus::new(table, item, "probes").nth(nth), &probe.id);
        }
    }
    // Several items may have been one (a split), and an id may be in use again (a reuse) for the editions that say so.
    for (table, lists) in former {
        let present: HashMap<&Id, usize> = lists.iter().enumerate().map(|(item, (id, _))| (*id, item)).collect();
        for (item, (_, list)) in lists.iter().enumerate() {
            for (nth, was) in list.iter().enumerate() {
                let at = |nth| Locus::new(table, item, "formerly").nth(nth);
                let own = list.iter().take(nth).position(|other| other == was).map(at);
                let used = present.get(&was.id).filter(|_| was.version.is_none());
                if let Some(first) = own.or(used.map(|item| Locus::new(table, *item, "id"))) {
                    flaws.push(Flaw::DuplicateId { at: at(nth), first, id: was.id.clone() });
                }
            }
        }
    }
}

fn levels(parts: &Parts, flaws: &mut Vec<Flaw>) {
    let mut expected = Level::NONE;
    let asked: HashSet<Level> = parts.criteria.iter().map(|criterion| criterion.level).collect();
    let lowest = asked.iter().min().copied();
    for (item, def) in parts.levels.iter().enumerate() {
        expected = expected.above();
        if def.level != expected {
            flaws.push(Flaw::LevelOrder { at: Locus::new(Table::Levels, item, "level"), expected });
            return;
        }
        // Below the first one that asks something everybody stands.
        if !asked.contains(&def.level) && lowest.is_none_or(|lowest| def.level > lowest) {
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
    // A dead link is often repeated, and a nearest id takes a look at every one.
    let mut alike: HashMap<(Table, Id), Option<String>> = HashMap::new();
    let mut link = |at: Locus, table: Table, id: &Id| {
        if !known.contains(&(table, id)) {
            let looked = alike.len();
            let find = || {
                let names = || known.iter().filter(|(of, _)| *of == table).map(|(_, id)| id.as_str());
                (looked < LOOKED).then(|| nearest(id.as_str(), names()).map(str::to_owned)).flatten()
            };
            let nearest = alike.entry((table, id.clone())).or_insert_with(find).clone();
            flaws.push(Flaw::DeadLink { at, id: id.clone(), table, nearest });
        }
    };
    for (item, area) in parts.areas.iter().enumerate() {
        area.parent.iter().for_each(|id| link(Locus::new(Table::Areas, item, "parent"), Table::Areas, id));
    }
    for (item, role) in parts.roles.iter().enumerate() {
        role.area.iter().for_each(|id| link(Locus::new(Table::Roles, item, "area"), Table::Areas, id));
    }
    for (item, criterion) in parts.criteria.iter().enumerate() {
        let at = |field| Locus::new(Table::Criteria, item, field);
        criterion.area.iter().for_each(|id| link(at("area"), Table::Areas, id));
        criterion.role.iter().for_each(|id| link(at("role"), Table::Roles, id));
        criterion.route.iter().for_each(|id| link(at("route"), Table::Routes, id));
        let scale = criterion.scale.as_ref().filter(|id| **id != *Scale::BUILT_IN);
        if let Some(id) = scale {
            link(at("scale"), Table::Scales, id);
        }
        let lists = [
            ("practices", Table::Practices, &criterion.practices),
            ("deliverables", Table::Deliverables, &criterion.deliverables),
            ("metrics", Table::Metrics, &criterion.metrics),
            ("applies", Table::Profiles, &criterion.applies),
            ("after", Table::Criteria, &criterion.after),
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

/// Areas that lie in each other, and criteria that come after each other.
fn circles(parts: &Parts, flaws: &mut Vec<Flaw>) {
    let place: HashMap<&Id, usize> = parts.areas.iter().enumerate().map(|(at, area)| (&area.id, at)).collect();
    for (item, area) in parts.areas.iter().enumerate() {
        let up = |at: &usize| {
            parts.areas.get(*at).and_then(|area| area.parent.as_ref()).and_then(|id| place.get(id).copied())
        };
        let above: Vec<usize> = std::iter::successors(up(&item), up).take(DEEPEST).collect();
        let at = Locus::new(Table::Areas, item, "parent");
        if above.contains(&item) {
            flaws.push(Flaw::Circle { at, id: area.id.clone() });
        } else if above.len() == DEEPEST {
            flaws.push(Flaw::TooDeep { at });
        }
    }
    let place: HashMap<&Id, usize> = parts.criteria.iter().enumerate().map(|(at, one)| (&one.id, at)).collect();
    // What a criterion comes after is looked at before it; one that is met again on the way closes a circle.
    let mut state = vec![Walked::Not; parts.criteria.len()];
    for start in 0..parts.criteria.len() {
        let mut way = vec![(start, 0)];
        while let Some((item, nth)) = way.pop() {
            let Some(criterion) = parts.criteria.get(item).filter(|_| state.get(item) != Some(&Walked::Done)) else {
                continue;
            };
            let Some(before) = criterion.after.get(nth) else {
                state.iter_mut().skip(item).take(1).for_each(|state| *state = Walked::Done);
                continue;
            };
            state.iter_mut().skip(item).take(1).for_each(|state| *state = Walked::OnTheWay);
            way.push((item, nth + 1));
            match place.get(before).map(|at| (*at, state.get(*at))) {
                Some((_, Some(Walked::OnTheWay))) => {
                    flaws.push(Flaw::Circle {
                        at: Locus::new(Table::Criteria, item, "after").nth(nth),
                        id: before.clone(),
                    });
                }
                Some((at, Some(Walked::Not))) => way.push((at, 0)),
                _ => {}
            }
        }
    }
}

/// How far a criterion was looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Walked {
    Not,
    OnTheWay,
    Done,
}

fn scale(item: usize, scale: &Scale, flaws: &mut Vec<Flaw>) {
    let at = Locus::new(Table::Scales, item, "options");
    let mut wrong = |at, what| flaws.push(Flaw::Scale { at, what });
    if scale.id == *Scale::BUILT_IN {
        wrong(Locus::new(Table::Scales, item, "id"), BadScale::BuiltIn);
    }
    if !(2..=9).contains(&scale.options.len()) {
        wrong(at, BadScale::Size);
    } else if !scale.options.iter().any(|option| option.met) {
        wrong(at, BadScale::NeverMet);
    }
    for (nth, option) in scale.options.iter().enumerate() {
        let earlier = || scale.options.iter().take(nth);
        if earlier().next_back().is_some_and(|last| last.credit < option.credit) {
            wrong(at.nth(nth), BadScale::Order);
        }
        if option.answer().is_na() {
            wrong(at.nth(nth), BadScale::NotApplicable);
        }
        if option.key.is_some() && earlier().any(|other| other.key == option.key) {
            wrong(at.nth(nth), BadScale::SameKey);
        }
    }
}

/// Answers that are described, and that nobody can give.
fn answers(parts: &Parts, flaws: &mut Vec<Flaw>) {
    for (item, criterion) in parts.criteria.iter().enumerate() {
        let Some(scale) = Scale::of(&parts.scales, criterion.scale.as_ref()) else { continue };
        for (nth, (option, _)) in criterion.guide.answers.iter().enumerate() {
            if scale.option(option.as_str()).is_none() {
                let at = Locus::new(Table::Criteria, item, "options").nth(nth);
                flaws.push(Flaw::NoSuchOption { at, option: option.clone(), scale: scale.id.clone() });
            }
        }
    }
}
