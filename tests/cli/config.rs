//! `config.toml` and the command that shows what is set.

use crate::world::{Ran, World, golden, tell};

/// A file that sets everything.
const EVERYTHING: &str = "# Mine.\nlang = \"zh\"\nstore = \"~/assessments\"\n\ncolor = \"never\"\ntheme = \"high-contrast\"\nascii = true\nauto-advance = true\nmouse = true\n[keys]\nnote = \"W\"\nanswer-yes = [\"F1\", \"Ctrl-Y\"]\npage-down = \"PgDn\"\n";

/// Where the file is looked for.
const PLACE: &str = "home/.config/opsladder/config.toml";

/// Runs the program with nothing set in its environment but what is given.
fn run(world: &World, args: &[&str], env: &[(&str, &str)]) -> Ran {
    let mut command = world.command(args);
    command.env_remove("OPSLADDER_STORE").envs(env.iter().copied());
    world.ran(&command.output().expect("the program runs"))
}

#[test]
fn every_setting_and_where_it_comes_from_in_both_languages() {
    for lang in ["en", "zh"] {
        let world = World::empty();
        let mut told = String::new();
        let mut show = |what: &str, args: &[&str], env: &[(&str, &str)]| {
            // The width of the table is that of the longest path, so no path is of this test's directory.
            let env = [&[("OPSLADDER_LANG", lang), ("HOME", "/home/lin")], env].concat();
            let ran = run(&world, &[&["config"], args].concat(), &env);
            assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{what}");
            tell(&mut told, &format!("config {} # {what}", args.join(" ")), &ran);
        };
        show("no file", &[], &[]);
        world.write("work/mine.toml", EVERYTHING);
        let file = ("OPSLADDER_CONFIG", "mine.toml");
        show("all in the file", &[], &[file]);
        let env = [file, ("OPSLADDER_STORE", "/srv/ops"), ("NO_COLOR", "1")];
        show("the environment before the file", &[], &env);
        let flags = ["--store", "here", "--color", "always", "--theme", "none", "--ascii"];
        show("the command line before both", &flags, &env);
        golden(&format!("config.{lang}"), &told);
    }
}

#[test]
fn the_settings_for_programs() {
    let world = World::empty();
    let mut told = String::new();
    for (what, text) in [("no file", None), ("all in the file", Some(EVERYTHING))] {
        text.inspect(|text| drop(world.write(PLACE, text)));
        tell(&mut told, &format!("config --format json # {what}"), &run(&world, &["config", "--format", "json"], &[]));
    }
    let file = world.write("elsewhere/mine.toml", "store = \"beside\"\n").display().to_string();
    let env = [("OPSLADDER_CONFIG", file.as_str())];
    std::fs::create_dir(world.path(".opsladder")).expect("a directory");
    tell(
        &mut told,
        "config --format json # another file, below a directory that has a store",
        &run(&world, &["config", "--format", "json"], &env),
    );
    golden("config-json", &told);
}

#[test]
fn what_is_set_in_the_file_holds() {
    let world = World::with_teams();
    world.write(PLACE, &format!("lang = \"zh\"\nstore = \"{}\"\ncolor = \"always\"\n", world.path("store").display()));
    let coloured = run(&world, &["score", "Payments"], &[]);
    assert!(
        coloured.out.contains("1 级（共 3 级） · 基础运维") && coloured.out.contains("\u{1b}["),
        "{}",
        coloured.out
    );
    let plain = run(&world, &["score", "Payments"], &[("NO_COLOR", "1"), ("OPSLADDER_LANG", "en")]);
    assert!(plain.out.contains("Level 1 of 3") && !plain.out.contains('\u{1b}'), "{}", plain.out);
    world.write(PLACE, "ascii = true\n");
    let ran = run(&world, &["checklist", "show"], &[]);
    assert!(ran.status == 0 && ran.out.is_ascii(), "{}", ran.out);
    // The same file is not there for who names another one.
    let ran = run(&world, &["checklist", "show"], &[("OPSLADDER_CONFIG", "/no/such.toml")]);
    assert!(ran.status == 0 && !ran.out.is_ascii(), "{}", ran.out);
}

#[test]
fn a_file_that_is_wrong_is_explained_in_one_go_whatever_was_asked_for() {
    let world = World::with_teams();
    let wrong = "lang = \"fr\"\nthem = \"dark\"\ntheme = \"drak\"\nstore = \"\"\nascii = \"yes\"\nauto-advance = 1\nmouse = \"on\"\n\
                 color = true\n[colours]\nmet = \"green\"\n";
    world.write(PLACE, wrong);
    let mut told = String::new();
    for args in [&["--lang", "en", "score", "Payments"][..], &["--lang", "zh", "config"]] {
        let ran = run(&world, args, &[]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{args:?}");
        tell(&mut told, &args.join(" "), &ran);
    }
    world.write(PLACE, "theme = dark\n");
    tell(&mut told, "list", &run(&world, &["list"], &[]));
    std::fs::remove_file(world.path(PLACE)).expect("it was there");
    std::fs::create_dir(world.path(PLACE)).expect("a directory");
    tell(&mut told, "list # a directory in its place", &run(&world, &["list"], &[]));
    golden("bad-config", &told);
    for args in [&["completions", "bash"][..], &["man"], &["--help"]] {
        assert_eq!(run(&world, args, &[]).status, 0, "{args:?} needs no file");
    }
}

#[test]
fn keys_that_cannot_be_are_explained_in_one_go() {
    let world = World::with_teams();
    let wrong = "[keys]\nnote = \"e\"\nnoet = \"W\"\nundo = \"Pgdwn\"\nredo = [\"Alt-x\", \"Ctrl-I\", \"Enter\", \"5\"]\n\
                 score = \"W\"\nplan = [\"Ctrl-P\", \"W\"]\nhome = []\ndetails = 1\ndone = \"F2\"\ntrend = [1]\n";
    world.write(PLACE, wrong);
    let mut told = String::new();
    for lang in ["en", "zh"] {
        let ran = run(&world, &["--lang", lang, "list"], &[]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""));
        tell(&mut told, &format!("--lang {lang} list"), &ran);
    }
    golden("bad-keys", &told);
}

#[test]
fn a_theme_is_for_what_is_printed_too() {
    let world = World::with_teams();
    let painted = |theme: &str, env: &[(&str, &str)]| {
        let mut command = world.command(&["--color", "always", "--theme", theme, "score", "Payments"]);
        let output = command.env("TERM", "xterm-256color").envs(env.iter().copied()).output();
        world.ran(&output.expect("the program runs")).out
    };
    let plain = world.run(&["score", "Payments"]).out;
    let green = [("dark", "38;5;114m"), ("light", "38;5;22m"), ("auto", "38;5;29m")];
    for (theme, met) in green {
        let out = painted(theme, &[]);
        assert!(out.contains(met), "{theme}: {out:?}");
        assert_eq!(anstream::adapter::strip_str(&out).to_string(), plain, "{theme}");
    }
    assert!(painted("auto", &[("COLORFGBG", "0;15")]).contains("38;5;22m"));
    assert!(painted("high-contrast", &[("COLORFGBG", "15;0")]).contains("38;5;120m"));
    assert!(!painted("dark", &[("TERM", "xterm")]).contains("38;5;114m"), "a terminal of 16 colours");
    let none = painted("none", &[]);
    assert_eq!(none, plain, "{none:?}");
}
