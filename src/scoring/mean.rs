//! The mean of the areas' scores, as SAMM has it: what a checklist that says `rule = "mean"` is scored by.

use super::Credit;
use crate::model::checklist::Criterion;
use crate::model::{Checklist, Counted, Level};

/// A score in millionths: 1,500,000 is 1.5.
pub type Millionths = u64;

/// A score on the way, in millionths of a millionth: so fine that thirds add up to a whole one once it is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fine(u64);

impl Fine {
    /// The mean credit of what applies; `None` where nothing does.
    fn of(credit: Credit) -> Option<Self> {
        let applicable = u64::from(credit.applicable);
        (credit.millionths.saturating_mul(FINER) + applicable / 2).checked_div(applicable).map(Self)
    }

    /// As it is told and rounded down from.
    pub(super) const fn rounded(self) -> Millionths {
        (self.0 + FINER / 2) / FINER
    }
}

/// How many of the fine parts make a millionth.
const FINER: u64 = 1_000_000;

/// The score of an area whose criteria are `own`: for every level the mean credit of those that apply there, all levels added
/// up; `None` where none applies.
pub(super) fn of_area(checklist: &Checklist, own: &[(&Criterion, Option<Counted>)]) -> Option<Fine> {
    let of_level = |level: Level| {
        let here = own.iter().filter(|(item, _)| item.level == level);
        Fine::of(here.map(|(_, counted)| *counted).collect())
    };
    let levels = checklist.parts().levels.iter().filter_map(|def| of_level(def.level));
    levels.reduce(|sum, one| Fine(sum.0 + one.0))
}

/// The score of a checklist: the mean of the scores of its top areas in which something applies; where it has no areas, that
/// of all its criteria.
pub(super) fn of_all(checklist: &Checklist, counts: &impl Fn(&Criterion) -> Option<Counted>) -> Option<Millionths> {
    let parts = checklist.parts();
    let score = |own: &mut dyn Iterator<Item = &Criterion>| {
        let own: Vec<_> = own.map(|item| (item, counts(item))).collect();
        of_area(checklist, &own)
    };
    if parts.areas.is_empty() {
        return score(&mut parts.criteria.iter()).map(Fine::rounded);
    }
    let scores: Vec<Fine> =
        checklist.top_areas().filter_map(|area| score(&mut checklist.criteria_in(&area.id))).collect();
    let count = u64::try_from(scores.len()).ok().filter(|count| *count > 0)?;
    Some(Fine((scores.iter().map(|score| score.0).sum::<u64>() + count / 2) / count).rounded())
}

/// The level that a score stands for: all of it that is whole.
pub(super) fn level(score: Option<Millionths>) -> Level {
    let whole = score.unwrap_or_default() / u64::from(Counted::WHOLE);
    Level::new(u8::try_from(whole).unwrap_or(u8::MAX))
}
