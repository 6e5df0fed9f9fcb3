//! Three-way merge of an assessment, field by field: what only the other side changed is taken, ours wins the rest.

use std::collections::BTreeSet;

use crate::model::{Assessment, Entry, Key};

/// What a merge gives.
pub(super) struct Merged {
    pub(super) assessment: Assessment,
    /// Items of which something was taken from the other side.
    pub(super) taken: Vec<Key>,
    /// Items of which both sides changed something in different ways.
    pub(super) conflicts: Vec<Key>,
    /// Whether something outside the items was taken, and whether there was a conflict.
    pub(super) head: Side,
}

/// What happened to the fields of one item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Side {
    pub(super) taken: bool,
    pub(super) conflict: bool,
}

impl Side {
    fn field<T: Clone + PartialEq>(&mut self, base: &T, ours: &T, theirs: &T) -> T {
        if theirs == base || theirs == ours {
            return ours.clone();
        }
        if ours == base {
            self.taken = true;
            return theirs.clone();
        }
        self.conflict = true;
        ours.clone()
    }
}

/// Calls [`Side::field`] for every field named.
macro_rules! fields {
    ($side:ident, $base:expr, $ours:expr, $theirs:expr, $into:expr; $($($field:ident).+),+ $(,)?) => {
        $($into.$($field).+ = $side.field(&$base.$($field).+, &$ours.$($field).+, &$theirs.$($field).+);)+
    };
}

/// `ours` with what `theirs` changed since `base`.
pub(super) fn merge(base: &Assessment, ours: &Assessment, theirs: &Assessment) -> Merged {
    let mut assessment = ours.clone();
    let mut head = Side::default();
    fields!(head, base, ours, theirs, assessment;
        team, date, status, profile, target_level, assessors,
        checklist.id, checklist.version, checklist.digest, checklist.path);
    let (mut taken, mut conflicts) = (Vec::new(), Vec::new());
    let keys: BTreeSet<&Key> =
        [base, ours, theirs].into_iter().flat_map(|one| one.entries().map(|(key, _)| key)).collect();
    for key in keys {
        let of = |one: &Assessment| one.entry(key).cloned().unwrap_or_default();
        let (base, ours, theirs) = (of(base), of(ours), of(theirs));
        let mut side = Side::default();
        let mut entry = Entry::default();
        fields!(side, base, ours, theirs, entry;
            answer, answered, note, evidence, owner, due, reason, value, target);
        assessment.set(key.clone(), entry);
        taken.extend(side.taken.then(|| key.clone()));
        conflicts.extend(side.conflict.then(|| key.clone()));
    }
    Merged { assessment, taken, conflicts, head }
}
