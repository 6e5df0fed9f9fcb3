//! Saves beside other programs, and saves that fail.

use super::*;

/// A file in a directory, as two programs have it open.
fn opened_twice(text: &str) -> (tempfile::TempDir, AssessmentFile, AssessmentFile) {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("a.toml");
    fs::write(&path, text).expect("written");
    let open = || AssessmentFile::read(&path).expect("a readable file");
    (dir, open(), open())
}

#[test]
fn what_another_program_saved_meanwhile_is_merged_field_by_field() {
    let (_dir, mut ours, mut theirs) =
        opened_twice(&format!("{HEAD}\n[criteria.zulu]\nanswer = \"no\"\nnote = \"n\"\n"));
    let mut wanted = theirs.assessment().clone();
    with(&mut wanted, &criterion("zulu"), |e| e.note = Some("theirs".into()));
    wanted.set(criterion("mike"), answered(Answer::YES));
    wanted.status = Status::Final;
    theirs.save(&wanted, &checklist()).expect("saved");

    let mut wanted = ours.assessment().clone();
    with(&mut wanted, &criterion("zulu"), |e| e.given = Some(Given::Answer(Answer::YES)));
    wanted.set(criterion("alpha"), answered(Answer::NO));
    let result = ours.save(&wanted, &checklist()).expect("saved");
    let expected = Saved { merged: vec![criterion("mike"), criterion("zulu")], head_merged: true, ..Saved::default() };
    assert_eq!(result, expected);
    let now = ours.assessment();
    assert_eq!(now.status, Status::Final);
    assert_eq!(now.answer(&criterion("mike")), Some(Answer::YES));
    assert_eq!(now.answer(&criterion("alpha")), Some(Answer::NO));
    let zulu = Entry { given: Some(Given::Answer(Answer::YES)), note: Some("theirs".into()), ..Entry::default() };
    assert_eq!(now.entry(&criterion("zulu")), Some(&zulu));
    let again = AssessmentFile::read(ours.path().expect("a path")).expect("a readable file");
    assert_eq!(again.assessment(), now);
}

#[test]
fn where_both_changed_the_same_field_ours_is_kept_and_said() {
    let (_dir, mut ours, mut theirs) = opened_twice(&format!("{HEAD}\n[criteria.zulu]\nanswer = \"no\"\n"));
    let mut wanted = theirs.assessment().clone();
    wanted.set(criterion("zulu"), Entry::default());
    wanted.set(criterion("mike"), answered(Answer::NO));
    wanted.target_level = Some(Level::new(1));
    theirs.save(&wanted, &checklist()).expect("saved");
    let mut wanted = ours.assessment().clone();
    with(&mut wanted, &criterion("zulu"), |e| e.given = Some(Given::Answer(Answer::YES)));
    wanted.set(criterion("mike"), answered(Answer::NO));
    wanted.target_level = Some(Level::new(2));
    let result = ours.save(&wanted, &checklist()).expect("saved");
    assert_eq!(result, Saved { conflicts: vec![criterion("zulu")], head_conflict: true, ..Saved::default() });
    assert_eq!(ours.assessment(), &wanted);
}

#[test]
fn a_file_that_no_longer_parses_is_not_touched() {
    let (_dir, mut ours, _) = opened_twice(HEAD);
    let path = ours.path().expect("a path").to_owned();
    fs::write(&path, "team = \n").expect("written");
    let before = ours.assessment().clone();
    let mut wanted = before.clone();
    wanted.set(criterion("zulu"), answered(Answer::YES));
    let error = ours.save(&wanted, &checklist()).expect_err("it does not parse");
    assert!(error.to_string().contains("changed by another program"), "{error}");
    assert!(error.render(Lang::Zh, false).contains("已被其他程序修改"), "{}", error.render(Lang::Zh, false));
    assert_eq!(fs::read_to_string(&path).expect("text"), "team = \n");
    assert_eq!(ours.assessment(), &before);
    // Once it is put right, the same save goes through.
    fs::write(&path, HEAD).expect("written");
    ours.save(&wanted, &checklist()).expect("saved");
    assert_eq!(ours.assessment(), &wanted);
}

#[test]
fn an_answer_of_no_scale_by_another_hand_is_not_taken_over() {
    let (_dir, mut ours, _) = opened_twice(HEAD);
    let path = ours.path().expect("a path").to_owned();
    let theirs = format!("{HEAD}\n[criteria.zulu]\nanswer = \"perhaps\"\n");
    fs::write(&path, &theirs).expect("written");
    let before = ours.assessment().clone();
    let mut wanted = before.clone();
    wanted.assessors = vec!["Lin".to_owned()];
    let error = ours.save(&wanted, &checklist()).expect_err("it is no answer");
    let said = error.render(Lang::En, false);
    assert!(said.contains("changed by another program") && said.contains("`answer` cannot be `perhaps`"), "{said}");
    assert_eq!(fs::read_to_string(&path).expect("text"), theirs);
    assert_eq!(ours.assessment(), &before);
    // Once it is put right, the same save goes through.
    fs::write(&path, theirs.replacen("perhaps", "partial", 1)).expect("written");
    ours.save(&wanted, &checklist()).expect("saved");
    assert_eq!(ours.assessment().answer(&criterion("zulu")), Some(Answer::PARTIAL));
}

