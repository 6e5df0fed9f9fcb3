//! What the commands print.

use opsladder::text::width;

use crate::world::{World, golden};

/// Every command that prints a page.
const PAGES: &[&[&str]] = &[
    &["score", "Payments"],
    &["score", "支付/团队"],
    &["report", "Payments"],
    &["report", "支付/团队"],
    &["plan", "Payments"],
    &["plan", "支付/团队", "--to", "3"],
    &["explain", "Payments"],
    &["explain", "Payments", "full-cicd"],
    &["explain", "Payments", "deployment-docs"],
    &["explain", "Payments", "release-rollback"],
    &["explain", "Payments", "availability"],
    &["explain", "Payments", "technical-debt.prioritise"],
    &["list"],
    &["checklist", "list"],
    &["checklist", "show"],
];

fn in_language<'a>(lang: &'a str, args: &[&'a str]) -> Vec<&'a str> {
    [&["--lang", lang], args].concat()
}

fn told(world: &World, lang: &str, runs: &[&[&str]]) -> String {
    let runs: Vec<Vec<&str>> = runs.iter().map(|args| in_language(lang, args)).collect();
    world.transcript(&runs.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

#[test]
fn the_score_in_both_languages() {
    let world = World::with_teams();
    for lang in ["en", "zh"] {
        let runs: &[&[&str]] = &[&["score", "Payments"], &["score", "支付/团队"]];
        golden(&format!("score.{lang}"), &told(&world, lang, runs));
    }
}

#[test]
fn the_score_fits_one_screen() {
    let world = World::with_teams();
    // The tallest there is: level 2 reached, four criteria in the way, every reading different, both loops broken.
    let level_two = crate::world::RICH
        .replace("[criteria.full-cicd]\nanswer = \"partial\"", "[criteria.full-cicd]\nanswer = \"yes\"")
        .replace(
            "answer = \"no\"\nanswered = 2026-11-23\n\n[criteria.standard",
            "answer = \"yes\"\n\n[criteria.standard",
        )
        .replace("note = \"ask bi\"", "answer = \"yes\"");
    world.write("store/Two/2026-11-23.toml", &level_two.replace("\"Payments\"", "\"Two\""));
    for team in ["Payments", "支付/团队", "Two"] {
        for lang in ["en", "zh"] {
            let ran = world.run(&["score", team, "--lang", lang]);
            let lines = ran.out.lines().count();
            assert!(lines <= 23, "{team} {lang}: {lines} lines\n{}", ran.out);
        }
    }
    assert!(world.run(&["score", "Two"]).out.contains("Level 2 of 3"));
}

#[test]
fn the_report_in_both_languages() {
    let world = World::with_teams();
    for lang in ["en", "zh"] {
        golden(&format!("report.{lang}"), &told(&world, lang, &[&["report", "Payments"], &["report", "支付/团队"]]));
    }
}

#[test]
fn the_plan_in_both_languages_and_formats() {
    let world = World::with_teams();
    for lang in ["en", "zh"] {
        let runs: &[&[&str]] = &[
            &["plan", "Payments"],
            &["plan", "支付/团队", "--to", "2"],
            &["plan", "Payments", "--format", "markdown"],
            &["plan", "Payments", "--format", "json"],
        ];
        golden(&format!("plan.{lang}"), &told(&world, lang, runs));
    }
}

#[test]
fn the_explanation_in_both_languages() {
    let world = World::with_teams();
    for lang in ["en", "zh"] {
        golden(&format!("explain.{lang}"), &told(&world, lang, PAGES.get(6..12).expect("the explanations")));
    }
}

#[test]
fn the_lists_in_both_languages() {
    let world = World::with_teams();
    world.write("store/checklists/small.toml", crate::world::SMALL);
    for lang in ["en", "zh"] {
        let runs: &[&[&str]] =
            &[&["list"], &["list", "--format", "json"], &["checklist", "list"], &["checklist", "show", "small"]];
        golden(&format!("lists.{lang}"), &told(&world, lang, runs));
    }
}

#[test]
fn no_line_is_wider_than_a_page_and_every_table_lines_up() {
    let world = World::with_teams();
    for page in PAGES {
        for lang in ["en", "zh"] {
            for more in [&[][..], &["--ascii"][..]] {
                let args = [&["--lang", lang], more, page].concat();
                let ran = world.run(&args);
                assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{args:?}");
                let frame = |line: &str| line.starts_with(['│', '┌', '├', '└', '|', '+']);
                // A list is as wide as its paths; anything else is as wide as paper.
                let list = page.ends_with(&["list"]);
                let table = ran.out.lines().find(|line| list && frame(line)).map_or(80, width);
                for line in ran.out.lines() {
                    // The helper line is there to be copied.
                    let own = line.trim_start().starts_with("claude --agents") || list;
                    assert!(own || width(line) <= 80, "{args:?}: {} cells: {line}", width(line));
                    assert_eq!(line, line.trim_end(), "{args:?}");
                    assert!(!line.contains('\u{1b}'), "{args:?}: {line}");
                    assert!(!frame(line) || width(line) == table, "{args:?}: {line}");
                }
            }
        }
    }
}

#[test]
fn ascii_is_ascii() {
    let world = World::empty();
    let new = ["new", "Plain", "--date", "2026-11-23", "--profile", "startup"];
    assert_eq!(world.run(&new).status, 0);
    for page in PAGES {
        let args: Vec<&str> =
            page.iter().map(|arg| if arg.contains("Pay") || arg.contains('支') { "Plain" } else { arg }).collect();
        let ran = world.run(&[&["--ascii"], args.as_slice()].concat());
        assert_eq!(ran.status, 0, "{args:?}: {}", ran.err);
        assert!(ran.out.is_ascii(), "{args:?}: {}", ran.out);
    }
    let ran = world.run_with(&["--ascii", "assess", "Plain", "--plain"], "?\ny\nzz\nq\n");
    assert!(ran.out.is_ascii(), "{}", ran.out);
    let ran = world.run(&["--ascii", "score", "nobody"]);
    assert!(ran.err.is_ascii() && ran.status == 2, "{}", ran.err);
}

#[test]
fn colour_is_there_when_it_is_asked_for_and_changes_nothing_else() {
    let world = World::with_teams();
    let plain = world.run(&["report", "Payments"]).out;
    let coloured = world.run(&["--color", "always", "report", "Payments"]).out;
    assert!(coloured.contains("\u{1b}["));
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
    let forced = |name: &str, value: &str| {
        let output = world.command(&["score", "Payments"]).env(name, value).output().expect("the program runs");
        world.ran(&output).out.contains('\u{1b}')
    };
    assert!(forced("CLICOLOR_FORCE", "1"));
    assert!(!forced("NO_COLOR", "1"));
    let never = world.command(&["--color", "never", "score", "Payments"]).env("CLICOLOR_FORCE", "1").output();
    assert!(!world.ran(&never.expect("the program runs")).out.contains('\u{1b}'));
}

#[test]
fn the_language_is_the_flag_s_else_the_environment_s_else_the_locale_s() {
    let world = World::with_teams();
    let first_line = |args: &[&str], env: &[(&str, &str)]| {
        let output = world.command(args).envs(env.iter().copied()).output().expect("the program runs");
        world.ran(&output).out.lines().nth(1).unwrap_or_default().to_owned()
    };
    let (en, zh) = ("Level 1 of 3 · Basic operations", "1 级（共 3 级） · 基础运维");
    let score = &["score", "Payments"];
    assert_eq!(first_line(score, &[]), en);
    assert_eq!(first_line(score, &[("LANG", "zh_CN.UTF-8")]), zh);
    assert_eq!(first_line(score, &[("LANG", "fr_FR.UTF-8")]), en);
    assert_eq!(first_line(score, &[("LANG", "zh_CN.UTF-8"), ("OPSLADDER_LANG", "en")]), en);
    assert_eq!(first_line(score, &[("LANG", "zh_CN.UTF-8"), ("OPSLADDER_LANG", "")]), zh);
    assert_eq!(first_line(&["score", "Payments", "--lang", "zh"], &[("OPSLADDER_LANG", "en")]), zh);
}

#[test]
fn what_users_wrote_cannot_break_out() {
    let world = World::empty();
    world.write("store/checklists/small.toml", crate::world::SMALL);
    let text = "format = 1\nteam = \"a|b <i>\"\ndate = 2026-11-23\nstatus = \"draft\"\nassessors = [\"\\u001B[31mred\\u0007\"]\n\
        [checklist]\nid = \"small\"\nversion = \"0.1.0\"\n\
        [criteria.rehearsed]\nanswer = \"no\"\nowner = \"x | y\\n# z\"\nnote = \"\\u001B]0;title\\u0007 \\u202Eback\"\n";
    let path = world.write("a.toml", text).display().to_string();
    for args in [&["score", &*path][..], &["report", &*path], &["plan", &*path], &["explain", &*path]] {
        let ran = world.run(args);
        assert_eq!(ran.status, 0, "{}", ran.err);
        assert!(!ran.out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{args:?}: {}", ran.out);
    }
    let markdown = world.run(&["plan", &path, "--format", "markdown"]).out;
    assert!(!markdown.contains("<i>") && !markdown.contains("<b>"), "{markdown}");
    let rows: Vec<&str> = markdown.lines().filter(|line| line.starts_with('|')).collect();
    let cells = |row: &str| row.replace("\\|", "").matches('|').count();
    assert!(rows.len() > 2 && rows.iter().all(|row| cells(row) == 8), "{rows:?}");
}

#[test]
fn help_has_an_example_for_every_command() {
    let world = World::empty();
    let mut all = String::new();
    let commands: &[&[&str]] = &[
        &[],
        &["assess"],
        &["new"],
        &["list"],
        &["score"],
        &["report"],
        &["plan"],
        &["explain"],
        &["portfolio"],
        &["export"],
        &["checklist"],
        &["checklist", "list"],
        &["checklist", "show"],
        &["checklist", "lint"],
        &["checklist", "schema"],
        &["config"],
        &["completions"],
        &["man"],
    ];
    for command in commands {
        let ran = world.run(&[command, &["--help"][..]].concat());
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{command:?}");
        assert!(ran.out.contains("Example"), "{command:?}: {}", ran.out);
        assert!(ran.out.contains("  opsladder"), "{command:?}: {}", ran.out);
        let short = world.run(&[command, &["-h"][..]].concat());
        assert!(short.out.len() < ran.out.len(), "{command:?}");
        crate::world::tell(&mut all, &[command, &["-h"][..]].concat().join(" "), &short);
    }
    golden("help", &all);
}

#[test]
fn completions_and_the_manual_page_come_without_a_home_or_a_store() {
    let world = World::empty();
    for (args, start) in [
        (&["completions", "bash"][..], "_opsladder() {"),
        (&["completions", "zsh"], "#compdef opsladder"),
        (&["completions", "fish"], "# Print an optspec"),
        (&["man"], ".ie"),
    ] {
        let output = world.command(args).env_remove("HOME").output().expect("the program runs");
        let ran = world.ran(&output);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{args:?}");
        assert!(ran.out.starts_with(start), "{args:?}: {}", ran.out.lines().next().unwrap_or_default());
    }
}
