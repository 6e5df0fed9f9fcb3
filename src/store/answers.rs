//! Assessment files, reading: TOML in, an assessment out, or every problem of the file at its line.
//!
//! Unknown keys and unknown ids are the user's business and pass; a known key with a wrong value does not.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::error::Result;
use crate::i18n::say;
use crate::model::checklist::Scale;
use crate::model::{
    Answer, Assessment, ChecklistRef, Entry, Evidence, Given, Id, Key, Level, Reason, Section, Status, Was, Window,
};

use super::format::assessment::ASSESSMENT;
use super::reader::{Fields, Node, Reader, read};

/// What an assessment file says, and where it says what a checklist may contradict.
pub(super) struct Answers {
    pub(super) assessment: Assessment,
    /// The place of the value of `target_level`.
    pub(super) target_level: Option<Range<usize>>,
}

/// The assessment in `source`, or all of its problems.
pub(super) fn answers(shown: &str, source: &str) -> Result<Answers> {
    read(shown, source, Some(&ASSESSMENT), |reader, root| {
        reader.format(root);
        let team = reader.required(root, "team", Reader::filled);
        let date = reader.required(root, "date", Reader::date);
        let status = reader.optional(root, "status", |r, key, node| r.word(key, node, Status::ALL, Status::word));
        let profile = reader.optional(root, "profile", foreign);
        let target_level = reader.optional(root, "target_level", |r, key, node| r.small(key, node, 1));
        let area_targets = reader.optional(root, "area_targets", area_targets);
        let assessors = reader.optional(root, "assessors", Reader::strings);
        let group = reader.optional(root, "group", Reader::filled);
        let checklist = reader.required(root, "checklist", |reader, key, node| {
            let fields = reader.table(key, node, "[checklist]".to_owned())?;
            let id = reader.required(&fields, "id", foreign);
            let version = reader.required(&fields, "version", Reader::filled);
            let digest = reader.optional(&fields, "digest", Reader::string);
            let path = reader.optional(&fields, "path", Reader::filled);
            Some(ChecklistRef { id: id?, version: version?, digest, path })
        });
        let entries = entries(reader, root);
        let mut assessment = Assessment::new(team?, date?, checklist?);
        assessment.status = status.unwrap_or(Status::Draft);
        assessment.profile = profile;
        assessment.target_level = target_level.map(Level::new);
        assessment.area_targets = area_targets.unwrap_or_default();
        assessment.assessors = assessors.unwrap_or_default();
        assessment.group = group;
        for (key, entry) in entries {
            assessment.set(key, entry);
        }
        Some(Answers { assessment, target_level: root.get("target_level").map(toml::Spanned::span) })
    })
}

/// The target level of each area.
fn area_targets(reader: &mut Reader<'_>, key: &str, node: Node<'_>) -> Option<BTreeMap<Id, Level>> {
    let fields = reader.table(key, node, format!("`{key}`"))?;
    let targets = fields.iter().filter_map(|(area, _, node)| {
        let level = reader.small(area, node, 1)?;
        Some((Id::foreign(area), Level::new(level)))
    });
    Some(targets.collect())
}

/// Where the target level of an area stands in `source`.
pub(super) fn place_of_area_target(source: &str, area: &Id) -> Option<Range<usize>> {
    let found = read("", source, Some(&ASSESSMENT), |reader, root| {
        let targets = reader.table("area_targets", root.get("area_targets")?, String::new())?;
        targets.get(area.as_str()).map(toml::Spanned::span)
    });
    found.ok()
}

/// Where the answer to a criterion stands in `source`.
pub(super) fn place_of_answer(source: &str, id: &Id) -> Option<Range<usize>> {
    let found = read("", source, Some(&ASSESSMENT), |reader, root| {
        let criteria = reader.table("criteria", root.get("criteria")?, String::new())?;
        let entry = reader.table(id.as_str(), criteria.get(id.as_str())?, String::new())?;
        entry.get("answer").map(toml::Spanned::span)
    });
    found.ok()
}

/// An id that a checklist may or may not know.
fn foreign(reader: &mut Reader<'_>, key: &str, node: Node<'_>) -> Option<Id> {
    reader.filled(key, node).map(|text| Id::foreign(&text))
}

fn entries(reader: &mut Reader<'_>, root: &Fields<'_>) -> Vec<(Key, Entry)> {
    let mut all = Vec::new();
    for section in Section::ALL {
        let name = section.name();
        let Some(items) = reader.optional(root, name, |r, key, node| r.table(key, node, format!("[{key}]"))) else {
            continue;
        };
        let key: fn(Id) -> Key = match section {
            Section::Criteria => Key::Criterion,
            Section::Deliverables => Key::Deliverable,
            Section::Practices => Key::Practice,
            Section::Metrics => Key::Metric,
            Section::Steps => {
                all.extend(items.iter().flat_map(|(of, _, node)| steps(reader, of, node)));
                continue;
            }
        };
        for (id, _, node) in items.iter() {
            all.extend(entry(reader, section, id, node).map(|entry| (key(Id::foreign(id)), entry)));
        }
    }
    all
}

