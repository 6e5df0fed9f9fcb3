//! The dependency rule of `src/lib.rs`, read off the source: the domain knows no files, terminals or clocks, and no
//! module names one that is built on it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What a module, or a part of one, must not name.
struct Rule {
    /// Paths below `src/` without `.rs`: `model` covers `model.rs` and all of `model/`, `tui/update*` whatever starts so.
    of: &'static [&'static str],
    /// Modules of this crate.
    modules: &'static [&'static str],
    /// Modules of the standard library.
    std: &'static [&'static str],
    /// Other words.
    words: &'static [&'static str],
}

const RULES: &[Rule] = &[
    Rule {
        of: &["i18n", "text", "diagnostic", "error"],
        modules: &[
            "scoring",
            "findings",
            "plan",
            "scorecard",
            "diff",
            "history",
            "settings",
            "store",
            "page",
            "report",
            "tui",
            "commands",
        ],
        std: &[],
        words: &["ratatui", "crossterm", "now()"],
    },
    Rule {
        of: &[
            "model",
            "settings",
            "reading",
            "scoring",
            "findings",
            "plan",
            "diff",
            "history",
            "scorecard",
            "portfolio",
            "edits",
            "start",
            "migrate",
            "check",
            "find",
        ],
        modules: &["store", "style", "page", "report", "tui", "commands", "cli"],
        std: &["fs", "io"],
        words: &["ratatui", "crossterm", "now()"],
    },
    Rule {
        of: &["model"],
        modules: &["scoring", "findings", "plan", "diff", "history", "scorecard", "portfolio"],
        std: &[],
        words: &[],
    },
    Rule {
        of: &["scoring"],
        modules: &["findings", "plan", "diff", "history", "scorecard", "portfolio"],
        std: &[],
        words: &[],
    },
    Rule {
        of: &["store"],
        modules: &[
            "scoring",
            "findings",
            "plan",
            "diff",
            "history",
            "scorecard",
            "portfolio",
            "page",
            "report",
            "style",
            "tui",
            "commands",
            "cli",
        ],
        std: &[],
        words: &["ratatui", "crossterm"],
    },
    Rule {
        of: &["import"],
        modules: &[
            "scoring",
            "findings",
            "plan",
            "diff",
            "history",
            "scorecard",
            "portfolio",
            "page",
            "report",
            "style",
            "tui",
            "commands",
            "cli",
        ],
        std: &["fs"],
        words: &["ratatui", "crossterm", "now()"],
    },
    // What a page says is decided before anybody knows who shows it.
    Rule {
        of: &["page", "wording"],
        modules: &["store", "report", "tui", "commands", "cli"],
        std: &["fs", "io"],
        words: &["ratatui", "crossterm", "now()"],
    },
    Rule {
        of: &["report"],
        modules: &["store", "tui", "commands", "cli"],
        std: &["fs", "io"],
        words: &["ratatui", "crossterm", "now()"],
    },
    Rule { of: &["tui"], modules: &["commands", "cli"], std: &[], words: &[] },
    // By which text an assessment is read is answered by `store::resolve` alone.
    Rule { of: &["tui", "commands", "page", "report"], modules: &[], std: &[], words: &["Reading::new"] },
    Rule {
        of: &["tui/update*", "tui/screen", "tui/when", "tui/view", "tui/reader", "tui/app"],
        modules: &["store"],
        std: &["fs", "io"],
        words: &["now()"],
    },
];

