//! The store: assessment and checklist files on disk, and how they are found.
//!
//! `STORE/TEAM-SLUG/YYYY-MM-DD.toml` is one team's assessment on one day, `YYYY-MM-DD.CHECKLIST-ID.toml` one by another
//! checklist than the team's first; `STORE/checklists/*.toml` are the user's own checklists. Which directory is a team's is
//! told by its name; everything else by what the files say.

mod answers;
pub mod assessment_file;
mod built_in;
pub mod checklist_file;
pub mod config_file;
mod disk;
mod edit;
pub mod format;
mod kind;
mod newest;
mod reader;
mod rename;
pub mod resolve;
pub mod selector;
mod series;
mod syntax;
mod trash;

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::error::{Doing, Error, Result};
use crate::i18n::{Text, say};
use crate::model::name::{self, CHECKLISTS};
use crate::model::{Assessment, Checklist, Id};
use crate::text::{nearest, one_line};

pub use assessment_file::{AssessmentFile, Save, Saved};
pub use built_in::read_ahead;
pub use checklist_file::{checklist_of, doubts_of, read_checklist};
pub use config_file::{config_place, read_config};
pub use disk::{create, numbered, read_bytes, read_past, replace, utf8};
pub use kind::Kind;
pub use newest::{Kept, Newest, read_found};
pub use resolve::{Edition, Library, Listed, Opened, Origin};
pub use selector::{Pick, Selector};
pub use series::day_of;
pub use trash::Trashed;

use reader::quoted;
use selector::{Teams, There};
use series::assessment_files;

/// The name of a store that belongs to a directory and everything below it.
pub const DIRECTORY: &str = ".opsladder";

/// The directory of a store that holds what was deleted.
const TRASH: &str = ".trash";

/// Where this system keeps things.
#[derive(Clone, Debug)]
pub struct Places {
    /// The working directory.
    pub cwd: PathBuf,
    /// The user's data directory for this program, where there is one.
    pub data_dir: Option<PathBuf>,
}

impl Places {
    /// The places of the process.
    ///
    /// # Errors
    ///
    /// The working directory is gone or out of reach.
    pub fn from_system() -> Result<Self> {
        let cwd = std::env::current_dir().doing(".", say::doing_list)?;
        Ok(Self { cwd, data_dir: user_directories().map(|dirs| dirs.data_dir().to_owned()) })
    }

    /// The nearest `.opsladder` from the working directory upward.
    pub fn nearest_store(&self) -> Option<PathBuf> {
        self.cwd.ancestors().map(|dir| dir.join(DIRECTORY)).find(|dir| dir.is_dir())
    }
}

/// Where this system keeps what is the user's and this program's, if there is a home.
fn user_directories() -> Option<directories::ProjectDirs> {
    directories::ProjectDirs::from("", "", "opsladder")
}

/// A directory of assessments. It need not be there: an empty store looks the same.
#[derive(Clone, Debug)]
pub struct Store {
    root: PathBuf,
    places: Places,
}

/// An assessment of the store.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// What it says, under the ids that it was written with.
    pub assessment: Assessment,
}

/// Assessments of a store.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// The assessments, by team, then day.
    pub found: Vec<Found>,
    /// The files that cannot be read.
    pub broken: Vec<Broken>,
}

/// A file of the store that cannot be read, or a whole directory.
#[derive(Clone, Debug)]
pub struct Broken {
    /// Where it is.
    pub path: PathBuf,
    /// What is wrong with it.
    pub error: Error,
}

/// A team's other assessments by one checklist.
#[derive(Clone, Debug)]
pub struct Beside {
    /// Those before the one that was asked about, the nearest last.
    pub before: Vec<Found>,
    /// Those after it, and those of the same day that nothing puts before it.
    pub after: Vec<Found>,
}

impl Listing {
    /// The assessments, where every file could be read.
    ///
    /// # Errors
    ///
    /// One could not: which one is the newest would be a guess.
    pub fn whole(mut self) -> Result<Vec<Found>> {
        self.broken.pop().map_or(Ok(self.found), |broken| Err(broken.error))
    }
}

impl Store {
    /// The store at `root`, seen from the working directory. Nothing is created.
    pub fn at(root: &Path, places: &Places) -> Self {
        Self { root: places.cwd.join(root), places: places.clone() }
    }

    /// The store's directory.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where what is written beside the store goes.
    pub fn working_directory(&self) -> &Path {
        &self.places.cwd
    }

    /// A path as people read it: below the store without the store.
    pub fn short(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }

    /// The checklists within reach, as they are now.
    pub fn library(&self) -> Library {
        Library::new(&self.root, &self.places)
    }

