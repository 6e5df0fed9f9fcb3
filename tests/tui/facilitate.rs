//! Facilitating: one item at a time, what a room disagrees about once more at the end, and a clock that nobody hears.

use std::time::Duration;

use opsladder::i18n::Lang;
use opsladder::model::{Answer, Assessment, Id, Key};
use opsladder::tui::action::Context;
use opsladder::tui::app::App;
use opsladder::tui::update::Effect;

use crate::support_app::{builtin, criterion, empty, press, screen, varied, walking};

fn facilitating(assessment: Assessment) -> App {
    let mut app = walking(assessment, Lang::En, (80, 24));
    assert_eq!(press(&mut app, "gjm"), []);
    assert_eq!(app.context(), Context::Facilitate);
    app
}

fn fresh() -> App {
    facilitating(empty("Payments", &builtin()))
}

fn note(app: &App, id: &str) -> Option<String> {
    app.walk.as_ref().expect("a walk is open").entry(&criterion(id)).note
}

fn parked(app: &App) -> &[Key] {
    &app.walk.as_ref().expect("a walk is open").parked
}

#[test]
fn one_item_stands_alone_and_is_answered_as_in_the_walk() {
    let mut app = fresh();
    let shown = screen(&app);
    assert!(shown.contains("1/11 · Level 1") && shown.contains("yes:"), "{shown}");
    assert!(!shown.contains("Payments") && !shown.contains("Blocks"), "{shown}");
    assert_eq!(press(&mut app, "y"), [Effect::Save]);
    assert!(screen(&app).contains("1/11") && screen(&app).contains("✓ yes"), "{}", screen(&app));
    assert_eq!(press(&mut app, "y"), [], "the same once more goes on");
    assert!(screen(&app).contains("2/11"), "{}", screen(&app));
    assert_eq!(press(&mut app, "a"), []);
    assert_eq!(press(&mut app, "2"), [Effect::Save], "n/a once its reason is chosen");
    assert!(screen(&app).contains("2/11"), "{}", screen(&app));
    press(&mut app, "<Enter>n[");
    assert_eq!(app.item(), Some(&criterion("basic-monitoring")));
    press(&mut app, "<Left><Left>");
    assert!(screen(&app).contains("this is the first item here"), "{}", screen(&app));
    press(&mut app, "<Right>]iwhy<C-s>");
    assert_eq!(note(&app, "basic-incident-handling").as_deref(), Some("why"));
    press(&mut app, "<Esc>");
    let here = app.walk.as_ref().and_then(|walk| walk.tree.key().cloned());
    assert_eq!(
        (app.context(), here),
        (Context::Walk, Some(criterion("basic-incident-handling"))),
        "it leads back there"
    );
}

#[test]
fn what_a_room_disagrees_about_comes_again_at_the_end() {
    let mut app = fresh();
    assert_eq!(press(&mut app, "p!"), [Effect::Save]);
    assert_eq!(press(&mut app, "<Esc>"), [], "Esc parks nothing");
    assert_eq!((parked(&app).len(), note(&app, "deploys-and-runs")), (0, None));
    assert_eq!(press(&mut app, "!Lin says yes<Enter>"), [Effect::Save]);
    assert_eq!(note(&app, "deploys-and-runs").as_deref(), Some("Parked: Lin says yes"));
    assert_eq!(app.item(), Some(&criterion("basic-monitoring")), "and goes on");
    press(&mut app, "<Enter>!<Enter>");
    assert_eq!(note(&app, "basic-incident-handling"), None, "a word about it is no must");
    press(&mut app, "[[[");
    assert!(screen(&app).contains("1/11 · parked"), "{}", screen(&app));
    press(&mut app, &"<Enter>".repeat(11));
    assert!(screen(&app).contains("Parked 1/2"), "{}", screen(&app));
    assert!(screen(&app).contains("once more: 2"), "{}", screen(&app));
    assert_eq!(press(&mut app, "y<Enter>"), [Effect::Save]);
    assert_eq!(parked(&app), [criterion("basic-incident-handling")], "one is settled");
    assert!(screen(&app).contains("Parked 2/2"), "{}", screen(&app));
    press(&mut app, "!still not<Enter>");
    assert_eq!(app.context(), Context::Milestone);
    assert_eq!(parked(&app), [criterion("basic-incident-handling")], "the other one stays");
    assert_eq!(note(&app, "basic-incident-handling").as_deref(), Some("Parked: still not"));
}

