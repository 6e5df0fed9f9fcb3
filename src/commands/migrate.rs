//! `migrate`: carries an assessment over to another version of its checklist, into a new file.

use std::path::{Path, PathBuf};

use super::output::{self, Stop};
use super::{Context, DONE, day};
use crate::cli::{Format, Migrate};
use crate::error::{Error, Result};
use crate::i18n::say;
use crate::migrate::migrate;
use crate::model::Assessment;
use crate::page::versions::{self, Migrated};
use crate::report::json;
use crate::store::{AssessmentFile, Edition, relative};
use crate::text::one_line;

pub(super) fn run(context: &Context, wanted: &Migrate) -> std::result::Result<u8, Stop> {
    let file = context.read(&wanted.target)?;
    let Edition { checklist, file: named } = match &wanted.to {
        Some(named) => context.library.named(named)?,
        None => context.library.present_for(&file)?,
    };
    let old = file.assessment();
    let date = day(&wanted.date, context.today)?;
    let made_with = context.library.exactly_as_answered(&file);
    let mut migration = migrate(old, made_with.as_deref(), &checklist, None, date, context.lang);
    let mut path = None;
    if migration.differs {
        if date < old.date {
            let what = say::migrated_before(date, old.date);
            return Err(Error::new(what).hint(say::migrated_before_hint()).into());
        }
        path = place(context, &file, &migration.assessment, wanted)?;
    }
    let written = path.as_deref().filter(|_| migration.differs && !wanted.dry_run);
    if let Some(path) = written {
        migration.assessment.checklist.path = named.map(|named| relative(path, &named));
        file.copy_to(path, &migration.assessment, &checklist)?;
    }
    let shown = path.as_deref().map(|path| path.display().to_string());
    let page = Migrated {
        old,
        made_with: made_with.as_deref(),
        new: &checklist,
        migration: &migration,
        path: shown.as_deref(),
        written: written.is_some(),
    };
    match wanted.format {
        Format::Json => output::print(&json::versions::migration(page, context.lang))?,
        Format::Text if migration.differs => output::page(context, &versions::migration(page, context.lang))?,
        Format::Text => {
            let same = say::same_already(one_line(&wanted.target), checklist.id(), checklist.version());
            output::print(&format!("{}\n", same.get(context.lang)))?;
        }
    }
    Ok(DONE)
}

/// Where the new file goes; `None` in a dry run that does not need to know.
fn place(context: &Context, file: &AssessmentFile, new: &Assessment, wanted: &Migrate) -> Result<Option<PathBuf>> {
    let refuse = |what, hint| Err(Error::new(what).hint(hint));
    let path = match &wanted.output {
        Some(path) if path == Path::new("-") => return refuse(say::migrated_stdout(), say::migrated_exists_hint()),
        Some(path) => path.clone(),
        None => {
            let own = file.path().and_then(Path::parent).and_then(|dir| dir.canonicalize().ok());
            let path = context.store.path_for(&new.team, new.date, &new.checklist.id)?;
            let kept = path.parent().and_then(|dir| dir.canonicalize().ok());
            if own.is_none() || own != kept {
                if wanted.dry_run {
                    return Ok(None);
                }
                return refuse(say::migrated_nowhere(one_line(&wanted.target)), say::migrated_nowhere_hint());
            }
            path
        }
    };
    let hint = if wanted.output.is_some() { say::migrated_exists_hint() } else { say::migrated_place_hint() };
    let same = |other: &Path| other.canonicalize().ok().zip(path.canonicalize().ok()).is_some_and(|(a, b)| a == b);
    if file.path().is_some_and(same) {
        return refuse(say::migrated_same(path.display()), hint);
    }
    if path.exists() {
        return refuse(say::migrated_exists(path.display()), hint);
    }
    Ok(Some(path))
}
