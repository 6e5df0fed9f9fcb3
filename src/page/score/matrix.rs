//! Levels and areas beside each other: in each area, how many criteria of each level are met.

use super::super::document::{Item, Line};
use super::super::parts::{Of, share_mark};
use crate::i18n::{Lang, say};
use crate::model::checklist::Criterion;
use crate::model::{Id, Key, Level};
use crate::scoring::{effective, is_met};
use crate::style::Meaning;
use crate::text::{pad, truncate, width};
use crate::wording;

/// The cells of a level's column: a mark, two counts, a space.
const COLUMN: usize = 9;
/// The least cells in which a title says something.
const TITLE: usize = 12;

/// The head, a row for the whole checklist, and one for each area that has criteria.
pub(super) fn rows(of: Of<'_>, cells: usize) -> Vec<Item<'_>> {
    let checklist = &of.card.checklist;
    let levels: Vec<Level> = checklist.parts().levels.iter().map(|def| def.level).collect();
    // Where not all levels have room, each area says its own.
    let columns: &[Level] = if 2 + TITLE + levels.len() * COLUMN <= cells { &levels } else { &[] };
    let areas: Vec<&Id> = checklist.parts().areas.iter().map(|area| &area.id).collect();
    let title = |id: &Id| wording::area(checklist, id, of.lang);
    let longest = areas.iter().map(|id| width(&title(id))).chain([width(say::all_criteria(of.lang))]).max();
    let room = cells.saturating_sub(2 + columns.len().max(1) * COLUMN);
    let titles = longest.unwrap_or_default().min(room).max(TITLE.min(room));
    let head: String = columns.iter().map(|level| pad(&say::level(of.lang, *level), COLUMN)).collect();
    let mut rows = Vec::new();
    if !head.is_empty() {
        let head = format!("{} {head}", pad("", titles));
        rows.push(Item::plain(Line::ours(head).meaning(Meaning::Muted)));
    }
    let all = Row { of, columns, titles };
    rows.extend(all.row(say::all_criteria(of.lang), None));
    rows.extend(areas.into_iter().filter_map(|id| all.row(&title(id), Some(id))));
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
    titles: usize,
}

impl<'a> Row<'a, '_> {
    /// The row of an area, or of the whole checklist; it leads to the first criterion that is not met, else to the first.
    /// `None` where there are none.
    fn row(&self, title: &str, area: Option<&Id>) -> Option<Item<'a>> {
        let card = self.of.card;
        let own: Vec<&Criterion> = match area {
            Some(area) => card.checklist.criteria_in(area).collect(),
            None => card.checklist.parts().criteria.iter().collect(),
        };
        let met = |item: &&&Criterion| is_met(effective(&card.checklist, item, &card.assessment));
        let first = own.iter().find(|item| !met(item)).or_else(|| own.first())?;
        let line = Line::ours(pad(&truncate(title, self.titles), self.titles)).then_ours(" ");
        let cell = |level: Option<Level>| {
            let counted = card.criteria_in(area, level);
            match (counted.met, counted.applicable) {
                (_, 0) => pad("-", COLUMN),
                (met, all) => pad(&format!("{} {met}/{all}", share_mark(counted).0), COLUMN),
            }
        };
        let line = if self.columns.is_empty() {
            line.then_ours(cell(None))
        } else {
            self.columns.iter().fold(line, |line, level| line.then_ours(cell(Some(*level))))
        };
        Some(Item::plain(line).of(Key::Criterion(first.id.clone())))
    }
}
