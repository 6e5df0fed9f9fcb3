//! What each cause did to the level: from the old answers by the old checklist to the new ones by the new, one cause at
//! a time.

use std::collections::{HashMap, HashSet};

use super::{Between, Cause, Step};
use crate::model::checklist::Criterion;
use crate::model::{Checklist, Counted, Id, Key, Level};
use crate::scoring::{by_mean, effective, is_met, level_if};

/// An answer as it counts.
type Counts = Option<Counted>;

/// A criterion of the old checklist through all answers.
struct Course {
    /// As it was answered.
    before: Counts,
    /// As it is answered now; a retired one as it was, for nobody is asked any more.
    after: Counts,
    /// The criterion that it is now.
    now: Option<Id>,
}

impl Course {
    /// The answer once what we changed counts, and no waiver has come or gone.
    fn without_waivers(&self) -> Counts {
        let waiver = [self.before, self.after].contains(&Some(Counted::WAIVED));
        if waiver { self.before } else { self.after }
    }
}

/// The steps from the old level to the new that move it.
pub(super) fn steps(between: &Between<'_>) -> Vec<Step> {
    let (old, new) = (&between.old.checklist, &between.new.checklist);
    let courses = courses(between);
    let read = |of: fn(&Course) -> Counts| {
        let courses = &courses;
        move |criterion: &Criterion| courses.get(&criterion.id).and_then(of)
    };
    let given = read(|course| course.before);
    let ours = read(Course::without_waivers);
    let waived = read(|course| course.after);
    let levels = [
        level_if(old, given),
        level_if(old, ours),
        level_if(old, waived),
        level_if(new, |criterion| effective(new, criterion, &between.new.assessment)),
    ];
    let present = |ids: Vec<&Id>| -> Vec<Id> {
        let now = |id: &Id| courses.get(id).and_then(|course| course.now.clone()).unwrap_or_else(|| id.clone());
        ids.into_iter().map(now).collect()
    };
    let [start, by_us, by_waivers, end] = levels;
    let mut steps = Vec::new();
    let mut step = |cause, from, to, because: &dyn Fn() -> Vec<Id>| {
        if from != to {
            steps.push(Step { cause, from, to, because: because() });
        }
    };
    step(Cause::We, start, by_us, &|| present(decided_by_answers(old, start, by_us, &given, &ours)));
    step(Cause::Waiver, by_us, by_waivers, &|| present(decided_by_answers(old, by_us, by_waivers, &ours, &waived)));
    step(Cause::Checklist, by_waivers, end, &|| decided_by_checklist(between, by_waivers, end, &waived));
    steps
}

fn courses(between: &Between<'_>) -> HashMap<Id, Course> {
    let (old, new) = (between.old, between.new);
    let course = |criterion: &Criterion| {
        let before = effective(&old.checklist, criterion, &old.assessment);
        let now = match between.now.get(&Key::Criterion(criterion.id.clone())) {
            Some(Key::Criterion(id)) => new.checklist.criterion(id),
            _ => None,
        };
        let after = now.map_or(before, |now| effective(&new.checklist, now, &new.assessment));
        (criterion.id.clone(), Course { before, after, now: now.map(|now| now.id.clone()) })
    };
    old.checklist.parts().criteria.iter().map(course).collect()
}

/// The criteria whose other answers move the level, by one and the same checklist.
///
/// Down, it is the lowest level that does not stand any more that decides; up, every level that stands now.
fn decided_by_answers<'a>(
    checklist: &'a Checklist,
    from: Level,
    to: Level,
    before: &impl Fn(&Criterion) -> Counts,
    after: &impl Fn(&Criterion) -> Counts,
) -> Vec<&'a Id> {
    let down = to < from;
    let concerns = |one: &Criterion| {
        by_mean(checklist)
            || one.gates && if down { one.level == to.above() } else { from < one.level && one.level <= to }
    };
    let all = checklist.parts().criteria.iter();
    let changed: Vec<&Criterion> = all.filter(|one| concerns(one) && before(one) != after(one)).collect();
    let unmet = |one: &Criterion| !is_met(if down { after(one) } else { before(one) });
    let deciding: Vec<&Id> = changed.iter().filter(|one| unmet(one)).map(|one| &one.id).collect();
    // Where none is, it is about the one yes that a level needs beside its waivers.
    if deciding.is_empty() { changed.iter().map(|one| &one.id).collect() } else { deciding }
}

/// The criteria that move the level by being asked or not, by the same answers.
fn decided_by_checklist(
    between: &Between<'_>,
    from: Level,
    to: Level,
    counts: &impl Fn(&Criterion) -> Counts,
) -> Vec<Id> {
    let (old, new) = (&between.old.checklist, &between.new.checklist);
    let concerns = |level: Level| if to < from { level == to.above() } else { from < level && level <= to };
    let level_now = |criterion: &Criterion| match between.now.get(&Key::Criterion(criterion.id.clone())) {
        Some(Key::Criterion(id)) => new.criterion(id).map(|now| (now.id.clone(), now.level)),
        _ => None,
    };
    // What left one of the levels: retired, or moved to another.
    let left = |criterion: &Criterion| {
        let now = level_now(criterion);
        let stays = now.as_ref().is_some_and(|(_, level)| *level == criterion.level);
        (concerns(criterion.level) && !stays).then(|| now.map_or_else(|| criterion.id.clone(), |(id, _)| id))
    };
    let stayed: HashSet<Id> = old
        .parts()
        .criteria
        .iter()
        .filter_map(|criterion| level_now(criterion).filter(|(_, level)| *level == criterion.level))
        .map(|(id, _)| id)
        .collect();
    let came = |criterion: &&Criterion| concerns(criterion.level) && !stayed.contains(&criterion.id);
    let (asked, asked_now) = (&old.parts().criteria, &new.parts().criteria);
    let deciding: Vec<Id> = if to < from {
        let unmet = |one: &&Criterion| !is_met(effective(new, one, &between.new.assessment));
        asked_now.iter().filter(came).filter(unmet).map(|one| one.id.clone()).collect()
    } else {
        asked.iter().filter(|one| !is_met(counts(one))).filter_map(left).collect()
    };
    if !deciding.is_empty() {
        return deciding;
    }
    if to < from {
        asked.iter().filter_map(left).collect()
    } else {
        asked_now.iter().filter(came).map(|one| one.id.clone()).collect()
    }
}
