//! The text as it is printed: in every width, with and without boxes, in both languages.

use opsladder::text::width;

use super::hostile::HOSTILE;
use super::{ANSWERS, golden, small};

const WIDTHS: [&str; 4] = ["60", "80", "132", "200"];

/// What is drawn of marks, lines and boxes where it need not be ASCII.
const DRAWN: [char; 18] = ['✓', '✗', '█', '░', '·', '…', '→', '│', '─', '┌', '┐', '└', '┘', '├', '┤', '┬', '┴', '┼'];

/// Such marks in what users wrote.
const THEIRS: [&str; 3] = ["✓ ✗ █ ░ · … → │ ─ — ┼", "https://wiki.example/a→b…c", "Lin → Sam · Ops…"];

/// The two targets, on paper of every kind, with what was asked for.
fn every_paper(mut check: impl FnMut(&str, usize, bool, &str)) {
    let world = small();
    world.write("work/hostile.toml", HOSTILE);
    for target in ["Search 搜索", "hostile.toml"] {
        for (lang, wide) in ["en", "zh"].into_iter().flat_map(|lang| WIDTHS.map(|wide| (lang, wide))) {
            for ascii in [false, true] {
                let mut args = vec!["--lang", lang, "report", target, "--width", wide];
                args.extend(ascii.then_some("--ascii"));
                let ran = world.run(&args);
                assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{args:?}");
                check(target, wide.parse().expect("a number"), ascii, &ran.out);
            }
        }
    }
}

#[test]
fn whole_pages_of_a_narrow_and_of_a_wide_printer() {
    let world = small();
    for (lang, wide) in [("en", "60"), ("en", "132"), ("zh", "60"), ("zh", "132")] {
        let ran = world.run(&["--lang", lang, "report", "Search 搜索", "--width", wide]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        golden(&format!("small.{lang}.{wide}.txt"), &ran.out);
    }
}

#[test]
fn no_line_is_wider_than_the_page_or_ends_in_a_space_and_the_page_is_filled() {
    every_paper(|target, wide, _, out| {
        for line in out.lines() {
            assert!(width(line) <= wide, "{target} in {wide}: {line}");
            assert_eq!(line, line.trim_end(), "{target} in {wide}");
            // What stands between two parts of a sentence stays with the one before.
            assert!(!line.trim_start().starts_with(['·', '→']), "{target} in {wide}: {line}");
        }
        assert_eq!(out.lines().map(width).max(), Some(wide), "{target}");
        assert!(!out.contains('\u{1b}') && !out.contains("\n\n\n"), "{target} in {wide}");
    });
}

#[test]
fn in_ascii_nothing_else_is_drawn_and_no_word_of_a_user_s_is_changed() {
    every_paper(|target, wide, ascii, out| {
        let mut ours = out.to_owned();
        for words in THEIRS {
            assert_eq!(out.contains(words), target == "hostile.toml", "{target} in {wide}: {words}");
            ours = ours.replace(words, "");
        }
        assert_eq!(ours.contains(DRAWN), !ascii, "{target} in {wide}: {ours}");
    });
}

#[test]
fn the_level_what_blocks_it_and_what_to_do_come_before_everything_else() {
    let world = small();
    let out = world.run(&["report", "Search 搜索", "--width", "60"]).out;
    let order = [
        "Level 1 of 2",
        "What blocks level 2",
        "Plan to level 2",
        "To do first",
        "Findings: 2",
        "Answers",
        "Waivers: 1",
        "Deliverables ·",
        "Evidence",
        "Over time",
        "What changed since",
        "How the level",
        "About this",
    ];
    let places = order.map(|heading| out.lines().position(|line| line.starts_with(heading)).expect("a heading"));
    assert!(places.is_sorted(), "{places:?}");
    assert!(places.first().is_some_and(|first| *first < 2), "{places:?}");
}

#[test]
fn a_level_that_only_waivers_hold_back_is_not_said_to_be_done() {
    let world = small();
    let answers = ANSWERS.replace("answer = \"partial\"", "answer = \"na\"").replace("Search 搜索", "Waived");
    world.write("store/Waived/2026-11-23.toml", &answers);
    let out = world.run(&["report", "Waived"]).out;
    assert!(
        out.contains("Plan to level 2 · gaps: 0\nThere is no gap to close, and yet the level is not reached"),
        "{out}"
    );
}
