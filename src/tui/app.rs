//! The state of the interactive program. Everything on the screen is drawn from it; only `update` changes it.

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use jiff::civil::Date;

use super::action::{Action, Context};
use super::keymap::Keymap;
use super::mouse::Mouse;
use super::reader::Reader;
use super::screen::Layer;
use super::screen::filter::Which;
use super::tree::Tree;
use crate::diff::LastTime;
use crate::edits::{Edit, Edits};
use crate::error::Error;
use crate::i18n::{Lang, Text, say};
use crate::model::{Assessment, Checklist, Entry, Id, Key, Level, Status};
use crate::reading::Reading;
use crate::report::Paper;
use crate::scorecard::Scorecard;
use crate::style::Theme;
use crate::text::LongWords;

pub use super::screen::form::FormField;

/// The whole program.
#[derive(Clone, Debug)]
pub struct App {
    /// The language of the interface.
    pub lang: Lang,
    /// How meanings look.
    pub theme: Theme,
    /// The day on which the program was started.
    pub today: Date,
    /// How long the program has run.
    pub elapsed: Duration,
    /// Whether an answer goes on to the next item by itself.
    pub auto_advance: bool,
    /// The keys of commands.
    pub keymap: Keymap,
    /// The mouse.
    pub mouse: Mouse,
    /// The size of the terminal in cells: columns, rows.
    pub size: (u16, u16),
    /// The store, as people name it.
    pub store: String,
    /// The assessment that is being walked, if one is open.
    pub walk: Option<Box<Walk>>,
    /// What lies over the walk; the last one takes the keys.
    pub layers: Vec<Layer>,
    /// The page from which an item was gone to, and what lay under it: Esc leads back there.
    pub back: Vec<Layer>,
    /// How many deleted files can be brought back.
    pub deleted: usize,
    /// A message.
    pub notice: Option<Notice>,
    /// Whether the program is to end.
    pub leaving: bool,
}

/// A message under the screen.
#[derive(Clone, Debug)]
pub struct Notice {
    /// What it says.
    pub text: Text,
    /// How long it stays.
    pub stays: Stays,
}

/// How long a message stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stays {
    /// Until the next key.
    Shortly,
    /// Until it is closed.
    UntilRead,
    /// Until it is closed, or the answers are on disk after all.
    UntilSaved,
}

impl Notice {
    /// Whether the next key leaves it there.
    pub fn is_lasting(&self) -> bool {
        self.stays != Stays::Shortly
    }
}

/// Where the answers are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// On disk, since this time of day if it was in this sitting.
    Yes(Option<String>),
    /// On their way to the disk.
    Pending,
    /// Only in memory: the last attempt failed.
    Failed,
    /// Only in memory, for good: it is a sample.
    Never,
}

/// What is known of what the team said last time.
#[derive(Clone, Debug, Default)]
pub enum Last {
    /// It was not looked for yet.
    #[default]
    Unknown,
    /// There is no assessment before this one, or none that can be read.
    Nothing,
    /// What was said.
    Said(Box<LastTime>),
}

/// The walk through one assessment.
#[derive(Clone, Debug)]
pub struct Walk {
    /// The assessment and all that follows from it.
    pub card: Scorecard,
    /// How often the card was replaced: what was made of an older one is to be made anew.
    pub revision: u64,
    /// The items in their groups, and the cursor among them.
    pub tree: Tree,
    /// The edits of this sitting.
    pub edits: Edits,
    /// What stays in sight of the item under the cursor.
    pub pinned: Reader,
    /// What scrolls below that.
    pub shown: Reader,
    /// Both in one, where there is little room.
    pub whole: Reader,
    /// Which items alone the outline shows.
    pub shown_only: Option<Which>,
    /// The items that were found last.
    pub found: HashSet<Key>,
    /// Whether the outline is in the other state than the width suggests.
    pub toggled: bool,
    /// What the team said last time.
    pub last: Last,
    /// Notes that were being typed and left, by their item.
    pub drafts: BTreeMap<Key, String>,
    /// Whether leaving was refused once because of them.
    pub drafts_said: bool,
    /// By whom the last piece of evidence of this sitting was.
    pub evidence_by: Option<String>,
    /// Items that a room did not agree about: they come again at the end.
    pub parked: Vec<Key>,
    /// Where the answers are.
    pub saved: Saved,
    /// The level before the last key, if that moved it.
    pub level_before: Option<Level>,
    /// Of a sample the assessment before it; `None` for what has a file.
    pub sample: Option<Box<Scorecard>>,
}

