//! `history` by its whole output and exit status, in both languages; and what holds of its points.

mod support;
#[allow(dead_code, reason = "the tests of the other commands take more of it")]
#[path = "cli/world.rs"]
mod world;

use std::sync::Arc;

use jiff::civil::{Date, date};
use opsladder::history::History;
use opsladder::model::Level;
use opsladder::reading::Reading;
use opsladder::scorecard::Scorecard;
use opsladder::text::width;
use proptest::prelude::*;
use support::{Build, assess, id};
use world::{World, golden};

const QUARTERS: [(&str, &str); 3] = [
    ("2026-02-01", include_str!("fixtures/over_time/2026-02-01.toml")),
    ("2026-05-10", include_str!("fixtures/over_time/2026-05-10.toml")),
    ("2026-11-23", include_str!("fixtures/over_time/2026-11-23.toml")),
];

fn quarters() -> World {
    let world = World::empty();
    world.write("store/checklists/1.0.toml", include_str!("fixtures/over_time/ops-1.0.0.toml"));
    world.write("store/checklists/1.1.toml", include_str!("fixtures/over_time/ops-1.1.0.toml"));
    for (date, text) in QUARTERS {
        // Long past, wherever this runs.
        world.write(&format!("store/Payments/{}.toml", past(date)), &past(text));
    }
    world
}

fn past(text: &str) -> String {
    text.replace("2026-", "2024-")
}

#[test]
fn a_team_over_time_in_both_languages() {
    let world = quarters();
    let runs: [&[&str]; 6] = [
        &["history", "Payments"],
        &["history", "Payments", "--ascii"],
        &["--lang", "zh", "history", "Payments"],
        &["--lang", "zh", "history", "Payments", "--ascii"],
        &["history", "Payments", "--format", "json"],
        &["history", "Payments", "--format", "csv"],
    ];
    golden("history", &world.transcript(&runs).replace('\r', ""));
    for args in runs.iter().take(4) {
        let out = world.run(args).out;
        for line in out.lines() {
            assert!(width(line) <= 80, "{line:?}");
        }
        assert!(!args.contains(&"--ascii") || args.contains(&"zh") || out.is_ascii(), "{out}");
    }
}

#[test]
fn what_is_wrong_is_named_and_the_rest_is_shown() {
    let world = quarters();
    world.write("store/Payments/2024-08-01.toml", "team = \"Payments\"\ndate = ");
    let dated = |date: &str, status: &str| {
        past(QUARTERS[1].1)
            .replace("date = 2024-05-10\nstatus = \"final\"", &format!("date = {date}\nstatus = \"{status}\""))
    };
    world.write("store/Payments/2024-05-10-again.toml", &dated("2024-05-10", "draft"));
    world.write("store/Payments/2999-01-01.toml", &dated("2999-01-01", "final"));
    let runs: [&[&str]; 4] = [
        &["history", "Payments"],
        &["--lang", "zh", "history", "Payments"],
        &["history", "Payment"],
        &["--lang", "zh", "history", "Nobody"],
    ];
    golden("history-trouble", &world.transcript(&runs));
    assert_eq!(world.run(&["history", "Payments", "--format", "csv"]).status, 2);
}

#[test]
fn csv_is_what_a_spreadsheet_reads_and_holds_no_formula() {
    let world = quarters();
    for (date, text) in QUARTERS {
        let team = text.replace("team = \"Payments\"", "team = \"=1+1, \\\"x\\\"\"");
        world.write(&format!("store/1-1-x/{date}.toml"), &team);
    }
    let ran = world.run(&["history", "1-1-x", "--format", "csv"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let mut reader = csv::Reader::from_reader(ran.out.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| row.get(0) == Some("'=1+1, \"x\"")), "{rows:?}");
    assert_eq!(ran.out.matches("\r\n").count(), 4);
}

fn card(date: Date, answers: &str) -> Scorecard {
    let checklist = Build::levels(2).criteria(1, &["a"]).criteria(2, &["b", "c"]).metric("m", None).done();
    let mut assessment = assess(&checklist, answers);
    assessment.date = date;
    Scorecard::new(Reading::new(Arc::new(checklist), assessment), None)
}

#[test]
fn a_point_says_where_the_team_stood() {
    let cards = [card(date(2026, 3, 1), "a=yes b=yes c=yes m:m=2"), card(date(2026, 1, 1), "a=yes b=yes")];
    let history = History::of(cards.iter());
    let points: Vec<_> =
        history.points.iter().map(|it| (it.date, it.level, it.progress, it.coverage.answered)).collect();
    assert_eq!(points, [(date(2026, 1, 1), Level::new(1), Some(50), 2), (date(2026, 3, 1), Level::new(2), None, 3)]);
    assert_eq!(history.measured(), [id("m")]);
}

#[test]
fn gaps_between_dates_are_to_scale() {
    let days = [date(2026, 1, 1), date(2026, 1, 11), date(2026, 2, 10)];
    let cards: Vec<Scorecard> = days.iter().map(|day| card(*day, "a=yes")).collect();
    let history = History::of(cards.iter());
    assert_eq!(history.places(41), [0, 10, 40]);
    assert_eq!(history.places(12), [0, 3, 11]);
    assert_eq!(history.places(1), [0, 0, 0]);
    assert_eq!(history.places(0), [0, 0, 0]);
    assert_eq!(History::of(cards.iter().take(1)).places(41), [0]);
    assert_eq!(History::default().places(41), [0; 0]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_point_lies_on_the_line_in_the_order_of_dates(days in proptest::collection::vec(0..4000_i32, 1..12), cells in 1..90_usize) {
        let start = date(2020, 1, 1);
        let cards: Vec<Scorecard> = days
            .iter()
            .map(|days| card(start.checked_add(jiff::Span::new().days(*days)).expect("a date"), "a=yes"))
            .collect();
        let history = History::of(cards.iter());
        let places = history.places(cells);
        prop_assert_eq!(places.len(), days.len());
        prop_assert!(places.windows(2).all(|pair| pair[0] <= pair[1]));
        prop_assert!(places.iter().all(|place| *place < cells));
        if history.points.first().map(|it| it.date) != history.points.last().map(|it| it.date) {
            prop_assert_eq!(places.last().copied(), Some(cells - 1));
        }
    }
}
