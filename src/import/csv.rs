//! CSV, with commas, semicolons or tabs.

use super::sheet::{PREAMBLE, Row, Sheet, are_headers};
use super::{At, Found, MOST_ITEMS, Wish, too_many};
use crate::error::{Error, Result};
use crate::i18n::say;
use crate::text::one_line;

/// What the rows of a file hold.
///
/// # Errors
///
/// A quote is not closed, there are too many rows, or no column holds titles.
pub(super) fn read(shown: &str, text: &str, wishes: &[Wish]) -> Result<Found> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let odd = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    let mut rows: Vec<Row> = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                return Err(Error::new(say::import_bad_csv(one_line(shown), line)).hint(say::import_quote_hint()));
            }
        }
        let line = record.position().map_or(1, csv::Position::line);
        let cells = record.iter().map(str::to_owned).collect();
        let at = At::Line(usize::try_from(line).unwrap_or(usize::MAX));
        rows.push(Row { at, cells, areas: Vec::new(), level: None });
        if rows.len() > MOST_ITEMS + PREAMBLE + 1 {
            return Err(too_many(shown));
        }
    }
    // A quote that is never closed takes in all that follows.
    let last = rows.last().filter(|row| odd && row.cells.last().is_some_and(|cell| cell.trim_end().contains('\n')));
    if let Some(At::Line(line)) = last.map(|row| row.at) {
        return Err(Error::new(say::import_open_quote(one_line(shown), line)).hint(say::import_quote_hint()));
    }
    if rows.is_empty() {
        return Err(Error::new(say::import_nothing(one_line(shown))).hint(say::import_nothing_hint()));
    }
    Sheet::under_headers(shown, rows, wishes).read(wishes)
}

impl Sheet {
    /// Rows of which one of the first is the headers.
    pub(super) fn under_headers(shown: &str, mut rows: Vec<Row>, wishes: &[Wish]) -> Self {
        let first = |row: &Row| row.cells.iter().any(|cell| !cell.trim().is_empty());
        let found = rows.iter().take(PREAMBLE).position(|row| are_headers(&row.cells, wishes));
        let at = found.or_else(|| rows.iter().position(first)).unwrap_or(0);
        let rest = rows.split_off((at + 1).min(rows.len()));
        let headers = rows.pop().map(|row| row.cells).unwrap_or_default();
        Self { shown: shown.to_owned(), headers, rows: rest, down: false }
    }
}

/// What stands between the cells: whichever there is most of in the first line.
fn delimiter(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |mark: u8| line.bytes().filter(|byte| *byte == mark).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}
