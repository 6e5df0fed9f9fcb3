//! The plan and the scorecard as GitHub-flavoured Markdown, for an issue, a pull request or a wiki page.
//!
//! What users wrote is escaped: it cannot open a table cell, a link, a heading or an HTML element.

mod scorecard;

pub use scorecard::report;

use std::fmt::Write as _;

use super::parts;
use super::plan::{action, by_route, headline, leading, nothing, role, route_title};
use crate::i18n::{Lang, report as r, terms};
use crate::model::Key;
use crate::plan::Gap;
use crate::scorecard::Scorecard;
use crate::text::one_line;
use crate::wording;

/// The plan as Markdown.
pub fn plan(card: &Scorecard, lang: Lang) -> String {
    let mut page = Page::default();
    page.block(&format!("# {}", escape(&headline(card, lang))));
    page.block(&format!("{}  \n{}", escape(&parts::who(card, lang)), escape(&parts::level(card, lang))));
    if card.plan.gaps.is_empty() {
        page.block(&escape(nothing(card, lang)));
        return page.0;
    }
    let most: Vec<String> = leading(card)
        .map(|(practice, serves)| {
            let title = wording::title(&card.checklist, &Key::Practice(practice.clone()), lang);
            format!("1. {} · {}", escape(&title), escape(&r::serves_count(lang, serves)))
        })
        .collect();
    if !most.is_empty() {
        page.block(&format!("## {}", r::plan_first(lang)));
        page.block(&most.join("\n"));
    }
    overview(&mut page, card, lang);
    for (route, gaps) in by_route(card) {
        let title = r::route_titled(lang, route_title(card, route, lang), gaps.len());
        page.block(&format!("## {}", escape(&title)));
        for gap in gaps {
            one(&mut page, card, gap, lang);
        }
    }
    if let Some(line) = card.plan.helper_line() {
        page.block(r::helper(lang));
        page.block(&format!("```sh\n{line}\n```"));
    }
    page.0
}

/// `text` on one line, with everything that Markdown or HTML would read as its own made plain.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    // A line that begins like a list or a rule would be one.
    let mut begins = true;
    for c in one_line(text).chars() {
        if (begins && matches!(c, '.' | ')' | '=')) || (escaped.is_empty() && matches!(c, '-' | '+')) {
            escaped.push('\\');
        }
        begins &= c.is_ascii_digit();
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '$' | '!' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

#[derive(Default)]
pub(super) struct Page(pub(super) String);

impl Page {
    /// Adds a block, set off by a blank line.
    pub(super) fn block(&mut self, block: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        // Writing to a string does not fail.
        let _ = writeln!(self.0, "{block}");
    }
}

/// All gaps in one table.
fn overview(page: &mut Page, card: &Scorecard, lang: Lang) {
    let head = [
        r::level(lang),
        r::gap(lang),
        r::answer(lang),
        r::effort(lang),
        r::role(lang),
        terms::owner(lang),
        terms::due(lang),
    ];
    let mut table = format!("| {} |\n|{}", head.join(" | "), " --- |".repeat(head.len()));
    for gap in by_route(card).into_iter().flat_map(|(_, gaps)| gaps) {
        let cells = [
            gap.level.to_string(),
            wording::criterion(&card.checklist, &gap.criterion, lang).to_owned(),
            parts::counted(card, &gap.criterion, lang),
            parts::effort(gap.effort, lang).to_owned(),
            role(card, gap, lang).map(|role| role.0).unwrap_or_default(),
            gap.owner.clone().unwrap_or_default(),
            gap.due.map(|day| day.to_string()).unwrap_or_default(),
        ];
        let cells: Vec<String> = cells.iter().map(|cell| escape(cell)).collect();
        let _ = write!(table, "\n| {} |", cells.join(" | "));
    }
    page.block(&table);
}

fn one(page: &mut Page, card: &Scorecard, gap: &Gap, lang: Lang) {
    let title = wording::criterion(&card.checklist, &gap.criterion, lang);
    page.block(&format!("### {}", escape(&format!("{} · {title}", terms::level(lang, gap.level)))));
    if let Some(remedy) = card.checklist.criterion(&gap.criterion).and_then(|criterion| criterion.remedy.as_ref()) {
        page.block(&format!("**{}**{}{}", terms::remedy(lang), terms::colon(lang), escape(remedy.get(lang))));
    }
    if gap.actions.is_empty() {
        page.block(r::plan_remedy_alone(lang));
    }
    let mut items: Vec<String> = Vec::new();
    let mut list = |label: &str, shown: Vec<String>| {
        items.extend(shown.iter().map(|one| format!("- [ ] **{label}**{}{}", terms::colon(lang), escape(one))));
    };
    list(r::do_practices(lang), gap.actions.iter().map(|one| action(card, one, lang)).collect());
    let title = |key: Key| wording::title(&card.checklist, &key, lang);
    list(r::prove(lang), gap.deliverables.iter().map(|id| title(Key::Deliverable(id.clone()))).collect());
    let metric = |id: &crate::model::Id, status| {
        format!("{} · {}", title(Key::Metric(id.clone())), wording::metric_status(status, lang))
    };
    list(r::show(lang), gap.metrics.iter().map(|(id, status)| metric(id, *status)).collect());
    if !items.is_empty() {
        page.block(&items.join("\n"));
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_that_a_user_wrote_is_markup() {
        assert_eq!(escape("a | b"), "a \\| b");
        assert_eq!(escape("<script>&"), "&lt;script&gt;&amp;");
        assert_eq!(escape("[x](y) *b* `c` \\|"), "\\[x\\](y) \\*b\\* \\`c\\` \\\\\\|");
        assert_eq!(escape("1. x - y."), "1\\. x - y.");
        assert_eq!(escape("- x"), "\\- x");
        assert_eq!(escape("# no\n\n- heading\u{1b}[31m"), "\\# no - heading\\[31m");
    }
}
