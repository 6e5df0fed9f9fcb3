//! The list of teams: what keys do in it, and what becomes of the files.

use std::fs;
use std::path::Path;

use opsladder::diff::diff;
use opsladder::error::Error;
use opsladder::i18n::{Lang, Text};
use opsladder::model::Assessment;
use opsladder::reading::Reading;
use opsladder::scorecard::Scorecard;
use opsladder::store::{AssessmentFile, Places, Store};
use opsladder::tui::action::Context;
use opsladder::tui::app::{App, Saved, Walk};
use opsladder::tui::effect::World;
use opsladder::tui::screen::home::{Home, HomeRow};
use opsladder::tui::update::{self, Effect, Outcome};

use crate::support_app::{
    TODAY, before, builtin, criterion, empty, listed, press, screen, unreadable, varied, walking,
};

/// A list over no walk.
fn list(rows: Vec<HomeRow>) -> App {
    let mut app = walking(varied(), Lang::En, (80, 24));
    app.walk = None;
    app.layers = vec![Home::new(rows).into()];
    app
}

fn of(team: &str, assessment: Assessment) -> HomeRow {
    let mut assessment = assessment;
    team.clone_into(&mut assessment.team);
    listed(assessment)
}

/// Two teams, one with three assessments, and a file that cannot be read.
fn teams() -> App {
    let mut oldest = before();
    oldest.date = jiff::civil::date(2026, 5, 10);
    let broken = Error::new(Text::plain("this is no TOML"));
    list(vec![
        of("Payments", varied()),
        of("Payments", before()),
        of("Payments", oldest),
        of("Search", empty("Search", &builtin())),
        unreadable("Search", "2026-01-01.toml", broken),
    ])
}

