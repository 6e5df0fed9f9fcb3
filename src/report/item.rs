//! One item in full: what was said of it and how that counts, what it asks for, and what it is linked to.

use super::explain::counts;
use super::parts;
use super::sheet::{DOT, Paper, Sheet};
use crate::i18n::{Text, report as r, terms};
use crate::model::checklist::{Better, Criterion, Metric};
use crate::model::{Checklist, Id, Key};
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::wording;

/// The item that `key` stands for.
pub fn item(card: &Scorecard, key: &Key, paper: Paper) -> Sheet {
    let mut sheet = Sheet::new(paper);
    let lang = paper.lang;
    sheet.text(0, &format!("{} · {key}", wording::kind(&card.checklist, key, lang)), Meaning::Muted);
    sheet.text(0, &wording::title(&card.checklist, key, lang), Meaning::Title);
    sheet.blank();
    let (sign, meaning) = parts::item_mark(card, key);
    let label = if matches!(key, Key::Metric(_)) { r::value(lang) } else { r::answer(lang) };
    sheet.hanging(
        0,
        &[(label, Meaning::Muted), (terms::colon(lang), Meaning::Muted), (sign, meaning), (" ", meaning)],
        &parts::said(card, key, lang).join(DOT),
        meaning,
    );
    match key {
        Key::Criterion(id) => {
            if let Some(criterion) = card.checklist.criterion(id) {
                of_criterion(&mut sheet, card, criterion);
            }
        }
        Key::Deliverable(id) => {
            parts::details(&mut sheet, card, key, 0);
            let item = card.checklist.deliverable(id);
            prose(&mut sheet, terms::guidance(lang), item.and_then(|item| item.guidance.as_ref()));
            serves(&mut sheet, card, |criterion| criterion.deliverables.contains(id));
        }
        Key::Practice(id) => {
            parts::details(&mut sheet, card, key, 0);
            let item = card.checklist.practice(id);
            prose(&mut sheet, terms::guidance(lang), item.and_then(|item| item.guidance.as_ref()));
            serves(&mut sheet, card, |criterion| criterion.practices.contains(id));
        }
        Key::Metric(id) => {
            if let Some(metric) = card.checklist.metric(id) {
                of_metric(&mut sheet, card, metric, key);
            }
            serves(&mut sheet, card, |criterion| criterion.metrics.contains(id));
        }
        Key::Step(of, _) => {
            parts::details(&mut sheet, card, key, 0);
            chain(&mut sheet, card, of);
        }
    }
    sheet
}

/// What an item asks: its title; with `guidance`, also what a yes looks like, or what a metric is measured in.
pub fn question(checklist: &Checklist, key: &Key, guidance: bool, paper: Paper) -> Sheet {
    let mut sheet = Sheet::new(paper);
    let lang = paper.lang;
    sheet.text(0, &wording::title(checklist, key, lang), Meaning::Title);
    if !guidance {
        return sheet;
    }
    let prose = match key {
        Key::Criterion(id) => checklist.criterion(id).and_then(|item| item.guidance.as_ref()),
        Key::Deliverable(id) => checklist.deliverable(id).and_then(|item| item.guidance.as_ref()),
        Key::Practice(id) => checklist.practice(id).and_then(|item| item.guidance.as_ref()),
        Key::Metric(_) | Key::Step(..) => None,
    };
    if let Some(prose) = prose {
        sheet.text(2, prose.get(lang).trim(), Meaning::Body);
    }
    if let Key::Metric(id) = key
        && let Some(metric) = checklist.metric(id)
    {
        let unit = metric.unit.as_ref().map_or("", |unit| unit.get(lang));
        if !unit.is_empty() {
            sheet.pair(2, r::unit(lang), unit, Meaning::Body);
        }
        if let Some(target) = metric.target {
            sheet.pair(2, r::target(lang), &wording::target(target, unit), Meaning::Body);
        }
    }
    sheet
}

