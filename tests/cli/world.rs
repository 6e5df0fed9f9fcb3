//! A world of its own for each test: a home, a store and a working directory, and the program in it.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// An assessment with something of everything: Chinese, joined emoji, long words, evidence of every kind, answers that
/// contradict each other, an item that no checklist has.
pub(crate) const RICH: &str = include_str!("rich.toml");

/// A checklist of a few lines.
pub(crate) const SMALL: &str = include_str!("small.toml");

/// A temporary directory with everything in it.
pub(crate) struct World {
    root: TempDir,
}

/// What a run gave.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) status: i32,
}

impl World {
    /// An empty store.
    pub(crate) fn empty() -> Self {
        let world = Self { root: TempDir::new().expect("a temporary directory") };
        for dir in ["home", "work"] {
            std::fs::create_dir(world.path(dir)).expect("a directory");
        }
        world
    }

    /// A store with the assessments of two teams, one of them made by `new`.
    pub(crate) fn with_teams() -> Self {
        let world = Self::empty();
        world.write("store/Payments/2026-11-23.toml", RICH);
        let new = ["new", "支付/团队", "--date", "2026-10-01", "--profile", "data-platform", "--assessor", "林"];
        assert_eq!(world.run(&new).status, 0);
        world
    }

    /// A place in this world.
    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.root.path().join(below)
    }

    /// Writes a file with the directories above it.
    pub(crate) fn write(&self, below: &str, text: &str) -> PathBuf {
        let path = self.path(below);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("directories");
        std::fs::write(&path, text).expect("a file");
        path
    }

    /// Reads a file.
    pub(crate) fn read(&self, below: &str) -> String {
        std::fs::read_to_string(self.path(below)).expect("a file")
    }

    /// The program, in a clean environment.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_opsladder"));
        command
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
        self.ran(&self.command(args).output().expect("the program runs"))
    }

    /// Runs the program with something on its standard input.
    pub(crate) fn run_with(&self, args: &[&str], input: &str) -> Ran {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let mut stdin = child.stdin.take().expect("standard input");
        // It may end before it has read everything.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        self.ran(&child.wait_with_output().expect("the program ends"))
    }

    pub(crate) fn ran(&self, output: &Output) -> Ran {
        let root = self.root.path().display().to_string();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8").replace(&root, "[ROOT]");
        Ran { out: text(&output.stdout), err: text(&output.stderr), status: output.status.code().unwrap_or(-1) }
    }

    /// Runs commands and writes down what each said.
    pub(crate) fn transcript(&self, runs: &[&[&str]]) -> String {
        let mut told = String::new();
        for args in runs {
            let ran = self.run(args);
            let shown: Vec<String> = args.iter().map(|arg| shown(arg)).collect();
            tell(&mut told, &shown.join(" "), &ran);
        }
        told
    }
}

fn shown(arg: &str) -> String {
    let plain = !arg.is_empty() && arg.chars().all(|c| c.is_alphanumeric() || "-_./~@=*".contains(c));
    if plain { arg.to_owned() } else { format!("{arg:?}") }
}

/// Adds a run to a transcript.
pub(crate) fn tell(told: &mut String, args: &str, ran: &Ran) {
    writeln!(told, "$ opsladder {args}").expect("a string takes everything");
    told.push_str(&ran.out);
    if !ran.err.is_empty() {
        writeln!(told, "--- standard error").expect("a string takes everything");
        told.push_str(&ran.err);
    }
    writeln!(told, "--- status {}\n", ran.status).expect("a string takes everything");
}

/// Holds `actual` against `tests/cli/NAME.txt`; `SNAPSHOTS=overwrite` writes the file anew.
pub(crate) fn golden(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cli/{name}.txt"));
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        std::fs::write(&path, actual).expect("the snapshot can be written");
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    snapbox::assert_data_eq!(actual.to_owned(), snapbox::Data::text(expected).raw());
}
