//! The choice of which items the outline shows.

use std::collections::HashSet;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::{Screen, Turn};
use crate::i18n::{Lang, say};
use crate::model::{Id, Key};
use crate::style::Meaning;
use crate::text::{one_line, pad, truncate};
use crate::tui::action::{Action, Context};
use crate::tui::app::{App, Walk};
use crate::tui::dialog::frame;
use crate::tui::input::Stroke;
use crate::tui::list::{Cursor, first_in_sight};
use crate::tui::mouse::Spot;
use crate::tui::view::{line_of, put_text};
use crate::wording;

/// Which items the outline shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// All of them.
    All,
    /// Those that are not answered.
    Open,
    /// Those whose answer is to be confirmed.
    ToConfirm,
    /// The criteria that keep the team from its target.
    Gaps,
    /// Those with a finding.
    Findings,
    /// Those that somebody closes.
    Owner(String),
    /// The criteria of an area and of the areas in it.
    Area(Id),
}

impl Which {
    /// The items, as they are now.
    fn keys(&self, walk: &Walk) -> HashSet<Key> {
        let card = &walk.card;
        let of = |wanted: &dyn Fn(&Key) -> bool| card.checklist.keys().filter(wanted).collect();
        match self {
            Self::All => card.checklist.keys().collect(),
            Self::Open => of(&|key| !card.assessment.is_answered(key)),
            Self::ToConfirm => of(&|key| card.assessment.is_carried(key)),
            Self::Gaps => card.plan.gaps.iter().map(|gap| Key::Criterion(gap.criterion.clone())).collect(),
            Self::Findings => card.findings.iter().filter_map(crate::findings::Finding::key).collect(),
            Self::Owner(name) => of(&|key| owner(walk, key).as_ref() == Some(name)),
            Self::Area(id) => card.checklist.criteria_in(id).map(|item| Key::Criterion(item.id.clone())).collect(),
        }
    }

    /// What people call it.
    pub fn title(&self, walk: &Walk, lang: Lang) -> String {
        match self {
            Self::All => say::filter_all(lang).to_owned(),
            Self::Open => say::filter_open(lang).to_owned(),
            Self::ToConfirm => say::filter_to_confirm(lang).to_owned(),
            Self::Gaps => say::filter_gaps(lang).to_owned(),
            Self::Findings => say::filter_findings(lang).to_owned(),
            Self::Owner(name) => say::filter_owner(lang, name),
            Self::Area(id) => say::filter_area(lang, wording::area(&walk.card.checklist, id, lang)),
        }
    }
}

fn owner(walk: &Walk, key: &Key) -> Option<String> {
    walk.card.assessment.entry(key)?.owner.as_deref().map(one_line)
}

/// The choice.
#[derive(Clone, Debug)]
pub struct Filter {
    /// What can be chosen, each with what it is called and the number of its items.
    choices: Vec<(Which, String, usize)>,
    cursor: Cursor,
}

impl Filter {
    /// The choices that hold an item of the walk.
    pub fn new(walk: &Walk, lang: Lang) -> Self {
        let mut owners: Vec<String> = walk.card.checklist.keys().filter_map(|key| owner(walk, &key)).collect();
        owners.sort();
        owners.dedup();
        let areas = walk.card.checklist.areas().map(|(area, _)| Which::Area(area.id.clone()));
        let fixed = [Which::All, Which::Open, Which::ToConfirm, Which::Gaps, Which::Findings];
        let all = fixed.into_iter().chain(owners.into_iter().map(Which::Owner)).chain(areas);
        let counted = all.map(|which| (which.title(walk, lang), which.keys(walk).len(), which));
        let choices = counted.filter(|(_, count, _)| *count > 0).map(|(title, count, which)| (which, title, count));
        let choices: Vec<_> = choices.collect();
        let at = choices.iter().position(|(which, ..)| Some(which) == walk.shown_only.as_ref());
        Self { choices, cursor: Cursor::on(at.unwrap_or_default()) }
    }

    fn choose(&self, nth: usize, app: &mut App) -> Option<Turn> {
        let (which, ..) = self.choices.get(nth)?;
        if let Some(walk) = &mut app.walk {
            let keys = (*which != Which::All).then(|| which.keys(walk));
            walk.shown_only = keys.is_some().then(|| which.clone());
            walk.tree.show_only(keys);
            walk.shown.from_the_start();
        }
        Some(Turn::close(Vec::new()))
    }
}

impl Screen for Filter {
    fn context(&self) -> Context {
        Context::Filter
    }

    fn fills(&self) -> bool {
        false
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        let count = self.choices.len();
        if asked == Action::Accept {
            return self.choose(self.cursor.at(count), app).unwrap_or_else(Turn::stay);
        }
        self.cursor.go(asked, count, count);
        Turn::stay()
    }

    /// A digit chooses.
    fn other(&mut self, stroke: Stroke, app: &mut App) -> Option<Turn> {
        self.choose(stroke.digit()?, app)
    }

    fn point(&mut self, row: usize, _app: &mut App) {
        self.cursor = Cursor::on(row);
    }

    fn draw(&self, app: &App, _area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let count = self.choices.len();
        let inside = frame(app, say::filter_title(app.lang), count, buffer);
        let at = self.cursor.at(count);
        let (rows, cells) = (usize::from(inside.height), usize::from(inside.width));
        let first = first_in_sight(app, at, count, inside, Spot::Row);
        for (nth, (_, title, items)) in self.choices.iter().enumerate().skip(first).take(rows) {
            let number = if nth < 10 { nth.to_string() } else { " ".to_owned() };
            let line = pad(&truncate(&format!("{number} {title} · {items}"), cells), cells);
            let meaning = if nth == at { Meaning::Selected } else { Meaning::Body };
            put_text(buffer, line_of(inside, nth - first), &line, app, meaning);
        }
        None
    }
}
