//! Text of which every stretch has a meaning, and which keeps it when the text is broken into lines.

use std::rc::Rc;

use super::{Paper, Piece, to_ascii};
use crate::i18n::say;
use crate::page::document::{Line, Link, Span, Voice};
use crate::report::link;
use crate::style::Meaning;
use crate::text::{self, LongWords};

/// Text with what each stretch of it means.
#[derive(Clone, Debug, Default)]
pub(super) struct Styled {
    text: String,
    /// Where each stretch ends, and what it is.
    runs: Vec<(usize, Look)>,
}

/// What a stretch of text means, and the address of the web that it is a part of.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Look {
    meaning: Meaning,
    link: Option<Rc<str>>,
}

impl Look {
    const fn of(meaning: Meaning) -> Self {
        Self { meaning, link: None }
    }

    fn on(self, text: impl Into<String>) -> Piece {
        Piece { text: text.into(), meaning: self.meaning, link: self.link }
    }
}

impl Styled {
    /// The parts of a line, as the paper takes them: what somebody wrote stays as it is.
    pub(super) fn parts(line: &Line<'_>, paper: Paper) -> Vec<Self> {
        line.parts().map(|part| Self::part(part, line.meaning, paper)).collect()
    }

    /// A line as one text.
    pub(super) fn whole(line: &Line<'_>, paper: Paper) -> Self {
        let between = line.joint.between(paper.lang);
        let between = if paper.ascii { to_ascii(between) } else { between.to_owned() };
        Self::joined(&Self::parts(line, paper), &between)
    }

