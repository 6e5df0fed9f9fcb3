//! Every item with all that was said of it, area by area.

use std::collections::HashMap;

use super::super::document::{Document, Heading, Item, Items, Joint, Line, quote};
use super::super::item;
use super::super::parts::{self, DASH, Of};
use crate::i18n::say;
use crate::model::{Id, Key};
use crate::style::{Meaning, mark};
use crate::wording;

/// Every item that was answered, section by section, each section ending with what is not answered; then the sections
/// in which nothing is; then the answers to what the checklist does not have.
///
/// Where that is `guided`, every item is there with what the checklist says of it.
pub(super) fn answers<'a>(page: &mut Document<'a>, of: Of<'a>, guided: bool) {
    let (card, lang) = (of.card, of.lang);
    page.section("items", Line::ours(say::answers(lang)));
    let mut silent = Line::new(Meaning::Muted).joined(Joint::Semicolon);
    let areas = by_area(of);
    for Part { depth, anchor, title, keys } in areas {
        page.push(Heading { depth, line: title, anchor: anchor.map(Into::into), short: None });
        if !keys.is_empty() {
            section(page, of, &keys, guided);
        }
    }
    for (title, keys) in sections(of) {
        if guided || keys.iter().any(|key| card.assessment.entry(key).is_some()) {
            page.heading(3, title);
            section(page, of, &keys, guided);
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

/// The criteria of an area that are in no other in it, or of none, under a title.
struct Part<'a> {
    /// How deep the title is.
    depth: u8,
    /// What leads to it.
    anchor: Option<String>,
    title: Line<'a>,
    keys: Vec<Key>,
}

/// The criteria area by area, each before the areas in it.
fn by_area<'a>(of: Of<'a>) -> Vec<Part<'a>> {
    let (checklist, lang) = (&of.card.checklist, of.lang);
    let mut own: HashMap<Option<&Id>, Vec<Key>> = HashMap::new();
    for item in &checklist.parts().criteria {
        own.entry(item.area.as_ref()).or_default().push(Key::Criterion(item.id.clone()));
    }
    let nowhere = own.remove(&None);
    let leads = checklist.leads_with_areas();
    let some = checklist.areas().filter(|(area, _)| checklist.criteria_in(&area.id).next().is_some());
    let mut parts: Vec<Part<'a>> = some
        .map(|(area, depth)| {
            let title = of.area(&area.id);
            Part {
                depth: u8::try_from(depth).unwrap_or_default().saturating_add(3),
                anchor: leads.then(|| format!("area-{}", area.id)),
                title: if depth == 0 && !leads { Line::ours(say::criteria(lang)).and(title) } else { title },
                keys: own.remove(&Some(&area.id)).unwrap_or_default(),
            }
        })
        .collect();
    parts.extend(nowhere.map(|keys| Part { depth: 3, anchor: None, title: Line::ours(say::criteria(lang)), keys }));
    parts
}

fn section<'a>(page: &mut Document<'a>, of: Of<'a>, keys: &[Key], guided: bool) {
    let lang = of.lang;
    let mut items: Vec<Item<'a>> = Vec::new();
    let mut silent: Vec<&Key> = Vec::new();
    for key in keys {
        let told = of.item(key);
        if guided || told.is_something() {
            let line = of.title(key).meaning_of_last(Meaning::Title);
            // Under the title of an area stand criteria of every level.
            let line = match key {
                Key::Criterion(id) => match of.card.checklist.criterion(id) {
                    Some(criterion) => line.and(parts::level_of(criterion, lang)),
                    None => line,
                },
                Key::Deliverable(_) | Key::Practice(_) | Key::Metric(_) | Key::Step(..) => line,
            };
            let line = line.and(told.said());
            let mut body = told.details();
            if guided {
                body.extend(item::in_short(&of.card.checklist, key, lang));
            }
            items.push(Item::marked(told.mark(), line).of(key.clone()).with(body));
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

/// Every other item that the checklist asks for, under the parts of a title that says what they belong to.
fn sections<'a>(of: Of<'a>) -> Vec<(Line<'a>, Vec<Key>)> {
    let (checklist, asked, lang) = (&of.card.checklist, of.card.checklist.parts(), of.lang);
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
    let mut sections: Vec<(Line<'a>, Vec<Key>)> = vec![(Line::ours(say::deliverables(lang)), deliverables.collect())];
    sections.extend(roles);
    sections.push((practices(), nobodys.collect()));
    sections.push((Line::ours(say::metrics(lang)), metrics.collect()));
    sections.extend(loops);
    sections.retain(|(_, keys)| !keys.is_empty());
    sections
}
