//! Assessment files on disk: what a person wrote survives, what two programs wrote is merged, what fails leaves no trace.

mod anchors;
mod edits;
mod keeping;
mod random;
mod saves;

use std::fs;
use std::path::Path;

use jiff::civil::{Date, date};
use opsladder::i18n::Lang;
use opsladder::model::checklist::Target as Limit;
use opsladder::model::{
    Answer, Assessment, Checklist, ChecklistRef, Entry, Evidence, Given, Id, Key, Level, Reason, Status, Was, Window,
};
use opsladder::store::{AssessmentFile, Save, Saved, read_checklist};

const CHECKLIST: &str = r#"
format = 1
id = "small"
version = "1.0.0"
title = "Small"
levels = [{ level = 1, title = "One" }, { level = 2, title = "Two" }]
criteria = [
  { id = "zulu", level = 1, title = "Z" },
  { id = "alpha", level = 1, title = "A" },
  { id = "mike", level = 2, title = "M" },
]
deliverables = [{ id = "docs", title = "Docs" }]
practices = [{ id = "yoke", title = "Y" }, { id = "bolt", title = "B" }]
metrics = [{ id = "uptime", title = "U" }, { id = "errors", title = "E" }]
loops = [
  { id = "turn", title = "T", steps = [{ id = "see", title = "S" }, { id = "act", title = "A" }] },
  { id = "debt", title = "D", steps = [{ id = "act", title = "A" }] },
]
"#;

const DAY: Date = date(2026, 11, 23);

fn checklist() -> Checklist {
    read_checklist("small.toml", CHECKLIST).expect("a sound checklist")
}

fn draft() -> Assessment {
    let of = checklist();
    let reference = ChecklistRef {
        id: of.id().clone(),
        version: of.version().to_string(),
        digest: Some(of.digest().to_owned()),
        path: None,
    };
    Assessment::new("Payments", DAY, reference)
}

fn criterion(id: &str) -> Key {
    Key::Criterion(Id::foreign(id))
}

fn answered(answer: Answer) -> Entry {
    Entry { given: Some(Given::Answer(answer)), answered: Some(DAY), ..Entry::default() }
}

/// Reads `text` from a file, has `change` change it, saves, and gives what the file is then.
fn saved(text: &str, change: impl FnOnce(&mut Assessment)) -> String {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("a.toml");
    fs::write(&path, text).expect("written");
    let mut file = AssessmentFile::read(&path).expect("a readable file");
    let mut wanted = file.assessment().clone();
    change(&mut wanted);
    let result = file.save(&wanted, &checklist()).expect("saved");
    assert_eq!(result, Saved::default());
    assert_eq!(*file.assessment(), wanted);
    let now = fs::read_to_string(&path).expect("text");
    assert_eq!(file.text(), now);
    assert_eq!(AssessmentFile::read(&path).expect("a readable file").assessment(), &wanted);
    assert_eq!(names(dir.path()), ["a.toml"], "nothing but the file is left behind");
    now
}

/// The text of a new file that says `assessment`.
fn created(assessment: &Assessment) -> String {
    let dir = tempfile::tempdir().expect("a directory");
    let file = AssessmentFile::create(&dir.path().join("a.toml"), assessment, &checklist()).expect("created");
    file.text().to_owned()
}

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).expect("a directory");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// What stands in a file, what is to stand there instead, and the change that does it.
type Case<'a> = (&'a str, &'a str, &'a dyn Fn(&mut Assessment));

/// Changes one entry.
fn with(wanted: &mut Assessment, key: &Key, change: impl FnOnce(&mut Entry)) {
    let mut entry = wanted.entry(key).cloned().unwrap_or_default();
    change(&mut entry);
    wanted.set(key.clone(), entry);
}

const HEAD: &str =
    "format = 1\nteam = \"Payments\"\ndate = 2026-11-23\n\n[checklist]\nid = \"small\"\nversion = \"1.0.0\"\n";

/// Everything a person may do to a file: odd spacing, remarks, dotted keys out of order, inline tables, unknown keys.
const BY_HAND: &str = r#"# 支付团队的评估 🚀

format   =  1
team = 'Payments' # 团队
  date = 2026-11-23
x-own.b = 1
tags = [ "a",
  "b" ] # ours
x-own.a = 2

[checklist]
version="1.0.0"
id = "small"   # the small one

# -- the gate --
[criteria]
zulu.answer = "no"  # 待定
mike = { answer = "yes", 'odd key' = 1 } # inline
zulu.note = "twice"
alpha.answered = "2026-11-20"

    [metrics.uptime] # from Grafana
    value = 0x10 # hex
    target.above = 9.5e0
    x = [1, 2]
# closing remark

[[criteria.old-one.evidence]]
ref = "https://x" # old
note = "unknown key"

[[criteria.old-one.evidence]]
ref = '''y'''

[tool.other]
a = 1
# the end"#;

/// Whole sections as inline tables, and dotted keys from the top.
const INLINE: &str = "format = 1\nteam = \"T\"\ndate = 2026-11-23\nchecklist = { id = \"small\", version = \"1.0.0\" }\ncriteria = { zulu = { answer = \"no\" } } # all\nsteps.turn = { see.answer = \"no\" }\npractices.yoke.answer = \"no\"\n";
