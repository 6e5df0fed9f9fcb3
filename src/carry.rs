//! Carrying forward: a new assessment that goes on from the answers of an earlier one.

use jiff::civil::Date;

use crate::model::{Assessment, Entry};

/// A draft of `date` with everything that `old`, which is of an earlier day, says: answers, notes, evidence, owners, due
/// dates, reasons, values and targets, of known and unknown items alike, with profile, target level, assessors and
/// checklist.
///
/// Every answer keeps the day that it was given on, and so counts as carried until somebody confirms it.
pub fn carry(old: &Assessment, date: Date) -> Assessment {
    let mut new = Assessment::new(old.team.as_str(), date, old.checklist.clone());
    new.profile.clone_from(&old.profile);
    new.target_level = old.target_level;
    new.assessors.clone_from(&old.assessors);
    for (key, entry) in old.entries() {
        new.set(key.clone(), carried(entry, old.date, date));
    }
    new
}

/// An entry of an assessment of `then`, as one of `date` takes it over.
fn carried(entry: &Entry, then: Date, date: Date) -> Entry {
    let mut entry = entry.clone();
    if entry.is_answered() {
        // An answer without a day is as old as its assessment; one of the new day or later, such as a slip of the pen,
        // would pass for confirmed.
        entry.answered = entry.answered.filter(|day| *day < date).or(Some(then));
    }
    entry
}
