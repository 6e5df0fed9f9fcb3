//! Checklists: the built-in one, the user's own, and how an assessment finds the one that it answers.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use semver::Version;

use crate::error::{Error, Result};
use crate::i18n::{Lang, Text, errors};
use crate::model::{Checklist, ChecklistRef, Id};

use super::checklist::{peek_id, read_checklist};
use super::reader::quoted;
use super::{AssessmentFile, Store, disk, name, toml_files};

/// Every checklist that comes with the program: the name that problems are shown under, and the text.
const BUILT_IN: &[(&str, &str)] = &[("operations.toml", include_str!("../../checklists/operations.toml"))];

static PARSED: LazyLock<Vec<Result<Arc<Checklist>>>> =
    LazyLock::new(|| BUILT_IN.iter().map(|(shown, text)| read_checklist(shown, text).map(Arc::new)).collect());

/// A checklist that can be chosen.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its id.
    pub id: Id,
    /// The version of its content.
    pub version: Version,
    /// Its title.
    pub title: Text,
    /// Where it is from.
    pub origin: Origin,
    /// Whether its id leads to another one, which is looked up first.
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

/// What came of looking for an id.
enum Lookup {
    Found(Arc<Checklist>),
    /// Not found; a file that may have the id and cannot be read.
    Missing {
        unreadable: Option<PathBuf>,
    },
}

impl Store {
    /// The checklist with that id: of the store, else of the user's data directory, else built in.
    ///
    /// # Errors
    ///
    /// There is none, or the file that has the id has problems.
    pub fn checklist(&self, id: &Id) -> Result<Checklist> {
        match self.lookup(id, None)? {
            Lookup::Found(checklist) => Ok(Arc::unwrap_or_clone(checklist)),
            Lookup::Missing { unreadable } => Err(self.no_checklist(id, None, unreadable.as_deref())),
        }
    }

    /// The checklist that a command line names by a file or an id; with the file if it was one.
    ///
    /// # Errors
    ///
    /// It is not there, or has problems.
    pub fn checklist_named(&self, id_or_path: &str) -> Result<(Checklist, Option<PathBuf>)> {
        let path = self.places.cwd.join(id_or_path);
        let is_toml = Path::new(id_or_path).extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
        if is_toml || id_or_path.contains(std::path::is_separator) || path.is_file() {
            return Ok((read_checklist(id_or_path, &disk::read_text(&path)?)?, Some(path)));
        }
        Ok((self.checklist(&Id::foreign(id_or_path))?, None))
    }

