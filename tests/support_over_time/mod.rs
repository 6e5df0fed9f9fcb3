//! A store and a working directory of its own for each test, and the program in it.

#![allow(dead_code, reason = "every test takes what it needs of this")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A checklist of two levels.
pub(crate) const V1: &str = include_str!("small-1.0.0.toml");
/// Its next version: an item renamed, one reworded, one moved to the other level, one new, one retired.
pub(crate) const V2: &str = include_str!("small-1.1.0.toml");
/// The answers of a quarter, by the first version.
pub(crate) const ANSWERS: &str = include_str!("payments.toml");

/// A temporary directory with everything in it.
pub(crate) struct World(TempDir);

/// What a run gave.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) status: i32,
}

impl World {
    /// A store with the first version of the checklist and one assessment of it.
    pub(crate) fn new() -> Self {
        let world = Self(TempDir::new().expect("a temporary directory"));
        for dir in ["home", "work"] {
            std::fs::create_dir(world.path(dir)).expect("a directory");
        }
        world.write("store/checklists/small.toml", V1);
        world.write("store/Payments/2026-08-31.toml", ANSWERS);
        world
    }

    /// A place in this world.
    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    /// Writes a file with the directories above it.
    pub(crate) fn write(&self, below: &str, text: &str) {
        let path = self.path(below);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("directories");
        std::fs::write(&path, text).expect("a file");
    }

    /// Reads a file.
    pub(crate) fn read(&self, below: &str) -> String {
        std::fs::read_to_string(self.path(below)).expect("a file")
    }

    /// Every file of the store, below it.
    pub(crate) fn files(&self) -> Vec<String> {
        fn walk(dir: &Path, found: &mut Vec<PathBuf>) {
            for entry in std::fs::read_dir(dir).expect("a directory") {
                let path = entry.expect("an entry").path();
                if path.is_dir() { walk(&path, found) } else { found.push(path) }
            }
        }
        let (root, mut found) = (self.path("store"), Vec::new());
        walk(&root, &mut found);
        let below = |path: &PathBuf| path.strip_prefix(&root).expect("below").display().to_string();
        let mut names: Vec<String> = found.iter().map(below).collect();
        names.sort();
        names
    }

    /// The program on 2026-11-23, in a clean environment.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_opsladder"));
        command
            .args(["--today", "2026-11-23"])
            .args(args)
            .env_clear()
            .env("HOME", self.path("home"))
            .env("LANG", "C")
            .env("OPSLADDER_STORE", self.path("store"))
            .current_dir(self.path("work"))
            .stdin(Stdio::null());
        command
    }

    /// Runs the program.
    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        let output = self.command(args).output().expect("the program runs");
        let root = self.0.path().display().to_string();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8").replace(&root, "[ROOT]");
        Ran { out: text(&output.stdout), err: text(&output.stderr), status: output.status.code().unwrap_or(-1) }
    }

    /// Runs commands and writes down what each said.
    pub(crate) fn transcript(&self, runs: &[&[&str]]) -> String {
        let mut told = String::new();
        for args in runs {
            let ran = self.run(args);
            writeln!(told, "$ opsladder {}", args.join(" ")).expect("a string takes everything");
            told.push_str(&ran.out);
            if !ran.err.is_empty() {
                writeln!(told, "--- standard error\n{}", ran.err.trim_end()).expect("a string takes everything");
            }
            writeln!(told, "--- status {}\n", ran.status).expect("a string takes everything");
        }
        told
    }
}

/// Holds `actual` against `tests/over_time/NAME.txt`; `SNAPSHOTS=overwrite` writes the file anew.
pub(crate) fn golden(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/over_time/{name}.txt"));
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        std::fs::write(&path, actual).expect("the snapshot can be written");
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    snapbox::assert_data_eq!(actual.to_owned(), snapbox::Data::text(expected).raw());
}
