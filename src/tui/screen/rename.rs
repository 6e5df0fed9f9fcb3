//! Another name for a team.

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::home::HomeRow;
use super::{Screen, Turn};
use crate::i18n::{Text, say};
use crate::model::name;
use crate::text::one_line;
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::dialog::asked;
use crate::tui::field::{Field, Lines};
use crate::tui::update::Effect;

/// The question.
#[derive(Clone, Debug)]
pub struct Rename {
    /// One of the team's files.
    path: PathBuf,
    team: String,
    /// The names that are taken.
    others: Vec<String>,
    field: Field,
    /// What is wrong with what was typed.
    error: Option<Text>,
}

impl Rename {
    /// Another name for the team of a row, which none of the others has.
    pub fn new(row: &HomeRow, others: Vec<String>) -> Self {
        let field = Field::new(&row.team, Lines::One);
        Self { path: row.path.clone(), team: row.team.clone(), others, field, error: None }
    }

    /// The name, or what is wrong with it, as far as that can be told without looking into the store.
    fn name(&self) -> Result<String, Text> {
        let typed = one_line(&self.field.text());
        name::checked_slug(&typed).map_err(|error| error.what().clone())?;
        match self.others.iter().find(|other| name::is_same_team(other, &typed)) {
            Some(other) => Err(say::rename_other_has_it(one_line(other))),
            None => Ok(typed),
        }
    }
}

impl Screen for Rename {
    fn context(&self) -> Context {
        Context::Prompt
    }

    fn fills(&self) -> bool {
        false
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, _app: &mut App) -> Turn {
        if asked != Action::Accept {
            return Turn::stay();
        }
        match self.name() {
            Ok(name) if name == self.team => Turn::close(Vec::new()),
            Ok(name) => Turn::close(vec![Effect::Rename(Some(self.path.clone()), name), Effect::List]),
            Err(error) => {
                self.error = Some(error);
                Turn::stay()
            }
        }
    }

    fn field(&mut self) -> Option<&mut Field> {
        Some(&mut self.field)
    }

    fn typed(&mut self) {
        self.error = None;
    }

    fn draw(&self, app: &App, _area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let title = say::rename_title(app.lang, one_line(&self.team));
        asked(app, &title, say::rename_how(app.lang), &self.field, self.error.as_ref(), buffer)
    }
}
