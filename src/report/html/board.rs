//! A board as a table: a level is a numeral on a shade, what may not be so any more is hatched, and the titles of narrow columns
//! stand upright.

use maud::{Markup, Render, html};

use super::{Page, SHORT_IN_TABLE, class, sign};
use crate::model::Level;
use crate::page::document::{Board, Kind, Line, Lot, Slot, Tile};
use crate::report::link;
use crate::style::Meaning;

/// What only a page with a board needs of a style sheet.
pub(super) const STYLE: &str = include_str!("board.css");

/// How many shades there are above that of level 0.
const SHADES: u8 = 4;

impl Page {
    /// A board, which scrolls where it is too wide, by keys too.
    pub(super) fn board(&self, board: &Board<'_>) -> Markup {
        html! {
            @if !board.rows.is_empty() {
                div class="board" role="group" aria-label=(board.narrow) tabindex="0" {
                    table {
                        thead { tr { @for slot in &board.slots { (self.slot(slot)) } } }
                        tbody { @for lot in &board.rows { (self.lot(board, lot)) } }
                    }
                }
            }
        }
    }

    fn slot(&self, slot: &Slot<'_>) -> Markup {
        match slot {
            Slot::Wide(title, Kind::Figure) => html! { th class="figure" scope="col" { (title) } },
            Slot::Wide(title, Kind::Words) => html! { th class="words" scope="col" { (title) } },
            Slot::Wide(title, _) => html! { th scope="col" { (title) } },
            Slot::Narrow(title, _) => {
                html! { th class="upright" scope="col" { span { (self.line(title, usize::MAX)) } } }
            }
        }
    }

    fn lot(&self, board: &Board<'_>, lot: &Lot<'_>) -> Markup {
        html! {
            tr {
                @for (tile, slot) in lot.tiles.iter().zip(&board.slots) {
                    @let kind = match slot { Slot::Wide(_, kind) => Some(*kind), Slot::Narrow(..) => None };
                    (self.tile(tile, kind, lot.file.as_deref()))
                }
            }
        }
    }

    fn tile(&self, tile: &Tile<'_>, kind: Option<Kind>, file: Option<&str>) -> Markup {
        match (tile, kind) {
            (Tile::Line(line), Some(Kind::Title)) => html! { th scope="row" { (self.named(line, file)) } },
            (Tile::Line(line), Some(Kind::Figure)) => html! {
                td class={ "figure " (class(line.meaning).unwrap_or_default()) } { (self.line(line, SHORT_IN_TABLE)) }
            },
            (Tile::Line(line), _) => html! { td class=[class(line.meaning)] { (self.line(line, SHORT_IN_TABLE)) } },
            (Tile::Stale(line), _) => {
                html! { td class="figure stale" { span { (self.line(line, SHORT_IN_TABLE)) " !" } } }
            }
            (Tile::Mark(mark, word), _) => html! {
                td class="narrow" { (sign(*mark)) span class="unseen" { (word) } }
            },
            (Tile::Level(level, of), _) => html! {
                td class={ "narrow " (shade(*level, *of)) } { (Tile::numeral(*level)) }
            },
        }
    }

    /// What names a row; a link to its file, where it has one.
    fn named<'b>(&'b self, line: &'b Line<'_>, file: Option<&str>) -> impl Render + 'b {
        let named = html! { (self.line(line, SHORT_IN_TABLE)) };
        match file {
            Some(file) if line.meaning == Meaning::Title => html! { a href=(link::beside(file)) { (named) } },
            _ => named,
        }
    }
}

/// The shade of a level: the darker, the nearer to the highest.
fn shade(level: Option<Level>, of: Level) -> String {
    let Some(level) = level else { return "none".to_owned() };
    let (level, of) = (u16::from(level.get()), u16::from(of.get().max(1)));
    format!("shade-{}", (level * u16::from(SHADES)).div_ceil(of).min(u16::from(SHADES)))
}
