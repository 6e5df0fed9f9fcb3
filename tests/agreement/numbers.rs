//! Every number of a report is the same in every format.

use serde_json::Value;

use super::support_over_time::World;

/// A team with a past and something of every kind.
pub(super) const STORE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/render/store");

fn report(lang: &str, more: &[&str]) -> String {
    let world = World::new();
    let ran = world.run(&[&["--lang", lang, "--store", STORE, "report", "Payments"], more].concat());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{more:?}");
    ran.out
}

/// What a page of the web says: without its head, the ways into it, drawings and tags.
fn said(page: &str) -> String {
    let mut text = page.split_once("<body>").expect("a body").1.to_owned();
    for (begin, end) in [("<nav", "</nav>"), ("<svg", "</svg>")] {
        let mut parts = text.split(begin);
        let first = parts.next().unwrap_or_default().to_owned();
        text = parts.fold(first, |kept, part| kept + " " + part.split_once(end).expect("an end").1);
    }
    let mut tags = text.split('<');
    let first = tags.next().unwrap_or_default().to_owned();
    let words = tags.filter_map(|rest| Some(rest.split_once('>')?.1));
    words.fold(first, |said, words| said + " " + words).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// A text without the drawing of the trend and the numbers of lists, which a page of the web draws.
fn undrawn(text: &str, titles: [&str; 2]) -> String {
    let mut kept = String::new();
    let mut skipped = false;
    for line in text.lines() {
        let bare = line.trim_start_matches(['#', ' ']);
        if titles.contains(&bare) {
            skipped = true;
        } else if skipped
            && (line.starts_with(['┌', '|'])
                || line.starts_with("###")
                || line.starts_with("Since")
                || line.starts_with('自'))
        {
            skipped = false;
        }
        let listed = bare.split_once(". ").filter(|(number, _)| number.len() < 3 && number.parse::<u8>().is_ok());
        if !skipped {
            kept.push_str(listed.map_or(line, |(_, rest)| rest));
            kept.push('\n');
        }
    }
    kept
}

/// Every number, in order of size.
fn numbers(text: &str) -> Vec<String> {
    let all = text.split(|c: char| !c.is_ascii_digit() && c != '.').map(|number| number.trim_matches('.'));
    let mut all: Vec<String> = all.filter(|number| !number.is_empty()).map(str::to_owned).collect();
    all.sort_unstable();
    all
}

#[test]
fn text_markdown_and_html_hold_the_same_numbers() {
    for (lang, titles) in
        [("en", ["Level and progress to the next", "Over time"]), ("zh", ["等级与升级进度", "历次变化"])]
    {
        for alone in [&[][..], &["--summary"]] {
            let of = |format: &[&str]| report(lang, &[alone, format].concat());
            let html = numbers(&said(&of(&["--format", "html"])));
            let text = numbers(&undrawn(&of(&["--width", "200"]), titles));
            let markdown = numbers(&undrawn(&of(&["--format", "markdown"]), titles));
            assert!(html.len() > 80, "{}", html.len());
            assert_eq!(text, html, "{lang} {alone:?}");
            assert_eq!(markdown, html, "{lang} {alone:?}");
        }
    }
}

#[test]
fn what_programs_read_is_what_people_read() {
    let json: Value = serde_json::from_str(&report("en", &["--format", "json"])).expect("JSON");
    let csv = report("en", &["--format", "csv"]);
    let pages = [
        report("en", &["--width", "200"]),
        report("en", &["--format", "markdown"]),
        said(&report("en", &["--format", "html"])),
    ];
    let flat = |page: &str| {
        page.split_whitespace().filter(|word| *word != "·").collect::<Vec<_>>().join(" ").replace("**", "")
    };
    let pages: Vec<String> = pages.iter().map(|page| flat(page)).collect();
    let said = |words: String| {
        for page in &pages {
            assert!(page.contains(&words), "`{words}` in\n{page}");
        }
    };
    let number = |value: &Value| value.to_string();
    let count = |value: &Value| value.as_array().expect("a list").len();
    said(format!("Level {} of {}", json["level"], json["max_level"]));
    said(format!("{} of {} criteria answered", json["coverage"]["answered"], json["coverage"]["total"]));
    for (label, key) in [
        ("as answered", "level"),
        ("evidenced", "evidenced_level"),
        ("without waivers", "level_without_waivers"),
        ("if unanswered were yes", "possible_level"),
    ] {
        // A list of facts in one place, labels and values of their own in another.
        let level = format!("Level {}", json[key]);
        assert!(
            pages
                .iter()
                .all(|page| page.contains(&format!("{label}: {level}")) || page.contains(&format!("{label} {level}"))),
            "{label}"
        );
    }
    said(format!("gaps: {}", count(&json["gaps"])));
    said(format!("Findings: {}", count(&json["findings"])));
    said(format!("Waivers: {}", count(&json["waivers"])));
    said(format!("{} of {} ready", json["deliverables"]["ready"], json["deliverables"]["applicable"]));
    for level in json["levels"].as_array().expect("levels") {
        let percent = level["progress"].as_f64().map(|share| format!("{}%", (share * 100.0 + 1e-9).floor()));
        percent.into_iter().for_each(said);
    }
    for item in json["items"].as_array().expect("items") {
        let id = item["id"].as_str().expect("an id");
        let row =
            csv.lines().find(|line| line.split(',').nth(1) == Some(id)).unwrap_or_else(|| panic!("{id} in {csv}"));
        if let Some(value) = item["value"].as_f64() {
            let value = value.to_string();
            assert!(row.split(',').any(|cell| cell == value), "{value} in {row}");
            said(value);
        }
        if let Some(answer) = item["answer"].as_str() {
            assert!(row.split(',').any(|cell| cell == answer), "{answer} in {row}");
        }
    }
    for point in json["history"].as_array().expect("points") {
        said(point["date"].as_str().expect("a date").to_owned());
    }
    let badge = report("en", &["--format", "badge"]);
    assert!(badge.contains(&format!("level {}", number(&json["level"]))), "{badge}");
    let alone: Value = serde_json::from_str(&report("en", &["--summary", "--format", "json"])).expect("JSON");
    for (key, value) in
        alone.as_object().expect("an object").iter().filter(|(key, _)| *key != "assessment" && *key != "findings")
    {
        assert_eq!(value, &json[key], "{key}");
    }
    assert!(alone.get("items").is_none());
    for format in ["csv", "badge"] {
        let world = World::new();
        let refused = world.run(&["--store", STORE, "report", "Payments", "--summary", "--format", format]);
        assert_eq!((refused.status, refused.out.as_str()), (2, ""));
        assert!(refused.err.contains("--summary"), "{}", refused.err);
    }
}
