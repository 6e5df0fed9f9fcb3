//! What the commands read and write.

use std::process::Stdio;

use crate::world::{RICH, SMALL, World, golden};

#[test]
fn new_prints_where_the_assessment_is_and_overwrites_nothing() {
    let world = World::empty();
    let checklist = world.write("lists/mine.toml", SMALL);
    let mut told = world.transcript(&[
        &["new", "Payments", "--date", "2026-11-23", "--profile", "startup", "--assessor", "Lin", "--assessor", "Sam"],
        &["new", "Payments", "--date", "2026-11-23"],
        &["--lang", "zh", "new", "Payments", "--date", "2026-11-23"],
        &["new", "支付/团队", "--date", "2026-11-24", "--checklist", "../lists/mine.toml"],
        &["new", "Payments", "--date", "2026-11-30", "--profile", "no-such"],
        &["--lang", "zh", "new", "Payments", "--date", "2026-11-30", "--profile", "no-such"],
        &["new", "Payments", "--date", "2026-11-30", "--checklist", "../lists/mine.toml", "--profile", "startup"],
    ]);
    assert!(checklist.exists());
    for file in ["store/Payments/2026-11-23.toml", "store/支付-团队/2026-11-24.toml"] {
        told.extend([file, ":\n", &world.read(file), "\n"]);
    }
    golden("new", &told);
    assert_eq!(world.run(&["score", "支付/团队"]).status, 0);
}

#[test]
fn a_report_goes_into_a_file_whole_and_never_over_an_assessment() {
    let world = World::with_teams();
    let to = |path: &str| world.run(&["report", "Payments", "-o", path]);
    let printed = world.run(&["report", "Payments"]).out;
    assert_eq!(to("-").out, printed);
    let ran = to("card.txt");
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert_eq!(world.read("work/card.txt"), printed);
    // In colour it would be unreadable in a file.
    assert_eq!(world.run(&["--color", "always", "report", "Payments", "-o", "card.txt"]).status, 0);
    assert_eq!(world.read("work/card.txt"), printed);
    world.write("work/notes", RICH);
    world.write("work/old.txt", "old");
    let told = world.transcript(&[
        &["report", "Payments", "-o", "../store/Payments/2026-11-23.toml"],
        &["--lang", "zh", "report", "Payments", "-o", "../store/Payments/2026-11-23.toml"],
        &["report", "Payments", "-o", "fresh.toml"],
        &["report", "Payments", "-o", "notes"],
        &["report", "Payments", "-o", "no/such/dir/card.txt"],
        &["report", "Payments", "-o", "."],
        &["report", "nobody", "-o", "old.txt"],
    ]);
    golden("output", &told);
    assert_eq!(world.read("store/Payments/2026-11-23.toml"), RICH);
    assert_eq!(world.read("work/notes"), RICH);
    assert_eq!(world.read("work/old.txt"), "old");
    let left: Vec<_> = std::fs::read_dir(world.path("work")).expect("the directory").collect();
    // The last is the one that went into the directory.
    assert_eq!(left.len(), 4, "{left:?}");
}

#[test]
fn an_assessment_comes_from_a_file_standard_input_or_the_store() {
    let world = World::with_teams();
    world.write(
        "store/Payments/2026-09-01.toml",
        &RICH.replace("date = 2026-11-23\nstatus", "date = 2026-09-01\nstatus"),
    );
    world.write("work/p.toml", RICH);
    let by_name = world.run(&["score", "Payments"]).out;
    for target in ["p.toml", "Payments@2026-12-01", "Payments@2026-11-23"] {
        assert_eq!(world.run(&["score", target]).out, by_name, "{target}");
    }
    assert_eq!(world.run_with(&["score", "-"], RICH).out, by_name);
    for target in ["Payments~1", "Payments@2026-11-22"] {
        assert!(world.run(&["score", target]).out.starts_with("Payments · 2026-09-01"), "{target}");
    }
}

#[test]
fn json_is_json_and_says_what_the_contract_says() {
    let world = World::with_teams();
    let json = |args: &[&str]| -> serde_json::Value {
        let ran = world.run(args);
        assert_eq!(ran.status, 0, "{}", ran.err);
        serde_json::from_str(&ran.out).expect("JSON")
    };
    let score = json(&["score", "Payments", "--format", "json"]);
    assert_eq!(score["format"], 1);
    assert_eq!(
        (&score["level"], &score["possible_level"], &score["evidenced_level"]),
        (&1.into(), &1.into(), &0.into())
    );
    let report = json(&["report", "Payments", "--format", "json"]);
    assert_eq!((&report["level"], &report["gaps"]), (&score["level"], &score["gaps"]));
    let plan = json(&["plan", "Payments", "--to", "3", "--format", "json"]);
    assert_eq!(plan["target_level"], 3);
    let list = json(&["list", "--format", "json"]);
    assert_eq!(list["assessments"][0]["team"], "Payments");
    assert_eq!(list["assessments"][1]["coverage"]["answered"], 0);
    let empty = World::empty().run(&["list", "--format", "json"]);
    assert_eq!((empty.out.as_str(), empty.status), ("{\n  \"format\": 1,\n  \"assessments\": []\n}\n", 0));
}

#[test]
fn a_checklist_is_linted_with_every_problem_at_its_place() {
    let world = World::empty();
    world.write("work/good.toml", SMALL);
    world.write(
        "work/bad.toml",
        &SMALL.replace("level = 1\ntitle = \"It is", "level = 3\ntitel = \"x\"\ntitle = \"It is"),
    );
    world.write("work/broken.toml", "format = 1\nid = \n");
    let told = world.transcript(&[
        &["checklist", "lint", "good.toml"],
        &["--lang", "zh", "checklist", "lint", "good.toml"],
        &["checklist", "lint", "good.toml", "bad.toml", "broken.toml"],
        &["--lang", "zh", "checklist", "lint", "bad.toml"],
        &["checklist", "lint", "bad.toml", "missing.toml"],
        &["checklist", "lint", "operations"],
        &["checklist", "show", "no-such"],
    ]);
    golden("lint", &told);
}

#[test]
fn a_closed_pipe_ends_the_program_quietly() {
    let world = World::with_teams();
    for args in [&["checklist", "show"][..], &["report", "Payments"], &["list"], &["--help"], &["man"]] {
        let mut child =
            world.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
        drop(child.stdout.take());
        let ran = world.ran(&child.wait_with_output().expect("the program ends"));
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{args:?}");
    }
}
