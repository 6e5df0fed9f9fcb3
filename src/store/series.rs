//! A team's assessments by checklist: what a file is called, which checklist is the team's first, and which assessment
//! is picked of one checklist's.
//!
//! What a file is of is told by what it says; the name keeps files of one day apart.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::error::{Error, Result};
use crate::i18n::say;
use crate::model::{Assessment, Id, Status, date, name};
use crate::text::{nearest, one_line};

use super::reader::quoted;
use super::{AssessmentFile, Found, Listing, Pick, Store, few, read_found, toml_files};

/// What lies beside an assessment and is none: `STEM.proposals.toml`, and `sources.toml`.
const PROPOSALS: &str = "proposals";
const SOURCES: &str = "sources";

/// A file by its name; in the order of their days.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Dated {
    /// The day.
    pub(super) date: Date,
    /// What follows it: of the team's first checklist nothing, of another its id.
    pub(super) of: String,
    /// The file.
    pub(super) path: PathBuf,
}

impl Dated {
    /// What a file is called; `None` where that does not begin with a day.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let stem = path.file_stem()?.to_str()?;
        let (day, of) = stem.split_once('.').unwrap_or((stem, ""));
        Some(Self { date: date::written(day)?, of: of.to_owned(), path: path.to_owned() })
    }
}

/// The day that a file is named by.
pub fn day_of(path: &Path) -> Option<Date> {
    Dated::of(path).map(|file| file.date)
}

/// The assessment files in a team's directory, by name.
pub(super) fn assessment_files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut files = toml_files(dir)?;
    files.retain(|path| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        stem != SOURCES && stem.rsplit_once('.').is_none_or(|(_, kind)| kind != PROPOSALS)
    });
    Ok(files)
}

/// What the file of an assessment by the checklist `id` is called in `dir`, where the team has `own` ones: the day alone
/// where that is the team's first checklist, which is the one of its oldest file that is called so. One that is there
/// already is where it is.
pub(super) fn place(dir: &Path, own: &[Found], date: Date, id: &Id) -> PathBuf {
    let is_by = |found: &&Found| found.assessment.checklist.id == *id;
    if let Some(there) = own.iter().filter(is_by).find(|found| found.assessment.date == date) {
        return there.path.clone();
    }
    let day_alone = |found: &&Found| Dated::of(&found.path).is_some_and(|file| file.of.is_empty());
    let first = own.iter().filter(day_alone).min_by_key(|found| found.assessment.date);
    let is_first = first.map_or_else(|| !own.iter().any(|found| is_by(&found)), |first| is_by(&first));
    let plain = dir.join(format!("{date}.toml"));
    if is_first && own.iter().all(|found| found.path != plain) {
        return plain;
    }
    // An id that was read of a file may be anything, and none may pass for what is no assessment.
    let of = Some(name::slug(id.as_str())).filter(|of| of != PROPOSALS).unwrap_or(format!("checklist-{PROPOSALS}"));
    dir.join(format!("{date}.{of}.toml"))
}

/// The assessment that is picked of those by one checklist: by `checklist`, else by that of the newest. They come from the
/// newest to the oldest; `None` as soon as one of them leaves it open, and where there is none.
fn picked(newest_first: impl Iterator<Item = Option<Found>>, checklist: Option<&Id>, pick: Pick) -> Option<Found> {
    let mut checklist = checklist.cloned();
    let mut newer = 0;
    for found in newest_first {
        let found = found?;
        if !pick.reaches(found.assessment.date) {
            continue;
        }
        if found.assessment.checklist.id != *checklist.get_or_insert_with(|| found.assessment.checklist.id.clone()) {
            continue;
        }
        let is_it = match pick {
            Pick::Newest | Pick::On(_) => true,
            Pick::Before(count) => newer == count,
        };
        if is_it {
            return Some(found);
        }
        newer += 1;
    }
    None
}

impl Store {
    /// The assessment of a team that a target names.
    ///
    /// # Errors
    ///
    /// There is no such team, nothing by that checklist or that far back, a file cannot be read, or the target leaves open
    /// which checklist is meant.
    pub(super) fn picked(&self, team: &str, checklist: Option<&Id>, pick: Pick) -> Result<Found> {
        if let Some(found) = self.picked_by_name(team, checklist, pick) {
            return Ok(found);
        }
        let own = self.team(team)?.whole()?;
        let checklist = meant(&own, team, checklist, pick)?;
        let several = checklists(&own).len() > 1;
        let mut dates = Vec::new();
        let newest_first = own.into_iter().rev().inspect(|found| {
            if found.assessment.checklist.id == checklist {
                dates.push(found.assessment.date.to_string());
            }
        });
        if let Some(found) = picked(newest_first.map(Some), Some(&checklist), pick) {
            return Ok(found);
        }
        let shown = if several { name::with_checklist(team, &checklist) } else { one_line(team) };
        let what = match pick {
            Pick::On(day) => say::none_by_day(shown, day),
            Pick::Newest | Pick::Before(_) => say::not_that_many(shown, dates.len()),
        };
        Err(Error::new(what).hint(few(&dates, Clone::clone, say::dates_hint)))
    }

