//! The state of the interactive program. Everything on the screen is drawn from it; only `update` changes it.

mod form;

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

pub use form::{Form, FormField};

use super::action::{Action, Context};
use super::edits::{Edit, Edits};
use super::field::{Field, Lines};
use super::outline::Outline;
use crate::diff::Diff;
use crate::error::Error;
use crate::history::History;
use crate::i18n::{Lang, Text};
use crate::model::{Answer, Assessment, Checklist, Entry, Evidence, Key, Status};
use crate::reading::Reading;
use crate::scorecard::Scorecard;
use crate::style::Theme;

/// The whole program.
#[derive(Clone, Debug)]
pub struct App {
    /// The language of the interface.
    pub lang: Lang,
    /// How meanings look.
    pub theme: Theme,
    /// The day on which the program was started.
    pub today: Date,
    /// The size of the terminal in cells: columns, rows.
    pub size: (u16, u16),
    /// The store, as people name it.
    pub store: String,
    /// The checklist that a new assessment answers.
    pub checklist: Arc<Checklist>,
    /// The assessment that is being walked, if one is open.
    pub walk: Option<Box<Walk>>,
    /// What lies over the walk; the last one takes the keys.
    pub layers: Vec<Layer>,
    /// A message.
    pub notice: Option<Notice>,
    /// Whether the program is to end.
    pub leaving: bool,
}

/// Something that lies over the walk.
#[derive(Clone, Debug)]
pub enum Layer {
    /// The score screen, and how far it is scrolled.
    Score(usize),
    /// The plan screen.
    Plan(PlanView),
    /// The keys of a context, and how far the page is scrolled.
    Help(Context, usize),
    /// The list of assessments.
    Home(Home),
    /// The form of a new assessment.
    Form(Box<Form>),
    /// The note editor.
    Note(Key, Box<Field>),
    /// A one-line question.
    Prompt(Box<Prompt>),
    /// The evidence of an item, and the entry under the cursor.
    Evidence(Key, usize),
    /// The fields of one piece of evidence.
    EvidenceForm(Box<EvidenceForm>),
    /// The choice of a reason for n/a, and the row under the cursor.
    Reason(Key, usize),
    /// The question before the assessment is final.
    Finish,
    /// What changed since an earlier assessment.
    Compare(Box<Comparison>),
    /// The team's trend, and how far the screen is scrolled.
    Trend(Box<History>, usize),
}

/// What changed since an earlier assessment.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The earlier assessment.
    pub old: Scorecard,
    /// What differs.
    pub diff: Diff,
    /// How far the screen is scrolled.
    pub scroll: usize,
}

/// The plan screen: the gap under the cursor, and lines scrolled past its start.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlanView {
    /// Which gap.
    pub at: usize,
    /// How many lines further down.
    pub extra: usize,
}

/// The list of assessments.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// What the store holds, newest first.
    pub rows: Vec<HomeRow>,
    /// The row under the cursor.
    pub at: usize,
}

/// One assessment of the list.
#[derive(Clone, Debug)]
pub struct HomeRow {
    /// The team.
    pub team: String,
    /// The day.
    pub date: Date,
    /// Draft or final.
    pub status: Status,
    /// The file.
    pub path: PathBuf,
    /// What it amounts to; `None` where its checklist cannot be read.
    pub card: Option<Arc<Scorecard>>,
}

/// A one-line question about an item.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What is asked.
    pub asks: Asks,
    /// The item.
    pub key: Key,
    /// What is typed.
    pub field: Field,
    /// What is wrong with it.
    pub error: Option<Text>,
}

/// What a one-line question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// Who closes the gap.
    Owner,
    /// By when.
    Due,
    /// A metric's value.
    Value,
    /// A metric's own target.
    Target,
}

