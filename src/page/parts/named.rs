//! What items, areas and levels are called, and where items come from.

use super::super::document::{Block, Fact, Facts, Joint, Line, Medium, Voice, quote};
use crate::i18n::{Lang, Text, say};
use crate::model::checklist::Criterion;
use crate::model::{Checklist, Id, Key, Level};
use crate::style::Meaning;
use crate::wording;

/// What kind of item it is, and where it belongs: a criterion's level, a practice's role, a metric's group, a step's loop.
pub(crate) fn kind<'a>(checklist: &'a Checklist, key: &Key, lang: Lang) -> Line<'a> {
    let line = Line::ours(wording::section(key.section(), lang));
    match key {
        Key::Criterion(id) => match checklist.criterion(id) {
            Some(criterion) => level_titled(checklist, criterion.level, lang).and(beside_the_gate(criterion, lang)),
            None => line,
        },
        Key::Deliverable(_) => line,
        Key::Practice(id) => {
            let role = checklist.practice(id).and_then(|item| item.role.as_ref()).and_then(|id| checklist.role(id));
            role.map_or(line.clone(), |role| line.and_theirs(role.title.get(lang)))
        }
        Key::Metric(id) => match checklist.metric(id).and_then(|metric| metric.group.as_deref()) {
            Some(group) => Line::theirs(wording::metric_group(group, lang)),
            None => line,
        },
        Key::Step(of, _) => {
            let own = checklist.improvement_loop(of);
            own.map_or(line.clone(), |own| line.and_theirs(own.title.get(lang)))
        }
    }
}

/// The title of an item behind its published number; its key where the checklist does not have it.
pub(crate) fn title<'a>(checklist: &'a Checklist, key: &Key, lang: Lang) -> Line<'a> {
    let title = checklist.title(key).map(|title| title.get(lang));
    title.map_or_else(|| Line::said(&quote(&key.to_string())), |title| coded(checklist.code(key), title))
}

/// The title of an area behind its published number; its id where the checklist does not have it.
pub(crate) fn area<'a>(checklist: &'a Checklist, id: &'a Id, lang: Lang) -> Line<'a> {
    checklist
        .area(id)
        .map_or_else(|| Line::theirs(id.as_str()), |area| coded(area.code.as_deref(), area.title.get(lang)))
}

/// A title behind its published number, where it has one.
fn coded<'a>(code: Option<&'a str>, title: &'a str) -> Line<'a> {
    code.map_or_else(|| Line::theirs(title), |code| Line::theirs(code).then_ours(" ").then_theirs(title))
}

/// The same with the id that goes with it.
pub(in crate::page) fn named<'a>(checklist: &Checklist, key: &Key, lang: Lang) -> Line<'a> {
    Line::said(&say::aside(lang, quote(&wording::title(checklist, key, lang)), key))
}

/// The level of a criterion, and that it gates nothing, where that is so.
pub(in crate::page) fn level_of<'a>(criterion: &Criterion, lang: Lang) -> Line<'a> {
    Line::ours(say::level(lang, criterion.level)).and(beside_the_gate(criterion, lang))
}

/// That a criterion gates nothing, where that is so.
pub(in crate::page) fn beside_the_gate<'a>(criterion: &Criterion, lang: Lang) -> Line<'a> {
    let line = Line::new(Meaning::Body);
    if criterion.gates { line } else { line.and_ours(say::gates_nothing(lang)) }
}

/// A level with what it is called.
pub(crate) fn level_titled(checklist: &Checklist, level: Level, lang: Lang) -> Line<'_> {
    let line = Line::ours(say::level(lang, level));
    let name = checklist.level(level).and_then(|def| wording::level_name(def, lang));
    name.map_or(line.clone(), |name| line.and_theirs(name))
}

/// A title with the id that goes with it.
pub(in crate::page) fn titled<'a>(title: &Text, id: &Id, lang: Lang) -> Line<'a> {
    Line::said(&say::aside(lang, quote(title.get(lang)), id))
}

/// Where an item comes from, each a link where it leads somewhere; at a terminal, which may show no links, an address of its
/// own is read too.
pub(in crate::page) fn references<'a>(checklist: &Checklist, key: &Key, lang: Lang) -> Vec<Block<'a>> {
    let all = checklist.references(key);
    let line = |bare: bool| {
        let line = Line::new(Meaning::Body).joined(Joint::Semicolon);
        all.iter().fold(line, |line, one| {
            let shown = one.shown(lang);
            match &one.url {
                Some(url) if *url == shown => line.and(Line::new(Meaning::Body).then(shown, Voice::Address)),
                Some(url) if bare => {
                    line.and_link(&shown, checklist.address(one)).then_ours(" ").then(url.clone(), Voice::Address)
                }
                _ => line.and_link(&shown, checklist.address(one)),
            }
        })
    };
    let facts = |line| vec![Facts::new(vec![Fact::new(say::references(lang), line)]).into()];
    match all.is_empty() {
        true => Vec::new(),
        false if all.iter().any(|one| one.url.is_some()) => {
            vec![Block::Only(Medium::Terminal, facts(line(true))), Block::Only(Medium::Written, facts(line(false)))]
        }
        false => facts(line(false)),
    }
}
