//! What is asked line by line, in order: criteria, deliverables, then kind by kind whether to go on.

use crate::i18n::{Lang, say};
use crate::model::{Assessment, Checklist, Key};

/// One thing to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// An item that is not answered, and its place among those of its kind.
    Item { key: Key, at: usize, of: usize },
    /// Whether to go on with the items that follow, of which there are `count`.
    Question { what: String, count: usize },
}

/// Everything that is not answered. The practices of the profile's roles come before the others.
pub(super) fn steps(checklist: &Checklist, assessment: &Assessment, lang: Lang) -> Vec<Step> {
    let open = |keep: &dyn Fn(&Key) -> bool| -> Vec<Key> {
        checklist.keys().filter(|key| keep(key) && !assessment.is_answered(key)).collect()
    };
    let profile = assessment.profile.as_ref().and_then(|id| checklist.profile(id));
    let staffed = |key: &Key| {
        let Key::Practice(id) = key else { return false };
        let role = checklist.practice(id).and_then(|item| item.role.as_ref());
        profile.is_none_or(|profile| profile.roles().any(|own| Some(own) == role))
    };
    let is_practice = |key: &Key| matches!(key, Key::Practice(_));
    let mut steps = items(open(&|key| matches!(key, Key::Criterion(_))));
    steps.extend(items(open(&|key| matches!(key, Key::Deliverable(_)))));
    let others = format!("{} · {}", say::practices(lang), say::outside_profile(lang));
    let groups = [
        (say::practices(lang).to_owned(), open(&|key| is_practice(key) && staffed(key))),
        (say::metrics(lang).to_owned(), open(&|key| matches!(key, Key::Metric(_)))),
        (say::loops(lang).to_owned(), open(&|key| matches!(key, Key::Step(..)))),
        (others, open(&|key| is_practice(key) && !staffed(key))),
    ];
    for (what, keys) in groups {
        if !keys.is_empty() {
            steps.push(Step::Question { what, count: keys.len() });
            steps.extend(items(keys));
        }
    }
    steps
}

fn items(keys: Vec<Key>) -> Vec<Step> {
    let of = keys.len();
    keys.into_iter().enumerate().map(|(at, key)| Step::Item { key, at: at + 1, of }).collect()
}
