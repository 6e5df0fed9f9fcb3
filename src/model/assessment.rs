//! One team's assessment on one day.

mod merge;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

pub use merge::{Merged, merge};

use super::checklist::Target;
use super::{Answer, Checklist, Id, Key, Level, Reason, Status, Window};

/// One team's answers on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The team's name as people write it.
    pub team: String,
    /// The day that it speaks of: "today" for every rule of scoring.
    pub date: Date,
    /// Draft or final.
    pub status: Status,
    /// The id of the profile that says who staffs operations.
    pub profile: Option<Id>,
    /// The level that the plan leads to; without one, the next.
    pub target_level: Option<Level>,
    /// The levels that single areas are to reach, where those are others.
    pub area_targets: BTreeMap<Id, Level>,
    /// Who answered.
    pub assessors: Vec<String>,
    /// What the team belongs to, where several are shown beside each other.
    pub group: Option<String>,
    /// Which checklist was answered.
    pub checklist: ChecklistRef,
    /// What was said, of known and unknown items alike. An entry that says nothing is not kept.
    entries: BTreeMap<Key, Entry>,
}

/// Which checklist an assessment answers, and what it looked like then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistRef {
    /// Its id.
    pub id: Id,
    /// Its version, as the file has it.
    pub version: String,
    /// `sha256:` and the digest of its bytes in hexadecimal; `None` in a hand-written file that has none.
    pub digest: Option<String>,
    /// Where it lies, when it was named by path; relative to the assessment file where possible.
    pub path: Option<String>,
}

/// What was said of one item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// The answer, or a metric's value; `None` while unanswered.
    pub given: Option<Given>,
    /// When that was last given or confirmed.
    pub answered: Option<Date>,
    /// A note.
    pub note: Option<String>,
    /// What shows that it is so.
    pub evidence: Vec<Evidence>,
    /// Who closes the gap.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Date>,
    /// Why it does not apply.
    pub reason: Option<Reason>,
    /// A metric's target where the team sets its own.
    pub target: Option<Target>,
    /// What a metric is measured in, where that is not what the checklist says: a currency, say.
    pub unit: Option<String>,
    /// Over what time a metric was measured.
    pub window: Option<Window>,
}

/// What was given for an item: a metric has a value and no answer, everything else an answer and no value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Given {
    /// An answer.
    Answer(Answer),
    /// A value in the metric's unit; finite.
    Value(f64),
}

impl Given {
    /// Whether it can be given for the item of that key.
    const fn fits(self, key: &Key) -> bool {
        matches!(self, Self::Value(_)) == matches!(key, Key::Metric(_))
    }
}

/// Something that shows that an answer is so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// An address, a path, a ticket.
    pub reference: String,
    /// When it was looked at.
    pub date: Option<Date>,
    /// Who looked.
    pub by: Option<String>,
    /// The last day on which it still counts.
    pub expires: Option<Date>,
}

impl Evidence {
    /// Whether it shows anything on `day`: it refers to something, and has not expired before that day.
    pub fn is_valid_on(&self, day: Date) -> bool {
        !self.is_blank() && self.expires.is_none_or(|expires| expires >= day)
    }

    /// Whether it refers to nothing.
    pub fn is_blank(&self) -> bool {
        self.reference.trim().is_empty()
    }
}

impl Entry {
    /// Whether it says nothing at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes an answer or a value that is given on `day`; `None` takes it back. A reason stays with a waiver alone.
    pub fn give(&mut self, given: Option<Given>, day: Date) {
        self.given = given;
        self.answered = given.map(|_| day);
        if given != Some(Given::Answer(Answer::NA)) {
            self.reason = None;
        }
    }

    /// The answer; `None` while unanswered, and for metrics.
    pub const fn answer(&self) -> Option<Answer> {
        match self.given {
            Some(Given::Answer(answer)) => Some(answer),
            Some(Given::Value(_)) | None => None,
        }
    }

