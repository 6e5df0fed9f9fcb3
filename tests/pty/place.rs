//! A place of its own for each test: a store, a home, a directory for temporary files, gone when the test ends.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use toml::{Table, Value};

/// What a slow machine does not need for anything that is waited for.
pub(crate) const DEADLINE: Duration = Duration::from_secs(20);

/// How often a file or a process is looked at.
const LOOK_AGAIN: Duration = Duration::from_millis(2);

/// A test's own directories.
pub(crate) struct Place(TempDir);

impl Place {
    /// An empty place: no store yet.
    pub(crate) fn new() -> Self {
        let place = Self(tempfile::tempdir().expect("a temporary directory"));
        for dir in [place.home(), place.temp()] {
            fs::create_dir(&dir).expect("a directory");
        }
        place
    }

    /// A place whose store holds one assessment of the team `Payments`, with `answers` in TOML.
    pub(crate) fn with(answers: &str) -> Self {
        let place = Self::new();
        fs::create_dir_all(place.team()).expect("a directory");
        let head = "format = 1\nteam = \"Payments\"\ndate = 2026-11-23\nstatus = \"draft\"\n\n\
                    [checklist]\nid = \"operations\"\nversion = \"1.0.0\"\n";
        fs::write(place.team().join("2026-11-23.toml"), format!("{head}{answers}")).expect("the file is written");
        place
    }

    /// Everything of this test.
    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.root().join("home")
    }

    pub(crate) fn temp(&self) -> PathBuf {
        self.root().join("tmp")
    }

    pub(crate) fn store(&self) -> PathBuf {
        self.root().join("store")
    }

    /// The directory of the team that every test has.
    pub(crate) fn team(&self) -> PathBuf {
        self.store().join("Payments")
    }

    /// Where a shell writes the process id of the program that it runs.
    pub(crate) fn pid_file(&self) -> PathBuf {
        self.root().join("pid")
    }

    /// The team's only file, whatever day it is of.
    pub(crate) fn file(&self) -> PathBuf {
        only_toml(&self.team())
    }

    /// What the team's file says.
    pub(crate) fn saved(&self) -> Table {
        let path = self.file();
        let text = fs::read_to_string(&path).expect("the file is text");
        text.parse().unwrap_or_else(|problem| panic!("{}: {problem}\n{text}", path.display()))
    }

    /// The criteria that are answered on disk, in the order of the file, as `id=answer`.
    pub(crate) fn answers(&self) -> String {
        let text = fs::read_to_string(self.file()).expect("the file is text");
        let saved = self.saved();
        let ids = text.lines().filter_map(|line| line.strip_prefix("[criteria.")?.strip_suffix(']'));
        let answers = ids.filter_map(|id| {
            let answer = at(&saved, &["criteria", id, "answer"])?.as_str()?;
            Some(format!("{id}={answer}"))
        });
        answers.collect::<Vec<_>>().join(" ")
    }

    /// Waits until the team's file says what it has to.
    #[track_caller]
    pub(crate) fn wait_for_file(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let found = eventually(|| holds(self).then_some(()));
        let text = || fs::read_to_string(self.file()).unwrap_or_default();
        assert!(found.is_some(), "{what}: not on disk, there is\n{}", text());
    }
}

/// The only TOML file of a directory.
#[track_caller]
pub(crate) fn only_toml(dir: &Path) -> PathBuf {
    let entries = fs::read_dir(dir).unwrap_or_else(|problem| panic!("{}: {problem}", dir.display()));
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut files: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    assert_eq!(files.len(), 1, "one TOML file in {}: {files:?}", dir.display());
    files.remove(0)
}

/// The value at a path of keys.
pub(crate) fn at<'a>(table: &'a Table, keys: &[&str]) -> Option<&'a Value> {
    let (first, rest) = keys.split_first()?;
    rest.iter().try_fold(table.get(*first)?, |value, key| value.get(key))
}

/// What `look` finds in the end; none after the deadline.
pub(crate) fn eventually<T>(mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let begun = Instant::now();
    loop {
        if let Some(found) = look() {
            return Some(found);
        }
        if begun.elapsed() > DEADLINE {
            return None;
        }
        std::thread::sleep(LOOK_AGAIN);
    }
}
