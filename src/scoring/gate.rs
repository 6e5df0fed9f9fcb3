//! The gate: how an answer counts, and the highest level that a set of answers achieves.

use crate::model::checklist::{Choice, Criterion};
use crate::model::{Answer, Assessment, Checklist, Counted, Id, Key, Level, Worth};

/// The answer to a criterion as it counts; `None` while unanswered.
pub fn effective(checklist: &Checklist, criterion: &Criterion, assessment: &Assessment) -> Option<Counted> {
    let key = Key::Criterion(criterion.id.clone());
    counts_as(checklist, &key, assessment.answer(&key))
}

/// What an answer to an item counts as: what its scale says, and an n/a that the checklist does not allow for nothing.
pub fn counts_as(checklist: &Checklist, key: &Key, answer: Option<Answer>) -> Option<Counted> {
    let counted = checklist.scale_of(key).counts(answer?)?;
    let refused = counted.worth == Worth::Waived && !checklist.may_be_waived(key);
    Some(if refused { Counted::NOTHING } else { counted })
}

/// The answer that stands for what an answer counts as: for an n/a that the checklist does not allow the worst of its scale.
pub fn read_as(checklist: &Checklist, key: &Key, answer: Option<Answer>) -> Option<Answer> {
    let refused = answer.is_some_and(Answer::is_na) && !checklist.may_be_waived(key);
    let worst = || checklist.scale_of(key).options.last().map(Choice::answer);
    if refused { worst() } else { answer }
}

/// Whether an answer leaves nothing to do: it meets the item, or leaves it out. Pass what [`effective`] gives.
pub const fn is_met(counted: Option<Counted>) -> bool {
    matches!(counted, Some(Counted { worth: Worth::Met | Worth::Waived, .. }))
}

/// A way to read the answers, each of which has its own level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lens {
    /// As they count.
    AsGiven,
    /// What is unanswered as met.
    Possible,
    /// What is waived as not there.
    WithoutWaivers,
    /// What is met without valid evidence as not quite met, for half its credit.
    Evidenced,
}

impl Lens {
    /// The answer to a criterion, read this way.
    pub(super) fn read(self, checklist: &Checklist, criterion: &Criterion, assessment: &Assessment) -> Option<Counted> {
        let counted = effective(checklist, criterion, assessment);
        match (self, counted.map(|counted| counted.worth)) {
            (Self::Possible, None) => Some(Counted::MET),
            (Self::WithoutWaivers, Some(Worth::Waived)) => Some(Counted::NOTHING),
            (Self::Evidenced, Some(Worth::Met)) => {
                let entry = assessment.entry(&Key::Criterion(criterion.id.clone()));
                let shown = entry.is_some_and(|entry| entry.is_shown_on(assessment.date));
                let half = |met: Counted| Counted { worth: Worth::Part, credit: met.credit / 2 };
                if shown { counted } else { counted.map(half) }
            }
            _ => counted,
        }
    }
}

/// Which of a level's criteria keep it from worth, by their answers; all of them where every one is waived. What gates
/// nothing blocks nothing.
pub(super) fn blocking(answers: &[(&Criterion, Option<Counted>)]) -> Vec<Id> {
    let gating = || answers.iter().filter(|(criterion, _)| criterion.gates);
    let all_waived = gating().all(|(_, counted)| is_waived(*counted));
    let blocks = gating().filter(|(_, counted)| all_waived || !is_met(*counted));
    blocks.map(|(criterion, _)| criterion.id.clone()).collect()
}

/// The highest level achieved by all criteria. A level in which nothing gates is achieved with the one below it.
pub(super) fn highest(checklist: &Checklist, read: impl Fn(&Criterion) -> Option<Counted>) -> Level {
    let mut highest = Level::NONE;
    for def in &checklist.parts().levels {
        let asked = checklist.criteria_of(def.level).filter(|item| item.gates);
        let answers: Vec<Option<Counted>> = asked.map(&read).collect();
        // Waivers alone achieve nothing.
        let waived = !answers.is_empty() && answers.iter().all(|counted| is_waived(*counted));
        if waived || !answers.iter().all(|counted| is_met(*counted)) {
            break;
        }
        highest = def.level;
    }
    highest
}

/// The highest level achieved by the criteria of an area, which are `own`. Levels in which none of them applies are passed
/// over, so that it is held back only by what it is asked.
pub(super) fn highest_of(own: &[(&Criterion, Option<Counted>)]) -> Level {
    let applies = own.iter().filter(|(item, counted)| item.gates && !is_waived(*counted));
    let applies: Vec<(Level, bool)> = applies.map(|(item, counted)| (item.level, is_met(*counted))).collect();
    let first_open = applies.iter().filter(|(_, met)| !met).map(|(level, _)| *level).min();
    let met = applies.iter().filter(|(level, _)| first_open.is_none_or(|open| *level < open));
    met.map(|(level, _)| *level).max().unwrap_or(Level::NONE)
}

fn is_waived(counted: Option<Counted>) -> bool {
    counted.is_some_and(|counted| counted.worth == Worth::Waived)
}
