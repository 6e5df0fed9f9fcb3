//! The tree of the outline: every item of the checklist in groups that fold, and the cursor in it.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::iter::Peekable;

use crate::i18n::{Lang, say};
use crate::model::checklist::Area;
use crate::model::{Assessment, Checklist, Id, Key, Level};
use crate::wording;

/// A group of items.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// The criteria of a level.
    Level(Level),
    /// The criteria of an area, of every level.
    Area(Id),
    /// Criteria without an area.
    NoArea,
    /// The deliverables.
    Deliverables,
    /// All practices, by role.
    Practices,
    /// The practices of a role; whether the team's profile has it.
    Role(Id, bool),
    /// Practices without a role.
    OtherPractices,
    /// All metrics.
    Metrics,
    /// The metrics of a group, by the word that the checklist gives it.
    MetricGroup(String),
    /// The improvement loops.
    Loops,
    /// The steps of a loop.
    Loop(Id),
}

/// One row of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A group, with the index past its last row.
    Group(Group, usize),
    /// An item.
    Item(Key),
}

/// A row and how deep it stands, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub node: Node,
    /// How deep it stands.
    pub depth: usize,
}

/// The outline of one assessment.
#[derive(Clone, Debug)]
pub struct Tree {
    rows: Vec<Row>,
    folded: HashSet<usize>,
    at: usize,
    /// Whether the criteria stand by area instead of by level.
    by_area: bool,
    /// The only items that are shown, if not all are.
    only: Option<HashSet<Key>>,
    /// How often its rows, or which of them are shown, have changed.
    shape: u64,
    /// The widest row, in the language that it was measured in.
    widest: Cell<Option<(Lang, u16)>>,
}

impl Tree {
    /// The outline of `checklist`, its criteria by area where it leads with those, the roles of the assessment's profile first and the other roles folded, the cursor on
    /// the first criterion that is unanswered or to be confirmed; where there is none, on the first such item; else on the
    /// first item.
    pub fn new(checklist: &Checklist, assessment: &Assessment) -> Self {
        let by_area = checklist.leads_with_areas();
        let build = Build::of(checklist, assessment, by_area);
        let mut tree = Self {
            rows: build.rows,
            folded: build.folded,
            at: 0,
            by_area,
            only: None,
            shape: 0,
            widest: Cell::default(),
        };
        let open = |row: &Row| matches!(&row.node, Node::Item(key) if assessment.is_open(key));
        let open_criterion = |row: &Row| matches!(&row.node, Node::Item(Key::Criterion(_))) && open(row);
        let first = |wanted: &dyn Fn(&Row) -> bool| tree.rows.iter().position(wanted);
        let start = first(&open_criterion)
            .or_else(|| first(&open))
            .or_else(|| first(&|row| matches!(row.node, Node::Item(_))))
            .unwrap_or_default();
        tree.reveal(start);
        tree
    }

    /// Groups the criteria by area where they stand by level, and the other way round; the cursor stays on its item.
    pub fn regroup(&mut self, checklist: &Checklist, assessment: &Assessment) {
        self.by_area = !self.by_area;
        self.rebuild(checklist, assessment);
    }

    /// Puts every item in its group anew; the cursor stays on its item.
    pub fn rebuild(&mut self, checklist: &Checklist, assessment: &Assessment) {
        let key = self.key().cloned();
        let build = Build::of(checklist, assessment, self.by_area);
        (self.rows, self.folded, self.at) = (build.rows, build.folded, 0);
        self.shape += 1;
        self.widest.set(None);
        if let Some(key) = key {
            self.go_to(&key);
        }
    }

    /// Shows these items alone, or all; where the one under the cursor is not among them, the first one of them.
    pub fn show_only(&mut self, keys: Option<HashSet<Key>>) {
        self.only = keys;
        self.shape += 1;
        let Some(only) = &self.only else { return };
        if !self.key().is_some_and(|key| only.contains(key)) {
            let first = self.rows.iter().position(|row| matches!(&row.node, Node::Item(key) if only.contains(key)));
            if let Some(first) = first {
                self.reveal(first);
            }
        }
    }

    /// Folds every group, the cursor on the one that it was in; unfolds all where all are folded.
    pub fn fold_all(&mut self) {
        let groups = |row: &(usize, &Row)| matches!(row.1.node, Node::Group(..));
        let all: HashSet<usize> = self.rows.iter().enumerate().filter(groups).map(|(at, _)| at).collect();
        if self.folded == all {
            self.folded.clear();
        } else {
            self.folded = all;
            self.at = self.parents(self.at).first().copied().unwrap_or(self.at);
        }
    }