fn rows(app: &App) -> Vec<String> {
    screen(app).lines().skip(3).take_while(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn each_team_has_a_row_and_older_assessments_unfold() {
    let mut app = teams();
    let shown = rows(&app);
    assert_eq!(shown.len(), 3, "{shown:#?}");
    assert!(shown[0].contains("▸  Payments") && shown[0].contains("2026-11-23  1/3 +1"), "{shown:#?}");
    assert!(shown[1].contains("Search") && shown[2].contains("2026-01-01 ✗ this is no TOML"), "{shown:#?}");
    press(&mut app, "l");
    let shown = rows(&app);
    assert!(shown[0].starts_with('▾') && shown[1].contains("2026-08-20") && shown[2].contains("2026-05-10"));
    press(&mut app, "jj<Left>");
    assert_eq!(rows(&app).len(), 3);
    assert_eq!(press(&mut app, "<Enter>"), [Effect::Open("Payments/2026-11-23.toml".into())], "the newest one");
    press(&mut app, "z");
    assert_eq!(rows(&app).len(), 5);
    press(&mut app, "jz");
    assert_eq!(rows(&app).len(), 3);
    assert_eq!(press(&mut app, "<Enter>"), [Effect::Open("Payments/2026-11-23.toml".into())]);
}

#[test]
fn a_row_says_what_diff_and_the_scorecard_say() {
    let app = teams();
    let cards = [before(), varied()].map(|one| Scorecard::new(Reading::new(builtin(), one), None));
    let level = diff(&cards[0], &cards[1]).level;
    let new = &cards[1];
    let (coverage, evidenced) = (new.score.coverage, new.score.evidenced_level);
    let wanted = [
        new.assessment.date.to_string(),
        format!("{}/{}", level.new, new.score.max_level),
        format!("+{}", level.new.get() - level.old.get()),
        (coverage.total - coverage.answered).to_string(),
        evidenced.to_string(),
        new.findings.len().to_string(),
        "0".into(),
        "d".into(),
        "operations".into(),
        "draft".into(),
    ];
    let row = rows(&app)[0].clone();
    assert_eq!(row.split_whitespace().skip(2).collect::<Vec<_>>(), wanted);
}

#[test]
fn a_file_that_cannot_be_read_leaves_no_change_to_speak_of() {
    let broken = || unreadable("Payments", "2026-10-01.toml", Error::new(Text::plain("this is no TOML")));
    let app = list(vec![of("Payments", varied()), broken(), of("Payments", before())]);
    assert!(rows(&app)[0].contains("1/3     "), "which one came before would be a guess: {}", rows(&app)[0]);
}

#[test]
fn a_slash_shows_the_teams_whose_name_holds_what_is_typed() {
    let mut app = teams();
    press(&mut app, "/sEA");
    assert_eq!(app.context(), Context::HomeFilter);
    assert!(screen(&app).contains("1 of 2") && !screen(&app).contains("Payments"), "{}", screen(&app));
    press(&mut app, "<Enter>");
    assert_eq!(app.context(), Context::Home);
    assert_eq!(press(&mut app, "<Enter>"), [Effect::Open("Search/2026-11-23.toml".into())]);
    assert!(screen(&app).contains("Esc all teams"), "{}", screen(&app));
    press(&mut app, "<Esc>");
    assert!(!app.leaving && screen(&app).contains("Payments"));
    assert_eq!(press(&mut app, "<Enter>"), [Effect::Open("Search/2026-11-23.toml".into())], "the cursor stays");
    press(&mut app, "/nobody<Enter>");
    assert!(screen(&app).contains("No team of that name"), "{}", screen(&app));
    assert_eq!(press(&mut app, "<Enter>xM"), [], "on nothing there is nothing to do");
    press(&mut app, "/<Esc><Esc>");
    assert!(app.leaving, "Esc leaves once every team is shown");
}

#[test]
fn any_two_are_compared_and_of_one_team_the_earlier_one_comes_first() {
    let mut app = teams();
    assert_eq!(press(&mut app, "C"), []);
    assert!(screen(&app).contains("2026-08-20 (draft) → 2026-11-23 (draft)"), "{}", screen(&app));
    press(&mut app, "j<Enter>");
    assert_eq!(app.context(), Context::Compare, "its items are not those of a walk");
    press(&mut app, "<Esc>mljjC");
    assert!(screen(&app).contains("2026-05-10 (draft) → 2026-11-23 (draft)"), "{}", screen(&app));
    press(&mut app, "<Esc>jC");
    let shown = screen(&app);
    assert!(shown.contains("Level of A") && shown.contains("better in A"), "{shown}");
    press(&mut app, "G");
    assert!(!screen(&app).contains("Worse"), "of two teams neither is the better one");
    press(&mut app, "<Esc>ggmGjmC");
    assert!(screen(&app).contains("Enter shows why"), "{}", screen(&app));
    let mut alone = list(vec![of("Search", empty("Search", &builtin()))]);
    press(&mut alone, "C");
    assert!(screen(&alone).contains("no earlier assessment"), "{}", screen(&alone));
}

#[test]
fn the_trend_is_the_teams_own() {
    let mut app = teams();
    assert_eq!(press(&mut app, "T"), []);
    assert!(screen(&app).contains("Payments · assessments: 3"), "{}", screen(&app));
}

#[test]
fn what_cannot_be_read_says_why_and_can_only_be_looked_at_or_deleted() {
    let mut app = teams();
    press(&mut app, "G<Enter>");
    assert_eq!(app.context(), Context::Trouble);
    assert!(screen(&app).contains("this is no TOML"));
    press(&mut app, "<Esc>");
    for key in ["c", "m", "C", "T", "R", "M"] {
        assert_eq!(press(&mut app, key), [], "{key}");
        assert!(screen(&app).contains("Enter shows why"), "{key}: {}", screen(&app));
    }
    assert_eq!(press(&mut app, "x<Enter>"), [Effect::Discard("Search/2026-01-01.toml".into()), Effect::List]);
}

#[test]
fn deleting_asks_first_and_can_be_taken_back() {
    let mut app = teams();
    assert_eq!(press(&mut app, "u"), []);
    assert!(screen(&app).contains("nothing was deleted in this sitting"), "{}", screen(&app));
    assert_eq!(press(&mut app, "x<Esc>"), []);
    assert_eq!(press(&mut app, "<Del>y"), [], "only Enter deletes");
    assert_eq!(press(&mut app, "<Enter>"), [Effect::Discard("Payments/2026-11-23.toml".into()), Effect::List]);
    update::outcome(&mut app, Outcome::Discarded(".trash/Payments/2026-11-23.toml".into(), false));
    assert!(screen(&app).contains(".trash/Payments/2026-11-23.toml; u brings it back"), "{}", screen(&app));
    assert_eq!(press(&mut app, "u"), [Effect::Restore, Effect::List]);
    update::outcome(&mut app, Outcome::Restored("Payments/2026-11-23.toml".into()));
    assert!(screen(&app).contains("brought back: Payments/2026-11-23.toml"));
    assert_eq!(press(&mut app, "u"), []);
}

#[test]
fn the_assessment_that_is_walked_is_whole_before_it_goes() {
    let mut app = walking(varied(), Lang::En, (80, 24));
    press(&mut app, "gjinot yet kept<Esc>H");
    let mut row = listed(varied());
    row.open = true;
    update::outcome(&mut app, Outcome::Listed(vec![row]));
    press(&mut app, "x");
    assert!(screen(&app).contains("It is open; the walk is closed."), "{}", screen(&app));
    let effects = press(&mut app, "<Enter>");
    assert!(matches!(effects.as_slice(), [Effect::Save, Effect::Discard(_), Effect::List]), "{effects:?}");
    update::outcome(&mut app, Outcome::Discarded("x".into(), true));
    assert!(app.walk.is_none() && app.context() == Context::Home && !app.leaving);
}

#[test]
fn a_name_that_is_refused_is_said_where_it_is_typed() {
    let mut app = teams();
    assert_eq!(press(&mut app, "M<Enter>"), [], "the same name changes nothing");
    for (name, why) in [("", "needs a name"), ("..", "starts with"), ("search", "a team already: Search")] {
        press(&mut app, "M<C-u>");
        assert_eq!(press(&mut app, &format!("{name}<Enter>")), [], "{name}");
        assert!(screen(&app).contains(why), "{name}: {}", screen(&app));
        press(&mut app, "<Esc>");
    }
    let renamed = [Effect::Rename(Some("Payments/2026-11-23.toml".into()), "支付".into()), Effect::List];
    assert_eq!(press(&mut app, "M<C-u>支付<Enter>"), renamed);
    let mut app = walking(varied(), Lang::En, (80, 24));
    press(&mut app, "y");
    let mut on_disk = app.walk.as_ref().map(|walk| walk.card.assessment.clone()).expect("a walk is open");
    "Billing".clone_into(&mut on_disk.team);
    update::outcome(&mut app, Outcome::Renamed(Some(Box::new(on_disk))));
    assert!(screen(&app).starts_with("Billing"), "{}", screen(&app));
    assert_eq!(press(&mut app, "u"), [Effect::Save], "its edits can still be taken back");
}

#[test]
fn the_team_is_renamed_among_the_details_of_its_assessment() {
    let dir = tempfile::tempdir().expect("a directory");
    let (mut world, mut app) = real(dir.path(), &[varied()]);
    go(&mut world, &mut app, "<Enter>");
    assert_eq!(press(&mut app, "S<BackTab><C-u>..<Enter>"), []);
    assert!(screen(&app).contains("starts with"), "{}", screen(&app));
    go(&mut world, &mut app, "<C-u>Billing<Enter>");
    assert!(screen(&app).starts_with("Billing"), "{}", screen(&app));
    go(&mut world, &mut app, "n");
    let file = dir.path().join("store/Billing/2026-11-23.toml");
    let text = fs::read_to_string(&file).expect("the team's directory has its name");
    assert!(text.contains("team = \"Billing\"") && !dir.path().join("store/Payments").exists(), "{text}");
}

#[test]
fn a_report_says_where_it_lies() {
    let mut app = teams();
    assert_eq!(press(&mut app, "R"), [Effect::Report("Payments/2026-11-23.toml".into())]);
    update::outcome(&mut app, Outcome::Reported("/srv/ops/Payments-2026-11-23.html".into()));
    assert!(screen(&app).contains("report written: /srv/ops/Payments-2026-11-23.html"), "{}", screen(&app));
}

/// A store in a directory of its own, and the program at its list.
fn real(dir: &Path, teams: &[Assessment]) -> (World, App) {
    let store = Store::at(Path::new("store"), &Places { cwd: dir.to_owned(), data_dir: None });
    for assessment in teams {
        store.create(assessment, &builtin(), None).expect("created");
    }
    let world = World::new(store);
    let mut app = list(Vec::new());
    update::outcome(&mut app, world.list());
    (world, app)
}

/// Does what is asked for, as the program does.
fn perform(world: &mut World, app: &mut App, effects: Vec<Effect>) {
    for effect in effects {
        let outcome = match effect {
            Effect::Save => world.save(app, true),
            Effect::List => Some(world.list()),
            Effect::Open(path) => Some(world.open(&path)),
            Effect::Before => Some(world.before()),
            Effect::Trend => Some(world.trend()),
            Effect::Form => Some(world.form(TODAY)),
            Effect::Create(draft) => Some(world.create(&draft)),
            Effect::Discard(path) => Some(world.discard(&path)),
            Effect::Restore => Some(world.restore()),
            Effect::Rename(path, name) => Some(world.rename(path, &name)),
            Effect::Report(path) => Some(world.report(app, &path)),
            Effect::Sample => Some(world.sample(app.lang, app.today)),
            Effect::Follow(reference) => Some(world.follow(&reference)),
            Effect::Export(format) => Some(world.export(app, format)),
            Effect::Edit(..) | Effect::Show(_) | Effect::Copy(_) | Effect::Suspend | Effect::Redraw => None,
        };
        if let Some(outcome) = outcome {
            update::outcome(app, outcome);
        }
    }
}

fn go(world: &mut World, app: &mut App, keys: &str) {
    let effects = press(app, keys);
    perform(world, app, effects);
}

fn files(dir: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![dir.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path.strip_prefix(dir).expect("below").display().to_string());
            }
        }
    }
    found.sort();
    found
}

