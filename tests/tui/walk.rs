//! What keys do in the walk, seen in the state and in what they ask for.

use jiff::civil::date;
use opsladder::i18n::Lang;
use opsladder::model::{Answer, Entry, Given, Id, Key, Level, Reason, Was};
use opsladder::tui::app::{App, Saved};
use opsladder::tui::screen::Layer;
use opsladder::tui::update::{self, Effect, Outcome};

use crate::support_app::{
    TODAY, answer, before, builtin, criterion, empty, fresh, here, listed, press, screen, varied, walking,
};

fn level(app: &App) -> Level {
    app.walk.as_ref().map(|walk| walk.card.score.level).expect("a walk is open")
}

#[test]
fn an_assessment_opens_on_its_first_unanswered_criterion() {
    assert_eq!(here(&fresh()), criterion("deploys-and-runs"));
    assert_eq!(here(&walking(varied(), Lang::En, (80, 24))), criterion("basic-monitoring"), "to be confirmed");
}

#[test]
fn an_answer_is_given_dated_and_saved_and_the_walk_stays_until_it_is_told_to_go_on() {
    let mut app = fresh();
    assert_eq!(press(&mut app, "y"), [Effect::Save]);
    assert_eq!(answer(&app, &criterion("deploys-and-runs")), Some(Answer::YES));
    let entry = app.walk.as_ref().map(|walk| walk.entry(&criterion("deploys-and-runs"))).expect("a walk is open");
    assert_eq!(entry.answered, Some(TODAY));
    assert_eq!(here(&app), criterion("deploys-and-runs"));
    assert_eq!(app.walk.as_ref().map(|walk| walk.saved.clone()), Some(Saved::Pending));
    assert_eq!(press(&mut app, "y"), [], "the same answer once more goes on");
    assert_eq!(here(&app), criterion("basic-monitoring"));
    press(&mut app, "y<Enter>");
    assert_eq!(here(&app), criterion("basic-incident-handling"), "so does Enter");
    press(&mut app, "y");
    assert_eq!(level(&app), Level::new(1));
    press(&mut app, "]");
    assert_eq!(here(&app), criterion("full-cicd"), "and what leads to the next open item");
}

#[test]
fn an_answer_goes_on_by_itself_where_that_is_wished() {
    let mut app = fresh();
    app.auto_advance = true;
    press(&mut app, "yyy");
    assert_eq!((level(&app), here(&app)), (Level::new(1), criterion("full-cicd")));
    press(&mut app, "a2");
    assert_eq!(here(&app), criterion("comprehensive-monitoring"));
}

#[test]
fn a_level_that_a_key_gains_or_loses_is_said_in_the_header_until_the_next_key() {
    let mut app = fresh();
    press(&mut app, "y<Enter>y<Enter>y");
    assert!(screen(&app).contains("Level 1 · Basic operations reached"), "{}", screen(&app));
    press(&mut app, "<Enter>");
    assert!(!screen(&app).contains("reached") && screen(&app).contains("Blocks level 2"), "{}", screen(&app));
    press(&mut app, "u");
    assert!(screen(&app).contains("back to Level 0"), "{}", screen(&app));
    app.size = (40, 12);
    press(&mut app, "<C-r>");
    assert!(screen(&app).contains("Level 1 · Basic"), "{}", screen(&app));
}

#[test]
fn past_the_last_criterion_stands_what_is_reached_and_where_to_go() {
    let mut app = fresh();
    app.walk.as_mut().expect("a walk is open").go_to(&criterion("continuous-performance"));
    press(&mut app, "n<Enter>");
    let shown = screen(&app);
    for said in ["10 not answered", "Level 0 of 3", "Explain the gaps", "Deliverables: answer", "Metrics: answer"] {
        assert!(shown.contains(said), "{said} is not in\n{shown}");
    }
    press(&mut app, "jjjj<Enter>");
    assert_eq!(app.context(), opsladder::tui::action::Context::Metrics);
    press(&mut app, "<Esc>");
    assert!(app.layers.is_empty());
    app.walk.as_mut().expect("a walk is open").go_to(&criterion("continuous-performance"));
    press(&mut app, "<Enter><Esc>");
    assert_eq!(here(&app), Key::Deliverable(Id::foreign("deployment-docs")), "Esc goes on as if nothing had been");
    press(&mut app, "kk<Enter>1");
    assert_eq!(here(&app), criterion("basic-monitoring"), "a digit chooses: the first gap of the plan");
}

