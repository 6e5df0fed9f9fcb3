//! The links of the item beside the outline, each answered where it stands.

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::act::act;
use super::{Layer, Screen, Then, Turn, walk};
use crate::i18n::say;
use crate::model::Key;
use crate::report::Sheet;
use crate::report::sheet::Stop;
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::input::Stroke;
use crate::tui::reader::Reader;

/// The cursor among the links of an item.
#[derive(Clone, Debug)]
pub struct Card {
    /// Whose links they are.
    of: Key,
    reader: Reader,
    /// The link under the cursor.
    link: Option<Key>,
}

impl Card {
    /// Goes among the links of an item, or says that it has none.
    pub fn over(of: Key, app: &mut App) -> Turn {
        let mut card = Self { of, reader: Reader::default(), link: None };
        card.step(app, false);
        if card.link.is_none() {
            app.say(say::no_links());
            return Turn::stay();
        }
        Turn::over(card)
    }

    /// Goes to the link that was clicked on, among the stops of the item's text.
    pub fn click(stop: usize, app: &mut App) {
        let mut top = app.layers.pop();
        if !matches!(top, Some(Layer::Card(_))) {
            app.layers.extend(top);
            // What is in sight stays where it is.
            let walk = app.walk().and_then(|walk| Some((walk.tree.key()?.clone(), walk.shown.clone())));
            top = walk.map(|(of, reader)| Self { of, reader, link: None }.into());
        }
        if let Some(card) = &mut top {
            card.screen_mut().point(stop, app);
        }
        app.layers.extend(top);
    }

    /// To the next link (the previous one, `back`).
    fn step(&mut self, app: &App, back: bool) {
        let Some((sheet, rows)) = walk::body(app) else { return };
        let of = &self.of;
        self.reader.jump(&sheet, rows, back, |stop: &Stop| stop.key != *of);
        self.find(&sheet);
    }

    fn find(&mut self, sheet: &Sheet) {
        self.link = self.reader.at().and_then(|at| sheet.stops().get(at)).map(|stop| stop.key.clone());
    }

    fn page(&mut self, app: &App, up: bool) {
        if let Some((sheet, rows)) = walk::body(app) {
            self.reader.page(up, &sheet, rows);
        }
    }
}

impl Screen for Card {
    fn context(&self) -> Context {
        Context::Card
    }

    fn item(&self) -> Option<&Key> {
        self.link.as_ref()
    }

    fn go_on(&mut self, app: &mut App) -> Option<Layer> {
        self.step(app, false);
        None
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        match asked {
            Action::Down => self.step(app, false),
            Action::Up => self.step(app, true),
            Action::PageDown => self.page(app, false),
            Action::PageUp => self.page(app, true),
            Action::Accept => {
                if let (Some(walk), Some(link)) = (&mut app.walk, &self.link)
                    && walk.go_to(link)
                {
                    return Then::Walk.into();
                }
            }
            _ => {
                let Some((turn, done)) = self.link.clone().and_then(|link| act(asked, &link, app)) else {
                    return Turn::stay();
                };
                if done {
                    self.step(app, false);
                }
                return turn;
            }
        }
        Turn::stay()
    }

    /// A digit begins a metric's value.
    fn other(&mut self, stroke: Stroke, app: &mut App) -> Option<Turn> {
        walk::begin(self.link.clone()?, stroke, app)
    }

    fn returned(&mut self, app: &mut App) {
        if let Some(walk) = &mut app.walk {
            walk.go_to(&self.of);
        }
    }

    fn point(&mut self, row: usize, app: &mut App) {
        if let Some((sheet, _)) = walk::body(app) {
            self.reader.point(row);
            self.find(&sheet);
        }
    }

    fn scroll(&mut self, up: bool, app: &mut App) -> bool {
        let Some((sheet, rows)) = walk::body(app) else { return false };
        self.reader.wheel(up, &sheet, rows);
        true
    }

    fn draw(&self, app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        walk::draw_with(app, &self.reader, area, buffer);
        None
    }
}
