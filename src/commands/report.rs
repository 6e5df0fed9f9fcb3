//! `report`: the whole scorecard, printed or written to a file.

use std::path::Path;

use super::output::{self, Stop};
use super::{Context, DONE, PAGE};
use crate::cli::Format;
use crate::report::{Paper, json, text};

pub(super) fn run(context: &Context, target: &str, format: Format, to: Option<&Path>) -> Result<u8, Stop> {
    let card = context.card(target, None)?;
    match (format, to.filter(|path| *path != Path::new("-"))) {
        (Format::Text, None) => output::page(context, &text::report(&card, context.paper()))?,
        (Format::Json, None) => output::print(&json::score(&card))?,
        // A file is as wide as paper, however narrow the terminal.
        (Format::Text, Some(path)) => {
            let paper = Paper { width: PAGE, ..context.paper() };
            output::write(path, &text::report(&card, paper).plain())?;
        }
        (Format::Json, Some(path)) => output::write(path, &json::score(&card))?,
    }
    Ok(DONE)
}