#[test]
fn a_key_without_a_meaning_says_so_and_does_nothing() {
    let mut app = fresh();
    let before = app.walk.as_ref().map(|walk| walk.card.assessment.clone());
    assert_eq!(press(&mut app, "Z"), []);
    assert!(screen(&app).contains("Z does nothing here"), "{}", screen(&app));
    assert_eq!(app.walk.as_ref().map(|walk| walk.card.assessment.clone()), before);
    press(&mut app, "s<Tab>x");
    assert!(screen(&app).contains("x does nothing here"), "{}", screen(&app));
}

#[test]
fn the_first_screen_says_what_decides_until_a_key_is_pressed() {
    let mut app = fresh();
    let shown = screen(&app);
    assert!(shown.contains("11 criteria decide the level.\n56 more items explain it"), "{shown}");
    press(&mut app, "L");
    assert!(screen(&app).contains("11 个评估项决定等级"), "{}", screen(&app));
    press(&mut app, "Ly");
    assert!(!screen(&app).contains("decide the level"));
    assert!(!screen(&walking(varied(), Lang::En, (80, 24))).contains("decide the level"), "only at the start");
}

#[test]
fn the_same_answer_again_writes_nothing() {
    let mut app = fresh();
    press(&mut app, "y");
    assert_eq!(press(&mut app, "y"), []);
}

#[test]
fn undo_and_redo_go_through_every_edit_and_back() {
    let mut app = fresh();
    press(&mut app, "y<Enter>p<Enter>n");
    press(&mut app, "gjdtoday<Enter>");
    let after = app.walk.as_ref().map(|walk| walk.card.assessment.clone());
    assert_eq!(press(&mut app, "uuuu"), vec![Effect::Save; 4]);
    assert_eq!(app.walk.as_ref().map(|walk| walk.card.assessment.entries().count()), Some(0));
    assert_eq!(here(&app), criterion("deploys-and-runs"), "undo goes to the item");
    assert_eq!(press(&mut app, "u"), [], "there is nothing more to undo");
    press(&mut app, "<C-r><C-r><C-r><C-r>");
    assert_eq!(app.walk.as_ref().map(|walk| walk.card.assessment.clone()), after);
    press(&mut app, "ua4<C-r>");
    assert!(screen(&app).contains("nothing to redo"), "a new edit ends what could be redone");
}

#[test]
fn an_item_is_waived_once_its_reason_is_chosen_and_not_before() {
    let mut app = fresh();
    let entry = |app: &App, id: &str| app.walk.as_ref().map(|walk| walk.entry(&criterion(id))).unwrap_or_default();
    assert_eq!(press(&mut app, "a"), [], "nothing is said yet");
    assert!(screen(&app).contains("11 unanswered"));
    assert_eq!(press(&mut app, "<Esc>"), [], "Esc changes nothing");
    assert_eq!(entry(&app, "deploys-and-runs"), opsladder::model::Entry::default());
    assert_eq!(press(&mut app, "a3"), [Effect::Save]);
    let given = entry(&app, "deploys-and-runs");
    assert_eq!((given.answer(), given.reason), (Some(Answer::NA), Some(Reason::CoveredElsewhere)));
    assert_eq!(here(&app), criterion("deploys-and-runs"));
    press(&mut app, "r5");
    assert_eq!(entry(&app, "deploys-and-runs").reason, Some(Reason::Other));
    press(&mut app, "uu");
    assert_eq!(entry(&app, "deploys-and-runs").answer(), None, "answer and reason are one edit");
    press(&mut app, "a<Up><Down><Down><Down><Down><Down><Enter>");
    let given = entry(&app, "deploys-and-runs");
    assert_eq!((given.answer(), given.reason), (Some(Answer::NA), None), "no reason is a choice of its own");
    press(&mut app, "y");
    assert_eq!(entry(&app, "deploys-and-runs").reason, None, "a yes has no reason");
    let practice = Key::Practice(Id::foreign("cicd-pipeline"));
    app.walk.as_mut().expect("a walk is open").go_to(&practice);
    press(&mut app, "a");
    assert!(screen(&app).contains("Why does it not apply?"), "of a practice too");
}