/// A source file.
struct Source {
    /// The path below `src/` without `.rs`, with `/` between its parts.
    module: String,
    text: String,
    /// The text without lines that are comments.
    code: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<Source> {
    fn walk(dir: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(dir).expect("the directory is readable") {
            let path = entry.expect("the entry is readable").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let src = root().join("src");
    let mut paths = Vec::new();
    walk(&src, &mut paths);
    paths.sort();
    let sources: Vec<Source> = paths
        .iter()
        .map(|path| {
            let below = path.strip_prefix(&src).expect("the file lies below src").with_extension("");
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            let text = fs::read_to_string(path).expect("the file is readable");
            let code = code_of(&text);
            Source { module: parts.join("/"), text, code }
        })
        .collect();
    assert!(sources.len() > 10, "only {} files found below {}", sources.len(), src.display());
    sources
}

fn code_of(text: &str) -> String {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| [line, "\n"]).collect()
}

impl Source {
    fn belongs_to(&self, of: &str) -> bool {
        if let Some(start) = of.strip_suffix('*') {
            return self.module.starts_with(start);
        }
        self.module.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The modules of this crate that the code names.
    fn own_modules(&self) -> BTreeSet<String> {
        let mut named = names_below(&self.code, "crate");
        if !self.module.contains('/') {
            // In the tests at a file's end, `super` is the file itself.
            let code = self.code.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
            named.extend(names_below(code, "super"));
        }
        named
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The places after each `word` that does not continue another word on the left.
fn after<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = &'a str> {
    code.match_indices(word).filter_map(move |(at, _)| {
        let (before, rest) = code.split_at_checked(at)?;
        (!before.ends_with(is_word)).then(|| rest.strip_prefix(word)).flatten()
    })
}

/// Whether the code names `word` as a word of its own.
fn names_word(code: &str, word: &str) -> bool {
    after(code, word).any(|rest| word.ends_with(')') || !rest.starts_with(is_word))
}

/// What stands right below `path` in paths and use trees: `fs` and `io` for `std` in `use std::{fs::File, io}`.
fn names_below(code: &str, path: &str) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for rest in after(code, path).filter_map(|rest| rest.strip_prefix("::")) {
        match rest.strip_prefix('{') {
            None => drop(named.insert(leading_word(rest))),
            Some(tree) => named.extend(members(tree).map(leading_word)),
        }
    }
    // A trailing comma ends a group with a member that names nothing.
    named.remove("");
    named
}

fn leading_word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| is_word(*c)).collect()
}

/// The members of a use tree, from behind its opening brace.
fn members(tree: &str) -> impl Iterator<Item = &str> {
    let mut depth = 1_usize;
    let end = tree.find(|c| {
        depth = match c {
            '{' => depth + 1,
            '}' => depth - 1,
            _ => depth,
        };
        depth == 0
    });
    let tree = end.and_then(|end| tree.split_at_checked(end)).map_or(tree, |(inside, _)| inside);
    let mut depth = 0_usize;
    tree.split(move |c| {
        depth = match c {
            '{' => depth + 1,
            '}' => depth.saturating_sub(1),
            _ => depth,
        };
        c == ',' && depth == 0
    })
}

#[test]
fn no_module_names_what_is_built_on_it() {
    let mut broken = Vec::new();
    for source in sources() {
        let own = source.own_modules();
        let std = names_below(&source.code, "std");
        for rule in RULES.iter().filter(|rule| rule.of.iter().any(|of| source.belongs_to(of))) {
            let modules = rule.modules.iter().filter(|name| own.contains(**name)).map(|name| format!("crate::{name}"));
            let library = rule.std.iter().filter(|name| std.contains(**name)).map(|name| format!("std::{name}"));
            let words = rule.words.iter().filter(|word| names_word(&source.code, word)).map(ToString::to_string);
            let names = modules.chain(library).chain(words);
            broken.extend(names.map(|name| format!("src/{}.rs names {name}", source.module)));
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_terminal_is_reached_through_ratatui_alone() {
    for source in sources() {
        assert!(!source.code.contains("use crossterm"), "src/{}.rs", source.module);
        assert!(!source.code.contains("extern crate crossterm"), "src/{}.rs", source.module);
    }
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml is readable");
    let manifest: toml::Table = manifest.parse().expect("Cargo.toml parses");
    for table in ["dependencies", "dev-dependencies", "build-dependencies"] {
        let direct = manifest.get(table).and_then(|table| table.get("crossterm"));
        // Named for a feature that ratatui does not pass on, and for nothing else.
        let features = direct.and_then(|direct| direct.get("features")).map(ToString::to_string);
        assert!(direct.is_none() || features.as_deref() == Some("[\"osc52\"]"), "crossterm among the {table}");
    }
}

#[test]
fn there_is_one_crossterm() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock is readable");
    assert_eq!(lock.lines().filter(|line| *line == "name = \"crossterm\"").count(), 1);
}

#[test]
fn every_file_opens_with_its_purpose_and_holds_one_concept() {
    for source in sources() {
        assert!(source.text.starts_with("//! "), "src/{}.rs does not say what it is for", source.module);
        let lines = source.text.lines().count();
        assert!(lines <= 600 || source.belongs_to("i18n"), "src/{}.rs has {lines} lines", source.module);
    }
}

#[test]
fn every_rule_for_a_module_that_is_there_has_files_to_hold() {
    let sources = sources();
    for always in ["i18n", "text", "error", "model", "scoring", "findings", "plan", "scorecard", "page", "report"] {
        assert!(sources.iter().any(|source| source.belongs_to(always)), "no file of {always}");
    }
}

#[test]
fn the_scan_sees_through_groups_and_over_comments() {
    let names = |code: &str, path: &str| names_below(&code_of(code), path).into_iter().collect::<Vec<_>>();
    let code = "// crate::tui\n/// [`crate::cli`]\nuse crate::{store::{read, write}, text};\ncrate::model::Id;\n";
    assert_eq!(names(code, "crate"), ["model", "store", "text"]);
    assert_eq!(names("use std::{\n    fs::File,\n    io,\n};", "std"), ["fs", "io"]);
    assert_eq!(names("let x = my_std::fs();", "std"), [""; 0]);
    assert!(names_word("Zoned::now()", "now()") && !names_word("unknown()", "now()"));
    assert!(names_word("use ratatui::x", "ratatui") && !names_word("ratatui_textarea", "ratatui"));
    let source =
        |module: &str, code: &str| Source { module: module.to_owned(), text: String::new(), code: code.to_owned() };
    assert!(source("plan", "use super::store::read;").own_modules().contains("store"));
    assert!(!source("i18n", "#[cfg(test)]\nmod tests {\n    use super::tui;\n}").own_modules().contains("tui"));
    assert!(!source("model/id", "use super::store;").own_modules().contains("store"));
    assert!(source("tui/update/keys", "").belongs_to("tui/update*"));
    assert!(!source("planning", "").belongs_to("plan"));
}
