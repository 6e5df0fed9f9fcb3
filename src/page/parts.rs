//! What several pages say in the same way: who, which level, what blocks the next, how an item was answered.

mod named;
mod told;

pub(super) use told::{Told, waived};

use super::document::{Block, Cell, Document, Fact, Facts, Item, Items, Joint, Line, Mark, Voice, quote};
use crate::findings::{Code, Finding, What};
use crate::i18n::{Lang, say};
use crate::model::checklist::{Better, Criterion};
use crate::model::{Answer, Checklist, Effort, Evidence, Id, Key, Level, Worth};
use crate::scorecard::{InLevel, Scorecard};
use crate::scoring::{AreaScore, Lens, LevelScore, LevelState, LoopScore, MetricStatus};
use crate::style::{Meaning, mark};
use crate::wording;

pub(crate) use named::{area, kind, level_titled, title};
pub(super) use named::{beside_the_gate, level_of, named, references, titled};

/// A card in a language: what most pages are made from.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    pub(super) card: &'a Scorecard,
    pub(super) lang: Lang,
}

impl<'a> Of<'a> {
    /// Team, day, status and profile.
    pub(super) fn who(self) -> Line<'a> {
        let assessment = &self.card.assessment;
        let line = Line::theirs(&assessment.team)
            .and_ours(assessment.date.to_string())
            .and_ours(assessment.status.term(self.lang));
        let line = match self.profile() {
            Some(profile) => line.and_theirs(profile),
            None => line,
        };
        line.meaning(Meaning::Title)
    }

    /// The profile's title; its id where the checklist does not have it.
    pub(super) fn profile(self) -> Option<&'a str> {
        let id = self.card.assessment.profile.as_ref()?;
        let title = self.card.checklist.profile(id).map(|profile| profile.title.get(self.lang));
        Some(title.unwrap_or(id.as_str()))
    }

    /// The level achieved of how many, and what it is called.
    pub(super) fn level(self) -> Line<'a> {
        let score = &self.card.score;
        let line = Line::ours(wording::stands(score.grade(), score.max_level, self.lang));
        let line = match self.card.checklist.level(score.level) {
            None => line.and_ours(say::no_level(self.lang)),
            Some(def) => match wording::level_name(def, self.lang) {
                Some(name) => line.and_theirs(name),
                None => line,
            },
        };
        let line = line.meaning(if score.next.is_none() { Meaning::Met } else { Meaning::Title });
        self.by_gate().map_or(line.clone(), |gate| line.and_ours(gate))
    }

    /// The level that the gate gives, where the checklist is scored otherwise.
    pub(super) fn by_gate(self) -> Option<String> {
        let score = &self.card.score;
        score.score.map(|_| say::by_gate(self.lang, score.gate))
    }

    /// A level with what it is called.
    pub(super) fn level_title(self, level: Level) -> Line<'a> {
        level_titled(&self.card.checklist, level, self.lang)
    }

    /// The same where a title says that these are levels.
    pub(super) fn level_named(self, level: Level) -> Line<'a> {
        let line = Line::ours(level.to_string());
        let name = self.card.checklist.level(level).and_then(|def| wording::level_name(def, self.lang));
        name.map_or(line.clone(), |name| line.and_theirs(name))
    }

    /// How much is answered, and how much of that is to be confirmed.
    pub(super) fn coverage(self) -> Line<'a> {
        let coverage = self.card.score.coverage;
        let percent = say::percent(self.lang, coverage.percent().unwrap_or_default());
        let line = Line::ours(say::coverage_of(self.lang, coverage.answered, coverage.total, percent));
        if coverage.to_confirm == 0 {
            return line;
        }
        line.and_ours(say::gauge_confirm(self.lang, coverage.to_confirm))
    }

    /// What keeps the next level from being achieved, criterion by criterion, `most` at most and then how many `more` there are;
    /// that there is none left at the highest.
    pub(super) fn blocks(self, most: usize, more: fn(Lang, usize) -> String) -> Vec<Block<'a>> {
        let (card, lang) = (self.card, self.lang);
        let Some(next) = &card.score.next else {
            return vec![Line::ours(say::gauge_top(lang, card.score.max_level)).meaning(Meaning::Met).into()];
        };
        let title = format!("{}{}", wording::what_blocks(&card.score, next.level, lang), say::colon(lang).trim_end());
        let left = next.remaining.len().saturating_sub(most);
        let mut items: Vec<Item<'a>> = next.remaining.iter().take(most).map(|id| self.criterion(id)).collect();
        if left > 0 {
            items.push(Item::marked(DASH, Line::ours(more(lang, left)).meaning(Meaning::Muted)));
        }
        let mut blocks: Vec<Block<'a>> =
            vec![Line::ours(title).meaning(Meaning::Title).into(), Items::new(items).into()];
        if card.score.next_is_waived() {
            blocks.push(Line::ours(say::all_waived(lang)).meaning(Meaning::Muted).into());
        }
        blocks
    }

    /// A criterion with its mark, its title and its answer.
    fn criterion(self, id: &'a Id) -> Item<'a> {
        let key = Key::Criterion(id.clone());
        let line = self.title(&key).and_ours(self.counted(id));
        Item::marked(mark(self.card.given(&key)), line).of(key)
    }

    /// The title of an item.
    pub(super) fn title(self, key: &Key) -> Line<'a> {
        title(&self.card.checklist, key, self.lang)
    }

    /// The title of a role; its id where the checklist does not have it.
    pub(super) fn role_title(self, id: &'a Id) -> &'a str {
        self.card.checklist.role(id).map_or(id.as_str(), |role| role.title.get(self.lang))
    }

    /// The title of an area; its id where the checklist does not have it.
    pub(super) fn area(self, id: &'a Id) -> Line<'a> {
        area(&self.card.checklist, id, self.lang)
    }

    /// The word of a criterion's answer; where it does not count as given, how it counts.
    pub(super) fn counted(self, id: &Id) -> &'a str {
        let key = Key::Criterion(id.clone());
        self.word(&key, self.card.assessment.answer(&key))
    }

    /// The word of the answer that was given to an item; where it does not count as given, how it counts.
    fn word(self, key: &Key, given: Option<Answer>) -> &'a str {
        let waived = given.is_some_and(Answer::is_na);
        if waived && !self.card.checklist.may_be_waived(key) {
            say::finding_waiver_not_allowed(self.lang)
        } else {
            wording::answer(&self.card.checklist, key, given, self.lang)
        }
    }

    /// The mark of any item.
    pub(super) fn mark(self, key: &Key) -> Mark {
        item_mark(self.card, key)
    }

    /// A metric's unit, empty where it has none.
    pub(super) fn unit(self, id: &Id) -> &'a str {
        self.card.unit(id, self.lang)
    }

    /// A finding with the criterion that it speaks of.
    pub(super) fn finding(self, finding: &'a Finding) -> Line<'a> {
        let sentence = said_of(&self.card.checklist, finding, self.lang);
        match &finding.criterion {
            Some(id) => {
                // A title may end like a sentence; that sign and the colon would stand side by side.
                let title = wording::criterion(&self.card.checklist, id, self.lang);
                let title = title.trim_end().trim_end_matches(['.', '。', ':', '：', ';', '；']);
                Line::said(&quote(title)).then_ours(say::colon(self.lang)).then_said(&sentence)
            }
            None => Line::said(&sentence),
        }
    }

    /// What a finding is about: what is missing or off target, else the criterion that it speaks of.
    pub(super) fn finding_about(self, finding: &'a Finding) -> Line<'a> {
        match &finding.what {
            What::DeliverableMissing(id) => self.title(&Key::Deliverable(id.clone())),
            What::MetricOffTarget(id) => self.title(&Key::Metric(id.clone())),
            What::UnknownItem(key, _) => Line::said(&quote(&key.to_string())),
            What::UnknownProfile(id) => Line::said(&quote(id.as_str())),
            What::ChecklistChanged(version) => Line::said(&quote(version)),
            What::PracticesMissing(_)
            | What::EvidenceMissing
            | What::EvidenceExpired(_)
            | What::WaiverUnexplained
            | What::WaiverNotAllowed
            | What::WaiverExpired(_)
            | What::Overdue(_) => finding
                .criterion
                .as_ref()
                .map_or(Line::new(Meaning::Body), |id| self.title(&Key::Criterion(id.clone()))),
        }
    }

    /// Findings, each with its mark; those of a criterion without repeating it.
    pub(super) fn findings(self, of: Option<&Id>) -> Vec<Item<'a>> {
        let own = self.card.findings.iter().filter(|finding| finding.criterion.as_ref() == of);
        let line = |finding| Line::said(&said_of(&self.card.checklist, finding, self.lang));
        own.map(|finding| Item::marked(WARNING, line(finding))).collect()
    }

    /// An item with what is said of it.
    pub(super) fn item<'k>(self, key: &'k Key) -> Told<'a, 'k> {
        Told { of: self, key, entry: self.card.assessment.entry(key) }
    }

    /// A metric's value; its status with the target that it is held against.
    fn measured(self, id: &Id) -> Line<'a> {
        let lang = self.lang;
        let Some(score) = self.card.metric(id) else { return Line::ours(say::metric_no_data(lang)) };
        let unit = self.unit(id);
        let status = wording::metric_status(score.status, lang);
        let Some(value) = score.value else { return Line::ours(status) };
        let held = match score.target {
            Some(target) => say::aside(lang, status, quote(&wording::target(target, unit))),
            None => status.to_owned(),
        };
        self.value(id, Some(value)).and_said(&held)
    }

    /// The target that a metric is held against; where there is none, which way is better.
    pub(super) fn goal(self, id: &Id) -> Line<'a> {
        let target = self.card.metric(id).and_then(|score| score.target);
        match (target, self.card.better(id)) {
            (Some(target), _) => Line::said(&quote(&wording::target(target, self.unit(id)))),
            (None, Some(Better::Higher)) => Line::ours(say::higher_is_better(self.lang)).meaning(Meaning::Muted),
            (None, Some(Better::Lower)) => Line::ours(say::lower_is_better(self.lang)).meaning(Meaning::Muted),
            (None, None) => Line::new(Meaning::Body),
        }
    }

    /// A metric's value, where it has one, and over what time it was measured.
    pub(super) fn value(self, id: &Id, value: Option<f64>) -> Line<'a> {
        let shown = |value| Line::said(&quote(&wording::quantity(value, self.unit(id))));
        let line = value.map_or(Line::new(Meaning::Body), shown);
        let entry = self.card.assessment.entry(&Key::Metric(id.clone()));
        match entry.and_then(|entry| entry.window) {
            Some(window) => line.and_ours(wording::window(window, self.lang)),
            None => line,
        }
    }

    /// The levels that other readings of the answers give, where they differ, each with what it is called.
    pub(super) fn otherwise(self) -> Vec<(&'static str, Level)> {
        let called = |lens| match lens {
            Lens::AsGiven => say::level_column(self.lang),
            Lens::Possible => say::if_unanswered(self.lang),
            Lens::Evidenced => say::if_evidenced(self.lang),
            Lens::WithoutWaivers => say::if_unwaived(self.lang),
        };
        self.card.score.other_readings().map(|(lens, level)| (called(lens), level)).collect()
    }

    /// The chain of a loop, the first link that is not in place marked.
    pub(super) fn chain(self, score: &LoopScore) -> Vec<super::document::Link<'a>> {
        let Some(of) = self.card.checklist.improvement_loop(&score.id) else { return Vec::new() };
        let link = |step: &'a crate::model::checklist::LoopStep| super::document::Link {
            line: Line::theirs(step.title.get(self.lang)),
            broken: (score.broken_at.as_ref() == Some(&step.id)).then(|| say::broken_here(self.lang)),
        };
        of.steps.iter().map(link).collect()
    }

    /// Linked items under a title, each with what was said of it.
    pub(super) fn linked(self, keys: impl Iterator<Item = Key>) -> Vec<Item<'a>> {
        keys.map(|key| {
            let told = self.item(&key);
            Item::marked(told.mark(), self.title(&key).and(told.said())).of(key)
        })
        .collect()
    }
}

