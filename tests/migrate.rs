//! Another version of a checklist: every answer finds its item, and none is lost.

mod support;
mod support_over_time;

use jiff::civil::date;
use opsladder::i18n::{Lang, Text};
use opsladder::migrate::{Beside, Migration, Why, migrate};
use opsladder::model::{Answer, Assessment, Checklist, Entry, Key, Level};
use proptest::prelude::*;

use support::{Build, TODAY, assess, change, ids, key};
use support_over_time::{V1, V2, World, golden};

/// A digest of its own, so that it is another checklist.
fn second(build: Build) -> Checklist {
    Checklist::new(build.0, "sha256:9999").expect("the test's checklist is sound")
}

fn later(old: &Assessment, was: Option<&Checklist>, new: &Checklist) -> Migration {
    migrate(old, was, new, None, date(2027, 2, 1), Lang::En)
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
fn an_answer_that_nobody_asked_for_does_not_count_and_is_kept_beside_the_one_that_was() {
    let was = Build::levels(1).criteria(1, &["a", "ci"]).done();
    let old = assess(&was, "ci=no pipeline=yes");
    let migration = later(&old, Some(&was), &renamed());
    let entry = migration.assessment.entry(&key("pipeline")).expect("it is there");
    assert_eq!(entry.answer(), Some(Answer::NO));
    assert_eq!(entry.was.as_ref().and_then(|was| was.said.answer()), Some(Answer::YES));
    assert_eq!(migration.assessment.was(&key("pipeline")), None, "it is answered");
    assert_eq!(migration.beside, [], "nobody has to decide anything");
}

/// A criterion of one level by its title, in an edition.
fn edition(version: &str, titles: &[(&str, &str)]) -> Build {
    let mut build = titles.iter().fold(Build::levels(1), |build, (named, title)| {
        build.criterion(named, 1, |item| item.title = Text::plain(*title))
    });
    build.0.version = version.parse().expect("a version");
    build
}

#[test]
fn an_answer_to_another_question_under_the_same_id_does_not_count() {
    let was = edition("4.0.3", &[("v1-1-1", "Use a secure SDLC")]).done();
    let new = second(edition("5.0.0", &[("v1-1-1", "Decode input once")]));
    let mut old = assess(&was, "v1-1-1=yes");
    change(&mut old, "v1-1-1", |entry| {
        (entry.note, entry.owner) = (Some("by hand".into()), Some("Sam".into()));
        entry.evidence = vec![support::evidence("x", None)];
    });
    let migration = later(&old, Some(&was), &new);
    assert_eq!((migration.before, migration.after), (Some(Level::new(1)), Level::NONE));
    assert_eq!(migration.assessment.answer(&key("v1-1-1")), None);
    let entry = migration.assessment.entry(&key("v1-1-1")).expect("it is kept");
    let beside = entry.was.as_deref().expect("beside the question");
    assert_eq!((beside.version.as_str(), beside.title.as_deref()), ("4.0.3", Some("Use a secure SDLC")));
    assert_eq!((beside.said.answer(), beside.said.answered), (Some(Answer::YES), Some(TODAY)));
    assert!(entry.evidence.is_empty() && entry.note.is_none(), "nothing of it speaks of this question");
    assert_eq!(migration.beside, [Beside { was: key("v1-1-1"), is: key("v1-1-1"), why: Why::OtherQuestion }]);
    // Taken over, it is all there again, given on that day; and another answer makes it go.
    let mut taken = entry.clone();
    taken.take_over(date(2027, 2, 1));
    assert_eq!((taken.answer(), taken.answered), (Some(Answer::YES), Some(date(2027, 2, 1))));
    assert_eq!(
        (taken.note.as_deref(), taken.owner.as_deref(), taken.evidence.len()),
        (Some("by hand"), Some("Sam"), 1)
    );
    assert_eq!(taken.was, None);
    let mut answered = entry.clone();
    answered.give(Some(opsladder::model::Given::Answer(Answer::NO)), date(2027, 2, 1));
    assert_eq!((answered.was, answered.note), (None, None));
}

#[test]
fn without_the_old_text_another_version_says_nothing_of_an_id() {
    let was = edition("4.0.3", &[("v1-1-1", "Use a secure SDLC")]).done();
    let old = assess(&was, "v1-1-1=yes");
    let migration = later(&old, None, &second(edition("5.0.0", &[("v1-1-1", "Use a secure SDLC")])));
    assert_eq!(migration.assessment.answer(&key("v1-1-1")), None);
    assert_eq!(migration.beside.iter().map(|one| one.why).collect::<Vec<_>>(), [Why::Unknown]);
    // A slip that was mended in place is the same version.
    let migration = later(&old, None, &second(edition("4.0.3", &[("v1-1-1", "Use a secure SDLC.")])));
    assert_eq!(migration.assessment.answer(&key("v1-1-1")), Some(Answer::YES));
}

#[test]
fn each_part_of_a_split_gets_the_answer_beside_it_and_a_merger_only_what_was_answered_alike() {
    let titles = [("v1", "Encode and decode"), ("v2", "Scan uploads"), ("v3", "Scan downloads")];
    let was = edition("4.0.3", &titles).done();
    let mut new = edition("5.0.0", &[("v4", "Decode input"), ("v5", "Encode output"), ("v6", "Scan files")]);
    for (nth, former) in [&["v1"][..], &["v1"], &["v2", "v3"]].into_iter().enumerate() {
        new.0.criteria[nth].formerly = support::former(former);
    }
    let new = second(new);
    let migration = later(&assess(&was, "v1=yes v2=yes v3=no"), Some(&was), &new);
    let why: Vec<_> = migration.beside.iter().map(|one| (one.was.to_string(), one.is.to_string(), one.why)).collect();
    let told = |was: &str, is: &str, why| (was.to_owned(), is.to_owned(), why);
    assert_eq!(why, [told("v1", "v4", Why::Split), told("v1", "v5", Why::Split), told("v2", "v6", Why::Merged)]);
    let assessment = &migration.assessment;
    assert!(["v4", "v5", "v6"].iter().all(|word| assessment.answer(&key(word)).is_none()));
    assert!(["v4", "v5", "v6"].iter().all(|word| assessment.was(&key(word)).is_some()));
    assert_eq!(assessment.entry(&key("v1")), None);
    let alike = later(&assess(&was, "v2=yes v3=yes"), Some(&was), &new);
    assert_eq!(alike.assessment.answer(&key("v6")), Some(Answer::YES));
}

#[test]
fn what_stands_beside_a_question_goes_on_with_it() {
    let was = edition("4.0.3", &[("v1", "Use a secure SDLC"), ("v2", "Encode output")]).done();
    let new = second(edition("5.0.0", &[("v1", "Decode input once"), ("v2", "Encode output")]));
    let first = later(&assess(&was, "v1=yes v2=yes"), Some(&was), &new).assessment;
    let next = edition("6.0.0", &[("v1", "Decode input once"), ("v2", "Run in a sandbox")]);
    let next = Checklist::new(next.0, "sha256:6666").expect("sound");
    let second = migrate(&first, Some(&new), &next, None, date(2027, 5, 1), Lang::En);
    let was = |word| second.assessment.was(&key(word)).map(|was| was.version.clone());
    assert_eq!((was("v1"), was("v2")), (Some("4.0.3".into()), Some("5.0.0".into())));
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
        let migration = migrate(&old, known.then_some(&was), &new, None, date(2027, 2, 1), Lang::En);
        let notes = |of: &Assessment| {
            let both = |entry: &Entry| [entry.note.clone(), entry.was.as_ref().and_then(|was| was.said.note.clone())];
            let mut notes: Vec<String> = of.entries().flat_map(|(_, entry)| both(entry)).flatten().collect();
            notes.sort();
            notes
        };
        prop_assert_eq!(notes(&migration.assessment), notes(&old));
        let day = |entry: &Entry| entry.answered.or(entry.was.as_ref().and_then(|was| was.said.answered));
        prop_assert!(migration.assessment.entries().all(|(_, entry): (&Key, &Entry)| day(entry) == Some(TODAY)));
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

/// Two editions of a model that uses its ids anew, and a team that met all of the first.
const EDITIONS: [&str; 2] = [
    r#"format = 1
id = "model"
version = "4.0.3"
title = "Model"
levels = [{ level = 1, title = "Basic" }]
criteria = [
  { id = "v1", level = 1, title = { en = "Use a secure SDLC", zh = "使用安全的开发流程" } },
  { id = "v2", level = 1, title = { en = "Encode and decode what goes in and out", zh = "对输入输出编解码" } },
  { id = "v3", level = 1, title = { en = "Secrets are kept out of the code", zh = "代码中不含密钥" } },
  { id = "v4", level = 1, title = { en = "Backups are restored for practice", zh = "演练恢复备份" } },
]
"#,
    r#"format = 1
id = "model"
version = "5.0.0"
title = "Model"
levels = [{ level = 1, title = "Basic" }]
criteria = [
  { id = "v1", level = 1, title = { en = "Decode input once", zh = "输入只解码一次" } },
  { id = "v3", level = 1, title = { en = "Secrets are kept out of code and logs", zh = "代码和日志中不含密钥" } },
  { id = "v5", level = 1, title = { en = "Encode output", zh = "对输出编码" }, formerly = [{ version = "<5", ids = ["v2"] }] },
  { id = "v6", level = 1, title = { en = "Check input", zh = "校验输入" }, formerly = [{ version = "<5", ids = ["v2"] }] },
  { id = "v7", level = 1, title = { en = "Restores are rehearsed", zh = "恢复演练" }, formerly = ["v4"] },
]
"#,
];

fn editions() -> World {
    let world = World::new();
    world.write("store/checklists/model-4.toml", EDITIONS[0]);
    world.write("store/checklists/model-5.toml", EDITIONS[1]);
    let answer = |id: &str| format!("[criteria.{id}]\nanswer = \"yes\"\nanswered = 2026-08-31\nnote = \"{id}\"\n");
    let answers: Vec<String> = ["v1", "v2", "v3", "v4"].map(answer).into();
    let head = "format = 1\nteam = \"AppSec\"\ndate = 2026-08-31\n\n[checklist]\nid = \"model\"\nversion = \"4.0.3\"\n";
    world.write("store/AppSec/2026-08-31.toml", &format!("{head}\n{}", answers.join("\n")));
    world
}

const TO: &str = "../store/checklists/model-5.toml";

#[test]
fn answers_to_other_questions_are_told_with_both_titles_and_pass_no_gate() {
    let world = editions();
    let told = world.transcript(&[
        &["check", "AppSec", "--min-level", "1"],
        &["migrate", "AppSec", "--to", TO, "--dry-run"],
        &["migrate", "AppSec", "--to", TO, "--dry-run", "--lang", "zh"],
        &["checklist", "diff", "../store/checklists/model-4.toml", TO],
        &["migrate", "AppSec", "--to", TO],
        &["check", "AppSec", "--min-level", "1"],
        &["diff", "AppSec", "--fail-on-regression"],
        &["explain", "AppSec"],
        &["explain", "AppSec", "v1", "--lang", "zh"],
    ]);
    golden("migrate-other", &format!("{told}{}", world.read("store/AppSec/2026-11-23.toml")));
    let report: serde_json::Value =
        serde_json::from_str(&world.run(&["report", "AppSec", "--format", "json"]).out).expect("JSON");
    let was = &report["items"][0]["was"];
    assert_eq!(
        (&was["answer"], &was["version"], &was["title"]),
        (&"yes".into(), &"4.0.3".into(), &"Use a secure SDLC".into())
    );
    assert_eq!(
        (&report["items"][0]["answer"], &report["items"][1]["was"]),
        (&serde_json::Value::Null, &serde_json::Value::Null)
    );
    for (format, said) in [("text", "Question then:"), ("markdown", "Question then"), ("html", "Question then")] {
        let told = world.run(&["report", "AppSec", "--format", format]).out;
        assert!(told.contains(said) && told.contains("Use a secure SDLC"), "{format}: {told}");
    }
}

#[test]
fn an_answer_beside_another_question_is_taken_over_line_by_line_and_carried_forward() {
    let world = editions();
    assert_eq!(world.run(&["migrate", "AppSec", "--to", TO, "--date", "2026-10-01"]).status, 0);
    // It goes on to the next quarter as it is.
    assert_eq!(world.run(&["new", "AppSec", "--from", "AppSec"]).status, 0);
    let next = world.read("store/AppSec/2026-11-23.toml");
    assert!(
        next.contains("was = { answer = \"yes\", answered = 2026-08-31, note = \"v1\", version = \"4.0.3\""),
        "{next}"
    );
    let script = "w\nu\nw\n?\nn\ny\nq\n";
    let mut walk = world.command(&["assess", "AppSec", "--plain"]);
    let mut walk =
        walk.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().expect("it runs");
    std::io::Write::write_all(&mut walk.stdin.take().expect("an input"), script.as_bytes()).expect("written");
    let out = walk.wait_with_output().expect("it ends");
    let told = String::from_utf8(out.stdout).expect("UTF-8");
    golden("migrate-plain", &format!("{told}{}", world.read("store/AppSec/2026-11-23.toml")));
}
