//! What many teams cost: 200 teams with ten assessments each, by the built-in checklist.
//!
//! `reading_alone` is what `cat` of the same files would be measured against: all 2,000, and the 400 that a portfolio needs.

mod build;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use divan::{Bencher, black_box};
use jiff::ToSpan;
use jiff::civil::date;
use opsladder::i18n::Lang;
use opsladder::page::portfolio::{self, Wanted};
use opsladder::portfolio::{Portfolio, level_before};
use opsladder::report::json;
use opsladder::report::markdown::markdown;
use opsladder::report::rows::RowFormat;
use opsladder::scorecard::Scorecard;
use opsladder::scoring;
use opsladder::store::{Store, read_found};
use rayon::prelude::*;
use tempfile::TempDir;

use build::{answered, built_in, long_text, store};

const TEAMS: usize = 200;
const EACH: usize = 10;

fn main() {
    divan::main();
}

/// The store; of each team one file is written by the program, the others as that is.
fn filled(dir: &Path) -> Store {
    let (store, checklist) = (store(dir), built_in());
    for team in 0..TEAMS {
        let mut assessment = answered(&checklist, team, 5);
        (assessment.team, assessment.date) = (format!("Team {team}"), date(2022, 1, 3));
        let first = store.create(&assessment, &checklist, None).expect("the file is written");
        let (path, text) = (first.path().expect("it is a file"), first.text());
        for quarter in 1..EACH {
            let months = i64::try_from(3 * quarter).expect("a small number").months();
            let day = assessment.date.checked_add(months).expect("a date");
            let text = text.replace("date = 2022-01-03", &format!("date = {day}"));
            fs::write(path.with_file_name(format!("{day}.toml")), text).expect("the file is written");
        }
    }
    store
}

/// The newest assessment of each team, with the level of the one before.
fn newest(store: &Store) -> Vec<(Scorecard, Option<opsladder::model::Level>)> {
    let library = store.library();
    let dirs = store.directories(&[]).expect("the store is there");
    let read = dirs.par_iter().flat_map_iter(|dir| store.newest_in(dir, date(2030, 1, 1)).newest).map(|newest| {
        let card = Scorecard::new(library.read(newest.found).expect("a reading"), None);
        let before = newest.before.map(|path| library.read(read_found(path).expect("a file")).expect("a reading"));
        let was = before.and_then(|before| level_before(&card.checklist, &before));
        (card, was)
    });
    read.collect()
}

fn of(cards: &[(Scorecard, Option<opsladder::model::Level>)]) -> Portfolio<'_> {
    Portfolio::of(cards.iter().map(|(card, was)| (card, *was)), date(2026, 11, 23))
}

/// The files themselves: all of them, or the last two of each team.
#[divan::bench(args = [EACH, 2])]
fn reading_alone(bencher: Bencher, last: usize) {
    let dir = TempDir::new().expect("a directory");
    let files = filled(dir.path()).files().expect("the store is there");
    let wanted: Vec<&PathBuf> = files.chunks(EACH).flat_map(|own| own.iter().skip(EACH - last)).collect();
    bencher.bench(|| wanted.iter().map(|path| fs::read(path).expect("a file").len()).sum::<usize>());
}

/// All that `portfolio --format json` does, from the files to the text.
#[divan::bench]
fn portfolio_as_json(bencher: Bencher) {
    let dir = TempDir::new().expect("a directory");
    let store = filled(dir.path());
    bencher.bench(|| json::portfolio::json(&of(&newest(black_box(&store)))));
}

/// The page alone.
#[divan::bench]
fn portfolio_page(bencher: Bencher) {
    let dir = TempDir::new().expect("a directory");
    let cards = newest(&filled(dir.path()));
    bencher.bench(|| markdown(&portfolio::page(&of(black_box(&cards)), Wanted::of(Lang::Zh)), Lang::Zh));
}

/// All that `list` does, beside this many long checklists that no assessment answers.
#[divan::bench(args = [0, 20])]
fn list_beside_checklists(bencher: Bencher, checklists: usize) {
    let dir = TempDir::new().expect("a directory");
    let store = filled(dir.path());
    beside(&store, checklists);
    bencher.bench(|| {
        let library = store.library();
        let dirs = store.directories(&[]).expect("the store is there");
        let read = dirs.par_iter().flat_map(|dir| Store::held_in(dir).found).map(|found| {
            let reading = library.read(found).expect("a reading");
            usize::from(scoring::score(&reading.checklist, &reading.assessment).level.get())
        });
        read.sum::<usize>()
    });
}

/// What a target leads to, the newest and one far back, and that there is no such team.
#[divan::bench(args = ["Team 7", "Team 7~8", "Team 7:operations~1", "Nobody~1"])]
fn target(bencher: Bencher, target: &str) {
    let dir = TempDir::new().expect("a directory");
    let store = filled(dir.path());
    beside(&store, 20);
    bencher.bench(|| {
        let read = store.selector(black_box(target)).and_then(|it| store.read(&it, || Ok(Vec::new())));
        read.and_then(|file| store.library().open(file)).is_ok()
    });
}

/// Writes long checklists into the store.
fn beside(store: &Store, checklists: usize) {
    let own = store.root().join("checklists");
    fs::create_dir_all(&own).expect("a directory");
    for nth in 0..checklists {
        let text = long_text().replacen("id = \"long\"", &format!("id = \"long-{nth}\""), 1);
        fs::write(own.join(format!("{nth}.toml")), text).expect("the file is written");
    }
}

/// All that `export` does, of every file.
#[divan::bench]
fn export_as_csv(bencher: Bencher) {
    let dir = TempDir::new().expect("a directory");
    let store = filled(dir.path());
    let library = Arc::new(store.library());
    bencher.bench(|| {
        let files = store.files().expect("the store is there");
        let rows = files.into_par_iter().map(|path| {
            let reading = library.read(read_found(path).expect("a file")).expect("a reading");
            RowFormat::Csv.rows(&Scorecard::new(reading, None), Lang::En).len()
        });
        rows.sum::<usize>()
    });
}
