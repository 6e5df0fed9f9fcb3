//! What changed between two assessments: on a page, as Markdown, as JSON.
//!
//! What is said, and in which order, is settled once in `outline`; text and Markdown only lay it out.

mod json;
mod outline;
mod said;

pub use json::json;

use super::markdown::{Page, escape};
use super::sheet::{Paper, Sheet};
use crate::diff::Diff;
use crate::diff::words::{Fate, Run};
use crate::i18n::{Lang, terms};
use crate::scorecard::Scorecard;
use crate::style::Meaning;
use outline::{Block, Detail, Line, outline};

/// The most words of a kept run that are shown at either of its ends.
const CONTEXT: usize = 5;

/// Two assessments and what differs between them.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// The old one.
    pub old: &'a Scorecard,
    /// The new one.
    pub new: &'a Scorecard,
    /// What differs.
    pub diff: &'a Diff,
}

/// What changed, as a page.
pub fn text(compared: Compared<'_>, paper: Paper) -> Sheet {
    let mut sheet = Sheet::new(paper);
    let outline = outline(compared, paper.lang);
    sheet.text(0, &outline.title, Meaning::Title);
    sheet.text(0, &outline.about, Meaning::Muted);
    outline.warnings.iter().for_each(|warning| sheet.marked(0, ("!", Meaning::Warning), warning, Meaning::Body));
    for block in &outline.blocks {
        if block.under {
            sheet.text(1, &block.heading, Meaning::Muted);
        } else {
            sheet.heading(&block.heading);
        }
        block.lines.iter().for_each(|line| put(&mut sheet, line));
    }
    sheet
}

fn put(sheet: &mut Sheet, line: &Line) {
    let lang = sheet.lang();
    let indent = 1 + 2 * line.depth;
    match line.mark {
        Some(mark) => sheet.marked(indent, mark, &line.text, line.meaning),
        None => sheet.text(indent, &line.text, line.meaning),
    }
    for (label, detail) in &line.details {
        let shown = match detail {
            Detail::Text(text) => text.clone(),
            Detail::Words(runs) => plain(runs),
        };
        let colon = terms::colon(lang);
        sheet.hanging(indent + 2, &[(label, Meaning::Muted), (colon, Meaning::Muted)], &shown, Meaning::Body);
    }
}

/// Runs of words on a line, removed ones in `[-…-]`, added ones in `{+…+}`, as `git diff --word-diff` marks them.
fn plain(runs: &[Run]) -> String {
    marked(runs, |fate, text| match fate {
        Fate::Kept => text,
        Fate::Removed => format!("[-{text}-]"),
        Fate::Added => format!("{{+{text}+}}"),
    })
}

fn marked(runs: &[Run], mark: impl Fn(Fate, String) -> String) -> String {
    let last = runs.len().saturating_sub(1);
    let mut shown = String::new();
    for (at, run) in runs.iter().enumerate() {
        if run.spaced && at > 0 {
            shown.push(' ');
        }
        let text = if run.fate == Fate::Kept { shortened(&run.text, at == 0, at == last) } else { run.text.clone() };
        shown.push_str(&mark(run.fate, text));
    }
    shown
}

/// A run that was kept, of a long one only what stands next to what changed.
fn shortened(text: &str, first: bool, last: bool) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let (before, after) = (if first { 0 } else { CONTEXT }, if last { 0 } else { CONTEXT });
    if words.len() <= before + after + 1 {
        return text.to_owned();
    }
    let head = words.iter().take(before);
    let tail = words.iter().skip(words.len() - after);
    head.chain([&"…"]).chain(tail).copied().collect::<Vec<_>>().join(" ")
}

/// What changed, as GitHub-flavoured Markdown.
pub fn markdown(compared: Compared<'_>, lang: Lang) -> String {
    let mut page = Page::default();
    let outline = outline(compared, lang);
    page.block(&format!("# {}", escape(&outline.title)));
    page.block(&escape(&outline.about));
    for warning in &outline.warnings {
        page.block(&format!("> {}", escape(warning)));
    }
    for block in &outline.blocks {
        let level = if block.under { "###" } else { "##" };
        page.block(&format!("{level} {}", escape(&block.heading)));
        if let Some(list) = list(block, lang) {
            page.block(&list);
        }
    }
    page.0
}

fn list(block: &Block, lang: Lang) -> Option<String> {
    let mut items = Vec::new();
    for line in &block.lines {
        let indent = "  ".repeat(line.depth);
        items.push(format!("{indent}- {}", escape(&line.text)));
        for (label, detail) in &line.details {
            let shown = match detail {
                Detail::Text(text) => escape(text),
                Detail::Words(runs) => marked(runs, |fate, text| match fate {
                    Fate::Kept => escape(&text),
                    Fate::Removed => format!("<del>{}</del>", escape(&text)),
                    Fate::Added => format!("<ins>{}</ins>", escape(&text)),
                }),
            };
            items.push(format!("{indent}  - **{}**{}{shown}", escape(label), terms::colon(lang)));
        }
    }
    (!items.is_empty()).then(|| items.join("\n"))
}
