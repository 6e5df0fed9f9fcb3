//! The schemas say what the reader says: of every key, of what has to be there, of sound files, and of bad ones as far as a
//! schema can know.

use std::fs;
use std::path::Path;

use jsonschema::Validator;
use opsladder::store::format::schema::{FileKind, schema};
use opsladder::store::{AssessmentFile, read_checklist};
use serde_json::{Map, Value};
use toml::{Table, Value as Toml};

fn fixtures(below: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(below)
}

fn validator(of: FileKind) -> Validator {
    jsonschema::draft7::options().should_validate_formats(true).build(&schema(of)).expect("it is a schema")
}

/// As taplo hands it to a schema: a date is the string that is written.
fn json(value: &Toml) -> Value {
    match value {
        Toml::String(text) => text.as_str().into(),
        Toml::Integer(number) => (*number).into(),
        Toml::Float(number) => (*number).into(),
        Toml::Boolean(yes) => (*yes).into(),
        Toml::Datetime(when) => when.to_string().into(),
        Toml::Array(list) => list.iter().map(json).collect(),
        Toml::Table(table) => table.iter().map(|(key, value)| (key.clone(), json(value))).collect(),
    }
}

fn parsed(text: &str) -> Toml {
    text.parse::<Table>().expect("it is TOML").into()
}

fn text(document: &Toml) -> String {
    toml::to_string(document).expect("it can be written")
}

/// Whether the reader takes a file.
fn is_read(of: FileKind, text: &str) -> bool {
    match of {
        FileKind::Checklist => read_checklist("checklist.toml", text).is_ok(),
        FileKind::Assessment => AssessmentFile::parse("assessment.toml", text).is_ok(),
    }
}

/// The fixture that has every key.
fn whole(of: FileKind) -> Toml {
    let name = match of {
        FileKind::Checklist => "every-key.toml",
        FileKind::Assessment => "every-key-of-an-assessment.toml",
    };
    parsed(&fs::read_to_string(fixtures(name)).expect("it is there"))
}

const BOTH: [FileKind; 2] = [FileKind::Checklist, FileKind::Assessment];

/// What looks at a table: the way there, the table, the keys that its schema has.
type See<'s, 'a> = dyn FnMut(&[Step], &Table, &'a Map<String, Value>) + 's;

/// Every table of a document, as the way there and its schema.
fn tables<'a>(at: &mut Vec<Step>, value: &Toml, schema: &'a Value, see: &mut See<'_, 'a>) {
    match value {
        Toml::Array(list) => {
            for (nth, each) in list.iter().enumerate() {
                at.push(Step::Nth(nth));
                tables(at, each, schema.get("items").unwrap_or(&Value::Null), see);
                at.pop();
            }
        }
        Toml::Table(table) => {
            if let Some(alternatives) = schema.get("anyOf").and_then(Value::as_array) {
                let of_tables = alternatives.iter().find(|one| one.get("properties").is_some());
                return tables(at, value, of_tables.unwrap_or(&Value::Null), see);
            }
            let keys = schema.get("properties").and_then(Value::as_object);
            if let Some(keys) = keys {
                see(at, table, keys);
            }
            for (key, value) in table {
                let own = keys.and_then(|keys| keys.get(key)).or(schema.get("additionalProperties"));
                at.push(Step::Key(key.clone()));
                tables(at, value, own.unwrap_or(&Value::Null), see);
                at.pop();
            }
        }
        _ => {}
    }
}

/// A step on the way to a value.
#[derive(Clone, Debug)]
enum Step {
    Key(String),
    Nth(usize),
}

fn at<'a>(value: &'a mut Toml, way: &[Step]) -> &'a mut Table {
    let found = way.iter().fold(value, |value, step| match step {
        Step::Key(key) => &mut value[key.as_str()],
        Step::Nth(nth) => &mut value[*nth],
    });
    found.as_table_mut().expect("a table")
}

