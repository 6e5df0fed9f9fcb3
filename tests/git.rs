//! Assessments in git, with the real one: what merges by itself, and what a difference reads like.

#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use jiff::civil::date;
use opsladder::model::{Answer, Assessment, Checklist, ChecklistRef, Entry, Evidence, Given, Id, Key};
use opsladder::store::{AssessmentFile, Places, Store};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use tempfile::TempDir;

const FILE: &str = ".opsladder/Payments/2026-11-23.toml";

/// A repository with one assessment in it.
struct Repo {
    root: TempDir,
    checklist: Arc<Checklist>,
}

impl Repo {
    /// The assessment says yes to the criteria at these places of the checklist.
    fn with(answered: &[usize]) -> Self {
        let root = TempDir::new().expect("a temporary directory");
        fs::create_dir(root.path().join(".opsladder")).expect("a directory");
        let places = Places { cwd: root.path().to_owned(), data_dir: None };
        let store = Store::at(&root.path().join(".opsladder"), &places);
        let checklist = store.library().present(&Id::foreign("operations")).expect("the built-in checklist");
        let empty = Assessment::new("Payments", date(2026, 11, 23), ChecklistRef::to(&checklist));
        store.create(&empty, &checklist, None).expect("created");
        let repo = Self { root, checklist };
        repo.git(&["init", "-q", "-b", "main"]);
        for at in answered {
            repo.answer(*at, Answer::YES);
        }
        repo.commit("the base");
        repo
    }

    fn file(&self) -> PathBuf {
        self.root.path().join(FILE)
    }

    fn key(&self, at: usize) -> Key {
        self.checklist.keys().nth(at).expect("an item")
    }

    fn assessment(&self) -> Assessment {
        AssessmentFile::read(&self.file()).expect("a sound file").assessment().clone()
    }

    /// Answers the item at a place of the checklist, as the program saves it.
    fn answer(&self, at: usize, answer: Answer) {
        self.save(at, answered(answer));
    }

    fn save(&self, at: usize, entry: Entry) {
        let mut file = AssessmentFile::read(&self.file()).expect("a sound file");
        let mut wanted = file.assessment().clone();
        wanted.set(self.key(at), entry);
        file.save(&wanted, &self.checklist).expect("saved");
    }

    fn try_git(&self, args: &[&str]) -> Output {
        let bin = Path::new(env!("CARGO_BIN_EXE_opsladder")).parent().expect("a directory");
        let path = std::env::join_paths([bin, Path::new("/usr/bin"), Path::new("/bin"), Path::new("/usr/local/bin")]);
        Command::new("git")
            .args(["-c", "user.name=Lin", "-c", "user.email=lin@example.org", "-c", "core.pager=cat"])
            .args(args)
            .current_dir(self.root.path())
            .env_clear()
            .env("PATH", path.expect("no colons in paths"))
            .env("HOME", self.root.path())
            .env("LC_ALL", "C.UTF-8")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
            .expect("there is a git")
    }

    fn git(&self, args: &[&str]) -> String {
        let output = self.try_git(args);
        assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", message]);
    }

    /// Two branches of the base that make some changes each, and the first of them checked out.
    fn branch(&self, ours: &[(usize, Entry)], theirs: &[(usize, Entry)]) {
        for (branch, changes) in [("ours", ours), ("theirs", theirs)] {
            self.git(&["checkout", "-q", "-B", branch, "main"]);
            for (at, entry) in changes {
                self.save(*at, entry.clone());
            }
            // Of what changes nothing there is nothing to commit.
            self.git(&["commit", "-q", "--allow-empty", "-am", branch]);
        }
        self.git(&["checkout", "-q", "ours"]);
    }

    /// Merges two such branches, which has to leave what both of them say.
    fn merge(&self, ours: &[(usize, Entry)], theirs: &[(usize, Entry)]) {
        self.git(&["checkout", "-q", "main"]);
        let mut union = self.assessment();
        for (at, entry) in ours.iter().chain(theirs) {
            union.set(self.key(*at), entry.clone());
        }
        self.branch(ours, theirs);
        let merged = self.try_git(&["merge", "-q", "--no-edit", "theirs"]);
        let changes = |branch: &str| self.git(&["diff", "--histogram", "main", branch]);
        assert!(merged.status.success(), "{}{}{}", changes("ours"), changes("theirs"), self.git(&["diff"]));
        assert_eq!(self.assessment(), union);
    }
}

