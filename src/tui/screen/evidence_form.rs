//! The fields of one piece of evidence.

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::act::changed;
use super::{Screen, Turn};
use crate::i18n::{Text, say};
use crate::model::{Evidence, Key, date};
use crate::style::Meaning;
use crate::text::one_line;
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::dialog::{error_lines, fields, frame, inner_width, item_title, put_lines};
use crate::tui::field::{Field, Lines};

/// The fields of one piece of evidence.
#[derive(Clone, Debug)]
pub struct EvidenceForm {
    /// The item.
    key: Key,
    /// The evidence that it changes; `None` for a new one. Its place may move while the form is open.
    original: Option<Evidence>,
    /// Reference, date, by, expires.
    fields: [Field; 4],
    /// The field under the cursor.
    at: usize,
    /// What is wrong with what was typed.
    error: Option<Text>,
}

impl EvidenceForm {
    /// The form of a piece of evidence; a new one is of today, by whom the last one of this sitting was, or by the only
    /// assessor.
    pub fn new(key: Key, original: Option<Evidence>, app: &App) -> Self {
        let text = |date: Option<Date>| date.map(|d| d.to_string()).unwrap_or_default();
        let by = app.walk().and_then(|walk| match (&walk.evidence_by, walk.card.assessment.assessors.as_slice()) {
            (Some(last), _) => Some(last.clone()),
            (None, [only]) => Some(only.clone()),
            (None, _) => None,
        });
        let fresh = Evidence { date: Some(app.today), by, ..Evidence::default() };
        let shown = original.as_ref().unwrap_or(&fresh);
        let field = |text: &str| Field::new(text, Lines::One);
        let fields = [
            field(&shown.reference),
            field(&text(shown.date)),
            field(shown.by.as_deref().unwrap_or_default()),
            field(&text(shown.expires)),
        ];
        Self { key, original, fields, at: 0, error: None }
    }

    /// The evidence that the fields describe; else the field that is wrong, and what to do about it.
    fn described(&self, today: Date) -> Result<Evidence, (usize, Text)> {
        let [reference, dated, by, expires] = self.fields.each_ref().map(|field| one_line(&field.text()));
        let day = |at: usize, typed: &str| {
            let read = |typed| date::parse(typed, today).ok_or_else(|| (at, say::bad_date(typed)));
            (!typed.is_empty()).then_some(typed).map(read).transpose()
        };
        if reference.is_empty() {
            return Err((0, say::evidence_needs_reference()));
        }
        let (date, expires) = (day(1, &dated)?, day(3, &expires)?);
        Ok(Evidence { reference, date, by: (!by.is_empty()).then_some(by), expires })
    }
}

impl Screen for EvidenceForm {
    fn context(&self) -> Context {
        Context::EvidenceForm
    }

    fn fills(&self) -> bool {
        false
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        let all = self.fields.len();
        match asked {
            Action::NextField => self.at = (self.at + 1) % all,
            Action::PreviousField => self.at = (self.at + all - 1) % all,
            Action::Accept => match self.described(app.today) {
                Err((at, error)) => (self.at, self.error) = (at, Some(error)),
                Ok(evidence) => {
                    let original = self.original.as_ref();
                    app.walk.iter_mut().for_each(|walk| walk.evidence_by.clone_from(&evidence.by));
                    return Turn::close(changed(app, &self.key, |entry| {
                        match entry.evidence.iter_mut().find(|one| original == Some(*one)) {
                            Some(there) => *there = evidence,
                            None => entry.evidence.push(evidence),
                        }
                    }));
                }
            },
            _ => {}
        }
        Turn::stay()
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.at)
    }

    fn typed(&mut self) {
        self.error = None;
    }

    fn point(&mut self, row: usize, _app: &mut App) {
        self.at = row;
    }

    fn draw(&self, app: &App, _area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let lang = app.lang;
        let labels = [say::evidence_ref(lang), say::date(lang), say::evidence_by(lang), say::evidence_expires(lang)];
        let error = error_lines(self.error.as_ref(), lang, inner_width(buffer));
        let title = format!("{} · {}", say::evidence(lang), item_title(app, &self.key));
        let inside = frame(app, &title, labels.len() + error.len(), buffer);
        let rows: Vec<(&str, &Field)> = labels.into_iter().zip(&self.fields).collect();
        let cursor = fields(app, inside, &rows, self.at, buffer);
        put_lines(app, inside, labels.len(), &error, Meaning::Error, buffer);
        cursor
    }
}
