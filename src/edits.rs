//! What may be recorded of an item, and undo and redo of every edit of a sitting.

use crate::i18n::{Text, say};
use crate::model::{Answer, Assessment, Entry, Given, Key};
use crate::scorecard::Scorecard;
use crate::text::one_line;

/// Something that can be recorded of an item, or taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// An answer.
    Answer,
    /// That it does not apply.
    Waive,
    /// A metric's value, or its own target.
    Measure,
    /// Evidence, an owner, a due date.
    Beside,
    /// A note.
    Note,
    /// Why the item does not apply.
    Reason,
    /// That the item is unanswered again.
    Clear,
    /// That a carried answer still holds.
    Confirm,
    /// That what was said of another question holds for this one.
    TakeOver,
}

/// Why it cannot be recorded of the item; `None` where it can.
pub fn refusal(card: &Scorecard, key: &Key, part: Part) -> Option<Text> {
    let metric = matches!(key, Key::Metric(_));
    let assessment = &card.assessment;
    match part {
        Part::Answer | Part::Waive if metric => Some(say::metrics_take_numbers()),
        Part::Waive if !card.checklist.may_be_waived(key) => Some(say::waiver_not_allowed()),
        Part::Measure if !metric => Some(say::only_metrics()),
        Part::Beside if metric => Some(say::only_answers()),
        Part::Reason if given(assessment, key) != Some(Answer::NA) => Some(say::reason_needs_na()),
        Part::Clear if !assessment.entry(key).is_some_and(Entry::is_answered) => Some(say::nothing_to_clear()),
        Part::Confirm if !assessment.is_carried(key) => Some(say::nothing_to_confirm()),
        Part::TakeOver => match assessment.was(key).and_then(|was| was.said.given) {
            None => Some(say::nothing_to_take_over()),
            Some(Given::Answer(Answer::NA)) if !card.checklist.may_be_waived(key) => Some(say::waiver_not_allowed()),
            Some(Given::Answer(answer)) if card.checklist.scale_of(key).counts(answer).is_none() => {
                Some(say::of_another_scale(one_line(answer.word())))
            }
            Some(_) => None,
        },
        Part::Answer
        | Part::Waive
        | Part::Measure
        | Part::Beside
        | Part::Note
        | Part::Reason
        | Part::Clear
        | Part::Confirm => None,
    }
}

/// The answer that was given, whether or not it still stands.
fn given(assessment: &Assessment, key: &Key) -> Option<Answer> {
    assessment.entry(key).and_then(Entry::answer)
}

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
        let Entry { given, answered, note, evidence, owner, due, reason, until, target, unit, window, was } = now;
        Entry {
            given: field(&from.given, &to.given, given),
            answered: field(&from.answered, &to.answered, answered),
            note: field(&from.note, &to.note, note),
            evidence: list(&from.evidence, &to.evidence, evidence),
            owner: field(&from.owner, &to.owner, owner),
            due: field(&from.due, &to.due, due),
            reason: field(&from.reason, &to.reason, reason),
            until: field(&from.until, &to.until, until),
            target: field(&from.target, &to.target, target),
            unit: field(&from.unit, &to.unit, unit),
            window: field(&from.window, &to.window, window),
            was: field(&from.was, &to.was, was),
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

/// The edits of a sitting, those that were made at once together.
#[derive(Clone, Debug, Default)]
pub struct Edits {
    done: Vec<Vec<Edit>>,
    undone: Vec<Vec<Edit>>,
}

impl Edits {
    /// Remembers edits that were made at once; what was undone before them can no longer be redone.
    pub fn push(&mut self, edits: Vec<Edit>) {
        self.undone.clear();
        self.done.push(edits);
    }

    /// Whether there is an edit to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is an edit to make again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// The last edits that were made at once, to be taken back, or `back` being false those that were taken back last, to be
    /// made again.
    pub fn travel(&mut self, back: bool) -> Option<Vec<Edit>> {
        let (from, to) = if back { (&mut self.done, &mut self.undone) } else { (&mut self.undone, &mut self.done) };
        let edits = from.pop()?;
        to.push(edits.clone());
        Some(edits)
    }
}
