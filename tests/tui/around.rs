//! What leads to items and shows several at once: search, palette, filters, groups, links, tables, the score and the plan.

use opsladder::i18n::Lang;
use opsladder::model::{Answer, Id, Key, Level};
use opsladder::reading::Reading;
use opsladder::tui::app::App;
use opsladder::tui::screen::Layer;
use opsladder::tui::update::{self, Effect, Outcome};

use crate::support_app::{TODAY, answer, before, builtin, criterion, fresh, here, press, screen, varied, walking};

fn typed(app: &mut App, text: &str) {
    for c in text.chars() {
        press(app, &c.to_string());
    }
}

#[test]
fn words_are_found_in_anything_that_is_said_and_enter_goes_there() {
    let mut app = walking(varied(), Lang::En, (80, 24));
    let before = app.walk.as_ref().map(|walk| walk.card.assessment.clone());
    assert_eq!(press(&mut app, "/monitoring<Enter>"), []);
    assert_eq!(
        app.walk.as_ref().map(|walk| walk.card.assessment.clone()),
        before,
        "typed by habit, nothing is answered"
    );
    assert_eq!(here(&app), criterion("basic-monitoring"));
    press(&mut app, "<F3>");
    assert_eq!(here(&app), criterion("comprehensive-monitoring"));
    press(&mut app, "<S-F3>");
    assert_eq!(here(&app), criterion("basic-monitoring"));
    typed(&mut app, "/回滚还靠");
    assert!(screen(&app).contains("1 found") && screen(&app).contains("回滚还靠手工"), "{}", screen(&app));
    press(&mut app, "<Enter>");
    assert_eq!(here(&app), criterion("full-cicd"), "by its note");
    typed(&mut app, "/值班手册");
    press(&mut app, "<Enter>");
    assert_eq!(here(&app), criterion("basic-incident-handling"), "by its evidence");
    typed(&mut app, "/流水线搭建");
    press(&mut app, "<Enter>");
    assert_eq!(here(&app), Key::Practice(Id::foreign("cicd-pipeline")), "by the other language");
    typed(&mut app, "/error-rate");
    press(&mut app, "<Enter>");
    assert_eq!(here(&app), Key::Metric(Id::foreign("error-rate")), "an id leads to its item");
    typed(&mut app, "/no such words");
    assert!(screen(&app).contains("0 found"));
    press(&mut app, "<Enter><Esc>");
    assert_eq!(here(&app), Key::Metric(Id::foreign("error-rate")));
    press(&mut app, "/alert<Down><Down>");
    let chosen = screen(&app);
    press(&mut app, "<Enter>");
    let title = app.walk.as_ref().and_then(|walk| walk.card.checklist.title(&here(&app)).cloned()).expect("a title");
    assert!(chosen.contains(title.get(Lang::En)), "{chosen}");
}

#[test]
fn the_palette_finds_commands_and_items_by_a_few_letters() {
    let mut app = walking(varied(), Lang::En, (80, 24));
    press(&mut app, ":plan wh<Enter>");
    assert_eq!(app.context(), opsladder::tui::action::Context::Plan);
    press(&mut app, "<C-p>score lev<Enter>");
    assert_eq!(app.context(), opsladder::tui::action::Context::Score, "of the page that is open");
    press(&mut app, ":selfheal<Enter>");
    assert_eq!(here(&app), criterion("self-healing"));
    press(&mut app, "<Esc>");
    assert_eq!(app.context(), opsladder::tui::action::Context::Score, "Esc leads back");
    press(&mut app, "<Esc>:zzqqxx<Enter>");
    assert!(screen(&app).contains("Nothing matches"));
    press(&mut app, "<Esc>");
    app.walk.as_mut().expect("a walk is open").go_to(&criterion("full-cicd"));
    assert_eq!(press(&mut app, ":yes answer<Enter>"), [Effect::Save]);
    assert_eq!(answer(&app, &criterion("full-cicd")), Some(Answer::YES));
}

