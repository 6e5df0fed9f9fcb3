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
    /// The last day on which that holds.
    pub until: Option<Date>,
    /// A metric's target where the team sets its own.
    pub target: Option<Target>,
    /// What a metric is measured in, where that is not what the checklist says: a currency, say.
    pub unit: Option<String>,
    /// Over what time a metric was measured.
    pub window: Option<Window>,
    /// What was said of another question under this id, or under a former one: kept, never scored.
    pub was: Option<Box<Was>>,
}

/// What was said of another question: nobody has said yet that it answers this one too.
#[derive(Clone, Debug, PartialEq)]
pub struct Was {
    /// The version of the checklist that asked it.
    pub version: String,
    /// What it was called there, as whoever migrated read it.
    pub title: Option<String>,
    /// All that was said of it.
    pub said: Entry,
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

    /// Takes an answer or a value that is given on `day`; `None` takes it back. A reason and its last day stay with a waiver
    /// alone, and what was said of another question goes once this one is answered.
    pub fn give(&mut self, given: Option<Given>, day: Date) {
        self.given = given;
        self.answered = given.map(|_| day);
        if given != Some(Given::Answer(Answer::NA)) {
            (self.reason, self.until) = (None, None);
        }
        if given.is_some() {
            self.was = None;
        }
    }

    /// Says on `day` that the answer still holds.
    pub fn confirm(&mut self, day: Date) {
        self.give(self.given, day);
    }

    /// Says on `day` that what was said of another question holds for this one; what is said of this one already stays.
    pub fn take_over(&mut self, day: Date) {
        let Some(was) = self.was.take() else { return };
        let mut own = std::mem::replace(self, was.said);
        own.evidence.retain(|one| !self.evidence.contains(one));
        self.evidence.append(&mut own.evidence);
        self.note = match (self.note.take(), own.note) {
            (Some(then), Some(now)) if then != now => Some(format!("{}\n{now}", then.trim_end())),
            (then, now) => then.or(now),
        };
        self.owner = own.owner.or(self.owner.take());
        self.due = own.due.or(self.due);
        self.target = own.target.or(self.target);
        self.unit = own.unit.or(self.unit.take());
        self.window = own.window.or(self.window);
        self.confirm(day);
    }

    /// Whether it waives its item no longer: the last day of the waiver is before `day`.
    pub fn has_lapsed_on(&self, day: Date) -> bool {
        self.answer() == Some(Answer::NA) && self.until.is_some_and(|until| until < day)
    }

    /// The answer as it stands on `day`: none where a waiver has lapsed by then.
    pub fn answer_on(&self, day: Date) -> Option<Answer> {
        self.answer().filter(|_| !self.has_lapsed_on(day))
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

    /// Leaves out what cannot be said of the item of that key.
    fn fit(&mut self, key: &Key) {
        self.given.take_if(|given| !given.fits(key));
        if !matches!(key, Key::Metric(_)) {
            (self.unit, self.window) = (None, None);
        }
        if let Some(was) = &mut self.was {
            was.said.fit(key);
        }
    }

    /// Whether it answers its item: with an answer, or a metric with a value.
    pub const fn is_answered(&self) -> bool {
        self.given.is_some()
    }

    /// Whether its answer was given or confirmed before `day`, and stands.
    pub fn is_from_before(&self, day: Date) -> bool {
        self.is_answered() && !self.has_lapsed_on(day) && self.answered.is_some_and(|answered| answered < day)
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

    /// The answer to an item as it stands on the assessment's day; `None` while it is unanswered, and where its waiver has
    /// lapsed. Everything that counts answers asks here.
    pub fn answer(&self, key: &Key) -> Option<Answer> {
        self.entry(key)?.answer_on(self.date)
    }

    /// Whether an item has an answer that stands, or a value.
    pub fn is_answered(&self, key: &Key) -> bool {
        self.entry(key).is_some_and(|entry| entry.is_answered() && !entry.has_lapsed_on(self.date))
    }

    /// What was said of another question, where this one has no answer of its own.
    pub fn was(&self, key: &Key) -> Option<&Was> {
        self.entry(key)?.was.as_deref().filter(|_| !self.is_answered(key))
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
        entry.fit(&key);
        let before = if entry.is_empty() { self.entries.remove(&key) } else { self.entries.insert(key, entry) };
        before.unwrap_or_default()
    }
}