#[test]
fn a_sample_can_be_looked_at_and_changed_and_never_lands_in_the_store() {
    for lang in Lang::ALL {
        let dir = tempfile::tempdir().expect("a directory");
        let (mut world, mut app) = real(dir.path(), &[]);
        app.lang = lang;
        go(&mut world, &mut app, "s");
        let shown = screen(&app);
        let said = if lang == Lang::En { "sample: not saved" } else { "示例：不保存" };
        assert!(shown.contains(said), "{shown}");
        let card = app.walk.as_ref().map(|walk| walk.card.clone()).expect("a walk is open");
        assert!(!card.checklist_changed() && card.score.level.get() == 1, "{:?}", card.score.level);
        assert!(!card.findings.is_empty() && card.score.coverage.to_confirm > 0 && !card.plan.gaps.is_empty());
        assert!(card.assessment.entries().all(|(key, _)| card.checklist.knows(key)), "every item is asked");
        go(&mut world, &mut app, "c");
        assert_eq!(app.context(), Context::Compare);
        let compared = screen(&app);
        assert!(compared.contains(&TODAY.to_string()) && compared.contains("2026-08-24"), "{compared}");
        go(&mut world, &mut app, "<Esc>T");
        assert_eq!(app.context(), Context::Trend);
        // Everything that writes, and what may be asked for on the way.
        for keys in ["<Esc>gj", "y", "eours<Enter><Esc>", "inote<C-s>", "oSam<Enter>", "u", "<C-r>", "f<Enter>", "F"] {
            go(&mut world, &mut app, keys);
            assert_eq!(app.walk.as_ref().map(|walk| walk.saved.clone()), Some(Saved::Never), "after {keys}");
        }
        go(&mut world, &mut app, "ia draft<Esc>H");
        assert!(world.save(&app, true).is_none() && world.path().is_none());
        go(&mut world, &mut app, "<Esc>q");
        assert!(app.leaving, "nobody is asked: {}", screen(&app));
        assert_eq!(files(dir.path()), [""; 0]);
    }
}

