//! What a page says in a line: whose words they are, and what they mean. Text is clean by its type.

use std::borrow::Cow;
use std::ops::Deref;

use crate::i18n::{Lang, say};
use crate::style::Meaning;
use crate::text;

/// A line of text: parts with something between them, each of which stays whole where it can.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    spans: Vec<Span<'a>>,
    /// What stands between the parts.
    pub joint: Joint,
    /// What the line means, but for spans that say otherwise.
    pub meaning: Meaning,
}

/// What stands between the parts of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// A dot.
    Dot,
    /// A semicolon, as the language has it.
    Semicolon,
    /// An arrow.
    Arrow,
}

impl Joint {
    /// How it is written.
    pub const fn between(self, lang: Lang) -> &'static str {
        match self {
            Self::Dot => " · ",
            Self::Semicolon => say::semicolon(lang),
            Self::Arrow => " → ",
        }
    }
}

/// A piece of a line in one voice.
#[derive(Clone, Debug)]
pub struct Span<'a> {
    /// What it says.
    pub text: Clean<'a>,
    /// Whose words they are.
    pub voice: Voice,
    /// What it means, if not what the line does.
    pub meaning: Option<Meaning>,
    /// Whether it begins a part of the line.
    pub begins: bool,
    /// The address that it leads to, where that is not what it says.
    pub to: Option<String>,
}

/// Whose words something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The interface's own.
    Ours,
    /// A user's or a checklist's: no character of it is changed.
    Theirs,
    /// Theirs, and perhaps an address.
    Address,
    /// Theirs, in an old text alone.
    Removed,
    /// Theirs, in a new text alone.
    Added,
}

/// Text without anything that would disturb a terminal, a page or a reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clean<'a>(Cow<'a, str>);

impl<'a> Clean<'a> {
    /// `text`, cleaned; line feeds stay.
    pub fn new(text: &'a str) -> Self {
        Self(text::sanitise(text))
    }

    /// `text`, cleaned and on one line.
    pub fn one_line(text: &'a str) -> Self {
        Self(text::flat(text))
    }
}

impl From<String> for Clean<'_> {
    fn from(text: String) -> Self {
        match text::sanitise(&text) {
            Cow::Borrowed(_) => Self(Cow::Owned(text)),
            Cow::Owned(clean) => Self(Cow::Owned(clean)),
        }
    }
}

impl<'a> From<&'a str> for Clean<'a> {
    fn from(text: &'a str) -> Self {
        Self::new(text)
    }
}

impl Deref for Clean<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// What is around somebody's words inside a sentence of ours. Cleaning takes these two from every text, so they are never
/// anybody's own.
const QUOTE: (char, char) = ('\u{2068}', '\u{2069}');

/// Somebody's words, for a sentence of ours: [`Line::said`] tells them apart again.
pub fn quote(words: &str) -> String {
    format!("{}{}{}", QUOTE.0, &*Clean::one_line(words), QUOTE.1)
}

impl<'a> Line<'a> {
    /// A line without parts yet.
    pub const fn new(meaning: Meaning) -> Self {
        Self { spans: Vec::new(), joint: Joint::Dot, meaning }
    }

    /// A line of our own words.
    pub fn ours(text: impl Into<Clean<'a>>) -> Self {
        Self::new(Meaning::Body).and_ours(text)
    }

    /// A line of somebody's words.
    pub fn theirs(text: &'a str) -> Self {
        Self::new(Meaning::Body).and_theirs(text)
    }

    /// A sentence of ours in which somebody's words stand as [`quote`] has them.
    pub fn said(sentence: &str) -> Self {
        Self::new(Meaning::Body).and_said(sentence)
    }

    /// The same with that meaning.
    #[must_use]
    pub const fn meaning(mut self, meaning: Meaning) -> Self {
        self.meaning = meaning;
        self
    }

    /// The same with that between its parts.
    #[must_use]
    pub const fn joined(mut self, joint: Joint) -> Self {
        self.joint = joint;
        self
    }

    /// The same with a part of our own words.
    #[must_use]
    pub fn and_ours(mut self, text: impl Into<Clean<'a>>) -> Self {
        self.push(text.into(), Voice::Ours, true);
        self
    }

    /// The same with a part of somebody's words, on one line.
    #[must_use]
    pub fn and_theirs(mut self, text: &'a str) -> Self {
        self.push(Clean::one_line(text), Voice::Theirs, true);
        self
    }

    /// The same with a part that says `sentence`.
    #[must_use]
    pub fn and_said(mut self, sentence: &str) -> Self {
        self.begin();
        self.say(sentence);
        self
    }

    /// The same with a part of somebody's words that lead to an address.
    #[must_use]
    pub fn and_link(mut self, words: &str, address: Option<String>) -> Self {
        self.push(Clean::from(text::one_line(words)), Voice::Theirs, true);
        if let Some(last) = self.spans.last_mut() {
            last.to = address;
        }
        self
    }

    /// The same with the parts of another line.
    #[must_use]
    pub fn and(mut self, other: Line<'a>) -> Self {
        let own = self.meaning;
        self.spans.extend(other.spans.into_iter().map(|span| {
            let meaning = span.meaning.or((other.meaning != own).then_some(other.meaning));
            Span { meaning, ..span }
        }));
        self
    }

