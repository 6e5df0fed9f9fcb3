//! The interactive program without a terminal: keys in, the screen as text out.

#![allow(dead_code, reason = "every test takes what it needs of this")]

use std::sync::{Arc, LazyLock};

use jiff::civil::{Date, date};
use opsladder::error::Error;
use opsladder::i18n::Lang;
use opsladder::model::{Answer, Assessment, Checklist, ChecklistRef, Entry, Evidence, Given, Id, Key, Reason};
use opsladder::reading::Reading;
use opsladder::scorecard::Scorecard;
use opsladder::settings::ThemeName;
use opsladder::store::read_checklist;
use opsladder::style::Theme;
use opsladder::tui::app::{App, Walk};
use opsladder::tui::screen::home::HomeRow;
use opsladder::tui::update::{self, Effect};
use opsladder::tui::view;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;

/// The day on which everything here happens.
pub(crate) const TODAY: Date = date(2026, 11, 23);

/// The built-in checklist.
pub(crate) fn builtin() -> Arc<Checklist> {
    static ONCE: LazyLock<Arc<Checklist>> = LazyLock::new(|| {
        let source = include_str!("../../checklists/operations.toml");
        Arc::new(read_checklist("operations.toml", source).expect("the built-in checklist is sound"))
    });
    Arc::clone(&ONCE)
}

/// An empty assessment of the built-in checklist.
pub(crate) fn empty(team: &str, checklist: &Checklist) -> Assessment {
    let reference = ChecklistRef::to(checklist);
    Assessment::new(team, TODAY, reference)
}

/// A program that walks `assessment` on a terminal of `size`.
pub(crate) fn walking(assessment: Assessment, lang: Lang, size: (u16, u16)) -> App {
    let mut app = App::new(lang, Theme::named(ThemeName::Dark), TODAY, "/srv/ops/.opsladder".into());
    app.size = size;
    app.open(Walk::new(Reading::new(builtin(), assessment)));
    app
}

/// A program that walks an assessment in which nothing is answered.
pub(crate) fn fresh() -> App {
    walking(empty("Payments", &builtin()), Lang::En, (80, 24))
}

/// The item under the cursor of the walk.
pub(crate) fn here(app: &App) -> Key {
    app.walk.as_ref().and_then(|walk| walk.tree.key().cloned()).expect("the cursor is on an item")
}

/// The answer to an item.
pub(crate) fn answer(app: &App, key: &Key) -> Option<Answer> {
    app.walk.as_ref().and_then(|walk| walk.card.assessment.answer(key))
}

fn answered(answer: Answer, day: Date) -> Entry {
    Entry { given: Some(Given::Answer(answer)), answered: Some(day), ..Entry::default() }
}

/// The key of a criterion.
pub(crate) fn criterion(id: &str) -> Key {
    Key::Criterion(Id::foreign(id))
}

/// An assessment with a bit of everything: all answers, evidence valid and expired, notes with Chinese and emoji, a carried
/// answer, a waiver, an unknown id, metrics on and off target.
pub(crate) fn varied() -> Assessment {
    let mut all = empty("支付 Payments 👩‍🚒", &builtin());
    all.profile = Some(Id::foreign("startup"));
    all.assessors = vec!["Lin".into(), "Sam".into()];
    let evidence = |reference: &str, expires| Evidence {
        reference: reference.into(),
        date: Some(date(2026, 11, 20)),
        by: Some("Lin".into()),
        expires: Some(expires),
    };
    all.set(
        criterion("deploys-and-runs"),
        Entry {
            evidence: vec![evidence("https://ci.example/payments/deploy", date(2027, 5, 20))],
            ..answered(Answer::YES, TODAY)
        },
    );
    all.set(criterion("basic-monitoring"), answered(Answer::YES, date(2026, 8, 20)));
    all.set(
        criterion("basic-incident-handling"),
        Entry { evidence: vec![evidence("值班手册 v3", date(2026, 10, 1))], ..answered(Answer::YES, TODAY) },
    );
    all.set(
        criterion("full-cicd"),
        Entry {
            note: Some("Deploy is scripted; rollback is by hand.\n回滚还靠手工 🚧".into()),
            owner: Some("Sam".into()),
            due: Some(date(2026, 10, 31)),
            ..answered(Answer::PARTIAL, TODAY)
        },
    );
    all.set(criterion("comprehensive-monitoring"), answered(Answer::NO, TODAY));
    all.set(
        criterion("standard-procedures"),
        Entry { reason: Some(Reason::CoveredElsewhere), ..answered(Answer::NA, TODAY) },
    );
    all.set(criterion("no-longer-asked"), answered(Answer::YES, TODAY));
    let id = Id::foreign;
    all.set(Key::Deliverable(id("deployment-docs")), answered(Answer::PARTIAL, TODAY));
    all.set(Key::Deliverable(id("monitoring-dashboards")), answered(Answer::NO, TODAY));
    all.set(Key::Deliverable(id("operations-reports")), answered(Answer::YES, TODAY));
    all.set(Key::Practice(id("cicd-pipeline")), answered(Answer::YES, TODAY));
    all.set(Key::Practice(id("release-rollback")), answered(Answer::NO, TODAY));
    let value = |value| Entry { given: Some(Given::Value(value)), answered: Some(TODAY), ..Entry::default() };
    all.set(Key::Metric(id("availability")), value(99.95));
    all.set(Key::Metric(id("error-rate")), value(0.4));
    all.set(Key::Metric(id("server-cost")), value(12000.0));
    all.set(Key::Step(id("data-driven"), id("collect")), answered(Answer::YES, TODAY));
    all
}

