//! Which text reads an assessment: the one that it was answered with, wherever that lies; and which text is the present one.
//!
//! Nothing else decides this. Texts lie in the store, in the user's data directory, in the program, and where an assessment
//! names one by its path; each is read at most once, and only when it may be the one.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use rayon::prelude::*;
use semver::Version;

use crate::error::{Error, Result};
use crate::i18n::{Text, say};
use crate::model::name::CHECKLISTS;
use crate::model::{Checklist, ChecklistRef, Id};
use crate::reading::{Certainty, Reading};
use crate::start::usual;
use crate::text::one_line;

use super::assessment_file::{misfits, too_high};
use super::built_in::{BUILT_IN, BuiltIn};
use super::checklist_file::{checklist_of, digest, peek, read_checklist};
use super::reader::quoted;
use super::{AssessmentFile, Found, Listing, Places, disk, toml_files};

/// The texts within reach, for one run of a command or one action on a screen.
#[derive(Debug)]
pub struct Library {
    places: Places,
    dirs: Vec<PathBuf>,
    holdings: OnceLock<Result<Holdings>>,
    /// The files that were named by path.
    named: Mutex<HashMap<PathBuf, Arc<File>>>,
}

/// The files in the directories, the store's first; each with which directory it lies in.
type Holdings = Vec<(usize, Arc<File>)>;

/// A text and where it is from.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The text.
    pub checklist: Arc<Checklist>,
    /// The file that it was named by; `None` for one that its id leads to.
    pub file: Option<PathBuf>,
}

/// An assessment file with what it says, read by the text that it was answered with.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The file.
    pub file: AssessmentFile,
    /// What it says.
    pub reading: Reading,
    /// Where its checklist lies, if it names that by a path.
    pub named: Option<PathBuf>,
}

/// A checklist that can be chosen.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The checklist.
    pub checklist: Arc<Checklist>,
    /// Where it is from.
    pub origin: Origin,
    /// Whether its id leads to another one, from which new assessments start.
    pub shadowed: bool,
}

/// Where a checklist is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It comes with the program.
    BuiltIn,
    /// It is a file.
    File(PathBuf),
}

/// A file that may hold a checklist; everything about it is found out at most once.
#[derive(Debug)]
struct File {
    path: PathBuf,
    text: Result<String>,
    digest: OnceLock<String>,
    /// The id and the version that it says, as far as it can be read at all.
    head: OnceLock<Option<(Id, String)>>,
    checklist: OnceLock<Result<Arc<Checklist>>>,
}

impl File {
    fn read(path: PathBuf) -> Self {
        let text = disk::read_text(&path);
        Self { path, text, digest: OnceLock::new(), head: OnceLock::new(), checklist: OnceLock::new() }
    }

    fn has_digest(&self, wanted: &str) -> bool {
        let own = || self.digest.get_or_init(|| digest(self.text.as_deref().unwrap_or_default().as_bytes()));
        self.text.is_ok() && own() == wanted
    }

    fn head(&self) -> Option<&(Id, String)> {
        self.head.get_or_init(|| self.text.as_ref().ok().and_then(|text| peek(text))).as_ref()
    }

    fn has_id(&self, wanted: &Id) -> bool {
        self.head().is_some_and(|(id, _)| id == wanted)
    }

    fn checklist(&self) -> Result<Arc<Checklist>> {
        let shown = || self.path.display().to_string();
        let read = || self.text.clone().and_then(|text| read_checklist(&shown(), &text)).map(Arc::new);
        self.checklist.get_or_init(read).clone()
    }
}

impl Library {
    pub(super) fn new(root: &Path, places: &Places) -> Self {
        let mut dirs: Vec<PathBuf> = vec![root.join(CHECKLISTS)];
        dirs.extend(places.data_dir.as_ref().map(|dir| dir.join(CHECKLISTS)));
        dirs.dedup();
        Self { places: places.clone(), dirs, holdings: OnceLock::new(), named: Mutex::default() }
    }

    /// An assessment file with what it says, read by the text that it was answered with.
    ///
    /// # Errors
    ///
    /// No text is found, the one that is found has problems, or the two do not fit.
    pub fn open(&self, file: AssessmentFile) -> Result<Opened> {
        let answered = &file.assessment().checklist;
        let checklist = self.as_answered(answered, file.path())?;
        file.fits(&checklist)?;
        let named = self.place(answered, file.path());
        let reading = Reading::new(checklist, file.assessment().clone());
        Ok(Opened { file, reading, named })
    }

