//! What lies in time: the courses of metrics beside their first and last values, and marks under dates.

use maud::{Markup, html};

use super::{Page, SHORT, class, sign};
use crate::history::History;
use crate::i18n::say;
use crate::page::document::{Across, Sparkline, Timeline};
use crate::report::svg;

impl Page {
    /// The courses of metrics, each drawn beside what is said of it.
    pub(super) fn courses(&self, history: &History, courses: &[Sparkline<'_>]) -> Markup {
        html! {
            ul class="courses" {
                @for course in courses {
                    li {
                        span class="what" { (sign(course.mark)) (self.line(&course.line, SHORT)) }
                        (svg::spark(history, course))
                        span class="said" { (self.line(&course.last, SHORT)) }
                    }
                }
            }
        }
    }

    /// Marks under dates; too many for a narrow screen, they scroll there, by keys too.
    pub(super) fn timeline(&self, timeline: &Timeline<'_>, anchor: &str) -> Markup {
        let (from, cut) = timeline.from(Timeline::ON_PAPER, self.lang);
        html! {
            @if let Some(line) = cut { p class="muted" { (self.line(&line, SHORT)) } }
            div class="timeline" role="group" aria-labelledby=(anchor) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (timeline.what) }
                            @for date in timeline.dates.iter().skip(from) {
                                th class="day" scope="col" {
                                    (format!("{:04}", date.year())) br; (format!("{:02}-{:02}", date.month(), date.day()))
                                }
                            }
                            th scope="col" { (say::turned(self.lang)) }
                        }
                    }
                    tbody { @for row in &timeline.rows { (self.across(row, from)) } }
                }
            }
        }
    }

    fn across(&self, row: &Across<'_>, from: usize) -> Markup {
        html! {
            tr class=[row.over.then_some("over")] {
                // A name breaks anywhere: it stays where it is when the marks are scrolled.
                th scope="row" { @if row.over { strong { (self.line(&row.line, 0)) } } @else { (self.line(&row.line, 0)) } }
                @for (mark, word) in row.at.iter().skip(from) {
                    td class="day" { (sign(*mark)) span class="unseen" { (word) } }
                }
                td class=[class(row.more.meaning)] { (self.line(&row.more, SHORT)) }
            }
        }
    }
}