/// A finding in one sentence, titles quoted; it does not repeat the criterion that it belongs to.
fn said_of(checklist: &Checklist, finding: &Finding, lang: Lang) -> String {
    let titled = |key: Key| quote(&wording::title(checklist, &key, lang));
    match &finding.what {
        What::DeliverableMissing(id) => say::finding_deliverable_missing(lang, titled(Key::Deliverable(id.clone()))),
        What::MetricOffTarget(id) => say::finding_metric_off_target(lang, titled(Key::Metric(id.clone()))),
        What::PracticesMissing(ids) => {
            let names: Vec<String> = ids.iter().map(|id| titled(Key::Practice(id.clone()))).collect();
            say::finding_practices_missing(lang, names.join(say::comma(lang)))
        }
        What::EvidenceMissing => say::finding_evidence_missing(lang).to_owned(),
        What::EvidenceExpired(reference) => say::finding_evidence_expired(lang, quote(reference)),
        What::WaiverUnexplained => say::finding_waiver_unexplained(lang).to_owned(),
        What::WaiverNotAllowed => say::finding_waiver_not_allowed(lang).to_owned(),
        What::WaiverExpired(day) => say::finding_waiver_expired(lang, day),
        What::Overdue(day) => say::finding_overdue(lang, day),
        What::UnknownItem(key, Some(now)) => say::finding_renamed(lang, quote(&key.to_string()), now),
        What::UnknownItem(key, None) => say::finding_unknown_id(lang, quote(&key.to_string())),
        What::UnknownProfile(id) => say::finding_unknown_id(lang, quote(id.as_str())),
        What::ChecklistChanged(version) => say::finding_checklist_changed(lang, quote(version)),
    }
}