/// The fields of one piece of evidence.
#[derive(Clone, Debug)]
pub struct EvidenceForm {
    /// The item.
    pub key: Key,
    /// The evidence that it changes; `None` for a new one. Its place may move while the form is open.
    pub original: Option<Evidence>,
    /// Reference, date, by, expires.
    pub fields: [Field; 4],
    /// The field under the cursor.
    pub at: usize,
    /// What is wrong with what was typed.
    pub error: Option<Text>,
}

impl EvidenceForm {
    /// The form of a piece of evidence; a new one is dated `today`.
    pub fn new(key: Key, original: Option<Evidence>, today: Date) -> Self {
        let text = |date: Option<Date>| date.map(|d| d.to_string()).unwrap_or_default();
        let fresh = Evidence { date: Some(today), ..Evidence::default() };
        let shown = original.as_ref().unwrap_or(&fresh);
        let field = |text: &str| Field::new(text, Lines::One);
        let fields = [
            field(&shown.reference),
            field(&text(shown.date)),
            field(shown.by.as_deref().unwrap_or_default()),
            field(&text(shown.expires)),
        ];
        Self { key, original, fields, at: 0, error: None }
    }

    /// The field under the cursor.
    pub fn field(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.at)
    }
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
}

/// The walk through one assessment.
#[derive(Clone, Debug)]
pub struct Walk {
    /// The assessment and all that follows from it.
    pub card: Scorecard,
    /// The outline and the cursor in it.
    pub outline: Outline,
    /// The edits of this sitting.
    pub edits: Edits,
    /// How far the item's text is scrolled.
    pub scroll: usize,
    /// Whether the outline is in the other state than the width suggests.
    pub toggled: bool,
    /// Where the answers are.
    pub saved: Saved,
}

impl Walk {
    /// The walk through an assessment, on its first unanswered criterion.
    pub fn new(reading: Reading) -> Self {
        let outline = Outline::new(&reading.checklist, &reading.assessment);
        let card = Scorecard::new(reading, None);
        let edits = Edits::default();
        Self { card, outline, edits, scroll: 0, toggled: false, saved: Saved::Yes(None) }
    }

    /// Whether the assessment is final, and so read-only.
    pub fn is_final(&self) -> bool {
        self.card.assessment.status == Status::Final
    }

    /// How many days before the assessment's own day a carried answer was given; `None` for an answer that is not carried.
    pub fn carried_days(&self, key: &Key) -> Option<i32> {
        let assessment = &self.card.assessment;
        let answered = assessment.entry(key)?.answered.filter(|_| assessment.is_carried(key))?;
        answered.until(assessment.date).ok().map(|age| age.get_days())
    }

    /// Makes the assessment final, or a draft again.
    pub fn set_status(&mut self, status: Status) {
        self.change(|assessment| assessment.status = status);
    }

    /// Changes the assessment, which is to be saved then, and scores anew.
    fn change(&mut self, change: impl FnOnce(&mut Assessment)) {
        let mut assessment = self.card.assessment.clone();
        change(&mut assessment);
        self.card = self.card.revised(assessment);
        self.saved = Saved::Pending;
    }

    /// What is said of an item.
    pub fn entry(&self, key: &Key) -> Entry {
        self.card.assessment.entry(key).cloned().unwrap_or_default()
    }

    /// Changes what is said of an item and remembers it for undo; says whether anything changed.
    pub fn edit(&mut self, key: &Key, change: impl FnOnce(&mut Entry)) -> bool {
        let before = self.entry(key);
        let mut after = before.clone();
        change(&mut after);
        if before == after {
            return false;
        }
        self.edits.push(Edit { key: key.clone(), before, after: after.clone() });
        self.put(key.clone(), after);
        true
    }

    /// Puts what is said of an item, without remembering it, and scores anew.
    pub fn put(&mut self, key: Key, entry: Entry) {
        self.change(|assessment| drop(assessment.set(key, entry)));
    }

