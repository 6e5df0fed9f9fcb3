//! The choice of a form in which the scorecard becomes a file, and where that lies then.

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::{Screen, Turn};
use crate::export::ReportFormat;
use crate::i18n::{Lang, say};
use crate::style::Meaning;
use crate::text::{one_line, pad, wrap};
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::dialog::{frame, inner_width, put_lines};
use crate::tui::input::Stroke;
use crate::tui::list::{Cursor, first_in_sight};
use crate::tui::mouse::Spot;
use crate::tui::update::{Effect, Outcome};
use crate::tui::view::{line_of, put_text};

/// The forms, what people read first.
const FORMS: [ReportFormat; 5] =
    [ReportFormat::Html, ReportFormat::Markdown, ReportFormat::Text, ReportFormat::Json, ReportFormat::Csv];

/// The choice of a form.
#[derive(Clone, Debug, Default)]
pub struct Export {
    cursor: Cursor,
    /// The file that was written last.
    pub written: Option<PathBuf>,
}

impl Export {
    fn write(&mut self, nth: usize) -> Option<Turn> {
        let form = *FORMS.get(nth)?;
        self.cursor = Cursor::on(nth);
        Some(Turn::with(vec![Effect::Export(form)]))
    }
}

const fn title(form: ReportFormat, lang: Lang) -> &'static str {
    match form {
        ReportFormat::Html => say::export_html(lang),
        ReportFormat::Markdown => say::export_markdown(lang),
        ReportFormat::Text => say::export_text(lang),
        ReportFormat::Json => say::export_json(lang),
        ReportFormat::Csv => say::export_csv(lang),
        ReportFormat::Badge => say::export_badge(lang),
    }
}

impl Screen for Export {
    fn context(&self) -> Context {
        Context::Export
    }

    fn fills(&self) -> bool {
        false
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, _app: &mut App) -> Turn {
        match (asked, &self.written) {
            (Action::Accept, _) => return self.write(self.cursor.at(FORMS.len())).unwrap_or_else(Turn::stay),
            (Action::Follow, Some(path)) => return Turn::with(vec![Effect::Show(path.clone())]),
            _ => self.cursor.go(asked, FORMS.len(), FORMS.len()),
        }
        Turn::stay()
    }

    /// A digit chooses.
    fn other(&mut self, stroke: Stroke, _app: &mut App) -> Option<Turn> {
        self.write(stroke.digit()?.checked_sub(1)?)
    }

    fn hear(&mut self, outcome: Outcome, _app: &mut App) -> Option<Outcome> {
        match outcome {
            Outcome::Exported(path) => {
                self.written = Some(path);
                None
            }
            other => Some(other),
        }
    }

    fn point(&mut self, row: usize, _app: &mut App) {
        self.cursor = Cursor::on(row);
    }

    fn draw(&self, app: &App, _area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let lang = app.lang;
        let path = self.written.as_ref().map(|path| one_line(&path.display().to_string()));
        let said = path.map(|path| wrap(&say::export_written(lang, path), inner_width(buffer))).unwrap_or_default();
        let gap = usize::from(!said.is_empty());
        let inside = frame(app, say::export_title(lang), FORMS.len() + gap + said.len(), buffer);
        let at = self.cursor.at(FORMS.len());
        // Where it lies is what is wanted then.
        let rows = usize::from(inside.height).saturating_sub(gap + said.len()).clamp(1, FORMS.len());
        let list = Rect { height: u16::try_from(rows).unwrap_or(u16::MAX).min(inside.height), ..inside };
        let top = first_in_sight(app, at, FORMS.len(), list, Spot::Row);
        for (row, (nth, form)) in FORMS.into_iter().enumerate().skip(top).take(rows).enumerate() {
            let line = pad(&format!("{} {}", nth + 1, title(form, lang)), usize::from(inside.width));
            let meaning = if nth == at { Meaning::Selected } else { Meaning::Body };
            put_text(buffer, line_of(inside, row), &line, app, meaning);
        }
        put_lines(app, inside, rows + gap, &said, Meaning::Met, buffer);
        None
    }
}
