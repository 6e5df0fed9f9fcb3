//! All metrics, or all deliverables, on one screen: each row answered where it stands, beside what it was last time.

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::act::{act, is_draft};
use super::prompt::{Asks, Prompt};
use super::{Layer, Screen, Then, Turn, walk};
use crate::i18n::{Lang, say};
use crate::model::{Key, Section};
use crate::page::parts::item_mark;
use crate::style::Meaning;
use crate::text::{one_line, pad, truncate, width};
use crate::tui::action::{Action, Context};
use crate::tui::app::{App, Walk};
use crate::tui::field::Field;
use crate::tui::input::Stroke;
use crate::tui::list::{Cursor, first_in_sight};
use crate::tui::mouse::Spot;
use crate::tui::view::{self, line_of, put_styled};
use crate::wording;

/// The width below which there is no room for what was last time and for evidence.
const ROOM: usize = 60;
/// A column whose words are theirs takes one part in this many of the screen at most.
const SHARE: usize = 5;

/// A table of items.
#[derive(Clone, Debug)]
pub struct Table {
    section: Section,
    keys: Vec<Key>,
    cursor: Cursor,
    /// What is typed into of a metric's row.
    column: Column,
    /// What is being typed.
    typed: Option<Prompt>,
}

/// A column that is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Now,
    Target,
}

impl Table {
    /// The metrics, or the deliverables, the cursor on the one under the walk's, or else on the first that is open.
    pub fn new(section: Section, walk: &Walk) -> Self {
        let keys: Vec<Key> = walk.card.checklist.keys().filter(|key| key.section() == section).collect();
        let here = keys.iter().position(|key| Some(key) == walk.tree.key());
        let open = keys.iter().position(|key| walk.card.assessment.is_open(key));
        let cursor = Cursor::on(here.or(open).unwrap_or_default());
        Self { section, keys, cursor, column: Column::Now, typed: None }
    }

    fn key(&self) -> Option<&Key> {
        self.keys.get(self.cursor.at(self.keys.len()))
    }

    fn step(&mut self, asked: Action) {
        self.cursor.go(asked, self.keys.len(), 10);
    }

    /// Begins to type into the cell under the cursor, over what is there or, `on`, from it.
    fn type_in(&mut self, begun: Option<char>, app: &mut App) {
        let Some(key) = self.key().cloned() else { return };
        let asks = if self.column == Column::Now { Asks::Value } else { Asks::Target };
        self.typed = Some(Prompt::new(asks, key, begun, app));
    }

    /// Keeps what was typed and goes to the next row (the previous one, `back`), or says what is wrong with it.
    fn keep(&mut self, back: bool, app: &mut App) -> Turn {
        let Some(typed) = &mut self.typed else { return Turn::stay() };
        match typed.keep(app) {
            Ok(effects) => {
                self.typed = None;
                self.step(if back { Action::Up } else { Action::Down });
                Turn::with(effects)
            }
            Err(why) => {
                app.say(why);
                Turn::stay()
            }
        }
    }

    fn metric(&mut self, asked: Action, app: &mut App) -> Option<Turn> {
        match asked {
            Action::Left => self.column = Column::Now,
            Action::Right => self.column = Column::Target,
            Action::Accept => self.type_in(None, app),
            Action::Value | Action::Target => {
                self.column = if asked == Action::Value { Column::Now } else { Column::Target };
                self.type_in(None, app);
            }
            _ => return None,
        }
        Some(Turn::stay())
    }

    fn deliverable(&self, asked: Action, app: &mut App) -> Option<Turn> {
        let key = self.key()?;
        (asked == Action::Accept && app.walk.as_mut()?.go_to(key)).then(|| Then::Walk.into())
    }
}

impl Screen for Table {
    fn context(&self) -> Context {
        match (&self.typed, self.section) {
            (Some(_), _) => Context::Cell,
            (None, Section::Metrics) => Context::Metrics,
            (None, _) => Context::Deliverables,
        }
    }

    fn item(&self) -> Option<&Key> {
        self.key()
    }

    fn go_on(&mut self, _app: &mut App) -> Option<Layer> {
        self.step(Action::Down);
        None
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        if self.typed.is_some() {
            return match asked {
                Action::Accept | Action::NextField => self.keep(false, app),
                Action::PreviousField => self.keep(true, app),
                Action::Cancel => {
                    self.typed = None;
                    Turn::stay()
                }
                _ => Turn::stay(),
            };
        }
        let own = if self.section == Section::Metrics { self.metric(asked, app) } else { self.deliverable(asked, app) };
        if let Some(turn) = own {
            return turn;
        }
        if let Some((turn, done)) = self.key().cloned().and_then(|key| act(asked, &key, app)) {
            if done {
                self.step(Action::Down);
            }
            return turn;
        }
        if matches!(asked, Action::Undo | Action::Redo) {
            let turn = walk::travel(app, asked == Action::Undo);
            let there = self.keys.iter().position(|key| app.walk().is_some_and(|walk| walk.tree.key() == Some(key)));
            self.cursor = there.map_or(self.cursor, Cursor::on);
            return turn;
        }
        self.step(asked);
        Turn::stay()
    }

    /// A digit begins a value, and a sign a target.
    fn other(&mut self, stroke: Stroke, app: &mut App) -> Option<Turn> {
        let (number, target) = (stroke.begins_number(), stroke.begins_target());
        let begun = number.or(target).filter(|_| self.section == Section::Metrics)?;
        if is_draft(app) {
            self.column = if target.is_some() { Column::Target } else { self.column };
            self.type_in(Some(begun), app);
        }
        Some(Turn::stay())
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.typed.as_mut()?.field()
    }

