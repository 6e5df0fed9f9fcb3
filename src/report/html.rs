//! A page as one HTML file with everything in it: for a browser, light or dark, and for paper.
//!
//! No script, nothing from elsewhere, and the page forbids both to itself. What users wrote is escaped by construction,
//! and set apart in its direction of writing.

use std::fmt::Write as _;

use jiff::civil::Date;
use maud::{DOCTYPE, Markup, PreEscaped, Render, html};

use super::{link, svg};
use crate::i18n::{Lang, say};
use crate::model::Status;
use crate::page::comparison::Compared;
use crate::page::document::{
    Bar, Block, Cell, Document, Facts, Heading, Item, Items, Kind, Line, Link, Mark, Masthead, Medium, Row, Rung, Set,
    Span, Table, Voice,
};
use crate::page::trend::Trend;
use crate::scorecard::Scorecard;
use crate::style::Meaning;
use crate::text::{one_line, truncate, width};

mod timeline;

mod board;

const STYLE: &str = include_str!("html/style.css");

/// The most cells that a part of a sentence may have which stays on one line, on the narrowest screen too.
const SHORT: usize = 28;
/// The same of words in a table, which has less room.
const SHORT_IN_TABLE: usize = 12;
/// The same of words with what somebody wrote, which may be in the widest letters that there are.
const SHORT_OF_THEIRS: usize = 20;
/// The same in the title of the page, which is larger.
const SHORT_IN_TITLE: usize = 15;
/// From this number of columns on a row of a table becomes a list on a narrow screen.
const MANY: usize = 4;
/// The cells of a team's name at the foot of a printed page.
const FOOT: usize = 24;

/// The size of a printed page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageSize {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

/// What stands around a page.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What the browser calls it.
    pub title: String,
    /// Whose it is and of when, at the foot of every printed page.
    pub foot: String,
    /// Whether it is of a draft, which every printed page says.
    pub status: Status,
    /// How to skip what stands before it.
    pub skip: &'static str,
    /// What it is called where that leads to.
    pub anchor: &'static str,
    /// Its paper; without one, who prints it chooses.
    pub size: Option<PageSize>,
    /// Whether it is wider than high.
    pub landscape: bool,
}

/// The scorecard `document` of `card`. Without a size, who prints it chooses the paper.
pub fn scorecard(document: &Document<'_>, card: &Scorecard, size: Option<PageSize>, lang: Lang) -> String {
    let assessment = &card.assessment;
    let team = one_line(&assessment.team);
    let frame = Frame {
        title: say::titled(lang, say::scorecard(lang), &team, assessment.date),
        foot: format!("{} · {}", truncate(&team, FOOT), assessment.date),
        status: assessment.status,
        skip: say::skip(lang),
        anchor: "scorecard",
        size,
        landscape: false,
    };
    page(document, &frame, lang)
}

/// What differs between two assessments. Without a size, who prints it chooses the paper.
pub fn comparison(document: &Document<'_>, of: Compared<'_>, size: Option<PageSize>, lang: Lang) -> String {
    let (old, new) = (&of.old.assessment, &of.new.assessment);
    let team = one_line(&new.team);
    let frame = Frame {
        title: say::titled(lang, say::comparison(lang), &team, new.date),
        foot: format!("{} · {}", truncate(&team, FOOT), say::from_to(lang, old.date, new.date)),
        status: new.status,
        skip: say::skip_to_changes(lang),
        anchor: "changes",
        size,
        landscape: false,
    };
    page(document, &frame, lang)
}

/// A team over time. Without a size, who prints it chooses the paper.
pub fn trend(document: &Document<'_>, of: Trend<'_>, size: Option<PageSize>, lang: Lang) -> String {
    let team = one_line(of.team);
    let newest = of.history.points.last();
    let date = newest.map(|point| point.date.to_string()).unwrap_or_default();
    let frame = Frame {
        title: say::titled(lang, say::over_time(lang), &team, &date),
        foot: format!("{} · {date}", truncate(&team, FOOT)),
        status: newest.map_or(Status::Final, |point| point.status),
        skip: say::skip_to_history(lang),
        anchor: "history",
        size,
        landscape: false,
    };
    page(document, &frame, lang)
}

/// Many teams on a day; it lies across, on whatever paper.
pub fn portfolio(document: &Document<'_>, at: Date, lang: Lang) -> String {
    let named = format!("{} · {at}", say::portfolio(lang));
    let frame = Frame {
        title: named.clone(),
        foot: named,
        status: Status::Final,
        skip: say::skip_to_teams(lang),
        anchor: "teams",
        size: None,
        landscape: true,
    };
    page(document, &frame, lang)
}

