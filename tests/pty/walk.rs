//! The walk: what keys do to the screen and to the file.

use rustix::process::Signal;

use crate::place::{Place, at};
use crate::session::{ENTER, ESC, RIGHT, Session, Start, TAB, ctrl, pasted};

#[test]
fn from_the_first_start_to_a_saved_file_with_level_1_reached() {
    let place = Place::new();
    let mut session = Start::at(&place).spawn();
    session.wait_for("New assessment");
    session.keys("Payments");
    session.keys(ENTER);
    session.wait_for("Operations and maintenance");
    session.keys(ENTER);
    session.wait_for("none: every role is asked");
    session.keys(RIGHT);
    session.keys(RIGHT);
    session.wait_for("Startup full-stack operations");
    session.keys(ENTER);
    session.wait_for("The day that the answers speak of");
    session.keys(ENTER);
    session.wait_for("separated by commas");
    session.keys("Lin, Sam");
    session.keys(ENTER);
    session.wait_for("Level 0 of 3");
    for (keys, left) in [("y", "10 unanswered"), ("yy", "9 unanswered"), ("\ry", "8 unanswered")] {
        session.keys(keys);
        session.wait_for(left);
    }
    session.wait_saved("Level 1 of 3");

    let yes = "deploys-and-runs=yes basic-monitoring=yes basic-incident-handling=yes";
    assert_eq!(place.answers(), yes);
    let saved = place.saved();
    let text = |keys: &[&str]| at(&saved, keys).and_then(toml::Value::as_str).map(str::to_owned);
    assert_eq!(text(&["team"]).as_deref(), Some("Payments"));
    assert_eq!(text(&["profile"]).as_deref(), Some("startup"));
    assert_eq!(text(&["status"]).as_deref(), Some("draft"));
    assert_eq!(at(&saved, &["assessors"]).map(ToString::to_string).as_deref(), Some(r#"["Lin", "Sam"]"#));
    let date = at(&saved, &["date"]).map(ToString::to_string).expect("a date");
    assert_eq!(place.file().file_stem().map(|stem| stem.to_string_lossy().into_owned()), Some(date.clone()));
    assert_eq!(at(&saved, &["criteria", "basic-monitoring", "answered"]).map(ToString::to_string), Some(date));
}

#[test]
fn each_answer_is_on_disk_without_leaving() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    let given = [
        ("y", "deploys-and-runs=yes"),
        ("\rp", "deploys-and-runs=yes basic-monitoring=partial"),
        ("\rn", "deploys-and-runs=yes basic-monitoring=partial basic-incident-handling=no"),
    ];
    for (key, answers) in given {
        session.keys(key);
        place.wait_for_file(answers, |place| place.answers() == answers);
    }
    session.wait_saved("8 unanswered");
}

#[test]
fn killed_after_an_answer_nothing_is_lost_and_the_next_start_goes_on_there() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    session.keys("y");
    session.wait_saved("10 unanswered");
    session.signal(Signal::KILL);
    assert_eq!(session.end().signal(), Some("Killed"));
    assert_eq!(place.answers(), "deploys-and-runs=yes");

    let again = Start::at(&place).spawn();
    again.wait_for("10 unanswered");
    again.wait("the second criterion", |shown| shown.selected().contains("Basic monitoring"));
}

#[test]
fn undo_and_redo_reach_the_disk() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    session.keys("y\rn");
    session.wait_saved("9 unanswered");
    let step = |session: &mut Session, key: &str, left: &str, answers: &str| {
        session.keys(key);
        session.wait_saved(left);
        assert_eq!(place.answers(), answers, "after {key:?}");
    };
    step(&mut session, "u", "10 unanswered", "deploys-and-runs=yes");
    step(&mut session, "u", "11 unanswered", "");
    step(&mut session, &ctrl('r'), "10 unanswered", "deploys-and-runs=yes");
    step(&mut session, &ctrl('r'), "9 unanswered", "deploys-and-runs=yes basic-monitoring=no");
    session.keys(&ctrl('r'));
    session.wait_for("nothing to redo");
}

#[test]
fn the_language_is_switched_and_switched_back() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("Level 0 of 3");
    let english = session.now(crate::session::Shown::look);
    session.keys("L");
    session.wait_for("0 级（共 3 级）");
    session.wait_for("系统可以正常部署和运行");
    session.keys("L");
    session.wait_for("Level 0 of 3");
    assert_eq!(session.now(crate::session::Shown::look), english);
}

