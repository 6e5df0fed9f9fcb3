//! Drawings of a scorecard as inline SVG. Each says in words what it shows, and stands beside its numbers.
//!
//! Colours come from the page's style sheet, by class; what counts is told by shape and text too.

use std::f64::consts::TAU;

use maud::{Markup, html};

use super::parts;
use crate::history::History;
use crate::i18n::{Lang, scorecard as s, terms};
use crate::scorecard::Scorecard;
use crate::text::{one_line, truncate};

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
pub(super) fn ladder(card: &Scorecard, lang: Lang) -> Markup {
    let levels = &card.score.levels;
    let height = levels.len() * RUNG + 8;
    html! {
        svg class="ladder" viewBox={ "32 0 536 " (height) } role="img" aria-labelledby="ladder-title ladder-words" {
            title id="ladder-title" { (s::ladder(lang)) }
            desc id="ladder-words" {
                @for (nth, score) in levels.iter().enumerate() {
                    @if nth > 0 { (terms::semicolon(lang)) }
                    (s::rung(lang, parts::level_title(card, score.level, lang), parts::progress(score.credit, lang).1,
                        parts::level_state(score, lang)))
                }
            }
            line class="rail" x1="34" y1="0" x2="34" y2=(height) {}
            line class="rail" x1="566" y1="0" x2="566" y2=(height) {}
            @for (nth, score) in levels.iter().rev().enumerate() {
                @let top = nth * RUNG + 8;
                @let percent = score.credit.percent().unwrap_or_default();
                @let title = one_line(&parts::level_title(card, score.level, lang));
                rect class="track" x="34" y=(top) width="532" height=(RUNG - 12) {}
                rect class=(if score.achieved { "met" } else { "begun" }) x="34" y=(top + RUNG - 19)
                    width=(percent.min(100) * 532 / 100) height="7" {}
                text class="rung" x="46" y=(top + 23) {
                    (if score.achieved { "✓ " } else { "✗ " }) (truncate(&title, TITLE))
                }
                text class="rung" x="556" y=(top + 23) text-anchor="end" { (parts::progress(score.credit, lang).1) }
            }
        }
    }
}

/// An axis of the radar: its title, and how far it has come in whole per cent.
pub(super) type Axis = (String, u32);

/// How far everything has come, an axis each, numbered as in the table beside it. Nothing with fewer than three.
pub(super) fn radar(axes: &[Axis], lang: Lang) -> Markup {
    let count = axes.len();
    // Up from the middle, then with the clock.
    let place = |nth: usize, radius: f64| {
        let share = f64::from(u32::try_from(nth).unwrap_or_default()) / f64::from(u32::try_from(count).unwrap_or(1));
        let (sine, cosine) = (share * TAU).sin_cos();
        (at(150.0 + radius * sine), at(150.0 - radius * cosine))
    };
    let ring = |radius: f64| points((0..count).map(|nth| place(nth, radius)));
    let shape = points(axes.iter().enumerate().map(|(nth, (_, percent))| place(nth, 1.15 * f64::from(*percent))));
    html! {
        @if count >= 3 {
            svg class="radar" viewBox="0 0 300 300" role="img" aria-labelledby="radar-title radar-words" {
                title id="radar-title" { (s::radar(lang)) }
                desc id="radar-words" {
                    @for (nth, (title, percent)) in axes.iter().enumerate() {
                        @if nth > 0 { (terms::semicolon(lang)) }
                        (s::share_of(lang, title, terms::percent(lang, percent)))
                    }
                }
                @for radius in [28.75, 57.5, 86.25, 115.0] { polygon class="ring" points=(ring(radius)) {} }
                @for nth in 0..count {
                    @let (x, y) = place(nth, 115.0);
                    line class="ring" x1="150" y1="150" x2=(x) y2=(y) {}
                }
                polygon class="shape" points=(shape) {}
                @for (nth, (_, percent)) in axes.iter().enumerate() {
                    @let (x, y) = place(nth, 1.15 * f64::from(*percent));
                    circle class="dot" cx=(x) cy=(y) r="3" {}
                    @let (x, y) = place(nth, 132.0);
                    text class="axis" x=(x) y=(y) dy="4" text-anchor="middle" { (nth + 1) }
                }
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
            title id="trend-title" { (s::over_time(lang)) }
            desc id="trend-words" {
                @for (nth, point) in history.points.iter().enumerate() {
                    @if nth > 0 { (terms::semicolon(lang)) }
                    (s::point(lang, point.date, point.level, terms::percent(lang, point.progress.unwrap_or_default())))
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
