//! The item that somebody names to go to it.

use std::io::{BufRead, Write};

use super::{Done, Next, Sitting};
use crate::commands::explain::named;
use crate::error::Result;
use crate::i18n::{Lang, say};
use crate::model::{Checklist, Key};
use crate::wording;

/// How many items are told where several may be meant.
const FEW: usize = 5;

impl<R: BufRead, W: Write> Sitting<R, W> {
    /// To the item of that id, or else the only one whose title begins so; says so where there is none, or more than one.
    pub(super) fn find(&mut self, place: &str) -> Done<Option<Next>> {
        let (lang, checklist) = (self.lang, &self.card.checklist);
        let titles = beginning(checklist, place);
        let (found, called): (_, fn(&Checklist, &Key, Lang) -> String) = match by_id(checklist, place) {
            Ok(keys) => (keys, |_, key, _| in_full(key)),
            Err(_) if !titles.is_empty() => (titles, wording::title),
            Err(error) => return self.lines.say(&error.one_line(lang)).map(|()| None),
        };
        if let [key] = found.as_slice() {
            return Ok(Some(Next::To(key.clone())));
        }
        let shown: Vec<String> = found.iter().take(FEW).map(|key| called(checklist, key, lang)).collect();
        let shown = shown.join(say::semicolon(lang));
        let more = found.len().saturating_sub(FEW);
        let shown = if more > 0 { say::and_more(lang, shown, more) } else { shown };
        self.lines.say(&say::several_places(lang, place, shown))?;
        Ok(None)
    }
}

/// The items of that id, in whatever case it was typed; behind the name of its table where several share it.
fn by_id(checklist: &Checklist, place: &str) -> Result<Vec<Key>> {
    let one: Vec<Key> = checklist.keys().filter(|key| in_full(key).eq_ignore_ascii_case(place)).collect();
    if !one.is_empty() {
        return Ok(one);
    }
    let otherwise = || named(checklist, &place.to_lowercase()).or_else(|_| named(checklist, &place.to_uppercase()));
    named(checklist, place).or_else(|error| otherwise().map_err(|_| error))
}

/// The id of an item behind the name of its table, which no other item has.
fn in_full(key: &Key) -> String {
    key.path().join(".")
}

/// The items whose titles begin so in any language, in whatever case.
fn beginning(checklist: &Checklist, start: &str) -> Vec<Key> {
    let start = start.to_lowercase();
    let begins = |key: &Key| {
        let title = checklist.title(key);
        Lang::ALL.iter().any(|lang| title.is_some_and(|title| title.get(*lang).to_lowercase().starts_with(&start)))
    };
    checklist.keys().filter(begins).collect()
}
