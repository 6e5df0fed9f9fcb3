//! How much of a sheet of paper is left, by the lines that have gone on it.
//!
//! A page does not know how it is laid out, so this reckons with the smaller of the two papers and with wide letters; what is
//! left over stays blank. `tests/render` holds that it is enough.

use super::super::document::{Line, Masthead};
use crate::i18n::Lang;
use crate::text::{graphemes, width};

/// Tenths of a line on the smaller paper.
const PAGE: usize = 620;
/// Tenths of a line that a line of text takes, with what is between paragraphs.
const LINE: usize = 10;
/// The same of what stands around a row of a table.
const AROUND: usize = 4;
/// The half ems across the page, and in the column of titles of a wide table and of one that stands beside another.
const ACROSS: usize = 112;
const TITLE: usize = 50;
const BESIDE: usize = 18;
/// The fewest rows that a table has.
const FEWEST: usize = 2;

/// What is left of the page.
pub(super) struct Room {
    left: usize,
}

impl Room {
    /// A page with nothing on it but the line to be signed.
    pub(super) const fn new() -> Self {
        Self { left: PAGE - 3 * LINE }
    }

    fn take(&mut self, tenths: usize) {
        self.left = self.left.saturating_sub(tenths);
    }

    /// Takes what a paragraph needs.
    pub(super) fn text(&mut self, line: &Line<'_>, lang: Lang) {
        self.take(lines(&line.plain(lang), ACROSS - 20) * LINE + 2);
    }

    /// Takes what a title over a part of the page needs.
    pub(super) fn heading(&mut self) {
        self.take(3 * LINE);
    }

    /// Takes what the head of the page needs, whose letters are about twice as large.
    pub(super) fn masthead(&mut self, masthead: &Masthead<'_>, lang: Lang) {
        self.take(lines(&masthead.kind.plain(lang), ACROSS) * LINE);
        self.take(lines(&masthead.of.plain(lang), ACROSS * 2 / 5) * LINE * 2);
        self.take(lines(&masthead.more.plain(lang), ACROSS * 2 / 3).max(2) * LINE);
    }

    /// Takes what the ladder of levels needs, and the trend beside it.
    pub(super) fn drawing(&mut self, rungs: usize, trend: bool) {
        self.heading();
        self.take((rungs * 22).max(if trend { 110 } else { 0 }));
    }

    /// How many of the rows of those titles there is room for, `most` at most; those of a table that has others below it
    /// leave half of the room to them.
    pub(super) fn rows<'l, 'a: 'l>(
        &mut self,
        titles: impl Iterator<Item = &'l Line<'a>>,
        most: usize,
        leave: bool,
        lang: Lang,
    ) -> usize {
        // The head of the table, and that there is more.
        self.take(3 * LINE);
        let mut room = if leave { self.left / 2 } else { self.left };
        let across = if leave { TITLE } else { BESIDE };
        let mut shown = 0;
        for title in titles.take(most) {
            let tall = lines(&title.plain(lang), across) * LINE + AROUND;
            if shown >= FEWEST && tall > room {
                break;
            }
            room = room.saturating_sub(tall);
            self.take(tall);
            shown += 1;
        }
        shown
    }
}

/// The lines that a text takes across so many half ems.
fn lines(text: &str, across: usize) -> usize {
    ems(text).div_ceil(across).max(1)
}

/// How wide a text is printed, in half ems: capitals are wider than they are on a terminal.
pub(super) fn ems(text: &str) -> usize {
    let wide =
        graphemes(text).filter(|(letter, _)| letter.starts_with(|c: char| c.is_uppercase() || "mw@%&".contains(c)));
    // Three quarters of an em, of which a half is counted already.
    width(text) + wide.count() * 3 / 4
}
