//! The plan: what serves most gaps, then every gap with what closes it, proves it and shows it, by where it is done.

use super::document::{Block, Cell, Document, Fact, Facts, Item, Items, Kind, Line, Medium, Set, Table, quote};
use super::parts::{self, Of};
use crate::i18n::{Lang, say};
use crate::model::{Effort, Id, Key};
use crate::plan::{Action, Gap, Step};
use crate::scorecard::Scorecard;
use crate::style::Meaning;
use crate::wording;

/// How many of the actions that serve most gaps lead the plan.
const LEADING: usize = 5;

/// The plan.
pub fn page(card: &Scorecard, lang: Lang) -> Document<'_> {
    let of = Of { card, lang };
    let mut page = Document::default();
    page.heading(1, headline(of));
    page.push(of.who().meaning(Meaning::Body));
    page.push(of.level());
    rest(page, of, |_| true)
}

/// The same for a screen that says already whose it is: each gap on a line, in full where it is `open`.
pub fn on_screen(card: &Scorecard, open: impl Fn(&Id) -> bool, lang: Lang) -> Document<'_> {
    let of = Of { card, lang };
    let mut page = Document::default();
    page.heading(1, headline(of));
    rest(page, of, open)
}

/// What serves most, then gap by gap.
fn rest<'a>(mut page: Document<'a>, of: Of<'a>, open: impl Fn(&Id) -> bool) -> Document<'a> {
    let (card, lang) = (of.card, of.lang);
    if card.plan.gaps.is_empty() {
        page.push(Block::Space);
        page.push(nothing(of));
        return page;
    }
    let steps = card.steps().into_iter().filter(|step| step.level <= card.plan.target_level);
    let steps: Vec<Item<'_>> =
        steps.enumerate().map(|(nth, one)| Item::marked(parts::DASH, step(&one, nth == 0, lang))).collect();
    if steps.len() > 1 {
        page.push(Items::new(steps));
    }
    let leading = leading(of);
    if !leading.all.is_empty() {
        page.heading(2, Line::ours(say::plan_first(lang)));
        page.push(leading);
    }
    let all: Vec<&Gap> = card.plan.gaps.iter().collect();
    page.push(Block::Only(Medium::Written, vec![overview(of, &all).into()]));
    for (route, gaps) in by_route(card) {
        page.heading(2, route_headline(of, route, gaps.len()));
        let whole = gaps.iter().all(|gap| open(&gap.criterion));
        let told = |gap: &'a Gap| if open(&gap.criterion) { one(of, gap) } else { in_short(of, gap) };
        let items = Items::new(gaps.into_iter().map(told).collect());
        page.push(items.set(if whole { Set::Apart } else { Set::Brief }));
    }
    if let Some(line) = card.plan.helper_line() {
        page.push(Block::Space);
        page.push(Line::ours(say::helper(lang)));
        page.push(Block::Space);
        page.push(Block::Verbatim(Line::ours(line)));
    }
    page
}

