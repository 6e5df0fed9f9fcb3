//! Another version of a checklist: which answer belongs to which of its items, and what becomes of the level.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::diff::versions::{Lineage, Succession, compare};
use crate::i18n::Lang;
use crate::model::checklist::Renaming;
use crate::model::{Assessment, Checklist, ChecklistRef, Entry, Id, Key, Level, Was};
use crate::reading::{self, Certainty};
use crate::scoring;
use crate::start::{self, carry};

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
    /// The answers that do not count any more, in the order of the new checklist.
    pub beside: Vec<Beside>,
    /// The new assessment. It holds every answer of the old one: under its present id, and as it was where the new
    /// checklist does not ask for it.
    pub assessment: Assessment,
}

/// An answer that is to another question than the one that it stands beside now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The key that it was given under.
    pub was: Key,
    /// The key that it stands under now.
    pub is: Key,
    /// Why it does not count.
    pub why: Why,
}

/// Why an answer does not count any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The id is in use again for another question.
    OtherQuestion,
    /// The question was split, and this is one part.
    Split,
    /// Several questions became one, and were not answered alike.
    Merged,
    /// Nobody knows what was asked under the id: the text that was answered is not at hand, or did not ask it.
    Unknown,
}

/// Carries `old` over to the checklist `new` as an assessment of `date`; `made_with` is the text that it was answered by.
///
/// `path` is where the new checklist lies, when it is named by path; in `lang` the questions are kept that were other ones.
pub fn migrate(
    old: &Assessment,
    made_with: Option<&Checklist>,
    new: &Checklist,
    path: Option<String>,
    date: Date,
    lang: Lang,
) -> Migration {
    let diff = made_with.map_or_else(|| by_answers(old, new), |was| compare(was, new));
    let mut moving = Moving {
        from: carry(old, date),
        to: start::carry_head(old, date),
        taken: HashSet::new(),
        moved: false,
        beside: Vec::new(),
        version: &old.checklist.version,
        made_with,
        lang,
    };
    for item in &diff.items {
        let Some(is) = &item.new else { continue };
        match (&item.old, &item.was) {
            // Several questions became one, and were not answered alike: none of the answers is that to the one.
            (Some(was), _) if moving.disagree(was, &item.merged) => moving.beside(was, is, Why::Merged),
            (Some(was), _) => moving.onward(was, is),
            (None, Some(was)) if item.split => moving.beside(was, is, Why::Split),
            (None, Some(was)) if made_with.is_none() => moving.beside(was, is, Why::Unknown),
            (None, Some(was)) => moving.beside(was, is, Why::OtherQuestion),
            (None, None) => {}
        }
    }
    // What the old checklist did not ask either: under the present id of the item that was called so once.
    for (was, is) in reading::renames(&moving.from, new) {
        if moving.to.entry(&is).is_none() && !moving.taken.contains(&was) {
            moving.onward(&was, &is);
        }
    }
    let left: Vec<Key> =
        moving.from.entries().map(|(key, _)| key).filter(|key| !moving.taken.contains(key)).cloned().collect();
    for key in &left {
        if !new.knows(key) {
            moving.onward(key, key);
        } else if made_with.is_some_and(|text| text.knows(key)) {
            moving.beside(key, key, Why::OtherQuestion);
        } else {
            moving.beside(key, key, Why::Unknown);
        }
    }
    let (mut assessment, mut beside, moved) = (moving.to, moving.beside, moving.moved);
    // What stands beside an answer that counts waits for nobody.
    beside.retain(|one| !assessment.is_answered(&one.is));
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
        differs: moved || Certainty::of(&old.checklist, new) != Certainty::Exact,
        before: made_with.map(|was| scoring::score(was, old).level),
        after: after.level,
        blocking: after.next.map(|next| next.remaining).unwrap_or_default(),
        lowered_target,
        beside,
        assessment,
    }
}

/// An assessment on its way from one checklist to another.
struct Moving<'a> {
    from: Assessment,
    to: Assessment,
    /// What has found its place.
    taken: HashSet<Key>,
    /// Whether anything stands elsewhere than it did.
    moved: bool,
    beside: Vec<Beside>,
    version: &'a str,
    made_with: Option<&'a Checklist>,
    lang: Lang,
}

impl Moving<'_> {
    /// Whether questions that became one were answered in different ways.
    fn disagree(&self, one: &Key, others: &[Key]) -> bool {
        others.iter().any(|other| self.from.answer(other) != self.from.answer(one))
    }

    /// Takes over what was said of `was` as what is said of `is`.
    fn onward(&mut self, was: &Key, is: &Key) {
        if let Some(entry) = self.from.entry(was) {
            self.to.set(is.clone(), entry.clone());
            self.taken.insert(was.clone());
            self.moved |= was != is;
        }
    }

    /// Puts what was said of `was` beside the question `is`, unscored: behind what stands there already.
    fn beside(&mut self, was: &Key, is: &Key, why: Why) {
        let Some(mut said) = self.from.entry(was).cloned() else { return };
        self.taken.insert(was.clone());
        self.moved = true;
        if said.is_answered() {
            self.beside.push(Beside { was: was.clone(), is: is.clone(), why });
        }
        let older = said.was.take();
        let title = self.made_with.and_then(|checklist| checklist.title(was));
        let title = title.map(|title| title.get(self.lang).to_owned());
        let new = if said.is_empty() {
            older
        } else {
            said.was = older;
            Some(Box::new(Was { version: self.version.to_owned(), title, said }))
        };
        let mut entry = self.to.set(is.clone(), Entry::default());
        let mut last = &mut entry.was;
        while let Some(was) = last {
            last = &mut was.said.was;
        }
        *last = new;
        self.to.set(is.clone(), entry);
    }
}

/// What became of the items that were answered, and which are asked now, without the text that was answered.
///
/// Then an id alone says that a question is the same only within one version.
fn by_answers(old: &Assessment, new: &Checklist) -> Succession {
    let same_version = old.checklist.id == *new.id() && old.checklist.version == new.version().to_string();
    let mut named: HashMap<Key, usize> = HashMap::new();
    let mut former: HashMap<Key, Vec<Renaming>> = HashMap::new();
    for one in new.formerly(&old.checklist.version).filter(|one| old.entry(&one.was).is_some()) {
        *named.entry(one.was.clone()).or_default() += 1;
        former.entry(one.is.clone()).or_default().push(one);
    }
    let lineage = |key: Key| {
        let named_so = former.get(&key).map(Vec::as_slice).unwrap_or_default();
        let by_edition = named_so.iter().any(|one| one.by_edition);
        let there = old.entry(&key).is_some() && !by_edition && !named.contains_key(&key);
        let mut item = Lineage { new: Some(key.clone()), ..Lineage::default() };
        if there && (same_version || named_so.is_empty()) {
            let own = if same_version { &mut item.old } else { &mut item.was };
            *own = Some(key);
        } else if let Some(one) = named_so.iter().min_by_key(|one| one.nth) {
            item.split = named.get(&one.was) != Some(&1);
            let own = if item.split { &mut item.was } else { &mut item.old };
            *own = Some(one.was.clone());
        }
        item
    };
    let mut items: Vec<Lineage> = new.keys().map(lineage).collect();
    let taken: HashSet<&Key> = items.iter().flat_map(|item| [&item.old, &item.was]).flatten().collect();
    let left = old.entries().map(|(key, _)| key).filter(|key| !taken.contains(key)).cloned();
    let left: Vec<Lineage> = left.map(|key| Lineage { old: Some(key), ..Lineage::default() }).collect();
    items.extend(left);
    Succession { items }
}
