//! The choice of why an item does not apply.

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::act::{answered, changed};
use super::prompt::{Asks, Prompt};
use super::{Screen, Turn};
use crate::i18n::say;
use crate::model::{Answer, Given, Key, Reason as Why};
use crate::style::Meaning;
use crate::text::pad;
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::dialog::frame;
use crate::tui::input::Stroke;
use crate::tui::list::{Cursor, first_in_sight};
use crate::tui::mouse::Spot;
use crate::tui::update::Effect;
use crate::tui::view::{line_of, put_text};

/// The reasons, and none.
const ROWS: usize = Why::ALL.len() + 1;

/// The choice of a reason.
#[derive(Clone, Debug)]
pub struct Reason {
    key: Key,
    /// Among the reasons, and after them "no reason".
    cursor: Cursor,
}

impl Reason {
    /// The choice of the reason for an item, on the one that it has. The item is waived once the choice is made.
    pub fn new(key: Key, app: &App) -> Self {
        let there = app.walk().and_then(|walk| walk.entry(&key).reason);
        let at = there.and_then(|reason| Why::ALL.iter().position(|other| *other == reason));
        Self { key, cursor: Cursor::on(at.unwrap_or_default()) }
    }

    /// Waives the item for a reason.
    fn choose(&self, reason: Option<Why>, app: &mut App) -> Turn {
        let effects = waive(app, &self.key, reason, |until, day| until.filter(|until| *until >= day));
        Turn::close(answered(app, effects))
    }

    fn under_the_cursor(&self) -> Option<Why> {
        Why::ALL.get(self.cursor.at(ROWS)).copied()
    }
}

/// Waives an item for a reason; `until` says how long, by the last day that it has so far and the assessment's day.
pub(super) fn waive(
    app: &mut App,
    key: &Key,
    reason: Option<Why>,
    until: impl FnOnce(Option<Date>, Date) -> Option<Date>,
) -> Vec<Effect> {
    let Some((given, day)) = app.walk().map(|walk| &walk.card.assessment).map(|it| (it.answer_day(app.today), it.date))
    else {
        return Vec::new();
    };
    changed(app, key, |entry| {
        entry.give(Some(Given::Answer(Answer::NA)), given);
        (entry.reason, entry.until) = (reason, until(entry.until, day));
    })
}

impl Screen for Reason {
    fn context(&self) -> Context {
        Context::Reason
    }

    fn fills(&self) -> bool {
        false
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        if asked == Action::Accept {
            return self.choose(self.under_the_cursor(), app);
        }
        if asked == Action::Until {
            let asks = Asks::Until(self.under_the_cursor());
            return Turn::instead(Prompt::new(asks, self.key.clone(), None, app));
        }
        self.cursor.go(asked, ROWS, ROWS);
        Turn::stay()
    }

    /// A digit chooses.
    fn other(&mut self, stroke: Stroke, app: &mut App) -> Option<Turn> {
        let reason = *Why::ALL.get(stroke.digit()?.checked_sub(1)?)?;
        Some(self.choose(Some(reason), app))
    }

    fn point(&mut self, row: usize, _app: &mut App) {
        self.cursor = Cursor::on(row);
    }

    fn draw(&self, app: &App, _area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let lang = app.lang;
        let until = app.walk().and_then(|walk| walk.entry(&self.key).until).map(|day| say::until_day(lang, day));
        let inside = frame(app, say::prompt_reason(lang), ROWS + usize::from(until.is_some()), buffer);
        let words = Why::ALL.iter().map(|reason| reason.term(lang)).chain([say::reason_none(lang)]);
        let at = self.cursor.at(ROWS);
        let top = first_in_sight(app, at, ROWS, inside, Spot::Row);
        for (nth, word) in words.enumerate().skip(top) {
            let number = if nth < Why::ALL.len() { (nth + 1).to_string() } else { " ".to_owned() };
            let line = pad(&format!("{number} {word}"), usize::from(inside.width));
            let meaning = if nth == at { Meaning::Selected } else { Meaning::Body };
            put_text(buffer, line_of(inside, nth - top), &line, app, meaning);
        }
        if let Some(until) = until {
            put_text(buffer, line_of(inside, ROWS.saturating_sub(top)), &format!("  {until}"), app, Meaning::Muted);
        }
        None
    }
}
