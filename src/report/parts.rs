//! What several pages say in the same way: who, which level, what blocks the next, how an item was answered.

use super::sheet::{DOT, Sheet};
use crate::i18n::{Lang, report as r, terms};
use crate::model::{Answer, Effort, Entry, Id, Key, Level};
use crate::plan::Gap;
use crate::scorecard::{First, Scorecard};
use crate::scoring::{AreaScore, Credit, Lens, LevelScore, LevelState, MetricStatus};
use crate::style::{Meaning, bar, mark};
use crate::text::one_line;
use crate::wording;

/// The cells of a progress bar.
pub(super) const BAR: usize = 10;

/// Team, day, status and profile.
pub(super) fn who(card: &Scorecard, lang: Lang) -> String {
    let assessment = &card.assessment;
    let mut parts =
        vec![one_line(&assessment.team), assessment.date.to_string(), assessment.status.term(lang).to_owned()];
    parts.extend(profile(card, lang));
    parts.join(DOT)
}

/// The profile's title; its id where the checklist does not have it.
pub(super) fn profile(card: &Scorecard, lang: Lang) -> Option<String> {
    let id = card.assessment.profile.as_ref()?;
    let title = card.checklist.profile(id).map(|profile| profile.title.get(lang));
    Some(one_line(title.unwrap_or(id.as_str())))
}

/// The level achieved of how many, and what it is called.
pub(super) fn level(card: &Scorecard, lang: Lang) -> String {
    level_parts(card, lang).join(DOT)
}

/// The two parts of that.
pub(super) fn level_parts(card: &Scorecard, lang: Lang) -> [String; 2] {
    let score = &card.score;
    let title = card.checklist.level(score.level).map_or(r::no_level(lang), |def| def.title.get(lang));
    [r::gauge_level(lang, score.level, score.max_level), title.to_owned()]
}

/// How much is answered, and how much of that is to be confirmed.
pub(super) fn coverage(card: &Scorecard, lang: Lang) -> String {
    let coverage = card.score.coverage;
    let percent = terms::percent(lang, coverage.percent().unwrap_or_default());
    let mut said = r::coverage_of(lang, coverage.answered, coverage.total, percent);
    if coverage.to_confirm > 0 {
        said = format!("{said} · {}", r::gauge_confirm(lang, coverage.to_confirm));
    }
    said
}

/// The title of a level with its number.
pub(super) fn level_title(card: &Scorecard, level: Level, lang: Lang) -> String {
    let title = card.checklist.level(level).map_or("", |def| def.title.get(lang));
    terms::level_titled(lang, level, one_line(title))
}

/// What keeps the next level from being achieved, criterion by criterion; that there is none left at the highest.
pub(super) fn blocks(sheet: &mut Sheet, card: &Scorecard) {
    let lang = sheet.lang();
    let Some(next) = &card.score.next else {
        sheet.text(0, &r::gauge_top(lang, card.score.max_level), Meaning::Met);
        return;
    };
    sheet.text(0, &format!("{}{}", r::what_blocks(lang, next.level), terms::colon(lang).trim_end()), Meaning::Title);
    for id in &next.remaining {
        criterion(sheet, card, id);
    }
    if card.score.next_is_waived() {
        sheet.text(2, r::all_waived(lang), Meaning::Muted);
    }
}

/// A criterion on its line: its mark, its title, its answer.
pub(super) fn criterion(sheet: &mut Sheet, card: &Scorecard, id: &Id) {
    let lang = sheet.lang();
    let key = Key::Criterion(id.clone());
    let given = card.assessment.answer(&key);
    let (sign, meaning) = mark(given);
    let said = [wording::criterion(&card.checklist, id, lang), &counted(card, id, lang)];
    sheet.dotted(2, &[(sign, meaning), (" ", Meaning::Body)], &said, Meaning::Body);
}

