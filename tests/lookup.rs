//! Finding things: the store, its teams and their assessments, checklists.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::{Date, date};
use opsladder::model::{Assessment, Checklist, ChecklistRef, Id, Level};
use opsladder::store::{AssessmentFile, Edition, Opened, Origin, Places, Selector, Store, relative};

/// A directory with a working directory, a data directory and a store.
struct World {
    dir: tempfile::TempDir,
}

impl World {
    fn new() -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        fs::create_dir_all(dir.path().join("work/deep")).expect("created");
        Self { dir }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    fn write(&self, path: &str, text: &str) -> PathBuf {
        let path = self.at(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("created");
        fs::write(&path, text).expect("written");
        path
    }

    fn places(&self) -> Places {
        Places { cwd: self.at("work/deep"), data_dir: Some(self.at("data")) }
    }

    fn store(&self) -> Store {
        Store::at(&self.at("store"), &self.places())
    }

    fn add(&self, team: &str, day: Date) -> PathBuf {
        let store = self.store();
        let file = store.create(&assessment(team, day), &built_in(&store), None).expect("created");
        file.path().expect("a path").to_owned()
    }

    /// A store with three days of one team and one of two others.
    fn filled() -> Self {
        let world = Self::new();
        for day in [date(2026, 11, 23), date(2026, 5, 1), date(2025, 11, 1)] {
            world.add("Payments", day);
        }
        world.add("支付/团队", date(2026, 1, 1));
        world.add("a~1", date(2026, 1, 1));
        world
    }
}

fn built_in(store: &Store) -> Arc<Checklist> {
    store.library().present(&Id::foreign("operations")).expect("the built-in checklist")
}

fn assessment(team: &str, day: Date) -> Assessment {
    let reference = ChecklistRef { id: Id::foreign("operations"), version: "1.0.0".into(), digest: None, path: None };
    Assessment::new(team, day, reference)
}

fn path_for(store: &Store, team: &str, day: Date) -> opsladder::error::Result<PathBuf> {
    store.path_for(team, day, &Id::foreign("operations"))
}

fn mine(id: &str, version: &str) -> String {
    format!(
        "format = 1\nid = \"{id}\"\nversion = \"{version}\"\ntitle = \"Mine\"\nlevels = [{{ level = 1, title = \"One\" }}]\ncriteria = [{{ id = \"a\", level = 1, title = \"A\" }}]\n"
    )
}

fn no_stdin() -> std::io::Result<Vec<u8>> {
    panic!("standard input is not read for this target")
}

fn open(store: &Store, target: &str) -> Result<Opened, String> {
    let open = || store.library().open(store.read(&store.selector(target)?, no_stdin)?);
    open().map_err(|error| error.to_string())
}

#[test]
fn the_nearest_store_upward_is_found() {
    let world = World::new();
    let nearest = || world.places().nearest_store();
    assert_eq!(nearest(), None);
    fs::create_dir(world.at(".opsladder")).expect("created");
    assert_eq!(nearest(), Some(world.at(".opsladder")));
    fs::create_dir(world.at("work/.opsladder")).expect("created");
    assert_eq!(nearest(), Some(world.at("work/.opsladder")));
    assert_eq!(Store::at(Path::new("here"), &world.places()).root(), world.at("work/deep/here"));
    assert!(!world.at("work/deep/here").exists(), "nothing is created");
}

#[test]
fn a_listing_is_by_team_then_day_with_broken_files_apart() {
    let world = World::filled();
    world.write("store/Payments/2026-01-01.toml", "team = 1\n");
    world.write("store/Payments/.hidden.toml", "team = 1\n");
    world.write("store/Payments/notes.txt", "team = 1\n");
    world.write("store/checklists/x.toml", "team = 1\n");
    world.write("store/.git/x.toml", "team = 1\n");
    let listing = world.store().list().expect("a listing");
    let found: Vec<(&str, String)> =
        listing.found.iter().map(|one| (one.assessment.team.as_str(), one.assessment.date.to_string())).collect();
    let expected = [
        ("Payments", "2025-11-01"),
        ("Payments", "2026-05-01"),
        ("Payments", "2026-11-23"),
        ("a~1", "2026-01-01"),
        ("支付/团队", "2026-01-01"),
    ];
    assert_eq!(found, expected.map(|(team, day)| (team, day.to_owned())));
    assert_eq!(listing.broken.len(), 1);
    assert!(listing.broken[0].error.to_string().contains("2026-01-01.toml"), "{}", listing.broken[0].error);
}

#[test]
fn a_store_that_is_not_there_is_empty_and_one_that_is_no_directory_an_error() {
    let world = World::new();
    assert!(world.store().list().expect("a listing").found.is_empty());
    let error = open(&world.store(), "Payments").expect_err("no team");
    assert!(error.contains("there is no team `Payments`") && error.contains("opsladder new TEAM"), "{error}");
    world.write("store", "a file");
    let error = world.store().list().expect_err("not a directory");
    assert!(error.to_string().contains("cannot list"), "{error}");
}

#[test]
fn a_target_leads_to_its_assessment() {
    let world = World::filled();
    let path = world
        .write("work/deep/mine.toml", &fs::read_to_string(world.at("store/Payments/2026-05-01.toml")).expect("text"));
    let store = world.store();
    for (target, file) in [
        ("Payments", "store/Payments/2026-11-23.toml"),
        ("Payments~0", "store/Payments/2026-11-23.toml"),
        ("Payments~1", "store/Payments/2026-05-01.toml"),
        ("Payments~2", "store/Payments/2025-11-01.toml"),
        ("Payments@2026-11-23", "store/Payments/2026-11-23.toml"),
        ("Payments@2026-11-22", "store/Payments/2026-05-01.toml"),
        ("支付/团队", "store/支付-团队/2026-01-01.toml"),
        ("支付-团队~0", "store/支付-团队/2026-01-01.toml"),
        ("a~1", "store/a-1/2026-01-01.toml"),
        ("mine.toml", "work/deep/mine.toml"),
        ("../deep/mine.toml", "work/deep/../deep/mine.toml"),
    ] {
        let opened = open(&store, target).expect(target);
        assert_eq!(opened.file.path(), Some(world.at(file).as_path()), "{target}");
        assert_eq!(opened.reading.checklist.id(), &Id::foreign("operations"));
    }
    let text = fs::read(path).expect("bytes");
    let file = store.read(&Selector::Stdin, || Ok(text)).expect("from standard input");
    assert_eq!((file.path(), file.assessment().team.as_str()), (None, "Payments"));
}

#[test]
fn a_target_that_is_not_there_says_what_is() {
    let world = World::filled();
    let store = world.store();
    for (target, parts) in [
        ("Paymnets", ["there is no team `Paymnets`", "did you mean `Payments`?"]),
        ("Quite different", ["there is no team", "`Payments`, `a~1`, `支付/团队`"]),
        ("Payments~3", ["no assessment that far back: there are 3", "2026-11-23, 2026-05-01, 2025-11-01"]),
        ("Payments@2025-10-31", ["on or before 2025-10-31", "2026-11-23, 2026-05-01, 2025-11-01"]),
        ("Payments@2025-13-01", ["`2025-13-01` is not a date", "TEAM@2026-11-23"]),
        ("none.toml", ["cannot read", "opsladder list"]),
        ("..", ["there is no team `..`", "`Payments`"]),
    ] {
        let error = open(&store, target).expect_err(target);
        for part in parts {
            assert!(error.contains(part), "{target}: {error}");
        }
    }
    let error = store.read(&Selector::Stdin, || Ok(b"team = \"a\xff\"\n".to_vec())).expect_err("not UTF-8");
    assert_eq!(
        error.to_string(),
        "error: <stdin> is not UTF-8 text: the first wrong byte is at offset 9, line 1\nhint: save it as UTF-8"
    );
}

#[test]
fn a_teams_newest_is_never_guessed_past_a_broken_file() {
    let world = World::filled();
    world.write("store/Payments/2026-12-01.toml", "date = \n");
    for target in ["Payments", "Payments~1"] {
        let error = open(&world.store(), target).expect_err("a broken file");
        assert!(error.contains("2026-12-01.toml:1:"), "{error}");
    }
    assert!(open(&world.store(), "支付/团队").is_ok(), "other teams are not concerned");
}

#[test]
fn a_team_in_a_directory_of_another_name_is_found_by_that() {
    let world = World::filled();
    fs::rename(world.at("store/Payments"), world.at("store/money")).expect("renamed");
    // One directory is read for a team, not the store.
    let error = open(&world.store(), "Payments").expect_err("there is no such directory");
    assert!(error.contains("there is no team `Payments`") && error.contains("the store has `a~1`, `money`"), "{error}");
    assert_eq!(world.store().team("money").expect("found by its directory").found.len(), 3);
    assert_eq!(
        world.store().list().expect("a listing").found.iter().filter(|one| one.assessment.team == "Payments").count(),
        3
    );
}

#[test]
fn names_that_differ_by_case_alone_are_one_team() {
    let world = World::filled();
    let store = world.store();
    let error = path_for(&store, "PAYMENTS", date(2026, 2, 2)).expect_err("one team");
    assert!(error.to_string().contains("differs from team `Payments` by case alone"), "{error}");
    assert_eq!(open(&store, "payments~1").expect("the same team").file.assessment().date, date(2026, 5, 1));
    fs::create_dir(world.at("store/search")).expect("created");
    assert!(path_for(&store, "Search", date(2026, 2, 2)).is_ok(), "an empty directory is nobody's");
}

#[test]
fn two_teams_never_share_a_directory() {
    let world = World::filled();
    let store = world.store();
    let error = path_for(&store, "支付 团队", date(2026, 2, 2)).expect_err("taken");
    assert!(error.to_string().contains("where team `支付/团队` is already"), "{error}");
    assert!(store.create(&assessment("支付 团队", date(2026, 2, 2)), &built_in(&store), None).is_err());
    let same = path_for(&store, "支付/团队", date(2026, 2, 2)).expect("its own");
    assert_eq!(same, world.at("store/支付-团队/2026-02-02.toml"));
    let error = store
        .create(&assessment("Payments", date(2026, 5, 1)), &built_in(&store), None)
        .expect_err("that day is there");
    assert!(error.to_string().contains("is there already"), "{error}");
    // The same name, its accent encoded otherwise.
    world.add("caf\u{e9}", date(2026, 1, 1));
    assert_eq!(
        path_for(&store, "cafe\u{301}", date(2026, 1, 2)).expect("its own"),
        world.at("store/café/2026-01-02.toml")
    );
}

#[test]
fn a_checklist_of_the_store_comes_before_the_users_and_the_built_in_one() {
    let world = World::new();
    let version = || built_in(&world.store()).version().to_string();
    assert_eq!(version(), "1.0.0");
    world.write("data/checklists/o.toml", &mine("operations", "2.0.0"));
    assert_eq!(version(), "2.0.0");
    world.write("store/checklists/o.toml", &mine("operations", "3.0.0"));
    world.write("store/checklists/other.toml", &mine("other", "0.1.0"));
    assert_eq!(version(), "3.0.0");
    let (listed, broken) = world.store().library().all();
    let listed: Vec<(String, bool, Origin)> = listed
        .into_iter()
        .map(|one| (format!("{} {}", one.checklist.id(), one.checklist.version()), one.shadowed, one.origin))
        .collect();
    let file = |path: &str| Origin::File(world.at(path));
    let expected = [
        ("operations 3.0.0", false, file("store/checklists/o.toml")),
        ("other 0.1.0", false, file("store/checklists/other.toml")),
        ("operations 2.0.0", true, file("data/checklists/o.toml")),
        ("operations 1.0.0", true, Origin::BuiltIn),
        ("production-readiness 1.0.0", false, Origin::BuiltIn),
    ];
    assert_eq!(listed, expected.map(|(id, shadowed, origin)| (id.to_owned(), shadowed, origin)));
    assert!(broken.is_empty());
}

#[test]
fn an_assessment_gets_the_version_that_it_was_made_with() {
    let world = World::new();
    world.write("store/checklists/a-new.toml", &mine("m", "2.0.0"));
    world.write("store/checklists/b-old.toml", &mine("m", "1.0.0"));
    let store = world.store();
    let mut one = assessment("T", date(2026, 1, 1));
    for (version, expected) in [("1.0.0", "1.0.0"), ("2.0.0", "2.0.0"), ("9.0.0", "2.0.0")] {
        one.checklist = ChecklistRef { id: Id::foreign("m"), version: version.into(), digest: None, path: None };
        let path = world.at(&format!("{version}.toml"));
        let of = store.library().present(&Id::foreign("m")).expect("a checklist");
        let file = AssessmentFile::create(&path, &one, &of).expect("created");
        let opened = store.library().open(file).expect("opened");
        assert_eq!(opened.reading.checklist.version().to_string(), expected);
    }
}

#[test]
fn a_checklist_named_by_path_is_found_from_the_assessment() {
    let world = World::new();
    let path = world.write("elsewhere/mine.toml", &mine("mine", "1.0.0"));
    let store = world.store();
    let Edition { checklist, file: named } = store.library().named("../../elsewhere/mine.toml").expect("a file");
    let named = named.expect("it was named by path");
    assert_eq!(named.canonicalize().expect("there"), path.canonicalize().expect("there"));
    assert_eq!(store.library().named("operations").expect("an id").file, None);
    let mut one = assessment("T", date(2026, 1, 1));
    let file = path_for(&store, "T", date(2026, 1, 1)).expect("a path");
    fs::create_dir_all(file.parent().expect("a parent")).expect("created");
    let to = relative(&file, &path);
    assert_eq!(to, "../../elsewhere/mine.toml");
    one.checklist = ChecklistRef { id: Id::foreign("mine"), version: "1.0.0".into(), digest: None, path: None };
    let created = store.create(&one, &checklist, Some(&named)).expect("created");
    assert_eq!(created.assessment().checklist.path, Some(to));
    assert_eq!(open(&store, "T").expect("opened").reading.checklist.id(), &Id::foreign("mine"));

    fs::remove_file(&path).expect("removed");
    let error = open(&store, "T").expect_err("it is gone");
    for part in [
        "no checklist `mine`",
        "store/checklists",
        "data/checklists",
        "elsewhere/mine.toml",
        "built-in",
        "`operations`",
    ] {
        assert!(error.contains(part), "{part}: {error}");
    }
    world.write("store/checklists/bad.toml", "id = \n");
    let error = open(&store, "T").expect_err("it is still gone");
    assert!(error.contains("bad.toml") && error.contains("checklist lint"), "{error}");
    world.write("store/checklists/bad.toml", "id = \"mine\"\n");
    let error = open(&store, "T").expect_err("it is broken");
    assert!(error.contains("`format` is missing"), "{error}");
    assert!(store.library().present(&Id::foreign("operations")).is_ok(), "others are not concerned");
    assert_eq!(store.library().all().1.len(), 1);
}

#[test]
fn a_target_level_that_the_checklist_lacks_is_shown_at_its_line() {
    let world = World::new();
    let store = world.store();
    let mut one = assessment("T", date(2026, 1, 1));
    one.target_level = Some(Level::new(4));
    store.create(&one, &built_in(&store), None).expect("created");
    let error = open(&store, "T").expect_err("there are three");
    assert!(error.contains("T/2026-01-01.toml:5:16"), "{error}");
    assert!(error.contains("there is no level 4: the highest of `operations` is 3"), "{error}");
}
