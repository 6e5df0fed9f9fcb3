//! Drawing: every screen from the state alone, at any size down to one cell.

mod chrome;
mod compare;
mod dialog;
mod form;
mod help;
mod home;
mod item;
mod outline;
mod page;
mod plan;
mod score;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::page::Page;
use super::app::{App, Layer};
use crate::i18n::tui as t;
use crate::style::{Meaning, to_ascii};
use crate::text;

/// The least width and height, in cells, in which the screens can be used.
const LEAST: (u16, u16) = (24, 8);
/// The width below which outline and item take turns.
const NARROW: u16 = 60;

/// Where the parts of the screen are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Areas {
    header: Rect,
    outline: Option<Rect>,
    body: Rect,
    notice: Rect,
    footer: Rect,
}

/// Draws the whole screen and returns where the terminal's cursor belongs, if anywhere.
pub fn draw(app: &App, buffer: &mut Buffer) -> Option<Position> {
    let whole = buffer.area;
    let mut cursor = None;
    if whole.width < LEAST.0 || whole.height < LEAST.1 {
        let message = text::truncate(t::too_small(app.lang), usize::from(whole.width)).into_owned();
        put_text(buffer, whole, &message, app, Meaning::Body);
    } else {
        let areas = areas(app);
        if app.walk.is_some() {
            chrome::header(app, areas.header, buffer);
        }
        let full = app.layers.iter().rposition(is_full_screen);
        match full.and_then(|at| app.layers.get(at)) {
            Some(layer) => cursor = full_screen(app, layer, areas.body, buffer),
            None => walk(app, areas, buffer),
        }
        for layer in app.layers.iter().skip(full.map_or(0, |at| at + 1)) {
            cursor = dialog::draw(app, layer, buffer);
        }
        chrome::notice(app, areas.notice, buffer);
        chrome::footer(app, areas.footer, buffer);
    }
    if app.theme.ascii {
        to_ascii(buffer);
    }
    cursor
}

/// How far the text that has the keys can be scrolled, in lines.
pub(super) fn max_scroll(app: &App) -> usize {
    let rows = page_rows(app);
    let width = text_width(areas(app).body);
    let lines = match app.layers.last() {
        None => item::page(app, width).height(),
        Some(Layer::Score(_)) => score::page(app, width).height(),
        Some(Layer::Plan(_)) => plan::page(app, width).height(),
        Some(Layer::Compare(shown)) => compare::page(app, shown, width).height(),
        Some(Layer::Help(context, _)) => help::page(app, *context, width).height(),
        Some(_) => 0,
    };
    lines.saturating_sub(rows)
}

/// How many lines of the text that has the keys are seen at once.
pub(super) fn page_rows(app: &App) -> usize {
    usize::from(areas(app).body.height)
}

/// Whether the screen is so narrow that outline and item take turns, and the outline is shown.
pub(super) fn is_narrow_outline(app: &App) -> bool {
    app.size.0 < NARROW && app.walk.as_ref().is_some_and(|walk| walk.toggled)
}

/// The cells that a page may fill: the last two belong to the mark that says that there is more.
fn text_width(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(2))
}

fn is_full_screen(layer: &Layer) -> bool {
    match layer {
        Layer::Score(_) | Layer::Plan(_) | Layer::Compare(_) | Layer::Help(..) | Layer::Home(_) | Layer::Form(_) => {
            true
        }
        Layer::Note(..)
        | Layer::Prompt(_)
        | Layer::Evidence(..)
        | Layer::EvidenceForm(_)
        | Layer::Reason(..)
        | Layer::Finish => false,
    }
}

fn areas(app: &App) -> Areas {
    let (width, height) = app.size;
    let header = match (app.walk.is_some(), height) {
        (false, _) => 0,
        (true, ..14) => 2,
        (true, 14..20) => 3,
        (true, _) => 4,
    };
    let footer = 1;
    let notice = chrome::notice_rows(app, width).min(height.saturating_sub(header + footer + 3));
    let middle = height.saturating_sub(header + footer + notice);
    let full = app.layers.iter().any(is_full_screen) || app.walk.is_none();
    let toggled = app.walk.as_ref().is_some_and(|walk| walk.toggled);
    let outline_width = match (width < NARROW, toggled) {
        _ if full => 0,
        (true, true) => width,
        (true, false) | (false, true) => 0,
        (false, false) => (width * 2 / 5).clamp(28, 48),
    };
    let top = Rect::new(0, header, width, middle);
    let outline = (outline_width > 0).then_some(Rect { width: outline_width, ..top });
    // Two cells keep the item's text off the outline.
    let left = if outline_width > 0 { outline_width + 2 } else { 0 };
    let body = Rect { x: left.min(width), width: width.saturating_sub(left), ..top };
    Areas {
        header: Rect::new(0, 0, width, header),
        outline,
        body,
        notice: Rect::new(0, header + middle, width, notice),
        footer: Rect::new(0, height.saturating_sub(footer), width, footer),
    }
}

fn walk(app: &App, areas: Areas, buffer: &mut Buffer) {
    let Some(walk) = &app.walk else { return };
    if let Some(area) = areas.outline {
        outline::draw(app, walk, area, buffer);
    }
    if areas.body.width > 0 {
        let page = item::page(app, text_width(areas.body));
        let scroll = walk.scroll.min(page.height().saturating_sub(usize::from(areas.body.height)));
        page.draw(areas.body, scroll, buffer);
    }
}

fn full_screen(app: &App, layer: &Layer, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let width = text_width(area);
    let rows = usize::from(area.height);
    let scrolled = |page: &Page, scroll: usize| scroll.min(page.height().saturating_sub(rows));
    match layer {
        Layer::Score(scroll) => {
            let page = score::page(app, width);
            page.draw(area, scrolled(&page, *scroll), buffer);
        }
        Layer::Compare(shown) => {
            let page = compare::page(app, shown, width);
            page.draw(area, scrolled(&page, shown.scroll), buffer);
        }
        Layer::Help(context, scroll) => {
            let page = help::page(app, *context, width);
            page.draw(area, scrolled(&page, *scroll), buffer);
        }
        Layer::Plan(view) => {
            let page = plan::page(app, width);
            // The first gap shows what stands above it too.
            let start = if view.at == 0 { 0 } else { page.anchors.get(view.at).copied().unwrap_or_default() };
            page.draw(area, scrolled(&page, start + view.extra), buffer);
        }
        Layer::Home(home) => home::draw(app, home, area, buffer),
        Layer::Form(form) => return form::draw(app, form, area, buffer),
        Layer::Note(..)
        | Layer::Prompt(_)
        | Layer::Evidence(..)
        | Layer::EvidenceForm(_)
        | Layer::Reason(..)
        | Layer::Finish => {}
    }
    None
}

/// Draws one line of text, cut to the area.
fn put_text(buffer: &mut Buffer, area: Rect, line: &str, app: &App, meaning: Meaning) {
    let area = area.intersection(buffer.area);
    if !area.is_empty() {
        buffer.set_stringn(area.x, area.y, line, usize::from(area.width), app.theme.style(meaning));
    }
}

/// Row `nth` of an area, as an area of its own; empty past its end.
fn line_of(area: Rect, nth: usize) -> Rect {
    let nth = u16::try_from(nth).unwrap_or(u16::MAX);
    if nth >= area.height { Rect { height: 0, ..area } } else { Rect { y: area.y + nth, height: 1, ..area } }
}
