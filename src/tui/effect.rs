//! What the screens need of the outside world: files, other programs and the time of day. The only part of `tui` that reads
//! or writes.

pub(super) mod editor;
mod reference;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::app::{App, Saved, Walk};
use super::sample;
use super::screen::form::{Form, FormField};
use super::screen::home::{Home, HomeRow};
use super::update::{Draft, Outcome};
use crate::diff::LastTime;
use crate::error::{Error, Result};
use crate::export::{self, ReportFormat, Special};
use crate::history::History;
use crate::i18n::{Lang, Text, say};
use crate::model::Assessment;
use crate::programs;
use crate::scorecard::Scorecard;
use crate::store::{AssessmentFile, Broken, Found, Listing, Opened, Origin, Save, Store, Trashed, day_of, numbered};
use crate::text::one_line;

/// The cells of a line of text that may be printed.
const PAGE: usize = 80;

/// The store, and the file of the assessment that is open.
#[derive(Debug)]
pub struct World {
    store: Store,
    file: Option<AssessmentFile>,
    /// What was deleted in this sitting, the last one last.
    deleted: Vec<Trashed>,
}

/// What the program starts with.
#[derive(Debug)]
pub enum Start {
    /// A new assessment on first use; the newest draft where there is one team; else the list.
    Anywhere,
    /// This assessment.
    With(Box<Opened>),
}

impl World {
    /// The world of a store, nothing open.
    pub fn new(store: Store) -> Self {
        Self { store, file: None, deleted: Vec::new() }
    }

    /// The store's place, as people read it.
    pub fn place(&self) -> String {
        self.store.root().display().to_string()
    }

    /// The file of the assessment that is open.
    pub fn path(&self) -> Option<PathBuf> {
        self.file.as_ref()?.path().map(Path::to_owned)
    }

    /// Puts what the program starts with into `app`.
    ///
    /// # Errors
    ///
    /// An unreadable store; a newest draft that cannot be opened.
    pub fn start(&mut self, app: &mut App, start: Start) -> Result<()> {
        match start {
            Start::With(opened) => self.walk(app, *opened),
            Start::Anywhere => {
                let listing = self.store.list()?;
                let mut teams: Vec<&str> = listing.found.iter().map(|found| found.assessment.team.as_str()).collect();
                teams.dedup();
                // Where it is open which one that is, the list shows them.
                match (teams.as_slice(), listing.newest_draft().ok().flatten()) {
                    ([], _) if listing.broken.is_empty() => {
                        // Esc leads to what else there is.
                        app.layers.push(Home::default().into());
                        let (form, broken) = self.empty_form(app.today)?;
                        app.layers.push(form.into());
                        broken.first().into_iter().for_each(|broken| app.complain(broken));
                    }
                    ([_], Some(draft)) => {
                        let opened = self.read(&draft.path)?;
                        self.walk(app, opened);
                        listing.broken.first().into_iter().for_each(|broken| app.complain(&broken.error));
                    }
                    _ => app.layers.push(Home::new(self.rows(listing)).into()),
                }
            }
        }
        Ok(())
    }

    fn read(&self, path: &Path) -> Result<Opened> {
        self.store.library().open(AssessmentFile::read(path)?)
    }

    fn walk(&mut self, app: &mut App, opened: Opened) {
        app.open(Walk::new(opened.reading));
        self.file = Some(opened.file);
    }

    /// Reads the list of assessments.
    pub fn list(&self) -> Outcome {
        match self.store.list() {
            Ok(listing) => Outcome::Listed(self.rows(listing)),
            Err(error) => Outcome::Failed(error),
        }
    }

