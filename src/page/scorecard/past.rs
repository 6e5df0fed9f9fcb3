//! What the team said before: where it stood, and what changed since the last assessment.

use super::super::document::{Block, Course, Document, Items, Line, quote};
use super::super::parts::Of;
use super::super::{comparison, trend};
use crate::history::{Before, Past};
use crate::i18n::say;
use crate::model::Id;
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
    if of.card.checklist.leads_with_areas() {
        let areas = past.history.areas();
        page.blocks.extend(trend::by_area(&past.history, &of.card.checklist, &areas, of.lang));
    }
}

/// Every item whose answer or value is another one since the last assessment.
pub(super) fn changes<'a>(page: &mut Document<'a>, of: Of<'a>, past: &'a Past) {
    let lang = of.lang;
    let Some(Before { card: before, diff }) = &past.before else { return };
    page.section_called("changes", Line::ours(say::changed_since(lang, before.assessment.date)), say::since_then(lang));
    let compared = comparison::Compared { old: before, new: of.card, diff };
    let items = comparison::changes(compared, of.lang);
    if items.is_empty() {
        page.push(Line::ours(say::nothing(of.lang)));
    } else {
        page.push(Items::new(items));
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
