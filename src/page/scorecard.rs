//! The printable scorecard: everything that there is to say of an assessment, in the order in which it is asked.

mod answers;
mod past;

use super::document::{Block, Cell, Document, Fact, Facts, Item, Items, Kind, Line, Set, Table, quote};
use super::parts::{self, Of, WARNING, metric_mark, metric_state, state, state_mark};
use super::{areas, plan, summary};
use crate::history::Past;
use crate::i18n::{Lang, say};
use crate::model::{Key, Level};
use crate::scorecard::{First, Scorecard};
use crate::style::Meaning;
use crate::wording;

/// The scorecard: its first page, and after that the rest; with what the team said before, where it did, and where that is
/// `guided` with what the checklist says of each item.
pub fn page<'a>(card: &'a Scorecard, past: Option<&'a Past>, guided: bool, lang: Lang) -> Document<'a> {
    let of = Of { card, lang };
    let mut page = Document { blocks: vec![summary::front(of, past)] };
    if card.checklist.leads_with_areas() {
        by_area(&mut page, of);
    }
    the_plan(&mut page, of);
    findings(&mut page, of);
    answers::answers(&mut page, of, guided);
    waivers(&mut page, of);
    deliverables(&mut page, of);
    metrics(&mut page, of, past);
    loops(&mut page, of);
    roles(&mut page, of);
    evidence(&mut page, of);
    if let Some(past) = past {
        past::over_time(&mut page, of, past);
        past::changes(&mut page, of, past);
    }
    computed(&mut page, of);
    about(&mut page, of);
    page
}

/// What to do first, and every gap by where its work is done: who, by when.
fn the_plan<'a>(page: &mut Document<'a>, of: Of<'a>) {
    page.section_called("plan", plan::headline(of).meaning(Meaning::Body), say::the_plan(of.lang));
    if of.card.plan.gaps.is_empty() {
        page.push(plan::nothing(of));
        return;
    }
    first(page, of);
    let routes = plan::by_route(of.card);
    for (route, gaps) in &routes {
        if routes.len() > 1 {
            page.heading(3, plan::route_headline(of, *route, gaps.len()));
        }
        page.push(plan::overview(of, gaps));
    }
}

/// What to do first: the actions that serve most gaps, then the gaps that only their remedy closes.
fn first<'a>(page: &mut Document<'a>, of: Of<'a>) {
    let (card, lang) = (of.card, of.lang);
    page.heading(3, Line::ours(say::first_on_the_way(lang, card.plan.target_level)));
    let open = card.score.coverage.open();
    if open > 0 {
        page.push(Line::ours(say::open_first(lang, open)).meaning(Meaning::Warning));
    }
    let item = |first: First<'a>| match first {
        First::Action(action) => {
            let key = Key::Practice(action.practice.clone());
            Item::plain(of.title(&key).and_ours(say::serves_count(lang, action.serves))).of(key)
        }
        First::Remedy(gap) => {
            let key = Key::Criterion(gap.criterion.clone());
            Item::plain(of.title(&key)).of(key)
        }
    };
    page.push(Items::new(card.first().map(item).collect()).set(Set::Numbered));
}

/// Every area by level.
fn by_area<'a>(page: &mut Document<'a>, of: Of<'a>) {
    let (card, lang) = (of.card, of.lang);
    page.section_called("areas", Line::ours(say::areas_by_level(lang)), say::areas(lang));
    let (areas, _) = areas::down_to(card, usize::MAX);
    let levels: Vec<Level> = card.checklist.parts().levels.iter().map(|def| def.level).collect();
    page.push(areas::table(of, &areas, &levels, |id| of.area(id)));
}

/// How the level was computed: the rule, what every level and area comes to by it, and what other readings give.
fn computed<'a>(page: &mut Document<'a>, of: Of<'a>) {
    let (card, lang) = (of.card, of.lang);
    page.section_called("levels", Line::ours(say::how_computed(lang)), say::how_computed(lang));
    page.push(Line::ours(wording::rule(&card.checklist, lang)));
    levels(page, of);
    let lenses = [
        (say::level_as_given(lang), card.score.level),
        (say::if_evidenced(lang), card.score.evidenced_level),
        (say::if_unwaived(lang), card.score.level_without_waivers),
        (say::if_unanswered(lang), card.score.possible_level),
    ];
    let readings = lenses.into_iter().map(|(label, level)| Fact::new(label, Line::ours(say::level(lang, level))));
    page.push(Facts::new(readings.collect()));
    areas(page, of);
}

