//! What is still open when an assessment is to be made final, and the level that it has then.

use super::document::{Document, Item, Items, Line};
use crate::i18n::{Lang, say};
use crate::model::Worth;
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::wording;

/// What is open.
pub fn page(card: &Scorecard, lang: Lang) -> Document<'_> {
    let score = &card.score;
    let open = [
        (score.coverage.open(), say::finish_unanswered as fn(Lang, usize) -> String),
        (score.coverage.to_confirm, say::finish_to_confirm),
        (card.findings.len(), say::finish_findings),
    ];
    let open = open.into_iter().filter(|(count, _)| *count > 0);
    let mut items: Vec<Item<'_>> =
        open.map(|(count, say)| Item::marked(("?", Meaning::Partial), Line::ours(say(lang, count)))).collect();
    if items.is_empty() {
        items.push(Item::marked(mark(Some(Worth::Met)), Line::ours(say::finish_nothing_open(lang))));
    }
    let mut page = Document::default();
    page.push(Items::new(items));
    page.push(Line::ours(say::finish_level(lang, wording::stands_at(score.grade(), score.max_level, lang))));
    page
}
