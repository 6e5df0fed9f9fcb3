//! What a start, a key and a save cost, on the built-in checklist and on one that is a hundred times as long.

mod build;

use std::sync::Arc;

use divan::Bencher;
use opsladder::i18n::Lang;
use opsladder::model::{Answer, Assessment, Checklist, Given, Key};
use opsladder::reading::Reading;
use opsladder::scoring;
use opsladder::settings::ThemeName;
use opsladder::store::{AssessmentFile, doubts_of, read_checklist};
use opsladder::style::Theme;
use opsladder::tui::app::{App, Walk};
use opsladder::tui::painter::Painter;
use opsladder::tui::{update, view};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;
use tempfile::TempDir;

use build::{DAY, answered, built_in, card, file_text, in_file, long, long_text};

fn main() {
    divan::main();
}

fn app(lang: Lang) -> App {
    let checklist = Arc::new(built_in());
    let theme = Theme::named(ThemeName::Dark);
    let mut app = App::new(lang, theme, DAY, "store".to_owned());
    app.size = (120, 40);
    let assessment = answered(&checklist, 0, 5);
    app.open(Walk::new(Reading::new(checklist, assessment)));
    app
}

fn screen() -> Buffer {
    Buffer::empty(Rect::new(0, 0, 120, 40))
}

#[divan::bench]
fn load_checklist(bencher: Bencher) {
    bencher.bench(built_in);
}

#[divan::bench]
fn load_checklist_of_1200(bencher: Bencher) {
    let text = long_text();
    bencher.bench(|| read_checklist("long.toml", divan::black_box(&text)).expect("sound"));
}

#[divan::bench]
fn lint_checklist_of_1200(bencher: Bencher) {
    let text = long_text();
    bencher.bench(|| doubts_of("long.toml", divan::black_box(&text).clone().into_bytes()).expect("sound"));
}

/// All that a start reads and works out: checklist, assessment, score, findings, plan.
#[divan::bench]
fn start(bencher: Bencher) {
    let text = file_text(&built_in());
    bencher.bench(|| {
        let checklist = Arc::new(built_in());
        let file = AssessmentFile::parse("file.toml", divan::black_box(&text)).expect("sound");
        card(checklist, file.assessment().clone())
    });
}

#[divan::bench]
fn start_of_1200(bencher: Bencher) {
    let long = long_text();
    let text = file_text(&read_checklist("long.toml", &long).expect("sound"));
    bencher.bench(|| {
        let checklist = Arc::new(read_checklist("long.toml", divan::black_box(&long)).expect("sound"));
        let file = AssessmentFile::parse("file.toml", divan::black_box(&text)).expect("sound");
        card(checklist, file.assessment().clone())
    });
}

#[divan::bench]
fn load_assessment(bencher: Bencher) {
    let text = file_text(&built_in());
    bencher.bench(|| AssessmentFile::parse("file.toml", divan::black_box(&text)).expect("sound"));
}

#[divan::bench]
fn score(bencher: Bencher) {
    let checklist = built_in();
    let assessment = answered(&checklist, 0, 5);
    bencher.bench(|| scoring::score(divan::black_box(&checklist), divan::black_box(&assessment)));
}

#[divan::bench]
fn score_of_1200(bencher: Bencher) {
    let checklist = long();
    let assessment = answered(&checklist, 0, 5);
    bencher.bench(|| scoring::score(divan::black_box(&checklist), divan::black_box(&assessment)));
}

/// Score, findings and plan, as each answer works them out anew.
#[divan::bench]
fn scorecard_of_1200(bencher: Bencher) {
    let checklist = Arc::new(long());
    let assessment = answered(&checklist, 0, 5);
    bencher.bench(|| card(Arc::clone(&checklist), assessment.clone()));
}

#[divan::bench(args = [Lang::En, Lang::Zh])]
fn frame(bencher: Bencher, lang: Lang) {
    let app = app(lang);
    bencher.with_inputs(screen).bench_local_refs(|buffer| view::draw(divan::black_box(&app), buffer));
}

/// From a key to the drawn frame: down, then an answer, taken in turn.
#[divan::bench(args = ['j', 'y'])]
fn key_and_frame(bencher: Bencher, key: char) {
    let app = app(Lang::En);
    let event = KeyEvent::from(KeyCode::Char(key));
    bencher.with_inputs(|| (app.clone(), screen())).bench_local_refs(|(app, buffer)| {
        update::key(app, event);
        view::draw(app, buffer)
    });
}

/// From a key to the bytes that the terminal gets: keys that move, and keys that answer.
#[divan::bench(args = ["jk", "yn"])]
fn key_to_bytes(bencher: Bencher, keys: &str) {
    let mut app = app(Lang::En);
    let mut painter = Painter::new(std::io::sink(), (120, 40));
    // Thirty times the one, then as often the other, from the first item again.
    let turns = keys.chars().flat_map(|key| std::iter::once('g').chain(std::iter::repeat_n(key, 30)));
    let mut pressed = turns.collect::<Vec<_>>().into_iter().cycle().map(|key| KeyEvent::from(KeyCode::Char(key)));
    bencher.bench_local(|| {
        update::key(&mut app, pressed.next().expect("keys without end"));
        painter.paint(&app).expect("a sink takes everything");
    });
}

/// One save as the walk makes it, the disk included: one answer changes back and forth.
#[divan::bench]
fn save(bencher: Bencher) {
    let dir = tempfile::tempdir().expect("a directory");
    let checklist = built_in();
    let mut saving = Saving::new(&dir, &checklist);
    bencher.bench_local(|| saving.save(&checklist));
}

#[divan::bench]
fn save_of_1200(bencher: Bencher) {
    let dir = tempfile::tempdir().expect("a directory");
    let checklist = long();
    let mut saving = Saving::new(&dir, &checklist);
    bencher.bench_local(|| saving.save(&checklist));
}

/// A file whose first answer changes with each save.
struct Saving {
    file: AssessmentFile,
    wanted: Assessment,
    key: Key,
}

impl Saving {
    fn new(dir: &TempDir, checklist: &Checklist) -> Self {
        let file = in_file(dir.path(), checklist);
        let wanted = file.assessment().clone();
        let first = checklist.parts().criteria.first().expect("a criterion");
        Self { file, wanted, key: Key::Criterion(first.id.clone()) }
    }

    fn save(&mut self, checklist: &Checklist) {
        let mut entry = self.wanted.entry(&self.key).cloned().unwrap_or_default();
        entry.given = Some(Given::Answer(if entry.answer() == Some(Answer::YES) { Answer::NO } else { Answer::YES }));
        self.wanted.set(self.key.clone(), entry);
        self.file.save(&self.wanted, checklist).expect("it is saved");
    }
}
