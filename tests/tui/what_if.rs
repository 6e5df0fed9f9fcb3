//! What if: what is supposed moves both levels on its own screen, and nothing else anywhere.

use opsladder::i18n::Lang;
use opsladder::model::{Answer, Assessment, Key};
use opsladder::tui::action::Context;
use opsladder::tui::app::App;
use opsladder::tui::update::Effect;

use crate::support_app::{builtin, criterion, empty, press, screen, varied, walking};

fn supposing(assessment: Assessment) -> App {
    let mut app = walking(assessment, Lang::En, (80, 24));
    assert_eq!(press(&mut app, "w"), []);
    app
}

fn said(app: &App) -> Assessment {
    app.walk.as_ref().expect("a walk is open").card.assessment.clone()
}

/// The row of the screen that begins with a word.
fn row(app: &App, begins: &str) -> String {
    let shown = screen(app);
    shown.lines().find(|line| line.starts_with(begins)).unwrap_or_else(|| panic!("{begins} in\n{shown}")).to_owned()
}

#[test]
fn the_whole_shortest_way_is_supposed_at_once_and_then_the_one_after() {
    let mut app = supposing(varied());
    assert!(row(&app, "what if").contains("Level 1 of 3"));
    assert_eq!(press(&mut app, "N"), []);
    assert!(row(&app, "what if").contains("Level 2 of 3"), "{}", screen(&app));
    assert!(row(&app, "now").contains("Level 1 of 3"), "{}", screen(&app));
    assert!(screen(&app).starts_with("支付 Payments"), "the header speaks of what is so");
    assert!(screen(&app).contains("\nLevel 1 of 3"), "{}", screen(&app));
    press(&mut app, "N");
    assert!(row(&app, "what if").contains("Level 3 of 3"), "{}", screen(&app));
    press(&mut app, "gx");
    assert!(row(&app, "what if").contains("Level 1 of 3"), "a heading takes back all below it: {}", screen(&app));
    press(&mut app, "G<Up><Up><Up><Up><Enter>");
    assert!(row(&app, "what if").contains("Level 3 of 3"), "Enter on a heading goes all the way: {}", screen(&app));
}

#[test]
fn one_answer_is_supposed_after_the_other_and_the_plan_moves() {
    let mut app = supposing(varied());
    assert!(screen(&app).contains("gaps: 3") && !screen(&app).contains('→'), "{}", screen(&app));
    press(&mut app, " ");
    assert!(screen(&app).contains("gaps: 3  →  Plan to level 2 · gaps: 2"), "{}", screen(&app));
    press(&mut app, " ");
    assert!(screen(&app).contains("→ ~"), "{}", screen(&app));
    press(&mut app, " ");
    assert!(screen(&app).contains("→ ✗"), "{}", screen(&app));
    press(&mut app, " ");
    assert!(!screen(&app).contains('→'), "{}", screen(&app));
    press(&mut app, "yjyjy");
    assert!(row(&app, "what if").contains("Level 2 of 3"));
    press(&mut app, "p");
    assert!(row(&app, "what if").contains("Level 1 of 3"));
    press(&mut app, "x");
    press(&mut app, "x");
    assert!(screen(&app).contains("nothing is supposed here"), "{}", screen(&app));
    press(&mut app, "gy");
    assert!(screen(&app).contains("choose an item first"), "{}", screen(&app));
}

#[test]
fn nothing_that_is_supposed_is_kept_however_it_is_left() {
    for leave in ["<Esc>", "q", "<C-c>", "<Esc>q", "?<Esc><Esc>q", "L<Esc>"] {
        let mut app = supposing(varied());
        let before = said(&app);
        let effects = press(&mut app, &format!("N jyjpjn{leave}"));
        assert_eq!(effects, [], "{leave}");
        assert_eq!(said(&app), before, "{leave}");
        assert!(!app.walk.as_ref().expect("a walk is open").edits.can_undo(), "{leave}");
    }
}

#[test]
fn who_and_when_are_kept_as_planned() {
    let mut app = supposing(varied());
    let before = said(&app);
    press(&mut app, "yj");
    assert_eq!(press(&mut app, "oLin<Enter>d2027-01-31<Enter>"), vec![Effect::Save; 2]);
    assert!(screen(&app).contains("Lin         2027-01-31"), "{}", screen(&app));
    let key = criterion("comprehensive-monitoring");
    let entry = app.walk.as_ref().expect("a walk is open").entry(&key);
    assert_eq!((entry.owner.as_deref(), entry.answer()), (Some("Lin"), Some(Answer::NO)));
    assert_eq!(entry.due, Some(jiff::civil::date(2027, 1, 31)));
    let answers = |assessment: &Assessment| {
        assessment.entries().map(|(key, entry)| (key.clone(), entry.answer())).collect::<Vec<(Key, _)>>()
    };
    assert_eq!(answers(&said(&app)), answers(&before));
    assert!(screen(&app).contains("→ ✓"), "what is supposed stays supposed");
}

#[test]
fn an_item_is_gone_to_and_come_back_from() {
    let mut app = supposing(varied());
    press(&mut app, "yj<Enter>");
    assert_eq!(app.walk.as_ref().and_then(|walk| walk.tree.key()), Some(&criterion("comprehensive-monitoring")));
    assert_eq!(press(&mut app, "p"), [Effect::Save], "here an answer is one");
    press(&mut app, "<Esc>");
    assert_eq!(app.context(), Context::WhatIf);
    assert_eq!(app.item(), Some(&criterion("comprehensive-monitoring")));
    assert!(screen(&app).contains("→ ✓"), "{}", screen(&app));
}

#[test]
fn a_final_assessment_can_be_supposed_about_but_not_planned() {
    let mut app = walking(varied(), Lang::En, (80, 24));
    press(&mut app, "f<Enter>wN");
    assert!(row(&app, "what if").contains("Level 2 of 3"), "{}", screen(&app));
    assert_eq!(press(&mut app, "jo"), []);
    assert!(app.context() == Context::WhatIf && screen(&app).contains("read-only"), "{}", screen(&app));
}

#[test]
fn at_the_top_there_is_nothing_to_suppose() {
    let mut all = empty("Payments", &builtin());
    for criterion in &builtin().parts().criteria {
        let mut entry = opsladder::model::Entry::default();
        entry.give(Some(opsladder::model::Given::Answer(Answer::YES)), crate::support_app::TODAY);
        all.set(Key::Criterion(criterion.id.clone()), entry);
    }
    let app = supposing(all);
    assert!(app.layers.is_empty() && screen(&app).contains("the top level 3 is achieved"), "{}", screen(&app));
}

#[test]
fn the_score_the_plan_and_the_page_after_the_criteria_lead_there_too() {
    for keys in ["sw", "Pw", "n<Enter>w"] {
        let mut app = walking(varied(), Lang::En, (80, 24));
        app.walk.as_mut().expect("a walk is open").go_to(&criterion("continuous-performance"));
        press(&mut app, keys);
        assert_eq!(app.context(), Context::WhatIf, "{keys}");
        press(&mut app, "<Esc>");
        assert!(app.layers.is_empty(), "{keys}");
    }
}
