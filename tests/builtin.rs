//! Holds the built-in checklists to what was decided of them. The one of operations is held to the operations guide, item
//! by item: the tables of `builtin/guide.rs` are written out a second time, so that an item that is lost, renamed, relinked
//! or added without a decision fails here. The one of production readiness has its own tables in `builtin/readiness.rs`.

#[path = "builtin/guide.rs"]
mod guide;
#[path = "builtin/readiness.rs"]
mod readiness;
#[path = "builtin/texts.rs"]
mod texts;

use std::collections::BTreeSet;

use guide::{
    AREAS, CRITERIA, DELIVERABLES, LEVELS, LINKS, LOOPS, METRICS, PRACTICES, PROFILES, ROLES, ROUTES, STEPS, SUMMARY,
    TEAMS,
};
use texts::{Text, assert_tidy, assert_wording, sentences, texts};
use toml::{Table, Value};

const OPERATIONS: &str = include_str!("../checklists/operations.toml");

fn checklist() -> Table {
    parsed(OPERATIONS)
}

fn parsed(source: &str) -> Table {
    source.parse().expect("a built-in checklist is TOML")
}

/// The items of a section, in file order.
fn items<'a>(table: &'a Table, section: &str) -> Vec<&'a Table> {
    table[section]
        .as_array()
        .expect("a section is an array")
        .iter()
        .map(|item| item.as_table().expect("an item is a table"))
        .collect()
}

/// A value as one cell of the tables above: lists and targets are joined by spaces, a missing value is empty, and a
/// text that is the same in every language stands for each of them.
fn cell(item: &Table, column: &str) -> String {
    let (key, language) = column.split_once('.').unwrap_or((column, ""));
    match item.get(key) {
        None => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(list)) => {
            let parts: Vec<_> = list.iter().map(|part| part.as_str().expect("a list holds ids")).collect();
            parts.join(" ")
        }
        Some(Value::Table(texts)) if !language.is_empty() => texts[language].as_str().expect("a text").to_owned(),
        Some(Value::Table(target)) => {
            let parts: Vec<_> = target.iter().map(|(bound, value)| format!("{bound} {value}")).collect();
            parts.join(" ")
        }
        Some(number) => number.to_string(),
    }
}

fn row(item: &Table, columns: &[&str]) -> Vec<String> {
    columns.iter().map(|column| cell(item, column)).collect()
}

fn rows(section: &str, columns: &[&str]) -> Vec<Vec<String>> {
    items(&checklist(), section).into_iter().map(|item| row(item, columns)).collect()
}

/// The rows of the lists inside the items of a section, each led by the id of the item it stands in.
fn nested_rows(checklist: &Table, section: &str, list: &str, columns: &[&str]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for item in items(checklist, section) {
        for inner in items(item, list) {
            let mut cells = vec![cell(item, "id")];
            cells.extend(row(inner, columns));
            found.push(cells);
        }
    }
    found
}

/// Asserts that the rows are those of the table: nothing missing, nothing extra, in the same order.
fn assert_rows(found: &[Vec<String>], table: &str) {
    let expected: Vec<Vec<_>> =
        table.trim().lines().map(|line| line.split('|').map(|cell| cell.trim().to_owned()).collect()).collect();
    for row in &expected {
        assert!(found.contains(row), "missing from the checklist: {row:?}");
    }
    for row in found {
        assert!(expected.contains(row), "the checklist alone has: {row:?}");
    }
    assert_eq!(found, expected, "the order differs");
}

/// Asserts that each item of a section has this text in both languages, with a number of sentences in the range.
fn assert_prose(checklist: &Table, section: &str, key: &str, allowed: std::ops::RangeInclusive<usize>) {
    for item in items(checklist, section) {
        for language in ["en", "zh"] {
            let text = cell(item, &format!("{key}.{language}"));
            let count = sentences(&text);
            let id = cell(item, "id");
            assert!(
                allowed.contains(&count),
                "{section} {id} {key} {language} has {count} sentences, not {allowed:?}: {text}"
            );
            assert!(text.ends_with(['.', '。']), "{section} {id} {key} {language} breaks off: {text}");
        }
    }
}

#[test]
fn the_file_names_its_format_id_version_and_title() {
    let columns = ["format", "id", "version", "title.en", "title.zh"];
    let expected = ["1", "operations", "1.0.0", "Operations and maintenance", "运营维护"];
    assert_eq!(row(&checklist(), &columns), expected);
}

#[test]
fn the_summary_holds_goal_duration_and_every_keyword_in_both_languages() {
    let checklist = checklist();
    for (language, parts) in SUMMARY {
        let summary = cell(&checklist, &format!("summary.{language}"));
        for part in parts {
            assert!(summary.contains(part), "{language}: no {part:?} in {summary:?}");
        }
    }
}

