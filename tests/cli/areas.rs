//! Checklists of many areas: what leads, what is cut and counted, published numbers, references, scores by the mean.

use crate::world::{World, golden};

/// Areas in areas, published numbers, references, something that gates nothing.
const NESTED: &str = include_str!("nested.toml");

/// A scale of its own, and the mean of the areas' scores.
const MEAN: &str = include_str!("mean.toml");

/// An assessment of a day with those answers.
fn assessment(team: &str, checklist: &str, day: &str, answers: &[(&str, &str)]) -> String {
    let head = format!("format = 1\nteam = \"{team}\"\ndate = {day}\nstatus = \"draft\"\n\n");
    let checklist = format!("[checklist]\nid = \"{checklist}\"\nversion = \"1.0.0\"\n");
    let answers = answers.iter().map(|(id, answer)| {
        let (table, id) = id.split_once('.').unwrap_or(("criteria", id));
        format!("\n[{table}.{id}]\nanswer = \"{answer}\"\nanswered = {day}\n")
    });
    head + &checklist + &answers.collect::<String>()
}

/// A store with two teams, each with two assessments.
fn world() -> World {
    let world = World::empty();
    world.write("store/checklists/nested.toml", NESTED);
    world.write("store/checklists/mean.toml", MEAN);
    let mut answers = vec![
        ("v1-1-1", "yes"),
        ("v1-1-2", "no"),
        ("v1-2-1", "partial"),
        ("v1-2-2", "no"),
        ("v1-2-4", "no"),
        ("v2-1-1", "no"),
        ("v3-1", "no"),
        ("practices.parameters", "yes"),
    ];
    world.write("store/Web/2026-08-20.toml", &assessment("Web", "nested", "2026-08-20", &answers));
    answers.extend([("v2-1-3", "yes"), ("v1-1-2", "yes"), ("v2-1-1", "yes"), ("v3-1", "yes"), ("v1-1-1", "partial")]);
    // What is said last holds.
    let last = |(nth, (id, _)): &(usize, &(&str, &str))| !answers.iter().skip(nth + 1).any(|(other, _)| other == id);
    let answers: Vec<(&str, &str)> = answers.iter().enumerate().filter(last).map(|(_, pair)| *pair).collect();
    world.write("store/Web/2026-11-23.toml", &assessment("Web", "nested", "2026-11-23", &answers));
    let mut answers = vec![
        ("design-threats-1", "most"),
        ("design-threats-2", "half"),
        ("design-threats-3", "none"),
        ("design-needs-1", "most"),
        ("design-needs-2", "none"),
        ("build-1", "half"),
        ("build-2", "half"),
    ];
    world.write("store/Sam/2026-05-01.toml", &assessment("Sam", "mean", "2026-05-01", &answers));
    answers.extend([("design-needs-3", "half"), ("build-3", "half")]);
    world.write("store/Sam/2026-11-01.toml", &assessment("Sam", "mean", "2026-11-01", &answers));
    world
}

