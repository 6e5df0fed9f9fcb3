//! A one-line question about an item: who, by when, how much, how much it is to be.

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::act::{answered, changed};
use super::facilitate::{self, with_line};
use super::reason::waive;
use super::{Screen, Turn};
use crate::i18n::{Text, say};
use crate::model::checklist::Target;
use crate::model::{Given, Id, Key, Reason, date};
use crate::scorecard::Scorecard;
use crate::text::one_line;
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::dialog::{asked, item_title};
use crate::tui::field::{Field, Lines};
use crate::tui::update::Effect;

/// A one-line question about an item.
#[derive(Clone, Debug)]
pub struct Prompt {
    asks: Asks,
    key: Key,
    field: Field,
    /// What is wrong with what was typed.
    error: Option<Text>,
    /// A value that was doubted once: given again, it is meant.
    doubted: Option<f64>,
}

/// What a one-line question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// Who closes the gap.
    Owner,
    /// By when.
    Due,
    /// Until which day an item that is waived for this reason does not apply.
    Until(Option<Reason>),
    /// A metric's value.
    Value,
    /// A metric's own target.
    Target,
    /// What a room does not agree about; it is parked with that.
    Park,
}

impl Prompt {
    /// A question about an item; what is there is offered, unless a digit has begun a new value.
    pub fn new(asks: Asks, key: Key, begun: Option<char>, app: &App) -> Self {
        let entry = app.walk().map(|walk| walk.entry(&key)).unwrap_or_default();
        let there = match asks {
            Asks::Owner => entry.owner,
            Asks::Due => entry.due.map(|day| day.to_string()),
            Asks::Until(_) => entry.until.map(|day| day.to_string()),
            Asks::Value => entry.value().map(|value| value.to_string()),
            Asks::Target => entry.target.map(|target| match target {
                Target::Above(limit) => format!(">{limit}"),
                Target::Below(limit) => format!("<{limit}"),
            }),
            Asks::Park => None,
        };
        let text = begun.map_or_else(|| there.unwrap_or_default(), String::from);
        Self { asks, key, field: Field::new(&text, Lines::One), error: None, doubted: None }
    }

    /// Draws the field alone.
    pub(super) fn draw_field(&self, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        self.field.draw(area, buffer)
    }

    /// Keeps what was typed, or says what is wrong with it.
    pub(super) fn keep(&mut self, app: &mut App) -> Result<Vec<Effect>, Text> {
        let typed = one_line(&self.field.text());
        let given = (!typed.is_empty()).then_some(typed.as_str());
        let key = self.key.clone();
        match self.asks {
            Asks::Owner => {
                let owner = given.map(str::to_owned);
                Ok(changed(app, &key, |entry| entry.owner = owner))
            }
            Asks::Due => {
                let read = |typed| date::parse(typed, app.today).ok_or_else(|| say::bad_date(typed));
                let due = given.map(read).transpose()?;
                Ok(changed(app, &key, |entry| entry.due = due))
            }
            Asks::Until(reason) => {
                let today = app.walk().map_or(app.today, |walk| walk.card.assessment.date);
                let read = |typed| {
                    let day = date::parse(typed, app.today).ok_or_else(|| say::bad_date(typed))?;
                    if day < today { Err(say::until_past(day)) } else { Ok(day) }
                };
                let until = given.map(read).transpose()?;
                Ok(waive(app, &key, reason, |_, _| until))
            }
            Asks::Target => {
                let better = metric(app, &key).and_then(|(card, id)| card.better(id));
                let read = |typed| Target::read(typed, better).ok_or_else(|| say::bad_target(typed));
                let own = given.map(read).transpose()?;
                Ok(changed(app, &key, |entry| entry.target = own))
            }
            Asks::Park => {
                let line = given.map(|typed| say::parked_note(app.lang, typed));
                Ok(changed(app, &key, |entry| entry.note = with_line(entry.note.take(), line)))
            }
            Asks::Value => {
                let measured = metric(app, &key);
                let read = |typed| {
                    measured.and_then(|(card, id)| card.read_value(id, typed)).ok_or_else(|| say::bad_number(typed))
                };
                let value = given.map(read).transpose()?;
                if let (Some(doubtful), Some((card, id))) = (value, measured)
                    && card.doubts(id, doubtful)
                    && self.doubted != Some(doubtful)
                {
                    self.doubted = Some(doubtful);
                    return Err(say::doubtful_percent(&typed));
                }
                let day = app.walk().map_or(app.today, |walk| walk.card.assessment.answer_day(app.today));
                Ok(changed(app, &key, |entry| entry.give(value.map(Given::Value), day)))
            }
        }
    }

    fn question(&self, app: &App, title: &str) -> String {
        let lang = app.lang;
        let unit =
            metric(app, &self.key).map(|(card, id)| one_line(card.unit(id, lang))).filter(|unit| !unit.is_empty());
        match (self.asks, unit) {
            (Asks::Owner, _) => say::prompt_owner(lang).to_owned(),
            (Asks::Due, _) => say::prompt_due(lang).to_owned(),
            (Asks::Until(_), _) => say::prompt_until(lang).to_owned(),
            (Asks::Park, _) => say::prompt_park(lang).to_owned(),
            (Asks::Value, Some(unit)) => say::prompt_value(lang, title, unit),
            (Asks::Value, None) => say::prompt_value_plain(lang, title),
            (Asks::Target, _) => say::prompt_target(lang, title),
        }
    }
}

impl Screen for Prompt {
    fn context(&self) -> Context {
        Context::Prompt
    }

    fn fills(&self) -> bool {
        false
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        if asked != Action::Accept {
            return Turn::stay();
        }
        match self.keep(app) {
            Ok(effects) if matches!(self.asks, Asks::Value | Asks::Until(_)) => Turn::close(answered(app, effects)),
            Ok(effects) => {
                if self.asks == Asks::Park {
                    facilitate::parked(app);
                }
                Turn::close(effects)
            }
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
        let title = item_title(app, &self.key);
        asked(app, &title, &self.question(app, &title), &self.field, self.error.as_ref(), buffer)
    }
}

/// The card with the metric that is asked about, if it is one.
fn metric<'a>(app: &'a App, key: &'a Key) -> Option<(&'a Scorecard, &'a Id)> {
    let Key::Metric(id) = key else { return None };
    Some((&app.walk()?.card, id))
}
