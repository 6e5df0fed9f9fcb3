//! What a start, a key and a save cost, on the built-in checklist and on one that is a hundred times as long.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use divan::Bencher;
use jiff::civil::date;
use opsladder::i18n::Lang;
use opsladder::model::checklist::Checklist;
use opsladder::model::{Answer, Assessment, ChecklistRef, Evidence, Id, Key};
use opsladder::scorecard::Scorecard;
use opsladder::scoring;
use opsladder::store::{AssessmentFile, Store, read_checklist};
use opsladder::style::Theme;
use opsladder::tui::app::{App, Walk};
use opsladder::tui::{update, view};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;
use tempfile::TempDir;

fn main() {
    divan::main();
}

/// The built-in checklist, as a file would have it.
fn built_in_text() -> &'static str {
    Store::built_in_text(&Id::foreign("operations")).expect("the checklist is built in")
}

fn built_in() -> Checklist {
    read_checklist("operations.toml", built_in_text()).expect("the checklist is sound")
}

/// A checklist of 1,200 criteria with guidance, in 6 levels, each linked to two of 1,200 practices.
fn long_text() -> String {
    let mut text =
        String::from("format = 1\nid = \"long\"\nversion = \"1.0.0\"\ntitle = { en = \"Long\", zh = \"长\" }\n");
    for level in 1..=6 {
        write!(text, "\n[[levels]]\nlevel = {level}\ntitle = \"Level {level}\"\n").expect("memory");
    }
    for nth in 0..1_200 {
        let (level, next) = (nth / 200 + 1, (nth + 1) % 1_200);
        write!(
            text,
            "\n[[criteria]]\nid = \"criterion-{nth}\"\nlevel = {level}\n\
             title = {{ en = \"Criterion {nth} holds\", zh = \"满足标准{nth}\" }}\n\
             guidance = {{ en = \"{}\", zh = \"{}\" }}\n\
             practices = [\"practice-{nth}\", \"practice-{next}\"]\n\
             \n[[practices]]\nid = \"practice-{nth}\"\ntitle = \"Practice {nth}\"\n",
            "Ask who did it last, and look at what it left behind. ".repeat(6),
            "问最近一次是谁做的，看留下了什么。".repeat(6),
        )
        .expect("memory");
    }
    text
}

/// An assessment of everything in `checklist`: each answer in turn, every fifth with a note and evidence.
fn answered(checklist: &Checklist) -> Assessment {
    let day = date(2026, 11, 23);
    let made_with = ChecklistRef {
        id: checklist.id().clone(),
        version: checklist.version().to_string(),
        digest: Some(checklist.digest().to_owned()),
        path: None,
    };
    let mut assessment = Assessment::new("Payments", day, made_with);
    let parts = checklist.parts();
    let criteria = parts.criteria.iter().map(|item| Key::Criterion(item.id.clone()));
    let practices = parts.practices.iter().map(|item| Key::Practice(item.id.clone()));
    let deliverables = parts.deliverables.iter().map(|item| Key::Deliverable(item.id.clone()));
    let answers = [Answer::Yes, Answer::Yes, Answer::Partial, Answer::No].into_iter().cycle();
    for ((nth, key), answer) in criteria.chain(practices).chain(deliverables).enumerate().zip(answers) {
        let mut entry = assessment.entry(&key).cloned().unwrap_or_default();
        entry.answer = Some(answer);
        entry.answered = Some(day);
        if nth % 5 == 0 {
            entry.note = Some("脚本化部署，回滚靠人工。 Deploy is scripted; rollback is by hand.".to_owned());
            entry.evidence = vec![Evidence { reference: "https://ci.example/run/7".to_owned(), ..Evidence::default() }];
        }
        assessment.set(key, entry);
    }
    for metric in &parts.metrics {
        let key = Key::Metric(metric.id.clone());
        let mut entry = assessment.entry(&key).cloned().unwrap_or_default();
        entry.value = Some(99.5);
        entry.answered = Some(day);
        assessment.set(key, entry);
    }
    assessment
}

/// The text of an assessment's file.
fn file_text(checklist: &Checklist) -> String {
    let dir = tempfile::tempdir().expect("a directory");
    in_file(dir.path(), checklist).text().to_owned()
}

fn in_file(dir: &Path, checklist: &Checklist) -> AssessmentFile {
    AssessmentFile::create(&dir.join("2026-11-23.toml"), &answered(checklist), checklist).expect("the file is written")
}

fn app(lang: Lang) -> App {
    let checklist = Arc::new(built_in());
    let theme = Theme { colour: true, ascii: false };
    let mut app = App::new(lang, theme, date(2026, 11, 23), "store".to_owned(), Arc::clone(&checklist));
    app.size = (120, 40);
    let assessment = answered(&checklist);
    app.open(Walk::new(checklist, assessment));
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

/// All that a start reads and works out: checklist, assessment, score, findings, plan.
#[divan::bench]
fn start(bencher: Bencher) {
    let text = file_text(&built_in());
    bencher.bench(|| {
        let checklist = Arc::new(built_in());
        let file = AssessmentFile::parse("file.toml", divan::black_box(&text)).expect("sound");
        Scorecard::new(checklist, file.assessment().clone(), None)
    });
}

#[divan::bench]
fn start_of_1200(bencher: Bencher) {
    let long = long_text();
    let text = file_text(&read_checklist("long.toml", &long).expect("sound"));
    bencher.bench(|| {
        let checklist = Arc::new(read_checklist("long.toml", divan::black_box(&long)).expect("sound"));
        let file = AssessmentFile::parse("file.toml", divan::black_box(&text)).expect("sound");
        Scorecard::new(checklist, file.assessment().clone(), None)
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
    let assessment = answered(&checklist);
    bencher.bench(|| scoring::score(divan::black_box(&checklist), divan::black_box(&assessment)));
}

#[divan::bench]
fn score_of_1200(bencher: Bencher) {
    let checklist = read_checklist("long.toml", &long_text()).expect("sound");
    let assessment = answered(&checklist);
    bencher.bench(|| scoring::score(divan::black_box(&checklist), divan::black_box(&assessment)));
}

/// Score, findings and plan, as each answer works them out anew.
#[divan::bench]
fn scorecard_of_1200(bencher: Bencher) {
    let checklist = Arc::new(read_checklist("long.toml", &long_text()).expect("sound"));
    let assessment = answered(&checklist);
    bencher.bench(|| Scorecard::new(Arc::clone(&checklist), assessment.clone(), None));
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
    let checklist = read_checklist("long.toml", &long_text()).expect("sound");
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
        entry.answer = Some(if entry.answer == Some(Answer::Yes) { Answer::No } else { Answer::Yes });
        self.wanted.set(self.key.clone(), entry);
        self.file.save(&self.wanted, checklist).expect("it is saved");
    }
}
