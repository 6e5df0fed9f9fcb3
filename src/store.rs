//! The store: assessment and checklist files on disk, and how they are found.
//!
//! `STORE/TEAM-SLUG/YYYY-MM-DD.toml` is one team's assessment on one day; `STORE/checklists/*.toml` are the user's own
//! checklists. What a file says counts, not what it is called.

mod answers;
pub mod assessment;
pub mod checklist;
mod disk;
mod edit;
pub mod library;
mod merge;
pub mod name;
mod reader;
mod syntax;
pub mod target;

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::error::{Doing, Error, Result};
use crate::i18n::{Lang, Text, errors};
use crate::model::{Assessment, Checklist, Status};
use crate::text::nearest;

pub use assessment::{AssessmentFile, Saved};
pub use checklist::{checklist_of, read_checklist};
pub use disk::replace;
pub use library::{Listed, Origin};
pub use target::{Pick, Target};

use reader::{bilingual, quoted};
use target::There;

/// The name of a store that belongs to a directory and everything below it.
pub const DIRECTORY: &str = ".opsladder";

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
        let cwd = std::env::current_dir().doing(".", errors::doing_list)?;
        let dirs = directories::ProjectDirs::from("", "", "opsladder");
        Ok(Self { cwd, data_dir: dirs.map(|dirs| dirs.data_dir().to_owned()) })
    }
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
    /// The team, as the file has it.
    pub team: String,
    /// The day that it speaks of.
    pub date: Date,
    /// Draft or final.
    pub status: Status,
    /// Where it is.
    pub path: PathBuf,
    /// All that it says.
    pub assessment: Assessment,
}

/// What a store holds.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// The assessments, by team, then day.
    pub found: Vec<Found>,
    /// The files that cannot be read.
    pub broken: Vec<Error>,
}

/// An assessment with its checklist.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The file.
    pub file: AssessmentFile,
    /// The checklist that it answers.
    pub checklist: Arc<Checklist>,
}

impl Store {
    /// The store at `explicit`, else the nearest `.opsladder` from the working directory upward, else the user's data
    /// directory. Nothing is created.
    ///
    /// # Errors
    ///
    /// There is no place at all, for no home directory is known.
    pub fn locate(explicit: Option<&Path>, places: &Places) -> Result<Self> {
        let nearest = || places.cwd.ancestors().map(|dir| dir.join(DIRECTORY)).find(|dir| dir.is_dir());
        let root = match explicit {
            Some(named) => Some(places.cwd.join(named)),
            None => nearest().or_else(|| places.data_dir.clone()),
        };
        let root = root.ok_or_else(|| Error::new(errors::no_store()).hint(errors::no_store_hint()))?;
        Ok(Self { root, places: places.clone() })
    }

    /// The store's directory.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Every assessment, by team, then day. A store that is not there is empty.
    ///
    /// # Errors
    ///
    /// The store's directory cannot be read. A file that cannot be read is in [`Listing::broken`] instead.
    pub fn list(&self) -> Result<Listing> {
        let mut listing = Listing::default();
        for dir in sorted(&self.root)? {
            let name = dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if name.starts_with('.') || name == name::CHECKLISTS || !dir.is_dir() {
                continue;
            }
            read_team(&dir, &mut listing);
        }
        sort(&mut listing.found);
        Ok(listing)
    }

    /// Every assessment of a team, oldest first.
    ///
    /// # Errors
    ///
    /// There is no such team, or one of its files cannot be read: what the team's newest is would be a guess.
    pub fn team(&self, name: &str) -> Result<Vec<Found>> {
        let own = self.try_team(name)?;
        if own.is_empty() { Err(self.no_team(name)?) } else { Ok(own) }
    }