    /// Goes on in the last part with our own words.
    #[must_use]
    pub fn then_ours(mut self, text: impl Into<Clean<'a>>) -> Self {
        self.push(text.into(), Voice::Ours, false);
        self
    }

    /// Goes on in the last part with somebody's words, on one line.
    #[must_use]
    pub fn then_theirs(mut self, text: &'a str) -> Self {
        self.push(Clean::one_line(text), Voice::Theirs, false);
        self
    }

    /// Goes on in the last part with `sentence`.
    #[must_use]
    pub fn then_said(mut self, sentence: &str) -> Self {
        self.say(sentence);
        self
    }

    /// Goes on in the last part with words in a voice, whose line feeds stay.
    #[must_use]
    pub fn then(mut self, text: impl Into<Clean<'a>>, voice: Voice) -> Self {
        self.push(text.into(), voice, false);
        self
    }

    /// Goes on in the last part with the first part of another line, and then with its others.
    #[must_use]
    pub fn join(mut self, other: Line<'a>) -> Self {
        let from = self.spans.len();
        self = self.and(other);
        if let Some(first) = self.spans.get_mut(from) {
            first.begins = false;
        }
        self
    }

    /// The same, what was added last with a meaning of its own.
    #[must_use]
    pub fn meaning_of_last(mut self, meaning: Meaning) -> Self {
        if let Some(last) = self.spans.last_mut() {
            last.meaning = Some(meaning);
        }
        self
    }

    /// The same, further in than what it stands under: its blanks stay wherever it is read.
    #[must_use]
    pub fn indented(self, depth: usize) -> Self {
        let meaning = self.meaning;
        Self::ours("\u{a0}\u{a0}".repeat(depth)).meaning(meaning).join(self)
    }

    /// The same as one part.
    #[must_use]
    pub fn as_one(self, lang: Lang) -> Self {
        let mut one = Self { spans: Vec::new(), ..self };
        for span in self.spans {
            if span.begins && !one.spans.is_empty() {
                one = one.then_ours(self.joint.between(lang));
            }
            let begins = one.spans.is_empty();
            one.spans.push(Span { begins, ..span });
        }
        one
    }

    /// Its pieces in order.
    pub fn spans(&self) -> &[Span<'a>] {
        &self.spans
    }

    /// Its parts, each with its pieces.
    pub fn parts(&self) -> impl Iterator<Item = &[Span<'a>]> {
        self.spans.chunk_by(|_, next| !next.begins)
    }

    /// What it says, without whose words they are and what they mean.
    pub fn plain(&self, lang: Lang) -> String {
        let part = |spans: &[Span<'a>]| spans.iter().map(|span| &*span.text).collect::<String>();
        self.parts().map(part).collect::<Vec<_>>().join(self.joint.between(lang))
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.spans.iter().all(|span| span.text.is_empty())
    }

    fn begin(&mut self) {
        self.push(Clean::default(), Voice::Ours, true);
    }

    fn say(&mut self, sentence: &str) {
        for (nth, piece) in sentence.split(QUOTE.0).enumerate() {
            let (theirs, ours) = piece.split_once(QUOTE.1).filter(|_| nth > 0).unwrap_or(("", piece));
            for (text, voice) in [(theirs, Voice::Theirs), (ours, Voice::Ours)] {
                if !text.is_empty() {
                    self.push(Clean::from(text.to_owned()), voice, false);
                }
            }
        }
    }

    fn push(&mut self, text: Clean<'a>, voice: Voice, begins: bool) {
        let begins = begins || self.spans.is_empty();
        // A part that has said nothing yet goes on in what says something.
        if let Some(last) = self.spans.last_mut()
            && last.text.is_empty()
        {
            (last.text, last.voice) = (text, voice);
            return;
        }
        self.spans.push(Span { text, voice, meaning: None, begins, to: None });
    }
}

#[cfg(test)]
mod tests {
    use super::{Clean, Line, Voice, quote};

    #[test]
    fn somebodys_words_are_told_from_ours() {
        let told = |sentence: &str| -> Vec<(String, Voice)> {
            let line = Line::said(sentence);
            line.spans().iter().map(|span| (span.text.to_string(), span.voice)).collect()
        };
        let ours = |text: &str| (text.to_owned(), Voice::Ours);
        let theirs = |text: &str| (text.to_owned(), Voice::Theirs);
        let (first, second) = (quote("a → b"), quote(" x\u{2069}\n\u{1b}[31my "));
        assert_eq!(
            told(&format!("from {first} to {second}.")),
            [ours("from "), theirs("a → b"), ours(" to "), theirs("x [31my"), ours(".")]
        );
        assert_eq!(told(&first), [theirs("a → b")]);
        assert_eq!(told("plain"), [ours("plain")]);
    }

    #[test]
    fn a_line_has_parts() {
        let line =
            Line::theirs("").and_ours("a").then_theirs("b").and_theirs("c").and_said(&format!("{} d", quote("e")));
        let parts: Vec<String> =
            line.parts().map(|part| part.iter().map(|span| &*span.text).collect::<String>()).collect();
        assert_eq!(parts, ["ab", "c", "e d"]);
    }

    #[test]
    fn one_line_is_one_line() {
        for (text, clean) in [("a b", "a b"), (" a\n b ", "a b"), ("a  b\u{1b}", "a b"), ("", "")] {
            assert_eq!(&*Clean::one_line(text), clean, "{text:?}");
        }
    }
}
