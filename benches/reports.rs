//! What each form of a scorecard costs, of an assessment of 1,200 criteria with a note and evidence each.

mod build;

use std::sync::Arc;

use divan::{Bencher, black_box};
use opsladder::history::Past;
use opsladder::i18n::Lang;
use opsladder::page::{scorecard, summary};
use opsladder::report::markdown::markdown;
use opsladder::report::{Paper, Sheet, badge, csv, html, json};
use opsladder::scorecard::Scorecard;
use opsladder::text::LongWords;

use build::{answered, bare, card};

const PAPER: Paper = Paper { lang: Lang::Zh, width: 80, most: 80, ascii: false, long_words: LongWords::Broken };

fn main() {
    divan::main();
}

fn measure(bencher: Bencher<'_, '_>, write: impl Fn(&Scorecard) -> String + Sync) {
    let checklist = Arc::new(bare(false));
    let assessment = answered(&checklist, 0, 1);
    let card = card(checklist, assessment);
    bencher.bench(|| write(black_box(&card)));
}

#[divan::bench]
fn text_of_1200(bencher: Bencher) {
    measure(bencher, |card| Sheet::of(&scorecard::page(card, None, false, Lang::Zh), PAPER).plain());
}

#[divan::bench]
fn markdown_of_1200(bencher: Bencher) {
    measure(bencher, |card| markdown(&scorecard::page(card, None, false, Lang::Zh), Lang::Zh));
}

#[divan::bench]
fn html_of_1200(bencher: Bencher) {
    measure(bencher, |card| html::scorecard(&scorecard::page(card, None, false, Lang::Zh), card, None, Lang::Zh));
}

/// The first page alone, in each of its forms.
#[divan::bench]
fn summary_of_1200(bencher: Bencher) {
    measure(bencher, |card| {
        let page = summary::page(card, None, Lang::Zh);
        let text = Sheet::of(&page, PAPER).plain();
        text + &markdown(&page, Lang::Zh) + &html::scorecard(&page, card, None, Lang::Zh)
    });
}

/// The same with what changed since an assessment before, which is worked out.
#[divan::bench]
fn summary_with_a_past_of_1200(bencher: Bencher) {
    let checklist = Arc::new(bare(false));
    let before = card(Arc::clone(&checklist), answered(&checklist, 0, 1));
    let now = card(Arc::clone(&checklist), answered(&checklist, 1, 1));
    bencher.bench(|| {
        let past = Past::of(black_box(&now), vec![before.clone(), now.clone()]);
        let page = summary::page(&now, Some(&past), Lang::Zh);
        html::scorecard(&page, &now, None, Lang::Zh)
    });
}

#[divan::bench]
fn json_of_1200(bencher: Bencher) {
    measure(bencher, json::score);
}

/// The same with every item and all that was said of it.
#[divan::bench]
fn json_report_of_1200(bencher: Bencher) {
    measure(bencher, |card| json::report::json(card, None, Lang::Zh));
}

#[divan::bench]
fn csv_of_1200(bencher: Bencher) {
    measure(bencher, |card| csv::csv(card, Lang::Zh, true));
}

#[divan::bench]
fn badge_of_1200(bencher: Bencher) {
    measure(bencher, |card| badge::badge(card, Lang::Zh));
}
