//! The form of a new assessment, and going from field to field.

use std::sync::Arc;

use jiff::civil::Date;
use ratatui::crossterm::event::KeyEvent;

use super::{Draft, Effect};
use crate::i18n::{Text, tui as t};
use crate::model::{Assessment, Id, date};
use crate::start::{self, Refused, Staffing, Wanted};
use crate::text;
use crate::tui::app::{App, Form, FormField, Layer};

/// To the next field (the previous one, `back`), around the end.
pub(super) fn next_field(app: &mut App, back: bool) {
    let step = |at: usize, of: usize| if back { (at + of - 1) % of } else { (at + 1) % of };
    match app.layers.last_mut() {
        Some(Layer::Form(form)) => {
            let at = FormField::ALL.iter().position(|field| *field == form.at).unwrap_or_default();
            form.at = FormField::ALL.get(step(at, FormField::ALL.len())).copied().unwrap_or(FormField::Team);
        }
        Some(Layer::EvidenceForm(form)) => form.at = step(form.at, form.fields.len()),
        _ => {}
    }
}

/// Left and Right: the other choice of the profile; in a text field the cursor.
pub(super) fn sideways(app: &mut App, event: KeyEvent, right: bool) {
    let Some(Layer::Form(form)) = app.layers.last_mut() else { return };
    let choices = form.checklist.parts().profiles.len() + 1;
    if form.at == FormField::Profile {
        form.profile = if right { (form.profile + 1) % choices } else { (form.profile + choices - 1) % choices };
    } else if let Some(field) = form.field() {
        field.key(event);
    }
}

/// Enter: the next field; from the last one, start.
pub(super) fn enter(app: &mut App) -> Vec<Effect> {
    let at_last = matches!(app.layers.last(), Some(Layer::Form(form)) if form.at == FormField::Assessors);
    if at_last {
        return start(app);
    }
    next_field(app, false);
    Vec::new()
}

/// Starts the assessment that the form describes, or says what is wrong with it.
pub(super) fn start(app: &mut App) -> Vec<Effect> {
    let today = app.today;
    let Some(Layer::Form(form)) = app.layers.last_mut() else { return Vec::new() };
    match described(form, today) {
        Ok(assessment) => {
            let draft = Draft { assessment, checklist: Arc::clone(&form.checklist), named: form.named.clone() };
            vec![Effect::Create(Box::new(draft))]
        }
        Err((at, error)) => {
            (form.at, form.error) = (at, Some(error));
            Vec::new()
        }
    }
}

/// The assessment that a form describes; else the field that is wrong, and what to do about it.
fn described(form: &Form, today: Date) -> Result<Assessment, (FormField, Text)> {
    let typed = form.date.text();
    let date = date::parse(&typed, today).ok_or_else(|| (FormField::Date, t::bad_date(typed.trim())))?;
    let team = text::one_line(&form.team.text());
    let names = form.assessors.text();
    let names = names.split([',', '，', '、', ';', '；']).map(str::trim).filter(|name| !name.is_empty());
    let from = form.from.as_ref().map(|from| &from.assessment);
    // A profile that the checklist does not have any more is not taken away by a form that cannot show it.
    let unknown = from.and_then(|old| old.profile.as_ref()).is_some_and(|id| form.checklist.profile(id).is_none());
    let chosen = form.profile().map(Id::as_str);
    let profile = if unknown && chosen.is_none() { Staffing::AsBefore } else { Staffing::Profile(chosen) };
    let wanted = Wanted { team: &team, date, profile, assessors: Some(names.map(str::to_owned).collect()), from };
    start::start(&form.checklist, &wanted).map_err(|refused| match refused {
        Refused::NotLater(old) => (FormField::Date, t::not_later(old)),
        Refused::OtherTeam(old) => (FormField::Team, t::same_team(text::one_line(&old))),
        // The form offers the checklist's own profiles alone.
        Refused::NoProfile(id) => (FormField::Profile, Text::plain(id)),
    })
}