#[test]
fn brackets_go_to_what_is_unanswered_and_say_when_nothing_is() {
    let mut app = fresh();
    press(&mut app, "yjjy");
    press(&mut app, "g]");
    assert_eq!(here(&app), criterion("basic-monitoring"));
    press(&mut app, "[");
    assert!(matches!(here(&app), Key::Step(..)), "around the start to the end");
    let mut all = walking(varied(), Lang::En, (80, 24));
    let walk = all.walk.as_mut().expect("a walk is open");
    let keys: Vec<Key> = walk.card.checklist.keys().collect();
    for key in keys {
        walk.edit(&key, |entry| {
            entry.answered = Some(TODAY);
            if matches!(key, Key::Metric(_)) {
                entry.given = Some(Given::Value(1.0));
            } else {
                entry.given = Some(Given::Answer(Answer::YES));
            }
        });
    }
    press(&mut all, "]");
    assert!(screen(&all).contains("everything in the outline is answered"));
}

#[test]
fn the_roles_of_the_profile_come_first_and_the_others_are_folded() {
    let app = walking(varied(), Lang::En, (120, 60));
    let shown = screen(&app);
    let place = |title: &str| shown.find(title).unwrap_or_else(|| panic!("{title} is not in\n{shown}"));
    assert!(place("System monitoring") < place("Business intelligence"));
    let mut app = walking(varied(), Lang::En, (120, 90));
    press(&mut app, "g");
    let shown = screen(&app);
    assert!(shown.contains("▾ Product operations"), "{shown}");
    assert!(shown.contains("▸ Infrastructure management"), "{shown}");
    assert!(!shown.contains("Configure and manage server resources"), "{shown}");
}

#[test]
fn a_metric_takes_a_number_and_a_target_of_its_own() {
    let mut app = fresh();
    let availability = Key::Metric(Id::foreign("availability"));
    app.walk.as_mut().expect("a walk is open").tree.go_to(&availability);
    assert_eq!(press(&mut app, "y"), [], "a metric has no yes");
    assert_eq!(press(&mut app, "99.95<Enter>"), [Effect::Save]);
    let entry = |app: &App| app.walk.as_ref().map(|walk| walk.entry(&availability)).unwrap_or_default();
    assert_eq!(entry(&app).value(), Some(99.95));
    press(&mut app, "vx<Enter>");
    assert!(screen(&app).contains("is not a number"));
    press(&mut app, "<Esc>t>99.99<Enter>");
    assert_eq!(entry(&app).target, Some(opsladder::model::checklist::Target::Above(99.99)));
    press(&mut app, "v<C-u><Enter>");
    assert_eq!((entry(&app).value(), entry(&app).answered), (None, None), "an empty value is no value");
}

#[test]
fn evidence_is_added_changed_and_removed() {
    let mut app = fresh();
    press(&mut app, "e<Enter>");
    assert!(screen(&app).contains("evidence needs a reference"));
    assert_eq!(press(&mut app, "https://ci.example<Tab><Tab>Lin<Tab>+6m<Enter>"), [Effect::Save]);
    let evidence = |app: &App| app.walk.as_ref().map(|walk| walk.entry(&criterion("deploys-and-runs")).evidence);
    let first = evidence(&app).and_then(|all| all.first().cloned()).expect("one is there");
    assert_eq!((first.reference.as_str(), first.by.as_deref()), ("https://ci.example", Some("Lin")));
    assert_eq!(first.expires, Some(jiff::civil::date(2027, 5, 23)));
    press(&mut app, "<Enter>/payments<Enter>");
    assert_eq!(evidence(&app).map(|all| all.len()), Some(1));
    press(&mut app, "x<Esc>u");
    assert_eq!(evidence(&app).map(|all| all.len()), Some(1), "undo brings it back");
}