    /// Every assessment of a team that can be read, oldest first, and what is wrong with the other files beside them.
    ///
    /// # Errors
    ///
    /// There is no such team, or the store cannot be read.
    pub fn team_as_far_as_readable(&self, name: &str) -> Result<Listing> {
        let slug = name::slug(name);
        if !slug.is_empty() && slug != name::CHECKLISTS {
            let mut near = Listing::default();
            read_team(&self.root.join(&slug), &mut near);
            near.found.retain(|found| name::same(&found.team, name) || slug == name);
            if !near.found.is_empty() || !near.broken.is_empty() {
                sort(&mut near.found);
                return Ok(near);
            }
        }
        // Whose the unreadable ones are cannot be told: they are named all the same.
        let mut listing = self.list()?;
        listing.found.retain(|found| name::same(&found.team, name));
        if listing.found.is_empty() { Err(self.no_team(name)?) } else { Ok(listing) }
    }

    /// Creates the file of a new assessment, its answers in the order of `checklist`.
    ///
    /// # Errors
    ///
    /// The team's name is refused, the team has an assessment of that day, or the file cannot be written.
    pub fn create(&self, assessment: &Assessment, checklist: &Checklist) -> Result<AssessmentFile> {
        AssessmentFile::create(&self.path_for(&assessment.team, assessment.date)?, assessment, checklist)
    }

    /// Where the assessment of a team on a day is kept.
    ///
    /// # Errors
    ///
    /// The name is refused ([`name::checked_slug`]), or another team's files are kept there.
    pub fn path_for(&self, team: &str, date: Date) -> Result<PathBuf> {
        let dir = self.root.join(name::checked_slug(team)?);
        let mut there = Listing::default();
        read_team(&dir, &mut there);
        if let Some(other) = there.found.iter().find(|found| !name::same(&found.team, team)) {
            let what = errors::name_taken(team, &other.team, dir.display());
            return Err(Error::new(what).hint(errors::name_hint()));
        }
        Ok(dir.join(format!("{date}.toml")))
    }

    /// The target that a command line names: `-`, a file, `TEAM`, `TEAM~N` or `TEAM@YYYY-MM-DD`.
    ///
    /// # Errors
    ///
    /// What follows `@` is no date, or the store cannot be read.
    pub fn target(&self, text: &str) -> Result<Target> {
        let there = |path: &str| match fs::metadata(self.places.cwd.join(path)) {
            Ok(meta) if meta.is_dir() => There::Other,
            Ok(_) => There::File,
            Err(_) => There::No,
        };
        Target::parse(text, there, |name| Ok(!self.try_team(name)?.is_empty()))
    }

    /// The file of a target.
    ///
    /// # Errors
    ///
    /// There is no such team or no such assessment of it; or the target is standard input.
    pub fn find(&self, target: &Target) -> Result<PathBuf> {
        match target {
            Target::Stdin => Err(Error::new(errors::stdin_has_no_file()).hint(errors::stdin_not_saved_hint())),
            Target::Path(path) => Ok(self.places.cwd.join(path)),
            Target::Team { name, pick } => Ok(self.picked(name, *pick)?.path),
        }
    }

    /// The assessment of a target with its checklist; `stdin` gives all of standard input, if that is the target.
    ///
    /// # Errors
    ///
    /// It is not there or cannot be read, its checklist is not found, or the two do not fit.
    pub fn open(&self, target: &Target, stdin: impl FnOnce() -> io::Result<Vec<u8>>) -> Result<Opened> {
        let file = self.read(target, stdin)?;
        let checklist = self.checklist_for(&file.assessment().checklist, file.path())?;
        file.fits(&checklist)?;
        Ok(Opened { file, checklist })
    }

    /// The assessment of a target, whether or not its checklist can be found; `stdin` as for [`Store::open`].
    ///
    /// # Errors
    ///
    /// It is not there or cannot be read.
    pub fn read(&self, target: &Target, stdin: impl FnOnce() -> io::Result<Vec<u8>>) -> Result<AssessmentFile> {
        match target {
            Target::Stdin => {
                let shown = "<stdin>";
                let bytes = stdin().doing(shown, errors::doing_read)?;
                AssessmentFile::parse(shown, &disk::text(shown, bytes)?)
            }
            // Messages name the file as the user did.
            Target::Path(path)
                if path.is_relative() && std::env::current_dir().is_ok_and(|cwd| cwd == self.places.cwd) =>
            {
                AssessmentFile::read(path)
            }
            other => AssessmentFile::read(&self.find(other)?),
        }
    }

