//! What grows with a checklist: reading it, saying what is wrong with it, its score, a comparison, a frame, a key. Of 11
//! criteria, of the size of a published model, and of one that nobody has written so far.

mod build;

use std::sync::Arc;

use divan::Bencher;
use opsladder::diff;
use opsladder::i18n::Lang;
use opsladder::model::Checklist;
use opsladder::reading::Reading;
use opsladder::scoring;
use opsladder::settings::ThemeName;
use opsladder::store::read_checklist;
use opsladder::style::Theme;
use opsladder::tui::app::{App, Walk};
use opsladder::tui::{update, view};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use build::{DAY, answered, sized_text};

const SIZES: [usize; 3] = [11, 1_500, 10_000];

fn main() {
    divan::main();
}

fn sized(count: usize) -> Checklist {
    read_checklist("sized.toml", &sized_text(count, 0)).expect("the checklist is sound")
}

fn app(count: usize) -> App {
    let checklist = Arc::new(sized(count));
    let mut app = App::new(Lang::En, Theme::named(ThemeName::Dark), DAY, "store".to_owned());
    app.size = (120, 40);
    let assessment = answered(&checklist, 0, 5);
    app.open(Walk::new(Reading::new(checklist, assessment)));
    app
}

#[divan::bench(args = SIZES)]
fn load(bencher: Bencher, count: usize) {
    let text = sized_text(count, 0);
    bencher.bench(|| read_checklist("sized.toml", divan::black_box(&text)).expect("sound"));
}

/// A fifth of the criteria has a link to nothing; read and printed.
#[divan::bench(args = SIZES)]
fn lint_dead_links(bencher: Bencher, count: usize) {
    let text = sized_text(count, count / 5);
    bencher.bench(|| {
        let error = read_checklist("sized.toml", divan::black_box(&text)).expect_err("links to nothing");
        error.render(Lang::En, false)
    });
}

/// All ids stand twice.
#[divan::bench(args = SIZES)]
fn lint_duplicates(bencher: Bencher, count: usize) {
    let text = sized_text(count, 0);
    let (_, criteria) = text.split_once("\n[[criteria]]").expect("criteria");
    let text = format!("{text}\n[[criteria]]{criteria}");
    bencher.bench(|| {
        let error = read_checklist("sized.toml", divan::black_box(&text)).expect_err("ids stand twice");
        error.render(Lang::En, false)
    });
}

#[divan::bench(args = SIZES)]
fn score(bencher: Bencher, count: usize) {
    let checklist = sized(count);
    let assessment = answered(&checklist, 0, 5);
    bencher.bench(|| scoring::score(divan::black_box(&checklist), divan::black_box(&assessment)));
}

/// Score, findings and plan.
#[divan::bench(args = SIZES)]
fn scorecard(bencher: Bencher, count: usize) {
    let checklist = Arc::new(sized(count));
    let assessment = answered(&checklist, 0, 5);
    bencher.bench(|| build::card(Arc::clone(&checklist), assessment.clone()));
}

#[divan::bench(args = SIZES)]
fn compare(bencher: Bencher, count: usize) {
    let checklist = Arc::new(sized(count));
    let card = |turn| build::card(Arc::clone(&checklist), answered(&checklist, turn, 5));
    let (old, new) = (card(0), card(1));
    bencher.bench(|| diff::diff(divan::black_box(&old), divan::black_box(&new)));
}

#[divan::bench(args = SIZES)]
fn frame(bencher: Bencher, count: usize) {
    let app = app(count);
    let screen = || Buffer::empty(Rect::new(0, 0, 120, 40));
    bencher.with_inputs(screen).bench_local_refs(|buffer| view::draw(divan::black_box(&app), buffer));
}

/// An answer, to the drawn frame.
#[divan::bench(args = SIZES)]
fn key(bencher: Bencher, count: usize) {
    let app = app(count);
    let screen = || Buffer::empty(Rect::new(0, 0, 120, 40));
    bencher.with_inputs(|| (app.clone(), screen())).bench_local_refs(|(app, buffer)| {
        update::key(app, KeyEvent::from(KeyCode::Char('y')));
        view::draw(app, buffer)
    });
}
