//! The form of a new assessment.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::page::Page;
use crate::i18n::{Lang, terms, tui as t};
use crate::style::Meaning;
use crate::text::{one_line, width};
use crate::tui::app::{App, Form, FormField};
use crate::tui::field::Field;

/// Draws the form and returns where the terminal's cursor belongs.
pub(super) fn draw(app: &App, form: &Form, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let lang = app.lang;
    let mut page = Page::new(super::text_width(area), app);
    let title = if form.from.is_some() { t::form_carry_title(lang) } else { t::form_title(lang) };
    page.text(0, &format!("opsladder · {title}"), Meaning::Title);
    if let Some(from) = form.from.as_ref().map(|from| &from.assessment) {
        page.text(0, &t::form_carries(lang, one_line(&from.team), from.date), Meaning::Body);
    }
    if area.height > 14 {
        page.text(0, form.checklist.parts().title.get(lang), Meaning::Muted);
        if let Some(summary) = &form.checklist.parts().summary {
            page.text(0, summary.get(lang), Meaning::Muted);
        }
        page.blank();
    }
    let mut typed: Vec<(FormField, usize, usize, &Field)> = Vec::new();
    for which in FormField::ALL {
        let (label, hint) = names(which, lang);
        let here = which == form.at;
        let meaning = if here { Meaning::Title } else { Meaning::Muted };
        let field = match which {
            FormField::Team => Some(&form.team),
            FormField::Profile => None,
            FormField::Date => Some(&form.date),
            FormField::Assessors => Some(&form.assessors),
        };
        match field {
            Some(field) => {
                typed.push((which, page.height(), width(label) + 4, field));
                page.pieces(
                    0,
                    &[(if here { "> " } else { "  " }, Meaning::Key), (label, meaning), (terms::colon(lang), meaning)],
                );
            }
            None => profile(app, form, label, here, &mut page),
        }
        // What is wrong stands where the eye is, and is seen on the smallest screen.
        match &form.error {
            Some(error) if here => page.text(4, error.get(lang), Meaning::Error),
            None if here => page.text(4, hint, Meaning::Muted),
            Some(_) | None => {}
        }
    }
    page.blank();
    page.text(0, &t::form_saved_under(lang, &app.store), Meaning::Muted);
    // The field that is typed in stays on the screen, however low that is.
    let here = typed.iter().find(|(which, ..)| *which == form.at).map_or(0, |(_, line, ..)| *line);
    let scroll = here.saturating_sub(usize::from(area.height).saturating_sub(3));
    page.draw(area, scroll, buffer);
    let mut cursor = None;
    for (which, line, left, field) in typed {
        let Some(row) = line.checked_sub(scroll).filter(|row| *row < usize::from(area.height)) else { continue };
        let left = u16::try_from(left).unwrap_or(u16::MAX).min(area.width);
        let y = area.y + u16::try_from(row).unwrap_or_default();
        let room = Rect { x: area.x + left, y, width: area.width - left, height: 1 };
        let drawn = field.draw(room, buffer);
        if which == form.at {
            cursor = drawn;
        }
    }
    cursor
}

fn names(field: FormField, lang: Lang) -> (&'static str, &'static str) {
    match field {
        FormField::Team => (t::form_team(lang), t::form_team_hint(lang)),
        FormField::Profile => (t::form_profile(lang), t::form_profile_hint(lang)),
        FormField::Date => (t::form_date(lang), t::form_date_hint(lang)),
        FormField::Assessors => (t::form_assessors(lang), t::form_assessors_hint(lang)),
    }
}

/// The choice of a profile, and while it has the cursor, what each means: its teams and their roles.
fn profile(app: &App, form: &Form, label: &str, here: bool, page: &mut Page) {
    let lang = app.lang;
    let mark = if here { "> " } else { "  " };
    let meaning = if here { Meaning::Title } else { Meaning::Muted };
    let chosen = form.profile().and_then(|id| form.checklist.profile(id));
    let title = chosen.map_or(t::form_no_profile(lang), |profile| profile.title.get(lang));
    page.pieces(0, &[(mark, Meaning::Key), (label, meaning), (terms::colon(lang), meaning), (title, Meaning::Body)]);
    if !here {
        return;
    }
    let Some(chosen) = chosen else {
        page.text(4, t::form_no_profile_means(lang), Meaning::Body);
        return;
    };
    for team in &chosen.teams {
        let role = |id| form.checklist.role(id).map(|role| role.title.get(lang));
        let roles: Vec<&str> = team.roles.iter().filter_map(role).collect();
        let separator = terms::comma(lang);
        page.pair(4, team.title.get(lang), &roles.join(separator), Meaning::Body);
    }
}
