//! What changed since an earlier assessment: the level and why it moved, every item in two columns, then the whole report.

use super::page::{Page, paper};
use crate::diff::{Item, Side};
use crate::i18n::{Lang, terms, tui as t};
use crate::model::{Answer, Key};
use crate::report::diff::{Compared, text};
use crate::scorecard::Scorecard;
use crate::scoring::MetricStatus;
use crate::sheet::Sheet;
use crate::style::{Meaning, mark};
use crate::text::{pad, truncate};
use crate::tui::app::{App, Comparison};
use crate::wording;

/// The width of the column of either assessment.
const COLUMN: usize = 14;
/// The width below which there is no room for two columns.
const ROOM: usize = 56;

/// The page of the changes.
pub(super) fn page(app: &App, shown: &Comparison, width: usize) -> Page {
    let Some(walk) = &app.walk else { return Page::new(width, app) };
    let new = &walk.card;
    let compared = Compared { old: &shown.old, new, diff: &shown.diff };
    let mut sheet = Sheet::new(paper(width, app));
    if width >= ROOM && !shown.diff.items.is_empty() {
        columns(&mut sheet, shown, new, app.lang);
        sheet.blank();
    }
    sheet.append(text(compared, paper(width, app)));
    Page::of(sheet, app)
}

fn columns(sheet: &mut Sheet, shown: &Comparison, new: &Scorecard, lang: Lang) {
    let room = sheet.width().saturating_sub(2 * (COLUMN + 2));
    let head = [
        pad(t::column_item(lang), room),
        pad(&format!("  {}", shown.old.assessment.date), COLUMN + 2),
        format!("  {}", new.assessment.date),
    ];
    sheet.pieces(0, &[(&head.concat(), Meaning::Title)]);
    let levels = [
        pad(t::score_level(lang), room),
        pad(&format!("  {}", shown.diff.level.old), COLUMN + 2),
        format!("  {}", shown.diff.level.new),
    ];
    sheet.pieces(0, &[(&levels.concat(), Meaning::Body)]);
    for item in &shown.diff.items {
        let card = if new.checklist.knows(&item.key) { new } else { &shown.old };
        let title = pad(&truncate(&wording::title(&card.checklist, &item.key, lang), room), room);
        // A new item was not asked then, and a retired one is not asked now: that is no missing answer.
        let asked = |there: bool, side: &Side| {
            if there { said(item, side, card, lang) } else { ("-", Meaning::Muted, t::not_asked(lang).to_owned()) }
        };
        let new_item = item.asked.as_ref().is_some_and(|asked| asked.old.is_none());
        let retired = item.asked.as_ref().is_some_and(|asked| asked.new.is_none());
        let (was, is) = (asked(!new_item, &item.old), asked(!retired, &item.new));
        let worse = item.went_down();
        sheet.pieces(
            0,
            &[
                (&title, if worse { Meaning::Warning } else { Meaning::Body }),
                ("  ", Meaning::Body),
                (was.0, was.1),
                (&pad(&format!(" {}", was.2), COLUMN - 1), Meaning::Body),
                ("  ", Meaning::Body),
                (is.0, is.1),
                (&truncate(&format!(" {}", is.2), COLUMN - 1), Meaning::Body),
            ],
        );
    }
}

/// What one side says of an item: its mark and a word or two.
fn said(item: &Item, side: &Side, card: &Scorecard, lang: Lang) -> (&'static str, Meaning, String) {
    if let Key::Metric(id) = &item.key {
        let unit = card.checklist.metric(id).and_then(|metric| metric.unit.as_ref()).map_or("", |unit| unit.get(lang));
        let (mark, meaning) = match side.status {
            Some(MetricStatus::OnTarget) => mark(Some(Answer::Yes)),
            Some(MetricStatus::OffTarget) => mark(Some(Answer::No)),
            Some(MetricStatus::Tracked) => ("=", Meaning::Body),
            Some(MetricStatus::NoData) | None => mark(None),
        };
        let value = side.value.map_or_else(|| terms::metric_no_data(lang).to_owned(), |v| wording::quantity(v, unit));
        return (mark, meaning, value);
    }
    let (mark, meaning) = mark(side.answer);
    (mark, meaning, wording::answer(&item.key, side.answer, lang).to_owned())
}
