//! What a page says, before anybody knows how wide it is, what colours there are, or whether it is printed.
//!
//! A page is a list of blocks. Each row and item may carry the key of the item that it speaks of, for whoever goes there
//! from the page. Text is clean by its type: what a file holds becomes part of a page only by being cleaned.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::history::{History, Point};
use crate::i18n::{Lang, say};
use crate::model::{Id, Key, Level};
use crate::style::Meaning;

pub use super::board::{Board, Lot, Slot, Tile};
pub use super::line::{Clean, Joint, Line, Span, Voice, quote};

/// A whole page.
#[derive(Clone, Debug, Default)]
pub struct Document<'a> {
    /// What it says, from the top.
    pub blocks: Vec<Block<'a>>,
}

/// A part of a page.
#[derive(Clone, Debug)]
pub enum Block<'a> {
    /// A title over what follows, up to the next one that is not deeper.
    Heading(Heading<'a>),
    /// A paragraph; a line feed in it is kept.
    Prose(Line<'a>),
    /// Values behind their labels.
    Facts(Facts<'a>),
    /// Rows under column titles.
    Table(Table<'a>),
    /// Rows with many narrow columns.
    Board(Board<'a>),
    /// A list.
    Items(Items<'a>),
    /// How far levels, areas or roles have come.
    Bars(Vec<Bar<'a>>),
    /// Steps that lead to each other, up to the broken one.
    Chain(Vec<Link<'a>>),
    /// The levels as rungs, the lowest first.
    Ladder(Vec<Rung<'a>>),
    /// The level over time.
    Trend(Course<'a>),
    /// Whose page it is, and what it says first.
    Masthead(Box<Masthead<'a>>),
    /// What stands alone: nothing else is on the same sheet of paper.
    Front(Vec<Block<'a>>),
    /// Parts beside each other where there is room for that, else one under the other.
    Beside(Vec<Vec<Block<'a>>>),
    /// Labels with room behind them, to be filled in by hand: for paper alone.
    ToSign(Vec<&'static str>),
    /// The courses of metrics over time, each from its lowest to its highest value.
    Courses(&'a History, Vec<Sparkline<'a>>),
    /// How things stood at each of several dates.
    Timeline(Timeline<'a>),
    /// A line that is there to be copied or searched for: it is never broken.
    Verbatim(Line<'a>),
    /// What is for one medium alone.
    Only(Medium, Vec<Block<'a>>),
    /// A pause.
    Space,
}

/// Where a page is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// At a terminal, a few lines at a time.
    Terminal,
    /// With the whole page before one: on the web, on paper, in an issue.
    Written,
}

/// A title.
#[derive(Clone, Debug)]
pub struct Heading<'a> {
    /// How deep it is, from 1 for the page's own.
    pub depth: u8,
    /// What it says; a muted one stands close to what is below it.
    pub line: Line<'a>,
    /// What it is called where something leads to it.
    pub anchor: Option<Cow<'static, str>>,
    /// What it is called in a table of contents, if not by its line.
    pub short: Option<&'static str>,
}

/// Values behind their labels.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// Whether the values stand in a column of their own, where a label that repeats is said once; a key is said each time.
    pub aligned: bool,
    /// The labels with their values.
    pub all: Vec<Fact<'a>>,
}

/// A value behind its label.
#[derive(Clone, Debug)]
pub struct Fact<'a> {
    /// The item that it speaks of.
    pub key: Option<Key>,
    /// The label.
    pub label: Clean<'a>,
    /// What it means; muted, but for keys.
    pub meaning: Meaning,
    /// The value.
    pub value: Line<'a>,
}

/// Rows under column titles.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Row<'a>>,
    /// Whether it may be wider than the page, for what stands in it must not be broken.
    pub wide: bool,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its title.
    pub title: Clean<'static>,
    /// What stands in it.
    pub kind: Kind,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Marks.
    Mark,
    /// Words that name the row, in the width that the others leave.
    Title,
    /// Words in the width that they need.
    Words,
    /// Days that name the row, never broken.
    Day,
    /// Figures, never broken.
    Figure,
    /// How far something has come.
    Progress,
    /// How many of how many are met.
    Share,
    /// The same on a shade, the darker the more.
    Shade,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The item that it speaks of.
    pub key: Option<Key>,
    /// Whether it stands over those that follow.
    pub over: bool,
    /// Its cells.
    pub cells: Vec<Cell<'a>>,
}

/// A cell of a table.
#[derive(Clone, Debug)]
pub enum Cell<'a> {
    /// A mark.
    Mark(Mark),
    /// Words or figures.
    Line(Line<'a>),
    /// Per cent; `None` where nothing applies.
    Progress(Option<u32>),
    /// How many of how many; `None` where nothing applies.
    Share(Option<Share>),
}

/// How many of how many are met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The mark that says the same.
    pub mark: Mark,
    /// How many are met.
    pub met: usize,
    /// Of how many.
    pub of: usize,
    /// How far they have come, in per cent: what is half met counts here.
    pub percent: u32,
    /// Whether it is of practices, which never decide a level: they are drawn otherwise.
    pub beside: bool,
}

/// A list.
#[derive(Clone, Debug)]
pub struct Items<'a> {
    /// How its items are set.
    pub set: Set,
    /// The items.
    pub all: Vec<Item<'a>>,
}

/// How the items of a list are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// One under the other.
    Close,
    /// With their numbers.
    Numbered,
    /// As things to do: who can tick them off gets boxes.
    Tasks,
    /// Apart from each other, for they are long.
    Apart,
    /// On one line of a terminal each, cut where that is too short: the whole of it stands elsewhere.
    Brief,
}

/// An item of a list.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// The item that it speaks of.
    pub key: Option<Key>,
    /// The area that it speaks of: what is in that folds.
    pub area: Option<Id>,
    /// Its mark.
    pub mark: Option<Mark>,
    /// What it says.
    pub line: Line<'a>,
    /// What belongs to it.
    pub body: Vec<Block<'a>>,
}

/// How far something has come.
#[derive(Clone, Debug)]
pub struct Bar<'a> {
    /// The mark of what it is about.
    pub mark: Option<Mark>,
    /// What it is about.
    pub line: Line<'a>,
    /// Per cent; `None` where nothing applies.
    pub percent: Option<u32>,
    /// The figures behind it.
    pub more: Line<'a>,
}

/// A step of a chain.
#[derive(Clone, Debug)]
pub struct Link<'a> {
    /// What it is.
    pub line: Line<'a>,
    /// What is said where the chain is broken at it.
    pub broken: Option<&'static str>,
}

/// A level as a rung of a ladder.
#[derive(Clone, Debug)]
pub struct Rung<'a> {
    /// What it is called, how far it has come, and whether it is achieved.
    pub bar: Bar<'a>,
    /// Whether it is achieved.
    pub achieved: bool,
    /// Whether the team stands on it.
    pub here: bool,
}

/// The level over time.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// Where the team stood.
    pub history: &'a History,
    /// The level that the team has set itself, to be seen beside it.
    pub target: Option<Level>,
    /// Whether there is little room: a terminal then says it in a line.
    pub brief: bool,
}

/// Whose page it is, and what it says first.
#[derive(Clone, Debug)]
pub struct Masthead<'a> {
    /// What kind of page it is.
    pub kind: Line<'a>,
    /// Whose it is.
    pub of: Line<'a>,
    /// Of when.
    pub when: Line<'a>,
    /// Whether it is a draft or final.
    pub status: Line<'a>,
    /// What it says first.
    pub first: Line<'a>,
    /// What goes with that.
    pub more: Line<'a>,
}

/// The course of a metric.
#[derive(Clone, Debug)]
pub struct Sparkline<'a> {
    /// How it stands.
    pub mark: Mark,
    /// What it is.
    pub line: Line<'a>,
    /// Its value at each point; `None` where it has none.
    pub values: Vec<Option<f64>>,
    /// The value that it is held against.
    pub target: Option<f64>,
    /// Its first and its last value, and how it stands.
    pub last: Line<'a>,
}

/// How things stood at each of several dates.
#[derive(Clone, Debug)]
pub struct Timeline<'a> {
    /// What they are.
    pub what: &'static str,
    /// The dates, the first first.
    pub dates: Vec<Date>,
    /// The things.
    pub rows: Vec<Across<'a>>,
}