    /// Every row, folded away or not.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Every item, in the order of the rows.
    pub fn keys(&self) -> impl Iterator<Item = &Key> {
        self.rows.iter().filter_map(|row| match &row.node {
            Node::Item(key) => Some(key),
            Node::Group(..) => None,
        })
    }

    /// The row under the cursor.
    pub fn current(&self) -> Option<&Node> {
        self.node(self.at)
    }

    /// What stands in a row.
    pub fn node(&self, row: usize) -> Option<&Node> {
        self.rows.get(row).map(|row| &row.node)
    }

    /// How often the rows, or which of them are shown, have changed.
    pub fn shape(&self) -> u64 {
        self.shape
    }

    /// The item under the cursor, if it is one.
    pub fn key(&self) -> Option<&Key> {
        match self.current()? {
            Node::Item(key) => Some(key),
            Node::Group(..) => None,
        }
    }

    /// The cells of the widest row, measured once in a language.
    pub fn widest(&self, lang: Lang, measure: impl Fn(&Row) -> usize) -> u16 {
        if let Some((_, cells)) = self.widest.get().filter(|(measured, _)| *measured == lang) {
            return cells;
        }
        let cells = self.rows.iter().map(measure).max().unwrap_or_default();
        let cells = u16::try_from(cells).unwrap_or(u16::MAX);
        self.widest.set(Some((lang, cells)));
        cells
    }

    /// Where the cursor is in [`Self::rows`].
    pub fn at(&self) -> usize {
        self.at
    }

    /// Whether the group at `row` is folded.
    pub fn is_folded(&self, row: usize) -> bool {
        self.only.is_none() && self.folded.contains(&row)
    }

    /// The rows that are not folded away, as indices into [`Self::rows`].
    pub fn visible(&self) -> Vec<usize> {
        if let Some(only) = &self.only {
            return self.visible_of(only);
        }
        let mut visible = Vec::new();
        let mut at = 0;
        while let Some(row) = self.rows.get(at) {
            visible.push(at);
            at = match row.node {
                Node::Group(_, end) if self.is_folded(at) => end.max(at + 1),
                _ => at + 1,
            };
        }
        visible
    }

