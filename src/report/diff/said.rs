//! What is said of one item: what became of its answer or value, what the checklist made of it, what changed beside it.

use super::Compared;
use super::outline::Detail;
use crate::diff::{Cause, Change, Item, Pair, Side};
use crate::i18n::{Lang, diff as d, report as r, terms};
use crate::model::{Answer, Evidence, Id, Key, Section};
use crate::style::{Meaning, mark};
use crate::text::one_line;
use crate::wording;

/// The name of a section.
pub(super) const fn section(section: Section, lang: Lang) -> &'static str {
    match section {
        Section::Criteria => terms::criteria(lang),
        Section::Deliverables => terms::deliverables(lang),
        Section::Practices => terms::practices(lang),
        Section::Metrics => terms::metrics(lang),
        Section::Steps => terms::loops(lang),
    }
}

/// The title of an item now; of a retired one the one that it had.
pub(super) fn title(compared: Compared<'_>, key: &Key, lang: Lang) -> String {
    let checklist = if compared.new.checklist.knows(key) { &compared.new.checklist } else { &compared.old.checklist };
    one_line(&wording::title(checklist, key, lang))
}

/// The title of a criterion now; of a retired one the one that it had.
pub(super) fn criterion(compared: Compared<'_>, id: &Id, lang: Lang) -> String {
    title(compared, &Key::Criterion(id.clone()), lang)
}

/// The title of an area now; of one that is gone the one that it had.
pub(super) fn area(compared: Compared<'_>, id: &Id, lang: Lang) -> String {
    let area = compared.new.checklist.area(id).or_else(|| compared.old.checklist.area(id));
    area.map_or_else(|| id.to_string(), |area| one_line(area.title.get(lang)))
}

/// The mark of an item: of its answer now, of a metric of the way that it went.
pub(super) fn mark_of(item: &Item) -> (&'static str, Meaning) {
    if is_retired(item) {
        return ("-", Meaning::Muted);
    }
    match (&item.key, item.change) {
        (Key::Metric(_), Change::Improved) => mark(Some(Answer::Yes)),
        (Key::Metric(_), Change::Regressed) => mark(Some(Answer::No)),
        (Key::Metric(_), _) => ("~", Meaning::Partial),
        _ => mark(item.new.answer),
    }
}

fn is_retired(item: &Item) -> bool {
    item.asked.as_ref().is_some_and(|asked| asked.new.is_none())
}

fn is_new(item: &Item) -> bool {
    item.asked.as_ref().is_some_and(|asked| asked.old.is_none())
}

/// An item in one sentence: its title, what became of it, and what the checklist made of it.
pub(super) fn item(compared: Compared<'_>, item: &Item, lang: Lang) -> String {
    let mut told = vec![title(compared, &item.key, lang)];
    match &item.key {
        Key::Metric(id) => told.extend(measured(compared, item, id, lang)),
        key => told.extend(answered(item, key, lang)),
    }
    told.extend(asked(compared, item, lang));
    if item.new.to_confirm && item.cause == Cause::We && item.change != Change::Unchanged {
        told.push(d::to_confirm(lang).to_owned());
    }
    told.join(" · ")
}

/// The answer before and after; once where it is the same.
fn answered(item: &Item, key: &Key, lang: Lang) -> Option<String> {
    let word = |side: Side| match side.answer {
        Some(Answer::Na) if side.counts == Some(Answer::No) => terms::finding_waiver_not_allowed(lang),
        answer => wording::answer(key, answer, lang),
    };
    let (old, new) = (word(item.old), word(item.new));
    let one = if is_retired(item) {
        Some(old)
    } else if is_new(item) || old == new {
        Some(new)
    } else {
        None
    };
    Some(one.map_or_else(|| d::from_to(lang, old, new), str::to_owned))
}

