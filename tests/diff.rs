//! Two assessments compared: what became of each item, why, and what that did to the level.

#[path = "diff/command.rs"]
mod command;
#[path = "diff/properties.rs"]
mod properties;
#[path = "diff/quarter.rs"]
mod quarter;
mod support;
#[allow(dead_code, reason = "the tests of the other commands take more of it")]
#[path = "cli/world.rs"]
mod world;

use std::sync::Arc;

use jiff::civil::date;
use opsladder::diff::words::Fate;
use opsladder::diff::{Cause, Change, Diff, Folded, Item, Pair, diff};
use opsladder::findings::Code;
use opsladder::i18n::Text;
use opsladder::model::checklist::{Better, Target};
use opsladder::model::{Assessment, Checklist, Level, Reason, Section};
use opsladder::reading::Reading;
use opsladder::scorecard::Scorecard;
use opsladder::scoring::MetricStatus;
use support::{Build, TODAY, assess, change, evidence, ids, key, names};

fn card(checklist: &Checklist, assessment: Assessment) -> Scorecard {
    Scorecard::new(Reading::new(Arc::new(checklist.clone()), assessment), None)
}

/// What differs between two sets of answers to one checklist.
fn answers(checklist: &Checklist, old: &str, new: &str) -> Diff {
    between(checklist, old, checklist, new)
}

/// What differs between the answers to one checklist and those to another.
fn between(before: &Checklist, old: &str, after: &Checklist, new: &str) -> Diff {
    diff(&card(before, assess(before, old)), &card(after, assess(after, new)))
}

/// Two levels of two criteria.
fn two() -> Build {
    Build::levels(2).criteria(1, &["a", "b"]).criteria(2, &["c", "d"])
}

/// The next version of a checklist.
fn next(mut build: Build) -> Checklist {
    build.0.version = semver::Version::new(1, 1, 0);
    build.done()
}

fn item<'a>(diff: &'a Diff, word: &str) -> &'a Item {
    let key = key(word);
    let mut items = diff.items.iter().filter(|item| item.key == key);
    let item = items.next().unwrap_or_else(|| panic!("`{word}` is not in {:#?}", diff.items));
    assert!(items.next().is_none(), "`{word}` stands there twice");
    item
}

fn became(diff: &Diff, word: &str) -> (Change, Cause) {
    let item = item(diff, word);
    (item.change, item.cause)
}

/// The steps as `we 1>2 a b`.
fn steps(diff: &Diff) -> Vec<String> {
    let step = |step: &opsladder::diff::Step| {
        let cause = format!("{:?}", step.cause).to_lowercase();
        format!("{cause} {}>{} {}", step.from, step.to, names(&step.because).join(" "))
    };
    diff.steps.iter().map(step).collect()
}

#[test]
fn each_item_became_one_thing_and_what_stayed_is_left_out() {
    let checklist = two().practices(None, &["p"]).deliverables(&["q"]).improvement_loop("l", &["s", "t"]).done();
    let diff =
        answers(&checklist, "a=no b=yes c=na p:p=no d:q=yes s:l.t=yes", "a=partial b=no d=yes p:p=na d:q=yes s:l.s=no");
    let told: Vec<String> =
        diff.items.iter().map(|item| format!("{} {:?} {:?}", item.key, item.change, item.cause)).collect();
    assert_eq!(
        told,
        [
            "a Improved We",
            "b Regressed We",
            "c WaiverLifted Waiver",
            "d NewlyAnswered We",
            "p Waived Waiver",
            "l.s NewlyAnswered We",
            "l.t NoLongerAnswered We",
        ]
    );
    assert!(diff.regression());
}

#[test]
fn a_carried_answer_is_no_change() {
    let checklist = two().done();
    let mut later = assess(&checklist, "a=yes b=yes");
    for word in ["a", "b"] {
        change(&mut later, word, |entry| entry.answered = Some(TODAY));
    }
    later.date = date(2027, 2, 1);
    let diff = diff(&card(&checklist, assess(&checklist, "a=yes b=yes")), &card(&checklist, later));
    assert!(diff.is_empty(), "{diff:#?}");
    assert!(!diff.regression());
}

