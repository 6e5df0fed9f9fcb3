//! Text that wants to be more than text.

use super::parse_xml;
use crate::world::World;

pub(super) const HOSTILE: &str = include_str!("hostile.toml");

fn run(format: &str, lang: &str) -> String {
    let world = World::empty();
    world.write("work/hostile.toml", HOSTILE);
    let ran = world.run(&["--lang", lang, "report", "hostile.toml", "--format", format]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    ran.out
}

/// The values of an attribute.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let opened = format!(" {attribute}=\"");
    page.split(opened.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn no_text_runs_loads_or_leads_elsewhere_in_html() {
    for lang in ["en", "zh"] {
        let page = run("html", lang);
        let lower = page.to_lowercase();
        for bad in ["<script", "<img", "<iframe", "<object", "<link", "<base", "url(", "@import"] {
            assert!(!lower.contains(bad), "{bad}");
        }
        let tags = || lower.split('<').skip(1).filter_map(|rest| rest.split('>').next());
        assert!(tags().all(|tag| !tag.contains(" src") && !tag.contains("style=") && !tag.contains("xlink")));
        assert!(!page.contains(['\u{1b}', '\u{202e}', '\u{202c}']));
        assert_eq!(page.matches("<style>").count(), 1);
        assert_eq!(page.matches("</style>").count(), 1);
        let links: Vec<&str> = values(&page, "href").into_iter().filter(|href| !href.starts_with('#')).collect();
        let web = "https://ci.example/a?b=1&amp;c=%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
        // With the answer, and with its age.
        assert_eq!(links, [[web, "docs/runbook.md", "mailto:lin@example.org"]; 2].concat());
        // No tag has a handler.
        assert!(tags().all(|tag| !tag.split_whitespace().any(|word| word.starts_with("on"))));
    }
}

#[test]
fn every_title_in_html_is_a_column_s_or_a_row_s_and_every_anchor_leads_somewhere() {
    let page = run("html", "en");
    let scoped = page.matches("scope=\"col\"").count() + page.matches("scope=\"row\"").count();
    assert_eq!(page.matches("<th").count() - page.matches("<thead").count(), scoped);
    for landmark in ["<header>", "<nav ", "<main ", "lang=\"en\""] {
        assert!(page.contains(landmark), "{landmark}");
    }
    let ids = values(&page, "id");
    for anchor in values(&page, "href").iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(ids.contains(&anchor), "{anchor}");
    }
    for label in values(&page, "aria-labelledby").iter().flat_map(|all| all.split(' ')) {
        assert!(ids.contains(&label), "{label}");
    }
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len());
}

#[test]
fn no_text_is_markup_in_markdown() {
    let page = run("markdown", "en");
    assert!(!page.to_lowercase().contains("<script") && !page.contains("<img"));
    assert!(!page.replace("\\]", "").contains("](") && !page.contains('\u{1b}') && !page.contains('\u{202e}'));
    assert!(page.contains("a \\| b \\`code\\` \\*bold\\*"));
    let links = page.split('<').skip(1).filter_map(|rest| rest.split('>').next());
    assert_eq!(links.collect::<Vec<_>>(), ["mailto:lin@example.org"; 2]);
    // Every row of a table has as many cells as its title.
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let mut wide = None;
    for line in page.lines() {
        if !line.starts_with('|') {
            wide = None;
            continue;
        }
        assert_eq!(cells(line), *wide.get_or_insert(cells(line)), "{line}");
    }
}

#[test]
fn csv_comes_back_as_it_was_and_holds_no_formula() {
    for lang in ["en", "zh"] {
        let out = run("csv", lang);
        let mut reader = csv::Reader::from_reader(out.as_bytes());
        let head = reader.headers().expect("a header").clone();
        let at = |name: &str| head.iter().position(|own| own == name).expect("a column");
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        assert!(rows.len() > 50, "{}", rows.len());
        for row in &rows {
            let text = row.iter().enumerate().filter(|(column, _)| *column != at("value")).map(|(_, cell)| cell);
            for cell in text {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !cell.contains('\u{1b}'), "{cell}");
            }
        }
        let of = |id: &str, column: &str| {
            let row = rows.iter().find(|row| row.get(at("id")) == Some(id)).expect("a row");
            row.get(at(column)).expect("a cell").to_owned()
        };
        assert_eq!(of("basic-monitoring", "owner"), "'+1-555-0100");
        assert_eq!(of("full-cicd", "owner"), "'@SUM(A1)");
        assert_eq!(of("x<y", "note"), "'-1+1");
        assert_eq!(of("x<y", "status"), "unknown");
        assert_eq!(of("availability", "value"), "-1.5");
        assert_eq!(of("deploys-and-runs", "note").chars().count(), 4_000);
        assert!(out.lines().count() > rows.len());
    }
}

#[test]
fn a_badge_holds_nothing_of_a_user_s() {
    let badge = run("badge", "en");
    parse_xml(&badge);
    assert!(!badge.contains("alert"));
}