#[test]
fn a_note_is_kept_whole_and_an_empty_one_leaves_nothing() {
    let mut app = fresh();
    press(&mut app, "i回滚 🚧<Enter>second line<C-s>");
    let note = |app: &App| app.walk.as_ref().and_then(|walk| walk.entry(&criterion("deploys-and-runs")).note);
    assert_eq!(note(&app).as_deref(), Some("回滚 🚧\nsecond line"));
    assert_eq!(press(&mut app, "i<Esc>"), [], "nothing changed");
    assert_eq!(press(&mut app, "i<C-u><Backspace><C-u><C-s>"), [Effect::Save]);
    assert_eq!(note(&app), None);
}

#[test]
fn a_note_that_is_left_waits_as_a_draft_and_changes_nothing() {
    let mut app = fresh();
    let key = criterion("deploys-and-runs");
    let note = |app: &App| app.walk.as_ref().and_then(|walk| walk.entry(&key).note);
    assert_eq!(press(&mut app, "ihalf<Esc>"), []);
    assert_eq!(note(&app), None);
    assert!(screen(&app).contains("a draft waits"), "{}", screen(&app));
    assert_eq!(press(&mut app, "i a word<C-s>"), [Effect::Save]);
    assert_eq!(note(&app).as_deref(), Some("half a word"));
    press(&mut app, "i more<Esc>j");
    assert_eq!(press(&mut app, "q"), [], "leaving says so once");
    assert!(!app.leaving && screen(&app).contains("draft") && here(&app) == key, "{}", screen(&app));
    assert_eq!(press(&mut app, "<Esc>jq"), [], "who did something else meanwhile is told again");
    assert!(!app.leaving && here(&app) == key, "{}", screen(&app));
    press(&mut app, "q");
    assert!(app.leaving);
    assert_eq!(note(&app).as_deref(), Some("half a word"));
    let mut app = fresh();
    press(&mut app, "ihalf<Esc>jiother<Esc>");
    assert_eq!(press(&mut app, "<C-c>"), vec![Effect::Save; 2], "who leaves at once cannot be asked");
    assert_eq!(note(&app).as_deref(), Some("half"));
}

#[test]
fn leaving_with_a_note_open_keeps_the_note() {
    let mut app = fresh();
    press(&mut app, "ihalf");
    assert_eq!(press(&mut app, "<C-c>"), [Effect::Save]);
    assert!(app.leaving);
    let note = app.walk.as_ref().and_then(|walk| walk.entry(&criterion("deploys-and-runs")).note);
    assert_eq!(note.as_deref(), Some("half"));
}

#[test]
fn enter_on_a_gap_of_the_plan_goes_to_its_item() {
    let mut app = walking(varied(), Lang::En, (80, 24));
    press(&mut app, "Pj<Enter>");
    assert!(app.layers.is_empty());
    let gap = app.walk.as_ref().and_then(|walk| walk.card.plan.gaps.get(1).map(|gap| gap.criterion.clone()));
    assert_eq!(Some(here(&app)), gap.clone().map(Key::Criterion));
    assert!(screen(&app).contains("Esc back"), "{}", screen(&app));
    press(&mut app, "isay why<C-s><Esc>");
    assert_eq!(app.context(), opsladder::tui::action::Context::Plan, "Esc leads back to the plan");
    press(&mut app, "<Enter>");
    assert_eq!(Some(here(&app)), gap.map(Key::Criterion), "on the gap that was gone to");
    press(&mut app, "<Esc><Esc>");
    assert!(app.layers.is_empty() && !app.leaving);
    press(&mut app, "<Esc>");
    assert!(!app.leaving, "there is nothing to go back to");
}

