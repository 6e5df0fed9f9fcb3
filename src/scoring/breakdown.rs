//! The score item by item: levels, areas, roles, deliverables, metrics, loops, coverage.

use super::gate::{self, counts_as};
use super::{
    AreaScore, Counts, Coverage, DeliverableScore, LevelScore, LoopScore, MetricScore, MetricStatus, RoleScore,
    by_mean, mean,
};
use crate::model::checklist::{Criterion, Metric};
use crate::model::{Assessment, Checklist, Counted, Entry, Id, Key, Level, Worth};

pub(super) fn level(checklist: &Checklist, counts: Counts<'_>, level: Level, achieved: bool) -> LevelScore {
    let criteria = checklist.criteria_of(level).map(|item| (item, counts(item)));
    let answers: Vec<(&Criterion, Option<Counted>)> = criteria.collect();
    let worth = |wanted| move |(_, counted): &&(_, Option<Counted>)| stands(*counted) == Some(wanted);
    let gating = || answers.iter().filter(|(item, _)| item.gates);
    LevelScore {
        level,
        achieved,
        credit: answers.iter().map(|(_, counted)| *counted).collect(),
        met: answers.iter().filter(worth(Worth::Met)).count(),
        total: answers.len(),
        waived: gating().next().is_some() && gating().all(|(_, counted)| stands(*counted) == Some(Worth::Waived)),
        blocking: gate::blocking(&answers),
    }
}

fn stands(counted: Option<Counted>) -> Option<Worth> {
    counted.map(|counted| counted.worth)
}

pub(super) fn coverage(checklist: &Checklist, assessment: &Assessment) -> Coverage {
    let mut coverage = Coverage::default();
    for criterion in &checklist.parts().criteria {
        let key = Key::Criterion(criterion.id.clone());
        let answered = assessment.answer(&key).is_some();
        coverage.total += 1;
        coverage.answered += usize::from(answered);
        coverage.to_confirm += usize::from(answered && assessment.is_carried(&key));
    }
    coverage
}

pub(super) fn areas(checklist: &Checklist, assessment: &Assessment, counts: Counts<'_>) -> Vec<AreaScore> {
    let parts = checklist.parts();
    let score = |id: &Id| {
        let own: Vec<(&Criterion, Option<Counted>)> =
            checklist.criteria_in(id).map(|item| (item, counts(item))).collect();
        let max_level = own.iter().map(|(item, _)| item.level).max();
        AreaScore {
            id: id.clone(),
            level: max_level.map(|_| gate::highest_of(&own)),
            max_level,
            score: by_mean(checklist).then(|| mean::of_area(checklist, &own)).flatten().map(mean::Fine::rounded),
            credit: own.iter().map(|(_, counted)| *counted).collect(),
            practices: parts
                .roles
                .iter()
                .filter(|role| role.area.as_ref() == Some(id))
                .flat_map(|role| practices(checklist, assessment, &role.id))
                .collect(),
        }
    };
    parts.areas.iter().map(|area| score(&area.id)).collect()
}

/// What the answers to a role's practices count for.
fn practices<'a>(
    checklist: &'a Checklist,
    assessment: &'a Assessment,
    role: &'a Id,
) -> impl Iterator<Item = Option<Counted>> + 'a {
    checklist.practices_of(role).map(move |item| {
        let key = Key::Practice(item.id.clone());
        counts_as(checklist, &key, assessment.answer(&key))
    })
}

pub(super) fn roles(checklist: &Checklist, assessment: &Assessment) -> Vec<RoleScore> {
    let score = |id: &Id| {
        let answers: Vec<Option<Counted>> = practices(checklist, assessment, id).collect();
        RoleScore {
            id: id.clone(),
            credit: answers.iter().copied().collect(),
            answered: answers.iter().flatten().count(),
            total: answers.len(),
        }
    };
    checklist.parts().roles.iter().map(|role| score(&role.id)).collect()
}

pub(super) fn deliverables(checklist: &Checklist, assessment: &Assessment) -> DeliverableScore {
    let mut score = DeliverableScore::default();
    for item in &checklist.parts().deliverables {
        let key = Key::Deliverable(item.id.clone());
        let worth = stands(counts_as(checklist, &key, assessment.answer(&key)));
        score.total += 1;
        score.answered += usize::from(worth.is_some());
        score.applicable += usize::from(worth != Some(Worth::Waived));
        score.ready += usize::from(worth == Some(Worth::Met));
    }
    score
}

/// How a metric stands: its value against the team's own target, else the checklist's.
pub fn metric(metric: &Metric, assessment: &Assessment) -> MetricScore {
    let entry = assessment.entry(&Key::Metric(metric.id.clone()));
    let value = entry.and_then(Entry::value);
    let target = entry.and_then(|entry| entry.target).or(metric.target);
    let status = match (value, target) {
        (None, _) => MetricStatus::NoData,
        (Some(_), None) => MetricStatus::Tracked,
        (Some(value), Some(target)) if target.is_met_by(value) => MetricStatus::OnTarget,
        (Some(_), Some(_)) => MetricStatus::OffTarget,
    };
    MetricScore { id: metric.id.clone(), value, target, status }
}

pub(super) fn loops(checklist: &Checklist, assessment: &Assessment) -> Vec<LoopScore> {
    let score = |of: &crate::model::checklist::Loop| {
        let key = |step: &Id| Key::Step(of.id.clone(), step.clone());
        let counts = |step: &Id| stands(counts_as(checklist, &key(step), assessment.answer(&key(step))));
        let broken = of.steps.iter().find(|step| counts(&step.id) != Some(Worth::Met));
        LoopScore {
            id: of.id.clone(),
            broken_at: broken.map(|step| step.id.clone()),
            answered: of.steps.iter().filter(|step| counts(&step.id).is_some()).count(),
            total: of.steps.len(),
        }
    };
    checklist.parts().loops.iter().map(score).collect()
}
