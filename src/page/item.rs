//! One item in full: what was said of it and how that counts, what it asks for, and what it is linked to.

use super::document::{Block, Document, Fact, Facts, Item, Items, Line, Voice, quote};
use super::parts::{self, Of};
use crate::diff::LastTime;
use crate::i18n::{Lang, Text, say};
use crate::model::checklist::{Better, Criterion, Guide, Scale};
use crate::model::{Checklist, Counted, Id, Key, Worth};
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::wording;

/// The item that `key` stands for.
pub fn page<'a>(card: &'a Scorecard, key: &'a Key, lang: Lang) -> Document<'a> {
    let mut page = head(card, key, None, lang);
    page.blocks.extend(body(card, key, lang).blocks);
    page
}

/// What the item is, what was answered and what the `last` time: what is to stay in sight while the rest is read.
pub fn head<'a>(card: &'a Scorecard, key: &'a Key, last: Option<&LastTime>, lang: Lang) -> Document<'a> {
    let mut page = Document::default();
    page.push(parts::kind(&card.checklist, key, lang).and_said(&quote(&key.to_string())).meaning(Meaning::Muted));
    page.push(title(&card.checklist, key, lang));
    page.push(Block::Space);
    page.blocks.extend(said_so_far(card, key, last, lang).blocks);
    page
}

/// What was answered, and what the `last` time.
pub fn said_so_far<'a>(card: &'a Scorecard, key: &Key, last: Option<&LastTime>, lang: Lang) -> Document<'a> {
    let of = Of { card, lang };
    let mut page = Document::default();
    page.push(Facts::new(std::iter::once(answer(of, key)).chain(of.item(key).was()).collect()));
    if let Some(days) = card.carried_days(key) {
        page.push(Line::ours(say::carried(lang, days)).meaning(Meaning::Partial));
    } else if let Some(said) = last.and_then(|last| last_time(of, key, last)) {
        page.push(said.meaning(Meaning::Muted));
    }
    page
}

/// What was answered last time, and when.
fn last_time<'a>(of: Of<'a>, key: &Key, last: &LastTime) -> Option<Line<'a>> {
    let entry = last.entry(key)?;
    let said = if let (Key::Metric(id), Some(value)) = (key, entry.value()) {
        quote(&wording::quantity(value, of.unit(id)))
    } else {
        let answer = wording::answer(&of.card.checklist, key, entry.answer(), of.lang);
        format!("{} {answer}", mark(of.card.given_by(key, entry.answer())).0)
    };
    Some(Line::said(&say::last_time(of.lang, said, entry.answered.unwrap_or(last.date()))))
}

/// What else was said of the item, what it asks for, and what it is linked to.
pub fn body<'a>(card: &'a Scorecard, key: &'a Key, lang: Lang) -> Document<'a> {
    let of = Of { card, lang };
    let mut page = Document::default();
    match key {
        Key::Criterion(id) => {
            if let Some(criterion) = card.checklist.criterion(id) {
                of_criterion(&mut page, of, criterion);
            }
        }
        Key::Deliverable(id) | Key::Practice(id) => {
            beside(&mut page, of, key);
            guide(&mut page, &card.checklist, key, lang);
            let practice = matches!(key, Key::Practice(_));
            serves(&mut page, of, |it| if practice { &it.practices } else { &it.deliverables }.contains(id));
        }
        Key::Metric(id) => {
            of_metric(&mut page, of, id);
            beside(&mut page, of, key);
            guide(&mut page, &card.checklist, key, lang);
            serves(&mut page, of, |criterion| criterion.metrics.contains(id));
        }
        Key::Step(of_loop, _) => {
            beside(&mut page, of, key);
            guide(&mut page, &card.checklist, key, lang);
            chain(&mut page, of, of_loop);
        }
    }
    let references = parts::references(&card.checklist, key, lang);
    if !references.is_empty() {
        page.push(Block::Space);
        page.blocks.extend(references);
    }
    page
}