    /// An assessment of the store, read by the text that it was answered with.
    ///
    /// # Errors
    ///
    /// As [`Library::open`].
    pub fn read(&self, found: Found) -> Result<Reading> {
        let Found { path, assessment } = found;
        let checklist = self.as_answered(&assessment.checklist, Some(&path))?;
        if assessment.target_level > Some(checklist.max_level())
            || too_high(&assessment, &checklist).next().is_some()
            || misfits(&assessment, &checklist).next().is_some()
        {
            AssessmentFile::read(&path)?.fits(&checklist)?;
        }
        Ok(Reading::new(checklist, assessment))
    }

    /// Assessments of the store, each read by the text that it was answered with; and what is wrong with the others.
    pub fn readings(&self, listing: Listing) -> (Vec<Reading>, Vec<Error>) {
        let (mut readings, mut broken) =
            (Vec::new(), listing.broken.into_iter().map(|one| one.error).collect::<Vec<_>>());
        for read in listing.found.into_par_iter().map(|found| self.read(found)).collect::<Vec<_>>() {
            match read {
                Ok(reading) => readings.push(reading),
                Err(error) => broken.push(error),
            }
        }
        (readings, broken)
    }

    /// The text that an assessment was answered with: of the same bytes; else of the same id and version; else the present
    /// one. `file` is where the assessment lies, for one that names its checklist by path.
    ///
    /// # Errors
    ///
    /// None is found, or the one that is found has problems.
    pub fn as_answered(&self, answered: &ChecklistRef, file: Option<&Path>) -> Result<Arc<Checklist>> {
        let built_in = || BUILT_IN.iter().filter(|one| answered.id == one.id);
        if let Some(digest) = &answered.digest {
            for one in built_in() {
                let checklist = one.checklist()?;
                if checklist.digest() == digest {
                    return Ok(checklist);
                }
            }
        }
        let path = self.place(answered, file);
        let by_path = path.as_deref().and_then(|path| self.at(path));
        let holdings = self.holdings()?;
        let files = || holdings.iter().map(|(_, file)| file).chain(&by_path);
        if let Some(digest) = &answered.digest
            && let Some(file) = files().find(|file| file.has_id(&answered.id) && file.has_digest(digest))
        {
            return file.checklist();
        }
        let same = |file: &&Arc<File>| {
            file.head().is_some_and(|(id, version)| (id, version) == (&answered.id, &answered.version))
        };
        // One that has problems may stand beside one that has none.
        let sound = |file: &Arc<File>| file.checklist().ok();
        let found = holdings.iter().map(|(_, file)| file).filter(same).find_map(sound);
        let found = match (found, built_in().find(|one| one.version == answered.version)) {
            (Some(found), _) => Some(found),
            (None, Some(one)) => Some(one.checklist()?),
            (None, None) => by_path.iter().filter(same).find_map(sound),
        };
        match found {
            Some(checklist) => Ok(checklist),
            None => Ok(self.present_of(answered, path)?.checklist),
        }
    }

    /// The text that an assessment was answered with, if that is certain.
    pub fn exactly_as_answered(&self, file: &AssessmentFile) -> Option<Arc<Checklist>> {
        let answered = &file.assessment().checklist;
        let found = self.as_answered(answered, file.path()).ok()?;
        (Certainty::of(answered, &found) == Certainty::Exact).then_some(found)
    }

    /// The text that an assessment's id leads to now; with the file, if that is the path that it names.
    ///
    /// # Errors
    ///
    /// There is none, or it has problems.
    pub fn present_for(&self, file: &AssessmentFile) -> Result<Edition> {
        let answered = &file.assessment().checklist;
        self.present_of(answered, self.place(answered, file.path()))
    }

    /// The version of the text that an assessment's id leads to now, where that is a newer one than it is read by.
    pub fn newer(&self, opened: &Opened) -> Option<Version> {
        let read_by = &opened.reading.checklist;
        let present = self.present_for(&opened.file).ok()?.checklist;
        let newer = present.digest() != read_by.digest() && present.version() >= read_by.version();
        newer.then(|| present.version().clone())
    }

