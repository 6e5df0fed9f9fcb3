//! `export`: every item of every assessment of the store as a flat row.

use rayon::prelude::*;

use super::output::{self, Stop};
use super::progress::Progress;
use super::{Context, DONE, TROUBLE};
use crate::error::Result;
use crate::report::rows::RowFormat;
use crate::scorecard::Scorecard;
use crate::store::read_found;

/// How many assessments are in memory at a time.
const AT_ONCE: usize = 512;

pub(super) fn run(context: &Context, format: RowFormat) -> std::result::Result<u8, Stop> {
    let files = context.store.files()?;
    let progress = Progress::new(context.lang);
    output::print(format.header())?;
    let mut status = DONE;
    for some in files.chunks(AT_ONCE) {
        let made = some.par_iter().map(|path| -> Result<String> {
            let reading = read_found(path.clone()).and_then(|found| context.library.read(found));
            progress.step(files.len());
            Ok(format.rows(&Scorecard::new(reading?, None), context.lang))
        });
        for rows in made.collect::<Vec<_>>() {
            match rows {
                Ok(rows) => output::print(&rows)?,
                Err(error) => {
                    context.complain(&error);
                    status = TROUBLE;
                }
            }
        }
    }
    Ok(status)
}
