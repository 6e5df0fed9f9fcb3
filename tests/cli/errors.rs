//! What goes wrong: a sentence that says what, where and what to do, and status 2.

use crate::world::{RICH, World, golden};

#[test]
fn files_that_cannot_be_read_say_where_and_stay_as_they_are() {
    let world = World::empty();
    let files = [
        ("word.toml", RICH.replacen("answer = \"partial\"", "answer = \"perhaps\"", 1)),
        ("not.toml", "this is no TOML\n".to_owned()),
        ("date.toml", RICH.replacen("date = 2026-11-23", "date = 2026-02-30", 1)),
        ("checklist.toml", RICH.replacen("id = \"operations\"", "id = \"no-such-checklist\"", 1)),
    ];
    let mut runs: Vec<Vec<&str>> = Vec::new();
    for (name, text) in &files {
        world.write(&format!("work/{name}"), text);
        runs.push(vec!["score", name]);
        runs.push(vec!["--lang", "zh", "score", name]);
    }
    runs.push(vec!["assess", "word.toml", "--plain"]);
    runs.push(vec!["score", "missing.toml"]);
    let told = world.transcript(&runs.iter().map(Vec::as_slice).collect::<Vec<_>>());
    golden("bad-files", &told);
    for (name, text) in &files {
        assert_eq!(world.read(&format!("work/{name}")), *text, "{name}");
    }
}

#[test]
fn team_names_that_lead_elsewhere_are_refused() {
    let world = World::empty();
    let long = "x".repeat(101);
    let mut told = String::new();
    for name in ["../../etc", "", ".x", "/etc", "a\u{1b}[31mb", "a\tb", "🚀", "checklists", &long] {
        for lang in ["en", "zh"] {
            told.push_str(&world.transcript(&[&["--lang", lang, "new", name, "--date", "2026-11-23"]]));
        }
    }
    golden("names", &told);
    assert!(!world.path("store").exists());
    assert!(!told.contains('\u{1b}'));
}

#[test]
fn what_is_asked_for_in_vain_is_said_with_what_there_is() {
    let world = World::with_teams();
    let told = world.transcript(&[
        &["score", "Paymets"],
        &["score", "nobody"],
        &["--lang", "zh", "score", "nobody"],
        &["score", "Payments~4"],
        &["score", "Payments@2020-01-01"],
        &["score", "Payments@yesterday"],
        &["score", "Payments@2026-13-01"],
        &["explain", "Payments", "ful-cicd"],
        &["--lang", "zh", "explain", "Payments", "ful-cicd"],
        &["explain", "Payments", "something-else"],
        &["plan", "Payments", "--to", "9"],
        &["--lang", "zh", "plan", "Payments", "--to", "9"],
        &["plan", "Payments", "--to", "0"],
        &["new", "Payments", "--date", "yesterday"],
        &["--lang", "zh", "new", "Payments", "--date", "2026-02-30"],
        &["new", "Payments", "--checklist", "no-such"],
        &["assess", "--plain"],
        &["--lang", "zh", "assess", "--plain"],
        &["assess", "-", "--plain"],
    ]);
    golden("in-vain", &told);
}

#[test]
fn the_command_line_is_checked() {
    let world = World::empty();
    let told = world.transcript(&[
        &["scor"],
        &["score"],
        &["score", "a", "--format", "xml"],
        &["--lang", "fr", "list"],
        &["plan", "a", "--to", "high"],
        &["checklist", "lint"],
    ]);
    golden("usage", &told);
    let output = world.command(&["list"]).env("OPSLADDER_LANG", "fr").output().expect("the program runs");
    let ran = world.ran(&output);
    assert_eq!(ran.status, 2);
    assert_eq!(
        ran.err,
        "error: there is no language `fr` here\nhint: `--lang` and OPSLADDER_LANG take one of en, zh\n"
    );
}

#[test]
fn an_empty_store_says_how_to_begin() {
    let world = World::empty();
    let told =
        world.transcript(&[&["list"], &["--lang", "zh", "list"], &["score", "Payments"], &["assess", "--plain"]]);
    golden("empty", &told);
    assert!(!world.path("store").exists());
}

#[test]
fn a_file_of_the_store_that_cannot_be_read_hides_no_other() {
    let world = World::with_teams();
    world.write("store/Broken/2026-11-23.toml", "team = 3\n");
    world.write(
        "store/Lost/2026-11-23.toml",
        &RICH.replace("\"operations\"", "\"lost\"").replace("\"Payments\"", "\"Lost\""),
    );
    golden("broken-store", &world.transcript(&[&["list"], &["--lang", "zh", "list"]]));
}

#[test]
fn a_store_that_is_a_file_is_said_to_be_one() {
    let world = World::empty();
    world.write("store", "not a directory");
    let told = world.transcript(&[
        &["list"],
        &["score", "Payments"],
        &["new", "Payments", "--date", "2026-11-23"],
        &["--lang", "zh", "new", "Payments", "--date", "2026-11-23"],
        &["assess", "--plain"],
    ]);
    golden("store-is-a-file", &told);
}

#[test]
fn without_a_terminal_the_walk_says_what_else_there_is() {
    let world = World::with_teams();
    let told = world.transcript(&[&[], &["--lang", "zh"], &["assess"], &["assess", "Payments"], &["assess", "nobody"]]);
    golden("no-terminal", &told);
}
