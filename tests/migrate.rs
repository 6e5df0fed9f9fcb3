//! Another version of a checklist: every answer finds its item, and none is lost.

mod support;
mod support_over_time;

use jiff::civil::date;
use opsladder::i18n::Text;
use opsladder::migrate::{Migration, migrate};
use opsladder::model::{Answer, Assessment, Checklist, Entry, Key, Level};
use proptest::prelude::*;

use support::{Build, TODAY, assess, change, ids, key};
use support_over_time::{V1, V2, World, golden};

/// A digest of its own, so that it is another checklist.
fn second(build: Build) -> Checklist {
    Checklist::new(build.0, "sha256:9999").expect("the test's checklist is sound")
}

fn later(old: &Assessment, was: Option<&Checklist>, new: &Checklist) -> Migration {
    migrate(old, was, new, None, date(2027, 2, 1))
}

fn renamed() -> Checklist {
    second(Build::levels(1).criteria(1, &["a"]).criterion("pipeline", 1, |item| {
        item.formerly = support::former(&["ci", "build"]);
        item.title = Text::plain("ci");
    }))
}

#[test]
fn answers_move_to_the_present_ids_and_retired_ones_stay() {
    let was = Build::levels(1).criteria(1, &["a", "ci", "pager"]).done();
    let mut old = assess(&was, "a=yes ci=partial pager=no faxes=no");
    change(&mut old, "ci", |entry| (entry.answered, entry.owner) = (Some(date(2026, 5, 1)), Some("Sam".into())));
    let new = renamed();
    let migration = later(&old, Some(&was), &new);
    let moved = migration.assessment.entry(&key("pipeline")).expect("it moved");
    assert_eq!((moved.answer(), moved.answered), (Some(Answer::PARTIAL), Some(date(2026, 5, 1))));
    assert_eq!(moved.owner.as_deref(), Some("Sam"));
    let left = |word| migration.assessment.answer(&key(word));
    assert_eq!((left("ci"), left("pager"), left("faxes")), (None, Some(Answer::NO), Some(Answer::NO)));
    assert_eq!(migration.assessment.checklist.digest.as_deref(), Some("sha256:9999"));
    assert_eq!((migration.before, migration.after), (Some(Level::NONE), Level::NONE));
    assert!(migration.differs && migration.text_known);
    assert_eq!(migration.blocking, ids(&["pipeline"]));
}

#[test]
fn without_the_old_text_earlier_ids_are_followed_and_nothing_else_is_known() {
    let was = Build::levels(1).criteria(1, &["a", "ci", "pager"]).done();
    let old = assess(&was, "a=yes ci=yes pager=no");
    let migration = later(&old, None, &renamed());
    assert_eq!(migration.assessment.answer(&key("pipeline")), Some(Answer::YES));
    assert_eq!(migration.assessment.answer(&key("pager")), Some(Answer::NO));
    assert_eq!((migration.before, migration.after, migration.text_known), (None, Level::new(1), false));
    assert!(migration.diff.items.iter().all(|item| !item.reworded && item.moved.is_none()));
    let names: Vec<_> = migration.diff.items.iter().map(|item| (item.old.clone(), item.new.clone())).collect();
    assert_eq!(
        names,
        [(Some(key("a")), Some(key("a"))), (Some(key("ci")), Some(key("pipeline"))), (Some(key("pager")), None),]
    );
}

#[test]
fn an_answer_that_the_old_checklist_did_not_know_either_finds_its_item_too() {
    // It was written by a version that came before the old one.
    let was = Build::levels(1).criteria(1, &["a", "ci"]).done();
    let old = assess(&was, "a=yes build=yes");
    assert_eq!(later(&old, Some(&was), &renamed()).assessment.answer(&key("pipeline")), Some(Answer::YES));
    // The one that the checklist itself asked for goes first; then the one that is named first.
    let old = assess(&was, "a=yes build=yes ci=no");
    let migration = later(&old, Some(&was), &renamed());
    assert_eq!(migration.assessment.answer(&key("pipeline")), Some(Answer::NO));
    assert_eq!(migration.assessment.answer(&key("build")), Some(Answer::YES), "it is kept");
    let migration = later(&old, None, &renamed());
    assert_eq!(migration.assessment.answer(&key("pipeline")), Some(Answer::NO));
    assert_eq!(migration.assessment.answer(&key("build")), Some(Answer::YES));
}

#[test]
fn an_answer_under_the_present_id_is_not_overwritten() {
    let was = Build::levels(1).criteria(1, &["a", "ci"]).done();
    let old = assess(&was, "ci=no pipeline=yes");
    let migration = later(&old, Some(&was), &renamed());
    assert_eq!(migration.assessment.answer(&key("pipeline")), Some(Answer::YES));
    assert_eq!(migration.assessment.answer(&key("ci")), Some(Answer::NO));
}