    /// The same by the names of the files, of which none that is older is read; `None` where they leave open which it is:
    /// then all of them have to be read.
    fn picked_by_name(&self, team: &str, checklist: Option<&Id>, pick: Pick) -> Option<Found> {
        let files = assessment_files(&self.root().join(name::slug(team))).ok()?;
        let mut files = files.iter().map(|path| Dated::of(path)).collect::<Option<Vec<Dated>>>()?;
        files.sort();
        files.retain(|file| pick.reaches(file.date));
        if checklist.is_none() && matches!(files.as_slice(), [.., one, other] if one.date == other.date) {
            return None;
        }
        // Every newer one has to be what it is called, or it would be passed over by a guess.
        let read = files.into_iter().rev().map(|file| {
            let found = read_found(file.path).ok()?;
            let own = &found.assessment;
            let is_own = own.date == file.date && (name::is_same_team(&own.team, team) || name::slug(team) == team);
            is_own.then_some(found)
        });
        picked(read, checklist, pick)
    }

    /// The team's assessments by one checklist, oldest first: by `checklist`, else by that of the newest; the other files
    /// cannot be read. And which checklists the team has beside it.
    ///
    /// # Errors
    ///
    /// There is no such team or nothing by that checklist, or it is open which one is meant.
    pub fn series(&self, team: &str, checklist: Option<&Id>) -> Result<(Listing, Vec<Id>)> {
        let mut listing = self.team(team)?;
        if listing.found.is_empty() {
            return Ok((listing, Vec::new()));
        }
        let checklist = meant(&listing.found, team, checklist, Pick::Newest)?;
        let mut others = checklists(&listing.found);
        others.retain(|id| *id != checklist);
        listing.found.retain(|found| found.assessment.checklist.id == checklist);
        Ok((listing, others))
    }

    /// The checklists that the team of a file has beside the one that it answers.
    pub fn other_checklists(&self, file: &AssessmentFile) -> Vec<Id> {
        let own = file.assessment();
        let dir = file.path().and_then(Path::parent).map(assessment_files);
        let named: Vec<Option<Dated>> = dir.and_then(Result::ok).iter().flatten().map(|path| Dated::of(path)).collect();
        // The rule is that one name for a checklist is all there is.
        if named.iter().all(|file| file.as_ref().is_some_and(|file| file.of.is_empty())) {
            return Vec::new();
        }
        let listing = self.team(&own.team).unwrap_or_default();
        let mut others = checklists(&listing.found);
        others.retain(|id| *id != own.checklist.id);
        others
    }

    /// The checklist that a team used last: of several of one day the team's first.
    ///
    /// # Errors
    ///
    /// The newest cannot be read.
    pub fn used_last(&self, team: &str) -> Result<Option<AssessmentFile>> {
        let own = self.in_directory_of(team)?.whole()?;
        let newest = own.iter().map(|found| found.assessment.date).max();
        let of_that_day = own.iter().filter(|found| Some(found.assessment.date) == newest);
        // The shortest name is the one with the day alone.
        let last = of_that_day.min_by_key(|found| found.path.as_os_str().len());
        last.map(|found| AssessmentFile::read(&found.path)).transpose()
    }
}

/// The checklists of assessments, by id.
fn checklists<'a>(own: impl IntoIterator<Item = &'a Found>) -> Vec<Id> {
    let mut ids: Vec<Id> = own.into_iter().map(|found| found.assessment.checklist.id.clone()).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// The checklist of a team that is meant: the one that is named, else that of the newest of its `own` assessments.
fn meant(own: &[Found], team: &str, checklist: Option<&Id>, pick: Pick) -> Result<Id> {
    let all = checklists(own);
    if let Some(wanted) = checklist {
        return if all.contains(wanted) {
            Ok(wanted.clone())
        } else {
            let near = nearest(wanted.as_str(), all.iter().map(Id::as_str));
            let hint = match near {
                Some(near) => say::did_you_mean(form(team, &Id::foreign(near), pick)),
                None => few(&all, |id| quoted([form(team, id, pick).as_str()]), say::models_hint),
            };
            Err(Error::new(say::no_such_model(one_line(team), one_line(wanted.as_str()))).hint(hint))
        };
    }
    match newest(own.iter(), pick) {
        Some(found) => Ok(found?.assessment.checklist.id.clone()),
        None => Err(Error::new(say::no_team(one_line(team)))),
    }
}

/// The newest of a team's assessments, of a target with a day the newest by then; an error where those of that day are by several checklists.
fn newest<'a>(own: impl Iterator<Item = &'a Found> + Clone, pick: Pick) -> Option<Result<&'a Found>> {
    let by_then = own.clone().filter(|found| pick.reaches(found.assessment.date));
    let newest = by_then.max_by_key(|found| found.assessment.date);
    let newest = newest.or_else(|| own.clone().max_by_key(|found| found.assessment.date))?;
    let Assessment { team, date, .. } = &newest.assessment;
    let several = checklists(own.filter(|found| found.assessment.date == *date));
    Some(match several.as_slice() {
        [_] => Ok(newest),
        several => {
            let what = say::several_models(one_line(team), date);
            let forms: Vec<String> = several.iter().map(|id| form(team, id, pick)).collect();
            Err(Error::new(what).hint(say::models_hint(quoted(forms.iter().map(String::as_str)))))
        }
    })
}

impl Listing {
    /// The newest draft, if there is one; of one team.
    ///
    /// # Errors
    ///
    /// It is open which one that is: there are drafts by several checklists of that day.
    pub fn newest_draft(&self) -> Result<Option<&Found>> {
        newest(self.found.iter().filter(|found| found.assessment.status == Status::Draft), Pick::Newest).transpose()
    }
}

fn form(team: &str, checklist: &Id, pick: Pick) -> String {
    let pick = match pick {
        Pick::Newest => String::new(),
        Pick::Before(count) => format!("~{count}"),
        Pick::On(day) => format!("@{day}"),
    };
    format!("{}{pick}", name::with_checklist(team, checklist))
}
