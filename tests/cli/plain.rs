//! The walk line by line.

use opsladder::model::{Entry, Key};
use opsladder::store::AssessmentFile;
use proptest::prelude::*;

use crate::world::{Ran, SMALL, World, golden, tell};

/// A team whose day is far ahead, so that every answer is dated with it whenever the test runs.
fn world() -> World {
    let world = World::empty();
    let new = ["new", "Payments", "--date", "2199-01-01", "--profile", "startup"];
    assert_eq!(world.run(&new).status, 0);
    world
}

const FILE: &str = "store/Payments/2199-01-01.toml";

fn walk(world: &World, more: &[&str], input: &str) -> Ran {
    world.run_with(&[more, &["assess", "--plain"]].concat(), input)
}

#[test]
fn a_whole_walk_in_english() {
    let world = world();
    // A yes, back over it, a note, a waiver with a reason, a word that is none, all there is to know, then on.
    let input = "y\nmaybe\nb\ny\nn\ni\n\ni\nOn call is by phone.\nb\np\na\n9\n3\n?\ns\nq\n";
    let ran = walk(&world, &[], input);
    let mut told = String::new();
    tell(&mut told, "assess --plain", &ran);
    told.push_str(&world.read(FILE));
    golden("plain.en", &told);
    assert!(!ran.out.contains('\u{1b}'));
}

#[test]
fn a_whole_walk_in_chinese() {
    let world = world();
    let input = "是\n可能\ny\na\n\nq\n";
    let ran = walk(&world, &["--lang", "zh"], input);
    let mut told = String::new();
    tell(&mut told, "--lang zh assess --plain", &ran);
    told.push_str(&world.read(FILE));
    golden("plain.zh", &told);
}

/// A store with one assessment of a checklist that has one or two items of every kind.
fn every_kind() -> World {
    let world = World::empty();
    world.write("store/checklists/every.toml", include_str!("every.toml"));
    let new = ["new", "Payments", "--date", "2026-11-23", "--checklist", "every", "--assessor", "Lin"];
    assert_eq!(world.run(&new).status, 0);
    world
}

const EVERY: &str = "store/Payments/2026-11-23.toml";

/// A walk on the day after the assessment's own, with what was saved by it.
fn told(world: &World, args: &[&str], lines: &[&str]) -> String {
    let args = [&["--today", "2026-11-24"], args, &["assess", "Payments", "--plain"]].concat();
    let ran = world.run_with(&args, &(lines.join("\n") + "\n"));
    let mut told = String::new();
    tell(&mut told, &args.join(" "), &ran);
    told.push_str(&world.read(EVERY));
    told.push('\n');
    told
}

#[test]
fn everything_that_can_be_recorded_is_recorded_in_english() {
    let world = every_kind();
    let lines = [
        // Evidence: one, another with a day that is none, that one gone again, the first changed.
        &["e", "https://wiki.example/backups", "", "", "+6m"][..],
        &["evidence", "add", "TICKET-7", "yesterday", "-1w", "-", ""],
        &["e", "7", "x2", "e", "1", "", "", "Sam", "-", "e", ""],
        &["o", "Lin", "owner", "", "o", "Sam", "d", "soon", "+6w", "d", "-", "d", "2027-01-31"],
        &["i", "Every night.", "i", "+ Kept for 30 days.", "y"],
        // A waiver is one once it is said why; then another reason, none, and no waiver.
        &["r", "a", "9", "", "a", "3", "b", "r", "", "r", "6", "x", "x", "u", "redo", "u", "s"],
        // A deliverable, no practices, metrics with a target, no loops.
        &["e", "", "draft", "p", "n", "y", "y", "e", "t", "fast", "<2", "t", "", "5 h", "110", "110", "t", "-"],
        &["n", "z", "?", "f", "maybe", "n", "b", "b", "f", "y"],
    ];
    let mut recorded = told(&world, &[], &lines.concat());
    let again = ["y", "reopen", "u", "redo", "c", "q"];
    recorded.push_str(&told(&world, &[], &again));
    golden("plain-record.en", &recorded);
}

