//! A real quarter of changes: read at a glance, whole where all is asked for, and as a page for a browser and paper.

use opsladder::text::width;

use crate::world::{World, golden};

const THEN: &str = include_str!("../render/store/Checkout/2026-08-28.toml");
const NOW: &str = include_str!("../render/store/Checkout/2026-11-23.toml");
/// The lines of a screen, less the prompt.
const SCREEN: usize = 23;

fn world() -> World {
    let world = World::empty();
    world.write("store/Checkout/2026-08-28.toml", THEN);
    world.write("store/Checkout/2026-11-23.toml", NOW);
    world
}

/// One answer of a file taken for another.
fn answered(text: &str, table: &str, answer: &str) -> String {
    let (before, after) = text.split_once(&format!("[{table}]\nanswer = \"")).expect("it is answered");
    let (_, after) = after.split_once('"').expect("an answer ends");
    format!("{before}[{table}]\nanswer = \"{answer}\"{after}")
}

#[test]
fn a_quarter_is_told_in_both_languages_and_in_full_where_that_is_asked_for() {
    let world = world();
    let told = world.transcript(&[
        &["diff", "Checkout"],
        &["--lang", "zh", "diff", "Checkout"],
        &["diff", "Checkout", "--all"],
        &["--ascii", "diff", "Checkout"],
    ]);
    golden("diff-quarter", &told);
    assert!(told.lines().all(|line| width(line) <= 80), "{told}");
}

#[test]
fn three_criteria_nine_practices_and_three_metrics_fit_one_screen() {
    let world = world();
    let mut now = answered(NOW, "criteria.self-healing", "partial");
    now = answered(&now, "criteria.predictive-capacity", "no");
    now = now.replace("target_level = 3\n", "").replace(", \"王芳\"]", "]");
    now = now.replace("due = 2027-03-31", "due = 2026-12-31").replace("due = 2026-09-30", "due = 2027-09-30");
    now = now.replace("owner = \"王芳\"\ndue = 2027-01-31", "owner = \"Sam Okafor\"\ndue = 2026-12-31");
    let then = THEN.replace("due = 2026-09-30", "due = 2027-09-30");
    world.write("store/Checkout/2026-08-28.toml", &then);
    world.write("store/Checkout/2026-11-23.toml", &now);
    for (lang, first) in [
        ("en", "Level 1 → 2 · criteria ↑3 ↓0 · practices ↑9 ↓0 · metrics crossed target +3 −0 ·"),
        ("zh", "等级 1 → 2 · 评估项 ↑3 ↓0 · 实践 ↑9 ↓0 · 指标跨越目标 +3 −0 · 问题 −4"),
    ] {
        let out = world.run(&["--lang", lang, "diff", "Checkout"]).out;
        assert_eq!(out.lines().next(), Some(first), "{out}");
        assert!(out.lines().count() <= SCREEN, "{} lines\n{out}", out.lines().count());
    }
}

#[test]
fn the_ending_of_a_file_says_the_format_and_paper_is_for_html() {
    let world = world();
    for (file, format) in [("d.html", "html"), ("d.md", "markdown"), ("d.json", "json"), ("d.txt", "text")] {
        let ran = world.run(&["diff", "Checkout", "-o", file]);
        assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{}", ran.err);
        assert_eq!(world.read(&format!("work/{file}")), world.run(&["diff", "Checkout", "--format", format]).out);
    }
    let page = world.run(&["diff", "Checkout", "--paper", "a4", "-o", "-"]).out;
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("size: A4;"), "{page}");
    let refused: [&[&str]; 3] = [
        &["diff", "Checkout", "--paper", "a4", "--format", "markdown"],
        &["--lang", "zh", "diff", "Checkout", "--paper", "letter", "-o", "d.txt"],
        &["diff", "Checkout", "-o", "../store/Checkout/2026-11-23.toml"],
    ];
    golden("diff-refused", &world.transcript(&refused));
    assert_eq!(world.read("store/Checkout/2026-11-23.toml"), NOW);
    // The status says what happened, wherever the page goes.
    let back = ["diff", "Checkout", "Checkout~1", "--fail-on-regression", "-o", "back.md"];
    assert_eq!(world.run(&back).status, 1);
}

#[test]
fn nothing_that_a_team_wrote_is_markup() {
    let world = world();
    let evil = "<script>alert(1)</script> \u{202e}\u{1b}[31m | `x` <b>&amp;\\n<img src=x onerror=alert(2)>";
    let noted = NOW.replace("failed canary", evil.replace('\u{1b}', "\\u001b").as_str());
    world.write("store/Checkout/2026-11-23.toml", &noted.replace("owner = \"王芳\"", "owner = \"<i>\""));
    for lang in ["en", "zh"] {
        let page = world.run(&["--lang", lang, "diff", "Checkout", "--all", "--format", "html"]);
        assert_eq!(page.status, 0, "{}", page.err);
        for raw in ["<script", "<img", "<b>", "<i>", "\u{1b}", "\u{202e}"] {
            assert!(!page.out.contains(raw), "{raw}\n{}", page.out);
        }
        let markdown = world.run(&["--lang", lang, "diff", "Checkout", "--all", "--format", "markdown"]).out;
        assert!(!markdown.contains("<script") && !markdown.contains("<img"), "{markdown}");
    }
}