fn told(lang: &str, runs: &[&[&str]]) -> String {
    let runs: Vec<Vec<&str>> = runs.iter().map(|args| [&["--lang", lang], *args].concat()).collect();
    world().transcript(&runs.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

#[test]
fn areas_lead_and_what_is_left_out_is_counted() {
    for lang in ["en", "zh"] {
        let runs: &[&[&str]] = &[
            &["score", "Web"],
            &["score", "Web", "--format", "markdown"],
            &["--ascii", "score", "Web"],
            &["plan", "Web"],
            &["explain", "Web"],
            &["explain", "Web", "V1.1.1"],
            &["explain", "Web", "v1.2.4"],
            &["explain", "Web", "P1"],
            &["report", "Web"],
            &["diff", "Web"],
            &["history", "Web"],
            &["portfolio", "Web", "--at", "2026-11-23"],
            &["check", "Web", "--min-level", "1", "--no-regression-from", "Web~1"],
        ];
        golden(&format!("areas.{lang}"), &told(lang, runs));
    }
}

#[test]
fn a_score_by_the_mean_is_a_number_and_the_gate_stands_beside_it() {
    for lang in ["en", "zh"] {
        let runs: &[&[&str]] = &[
            &["score", "Sam"],
            &["explain", "Sam"],
            &["report", "Sam"],
            &["report", "Sam", "--format", "badge"],
            &["diff", "Sam"],
            &["history", "Sam"],
            &["list"],
            &["portfolio", "Sam", "--at", "2026-11-01"],
            &["check", "Sam", "--min-level", "2"],
        ];
        golden(&format!("mean.{lang}"), &told(lang, runs));
    }
}

#[test]
fn machines_read_the_areas_over_time_and_the_published_numbers() {
    let runs: &[&[&str]] = &[
        &["history", "Web", "--format", "csv"],
        &["history", "Sam", "--format", "csv"],
        &["history", "Sam", "--format", "json"],
        &["report", "Web", "--format", "csv"],
        &["report", "Sam", "--format", "json"],
        &["list", "--format", "json"],
    ];
    golden("areas-machines", &told("en", runs));
}

#[test]
fn guidance_and_links_are_in_a_report_where_they_are_asked_for() {
    let runs: &[&[&str]] = &[
        &["report", "Web", "--guidance"],
        &["report", "Web", "--guidance", "--format", "markdown"],
        &["report", "Web", "--guidance", "--format", "json"],
        &["report", "Web", "--guidance", "--summary"],
    ];
    golden("guidance", &told("en", runs));
    let world = world();
    let html = |more: &[&str]| world.run(&[&["report", "Web", "--format", "html"], more].concat()).out;
    let guided = html(&["--guidance"]);
    for link in [
        "<a href=\"https://weak.example/79.html\" rel=\"noopener noreferrer\"><bdi>CWE-79</bdi></a>",
        "<a href=\"https://sheets.example/output\" rel=\"noopener noreferrer\"><bdi>A cheat sheet</bdi></a>",
        "<a href=\"https://sheets.example/decode\" rel=\"noopener noreferrer\"><bdi>https://sheets.example/decode</bdi></a>",
    ] {
        assert!(guided.contains(link), "{link}");
        assert!(!html(&[]).contains(link), "{link}");
    }
}

#[test]
fn a_web_page_leads_to_every_area_that_has_something() {
    let page = world().run(&["report", "Web", "--format", "html"]).out;
    for (id, depth) in [("v1", 3), ("v1-1", 4), ("v1-2", 4), ("v2", 3), ("v2-1", 4), ("v3", 3)] {
        assert!(page.contains(&format!("<h{depth} id=\"area-{id}\">")), "{id}");
        assert!(page.contains(&format!("<li class=\"depth-{depth}\"><a href=\"#area-{id}\">")), "{id}");
    }
}

#[test]
fn a_practice_that_is_in_place_is_said_to_be_so_where_there_is_one() {
    let plan = told("en", &[&["plan", "Web"]]);
    let item = |code: &str| {
        let from = plan.find(&format!("Level 1 · {code}")).unwrap_or_else(|| panic!("{code} in {plan}"));
        plan.get(from..).and_then(|rest| rest.split("\n\n").next()).unwrap_or_default().to_owned()
    };
    assert!(item("V1.2.1").ends_with("Its practices are in place."), "{}", item("V1.2.1"));
    assert!(item("V1.2.2").contains("what is left is the remedy"), "{}", item("V1.2.2"));
    for neither in ["V1.2.3", "V2.0.1"] {
        assert!(!item(neither).contains("practices"), "{}", item(neither));
        assert!(!item(neither).contains("remedy"), "{}", item(neither));
    }
}

#[test]
fn a_published_number_is_taken_where_an_id_is() {
    let world = world();
    for name in ["V2.1.1", "v2.1.1", "v2-1-1"] {
        assert!(world.run(&["explain", "Web", name]).out.contains("V2.1.1 Cookies are secure"), "{name}");
    }
    let ran = world.run_with(&["assess", "Web", "--plain"], "/v1.2.3\nq\n");
    assert!(ran.out.contains("V1.2.3 Paths are looked up, not put together"), "{}", ran.out);
}
