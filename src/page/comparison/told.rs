//! What is said of one item that differs: its answer or value then and now, and what stands beside it.

use jiff::civil::Date;

use super::{Compared, Said, grid};
use crate::diff::words::{Fate, Run, is_rewritten};
use crate::diff::{Cause, Change, Item as Changed, Pair, Side, Way};
use crate::i18n::say;
use crate::model::checklist::Target;
use crate::model::{Answer, Counted, Evidence, Id, Key, Reason, Window, Worth};
use crate::page::document::{Fact, Line, Mark, Voice, quote};
use crate::page::parts::{self, DOWN, Of, UP, metric_mark};
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::wording;

/// The most words of a kept run that are shown at either of its ends.
const CONTEXT: usize = 5;

pub(super) fn is_checklists(item: &Changed) -> bool {
    item.cause == Cause::Checklist
}

pub(super) fn is_retired(item: &Changed) -> bool {
    item.asked.as_ref().is_some_and(|asked| asked.new.is_none())
}

pub(super) fn is_new(item: &Changed) -> bool {
    item.asked.as_ref().is_some_and(|asked| asked.old.is_none())
}

/// The sign of an item: which way it went, else how it stands; of two teams nobody went anywhere.
pub(super) fn sign(of: Said<'_>, item: &Changed) -> Mark {
    match item.way().filter(|_| !of.apart()) {
        Some(Way::Up) => UP,
        Some(Way::Down) => DOWN,
        None => mark_of(item),
    }
}

/// The mark of an item: of its answer now, of a metric of the way that it went.
pub(super) fn mark_of(item: &Changed) -> Mark {
    if is_retired(item) {
        return mark(Some(Worth::Waived));
    }
    match (&item.key, item.told()) {
        (Key::Metric(_), Change::Improved) => mark(Some(Worth::Met)),
        (Key::Metric(_), Change::Regressed) => mark(Some(Worth::Unmet)),
        (Key::Metric(_), _) => item.new.status.map_or(mark(None), metric_mark),
        _ if item.new.answer.is_some_and(Answer::is_na) => mark(Some(Worth::Waived)),
        _ => mark(item.new.counts.map(|counted| counted.worth)),
    }
}

/// An item in one sentence: its title, what became of it, and what the checklist made of it.
pub(super) fn sentence<'a>(of: Said<'a>, item: &'a Changed) -> Line<'a> {
    let line = of.title_of(item);
    let line = match &item.key {
        Key::Metric(id) => measured(of, item, id, line),
        key => line.and_ours(answered(of, item, key)),
    };
    let line = asked(of, item, line);
    if item.new.to_confirm && item.cause == Cause::We && item.change != Change::Unchanged {
        line.and_ours(say::carried_to_confirm(of.lang))
    } else {
        line
    }
}

/// The answer before and after; once where it is the same.
fn answered(of: Said<'_>, item: &Changed, key: &Key) -> String {
    let word = |side: Side, card| {
        let refused = side.answer.is_some_and(Answer::is_na) && side.counts == Some(Counted::NOTHING);
        let word = || wording::answer(card, key, side.answer, of.lang);
        if refused { say::finding_waiver_not_allowed(of.lang) } else { word() }
    };
    let old = word(item.old, &*of.compared.old.checklist);
    let new = word(item.new, &*of.compared.new.checklist);
    if is_retired(item) {
        old.to_owned()
    } else if is_new(item) || old == new {
        new.to_owned()
    } else {
        of.pair(old, new)
    }
}

/// What a metric's value was, and what it is.
fn then_and_now(of: Said<'_>, item: &Changed, id: &Id) -> (String, String) {
    let (Compared { old, new, .. }, lang) = (of.compared, of.lang);
    let was = item.formerly().and_then(|key| if let Key::Metric(id) = key { Some(id) } else { None }).unwrap_or(id);
    let value = |side: Side, card: &Scorecard, id: &Id| {
        let shown = side.value.map(|value| quote(&wording::quantity(value, Of { card, lang }.unit(id))));
        shown.unwrap_or_else(|| say::metric_no_data(lang).to_owned())
    };
    (value(item.old, old, was), value(item.new, new, id))
}

/// An item with nothing but its values, where it is a metric.
pub(super) fn briefly<'a>(of: Said<'a>, item: &Changed) -> Line<'a> {
    let title = of.title_of(item);
    let Key::Metric(id) = &item.key else { return title };
    let (before, after) = then_and_now(of, item, id);
    title.then_ours(" ").then_said(&of.pair(before, after))
}

