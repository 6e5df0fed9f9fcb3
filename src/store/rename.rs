//! Giving a team another name: in each of its files, and the directory that they lie in; all of it or nothing.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Doing, Error, Result};
use crate::i18n::say;
use crate::model::name;
use crate::text::one_line;

use super::disk::{self, Lock, Ready};
use super::series::assessment_files;
use super::{AssessmentFile, Store, sorted};

impl Store {
    /// Gives the team whose files lie beside `path` another name; gives the directory where they lie then. Remarks, unknown
    /// keys and layout stay.
    ///
    /// # Errors
    ///
    /// The name is refused ([`name::checked_slug`]) or taken; another program keeps the files locked; one of them cannot be
    /// read, is of another team, or cannot be written. Everything is as it was.
    pub fn rename(&self, path: &Path, new: &str) -> Result<PathBuf> {
        let slug = name::checked_slug(new)?;
        let (own, _) = self.place_of(path)?;
        let dir = self.root().join(&own);
        let alike = |other: &PathBuf| {
            let other = other.file_name().unwrap_or_default().to_string_lossy();
            other != own && name::is_same_team(&other, new)
        };
        if let Some(taken) = sorted(self.root())?.into_iter().find(alike) {
            return Err(Error::new(say::rename_taken(one_line(new), taken.display())).hint(say::name_hint()));
        }
        let paths = assessment_files(&dir)?;
        let places: BTreeSet<PathBuf> = paths.iter().map(|path| disk::resolve(path)).collect();
        let homes: BTreeSet<&Path> = places.iter().filter_map(|place| place.parent()).collect();
        let locks = homes.into_iter().map(|home| Lock::wait(&home.join("*"))).collect::<Result<Vec<Lock>>>()?;
        let files = paths.iter().map(|path| AssessmentFile::read(path)).collect::<Result<Vec<_>>>()?;
        let own_name = AssessmentFile::read(path)?.into_assessment().team;
        if let Some(other) = files.iter().find(|file| !name::is_same_team(&file.assessment().team, &own_name)) {
            let what = say::rename_other_team(other.shown(), one_line(&other.assessment().team));
            return Err(Error::new(what).hint(say::rename_other_team_hint()));
        }
        // What may well fail is done beside the files first; then they change places with them.
        let mut ready = Vec::new();
        for (path, file) in paths.iter().zip(&files) {
            let renamed = file.of_team(new)?;
            if renamed != file.text() {
                ready.push((path, file.text(), disk::ready(path, &renamed)?));
            }
        }
        let mut changed = Vec::new();
        let mut put = |(path, old, ready): (_, _, Ready)| ready.put().map(|()| changed.push((path, old)));
        let put = ready.into_iter().try_for_each(&mut put);
        // Not everywhere can a directory be renamed while a file in it is open.
        drop(locks);
        let there = self.root().join(&slug);
        let moved =
            put.and_then(
                |()| if there == dir { Ok(()) } else { fs::rename(&dir, &there).doing(&there, say::doing_create) },
            );
        if moved.is_err() {
            for (path, old) in changed {
                // What could be written a moment ago can be written back; if not, the first error says more.
                let _ = disk::replace(path, old);
            }
        }
        moved.map(|()| there)
    }
}
