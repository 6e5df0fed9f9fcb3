//! What holds of every score and plan, whatever the checklist and the answers.

mod support;

use opsladder::model::checklist::Criterion;
use opsladder::model::{Answer, Assessment, Checklist, Counted, Effort, Entry, Given, Id, Key, Level};
use opsladder::plan::{Plan, plan};
use opsladder::scoring::{Credit, Score, counts_as, effective, is_met, score};
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use support::{Build, TODAY, assess, evidence, id, ids};

const AREAS: [&str; 3] = ["x", "y", "z"];
const PRACTICES: [&str; 5] = ["p", "q", "r", "s", "t"];

/// A checklist in the making, and what is said of its items.
#[derive(Clone, Debug)]
struct Case {
    criteria: Vec<Item>,
    practices: Vec<Option<Answer>>,
    target: u8,
}

/// A criterion and what is said of it.
#[derive(Clone, Debug)]
struct Item {
    name: String,
    level: u8,
    area: Option<&'static str>,
    effort: Effort,
    na_allowed: bool,
    evidence_required: bool,
    practices: Vec<&'static str>,
    answer: Option<Answer>,
    evidence: Proof,
}

#[derive(Clone, Copy, Debug)]
enum Proof {
    None,
    Blank,
    Expired,
    Valid,
}

fn answer() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![
        5 => Just(Some(Answer::YES)),
        2 => Just(Some(Answer::PARTIAL)),
        1 => Just(Some(Answer::NO)),
        2 => Just(Some(Answer::NA)),
        2 => Just(None),
    ]
}

fn item() -> impl Strategy<Value = Item> {
    let asked = (
        proptest::option::weighted(0.8, select(&AREAS)),
        select(Effort::ALL),
        proptest::bool::weighted(0.8),
        proptest::bool::weighted(0.3),
        subsequence(&PRACTICES, 0..=PRACTICES.len()).prop_shuffle(),
    );
    let proof = prop_oneof![
        1 => Just(Proof::None),
        1 => Just(Proof::Blank),
        1 => Just(Proof::Expired),
        4 => Just(Proof::Valid),
    ];
    (asked, answer(), proof).prop_map(|((area, effort, na_allowed, evidence_required, practices), answer, evidence)| {
        Item { name: String::new(), level: 0, area, effort, na_allowed, evidence_required, practices, answer, evidence }
    })
}

fn case() -> impl Strategy<Value = Case> {
    let levels = proptest::collection::vec(proptest::collection::vec(item(), 1..=4), 1..=4);
    let practices = proptest::collection::vec(answer(), PRACTICES.len());
    (levels, practices, 0..=4_u8).prop_map(|(levels, practices, target)| {
        let mut criteria = Vec::new();
        for (level, items) in (1..).zip(levels) {
            for (nth, item) in items.into_iter().enumerate() {
                criteria.push(Item { name: format!("l{level}-{nth}"), level, ..item });
            }
        }
        Case { criteria, practices, target }
    })
}

/// Cases with their criteria in any order.
fn shuffled() -> impl Strategy<Value = (Case, Case)> {
    case().prop_flat_map(|case| {
        let order = Just(case.criteria.clone()).prop_shuffle();
        (Just(case.clone()), order.prop_map(move |criteria| Case { criteria, ..case.clone() }))
    })
}

impl Case {
    fn checklist(&self) -> Checklist {
        let levels = self.criteria.iter().map(|item| item.level).max().unwrap_or_default();
        let start = Build::levels(levels).areas(&AREAS).role("role", None).practices(Some("role"), &PRACTICES);
        let build = self.criteria.iter().fold(start, |build, item| {
            build.criterion(&item.name, item.level, |criterion| {
                criterion.area = item.area.map(id);
                criterion.effort = item.effort;
                criterion.na_allowed = item.na_allowed;
                criterion.evidence_required = item.evidence_required;
                criterion.practices = ids(&item.practices);
            })
        });
        build.done()
    }

    fn entries(&self) -> Vec<(Key, Entry)> {
        let criteria = self.criteria.iter().map(|item| {
            let proof = match item.evidence {
                Proof::None => vec![],
                Proof::Blank => vec![evidence(" ", None)],
                Proof::Expired => vec![evidence("old", TODAY.yesterday().ok())],
                Proof::Valid => vec![evidence("good", Some(TODAY))],
            };
            let entry = Entry { given: item.answer.map(Given::Answer), evidence: proof, ..Entry::default() };
            (Key::Criterion(id(&item.name)), entry)
        });
        let practices = PRACTICES.iter().zip(&self.practices).map(|(name, answer)| {
            let entry = Entry { given: answer.map(Given::Answer), ..Entry::default() };
            (Key::Practice(id(name)), entry)
        });
        criteria.chain(practices).collect()
    }

