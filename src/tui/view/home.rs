//! The list of assessments.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{line_of, put_text};
use crate::i18n::tui as t;
use crate::style::Meaning;
use crate::text::{one_line, pad, truncate, width, wrap};
use crate::tui::app::{App, Home};

/// Draws the list, the row under the cursor always in sight.
pub(super) fn draw(app: &App, home: &Home, area: Rect, buffer: &mut Buffer) {
    let lang = app.lang;
    let cells = usize::from(area.width);
    put_text(buffer, line_of(area, 0), &format!("opsladder · {}", t::home_title(lang)), app, Meaning::Title);
    put_text(buffer, line_of(area, 1), &truncate(&t::home_store(lang, &app.store), cells), app, Meaning::Muted);
    if home.rows.is_empty() {
        for (nth, line) in wrap(t::home_empty(lang), cells.max(2)).iter().enumerate() {
            put_text(buffer, line_of(area, 3 + nth), line, app, Meaning::Body);
        }
        return;
    }
    let rows = usize::from(area.height.saturating_sub(3));
    let top = home.at.saturating_sub(rows / 2).min(home.rows.len().saturating_sub(rows));
    let widest = home.rows.iter().map(|row| width(&one_line(&row.team))).max().unwrap_or_default();
    let team_cells = widest.min(cells.saturating_sub(36)).max(8);
    for (nth, row) in home.rows.iter().enumerate().skip(top).take(rows) {
        let score = row.card.as_ref().map(|card| &card.score);
        let level = score.map_or_else(|| "?".to_owned(), |score| t::area_level(lang, score.level, score.max_level));
        let team = pad(&one_line(&row.team), team_cells);
        let line = format!(" {team}  {}  {}  {level}", row.date, pad(row.status.term(lang), 6));
        let meaning = if nth == home.at { Meaning::Selected } else { Meaning::Body };
        put_text(buffer, line_of(area, 3 + nth - top), &pad(&line, cells), app, meaning);
    }
}
