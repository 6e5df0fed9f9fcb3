//! The scorecard as one HTML file with everything in it: for a browser, light or dark, and for paper.
//!
//! No script, nothing from elsewhere, and the page forbids both to itself. What users wrote is escaped by construction,
//! and set apart in its direction of writing.

mod answers;
mod results;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{parts, sheet::DOT, svg};
use crate::history::History;
use crate::i18n::{Lang, report as r, scorecard as s, terms};
use crate::model::{Key, checklist::Named};
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::text::{one_line, sanitise};
use crate::wording;

const STYLE: &str = include_str!("html/style.css");

/// The size of a printed page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageSize {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

/// The scorecard; with the team's older assessments, where there are any, as a trend. Without a size, who prints it
/// chooses the paper.
pub fn report(card: &Scorecard, history: Option<&History>, size: Option<PageSize>, lang: Lang) -> String {
    let history = history.filter(|history| history.points.len() > 1);
    let team = one_line(&card.assessment.team);
    let page = html! {
        (DOCTYPE)
        html lang=(match lang { Lang::En => "en", Lang::Zh => "zh-CN" }) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (s::titled(lang, r::scorecard(lang), &team, card.assessment.date)) }
                style { (PreEscaped(STYLE)) (PreEscaped(printed_page(size, lang))) }
            }
            body {
                a class="skip" href="#scorecard" { (s::skip(lang)) }
                header { h1 { (r::scorecard(lang)) } (facts(card, lang)) }
                (contents(card, history.is_some(), lang))
                main id="scorecard" {
                    (level(card, lang))
                    (first(card, lang))
                    @if let Some(history) = history { (over_time(history, lang)) }
                    (results::all(card, lang))
                    (findings(card, lang))
                    (waivers(card, lang))
                    (plan(card, lang))
                    (answers::all(card, lang))
                }
                footer { p { (made_with(card, lang)) br; (s::digest(lang)) (terms::colon(lang)) (card.checklist.digest()) } }
            }
        }
    };
    page.into_string() + "\n"
}

/// The rule of printed pages: their size and their numbers.
fn printed_page(size: Option<PageSize>, lang: Lang) -> String {
    let size = match size {
        Some(PageSize::A4) => "size: A4; ",
        Some(PageSize::Letter) => "size: letter; ",
        // A page that has a size of its own keeps browsers from offering their papers.
        None => "",
    };
    let words = s::page_of(lang, "\" counter(page) \"", "\" counter(pages) \"");
    format!(
        "@page {{ {size}margin: 16mm 14mm 18mm; @bottom-right {{ content: \"{words}\"; font: 8.5pt sans-serif; }} @bottom-left {{ content: \"{}\"; font: 8.5pt sans-serif; }} }}",
        r::scorecard(lang)
    )
}

/// What a user or a checklist wrote, in its own direction of writing.
fn user(text: &str) -> Markup {
    html! { bdi { (sanitise(text)) } }
}

/// A sentence of ours in which users' words stand: it keeps our direction, whatever it begins with.
fn sentence(text: &str) -> Markup {
    html! { bdi dir="ltr" { (sanitise(text)) } }
}

/// A sign with its meaning as a class.
fn sign((sign, meaning): (&str, Meaning)) -> Markup {
    html! { span class={ "sign " (class(meaning)) } { (sign) } }
}

const fn class(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Met => "met",
        Meaning::Partial => "begun",
        Meaning::Blocked | Meaning::Error => "blocked",
        Meaning::Warning => "warning",
        Meaning::Muted => "muted",
        Meaning::Body | Meaning::Title | Meaning::Selected | Meaning::Key => "body",
    }
}

/// Titles over the columns of a table; the first of them names the rows.
fn head(titles: &[&str]) -> Markup {
    html! { thead { tr { @for title in titles { th scope="col" { (title) } } } } }
}

/// A table that has many columns for a narrow screen, under the heading `id`: there it scrolls, by keys too.
fn wide(id: &str, table: &Markup) -> Markup {
    html! { div class="wide" role="group" aria-labelledby=(id) tabindex="0" { (table) } }
}

