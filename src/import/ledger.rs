//! What an import took over, remembered in remarks at the end of the file: by them the next one tells what people changed
//! from what the source changed.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// What stands above the lines.
const ABOVE: &str = "# What `opsladder checklist import` took over. By it the next import tells your edits from the source's: leave it.";

/// How each of the lines begins.
const MARK: &str = "#: ";

/// What was taken over, each value by its mark, under the table and the id of its item.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    lines: BTreeMap<(String, String), BTreeMap<String, String>>,
    /// The order in which they are written.
    order: Vec<(String, String)>,
}

/// A short mark of a value: two values of different marks differ.
pub(super) fn mark(value: &str) -> String {
    let digest = Sha256::digest(value.as_bytes());
    digest.iter().take(4).fold(String::new(), |mut shown, byte| {
        // Writing to a string does not fail.
        let _ = write!(shown, "{byte:02x}");
        shown
    })
}

/// A key in one word.
fn word(key: &str) -> String {
    let plain = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    if plain { key.to_owned() } else { mark(key) }
}

impl Ledger {
    /// The text of a file without its ledger, and the ledger.
    pub(super) fn split(text: &str) -> (String, Self) {
        let (mut rest, mut ledger) = (String::with_capacity(text.len()), Self::default());
        let mut within = false;
        for line in text.split_inclusive('\n') {
            let bare = line.trim_end();
            if bare == ABOVE {
                within = true;
                // The line that was put between it and what stands above.
                if rest.ends_with("\n\n") {
                    rest.pop();
                }
                continue;
            }
            if let Some(said) = bare.strip_prefix(MARK).filter(|_| within) {
                ledger.line(said);
            } else {
                within = false;
                rest.push_str(line);
            }
        }
        (rest, ledger)
    }

    fn line(&mut self, said: &str) {
        let mut words = said.split_whitespace();
        let (Some(table), Some(id)) = (words.next(), words.next()) else { return };
        let values = words.filter_map(|word| word.split_once('=')).map(|(key, mark)| (key.to_owned(), mark.to_owned()));
        self.put(table, id, values.collect());
    }

    fn put(&mut self, table: &str, id: &str, values: BTreeMap<String, String>) {
        let key = (table.to_owned(), id.to_owned());
        if self.lines.insert(key.clone(), values).is_none() {
            self.order.push(key);
        }
    }

    /// Writes down what is taken over of an item.
    pub(super) fn note<'a>(&mut self, table: &str, id: &str, values: impl Iterator<Item = (&'a str, String)>) {
        self.put(table, id, values.map(|(key, value)| (word(key), mark(&value))).collect());
    }

    /// Takes over what another one says of an item.
    pub(super) fn keep(&mut self, table: &str, id: &str, other: &Self) {
        if let Some(values) = other.lines.get(&(table.to_owned(), id.to_owned())) {
            self.put(table, id, values.clone());
        }
    }

    /// Whether it says anything of an item.
    pub(super) fn has(&self, table: &str, id: &str) -> bool {
        self.lines.contains_key(&(table.to_owned(), id.to_owned()))
    }

    /// The mark of a value of an item as it was taken over.
    pub(super) fn of(&self, table: &str, id: &str, key: &str) -> Option<&str> {
        self.lines.get(&(table.to_owned(), id.to_owned()))?.get(&word(key)).map(String::as_str)
    }

    /// The items of a table, each with its marks.
    pub(super) fn items<'a>(&'a self, table: &'a str) -> impl Iterator<Item = (&'a str, HashMap<&'a str, &'a str>)> {
        let own = self.lines.iter().filter(move |((own, _), _)| own == table);
        own.map(|((_, id), values)| {
            (id.as_str(), values.iter().map(|(key, mark)| (key.as_str(), mark.as_str())).collect())
        })
    }

    /// The lines as they stand at the end of a file.
    pub(super) fn written(&self) -> String {
        let mut text = format!("\n{ABOVE}\n");
        for key in &self.order {
            let _ = write!(text, "{MARK}{} {}", key.0, key.1);
            for (name, mark) in self.lines.get(key).into_iter().flatten() {
                let _ = write!(text, " {name}={mark}");
            }
            text.push('\n');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::{Ledger, mark};

    #[test]
    fn it_is_read_as_it_is_written() {
        let mut ledger = Ledger::default();
        ledger.note("criteria", "a-1", [("title", "One".to_owned()), ("ISO 27001", "x".to_owned())].into_iter());
        let text = format!("a = 1\n{}", ledger.written());
        let (rest, read) = Ledger::split(&text);
        assert_eq!(rest, "a = 1\n");
        assert_eq!(read.of("criteria", "a-1", "title"), Some(mark("One").as_str()));
        assert!(read.of("criteria", "a-1", "ISO 27001").is_some());
        assert_eq!(read.written(), ledger.written());
        assert_eq!(Ledger::split("#: not ours\n").0, "#: not ours\n");
    }
}