/// What kind of finding it is, in a word or two.
pub(super) const fn finding_kind(code: Code, lang: Lang) -> &'static str {
    match code {
        Code::DeliverableMissing => say::kind_deliverable_missing(lang),
        Code::MetricOffTarget => say::metric_off_target(lang),
        Code::PracticesMissing => say::kind_practices_missing(lang),
        Code::EvidenceMissing => say::kind_evidence_missing(lang),
        Code::EvidenceExpired => say::kind_evidence_expired(lang),
        Code::WaiverUnexplained => say::kind_waiver_unexplained(lang),
        Code::WaiverNotAllowed => say::kind_waiver_not_allowed(lang),
        Code::WaiverExpired => say::kind_waiver_expired(lang),
        Code::Overdue => say::overdue(lang),
        Code::UnknownId => say::kind_unknown(lang),
        Code::ChecklistChanged => say::kind_checklist_changed(lang),
    }
}

/// A finding with the criterion that it speaks of, in one sentence.
pub(crate) fn finding(card: &Scorecard, finding: &Finding, lang: Lang) -> String {
    Of { card, lang }.finding(finding).plain(lang)
}

/// What is said of an item, if anything is: the answer or the value with its day, how old it is where it was carried over,
/// and what stands beside it.
pub(crate) fn told<'a>(card: &'a Scorecard, key: &Key, lang: Lang) -> Document<'a> {
    let told = Of { card, lang }.item(key);
    let mut page = Document::default();
    let Some(entry) = told.entry else { return page };
    let label = if matches!(key, Key::Metric(_)) { say::value(lang) } else { say::answer(lang) };
    let mut facts = vec![Fact::new(label, told.said())];
    if let (Some(target), Key::Metric(id)) = (entry.target, key) {
        let target = quote(&wording::target(target, told.of.unit(id)));
        facts.push(Fact::new(say::target(lang), Line::said(&target).and_ours(say::own_target(lang))));
    }
    page.push(Facts::new(facts));
    if let Some(days) = card.carried_days(key) {
        page.push(Line::ours(say::carried(lang, days)).meaning(Meaning::Partial));
    }
    page.blocks.extend(told.details());
    page
}

