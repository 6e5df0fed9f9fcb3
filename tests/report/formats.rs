//! Whole outputs of a small assessment.

use super::{golden, parse_xml, small};

const FORMATS: [(&str, &str); 5] =
    [("text", "txt"), ("markdown", "md"), ("html", "html"), ("csv", "csv"), ("badge", "svg")];

#[test]
fn every_format_in_both_languages() {
    let world = small();
    for lang in ["en", "zh"] {
        for (format, ending) in FORMATS {
            let ran = world.run(&["--lang", lang, "report", "Search 搜索", "--format", format]);
            assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{format}");
            let out = if format == "html" { readable(&ran.out) } else { ran.out.replace('\r', "") };
            golden(&format!("small.{lang}.{ending}"), &out);
        }
    }
}

/// A page with a line for each element that follows another, without its style sheet, which is a file of its own.
fn readable(page: &str) -> String {
    let (before, rest) = page.split_once("<style>").expect("a style sheet");
    let (_, after) = rest.split_once("</style>").expect("the end of the style sheet");
    format!("{before}{after}").replace("><", ">\n<")
}

#[test]
fn every_drawing_is_well_formed_xml() {
    let world = small();
    for lang in ["en", "zh"] {
        let badge = world.run(&["--lang", lang, "report", "Search 搜索", "--format", "badge"]).out;
        parse_xml(&badge);
        assert_eq!(badge.lines().count(), 1);
        let page = world.run(&["--lang", lang, "report", "Search 搜索", "--format", "html"]).out;
        let drawings: Vec<&str> =
            page.split("<svg").skip(1).filter_map(|rest| rest.split_once("</svg>")).map(|(svg, _)| svg).collect();
        assert!(drawings.len() > 5, "{}", drawings.len());
        for drawing in drawings {
            parse_xml(&format!("<svg{drawing}</svg>"));
        }
    }
}

#[test]
fn the_badge_of_the_highest_level_says_so() {
    let world = small();
    let top = super::ANSWERS.replace("answer = \"partial\"", "answer = \"yes\"").replace("Search 搜索", "Top");
    world.write("store/Top/2026-11-23.toml", &top);
    assert!(world.run(&["report", "Top", "--format", "badge"]).out.contains(">level 2 of 2<"));
    assert!(world.run(&["--lang", "zh", "report", "Top", "--format", "badge"]).out.contains(">2 级（共 2 级）<"));
    let page = world.run(&["report", "Top", "--format", "html"]).out;
    assert!(page.contains("the top level 2 is achieved"));
}

#[test]
fn the_trend_is_the_team_s_past_and_only_a_team_s() {
    let world = small();
    let of = |target: &str| world.run(&["report", target, "--format", "html"]).out;
    let page = of("Search 搜索");
    assert!(page.contains("class=\"trend\"") && page.contains("class=\"trend brief\""));
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id is there twice");
    // The oldest has no past, and a file is nobody's.
    assert!(!of("Search 搜索~1").contains("class=\"trend\""));
    assert!(!of("../store/Search-搜索/2026-11-23.toml").contains("class=\"trend\""));
}

#[test]
fn a_printed_page_has_a_size_only_where_one_is_asked_for() {
    let world = small();
    let page = |size: &[&str]| world.run(&[&["report", "Search 搜索", "--format", "html"], size].concat()).out;
    let plain = page(&[]);
    assert_eq!(plain.matches("@page { margin: ").count(), 1);
    for (size, rule) in
        [("a4", "@page { size: A4; "), ("A4", "@page { size: A4; "), ("letter", "@page { size: letter; ")]
    {
        let sized = page(&["--paper", size]);
        // Nothing else differs.
        assert_eq!(sized.replace(rule, "@page { "), plain, "{size}");
        assert_ne!(sized, plain, "{size}");
    }
    assert_eq!(world.run(&["report", "Search 搜索", "--paper", "letter"]).out, page(&["--paper", "letter"]));
    assert_eq!(world.run(&["report", "Search 搜索", "--paper", "a3"]).status, 2);
}
