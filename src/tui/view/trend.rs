//! The team's level, progress and metrics over time, as the report draws them.

use super::page::{Page, paper};
use crate::history::History;
use crate::report::history::{Trend, text};
use crate::tui::app::App;

/// The page of the trend.
pub(super) fn page(app: &App, history: &History, width: usize) -> Page {
    let Some(walk) = &app.walk else { return Page::new(width, app) };
    let (team, checklist) = (&walk.card.assessment.team, &walk.card.checklist);
    Page::of(text(Trend { team, history, checklist, today: app.today }, paper(width, app)), app)
}
