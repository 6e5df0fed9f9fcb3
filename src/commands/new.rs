//! `new`: creates an assessment and prints where it is.

use jiff::civil::Date;

use super::output::{self, Stop};
use super::{Context, DONE, day};
use crate::cli::New;
use crate::error::{Error, Result};
use crate::i18n::say;
use crate::model::{Assessment, Checklist};
use crate::reading::Certainty;
use crate::start::{Refused, Staffing, Wanted, start};
use crate::store::{AssessmentFile, Edition};
use crate::text::one_line;

pub(super) fn run(context: &Context, new: &New) -> std::result::Result<u8, Stop> {
    if let Some(from) = &new.from {
        onward(context, new, from)?;
    } else {
        output::print(&format!("{}\n", create(context, new)?.shown()))?;
    }
    Ok(DONE)
}

/// Writes an assessment without answers.
///
/// # Errors
///
/// A day, a checklist or a profile that is none; the team has an assessment of that day; it cannot be written.
pub(super) fn create(context: &Context, new: &New) -> Result<AssessmentFile> {
    let date = day(&new.date, context.today)?;
    let Edition { checklist, file } = match &new.checklist {
        Some(named) => context.library.named(named)?,
        None => context.library.usual(context.store.used_last(&new.team)?.as_ref())?,
    };
    let assessment = started(new, date, &checklist, None)?;
    context.store.create(&assessment, &checklist, file.as_deref())
}

/// An assessment that goes on from an earlier one.
fn onward(context: &Context, new: &New, from: &str) -> std::result::Result<(), Stop> {
    let date = day(&new.date, context.today)?;
    let opened = context.open_alone(from)?;
    let (old, checklist) = (opened.file.assessment(), &opened.reading.checklist);
    let assessment = started(new, date, checklist, Some(old))?;
    let created = context.store.create(&assessment, checklist, opened.named.as_deref())?;
    output::print(&format!("{}\n", created.shown()))?;
    let count = assessment.entries().filter(|(key, _)| assessment.is_carried(key)).count();
    output::say(&say::carried_over(old.date, count), context.lang);
    let newer = context.library.newer(&opened);
    if newer.is_some() || opened.reading.certainty != Certainty::Exact {
        let changed = say::carried_changed(one_line(old.checklist.id.as_str()), one_line(&old.checklist.version));
        output::remark(&changed, &say::carried_changed_hint(one_line(from)), context.lang);
    }
    Ok(())
}

/// The assessment that a command line describes.
fn started(new: &New, date: Date, checklist: &Checklist, from: Option<&Assessment>) -> Result<Assessment> {
    let assessors: Vec<String> =
        new.assessors.iter().map(|name| one_line(name)).filter(|name| !name.is_empty()).collect();
    let wanted = Wanted {
        team: &new.team,
        date,
        profile: new.profile.as_deref().map_or(Staffing::AsBefore, |id| Staffing::Profile(Some(id))),
        assessors: (!assessors.is_empty()).then_some(assessors),
        from,
    };
    start(checklist, &wanted).map_err(|refused| match refused {
        Refused::NotLater(old) => Error::new(say::begins_too_early(date, old)).hint(say::begins_too_early_hint()),
        Refused::OtherTeam(team) => {
            let named = one_line(&new.team);
            Error::new(say::other_team(&named, one_line(&team))).hint(say::other_team_hint(named))
        }
        Refused::NoProfile(id) => {
            let profiles = &checklist.parts().profiles;
            let names: Vec<String> = profiles.iter().map(|profile| format!("`{}`", profile.id)).collect();
            let hint = if names.is_empty() { say::no_profiles_hint() } else { say::no_profile_hint(names.join(", ")) };
            Error::new(say::no_profile(one_line(&id), checklist.id())).hint(hint)
        }
    })
}
