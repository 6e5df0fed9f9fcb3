//! What to do next: the gaps up to the target level, in the order in which to close them, and what closes them.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::model::checklist::{Criterion, Profile};
use crate::model::{Answer, Assessment, Checklist, Effort, Id, Key, Level};
use crate::scoring::{self, MetricStatus, Score, counts_as, each_once, effective, is_met};

/// The way to the target level.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The level that it leads to.
    pub target_level: Level,
    /// What is not met up to that level, in areas with a target of their own up to that: by level, effort, how much is there,
    /// checklist order; of one level what others come after before them, and what gates nothing last.
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
    /// What it makes sense after and is not met either.
    pub first: Vec<Id>,
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

/// A level on the way up that is not achieved, and what of its own keeps it from being so.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    /// The level.
    pub level: Level,
    /// The criteria that block it, in the order in which to close them.
    pub criteria: Vec<&'a Criterion>,
}

/// The way from the answers to the top: the first step is the shortest way to the next level, the others come after it.
///
/// A level that is waived as a whole is a step of all its criteria, of which one yes is enough.
pub fn steps<'a>(checklist: &'a Checklist, assessment: &Assessment, score: &Score) -> Vec<Step<'a>> {
    let above = score.levels.iter().filter(|level| level.level > score.gate && !level.blocking.is_empty());
    let step = |level: &scoring::LevelScore| {
        let mut criteria: Vec<_> = level.blocking.iter().filter_map(|id| checklist.criterion(id)).collect();
        put_in_order(checklist, &mut criteria, assessment);
        Step { level: level.level, criteria }
    };
    above.map(step).collect()
}

/// The way from the answers to `target_level`.
///
/// A level that is waived as a whole has no gaps and is not achieved all the same: what blocks it stands in the
/// score, and no plan leads past it.
pub fn plan(checklist: &Checklist, assessment: &Assessment, target_level: Level) -> Plan {
    let unmet = unmet(checklist, assessment, target_level);
    let mut serves: HashMap<&Id, usize> = HashMap::new();
    for practice in unmet.iter().flat_map(|criterion| open_practices(checklist, criterion, assessment)) {
        *serves.entry(practice).or_default() += 1;
    }
    let profile = assessment.profile.as_ref().and_then(|id| checklist.profile(id));
    let gaps: Vec<Gap> =
        unmet.iter().map(|criterion| gap(checklist, assessment, profile, &serves, criterion)).collect();
    let mut seen = HashSet::new();
    let mut actions: Vec<Action> =
        gaps.iter().flat_map(|gap| &gap.actions).filter(|action| seen.insert(&action.practice)).cloned().collect();
    lead_with_the_highest(&mut actions);
    let mut seen = HashSet::new();
    let covered = gaps.iter().filter(|gap| gap.covered).filter_map(|gap| gap.role.as_ref());
    let roles = covered.filter(|role| seen.insert(*role)).cloned().collect();
    Plan { target_level, gaps, actions, roles }
}

impl Plan {
    /// The command that staffs the plan with helpers, ready to copy; `None` where no gap has a role.
    pub fn helper_line(&self) -> Option<String> {
        let roles: Vec<&str> = self.roles.iter().map(Id::as_str).collect();
        (!roles.is_empty()).then(|| format!("claude --agents \"{}\"", roles.join(",")))
    }
}

/// The criteria that are not met up to a level, in the order in which to close them.
fn unmet<'a>(checklist: &'a Checklist, assessment: &Assessment, target_level: Level) -> Vec<&'a Criterion> {
    let criteria = checklist.parts().criteria.iter();
    let mut unmet: Vec<&Criterion> = criteria
        .filter(|criterion| criterion.level <= target_of(checklist, assessment, criterion, target_level))
        .filter(|criterion| !is_met(effective(checklist, criterion, assessment)))
        .collect();
    put_in_order(checklist, &mut unmet, assessment);
    unmet
}

/// The level that a criterion's area is to reach: its own target, else that of the area that it is in, else `target_level`.
pub(crate) fn target_of(
    checklist: &Checklist,
    assessment: &Assessment,
    criterion: &Criterion,
    target_level: Level,
) -> Level {
    let up = |id: &&Id| checklist.area(id).and_then(|area| area.parent.as_ref());
    let mut areas = std::iter::successors(criterion.area.as_ref(), up);
    areas.find_map(|area| assessment.area_targets.get(area)).copied().unwrap_or(target_level)
}

