//! The outline at the left: groups with their progress, items with their answers.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::put_text;
use crate::i18n::Lang;
use crate::model::Answer;
use crate::model::checklist::DEEPEST;
use crate::page::parts::item_mark;
use crate::style::Meaning;
use crate::text::{pad, truncate, width};
use crate::tui::app::{App, Walk};
use crate::tui::list::first_in_sight;
use crate::tui::mouse::Spot;
use crate::tui::tree::{Group, Node};
use crate::wording;

/// The cells that the progress of a group takes, and the one before it.
const PROGRESS: usize = 9;

/// Draws as many rows as fit around the cursor.
pub(in crate::tui) fn draw(app: &App, walk: &Walk, area: Rect, buffer: &mut Buffer) {
    let visible = walk.tree.visible();
    let here = visible.iter().position(|row| *row == walk.tree.at()).unwrap_or_default();
    let spot = |nth: usize| Spot::Outline(visible.get(nth).copied().unwrap_or_default());
    let top = first_in_sight(app, here, visible.len(), area, spot);
    for (place, row) in area.rows().zip(visible.into_iter().skip(top)) {
        draw_row(app, walk, row, place, buffer);
    }
}

/// The cells of the longest title with what stands around it.
pub(super) fn needed(walk: &Walk, lang: Lang) -> u16 {
    walk.tree.widest(lang, |row| {
        let title = match &row.node {
            Node::Group(group, _) => width(&group.title(&walk.card.checklist, lang)) + PROGRESS,
            Node::Item(key) => width(&wording::title(&walk.card.checklist, key, lang)) + 1,
        };
        row.depth.min(DEEPEST) + 2 + title
    })
}

fn draw_row(app: &App, walk: &Walk, row: usize, place: Rect, buffer: &mut Buffer) {
    let Some(shown) = walk.tree.rows().get(row) else { return };
    let selected = row == walk.tree.at();
    let cells = usize::from(place.width);
    let (mark, mark_meaning, title, right) = match &shown.node {
        Node::Group(group, _) => {
            let fold = if walk.tree.is_folded(row) { "▸" } else { "▾" };
            (fold, Meaning::Muted, group.title(&walk.card.checklist, app.lang), progress(walk, row))
        }
        Node::Item(key) => {
            let (mark, meaning) = item_mark(&walk.card, key);
            let assessment = &walk.card.assessment;
            let looked_at = assessment.is_carried(key) || assessment.was(key).is_some();
            let right = if looked_at { "*".to_owned() } else { String::new() };
            (mark, meaning, wording::title(&walk.card.checklist, key, app.lang), right)
        }
    };
    let indent = shown.depth.min(DEEPEST);
    let room = cells.saturating_sub(indent + 2 + width(&right) + usize::from(!right.is_empty()));
    let meaning = match &shown.node {
        Node::Group(Group::Role(_, false), _) => Meaning::Muted,
        Node::Group(..) if shown.depth == 0 => Meaning::Title,
        Node::Group(..) | Node::Item(_) => Meaning::Body,
    };
    let title = truncate(&title, room);
    if selected {
        let spaced = if right.is_empty() { String::new() } else { format!(" {right}") };
        let line = format!("{}{mark} {}{spaced}", " ".repeat(indent), pad(&title, room));
        put_text(buffer, place, &pad(&line, cells), app, Meaning::Selected);
        return;
    }
    let after = |cells: usize| {
        let cells = u16::try_from(cells).unwrap_or(u16::MAX).min(place.width);
        Rect { x: place.x.saturating_add(cells), width: place.width - cells, ..place }
    };
    put_text(buffer, after(indent), mark, app, mark_meaning);
    put_text(buffer, after(indent + 2), &title, app, meaning);
    put_text(buffer, after(cells.saturating_sub(width(&right))), &right, app, meaning);
}

/// How far a group is: met of what applies, and after a question mark how many are not answered.
fn progress(walk: &Walk, row: usize) -> String {
    let (mut done, mut all, mut open) = (0, 0, 0);
    for key in walk.tree.items_of(row) {
        open += usize::from(!walk.card.assessment.is_answered(key));
        all += usize::from(!walk.card.assessment.answer(key).is_some_and(Answer::is_na));
        // A metric without a target has done its part once it has a value.
        done += usize::from(matches!(item_mark(&walk.card, key).0, "✓" | "="));
    }
    if open > 0 { format!("{done}/{all} ?{open}") } else { format!("{done}/{all}") }
}
