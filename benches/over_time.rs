//! What looking back costs: a history of 200 assessments, and a comparison of two of 1,200 criteria each.

mod build;

use std::path::Path;
use std::sync::Arc;

use divan::Bencher;
use jiff::ToSpan;
use jiff::civil::date;
use opsladder::diff::diff;
use opsladder::history::History;
use opsladder::i18n::Lang;
use opsladder::page::comparison::{self, Compared};
use opsladder::page::trend::{self, Trend};
use opsladder::report::{Paper, Sheet, html};
use opsladder::scorecard::Scorecard;
use opsladder::store::Store;
use opsladder::text::LongWords;
use tempfile::TempDir;

use build::{DAY, answered, bare, built_in, card, store};

const PAPER: Paper = Paper { lang: Lang::Zh, width: 80, most: 80, ascii: false, long_words: LongWords::Broken };

fn main() {
    divan::main();
}

fn two() -> (Scorecard, Scorecard) {
    let (old, new) = (Arc::new(bare(false)), Arc::new(bare(true)));
    let (before, after) = (answered(&old, 0, 1), answered(&new, 1, 1));
    (card(old, before), card(new, after))
}

/// A store with 200 assessments of one team, a week apart, all by the built-in checklist.
fn filled(dir: &Path) -> Store {
    let (store, checklist) = (store(dir), built_in());
    for week in 0..200 {
        let mut assessment = answered(&checklist, week, 5);
        assessment.date = date(2022, 1, 3).checked_add(week_span(week)).expect("a date");
        store.create(&assessment, &checklist, None).expect("the file is written");
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
        Sheet::of(&comparison::page(Compared { old: &old, new: &new, diff: &diff }, true, Lang::Zh), PAPER).plain()
    });
}

/// The page of two in a browser, and on paper.
#[divan::bench]
fn diff_of_1200_as_html(bencher: Bencher) {
    let (old, new) = two();
    bencher.bench(|| {
        let diff = diff(divan::black_box(&old), divan::black_box(&new));
        let compared = Compared { old: &old, new: &new, diff: &diff };
        html::comparison(&comparison::page(compared, false, Lang::Zh), compared, None, Lang::Zh)
    });
}

/// The trend of 1,200 criteria over three dates in a browser, and on paper.
#[divan::bench]
fn trend_of_1200_as_html(bencher: Bencher) {
    let (old, new) = two();
    let cards = [old.clone(), old, new];
    bencher.bench(|| {
        let history = History::of(divan::black_box(&cards).iter());
        let trend = Trend { team: "Payments", history: &history, checklist: &cards[2].checklist, today: DAY };
        html::trend(&trend::page(trend, Lang::Zh), trend, None, Lang::Zh)
    });
}

/// All that `history` does, from the files to the page.
#[divan::bench]
fn history_of_200(bencher: Bencher) {
    let dir = TempDir::new().expect("a directory");
    let store = filled(dir.path());
    bencher.bench(|| {
        let (readings, _) = store.library().readings(store.team("Payments").expect("a team"));
        let cards: Vec<Scorecard> = readings.into_iter().map(|reading| Scorecard::new(reading, None)).collect();
        let checklist = &cards.last().expect("the newest").checklist;
        let history = History::of(cards.iter());
        let today = DAY;
        let trend = Trend { team: "Payments", history: &history, checklist, today };
        Sheet::of(&trend::page(trend, Lang::Zh), PAPER).plain()
    });
}

/// The points alone, of assessments that are read and scored already.
#[divan::bench]
fn points_of_200(bencher: Bencher) {
    let dir = TempDir::new().expect("a directory");
    let store = filled(dir.path());
    let (readings, _) = store.library().readings(store.team("Payments").expect("a team"));
    let cards: Vec<Scorecard> = readings.into_iter().map(|reading| Scorecard::new(reading, None)).collect();
    bencher.bench(|| History::of(divan::black_box(&cards).iter()));
}
