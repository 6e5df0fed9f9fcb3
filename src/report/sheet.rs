//! A page laid out for a terminal or a printer: lines of at most its width, each piece of them with a meaning.
//!
//! The screens show these lines and commands print them, so both say the same. How a meaning looks is for whoever shows
//! it; without that, [`Sheet::plain`] is the page.

mod bars;
mod board;
mod chart;
mod styled;
mod table;
mod timeline;

use std::rc::Rc;

pub(super) use self::chart::sparkline;
use self::styled::Styled;
use crate::i18n::{Lang, say};
use crate::model::{Id, Key};
use crate::page::document::{Bar, Block, Document, Facts, Heading, Items, Joint, Line, Masthead, Medium, Set};
use crate::style::{self, Meaning};
use crate::text::{self, LongWords};

/// What a page is laid out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The language.
    pub lang: Lang,
    /// The most display cells that a line may have.
    pub width: usize,
    /// The most that one may have whose words must not be broken.
    pub most: usize,
    /// Whether only ASCII may be used for marks, lines and boxes.
    pub ascii: bool,
    /// What becomes of a word that is longer than its line.
    pub long_words: LongWords,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it says.
    pub text: String,
    /// What it means.
    pub meaning: Meaning,
    /// The address of the web that it is a part of.
    pub link: Option<Rc<str>>,
}

impl Piece {
    /// A piece.
    pub fn new(text: impl Into<String>, meaning: Meaning) -> Self {
        Self { text: text.into(), meaning, link: None }
    }
}

/// Lines that speak of an item of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The item.
    pub key: Key,
    /// The area that they speak of, where they do.
    pub area: Option<Id>,
    /// The first of the lines.
    pub from: usize,
    /// The line after the last.
    pub to: usize,
    /// Whether it stands in another stop.
    pub inside: bool,
}

/// Lines that fit their paper, without spaces at their ends.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    lines: Vec<Vec<Piece>>,
    stops: Vec<Stop>,
}

impl Sheet {
    /// A page laid out on paper.
    pub fn of(document: &Document<'_>, paper: Paper) -> Self {
        let mut draw = Draw { paper, sheet: Self::default(), deep: 0 };
        draw.blocks(&document.blocks, 0);
        draw.sheet
    }

    /// The lines from the top.
    pub fn lines(&self) -> &[Vec<Piece>] {
        &self.lines
    }

    /// Which lines speak of which item, from the top.
    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// How many lines there are.
    pub fn height(&self) -> usize {
        self.lines.len()
    }

    /// Puts the lines of another page below.
    pub fn append(&mut self, below: Self) {
        let from = self.height();
        self.lines.extend(below.lines);
        let stops = below.stops.into_iter();
        self.stops.extend(stops.map(|stop| Stop { from: stop.from + from, to: stop.to + from, ..stop }));
    }

    /// The same, every line that many cells further to the right.
    #[must_use]
    pub fn indented(mut self, cells: usize) -> Self {
        let filled = self.lines.iter_mut().filter(|line| cells > 0 && !line.is_empty());
        filled.for_each(|line| line.insert(0, Piece::new(" ".repeat(cells), Meaning::Body)));
        self
    }

    /// A blank line, unless the page begins here or the line before is blank.
    pub fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(Vec::new());
        }
    }

    /// The page as text, every line with a line feed.
    pub fn plain(&self) -> String {
        let mut plain = String::new();
        for line in &self.lines {
            plain.extend(line.iter().map(|piece| piece.text.as_str()));
            plain.push('\n');
        }
        plain
    }
}

/// A page in the making.
struct Draw {
    paper: Paper,
    sheet: Sheet,
    /// In how many stops.
    deep: usize,
}

