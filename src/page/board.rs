//! A board: things one under the other, and beside each of them how it stands in many narrow columns.

use super::document::{Kind, Line, Mark};
use crate::model::Level;

/// Rows that many narrow columns stand beside.
#[derive(Clone, Debug)]
pub struct Board<'a> {
    /// The columns.
    pub slots: Vec<Slot<'a>>,
    /// What the narrow ones are of, where they stand close together under one title.
    pub narrow: &'static str,
    /// The rows.
    pub rows: Vec<Lot<'a>>,
}

/// A column of a board.
#[derive(Clone, Debug)]
pub enum Slot<'a> {
    /// One with room for words or figures.
    Wide(&'static str, Kind),
    /// One that is as narrow as a mark, with its title, and the sign of one or two letters that stands for it.
    Narrow(Line<'a>, String),
}

/// A row of a board.
#[derive(Clone, Debug)]
pub struct Lot<'a> {
    /// Where what names the row leads to, a file beside the page.
    pub file: Option<String>,
    /// A cell for every column.
    pub tiles: Vec<Tile<'a>>,
}

/// A cell of a board.
#[derive(Clone, Debug)]
pub enum Tile<'a> {
    /// Words or figures.
    Line(Line<'a>),
    /// The same of something that may not be so any more.
    Stale(Line<'a>),
    /// A mark, and the word for it.
    Mark(Mark, &'a str),
    /// A level of how many; `None` where there is none to achieve.
    Level(Option<Level>, Level),
}

impl<'a> Board<'a> {
    /// A board without rows yet.
    pub const fn new(slots: Vec<Slot<'a>>, narrow: &'static str) -> Self {
        Self { slots, narrow, rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, tiles: Vec<Tile<'a>>) -> &mut Lot<'a> {
        self.rows.push_mut(Lot { file: None, tiles })
    }
}

impl Tile<'_> {
    /// The level, where it is one: none there is to achieve is a dash.
    pub(crate) fn numeral(level: Option<Level>) -> String {
        level.map_or_else(|| "–".to_owned(), |level| level.to_string())
    }
}

impl<'a> From<Line<'a>> for Tile<'a> {
    fn from(line: Line<'a>) -> Self {
        Self::Line(line)
    }
}
