//! The item under the cursor: its question, its answer and all that belongs to it, and what it is linked to.

use super::outline::item_mark;
use super::page::Page;
use crate::i18n::{Lang, Text, terms, tui as t};
use crate::model::checklist::{Better, Criterion, Metric};
use crate::model::{Answer, Entry, Id, Key};
use crate::style::{Meaning, mark};
use crate::text::one_line;
use crate::tui::app::{App, Walk};
use crate::tui::outline::Node;
use crate::wording;

/// The page of whatever is under the cursor.
pub(super) fn page(app: &App, width: usize) -> Page {
    let mut page = Page::new(width, app);
    let Some(walk) = &app.walk else { return page };
    let lang = app.lang;
    match walk.outline.current() {
        Some(Node::Item(key)) => {
            question(&mut page, walk, key, lang);
            answer(&mut page, walk, key, lang);
            about(&mut page, walk, key, lang);
        }
        Some(Node::Group(group, _)) => {
            page.text(0, &group.title(&walk.card.checklist, lang), Meaning::Title);
            page.blank();
            for key in walk.outline.items_of(walk.outline.at()) {
                page.marked(0, item_mark(walk, key), &wording::title(&walk.card.checklist, key, lang), Meaning::Body);
            }
        }
        None => {}
    }
    page
}

fn question(page: &mut Page, walk: &Walk, key: &Key, lang: Lang) {
    let checklist = &walk.card.checklist;
    let kind = match key {
        Key::Criterion(id) => checklist.criterion(id).and_then(|item| checklist.level(item.level)).map_or_else(
            || terms::criteria(lang).to_owned(),
            |def| terms::level_titled(lang, def.level, def.title.get(lang)),
        ),
        Key::Deliverable(_) => terms::deliverables(lang).to_owned(),
        Key::Practice(id) => {
            let role = checklist.practice(id).and_then(|item| item.role.as_ref()).and_then(|role| checklist.role(role));
            role.map_or(terms::practices(lang), |role| role.title.get(lang)).to_owned()
        }
        Key::Metric(_) => terms::metrics(lang).to_owned(),
        Key::Step(of, _) => checklist.improvement_loop(of).map_or(of.as_str(), |of| of.title.get(lang)).to_owned(),
    };
    page.text(0, &kind, Meaning::Muted);
    page.text(0, &wording::title(checklist, key, lang), Meaning::Title);
}

fn answer(page: &mut Page, walk: &Walk, key: &Key, lang: Lang) {
    let entry = walk.entry(key);
    page.blank();
    if let Key::Metric(id) = key {
        if let Some(metric) = walk.card.checklist.metric(id) {
            measured(page, walk, metric, &entry, lang);
        }
    } else {
        let (mark, meaning) = mark(entry.answer());
        let mut said = wording::answer(key, entry.answer(), lang).to_owned();
        if let Some(reason) = entry.reason.filter(|_| entry.answer() == Some(Answer::Na)) {
            said = terms::aside(lang, said, reason.term(lang));
        }
        if let Some(day) = entry.answered.filter(|_| entry.is_answered()) {
            said = format!("{said} · {}", t::answered_on(lang, day));
        }
        page.pair_marked(t::answer(lang), (mark, meaning), &said);
    }
    if let Some(days) = walk.carried_days(key) {
        page.text(2, &t::carried(lang, days), Meaning::Partial);
    }
    for finding in walk
        .card
        .findings
        .iter()
        .filter(|finding| matches!(key, Key::Criterion(id) if finding.criterion.as_ref() == Some(id)))
    {
        page.marked(
            0,
            ("!", Meaning::Warning),
            &wording::finding(&walk.card.checklist, finding, lang),
            Meaning::Warning,
        );
    }
    if let Some(owner) = &entry.owner {
        page.pair(0, terms::owner(lang), &one_line(owner), Meaning::Body);
    }
    if let Some(due) = entry.due {
        let (text, meaning) = if walk.card.is_overdue(key) {
            (terms::aside(lang, due, t::overdue(lang)), Meaning::Warning)
        } else {
            (due.to_string(), Meaning::Body)
        };
        page.pair(0, terms::due(lang), &text, meaning);
    }
    if let Some(note) = &entry.note {
        page.pair(0, terms::note(lang), note, Meaning::Body);
    }
    if !entry.evidence.is_empty() {
        page.pair(0, terms::evidence(lang), "", Meaning::Muted);
        for evidence in &entry.evidence {
            let (shown, valid) = wording::evidence(evidence, walk.card.assessment.date, lang);
            let mark = if valid { mark(Some(Answer::Yes)) } else { mark(Some(Answer::No)) };
            page.marked(1, mark, &shown, Meaning::Body);
        }
    }
}

