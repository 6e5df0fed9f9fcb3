//! A page as GitHub-flavoured Markdown, for an issue, a pull request or a wiki page.
//!
//! What users wrote is escaped: it cannot open a table cell, a link, a heading or an HTML element.

use std::fmt::Write as _;

mod board;

use super::link::{address, web};
use super::sheet::sparkline;
use crate::i18n::{Lang, say};
use crate::page::document::{
    Bar, Block, Cell, Document, Facts, Items, Kind, Line, Mark, Medium, Set, Span, Table, Timeline, Voice,
};
use crate::style::{Meaning, bar};

/// A page as Markdown.
pub fn markdown(document: &Document<'_>, lang: Lang) -> String {
    let mut page = Page { lang, text: String::new(), depth: 1 };
    page.blocks(&document.blocks);
    page.text
}

struct Page {
    lang: Lang,
    text: String,
    /// How deep the last heading was.
    depth: u8,
}

impl Page {
    fn blocks(&mut self, blocks: &[Block<'_>]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.heading(heading.depth, None, &heading.line),
                Block::Prose(line) => {
                    self.begin();
                    self.inline(line, true);
                    self.text.push('\n');
                }
                Block::Table(table) => self.table(table),
                Block::Board(board) => self.board(board),
                Block::Items(items) if items.set == Set::Apart => self.apart(items),
                Block::Facts(_) | Block::Items(_) | Block::Bars(_) | Block::Ladder(_) | Block::Chain(_) => {
                    let before = self.text.len();
                    self.begin();
                    let begun = self.text.len();
                    self.nested(block, 0);
                    if self.text.len() == begun {
                        self.text.truncate(before);
                    }
                }
                Block::Verbatim(line) => {
                    self.begin();
                    // Writing to a string does not fail.
                    let _ = writeln!(self.text, "```sh\n{}\n```", line.plain(self.lang));
                }
                Block::Only(Medium::Written, blocks) | Block::Front(blocks) => self.blocks(blocks),
                Block::Beside(parts) => parts.iter().for_each(|part| self.blocks(part)),
                Block::Trend(course) => {
                    self.begin();
                    self.inline(&course.line(self.lang), true);
                    self.text.push('\n');
                }
                Block::Masthead(masthead) => {
                    let title = masthead.of.clone().and(masthead.when.clone()).and(masthead.status.clone());
                    self.heading(1, None, &title);
                    self.heading(2, None, &masthead.first.clone().and(masthead.more.clone()));
                    self.begin();
                    self.inline(&masthead.kind, true);
                    self.text.push('\n');
                }
                Block::Timeline(timeline) => self.timeline(timeline),
                Block::Courses(history, courses) => {
                    self.begin();
                    for course in courses {
                        let drawn = sparkline(history, &course.values, CELLS + CELLS / 2, false);
                        let line = course.line.clone().and(course.last.clone());
                        self.entry(0, "- ", Some(course.mark), &line);
                        // A list goes on; in code, spaces stay.
                        self.text.truncate(self.text.trim_end().len());
                        self.text.extend([" `", &drawn, "`\n"]);
                    }
                }
                // Drawings, and what is for paper or for a terminal alone.
                Block::Space | Block::ToSign(_) | Block::Only(Medium::Terminal, _) => {}
            }
        }
    }

    /// Begins a block, set off by a blank line.
    fn begin(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn heading(&mut self, depth: u8, mark: Option<Mark>, line: &Line<'_>) {
        // One that is two deeper than the last would leave a gap in the outline.
        self.depth = depth.min(self.depth + 1);
        self.begin();
        self.text.extend(std::iter::repeat_n('#', usize::from(self.depth)));
        self.text.push(' ');
        self.marked(mark, line, false);
    }

    /// Items that are long enough for headings of their own.
    fn apart(&mut self, items: &Items<'_>) {
        let depth = self.depth;
        for item in &items.all {
            self.depth = depth;
            self.heading(depth + 1, item.mark, &item.line);
            self.blocks(&item.body);
        }
        self.depth = depth;
    }

    /// A block as lines of a list, `depth` cells further in.
    fn nested(&mut self, block: &Block<'_>, depth: usize) {
        match block {
            Block::Facts(facts) => self.facts(facts, depth),
            Block::Items(items) => self.items(items, depth),
            Block::Heading(heading) => self.entry(depth, "- ", None, &heading.line),
            Block::Prose(line) | Block::Verbatim(line) => self.entry(depth, "- ", None, line),
            Block::Bars(bars) => bars.iter().for_each(|bar| self.bar(bar, depth)),
            Block::Ladder(rungs) => rungs.iter().rev().for_each(|rung| self.bar(&rung.bar, depth)),
            Block::Chain(links) => {
                for (nth, link) in links.iter().enumerate() {
                    let broken =
                        link.broken.map_or(Line::new(Meaning::Body), |words| Line::ours(words).meaning(Meaning::Title));
                    self.entry(depth, &format!("{}. ", nth + 1), None, &link.line.clone().and(broken));
                }
            }
            Block::Only(Medium::Written, blocks) => blocks.iter().for_each(|block| self.nested(block, depth)),
            Block::Front(blocks) => blocks.iter().for_each(|block| self.nested(block, depth)),
            Block::Beside(parts) => parts.iter().flatten().for_each(|block| self.nested(block, depth)),
            Block::Table(_)
            | Block::Board(_)
            | Block::Masthead(_)
            | Block::ToSign(_)
            | Block::Trend(_)
            | Block::Courses(..)
            | Block::Timeline(_)
            | Block::Space
            | Block::Only(Medium::Terminal, _) => {}
        }
    }

    /// A line of a list.
    fn entry(&mut self, depth: usize, bullet: &str, mark: Option<Mark>, line: &Line<'_>) {
        self.text.extend(std::iter::repeat_n(' ', depth));
        self.text.push_str(bullet);
        self.marked(mark, line, true);
    }

    /// A line after its sign; that of a list without marks says nothing here.
    fn marked(&mut self, mark: Option<Mark>, line: &Line<'_>, bold: bool) {
        if let Some((sign, _)) = mark.filter(|(sign, _)| *sign != "-") {
            let from = self.text.len();
            push_escaped(&mut self.text, from, &format!("{sign} "));
        }
        self.inline(line, bold);
        self.text.push('\n');
    }

    /// A list, and under each of its items what belongs to it.
    fn items(&mut self, items: &Items<'_>, depth: usize) {
        for (nth, item) in items.all.iter().enumerate() {
            let numbered = if items.set == Set::Numbered { format!("{}. ", nth + 1) } else { String::new() };
            let bullet = match items.set {
                Set::Numbered => numbered.as_str(),
                Set::Tasks => "- [ ] ",
                Set::Close | Set::Apart | Set::Brief => "- ",
            };
            self.entry(depth, bullet, item.mark, &item.line);
            // What belongs to an item stands under its first letter.
            let under = if items.set == Set::Numbered { bullet.len() } else { 2 };
            item.body.iter().for_each(|block| self.nested(block, depth + under));
        }
    }

    fn facts(&mut self, facts: &Facts<'_>, depth: usize) {
        for fact in &facts.all {
            self.text.extend(std::iter::repeat_n(' ', depth));
            self.text.push_str("- **");
            let from = self.text.len();
            push_escaped(&mut self.text, from, &fact.label);
            self.text.push_str("**");
            self.text.push_str(say::colon(self.lang));
            self.inline(&fact.value, true);
            self.text.push('\n');
        }
    }

    fn bar(&mut self, bar: &Bar<'_>, depth: usize) {
        let percent = bar.percent.map(|percent| gauge(percent, self.lang));
        let line = percent.map_or(bar.line.clone(), |percent| bar.line.clone().and_ours(percent));
        self.entry(depth, "- ", bar.mark, &line.and(bar.more.clone()));
    }

    /// Marks under dates, as a table.
    fn timeline(&mut self, timeline: &Timeline<'_>) {
        let (from, cut) = timeline.from(Timeline::ON_PAPER, self.lang);
        if let Some(line) = cut {
            self.begin();
            self.inline(&line, true);
            self.text.push('\n');
        }
        self.begin();
        let dates = timeline.dates.get(from..).unwrap_or_default();
        let heads = dates.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ");
        // Writing to a string does not fail.
        let _ = writeln!(self.text, "| {} | {heads} | {} |", timeline.what, say::turned(self.lang));
        let _ = writeln!(self.text, "|{}", " --- |".repeat(dates.len() + 2));
        for row in &timeline.rows {
            self.text.push_str("| ");
            let meaning = if row.over { Meaning::Title } else { Meaning::Body };
            self.inline(&row.line.clone().meaning(meaning), true);
            for ((sign, _), _) in row.at.iter().skip(from) {
                self.text.push_str(" | ");
                let at = self.text.len();
                push_escaped(&mut self.text, at, &format!("{sign} "));
                self.text.truncate(self.text.trim_end().len());
            }
            self.text.push_str(" | ");
            self.inline(&row.more, true);
            self.text.push_str(" |\n");
        }
    }

    /// A table with titles and rows, or nothing where there is no row.
    fn table(&mut self, table: &Table<'_>) {
        if table.rows.is_empty() {
            return;
        }
        self.begin();
        for column in &table.columns {
            self.text.push_str("| ");
            let from = self.text.len();
            push_escaped(&mut self.text, from, if column.kind == Kind::Mark { " " } else { &column.title });
            self.text.push(' ');
        }
        // Writing to a string does not fail.
        let _ = writeln!(self.text, "|\n|{}", " --- |".repeat(table.columns.len()));
        for row in &table.rows {
            for cell in &row.cells {
                self.text.push_str("| ");
                self.cell(cell);
                if !self.text.ends_with(' ') {
                    self.text.push(' ');
                }
            }
            self.text.push_str("|\n");
        }
    }

    fn cell(&mut self, cell: &Cell<'_>) {
        let from = self.text.len();
        match cell {
            Cell::Mark((sign, _)) => push_escaped(&mut self.text, from, &format!("{sign} ")),
            Cell::Line(line) => self.inline(line, true),
            Cell::Progress(Some(percent)) => self.text.push_str(&gauge(*percent, self.lang)),
            Cell::Share(Some(share)) => {
                push_escaped(&mut self.text, from, &format!("{} ", share.mark.0));
                self.text.push_str(&say::met_of(self.lang, share.met, share.of));
            }
            Cell::Progress(None) | Cell::Share(None) => {}
        }
    }

    /// A line; titles in it bold, where that is wanted.
    fn inline(&mut self, line: &Line<'_>, bold: bool) {
        let from = self.text.len();
        let mut strong = false;
        for (nth, part) in line.parts().enumerate() {
            if nth > 0 {
                self.strengthen(&mut strong, false);
                self.text.push_str(line.joint.between(self.lang));
            }
            for span in part.iter().filter(|span| !span.text.is_empty()) {
                let title = span.meaning.unwrap_or(line.meaning) == Meaning::Title;
                self.strengthen(&mut strong, bold && title);
                self.span(span, from);
            }
        }
        self.strengthen(&mut strong, false);
    }

    /// Begins emphasis, or ends it, where it is not so already.
    fn strengthen(&mut self, strong: &mut bool, wanted: bool) {
        if std::mem::replace(strong, wanted) != wanted {
            self.text.push_str("**");
        }
    }

    /// A piece of the line that began at `from`.
    fn span(&mut self, span: &Span<'_>, from: usize) {
        if let Some(href) = span.to.as_deref().and_then(web) {
            self.text.push('[');
            push_escaped(&mut self.text, from, &span.text);
            self.text.extend(["](<", &href, ">)"]);
            return;
        }
        let (before, after) = match span.voice {
            Voice::Ours | Voice::Theirs => ("", ""),
            Voice::Removed => ("<del>", "</del>"),
            Voice::Added => ("<ins>", "</ins>"),
            Voice::Address => match address(&span.text).filter(|link| link.is_absolute()) {
                Some(_) if !span.text.contains(['<', '>', '|', '`']) => {
                    // Writing to a string does not fail.
                    let _ = write!(self.text, "<{}>", &*span.text);
                    return;
                }
                _ => ("", ""),
            },
        };
        self.text.push_str(before);
        push_escaped(&mut self.text, from, &span.text);
        self.text.push_str(after);
    }
}