fn of_criterion(sheet: &mut Sheet, card: &Scorecard, criterion: &Criterion) {
    let lang = sheet.lang();
    let checklist = &card.checklist;
    let (sentence, meaning) = counts(card, criterion, lang);
    sheet.text(0, &sentence, meaning);
    for finding in card.findings.iter().filter(|finding| finding.criterion.as_ref() == Some(&criterion.id)) {
        sheet.marked(0, ("!", Meaning::Warning), &wording::finding(checklist, finding, lang), Meaning::Body);
    }
    parts::details(sheet, card, &Key::Criterion(criterion.id.clone()), 0);
    prose(sheet, terms::guidance(lang), criterion.guidance.as_ref());
    prose(sheet, terms::remedy(lang), criterion.remedy.as_ref());
    if criterion.evidence_required {
        sheet.blank();
        sheet.text(0, r::evidence_needed(lang), Meaning::Muted);
    }
    if !criterion.na_allowed {
        sheet.blank();
        sheet.text(0, r::no_waiver_here(lang), Meaning::Muted);
    }
    let mut list = |heading: &str, keys: Vec<Key>| {
        if !keys.is_empty() {
            sheet.heading(heading);
        }
        for key in &keys {
            let said = parts::said(card, key, lang).join(DOT);
            let shown = format!("{}{DOT}{said}", wording::title(checklist, key, lang));
            sheet.marked(0, parts::item_mark(card, key), &shown, Meaning::Body);
        }
    };
    list(r::linked_practices(lang), criterion.practices.iter().cloned().map(Key::Practice).collect());
    list(r::linked_deliverables(lang), criterion.deliverables.iter().cloned().map(Key::Deliverable).collect());
    list(r::linked_metrics(lang), criterion.metrics.iter().cloned().map(Key::Metric).collect());
    sheet.blank();
    sheet.pair(0, r::effort(lang), parts::effort(criterion.effort, lang), Meaning::Body);
    let titles = [
        (r::role(lang), criterion.role.as_ref().and_then(|id| checklist.role(id)).map(|role| &role.title)),
        (r::area(lang), criterion.area.as_ref().and_then(|id| checklist.area(id)).map(|area| &area.title)),
        (r::route(lang), criterion.route.as_ref().and_then(|id| checklist.route(id)).map(|route| &route.title)),
    ];
    for (label, title) in titles {
        if let Some(title) = title {
            sheet.pair(0, label, title.get(lang), Meaning::Body);
        }
    }
}

fn of_metric(sheet: &mut Sheet, card: &Scorecard, metric: &Metric, key: &Key) {
    let lang = sheet.lang();
    let unit = parts::unit(card, &metric.id, lang);
    let own = card.assessment.entry(key).and_then(|entry| entry.target);
    let target = match (own, metric.target) {
        (Some(own), _) => format!("{} · {}", wording::target(own, unit), r::new_target(lang)),
        (None, Some(default)) => format!("{} · {}", wording::target(default, unit), r::checklist_target(lang)),
        (None, None) => r::no_target(lang).to_owned(),
    };
    sheet.pair(0, r::target(lang), &target, Meaning::Body);
    match metric.better.or(metric.target.map(crate::model::checklist::Target::better)) {
        Some(Better::Higher) => sheet.text(0, r::higher_is_better(lang), Meaning::Muted),
        Some(Better::Lower) => sheet.text(0, r::lower_is_better(lang), Meaning::Muted),
        None => {}
    }
    if !unit.is_empty() {
        sheet.pair(0, r::unit(lang), unit, Meaning::Muted);
    }
    parts::details(sheet, card, key, 0);
}

fn prose(sheet: &mut Sheet, heading: &str, prose: Option<&Text>) {
    if let Some(prose) = prose {
        sheet.heading(heading);
        sheet.text(0, prose.get(sheet.lang()).trim(), Meaning::Body);
    }
}

/// The criteria that an item serves.
fn serves(sheet: &mut Sheet, card: &Scorecard, linked: impl Fn(&Criterion) -> bool) {
    let mut criteria = card.checklist.parts().criteria.iter().filter(|criterion| linked(criterion)).peekable();
    if criteria.peek().is_some() {
        sheet.heading(r::serves(sheet.lang()));
    }
    for criterion in criteria {
        let answer = card.assessment.answer(&Key::Criterion(criterion.id.clone()));
        let shown = r::aside(sheet.lang(), criterion.title.get(sheet.lang()), &criterion.id);
        sheet.marked(0, mark(answer), &shown, Meaning::Body);
    }
}

/// A loop step by step, the broken link marked.
fn chain(sheet: &mut Sheet, card: &Scorecard, of: &Id) {
    let lang = sheet.lang();
    let Some(of) = card.checklist.improvement_loop(of) else { return };
    let score = card.score.loops.iter().find(|score| score.id == of.id);
    let broken = score.and_then(|score| score.broken_at.as_ref());
    sheet.heading(r::chain(lang));
    for step in &of.steps {
        let answer = card.assessment.answer(&Key::Step(of.id.clone(), step.id.clone()));
        let title = step.title.get(lang);
        if broken == Some(&step.id) {
            sheet.marked(0, mark(answer), &format!("{title} ← {}", r::broken_here(lang)), Meaning::Warning);
        } else {
            sheet.marked(0, mark(answer), title, Meaning::Body);
        }
    }
}