/// How a thing stood over time.
#[derive(Clone, Debug)]
pub struct Across<'a> {
    /// The item that it speaks of.
    pub key: Option<Key>,
    /// Whether it stands over those that follow.
    pub over: bool,
    /// What it is.
    pub line: Line<'a>,
    /// Its mark at each date, and the word for it.
    pub at: Vec<(Mark, &'a str)>,
    /// What there is to say of its turns.
    pub more: Line<'a>,
}

impl<'a> Timeline<'a> {
    /// The most dates that stand beside each other on a sheet of paper.
    pub const ON_PAPER: usize = 12;

    /// From which date on there is room, where `most` of them stand beside each other; and the sentence that says so.
    pub fn from(&self, most: usize, lang: Lang) -> (usize, Option<Line<'a>>) {
        let all = self.dates.len();
        let from = all.saturating_sub(most);
        (from, (from > 0).then(|| Line::ours(say::last_of(lang, all - from, all)).meaning(Meaning::Muted)))
    }
}

/// A sign and what it means.
pub type Mark = (&'static str, Meaning);

impl<'a> Document<'a> {
    /// Adds a block.
    pub fn push(&mut self, block: impl Into<Block<'a>>) {
        self.blocks.push(block.into());
    }

    /// Adds a title of depth 1 or deeper.
    pub fn heading(&mut self, depth: u8, line: Line<'a>) {
        self.push(Heading { depth, line, anchor: None, short: None });
    }

    /// Adds the title of a section of the page, which is called `anchor` where something leads to it.
    pub fn section(&mut self, anchor: &'static str, line: Line<'a>) {
        self.push(Heading { depth: 2, line, anchor: Some(anchor.into()), short: None });
    }

    /// The same, with a shorter title for a table of contents.
    pub fn section_called(&mut self, anchor: &'static str, line: Line<'a>, short: &'static str) {
        self.push(Heading { depth: 2, line, anchor: Some(anchor.into()), short: Some(short) });
    }
}

impl Course<'_> {
    /// The most points that are said in a line.
    const SAID: usize = 6;

    /// The same in a line: the last points, one after the other.
    pub fn line(self, lang: Lang) -> Line<'static> {
        let points = &self.history.points;
        let last = points.get(points.len().saturating_sub(Self::SAID)..).unwrap_or_default();
        let point = |point: &Point| match point.progress {
            _ if point.score.is_some() => say::point_by_mean(lang, point.date, point.grade()),
            Some(progress) => say::point(lang, point.date, point.level, say::percent(lang, progress)),
            None => say::point_at_top(lang, point.date, point.level),
        };
        last.iter().map(point).fold(Line::new(Meaning::Body).joined(Joint::Arrow), Line::and_ours)
    }
}

