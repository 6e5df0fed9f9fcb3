//! `history`: a team's level and progress over time.

use super::Context;
use super::output::{self, Made, Stop};
use crate::cli::{History as Wanted, TrendFormat};
use crate::history::History;
use crate::i18n::{Text, say};
use crate::page::trend::{self, Trend};
use crate::report::markdown::markdown;
use crate::report::{Sheet, csv, html, json, svg};
use crate::scorecard::Scorecard;
use crate::store::Found;
use crate::text::one_line;

pub(super) fn run(context: &Context, wanted: &Wanted) -> std::result::Result<u8, Stop> {
    let (file, size) = (wanted.output.as_deref(), wanted.paper);
    let format = output::format(wanted.format, file, size, TrendFormat::Text, TrendFormat::Html)?;
    let (team, checklist) = context.store.team_and_checklist(&wanted.team)?;
    let (listing, others) = context.store.series(&team, checklist.as_ref())?;
    if let Some(newest) = listing.found.last().filter(|_| checklist.is_none()) {
        context.tell_of_others(&newest.assessment, &others);
    }
    let ambiguous = same_day(context, &listing.found);
    let (readings, trouble) = context.library.readings(listing);
    let cards: Vec<Scorecard> = readings.into_iter().map(|reading| Scorecard::new(reading, None)).collect();
    if let Some(newest) = cards.iter().max_by_key(|card| card.assessment.date) {
        let history = History::of(cards.iter());
        let trend = Trend {
            team: &newest.assessment.team,
            history: &history,
            checklist: &newest.checklist,
            today: context.today,
        };
        let page = trend::page(trend, context.lang);
        output::give(context, file, |paper| match format {
            TrendFormat::Text => Made::Sheet(Sheet::of(&page, paper)),
            TrendFormat::Markdown => Made::Text(markdown(&page, paper.lang)),
            TrendFormat::Html => Made::Text(html::trend(&page, trend, size.map(Into::into), paper.lang)),
            TrendFormat::Svg => Made::Text(svg::drawing(&page, paper.lang)),
            TrendFormat::Json => Made::Text(json::history::json(trend)),
            TrendFormat::Csv => Made::Text(csv::history::csv(trend)),
        })?;
    }
    for said in &ambiguous {
        output::say(said, context.lang);
    }
    Ok(context.done(&trouble))
}

/// Which dates have more than one file: which of them counts, nobody can tell.
fn same_day(context: &Context, found: &[Found]) -> Vec<Text> {
    let days = found.chunk_by(|one, next| one.assessment.date == next.assessment.date);
    let said = days.filter(|day| day.len() > 1).filter_map(|day| {
        let first = &day.first()?.assessment;
        let paths: Vec<String> = day.iter().map(|found| context.store.short(&found.path)).collect();
        Some(say::several_of_day(one_line(&first.team), first.date, paths.join(", ")))
    });
    said.collect()
}
