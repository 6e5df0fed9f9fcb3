//! The score, example by example.

mod support;

use opsladder::model::checklist::Scale;
use opsladder::model::checklist::Target;
use opsladder::model::{Answer, Assessment, Checklist, Given, Level};
use opsladder::scoring::{Credit, MetricStatus, Score, score, score_to};
use support::{Build, TODAY, assess, change, evidence, id, key, names};

fn two_levels() -> Checklist {
    Build::levels(2).criteria(1, &["a", "b"]).criteria(2, &["c", "d"]).done()
}

fn scored(checklist: &Checklist, answers: &str) -> Score {
    score(checklist, &assess(checklist, answers))
}

fn levels(score: &Score) -> [u8; 4] {
    [score.level, score.possible_level, score.level_without_waivers, score.evidenced_level].map(Level::get)
}

#[test]
fn one_criterion_holds_its_level_and_every_level_above_it_back() {
    let checklist = two_levels();
    for (answers, level) in [
        ("", 0),
        ("a=yes b=partial c=yes d=yes", 0),
        ("a=yes b=no c=yes d=yes", 0),
        ("a=yes c=yes d=yes", 0),
        ("a=yes b=yes c=yes d=partial", 1),
        ("a=yes b=na", 1),
        ("a=yes b=yes c=yes d=na", 2),
    ] {
        assert_eq!(scored(&checklist, answers).level, Level::new(level), "{answers}");
    }
}

#[test]
fn waivers_alone_achieve_nothing_and_block_by_name() {
    let checklist = two_levels();
    let score = scored(&checklist, "a=na b=na c=yes d=yes");
    assert_eq!(levels(&score), [0, 0, 0, 0]);
    assert_eq!(names(&score.levels[0].blocking), ["a", "b"]);
    assert_eq!(score.levels[0].credit.progress(), None);
    assert_eq!(score.levels[0].credit.percent(), None);
}

#[test]
fn a_waiver_whose_day_is_past_reads_as_unanswered_everywhere() {
    let checklist = Build::levels(1).criteria(1, &["a", "b"]).deliverables(&["d"]).done();
    let score_until = |day| {
        let mut assessment = assess(&checklist, "a=yes b=na d:d=na");
        for word in ["b", "d:d"] {
            change(&mut assessment, word, |entry| {
                (entry.until, entry.answered) = (Some(day), Some(jiff::civil::date(2026, 1, 1)));
            });
        }
        (assessment.is_open(&key("b")) && !assessment.is_carried(&key("b")), score(&checklist, &assessment))
    };
    let (_, held) = score_until(TODAY);
    assert_eq!((held.level, held.coverage.answered, held.coverage.to_confirm), (Level::new(1), 2, 1));
    assert_eq!((held.deliverables.applicable, held.deliverables.answered), (0, 1));
    let (open, past) = score_until(jiff::civil::date(2026, 11, 22));
    assert!(open, "it waits for an answer, not for somebody to confirm it");
    assert_eq!((past.level, past.coverage.answered, past.coverage.to_confirm), (Level::NONE, 1, 0));
    assert_eq!((past.possible_level, past.level_without_waivers), (Level::new(1), Level::NONE));
    assert_eq!((past.deliverables.applicable, past.deliverables.answered), (1, 0));
    assert_eq!(past.levels.first().map(|level| level.blocking.clone()), Some(support::ids(&["b"])));
}

#[test]
fn a_waiver_that_is_not_allowed_reads_as_no_everywhere() {
    let checklist = Build::levels(1)
        .areas(&["x"])
        .criterion("a", 1, |item| item.area = Some(id("x")))
        .criterion("b", 1, |item| {
            item.area = Some(id("x"));
            item.na_allowed = false;
        })
        .done();
    let score = scored(&checklist, "a=yes b=na");
    assert_eq!(levels(&score), [0, 0, 0, 0]);
    assert_eq!(names(&score.levels[0].blocking), ["b"]);
    assert_eq!((score.levels[0].credit.points(), score.levels[0].credit.applicable()), (1.0, 2));
    assert_eq!(score.areas[0].credit.applicable(), 2);
    assert_eq!(score.coverage.answered, 2);
}

