//! The plan screen: gap by gap what to do, what proves it, what shows it, who and where.

use super::outline::item_mark;
use super::page::Page;
use crate::i18n::{Lang, terms, tui as t};
use crate::model::Key;
use crate::plan::Gap;
use crate::style::{Meaning, mark};
use crate::tui::app::{App, Layer, Walk};
use crate::wording;

/// The page of the plan; its anchors are the starts of the gaps.
pub(super) fn page(app: &App, width: usize) -> Page {
    let mut page = Page::new(width, app);
    let Some(walk) = &app.walk else { return page };
    let lang = app.lang;
    let plan = &walk.card.plan;
    let title = format!("{} · {}", t::plan_title(lang, plan.target_level), t::plan_count(lang, plan.gaps.len()));
    page.text(0, &title, Meaning::Title);
    if plan.gaps.is_empty() {
        page.text(0, t::plan_nothing(lang), Meaning::Met);
        return page;
    }
    let most: Vec<_> = plan.actions.iter().filter(|action| action.serves > 1).take(5).collect();
    if !most.is_empty() {
        page.heading(t::plan_first(lang));
        for action in most {
            let key = Key::Practice(action.practice.clone());
            let serves = t::serves_gaps(lang, action.serves);
            let shown = format!("{} · {serves}", wording::title(&walk.card.checklist, &key, lang));
            page.marked(1, item_mark(walk, &key), &shown, Meaning::Body);
        }
    }
    let at = app.layers.iter().rev().find_map(|layer| if let Layer::Plan(view) = layer { Some(view.at) } else { None });
    for (nth, gap) in plan.gaps.iter().enumerate() {
        page.blank();
        page.anchor();
        draw_gap(&mut page, walk, gap, at == Some(nth), lang);
    }
    if let Some(line) = plan.helper_line() {
        page.heading(t::plan_helper(lang));
        page.text(1, &line, Meaning::Key);
    }
    page
}

fn draw_gap(page: &mut Page, walk: &Walk, gap: &Gap, selected: bool, lang: Lang) {
    let checklist = &walk.card.checklist;
    let criterion = Key::Criterion(gap.criterion.clone());
    let title = format!("{} · {}", terms::level(lang, gap.level), wording::title(checklist, &criterion, lang));
    page.marked(0, mark(gap.answer), &title, if selected { Meaning::Selected } else { Meaning::Title });
    let mut facts = vec![wording::answer(&criterion, gap.answer, lang).to_owned(), gap.effort.term(lang).to_owned()];
    if let Some(role) = &gap.role {
        let name = checklist.role(role).map_or(role.as_str(), |role| role.title.get(lang));
        facts.push(if gap.covered { name.to_owned() } else { terms::aside(lang, name, t::nobody_covers(lang)) });
    } else if !gap.covered {
        facts.push(t::nobody_covers(lang).to_owned());
    }
    if let Some(route) = gap.route.as_ref().and_then(|id| checklist.route(id)) {
        facts.push(format!("→ {}", route.title.get(lang)));
    }
    page.text(2, &facts.join(" · "), Meaning::Muted);
    if let Some(owner) = &gap.owner {
        page.pair(2, terms::owner(lang), owner, Meaning::Body);
    }
    if let Some(due) = gap.due {
        page.pair(2, terms::due(lang), &due.to_string(), Meaning::Body);
    }
    if gap.actions.is_empty() {
        page.text(2, t::plan_remedy_alone(lang), Meaning::Body);
    }
    if let Some(remedy) = checklist.criterion(&gap.criterion).and_then(|criterion| criterion.remedy.as_ref()) {
        page.pair(2, terms::remedy(lang), remedy.get(lang), Meaning::Body);
    }
    let mut list = |label: &str, keys: Vec<(Key, String)>| {
        if keys.is_empty() {
            return;
        }
        page.pair(2, label, "", Meaning::Muted);
        for (key, more) in keys {
            let shown = format!("{}{more}", wording::title(checklist, &key, lang));
            page.marked(4, item_mark(walk, &key), &shown, Meaning::Body);
        }
    };
    let practices = gap.actions.iter().map(|action| {
        let more =
            if action.serves > 1 { format!(" · {}", t::serves_gaps(lang, action.serves)) } else { String::new() };
        (Key::Practice(action.practice.clone()), more)
    });
    list(t::do_practices(lang), practices.collect());
    let proofs = gap.deliverables.iter().map(|id| (Key::Deliverable(id.clone()), String::new()));
    list(t::prove(lang), proofs.collect());
    let shows = gap
        .metrics
        .iter()
        .map(|(id, status)| (Key::Metric(id.clone()), format!(" · {}", wording::metric_status(*status, lang))));
    list(t::show(lang), shows.collect());
}
