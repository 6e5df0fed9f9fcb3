//! Walks a TOML table by hand and collects everything that is wrong with it, each problem at its place.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Lines, Report};
use crate::error::{Error, Result};
use crate::i18n::{Lang, Text, say};
use crate::model::checklist::Target;
use crate::model::{Id, date};
use crate::text::nearest;

use super::format::checklist::TARGET;
use super::format::{KeyDef, Kind, TableDef};
use super::syntax;

/// A value and where it stands.
pub(super) type Node<'a> = &'a Spanned<DeValue<'a>>;

/// Builds what `source` holds; if anything at all is wrong, every problem of the file in one error.
///
/// Syntax errors come alone: what the rest of such a file means is a guess.
pub(super) fn read<T>(
    shown: &str,
    source: &str,
    format: Option<&'static TableDef>,
    build: impl FnOnce(&mut Reader<'_>, &Fields<'_>) -> Option<T>,
) -> Result<T> {
    let text = normalise(source);
    let mut reader = Reader { source: &text, format, reading: None, lines: OnceCell::new(), problems: Vec::new() };
    let value = if let Some(at) = text.find('\0') {
        reader.problem(at..at + 1, say::nul_byte(reader.line_of(at))).hint = Some(say::not_utf8_hint());
        None
    } else {
        let (table, broken) = DeTable::parse_recoverable(&text);
        if broken.is_empty() {
            let root = Fields { name: None, span: 0..0, table: table.get_ref(), def: format };
            build(&mut reader, &root)
        } else {
            reader.problems = syntax::diagnostics(&broken, &text);
            None
        }
    };
    let problems = reader.problems;
    match value {
        Some(value) if problems.is_empty() => Ok(value),
        _ => Err(Error::in_file(Report::new(shown, text, problems))),
    }
}

/// `source` without a byte-order mark and with LF line ends, so that texts in it read the same on every system.
pub(super) fn normalise(source: &str) -> Cow<'_, str> {
    let text = source.strip_prefix('\u{feff}').unwrap_or(source);
    if text.contains("\r\n") { text.replace("\r\n", "\n").into() } else { text.into() }
}

/// Names as they stand in a hint: `a`, `b`, `c`.
pub(super) fn quoted<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// A table whose keys are being read.
pub(super) struct Fields<'a> {
    /// The table's name in messages, such as `[[criteria]]`; none for the whole file.
    name: Option<String>,
    /// Its header.
    pub(super) span: Range<usize>,
    table: &'a DeTable<'a>,
    /// What its keys are, or those of the file that it is in, where that is said.
    def: Option<&'static TableDef>,
}

impl<'a> Fields<'a> {
    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<Node<'a>> {
        self.table.get(key)
    }

    /// Every key with its place and value.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'a str, Range<usize>, Node<'a>)> {
        self.table.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span(), value))
    }

    fn def(&self, key: &str) -> Option<&'static KeyDef> {
        self.def.and_then(|def| def.key(key))
    }

    /// What a line with the key looks like.
    fn example(&self, key: &str) -> String {
        self.def(key).map(KeyDef::line).unwrap_or_default()
    }

    fn place(&self, lang: Lang) -> String {
        self.name.clone().unwrap_or_else(|| say::whole_file(lang).to_owned())
    }
}

