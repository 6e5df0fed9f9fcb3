//! `portfolio` and `export` by their whole output and exit status, in both languages; and what holds of many teams.

mod support;
#[allow(dead_code, reason = "the tests of the other commands take more of it")]
#[path = "cli/world.rs"]
mod world;

use std::fmt::Write as _;
use std::fs;

use jiff::civil::date;
use opsladder::findings::Code;
use opsladder::portfolio::{Portfolio, STALE_FROM, Tally, level_before};
use opsladder::reading::Reading;
use opsladder::scorecard::Scorecard;
use serde_json::Value;
use support::{Build, assess, id};
use world::{SMALL, World, golden};

/// A scorecard of a team by the answers in `said`.
fn card(
    checklist: &std::sync::Arc<opsladder::model::Checklist>,
    team: &str,
    group: Option<&str>,
    said: &str,
) -> Scorecard {
    let mut assessment = assess(checklist, said);
    team.clone_into(&mut assessment.team);
    assessment.group = group.map(str::to_owned);
    Scorecard::new(Reading::new(std::sync::Arc::clone(checklist), assessment), None)
}

#[test]
fn teams_stand_by_group_and_name_and_what_blocks_most_comes_first() {
    let checklist = Build::levels(2)
        .practices(None, &["do", "act"])
        .criteria(1, &["a"])
        .criterion("b", 2, |criterion| criterion.practices = support::ids(&["do", "act"]))
        .criteria(2, &["c"])
        .done();
    let checklist = std::sync::Arc::new(checklist);
    let cards = [
        card(&checklist, "zeta", None, "a=yes b=yes c=yes"),
        card(&checklist, "Beta", Some("ops"), "a=yes b=no c=yes p:do=yes"),
        card(&checklist, "alpha", Some("Ops"), "a=yes b=partial"),
        card(&checklist, "Gamma", Some("apps"), "a=no"),
    ];
    let before = Reading::new(std::sync::Arc::clone(&checklist), assess(&checklist, "a=no"));
    let pairs = cards
        .iter()
        .map(|card| (card, (card.assessment.team == "alpha").then(|| level_before(&checklist, &before)).flatten()));
    let portfolio = Portfolio::of(pairs, date(2026, 11, 23));
    let [cohort] = portfolio.cohorts.as_slice() else { panic!("one text") };
    let names: Vec<&str> = cohort.teams.iter().map(|team| team.team()).collect();
    assert_eq!(
        names,
        ["Gamma", "alpha", "Beta", "zeta"],
        "groups are told apart without regard to case, no group is last"
    );
    let changes: Vec<Option<i16>> = cohort.teams.iter().map(|team| team.change()).collect();
    assert_eq!(changes, [None, Some(1), None, None]);
    let levels: Vec<usize> = cohort.levels().map(|(_, count)| count).collect();
    assert_eq!(levels, [1, 2, 1]);
    let blockers = cohort.blockers();
    let told: Vec<(String, Vec<usize>)> =
        blockers.iter().map(|blocker| (blocker.criterion.id.to_string(), blocker.teams.clone())).collect();
    assert_eq!(told, [("b".to_owned(), vec![1, 2]), ("a".to_owned(), vec![0]), ("c".to_owned(), vec![1])]);
    assert_eq!(blockers[0].practices, [(&id("act"), 2), (&id("do"), 1)], "what most of them lack comes first");
    let b = checklist.criterion(&id("b")).expect("it is there");
    assert_eq!(cohort.tally(b), Tally { yes: 1, partial: 1, no: 1, na: 0, unanswered: 1 });
    let next = cohort.teams[1].next().expect("it is not at the top");
    assert_eq!((next.criterion.id.as_str(), next.remaining.len()), ("b", 2));
    assert!(cohort.teams[3].next().is_none());
}

#[test]
fn an_assessment_is_stale_from_a_hundred_days_on() {
    let checklist = std::sync::Arc::new(Build::levels(1).criteria(1, &["a"]).done());
    let one = card(&checklist, "one", None, "a=yes");
    let stale = |at| {
        let portfolio = Portfolio::of([(&one, None)].into_iter(), at);
        portfolio.teams().next().map(|team| (team.age(), team.is_stale()))
    };
    assert_eq!(STALE_FROM, 100);
    assert_eq!(stale(date(2027, 3, 2)), Some((99, false)));
    assert_eq!(stale(date(2027, 3, 3)), Some((100, true)));
}