#[test]
fn the_outline_shows_some_items_alone_while_that_is_asked_for() {
    let mut app = walking(varied(), Lang::En, (80, 24));
    press(&mut app, "&");
    let shown = screen(&app);
    for choice in ["0 Everything", "Not answered", "To be confirmed · 1", "Gaps · 3", "Owner: Sam · 1", "Area: Data"]
    {
        assert!(shown.contains(choice), "{choice} is not in\n{shown}");
    }
    press(&mut app, "2");
    let shown = screen(&app);
    assert!(shown.contains("only: To be confirmed"), "{shown}");
    assert_eq!(here(&app), criterion("basic-monitoring"));
    assert!(!shown.contains("A simple incident-handling"), "{shown}");
    press(&mut app, "<Enter>");
    assert!(screen(&app).contains("the last of these"), "{}", screen(&app));
    press(&mut app, "j");
    assert!(screen(&app).contains("Basic monitoring"), "what was confirmed stays until another choice");
    press(&mut app, "&0");
    assert!(!screen(&app).contains("only:") && screen(&app).contains("A simple incident-handling"));
}

#[test]
fn groups_fold_all_at_once_and_criteria_stand_by_level_or_by_area() {
    let mut app = walking(varied(), Lang::En, (80, 24));
    press(&mut app, "z");
    let shown = screen(&app);
    assert!(shown.contains("▸ Level 1") && shown.contains("▸ Deliverables") && !shown.contains("▾"), "{shown}");
    press(&mut app, "z");
    app.walk.as_mut().expect("a walk is open").go_to(&criterion("full-cicd"));
    press(&mut app, "b");
    let shown = screen(&app);
    assert!(shown.contains("▾ Deployment and release") && !shown.contains("▾ Level 2"), "{shown}");
    assert_eq!(here(&app), criterion("full-cicd"));
    assert!(shown.contains("· 2/11"), "its place among the criteria: {shown}");
    press(&mut app, "b");
    assert!(screen(&app).contains("▾ Level 2") && screen(&app).contains("· 4/11"), "{}", screen(&app));
}

#[test]
fn what_an_item_is_linked_to_is_answered_where_it_stands() {
    let mut app = walking(varied(), Lang::En, (120, 40));
    app.walk.as_mut().expect("a walk is open").go_to(&criterion("full-cicd"));
    press(&mut app, "<Right>");
    let practice = |id: &str| Key::Practice(Id::foreign(id));
    assert_eq!(answer(&app, &practice("release-rollback")), Some(Answer::NO));
    assert_eq!(press(&mut app, "j "), [Effect::Save], "{}", screen(&app));
    assert_eq!(answer(&app, &practice("release-rollback")), None, "no is followed by none");
    press(&mut app, " y");
    assert_eq!(answer(&app, &practice("release-rollback")), Some(Answer::YES));
    press(&mut app, "jp");
    let deliverable = Key::Deliverable(Id::foreign("deployment-docs"));
    assert_eq!(answer(&app, &deliverable), Some(Answer::PARTIAL), "{}", screen(&app));
    press(&mut app, "j0.2<Enter>");
    let metric = Key::Metric(Id::foreign("error-rate"));
    assert_eq!(app.walk.as_ref().and_then(|walk| walk.entry(&metric).value()), Some(0.2), "{}", screen(&app));
    assert_eq!(here(&app), criterion("full-cicd"), "the walk stays where it is");
    press(&mut app, "k<Enter>");
    assert_eq!(here(&app), deliverable);
    press(&mut app, "<Esc>");
    assert_eq!(app.context(), opsladder::tui::action::Context::Card);
    assert_eq!(here(&app), criterion("full-cicd"));
    press(&mut app, "a2");
    assert_eq!(answer(&app, &deliverable), Some(Answer::NA), "{}", screen(&app));
    press(&mut app, "<Left>");
    assert!(app.layers.is_empty());
}

