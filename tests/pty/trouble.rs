//! A file that cannot be written, and one that somebody else writes too.

use std::fs;

use crate::place::{Place, at, only_toml};
use crate::session::{Session, Shown, Start, ctrl};

/// Puts a file where the team's directory was: nobody can save there, whoever they are.
fn break_team(place: &Place) {
    fs::rename(place.team(), aside(place)).expect("the directory is moved");
    fs::write(place.team(), "in the way").expect("a file in its place");
}

fn mend_team(place: &Place) {
    fs::remove_file(place.team()).expect("the file goes");
    fs::rename(aside(place), place.team()).expect("the directory is back");
}

fn aside(place: &Place) -> std::path::PathBuf {
    place.root().join("aside")
}

#[track_caller]
fn wait_not_saved(session: &Session) {
    session.wait("NOT SAVED", |shown| shown.has("NOT SAVED") && shown.has("Not a directory"));
}

#[test]
fn answers_that_cannot_be_saved_are_kept_and_saved_when_it_works_again() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    session.keys("y\r");
    session.wait_saved("10 unanswered");
    break_team(&place);
    session.keys("p\r");
    wait_not_saved(&session);
    // The message stays while the walk goes on, and so do the answers.
    session.keys("n");
    session.wait_for("8 unanswered");
    wait_not_saved(&session);
    assert!(session.now(|shown| shown.has("Esc closes this")), "{}", session.now(Shown::text));
    let on_disk = fs::read_to_string(only_toml(&aside(&place))).expect("the file is as it was");
    assert!(!on_disk.contains("partial"), "{on_disk}");

    mend_team(&place);
    session.wait_saved("8 unanswered");
    assert_eq!(place.answers(), "deploys-and-runs=yes basic-monitoring=partial basic-incident-handling=no");
    session.keys("q");
    assert_eq!(session.end().exit_code(), 0);
}

#[test]
fn a_file_that_another_program_has_locked_is_said_to_be_and_saved_when_it_is_free() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    session.keys("y\r");
    session.wait_saved("10 unanswered");
    let team = fs::File::open(place.team()).expect("the directory opens");
    team.lock().expect("nobody else has it");
    session.keys("p\r");
    session.wait_for("9 unanswered");
    // Keys go on working from the first moment, and after two seconds it is said who is in the way.
    session.keys("n");
    session.wait_for("8 unanswered");
    session.wait("the lock named", |shown| shown.has("NOT SAVED") && shown.has("locked by another program"));
    session.keys("j");
    assert_eq!(place.answers(), "deploys-and-runs=yes");
    team.unlock().expect("given back");
    session.wait_saved("8 unanswered");
    assert_eq!(place.answers(), "deploys-and-runs=yes basic-monitoring=partial basic-incident-handling=no");
    session.keys("q");
    assert_eq!(session.end().exit_code(), 0);
}

#[test]
fn leaving_while_the_file_is_locked_keeps_a_copy() {
    let place = Place::with("");
    let mut session = Start::at(&place).in_a_shell();
    session.wait_for("11 unanswered");
    let team = fs::File::open(place.team()).expect("the directory opens");
    team.lock().expect("nobody else has it");
    session.keys("y\rp");
    session.wait_for("9 unanswered");
    session.keys("q");
    session.wait_for("leave once more to leave anyway");
    session.keys("q");
    session.wait_for("status: 2");
    let saved: toml::Table = fs::read_to_string(only_toml(&place.temp())).expect("text").parse().expect("TOML");
    assert_eq!(at(&saved, &["criteria", "basic-monitoring", "answer"]).and_then(toml::Value::as_str), Some("partial"));
}

#[test]
fn leaving_with_unsaved_answers_is_refused_once_and_then_keeps_a_copy() {
    let place = Place::with("");
    let mut session = Start::at(&place).in_a_shell();
    session.wait_for("11 unanswered");
    break_team(&place);
    session.keys("y\rp");
    wait_not_saved(&session);
    session.keys("q");
    session.wait_for("leave once more to leave anyway");
    session.keys("q");
    session.wait_for("status: 2");
    session.wait("the terminal given back", Shown::is_given_back);
    session.wait_for("modes: as before");
    let copy = only_toml(&place.temp());
    let said: String = session.now(Shown::text).lines().collect();
    assert!(said.contains(copy.to_str().expect("text")), "{said} names {}", copy.display());
    assert!(said.contains("a copy is in") && said.contains("hint: "), "{said}");
    let saved: toml::Table = fs::read_to_string(&copy).expect("text").parse().expect("TOML");
    let answer = |id: &str| at(&saved, &["criteria", id, "answer"]).and_then(toml::Value::as_str);
    assert_eq!(answer("deploys-and-runs"), Some("yes"));
    assert_eq!(answer("basic-monitoring"), Some("partial"));
    assert_eq!(fs::read_to_string(place.team()).expect("the file in the way"), "in the way");
}

