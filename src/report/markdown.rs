//! A page as GitHub-flavoured Markdown, for an issue, a pull request or a wiki page.
//!
//! What users wrote is escaped: it cannot open a table cell, a link, a heading or an HTML element.

use std::fmt::Write as _;

use super::link::address;
use crate::i18n::{Lang, terms};
use crate::page::document::{
    Bar, Block, Cell, Document, Facts, Item, Items, Kind, Line, Reader, Set, Span, Table, Voice,
};
use crate::style::Meaning;

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
                Block::Heading(heading) => self.heading(heading.depth, &inline(&heading.line, false, self.lang)),
                Block::Prose(line) => self.block(&inline(line, true, self.lang)),
                Block::Facts(facts) => self.lines(&self.facts(facts, 0)),
                Block::Table(table) => self.table(table),
                Block::Items(items) if items.set == Set::Apart => self.apart(items),
                Block::Items(items) => self.lines(&self.items(items, 0)),
                Block::Bars(bars) => self.lines(&bars.iter().map(|bar| self.bar(bar)).collect::<Vec<_>>()),
                Block::Chain(_) => self.lines(&self.nested(block, 0)),
                Block::Verbatim(line) => self.block(&format!("```sh\n{}\n```", line.plain(self.lang))),
                Block::Only(Reader::Written, blocks) => self.blocks(blocks),
                // Drawings of what stands beside them in words, and what Markdown has no other way to say.
                Block::Ladder(_)
                | Block::Trend(_)
                | Block::Courses(..)
                | Block::Space
                | Block::Only(Reader::Terminal, _) => {}
            }
        }
    }

    /// Adds a block, set off by a blank line.
    fn block(&mut self, block: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        // Writing to a string does not fail.
        let _ = writeln!(self.text, "{block}");
    }

    fn lines(&mut self, lines: &[String]) {
        if !lines.is_empty() {
            self.block(&lines.join("\n"));
        }
    }

    fn heading(&mut self, depth: u8, line: &str) {
        // One that is two deeper than the last would leave a gap in the outline.
        self.depth = depth.min(self.depth + 1);
        self.block(&format!("{} {line}", "#".repeat(usize::from(self.depth))));
    }

    /// Items that are long enough for headings of their own.
    fn apart(&mut self, items: &Items<'_>) {
        let depth = self.depth;
        for item in &items.all {
            self.depth = depth;
            self.heading(depth + 1, &self.item(item, false));
            self.blocks(&item.body);
        }
        self.depth = depth;
    }

    /// What an item says, after its sign.
    fn item(&self, item: &Item<'_>, bold: bool) -> String {
        let line = inline(&item.line, bold, self.lang);
        match item.mark {
            Some((sign, _)) if sign.chars().all(|c| c == '-') => line,
            Some((sign, _)) => format!("{} {line}", escape(sign)),
            None => line,
        }
    }

    /// A list, and under each of its items what belongs to it.
    fn items(&self, items: &Items<'_>, depth: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for (nth, item) in items.all.iter().enumerate() {
            let mark = match items.set {
                Set::Numbered => format!("{}. ", nth + 1),
                Set::Tasks => "- [ ] ".to_owned(),
                Set::Close | Set::Apart | Set::Brief => "- ".to_owned(),
            };
            // What belongs to an item stands under its first letter.
            let under = if items.set == Set::Numbered { mark.len() } else { 2 };
            lines.push(format!("{}{mark}{}", " ".repeat(depth), self.item(item, true)));
            lines.extend(item.body.iter().flat_map(|block| self.nested(block, depth + under)));
        }
        lines
    }

    /// A block as lines under an item.
    fn nested(&self, block: &Block<'_>, depth: usize) -> Vec<String> {
        let under = " ".repeat(depth);
        match block {
            Block::Facts(facts) => self.facts(facts, depth),
            Block::Items(items) => self.items(items, depth),
            Block::Heading(heading) => vec![format!("{under}- {}", inline(&heading.line, true, self.lang))],
            Block::Prose(line) | Block::Verbatim(line) => vec![format!("{under}- {}", inline(line, true, self.lang))],
            Block::Bars(bars) => bars.iter().map(|bar| format!("{under}{}", self.bar(bar))).collect(),
            Block::Chain(links) => {
                let link = |(nth, link): (usize, &crate::page::document::Link<'_>)| {
                    let broken = link.broken.map(|words| format!(" · **{words}**")).unwrap_or_default();
                    format!("{under}{}. {}{broken}", nth + 1, inline(&link.line, true, self.lang))
                };
                links.iter().enumerate().map(link).collect()
            }
            Block::Only(Reader::Written, blocks) => blocks.iter().flat_map(|block| self.nested(block, depth)).collect(),
            Block::Table(_)
            | Block::Ladder(_)
            | Block::Trend(_)
            | Block::Courses(..)
            | Block::Space
            | Block::Only(Reader::Terminal, _) => Vec::new(),
        }
    }

    fn facts(&self, facts: &Facts<'_>, depth: usize) -> Vec<String> {
        let fact = |fact: &crate::page::document::Fact<'_>| {
            let (label, colon) = (escape(&fact.label), terms::colon(self.lang));
            format!("{}- **{label}**{colon}{}", " ".repeat(depth), inline(&fact.value, true, self.lang))
        };
        facts.all.iter().map(fact).collect()
    }

    fn bar(&self, bar: &Bar<'_>) -> String {
        let sign = bar.mark.map(|(sign, _)| format!("{} ", escape(sign))).unwrap_or_default();
        let percent = bar.percent.map(|percent| terms::percent(self.lang, percent));
        let more = Some(inline(&bar.more, true, self.lang)).filter(|more| !more.is_empty());
        let figures: Vec<String> = percent.into_iter().chain(more).collect();
        format!("- {sign}{} · {}", inline(&bar.line, true, self.lang), figures.join(" · "))
    }

    /// A table with titles and rows, or nothing where there is no row.
    fn table(&mut self, table: &Table<'_>) {
        let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let title = |kind: Kind, title: &str| if kind == Kind::Mark { " ".to_owned() } else { escape(title) };
        let cell = |cell: &Cell<'_>| match cell {
            Cell::Mark((sign, _)) => escape(sign),
            Cell::Line(line) => inline(line, true, self.lang),
            Cell::Progress(percent) => percent.map(|percent| terms::percent(self.lang, percent)).unwrap_or_default(),
        };
        let mut lines = vec![
            row(table.columns.iter().map(|column| title(column.kind, column.title)).collect()),
            format!("|{}", " --- |".repeat(table.columns.len())),
        ];
        lines.extend(table.rows.iter().map(|one| row(one.cells.iter().map(cell).collect())));
        if !table.rows.is_empty() {
            self.lines(&lines);
        }
    }
}

