//! Reading a page on the screen: scrolling it, going from item to item in it, and laying it out only when it changed.

use std::cell::RefCell;
use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::action::{Action, Context};
use super::app::App;
use super::clipboard;
use super::mouse::Spot;
use super::screen::{Screen, Then, Turn};
use super::view;
use crate::i18n::{Lang, Text, say};
use crate::model::Key;
use crate::page::document::Document;
use crate::report::Sheet;
use crate::report::markdown::markdown;
use crate::report::sheet::Stop;
use crate::style::{Meaning, Theme};

/// How many lines one turn of the wheel is.
pub(super) const WHEEL: usize = 3;

/// How a page is being read.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    /// The first line in sight.
    scroll: usize,
    /// The item under the cursor, among the stops of the page.
    at: Option<usize>,
    /// The item that was gone to from here.
    gone_to: Option<Key>,
    laid: Laid,
}

/// The page as it was laid out the last times, and what for; the latest first.
#[derive(Clone, Debug, Default)]
struct Laid(RefCell<Vec<(For, Rc<Sheet>)>>);

/// How many layouts of a page are kept: of what is under the cursor, of what is next to it on both sides, and the last one.
const KEPT: usize = 4;

/// What a layout holds for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct For {
    revision: u64,
    shape: u64,
    lang: Lang,
    width: usize,
    /// The row of the walk.
    at: usize,
}

