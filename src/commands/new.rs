//! `new`: creates an assessment and prints where it is.

use std::path::Path;

use jiff::civil::Date;

use super::output::{self, Stop};
use super::{Context, DONE, day};
use crate::carry::carry;
use crate::cli::New;
use crate::error::{Error, Result};
use crate::i18n::{cli as c, over_time as o};
use crate::model::{Assessment, Checklist, ChecklistRef, Id};
use crate::store::name::slug;
use crate::store::{Opened, relative};
use crate::text::one_line;

pub(super) fn run(context: &Context, new: &New) -> std::result::Result<u8, Stop> {
    let date = day(&new.date, context.today)?;
    let shown = match &new.from {
        Some(from) => forward(context, new, from, date)?,
        None => fresh(context, new, date)?,
    };
    output::print(&format!("{shown}\n"))?;
    Ok(DONE)
}

/// An assessment without answers.
fn fresh(context: &Context, new: &New, date: Date) -> Result<String> {
    let (checklist, file) = context.store.checklist_named(&new.checklist)?;
    let path = context.store.path_for(&new.team, date)?;
    let answered = ChecklistRef {
        id: checklist.id().clone(),
        version: checklist.version().to_string(),
        digest: Some(checklist.digest().to_owned()),
        path: file.map(|file| relative(&path, &file)),
    };
    let mut assessment = Assessment::new(&*new.team, date, answered);
    staff(&mut assessment, new, &checklist)?;
    create(context, &assessment, &checklist, &path)
}

/// An assessment that goes on from an earlier one.
fn forward(context: &Context, new: &New, from: &str, date: Date) -> Result<String> {
    let Opened { file, checklist } = context.open(from)?;
    let old = file.assessment();
    if slug(&old.team) != slug(&new.team) {
        let (named, team) = (one_line(&new.team), one_line(&old.team));
        return Err(Error::new(o::other_team(&named, team)).hint(o::other_team_hint(named)));
    }
    if date <= old.date {
        return Err(Error::new(o::not_later(date, old.date)).hint(o::not_later_hint()));
    }
    let path = context.store.path_for(&old.team, date)?;
    let mut assessment = carry(old, date);
    let dir = file.path().and_then(Path::parent).unwrap_or(Path::new(""));
    if let Some(named) = &mut assessment.checklist.path {
        *named = relative(&path, &dir.join(&*named));
    }
    staff(&mut assessment, new, &checklist)?;
    let shown = create(context, &assessment, &checklist, &path)?;
    let count = assessment.entries().filter(|(key, _)| assessment.is_carried(key)).count();
    output::say(&o::carried_over(old.date, count), context.lang);
    if old.checklist.digest.as_deref().is_some_and(|digest| digest != checklist.digest()) {
        let changed = o::carried_changed(one_line(old.checklist.id.as_str()), one_line(&old.checklist.version));
        output::remark(&changed, &o::carried_changed_hint(one_line(from)), context.lang);
    }
    Ok(shown)
}

/// Puts in what the command line says of who staffs operations and who answers.
fn staff(assessment: &mut Assessment, new: &New, checklist: &Checklist) -> Result<()> {
    if let Some(id) = &new.profile {
        assessment.profile = Some(profile(checklist, id)?);
    }
    let named = new.assessors.iter().map(|name| one_line(name)).filter(|name| !name.is_empty());
    let named: Vec<String> = named.collect();
    if !named.is_empty() {
        assessment.assessors = named;
    }
    Ok(())
}

fn create(context: &Context, assessment: &Assessment, checklist: &Checklist, path: &Path) -> Result<String> {
    let created = context.store.create(assessment, checklist)?;
    Ok(created.path().unwrap_or(path).display().to_string())
}

fn profile(checklist: &Checklist, id: &str) -> Result<Id> {
    let profiles = &checklist.parts().profiles;
    if let Some(profile) = profiles.iter().find(|profile| profile.id == *id) {
        return Ok(profile.id.clone());
    }
    let names: Vec<String> = profiles.iter().map(|profile| format!("`{}`", profile.id)).collect();
    let hint = if names.is_empty() { c::no_profiles_hint() } else { c::no_profile_hint(names.join(", ")) };
    Err(Error::new(c::no_profile(one_line(id), checklist.id())).hint(hint))
}
