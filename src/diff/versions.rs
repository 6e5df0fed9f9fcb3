//! What became of each item between two versions of a checklist.

use std::collections::hash_map::Entry as Slot;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::likeness;
use crate::i18n::Text;
use crate::model::checklist::{Guide, Metric, Target};
use crate::model::{Checklist, Key, Level};

/// What became of each item between two versions, in the order of the new checklist; what was retired comes last, in the order of the old one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Succession {
    /// Every item of either checklist, once.
    pub items: Vec<Lineage>,
}

/// What became of one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lineage {
    /// Its key in the old checklist; `None` for a new item.
    pub old: Option<Key>,
    /// Its key in the new checklist; `None` for a retired item.
    pub new: Option<Key>,
    /// Whether its title or guidance says something else now, in any language, or what is required of it changed
    /// (evidence, waivers; a metric's unit, direction or target): an earlier answer is to be confirmed.
    pub reworded: bool,
    /// The level that it gated and the one that it gates now, where they differ.
    pub moved: Option<(Level, Level)>,
    /// Of a new item: the old one whose answer was to another question, and which stands beside this one: that of the same
    /// id, or the one that this one is a part of.
    pub was: Option<Key>,
    /// Whether it is a part of that one.
    pub split: bool,
    /// The other old items that became this one.
    pub merged: Vec<Key>,
}

impl Lineage {
    /// Whether the item has another id now.
    pub fn renamed(&self) -> bool {
        self.old.is_some() && self.new.is_some() && self.old != self.new
    }

    /// Whether the item is the same in both: an answer to it means what it meant.
    pub fn kept(&self) -> bool {
        self.old == self.new && !self.reworded && self.moved.is_none()
    }
}

/// What became of each item of `old` in `new`.
///
/// What an item says of itself goes first: one of either that names an id of the other among its earlier ones, as it was in
/// that edition, is that item, so that going back to an older version finds what going forward finds. Beyond that an item
/// that both have under one id is the same item, if it is recognisably the same question; and where it is none, earlier ids
/// that name no edition are followed. An item that could be several is the one that it names first; one that several name
/// was split, and is none of them.
pub fn compare(old: &Checklist, new: &Checklist) -> Succession {
    let kin = Kin::of(old, new);
    let mut items: Vec<Lineage> = new.keys().map(|key| kin.lineage(old, new, key)).collect();
    let gone: HashSet<&Key> = items.iter().filter_map(|item| item.old.as_ref()).collect();
    let retired: Vec<Key> = old.keys().filter(|key| !gone.contains(key)).collect();
    items.extend(retired.into_iter().map(|key| Lineage { old: Some(key), ..Lineage::default() }));
    Succession { items }
}

/// Which item of the old checklist is which of the new one.
struct Kin {
    /// The old key of each new item that is the same one.
    same: HashMap<Key, Key>,
    /// The old keys that became a new item beside that one.
    merged: HashMap<Key, Vec<Key>>,
    /// The old key of each new item that is a part of it, or that it is a part of.
    part: HashMap<Key, Key>,
}

/// An item of either checklist that names one of the other.
struct Link {
    old: Key,
    new: Key,
    nth: usize,
    by_edition: bool,
    /// Whether the new one names the old one.
    ahead: bool,
}

impl Link {
    /// The item that names the other, and the other, each with the side that it is on.
    fn ends(&self) -> ((bool, &Key), (bool, &Key)) {
        let (old, new) = ((false, &self.old), (true, &self.new));
        if self.ahead { (new, old) } else { (old, new) }
    }
}

impl Kin {
    fn of(old: &Checklist, new: &Checklist) -> Self {
        let (of_old, of_new) = (old.version().to_string(), new.version().to_string());
        let ahead = new.formerly(&of_old).map(|one| (one.was, one.is, one.nth, one.by_edition, true));
        let back = old.formerly(&of_new).map(|one| (one.is, one.was, one.nth, one.by_edition, false));
        let links =
            ahead.chain(back).map(|(old, new, nth, by_edition, ahead)| Link { old, new, nth, by_edition, ahead });
        let mut links: Vec<Link> = links.filter(|link| old.knows(&link.old) && new.knows(&link.new)).collect();
        let said = |of: fn(&Link) -> (bool, &Key)| -> HashSet<&Key> {
            links.iter().filter(|link| link.by_edition).map(|link| of(link).1).collect()
        };
        let (speakers, spoken_of) = (said(|link| link.ends().0), said(|link| link.ends().1));
        // Where another item says that it was this one, only the very same words are this one still.
        let same = |key: &Key| {
            let (was, is) = (text(old, key), text(new, key));
            let kept = was.zip(is).is_some_and(|(was, is)| !differ(Some(was.0), Some(is.0)) && !differ(was.1, is.1));
            kept || !spoken_of.contains(key) && was.zip(is).is_some_and(|(was, is)| likeness::same_question(was, is))
        };
        let by_id: HashSet<Key> = new.keys().filter(|key| !speakers.contains(key) && same(key)).collect();
        links.retain(|link| link.by_edition || !by_id.contains(link.ends().0.1));
        // In an order that is the same whichever of the two checklists is the old one.
        links.sort_by(|one, other| {
            let rank = |link: &Link| {
                (link.nth, link.old.clone().min(link.new.clone()), link.old.clone().max(link.new.clone()))
            };
            rank(one).cmp(&rank(other))
        });
        let mut claims: HashMap<(bool, &Key), usize> = HashMap::new();
        for link in &links {
            *claims.entry(link.ends().1).or_default() += 1;
        }
        let mut kin = Self {
            same: by_id.into_iter().map(|key| (key.clone(), key)).collect(),
            merged: HashMap::new(),
            part: HashMap::new(),
        };
        let mut taken: HashSet<Key> = kin.same.values().cloned().collect();
        let (whole, split): (Vec<&Link>, Vec<&Link>) =
            links.iter().partition(|link| claims.get(&link.ends().1) == Some(&1));
        let whole = whole.into_iter().map(|link| (link, true));
        for (link, whole) in whole.chain(split.into_iter().map(|link| (link, false))) {
            let (was, is) = (link.old.clone(), link.new.clone());
            match kin.same.entry(is.clone()) {
                Slot::Occupied(_) => kin.merged.entry(is).or_default().push(was),
                Slot::Vacant(same) if whole && taken.insert(was.clone()) => drop(same.insert(was)),
                Slot::Vacant(_) => drop(kin.part.entry(is).or_insert(was)),
            }
        }
        kin
    }