    /// The rows of these items and the groups around them, whatever is folded; the row under the cursor too.
    fn visible_of(&self, only: &HashSet<Key>) -> Vec<usize> {
        let mut visible = Vec::new();
        // The groups around a row that have not been shown yet, each with the row past its end.
        let mut around: Vec<(usize, usize)> = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            around.retain(|(_, end)| *end > at);
            let shown = match &row.node {
                Node::Group(_, end) => {
                    around.push((at, *end));
                    at == self.at
                }
                Node::Item(key) => at == self.at || only.contains(key),
            };
            if shown {
                visible.extend(around.drain(..).map(|(at, _)| at));
                if matches!(row.node, Node::Item(_)) {
                    visible.push(at);
                }
            }
        }
        visible
    }

    /// Moves the cursor by `by` visible rows, as far as there are any.
    pub fn step(&mut self, by: isize) {
        let (visible, here) = self.placed();
        let there = here.saturating_add_signed(by).min(visible.len().saturating_sub(1));
        self.at = visible.get(there).copied().unwrap_or_default();
    }

    /// The visible rows, and which of them the cursor is on.
    fn placed(&self) -> (Vec<usize>, usize) {
        let visible = self.visible();
        let here = visible.iter().position(|row| *row == self.at).unwrap_or_default();
        (visible, here)
    }

    /// The visible rows next to the one under the cursor, the lower one first.
    pub fn around(&self) -> impl Iterator<Item = usize> {
        let (visible, here) = self.placed();
        [here.checked_add(1), here.checked_sub(1)].into_iter().flatten().filter_map(move |at| visible.get(at).copied())
    }

    /// To the first row, or to the last visible one.
    pub fn end(&mut self, last: bool) {
        self.step(if last { isize::MAX } else { isize::MIN });
    }

    /// To the next item that is not folded away; stays where there is none.
    pub fn next_item(&mut self) {
        let next = self.visible().into_iter().find(|row| *row > self.at && self.is_item(*row));
        self.at = next.unwrap_or(self.at);
    }

    /// Folds the group under the cursor, or goes to the group that the row is in.
    pub fn left(&mut self) {
        let on_open_group = matches!(self.current(), Some(Node::Group(..))) && !self.is_folded(self.at);
        if on_open_group {
            self.folded.insert(self.at);
        } else if let Some(parent) = self.parents(self.at).last() {
            self.at = *parent;
        }
    }

    /// Unfolds the group under the cursor, or goes to its first row.
    pub fn right(&mut self) {
        let on_group = matches!(self.current(), Some(Node::Group(..)));
        // A group is never empty, so there is a first row to go to.
        if on_group && !self.folded.remove(&self.at) {
            self.at += 1;
        }
    }

    /// Folds or unfolds the group under the cursor.
    pub fn toggle(&mut self) {
        if matches!(self.current(), Some(Node::Group(..))) && !self.folded.remove(&self.at) {
            self.folded.insert(self.at);
        }
    }

    /// Goes to an item, unfolding what hides it; says whether the outline has it.
    pub fn go_to(&mut self, key: &Key) -> bool {
        let found = self.rows.iter().position(|row| matches!(&row.node, Node::Item(item) if item == key));
        found.is_some_and(|row| {
            self.reveal(row);
            true
        })
    }

    /// Goes to a row that is shown.
    pub fn point(&mut self, row: usize) {
        self.at = row.min(self.rows.len().saturating_sub(1));
    }

    /// Goes to the next item (the previous one, `back`) for which `open` holds, around the end; items in folded groups
    /// only when no other is left. Says whether there is one.
    pub fn seek(&mut self, back: bool, open: impl Fn(&Key) -> bool) -> bool {
        let wanted = |row: &usize| matches!(self.rows.get(*row).map(|r| &r.node), Some(Node::Item(key)) if open(key));
        let candidates = |rows: Vec<usize>| -> Option<usize> {
            let hits: Vec<usize> = rows.into_iter().filter(wanted).collect();
            if back {
                hits.iter().rev().find(|row| **row < self.at).or(hits.last()).copied()
            } else {
                hits.iter().find(|row| **row > self.at).or(hits.first()).copied()
            }
        };
        let found = candidates(self.visible()).or_else(|| candidates((0..self.rows.len()).collect()));
        found.is_some_and(|row| {
            self.reveal(row);
            true
        })
    }

    /// The items of the group at `row`.
    pub fn items_of(&self, row: usize) -> impl Iterator<Item = &Key> {
        let end = match self.rows.get(row).map(|r| &r.node) {
            Some(Node::Group(_, end)) => *end,
            _ => row,
        };
        self.rows.iter().take(end).skip(row + 1).filter_map(|row| match &row.node {
            Node::Item(key) => Some(key),
            Node::Group(..) => None,
        })
    }

    fn is_item(&self, row: usize) -> bool {
        matches!(self.rows.get(row).map(|r| &r.node), Some(Node::Item(_)))
    }

    /// The groups around a row, outermost first.
    fn parents(&self, row: usize) -> Vec<usize> {
        let around = |(at, other): (usize, &Row)| match other.node {
            Node::Group(_, end) if at < row && row < end => Some(at),
            _ => None,
        };
        self.rows.iter().enumerate().filter_map(around).collect()
    }

    fn reveal(&mut self, row: usize) {
        for parent in self.parents(row) {
            self.folded.remove(&parent);
        }
        self.at = row;
    }
}

impl Group {
    /// What people call it.
    pub fn title(&self, checklist: &Checklist, lang: Lang) -> String {
        match self {
            Self::Level(level) => wording::level_titled(checklist, *level, lang),
            Self::Area(id) => wording::area(checklist, id, lang),
            Self::Deliverables => say::deliverables(lang).to_owned(),
            Self::Practices => say::practices_by_role(lang).to_owned(),
            Self::Role(id, _) => checklist.role(id).map_or(id.as_str(), |role| role.title.get(lang)).to_owned(),
            Self::OtherPractices | Self::NoArea => say::reason_other(lang).to_owned(),
            Self::Metrics => say::metrics(lang).to_owned(),
            Self::MetricGroup(word) => wording::metric_group(word, lang).to_owned(),
            Self::Loops => say::loops(lang).to_owned(),
            Self::Loop(id) => checklist.improvement_loop(id).map_or(id.as_str(), |of| of.title.get(lang)).to_owned(),
        }
    }
}

struct Build {
    rows: Vec<Row>,
    folded: HashSet<usize>,
}

