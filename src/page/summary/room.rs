//! How much of a sheet of paper is left, by the lines that have gone on it; and how much of a text goes on it.
//!
//! A page does not know how it is laid out, so this reckons with the smaller of the two papers and with wide letters; what is
//! left over stays blank. `tests/render` holds that it is enough, whatever the letters.

use super::super::document::{Fact, Line, Masthead, quote};
use crate::i18n::Lang;
use crate::text::{graphemes, one_line};

/// Tenths of a line on the smaller paper.
const PAGE: usize = 670;
/// Tenths of a line that a line of text takes.
const LINE: usize = 10;
/// The same of what stands around a row of a table, and around a paragraph.
const AROUND: usize = 4;
/// Tenths of a line that the shortest table below another takes.
const BELOW: usize = 120;
/// The half ems across the page, and in the column of titles of a wide table and of one that stands beside another.
const ACROSS: usize = 112;
pub(super) const TITLE: usize = 56;
const BESIDE: usize = 16;

/// How long texts may be, in half ems, and how many there may be of them.
#[derive(Clone, Copy)]
pub(super) struct Cuts {
    /// A team's name.
    pub(super) team: usize,
    /// A title in a list of several.
    pub(super) listed: usize,
    /// A title that names a row.
    pub(super) title: usize,
    /// A title that names a row of a table beside another.
    pub(super) beside: usize,
    /// A person's name, and a value with its unit.
    pub(super) name: usize,
    /// A sentence.
    pub(super) sentence: usize,
    /// The titles in a list.
    pub(super) several: usize,
    /// The findings that are told.
    pub(super) findings: usize,
    /// The levels that are drawn, and the columns of levels and practices.
    pub(super) levels: usize,
    /// Whether there is room for drawings.
    pub(super) drawings: bool,
}

/// The first of these with which everything fits is taken; with the last it does.
pub(super) const CUTS: [Cuts; 4] = [
    Cuts {
        team: 240,
        listed: 48,
        title: 100,
        beside: 40,
        name: 28,
        sentence: 240,
        several: 4,
        findings: 2,
        levels: 4,
        drawings: true,
    },
    Cuts {
        team: 180,
        listed: 40,
        title: 90,
        beside: 32,
        name: 20,
        sentence: 180,
        several: 3,
        findings: 1,
        levels: 4,
        drawings: true,
    },
    Cuts { drawings: true, ..LAST },
    LAST,
];

const LAST: Cuts = Cuts {
    team: 100,
    listed: 26,
    title: 48,
    beside: 22,
    name: 15,
    sentence: 92,
    several: 1,
    findings: 1,
    levels: 3,
    drawings: false,
};

/// What stands in the rows of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rows {
    /// Words across the page.
    Across,
    /// Shares on their shades, across the page; of the rest only what blocks the next level has not found its room yet.
    Shares,
    /// Shares with their bars, beside another table.
    Beside,
}

/// What is left of the page.
pub(super) struct Room {
    left: usize,
    full: bool,
}

impl Room {
    /// A page with nothing on it but the line to be signed.
    pub(super) const fn new() -> Self {
        Self { left: PAGE - 4 * LINE, full: false }
    }

    /// Whether everything has found room.
    pub(super) const fn fits(&self) -> bool {
        !self.full
    }

    /// Says that something more would be worth cutting texts for.
    pub(super) const fn is_short(&mut self) {
        self.full = true;
    }

    fn take(&mut self, tenths: usize) {
        self.full |= tenths > self.left;
        self.left = self.left.saturating_sub(tenths);
    }

    /// Takes what a paragraph needs.
    pub(super) fn text(&mut self, line: &Line<'_>, lang: Lang) {
        self.take(lines(&line.plain(lang), ACROSS) * LINE + 2);
    }

