//! OSCAL catalogs, the form in which NIST publishes controls (<https://pages.nist.gov/OSCAL>).
//!
//! Groups are areas, controls are criteria; a control within a control makes sense after that one. Parameters stand in the
//! texts by what they are called.

use std::collections::HashMap;

use serde_json::Value;

use super::prose::clean;
use super::{At, Cited, Found, Item, MOST_ITEMS, Name, Skipped, too_many};
use crate::error::{Error, Result};
use crate::i18n::say;
use crate::text::one_line;

/// What OSCAL has beside catalogs; none of them holds the text of a control.
const OTHERS: [&str; 7] = [
    "profile",
    "component-definition",
    "system-security-plan",
    "assessment-plan",
    "assessment-results",
    "plan-of-action-and-milestones",
    "mapping-collection",
];

/// How deep controls and groups may lie in each other.
const DEEPEST: usize = 16;

/// The catalog of a file, if it is one.
///
/// # Errors
///
/// It is another document of OSCAL.
pub(super) fn catalog<'a>(shown: &str, root: &'a Value) -> Result<Option<&'a Value>> {
    let of = |kind: &&&str| {
        root.get(**kind).is_some_and(|document| document.get("uuid").is_some() && document.get("metadata").is_some())
    };
    if let Some(kind) = OTHERS.iter().find(of) {
        let what = say::import_oscal_other(one_line(shown), kind);
        return Err(Error::new(what).hint(say::import_oscal_other_hint()));
    }
    Ok(root.get("catalog").filter(|catalog| catalog.get("metadata").is_some()))
}

/// What a catalog holds.
///
/// # Errors
///
/// There are too many controls.
pub(super) fn read(shown: &str, catalog: &Value) -> Result<Found> {
    let metadata = catalog.get("metadata");
    let said = |key: &str| metadata.and_then(|metadata| text(metadata, key)).map(str::to_owned);
    let resources = list(catalog.get("back-matter"), "resources");
    let resources = resources.filter_map(|one| Some((text(one, "uuid")?, resource(one)?))).collect();
    let mut walk = Walk { shown, resources, found: Found::default(), params: HashMap::new(), count: 0 };
    walk.params(catalog);
    walk.group(catalog, &[], 0)?;
    let mut found = walk.found;
    found.title = said("title");
    found.version = said("version");
    Ok(found)
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key).and_then(Value::as_str)
}

fn list<'a>(value: Option<&'a Value>, key: &str) -> impl Iterator<Item = &'a Value> {
    value.and_then(|value| value.get(key)).and_then(Value::as_array).into_iter().flatten()
}

/// What is cited by a link to the end of the catalog.
fn resource(resource: &Value) -> Option<Cited> {
    let citation = resource.get("citation").and_then(|citation| text(citation, "text"));
    let title = text(resource, "title").or(citation).map(|title| one_line(&title.replace('*', "")));
    let url =
        list(Some(resource), "rlinks").find_map(|link| text(link, "href")).filter(|href| href.starts_with("http"));
    let page = Cited::Page { title: title.unwrap_or_default(), url: url.unwrap_or_default().to_owned() };
    (page != Cited::Page { title: String::new(), url: String::new() }).then_some(page)
}

struct Walk<'a> {
    shown: &'a str,
    resources: HashMap<&'a str, Cited>,
    found: Found,
    /// What each parameter is called, by its id and by its other ids.
    params: HashMap<String, String>,
    count: usize,
}

impl<'a> Walk<'a> {
    fn group(&mut self, group: &'a Value, areas: &[Name], depth: usize) -> Result<()> {
        if depth > DEEPEST {
            self.too_deep(text(group, "title").unwrap_or_default());
            return Ok(());
        }
        for inner in list(Some(group), "groups") {
            let title = one_line(text(inner, "title").unwrap_or_default());
            let code = label(inner).or_else(|| text(inner, "id").map(str::to_uppercase)).unwrap_or_default();
            let mut areas = areas.to_vec();
            areas.push(Name { code, title });
            self.params(inner);
            self.group(inner, &areas, depth + 1)?;
        }
        for control in list(Some(group), "controls") {
            self.control(control, areas, None, depth)?;
        }
        Ok(())
    }

    fn too_deep(&mut self, what: &str) {
        let at = At::Nth(self.count);
        let skipped = Skipped {
            file: self.shown.to_owned(),
            at,
            what: one_line(what),
            why: say::import_nested_too_deep(DEEPEST),
        };
        self.found.skipped.push(skipped);
    }

