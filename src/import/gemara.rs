//! Gemara control catalogs, the form in which the `OpenSSF` publishes its baseline (<https://gemara.openssf.org>), one or several
//! files.
//!
//! What is assessed are the requirements of a control: they are the criteria, the control is the area that they lie in. The
//! first group that a requirement is applicable to says its level.

use serde_json::Value;

use super::prose::{titled, unfolded, unlinked};
use super::{At, Cited, Found, Item, MOST_ITEMS, Name, Skipped, too_many};
use crate::error::{Error, Result};
use crate::i18n::{Text, say};
use crate::text::one_line;

/// What a file of YAML holds; one of `several` may be without controls.
///
/// # Errors
///
/// It is not YAML, or not a catalog.
pub(super) fn read(shown: &str, yaml: &str, several: bool) -> Result<Found> {
    let root: Value = serde_saphyr::from_str(yaml).map_err(|error| {
        let line = error.location().map_or(1, |at| usize::try_from(at.line()).unwrap_or(1));
        Error::new(say::import_bad_yaml(one_line(shown), line)).hint(say::import_bad_yaml_hint())
    })?;
    of(shown, &root, several)
}

/// Whether a document has the shape of a catalog.
pub(super) fn is_catalog(root: &Value) -> bool {
    let has = |key: &str| root.get(key).and_then(Value::as_array).is_some_and(|all| !all.is_empty());
    let requirements = |control: &Value| control.get("assessment-requirements").is_some();
    has("control-families") || list(root, "controls").any(requirements)
}

/// What a catalog holds.
///
/// # Errors
///
/// It is none, or holds too much.
pub(super) fn of(shown: &str, root: &Value, several: bool) -> Result<Found> {
    let mut found = Found::default();
    let metadata = root.get("metadata");
    let said = |key: &str| {
        let here = text(root, key).or_else(|| metadata.and_then(|metadata| text(metadata, key)));
        here.map(one_line).filter(|text| !text.is_empty())
    };
    found.title = said("title");
    found.id = metadata.and_then(|metadata| text(metadata, "id")).map(one_line);
    found.version = said("version");
    found.summary = metadata.and_then(|metadata| text(metadata, "description")).map(unfolded);
    let groups = metadata
        .into_iter()
        .flat_map(|metadata| list(metadata, "applicability-groups").chain(list(metadata, "applicability-categories")));
    for (level, group) in (1..=9).zip(groups) {
        let title = text(group, "title").map(one_line).unwrap_or_default();
        found.levels.insert(level, (title, text(group, "description").map(unfolded).unwrap_or_default()));
    }
    if !is_catalog(root) {
        if !several {
            return Err(Error::new(say::import_no_catalog(one_line(shown))).hint(say::import_no_catalog_hint()));
        }
        if metadata.is_none() {
            let why = say::import_file_without_controls();
            found.skipped.push(Skipped { file: shown.to_owned(), at: At::Line(1), what: String::new(), why });
        }
        return Ok(found);
    }
    let mut walk = Walk { shown, count: 0, found };
    for family in list(root, "control-families") {
        for control in list(family, "controls") {
            walk.control(control, Some(name(family)))?;
        }
    }
    for control in list(root, "controls") {
        let id = text(control, "group").or_else(|| text(control, "family"));
        let group = id.map(|id| {
            let known = list(root, "groups").chain(list(root, "families")).find(|group| text(group, "id") == Some(id));
            known.map_or_else(|| Name { code: one_line(id), title: String::new() }, name)
        });
        walk.control(control, group)?;
    }
    Ok(walk.found)
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key).and_then(Value::as_str)
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn name(value: &Value) -> Name {
    let of = |key: &str| text(value, key).map(one_line).unwrap_or_default();
    Name { code: of("id"), title: of("title") }
}

struct Walk<'a> {
    shown: &'a str,
    count: usize,
    found: Found,
}

