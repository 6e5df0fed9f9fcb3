//! The choice of why an item does not apply.

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::{Position, Rect};

use super::walk::changed;
use super::{Screen, Turn};
use crate::i18n::say;
use crate::model::{Key, Reason as Why};
use crate::style::Meaning;
use crate::text::pad;
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::dialog::frame;
use crate::tui::input::Stroke;
use crate::tui::view::{line_of, put_text};

/// The choice of a reason.
#[derive(Clone, Debug)]
pub struct Reason {
    key: Key,
    /// The row under the cursor; the one after the reasons is "no reason".
    at: usize,
}

impl Reason {
    /// The choice of the reason for an item, on the one that it has.
    pub fn new(key: Key, app: &App) -> Self {
        let there = app.walk().and_then(|walk| walk.entry(&key).reason);
        let at = there.and_then(|reason| Why::ALL.iter().position(|other| *other == reason));
        Self { key, at: at.unwrap_or_default() }
    }

    /// Keeps the reason under the cursor, and moves on.
    fn choose(&self, app: &mut App) -> Turn {
        let effects = changed(app, &self.key, |entry| entry.reason = Why::ALL.get(self.at).copied());
        app.walk.iter_mut().for_each(|walk| walk.move_on());
        Turn::close(effects)
    }
}

impl Screen for Reason {
    fn context(&self) -> Context {
        Context::Reason
    }

    fn fills(&self) -> bool {
        false
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        match asked {
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at = (self.at + 1).min(Why::ALL.len()),
            Action::Accept => return self.choose(app),
            _ => {}
        }
        Turn::stay()
    }

    /// The item is waived all the same.
    fn closed(&mut self, app: &mut App) {
        app.walk.iter_mut().for_each(|walk| walk.move_on());
    }

    /// A digit chooses.
    fn other(&mut self, stroke: Stroke, app: &mut App) -> Turn {
        let KeyCode::Char(c) = stroke.code else { return Turn::stay() };
        let choice = c.to_digit(10).and_then(|digit| usize::try_from(digit).ok()).unwrap_or_default();
        if !(1..=Why::ALL.len()).contains(&choice) {
            return Turn::stay();
        }
        self.at = choice - 1;
        self.choose(app)
    }

    fn draw(&self, app: &App, _area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let lang = app.lang;
        let inside = frame(app, say::prompt_reason(lang), Why::ALL.len() + 1, buffer);
        let words = Why::ALL.iter().map(|reason| reason.term(lang)).chain([say::reason_none(lang)]);
        let top = self.at.saturating_sub(usize::from(inside.height.saturating_sub(1)));
        for (nth, word) in words.enumerate().skip(top) {
            let number = if nth < Why::ALL.len() { (nth + 1).to_string() } else { " ".to_owned() };
            let line = pad(&format!("{number} {word}"), usize::from(inside.width));
            let meaning = if nth == self.at { Meaning::Selected } else { Meaning::Body };
            put_text(buffer, line_of(inside, nth - top), &line, app, meaning);
        }
        None
    }
}
