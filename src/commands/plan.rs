//! `plan`: the way to the next level.

use super::output::{self, Stop};
use super::{Context, DONE};
use crate::cli::PlanFormat;
use crate::page::plan;
use crate::report::json;
use crate::report::markdown::markdown;

pub(super) fn run(context: &Context, target: &str, to: Option<u8>, format: PlanFormat) -> Result<u8, Stop> {
    let card = context.card(target, to)?;
    match format {
        PlanFormat::Text => output::page(context, &plan::page(&card, context.lang))?,
        PlanFormat::Markdown => output::print(&markdown(&plan::page(&card, context.lang), context.lang))?,
        PlanFormat::Json => output::print(&json::plan(&card))?,
    }
    Ok(DONE)
}
