//! One small bad file for each diagnostic, and all that a person is told about it.
//!
//! `NAME.toml` is the file, `NAME.txt` what is printed in English, `NAME.zh.txt` in Chinese.
//! `SNAPSHOTS=overwrite cargo test --test lint` writes what is printed now; read it before committing.

use std::fs;
use std::path::{Path, PathBuf};

use opsladder::error::Error;
use opsladder::i18n::Lang;
use opsladder::model::checklist::{Headline, ProbeKind, Rule, Scoring};
use opsladder::model::{Id, Key};
use opsladder::store::{AssessmentFile, Places, Store, doubts_of};
use snapbox::{Assert, Data};

fn fixtures(kind: &str) -> (PathBuf, Vec<String>) {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(kind);
    let entries = fs::read_dir(&dir).expect("the fixtures are there");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| Path::new(name).extension().is_some_and(|end| end == "toml"))
        .collect();
    names.sort();
    assert!(names.len() > 5, "{names:?}");
    (dir, names)
}

/// Holds what `read` says of every fixture against the expectations that stand beside it.
fn hold(kind: &str, read: impl Fn(&Path, &str) -> Option<Error>) {
    let (dir, names) = fixtures(kind);
    let assert = Assert::new().action_env("SNAPSHOTS");
    for name in names {
        let error = read(&dir, &name).unwrap_or_else(|| panic!("{name} is refused"));
        let said =
            error.report().is_none_or(|all| !all.problems.is_empty() && all.problems.iter().all(|p| p.hint.is_some()));
        assert!(said && error.what_to_do().is_some(), "{name}: every problem says what to do\n{error}");
        for (lang, ending) in [(Lang::En, "txt"), (Lang::Zh, "zh.txt")] {
            let shown = format!("{}\n", error.render(lang, false)).replace(&*dir.to_string_lossy(), "[dir]");
            let expected = dir.join(&name).with_extension(ending);
            assert.eq(shown, Data::read_from(&expected, None).raw());
        }
    }
}

#[test]
fn every_bad_checklist_is_explained() {
    hold("checklists", |dir, name| {
        let places = Places { cwd: dir.to_owned(), data_dir: None };
        let store = Store::at(Path::new("none"), &places);
        store.library().named(name).err()
    });
}

#[test]
fn every_bad_assessment_is_explained() {
    hold("assessments", |dir, name| {
        let text = fs::read_to_string(dir.join(name)).expect("text");
        AssessmentFile::parse(name, &text).err()
    });
}

#[test]
fn nothing_is_doubtful_about_the_built_in_checklists() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("checklists");
    let mut files: Vec<PathBuf> =
        fs::read_dir(dir).expect("it is there").map(|one| one.expect("an entry").path()).collect();
    files.sort();
    assert_eq!(files.len(), 2);
    for file in files {
        let (_, doubts) = doubts_of(&file.to_string_lossy(), fs::read(&file).expect("text")).expect("it is sound");
        assert!(doubts.problems.is_empty(), "{}", doubts.render(Lang::En, false));
    }
}

#[test]
fn every_key_of_a_checklist_is_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/every-key.toml");
    let places = Places { cwd: PathBuf::from("."), data_dir: None };
    let checklist =
        Store::at(Path::new("none"), &places).library().named(&path.to_string_lossy()).expect("it is sound").checklist;
    let parts = checklist.parts();
    assert_eq!(parts.title.get(Lang::Zh), "九種方法");
    assert_eq!(parts.scoring, Scoring { headline: Some(Headline::Areas), rule: Rule::Mean });
    assert_eq!(parts.areas[1].parent.as_ref().map(Id::as_str), Some("v1"));
    let [first, second] = parts.criteria.as_slice() else { panic!("two criteria") };
    let scale = checklist.scale(first.scale.as_ref().expect("a scale of its own")).expect("is there");
    let options = scale.options.iter().map(|one| (one.id.as_str(), one.credit, one.met, one.key));
    assert_eq!(
        options.collect::<Vec<_>>(),
        [
            ("most", 1_000_000, true, Some('m')),
            ("half", 500_000, false, None),
            ("few", 333_333, false, None),
            ("none", 0, false, None)
        ]
    );
    assert_eq!(first.guide.answers.len(), 2);
    assert_eq!(checklist.address(&first.references[0]).as_deref(), Some("https://weakness.example/79.html"));
    let probes = first.probes.iter().map(|probe| (probe.kind, probe.expected));
    assert_eq!(
        probes.collect::<Vec<_>>(),
        [(ProbeKind::Config, true), (ProbeKind::Config, false), (ProbeKind::Record, false)]
    );
    assert_eq!((second.gates, second.applies.len(), second.after.len()), (false, 1, 1));
    // An id of two items is a split, in the editions that say so; in all others it is one item's.
    let former = Key::Criterion(Id::foreign("v5-3-3"));
    let formerly = |version| checklist.formerly(version).filter(|one| one.was == former).count();
    assert_eq!((formerly("4.0.3"), formerly("5.0.0")), (2, 1));
}

/// What is said of a checklist of that text.
fn refused(text: &str) -> Option<String> {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("big.toml");
    fs::write(&path, text).expect("it is written");
    let places = Places { cwd: dir.path().to_owned(), data_dir: None };
    let error = Store::at(Path::new("none"), &places).library().named("big.toml").err()?;
    Some(error.render(Lang::En, false).replace(&*dir.path().to_string_lossy(), "[dir]"))
}

const HEAD: &str =
    "format = 1\nid = \"big\"\nversion = \"1.0.0\"\ntitle = \"Big\"\n[[levels]]\nlevel = 1\ntitle = \"One\"\n";

#[test]
fn a_million_items_end_in_a_sentence() {
    let items = "[[criteria]]\nid = \"c\"\nlevel = 1\ntitle = \"C\"\n".repeat(1_000_000);
    let said = refused(&(HEAD.to_owned() + &items)).expect("it is refused");
    assert_eq!(
        said,
        "error: big.toml is larger than 16 MiB, which is more than is read\n\
         hint: make several checklists of it, or look whether it is the right file"
    );
}

#[test]
fn a_text_of_ten_megabytes_is_read() {
    let guidance = "问最近一次是谁做的。".repeat(350_000);
    let item = "[[criteria]]\nid = \"c\"\nlevel = 1\ntitle = \"C\"\n";
    assert_eq!(refused(&format!("{HEAD}{item}guidance = \"{guidance}\"\n")), None);
    // And a long one that is wrong is told without being shown whole.
    let wrong = guidance.get(..300_000).expect("a part");
    let said = refused(&format!("{HEAD}{item}effort = \"{wrong}\"\n")).expect("it is refused");
    assert!(said.len() < 2_000, "{} bytes are said", said.len());
}

#[cfg(unix)]
#[test]
fn what_never_ends_ends_in_a_sentence() {
    let places = Places { cwd: PathBuf::from("."), data_dir: None };
    let Err(error) = Store::at(Path::new("none"), &places).library().named("/dev/zero") else {
        panic!("it is refused")
    };
    assert!(error.to_string().contains("/dev/zero is larger than 16 MiB"), "{error}");
}