impl Reader {
    /// The page laid out for a width; made anew only where something that it is made from has changed.
    pub fn sheet<'a>(&self, app: &'a App, width: usize, page: impl FnOnce() -> Document<'a>) -> Rc<Sheet> {
        self.sheet_of(app.walk().map_or(0, |walk| walk.tree.at()), app, width, page)
    }

    /// The same of another row of the walk than the one under the cursor.
    pub fn sheet_of<'a>(
        &self,
        at: usize,
        app: &'a App,
        width: usize,
        page: impl FnOnce() -> Document<'a>,
    ) -> Rc<Sheet> {
        let (revision, shape) = app.walk().map_or((0, 0), |walk| (walk.revision, walk.tree.shape()));
        let now = For { revision, shape, lang: app.lang, width, at };
        let mut laid = self.laid.0.borrow_mut();
        if let Some(nth) = laid.iter().position(|(then, _)| *then == now) {
            laid.swap(0, nth);
        } else {
            laid.truncate(KEPT - 1);
            laid.insert(0, (now, Rc::new(Sheet::of(&page(), app.paper(width)))));
        }
        laid.first().map(|(_, sheet)| Rc::clone(sheet)).unwrap_or_default()
    }

    /// The item under the cursor, among the stops of the page.
    pub fn at(&self) -> Option<usize> {
        self.at
    }

    /// Lays the page out anew: it says something else now.
    pub fn anew(&mut self) {
        self.laid = Laid::default();
    }

    /// The item that the lines around the cursor are about, and puts the cursor on its first line.
    pub fn outer(&mut self, sheet: &Sheet) -> Option<Key> {
        let at = self.at?;
        let outer = sheet.stops().iter().take(at + 1).rposition(|stop| !stop.inside)?;
        self.at = Some(outer);
        sheet.stops().get(outer).map(|stop| stop.key.clone())
    }

    /// Back to the first line.
    pub fn from_the_start(&mut self) {
        self.scroll = 0;
        self.at = None;
    }

    /// Puts the cursor on a stop that is in sight.
    pub fn point(&mut self, stop: usize) {
        self.at = Some(stop);
    }

    /// Scrolls by as many lines as are seen at once.
    pub fn page(&mut self, up: bool, sheet: &Sheet, rows: usize) {
        self.scroll_by(rows, up, sheet, rows);
    }

    /// Scrolls by a turn of the wheel.
    pub fn wheel(&mut self, up: bool, sheet: &Sheet, rows: usize) {
        self.scroll_by(WHEEL, up, sheet, rows);
    }

    fn scroll_by(&mut self, lines: usize, up: bool, sheet: &Sheet, rows: usize) {
        let last = sheet.height().saturating_sub(rows);
        let scroll = self.scroll.min(last);
        self.scroll = if up { scroll.saturating_sub(lines) } else { (scroll + lines).min(last) };
    }

    /// Does what was asked for on a page of its own screen.
    pub fn update(&mut self, asked: Action, app: &mut App, sheet: &Sheet) -> Turn {
        let rows = usize::from(view::middle(app).height).max(1);
        self.scroll = self.scroll.min(sheet.height().saturating_sub(rows));
        let all = |_: &Stop| true;
        let outer = |stop: &Stop| !stop.inside;
        match asked {
            Action::Down => self.step(sheet, rows, false, outer),
            Action::Up => self.step(sheet, rows, true, outer),
            Action::NextField => self.jump(sheet, rows, false, all),
            Action::PreviousField => self.jump(sheet, rows, true, all),
            Action::PageDown => {
                self.page(false, sheet, rows);
                self.at = self.first_in_sight(sheet, rows);
            }
            Action::PageUp => {
                self.page(true, sheet, rows);
                self.at = self.first_in_sight(sheet, rows);
            }
            Action::First => {
                self.scroll = 0;
                self.at = self.first_in_sight(sheet, rows);
            }
            Action::Last => {
                self.scroll = sheet.height().saturating_sub(rows);
                self.at = sheet.stops().iter().rposition(|stop| outer(stop) && self.sees(stop, rows));
            }
            Action::Accept => return self.go(app, sheet),
            _ => {}
        }
        Turn::stay()
    }

    /// To the item under the cursor, in the walk.
    fn go(&mut self, app: &mut App, sheet: &Sheet) -> Turn {
        let Some(stop) = self.at.and_then(|at| sheet.stops().get(at)) else { return Turn::stay() };
        let Some(walk) = &mut app.walk else { return Turn::stay() };
        if walk.go_to(&stop.key) {
            self.gone_to = Some(stop.key.clone());
            return Then::Walk.into();
        }
        app.say(say::not_asked_any_more());
        Turn::stay()
    }

    /// Back from the item that was gone to: the cursor is on it again, or where it stood if the page speaks of it no more.
    fn return_to(&mut self, sheet: &Sheet, rows: usize) {
        let (Some(key), Some(at)) = (self.gone_to.take(), self.at) else { return };
        let same = sheet.stops().iter().enumerate().filter(|(_, stop)| stop.key == key).map(|(nth, _)| nth);
        let there =
            same.min_by_key(|nth| nth.abs_diff(at)).unwrap_or_else(|| at.min(sheet.stops().len().saturating_sub(1)));
        self.show(sheet, rows, there);
    }

    /// To the next stop (the previous one, `back`) where it is in sight; otherwise a line on, so that nothing is passed over
    /// unseen.
    fn step(&mut self, sheet: &Sheet, rows: usize, back: bool, wanted: impl Fn(&Stop) -> bool) {
        if let Some(at) =
            self.next(sheet, back, wanted).filter(|at| sheet.stops().get(*at).is_some_and(|stop| self.sees(stop, rows)))
        {
            self.show(sheet, rows, at);
        } else {
            self.scroll = if back { self.scroll.saturating_sub(1) } else { self.scroll + 1 };
            self.scroll = self.scroll.min(sheet.height().saturating_sub(rows));
            self.at = self.at.filter(|at| sheet.stops().get(*at).is_some_and(|stop| self.sees(stop, rows)));
        }
    }

    /// To the next stop (the previous one, `back`), wherever it is.
    pub fn jump(&mut self, sheet: &Sheet, rows: usize, back: bool, wanted: impl Fn(&Stop) -> bool) {
        if let Some(at) = self.next(sheet, back, wanted) {
            self.show(sheet, rows, at);
        }
    }

    fn next(&self, sheet: &Sheet, back: bool, wanted: impl Fn(&Stop) -> bool) -> Option<usize> {
        let stops = sheet.stops().iter().enumerate().filter(|(_, stop)| wanted(stop));
        let line = |stop: &Stop| stop.from;
        match (self.at, back) {
            (Some(here), false) => stops.map(|(at, _)| at).find(|at| *at > here),
            (Some(here), true) => stops.map(|(at, _)| at).filter(|at| *at < here).last(),
            (None, false) => stops.filter(|(_, stop)| line(stop) >= self.scroll).map(|(at, _)| at).next(),
            (None, true) => stops.filter(|(_, stop)| line(stop) <= self.scroll).map(|(at, _)| at).last(),
        }
    }

    /// Puts the cursor on a stop and as much of it in sight as there is room for.
    fn show(&mut self, sheet: &Sheet, rows: usize, at: usize) {
        let Some(stop) = sheet.stops().get(at) else { return };
        self.at = Some(at);
        // The first stop shows what stands above it too.
        let first = sheet.stops().first().is_some_and(|first| first.from == stop.from) && stop.to <= rows;
        let low = if first { 0 } else { stop.to.saturating_sub(rows).max(self.scroll) };
        self.scroll = low.min(stop.from).min(sheet.height().saturating_sub(rows));
    }

    fn first_in_sight(&self, sheet: &Sheet, rows: usize) -> Option<usize> {
        sheet.stops().iter().position(|stop| !stop.inside && stop.from >= self.scroll && self.sees(stop, rows))
    }

    /// Whether a stop begins in sight.
    fn sees(&self, stop: &Stop, rows: usize) -> bool {
        (self.scroll..self.scroll + rows).contains(&stop.from)
    }

    /// Draws as many lines as fit; the item under the cursor marked. A click on a stop is one on its `spot`.
    pub fn draw(&self, sheet: &Sheet, app: &App, area: Rect, buffer: &mut Buffer, spot: impl Fn(usize) -> Spot) {
        let selected = self.at.and_then(|at| sheet.stops().get(at)).map(|stop| stop.from);
        let scroll = self.scroll.min(sheet.height().saturating_sub(usize::from(area.height)));
        app.mouse.mark(area, Spot::Text);
        mark(sheet, scroll, app, area, spot);
        draw(sheet, selected, scroll, app.theme, area, buffer);
    }
}

