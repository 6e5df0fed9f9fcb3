//! Every item with what was said of it; what was not said anything of, plainly.

use crate::i18n::{report as r, terms};
use crate::model::Key;
use crate::report::parts;
use crate::report::sheet::Sheet;
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::text::one_line;
use crate::wording;

/// Every item that was answered, section by section, each section ending with what is not answered.
pub(super) fn all(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    sheet.heading(r::answers(lang));
    let (checklist, asked) = (&card.checklist, card.checklist.parts());
    for def in &asked.levels {
        let keys: Vec<Key> = checklist.criteria_of(def.level).map(|item| Key::Criterion(item.id.clone())).collect();
        section(
            sheet,
            card,
            &format!("{} · {}", terms::criteria(lang), parts::level_title(card, def.level, lang)),
            &keys,
        );
    }
    let keys: Vec<Key> = asked.deliverables.iter().map(|item| Key::Deliverable(item.id.clone())).collect();
    section(sheet, card, terms::deliverables(lang), &keys);
    for role in &asked.roles {
        let keys: Vec<Key> = checklist.practices_of(&role.id).map(|item| Key::Practice(item.id.clone())).collect();
        section(sheet, card, &format!("{} · {}", terms::practices(lang), role.title.get(lang)), &keys);
    }
    let nobodys = asked.practices.iter().filter(|item| item.role.is_none());
    let keys: Vec<Key> = nobodys.map(|item| Key::Practice(item.id.clone())).collect();
    section(sheet, card, terms::practices(lang), &keys);
    let keys: Vec<Key> = asked.metrics.iter().map(|item| Key::Metric(item.id.clone())).collect();
    section(sheet, card, terms::metrics(lang), &keys);
    for of in &asked.loops {
        let keys: Vec<Key> = of.steps.iter().map(|step| Key::Step(of.id.clone(), step.id.clone())).collect();
        section(sheet, card, &format!("{} · {}", terms::loops(lang), of.title.get(lang)), &keys);
    }
    retired(sheet, card);
}

fn section(sheet: &mut Sheet, card: &Scorecard, title: &str, keys: &[Key]) {
    if keys.is_empty() {
        return;
    }
    let lang = sheet.lang();
    sheet.heading(title);
    let (said, silent): (Vec<&Key>, Vec<&Key>) = keys.iter().partition(|key| card.assessment.entry(key).is_some());
    for key in said {
        let shown = format!("{} · {}", wording::title(&card.checklist, key, lang), parts::said(card, key, lang));
        sheet.marked(1, parts::item_mark(card, key), &shown, Meaning::Body);
        parts::details(sheet, card, key, 3);
    }
    // What gates a level is named even then.
    let gates = keys.iter().any(|key| matches!(key, Key::Criterion(_)));
    if silent.len() == keys.len() && !gates {
        sheet.text(1, r::none_answered(lang), Meaning::Muted);
    } else if !silent.is_empty() {
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
