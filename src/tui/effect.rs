//! What the screens need of the outside world: files and the time of day. The only part of `tui` that reads or writes.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::app::{App, Saved, Walk};
use super::screen::form::{Form, FormField};
use super::screen::home::{Home, HomeRow};
use super::update::{Draft, Outcome};
use crate::diff::LastTime;
use crate::error::{Error, Result};
use crate::history::History;
use crate::i18n::{Text, say};
use crate::model::{Checklist, Id, Status};
use crate::scorecard::Scorecard;
use crate::store::{AssessmentFile, Found, Opened, Save, Store, numbered};
use crate::text::one_line;

/// The store, and the file of the assessment that is open.
#[derive(Debug)]
pub struct World {
    store: Store,
    file: Option<AssessmentFile>,
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
        Self { store, file: None }
    }

    /// The checklist that new assessments answer.
    ///
    /// # Errors
    ///
    /// When the store overrides the built-in one with a file that is not sound.
    pub fn default_checklist(&self) -> Result<Arc<Checklist>> {
        self.store.library().present(&Id::foreign("operations"))
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
                let newest_draft = listing.found.iter().filter(|found| found.assessment.status == Status::Draft);
                let newest_draft = newest_draft.max_by_key(|found| found.assessment.date);
                match (teams.as_slice(), newest_draft) {
                    ([], _) if listing.broken.is_empty() => {
                        app.layers.push(Form::new(app.today, Arc::clone(&app.checklist)).into());
                    }
                    ([_], Some(draft)) => {
                        let opened = self.read(&draft.path)?;
                        self.walk(app, opened);
                    }
                    _ => app.layers.push(Home { rows: self.rows(listing.found), at: 0 }.into()),
                }
                listing.broken.first().into_iter().for_each(|error| app.complain(error));
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
            Ok(listing) => Outcome::Listed(self.rows(listing.found), listing.broken),
            Err(error) => Outcome::Failed(error),
        }
    }

    fn rows(&self, found: Vec<Found>) -> Vec<HomeRow> {
        let library = self.store.library();
        let row = |found: Found| HomeRow {
            team: found.assessment.team.clone(),
            date: found.assessment.date,
            status: found.assessment.status,
            path: found.path.clone(),
            card: library.read(found).ok().map(|reading| Arc::new(Scorecard::new(reading, None))),
        };
        let mut rows: Vec<HomeRow> = found.into_iter().map(row).collect();
        rows.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.team.cmp(&b.team)));
        rows
    }

    /// Reads an assessment.
    pub fn open(&mut self, path: &Path) -> Outcome {
        match self.read(path) {
            Ok(opened) => self.opened(opened),
            Err(error) => Outcome::Failed(error),
        }
    }

    /// Writes a new assessment and opens it.
    pub fn create(&mut self, draft: &Draft) -> Outcome {
        let Draft { assessment, checklist, named } = draft;
        match self.store.path_for(&assessment.team, assessment.date) {
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

    /// Reads every assessment of the team that is walked. The answers of this sitting are on disk by now.
    pub fn trend(&self) -> Outcome {
        let Some(file) = &self.file else { return Outcome::Listed(Vec::new(), Vec::new()) };
        let store = self.store.around(file);
        match store.team(&file.assessment().team) {
            Ok(listing) => {
                let (readings, broken) = store.library().readings(listing);
                let cards: Vec<Scorecard> = readings.into_iter().map(|reading| Scorecard::new(reading, None)).collect();
                Outcome::Trend(Box::new(History::of(cards.iter())), broken)
            }
            Err(error) => Outcome::Failed(error),
        }
    }

    fn opened(&mut self, opened: Opened) -> Outcome {
        self.file = Some(opened.file);
        Outcome::Opened(Box::new(opened.reading))
    }

    /// Writes the assessment that is open. A file that another program has locked is not waited for, unless it is the
    /// `last` time: then two seconds at most.
    pub fn save(&mut self, app: &App, last: bool) -> Option<Outcome> {
        let walk = app.walk.as_ref()?;
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