#[test]
fn enter_confirms_a_carried_answer() {
    let mut app = walking(varied(), Lang::En, (80, 24));
    let carried = criterion("basic-monitoring");
    app.walk.as_mut().expect("a walk is open").tree.go_to(&carried);
    assert!(screen(&app).contains("Enter confirm"));
    assert_eq!(press(&mut app, "<Enter>"), [Effect::Save]);
    let entry = app.walk.as_ref().map(|walk| walk.entry(&carried)).unwrap_or_default();
    assert_eq!((entry.answer(), entry.answered), (Some(Answer::YES), Some(TODAY)));
    assert_eq!(app.walk.as_ref().map(|walk| walk.card.score.coverage.to_confirm), Some(0));
}

/// An assessment that was migrated: two answers stand beside other questions.
fn migrated() -> App {
    let mut all = empty("Payments", &builtin());
    for (key, given) in [
        (criterion("deploys-and-runs"), Given::Answer(Answer::YES)),
        (Key::Metric(Id::foreign("availability")), Given::Value(99.9)),
    ] {
        let said = Entry {
            given: Some(given),
            answered: Some(date(2026, 8, 1)),
            note: Some("then".into()),
            ..Entry::default()
        };
        let was = Was { version: "0.9.0".into(), title: Some("It can be started".into()), said };
        all.set(key, Entry { was: Some(Box::new(was)), ..Entry::default() });
    }
    walking(all, Lang::En, (80, 24))
}

#[test]
fn enter_takes_over_an_answer_to_another_question_and_undo_puts_it_back() {
    let mut app = migrated();
    assert_eq!((here(&app), level(&app)), (criterion("deploys-and-runs"), Level::NONE));
    let shown = screen(&app);
    for said in
        ["Question then: It can be started · 0.9.0", "Answer then: ✓ yes · answered 2026-08-01 ·", "Enter take over"]
    {
        assert!(shown.contains(said), "{said} is not in\n{shown}");
    }
    assert_eq!(press(&mut app, "<Enter>"), [Effect::Save]);
    let entry = |app: &App| app.walk.as_ref().map(|walk| walk.entry(&criterion("deploys-and-runs"))).expect("a walk");
    let taken = entry(&app);
    assert_eq!((taken.answer(), taken.answered, taken.note.as_deref()), (Some(Answer::YES), Some(TODAY), Some("then")));
    assert_eq!((taken.was, here(&app)), (None, criterion("deploys-and-runs")), "what it did is seen");
    press(&mut app, "u");
    assert_eq!((entry(&app).answer(), entry(&app).was.map(|was| was.version)), (None, Some("0.9.0".into())));
    // Another answer is an answer, and goes as it came.
    press(&mut app, "n");
    assert_eq!((entry(&app).answer(), entry(&app).was, entry(&app).note), (Some(Answer::NO), None, None));
    press(&mut app, "u");
    assert!(entry(&app).was.is_some());
    // A value is taken over before another one is asked for.
    app.walk.as_mut().expect("a walk").go_to(&Key::Metric(Id::foreign("availability")));
    press(&mut app, "<Enter>");
    assert_eq!(app.walk.as_ref().map(|walk| walk.entry(&here(&app)).value()), Some(Some(99.9)));
}

#[test]
fn a_final_assessment_takes_nothing_over() {
    let mut app = migrated();
    app.walk.as_mut().expect("a walk").set_status(opsladder::model::Status::Final);
    press(&mut app, "<Enter>");
    assert_eq!(answer(&app, &criterion("deploys-and-runs")), None);
}