/// The entries of one loop's steps.
fn steps(reader: &mut Reader<'_>, of: &str, node: Node<'_>) -> Vec<(Key, Entry)> {
    let Some(steps) = reader.table(of, node, format!("[steps.{of}]")) else { return Vec::new() };
    let entries = steps.iter().filter_map(|(step, _, node)| {
        let key = Key::Step(Id::foreign(of), Id::foreign(step));
        Some((key, entry(reader, Section::Steps, step, node)?))
    });
    entries.collect()
}

fn entry(reader: &mut Reader<'_>, section: Section, id: &str, node: Node<'_>) -> Option<Entry> {
    if node.get_ref().as_table().is_none() {
        let like = if section == Section::Metrics { "`{ value = 99.95 }`" } else { "`{ answer = \"yes\" }`" };
        reader.wrong_type(id, node, &say::noun_table(), like);
        return None;
    }
    let fields = reader.table(id, node, format!("`{id}`"))?;
    Some(said(reader, section, &fields))
}

/// What was said of another question.
fn was(reader: &mut Reader<'_>, section: Section, key: &str, node: Node<'_>) -> Option<Box<Was>> {
    let fields = reader.table(key, node, format!("`{key}`"))?;
    let version = reader.required(&fields, "version", Reader::filled);
    let title = reader.optional(&fields, "title", Reader::filled);
    let said = said(reader, section, &fields);
    Some(Box::new(Was { version: version?, title, said }))
}

/// What was said of one item.
fn said(reader: &mut Reader<'_>, section: Section, fields: &Fields<'_>) -> Entry {
    let evidence = reader.optional(fields, "evidence", |reader, key, node| {
        if node.get_ref().as_array().is_none() {
            reader.wrong_type(key, node, &say::noun_list(), "").hint = Some(say::wrong_type_evidence_hint());
            return None;
        }
        reader.list(key, node, evidence)
    });
    let measured = section == Section::Metrics;
    // The key that the other kind of item has is an unknown one here, and the user's business.
    let given = match section {
        Section::Metrics => reader.optional(fields, "value", Reader::number).map(Given::Value),
        Section::Criteria | Section::Deliverables | Section::Practices | Section::Steps => {
            // What else a criterion may be answered with is the scale's to say, which the checklist has.
            let own = |node: Node<'_>| {
                let word = node.get_ref().as_str().filter(|_| section == Section::Criteria)?;
                Id::parse(word).map(|_| Answer::of(word))
            };
            let usual: Vec<Answer> = Scale::built_in().answers().collect();
            let answer = |r: &mut Reader<'_>, key: &str, node: Node<'_>| {
                own(node).or_else(|| r.word(key, node, &usual, Answer::word))
            };
            reader.optional(fields, "answer", answer).map(Given::Answer)
        }
    };
    Entry {
        given,
        answered: reader.optional(fields, "answered", Reader::date),
        note: reader.optional(fields, "note", Reader::string),
        evidence: evidence.unwrap_or_default().into_iter().map(|(_, evidence)| evidence).collect(),
        owner: reader.optional(fields, "owner", Reader::string),
        due: reader.optional(fields, "due", Reader::date),
        reason: reader.optional(fields, "reason", |r, key, node| r.word(key, node, Reason::ALL, Reason::word)),
        until: reader.optional(fields, "until", Reader::date),
        target: reader.optional(fields, "target", |r, key, node| r.target(key, node, false)),
        unit: if measured { reader.optional(fields, "unit", Reader::filled) } else { None },
        window: if measured { reader.optional(fields, "window", window) } else { None },
        was: reader.optional(fields, "was", |r, key, node| was(r, section, key, node)),
    }
}

/// Over what time a metric was measured, such as `30d`.
fn window(reader: &mut Reader<'_>, key: &str, node: Node<'_>) -> Option<Window> {
    if node.get_ref().as_str().is_none() {
        reader.wrong_type(key, node, &say::noun_string(), "`\"30d\"`");
        return None;
    }
    let text = reader.string(key, node)?;
    let window = Window::read(&text);
    if window.is_none() {
        let message = say::not_a_window(key, crate::text::one_line(&text));
        reader.problem(node.span(), message).hint = Some(say::not_a_window_hint());
    }
    window
}

fn evidence(reader: &mut Reader<'_>, key: &str, node: Node<'_>) -> Option<Evidence> {
    if node.get_ref().as_table().is_none() {
        let wanted = say::noun_table();
        reader.wrong_type(key, node, &wanted, "").hint = Some(say::wrong_type_evidence_hint());
        return None;
    }
    let fields = reader.table(key, node, format!("`{key}`"))?;
    let reference = reader.required(&fields, "ref", Reader::string);
    let date = reader.optional(&fields, "date", Reader::date);
    let by = reader.optional(&fields, "by", Reader::string);
    let expires = reader.optional(&fields, "expires", Reader::date);
    Some(Evidence { reference: reference?, date, by, expires })
}
