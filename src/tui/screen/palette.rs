//! Every command that may be taken and every item, found by a few of their letters.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::{Screen, Then, Turn};
use crate::i18n::{Lang, say};
use crate::model::Key;
use crate::style::Meaning;
use crate::text::{one_line, pad, truncate, width};
use crate::tui::action::{self, Action, Context, Offer};
use crate::tui::app::App;
use crate::tui::field::{Field, Lines};
use crate::tui::list::{Cursor, first_in_sight};
use crate::tui::mouse::Spot;
use crate::tui::view::{self, line_of, put_styled, put_text};
use crate::wording;

/// The palette.
#[derive(Clone, Debug)]
pub struct Palette {
    field: Field,
    entries: Vec<Entry>,
    /// Those that match, the best first.
    found: Vec<usize>,
    cursor: Cursor,
}

/// What can be chosen.
#[derive(Clone, Debug)]
struct Entry {
    does: Does,
    title: String,
    /// The keys that do the same.
    keys: String,
}

/// What a choice does.
#[derive(Clone, Debug)]
enum Does {
    Command(Action),
    GoTo(Key),
}

impl Palette {
    /// The commands that may be taken where it is opened, and the items of the walk.
    pub fn new(app: &App) -> Self {
        let mut commands: Vec<Entry> = Vec::new();
        for row in action::rows(app.context()).filter(|row| (row.when)(app, row) == Offer::Now) {
            let there =
                commands.iter().any(|entry| matches!(entry.does, Does::Command(action) if action == row.action));
            let told = !row.action.only_moves() && !action::goes_without_saying(app, row);
            if !there && told && row.action != Action::Palette {
                commands.push(Entry {
                    does: Does::Command(row.action),
                    title: titled(&action::name(app, row), (row.long)(app.lang), app.lang),
                    keys: app.keymap.names(row, app.context(), " "),
                });
            }
        }
        let items = app.walk().into_iter().flat_map(|walk| {
            let checklist = &walk.card.checklist;
            let title = |key: &Key| one_line(&wording::title(checklist, key, app.lang));
            checklist.keys().map(move |key| Entry { title: title(&key), keys: String::new(), does: Does::GoTo(key) })
        });
        let entries: Vec<Entry> = commands.into_iter().chain(items).collect();
        let found = (0..entries.len()).collect();
        Self { field: Field::new("", Lines::One), entries, found, cursor: Cursor::default() }
    }
}

/// What a command is called and what it does, the name once.
fn titled(name: &str, does: &str, lang: Lang) -> String {
    let named = does.to_lowercase().starts_with(&name.to_lowercase());
    if named { does.to_owned() } else { format!("{name}{}{does}", say::colon(lang)) }
}

impl Screen for Palette {
    fn context(&self) -> Context {
        Context::Palette
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        if asked != Action::Accept {
            let seen = usize::from(view::middle(app).height.saturating_sub(1));
            self.cursor.go(asked, self.found.len(), seen);
            return Turn::stay();
        }
        let chosen = self.found.get(self.cursor.at(self.found.len())).and_then(|at| self.entries.get(*at));
        match chosen.map(|entry| &entry.does) {
            Some(Does::Command(action)) => Then::Do(*action).into(),
            Some(Does::GoTo(key)) => {
                if let Some(walk) = &mut app.walk {
                    walk.go_to(key);
                }
                if !app.layers.is_empty() {
                    app.back = std::mem::take(&mut app.layers);
                }
                Turn::close(Vec::new())
            }
            None => Turn::stay(),
        }
    }

    fn field(&mut self) -> Option<&mut Field> {
        Some(&mut self.field)
    }

    fn typed(&mut self) {
        let pattern = Pattern::parse(&self.field.text(), CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut letters = Vec::new();
        let mut scored: Vec<(u32, usize)> = Vec::new();
        for (nth, entry) in self.entries.iter().enumerate() {
            let title = nucleo_matcher::Utf32Str::new(&entry.title, &mut letters);
            scored.extend(pattern.score(title, &mut matcher).map(|score| (score, nth)));
        }
        scored.sort_by_key(|(score, nth)| (std::cmp::Reverse(*score), *nth));
        self.found = scored.into_iter().map(|(_, nth)| nth).collect();
        self.cursor = Cursor::default();
    }

    fn point(&mut self, row: usize, _app: &mut App) {
        self.cursor = Cursor::on(row);
    }

    fn draw(&self, app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let field = put_styled(buffer, line_of(area, 0), ":", app.theme.style(Meaning::Key));
        let cursor = self.field.draw(field, buffer);
        let rows = usize::from(area.height.saturating_sub(1));
        let at = self.cursor.at(self.found.len());
        let first = first_in_sight(app, at, self.found.len(), view::below(area, 1), Spot::Row);
        let cells = usize::from(area.width);
        for (nth, entry) in self.found.iter().enumerate().skip(first).take(rows) {
            let Some(entry) = self.entries.get(*entry) else { continue };
            let room = cells.saturating_sub(width(&entry.keys) + 1);
            let line = format!("{} {}", pad(&truncate(&entry.title, room), room), entry.keys);
            let meaning = if nth == at { Meaning::Selected } else { Meaning::Body };
            put_text(buffer, line_of(area, 1 + nth - first), &line, app, meaning);
        }
        if self.found.is_empty() {
            put_text(buffer, line_of(area, 1), say::palette_nothing(app.lang), app, Meaning::Muted);
        }
        cursor
    }
}
