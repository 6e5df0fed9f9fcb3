//! What is on the screen after it changed: no cell of an earlier frame, at any size, in either language.

use crate::place::Place;
use crate::session::{ENTER, Session, Shown, Start, ctrl};

/// Answers that show marks, notes and wide text in many places.
const ANSWERED: &str = r#"
[criteria.deploys-and-runs]
answer = "yes"
answered = 2026-11-23
note = "部署脚本化，回滚靠人工。 Deploy is scripted; rollback is by hand. 👩‍🚒"

[criteria.full-cicd]
answer = "partial"
answered = 2026-11-23

[deliverables.deployment-docs]
answer = "no"
answered = 2026-11-23
"#;

fn start<'a>(place: &'a Place, lang: &str, size: (u16, u16)) -> Start<'a> {
    Start::at(place).env("OPSLADDER_LANG", lang).size(size.0, size.1)
}

/// What the header of a walk begins with.
const TEAM: &str = "Payments";

/// What a program that has just started shows, after `keys`.
fn fresh(place: &Place, lang: &str, size: (u16, u16), keys: &str) -> String {
    let mut session = start(place, lang, size).spawn();
    session.wait_for(TEAM);
    if !keys.is_empty() {
        session.press(keys);
    }
    session.now(Shown::look)
}

/// What is shown when every cell is drawn again.
fn drawn_anew(session: &mut Session) -> String {
    session.press(&ctrl('l'));
    session.now(Shown::look)
}

#[track_caller]
fn assert_same(shown: &str, expected: &str, when: &str) {
    assert!(shown == expected, "{when}: the screen shows\n{shown}\nand should show\n{expected}");
}

#[test]
fn every_size_is_drawn_as_if_started_in_it() {
    for lang in ["en", "zh"] {
        let place = Place::with(ANSWERED);
        let mut session = start(&place, lang, (80, 24)).spawn();
        session.wait_for(TEAM);
        for size in [(40, 12), (120, 40), (1, 1), (120, 40), (24, 8), (23, 7), (81, 25), (80, 24)] {
            let before = session.now(Shown::frames);
            session.resize(size.0, size.1);
            if size == (1, 1) {
                session.wait("a frame of one cell", |shown| shown.frames() > before);
            } else if size == (23, 7) {
                session.wait("a word on the size", |shown| shown.has("too small") || shown.has("窗口太小"));
            } else {
                let expected = fresh(&place, lang, size, "");
                session
                    .wait(&format!("{lang} {size:?} as if started in it, which is\n{expected}\nin short"), |shown| {
                        shown.look() == expected
                    });
            }
        }
        session.keys("q");
        assert_eq!(session.end().exit_code(), 0);
    }
}

#[test]
fn sizes_that_change_faster_than_frames_are_drawn_do_no_harm() {
    for lang in ["en", "zh"] {
        let place = Place::with(ANSWERED);
        let mut session = start(&place, lang, (80, 24)).spawn();
        session.wait_for(TEAM);
        let keys = [
            "s", "\x1b[6~", "P", "j", "?", "G", "q", "q", "w", "N", "q", "m", "]", "q", "i", "中", "\x13", "e", "\t",
            "\x03",
        ];
        for (nth, key) in keys.iter().cycle().take(140).enumerate() {
            // All but Ctrl-C, which would leave.
            let key = if *key == "\x03" { "g" } else { key };
            let nth = u16::try_from(nth).expect("a small number");
            session.resize(1 + nth * 37 % 131, 1 + nth * 23 % 47);
            session.keys(key);
        }
        session.resize(80, 24);
        session.press(&ctrl('l'));
        session.keys(&ctrl('c'));
        assert_eq!(session.end().exit_code(), 0, "{}", session.now(Shown::raw));
    }
}

#[test]
fn walking_leaves_no_half_of_a_wide_glyph_behind() {
    for lang in ["zh", "en"] {
        let place = Place::with(ANSWERED);
        let mut session = start(&place, lang, (80, 24)).spawn();
        session.wait_for(TEAM);
        let keys = "j".repeat(30);
        for _ in 0..30 {
            session.press("j");
        }
        let walked = session.now(Shown::look);
        assert_same(&walked, &drawn_anew(&mut session), "after Ctrl-L");
        assert_same(&walked, &fresh(&place, lang, (80, 24), &keys), "after a fresh start");
    }
}