#[test]
fn the_level_goes_step_by_step_and_each_step_names_what_decides() {
    let checklist = two().done();
    let up = answers(&checklist, "a=yes b=no c=yes d=yes", "a=yes b=yes c=yes d=yes");
    assert_eq!(steps(&up), ["we 0>2 b"]);
    let down = answers(&checklist, "a=yes b=yes c=yes d=yes", "a=yes b=yes c=partial d=na");
    assert_eq!(steps(&down), ["we 2>1 c"]);
    assert_eq!((down.level, down.regression()), (Pair { old: Level::new(2), new: Level::new(1) }, true));
    let waived = answers(&checklist, "a=yes b=yes c=yes d=no", "a=yes b=yes c=yes d=na");
    assert_eq!(steps(&waived), ["waiver 1>2 d"]);
    assert_eq!(waived.level_without_waivers, Pair { old: Level::new(1), new: Level::new(1) });
    // Only the level that falls first decides.
    let both = answers(&checklist, "a=yes b=yes c=yes d=yes", "a=yes b=no c=no d=yes");
    assert_eq!(steps(&both), ["we 2>0 b"]);
    // A yes that became a waiver beside it decided nothing.
    let three = Build::levels(1).criteria(1, &["a", "b", "c"]).done();
    assert_eq!(steps(&answers(&three, "a=yes b=no c=yes", "a=yes b=na c=na")), ["waiver 0>1 b"]);
    // Waivers alone achieve nothing: what gave the yes decides.
    let last = answers(&checklist, "a=yes b=na", "a=na b=na");
    assert_eq!(steps(&last), ["waiver 1>0 a"]);
}

#[test]
fn causes_that_cancel_out_are_told_all_the_same() {
    let checklist = two().done();
    let diff = answers(&checklist, "a=yes b=yes c=yes d=no", "a=yes b=yes c=no d=na");
    assert_eq!(steps(&diff), [""; 0]);
    let diff = answers(&checklist, "a=yes b=no c=yes d=na", "a=yes b=yes c=yes d=no");
    assert_eq!(steps(&diff), ["we 0>2 b", "waiver 2>1 d"]);
    assert!(!diff.regression());
}

#[test]
fn a_new_criterion_lowers_the_level_and_is_no_regression() {
    let (before, after) = (two().done(), next(two().criteria(1, &["e"])));
    let all = "a=yes b=yes c=yes d=yes";
    let diff = between(&before, all, &after, all);
    assert_eq!(steps(&diff), ["checklist 2>0 e"]);
    assert_eq!(became(&diff, "e"), (Change::Unchanged, Cause::Checklist));
    assert!(!diff.regression());
    assert_eq!(names(&diff.gaps.came), ["e"]);
    let answered = between(&before, all, &after, &format!("{all} e=no"));
    assert_eq!(became(&answered, "e"), (Change::NewlyAnswered, Cause::Checklist));
    assert!(!answered.regression());
}

#[test]
fn a_retired_criterion_raises_the_level_and_comes_last() {
    let (before, after) = (two().done(), next(Build::levels(2).criteria(1, &["a"]).criteria(2, &["c", "d"])));
    let diff = between(&before, "a=yes b=no c=yes d=yes", &after, "a=yes c=yes d=yes");
    assert_eq!(steps(&diff), ["checklist 0>2 b"]);
    assert_eq!(became(&diff, "b"), (Change::NoLongerAnswered, Cause::Checklist));
    assert_eq!(names(&diff.gaps.went), ["b"]);
    // Its yes is not taken away by us.
    let diff = between(&before, "a=yes b=yes c=yes d=yes", &after, "a=yes c=yes d=no");
    assert_eq!((steps(&diff), diff.regression()), (vec!["we 2>1 d".to_owned()], true));
    assert_eq!(diff.items.last().map(|item| item.key.to_string()).as_deref(), Some("b"));
}

