//! Finding an item while its words are typed.

use std::collections::HashSet;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::{Screen, Turn};
use crate::find::{Hit, Index, Place, excerpt, position};
use crate::i18n::say;
use crate::page::parts::item_mark;
use crate::style::Meaning;
use crate::text::{one_line, truncate, width};
use crate::tui::action::{Action, Context};
use crate::tui::app::{App, Walk};
use crate::tui::field::{Field, Lines};
use crate::tui::list::{Cursor, first_in_sight};
use crate::tui::mouse::Spot;
use crate::tui::view::{self, line_of, put_text};
use crate::wording;

/// The cells that stand before a match in the text that holds it.
const BEFORE: usize = 16;

/// The search.
#[derive(Clone, Debug)]
pub struct Find {
    field: Field,
    index: Index,
    hits: Vec<Hit>,
    cursor: Cursor,
}

impl Find {
    /// A search in all that the walk asks and all that was answered.
    pub fn new(walk: &Walk) -> Self {
        let index = Index::new(&walk.card.checklist, &walk.card.assessment);
        Self { field: Field::new("", Lines::One), index, hits: Vec::new(), cursor: Cursor::default() }
    }

    /// Draws a hit on one line: its mark, its title, and where that does not hold the words, the text that does.
    fn draw_hit(&self, walk: &Walk, hit: &Hit, selected: bool, app: &App, row: Rect, buffer: &mut Buffer) {
        let query = self.field.text();
        let card = &walk.card;
        let (mark, meaning) = item_mark(card, &hit.key);
        let title = one_line(&wording::title(&card.checklist, &hit.key, app.lang));
        let base = if selected { Meaning::Selected } else { Meaning::Body };
        if selected {
            put_text(buffer, row, &" ".repeat(usize::from(row.width)), app, Meaning::Selected);
        }
        let rest = put(buffer, row, &format!("{mark} "), app, if selected { base } else { meaning });
        let shown = truncate(&title, usize::from(rest.width)).into_owned();
        let rest = marked(buffer, rest, &shown, &query, app, base);
        let Some((text, at)) = excerpt(&card.checklist, &card.assessment, hit, &query) else { return };
        if hit.place <= Place::Title || rest.width < 12 {
            return;
        }
        let muted = if selected { base } else { Meaning::Muted };
        let rest = put(buffer, rest, "  ", app, muted);
        marked(buffer, rest, &around(text, at.start, usize::from(rest.width)), &query, app, muted);
    }
}

/// The part of a text around a place in it that fits.
fn around(text: &str, at: usize, cells: usize) -> String {
    let flat = one_line(text.get(at..).unwrap_or(text));
    let before = one_line(text.get(..at).unwrap_or_default());
    let mut led = String::new();
    for c in before.chars().rev() {
        if width(&led) >= BEFORE {
            led.push('…');
            break;
        }
        led.push(c);
    }
    let space = if text.get(..at).is_some_and(|before| before.ends_with(char::is_whitespace)) { " " } else { "" };
    let led: String = led.chars().rev().collect();
    truncate(&format!("{led}{space}{flat}"), cells).into_owned()
}

/// Draws text and gives what is left of the row.
fn put(buffer: &mut Buffer, row: Rect, text: &str, app: &App, meaning: Meaning) -> Rect {
    view::put_styled(buffer, row, text, app.theme.style(meaning))
}

/// The same, the first place of each word that is looked for marked.
fn marked(buffer: &mut Buffer, row: Rect, text: &str, query: &str, app: &App, meaning: Meaning) -> Rect {
    let mut places: Vec<_> = query.split_whitespace().filter_map(|word| position(text, word)).collect();
    places.sort_by_key(|place| place.start);
    let (mut rest, mut from) = (row, 0);
    for place in places {
        let Some(before) = text.get(from..place.start) else { continue };
        rest = put(buffer, rest, before, app, meaning);
        let found = if meaning == Meaning::Selected { meaning } else { Meaning::Match };
        rest = put(buffer, rest, text.get(place.clone()).unwrap_or_default(), app, found);
        from = place.end;
    }
    put(buffer, rest, text.get(from..).unwrap_or_default(), app, meaning)
}

impl Screen for Find {
    fn context(&self) -> Context {
        Context::Find
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        if asked != Action::Accept {
            let seen = usize::from(view::middle(app).height.saturating_sub(1));
            self.cursor.go(asked, self.hits.len(), seen);
            return Turn::stay();
        }
        let Some(hit) = self.hits.get(self.cursor.at(self.hits.len())) else { return Turn::stay() };
        if let Some(walk) = &mut app.walk {
            walk.found = self.hits.iter().map(|hit| hit.key.clone()).collect::<HashSet<_>>();
            walk.go_to(&hit.key);
        }
        Turn::close(Vec::new())
    }

    fn field(&mut self) -> Option<&mut Field> {
        Some(&mut self.field)
    }

    fn typed(&mut self) {
        self.hits = self.index.find(&self.field.text());
        self.cursor = Cursor::default();
    }

    fn point(&mut self, row: usize, _app: &mut App) {
        self.cursor = Cursor::on(row);
    }

    fn draw(&self, app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let walk = app.walk()?;
        let query = self.field.text();
        let count = match (query.trim().is_empty(), self.hits.len()) {
            (true, _) => say::find_hint(app.lang).to_owned(),
            (false, count) => say::find_count(app.lang, count),
        };
        let top = line_of(area, 0);
        let count = truncate(&count, usize::from(area.width / 2)).into_owned();
        let taken = u16::try_from(width(&count)).unwrap_or_default();
        let field = put(buffer, Rect { width: top.width.saturating_sub(taken + 1), ..top }, "/", app, Meaning::Key);
        let right = Rect { x: top.right().saturating_sub(taken), width: taken.min(top.width), ..top };
        put_text(buffer, right, &count, app, Meaning::Muted);
        let cursor = self.field.draw(field, buffer);
        let rows = usize::from(area.height.saturating_sub(1));
        let at = self.cursor.at(self.hits.len());
        let first = first_in_sight(app, at, self.hits.len(), view::below(area, 1), Spot::Row);
        for (nth, hit) in self.hits.iter().enumerate().skip(first).take(rows) {
            self.draw_hit(walk, hit, nth == at, app, line_of(area, 1 + nth - first), buffer);
        }
        cursor
    }
}