/// The cells of a bar.
const CELLS: usize = 10;

/// How far something has come, as a bar of text and in figures.
fn gauge(percent: u32, lang: Lang) -> String {
    let (full, empty) = bar(percent, CELLS);
    format!("{full}{empty} {}", say::percent(lang, percent))
}

/// Goes on in the line of `text` that began at `from` with words that Markdown and HTML take as they are, on one line.
fn push_escaped(text: &mut String, from: usize, words: &str) {
    // A line that begins like a list, a quotation or a rule would be one.
    let mut begins = text.get(from..).is_some_and(|line| line.bytes().all(|b| b.is_ascii_digit()));
    let mut first = text.len() == from;
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        // What is not followed by a space, such as the point in 99.95, begins no list.
        let apart = rest.peek().is_none_or(|next| next.is_whitespace());
        match c {
            '\n' => text.push(' '),
            '<' => text.push_str("&lt;"),
            '&' => text.push_str("&amp;"),
            '>' if first => text.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '$' => text.extend(['\\', c]),
            '~' if rest.peek().is_none_or(|next| !next.is_whitespace()) || text.ends_with('~') => text.push_str("\\~"),
            '.' | ')' if begins && apart => text.extend(['\\', c]),
            '=' if begins => text.extend(['\\', c]),
            '-' | '+' if first => text.extend(['\\', c]),
            c => text.push(c),
        }
        first = false;
        begins &= c.is_ascii_digit();
    }
}

