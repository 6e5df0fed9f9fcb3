//! The list of assessments.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::form::Form;
use super::note::keep_drafts;
use super::{Screen, Turn};
use crate::i18n::say;
use crate::model::Status;
use crate::scorecard::Scorecard;
use crate::style::Meaning;
use crate::text::{one_line, pad, truncate, width, wrap};
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::update::{Effect, Outcome};
use crate::tui::view::{line_of, put_text};

/// The list of assessments.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// What the store holds, newest first.
    pub rows: Vec<HomeRow>,
    /// The row under the cursor.
    pub at: usize,
}

/// One assessment of the list.
#[derive(Clone, Debug)]
pub struct HomeRow {
    /// The team.
    pub team: String,
    /// The day.
    pub date: Date,
    /// Draft or final.
    pub status: Status,
    /// The file.
    pub path: PathBuf,
    /// What it amounts to; `None` where its checklist cannot be read.
    pub card: Option<Arc<Scorecard>>,
}

impl Screen for Home {
    fn context(&self) -> Context {
        Context::Home
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        let last = self.rows.len().saturating_sub(1);
        let here = self.rows.get(self.at);
        match (asked, here) {
            (Action::Up, _) => self.at = self.at.saturating_sub(1),
            (Action::Down, _) => self.at = (self.at + 1).min(last),
            (Action::First, _) => self.at = 0,
            (Action::Last, _) => self.at = last,
            (Action::Accept, Some(row)) => {
                let open = Effect::Open(row.path.clone());
                return Turn::with(keep_drafts(app).into_iter().chain([open]).collect());
            }
            (Action::New, _) => return Turn::over(Form::new(app.today, Arc::clone(&app.checklist))),
            (Action::Carry, Some(HomeRow { card: Some(card), path, .. })) => {
                return Turn::over(Form::carrying(app.today, Arc::clone(card), path));
            }
            _ => {}
        }
        Turn::stay()
    }

    fn hear(&mut self, outcome: Outcome, app: &mut App) -> Option<Outcome> {
        match outcome {
            Outcome::Listed(rows, broken) => {
                self.at = self.at.min(rows.len().saturating_sub(1));
                self.rows = rows;
                broken.first().into_iter().for_each(|error| app.complain(error));
                None
            }
            other => Some(other),
        }
    }

    fn draw(&self, app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let lang = app.lang;
        let cells = usize::from(area.width);
        put_text(buffer, line_of(area, 0), &format!("opsladder · {}", say::context_home(lang)), app, Meaning::Title);
        put_text(buffer, line_of(area, 1), &truncate(&say::store(lang, &app.store), cells), app, Meaning::Muted);
        if self.rows.is_empty() {
            for (nth, line) in wrap(say::home_empty(lang), cells.max(2)).iter().enumerate() {
                put_text(buffer, line_of(area, 3 + nth), line, app, Meaning::Body);
            }
            return None;
        }
        let rows = usize::from(area.height.saturating_sub(3));
        let top = self.at.saturating_sub(rows / 2).min(self.rows.len().saturating_sub(rows));
        let widest = self.rows.iter().map(|row| width(&one_line(&row.team))).max().unwrap_or_default();
        let team_cells = widest.min(cells.saturating_sub(36)).max(8);
        // The row under the cursor is always in sight.
        for (nth, row) in self.rows.iter().enumerate().skip(top).take(rows) {
            let score = row.card.as_ref().map(|card| &card.score);
            let level = score.map_or_else(|| "?".to_owned(), |score| say::level_of(lang, score.level, score.max_level));
            let team = pad(&one_line(&row.team), team_cells);
            let line = format!(" {team}  {}  {}  {level}", row.date, pad(row.status.term(lang), 6));
            let meaning = if nth == self.at { Meaning::Selected } else { Meaning::Body };
            put_text(buffer, line_of(area, 3 + nth - top), &pad(&line, cells), app, meaning);
        }
        None
    }
}