/// What the same team said in August: some answers better, some worse, some not there yet.
pub(crate) fn before() -> Assessment {
    let mut old = varied();
    old.date = date(2026, 8, 20);
    old.set(criterion("basic-monitoring"), answered(Answer::YES, old.date));
    old.set(criterion("deploys-and-runs"), answered(Answer::PARTIAL, old.date));
    old.set(criterion("comprehensive-monitoring"), answered(Answer::PARTIAL, old.date));
    old.set(criterion("standard-procedures"), answered(Answer::NO, old.date));
    old.set(criterion("full-cicd"), Entry::default());
    let error_rate = Key::Metric(Id::foreign("error-rate"));
    old.set(error_rate, Entry { given: Some(Given::Value(0.05)), answered: Some(old.date), ..Entry::default() });
    old
}

/// A row of the list of teams, whose file lies at `TEAM/DAY.toml`.
pub(crate) fn listed(assessment: Assessment) -> HomeRow {
    let short = format!("{}/{}.toml", assessment.team, assessment.date);
    HomeRow {
        team: assessment.team.clone(),
        date: Some(assessment.date),
        path: short.clone().into(),
        short,
        open: false,
        card: Ok(Arc::new(Scorecard::new(Reading::new(builtin(), assessment), None))),
    }
}

/// A row whose file cannot be read, or its checklist.
pub(crate) fn unreadable(team: &str, file: &str, error: Error) -> HomeRow {
    let short = format!("{team}/{file}");
    let date = file.strip_suffix(".toml").and_then(opsladder::model::date::written);
    HomeRow { team: team.into(), date, path: short.clone().into(), short, open: false, card: Err(error) }
}

/// Presses keys: characters as they stand, others as `<Enter>`, `<Esc>`, `<Tab>`, `<C-r>` …; returns what they ask for.
pub(crate) fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|inside| inside.split_once('>'));
        let (event, left) = match named {
            Some((name, left)) => (named_key(name), left),
            None => (KeyEvent::new(KeyCode::Char(first), KeyModifiers::NONE), rest.strip_prefix(first).unwrap_or("")),
        };
        effects.extend(update::key(app, event));
        rest = left;
    }
    effects
}

fn named_key(name: &str) -> KeyEvent {
    if let Some(letter) = name.strip_prefix("C-").and_then(|letter| letter.chars().next()) {
        return KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    }
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "BackTab" => KeyCode::BackTab,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "F3" => KeyCode::F(3),
        "S-F3" => return KeyEvent::new(KeyCode::F(3), KeyModifiers::SHIFT),
        "Backspace" => KeyCode::Backspace,
        "Del" => KeyCode::Delete,
        other => panic!("no key is called {other}"),
    };
    KeyEvent::new(code, KeyModifiers::NONE)
}

/// The state drawn into a buffer of its size.
pub(crate) fn draw(app: &App) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.size.0, app.size.1));
    view::draw(app, &mut buffer);
    buffer
}

/// The screen as a person reads it, one line a row, without the second cells of wide glyphs.
pub(crate) fn screen(app: &App) -> String {
    let buffer = draw(app);
    let mut text = String::new();
    for row in buffer.area.rows() {
        let mut line = String::new();
        let mut x = row.x;
        while x < row.right() {
            let symbol = buffer.cell((x, row.y)).map_or(" ", |cell| cell.symbol());
            line.push_str(symbol);
            x += u16::try_from(opsladder::text::width(symbol)).expect("a cell is narrow").max(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
