//! One value with everything that a screen or a report shows of an assessment.

use std::sync::Arc;

use crate::findings::{self, Finding};
use crate::i18n::Lang;
use crate::model::checklist::{Better, Criterion, Target};
use crate::model::{Answer, Assessment, Checklist, Counted, Entry, Id, Key, Level, Worth};
use crate::plan::{self, Action, Gap, Plan, Step};
use crate::reading::{self, Certainty, Reading};
use crate::scoring::{self, Credit, MetricScore, MetricStatus, Score};

/// How many things to do first are named.
const FIRST: usize = 5;

/// An assessment, its checklist, and all that follows from the two.
#[derive(Clone, Debug)]
pub struct Scorecard {
    /// What the checklist asks of the assessment's profile.
    pub checklist: Arc<Checklist>,
    /// The whole checklist.
    whole: Arc<Checklist>,
    /// The answers.
    pub assessment: Assessment,
    /// How surely the checklist is the text that was answered.
    pub certainty: Certainty,
    /// Which answers were read under another key than they are written under.
    moved: Vec<(Key, Key)>,
    /// The score.
    pub score: Score,
    /// The contradictions.
    pub findings: Vec<Finding>,
    /// The way to the target level.
    pub plan: Plan,
}

/// How an item counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemStatus {
    /// A yes.
    Met,
    /// Left out, where that is allowed.
    Waived,
    /// Partial, no, or waived where that is not allowed.
    NotMet,
    /// Without an answer.
    Unanswered,
    /// A metric, against its target.
    Measured(MetricStatus),
    /// An answer to what the checklist does not have: kept, not scored.
    Unknown,
}

