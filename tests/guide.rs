//! `docs/checklists.md` tells the truth: its files are written, each addition is linted, its commands are run, and its
//! reference is made of the schemas.
//!
//! `README=overwrite cargo test --test guide` writes what the program makes anew; read the difference before it is committed.
#![cfg(unix)]

mod support_docs;

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use opsladder::store::format::schema::{FileKind, schema};
use opsladder::store::read_checklist;
use serde_json::Value;

#[test]
fn the_guide_goes_from_an_empty_file_to_a_walked_assessment() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checklists.md");
    let home = tempfile::tempdir().expect("a temporary directory");
    let root = home.path().canonicalize().expect("it is there");
    let work = root.join("services");
    fs::create_dir_all(work.join(".opsladder")).expect("it can be made");
    // The day on the page is the day that it was written on.
    let own = root.join("bin/opsladder");
    fs::create_dir(root.join("bin")).expect("it can be made");
    fs::write(&own, format!("#!/bin/sh\nexec '{}' --today 2026-11-23 \"$@\"\n", env!("CARGO_BIN_EXE_opsladder")))
        .expect("it can be written");
    fs::set_permissions(&own, fs::Permissions::from_mode(0o755)).expect("it can be run");
    support_docs::check(&page, |name, part| {
        let (what, of) = name.split_once(": ").expect("a part says what it is");
        let toml = || part.strip_prefix("```toml\n").and_then(|part| part.strip_suffix("```\n")).expect("TOML");
        match what {
            "file" => fs::write(work.join(of), toml()).expect("it can be written"),
            "add" => {
                let text = fs::read_to_string(work.join(of)).expect("it is there") + "\n" + toml();
                // A level is added before what stands on it.
                if !toml().starts_with("[[levels]]") {
                    read_checklist(of, &text).unwrap_or_else(|error| panic!("{error}"));
                }
                fs::write(work.join(of), text).expect("it can be written");
            }
            "console" => return Some(support_docs::run(part, &root, &work)),
            "reference" => {
                return Some(reference(match of {
                    "checklist" => FileKind::Checklist,
                    "assessment" => FileKind::Assessment,
                    _ => panic!("no kind of file: {of}"),
                }));
            }
            _ => panic!("no kind of part: {what}"),
        }
        None
    });
}

/// Every table of a kind of file with its keys.
fn reference(of: FileKind) -> String {
    let mut shown = Vec::new();
    let schema = schema(of);
    tables("", &schema, &mut shown);
    let mut page = String::new();
    for (name, table) in shown {
        let says = table.get("description").and_then(Value::as_str).unwrap_or_default();
        let heading = if name.is_empty() { "the file".to_owned() } else { format!("`{name}`") };
        write!(page, "\n#### {heading}\n\n{says}\n\n| key | type | default | meaning |\n| --- | --- | --- | --- |\n")
            .expect("memory");
        let required = table.get("required").and_then(Value::as_array);
        for (key, of) in keys(table) {
            let default = match of.get("default") {
                _ if required.is_some_and(|all| all.contains(&key.into())) => "required".to_owned(),
                Some(default) => format!("`{default}`"),
                None => String::new(),
            };
            let says = of.get("description").and_then(Value::as_str).unwrap_or_default();
            writeln!(page, "| `{key}` | {} | {default} | {} |", kind(of), says.replace('|', "\\|")).expect("memory");
        }
    }
    page.push('\n');
    page
}

fn keys(table: &Value) -> impl Iterator<Item = (&str, &Value)> {
    table.get("properties").and_then(Value::as_object).into_iter().flatten().map(|(key, of)| (key.as_str(), of))
}

/// The tables in a table, by what they are called; one that is the same elsewhere is told once.
fn tables<'a>(name: &str, table: &'a Value, shown: &mut Vec<(String, &'a Value)>) {
    let same = |known: &Value, key| known.get(key) == table.get(key);
    // What a table in an item is said to be differs with the item; what an item is does not.
    let known = shown.iter_mut().find(|(other, known)| {
        same(known, "properties") && (other == name || name.starts_with('[') && same(known, "description"))
    });
    if let Some((other, _)) = known {
        if other != name {
            *other = format!("{other}`, `{name}");
        }
        return;
    }
    shown.push((name.to_owned(), table));
    for (key, of) in keys(table) {
        inner(if name.is_empty() { Some(key) } else { None }, key, of, shown);
    }
}

fn inner<'a>(top: Option<&str>, key: &str, of: &'a Value, shown: &mut Vec<(String, &'a Value)>) {
    let (items, each) = (of.get("items"), of.get("additionalProperties").filter(|each| each.is_object()));
    let alternatives = of.get("anyOf").and_then(Value::as_array).into_iter().flatten();
    if of.get("properties").is_some() && of.get("propertyNames").is_none() {
        tables(&top.map_or(key.to_owned(), |top| format!("[{top}]")), of, shown);
    } else if let Some(items) = items.filter(|items| items.get("properties").is_some()) {
        tables(&top.map_or(key.to_owned(), |top| format!("[[{top}]]")), items, shown);
    } else if let Some(each) = items.or(each) {
        let name = top.map_or(key.replace(']', ".ID]"), |top| format!("[{top}.ID]"));
        inner(None, &name, each, shown);
    } else {
        alternatives.for_each(|one| inner(None, key, one, shown));
    }
}

/// What a value is, in a few words.
fn kind(of: &Value) -> String {
    let is = |key: &str| of.get(key).is_some();
    let words = of.get("enum").and_then(Value::as_array);
    if let Some(words) = words {
        return words
            .iter()
            .map(|word| format!("`{}`", word.as_str().map_or(word.to_string(), str::to_owned)))
            .collect::<Vec<_>>()
            .join(" ");
    }
    if let Some(alternatives) = of.get("anyOf").and_then(Value::as_array) {
        let languages = alternatives.iter().any(|one| one.get("propertyNames").is_some());
        return if languages {
            "text".to_owned()
        } else {
            alternatives.iter().map(kind).collect::<Vec<_>>().join(" or ")
        };
    }
    let pattern = of.get("pattern").and_then(Value::as_str).unwrap_or_default();
    match of.get("type").and_then(Value::as_str).unwrap_or_default() {
        "array" => {
            let each = of.get("items").map(kind).unwrap_or_default();
            format!("list of {}", plural(&each))
        }
        "object" if is("properties") => "table".to_owned(),
        "object" => format!("{} by name", plural(&of.get("additionalProperties").map(kind).unwrap_or_default())),
        "integer" => "whole number".to_owned(),
        "boolean" => "`true` `false`".to_owned(),
        "string" if is("format") => "date".to_owned(),
        "string" if pattern.starts_with("^[a-z0-9]+(-") => "id".to_owned(),
        other => other.to_owned(),
    }
}

fn plural(kind: &str) -> String {
    let parts =
        kind.split(" or ").map(|one| if one.ends_with(" by name") { one.to_owned() } else { format!("{one}s") });
    parts.collect::<Vec<_>>().join(" or ")
}
