//! On every screen the program is a good guest of its terminal: stopped and gone on, resized, pasted into.

use crate::place::Place;
use crate::session::{Session, Shown, Start, ctrl, pasted};

/// What opens each screen from the walk, and what it shows that nothing else does.
const SCREENS: [(&str, &str); 20] = [
    ("", "] next open"),
    ("/", "Enter go to item  Down"),
    (":", "Enter choose  Down"),
    ("&", "Not answered ·"),
    ("M", "Last time"),
    ("D", "Evidence  State"),
    ("s", "No contradictions found."),
    ("P", "Plan to level 1"),
    ("w", "what if  Level"),
    ("m", "we disagree"),
    ("S", "next field"),
    ("X", "Enter write"),
    ("?", "Answer yes; a deliverable"),
    ("H", "Store:"),
    ("T", "assessments: 1"),
    ("i", "leave a draft"),
    ("e", "next field"),
    ("o", "Who closes this gap?"),
    ("d", "Enter keep  Esc cancel"),
    ("a", "Enter choose  u until  j down"),
];

/// Opens a screen over the walk, and says what it looks like.
#[track_caller]
fn open(session: &mut Session, keys: &str, shows: &str) -> String {
    session.keys(keys);
    session.wait_for(shows);
    session.now(Shown::look)
}

/// Back to the walk.
#[track_caller]
fn close(session: &mut Session, keys: &str) {
    if !keys.is_empty() {
        session.keys("\x1b");
    }
    // What is begun in a list is left for the list.
    if keys == "e" {
        session.wait_for("No evidence yet");
        session.keys("\x1b");
    }
    session.wait_for("] next open");
}

#[test]
fn every_screen_comes_back_from_a_stop() {
    let place = Place::with("");
    let mut session = Start::at(&place).env("PS1", "shell> ").command(["sh", "-i"]).spawn();
    session.wait_for("shell> ");
    session.keys("\"$OPSLADDER\"\r");
    session.wait_for("] next open");
    for (keys, shows) in SCREENS {
        let before = open(&mut session, keys, shows);
        session.keys(&ctrl('z'));
        session.wait("the shell", |shown| shown.is_given_back() && shown.text().trim_end().ends_with("\nshell>"));
        session.keys("fg\r");
        session.wait(&format!("{keys:?} as it was"), |shown| {
            shown.screen().alternate_screen() && shown.screen().bracketed_paste() && shown.look() == before
        });
        close(&mut session, keys);
    }
    session.keys("q");
    session.wait("the terminal given back", Shown::is_given_back);
    assert_eq!(place.answers(), "");
}

#[test]
fn every_screen_is_the_same_after_a_storm_of_sizes() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("] next open");
    for (keys, shows) in SCREENS {
        let before = open(&mut session, keys, shows);
        for (columns, rows) in [(1, 1), (40, 12), (200, 50), (3, 40), (79, 7), (120, 40), (24, 8), (80, 24)] {
            session.resize(columns, rows);
        }
        session.wait(&format!("{keys:?} as it was"), |shown| shown.look() == before);
        close(&mut session, keys);
    }
    session.keys("q");
    assert!(session.end().success());
    assert_eq!(place.answers(), "");
}

#[test]
fn a_long_paste_into_any_screen_answers_nothing() {
    let place = Place::with("");
    let mut session = Start::at(&place).spawn();
    session.wait_for("] next open");
    let long = "y n 中文 a line that somebody copied\n".repeat(2_500);
    for (keys, shows) in SCREENS {
        open(&mut session, keys, shows);
        session.keys(&pasted(&long));
        // Nothing is drawn where it is not taken.
        session.press(&ctrl('l'));
        close(&mut session, keys);
    }
    session.keys(&ctrl('c'));
    assert!(session.end().success());
    assert_eq!(place.answers(), "");
}