/// The word of a criterion's answer; where it does not count as given, how it counts.
pub(super) fn counted(card: &Scorecard, id: &Id, lang: Lang) -> String {
    let key = Key::Criterion(id.clone());
    let given = card.assessment.answer(&key);
    let allowed = card.checklist.criterion(id).is_none_or(|criterion| criterion.na_allowed);
    match given {
        Some(Answer::Na) if !allowed => terms::finding_waiver_not_allowed(lang).to_owned(),
        _ => wording::answer(&key, given, lang).to_owned(),
    }
}

/// How many of a level's applicable criteria are met, and how many are waived; `bare` under a title that says so.
pub(super) fn met(score: &LevelScore, bare: bool, lang: Lang) -> String {
    let (met, applicable, waived) = score.counts();
    let met = if bare { r::met_of(lang, met, applicable) } else { r::criteria_met(lang, met, applicable) };
    if waived > 0 { r::aside(lang, met, r::waived_count(lang, waived)) } else { met }
}

/// The level of an area of how many; of one without criteria how its practices stand.
pub(super) fn area_level(score: &AreaScore, lang: Lang) -> String {
    match (score.level, score.max_level, score.practices.percent()) {
        (Some(level), Some(max), _) => r::area_level(lang, level, max),
        (.., Some(percent)) => r::no_criteria_practices(lang, terms::percent(lang, percent)),
        _ => r::passed_over(lang).to_owned(),
    }
}

/// A bar with its per cent; nothing where no item applies.
pub(super) fn progress(credit: Credit, lang: Lang) -> (String, String) {
    let Some(percent) = credit.percent() else { return (String::new(), String::new()) };
    let (full, empty) = bar(percent, BAR);
    (format!("{full}{empty}"), terms::percent(lang, percent))
}

/// The mark of a metric's status.
pub(super) const fn metric_mark(status: MetricStatus) -> (&'static str, Meaning) {
    match status {
        MetricStatus::OnTarget => mark(Some(Answer::Yes)),
        MetricStatus::OffTarget => mark(Some(Answer::No)),
        MetricStatus::Tracked => ("~", Meaning::Partial),
        MetricStatus::NoData => mark(None),
    }
}

/// What it takes, where a title says that this is effort.
pub(super) const fn effort(effort: Effort, lang: Lang) -> &'static str {
    match effort {
        Effort::Low => r::effort_low(lang),
        Effort::Medium => r::effort_medium(lang),
        Effort::High => r::effort_high(lang),
    }
}

/// How a metric stands, short enough for a column.
pub(super) fn metric_state(status: MetricStatus, lang: Lang) -> &'static str {
    match status {
        MetricStatus::Tracked => r::metric_short_tracked(lang),
        MetricStatus::OnTarget | MetricStatus::OffTarget | MetricStatus::NoData => wording::metric_status(status, lang),
    }
}

/// The mark of any item.
pub(super) fn item_mark(card: &Scorecard, key: &Key) -> (&'static str, Meaning) {
    match key {
        Key::Metric(id) => card.metric(id).map_or(mark(None), |score| metric_mark(score.status)),
        _ => mark(card.assessment.answer(key)),
    }
}

/// A metric's unit, empty where it has none.
pub(super) fn unit<'a>(card: &'a Scorecard, id: &Id, lang: Lang) -> &'a str {
    card.checklist.metric(id).and_then(|metric| metric.unit.as_ref()).map_or("", |unit| unit.get(lang))
}

/// A finding with the criterion that it speaks of.
pub(super) fn finding(card: &Scorecard, finding: &crate::findings::Finding, lang: Lang) -> String {
    let sentence = wording::finding(&card.checklist, finding, lang);
    match &finding.criterion {
        Some(id) => format!("{}{}{sentence}", wording::criterion(&card.checklist, id, lang), terms::colon(lang)),
        None => sentence,
    }
}