/// Marks the lines of a sheet's stops, as they are drawn from line `scroll`, as the `spot` that each is.
pub(super) fn mark(sheet: &Sheet, scroll: usize, app: &App, area: Rect, spot: impl Fn(usize) -> Spot) {
    // A long page has more of them than need be looked through for nothing.
    let stops = if app.mouse.on { sheet.stops() } else { &[] };
    for (nth, stop) in stops.iter().enumerate() {
        let seen = (stop.from.max(scroll)..stop.to.min(scroll + usize::from(area.height))).map(|line| line - scroll);
        seen.for_each(|row| app.mouse.mark(view::line_of(area, row), spot(nth)));
    }
}

/// Draws as many lines of a sheet as fit, from line `scroll`, the line `selected` marked; a mark in the last column, which
/// the sheet leaves free, says where there is more.
pub(super) fn draw(
    sheet: &Sheet,
    selected: Option<usize>,
    scroll: usize,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    let area = area.intersection(buffer.area);
    for (row, (nth, line)) in area.rows().zip(sheet.lines().iter().enumerate().skip(scroll)) {
        let mut rest = row;
        for piece in line {
            let meaning = if selected == Some(nth) { Meaning::Selected } else { piece.meaning };
            let after = view::put_styled(buffer, rest, &piece.text, theme.style(meaning));
            if let Some(address) = piece.link.as_ref().filter(|_| theme.links) {
                view::link(buffer, Rect { width: after.x - rest.x, ..rest }, address);
            }
            rest = after;
        }
    }
    let below = sheet.height() > scroll + usize::from(area.height);
    let edge = area.right().saturating_sub(1);
    let style = theme.style(Meaning::Muted);
    let mut mark = |y: u16, symbol: &str| {
        if area.width > 4 {
            buffer.set_string(edge, y, symbol, style);
        }
    };
    if scroll > 0 && area.height > 0 {
        mark(area.y, "^");
    }
    if below && area.height > 1 {
        mark(area.bottom().saturating_sub(1), "v");
    }
}

/// A page with a screen of its own.
pub trait Page {
    /// Which keys it has.
    fn context(&self) -> Context;

    /// What it says, of which `width` cells are seen.
    fn page<'a>(&'a self, app: &'a App, width: usize) -> Document<'a>;

    /// The same where there is room for all of it.
    fn in_full<'a>(&'a self, app: &'a App, width: usize) -> Document<'a> {
        self.page(app, width)
    }

    /// How it is being read.
    fn reader(&self) -> &Reader;

    /// How it is being read, to be changed.
    fn reader_mut(&mut self) -> &mut Reader;

    /// Does what was asked for, where that is not reading.
    fn turn(&mut self, _asked: Action, _sheet: &Sheet, _app: &App) -> Option<Turn> {
        None
    }
}

impl<P: Page> Screen for P {
    fn context(&self) -> Context {
        Page::context(self)
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        let width = view::text_width(view::middle(app));
        if asked == Action::Copy {
            let said = markdown(&self.in_full(app, width), app.lang);
            return clipboard::copy(app, said, &Text::each(|lang| Page::context(self).title(lang).to_owned()));
        }
        let sheet = self.reader().sheet(app, width, || self.page(app, width));
        if let Some(turn) = self.turn(asked, &sheet, app) {
            return turn;
        }
        self.reader_mut().update(asked, app, &sheet)
    }

    fn returned(&mut self, app: &mut App) {
        let middle = view::middle(app);
        let width = view::text_width(middle);
        let sheet = self.reader().sheet(app, width, || self.page(app, width));
        self.reader_mut().return_to(&sheet, usize::from(middle.height).max(1));
    }

    fn point(&mut self, row: usize, _app: &mut App) {
        self.reader_mut().point(row);
    }

    fn scroll(&mut self, up: bool, app: &mut App) -> bool {
        let middle = view::middle(app);
        let width = view::text_width(middle);
        let sheet = self.reader().sheet(app, width, || self.page(app, width));
        self.reader_mut().wheel(up, &sheet, usize::from(middle.height).max(1));
        true
    }

    fn draw(&self, app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let width = view::text_width(area);
        let sheet = self.reader().sheet(app, width, || self.page(app, width));
        self.reader().draw(&sheet, app, area, buffer, Spot::Row);
        None
    }
}
