//! `check`: holds assessments to demands, for CI.

use super::output::{self, Stop};
use super::{Context, DOES_NOT_HOLD, DONE, TROUBLE};
use crate::check::{self, Baseline, Demands};
use crate::cli::{Check, CheckFormat};
use crate::error::{Error, Result};
use crate::i18n::over_time as o;
use crate::migrate::present;
use crate::model::Level;
use crate::report::check::{self as page, Row};
use crate::store::Opened;
use crate::store::name::slug;
use crate::text::one_line;

pub(super) fn run(context: &Context, wanted: &Check) -> std::result::Result<u8, Stop> {
    if wanted.evidenced && wanted.min_level.is_none() {
        return Err(Error::new(o::evidenced_alone()).hint(o::evidenced_alone_hint()).into());
    }
    let since = wanted.no_regression_from.as_deref().map(|target| baseline(context, target)).transpose()?;
    let demands = Demands {
        min_level: wanted.min_level.map(Level::new),
        evidenced: wanted.evidenced,
        max_age: wanted.max_age,
        min_coverage: wanted.min_coverage,
        since,
    };
    let row = |target: &String| Row { target: target.clone(), outcome: outcome(context, target, &demands) };
    let rows: Vec<Row> = wanted.targets.iter().map(row).collect();
    match wanted.format {
        CheckFormat::Text => output::page(context, &page::text(&rows, context.paper()))?,
        CheckFormat::Markdown => output::print(&page::markdown(&rows, context.lang))?,
        CheckFormat::Json => output::print(&page::json(&rows, context.lang))?,
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

type Outcome = Result<(crate::model::Assessment, check::Verdict)>;

fn outcome(context: &Context, target: &str, demands: &Demands) -> Outcome {
    let Opened { file, checklist } = context.open(target)?;
    let assessment = file.assessment();
    let max = checklist.max_level();
    if let Some(level) = demands.min_level.filter(|level| !(Level::new(1)..=max).contains(level)) {
        let what = o::bad_level(level, checklist.id(), max);
        return Err(Error::new(what).hint(o::bad_level_hint(max)));
    }
    if let Some(since) = &demands.since {
        let refuse = |what| Err(Error::new(what).hint(o::baseline_hint()));
        if slug(&since.assessment.team) != slug(&assessment.team) {
            return refuse(o::baseline_team(one_line(&assessment.team), one_line(&since.assessment.team)));
        }
        if since.checklist.id() != checklist.id() {
            return refuse(o::baseline_checklist(checklist.id(), since.checklist.id()));
        }
    }
    let verdict = check::check(&checklist, assessment, demands, context.today);
    Ok((assessment.clone(), verdict))
}

/// The assessment that nothing may have slipped from, by the text that it was made with, where that is still there.
fn baseline(context: &Context, target: &str) -> Result<Baseline> {
    let Opened { file, checklist } = context.open(target)?;
    let checklist = context.store.made_with(&file).unwrap_or(checklist);
    let checklist = std::sync::Arc::unwrap_or_clone(checklist);
    let assessment = present(file.assessment(), &checklist);
    Ok(Baseline { checklist, assessment })
}
