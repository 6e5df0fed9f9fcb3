//! The tables of results: levels, areas, deliverables, metrics, loops, roles.

use super::body;
use crate::i18n::{Lang, report as r, terms};
use crate::model::{Answer, Key};
use crate::report::parts;
use crate::report::sheet::{DOT, Sheet};
use crate::report::table::{Cell, Column, Table};
use crate::scorecard::Scorecard;
use crate::scoring::Credit;
use crate::style::{Meaning, mark};
use crate::wording;

/// The levels: how much of each is met, and whether it is achieved.
pub(super) fn levels(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    sheet.heading(terms::levels(lang));
    let mut table = Table::new(&[
        ("", Column::Drawn),
        (r::level(lang), Column::Rest),
        (r::progress(lang), Column::Drawn),
        (r::met(lang), Column::Fit),
        (r::state(lang), Column::Fit),
    ]);
    let dot = sheet.drawn(DOT);
    for score in &card.score.levels {
        let (sign, meaning) = mark(Some(if score.achieved { Answer::Yes } else { Answer::No }));
        let state = parts::level_state(score, lang);
        let title = card.checklist.level(score.level).map_or("", |def| def.title.get(lang));
        table.row([
            (sign.to_owned(), meaning),
            body([score.level.to_string().as_str(), title].join(&dot)),
            progress(score.credit, lang),
            body(parts::met(score, true, lang)),
            (state.to_owned(), meaning),
        ]);
    }
    table.draw(sheet);
}

/// The areas: the same gate over the criteria of each alone.
pub(super) fn areas(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    if card.score.areas.is_empty() {
        return;
    }
    sheet.heading(terms::areas(lang));
    let mut table =
        Table::new(&[(r::area(lang), Column::Rest), (r::progress(lang), Column::Drawn), (r::level(lang), Column::Fit)]);
    for score in &card.score.areas {
        let title = card.checklist.area(&score.id).map_or(score.id.as_str(), |area| area.title.get(lang));
        let meaning = if score.level.is_some() { Meaning::Body } else { Meaning::Muted };
        let level = (parts::area_level(score, lang), meaning);
        table.row([body(title), progress(score.credit, lang), level]);
    }
    table.draw(sheet);
}

/// The deliverables, and how many are ready.
pub(super) fn deliverables(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    let all = &card.checklist.parts().deliverables;
    if all.is_empty() {
        return;
    }
    let score = &card.score.deliverables;
    let ready = r::ready_of(lang, score.ready, score.applicable);
    sheet.heading(&format!("{} · {ready}", terms::deliverables(lang)));
    let mut table =
        Table::new(&[("", Column::Drawn), (r::deliverable(lang), Column::Rest), (r::state(lang), Column::Fit)]);
    for item in all {
        let key = Key::Deliverable(item.id.clone());
        let answer = card.assessment.answer(&key);
        let (sign, meaning) = mark(answer);
        let state = wording::answer(&key, answer, lang);
        table.row([(sign.to_owned(), meaning), body(item.title.get(lang)), (state.to_owned(), meaning)]);
    }
    table.draw(sheet);
}

/// The metrics against their targets.
pub(super) fn metrics(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    if card.score.metrics.is_empty() {
        return;
    }
    sheet.heading(terms::metrics(lang));
    let mut table = Table::new(&[
        ("", Column::Drawn),
        (r::metric(lang), Column::Rest),
        (r::value(lang), Column::Fit),
        (r::target(lang), Column::Fit),
        (r::state(lang), Column::Fit),
    ]);
    for score in &card.score.metrics {
        let unit = parts::unit(card, &score.id, lang);
        let (sign, meaning) = parts::metric_mark(score.status);
        table.row([
            (sign.to_owned(), meaning),
            body(wording::title(&card.checklist, &Key::Metric(score.id.clone()), lang)),
            body(score.value.map(|value| wording::quantity(value, unit)).unwrap_or_default()),
            body(score.target.map(|target| wording::target(target, unit)).unwrap_or_default()),
            (parts::metric_state(score.status, lang).to_owned(), meaning),
        ]);
    }
    table.draw(sheet);
}

/// The loops as chains, the first link that is not in place marked.
pub(super) fn loops(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    if card.score.loops.is_empty() {
        return;
    }
    sheet.heading(terms::loops(lang));
    for score in &card.score.loops {
        let Some(of) = card.checklist.improvement_loop(&score.id) else { continue };
        let (sign, meaning) = mark(Some(if score.turns() { Answer::Yes } else { Answer::No }));
        let state = if score.turns() { r::turns(lang) } else { r::broken(lang) };
        let before = [(sign, meaning), (" ", Meaning::Body)];
        sheet.dotted(1, &before, &[of.title.get(lang), state], Meaning::Body);
        let broken = mark(Some(Answer::No)).0;
        let steps = of.steps.iter().map(|step| {
            let title = step.title.get(lang);
            if score.broken_at.as_ref() == Some(&step.id) {
                format!("[{} {title}{}{}]", sheet.drawn(broken), terms::colon(lang), r::broken_here(lang))
            } else {
                title.to_owned()
            }
        });
        let chain: Vec<String> = steps.collect();
        sheet.flow(3, &[], &chain, " → ", Meaning::Body);
    }
}

/// The practices of each role.
pub(super) fn roles(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    let mut roles = card.score.roles.iter().filter(|score| score.total > 0).peekable();
    if roles.peek().is_none() {
        return;
    }
    sheet.heading(r::practices_by_role(lang));
    let mut table = Table::new(&[
        (r::role(lang), Column::Rest),
        (r::progress(lang), Column::Drawn),
        (r::answered(lang), Column::Fit),
    ]);
    for score in roles {
        let title = card.checklist.role(&score.id).map_or(score.id.as_str(), |role| role.title.get(lang));
        let answered = r::met_of(lang, score.answered, score.total);
        table.row([body(title), progress(score.credit, lang), body(answered)]);
    }
    table.draw(sheet);
}

/// A bar with its per cent.
fn progress(credit: Credit, lang: Lang) -> Cell {
    let (bar, percent) = parts::progress(credit, lang);
    (format!("{bar} {percent:>4}").trim().to_owned(), Meaning::Met)
}
