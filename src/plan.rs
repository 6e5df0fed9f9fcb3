//! What to do next: the gaps up to the target level, in the order in which to close them, and what closes them.

use jiff::civil::Date;

use crate::model::{Answer, Effort, Id, Level};
use crate::scoring::MetricStatus;

/// The way to the target level.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The level that it leads to.
    pub target_level: Level,
    /// What is not met up to that level: by level, effort, partial before no before unanswered, checklist order.
    pub gaps: Vec<Gap>,
    /// Every action of the gaps once, those that serve most gaps first, else in the order of the gaps.
    pub actions: Vec<Action>,
    /// The roles that the gaps are handed to, in the order of the gaps, each once; only such as somebody covers.
    pub roles: Vec<Id>,
}

/// A criterion that is not met.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The criterion.
    pub criterion: Id,
    /// The level that it gates.
    pub level: Level,
    /// Its answer; `None` while unanswered.
    pub answer: Option<Answer>,
    /// What it takes.
    pub effort: Effort,
    /// Who it is handed to, after the profile; where nobody covers it, the criterion's own role.
    pub role: Option<Id>,
    /// Whether the profile has somebody for it. True without a profile, and for a criterion that names neither role nor area.
    pub covered: bool,
    /// Its practices that are neither yes nor n/a, those that serve most gaps first; where none is left, the remedy alone.
    pub actions: Vec<Action>,
    /// Its deliverables that are neither yes nor n/a.
    pub deliverables: Vec<Id>,
    /// Its metrics that are not on target.
    pub metrics: Vec<(Id, MetricStatus)>,
    /// Where the work is done.
    pub route: Option<Id>,
    /// Who closes it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Date>,
}

/// A practice to put in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The practice.
    pub practice: Id,
    /// How many gaps of the plan it helps to close.
    pub serves: usize,
}