#[test]
fn a_note_is_typed_and_pasted_in_chinese_with_emoji() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    session.keys("i");
    session.wait_for("Note ·");
    session.keys("值班手册 👩‍🚒 in the wiki");
    session.wait_for("in the wiki");
    // A command's letter, a control character and line ends of another system are text here, or nothing.
    session.keys(&pasted("\r\nq: 回滚\x1b[31m靠人工\t🚀"));
    session.wait_for("🚀");
    session.keys(&ctrl('s'));
    session.wait_gone("Note ·");
    let note =
        |place: &Place| at(&place.saved(), &["criteria", "deploys-and-runs", "note"])?.as_str().map(str::to_owned);
    place.wait_for_file("the note", |place| note(place).is_some());
    let note = note(&place).expect("a note");
    let (first, second) = note.split_once('\n').expect("two lines");
    assert_eq!(first, "值班手册 👩‍🚒 in the wiki");
    assert!(second.starts_with("q: 回滚") && second.ends_with("🚀") && second.contains("靠人工"), "{second:?}");
    assert!(!note.contains(|c: char| c.is_control() && c != '\n'), "{note:?}");
    session.wait_saved("11 unanswered");
}

#[test]
fn evidence_owner_and_due_date_are_typed_into_forms() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    session.keys("e");
    session.wait_for("Reference:");
    session.keys(ENTER);
    session.wait_for("evidence needs a reference");
    session.keys(&pasted("https://ci.example/发布?run=7"));
    session.keys(TAB);
    session.keys(TAB);
    session.keys("Lin");
    session.keys(TAB);
    session.keys("2027-05-32");
    session.keys(ENTER);
    session.wait_for("`2027-05-32` is not a date");
    session.keys("\x7f\x7f20");
    session.keys(ENTER);
    session.wait_gone("Expires:");
    session.keys(ESC);
    session.wait_gone("Evidence ·");
    session.keys("d");
    session.wait_for("By when?");
    session.keys("soon");
    session.keys(ENTER);
    session.wait_for("`soon` is not a date");
    session.keys(&ctrl('u'));
    session.keys("2027-01-31");
    session.keys(ENTER);
    session.wait_gone("By when?");
    session.keys("o");
    session.wait_for("Who closes this gap?");
    session.keys("山姆");
    session.keys(ENTER);
    session.wait_saved("Owner: 山姆");

    let saved = place.saved();
    let said = |keys: &[&str]| at(&saved, &[&["criteria", "deploys-and-runs"], keys].concat()).map(ToString::to_string);
    assert_eq!(said(&["due"]).as_deref(), Some("2027-01-31"));
    assert_eq!(said(&["owner"]).as_deref(), Some("\"山姆\""));
    let evidence = at(&saved, &["criteria", "deploys-and-runs", "evidence"]).and_then(toml::Value::as_array);
    let evidence = evidence.map(Vec::as_slice).expect("evidence");
    let [one] = evidence else { panic!("one piece of evidence: {evidence:?}") };
    assert_eq!(one.get("ref").and_then(toml::Value::as_str), Some("https://ci.example/发布?run=7"));
    assert_eq!(one.get("by").and_then(toml::Value::as_str), Some("Lin"));
    assert_eq!(one.get("expires").map(ToString::to_string).as_deref(), Some("2027-05-20"));
    assert!(one.get("date").is_some_and(toml::Value::is_datetime), "{one}");
}

#[test]
fn a_metric_takes_a_number() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    session.press("G");
    // Metrics are above the loops; the first one is reached from below as the last one before the practices.
    for _ in 0..60 {
        if session.now(|shown| shown.selected().contains("Availability (uptime)")) {
            break;
        }
        session.press("k");
    }
    session.wait("the metric", |shown| shown.selected().contains("Availability (uptime)"));
    session.keys("y");
    session.wait_for("a metric takes a number");
    session.keys("9");
    session.wait_for("in %; empty: no value");
    session.keys("9.9x");
    session.keys(ENTER);
    session.wait_for("`99.9x` is not a number");
    session.keys("\x7f5");
    session.keys(ENTER);
    session.wait("the value", |shown| shown.selected().contains("Availability") && shown.has("99.95%"));
    session.keys(ENTER);
    session.wait("the next metric", |shown| shown.selected().contains("Average API") && shown.is_saved());
    let saved = place.saved();
    let value = at(&saved, &["metrics", "availability", "value"]).and_then(toml::Value::as_float);
    assert_eq!(value, Some(99.95));
}

#[test]
fn n_a_asks_why_and_the_reason_is_kept() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    session.keys("a");
    session.wait_for("Why does it not apply?");
    session.keys("2");
    session.wait_gone("Why does it not apply?");
    session.wait_saved("10 unanswered");
    let saved = place.saved();
    let reason = at(&saved, &["criteria", "deploys-and-runs", "reason"]).and_then(toml::Value::as_str);
    assert_eq!(reason, Some("not-yet-relevant"));
}