#[test]
fn the_four_levels_differ_where_the_answers_are_weak() {
    let checklist = two_levels();
    let mut assessment = assess(&checklist, "a=yes b=na c=yes");
    assert_eq!(levels(&score(&checklist, &assessment)), [1, 2, 0, 0]);
    change(&mut assessment, "a", |entry| entry.evidence = vec![evidence("wiki", Some(TODAY))]);
    assert_eq!(levels(&score(&checklist, &assessment)), [1, 2, 0, 1]);
    change(&mut assessment, "a", |entry| entry.evidence = vec![evidence("wiki", TODAY.yesterday().ok())]);
    assert_eq!(levels(&score(&checklist, &assessment)), [1, 2, 0, 0]);
    change(&mut assessment, "a", |entry| entry.evidence = vec![evidence("  ", None)]);
    assert_eq!(levels(&score(&checklist, &assessment)), [1, 2, 0, 0]);
}

#[test]
fn a_level_met_by_itself_above_one_that_is_not_has_no_blockers_of_its_own() {
    let score = scored(&two_levels(), "a=yes c=yes d=yes");
    let [first, second] = score.levels.as_slice() else { panic!("two levels") };
    assert_eq!((first.achieved, names(&first.blocking)), (false, vec!["b"]));
    assert_eq!((second.achieved, names(&second.blocking)), (false, vec![]));
    assert_eq!(score.next.map(|next| (next.level, next.remaining)), Some((Level::new(1), vec![id("b")])));
}

#[test]
fn nothing_is_next_at_the_top() {
    let score = scored(&two_levels(), "a=yes b=yes c=yes d=yes");
    assert_eq!((score.level, score.max_level, score.target_level), (Level::new(2), Level::new(2), Level::new(2)));
    assert_eq!(score.next, None);
    assert!(score.levels.iter().all(|level| level.achieved && level.credit.percent() == Some(100)));
}

#[test]
fn the_target_is_the_one_asked_for_else_the_teams_else_the_next_and_never_above_the_highest() {
    let checklist = two_levels();
    let target = |own: Option<u8>, asked: Option<u8>, answers: &str| {
        let mut assessment = assess(&checklist, answers);
        assessment.target_level = own.map(Level::new);
        score_to(&checklist, &assessment, asked.map(Level::new)).target_level.get()
    };
    assert_eq!(target(None, None, ""), 1);
    assert_eq!(target(None, None, "a=yes b=yes"), 2);
    assert_eq!(target(None, None, "a=yes b=yes c=yes d=yes"), 2);
    assert_eq!(target(Some(2), None, ""), 2);
    assert_eq!(target(Some(9), None, ""), 2);
    assert_eq!(target(Some(2), Some(1), ""), 1);
    assert_eq!(target(Some(1), Some(9), ""), 2);
}

#[test]
fn coverage_counts_waivers_and_tells_carried_answers() {
    let checklist = two_levels();
    let mut assessment = assess(&checklist, "a=yes b=na c=no");
    change(&mut assessment, "a", |entry| entry.answered = TODAY.yesterday().ok());
    change(&mut assessment, "b", |entry| entry.answered = Some(TODAY));
    change(&mut assessment, "d", |entry| {
        // No answer, though the file has something that would answer a metric.
        entry.given = Some(Given::Value(1.0));
        entry.answered = TODAY.yesterday().ok();
    });
    let coverage = score(&checklist, &assessment).coverage;
    assert_eq!((coverage.answered, coverage.total, coverage.to_confirm), (3, 4, 1));
    assert_eq!(coverage.percent(), Some(75));
}

#[test]
fn an_area_is_gated_by_what_it_is_asked_alone() {
    let area = |name: &'static str| move |item: &mut opsladder::model::checklist::Criterion| item.area = Some(id(name));
    let checklist = Build::levels(3)
        .areas(&["x", "y", "empty"])
        .criterion("x-one", 1, area("x"))
        .criterion("y-two", 2, area("y"))
        .criterion("x-three", 3, area("x"))
        .done();
    let areas = |answers: &str| {
        let score = scored(&checklist, answers);
        score.areas.iter().map(|area| (area.level.map(Level::get), area.max_level.map(Level::get))).collect::<Vec<_>>()
    };
    let max = [Some(3), Some(2), None];
    let with = |levels: [Option<u8>; 3]| levels.into_iter().zip(max).collect::<Vec<_>>();
    assert_eq!(areas(""), with([Some(0), Some(0), None]));
    assert_eq!(areas("x-one=yes"), with([Some(1), Some(0), None]));
    assert_eq!(areas("y-two=yes"), with([Some(0), Some(2), None]));
    assert_eq!(areas("x-one=yes x-three=yes"), with([Some(3), Some(0), None]));
    // What is waived asks nothing, and holds nothing back.
    assert_eq!(areas("x-one=na x-three=yes"), with([Some(3), Some(0), None]));
    assert_eq!(areas("x-one=yes x-three=na"), with([Some(1), Some(0), None]));
    assert_eq!(areas("x-one=na x-three=na"), with([Some(0), Some(0), None]));
}