#[test]
fn everything_that_can_be_recorded_is_recorded_in_chinese() {
    let world = every_kind();
    let lines = [
        &["证据", "工单 7", "今天", "", "+6m", "证据", "删除1"][..],
        &["负责人", "林", "截止", "明天", "+6w", "备注", "每晚", "是"],
        &["不适用", "5", "b", "原因", "1", "清除", "撤销", "重做", "撤销", "跳过"],
        &["p", "否", "转到 恢复", "目标", "＜2", "5 小时", "撤销", "清除", "确认", "？", "/每", "定稿", "是"],
    ];
    let mut recorded = told(&world, &["--lang", "zh"], &lines.concat());
    recorded.push_str(&told(&world, &["--lang", "zh"], &["重新打开", "q"]));
    golden("plain-record.zh", &recorded);
}

#[test]
fn what_was_carried_over_is_asked_with_what_was_answered_and_when() {
    for lang in ["en", "zh"] {
        let world = World::empty();
        world.write("store/checklists/every.toml", include_str!("every.toml"));
        let new = ["new", "Payments", "--date", "2026-08-20", "--checklist", "every"];
        assert_eq!(world.run(&new).status, 0);
        let first = ["y", "i", "Twice a year.", "n", "y", "n", "y", "3", "q"];
        let ran = walk(&world, &["--today", "2026-08-20"], &first.join("\n"));
        assert_eq!(ran.status, 0, "{}", ran.err);
        assert_eq!(world.run(&["new", "Payments", "--from", "Payments", "--date", "2026-11-23"]).status, 0);
        // The first still holds, the second has changed, the deliverable is skipped, and the metric still has its value.
        let told = told(&world, &["--lang", lang], &["c", "p", "s", "n", "y", "c", "u", "confirm", "q"]);
        golden(&format!("plain-carry.{lang}"), &told);
    }
}

#[test]
fn a_jump_leads_to_an_item_and_what_was_jumped_over_comes_at_the_end() {
    let world = world();
    let ran = walk(&world, &[], "/full-cidc\n/FULL-cicd\ns\ng a c\n/a complete\n/metrics.availability\n/zzz\ng\n\n/");
    for said in [
        "the checklist `operations` has no item `full-cidc`; did you mean `full-cicd`?",
        "[4 of 11] Level 2 · Standardised operations\nA complete CI/CD process",
        "[5 of 11] Level 2",
        "`a c` can be several items: A complete CI/CD process; A comprehensive set of",
        "[1 of 12] Technical metrics\nAvailability (uptime)",
        "the checklist `operations` has no item `zzz`",
        "to which item? Its code, its id or the beginning of its title > \n",
    ] {
        assert!(ran.out.contains(said), "{said}\n{}", ran.out);
    }
    let small = every_kind();
    let ran = walk(&small, &[], "/runbook\ny\nn\nn\nn\ny\ny\n");
    let asked: Vec<&str> = ran.out.lines().filter(|line| line.starts_with('[') && line.contains(" of ")).collect();
    assert_eq!(
        asked,
        ["[1 of 2] Level 1 · First", "[1 of 1] Deliverables", "[1 of 2] Level 1 · First", "[2 of 2] Level 1 · First"]
    );
    assert!(ran.out.contains("There is nothing left to ask; some items are open."), "{}", ran.out);
    let shared = walk(&small, &[], "/coverage\n/metrics.coverage\n/b1.2\n");
    let several = "`coverage` can be several items: practices.coverage; metrics.coverage";
    assert!(shared.out.contains("B1.2 A restore was rehearsed"), "{}", shared.out);
    assert!(shared.out.contains(several) && shared.out.contains("[2 of 2] Metrics"), "{}", shared.out);
}

