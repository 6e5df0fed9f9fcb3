//! Bars: what has come how far, each with the figures behind it.

use super::styled::Styled;
use super::{Draw, Piece};
use crate::i18n::say;
use crate::page::document::Bar;
use crate::style::{Meaning, bar};
use crate::text;

/// The cells of a bar.
pub(super) const CELLS: usize = 10;

impl Draw {
    /// A bar on a line, its figures under each other; on a page that is too narrow for that, under what it is about.
    pub(super) fn bars(&mut self, bars: &[Bar<'_>], indent: usize) {
        let marked = bars.iter().any(|bar| bar.mark.is_some());
        let head = if marked { 2 } else { 0 };
        let all: Vec<(Styled, Vec<Piece>)> =
            bars.iter().map(|bar| (Styled::whole(&bar.line, self.paper), self.figures(bar))).collect();
        let widest = all.iter().map(|(title, _)| title.width()).max().unwrap_or_default();
        let figures = all.iter().map(|(_, figures)| cells(figures)).max().unwrap_or_default();
        let beside = indent + head + widest + 2 + figures <= self.paper.width;
        for (bar, (title, figures)) in bars.iter().zip(all) {
            let mut before = Vec::new();
            if let Some((sign, meaning)) = bar.mark {
                before.push(self.drawn(sign, meaning));
            }
            if marked {
                before.push(Piece::new(" ".repeat(if bar.mark.is_some() { 1 } else { 2 }), Meaning::Body));
            }
            if beside {
                let gap = " ".repeat(widest - title.width() + 2);
                let mut line = vec![Piece::new(" ".repeat(indent), Meaning::Body)];
                line.extend(before);
                line.extend(title.pieces());
                line.push(Piece::new(gap, Meaning::Body));
                line.extend(figures);
                self.keep(line);
            } else {
                self.words(indent, before, &bar.line);
                let mut line = vec![Piece::new(" ".repeat(indent + head), Meaning::Body)];
                line.extend(figures);
                self.keep(line);
            }
        }
    }

    fn figures(&self, of: &Bar<'_>) -> Vec<Piece> {
        let mut pieces = match of.percent {
            Some(percent) => {
                let mut pieces = self.progress(percent);
                pieces.push(Piece::new(format!(" {:>4}  ", say::percent(self.paper.lang, percent)), Meaning::Body));
                pieces
            }
            // Where nothing applies, there is room for words.
            None => Vec::new(),
        };
        pieces.extend(Styled::whole(&of.more, self.paper).pieces());
        pieces
    }

    /// A bar that is filled as far as something has come.
    pub(super) fn progress(&self, percent: u32) -> Vec<Piece> {
        let (full, empty) = bar(percent, CELLS);
        vec![self.drawn(&full, Meaning::Met), self.drawn(&empty, Meaning::Muted)]
    }
}

fn cells(pieces: &[Piece]) -> usize {
    pieces.iter().map(|piece| text::width(&piece.text)).sum()
}
