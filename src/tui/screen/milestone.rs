//! What stands once the last criterion is passed: the level, what blocks the next, and where to go from here.

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::export::Export;
use super::finish::Finish;
use super::plan::Plan;
use super::score::Score;
use super::table::Table;
use super::{Screen, Then, Turn};
use crate::i18n::{Lang, say};
use crate::model::{Key, Section};
use crate::page::score;
use crate::report::Sheet;
use crate::style::Meaning;
use crate::text::{pad, truncate};
use crate::tui::action::{Action, Context};
use crate::tui::app::{App, Walk};
use crate::tui::input::Stroke;
use crate::tui::list::{Cursor, first_in_sight};
use crate::tui::mouse::Spot;
use crate::tui::view::{self, line_of, put_text};
use crate::tui::{reader, update};
use crate::wording;

/// The page after the last criterion.
#[derive(Clone, Copy, Debug, Default)]
pub struct Milestone {
    cursor: Cursor,
}

/// Where to go from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// To the gaps, to say what is behind them.
    Gaps(usize),
    /// To the open items of a section.
    Open(Section, usize),
    Plan,
    Score,
    Export,
    Finish,
    Leave,
}

impl Way {
    /// Every way that leads somewhere, in the order in which a team goes them.
    fn all(walk: &Walk) -> Vec<Self> {
        let sections = Section::ALL.into_iter().map(|section| Self::Open(section, open(walk, section).count()));
        let ways = [Self::Gaps(walk.card.plan.gaps.len())].into_iter().chain(sections);
        let ways = ways.filter(|way| !matches!(way, Self::Gaps(0) | Self::Open(_, 0)));
        let ways = ways.chain([Self::Plan, Self::Score, Self::Export]);
        ways.chain((!walk.is_final()).then_some(Self::Finish)).chain([Self::Leave]).collect()
    }

    fn title(self, lang: Lang) -> String {
        match self {
            Self::Gaps(count) => say::way_gaps(lang, count),
            Self::Open(section, count) => say::way_open(lang, wording::section(section, lang), count),
            Self::Plan => say::way_plan(lang).to_owned(),
            Self::Score => say::way_score(lang).to_owned(),
            Self::Export => say::h_export(lang).to_owned(),
            Self::Finish => say::way_finish(lang).to_owned(),
            Self::Leave => say::h_quit(lang).to_owned(),
        }
    }
}

/// The items of a section that are not answered, or whose answer is not confirmed.
fn open(walk: &Walk, section: Section) -> impl Iterator<Item = Key> {
    let keys = walk.card.checklist.keys().filter(move |key| key.section() == section);
    keys.filter(|key| walk.card.assessment.is_open(key))
}

impl Milestone {
    fn go(app: &mut App, way: Way) -> Turn {
        let Some(walk) = &mut app.walk else { return Turn::stay() };
        let first = match way {
            Way::Gaps(_) => walk.card.plan.gaps.first().map(|gap| Key::Criterion(gap.criterion.clone())),
            Way::Open(section @ (Section::Metrics | Section::Deliverables), _) => {
                return Turn::instead(Table::new(section, walk));
            }
            Way::Open(section, _) => open(walk, section).next(),
            Way::Plan => return Turn::instead(Plan::default()),
            Way::Score => return Turn::instead(Score::default()),
            Way::Export => return Turn::instead(Export::default()),
            Way::Finish => return Turn::instead(Finish),
            Way::Leave => return Turn::close(update::quit(app)),
        };
        if let Some(key) = first {
            walk.go_to(&key);
        }
        Turn::close(Vec::new())
    }
}

impl Screen for Milestone {
    fn context(&self) -> Context {
        Context::Milestone
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        let ways = app.walk().map(Way::all).unwrap_or_default();
        if asked == Action::WhatIf {
            return Then::Do(asked).into();
        }
        if asked != Action::Accept {
            self.cursor.go(asked, ways.len(), ways.len());
            return Turn::stay();
        }
        ways.get(self.cursor.at(ways.len())).map_or_else(Turn::stay, |way| Self::go(app, *way))
    }

    /// A digit chooses.
    fn other(&mut self, stroke: Stroke, app: &mut App) -> Option<Turn> {
        let chosen = stroke.digit()?.checked_sub(1)?;
        let way = *Way::all(app.walk()?).get(chosen)?;
        Some(Self::go(app, way))
    }

    fn point(&mut self, row: usize, _app: &mut App) {
        self.cursor = Cursor::on(row);
    }

    fn draw(&self, app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let walk = app.walk()?;
        let sheet = Sheet::of(&score::milestone(&walk.card, app.lang), app.paper(view::text_width(area)));
        let ways = Way::all(walk);
        let at = self.cursor.at(ways.len());
        // Lines of the page and ways scroll as one list.
        let above = sheet.height() + 1;
        let top = first_in_sight(app, above + at, above + ways.len(), area, |nth| match nth.checked_sub(above) {
            Some(way) => Spot::Row(way),
            None => Spot::Text,
        });
        reader::draw(&sheet, None, top, app.theme, area, buffer);
        let cells = view::text_width(area);
        for (nth, way) in ways.into_iter().enumerate() {
            let Some(row) = (above + nth).checked_sub(top) else { continue };
            let line = pad(&truncate(&format!("{} {}", nth + 1, way.title(app.lang)), cells), cells);
            let meaning = if nth == at { Meaning::Selected } else { Meaning::Body };
            put_text(buffer, line_of(area, row), &line, app, meaning);
        }
        None
    }
}
