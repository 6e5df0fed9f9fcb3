//! A board as Markdown: a table, its narrow columns under their titles.

use super::{Page, push_escaped};
use crate::page::document::{Board, Lot, Slot, Tile};
use crate::report::link;
use crate::style::Meaning;

impl Page {
    /// A board with titles and rows, or nothing where there is no row.
    pub(super) fn board(&mut self, board: &Board<'_>) {
        if board.rows.is_empty() {
            return;
        }
        self.begin();
        for slot in &board.slots {
            self.text.push_str("| ");
            match slot {
                Slot::Wide(title, _) => {
                    let from = self.text.len();
                    push_escaped(&mut self.text, from, title);
                }
                Slot::Narrow(title, _) => self.inline(title, false),
            }
            self.text.push(' ');
        }
        self.text.push_str("|\n|");
        self.text.extend(std::iter::repeat_n(" --- |", board.slots.len()));
        self.text.push('\n');
        for Lot { file, tiles } in &board.rows {
            for tile in tiles {
                self.text.push_str("| ");
                self.tile(tile, file.as_deref());
                self.text.push(' ');
            }
            self.text.push_str("|\n");
        }
    }

    fn tile(&mut self, tile: &Tile<'_>, file: Option<&str>) {
        let from = self.text.len();
        match (tile, file) {
            // What names the row leads to its file.
            (Tile::Line(line), Some(file)) if line.meaning == Meaning::Title => {
                self.text.push('[');
                self.inline(line, false);
                self.text.extend(["](<", &link::beside(file), ">)"]);
            }
            (Tile::Line(line), _) => self.inline(line, true),
            (Tile::Stale(line), _) => self.inline(&line.clone().then_ours(" !"), true),
            (Tile::Mark((sign, _), _), _) => push_escaped(&mut self.text, from, sign),
            (Tile::Level(level, _), _) => push_escaped(&mut self.text, from, &Tile::numeral(*level)),
        }
    }
}