/// The tables of the file that has every key, by the way there, with the keys that its schema has.
fn places(of: FileKind, schema: &Value) -> Vec<(Vec<Step>, Table, Map<String, Value>)> {
    let mut found = Vec::new();
    tables(&mut Vec::new(), &whole(of), schema, &mut |way, table, keys| {
        found.push((way.to_vec(), table.clone(), keys.clone()));
    });
    assert!(found.len() > 10, "only {} tables", found.len());
    assert!(is_read(of, &text(&whole(of))), "the file with every key is sound");
    found
}

#[test]
fn every_key_of_a_schema_is_read_and_every_key_that_is_read_is_in_it() {
    for of in BOTH {
        let (schema, validator) = (schema(of), validator(of));
        let mut missing: Vec<String> = Vec::new();
        let mut seen: Vec<String> = Vec::new();
        for (way, table, keys) in places(of, &schema) {
            let shown = |key: &str| {
                let way =
                    way.iter().filter_map(|step| if let Step::Key(key) = step { Some(key.as_str()) } else { None });
                way.chain([key]).collect::<Vec<_>>().join(".")
            };
            for key in keys.keys() {
                let there = table.contains_key(key);
                // A table that stands in several places is the same one everywhere.
                let one = format!("{key} of {}", keys.keys().map(String::as_str).collect::<Vec<_>>().join(" "));
                (if there { &mut seen } else { &mut missing }).push(one);
                if !there {
                    continue;
                }
                // What is of no kind that the key has is refused by both.
                let wrong = if table[key].is_bool() { Toml::Integer(7) } else { Toml::Boolean(true) };
                let mut document = whole(of);
                at(&mut document, &way).insert(key.clone(), wrong);
                assert!(!is_read(of, &text(&document)), "{} is read whatever it is", shown(key));
                assert!(!validator.is_valid(&json(&document)), "the schema takes anything for {}", shown(key));
            }
            // A key of another name is refused by both, or by none.
            let mut document = whole(of);
            at(&mut document, &way).insert("kye".to_owned(), Toml::Boolean(true));
            let (read, valid) = (is_read(of, &text(&document)), validator.is_valid(&json(&document)));
            assert_eq!(read, valid, "kye in {}", shown(""));
        }
        // Any language stands for all of them.
        missing.retain(|key| !seen.contains(key) && !key.starts_with("en of ") && !key.starts_with("zh of "));
        assert_eq!(missing, [""; 0], "the fixture with every key lacks them");
    }
}

#[test]
fn what_has_to_be_there_has_to_be_there_for_both() {
    for of in BOTH {
        let (schema, validator) = (schema(of), validator(of));
        for (way, table, keys) in places(of, &schema) {
            for key in keys.keys().filter(|key| table.contains_key(*key)) {
                let mut document = whole(of);
                at(&mut document, &way).remove(key);
                // Other rules may need what can be left out: a level that nothing asks for, a link.
                let valid = validator.is_valid(&json(&document));
                if is_read(of, &text(&document)) {
                    assert!(valid, "the schema wants {key} in {way:?}");
                } else if valid {
                    let text = text(&document);
                    let error = match of {
                        FileKind::Checklist => read_checklist("", &text).err(),
                        FileKind::Assessment => AssessmentFile::parse("", &text).err(),
                    };
                    let error = error.expect("it is refused").to_string();
                    assert!(!error.contains("is missing from"), "the schema does not want {key} in {way:?}: {error}");
                }
            }
        }
    }
}