    /// Every assessment, by team, then day. A store that is not there is empty.
    ///
    /// # Errors
    ///
    /// The store's directory cannot be read. A file that cannot be read is in [`Listing::broken`] instead.
    pub fn list(&self) -> Result<Listing> {
        let dirs = self.directories(&[])?;
        let read = dirs.par_iter().map(|dir| Self::held_in(dir));
        let mut listing = Listing::default();
        for own in read.collect::<Vec<_>>() {
            listing.found.extend(own.found);
            listing.broken.extend(own.broken);
        }
        sort(&mut listing.found);
        Ok(listing)
    }

    /// Every assessment of a team, oldest first, and what is wrong with the other files beside them.
    ///
    /// # Errors
    ///
    /// There is no such team, or the store cannot be read.
    pub fn team(&self, name: &str) -> Result<Listing> {
        let listing = self.in_directory_of(name)?;
        let nobody = listing.found.is_empty() && listing.broken.is_empty();
        if nobody { Err(self.no_team(name)?) } else { Ok(listing) }
    }

    /// Those of a team by one checklist up to a day.
    ///
    /// # Errors
    ///
    /// As [`Self::team`].
    pub fn up_to(&self, name: &str, checklist: &Id, day: Date) -> Result<Listing> {
        let mut listing = self.team(name)?;
        listing
            .found
            .retain(|Found { assessment, .. }| assessment.checklist.id == *checklist && assessment.date <= day);
        Ok(listing)
    }

    /// The store that a file lies in, if its directory is the team's; else this one. Anything else is not taken for a store:
    /// looking for the team would read whatever lies around the file.
    #[must_use]
    pub fn around(&self, file: &AssessmentFile) -> Self {
        let team = name::slug(&file.assessment().team);
        let path = file.path().filter(|path| path.is_file()).and_then(|path| fs::canonicalize(path).ok());
        let dir = path.as_deref().and_then(Path::parent);
        let is_teams = |dir: &&Path| dir.file_name().is_some_and(|own| own.to_string_lossy() == team.as_str());
        let root = dir.filter(is_teams).and_then(Path::parent);
        // What is in the trash has no neighbours there.
        let root = root.filter(|root| root.file_name().is_none_or(|name| name != TRASH));
        let root = root.unwrap_or(&self.root).to_owned();
        Self { root, places: self.places.clone() }
    }

    /// Whether a file is kept in this store.
    pub fn keeps(&self, file: &AssessmentFile) -> bool {
        let path = file.path().and_then(|path| fs::canonicalize(path).ok());
        let root = path.as_deref().and_then(Path::parent).and_then(Path::parent);
        root.is_some_and(|root| fs::canonicalize(&self.root).is_ok_and(|own| own == root))
    }

    /// The other assessments of the team of `file` by its checklist, by day, then path: of the store that it lies in
    /// ([`Self::around`]).
    ///
    /// # Errors
    ///
    /// There is no such team, or one of its files cannot be read: which one comes before would be a guess.
    pub fn beside(&self, file: &AssessmentFile) -> Result<Beside> {
        let Assessment { team, date, checklist, .. } = file.assessment();
        let path = file.path().and_then(|path| fs::canonicalize(path).ok());
        let mut before = self.around(file).team(team)?.whole()?;
        before.retain(|found| found.assessment.checklist.id == checklist.id);
        let here = |found: &Found| path.is_some() && fs::canonicalize(&found.path).ok() == path;
        let own = before.iter().position(here);
        let earlier = own.unwrap_or_else(|| before.partition_point(|found| found.assessment.date < *date));
        let after = before.split_off(earlier).split_off(usize::from(own.is_some()));
        Ok(Beside { before, after })
    }

    /// Creates the file of a new assessment, its answers in the order of `checklist`; `named` is where that lies, if it is
    /// named by a path.
    ///
    /// # Errors
    ///
    /// The team's name is refused, the team has an assessment of that day by that checklist, or the file cannot be written.
    pub fn create(&self, wanted: &Assessment, checklist: &Checklist, named: Option<&Path>) -> Result<AssessmentFile> {
        let path = self.path_for(&wanted.team, wanted.date, &wanted.checklist.id)?;
        let mut wanted = wanted.clone();
        wanted.checklist.path = named.map(|named| relative(&path, named));
        AssessmentFile::create(&path, &wanted, checklist)
    }

    /// Where the assessment of a team on a day by a checklist is kept, or would be.
    ///
    /// # Errors
    ///
    /// As [`Self::admit`].
    pub fn path_for(&self, team: &str, date: Date, checklist: &Id) -> Result<PathBuf> {
        let (dir, own) = self.admit(team)?;
        Ok(series::place(&dir, &own, date, checklist))
    }

