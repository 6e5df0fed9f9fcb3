//! One value with everything that a screen or a report shows of an assessment.

use std::sync::Arc;

use crate::findings::Finding;
use crate::model::{Assessment, Checklist};
use crate::plan::Plan;
use crate::scoring::Score;

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
