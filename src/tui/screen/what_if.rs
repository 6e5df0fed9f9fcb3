//! What if: answers that are supposed and never saved, the level that they would give, and the shortest way to the next.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::act::act;
use super::table::Row;
use super::{Screen, Then, Turn};
use crate::i18n::{Text, say};
use crate::model::{Answer, Checklist, Given, Key, Worth};
use crate::page::parts::{effort, item_mark};
use crate::page::plan;
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::text::{one_line, pad, truncate, width};
use crate::tui::action::{Action, Context};
use crate::tui::app::{App, Walk};
use crate::tui::list::{Cursor, first_in_sight};
use crate::tui::mouse::Spot;
use crate::tui::view::{self, chrome, line_of, put_text};
use crate::wording;

/// The height below which what blocks then and the pauses go.
const ROOM: u16 = 14;
/// The width below which there is no room for owner and due date.
const WIDE: usize = 60;
/// The most cells of an owner's name.
const OWNER: usize = 10;

/// Answers that are supposed.
#[derive(Clone, Debug)]
pub struct WhatIf {
    rows: Vec<Place>,
    cursor: Cursor,
    supposed: BTreeMap<Key, Answer>,
    /// What would follow from them, and of which revision of the walk that was made.
    card: RefCell<Option<(u64, Rc<Scorecard>)>>,
}

/// What a row stands for.
#[derive(Clone, Debug)]
enum Place {
    /// A step on the way up; its items are below it.
    Step(Text),
    /// A criterion that is open.
    Item(Key),
}

impl WhatIf {
    /// Nothing supposed yet; the cursor on the first item of the shortest way.
    pub fn new(walk: &Walk) -> Self {
        let mut rows = Vec::new();
        for (nth, step) in walk.card.steps().iter().enumerate() {
            rows.push(Place::Step(Text::each(|lang| plan::step(step, nth == 0, lang).plain(lang))));
            rows.extend(step.criteria.iter().map(|criterion| Place::Item(Key::Criterion(criterion.id.clone()))));
        }
        Self { rows, cursor: Cursor::on(1), supposed: BTreeMap::new(), card: RefCell::default() }
    }

    fn at(&self) -> usize {
        self.cursor.at(self.rows.len())
    }

    /// The items of the row at `at`: of a step all that are below it.
    fn items(&self, at: usize) -> impl Iterator<Item = &Key> {
        let step = matches!(self.rows.get(at), Some(Place::Step(_)));
        let below = self
            .rows
            .iter()
            .enumerate()
            .skip(at)
            .take_while(move |(nth, row)| *nth == at || step && matches!(row, Place::Item(_)));
        below.filter_map(|(_, row)| match row {
            Place::Item(key) => Some(key),
            Place::Step(_) => None,
        })
    }

    /// Whether anything is supposed of what is under the cursor.
    pub fn supposes_here(&self) -> bool {
        self.items(self.at()).any(|key| self.supposed.contains_key(key))
    }

    /// Supposes an answer to what is under the cursor, or takes back what is supposed of it.
    fn suppose(&mut self, answer: impl Fn(&Key) -> Option<Answer>) {
        let keys: Vec<Key> = self.items(self.at()).cloned().collect();
        for key in keys {
            match answer(&key) {
                Some(answer) => drop(self.supposed.insert(key, answer)),
                None => drop(self.supposed.remove(&key)),
            }
        }
    }

    /// Supposes yes up to the step under the cursor; where that is an item, up to the first step that is not all yes.
    fn suppose_step(&mut self, checklist: &Checklist) {
        let steps = self.rows.iter().enumerate().filter(|(_, row)| matches!(row, Place::Step(_)));
        let steps: Vec<usize> = steps.map(|(at, _)| at).collect();
        let here = steps.iter().find(|at| **at == self.at());
        let best = |key: &Key| checklist.scale_of(key).worth(Worth::Met);
        let all_yes = |at: usize| self.items(at).all(|key| self.supposed.get(key).copied() == best(key));
        let Some(last) = here.or_else(|| steps.iter().find(|at| !all_yes(**at))).copied() else { return };
        let keys: Vec<Key> = steps.iter().filter(|at| **at <= last).flat_map(|at| self.items(*at)).cloned().collect();
        self.supposed.extend(keys.into_iter().filter_map(|key| best(&key).map(|answer| (key, answer))));
    }

    /// What would follow, scored as everything is.
    fn card(&self, walk: &Walk) -> Rc<Scorecard> {
        let mut made = self.card.borrow_mut();
        if let Some((revision, card)) = made.as_ref()
            && *revision == walk.revision
        {
            return Rc::clone(card);
        }
        let mut assessment = walk.card.assessment.clone();
        for (key, answer) in &self.supposed {
            let mut entry = walk.entry(key);
            entry.give(Some(Given::Answer(*answer)), assessment.date);
            drop(assessment.set(key.clone(), entry));
        }
        let card = Rc::new(walk.card.revised(assessment));
        *made = Some((walk.revision, Rc::clone(&card)));
        card
    }

