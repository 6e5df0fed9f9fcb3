//! Finding items by words in anything that is said of them, in either language: titles, published numbers, guidance, notes,
//! evidence, owners.

use std::ops::Range;

use crate::i18n::Text;
use crate::model::{Assessment, Checklist, Entry, Key};

/// Where in an item a word was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// It is the item's published number or its id.
    Name,
    /// In the title, or a part of a number or an id.
    Title,
    /// In what was said of the item: its note, its evidence, its owner.
    Answer,
    /// In what the checklist says to whoever answers.
    Guide,
}

/// An item that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The item.
    pub key: Key,
    /// The best place that holds a word.
    pub place: Place,
}

/// Everything that can be found, ready to be looked through at every key.
#[derive(Clone, Debug)]
pub struct Index {
    items: Vec<Item>,
}

/// An item and its texts, folded.
#[derive(Clone, Debug)]
struct Item {
    key: Key,
    texts: Vec<(Place, String)>,
}

impl Index {
    /// What a checklist says and what was answered.
    pub fn new(checklist: &Checklist, assessment: &Assessment) -> Self {
        let item = |key: Key| {
            let texts = texts(checklist, assessment.entry(&key), &key);
            Item { texts: texts.into_iter().map(|(place, text)| (place, folded(text))).collect(), key }
        };
        let mut index = Self { items: checklist.keys().map(item).collect() };
        // Ids are ASCII already, and belong to the key.
        for item in &mut index.items {
            item.texts.push((Place::Title, item.key.to_string()));
        }
        index
    }

    /// The items of which some text holds every word of `query`: those that are called so first, then those whose title
    /// holds them, then the others, each in checklist order.
    pub fn find(&self, query: &str) -> Vec<Hit> {
        let query = folded(query.trim());
        let words: Vec<&str> = query.split_whitespace().collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<Hit> = self.items.iter().filter_map(|item| item.hit(&query, &words)).collect();
        hits.sort_by_key(|hit| hit.place);
        hits
    }
}

impl Item {
    fn hit(&self, query: &str, words: &[&str]) -> Option<Hit> {
        let of = |word: &str| self.texts.iter().filter(|(_, text)| text.contains(word)).map(|(place, _)| *place).min();
        let named = self.texts.iter().any(|(place, text)| *place <= Place::Title && text == query);
        let place = words.iter().map(|word| of(word)).try_fold(Place::Name, |most, place| Some(most.max(place?)))?;
        Some(Hit { key: self.key.clone(), place: if named { Place::Name } else { place } })
    }
}

/// The texts of an item, but for its id.
fn texts<'a>(checklist: &'a Checklist, entry: Option<&'a Entry>, key: &Key) -> Vec<(Place, &'a str)> {
    let mut all: Vec<(Place, &str)> = Vec::new();
    let mut add = |place, text: Option<&'a Text>| {
        all.extend(text.into_iter().flat_map(Text::all).map(|text| (place, text)));
    };
    add(Place::Title, checklist.title(key));
    let guide = checklist.guide(key).into_iter().flat_map(|guide| guide.texts().map(|(_, text)| text));
    let criterion = if let Key::Criterion(id) = key { checklist.criterion(id) } else { None };
    let remedy = criterion.and_then(|criterion| criterion.remedy.as_ref());
    guide.chain(remedy).for_each(|text| add(Place::Guide, Some(text)));
    all.extend(checklist.code(key).map(|code| (Place::Title, code)));
    if let Some(entry) = entry {
        let evidence = entry.evidence.iter().flat_map(|one| [Some(one.reference.as_str()), one.by.as_deref()]);
        let said = [entry.note.as_deref(), entry.owner.as_deref()].into_iter().chain(evidence);
        all.extend(said.flatten().map(|text| (Place::Answer, text)));
    }
    all
}

/// The text of an item that holds the first of the words that its title does not hold, and where.
pub fn excerpt<'a>(
    checklist: &'a Checklist,
    assessment: &'a Assessment,
    hit: &Hit,
    query: &str,
) -> Option<(&'a str, Range<usize>)> {
    let texts = texts(checklist, assessment.entry(&hit.key), &hit.key);
    query.split_whitespace().find_map(|word| {
        let mut there = texts.iter().filter(|(place, _)| *place == hit.place);
        there.find_map(|(_, text)| Some((*text, position(text, word)?)))
    })
}

/// Where `word` first stands in `text`, whatever the case of either.
pub fn position(text: &str, word: &str) -> Option<Range<usize>> {
    let word: Vec<char> = word.chars().flat_map(fold).collect();
    text.char_indices().find_map(|(from, _)| {
        let rest = text.get(from..)?;
        let mut left = word.as_slice();
        let mut to = from;
        for c in rest.chars() {
            if left.is_empty() {
                break;
            }
            for folded in fold(c).take(left.len()) {
                left = left.strip_prefix(&[folded])?;
            }
            to += c.len_utf8();
        }
        (left.is_empty() && to > from).then_some(from..to)
    })
}

/// A text as it is compared: without case.
fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    // What is without case already is taken over in one piece.
    let mut from = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| has_case(*c)) {
        folded.push_str(text.get(from..at).unwrap_or_default());
        folded.extend(fold(c));
        from = at + c.len_utf8();
    }
    folded.push_str(text.get(from..).unwrap_or_default());
    folded
}

/// Whether a character may be another one without case: nothing between Han and the end of Hangul has one.
const fn has_case(c: char) -> bool {
    !matches!(c, '\0'..='@' | '['..='\u{7f}' | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}')
}

/// A character without case.
fn fold(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{folded, position};
    use proptest::prelude::*;

    #[test]
    fn a_word_is_found_whatever_its_case_and_where_it_stands_in_the_text() {
        assert_eq!(position("A complete CI/CD process", "ci/cd"), Some(11..16));
        assert_eq!(position("完整的CI/CD流程", "流程"), Some(14..20));
        assert_eq!(position("aab", "ab"), Some(1..3));
        assert_eq!(position("İstanbul", "STANBUL"), Some(2..9));
        assert_eq!(position("", "a"), None);
        assert_eq!(position("abc", ""), None);
    }

    proptest! {
        #[test]
        fn what_is_found_in_the_folded_text_has_a_place_in_the_text(text in ".{0,24}", word in ".{1,3}") {
            prop_assert_eq!(position(&text, &word).is_some(), folded(&text).contains(&folded(&word)));
        }
    }
}
