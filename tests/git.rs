//! Assessments in git, with the real one: what merges by itself, and what a difference reads like.

#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use jiff::civil::date;
use opsladder::model::{Answer, Assessment, Checklist, ChecklistRef, Entry, Id, Key};
use opsladder::store::{AssessmentFile, Places, Store};
use tempfile::TempDir;

const FILE: &str = ".opsladder/Payments/2026-11-23.toml";

/// A repository with one assessment in it.
struct Repo {
    root: TempDir,
    checklist: Checklist,
}

impl Repo {
    /// The assessment says yes to the criteria at these places of the checklist.
    fn with(answered: &[usize]) -> Self {
        let root = TempDir::new().expect("a temporary directory");
        fs::create_dir(root.path().join(".opsladder")).expect("a directory");
        let places = Places { cwd: root.path().to_owned(), data_dir: None };
        let store = Store::locate(None, &places).expect("a store");
        let checklist = store.checklist(&Id::foreign("operations")).expect("the built-in checklist");
        let reference = ChecklistRef {
            id: checklist.id().clone(),
            version: checklist.version().to_string(),
            digest: Some(checklist.digest().to_owned()),
            path: None,
        };
        store.create(&Assessment::new("Payments", date(2026, 11, 23), reference), &checklist).expect("created");
        let repo = Self { root, checklist };
        repo.git(&["init", "-q", "-b", "main"]);
        for at in answered {
            repo.answer(*at, Answer::Yes);
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
        let mut file = AssessmentFile::read(&self.file()).expect("a sound file");
        let mut wanted = file.assessment().clone();
        wanted
            .set(self.key(at), Entry { answer: Some(answer), answered: Some(date(2026, 11, 23)), ..Entry::default() });
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

    /// Two branches of the base that answer one item each, and the first of them checked out.
    fn branch(&self, ours: usize, theirs: usize) {
        for (branch, at, answer) in [("ours", ours, Answer::No), ("theirs", theirs, Answer::No)] {
            self.git(&["checkout", "-q", "-B", branch, "main"]);
            self.answer(at, answer);
            self.commit(branch);
        }
        self.git(&["checkout", "-q", "ours"]);
    }

    /// Whether two such branches merge by themselves; then both answers have to be there.
    fn merges(&self, ours: usize, theirs: usize) -> bool {
        self.branch(ours, theirs);
        if !self.try_git(&["merge", "-q", "--no-edit", "theirs"]).status.success() {
            self.git(&["merge", "--abort"]);
            return false;
        }
        let merged = self.assessment();
        assert_eq!([ours, theirs].map(|at| merged.answer(&self.key(at))), [Some(Answer::No); 2]);
        true
    }
}

/// Two branches merge by themselves where a line that neither touches lies between what they write: an item that is
/// answered already. Answers that are new go into one place where nothing is answered between them, and git does not
/// guess which comes first.
#[test]
fn answers_of_two_branches_merge_unless_both_are_new_in_one_gap() {
    // Criteria, deliverables, practices and metrics: neighbours and far apart.
    let pairs = [(0, 1), (0, 4), (0, 30), (3, 4), (3, 5), (4, 6), (5, 6), (7, 9), (9, 10), (10, 12), (20, 40)];
    for base in [&[][..], &[5], &[2, 4, 6, 8, 11, 30]] {
        let repo = Repo::with(base);
        for (one, other) in pairs {
            let known = |at: usize| base.contains(&at);
            let apart = (one + 1..other).any(known) || known(one) || known(other);
            for (ours, theirs) in [(one, other), (other, one)] {
                assert_eq!(repo.merges(ours, theirs), apart, "{ours} and {theirs}, where {base:?} are answered");
            }
        }
    }
}

#[test]
fn in_a_conflict_that_is_shown_whole_both_answers_are_kept_by_taking_out_the_marks() {
    let repo = Repo::with(&[0]);
    repo.git(&["config", "merge.conflictStyle", "diff3"]);
    repo.branch(3, 5);
    assert!(!repo.try_git(&["merge", "theirs"]).status.success());
    let text = fs::read_to_string(repo.file()).expect("text");
    assert!(text.contains("\n||||||| "), "{text}");
    let marks = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];
    let kept = text.lines().filter(|line| !marks.iter().any(|mark| line.starts_with(mark)));
    fs::write(repo.file(), kept.flat_map(|line| [line, "\n"]).collect::<String>()).expect("written");
    let merged = repo.assessment();
    assert_eq!(
        [0, 3, 5].map(|at| merged.answer(&repo.key(at))),
        [Some(Answer::Yes), Some(Answer::No), Some(Answer::No)]
    );
}

#[test]
fn a_union_merge_loses_an_answer() {
    // Should this ever fail, the README's warning can go.
    let repo = Repo::with(&[0]);
    fs::write(repo.root.path().join(".git/info/attributes"), ".opsladder/** merge=union\n").expect("written");
    repo.branch(3, 5);
    repo.git(&["merge", "-q", "--no-edit", "theirs"]);
    let merged = repo.assessment();
    assert_eq!([3, 5].into_iter().filter(|at| merged.answer(&repo.key(*at)).is_some()).count(), 1);
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
    repo.answer(1, Answer::Partial);
    let shown = repo.git(&["diff"]);
    let changed: Vec<&str> = shown.lines().filter(|line| line.contains("Basic monitoring and alerting ·")).collect();
    assert_eq!(
        changed,
        [
            "+  ~ Basic monitoring and alerting · partial",
            "- ✓ Basic monitoring and alerting · yes · answered 2026-11-23",
            "+ ~ Basic monitoring and alerting · partial · answered 2026-11-23",
        ],
        "{shown}"
    );
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
    repo.answer(1, Answer::No);
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
    let slipped = "no longer met since 2026-11-23: basic-monitoring (yes → no)";
    assert!(last.starts_with("✗ failed · Payments · 2026-11-23 · level 0 of 3") && last.ends_with(slipped), "{shown}");
    assert!(shown.starts_with("Payments · 2026-11-23 · draft\n"), "{shown}");
    assert_eq!(output.status.code(), Some(1));
}