/// A metric's value and status before and after, by how much it differs, and whether that is better.
fn measured<'a>(of: Said<'a>, item: &Changed, id: &Id, line: Line<'a>) -> Line<'a> {
    let lang = of.lang;
    let new = of.compared.new;
    let (before, after) = then_and_now(of, item, id);
    let mut told = if is_retired(item) {
        before
    } else if is_new(item) || before == after {
        after
    } else {
        of.pair(before, after)
    };
    if let Some(by) = item.by {
        let sign = if by > 0.0 { "+" } else { "" };
        let unit = new.unit(id, lang);
        // Of per cents the difference is in points, which a per cent sign would deny.
        let by = quote(&format!("{sign}{}", wording::quantity(by, if unit == "%" { "" } else { unit })));
        let by = match item.told() {
            Change::Improved | Change::Regressed if !of.apart() => {
                say::by_which_way(lang, by, grid::word(of, item).to_lowercase())
            }
            _ => by,
        };
        told = say::aside(lang, told, by);
    }
    let line = set_up(of, item, line.and_said(&told));
    let status = |side: Side| side.status.map(|status| wording::metric_status(status, lang));
    match (status(item.old), status(item.new)) {
        (Some(was), Some(is)) if was != is => match item.change {
            Change::NewlyAnswered => line.and_ours(is),
            Change::NoLongerAnswered => line,
            _ => line.and_ours(of.pair(was, is)),
        },
        _ => line,
    }
}

/// The metric's unit and window where the team set others.
fn set_up<'a>(of: Said<'a>, item: &Changed, line: Line<'a>) -> Line<'a> {
    let (lang, details) = (of.lang, &item.details);
    let unit = details.unit.as_ref().map(|Pair { old, new }| {
        let unit =
            |unit: &Option<String>| unit.as_deref().map_or_else(|| say::checklist_target(lang).to_owned(), quote);
        (say::unit(lang), of.pair(unit(old), unit(new)))
    });
    let window = details.window.map(|Pair { old, new }| {
        let window = |window: Option<Window>| of.or_none(window.map(|window| wording::window(window, lang)));
        (say::window(lang), of.pair(window(old), window(new)))
    });
    let told = [unit, window].into_iter().flatten();
    told.fold(line, |line, (label, pair)| line.and_said(&format!("{}{}{pair}", label.to_lowercase(), say::colon(lang))))
}

/// What the checklist made of an item.
fn asked<'a>(of: Said<'a>, item: &'a Changed, line: Line<'a>) -> Line<'a> {
    let Some(asked) = &item.asked else { return line };
    let (lang, version) = (of.lang, of.compared.new.checklist.version());
    let line = match (&asked.old, &asked.new) {
        (None, _) if of.apart() => line.and_ours(say::asked_by_b(lang)),
        (_, None) if of.apart() => line.and_ours(say::asked_by_a(lang)),
        (None, _) => line.and_ours(say::new_in(lang, version)),
        (_, None) => line.and_ours(say::retired_in(lang, version)),
        _ => line,
    };
    let line = match item.formerly() {
        Some(was) if of.apart() => line.and_ours(say::called_in_a(lang, was)),
        Some(was) => line.and_ours(say::called_before(lang, was)),
        None => line,
    };
    let line = match asked.moved {
        Some((from, to)) if of.apart() => line.and_ours(say::level_a_and_b(lang, from, to)),
        Some((from, to)) => line.and_ours(say::moved_between(lang, from, to)),
        None => line,
    };
    if asked.reworded { line.and_ours(say::now_reworded(lang)) } else { line }
}

