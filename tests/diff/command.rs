//! `diff` by its whole output and exit status, in both languages.

use std::process::Command;

use opsladder::text::width;

use crate::world::{World, golden};

const OPS: [&str; 2] =
    [include_str!("../fixtures/over_time/ops-1.0.0.toml"), include_str!("../fixtures/over_time/ops-1.1.0.toml")];
const QUARTERS: [(&str, &str); 3] = [
    ("2026-02-01", include_str!("../fixtures/over_time/2026-02-01.toml")),
    ("2026-05-10", include_str!("../fixtures/over_time/2026-05-10.toml")),
    ("2026-11-23", include_str!("../fixtures/over_time/2026-11-23.toml")),
];

/// A store with three quarters of one team, the last of them by the next version of the checklist.
fn quarters() -> World {
    let world = World::empty();
    for (nth, text) in OPS.iter().enumerate() {
        world.write(&format!("store/checklists/ops-1.{nth}.0.toml"), text);
    }
    for (date, text) in QUARTERS {
        world.write(&format!("store/Payments/{date}.toml"), text);
    }
    world
}

/// Every file of the store with what is in it.
fn everything(world: &World) -> Vec<String> {
    let dirs = ["store/Payments", "store/checklists", "store", "work"];
    let listed = dirs.iter().flat_map(|dir| std::fs::read_dir(world.path(dir)).expect("a directory"));
    let mut all: Vec<String> = listed
        .map(|entry| entry.expect("an entry").path())
        .map(|path| format!("{} {:?}", path.display(), std::fs::read_to_string(&path).ok()))
        .collect();
    all.sort();
    all
}

#[test]
fn what_changed_as_text() {
    let world = quarters();
    for lang in ["en", "zh"] {
        let runs: &[&[&str]] = &[
            &["--lang", lang, "diff", "Payments"],
            &["--lang", lang, "diff", "Payments~2", "Payments~1"],
            &["--lang", lang, "diff", "Payments", "Payments~1"],
            &["--lang", lang, "diff", "Payments", "Payments"],
        ];
        golden(&format!("diff.{lang}"), &world.transcript(runs));
        for args in runs {
            for line in world.run(args).out.lines() {
                assert!(width(line) <= 80, "{line:?}");
            }
        }
    }
}

#[test]
fn what_changed_as_markdown_and_json() {
    let world = quarters();
    let told = world.transcript(&[
        &["diff", "Payments", "--format", "markdown"],
        &["--lang", "zh", "diff", "Payments~2", "Payments~1", "--format", "markdown"],
    ]);
    golden("diff-markdown", &told);
    golden("diff-json", &world.transcript(&[&["diff", "Payments", "--format", "json"]]));
    let zh = world.run(&["--lang", "zh", "diff", "Payments", "--format", "json"]);
    assert_eq!(zh.out, world.run(&["diff", "Payments", "--format", "json"]).out);
}

#[test]
fn a_team_that_went_down_fails_the_gate_and_a_new_question_does_not() {
    let world = quarters();
    let status = |args: &[&str]| world.run(&[&["diff", "--fail-on-regression"], args].concat()).status;
    assert_eq!(status(&["Payments"]), 0);
    assert_eq!(status(&["Payments~2", "Payments~1"]), 0);
    // The way back: a yes was a partial then.
    assert_eq!(status(&["Payments~1", "Payments~2"]), 1);
    assert_eq!(world.run(&["diff", "Payments~1", "Payments~2"]).status, 0);
    for format in ["markdown", "json"] {
        assert_eq!(status(&["Payments~1", "Payments~2", "--format", format]), 1, "{format}");
    }
}

#[test]
fn what_cannot_be_compared_says_so() {
    let world = quarters();
    let other = QUARTERS[0].1.replace("id = \"ops\"", "id = \"operations\"");
    world.write("store/Other/2026-02-01.toml", &other.replace("\"Payments\"", "\"Other\""));
    world.write("store/Broken/2026-01-01.toml", "team = ");
    world.write("work/elsewhere.toml", &other);
    let told = |lang: &str| {
        let runs: [&[&str]; 10] = [
            &["--lang", lang, "diff", "Payment"],
            &["--lang", lang, "diff", "Payments~7", "Payments"],
            &["--lang", lang, "diff", "Payments~2"],
            &["--lang", lang, "diff", "Other"],
            &["--lang", lang, "diff", "Other", "Payments"],
            &["--lang", lang, "diff", "Other", "Payments", "--any", "--fail-on-regression"],
            &["--lang", lang, "diff", "elsewhere.toml", "Payments"],
            &["--lang", lang, "diff", "Broken", "Payments"],
            &["--lang", lang, "diff", "-", "-"],
            &["--lang", lang, "diff"],
        ];
        world.transcript(&runs)
    };
    golden("diff-in-vain", &format!("{}{}", told("en"), told("zh")));
    for targets in [["Other", "Payments"], ["elsewhere.toml", "Payments"]] {
        let any = world.run(&[&["diff", "--any"], &targets[..]].concat());
        assert_eq!(any.status, 0, "{}", any.err);
        assert!(any.out.contains("only what they share"), "{}", any.out);
    }
}