#[test]
fn levels_are_the_three_of_the_guide() {
    assert_rows(&rows("levels", &["level", "title.en", "title.zh"]), LEVELS);
}

#[test]
fn areas_are_the_four_of_the_guide() {
    assert_rows(&rows("areas", &["id", "title.en", "title.zh"]), AREAS);
}

#[test]
fn roles_are_the_ten_of_the_guide_each_in_its_area() {
    assert_rows(&rows("roles", &["id", "area", "title.en", "title.zh"]), ROLES);
}

#[test]
fn criteria_are_the_eleven_of_the_guide_each_with_level_area_role_and_route() {
    let columns = ["id", "level", "area", "role", "route", "title.en", "title.zh"];
    assert_rows(&rows("criteria", &columns), CRITERIA);
}

#[test]
fn criteria_are_linked_to_their_practices_deliverables_and_metrics() {
    let mut found = Vec::new();
    for item in items(&checklist(), "criteria") {
        for kind in ["practices", "deliverables", "metrics"] {
            found.push(vec![cell(item, "id"), kind.to_owned(), cell(item, kind)]);
        }
    }
    assert_rows(&found, LINKS);
}

#[test]
fn practices_are_the_twenty_eight_of_the_guide_each_with_its_role() {
    assert_rows(&rows("practices", &["id", "role", "title.en", "title.zh"]), PRACTICES);
}

#[test]
fn deliverables_are_the_seven_of_the_guide_each_with_its_role() {
    assert_rows(&rows("deliverables", &["id", "role", "title.en", "title.zh"]), DELIVERABLES);
}

#[test]
fn metrics_are_the_twelve_of_the_guide_with_unit_direction_and_target() {
    let columns = ["id", "group", "better", "target", "unit.en", "unit.zh", "title.en", "title.zh"];
    assert_rows(&rows("metrics", &columns), METRICS);
}

#[test]
fn loops_are_the_two_of_the_guide_with_their_steps_in_order() {
    let columns = ["id", "title.en", "title.zh"];
    assert_rows(&rows("loops", &columns), LOOPS);
    assert_rows(&nested_rows(&checklist(), "loops", "steps", &columns), STEPS);
}

#[test]
fn profiles_are_the_four_of_the_guide_with_their_teams_and_roles() {
    assert_rows(&rows("profiles", &["id", "title.en", "title.zh"]), PROFILES);
    assert_rows(&nested_rows(&checklist(), "profiles", "teams", &["roles", "title.en", "title.zh"]), TEAMS);
}

#[test]
fn routes_are_the_three_of_the_guide() {
    assert_rows(&rows("routes", &["id", "title.en", "title.zh"]), ROUTES);
}

#[test]
fn every_key_is_one_of_the_format() {
    let checklist = checklist();
    let sections = [
        ("levels", "level title meaning"),
        ("areas", "id title"),
        ("roles", "id area title"),
        (
            "criteria",
            "id level area role title guidance yes partial no check pitfall remedy practices deliverables metrics route \
             effort probes",
        ),
        ("practices", "id role title guidance check"),
        ("deliverables", "id role title guidance check"),
        ("metrics", "id group title guidance unit better target"),
        ("loops", "id title steps"),
        ("profiles", "id title teams"),
        ("routes", "id title"),
    ];
    let top: BTreeSet<_> = checklist.keys().map(String::as_str).collect();
    let expected: BTreeSet<_> = ["format", "id", "version", "title", "summary", "scoring"]
        .into_iter()
        .chain(sections.map(|(section, _)| section))
        .collect();
    assert_eq!(top, expected);
    for (section, keys) in sections {
        for item in items(&checklist, section) {
            for key in item.keys() {
                assert!(keys.split(' ').any(|known| known == key), "{section}: {key}");
            }
        }
    }
}

#[test]
fn ids_are_unique_kebab_case() {
    let checklist = checklist();
    let sections =
        ["areas", "roles", "criteria", "practices", "deliverables", "metrics", "loops", "profiles", "routes"];
    for section in sections {
        let mut seen = BTreeSet::new();
        for item in items(&checklist, section) {
            let id = cell(item, "id");
            let kebab = !id.is_empty()
                && id
                    .split('-')
                    .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()));
            assert!(kebab, "{section}: {id:?} is not kebab-case");
            assert!(seen.insert(id.clone()), "{section}: {id:?} stands twice");
        }
    }
}