#[test]
fn what_was_said_last_time_stands_beside_the_question_after_it_is_answered_anew() {
    use opsladder::diff::LastTime;
    let mut app = walking(varied(), Lang::En, (120, 40));
    let old = Reading::new(builtin(), before());
    update::outcome(&mut app, Outcome::LastTime(Some(Box::new(LastTime::new(&old, &builtin())))));
    app.walk.as_mut().expect("a walk is open").go_to(&criterion("comprehensive-monitoring"));
    assert!(screen(&app).contains("last time: ~ partial · 2026-08-20"), "{}", screen(&app));
    press(&mut app, "y");
    assert!(screen(&app).contains("last time: ~ partial · 2026-08-20"), "{}", screen(&app));
    app.walk.as_mut().expect("a walk is open").go_to(&Key::Metric(Id::foreign("error-rate")));
    assert!(screen(&app).contains("last time: 0.05%"), "{}", screen(&app));
    app.walk.as_mut().expect("a walk is open").go_to(&criterion("full-cicd"));
    assert!(!screen(&app).contains("last time"), "it was not answered then: {}", screen(&app));
}

#[test]
fn metrics_are_typed_down_one_table_and_their_targets_too() {
    let mut app = fresh();
    press(&mut app, "M");
    assert_eq!(press(&mut app, "99.95<Down>180<Down>0.05<Enter>"), vec![Effect::Save; 3]);
    let metric = |app: &App, id: &str| {
        app.walk.as_ref().map(|walk| walk.entry(&Key::Metric(Id::foreign(id)))).unwrap_or_default()
    };
    assert_eq!(metric(&app, "availability").value(), Some(99.95));
    assert_eq!(metric(&app, "response-time").value(), Some(180.0), "{}", screen(&app));
    assert_eq!(metric(&app, "error-rate").value(), Some(0.05));
    press(&mut app, "g>99.99<Down>");
    assert_eq!(metric(&app, "availability").target, Some(opsladder::model::checklist::Target::Above(99.99)));
    press(&mut app, "ghx");
    assert_eq!(metric(&app, "availability").value(), None, "taken back");
    press(&mut app, "u");
    assert_eq!(metric(&app, "availability").value(), Some(99.95));
    assert_eq!(press(&mut app, "g<Left>5<Esc>"), [], "Esc leaves it as it was");
    assert_eq!(metric(&app, "availability").value(), Some(99.95));
    assert_eq!(press(&mut app, "5x<Enter>"), []);
    assert!(screen(&app).contains("`5x` is not a number"), "{}", screen(&app));
    press(&mut app, "<Esc>1200<Enter>");
    assert!(screen(&app).contains("beyond 0 to 100"), "{}", screen(&app));
    assert_eq!(press(&mut app, "<Enter>"), [Effect::Save], "given again, it is meant");
    press(&mut app, "<Esc>");
    assert!(app.layers.is_empty());
}

#[test]
fn deliverables_are_answered_down_one_list() {
    let mut app = fresh();
    press(&mut app, "D");
    assert_eq!(press(&mut app, "yyp<Down>nn"), vec![Effect::Save; 3], "the same answer once more goes on");
    let deliverable = |id: &str| Key::Deliverable(Id::foreign(id));
    assert_eq!(answer(&app, &deliverable("deployment-docs")), Some(Answer::YES));
    assert_eq!(answer(&app, &deliverable("monitoring-dashboards")), Some(Answer::PARTIAL));
    assert_eq!(answer(&app, &deliverable("operations-reports")), Some(Answer::NO));
    press(&mut app, "gehttps://wiki.example/runbook<Enter><Esc>");
    assert!(screen(&app).contains("https://wiki"), "{}", screen(&app));
    press(&mut app, "a1");
    assert_eq!(answer(&app, &deliverable("deployment-docs")), Some(Answer::NA));
    press(&mut app, "j<Enter>");
    assert_eq!(here(&app), deliverable("monitoring-dashboards"));
    press(&mut app, "<Esc>");
    assert_eq!(app.context(), opsladder::tui::action::Context::Deliverables);
    press(&mut app, "uu");
    assert_eq!(answer(&app, &deliverable("deployment-docs")), Some(Answer::YES), "{}", screen(&app));
}

