//! Where reports go.

use super::{golden, small};

#[test]
fn the_ending_says_which_format_unless_it_is_named() {
    let world = small();
    let begins = [
        ("card.md", "# Search"),
        ("card.html", "<!DOCTYPE html>"),
        ("card.HTM", "<!DOCTYPE html>"),
        ("card.json", "{"),
        ("card.csv", "section,id,"),
        ("card.svg", "<svg "),
        ("card.txt", "Search"),
        ("card", "Search"),
    ];
    for (file, start) in begins {
        let ran = world.run(&["report", "Search 搜索", "-o", file]);
        assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""), "{file}");
        assert!(world.read(&format!("work/{file}")).starts_with(start), "{file}");
    }
    assert_eq!(world.run(&["report", "Search 搜索", "-o", "x.html", "--format", "csv"]).status, 0);
    assert!(world.read("work/x.html").starts_with("section,id,"));
    assert!(world.run(&["report", "Search 搜索", "-o", "-"]).out.starts_with("Search"));
}

#[test]
fn excel_is_told_that_it_is_utf_8() {
    let world = small();
    let out = world.run(&["report", "Search 搜索", "--excel"]).out;
    assert!(out.starts_with("\u{feff}section,id,") && out.contains("\r\n"));
    assert!(!world.run(&["report", "Search 搜索", "--format", "csv"]).out.starts_with('\u{feff}'));
    assert_eq!(world.run(&["report", "Search 搜索", "--excel", "-o", "card"]).status, 0);
    assert!(world.read("work/card").starts_with("\u{feff}section,id,"));
}

#[test]
fn an_option_of_one_format_is_refused_with_another() {
    let world = small();
    let told = world.transcript(&[
        &["report", "Search 搜索", "--format", "html", "--excel"],
        &["--lang", "zh", "report", "Search 搜索", "--format", "html", "--excel"],
        &["report", "Search 搜索", "-o", "card.html", "--excel"],
        &["report", "Search 搜索", "-o", "card.txt", "--excel"],
        &["report", "Search 搜索", "--format", "text", "--paper", "a4"],
        &["--lang", "zh", "report", "Search 搜索", "-o", "card.md", "--paper", "a4"],
        &["report", "Search 搜索", "--paper", "a4", "--excel"],
        &["report", "Search 搜索", "--format", "csv", "--open"],
        &["--lang", "zh", "report", "Search 搜索", "-o", "card.csv", "--open"],
    ]);
    golden("one-format.txt", &told);
    let left = std::fs::read_dir(world.path("work")).expect("the directory").count();
    assert_eq!(left, 0);
}

#[test]
fn several_targets_become_a_file_each() {
    let world = small();
    let both = ["report", "Search 搜索", "Search 搜索~1", "Search 搜索", "--format", "markdown", "-o", "site/"];
    let ran = world.run(&both);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let mut names: Vec<String> = std::fs::read_dir(world.path("work/site"))
        .expect("a directory")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["Search-搜索-2026-05-01.md", "Search-搜索-2026-11-23-2.md", "Search-搜索-2026-11-23.md"]);
    for args in [&["report", "Search 搜索", "Search 搜索~1"][..], &["report", "a", "b", "-o", "one.html"]] {
        let ran = world.run(args);
        assert_eq!(ran.status, 2);
        assert!(ran.err.contains("2 reports do not fit into one output"), "{}", ran.err);
    }
}
