//! JSON: lists of objects, also within each other; and the catalogs that other readers know.

use serde_json::{Map, Value};

use super::fields::{Field, Wish, guess};
use super::sheet::{Row, Sheet};
use super::{At, Found, MOST_ITEMS, Name, gemara, oscal, too_many};
use crate::error::{Error, Result};
use crate::i18n::say;
use crate::text::one_line;

/// What a file holds.
///
/// # Errors
///
/// It is not JSON, not a list of items, or one of a format that lists none.
pub(super) fn read(shown: &str, text: &str, wishes: &[Wish]) -> Result<Found> {
    let root: Value = serde_json::from_str(text).map_err(|error| {
        let what = if error.to_string().starts_with("recursion limit") {
            say::import_too_deep(one_line(shown), error.line())
        } else {
            say::import_bad_json(one_line(shown), error.line(), error.column())
        };
        Error::new(what).hint(say::import_bad_json_hint())
    })?;
    if let Some(catalog) = oscal::catalog(shown, &root)? {
        return oscal::read(shown, catalog);
    }
    if gemara::is_catalog(&root) {
        return gemara::of(shown, &root, false);
    }
    let mut walk = Walk { shown, headers: Vec::new(), rows: Vec::new() };
    walk.value(&root, &[], None)?;
    let Walk { headers, mut rows, .. } = walk;
    for row in &mut rows {
        row.cells.resize(headers.len(), String::new());
    }
    if rows.is_empty() {
        return Err(Error::new(say::import_nothing(one_line(shown))).hint(say::import_no_objects_hint()));
    }
    let mut found = Sheet { shown: shown.to_owned(), headers, rows, down: false }.read(wishes)?;
    let metadata = root.get("metadata").and_then(Value::as_object);
    let places = [root.as_object(), metadata];
    let said = |keys: &[&str]| {
        let find = |object: &Map<String, Value>| {
            let own = object.iter().filter(|(key, _)| keys.contains(&key.to_lowercase().as_str()));
            own.filter_map(|(_, value)| value.as_str()).map(str::to_owned).next()
        };
        places.into_iter().flatten().find_map(find)
    };
    found.title = said(&["title"]).or_else(|| said(&["name"]));
    found.version = said(&["version"]);
    found.summary = said(&["summary", "description"]);
    Ok(found)
}

struct Walk<'a> {
    shown: &'a str,
    headers: Vec<String>,
    rows: Vec<Row>,
}

/// The lists of objects that an object holds, itself or in an object of its own, but for those that only say where it comes from.
fn lists(object: &Map<String, Value>) -> Vec<&Value> {
    fn is_list(value: &Value) -> bool {
        match value {
            Value::Array(all) => all.iter().any(Value::is_object),
            Value::Object(object) => !lists(object).is_empty(),
            _ => false,
        }
    }
    let of_sources =
        |key: &str| ["references", "links", "refs", "sources", "props", "mappings"].contains(&&*key.to_lowercase());
    object.iter().filter(|(key, _)| !of_sources(key)).map(|(_, value)| value).filter(|value| is_list(value)).collect()
}

/// Whether an object only names other objects.
fn names_objects(object: &Map<String, Value>) -> bool {
    !object.is_empty() && object.values().all(Value::is_object)
}

/// What an object is called.
fn name(object: &Map<String, Value>, key: Option<&str>) -> Name {
    let (headers, values): (Vec<String>, Vec<&str>) =
        object.iter().filter_map(|(key, value)| Some((key.clone(), value.as_str()?))).unzip();
    let mut taken = Vec::new();
    guess(&headers, &mut taken, &[]);
    let get = |field: &Field| {
        let at = taken.iter().find(|(own, _)| own == field).map(|(_, at)| *at);
        at.and_then(|at| values.get(at)).map(|text| one_line(text)).unwrap_or_default()
    };
    let title = Some(get(&Field::Title)).filter(|title| !title.is_empty());
    Name { code: get(&Field::Code), title: title.or_else(|| key.map(one_line)).unwrap_or_default() }
}

impl Walk<'_> {
    fn value(&mut self, value: &Value, areas: &[Name], key: Option<&str>) -> Result<()> {
        match value {
            Value::Array(all) => {
                for one in all.iter().filter(|one| one.is_object()) {
                    self.object(one, areas, None, false)?;
                }
                Ok(())
            }
            _ => self.object(value, areas, key, true),
        }
    }

    /// An object: a group of others, or an item.
    fn object(&mut self, value: &Value, areas: &[Name], key: Option<&str>, root: bool) -> Result<()> {
        let Some(object) = value.as_object() else { return Ok(()) };
        let within = lists(object);
        let grouped = names_objects(object);
        if within.is_empty() && !grouped {
            if root && key.is_none() {
                return Ok(());
            }
            return self.row(object, areas, key);
        }
        let mut areas = areas.to_vec();
        let own = name(object, key);
        if (!root || key.is_some()) && own != Name::default() {
            areas.push(own);
        }
        for list in within {
            self.value(list, &areas, None)?;
        }
        if grouped {
            for (key, value) in object {
                self.object(value, &areas, Some(key), false)?;
            }
        }
        Ok(())
    }

    fn row(&mut self, object: &Map<String, Value>, areas: &[Name], key: Option<&str>) -> Result<()> {
        if self.rows.len() >= MOST_ITEMS {
            return Err(too_many(self.shown));
        }
        let at = At::Nth(self.rows.len() + 1);
        let mut row = Row { at, cells: Vec::new(), areas: areas.to_vec(), level: None };
        if let Some(key) = key.filter(|_| name(object, None).title.is_empty()) {
            self.cell(&mut row, "title", key.to_owned());
        }
        self.cells(&mut row, object, "");
        self.rows.push(row);
        Ok(())
    }

    fn cells(&mut self, row: &mut Row, object: &Map<String, Value>, above: &str) {
        for (key, value) in object {
            let key = if above.is_empty() { key.clone() } else { format!("{above}.{key}") };
            match value {
                Value::Object(object) => self.cells(row, object, &key),
                Value::Array(all) => {
                    let said = all.iter().filter_map(|one| match one {
                        Value::Object(object) => {
                            let of = |key: &str| object.get(key).and_then(Value::as_str);
                            let parts = [of("title").or_else(|| of("name")), of("url").or_else(|| of("href"))];
                            Some(parts.into_iter().flatten().collect::<Vec<_>>().join(": "))
                        }
                        other => scalar(other),
                    });
                    let said: Vec<String> = said.filter(|said| !said.is_empty()).collect();
                    let between = if said.iter().any(|one| one.contains(' ')) { "\n" } else { ", " };
                    self.cell(row, &key, said.join(between));
                }
                other => self.cell(row, &key, scalar(other).unwrap_or_default()),
            }
        }
    }

    fn cell(&mut self, row: &mut Row, header: &str, said: String) {
        let at = self.headers.iter().position(|own| own == header).unwrap_or_else(|| {
            self.headers.push(header.to_owned());
            self.headers.len() - 1
        });
        if row.cells.len() <= at {
            row.cells.resize(at + 1, String::new());
        }
        if let Some(cell) = row.cells.get_mut(at) {
            *cell = said;
        }
    }
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}