#[test]
fn the_same_checklist_is_nothing_to_migrate_unless_an_answer_has_an_earlier_id() {
    let was = Build::levels(1).criterion("pipeline", 1, |item| item.formerly = support::former(&["ci"])).done();
    assert!(!later(&assess(&was, "pipeline=yes"), Some(&was), &was).differs);
    assert!(later(&assess(&was, "ci=yes"), Some(&was), &was).differs);
    let mut by_hand = assess(&was, "pipeline=yes");
    by_hand.checklist.digest = None;
    assert!(!later(&by_hand, None, &was).differs);
    by_hand.checklist.version = "0.9.0".into();
    assert!(later(&by_hand, None, &was).differs);
}

#[test]
fn a_target_level_beyond_the_new_checklist_is_lowered() {
    let was = Build::levels(2).criteria(1, &["a"]).criteria(2, &["b"]).done();
    let mut old = assess(&was, "a=yes");
    old.target_level = Some(Level::new(2));
    let migration = later(&old, Some(&was), &second(Build::levels(1).criteria(1, &["a", "b"])));
    assert_eq!(migration.lowered_target, Some(Level::new(2)));
    assert_eq!(migration.assessment.target_level, Some(Level::new(1)));
}

proptest! {
    #[test]
    fn no_answer_is_ever_dropped(
        answered in prop::collection::vec(any::<bool>(), 6),
        asked in prop::collection::vec(any::<bool>(), 6),
        known in any::<bool>(),
    ) {
        let names = ["a", "b", "c", "d", "e", "f"];
        let was = Build::levels(1).criteria(1, &["always", "a", "b", "c"]).done();
        let here: Vec<&str> = names.iter().zip(&asked).filter(|(_, asked)| **asked).map(|(name, _)| *name).collect();
        let gone: Vec<&str> = names.into_iter().filter(|name| !here.contains(name)).collect();
        // Everything that is not asked any more became one item.
        let new = second(Build::levels(1).criteria(1, &here).criterion("always", 1, |item| item.formerly = support::former(&gone)));
        let words: Vec<String> = names.iter().zip(&answered).filter(|(_, yes)| **yes).map(|(name, _)| format!("{name}=yes")).collect();
        let mut old = assess(&was, &words.join(" "));
        for word in names.iter().zip(&answered).filter(|(_, yes)| **yes).map(|(name, _)| *name) {
            change(&mut old, word, |entry| entry.note = Some(word.to_owned()));
        }
        let migration = migrate(&old, known.then_some(&was), &new, None, date(2027, 2, 1));
        let notes = |of: &Assessment| {
            let mut notes: Vec<String> = of.entries().filter_map(|(_, entry)| entry.note.clone()).collect();
            notes.sort();
            notes
        };
        prop_assert_eq!(notes(&migration.assessment), notes(&old));
        prop_assert!(migration.assessment.entries().all(|(_, entry): (&Key, &Entry)| entry.answered == Some(TODAY)));
    }
}

#[test]
fn migrate_lists_what_becomes_of_the_items_and_writes_a_new_file() {
    let world = World::new();
    let old = world.read("store/Payments/2026-08-31.toml");
    world.write("store/checklists/small-next.toml", V2);
    let told = world.transcript(&[
        &["migrate", "Payments", "--dry-run"],
        &["migrate", "Payments"],
        &["migrate", "Payments"],
        &["migrate", "Payments~1", "--to", "../store/checklists/small-next.toml", "-o", "other.toml", "--lang", "zh"],
    ]);
    golden("migrate", &format!("{told}{}", world.read("store/Payments/2026-11-23.toml")));
    assert_eq!(world.read("store/Payments/2026-08-31.toml"), old, "the old one is never altered");
    assert!(world.read("work/other.toml").contains("path = \"../store/checklists/small-next.toml\""));
    let score = world.run(&["score", "other.toml"]);
    assert_eq!(score.status, 0, "{}", score.err);
}

#[test]
fn a_dry_run_writes_nothing_and_json_says_the_same() {
    let world = World::new();
    world.write("store/checklists/small.toml", V2);
    world.write("old/small.toml", V1);
    let files = world.files();
    let told = world.transcript(&[
        // The text that was answered is gone.
        &["migrate", "Payments", "--dry-run"],
        &["migrate", "Payments", "--dry-run", "--format", "json"],
        &["migrate", "Payments", "--dry-run", "--lang", "zh"],
    ]);
    golden("migrate-unknown", &told);
    assert_eq!(world.files(), files);
}

