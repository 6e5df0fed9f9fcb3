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

impl Edit {
    /// What is said of the item once the edit is taken back, or made again, where `now` is said of it at present.
    ///
    /// Only what the edit changed is touched: another hand may have written the rest of the file meanwhile.
    pub fn turned(&self, back: bool, now: Entry) -> Entry {
        let (from, to) = if back { (&self.after, &self.before) } else { (&self.before, &self.after) };
        let Entry { given, answered, note, evidence, owner, due, reason, target } = now;
        Entry {
            given: field(&from.given, &to.given, given),
            answered: field(&from.answered, &to.answered, answered),
            note: field(&from.note, &to.note, note),
            evidence: list(&from.evidence, &to.evidence, evidence),
            owner: field(&from.owner, &to.owner, owner),
            due: field(&from.due, &to.due, due),
            reason: field(&from.reason, &to.reason, reason),
            target: field(&from.target, &to.target, target),
        }
    }
}

fn field<T: Clone + PartialEq>(from: &T, to: &T, now: T) -> T {
    if from == to { now } else { to.clone() }
}

/// A list turned entry by entry, where it is no longer the one that the edit left.
fn list<T: Clone + PartialEq>(from: &[T], to: &[T], now: Vec<T>) -> Vec<T> {
    if now == from {
        return to.to_vec();
    }
    let mut turned = now;
    turned.retain(|entry| to.contains(entry) || !from.contains(entry));
    let back: Vec<T> = to.iter().filter(|entry| !from.contains(entry) && !turned.contains(entry)).cloned().collect();
    turned.extend(back);
    turned
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
