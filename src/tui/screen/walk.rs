//! The walk itself: the outline at the left, the item under the cursor beside it, and what keys do to both.

use std::rc::Rc;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::act::{act, is_draft};
use super::card::Card;
use super::compare::Compare;
use super::details::Details;
use super::export::Export;
use super::facilitate::Facilitate;
use super::filter::Filter;
use super::find::Find;
use super::finish::Finish;
use super::home::Home;
use super::milestone::Milestone;
use super::note;
use super::plan::Plan;
use super::prompt::{Asks, Prompt};
use super::score::Score;
use super::table::Table;
use super::trend::Trend;
use super::what_if::WhatIf;
use super::{Layer, Then, Turn};
use crate::history::History;
use crate::i18n::{Text, say};
use crate::model::{Key, Section, Status};
use crate::page::document::{Block, Document, Item, Items, Line, quote};
use crate::page::{item, parts};
use crate::report::Sheet;
use crate::style::Meaning;
use crate::tui::action::Action;
use crate::tui::app::{App, Walk};
use crate::tui::input::Stroke;
use crate::tui::mouse::Spot;
use crate::tui::reader::{self, Reader};
use crate::tui::tree::Node;
use crate::tui::update::{Effect, Outcome};
use crate::tui::view::{self, outline};
use crate::wording;

/// The most cells that a line of an item's text has: longer ones are hard to read.
const PROSE: usize = 90;

/// Does what was asked for.
pub(crate) fn update(asked: Action, app: &mut App) -> Turn {
    let key = app.walk().and_then(|walk| walk.tree.key()).cloned();
    if let Some(key) = &key
        && let Some((turn, done)) = act(asked, key, app)
    {
        if done {
            go_on(app);
        }
        return turn;
    }
    let Some(walk) = &mut app.walk else { return Turn::stay() };
    match asked {
        Action::GoOn => go_on(app),
        Action::Links => return key.map_or_else(Turn::stay, |key| Card::over(key, app)),
        Action::Export => return Turn::over(Export::default()),
        Action::Fold => walk.tree.toggle(),
        Action::ConfirmGroup => return confirm_group(app),
        Action::Up => moved(walk, |walk| walk.tree.step(-1)),
        Action::Down => moved(walk, |walk| walk.tree.step(1)),
        Action::First => moved(walk, |walk| walk.tree.end(false)),
        Action::Last => moved(walk, |walk| walk.tree.end(true)),
        Action::Left => moved(walk, |walk| walk.tree.left()),
        Action::Right => moved(walk, |walk| walk.tree.right()),
        Action::PageUp => turn_page(app, true),
        Action::PageDown => turn_page(app, false),
        Action::NextOpen => passing(app, |app| seek(app, false)),
        Action::PreviousOpen => drop(seek(app, true)),
        Action::Find => return Turn::over(Find::new(walk)),
        Action::FindNext => find_again(walk, false),
        Action::FindPrevious => find_again(walk, true),
        Action::Filter => return Turn::over(Filter::new(walk, app.lang)),
        Action::FoldAll => moved(walk, |walk| walk.tree.fold_all()),
        Action::GroupBy => moved(walk, |walk| walk.tree.regroup(&walk.card.checklist, &walk.card.assessment)),
        Action::SwitchPane => walk.toggled = !walk.toggled,
        Action::Undo => return travel(app, true),
        Action::Redo => return travel(app, false),
        Action::Finish => return Turn::over(Finish),
        Action::Reopen => {
            walk.set_status(Status::Draft);
            app.say(say::reopened());
            return Turn::with(vec![Effect::Save]);
        }
        Action::Score => return Turn::over(Score::default()),
        Action::Plan => return Turn::over(Plan::default()),
        Action::Facilitate => return Facilitate::over(app).map_or_else(Turn::stay, Turn::over),
        Action::WhatIf => return Turn::over(WhatIf::new(walk)),
        Action::Home => {
            return Turn { effects: vec![Effect::List], then: Then::Over(vec![Home::default().into()]) };
        }
        Action::Details => return Turn::over(Details::new(walk)),
        Action::Metrics => return Turn::over(Table::new(Section::Metrics, walk)),
        Action::Deliverables => return Turn::over(Table::new(Section::Deliverables, walk)),
        Action::Compare => match &walk.sample {
            Some(before) => return Turn::over(Compare::new(before.as_ref().clone(), &walk.card)),
            None => return Turn::with(vec![Effect::Before]),
        },
        Action::Trend => match &walk.sample {
            Some(before) => return Turn::over(Trend::new(History::of([before, &walk.card].into_iter()), &walk.card)),
            None => return Turn::with(vec![Effect::Trend]),
        },
        _ => {}
    }
    Turn::stay()
}

