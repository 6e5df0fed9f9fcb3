//! Several checklists for one team: where each assessment lies, which one a target means, and what never crosses.

use crate::world::{SMALL, World, golden};

/// A store with one checklist of its own, and a team that answers that and the built-in one.
fn several() -> World {
    let world = World::empty();
    world.write("store/checklists/small.toml", SMALL);
    for (day, id) in [("2026-05-01", "operations"), ("2026-05-01", "small"), ("2026-08-01", "operations")] {
        let made = world.run(&["new", "Payments", "--date", day, "--checklist", id]);
        assert_eq!(made.status, 0, "{}", made.err);
    }
    let onward = world.run(&["new", "Payments", "--date", "2026-09-01", "--from", "Payments:small"]);
    assert_eq!(onward.status, 0, "{}", onward.err);
    let file = "store/Payments/2026-05-01.small.toml";
    let answers = "\n[criteria.written-down]\nanswer = \"yes\"\nevidence = [{ ref = \"wiki\" }]\n\n[criteria.rehearsed]\nanswer = \"yes\"\n";
    world.write(file, &(world.read(file) + answers));
    world
}

#[test]
fn each_checklist_of_a_team_is_a_series_of_its_own() {
    let world = several();
    let runs: &[&[&str]] = &[
        &["list"],
        &["--lang", "zh", "list"],
        &["history", "Payments"],
        &["history", "Payments:operations", "--format", "csv"],
        &["portfolio", "--at", "2026-09-02"],
        &["check", "Payments", "--no-regression-from", "Payments~1"],
        &["check", "Payments:operations", "--no-regression-from", "Payments:operations~1"],
        &["diff", "Payments:operations"],
        &["diff", "Payments"],
        &["report", "Payments", "Payments:operations", "--format", "json", "-o", "out/"],
    ];
    golden("models", &world.transcript(runs));
    let mut written: Vec<_> = std::fs::read_dir(world.path("work/out")).expect("files").flatten().collect();
    written.sort_by_key(std::fs::DirEntry::file_name);
    let points = |nth: usize| {
        let text = std::fs::read_to_string(written[nth].path()).expect("a file");
        let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        (report["checklist"]["id"].clone(), report["history"].as_array().map(Vec::len))
    };
    assert_eq!([points(0), points(1)], [("operations".into(), Some(1)), ("small".into(), Some(1))]);
}

#[test]
fn a_target_names_one_checklist_of_a_team() {
    let world = several();
    let named = |target: &str| {
        let ran = world.run(&["score", target, "--format", "json"]);
        let score: serde_json::Value =
            serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{target}: {}", ran.err));
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        (text(&score["checklist"]["id"]), text(&score["assessment"]["date"]))
    };
    for (target, id, day) in [
        ("Payments", "small", "2026-09-01"),
        ("Payments~1", "small", "2026-05-01"),
        ("Payments@2026-08-31", "operations", "2026-08-01"),
        ("Payments:small", "small", "2026-09-01"),
        ("payments:small~1", "small", "2026-05-01"),
        ("Payments:operations", "operations", "2026-08-01"),
        ("Payments:operations~1", "operations", "2026-05-01"),
        ("Payments:operations@2026-07-31", "operations", "2026-05-01"),
    ] {
        assert_eq!(named(target), (id.to_owned(), day.to_owned()), "{target}");
    }
    let runs: &[&[&str]] = &[
        &["score", "Payments:operations~2"],
        &["score", "Payments:small@2026-04-30"],
        &["score", "Payments:smal"],
        &["--lang", "zh", "score", "Payments:other~1"],
        &["new", "Payments", "--date", "2026-09-01", "--checklist", "operations"],
        &["score", "Payments"],
        &["--lang", "zh", "score", "Payments"],
        &["history", "Payments"],
        &["check", "Payments:operations"],
    ];
    golden("models-refused", &world.transcript(runs));
}

#[test]
fn a_team_whose_own_name_holds_a_colon_is_meant_first() {
    let world = World::empty();
    world.write("store/checklists/small.toml", SMALL);
    for (team, id) in [("Web", "small"), ("Web", "operations"), ("Web:small", "operations"), ("a@2026-01-01", "small")]
    {
        let made = world.run(&["new", team, "--date", "2026-05-01", "--checklist", id]);
        assert_eq!(made.status, 0, "{team} {id}: {}", made.err);
    }
    let team = |target: &str| {
        let ran = world.run(&["score", target, "--format", "json"]);
        let score: serde_json::Value =
            serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{target}: {}", ran.err));
        format!("{} {}", score["assessment"]["team"], score["checklist"]["id"])
    };
    assert_eq!(team("Web:small"), "\"Web:small\" \"operations\"");
    assert_eq!(team("Web:small:operations~0"), "\"Web:small\" \"operations\"");
    assert_eq!(team("Web:operations"), "\"Web\" \"operations\"");
    assert_eq!(team("a@2026-01-01"), "\"a@2026-01-01\" \"small\"");
    assert_eq!(team("a@2026-01-01@2026-05-02"), "\"a@2026-01-01\" \"small\"");
}

#[test]
fn a_new_assessment_answers_what_is_likely_meant() {
    let world = World::empty();
    world.write("store/checklists/small.toml", SMALL);
    let made = |team: &str, day: &str| {
        let ran = world.run(&["new", team, "--date", day]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        let file = ran.out.trim().replace("[ROOT]/", "");
        let text = world.read(&file);
        let id = text.lines().find(|line| line.starts_with("id = ")).expect("an id").to_owned();
        (file.rsplit_once('/').expect("a directory").1.to_owned(), id)
    };
    let of = |file: &str, id: &str| (file.to_owned(), format!("id = \"{id}\""));
    assert_eq!(made("Search", "2026-05-01"), of("2026-05-01.toml", "small"), "the only one of the store");
    assert_eq!(world.run(&["new", "Web", "--date", "2026-05-01", "--checklist", "operations"]).status, 0);
    assert_eq!(made("Web", "2026-05-02"), of("2026-05-02.toml", "operations"), "the team's own");
    assert_eq!(world.run(&["new", "Web", "--date", "2026-05-03", "--checklist", "small"]).status, 0);
    assert_eq!(made("Web", "2026-05-04"), of("2026-05-04.small.toml", "small"), "the team's last one");
    world.write("store/checklists/other.toml", &SMALL.replace("id = \"small\"", "id = \"other\""));
    assert_eq!(made("Mail", "2026-05-01"), of("2026-05-01.toml", "operations"), "of several the built-in one");
    assert_eq!(made("Search", "2026-05-02"), of("2026-05-02.toml", "small"));
}

#[test]
fn names_that_differ_by_case_alone_are_refused_for_any_checklist() {
    let world = several();
    let ran = world.run(&["new", "PAYMENTS", "--date", "2026-10-01", "--checklist", "small"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("differs from team `Payments` by case alone"), "{}", ran.err);
}

#[test]
fn what_lies_beside_assessments_is_none() {
    let world = several();
    world.write("store/Payments/sources.toml", "[prometheus]\nurl = \"https://example.org\"\n");
    world.write("store/Payments/2026-09-01.small.proposals.toml", "format = 1\n");
    world.write("store/Payments/2026-08-01.proposals.toml", "format = 1\n");
    let ran = world.run(&["list", "--format", "json"]);
    assert_eq!((ran.status, ran.out.matches("\"path\"").count()), (0, 4), "{}", ran.err);
    assert_eq!(world.run(&["score", "Payments:operations~1"]).status, 0);
}
