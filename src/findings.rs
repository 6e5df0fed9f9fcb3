//! Contradictions between claims, deliverables, practices, metrics and evidence, which a questionnaire alone hides.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::model::checklist::Criterion;
use crate::model::{Answer, Assessment, Checklist, Counted, Entry, Id, Key, Worth};
use crate::reading::Certainty;
use crate::scoring::{self, MetricStatus, counts_as, each_once, effective, is_overdue};

/// What kind of contradiction it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// A criterion is a yes, and a deliverable that proves it is missing.
    DeliverableMissing,
    /// A criterion is a yes, and a metric that shows it is off target.
    MetricOffTarget,
    /// A criterion is a yes, at least one of its practices is a no, and none is a yes or partial.
    PracticesMissing,
    /// A yes that needs evidence has none.
    EvidenceMissing,
    /// All evidence of a yes has expired.
    EvidenceExpired,
    /// A criterion is waived without a reason.
    WaiverUnexplained,
    /// A criterion is waived that must not be; it counts as no.
    WaiverNotAllowed,
    /// The last day of a waiver is past; it counts as unanswered.
    WaiverExpired,
    /// A gap's due date is past.
    Overdue,
    /// An answer to something that the checklist does not have; kept, never scored.
    UnknownId,
    /// The text that was answered is not to be found.
    ChecklistChanged,
}

/// One contradiction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The criterion that it speaks of.
    pub criterion: Option<Id>,
    /// What it says.
    pub what: What,
}

/// What contradicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// [`Code::DeliverableMissing`]: this deliverable.
    DeliverableMissing(Id),
    /// [`Code::MetricOffTarget`]: this metric.
    MetricOffTarget(Id),
    /// [`Code::PracticesMissing`]: the practices that are a no.
    PracticesMissing(Vec<Id>),
    /// [`Code::EvidenceMissing`].
    EvidenceMissing,
    /// [`Code::EvidenceExpired`]: what the evidence that expired last refers to.
    EvidenceExpired(String),
    /// [`Code::WaiverUnexplained`].
    WaiverUnexplained,
    /// [`Code::WaiverNotAllowed`].
    WaiverNotAllowed,
    /// [`Code::WaiverExpired`]: the day that is past.
    WaiverExpired(Date),
    /// [`Code::Overdue`]: the day that is past.
    Overdue(Date),
    /// [`Code::UnknownId`]: an answer under this key; and the key that the checklist has for it now, if it was renamed.
    UnknownItem(Key, Option<Key>),
    /// [`Code::UnknownId`]: a profile.
    UnknownProfile(Id),
    /// [`Code::ChecklistChanged`]: the version that was answered.
    ChecklistChanged(String),
}

impl What {
    /// The kind of contradiction that it is.
    pub const fn code(&self) -> Code {
        match self {
            Self::DeliverableMissing(_) => Code::DeliverableMissing,
            Self::MetricOffTarget(_) => Code::MetricOffTarget,
            Self::PracticesMissing(_) => Code::PracticesMissing,
            Self::EvidenceMissing => Code::EvidenceMissing,
            Self::EvidenceExpired(_) => Code::EvidenceExpired,
            Self::WaiverUnexplained => Code::WaiverUnexplained,
            Self::WaiverNotAllowed => Code::WaiverNotAllowed,
            Self::WaiverExpired(_) => Code::WaiverExpired,
            Self::Overdue(_) => Code::Overdue,
            Self::UnknownItem(..) | Self::UnknownProfile(_) => Code::UnknownId,
            Self::ChecklistChanged(_) => Code::ChecklistChanged,
        }
    }

    /// What it is about, as other programs read it: the ids, the reference, the day, the version; `None` where the criterion
    /// is all there is.
    pub fn about(&self) -> Option<String> {
        match self {
            Self::DeliverableMissing(id) | Self::MetricOffTarget(id) | Self::UnknownProfile(id) => Some(id.to_string()),
            Self::PracticesMissing(ids) => Some(ids.iter().map(Id::as_str).collect::<Vec<_>>().join(", ")),
            Self::EvidenceExpired(text) | Self::ChecklistChanged(text) => Some(text.clone()),
            Self::Overdue(day) | Self::WaiverExpired(day) => Some(day.to_string()),
            Self::UnknownItem(key, _) => Some(key.to_string()),
            Self::EvidenceMissing | Self::WaiverUnexplained | Self::WaiverNotAllowed => None,
        }
    }
}

impl Finding {
    /// The item that it is shown with: its criterion, or the answer that the checklist does not know.
    pub fn key(&self) -> Option<Key> {
        match (&self.criterion, &self.what) {
            (Some(id), _) => Some(Key::Criterion(id.clone())),
            (None, What::UnknownItem(key, _)) => Some(key.clone()),
            (None, _) => None,
        }
    }
}