#[test]
fn a_default_is_what_is_read_where_the_key_is_not_there() {
    let schema = schema(FileKind::Checklist);
    let mut held = 0;
    for (way, table, keys) in places(FileKind::Checklist, &schema) {
        for (key, default) in keys.iter().filter_map(|(key, of)| Some((key, of.get("default")?))) {
            let (mut without, mut with) = (whole(FileKind::Checklist), whole(FileKind::Checklist));
            at(&mut without, &way).remove(key);
            let default = match default {
                Value::Bool(yes) => Toml::Boolean(*yes),
                Value::String(text) => Toml::String(text.clone()),
                _ => continue,
            };
            at(&mut with, &way).insert(key.clone(), default);
            let read = |document: &Toml| read_checklist("", &text(document)).map(|read| format!("{:?}", read.parts()));
            // What a criterion's answers look like belongs to its scale.
            let (Ok(without), Ok(with)) = (read(&without), read(&with)) else { continue };
            if key == "scale" {
                continue;
            }
            assert_eq!(without, with, "{key} of {:?}", table.get("id"));
            held += 1;
        }
    }
    assert!(held > 8, "only {held} defaults");
}

#[test]
fn examples_are_of_their_keys_kind() {
    fn hold(schema: &Value) {
        if let (Some(examples), Some(_)) = (schema.get("examples").and_then(Value::as_array), schema.get("description"))
        {
            let validator = jsonschema::draft7::new(schema).expect("a part of a schema is one");
            let wrong: Vec<_> = examples.iter().filter(|one| !validator.is_valid(one)).collect();
            assert!(wrong.is_empty(), "{wrong:?} in {schema:#}");
        }
        match schema {
            Value::Object(map) => map.values().for_each(hold),
            Value::Array(list) => list.iter().for_each(hold),
            _ => {}
        }
    }
    BOTH.map(schema).iter().for_each(hold);
    let all = schema(FileKind::Checklist).to_string() + &schema(FileKind::Assessment).to_string();
    assert!(!all.contains("[null]"), "an example cannot be read");
}

#[test]
fn sound_files_are_valid() {
    let checklists = Path::new(env!("CARGO_MANIFEST_DIR")).join("checklists");
    let built_in = fs::read_dir(checklists).expect("a directory").map(|entry| entry.expect("an entry").path());
    let over_time = fixtures("over_time");
    let own = [fixtures("every-key.toml"), over_time.join("ops-1.0.0.toml"), over_time.join("ops-1.1.0.toml")];
    let days = ["2026-02-01", "2026-05-10", "2026-11-23"].map(|day| over_time.join(format!("{day}.toml")));
    let files = built_in.chain(own).map(|path| (FileKind::Checklist, path));
    for (of, path) in files.chain(days.map(|path| (FileKind::Assessment, path))) {
        let text = fs::read_to_string(&path).expect("it is there");
        assert!(is_read(of, &text), "{}", path.display());
        let document = json(&parsed(&text));
        let wrong: Vec<String> = validator(of).iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(wrong, [""; 0], "{}", path.display());
    }
}

/// What is wrong with these follows from what else the file says, or is nothing that JSON tells apart: a date from a text,
/// 1.0 from 1.
const UNKNOWABLE: &[&str] = &[
    "circles",
    "date-for-text",
    "dead-link",
    "duplicate-id",
    "duplicate-in-every-table",
    "level-order",
    "level-out-of-range",
    "level-twice",
    "level-with-fraction",
    "level-without-criteria",
    "links-of-parts",
    "options",
    "probe-twice",
];

#[test]
fn bad_files_are_refused_as_far_as_a_schema_can_know() {
    let mut taken = Vec::new();
    for (of, below) in [(FileKind::Checklist, "checklists"), (FileKind::Assessment, "assessments")] {
        let validator = validator(of);
        let mut names: Vec<_> =
            fs::read_dir(fixtures(below)).expect("a directory").map(|entry| entry.expect("an entry").path()).collect();
        names.retain(|path| path.extension().is_some_and(|end| end == "toml"));
        names.sort();
        for path in names {
            // What is no TOML at all is no schema's business.
            let Some(document) = fs::read_to_string(&path)
                .ok()
                .and_then(|text| text.trim_start_matches('\u{feff}').parse::<Table>().ok())
            else {
                continue;
            };
            if validator.is_valid(&json(&document.into())) {
                taken.push(path.file_stem().expect("a name").to_string_lossy().into_owned());
            }
        }
    }
    assert_eq!(taken, UNKNOWABLE);
}
