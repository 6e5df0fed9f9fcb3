//! The results on the page: levels, areas and roles with their radar, deliverables, metrics, loops.

use maud::{Markup, html};

use super::{class, mark_column, sentence, sign, user, wide};
use crate::i18n::{Lang, report as r, scorecard as s, terms};
use crate::model::{Answer, Key};
use crate::report::parts;
use crate::report::svg::{self, bar};
use crate::scorecard::{Axis, Scorecard};
use crate::scoring::Credit;
use crate::style::mark;
use crate::wording;

/// Everything between the level and the findings.
pub(super) fn all(card: &Scorecard, lang: Lang) -> Markup {
    html! {
        (levels(card, lang))
        (areas(card, lang))
        (deliverables(card, lang))
        (metrics(card, lang))
        (loops(card, lang))
        (roles(card, lang))
    }
}

/// The two cells of a progress: a bar, and its number; both empty where nothing applies.
fn progress(credit: Credit, lang: Lang) -> Markup {
    html! {
        td class="gauge" { @if let Some(percent) = credit.percent() { (bar(percent)) } }
        td class="number" { (parts::progress(credit, lang).1) }
    }
}

/// The titles over the two cells of a progress.
fn progress_head(lang: Lang) -> Markup {
    html! { th class="gauge" scope="col" { (r::progress(lang)) } th class="number" scope="col" { (s::share(lang)) } }
}

fn levels(card: &Scorecard, lang: Lang) -> Markup {
    html! {
        section aria-labelledby="levels" {
            h2 id="levels" { (terms::levels(lang)) }
            table {
                thead { tr {
                    (mark_column(lang))
                    th scope="col" { (r::level(lang)) } (progress_head(lang))
                    th scope="col" { (r::met(lang)) } th scope="col" { (r::state(lang)) }
                } }
                tbody {
                    @for score in &card.score.levels {
                        @let state = mark(Some(if score.achieved { Answer::Yes } else { Answer::No }));
                        tr {
                            td class="mark" { (sign(state)) }
                            th scope="row" { (sentence(&parts::level_title(card, score.level, lang))) }
                            (progress(score.credit, lang))
                            td { (parts::met(score, true, lang)) }
                            td class={ "nowrap " (class(state.1)) } { (parts::level_state(score, lang)) }
                        }
                    }
                }
            }
        }
    }
}

/// The axes of the radar, each with what kind it is.
fn axes(card: &Scorecard, lang: Lang) -> Vec<(&'static str, svg::Axis)> {
    let shown = |axis| match axis {
        Axis::Area(id, percent) => (s::an_area(lang), (parts::area_title(card, id, lang).to_owned(), percent)),
        Axis::Role(id, percent) => (s::a_role(lang), (parts::role_title(card, id, lang).to_owned(), percent)),
    };
    card.axes().map(shown).collect()
}

fn areas(card: &Scorecard, lang: Lang) -> Markup {
    let axes = axes(card, lang);
    let numbers: Vec<svg::Axis> = axes.iter().map(|(_, axis)| axis.clone()).collect();
    html! {
        @if !card.score.areas.is_empty() {
            section aria-labelledby="areas" {
                h2 id="areas" { (terms::areas(lang)) }
                table {
                    thead { tr {
                        th scope="col" { (r::area(lang)) } (progress_head(lang)) th scope="col" { (r::level(lang)) }
                    } }
                    tbody {
                        @for score in &card.score.areas {
                            tr {
                                th scope="row" { (user(parts::area_title(card, &score.id, lang))) }
                                (progress(score.credit, lang))
                                td { (parts::area_level(score, lang)) }
                            }
                        }
                    }
                }
            }
        }
        @if axes.len() >= 3 {
            section aria-labelledby="radar" {
                h2 id="radar" { (s::radar(lang)) }
                div class="beside" {
                    (svg::radar(&numbers, lang))
                    div { table {
                        thead { tr {
                            th class="number" scope="col" { (s::number(lang)) }
                            th scope="col" { (r::title(lang)) } th scope="col" { (s::kind(lang)) }
                            th class="number" scope="col" { (s::share(lang)) }
                        } }
                        tbody {
                            @for (nth, (kind, (title, percent))) in axes.iter().enumerate() {
                                tr {
                                    td class="number" { (nth + 1) }
                                    th scope="row" { (user(title)) }
                                    td class="muted" { (kind) }
                                    td class="number" { (terms::percent(lang, percent)) }
                                }
                            }
                        }
                    } }
                }
            }
        }
    }
}