    fn lineage(&self, of_old: &Checklist, of_new: &Checklist, key: Key) -> Lineage {
        let Some(was) = self.same.get(&key) else {
            let part = self.part.get(&key).cloned();
            let split = part.is_some();
            let was = part.or_else(|| of_old.knows(&key).then(|| key.clone()));
            return Lineage { was, split, new: Some(key), ..Lineage::default() };
        };
        Lineage {
            reworded: reworded(of_old, was, of_new, &key),
            moved: moved(of_old, was, of_new, &key),
            merged: self.merged.get(&key).cloned().unwrap_or_default(),
            old: Some(was.clone()),
            new: Some(key),
            ..Lineage::default()
        }
    }
}

/// The title and the guidance of an item.
fn text<'a>(of: &'a Checklist, key: &Key) -> Option<(&'a Text, Option<&'a Text>)> {
    Some((of.title(key)?, of.guide(key).and_then(|guide| guide.guidance.as_ref())))
}

fn moved(of_old: &Checklist, was: &Key, of_new: &Checklist, is: &Key) -> Option<(Level, Level)> {
    let level = |checklist: &Checklist, key: &Key| match key {
        Key::Criterion(id) => checklist.criterion(id).map(|item| item.level),
        Key::Deliverable(_) | Key::Practice(_) | Key::Metric(_) | Key::Step(..) => None,
    };
    level(of_old, was).zip(level(of_new, is)).filter(|(from, to)| from != to)
}

fn reworded(of_old: &Checklist, was: &Key, of_new: &Checklist, is: &Key) -> bool {
    let titles = differ(of_old.title(was), of_new.title(is));
    let rest = match (was, is) {
        (Key::Criterion(was), Key::Criterion(is)) => {
            of_old.criterion(was).zip(of_new.criterion(is)).is_some_and(|(was, is)| {
                guides(&was.guide, &is.guide)
                    || was.evidence_required != is.evidence_required
                    || was.na_allowed != is.na_allowed
            })
        }
        (Key::Deliverable(was), Key::Deliverable(is)) => {
            of_old.deliverable(was).zip(of_new.deliverable(is)).is_some_and(|(was, is)| guides(&was.guide, &is.guide))
        }
        (Key::Practice(was), Key::Practice(is)) => {
            of_old.practice(was).zip(of_new.practice(is)).is_some_and(|(was, is)| guides(&was.guide, &is.guide))
        }
        (Key::Metric(was), Key::Metric(is)) => {
            let way = |metric: &Metric| metric.better.or(metric.target.map(Target::better));
            of_old.metric(was).zip(of_new.metric(is)).is_some_and(|(was, is)| {
                guides(&was.guide, &is.guide)
                    || differ(was.unit.as_ref(), is.unit.as_ref())
                    || was.target != is.target
                    || way(was) != way(is)
            })
        }
        (Key::Step(..), Key::Step(..)) => {
            of_old.guide(was).zip(of_new.guide(is)).is_some_and(|(was, is)| guides(was, is))
        }
        _ => false,
    };
    titles || rest
}

/// Whether one of the texts of a guide says something else.
fn guides(was: &Guide, is: &Guide) -> bool {
    let (was, is): (BTreeMap<&str, &Text>, BTreeMap<&str, &Text>) = (was.texts().collect(), is.texts().collect());
    was.keys().chain(is.keys()).any(|name| differ(was.get(name).copied(), is.get(name).copied()))
}

/// Whether two texts say different things in a language that both have; a translation that is added repeats what was there.
fn differ(was: Option<&Text>, is: Option<&Text>) -> bool {
    match (was, is) {
        (None, None) => false,
        (Some(was), Some(is)) => !likeness::says_the_same(was, is),
        _ => true,
    }
}