/// Takes a stroke that no command is bound to.
pub(crate) fn other(stroke: Stroke, app: &mut App) -> Option<Turn> {
    let key = app.walk()?.tree.key()?.clone();
    begin(key, stroke, app)
}

/// A digit begins a metric's value; `None` for any other stroke and item.
pub(super) fn begin(key: Key, stroke: Stroke, app: &mut App) -> Option<Turn> {
    let c = stroke.begins_number().filter(|_| matches!(key, Key::Metric(_)))?;
    let draft = is_draft(app);
    Some(if draft { Turn::over(Prompt::new(Asks::Value, key, Some(c), app)) } else { Turn::stay() })
}

/// Takes what the outside world answers to what was asked of it in the walk.
pub(crate) fn hear(outcome: Outcome, app: &mut App) -> Option<Outcome> {
    match outcome {
        Outcome::Before(None) => app.say(say::nothing_before()),
        Outcome::Before(Some(old)) => {
            let layer = app.walk().map(|walk| Layer::from(Compare::new(*old, &walk.card)));
            app.layers.extend(layer);
        }
        Outcome::Trend(history, broken) => {
            let layer = app.walk().map(|walk| Layer::from(Trend::new(*history, &walk.card)));
            app.layers.extend(layer);
            broken.first().into_iter().for_each(|error| app.complain(error));
        }
        // The change is saved as every other.
        Outcome::Edited(key, text) => {
            let kept = !note::keep(app, &key, &text).is_empty();
            app.say(if kept { say::editor_wrote(app.keymap.name(Action::Undo)) } else { say::editor_wrote_nothing() });
        }
        other => return Some(other),
    }
    None
}

/// Moves, and shows what is there from the start.
fn moved(walk: &mut Walk, go: impl FnOnce(&mut Walk)) {
    go(walk);
    walk.shown.from_the_start();
}

/// To the next item.
pub(super) fn go_on(app: &mut App) {
    passing(app, |app| {
        app.walk.iter_mut().for_each(|walk| walk.move_on());
        true
    });
}

/// Goes on, and says what stands where that leads past the last criterion.
fn passing(app: &mut App, go: impl FnOnce(&mut App) -> bool) {
    let on_criterion = |app: &App| matches!(app.walk().and_then(|walk| walk.tree.key()), Some(Key::Criterion(_)));
    let at = |app: &App| app.walk().map(|walk| walk.tree.at());
    let (was, from) = (on_criterion(app), at(app));
    if !go(app) {
        return;
    }
    let stayed = at(app) == from;
    if app.walk().is_some_and(|walk| walk.shown_only.is_some()) {
        if stayed {
            app.say(say::last_of_these(app.keymap.name(Action::Filter)));
        }
    } else if was && (!on_criterion(app) || stayed) {
        app.layers.push(Milestone::default().into());
    }
}

/// Confirms every carried answer of the group under the cursor, at once.
fn confirm_group(app: &mut App) -> Turn {
    let Some(walk) = &mut app.walk else { return Turn::stay() };
    let (keys, day) = (walk.carried_here(), walk.card.assessment.answer_day(app.today));
    let confirmed = walk.edit_each(&keys, |entry| entry.confirm(day));
    app.say(say::confirmed_group(keys.len(), app.keymap.name(Action::Undo)));
    Turn::with(if confirmed { vec![Effect::Save] } else { Vec::new() })
}

/// Takes back the last edit, or makes it again.
pub(super) fn travel(app: &mut App, back: bool) -> Turn {
    let Some(walk) = &mut app.walk else { return Turn::stay() };
    let Some((key, count)) = walk.travel(back) else { return Turn::stay() };
    walk.go_to(&key);
    let checklist = Arc::clone(&walk.card.checklist);
    app.say(Text::each(|lang| {
        let title = wording::title(&checklist, &key, lang);
        let what = if count > 1 { say::and_others(lang, title, count - 1) } else { title };
        if back { say::undone(lang, what) } else { say::redone(lang, what) }
    }));
    Turn::with(vec![Effect::Save])
}

/// To the next item (the previous one, `back`) that is not answered, or not confirmed; says whether there is one.
fn seek(app: &mut App, back: bool) -> bool {
    let Some(walk) = &mut app.walk else { return false };
    let assessment = &walk.card.assessment;
    let found = walk.tree.seek(back, |key| assessment.is_open(key));
    if found {
        walk.shown.from_the_start();
    } else {
        app.say(say::all_answered(app.keymap.name(Action::Score), app.keymap.name(Action::Plan)));
    }
    found
}

/// To the next item that was found (the previous one, `back`).
fn find_again(walk: &mut Walk, back: bool) {
    let found = &walk.found;
    walk.tree.seek(back, |key| found.contains(key));
    walk.shown.from_the_start();
}

