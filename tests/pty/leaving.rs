//! Every way out gives the terminal back as it was, and loses nothing.

use std::process::{Command, Stdio};

use opsladder::tui::terminal::Display;
use rustix::process::{Signal, kill_process};

use crate::place::Place;
use crate::session::{Session, Shown, Start, ctrl, pid_in_shell};

/// Answers one criterion in a shell's terminal, leaves as `leave` says, and holds what is left against what was.
#[track_caller]
fn leaves_everything_as_it_was(leave: impl FnOnce(&mut Session, &Place)) -> Session {
    let place = Place::with("");
    let mut session = Start::at(&place).in_a_shell();
    session.wait_for("11 unanswered");
    session.wait("the terminal taken", |shown| shown.screen().alternate_screen() && shown.screen().bracketed_paste());
    session.keys("y");
    session.wait_saved("10 unanswered");
    leave(&mut session, &place);
    session.wait_for("status: ");
    session.wait("the terminal given back", Shown::is_given_back);
    session.wait_for("modes: as before");
    session.wait("nothing of the walk left", |shown| !shown.has("unanswered"));
    assert_eq!(place.answers(), "deploys-and-runs=yes");
    session
}

#[test]
fn q_leaves() {
    leaves_everything_as_it_was(|session, _| session.keys("q")).wait_for("status: 0");
}

#[test]
fn ctrl_c_leaves_and_keeps_the_note_that_is_being_typed() {
    let place = Place::with("");
    let mut session = Start::at(&place).in_a_shell();
    session.wait_for("11 unanswered");
    session.keys("i");
    session.wait_for("Note ·");
    session.keys("half a sent");
    session.wait_for("half a sent");
    session.keys(&ctrl('c'));
    session.wait_for("status: 0");
    session.wait("the terminal given back", Shown::is_given_back);
    session.wait_for("modes: as before");
    let note = crate::place::at(&place.saved(), &["criteria", "deploys-and-runs", "note"]).map(ToString::to_string);
    assert_eq!(note.as_deref(), Some("\"half a sent\""));
}

#[test]
fn ctrl_c_leaves() {
    leaves_everything_as_it_was(|session, _| session.keys(&ctrl('c'))).wait_for("status: 0");
}

#[test]
fn sigterm_leaves() {
    leaves_everything_as_it_was(|_, place| kill_process(pid_in_shell(place), Signal::TERM).expect("it runs"));
}

#[test]
fn sighup_leaves() {
    leaves_everything_as_it_was(|_, place| kill_process(pid_in_shell(place), Signal::HUP).expect("it runs"));
}

#[test]
fn what_is_supposed_never_reaches_the_file_however_it_is_left() {
    let supposed = |session: &mut Session| {
        session.keys("wN");
        session.wait_for("what if  Level 1 of 3");
        session.keys(" jp jn");
        session.wait_for("→ ✗");
    };
    let back = leaves_everything_as_it_was(|session, _| {
        supposed(session);
        session.keys("\x1b");
        session.wait_gone("what if  Level");
        session.keys("q");
    });
    back.wait_for("status: 0");
    let at_once = leaves_everything_as_it_was(|session, _| {
        supposed(session);
        session.keys(&ctrl('c'));
    });
    at_once.wait_for("status: 0");
    for signal in [Signal::TERM, Signal::HUP] {
        leaves_everything_as_it_was(|session, place| {
            supposed(session);
            kill_process(pid_in_shell(place), signal).expect("it runs");
        });
    }
}

#[test]
fn a_terminal_that_is_closed_ends_the_program() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    session.keys("y");
    session.wait_saved("10 unanswered");
    session.close_terminal_after("");
    assert_eq!(place.answers(), "deploys-and-runs=yes");
}

#[test]
fn a_terminal_that_is_closed_while_keys_arrive_ends_the_program_too() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    session.close_terminal_after("y\ry\ry");
    // The system drops what the program had not read yet; what it had is whole.
    let all = "deploys-and-runs=yes basic-monitoring=yes basic-incident-handling=yes";
    assert!(all.starts_with(&place.answers()), "{}", place.answers());
}

/// Set for the process that is to panic.
const PANICS: &str = "OPSLADDER_TEST_PANICS";

#[test]
#[ignore = "run by a_panic_gives_the_terminal_back, in a terminal of its own"]
fn child_takes_the_terminal_and_panics() {
    if std::env::var_os(PANICS).is_some() {
        let _screen = Display::take(true).expect("a terminal");
        panic!("the first line of the panic\nand the second one");
    }
}