/// The mark of what is to be looked at.
pub(super) const WARNING: Mark = ("!", Meaning::Warning);

/// The sign of what went up, or is better.
pub(super) const UP: Mark = ("↑", Meaning::Met);

/// The sign of what went down, or is worse.
pub(super) const DOWN: Mark = ("↓", Meaning::Blocked);

/// The mark of an entry of a list.
pub(super) const DASH: Mark = ("-", Meaning::Muted);

/// How many of a level's applicable criteria are met, and how many are waived; `bare` under a title that says so.
pub(super) fn met(score: &LevelScore, bare: bool, lang: Lang) -> String {
    let (met, applicable, waived) = score.counts();
    let met = if bare { say::met_of(lang, met, applicable) } else { say::criteria_met(lang, met, applicable) };
    if waived > 0 { say::aside(lang, met, say::waived_count(lang, waived)) } else { met }
}

/// The level of an area of how many; of one without criteria how its practices stand.
pub(super) fn area_level(card: &Scorecard, score: &AreaScore, lang: Lang) -> String {
    let level = own_level(score, lang);
    match card.assessment.area_targets.get(&score.id) {
        Some(target) => say::aside(lang, level, say::area_target(lang, target)),
        None => level,
    }
}

fn own_level(score: &AreaScore, lang: Lang) -> String {
    match (score.grade(), score.max_level, score.practices.percent()) {
        (Some(grade), Some(max), _) => {
            let stands = wording::stands_at(grade, max, lang);
            let gate = grade.score.map(|_| say::by_gate(lang, grade.level));
            gate.map_or(stands.clone(), |gate| say::aside(lang, stands, gate))
        }
        (.., Some(percent)) => say::no_criteria_practices(lang, say::percent(lang, percent)),
        _ => say::passed_over(lang).to_owned(),
    }
}