/// What is said to whoever answers, what to do where it is not met, and where that comes from, for a list of items.
pub(super) fn in_short<'a>(checklist: &'a Checklist, key: &Key, lang: Lang) -> Vec<Block<'a>> {
    let mut facts = Vec::new();
    if let Some(guide) = checklist.guide(key) {
        let meant = guide.guidance.as_ref().map(|meant| (say::guidance(lang), meant));
        facts.extend(meant.into_iter().chain(said(checklist.scale_of(key), guide, lang)));
    }
    let criterion = if let Key::Criterion(id) = key { checklist.criterion(id) } else { None };
    facts.extend(criterion.and_then(|one| one.remedy.as_ref()).map(|remedy| (say::remedy(lang), remedy)));
    let facts: Vec<Fact<'a>> = facts.into_iter().map(|(label, said)| Fact::new(label, text(said, lang))).collect();
    let facts = (!facts.is_empty()).then(|| Facts::new(facts).into());
    facts.into_iter().chain(parts::references(checklist, key, lang)).collect()
}

/// What was said of the item and nothing else, to be shown elsewhere: its title, the answer, note, evidence, owner, due date.
pub fn told<'a>(card: &'a Scorecard, key: &'a Key, lang: Lang) -> Document<'a> {
    let mut page = Document::default();
    page.heading(2, parts::title(&card.checklist, key, lang));
    let of = Of { card, lang };
    let told = of.item(key);
    let facts = std::iter::once(answer(of, key)).chain(told.was()).chain(told.facts()).chain(told.beside_was());
    page.push(Facts::new(facts.collect()));
    page
}

/// What a room needs to answer an item together: what is meant, what each answer looks like, and how what it is linked to
/// stands, in a line.
pub fn aloud<'a>(card: &'a Scorecard, key: &Key, lang: Lang) -> Document<'a> {
    let of = Of { card, lang };
    let mut page = Document::default();
    if let Some(guide) = card.checklist.guide(key) {
        page.blocks.extend(guide.guidance.as_ref().map(|meant| text(meant, lang).into()));
        let looks = looks(&card.checklist, guide, key, lang);
        if !looks.is_empty() {
            page.push(Block::Space);
            page.push(Items::new(looks));
        }
    }
    if let Key::Criterion(id) = key
        && let Some(criterion) = card.checklist.criterion(id)
    {
        let marks = links(criterion, lang).filter_map(|(_, keys)| {
            let line = Line::ours(wording::section(keys.first()?.section(), lang));
            Some(keys.iter().fold(line, |line, key| {
                let (sign, meaning) = of.mark(key);
                line.then_ours(" ").then_ours(sign).meaning_of_last(meaning)
            }))
        });
        let marks = marks.fold(Line::new(Meaning::Muted), Line::and);
        if !marks.is_empty() {
            page.push(Block::Space);
            page.push(marks);
        }
    }
    page
}

/// What an item asks: its title; with `guided`, also what is said to whoever answers, or what a metric is measured in.
pub fn question<'a>(checklist: &'a Checklist, key: &Key, guided: bool, lang: Lang) -> Document<'a> {
    let mut page = Document::default();
    page.push(title(checklist, key, lang));
    if !guided {
        return page;
    }
    if let Some(guide) = checklist.guide(key) {
        page.blocks.extend(guide.guidance.as_ref().map(|meant| text(meant, lang).into()));
        let scale = checklist.scale_of(key);
        page.push(Facts::new(
            said(scale, guide, lang).map(|(label, said)| Fact::new(label, text(said, lang))).collect(),
        ));
    }
    page.blocks.extend(parts::references(checklist, key, lang));
    if let Key::Metric(id) = key
        && let Some(metric) = checklist.metric(id)
    {
        let unit = metric.unit_in(lang);
        let mut facts = Vec::new();
        if !unit.is_empty() {
            facts.push(Fact::new(say::unit(lang), Line::theirs(unit)));
        }
        let target = metric.target.map(|target| wording::target(target, unit));
        facts.extend(target.map(|target| Fact::new(say::target(lang), Line::said(&quote(&target)))));
        page.push(Facts::new(facts));
    }
    page
}

