//! `history`: a team's level and progress over time.

use super::output::{self, Stop};
use super::{Context, DONE, TROUBLE};
use crate::cli::TrendFormat;
use crate::history::History;
use crate::i18n::diff as d;
use crate::page::trend::{self, Trend};
use crate::report::{csv, json};
use crate::scorecard::Scorecard;
use crate::store::Found;
use crate::text::one_line;

pub(super) fn run(context: &Context, team: &str, format: TrendFormat) -> std::result::Result<u8, Stop> {
    let listing = context.store.team(team)?;
    let mut trouble = listing.broken;
    let mut cards = Vec::new();
    for found in &listing.found {
        match context.library.read(found) {
            Ok(reading) => cards.push(Scorecard::new(reading, None)),
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
            TrendFormat::Text => output::page(context, &trend::page(trend, context.lang))?,
            TrendFormat::Json => output::print(&json::history::json(trend))?,
            TrendFormat::Csv => output::print(&csv::history::csv(trend))?,
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