#[test]
fn roles_and_deliverables_count_what_applies() {
    let checklist = Build::levels(1)
        .criteria(1, &["a"])
        .role("dev", None)
        .role("idle", None)
        .practices(Some("dev"), &["p", "q", "r"])
        .deliverables(&["d", "e", "f"])
        .done();
    let score = scored(&checklist, "p:p=yes p:q=na d:d=yes d:e=na");
    let roles: Vec<_> = score
        .roles
        .iter()
        .map(|role| (role.id.as_str(), role.credit.points(), role.credit.applicable(), role.answered, role.total))
        .collect();
    assert_eq!(roles, [("dev", 1.0, 2, 2, 3), ("idle", 0.0, 0, 0, 0)]);
    let deliverables = score.deliverables;
    assert_eq!((deliverables.ready, deliverables.applicable, deliverables.total, deliverables.answered), (1, 2, 3, 2));
}

#[test]
fn targets_are_strict_and_a_team_may_set_its_own() {
    let checklist = Build::levels(1)
        .criteria(1, &["a"])
        .metric("up", Some(Target::Above(99.9)))
        .metric("slow", Some(Target::Below(200.0)))
        .metric("users", None)
        .done();
    let stati = |assessment: &Assessment| score(&checklist, assessment).metrics.iter().map(|m| m.status).collect();
    let all: Vec<MetricStatus> = stati(&assess(&checklist, "m:up=99.9 m:slow=200 m:users=3"));
    assert_eq!(all, [MetricStatus::OffTarget, MetricStatus::OffTarget, MetricStatus::Tracked]);
    let mut assessment = assess(&checklist, "m:up=99.91 m:users=3");
    change(&mut assessment, "m:users", |entry| entry.target = Some(Target::Above(2.0)));
    assert_eq!(stati(&assessment), [MetricStatus::OnTarget, MetricStatus::NoData, MetricStatus::OnTarget]);
    change(&mut assessment, "m:up", |entry| entry.target = Some(Target::Above(99.99)));
    assert_eq!(stati(&assessment).first(), Some(&MetricStatus::OffTarget));
}

#[test]
fn a_loop_breaks_at_its_first_step_that_is_not_a_yes() {
    let checklist = Build::levels(1).criteria(1, &["a"]).improvement_loop("l", &["one", "two", "three"]).done();
    for (answers, broken_at, answered) in [
        ("", Some("one"), 0),
        ("s:l.one=yes s:l.three=yes", Some("two"), 2),
        ("s:l.one=yes s:l.two=na s:l.three=yes", Some("two"), 3),
        ("s:l.one=yes s:l.two=yes s:l.three=yes", None, 3),
    ] {
        let score = scored(&checklist, answers);
        let turning = &score.loops[0];
        assert_eq!(turning.broken_at.as_ref().map(opsladder::model::Id::as_str), broken_at, "{answers}");
        assert_eq!((turning.turns(), turning.answered, turning.total), (broken_at.is_none(), answered, 3));
    }
}

#[test]
fn credit_is_exact_and_rounds_down() {
    let credit = |yes: usize, partial: usize, no: usize| -> Credit {
        let many = |answer, times| std::iter::repeat_n(Scale::built_in().counts(answer), times);
        many(Answer::YES, yes).chain(many(Answer::PARTIAL, partial)).chain(many(Answer::NO, no)).collect()
    };
    assert_eq!(credit(2, 0, 1).percent(), Some(66));
    assert_eq!(credit(199, 1, 0).percent(), Some(99));
    assert_eq!(credit(200, 0, 0).percent(), Some(100));
    // 29 of 100 is 28.999… in binary floating point.
    assert_eq!(credit(29, 0, 71).percent(), Some(29));
    assert_eq!(credit(1, 1, 1).points().to_bits(), 1.5_f64.to_bits());
    assert_eq!(Credit::new().percent(), None);
}

#[test]
fn answers_to_unknown_ids_and_empty_checklists_change_nothing() {
    let checklist = two_levels();
    assert_eq!(scored(&checklist, "a=yes b=yes zzz=no"), scored(&checklist, "a=yes b=yes"));
    let score = scored(&Build::levels(0).done(), "a=yes");
    assert_eq!((score.level, score.target_level, score.next), (Level::NONE, Level::NONE, None));
}