#[test]
fn a_version_that_is_nowhere_any_more_is_said() {
    let world = quarters();
    std::fs::remove_file(world.path("store/checklists/ops-1.0.0.toml")).expect("removed");
    for (lang, said) in [("en", "which is not to be found as it was"), ("zh", "找不到该版本的原清单")] {
        let ran = world.run(&["--lang", lang, "diff", "Payments"]);
        let between = if lang == "en" { " " } else { "" };
        let flat = ran.out.split_whitespace().collect::<Vec<_>>().join(between);
        assert!(ran.status == 0 && flat.contains(&said.replace(' ', between)), "{}", ran.out);
    }
}

#[test]
fn the_version_that_was_answered_is_found_behind_a_newer_one() {
    let world = quarters();
    // The newer one is looked up first; the older lies in the user's own directory.
    let data = "home/.local/share/opsladder/checklists/ops.toml";
    let expected = world.run(&["diff", "Payments"]).out;
    std::fs::remove_file(world.path("store/checklists/ops-1.0.0.toml")).expect("removed");
    world.write(data, OPS[0]);
    assert_eq!(world.run(&["diff", "Payments"]).out, expected);
}

#[test]
fn a_file_of_a_team_is_compared_with_the_one_before_it_wherever_the_store_is() {
    let world = quarters();
    let expected = world.run(&["diff", "Payments"]).out;
    let path = world.path("store/Payments/2026-11-23.toml").display().to_string();
    assert_eq!(world.run(&["diff", &path]).out, expected);
    // Standard input and files outside are dated before or after what the store has.
    let copy = world.write("work/copy.toml", QUARTERS[2].1).display().to_string();
    assert_eq!(world.run(&["diff", &copy]).out, expected);
    assert_eq!(world.run_with(&["diff", "-"], QUARTERS[2].1).out, expected);
    assert_eq!(world.run_with(&["diff", "-", "Payments"], QUARTERS[1].1).out, expected);
    assert_eq!(world.run_with(&["diff", "Payments~1", "-"], QUARTERS[2].1).out, expected);
    // Another store, which has the checklists and not the team, is not in the way.
    for (nth, text) in OPS.iter().enumerate() {
        world.write(&format!("elsewhere/checklists/{nth}.toml"), text);
    }
    let elsewhere = world.path("elsewhere").display().to_string();
    assert_eq!(world.run(&["--store", &elsewhere, "diff", &path]).out, expected);
}

#[test]
fn reading_writes_nothing() {
    let world = quarters();
    let before = everything(&world);
    for format in ["text", "markdown", "json"] {
        assert_eq!(world.run(&["diff", "Payments", "--format", format]).status, 0);
    }
    assert_eq!(everything(&world), before);
}

fn sh(world: &World, script: &str) -> String {
    let mut command = Command::new("bash");
    let program = env!("CARGO_BIN_EXE_opsladder");
    let path = std::env::var("PATH").expect("a path");
    command
        .args(["-euc", script])
        .env_clear()
        .env("PATH", format!("{}:{path}", std::path::Path::new(program).parent().expect("a parent").display()))
        .env("HOME", world.path("home"))
        .env("LANG", "C")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .current_dir(world.path("work"));
    let ran = world.ran(&command.output().expect("bash runs"));
    assert_eq!(ran.status, 0, "{script}\n{}\n{}", ran.out, ran.err);
    ran.out
}

/// A repository whose store holds one assessment in two revisions.
const REPOSITORY: &str = "
    git init -q . && git config user.email a@example.org && git config user.name A
    mkdir -p .opsladder/Payments && cp -r ../store/checklists .opsladder/
    cp ../store/Payments/2026-05-10.toml .opsladder/Payments/
    git add . && git commit -qm one
    sed -i 's/partial/yes/; /^.criteria.ci-cd/,/^$/s/\"yes\"/\"no\"/' .opsladder/Payments/2026-05-10.toml
";

#[test]
fn git_compares_revisions_with_it() {
    let world = quarters();
    sh(&world, REPOSITORY);
    let expected = "↓ A complete CI/CD process · yes → no";
    let readme = include_str!("../../README.md");
    let shell = readme.split("<!-- git: comparing -->\n```sh\n").nth(1).expect("the shell lines");
    let comparing: Vec<&str> = shell.split("```").next().expect("a block").lines().collect();
    assert_eq!(comparing.len(), 3);
    for script in comparing {
        let out = sh(&world, script);
        assert!(
            out.contains(expected) && out.contains("Level 2 → 1") && out.contains("Answers changed"),
            "{script}\n{out}"
        );
    }
}