    fn part(spans: &[Span<'_>], meaning: Meaning, paper: Paper) -> Self {
        let mut styled = Self::default();
        for span in spans {
            let own = |other| span.meaning.unwrap_or(other);
            let to = span.to.as_deref().and_then(link::web).map(Rc::from);
            match span.voice {
                Voice::Theirs if to.is_some() => styled.put(&span.text, Look { meaning: own(meaning), link: to }),
                Voice::Ours if paper.ascii => styled.push(&to_ascii(&span.text), own(meaning)),
                Voice::Ours | Voice::Theirs => styled.push(&span.text, own(meaning)),
                Voice::Address => {
                    let link = link::web(&span.text).map(Rc::from);
                    styled.put(&span.text, Look { meaning: own(meaning), link });
                }
                // As `git diff --word-diff` marks them.
                Voice::Removed => styled.push(&format!("[-{}-]", &*span.text), own(Meaning::Blocked)),
                Voice::Added => styled.push(&format!("{{+{}+}}", &*span.text), own(Meaning::Met)),
            }
        }
        styled
    }

    /// Parts with something between them, as one text.
    pub(super) fn joined(parts: &[Self], between: &str) -> Self {
        let mut joined = Self::default();
        for (nth, part) in parts.iter().enumerate() {
            if nth > 0 {
                let meaning = joined.runs.last().map_or(Meaning::Body, |(_, look)| look.meaning);
                joined.push(between, meaning);
            }
            let from = joined.text.len();
            joined.text.push_str(&part.text);
            for (end, look) in &part.runs {
                joined.mark(from + end, look.clone());
            }
        }
        joined
    }

    /// The text that pieces make.
    pub(super) fn of(pieces: &[Piece]) -> Self {
        let mut styled = Self::default();
        for piece in pieces {
            styled.put(&piece.text, Look { meaning: piece.meaning, link: piece.link.clone() });
        }
        styled
    }

    /// The same behind a label.
    pub(super) fn behind(&self, label: &str) -> Self {
        let mut styled = Self::default();
        styled.push(label, Meaning::Body);
        Self::joined(&[styled, self.clone()], "")
    }

    fn push(&mut self, text: &str, meaning: Meaning) {
        self.put(text, Look::of(meaning));
    }

    fn put(&mut self, text: &str, look: Look) {
        self.text.push_str(text);
        self.mark(self.text.len(), look);
    }

    fn mark(&mut self, end: usize, look: Look) {
        match self.runs.last_mut() {
            Some(last) if last.1 == look => last.0 = end,
            _ => self.runs.push((end, look)),
        }
    }

    /// What it says.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The cells of its widest line.
    pub(super) fn width(&self) -> usize {
        self.text.split('\n').map(text::width).max().unwrap_or_default()
    }

    /// Whether it is one line of at most `cells`.
    pub(super) fn fits(&self, cells: usize) -> bool {
        // No text has more cells than bytes.
        !self.text.contains('\n') && (self.text.len() <= cells || text::width(&self.text) <= cells)
    }

    /// Its pieces, on one line.
    pub(super) fn pieces(&self) -> Vec<Piece> {
        let mut from = 0;
        let pieces = self.runs.iter().filter_map(|(end, look)| {
            let piece = self.text.get(std::mem::replace(&mut from, *end)..*end)?;
            Some(look.clone().on(piece))
        });
        pieces.collect()
    }

    /// Its pieces in lines of at most `cells`, where it was joined from `parts`: a part goes to the next line as a whole, if
    /// it fits into one.
    pub(super) fn wrapped(&self, parts: &[Self], between: &str, cells: usize, long: LongWords) -> Vec<Vec<Piece>> {
        let lines = match parts {
            [] | [_] => text::wrap_with(&self.text, cells, long),
            parts => {
                let parts: Vec<String> = parts.iter().map(|part| part.text.replace('\n', " ")).collect();
                text::wrap_with(&text::flow(&parts, between, cells, long), cells, long)
            }
        };
        self.dressed(lines)
    }

    /// Its pieces on one line of at most `cells`, which ends in `more` where something was cut off.
    pub(super) fn cut(&self, cells: usize, more: &str) -> Vec<Piece> {
        let flat = self.text.replace('\n', " ");
        let shown = text::truncate(&flat, cells);
        if shown.len() == flat.len() {
            return self.pieces();
        }
        let kept = shown.trim_end_matches('…').to_owned();
        let mut pieces = self.dressed(vec![kept]).pop().unwrap_or_default();
        let meaning = pieces.last().map_or(Meaning::Body, |piece| piece.meaning);
        if cells > 0 {
            pieces.push(Piece::new(more, meaning));
        }
        pieces
    }

    /// Lines that say what it says, white space aside, with its meanings.
    fn dressed(&self, lines: Vec<String>) -> Vec<Vec<Piece>> {
        if let [(_, look)] = self.runs.as_slice() {
            return lines.into_iter().map(|line| vec![look.clone().on(line)]).collect();
        }
        let mut source = self.looks();
        let body = Look::of(Meaning::Body);
        let mut now = self.runs.first().map_or(&body, |(_, look)| look);
        let dress = |line: String| {
            let mut pieces: Vec<Piece> = Vec::new();
            for c in line.chars() {
                // Breaking a text changes its white space alone.
                if !c.is_whitespace()
                    && let Some((_, Some(look))) = source.find(|(written, _)| *written == c)
                {
                    now = look;
                }
                // There is none in an address.
                let link = now.link.as_ref().filter(|_| !c.is_whitespace());
                match pieces.last_mut() {
                    Some(last) if last.meaning == now.meaning && last.link.as_ref() == link => last.text.push(c),
                    _ => pieces.push(Piece { text: c.into(), meaning: now.meaning, link: link.cloned() }),
                }
            }
            pieces
        };
        lines.into_iter().map(dress).collect()
    }

    /// Every character with what it is.
    fn looks(&self) -> impl Iterator<Item = (char, Option<&Look>)> {
        let mut runs = self.runs.iter().peekable();
        self.text.char_indices().map(move |(at, c)| {
            while runs.next_if(|(end, _)| *end <= at).is_some() {}
            (c, runs.peek().map(|(_, look)| look))
        })
    }
}

/// The links of a chain, the broken one marked.
pub(super) fn chain(links: &[Link<'_>], paper: Paper) -> Vec<Styled> {
    let link = |link: &Link<'_>| match link.broken {
        None => Styled::whole(&link.line, paper),
        Some(words) => {
            let line = Line::ours("[✗ ").join(link.line.clone()).then_ours(say::colon(paper.lang));
            Styled::whole(&line.then_ours(words).then_ours("]"), paper)
        }
    };
    links.iter().map(link).collect()
}
