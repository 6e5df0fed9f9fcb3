//! What holds of every comparison, whatever the checklists and the answers.

use std::collections::{BTreeMap, BTreeSet};

use opsladder::diff::{Cause, Change, Diff, diff};
use opsladder::i18n::Text;
use opsladder::model::checklist::Target;
use opsladder::model::{Answer, Assessment, Checklist, Counted, Entry, Given, Key};
use opsladder::scorecard::Scorecard;
use proptest::prelude::*;
use proptest::sample::select;

use crate::card;
use crate::support::{Build, assess, evidence, former, id, key};

const LEVELS: u8 = 3;

/// A criterion as one version of a checklist has it.
#[derive(Clone, Copy, Debug)]
struct Asked {
    level: u8,
    na_allowed: bool,
    area: bool,
    renamed: bool,
    title: &'static str,
}

/// A criterion in either version, and what either assessment says of it.
#[derive(Clone, Debug)]
struct One {
    old: Option<Asked>,
    new: Option<Asked>,
    before: Entry,
    after: Entry,
}

#[derive(Clone, Debug)]
struct Case {
    criteria: Vec<One>,
    practice: (Entry, Entry),
    metric: (Option<f64>, Option<f64>),
}

fn entry() -> impl Strategy<Value = Entry> {
    let answer = prop_oneof![
        6 => Just(Some(Answer::YES)), 2 => Just(Some(Answer::PARTIAL)), 2 => Just(Some(Answer::NO)), 3 => Just(Some(Answer::NA)), 2 => Just(None),
    ];
    let note = proptest::option::weighted(0.4, select(vec!["by hand", "by machine", "not by hand"]));
    let proof = proptest::collection::vec(select(vec!["x", "y"]), 0..3);
    (answer, note, proof).prop_map(|(answer, note, proof)| Entry {
        given: answer.map(Given::Answer),
        note: note.map(str::to_owned),
        evidence: proof.into_iter().map(|reference| evidence(reference, None)).collect(),
        ..Entry::default()
    })
}

fn asked() -> impl Strategy<Value = Asked> {
    let weighted = proptest::bool::weighted;
    (1..=LEVELS, weighted(0.8), weighted(0.5), weighted(0.2), select(vec!["It holds", "It always holds"]))
        .prop_map(|(level, na_allowed, area, renamed, title)| Asked { level, na_allowed, area, renamed, title })
}

fn case() -> impl Strategy<Value = Case> {
    // Mostly the same checklist, for else a change of ours would hardly ever decide.
    let both = prop_oneof![
        4 => asked().prop_map(|one| (Some(one), Some(Asked { renamed: false, ..one }))),
        2 => (asked(), asked()).prop_map(|(old, new)| (Some(old), Some(new))),
        1 => asked().prop_map(|one| (Some(one), None)),
        1 => asked().prop_map(|one| (None, Some(one))),
    ];
    let one = (both, entry(), entry()).prop_map(|((old, new), before, after)| One { old, new, before, after });
    let value = || proptest::option::of(select(vec![1.0, 2.0, 2.5]));
    (proptest::collection::vec(one, 3..9), (entry(), entry()), (value(), value()))
        .prop_map(|(criteria, practice, metric)| Case { criteria, practice, metric })
}

impl Case {
    fn side(&self, new: bool) -> Scorecard {
        let mut build =
            Build::levels(LEVELS).areas(&["x"]).practices(None, &["p"]).metric("m", Some(Target::Above(2.0)));
        let mut entries: Vec<(Key, Entry)> = Vec::new();
        for level in 1..=LEVELS {
            // Every level needs a criterion, and can be reached only with a yes.
            let name = format!("always{level}");
            build = build.criteria(level, &[&name]);
            entries.push((key(&name), Entry { given: Some(Given::Answer(Answer::YES)), ..Entry::default() }));
        }
        for (nth, one) in self.criteria.iter().enumerate() {
            let (asked, entry) = if new { (one.new, &one.after) } else { (one.old, &one.before) };
            let Some(asked) = asked else { continue };
            let name = if asked.renamed && new { format!("now{nth}") } else { format!("c{nth}") };
            build = build.criterion(&name, asked.level, |it| {
                it.title = Text::plain(asked.title);
                it.na_allowed = asked.na_allowed;
                it.area = asked.area.then(|| id("x"));
                it.formerly = if asked.renamed && new { former(&[&format!("c{nth}")]) } else { vec![] };
            });
            entries.push((key(&name), entry.clone()));
        }
        let (practice, value) = if new { (&self.practice.1, self.metric.1) } else { (&self.practice.0, self.metric.0) };
        entries.push((key("p:p"), practice.clone()));
        entries.push((key("m:m"), Entry { given: value.map(Given::Value), ..Entry::default() }));
        let checklist: Checklist = build.done();
        let mut assessment: Assessment = assess(&checklist, "");
        for (key, entry) in entries {
            assessment.set(key, entry);
        }
        card(&checklist, assessment)
    }
}

/// The change of each item by the key that it has in the old and in the new checklist.
fn changes(diff: &Diff, back: bool) -> BTreeMap<String, (Change, Cause)> {
    let name = |item: &opsladder::diff::Item| {
        let ends =
            item.asked.as_ref().map_or((Some(&item.key), Some(&item.key)), |it| (it.old.as_ref(), it.new.as_ref()));
        let (old, new) = if back { (ends.1, ends.0) } else { ends };
        format!("{old:?} {new:?}")
    };
    let all: BTreeMap<_, _> = diff.items.iter().map(|item| (name(item), (item.change, item.cause))).collect();
    assert_eq!(all.len(), diff.items.len(), "an item stands there twice");
    all
}