#[test]
fn a_moved_criterion_is_the_checklists_doing() {
    let (before, after) = (two().done(), next(Build::levels(2).criteria(1, &["a", "b", "d"]).criteria(2, &["c"])));
    let diff = between(&before, "a=yes b=yes c=yes d=no", &after, "a=yes b=yes c=yes d=no");
    assert_eq!(steps(&diff), ["checklist 1>0 d"]);
    let moved = item(&diff, "d").asked.as_ref().and_then(|asked| asked.moved);
    assert_eq!(moved, Some((Level::new(2), Level::new(1))));
    let up = between(&after, "a=yes b=yes c=yes d=no", &before, "a=yes b=yes c=yes d=no");
    assert_eq!(steps(&up), ["checklist 0>1 d"]);
}

#[test]
fn a_renamed_criterion_is_the_same_one() {
    let renamed = Build::levels(2)
        .criterion("z", 1, |criterion| {
            criterion.formerly = support::former(&["a"]);
            criterion.title = Text::plain("a");
        })
        .criteria(1, &["b"])
        .criteria(2, &["c", "d"]);
    let (before, after) = (two().done(), next(renamed));
    let diff = between(&before, "a=yes b=yes", &after, "z=no b=yes");
    assert_eq!(became(&diff, "z"), (Change::Regressed, Cause::We));
    assert_eq!(item(&diff, "z").formerly(), Some(&key("a")));
    assert_eq!(steps(&diff), ["we 1>0 z"]);
    assert!(diff.regression());
    let same = between(&before, "a=yes b=yes", &after, "z=yes b=yes");
    assert_eq!(became(&same, "z"), (Change::Unchanged, Cause::Checklist));
    assert!(same.level == Pair { old: Level::new(1), new: Level::new(1) } && same.findings.is_empty());
}

#[test]
fn a_waiver_that_the_checklist_stops_allowing_is_a_waivers_doing() {
    let strict = Build::levels(2).criterion("a", 1, |it| it.na_allowed = false).criteria(1, &["b"]);
    let (before, after) = (two().done(), next(strict.criteria(2, &["c", "d"])));
    let diff = between(&before, "a=na b=yes", &after, "a=na b=yes");
    assert_eq!(became(&diff, "a"), (Change::WaiverLifted, Cause::Waiver));
    assert_eq!((steps(&diff), diff.regression()), (vec!["waiver 1>0 a".to_owned()], false));
    // One that was never allowed counted as no: what replaces it is an answer of ours.
    let diff = between(&after, "a=na b=yes", &after, "a=yes b=yes");
    assert_eq!(became(&diff, "a"), (Change::Improved, Cause::We));
    let diff = between(&after, "a=na b=yes", &after, "a=no b=yes");
    assert_eq!(became(&diff, "a"), (Change::WaiverLifted, Cause::Waiver));
}

#[test]
fn an_answer_taken_away_is_a_regression_if_it_counted() {
    let checklist = Build::levels(2).criteria(1, &["a", "b"]).criteria(2, &["c"]).done();
    // The level is 0 either way.
    for (old, expected) in [("c=yes", true), ("c=partial", true), ("c=no", false), ("c=na", false)] {
        let diff = answers(&checklist, &format!("a=no {old}"), "a=no");
        assert_eq!(diff.regression(), expected, "{old}");
    }
    let practices = two().practices(None, &["p"]).done();
    assert!(!answers(&practices, "p:p=yes", "p:p=no").regression());
}