    /// A metric's value, in the metric's unit.
    pub const fn value(&self) -> Option<f64> {
        match self.given {
            Some(Given::Value(value)) => Some(value),
            Some(Given::Answer(_)) | None => None,
        }
    }

    /// Whether it answers its item: with an answer, or a metric with a value.
    pub const fn is_answered(&self) -> bool {
        self.given.is_some()
    }

    /// Whether its answer was given or confirmed before `day`.
    pub fn is_from_before(&self, day: Date) -> bool {
        self.is_answered() && self.answered.is_some_and(|answered| answered < day)
    }

    /// Whether some of its evidence is valid on `day`.
    pub fn is_shown_on(&self, day: Date) -> bool {
        self.evidence.iter().any(|evidence| evidence.is_valid_on(day))
    }
}

impl ChecklistRef {
    /// Where it lies, if it is named by path, for an assessment that lies at `file`.
    pub fn place(&self, file: Option<&Path>) -> Option<PathBuf> {
        let dir = file.and_then(Path::parent).unwrap_or(Path::new(""));
        self.path.as_ref().map(|path| dir.join(path))
    }

    /// What an assessment says of the checklist that it answers, which is not named by a path.
    pub fn to(checklist: &Checklist) -> Self {
        Self {
            id: checklist.id().clone(),
            version: checklist.version().to_string(),
            digest: Some(checklist.digest().to_owned()),
            path: None,
        }
    }
}

impl Assessment {
    /// An empty draft.
    pub fn new(team: impl Into<String>, date: Date, checklist: ChecklistRef) -> Self {
        Self {
            team: team.into(),
            date,
            status: Status::Draft,
            profile: None,
            target_level: None,
            area_targets: BTreeMap::new(),
            assessors: Vec::new(),
            group: None,
            checklist,
            entries: BTreeMap::new(),
        }
    }

    /// What a file that is made of it is called, but for its ending: team and day.
    pub fn file_stem(&self) -> String {
        format!("{}-{}", super::name::slug(&self.team), self.date)
    }

    /// What was said of an item, if anything.
    pub fn entry(&self, key: &Key) -> Option<&Entry> {
        self.entries.get(key)
    }

    /// The answer to an item; `None` while it is unanswered.
    pub fn answer(&self, key: &Key) -> Option<Answer> {
        self.entry(key)?.answer()
    }

    /// Whether an item has an answer or a value.
    pub fn is_answered(&self, key: &Key) -> bool {
        self.entry(key).is_some_and(Entry::is_answered)
    }

    /// Whether the answer was carried over from an earlier assessment and not confirmed in this one.
    pub fn is_carried(&self, key: &Key) -> bool {
        self.entry(key).is_some_and(|entry| entry.is_from_before(self.date))
    }

    /// Whether the item waits for somebody: it is not answered, or its answer not confirmed.
    pub fn is_open(&self, key: &Key) -> bool {
        !self.is_answered(key) || self.is_carried(key)
    }

    /// The day that an answer given now is dated with: `today`, and never before the assessment's own day, or one that is
    /// prepared for a coming session would take its own answers for carried ones.
    pub fn answer_day(&self, today: Date) -> Date {
        today.max(self.date)
    }

    /// Every entry, by section, then id.
    pub fn entries(&self) -> impl Iterator<Item = (&Key, &Entry)> {
        self.entries.iter()
    }

    /// Puts what is said of an item and returns what was said before. An empty entry leaves nothing; an answer to a metric
    /// and a value of anything else, or what that is measured in, are none.
    pub fn set(&mut self, key: Key, mut entry: Entry) -> Entry {
        entry.given.take_if(|given| !given.fits(&key));
        if !matches!(key, Key::Metric(_)) {
            (entry.unit, entry.window) = (None, None);
        }
        let before = if entry.is_empty() { self.entries.remove(&key) } else { self.entries.insert(key, entry) };
        before.unwrap_or_default()
    }
}
