//! Drawings of a page as inline SVG. Each says in words what it shows, and stands beside its numbers.
//!
//! Colours come from the page's style sheet, by class; what counts is told by shape and text too.

use maud::{Markup, html};

use crate::history::History;
use crate::i18n::{Lang, say};
use crate::page::document::Rung;
use crate::text::truncate;

/// The units from a rung of the ladder to the next.
const RUNG: usize = 52;
/// The cells that a title has in a drawing.
const TITLE: usize = 36;
/// The units across the trend.
const ACROSS: usize = 600;

/// A coordinate, without digits that nobody sees.
fn at(value: f64) -> String {
    format!("{value:.1}")
}

/// A bar filled to a per cent, beside the number that says the same.
pub(super) fn bar(percent: u32) -> Markup {
    html! {
        svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect class="track" x="0" y="0" width="100" height="10" {}
            rect class="fill" x="0" y="0" width=(percent.min(100)) height="10" {}
        }
    }
}

/// The levels as rungs, the highest on top: a full one is achieved, any other is filled as far as it has come.
pub(super) fn ladder(rungs: &[Rung], lang: Lang) -> Markup {
    let height = rungs.len() * RUNG + 8;
    let percent = |rung: &Rung| rung.percent.map(|percent| say::percent(lang, percent)).unwrap_or_default();
    html! {
        svg class="ladder" viewBox={ "32 0 536 " (height) } role="img" aria-labelledby="ladder-title ladder-words" {
            title id="ladder-title" { (say::ladder(lang)) }
            desc id="ladder-words" {
                @for (nth, rung) in rungs.iter().enumerate() {
                    @if nth > 0 { (say::semicolon(lang)) }
                    (say::rung(lang, &*rung.title, percent(rung), rung.state))
                }
            }
            line class="rail" x1="34" y1="0" x2="34" y2=(height) {}
            line class="rail" x1="566" y1="0" x2="566" y2=(height) {}
            @for (nth, rung) in rungs.iter().rev().enumerate() {
                @let top = nth * RUNG + 8;
                rect class="track" x="34" y=(top) width="532" height=(RUNG - 12) {}
                rect class=(if rung.achieved { "met" } else { "begun" }) x="34" y=(top + RUNG - 19)
                    width=(rung.percent.unwrap_or_default().min(100) * 532 / 100) height="7" {}
                text class="rung" x="46" y=(top + 23) {
                    (if rung.achieved { "✓ " } else { "✗ " }) (truncate(&rung.title, TITLE))
                }
                text class="rung" x="556" y=(top + 23) text-anchor="end" { (percent(rung)) }
            }
        }
    }
}

/// Where the team stood at each date, to scale in time: the level as steps, the way to the next on top of it.
pub(super) fn trend(history: &History, lang: Lang) -> Markup {
    let top = history.max_level().get().max(1);
    let height = |level: f64| at(200.0 - 180.0 * level / f64::from(top));
    let places = history.places(ACROSS - 60);
    let marks = || history.points.iter().zip(places.iter().map(|place| place + 40));
    // A level holds until the next assessment says otherwise.
    let mut steps: Vec<(String, String)> = Vec::new();
    for (point, x) in marks() {
        if let Some((_, before)) = steps.last().cloned() {
            steps.push((x.to_string(), before));
        }
        steps.push((x.to_string(), height(f64::from(point.level.get()))));
    }
    let ways: Vec<(usize, f64, f64)> = marks()
        .map(|(point, x)| {
            let level = f64::from(point.level.get());
            (x, level, level + f64::from(point.progress.unwrap_or_default()) / 100.0)
        })
        .collect();
    html! {
        svg class="trend" viewBox={ "0 0 " (ACROSS) " 226" } role="img" aria-labelledby="trend-title trend-words" {
            title id="trend-title" { (say::over_time(lang)) }
            desc id="trend-words" {
                @for (nth, point) in history.points.iter().enumerate() {
                    @if nth > 0 { (say::semicolon(lang)) }
                    (say::point(lang, point.date, point.level, say::percent(lang, point.progress.unwrap_or_default())))
                }
            }
            @for level in 0..=top {
                @let y = height(f64::from(level));
                line class="ring" x1="40" y1=(y) x2=(ACROSS - 20) y2=(y) {}
                text class="axis" x="30" y=(y) dy="4" text-anchor="end" { (level) }
            }
            @for (x, level, reached) in &ways {
                line class="way" x1=(x) y1=(height(*level)) x2=(x) y2=(height(*reached)) {}
            }
            polyline class="course" points=(points(steps.into_iter())) {}
            @for (x, level, _) in &ways { circle class="dot" cx=(x) cy=(height(*level)) r="4" {} }
            @if let (Some(first), Some(last)) = (history.points.first(), history.points.last()) {
                text class="axis" x="40" y="220" { (first.date) }
                text class="axis" x=(ACROSS - 20) y="220" text-anchor="end" { (last.date) }
            }
        }
    }
}

fn points(places: impl Iterator<Item = (String, String)>) -> String {
    places.map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}