#[test]
fn the_surroundings_ask_for_lines() {
    let world = world();
    let run = |args: &[&str], name: &str, value: &str| {
        let mut command = world.command(args);
        let output = command.env(name, value).output().expect("the program runs");
        world.ran(&output)
    };
    for args in [&[][..], &["assess"], &["assess", "Payments"]] {
        let ran = run(args, "ACCESSIBLE", "1");
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{args:?}");
        assert!(ran.out.contains("[1 of 11] Level 1"), "{}", ran.out);
        // Where nobody types, a dumb terminal does not ask for anything.
        for (name, value) in [("ACCESSIBLE", "0"), ("ACCESSIBLE", ""), ("TERM", "dumb")] {
            let ran = run(args, name, value);
            assert_eq!(ran.status, 2, "{name}={value} {args:?}");
            assert!(ran.err.contains("needs a terminal"), "{}", ran.err);
        }
    }
}

/// Something that is typed, and is over when its lines are read.
fn said() -> impl Strategy<Value = (&'static str, bool)> {
    let quiet = [
        "s",
        "b",
        "?",
        "",
        "zz",
        "跳过",
        "返回",
        "u",
        "redo",
        "/full-cicd",
        "/availability",
        "g deployment-docs",
        "/a c",
        "/\n",
        "g\nnowhere",
        "/cicd-pipeline",
        "/data-driven.collect",
        "c",
        "x",
        "r",
        "a\n",
        "e\n",
        "i\n",
        "o\n",
        "d\nsoon\n",
        "t\nfast\n",
        "f\nz\nn",
    ];
    let loud = [
        "y",
        "p",
        "n",
        "是",
        "a\n3",
        "a\n6",
        "99.95",
        "7\n7",
        "e\nTICKET-7\n\n\n",
        "e\nx1\n",
        "i\nnoted",
        "i\n+ more",
        "o\nLin",
        "o\n-",
        "d\n+6w",
        "t\n>99",
        "r\n2",
        "x",
        "c",
        "u",
        "redo",
    ];
    let quiet = proptest::sample::select(quiet.to_vec()).prop_map(|said| (said, false));
    let loud = proptest::sample::select(loud.to_vec()).prop_map(|said| (said, true));
    prop_oneof![quiet, loud]
}