fn title<'a>(checklist: &'a Checklist, key: &Key, lang: Lang) -> Line<'a> {
    parts::title(checklist, key, lang).meaning(Meaning::Title)
}

/// A text of the checklist, in its own lines.
pub(super) fn text(text: &Text, lang: Lang) -> Line<'_> {
    Line::new(Meaning::Body).then(text.get(lang).trim(), Voice::Theirs)
}

/// The answer, or the value, under what that is called.
fn answer<'a>(of: Of<'a>, key: &Key) -> Fact<'a> {
    let label = if matches!(key, Key::Metric(_)) { say::value(of.lang) } else { say::answer(of.lang) };
    Fact::new(label, answered(of, key))
}

/// What was said of the item, after its mark.
fn answered<'a>(of: Of<'a>, key: &Key) -> Line<'a> {
    let told = of.item(key);
    let (sign, meaning) = told.mark();
    Line::ours(format!("{sign} ")).join(told.said()).meaning(meaning)
}

/// What stands beside the answer, and beside the one to another question.
fn beside<'a>(page: &mut Document<'a>, of: Of<'a>, key: &Key) {
    let told = of.item(key);
    let facts: Vec<Fact<'a>> = told.facts().into_iter().chain(told.beside_was()).collect();
    if !facts.is_empty() {
        page.push(Facts::new(facts));
    }
}

fn of_criterion<'a>(page: &mut Document<'a>, of: Of<'a>, criterion: &'a Criterion) {
    let lang = of.lang;
    page.push(counts(of, criterion));
    let findings = of.findings(Some(&criterion.id));
    if !findings.is_empty() {
        page.push(Items::new(findings));
    }
    let key = Key::Criterion(criterion.id.clone());
    beside(page, of, &key);
    // What is missing where it is not met is told before what was meant.
    let missing = matches!(of.card.given(&key), Some(Worth::Part | Worth::Unmet));
    if missing {
        linked(page, of, criterion);
    }
    guide(page, &of.card.checklist, &key, lang);
    prose(page, say::remedy(lang), criterion.remedy.as_ref(), lang);
    for (holds, rule) in
        [(criterion.evidence_required, say::evidence_needed(lang)), (!criterion.na_allowed, say::no_waiver_here(lang))]
    {
        if holds {
            page.push(Block::Space);
            page.push(Line::ours(rule).meaning(Meaning::Muted));
        }
    }
    if !missing {
        linked(page, of, criterion);
    }
    page.push(Block::Space);
    page.push(Facts::new(place(&of.card.checklist, criterion, lang)));
}

fn linked<'a>(page: &mut Document<'a>, of: Of<'a>, criterion: &Criterion) {
    for (title, keys) in links(criterion, of.lang) {
        page.heading(2, Line::ours(title));
        page.push(Items::new(of.linked(keys.into_iter())));
    }
}

/// What a criterion is linked to, under what that is called.
pub(super) fn links(criterion: &Criterion, lang: Lang) -> impl Iterator<Item = (&'static str, Vec<Key>)> {
    let keys = |ids: &[Id], key: fn(Id) -> Key| ids.iter().cloned().map(key).collect::<Vec<_>>();
    let links = [
        (say::linked_practices(lang), keys(&criterion.practices, Key::Practice)),
        (say::linked_deliverables(lang), keys(&criterion.deliverables, Key::Deliverable)),
        (say::linked_metrics(lang), keys(&criterion.metrics, Key::Metric)),
    ];
    links.into_iter().filter(|(_, keys)| !keys.is_empty())
}

/// What it takes, and where and by whom it is done.
pub(super) fn place<'a>(checklist: &'a Checklist, criterion: &'a Criterion, lang: Lang) -> Vec<Fact<'a>> {
    let role = criterion.role.as_ref().and_then(|id| checklist.role(id)).map(|role| &role.title);
    let area = criterion.area.as_ref().map(|id| parts::area(checklist, id, lang));
    let route = criterion.route.as_ref().and_then(|id| checklist.route(id)).map(|route| &route.title);
    let theirs = |title: Option<&'a Text>| title.map(|title| Line::theirs(title.get(lang)));
    let places = [(say::role(lang), theirs(role)), (say::area(lang), area), (say::route(lang), theirs(route))];
    let places = places.into_iter().filter_map(|(label, line)| Some(Fact::new(label, line?)));
    let effort = Fact::new(say::effort(lang), Line::ours(parts::effort(criterion.effort, lang)));
    std::iter::once(effort).chain(places).collect()
}

