//! Why the score is what it is: the rule, then level by level every criterion and how its answer counts.

use super::document::{Block, Document, Fact, Facts, Item, Items, Line, Set};
use super::item::counts;
use super::parts::{Of, WARNING, beside_the_gate, listed_with_marks, met, named};
use crate::i18n::{Lang, say};
use crate::model::Key;
use crate::model::checklist::Criterion;
use crate::scorecard::Scorecard;
use crate::scoring::{LevelScore, LevelState};
use crate::style::{Meaning, mark};
use crate::wording;

/// The score, explained.
pub fn page(card: &Scorecard, lang: Lang) -> Document<'_> {
    let of = Of { card, lang };
    let mut page = Document::default();
    page.push(of.who());
    page.push(of.level());
    page.push(Block::Space);
    page.push(Line::ours(wording::rule(&card.checklist, lang)));
    for score in &card.score.levels {
        page.heading(2, of.level_title(score.level));
        let meaning = if score.achieved { Meaning::Met } else { Meaning::Blocked };
        page.push(Line::ours(verdict(score, lang)).meaning(meaning));
        let criteria = card.checklist.criteria_of(score.level).map(|criterion| one(of, criterion));
        page.push(Items::new(criteria.collect()).set(Set::Apart));
    }
    let others: Vec<Item<'_>> = card
        .findings
        .iter()
        .filter(|finding| finding.criterion.is_none())
        .map(|finding| Item::marked(WARNING, of.finding(finding)))
        .collect();
    if !others.is_empty() {
        page.heading(2, Line::ours(say::findings(lang)));
        page.push(Items::new(others));
    }
    page
}

/// Whether a level is achieved, and if not, why.
fn verdict(score: &LevelScore, lang: Lang) -> String {
    match score.state() {
        LevelState::Achieved => say::why_achieved(lang, met(score, false, lang)),
        LevelState::AllWaived => say::all_waived(lang).to_owned(),
        LevelState::HeldBack => say::why_below(lang, score.level.below()),
        LevelState::Blocked => say::why_blocked(lang, score.blocking.len(), score.total),
    }
}

fn one<'a>(of: Of<'a>, criterion: &'a Criterion) -> Item<'a> {
    let lang = of.lang;
    let key = Key::Criterion(criterion.id.clone());
    let title = named(&of.card.checklist, &key, lang).and(beside_the_gate(criterion, lang)).meaning(Meaning::Title);
    let mut body: Vec<Block<'a>> = vec![counts(of, criterion).into()];
    let was = of.item(&key).was();
    if !was.is_empty() {
        body.push(Facts::new(was).into());
    }
    let findings = of.findings(Some(&criterion.id));
    if !findings.is_empty() {
        body.push(Items::new(findings).into());
    }
    let linked = [
        (say::practices(lang), criterion.practices.iter().cloned().map(Key::Practice).collect::<Vec<_>>()),
        (say::deliverables(lang), criterion.deliverables.iter().cloned().map(Key::Deliverable).collect()),
        (say::metrics(lang), criterion.metrics.iter().cloned().map(Key::Metric).collect()),
    ];
    let linked = linked.into_iter().filter(|(_, keys)| !keys.is_empty());
    let facts: Vec<Fact<'a>> = linked.map(|(label, keys)| Fact::new(label, listed_with_marks(of, &keys))).collect();
    if !facts.is_empty() {
        body.push(Facts::new(facts).into());
    }
    Item::marked(mark(of.card.given(&key)), title).of(key).with(body)
}