    /// The assessments of a team, if there is one of that name or slug.
    fn try_team(&self, name: &str) -> Result<Vec<Found>> {
        // Nearly always they are where the name says; then the rest of the store need not be read.
        let slug = name::slug(name);
        if !slug.is_empty() && slug != name::CHECKLISTS {
            let mut near = Listing::default();
            read_team(&self.root.join(&slug), &mut near);
            if near.found.is_empty() && !near.broken.is_empty() {
                return Err(near.broken.swap_remove(0));
            }
            if near.found.iter().any(|found| name::same(&found.team, name)) || slug == name && !near.found.is_empty() {
                near.found.retain(|found| name::same(&found.team, name) || slug == name);
                return near.broken.pop().map_or(Ok(()), Err).map(|()| {
                    sort(&mut near.found);
                    near.found
                });
            }
        }
        let mut found = self.list()?.found;
        found.retain(|found| name::same(&found.team, name));
        Ok(found)
    }

    fn picked(&self, name: &str, pick: Pick) -> Result<Found> {
        let mut own = self.team(name)?;
        let at = match pick {
            Pick::Newest => own.len().checked_sub(1),
            Pick::Before(count) => own.len().checked_sub(1).and_then(|last| last.checked_sub(count)),
            Pick::On(day) => own.iter().rposition(|found| found.date <= day),
        };
        if let Some(at) = at {
            return Ok(own.swap_remove(at));
        }
        let what = match pick {
            Pick::On(day) => errors::none_by_day(name, day),
            _ => errors::not_that_many(name, own.len()),
        };
        let dates: Vec<String> = own.iter().rev().map(|found| found.date.to_string()).collect();
        let dates = few(&dates);
        Err(Error::new(what).hint(bilingual(|lang| errors::dates_hint(dates.get(lang)))))
    }

    fn no_team(&self, name: &str) -> Result<Error> {
        let mut teams: Vec<String> = self.list()?.found.into_iter().map(|found| found.team).collect();
        teams.dedup();
        let hint = match nearest(name, teams.iter().map(String::as_str)) {
            Some(near) => errors::no_team_nearest(near),
            None if teams.is_empty() => errors::no_team_empty(self.root.display()),
            None => {
                let teams: Vec<String> = teams.iter().map(|team| quoted([team.as_str()])).collect();
                let teams = few(&teams);
                bilingual(|lang| errors::no_team_hint(teams.get(lang)))
            }
        };
        Ok(Error::new(errors::no_team(crate::text::one_line(name))).hint(hint))
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

/// The first ten of a list, and how many more there are.
fn few(all: &[String]) -> Text {
    let shown = all.iter().take(10).cloned().collect::<Vec<_>>().join(", ");
    match all.len().saturating_sub(10) {
        0 => Text::plain(shown),
        more => Text::both(errors::and_more(&shown, more).get(Lang::En), errors::and_more(&shown, more).get(Lang::Zh)),
    }
}

/// What is in a directory, by name; nothing if it is not there.
fn sorted(dir: &Path) -> Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(dir) {
        Err(missing) if missing.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.doing(dir, errors::doing_list)?,
    };
    let paths: io::Result<Vec<PathBuf>> = entries.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut paths = paths.doing(dir, errors::doing_list)?;
    paths.sort();
    Ok(paths)
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
    let files = match toml_files(dir) {
        Ok(files) => files,
        Err(error) => return listing.broken.push(error),
    };
    for path in files {
        match AssessmentFile::read(&path) {
            Ok(file) => {
                let assessment = file.assessment().clone();
                let team = assessment.team.clone();
                listing.found.push(Found { team, date: assessment.date, status: assessment.status, path, assessment });
            }
            Err(error) => listing.broken.push(error),
        }
    }
}

fn sort(found: &mut [Found]) {
    found.sort_by_cached_key(|one| (name::slug(&one.team), one.team.clone(), one.date, one.path.clone()));
}
