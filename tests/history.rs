//! `history` by its whole output and exit status, in both languages; and what holds of its points.

mod support;
#[allow(dead_code, reason = "the tests of the other commands take more of it")]
#[path = "cli/world.rs"]
mod world;

use std::sync::Arc;

use jiff::civil::{Date, date};
use opsladder::diff::Way;
use opsladder::history::{History, Stand};
use opsladder::model::{Answer, Counted, Level};
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
    let runs: [&[&str]; 8] = [
        &["history", "Payments"],
        &["history", "Payments", "--ascii"],
        &["--lang", "zh", "history", "Payments"],
        &["--lang", "zh", "history", "Payments", "--ascii"],
        &["history", "Payments", "--format", "json"],
        &["history", "Payments", "--format", "csv"],
        &["history", "Payments", "--format", "markdown"],
        &["--lang", "zh", "history", "Payments", "--format", "markdown"],
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

#[test]
fn the_ending_of_a_file_says_the_format() {
    let world = quarters();
    let forms = [
        ("h.html", "html"),
        ("h.svg", "svg"),
        ("h.md", "markdown"),
        ("h.json", "json"),
        ("h.csv", "csv"),
        ("h.txt", "text"),
    ];
    for (file, format) in forms {
        let ran = world.run(&["history", "Payments", "-o", file]);
        assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{}", ran.err);
        assert_eq!(world.read(&format!("work/{file}")), world.run(&["history", "Payments", "--format", format]).out);
    }
    let page = world.read("work/h.html");
    for said in ["class=\"trend\"", "class=\"spark\"", "class=\"target\"", "class=\"timeline\"", "ops 1.1.0"] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    let drawing = world.read("work/h.svg");
    assert!(drawing.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{drawing}");
    assert!(drawing.contains("99.9% → 99.5%") && drawing.contains("class=\"way\""), "{drawing}");
    let refused = world.run(&["history", "Payments", "--paper", "a4", "-o", "h.svg"]);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("`--paper` is for HTML only"), "{}", refused.err);
}

#[test]
fn nothing_that_a_team_wrote_is_markup() {
    let world = quarters();
    for (date, text) in QUARTERS {
        let team = text.replace("team = \"Payments\"", "team = \"<script>alert(1)</script> | `x`\"");
        world.write(&format!("store/script-alert-1-script-x/{date}.toml"), &team);
    }
    for format in ["html", "svg", "markdown"] {
        let ran = world.run(&["history", "script-alert-1-script-x", "--format", format]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        assert!(!ran.out.contains("<script") && ran.out.contains("&lt;script"), "{}", ran.out);
    }
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

/// The turns of a criterion that was answered so from quarter to quarter: `-` slipped, `+` back.
fn turns(answers: &[&str]) -> String {
    let quarter = |nth: usize| {
        let months = jiff::Span::new().months(3 * i64::try_from(nth).expect("a small number"));
        date(2026, 1, 1).checked_add(months).expect("a date")
    };
    let said = |answer: &str| if answer.is_empty() { String::new() } else { format!("a={answer}") };
    let cards: Vec<Scorecard> =
        answers.iter().enumerate().map(|(nth, answer)| card(quarter(nth), &said(answer))).collect();
    let history = History::of(cards.iter());
    let lane = history.lanes.iter().find(|lane| lane.id == id("a")).expect("it is asked");
    let turn = |(nth, way)| format!("{}{nth}", if way == Way::Down { '-' } else { '+' });
    lane.turns().into_iter().map(turn).collect()
}

#[test]
fn an_answer_slips_and_comes_back() {
    assert_eq!(turns(&["no", "partial", "yes"]), "");
    assert_eq!(turns(&["yes", "no", "partial", "yes"]), "-1+3");
    assert_eq!(turns(&["partial", "no", "no", "yes"]), "-1+3");
    assert_eq!(turns(&["yes", "", "yes", "partial"]), "-1+2-3");
    // What is waived says nothing of it.
    assert_eq!(turns(&["no", "na", "no", "yes", "na", "yes"]), "");
    assert_eq!(turns(&["yes", "na", "partial"]), "-2");
}

#[test]
fn what_was_not_asked_then_stands_apart_from_what_was_not_answered() {
    let earlier = Build::levels(1).criteria(1, &["old"]).done();
    let mut later =
        Build::levels(1).criterion("new", 1, |item| item.formerly = support::former(&["old"])).criteria(1, &["more"]);
    later.0.version = semver::Version::new(1, 1, 0);
    let later = later.done();
    let made = |checklist: &opsladder::model::Checklist, day, answers: &str| {
        let mut assessment = assess(checklist, answers);
        assessment.date = day;
        Scorecard::new(Reading::new(Arc::new(checklist.clone()), assessment), None)
    };
    let cards = [made(&earlier, date(2026, 1, 1), "old=yes"), made(&later, date(2026, 4, 1), "new=yes")];
    let history = History::of(cards.iter());
    let stands: Vec<Vec<Stand>> = history.lanes.iter().map(|lane| lane.at.clone()).collect();
    let yes = Stand::Asked(Some((Answer::YES, Counted::MET)));
    assert_eq!(stands, [vec![yes, yes], vec![Stand::NotAsked, Stand::Asked(None)]]);
    assert_eq!(history.checklists().len(), 2);
}

#[test]
fn a_metric_is_shown_in_the_unit_that_the_team_measured_it_in() {
    let world = World::empty();
    let write = |date: &str, metric: &str| {
        let head = format!("format = 1\nteam = \"Ledger\"\ndate = {date}\nstatus = \"final\"\n");
        let text =
            format!("{head}[checklist]\nid = \"operations\"\nversion = \"1.0.0\"\n[metrics.server-cost]\n{metric}\n");
        world.write(&format!("store/Ledger/{date}.toml"), &text);
    };
    write("2024-02-01", "value = 90");
    write("2024-05-01", "value = 7.5\nunit = \"kEUR/week\"");
    write("2024-08-01", "value = 8.25\nunit = \"kEUR/week\"");
    let said = |args: &[&str]| {
        let ran = world.run(args);
        assert_eq!(ran.status, 0, "{}", ran.err);
        ran.out
    };
    let history = said(&["history", "Ledger", "--format", "markdown"]);
    assert!(history.contains("90 currency/month → 8.25 kEUR/week · tracked"), "neither more nor less\n{history}");
    let json = said(&["history", "Ledger", "--format", "json"]);
    assert_eq!(json.matches("\"unit\": \"kEUR/week\"").count(), 2, "{json}");
    let report = said(&["report", "Ledger", "--format", "markdown"]);
    assert!(report.contains("7.5 kEUR/week (2024-05-01)"), "{report}");
    let diff = said(&["diff", "Ledger", "--all"]);
    assert!(diff.contains("7.5 kEUR/week → 8.25 kEUR/week (+0.75 kEUR/week"), "{diff}");
}
