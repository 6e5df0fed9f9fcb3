//! What became of each item between two versions of a checklist.

use crate::model::{Key, Level};

/// What became of each item, in the order of the new checklist; what was retired comes last, in the order of the old one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChecklistDiff {
    /// Every item of either checklist, once.
    pub items: Vec<Change>,
}

/// What became of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
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

impl Change {
    /// Whether the item has another id now.
    pub fn renamed(&self) -> bool {
        self.old.is_some() && self.new.is_some() && self.old != self.new
    }

    /// Whether the item is the same in both: an answer to it means what it meant.
    pub fn kept(&self) -> bool {
        self.old == self.new && !self.reworded && self.moved.is_none()
    }
}
