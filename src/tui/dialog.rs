//! Boxes that lie over the walk.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::app::App;
use super::field::Field;
use super::mouse::Spot;
use super::view::{line_of, put_text};
use crate::i18n::{Lang, Text, say};
use crate::model::Key;
use crate::style::Meaning;
use crate::text::{one_line, pad, truncate, width, wrap};
use crate::wording;

/// The title of an item of the walk.
pub(super) fn item_title(app: &App, key: &Key) -> String {
    app.walk().map(|walk| one_line(&wording::title(&walk.card.checklist, key, app.lang))).unwrap_or_default()
}

/// The cells that the content of a box has.
pub(super) fn inner_width(buffer: &Buffer) -> usize {
    usize::from(buffer.area.width.saturating_sub(8).clamp(2, 72))
}

/// A box with a title in the middle of the screen, as high as `rows` of content; returns the room inside.
pub(super) fn frame(app: &App, title: &str, rows: usize, buffer: &mut Buffer) -> Rect {
    let screen = buffer.area;
    let columns = screen.width.saturating_sub(4).clamp(1, 76).min(screen.width);
    let height = u16::try_from(rows.saturating_add(2)).unwrap_or(u16::MAX).min(screen.height.saturating_sub(1)).max(1);
    let x = (screen.width - columns) / 2;
    let y = screen.height.saturating_sub(height) / 2;
    let area = Rect::new(x, y, columns, height);
    // One cell more at the left: half of a wide glyph would be left standing beside the border.
    let blank = Rect { x: x.saturating_sub(1), width: columns + x.min(1), ..area };
    for position in blank.intersection(screen).positions() {
        if let Some(cell) = buffer.cell_mut(position) {
            cell.reset();
        }
    }
    let inner = usize::from(columns.saturating_sub(2));
    let title = truncate(title, inner.saturating_sub(2));
    let rule = "─".repeat(inner.saturating_sub(width(&title) + 2));
    put_text(buffer, line_of(area, 0), &format!("┌ {title} {rule}┐"), app, Meaning::Body);
    for nth in 1..usize::from(height.saturating_sub(1)) {
        put_text(buffer, line_of(area, nth), &format!("│{}│", " ".repeat(inner)), app, Meaning::Body);
    }
    let bottom = usize::from(height.saturating_sub(1));
    put_text(buffer, line_of(area, bottom), &format!("└{}┘", "─".repeat(inner)), app, Meaning::Body);
    Rect {
        x: area.x + 2.min(area.width),
        y: area.y + 1.min(area.height),
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    }
}

/// What is wrong with what was typed, in lines.
pub(super) fn error_lines(error: Option<&Text>, lang: Lang, cells: usize) -> Vec<String> {
    error.map(|error| wrap(error.get(lang), cells)).unwrap_or_default()
}

/// Draws lines under each other, the first at `from`.
pub(super) fn put_lines(app: &App, area: Rect, from: usize, lines: &[String], meaning: Meaning, buffer: &mut Buffer) {
    for (nth, line) in lines.iter().enumerate() {
        put_text(buffer, line_of(area, from + nth), line, app, meaning);
    }
}

/// Draws a box with a question, the line that is typed under it, and what is wrong with that; returns the cursor.
pub(super) fn asked(
    app: &App,
    title: &str,
    question: &str,
    field: &Field,
    error: Option<&Text>,
    buffer: &mut Buffer,
) -> Option<Position> {
    let question = wrap(question, inner_width(buffer));
    let error = error_lines(error, app.lang, inner_width(buffer));
    let inside = frame(app, title, question.len() + 1 + error.len(), buffer);
    put_lines(app, inside, 0, &question, Meaning::Muted, buffer);
    let cursor = field.draw(line_of(inside, question.len()), buffer);
    put_lines(app, inside, question.len() + 1, &error, Meaning::Error, buffer);
    cursor
}

/// Draws labelled one-line fields under each other and returns the cursor of the one that has it.
pub(super) fn fields(
    app: &App,
    area: Rect,
    rows: &[(&str, &Field)],
    at: usize,
    buffer: &mut Buffer,
) -> Option<Position> {
    let label_cells = rows.iter().map(|(label, _)| width(label)).max().unwrap_or_default() + 2;
    let mut cursor = None;
    for (nth, (label, field)) in rows.iter().enumerate() {
        let line = line_of(area, nth);
        app.mouse.mark(line, Spot::Row(nth));
        let meaning = if nth == at { Meaning::Title } else { Meaning::Muted };
        put_text(buffer, line, &pad(&format!("{label}{}", say::colon(app.lang)), label_cells), app, meaning);
        let taken = u16::try_from(label_cells).unwrap_or(u16::MAX).min(line.width);
        let room = Rect { x: line.x + taken, width: line.width - taken, ..line };
        let drawn = field.draw(room, buffer);
        if nth == at {
            cursor = drawn;
        }
    }
    cursor
}