    /// Both levels, the plan to the next and what blocks it then; gives the rows that this takes.
    fn draw_levels(&self, app: &App, walk: &Walk, area: Rect, buffer: &mut Buffer) -> usize {
        let (then, lang) = (self.card(walk), app.lang);
        let labels =
            [(say::now_label(lang), &walk.card, Meaning::Muted), (say::supposed_label(lang), &then, Meaning::Key)];
        let label_cells = labels.iter().map(|(label, ..)| width(label)).max().unwrap_or_default() + 2;
        for (nth, (label, card, meaning)) in labels.into_iter().enumerate() {
            let mut line = Row { app, buffer, rest: line_of(area, nth) };
            line.add(&pad(label, label_cells), meaning);
            let rest = line.rest;
            chrome::gauge(app, card, rest, buffer);
        }
        let gaps = |card: &Scorecard| {
            let plan = &card.plan;
            format!("{} · {}", say::plan_title(lang, plan.target_level), say::plan_count(lang, plan.gaps.len()))
        };
        let (now, gaps_then) = (gaps(&walk.card), gaps(&then));
        let both = format!("{now}  →  {gaps_then}");
        let cells = view::text_width(area);
        let said = if self.supposed.is_empty() || width(&both) > cells { &gaps_then } else { &both };
        put_text(buffer, line_of(area, 2), &truncate(said, cells), app, Meaning::Body);
        if area.height < ROOM {
            return 3;
        }
        let mut line = Row { app, buffer, rest: line_of(area, 3) };
        line.add(&pad(say::supposed_label(lang), label_cells), Meaning::Key);
        line.add(&truncate(&chrome::blocks(app, &then), cells.saturating_sub(label_cells)), Meaning::Body);
        5
    }
}

impl Screen for WhatIf {
    fn context(&self) -> Context {
        Context::WhatIf
    }

    fn item(&self) -> Option<&Key> {
        match self.rows.get(self.at())? {
            Place::Item(key) => Some(key),
            Place::Step(_) => None,
        }
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        let key = self.item().cloned();
        match asked {
            Action::Suppose(None) => self.suppose(|_| None),
            Action::Suppose(Some(worth)) => {
                let Some(checklist) = app.walk().map(|walk| Arc::clone(&walk.card.checklist)) else {
                    return Turn::stay();
                };
                self.suppose(|key| checklist.scale_of(key).worth(worth));
            }
            Action::SupposeNext => {
                let Some(checklist) = app.walk().map(|walk| Arc::clone(&walk.card.checklist)) else {
                    return Turn::stay();
                };
                let supposed = self.supposed.clone();
                self.suppose(|key| checklist.scale_of(key).after(supposed.get(key).copied()));
            }
            Action::SupposeStep => {
                let Some(checklist) = app.walk().map(|walk| Arc::clone(&walk.card.checklist)) else {
                    return Turn::stay();
                };
                self.suppose_step(&checklist);
            }
            Action::Accept => {
                if let (Some(walk), Some(key)) = (&mut app.walk, &key)
                    && walk.go_to(key)
                {
                    return Then::Walk.into();
                }
            }
            // Who closes a gap, and by when, is no supposition.
            Action::Owner | Action::Due => {
                return key.and_then(|key| act(asked, &key, app)).map_or_else(Turn::stay, |(turn, _)| turn);
            }
            _ => self.cursor.go(asked, self.rows.len(), usize::from(view::middle(app).height)),
        }
        self.card.take();
        Turn::stay()
    }

    fn point(&mut self, row: usize, _app: &mut App) {
        self.cursor = Cursor::on(row);
    }

    fn draw(&self, app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let (walk, lang) = (app.walk()?, app.lang);
        let above = self.draw_levels(app, walk, area, buffer);
        let cells = view::text_width(area);
        let seen = usize::from(area.height).saturating_sub(above);
        let at = self.at();
        let first = first_in_sight(app, at, self.rows.len(), view::below(area, above), Spot::Row);
        let efforts = [say::low(lang), say::medium(lang), say::high(lang)];
        let effort_cells = efforts.into_iter().map(width).max().unwrap_or_default();
        // Marks, and two cells before each column.
        let beside = if cells < WIDE { 0 } else { OWNER + 2 + "2026-11-23".len() + 2 };
        let title_cells = cells.saturating_sub(8 + effort_cells + 2 + beside).max(4);
        for (nth, row) in self.rows.iter().enumerate().skip(first).take(seen) {
            let meaning = |own| if nth == at { Meaning::Selected } else { own };
            let mut line = Row { app, buffer, rest: line_of(area, above + nth - first) };
            let key = match row {
                Place::Step(title) => {
                    line.add(&pad(&truncate(title.get(lang), cells), cells), meaning(Meaning::Title));
                    continue;
                }
                Place::Item(key) => key,
            };
            let (now, of_now) = item_mark(&walk.card, key);
            line.add(&format!(" {now} "), meaning(of_now));
            match self.supposed.get(key) {
                Some(answer) => {
                    let (then, of_then) = mark(walk.card.given_by(key, Some(*answer)));
                    line.add("→ ", meaning(Meaning::Body));
                    line.add(&format!("{then}  "), meaning(of_then));
                }
                None => line.add("     ", meaning(Meaning::Body)),
            }
            let entry = walk.entry(key);
            let takes = if let Key::Criterion(id) = key { walk.card.checklist.criterion(id) } else { None };
            let takes = takes.map_or("", |criterion| effort(criterion.effort, lang));
            let title = one_line(&wording::title(&walk.card.checklist, key, lang));
            line.add(&pad(&title, title_cells), meaning(Meaning::Body));
            line.add(&format!("  {}", pad(takes, effort_cells)), meaning(Meaning::Muted));
            if beside > 0 {
                let owner = pad(&one_line(&entry.owner.unwrap_or_default()), OWNER);
                let due = entry.due.map_or_else(String::new, |due| due.to_string());
                line.add(&format!("  {owner}  {}", pad(&due, 10)), meaning(Meaning::Body));
            }
        }
        None
    }
}