#[test]
fn boxes_and_screens_over_chinese_text_leave_nothing_behind() {
    let place = Place::with(ANSWERED);
    // An odd width puts the boxes' borders on the second half of wide glyphs somewhere.
    for columns in [80, 81] {
        let mut session = start(&place, "zh", (columns, 24)).spawn();
        session.wait_for(TEAM);
        let begun = session.now(Shown::look);
        for (keys, back) in [
            ("s", "q"),
            ("P", "q"),
            ("?", "q"),
            ("w", "q"),
            ("m", "q"),
            ("e", "\x1b"),
            ("d", "\x1b"),
            ("o", "\x1b"),
            ("i", "\x13"),
        ] {
            session.press(keys);
            let shown = session.now(Shown::look);
            assert!(shown != begun, "{keys:?} shows something");
            assert_same(&shown, &drawn_anew(&mut session), &format!("{keys:?} at {columns} columns"));
            session.press(back);
            if keys == "e" {
                // The form lay over the list.
                session.press(back);
            }
            assert_same(&session.now(Shown::look), &begun, &format!("back from {keys:?} at {columns} columns"));
        }
    }
}

#[test]
fn scrolling_chinese_text_leaves_nothing_behind() {
    let place = Place::with(ANSWERED);
    let mut session = start(&place, "zh", (60, 14)).spawn();
    session.wait_for(TEAM);
    for key in [" ", " ", "\x1b[5~", "\t", "j", "\t", " ", "s", "j", "j", "j", "P", "j", "j", " "] {
        session.press(key);
        let shown = session.now(Shown::look);
        assert_same(&shown, &drawn_anew(&mut session), &format!("{key:?}"));
    }
}

#[test]
fn a_gap_of_the_plan_leads_to_its_item() {
    let place = Place::with(ANSWERED);
    let mut session = start(&place, "en", (80, 24)).spawn();
    session.wait_for(TEAM);
    session.press("P");
    session.wait_for("Plan to level 1");
    for _ in 0..40 {
        session.press("j");
        if session.now(Shown::selected).contains("incident-handling") {
            break;
        }
    }
    session.keys(ENTER);
    session.wait_gone("Plan to level 1");
    session.wait("the gap's item", |shown| shown.selected().contains("incident-handling"));
}

#[test]
fn a_frame_is_one_synchronised_update() {
    let place = Place::with(ANSWERED);
    let mut session = start(&place, "zh", (120, 40)).spawn();
    session.wait_for(TEAM);
    session.press("s");
    let raw = session.now(Shown::raw);
    let frames: Vec<&str> = raw.split("\x1b[?2026h").skip(1).collect();
    assert!(frames.len() >= 2, "{raw:?}");
    for frame in frames {
        let (_, after) = frame.split_once("\x1b[?2026l").expect("a frame ends");
        assert_eq!(after, "", "nothing is drawn between frames");
    }
}

#[test]
fn without_colour_attributes_still_tell_what_stands_out() {
    let place = Place::with(ANSWERED);
    let coloured = |raw: &str| {
        let sequences = raw.split("\x1b[").skip(1).filter_map(|rest| rest.split_once('m'));
        let numbers =
            sequences.map(|(numbers, _)| numbers).filter(|n| n.bytes().all(|b| b.is_ascii_digit() || b == b';'));
        numbers
            .flat_map(|n| n.split(';'))
            .filter_map(|n| n.parse::<u8>().ok())
            .any(|n| matches!(n, 30..=38 | 40..=48 | 90..=97 | 100..=107))
    };
    let look = |no_colour: Option<&'static str>| {
        let start = start(&place, "en", (80, 24));
        let mut session = match no_colour {
            Some(value) => start.env("NO_COLOR", value).spawn(),
            None => start.spawn(),
        };
        session.wait_for(TEAM);
        session.press("s");
        session.press("q");
        session.now(|shown| (shown.raw(), shown.selected()))
    };
    let (raw, selected) = look(Some("1"));
    assert!(!coloured(&raw), "{raw:?}");
    assert!(raw.contains("\x1b[1m") && selected.contains("Basic monitoring"), "{raw:?}");
    let (raw, _) = look(None);
    assert!(coloured(&raw), "{raw:?}");
}
