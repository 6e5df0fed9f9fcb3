//! Another version of a checklist: which answer belongs to which of its items, and what becomes of the level.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::diff::versions::{Lineage, Succession, compare};
use crate::model::{Assessment, Checklist, ChecklistRef, Id, Key, Level};
use crate::reading::{self, Certainty};
use crate::scoring;
use crate::start::carry;

/// What a migration does.
#[derive(Clone, Debug)]
pub struct Migration {
    /// What became of each item. Where the text of the old checklist is not at hand: of each that is asked now or was
    /// answered then, none of them known to be reworded or moved.
    pub diff: Succession,
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
    // Of several answers that became one the compared one is it, then the first that the item names among its earlier ids.
    let renamed = diff.items.iter().filter(|item| item.renamed());
    let renamed = renamed.filter_map(|item| item.old.clone().zip(item.new.clone())).collect();
    let mut moved = reading::rekey(&mut assessment, renamed);
    let earlier = reading::renames(&assessment, new);
    moved.extend(reading::rekey(&mut assessment, earlier));
    assessment.checklist = ChecklistRef { path, ..ChecklistRef::to(new) };
    let lowered_target = assessment.target_level.filter(|level| *level > new.max_level());
    if lowered_target.is_some() {
        assessment.target_level = Some(new.max_level());
    }
    assessment.area_targets.values_mut().for_each(|level| *level = (*level).min(new.max_level()));
    let after = scoring::score(new, &assessment);
    Migration {
        diff,
        text_known: made_with.is_some(),
        differs: !moved.is_empty() || Certainty::of(&old.checklist, new) != Certainty::Exact,
        before: made_with.map(|was| scoring::score(was, old).level),
        after: after.level,
        blocking: after.next.map(|next| next.remaining).unwrap_or_default(),
        lowered_target,
        assessment,
    }
}

/// What became of the items that were answered, and which are asked now, without the text that was answered.
fn by_answers(old: &Assessment, new: &Checklist) -> Succession {
    let former: HashMap<Key, (usize, Key)> =
        new.formerly(&old.checklist.version).map(|(nth, was, now)| (was, (nth, now))).collect();
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
    let lineage = |old: Option<Key>, new: Option<Key>| Lineage { old, new, reworded: false, moved: None };
    let mut items: Vec<Lineage> = new.keys().map(|key| lineage(was.get(&key).cloned(), Some(key))).collect();
    let taken: HashSet<&Key> = was.values().collect();
    let left = old.entries().map(|(key, _)| key).filter(|key| !taken.contains(key));
    items.extend(left.map(|key| lineage(Some(key.clone()), None)));
    Succession { items }
}
