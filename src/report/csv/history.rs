//! A history as CSV (RFC 4180), one row a date, for spreadsheets.

use super::{defused, metric_word};
use crate::history::{Measured, Point};
use crate::model::Id;
use crate::page::trend::Trend;
use crate::scoring::{self, Grade, MetricStatus};
use crate::text::one_line;

/// The columns before those of the metrics; their names are stable.
const COLUMNS: [&str; 15] = [
    "team",
    "date",
    "status",
    "checklist",
    "version",
    "level",
    "max_level",
    "evidenced_level",
    "possible_level",
    "progress_percent",
    "answered",
    "criteria",
    "to_confirm",
    "deliverables_ready",
    "deliverables_applicable",
];

/// The history, oldest first: a header, then a row a date; for each metric of the newest checklist and of those before
/// it a column with its value and one with how it stood; then for each area one with where it stood, and by the mean with that.
pub fn csv(trend: Trend<'_>) -> String {
    let mut metrics: Vec<&Id> = Vec::new();
    for Measured { id, .. } in trend.history.points.iter().rev().flat_map(|point| &point.metrics) {
        if !metrics.contains(&id) {
            metrics.push(id);
        }
    }
    let mut rows = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    let header = COLUMNS.iter().map(ToString::to_string);
    let measured = metrics.iter().flat_map(|id| [id.to_string(), format!("{id}.status")]);
    let areas = trend.history.areas();
    let by_mean = trend.history.points.iter().any(|point| point.score.is_some());
    let score = by_mean.then(|| "score".to_owned());
    let by_area = areas.iter().map(|id| format!("area.{id}"));
    // Writing into memory does not fail, and every row has as many fields as the header.
    let _ = rows.write_record(header.chain(measured).chain(score).chain(by_area));
    for point in &trend.history.points {
        let exact = |grade: Grade| grade.score.map(|score| scoring::as_number(score).to_string());
        let score = by_mean.then(|| exact(point.grade()).unwrap_or_default());
        let stood = |id| point.area(id).map(|(grade, _)| exact(grade).unwrap_or_else(|| grade.level.to_string()));
        let by_area = areas.iter().map(|id| stood(id).unwrap_or_default());
        let row = row(trend.team, point).into_iter().chain(values(point, &metrics));
        let _ = rows.write_record(row.chain(score).chain(by_area));
    }
    rows.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn row(team: &str, point: &Point) -> [String; COLUMNS.len()] {
    let (ready, applicable) = point.deliverables;
    [
        defused(&one_line(team)),
        point.date.to_string(),
        point.status.word().to_owned(),
        defused(point.checklist.as_str()),
        defused(&point.version.to_string()),
        point.level.to_string(),
        point.max_level.to_string(),
        point.evidenced_level.to_string(),
        point.possible_level.to_string(),
        point.progress.map(|percent| percent.to_string()).unwrap_or_default(),
        point.coverage.answered.to_string(),
        point.coverage.total.to_string(),
        point.coverage.to_confirm.to_string(),
        ready.to_string(),
        applicable.to_string(),
    ]
}

fn values<'a>(point: &'a Point, metrics: &'a [&Id]) -> impl Iterator<Item = String> + 'a {
    metrics.iter().flat_map(move |id| {
        let metric = point.metric(id);
        let status = metric.map_or(MetricStatus::NoData, |metric| metric.status);
        [point.value(id).map(|value| value.to_string()).unwrap_or_default(), metric_word(status).to_owned()]
    })
}