#[test]
fn migrate_refuses_to_overwrite_and_to_guess() {
    let world = World::new();
    world.write("store/checklists/small.toml", V2);
    world.write("work/mine.toml", support_over_time::ANSWERS);
    world.write("store/Payments/2026-11-22.toml", "not an assessment of Payments, and in the way");
    let files = world.files();
    let told = world.transcript(&[
        &["migrate", "../store/Payments/2026-08-31.toml", "--date", "2026-08-31"],
        &["migrate", "../store/Payments/2026-08-31.toml", "--date", "2026-11-22"],
        &["migrate", "../store/Payments/2026-08-31.toml", "--date", "2026-11-22", "--lang", "zh"],
        &["migrate", "../store/Payments/2026-08-31.toml", "--date", "2026-08-30"],
        &["migrate", "mine.toml"],
        &["migrate", "mine.toml", "-o", "mine.toml", "--lang", "zh"],
        &["migrate", "mine.toml", "-o", "../store/checklists/small.toml"],
        &["migrate", "mine.toml", "-o", "-"],
        &["migrate", "mine.toml", "--to", "nothing"],
        &["migrate", "mine.toml", "--date", "soon"],
    ]);
    golden("migrate-refused", &told);
    assert_eq!(world.files(), files);
    assert_eq!(world.read("work/mine.toml"), support_over_time::ANSWERS);
    // Elsewhere a dry run does not need to know where.
    assert_eq!(world.run(&["migrate", "mine.toml", "--dry-run"]).status, 0);
}

#[test]
fn answers_of_the_same_day_cannot_be_marked_and_that_is_said() {
    let world = World::new();
    world.write("store/checklists/small-next.toml", V2);
    let ran = world.run(&["migrate", "Payments", "--date", "2026-08-31", "-o", "same.toml"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.out.contains("Answers of 2026-08-31 itself cannot be shown as to confirm"), "{}", ran.out);
}

#[test]
fn standard_input_and_a_file_in_any_layout_are_migrated_too() {
    let world = World::new();
    world.write("work/next.toml", V2);
    let head = "format = 1 # ours\r\nteam = \"T\"\r\ndate = 2026-08-31\r\nx-own = 1\r\n";
    let inline = format!(
        "{head}checklist = {{ id = \"gone\", version = \"1.0.0\" }}\r\n\
         criteria = {{ ci = {{ answer = \"yes\" }}, pager = {{ answer = \"no\" }} }} # all\r\n"
    );
    world.write("work/inline.toml", &inline);
    // The checklist that it names is nowhere, and need not be.
    let ran = world.run(&["migrate", "inline.toml", "--to", "next.toml", "-o", "out.toml"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert_eq!(world.run(&["migrate", "inline.toml", "-o", "other.toml"]).status, 2);
    let stdin = std::fs::File::open(world.path("work/inline.toml")).expect("a file");
    let mut piped = world.command(&["migrate", "-", "--to", "next.toml", "-o", "piped.toml"]);
    assert!(piped.stdin(stdin).output().expect("the program runs").status.success());
    for name in ["out.toml", "piped.toml"] {
        let new = world.read(&format!("work/{name}"));
        let file = opsladder::store::AssessmentFile::parse(name, &new).expect("a sound file");
        let answer = |word| file.assessment().answer(&key(word));
        assert_eq!((answer("pipeline"), answer("pager")), (Some(Answer::YES), Some(Answer::NO)), "{new}");
        assert!(new.starts_with("format = 1 # ours\r\n") && new.contains("x-own = 1"), "{new}");
    }
    assert_eq!(world.read("work/inline.toml"), inline);
}

#[test]
fn two_checklists_are_compared() {
    let world = World::new();
    world.write("work/next.toml", V2);
    let told = world.transcript(&[
        &["checklist", "diff", "small", "next.toml"],
        &["checklist", "diff", "next.toml", "small", "--lang", "zh"],
        &["checklist", "diff", "small", "next.toml", "--format", "json"],
        &["checklist", "diff", "small", "small"],
        &["checklist", "diff", "small", "nothing"],
    ]);
    golden("checklist-diff", &told);
    // Every kind of rewording says what it is.
    let strict = V1
        .replace("level = 1, title = { en = \"It", "level = 1, na_allowed = false, title = { en = \"It")
        .replace("level = 2, title = { en = \"Rest", "level = 2, evidence_required = true, title = { en = \"Rest")
        .replace("unit = \"%\", target = { above = 99.5 }", "unit = \"%\"")
        .replace("id = \"review\",", "id = \"review\", guidance = \"By somebody else.\",");
    world.write("work/strict.toml", &strict);
    let told = world.transcript(&[
        &["checklist", "diff", "small", "strict.toml"],
        &["checklist", "diff", "strict.toml", "small", "--lang", "zh"],
    ]);
    golden("checklist-diff-reworded", &told);
}