/// By what it was assessed: the checklist with its goal, its text, and the profile.
fn about<'a>(page: &mut Document<'a>, of: Of<'a>) {
    let (lang, card) = (of.lang, of.card);
    let checklist = &card.checklist;
    page.section("about", Line::ours(say::about(lang)));
    let text = say::made_with(lang, quote(checklist.parts().title.get(lang)), checklist.id(), checklist.version());
    let mut facts = vec![Fact::new(say::checklist(lang), Line::said(&text))];
    if let Some(summary) = &checklist.parts().summary {
        facts.push(Fact::new(say::what_for(lang), Line::theirs(summary.get(lang))));
    }
    facts.extend(of.profile().map(|profile| Fact::new(say::profile(lang), Line::theirs(profile))));
    let assessors = &card.assessment.assessors;
    if !assessors.is_empty() {
        let names: Vec<String> = assessors.iter().map(|name| quote(name)).collect();
        facts.push(Fact::new(say::assessors(lang), Line::said(&names.join(say::comma(lang)))));
    }
    facts.push(Fact::new(say::digest(lang), Line::ours(checklist.digest().to_owned())));
    page.push(Facts::new(facts));
}

/// The levels: how much of each is met, and whether it is achieved.
fn levels<'a>(page: &mut Document<'a>, of: Of<'a>) {
    let lang = of.lang;
    let mut table = Table::new(&[
        (say::mark(lang), Kind::Mark),
        (say::level_column(lang), Kind::Title),
        (say::progress(lang), Kind::Progress),
        (say::met(lang), Kind::Words),
        (say::state(lang), Kind::Words),
    ]);
    for score in &of.card.score.levels {
        let mark = state_mark(score.achieved);
        table.row([
            Cell::Mark(mark),
            of.level_named(score.level).into(),
            Cell::Progress(score.credit.percent()),
            Line::ours(parts::met(score, true, lang)).into(),
            state(parts::level_state(score.state(), lang), mark),
        ]);
    }
    page.push(table);
}

/// The areas: the same gate over the criteria of each alone.
fn areas<'a>(page: &mut Document<'a>, of: Of<'a>) {
    let lang = of.lang;
    if of.card.score.areas.is_empty() || of.card.checklist.leads_with_areas() {
        return;
    }
    page.heading(3, Line::ours(say::areas(lang)));
    let columns =
        [(say::area(lang), Kind::Title), (say::progress(lang), Kind::Progress), (say::level_column(lang), Kind::Words)];
    let mut table = Table::new(&columns);
    for score in &of.card.score.areas {
        let meaning = if score.level.is_some() { Meaning::Body } else { Meaning::Muted };
        table.row([
            of.area(&score.id).into(),
            Cell::Progress(score.credit.percent()),
            Line::ours(parts::area_level(of.card, score, lang)).meaning(meaning).into(),
        ]);
    }
    page.push(table);
}

/// The deliverables, and how many are ready.
fn deliverables<'a>(page: &mut Document<'a>, of: Of<'a>) {
    let lang = of.lang;
    let all = &of.card.checklist.parts().deliverables;
    if all.is_empty() {
        return;
    }
    let score = &of.card.score.deliverables;
    let ready = say::ready_of(lang, score.ready, score.applicable);
    page.section_called("deliverables", Line::ours(say::deliverables(lang)).and_ours(ready), say::deliverables(lang));
    let columns =
        [(say::mark(lang), Kind::Mark), (say::deliverable(lang), Kind::Title), (say::state(lang), Kind::Words)];
    let mut table = Table::new(&columns);
    for item in all {
        let key = Key::Deliverable(item.id.clone());
        let mark = of.mark(&key);
        let words = state(wording::answer(&of.card.checklist, &key, of.card.assessment.answer(&key), lang), mark);
        let title = of.title(&key).into();
        table.row_of(key, [Cell::Mark(mark), title, words]);
    }
    page.push(table);
}

/// The metrics against their targets, with what each was before.
fn metrics<'a>(page: &mut Document<'a>, of: Of<'a>, past: Option<&Past>) {
    let lang = of.lang;
    if of.card.score.metrics.is_empty() {
        return;
    }
    page.section("metrics", Line::ours(say::metrics(lang)));
    let mut table = Table::new(&[
        (say::mark(lang), Kind::Mark),
        (say::metric(lang), Kind::Title),
        (say::value(lang), Kind::Words),
        (say::target(lang), Kind::Words),
        (say::before(lang), Kind::Words),
        (say::state(lang), Kind::Words),
    ]);
    for score in &of.card.score.metrics {
        let mark = metric_mark(score.status);
        let key = Key::Metric(score.id.clone());
        let before = past.and_then(|past| past::value_before(of, past, &score.id));
        let cells: [Cell<'a>; 6] = [
            Cell::Mark(mark),
            of.title(&key).into(),
            of.value(&score.id, score.value).into(),
            of.goal(&score.id).into(),
            before.unwrap_or(Line::new(Meaning::Body)).into(),
            state(metric_state(score.status, lang), mark),
        ];
        table.row_of(key, cells);
    }
    page.push(table);
}

