//! `config`: every setting, its value and where it comes from.

use super::output::{self, Stop};
use super::{Context, DONE, config_file};
use crate::cli::Format;
use crate::page::settings;
use crate::report::json;

pub(super) fn run(context: &Context, format: Format) -> std::result::Result<u8, Stop> {
    let file = config_file();
    let there = file.as_ref().is_some_and(|path| path.exists());
    let shown = file.map(|path| path.display().to_string());
    match format {
        Format::Json => output::print(&json::settings::json(&context.settings, shown.as_deref(), there))?,
        Format::Text => {
            let page = settings::settings(&context.settings, shown.as_deref(), there, context.lang);
            output::page(context, &page)?;
        }
    }
    Ok(DONE)
}
