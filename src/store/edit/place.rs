//! Where things stand in the text of a file: lines, statements, headers.

use std::ops::Range;

use toml_edit::{ArrayOfTables, Document, Item, Key, Table};

use crate::model::Section;

/// A text by its lines. Offsets are in bytes, and always those of a character.
pub(super) struct Lines<'t>(pub(super) &'t str);

impl Lines<'_> {
    /// The start of the line that `at` is in.
    pub(super) fn start(&self, at: usize) -> usize {
        self.0.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |feed| feed + 1)
    }

    /// The end of the line that `at` is in, after its line feed.
    pub(super) fn end(&self, at: usize) -> usize {
        self.0.get(at..).and_then(|rest| rest.find('\n')).map_or(self.0.len(), |feed| at + feed + 1)
    }

    /// What stands in the line before `span`: its indentation, and the table part of a dotted key.
    pub(super) fn prefix(&self, span: Range<usize>) -> String {
        self.0.get(self.start(span.start)..span.start).unwrap_or_default().to_owned()
    }

    /// The line that starts at `start`, without the space around it.
    pub(super) fn line(&self, start: usize) -> &str {
        self.0.get(start..self.end(start)).unwrap_or_default().trim()
    }

    /// Whether the line that starts at `start` is a remark; an anchor is none.
    pub(super) fn is_comment(&self, start: usize) -> bool {
        let line = self.line(start);
        line.starts_with('#') && !is_anchor(line)
    }

    fn above(&self, start: usize) -> Option<usize> {
        (start > 0).then(|| self.start(start - 1))
    }

    /// Whether the line above the one that starts at `start` is a remark.
    pub(super) fn is_comment_above(&self, start: usize) -> bool {
        self.above(start).is_some_and(|above| self.is_comment(above))
    }

    /// Whether the line above the one that starts at `start` is an anchor.
    pub(super) fn is_anchor_above(&self, start: usize) -> bool {
        self.above(start).is_some_and(|above| is_anchor(self.line(above)))
    }

    /// Whether a header line has a remark at its end.
    pub(super) fn has_comment(&self, line: Range<usize>) -> bool {
        let rest = self.0.get(line).unwrap_or_default();
        rest.rsplit(']').next().is_some_and(|end| end.contains('#')) || rest.contains("] #")
    }

    /// `start`, or the start of the blank line above it.
    pub(super) fn without_blank_above(&self, start: usize) -> usize {
        self.above(start).filter(|above| self.line(*above).is_empty()).unwrap_or(start)
    }

    /// `end`, or the end of the blank line that starts there.
    pub(super) fn with_blank_below(&self, end: usize) -> usize {
        if self.line(end).is_empty() { self.end(end) } else { end }
    }

    /// The start of the remarks that stand right above `start`.
    pub(super) fn above_comments(&self, start: usize) -> usize {
        let mut first = start;
        while let Some(above) = self.above(first).filter(|above| self.is_comment(*above)) {
            first = above;
        }
        first
    }

    /// Where something new goes after a statement that ends at `at`: on the next line, below the remarks that close the
    /// paragraph, but not between a header and the remarks above it.
    pub(super) fn after(&self, at: usize) -> usize {
        let end = self.end(at);
        let mut next = end;
        while next < self.0.len() && self.is_comment(next) {
            next = self.end(next);
        }
        if next >= self.0.len() || self.line(next).is_empty() { next } else { end }
    }

    /// `text` with the line ends that this text has.
    pub(super) fn in_its_line_ends(&self, text: &str) -> String {
        let crlf = self.0.find('\n').is_some_and(|feed| self.0.get(..feed).is_some_and(|line| line.ends_with('\r')));
        if crlf { text.replace("\r\n", "\n").replace('\n', "\r\n") } else { text.to_owned() }
    }
}

/// `[a.b]`, each part quoted where it has to be.
pub(super) fn header_of(path: &[&str]) -> String {
    format!("[{}]", dotted(path))
}

/// The line that marks where the table of an item goes.
pub(super) fn anchor_of(path: &[&str]) -> String {
    format!("# {}", dotted(path))
}

fn dotted(path: &[&str]) -> String {
    let parts: Vec<String> = path.iter().map(|part| Key::new(*part).display_repr().into_owned()).collect();
    parts.join(".")
}

/// Whether a line marks the place of an item, be it one of this checklist or of another version of it.
pub(super) fn is_anchor(line: &str) -> bool {
    let item = line.strip_prefix("# ").and_then(|path| path.split_once('.'));
    item.is_some_and(|(section, id)| {
        Section::ALL.iter().any(|known| known.name() == section)
            && !id.is_empty()
            && id.bytes().all(|each| each.is_ascii_lowercase() || each.is_ascii_digit() || matches!(each, b'-' | b'.'))
    })
}

/// The table at `path`, unless it is inline or not there.
pub(super) fn table<'d>(doc: &'d Document<&str>, path: &[&str]) -> Option<&'d Table> {
    path.iter().try_fold(doc.as_table(), |table, segment| table.get(segment)?.as_table())
}

/// The `[[…]]` tables under a key.
pub(super) fn array<'d>(doc: &'d Document<&str>, path: &[&str], key: &str) -> Option<&'d ArrayOfTables> {
    table(doc, path)?.get(key)?.as_array_of_tables()
}

/// From the first to the last value that stands under a table's header, or under the dotted keys that make it.
pub(super) fn extent(table: &Table) -> Option<Range<usize>> {
    let spans = table.iter().filter_map(|(key, _)| extent_of(table, key));
    spans.reduce(|all, span| all.start.min(span.start)..all.end.max(span.end))
}

/// The value of a key; from the first to the last of them if dotted keys make it a table.
pub(super) fn extent_of(table: &Table, key: &str) -> Option<Range<usize>> {
    match table.get(key)? {
        Item::Value(value) => value.span(),
        Item::Table(inner) if inner.is_dotted() => extent(inner),
        _ => None,
    }
}

/// The headers of everything below a table.
pub(super) fn headers(table: &Table) -> impl Iterator<Item = Range<usize>> {
    let mut found = Vec::new();
    for (_, item) in table {
        let tables: Vec<&Table> = match item {
            Item::Table(inner) => vec![inner],
            Item::ArrayOfTables(all) => all.iter().collect(),
            _ => Vec::new(),
        };
        for inner in tables {
            if !inner.is_dotted() && !inner.is_implicit() {
                found.extend(inner.span());
            }
            found.extend(headers(inner));
        }
    }
    found.into_iter()
}