/// What was said of an item, part by part: the answer with its reason, or the value; the day of it.
pub(super) fn said(card: &Scorecard, key: &Key, lang: Lang) -> Vec<String> {
    let nothing = Entry::default();
    let entry = card.assessment.entry(key).unwrap_or(&nothing);
    let answer = || match key {
        Key::Criterion(id) => counted(card, id, lang),
        _ => wording::answer(key, entry.answer(), lang).to_owned(),
    };
    let mut said = match (key, entry.reason.filter(|_| entry.answer() == Some(Answer::Na))) {
        (Key::Metric(id), _) => measured(card, id, lang),
        (_, Some(reason)) => vec![r::aside(lang, answer(), reason.term(lang))],
        (_, None) => vec![answer()],
    };
    said.extend(entry.answered.filter(|_| entry.is_answered()).map(|day| r::answered_on(lang, day)));
    said.extend(card.assessment.is_carried(key).then(|| r::to_confirm(lang).to_owned()));
    said
}

/// A metric's value; its status with the target that it is held against.
fn measured(card: &Scorecard, id: &Id, lang: Lang) -> Vec<String> {
    let Some(score) = card.metric(id) else { return vec![terms::metric_no_data(lang).to_owned()] };
    let unit = unit(card, id, lang);
    let status = wording::metric_status(score.status, lang).to_owned();
    let Some(value) = score.value else { return vec![status] };
    let held = match score.target {
        Some(target) => r::aside(lang, status, wording::target(target, unit)),
        None => status,
    };
    vec![wording::quantity(value, unit), held]
}

/// Note, evidence, owner and due date of an item, as far as there are any.
pub(super) fn details(sheet: &mut Sheet, card: &Scorecard, key: &Key, indent: usize) {
    let lang = sheet.lang();
    let Some(entry) = card.assessment.entry(key) else { return };
    let after = |label| [(label, Meaning::Muted), (terms::colon(lang), Meaning::Muted)];
    if let Some(note) = &entry.note {
        sheet.words(indent, &after(terms::note(lang)), note.trim_end(), Meaning::Body);
    }
    for evidence in &entry.evidence {
        let (said, valid) = wording::evidence_parts(evidence, card.assessment.date, lang);
        let meaning = if valid { Meaning::Body } else { Meaning::Warning };
        sheet.dotted(indent, &after(terms::evidence(lang)), &said, meaning);
    }
    if let Some(owner) = &entry.owner {
        sheet.words(indent, &after(terms::owner(lang)), &one_line(owner), Meaning::Body);
    }
    if entry.due.is_some() {
        let (due, meaning) = due(card, key, entry, lang);
        sheet.pair(indent, terms::due(lang), &due, meaning);
    }
}

/// The due date of an item, and whether it is past.
pub(super) fn due(card: &Scorecard, key: &Key, entry: &Entry, lang: Lang) -> (String, Meaning) {
    let Some(day) = entry.due else { return (String::new(), Meaning::Body) };
    if card.is_overdue(key) {
        return (format!("{day} · {}", r::overdue(lang)), Meaning::Warning);
    }
    (day.to_string(), Meaning::Body)
}

/// Whether and why a level is or is not achieved, in a word or two.
pub(super) fn level_state(score: &LevelScore, lang: Lang) -> &'static str {
    match score.state() {
        LevelState::Achieved => r::achieved(lang),
        LevelState::HeldBack => r::held_back(lang),
        LevelState::AllWaived => r::waived_whole(lang),
        LevelState::Blocked => r::not_achieved(lang),
    }
}

/// The levels that other readings of the answers give, where they differ, each with what it is called.
pub(super) fn readings(card: &Scorecard, lang: Lang) -> impl Iterator<Item = (&'static str, Level)> {
    let called = move |reading| match reading {
        Lens::AsGiven => "",
        Lens::Possible => r::score_possible(lang),
        Lens::Evidenced => r::score_evidenced(lang),
        Lens::WithoutWaivers => r::score_without_waivers(lang),
    };
    card.score.other_readings().map(move |(reading, level)| (called(reading), level))
}

