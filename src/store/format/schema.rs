//! A JSON Schema of each kind of file, for editors: draft 7, without references to elsewhere, as taplo reads it best.

use clap::ValueEnum;
use serde_json::{Map, Value, json};

use super::{KeyDef, Kind, Need, TableDef, assessment, checklist};

/// A kind of file that people write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FileKind {
    /// What is asked.
    Checklist,
    /// What was answered.
    Assessment,
}

/// The schema of a kind of file.
pub fn schema(of: FileKind) -> Value {
    let (def, title) = match of {
        FileKind::Checklist => (&checklist::CHECKLIST, "opsladder checklist"),
        FileKind::Assessment => (&assessment::ASSESSMENT, "opsladder assessment"),
    };
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), "http://json-schema.org/draft-07/schema#".into());
    schema.insert("title".to_owned(), title.into());
    schema.extend(table(def));
    Value::Object(schema)
}

/// An id, as [`crate::model::Id::parse`] takes it.
const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
/// Something that is not blank.
const FILLED: &str = "\\S";
/// A version, as semver.org has it.
const VERSION: &str = "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$";
/// The tag of a language.
const TAG: &str = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$";

fn table(def: &TableDef) -> Map<String, Value> {
    let mut schema = Map::new();
    schema.insert("type".to_owned(), "object".into());
    schema.insert("description".to_owned(), def.says.into());
    let keys: Map<String, Value> =
        def.keys.iter().map(|key| (key.name.to_owned(), Value::Object(property(key)))).collect();
    schema.insert("properties".to_owned(), keys.into());
    let required: Vec<&str> =
        def.keys.iter().filter(|key| matches!(key.need, Need::Required)).map(|key| key.name).collect();
    if !required.is_empty() {
        schema.insert("required".to_owned(), required.into());
    }
    if !def.open {
        schema.insert("additionalProperties".to_owned(), false.into());
    }
    schema.extend(more(def.more));
    schema
}

fn property(key: &KeyDef) -> Map<String, Value> {
    let mut schema = value(key.kind);
    let says = match key.kind {
        Kind::Link(to) => format!("{} An id of `[[{to}]]`.", key.says),
        Kind::List(Kind::Link(to)) => format!("{} Ids of `[[{to}]]`.", key.says),
        _ => key.says.to_owned(),
    };
    schema.insert("description".to_owned(), says.into());
    if let Need::Default(default) = key.need {
        schema.insert("default".to_owned(), read(default));
    }
    // A stand-in is no example, and a header is no value.
    if !key.example.contains('…') && !key.is_header() {
        schema.insert("examples".to_owned(), json!([read(key.example)]));
    }
    for (name, own) in more(key.more) {
        match (schema.get_mut(&name), own) {
            (Some(Value::Object(there)), Value::Object(own)) => there.extend(own),
            (_, own) => drop(schema.insert(name, own)),
        }
    }
    schema
}

fn value(kind: Kind) -> Map<String, Value> {
    let filled = || json!({"type": "string", "pattern": FILLED});
    let schema = match kind {
        Kind::Format => json!({"type": "integer", "enum": [1], "default": 1}),
        Kind::Text => json!({"anyOf": [
            filled(),
            {
                "type": "object",
                "description": "A text in one or more languages, each under its tag.",
                "properties": {"en": filled(), "zh": filled()},
                "propertyNames": {"pattern": TAG},
                "additionalProperties": filled(),
                "minProperties": 1,
            },
        ]}),
        Kind::String => json!({"type": "string"}),
        Kind::Filled | Kind::Editions => filled(),
        Kind::Boolean => json!({"type": "boolean"}),
        Kind::Count => json!({"type": "integer", "minimum": 1, "maximum": u8::MAX}),
        Kind::Number => json!({"type": "number"}),
        Kind::Credit => json!({"type": "number", "minimum": 0, "maximum": 1}),
        Kind::Id | Kind::Link(_) => json!({"type": "string", "pattern": ID}),
        Kind::Version => json!({"type": "string", "pattern": VERSION}),
        Kind::Letter => json!({"type": "string", "minLength": 1, "maxLength": 1, "pattern": "^[^0-9\\s]$"}),
        Kind::Date => json!({"type": "string", "format": "date"}),
        Kind::Window => json!({"type": "string", "pattern": "^[0-9]+(h|d|w|mo|y)$"}),
        Kind::Word(words) => json!({"type": "string", "enum": words()}),
        Kind::List(of) => json!({"type": "array", "items": value(*of)}),
        Kind::Table(def) => table(def).into(),
        Kind::Tables(def) => json!({"type": "array", "items": table(def)}),
        Kind::Map(of) => json!({"type": "object", "additionalProperties": value(*of)}),
        Kind::Either(one, other) => json!({"anyOf": [value(*one), value(*other)]}),
    };
    match schema {
        Value::Object(schema) => schema,
        _ => Map::new(),
    }
}

/// What is said beside the kind, which is JSON: a test reads all of it.
fn more(text: &str) -> Map<String, Value> {
    serde_json::from_str(text).unwrap_or_default()
}

/// A value as TOML writes it.
fn read(text: &str) -> Value {
    text.parse().map_or(Value::Null, |value: toml_edit::Value| json_of(&value))
}

fn json_of(value: &toml_edit::Value) -> Value {
    match value {
        toml_edit::Value::String(text) => text.value().as_str().into(),
        toml_edit::Value::Integer(number) => (*number.value()).into(),
        toml_edit::Value::Float(number) => (*number.value()).into(),
        toml_edit::Value::Boolean(yes) => (*yes.value()).into(),
        toml_edit::Value::Datetime(when) => when.value().to_string().into(),
        toml_edit::Value::Array(list) => list.iter().map(json_of).collect(),
        toml_edit::Value::InlineTable(table) => {
            table.iter().map(|(key, value)| (key.to_owned(), json_of(value))).collect()
        }
    }
}