    /// Takes over what stands on disk.
    pub fn take_over(&mut self, on_disk: Assessment) {
        self.card = Scorecard::new(Reading::new(Arc::clone(&self.card.checklist), on_disk), None);
    }

    /// The day that an answer given now is dated with: `today`, and never before the assessment's own day, or an
    /// assessment prepared for a coming session would take its own answers for carried ones.
    pub fn answer_day(&self, today: Date) -> Date {
        today.max(self.card.assessment.date)
    }
}

impl App {
    /// An empty program; something has to be opened in it.
    pub fn new(lang: Lang, theme: Theme, today: Date, store: String, checklist: Arc<Checklist>) -> Self {
        Self {
            lang,
            theme,
            today,
            size: (80, 24),
            store,
            checklist,
            walk: None,
            layers: Vec::new(),
            notice: None,
            leaving: false,
        }
    }

    /// Who takes the keys.
    pub fn context(&self) -> Context {
        match self.layers.last() {
            None => Context::Walk,
            Some(Layer::Score(_)) => Context::Score,
            Some(Layer::Plan(_)) => Context::Plan,
            Some(Layer::Help(..)) => Context::Help,
            Some(Layer::Home(_)) => Context::Home,
            Some(Layer::Form(_)) => Context::Form,
            Some(Layer::Note(..)) => Context::Note,
            Some(Layer::Prompt(_)) => Context::Prompt,
            Some(Layer::Evidence(..)) => Context::Evidence,
            Some(Layer::EvidenceForm(_)) => Context::EvidenceForm,
            Some(Layer::Reason(..)) => Context::Reason,
            Some(Layer::Finish) => Context::Finish,
            Some(Layer::Compare(_)) => Context::Compare,
            Some(Layer::Trend(..)) => Context::Trend,
        }
    }

    /// Whether a command does anything here and now, so that the footer need not name what does not.
    pub fn offers(&self, asked: Action) -> bool {
        let Some(walk) = self.walk.as_ref().filter(|_| self.layers.is_empty()) else { return true };
        if asked.edits() && walk.is_final() {
            return false;
        }
        let key = walk.outline.key();
        let metric = matches!(key, Some(Key::Metric(_)));
        match asked {
            Action::Answer(_) | Action::Evidence | Action::Owner | Action::Due => key.is_some() && !metric,
            Action::Value | Action::Target => metric,
            Action::Note => key.is_some(),
            Action::ClearAnswer => key.is_some_and(|key| walk.card.assessment.is_answered(key)),
            Action::Reason => key.is_some_and(|key| walk.card.assessment.answer(key) == Some(Answer::Na)),
            Action::Accept => key.is_none_or(|key| !walk.is_final() && walk.card.assessment.is_carried(key)),
            Action::Undo => walk.edits.can_undo(),
            Action::Redo => walk.edits.can_redo(),
            Action::Finish => !walk.is_final(),
            Action::Reopen => walk.is_final(),
            Action::NextOpen
            | Action::PreviousOpen
            | Action::Up
            | Action::Down
            | Action::Left
            | Action::Right
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last
            | Action::SwitchPane
            | Action::Score
            | Action::Plan
            | Action::Home
            | Action::Compare
            | Action::Trend
            | Action::Carry
            | Action::New
            | Action::Done
            | Action::Close
            | Action::Add
            | Action::Remove
            | Action::NextField
            | Action::PreviousField
            | Action::Language
            | Action::Help
            | Action::Quit
            | Action::Interrupt
            | Action::Suspend
            | Action::Redraw => true,
        }
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

    /// Opens a walk and closes everything else.
    pub fn open(&mut self, walk: Walk) {
        let version = walk.card.checklist_changed().then(|| walk.card.assessment.checklist.version.clone());
        self.walk = Some(Box::new(walk));
        self.layers.clear();
        if let Some(version) = version {
            self.warn(crate::i18n::tui::checklist_changed(version));
        }
    }
}
