//! `new`: creates an assessment and prints where it is.

use jiff::civil::Date;

use super::output::{self, Stop};
use super::{Context, DONE};
use crate::cli::New;
use crate::error::{Error, Kind, Result};
use crate::i18n::cli as c;
use crate::model::{Assessment, Checklist, ChecklistRef, Id, date};
use crate::store::relative;
use crate::text::one_line;

pub(super) fn run(context: &Context, new: &New) -> std::result::Result<u8, Stop> {
    let date = day(&new.date, context.today)?;
    let (checklist, file) = context.store.checklist_named(&new.checklist)?;
    let path = context.store.path_for(&new.team, date)?;
    let answered = ChecklistRef {
        id: checklist.id().clone(),
        version: checklist.version().to_string(),
        digest: Some(checklist.digest().to_owned()),
        path: file.map(|file| relative(&path, &file)),
    };
    let mut assessment = Assessment::new(&*new.team, date, answered);
    assessment.profile = new.profile.as_deref().map(|id| profile(&checklist, id)).transpose()?;
    assessment.assessors = new.assessors.iter().map(|name| one_line(name)).filter(|name| !name.is_empty()).collect();
    let created = context.store.create(&assessment, &checklist)?;
    let shown = created.path().unwrap_or(&path).display().to_string();
    output::print(&format!("{shown}\n"))?;
    Ok(DONE)
}

fn day(text: &str, today: Date) -> Result<Date> {
    date::parse(text, today)
        .ok_or_else(|| Error::new(Kind::Usage, c::bad_date(one_line(text))).hint(c::bad_date_hint()))
}

fn profile(checklist: &Checklist, id: &str) -> Result<Id> {
    let profiles = &checklist.parts().profiles;
    if let Some(profile) = profiles.iter().find(|profile| profile.id == *id) {
        return Ok(profile.id.clone());
    }
    let names: Vec<String> = profiles.iter().map(|profile| format!("`{}`", profile.id)).collect();
    let hint = if names.is_empty() { c::no_profiles_hint() } else { c::no_profile_hint(names.join(", ")) };
    Err(Error::new(Kind::Usage, c::no_profile(one_line(id), checklist.id())).hint(hint))
}
