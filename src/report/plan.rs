//! The plan: what serves most gaps, then every gap with what closes it, proves it and shows it, by where it is done.

use super::parts;
use super::sheet::{Paper, Sheet};
use crate::i18n::{Lang, report as r, terms};
use crate::model::{Id, Key};
use crate::plan::Gap;
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::text::one_line;
use crate::wording;

/// How many of the actions that serve most gaps lead the plan.
pub(super) const LEADING: usize = 5;

/// The plan as text.
pub fn plan(card: &Scorecard, paper: Paper) -> Sheet {
    let mut sheet = Sheet::new(paper);
    let lang = paper.lang;
    sheet.text(0, &parts::who(card, lang), Meaning::Title);
    sheet.text(0, &parts::level(card, lang), Meaning::Title);
    sheet.text(0, &headline(card, lang), Meaning::Body);
    if card.plan.gaps.is_empty() {
        sheet.blank();
        sheet.text(0, nothing(card, lang), Meaning::Body);
        return sheet;
    }
    most(&mut sheet, card);
    for (route, gaps) in by_route(card) {
        sheet.heading(&r::route_titled(lang, route_title(card, route, lang), gaps.len()));
        for gap in gaps {
            sheet.blank();
            one(&mut sheet, card, gap);
        }
    }
    if let Some(line) = card.plan.helper_line() {
        sheet.blank();
        sheet.text(0, r::helper(lang), Meaning::Body);
        sheet.blank();
        // Never wrapped: it is there to be copied.
        sheet.put(vec![super::sheet::Piece::new(format!("  {line}"), Meaning::Key)]);
    }
    sheet
}

/// Where the plan leads, and how many gaps are in the way.
pub(super) fn headline(card: &Scorecard, lang: Lang) -> String {
    format!("{} · {}", r::plan_title(lang, card.plan.target_level), r::plan_count(lang, card.plan.gaps.len()))
}

/// What to say where there is no gap: that all is done, or that a waived level stands in the way.
pub(super) fn nothing(card: &Scorecard, lang: Lang) -> &'static str {
    let reached = card.score.level >= card.plan.target_level;
    if reached { r::plan_nothing(lang) } else { r::plan_waived(lang) }
}

/// The actions that serve more than one gap, the highest first.
fn most(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    let mut most = leading(card).peekable();
    if most.peek().is_none() {
        return;
    }
    sheet.heading(r::plan_first(lang));
    for (practice, serves) in most {
        let key = Key::Practice(practice.clone());
        let shown = format!("{} · {}", wording::title(&card.checklist, &key, lang), r::serves_count(lang, serves));
        sheet.marked(1, parts::item_mark(card, &key), &shown, Meaning::Body);
    }
}

/// The practices that help to close more than one gap, and how many.
pub(super) fn leading(card: &Scorecard) -> impl Iterator<Item = (&Id, usize)> {
    let several = card.plan.actions.iter().filter(|action| action.serves > 1);
    several.take(LEADING).map(|action| (&action.practice, action.serves))
}

/// The gaps by where their work is done: the checklist's routes in its order, then those without one. Within each, the
/// order of the plan.
pub(super) fn by_route(card: &Scorecard) -> Vec<(Option<&Id>, Vec<&Gap>)> {
    let routes = card.checklist.parts().routes.iter().map(|route| Some(&route.id)).chain([None]);
    let of = |route: Option<&Id>| card.plan.gaps.iter().filter(|gap| gap.route.as_ref() == route).collect::<Vec<_>>();
    routes.map(|route| (route, of(route))).filter(|(_, gaps)| !gaps.is_empty()).collect()
}

/// The title of a route.
pub(super) fn route_title<'a>(card: &'a Scorecard, route: Option<&'a Id>, lang: Lang) -> &'a str {
    let Some(id) = route else { return r::no_route(lang) };
    card.checklist.route(id).map_or(id.as_str(), |route| route.title.get(lang))
}

/// Who a gap is handed to; that nobody covers it, where the profile has nobody.
pub(super) fn role(card: &Scorecard, gap: &Gap, lang: Lang) -> Option<(String, Meaning)> {
    let name = gap.role.as_ref().map(|id| card.checklist.role(id).map_or(id.as_str(), |role| role.title.get(lang)));
    match (name, gap.covered) {
        (Some(name), true) => Some((name.to_owned(), Meaning::Body)),
        (Some(name), false) => Some((format!("{name} · {}", r::nobody_covers(lang)), Meaning::Warning)),
        (None, false) => Some((r::nobody_covers(lang).to_owned(), Meaning::Warning)),
        (None, true) => None,
    }
}

/// An action with the number of gaps that it serves, where that is more than this one.
pub(super) fn action(card: &Scorecard, action: &crate::plan::Action, lang: Lang) -> String {
    let title = wording::title(&card.checklist, &Key::Practice(action.practice.clone()), lang);
    if action.serves > 1 { format!("{title} · {}", r::serves_count(lang, action.serves)) } else { title }
}

fn one(sheet: &mut Sheet, card: &Scorecard, gap: &Gap) {
    let lang = sheet.lang();
    let title = wording::criterion(&card.checklist, &gap.criterion, lang);
    sheet.marked(0, mark(gap.answer), &format!("{} · {title}", terms::level(lang, gap.level)), Meaning::Title);
    let facts = format!("{} · {}", parts::counted(card, &gap.criterion, lang), gap.effort.term(lang));
    sheet.text(2, &facts, Meaning::Muted);
    if let Some((role, meaning)) = role(card, gap, lang) {
        sheet.pair(2, r::role(lang), &role, meaning);
    }
    if let Some(owner) = &gap.owner {
        sheet.pair(2, terms::owner(lang), &one_line(owner), Meaning::Body);
    }
    let key = Key::Criterion(gap.criterion.clone());
    if let Some(entry) = card.assessment.entry(&key).filter(|entry| entry.due.is_some()) {
        let (due, meaning) = parts::due(card, &key, entry, lang);
        sheet.pair(2, terms::due(lang), &due, meaning);
    }
    if let Some(remedy) = card.checklist.criterion(&gap.criterion).and_then(|criterion| criterion.remedy.as_ref()) {
        sheet.pair(2, terms::remedy(lang), remedy.get(lang).trim(), Meaning::Body);
    }
    if gap.actions.is_empty() {
        sheet.text(2, r::plan_remedy_alone(lang), Meaning::Body);
    }
    let mut list = |label: &str, items: Vec<(Key, String)>| {
        if !items.is_empty() {
            sheet.text(2, &format!("{label}{}", terms::colon(lang).trim_end()), Meaning::Muted);
        }
        for (key, shown) in items {
            sheet.marked(4, parts::item_mark(card, &key), &shown, Meaning::Body);
        }
    };
    let actions = gap.actions.iter().map(|one| (Key::Practice(one.practice.clone()), action(card, one, lang)));
    list(r::do_practices(lang), actions.collect());
    let titled = |key: Key| (key.clone(), wording::title(&card.checklist, &key, lang));
    list(r::prove(lang), gap.deliverables.iter().map(|id| titled(Key::Deliverable(id.clone()))).collect());
    let metrics = gap.metrics.iter().map(|(id, status)| {
        let (key, title) = titled(Key::Metric(id.clone()));
        (key, format!("{title} · {}", wording::metric_status(*status, lang)))
    });
    list(r::show(lang), metrics.collect());
}
