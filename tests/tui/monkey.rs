//! Any keys on any screen at any size, whatever the outside world answers: nothing panics, every line stays inside the
//! screen, a key means one thing at a time, and every command of the table and every screen is reached.

use std::cell::RefCell;
use std::collections::BTreeSet;

use opsladder::error::Error;
use opsladder::history::History;
use opsladder::i18n::{Lang, Text};
use opsladder::model::{Assessment, Entry, Was};
use opsladder::reading::Reading;
use opsladder::scorecard::Scorecard;
use opsladder::tui::action::{self, Action, Context, Offer, Row, TABLE};
use opsladder::tui::app::{App, FormField};
use opsladder::tui::input::Stroke;
use opsladder::tui::keymap::Keymap;
use opsladder::tui::mouse;
use opsladder::tui::screen::form::Form;
use opsladder::tui::screen::home::{Home, HomeRow};
use opsladder::tui::update::{self, Effect, Outcome};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use ratatui::crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::support_app::{TODAY, before, builtin, criterion, draw, empty, listed, unreadable, varied, walking};

/// A key, and what the outside world answers to what it asks for.
#[derive(Clone, Copy, Debug)]
struct Press {
    key: Choice,
    answer: u8,
}

#[derive(Clone, Copy, Debug)]
enum Choice {
    /// The key of a command that may be taken now.
    Offered(usize),
    /// The key of a command of any screen.
    Bound(usize),
    /// What is typed.
    Typed(char),
    /// A click, or a turn of the wheel, in this part of the screen.
    Mouse(MouseEventKind, u8, u8),
}

fn press() -> impl Strategy<Value = Press> {
    use MouseEventKind::{Down, ScrollDown, ScrollUp};
    use proptest::sample;
    let key = prop_oneof![
        6 => any::<usize>().prop_map(Choice::Offered),
        1 => any::<usize>().prop_map(Choice::Bound),
        1 => sample::select(vec!['7', '.', '部', '👩', '，', '>', '+', 'w']).prop_map(Choice::Typed),
        1 => (sample::select(vec![Down(MouseButton::Left), ScrollUp, ScrollDown]), any::<u8>(), any::<u8>())
            .prop_map(|(kind, x, y)| Choice::Mouse(kind, x, y)),
    ];
    (key, any::<u8>()).prop_map(|(key, answer)| Press { key, answer })
}

/// The commands that may be taken now.
fn offered(app: &App) -> Vec<&'static Row> {
    action::rows(app.context()).filter(|row| (row.when)(app, row) == Offer::Now).collect()
}

fn card(assessment: Assessment) -> Scorecard {
    Scorecard::new(Reading::new(builtin(), assessment), None)
}

fn trouble() -> Error {
    Error::new(Text::plain("/srv/ops/Payments/2026-11-23.toml: no space left 磁盘已满"))
}

/// What a store holds.
fn rows() -> Vec<HomeRow> {
    let broken = unreadable("Search", "2026-11-02.toml", trouble());
    vec![listed(before()), broken, listed(varied()), listed(empty("Platform", &builtin()))]
}