impl Build {
    /// Every item in its groups, the criteria by level or `by_area`.
    fn of(checklist: &Checklist, assessment: &Assessment, by_area: bool) -> Self {
        let mut build = Self { rows: Vec::new(), folded: HashSet::new() };
        let parts = checklist.parts();
        if by_area {
            build.areas(checklist);
        } else {
            for def in &parts.levels {
                let keys = checklist.criteria_of(def.level).map(|item| Key::Criterion(item.id.clone()));
                build.group(0, Group::Level(def.level), |build| build.items(1, keys));
            }
        }
        let deliverables = parts.deliverables.iter().map(|item| Key::Deliverable(item.id.clone()));
        build.group(0, Group::Deliverables, |build| build.items(1, deliverables));
        build.group(0, Group::Practices, |build| build.practices(checklist, assessment));
        build.group(0, Group::Metrics, |build| build.metrics(checklist));
        build.group(0, Group::Loops, |build| {
            for of in &parts.loops {
                let steps = of.steps.iter().map(|step| Key::Step(of.id.clone(), step.id.clone()));
                build.group(1, Group::Loop(of.id.clone()), |build| build.items(2, steps));
            }
        });
        build
    }

    /// The criteria by area, in each area its own before the areas in it.
    fn areas(&mut self, checklist: &Checklist) {
        let mut criteria: HashMap<Option<&Id>, Vec<Key>> = HashMap::new();
        for item in &checklist.parts().criteria {
            criteria.entry(item.area.as_ref()).or_default().push(Key::Criterion(item.id.clone()));
        }
        let loose = criteria.remove(&None).unwrap_or_default();
        let mut areas = checklist.areas().peekable();
        while let Some((area, depth)) = areas.next() {
            self.area(area, depth, &mut areas, &mut criteria);
        }
        self.group(0, Group::NoArea, |build| build.items(1, loose.into_iter()));
    }

    /// An area with its own criteria and those of the areas in it, which come next.
    fn area<'c>(
        &mut self,
        area: &'c Area,
        depth: usize,
        rest: &mut Peekable<impl Iterator<Item = (&'c Area, usize)>>,
        criteria: &mut HashMap<Option<&'c Id>, Vec<Key>>,
    ) {
        let own = criteria.remove(&Some(&area.id)).unwrap_or_default();
        self.group(depth, Group::Area(area.id.clone()), |build| {
            build.items(depth + 1, own.into_iter());
            while let Some((inside, deeper)) = rest.next_if(|(_, deeper)| *deeper > depth) {
                build.area(inside, deeper, rest, criteria);
            }
        });
    }

    /// Adds a group and what `fill` puts into it; a group that stays empty is left out.
    fn group(&mut self, depth: usize, group: Group, fill: impl FnOnce(&mut Self)) {
        let at = self.rows.len();
        self.rows.push(Row { node: Node::Group(group.clone(), at), depth });
        fill(self);
        let end = self.rows.len();
        if end == at + 1 {
            self.rows.pop();
        } else if let Some(row) = self.rows.get_mut(at) {
            row.node = Node::Group(group, end);
        }
    }

    fn items(&mut self, depth: usize, keys: impl Iterator<Item = Key>) {
        self.rows.extend(keys.map(|key| Row { node: Node::Item(key), depth }));
    }

    fn practices(&mut self, checklist: &Checklist, assessment: &Assessment) {
        let profile = assessment.profile.as_ref().and_then(|id| checklist.profile(id));
        let staffed: Vec<&Id> = profile.map(|profile| profile.roles().collect()).unwrap_or_default();
        let others = checklist.parts().roles.iter().map(|role| &role.id).filter(|id| !staffed.contains(id));
        for role in staffed.iter().copied().chain(others) {
            let at = self.rows.len();
            let has = profile.is_none() || staffed.contains(&role);
            let keys = checklist.practices_of(role).map(|item| Key::Practice(item.id.clone()));
            self.group(1, Group::Role(role.clone(), has), |build| build.items(2, keys));
            if !has && self.rows.len() > at {
                self.folded.insert(at);
            }
        }
        let loose = checklist.parts().practices.iter().filter(|item| item.role.is_none());
        let keys = loose.map(|item| Key::Practice(item.id.clone()));
        self.group(1, Group::OtherPractices, |build| build.items(2, keys));
    }

    fn metrics(&mut self, checklist: &Checklist) {
        let metrics = &checklist.parts().metrics;
        let mut groups: Vec<&str> = Vec::new();
        for word in metrics.iter().filter_map(|metric| metric.group.as_deref()) {
            if !groups.contains(&word) {
                groups.push(word);
            }
        }
        let of = |word: Option<&str>| {
            let members = metrics.iter().filter(move |metric| metric.group.as_deref() == word);
            members.map(|metric| Key::Metric(metric.id.clone())).collect::<Vec<_>>()
        };
        self.items(1, of(None).into_iter());
        for word in groups {
            let keys = of(Some(word));
            self.group(1, Group::MetricGroup(word.to_owned()), |build| build.items(2, keys.into_iter()));
        }
    }
}
