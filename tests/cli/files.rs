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
    let said = "guidance = \"Meant.\"\nremedy = \"Do it.\"\n";
    let good = SMALL
        .replace("remedy = \"Rehearse it | <b>now</b>.\"\n", "")
        .replace("level = 1\ntitle = \"", &format!("{said}level = 1\ntitle = \""));
    world.write("work/good.toml", &good.replace("{ en = \"First\", zh = \"第一级\" }", "\"First\""));
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
fn what_is_doubtful_about_a_checklist_is_told_to_people_editors_and_ci() {
    let world = World::empty();
    world.write("work/doubtful.toml", include_str!("doubtful.toml"));
    // Signs that the readers of the formats take for their own, where people may put them.
    world.write(
        "work/100%, 可疑:.toml",
        &SMALL.replace("id = \"rehearsed\"", "id = \"0f8fad5b-d9cb-469f-a165-70867728950e\""),
    );
    std::fs::write(world.path("work/latin.toml"), b"title = \"\xe9\"\n").expect("it can be written");
    let odd = "100%, 可疑:.toml";
    let told = world.transcript(&[
        &["checklist", "lint", "doubtful.toml"],
        &["--lang", "zh", "checklist", "lint", "--strict", "doubtful.toml"],
        &["checklist", "lint", "--format", "github", "doubtful.toml", odd, "latin.toml"],
        &["--lang", "zh", "checklist", "lint", "--format", "json", odd, "latin.toml", "missing.toml"],
        &["checklist", "lint", "--format", "sarif", "--strict", odd],
    ]);
    golden("lint-doubtful", &told);
}

#[test]
fn of_many_warnings_of_one_kind_people_are_told_ten() {
    let world = World::empty();
    let one = |nth| format!("\n[[criteria]]\nid = \"c{nth}\"\nlevel = 1\ntitle = \"Number {nth}\"\n");
    let many = format!("{SMALL}{}", (0..500).map(one).collect::<String>());
    world.write("work/many.toml", &many);
    let ran = world.run(&["checklist", "lint", "many.toml"]);
    assert_eq!((ran.status, ran.out.matches("warning:").count()), (0, 20), "{}", ran.out);
    let end: Vec<&str> = ran.out.lines().rev().take(3).collect();
    assert_eq!(
        end,
        [
            "many.toml: ok, warnings: 1006 (small 0.1.0)",
            "492 more of `unexplained`; `--format json` has all of them",
            "494 more of `half-translated`; `--format json` has all of them",
        ]
    );
    let ran = world.run(&["checklist", "lint", "--strict", "--format", "github", "many.toml"]);
    assert_eq!((ran.status, ran.out.lines().count()), (1, 1006));
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
