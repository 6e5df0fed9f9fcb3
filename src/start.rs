//! Starting an assessment: without answers, or going on from those of an earlier one.

use jiff::civil::Date;

use crate::model::{Assessment, Checklist, ChecklistRef, Entry, Id, name};
use crate::text::one_line;

/// The checklist of operations, which comes with the program.
const USUAL: &str = "operations";

/// What a new assessment is to be.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// The team.
    pub team: &'a str,
    /// The day that it speaks of.
    pub date: Date,
    /// Who staffs operations.
    pub profile: Staffing<'a>,
    /// Who answers; `None` for those of the earlier one.
    pub assessors: Option<Vec<String>>,
    /// The earlier assessment that it goes on from.
    pub from: Option<&'a Assessment>,
}

/// Who staffs operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Staffing<'a> {
    /// As in the earlier assessment; without one, every role is asked.
    AsBefore,
    /// This profile of the checklist, or none.
    Profile(Option<&'a str>),
}

/// Why an assessment cannot be started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The earlier assessment is not of an earlier day: of this one.
    NotLater(Date),
    /// The earlier assessment is of another team: of this one.
    OtherTeam(String),
    /// The checklist has no such profile.
    NoProfile(String),
}

/// A draft as it is wanted, by `checklist`, which for one that goes on is the text of the earlier one.
///
/// It takes over everything that the earlier one says: answers, notes, evidence, owners, due dates, reasons, values and
/// targets, of known and unknown items alike, with profile, target level, assessors, group and checklist. Every answer keeps the
/// day that it was given on, and so counts as carried until somebody confirms it.
///
/// # Errors
///
/// The earlier one is of another team, or not of an earlier day; the checklist has no such profile.
pub fn start(checklist: &Checklist, wanted: &Wanted<'_>) -> Result<Assessment, Refused> {
    let mut new = match wanted.from {
        None => Assessment::new(wanted.team, wanted.date, ChecklistRef::to(checklist)),
        Some(old) if !name::is_same_team(&old.team, wanted.team) => return Err(Refused::OtherTeam(old.team.clone())),
        Some(old) if old.date >= wanted.date => return Err(Refused::NotLater(old.date)),
        Some(old) => carry(old, wanted.date),
    };
    if let Staffing::Profile(profile) = wanted.profile {
        let known = profile.map(|id| checklist.profile(&Id::foreign(id)).map(|known| known.id.clone()));
        new.profile = match known {
            None => None,
            Some(Some(id)) => Some(id),
            Some(None) => return Err(Refused::NoProfile(profile.unwrap_or_default().to_owned())),
        };
    }
    if let Some(assessors) = &wanted.assessors {
        new.assessors.clone_from(assessors);
    }
    Ok(new)
}

/// The checklist that a new assessment answers where none is named: the one that was `used` last, else the only one of the
/// store's `own`, else the built-in one for operations.
pub fn usual(used: Option<&Id>, own: &[Id]) -> Id {
    match (used, own) {
        (Some(used), _) => used.clone(),
        (None, [only]) => only.clone(),
        (None, _) => Id::foreign(USUAL),
    }
}

/// The names that somebody typed one behind the other, as either language separates them.
pub fn names(typed: &str) -> Vec<String> {
    let names = typed.split([',', '，', '、', ';', '；']).map(one_line);
    names.filter(|name| !name.is_empty()).collect()
}

/// A draft of `date` with everything that `old`, which is of an earlier day, says.
pub(crate) fn carry(old: &Assessment, date: Date) -> Assessment {
    let mut new = carry_head(old, date);
    for (key, entry) in old.entries() {
        new.set(key.clone(), carried(entry, old.date, date));
    }
    new
}

/// The same without what was said of any item.
pub(crate) fn carry_head(old: &Assessment, date: Date) -> Assessment {
    let mut new = Assessment::new(old.team.as_str(), date, old.checklist.clone());
    new.profile.clone_from(&old.profile);
    new.target_level = old.target_level;
    new.area_targets.clone_from(&old.area_targets);
    new.assessors.clone_from(&old.assessors);
    new.group.clone_from(&old.group);
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
