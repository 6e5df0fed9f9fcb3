//! The printable scorecard: everything that there is to say of an assessment, in tables of one width.

mod answers;
mod results;

use super::parts;
use super::sheet::{Paper, Sheet};
use super::table::{Column, Table};
use crate::i18n::{report as r, terms};
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::text::one_line;
use crate::wording;

/// The scorecard.
pub fn report(card: &Scorecard, paper: Paper) -> Sheet {
    let mut sheet = Sheet::new(paper);
    title(&mut sheet, card);
    level(&mut sheet, card);
    first(&mut sheet, card);
    results::levels(&mut sheet, card);
    results::areas(&mut sheet, card);
    results::deliverables(&mut sheet, card);
    results::metrics(&mut sheet, card);
    results::loops(&mut sheet, card);
    results::roles(&mut sheet, card);
    findings(&mut sheet, card);
    waivers(&mut sheet, card);
    gaps(&mut sheet, card);
    answers::all(&mut sheet, card);
    sheet
}

/// A cell of plain text.
fn body(text: impl Into<String>) -> (String, Meaning) {
    (text.into(), Meaning::Body)
}

/// Who was assessed, when, by whom and with what.
fn title(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    let (assessment, checklist) = (&card.assessment, &card.checklist);
    sheet.text(0, r::scorecard(lang), Meaning::Title);
    let mut who = vec![assessment.team.clone(), assessment.date.to_string(), assessment.status.term(lang).to_owned()];
    who.extend(parts::profile(card, lang));
    sheet.dotted(0, &[], &who, Meaning::Title);
    let mut fact = |label: &str, value: &str| {
        sheet.words(0, &[(label, Meaning::Muted), (terms::colon(lang), Meaning::Muted)], value, Meaning::Body);
    };
    let made_with = format!("{} {}", checklist.id(), checklist.version());
    fact(r::checklist(lang), &r::aside(lang, one_line(checklist.parts().title.get(lang)), made_with));
    if !assessment.assessors.is_empty() {
        let names: Vec<String> = assessment.assessors.iter().map(|name| one_line(name)).collect();
        fact(r::assessors(lang), &names.join(r::comma(lang)));
    }
}

/// The level, what it would be by other readings, and what blocks the next.
fn level(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    sheet.blank();
    sheet.dotted(0, &[], &parts::level_parts(card, lang), Meaning::Title);
    sheet.text(0, &parts::coverage(card, lang), Meaning::Body);
    for (label, level) in parts::readings(card, lang) {
        sheet.pair(0, label, &r::level_short(lang, level), Meaning::Body);
    }
    sheet.blank();
    parts::blocks(sheet, card);
}

/// What to do first: the actions that serve most gaps, then the gaps that only their remedy closes.
fn first(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    let plan = &card.plan;
    if plan.gaps.is_empty() {
        return;
    }
    sheet.heading(&r::first(lang, plan.target_level));
    let open = card.score.coverage.open();
    if open > 0 {
        sheet.text(1, &r::open_first(lang, open), Meaning::Warning);
    }
    for (at, what) in parts::first(card, lang).iter().enumerate() {
        sheet.dotted(1, &[(&format!("{}. ", at + 1), Meaning::Muted)], what, Meaning::Body);
    }
}

/// What the answers say against each other.
fn findings(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    sheet.heading(&r::with_count(lang, terms::findings(lang), card.findings.len()));
    if card.findings.is_empty() {
        sheet.text(1, r::no_findings(lang), Meaning::Met);
    }
    for finding in &card.findings {
        let before = [("!", Meaning::Warning), (" ", Meaning::Body)];
        sheet.words(1, &before, &parts::finding(card, finding, lang), Meaning::Body);
    }
}

/// What was left out, and why.
fn waivers(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    let waived = card.waived();
    if waived.is_empty() {
        return;
    }
    sheet.heading(&r::with_count(lang, r::waivers(lang), waived.len()));
    let mut table = Table::new(&[(r::item(lang), Column::Rest), (r::reason(lang), Column::Fit)]);
    for key in &waived {
        let (reason, meaning) = parts::waiver_reason(card, key, lang);
        table.row([body(wording::title(&card.checklist, key, lang)), (reason.to_owned(), meaning)]);
    }
    table.draw(sheet);
}

/// The gaps of the plan, one a row.
fn gaps(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    let plan = &card.plan;
    sheet.heading(&super::plan::headline(card, lang));
    if plan.gaps.is_empty() {
        sheet.text(1, super::plan::nothing(card, lang), Meaning::Body);
        return;
    }
    let mut table = Table::new(&[
        ("", Column::Drawn),
        (r::gap(lang), Column::Rest),
        (r::level(lang), Column::Fit),
        (r::effort(lang), Column::Fit),
        (r::role(lang), Column::Fit),
        (terms::due(lang), Column::Fit),
    ]);
    for gap in &plan.gaps {
        let (sign, meaning) = mark(gap.answer);
        table.row([
            (sign.to_owned(), meaning),
            body(wording::criterion(&card.checklist, &gap.criterion, lang)),
            body(gap.level.to_string()),
            body(parts::effort(gap.effort, lang)),
            parts::gap_role(card, gap, lang),
            body(gap.due.map(|day| day.to_string()).unwrap_or_default()),
        ]);
    }
    table.draw(sheet);
}