/// Where the plan leads, and how many gaps are in the way.
pub(super) fn headline(of: Of<'_>) -> Line<'_> {
    let plan = &of.card.plan;
    Line::ours(say::plan_title(of.lang, plan.target_level))
        .and_ours(say::plan_count(of.lang, plan.gaps.len()))
        .meaning(Meaning::Title)
}

/// A step on the way up, the `first` being the shortest way to the next level: how many criteria, and what they take.
pub(crate) fn step(step: &Step<'_>, first: bool, lang: Lang) -> Line<'static> {
    let said = if first { say::shortest_way } else { say::then_to };
    let line = Line::ours(said(lang, step.level, step.criteria.len()));
    let efforts = Effort::ALL.iter().map(|effort| {
        let count = step.criteria.iter().filter(|criterion| criterion.effort == *effort).count();
        (count, effort.term(lang))
    });
    let efforts = efforts.filter(|(count, _)| *count > 0);
    efforts.fold(line, |line, (count, term)| line.and_ours(say::count_of(lang, term, count)))
}

/// What to say where there is no gap: that all is done, or that a waived level stands in the way.
pub(super) fn nothing(of: Of<'_>) -> Line<'_> {
    let reached = of.card.score.level >= of.card.plan.target_level;
    if reached {
        Line::ours(say::plan_nothing(of.lang)).meaning(Meaning::Met)
    } else {
        Line::ours(say::plan_waived(of.lang))
    }
}

/// The actions that serve more than one gap, the highest first.
fn leading(of: Of<'_>) -> Items<'_> {
    let several = of.card.plan.actions.iter().filter(|action| action.serves > 1);
    Items::new(several.take(LEADING).map(|one| action(of, one)).collect()).set(Set::Numbered)
}

/// An action with the number of gaps that it serves, where that is more than this one.
fn action<'a>(of: Of<'a>, action: &'a Action) -> Item<'a> {
    let key = Key::Practice(action.practice.clone());
    let line = of.title(&key);
    let line = if action.serves > 1 { line.and_ours(say::serves_count(of.lang, action.serves)) } else { line };
    Item::marked(of.mark(&key), line).of(key)
}

/// The gaps by where their work is done: the checklist's routes in its order, then those without one. Within each, the
/// order of the plan.
pub(super) fn by_route(card: &Scorecard) -> Vec<(Option<&Id>, Vec<&Gap>)> {
    let routes = card.checklist.parts().routes.iter().map(|route| Some(&route.id)).chain([None]);
    let of = |route: Option<&Id>| card.plan.gaps.iter().filter(|gap| gap.route.as_ref() == route).collect::<Vec<_>>();
    routes.map(|route| (route, of(route))).filter(|(_, gaps)| !gaps.is_empty()).collect()
}

/// The title of a route over so many gaps.
pub(super) fn route_headline<'a>(of: Of<'a>, route: Option<&'a Id>, gaps: usize) -> Line<'a> {
    let title = quote(route.map_or(say::no_route(of.lang), |id| route_title(of, id)));
    Line::said(&say::route_titled(of.lang, title, gaps))
}

/// The title of a route; its id where the checklist does not have it.
fn route_title<'a>(of: Of<'a>, id: &'a Id) -> &'a str {
    of.card.checklist.route(id).map_or(id.as_str(), |route| route.title.get(of.lang))
}

/// Each gap on a row: what, how much, who, by when.
pub(super) fn overview<'a>(of: Of<'a>, gaps: &[&'a Gap]) -> Table<'a> {
    let lang = of.lang;
    let mut table = Table::new(&[
        (say::mark(lang), Kind::Mark),
        (say::level_column(lang), Kind::Figure),
        (say::gap(lang), Kind::Title),
        (say::effort(lang), Kind::Words),
        (say::role(lang), Kind::Words),
        (say::owner(lang), Kind::Words),
        (say::due(lang), Kind::Words),
    ]);
    for gap in gaps {
        let key = Key::Criterion(gap.criterion.clone());
        let cells: Vec<Cell<'a>> = vec![
            Cell::Mark(of.mark(&key)),
            Line::ours(gap.level.to_string()).into(),
            of.title(&key).and(beside_the_gate(of, gap)).and_ours(of.counted(&gap.criterion)).into(),
            Line::ours(parts::effort(gap.effort, lang)).into(),
            role(of, gap, false).into(),
            Line::theirs(gap.owner.as_deref().unwrap_or_default()).into(),
            of.item(&key).due().unwrap_or(Line::new(Meaning::Body)).into(),
        ];
        table.row_of(key, cells);
    }
    table
}

/// Who a gap is handed to; where the profile has nobody for it, that alone, or `in_full` with the role it would be.
fn role<'a>(of: Of<'a>, gap: &'a Gap, in_full: bool) -> Line<'a> {
    let lang = of.lang;
    let title = gap.role.as_ref().map(|role| Line::theirs(of.role_title(role)));
    match (title, gap.covered) {
        (title, true) => title.unwrap_or(Line::new(Meaning::Body)),
        (_, false) if !in_full => Line::ours(say::nobody(lang)).meaning(Meaning::Warning),
        (Some(title), false) => title.and_ours(say::nobody_covers(lang)).meaning(Meaning::Warning),
        (None, false) => Line::ours(say::nobody_covers(lang)).meaning(Meaning::Warning),
    }
}

/// That a gap keeps no level from being achieved, where that is so.
fn beside_the_gate<'a>(of: Of<'a>, gap: &Gap) -> Line<'a> {
    let criterion = of.card.checklist.criterion(&gap.criterion);
    criterion.map_or(Line::new(Meaning::Body), |criterion| parts::beside_the_gate(criterion, of.lang))
}

/// A gap on one line.
fn in_short<'a>(of: Of<'a>, gap: &'a Gap) -> Item<'a> {
    let key = Key::Criterion(gap.criterion.clone());
    // The title comes last, for it is what is cut.
    let line =
        Line::ours(say::level(of.lang, gap.level)).and(beside_the_gate(of, gap)).and_ours(gap.effort.term(of.lang));
    let line = gap.owner.as_ref().map_or(line.clone(), |owner| line.and_theirs(owner));
    let line = of.item(&key).due().map_or(line.clone(), |due| line.and(due));
    Item::marked(of.mark(&key), line.and(of.title(&key))).of(key)
}

/// A gap with everything that helps to close it.
fn one<'a>(of: Of<'a>, gap: &'a Gap) -> Item<'a> {
    let (card, lang) = (of.card, of.lang);
    let key = Key::Criterion(gap.criterion.clone());
    let title = Line::ours(say::level(lang, gap.level)).and(beside_the_gate(of, gap)).and(of.title(&key));
    let facts = Line::ours(of.counted(&gap.criterion)).and_ours(gap.effort.term(lang)).meaning(Meaning::Muted);
    let mut body: Vec<Block<'a>> = vec![facts.into()];
    let mut facts = Vec::new();
    let role = role(of, gap, true);
    if !role.is_empty() {
        facts.push(Fact::new(say::role(lang), role));
    }
    let first = gap.first.iter().map(|id| of.title(&Key::Criterion(id.clone())));
    facts.extend(first.map(|title| Fact::new(say::first(lang), title)));
    facts.extend(gap.owner.as_ref().map(|owner| Fact::new(say::owner(lang), Line::theirs(owner))));
    facts.extend(of.item(&key).due().map(|due| Fact::new(say::due(lang), due)));
    let criterion = card.checklist.criterion(&gap.criterion);
    if let Some(remedy) = criterion.and_then(|criterion| criterion.remedy.as_ref()) {
        facts.push(Fact::new(say::remedy(lang), Line::theirs(remedy.get(lang))));
    }
    body.push(Facts::new(facts).into());
    let left = criterion.filter(|_| gap.actions.is_empty()).and_then(|criterion| parts::in_place(criterion, lang));
    body.extend(left.map(|said| Line::ours(said).into()));
    let mut list = |label: &str, items: Vec<Item<'a>>| {
        if !items.is_empty() {
            let label = format!("{label}{}", say::colon(lang).trim_end());
            body.push(Line::ours(label).meaning(Meaning::Muted).into());
            body.push(Items::new(items).set(Set::Tasks).into());
        }
    };
    let item = |key: Key, line: Line<'a>| Item::marked(of.mark(&key), line).of(key);
    list(say::do_practices(lang), gap.actions.iter().map(|one| action(of, one)).collect());
    let proofs = gap.deliverables.iter().map(|id| Key::Deliverable(id.clone()));
    list(say::prove(lang), proofs.map(|key| item(key.clone(), of.title(&key))).collect());
    let shows = gap.metrics.iter().map(|(id, status)| {
        let key = Key::Metric(id.clone());
        item(key.clone(), of.title(&key).and_ours(wording::metric_status(*status, lang)))
    });
    list(say::show(lang), shows.collect());
    Item::marked(of.mark(&key), title.meaning(Meaning::Title)).of(key).with(body)
}