/// The title over a column of signs, for those who listen.
fn mark_column(lang: Lang) -> Markup {
    html! { th class="mark" scope="col" { span class="unseen" { (s::mark(lang)) } } }
}

fn made_with(card: &Scorecard, lang: Lang) -> String {
    let checklist = &card.checklist;
    s::made_with(lang, one_line(checklist.parts().title.get(lang)), checklist.id(), checklist.version())
}

/// Who was assessed, when, by whom and with what.
fn facts(card: &Scorecard, lang: Lang) -> Markup {
    let assessment = &card.assessment;
    html! {
        dl class="facts" {
            dt { (r::team(lang)) } dd { strong { (user(&one_line(&assessment.team))) } }
            dt { (r::date(lang)) } dd { time datetime=(assessment.date) { (assessment.date) } }
            dt { (r::status(lang)) } dd { (assessment.status.term(lang)) }
            @if let Some(profile) = parts::profile(card, lang) { dt { (r::profile(lang)) } dd { (user(&profile)) } }
            @if !assessment.assessors.is_empty() {
                dt { (r::assessors(lang)) }
                dd {
                    @for (nth, name) in assessment.assessors.iter().enumerate() {
                        @if nth > 0 { (r::comma(lang)) }
                        (user(&one_line(name)))
                    }
                }
            }
            dt { (r::checklist(lang)) }
            dd {
                (sentence(&made_with(card, lang)))
                @if let Some(summary) = &card.checklist.parts().summary { br; span class="muted" { (user(summary.get(lang).trim())) } }
            }
        }
    }
}

/// The ways into the page.
fn contents(card: &Scorecard, with_trend: bool, lang: Lang) -> Markup {
    let score = &card.score;
    let places = [
        ("level", s::lead(lang), true),
        ("trend", s::over_time(lang), with_trend),
        ("levels", terms::levels(lang), true),
        ("areas", terms::areas(lang), !score.areas.is_empty()),
        ("deliverables", terms::deliverables(lang), score.deliverables.total > 0),
        ("metrics", terms::metrics(lang), !score.metrics.is_empty()),
        ("loops", terms::loops(lang), !score.loops.is_empty()),
        ("roles", r::practices_by_role(lang), score.roles.iter().any(|role| role.total > 0)),
        ("findings", terms::findings(lang), true),
        ("waivers", r::waivers(lang), !card.waived().is_empty()),
        ("plan", s::the_plan(lang), true),
        ("items", r::answers(lang), true),
    ];
    html! {
        nav aria-label=(s::contents(lang)) {
            ul { @for (id, title, there) in places { @if there { li { a href={ "#" (id) } { (title) } } } } }
        }
    }
}

/// The level, what it would be by other readings, and what blocks the next.
fn level(card: &Scorecard, lang: Lang) -> Markup {
    html! {
        section aria-labelledby="level" {
            h2 class="level" id="level" { (sentence(&parts::level(card, lang))) }
            p { (parts::coverage(card, lang)) }
            @for (label, level) in parts::readings(card, lang) {
                p class="muted" { (label) (terms::colon(lang)) (r::level_short(lang, level)) }
            }
            (svg::ladder(card, lang))
            @if let Some(next) = &card.score.next {
                h3 { (r::what_blocks(lang, next.level)) }
                ul class="signs" {
                    @for id in &next.remaining {
                        li {
                            (sign(mark(card.assessment.answer(&Key::Criterion(id.clone())))))
                            (user(wording::criterion(&card.checklist, id, lang))) " · " (parts::counted(card, id, lang))
                        }
                    }
                }
                @if card.score.next_is_waived() {
                    p { (r::all_waived(lang)) }
                }
            } @else {
                p class="met" { (r::gauge_top(lang, card.score.max_level)) }
            }
        }
    }
}

