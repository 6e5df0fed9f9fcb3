//! A page in the making, for a screen or for a printer: lines of at most its width, each piece of them with a meaning.
//!
//! How a meaning looks is for whoever shows it; without that, [`Sheet::plain`] is the page.

use crate::i18n::{Lang, terms};
use crate::style::{self, Meaning};
use crate::text;

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

    /// Text after other pieces; where those leave it less than half the width, it goes under them.
    pub fn hanging(&mut self, indent: usize, before: &[(&str, Meaning)], text: &str, meaning: Meaning) {
        let clean = text::sanitise(text);
        let taken: usize = before.iter().map(|(piece, _)| text::width(piece)).sum();
        let fits = (indent + taken) * 2 <= self.paper.width;
        let hang = if fits { indent + taken } else { indent + 2 };
        let lines = text::wrap(&clean, self.paper.width.saturating_sub(hang).max(2));
        let mut first = vec![Piece::new(" ".repeat(indent), Meaning::Body)];
        first.extend(before.iter().map(|(piece, meaning)| Piece::new(*piece, *meaning)));
        if !fits {
            self.put(std::mem::take(&mut first));
        }
        for line in lines {
            let mut pieces = if first.is_empty() {
                vec![Piece::new(" ".repeat(hang), Meaning::Body)]
            } else {
                std::mem::take(&mut first)
            };
            pieces.push(Piece::new(line, meaning));
            self.put(pieces);
        }
    }

    /// A list after other pieces: an item goes to the next line as a whole, if it fits into one.
    pub fn list(&mut self, indent: usize, before: &[(&str, Meaning)], items: &[String], meaning: Meaning) {
        let taken: usize = before.iter().map(|(piece, _)| text::width(piece)).sum();
        let room = self.paper.width.saturating_sub(indent + taken);
        let between = terms::semicolon(self.lang());
        let mut flowing = String::new();
        let mut used = 0;
        for (nth, item) in items.iter().enumerate() {
            let item = text::one_line(item);
            let comma = if nth + 1 < items.len() { between.trim_end() } else { "" };
            let gap = text::width(between) - text::width(between.trim_end());
            let wide = text::width(&item) + text::width(comma);
            if used > 0 && used + gap + wide > room {
                flowing.push('\n');
                used = 0;
            } else if used > 0 {
                flowing.push_str(&" ".repeat(gap));
                used += gap;
            }
            flowing.push_str(&item);
            flowing.push_str(comma);
            used += wide;
        }
        self.hanging(indent, before, &flowing, meaning);
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

    /// A finished line.
    pub fn put(&mut self, mut line: Vec<Piece>) {
        while let Some(last) = line.last_mut() {
            last.text.truncate(last.text.trim_end_matches(' ').len());
            if !last.text.is_empty() {
                break;
            }
            line.pop();
        }
        line.retain(|piece| !piece.text.is_empty());
        if self.paper.ascii {
            for piece in &mut line {
                piece.text = to_ascii(&piece.text);
            }
        }
        self.lines.push(line);
    }
}

/// `text` with the interface's own marks and lines in ASCII, as on the screens.
pub fn to_ascii(text: &str) -> String {
    let mut cell = [0; 4];
    text.chars().flat_map(|c| style::ascii(c.encode_utf8(&mut cell)).chars().collect::<Vec<_>>()).collect()
}
