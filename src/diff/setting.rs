//! What was agreed beside the answers: who answers and towards which level, and what was to be done by whom and when.

use jiff::civil::Date;

use super::{Between, Pair};
use crate::model::{Assessment, Entry, Id, Key, Level};
use crate::scoring::{counts_as, is_met};

/// What an assessment is set up with, where that differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// Who staffs operations.
    pub profile: Option<Pair<Option<Id>>>,
    /// The target level that is named; without one it is the next.
    pub target_level: Option<Pair<Option<Level>>>,
    /// Who answered.
    pub assessors: Option<Pair<Vec<String>>>,
}

/// An item that is still open and has another owner, or is late, or due later than was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The item.
    pub key: Key,
    /// Who was to close it and who is now, if that is somebody else.
    pub owner: Option<Pair<Option<String>>>,
    /// By when, if that slipped.
    pub due: Option<Pair<Option<Date>>>,
    /// How many days later it is due than was said, or it is late by on the new day; `None` where no day says.
    pub days: Option<i32>,
}

impl Setup {
    pub(super) fn of(old: &Assessment, new: &Assessment) -> Self {
        Self {
            profile: changed(&old.profile, &new.profile),
            target_level: changed(&old.target_level, &new.target_level),
            assessors: changed(&old.assessors, &new.assessors),
        }
    }

    /// Whether the two are set up alike.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn changed<T: Clone + PartialEq>(old: &T, new: &T) -> Option<Pair<T>> {
    (old != new).then(|| Pair::of(old.clone(), new.clone()))
}

/// What slipped, in the order of the new checklist. Two teams promised each other nothing.
pub(super) fn slips(between: &Between<'_>) -> Vec<Slip> {
    let both = between.asked.items.iter().filter_map(|asked| asked.old.as_ref().zip(asked.new.as_ref()));
    let open = both.filter(|(_, now)| !is_done(between, now));
    open.filter_map(|(was, now)| slip(between, was, now)).collect()
}

fn is_done(between: &Between<'_>, key: &Key) -> bool {
    let new = between.new;
    is_met(counts_as(&new.checklist, key, new.assessment.answer(key)))
}

fn slip(between: &Between<'_>, was: &Key, now: &Key) -> Option<Slip> {
    let (old, new) = (&between.old.assessment, &between.new.assessment);
    let said = old.entry(was)?;
    let (owner, due) = new.entry(now).map_or((None, None), |entry: &Entry| (entry.owner.clone(), entry.due));
    let owner = (said.owner.is_some() && said.owner != owner).then(|| Pair::of(said.owner.clone(), owner));
    let days = |from: Date, to: Date| from.until(to).ok().map(|span| span.get_days());
    let (due, days) = match (said.due, due) {
        (Some(before), None) => (Some(Pair::of(Some(before), None)), None),
        (Some(before), Some(after)) if before < after => {
            (Some(Pair::of(Some(before), Some(after))), days(before, after))
        }
        (Some(_), Some(after)) if after < new.date && old.date < new.date => {
            (Some(Pair::of(said.due, Some(after))), days(after, new.date))
        }
        _ => (None, None),
    };
    (owner.is_some() || due.is_some()).then(|| Slip { key: now.clone(), owner, due, days })
}