    fn assessment(&self, checklist: &Checklist) -> Assessment {
        let mut assessment = assess(checklist, "");
        for (key, entry) in self.entries() {
            assessment.set(key, entry);
        }
        assessment
    }

    fn score(&self) -> Score {
        let checklist = self.checklist();
        score(&checklist, &self.assessment(&checklist))
    }

    fn plan(&self) -> (Checklist, Assessment, Plan) {
        let checklist = self.checklist();
        let assessment = self.assessment(&checklist);
        let plan = plan(&checklist, &assessment, Level::new(self.target));
        (checklist, assessment, plan)
    }

    fn with(&self, nth: usize, answer: Option<Answer>) -> Self {
        let mut case = self.clone();
        if let Some(item) = case.criteria.get_mut(nth) {
            item.answer = answer;
        }
        case
    }
}

impl Item {
    /// The answer as the rules have it.
    fn counts_as(&self) -> Option<Answer> {
        match self.answer {
            Some(Answer::NA) if !self.na_allowed => Some(Answer::NO),
            answer => answer,
        }
    }
}

/// The level by the letter of the rule, counted anew.
fn level_by_rule(items: &[&Item], read: impl Fn(&Item) -> Option<Answer>) -> u8 {
    let achieved = |level: u8| {
        let answers: Vec<_> = items.iter().filter(|item| item.level == level).map(|item| read(item)).collect();
        let unmet = |answer: &Option<Answer>| matches!(answer, None | Some(Answer::NO | Answer::PARTIAL));
        answers.is_empty() || (!answers.iter().any(unmet) && answers.contains(&Some(Answer::YES)))
    };
    let top = items.iter().map(|item| item.level).max().unwrap_or_default();
    let reached = (1..=top).take_while(|level| achieved(*level)).last().unwrap_or_default();
    // Passing a level over achieves nothing.
    items.iter().map(|item| item.level).filter(|level| *level <= reached).max().unwrap_or_default()
}

/// Half points and applicable items, counted anew.
fn halves<'a>(items: impl IntoIterator<Item = &'a Item>) -> (u32, u32) {
    items.into_iter().fold((0, 0), |(halves, applicable), item| match item.counts_as() {
        Some(Answer::YES) => (halves + 2, applicable + 1),
        Some(Answer::PARTIAL) => (halves + 1, applicable + 1),
        Some(Answer::NA) => (halves, applicable),
        Some(_) | None => (halves, applicable + 1),
    })
}

/// Checks points, applicable items and the rounded per cent of `credit` against a recount.
fn check_credit(credit: Credit, (halves, applicable): (u32, u32)) -> Result<(), TestCaseError> {
    prop_assert_eq!(credit.points().to_bits(), (f64::from(halves) / 2.0).to_bits());
    prop_assert_eq!(credit.applicable(), applicable);
    prop_assert_eq!(credit.percent().is_none(), applicable == 0);
    prop_assert_eq!(credit.progress().is_none(), applicable == 0);
    if let Some(percent) = credit.percent() {
        let (exact, whole) = (100 * halves, 2 * applicable);
        prop_assert!(percent * whole <= exact && exact < (percent + 1) * whole, "{percent}% of {halves}/{whole}");
        prop_assert_eq!(percent == 100, halves == whole);
    }
    Ok(())
}

/// Every progress of a score: levels, areas, roles.
fn progress(score: &Score) -> Vec<Option<f64>> {
    let levels = score.levels.iter().map(|level| level.credit);
    let areas = score.areas.iter().map(|area| area.credit);
    let roles = score.roles.iter().map(|role| role.credit);
    levels.chain(areas).chain(roles).map(Credit::progress).collect()
}

/// Checks that nothing of `old` is higher than in `new`, but for the possible level where `hope_fades`: what is
/// unanswered counts as a yes there already, so that a partial is a step down.
fn check_no_lower(old: &Score, new: &Score, hope_fades: bool) -> Result<(), TestCaseError> {
    prop_assert!(new.level >= old.level);
    prop_assert!(new.level_without_waivers >= old.level_without_waivers);
    prop_assert!(new.evidenced_level >= old.evidenced_level);
    prop_assert!(hope_fades || new.possible_level >= old.possible_level);
    for (old, new) in old.areas.iter().zip(&new.areas) {
        prop_assert!(new.level >= old.level);
    }
    for (old, new) in progress(old).into_iter().zip(progress(new)) {
        prop_assert!(new >= old);
    }
    Ok(())
}

fn rank(answer: Option<Answer>) -> u8 {
    match answer {
        Some(Answer::YES | Answer::NA) => 2,
        Some(Answer::PARTIAL) => 1,
        Some(_) | None => 0,
    }
}

