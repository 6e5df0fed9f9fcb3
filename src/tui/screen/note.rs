//! The note of an item.

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::walk::changed;
use super::{Screen, Turn};
use crate::i18n::say;
use crate::model::Key;
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::dialog::{frame, item_title};
use crate::tui::field::{Field, Lines};
use crate::tui::update::Effect;

/// The note editor.
#[derive(Clone, Debug)]
pub struct Note {
    key: Key,
    field: Field,
}

impl Note {
    /// The note of an item as it is.
    pub fn new(key: Key, app: &App) -> Self {
        let note = app.walk().and_then(|walk| walk.entry(&key).note).unwrap_or_default();
        Self { key, field: Field::new(&note, Lines::Many) }
    }

    /// Keeps what is written.
    pub fn keep(&self, app: &mut App) -> Vec<Effect> {
        let note = self.field.text();
        let note = note.trim_end();
        let note = (!note.trim().is_empty()).then(|| note.to_owned());
        changed(app, &self.key, |entry| entry.note = note)
    }
}

impl Screen for Note {
    fn context(&self) -> Context {
        Context::Note
    }

    fn fills(&self) -> bool {
        false
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        if asked == Action::Done { Turn::close(self.keep(app)) } else { Turn::stay() }
    }

    fn field(&mut self) -> Option<&mut Field> {
        Some(&mut self.field)
    }

    fn draw(&self, app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let rows = usize::from(area.height).saturating_sub(6).clamp(3, 12);
        let title = format!("{} · {}", say::note(app.lang), item_title(app, &self.key));
        let inside = frame(app, &title, rows, buffer);
        self.field.draw(inside, buffer)
    }
}
