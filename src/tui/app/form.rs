//! The state of the form of a new assessment.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::i18n::Text;
use crate::model::{Checklist, Id};
use crate::scorecard::Scorecard;
use crate::tui::field::{Field, Lines};

/// The form of a new assessment.
#[derive(Clone, Debug)]
pub struct Form {
    /// The fields that are typed: team, date, assessors.
    pub team: Field,
    /// The day.
    pub date: Field,
    /// Who answers.
    pub assessors: Field,
    /// The profile: 0 for none, else one more than its place in the checklist.
    pub profile: usize,
    /// The field under the cursor.
    pub at: FormField,
    /// What is wrong with what was typed.
    pub error: Option<Text>,
    /// The checklist that it answers.
    pub checklist: Arc<Checklist>,
    /// Where that lies, if it is named by a path.
    pub named: Option<PathBuf>,
    /// The assessment that it goes on from.
    pub from: Option<Arc<Scorecard>>,
}

/// A field of the form, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormField {
    /// The team's name.
    Team,
    /// The profile.
    Profile,
    /// The day.
    Date,
    /// Who answers.
    Assessors,
}

impl FormField {
    /// Every field, in order.
    pub const ALL: [Self; 4] = [Self::Team, Self::Profile, Self::Date, Self::Assessors];
}

impl Form {
    /// An empty form for `today`, of an assessment that answers `checklist`.
    pub fn new(today: Date, checklist: Arc<Checklist>) -> Self {
        Self {
            team: Field::new("", Lines::One),
            date: Field::new(&today.to_string(), Lines::One),
            assessors: Field::new("", Lines::One),
            profile: 0,
            at: FormField::Team,
            error: None,
            checklist,
            named: None,
            from: None,
        }
    }

    /// The form of an assessment of `today` that goes on from `from`, which lies at `file`.
    pub fn carrying(today: Date, from: Arc<Scorecard>, file: &Path) -> Self {
        let old = &from.assessment;
        let profiles = &from.checklist.parts().profiles;
        let profile = profiles.iter().position(|profile| Some(&profile.id) == old.profile.as_ref());
        let fresh = Self::new(today, Arc::clone(&from.checklist));
        Self {
            team: Field::new(&old.team, Lines::One),
            assessors: Field::new(&old.assessors.join(", "), Lines::One),
            profile: profile.map_or(0, |at| at + 1),
            at: FormField::Date,
            named: old.checklist.place(Some(file)),
            from: Some(from),
            ..fresh
        }
    }

    /// The id of the profile that is chosen.
    pub fn profile(&self) -> Option<&Id> {
        self.checklist.parts().profiles.get(self.profile.checked_sub(1)?).map(|profile| &profile.id)
    }

    /// The text field under the cursor; `None` on the profile.
    pub fn field(&mut self) -> Option<&mut Field> {
        match self.at {
            FormField::Team => Some(&mut self.team),
            FormField::Profile => None,
            FormField::Date => Some(&mut self.date),
            FormField::Assessors => Some(&mut self.assessors),
        }
    }
}
