//! Areas and levels beside each other: in each area, how many criteria of each level are met, and where that leaves it.
//!
//! As lines for a screen that is so wide, where areas fold, and as a table for whoever has the whole page before them.

use std::collections::{HashMap, HashSet};

use super::document::{Cell, Item, Kind, Line, Share, Table};
use super::parts::{Of, share_mark};
use crate::i18n::{Lang, say};
use crate::model::checklist::{Area, Criterion};
use crate::model::{Id, Key, Level};
use crate::scorecard::{InLevel, Scorecard};
use crate::scoring::{AreaScore, Grade, effective, is_met};
use crate::style::Meaning;
use crate::text::{pad, truncate, width};
use crate::wording;

/// The cells of a level's column: a mark, two counts, a space.
const COLUMN: usize = 9;
/// The least cells in which a title says something.
const TITLE: usize = 12;

/// The areas that have criteria, each before those in it, with how deep it stands; those in an area only where `open` holds.
fn shown<'a>(card: &'a Scorecard, open: &dyn Fn(&Id, usize) -> bool) -> Vec<(&'a Area, usize)> {
    // How deep what is shown may stand: below what is folded nothing.
    let mut deepest = 0;
    let mut shown = Vec::new();
    for (area, depth) in card.checklist.areas() {
        if depth <= deepest && card.checklist.criteria_in(&area.id).next().is_some() {
            deepest = if open(&area.id, depth) { depth + 1 } else { depth };
            shown.push((area, depth));
        }
    }
    shown
}

/// How deep areas may stand so that no more than `most` are shown; all that are in none are.
pub(super) fn depth_within(card: &Scorecard, most: usize) -> usize {
    let up_to = |deepest: usize| shown(card, &|_, depth| depth < deepest).len();
    let deepest = card.checklist.areas().map(|(_, depth)| depth).max().unwrap_or_default();
    (1..=deepest).take_while(|depth| up_to(*depth) <= most).last().unwrap_or_default()
}

/// The areas down to `deepest`, and how many more there are below.
pub(super) fn down_to(card: &Scorecard, deepest: usize) -> (Vec<(&Area, usize)>, usize) {
    let all = shown(card, &|_, _| true).len();
    let shown = shown(card, &|_, depth| depth < deepest);
    let left = all - shown.len();
    (shown, left)
}

/// Areas and levels as a table, the areas under those titles.
pub(super) fn table<'a>(
    of: Of<'a>,
    areas: &[(&'a Area, usize)],
    levels: &[Level],
    title: impl Fn(&'a Id) -> Line<'a>,
) -> Table<'a> {
    let (card, lang) = (of.card, of.lang);
    let mut table = Table::new(&[(say::area(lang), Kind::Title)]);
    let columns = stand_columns(card).len();
    for name in stand_columns(card) {
        table = table.column(name(lang).to_owned(), Kind::Figure);
    }
    for level in levels {
        table = table.column(say::level(lang, *level), Kind::Shade);
    }
    let standing = standing(card);
    for (area, depth) in areas {
        let title = named(title(&area.id), *depth);
        let cell = |level: &Level| share(card.criteria_in(Some(&area.id), Some(*level)));
        let said = standing.get(&area.id).map(Vec::as_slice).unwrap_or_default();
        let stands = (0..columns).map(|nth| Line::ours(said.get(nth).cloned().unwrap_or_default()).into());
        let cells = std::iter::once(title.into()).chain(stands);
        table.row(cells.chain(levels.iter().map(cell)).collect::<Vec<Cell<'a>>>());
    }
    table
}

/// The title of an area in a column: one that is part of no other stands out, what is in others further in.
pub(super) fn named(title: Line<'_>, depth: usize) -> Line<'_> {
    if depth == 0 { Line::new(Meaning::Body).and(title.meaning(Meaning::Title)) } else { title.indented(depth) }
}

/// How many of how many, with the mark that says the same.
fn share<'a>(counted: InLevel) -> Cell<'a> {
    Cell::Share((counted.applicable > 0).then(|| Share {
        mark: share_mark(counted),
        met: counted.met,
        of: counted.applicable,
        percent: counted.percent,
        beside: false,
    }))
}

/// The columns that say where an area stands: its level; or by the mean its score and the gate's level; and its target, where
/// any has one.
pub(super) fn stand_columns(card: &Scorecard) -> Vec<fn(Lang) -> &'static str> {
    let mut columns: Vec<fn(Lang) -> &'static str> =
        if card.score.score.is_some() { vec![say::score_column, say::gate_column] } else { vec![say::level_column] };
    if !card.assessment.area_targets.is_empty() {
        columns.push(say::target);
    }
    columns
}

/// What stands in those columns.
fn stands(grade: Grade, max: Level, gate: Level, target: Option<Level>) -> Vec<String> {
    let gate = grade.score.map(|_| gate.to_string());
    let target = target.map(|level| level.to_string());
    std::iter::once(wording::stands_short(grade, max)).chain(gate).chain(target).collect()
}

/// The same of every area that has criteria which apply.
fn standing(card: &Scorecard) -> HashMap<&Id, Vec<String>> {
    let target = |score: &AreaScore| card.assessment.area_targets.get(&score.id).copied();
    let said = |score: &AreaScore| Some(stands(score.grade()?, score.max_level?, score.level?, target(score)));
    card.score.areas.iter().filter_map(|score| Some((&score.id, said(score)?))).collect()
}

/// The head, a row for the whole checklist, and one for each area that has criteria; those in an area where it is `open`,
/// and with signs that say which are, where they fold.
pub(super) fn rows<'a>(of: Of<'a>, cells: usize, open: &dyn Fn(&Id, usize) -> bool, fold: bool) -> Vec<Item<'a>> {
    let card = of.card;
    let checklist = &card.checklist;
    let levels: Vec<Level> = checklist.parts().levels.iter().map(|def| def.level).collect();
    let areas = shown(card, open);
    let parents: HashSet<&Id> = checklist.parts().areas.iter().filter_map(|area| area.parent.as_ref()).collect();
    let fold = fold && !parents.is_empty();
    let title = |(area, depth): &(&Area, usize)| {
        let sign = match (fold, parents.contains(&area.id), open(&area.id, *depth)) {
            (false, ..) => "",
            (true, false, _) => "  ",
            (true, true, false) => "▸ ",
            (true, true, true) => "▾ ",
        };
        format!("{}{sign}{}", "  ".repeat(*depth), wording::area(checklist, &area.id, of.lang))
    };
    let titles: Vec<String> = areas.iter().map(title).collect();
    let all = say::all_criteria(of.lang);
    let longest = titles.iter().map(|title| width(title)).chain([width(all)]).max().unwrap_or_default();
    // Where the areas lead, each says where it stands.
    let standing = standing(card);
    let whole = stands(card.score.grade(), card.score.max_level, card.score.gate, None);
    let wide = |(nth, name): (usize, fn(Lang) -> &'static str)| {
        let said = standing.values().chain([&whole]).filter_map(|said| said.get(nth)).map(|said| width(said));
        let name = name(of.lang);
        (name, said.chain([width(name)]).max().unwrap_or_default() + 2)
    };
    let named = stand_columns(card).into_iter().filter(|_| checklist.leads_with_areas());
    let stand: Vec<(&str, usize)> = named.enumerate().map(wide).collect();
    let taken: usize = stand.iter().map(|(_, cells)| cells).sum();
    // Where not all levels have room, each area says its own.
    let columns: &[Level] = if 2 + TITLE + taken + levels.len() * COLUMN <= cells { &levels } else { &[] };
    let room = cells.saturating_sub(2 + taken + columns.len().max(1) * COLUMN);
    let row = Row { of, columns, stand: &stand, titles: longest.min(room).max(TITLE.min(room)) };
    let stands = |id: &Id| standing.get(id).map(Vec::as_slice).unwrap_or_default();
    let mut rows = Vec::new();
    if !columns.is_empty() || !stand.is_empty() {
        let stand: String = stand.iter().map(|(name, cells)| pad(name, *cells)).collect();
        let levels: String = columns.iter().map(|level| pad(&say::level(of.lang, *level), COLUMN)).collect();
        let head = format!("{} {stand}{levels}", pad("", row.titles));
        rows.push(Item::plain(Line::ours(head).meaning(Meaning::Muted)));
    }
    rows.extend(row.row(all, &whole, None));
    let each = areas.iter().zip(&titles);
    rows.extend(each.filter_map(|((area, _), title)| row.row(title, stands(&area.id), Some(&area.id))));
    rows
}