/// A metric's value and status before and after, by how much it differs, and whether that is better.
fn measured(compared: Compared<'_>, item: &Item, id: &Id, lang: Lang) -> Vec<String> {
    let unit = |checklist: &crate::model::Checklist, id: &Id| {
        let unit = checklist.metric(id).and_then(|metric| metric.unit.as_ref());
        unit.map_or_else(String::new, |unit| one_line(unit.get(lang)))
    };
    let (before, after) = (unit(&compared.old.checklist, id), unit(&compared.new.checklist, id));
    let value = |side: Side, unit: &str| {
        side.value.map_or_else(|| terms::metric_no_data(lang).to_owned(), |value| wording::quantity(value, unit))
    };
    let (old, new) = (value(item.old, &before), value(item.new, &after));
    let mut told = match (is_retired(item), is_new(item) || old == new) {
        (true, _) => old,
        (false, true) => new,
        (false, false) => d::from_to(lang, old, new),
    };
    if let Some(by) = item.by {
        let sign = if by > 0.0 { "+" } else { "" };
        let by = format!("{sign}{}", wording::quantity(by, &after));
        let way = match item.change {
            Change::Improved => format!("{}{}", terms::comma(lang), d::better(lang)),
            Change::Regressed => format!("{}{}", terms::comma(lang), d::worse(lang)),
            _ => String::new(),
        };
        told = terms::aside(lang, told, format!("{by}{way}"));
    }
    let status = |side: Side| side.status.map(|status| wording::metric_status(status, lang));
    let crossing = match (status(item.old), status(item.new)) {
        (Some(was), Some(is)) if was != is => Some(d::from_to(lang, was, is)),
        _ => None,
    };
    [Some(told), crossing].into_iter().flatten().collect()
}

/// What the checklist made of an item.
fn asked(compared: Compared<'_>, item: &Item, lang: Lang) -> Vec<String> {
    let Some(asked) = &item.asked else { return Vec::new() };
    let version = compared.new.checklist.version();
    let mut told = Vec::new();
    match (&asked.old, &asked.new) {
        (None, _) => told.push(d::new_in(lang, version)),
        (_, None) => told.push(d::retired_in(lang, version)),
        _ => {}
    }
    if let Some(was) = item.formerly() {
        told.push(d::renamed(lang, was));
    }
    if let Some((from, to)) = asked.moved {
        told.push(d::moved(lang, from, to));
    }
    if asked.reworded {
        told.push(d::reworded(lang).to_owned());
    }
    told
}

/// What changed beside the answer, each behind its label.
pub(super) fn details(compared: Compared<'_>, item: &Item, lang: Lang) -> Vec<(String, Detail)> {
    let details = &item.details;
    let mut told: Vec<(String, Detail)> = Vec::new();
    if !details.note.is_empty() {
        told.push((terms::note(lang).to_owned(), Detail::Words(details.note.clone())));
    }
    let mut tell = |label: &str, text: String| told.push((label.to_owned(), Detail::Text(text)));
    let (before, after) = (compared.old.assessment.date, compared.new.assessment.date);
    let evidence = |one: &Evidence, day| wording::evidence(one, day, lang).0;
    details.evidence_removed.iter().for_each(|one| tell(d::evidence_removed(lang), evidence(one, before)));
    details.evidence_added.iter().for_each(|one| tell(d::evidence_added(lang), evidence(one, after)));
    for Pair { old, new } in &details.evidence_changed {
        let shown = d::from_to(lang, evidence(old, before), evidence(new, after));
        tell(d::evidence_changed(lang), shown);
    }
    let none = || d::none(lang).to_owned();
    if let Some(Pair { old, new }) = &details.owner {
        let name = |name: &Option<String>| name.as_deref().map_or_else(none, one_line);
        tell(terms::owner(lang), d::from_to(lang, name(old), name(new)));
    }
    if let Some(Pair { old, new }) = &details.due {
        let day = |day: &Option<jiff::civil::Date>| day.map_or_else(none, |day| day.to_string());
        tell(terms::due(lang), d::from_to(lang, day(old), day(new)));
    }
    if let Some(Pair { old, new }) = &details.reason {
        let reason = |of: &Option<crate::model::Reason>| of.map_or_else(none, |reason| reason.term(lang).to_owned());
        tell(r::reason(lang), d::from_to(lang, reason(old), reason(new)));
    }
    if let Some(Pair { old, new }) = &details.target {
        let target = |of: &Option<crate::model::checklist::Target>| of.map_or_else(none, |it| wording::target(it, ""));
        tell(d::own_target(lang), d::from_to(lang, target(old), target(new)));
    }
    told
}