#[test]
fn after_a_sample_a_new_assessment_is_saved_and_holds_nothing_of_it() {
    let dir = tempfile::tempdir().expect("a directory");
    let (mut world, mut app) = real(dir.path(), &[]);
    go(&mut world, &mut app, "s");
    go(&mut world, &mut app, "gjnH");
    go(&mut world, &mut app, "n");
    go(&mut world, &mut app, "Payments<C-s>");
    go(&mut world, &mut app, "y");
    assert!(matches!(app.walk.as_ref().map(|walk| &walk.saved), Some(Saved::Yes(Some(_)))));
    assert_eq!(files(dir.path()), [format!("store/Payments/{TODAY}.toml")]);
    let path = dir.path().join(format!("store/Payments/{TODAY}.toml"));
    let written = AssessmentFile::read(&path).expect("it can be read").into_assessment();
    assert_eq!(written.entries().count(), 1, "{written:?}");
}

#[test]
fn the_walked_file_is_deleted_brought_back_and_renamed_on_the_disk() {
    let dir = tempfile::tempdir().expect("a directory");
    let (mut world, mut app) = real(dir.path(), &[empty("Payments", &builtin()), empty("Search", &builtin())]);
    let file = |team: &str| dir.path().join(format!("store/{team}/{TODAY}.toml"));
    go(&mut world, &mut app, "<Enter>");
    go(&mut world, &mut app, "y");
    let whole = fs::read_to_string(file("Payments")).expect("text");
    go(&mut world, &mut app, "H");
    assert!(screen(&app).contains(" * Payments"), "{}", screen(&app));
    go(&mut world, &mut app, "x<Enter>");
    assert!(app.walk.is_none() && world.path().is_none() && !file("Payments").exists());
    assert!(!screen(&app).contains("   Payments"), "{}", screen(&app));
    go(&mut world, &mut app, "u");
    assert_eq!(fs::read_to_string(file("Payments")).expect("text"), whole);
    go(&mut world, &mut app, "gg<Enter>");
    go(&mut world, &mut app, "H");
    go(&mut world, &mut app, "M<C-u>Billing<Enter>");
    assert!(screen(&app).starts_with("Billing"), "{}", screen(&app));
    go(&mut world, &mut app, "<Esc>");
    app.walk.as_mut().expect("it is still open").go_to(&criterion("full-cicd"));
    go(&mut world, &mut app, "p");
    assert!(!file("Payments").exists());
    let now = fs::read_to_string(file("Billing")).expect("text");
    assert!(now.contains("team = \"Billing\"") && now.contains("[criteria.full-cicd]\nanswer = \"partial\""), "{now}");
    go(&mut world, &mut app, "H");
    go(&mut world, &mut app, "M<C-u>Search!<Enter>");
    assert!(screen(&app).contains("a team already"), "{}", screen(&app));
    go(&mut world, &mut app, "<Esc>R");
    go(&mut world, &mut app, "R");
    let stem = format!("Billing-{TODAY}");
    let written = files(dir.path());
    let reports: Vec<&String> = written.iter().filter(|name| name.contains(".html")).collect();
    assert_eq!(reports, [&format!("{stem}-2.html"), &format!("{stem}.html")]);
    assert!(screen(&app).contains("report written"), "{}", screen(&app));
}

