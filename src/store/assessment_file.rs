//! One assessment file: read, and saved so that whatever a person or another program wrote into it stays.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::diagnostic::{Diagnostic, Report};
use crate::error::{Error, Result};
use crate::i18n::{Text, say};
use crate::model::assessment::merge;
use crate::model::checklist::Scale;
use crate::model::{Answer, Assessment, Checklist, Id, Key, Level};
use crate::reading::Certainty;
use crate::text::one_line;

use super::answers::{Answers, answers, place_of_answer, place_of_area_target};
use super::disk::{self, Attempt, Lock, PATIENCE};
use super::edit::{Order, edit, fresh};
use super::reader::{normalise, one_of};

/// An assessment with the text that it was read from.
#[derive(Clone, Debug)]
pub struct AssessmentFile {
    /// None for standard input.
    path: Option<PathBuf>,
    shown: String,
    /// The file's text as last seen, byte for byte.
    text: String,
    assessment: Assessment,
    target_level: Option<Range<usize>>,
}

/// What came of a save.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// Items of which something was taken over from the disk, where another program had changed it.
    pub merged: Vec<Key>,
    /// Items of which both sides had changed the same field in different ways; ours was kept.
    pub conflicts: Vec<Key>,
    /// Whether something outside the items (status, target level, assessors …) was taken over from the disk.
    pub head_merged: bool,
    /// Whether both sides had changed something outside the items in different ways; ours was kept.
    pub head_conflict: bool,
}

/// What came of an attempt to save.
#[derive(Clone, Debug)]
pub enum Save {
    /// It is on disk.
    Done(Saved),
    /// Another program keeps the file locked, as the error says; nothing was read or written.
    Locked(Error),
}

impl AssessmentFile {
    /// The assessment in `source`, such as standard input; `path_shown` is what its problems are shown under.
    ///
    /// # Errors
    ///
    /// Every problem of the text at once.
    pub fn parse(path_shown: &str, source: &str) -> Result<Self> {
        let Answers { assessment, target_level } = answers(path_shown, source)?;
        Ok(Self { path: None, shown: path_shown.to_owned(), text: source.to_owned(), assessment, target_level })
    }

    /// The assessment in the file at `path`.
    ///
    /// # Errors
    ///
    /// The file cannot be read, is not UTF-8, or has problems: then all of them at once.
    pub fn read(path: &Path) -> Result<Self> {
        let file = Self::parse(&path.display().to_string(), &disk::read_text(path)?)?;
        Ok(Self { path: Some(path.to_owned()), ..file })
    }

    /// Writes a new file, its answers in the order of the checklist, with the directories above it.
    ///
    /// # Errors
    ///
    /// The file is there already, or cannot be written.
    pub fn create(path: &Path, assessment: &Assessment, order: &Checklist) -> Result<Self> {
        let shown = path.display().to_string();
        let text = fresh(assessment, &Order::new(order));
        let Answers { assessment, target_level } = answers(&shown, &text)?;
        disk::create(path, &text)?;
        Ok(Self { path: Some(path.to_owned()), shown, text, assessment, target_level })
    }

    /// Writes a new file that says `wanted`, with the remarks, the unknown keys and the layout of this one, as far as they
    /// fit; this one stays as it is.
    ///
    /// # Errors
    ///
    /// The new file is there already, or cannot be written.
    pub fn copy_to(&self, path: &Path, wanted: &Assessment, order: &Checklist) -> Result<Self> {
        let shown = path.display().to_string();
        let says = |text: &str| answers(&shown, text).ok().filter(|read| read.assessment == *wanted);
        let edited = self.edited(&self.text, &self.assessment, wanted, &Order::new(order)).ok();
        let Some((text, read)) = edited.and_then(|text| says(&text).map(|read| (text, read))) else {
            // Laid out in a way that cannot be edited: then the answers count, not the layout.
            return Self::create(path, wanted, order);
        };
        disk::create(path, &text)?;
        let Answers { assessment, target_level } = read;
        Ok(Self { path: Some(path.to_owned()), shown, text, assessment, target_level })
    }

    /// Where the file is; none for standard input.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The file as people name it.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// What the file says, as last read or saved.
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// The assessment alone.
    pub fn into_assessment(self) -> Assessment {
        self.assessment
    }

    /// The file's text as last read or saved.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// As [`Self::try_save`]; a file that another program has locked is waited for, two seconds at most.
    ///
    /// # Errors
    ///
    /// As there, and when the file is locked for longer.
    pub fn save(&mut self, wanted: &Assessment, order: &Checklist) -> Result<Saved> {
        let since = Instant::now();
        loop {
            match self.try_save(wanted, order)? {
                Save::Done(saved) => return Ok(saved),
                Save::Locked(error) if since.elapsed() >= PATIENCE => return Err(error),
                Save::Locked(_) => std::thread::sleep(Duration::from_millis(10)),
            }
        }
    }