fn of_metric<'a>(page: &mut Document<'a>, of: Of<'a>, id: &'a Id) {
    let (card, lang) = (of.card, of.lang);
    let Some(metric) = card.checklist.metric(id) else { return };
    let unit = of.unit(id);
    let own = card.assessment.entry(&Key::Metric(id.clone())).and_then(|entry| entry.target);
    let target = match own.or(metric.target) {
        Some(target) => {
            let whose = if own.is_some() { say::own_target(lang) } else { say::checklist_target(lang) };
            Line::said(&quote(&wording::target(target, unit))).and_ours(whose)
        }
        None => Line::ours(say::no_target(lang)),
    };
    page.push(Facts::new(vec![Fact::new(say::target(lang), target)]));
    let better = card.better(id).map(|better| match better {
        Better::Higher => say::higher_is_better(lang),
        Better::Lower => say::lower_is_better(lang),
    });
    if let Some(better) = better {
        page.push(Line::ours(better).meaning(Meaning::Muted));
    }
    if !unit.is_empty() {
        page.push(Facts::new(vec![Fact::new(say::unit(lang), Line::theirs(unit))]));
    }
}

/// What is said to whoever answers: what is meant, what each answer looks like, how to find out and what fools people.
fn guide<'a>(page: &mut Document<'a>, checklist: &'a Checklist, key: &Key, lang: Lang) {
    let Some(guide) = checklist.guide(key) else { return };
    prose(page, say::guidance(lang), guide.guidance.as_ref(), lang);
    let looks = looks(checklist, guide, key, lang);
    if !looks.is_empty() {
        page.heading(2, Line::ours(say::looks(lang)));
        page.push(Items::new(looks));
    }
    prose(page, say::find_out(lang), guide.check.as_ref(), lang);
    prose(page, say::pitfall(lang), guide.pitfall.as_ref(), lang);
}

/// What each answer looks like.
fn looks<'a>(checklist: &'a Checklist, guide: &'a Guide, key: &Key, lang: Lang) -> Vec<Item<'a>> {
    let scale = checklist.scale_of(key);
    let looks = scale.options.iter().zip(1..).filter_map(|(option, nth)| {
        let looks = guide.of_answer(&option.id).map(|looks| text(looks, lang));
        let title = Line::theirs(option.title.get(lang));
        // What nobody knows by heart is listed with the number that gives it.
        let title = if scale.is_built_in() { title } else { Line::ours(format!("{nth} ")).join(title) };
        let line = match looks {
            Some(looks) => title.then_ours(say::colon(lang)).join(looks),
            None if scale.is_built_in() => return None,
            None => title,
        };
        Some(Item::marked(mark(Some(option.counts().worth)), line))
    });
    looks.collect()
}

/// What is said to whoever answers, but for what is meant, each text under what it is called, where lines are read one by one.
pub(super) fn said<'a>(scale: &'a Scale, guide: &'a Guide, lang: Lang) -> impl Iterator<Item = (&'a str, &'a Text)> {
    let answers = scale.options.iter().map(move |option| (option.title.get(lang), guide.of_answer(&option.id)));
    let rest = [(say::find_out(lang), guide.check.as_ref()), (say::pitfall(lang), guide.pitfall.as_ref())];
    answers.chain(rest).filter_map(|(label, text)| Some((label, text?)))
}

fn prose<'a>(page: &mut Document<'a>, title: &'static str, prose: Option<&'a Text>, lang: Lang) {
    if let Some(prose) = prose {
        page.heading(2, Line::ours(title));
        page.push(text(prose, lang));
    }
}

