//! Every item with what was said of it; what was not said anything of, plainly.

use crate::i18n::{Lang, report as r, terms};
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
    for (title, keys) in sections(card, lang) {
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

/// Every item that the checklist asks for, by what it belongs to.
fn sections(card: &Scorecard, lang: Lang) -> Vec<(String, Vec<Key>)> {
    let (checklist, asked) = (&card.checklist, card.checklist.parts());
    let below = |kind: &str, title: &str| format!("{kind} · {title}");
    let levels = asked.levels.iter().map(|def| {
        let keys = checklist.criteria_of(def.level).map(|item| Key::Criterion(item.id.clone()));
        (below(terms::criteria(lang), &parts::level_title(card, def.level, lang)), keys.collect())
    });
    let deliverables = asked.deliverables.iter().map(|item| Key::Deliverable(item.id.clone()));
    let roles = asked.roles.iter().map(|role| {
        let keys = checklist.practices_of(&role.id).map(|item| Key::Practice(item.id.clone()));
        (below(terms::practices(lang), role.title.get(lang)), keys.collect())
    });
    let nobodys = asked.practices.iter().filter(|item| item.role.is_none());
    let nobodys = nobodys.map(|item| Key::Practice(item.id.clone()));
    let metrics = asked.metrics.iter().map(|item| Key::Metric(item.id.clone()));
    let loops = asked.loops.iter().map(|of| {
        let keys = of.steps.iter().map(|step| Key::Step(of.id.clone(), step.id.clone()));
        (below(terms::loops(lang), of.title.get(lang)), keys.collect())
    });
    let mut sections: Vec<(String, Vec<Key>)> = levels.collect();
    sections.push((terms::deliverables(lang).to_owned(), deliverables.collect()));
    sections.extend(roles);
    sections.push((terms::practices(lang).to_owned(), nobodys.collect()));
    sections.push((terms::metrics(lang).to_owned(), metrics.collect()));
    sections.extend(loops);
    sections.retain(|(_, keys)| !keys.is_empty());
    sections
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
    let mut keys = card.assessment.entries().map(|(key, _)| key).filter(|key| !card.checklist.knows(key)).peekable();
    if keys.peek().is_none() {
        return;
    }
    sheet.heading(r::retired(lang));
    for key in keys {
        let entry = card.assessment.entry(key);
        let said = match entry.and_then(|entry| entry.value) {
            Some(value) => value.to_string(),
            None => wording::answer(key, entry.and_then(|entry| entry.answer), lang).to_owned(),
        };
        sheet.marked(1, ("-", Meaning::Muted), &format!("{} · {said}", one_line(&key.path().join("."))), Meaning::Body);
        parts::details(sheet, card, key, 3);
    }
}