/// What changed beside the answer, each behind its label.
pub(super) fn details<'a>(of: Said<'a>, item: &'a Changed) -> Vec<Fact<'a>> {
    let (lang, details) = (of.lang, &item.details);
    let mut told = Vec::new();
    told.extend(notes(of, item));
    let (before, after) = (of.compared.old.assessment.date, of.compared.new.assessment.date);
    let evidence = |one: &'a Evidence, day| parts::evidence_line(one, day, lang);
    let (gone, new) =
        (of.pick(say::evidence_removed, say::evidence_of_a), of.pick(say::evidence_added, say::evidence_of_b));
    told.extend(details.evidence_removed.iter().map(|one| Fact::new(gone, evidence(one, before))));
    told.extend(details.evidence_added.iter().map(|one| Fact::new(new, evidence(one, after))));
    for Pair { old, new } in &details.evidence_changed {
        let (old, new) = (evidence(old, before), evidence(new, after));
        let line = if of.apart() {
            Line::ours("A ").join(old).and_ours("B ").join(new)
        } else {
            old.then_ours(" → ").join(new)
        };
        told.push(Fact::new(of.pick(say::evidence_changed, say::evidence_differs), line));
    }
    let mut told_pair = |label: &'static str, old: Option<String>, new: Option<String>| {
        let said = of.pair(of.or_none(old), of.or_none(new));
        told.push(Fact::new(label, Line::said(&said)));
    };
    if let Some(Pair { old, new }) = &details.owner {
        let name = |name: &Option<String>| name.as_deref().map(quote);
        told_pair(say::owner(lang), name(old), name(new));
    }
    if let Some(Pair { old, new }) = &details.due {
        let day = |day: &Option<Date>| day.map(|day| day.to_string());
        told_pair(say::due(lang), day(old), day(new));
    }
    if let Some(Pair { old, new }) = &details.reason {
        let reason = |of: &Option<Reason>| of.map(|reason| reason.term(lang).to_owned());
        told_pair(say::reason(lang), reason(old), reason(new));
    }
    if let Some(Pair { old, new }) = &details.until {
        let day = |day: &Option<Date>| day.map(|day| day.to_string());
        told_pair(say::until(lang), day(old), day(new));
    }
    if let Some(Pair { old, new }) = &details.target {
        let unit = if let Key::Metric(id) = &item.key { Of { card: of.compared.new, lang }.unit(id) } else { "" };
        let target = |of: &Option<Target>| of.map(|target| quote(&wording::target(target, unit)));
        told_pair(say::target_of_team(lang), target(old), target(new));
    }
    told
}

/// The note word by word; where the two share too little to be read in one, each as a whole.
fn notes<'a>(of: Said<'a>, item: &'a Changed) -> Vec<Fact<'a>> {
    let runs = &item.details.note;
    if runs.is_empty() {
        return Vec::new();
    }
    if !is_rewritten(runs) {
        return vec![Fact::new(say::note(of.lang), words(runs))];
    }
    let Compared { old, new, .. } = of.compared;
    let note = |card: &'a Scorecard, key: &Key| {
        let text = card.assessment.entry(key).and_then(|entry| entry.note.as_deref()).unwrap_or_default();
        Line::new(Meaning::Body).then(text.trim_end(), Voice::Theirs)
    };
    let was = item.formerly().unwrap_or(&item.key);
    vec![
        Fact::new(of.pick(say::note_then, say::note_of_a), note(old, was)),
        Fact::new(of.pick(say::note_now, say::note_of_b), note(new, &item.key)),
    ]
}

/// A text word by word: what is in both, in the old one alone, and in the new one alone.
fn words(runs: &[Run]) -> Line<'_> {
    let last = runs.len().saturating_sub(1);
    let mut line = Line::new(Meaning::Body);
    for (at, run) in runs.iter().enumerate() {
        if run.spaced && at > 0 {
            line = line.then_ours(" ");
        }
        line = match run.fate {
            Fate::Kept => shortened(line, &run.text, at == 0, at == last),
            Fate::Removed => line.then(run.text.as_str(), Voice::Removed),
            Fate::Added => line.then(run.text.as_str(), Voice::Added),
        };
    }
    line
}

/// Goes on with a run that was kept; of a long one only what stands next to what changed.
fn shortened<'a>(line: Line<'a>, text: &'a str, first: bool, last: bool) -> Line<'a> {
    let words: Vec<&str> = text.split(' ').collect();
    let (before, after) = (if first { 0 } else { CONTEXT }, if last { 0 } else { CONTEXT });
    let (Some(head), Some(tail)) = (words.get(..before), words.len().checked_sub(after).and_then(|at| words.get(at..)))
    else {
        return line.then_theirs(text);
    };
    if words.len() <= before + after + 1 {
        return line.then_theirs(text);
    }
    let line = if head.is_empty() { line } else { line.then(head.join(" "), Voice::Theirs).then_ours(" ") };
    let line = line.then_ours("…");
    if tail.is_empty() { line } else { line.then_ours(" ").then(tail.join(" "), Voice::Theirs) }
}