    fn rows(&self, listing: Listing) -> Vec<HomeRow> {
        let library = self.store.library();
        let row = |path: &Path, team: String, date, card| HomeRow {
            team,
            date,
            short: self.store.short(path),
            open: self.is_open(path),
            path: path.to_owned(),
            card,
        };
        let read = |found: Found| {
            let (team, date) = (found.assessment.team.clone(), found.assessment.date);
            let path = found.path.clone();
            row(&path, team, Some(date), library.read(found).map(|reading| Arc::new(Scorecard::new(reading, None))))
        };
        let unread = |Broken { path, error }: Broken| {
            // Of a directory that cannot be read its own name.
            let dir = if path.is_dir() { Some(path.as_path()) } else { path.parent() };
            let team = dir.and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
            let date = day_of(&path);
            row(&path, team, date, Err(error))
        };
        let read: Vec<HomeRow> = listing.found.into_par_iter().map(read).collect();
        read.into_iter().chain(listing.broken.into_iter().map(unread)).collect()
    }

    /// Whether a file is the one that is walked, which a command line may have named in another way.
    fn is_open(&self, path: &Path) -> bool {
        let Some(own) = self.file.as_ref().and_then(AssessmentFile::path) else { return false };
        let same =
            || fs::canonicalize(own).ok().is_some_and(|own| fs::canonicalize(path).is_ok_and(|path| path == own));
        own == path || own.file_name() == path.file_name() && same()
    }

    /// Moves a file into the trash; the one that is walked is walked no more.
    pub fn discard(&mut self, path: &Path) -> Outcome {
        let walked = self.is_open(path);
        match self.store.discard(path) {
            Ok(trashed) => {
                self.file.take_if(|_| walked);
                let place = self.store.short(&trashed.to);
                self.deleted.push(trashed);
                Outcome::Discarded(place, walked)
            }
            Err(error) => Outcome::Failed(error),
        }
    }

    /// Brings back what was deleted last.
    pub fn restore(&mut self) -> Outcome {
        let Some(last) = self.deleted.pop() else { return Outcome::Failed(Error::new(say::nothing_deleted())) };
        match self.store.restore(&last) {
            Ok(()) => Outcome::Restored(self.store.short(&last.from)),
            Err(error) => {
                self.deleted.push(last);
                Outcome::Failed(error)
            }
        }
    }

    /// Gives the team of a file, if none is named of the one that is walked, another name; the file that is walked goes along.
    pub fn rename(&mut self, path: Option<PathBuf>, name: &str) -> Outcome {
        let Some(path) = path.or_else(|| self.file.as_ref()?.path().map(Path::to_owned)) else { return self.list() };
        let beside = || self.file.as_ref()?.path().and_then(|own| Some(path.with_file_name(own.file_name()?)));
        let walked = beside().filter(|own| self.is_open(own));
        let renamed = || -> Result<Option<Box<Assessment>>> {
            let dir = self.store.rename(&path, name)?;
            let Some(own) = walked.as_ref().and_then(|own| own.file_name()) else { return Ok(None) };
            let file = self.file.insert(AssessmentFile::read(&dir.join(own))?);
            Ok(Some(Box::new(file.assessment().clone())))
        };
        let mut renamed = renamed;
        renamed().map_or_else(Outcome::Failed, Outcome::Renamed)
    }

    /// Writes the report of an assessment into the working directory, as a web page, beside those that are there.
    pub fn report(&self, app: &App, path: &Path) -> Outcome {
        let write = || -> Result<String> {
            let Opened { file, reading, .. } = self.read(path)?;
            let place = self.written(&Scorecard::new(reading, None), Some(&file), ReportFormat::Html, app)?;
            Ok(place.display().to_string())
        };
        write().map_or_else(Outcome::Failed, Outcome::Reported)
    }

    /// Writes the scorecard of the walk into a new file of the working directory.
    pub fn export(&self, app: &App, format: ReportFormat) -> Outcome {
        let Some(walk) = app.walk() else { return self.list() };
        self.written(&walk.card, self.file.as_ref(), format, app).map_or_else(Outcome::Failed, Outcome::Exported)
    }