#[test]
fn a_note_that_is_there_is_kept_above_what_is_parked() {
    let mut app = facilitating(varied());
    app.layers.clear();
    app.walk.as_mut().expect("a walk is open").go_to(&criterion("full-cicd"));
    press(&mut app, "m!half is done<Enter>");
    let note = note(&app, "full-cicd").expect("a note");
    assert!(note.starts_with("Deploy is scripted") && note.ends_with("🚧\nParked: half is done"), "{note}");
    press(&mut app, "u");
    assert_eq!(app.item(), Some(&criterion("full-cicd")), "undo leads to what it undid");
}

#[test]
fn after_the_last_criterion_stands_the_page_that_says_so_whatever_was_answered_last() {
    for last in ["<Enter>", "nn", "]"] {
        let mut app = fresh();
        press(&mut app, &"]".repeat(10));
        press(&mut app, last);
        assert_eq!(app.context(), Context::Milestone, "{last}");
    }
    let mut app = fresh();
    app.auto_advance = true;
    press(&mut app, &"]".repeat(10));
    press(&mut app, "a1");
    assert_eq!(app.context(), Context::Milestone, "a box that goes on by itself");
}

#[test]
fn metrics_take_their_numbers_there_and_the_last_one_is_the_last() {
    let mut app = walking(varied(), Lang::En, (80, 24));
    let walk = app.walk.as_mut().expect("a walk is open");
    walk.go_to(&Key::Metric(Id::foreign("availability")));
    assert_eq!(press(&mut app, "m98.5<Enter>"), [Effect::Save]);
    assert_eq!(app.context(), Context::Facilitate);
    press(&mut app, "y");
    assert!(screen(&app).contains("a metric takes a number"), "{}", screen(&app));
    press(&mut app, &"]".repeat(12));
    assert!(
        app.context() == Context::Facilitate && screen(&app).contains("that was the last item"),
        "{}",
        screen(&app)
    );
}

#[test]
fn a_carried_answer_is_confirmed_by_enter_as_in_the_walk() {
    let mut app = facilitating(varied());
    press(&mut app, "]");
    assert_eq!(app.item(), Some(&criterion("basic-monitoring")));
    assert!(screen(&app).contains("95 days old"), "{}", screen(&app));
    assert_eq!(press(&mut app, "<Enter>"), [Effect::Save]);
    assert_eq!(app.item(), Some(&criterion("basic-incident-handling")));
}

#[test]
fn the_clock_tells_minutes_of_the_item_before_the_room_and_nothing_else_changes_with_it() {
    let mut app = fresh();
    assert_eq!(app.minutes(), Some(0));
    let before = screen(&app);
    app.elapsed = Duration::from_secs(59);
    assert_eq!(screen(&app), before);
    app.elapsed = Duration::from_mins(12);
    assert_eq!(screen(&app), before.replace(" 0 min", "12 min"));
    press(&mut app, "y");
    assert_eq!(app.minutes(), Some(12), "an answer does not begin it anew");
    press(&mut app, "i");
    assert_eq!(app.minutes(), Some(12), "it goes on under a box");
    press(&mut app, "<Esc>]");
    assert_eq!(app.minutes(), Some(0));
    press(&mut app, "<Esc>");
    assert_eq!(app.minutes(), None, "nowhere else is there a clock");
}

#[test]
fn title_and_answer_stay_while_the_text_scrolls_on_a_small_screen() {
    let mut app = fresh();
    app.size = (40, 12);
    let head = |app: &App| screen(app).lines().take(3).collect::<Vec<_>>().join("\n");
    let (before, text) = (head(&app), screen(&app));
    press(&mut app, "<PgDn>jj");
    assert_eq!(head(&app), before);
    assert_ne!(screen(&app), text);
    press(&mut app, &"<PgDn>".repeat(30));
    let end = screen(&app);
    press(&mut app, "k");
    assert_ne!(screen(&app), end, "it does not run past its end");
}

#[test]
fn a_final_assessment_is_shown_and_not_changed() {
    let mut app = walking(varied(), Lang::En, (80, 24));
    press(&mut app, "f<Enter>m");
    let answer = |app: &App| app.item().and_then(|key| app.walk.as_ref().and_then(|w| w.card.assessment.answer(key)));
    assert_eq!(answer(&app), Some(Answer::YES));
    for key in ["n", "!", "i", "a"] {
        assert_eq!(press(&mut app, key), [], "{key}");
        assert!(app.context() == Context::Facilitate && screen(&app).contains("read-only"), "{key}: {}", screen(&app));
    }
}