#[test]
fn ended_by_a_signal_unsaved_answers_are_kept_in_a_copy_too() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    break_team(&place);
    session.keys("y");
    wait_not_saved(&session);
    session.signal(rustix::process::Signal::TERM);
    assert_eq!(session.end().exit_code(), 2);
    let copy = fs::read_to_string(only_toml(&place.temp())).expect("text");
    assert!(copy.contains("[criteria.deploys-and-runs]"), "{copy}");
}

#[test]
fn unsaved_answers_are_kept_in_a_copy_when_the_terminal_is_closed() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    break_team(&place);
    session.keys("y");
    wait_not_saved(&session);
    session.close_terminal_after("");
    let copy = fs::read_to_string(only_toml(&place.temp())).expect("text");
    assert!(copy.contains("[criteria.deploys-and-runs]"), "{copy}");
}

#[test]
fn a_file_that_was_broken_by_hand_is_not_written_over() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    let path = place.file();
    let sound = fs::read_to_string(&path).expect("text");
    let broken = format!("{sound}\n[criteria.full-cicd\nanswer = \"yes\"\n");
    fs::write(&path, &broken).expect("written");
    session.keys("y");
    session.wait("NOT SAVED", |shown| shown.has("NOT SAVED") && shown.has("was changed by another program"));
    assert_eq!(fs::read_to_string(&path).expect("text"), broken);
    fs::write(&path, broken.replace("full-cicd\n", "full-cicd]\n")).expect("written");
    session.wait("saved", |shown| shown.is_saved() && shown.has("9 unanswered"));
    assert_eq!(place.answers(), "deploys-and-runs=yes full-cicd=yes");
}

#[test]
fn what_another_hand_writes_meanwhile_and_the_answer_both_stay() {
    let place = Place::with("\n[criteria.full-cicd]\nanswer = \"no\" # by hand\n");
    let mut session = Start::at(&place).spawn();
    session.wait_for("10 unanswered");
    let path = place.file();
    let theirs = fs::read_to_string(&path).expect("text") + "note = \"回滚靠人工\"\n\n# a remark at the end\n";
    fs::write(&path, theirs).expect("written");
    session.keys("y");
    session.wait_for("the file was changed meanwhile; taken over");
    session.wait_saved("9 unanswered");
    let text = fs::read_to_string(&path).expect("text");
    for kept in ["# by hand", "note = \"回滚靠人工\"", "# a remark at the end"] {
        assert!(text.contains(kept), "{kept:?} in\n{text}");
    }
    assert_eq!(
        at(&place.saved(), &["criteria", "deploys-and-runs", "answer"]).and_then(toml::Value::as_str),
        Some("yes")
    );
    // It is on the screen too, not only on disk.
    session.press("jjjj");
    session.wait("the item", |shown| shown.selected().contains("A complete CI/CD process"));
    session.wait_for("回滚靠人工");
}

#[test]
fn two_programs_on_one_assessment_lose_no_answer() {
    let place = Place::with("");
    let mut first = Start::at(&place).spawn();
    let mut second = Start::at(&place).spawn();
    first.wait_for("11 unanswered");
    second.wait_for("11 unanswered");
    first.keys("y\ry");
    first.wait_saved("9 unanswered");
    second.press("j");
    second.press("j");
    second.keys("n\rn");
    second.wait_saved("7 unanswered");
    let all = "deploys-and-runs=yes basic-monitoring=yes basic-incident-handling=no full-cicd=no";
    place.wait_for_file(all, |place| place.answers() == all);
    first.keys(&ctrl('c'));
    assert_eq!(first.end().exit_code(), 0);
    assert_eq!(place.answers(), all);
}