    /// Writes a scorecard into a new file of the working directory; where its own `file` lies in a store, with what the team
    /// said before.
    fn written(
        &self,
        card: &Scorecard,
        file: Option<&AssessmentFile>,
        format: ReportFormat,
        app: &App,
    ) -> Result<PathBuf> {
        let kept = file.map(|file| (self.store.around(file), file)).filter(|(store, file)| store.keeps(file));
        let past =
            || kept.map(|(store, _)| export::past(&store, &store.library(), &card.assessment.team, card)).transpose();
        let text = export::made(card, past, format, app.paper(PAGE), Special::default())?;
        export::write_new(self.store.working_directory(), card, format, &text)
    }

    /// Makes a sample, which has no file: nothing that is said of it is written anywhere.
    pub fn sample(&mut self, lang: Lang, today: Date) -> Outcome {
        let library = self.store.library();
        let built_in = library.all().0.into_iter().find(|listed| listed.origin == Origin::BuiltIn);
        let Some(built_in) = built_in else { return self.list() };
        let read = |assessment| library.read(Found { path: PathBuf::new(), assessment });
        let (before, now) = sample::assessments(&built_in.checklist, today, lang);
        match read(before).and_then(|before| Ok((read(now)?, before))) {
            Ok(readings) => {
                self.file = None;
                Outcome::Sample(Box::new(readings))
            }
            Err(error) => Outcome::Failed(error),
        }
    }

    /// Reads an assessment.
    pub fn open(&mut self, path: &Path) -> Outcome {
        match self.read(path) {
            Ok(opened) => self.opened(opened),
            Err(error) => Outcome::Failed(error),
        }
    }

    /// The form of a new assessment.
    pub fn form(&self, today: Date) -> Outcome {
        match self.empty_form(today) {
            Ok((form, broken)) => Outcome::Form(Box::new(form), broken),
            Err(error) => Outcome::Failed(error),
        }
    }

    fn empty_form(&self, today: Date) -> Result<(Form, Vec<Error>)> {
        let library = self.store.library();
        let usual = library.usual(None)?.checklist;
        let (others, broken) = library.beside(usual.id())?;
        Ok((Form::new(today, usual).offering(others), broken))
    }

    /// Writes a new assessment and opens it.
    pub fn create(&mut self, draft: &Draft) -> Outcome {
        let Draft { assessment, checklist, named } = draft;
        match self.store.path_for(&assessment.team, assessment.date, &assessment.checklist.id) {
            Err(refused) => return Outcome::Refused(FormField::Team, Text::each(|lang| refused.one_line(lang))),
            Ok(path) if path.exists() => {
                let what = say::form_day_taken(one_line(&assessment.team), assessment.date);
                return Outcome::Refused(FormField::Date, what);
            }
            Ok(_) => {}
        }
        match self.store.create(assessment, checklist, named.as_deref()) {
            Ok(file) => match self.store.library().open(file) {
                Ok(opened) => self.opened(opened),
                Err(error) => Outcome::Failed(error),
            },
            Err(error) => Outcome::Failed(error),
        }
    }

    /// Reads the assessment before the one that is walked, of the same team.
    pub fn before(&self) -> Outcome {
        let Some(file) = &self.file else { return Outcome::Before(None) };
        let earlier = || -> Result<Option<Box<Scorecard>>> {
            let Some(before) = self.store.beside(file)?.before.pop() else { return Ok(None) };
            let reading = self.store.library().read(before)?;
            Ok(Some(Box::new(Scorecard::new(reading, None))))
        };
        earlier().map_or_else(Outcome::Failed, Outcome::Before)
    }

    /// What the team said in the assessment before the one that is walked. That one of its files cannot be read is said to
    /// whoever asks for the changes; here it is no answer.
    pub fn last_time(&self, app: &App) -> Outcome {
        let last = || {
            let before = self.store.beside(self.file.as_ref()?).ok()?.before.pop()?;
            let reading = self.store.library().read(before).ok()?;
            Some(Box::new(LastTime::new(&reading, &app.walk()?.card.checklist)))
        };
        Outcome::LastTime(last())
    }

