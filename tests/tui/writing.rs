//! Writing from the walk: what the editor, the clipboard and the files are handed, and what comes back.

use opsladder::export::ReportFormat;
use opsladder::i18n::Lang;
use opsladder::model::{Entry, Status};
use opsladder::tui::app::App;
use opsladder::tui::clipboard;
use opsladder::tui::update::{self, Effect, Outcome};

use crate::support_app::{builtin, criterion, empty, press, screen, varied, walking};

fn on(id: &str) -> App {
    let mut app = walking(varied(), Lang::En, (80, 24));
    app.walk.as_mut().expect("a walk").go_to(&criterion(id));
    app
}

fn entry(app: &App, id: &str) -> Entry {
    app.walk().expect("a walk").entry(&criterion(id))
}

#[test]
fn the_editor_gets_the_note_or_its_draft_and_what_it_wrote_is_kept() {
    let mut app = on("full-cicd");
    let note = "Deploy is scripted; rollback is by hand.\n回滚还靠手工 🚧";
    assert_eq!(press(&mut app, "E"), [Effect::Edit(criterion("full-cicd"), note.into())]);
    press(&mut app, "i!<Esc>");
    let Some(Effect::Edit(key, draft)) = press(&mut app, "E").pop() else { panic!("an editor") };
    assert_eq!(draft, format!("{note}!"));
    update::outcome(&mut app, Outcome::Edited(key, "one line".into()));
    assert_eq!(entry(&app, "full-cicd").note.as_deref(), Some("one line"));
    assert!(app.walk().expect("a walk").drafts.is_empty(), "there is nothing left to be kept");
    assert_eq!(press(&mut app, "u"), [Effect::Save]);
    assert_eq!(entry(&app, "full-cicd").note.as_deref(), Some(note));
}

#[test]
fn the_editor_of_the_note_box_comes_back_into_it() {
    let mut app = on("deploys-and-runs");
    let effects = press(&mut app, "iso far<C-g>");
    assert_eq!(effects, [Effect::Edit(criterion("deploys-and-runs"), "so far".into())]);
    update::outcome(&mut app, Outcome::Edited(criterion("deploys-and-runs"), "so far\n更多".into()));
    assert_eq!(entry(&app, "deploys-and-runs").note, None);
    press(&mut app, "!<C-s>");
    assert_eq!(entry(&app, "deploys-and-runs").note.as_deref(), Some("so far\n更多!"));
}

#[test]
fn a_final_assessment_is_not_written_but_copied_opened_and_exported() {
    let mut app = on("deploys-and-runs");
    app.walk.as_mut().expect("a walk").set_status(Status::Final);
    assert_eq!(press(&mut app, "E"), []);
    assert!(screen(&app).contains("final and read-only"));
    let link = "https://ci.example/payments/deploy";
    assert_eq!(press(&mut app, "<C-o>"), [Effect::Follow(link.into())]);
    assert!(matches!(press(&mut app, "Y").as_slice(), [Effect::Copy(_)]));
    assert_eq!(press(&mut app, "X2"), [Effect::Export(ReportFormat::Markdown)]);
}

#[test]
fn who_gave_evidence_is_offered_for_the_next() {
    let mut one = empty("Payments", &builtin());
    one.assessors = vec!["Lin".into()];
    let mut app = walking(one, Lang::En, (80, 24));
    press(&mut app, "eOPS-1<Enter>");
    assert_eq!(entry(&app, "deploys-and-runs").evidence[0].by.as_deref(), Some("Lin"), "the only assessor");
    press(&mut app, "aOPS-2<Tab><Tab><C-u>林<Enter>aOPS-3<Enter>");
    let by: Vec<_> = entry(&app, "deploys-and-runs").evidence.into_iter().map(|one| one.by).collect();
    assert_eq!(by, [Some("Lin".into()), Some("林".into()), Some("林".into())], "the last one of this sitting");
    let mut two = on("full-cicd");
    press(&mut two, "eOPS-1<Enter>");
    assert_eq!(entry(&two, "full-cicd").evidence[0].by, None, "two assessors: nobody is guessed");
}

#[test]
fn a_due_date_is_a_day_of_the_week() {
    let mut app = on("full-cicd");
    press(&mut app, "d<C-u>Friday<Enter>");
    assert_eq!(entry(&app, "full-cicd").due.map(|day| day.to_string()).as_deref(), Some("2026-11-27"));
    press(&mut app, "d<C-u>周一<Enter>");
    assert_eq!(entry(&app, "full-cicd").due.map(|day| day.to_string()).as_deref(), Some("2026-11-30"));
}

#[test]
fn an_item_a_reference_and_a_page_are_copied_as_markdown() {
    let copied = |app: &mut App, keys: &str| match press(app, keys).pop() {
        Some(Effect::Copy(text)) => text,
        other => panic!("{keys}: {other:?}"),
    };
    let mut app = on("full-cicd");
    let item = "## A complete CI/CD process\n\n\
        - **Answer**: ~ partial · answered 2026-11-23\n\
        - **Note**: Deploy is scripted; rollback is by hand. 回滚还靠手工 🚧\n\
        - **Owner**: Sam\n\
        - **Due**: 2026-10-31 · overdue\n";
    assert_eq!(copied(&mut app, "Y"), item);
    let mut app = on("deploys-and-runs");
    assert_eq!(copied(&mut app, "eY"), "https://ci.example/payments/deploy");
    let mut app = on("deploys-and-runs");
    assert!(copied(&mut app, "PY").contains("A complete CI/CD process"));
    assert!(copied(&mut app, "<Esc>sY").contains("Level 1 of 3"));
}

#[test]
fn what_no_terminal_would_take_is_not_copied() {
    let mut app = on("full-cicd");
    let change = |note: usize| move |entry: &mut Entry| entry.note = Some("x".repeat(note));
    app.walk.as_mut().expect("a walk").edit(&criterion("full-cicd"), change(clipboard::MOST));
    assert_eq!(press(&mut app, "Y"), []);
    assert!(screen(&app).contains("too long for a terminal's clipboard"));
    app.walk.as_mut().expect("a walk").edit(&criterion("full-cicd"), change(clipboard::MOST - 1000));
    assert!(matches!(press(&mut app, "Y").as_slice(), [Effect::Copy(_)]));
}