/// The criteria that an item serves.
fn serves<'a>(page: &mut Document<'a>, of: Of<'a>, linked: impl Fn(&Criterion) -> bool) {
    let criteria = of.card.checklist.parts().criteria.iter().filter(|criterion| linked(criterion));
    let items = criteria.map(|criterion| {
        let key = Key::Criterion(criterion.id.clone());
        let line = parts::named(&of.card.checklist, &key, of.lang);
        Item::marked(mark(of.card.given(&key)), line).of(key)
    });
    let items: Vec<Item<'a>> = items.collect();
    if !items.is_empty() {
        page.heading(2, Line::ours(say::serves(of.lang)));
        page.push(Items::new(items));
    }
}

/// A loop step by step, the broken link marked.
fn chain<'a>(page: &mut Document<'a>, of: Of<'a>, id: &Id) {
    let Some(score) = of.card.score.loops.iter().find(|score| score.id == *id) else { return };
    let Some(own) = of.card.checklist.improvement_loop(id) else { return };
    page.heading(2, Line::ours(say::chain(of.lang)));
    let step = |step: &'a crate::model::checklist::LoopStep| {
        let key = Key::Step(own.id.clone(), step.id.clone());
        let line = Line::theirs(step.title.get(of.lang));
        let line = if score.broken_at.as_ref() == Some(&step.id) {
            line.then_ours(" ← ").then_ours(say::broken_here(of.lang)).meaning(Meaning::Warning)
        } else {
            line
        };
        Item::marked(of.mark(&key), line).of(key)
    };
    page.push(Items::new(own.steps.iter().map(step).collect()));
}

/// How the answer to a criterion counts, in a sentence.
pub(super) fn counts<'a>(of: Of<'a>, criterion: &Criterion) -> Line<'a> {
    let (lang, assessment) = (of.lang, &of.card.assessment);
    let entry = assessment.entry(&Key::Criterion(criterion.id.clone()));
    let shown = entry.is_some_and(|entry| entry.is_shown_on(assessment.date));
    let level = criterion.level;
    if let Some(until) = entry.filter(|entry| entry.has_lapsed_on(assessment.date)).and_then(|entry| entry.until) {
        return Line::ours(say::counts_lapsed(lang, until, level)).meaning(Meaning::Blocked);
    }
    let key = Key::Criterion(criterion.id.clone());
    let given = assessment.answer(&key);
    let answer = quote(wording::answer(&of.card.checklist, &key, given, lang));
    let counted = given.and_then(|given| of.card.checklist.scale_of(&key).counts(given));
    let points = || match counted.map_or(0, |counted| counted.credit) {
        0 => say::no_point(lang).to_owned(),
        credit if credit * 2 == Counted::WHOLE => say::half_a_point(lang).to_owned(),
        credit => say::part_of_a_point(lang, f64::from(credit) / f64::from(Counted::WHOLE)),
    };
    match counted.map(|counted| counted.worth) {
        Some(Worth::Met) if shown => Line::said(&say::counts_shown(lang, answer)).meaning(Meaning::Met),
        Some(Worth::Met) => Line::said(&say::counts_met(lang, answer)).meaning(Meaning::Met),
        Some(Worth::Waived) if !criterion.na_allowed => {
            Line::ours(say::counts_not_allowed(lang, level)).meaning(Meaning::Blocked)
        }
        Some(Worth::Waived) => {
            let reason =
                entry.and_then(|entry| parts::waived(entry, lang)).unwrap_or_else(|| say::no_reason(lang).to_owned());
            Line::ours(say::counts_waived(lang, reason)).meaning(Meaning::Muted)
        }
        None if entry.is_some_and(|entry| entry.was.is_some()) => Line::ours(say::counts_was(lang, level)),
        _ if !criterion.gates => Line::said(&say::counts_aside(lang, answer, points())),
        Some(Worth::Part) => Line::said(&say::counts_partial(lang, answer, points(), level)).meaning(Meaning::Partial),
        Some(Worth::Unmet) => Line::said(&say::counts_no(lang, answer, level)).meaning(Meaning::Blocked),
        None => Line::ours(say::counts_open(lang, level)),
    }
}
