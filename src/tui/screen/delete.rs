//! The question before an assessment goes into the trash.

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::home::HomeRow;
use super::note::keep_drafts;
use super::{Screen, Turn};
use crate::i18n::say;
use crate::style::Meaning;
use crate::text::{one_line, wrap};
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::dialog::{frame, inner_width, put_lines};
use crate::tui::update::Effect;

/// The question.
#[derive(Clone, Debug)]
pub struct Delete {
    path: PathBuf,
    /// The file below the store.
    short: String,
    /// Whether it is being walked.
    open: bool,
}

impl Delete {
    /// Whether a file of the list is to go.
    pub fn new(row: &HomeRow) -> Self {
        Self { path: row.path.clone(), short: row.short.clone(), open: row.open }
    }
}

impl Screen for Delete {
    fn context(&self) -> Context {
        Context::Delete
    }

    fn fills(&self) -> bool {
        false
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        if asked != Action::Accept {
            return Turn::stay();
        }
        // What is brought back is to be whole.
        let mut effects = if self.open { keep_drafts(app) } else { Vec::new() };
        effects.extend([Effect::Discard(self.path.clone()), Effect::List]);
        Turn::close(effects)
    }

    fn draw(&self, app: &App, _area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let lang = app.lang;
        let file = one_line(&self.short);
        let said = [Some(say::delete_what(lang, file)), self.open.then(|| say::delete_open(lang).to_owned())];
        let lines = said.into_iter().flatten().chain([say::delete_then(lang, app.keymap.name(Action::Undo))]);
        let lines: Vec<String> = lines.flat_map(|line| wrap(&line, inner_width(buffer))).collect();
        let inside = frame(app, say::delete_title(lang), lines.len(), buffer);
        put_lines(app, inside, 0, &lines, Meaning::Body, buffer);
        None
    }
}