proptest! {
    #[test]
    fn levels_are_those_of_the_rule(case in case()) {
        let score = case.score();
        let all: Vec<&Item> = case.criteria.iter().collect();
        let counts = Item::counts_as;
        prop_assert_eq!(score.level.get(), level_by_rule(&all, counts));
        prop_assert_eq!(score.possible_level.get(), level_by_rule(&all, |i| counts(i).or(Some(Answer::YES))));
        prop_assert_eq!(score.level_without_waivers.get(), level_by_rule(&all, |item| {
            counts(item).map(|answer| if answer == Answer::NA { Answer::NO } else { answer })
        }));
        prop_assert_eq!(score.evidenced_level.get(), level_by_rule(&all, |item| {
            let proven = matches!(item.evidence, Proof::Valid);
            counts(item).map(|answer| if answer == Answer::YES && !proven { Answer::PARTIAL } else { answer })
        }));
        for (name, area) in AREAS.iter().zip(&score.areas) {
            let own: Vec<&Item> = all.iter().copied().filter(|item| item.area == Some(*name)).collect();
            prop_assert_eq!(area.max_level.map(Level::get), own.iter().map(|item| item.level).max());
            // Levels in which none of its criteria applies are passed over.
            let applies: Vec<&Item> = own.iter().copied().filter(|item| counts(item) != Some(Answer::NA)).collect();
            prop_assert_eq!(area.level.map(Level::get), (!own.is_empty()).then(|| level_by_rule(&applies, counts)));
        }
    }

    #[test]
    fn the_other_levels_lie_on_their_side_of_the_level(case in case()) {
        let score = case.score();
        prop_assert!(score.possible_level >= score.level);
        prop_assert!(score.level >= score.level_without_waivers);
        prop_assert!(score.level >= score.evidenced_level);
        prop_assert!(score.max_level >= score.possible_level && score.max_level >= score.target_level);
        for level in &score.levels {
            prop_assert_eq!(level.achieved, level.level <= score.level);
            prop_assert!(!level.achieved || level.blocking.is_empty());
        }
        prop_assert_eq!(score.next.is_none(), score.level == score.max_level);
        if let Some(next) = &score.next {
            prop_assert_eq!(next.level, score.level.above());
            prop_assert!(!next.remaining.is_empty());
        }
    }

    #[test]
    fn a_better_answer_lowers_nothing(case in case()) {
        let old = case.score();
        for (nth, before) in case.criteria.iter().map(Item::counts_as).enumerate() {
            for better in [Answer::PARTIAL, Answer::YES] {
                if rank(Some(better)) > rank(before) {
                    check_no_lower(&old, &case.with(nth, Some(better)).score(), before.is_none() && better != Answer::YES)?;
                }
            }
        }
    }

    #[test]
    fn a_better_practice_raises_its_role_and_no_level(case in case()) {
        let old = case.score();
        let role = |score: &Score| score.roles.first().and_then(|role| role.credit.progress());
        for nth in 0..case.practices.len() {
            let mut better = case.clone();
            let Some(answer) = better.practices.get_mut(nth).filter(|answer| rank(**answer) < 2) else { continue };
            *answer = Some(Answer::YES);
            let new = better.score();
            prop_assert_eq!(&old.levels, &new.levels);
            prop_assert_eq!(&old.areas, &new.areas);
            prop_assert!(role(&new) > role(&old));
        }
    }

    #[test]
    fn credit_is_a_recount_and_its_per_cent_never_flatters(case in case()) {
        let score = case.score();
        for level in &score.levels {
            check_credit(level.credit, halves(case.criteria.iter().filter(|item| item.level == level.level.get())))?;
        }
        for (name, area) in AREAS.iter().zip(&score.areas) {
            check_credit(area.credit, halves(case.criteria.iter().filter(|item| item.area == Some(*name))))?;
        }
        prop_assert_eq!(score.coverage.total, case.criteria.len());
        prop_assert_eq!(score.coverage.answered, case.criteria.iter().filter(|item| item.answer.is_some()).count());
    }

    #[test]
    fn the_order_of_the_file_decides_nothing((case, other) in shuffled(), turn: Index) {
        let checklist = case.checklist();
        let mut turned = assess(&checklist, "");
        let mut entries = case.entries();
        let by = turn.index(entries.len());
        entries.rotate_left(by);
        for (key, entry) in entries.into_iter().rev() {
            turned.set(key, entry);
        }
        let straight = case.score();
        prop_assert_eq!(&score(&checklist, &turned), &straight);

        let mut other = other.score();
        for level in &mut other.levels {
            level.blocking.sort();
        }
        if let Some(next) = &mut other.next {
            next.remaining.sort();
        }
        // The names sort as the unshuffled checklist has them.
        prop_assert_eq!(other, straight);
    }

    #[test]
    fn a_waiver_counts_as_if_the_criterion_were_not_asked(case in case(), at: Index) {
        let nth = at.index(case.criteria.len());
        let mut waived = case.with(nth, Some(Answer::NA));
        let Some(item) = waived.criteria.get_mut(nth) else { return Ok(()) };
        item.na_allowed = true;
        let level = item.level;
        let waived_score = waived.score();
        let mut without = waived.clone();
        without.criteria.remove(nth);
        if !without.criteria.iter().any(|item| item.level == level) {
            let alone = waived_score.levels.iter().find(|score| score.level.get() == level);
            prop_assert_eq!(alone.map(|score| (score.achieved, score.credit)), Some((false, Credit::new())));
            return Ok(());
        }
        let without_score = without.score();
        prop_assert_eq!(waived_score.level, without_score.level);
        prop_assert_eq!(progress(&waived_score), progress(&without_score));
    }

    #[test]
    fn gaps_are_what_is_not_met_up_to_the_target_in_order(case in case()) {
        let (checklist, assessment, plan) = case.plan();
        let place = |id: &Id| checklist.parts().criteria.iter().position(|item| item.id == *id);
        let mut expected: Vec<&Criterion> = checklist.parts().criteria.iter().collect();
        expected.retain(|item| item.level.get() <= case.target && !is_met(effective(&checklist, item, &assessment)));
        let mut found: Vec<&Id> = plan.gaps.iter().map(|gap| &gap.criterion).collect();
        let order: Vec<_> = plan.gaps.iter().map(|gap| {
            let begun = match gap.answer {
                Some(Answer::PARTIAL) => 0,
                Some(Answer::YES) => 9,
                Some(_) => 1,
                None => 2,
            };
            (gap.level, gap.effort, begun, place(&gap.criterion))
        }).collect();
        prop_assert!(order.is_sorted(), "{order:?}");
        found.sort_by_key(|id| place(id));
        prop_assert_eq!(found, expected.iter().map(|item| &item.id).collect::<Vec<_>>());
    }

    #[test]
    fn actions_are_the_open_practices_and_serve_as_many_gaps_as_name_them(case in case()) {
        let (checklist, assessment, plan) = case.plan();
        let serves = |practice: &Id| {
            let links = plan.gaps.iter().filter_map(|gap| checklist.criterion(&gap.criterion));
            links.filter(|criterion| criterion.practices.contains(practice)).count()
        };
        let open = |practice: &Id| {
            let key = Key::Practice(practice.clone());
            !is_met(counts_as(&checklist, &key, assessment.answer(&key)))
        };
        for gap in &plan.gaps {
            let mut named: Vec<&Id> = gap.actions.iter().map(|action| &action.practice).collect();
            let criterion = checklist.criterion(&gap.criterion);
            let mut linked: Vec<&Id> = criterion.map(|item| item.practices.iter().collect()).unwrap_or_default();
            linked.retain(|practice| open(practice));
            named.sort();
            linked.sort();
            prop_assert_eq!(named, linked);
        }
        let lists = plan.gaps.iter().map(|gap| &gap.actions).chain([&plan.actions]);
        for actions in lists {
            prop_assert!(actions.iter().rev().map(|action| action.serves).is_sorted());
            prop_assert!(actions.iter().all(|action| action.serves == serves(&action.practice)));
        }
        let mut once: Vec<&Id> = plan.actions.iter().map(|action| &action.practice).collect();
        once.sort();
        let mut all: Vec<&Id> = plan.gaps.iter().flat_map(|gap| &gap.actions).map(|action| &action.practice).collect();
        all.sort();
        all.dedup();
        prop_assert_eq!(once, all);
    }

    #[test]
    fn closing_every_gap_reaches_the_target(case in case()) {
        let (checklist, mut assessment, plan) = case.plan();
        for gap in &plan.gaps {
            let key = Key::Criterion(gap.criterion.clone());
            assessment.set(key, Entry { given: Some(Given::Answer(Answer::YES)), ..Entry::default() });
        }
        let target = Level::new(case.target).min(checklist.max_level());
        // A level that is waived as a whole is out of reach of any plan.
        let waived = checklist.parts().levels.iter().map(|def| def.level).find(|level| {
            checklist.criteria_of(*level).all(|item| effective(&checklist, item, &assessment) == Some(Counted::WAIVED))
        });
        let reachable = waived.map_or(target, |level| target.min(level.below()));
        prop_assert!(score(&checklist, &assessment).level >= reachable);
    }
}