#[test]
fn a_whole_group_is_confirmed_on_its_heading_and_undone_at_once() {
    let mut old = before();
    old.date = TODAY;
    let mut app = walking(old, Lang::En, (80, 24));
    let carried = |app: &App| app.walk.as_ref().map(|walk| walk.card.score.coverage.to_confirm);
    assert_eq!(here(&app), criterion("deploys-and-runs"), "the first one to confirm");
    let at_first = carried(&app);
    press(&mut app, "g");
    assert!(screen(&app).contains("Enter confirm"), "{}", screen(&app));
    assert_eq!(press(&mut app, "<Enter>"), [Effect::Save]);
    assert!(screen(&app).contains("confirmed: 2"), "{}", screen(&app));
    assert_eq!(carried(&app).map(|left| left + 2), at_first);
    press(&mut app, "u");
    assert_eq!(carried(&app), at_first);
    assert!(screen(&app).contains("and 1 more"), "{}", screen(&app));
    press(&mut app, "<C-r>g<Enter>");
    assert!(screen(&app).contains("▸ Level 1"), "with nothing left to confirm, Enter folds: {}", screen(&app));
}

#[test]
fn the_score_fits_one_screen_and_each_row_leads_to_what_decides_it() {
    let mut app = walking(varied(), Lang::En, (80, 24));
    press(&mut app, "s");
    let shown = screen(&app);
    assert!(shown.contains("All criteria") && shown.contains("Findings"), "{shown}");
    assert!(!shown.lines().any(|line| line.ends_with('v')), "all of it is seen: {shown}");
    while !screen(&app).is_empty() && app.context() == opsladder::tui::action::Context::Score {
        press(&mut app, "j");
        let at = match app.layers.last() {
            Some(Layer::Score(score)) => score.reader.at(),
            _ => None,
        };
        if at == Some(5) {
            break;
        }
    }
    press(&mut app, "<Enter>");
    assert_eq!(here(&app), criterion("full-cicd"), "of its area what is not met comes first");
    press(&mut app, "<Esc>");
    assert_eq!(app.context(), opsladder::tui::action::Context::Score);
}

#[test]
fn the_gaps_of_the_plan_unfold_one_by_one_or_all_at_once() {
    let mut app = walking(varied(), Lang::En, (80, 24));
    press(&mut app, "Pj");
    assert!(!screen(&app).contains("Remedy:"), "{}", screen(&app));
    press(&mut app, "<Right>");
    assert!(screen(&app).contains("Remedy:"), "{}", screen(&app));
    press(&mut app, "<Left>");
    assert!(!screen(&app).contains("Remedy:"), "{}", screen(&app));
    press(&mut app, "z");
    assert!(screen(&app).contains("Remedy:"), "{}", screen(&app));
}

#[test]
fn who_staffs_the_target_who_answers_and_the_group_are_changed_in_the_walk() {
    let mut app = walking(varied(), Lang::En, (80, 24));
    app.walk.as_mut().expect("a walk is open").go_to(&criterion("full-cicd"));
    assert_eq!(press(&mut app, "S<Enter>"), [], "nothing was changed");
    let effects = press(&mut app, "S<Right><Tab><Right><Right><Right><Tab>, 王伟<Tab>Platform<Enter>");
    assert_eq!(effects, [Effect::Save], "{}", screen(&app));
    let assessment = app.walk.as_ref().map(|walk| walk.card.assessment.clone()).expect("a walk is open");
    assert_eq!(assessment.profile, Some(Id::foreign("ai-product")), "{}", screen(&app));
    assert_eq!(assessment.target_level, Some(Level::new(3)));
    assert_eq!(assessment.assessors, ["Lin", "Sam", "王伟"]);
    assert_eq!(assessment.group.as_deref(), Some("Platform"));
    assert_eq!(here(&app), criterion("full-cicd"));
    assert_eq!(press(&mut app, "S<Right><Esc>"), [], "Esc changes nothing");
}