/// As many rows as there is room for; the last one says how many more there are.
pub(super) fn cut(mut rows: Vec<Item<'_>>, room: usize, lang: Lang) -> Vec<Item<'_>> {
    if rows.len() > room {
        let hidden = rows.len() - room.saturating_sub(1);
        let key = rows.get(rows.len() - hidden).and_then(|row| row.key.clone());
        rows.truncate(rows.len() - hidden);
        rows.push(Item::plain(Line::ours(say::more_areas(lang, hidden)).meaning(Meaning::Muted)).keyed(key));
    }
    rows
}

struct Row<'a, 'c> {
    of: Of<'a>,
    columns: &'c [Level],
    /// The columns in which an area says where it stands.
    stand: &'c [(&'static str, usize)],
    titles: usize,
}

impl<'a> Row<'a, '_> {
    /// The row of an area, or of the whole checklist; it leads to the first criterion that is not met, else to the first.
    /// `None` where there are none.
    fn row(&self, title: &str, stands: &[String], area: Option<&Id>) -> Option<Item<'a>> {
        let card = self.of.card;
        let own: Vec<&Criterion> = match area {
            Some(area) => card.checklist.criteria_in(area).collect(),
            None => card.checklist.parts().criteria.iter().collect(),
        };
        let met = |item: &&&Criterion| is_met(effective(&card.checklist, item, &card.assessment));
        let first = own.iter().find(|item| !met(item)).or_else(|| own.first())?;
        let line = Line::ours(pad(&truncate(title, self.titles), self.titles)).then_ours(" ");
        let stands = stands.iter().map(String::as_str).chain(std::iter::repeat(""));
        let stands: String = self.stand.iter().zip(stands).map(|((_, cells), said)| pad(said, *cells)).collect();
        let line = line.then_ours(stands);
        let cell = |line: Line<'a>, level: Option<Level>| {
            let counted = card.criteria_in(area, level);
            let (sign, meaning) = share_mark(counted);
            let counts = match (counted.met, counted.applicable) {
                (_, 0) => return line.then_ours(pad("-", COLUMN)),
                (met, all) => format!(" {met}/{all}"),
            };
            let line = line.then_ours(sign).meaning_of_last(meaning);
            line.then_ours(pad(&counts, COLUMN - width(sign)))
        };
        let line = if self.columns.is_empty() {
            cell(line, None)
        } else {
            self.columns.iter().fold(line, |line, level| cell(line, Some(*level)))
        };
        Some(Item::plain(line).of(Key::Criterion(first.id.clone())).in_area(area.cloned()))
    }
}