fn answers(file: &str) -> Vec<(Key, Entry)> {
    let file = AssessmentFile::parse("a.toml", file).expect("the file is sound");
    file.assessment().entries().map(|(key, entry)| (key.clone(), entry.clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_only_answers_change_the_file_and_undo_takes_them_back(
        lines in proptest::collection::vec(said(), 1..40), lang in proptest::sample::select(vec!["en", "zh"])
    ) {
        let world = world();
        let before = world.read(FILE);
        let typed = |keep: &dyn Fn(bool) -> bool| {
            let kept = lines.iter().filter(|(_, loud)| keep(*loud));
            kept.flat_map(|(said, _)| [said, "\n"]).collect::<String>()
        };
        // Without an answer nothing is written; neither by what is typed into no end of the input.
        let ran = walk(&world, &["--lang", lang], &typed(&|loud| !loud));
        prop_assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        prop_assert_eq!(&world.read(FILE), &before);
        // With answers: no trouble, and as many times undo as there were lines leaves none.
        let all = typed(&|_| true);
        let ran = walk(&world, &["--lang", lang], &all);
        prop_assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        let coloured = ran.out.contains('\u{1b}');
        prop_assert!(!coloured);
        world.write(FILE, &before);
        let ran = walk(&world, &["--lang", lang], &(all.clone() + "\n\n\n\n" + &"u\n".repeat(all.lines().count())));
        prop_assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        prop_assert_eq!(answers(&world.read(FILE)), answers(&before));
    }
}

#[test]
fn every_kind_of_item_is_offered_and_the_end_of_the_input_loses_nothing() {
    let world = world();
    // Criteria and deliverables, then no practices, the metrics with numbers, the loops, not the other practices.
    let input =
        format!("{}{}n\ny\n99.95 %\nabc\nn\n180ms\n{}y\ny\nn\n", "y\n".repeat(11), "y\n".repeat(7), "s\n".repeat(10));
    let ran = walk(&world, &[], &input);
    assert_eq!(ran.status, 0, "{}", ran.err);
    for said in [
        "Level 3 of 3 · Intelligent operations",
        "Go on with what is not answered or not confirmed of: Practices (16)?",
        "Go on with what is not answered or not confirmed of: Metrics (12)?",
        "saved: 99.95%",
        "`abc` is not an answer here: type a number like 99.95, or s, b, q; ? tells what",
        "saved: 180 ms",
        "Go on with what is not answered or not confirmed of: Improvement loops (9)?",
        "[2 of 9] Improvement loops · Data-driven optimisation",
        "the top level 3 is achieved",
    ] {
        assert!(ran.out.contains(said), "{said}\n{}", ran.out);
    }
    let file = world.read(FILE);
    assert_eq!(file.matches("answer = \"yes\"").count(), 19, "{file}");
    assert!(file.contains("value = 99.95") && file.contains("value = 180"), "{file}");
}

#[test]
fn the_draft_of_the_only_team_is_taken_up_where_it_was_left() {
    let world = world();
    assert!(walk(&world, &[], "y\ny\n").out.contains("[3 of 11]"));
    let again = walk(&world, &[], "");
    assert!(
        again.out.contains("[3 of 11] Level 1 · Basic operations\nA simple incident-handling process"),
        "{}",
        again.out
    );
    assert_eq!(again.status, 0);
    let done = world.read(FILE).replace("\"draft\"", "\"final\"");
    world.write(FILE, &done);
    let none = walk(&world, &[], "y\n");
    assert_eq!(none.status, 2);
    assert!(none.err.contains("team `Payments` has no draft"), "{}", none.err);
    let read_only = world.run_with(&["assess", "Payments", "--plain"], "y\n");
    assert_eq!(read_only.status, 2);
    assert!(read_only.err.contains("`Payments` of 2199-01-01 is final and read-only"), "{}", read_only.err);
    assert_eq!(world.read(FILE), done);
}

#[test]
fn a_waiver_that_is_not_allowed_is_not_taken() {
    let world = World::empty();
    world.write("work/small.toml", SMALL);
    assert_eq!(world.run(&["new", "T", "--date", "2199-01-01", "--checklist", "small.toml"]).status, 0);
    let ran = walk(&world, &[], "a\ny\na\n6\n");
    assert!(ran.out.contains("this criterion must not be waived: answer yes, partial or no"), "{}", ran.out);
    assert!(ran.out.contains("Level 1 of 1 · First"), "{}", ran.out);
    assert!(!world.read("store/T/2199-01-01.toml").contains("reason"));
}

#[test]
fn what_cannot_be_saved_is_said_and_ends_in_trouble() {
    let world = world();
    let file = world.read(FILE);
    // Something that cannot be read has taken the place of the file while questions were asked.
    let mut command = world.command(&["assess", "--plain"]);
    command
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    let mut out = std::io::BufReader::new(child.stdout.take().expect("standard output"));
    let mut stdin = child.stdin.take().expect("standard input");
    let mut line = String::new();
    while !line.contains("[1 of 11]") {
        line.clear();
        std::io::BufRead::read_line(&mut out, &mut line).expect("a line");
    }
    world.write(FILE, "not TOML\n");
    std::io::Write::write_all(&mut stdin, b"y\n").expect("an answer");
    drop(stdin);
    std::io::Read::read_to_string(&mut out, &mut line).expect("the rest");
    let ran = world.ran(&child.wait_with_output().expect("the program ends"));
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("cannot be read now: nothing was saved"), "{}", ran.err);
    assert_eq!(world.read(FILE), "not TOML\n");
    world.write(FILE, &file);
}
