//! The mean of the areas' scores, as SAMM has it: what a checklist that says `rule = "mean"` is scored by.

use super::Credit;
use crate::model::checklist::Criterion;
use crate::model::{Checklist, Counted, Level};

/// A score in millionths: 1,500,000 is 1.5.
pub type Millionths = u64;

/// The score of an area whose criteria are `own`: for every level the mean credit of those that apply there, all levels added
/// up; `None` where none applies.
pub(super) fn of_area(checklist: &Checklist, own: &[(&Criterion, Option<Counted>)]) -> Option<Millionths> {
    let of_level = |level: Level| {
        let here = own.iter().filter(|(item, _)| item.level == level);
        here.map(|(_, counted)| *counted).collect::<Credit>().mean()
    };
    let levels = checklist.parts().levels.iter().filter_map(|def| of_level(def.level));
    levels.reduce(|sum, one| sum + one)
}

/// The score of a checklist: the mean of the scores of its top areas, in some of which something applies; where it has no
/// areas, that of all its criteria.
pub(super) fn of_all(checklist: &Checklist, counts: &impl Fn(&Criterion) -> Option<Counted>) -> Option<Millionths> {
    let parts = checklist.parts();
    let top = parts.areas.iter().filter(|area| area.parent.is_none());
    let scores: Vec<Millionths> = top
        .filter_map(|area| {
            let own: Vec<_> = checklist.criteria_in(&area.id).map(|item| (item, counts(item))).collect();
            of_area(checklist, &own)
        })
        .collect();
    if parts.areas.is_empty() {
        let own: Vec<_> = parts.criteria.iter().map(|item| (item, counts(item))).collect();
        return of_area(checklist, &own);
    }
    let count = u64::try_from(scores.len()).ok().filter(|count| *count > 0)?;
    Some((scores.iter().sum::<u64>() + count / 2) / count)
}

/// The level that a score stands for: all of it that is whole.
pub(super) fn level(score: Option<Millionths>) -> Level {
    let whole = score.unwrap_or_default() / u64::from(Counted::WHOLE);
    Level::new(u8::try_from(whole).unwrap_or(u8::MAX))
}