/// What to do first: actions with how many gaps each serves, criteria that only their remedy closes.
pub(super) fn first(card: &Scorecard, lang: Lang) -> Vec<Vec<String>> {
    let said = |first| match first {
        First::Action(action) => {
            let title = wording::title(&card.checklist, &Key::Practice(action.practice.clone()), lang);
            vec![title, r::serves_count(lang, action.serves)]
        }
        First::Remedy(gap) => vec![wording::criterion(&card.checklist, &gap.criterion, lang).to_owned()],
    };
    card.first().map(said).collect()
}

/// Why an item was left out; that nobody said so.
pub(super) fn waiver_reason(card: &Scorecard, key: &Key, lang: Lang) -> (&'static str, Meaning) {
    match card.assessment.entry(key).and_then(|entry| entry.reason) {
        Some(reason) => (reason.term(lang), Meaning::Body),
        None => (r::no_reason(lang), Meaning::Warning),
    }
}

/// Who a gap is handed to, short enough for a column.
pub(super) fn gap_role(card: &Scorecard, gap: &Gap, lang: Lang) -> (String, Meaning) {
    match (&gap.role, gap.covered) {
        (Some(role), true) => (role_title(card, role, lang).to_owned(), Meaning::Body),
        (None, true) => (String::new(), Meaning::Body),
        (_, false) => (r::nobody(lang).to_owned(), Meaning::Warning),
    }
}

/// The title of a role; its id where the checklist does not have it.
pub(super) fn role_title<'a>(card: &'a Scorecard, id: &'a Id, lang: Lang) -> &'a str {
    card.checklist.role(id).map_or(id.as_str(), |role| role.title.get(lang))
}

/// The title of an area; its id where the checklist does not have it.
pub(super) fn area_title<'a>(card: &'a Scorecard, id: &'a Id, lang: Lang) -> &'a str {
    card.checklist.area(id).map_or(id.as_str(), |area| area.title.get(lang))
}

/// The answer or the value of an item that the checklist does not have.
pub(super) fn retired_said(key: &Key, entry: &Entry, lang: Lang) -> String {
    let answer = || wording::answer(key, entry.answer(), lang).to_owned();
    entry.value().map_or_else(answer, |value| value.to_string())
}

/// Every item that the checklist asks for, under the parts of a heading that says what they belong to.
pub(super) fn sections(card: &Scorecard, lang: Lang) -> Vec<(Vec<String>, Vec<Key>)> {
    let (checklist, asked) = (&card.checklist, card.checklist.parts());
    let below = |kind: &str, title: &str| vec![kind.to_owned(), one_line(title)];
    let levels = asked.levels.iter().map(|def| {
        let keys = checklist.criteria_of(def.level).map(|item| Key::Criterion(item.id.clone()));
        let level = [terms::criteria(lang).to_owned(), terms::level(lang, def.level), one_line(def.title.get(lang))];
        (level.to_vec(), keys.collect())
    });
    let deliverables = asked.deliverables.iter().map(|item| Key::Deliverable(item.id.clone()));
    let roles = asked.roles.iter().map(|role| {
        let keys = checklist.practices_of(&role.id).map(|item| Key::Practice(item.id.clone()));
        (below(terms::practices(lang), role.title.get(lang)), keys.collect())
    });
    let nobodys = asked.practices.iter().filter(|item| item.role.is_none());
    let nobodys = nobodys.map(|item| Key::Practice(item.id.clone()));
    let metrics = asked.metrics.iter().map(|item| Key::Metric(item.id.clone()));
    let loops = asked.loops.iter().map(|of| {
        let keys = of.steps.iter().map(|step| Key::Step(of.id.clone(), step.id.clone()));
        (below(terms::loops(lang), of.title.get(lang)), keys.collect())
    });
    let mut sections: Vec<(Vec<String>, Vec<Key>)> = levels.collect();
    sections.push((vec![terms::deliverables(lang).to_owned()], deliverables.collect()));
    sections.extend(roles);
    sections.push((vec![terms::practices(lang).to_owned()], nobodys.collect()));
    sections.push((vec![terms::metrics(lang).to_owned()], metrics.collect()));
    sections.extend(loops);
    sections.retain(|(_, keys)| !keys.is_empty());
    sections
}
