//! `check`: holds assessments to demands, for CI.

use rayon::prelude::*;

use super::output::{self, Stop};
use super::progress::Progress;
use super::{Context, DOES_NOT_HOLD, DONE, TROUBLE};
use crate::check::{self, Demands};
use crate::cli::{Check, CheckFormat};
use crate::error::{Error, Result};
use crate::i18n::say;
use crate::model::{Level, name};
use crate::page::verdict::{self, Checked};
use crate::report::json;
use crate::report::markdown::markdown;
use crate::scorecard::Scorecard;
use crate::text::one_line;

pub(super) fn run(context: &Context, wanted: &Check) -> std::result::Result<u8, Stop> {
    if wanted.evidenced && wanted.min_level.is_none() {
        return Err(Error::new(say::evidenced_alone()).hint(say::evidenced_alone_hint()).into());
    }
    let demands = Demands {
        min_level: wanted.min_level.map(Level::new),
        evidenced: wanted.evidenced,
        max_age: wanted.max_age,
        min_coverage: wanted.min_coverage,
        since: wanted.no_regression_from.as_deref().map(|target| card(context, target)).transpose()?,
    };
    let progress = Progress::new(context.lang);
    let row = |target: &String| {
        let outcome = outcome(context, target, &demands);
        progress.step(wanted.targets.len());
        Checked { target: target.clone(), outcome }
    };
    let rows: Vec<Checked> = wanted.targets.par_iter().map(row).collect();
    drop(progress);
    match wanted.format {
        CheckFormat::Text => output::page(context, &verdict::log(&rows, context.lang))?,
        CheckFormat::Markdown => output::print(&markdown(&verdict::summary(&rows, context.lang), context.lang))?,
        CheckFormat::Json => output::print(&json::check::json(&rows, context.lang))?,
    }
    let status = rows.iter().map(|row| match &row.outcome {
        Ok((_, verdict)) if verdict.failures.is_empty() => DONE,
        Ok(_) => DOES_NOT_HOLD,
        Err(error) => {
            context.complain(error);
            TROUBLE
        }
    });
    Ok(status.fold(DONE, u8::max))
}

fn card(context: &Context, target: &str) -> Result<Scorecard> {
    Ok(Scorecard::new(context.open(target)?.reading, None))
}

fn outcome(context: &Context, target: &str, demands: &Demands) -> Result<(Scorecard, check::Verdict)> {
    let card = Scorecard::new(context.open_alone(target)?.reading, None);
    let max = card.checklist.max_level();
    if let Some(level) = demands.min_level.filter(|level| !(Level::new(1)..=max).contains(level)) {
        let what = say::bad_level(level, card.checklist.id(), max);
        return Err(Error::new(what).hint(say::bad_level_hint(max)));
    }
    if let Some(since) = &demands.since {
        let refuse = |what| Err(Error::new(what).hint(say::baseline_hint()));
        let (own, other) = (&card.assessment.team, &since.assessment.team);
        if !name::is_same_team(own, other) {
            return refuse(say::baseline_team(one_line(own), one_line(other)));
        }
        if since.checklist.id() != card.checklist.id() {
            return refuse(say::baseline_checklist(card.checklist.id(), since.checklist.id()));
        }
    }
    let verdict = check::check(&card, demands, context.today);
    Ok((card, verdict))
}