impl Draw {
    fn blocks(&mut self, blocks: &[Block<'_>], indent: usize) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.heading(heading, indent),
                Block::Prose(line) => self.words(indent, Vec::new(), line),
                Block::Facts(facts) => self.facts(facts, indent),
                Block::Table(table) => self.table(table, indent),
                Block::Board(board) => self.board(board, indent),
                Block::Items(items) => self.items(items, indent),
                Block::Bars(bars) => self.bars(bars, indent),
                Block::Chain(links) => {
                    let line = styled::chain(links, self.paper);
                    self.styled(indent, Vec::new(), &line, Joint::Arrow);
                }
                Block::Trend(course) => self.trend(*course),
                Block::Ladder(rungs) => {
                    let bars: Vec<Bar<'_>> = rungs.iter().rev().map(|rung| rung.bar.clone()).collect();
                    self.bars(&bars, indent);
                }
                Block::Masthead(masthead) => self.masthead(masthead),
                Block::Beside(parts) => {
                    for part in parts.iter().filter(|part| !part.is_empty()) {
                        self.sheet.blank();
                        self.blocks(part, indent);
                    }
                }
                Block::Courses(history, courses) => self.courses(history, courses, indent),
                Block::Timeline(timeline) => self.timeline(timeline, indent),
                Block::Verbatim(line) => {
                    let whole = Styled::whole(line, self.paper);
                    self.keep(whole.pieces());
                }
                Block::Front(blocks) | Block::Only(Medium::Terminal, blocks) => self.blocks(blocks, indent),
                // Nobody signs a screen.
                Block::Only(Medium::Written, _) | Block::ToSign(_) => {}
                Block::Space => self.sheet.blank(),
            }
        }
    }

    /// Whose page it is with its date at the right, and what it says first.
    fn masthead(&mut self, masthead: &Masthead<'_>) {
        let of = Styled::whole(&masthead.of.clone().meaning(Meaning::Title), self.paper);
        let right = masthead.when.clone().and(masthead.status.clone());
        let beside = Styled::whole(&right, self.paper);
        let gap = self.paper.width.saturating_sub(of.width() + beside.width());
        if gap > 1 {
            let mut line = of.pieces();
            line.push(Piece::new(" ".repeat(gap), Meaning::Body));
            line.extend(beside.pieces());
            self.keep(line);
        } else {
            self.words(0, Vec::new(), &masthead.of.clone().meaning(Meaning::Title));
            self.words(0, Vec::new(), &right);
        }
        self.words(0, Vec::new(), &masthead.first.clone().and(masthead.more.clone()));
        self.words(0, Vec::new(), &masthead.kind.clone().meaning(Meaning::Muted));
    }

    /// A title, set off by a blank line; a muted one stands close to what is below it.
    fn heading(&mut self, heading: &Heading<'_>, indent: usize) {
        let close = heading.line.meaning == Meaning::Muted;
        if !close {
            self.sheet.blank();
        }
        let meaning = if heading.line.meaning == Meaning::Body { Meaning::Title } else { heading.line.meaning };
        self.words(indent + usize::from(close), Vec::new(), &heading.line.clone().meaning(meaning));
    }

    fn facts(&mut self, facts: &Facts<'_>, indent: usize) {
        let labels = facts.all.iter().filter(|_| facts.aligned).map(|fact| text::width(&fact.label));
        let cells = labels.max().unwrap_or_default();
        let mut before = None;
        for fact in &facts.all {
            let label = match (facts.aligned, &*fact.label) {
                (true, label) => format!(
                    "{}  ",
                    text::pad(if before == Some(label) && fact.meaning != Meaning::Key { "" } else { label }, cells)
                ),
                (false, label) => format!("{label}{}", say::colon(self.paper.lang)),
            };
            before = Some(&*fact.label);
            let stop = fact.key.as_ref().map(|key| self.begin(key, self.sheet.height()));
            self.words(indent, vec![Piece::new(label, fact.meaning)], &fact.value);
            self.end(stop);
        }
    }

    fn items(&mut self, items: &Items<'_>, indent: usize) {
        // What is set apart needs no room at its left.
        let left = indent + usize::from(items.set != Set::Apart);
        for (nth, item) in items.all.iter().enumerate() {
            if items.set == Set::Apart {
                self.sheet.blank();
            }
            let from = self.sheet.height();
            let stop = item.key.as_ref().map(|key| self.begin(key, from));
            if let Some(stop) = stop.and_then(|at| self.sheet.stops.get_mut(at)) {
                stop.area.clone_from(&item.area);
            }
            let mut before = Vec::new();
            if items.set == Set::Numbered {
                before.push(Piece::new(format!("{}. ", nth + 1), Meaning::Muted));
            }
            if let Some((sign, meaning)) = item.mark {
                before.push(self.drawn(sign, meaning));
                before.push(Piece::new(" ", Meaning::Body));
            }
            if items.set == Set::Brief {
                self.cut(left, before, &item.line);
            } else {
                self.words(left, before, &item.line);
            }
            self.blocks(&item.body, left + 2);
            self.end(stop);
        }
    }

    /// Begins the lines of an item.
    fn begin(&mut self, key: &Key, from: usize) -> usize {
        self.sheet.stops.push(Stop { key: key.clone(), area: None, from, to: from, inside: self.deep > 0 });
        self.deep += 1;
        self.sheet.stops.len() - 1
    }

    fn end(&mut self, stop: Option<usize>) {
        let Some(at) = stop else { return };
        self.deep -= 1;
        let height = self.sheet.height();
        if let Some(stop) = self.sheet.stops.get_mut(at) {
            stop.to = height;
        }
    }

    /// A line after other pieces, its further lines under its first.
    fn words(&mut self, indent: usize, before: Vec<Piece>, line: &Line<'_>) {
        let parts = Styled::parts(line, self.paper);
        self.styled(indent, before, &parts, line.joint);
    }

    /// Parts with something between them after other pieces: a part goes to the next line as a whole, if it fits into
    /// one. Where the pieces leave it less than half the width, all goes under them, unless it fits beside them.
    fn styled(&mut self, indent: usize, before: Vec<Piece>, parts: &[Styled], joint: Joint) {
        let between = self.ascii(joint.between(self.paper.lang));
        let taken = indent + before.iter().map(|piece| text::width(&piece.text)).sum::<usize>();
        let joined;
        let whole = if let [one] = parts {
            one
        } else {
            joined = Styled::joined(parts, &between);
            &joined
        };
        let fits = whole.fits(self.paper.width.saturating_sub(taken));
        let hang = if fits || taken * 2 <= self.paper.width { taken } else { indent + 2 };
        let lines = if fits {
            vec![whole.pieces()]
        } else {
            whole.wrapped(parts, &between, self.paper.width.saturating_sub(hang).max(2), self.paper.long_words)
        };
        let mut first = vec![Piece::new(" ".repeat(indent), Meaning::Body)];
        first.extend(before);
        if hang < taken {
            self.keep(std::mem::take(&mut first));
        }
        for line in lines {
            let mut pieces = std::mem::take(&mut first);
            if pieces.is_empty() {
                pieces.push(Piece::new(" ".repeat(hang), Meaning::Body));
            }
            pieces.extend(line);
            self.keep(pieces);
        }
    }

    /// A line after other pieces, cut where the page ends.
    fn cut(&mut self, indent: usize, before: Vec<Piece>, line: &Line<'_>) {
        let taken = indent + before.iter().map(|piece| text::width(&piece.text)).sum::<usize>();
        let mut pieces = vec![Piece::new(" ".repeat(indent), Meaning::Body)];
        pieces.extend(before);
        let whole = Styled::whole(line, self.paper);
        pieces.extend(whole.cut(self.paper.width.saturating_sub(taken), &self.ascii("…")));
        self.keep(pieces);
    }

    /// A finished line.
    fn keep(&mut self, mut line: Vec<Piece>) {
        while let Some(last) = line.last_mut() {
            last.text.truncate(last.text.trim_end_matches(' ').len());
            if !last.text.is_empty() {
                break;
            }
            line.pop();
        }
        line.retain(|piece| !piece.text.is_empty());
        self.sheet.lines.push(line);
    }

    /// A piece of the interface's own marks and lines, as the paper takes them.
    fn drawn(&self, text: &str, meaning: Meaning) -> Piece {
        Piece::new(self.ascii(text), meaning)
    }

    fn ascii(&self, text: &str) -> String {
        if self.paper.ascii { to_ascii(text) } else { text.to_owned() }
    }
}

/// `text` with the interface's own marks and lines in ASCII, as on the screens.
pub fn to_ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut cell = [0; 4];
    for c in text.chars() {
        plain.push_str(style::ascii(c.encode_utf8(&mut cell)));
    }
    plain
}