fn measured(page: &mut Page, walk: &Walk, metric: &Metric, entry: &Entry, lang: Lang) {
    let unit = metric.unit.as_ref().map_or("", |unit| unit.get(lang));
    let value =
        entry.value().map_or_else(|| terms::metric_no_data(lang).to_owned(), |value| wording::quantity(value, unit));
    let mark = item_mark(walk, &Key::Metric(metric.id.clone()));
    let status = walk.card.score.metrics.iter().find(|score| score.id == metric.id).map(|score| score.status);
    let status = status.map_or("", |status| wording::metric_status(status, lang));
    let said = if entry.value().is_some() { format!("{value} · {status}") } else { value };
    page.pair_marked(t::value(lang), mark, &said);
    if let Some(day) = entry.answered {
        page.text(2, &t::answered_on(lang, day), Meaning::Muted);
    }
    let target = match (entry.target, metric.target) {
        (Some(own), _) => terms::aside(lang, wording::target(own, unit), t::new_target(lang)),
        (None, Some(default)) => terms::aside(lang, wording::target(default, unit), t::checklist_target(lang)),
        (None, None) => t::no_target(lang).to_owned(),
    };
    page.pair(0, t::target(lang), &target, Meaning::Body);
    match walk.card.better(&metric.id) {
        Some(Better::Higher) => page.text(0, t::higher_is_better(lang), Meaning::Muted),
        Some(Better::Lower) => page.text(0, t::lower_is_better(lang), Meaning::Muted),
        None => {}
    }
}

/// Guidance, remedy and links.
fn about(page: &mut Page, walk: &Walk, key: &Key, lang: Lang) {
    let checklist = &walk.card.checklist;
    let mut prose = |heading: &str, prose: Option<&Text>| {
        if let Some(prose) = prose {
            page.heading(heading);
            page.text(0, prose.get(lang), Meaning::Body);
        }
    };
    match key {
        Key::Criterion(id) => {
            let Some(criterion) = checklist.criterion(id) else { return };
            prose(terms::guidance(lang), criterion.guidance.as_ref());
            prose(terms::remedy(lang), criterion.remedy.as_ref());
            links(page, walk, criterion, lang);
        }
        Key::Deliverable(id) => {
            prose(terms::guidance(lang), checklist.deliverable(id).and_then(|item| item.guidance.as_ref()));
            serves(page, walk, lang, |criterion| criterion.deliverables.contains(id));
        }
        Key::Practice(id) => {
            prose(terms::guidance(lang), checklist.practice(id).and_then(|item| item.guidance.as_ref()));
            serves(page, walk, lang, |criterion| criterion.practices.contains(id));
        }
        Key::Metric(id) => serves(page, walk, lang, |criterion| criterion.metrics.contains(id)),
        Key::Step(of, _) => chain(page, walk, of, lang),
    }
}

fn links(page: &mut Page, walk: &Walk, criterion: &Criterion, lang: Lang) {
    if criterion.evidence_required {
        page.blank();
        page.text(0, t::evidence_needed(lang), Meaning::Muted);
    }
    if !criterion.na_allowed {
        page.blank();
        page.text(0, t::no_waiver_here(lang), Meaning::Muted);
    }
    let mut list = |heading: &str, keys: Vec<Key>| {
        if !keys.is_empty() {
            page.heading(heading);
            for key in &keys {
                page.marked(0, item_mark(walk, key), &wording::title(&walk.card.checklist, key, lang), Meaning::Body);
            }
        }
    };
    list(t::linked_practices(lang), criterion.practices.iter().cloned().map(Key::Practice).collect());
    list(t::linked_deliverables(lang), criterion.deliverables.iter().cloned().map(Key::Deliverable).collect());
    list(t::linked_metrics(lang), criterion.metrics.iter().cloned().map(Key::Metric).collect());
    page.blank();
    let checklist = &walk.card.checklist;
    page.text(0, criterion.effort.term(lang), Meaning::Body);
    if let Some(role) = criterion.role.as_ref().and_then(|id| checklist.role(id)) {
        page.pair(0, t::role(lang), role.title.get(lang), Meaning::Body);
    }
    if let Some(area) = criterion.area.as_ref().and_then(|id| checklist.area(id)) {
        page.pair(0, t::area(lang), area.title.get(lang), Meaning::Body);
    }
    if let Some(route) = criterion.route.as_ref().and_then(|id| checklist.route(id)) {
        page.pair(0, t::route(lang), route.title.get(lang), Meaning::Body);
    }
    page.pair(0, "id", criterion.id.as_str(), Meaning::Muted);
}

fn serves(page: &mut Page, walk: &Walk, lang: Lang, linked: impl Fn(&Criterion) -> bool) {
    let mut criteria = walk.card.checklist.parts().criteria.iter().filter(|criterion| linked(criterion)).peekable();
    if criteria.peek().is_some() {
        page.heading(t::serves(lang));
    }
    for criterion in criteria {
        let answer = walk.card.assessment.answer(&Key::Criterion(criterion.id.clone()));
        page.marked(0, mark(answer), criterion.title.get(lang), Meaning::Body);
    }
}

fn chain(page: &mut Page, walk: &Walk, of: &Id, lang: Lang) {
    let Some(of) = walk.card.checklist.improvement_loop(of) else { return };
    let broken =
        walk.card.score.loops.iter().find(|score| score.id == of.id).and_then(|score| score.broken_at.as_ref());
    page.heading(t::chain(lang));
    for step in &of.steps {
        let answer = walk.card.assessment.answer(&Key::Step(of.id.clone(), step.id.clone()));
        let title = step.title.get(lang);
        if broken == Some(&step.id) {
            page.marked(0, mark(answer), &format!("{title} ← {}", t::broken_here(lang)), Meaning::Warning);
        } else {
            page.marked(0, mark(answer), title, Meaning::Body);
        }
    }
}