    /// The directory of a team that may be new, and what it has.
    ///
    /// # Errors
    ///
    /// The name is refused ([`name::checked_slug`]), another team's files are kept there, or another team's name differs
    /// from it by case alone.
    pub fn admit(&self, team: &str) -> Result<(PathBuf, Vec<Found>)> {
        let slug = name::checked_slug(team)?;
        let mut own = Vec::new();
        for other in self.team_dirs()?.iter().filter(|other| name::folded(other) == name::folded(&slug)) {
            let dir = self.root.join(other);
            let mut there = Listing::default();
            read_team(&dir, &mut there);
            let spelled = |found: &&Found| *other != slug || !name::is_spelled_alike(&found.assessment.team, team);
            if let Some(taken) = there.found.iter().find(spelled) {
                let what = if name::is_spelled_alike(&taken.assessment.team.to_lowercase(), &team.to_lowercase()) {
                    say::name_differs_by_case(team, &taken.assessment.team)
                } else {
                    say::name_taken(team, &taken.assessment.team, dir.display())
                };
                return Err(Error::new(what).hint(say::name_hint()));
            }
            own.extend(there.found);
        }
        Ok((self.root.join(slug), own))
    }

    /// The assessment that a command line names: `-`, a file, `TEAM` or `TEAM:CHECKLIST`, with `~N` or `@YYYY-MM-DD` behind.
    ///
    /// # Errors
    ///
    /// What follows `@` is no date, or the store cannot be read.
    pub fn selector(&self, text: &str) -> Result<Selector> {
        let there = |path: &str| match fs::metadata(self.places.cwd.join(path)) {
            Ok(meta) if meta.is_dir() => There::Other,
            Ok(_) => There::File,
            Err(_) => There::No,
        };
        Selector::parse(text, there, &self.teams())
    }

    /// The team, and the checklist if one is named, of `TEAM` or `TEAM:CHECKLIST`.
    ///
    /// # Errors
    ///
    /// The store cannot be read.
    pub fn team_and_checklist(&self, text: &str) -> Result<(String, Option<Id>)> {
        selector::split(text, &self.teams())
    }

    fn teams(&self) -> Teams<impl Fn(&str) -> Result<bool>, impl Fn(&str) -> Result<bool>> {
        Teams {
            is_called: |name: &str| self.is_called(name),
            is_there: |name: &str| Ok(self.directory_of(name)?.is_some()),
        }
    }

    /// Whether there is a team of that very name, whichever of its letters are capitals: what only shares its directory's
    /// name with one, as `a~1` does with team `a 1`, is another.
    fn is_called(&self, name: &str) -> Result<bool> {
        let Some(dir) = self.directory_of(name)? else { return Ok(false) };
        let lower = name.to_lowercase();
        let is_alike = |team: &str| name::is_spelled_alike(&team.to_lowercase(), &lower);
        let mut files = assessment_files(&dir)?.into_iter();
        Ok(files.any(|path| read_found(path).is_ok_and(|found| is_alike(&found.assessment.team))))
    }

    /// The assessment that is selected, whether or not its checklist can be found; `stdin` gives all of standard input, if
    /// that is it.
    ///
    /// # Errors
    ///
    /// There is no such team or no such assessment of it, or it cannot be read.
    pub fn read(&self, selector: &Selector, stdin: impl FnOnce() -> io::Result<Vec<u8>>) -> Result<AssessmentFile> {
        match selector {
            Selector::Stdin => {
                let shown = "<stdin>";
                let bytes = stdin().doing(shown, say::doing_read)?;
                AssessmentFile::parse(shown, &disk::text(shown, bytes)?)
            }
            // Messages name the file as the user did.
            Selector::Path(path)
                if path.is_relative() && std::env::current_dir().is_ok_and(|cwd| cwd == self.places.cwd) =>
            {
                AssessmentFile::read(path)
            }
            Selector::Path(path) => AssessmentFile::read(&self.places.cwd.join(path)),
            Selector::Team { name, checklist, pick } => {
                AssessmentFile::read(&self.picked(name, checklist.as_ref(), *pick)?.path)
            }
        }
    }

    /// What is in the directory of a team.
    fn in_directory_of(&self, name: &str) -> Result<Listing> {
        let mut listing = Listing::default();
        if let Some(dir) = self.directory_of(name)? {
            read_team(&dir, &mut listing);
            let is_named = name::slug(name) == name;
            listing.found.retain(|found| name::is_same_team(&found.assessment.team, name) || is_named);
            sort(&mut listing.found);
        }
        Ok(listing)
    }

    /// The directory of a team, or the one whose name differs from that by case alone.
    fn directory_of(&self, name: &str) -> Result<Option<PathBuf>> {
        let slug = name::slug(name);
        let own = self.root.join(&slug);
        Ok(if slug.is_empty() {
            None
        } else if own.is_dir() {
            (slug != CHECKLISTS).then_some(own)
        } else {
            let alike = |dir: &String| name::folded(dir) == name::folded(&slug);
            self.team_dirs()?.into_iter().find(alike).map(|dir| self.root.join(dir))
        })
    }