#[test]
fn metrics_have_a_direction_where_somebody_gave_one() {
    let mut build =
        two().metric("up", Some(Target::Above(99.9))).metric("down", None).metric("plain", None).metric("own", None);
    build.0.metrics[1].better = Some(Better::Lower);
    let checklist = build.done();
    let mut old = assess(&checklist, "m:up=99.95 m:down=10 m:plain=1 m:own=5");
    let mut new = assess(&checklist, "m:up=99.9 m:down=7.5 m:plain=2 m:own=6");
    for side in [&mut old, &mut new] {
        change(side, "m:own", |entry| entry.target = Some(Target::Below(6.0)));
    }
    let diff = diff(&card(&checklist, old), &card(&checklist, new));
    let told = |word: &str| {
        let item = item(&diff, word);
        (item.change, item.by, item.old.status, item.new.status)
    };
    let (on, off, tracked) = (Some(MetricStatus::OnTarget), Some(MetricStatus::OffTarget), Some(MetricStatus::Tracked));
    assert_eq!(told("m:up"), (Change::Regressed, Some(-0.05), on, off));
    assert_eq!(told("m:down"), (Change::Improved, Some(-2.5), tracked, tracked));
    assert_eq!(told("m:plain"), (Change::Changed, Some(1.0), tracked, tracked));
    assert_eq!(told("m:own"), (Change::Regressed, Some(1.0), on, off));
    assert!(!diff.regression());
}

#[test]
fn a_metric_in_another_unit_is_neither_more_nor_less() {
    let measured_in = |unit: &str| {
        let mut build = two().metric("m", Some(Target::Below(200.0)));
        build.0.metrics[0].unit = Some(Text::plain(unit));
        build.done()
    };
    let diff = between(&measured_in("ms"), "m:m=180", &measured_in("s"), "m:m=0.2");
    assert_eq!((item(&diff, "m:m").change, item(&diff, "m:m").by), (Change::Changed, None));
}

#[test]
fn a_target_that_is_met_by_being_lowered_is_told() {
    let checklist = two().metric("m", Some(Target::Above(10.0))).done();
    let mut new = assess(&checklist, "m:m=9");
    change(&mut new, "m:m", |entry| entry.target = Some(Target::Above(8.0)));
    let diff = diff(&card(&checklist, assess(&checklist, "m:m=9")), &card(&checklist, new));
    let item = item(&diff, "m:m");
    assert_eq!((item.change, item.cause), (Change::Unchanged, Cause::We));
    assert_eq!((item.old.status, item.new.status), (Some(MetricStatus::OffTarget), Some(MetricStatus::OnTarget)));
    assert_eq!(item.details.target, Some(Pair { old: None, new: Some(Target::Above(8.0)) }));
}

#[test]
fn a_unit_or_window_of_the_teams_own_is_told_by_itself() {
    let checklist = two().metric("m", None).done();
    let mut new = assess(&checklist, "m:m=9");
    let month = opsladder::model::Window::read("30d");
    change(&mut new, "m:m", |entry| (entry.unit, entry.window) = (Some("EUR".to_owned()), month));
    let diff = diff(&card(&checklist, assess(&checklist, "m:m=9")), &card(&checklist, new));
    let item = item(&diff, "m:m");
    assert_eq!((item.change, item.folded()), (Change::Unchanged, None));
    assert_eq!(item.details.unit, Some(Pair { old: None, new: Some("EUR".to_owned()) }));
    assert_eq!(item.details.window, Some(Pair { old: None, new: month }));
}