#[test]
fn findings_are_counted_by_team_and_by_how_often() {
    let checklist = Build::levels(1).deliverables(&["x", "y"]).criterion("a", 1, |criterion| {
        criterion.deliverables = support::ids(&["x", "y"]);
    });
    let checklist = std::sync::Arc::new(checklist.done());
    let cards = [
        card(&checklist, "one", None, "a=yes d:x=no d:y=no gone=yes"),
        card(&checklist, "two", None, "a=na gone=yes other=no"),
        card(&checklist, "three", None, "a=yes"),
    ];
    let portfolio = Portfolio::of(cards.iter().map(|card| (card, None)), date(2026, 11, 23));
    let found: Vec<(Code, usize, usize)> =
        portfolio.cohorts[0].findings().iter().map(|of| (of.code, of.teams.len(), of.count)).collect();
    assert_eq!(
        found,
        [(Code::UnknownId, 2, 3), (Code::DeliverableMissing, 1, 2), (Code::WaiverUnexplained, 1, 1)],
        "those of most teams first"
    );
}

const DAY: &str = "2024-11-23";

/// An assessment file.
fn file(team: &str, day: &str, head: &str, answers: &[(&str, &str)]) -> String {
    let mut text = format!(
        "format = 1\nteam = \"{team}\"\ndate = {day}\nstatus = \"final\"\n{head}\n[checklist]\nid = \"operations\"\nversion = \"1.0.0\"\n"
    );
    for (id, said) in answers {
        let _ = write!(text, "\n[criteria.{id}]\n{said}\nanswered = {day}\n");
    }
    text
}

const YES: &str = "answer = \"yes\"";
const LEVEL_ONE: [(&str, &str); 3] =
    [("deploys-and-runs", YES), ("basic-monitoring", YES), ("basic-incident-handling", YES)];

/// Teams with a bit of everything: groups, a level gained, late items, a stale one, one of another checklist.
fn teams() -> World {
    let world = World::empty();
    let late = "answer = \"partial\"\nowner = \"王芳\"\ndue = 2024-10-31";
    world.write("store/Payments/2024-08-20.toml", &file("Payments", "2024-08-20", "group = \"Commerce\"\n", &[]));
    let now = [&LEVEL_ONE[..], &[("full-cicd", late)]].concat();
    world.write(&format!("store/Payments/{DAY}.toml"), &file("Payments", DAY, "group = \"Commerce\"\n", &now));
    world.write("store/支付-团队/2024-11-20.toml", &file("支付/团队", "2024-11-20", "group = \"平台\"\n", &LEVEL_ONE));
    world.write("store/Search/2024-03-01.toml", &file("Search", "2024-03-01", "", &LEVEL_ONE[..1]));
    world.write("store/checklists/small.toml", SMALL);
    let small = file("Maps", DAY, "", &[]).replace("operations", "small");
    world.write(&format!("store/Maps/{DAY}.toml"), &small);
    world
}

#[test]
fn all_teams_on_one_sheet_in_both_languages() {
    let world = teams();
    let at: &[&str] = &["--today", "2024-11-25", "portfolio"];
    let mut runs: Vec<Vec<&str>> = Vec::new();
    for lang in ["en", "zh"] {
        runs.push([&["--lang", lang], at].concat());
        runs.push([&["--lang", lang], at, &["--format", "markdown", "--group", "commerce"]].concat());
    }
    runs.push([at, &["--ascii", "Payments", "Search"]].concat());
    runs.push([at, &["--at", "2024-09-30"]].concat());
    runs.push([at, &["--format", "csv"]].concat());
    runs.push([at, &["--format", "json", "Payments"]].concat());
    let runs: Vec<&[&str]> = runs.iter().map(Vec::as_slice).collect();
    golden("portfolio", &world.transcript(&runs).replace('\r', ""));
}

#[test]
fn what_is_asked_for_in_vain_is_said() {
    let world = teams();
    let at: &[&str] = &["--today", "2024-11-25", "portfolio"];
    world.write("store/Broken/2024-11-01.toml", "date = \n");
    let runs: Vec<Vec<&str>> = vec![
        [at, &["--group", "nobody"]].concat(),
        [at, &["Paymets"]].concat(),
        [at, &["--at", "2020-01-01", "Payments"]].concat(),
        [at, &["--at", "soon"]].concat(),
        [at, &["--format", "csv"]].concat(),
        vec!["report", "--all"],
        vec!["report", "--all", "Payments", "-o", "x/"],
        vec!["report", "--all", "-o", "one.html"],
    ];
    let runs: Vec<&[&str]> = runs.iter().map(Vec::as_slice).collect();
    golden("portfolio-in-vain", &world.transcript(&runs).replace('\r', ""));
}

