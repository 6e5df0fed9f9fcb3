//! One question, one answer: commands, pages and gates that ask the same of the same files are told the same.

#[path = "agreement/joints.rs"]
mod joints;
#[path = "agreement/model.rs"]
mod model;
#[path = "agreement/numbers.rs"]
mod numbers;
#[path = "agreement/random.rs"]
mod random;
mod support_app;
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

/// A world with an empty store.
fn empty() -> World {
    let world = World::new();
    std::fs::remove_dir_all(world.path("store")).expect("removed");
    world
}

/// A world without a checklist of its own, in which `Payments` answers the built-in one on two days.
fn by_the_built_in() -> World {
    let world = empty();
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
    assert!(!report.contains("Waivers:"), "{report}");
    let csv = world.run(&["report", "Payments", "--format", "csv"]).out;
    let row = csv.lines().find(|line| line.starts_with("metrics,availability")).expect("the metric has a row");
    assert!(!row.contains(",na,") && row.contains(",no_data,"), "{row}");
    // What a person wrote stays, whatever else is saved.
    let ran = world.run(&["assess", "Payments", "--plain"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert_eq!(world.read(path), text);
}

#[test]
fn two_teams_are_compared_only_where_that_is_asked_for() {
    let world = by_the_built_in();
    world.write(
        "store/Search/2026-08-01.toml",
        &world
            .read("store/Payments/2026-08-01.toml")
            .replace("\"Payments\"", "\"Search\"")
            .replace("[criteria.basic-monitoring]\nanswer = \"yes\"", "[criteria.basic-monitoring]\nanswer = \"no\""),
    );
    let refused = world.run(&["diff", "Payments", "Search"]);
    assert_eq!((refused.status, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("--any"), "{}", refused.err);
    for lang in ["en", "zh"] {
        let compared = world.run(&["diff", "Payments", "Search", "--any", "--lang", lang]);
        assert_eq!(compared.status, 0, "{}", compared.err);
        for word in ["We changed", "egress", "mproved", "我们", "退步", "进步"] {
            assert!(!compared.out.contains(word), "`{word}` in\n{}", compared.out);
        }
        assert!(compared.out.contains('A') && compared.out.contains('B'), "{}", compared.out);
    }
    let gate = world.run(&["diff", "Payments", "Search", "--any", "--fail-on-regression"]);
    assert_eq!(gate.status, 2, "{}", gate.out);
    // `--force` was the name of the same wish.
    assert_eq!(world.run(&["diff", "Payments", "Search", "--force"]).status, 0);
}

#[test]
fn dates_the_wrong_way_round_are_said_in_the_first_line() {
    let world = by_the_built_in();
    for format in ["text", "markdown"] {
        let first = |args: &[&str]| {
            let ran = world.run(&[args, &["--format", format]].concat());
            ran.out.lines().next().unwrap_or_default().to_owned()
        };
        let wrong = first(&["diff", "Payments", "Payments~1"]);
        assert!(
            wrong.contains("2026-08-01") && wrong.contains("2026-05-01") && wrong.contains("Later to earlier"),
            "{wrong}"
        );
        assert!(!first(&["diff", "Payments~1", "Payments"]).contains("Later"));
    }
    assert_eq!(json(&world, &["diff", "Payments", "Payments~1"])["reversed"], true);
    assert_eq!(json(&world, &["diff", "Payments"])["reversed"], false);
}

#[test]
fn the_json_report_holds_what_the_page_says() {
    let world = by_the_built_in();
    let path = "store/Payments/2026-08-01.toml";
    let text = world.read(path).replace("status = \"draft\"", "status = \"draft\"\nassessors = [\"Lin\"]");
    let more = "\n[criteria.full-cicd]\nanswer = \"na\"\nreason = \"accepted-risk\"\nnote = \"By hand.\"\nowner = \"Sam\"\ndue = 2026-07-01\n\n[metrics.availability]\nvalue = 99.95\ntarget = { above = 99.5 }\n";
    world.write(path, &format!("{text}{more}"));
    let (score, report) = (json(&world, &["score", "Payments"]), json(&world, &["report", "Payments"]));
    for (key, value) in score.as_object().expect("an object").iter().filter(|(key, _)| *key != "findings") {
        for (part, value) in value.as_object().into_iter().flatten() {
            assert_eq!(&report[key][part], value, "{key}.{part}");
        }
        assert!(!report[key].is_null() || value.is_null(), "{key}");
    }
    assert_eq!(report["assessment"]["assessors"][0], "Lin");
    let items = report["items"].as_array().expect("items");
    let item = |id: &str| items.iter().find(|item| item["id"] == id).unwrap_or_else(|| panic!("{id}"));
    let full = item("full-cicd");
    assert_eq!((&full["kind"], &full["title"]), (&"criterion".into(), &"A complete CI/CD process".into()));
    assert_eq!((&full["answer"], &full["reason"]), (&"na".into(), &"accepted-risk".into()));
    assert_eq!(
        (&full["note"], &full["owner"], &full["due"]),
        (&"By hand.".into(), &"Sam".into(), &"2026-07-01".into())
    );
    assert_eq!((&full["level"], &full["area"]), (&2.into(), &"deployment".into()));
    assert_eq!(item("deploys-and-runs")["evidence"][0]["ref"], "https://ci.example/deploy");
    assert_eq!(item("availability")["target"]["above"], 99.5);
    assert_eq!(item("data-driven.collect")["kind"], "step");
    assert_eq!(report["history"][0]["date"], "2026-05-01");
    assert!(report["findings"].as_array().expect("findings").iter().all(|one| one["text"].is_string()));
}

#[test]
fn overdue_is_said_wherever_a_due_date_stands() {
    let world = by_the_built_in();
    let path = "store/Payments/2026-08-01.toml";
    let gap = "\n[criteria.full-cicd]\nanswer = \"no\"\nowner = \"Sam\"\ndue = 2026-07-01\n";
    world.write(path, &format!("{}{gap}", world.read(path)));
    let asked: &[&[&str]] = &[
        &["plan", "Payments"],
        &["plan", "Payments", "--format", "markdown"],
        &["report", "Payments"],
        &["report", "Payments", "--format", "markdown"],
        &["report", "Payments", "--format", "html"],
        &["explain", "Payments", "full-cicd"],
    ];
    for args in asked {
        let said = world.run(args).out;
        let parts: Vec<&str> = said.split("2026-07-01").collect();
        for around in parts.windows(2) {
            let after: String = around[1].chars().take(200).collect();
            assert!(
                after.contains("overdue") || around[0].ends_with("due since ") || around[0].contains("LATE"),
                "{args:?}: {}…{after}",
                around[0]
            );
        }
        assert!(said.contains("2026-07-01"), "{args:?}");
    }
    let plan = world.run(&["plan", "Payments"]).out;
    let report = world.run(&["report", "Payments"]).out;
    assert!(
        plan.contains("Sam") && report.lines().any(|line| line.contains("A complete") && line.contains("Sam")),
        "{report}"
    );
}

#[test]
fn a_level_that_is_called_after_its_number_is_named_once() {
    let world = World::new();
    let plain = support_over_time::V1
        .replace("title = { en = \"Basic\", zh = \"基础\" }", "title = \"Level 1\"")
        .replace("title = { en = \"Standard\", zh = \"规范\" }", "title = { en = \"level 2\", zh = \"2 级\" }");
    world.write("store/checklists/small.toml", &plain);
    let said = world.transcript(&[
        &["score", "Payments"],
        &["report", "Payments"],
        &["report", "Payments", "--format", "html"],
        &["report", "Payments", "--format", "markdown"],
        &["explain", "Payments", "ci"],
        &["checklist", "show", "small"],
        &["--lang", "zh", "score", "Payments"],
    ]);
    let joined = said.to_lowercase();
    for twice in ["level 1 · level 1", "level 2 · level 2", "1 级 · level 1", "2 级 · 2 级"] {
        assert!(!joined.contains(twice), "{twice}\n{said}");
    }
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

#[test]
fn no_control_leaves_a_machine_format_as_it_is() {
    let world = by_the_built_in();
    let path = "store/Payments/2026-08-01.toml";
    let odd =
        "a\\u0007b\\u001bc\\u007fd\\u0085e\\u009bf\\u2028g\\u2029h\\u061ci\\u200ej\\u200fk\\u202el\\u2066m\\u2069n";
    let note = format!("\n[criteria.full-cicd]\nnote = \"{odd}\"\nowner = \"{odd}\"\n");
    let text = world.read(path).replace("status = \"draft\"", &format!("status = \"draft\"\nassessors = [\"{odd}\"]"));
    world.write(path, &format!("{text}{note}"));
    world.write(
        "store/Payments/2026-08-02.toml",
        &world.read(path).replace("2026-08-01", "2026-08-02").replace("kn", "k n"),
    );
    let asked: &[&[&str]] = &[
        &["score", "Payments", "--format", "json"],
        &["report", "Payments", "--format", "json"],
        &["report", "Payments", "--format", "csv"],
        &["report", "Payments", "--format", "badge"],
        &["plan", "Payments", "--format", "json"],
        &["list", "--format", "json"],
        &["diff", "Payments", "--format", "json"],
        &["history", "Payments", "--format", "json"],
        &["history", "Payments", "--format", "csv"],
        &["check", "Payments", "--format", "json"],
    ];
    for args in asked {
        let said = world.run(args).out;
        let raw = |c: &char| {
            (c.is_control() && !matches!(c, '\n' | '\r'))
                || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert_eq!(said.chars().find(raw), None, "{args:?}");
    }
    let note = json(&world, &["report", "Payments"])["items"]
        .as_array()
        .and_then(|items| items.iter().find(|item| item["id"] == "full-cicd").map(|item| item["note"].clone()));
    let kept = note.and_then(|note| note.as_str().map(str::to_owned)).expect("the note");
    assert!(kept.contains('\u{9b}') && kept.contains('\u{2066}'), "an escape loses nothing");
}