/// Puts criteria into the order in which to close them: those that gate before those that do not, by level, effort and how
/// much is there already; of one level what others come after before them.
fn put_in_order(checklist: &Checklist, criteria: &mut Vec<&Criterion>, assessment: &Assessment) {
    // Stable, so that equals stay in checklist order.
    criteria.sort_by_key(|criterion| {
        let counted = effective(checklist, criterion, assessment);
        let credit = counted.map_or(0, |counted| counted.credit);
        (!criterion.gates, criterion.level, criterion.effort, Reverse(credit), counted.is_none())
    });
    let rank = |criterion: &Criterion| (!criterion.gates, criterion.level);
    let place: HashMap<&Id, usize> = criteria.iter().enumerate().map(|(at, one)| (&one.id, at)).collect();
    let mut ordered: Vec<&Criterion> = Vec::new();
    let mut put = vec![false; criteria.len()];
    for at in 0..criteria.len() {
        // What it comes after is put first, and what that comes after before that.
        let mut way = vec![at];
        while let Some(here) = way.last().copied() {
            let Some(one) = criteria.get(here) else { break };
            let before = one.after.iter().filter_map(|id| place.get(id)).copied();
            let mut open = before.filter(|at| {
                let same = criteria.get(*at).is_some_and(|other| rank(other) == rank(one));
                same && !put.get(*at).copied().unwrap_or(true)
            });
            if let Some(before) = open.next() {
                way.push(before);
                continue;
            }
            way.pop();
            if let Some(put) = put.get_mut(here).filter(|put| !**put) {
                *put = true;
                ordered.push(one);
            }
        }
    }
    *criteria = ordered;
}

fn gap(
    checklist: &Checklist,
    assessment: &Assessment,
    profile: Option<&Profile>,
    serves: &HashMap<&Id, usize>,
    criterion: &Criterion,
) -> Gap {
    let entry = assessment.entry(&Key::Criterion(criterion.id.clone()));
    let (role, covered) = hand_over(checklist, profile, criterion);
    let mut actions: Vec<Action> = open_practices(checklist, criterion, assessment)
        .map(|id| Action { practice: id.clone(), serves: serves.get(id).copied().unwrap_or_default() })
        .collect();
    lead_with_the_highest(&mut actions);
    let metrics = each_once(&criterion.metrics).filter_map(|id| checklist.metric(id));
    Gap {
        criterion: criterion.id.clone(),
        level: criterion.level,
        answer: entry.and_then(|entry| entry.answer_on(assessment.date)),
        effort: criterion.effort,
        role: role.cloned(),
        covered,
        first: each_once(&criterion.after)
            .filter(|id| checklist.criterion(id).is_some())
            .filter(|id| is_open(checklist, assessment, &Key::Criterion(Id::clone(id))))
            .cloned()
            .collect(),
        actions,
        deliverables: each_once(&criterion.deliverables)
            .filter(|id| is_open(checklist, assessment, &Key::Deliverable(Id::clone(id))))
            .cloned()
            .collect(),
        metrics: metrics
            .map(|metric| (metric.id.clone(), scoring::metric(metric, assessment).status))
            .filter(|(_, status)| *status != MetricStatus::OnTarget)
            .collect(),
        route: criterion.route.clone(),
        owner: entry.and_then(|entry| entry.owner.clone()),
        due: entry.and_then(|entry| entry.due),
    }
}

/// The practices linked to a criterion that are neither yes nor n/a.
pub(crate) fn open_practices<'a>(
    checklist: &Checklist,
    criterion: &'a Criterion,
    assessment: &Assessment,
) -> impl Iterator<Item = &'a Id> {
    each_once(&criterion.practices).filter(|id| is_open(checklist, assessment, &Key::Practice(Id::clone(id))))
}

fn is_open(checklist: &Checklist, assessment: &Assessment, key: &Key) -> bool {
    !is_met(counts_as(checklist, key, assessment.answer(key)))
}

/// Puts the actions that serve most gaps first; those that serve as many stay in their order.
fn lead_with_the_highest(actions: &mut [Action]) {
    actions.sort_by_key(|action| Reverse(action.serves));
}

/// The role that a gap is handed to, and whether the profile has somebody for it.
///
/// The criterion's own role if the profile has it, else the profile's first role in the same area, else the own role,
/// not covered. Without a profile the own role stands.
fn hand_over<'a>(
    checklist: &'a Checklist,
    profile: Option<&'a Profile>,
    criterion: &'a Criterion,
) -> (Option<&'a Id>, bool) {
    let own = criterion.role.as_ref();
    let area_of = |role: &Id| checklist.role(role).and_then(|role| role.area.as_ref());
    let area = criterion.area.as_ref().or_else(|| own.and_then(area_of));
    let Some(profile) = profile.filter(|_| own.is_some() || area.is_some()) else {
        return (own, true);
    };
    let has_own = profile.roles().find(|role| Some(*role) == own);
    let stands_in = || profile.roles().find(|role| area.is_some() && area_of(role) == area);
    match has_own.or_else(stands_in) {
        Some(role) => (Some(role), true),
        None => (own, false),
    }
}
