//! Several checklists within reach: which one the form offers first, and that a team's do not mix in the list.

use std::fs;
use std::path::Path;

use jiff::civil::date;
use opsladder::i18n::Lang;
use opsladder::model::{Assessment, Id};
use opsladder::store::{Places, Store};
use opsladder::style::Theme;
use opsladder::tui::action::Context;
use opsladder::tui::app::App;
use opsladder::tui::effect::{Start, World};
use opsladder::tui::update::{self, Effect, Outcome};

use crate::support_app::{TODAY, builtin, empty, press, screen};

const SMALL: &str = include_str!("../cli/small.toml");

/// A store in `dir` with these checklists of its own beside the built-in ones.
fn store(dir: &Path, own: &[(&str, &str)]) -> Store {
    let checklists = dir.join("store/checklists");
    fs::create_dir_all(&checklists).expect("a directory");
    for (name, text) in own {
        fs::write(checklists.join(name), text).expect("a file");
    }
    Store::at(Path::new("store"), &Places { cwd: dir.to_owned(), data_dir: None })
}

fn started(store: Store) -> (World, App) {
    let mut world = World::new(store);
    let mut app = App::new(Lang::En, Theme::default(), TODAY, "store".into());
    world.start(&mut app, Start::Anywhere).expect("started");
    (world, app)
}

/// What the form makes of these keys.
fn made(app: &mut App, keys: &str) -> Assessment {
    let effects = press(app, keys);
    let [Effect::Create(draft)] = effects.as_slice() else { panic!("{effects:?}\n{}", screen(app)) };
    assert_eq!(draft.checklist.id(), &draft.assessment.checklist.id);
    draft.assessment.clone()
}

#[test]
fn the_form_begins_with_the_only_checklist_of_the_store_and_offers_the_others() {
    let dir = tempfile::tempdir().expect("a directory");
    let (world, mut app) = started(store(dir.path(), &[("small.toml", SMALL)]));
    assert!(screen(&app).contains("Checklist: Small"), "{}", screen(&app));
    assert_eq!(made(&mut app, "Payments<C-s>").checklist.id, Id::foreign("small"));
    press(&mut app, "<Tab>");
    press(&mut app, "<Right>");
    assert!(screen(&app).contains("Checklist: Operations and maintenance"), "{}", screen(&app));
    let draft = made(&mut app, "<Tab><Right><C-s>");
    assert_eq!((draft.checklist.id, draft.profile), (Id::foreign("operations"), Some(Id::foreign("enterprise"))));
    // The other checklist has no such profile.
    let draft = made(&mut app, "<Tab><Tab><Tab><Tab><Right><C-s>");
    assert_ne!(draft.checklist.id.as_str(), "operations");
    assert_eq!(draft.profile, None);
    press(&mut app, "<Esc>");
    let effects = press(&mut app, "n");
    assert_eq!(effects, [Effect::Form]);
    update::outcome(&mut app, world.form(TODAY));
    assert_eq!(app.context(), Context::Form);
    assert!(screen(&app).contains("Checklist: Small"), "{}", screen(&app));
}

#[test]
fn where_there_is_one_checklist_nothing_is_chosen() {
    let dir = tempfile::tempdir().expect("a directory");
    let (_, mut app) = started(store(dir.path(), &[]));
    let shown = screen(&app);
    let (ids, own) = store(dir.path(), &[]).library().choices().expect("ids");
    assert_eq!((shown.contains("Checklist:"), own), (ids.len() > 1, 0), "{shown}");
    assert_eq!(made(&mut app, "Payments<C-s>").checklist.id, Id::foreign("operations"));
}

#[test]
fn a_checklist_with_a_problem_is_told_of_and_not_offered() {
    let dir = tempfile::tempdir().expect("a directory");
    let bad = SMALL.replace("id = \"small\"", "id = \"bad\"").replace("level = 1", "level = 7");
    let (_, app) = started(store(dir.path(), &[("small.toml", SMALL), ("bad.toml", &bad)]));
    let shown = screen(&app);
    assert!(shown.contains("Checklist:") && shown.contains("bad.toml"), "{shown}");
}

#[test]
fn the_list_keeps_a_teams_checklists_apart() {
    let dir = tempfile::tempdir().expect("a directory");
    let store = store(dir.path(), &[("small.toml", SMALL)]);
    let small = store.library().present(&Id::foreign("small")).expect("a checklist");
    for (day, checklist) in [
        (date(2026, 8, 1), builtin()),
        (date(2026, 9, 1), small.clone()),
        (date(2026, 10, 1), builtin()),
        (date(2026, 11, 1), small.clone()),
        (date(2026, 11, 1), builtin()),
    ] {
        let mut assessment = empty("Payments", &checklist);
        assessment.date = day;
        store.create(&assessment, &checklist, None).expect("created");
    }
    let (mut world, mut app) = started(store);
    assert_eq!(app.context(), Context::Home, "which of the two drafts of that day is meant nobody can tell");
    let shown = screen(&app);
    assert!(shown.contains("Payments:operations  2026-11-01  0/3 =") && shown.contains("Payments:small"), "{shown}");
    let paths = |app: &mut App, keys: &str| match press(app, keys).as_slice() {
        [Effect::Open(path)] => path.file_name().expect("a name").to_string_lossy().into_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(paths(&mut app, "<Enter>"), "2026-11-01.toml");
    assert_eq!(paths(&mut app, "j<Enter>"), "2026-11-01.small.toml");
    press(&mut app, "l");
    assert_eq!(paths(&mut app, "j<Enter>"), "2026-09-01.small.toml");
    assert!(!screen(&app).contains("2026-10-01"), "the other one is folded: {}", screen(&app));
    press(&mut app, "kC");
    assert!(screen(&app).contains("2026-09-01 (draft) → 2026-11-01 (draft)"), "{}", screen(&app));
    press(&mut app, "<Esc>T");
    assert!(screen(&app).contains("Payments · assessments: 2"), "{}", screen(&app));
    press(&mut app, "<Esc>P");
    assert!(
        screen(&app).contains("teams: 1") && screen(&app).contains("Operations and maintenance"),
        "{}",
        screen(&app)
    );
    // A name that the team has under another checklist is not taken by another team.
    press(&mut app, "<Esc>M<C-u>Billing<Enter>");
    assert!(!screen(&app).contains("taken"), "{}", screen(&app));
    // The walk's own changes and trend are those of its checklist.
    let path = dir.path().join("store/Payments/2026-11-01.small.toml");
    update::outcome(&mut app, world.open(&path));
    let Outcome::Before(Some(before)) = world.before() else { panic!("there is one before") };
    assert_eq!((before.assessment.date, before.checklist.id()), (date(2026, 9, 1), &Id::foreign("small")));
    let Outcome::Trend(history, broken) = world.trend() else { panic!("there is a trend") };
    assert_eq!((history.points.len(), broken.len()), (2, 0));
}
