//! What a scorecard says of single items, of levels and of what comes first: facts that every writer words, none works out.

mod support;

use std::sync::Arc;

use jiff::civil::date;
use opsladder::model::checklist::Target;
use opsladder::model::{Assessment, Checklist, Key};
use opsladder::reading::Reading;
use opsladder::scorecard::{Axis, First, ItemStatus, Scorecard};
use opsladder::scoring::{Lens, LevelState, MetricStatus};
use support::{Build, assess, change, id, ids, key};

fn checklist() -> Checklist {
    Build::levels(3)
        .areas(&["build", "run"])
        .role("dev", Some("build"))
        .role("guard", Some("run"))
        .practices(Some("dev"), &["p", "q"])
        .practices(Some("guard"), &["r"])
        .deliverables(&["d"])
        .metric("up", Some(Target::Above(99.9)))
        .criterion("a", 1, |item| item.area = Some(id("build")))
        .criterion("b", 2, |item| {
            item.na_allowed = false;
            item.practices = ids(&["p", "q"]);
        })
        .criterion("c", 3, |_| ())
        .done()
}

fn card(answers: &str) -> Scorecard {
    let checklist = checklist();
    let assessment = assess(&checklist, answers);
    Scorecard::new(Reading::new(Arc::new(checklist), assessment), None)
}

fn states(card: &Scorecard) -> Vec<LevelState> {
    card.score.levels.iter().map(opsladder::scoring::LevelScore::state).collect()
}

#[test]
fn an_item_counts_as_its_answer_does() {
    let card = card("a=na b=na p:p=partial p:q=no d:d=yes m:up=99.95");
    let status = |word: &str| card.status(&key(word));
    assert_eq!(status("a"), ItemStatus::Waived);
    assert_eq!(status("b"), ItemStatus::NotMet, "waived where that is not allowed");
    assert_eq!(status("c"), ItemStatus::Unanswered);
    assert_eq!(status("p:p"), ItemStatus::NotMet);
    assert_eq!(status("d:d"), ItemStatus::Met);
    assert_eq!(status("m:up"), ItemStatus::Measured(MetricStatus::OnTarget));
    assert_eq!(status("m:gone"), ItemStatus::Unknown);
    assert_eq!(status("gone"), ItemStatus::Unknown);
}

#[test]
fn overdue_is_what_was_due_before_and_is_not_met() {
    let overdue = |answers: &str, word: &str, day| {
        let checklist = checklist();
        let mut assessment: Assessment = assess(&checklist, answers);
        change(&mut assessment, word, |entry| entry.due = Some(day));
        Scorecard::new(Reading::new(Arc::new(checklist), assessment), None).is_overdue(&key(word))
    };
    let (yesterday, today) = (date(2026, 11, 22), date(2026, 11, 23));
    for (answers, word, expected) in [
        ("a=no", "a", true),
        ("a=partial", "a", true),
        ("a=yes", "a", false),
        ("a=na", "a", false),
        ("b=na", "b", true),
        ("p:p=no", "p:p", true),
        ("p:p=na", "p:p", false),
        ("d:d=partial", "d:d", true),
    ] {
        assert_eq!(overdue(answers, word, yesterday), expected, "{answers}");
        assert!(!overdue(answers, word, today), "{answers}");
    }
    assert!(!card("a=no").is_overdue(&key("a")));
}

#[test]
fn a_level_says_why_it_is_not_achieved() {
    use LevelState::{Achieved, AllWaived, Blocked, HeldBack};
    assert_eq!(states(&card("a=yes b=partial c=yes")), [Achieved, Blocked, HeldBack]);
    assert_eq!(states(&card("a=na b=yes")), [AllWaived, HeldBack, Blocked]);
    assert!(card("a=na b=yes").score.next_is_waived());
    assert!(!card("a=yes b=na").score.next_is_waived(), "its waiver is a no");
    assert!(!card("a=yes b=yes c=yes").score.next_is_waived());
}

#[test]
fn other_readings_are_told_where_they_differ() {
    let told = |answers: &str| card(answers).score.other_readings().map(|(reading, _)| reading).collect::<Vec<_>>();
    assert_eq!(told("a=yes b=no"), [Lens::Evidenced]);
    assert_eq!(told("b=no"), [Lens::Possible]);
    assert_eq!(told("a=no"), []);
}

#[test]
fn actions_come_before_remedies_and_five_are_enough() {
    let checklist = Build::levels(1).practices(None, &["p"]).criterion("a", 1, |item| item.practices = ids(&["p"]));
    let checklist = checklist.criteria(1, &["b", "c", "d", "e", "f"]).done();
    let assessment = assess(&checklist, "b=no");
    let card = Scorecard::new(Reading::new(Arc::new(checklist), assessment), None);
    let named: Vec<String> = card
        .first()
        .map(|first| match first {
            First::Action(action) => format!("do {}", action.practice),
            First::Remedy(gap) => format!("mend {}", gap.criterion),
        })
        .collect();
    assert_eq!(named, ["do p", "mend b", "mend c", "mend d", "mend e"]);
}

#[test]
fn an_axis_is_whatever_has_a_share() {
    let told = |card: &Scorecard| {
        let axes = card.axes().map(|axis| match axis {
            Axis::Area(id, percent) => format!("area {id} {percent}"),
            Axis::Role(id, percent) => format!("role {id} {percent}"),
        });
        axes.collect::<Vec<_>>()
    };
    // An area stands by its practices where no criterion of it applies.
    assert_eq!(
        told(&card("a=partial p:p=yes p:r=yes")),
        ["area build 50", "area run 100", "role dev 50", "role guard 100"]
    );
    assert_eq!(told(&card("a=na p:r=na")), ["area build 0", "role dev 0"]);
}

#[test]
fn waived_and_retired_are_listed() {
    let checklist = checklist();
    let mut assessment = assess(&checklist, "c=na a=na d:d=na b=yes");
    change(&mut assessment, "gone", |entry| entry.note = Some("kept".to_owned()));
    let card = Scorecard::new(Reading::new(Arc::new(checklist), assessment), None);
    assert_eq!(card.waived(), [key("a"), key("c"), key("d:d")]);
    assert_eq!(card.retired().map(|(key, _)| key.clone()).collect::<Vec<Key>>(), [key("gone")]);
}

#[test]
fn a_value_is_read_and_doubted_in_the_unit_that_the_team_measures_it_in() {
    let mut checklist = Build::levels(1).metric("up", None).criterion("a", 1, |_| ());
    checklist.0.metrics[0].unit = Some(opsladder::i18n::Text::plain("%"));
    let checklist = checklist.done();
    let mut assessment = assess(&checklist, "m:up=99");
    let plain = support::card(&checklist, assessment.clone());
    assert_eq!(plain.read_value(&id("up"), "250 %"), Some(250.0));
    assert!(plain.doubts(&id("up"), 250.0));
    change(&mut assessment, "m:up", |entry| entry.unit = Some("ppm".to_owned()));
    let own = support::card(&checklist, assessment);
    assert_eq!(own.read_value(&id("up"), "250 ppm"), Some(250.0));
    assert_eq!(own.read_value(&id("up"), "250 %"), None, "another unit than the team's");
    assert!(!own.doubts(&id("up"), 250.0));
}
