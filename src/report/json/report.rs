//! Everything that the scorecard says, for other programs: the score, every item with all that was said of it, and the
//! points before. Keys are stable; new ones may come.

use jiff::civil::Date;
use serde::Serialize;

use super::{ActionItem, Proof, Score, history, written};
use crate::history::History;
use crate::i18n::{Lang, Text};
use crate::model::checklist::{self, Target};
use crate::model::{self, Answer, Entry, Id, Key, Level, Reason};
use crate::page::parts::finding;
use crate::report::csv;
use crate::scorecard::Scorecard;

/// The scorecard, titles and findings in `lang`; with the team's assessments up to this one, those before it.
pub fn json(card: &Scorecard, history: Option<&History>, lang: Lang) -> String {
    let mut score = Score::of(card);
    score.assessment.assessors = Some(&card.assessment.assessors);
    score.assessment.own_target_level = card.assessment.target_level;
    for (item, found) in score.findings.iter_mut().zip(&card.findings) {
        item.text = Some(finding(card, found, lang));
    }
    let keys = card.checklist.keys().chain(card.retired().map(|(key, _)| key.clone()));
    let earlier = history.and_then(|history| history.points.split_last()).map(|(_, earlier)| earlier);
    written(&Report {
        score,
        titles: Titles::of(card, lang),
        actions: card.plan.actions.iter().map(ActionItem::of).collect(),
        waivers: card.waived().iter().map(|key| Waiver::of(card, key)).collect(),
        items: keys.map(|key| Item::of(card, &key, lang)).collect(),
        history: earlier.unwrap_or_default().iter().map(|point| history::Item::of(point, false)).collect(),
    })
}

#[derive(Serialize)]
struct Report<'a> {
    #[serde(flatten)]
    score: Score<'a>,
    titles: Titles<'a>,
    actions: Vec<ActionItem<'a>>,
    waivers: Vec<Waiver>,
    items: Vec<Item<'a>>,
    history: Vec<history::Item<'a>>,
}

/// What everything is called that is not an item.
#[derive(Serialize)]
struct Titles<'a> {
    checklist: &'a str,
    profile: Option<&'a str>,
    levels: Vec<Title<'a>>,
    areas: Vec<Area<'a>>,
    roles: Vec<Title<'a>>,
    loops: Vec<Title<'a>>,
    routes: Vec<Title<'a>>,
}

#[derive(Serialize)]
struct Title<'a> {
    id: String,
    title: &'a str,
}

/// An area, with what of it the score does not say.
#[derive(Serialize)]
struct Area<'a> {
    id: &'a Id,
    title: &'a str,
    /// Its published number, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    /// The area that it is part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<&'a Id>,
}

impl<'a> Area<'a> {
    fn of(area: &'a checklist::Area, lang: Lang) -> Self {
        Self { id: &area.id, title: area.title.get(lang), code: area.code.as_deref(), parent: area.parent.as_ref() }
    }
}

impl<'a> Titles<'a> {
    fn of(card: &'a Scorecard, lang: Lang) -> Self {
        let parts = card.checklist.parts();
        let title = |id: &dyn std::fmt::Display, title: &'a Text| Title { id: id.to_string(), title: title.get(lang) };
        let profile = card.assessment.profile.as_ref().and_then(|id| card.checklist.profile(id));
        Self {
            checklist: parts.title.get(lang),
            profile: profile.map(|profile| profile.title.get(lang)),
            levels: parts.levels.iter().map(|one| title(&one.level, &one.title)).collect(),
            areas: parts.areas.iter().map(|one| Area::of(one, lang)).collect(),
            roles: parts.roles.iter().map(|one| title(&one.id, &one.title)).collect(),
            loops: parts.loops.iter().map(|one| title(&one.id, &one.title)).collect(),
            routes: parts.routes.iter().map(|one| title(&one.id, &one.title)).collect(),
        }
    }
}

#[derive(Serialize)]
struct Waiver {
    kind: &'static str,
    id: String,
    reason: Option<Reason>,
    until: Option<String>,
}

impl Waiver {
    fn of(card: &Scorecard, key: &Key) -> Self {
        let entry = card.assessment.entry(key);
        let until = entry.and_then(|entry| entry.until).map(|day| day.to_string());
        Self { kind: kind(key), id: key.to_string(), reason: entry.and_then(|entry| entry.reason), until }
    }
}

