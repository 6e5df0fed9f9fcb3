//! What items and the head of a checklist file hold that is more than a word: scoring, schemes, references, probes, earlier
//! ids, what answers look like.

use std::ops::Range;

use semver::VersionReq;

use crate::i18n::{Text, say};
use crate::model::Id;
use crate::model::checklist::{Formerly, Headline, Look, Probe, ProbeKind, Reference, Rule, Scheme, Scoring};
use crate::store::format::checklist as format;
use crate::store::reader::{Node, Reader};
use crate::text::one_line;

pub(super) fn scoring(reader: &mut Reader<'_>, key: &str, node: Node<'_>) -> Option<Scoring> {
    let fields = reader.strict(key, node, &format::SCORING)?;
    let headline = reader
        .optional(&fields, "headline", |reader, key, node| reader.word(key, node, &Headline::ALL, Headline::word));
    let rule = reader.optional(&fields, "rule", |reader, key, node| reader.word(key, node, &Rule::ALL, Rule::word));
    Some(Scoring { headline, rule: rule.unwrap_or_default() })
}

pub(super) fn schemes(reader: &mut Reader<'_>, key: &str, node: Node<'_>) -> Option<Vec<Scheme>> {
    let fields = reader.table(key, node, format!("[{key}]"))?;
    let mut schemes = Vec::new();
    for (name, _, node) in fields.iter() {
        let Some(address) = reader.filled(&one_line(name), node) else { continue };
        if !address.contains(Reference::PLACE) {
            reader.problem(node.span(), say::scheme_without_place(one_line(name))).hint = Some(say::scheme_hint());
        }
        schemes.push(Scheme { name: name.to_owned(), address });
    }
    Some(schemes)
}

pub(super) fn reference(reader: &mut Reader<'_>, key: &str, node: Node<'_>) -> Option<Reference> {
    let before = reader.problems.len();
    let fields = reader.strict(key, node, &format::REFERENCE)?;
    let scheme = reader.optional(&fields, "scheme", Reader::filled);
    let id = reader.optional(&fields, "id", Reader::filled);
    let title = reader.optional(&fields, "title", Reader::text);
    let url = reader.optional(&fields, "url", Reader::filled);
    let half = fields.get("scheme").is_some() != fields.get("id").is_some();
    if half || (scheme.is_none() && title.is_none() && url.is_none() && reader.problems.len() == before) {
        reader.problem(node.span(), say::reference_incomplete()).hint = Some(say::reference_hint());
        return None;
    }
    Some(Reference { title, url, number: scheme.zip(id) })
}

/// A probe, with the place of its id.
pub(super) fn probe(reader: &mut Reader<'_>, key: &str, node: Node<'_>) -> Option<(Range<usize>, Probe)> {
    let fields = reader.strict(key, node, &format::PROBE)?;
    let id = reader.required(&fields, "id", Reader::id);
    let kind =
        reader.required(&fields, "kind", |reader, key, node| reader.word(key, node, &ProbeKind::ALL, ProbeKind::word));
    let files = reader.required(&fields, "files", |reader, key, node| reader.list(key, node, Reader::filled));
    reader.is_empty(&fields, "files");
    let matches = reader.optional(&fields, "matches", Reader::filled);
    let path = reader.optional(&fields, "key", Reader::filled);
    let says = reader.optional(&fields, "says", Reader::text);
    let expected = reader.optional(&fields, "expected", Reader::boolean).unwrap_or(false);
    if matches.is_some() && path.is_some() {
        reader.problem(node.span(), say::probe_looks_twice()).hint = Some(say::probe_looks_twice_hint());
    }
    let look = match (matches, path) {
        (Some(pattern), _) => Look::Matches(pattern),
        (None, Some(path)) => Look::Key(path),
        (None, None) => Look::There,
    };
    let span = fields.get("id").map_or(node.span(), toml::Spanned::span);
    let files = files?.into_iter().map(|(_, glob)| glob).collect();
    Some((span, Probe { id: id?, kind: kind?, files, look, says, expected }))
}

/// An earlier id, or an edition with all that the item was called in it; each with its place.
pub(super) fn formerly(reader: &mut Reader<'_>, key: &str, node: Node<'_>) -> Option<Vec<(Range<usize>, Formerly)>> {
    if node.get_ref().as_table().is_none() {
        return Some(vec![(node.span(), Formerly { version: None, id: reader.id(key, node)? })]);
    }
    let fields = reader.strict(key, node, &format::EDITION)?;
    let version = reader.required(&fields, "version", |reader, key, node| {
        let text = reader.string(key, node)?;
        let version = VersionReq::parse(&text).ok();
        if version.is_none() {
            reader.problem(node.span(), say::bad_editions(one_line(&text))).hint = Some(say::bad_editions_hint());
        }
        version
    });
    let ids = reader.required(&fields, "ids", |reader, key, node| reader.list(key, node, Reader::id));
    let (version, ids) = (version?, ids?);
    Some(ids.into_iter().map(|(span, id)| (span, Formerly { version: Some(version.clone()), id })).collect())
}

/// What an answer looks like, by the id of its option; with its place.
pub(super) type Looks = (Id, Range<usize>, Option<Text>);

/// What answers look like.
pub(super) fn options(reader: &mut Reader<'_>, key: &str, node: Node<'_>) -> Option<Vec<Looks>> {
    let fields = reader.table(key, node, format!("`{key}`"))?;
    let mut found: Vec<_> = fields.iter().collect();
    found.sort_by_key(|(_, span, _)| span.start);
    let read = |(option, span, node)| (Id::foreign(option), span, reader.text(option, node));
    Some(found.into_iter().map(read).collect())
}

/// The letter that gives an answer: one character that is no digit, for digits count the options.
pub(super) fn letter(reader: &mut Reader<'_>, key: &str, node: Node<'_>) -> Option<char> {
    let text = reader.string(key, node)?;
    let mut letters = text.chars();
    let letter = letters.next().filter(|letter| letter.is_alphabetic() && letters.next().is_none());
    if letter.is_none() {
        reader.problem(node.span(), say::unknown_word(key, one_line(&text))).hint = Some(say::letter_hint());
    }
    letter
}
