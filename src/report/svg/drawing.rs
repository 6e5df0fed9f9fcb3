//! What a page draws as one SVG file: its titles, the trend, the courses, and marks under dates. Whatever shows it needs no style
//! sheet and no fonts beside it.

use maud::{Markup, PreEscaped, html};

use super::{SPARK, spark_parts, trend_parts};
use crate::history::History;
use crate::i18n::Lang;
use crate::page::document::{Block, Document, Line, Mark, Sparkline, Timeline};
use crate::style::Meaning;
use crate::text;

/// How wide it is, and where it begins at the left.
const ACROSS: usize = 960;
const LEFT: usize = 20;
/// The cells of a line of small letters across it, and the units of one.
const CELLS: usize = 126;
const CELL: usize = 7;
/// From one line to the next.
const LINE: usize = 22;
/// The cells of a name, and the units that it takes.
const NAME: usize = 42;
const BESIDE: usize = LEFT + (NAME + 1) * CELL;

const STYLE: &str = "\
svg { --paper: #ffffff; --ink: #1b1f24; --muted: #57606a; --line: #c9d1d9; --met: #1a6b3c; --begun: #8a5a00; --blocked: #a4262c;
  font: 13px system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
@media (prefers-color-scheme: dark) {
  svg { --paper: #14171a; --ink: #e6e9ec; --muted: #a4adb6; --line: #3d444d; --met: #6bd08f; --begun: #e3b04b; --blocked: #ff8f88; } }
.paper { fill: var(--paper); } text { fill: var(--ink); } .h1 { font-size: 22px; font-weight: 700; } .h2 { font-size: 16px; font-weight: 700; }
.over { font-weight: 700; } .axis, .muted { fill: var(--muted); } .axis { font-size: 12px; } .met { fill: var(--met); } .begun { fill: var(--begun); }
.blocked { fill: var(--blocked); } .ring, .rule { fill: none; stroke: var(--line); } .dot { fill: var(--met); stroke: var(--paper); }
.course { fill: none; stroke: var(--met); stroke-width: 2; } .way { stroke: var(--begun); stroke-width: 5; stroke-dasharray: 3 2; }
.target { stroke: var(--ink); stroke-dasharray: 5 4; }";

/// The drawings of a page as one file, with a line feed at its end.
pub fn drawing(document: &Document<'_>, lang: Lang) -> String {
    let mut draw = Draw { lang, down: 14, parts: Vec::new() };
    let is_title = |block: &Block<'_>| matches!(block, Block::Heading(heading) if heading.depth > 1);
    let is_drawn = |block: &Block<'_>| !matches!(block, Block::Heading(_)) && Draw::draws(block);
    for part in document.blocks.chunk_by(|_, next| !is_title(next)) {
        // A title over what is not drawn says nothing.
        if part.first().is_some_and(|first| !is_title(first)) || part.iter().any(is_drawn) {
            for block in part {
                draw.block(block);
            }
        }
    }
    let title = document.blocks.iter().find_map(|block| match block {
        Block::Heading(heading) if heading.depth == 1 => Some(heading.line.plain(lang)),
        _ => None,
    });
    let down = draw.down + 14;
    let whole = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(ACROSS) height=(down) viewBox={ "0 0 " (ACROSS) " " (down) } role="img" lang=(lang.html()) {
            title { (title.unwrap_or_default()) }
            style { (PreEscaped(STYLE)) }
            rect class="paper" width=(ACROSS) height=(down) {}
            @for part in &draw.parts { (part) }
        }
    };
    whole.into_string() + "\n"
}

struct Draw {
    lang: Lang,
    /// Where the next line goes.
    down: usize,
    parts: Vec<Markup>,
}

impl Draw {
    /// Whether a block is drawn.
    const fn draws(block: &Block<'_>) -> bool {
        matches!(block, Block::Heading(_) | Block::Prose(_) | Block::Trend(_) | Block::Courses(..) | Block::Timeline(_))
    }

    fn block(&mut self, block: &Block<'_>) {
        match block {
            Block::Heading(heading) if heading.depth == 1 => self.title("h1", &heading.line, 30, 46),
            Block::Heading(heading) => self.title("h2", &heading.line, 40, 64),
            Block::Prose(line) => self.words(line),
            Block::Trend(course) => {
                let (parts, _, down) = trend_parts(*course, self.lang);
                self.at(&parts, LEFT, self.down + 6);
                self.down += down + 10;
            }
            Block::Courses(history, courses) => courses.iter().for_each(|course| self.course(history, course)),
            Block::Timeline(timeline) => self.timeline(timeline),
            // What a table and a list say is for those who read; this is to be looked at.
            Block::Facts(_)
            | Block::Table(_)
            | Block::Board(_)
            | Block::Items(_)
            | Block::Bars(_)
            | Block::Chain(_)
            | Block::Ladder(_)
            | Block::Masthead(_)
            | Block::Front(_)
            | Block::Beside(_)
            | Block::ToSign(_)
            | Block::Verbatim(_)
            | Block::Only(..)
            | Block::Space => {}
        }
    }

    /// Parts that are drawn from another corner.
    fn at(&mut self, parts: &Markup, x: usize, y: usize) {
        self.parts.push(html! { g transform={ "translate(" (x) " " (y) ")" } { (parts) } });
    }

    fn text(&mut self, class: &str, x: usize, down: usize, said: &str) {
        self.parts.push(html! { text class=(class) x=(x) y=(self.down + down) { (said) } });
    }

    fn title(&mut self, class: &str, line: &Line<'_>, base: usize, height: usize) {
        let cells = if class == "h1" { CELLS * 13 / 22 } else { CELLS * 13 / 16 };
        let said = text::truncate(&line.plain(self.lang), cells).into_owned();
        let down = self.down;
        self.down = down + base - 14;
        self.text(class, LEFT, 0, &said);
        self.down = down + height - 24;
    }

    fn words(&mut self, line: &Line<'_>) {
        let class = class(line.meaning);
        for said in text::wrap(&line.plain(self.lang), CELLS) {
            self.text(class, LEFT, 16, &said);
            self.down += LINE;
        }
    }

    fn course(&mut self, history: &History, course: &Sparkline<'_>) {
        self.mark(course.mark, LEFT + CELL, 22);
        let name = text::truncate(&course.line.plain(self.lang), NAME - 3).into_owned();
        self.text("", LEFT + 3 * CELL, 22, &name);
        self.at(&spark_parts(history, course), BESIDE, self.down);
        let beside = BESIDE + SPARK.0 + 2 * CELL;
        let said = text::truncate(&course.last.plain(self.lang), (ACROSS - beside) / CELL).into_owned();
        self.text("", beside, 22, &said);
        self.down += LINE + LINE / 2;
    }

    fn mark(&mut self, (sign, meaning): Mark, x: usize, down: usize) {
        self.parts
            .push(html! { text class=(class(meaning)) x=(x) y=(self.down + down) text-anchor="middle" { (sign) } });
    }

    fn timeline(&mut self, timeline: &Timeline<'_>) {
        let (from, cut) = timeline.from(Timeline::ON_PAPER, self.lang);
        if let Some(line) = cut {
            self.words(&line);
        }
        let step = (ACROSS - BESIDE - LEFT) / Timeline::ON_PAPER;
        let place = |nth: usize| BESIDE + step * nth + step / 2;
        for (nth, date) in timeline.dates.iter().skip(from).enumerate() {
            let (x, day) = (place(nth), format!("{:02}-{:02}", date.month(), date.day()));
            self.parts.push(html! {
                text class="axis" x=(x) y=(self.down + 14) text-anchor="middle" { (format!("{:04}", date.year())) }
                text class="axis" x=(x) y=(self.down + 28) text-anchor="middle" { (day) }
            });
        }
        self.down += 34;
        for row in &timeline.rows {
            let class = if row.over { "over" } else { "" };
            let indent = if row.over { 0 } else { 2 * CELL };
            let name = text::truncate(&row.line.plain(self.lang), NAME - 2).into_owned();
            self.parts.push(html! { line class="rule" x1=(LEFT) y1=(self.down) x2=(ACROSS - LEFT) y2=(self.down) {} });
            self.text(class, LEFT + indent, 16, &name);
            for (nth, (mark, _)) in row.at.iter().skip(from).enumerate() {
                self.mark(*mark, place(nth), 16);
            }
            self.down += LINE;
            if !row.more.is_empty() {
                let said = text::truncate(&row.more.plain(self.lang), CELLS).into_owned();
                self.text(self::class(row.more.meaning), LEFT + 4 * CELL, 12, &said);
                self.down += LINE;
            }
        }
        self.down += LINE / 2;
    }
}

const fn class(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Met => "met",
        Meaning::Partial | Meaning::Warning => "begun",
        Meaning::Blocked | Meaning::Error => "blocked",
        Meaning::Muted => "muted",
        Meaning::Title => "over",
        Meaning::Body | Meaning::Selected | Meaning::Match | Meaning::Key => "",
    }
}
