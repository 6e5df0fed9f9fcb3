//! One question, one answer: commands, pages and gates that ask the same of the same files are told the same.

mod support_over_time;

use serde_json::Value;
use support_over_time::World;

const BUILT_IN: &str = include_str!("../checklists/operations.toml");

/// An assessment whose three criteria of level 1 are met, as the built-in checklist asks them.
const LEVEL_ONE: &str = r#"
[criteria.deploys-and-runs]
answer = "yes"
answered = 2026-08-01
evidence = [{ ref = "https://ci.example/deploy" }]

[criteria.basic-monitoring]
answer = "yes"

[criteria.basic-incident-handling]
answer = "yes"
"#;

/// A world without a checklist of its own, in which `Payments` answers the built-in one on two days.
fn by_the_built_in() -> World {
    let world = World::new();
    std::fs::remove_dir_all(world.path("store")).expect("removed");
    for day in ["2026-05-01", "2026-08-01"] {
        assert_eq!(world.run(&["new", "Payments", "--date", day]).status, 0);
        let path = format!("store/Payments/{day}.toml");
        world.write(&path, &format!("{}{LEVEL_ONE}", world.read(&path)));
    }
    world
}

/// The built-in checklist's next version, which asks one thing more of level 1.
fn next_version() -> String {
    let more =
        "\n[[criteria]]\nid = \"on-call\"\nlevel = 1\ntitle = { en = \"Somebody is on call\", zh = \"有人值班\" }\n";
    format!("{}{more}", BUILT_IN.replace("version = \"1.0.0\"", "version = \"2.0.0\""))
}

fn json(world: &World, args: &[&str]) -> Value {
    let ran = world.run(&[args, &["--format", "json"]].concat());
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{args:?}: {error}\n{}\n{}", ran.out, ran.err))
}

#[test]
fn a_newer_text_beside_it_changes_nothing_that_is_said_of_a_file() {
    let world = by_the_built_in();
    let asked: &[&[&str]] = &[
        &["score", "Payments"],
        &["score", "Payments", "--format", "json"],
        &["explain", "Payments"],
        &["plan", "Payments"],
        &["list"],
        &["list", "--format", "json"],
        &["history", "Payments"],
        &["history", "Payments", "--format", "json"],
        &["diff", "Payments"],
        &["diff", "Payments", "--format", "json"],
        &["check", "Payments", "--min-level", "1", "--no-regression-from", "Payments~1"],
        &["report", "Payments"],
        &["report", "Payments", "--format", "html"],
        &["report", "Payments", "--format", "json"],
        &["report", "Payments", "--format", "markdown"],
        &["report", "Payments", "--format", "csv"],
        &["report", "Payments", "--format", "badge"],
    ];
    let before: Vec<_> = asked.iter().map(|args| world.run(args)).collect();
    world.write("store/checklists/operations.toml", &next_version());
    for (args, before) in asked.iter().zip(before) {
        let after = world.run(args);
        assert_eq!((after.out, after.status), (before.out, before.status), "{args:?}");
    }
    assert_eq!(json(&world, &["score", "Payments"])["level"], 1);
    let page = world.run(&["report", "Payments", "--format", "html"]).out;
    assert!(page.contains("Level 1 of 3") && !page.contains("Level 0 of 3"), "{page}");
}

#[test]
fn a_newer_text_is_a_hint_and_what_is_new_starts_from_it() {
    let world = by_the_built_in();
    assert_eq!(world.run(&["score", "Payments"]).err, "");
    world.write("store/checklists/operations.toml", &next_version());
    let hint = world.run(&["score", "Payments"]).err;
    assert!(hint.contains("2.0.0") && hint.contains("opsladder migrate Payments"), "{hint}");
    assert_eq!(world.run(&["new", "Search"]).status, 0);
    assert!(world.read("store/Search/2026-11-23.toml").contains("version = \"2.0.0\""));
}

#[test]
fn an_old_answer_under_an_earlier_id_is_one_answer_to_both_gates() {
    let world = World::new();
    world.write("store/checklists/small.toml", support_over_time::V2);
    let now = support_over_time::ANSWERS
        .replace("date = 2026-08-31", "date = 2026-11-01")
        .replace("version = \"1.0.0\"", "version = \"1.1.0\"")
        .replace("[criteria.ci]\nanswer = \"yes\"", "[criteria.pipeline]\nanswer = \"no\"");
    let now = now.lines().filter(|line| !line.starts_with("digest")).collect::<Vec<_>>().join("\n");
    world.write("store/Payments/2026-11-01.toml", &now);
    let diff = world.run(&["diff", "Payments", "--fail-on-regression"]);
    let check = world.run(&["check", "Payments", "--no-regression-from", "Payments~1"]);
    assert_eq!((diff.status, check.status), (1, 1), "{}\n{}", diff.out, check.out);
    // What stood under the earlier id counts wherever the old file is read.
    assert!(json(&world, &["score", "Payments~1"])["levels"][1]["credit"] == 1.0);
    let unknown = |of: &Value| of["findings"].to_string().contains("\"about\":\"ci\"");
    assert!(!unknown(&json(&world, &["score", "Payments~1"])));
}

#[test]
fn a_shadowed_checklist_is_listed_with_its_own_criteria() {
    let world = by_the_built_in();
    world.write("store/checklists/operations.toml", &next_version());
    let listed = world.run(&["checklist", "list"]).out;
    let counts: Vec<&str> =
        listed.lines().filter(|line| line.contains("operations")).filter_map(|line| line.split('│').nth(4)).collect();
    assert_eq!(counts.iter().map(|cell| cell.trim()).collect::<Vec<_>>(), ["12", "11"], "{listed}");
}

#[test]
fn a_metric_has_no_answer_and_a_criterion_no_value() {
    let world = by_the_built_in();
    let path = "store/Payments/2026-08-01.toml";
    let odd = "\n[metrics.availability]\nanswer = \"na\"\n\n[criteria.full-cicd]\nvalue = 7\n";
    let text = format!("{}{odd}", world.read(path));
    world.write(path, &text);
    let score = json(&world, &["score", "Payments"]);
    assert_eq!(score["metrics"][0]["status"], "no_data");
    assert_eq!(score["coverage"]["answered"], 3);
    let report = world.run(&["report", "Payments"]).out;
    assert!(!report.contains("Waivers"), "{report}");
    let csv = world.run(&["report", "Payments", "--format", "csv"]).out;
    let row = csv.lines().find(|line| line.starts_with("metrics,availability")).expect("the metric has a row");
    assert!(!row.contains(",na,") && row.contains(",no_data,"), "{row}");
    // What a person wrote stays, whatever else is saved.
    let ran = world.run(&["assess", "Payments", "--plain"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert_eq!(world.read(path), text);
}

#[test]
fn names_that_differ_by_case_alone_are_one_team() {
    let world = by_the_built_in();
    let refused = world.run(&["new", "payments"]);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("Payments"), "{}", refused.err);
    assert!(!world.path("store/payments").exists());
    assert_eq!(world.run(&["new", "Payments"]).status, 0);
    assert_eq!(world.run(&["new", "ÉQUIPE"]).status, 0);
    assert_eq!(world.run(&["new", "équipe"]).status, 2);
}
