//! Keys that the user gave to commands: they work, the others do not, and every place that names keys names these.

use opsladder::i18n::Lang;
use opsladder::model::Answer;
use opsladder::settings::Bound;
use opsladder::tui::app::App;
use opsladder::tui::keymap::Keymap;

use crate::support_app::{builtin, criterion, empty, press, screen, walking};

/// A walk in which commands have other keys.
fn with_keys(all: &[(&str, &[&str])]) -> App {
    let bound = |(command, keys): &(&str, &[&str])| Bound {
        command: (*command).to_owned(),
        at: 0..0,
        line: 1,
        keys: keys.iter().map(|key| ((*key).to_owned(), 0..0)).collect(),
    };
    let mut app = walking(empty("Payments", &builtin()), Lang::En, (80, 24));
    let (keymap, problems) = Keymap::new(&all.iter().map(bound).collect::<Vec<_>>());
    assert_eq!(problems, []);
    app.keymap = keymap;
    app
}

#[test]
fn a_given_key_takes_the_place_of_the_usual_one() {
    let mut app = with_keys(&[("answer-yes", &["k", "F2"]), ("up", &["y"]), ("undo", &["Ctrl-U"])]);
    let answer = |app: &App| app.walk().expect("a walk").card.assessment.answer(&criterion("deploys-and-runs"));
    press(&mut app, "k");
    assert_eq!(answer(&app), Some(Answer::YES));
    press(&mut app, "u");
    assert!(screen(&app).contains("u does nothing here"), "{}", screen(&app));
    press(&mut app, "<C-u>y");
    assert_eq!(answer(&app), None);
    // Where text is typed it is typed.
    press(&mut app, "<Down>ikey");
    assert!(screen(&app).contains("key"), "{}", screen(&app));
}

#[test]
fn the_footer_the_help_the_palette_and_messages_name_the_keys_that_hold() {
    let mut app =
        with_keys(&[("answer-yes", &["Ctrl-Y", "W"]), ("reopen", &["F9"]), ("close", &["b"]), ("group-by", &["B"])]);
    assert!(screen(&app).contains("Ctrl-Y yes  p partial"), "{}", screen(&app));
    press(&mut app, "?");
    assert!(screen(&app).contains("Ctrl-Y, W"), "{}", screen(&app));
    assert!(screen(&app).contains("b back"), "{}", screen(&app));
    press(&mut app, "b:final");
    let palette = screen(&app);
    assert!(palette.contains("Mark the assessment final"), "{palette}");
    press(&mut app, "<Esc>:yes");
    assert!(screen(&app).contains("Ctrl-Y W\n"), "{}", screen(&app));
    press(&mut app, "<Esc>f<Enter>");
    assert!(screen(&app).contains("F9 makes it a draft again"), "{}", screen(&app));
}
