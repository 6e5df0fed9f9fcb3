//! A team's assessments over time: a table, a chart and a line for each metric; JSON; CSV.

mod chart;
mod csv;
mod json;

pub use csv::csv;
pub use json::json;

use jiff::civil::Date;

use super::parts;
use super::sheet::{Paper, Sheet};
use super::table::{Column, Table};
use crate::history::{History, Point};
use crate::i18n::{Lang, diff as d, report as r, terms};
use crate::model::{Checklist, Key};
use crate::style::Meaning;
use crate::text::{one_line, pad, width};
use crate::wording;

/// A team's history, and what is needed to speak of it.
#[derive(Clone, Copy, Debug)]
pub struct Trend<'a> {
    /// The team's name.
    pub team: &'a str,
    /// Where it stood.
    pub history: &'a History,
    /// The checklist of its newest assessment, for titles and units.
    pub checklist: &'a Checklist,
    /// The day: what lies after it is marked.
    pub today: Date,
}

/// The history on a page.
pub fn text(trend: Trend<'_>, paper: Paper) -> Sheet {
    let mut sheet = Sheet::new(paper);
    let lang = paper.lang;
    sheet.text(0, &d::history_of(lang, one_line(trend.team), trend.history.points.len()), Meaning::Title);
    table(&mut sheet, trend);
    let mut future: Vec<Date> = trend.history.points.iter().map(|point| point.date).collect();
    future.retain(|date| *date > trend.today);
    future.dedup();
    for day in future {
        sheet.marked(0, ("!", Meaning::Warning), &d::in_future(lang, day), Meaning::Body);
    }
    sheet.heading(d::trend(lang));
    chart::levels(&mut sheet, trend.history);
    sheet.text(0, d::trend_key(lang), Meaning::Muted);
    metrics(&mut sheet, trend);
    sheet
}

fn table(sheet: &mut Sheet, trend: Trend<'_>) {
    let lang = sheet.lang();
    let mut table = Table::new(&[
        (r::date(lang), Column::Fit),
        (r::status(lang), Column::Fit),
        (r::level(lang), Column::Fit),
        (d::evidenced_column(lang), Column::Drawn),
        (d::possible_column(lang), Column::Drawn),
        (d::next_column(lang), Column::Drawn),
        (d::coverage_column(lang), Column::Drawn),
        (d::ready_column(lang), Column::Drawn),
    ]);
    for point in &trend.history.points {
        let future = point.date > trend.today;
        let date = if future { format!("{} !", point.date) } else { point.date.to_string() };
        let percent = |of: Option<u32>| of.map_or_else(|| "—".to_owned(), |percent| terms::percent(lang, percent));
        let body = |text: String| (text, Meaning::Body);
        table.row([
            (date, if future { Meaning::Warning } else { Meaning::Body }),
            (point.status.term(lang).to_owned(), Meaning::Muted),
            (format!("{}/{}", point.level, point.max_level), Meaning::Title),
            body(point.evidenced_level.to_string()),
            body(point.possible_level.to_string()),
            body(percent(point.progress)),
            body(percent(point.coverage.percent())),
            body(format!("{}/{}", point.deliverables.0, point.deliverables.1)),
        ]);
    }
    table.draw(sheet);
}

/// A line for each metric that has data: its course to scale in time, and its last value.
fn metrics(sheet: &mut Sheet, trend: Trend<'_>) {
    let lang = sheet.lang();
    let ids = trend.history.measured();
    if ids.is_empty() {
        return;
    }
    sheet.heading(d::metrics_scaled(lang));
    let title = |id: &crate::model::Id| one_line(&wording::title(trend.checklist, &Key::Metric(id.clone()), lang));
    let page = sheet.paper().width;
    let titles = ids.iter().map(|id| width(&title(id))).max().unwrap_or_default().min(page * 3 / 10);
    let cells = page / 4;
    for id in &ids {
        let course = chart::sparkline(trend.history, id, cells, sheet.paper().ascii);
        let said = last(trend, id, lang);
        let (mark, meaning) = said.0;
        let pieces = [
            (" ", Meaning::Body),
            (mark, meaning),
            (" ", Meaning::Body),
            (&*pad(&title(id), titles), Meaning::Body),
            ("  ", Meaning::Body),
            (&*course, Meaning::Key),
            ("  ", Meaning::Body),
            (&*said.1, Meaning::Body),
        ];
        sheet.pieces(0, &pieces);
    }
}

/// The last value that a metric had, and how it stood then; the mark of how it stands.
fn last(trend: Trend<'_>, id: &crate::model::Id, lang: Lang) -> ((&'static str, Meaning), String) {
    let with_data = |point: &&Point| point.metric(id).0.is_some();
    let Some(point) = trend.history.points.iter().rfind(with_data) else {
        return (parts::metric_mark(crate::scoring::MetricStatus::NoData), String::new());
    };
    let (value, status) = point.metric(id);
    let unit = trend.checklist.metric(id).and_then(|metric| metric.unit.as_ref());
    let unit = unit.map_or_else(String::new, |unit| one_line(unit.get(lang)));
    let said =
        format!("{} · {}", wording::quantity(value.unwrap_or_default(), &unit), parts::metric_state(status, lang));
    let newest = trend.history.points.last().is_some_and(|newest| newest.date == point.date);
    (parts::metric_mark(status), if newest { said } else { r::aside(lang, said, point.date) })
}
