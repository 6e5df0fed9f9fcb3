//! The score screen: levels, areas, deliverables, metrics, loops, roles, findings.

use super::page::Page;
use crate::i18n::{Lang, terms, tui as t};
use crate::model::{Answer, Key};
use crate::scoring::{Credit, Lens, LevelScore, LevelState, MetricStatus};
use crate::style::{Meaning, bar, mark};
use crate::text::{pad, width};
use crate::tui::app::{App, Walk};
use crate::wording;

/// The page of the score.
pub(super) fn page(app: &App, width: usize) -> Page {
    let mut page = Page::new(width, app);
    if let Some(walk) = &app.walk {
        levels(&mut page, walk, app.lang);
        areas(&mut page, walk, app.lang);
        deliverables(&mut page, walk, app.lang);
        metrics(&mut page, walk, app.lang);
        loops(&mut page, walk, app.lang);
        roles(&mut page, walk, app.lang);
        findings(&mut page, walk, app.lang);
    }
    page
}

const BAR: usize = 10;

fn levels(page: &mut Page, walk: &Walk, lang: Lang) {
    let score = &walk.card.score;
    page.pair(0, t::score_level(lang), &t::area_level(lang, score.level, score.max_level), Meaning::Title);
    let coverage = &score.coverage;
    page.pair(0, t::coverage(lang), &t::met_of(lang, coverage.answered, coverage.total), Meaning::Body);
    if coverage.to_confirm > 0 {
        page.text(0, &t::gauge_confirm(lang, coverage.to_confirm), Meaning::Partial);
    }
    for (reading, level) in score.other_readings() {
        let label = match reading {
            Lens::AsGiven => "",
            Lens::Possible => t::score_possible(lang),
            Lens::Evidenced => t::score_evidenced(lang),
            Lens::WithoutWaivers => t::score_without_waivers(lang),
        };
        page.pair(0, label, &terms::level(lang, level), Meaning::Body);
    }
    page.heading(terms::levels(lang));
    let defs = walk.card.checklist.parts().levels.iter();
    let cells = widest(defs.map(|def| terms::level_titled(lang, def.level, def.title.get(lang))));
    for level in &score.levels {
        let title = walk.card.checklist.level(level.level).map_or("", |def| def.title.get(lang));
        let met = met(level, lang);
        let mark = mark(Some(if level.achieved { Answer::Yes } else { Answer::No }));
        let titled = terms::level_titled(lang, level.level, title);
        progress(page, mark, (&titled, cells), level.credit, &met, lang);
        if level.state() == LevelState::AllWaived {
            page.text(4, t::all_waived(lang), Meaning::Muted);
        }
        for id in &level.blocking {
            let answer = walk.card.assessment.answer(&Key::Criterion(id.clone()));
            page.marked(
                4,
                crate::style::mark(answer),
                wording::criterion(&walk.card.checklist, id, lang),
                Meaning::Body,
            );
        }
    }
}

fn widest(titles: impl Iterator<Item = impl AsRef<str>>) -> usize {
    titles.map(|title| width(title.as_ref())).max().unwrap_or_default()
}

/// How many of a level's applicable criteria are met, and how many are waived.
pub(super) fn met(level: &LevelScore, lang: Lang) -> String {
    let (met, applicable, waived) = level.counts();
    let met = t::met_of(lang, met, applicable);
    if waived > 0 { terms::aside(lang, met, t::waived_count(lang, waived)) } else { met }
}

/// A mark, a title, a bar with its per cent, and what else there is to say; the titles of a list are `cells` wide.
fn progress(page: &mut Page, mark: (&str, Meaning), title: (&str, usize), credit: Credit, more: &str, lang: Lang) {
    let (name, cells) = title;
    let padded = pad(name, cells);
    let (full, empty) = credit.percent().map(|percent| bar(percent, BAR)).unwrap_or_default();
    let percent = credit.percent().map(|n| format!(" {:>4}  ", terms::percent(lang, n))).unwrap_or_default();
    let figures = [
        (full.as_str(), Meaning::Met),
        (empty.as_str(), Meaning::Muted),
        (percent.as_str(), Meaning::Body),
        (more, Meaning::Muted),
    ];
    let figure_cells: usize = figures.iter().map(|(piece, _)| width(piece)).sum();
    if 1 + 2 + width(&padded) + 2 + figure_cells <= page.width() {
        let head = [(mark.0, mark.1), (" ", Meaning::Body), (padded.as_str(), Meaning::Body), ("  ", Meaning::Body)];
        page.pieces(1, &[&head[..], &figures[..]].concat());
    } else {
        page.marked(1, mark, name, Meaning::Body);
        page.pieces(3, &figures);
    }
}