#[test]
fn a_file_that_vanished_is_written_anew() {
    let (dir, mut ours, _) = opened_twice(BY_HAND);
    fs::remove_dir_all(dir.path()).expect("removed");
    let mut wanted = ours.assessment().clone();
    with(&mut wanted, &criterion("zulu"), |e| e.given = Some(Given::Answer(Answer::YES)));
    ours.save(&wanted, &checklist()).expect("saved");
    let now = fs::read_to_string(dir.path().join("a.toml")).expect("text");
    assert_eq!(now, BY_HAND.replacen("\"no\"  #", "\"yes\"  #", 1));
}

#[test]
fn a_save_that_fails_says_why_and_leaves_everything_as_it_was() {
    let (dir, mut ours, _) = opened_twice(HEAD);
    let path = dir.path().join("a.toml");
    fs::remove_file(&path).expect("removed");
    fs::create_dir(&path).expect("a directory in its place");
    let before = ours.assessment().clone();
    let mut wanted = before.clone();
    wanted.set(criterion("zulu"), answered(Answer::YES));
    let error = ours.save(&wanted, &checklist()).expect_err("there is a directory");
    assert!(error.to_string().contains("cannot read") && error.to_string().contains("a.toml"), "{error}");
    assert_eq!(ours.assessment(), &before);
    assert_eq!(names(dir.path()), ["a.toml"]);

    let below = dir.path().join("file");
    fs::write(&below, "x").expect("written");
    let error =
        AssessmentFile::create(&below.join("a.toml"), &draft(), &checklist()).expect_err("a file is no directory");
    assert!(error.to_string().contains("cannot create"), "{error}");
    let long = dir.path().join(format!("{}.toml", "n".repeat(300)));
    AssessmentFile::create(&long, &draft(), &checklist()).expect_err("the name is too long");
    assert_eq!(names(dir.path()), ["a.toml", "file"], "no temporary file is left");
}

#[test]
fn standard_input_cannot_be_saved() {
    let mut file = AssessmentFile::parse("<stdin>", HEAD).expect("readable");
    let wanted = file.assessment().clone();
    let error = file.save(&wanted, &checklist()).expect_err("there is no file");
    assert!(error.to_string().contains("standard input"), "{error}");
}

#[test]
fn a_locked_file_is_waited_for_but_not_for_ever() {
    let (dir, mut ours, _) = opened_twice(HEAD);
    let mut wanted = ours.assessment().clone();
    wanted.set(criterion("zulu"), answered(Answer::YES));
    let directory = fs::File::open(dir.path()).expect("the directory opens");
    directory.lock().expect("nobody else has it");
    assert!(matches!(ours.try_save(&wanted, &checklist()), Ok(Save::Locked(_))));
    let error = ours.save(&wanted, &checklist()).expect_err("it is locked");
    assert!(error.to_string().contains("is locked by another program"), "{error}");
    if cfg!(target_os = "linux") {
        assert!(error.to_string().contains(&format!("({})", std::process::id())), "{error}");
    }
    assert!(ours.assessment().entry(&criterion("zulu")).is_none());
    directory.unlock().expect("given back");
    ours.save(&wanted, &checklist()).expect("saved");
}

#[test]
fn nothing_is_written_where_nothing_changes() {
    let (_dir, mut ours, _) = opened_twice(BY_HAND);
    let path = ours.path().expect("a path").to_owned();
    let long_ago = std::time::SystemTime::UNIX_EPOCH;
    fs::File::options().write(true).open(&path).expect("open").set_modified(long_ago).expect("set");
    let wanted = ours.assessment().clone();
    ours.save(&wanted, &checklist()).expect("saved");
    assert_eq!(fs::metadata(&path).expect("meta").modified().expect("time"), long_ago);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_the_mode_stays() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (dir, ours, _) = opened_twice(HEAD);
    let real = ours.path().expect("a path").to_owned();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("mode");
    fs::create_dir(dir.path().join("sub")).expect("created");
    let link = dir.path().join("sub/link.toml");
    symlink("../a.toml", &link).expect("linked");
    let mut file = AssessmentFile::read(&link).expect("readable");
    let mut wanted = file.assessment().clone();
    wanted.set(criterion("zulu"), answered(Answer::YES));
    file.save(&wanted, &checklist()).expect("saved");
    assert!(fs::symlink_metadata(&link).expect("meta").is_symlink());
    assert_eq!(fs::metadata(&real).expect("meta").permissions().mode() & 0o777, 0o640);
    assert_eq!(AssessmentFile::read(&real).expect("readable").assessment(), &wanted);

    // A new file gets the mode that any new file gets here.
    let plain = dir.path().join("plain");
    fs::write(&plain, "").expect("written");
    let new = dir.path().join("new.toml");
    AssessmentFile::create(&new, &draft(), &checklist()).expect("created");
    let mode = |path: &Path| fs::metadata(path).expect("meta").permissions().mode();
    assert_eq!(mode(&new), mode(&plain));
}

#[test]
fn savers_wait_for_one_another_and_none_is_lost() {
    let (_dir, first, second) = opened_twice(HEAD);
    let keys: Vec<Key> = checklist().keys().filter(|key| !matches!(key, Key::Metric(_))).collect();
    let path = first.path().expect("a path").to_owned();
    std::thread::scope(|scope| {
        for (odd, mut file) in [first, second].into_iter().enumerate() {
            let own = keys.iter().skip(odd).step_by(2);
            scope.spawn(move || {
                for key in own {
                    let mut wanted = file.assessment().clone();
                    wanted.set(key.clone(), answered(Answer::YES));
                    file.save(&wanted, &checklist()).expect("saved");
                }
            });
        }
    });
    let all = AssessmentFile::read(&path).expect("readable");
    for key in &keys {
        assert_eq!(all.assessment().answer(key), Some(Answer::YES), "{key}");
    }
}