fn first(card: &Scorecard, lang: Lang) -> Markup {
    let open = card.score.coverage.open();
    html! {
        @if !card.plan.gaps.is_empty() {
            section aria-labelledby="first" {
                h2 id="first" { (r::first(lang, card.plan.target_level)) }
                @if open > 0 { p class="warning" { (r::open_first(lang, open)) } }
                ol class="first" { @for what in parts::first(card, lang) { li { (sentence(&what.join(DOT))) } } }
            }
        }
    }
}

/// The trend, with its numbers below it.
fn over_time(history: &History, lang: Lang) -> Markup {
    let percent = |of: Option<u32>| of.map_or_else(|| "—".to_owned(), |percent| terms::percent(lang, percent));
    html! {
        section aria-labelledby="trend" {
            h2 id="trend" { (s::over_time(lang)) }
            (svg::trend(history, lang))
            table {
                (head(&[r::date(lang), r::status(lang), r::level(lang), s::to_next(lang), s::answered_column(lang)]))
                tbody {
                    @for point in &history.points {
                        tr {
                            th scope="row" { time datetime=(point.date) { (point.date) } }
                            td { (point.status.term(lang)) }
                            td { (r::met_of(lang, point.level, point.max_level)) }
                            td { (percent(point.progress)) }
                            td { (percent(point.coverage.percent())) }
                        }
                    }
                }
            }
        }
    }
}

/// What the answers say against each other.
fn findings(card: &Scorecard, lang: Lang) -> Markup {
    html! {
        section aria-labelledby="findings" {
            h2 id="findings" { (r::with_count(lang, terms::findings(lang), card.findings.len())) }
            @if card.findings.is_empty() { p class="met" { (r::no_findings(lang)) } }
            @else {
                ul class="signs" {
                    @for finding in &card.findings {
                        li { (sign(("!", Meaning::Warning))) (sentence(&parts::finding(card, finding, lang))) }
                    }
                }
            }
        }
    }
}

/// What was left out, and why.
fn waivers(card: &Scorecard, lang: Lang) -> Markup {
    let waived = card.waived();
    html! {
        @if !waived.is_empty() {
            section aria-labelledby="waivers" {
                h2 id="waivers" { (r::with_count(lang, r::waivers(lang), waived.len())) }
                table {
                    (head(&[r::item(lang), r::reason(lang)]))
                    tbody {
                        @for key in &waived {
                            @let (reason, meaning) = parts::waiver_reason(card, key, lang);
                            tr {
                                th scope="row" { (user(&wording::title(&card.checklist, key, lang))) }
                                td class=(class(meaning)) { (reason) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The gaps of the plan, one a row.
fn plan(card: &Scorecard, lang: Lang) -> Markup {
    let titles = [r::level(lang), r::gap(lang), r::effort(lang), r::role(lang), terms::owner(lang), terms::due(lang)];
    let route = |id| card.checklist.route(id).map(|route: &Named| route.title.get(lang));
    html! {
        section aria-labelledby="plan" {
            h2 id="plan" { (super::plan::headline(card, lang)) }
            @if card.plan.gaps.is_empty() { p class="met" { (super::plan::nothing(card, lang)) } }
            @else {
                (wide("plan", &html! { table {
                    thead { tr { (mark_column(lang)) @for title in titles { th scope="col" { (title) } } } }
                    tbody {
                        @for gap in &card.plan.gaps {
                            @let (role, meaning) = parts::gap_role(card, gap, lang);
                            tr {
                                td class="mark" { (sign(mark(gap.answer))) }
                                td { (gap.level) }
                                th scope="row" {
                                    (user(wording::criterion(&card.checklist, &gap.criterion, lang)))
                                    @if let Some(route) = gap.route.as_ref().and_then(route) {
                                        br; span class="muted" { (user(route)) }
                                    }
                                }
                                td { (parts::effort(gap.effort, lang)) }
                                td class=(class(meaning)) { (user(&role)) }
                                td { (user(&one_line(gap.owner.as_deref().unwrap_or_default()))) }
                                td class="nowrap" { @if let Some(day) = gap.due { (day) } }
                            }
                        }
                    }
                } }))
            }
        }
    }
}
