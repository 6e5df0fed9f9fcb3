//! `plan`: the way to the next level.

use super::output::{self, Stop};
use super::{Context, DONE};
use crate::cli::PlanFormat;
use crate::report::{json, markdown, plan};

pub(super) fn run(context: &Context, target: &str, to: Option<u8>, format: PlanFormat) -> Result<u8, Stop> {
    let card = context.card(target, to)?;
    match format {
        PlanFormat::Text => output::page(context, &plan::plan(&card, context.paper()))?,
        PlanFormat::Markdown => output::print(&markdown::plan(&card, context.lang))?,
        PlanFormat::Json => output::print(&json::plan(&card))?,
    }
    Ok(DONE)
}
