//! The note of an item.

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::act::changed;
use super::{Screen, Turn};
use crate::i18n::say;
use crate::model::Key;
use crate::tui::action::{Action, Context};
use crate::tui::app::{App, Walk};
use crate::tui::dialog::{frame, item_title};
use crate::tui::field::{Field, Lines};
use crate::tui::update::{Effect, Outcome};

/// The note editor.
#[derive(Clone, Debug)]
pub struct Note {
    key: Key,
    field: Field,
}

impl Note {
    /// The note of an item as it is, or the draft of it.
    pub fn new(key: Key, app: &App) -> Self {
        let note = app.walk().map(|walk| being_written(walk, &key)).unwrap_or_default();
        Self { key, field: Field::new(&note, Lines::Many) }
    }

    /// Keeps what is written.
    pub fn keep(&self, app: &mut App) -> Vec<Effect> {
        keep(app, &self.key, &self.field.text())
    }
}

/// The note of an item as it is, or the draft of it.
pub(super) fn being_written(walk: &Walk, key: &Key) -> String {
    walk.drafts.get(key).cloned().or_else(|| walk.entry(key).note).unwrap_or_default()
}

/// Keeps a text as the note of an item, whatever there was a draft of; an empty one is none.
pub(super) fn keep(app: &mut App, key: &Key, text: &str) -> Vec<Effect> {
    app.walk.iter_mut().for_each(|walk| drop(walk.drafts.remove(key)));
    let note = note_of(text);
    changed(app, key, |entry| entry.note = note)
}

/// The note that a text is.
fn note_of(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.trim_end().to_owned())
}

/// Keeps the drafts of notes as what they are drafts of, because nobody can be asked any more.
pub(in crate::tui) fn keep_drafts(app: &mut App) -> Vec<Effect> {
    let drafts = app.walk.as_mut().map(|walk| std::mem::take(&mut walk.drafts)).unwrap_or_default();
    drafts.into_iter().flat_map(|(key, text)| keep(app, &key, &text)).collect()
}

impl Screen for Note {
    fn context(&self) -> Context {
        Context::Note
    }

    fn fills(&self) -> bool {
        false
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        match asked {
            Action::Done => Turn::close(self.keep(app)),
            Action::Editor => Turn::with(vec![Effect::Edit(self.key.clone(), self.field.text())]),
            _ => Turn::stay(),
        }
    }

    /// What the editor made of it is still to be kept.
    fn hear(&mut self, outcome: Outcome, _app: &mut App) -> Option<Outcome> {
        match outcome {
            Outcome::Edited(key, text) if key == self.key => {
                self.field = Field::new(&text, Lines::Many);
                None
            }
            other => Some(other),
        }
    }

    /// What was typed stays a draft.
    fn closed(&mut self, app: &mut App) {
        let Some(walk) = &mut app.walk else { return };
        let typed = self.field.text();
        if note_of(&typed) == walk.entry(&self.key).note {
            walk.drafts.remove(&self.key);
        } else {
            walk.drafts.insert(self.key.clone(), typed);
            app.say(say::draft_kept(app.keymap.name(Action::Note)));
        }
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