/// Collects problems while values are read. Each reading function gives `None` only after it has noted why.
pub(super) struct Reader<'s> {
    source: &'s str,
    /// What the file may hold.
    format: Option<&'static TableDef>,
    /// The key whose value is being read, where the format says what that is.
    reading: Option<&'static KeyDef>,
    /// Where the lines are, once somebody asks.
    lines: OnceCell<Lines>,
    pub(super) problems: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Notes a problem, to which a hint may be added.
    pub(super) fn problem(&mut self, span: Range<usize>, message: Text) -> &mut Diagnostic {
        self.problems.push_mut(Diagnostic::new(span, message))
    }

    /// The line, from 1, that a byte is in.
    pub(super) fn line_of(&self, at: usize) -> usize {
        self.lines.get_or_init(|| Lines::of(self.source)).number(at)
    }

    /// The source text of a place.
    pub(super) fn shown(&self, span: Range<usize>) -> String {
        crate::text::one_line(self.source.get(span).unwrap_or_default())
    }

    /// A key that has to be there.
    pub(super) fn required<'a, T>(
        &mut self,
        fields: &Fields<'a>,
        key: &str,
        read: impl FnOnce(&mut Self, &str, Node<'a>) -> Option<T>,
    ) -> Option<T> {
        let Some(node) = fields.get(key) else {
            let message = Text::each(|lang| say::missing_key(lang, key, fields.place(lang)));
            let example = fields.example(key);
            // At the end of the file it would become part of the last table.
            let hint = match fields.name {
                None if !example.starts_with('[') => say::missing_key_top_hint(example),
                _ => say::missing_key_hint(example),
            };
            self.problem(fields.span.clone(), message).hint = Some(hint);
            return None;
        };
        self.reading = fields.def(key);
        read(self, key, node)
    }

    /// A key that may be there: `None` if it is not, or is wrong.
    pub(super) fn optional<'a, T>(
        &mut self,
        fields: &Fields<'a>,
        key: &str,
        read: impl FnOnce(&mut Self, &str, Node<'a>) -> Option<T>,
    ) -> Option<T> {
        let node = fields.get(key)?;
        self.reading = fields.def(key);
        read(self, key, node)
    }

    /// Whether the list under a key is empty, which is noted.
    pub(super) fn is_empty(&mut self, fields: &Fields<'_>, key: &str) -> bool {
        let Some(node) = fields.get(key).filter(|node| node.get_ref().as_array().is_some_and(|list| list.is_empty()))
        else {
            return false;
        };
        self.problem(node.span(), say::empty_list(key)).hint = Some(say::empty_list_hint(fields.example(key)));
        true
    }

    /// Notes every key that is not one of `allowed`.
    pub(super) fn only(&mut self, fields: &Fields<'_>, allowed: &(impl Iterator<Item = &'static str> + Clone)) {
        for (key, span, _) in fields.iter().filter(|(key, ..)| !allowed.clone().any(|known| known == *key)) {
            let message = Text::each(|lang| say::unknown_key(lang, crate::text::one_line(key), fields.place(lang)));
            let list = quoted(allowed.clone());
            let hint = match nearest(key, allowed.clone()) {
                Some(name) => say::unknown_key_nearest(name, list),
                None => say::unknown_key_hint(list),
            };
            self.problem(span, message).hint = Some(hint);
        }
    }

    /// Notes a value of the wrong type; `like` is what a right one looks like where the format does not say.
    pub(super) fn wrong_type(&mut self, key: &str, node: Node<'_>, wanted: &Text, like: &str) -> &mut Diagnostic {
        let found = noun(node.get_ref());
        let message = Text::each(|lang| say::wrong_type(lang, key, wanted.get(lang), found.get(lang)));
        let hint = match self.reading.filter(|reading| reading.name == key) {
            Some(KeyDef { kind: Kind::Tables(_), example, .. }) if example.starts_with("[[") => {
                say::wrong_type_tables_hint(key)
            }
            Some(known) => say::write_like(format!("`{}`", known.line())),
            None => say::write_like(like),
        };
        let problem = self.problem(node.span(), message);
        problem.hint = Some(hint);
        problem
    }

    pub(super) fn string(&mut self, key: &str, node: Node<'_>) -> Option<String> {
        let text = node.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            self.wrong_type(key, node, &say::noun_string(), "`\"…\"`");
        }
        text
    }

    /// A string that is not blank.
    pub(super) fn filled(&mut self, key: &str, node: Node<'_>) -> Option<String> {
        let text = self.string(key, node)?;
        if text.trim().is_empty() {
            self.problem(node.span(), say::empty_text(key)).hint = Some(say::empty_text_hint());
            return None;
        }
        Some(text)
    }

    pub(super) fn boolean(&mut self, key: &str, node: Node<'_>) -> Option<bool> {
        let value = node.get_ref().as_bool();
        if value.is_none() {
            self.wrong_type(key, node, &say::noun_boolean(), "`true`");
        }
        value
    }

    /// A whole number from `least` to 255.
    pub(super) fn small(&mut self, key: &str, node: Node<'_>, least: u8) -> Option<u8> {
        let DeValue::Integer(integer) = node.get_ref() else {
            self.wrong_type(key, node, &say::noun_integer(), "`1`");
            return None;
        };
        let value = u8::from_str_radix(integer.as_str(), integer.radix()).ok().filter(|value| *value >= least);
        if value.is_none() {
            self.problem(node.span(), say::out_of_range(key, integer)).hint =
                Some(say::out_of_range_hint(least, u8::MAX));
        }
        value
    }

    /// A finite number, with or without a fraction.
    pub(super) fn number(&mut self, key: &str, node: Node<'_>) -> Option<f64> {
        let value = match node.get_ref() {
            DeValue::Integer(integer) => {
                i64::from_str_radix(integer.as_str(), integer.radix()).ok().and_then(|n| n.to_string().parse().ok())
            }
            DeValue::Float(float) => float.as_str().parse().ok(),
            _ => {
                self.wrong_type(key, node, &say::noun_number(), "`99.9`");
                return None;
            }
        };
        let finite = value.filter(|value: &f64| value.is_finite());
        if finite.is_none() {
            let shown = self.shown(node.span());
            self.problem(node.span(), say::not_finite(key, shown)).hint = Some(say::not_finite_hint());
        }
        finite
    }

    /// A day: a TOML date, or a string that holds one.
    pub(super) fn date(&mut self, key: &str, node: Node<'_>) -> Option<Date> {
        let date = match node.get_ref() {
            DeValue::Datetime(when) if when.time.is_none() => when.date.and_then(|day| {
                let year = i16::try_from(day.year).ok()?;
                Date::new(year, i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?).ok()
            }),
            DeValue::Datetime(_) => None,
            DeValue::String(text) => date::written(text),
            _ => {
                self.wrong_type(key, node, &say::noun_date(), "`2026-11-23`").hint = Some(say::date_hint());
                return None;
            }
        };
        if date.is_none() {
            let shown = self.shown(node.span());
            let shown = shown.trim_matches('"');
            self.problem(node.span(), say::key_not_a_date(key, shown)).hint = Some(say::date_hint());
        }
        date
    }

    /// A kebab-case id.
    pub(super) fn id(&mut self, key: &str, node: Node<'_>) -> Option<Id> {
        let text = self.string(key, node)?;
        let id = Id::parse(&text);
        if id.is_none() {
            let shown = crate::text::one_line(&text);
            let message = if shown.is_empty() { say::id_empty() } else { say::id_not_kebab(&shown) };
            let digits = shown.bytes().any(|byte| byte.is_ascii_digit());
            let hint = match Id::of_code(&shown) {
                Some(id) if digits && key == "id" => say::id_code_hint(id, &shown),
                Some(id) => say::id_write(id),
                None => say::id_not_kebab_hint(),
            };
            self.problem(node.span(), message).hint = Some(hint);
        }
        id
    }

    /// One of a few words.
    pub(super) fn word<T: Copy>(
        &mut self,
        key: &str,
        node: Node<'_>,
        all: &[T],
        spelling: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let words = || all.iter().map(|one| spelling(*one));
        let list = || quoted(words());
        let Some(text) = node.get_ref().as_str() else {
            let hint = say::unknown_word_hint(list());
            self.wrong_type(key, node, &say::noun_string(), "").hint = Some(hint);
            return None;
        };
        let found = all.iter().copied().find(|one| spelling(*one) == text);
        if found.is_none() {
            let hint = one_of(text, &words().collect::<Vec<_>>());
            self.problem(node.span(), say::unknown_word(key, crate::text::one_line(text))).hint = Some(hint);
        }
        found
    }

    /// The elements of a list that can be read, each with its place.
    pub(super) fn list<'a, T>(
        &mut self,
        key: &str,
        node: Node<'a>,
        mut read: impl FnMut(&mut Self, &str, Node<'a>) -> Option<T>,
    ) -> Option<Vec<(Range<usize>, T)>> {
        let Some(list) = node.get_ref().as_array() else {
            self.wrong_type(key, node, &say::noun_list(), "`[ … ]`");
            return None;
        };
        Some(list.iter().filter_map(|each| Some((each.span(), read(self, key, each)?))).collect())
    }

    /// A list of strings.
    pub(super) fn strings(&mut self, key: &str, node: Node<'_>) -> Option<Vec<String>> {
        let list = self.list(key, node, Self::string)?;
        Some(list.into_iter().map(|(_, text)| text).collect())
    }

    /// A table, called `name` in messages.
    pub(super) fn table<'a>(&mut self, key: &str, node: Node<'a>, name: String) -> Option<Fields<'a>> {
        let Some(table) = node.get_ref().as_table() else {
            self.wrong_type(key, node, &say::noun_table(), "`{ … }`");
            return None;
        };
        Some(Fields { name: Some(name), span: node.span(), table, def: self.format })
    }

    /// A table that may hold nothing else than `def` says.
    pub(super) fn strict<'a>(&mut self, key: &str, node: Node<'a>, def: &'static TableDef) -> Option<Fields<'a>> {
        let fields = Fields { def: Some(def), ..self.table(key, node, def.name.to_owned())? };
        self.only(&fields, &def.names());
        Some(fields)
    }

    /// `{ above = 99.9 }` or `{ below = 200 }`.
    pub(super) fn target(&mut self, key: &str, node: Node<'_>, strict: bool) -> Option<Target> {
        if node.get_ref().as_table().is_none() {
            self.wrong_type(key, node, &say::noun_table(), "`{ … }`").hint = Some(say::target_hint());
            return None;
        }
        let before = self.problems.len();
        let fields =
            if strict { self.strict(key, node, &TARGET) } else { self.table(key, node, TARGET.name.to_owned()) }?;
        match (fields.get("above"), fields.get("below")) {
            (Some(above), None) => self.number("above", above).map(Target::Above),
            (None, Some(below)) => self.number("below", below).map(Target::Below),
            // What was meant has another name.
            (None, None) if self.problems.len() > before => None,
            (both, _) => {
                let message = if both.is_some() { say::target_both(key) } else { say::target_neither(key) };
                self.problem(node.span(), message).hint = Some(say::target_hint());
                None
            }
        }
    }

    /// A text: a string, or a table of languages.
    pub(super) fn text(&mut self, key: &str, node: Node<'_>) -> Option<Text> {
        match node.get_ref() {
            DeValue::String(_) => self.filled(key, node).map(Text::plain),
            DeValue::Table(table) => {
                let fields = Fields { name: None, span: node.span(), table, def: self.format };
                let before = self.problems.len();
                let mut given = Vec::new();
                let mut tags: Vec<_> = fields.iter().collect();
                tags.sort_by_key(|(_, span, _)| span.start);
                for (tag, span, node) in tags {
                    let shown = crate::text::one_line(tag);
                    if is_tag(tag) {
                        given.extend(self.filled(&format!("{key}.{shown}"), node).map(|text| (tag, text)));
                    } else {
                        self.problem(span, say::bad_tag(shown)).hint = Some(say::bad_tag_hint());
                    }
                }
                let text = Text::tagged(given);
                if text.is_none() && self.problems.len() == before {
                    let message = say::text_without_language(key);
                    self.problem(node.span(), message).hint = Some(say::text_without_language_hint());
                }
                text
            }
            _ => {
                self.wrong_type(key, node, &say::noun_text(), "`\"…\"`");
                None
            }
        }
    }

    /// The format of the file, of which there is one so far.
    pub(super) fn format(&mut self, root: &Fields<'_>) -> Option<()> {
        self.required(root, "format", |reader, key, node| {
            let DeValue::Integer(integer) = node.get_ref() else {
                let hint = say::no_such_format_hint();
                reader.wrong_type(key, node, &say::noun_integer(), "`1`").hint = Some(hint);
                return None;
            };
            let (message, hint) = match i64::from_str_radix(integer.as_str(), integer.radix()) {
                Ok(1) => return Some(()),
                Ok(2..) => (say::newer_format(integer), say::newer_format_hint()),
                _ => (say::no_such_format(integer), say::no_such_format_hint()),
            };
            reader.problem(node.span(), message).hint = Some(hint);
            None
        })
    }
}

/// Whether a word has the shape of the tag of a language: `zh`, `zh-Hant`, `en-GB`.
fn is_tag(word: &str) -> bool {
    let mut parts = word.split('-');
    let first = parts.next().unwrap_or_default();
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic()) && parts.all(part)
}

fn noun(value: &DeValue<'_>) -> Text {
    match value {
        DeValue::String(_) => say::noun_string(),
        DeValue::Integer(_) => say::noun_integer(),
        DeValue::Float(_) => say::noun_fraction(),
        DeValue::Boolean(_) => say::noun_boolean(),
        DeValue::Datetime(_) => say::noun_date(),
        DeValue::Array(_) => say::noun_list(),
        DeValue::Table(_) => say::noun_table(),
    }
}

/// What to write in place of a word that is none of those.
pub(super) fn one_of(word: &str, all: &[&str]) -> Text {
    let list = quoted(all.iter().copied());
    match nearest(&word.to_lowercase(), all.iter().copied()) {
        Some(nearest) => say::unknown_word_nearest(nearest, list),
        None => say::unknown_word_hint(list),
    }
}