    /// Writes what differs in `wanted` from [`Self::assessment`], and nothing if nothing does; new answers go where
    /// `order` has them. What another program has changed in the file meanwhile is merged, field by field, so
    /// afterwards [`Self::assessment`] is what stands on disk and may hold more than `wanted`.
    ///
    /// # Errors
    ///
    /// The file cannot be written, or cannot be read any more: then it is left as it is, and so is `self`.
    pub fn try_save(&mut self, wanted: &Assessment, order: &Checklist) -> Result<Save> {
        let Some(path) = &self.path else {
            return Err(Error::new(say::stdin_not_saved()).hint(say::stdin_not_saved_hint()));
        };
        let path = disk::resolve(path);
        let _lock = match Lock::of(&path)? {
            Attempt::Ours(lock) => lock,
            Attempt::Theirs(holder) => return Ok(Save::Locked(Attempt::refused(&self.shown, holder.as_deref()))),
        };
        let on_disk = match std::fs::exists(&path) {
            Ok(false) => None,
            // Whatever else is the matter, reading says it.
            _ => Some(disk::read_text(&path)?),
        };
        let (theirs, text) = match &on_disk {
            // What another hand wrote has to be sound too, or it would pass for what it is not.
            Some(text) if *text != self.text => {
                let theirs = Self::parse(&self.shown, text);
                let theirs = theirs.and_then(|theirs| theirs.fits(order).map(|()| theirs));
                (theirs.map_err(|problem| self.changed(&problem))?.assessment, text.as_str())
            }
            _ => (self.assessment.clone(), self.text.as_str()),
        };
        let merged = merge(&self.assessment, wanted, &theirs);
        let new = self.edited(text, &theirs, &merged.assessment, &Order::new(order))?;
        // What is on the disk afterwards is read back first: a file that does not parse is never written.
        let read = answers(&self.shown, &new);
        let Some(Answers { assessment, target_level }) = read.ok().filter(|read| read.assessment == merged.assessment)
        else {
            return Err(self.not_editable("criteria.ID"));
        };
        match &on_disk {
            None => disk::create(&path, &new)?,
            Some(old) if *old == new => {}
            Some(_) => disk::replace(&path, &new)?,
        }
        (self.text, self.assessment, self.target_level) = (new, assessment, target_level);
        Ok(Save::Done(Saved {
            merged: merged.taken,
            conflicts: merged.conflicts,
            head_merged: merged.head_taken,
            head_conflict: merged.head_conflict,
        }))
    }

    /// `text`, which holds `was`, with `wanted` written into it.
    fn edited(&self, text: &str, was: &Assessment, wanted: &Assessment, order: &Order) -> Result<String> {
        let mark = if text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
        let bare = text.strip_prefix(mark).unwrap_or(text);
        let edited = edit(bare, was, wanted, order).map_err(|table| self.not_editable(&table))?;
        Ok(format!("{mark}{edited}"))
    }

    /// The text with another name of the team in it.
    pub(super) fn of_team(&self, name: &str) -> Result<String> {
        let mut wanted = self.assessment.clone();
        name.clone_into(&mut wanted.team);
        let text = self.edited(&self.text, &self.assessment, &wanted, &Order::default())?;
        let read = answers(&self.shown, &text).ok().filter(|read| read.assessment == wanted);
        read.map(|_| text).ok_or_else(|| self.not_editable("team"))
    }

    fn not_editable(&self, table: &str) -> Error {
        Error::new(say::not_editable(&self.shown)).hint(say::not_editable_hint(table))
    }

    fn changed(&self, problem: &Error) -> Error {
        let hint = Text::each(|lang| say::changed_on_disk_hint(lang, problem.one_line(lang)));
        Error::new(say::changed_on_disk(&self.shown)).hint(hint)
    }

    /// Holds the file against the checklist that it answers.
    ///
    /// # Errors
    ///
    /// A target level is higher than the checklist's levels go, or an answer is none of its item's scale.
    pub fn fits(&self, checklist: &Checklist) -> Result<()> {
        let max = checklist.max_level();
        let mut problems = Vec::new();
        if let (Some(level), Some(span)) = (self.assessment.target_level, &self.target_level)
            && level > max
        {
            let message = say::target_level_too_high(level, checklist.id(), max);
            problems.push(Diagnostic::new(span.clone(), message).hint(say::target_level_hint(max)));
        }
        let text = normalise(&self.text);
        for (area, level) in too_high(&self.assessment, checklist) {
            let span = place_of_area_target(&text, area).unwrap_or_default();
            let message = say::target_level_too_high(level, checklist.id(), max);
            problems.push(Diagnostic::new(span, message).hint(say::area_target_hint(max)));
        }
        for (id, answer) in misfits(&self.assessment, checklist) {
            let scale = checklist.scale_of(&Key::Criterion(id.clone()));
            let words: Vec<&str> = scale.answers().map(Answer::word).collect();
            let hint = one_of(answer.word(), &words);
            let span = place_of_answer(&text, id).unwrap_or_default();
            problems.push(Diagnostic::new(span, say::unknown_word("answer", one_line(answer.word()))).hint(hint));
        }
        if problems.is_empty() { Ok(()) } else { Err(Error::in_file(Report::new(&*self.shown, text, problems))) }
    }
}

/// The target levels of areas that are higher than the checklist's levels go.
pub(super) fn too_high<'a>(
    assessment: &'a Assessment,
    checklist: &Checklist,
) -> impl Iterator<Item = (&'a Id, Level)> + use<'a> {
    let max = checklist.max_level();
    assessment.area_targets.iter().map(|(area, level)| (area, *level)).filter(move |(_, level)| *level > max)
}

/// The answers to criteria that their scales do not have. Where the checklist is not the one that was answered, the item may
/// have had another scale of it.
pub(super) fn misfits<'a>(
    assessment: &'a Assessment,
    checklist: &'a Checklist,
) -> impl Iterator<Item = (&'a Id, Answer)> {
    let answered = Certainty::of(&assessment.checklist, checklist) != Certainty::OtherVersion;
    let elsewhere = move |answer: Answer| {
        let scales = checklist.parts().scales.iter().chain([Scale::built_in()]);
        !answered && scales.into_iter().any(|scale| scale.counts(answer).is_some())
    };
    assessment.entries().filter_map(move |(key, entry)| {
        let (Key::Criterion(id), Some(answer)) = (key, entry.answer()) else { return None };
        let own = || checklist.scale_of(key).counts(answer).is_some();
        (checklist.knows(key) && !own() && !elsewhere(answer)).then_some((id, answer))
    })
}
