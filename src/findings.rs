//! Contradictions between claims, deliverables, practices, metrics and evidence, which a questionnaire alone hides.

use crate::model::checklist::Criterion;
use crate::model::{Answer, Assessment, Checklist, Entry, Id, Key, Section};
use crate::scoring::{self, MetricStatus, each_once, effective, is_overdue};

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
    /// A gap's due date is past.
    Overdue,
    /// An answer to something that the checklist does not have; kept, never scored.
    UnknownId,
    /// The checklist is not the one that was answered.
    ChecklistChanged,
}

/// One contradiction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind it is.
    pub code: Code,
    /// The criterion that it speaks of.
    pub criterion: Option<Id>,
    /// What contradicts it: the deliverable, metric, practice, unknown id; the evidence's reference; the date that is past.
    pub about: Option<String>,
    /// The section of an unknown id.
    pub section: Option<Section>,
    /// An unknown id's present id, where the checklist says that it was renamed.
    pub now: Option<Id>,
}

impl Finding {
    fn on(criterion: &Criterion, code: Code, about: Option<String>) -> Self {
        Self { code, criterion: Some(criterion.id.clone()), about, section: None, now: None }
    }

    fn beside_criteria(code: Code, about: impl Into<String>) -> Self {
        Self { code, criterion: None, about: Some(about.into()), section: None, now: None }
    }
}

/// Every contradiction: criterion by criterion in checklist order, each in the order of [`Code`]; then what the
/// checklist does not know, a profile last; then whether the checklist changed.
pub fn find(checklist: &Checklist, assessment: &Assessment) -> Vec<Finding> {
    let mut findings = Vec::new();
    for criterion in &checklist.parts().criteria {
        let entry = assessment.entry(&Key::Criterion(criterion.id.clone()));
        if entry.is_some_and(|entry| entry.answer == Some(Answer::Yes)) {
            against_a_yes(checklist, assessment, criterion, &mut findings);
        }
        if let Some(entry) = entry {
            in_the_entry(assessment, criterion, entry, &mut findings);
        }
    }
    for (key, _) in assessment.entries().filter(|(key, _)| !checklist.knows(key)) {
        let unknown = Finding::beside_criteria(Code::UnknownId, key.to_string());
        findings.push(Finding { section: Some(key.section()), now: present_id(checklist, key), ..unknown });
    }
    if let Some(profile) = assessment.profile.as_ref().filter(|id| checklist.profile(id).is_none()) {
        findings.push(Finding::beside_criteria(Code::UnknownId, profile.as_str()));
    }
    let answered = &assessment.checklist;
    if answered.digest.as_ref().is_some_and(|digest| digest != checklist.digest()) {
        findings.push(Finding::beside_criteria(Code::ChecklistChanged, answered.version.as_str()));
    }
    findings
}

/// What the rest of the assessment says against a yes.
fn against_a_yes(checklist: &Checklist, assessment: &Assessment, criterion: &Criterion, findings: &mut Vec<Finding>) {
    for id in each_once(&criterion.deliverables) {
        if assessment.answer(&Key::Deliverable(id.clone())) == Some(Answer::No) {
            findings.push(Finding::on(criterion, Code::DeliverableMissing, Some(id.to_string())));
        }
    }
    for metric in each_once(&criterion.metrics).filter_map(|id| checklist.metric(id)) {
        if scoring::metric(metric, assessment).status == MetricStatus::OffTarget {
            findings.push(Finding::on(criterion, Code::MetricOffTarget, Some(metric.id.to_string())));
        }
    }
    let practices: Vec<(&Id, Option<Answer>)> =
        each_once(&criterion.practices).map(|id| (id, assessment.answer(&Key::Practice(id.clone())))).collect();
    let begun = practices.iter().any(|(_, answer)| matches!(answer, Some(Answer::Yes | Answer::Partial)));
    let missing: Vec<&str> =
        practices.iter().filter(|(_, answer)| *answer == Some(Answer::No)).map(|(id, _)| id.as_str()).collect();
    if !begun && !missing.is_empty() {
        findings.push(Finding::on(criterion, Code::PracticesMissing, Some(missing.join(", "))));
    }
}

/// What an entry says against itself.
fn in_the_entry(assessment: &Assessment, criterion: &Criterion, entry: &Entry, findings: &mut Vec<Finding>) {
    match entry.answer {
        Some(Answer::Yes) => findings.extend(evidence(assessment, criterion, entry)),
        Some(Answer::Na) if !criterion.na_allowed => {
            findings.push(Finding::on(criterion, Code::WaiverNotAllowed, None));
        }
        Some(Answer::Na) if entry.reason.is_none() => {
            findings.push(Finding::on(criterion, Code::WaiverUnexplained, None));
        }
        Some(Answer::Na | Answer::Partial | Answer::No) | None => {}
    }
    if is_overdue(assessment, entry, effective(criterion, assessment)) {
        findings.push(Finding::on(criterion, Code::Overdue, entry.due.map(|due| due.to_string())));
    }
}

/// What is wrong with the evidence of a yes.
fn evidence(assessment: &Assessment, criterion: &Criterion, entry: &Entry) -> Option<Finding> {
    let given = || entry.evidence.iter().filter(|evidence| !evidence.is_blank());
    // Of those that expired last, the first one written.
    let Some(latest) = given().rev().max_by_key(|evidence| evidence.expires) else {
        return criterion.evidence_required.then(|| Finding::on(criterion, Code::EvidenceMissing, None));
    };
    let expired = given().all(|evidence| !evidence.is_valid_on(assessment.date));
    expired.then(|| Finding::on(criterion, Code::EvidenceExpired, Some(latest.reference.clone())))
}

/// The id that the checklist has now for what it once had under `key`.
fn present_id(checklist: &Checklist, key: &Key) -> Option<Id> {
    fn find<'a, T: 'a>(items: &'a [T], former: &Id, ids: impl Fn(&'a T) -> (&'a Id, &'a [Id])) -> Option<Id> {
        items.iter().map(ids).find(|(_, formerly)| formerly.contains(former)).map(|(id, _)| id.clone())
    }
    let parts = checklist.parts();
    match key {
        Key::Criterion(id) => find(&parts.criteria, id, |item| (&item.id, &item.formerly)),
        Key::Deliverable(id) => find(&parts.deliverables, id, |item| (&item.id, &item.formerly)),
        Key::Practice(id) => find(&parts.practices, id, |item| (&item.id, &item.formerly)),
        Key::Metric(_) | Key::Step(..) => None,
    }
}