impl<'a> Facts<'a> {
    /// Values under each other, each right behind its label.
    pub fn new(all: Vec<Fact<'a>>) -> Self {
        Self { aligned: false, all }
    }
}

impl<'a> Fact<'a> {
    /// A value behind its label.
    pub fn new(label: impl Into<Clean<'a>>, value: Line<'a>) -> Self {
        Self { key: None, label: label.into(), meaning: Meaning::Muted, value }
    }

    /// The same, speaking of an item of the checklist.
    #[must_use]
    pub fn of(self, key: Key) -> Self {
        Self { key: Some(key), ..self }
    }
}

impl<'a> Items<'a> {
    /// A list of items.
    pub fn new(all: Vec<Item<'a>>) -> Self {
        Self { set: Set::Close, all }
    }

    /// The same, set in another way.
    #[must_use]
    pub fn set(mut self, set: Set) -> Self {
        self.set = set;
        self
    }
}

impl<'a> Item<'a> {
    /// An item that says a line after a mark.
    pub fn marked(mark: Mark, line: Line<'a>) -> Self {
        Self { key: None, area: None, mark: Some(mark), line, body: Vec::new() }
    }

    /// An item that says a line.
    pub fn plain(line: Line<'a>) -> Self {
        Self { key: None, area: None, mark: None, line, body: Vec::new() }
    }

    /// The same, speaking of an item of the checklist.
    #[must_use]
    pub fn of(self, key: Key) -> Self {
        self.keyed(Some(key))
    }

    /// The same, perhaps speaking of an item of the checklist.
    #[must_use]
    pub fn keyed(mut self, key: Option<Key>) -> Self {
        self.key = key;
        self
    }

    /// The same, speaking of an area.
    #[must_use]
    pub fn in_area(self, area: Option<Id>) -> Self {
        Self { area, ..self }
    }

    /// The same with what belongs to it.
    #[must_use]
    pub fn with(mut self, body: Vec<Block<'a>>) -> Self {
        self.body = body;
        self
    }
}

impl<'a> Table<'a> {
    /// A table without rows yet.
    pub fn new(columns: &[(&'static str, Kind)]) -> Self {
        let columns = columns.iter().map(|(title, kind)| Column { title: Clean::new(title), kind: *kind }).collect();
        Self { columns, rows: Vec::new(), wide: false }
    }

    /// The same with a further column, whose title is made for it.
    #[must_use]
    pub fn column(mut self, title: String, kind: Kind) -> Self {
        self.columns.push(Column { title: title.into(), kind });
        self
    }

    /// Adds a row that speaks of no item.
    pub fn row(&mut self, cells: impl Into<Vec<Cell<'a>>>) {
        self.rows.push(Row { key: None, over: false, cells: cells.into() });
    }

    /// Adds a row that stands over those that follow.
    pub fn row_over(&mut self, cells: impl Into<Vec<Cell<'a>>>) {
        self.rows.push(Row { key: None, over: true, cells: cells.into() });
    }

    /// Adds a row that speaks of an item.
    pub fn row_of(&mut self, key: Key, cells: impl Into<Vec<Cell<'a>>>) {
        self.rows.push(Row { key: Some(key), over: false, cells: cells.into() });
    }
}

impl<'a> From<Line<'a>> for Cell<'a> {
    fn from(line: Line<'a>) -> Self {
        Self::Line(line)
    }
}

macro_rules! blocks {
    ($($variant:ident($type:ty)),+ $(,)?) => {
        $(impl<'a> From<$type> for Block<'a> {
            fn from(block: $type) -> Self {
                Self::$variant(block)
            }
        })+
    };
}

blocks!(Heading(Heading<'a>), Prose(Line<'a>), Facts(Facts<'a>), Table(Table<'a>), Board(Board<'a>), Items(Items<'a>));