    fn point(&mut self, row: usize, _app: &mut App) {
        // What is being typed is not thrown away, nor kept unasked.
        if self.typed.is_none() {
            self.cursor = Cursor::on(row);
        }
    }

    fn draw(&self, app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let walk = app.walk()?;
        let cells = view::text_width(area);
        let rows: Vec<Vec<String>> = self.keys.iter().map(|key| columns(walk, key, app.lang)).collect();
        let heads = heads(self.section, app.lang);
        let shown = if cells < ROOM { heads.len() - 1 } else { heads.len() };
        // Where there is little room, the first column beside the title goes.
        let kept = heads.len() - shown..heads.len();
        let widths: Vec<usize> = kept
            .clone()
            .map(|nth| {
                let all = rows.iter().filter_map(|row| row.get(nth)).map(String::as_str);
                let needed = all.chain(heads.get(nth).copied()).map(width).max().unwrap_or_default();
                // Our own words are short, and worth nothing when cut.
                let ours = self.section != Section::Metrics && nth == 1;
                if ours { needed } else { needed.min(cells / SHARE) }
            })
            .collect();
        let title_cells = cells.saturating_sub(2 + widths.iter().map(|width| width + 2).sum::<usize>()).max(4);
        let mut line = Row { app, buffer, rest: line_of(area, 0) };
        line.add(&pad("", 2 + title_cells), Meaning::Muted);
        for (nth, cells) in kept.clone().zip(&widths) {
            line.add(&format!("  {}", pad(heads.get(nth).copied().unwrap_or_default(), *cells)), Meaning::Muted);
        }
        let seen = usize::from(area.height.saturating_sub(1));
        let at = self.cursor.at(self.keys.len());
        let first = first_in_sight(app, at, self.keys.len(), view::below(area, 1), Spot::Row);
        let mut cursor = None;
        for (nth, (key, row)) in self.keys.iter().zip(&rows).enumerate().skip(first).take(seen) {
            let selected = nth == at;
            let (mark, meaning) = item_mark(&walk.card, key);
            let whole = selected && self.section != Section::Metrics;
            let mut line = Row { app, buffer, rest: line_of(area, 1 + nth - first) };
            line.add(&format!("{mark} "), if whole { Meaning::Selected } else { meaning });
            let title = one_line(&wording::title(&walk.card.checklist, key, app.lang));
            let of_title = match (whole, selected) {
                (true, _) => Meaning::Selected,
                (false, true) => Meaning::Title,
                (false, false) => Meaning::Body,
            };
            line.add(&pad(&truncate(&title, title_cells), title_cells), of_title);
            for (column, cells) in kept.clone().zip(&widths) {
                line.add("  ", if whole { Meaning::Selected } else { Meaning::Body });
                let active = selected && self.section == Section::Metrics && column == 1 + self.column as usize;
                if let (true, Some(typed)) = (active, &self.typed) {
                    let room = u16::try_from((*cells).max(8)).unwrap_or(u16::MAX).min(line.rest.width);
                    cursor = typed.draw_field(Rect { width: room, ..line.rest }, line.buffer);
                    line.rest = Rect { x: line.rest.x + room, width: line.rest.width - room, ..line.rest };
                    continue;
                }
                let text = row.get(column).map_or("", String::as_str);
                line.add(
                    &pad(&truncate(text, *cells), *cells),
                    if active || whole { Meaning::Selected } else { Meaning::Body },
                );
            }
        }
        cursor
    }
}

/// A row that is filled from the left.
pub(super) struct Row<'a> {
    pub(super) app: &'a App,
    pub(super) buffer: &'a mut Buffer,
    /// What is left of it.
    pub(super) rest: Rect,
}

impl Row<'_> {
    /// Adds text, cut where the row ends.
    pub(super) fn add(&mut self, text: &str, meaning: Meaning) {
        self.rest = put_styled(self.buffer, self.rest, text, self.app.theme.style(meaning));
    }
}

/// What the columns beside the title are called.
fn heads(section: Section, lang: Lang) -> Vec<&'static str> {
    match section {
        Section::Metrics => vec![say::column_last(lang), say::column_now(lang), say::target(lang)],
        _ => vec![say::evidence(lang), say::state(lang)],
    }
}

/// What stands in them.
fn columns(walk: &Walk, key: &Key, lang: Lang) -> Vec<String> {
    let entry = walk.entry(key);
    let Key::Metric(id) = key else {
        let more = entry.evidence.len().saturating_sub(1);
        let first = entry.evidence.first().map_or_else(String::new, |one| one_line(&one.reference));
        let evidence = if more > 0 { format!("{first} +{more}") } else { first };
        let answer = walk.card.assessment.answer(key);
        return vec![evidence, one_line(wording::answer(&walk.card.checklist, key, answer, lang))];
    };
    let unit = one_line(walk.card.unit(id, lang));
    let quantity = |value: Option<f64>| value.map_or_else(String::new, |value| wording::quantity(value, &unit));
    let last = walk.last().and_then(|last| last.entry(key)?.value());
    let target = walk.card.metric(id).and_then(|score| score.target);
    vec![
        quantity(last),
        quantity(entry.value()),
        target.map_or_else(String::new, |target| wording::target(target, &unit)),
    ]
}
