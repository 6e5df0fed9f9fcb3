//! The gate: how an answer counts, and the highest level that a set of answers achieves.

use crate::model::checklist::Criterion;
use crate::model::{Answer, Assessment, Checklist, Id, Key, Level};

/// The answer to a criterion as it counts: an n/a that the checklist does not allow is a no; `None` while unanswered.
pub fn effective(criterion: &Criterion, assessment: &Assessment) -> Option<Answer> {
    counts_as(criterion, assessment.answer(&Key::Criterion(criterion.id.clone())))
}

/// What an answer to a criterion counts as.
pub fn counts_as(criterion: &Criterion, answer: Option<Answer>) -> Option<Answer> {
    match answer {
        Some(Answer::Na) if !criterion.na_allowed => Some(Answer::No),
        answer => answer,
    }
}

/// Whether an answer leaves nothing to do: yes, or n/a. For a criterion, pass what [`effective`] gives.
pub fn is_met(answer: Option<Answer>) -> bool {
    matches!(answer, Some(Answer::Yes | Answer::Na))
}

/// A way to read the answers, each of which has its own level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lens {
    /// As they count.
    AsGiven,
    /// What is unanswered as yes.
    Possible,
    /// What is waived as no.
    WithoutWaivers,
    /// A yes without valid evidence as partial.
    Evidenced,
}

impl Lens {
    /// The answer to a criterion, read this way.
    pub(super) fn read(self, criterion: &Criterion, assessment: &Assessment) -> Option<Answer> {
        match (self, effective(criterion, assessment)) {
            (Self::Possible, None) => Some(Answer::Yes),
            (Self::WithoutWaivers, Some(Answer::Na)) => Some(Answer::No),
            (Self::Evidenced, Some(Answer::Yes)) => {
                let entry = assessment.entry(&Key::Criterion(criterion.id.clone()));
                let shown = entry.is_some_and(|entry| entry.is_shown_on(assessment.date));
                Some(if shown { Answer::Yes } else { Answer::Partial })
            }
            (_, answer) => answer,
        }
    }
}

/// Which of a level's criteria keep it from standing, by their answers; all of them where every one is waived.
pub(super) fn blocking(answers: &[(&Id, Option<Answer>)]) -> Vec<Id> {
    let all_waived = answers.iter().all(|(_, answer)| *answer == Some(Answer::Na));
    let blocks = answers.iter().filter(|(_, answer)| all_waived || !is_met(*answer));
    blocks.map(|(id, _)| Id::clone(id)).collect()
}

/// The highest level achieved by the criteria of `area`, or by all where it is `None`.
///
/// Levels in which an area has no criteria are passed over, so that it is held back only by what it is asked.
pub(super) fn highest(checklist: &Checklist, area: Option<&Id>, read: impl Fn(&Criterion) -> Option<Answer>) -> Level {
    let mut highest = Level::NONE;
    for def in &checklist.parts().levels {
        let asked = checklist.criteria_of(def.level).filter(|item| area.is_none() || item.area.as_ref() == area);
        let answers: Vec<Option<Answer>> = asked.map(&read).collect();
        if answers.is_empty() {
            continue;
        }
        if !stands(&answers) {
            break;
        }
        highest = def.level;
    }
    highest
}

/// Whether a level stands by its own answers: nothing is left to do, and something is done. Waivers alone achieve
/// nothing.
fn stands(answers: &[Option<Answer>]) -> bool {
    answers.iter().all(|answer| is_met(*answer)) && answers.contains(&Some(Answer::Yes))
}
