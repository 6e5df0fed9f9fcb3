//! What each form of a scorecard costs, of an assessment of 1,200 criteria with a note and evidence each.

use std::fmt::Write as _;
use std::sync::Arc;

use divan::{Bencher, black_box};
use jiff::civil::date;
use opsladder::i18n::Lang;
use opsladder::model::{Answer, Assessment, ChecklistRef, Entry, Evidence, Key};
use opsladder::report::{Paper, badge, csv, html, json, markdown, text};
use opsladder::scorecard::Scorecard;
use opsladder::store::read_checklist;

const PAPER: Paper = Paper { lang: Lang::Zh, width: 80, ascii: false };

fn main() {
    divan::main();
}

fn card() -> Scorecard {
    let mut file = "format = 1\nid = \"long\"\nversion = \"1.0.0\"\ntitle = \"Long\"\n".to_owned();
    for level in 1..=6 {
        write!(file, "\n[[levels]]\nlevel = {level}\ntitle = \"Level {level}\"\n").expect("memory");
    }
    for nth in 0..1_200 {
        let level = nth / 200 + 1;
        write!(file, "\n[[criteria]]\nid = \"criterion-{nth}\"\nlevel = {level}\ntitle = \"Criterion {nth} 标准\"\n")
            .expect("memory");
    }
    let checklist = read_checklist("long.toml", &file).expect("the checklist is sound");
    let made_with = ChecklistRef {
        id: checklist.id().clone(),
        version: checklist.version().to_string(),
        digest: Some(checklist.digest().to_owned()),
        path: None,
    };
    let mut assessment = Assessment::new("Payments", date(2026, 11, 23), made_with);
    for (nth, item) in checklist.parts().criteria.iter().enumerate() {
        let evidence = Evidence { reference: format!("https://ci.example/{nth}"), ..Evidence::default() };
        let entry = Entry {
            answer: Answer::ALL.get(nth % 4).copied(),
            note: Some(format!("脚本化部署。 Deploy {nth} is scripted; rollback is by hand and was tried in spring.")),
            evidence: vec![evidence],
            due: Some(date(2026, 10, 1)),
            ..Entry::default()
        };
        assessment.set(Key::Criterion(item.id.clone()), entry);
    }
    Scorecard::new(Arc::new(checklist), assessment, None)
}

fn measure(bencher: Bencher<'_, '_>, write: impl Fn(&Scorecard) -> String + Sync) {
    let card = card();
    bencher.bench(|| write(black_box(&card)));
}

#[divan::bench]
fn text_of_1200(bencher: Bencher) {
    measure(bencher, |card| text::report(card, PAPER).plain());
}

#[divan::bench]
fn markdown_of_1200(bencher: Bencher) {
    measure(bencher, |card| markdown::report(card, Lang::Zh));
}

#[divan::bench]
fn html_of_1200(bencher: Bencher) {
    measure(bencher, |card| html::report(card, None, None, Lang::Zh));
}

#[divan::bench]
fn json_of_1200(bencher: Bencher) {
    measure(bencher, json::score);
}

#[divan::bench]
fn csv_of_1200(bencher: Bencher) {
    measure(bencher, |card| csv::csv(card, Lang::Zh, true));
}

#[divan::bench]
fn badge_of_1200(bencher: Bencher) {
    measure(bencher, |card| badge::badge(card, Lang::Zh));
}
