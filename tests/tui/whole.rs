//! Whole walks: any keys and everything undone, and large and hostile checklists from the first criterion to the last.

use std::sync::Arc;

use opsladder::i18n::Lang;
use opsladder::model::{Assessment, Checklist, ChecklistRef, Entry, Key};
use opsladder::reading::Reading;
use opsladder::settings::ThemeName;
use opsladder::store::read_checklist;
use opsladder::style::Theme;
use opsladder::tui::action::{self, Action, Context, Offer, Row};
use opsladder::tui::app::{App, Walk};
use opsladder::tui::update;
use proptest::prelude::*;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::support_app::{TODAY, press, screen, varied, walking};

fn entries(app: &App) -> Vec<(Key, Entry)> {
    let walk = app.walk.as_ref().expect("a walk is open");
    walk.card.assessment.entries().map(|(key, entry)| (key.clone(), entry.clone())).collect()
}

/// Whether a command may change what is said of an item.
fn may_change(row: &Row) -> bool {
    use Action::{
        Accept, Answer, Choose, ClearAnswer, Confirm, ConfirmGroup, Cycle, Done, Interrupt, NextField, PreviousField,
        Redo, Remove, Undo,
    };
    let typed = row.on.iter().any(|context| context.takes_text());
    match row.action {
        Accept | Answer(_) | Choose(_) | Cycle | ClearAnswer | Confirm | ConfirmGroup | Done | Remove | Undo | Redo
        | Interrupt => true,
        NextField | PreviousField => typed,
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_answer_changes_but_by_a_key_that_answers_and_undo_takes_all_back(
        keys in proptest::collection::vec((any::<usize>(), "[0-9.yna回]{0,3}"), 1..120)
    ) {
        let mut app = walking(varied(), Lang::En, (80, 24));
        let first = entries(&app);
        for (nth, typed) in keys {
            if app.context().takes_text() {
                press(&mut app, &typed);
            }
            let leaves = |row: &&Row| !matches!(row.action, Action::Finish | Action::Reopen | Action::Quit);
            let rows: Vec<&'static Row> = action::rows(app.context())
                .filter(|row| (row.when)(&app, row) == Offer::Now)
                .filter(leaves)
                .collect();
            let Some(row) = rows.get(nth % rows.len().max(1)) else { continue };
            let keys: Vec<_> = app.keymap.keys(row, app.context()).collect();
            let stroke = keys[nth / 64 % keys.len()];
            let before = entries(&app);
            let modifiers = if stroke.ctrl { KeyModifiers::CONTROL } else { KeyModifiers::NONE };
            update::key(&mut app, KeyEvent::new(stroke.code, modifiers));
            prop_assert!(may_change(row) || before == entries(&app), "{:?} in {:?} changed an answer", row.action, row.on);
            app.leaving = false;
        }
        // Out of whatever is open, then everything back.
        for _ in 0..8 {
            update::key(&mut app, KeyEvent::from(KeyCode::Esc));
        }
        app.layers.clear();
        app.back.clear();
        app.notice = None;
        let mut left = 500;
        while app.walk.as_ref().is_some_and(|walk| walk.edits.can_undo()) && left > 0 {
            press(&mut app, "u");
            left -= 1;
        }
        prop_assert_eq!(entries(&app), first);
    }
}

/// A walk through a checklist that is not built in, on a terminal of 80 by 24.
fn through(checklist: Checklist) -> App {
    let checklist = Arc::new(checklist);
    let mut app = App::new(Lang::En, Theme::named(ThemeName::Dark), TODAY, "store".into());
    app.size = (80, 24);
    let assessment = Assessment::new("Payments", TODAY, ChecklistRef::to(&checklist));
    app.open(Walk::new(Reading::new(checklist, assessment)));
    app
}

/// Answers every criterion and goes on, up to the page after the last one.
fn walk_to_the_end(app: &mut App) {
    let criteria = app.walk.as_ref().map_or(0, |walk| walk.card.checklist.parts().criteria.len());
    for nth in 0..criteria {
        assert_eq!(app.context(), Context::Walk, "after {nth} of {criteria}:\n{}", screen(app));
        press(app, if nth % 3 == 0 { "n<Enter>" } else { "y<Enter>" });
    }
    assert_eq!(app.context(), Context::Milestone, "{}", screen(app));
    let coverage = app.walk.as_ref().map(|walk| walk.card.score.coverage);
    assert_eq!(coverage.map(|coverage| (coverage.answered, coverage.total)), Some((criteria, criteria)));
    for keys in ["<Esc>s", "<Esc>P", "<Esc>w", "<Esc>m", "<Esc>b", "z"] {
        press(app, keys);
        assert!(!screen(app).trim().is_empty(), "{keys}");
    }
}

#[test]
fn a_checklist_of_345_criteria_in_17_areas_without_practices_is_walked_to_its_end() {
    use std::fmt::Write as _;
    let mut text = "format = 1\nid = \"standard\"\nversion = \"1.0.0\"\ntitle = \"A standard\"\n".to_owned();
    for level in 1..=3 {
        write!(text, "[[levels]]\nlevel = {level}\ntitle = \"L{level}\"\n").expect("memory");
    }
    for area in 1..=17 {
        write!(text, "[[areas]]\nid = \"v{area}\"\ncode = \"V{area}\"\ntitle = \"Area {area}\"\n").expect("memory");
    }
    for nth in 0..345 {
        let (area, level) = (nth % 17 + 1, nth % 3 + 1);
        write!(
            text,
            "[[criteria]]\nid = \"c{nth}\"\ncode = \"V{area}.{nth}\"\nlevel = {level}\narea = \"v{area}\"\ntitle = \"Verify \
             that thing {nth} is as it is documented\"\n"
        )
        .expect("memory");
    }
    let mut app = through(read_checklist("standard.toml", &text).expect("it is sound"));
    walk_to_the_end(&mut app);
    press(&mut app, "/V3.2<Enter>");
    assert!(screen(&app).contains("V3.2"), "a published number leads to its item:\n{}", screen(&app));
    press(&mut app, "P");
    assert!(!screen(&app).contains("practices are in place"), "there are none:\n{}", screen(&app));
}

#[test]
fn a_hostile_checklist_is_walked_to_its_end_in_every_size() {
    let text = include_str!("../render/hostile-checklist.toml");
    for size in [(80, 24), (40, 12), (24, 8)] {
        let mut app = through(read_checklist("hostile.toml", text).expect("it is sound"));
        app.size = size;
        walk_to_the_end(&mut app);
    }
}
