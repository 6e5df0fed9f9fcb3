//! Drawings of a page as inline SVG. Each says in words what it shows, and stands beside its numbers.
//!
//! Colours come from the page's style sheet, by class; what counts is told by shape and text too.

mod drawing;

pub use drawing::drawing;

use maud::{Markup, html};

use crate::history::History;
use crate::i18n::{Lang, say};
use crate::page::document::{Course, Sparkline};

/// A coordinate, without digits that nobody sees.
fn at(value: f64) -> String {
    format!("{value:.1}")
}

/// A bar filled to a per cent, beside the number that says the same; what decides nothing is `hatched`.
pub(super) fn bar(percent: u32, hatched: bool) -> Markup {
    let filled = percent.min(100);
    html! {
        svg class={ "bar" @if hatched { " hatched" } } viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect class="track" x="0" y="0" width="100" height="10" {}
            @if hatched {
                // Stripes instead of a pattern: one would have to be named, and a page has many bars.
                @for x in (0..filled).step_by(4) {
                    rect class="stripe" x=(x) y="0" width="2" height="10" {}
                }
            } @else {
                rect class="fill" x="0" y="0" width=(filled) height="10" {}
            }
        }
    }
}

/// How wide and how high a small drawing is.
const SPARK: (usize, f64) = (150, 34.0);

/// The course of a metric, beside the words that say the same: its values to scale in time, and its target as a line across.
pub(super) fn spark(history: &History, course: &Sparkline<'_>) -> Markup {
    let (across, down) = SPARK;
    html! {
        svg class="spark" viewBox={ "0 0 " (across) " " (down) } aria-hidden="true" focusable="false" {
            (spark_parts(history, course))
        }
    }
}

/// The lines and dots of a small drawing.
fn spark_parts(history: &History, course: &Sparkline<'_>) -> Markup {
    let (across, down) = SPARK;
    let known = || course.values.iter().flatten().copied().chain(course.target);
    let (low, high) = (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max));
    // Halves, so that the distance of two very large numbers is still a number.
    let reach = high / 2.0 - low / 2.0;
    let height = |value: f64| {
        let share = if reach > 0.0 { (value / 2.0 - low / 2.0) / reach } else { 0.5 };
        at(down - 5.0 - (down - 10.0) * share)
    };
    let places = history.places(across - 10);
    let marks: Vec<(usize, String)> =
        course.values.iter().zip(places).filter_map(|(value, place)| Some((place + 5, height((*value)?)))).collect();
    html! {
        @if let Some(target) = course.target {
            @let y = height(target);
            line class="target" x1="0" y1=(y) x2=(across) y2=(y) {}
        }
        polyline class="course" points=(points(marks.iter().map(|(x, y)| (x.to_string(), y.clone())))) {}
        @for (x, y) in &marks { circle class="dot" cx=(x) cy=(y) r="3" {} }
    }
}

/// How wide a drawing of the trend is, how wide a date in it, and where its lines begin and end.
struct Scale {
    across: usize,
    date: usize,
}

/// Where the team stood at each date, to scale in time: the level as steps, the way to the next beside each, and the target
/// as a line across.
pub(super) fn trend(course: Course<'_>, lang: Lang) -> Markup {
    let (parts, across, down) = trend_parts(course, lang);
    let name = if course.brief { "course" } else { "trend" };
    html! {
        svg class={ "trend" @if course.brief { " brief" } } viewBox={ "0 0 " (across) " " (down) } role="img" aria-labelledby={ (name) "-title " (name) "-words" } {
            title id={ (name) "-title" } { (say::over_time(lang)) }
            desc id={ (name) "-words" } {
                @for (nth, point) in course.history.points.iter().enumerate() {
                    @if nth > 0 { (say::semicolon(lang)) }
                    (say::point(lang, point.date, point.level, say::percent(lang, point.progress.unwrap_or_default())))
                }
            }
            (parts)
        }
    }
}

/// The lines, dots and words of the trend, and how wide and high they are.
fn trend_parts(course: Course<'_>, lang: Lang) -> (Markup, usize, usize) {
    let Scale { across, date } =
        if course.brief { Scale { across: 340, date: 66 } } else { Scale { across: 640, date: 116 } };
    let history = course.history;
    let top = history.max_level().get().max(1);
    // A level that nobody would see apart from the next has no line of its own.
    let every = usize::from(top).div_ceil(6);
    let (left, right) = (28, across - 40);
    let foot: u16 = if course.brief { 118 } else { 150 };
    let height = |level: f64| at(f64::from(foot) - f64::from(foot - 18) * level / f64::from(top));
    let places: Vec<usize> = history.places(right - left).into_iter().map(|place| place + left).collect();
    let marks = || history.points.iter().zip(&places);
    // A level holds until the next assessment says otherwise.
    let mut steps: Vec<(String, String)> = Vec::new();
    for (point, x) in marks() {
        if let Some((_, before)) = steps.last().cloned() {
            steps.push((x.to_string(), before));
        }
        steps.push((x.to_string(), height(f64::from(point.level.get()))));
    }
    let ways = || {
        marks().map(|(point, x)| {
            let level = f64::from(point.level.get());
            (*x, level, level + f64::from(point.progress.unwrap_or_default()) / 100.0)
        })
    };
    // The letters of a large drawing are larger where there is little room for it.
    let (below, pitch) = if course.brief { (5, 16) } else { (10, 20) };
    let (dates, rows) = dates(history, &places, across, date, if course.brief { 2 } else { 3 });
    let parts = html! {
        @for level in (0..=top).step_by(every) {
            @let y = height(f64::from(level));
            line class="ring" x1=(left) y1=(y) x2=(right + 12) y2=(y) {}
            text class="axis" x=(left - 10) y=(y) dy="4" text-anchor="end" { (level) }
        }
        @if let Some(target) = course.target {
            @let y = height(f64::from(target.get().min(top)));
            line class="target" x1=(left) y1=(y) x2=(right + 12) y2=(y) {}
            text class="axis" x=(left + 2) y=(y) dy="-4" { (say::target(lang)) }
        }
        polyline class="course" points=(points(steps.into_iter())) {}
        // Beside the course, which would cover them.
        @for (x, level, reached) in ways() {
            line class="way" x1=(x + 7) y1=(height(level)) x2=(x + 7) y2=(height(reached)) {}
        }
        @for (x, level, _) in ways() { circle class="dot" cx=(x) cy=(height(level)) r="4" {} }
        @for (x, row, day) in dates {
            text class="axis" x=(x) y=(usize::from(foot) + below + pitch * row + pitch - 4) text-anchor="middle" { (day) }
        }
    };
    (parts, across, usize::from(foot) + below + pitch * rows)
}

/// The dates under their points, each on the first of a few rows in which it stands clear of the one before, and how many
/// rows that takes. Where they are too many for all rows, the last and those that find room are named.
fn dates(
    history: &History,
    places: &[usize],
    across: usize,
    wide: usize,
    most: usize,
) -> (Vec<(usize, usize, String)>, usize) {
    let mut free = vec![across + wide; most];
    let mut dates = Vec::new();
    for (point, place) in history.points.iter().zip(places).rev() {
        let x = (*place).clamp(wide / 2, across - wide / 2);
        if let Some((row, end)) = free.iter_mut().enumerate().find(|(_, end)| x + wide / 2 <= **end) {
            *end = x - wide / 2;
            dates.push((x, row, point.date.to_string()));
        }
    }
    let rows = dates.iter().map(|(_, row, _)| row + 1).max().unwrap_or_default();
    (dates, rows)
}

fn points(places: impl Iterator<Item = (String, String)>) -> String {
    places.map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}
