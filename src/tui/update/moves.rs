//! Moving: the cursor of the walk and of lists, the text of pages, the fields of a form.

use ratatui::crossterm::event::KeyEvent;

use super::form;
use crate::i18n::tui as t;
use crate::model::{Key, Reason};
use crate::tui::app::{App, Layer, PlanView};
use crate::tui::view;

pub(super) fn step(app: &mut App, by: isize) {
    let limit = view::max_scroll(app);
    match app.layers.last_mut() {
        None => {
            if let Some(walk) = &mut app.walk {
                walk.outline.step(by);
                walk.scroll = 0;
            }
        }
        Some(Layer::Score(scroll) | Layer::Help(_, scroll) | Layer::Trend(_, scroll)) => {
            *scroll = scroll.saturating_add_signed(by).min(limit);
        }
        Some(Layer::Compare(shown)) => shown.scroll = shown.scroll.saturating_add_signed(by).min(limit),
        Some(Layer::Plan(plan)) => {
            let gaps = app.walk.as_ref().map_or(0, |walk| walk.card.plan.gaps.len());
            *plan = PlanView { at: plan.at.saturating_add_signed(by).min(gaps.saturating_sub(1)), extra: 0 };
        }
        Some(Layer::Home(home)) => home.at = home.at.saturating_add_signed(by).min(home.rows.len().saturating_sub(1)),
        Some(Layer::Evidence(key, at)) => {
            let entries = app.walk.as_ref().map_or(0, |walk| walk.entry(key).evidence.len());
            *at = at.saturating_add_signed(by).min(entries.saturating_sub(1));
        }
        // The row after the reasons is "no reason".
        Some(Layer::Reason(_, at)) => *at = at.saturating_add_signed(by).min(Reason::ALL.len()),
        Some(Layer::Form(_) | Layer::Note(..) | Layer::Prompt(_) | Layer::EvidenceForm(_) | Layer::Finish) => {}
    }
}

pub(super) fn page(app: &mut App, up: bool) {
    let rows = view::page_rows(app).max(1);
    let limit = view::max_scroll(app);
    let by = isize::try_from(rows).unwrap_or(isize::MAX) * if up { -1 } else { 1 };
    match app.layers.last_mut() {
        None => {
            if let Some(walk) = &mut app.walk {
                walk.scroll = walk.scroll.saturating_add_signed(by).min(limit);
            }
        }
        Some(Layer::Plan(plan)) => plan.extra = plan.extra.saturating_add_signed(by).min(limit),
        _ => step(app, by),
    }
}

pub(super) fn end(app: &mut App, last: bool) {
    match (app.layers.last(), &mut app.walk) {
        (None, Some(walk)) => {
            walk.outline.end(last);
            walk.scroll = 0;
        }
        // The whole way, and no overflow on the way.
        _ => step(app, if last { isize::MAX } else { isize::MIN }),
    }
}

pub(super) fn sideways(app: &mut App, event: KeyEvent, right: bool) {
    match app.layers.last_mut() {
        None => {
            if let Some(walk) = &mut app.walk {
                if right {
                    walk.outline.right();
                } else {
                    walk.outline.left();
                }
                walk.scroll = 0;
            }
        }
        Some(Layer::Form(_)) => form::sideways(app, event, right),
        _ => {}
    }
}

pub(super) fn seek(app: &mut App, back: bool) {
    let Some(walk) = &mut app.walk else { return };
    let assessment = &walk.card.assessment;
    let open = |key: &Key| !assessment.is_answered(key) || assessment.is_carried(key);
    if walk.outline.seek(back, open) {
        walk.scroll = 0;
    } else {
        app.say(t::all_answered());
    }
}
