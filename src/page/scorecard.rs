//! The printable scorecard: everything that there is to say of an assessment, in the order in which it is asked.

use super::document::{
    Block, Cell, Document, Fact, Facts, Item, Items, Joint, Kind, Line, Medium, Rung, Set, Table, quote,
};
use super::parts::{self, DASH, Of, WARNING, metric_mark, metric_state, state, state_mark};
use super::{plan, trend};
use crate::history::History;
use crate::i18n::{Lang, say};
use crate::model::Key;
use crate::scorecard::{First, Scorecard};
use crate::style::{Meaning, mark};
use crate::wording;

/// The scorecard; with the team's assessments up to this one, where there are several, as a trend.
pub fn page<'a>(card: &'a Scorecard, history: Option<&'a History>, lang: Lang) -> Document<'a> {
    let of = Of { card, lang };
    let mut page = Document::default();
    page.heading(1, Line::ours(say::scorecard(lang)).meaning(Meaning::Title));
    page.push(Block::Only(Medium::Terminal, vec![of.who().into(), Facts::new(made_with(of)).into()]));
    page.push(Block::Only(Medium::Written, vec![Facts::new(facts(of)).into()]));
    level(&mut page, of);
    first(&mut page, of);
    if let Some(history) = history.filter(|history| history.points.len() > 1) {
        page.section("trend", Line::ours(say::over_time(lang)));
        page.push(Block::Trend(history));
        page.push(trend::short_table(history, lang));
    }
    results(&mut page, of);
    findings(&mut page, of);
    waivers(&mut page, of);
    gaps(&mut page, of);
    answers(&mut page, of);
    page
}

/// Levels, areas, deliverables, metrics, loops and roles.
pub(super) fn results<'a>(page: &mut Document<'a>, of: Of<'a>) {
    levels(page, of);
    areas(page, of);
    deliverables(page, of);
    metrics(page, of);
    loops(page, of);
    roles(page, of);
}

