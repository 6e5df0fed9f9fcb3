//! Writing with the user's own programs: the editor, the browser, the terminal's clipboard; files and what comes after.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use rustix::process::{Signal, kill_process};

use crate::place::{Place, at, eventually};
use crate::session::{ESC, Session, Shown, Start, ctrl, pid_in_shell};

/// A program of the user's, in a path with a space; it knows the directory of the test as `$HERE`.
fn program(place: &Place, script: &str) -> PathBuf {
    let path = place.root().join("my program");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("the script is written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("the script may run");
    path
}

/// The walk with a script as the editor, which gets `--wait` and the file.
fn with_editor<'a>(place: &'a Place, script: &str) -> Start<'a> {
    let editor = format!("'{}' --wait", program(place, script).display());
    Start::at(place).size(200, 24).env("VISUAL", editor).env("EDITOR", "false").env("HERE", place.root())
}

fn note(place: &Place) -> Option<String> {
    at(&place.saved(), &["criteria", "deploys-and-runs", "note"]).and_then(toml::Value::as_str).map(str::to_owned)
}

/// What a program of the user's wrote into a file of the test's directory.
#[track_caller]
fn left(place: &Place, name: &str) -> String {
    let read = || fs::read_to_string(place.root().join(name)).ok().filter(|text| text.ends_with('\n'));
    eventually(read).unwrap_or_else(|| panic!("nothing in {name}"))
}

const NOTHING: [PathBuf; 0] = [];

/// What is left among the temporary files.
fn temporary(place: &Place) -> Vec<PathBuf> {
    fs::read_dir(place.temp()).expect("a directory").map(|entry| entry.expect("an entry").path()).collect()
}

