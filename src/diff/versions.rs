//! What became of each item between two versions of a checklist.

use std::collections::{BTreeMap, HashMap, HashSet};

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
#[derive(Clone, Debug, PartialEq, Eq)]
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
/// An item that both have under one id is the same item. Beyond that an item of either that names an id of the other
/// among its earlier ones is that item, so that going back to an older version finds what going forward finds. Where an
/// item could be several, it is the one that it names first.
pub fn compare(old: &Checklist, new: &Checklist) -> Succession {
    let renamed = renames(old, new);
    let was = |key: &Key| if old.knows(key) { Some(key.clone()) } else { renamed.get(key).cloned() };
    let mut items: Vec<Lineage> = new.keys().map(|key| lineage(old, new, was(&key), Some(key))).collect();
    let gone: HashSet<&Key> = items.iter().filter_map(|item| item.old.as_ref()).collect();
    let retired: Vec<Key> = old.keys().filter(|key| !gone.contains(key)).collect();
    items.extend(retired.into_iter().map(|key| lineage(old, new, Some(key), None)));
    Succession { items }
}

/// The old key of each item of `new` that has another one now.
fn renames(old: &Checklist, new: &Checklist) -> HashMap<Key, Key> {
    let (of_old, of_new) = (old.version().to_string(), new.version().to_string());
    let forward = new.formerly(&of_old).filter(|(_, was, is)| old.knows(was) && !new.knows(was) && !old.knows(is));
    let backward = old.formerly(&of_new).filter(|(_, was, is)| new.knows(was) && !old.knows(was) && !new.knows(is));
    let backward = backward.map(|(nth, was, is)| (nth, is, was));
    let mut links: Vec<(usize, Key, Key)> = forward.chain(backward).collect();
    // In an order that is the same whichever of the two checklists is the old one.
    links.sort_by(|(nth, from, to), (other, source, goal)| {
        (nth, from.min(to), from.max(to)).cmp(&(other, source.min(goal), source.max(goal)))
    });
    let (mut renamed, mut taken) = (HashMap::new(), HashSet::new());
    for (_, from, to) in links {
        if !renamed.contains_key(&to) && taken.insert(from.clone()) {
            renamed.insert(to, from);
        }
    }
    renamed
}

fn lineage(of_old: &Checklist, of_new: &Checklist, old: Option<Key>, new: Option<Key>) -> Lineage {
    let (reworded, moved) = match (&old, &new) {
        (Some(was), Some(is)) => (reworded(of_old, was, of_new, is), moved(of_old, was, of_new, is)),
        _ => (false, None),
    };
    Lineage { old, new, reworded, moved }
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

/// Whether two texts say different things in a language that both have; line breaks say nothing, and a translation that
/// is added repeats what was there.
fn differ(was: Option<&Text>, is: Option<&Text>) -> bool {
    match (was, is) {
        (None, None) => false,
        (Some(was), Some(is)) => {
            let mut shared = was.shared(is).peekable();
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            shared.peek().is_none() || shared.any(|(was, is)| words(was) != words(is))
        }
        _ => true,
    }
}
