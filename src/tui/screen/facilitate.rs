//! Facilitating: one item at a time in calm type, for a room that answers together; what it disagrees about comes again at
//! the end.

use std::cell::Cell;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::act::act;
use super::milestone::Milestone;
use super::prompt::{Asks, Prompt};
use super::{Layer, Screen, Then, Turn, walk};
use crate::i18n::say;
use crate::model::{Key, Section};
use crate::page::{item, parts};
use crate::report::Sheet;
use crate::style::Meaning;
use crate::text::{one_line, truncate, width, wrap};
use crate::tui::action::{Action, Context};
use crate::tui::app::{App, Walk};
use crate::tui::input::Stroke;
use crate::tui::reader;
use crate::tui::view::{self, line_of, put_text};
use crate::wording;

/// The most cells that a line has.
const PROSE: usize = 70;
/// The height from which there is room for pauses and rules.
const ROOM: u16 = 17;

/// One item before a room.
#[derive(Clone, Debug)]
pub struct Facilitate {
    /// The item.
    key: Key,
    /// The items that are gone through, in order.
    queue: Vec<Key>,
    /// Whether those are the ones that were parked.
    again: bool,
    /// The first line of its text in sight.
    scroll: usize,
    /// How many lines its text has, and how many of them were seen at once when it was last drawn.
    seen: Cell<(usize, usize)>,
    /// Since when it has been before the room, by how long the program has run.
    since: Duration,
}

/// Where the parts of the screen are, and what stands in them.
struct Laid {
    place: Rect,
    /// The rules above and below the title, where there is room for them.
    rules: [Rect; 2],
    title: Vec<String>,
    title_at: Rect,
    said: Sheet,
    said_at: Rect,
    body: Sheet,
    body_at: Rect,
}

impl Facilitate {
    /// The items of the section that the cursor is in, from the one under the cursor; `None` in a checklist without any.
    pub fn over(app: &App) -> Option<Self> {
        let walk = app.walk()?;
        let start =
            walk.tree.key().or_else(|| walk.tree.items_of(walk.tree.at()).next()).or(walk.tree.keys().next())?;
        let own = walk.tree.keys().filter(|key| key.section() == start.section());
        let (key, queue) = (start.clone(), own.cloned().collect());
        Some(Self { key, queue, again: false, scroll: 0, seen: Cell::default(), since: app.elapsed })
    }

    /// How many minutes the item has been before the room.
    pub fn minutes(&self, app: &App) -> u64 {
        app.elapsed.saturating_sub(self.since).as_secs() / 60
    }

    fn at(&self) -> Option<usize> {
        self.queue.iter().position(|key| *key == self.key)
    }

    /// Shows an item; the walk's cursor goes with it.
    fn show(&mut self, key: Key, app: &mut App) {
        if let Some(walk) = &mut app.walk {
            walk.go_to(&key);
        }
        (self.key, self.scroll, self.since) = (key, 0, app.elapsed);
    }

    /// Leaves the item for the next one, `parks` it or, where it was parked, has settled it. After the last come those that
    /// were parked, and then what stands after the criteria.
    fn leave(&mut self, parks: bool, app: &mut App) -> Option<Layer> {
        let walk = app.walk.as_mut()?;
        if parks || self.again {
            walk.parked.retain(|key| *key != self.key);
        }
        walk.parked.extend(parks.then(|| self.key.clone()));
        let next = self.queue.get(self.at().map_or(0, |at| at + 1)).cloned();
        let (parked, section) = (walk.parked.clone(), self.key.section());
        if let Some(next) = next {
            self.show(next, app);
        } else if let Some(first) = parked.first().filter(|_| !self.again).cloned() {
            app.say(say::parked_now(parked.len()));
            (self.queue, self.again) = (parked, true);
            self.show(first, app);
        } else if section == Section::Criteria {
            return Some(Milestone::default().into());
        } else {
            app.say(say::last_item_here());
        }
        None
    }

    fn back(&mut self, app: &mut App) {
        let before = self.at().and_then(|at| at.checked_sub(1)).and_then(|at| self.queue.get(at).cloned());
        match before {
            Some(key) => self.show(key, app),
            None => app.say(say::first_item_here()),
        }
    }

    fn undo(&mut self, back: bool, app: &mut App) -> Turn {
        let turn = walk::travel(app, back);
        if let Some(key) = app.walk().and_then(|walk| walk.tree.key()).filter(|key| **key != self.key).cloned() {
            self.show(key, app);
        }
        turn
    }

    /// Scrolls the text, which stays in its area.
    fn scroll(&mut self, asked: Action) {
        let (lines, rows) = self.seen.get();
        let last = lines.saturating_sub(rows);
        let here = self.scroll.min(last);
        self.scroll = match asked {
            Action::Up => here.saturating_sub(1),
            Action::Down => here + 1,
            Action::PageUp => here.saturating_sub(rows),
            Action::PageDown => here + rows,
            _ => here,
        }
        .min(last);
    }