#[test]
fn what_stands_beside_an_answer_is_compared_too() {
    let checklist = two().done();
    let mut old = assess(&checklist, "a=na b=yes");
    change(&mut old, "a", |entry| {
        entry.note = Some("rollback is by hand".into());
        entry.reason = Some(Reason::Other);
        entry.owner = Some("Sam".into());
        entry.evidence = vec![evidence("x", None), evidence("y", None), evidence("gone", None)];
    });
    let mut new = assess(&checklist, "a=na b=yes");
    change(&mut new, "a", |entry| {
        entry.note = Some("rollback is tested".into());
        entry.reason = Some(Reason::AcceptedRisk);
        entry.due = Some(TODAY);
        entry.evidence = vec![evidence("y", Some(TODAY)), evidence("x", None), evidence("fresh", None)];
    });
    let diff = diff(&card(&checklist, old), &card(&checklist, new));
    let item = item(&diff, "a");
    assert_eq!((item.change, item.cause), (Change::Unchanged, Cause::We));
    let details = &item.details;
    let note: Vec<(Fate, &str)> = details.note.iter().map(|run| (run.fate, run.text.as_str())).collect();
    assert_eq!(note, [(Fate::Kept, "rollback is"), (Fate::Removed, "by hand"), (Fate::Added, "tested")]);
    assert_eq!(details.evidence_added, [evidence("fresh", None)]);
    assert_eq!(details.evidence_removed, [evidence("gone", None)]);
    assert_eq!(details.evidence_changed, [Pair { old: evidence("y", None), new: evidence("y", Some(TODAY)) }]);
    assert_eq!(details.owner, Some(Pair { old: Some("Sam".into()), new: None }));
    assert_eq!(details.due, Some(Pair { old: None, new: Some(TODAY) }));
    assert_eq!(details.reason, Some(Pair { old: Some(Reason::Other), new: Some(Reason::AcceptedRisk) }));
}

#[test]
fn findings_and_gaps_come_and_go() {
    let checklist = Build::levels(2)
        .deliverables(&["q"])
        .criterion("a", 1, |it| it.deliverables = ids(&["q"]))
        .criteria(1, &["b"])
        .criteria(2, &["c"])
        .done();
    let diff = answers(&checklist, "a=yes b=no d:q=no", "a=na b=yes d:q=no");
    let codes =
        |findings: &[opsladder::findings::Finding]| findings.iter().map(|it| it.what.code()).collect::<Vec<_>>();
    assert_eq!(codes(&diff.findings.came), [Code::WaiverUnexplained]);
    assert_eq!(codes(&diff.findings.went), [Code::DeliverableMissing]);
    // The target went from 1 to 2, and `c` was open all the time.
    assert_eq!((names(&diff.gaps.came), names(&diff.gaps.went)), (vec![], vec!["b"]));
    let diff = answers(&checklist, "a=no b=yes c=yes", "a=yes b=yes c=no");
    assert_eq!((names(&diff.gaps.came), names(&diff.gaps.went)), (vec!["c"], vec!["a"]));
}

#[test]
fn a_finding_and_a_gap_stay_what_they_are_under_another_name() {
    let named = |criterion: &str, deliverable: &str, open: &str, formerly: &[&str]| {
        let mut build = Build::levels(1).deliverables(&[deliverable]);
        for (nth, name) in [criterion, open].into_iter().enumerate() {
            build = build.criterion(name, 1, |it| {
                it.deliverables = ids(&[deliverable]);
                it.title = Text::plain("same");
                it.formerly = support::former(formerly).into_iter().skip(nth).take(1).collect();
            });
        }
        build.0.deliverables[0].title = Text::plain("same");
        build.0.deliverables[0].formerly = support::former(formerly).into_iter().skip(2).collect();
        build
    };
    let (before, after) = (named("a", "q", "o", &[]).done(), next(named("z", "y", "w", &["a", "o", "q"])));
    let diff = between(&before, "a=yes o=no d:q=no", &after, "z=yes w=no d:y=no");
    assert!(diff.findings.is_empty() && diff.gaps.is_empty(), "{diff:#?}");
    assert_eq!(diff.items.len(), 3);
}

#[test]
fn an_area_is_told_where_its_level_or_progress_differs() {
    let checklist = Build::levels(1)
        .areas(&["x", "y"])
        .criterion("a", 1, |it| it.area = ids(&["x"]).pop())
        .criterion("b", 1, |it| it.area = ids(&["y"]).pop())
        .done();
    let diff = answers(&checklist, "a=partial b=yes", "a=yes b=yes");
    let [area] = diff.areas.as_slice() else { panic!("{:#?}", diff.areas) };
    assert_eq!(area.level, Pair { old: Some(Level::NONE), new: Some(Level::new(1)) });
    assert_eq!(area.progress, Pair { old: Some(50), new: Some(100) });
}