#[test]
fn a_waiver_may_end_and_is_an_open_item_from_then_on() {
    let mut app = fresh();
    press(&mut app, "au+1d<Enter>");
    let entry = |app: &App| app.walk.as_ref().map(|walk| walk.entry(&criterion("deploys-and-runs"))).expect("a walk");
    let ends = TODAY.tomorrow().expect("a day");
    assert_eq!(
        (entry(&app).answer(), entry(&app).reason, entry(&app).until),
        (Some(Answer::NA), Some(Reason::OutOfScope), Some(ends))
    );
    assert!(screen(&app).contains("n/a (out of scope, until 2026-11-24)"), "{}", screen(&app));
    // Another reason leaves the day, and a day that is past is none.
    press(&mut app, "r2");
    assert_eq!((entry(&app).reason, entry(&app).until), (Some(Reason::NotYetRelevant), Some(ends)));
    press(&mut app, "ru<C-u>2026-11-01<Enter>");
    assert!(screen(&app).contains("2026-11-01 is past for this assessment"), "{}", screen(&app));
    press(&mut app, "<Esc><Esc>");
    assert_eq!(entry(&app).until, Some(ends));
    press(&mut app, "ru<C-u><Enter>");
    assert_eq!((entry(&app).answer(), entry(&app).until), (Some(Answer::NA), None));
    // Once it is past, the item is open, says why, and can be waived anew.
    app.walk
        .as_mut()
        .expect("a walk")
        .edit(&criterion("deploys-and-runs"), |entry| entry.until = Some(date(2026, 11, 1)));
    assert!(screen(&app).contains("n/a until 2026-11-01, which is past"), "{}", screen(&app));
    assert_eq!(answer(&app, &criterion("deploys-and-runs")), None);
    press(&mut app, "<Down>[");
    assert_eq!(here(&app), criterion("deploys-and-runs"));
    press(&mut app, "r2");
    assert_eq!((answer(&app, &criterion("deploys-and-runs")), entry(&app).until), (Some(Answer::NA), None));
}

#[test]
fn brackets_stop_at_what_is_to_be_confirmed_too() {
    let mut app = walking(varied(), Lang::En, (80, 24));
    press(&mut app, "g]");
    assert_eq!(here(&app), criterion("basic-monitoring"), "it was answered in August");
    assert!(screen(&app).contains("95 days old"), "{}", screen(&app));
}

#[test]
fn a_final_assessment_says_what_was_open_and_is_read_only_until_it_is_reopened() {
    let mut app = walking(varied(), Lang::En, (80, 24));
    assert_eq!(press(&mut app, "f"), []);
    let asked = screen(&app);
    for said in ["criteria not answered: 5", "answers to confirm: 1", "findings: 5", "level 1 of 3"] {
        assert!(asked.contains(said), "{said} is not in\n{asked}");
    }
    assert_eq!(press(&mut app, "<Esc>y"), [Effect::Save], "nothing is final yet");
    assert_eq!(press(&mut app, "uf<Enter>"), vec![Effect::Save; 2]);
    let before = app.walk.as_ref().map(|walk| walk.card.assessment.clone());
    for keys in ["y", "x", "e", "i", "o", "d", "r", "u", "<C-r>", "f"] {
        assert_eq!(press(&mut app, keys), [], "{keys}");
        assert!(app.layers.is_empty(), "{keys} opened something");
        assert!(screen(&app).contains("final and read-only"), "{keys}:\n{}", screen(&app));
    }
    app.walk.as_mut().expect("a walk is open").tree.go_to(&Key::Metric(Id::foreign("availability")));
    press(&mut app, "9v<Enter>");
    assert!(app.layers.is_empty());
    assert_eq!(app.walk.as_ref().map(|walk| walk.card.assessment.clone()), before);
    assert_eq!(press(&mut app, "F"), [Effect::Save]);
    assert_eq!(press(&mut app, "9<Enter>"), [Effect::Save]);
}

#[test]
fn the_form_makes_an_assessment_or_says_what_is_wrong() {
    let mut app = fresh();
    app.walk = None;
    app.layers = vec![opsladder::tui::screen::form::Form::new(TODAY, builtin()).into()];
    press(&mut app, "Payments<Enter><Right><Enter><C-u>someday<C-s>");
    assert!(screen(&app).contains("`someday` is not a date"), "{}", screen(&app));
    let effects = press(&mut app, "<C-u>2026-11-30<Tab>Lin， Sam<Enter>");
    let [Effect::Create(made)] = effects.as_slice() else { panic!("{effects:?}") };
    let made = &made.assessment;
    assert_eq!((made.team.as_str(), made.date), ("Payments", jiff::civil::date(2026, 11, 30)));
    assert_eq!(made.profile, Some(Id::foreign("enterprise")));
    assert_eq!(made.assessors, ["Lin", "Sam"]);
}

