//! The trash of a store: what was deleted, byte for byte, until somebody brings it back or clears it out.
//!
//! It is `STORE/.trash/TEAM-SLUG/…`. A name with a dot in front is never taken for a team's, so nothing in it is listed or
//! scored; its own `.gitignore` keeps it out of a repository.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::{Doing, Error, Result};
use crate::i18n::say;
use crate::model::name;

use super::disk::{self, Lock, numbered};
use super::{Store, TRASH, may_be_a_teams};

/// A file that was deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trashed {
    /// Where it was.
    pub from: PathBuf,
    /// Where it is now.
    pub to: PathBuf,
}

impl Store {
    /// Moves a file of a team into the trash, beside what is there of the same name; a team's directory goes with its last
    /// file.
    ///
    /// # Errors
    ///
    /// It is not a file of a team of this store, another program keeps it locked, or it cannot be moved; it is where it was.
    pub fn discard(&self, path: &Path) -> Result<Trashed> {
        let (team, file) = self.place_of(path)?;
        fs::symlink_metadata(path).doing(path, say::doing_delete)?;
        let lock = Lock::wait(&disk::resolve(path))?;
        let trash = self.root().join(TRASH);
        let dir = trash.join(&team);
        fs::create_dir_all(&dir).doing(&dir, say::doing_create)?;
        let ignored = trash.join(".gitignore");
        if !ignored.exists() {
            disk::create(&ignored, "*\n")?;
        }
        let mut nth = 1;
        let to = loop {
            let to = numbered(&dir.join(&file), nth);
            match disk::shift(path, &to) {
                Err(there) if there.kind() == io::ErrorKind::AlreadyExists => nth += 1,
                moved => break moved.map(|()| to).doing(path, say::doing_delete)?,
            }
        };
        drop(lock);
        // One that is not empty stays.
        let _ = path.parent().map(fs::remove_dir);
        Ok(Trashed { from: path.to_owned(), to })
    }

    /// Moves a file from the trash back to where it was.
    ///
    /// # Errors
    ///
    /// There is another one by now, or a team whose name differs from its team's by case alone; or it cannot be moved. It
    /// is still in the trash.
    pub fn restore(&self, trashed: &Trashed) -> Result<()> {
        let Trashed { from, to } = trashed;
        let (team, _) = self.place_of(from)?;
        let alike = |other: &&String| **other != team && name::folded(other) == name::folded(&team);
        if let Some(other) = self.team_dirs()?.iter().find(alike) {
            return Err(Error::new(say::name_differs_by_case(&team, other)).hint(say::still_in_trash(to.display())));
        }
        let dir = self.root().join(team);
        fs::create_dir_all(&dir).doing(&dir, say::doing_create)?;
        let _lock = Lock::wait(from)?;
        match disk::shift(to, from) {
            Err(there) if there.kind() == io::ErrorKind::AlreadyExists => {
                Err(Error::new(say::file_exists(from.display())).hint(say::still_in_trash(to.display())))
            }
            other => other.doing(from, say::doing_restore),
        }?;
        // As a trash without anything in it looks: the directories of its teams go with their last file.
        let _ = to.parent().map(fs::remove_dir);
        Ok(())
    }

    /// The directory and the name of a file that lies where this store keeps a team's.
    pub(super) fn place_of(&self, path: &Path) -> Result<(String, PathBuf)> {
        let below = path.strip_prefix(self.root()).ok();
        let parts = below.and_then(|below| Some((below.parent()?.to_str()?, below.file_name()?)));
        let own = parts.filter(|(dir, _)| may_be_a_teams(dir) && Path::new(dir).components().count() == 1);
        own.map(|(dir, file)| (dir.to_owned(), file.into())).ok_or_else(|| {
            Error::new(say::not_of_a_team(path.display(), self.root().display())).hint(say::not_of_a_team_hint())
        })
    }
}