#[test]
fn every_link_leads_to_an_item() {
    let checklist = checklist();
    let links = [
        ("roles", "area", "areas"),
        ("criteria", "area", "areas"),
        ("criteria", "role", "roles"),
        ("criteria", "practices", "practices"),
        ("criteria", "deliverables", "deliverables"),
        ("criteria", "metrics", "metrics"),
        ("criteria", "route", "routes"),
        ("practices", "role", "roles"),
        ("deliverables", "role", "roles"),
    ];
    for (section, key, target) in links {
        let known: BTreeSet<_> = items(&checklist, target).into_iter().map(|item| cell(item, "id")).collect();
        for item in items(&checklist, section) {
            for link in cell(item, key).split_whitespace() {
                assert!(known.contains(link), "{section} {key}: nothing is called {link:?}");
            }
        }
    }
    let roles: BTreeSet<_> = items(&checklist, "roles").into_iter().map(|item| cell(item, "id")).collect();
    for profile in items(&checklist, "profiles") {
        for team in items(profile, "teams") {
            for role in cell(team, "roles").split(' ') {
                assert!(roles.contains(role), "profiles: no role is called {role:?}");
            }
        }
    }
}

#[test]
fn only_the_compliance_audit_serves_no_criterion() {
    let checklist = checklist();
    let criteria = items(&checklist, "criteria");
    for (section, unlinked) in [("practices", vec!["compliance-audit"]), ("deliverables", vec![]), ("metrics", vec![])]
    {
        let linked: BTreeSet<_> = criteria
            .iter()
            .flat_map(|criterion| {
                let links = cell(criterion, section);
                links.split(' ').map(str::to_owned).collect::<Vec<_>>()
            })
            .collect();
        let mut ids: Vec<_> = items(&checklist, section).into_iter().map(|item| cell(item, "id")).collect();
        ids.retain(|id| !linked.contains(id));
        assert_eq!(ids, unlinked, "{section}");
    }
}

#[test]
fn every_criterion_says_its_effort() {
    for item in items(&checklist(), "criteria") {
        let effort = cell(item, "effort");
        assert!(matches!(effort.as_str(), "low" | "medium" | "high"), "{effort:?}");
    }
}

#[test]
fn criteria_say_what_is_meant_what_each_answer_looks_like_how_to_find_out_and_what_to_do() {
    let checklist = checklist();
    assert_prose(&checklist, "criteria", "guidance", 1..=2);
    for key in ["yes", "partial", "no", "check", "pitfall"] {
        assert_prose(&checklist, "criteria", key, 1..=3);
    }
    assert_prose(&checklist, "criteria", "remedy", 2..=4);
}

#[test]
fn practices_deliverables_and_metrics_are_guided_in_up_to_three_sentences() {
    let checklist = checklist();
    assert_prose(&checklist, "practices", "guidance", 1..=3);
    assert_prose(&checklist, "deliverables", "guidance", 1..=3);
    assert_prose(&checklist, "levels", "meaning", 1..=1);
    assert_prose(&checklist, "metrics", "guidance", 1..=3);
}

#[test]
fn the_validation_step_says_how_an_effect_is_validated() {
    let checklist = checklist();
    let all = items(&checklist, "loops").into_iter().flat_map(|of| items(of, "steps"));
    let guided: Vec<_> =
        all.filter_map(|step| step.get("guidance").map(|guidance| (cell(step, "id"), guidance))).collect();
    let [(id, guidance)] = guided.as_slice() else { panic!("{guided:?}") };
    assert_eq!(id, "validate");
    assert!(guidance["en"].as_str().is_some_and(|text| text.contains("A/B test")), "{guidance}");
    assert!(guidance["zh"].as_str().is_some_and(|text| text.contains("A/B测试验证效果")), "{guidance}");
}

#[test]
fn one_word_is_used_for_one_thing() {
    for Text { place, words, .. } in texts(&checklist()) {
        for other in ["大盘", "过时", "第二十一条"] {
            assert!(!words.contains(other), "{place}: {other}");
        }
    }
}

#[test]
fn every_text_but_a_unit_is_written_in_both_languages() {
    let checklist = checklist();
    let sections = [
        ("levels", "title meaning"),
        ("areas", "title"),
        ("roles", "title"),
        ("criteria", "title guidance yes partial no check pitfall remedy"),
        ("practices", "title guidance"),
        ("deliverables", "title guidance"),
        ("metrics", "title guidance"),
        ("loops", "title"),
        ("profiles", "title"),
        ("routes", "title"),
    ];
    let mut tables = vec![&checklist["title"], &checklist["summary"]];
    for (section, keys) in sections {
        for item in items(&checklist, section) {
            tables.extend(keys.split(' ').map(|key| &item[key]));
        }
    }
    for (section, list) in [("loops", "steps"), ("profiles", "teams")] {
        for item in items(&checklist, section) {
            tables.extend(items(item, list).into_iter().map(|inner| &inner["title"]));
        }
    }
    for value in tables {
        let table = value.as_table().expect("a text has a table of languages");
        let languages: Vec<_> = table.keys().map(String::as_str).collect();
        assert_eq!(languages, ["en", "zh"], "{value}");
    }
}

#[test]
fn texts_are_worded_and_files_are_written_as_they_should_be() {
    for source in [OPERATIONS, readiness::SOURCE] {
        assert_wording(&parsed(source));
        assert_tidy(source);
    }
}