/// Scrolls the item's text by some lines; says whether there is one.
pub(crate) fn scroll(app: &mut App, up: bool) -> bool {
    let Some((body, rows)) = body(app) else { return false };
    app.walk.iter_mut().for_each(|walk| walk.shown.wheel(up, &body, rows));
    true
}

/// Puts the cursor on a row of the outline.
pub(crate) fn point(app: &mut App, row: usize) {
    app.walk.iter_mut().filter(|walk| walk.tree.at() != row).for_each(|walk| moved(walk, |walk| walk.tree.point(row)));
}

/// Scrolls the item's text.
fn turn_page(app: &mut App, up: bool) {
    let Some((body, rows)) = body(app) else { return };
    if let Some(walk) = &mut app.walk {
        walk.shown.page(up, &body, rows);
    }
}

/// A row of the outline laid out for an area: what stays in sight, what scrolls, and the area of that. Where the first would
/// take half of the area, all of it scrolls.
fn card(walk: &Walk, row: usize, app: &App, area: Rect) -> (Rc<Sheet>, Rc<Sheet>, Rect) {
    let width = view::text_width(area).min(PROSE);
    let pinned = walk.pinned.sheet_of(row, app, width, || head(walk, row, app));
    let rows = u16::try_from(pinned.height() + 1).unwrap_or(u16::MAX);
    if rows > area.height / 2 {
        let whole = walk.whole.sheet_of(row, app, width, || {
            let mut whole = head(walk, row, app);
            whole.blocks.push(Block::Space);
            whole.blocks.extend(rest(walk, row, app).blocks);
            whole
        });
        return (Rc::default(), whole, area);
    }
    let below = Rect { y: area.y + rows, height: area.height - rows, ..area };
    (pinned, walk.shown.sheet_of(row, app, width, || rest(walk, row, app)), below)
}

/// Lays out what stands above and below the cursor: the next key goes most likely there.
pub(crate) fn foresee(app: &App) {
    let Some(walk) = app.walk().filter(|_| app.layers.is_empty()) else { return };
    let (_, area) = view::panes(app, view::middle(app));
    for row in walk.tree.around() {
        card(walk, row, app, area);
    }
}

/// What is to stay in sight beside the outline: what the item is and what was answered; of a group its title.
fn head<'a>(walk: &'a Walk, row: usize, app: &App) -> Document<'a> {
    match walk.tree.node(row) {
        Some(Node::Item(key)) => item::head(&walk.card, key, walk.last(), app.lang),
        Some(Node::Group(group, _)) => {
            let title = group.title(&walk.card.checklist, app.lang);
            let mut page = Document::default();
            page.push(Line::said(&quote(&title)).meaning(Meaning::Title));
            page
        }
        None => Document::default(),
    }
}

/// What scrolls below that: the rest of the item, of a group what is in it.
fn rest<'a>(walk: &'a Walk, row: usize, app: &App) -> Document<'a> {
    let (card, lang) = (&walk.card, app.lang);
    match walk.tree.node(row) {
        Some(Node::Item(key)) => item::body(card, key, lang),
        Some(Node::Group(..)) => {
            let items = walk.tree.items_of(row);
            let items =
                items.map(|key| Item::marked(parts::item_mark(card, key), parts::title(&card.checklist, key, lang)));
            let mut page = Document::default();
            page.push(Items::new(items.collect()));
            page
        }
        None => Document::default(),
    }
}

/// What scrolls of the item under the cursor, and in how many rows.
pub(super) fn body(app: &App) -> Option<(Rc<Sheet>, usize)> {
    let (_, area) = view::panes(app, view::middle(app));
    let walk = app.walk()?;
    let (_, body, below) = card(walk, walk.tree.at(), app, area);
    Some((body, usize::from(below.height).max(1)))
}

/// Draws the walk.
pub(crate) fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    if let Some(walk) = app.walk() {
        draw_with(app, &walk.shown, area, buffer);
    }
}

/// The same, the item's text as `reader` reads it.
pub(super) fn draw_with(app: &App, reader: &Reader, area: Rect, buffer: &mut Buffer) {
    let Some(walk) = app.walk() else { return };
    let (left, right) = view::panes(app, area);
    if let Some(left) = left {
        outline::draw(app, walk, left, buffer);
    }
    if right.width > 0 {
        let (pinned, body, below) = card(walk, walk.tree.at(), app, right);
        reader::draw(&pinned, None, 0, app.theme, right, buffer);
        app.mouse.mark(right, Spot::Text);
        let own = walk.tree.key();
        reader.draw(&body, app, below, buffer, |nth| match body.stops().get(nth) {
            Some(stop) if Some(&stop.key) != own => Spot::Link(nth),
            _ => Spot::Text,
        });
    }
}