/// The mark of any item: its answer's, or of a metric how it stands.
pub(crate) fn item_mark(card: &Scorecard, key: &Key) -> Mark {
    match key {
        Key::Metric(id) => card.metric(id).map_or(mark(None), |score| metric_mark(score.status)),
        Key::Criterion(_) | Key::Deliverable(_) | Key::Practice(_) | Key::Step(..) => mark(card.given(key)),
    }
}

/// The mark of a metric's status; one without a target is judged by nobody.
pub(crate) const fn metric_mark(status: MetricStatus) -> Mark {
    match status {
        MetricStatus::OnTarget => mark(Some(Worth::Met)),
        MetricStatus::OffTarget => mark(Some(Worth::Unmet)),
        MetricStatus::Tracked => ("=", Meaning::Body),
        MetricStatus::NoData => mark(None),
    }
}

/// The mark of something that is so or not.
pub(super) const fn state_mark(holds: bool) -> Mark {
    mark(Some(if holds { Worth::Met } else { Worth::Unmet }))
}

/// The mark of how many are met: of all, of some or a part of some, of none.
pub(super) const fn share_mark(counted: InLevel) -> Mark {
    mark(Some(if counted.met == counted.applicable {
        Worth::Met
    } else if counted.met > 0 || counted.percent > 0 {
        Worth::Part
    } else {
        Worth::Unmet
    }))
}

