//! The form of a new assessment, and going from field to field.

use ratatui::crossterm::event::KeyEvent;

use super::Effect;
use crate::i18n::tui as t;
use crate::model::{Assessment, ChecklistRef, date};
use crate::text;
use crate::tui::app::{App, FormField, Layer};

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
    let choices = app.checklist.parts().profiles.len() + 1;
    let Some(Layer::Form(form)) = app.layers.last_mut() else { return };
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
    let checklist = ChecklistRef {
        id: app.checklist.id().clone(),
        version: app.checklist.version().to_string(),
        digest: Some(app.checklist.digest().to_owned()),
        path: app.checklist_path.clone(),
    };
    let Some(Layer::Form(form)) = app.layers.last_mut() else { return Vec::new() };
    let typed = form.date.text();
    let Some(day) = date::parse(&typed, today) else {
        form.error = Some(t::bad_date(typed.trim()));
        form.at = FormField::Date;
        return Vec::new();
    };
    let mut assessment = Assessment::new(text::one_line(&form.team.text()), day, checklist);
    let names = form.assessors.text();
    let names = names.split([',', '，', '、', ';', '；']).map(str::trim).filter(|name| !name.is_empty());
    assessment.assessors = names.map(str::to_owned).collect();
    let choice = form.profile;
    assessment.profile = app.profile_choice(choice).cloned();
    vec![Effect::Create(Box::new(assessment))]
}