#[cfg(test)]
mod tests {
    use super::{markdown, push_escaped};
    use crate::i18n::Lang;
    use crate::page::document::{Document, Line};

    fn escape(text: &str) -> String {
        let mut escaped = String::new();
        push_escaped(&mut escaped, 0, text);
        escaped
    }

    #[test]
    fn nothing_that_a_user_wrote_is_markup() {
        assert_eq!(escape("a | b"), "a \\| b");
        assert_eq!(escape("<script>&"), "&lt;script>&amp;");
        assert_eq!(escape("> 99.9%"), "&gt; 99.9%");
        assert_eq!(escape("99.95% ~ done!"), "99.95% ~ done!");
        assert_eq!(escape("~~no~~"), "\\~\\~no\\~\\~");
        assert_eq!(escape("12."), "12\\.");
        assert_eq!(escape("[x](y) *b* `c` \\|"), "\\[x\\](y) \\*b\\* \\`c\\` \\\\\\|");
        assert_eq!(escape("1. x - y."), "1\\. x - y.");
        assert_eq!(escape("- x"), "\\- x");
        let mut page = Document::default();
        page.push(Line::theirs("# no\n\n- heading\u{1b}[31m"));
        assert_eq!(markdown(&page, Lang::En), "\\# no - heading\\[31m\n");
    }
}