    /// The text that an id leads to: of the store, else of the user's data directory, else built in; of several in one place
    /// the newest.
    ///
    /// # Errors
    ///
    /// There is none, or the file that has the id has problems.
    pub fn present(&self, id: &Id) -> Result<Arc<Checklist>> {
        self.lookup(id)?.ok_or_else(|| self.missing(id, None))
    }

    /// The ids that a new assessment may choose from, in the order in which they are looked up; and how many of them are the
    /// store's own. No text is read further than to its id.
    ///
    /// # Errors
    ///
    /// A directory of checklists cannot be read.
    pub fn choices(&self) -> Result<(Vec<Id>, usize)> {
        let holdings = self.holdings()?;
        let heads = holdings.iter().filter_map(|(dir, file)| Some((*dir == 0, file.head()?.0.clone())));
        let mut ids: Vec<Id> = Vec::new();
        let mut own = 0;
        for (is_own, id) in heads.chain(BUILT_IN.iter().map(|one| (false, Id::foreign(one.id)))) {
            if !ids.contains(&id) {
                ids.push(id);
                own += usize::from(is_own);
            }
        }
        Ok((ids, own))
    }

    /// The checklist that a new assessment answers where none is named: what the team `used` last, else as [`usual`] says.
    ///
    /// # Errors
    ///
    /// It is not there, or has problems.
    pub fn usual(&self, used: Option<&AssessmentFile>) -> Result<Edition> {
        if let Some(file) = used {
            return self.present_for(file);
        }
        let (ids, own) = self.choices()?;
        let checklist = self.present(&usual(None, ids.get(..own).unwrap_or_default()))?;
        Ok(Edition { checklist, file: None })
    }

    /// The checklists that a new assessment may answer instead of the one with this id; and what is wrong with others.
    ///
    /// # Errors
    ///
    /// A directory of checklists cannot be read.
    pub fn beside(&self, id: &Id) -> Result<(Vec<Arc<Checklist>>, Vec<Error>)> {
        let (ids, _) = self.choices()?;
        let read: Vec<_> = ids.par_iter().filter(|other| *other != id).map(|other| self.present(other)).collect();
        let (mut others, mut broken) = (Vec::new(), Vec::new());
        for one in read {
            match one {
                Ok(checklist) => others.push(checklist),
                Err(error) => broken.push(error),
            }
        }
        Ok((others, broken))
    }

    /// The text that a command line names by a file or an id.
    ///
    /// # Errors
    ///
    /// It is not there, or has problems.
    pub fn named(&self, id_or_path: &str) -> Result<Edition> {
        let path = self.places.cwd.join(id_or_path);
        let is_toml = Path::new(id_or_path).extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
        if is_toml || id_or_path.contains(std::path::is_separator) || path.is_file() {
            // Messages name the file as the user did.
            let bytes = disk::read_bytes(&path)?;
            let checklist = Arc::new(checklist_of(id_or_path, bytes)?);
            return Ok(Edition { checklist, file: Some(path) });
        }
        Ok(Edition { checklist: self.present(&Id::foreign(id_or_path))?, file: None })
    }

    /// The file that a command line names by its path or an id, as it is written.
    ///
    /// # Errors
    ///
    /// As [`Library::named`].
    pub fn source(&self, id_or_path: &str) -> Result<String> {
        let Edition { checklist, file } = self.named(id_or_path)?;
        if let Some(path) = file {
            return disk::read_text(&path);
        }
        let own = self.holdings()?.iter().map(|(_, file)| file).find(|file| file.has_digest(checklist.digest()));
        let built_in =
            || BUILT_IN.iter().find(|one| *checklist.id() == one.id && checklist.version().to_string() == one.version);
        match own {
            Some(file) => file.text.clone(),
            None => built_in().map(|one| one.text.to_owned()).ok_or_else(|| self.missing(checklist.id(), None)),
        }
    }

