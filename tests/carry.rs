//! Carrying answers forward: nothing is lost, and everything is to be confirmed.

mod support;
mod support_over_time;

use jiff::civil::{Date, date};
use opsladder::model::checklist::Target;
use opsladder::model::{Assessment, Entry, Id, Level, Reason, Status};
use opsladder::scoring;
use opsladder::start::{Staffing, Wanted, start};
use proptest::prelude::*;

use support::{Build, TODAY, assess, change, evidence, key};
use support_over_time::{World, golden};

/// The assessment of a later day that goes on from `old`.
fn carry(old: &Assessment, date: Date) -> Assessment {
    let checklist = Build::levels(1).criteria(1, &["a"]).done();
    let (team, profile) = (old.team.as_str(), Staffing::AsBefore);
    start(&checklist, &Wanted { team, date, profile, assessors: None, from: Some(old) }).expect("it is of a later day")
}

#[test]
fn everything_that_was_said_comes_along() {
    let checklist = Build::levels(2).criteria(1, &["a", "b"]).criteria(2, &["c"]).metric("up", None).done();
    let mut old = assess(&checklist, "a=yes b=na c=partial m:up=99.5 gone=no");
    change(&mut old, "a", |entry| {
        entry.answered = Some(date(2026, 9, 1));
        entry.note = Some("by phone".into());
        entry.evidence = vec![evidence("https://x", Some(date(2027, 1, 1)))];
    });
    change(&mut old, "b", |entry| entry.reason = Some(Reason::OutOfScope));
    change(&mut old, "c", |entry| (entry.owner, entry.due) = (Some("Sam".into()), Some(date(2027, 1, 31))));
    change(&mut old, "m:up", |entry| entry.target = Some(Target::Above(99.0)));
    change(&mut old, "p:noted", |entry| entry.note = Some("only a note".into()));
    (old.status, old.profile, old.target_level) = (Status::Final, Some(Id::foreign("startup")), Some(Level::new(2)));
    old.assessors = vec!["Lin".into()];
    old.group = Some("Platform".into());
    old.checklist.path = Some("../mine.toml".into());

    let new = carry(&old, date(2027, 2, 1));
    assert_eq!((new.team.as_str(), new.date, new.status), ("Payments", date(2027, 2, 1), Status::Draft));
    assert_eq!(
        (&new.profile, new.target_level, &new.assessors, &new.group, &new.checklist),
        (&old.profile, old.target_level, &old.assessors, &old.group, &old.checklist)
    );
    let without_day = |entry: &Entry| Entry { answered: None, ..entry.clone() };
    assert_eq!(new.entries().count(), old.entries().count());
    for (key, entry) in old.entries() {
        assert_eq!(without_day(new.entry(key).expect("it came along")), without_day(entry), "{key}");
    }
    let day = |word| new.entry(&key(word)).and_then(|entry| entry.answered);
    assert_eq!(day("a"), Some(date(2026, 9, 1)), "the day that it was given on");
    assert_eq!(day("b"), Some(TODAY), "the day of its assessment");
    assert_eq!(day("m:up"), Some(TODAY));
    assert_eq!(day("p:noted"), None, "there is no answer to confirm");
}

#[test]
fn an_answer_with_a_day_still_to_come_is_not_taken_for_confirmed() {
    let checklist = Build::levels(1).criteria(1, &["a", "b"]).done();
    let mut old = assess(&checklist, "a=yes b=yes");
    change(&mut old, "a", |entry| entry.answered = Some(date(2027, 2, 1)));
    change(&mut old, "b", |entry| entry.answered = Some(date(2026, 12, 1)));
    let new = carry(&old, date(2027, 2, 1));
    let day = |word| new.entry(&key(word)).and_then(|entry| entry.answered);
    assert_eq!((day("a"), day("b")), (Some(TODAY), Some(date(2026, 12, 1))));
    assert!(new.is_carried(&key("a")) && new.is_carried(&key("b")));
}

proptest! {
    #[test]
    fn the_level_stays_and_every_answer_is_to_be_confirmed(answers in prop::collection::vec(0usize..5, 4), days in 1i64..400) {
        let checklist = Build::levels(2).criteria(1, &["a", "b"]).criteria(2, &["c", "d"]).done();
        let words: Vec<String> = ["a", "b", "c", "d"]
            .iter()
            .zip(&answers)
            .filter_map(|(item, answer)| Some(format!("{item}={}", ["yes", "partial", "no", "na"].get(*answer)?)))
            .collect();
        let old = assess(&checklist, &words.join(" "));
        let later = TODAY.checked_add(jiff::ToSpan::days(days)).expect("a day");
        let new = carry(&old, later);
        let (before, after) = (scoring::score(&checklist, &old), scoring::score(&checklist, &new));
        prop_assert_eq!(before.level, after.level);
        prop_assert_eq!(before.coverage.answered, after.coverage.answered);
        prop_assert_eq!(after.coverage.to_confirm, after.coverage.answered);
    }
}