/// A cell of our own words, in the meaning of a mark.
pub(super) fn state(words: &str, mark: Mark) -> Cell<'_> {
    Line::ours(words).meaning(mark.1).into()
}

/// What there is to say of a criterion of which no practice is left to do: that they are in place, where it has any, and that
/// its remedy is left, where it has one.
pub(super) fn in_place(criterion: &Criterion, lang: Lang) -> Option<&'static str> {
    match (criterion.practices.is_empty(), &criterion.remedy) {
        (true, _) => None,
        (false, Some(_)) => Some(say::plan_remedy_alone(lang)),
        (false, None) => Some(say::practices_in_place(lang)),
    }
}

/// What it takes, where a title says that this is effort.
pub(crate) const fn effort(effort: Effort, lang: Lang) -> &'static str {
    match effort {
        Effort::Low => say::low(lang),
        Effort::Medium => say::medium(lang),
        Effort::High => say::high(lang),
    }
}

/// How a metric stands, short enough for a column.
pub(crate) const fn metric_state(status: MetricStatus, lang: Lang) -> &'static str {
    match status {
        MetricStatus::Tracked => say::metric_short_tracked(lang),
        MetricStatus::OnTarget | MetricStatus::OffTarget | MetricStatus::NoData => wording::metric_status(status, lang),
    }
}

/// Whether and why a level is or is not achieved, in a word or two.
pub(super) const fn level_state(state: LevelState, lang: Lang) -> &'static str {
    match state {
        LevelState::Achieved => say::achieved(lang),
        LevelState::HeldBack => say::held_back(lang),
        LevelState::AllWaived => say::waived_whole(lang),
        LevelState::Blocked => say::not_achieved(lang),
    }
}

/// A piece of evidence, its reference first; a warning where it is not valid on `day`.
pub(super) fn evidence_line(evidence: &Evidence, day: jiff::civil::Date, lang: Lang) -> Line<'_> {
    let mut line = reference(evidence);
    if let Some(date) = evidence.date {
        line = line.and_ours(date.to_string());
    }
    if let Some(by) = &evidence.by {
        line = line.and_said(&say::evidence_by_whom(lang, quote(by)));
    }
    if let Some(expires) = evidence.expires {
        let said = if expires < day { say::evidence_expired_on } else { say::evidence_until };
        line = line.and_ours(said(lang, expires));
    }
    line.meaning(if evidence.is_valid_on(day) { Meaning::Body } else { Meaning::Warning })
}

/// What a piece of evidence refers to.
fn reference(evidence: &Evidence) -> Line<'_> {
    Line::new(Meaning::Body).then(super::document::Clean::one_line(&evidence.reference), Voice::Address)
}

/// The same with whoever gave it.
pub(super) fn evidence_reference(evidence: &Evidence, lang: Lang) -> Line<'_> {
    let line = reference(evidence);
    evidence.by.as_ref().map_or(line.clone(), |by| line.and_said(&say::evidence_by_whom(lang, quote(by))))
}

/// A piece of evidence as an item of a list, its mark whether it is valid.
pub(crate) fn evidence_item(evidence: &Evidence, day: jiff::civil::Date, lang: Lang) -> Item<'_> {
    let line = evidence_line(evidence, day, lang).meaning(Meaning::Body);
    Item::marked(state_mark(evidence.is_valid_on(day)), line)
}

/// Linked items in a row, each with its mark.
pub(super) fn listed_with_marks<'a>(of: Of<'a>, keys: &[Key]) -> Line<'a> {
    let line = Line::new(Meaning::Body).joined(Joint::Semicolon);
    keys.iter().fold(line, |line, key| line.and_ours(of.mark(key).0).then_ours(" ").join(of.title(key)))
}

/// Titles in a row, as the language separates them.
pub(super) fn listed<'a>(titles: impl Iterator<Item = Line<'a>>) -> Line<'a> {
    titles.fold(Line::new(Meaning::Body).joined(Joint::Semicolon), Line::and)
}
