//! What looking back costs: a history of 200 assessments, and a comparison of two of 1,200 criteria each.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use divan::Bencher;
use jiff::ToSpan;
use jiff::civil::date;
use opsladder::diff::diff;
use opsladder::history::History;
use opsladder::i18n::Lang;
use opsladder::model::{Answer, Assessment, Checklist, ChecklistRef, Id, Key};
use opsladder::report::Paper;
use opsladder::report::diff::{Compared, text};
use opsladder::report::history::{self, Trend};
use opsladder::scorecard::Scorecard;
use opsladder::store::{Places, Store, read_checklist};
use tempfile::TempDir;

const PAPER: Paper = Paper { lang: Lang::Zh, width: 80, ascii: false };

fn main() {
    divan::main();
}

/// A checklist of 1,200 criteria in 6 levels; of the next version every hundredth is new and every fiftieth reworded.
fn long(next: bool) -> Checklist {
    let version = if next { "1.1.0" } else { "1.0.0" };
    let mut text = format!("format = 1\nid = \"long\"\nversion = \"{version}\"\ntitle = \"Long\"\n");
    for level in 1..=6 {
        write!(text, "\n[[levels]]\nlevel = {level}\ntitle = \"Level {level}\"\n").expect("memory");
    }
    for nth in 0..1_200 {
        let name = if next && nth % 100 == 99 { "new" } else { "criterion" };
        let said = if next && nth % 50 == 0 { "holds at all times" } else { "holds" };
        let level = nth / 200 + 1;
        write!(text, "\n[[criteria]]\nid = \"{name}-{nth}\"\nlevel = {level}\ntitle = \"Criterion {nth} {said}\"\n")
            .expect("memory");
    }
    read_checklist("long.toml", &text).expect("the checklist is sound")
}

/// Answers to every criterion, `turn` of them another than before, each with a note.
fn answered(checklist: &Checklist, turn: usize) -> Assessment {
    let made_with = ChecklistRef {
        id: checklist.id().clone(),
        version: checklist.version().to_string(),
        digest: Some(checklist.digest().to_owned()),
        path: None,
    };
    let mut assessment = Assessment::new("Payments", date(2026, 11, 23), made_with);
    for (nth, item) in checklist.parts().criteria.iter().enumerate() {
        let key = Key::Criterion(item.id.clone());
        let mut entry = assessment.entry(&key).cloned().unwrap_or_default();
        entry.answer = Answer::ALL.get((nth + turn) % 3).copied();
        let how = if turn == 0 { "by hand" } else { "by a machine, 已演练" };
        entry.note = Some(format!("脚本化部署。 Deploy {nth} is scripted; rollback is {how} and was tried in spring."));
        assessment.set(key, entry);
    }
    assessment
}

fn two() -> (Scorecard, Scorecard) {
    let (old, new) = (Arc::new(long(false)), Arc::new(long(true)));
    let (before, after) = (answered(&old, 0), answered(&new, 1));
    (Scorecard::new(old, before, None), Scorecard::new(new, after, None))
}

/// A store with 200 assessments of one team, a week apart, all by the built-in checklist.
fn store(dir: &Path) -> Store {
    let store = Store::locate(Some(dir), &Places { cwd: dir.to_owned(), data_dir: None }).expect("a store");
    let checklist = store.checklist(&Id::foreign("operations")).expect("built in");
    for week in 0..200 {
        let mut assessment = answered(&checklist, week);
        assessment.date = date(2022, 1, 3).checked_add(week_span(week)).expect("a date");
        store.create(&assessment, &checklist).expect("the file is written");
    }
    store
}

fn week_span(weeks: usize) -> jiff::Span {
    i64::try_from(weeks).expect("a small number").weeks()
}

#[divan::bench]
fn diff_of_1200(bencher: Bencher) {
    let (old, new) = two();
    bencher.bench(|| diff(divan::black_box(&old), divan::black_box(&new)));
}

#[divan::bench]
fn diff_of_1200_as_text(bencher: Bencher) {
    let (old, new) = two();
    bencher.bench(|| {
        let diff = diff(divan::black_box(&old), divan::black_box(&new));
        text(Compared { old: &old, new: &new, diff: &diff }, PAPER).plain()
    });
}

/// All that `history` does, from the files to the page.
#[divan::bench]
fn history_of_200(bencher: Bencher) {
    let dir = TempDir::new().expect("a directory");
    let store = store(dir.path());
    bencher.bench(|| {
        let listing = store.team_as_far_as_readable("Payments").expect("a team");
        let made_with = &listing.found.first().expect("an assessment").assessment.checklist;
        let checklist = store.checklist_as_answered(made_with, None).expect("built in");
        let cards: Vec<Scorecard> = listing
            .found
            .into_iter()
            .map(|found| Scorecard::new(Arc::clone(&checklist), found.assessment, None))
            .collect();
        let history = History::of(cards.iter());
        let today = date(2026, 11, 23);
        let trend = Trend { team: "Payments", history: &history, checklist: &checklist, today };
        history::text(trend, PAPER).plain()
    });
}

/// The points alone, of assessments that are read and scored already.
#[divan::bench]
fn points_of_200(bencher: Bencher) {
    let dir = TempDir::new().expect("a directory");
    let store = store(dir.path());
    let checklist = Arc::new(store.checklist(&Id::foreign("operations")).expect("built in"));
    let found = store.team("Payments").expect("a team");
    let cards: Vec<Scorecard> =
        found.into_iter().map(|one| Scorecard::new(Arc::clone(&checklist), one.assessment, None)).collect();
    bencher.bench(|| History::of(divan::black_box(&cards).iter()));
}