    /// Lays the item out in the middle of an area: what stays in sight, and in the rest what scrolls.
    fn lay(&self, walk: &Walk, app: &App, area: Rect) -> Laid {
        let cells = view::text_width(area).min(PROSE);
        let margin = area.width.saturating_sub(u16::try_from(cells).unwrap_or(u16::MAX)) / 2;
        let width = area.width.saturating_sub(margin);
        let mut rest = Rect { x: area.x + margin, width, ..area };
        let mut take = |rows: usize| {
            let rows = u16::try_from(rows).unwrap_or(u16::MAX).min(rest.height);
            let taken = Rect { height: rows, ..rest };
            rest = Rect { y: rest.y + rows, height: rest.height - rows, ..rest };
            taken
        };
        let pause = usize::from(area.height >= ROOM);
        let most = (usize::from(area.height) / 4).max(1);
        let title = one_line(&wording::title(&walk.card.checklist, &self.key, app.lang));
        let mut lines = wrap(&title, cells);
        if lines.len() > most {
            lines.truncate(most);
            lines.last_mut().into_iter().for_each(|last| *last = truncate(&format!("{last} …"), cells).into_owned());
        }
        let said = Sheet::of(&item::said_so_far(&walk.card, &self.key, walk.last(), app.lang), app.paper(cells));
        let body = Sheet::of(&item::aloud(&walk.card, &self.key, app.lang), app.paper(cells));
        take(pause);
        let place = take(1);
        take(pause);
        let above = take(pause);
        take(pause);
        let title_at = take(lines.len());
        take(pause);
        let below = take(pause);
        take(pause);
        let said_at = take(said.height());
        take(1);
        Laid { place, rules: [above, below], title: lines, title_at, said, said_at, body, body_at: take(usize::MAX) }
    }

    /// Which item of how many it is, and where it belongs.
    fn place(&self, walk: &Walk, app: &App) -> String {
        let (nth, count) = (self.at().map_or(1, |at| at + 1), self.queue.len());
        let place = if self.again { say::parked_place(app.lang, nth, count) } else { format!("{nth}/{count}") };
        let kind = parts::kind(&walk.card.checklist, &self.key, app.lang).plain(app.lang);
        let parked = !self.again && walk.parked.contains(&self.key);
        let parked = if parked { format!(" · {}", say::parked(app.lang)) } else { String::new() };
        format!("{place}{parked} · {kind}")
    }
}

/// Parks the item that is before the room, and goes on.
pub(super) fn parked(app: &mut App) {
    if let Some(mut top) = app.layers.pop() {
        let next = if let Layer::Facilitate(screen) = &mut top { screen.leave(true, app) } else { None };
        app.layers.push(next.unwrap_or(top));
    }
}

/// A note with a line more.
pub(super) fn with_line(note: Option<String>, line: Option<String>) -> Option<String> {
    match (note, line) {
        (Some(note), Some(line)) => Some(format!("{}\n{line}", note.trim_end())),
        (note, line) => note.or(line),
    }
}

impl Screen for Facilitate {
    fn context(&self) -> Context {
        Context::Facilitate
    }

    fn stands_alone(&self) -> bool {
        true
    }

    fn item(&self) -> Option<&Key> {
        Some(&self.key)
    }

    fn go_on(&mut self, app: &mut App) -> Option<Layer> {
        self.leave(false, app)
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        let key = self.key.clone();
        let (turn, done) = match asked {
            Action::GoOn => (Turn::stay(), true),
            Action::GoBack => {
                self.back(app);
                return Turn::stay();
            }
            Action::Park => return Turn::over(Prompt::new(Asks::Park, key, None, app)),
            Action::Undo | Action::Redo => return self.undo(asked == Action::Undo, app),
            Action::Up | Action::Down | Action::PageUp | Action::PageDown => {
                self.scroll(asked);
                return Turn::stay();
            }
            _ => act(asked, &key, app).unwrap_or_else(|| (Turn::stay(), false)),
        };
        match done.then(|| self.leave(false, app)).flatten() {
            Some(next) => Turn { then: Then::Instead(next), ..turn },
            None => turn,
        }
    }

    /// A digit begins a metric's value.
    fn other(&mut self, stroke: Stroke, app: &mut App) -> Option<Turn> {
        walk::begin(self.key.clone(), stroke, app)
    }

    fn scroll(&mut self, up: bool, _app: &mut App) -> bool {
        for _ in 0..reader::WHEEL {
            Self::scroll(self, if up { Action::Up } else { Action::Down });
        }
        true
    }

    fn draw(&self, app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let walk = app.walk()?;
        let laid = self.lay(walk, app, area);
        let cells = usize::from(laid.place.width).min(view::text_width(area)).min(PROSE);
        let minutes = say::minutes(app.lang, self.minutes(app));
        let left = cells.saturating_sub(width(&minutes) + 2);
        put_text(buffer, laid.place, &truncate(&self.place(walk, app), left), app, Meaning::Muted);
        let at = u16::try_from(cells.saturating_sub(width(&minutes))).unwrap_or(u16::MAX).min(laid.place.width);
        let right = Rect { x: laid.place.x + at, width: laid.place.width - at, ..laid.place };
        put_text(buffer, right, &minutes, app, Meaning::Muted);
        for rule in laid.rules {
            put_text(buffer, rule, &"─".repeat(cells), app, Meaning::Muted);
        }
        for (nth, line) in laid.title.iter().enumerate() {
            put_text(buffer, line_of(laid.title_at, nth), line, app, Meaning::Title);
        }
        reader::draw(&laid.said, None, 0, app.theme, laid.said_at, buffer);
        let (lines, rows) = (laid.body.height(), usize::from(laid.body_at.height));
        self.seen.set((lines, rows));
        reader::draw(&laid.body, None, self.scroll.min(lines.saturating_sub(rows)), app.theme, laid.body_at, buffer);
        None
    }
}
