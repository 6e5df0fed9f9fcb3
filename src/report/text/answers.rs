//! Every item with what was said of it; what was not said anything of, plainly.

use crate::i18n::{report as r, terms};
use crate::model::Key;
use crate::report::parts;
use crate::report::sheet::Sheet;
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::text::one_line;
use crate::wording;

/// Every item that was answered, section by section, each section ending with what is not answered; then the sections
/// in which nothing is.
pub(super) fn all(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    sheet.heading(r::answers(lang));
    let mut silent = Vec::new();
    for (title, keys) in parts::sections(card, lang) {
        // What gates a level is named even then.
        let gates = keys.iter().any(|key| matches!(key, Key::Criterion(_)));
        if gates || keys.iter().any(|key| card.assessment.entry(key).is_some()) {
            section(sheet, card, &title, &keys);
        } else {
            silent.push(title);
        }
    }
    if !silent.is_empty() {
        sheet.heading(r::none_answered(lang));
        sheet.list(1, &[], &silent, Meaning::Muted);
    }
    retired(sheet, card);
}

fn section(sheet: &mut Sheet, card: &Scorecard, title: &str, keys: &[Key]) {
    let lang = sheet.lang();
    sheet.heading(title);
    let (said, silent): (Vec<&Key>, Vec<&Key>) = keys.iter().partition(|key| card.assessment.entry(key).is_some());
    for key in said {
        let shown = format!("{} · {}", wording::title(&card.checklist, key, lang), parts::said(card, key, lang));
        sheet.marked(1, parts::item_mark(card, key), &shown, Meaning::Body);
        parts::details(sheet, card, key, 3);
    }
    if !silent.is_empty() {
        let titles: Vec<String> = silent.iter().map(|key| wording::title(&card.checklist, key, lang)).collect();
        let (sign, _) = mark(None);
        let label = format!("{sign} {}{}", terms::unanswered(lang), terms::colon(lang));
        sheet.list(1, &[(&label, Meaning::Muted)], &titles, Meaning::Muted);
    }
}

/// Answers to what the checklist does not have: kept, shown, and not scored.
fn retired(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    let mut retired = parts::retired(card).peekable();
    if retired.peek().is_none() {
        return;
    }
    sheet.heading(r::retired(lang));
    for (key, entry) in retired {
        let said = parts::retired_said(key, entry, lang);
        sheet.marked(1, ("-", Meaning::Muted), &format!("{} · {said}", one_line(&key.path().join("."))), Meaning::Body);
        parts::details(sheet, card, key, 3);
    }
}
