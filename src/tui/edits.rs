//! Undo and redo of every edit of an answer in this sitting.

use crate::model::{Entry, Key};

/// One edit: what was said of an item before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The item.
    pub key: Key,
    /// What was said before.
    pub before: Entry,
    /// What was said after.
    pub after: Entry,
}

/// The edits of a sitting.
#[derive(Clone, Debug, Default)]
pub struct Edits {
    done: Vec<Edit>,
    undone: Vec<Edit>,
}

impl Edits {
    /// Remembers an edit; what was undone before it can no longer be redone.
    pub fn push(&mut self, edit: Edit) {
        self.undone.clear();
        self.done.push(edit);
    }

    /// Whether there is an edit to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is an edit to make again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// The last edit, to be taken back.
    pub fn undo(&mut self) -> Option<Edit> {
        let edit = self.done.pop()?;
        self.undone.push(edit.clone());
        Some(edit)
    }

    /// The last edit that was taken back, to be made again.
    pub fn redo(&mut self) -> Option<Edit> {
        let edit = self.undone.pop()?;
        self.done.push(edit.clone());
        Some(edit)
    }
}
