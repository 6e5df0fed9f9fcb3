//! Three-way merge of an assessment, field by field: what only the other side changed is taken, ours wins the rest.

use std::collections::{BTreeMap, BTreeSet};

use super::{Assessment, ChecklistRef, Entry};
use crate::model::Key;

/// What a merge gives.
#[derive(Clone, Debug)]
pub struct Merged {
    /// Ours, with what the other side changed.
    pub assessment: Assessment,
    /// Items of which something was taken from the other side.
    pub taken: Vec<Key>,
    /// Items of which both sides changed something in different ways; ours was kept.
    pub conflicts: Vec<Key>,
    /// Whether something outside the items was taken.
    pub head_taken: bool,
    /// Whether both sides changed something outside the items in different ways; ours was kept.
    pub head_conflict: bool,
}

/// What came of merging some fields.
#[derive(Clone, Copy, Default)]
struct Tally {
    taken: bool,
    conflict: bool,
}

impl Tally {
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

/// Merges two values of a type field by field, but for those that are given after the semicolon. Every field is named, or
/// the pattern does not compile: a field that is new cannot be forgotten here.
macro_rules! merged {
    ($tally:ident, $base:expr, $ours:expr, $theirs:expr, $type:ident { $($field:ident),+ $(; $($put:ident: $value:expr),+)? }) => {{
        let $type { $($field,)+ $($($put: _),+)? } = $ours;
        $type { $($field: $tally.field(&$base.$field, $field, &$theirs.$field),)+ $($($put: $value),+)? }
    }};
}

/// `ours` with what `theirs` changed since `base`.
pub fn merge(base: &Assessment, ours: &Assessment, theirs: &Assessment) -> Merged {
    let (mut taken, mut conflicts, mut entries) = (Vec::new(), Vec::new(), BTreeMap::new());
    let keys: BTreeSet<&Key> = [base, ours, theirs].into_iter().flat_map(|one| one.entries.keys()).collect();
    let nothing = Entry::default();
    for key in keys {
        let of = |one| Assessment::entry(one, key).unwrap_or(&nothing);
        let mut tally = Tally::default();
        let entry = merged!(
            tally,
            of(base),
            of(ours),
            of(theirs),
            Entry { given, answered, note, evidence, owner, due, reason, until, target, unit, window, was }
        );
        if !entry.is_empty() {
            entries.insert(key.clone(), entry);
        }
        taken.extend(tally.taken.then(|| key.clone()));
        conflicts.extend(tally.conflict.then(|| key.clone()));
    }
    let mut tally = Tally::default();
    let checklist =
        merged!(tally, base.checklist, &ours.checklist, theirs.checklist, ChecklistRef { id, version, digest, path });
    let assessment = merged!(tally, base, ours, theirs, Assessment {
        team, date, status, profile, target_level, area_targets, assessors, group; checklist: checklist, entries: entries
    });
    Merged { assessment, taken, conflicts, head_taken: tally.taken, head_conflict: tally.conflict }
}