fn mirrored(change: Change) -> Change {
    match change {
        Change::Improved => Change::Regressed,
        Change::Regressed => Change::Improved,
        Change::NewlyAnswered => Change::NoLongerAnswered,
        Change::NoLongerAnswered => Change::NewlyAnswered,
        Change::Waived => Change::WaiverLifted,
        Change::WaiverLifted => Change::Waived,
        Change::Changed | Change::Unchanged => change,
    }
}

fn set<T: std::fmt::Debug>(all: &[T]) -> BTreeSet<String> {
    all.iter().map(|one| format!("{one:?}")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_differs_from_itself(case in case()) {
        for side in [case.side(false), case.side(true)] {
            let diff = diff(&side, &side);
            prop_assert!(diff.is_empty() && diff.steps.is_empty() && !diff.regression(), "{diff:#?}");
        }
    }

    #[test]
    fn the_way_back_mirrors_the_way_there(case in case()) {
        let (old, new) = (case.side(false), case.side(true));
        let (there, back) = (diff(&old, &new), diff(&new, &old));
        let turned: BTreeMap<_, _> =
            changes(&there, false).into_iter().map(|(name, (change, cause))| (name, (mirrored(change), cause))).collect();
        prop_assert_eq!(turned, changes(&back, true));
        prop_assert_eq!((there.level.old, there.level.new), (back.level.new, back.level.old));
        prop_assert_eq!(there.findings.came.len(), back.findings.went.len());
        prop_assert_eq!(there.findings.went.len(), back.findings.came.len());
        prop_assert_eq!(there.gaps.came.len(), back.gaps.went.len());
        prop_assert_eq!(there.gaps.went.len(), back.gaps.came.len());
        for area in &there.areas {
            let other = back.areas.iter().find(|other| other.id == area.id);
            let other = other.map(|other| (other.level.new, other.level.old, other.progress.new, other.progress.old));
            prop_assert_eq!(other, Some((area.level.old, area.level.new, area.progress.old, area.progress.new)));
        }
    }

    #[test]
    fn the_way_back_by_the_same_checklist_mirrors_to_the_letter(case in case()) {
        let one = Case { criteria: case.criteria.iter().map(|it| One { old: it.new, ..it.clone() }).collect(), ..case };
        let same = |one: &One| One { old: one.new.map(|it| Asked { renamed: false, ..it }), ..one.clone() };
        let one = Case { criteria: one.criteria.iter().map(same).map(|it| One { new: it.old, ..it }).collect(), ..one };
        let (old, new) = (one.side(false), one.side(true));
        let (there, back) = (diff(&old, &new), diff(&new, &old));
        prop_assert_eq!(set(&there.findings.came), set(&back.findings.went));
        prop_assert_eq!(set(&there.gaps.came), set(&back.gaps.went));
        prop_assert_eq!(set(&there.gaps.went), set(&back.gaps.came));
        prop_assert!(there.steps.iter().all(|step| step.cause != Cause::Checklist));
    }

    #[test]
    fn the_steps_lead_from_the_old_level_to_the_new(case in case()) {
        let diff = diff(&case.side(false), &case.side(true));
        let mut at = diff.level.old;
        for step in &diff.steps {
            prop_assert_eq!(step.from, at);
            prop_assert!(step.to != step.from && !step.because.is_empty(), "{step:#?}");
            at = step.to;
        }
        prop_assert_eq!(at, diff.level.new);
    }

    #[test]
    fn what_decides_a_step_is_told_among_the_items_with_its_cause(case in case()) {
        let diff = diff(&case.side(false), &case.side(true));
        for step in &diff.steps {
            for id in &step.because {
                let item = diff.items.iter().find(|item| item.key == Key::Criterion(id.clone()));
                let item = item.unwrap_or_else(|| panic!("{id} decides and is not told"));
                match step.cause {
                    Cause::Checklist => prop_assert!(item.asked.is_some(), "{item:#?}"),
                    cause => prop_assert_eq!(item.cause, cause),
                }
            }
        }
    }

    #[test]
    fn a_regression_is_what_went_down_through_us(case in case()) {
        let diff = diff(&case.side(false), &case.side(true));
        let points = |counts: Option<Counted>| counts.map_or(0, |counted| counted.credit);
        let fell = diff.items.iter().any(|item| {
            matches!(item.key, Key::Criterion(_))
                && item.cause == Cause::We
                && points(item.new.counts) < points(item.old.counts)
        });
        let level = diff.steps.iter().any(|step| step.cause == Cause::We && step.to < step.from);
        prop_assert_eq!(diff.regression(), fell || level);
        // A level falls through us only where a criterion does.
        prop_assert!(!level || fell);
    }

    #[test]
    fn with_our_answers_alone_the_checklist_decides_nothing(case in case()) {
        let kept = |one: &One| One { after: one.before.clone(), ..one.clone() };
        let case = Case { criteria: case.criteria.iter().map(kept).collect(), ..case };
        let diff = diff(&case.side(false), &case.side(true));
        prop_assert!(!diff.regression(), "{diff:#?}");
        prop_assert!(diff.steps.iter().all(|step| step.cause != Cause::We));
    }
}