/// An item with all that the file holds of it.
#[derive(Serialize)]
struct Item<'a> {
    kind: &'static str,
    id: String,
    /// The published model's own number of it, where it has one.
    code: Option<&'a str>,
    /// `None` where the checklist does not have it.
    title: Option<&'a str>,
    level: Option<Level>,
    area: Option<&'a Id>,
    status: &'static str,
    to_confirm: bool,
    overdue: bool,
    answer: Option<Answer>,
    value: Option<f64>,
    answered: Option<String>,
    reason: Option<Reason>,
    /// The last day of a waiver.
    until: Option<String>,
    /// What was said of another question under this id, or a former one.
    was: Option<Was<'a>>,
    note: Option<&'a str>,
    owner: Option<&'a str>,
    due: Option<String>,
    target: Option<Target>,
    /// Of a metric: the team's own, else the checklist's.
    unit: Option<&'a str>,
    /// Such as `30d`.
    window: Option<String>,
    evidence: Vec<Proof<'a>>,
}

/// What was said of another question.
#[derive(Serialize)]
struct Was<'a> {
    version: &'a str,
    title: Option<&'a str>,
    answer: Option<Answer>,
    value: Option<f64>,
    answered: Option<String>,
    reason: Option<Reason>,
    until: Option<String>,
    note: Option<&'a str>,
    owner: Option<&'a str>,
    due: Option<String>,
    evidence: Vec<Proof<'a>>,
}

impl<'a> Was<'a> {
    fn of(was: &'a model::Was) -> Self {
        let (said, day) = (&was.said, |day: Option<Date>| day.map(|day| day.to_string()));
        Self {
            version: &was.version,
            title: was.title.as_deref(),
            answer: said.answer(),
            value: said.value(),
            answered: day(said.answered),
            reason: said.reason,
            until: day(said.until),
            note: said.note.as_deref(),
            owner: said.owner.as_deref(),
            due: day(said.due),
            evidence: said.evidence.iter().map(Proof::of).collect(),
        }
    }
}

impl<'a> Item<'a> {
    fn of(card: &'a Scorecard, key: &Key, lang: Lang) -> Self {
        let entry = card.assessment.entry(key);
        let criterion = if let Key::Criterion(id) = key { card.checklist.criterion(id) } else { None };
        Self {
            kind: kind(key),
            id: key.to_string(),
            code: card.checklist.code(key),
            title: card.checklist.title(key).map(|title| title.get(lang)),
            level: criterion.map(|criterion| criterion.level),
            area: criterion.and_then(|criterion| criterion.area.as_ref()),
            status: csv::word(card.status(key)),
            to_confirm: card.assessment.is_carried(key),
            overdue: card.is_overdue(key),
            answer: entry.and_then(Entry::answer),
            value: entry.and_then(Entry::value),
            answered: entry.and_then(|entry| entry.answered).map(|day| day.to_string()),
            reason: entry.and_then(|entry| entry.reason),
            until: entry.and_then(|entry| entry.until).map(|day| day.to_string()),
            was: entry.and_then(|entry| entry.was.as_deref()).map(Was::of),
            note: entry.and_then(|entry| entry.note.as_deref()),
            owner: entry.and_then(|entry| entry.owner.as_deref()),
            due: entry.and_then(|entry| entry.due).map(|day| day.to_string()),
            target: entry.and_then(|entry| entry.target),
            unit: match key {
                Key::Metric(id) => Some(card.unit(id, lang)).filter(|unit| !unit.is_empty()),
                Key::Criterion(_) | Key::Deliverable(_) | Key::Practice(_) | Key::Step(..) => None,
            },
            window: entry.and_then(|entry| entry.window).map(|window| window.to_string()),
            evidence: entry.into_iter().flat_map(|entry| &entry.evidence).map(Proof::of).collect(),
        }
    }
}

/// What kind of item it is, in the singular of its section.
const fn kind(key: &Key) -> &'static str {
    match key {
        Key::Criterion(_) => "criterion",
        Key::Deliverable(_) => "deliverable",
        Key::Practice(_) => "practice",
        Key::Metric(_) => "metric",
        Key::Step(..) => "step",
    }
}
