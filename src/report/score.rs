//! The level in one screen: what is achieved, what blocks the next level, and how everything else stands.

use super::parts;
use super::sheet::{Paper, Sheet};
use crate::i18n::{Lang, report as r, terms};
use crate::model::Answer;
use crate::scorecard::Scorecard;
use crate::scoring::{Lens, LoopScore, MetricStatus};
use crate::style::{Meaning, mark};
use crate::text::{pad, width};

/// The lines of a screen of 24 that are left when the next prompt stands below.
const SCREEN: usize = 23;
/// The most findings that are shown here; the report has them all.
const FINDINGS: usize = 3;

/// The score on one screen of 80 by 24, for a checklist as large as the built-in one.
pub fn score(card: &Scorecard, paper: Paper) -> Sheet {
    let mut sheet = Sheet::new(paper);
    let lang = paper.lang;
    sheet.text(0, &parts::who(card, lang), Meaning::Title);
    let meaning = if card.score.next.is_none() { Meaning::Met } else { Meaning::Title };
    sheet.text(0, &parts::level(card, lang), meaning);
    let other = otherwise(card, lang);
    if !other.is_empty() {
        sheet.text(0, &other.join(" · "), Meaning::Muted);
    }
    parts::blocks(&mut sheet, card);
    sheet.blank();
    progress(&mut sheet, card);
    let mut below = Sheet::new(paper);
    facts(&mut below, card);
    // Where the screen is full, a finding is worth more than a blank line.
    if sheet.height() + 1 + below.height() + card.findings.len().min(FINDINGS) <= SCREEN {
        sheet.blank();
    }
    sheet.append(below);
    findings(&mut sheet, card);
    sheet
}

/// The level, and what blocks the next.
pub fn standing(card: &Scorecard, paper: Paper) -> Sheet {
    let mut sheet = Sheet::new(paper);
    sheet.text(0, &parts::level(card, paper.lang), Meaning::Title);
    parts::blocks(&mut sheet, card);
    sheet
}

/// The level on one line.
pub fn gauge(card: &Scorecard, lang: Lang) -> String {
    parts::level(card, lang)
}

/// The levels by other readings of the answers, where they differ.
fn otherwise(card: &Scorecard, lang: Lang) -> Vec<String> {
    let called = |reading| match reading {
        Lens::AsGiven => "",
        Lens::Possible => r::if_unanswered(lang),
        Lens::Evidenced => r::if_evidenced(lang),
        Lens::WithoutWaivers => r::if_unwaived(lang),
    };
    let said = |(reading, level)| format!("{}{}{}", called(reading), terms::colon(lang), r::level_short(lang, level));
    card.score.other_readings().map(said).collect()
}

/// Levels and areas, with their bars one under the other.
fn progress(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    let mut rows: Vec<((&str, Meaning), String, crate::scoring::Credit, String)> = Vec::new();
    for score in &card.score.levels {
        let state = if score.achieved { Answer::Yes } else { Answer::No };
        let state = (mark(Some(state)), parts::level_title(card, score.level, lang));
        rows.push((state.0, state.1, score.credit, parts::met(score, false, lang)));
    }
    for score in &card.score.areas {
        let title = card.checklist.area(&score.id).map_or(score.id.as_str(), |area| area.title.get(lang));
        rows.push(((" ", Meaning::Body), title.to_owned(), score.credit, parts::area_level(score, lang)));
    }
    let titles = rows.iter().map(|row| width(&row.1)).max().unwrap_or_default();
    let tails = rows.iter().map(|row| width(&row.3)).max().unwrap_or_default();
    // On a narrow terminal the figures go below their title, for neither may be cut off.
    let beside = 2 + titles + 2 + parts::BAR + 7 + tails <= sheet.paper().width;
    for (mark, title, credit, more) in rows {
        let (bar, percent) = parts::progress(credit, lang);
        let (bar, percent) = (pad(&bar, parts::BAR), format!(" {percent:>4}  "));
        let figures =
            [(bar.as_str(), Meaning::Met), (percent.as_str(), Meaning::Body), (more.as_str(), Meaning::Muted)];
        if beside {
            let title = format!(" {}  ", pad(&title, titles));
            sheet.pieces(0, &[&[mark, (title.as_str(), Meaning::Body)], &figures[..]].concat());
        } else {
            sheet.marked(0, mark, &title, Meaning::Body);
            sheet.pieces(2, &figures);
        }
    }
}

/// Coverage, deliverables, metrics, loops and findings, a label before each.
fn facts(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    let labels = [
        terms::criteria(lang),
        terms::deliverables(lang),
        terms::metrics(lang),
        terms::loops(lang),
        terms::findings(lang),
    ];
    let label_width = labels.iter().map(|label| width(label)).max().unwrap_or_default() + 2;
    let fact = |sheet: &mut Sheet, label: &str, fact: &str| {
        sheet.hanging(0, &[(&pad(label, label_width), Meaning::Muted)], fact, Meaning::Body);
    };
    fact(sheet, terms::criteria(lang), &parts::coverage(card, lang));
    let ready = &card.score.deliverables;
    if ready.total > 0 {
        fact(sheet, terms::deliverables(lang), &r::ready_of(lang, ready.ready, ready.applicable));
    }
    if !card.score.metrics.is_empty() {
        fact(sheet, terms::metrics(lang), &metrics(card, lang));
    }
    if !card.score.loops.is_empty() {
        fact(sheet, terms::loops(lang), &loops(card, lang));
    }
    if card.findings.is_empty() {
        sheet.hanging(
            0,
            &[(&pad(terms::findings(lang), label_width), Meaning::Muted)],
            r::no_findings(lang),
            Meaning::Met,
        );
    } else {
        fact(sheet, terms::findings(lang), &card.findings.len().to_string());
    }
}

/// How many metrics stand how.
fn metrics(card: &Scorecard, lang: Lang) -> String {
    use MetricStatus::{NoData, OffTarget, OnTarget, Tracked};
    let count = |status| card.score.metrics.iter().filter(|score| score.status == status).count();
    let counts = [OnTarget, OffTarget, Tracked, NoData].map(|status| (status, count(status)));
    let shown = counts.iter().filter(|(_, count)| *count > 0);
    let shown: Vec<String> =
        shown.map(|(status, count)| r::count_of(lang, parts::metric_state(*status, lang), count)).collect();
    shown.join(" · ")
}

/// How many loops turn, and the links at which the others break.
fn loops(card: &Scorecard, lang: Lang) -> String {
    let broken: Vec<&str> = card.score.loops.iter().filter_map(|score| broken_at(card, score, lang)).collect();
    let total = card.score.loops.len();
    let turning = r::loops_turn(lang, total - broken.len(), total);
    if broken.is_empty() { turning } else { r::loops_break(lang, turning, broken.join(r::semicolon(lang))) }
}

fn broken_at<'a>(card: &'a Scorecard, score: &'a LoopScore, lang: Lang) -> Option<&'a str> {
    let broken = score.broken_at.as_ref()?;
    let of = card.checklist.improvement_loop(&score.id);
    let step = of.and_then(|of| of.steps.iter().find(|step| step.id == *broken));
    Some(step.map_or(broken.as_str(), |step| step.title.get(lang)))
}

/// As many of the first findings as the screen has room for, a line each.
fn findings(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    let room = SCREEN.saturating_sub(sheet.height()).clamp(1, FINDINGS);
    for finding in card.findings.iter().take(room) {
        let sentence = parts::finding(card, finding, lang);
        sheet.pieces(0, &[("! ", Meaning::Warning), (&sentence, Meaning::Body)]);
    }
}