fn deliverables(card: &Scorecard, lang: Lang) -> Markup {
    let all = &card.checklist.parts().deliverables;
    let score = &card.score.deliverables;
    html! {
        @if !all.is_empty() {
            section aria-labelledby="deliverables" {
                h2 id="deliverables" { (terms::deliverables(lang)) " · " (r::ready_of(lang, score.ready, score.applicable)) }
                table {
                    thead { tr {
                        (mark_column(lang)) th scope="col" { (r::deliverable(lang)) } th scope="col" { (r::state(lang)) }
                    } }
                    tbody {
                        @for item in all {
                            @let key = Key::Deliverable(item.id.clone());
                            @let answer = card.assessment.answer(&key);
                            tr {
                                td class="mark" { (sign(mark(answer))) }
                                th scope="row" { (user(item.title.get(lang))) }
                                td class={ "nowrap " (class(mark(answer).1)) } { (wording::answer(&key, answer, lang)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn metrics(card: &Scorecard, lang: Lang) -> Markup {
    let titles = [r::metric(lang), r::value(lang), r::target(lang), r::state(lang)];
    html! {
        @if !card.score.metrics.is_empty() {
            section aria-labelledby="metrics" {
                h2 id="metrics" { (terms::metrics(lang)) }
                (wide("metrics", &html! { table {
                    thead { tr { (mark_column(lang)) @for title in titles { th scope="col" { (title) } } } }
                    tbody {
                        @for score in &card.score.metrics {
                            @let unit = parts::unit(card, &score.id, lang);
                            @let state = parts::metric_mark(score.status);
                            tr {
                                td class="mark" { (sign(state)) }
                                th scope="row" { (user(&wording::title(&card.checklist, &Key::Metric(score.id.clone()), lang))) }
                                td { @if let Some(value) = score.value { (user(&wording::quantity(value, unit))) } }
                                td { @if let Some(target) = score.target { (user(&wording::target(target, unit))) } }
                                td class={ "nowrap " (class(state.1)) } { (parts::metric_state(score.status, lang)) }
                            }
                        }
                    }
                } }))
            }
        }
    }
}

/// The loops as chains, the first link that is not in place marked.
fn loops(card: &Scorecard, lang: Lang) -> Markup {
    html! {
        @if !card.score.loops.is_empty() {
            section aria-labelledby="loops" {
                h2 id="loops" { (terms::loops(lang)) }
                @for score in &card.score.loops {
                    @if let Some(of) = card.checklist.improvement_loop(&score.id) {
                        @let state = mark(Some(if score.turns() { Answer::Yes } else { Answer::No }));
                        h3 {
                            (sign(state)) (user(of.title.get(lang))) " · "
                            (if score.turns() { r::turns(lang) } else { r::broken(lang) })
                        }
                        ol class="chain" {
                            @for step in &of.steps {
                                li {
                                    (user(step.title.get(lang)))
                                    @if score.broken_at.as_ref() == Some(&step.id) {
                                        " · " strong class="blocked" { "✗ " (r::broken_here(lang)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn roles(card: &Scorecard, lang: Lang) -> Markup {
    html! {
        @if card.score.roles.iter().any(|score| score.total > 0) {
            section aria-labelledby="roles" {
                h2 id="roles" { (r::practices_by_role(lang)) }
                table {
                    thead { tr {
                        th scope="col" { (r::role(lang)) } (progress_head(lang)) th scope="col" { (r::answered(lang)) }
                    } }
                    tbody {
                        @for score in card.score.roles.iter().filter(|score| score.total > 0) {
                            tr {
                                th scope="row" { (user(parts::role_title(card, &score.id, lang))) }
                                (progress(score.credit, lang))
                                td { (r::met_of(lang, score.answered, score.total)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