/// What the outside world answers to an effect, well or badly.
fn outcome(app: &App, effect: Effect, answer: u8) -> Option<Outcome> {
    let badly = answer.is_multiple_of(4);
    let opened = |assessment| Outcome::Opened(Box::new(Reading::new(builtin(), assessment)));
    Some(match effect {
        Effect::Save | Effect::List | Effect::Open(_) | Effect::Before | Effect::Trend if answer.is_multiple_of(16) => {
            Outcome::Failed(trouble())
        }
        Effect::Save if badly && answer.is_multiple_of(8) => Outcome::Locked(trouble()),
        Effect::Save if badly => Outcome::NotSaved(trouble()),
        Effect::Save => {
            let assessment = Box::new(app.walk()?.card.assessment.clone());
            let merged = builtin().keys().take(usize::from(answer % 3)).collect();
            Outcome::Saved { time: "10:00:00".into(), assessment, merged, conflicts: Vec::new() }
        }
        Effect::List => Outcome::Listed(rows().into_iter().take(usize::from(answer % 5)).collect()),
        Effect::Open(_) => opened(varied()),
        Effect::Create(draft) if answer.is_multiple_of(2) => opened(draft.assessment),
        Effect::Create(_) => Outcome::Refused(FormField::Team, Text::plain("it is taken")),
        Effect::Before => Outcome::Before((!badly).then(|| Box::new(card(before())))),
        Effect::Form | Effect::Discard(_) | Effect::Restore | Effect::Rename(..) | Effect::Report(_) if badly => {
            Outcome::Failed(trouble())
        }
        Effect::Form => Outcome::Form(Box::new(Form::new(TODAY, builtin()).offering(vec![builtin()])), Vec::new()),
        Effect::Discard(path) => Outcome::Discarded(path.display().to_string(), answer.is_multiple_of(2)),
        Effect::Restore => Outcome::Restored("Payments/2026-11-23.toml".into()),
        Effect::Rename(_, name) => {
            let mut renamed = app.walk().map(|walk| Box::new(walk.card.assessment.clone()));
            if let Some(renamed) = &mut renamed {
                renamed.team.clone_from(&name);
            }
            Outcome::Renamed(renamed)
        }
        Effect::Report(_) => Outcome::Reported("/srv/Payments-2026-11-23.html".into()),
        Effect::Sample => {
            let read = |assessment| Reading::new(builtin(), assessment);
            Outcome::Sample(Box::new((read(varied()), read(before()))))
        }
        Effect::Trend => Outcome::Trend(Box::new(History::of([card(before()), card(varied())].iter())), Vec::new()),
        Effect::Edit(..) | Effect::Export(_) if badly => Outcome::Failed(trouble()),
        Effect::Edit(key, note) => Outcome::Edited(key, format!("{note}\n回滚 👩‍🚒 {answer}")),
        Effect::Export(_) => Outcome::Exported("/srv/运维/支付-Payments-2026-11-23.html".into()),
        Effect::Follow(what) => Outcome::Said(Text::plain(what)),
        Effect::Show(path) => Outcome::Said(Text::plain(path.display().to_string())),
        Effect::Suspend | Effect::Redraw | Effect::Copy(_) => return None,
    })
}

/// The place of a command in the table.
fn place(row: &Row) -> usize {
    TABLE.iter().position(|other| std::ptr::eq(row, other)).expect("it is in the table")
}

/// What was reached: screens, and commands by their row.
#[derive(Debug, Default)]
struct Reached {
    contexts: BTreeSet<String>,
    rows: BTreeSet<usize>,
}

/// The key that is meant, if there is one.
fn stroke(app: &App, key: Choice, rows: &[&'static Row], reached: &BTreeSet<usize>) -> Option<Stroke> {
    let (all, context) = (Keymap::default(), app.context());
    let keys_of = |row: &'static Row, nth: usize| all.keys(row, context).nth(nth % all.keys(row, context).count());
    match key {
        Choice::Offered(nth) => {
            // What was never taken comes first every other time, or the last of a hundred commands would be a matter of luck.
            let new: Vec<_> = rows.iter().copied().filter(|row| !reached.contains(&place(row))).collect();
            let from = if nth % 2 == 0 && !new.is_empty() { &new } else { rows };
            from.get(nth / 2 % from.len()).and_then(|row| keys_of(row, nth / 128))
        }
        Choice::Bound(nth) => TABLE.get(nth % TABLE.len()).and_then(|row| keys_of(row, nth / 64)),
        Choice::Typed(c) => Some(Stroke { code: KeyCode::Char(c), ctrl: false }),
        Choice::Mouse(..) => None,
    }
}

/// Presses a key; says which command it was, if it was one.
fn take(app: &mut App, Press { key, answer }: Press, reached: &BTreeSet<usize>) -> Option<&'static Row> {
    let rows = offered(app);
    let all = Keymap::default();
    let context = app.context();
    for stroke in rows.iter().flat_map(|row| all.keys(row, context)) {
        let meant = rows.iter().filter(|row| all.keys(row, context).any(|key| key == stroke)).count();
        assert_eq!(meant, 1, "{} in {context:?}", stroke.name());
    }
    let (stroke, effects) = match key {
        Choice::Mouse(kind, x, y) => {
            let part = |size: u16, part: u8| u16::try_from(u32::from(size) * u32::from(part) / 256).expect("less");
            let (column, row) = (part(app.size.0, x), part(app.size.1, y));
            let event = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
            (None, mouse::mouse(app, event))
        }
        key => {
            let stroke = stroke(app, key, &rows, reached)?;
            (Some(stroke), update::key(app, stroke.event()))
        }
    };
    for effect in effects {
        if let Some(outcome) = outcome(app, effect, answer) {
            update::outcome(app, outcome);
        }
    }
    rows.into_iter().find(|row| all.keys(row, context).any(|key| Some(key) == stroke))
}