#[test]
fn every_item_is_a_row_in_either_form() {
    let world = teams();
    let csv = world.run(&["export"]);
    let json = world.run(&["export", "--format", "jsonl"]);
    assert_eq!((csv.status, json.status, csv.err.as_str(), json.err.as_str()), (0, 0, "", ""));
    let mut reader = csv::Reader::from_reader(csv.out.as_bytes());
    let header: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
    assert_eq!(
        header.join(","),
        "team,group,date,status,checklist,version,kind,id,code,title,level,area,answer,answered,reason,owner,due,evidence,value,\
         unit,target,metric_status,note"
    );
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
    let lines: Vec<Value> = json.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(rows.len(), lines.len());
    for (row, line) in rows.iter().zip(&lines) {
        let keys: Vec<&String> = line.as_object().expect("an object").keys().collect();
        assert_eq!(keys.len(), header.len());
        for (name, field) in header.iter().zip(row) {
            let value = match &line[name] {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            assert_eq!(*field, value, "{name} of {line}");
        }
    }
    let late: Vec<&Value> = lines.iter().filter(|line| line["due"] == "2024-10-31").collect();
    let [late] = late.as_slice() else { panic!("one of them") };
    assert_eq!(
        (late["kind"].as_str(), late["id"].as_str(), late["owner"].as_str()),
        (Some("criterion"), Some("full-cicd"), Some("王芳"))
    );
    assert_eq!((late["level"].as_u64(), late["area"].as_str()), (Some(2), Some("deployment")));
}

#[test]
fn nothing_of_an_export_runs_as_a_formula_or_disturbs_a_terminal() {
    let world = World::empty();
    let odd = format!("answer = \"no\"\nnote = \"=1+1\\u001B[31m\"\nowner = \"+Lin{}\"", '\u{202e}');
    world.write(
        &format!("store/Payments/{DAY}.toml"),
        &file("Payments", DAY, "group = \"-x\"\n", &[("full-cicd", &odd)]),
    );
    let csv = world.run(&["export"]).out;
    assert!(csv.contains(",'=1+1[31m") && csv.contains(",'+Lin,") && csv.contains(",'-x,"), "{csv}");
    let json = world.run(&["export", "--format", "jsonl"]).out;
    assert!(!json.contains(['\u{1b}', '\u{202e}']), "{json}");
    let line = json.lines().find(|line| line.contains("full-cicd")).expect("a line");
    let line: Value = serde_json::from_str(line).expect("JSON");
    assert_eq!(
        (line["note"].as_str(), line["owner"].as_str()),
        (Some("=1+1\u{1b}[31m"), Some("+Lin\u{202e}")),
        "as it is"
    );
}

#[test]
fn the_index_of_all_reports_leads_to_each_of_them() {
    let world = teams();
    for (format, index) in [("html", "index.html"), ("markdown", "index.md"), ("badge", "index.html")] {
        let into = format!("{format}/");
        let ran = world.run(&["--today", "2024-11-25", "report", "--all", "--format", format, "-o", &into]);
        assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
        let page = fs::read_to_string(world.path(&format!("work/{format}/{index}"))).expect("an index");
        let mut files: Vec<String> = fs::read_dir(world.path(&format!("work/{format}")))
            .expect("a directory")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .filter(|name| name != index)
            .collect();
        files.sort();
        assert_eq!(files.len(), 4, "{files:?}");
        for file in files {
            assert!(page.contains(&format!("./{file}")), "{format}: {file}\n{page}");
        }
    }
}

#[test]
fn only_the_newest_files_are_read() {
    let world = teams();
    // What is older than the one before is not looked at, whatever it holds.
    world.write("store/Payments/2023-01-01.toml", "no TOML at all");
    let ran = world.run(&["--today", "2024-11-25", "portfolio", "--format", "csv", "Payments"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("Payments,Commerce,2024-11-23,final,operations,1.0.0,1,3,1,"), "{}", ran.out);
    assert_eq!(world.run(&["score", "Payments"]).status, 0);
    // A file that is of another day than it is called makes all of them be read.
    world.write("store/Search/2024-11-01.toml", &file("Search", "2024-02-01", "", &[]));
    let ran = world.run(&["--today", "2024-11-25", "portfolio", "--format", "csv", "Search"]);
    assert_eq!(ran.status, 0);
    assert!(ran.out.contains("Search,,2024-03-01,"), "{}", ran.out);
}
