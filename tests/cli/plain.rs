//! The walk line by line.

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
        "Go on with what is not answered of: Practices (16)?",
        "Go on with what is not answered of: Metrics (12)?",
        "saved: 99.95%",
        "`abc` is not an answer here: type a number like 99.95; or s, b, i, q, ?",
        "saved: 180 ms",
        "Go on with what is not answered of: Improvement loops (9)?",
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
        again.out.contains("[1 of 9] Level 1 · Basic operations\nA simple incident-handling process"),
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
    let ran = walk(&world, &[], "a\ny\na\n\n");
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