#[test]
fn new_goes_on_from_an_earlier_assessment() {
    let world = World::new();
    let before = world.read("store/Payments/2026-08-31.toml");
    let told = world.transcript(&[
        &["new", "Payments", "--from", "Payments"],
        &["new", "Payments", "--from", "Payments~1", "--date", "2026-12-01", "--assessor", "Kim", "--lang", "zh"],
    ]);
    golden("carry", &format!("{told}{}", world.read("store/Payments/2026-11-23.toml")));
    assert_eq!(world.read("store/Payments/2026-08-31.toml"), before);
    let second = world.read("store/Payments/2026-12-01.toml");
    assert!(second.contains("assessors = [\"Kim\"]"), "{second}");
}

#[test]
fn a_team_may_be_named_by_its_directory() {
    let world = World::new();
    let old = support_over_time::ANSWERS.replace("\"Payments\"", "\"支付/团队\"");
    world.write("store/支付-团队/2026-08-31.toml", &old);
    let ran = world.run(&["new", "支付-团队", "--from", "支付/团队"]);
    assert_eq!((ran.status, ran.out.as_str()), (0, "[ROOT]/store/支付-团队/2026-11-23.toml\n"), "{}", ran.err);
    assert!(world.read("store/支付-团队/2026-11-23.toml").contains("team = \"支付/团队\""));
}

#[test]
fn new_refuses_what_does_not_follow() {
    let world = World::new();
    let files = world.files();
    let told = world.transcript(&[
        &["new", "Search", "--from", "Payments"],
        &["new", "Search", "--from", "Payments", "--lang", "zh"],
        &["new", "Payments", "--from", "Payments", "--date", "2026-08-31"],
        &["new", "Payments", "--from", "Payments", "--date", "2026-08-30", "--lang", "zh"],
        &["new", "Payments", "--from", "Payments~7"],
        &["new", "Payments", "--from", "nothing.toml"],
        &["new", "Payments", "--from", "Payments", "--profile", "none"],
    ]);
    golden("carry-refused", &told);
    assert_eq!(world.run(&["new", "Payments", "--from", "Payments", "--checklist", "small"]).status, 2);
    assert_eq!(world.files(), files);
}

#[test]
fn a_checklist_that_has_changed_is_said_and_the_recorded_one_is_kept() {
    let world = World::new();
    world.write("store/checklists/small.toml", support_over_time::V2);
    let told = world.transcript(&[
        &["new", "Payments", "--from", "Payments"],
        &["new", "Payments", "--from", "Payments~1", "--date", "2026-12-01", "--lang", "zh"],
    ]);
    golden("carry-changed", &told);
    let new = world.read("store/Payments/2026-11-23.toml");
    assert!(new.contains("version = \"1.0.0\"") && new.contains("[criteria.ci]"), "{new}");
    // What the hint says to do can be done.
    std::fs::remove_file(world.path("store/Payments/2026-12-01.toml")).expect("it was made");
    std::fs::remove_file(world.path("store/Payments/2026-11-23.toml")).expect("it was made");
    assert_eq!(world.run(&["migrate", "Payments"]).status, 0);
    assert!(world.read("store/Payments/2026-11-23.toml").contains("version = \"1.1.0\""));
}

#[test]
fn a_checklist_named_by_path_is_still_found() {
    let world = World::new();
    std::fs::remove_file(world.path("store/checklists/small.toml")).expect("it was there");
    world.write("mine.toml", support_over_time::V1);
    let old = world.read("store/Payments/2026-08-31.toml");
    world.write("far/away/old.toml", &old.replace("id = \"small\"", "id = \"small\"\npath = \"../../mine.toml\""));
    std::fs::remove_file(world.path("store/Payments/2026-08-31.toml")).expect("it was there");
    let ran = world.run(&["new", "Payments", "--from", "../far/away/old.toml"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, "answers carried over from 2026-08-31, to confirm: 8\n"));
    assert!(world.read("store/Payments/2026-11-23.toml").contains("path = \"../../mine.toml\""));
    assert_eq!(world.run(&["score", "Payments"]).status, 0);
}