fn areas(page: &mut Page, walk: &Walk, lang: Lang) {
    if walk.card.score.areas.is_empty() {
        return;
    }
    page.heading(terms::areas(lang));
    let cells = widest(walk.card.checklist.parts().areas.iter().map(|area| area.title.get(lang)));
    for area in &walk.card.score.areas {
        let title = walk.card.checklist.area(&area.id).map_or(area.id.as_str(), |area| area.title.get(lang));
        let level = match (area.level, area.max_level) {
            (Some(level), Some(max)) => t::area_level(lang, level, max),
            _ => match area.practices.percent() {
                Some(percent) => t::no_criteria_practices(lang, terms::percent(lang, percent)),
                None => t::passed_over(lang).to_owned(),
            },
        };
        progress(page, (" ", Meaning::Body), (title, cells), area.credit, &level, lang);
    }
}

fn deliverables(page: &mut Page, walk: &Walk, lang: Lang) {
    let all = &walk.card.checklist.parts().deliverables;
    if all.is_empty() {
        return;
    }
    let score = &walk.card.score.deliverables;
    let ready = t::ready_of(lang, score.ready, score.applicable);
    page.heading(&format!("{} · {ready}", terms::deliverables(lang)));
    for item in all {
        let key = Key::Deliverable(item.id.clone());
        let answer = walk.card.assessment.answer(&key);
        let shown = format!("{} · {}", item.title.get(lang), wording::answer(&key, answer, lang));
        page.marked(1, mark(answer), &shown, Meaning::Body);
    }
}

fn metrics(page: &mut Page, walk: &Walk, lang: Lang) {
    if walk.card.score.metrics.is_empty() {
        return;
    }
    page.heading(terms::metrics(lang));
    for score in &walk.card.score.metrics {
        let Some(metric) = walk.card.checklist.metric(&score.id) else { continue };
        let unit = metric.unit.as_ref().map_or("", |unit| unit.get(lang));
        let status = wording::metric_status(score.status, lang);
        let mut shown = metric.title.get(lang).to_owned();
        if let Some(value) = score.value {
            shown = format!("{shown} · {}", wording::quantity(value, unit));
        }
        shown = format!("{shown} · {status}");
        if let (MetricStatus::OnTarget | MetricStatus::OffTarget, Some(target)) = (score.status, score.target) {
            shown = terms::aside(lang, shown, wording::target(target, unit));
        }
        page.marked(1, super::outline::item_mark(walk, &Key::Metric(score.id.clone())), &shown, Meaning::Body);
    }
}

fn loops(page: &mut Page, walk: &Walk, lang: Lang) {
    if walk.card.score.loops.is_empty() {
        return;
    }
    page.heading(terms::loops(lang));
    for score in &walk.card.score.loops {
        let Some(of) = walk.card.checklist.improvement_loop(&score.id) else { continue };
        let mut chain = Vec::new();
        for step in &of.steps {
            let title = step.title.get(lang);
            let broken = score.broken_at.as_ref() == Some(&step.id);
            chain.push(if broken {
                format!("[✗ {title}{}{}]", terms::colon(lang), t::broken_here(lang))
            } else {
                title.to_owned()
            });
        }
        let turns = score.broken_at.is_none();
        let title =
            if turns { format!("{} · {}", of.title.get(lang), t::turns(lang)) } else { of.title.get(lang).to_owned() };
        page.marked(1, mark(Some(if turns { Answer::Yes } else { Answer::No })), &title, Meaning::Body);
        page.text(3, &chain.join(" → "), Meaning::Body);
    }
}

fn roles(page: &mut Page, walk: &Walk, lang: Lang) {
    let with_practices = || walk.card.score.roles.iter().filter(|role| role.total > 0);
    if with_practices().next().is_none() {
        return;
    }
    page.heading(t::practices_by_role(lang));
    let cells = widest(walk.card.checklist.parts().roles.iter().map(|role| role.title.get(lang)));
    for role in with_practices() {
        let title = walk.card.checklist.role(&role.id).map_or(role.id.as_str(), |role| role.title.get(lang));
        let open = role.total.saturating_sub(role.answered);
        let more = if open > 0 { t::unanswered_left(lang, open) } else { String::new() };
        progress(page, (" ", Meaning::Body), (title, cells), role.credit, &more, lang);
    }
}

fn findings(page: &mut Page, walk: &Walk, lang: Lang) {
    page.heading(terms::findings(lang));
    if walk.card.findings.is_empty() {
        page.text(1, t::no_findings(lang), Meaning::Met);
    }
    for finding in &walk.card.findings {
        let sentence = wording::finding(&walk.card.checklist, finding, lang);
        let title = finding.criterion.as_ref().map(|id| wording::criterion(&walk.card.checklist, id, lang));
        let shown = title.map_or_else(|| sentence.clone(), |title| format!("{title}{}{sentence}", terms::colon(lang)));
        page.marked(1, ("!", Meaning::Warning), &shown, Meaning::Body);
    }
}
