//! The score item by item: levels, areas, roles, deliverables, metrics, loops, coverage.

use super::gate::{self, effective};
use super::{AreaScore, Coverage, DeliverableScore, LevelScore, LoopScore, MetricScore, MetricStatus, RoleScore};
use crate::model::checklist::{Criterion, Metric};
use crate::model::{Answer, Assessment, Checklist, Entry, Id, Key, Level};

pub(super) fn level(checklist: &Checklist, assessment: &Assessment, level: Level, achieved: bool) -> LevelScore {
    let criteria = checklist.criteria_of(level).map(|item| (&item.id, effective(item, assessment)));
    let answers: Vec<(&Id, Option<Answer>)> = criteria.collect();
    LevelScore {
        level,
        achieved,
        credit: answers.iter().map(|(_, answer)| *answer).collect(),
        total: answers.len(),
        blocking: gate::blocking(&answers),
    }
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

pub(super) fn areas(checklist: &Checklist, assessment: &Assessment) -> Vec<AreaScore> {
    let parts = checklist.parts();
    let score = |id: &Id| {
        let own: Vec<&Criterion> = parts.criteria.iter().filter(|item| item.area.as_ref() == Some(id)).collect();
        let max_level = own.iter().map(|item| item.level).max();
        AreaScore {
            id: id.clone(),
            level: max_level.map(|_| gate::highest(checklist, Some(id), |item| effective(item, assessment))),
            max_level,
            credit: own.iter().map(|item| effective(item, assessment)).collect(),
            practices: parts
                .roles
                .iter()
                .filter(|role| role.area.as_ref() == Some(id))
                .flat_map(|role| checklist.practices_of(&role.id))
                .map(|item| assessment.answer(&Key::Practice(item.id.clone())))
                .collect(),
        }
    };
    parts.areas.iter().map(|area| score(&area.id)).collect()
}

pub(super) fn roles(checklist: &Checklist, assessment: &Assessment) -> Vec<RoleScore> {
    let score = |id: &Id| {
        let answers: Vec<Option<Answer>> =
            checklist.practices_of(id).map(|item| assessment.answer(&Key::Practice(item.id.clone()))).collect();
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
        let answer = assessment.answer(&Key::Deliverable(item.id.clone()));
        score.total += 1;
        score.answered += usize::from(answer.is_some());
        score.applicable += usize::from(answer != Some(Answer::Na));
        score.ready += usize::from(answer == Some(Answer::Yes));
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
        let answer = |step: &Id| assessment.answer(&Key::Step(of.id.clone(), step.clone()));
        let broken = of.steps.iter().find(|step| answer(&step.id) != Some(Answer::Yes));
        LoopScore {
            id: of.id.clone(),
            broken_at: broken.map(|step| step.id.clone()),
            answered: of.steps.iter().filter(|step| answer(&step.id).is_some()).count(),
            total: of.steps.len(),
        }
    };
    checklist.parts().loops.iter().map(score).collect()
}