/// A page as a file.
pub fn page(document: &Document<'_>, frame: &Frame, lang: Lang) -> String {
    let begins = |block: &Block<'_>| matches!(block, Block::Heading(heading) if heading.depth == 2);
    let body = document.blocks.iter().position(begins).unwrap_or(document.blocks.len());
    let (front, body) = document.blocks.split_at(body);
    let sections: Vec<&[Block<'_>]> = body.chunk_by(|_, next| !begins(next)).collect();
    let page = Page { lang };
    let whole = html! {
        (DOCTYPE)
        html lang=(lang.html()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (frame.title) }
                style {
                    (PreEscaped(STYLE))
                    @if document.blocks.iter().any(|block| matches!(block, Block::Board(_))) { (PreEscaped(board::STYLE)) }
                    (PreEscaped(printed_page(frame, lang)))
                }
            }
            body {
                a class="skip" href={ "#" (frame.anchor) } { (frame.skip) }
                @if sections.is_empty() {
                    main id=(frame.anchor) { (page.blocks(front, "")) }
                } @else {
                    header { (page.blocks(front, "")) }
                    (page.contents(&sections))
                    main id=(frame.anchor) { @for section in &sections { (page.section(section)) } }
                }
            }
        }
    };
    whole.into_string() + "\n"
}

/// The rule of printed pages: their size, and in their margins whose they are, of when, their numbers, and that a draft is one.
fn printed_page(frame: &Frame, lang: Lang) -> String {
    let size = match frame.size {
        _ if frame.landscape => "size: landscape; ",
        Some(PageSize::A4) => "size: A4; ",
        Some(PageSize::Letter) => "size: letter; ",
        // A page that has a size of its own keeps browsers from offering their papers.
        None => "",
    };
    let margin = if frame.landscape { "8mm 10mm 12mm" } else { "16mm 14mm 18mm" };
    let foot = string(&frame.foot);
    let draft = match frame.status {
        Status::Draft => {
            let term = Status::Draft.term(lang).to_uppercase();
            format!("@top-right {{ content: {}; font: bold 9pt sans-serif; }} ", string(&term))
        }
        Status::Final => String::new(),
    };
    let number = say::page_of(lang, "\" counter(page) \"", "\" counter(pages) \"");
    format!(
        "@page {{ {size}margin: {margin}; {draft}@bottom-right {{ content: \"{number}\"; font: 8.5pt sans-serif; }} @bottom-left {{ content: {foot}; font: 8.5pt sans-serif; }} }}"
    )
}

/// `text` as a string of a style sheet: whatever is no letter or digit is written by its number, so that nothing ends it.
fn string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        if c.is_alphanumeric() {
            quoted.push(c);
        } else {
            // Writing to a string does not fail.
            let _ = write!(quoted, "\\{:x} ", u32::from(c));
        }
    }
    quoted + "\""
}

struct Page {
    lang: Lang,
}

