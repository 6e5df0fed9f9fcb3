//! What the team said before: where it stood, and what changed since the last assessment.

use super::super::document::{Block, Course, Document, Item, Items, Line, quote};
use super::super::parts::{self, Of};
use super::super::trend;
use crate::diff::{Change, Diff, Side};
use crate::history::Past;
use crate::i18n::say;
use crate::model::{Id, Key};
use crate::style::Meaning;
use crate::wording;

/// Where the team stood at each date.
pub(super) fn over_time<'a>(page: &mut Document<'a>, of: Of<'a>, past: &'a Past) {
    if past.history.points.len() < 2 {
        return;
    }
    page.section("trend", Line::ours(say::over_time(of.lang)));
    let target = of.card.assessment.target_level.map(|_| of.card.score.target_level);
    page.push(Block::Trend(Course { history: &past.history, target, brief: false }));
    page.push(trend::short_table(&past.history, of.lang));
}

/// Every item whose answer or value is another one since the last assessment.
pub(super) fn changes<'a>(page: &mut Document<'a>, of: Of<'a>, past: &'a Past, diff: Option<&Diff>) {
    let lang = of.lang;
    let (Some(before), Some(diff)) = (&past.before, diff) else { return };
    page.section_called("changes", Line::ours(say::changed_since(lang, before.assessment.date)), say::since_then(lang));
    let changed = diff.items.iter().filter(|item| item.change != Change::Unchanged);
    let items: Vec<Item<'a>> = changed
        .map(|item| {
            let sign = match item.change {
                Change::Improved => parts::UP,
                Change::Regressed => parts::DOWN,
                _ => ("=", Meaning::Muted),
            };
            let said = say::from_to(lang, said(of, &item.key, &item.old), said(of, &item.key, &item.new));
            let title = if of.card.checklist.knows(&item.key) {
                of.title(&item.key)
            } else {
                parts::title(&before.checklist, &item.key, lang)
            };
            let known = of.card.checklist.knows(&item.key).then(|| item.key.clone());
            Item::marked(sign, title.and(word(item.change, lang)).and_said(&said)).keyed(known)
        })
        .collect();
    if items.is_empty() {
        page.push(Line::ours(say::nothing(lang)));
    } else {
        page.push(Items::new(items));
    }
}

/// What became of an answer, in a word that a sign alone does not say.
fn word(change: Change, lang: crate::i18n::Lang) -> Line<'static> {
    let word = match change {
        Change::Improved => say::improved(lang),
        Change::Regressed => say::regressed(lang),
        Change::NewlyAnswered => say::newly_answered(lang),
        Change::NoLongerAnswered => say::no_longer_answered(lang),
        Change::Waived => say::waived(lang),
        Change::WaiverLifted => say::waiver_lifted(lang),
        Change::Changed | Change::Unchanged => return Line::new(Meaning::Body),
    };
    Line::ours(word.to_lowercase())
}

/// What one of the two said of an item.
fn said(of: Of<'_>, key: &Key, side: &Side) -> String {
    match (key, side.value) {
        (Key::Metric(id), Some(value)) => quote(&wording::quantity(value, of.unit(id))),
        (Key::Metric(_), None) => say::metric_no_data(of.lang).to_owned(),
        _ => wording::answer(key, side.answer, of.lang).to_owned(),
    }
}

/// The value that a metric had last before this assessment, with its day.
pub(super) fn value_before(of: Of<'_>, past: &Past, id: &Id) -> Option<Line<'static>> {
    let earlier = past.history.points.iter().filter(|point| point.date < of.card.assessment.date);
    let (date, metric) = earlier
        .rev()
        .find_map(|point| Some((point.date, point.metric(id)?)).filter(|(_, metric)| metric.value.is_some()))?;
    let unit = metric.unit.as_deref().unwrap_or_else(|| of.card.checklist.unit(id, of.lang));
    let value = quote(&wording::quantity(metric.value?, unit));
    Some(Line::said(&say::aside(of.lang, value, date)))
}