#[test]
fn an_assessment_carried_forward_from_the_list_brings_every_answer_to_be_confirmed() {
    let mut app = fresh();
    press(&mut app, "H");
    let old = before();
    update::outcome(&mut app, Outcome::Listed(vec![listed(old.clone())]));
    let effects = press(&mut app, "c<C-s>");
    let [Effect::Create(made)] = effects.as_slice() else { panic!("{effects:?}\n{}", screen(&app)) };
    let made = &made.assessment;
    assert_eq!((made.date, &made.profile, &made.assessors), (TODAY, &old.profile, &old.assessors));
    assert_eq!(made.entries().count(), old.entries().count());
    assert!(made.entries().filter(|(_, entry)| entry.is_answered()).all(|(key, _)| made.is_carried(key)));
}

#[test]
fn an_answer_for_a_coming_session_is_not_taken_for_a_carried_one() {
    let mut coming = empty("Payments", &builtin());
    coming.date = jiff::civil::date(2026, 12, 1);
    let mut app = walking(coming, Lang::En, (80, 24));
    press(&mut app, "y");
    assert_eq!(app.walk.as_ref().map(|walk| walk.card.score.coverage.to_confirm), Some(0));
}

#[test]
fn what_another_hand_changed_is_taken_over_and_said() {
    let mut app = fresh();
    press(&mut app, "y");
    let mut theirs = app.walk.as_ref().map(|walk| walk.card.assessment.clone()).expect("a walk is open");
    let key = criterion("full-cicd");
    let entry = opsladder::model::Entry { note: Some("by hand".into()), ..Default::default() };
    theirs.set(key.clone(), entry);
    let saved = Outcome::Saved {
        time: "10:00:00".into(),
        assessment: Box::new(theirs),
        merged: vec![key.clone()],
        conflicts: vec![],
    };
    update::outcome(&mut app, saved);
    assert_eq!(app.walk.as_ref().and_then(|walk| walk.entry(&key).note).as_deref(), Some("by hand"));
    let shown = screen(&app);
    assert!(shown.contains("taken over: A complete CI/CD process") && shown.contains("saved 10:00:00"), "{shown}");
    press(&mut app, "j");
    assert!(screen(&app).contains("taken over"), "it stays until it is closed");
    press(&mut app, "<Esc>");
    assert!(!screen(&app).contains("taken over"));
}

#[test]
fn undo_takes_back_what_we_said_and_nothing_that_another_hand_wrote_meanwhile() {
    let mut app = fresh();
    let key = criterion("deploys-and-runs");
    press(&mut app, "eours<Enter><Esc>y");
    let mut theirs = app.walk.as_ref().map(|walk| walk.card.assessment.clone()).expect("a walk is open");
    let mut entry = theirs.entry(&key).cloned().expect("it was answered");
    entry.note = Some("by hand".into());
    entry.evidence.push(opsladder::model::Evidence { reference: "theirs".into(), ..Default::default() });
    theirs.set(key.clone(), entry);
    let (time, assessment) = ("10:00:00".into(), Box::new(theirs));
    update::outcome(&mut app, Outcome::Saved { time, assessment, merged: vec![key.clone()], conflicts: vec![] });
    let entry = |app: &App| app.walk.as_ref().map(|walk| walk.entry(&key)).expect("a walk is open");
    let references = |app: &App| entry(app).evidence.into_iter().map(|one| one.reference).collect::<Vec<_>>();
    press(&mut app, "uu");
    assert_eq!((entry(&app).answer(), entry(&app).note.as_deref()), (None, Some("by hand")));
    assert_eq!(references(&app), ["theirs"]);
    press(&mut app, "<C-r><C-r>");
    assert_eq!((entry(&app).answer(), entry(&app).note.as_deref()), (Some(Answer::YES), Some("by hand")));
    assert_eq!(references(&app), ["theirs", "ours"]);
}

#[test]
fn keys_work_while_a_chinese_input_method_makes_them_full_width() {
    let mut app = fresh();
    press(&mut app, "ｙ】？");
    assert_eq!(answer(&app, &criterion("deploys-and-runs")), Some(Answer::YES));
    assert!(matches!(app.layers.last(), Some(Layer::Help(..))));
}