    /// Takes what values behind their labels need.
    pub(super) fn facts(&mut self, facts: &[Fact<'_>], lang: Lang) {
        for fact in facts {
            self.take(lines(&fact.value.plain(lang), ACROSS - 16) * LINE + 2);
        }
    }

    /// Takes what a title over a part of the page needs.
    pub(super) fn heading(&mut self) {
        self.take(2 * LINE);
    }

    /// Takes what the head of the page needs, whose letters are about twice as large.
    pub(super) fn masthead(&mut self, masthead: &Masthead<'_>, lang: Lang) {
        let of = lines(&masthead.of.plain(lang), ACROSS / 2);
        // The date stands beside a name that leaves room for it, else under it.
        self.take(LINE + of * 2 * LINE + if of > 1 { LINE } else { 0 });
        let more = ems(&masthead.more.plain(lang));
        self.take(3 * LINE + if more * 2 > ACROSS { more.div_ceil(ACROSS * 9 / 10) * LINE } else { 0 });
    }

    /// Takes what the ladder of levels needs, and the trend beside it.
    pub(super) fn drawing<'l, 'a: 'l>(&mut self, rungs: impl Iterator<Item = &'l Line<'a>>, trend: bool, lang: Lang) {
        self.heading();
        let across = if trend { 26 } else { 2 * BESIDE + 50 };
        let rungs: usize = rungs.map(|title| (lines(&title.plain(lang), across) + 1) * LINE + AROUND).sum();
        self.take(rungs.max(if trend { 96 } else { 0 }));
    }

    /// How many of the rows of those titles there is room for, `most` at most and two at least; those of a table that has
    /// others below it leave at least half of the room to them, or where it leads as much as the shortest takes.
    pub(super) fn rows<'l, 'a: 'l>(
        &mut self,
        titles: impl Iterator<Item = &'l Line<'a>>,
        most: usize,
        kind: Rows,
        lang: Lang,
    ) -> usize {
        const FEWEST: usize = 2;
        // The head of the table, and that there is more.
        self.take(LINE * 5 / 2);
        let (mut room, across) = match kind {
            Rows::Across => ((self.left / 2).min(self.left.saturating_sub(BELOW)), TITLE),
            // Beside the shares there is less room for a title, and less for what blocks below them.
            Rows::Shares => (self.left.saturating_sub(BELOW + 2 * LINE), TITLE * 4 / 5),
            Rows::Beside => (self.left, BESIDE),
        };
        let mut shown = 0;
        for title in titles.take(most) {
            // Beside a share stands a bar below it.
            let tall =
                (lines(&title.plain(lang), across) * LINE).max(if kind == Rows::Beside { LINE * 3 / 2 } else { 0 })
                    + AROUND;
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

/// Somebody's words, cut where they are wider than `most` half ems; the sign of that is ours.
pub(super) fn cut(words: &str, most: usize) -> String {
    let words = one_line(words);
    if ems(&words) <= most {
        return quote(&words);
    }
    let mut used = 2 * EM;
    let kept: String = graphemes(&words)
        .take_while(|letter| {
            used += wide(*letter);
            used <= most * EM
        })
        .map(|(letter, _)| letter)
        .collect();
    format!("{}…", quote(kept.trim_end()))
}

/// The lines that a text takes across so many half ems. A word that has no room at the end of a line leaves some blank.
fn lines(text: &str, across: usize) -> usize {
    let ems = ems(text);
    if ems <= across { 1 } else { (ems + ems / 10).div_ceil(across) }
}

/// How wide a text is printed, in half ems.
pub(super) fn ems(text: &str) -> usize {
    graphemes(text).map(wide).sum::<usize>().div_ceil(EM)
}

/// The parts that a half em is counted in.
const EM: usize = 8;

/// How wide a letter is printed, in parts of a half em: the same cell of a terminal holds narrow ones and wide ones.
fn wide((letter, cells): (&str, usize)) -> usize {
    match letter.chars().next() {
        Some('W' | 'M' | 'm' | 'w' | '@' | '%') => 15,
        Some(c) if c.is_uppercase() => 11,
        Some('\u{1f000}'..) => 21,
        _ => (cells * 17).div_ceil(2).max(EM),
    }
}