/// A line as Markdown; titles in it bold, where that is wanted.
fn inline(line: &Line<'_>, bold: bool, lang: Lang) -> String {
    let mut text = String::new();
    for (nth, part) in line.parts().enumerate() {
        if nth > 0 {
            text.push_str(line.joint.between(lang));
        }
        for span in part {
            let strong = bold && span.meaning.unwrap_or(line.meaning) == Meaning::Title && !span.text.is_empty();
            text.push_str(if strong { "**" } else { "" });
            put(&mut text, span);
            text.push_str(if strong { "**" } else { "" });
        }
    }
    // Emphasis that ends where the next begins would be none.
    text.replace("****", "")
}

fn put(text: &mut String, span: &Span<'_>) {
    let words = span.text.replace('\n', " ");
    match span.voice {
        Voice::Ours | Voice::Theirs => push_escaped(text, &words),
        Voice::Removed => {
            text.push_str("<del>");
            push_escaped(text, &words);
            text.push_str("</del>");
        }
        Voice::Added => {
            text.push_str("<ins>");
            push_escaped(text, &words);
            text.push_str("</ins>");
        }
        Voice::Address => match address(&words).filter(|link| link.is_absolute()) {
            Some(_) if !words.contains(['<', '>', '|', '`']) => {
                let _ = write!(text, "<{words}>");
            }
            _ => push_escaped(text, &words),
        },
    }
}

/// `text` with everything that Markdown or HTML would read as its own made plain.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    push_escaped(&mut escaped, text);
    escaped
}

/// Goes on in a line with text that Markdown and HTML take as it is.
fn push_escaped(line: &mut String, text: &str) {
    // A line that begins like a list or a rule would be one.
    let mut begins = line.chars().all(|c| c.is_ascii_digit());
    for c in text.chars() {
        if (begins && matches!(c, '.' | ')' | '=')) || (line.is_empty() && matches!(c, '-' | '+')) {
            line.push('\\');
        }
        begins &= c.is_ascii_digit();
        match c {
            '<' => line.push_str("&lt;"),
            '>' => line.push_str("&gt;"),
            '&' => line.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '$' | '!' => {
                line.push('\\');
                line.push(c);
            }
            c => line.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{escape, inline};
    use crate::i18n::Lang;
    use crate::page::document::Line;

    #[test]
    fn nothing_that_a_user_wrote_is_markup() {
        assert_eq!(escape("a | b"), "a \\| b");
        assert_eq!(escape("<script>&"), "&lt;script&gt;&amp;");
        assert_eq!(escape("[x](y) *b* `c` \\|"), "\\[x\\](y) \\*b\\* \\`c\\` \\\\\\|");
        assert_eq!(escape("1. x - y."), "1\\. x - y.");
        assert_eq!(escape("- x"), "\\- x");
        let heading = Line::theirs("# no\n\n- heading\u{1b}[31m");
        assert_eq!(inline(&heading, true, Lang::En), "\\# no - heading\\[31m");
    }
}