/// All evidence, with how old it was on the day of the assessment.
fn evidence<'a>(page: &mut Document<'a>, of: Of<'a>) {
    let (lang, day) = (of.lang, of.card.assessment.date);
    let keys = of.card.checklist.keys().filter_map(|key| {
        let entry = of.card.assessment.entry(&key).filter(|entry| !entry.evidence.is_empty())?;
        Some((key, entry))
    });
    let mut table = Table::new(&[
        (say::mark(lang), Kind::Mark),
        (say::item(lang), Kind::Title),
        (say::evidence_ref(lang), Kind::Words),
        (say::age_column(lang), Kind::Words),
        (say::state(lang), Kind::Words),
    ]);
    for (key, entry) in keys {
        for one in &entry.evidence {
            let valid = one.is_valid_on(day);
            let age = one.date.and_then(|date| date.until(day).ok()).map(|age| say::age(lang, age.get_days()));
            let words = match one.expires {
                Some(expires) if expires < day => Line::ours(say::evidence_expired_on(lang, expires)),
                Some(expires) => Line::ours(say::evidence_until(lang, expires)),
                None if valid => Line::ours(say::evidence_valid(lang)),
                None => Line::ours(say::evidence_blank(lang)),
            };
            let cells: [Cell<'a>; 5] = [
                Cell::Mark(state_mark(valid)),
                of.title(&key).into(),
                parts::evidence_reference(one, lang).into(),
                age.map_or(Line::new(Meaning::Body), Line::ours).into(),
                words.meaning(if valid { Meaning::Body } else { Meaning::Warning }).into(),
            ];
            table.row_of(key.clone(), cells);
        }
    }
    if !table.rows.is_empty() {
        page.section_called("evidence", Line::ours(say::evidence_with_age(lang)), say::evidence(lang));
        page.push(table);
    }
}

/// The loops as chains, the first link that is not in place marked.
fn loops<'a>(page: &mut Document<'a>, of: Of<'a>) {
    let lang = of.lang;
    if of.card.score.loops.is_empty() {
        return;
    }
    page.section("loops", Line::ours(say::loops(lang)));
    let loops = of.card.score.loops.iter().filter_map(|score| {
        let own = of.card.checklist.improvement_loop(&score.id)?;
        let state = if score.turns() { say::turns(lang) } else { say::broken(lang) };
        let line = Line::theirs(own.title.get(lang)).meaning_of_last(Meaning::Title).and_ours(state);
        Some(Item::marked(state_mark(score.turns()), line).with(vec![Block::Chain(of.chain(score))]))
    });
    page.push(Items::new(loops.collect()));
}

/// The practices of each role.
fn roles<'a>(page: &mut Document<'a>, of: Of<'a>) {
    let lang = of.lang;
    let mut roles = of.card.score.roles.iter().filter(|score| score.total > 0).peekable();
    if roles.peek().is_none() {
        return;
    }
    page.section("roles", Line::ours(say::practices_by_role(lang)));
    let columns =
        [(say::role(lang), Kind::Title), (say::progress(lang), Kind::Progress), (say::answered(lang), Kind::Words)];
    let mut table = Table::new(&columns);
    for score in roles {
        table.row([
            Line::theirs(of.role_title(&score.id)).into(),
            Cell::Progress(score.credit.percent()),
            Line::ours(say::met_of(lang, score.answered, score.total)).into(),
        ]);
    }
    page.push(table);
}

/// What the answers say against each other.
fn findings<'a>(page: &mut Document<'a>, of: Of<'a>) {
    let (lang, findings) = (of.lang, &of.card.findings);
    let title = Line::ours(say::with_count(lang, say::findings(lang), findings.len()));
    page.section_called("findings", title, say::findings(lang));
    if findings.is_empty() {
        page.push(Line::ours(say::no_findings(lang)).meaning(Meaning::Met));
        return;
    }
    let item = |finding: &'a crate::findings::Finding| Item::marked(WARNING, of.finding(finding)).keyed(finding.key());
    page.push(Items::new(findings.iter().map(item).collect()));
}

/// What was left out, and why.
fn waivers<'a>(page: &mut Document<'a>, of: Of<'a>) {
    let (card, lang) = (of.card, of.lang);
    let waived = card.waived();
    if waived.is_empty() {
        return;
    }
    let title = Line::ours(say::with_count(lang, say::waivers(lang), waived.len()));
    page.section_called("waivers", title, say::waivers(lang));
    let mut table = Table::new(&[(say::item(lang), Kind::Title), (say::reason(lang), Kind::Words)]);
    for key in waived {
        let reason = match card.assessment.entry(&key).filter(|entry| entry.reason.is_some()) {
            Some(entry) => Line::ours(parts::waived(entry, lang).unwrap_or_default()),
            None => Line::ours(say::no_reason(lang)).meaning(Meaning::Warning),
        };
        let title = of.title(&key);
        table.row_of(key, [title.into(), reason.into()]);
    }
    page.push(table);
}