    /// Reads every assessment of the team that is walked by its checklist. The answers of this sitting are on disk by now.
    pub fn trend(&self) -> Outcome {
        let Some(file) = &self.file else { return Outcome::Before(None) };
        let store = self.store.around(file);
        let Assessment { team, checklist, .. } = file.assessment();
        match store.series(team, Some(&checklist.id)) {
            Ok((listing, _)) => {
                let (history, broken) = history(&store, listing);
                Outcome::Trend(Box::new(history), broken)
            }
            Err(error) => Outcome::Failed(error),
        }
    }

    /// Opens what a piece of evidence refers to; a path leads from the working directory, or from where the store lies.
    pub fn follow(&self, reference: &str) -> Outcome {
        let store = self.file.as_ref().map_or_else(|| self.store.clone(), |file| self.store.around(file));
        let above = store.root().parent().map(Path::to_owned);
        let from: Vec<PathBuf> = std::iter::once(self.store.working_directory().to_owned()).chain(above).collect();
        Outcome::Said(reference::open(reference, &from))
    }

    /// Opens a file that was written here.
    pub fn show(path: &Path) -> Outcome {
        let place = one_line(&path.display().to_string());
        Outcome::Said(match programs::open_file(path) {
            Ok(()) => say::reference_opened(place),
            Err(why) => Text::each(|lang| say::reference_not_opened(lang, why.get(lang), &place)),
        })
    }

    fn opened(&mut self, opened: Opened) -> Outcome {
        self.file = Some(opened.file);
        Outcome::Opened(Box::new(opened.reading))
    }

    /// Writes the assessment that is open. A file that another program has locked is not waited for, unless it is the
    /// `last` time: then two seconds at most.
    pub fn save(&mut self, app: &App, last: bool) -> Option<Outcome> {
        let walk = app.walk.as_ref().filter(|walk| walk.saved != Saved::Never)?;
        let file = self.file.as_mut()?;
        let (wanted, checklist) = (walk.card.written(file.assessment()), &walk.card.checklist);
        let tried =
            if last { file.save(&wanted, checklist).map(Save::Done) } else { file.try_save(&wanted, checklist) };
        Some(match tried {
            Ok(Save::Done(saved)) => Outcome::Saved {
                time: crate::clock::now().strftime("%H:%M:%S").to_string(),
                assessment: Box::new(file.assessment().clone()),
                merged: saved.merged,
                conflicts: saved.conflicts,
            },
            Ok(Save::Locked(error)) => Outcome::Locked(error),
            Err(error) => Outcome::NotSaved(error),
        })
    }

    /// Puts the answers aside because their file cannot be written and the program has to end.
    ///
    /// # Errors
    ///
    /// Always: it says where the copy is, or why there is none.
    pub fn rescue(&self, app: &App, cause: Error) -> Error {
        let Some(walk) = app.walk.as_ref().filter(|walk| walk.saved == Saved::Failed) else { return cause };
        let written = self.file.as_ref().map(|file| walk.card.written(file.assessment()));
        let assessment = written.as_ref().unwrap_or(&walk.card.assessment);
        let path = std::env::temp_dir().join(format!("opsladder-{}.toml", assessment.file_stem()));
        for path in (1..=100).map(|nth| numbered(&path, nth)) {
            if AssessmentFile::create(&path, assessment, &walk.card.checklist).is_ok() {
                return Error::new(say::rescued(path.display())).hint(say::rescued_hint());
            }
        }
        cause
    }
}

/// What some of a team's assessments make, and what is wrong with the others.
fn history(store: &Store, listing: Listing) -> (History, Vec<Error>) {
    let (readings, broken) = store.library().readings(listing);
    let cards: Vec<Scorecard> = readings.into_iter().map(|reading| Scorecard::new(reading, None)).collect();
    (History::of(cards.iter()), broken)
}
