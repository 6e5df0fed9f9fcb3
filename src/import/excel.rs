//! Spreadsheets (.xlsx): the first sheet that has a column of titles.
//!
//! Cells are taken one by one, for a sheet with one cell at its far end would be billions of empty ones.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx, XlsxError};

use super::sheet::{PREAMBLE, Row, Sheet, are_headers};
use super::{At, Found, MOST_ITEMS, Skipped, Wish, too_many};
use crate::error::{Error, Result};
use crate::i18n::say;
use crate::text::one_line;

/// The most columns that are looked at.
const MOST_COLUMNS: u32 = 256;

/// What a spreadsheet holds.
///
/// # Errors
///
/// It is none, there are too many rows, or no sheet has a column of titles.
pub(super) fn read(shown: &str, bytes: Vec<u8>, wishes: &[Wish]) -> Result<Found> {
    let bad = |_: XlsxError| Error::new(say::import_bad_excel(one_line(shown))).hint(say::import_bad_excel_hint());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(bad)?;
    let (mut chosen, mut skipped, mut first) = (None, Vec::new(), None);
    for name in book.sheet_names() {
        let mut rows: Vec<Row> = Vec::new();
        let mut cells = book.worksheet_cells_reader(&name).map_err(bad)?;
        while let Some(cell) = cells.next_cell().map_err(bad)? {
            let (row, column) = cell.get_position();
            let said = Data::from(cell.get_value().clone()).to_string();
            if said.trim().is_empty() || column >= MOST_COLUMNS {
                continue;
            }
            let (number, column) = (row as usize + 1, column as usize);
            if rows.last().is_none_or(|row| row.at != At::Row(number)) {
                rows.push(Row { at: At::Row(number), cells: Vec::new(), areas: Vec::new(), level: None });
            }
            if rows.len() > MOST_ITEMS + PREAMBLE + 1 {
                return Err(too_many(shown));
            }
            let Some(row) = rows.last_mut() else { continue };
            if row.cells.len() <= column {
                row.cells.resize(column + 1, String::new());
            }
            if let Some(cell) = row.cells.get_mut(column) {
                *cell = said;
            }
        }
        if rows.is_empty() {
            continue;
        }
        let titled = rows.iter().take(PREAMBLE).any(|row| are_headers(&row.cells, wishes));
        if chosen.is_none() && titled {
            chosen = Some(rows);
            continue;
        }
        let at = At::Row(1);
        skipped.push(Skipped { file: shown.to_owned(), at, what: one_line(&name), why: say::import_other_sheet() });
        first = first.or(Some(rows));
    }
    let nothing = || Error::new(say::import_nothing(one_line(shown))).hint(say::import_nothing_hint());
    let rows = chosen.or(first).ok_or_else(nothing)?;
    let mut sheet = Sheet::under_headers(shown, rows, wishes);
    let width = sheet.headers.len();
    for row in &mut sheet.rows {
        // What stands beside the table is no part of it.
        row.cells.truncate(width);
    }
    let mut found = Sheet { down: true, ..sheet }.read(wishes)?;
    found.skipped.extend(skipped);
    Ok(found)
}
