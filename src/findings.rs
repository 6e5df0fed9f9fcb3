//! Contradictions between claims, deliverables, practices, metrics and evidence, which a questionnaire alone hides.

use crate::model::{Id, Section};

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
