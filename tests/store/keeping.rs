//! What is deleted can be brought back as it was; a team is renamed whole or not at all.

use std::path::PathBuf;

use opsladder::error::Error;
use opsladder::store::{Places, Store};

use super::*;

/// A store with files, each by its place below the store.
fn store(files: &[(&str, &str)]) -> (tempfile::TempDir, Store) {
    let dir = tempfile::tempdir().expect("a directory");
    for (place, text) in files {
        let path = dir.path().join("store").join(place);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
        fs::write(path, text).expect("written");
    }
    let store = Store::at(Path::new("store"), &Places { cwd: dir.path().to_owned(), data_dir: None });
    (dir, store)
}

fn of(team: &str, day: &str) -> String {
    format!(
        "# 评估 {day}\nformat = 1\nteam = '{team}' # who\ndate = {day}\n\n[checklist]\nid = \"small\"\nversion = \"1.0.0\"\n"
    )
}

/// Every file of the store with what it says, and every directory without files.
fn all(store: &Store) -> Vec<(String, String)> {
    fn walk(root: &Path, dir: &Path, found: &mut Vec<(String, String)>) {
        let mut empty = true;
        for entry in fs::read_dir(dir).expect("a directory") {
            let path = entry.expect("an entry").path();
            empty = false;
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                let below = path.strip_prefix(root).expect("below").display().to_string();
                found.push((below, fs::read_to_string(&path).expect("text")));
            }
        }
        if empty {
            found.push((format!("{}/", dir.strip_prefix(root).expect("below").display()), String::new()));
        }
    }
    let mut found = Vec::new();
    walk(store.root(), store.root(), &mut found);
    found.sort();
    found
}

fn places(store: &Store) -> Vec<String> {
    all(store).into_iter().map(|(place, _)| place).collect()
}

fn teams(store: &Store) -> Vec<String> {
    let listing = store.list().expect("a listing");
    assert!(listing.broken.is_empty(), "{:?}", listing.broken);
    listing.found.into_iter().map(|found| format!("{} {}", found.assessment.team, found.assessment.date)).collect()
}

/// Why something is refused, and that nothing changed.
fn refused<T: std::fmt::Debug>(store: &Store, act: impl FnOnce() -> Result<T, Error>) -> String {
    let before = all(store);
    let error = act().expect_err("it is refused");
    assert_eq!(all(store), before, "{error}");
    error.to_string()
}

#[test]
fn what_is_deleted_is_nowhere_and_comes_back_byte_for_byte() {
    let text = format!("\u{feff}{}", of("支付", "2026-11-23").replace('\n', "\r\n"));
    let (_dir, store) = store(&[("支付/2026-11-23.toml", &text), ("支付/2026-08-20.toml", &of("支付", "2026-08-20"))]);
    let before = all(&store);
    let path = store.root().join("支付/2026-11-23.toml");
    let trashed = store.discard(&path).expect("deleted");
    assert_eq!(trashed.to, store.root().join(".trash/支付/2026-11-23.toml"));
    assert_eq!(places(&store), [".trash/.gitignore", ".trash/支付/2026-11-23.toml", "支付/2026-08-20.toml"]);
    assert_eq!(fs::read_to_string(store.root().join(".trash/.gitignore")).expect("text"), "*\n");
    assert_eq!(teams(&store), ["支付 2026-08-20"]);
    assert_eq!(store.team("支付").expect("the team").found.len(), 1);
    for name in [".trash", "trash", ".trash/支付"] {
        let listed = store.team(name).map(|listing| listing.found.len());
        assert!(listed.is_err(), "{name}: {listed:?}");
    }
    let there = AssessmentFile::read(&trashed.to).expect("it can be read");
    assert_eq!(store.beside(&there).expect("the team's own").before.len(), 1, "its neighbours are not in the trash");
    store.restore(&trashed).expect("brought back");
    let mut after = all(&store);
    after.retain(|(place, _)| place != ".trash/.gitignore");
    assert_eq!(after, before);
}