/// Every contradiction: criterion by criterion in checklist order, each in the order of [`Code`]; then what the
/// checklist does not know, a profile last; then whether the text that was answered is not to be found.
pub fn find(checklist: &Checklist, assessment: &Assessment) -> Vec<Finding> {
    let mut findings = Vec::new();
    for criterion in &checklist.parts().criteria {
        let entry = assessment.entry(&Key::Criterion(criterion.id.clone()));
        let mut found = Vec::new();
        let counted = effective(checklist, criterion, assessment);
        if stands(counted) == Some(Worth::Met) {
            against_a_yes(checklist, assessment, criterion, &mut found);
        }
        if let Some(entry) = entry {
            in_the_entry(assessment, criterion, entry, counted, &mut found);
        }
        findings.extend(found.into_iter().map(|what| Finding { criterion: Some(criterion.id.clone()), what }));
    }
    let beside_criteria = unknown(checklist, assessment).into_iter().chain(changed(checklist, assessment));
    findings.extend(beside_criteria.map(|what| Finding { criterion: None, what }));
    findings
}

fn stands(counted: Option<Counted>) -> Option<Worth> {
    counted.map(|counted| counted.worth)
}

/// Answers to what the checklist does not have, and a profile that it does not have.
fn unknown(checklist: &Checklist, assessment: &Assessment) -> Vec<What> {
    let keys: Vec<&Key> = assessment
        .entries()
        .map(|(key, _)| key)
        .filter(|key| !checklist.knows(key) && !checklist.asks_elsewhere(key))
        .collect();
    let now: HashMap<Key, Key> = if keys.is_empty() {
        HashMap::new()
    } else {
        checklist.formerly(&assessment.checklist.version).map(|one| (one.was, one.is)).collect()
    };
    let mut unknown: Vec<What> =
        keys.into_iter().map(|key| What::UnknownItem(key.clone(), now.get(key).cloned())).collect();
    let profile = assessment.profile.as_ref().filter(|id| checklist.profile(id).is_none());
    unknown.extend(profile.cloned().map(What::UnknownProfile));
    unknown
}

fn changed(checklist: &Checklist, assessment: &Assessment) -> Option<What> {
    let answered = &assessment.checklist;
    let is_answered = Certainty::of(answered, checklist) == Certainty::Exact;
    (!is_answered).then(|| What::ChecklistChanged(answered.version.clone()))
}

/// What the rest of the assessment says against a yes.
fn against_a_yes(checklist: &Checklist, assessment: &Assessment, criterion: &Criterion, found: &mut Vec<What>) {
    let worth = |key: Key| stands(counts_as(checklist, &key, assessment.answer(&key)));
    let missing = |id: &&Id| worth(Key::Deliverable(Id::clone(id))) == Some(Worth::Unmet);
    found.extend(each_once(&criterion.deliverables).filter(missing).cloned().map(What::DeliverableMissing));
    let metrics = each_once(&criterion.metrics).filter_map(|id| checklist.metric(id));
    let off = metrics.filter(|metric| scoring::metric(metric, assessment).status == MetricStatus::OffTarget);
    found.extend(off.map(|metric| What::MetricOffTarget(metric.id.clone())));
    let practices: Vec<(&Id, Option<Worth>)> =
        each_once(&criterion.practices).map(|id| (id, worth(Key::Practice(id.clone())))).collect();
    let begun = practices.iter().any(|(_, worth)| matches!(worth, Some(Worth::Met | Worth::Part)));
    let no = practices.into_iter().filter(|(_, worth)| *worth == Some(Worth::Unmet));
    let missing: Vec<Id> = no.map(|(id, _)| id.clone()).collect();
    if !begun && !missing.is_empty() {
        found.push(What::PracticesMissing(missing));
    }
}

/// What an entry says against itself.
fn in_the_entry(
    assessment: &Assessment,
    criterion: &Criterion,
    entry: &Entry,
    counted: Option<Counted>,
    found: &mut Vec<What>,
) {
    let waived = entry.answer().is_some_and(Answer::is_na);
    match stands(counted) {
        Some(Worth::Met) => found.extend(evidence(assessment, criterion, entry)),
        _ if entry.has_lapsed_on(assessment.date) => found.extend(entry.until.map(What::WaiverExpired)),
        _ if waived && !criterion.na_allowed => found.push(What::WaiverNotAllowed),
        _ if waived && entry.reason.is_none() => found.push(What::WaiverUnexplained),
        _ => {}
    }
    if is_overdue(assessment, entry, counted) {
        found.extend(entry.due.map(What::Overdue));
    }
}

/// What is wrong with the evidence of a yes.
fn evidence(assessment: &Assessment, criterion: &Criterion, entry: &Entry) -> Option<What> {
    let given = entry.evidence.iter().filter(|evidence| !evidence.is_blank());
    // Of those that expired last, the first one written.
    let Some(latest) = given.rev().max_by_key(|evidence| evidence.expires) else {
        return criterion.evidence_required.then_some(What::EvidenceMissing);
    };
    (!entry.is_shown_on(assessment.date)).then(|| What::EvidenceExpired(latest.reference.clone()))
}