    fn params(&mut self, holder: &Value) {
        for param in list(Some(holder), "params") {
            let Some(id) = text(param, "id") else { continue };
            let choices =
                list(param.get("select"), "choice").filter_map(Value::as_str).map(|choice| self.inserted(choice, 0));
            let choices: Vec<String> = choices.collect();
            let values: Vec<&str> = list(Some(param), "values").filter_map(Value::as_str).collect();
            let called = if !values.is_empty() {
                values.join(", ")
            } else if choices.is_empty() {
                format!("[{}]", text(param, "label").unwrap_or(id))
            } else {
                format!("[{}]", choices.join(" | "))
            };
            for prop in list(Some(param), "props").filter(|prop| text(prop, "name") == Some("alt-identifier")) {
                self.params.extend(text(prop, "value").map(|other| (other.to_owned(), called.clone())));
            }
            self.params.insert(id.to_owned(), called);
        }
    }

    /// A text with its parameters put in: `{{ insert: param, ID }}`.
    fn inserted(&self, prose: &str, depth: usize) -> String {
        let mut whole = String::with_capacity(prose.len());
        let mut rest = prose;
        while let Some((before, from)) = rest.split_once("{{") {
            whole.push_str(before);
            let Some((inside, after)) = from.split_once("}}") else {
                whole.push_str("{{");
                rest = from;
                continue;
            };
            let id = inside.rsplit(',').next().unwrap_or_default().trim();
            match self.params.get(id) {
                // A parameter may be made of others.
                Some(called) if called.contains("{{") && depth < 4 => whole.push_str(&self.inserted(called, depth + 1)),
                Some(called) => whole.push_str(called),
                None => {
                    whole.push('[');
                    whole.push_str(id);
                    whole.push(']');
                }
            }
            rest = after;
        }
        whole.push_str(rest);
        whole
    }

    fn control(&mut self, control: &'a Value, areas: &[Name], after: Option<&str>, depth: usize) -> Result<()> {
        self.count += 1;
        let id = text(control, "id").unwrap_or_default();
        let code = label(control).unwrap_or_else(|| id.to_uppercase());
        let title = one_line(text(control, "title").unwrap_or_default());
        self.params(control);
        let status = list(Some(control), "props").find(|prop| text(prop, "name") == Some("status"));
        let withdrawn =
            status.and_then(|prop| text(prop, "value")).is_some_and(|value| value.eq_ignore_ascii_case("withdrawn"));
        if withdrawn || title.is_empty() {
            let why = if withdrawn { say::import_withdrawn() } else { say::import_row_without_title() };
            let skipped = Skipped { file: self.shown.to_owned(), at: At::Nth(self.count), what: code.clone(), why };
            self.found.skipped.push(skipped);
        } else {
            if self.found.items.len() >= MOST_ITEMS {
                return Err(too_many(self.shown));
            }
            let mut guidance = Vec::new();
            for name in ["statement", "guidance"] {
                let mut lines = Vec::new();
                for part in list(Some(control), "parts").filter(|part| text(part, "name") == Some(name)) {
                    self.part(part, 0, &mut lines);
                }
                guidance.extend((!lines.is_empty()).then(|| lines.join("\n")));
            }
            let cited =
                list(Some(control), "links").filter(|link| text(link, "rel") == Some("reference")).filter_map(|link| {
                    let href = text(link, "href")?;
                    match href.strip_prefix('#') {
                        Some(uuid) => self.resources.get(uuid).cloned(),
                        None => Some(Cited::Page {
                            title: one_line(text(link, "text").unwrap_or_default()),
                            url: href.to_owned(),
                        }),
                    }
                });
            let references = cited.collect();
            let texts =
                if guidance.is_empty() { Vec::new() } else { vec![("guidance", clean(&guidance.join("\n\n")))] };
            self.found.items.push(Item {
                at: Some(At::Nth(self.count)),
                name: Name { code: code.clone(), title },
                level: 1,
                areas: areas.to_vec(),
                texts,
                references,
                after: after.map(str::to_owned),
                ..Item::default()
            });
        }
        if depth > DEEPEST {
            self.too_deep(&code);
            return Ok(());
        }
        for inner in list(Some(control), "controls") {
            self.control(inner, areas, Some(&code).filter(|_| !withdrawn).map(String::as_str), depth + 1)?;
        }
        Ok(())
    }

    /// The lines of a part and of those in it, each with its label.
    fn part(&self, part: &Value, depth: usize, lines: &mut Vec<String>) {
        if depth > DEEPEST {
            return;
        }
        let label = label(part).map(|label| format!("{label} ")).unwrap_or_default();
        let prose = text(part, "prose").map(|prose| one_line(&self.inserted(prose, 0))).unwrap_or_default();
        if !prose.is_empty() {
            lines.push(format!("{}{label}{prose}", "  ".repeat(depth.saturating_sub(1))));
        }
        for inner in list(Some(part), "parts") {
            self.part(inner, depth + 1, lines);
        }
    }
}

/// What people call it: of several labels the one of no class.
fn label(value: &Value) -> Option<String> {
    let labels = || list(Some(value), "props").filter(|prop| text(prop, "name") == Some("label"));
    let plain = labels().find(|prop| prop.get("class").is_none());
    let first = plain.or_else(|| labels().next());
    first.and_then(|prop| text(prop, "value")).map(one_line).filter(|label| !label.is_empty())
}
