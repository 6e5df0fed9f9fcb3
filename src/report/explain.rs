//! Why the score is what it is: the rule, then level by level every criterion and how its answer counts.

use super::parts;
use super::sheet::{Paper, Sheet};
use crate::i18n::{Lang, report as r, terms};
use crate::model::checklist::Criterion;
use crate::model::{Answer, Key};
use crate::scorecard::Scorecard;
use crate::scoring::{LevelScore, LevelState};
use crate::style::{Meaning, mark};
use crate::text::one_line;
use crate::wording;

/// The score, explained.
pub fn explain(card: &Scorecard, paper: Paper) -> Sheet {
    let mut sheet = Sheet::new(paper);
    let lang = paper.lang;
    sheet.text(0, &parts::who(card, lang), Meaning::Title);
    sheet.text(0, &parts::level(card, lang), Meaning::Title);
    sheet.blank();
    sheet.text(0, r::gate(lang), Meaning::Body);
    for score in &card.score.levels {
        sheet.heading(&parts::level_title(card, score.level, lang));
        let meaning = if score.achieved { Meaning::Met } else { Meaning::Blocked };
        sheet.text(0, &verdict(score, lang), meaning);
        for criterion in card.checklist.criteria_of(score.level) {
            sheet.blank();
            one(&mut sheet, card, criterion);
        }
    }
    let mut others = card.findings.iter().filter(|finding| finding.criterion.is_none()).peekable();
    if others.peek().is_some() {
        sheet.heading(terms::findings(lang));
    }
    for finding in others {
        sheet.marked(0, ("!", Meaning::Warning), &parts::finding(card, finding, lang), Meaning::Body);
    }
    sheet
}

/// Whether a level is achieved, and if not, why.
fn verdict(score: &LevelScore, lang: Lang) -> String {
    match score.state() {
        LevelState::Achieved => r::why_achieved(lang, parts::met(score, false, lang)),
        LevelState::AllWaived => r::all_waived(lang).to_owned(),
        LevelState::HeldBack => r::why_below(lang, score.level.below()),
        LevelState::Blocked => r::why_blocked(lang, score.blocking.len(), score.total),
    }
}

fn one(sheet: &mut Sheet, card: &Scorecard, criterion: &Criterion) {
    let lang = sheet.lang();
    let key = Key::Criterion(criterion.id.clone());
    let title = r::aside(lang, one_line(criterion.title.get(lang)), &criterion.id);
    sheet.marked(0, mark(card.assessment.answer(&key)), &title, Meaning::Title);
    let (counts, meaning) = counts(card, criterion, lang);
    sheet.text(2, &counts, meaning);
    for finding in card.findings.iter().filter(|finding| finding.criterion.as_ref() == Some(&criterion.id)) {
        let sentence = wording::finding(&card.checklist, finding, lang);
        sheet.marked(2, ("!", Meaning::Warning), &sentence, Meaning::Body);
    }
    links(sheet, card, terms::practices(lang), criterion.practices.iter().cloned().map(Key::Practice));
    links(sheet, card, terms::deliverables(lang), criterion.deliverables.iter().cloned().map(Key::Deliverable));
    links(sheet, card, terms::metrics(lang), criterion.metrics.iter().cloned().map(Key::Metric));
}

/// Linked items after their label, each with its mark.
fn links(sheet: &mut Sheet, card: &Scorecard, label: &str, keys: impl Iterator<Item = Key>) {
    let lang = sheet.lang();
    let shown: Vec<String> = keys
        .map(|key| format!("{} {}", parts::item_mark(card, &key).0, wording::title(&card.checklist, &key, lang)))
        .collect();
    if !shown.is_empty() {
        sheet.list(2, &[(label, Meaning::Muted), (terms::colon(lang), Meaning::Muted)], &shown, Meaning::Body);
    }
}

/// How the answer to a criterion counts, in a sentence.
pub(super) fn counts(card: &Scorecard, criterion: &Criterion, lang: Lang) -> (String, Meaning) {
    let key = Key::Criterion(criterion.id.clone());
    let entry = card.assessment.entry(&key).cloned().unwrap_or_default();
    let shown = entry.is_shown_on(card.assessment.date);
    let level = criterion.level;
    match entry.answer() {
        Some(Answer::Yes) if shown => (r::counts_shown(lang).to_owned(), Meaning::Met),
        Some(Answer::Yes) => (r::counts_met(lang).to_owned(), Meaning::Met),
        Some(Answer::Na) if !criterion.na_allowed => (r::counts_not_allowed(lang, level), Meaning::Blocked),
        Some(Answer::Na) => {
            let reason = entry.reason.map_or(r::no_reason(lang), |reason| reason.term(lang));
            (r::counts_waived(lang, reason), Meaning::Muted)
        }
        Some(Answer::Partial) => (r::counts_partial(lang, level), Meaning::Partial),
        Some(Answer::No) => (r::counts_no(lang, level), Meaning::Blocked),
        None => (r::counts_open(lang, level), Meaning::Body),
    }
}