#[test]
fn the_last_file_takes_its_directory_with_it_and_names_in_the_trash_do_not_clash() {
    let (_dir, store) = store(&[("Payments/2026-11-23.toml", HEAD)]);
    let path = store.root().join("Payments/2026-11-23.toml");
    let first = store.discard(&path).expect("deleted");
    assert!(!store.root().join("Payments").exists());
    fs::create_dir(store.root().join("Payments")).expect("a directory");
    fs::write(&path, format!("{HEAD}# another\n")).expect("written");
    let said = refused(&store, || store.restore(&first));
    assert!(said.contains("is there already") && said.contains(".trash"), "{said}");
    let second = store.discard(&path).expect("deleted");
    assert_eq!(second.to, store.root().join(".trash/Payments/2026-11-23-2.toml"));
    store.restore(&first).expect("brought back");
    assert_eq!(fs::read_to_string(&path).expect("text"), HEAD);
    assert_eq!(places(&store), [".trash/.gitignore", ".trash/Payments/2026-11-23-2.toml", "Payments/2026-11-23.toml"]);
}

#[test]
fn nothing_but_a_file_of_a_team_is_deleted() {
    let (dir, store) = store(&[("Payments/2026-11-23.toml", HEAD), ("checklists/small.toml", CHECKLIST)]);
    fs::write(dir.path().join("2026-11-23.toml"), HEAD).expect("written");
    store.discard(&store.root().join("Payments/2026-11-23.toml")).expect("deleted");
    let elsewhere = [
        dir.path().join("2026-11-23.toml"),
        store.root().join("checklists/small.toml"),
        store.root().join(".trash/Payments/2026-11-23.toml"),
        store.root().join(".trash/.gitignore"),
        store.root().join("Payments/../../2026-11-23.toml"),
        store.root().join("2026-11-23.toml"),
    ];
    for path in elsewhere {
        let said = refused(&store, || store.discard(&path));
        assert!(said.contains("is no file of a team"), "{said}");
        refused(&store, || store.rename(&path, "Other"));
    }
    let said = refused(&store, || store.discard(&store.root().join("Payments/gone.toml")));
    assert!(said.contains("cannot delete"), "{said}");
}

#[test]
fn what_another_program_keeps_locked_is_neither_deleted_nor_renamed() {
    let (_dir, store) = store(&[("Payments/2026-11-23.toml", HEAD)]);
    let path = store.root().join("Payments/2026-11-23.toml");
    let held = fs::File::open(store.root().join("Payments")).expect("a directory");
    held.lock().expect("a lock");
    for said in [refused(&store, || store.discard(&path)), refused(&store, || store.rename(&path, "Other"))] {
        assert!(said.contains("is locked by another program"), "{said}");
    }
    drop(held);
    store.rename(&path, "Other").expect("renamed");
}

#[test]
fn a_team_is_renamed_in_each_file_and_everything_else_stays() {
    let files = [
        ("Payments/2026-08-20.toml", BY_HAND),
        ("Payments/2026-11-23.toml", HEAD),
        ("Payments/README.md", "ours\n"),
        ("Search/2026-11-23.toml", &of("Search", "2026-11-23")),
    ];
    let (_dir, store) = store(&files);
    let path = store.root().join("Payments/2026-11-23.toml");
    assert_eq!(store.rename(&path, "支付/团队 🚀").expect("renamed"), store.root().join("支付-团队"));
    let by_hand = BY_HAND.replace("team = 'Payments' # 团队", "team = \"支付/团队 🚀\" # 团队");
    let head = HEAD.replace("Payments", "支付/团队 🚀");
    let expected = [
        ("Search/2026-11-23.toml", of("Search", "2026-11-23")),
        ("支付-团队/2026-08-20.toml", by_hand),
        ("支付-团队/2026-11-23.toml", head),
        ("支付-团队/README.md", "ours\n".to_owned()),
    ];
    assert_eq!(all(&store), expected.map(|(place, text)| (place.to_owned(), text)));
    assert_eq!(store.team("支付/团队 🚀").expect("the team").found.len(), 2);
}