#[test]
fn of_different_checklists_what_they_share_is_compared() {
    let mut other = Build::levels(1).criteria(1, &["a", "e"]);
    other.0.id = ids(&["other"]).remove(0);
    let diff = between(&two().done(), "a=yes b=yes", &other.done(), "a=no e=yes");
    assert!(diff.shared_only);
    assert_eq!(diff.items.iter().map(|item| item.key.to_string()).collect::<Vec<_>>(), ["a"]);
}

#[test]
fn what_went_up_and_down_is_counted_and_the_rest_folds() {
    let checklist = two()
        .practices(None, &["p", "q"])
        .metric("on", Some(Target::Above(1.0)))
        .metric("drift", Some(Target::Above(1.0)))
        .metric("off", Some(Target::Above(1.0)))
        .done();
    let diff = answers(
        &checklist,
        "a=partial b=yes c=no p:p=no m:on=0 m:drift=3 m:off=2",
        "a=yes c=no d=yes p:p=yes p:q=yes m:on=2 m:drift=2 m:off=1",
    );
    let moved = |section| {
        let moved = diff.moved(section);
        (moved.up, moved.down)
    };
    // An answer where there was none raises a level; of a practice nobody knows how it stood.
    assert_eq!(moved(Section::Criteria), (2, 1));
    assert_eq!(moved(Section::Practices), (1, 0));
    assert_eq!(moved(Section::Metrics), (1, 1));
    assert_eq!(item(&diff, "m:drift").folded(), Some(Folded::Drift));
    assert_eq!(Folded::ALL.map(|kind| diff.count_of(kind)), [0, 1, 0, 0, 0]);
}

#[test]
fn what_is_open_slips_by_its_day_and_by_its_owner() {
    let checklist = two().done();
    let side = |said: &[(&str, Option<&str>, Option<jiff::civil::Date>)], day| {
        let mut assessment = assess(&checklist, "a=no b=no c=no d=yes");
        assessment.date = day;
        for (word, owner, due) in said {
            change(&mut assessment, word, |entry| (entry.owner, entry.due) = (owner.map(str::to_owned), *due));
        }
        card(&checklist, assessment)
    };
    let (then, now) = (date(2026, 3, 1), date(2026, 6, 1));
    let (april, july, late) = (Some(date(2026, 4, 1)), Some(date(2026, 7, 1)), Some(date(2026, 5, 30)));
    let old = side(
        &[("a", Some("Lin"), april), ("b", Some("Lin"), late), ("c", None, None), ("d", Some("Lin"), april)],
        then,
    );
    let new =
        side(&[("a", Some("Sam"), july), ("b", Some("Lin"), late), ("c", Some("Sam"), july), ("d", None, july)], now);
    let slips = diff(&old, &new).slips;
    let told: Vec<_> = slips.iter().map(|slip| (slip.key.to_string(), slip.owner.is_some(), slip.days)).collect();
    assert_eq!(told, [("a".to_owned(), true, Some(91)), ("b".to_owned(), false, Some(2))]);
    assert!(diff(&new, &new).is_empty());
    let mut other = new.assessment.clone();
    "Other".clone_into(&mut other.team);
    assert!(diff(&old, &card(&checklist, other)).slips.is_empty());
}

#[test]
fn what_an_assessment_is_set_up_with_is_compared() {
    let checklist = two().done();
    let old = assess(&checklist, "");
    let mut new = old.clone();
    (new.target_level, new.assessors) = (Some(Level::new(2)), vec!["Lin".to_owned()]);
    let setup = diff(&card(&checklist, old), &card(&checklist, new)).setup;
    assert_eq!(setup.target_level, Some(Pair::of(None, Some(Level::new(2)))));
    assert_eq!(setup.assessors, Some(Pair::of(Vec::new(), vec!["Lin".to_owned()])));
    assert_eq!(setup.profile, None);
}