#[test]
fn a_team_whose_rename_fails_stays_as_it_is_and_so_does_its_walk() {
    let dir = tempfile::tempdir().expect("a directory");
    let (mut world, mut app) = real(dir.path(), &[empty("Payments", &builtin())]);
    go(&mut world, &mut app, "<Enter>");
    go(&mut world, &mut app, "H");
    fs::create_dir(dir.path().join("store/Billing")).expect("a directory");
    go(&mut world, &mut app, "M<C-u>Billing<Enter>");
    assert!(screen(&app).contains("`Billing` is taken"), "{}", screen(&app));
    assert!(world.path().is_some_and(|path| path.ends_with(format!("Payments/{TODAY}.toml"))));
    assert!(matches!(app.walk(), Some(Walk { saved: Saved::Yes(_), .. })));
}

#[test]
fn esc_in_the_first_form_leads_to_what_else_there_is() {
    let dir = tempfile::tempdir().expect("a directory");
    let (mut world, _) = real(dir.path(), &[]);
    let mut app = list(Vec::new());
    app.layers.clear();
    world.start(&mut app, opsladder::tui::effect::Start::Anywhere).expect("started");
    assert!(screen(&app).contains("Esc: look around in a sample first"), "{}", screen(&app));
    press(&mut app, "<Esc>");
    assert!(!app.leaving && screen(&app).contains("No assessment yet"), "{}", screen(&app));
    go(&mut world, &mut app, "<Enter>");
    assert_eq!(app.context(), Context::Form);
    press(&mut app, "<Esc><Esc>");
    assert!(app.leaving);
}
