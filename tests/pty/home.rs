//! The list of teams on real files: deleted and brought back, renamed, reported, looked at.

use std::fs;

use crate::place::{Place, eventually};
use crate::session::{ENTER, ESC, Start, ctrl};

#[test]
fn a_team_is_deleted_brought_back_byte_for_byte_and_renamed() {
    let place = Place::with("# by hand\n[criteria.deploys-and-runs]\nanswer = \"yes\" # 上线了\n");
    let file = place.file();
    let whole = fs::read_to_string(&file).expect("text");
    let mut session = Start::at(&place).spawn();
    session.wait_for("10 unanswered");
    session.keys("H");
    session.wait_for("* Payments");
    session.keys("x");
    session.wait_for("Delete this assessment?");
    session.keys(ENTER);
    session.wait_for("No assessment yet");
    assert!(!place.team().exists());
    let trashed = place.store().join(".trash/Payments/2026-11-23.toml");
    assert_eq!(fs::read_to_string(&trashed).expect("text"), whole);
    session.keys("u");
    session.wait_for("brought back: Payments/2026-11-23.toml");
    assert_eq!(fs::read_to_string(&file).expect("text"), whole);
    assert!(!trashed.exists());
    session.keys(ENTER);
    session.wait_for("10 unanswered");
    session.keys("H");
    session.wait_for("* Payments");
    session.keys("M");
    session.wait_for("Rename Payments");
    session.keys(&ctrl('u'));
    session.keys("支付/团队");
    session.keys(ENTER);
    session.wait("the new name", |shown| shown.has("* 支付/团队"));
    session.keys(ESC);
    session.wait_gone("Store: ");
    assert!(session.now(|shown| shown.text().starts_with("支付/团队")));
    session.keys("gjn");
    session.wait_for("saved ");
    let now = place.store().join("支付-团队/2026-11-23.toml");
    let answered = |text: String| text.contains("answer = \"no\" # 上线了").then_some(text);
    let text = eventually(|| answered(fs::read_to_string(&now).ok()?)).expect("the answer is in the renamed file");
    assert!(text.contains("team = \"支付/团队\"") && text.contains("# by hand"), "{text}");
    assert!(!place.team().exists());
    session.keys("H");
    session.wait_for("* 支付/团队");
    session.keys("R");
    session.wait_for("report written: ");
    let report = fs::read_to_string(place.root().join("支付-团队-2026-11-23.html")).expect("a report");
    assert!(report.starts_with("<!DOCTYPE html>") && report.contains("支付/团队"));
    session.keys(&ctrl('c'));
    assert!(session.end().success());
}

#[test]
fn a_sample_is_looked_at_and_leaves_nothing_behind() {
    let place = Place::new();
    let mut session = Start::at(&place).spawn();
    session.wait_for("look around in a sample first");
    session.keys(ESC);
    session.wait_for("No assessment yet");
    session.keys("s");
    session.wait_for("sample: not saved");
    session.keys("n");
    session.wait_for("Answer: ✗ no");
    session.keys("ihalf a note");
    session.wait_for("half a note");
    session.keys(ESC);
    session.wait_gone("half a note");
    session.keys("q");
    assert!(session.end().success());
    assert!(!place.store().exists());
}

#[test]
fn what_another_program_keeps_locked_is_not_deleted_and_that_is_said() {
    let place = Place::with("");
    let held = fs::File::open(place.team()).expect("a directory");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    held.lock().expect("a lock");
    session.keys("H");
    session.wait_for("* Payments");
    session.keys("x");
    session.wait_for("Delete this assessment?");
    session.keys(ENTER);
    session.wait_for("is locked by another program");
    assert!(place.file().exists());
}
