//! What came and went beside the answers: areas that stand elsewhere, contradictions, gaps.

use super::{AreaChange, Between, Pair, Turnover};
use crate::findings::{Finding, What};
use crate::model::checklist::Criterion;
use crate::model::{Id, Key};
use crate::plan::target_of;
use crate::scorecard::Scorecard;
use crate::scoring::{effective, is_met};

/// The areas whose level or progress differs.
pub(super) fn areas(old: &Scorecard, new: &Scorecard) -> Vec<AreaChange> {
    let of = |card: &Scorecard, id: &Id| {
        let score = card.score.areas.iter().find(|score| score.id == *id);
        (score.and_then(|score| score.level), score.and_then(|score| score.credit.percent()))
    };
    let gone = old.score.areas.iter().filter(|score| new.checklist.area(&score.id).is_none());
    let change = |id: &Id| {
        let (was, is) = (of(old, id), of(new, id));
        (was != is).then(|| AreaChange {
            id: id.clone(),
            level: Pair::of(was.0, is.0),
            progress: Pair::of(was.1, is.1),
        })
    };
    new.score.areas.iter().chain(gone).filter_map(|score| change(&score.id)).collect()
}

/// The contradictions that appeared and that are gone; one whose item is called something else now is the same.
pub(super) fn findings(between: &Between<'_>) -> Turnover<Finding> {
    let mut went: Vec<(Finding, &Finding)> =
        between.old.findings.iter().map(|finding| (as_of_now(between, finding), finding)).collect();
    let mut came = Vec::new();
    for finding in &between.new.findings {
        match went.iter().position(|(now, _)| now == finding) {
            Some(at) => drop(went.remove(at)),
            None => came.push(finding.clone()),
        }
    }
    Turnover { came, went: went.into_iter().map(|(_, finding)| finding.clone()).collect() }
}

/// A finding of the old assessment with the present ids.
fn as_of_now(between: &Between<'_>, finding: &Finding) -> Finding {
    let practice = |id: &Id| match between.present(Key::Practice(id.clone())) {
        Key::Practice(now) => now,
        Key::Criterion(_) | Key::Deliverable(_) | Key::Metric(_) | Key::Step(..) => id.clone(),
    };
    let what = match &finding.what {
        What::DeliverableMissing(id) => match between.present(Key::Deliverable(id.clone())) {
            Key::Deliverable(now) => What::DeliverableMissing(now),
            Key::Criterion(_) | Key::Practice(_) | Key::Metric(_) | Key::Step(..) => finding.what.clone(),
        },
        What::PracticesMissing(ids) => What::PracticesMissing(ids.iter().map(practice).collect()),
        What::MetricOffTarget(_)
        | What::EvidenceMissing
        | What::EvidenceExpired(_)
        | What::WaiverUnexplained
        | What::WaiverNotAllowed
        | What::WaiverExpired(_)
        | What::Overdue(_)
        | What::UnknownItem(..)
        | What::UnknownProfile(_)
        | What::ChecklistChanged(_) => finding.what.clone(),
    };
    Finding { criterion: finding.criterion.as_ref().map(|id| between.criterion(id)), what }
}

/// The gaps that opened and that are closed, up to the higher of the two target levels, an area's own ones too: that a target was set higher
/// opens nothing that was not open before.
pub(super) fn gaps(between: &Between<'_>) -> Turnover<Id> {
    let target = between.old.plan.target_level.max(between.new.plan.target_level);
    let open = |card: &Scorecard| -> Vec<Id> {
        let criteria = card.checklist.parts().criteria.iter();
        let wanted = |one: &Criterion| {
            let sides = [between.old, between.new].into_iter();
            sides.map(|side| target_of(&card.checklist, &side.assessment, one, target)).max()
        };
        let within = criteria.filter(|one| Some(one.level) <= wanted(one));
        let open = within.filter(|one| !is_met(effective(&card.checklist, one, &card.assessment)));
        open.map(|one| one.id.clone()).collect()
    };
    let asked = |id: &Id| between.now.contains_key(&Key::Criterion(id.clone()));
    // The id of one that is asked no more may be in use again.
    let (before, retired): (Vec<Id>, Vec<Id>) = open(between.old).into_iter().partition(asked);
    let before: Vec<Id> = before.iter().map(|id| between.criterion(id)).collect();
    let after = open(between.new);
    let only = |of: &[Id], without: &[Id]| -> Vec<Id> {
        let without: std::collections::HashSet<&Id> = without.iter().collect();
        of.iter().filter(|id| !without.contains(id)).cloned().collect()
    };
    let went = only(&before, &after).into_iter().chain(retired).collect();
    Turnover { came: only(&after, &before), went }
}