fn answered(answer: Answer) -> Entry {
    Entry { given: Some(Given::Answer(answer)), answered: Some(date(2026, 11, 23)), ..Entry::default() }
}

/// Criteria, deliverables, practices and metrics: neighbours and far apart, in a fresh file and among other answers.
#[test]
fn answers_of_two_branches_to_two_items_merge() {
    let pairs = [(0, 1), (0, 30), (3, 4), (3, 5), (4, 6), (5, 6), (9, 10), (20, 40)];
    for base in [&[][..], &[5], &[2, 4, 6, 9, 30]] {
        let repo = Repo::with(base);
        for (one, other) in pairs {
            for (ours, theirs) in [(one, other), (other, one)] {
                repo.merge(&[(ours, answered(Answer::NO))], &[(theirs, answered(Answer::NO))]);
            }
        }
    }
}

#[test]
fn every_item_merges_with_its_neighbour() {
    let repo = Repo::with(&[]);
    let count = repo.checklist.keys().count();
    let half = |which: usize| -> Vec<(usize, Entry)> {
        (0..count).filter(|at| at % 2 == which).map(|at| (at, answered(Answer::PARTIAL))).collect()
    };
    repo.merge(&half(0), &half(1));
}

fn some_entry() -> impl Strategy<Value = Entry> {
    let text = || proptest::option::of("[a-z#\n 部]{1,20}");
    let evidence = "[a-z:/]{1,8}".prop_map(|reference| Evidence { reference, ..Evidence::default() });
    let answer = proptest::sample::select(vec![Answer::YES, Answer::PARTIAL, Answer::NO, Answer::NA]);
    let entry = (answer, text(), proptest::collection::vec(evidence, 0..3), text())
        .prop_map(|(answer, note, evidence, owner)| Entry { note, evidence, owner, ..answered(answer) });
    // Half of them alike, as answers mostly are.
    prop_oneof![Just(answered(Answer::YES)), entry]
}

/// What is answered before, whether either branch changes answers or adds some, where they begin, what they say, in which order.
type Case = (Vec<usize>, [bool; 2], usize, Vec<(bool, Entry)>, Vec<usize>);

/// How git matches lines is git's own affair, so the cases are the same in every run.
#[test]
fn new_and_changed_answers_of_two_branches_to_different_items_merge() {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let cases = (
        proptest::collection::vec(0..66usize, 0..40),
        any::<[bool; 2]>(),
        0..50usize,
        proptest::collection::vec((any::<bool>(), some_entry()), 2..16),
        Just((0..16).collect::<Vec<usize>>()).prop_shuffle(),
    );
    let merges = |(base, changed, start, changes, shuffle): Case| {
        let repo = Repo::with(&base);
        // Close together, so that most are neighbours; saved in any order. Each branch either adds answers or changes some:
        // where one does both, git may take the lines of a new one for those of an old one, and what is between as moved.
        let on = |branch: bool| -> Vec<(usize, Entry)> {
            let own = shuffle.iter().filter_map(|at| Some((start + at, changes.get(*at)?)));
            own.filter(|(at, (on, _))| *on == branch && base.contains(at) == changed[usize::from(branch)])
                .map(|(at, (_, entry))| (at, entry.clone()))
                .collect()
        };
        repo.merge(&on(true), &on(false));
        Ok(())
    };
    runner.run(&cases, merges).expect("every case merges");
}

#[test]
fn in_a_conflict_over_one_item_both_answers_are_shown() {
    for style in ["merge", "diff3"] {
        let repo = Repo::with(&[0]);
        repo.git(&["config", "merge.conflictStyle", style]);
        repo.branch(&[(3, answered(Answer::NO))], &[(3, answered(Answer::PARTIAL)), (4, answered(Answer::YES))]);
        assert!(!repo.try_git(&["merge", "theirs"]).status.success());
        let text = fs::read_to_string(repo.file()).expect("text");
        assert_eq!(text.matches("\n<<<<<<< ").count(), 1, "{text}");
        assert!(text.contains("answer = \"no\"\n") && text.contains("answer = \"partial\"\n"), "{text}");
        // With one of the two taken, the file is whole again.
        repo.git(&["checkout", "-q", "--theirs", FILE]);
        assert_eq!(repo.assessment().answer(&repo.key(3)), Some(Answer::PARTIAL));
    }
}

