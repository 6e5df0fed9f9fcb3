//! One value with everything that a screen or a report shows of an assessment.

use std::sync::Arc;

use crate::findings::{self, Code, Finding};
use crate::model::{Assessment, Checklist, Level};
use crate::plan::{self, Plan};
use crate::scoring::{self, Score};

/// An assessment, its checklist, and all that follows from the two.
#[derive(Clone, Debug)]
pub struct Scorecard {
    /// The checklist.
    pub checklist: Arc<Checklist>,
    /// The answers.
    pub assessment: Assessment,
    /// The score.
    pub score: Score,
    /// The contradictions.
    pub findings: Vec<Finding>,
    /// The way to the target level.
    pub plan: Plan,
}

impl Scorecard {
    /// Everything that follows from the answers, with `target` in place of the assessment's own target level, where
    /// there is one.
    pub fn new(checklist: Arc<Checklist>, assessment: Assessment, target: Option<Level>) -> Self {
        let score = scoring::score_to(&checklist, &assessment, target);
        let findings = findings::find(&checklist, &assessment);
        let plan = plan::plan(&checklist, &assessment, score.target_level);
        Self { checklist, assessment, score, findings, plan }
    }

    /// Whether the checklist is another one than the one that was answered.
    pub fn checklist_changed(&self) -> bool {
        self.findings.iter().any(|finding| finding.code == Code::ChecklistChanged)
    }
}