/// A wide glyph that began in the last column would be cut.
fn is_whole(app: &App) {
    let buffer = draw(app);
    for row in buffer.area.rows() {
        let last = buffer.cell((row.right() - 1, row.y)).map_or(0, |cell| opsladder::text::width(cell.symbol()));
        assert!(last <= 1, "a wide glyph is cut at the edge of {:?}", app.size);
    }
}

#[test]
fn no_keys_at_no_size_break_a_screen_and_every_command_is_reached() {
    let reached = RefCell::new(Reached::default());
    let presses = proptest::collection::vec(press(), 1..160);
    let sizes = proptest::collection::vec((1u16..130, 1u16..45), 4);
    let start = (proptest::sample::select(&Lang::ALL[..]), any::<proptest::sample::Index>(), 0..3u8);
    let config = ProptestConfig { cases: 288, failure_persistence: None, ..ProptestConfig::default() };
    // The same keys every time, or what is reached would be a matter of luck.
    let rng = proptest::test_runner::TestRng::deterministic_rng(config.rng_algorithm);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let ran = runner.run(&(presses, sizes, start), |(presses, sizes, (lang, at, home))| {
        let mut all = varied();
        let said = all.entry(&criterion("full-cicd")).cloned().expect("it is answered");
        let was = Was { version: "0.9.0".into(), title: None, said };
        all.set(criterion("continuous-performance"), Entry { was: Some(Box::new(was)), ..Entry::default() });
        let mut app = walking(all, lang, (80, 24));
        app.mouse.on = true;
        let keys: Vec<_> = builtin().keys().collect();
        // The last criterion leads to more than others do.
        let start =
            if at.index(4) == 0 { criterion("continuous-performance") } else { keys[at.index(keys.len())].clone() };
        app.walk.as_mut().expect("a walk").go_to(&start);
        app.layers.extend((home == 0).then(|| Home::new(rows()).into()));
        for (nth, press) in presses.into_iter().enumerate() {
            if let Some(size) = sizes.get(nth % 9) {
                app.size = *size;
            }
            let mut reached = reached.borrow_mut();
            reached.contexts.insert(format!("{:?}", app.context()));
            let row = take(&mut app, press, &reached.rows);
            reached.rows.extend(row.map(place));
            is_whole(&app);
            app.leaving = false;
        }
        Ok(())
    });
    ran.unwrap_or_else(|error| panic!("{error}"));
    let reached = reached.into_inner();
    let missing: Vec<_> = Context::ALL.iter().filter(|it| !reached.contexts.contains(&format!("{it:?}"))).collect();
    assert!(missing.is_empty(), "never reached: {missing:?}");
    // No scale of this checklist has more than three options, and no area of it is in another: `areas` has those keys.
    let folds =
        |row: &&Row| row.on == [Context::Score] && matches!(row.action, Action::FoldAll | Action::Left | Action::Right);
    let missing = (0..TABLE.len()).filter(|at| !reached.rows.contains(at)).map(|at| &TABLE[at]);
    let missing: Vec<_> = missing.filter(|row| !matches!(row.action, Action::Choose(4..)) && !folds(row)).collect();
    assert!(missing.is_empty(), "never taken: {missing:?}");
}
