//! Every item with all that was said of it, area by area.

use super::super::document::{Document, Item, Items, Joint, Line, quote};
use super::super::parts::{self, DASH, Of};
use crate::i18n::say;
use crate::model::{Id, Key};
use crate::style::{Meaning, mark};
use crate::wording;

/// Every item that was answered, section by section, each section ending with what is not answered; then the sections
/// in which nothing is; then the answers to what the checklist does not have.
pub(super) fn answers<'a>(page: &mut Document<'a>, of: Of<'a>) {
    let (card, lang) = (of.card, of.lang);
    page.section("items", Line::ours(say::answers(lang)));
    let mut silent = Line::new(Meaning::Muted).joined(Joint::Semicolon);
    for (title, keys) in sections(of) {
        // What gates a level is named even then.
        let gates = keys.iter().any(|key| matches!(key, Key::Criterion(_)));
        if gates || keys.iter().any(|key| card.assessment.entry(key).is_some()) {
            page.heading(3, title);
            section(page, of, &keys);
        } else {
            silent = silent.and(title.as_one(lang).meaning(Meaning::Muted));
        }
    }
    if !silent.is_empty() {
        page.heading(3, Line::ours(say::none_answered(lang)));
        page.push(silent);
    }
    let retired = card.retired().map(|(key, entry)| {
        let said = entry.value().map_or_else(
            || wording::answer(&card.checklist, key, entry.answer(), lang).to_owned(),
            |value| value.to_string(),
        );
        let line = Line::said(&quote(&key.path().join("."))).meaning_of_last(Meaning::Title).and_ours(said);
        Item::marked(DASH, line).with(of.item(key).details())
    });
    let retired: Vec<Item<'a>> = retired.collect();
    if !retired.is_empty() {
        page.heading(3, Line::ours(say::answers_without_item(lang)));
        page.push(Items::new(retired));
    }
}

fn section<'a>(page: &mut Document<'a>, of: Of<'a>, keys: &[Key]) {
    let lang = of.lang;
    let mut items: Vec<Item<'a>> = Vec::new();
    let mut silent: Vec<&Key> = Vec::new();
    for key in keys {
        let told = of.item(key);
        if told.is_something() {
            let line = of.title(key).meaning_of_last(Meaning::Title);
            // Under the title of an area stand criteria of every level.
            let line = match key {
                Key::Criterion(id) => match of.card.checklist.criterion(id) {
                    Some(criterion) => line.and_ours(say::level(lang, criterion.level)),
                    None => line,
                },
                Key::Deliverable(_) | Key::Practice(_) | Key::Metric(_) | Key::Step(..) => line,
            };
            let line = line.and(told.said());
            items.push(Item::marked(told.mark(), line).of(key.clone()).with(told.details()));
        } else {
            silent.push(key);
        }
    }
    if !silent.is_empty() {
        let label = format!("{}{}", say::unanswered(lang), say::colon(lang));
        let line = Line::ours(label).join(parts::listed(silent.into_iter().map(|key| of.title(key))));
        items.push(Item::marked(mark(None), line.joined(Joint::Semicolon).meaning(Meaning::Muted)));
    }
    page.push(Items::new(items));
}

/// Every item that the checklist asks for, under the parts of a title that says what they belong to.
fn sections<'a>(of: Of<'a>) -> Vec<(Line<'a>, Vec<Key>)> {
    let (checklist, asked, lang) = (&of.card.checklist, of.card.checklist.parts(), of.lang);
    let criteria = |area: Option<&Id>| -> Vec<Key> {
        let own = asked.criteria.iter().filter(|item| item.area.as_ref() == area);
        own.map(|item| Key::Criterion(item.id.clone())).collect()
    };
    let areas = asked
        .areas
        .iter()
        .map(|area| (Line::ours(say::criteria(lang)).and_theirs(of.area_title(&area.id)), criteria(Some(&area.id))));
    let nowhere = [(Line::ours(say::criteria(lang)), criteria(None))];
    let deliverables = asked.deliverables.iter().map(|item| Key::Deliverable(item.id.clone()));
    let practices = || Line::ours(say::practices(lang));
    let roles = asked.roles.iter().map(|role| {
        let keys = checklist.practices_of(&role.id).map(|item| Key::Practice(item.id.clone()));
        (practices().and_theirs(role.title.get(lang)), keys.collect())
    });
    let nobodys = asked.practices.iter().filter(|item| item.role.is_none());
    let nobodys = nobodys.map(|item| Key::Practice(item.id.clone()));
    let metrics = asked.metrics.iter().map(|item| Key::Metric(item.id.clone()));
    let loops = asked.loops.iter().map(|of| {
        let keys = of.steps.iter().map(|step| Key::Step(of.id.clone(), step.id.clone()));
        (Line::ours(say::loops(lang)).and_theirs(of.title.get(lang)), keys.collect())
    });
    let mut sections: Vec<(Line<'a>, Vec<Key>)> = areas.chain(nowhere).collect();
    sections.push((Line::ours(say::deliverables(lang)), deliverables.collect()));
    sections.extend(roles);
    sections.push((practices(), nobodys.collect()));
    sections.push((Line::ours(say::metrics(lang)), metrics.collect()));
    sections.extend(loops);
    sections.retain(|(_, keys)| !keys.is_empty());
    sections
}
