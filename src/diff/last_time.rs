//! What a team said last time, by the items that it is asked now.

use std::collections::HashMap;

use jiff::civil::Date;

use super::versions;
use crate::model::{Checklist, Entry, Key};
use crate::reading::Reading;

/// The answers of the assessment before, each under the key that its item has now.
#[derive(Clone, Debug)]
pub struct LastTime {
    date: Date,
    entries: HashMap<Key, Entry>,
}

impl LastTime {
    /// What `before` said of the items of a checklist. An item that asks for something else now has no answer.
    pub fn new(before: &Reading, now: &Checklist) -> Self {
        let lineages = versions::compare(&before.checklist, now).items.into_iter().filter(|item| !item.reworded);
        let of = |item: versions::Lineage| {
            let entry = before.assessment.entry(&item.old?)?;
            Some((item.new?, entry.clone()))
        };
        Self { date: before.assessment.date, entries: lineages.filter_map(of).collect() }
    }

    /// The day of that assessment.
    pub fn date(&self) -> Date {
        self.date
    }

    /// What was said of an item; `None` if it was not answered.
    pub fn entry(&self, key: &Key) -> Option<&Entry> {
        self.entries.get(key).filter(|entry| entry.is_answered())
    }
}
