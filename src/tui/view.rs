//! Drawing: every screen from the state alone, at any size down to one cell.

pub(super) mod chrome;
pub(super) mod outline;

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::action::Row;
use super::app::App;
use super::screen::walk;
use crate::i18n::say;
use crate::report;
use crate::style::{Meaning, to_ascii};
use crate::text;

/// The least width and height, in cells, in which the screens can be used.
const LEAST: (u16, u16) = (24, 8);
/// The width below which outline and item take turns.
const NARROW: u16 = 60;

/// Where the parts of the screen are.
struct Areas {
    header: Rect,
    /// What is between header and message.
    middle: Rect,
    notice: Rect,
    footer: Rect,
    /// What the footer says.
    keys: Vec<Vec<&'static Row>>,
}

/// Draws the whole screen and returns where the terminal's cursor belongs, if anywhere.
pub fn draw(app: &App, buffer: &mut Buffer) -> Option<Position> {
    let whole = buffer.area;
    let mut cursor = None;
    app.mouse.clear();
    if whole.width < LEAST.0 || whole.height < LEAST.1 {
        let message = text::truncate(say::too_small(app.lang), usize::from(whole.width)).into_owned();
        put_text(buffer, whole, &message, app, Meaning::Body);
    } else {
        let areas = areas(app);
        if areas.header.height > 0 {
            chrome::header(app, areas.header, buffer);
        }
        let full = full(app);
        match full.and_then(|at| app.layers.get(at)) {
            Some(layer) => cursor = layer.screen().draw(app, areas.middle, buffer),
            None => walk::draw(app, areas.middle, buffer),
        }
        for layer in app.layers.iter().skip(full.map_or(0, |at| at + 1)) {
            app.mouse.clear();
            cursor = layer.screen().draw(app, whole, buffer);
        }
        chrome::notice(app, areas.notice, buffer);
        chrome::footer(app, areas.footer, &areas.keys, buffer);
    }
    if app.theme.ascii {
        to_ascii(buffer);
    }
    cursor
}

/// The layer that takes the place of the walk.
fn full(app: &App) -> Option<usize> {
    app.layers.iter().rposition(|layer| layer.screen().fills())
}

/// What is between header and message.
pub(super) fn middle(app: &App) -> Rect {
    areas(app).middle
}

/// The parts of the walk: the outline, where it is shown, and the item.
pub(super) fn panes(app: &App, middle: Rect) -> (Option<Rect>, Rect) {
    let toggled = app.walk().is_some_and(|walk| walk.toggled);
    let cells = match (middle.width < NARROW, toggled) {
        (true, true) => middle.width,
        (true, false) | (false, true) => 0,
        (false, false) => {
            let least = middle.width / 3;
            let needed = app.walk().map_or(0, |walk| outline::needed(walk, app.lang));
            needed.clamp(least.clamp(28, 48), (middle.width * 2 / 5).max(28))
        }
    };
    let outline = (cells > 0).then_some(Rect { width: cells, ..middle });
    // Two cells keep the item's text off the outline.
    let left = if cells > 0 { cells + 2 } else { 0 }.min(middle.width);
    (outline, Rect { x: middle.x + left, width: middle.width - left, ..middle })
}

/// Whether the screen is so narrow that outline and item take turns, and the outline is shown.
pub(super) fn is_narrow_outline(app: &App) -> bool {
    app.size.0 < NARROW && app.walk().is_some_and(|walk| walk.toggled)
}

/// The cells that a page may fill: the last two belong to the mark that says that there is more.
pub(super) fn text_width(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(2))
}

fn areas(app: &App) -> Areas {
    let (width, height) = app.size;
    let alone = full(app).and_then(|at| app.layers.get(at)).is_some_and(|layer| layer.screen().stands_alone());
    let header = match (app.walk.is_some() && !alone, height) {
        (false, _) => 0,
        (true, ..14) => 2,
        (true, 14..20) => 3,
        (true, _) => 4,
    };
    let keys = chrome::footer_lines(app, app.size);
    let footer = u16::try_from(keys.len()).unwrap_or(1);
    let notice = chrome::notice_rows(app, width).min(height.saturating_sub(header + footer + 3));
    let middle = height.saturating_sub(header + footer + notice);
    Areas {
        header: Rect::new(0, 0, width, header),
        middle: Rect::new(0, header, width, middle),
        notice: Rect::new(0, header + middle, width, notice),
        footer: Rect::new(0, height.saturating_sub(footer), width, footer),
        keys,
    }
}

/// Draws one line of text, cut to the area.
///
/// As `Buffer::set_stringn` does, which looks up in tables whether every two letters join: that alone was a third of a frame.
pub(super) fn put_text(buffer: &mut Buffer, area: Rect, line: &str, app: &App, meaning: Meaning) {
    put_styled(buffer, area, line, app.theme.style(meaning));
}

/// The same in a style; returns what is left of the area.
pub(super) fn put_styled(buffer: &mut Buffer, area: Rect, line: &str, style: Style) -> Rect {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return area;
    }
    let from = buffer.index_of(area.x, area.y);
    let mut row = buffer.content.get_mut(from..from + usize::from(area.width)).unwrap_or_default();
    let mut left = area.width;
    for (symbol, cells) in text::graphemes(line).filter(|(_, cells)| *cells > 0) {
        let Some(([first, under @ ..], rest)) = row.split_at_mut_checked(cells) else { break };
        left = u16::try_from(rest.len()).unwrap_or_default();
        first.set_symbol(symbol).set_style(style).set_diff_option(CellDiffOption::None);
        // What is under the rest of a wide glyph is gone.
        under.iter_mut().for_each(Cell::reset);
        row = rest;
    }
    Rect { x: area.right() - left, width: left, ..area }
}

/// Makes what is drawn in an area of one row a link, cell by cell: any of them may be drawn anew alone.
pub(super) fn link(buffer: &mut Buffer, area: Rect, address: &str) {
    let mut x = area.x;
    while let Some(cell) = buffer.cell_mut((x, area.y)).filter(|_| x < area.right()) {
        let cells = u16::try_from(text::width(cell.symbol())).ok().and_then(NonZeroU16::new).unwrap_or(NonZeroU16::MIN);
        let linked = report::link::on_terminal(cell.symbol(), address);
        cell.set_symbol(&linked).set_diff_option(CellDiffOption::ForcedWidth(cells));
        x = x.saturating_add(cells.get());
    }
}

/// An area without its first rows.
pub(super) fn below(area: Rect, rows: usize) -> Rect {
    let rows = u16::try_from(rows).unwrap_or(u16::MAX).min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

/// Row `nth` of an area, as an area of its own; empty past its end.
pub(super) fn line_of(area: Rect, nth: usize) -> Rect {
    let nth = u16::try_from(nth).unwrap_or(u16::MAX);
    if nth >= area.height { Rect { height: 0, ..area } } else { Rect { y: area.y + nth, height: 1, ..area } }
}
