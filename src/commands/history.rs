//! `history`: a team's level and progress over time.

use std::path::PathBuf;
use std::sync::Arc;

use super::output::{self, Stop};
use super::{Context, DONE, TROUBLE};
use crate::cli::TrendFormat;
use crate::error::Result;
use crate::history::History;
use crate::i18n::diff as d;
use crate::model::{Checklist, ChecklistRef};
use crate::report::history::{Trend, csv, json, text};
use crate::scorecard::Scorecard;
use crate::store::Found;
use crate::text::one_line;

pub(super) fn run(context: &Context, team: &str, format: TrendFormat) -> std::result::Result<u8, Stop> {
    let listing = context.store.team_as_far_as_readable(team)?;
    let mut trouble = listing.broken;
    let mut known = Known::default();
    let mut cards = Vec::new();
    for found in &listing.found {
        match known.checklist(context, found) {
            Ok(checklist) => cards.push(Scorecard::new(checklist, found.assessment.clone(), None)),
            Err(error) => trouble.push(error),
        }
    }
    if let Some(newest) = cards.iter().max_by_key(|card| card.assessment.date) {
        let history = History::of(cards.iter());
        let trend = Trend {
            team: &newest.assessment.team,
            history: &history,
            checklist: &newest.checklist,
            today: context.today,
        };
        match format {
            TrendFormat::Text => output::page(context, &text(trend, context.paper()))?,
            TrendFormat::Json => output::print(&json(trend))?,
            TrendFormat::Csv => output::print(&csv(trend))?,
        }
    }
    same_day(context, &listing.found);
    for error in &trouble {
        context.complain(error);
    }
    Ok(if trouble.is_empty() { DONE } else { TROUBLE })
}

/// Says which dates have more than one file: which of them counts, nobody can tell.
fn same_day(context: &Context, found: &[Found]) {
    for day in found.chunk_by(|one, next| one.date == next.date).filter(|day| day.len() > 1) {
        let Some(first) = day.first() else { continue };
        let paths: Vec<String> = day.iter().map(|found| context.short(&found.path)).collect();
        output::say(&d::same_day(one_line(&first.team), first.date, paths.join(", ")), context.lang);
    }
}

/// The checklists that were found so far, each with who asked for it and from where: most dates answer the same one.
#[derive(Default)]
pub(super) struct Known(Vec<(ChecklistRef, PathBuf, Arc<Checklist>)>);

impl Known {
    /// The checklist that was answered, where it is to be found as it was, else the one at hand.
    pub(super) fn checklist(&mut self, context: &Context, found: &Found) -> Result<Arc<Checklist>> {
        let wanted = &found.assessment.checklist;
        // A checklist that is named by path lies somewhere else from another directory.
        let dir = found.path.parent().unwrap_or(&found.path);
        if let Some((.., known)) = self.0.iter().find(|(asked, from, _)| asked == wanted && from == dir) {
            return Ok(Arc::clone(known));
        }
        let checklist = context.store.checklist_as_answered(wanted, Some(&found.path))?;
        self.0.push((wanted.clone(), dir.to_owned(), Arc::clone(&checklist)));
        Ok(checklist)
    }
}