impl Page {
    /// The ways into the page.
    fn contents(&self, sections: &[&[Block<'_>]]) -> Markup {
        let places: Vec<(&str, String)> = sections
            .iter()
            .filter_map(|section| match section.first() {
                Some(Block::Heading(Heading { anchor: Some(anchor), short, line, .. })) => {
                    Some((&**anchor, short.map_or_else(|| line.plain(self.lang), str::to_owned)))
                }
                _ => None,
            })
            .collect();
        html! {
            @if !places.is_empty() {
                nav aria-label=(say::contents(self.lang)) {
                    ul { @for (anchor, title) in places { li { a href={ "#" (anchor) } { (title) } } } }
                    @for section in sections { (self.within(section)) }
                }
            }
        }
    }

    /// The ways to what is in a section, such as its areas, those in others further in.
    fn within(&self, section: &[Block<'_>]) -> Markup {
        let places: Vec<(u8, &str, &Line<'_>)> = section
            .iter()
            .skip(1)
            .filter_map(|block| match block {
                Block::Heading(Heading { anchor: Some(anchor), depth, line, .. }) => Some((*depth, &**anchor, line)),
                _ => None,
            })
            .collect();
        html! {
            @if !places.is_empty() {
                ul class="within" {
                    @for (depth, anchor, line) in places {
                        li class={ "depth-" (depth) } { a href={ "#" (anchor) } { (self.line(line, usize::MAX)) } }
                    }
                }
            }
        }
    }

    /// A heading and what is under it.
    fn section(&self, blocks: &[Block<'_>]) -> Markup {
        let anchor = match blocks.first() {
            Some(Block::Heading(heading)) => heading.anchor.as_deref(),
            _ => None,
        };
        html! { section aria-labelledby=[anchor] { (self.blocks(blocks, anchor.unwrap_or_default())) } }
    }

    /// Blocks in the section `anchor`.
    fn blocks<'b>(&'b self, blocks: &'b [Block<'_>], anchor: &'b str) -> impl Render + 'b {
        Written(move |out: &mut String| blocks.iter().for_each(|block| self.block(block, anchor).render_to(out)))
    }

    fn block(&self, block: &Block<'_>, anchor: &str) -> Markup {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Prose(line) => html! {
                @let lead = line.meaning == Meaning::Title;
                p class=[class(line.meaning).or(lead.then_some("lead"))] dir=[direction(line)] { (self.line(line, SHORT)) }
            },
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Board(board) => self.board(board),
            Block::Items(items) => self.items(items),
            Block::Bars(bars) => self.bars(bars),
            Block::Chain(links) => self.chain(links),
            Block::Ladder(rungs) => self.ladder(rungs),
            Block::Trend(course) => svg::trend(*course, self.lang),
            Block::Masthead(masthead) => self.masthead(masthead),
            Block::Front(blocks) => html! { div class="front" { (self.blocks(blocks, anchor)) } },
            Block::Beside(parts) => html! {
                div class="beside" { @for part in parts { div { (self.blocks(part, anchor)) } } }
            },
            Block::ToSign(labels) => html! {
                p class="sign-here" { @for label in labels { span { (label) } } }
            },
            Block::Verbatim(line) => html! { pre { (line.plain(self.lang)) } },
            Block::Only(Medium::Written, blocks) => html! { (self.blocks(blocks, anchor)) },
            // The scorecard does not draw the courses of metrics, and has no use for pauses.
            Block::Courses(history, courses) => self.courses(history, courses),
            Block::Timeline(timeline) => self.timeline(timeline, anchor),
            Block::Only(Medium::Terminal, _) | Block::Space => html! {},
        }
    }

    /// Whose page it is, and what it says first.
    fn masthead(&self, masthead: &Masthead<'_>) -> Markup {
        html! {
            p class="kind" { (self.line(&masthead.kind, SHORT)) }
            div class="masthead" {
                h1 { (self.line(&masthead.of, usize::MAX)) }
                p class="when" { (self.line(&masthead.when, SHORT)) " " strong class="status" { (self.line(&masthead.status, SHORT)) } }
            }
            div class="masthead" {
                h2 class="level" id="level" { (self.line(&masthead.first, usize::MAX)) }
                p class="more" { (self.line(&masthead.more, SHORT)) }
            }
        }
    }

    /// The levels, the highest on top.
    fn ladder(&self, rungs: &[Rung<'_>]) -> Markup {
        html! {
            ul class="ladder" {
                @for rung in rungs.iter().rev() {
                    @let class = match (rung.here, rung.achieved) {
                        (true, _) => "here",
                        (false, true) => "passed",
                        (false, false) => "above",
                    };
                    li class=(class) {
                        span class="rung" { @if let Some(mark) = rung.bar.mark { (sign(mark)) } span { (self.line(&rung.bar.line, SHORT)) } }
                        @if let Some(percent) = rung.bar.percent {
                            (svg::bar(percent, false))
                            span class="number" { (say::percent(self.lang, percent)) }
                        }
                        span class="counts" { (self.line(&rung.bar.more, SHORT)) }
                    }
                }
            }
        }
    }

    fn heading(&self, heading: &Heading<'_>) -> Markup {
        let short = if heading.depth == 1 { SHORT_IN_TITLE } else { usize::MAX };
        let line = html! { (self.line(&heading.line, short)) };
        match (heading.depth, heading.anchor.as_deref()) {
            (1, _) => html! { h1 { (line) } },
            // What the page is read for.
            (2, Some("level")) => html! { h2 class="level" id="level" { (line) } },
            (2, anchor) => html! { h2 id=[anchor] { (line) } },
            (3, anchor) => html! { h3 id=[anchor] { (line) } },
            (4, anchor) => html! { h4 id=[anchor] { (line) } },
            (5, anchor) => html! { h5 id=[anchor] { (line) } },
            (_, anchor) => html! { h6 id=[anchor] { (line) } },
        }
    }

    fn facts(&self, facts: &Facts<'_>) -> Markup {
        // What has one label stands under it once.
        let groups = facts.all.chunk_by(|one, next| *one.label == *next.label);
        html! {
            @if !facts.all.is_empty() {
                dl class="facts" {
                    @for group in groups {
                        @for fact in group.iter().take(1) { dt { (&*fact.label) } }
                        @for fact in group {
                            @let note = fact.value.spans().iter().any(|span| span.text.contains('\n'));
                            dd class=[note.then_some("note").or(class(fact.value.meaning))] dir=[direction(&fact.value)] {
                                (self.line(&fact.value, SHORT))
                            }
                        }
                    }
                }
            }
        }
    }

    fn items(&self, items: &Items<'_>) -> Markup {
        let marked = items.all.iter().any(|item| item.mark.is_some());
        html! {
            @if items.all.is_empty() {}
            @else if items.set == Set::Numbered { ol class="first" { @for item in &items.all { (self.item(item)) } } }
            @else { ul class=[marked.then_some("signs")] { @for item in &items.all { (self.item(item)) } } }
        }
    }

    fn item(&self, item: &Item<'_>) -> Markup {
        html! {
            li class=[(!item.body.is_empty()).then_some("item")] {
                @if let Some(mark) = item.mark { (sign(mark)) }
                (self.line(&item.line, SHORT))
                (self.blocks(&item.body, ""))
            }
        }
    }

    fn bars(&self, bars: &[Bar<'_>]) -> Markup {
        html! {
            ul class="signs" {
                @for bar in bars {
                    li {
                        @if let Some(mark) = bar.mark { (sign(mark)) }
                        (self.line(&bar.line, SHORT)) " · "
                        @if let Some(percent) = bar.percent { (say::percent(self.lang, percent)) " · " }
                        (self.line(&bar.more, SHORT))
                    }
                }
            }
        }
    }

    fn chain(&self, links: &[Link<'_>]) -> Markup {
        html! {
            ol class="chain" {
                @for link in links {
                    li {
                        (self.line(&link.line, SHORT))
                        @if let Some(words) = link.broken { " · " strong class="blocked" { (sign(("✗", Meaning::Blocked))) (words) } }
                    }
                }
            }
        }
    }

    /// A table; a row of one with many columns is a list on a narrow screen, each value behind the title of its column.
    fn table(&self, table: &Table<'_>) -> Markup {
        let many = table.columns.len() >= MANY;
        let shades = table.columns.iter().any(|column| column.kind == Kind::Shade);
        let class = if shades { Some("many shades") } else { many.then_some("many") };
        html! {
            table class=[class] {
                thead { tr { @for column in &table.columns { (self.title(column.kind, &column.title)) } } }
                tbody { @for row in &table.rows { (self.row(table, row)) } }
            }
        }
    }

    /// The title over a column; over a progress those of its two.
    fn title(&self, kind: Kind, title: &str) -> Markup {
        match kind {
            // A column of signs says what it is to those who listen.
            Kind::Mark => html! { th class="mark" scope="col" { span class="unseen" { (title) } } },
            Kind::Progress => html! {
                th class="gauge" scope="col" { (title) } th class="number" scope="col" { (say::share(self.lang)) }
            },
            Kind::Share | Kind::Shade => html! { th class="share" scope="col" { (title) } },
            Kind::Title | Kind::Words | Kind::Day | Kind::Figure => html! { th scope="col" { (title) } },
        }
    }

    fn row(&self, table: &Table<'_>, row: &Row<'_>) -> Markup {
        html! {
            tr class=[row.over.then_some("over")] {
                @for (cell, column) in row.cells.iter().zip(&table.columns) { (self.cell(cell, column.kind, &column.title)) }
            }
        }
    }

    /// A cell in the column `title`.
    fn cell(&self, cell: &Cell<'_>, kind: Kind, title: &str) -> Markup {
        // A cell without anything in it is none where rows are lists.
        let empty = matches!(cell, Cell::Line(line) if line.is_empty()).then_some("empty");
        match (cell, kind) {
            (Cell::Mark(mark), _) => html! { td class="mark" { (sign(*mark)) } },
            (Cell::Progress(percent), _) => html! {
                td class="gauge" { @if let Some(percent) = percent { (svg::bar(*percent, false)) } }
                td class="number" data-title=(title) { @if let Some(percent) = percent { (say::percent(self.lang, percent)) } }
            },
            (Cell::Share(Some(share)), Kind::Shade) => html! {
                td class={ "share shade-" (share.percent / 25) } data-title=(title) {
                    (sign(share.mark)) (say::met_of(self.lang, share.met, share.of))
                }
            },
            (Cell::Share(None), _) => html! { td class="share empty" {} },
            (Cell::Share(Some(share)), _) => html! {
                td class="share" data-title=(title) {
                    (sign(share.mark))
                    span class="nowrap" { (say::met_of(self.lang, share.met, share.of)) }
                    (svg::bar(share.percent, share.beside))
                }
            },
            (Cell::Line(line), Kind::Title) => html! { th scope="row" { (self.line(line, SHORT_IN_TABLE)) } },
            (Cell::Line(line), Kind::Day) => {
                html! { th class="nowrap" scope="row" { (self.line(line, SHORT_IN_TABLE)) } }
            }
            (Cell::Line(line), Kind::Figure) => html! {
                td class=[Some("nowrap").filter(|_| empty.is_none()).or(empty)] data-title=(title) { (self.line(line, SHORT_IN_TABLE)) }
            },
            (Cell::Line(line), _) => html! {
                td class=[empty.or(class(line.meaning))] data-title=(title) { (self.line(line, SHORT_IN_TABLE)) }
            },
        }
    }

    /// A line; a part of it that is no longer than `short` and all our own, such as a day, is not broken, nor is one in which
    /// our own words lead to somebody's, such as who it was.
    fn line<'b>(&'b self, line: &'b Line<'_>, short: usize) -> impl Render + 'b {
        let whole = move |part: &[Span<'_>]| {
            let ours = part.iter().all(|span| span.voice == Voice::Ours);
            let led = matches!(part, [first, .., last] if first.voice == Voice::Ours && last.voice == Voice::Theirs);
            let most = if ours { short } else { short.min(SHORT_OF_THEIRS) };
            short < usize::MAX
                && (ours || led)
                // No text has more cells than bytes.
                && (part.iter().map(|span| span.text.len()).sum::<usize>() <= most
                    || part.iter().map(|span| width(&span.text)).sum::<usize>() <= most)
        };
        Written(move |out: &mut String| {
            for (nth, part) in line.parts().enumerate() {
                if nth > 0 {
                    out.push_str(line.joint.between(self.lang));
                }
                let (before, after) = if whole(part) { ("<span class=\"nowrap\">", "</span>") } else { ("", "") };
                out.push_str(before);
                for span in part {
                    piece(out, span, line.meaning);
                }
                out.push_str(after);
            }
        })
    }
}

/// What is written right where it stands: a long page would otherwise be copied once for everything that it stands in.
struct Written<F>(F);

impl<F: Fn(&mut String)> Render for Written<F> {
    fn render_to(&self, out: &mut String) {
        (self.0)(out);
    }
}

/// A piece of a line, in its voice.
fn piece(out: &mut String, span: &Span<'_>, around: Meaning) {
    let words = &*span.text;
    let own = span.meaning.filter(|meaning| *meaning != around);
    let end = match own.map(|meaning| (meaning, class(meaning))) {
        Some((Meaning::Title, _)) => {
            out.push_str("<strong>");
            "</strong>"
        }
        Some((_, Some(class))) => {
            out.extend(["<span class=\"", class, "\">"]);
            "</span>"
        }
        Some((_, None)) | None => "",
    };
    let (before, after) = match span.voice {
        Voice::Ours => ("", ""),
        Voice::Theirs | Voice::Address => ("<bdi>", "</bdi>"),
        Voice::Removed => ("<del><bdi>", "</bdi></del>"),
        Voice::Added => ("<ins><bdi>", "</bdi></ins>"),
    };
    if let Some(href) = span.to.as_deref().and_then(link::web) {
        html! { a href=(href) rel="noopener noreferrer" { bdi { (words) } } }.render_to(out);
    // The reference itself is what is read, so that paper has it too.
    } else if span.voice == Voice::Address
        && let Some(link) = link::address(words)
    {
        html! { a href=(link.href()) rel="noopener noreferrer" { bdi { (words) } } }.render_to(out);
    } else {
        out.push_str(before);
        words.render_to(out);
        out.push_str(after);
    }
    out.push_str(end);
}

/// A sign with its meaning as a class, for the eye alone: beside it stand words that say the same.
fn sign((sign, meaning): Mark) -> Markup {
    html! { span class={ "sign " (class(meaning).unwrap_or("body")) } aria-hidden="true" { (sign) } }
}

const fn class(meaning: Meaning) -> Option<&'static str> {
    match meaning {
        Meaning::Met => Some("met"),
        Meaning::Partial => Some("begun"),
        Meaning::Blocked | Meaning::Error => Some("blocked"),
        Meaning::Warning => Some("warning"),
        Meaning::Muted => Some("muted"),
        Meaning::Body | Meaning::Title | Meaning::Selected | Meaning::Match | Meaning::Key => None,
    }
}

/// What somebody wrote has the direction of its first letter; what we say has ours, whatever stands in it.
fn direction(line: &Line<'_>) -> Option<&'static str> {
    matches!(line.spans(), [span] if span.voice == Voice::Theirs).then_some("auto")
}