    /// Every checklist that can be chosen, in the order in which they are looked up; and what is wrong with the others.
    pub fn all(&self) -> (Vec<Listed>, Vec<Error>) {
        let (mut listed, mut broken) = (Vec::new(), Vec::new());
        let mut add = |checklist: Result<Arc<Checklist>>, origin| match checklist {
            Ok(checklist) => {
                let present = self.lookup(checklist.id()).ok().flatten();
                let shadowed = present.is_some_and(|present| !Arc::ptr_eq(&present, &checklist));
                listed.push(Listed { checklist, origin, shadowed });
            }
            Err(error) => broken.push(error),
        };
        match self.holdings() {
            Ok(holdings) => {
                for (_, file) in holdings {
                    add(file.checklist(), Origin::File(file.path.clone()));
                }
            }
            Err(error) => add(Err(error), Origin::BuiltIn),
        }
        for one in &BUILT_IN {
            add(one.checklist(), Origin::BuiltIn);
        }
        (listed, broken)
    }

    fn present_of(&self, answered: &ChecklistRef, path: Option<PathBuf>) -> Result<Edition> {
        if let Some(checklist) = self.lookup(&answered.id)? {
            return Ok(Edition { checklist, file: None });
        }
        match path.as_deref().and_then(|path| self.at(path)) {
            Some(file) => Ok(Edition { checklist: file.checklist()?, file: path }),
            None => Err(self.missing(&answered.id, path.as_deref())),
        }
    }

    fn lookup(&self, id: &Id) -> Result<Option<Arc<Checklist>>> {
        let holdings = self.holdings()?;
        for dir in 0..self.dirs.len() {
            let own = holdings.iter().filter(|(lies, file)| *lies == dir && file.has_id(id));
            let read = own.map(|(_, file)| file.checklist());
            // Any sound one beats one that has problems; of two with one version the first.
            let newest = read.reduce(|best, next| {
                let version = |one: &Result<Arc<Checklist>>| one.as_ref().ok().map(|one| one.version().clone());
                if version(&next) > version(&best) { next } else { best }
            });
            if let Some(newest) = newest {
                return newest.map(Some);
            }
        }
        BUILT_IN.iter().find(|one| *id == one.id).map(BuiltIn::checklist).transpose()
    }

    fn holdings(&self) -> Result<&[(usize, Arc<File>)]> {
        let read = || {
            let mut holdings = Vec::new();
            for (dir, path) in self.dirs.iter().enumerate() {
                holdings.extend(toml_files(path)?.into_iter().map(|path| (dir, Arc::new(File::read(path)))));
            }
            Ok(holdings)
        };
        match self.holdings.get_or_init(read) {
            Ok(holdings) => Ok(holdings),
            Err(error) => Err(error.clone()),
        }
    }

    /// The file at a path, if there is one.
    fn at(&self, path: &Path) -> Option<Arc<File>> {
        if !path.exists() {
            return None;
        }
        // A thread that failed while it held the lock has left the table whole.
        let mut named = self.named.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        // Each team may lead to it in a way of its own; it is read once, and called what the first one calls it.
        let whole = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let file = named.entry(whole).or_insert_with(|| Arc::new(File::read(path.to_owned())));
        Some(Arc::clone(file))
    }

    /// Where a checklist lies that an assessment in `file` names by path.
    fn place(&self, answered: &ChecklistRef, file: Option<&Path>) -> Option<PathBuf> {
        answered.place(file).map(|path| self.places.cwd.join(path))
    }

    fn missing(&self, id: &Id, path: Option<&Path>) -> Error {
        let places: Vec<String> =
            self.dirs.iter().map(PathBuf::as_path).chain(path).map(|at| at.display().to_string()).collect();
        let what = Text::each(|lang| {
            let built_in = say::built_in_checklists(lang);
            let all: Vec<&str> = places.iter().map(String::as_str).chain([built_in]).collect();
            say::no_checklist(lang, one_line(id.as_str()), all.join(say::comma(lang)))
        });
        let holdings = self.holdings().unwrap_or_default();
        // A file that cannot be read may be the one, or have nothing to do with it.
        let hint = if let Some((_, file)) = holdings.iter().find(|(_, file)| file.head().is_none()) {
            say::no_checklist_broken(file.path.display())
        } else {
            let (known, _) = self.choices().unwrap_or_default();
            say::no_checklist_hint(quoted(known.iter().map(Id::as_str)))
        };
        Error::new(what).hint(hint)
    }
}
