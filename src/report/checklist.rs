//! A checklist to read: what it asks, level by level, with all that belongs to it.

use super::sheet::{Paper, Sheet};
use crate::i18n::{Text, report as r, terms};
use crate::model::checklist::{Criterion, Metric, Parts};
use crate::model::{Checklist, Id, Key};
use crate::style::Meaning;
use crate::wording;

/// The whole checklist.
pub fn show(checklist: &Checklist, paper: Paper) -> Sheet {
    let mut sheet = Sheet::new(paper);
    let lang = paper.lang;
    let parts = checklist.parts();
    sheet.text(0, &format!("{} · {} {}", parts.title.get(lang), checklist.id(), checklist.version()), Meaning::Title);
    prose(&mut sheet, 0, parts.summary.as_ref());
    for def in &parts.levels {
        sheet.heading(&terms::level_titled(lang, def.level, def.title.get(lang)));
        for criterion in checklist.criteria_of(def.level) {
            sheet.blank();
            of_criterion(&mut sheet, checklist, criterion);
        }
    }
    if !parts.deliverables.is_empty() {
        sheet.heading(terms::deliverables(lang));
        for item in &parts.deliverables {
            entry(&mut sheet, &item.id, &item.title);
            prose(&mut sheet, 2, item.guidance.as_ref());
        }
    }
    practices(&mut sheet, checklist);
    metrics(&mut sheet, parts);
    loops(&mut sheet, parts);
    profiles(&mut sheet, checklist);
    sheet
}

/// The title of an item with its id.
fn entry(sheet: &mut Sheet, id: &Id, title: &Text) {
    let lang = sheet.lang();
    sheet.blank();
    sheet.text(0, &r::aside(lang, title.get(lang), id), Meaning::Title);
}

fn prose(sheet: &mut Sheet, indent: usize, prose: Option<&Text>) {
    if let Some(prose) = prose {
        sheet.text(indent, prose.get(sheet.lang()).trim(), Meaning::Body);
    }
}

fn of_criterion(sheet: &mut Sheet, checklist: &Checklist, criterion: &Criterion) {
    let lang = sheet.lang();
    entry(sheet, &criterion.id, &criterion.title);
    prose(sheet, 2, criterion.guidance.as_ref());
    if let Some(remedy) = &criterion.remedy {
        sheet.pair(2, terms::remedy(lang), remedy.get(lang).trim(), Meaning::Body);
    }
    let mut links = |label: &str, keys: Vec<Key>| {
        let titles: Vec<String> = keys.iter().map(|key| wording::title(checklist, key, lang)).collect();
        if !titles.is_empty() {
            sheet.pair(2, label, &titles.join(r::semicolon(lang)), Meaning::Body);
        }
    };
    links(r::linked_practices(lang), criterion.practices.iter().cloned().map(Key::Practice).collect());
    links(r::linked_deliverables(lang), criterion.deliverables.iter().cloned().map(Key::Deliverable).collect());
    links(r::linked_metrics(lang), criterion.metrics.iter().cloned().map(Key::Metric).collect());
    let mut facts = vec![criterion.effort.term(lang)];
    facts.extend(criterion.role.as_ref().and_then(|id| checklist.role(id)).map(|role| role.title.get(lang)));
    facts.extend(criterion.area.as_ref().and_then(|id| checklist.area(id)).map(|area| area.title.get(lang)));
    facts.extend(criterion.route.as_ref().and_then(|id| checklist.route(id)).map(|route| route.title.get(lang)));
    sheet.text(2, &facts.join(" · "), Meaning::Muted);
    if criterion.evidence_required {
        sheet.text(2, r::evidence_needed(lang), Meaning::Muted);
    }
    if !criterion.na_allowed {
        sheet.text(2, r::no_waiver_here(lang), Meaning::Muted);
    }
}

/// The practices by role; those of nobody last.
fn practices(sheet: &mut Sheet, checklist: &Checklist) {
    let lang = sheet.lang();
    let all = &checklist.parts().practices;
    let roles = checklist.parts().roles.iter().map(|role| (Some(&role.id), role.title.get(lang)));
    for (role, title) in roles.chain([(None, "")]) {
        let own: Vec<_> = all.iter().filter(|practice| practice.role.as_ref() == role).collect();
        if own.is_empty() {
            continue;
        }
        let heading = terms::practices(lang);
        sheet.heading(&if title.is_empty() { heading.to_owned() } else { format!("{heading} · {title}") });
        for practice in own {
            entry(sheet, &practice.id, &practice.title);
            prose(sheet, 2, practice.guidance.as_ref());
        }
    }
}

fn metrics(sheet: &mut Sheet, parts: &Parts) {
    let lang = sheet.lang();
    if !parts.metrics.is_empty() {
        sheet.heading(terms::metrics(lang));
    }
    let of = |metric: &Metric| {
        let unit = metric.unit.as_ref().map_or("", |unit| unit.get(lang));
        let target = metric.target.map_or(r::no_target(lang).to_owned(), |target| wording::target(target, unit));
        let mut shown = r::aside(lang, metric.title.get(lang), &metric.id);
        if !unit.is_empty() {
            shown = format!("{shown} · {unit}");
        }
        format!("{shown} · {}{}{target}", r::target(lang), terms::colon(lang))
    };
    for metric in &parts.metrics {
        sheet.marked(0, ("-", Meaning::Muted), &of(metric), Meaning::Body);
    }
}

fn loops(sheet: &mut Sheet, parts: &Parts) {
    let lang = sheet.lang();
    if !parts.loops.is_empty() {
        sheet.heading(terms::loops(lang));
    }
    for of in &parts.loops {
        let steps: Vec<&str> = of.steps.iter().map(|step| step.title.get(lang)).collect();
        let title = r::aside(lang, of.title.get(lang), &of.id);
        let shown = format!("{title}{}{}", terms::colon(lang), steps.join(" → "));
        sheet.marked(0, ("-", Meaning::Muted), &shown, Meaning::Body);
    }
}

fn profiles(sheet: &mut Sheet, checklist: &Checklist) {
    let lang = sheet.lang();
    if !checklist.parts().profiles.is_empty() {
        sheet.heading(r::profiles(lang));
    }
    for profile in &checklist.parts().profiles {
        let title = r::aside(lang, profile.title.get(lang), &profile.id);
        sheet.marked(0, ("-", Meaning::Muted), &title, Meaning::Body);
        for team in &profile.teams {
            let role = |id| checklist.role(id).map(|role| role.title.get(lang));
            let roles: Vec<&str> = team.roles.iter().filter_map(role).collect();
            sheet.pair(4, team.title.get(lang), &roles.join(r::comma(lang)), Meaning::Body);
        }
    }
}