#[test]
fn a_union_merge_of_two_answers_to_one_item_leaves_a_file_that_cannot_be_read() {
    // Should this ever fail, the README's warning can go.
    let repo = Repo::with(&[0]);
    fs::write(repo.root.path().join(".git/info/attributes"), ".opsladder/** merge=union\n").expect("written");
    repo.branch(&[(3, answered(Answer::NO))], &[(3, answered(Answer::PARTIAL))]);
    repo.git(&["merge", "-q", "--no-edit", "theirs"]);
    assert!(AssessmentFile::read(&repo.file()).is_err());
}

/// The part of the README between two markers.
fn readme(part: &str) -> String {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("there is a README");
    let (_, after) = text.split_once(&format!("<!-- {part} -->\n")).expect("the part is there");
    let (block, _) = after.split_once("<!-- end -->").expect("it ends");
    block.lines().filter(|line| !line.starts_with("```")).flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn a_difference_reads_like_the_report_as_the_readme_sets_it_up() {
    let repo = Repo::with(&[0, 1]);
    let setup = Command::new("sh")
        .args(["-ec", &readme("git: setup")])
        .current_dir(repo.root.path())
        .env("HOME", repo.root.path())
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .status()
        .expect("there is a shell");
    assert!(setup.success());
    repo.commit("set up");
    repo.answer(1, Answer::PARTIAL);
    let shown = repo.git(&["diff"]);
    let changed: Vec<&str> = shown.lines().filter(|line| line.starts_with("+- ") || line.starts_with("-- ")).collect();
    for line in [
        "-- ✓ **Basic monitoring and alerting** · Level 1 · yes · answered 2026-11-23",
        "+- ~ **Basic monitoring and alerting** · Level 1 · partial · answered 2026-11-23",
    ] {
        assert!(changed.contains(&line), "{line} in\n{shown}");
    }
    assert!(!shown.contains("answer = "), "{shown}");
    // A checklist beside the assessments is no assessment: it is shown as it is.
    let own = repo.root.path().join(".opsladder/checklists/mine.toml");
    fs::create_dir_all(own.parent().expect("a parent")).expect("a directory");
    fs::write(&own, "format = 1\n").expect("written");
    repo.commit("a checklist");
    fs::write(&own, "format = 2\n").expect("written");
    assert!(repo.git(&["diff"]).contains("+format = 2"));
}

#[test]
fn an_earlier_revision_is_read_from_standard_input() {
    let repo = Repo::with(&[0, 1]);
    repo.answer(1, Answer::NO);
    repo.commit("it slipped");
    let run = |line: &str| {
        let bin = Path::new(env!("CARGO_BIN_EXE_opsladder")).parent().expect("a directory");
        let path = std::env::join_paths([bin, Path::new("/usr/bin"), Path::new("/bin"), Path::new("/usr/local/bin")]);
        let mut command = Command::new("sh");
        command.args(["-c", line]).current_dir(repo.root.path()).env_clear();
        command.env("PATH", path.expect("no colons in paths")).env("HOME", repo.root.path()).env("LC_ALL", "C.UTF-8");
        command.output().expect("there is a shell")
    };
    let output = run(&readme("git: revisions"));
    let shown = String::from_utf8(output.stdout).expect("UTF-8");
    let last = shown.lines().last().expect("it says something");
    let slipped = "no longer met since 2026-11-23: “Basic monitoring and alerting” (yes → no)";
    assert!(last.starts_with("✗ failed · Payments · 2026-11-23 · level 0 of 3") && last.ends_with(slipped), "{shown}");
    assert!(shown.starts_with("Payments · 2026-11-23 · draft\n"), "{shown}");
    assert_eq!(output.status.code(), Some(1));
}
