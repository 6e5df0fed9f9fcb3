//! The way through the items, line by line: criteria, deliverables, then kind by kind whether to go on; and where on it
//! somebody is, came from, and goes next.

use crate::i18n::{Lang, say};
use crate::model::{Assessment, Checklist, Key};

/// One thing to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// An item, and its place among those of its kind.
    Item { key: Key, at: usize, of: usize },
    /// Whether to go on with the items that follow, up to the step `upto`.
    Question { what: String, upto: usize },
}

/// What became of a step in this sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It was not come to.
    Ahead,
    /// It was asked, and somebody went elsewhere.
    Asked,
    /// Somebody went on from it, and skipped it if it is still open: it is asked again on the way alone.
    Passed,
    /// It is not asked again: a question that was answered, or an item that nobody wanted to go on with.
    Settled,
}

/// The way through all items.
#[derive(Clone, Debug)]
pub(super) struct Way {
    steps: Vec<Step>,
    fates: Vec<Fate>,
    came_from: Vec<usize>,
    /// The step that is asked; past the last one at the end.
    at: usize,
}

impl Way {
    /// The way through every item of the checklist. The practices of the profile's roles come before the others.
    pub(super) fn new(checklist: &Checklist, assessment: &Assessment, lang: Lang) -> Self {
        let profile = assessment.profile.as_ref().and_then(|id| checklist.profile(id));
        let staffed = |key: &Key| {
            let Key::Practice(id) = key else { return false };
            let role = checklist.practice(id).and_then(|item| item.role.as_ref());
            profile.is_none_or(|profile| profile.roles().any(|own| Some(own) == role))
        };
        let is_practice = |key: &Key| matches!(key, Key::Practice(_));
        let of = |keep: &dyn Fn(&Key) -> bool| -> Vec<Key> { checklist.keys().filter(keep).collect() };
        let mut steps = Vec::new();
        items(&mut steps, of(&|key| matches!(key, Key::Criterion(_))));
        items(&mut steps, of(&|key| matches!(key, Key::Deliverable(_))));
        let others = format!("{} · {}", say::practices(lang), say::outside_profile(lang));
        let groups = [
            (say::practices(lang).to_owned(), of(&|key| is_practice(key) && staffed(key))),
            (say::metrics(lang).to_owned(), of(&|key| matches!(key, Key::Metric(_)))),
            (say::loops(lang).to_owned(), of(&|key| matches!(key, Key::Step(..)))),
            (others, of(&|key| is_practice(key) && !staffed(key))),
        ];
        for (what, keys) in groups {
            steps.push(Step::Question { what, upto: steps.len() + 1 + keys.len() });
            items(&mut steps, keys);
        }
        let fates = vec![Fate::Ahead; steps.len()];
        Self { steps, fates, came_from: Vec::new(), at: 0 }
    }

    /// The step that is to be asked, and whether it is for the first time; `None` at the end.
    pub(super) fn ask(&mut self) -> Option<(Step, bool)> {
        let step = self.steps.get(self.at)?.clone();
        let first = self.fates.get_mut(self.at).is_some_and(|fate| match fate {
            Fate::Ahead => {
                *fate = Fate::Asked;
                true
            }
            Fate::Asked | Fate::Passed | Fate::Settled => false,
        });
        Some((step, first))
    }

    /// To the first step of the way that is to be asked.
    pub(super) fn begin(&mut self, open: impl Fn(&Key) -> bool) {
        self.at = self.next(0, &open);
    }

    /// To the next open item, or to the question whether to go on with some; at the end of the way, to those that were left
    /// out by a jump.
    pub(super) fn ahead(&mut self, open: impl Fn(&Key) -> bool) {
        let question = matches!(self.steps.get(self.at), Some(Step::Question { .. }));
        if let Some(fate) = self.fates.get_mut(self.at) {
            *fate = if question { Fate::Settled } else { Fate::Passed };
        }
        let next = self.next(self.at + 1, &open);
        self.leave_for(next);
    }

    /// Past the items that the question leads to.
    pub(super) fn past(&mut self, open: impl Fn(&Key) -> bool) {
        if let Some(Step::Question { upto, .. }) = self.steps.get(self.at) {
            let upto = *upto;
            self.settle(self.at, upto);
            let next = self.next(upto, &open);
            self.leave_for(next);
        }
    }

    /// Back to where somebody came from, over questions that have nothing to go on with any more; says whether there is such
    /// a place.
    pub(super) fn back(&mut self, open: impl Fn(&Key) -> bool) -> bool {
        while let Some(before) = self.came_from.pop() {
            if let Some(Step::Question { upto, .. }) = self.steps.get(before) {
                // Whoever comes back to it may answer it otherwise.
                let upto = *upto;
                self.reconsider(before, upto);
                if !(before..upto).any(|at| self.is_open(at, &open)) {
                    continue;
                }
            }
            self.at = before;
            return true;
        }
        false
    }

    /// To an item.
    pub(super) fn go_to(&mut self, wanted: &Key) {
        let there = self.steps.iter().position(|step| matches!(step, Step::Item { key, .. } if key == wanted));
        if let Some(there) = there.filter(|there| *there != self.at) {
            self.leave_for(there);
        }
    }

    /// How many of the items before the step `upto` that follow are open.
    pub(super) fn count(&self, upto: usize, open: impl Fn(&Key) -> bool) -> usize {
        (self.at..upto).filter(|at| self.is_open(*at, &open)).count()
    }

    fn leave_for(&mut self, next: usize) {
        self.came_from.push(self.at);
        self.at = next;
    }

    fn settle(&mut self, from: usize, upto: usize) {
        self.fates.iter_mut().take(upto).skip(from).for_each(|fate| *fate = Fate::Settled);
    }

    fn reconsider(&mut self, from: usize, upto: usize) {
        let settled = self.fates.iter_mut().take(upto).skip(from).filter(|fate| **fate == Fate::Settled);
        settled.for_each(|fate| *fate = Fate::Ahead);
    }

    fn next(&self, from: usize, open: &impl Fn(&Key) -> bool) -> usize {
        let all = self.steps.len();
        let asked = |at: &usize| match self.steps.get(*at) {
            Some(Step::Question { upto, .. }) => {
                self.fates.get(*at) != Some(&Fate::Settled) && (*at..*upto).any(|at| self.is_open(at, open))
            }
            Some(Step::Item { .. }) => self.is_open(*at, open),
            None => false,
        };
        // What was skipped is not asked over and over; what was jumped over was not asked at all.
        let left_out = |at: &usize| match self.steps.get(*at) {
            Some(Step::Item { .. }) => self.fates.get(*at) != Some(&Fate::Passed),
            Some(Step::Question { .. }) | None => true,
        };
        let on_the_way = (from..all).find(asked);
        on_the_way.or_else(|| (0..from.min(all)).find(|at| left_out(at) && asked(at))).unwrap_or(all)
    }

    fn is_open(&self, at: usize, open: &impl Fn(&Key) -> bool) -> bool {
        let unsettled = self.fates.get(at) != Some(&Fate::Settled);
        unsettled && matches!(self.steps.get(at), Some(Step::Item { key, .. }) if open(key))
    }
}

fn items(steps: &mut Vec<Step>, keys: Vec<Key>) {
    let of = keys.len();
    steps.extend(keys.into_iter().enumerate().map(|(at, key)| Step::Item { key, at: at + 1, of }));
}