    /// The text of a built-in checklist, for people to start their own from.
    pub fn built_in_text(id: &Id) -> Option<&'static str> {
        let mut all = BUILT_IN.iter().zip(PARSED.iter());
        all.find(|(_, parsed)| parsed.as_ref().is_ok_and(|one| one.id() == id)).map(|((_, text), _)| *text)
    }

    /// Every checklist that can be chosen, in the order in which they are looked up; and what is wrong with the others.
    pub fn checklists(&self) -> (Vec<Listed>, Vec<Error>) {
        let (mut listed, mut broken) = (Vec::<Listed>::new(), Vec::new());
        let mut add = |checklist: &Checklist, origin: Origin| {
            let shadowed = listed.iter().any(|earlier| earlier.id == *checklist.id());
            listed.push(Listed {
                id: checklist.id().clone(),
                version: checklist.version().clone(),
                title: checklist.parts().title.clone(),
                origin,
                shadowed,
            });
        };
        for dir in self.checklist_dirs() {
            match toml_files(&dir) {
                Err(error) => broken.push(error),
                Ok(files) => {
                    for path in files {
                        match read_file(&path) {
                            Ok(checklist) => add(&checklist, Origin::File(path)),
                            Err(error) => broken.push(error),
                        }
                    }
                }
            }
        }
        for parsed in PARSED.iter() {
            match parsed {
                Ok(checklist) => add(checklist, Origin::BuiltIn),
                Err(error) => broken.push(error.clone()),
            }
        }
        (listed, broken)
    }

    /// The checklist that an assessment answers; `file` is where that lies, for one that names its checklist by path.
    ///
    /// # Errors
    ///
    /// There is none, or the file that has the id has problems.
    pub fn checklist_for(&self, wanted: &ChecklistRef, file: Option<&Path>) -> Result<Arc<Checklist>> {
        let unreadable = match self.lookup(&wanted.id, Some(wanted))? {
            Lookup::Found(checklist) => return Ok(checklist),
            Lookup::Missing { unreadable } => unreadable,
        };
        let missing = |path| Err(self.no_checklist(&wanted.id, path, unreadable.as_deref()));
        let Some(path) = &wanted.path else { return missing(None) };
        let path = self.beside(file, path);
        if path.exists() { read_file(&path).map(Arc::new) } else { missing(Some(&path)) }
    }

    /// The text that an assessment was made with, byte for byte, where it is still to be found; in a file that says no
    /// digest, one of the same version.
    pub fn made_with(&self, file: &AssessmentFile) -> Option<Arc<Checklist>> {
        let wanted = &file.assessment().checklist;
        let best = self.checklist_as_answered(wanted, file.path()).ok()?;
        let fits = match &wanted.digest {
            Some(digest) => digest == best.digest(),
            None => wanted.version == best.version().to_string(),
        };
        fits.then_some(best)
    }

    /// The checklist that an assessment's id leads to now, in its newest version where one directory has several; with
    /// the file, if it was found by the path that the assessment names.
    ///
    /// # Errors
    ///
    /// There is none, or its file has problems.
    pub fn present(&self, file: &AssessmentFile) -> Result<(Checklist, Option<PathBuf>)> {
        let wanted = &file.assessment().checklist;
        for dir in self.checklist_dirs() {
            let own = toml_files(&dir)?.into_iter().filter(|path| {
                disk::read_text(path).ok().as_deref().and_then(peek_id).is_some_and(|id| id == wanted.id)
            });
            let read: Vec<Result<Checklist>> = own.map(|path| read_file(&path)).collect();
            let rank = |one: &Result<Checklist>| one.as_ref().ok().map(|one| one.version().clone());
            if let Some(newest) = read.into_iter().max_by_key(rank) {
                return Ok((newest?, None));
            }
        }
        let path = wanted.path.as_deref().map(|path| self.beside(file.path(), path));
        let checklist = Arc::unwrap_or_clone(self.checklist_for(wanted, file.path())?);
        let built_in = PARSED.iter().flatten().any(|one| *one.id() == wanted.id);
        Ok((checklist, path.filter(|_| !built_in)))
    }

    /// The checklist as it was answered: of the same bytes, else of the same version, wherever it lies; where it is
    /// nowhere any more, the one at hand, as [`Store::checklist_for`].
    ///
    /// For looking back: what an answer meant is told by what was asked, even where a newer version is looked up first.
    ///
    /// # Errors
    ///
    /// As [`Store::checklist_for`].
    pub fn checklist_as_answered(&self, made_with: &ChecklistRef, file: Option<&Path>) -> Result<Arc<Checklist>> {
        let at_hand = self.checklist_for(made_with, file)?;
        let alike = likeness(&at_hand, Some(made_with));
        let files = self.checklist_dirs().into_iter().flat_map(|dir| toml_files(&dir).unwrap_or_default());
        let files = files.chain(made_with.path.as_deref().map(|path| self.beside(file, path)));
        let texts = files.filter_map(|path| disk::read_text(&path).ok().map(|text| (path, text)));
        let own = texts.filter(|(_, text)| peek_id(text).as_ref() == Some(&made_with.id));
        let read = own.filter_map(|(path, text)| read_checklist(&path.display().to_string(), &text).ok().map(Arc::new));
        let built_in = PARSED.iter().flatten().filter(|one| *one.id() == made_with.id).map(Arc::clone);
        // The first of those that are most alike, the one at hand before all others.
        let others = read.chain(built_in).map(|one| (likeness(&one, Some(made_with)), one));
        let best = others.fold((alike, at_hand), |best, one| if one.0 > best.0 { one } else { best });
        Ok(best.1)
    }

    /// A path that the assessment in `file` names, from where that file is.
    fn beside(&self, file: Option<&Path>, path: &str) -> PathBuf {
        let dir = file.and_then(Path::parent).map_or(self.places.cwd.clone(), |dir| self.places.cwd.join(dir));
        dir.join(path)
    }

    fn checklist_dirs(&self) -> Vec<PathBuf> {
        let mut dirs: Vec<PathBuf> = vec![self.root.join(name::CHECKLISTS)];
        dirs.extend(self.places.data_dir.as_ref().map(|dir| dir.join(name::CHECKLISTS)));
        dirs.dedup();
        dirs
    }

    /// The first checklist with that id; where a directory has several, the one that the assessment was made with.
    fn lookup(&self, id: &Id, made_with: Option<&ChecklistRef>) -> Result<Lookup> {
        let mut unreadable = None;
        for dir in self.checklist_dirs() {
            let mut best: Option<(usize, Result<Checklist>)> = None;
            for path in toml_files(&dir)? {
                // A file that cannot be read may be the one, or have nothing to do with it.
                let text = disk::read_text(&path).ok();
                match text.as_deref().and_then(peek_id) {
                    Some(found) if found == *id => {}
                    Some(_) => continue,
                    None => {
                        unreadable.get_or_insert(path);
                        continue;
                    }
                }
                let read = read_file(&path);
                let likeness = read.as_ref().map_or(0, |one| likeness(one, made_with));
                if best.as_ref().is_none_or(|(most, _)| likeness > *most) {
                    best = Some((likeness, read));
                }
            }
            if let Some((_, found)) = best {
                return found.map(|found| Lookup::Found(Arc::new(found)));
            }
        }
        for parsed in PARSED.iter() {
            match parsed {
                Ok(checklist) if checklist.id() == id => return Ok(Lookup::Found(Arc::clone(checklist))),
                Ok(_) => {}
                Err(error) => return Err(error.clone()),
            }
        }
        Ok(Lookup::Missing { unreadable })
    }

    fn no_checklist(&self, id: &Id, path: Option<&Path>, unreadable: Option<&Path>) -> Error {
        let mut places: Vec<String> = self.checklist_dirs().iter().map(|dir| dir.display().to_string()).collect();
        places.extend(path.map(|path| path.display().to_string()));
        let sentence = |lang: Lang| {
            let all = [places.clone(), vec![errors::built_in_checklists().get(lang).to_owned()]].concat();
            let between = match lang {
                Lang::En => ", ",
                Lang::Zh => "、",
            };
            let id = crate::text::one_line(id.as_str());
            errors::no_checklist(id, all.join(between)).get(lang).to_owned()
        };
        let (listed, _) = self.checklists();
        let hint = match unreadable {
            Some(path) => errors::no_checklist_broken(path.display()),
            None => {
                errors::no_checklist_hint(quoted(listed.iter().filter(|one| !one.shadowed).map(|one| one.id.as_str())))
            }
        };
        Error::new(Text::both(sentence(Lang::En), sentence(Lang::Zh))).hint(hint)
    }
}

fn read_file(path: &Path) -> Result<Checklist> {
    read_checklist(&path.display().to_string(), &disk::read_text(path)?)
}

/// How much a checklist looks like the one that an assessment was made with; any sound one beats a broken one.
fn likeness(checklist: &Checklist, made_with: Option<&ChecklistRef>) -> usize {
    let Some(wanted) = made_with else { return 1 };
    let same_bytes = wanted.digest.as_deref() == Some(checklist.digest());
    let same_version = wanted.version == checklist.version().to_string();
    1 + usize::from(same_version) + 2 * usize::from(same_bytes)
}

#[cfg(test)]
mod tests {
    use super::PARSED;

    #[test]
    fn every_built_in_checklist_is_sound() {
        for parsed in PARSED.iter() {
            if let Err(error) = parsed {
                panic!("{error}");
            }
        }
    }
}
