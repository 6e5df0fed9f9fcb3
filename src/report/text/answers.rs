//! Every item with what was said of it; what was not said anything of, plainly.

use crate::i18n::{report as r, terms};
use crate::model::Key;
use crate::report::parts;
use crate::report::sheet::{DOT, Sheet};
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::wording;

/// Every item that was answered, section by section, each section ending with what is not answered; then the sections
/// in which nothing is.
pub(super) fn all(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    sheet.heading(r::answers(lang));
    if let Some(summary) = &card.checklist.parts().summary {
        sheet.words(0, &[], summary.get(lang).trim(), Meaning::Muted);
    }
    let dot = sheet.drawn(DOT);
    let mut silent = Vec::new();
    for (title, keys) in parts::sections(card, lang) {
        // What gates a level is named even then.
        let gates = keys.iter().any(|key| matches!(key, Key::Criterion(_)));
        if gates || keys.iter().any(|key| card.assessment.entry(key).is_some()) {
            section(sheet, card, &title, &keys);
        } else {
            silent.push(title.join(&dot));
        }
    }
    if !silent.is_empty() {
        sheet.heading(r::none_answered(lang));
        sheet.list(1, &[], &silent, Meaning::Muted);
    }
    retired(sheet, card);
}

fn section(sheet: &mut Sheet, card: &Scorecard, title: &[String], keys: &[Key]) {
    let lang = sheet.lang();
    sheet.blank();
    sheet.dotted(0, &[], title, Meaning::Title);
    let (said, silent): (Vec<&Key>, Vec<&Key>) = keys.iter().partition(|key| card.assessment.entry(key).is_some());
    for key in said {
        let title = wording::title(&card.checklist, key, lang);
        item(sheet, parts::item_mark(card, key), &title, &parts::said(card, key, lang));
        parts::details(sheet, card, key, 3);
    }
    if !silent.is_empty() {
        let titles: Vec<String> = silent.iter().map(|key| wording::title(&card.checklist, key, lang)).collect();
        let (sign, _) = mark(None);
        let label = format!("{sign} {}{}", terms::unanswered(lang), terms::colon(lang));
        sheet.list(1, &[(&label, Meaning::Muted)], &titles, Meaning::Muted);
    }
}

/// An item and what was said of it.
fn item(sheet: &mut Sheet, (sign, meaning): (&str, Meaning), title: &str, said: &[String]) {
    let parts: Vec<&str> = std::iter::once(title).chain(said.iter().map(String::as_str)).collect();
    sheet.dotted(1, &[(sign, meaning), (" ", Meaning::Body)], &parts, Meaning::Body);
}

/// Answers to what the checklist does not have: kept, shown, and not scored.
fn retired(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    let mut retired = card.retired().peekable();
    if retired.peek().is_none() {
        return;
    }
    sheet.heading(r::retired(lang));
    for (key, entry) in retired {
        item(sheet, ("-", Meaning::Muted), &key.path().join("."), &[parts::retired_said(key, entry, lang)]);
        parts::details(sheet, card, key, 3);
    }
}