/// Who was assessed, when, by whom and with what.
fn facts(of: Of<'_>) -> Vec<Fact<'_>> {
    let (lang, assessment) = (of.lang, &of.card.assessment);
    let mut facts = vec![
        Fact::new(say::team(lang), Line::theirs(&assessment.team)),
        Fact::new(say::date(lang), Line::ours(assessment.date.to_string())),
        Fact::new(say::status(lang), Line::ours(assessment.status.term(lang))),
    ];
    facts.extend(of.profile().map(|profile| Fact::new(say::profile(lang), Line::theirs(profile))));
    facts.extend(made_with(of));
    facts
}

/// By whom it was assessed and with what.
fn made_with(of: Of<'_>) -> Vec<Fact<'_>> {
    let (lang, checklist) = (of.lang, &of.card.checklist);
    let about = say::made_with(lang, quote(checklist.parts().title.get(lang)), checklist.id(), checklist.version());
    let mut facts = vec![Fact::new(say::checklist(lang), Line::said(&about))];
    if !of.card.assessment.assessors.is_empty() {
        let names: Vec<String> = of.card.assessment.assessors.iter().map(|name| quote(name)).collect();
        facts.push(Fact::new(say::assessors(lang), Line::said(&names.join(say::comma(lang)))));
    }
    facts
}

/// The level, what it would be by other readings, and what blocks the next.
fn level<'a>(page: &mut Document<'a>, of: Of<'a>) {
    page.push(super::document::Heading {
        depth: 2,
        line: of.level(),
        anchor: Some("level"),
        short: Some(say::the_level(of.lang)),
    });
    page.push(of.coverage());
    let readings = of.otherwise().into_iter();
    let readings = readings.map(|(label, level)| Fact::new(label, Line::ours(say::level(of.lang, level))));
    page.push(Facts::new(readings.collect()));
    let levels = of.card.score.levels.iter().map(|score| Rung {
        title: of.level_title(score.level).plain(of.lang).into(),
        percent: score.credit.percent(),
        achieved: score.achieved,
        state: parts::level_state(score.state(), of.lang),
    });
    page.push(Block::Ladder(levels.collect()));
    page.push(Block::Space);
    page.blocks.extend(of.blocks());
}

/// What to do first: the actions that serve most gaps, then the gaps that only their remedy closes.
fn first<'a>(page: &mut Document<'a>, of: Of<'a>) {
    let (card, lang) = (of.card, of.lang);
    if card.plan.gaps.is_empty() {
        return;
    }
    page.section("first", Line::ours(say::first_on_the_way(lang, card.plan.target_level)));
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

/// The levels: how much of each is met, and whether it is achieved.
fn levels<'a>(page: &mut Document<'a>, of: Of<'a>) {
    let lang = of.lang;
    page.section("levels", Line::ours(say::levels(lang)));
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
    if of.card.score.areas.is_empty() {
        return;
    }
    page.section("areas", Line::ours(say::areas(lang)));
    let columns =
        [(say::area(lang), Kind::Title), (say::progress(lang), Kind::Progress), (say::level_column(lang), Kind::Words)];
    let mut table = Table::new(&columns);
    for score in &of.card.score.areas {
        let meaning = if score.level.is_some() { Meaning::Body } else { Meaning::Muted };
        table.row([
            Line::theirs(of.area_title(&score.id)).into(),
            Cell::Progress(score.credit.percent()),
            Line::ours(parts::area_level(score, lang)).meaning(meaning).into(),
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
        let answer = of.card.assessment.answer(&key);
        let words = state(wording::answer(&key, answer, lang), mark(answer));
        let title = of.title(&key).into();
        table.row_of(key, [Cell::Mark(mark(answer)), title, words]);
    }
    page.push(table);
}

/// The metrics against their targets.
fn metrics<'a>(page: &mut Document<'a>, of: Of<'a>) {
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
        (say::state(lang), Kind::Words),
    ]);
    for score in &of.card.score.metrics {
        let mark = metric_mark(score.status);
        let unit = of.unit(&score.id);
        let target = score.target.map(|target| Line::said(&quote(&wording::target(target, unit))));
        let key = Key::Metric(score.id.clone());
        let cells: [Cell<'a>; 5] = [
            Cell::Mark(mark),
            of.title(&key).into(),
            of.value(&score.id, score.value).into(),
            target.unwrap_or(Line::new(Meaning::Body)).into(),
            state(metric_state(score.status, lang), mark),
        ];
        table.row_of(key, cells);
    }
    page.push(table);
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
        let reason = match card.assessment.entry(&key).and_then(|entry| entry.reason) {
            Some(reason) => Line::ours(reason.term(lang)),
            None => Line::ours(say::no_reason(lang)).meaning(Meaning::Warning),
        };
        let title = of.title(&key);
        table.row_of(key, [title.into(), reason.into()]);
    }
    page.push(table);
}

/// The gaps of the plan, one a row.
fn gaps<'a>(page: &mut Document<'a>, of: Of<'a>) {
    page.section_called("plan", plan::headline(of).meaning(Meaning::Body), say::the_plan(of.lang));
    if of.card.plan.gaps.is_empty() {
        page.push(plan::nothing(of));
    } else {
        page.push(plan::overview(of));
    }
}