    /// The names of the directories that may be a team's, in order.
    fn team_dirs(&self) -> Result<Vec<String>> {
        let mut dirs = Vec::new();
        for entry in entries(&self.root)? {
            let name = entry.file_name().to_string_lossy().into_owned();
            // What kind of thing it is stands beside its name, but for a link.
            let is_dir =
                entry.file_type().is_ok_and(|kind| kind.is_dir() || kind.is_symlink() && entry.path().is_dir());
            if is_dir && may_be_a_teams(&name) {
                dirs.push(name);
            }
        }
        dirs.sort();
        Ok(dirs)
    }

    fn no_team(&self, name: &str) -> Result<Error> {
        let dirs = self.team_dirs()?;
        // What a directory's first file says, which is read for those alone that are named.
        let called = |dir: &str| -> String {
            let files = assessment_files(&self.root.join(dir)).unwrap_or_default();
            let read = files.first().and_then(|path| AssessmentFile::read(path).ok());
            let own = read.as_ref().map(|file| &*file.assessment().team).filter(|team| name::slug(team) == dir);
            one_line(own.unwrap_or(dir))
        };
        let near = |name: &str| nearest(&name::slug(name), dirs.iter().map(String::as_str));
        let hint = match near(name).or_else(|| near(name.rsplit_once(':')?.0)) {
            Some(near) => say::did_you_mean(called(near)),
            None if dirs.is_empty() => say::no_team_empty(self.root.display()),
            None => few(&dirs, |dir: &String| quoted([called(dir).as_str()]), say::no_team_hint),
        };
        Ok(Error::new(say::no_team(one_line(name))).hint(hint))
    }
}

/// `to` as a file at `from` may name it: relative with forward slashes, so that it reads the same on every system, or
/// absolute where nothing leads from one to the other.
pub fn relative(from: &Path, to: &Path) -> String {
    let whole = |path: &Path| fs::canonicalize(path).or_else(|_| std::path::absolute(path)).unwrap_or(path.to_owned());
    let to = whole(to);
    let dir = whole(from.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new(".")));
    let (there, here): (Vec<Component<'_>>, Vec<Component<'_>>) =
        (to.components().collect(), dir.components().collect());
    let common = there.iter().zip(&here).take_while(|(there, here)| there == here).count();
    if common == 0 {
        return to.display().to_string();
    }
    let up = here.iter().skip(common).map(|_| "..".to_owned());
    let down = there.iter().skip(common).map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// Whether a directory of this name in a store may be a team's.
fn may_be_a_teams(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && name != CHECKLISTS
}

/// A sentence with the first ten of a list, and how many more there are.
fn few<T>(all: &[T], shown: impl Fn(&T) -> String, sentence: fn(String) -> Text) -> Text {
    let named = all.iter().take(10).map(shown).collect::<Vec<_>>().join(", ");
    match all.len().saturating_sub(10) {
        0 => sentence(named),
        more => Text::each(|lang| sentence(say::and_more(lang, &named, more)).get(lang).to_owned()),
    }
}

/// What is in a directory, by name; nothing if it is not there.
fn sorted(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = entries(dir)?.iter().map(fs::DirEntry::path).collect();
    paths.sort();
    Ok(paths)
}

fn entries(dir: &Path) -> Result<Vec<fs::DirEntry>> {
    let entries = match fs::read_dir(dir) {
        Err(missing) if missing.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.doing(dir, say::doing_list)?,
    };
    entries.collect::<io::Result<Vec<fs::DirEntry>>>().doing(dir, say::doing_list)
}

/// The TOML files in a directory, by name. Hidden ones are an editor's or a save's that is under way.
fn toml_files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut files = sorted(dir)?;
    files.retain(|path| {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        !hidden && path.extension().is_some_and(|end| end == "toml") && !path.is_dir()
    });
    Ok(files)
}

fn read_team(dir: &Path, listing: &mut Listing) {
    let files = match assessment_files(dir) {
        Ok(files) => files,
        Err(error) => return listing.broken.push(Broken { path: dir.to_owned(), error }),
    };
    let read = files.into_par_iter().map(|path| (read_found(path.clone()), path));
    for (found, path) in read.collect::<Vec<_>>() {
        match found {
            Ok(found) => listing.found.push(found),
            Err(error) => listing.broken.push(Broken { path, error }),
        }
    }
}

fn sort(found: &mut [Found]) {
    found.sort_by_cached_key(|one| {
        let Assessment { team, date, .. } = &one.assessment;
        (name::slug(team), team.clone(), *date, one.path.clone())
    });
}
