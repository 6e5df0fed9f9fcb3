//! Text of which every stretch has a meaning, and which keeps it when the text is broken into lines.

use super::{Paper, Piece, to_ascii};
use crate::i18n::say;
use crate::page::document::{Line, Link, Span, Voice};
use crate::style::Meaning;
use crate::text::{self, LongWords};

/// Text with what each stretch of it means.
#[derive(Clone, Debug, Default)]
pub(super) struct Styled {
    text: String,
    /// Where each stretch ends, and what it means.
    runs: Vec<(usize, Meaning)>,
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
            match span.voice {
                Voice::Ours if paper.ascii => styled.push(&to_ascii(&span.text), own(meaning)),
                Voice::Ours | Voice::Theirs | Voice::Address => styled.push(&span.text, own(meaning)),
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
                let meaning = joined.runs.last().map_or(Meaning::Body, |(_, meaning)| *meaning);
                joined.push(between, meaning);
            }
            let from = joined.text.len();
            joined.text.push_str(&part.text);
            for (end, meaning) in &part.runs {
                joined.mark(from + end, *meaning);
            }
        }
        joined
    }

    /// The text that pieces make.
    pub(super) fn of(pieces: &[Piece]) -> Self {
        let mut styled = Self::default();
        for piece in pieces {
            styled.push(&piece.text, piece.meaning);
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
        self.text.push_str(text);
        self.mark(self.text.len(), meaning);
    }

    fn mark(&mut self, end: usize, meaning: Meaning) {
        match self.runs.last_mut() {
            Some(last) if last.1 == meaning => last.0 = end,
            _ => self.runs.push((end, meaning)),
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
        let pieces = self.runs.iter().filter_map(|(end, meaning)| {
            let piece = self.text.get(std::mem::replace(&mut from, *end)..*end)?;
            Some(Piece::new(piece, *meaning))
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
        if let [(_, meaning)] = *self.runs {
            return lines.into_iter().map(|line| vec![Piece::new(line, meaning)]).collect();
        }
        let mut source = self.meanings();
        let mut now = self.runs.first().map_or(Meaning::Body, |(_, meaning)| *meaning);
        let dress = |line: String| {
            let mut pieces: Vec<Piece> = Vec::new();
            for c in line.chars() {
                // Breaking a text changes its white space alone.
                if !c.is_whitespace()
                    && let Some((_, meaning)) = source.find(|(written, _)| *written == c)
                {
                    now = meaning;
                }
                match pieces.last_mut() {
                    Some(last) if last.meaning == now => last.text.push(c),
                    _ => pieces.push(Piece::new(c, now)),
                }
            }
            pieces
        };
        lines.into_iter().map(dress).collect()
    }

    /// Every character with what it means.
    fn meanings(&self) -> impl Iterator<Item = (char, Meaning)> {
        let mut runs = self.runs.iter().peekable();
        self.text.char_indices().map(move |(at, c)| {
            while runs.next_if(|(end, _)| *end <= at).is_some() {}
            (c, runs.peek().map_or(Meaning::Body, |(_, meaning)| *meaning))
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
