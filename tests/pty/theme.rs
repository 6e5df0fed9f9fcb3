//! Colours: which theme is drawn, and how the terminal is asked for its background.

use crate::place::Place;
use crate::session::{ENTER, ESC, Session, Shown, Start, ctrl};

/// Asks a terminal for its background.
const QUESTION: &str = "\x1b]11;?\x07";
/// What terminals answer.
const WHITE: &str = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";
const BLACK: &str = "\x1b]11;rgb:00/00/00\x07";
/// The colour of keys' names on white, on black, and on either.
const ON_WHITE: &str = "[38;5;25;";
const ON_BLACK: &str = "[38;5;80;";
const ON_EITHER: &str = "[38;5;63;";

fn themed<'a>(place: &'a Place, theme: &str) -> Start<'a> {
    let config = place.root().join("config.toml");
    std::fs::write(&config, format!("theme = \"{theme}\"\nauto-advance = true\n")).expect("the file is written");
    Start::at(place).env("OPSLADDER_CONFIG", config)
}

/// Begun on a terminal that was asked and has not answered yet.
fn asked(place: &Place) -> Session {
    let session = themed(place, "auto").spawn();
    session.wait_for("11 unanswered");
    session
}

#[test]
fn a_theme_draws_its_own_colours_and_asks_nobody() {
    for (theme, own, others) in [("light", ON_WHITE, [ON_BLACK, ON_EITHER]), ("dark", ON_BLACK, [ON_WHITE, ON_EITHER])]
    {
        let place = Place::with("");
        let session = themed(&place, theme).spawn();
        session.wait_for("11 unanswered");
        let raw = session.now(Shown::raw);
        assert!(raw.contains(own) && !others.iter().any(|other| raw.contains(other)), "{theme}: {raw:?}");
        assert!(!raw.contains(QUESTION), "{theme}: {raw:?}");
    }
}

#[test]
fn the_command_line_comes_before_the_file() {
    let place = Place::with("");
    let start = themed(&place, "dark").command(["sh", "-c", "exec \"$OPSLADDER\" --theme light"]);
    let session = start.spawn();
    session.wait_for("11 unanswered");
    assert!(session.now(Shown::raw).contains(ON_WHITE));
}

#[test]
fn the_first_frame_waits_for_no_answer_and_the_answer_repaints_it() {
    for (answer, ground) in [(WHITE, ON_WHITE), (BLACK, ON_BLACK)] {
        let place = Place::with("");
        let mut session = asked(&place);
        let raw = session.now(Shown::raw);
        assert_eq!(raw.matches(QUESTION).count(), 1, "{raw:?}");
        assert!(raw.contains(ON_EITHER) && !raw.contains(ground), "{raw:?}");
        let text = session.now(Shown::text);
        session.press(answer);
        assert!(session.now(Shown::raw).contains(ground));
        assert_eq!(session.now(Shown::text), text, "only colours change");
        session.keys("q");
        assert_eq!(session.end().exit_code(), 0);
        assert_eq!(place.answers(), "");
    }
}

#[test]
fn keys_around_the_answer_are_neither_lost_nor_misread() {
    let place = Place::with("");
    let mut session = asked(&place);
    session.keys(&format!("y{WHITE}n"));
    session.wait_saved("9 unanswered");
    assert_eq!(place.answers(), "deploys-and-runs=yes basic-monitoring=no");
    assert!(session.now(Shown::raw).contains(ON_WHITE));
    // An answer that nobody asked for any more is not one, and none of it is bound to anything here.
    session.press(ESC);
    session.keys("u");
    session.wait_saved("10 unanswered");
}

#[test]
fn keys_that_are_typed_before_the_first_frame_come_first() {
    let place = Place::with("");
    // They lie in the terminal before the program is there to ask.
    let script = "stty raw -echo; touch ready; while [ ! -e go ]; do :; done; exec \"$OPSLADDER\"";
    let mut session = themed(&place, "auto").command(["sh", "-c", script]).spawn();
    let ready = || place.root().join("ready").exists().then_some(());
    crate::place::eventually(ready).expect("the shell has set the terminal");
    session.keys("yn");
    std::fs::write(place.root().join("go"), "").expect("the file is written");
    session.wait("the question", |shown| shown.raw().contains(QUESTION));
    session.keys(&format!("{BLACK}p"));
    session.wait_saved("8 unanswered");
    let answers = "deploys-and-runs=yes basic-monitoring=no basic-incident-handling=partial";
    assert_eq!(place.answers(), answers);
    assert!(session.now(Shown::raw).contains(ON_BLACK));
}

#[test]
fn an_answer_in_pieces_is_no_key() {
    let place = Place::with("");
    let mut session = asked(&place);
    let frames = session.now(Shown::frames);
    let (first, rest) = WHITE.split_at(9);
    session.keys(first);
    session.keys(rest);
    session.wait("the light colours", |shown| shown.frames() > frames && shown.raw().contains(ON_WHITE));
    session.keys("q");
    assert_eq!(session.end().exit_code(), 0);
    assert_eq!(place.answers(), "");
}

#[test]
fn an_answer_into_a_note_is_no_text() {
    let place = Place::with("");
    let mut session = asked(&place);
    session.keys("i");
    session.wait_for("Note ·");
    session.keys(&format!("be{WHITE}fore"));
    session.wait_for("before");
    session.keys(&ctrl('s'));
    session.wait_gone("Note ·");
    assert!(session.now(Shown::raw).contains(ON_WHITE));
}

#[test]
fn an_answer_that_comes_late_is_not_left_for_the_shell() {
    let place = Place::with("");
    let script = "\"$OPSLADDER\"; stty raw -echo min 0 time 1; printf 'left: <%s>' \"$(cat | tr -cd 'rgb:/')\"";
    let mut session = themed(&place, "auto").command(["sh", "-c", script]).spawn();
    session.wait_for("11 unanswered");
    session.keys(&format!("q{WHITE}"));
    session.end();
    assert!(session.now(Shown::raw).contains("left: <>"), "{:?}", session.now(Shown::raw));
}

#[test]
fn terminals_that_do_not_answer_are_not_asked_and_get_what_they_can_draw() {
    for (term, theme) in [("linux", "auto"), ("xterm-256color", "none"), ("screen", "auto")] {
        let place = Place::with("");
        let mut session = themed(&place, theme).env("TERM", term).spawn();
        session.wait_for("11 unanswered");
        let (raw, text) = session.now(|shown| (shown.raw(), shown.text()));
        assert!(!raw.contains(QUESTION), "{term}: {raw:?}");
        assert_eq!(text.is_ascii(), term == "linux", "{term}: {text}");
        assert!(session.now(Shown::selected).contains("deploys and runs"), "{term}");
        session.keys(&format!("{ENTER}q"));
        assert_eq!(session.end().exit_code(), 0);
    }
}

#[test]
fn a_locale_of_another_character_set_gets_ascii() {
    let place = Place::with("");
    let session = Start::at(&place).env("LC_ALL", "C").spawn();
    session.wait_for("11 unanswered");
    let text = session.now(Shown::text);
    assert!(text.is_ascii(), "{text}");
}