impl Walk<'_> {
    fn control(&mut self, control: &Value, group: Option<Name>) -> Result<()> {
        let own = name(control);
        let areas: Vec<Name> = group.into_iter().chain([own.clone()]).collect();
        let objective = text(control, "objective").map(unfolded).unwrap_or_default();
        let references = references(control);
        if list(control, "assessment-requirements").next().is_none() {
            self.skip(&own.code, say::import_no_requirements());
        }
        for requirement in list(control, "assessment-requirements") {
            self.count += 1;
            let code = text(requirement, "id").map(one_line).unwrap_or_default();
            let said = text(requirement, "text").map(unfolded).unwrap_or_default();
            let retired = text(requirement, "state").or_else(|| text(control, "state"));
            if retired.is_some_and(|state| ["retired", "deprecated"].contains(&&*state.to_lowercase())) {
                self.skip(&code, say::import_withdrawn());
                continue;
            }
            if said.is_empty() {
                self.skip(&code, say::import_row_without_title());
                continue;
            }
            // YAML reads 1.10 as 1.1, and nobody could tell the two apart any more.
            if requirement.get("id").is_some_and(Value::is_number) {
                self.skip(&said, say::import_id_is_number());
                continue;
            }
            let level = match Self::level(requirement) {
                Ok(level) => level,
                Err(why) => {
                    self.skip(&code, why);
                    continue;
                }
            };
            if self.found.items.len() >= MOST_ITEMS {
                return Err(too_many(self.shown));
            }
            let (said, links) = unlinked(&said);
            let (title, shortened) = titled(&said);
            let mut texts = Vec::new();
            let guidance: Vec<String> = [shortened.then_some(said), Some(objective.clone())]
                .into_iter()
                .flatten()
                .filter(|text| !text.is_empty())
                .collect();
            if !guidance.is_empty() {
                texts.push(("guidance", guidance.join("\n\n")));
            }
            let remedy = text(requirement, "recommendation").map(unfolded).filter(|text| !text.is_empty());
            texts.extend(remedy.map(|remedy| ("remedy", remedy)));
            let references = references.iter().cloned().chain(links).collect();
            self.found.items.push(Item {
                at: Some(At::Nth(self.count)),
                name: Name { code, title },
                level,
                areas: areas.clone(),
                texts,
                references,
                ..Item::default()
            });
        }
        Ok(())
    }

    fn skip(&mut self, what: &str, why: Text) {
        let at = At::Nth(self.count.max(1));
        self.found.skipped.push(Skipped { file: self.shown.to_owned(), at, what: what.to_owned(), why });
    }

    /// The level of a requirement: the lowest that it is applicable to, by the figure at the end of each (`maturity-1`).
    fn level(requirement: &Value) -> std::result::Result<u8, Text> {
        let all: Vec<&str> = list(requirement, "applicability").filter_map(Value::as_str).collect();
        if all.is_empty() {
            return if requirement.get("applicability").is_some() { Err(say::import_row_in_no_level()) } else { Ok(1) };
        }
        let level = |group: &str| {
            let figure = group.rsplit(|c: char| !c.is_ascii_digit()).next()?;
            figure.parse::<u8>().ok().filter(|level| (1..=9).contains(level))
        };
        // Where groups are no levels, there is one.
        Ok(all.into_iter().filter_map(level).min().unwrap_or(1))
    }
}

/// What a control is mapped to: numbers of other catalogs.
fn references(control: &Value) -> Vec<Cited> {
    let mappings = list(control, "guidelines").chain(list(control, "guideline-mappings"));
    let cited = mappings.flat_map(|mapping| {
        let scheme = text(mapping, "reference-id").map(one_line);
        let entries = list(mapping, "entries").chain(list(mapping, "identifiers"));
        entries.filter_map(move |entry| {
            let number = entry.as_str().or_else(|| text(entry, "reference-id")).map(one_line)?;
            let scheme = scheme.clone().filter(|scheme| !scheme.is_empty())?;
            (!number.is_empty()).then_some(Cited::Number(scheme, number))
        })
    });
    cited.collect()
}
