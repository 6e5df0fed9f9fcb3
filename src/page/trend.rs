//! A team's assessments over time: a table, a chart, and a line for each metric.

use jiff::civil::Date;

use super::document::{Block, Cell, Course, Document, Item, Items, Kind, Line, Sparkline, Table, quote};
use super::parts::{WARNING, metric_mark, metric_state};
use crate::history::{History, Point};
use crate::i18n::{Lang, say};
use crate::model::{Checklist, Id};
use crate::scoring::MetricStatus;
use crate::style::{Meaning, mark};
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

/// The history.
pub fn page(trend: Trend<'_>, lang: Lang) -> Document<'_> {
    let mut page = Document::default();
    let points = &trend.history.points;
    page.heading(1, Line::said(&say::history_of(lang, quote(trend.team), points.len())));
    page.push(table(trend, lang));
    let mut future: Vec<Date> = points.iter().map(|point| point.date).collect();
    future.retain(|date| *date > trend.today);
    future.dedup();
    if !future.is_empty() {
        let items = future.into_iter().map(|day| Item::marked(WARNING, Line::ours(say::in_future(lang, day))));
        page.push(Items::new(items.collect()));
    }
    page.heading(2, Line::ours(say::trend(lang)));
    page.push(Block::Trend(Course { history: trend.history, target: None, brief: false }));
    let measured = trend.history.measured();
    if !measured.is_empty() {
        page.heading(2, Line::ours(say::metrics_scaled(lang)));
        let courses = measured.iter().map(|id| course(trend, id, lang));
        page.push(Block::Courses(trend.history, courses.collect()));
    }
    page
}

fn table(trend: Trend<'_>, lang: Lang) -> Table<'_> {
    let mut table = Table::new(&[
        (say::date(lang), Kind::Day),
        (say::status(lang), Kind::Words),
        (say::level_column(lang), Kind::Figure),
        (say::evidenced_column(lang), Kind::Figure),
        (say::possible_column(lang), Kind::Figure),
        (say::to_next(lang), Kind::Figure),
        (say::answered(lang), Kind::Figure),
        (say::ready_column(lang), Kind::Figure),
    ]);
    for point in &trend.history.points {
        let future = point.date > trend.today;
        let date = if future {
            Line::ours(format!("{} !", point.date)).meaning(Meaning::Warning)
        } else {
            Line::ours(point.date.to_string())
        };
        let ours = |text: String| Cell::from(Line::ours(text));
        table.row([
            date.into(),
            Line::ours(point.status.term(lang)).meaning(Meaning::Muted).into(),
            Line::ours(format!("{}/{}", point.level, point.max_level)).meaning(Meaning::Title).into(),
            ours(point.evidenced_level.to_string()),
            ours(point.possible_level.to_string()),
            ours(percent(point.progress, lang)),
            ours(percent(point.coverage.percent(), lang)),
            ours(format!("{}/{}", point.deliverables.0, point.deliverables.1)),
        ]);
    }
    table
}

/// The same in fewer columns, beside the scorecard of the last.
pub(super) fn short_table<'a>(history: &History, lang: Lang) -> Table<'a> {
    let mut table = Table::new(&[
        (say::date(lang), Kind::Day),
        (say::status(lang), Kind::Words),
        (say::level_column(lang), Kind::Figure),
        (say::to_next(lang), Kind::Progress),
        (say::answered(lang), Kind::Figure),
    ]);
    for point in &history.points {
        table.row([
            Cell::from(Line::ours(point.date.to_string())),
            Line::ours(point.status.term(lang)).into(),
            Line::ours(say::met_of(lang, point.level, point.max_level)).into(),
            Cell::Progress(point.progress),
            Line::ours(percent(point.coverage.percent(), lang)).into(),
        ]);
    }
    table
}

fn percent(of: Option<u32>, lang: Lang) -> String {
    of.map_or_else(|| "—".to_owned(), |percent| say::percent(lang, percent))
}

/// The course of a metric, and the last value that it had; the mark of how it stood then.
fn course<'a>(trend: Trend<'a>, id: &Id, lang: Lang) -> Sparkline<'a> {
    let points = &trend.history.points;
    let metric = trend.checklist.metric(id);
    let line = metric.map_or_else(|| Line::said(&quote(id.as_str())), |metric| Line::theirs(metric.title.get(lang)));
    let unit = metric.and_then(|metric| metric.unit.as_ref()).map_or("", |unit| unit.get(lang));
    let last = points.iter().rev().find(|point| point.metric(id).0.is_some());
    let (mark, last) = last.map_or((mark(None), Line::new(Meaning::Body)), |point: &Point| {
        let (value, status): (Option<f64>, MetricStatus) = point.metric(id);
        let value = Line::said(&quote(&wording::quantity(value.unwrap_or_default(), unit)));
        let line = value.and_ours(metric_state(status, lang));
        let newest = points.last().is_some_and(|newest| newest.date == point.date);
        (metric_mark(status), if newest { line } else { line.and_ours(point.date.to_string()) })
    });
    Sparkline { mark, line, values: points.iter().map(|point| point.metric(id).0).collect(), last }
}
