//! The newest assessment of each team by the names of the files, so that no more of them are read than are asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::error::Result;
use crate::model::name;

use super::series::{Dated, assessment_files};
use super::{AssessmentFile, Broken, Found, Listing, Store, read_team};

/// A team's newest assessment.
#[derive(Clone, Debug)]
pub struct Newest {
    /// The assessment.
    pub found: Found,
    /// The file of the one before it, which is not read yet.
    pub before: Option<PathBuf>,
}

/// What a team's directory holds.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The newest assessment, of each checklist for which there are files of their own.
    pub newest: Vec<Newest>,
    /// What cannot be read of what was asked for.
    pub broken: Vec<Broken>,
}

/// Files by what follows the day in their names, oldest first.
type Series = BTreeMap<String, Vec<Dated>>;

impl Store {
    /// The directories of the teams that are named, or of all.
    ///
    /// # Errors
    ///
    /// There is no such team, or the store cannot be read.
    pub fn directories(&self, teams: &[String]) -> Result<Vec<PathBuf>> {
        let all = self.team_dirs()?;
        let mut wanted = Vec::new();
        for team in teams {
            let slug = name::slug(team);
            let own = all.iter().find(|dir| **dir == slug);
            match own.or_else(|| all.iter().find(|dir| name::folded(dir) == name::folded(&slug))) {
                Some(dir) if !wanted.contains(dir) => wanted.push(dir.clone()),
                Some(_) => {}
                None => return Err(self.no_team(team)?),
            }
        }
        let wanted = if teams.is_empty() { all } else { wanted };
        Ok(wanted.into_iter().map(|dir| self.root().join(dir)).collect())
    }

    /// The newest assessments in a team's directory of a day or before. A file that is named by its day is not read but
    /// for the newest; if that is of another day than it is called, every file is.
    pub fn newest_in(&self, dir: &Path, by: Date) -> Kept {
        let named = assessment_files(dir).map(|files| series(&files));
        match named {
            Err(error) => Kept { newest: Vec::new(), broken: vec![Broken { path: dir.to_owned(), error }] },
            Ok(Some(series)) => chosen(series, by).unwrap_or_else(|| by_reading(dir, by)),
            Ok(None) => by_reading(dir, by),
        }
    }

    /// All that a team's directory holds.
    pub fn held_in(dir: &Path) -> Listing {
        let mut listing = Listing::default();
        read_team(dir, &mut listing);
        listing
    }

    /// Every assessment file, by team, then name.
    ///
    /// # Errors
    ///
    /// A directory cannot be read.
    pub fn files(&self) -> Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        for dir in self.directories(&[])? {
            files.extend(assessment_files(&dir)?);
        }
        Ok(files)
    }
}

/// An assessment of the store.
///
/// # Errors
///
/// It cannot be read.
pub fn read_found(path: PathBuf) -> Result<Found> {
    let assessment = AssessmentFile::read(&path)?.into_assessment();
    Ok(Found { path, assessment })
}

/// The files by the names that they have; `None` where one is named otherwise.
fn series(files: &[PathBuf]) -> Option<Series> {
    let mut series = Series::new();
    for path in files {
        let file = Dated::of(path)?;
        series.entry(file.of.clone()).or_default().push(file);
    }
    Some(series)
}

/// The newest file of each series, read; `None` where one is of another day than it is called, and where two are of one
/// checklist.
fn chosen(series: Series, by: Date) -> Option<Kept> {
    let mut kept = Kept::default();
    for mut files in series.into_values() {
        files.retain(|file| file.date <= by);
        files.sort();
        let Some(newest) = files.pop() else { continue };
        match read_found(newest.path.clone()) {
            Ok(found) if found.assessment.date != newest.date => return None,
            Ok(found) => kept.newest.push(Newest { found, before: files.pop().map(|file| file.path) }),
            Err(error) => kept.broken.push(Broken { path: newest.path, error }),
        }
    }
    let ids: BTreeSet<String> = kept.newest.iter().map(|one| one.found.assessment.checklist.id.to_string()).collect();
    (ids.len() == kept.newest.len()).then_some(kept)
}

/// The newest assessment by what the files say, of each checklist.
fn by_reading(dir: &Path, by: Date) -> Kept {
    let listing = Store::held_in(dir);
    let mut of_checklist: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    for found in listing.found {
        of_checklist.entry(found.assessment.checklist.id.to_string()).or_default().push(found);
    }
    let newest = of_checklist.into_values().filter_map(|mut own| {
        own.retain(|found| found.assessment.date <= by);
        own.sort_by(|a, b| (a.assessment.date, &a.path).cmp(&(b.assessment.date, &b.path)));
        Some(Newest { found: own.pop()?, before: own.pop().map(|found| found.path) })
    });
    Kept { newest: newest.collect(), broken: listing.broken }
}