#[test]
fn a_name_that_differs_in_case_or_encoding_alone_is_another_spelling_of_the_same_team() {
    let (_dir, store) = store(&[("café/2026-11-23.toml", &of("caf\u{e9}", "2026-11-23"))]);
    for (new, slug) in [("cafe\u{301}", "café"), ("Cafe\u{301}", "Café"), ("CAFÉ!", "CAFÉ")] {
        let path = store.list().expect("a listing").found.pop().expect("a file").path;
        store.rename(&path, new).expect("renamed");
        assert_eq!(places(&store), [format!("{slug}/2026-11-23.toml")]);
        assert_eq!(teams(&store), [format!("{new} 2026-11-23")]);
    }
}

#[test]
fn a_name_that_is_refused_or_taken_changes_nothing() {
    let files = [
        ("Payments/2026-11-23.toml", HEAD),
        ("Search/2026-11-23.toml", &of("Search", "2026-11-23")),
        ("cafe\u{301}/2026-11-23.toml", &of("cafe\u{301}", "2026-11-23")),
        ("Empty/notes.txt", ""),
        ("File", ""),
    ];
    let (_dir, store) = store(&files);
    let path = store.root().join("Payments/2026-11-23.toml");
    let long = "部".repeat(101);
    for (new, why) in [
        ("", "a team needs a name"),
        ("../x", "starts with `.`"),
        ("a\u{1b}", "control character"),
        ("checklists", "keeps its checklists"),
        (long.as_str(), "101 characters"),
        ("Search", "is taken"),
        ("search", "is taken"),
        ("caf\u{e9}", "is taken"),
        ("Empty", "is taken"),
        ("file", "is taken"),
    ] {
        let said = refused(&store, || store.rename(&path, new));
        assert!(said.contains(why), "{new}: {said}");
    }
}

#[test]
fn a_file_that_cannot_be_changed_keeps_the_whole_team_as_it_is() {
    let path = |store: &Store| store.root().join("Payments/2026-11-23.toml");
    let (_dir, broken) = store(&[("Payments/2026-11-23.toml", HEAD), ("Payments/2026-12-01.toml", "team = \n")]);
    let said = refused(&broken, || broken.rename(&path(&broken), "Other"));
    assert!(said.contains("2026-12-01.toml"), "{said}");
    let (_dir, mixed) = store(&[("Payments/2026-11-23.toml", HEAD), ("Payments/x.toml", &of("Search", "2026-11-24"))]);
    let said = refused(&mixed, || mixed.rename(&path(&mixed), "Other"));
    assert!(said.contains("of another team, `Search`"), "{said}");
    // A directory that cannot be had, once every file is written: 100 characters, and more bytes than a name may have.
    let (_dir, whole) = store(&[("Payments/2026-08-20.toml", BY_HAND), ("Payments/2026-11-23.toml", HEAD)]);
    let said = refused(&whole, || whole.rename(&path(&whole), &"部".repeat(100)));
    assert!(said.contains("cannot create") && said.contains("shorten it"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_directory_that_may_not_be_written_is_named_and_nothing_is_half_done() {
    use std::os::unix::fs::PermissionsExt;
    let (_dir, store) = store(&[("Payments/2026-11-23.toml", HEAD), ("Payments/2026-08-20.toml", BY_HAND)]);
    let team = store.root().join("Payments");
    let allow = |mode| fs::set_permissions(&team, fs::Permissions::from_mode(mode)).expect("permissions");
    allow(0o555);
    // Who may write everywhere cannot be kept from it.
    if fs::write(team.join("x"), "").is_err() {
        let path: PathBuf = team.join("2026-11-23.toml");
        let said = refused(&store, || store.rename(&path, "Other"));
        assert!(said.contains("cannot write") && said.contains("permissions"), "{said}");
        let error = store.discard(&path).expect_err("it may not be moved");
        assert!(error.to_string().contains("cannot delete"), "{error}");
        assert_eq!(teams(&store), ["Payments 2026-08-20", "Payments 2026-11-23"]);
    }
    allow(0o755);
}