#[test]
fn a_note_is_written_in_the_editor_with_its_arguments() {
    let place = Place::with("");
    let script = r#"
        printf '%s\n' "$1" "${2##*/}" "$#" > "$HERE/arguments"
        stty -a | tr ' ;' '\n\n' | grep -x -- '-\?icanon' > "$HERE/modes"
        cat "$HERE"/store/Payments/*.toml > "$HERE/on-disk"
        printf 'Deploys daily.\r\n\r\n\033[31m回滚靠手工\t。\n\n' > "$2"
    "#;
    let mut session = with_editor(&place, script).spawn();
    session.wait_for("11 unanswered");
    session.keys("yE");
    session.wait_for("the note is as the editor left it");
    session.wait_saved("10 unanswered");
    assert_eq!(left(&place, "arguments"), "--wait\ndeploys-and-runs.md\n2\n");
    assert_eq!(left(&place, "modes"), "icanon\n");
    assert!(left(&place, "on-disk").contains("answer = \"yes\""), "answers are on disk before the editor starts");
    assert_eq!(note(&place).as_deref(), Some("Deploys daily.\n\n[31m回滚靠手工 。"));
    session.wait("the terminal taken", |shown| shown.screen().alternate_screen() && shown.screen().bracketed_paste());
    assert_eq!(temporary(&place), NOTHING, "the file is gone");
    session.keys("u");
    session.wait_for("undone");
    session.wait_saved("10 unanswered");
    assert_eq!(note(&place), None);
}

#[test]
fn the_note_box_goes_on_in_the_editor_and_comes_back() {
    let place = Place::with("");
    let mut session = with_editor(&place, r#"printf 'and more\n' >> "$2""#).spawn();
    session.wait_for("11 unanswered");
    session.keys("i");
    session.wait_for("Note ·");
    session.keys("half a sentence");
    session.wait_for("half a sentence");
    session.keys(&ctrl('g'));
    session.wait_for("and more");
    session.wait_for("Note ·");
    session.keys(&ctrl('s'));
    session.wait_gone("Note ·");
    place.wait_for_file("the note", |place| note(place).as_deref() == Some("half a sentence\nand more"));
}

#[test]
fn an_editor_that_changes_nothing_or_fails_changes_nothing() {
    let place = Place::with("[criteria.deploys-and-runs]\nnote = \"as it was\"\n");
    let before = fs::read_to_string(place.file()).expect("a file");
    let script = r#"
        if [ -e "$HERE/fails" ]; then printf 'lost?\n' > "$2"; exit 3; fi
        if [ -e "$HERE/is-killed" ]; then kill -9 $$; fi
        if [ -e "$HERE/is-wrong" ]; then printf 'not UTF-8: \377\n' > "$2"; fi
        if [ -e "$HERE/removes" ]; then rm "$2"; fi
    "#;
    let mut session = with_editor(&place, script).spawn();
    session.wait_for("11 unanswered");
    session.keys("E");
    session.wait_for("the editor changed nothing");
    let kept = "what it wrote is in ";
    let cases = [
        ("fails", "ended with status 3"),
        ("is-killed", "was killed"),
        ("is-wrong", "is not UTF-8"),
        ("removes", "cannot read"),
    ];
    for (case, said) in cases {
        fs::write(place.root().join(case), "").expect("a file");
        session.keys("E");
        session.wait_for(said);
        let files: Vec<PathBuf> = temporary(&place).iter().map(|dir| dir.join("deploys-and-runs.md")).collect();
        assert_eq!(session.now(|shown| shown.has(kept)), !files.is_empty(), "{case}");
        if matches!(case, "fails" | "is-wrong") {
            let text = fs::read(files.first().expect("what was written is kept")).expect("a file");
            assert!(text.starts_with(b"lost?") || text.starts_with(b"not UTF-8"), "{case}");
        }
        for dir in temporary(&place) {
            fs::remove_dir_all(dir).expect("the directory goes");
        }
        session.keys(ESC);
        session.wait_gone(said);
        fs::remove_file(place.root().join(case)).expect("the file goes");
    }
    assert_eq!(fs::read_to_string(place.file()).expect("a file"), before);
}

#[test]
fn without_an_editor_or_with_one_that_is_not_there_that_is_said() {
    let place = Place::with("");
    for (set, said) in [
        (None, "set VISUAL or EDITOR"),
        (Some("/no/such/editor -x"), "the editor `/no/such/editor` does not start"),
        (Some("vim 'x"), "VISUAL is `vim 'x`, where a quote is not closed"),
    ] {
        let start = Start::at(&place).size(120, 24);
        let mut session = set.into_iter().fold(start, |start, set| start.env("VISUAL", set)).spawn();
        session.wait_for("11 unanswered");
        session.keys("E");
        session.wait_for(said);
        session.wait("the walk", |shown| shown.screen().alternate_screen());
        session.keys(ESC);
        session.wait_gone(said);
        session.keys("q");
        session.end();
        assert_eq!(temporary(&place), NOTHING, "{said}");
    }
}

/// An editor that has written something and waits.
const WAITS: &str = r#"
    trap 'printf "interrupted\n" > "$2"; exit 0' INT
    printf 'so far\n' > "$2"
    printf 'EDITOR HERE'
    read -r line
"#;

#[test]
fn ctrl_c_in_the_editor_is_the_editors() {
    let place = Place::with("");
    let mut session = with_editor(&place, WAITS).spawn();
    session.wait_for("11 unanswered");
    session.keys("yE");
    session.wait_for("EDITOR HERE");
    session.keys(&ctrl('c'));
    session.wait_for("the note is as the editor left it");
    place.wait_for_file("the note", |place| note(place).as_deref() == Some("interrupted"));
    session.keys("jn");
    session.wait_saved("9 unanswered");
}

#[test]
fn sigterm_ends_the_editor_too_and_keeps_what_it_wrote() {
    let place = Place::with("");
    let session = with_editor(&place, WAITS).in_a_shell();
    let mut session = session;
    session.wait_for("11 unanswered");
    session.keys("yE");
    session.wait_for("EDITOR HERE");
    kill_process(pid_in_shell(&place), Signal::TERM).expect("it runs");
    session.wait_for("status: 0");
    session.wait_for("modes: as before");
    session.wait("the terminal given back", Shown::is_given_back);
    assert_eq!(place.answers(), "deploys-and-runs=yes");
    assert_eq!(note(&place).as_deref(), Some("so far"));
}

#[test]
fn a_terminal_that_is_closed_while_the_editor_has_it_ends_both() {
    let place = Place::with("");
    let mut session = with_editor(&place, WAITS).spawn();
    session.wait_for("11 unanswered");
    session.keys("yE");
    session.wait_for("EDITOR HERE");
    session.close_terminal_after("");
    assert_eq!(place.answers(), "deploys-and-runs=yes");
    assert_eq!(note(&place).as_deref(), Some("so far"));
}

/// An item with evidence: a link, a file, a program, something else.
fn with_evidence(place: &Place) -> Start<'_> {
    fs::write(place.root().join("run book.md"), "# x\n").expect("a file");
    let browser = program(place, r#"printf '%s\n' "$1" > "$HERE/opened""#);
    Start::at(place).size(120, 24).env("BROWSER", browser).env("HERE", place.root())
}

const EVIDENCE: &str = r#"
[criteria.deploys-and-runs]
answer = "yes"
evidence = [{ ref = "https://ci.example/payments" }, { ref = "run book.md#page" }, { ref = "my program" }, { ref = "OPS-12" }]
[criteria.basic-monitoring]
"#;

fn on_first(session: &mut Session) {
    session.wait_for("10 unanswered");
    session.keys("k");
    session.wait_for("https://ci.example");
}

#[test]
fn evidence_is_opened_where_that_is_safe() {
    let place = Place::with(EVIDENCE);
    let mut session = with_evidence(&place).spawn();
    on_first(&mut session);
    session.keys(&ctrl('o'));
    session.wait_for("opened: https://ci.example/payments");
    assert_eq!(left(&place, "opened"), "https://ci.example/payments\n");
    fs::remove_file(place.root().join("opened")).expect("the file goes");
    session.keys("e");
    session.wait_for("Evidence ·");
    session.keys(&format!("j{}", ctrl('o')));
    session.wait_for("opened: run book.md#page");
    let opened = left(&place, "opened");
    assert!(opened.starts_with('/') && opened.ends_with("/run book.md\n"), "{opened}");
    session.keys(&format!("j{}", ctrl('o')));
    session.wait_for("opening this file might run it: my program");
    session.keys(&format!("j{}", ctrl('o')));
    session.wait_for("neither a web address nor a file that is there: OPS-12");
    assert_eq!(left(&place, "opened"), opened);
}

#[test]
fn a_link_is_one_for_the_terminal_that_knows_them() {
    let place = Place::with(EVIDENCE);
    let linked = ";https://ci.example/payments\x1b\\";
    let mut session = with_evidence(&place).spawn();
    on_first(&mut session);
    assert!(session.now(Shown::raw).contains(&format!("{linked}h\x1b]8;;\x1b\\")));
    // What lies over it and goes again leaves nothing of it behind, and it is there again.
    let before = session.now(Shown::look);
    session.keys("i");
    session.wait_for("Note ·");
    session.keys(ESC);
    session.wait("the same screen", |shown| shown.look() == before);
    for (name, value, links) in [("TERM", "xterm", true), ("TERM", "linux", false), ("NO_COLOR", "1", true)] {
        let run = r#""$OPSLADDER" explain Payments deploys-and-runs"#;
        let mut session = Start::at(&place).size(80, 60).env(name, value).command(["sh", "-c", run]).spawn();
        session.end();
        assert_eq!(session.now(Shown::raw).contains(linked), links, "{name}={value}: {:?}", session.now(Shown::raw));
        assert!(session.now(|shown| shown.has("https://ci.example/payments")), "{name}={value}");
    }
}

#[test]
fn what_is_copied_goes_to_the_terminal() {
    let place = Place::with(EVIDENCE);
    let mut session = with_evidence(&place).spawn();
    on_first(&mut session);
    session.keys("eY");
    session.wait_for("handed to the terminal's clipboard: https://ci.example/payments");
    let raw = session.now(Shown::raw);
    assert!(raw.contains("\x1b]52;c;aHR0cHM6Ly9jaS5leGFtcGxlL3BheW1lbnRz\x1b\\"), "{raw:?}");
    session.keys(ESC);
    session.wait_gone("Evidence ·");
    session.keys("Y");
    session.wait_for("handed to the terminal's clipboard: The system deploys and runs normally");
    session.keys("PY");
    session.wait_for("handed to the terminal's clipboard: Plan");
    assert_eq!(session.now(Shown::raw).matches("\x1b]52;c;").count(), 3);
}

#[test]
fn the_scorecard_is_written_and_opened_and_leaving_says_what_comes_next() {
    let place = Place::with(EVIDENCE);
    let mut session = with_evidence(&place).spawn();
    on_first(&mut session);
    session.keys("X");
    session.wait_for("Write the scorecard as");
    session.keys(&ctrl('o'));
    session.wait_for("nothing is written yet");
    session.keys("\r");
    session.wait_for("Payments-2026-11-23.html");
    let page = fs::read_to_string(place.root().join("Payments-2026-11-23.html")).expect("a file");
    assert!(page.starts_with("<!DOCTYPE html>"));
    session.keys("1");
    session.wait_for("Payments-2026-11-23-2.html");
    session.keys(&ctrl('o'));
    session.wait_for("opened: ");
    let opened = left(&place, "opened");
    assert!(opened.ends_with("/Payments-2026-11-23-2.html\n"), "{opened}");
    session.keys("5");
    session.wait_for("Payments-2026-11-23.csv");
    session.keys(ESC);
    session.wait_gone("Write the scorecard as");
    session.keys("q");
    session.end();
    let shown = session.now(Shown::text);
    let next: Vec<&str> =
        shown.lines().skip_while(|line| !line.starts_with("what may come next")).map(str::trim).collect();
    let commands = [
        "opsladder assess Payments",
        "opsladder plan Payments",
        "opsladder report Payments -o Payments-2026-11-23.html",
    ];
    assert!(next.get(1..).is_some_and(|next| next.starts_with(&commands)), "{shown}");
}

#[test]
fn what_comes_next_is_quoted_and_names_the_store_that_was_given() {
    let place = Place::new();
    let store = place.root().join("our store");
    for day in ["2026-08-20", "2026-11-23"] {
        let head = format!("format = 1\nteam = \"支付 Pay's\"\ndate = {day}\nstatus = \"final\"\n");
        fs::create_dir_all(store.join("支付-Pay-s")).expect("a directory");
        let checklist = "[checklist]\nid = \"operations\"\nversion = \"1.0.0\"\n";
        fs::write(store.join(format!("支付-Pay-s/{day}.toml")), head + checklist).expect("a file");
    }
    let run = r#""$OPSLADDER" assess "支付 Pay's~1" --store 'our store'"#;
    let mut session = Start::at(&place).size(120, 24).command(["sh", "-c", run]).spawn();
    session.wait_for("11 unanswered");
    session.keys("q");
    session.end();
    let shown = session.now(Shown::text);
    let commands = [
        r"  opsladder plan '支付 Pay'\''s@2026-08-20' --store",
        r"  opsladder report '支付 Pay'\''s@2026-08-20' -o 支付-Pay-s-2026-08-20.html --store",
        r"  opsladder new '支付 Pay'\''s' --from '支付 Pay'\''s@2026-08-20' --store",
    ];
    for command in commands {
        assert!(
            shown.lines().any(|line| line.starts_with(command) && line.ends_with("our store'")),
            "{command}\n{shown}"
        );
    }
}