impl Walk {
    /// The walk through an assessment, on its first unanswered criterion.
    pub fn new(reading: Reading) -> Self {
        let tree = Tree::new(&reading.checklist, &reading.assessment);
        let card = Scorecard::new(reading, None);
        let (edits, [pinned, shown, whole]) = (Edits::default(), std::array::from_fn(|_| Reader::default()));
        Self {
            card,
            revision: 0,
            tree,
            edits,
            pinned,
            shown,
            whole,
            shown_only: None,
            found: HashSet::new(),
            toggled: false,
            last: Last::default(),
            drafts: BTreeMap::new(),
            parked: Vec::new(),
            drafts_said: false,
            evidence_by: None,
            saved: Saved::Yes(None),
            level_before: None,
            sample: None,
        }
    }

    /// The walk through a sample, which is saved nowhere, with the assessment before it.
    pub fn sample(reading: Reading, before: Reading) -> Self {
        let last = Last::Said(Box::new(LastTime::new(&before, &reading.checklist)));
        let before = Some(Box::new(Scorecard::new(before, None)));
        Self { sample: before, last, saved: Saved::Never, ..Self::new(reading) }
    }

    /// Whether the assessment is final, and so read-only.
    pub fn is_final(&self) -> bool {
        self.card.assessment.status == Status::Final
    }

    /// Makes the assessment final, or a draft again.
    pub fn set_status(&mut self, status: Status) {
        self.change(|assessment| assessment.status = status);
    }

    /// Sets who staffs operations, the level that is aimed at, who answers and what the team belongs to; says whether anything changed.
    pub fn set_details(
        &mut self,
        profile: Option<Id>,
        target: Option<Level>,
        assessors: Vec<String>,
        group: Option<String>,
    ) -> bool {
        let now = &self.card.assessment;
        let same =
            now.profile == profile && now.target_level == target && now.assessors == assessors && now.group == group;
        if !same {
            let regroup = now.profile != profile;
            self.change(|assessment| {
                assessment.profile = profile;
                assessment.target_level = target;
                assessment.assessors = assessors;
                assessment.group = group;
            });
            if regroup {
                // The roles of the profile stand first.
                self.tree.rebuild(&self.card.checklist, &self.card.assessment);
            }
        }
        !same
    }

    /// Changes the assessment, which is to be saved then, and scores anew.
    fn change(&mut self, change: impl FnOnce(&mut Assessment)) {
        let mut assessment = self.card.assessment.clone();
        change(&mut assessment);
        let before = self.card.score.level;
        self.replace(self.card.revised(assessment));
        self.level_before = (before != self.card.score.level).then_some(before);
        self.saved = if self.sample.is_some() { Saved::Never } else { Saved::Pending };
    }

    fn replace(&mut self, card: Scorecard) {
        self.card = card;
        self.revision += 1;
    }

    /// What is said of an item.
    pub fn entry(&self, key: &Key) -> Entry {
        self.card.assessment.entry(key).cloned().unwrap_or_default()
    }

    /// Changes what is said of an item and remembers it for undo; says whether anything changed.
    pub fn edit(&mut self, key: &Key, change: impl FnOnce(&mut Entry)) -> bool {
        let mut change = Some(change);
        self.edit_each(std::slice::from_ref(key), |entry| change.take().into_iter().for_each(|change| change(entry)))
    }

    /// The same with several items at once: they are undone at once too.
    pub fn edit_each(&mut self, keys: &[Key], mut change: impl FnMut(&mut Entry)) -> bool {
        let edits = keys.iter().map(|key| {
            let before = self.entry(key);
            let mut after = before.clone();
            change(&mut after);
            Edit { key: key.clone(), before, after }
        });
        let edits: Vec<Edit> = edits.filter(|edit| edit.before != edit.after).collect();
        if edits.is_empty() {
            return false;
        }
        self.put(edits.iter().map(|edit| (edit.key.clone(), edit.after.clone())));
        self.edits.push(edits);
        true
    }

    /// Takes the last edits back, or makes them again; the first of their items, and how many there are.
    pub fn travel(&mut self, back: bool) -> Option<(Key, usize)> {
        let edits = self.edits.travel(back)?;
        let turned: Vec<_> =
            edits.iter().map(|edit| (edit.key.clone(), edit.turned(back, self.entry(&edit.key)))).collect();
        let first = turned.first()?.0.clone();
        self.put(turned.into_iter());
        Some((first, edits.len()))
    }

    /// Puts what is said of items, without remembering it, and scores anew.
    fn put(&mut self, entries: impl Iterator<Item = (Key, Entry)>) {
        self.change(|assessment| entries.for_each(|(key, entry)| drop(assessment.set(key, entry))));
    }

    /// Takes over what stands on disk.
    pub fn take_over(&mut self, on_disk: Assessment) {
        // Nearly every save finds on disk what was said here.
        if let Some(card) = self.card.reread(on_disk) {
            self.replace(card);
        }
    }

