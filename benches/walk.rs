//! What a key costs in a walk through 1,500 criteria with guidance of 2,000 characters in two languages.

mod build;

use std::fmt::Write as _;
use std::sync::Arc;

use divan::Bencher;
use opsladder::i18n::Lang;
use opsladder::model::Checklist;
use opsladder::reading::Reading;
use opsladder::settings::ThemeName;
use opsladder::store::read_checklist;
use opsladder::style::Theme;
use opsladder::tui::app::{App, Walk};
use opsladder::tui::{update, view};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use build::{DAY, answered, head};

fn main() {
    divan::main();
}

fn checklist() -> Checklist {
    let mut text = head("1.0.0");
    for area in 0..17 {
        write!(text, "\n[[areas]]\nid = \"area-{area}\"\ntitle = \"Area {area}\"\n").expect("memory");
    }
    for nth in 0..1_500 {
        let (level, area) = (nth / 250 + 1, nth % 17);
        write!(
            text,
            "\n[[criteria]]\nid = \"criterion-{nth}\"\ncode = \"V{area}.{nth}\"\nlevel = {level}\narea = \"area-{area}\"\n\
             title = {{ en = \"Verify that thing {nth} is as it is said to be\", zh = \"核实第{nth}项与所述一致\" }}\n\
             guidance = {{ en = \"{}\", zh = \"{}\" }}\n",
            "Ask who did it last, and look at what it left behind. ".repeat(37),
            "问最近一次是谁做的，看留下了什么。".repeat(118),
        )
        .expect("memory");
    }
    read_checklist("long.toml", &text).expect("the checklist is sound")
}

fn app() -> App {
    let checklist = Arc::new(checklist());
    let mut app = App::new(Lang::En, Theme::named(ThemeName::Dark), DAY, "store".to_owned());
    app.size = (120, 40);
    let assessment = answered(&checklist, 0, 5);
    app.open(Walk::new(Reading::new(checklist, assessment)));
    app
}

fn press(app: &mut App, keys: &str) {
    for key in keys.chars() {
        update::key(app, KeyEvent::from(KeyCode::Char(key)));
    }
}

/// From a key to the drawn frame, after `before`: down the outline, an answer, a page that is opened, a supposed answer, one
/// in the middle of a session, a letter of a search.
#[divan::bench(args = [("", 'j'), ("", 'p'), ("", 's'), ("", 'P'), ("", 'w'), ("w", ' '), ("", 'm'), ("m", 'p'), ("", '/'), ("/", 'a'), ("/left behin", 'd'), (":", 'v')])]
fn key_and_frame(bencher: Bencher, (before, key): (&str, char)) {
    let mut app = app();
    press(&mut app, before);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    view::draw(&app, &mut buffer);
    let event = KeyEvent::from(KeyCode::Char(key));
    bencher.with_inputs(|| (app.clone(), buffer.clone())).bench_local_refs(|(app, buffer)| {
        update::key(app, event);
        view::draw(app, buffer)
    });
}
