//! A board in lines: a table whose narrow columns stand close together, each under its sign.

use std::ops::Range;

use super::table::Content;
use super::{Draw, Piece};
use crate::page::document::{Board, Cell, Clean, Column, Kind, Line, Slot, Table, Tile};
use crate::style::Meaning;
use crate::text;

/// Up to this number of narrow columns there is a space between two.
const FEW: usize = 12;
/// The least cells that are left for the last column where there is no frame.
const LAST: usize = 10;
/// The most that what names a row has there.
const NAME: usize = 18;

impl Draw {
    pub(super) fn board(&mut self, board: &Board<'_>, indent: usize) {
        if board.rows.is_empty() {
            return;
        }
        let all = board.slots.iter().filter(|slot| matches!(slot, Slot::Narrow(..))).count();
        // As many beside each other as there is room for; the rest below, under the same names.
        if self.has_room(&table(board, 0..all, all > 0), indent) {
            return self.table(&table(board, 0..all, all > 0), indent);
        }
        let counts: Vec<usize> = (1..=all).collect();
        let take = counts.partition_point(|take| self.has_room(&table(board, 0..*take, true), indent));
        if take == 0 {
            if !self.close(&table(board, 0..all, true), indent) {
                self.table(&table(board, 0..all, false), indent);
            }
            return;
        }
        for from in (0..all).step_by(take) {
            self.table(&table(board, from..from + take, true), indent);
        }
    }

    /// A row a line without a frame, for a page that is too narrow for one: words before the last column stand over the rows
    /// that share them, and the last is cut, for the whole of it stands elsewhere. Says whether there is room for that.
    fn close(&mut self, table: &Table<'_>, indent: usize) -> bool {
        let (rows, _) = self.columns(table, indent);
        let Some(last) = table.columns.len().checked_sub(1) else { return false };
        let shared = |at: usize| at != last && table.columns.get(at).is_some_and(|column| column.kind == Kind::Words);
        let kept: Vec<usize> = (0..last).filter(|at| !shared(*at)).collect();
        let cells: Vec<usize> = kept.iter().map(|at| wide_as(table, &rows, *at)).collect();
        let taken = indent + cells.iter().map(|cells| cells + 1).sum::<usize>();
        let left = self.paper.width.saturating_sub(taken);
        if left < LAST || table.columns.last().is_none_or(|column| column.kind != Kind::Words) {
            return false;
        }
        let mut line = vec![Piece::new(" ".repeat(indent), Meaning::Body)];
        for (at, cells) in kept.iter().zip(&cells) {
            let title = table.columns.get(*at).map_or("", |column| &*column.title);
            line.extend(Self::set(vec![Piece::new(title, Meaning::Muted)], *cells, is_figure(table, *at)));
        }
        let title = table.columns.last().map_or("", |column| &*column.title);
        line.push(Piece::new(text::truncate(title, left), Meaning::Muted));
        self.keep(line);
        let mut over = String::new();
        for row in &rows {
            let named =
                kept.iter().any(|at| !is_figure(table, *at) && row.get(*at).is_some_and(|cell| cell.whole.width() > 0));
            let heads = row.iter().enumerate().filter(|(at, _)| shared(*at)).map(|(_, cell)| cell.whole.text());
            let heads = heads.collect::<Vec<_>>().join(" · ");
            if named && heads != over {
                let said = if heads.is_empty() { "–" } else { &heads };
                let said = text::truncate(said, self.paper.width.saturating_sub(indent)).into_owned();
                self.keep(vec![Piece::new(" ".repeat(indent), Meaning::Body), Piece::new(said, Meaning::Title)]);
                over = heads;
            }
            let more = self.ascii("…");
            let mut line = vec![Piece::new(" ".repeat(indent), Meaning::Body)];
            for (at, cells) in kept.iter().zip(&cells) {
                let pieces = row.get(*at).map(|cell| cell.whole.cut(*cells, &more)).unwrap_or_default();
                line.extend(Self::set(pieces, *cells, is_figure(table, *at)));
            }
            line.extend(row.get(last).map(|cell| cell.whole.cut(left, &more)).unwrap_or_default());
            self.keep(line);
        }
        true
    }