/// Every item that was answered, section by section, each section ending with what is not answered; then the sections
/// in which nothing is; then the answers to what the checklist does not have.
fn answers<'a>(page: &mut Document<'a>, of: Of<'a>) {
    let (card, lang) = (of.card, of.lang);
    page.section("items", Line::ours(say::answers(lang)));
    if let Some(summary) = &card.checklist.parts().summary {
        page.push(Line::theirs(summary.get(lang)).meaning(Meaning::Muted));
    }
    let mut silent = Line::new(Meaning::Muted).joined(Joint::Semicolon);
    for (title, keys) in sections(of) {
        // What gates a level is named even then.
        let gates = keys.iter().any(|key| matches!(key, Key::Criterion(_)));
        if gates || keys.iter().any(|key| card.assessment.entry(key).is_some()) {
            page.heading(3, title);
            section(page, of, &keys);
        } else {
            silent = silent.and(title.as_one(lang).meaning(Meaning::Muted));
        }
    }
    if !silent.is_empty() {
        page.heading(3, Line::ours(say::none_answered(lang)));
        page.push(silent);
    }
    let retired = card.retired().map(|(key, entry)| {
        let said = entry
            .value()
            .map_or_else(|| wording::answer(key, entry.answer(), lang).to_owned(), |value| value.to_string());
        let line = Line::said(&quote(&key.path().join("."))).meaning_of_last(Meaning::Title).and_ours(said);
        Item::marked(DASH, line).with(of.item(key).details())
    });
    let retired: Vec<Item<'a>> = retired.collect();
    if !retired.is_empty() {
        page.heading(3, Line::ours(say::answers_without_item(lang)));
        page.push(Items::new(retired));
    }
}

fn section<'a>(page: &mut Document<'a>, of: Of<'a>, keys: &[Key]) {
    let lang = of.lang;
    let mut items: Vec<Item<'a>> = Vec::new();
    let mut silent: Vec<&Key> = Vec::new();
    for key in keys {
        let told = of.item(key);
        if told.is_something() {
            let line = of.title(key).meaning_of_last(Meaning::Title).and(told.said());
            items.push(Item::marked(told.mark(), line).of(key.clone()).with(told.details()));
        } else {
            silent.push(key);
        }
    }
    if !silent.is_empty() {
        let label = format!("{}{}", say::unanswered(lang), say::colon(lang));
        let line = Line::ours(label).join(parts::listed(silent.into_iter().map(|key| of.title(key))));
        items.push(Item::marked(mark(None), line.joined(Joint::Semicolon).meaning(Meaning::Muted)));
    }
    page.push(Items::new(items));
}

/// Every item that the checklist asks for, under the parts of a title that says what they belong to.
fn sections<'a>(of: Of<'a>) -> Vec<(Line<'a>, Vec<Key>)> {
    let (checklist, asked, lang) = (&of.card.checklist, of.card.checklist.parts(), of.lang);
    let levels = asked.levels.iter().map(|def| {
        let keys = checklist.criteria_of(def.level).map(|item| Key::Criterion(item.id.clone()));
        (Line::ours(say::criteria(lang)).and(of.level_title(def.level)), keys.collect())
    });
    let deliverables = asked.deliverables.iter().map(|item| Key::Deliverable(item.id.clone()));
    let practices = || Line::ours(say::practices(lang));
    let roles = asked.roles.iter().map(|role| {
        let keys = checklist.practices_of(&role.id).map(|item| Key::Practice(item.id.clone()));
        (practices().and_theirs(role.title.get(lang)), keys.collect())
    });
    let nobodys = asked.practices.iter().filter(|item| item.role.is_none());
    let nobodys = nobodys.map(|item| Key::Practice(item.id.clone()));
    let metrics = asked.metrics.iter().map(|item| Key::Metric(item.id.clone()));
    let loops = asked.loops.iter().map(|of| {
        let keys = of.steps.iter().map(|step| Key::Step(of.id.clone(), step.id.clone()));
        (Line::ours(say::loops(lang)).and_theirs(of.title.get(lang)), keys.collect())
    });
    let mut sections: Vec<(Line<'a>, Vec<Key>)> = levels.collect();
    sections.push((Line::ours(say::deliverables(lang)), deliverables.collect()));
    sections.extend(roles);
    sections.push((practices(), nobodys.collect()));
    sections.push((Line::ours(say::metrics(lang)), metrics.collect()));
    sections.extend(loops);
    sections.retain(|(_, keys)| !keys.is_empty());
    sections
}