/// One of the things to do first.
#[derive(Clone, Copy, Debug)]
pub enum First<'a> {
    /// A practice that helps to close gaps.
    Action(&'a Action),
    /// A gap that no practice closes, only its remedy.
    Remedy(&'a Gap),
}

/// An area or a role, and how far it has come.
#[derive(Clone, Copy, Debug)]
pub enum Axis<'a> {
    /// An area: by its criteria, where none applies by its practices; in whole per cent.
    Area(&'a Id, u32),
    /// A role, by its practices; in whole per cent.
    Role(&'a Id, u32),
}

/// How many items of some kind are met, of those that apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InLevel {
    /// Met.
    pub met: usize,
    /// Not waived.
    pub applicable: usize,
    /// How far they have come, in whole per cent; 0 where none applies.
    pub percent: u32,
}

impl FromIterator<Option<Counted>> for InLevel {
    fn from_iter<T: IntoIterator<Item = Option<Counted>>>(counted: T) -> Self {
        let mut met = 0;
        let is_met = |counted: Counted| counted.worth == Worth::Met;
        let credit: Credit =
            counted.into_iter().inspect(|counted| met += usize::from(counted.is_some_and(is_met))).collect();
        let applicable = usize::try_from(credit.applicable()).unwrap_or(usize::MAX);
        Self { met, applicable, percent: credit.percent().unwrap_or_default() }
    }
}

impl Scorecard {
    /// Everything that follows from the answers, with `target` in place of the assessment's own target level, where
    /// there is one.
    pub fn new(reading: Reading, target: Option<Level>) -> Self {
        let Reading { checklist, whole, assessment, certainty, moved } = reading;
        let score = scoring::score_to(&checklist, &assessment, target);
        let findings = findings::find(&checklist, &assessment);
        let plan = plan::plan(&checklist, &assessment, score.target_level);
        Self { checklist, whole, assessment, certainty, moved, score, findings, plan }
    }

    /// The same with other answers, read alike.
    #[must_use]
    pub fn revised(&self, assessment: Assessment) -> Self {
        let same = assessment.profile == self.assessment.profile;
        let checklist = if same { Arc::clone(&self.checklist) } else { reading::asked(&self.whole, &assessment) };
        let (whole, certainty, moved) = (Arc::clone(&self.whole), self.certainty, self.moved.clone());
        Self::new(Reading { checklist, whole, assessment, certainty, moved }, None)
    }

    /// The scorecard of what its file says now, read by the same text; `None` where that is what is scored already.
    pub fn reread(&self, written: Assessment) -> Option<Self> {
        let reading = Reading::new(Arc::clone(&self.whole), written);
        (reading.assessment != self.assessment).then(|| Self::new(reading, None))
    }

    /// The answers as they are to be written into their file, which says `file` so far: one that was read under another
    /// key stays where it is, unless it is another one now.
    pub fn written(&self, file: &Assessment) -> Assessment {
        reading::written(&self.assessment, &self.moved, file)
    }

    /// Whether the text that was answered is not to be found, and it is read by another one.
    pub fn checklist_changed(&self) -> bool {
        self.certainty != Certainty::Exact
    }

    /// How an item counts.
    pub fn status(&self, key: &Key) -> ItemStatus {
        if !self.checklist.knows(key) {
            return ItemStatus::Unknown;
        }
        if let Key::Metric(id) = key {
            return self.metric(id).map_or(ItemStatus::Unknown, |score| ItemStatus::Measured(score.status));
        }
        match self.counts_as(key, self.assessment.answer(key)).map(|counted| counted.worth) {
            Some(Worth::Met) => ItemStatus::Met,
            Some(Worth::Waived) => ItemStatus::Waived,
            Some(Worth::Part | Worth::Unmet) => ItemStatus::NotMet,
            None => ItemStatus::Unanswered,
        }
    }

    /// How what was answered to an item stands, before it is asked whether it may be left out.
    pub fn given(&self, key: &Key) -> Option<Worth> {
        self.given_by(key, self.assessment.answer(key))
    }

    /// The same of an answer to it.
    pub fn given_by(&self, key: &Key, answer: Option<Answer>) -> Option<Worth> {
        self.checklist.scale_of(key).counts(answer?).map(|counted| counted.worth)
    }

    /// A metric's value, target and how it stands; `None` where the checklist does not have it.
    pub fn metric(&self, id: &Id) -> Option<MetricScore> {
        self.checklist.metric(id).map(|metric| scoring::metric(metric, &self.assessment))
    }

    /// What a metric is measured in: as the team says, else the checklist; empty where nothing is said.
    pub fn unit(&self, id: &Id, lang: Lang) -> &str {
        self.own_unit(id).unwrap_or_else(|| self.checklist.unit(id, lang))
    }

    /// What the team says that a metric is measured in, if it does.
    pub fn own_unit(&self, id: &Id) -> Option<&str> {
        self.assessment.entry(&Key::Metric(id.clone()))?.unit.as_deref()
    }

    /// The value that somebody typed for a metric, its unit left out; `None` for anything but a finite number.
    pub fn read_value(&self, id: &Id, typed: &str) -> Option<f64> {
        self.checklist.metric(id)?.read(typed, self.own_unit(id))
    }

    /// Whether a value of a metric is more likely a slip than a measurement.
    pub fn doubts(&self, id: &Id, value: f64) -> bool {
        self.checklist.metric(id).is_some_and(|metric| metric.doubts(value, self.own_unit(id)))
    }

    /// The way in which a metric is better: as the checklist says, else the way of the target that it is held against; `None`
    /// where nothing says.
    pub fn better(&self, id: &Id) -> Option<Better> {
        self.checklist.metric(id).and_then(|metric| metric.better.or(self.metric(id)?.target.map(Target::better)))
    }

    /// Whether an item is due before the assessment's date and is not met.
    pub fn is_overdue(&self, key: &Key) -> bool {
        self.assessment.entry(key).is_some_and(|entry| self.is_overdue_by(key, entry))
    }

    /// The same by what is said of it.
    pub fn is_overdue_by(&self, key: &Key, entry: &Entry) -> bool {
        scoring::is_overdue(&self.assessment, entry, self.counts_as(key, entry.answer_on(self.assessment.date)))
    }

    /// The items of the checklist that were due before the assessment's date and are not met.
    pub fn late(&self) -> impl Iterator<Item = &Key> {
        let known = self.assessment.entries().filter(|(key, _)| self.checklist.knows(key));
        known.filter(|(key, entry)| self.is_overdue_by(key, entry)).map(|(key, _)| key)
    }

    /// How many days before the assessment's own day a carried answer was given; `None` for an answer that is not carried.
    pub fn carried_days(&self, key: &Key) -> Option<i32> {
        let answered = self.assessment.entry(key)?.answered.filter(|_| self.assessment.is_carried(key))?;
        answered.until(self.assessment.date).ok().map(|age| age.get_days())
    }

    /// What an answer to an item counts as.
    fn counts_as(&self, key: &Key, answer: Option<Answer>) -> Option<Counted> {
        scoring::counts_as(&self.checklist, key, answer)
    }

    /// Every item that was left out, in checklist order.
    pub fn waived(&self) -> Vec<Key> {
        self.checklist.keys().filter(|key| self.assessment.answer(key).is_some_and(Answer::is_na)).collect()
    }

    /// How many criteria are met, of an area or of all, at a level or at all.
    pub fn criteria_in(&self, area: Option<&Id>, level: Option<Level>) -> InLevel {
        let own: Vec<&Criterion> = match area {
            Some(area) => self.checklist.criteria_in(area).collect(),
            None => self.checklist.parts().criteria.iter().collect(),
        };
        let own = own.into_iter().filter(|item| level.is_none_or(|level| item.level == level));
        own.map(|item| scoring::effective(&self.checklist, item, &self.assessment)).collect()
    }

    /// How many practices of an area's roles are in place.
    pub fn practices_in(&self, area: &Id) -> InLevel {
        let roles = self.checklist.parts().roles.iter().filter(|role| role.area.as_ref() == Some(area));
        let practices = roles.flat_map(|role| self.checklist.practices_of(&role.id));
        let keys = practices.map(|item| Key::Practice(item.id.clone()));
        keys.map(|key| self.counts_as(&key, self.assessment.answer(&key))).collect()
    }

    /// Answers to what the checklist does not have.
    pub fn retired(&self) -> impl Iterator<Item = (&Key, &Entry)> {
        self.assessment.entries().filter(|(key, _)| !self.checklist.knows(key) && !self.checklist.asks_elsewhere(key))
    }

    /// The way from the answers to the top, a level a step.
    pub fn steps(&self) -> Vec<Step<'_>> {
        plan::steps(&self.checklist, &self.assessment, &self.score)
    }

    /// What to do first: the actions that serve most gaps, then the gaps that only their remedy closes; at most five.
    pub fn first(&self) -> impl Iterator<Item = First<'_>> {
        let alone = self.plan.gaps.iter().filter(|gap| gap.actions.is_empty());
        self.plan.actions.iter().map(First::Action).chain(alone.map(First::Remedy)).take(FIRST)
    }

    /// Every area and role of which there is something to say, in checklist order.
    pub fn axes(&self) -> impl Iterator<Item = Axis<'_>> {
        let areas = self
            .score
            .areas
            .iter()
            .filter_map(|score| Some(Axis::Area(&score.id, score.credit.percent().or(score.practices.percent())?)));
        let roles = self.score.roles.iter().filter_map(|score| Some(Axis::Role(&score.id, score.credit.percent()?)));
        areas.chain(roles)
    }
}