    /// Pieces in a column, figures at its right, and the space behind it.
    fn set(mut pieces: Vec<Piece>, cells: usize, right: bool) -> Vec<Piece> {
        let taken: usize = pieces.iter().map(|piece| text::width(&piece.text)).sum();
        let gap = Piece::new(" ".repeat(cells.saturating_sub(taken)), Meaning::Body);
        pieces.insert(if right { 0 } else { pieces.len() }, gap);
        pieces.push(Piece::new(" ", Meaning::Body));
        pieces
    }
}

/// The cells of a column where there is no frame.
fn wide_as(table: &Table<'_>, rows: &[Vec<Content>], at: usize) -> usize {
    let title = table.columns.get(at).map_or(0, |column| text::width(&column.title));
    let widest = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.whole.width()).max().unwrap_or_default();
    if is_figure(table, at) { widest.max(title) } else { widest.min(NAME).max(title) }
}

fn is_figure(table: &Table<'_>, at: usize) -> bool {
    table.columns.get(at).is_some_and(|column| column.kind == Kind::Figure)
}

/// The board as a table, with some of its narrow columns, and over them their signs, where that is wanted.
fn table<'a>(board: &Board<'a>, some: Range<usize>, ruled: bool) -> Table<'a> {
    let narrow: Vec<usize> =
        (0..board.slots.len()).filter(|at| matches!(board.slots.get(*at), Some(Slot::Narrow(..)))).collect();
    let shown = narrow.get(some.start..some.end.min(narrow.len())).unwrap_or_default();
    let first = narrow.first().copied();
    let mut columns = Vec::new();
    for (at, slot) in board.slots.iter().enumerate() {
        match slot {
            Slot::Wide(title, kind) => columns.push(Column { title: Clean::new(title), kind: *kind }),
            Slot::Narrow(..) if Some(at) == first => {
                columns.push(Column { title: Clean::new(board.narrow), kind: Kind::Figure });
            }
            Slot::Narrow(..) => {}
        }
    }
    let mut table = Table { columns, rows: Vec::new(), wide: true };
    for line in ruler(board, shown).into_iter().filter(|_| ruled) {
        let cells = board.slots.iter().enumerate().filter_map(|(at, slot)| match slot {
            Slot::Wide(..) => Some(Line::new(Meaning::Muted).into()),
            Slot::Narrow(..) => (Some(at) == first).then(|| Line::ours(line.clone()).meaning(Meaning::Muted).into()),
        });
        table.row(cells.collect::<Vec<Cell<'a>>>());
    }
    for lot in &board.rows {
        let cells = lot.tiles.iter().enumerate().filter_map(|(at, tile)| match board.slots.get(at)? {
            Slot::Wide(..) => Some(wide(tile).into()),
            Slot::Narrow(..) => {
                let close = shown.iter().filter_map(|at| lot.tiles.get(*at)).enumerate();
                let space = if shown.len() > FEW { "" } else { " " };
                let line = close.fold(Line::new(Meaning::Body), |line, (nth, tile)| {
                    let line = if nth > 0 { line.then_ours(space) } else { line };
                    line.join(wide(tile))
                });
                (Some(at) == first).then(|| line.into())
            }
        });
        table.row(cells.collect::<Vec<Cell<'a>>>());
    }
    table
}

/// What a tile says where there is room for it.
fn wide<'a>(tile: &Tile<'a>) -> Line<'a> {
    match tile {
        Tile::Line(line) => line.clone(),
        Tile::Stale(line) => line.clone().then_ours(" !").meaning(Meaning::Warning),
        Tile::Mark((sign, meaning), _) => Line::ours(*sign).meaning(*meaning),
        Tile::Level(level, _) => Line::ours(Tile::numeral(*level)),
    }
}

/// The signs of narrow columns, one letter of each a line.
fn ruler(board: &Board<'_>, shown: &[usize]) -> Vec<String> {
    let signs: Vec<&str> = shown
        .iter()
        .filter_map(|at| match board.slots.get(*at)? {
            Slot::Narrow(_, sign) => Some(sign.as_str()),
            Slot::Wide(..) => None,
        })
        .collect();
    let tall = signs.iter().map(|sign| text::width(sign)).max().unwrap_or_default();
    let space = if shown.len() > FEW { "" } else { " " };
    let line = |at: usize| {
        let letters = signs.iter().map(|sign| sign.chars().nth(at).unwrap_or(' ').to_string());
        letters.collect::<Vec<_>>().join(space)
    };
    (0..tall).map(line).collect()
}
