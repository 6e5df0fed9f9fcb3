//! `score`: the level in one screen.

use super::output::{self, Stop};
use super::{Context, DONE};
use crate::cli::Format;
use crate::page::score;
use crate::report::json;

pub(super) fn run(context: &Context, target: &str, format: Format) -> Result<u8, Stop> {
    let card = context.card(target, None)?;
    match format {
        Format::Text => output::page(context, &score::page(&card, context.lang))?,
        Format::Json => output::print(&json::score(&card))?,
    }
    Ok(DONE)
}
