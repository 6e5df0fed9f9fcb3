//! `list`: the store's assessments.

use rayon::prelude::*;

use super::Context;
use super::output::{self, Stop};
use super::progress::Progress;
use crate::cli::Format;
use crate::error::Error;
use crate::i18n::say;
use crate::model::name;
use crate::page::listing::{self, Listed};
use crate::report::json;
use crate::scoring;
use crate::store::{Found, Store};

pub(super) fn run(context: &Context, format: Format) -> std::result::Result<u8, Stop> {
    let dirs = context.store.directories(&[])?;
    let progress = Progress::new(context.lang);
    // Team by team, so that what is read of one need not be kept.
    let read = dirs.par_iter().map(|dir| {
        let listing = Store::held_in(dir);
        let broken: Vec<Error> = listing.broken.into_iter().map(|broken| broken.error).collect();
        let rows: Vec<(Listed, Option<Error>)> =
            listing.found.into_par_iter().map(|found| row(context, found)).collect();
        progress.step(dirs.len());
        (rows, broken)
    });
    let (mut rows, mut trouble, mut unread) = (Vec::new(), Vec::new(), Vec::new());
    for (own, broken) in read.collect::<Vec<_>>() {
        trouble.extend(broken);
        for (row, problem) in own {
            rows.push(row);
            unread.extend(problem);
        }
    }
    trouble.extend(unread);
    rows.sort_by_cached_key(|row| {
        let Listed { team, checklist: (id, _), date, path, .. } = row;
        (name::slug(team), team.clone(), id.clone(), date.clone(), path.clone())
    });
    drop(progress);
    match format {
        Format::Json => output::print(&json::listing::json(&rows))?,
        Format::Text if rows.is_empty() => {
            if trouble.is_empty() {
                // No error: it is how everybody starts.
                let what = say::store_empty(context.store.root().display());
                output::remark(&what, &say::store_empty_hint(), context.lang);
            }
        }
        Format::Text => {
            let root = context.store.root().display().to_string();
            output::page(context, &listing::assessments(&rows, &root, context.lang))?;
        }
    }
    Ok(context.done(&trouble))
}

fn row(context: &Context, found: Found) -> (Listed, Option<Error>) {
    let mut row = Listed {
        team: found.assessment.team.clone(),
        date: found.assessment.date.to_string(),
        checklist: (found.assessment.checklist.id.clone(), found.assessment.checklist.version.clone()),
        status: found.assessment.status,
        result: None,
        path: found.path.display().to_string(),
        short: context.store.short(&found.path),
    };
    match context.library.read(found) {
        Ok(reading) => {
            let score = scoring::score(&reading.checklist, &reading.assessment);
            row.result = Some((score.grade(), score.max_level, score.coverage));
            (row, None)
        }
        Err(error) => (row, Some(error)),
    }
}
