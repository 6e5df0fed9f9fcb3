//! The mouse, where it is asked for, and that nothing is left of it.

use crate::place::Place;
use crate::session::{Session, Shown, Start, ctrl, pasted};

/// What asks for reports of the mouse.
const ASKS: &str = "\x1b[?1000h";

/// The program with the mouse.
fn with_mouse(place: &Place) -> Session {
    let start = Start::at(place).command(["sh", "-c", "exec \"$OPSLADDER\" --mouse"]);
    let session = start.spawn();
    session.wait_for("11 unanswered");
    session
}

/// The report of a click, as xterm sends it.
fn click(column: u16, row: u16) -> String {
    let at = format!("{};{}", column + 1, row + 1);
    format!("\x1b[<0;{at}M\x1b[<0;{at}m")
}

/// Where a text stands on the screen below the header.
fn place_of(session: &Session, text: &str) -> (u16, u16) {
    let shown = session.now(Shown::text);
    let found = shown.lines().enumerate().skip(4).find_map(|(row, line)| Some((line.find(text)?, row)));
    let (column, row) = found.unwrap_or_else(|| panic!("{text:?} in {shown}"));
    (u16::try_from(column).expect("it is on the screen"), u16::try_from(row).expect("it is on the screen"))
}

#[test]
fn nobody_is_asked_for_the_mouse_unless_it_is_wanted() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    session.keys("q");
    session.end();
    assert!(!session.now(Shown::raw).contains("\x1b[?100"), "{:?}", session.now(Shown::raw));

    let place = Place::with("");
    let config = place.root().join("config.toml");
    std::fs::write(&config, "mouse = true\n").expect("the file is written");
    let session = Start::at(&place).env("OPSLADDER_CONFIG", config).spawn();
    session.wait_for("11 unanswered");
    assert!(session.now(Shown::raw).contains(ASKS));
}

#[test]
fn clicks_the_wheel_keys_and_pastes_go_together() {
    let place = Place::with("");
    let mut session = with_mouse(&place);
    let (column, row) = place_of(&session, "y yes");
    // Every cell that the pointer passes is told of, and means nothing.
    session.keys(&format!("\x1b[<35;10;10M{}\x1b[<35;11;10M", click(column, row)));
    session.wait_saved("10 unanswered");
    let (column, row) = place_of(&session, "Basic monitoring");
    session.keys(&format!("{}n", click(column, row)));
    session.wait_saved("9 unanswered");
    session.keys(&format!("\x1b[<65;{};{}Mp", column + 1, row + 1));
    session.wait_saved("8 unanswered");
    session.keys("i");
    session.wait_for("Ctrl-S");
    session.keys(&pasted("\x1b[<0;1;1M a paste"));
    session.wait_for("a paste");
    session.keys(&ctrl('s'));
    session.keys("q");
    assert!(session.end().success());
    assert_eq!(place.answers(), "deploys-and-runs=yes basic-monitoring=no basic-incident-handling=partial");
    assert!(session.now(Shown::is_given_back));
}

#[test]
fn the_shell_gets_a_terminal_without_it_and_the_program_has_it_again() {
    let place = Place::with("");
    let mut session = Start::at(&place).env("PS1", "shell> ").command(["sh", "-i"]).spawn();
    session.wait_for("shell>");
    session.keys("\"$OPSLADDER\" --mouse\r");
    session.wait_for("11 unanswered");
    session.keys(&ctrl('z'));
    session.wait("the terminal given back", Shown::is_given_back);
    session.keys("fg\r");
    session.wait_for("y yes");
    let (column, row) = place_of(&session, "y yes");
    session.keys(&click(column, row));
    session.wait_saved("10 unanswered");
    session.keys(&ctrl('c'));
    session.wait("the terminal given back", Shown::is_given_back);
}

#[test]
fn the_editor_gets_a_terminal_without_it() {
    let place = Place::with("");
    let start = Start::at(&place).env("EDITOR", "sh -c 'printf WITHOUT; printf note >\"$0\"'");
    let mut session = start.command(["sh", "-c", "exec \"$OPSLADDER\" --mouse"]).spawn();
    session.wait_for("11 unanswered");
    session.keys("E");
    session.wait_for("the note is as the editor left it");
    let raw = session.now(Shown::raw);
    let (before, after) = raw.split_once("WITHOUT").expect("the editor wrote");
    assert!(before.rfind("\x1b[?1000l") > before.rfind(ASKS), "{before:?}");
    assert!(after.contains(ASKS), "{after:?}");
}
