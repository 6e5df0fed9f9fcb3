//! A page in the making, for a screen or for a printer: lines of at most its width, each piece of them with a meaning.
//!
//! How a meaning looks is for whoever shows it; without that, [`Sheet::plain`] is the page.

use std::borrow::Cow;

use crate::i18n::{Lang, terms};
use crate::style::{self, Meaning};
use crate::text;

/// What stands between the parts of a sentence.
pub const DOT: &str = " · ";

/// What a page is written for.
#[derive(Clone, Copy, Debug)]
pub struct Paper {
    /// The language.
    pub lang: Lang,
    /// The most display cells that a line may have.
    pub width: usize,
    /// Whether only ASCII may be used for marks, lines and boxes.
    pub ascii: bool,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it says.
    pub text: String,
    /// What it means.
    pub meaning: Meaning,
}

impl Piece {
    /// A piece.
    pub fn new(text: impl Into<String>, meaning: Meaning) -> Self {
        Self { text: text.into(), meaning }
    }
}

/// Lines that fit their paper, without spaces at their ends.
#[derive(Clone, Debug)]
pub struct Sheet {
    paper: Paper,
    lines: Vec<Vec<Piece>>,
}

impl Sheet {
    /// An empty page.
    pub fn new(paper: Paper) -> Self {
        Self { paper, lines: Vec::new() }
    }

    /// The lines from the top.
    pub fn lines(&self) -> &[Vec<Piece>] {
        &self.lines
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

    /// What it is written for.
    pub fn paper(&self) -> Paper {
        self.paper
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.paper.lang
    }

    /// The most cells that a line may have.
    pub fn width(&self) -> usize {
        self.paper.width
    }

    /// How many lines there are.
    pub fn height(&self) -> usize {
        self.lines.len()
    }

    /// Puts the lines of another page below.
    pub fn append(&mut self, below: Self) {
        self.lines.extend(below.lines);
    }

    /// A heading, set off by a blank line.
    pub fn heading(&mut self, heading: &str) {
        self.blank();
        self.text(0, heading, Meaning::Title);
    }

    /// A blank line, unless the page begins here or the line before is blank.
    pub fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(Vec::new());
        }
    }

    /// Text, wrapped.
    pub fn text(&mut self, indent: usize, text: &str, meaning: Meaning) {
        self.hanging(indent, &[], text, meaning);
    }

    /// Text after a mark, its further lines under its first.
    pub fn marked(&mut self, indent: usize, mark: (&str, Meaning), text: &str, meaning: Meaning) {
        self.hanging(indent, &[(mark.0, mark.1), (" ", Meaning::Body)], text, meaning);
    }

    /// A value after its label, its further lines under its first.
    pub fn pair(&mut self, indent: usize, label: &str, value: &str, meaning: Meaning) {
        let colon = terms::colon(self.lang());
        self.hanging(indent, &[(label, Meaning::Muted), (colon, Meaning::Muted)], value, meaning);
    }

    /// Text after other pieces; where those leave it less than half the width, it goes under them, unless all of it fits
    /// beside them.
    pub fn hanging(&mut self, indent: usize, before: &[(&str, Meaning)], text: &str, meaning: Meaning) {
        self.words(indent, before, &self.drawn(text), meaning);
    }

    /// What somebody wrote, after other pieces: as [`Sheet::hanging`], and no character of it is changed for ASCII.
    pub fn words(&mut self, indent: usize, before: &[(&str, Meaning)], words: &str, meaning: Meaning) {
        let clean = text::sanitise(words);
        let hang = self.hang(indent, before, &clean);
        let lines = text::wrap(&clean, self.room(hang));
        let mut first = vec![Piece::new(" ".repeat(indent), Meaning::Body)];
        first.extend(before.iter().map(|(piece, meaning)| Piece::new(self.drawn(piece), *meaning)));
        if hang < taken(indent, before) {
            self.keep(std::mem::take(&mut first));
        }
        for line in lines {
            let mut pieces = if first.is_empty() {
                vec![Piece::new(" ".repeat(hang), Meaning::Body)]
            } else {
                std::mem::take(&mut first)
            };
            pieces.push(Piece::new(line, meaning));
            self.keep(pieces);
        }
    }

    /// Where the further lines of a text after other pieces begin.
    fn hang(&self, indent: usize, before: &[(&str, Meaning)], text: &str) -> usize {
        let taken = taken(indent, before);
        let beside =
            taken * 2 <= self.paper.width || !text.contains('\n') && taken + text::width(text) <= self.paper.width;
        if beside { taken } else { indent + 2 }
    }

    fn room(&self, hang: usize) -> usize {
        self.paper.width.saturating_sub(hang).max(2)
    }

    /// A list after other pieces: an item goes to the next line as a whole, if it fits into one.
    pub fn list(&mut self, indent: usize, before: &[(&str, Meaning)], items: &[impl AsRef<str>], meaning: Meaning) {
        self.flow(indent, before, items, terms::semicolon(self.lang()), meaning);
    }

    /// Parts of a sentence with dots between them, after other pieces: a part goes to the next line as a whole, if it
    /// fits into one.
    pub fn dotted(&mut self, indent: usize, before: &[(&str, Meaning)], parts: &[impl AsRef<str>], meaning: Meaning) {
        self.flow(indent, before, parts, DOT, meaning);
    }

    /// Items with something between them, which stays with the one before it. The items may be somebody's words.
    pub fn flow(
        &mut self,
        indent: usize,
        before: &[(&str, Meaning)],
        items: &[impl AsRef<str>],
        between: &str,
        meaning: Meaning,
    ) {
        let between = self.drawn(between);
        let items: Vec<String> = items.iter().map(|item| text::one_line(item.as_ref())).collect();
        let room = self.room(self.hang(indent, before, &items.join(&between)));
        self.words(indent, before, &text::flow(&items, &between, room), meaning);
    }

    /// One line of pieces; what does not fit is cut off.
    pub fn pieces(&mut self, indent: usize, pieces: &[(&str, Meaning)]) {
        let mut left = self.paper.width.saturating_sub(indent);
        let mut line = vec![Piece::new(" ".repeat(indent), Meaning::Body)];
        for (piece, meaning) in pieces {
            let clean = text::sanitise(piece).replace('\n', " ");
            let shown = text::truncate(&clean, left);
            left = left.saturating_sub(text::width(&shown));
            line.push(Piece::new(shown, *meaning));
        }
        self.put(line);
    }

    /// A finished line of the program's own.
    pub fn put(&mut self, mut line: Vec<Piece>) {
        for piece in &mut line {
            piece.text = self.drawn(&piece.text).into_owned();
        }
        self.keep(line);
    }

    /// A finished line, in which somebody's words may stand.
    pub fn keep(&mut self, mut line: Vec<Piece>) {
        while let Some(last) = line.last_mut() {
            last.text.truncate(last.text.trim_end_matches(' ').len());
            if !last.text.is_empty() {
                break;
            }
            line.pop();
        }
        line.retain(|piece| !piece.text.is_empty());
        self.lines.push(line);
    }

    /// Marks and lines of the program's own, as the paper takes them.
    pub fn drawn<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.paper.ascii { Cow::Owned(to_ascii(text)) } else { Cow::Borrowed(text) }
    }
}

/// The cells before a text.
fn taken(indent: usize, before: &[(&str, Meaning)]) -> usize {
    indent + before.iter().map(|(piece, _)| text::width(piece)).sum::<usize>()
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