#[test]
fn a_panic_gives_the_terminal_back() {
    let place = Place::new();
    let script = r#"
        before=$(stty -g)
        "$0" --exact --ignored --nocapture leaving::child_takes_the_terminal_and_panics
        if [ "$before" = "$(stty -g)" ]; then echo "modes: as before"; else echo "modes: CHANGED"; fi
        read -r line
    "#;
    let this = std::env::current_exe().expect("this test's path");
    let session = Start::at(&place)
        .env(PANICS, "1")
        .command(["sh".into(), "-c".into(), script.into(), this.into_os_string()])
        .size(100, 40)
        .spawn();
    session.wait_for("modes: as before");
    session.wait("the terminal given back", Shown::is_given_back);
    let raw = session.now(Shown::raw);
    let at = |text: &str| raw.find(text).unwrap_or_else(|| panic!("{text:?} in {raw:?}"));
    let message = at("the first line of the panic");
    assert!(
        at("\x1b[?1000l") < message
            && at("\x1b[?2004l") < message
            && at("\x1b[?1049l") < message
            && at("\x1b[?25h") < message,
        "{raw:?}"
    );
    // Each line from the left edge: the terminal ends lines by itself again.
    let text = session.now(Shown::text);
    assert!(text.lines().any(|line| line.starts_with("the first line of the panic")), "{text}");
    assert!(text.lines().any(|line| line.starts_with("and the second one")), "{text}");
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_takes_it_back() {
    let place = Place::with("");
    let mut session = Start::at(&place).env("PS1", "shell> ").command(["sh", "-i"]).spawn();
    session.wait_for("shell> ");
    session.keys("\"$OPSLADDER\"\r");
    session.wait_for("11 unanswered");
    let before = session.now(Shown::look);
    session.keys(&ctrl('z'));
    session.wait("the shell", |shown| {
        shown.is_given_back() && shown.has("Stopped") && shown.text().trim_end().ends_with("\nshell>")
    });
    session.keys("stty -a | tr ' ' '\\n' | grep -x -- '-\\?icanon'; fg; echo \"status: $?\"\r");
    session.wait("the walk", |shown| shown.screen().alternate_screen() && shown.has("11 unanswered"));
    session.wait("the same screen", |shown| shown.look() == before);
    session.keys("y");
    session.wait_saved("10 unanswered");
    session.keys("q");
    session.wait("the shell", |shown| shown.is_given_back() && shown.has("status: 0"));
    session.wait("the line discipline as a shell has it", |shown| shown.text().lines().any(|line| line == "icanon"));
    assert_eq!(place.answers(), "deploys-and-runs=yes");
}

#[test]
fn ctrl_z_where_no_shell_could_go_on_does_no_harm() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    for (screen, says) in [("", "Level 0 of 3"), ("w", "Shortest way"), ("qm", "1/11 · Level 1")] {
        session.keys(screen);
        session.wait_for(says);
        let before = session.now(Shown::look);
        session.press(&ctrl('z'));
        session.wait("the same screen", |shown| shown.screen().alternate_screen() && shown.look() == before);
    }
    session.keys("q");
    session.wait_for("11 unanswered");
    session.keys("y");
    session.wait_saved("10 unanswered");
}

#[test]
fn a_program_that_was_stopped_and_goes_on_draws_its_screen_anew() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("11 unanswered");
    let before = session.now(|shown| (shown.look(), shown.frames()));
    session.signal(Signal::STOP);
    session.signal(Signal::CONT);
    session.wait("a whole frame", |shown| shown.frames() > before.1 && shown.look() == before.0);
    session.keys("y");
    session.wait_saved("10 unanswered");
}

#[test]
fn stopped_from_outside_it_takes_the_terminal_over_again_whatever_the_shell_did_to_it() {
    let place = Place::with("");
    let mut session = Start::at(&place).env("PS1", "shell> ").command(["sh", "-i"]).spawn();
    session.wait_for("shell> ");
    session.keys("sh -c 'echo $$ > \"$PID_FILE\"; exec \"$OPSLADDER\"'\r");
    session.wait_for("11 unanswered");
    let before = session.now(Shown::look);
    kill_process(pid_in_shell(&place), Signal::STOP).expect("it runs");
    session.wait_for("(signal)");
    session.keys("stty sane; fg\n");
    session.wait("the same screen", |shown| shown.look() == before);
    session.keys("y");
    session.wait_saved("10 unanswered");
}

#[test]
fn without_a_terminal_one_sentence_says_so() {
    let place = Place::with("");
    let output = Command::new(env!("CARGO_BIN_EXE_opsladder"))
        .env("OPSLADDER_STORE", place.store())
        .env("OPSLADDER_LANG", "en")
        .env("HOME", place.home())
        .current_dir(place.root())
        .stdin(Stdio::piped())
        .output()
        .expect("the program runs");
    let said = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(output.stdout.is_empty(), "{:?}", String::from_utf8_lossy(&output.stdout));
    let lines: Vec<&str> = said.lines().collect();
    let [error, hint] = lines.as_slice() else { panic!("a sentence and a hint:\n{said}") };
    assert_eq!(*error, "error: the interactive walk needs a terminal on standard input and output");
    assert!(hint.starts_with("hint: ") && hint.contains("opsladder --help"), "{hint}");
    assert!(!said.contains('\x1b'), "{said:?}");
}

#[test]
fn with_a_pipe_on_standard_output_the_terminal_is_not_touched() {
    let place = Place::with("");
    let script = r#""$OPSLADDER" | wc -c; echo done"#;
    let mut session = Start::at(&place).command(["sh", "-c", script]).spawn();
    session.wait_for("needs a terminal on standard input and output");
    session.end();
    let raw = session.now(Shown::raw);
    assert!(!raw.contains('\x1b'), "{raw:?}");
    assert!(raw.lines().any(|line| line.trim() == "0"), "{raw:?}");
}