    /// What the team said last time, as far as it is known.
    pub fn last(&self) -> Option<&LastTime> {
        match &self.last {
            Last::Said(last) => Some(last),
            Last::Unknown | Last::Nothing => None,
        }
    }

    /// The items of the group under the cursor whose answers were carried over and are not confirmed.
    pub fn carried_here(&self) -> Vec<Key> {
        let own = self.tree.items_of(self.tree.at());
        own.filter(|key| self.card.assessment.is_carried(key)).cloned().collect()
    }

    /// Which item of its section the cursor is on, and how many the section has.
    pub fn place(&self) -> Option<(usize, usize)> {
        let here = self.tree.key()?;
        let own = |key: &&Key| key.section() == here.section();
        let all = || self.tree.keys().filter(own);
        Some((all().position(|key| key == here)? + 1, all().count()))
    }

    /// To the next item, its text from the start.
    pub fn move_on(&mut self) {
        self.tree.next_item();
        self.shown.from_the_start();
    }

    /// To an item, its text from the start; says whether the checklist has it.
    pub fn go_to(&mut self, key: &Key) -> bool {
        self.shown.from_the_start();
        self.tree.go_to(key)
    }
}

impl App {
    /// An empty program; something has to be opened in it.
    pub fn new(lang: Lang, theme: Theme, today: Date, store: String) -> Self {
        Self {
            lang,
            theme,
            today,
            elapsed: Duration::ZERO,
            auto_advance: false,
            keymap: Keymap::default(),
            mouse: Mouse::default(),
            size: (80, 24),
            store,
            walk: None,
            layers: Vec::new(),
            back: Vec::new(),
            deleted: 0,
            notice: None,
            leaving: false,
        }
    }

    /// The assessment that is being walked.
    pub fn walk(&self) -> Option<&Walk> {
        self.walk.as_deref()
    }

    /// Who takes the keys.
    pub fn context(&self) -> Context {
        self.layers.last().map_or(Context::Walk, |layer| layer.screen().context())
    }

    /// The item under the cursor: of the screen on top, else of the walk.
    pub fn item(&self) -> Option<&Key> {
        match self.layers.last() {
            Some(layer) => layer.screen().item(),
            None => self.walk()?.tree.key(),
        }
    }

    /// How many minutes an item has been before a room, where that is shown.
    pub fn minutes(&self) -> Option<u64> {
        self.layers.iter().find_map(|layer| match layer {
            Layer::Facilitate(screen) => Some(screen.minutes(self)),
            _ => None,
        })
    }

    /// What a page of `width` cells is laid out for. The whole screen is turned into ASCII at once, where that is wanted.
    pub fn paper(&self, width: usize) -> Paper {
        Paper { lang: self.lang, width, most: width, ascii: false, long_words: LongWords::Broken }
    }

    /// Says something that the next key takes away.
    pub fn say(&mut self, text: Text) {
        // What stays until it is read is not pushed aside by what does not.
        if !self.notice.as_ref().is_some_and(Notice::is_lasting) {
            self.notice = Some(Notice { text, stays: Stays::Shortly });
        }
    }

    /// Says something that stays until it is closed.
    pub fn warn(&mut self, text: Text) {
        self.notice = Some(Notice { text, stays: Stays::UntilRead });
    }

    /// Says what went wrong; it stays until it is closed.
    pub fn complain(&mut self, error: &Error) {
        self.warn(Text::each(|lang| error.one_line(lang)));
    }

    /// Has what was said last time looked for again: another assessment may be the one before by now.
    pub fn forget_last_time(&mut self) {
        self.walk.iter_mut().filter(|walk| walk.sample.is_none()).for_each(|walk| walk.last = Last::Unknown);
    }

    /// Closes the walk, whose file is gone, and what leads back into it.
    pub fn close_walk(&mut self) {
        self.walk = None;
        self.back.clear();
    }

    /// Opens a walk and closes everything else.
    pub fn open(&mut self, walk: Walk) {
        let fresh = !walk.is_final() && walk.card.assessment.entries().next().is_none();
        let intro = fresh.then(|| intro(&walk.card.checklist, &self.keymap));
        let version = walk.card.checklist_changed().then(|| walk.card.assessment.checklist.version.clone());
        self.walk = Some(Box::new(walk));
        self.layers.clear();
        self.back.clear();
        if let Some(intro) = intro {
            self.say(intro);
        }
        if let Some(version) = version {
            self.warn(say::checklist_changed(crate::text::one_line(&version)));
        }
    }
}

/// What decides the level, what explains it, and that everything is saved.
fn intro(checklist: &Checklist, keymap: &Keymap) -> Text {
    let undo = keymap.name(Action::Undo);
    let criteria = checklist.parts().criteria.len();
    match checklist.keys().count() - criteria {
        0 => say::intro_bare(criteria, undo),
        others => say::intro(criteria, others, undo),
    }
}
