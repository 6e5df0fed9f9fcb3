//! `score`: the level in one screen.

use super::output::{self, Stop};
use super::{Context, DONE};
use crate::cli::PlanFormat;
use crate::page::score;
use crate::report::json;
use crate::report::markdown::markdown;

pub(super) fn run(context: &Context, target: &str, format: PlanFormat) -> Result<u8, Stop> {
    let card = context.card(target, None)?;
    let page = || score::page(&card, context.paper().width, context.lang);
    match format {
        PlanFormat::Text => output::page(context, &page())?,
        PlanFormat::Markdown => output::print(&markdown(&page(), context.lang))?,
        PlanFormat::Json => output::print(&json::score(&card))?,
    }
    Ok(DONE)
}
