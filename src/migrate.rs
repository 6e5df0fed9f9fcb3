//! Another version of a checklist: which answer belongs to which of its items, and what becomes of the level.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::carry::carry;
use crate::diff::checklist::{Change, ChecklistDiff, compare};
use crate::model::{Assessment, Checklist, ChecklistRef, Id, Key, Level};
use crate::scoring;

/// What a migration does.
#[derive(Clone, Debug)]
pub struct Migration {
    /// What became of each item. Where the text of the old checklist is not at hand: of each that is asked now or was
    /// answered then, none of them known to be reworded or moved.
    pub diff: ChecklistDiff,
    /// Whether the text of the old checklist is at hand.
    pub text_known: bool,
    /// Whether there is anything to migrate: another checklist, or an answer under an earlier id.
    pub differs: bool,
    /// The level before, by the old checklist; `None` where its text is not at hand.
    pub before: Option<Level>,
    /// The level after, by the new one.
    pub after: Level,
    /// What blocks the level after that.
    pub blocking: Vec<Id>,
    /// The target level that is higher than the levels of the new checklist go, and is lowered to the highest.
    pub lowered_target: Option<Level>,
    /// The new assessment. It holds every answer of the old one: under its present id, and as it was where the new
    /// checklist does not ask for it.
    pub assessment: Assessment,
}

/// Carries `old` over to the checklist `new` as an assessment of `date`; `made_with` is the text that it was answered by.
///
/// `path` is where the new checklist lies, when it is named by path.
pub fn migrate(
    old: &Assessment,
    made_with: Option<&Checklist>,
    new: &Checklist,
    path: Option<String>,
    date: Date,
) -> Migration {
    let diff = made_with.map_or_else(|| by_answers(old, new), |was| compare(was, new));
    let mut assessment = carry(old, date);
    let moved = rekey(&mut assessment, &renames(&diff, old, new));
    assessment.checklist = ChecklistRef {
        id: new.id().clone(),
        version: new.version().to_string(),
        digest: Some(new.digest().to_owned()),
        path,
    };
    let lowered_target = assessment.target_level.filter(|level| *level > new.max_level());
    if lowered_target.is_some() {
        assessment.target_level = Some(new.max_level());
    }
    let after = scoring::score(new, &assessment);
    Migration {
        diff,
        text_known: made_with.is_some(),
        differs: moved || !is_same(&old.checklist, new),
        before: made_with.map(|was| scoring::score(was, old).level),
        after: after.level,
        blocking: after.next.map(|next| next.remaining).unwrap_or_default(),
        lowered_target,
        assessment,
    }
}

/// `assessment` with every answer to an earlier id of an item of `checklist` under the present one.
#[must_use]
pub fn present(assessment: &Assessment, checklist: &Checklist) -> Assessment {
    let mut present = assessment.clone();
    let diff = by_answers(assessment, checklist);
    rekey(&mut present, &renames(&diff, assessment, checklist));
    present
}

/// Whether an assessment was made with this very checklist, as far as it says.
fn is_same(reference: &ChecklistRef, checklist: &Checklist) -> bool {
    let same = match &reference.digest {
        Some(digest) => digest == checklist.digest(),
        None => reference.version == checklist.version().to_string(),
    };
    same && reference.id == *checklist.id()
}

/// What became of the items that were answered, and which are asked now, without the text that was answered.
fn by_answers(old: &Assessment, new: &Checklist) -> ChecklistDiff {
    let former = earlier_ids(new);
    let mut was: HashMap<Key, Key> = HashMap::new();
    for (key, _) in old.entries() {
        let now = if new.knows(key) { Some(key) } else { former.get(key).map(|(_, now)| now) };
        let Some(now) = now else { continue };
        let rank = |key: &Key| former.get(key).map_or(0, |(nth, _)| nth + 1);
        let better = was.get(now).is_none_or(|other| rank(key) < rank(other));
        if better {
            was.insert(now.clone(), key.clone());
        }
    }
    let change = |old: Option<Key>, new: Option<Key>| Change { old, new, reworded: false, moved: None };
    let mut items: Vec<Change> = new.keys().map(|key| change(was.get(&key).cloned(), Some(key))).collect();
    let taken: HashSet<&Key> = was.values().collect();
    let left = old.entries().map(|(key, _)| key).filter(|key| !taken.contains(key));
    items.extend(left.map(|key| change(Some(key.clone()), None)));
    ChecklistDiff { items }
}

/// The present key of each earlier one, with its place among the earlier ones of its item.
fn earlier_ids(checklist: &Checklist) -> HashMap<Key, (usize, Key)> {
    crate::diff::checklist::former(checklist).map(|(nth, was, now)| (was, (nth, now))).collect()
}

/// Where each answer goes that does not stay: after the comparison, and after the earlier ids for answers that were not
/// part of the old checklist either.
fn renames(diff: &ChecklistDiff, old: &Assessment, new: &Checklist) -> Vec<(Key, Key)> {
    let former = earlier_ids(new);
    let by_diff: HashMap<&Key, &Key> = diff
        .items
        .iter()
        .filter(|item| item.renamed())
        .filter_map(|item| item.old.as_ref().zip(item.new.as_ref()))
        .collect();
    let mut renames: Vec<(bool, usize, Key, Key)> = old
        .entries()
        .filter_map(|(key, _)| match by_diff.get(key) {
            Some(now) => Some((false, 0, key.clone(), Key::clone(now))),
            None => {
                former.get(key).filter(|_| !new.knows(key)).map(|(nth, now)| (true, *nth, key.clone(), now.clone()))
            }
        })
        .collect();
    // Of several answers that became one the compared one is it, then the first that the item names.
    renames.sort();
    renames.into_iter().map(|(.., from, to)| (from, to)).collect()
}

/// Moves entries to other keys, in that order; one that is taken keeps what it has. Whether anything was moved.
fn rekey(assessment: &mut Assessment, renames: &[(Key, Key)]) -> bool {
    let mut moved = false;
    for (from, to) in renames {
        if assessment.entry(to).is_some() {
            continue;
        }
        let entry = assessment.set(from.clone(), crate::model::Entry::default());
        moved |= !entry.is_empty();
        assessment.set(to.clone(), entry);
    }
    moved
}
