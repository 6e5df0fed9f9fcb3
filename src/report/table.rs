//! Tables whose columns line up, whatever stands in them, and which are exactly as wide as their page.

use comfy_table::{ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, TableStyle, Width};

use super::sheet::{Piece, Sheet};
use crate::style::Meaning;
use crate::text;

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// As wide as what stands in it.
    Fit,
    /// What the others leave; one a table.
    Rest,
}

/// A cell: what it says, and what that means.
pub(super) type Cell = (String, Meaning);

/// The least width of a column that has to give way; a Han character fits.
const LEAST: usize = 4;
/// The least that is left to the column that takes the rest, while others can give way.
const LEAST_REST: usize = 16;

/// A frame of the lines that the screens draw too, so that each has its stand-in in ASCII.
const FRAME: TableStyle = TableStyle::new()
    .top_border(LineStyle::new('┌', '─', '┬', '┐'))
    .header_lines(ContentLineStyle::new('│', '│', '│'))
    .header_separator(LineStyle::new('├', '─', '┼', '┤'))
    .content_lines(ContentLineStyle::new('│', '│', '│'))
    .bottom_border(LineStyle::new('└', '─', '┴', '┘'));

/// Rows under a header.
pub(super) struct Table {
    columns: Vec<Column>,
    header: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table of columns with their titles.
    pub(super) fn new(columns: &[(&str, Column)]) -> Self {
        Self {
            columns: columns.iter().map(|(_, column)| *column).collect(),
            header: columns.iter().map(|(title, _)| (*title).to_owned()).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row, a cell for every column.
    pub(super) fn row<const N: usize>(&mut self, cells: [Cell; N]) {
        self.rows
            .push(cells.into_iter().map(|(text, meaning)| (text::sanitise(&text).into_owned(), meaning)).collect());
    }

    /// The width at which nothing has to be wrapped.
    pub(super) fn natural(&self) -> usize {
        let widths = self.contents();
        widths.iter().sum::<usize>() + 1 + 3 * widths.len()
    }

    /// Draws the table; without a title in any column, without a header.
    pub(super) fn draw(&self, sheet: &mut Sheet) {
        let widths = self.widths(sheet.paper().width);
        let wrapped = |row: &[Cell]| -> Vec<Vec<String>> {
            row.iter().zip(&widths).map(|((text, _), width)| text::wrap(text, *width)).collect()
        };
        let header: Vec<Cell> = self.header.iter().map(|title| (title.clone(), Meaning::Muted)).collect();
        let with_header = self.header.iter().any(|title| !title.is_empty());
        let mut shown: Vec<(Vec<Vec<String>>, Vec<Meaning>)> = Vec::new();
        if with_header {
            shown.push((wrapped(&header), header.iter().map(|cell| cell.1).collect()));
        }
        shown.extend(self.rows.iter().map(|row| (wrapped(row), row.iter().map(|cell| cell.1).collect())));
        let frame = frame(&shown, with_header, &widths);
        let mut lines =
            shown.iter().flat_map(|(cells, meanings)| (0..tall(cells)).map(move |at| (at, cells, meanings)));
        for drawn in frame.lines() {
            // Only lines of content have columns.
            let content = drawn.starts_with('│').then(|| lines.next()).flatten();
            let Some((at, cells, meanings)) = content else {
                sheet.put(vec![Piece::new(drawn, Meaning::Muted)]);
                continue;
            };
            let mut line = vec![Piece::new("│ ", Meaning::Muted)];
            for (nth, ((cell, meaning), width)) in cells.iter().zip(meanings).zip(&widths).enumerate() {
                if nth > 0 {
                    line.push(Piece::new(" │ ", Meaning::Muted));
                }
                line.push(Piece::new(text::pad(cell.get(at).map_or("", String::as_str), *width), *meaning));
            }
            line.push(Piece::new(" │", Meaning::Muted));
            sheet.put(line);
        }
    }

    /// The width of what stands in each column.
    fn contents(&self) -> Vec<usize> {
        let cells = |at: usize| {
            let cells = self.rows.iter().filter_map(move |row| row.get(at)).map(|cell| cell.0.as_str());
            cells.chain(self.header.get(at).map(String::as_str)).flat_map(|cell| cell.split('\n'))
        };
        (0..self.columns.len()).map(|at| cells(at).map(text::width).max().unwrap_or_default().max(1)).collect()
    }

    /// The width of each column, together with borders and gaps as wide as the page.
    fn widths(&self, page: usize) -> Vec<usize> {
        let mut widths = self.contents();
        // A line on either side and between columns, a space on either side of what stands in them.
        let room = page.saturating_sub(1 + 3 * widths.len()).max(LEAST * widths.len());
        let rest = self.columns.iter().position(|column| *column == Column::Rest);
        loop {
            let others: usize = widths.iter().enumerate().filter(|(at, _)| Some(*at) != rest).map(|(_, w)| *w).sum();
            let wanted = if rest.is_some() { LEAST_REST.min(room / 2) } else { 0 };
            if others + wanted <= room {
                break;
            }
            let widest = widths.iter_mut().enumerate().filter(|(at, w)| Some(*at) != rest && **w > LEAST);
            let Some((_, widest)) = widest.max_by_key(|(_, width)| **width) else { break };
            *widest -= 1;
        }
        let filler = rest.unwrap_or(widths.len().saturating_sub(1));
        let others: usize = widths.iter().enumerate().filter(|(at, _)| *at != filler).map(|(_, w)| *w).sum();
        if let Some(width) = widths.get_mut(filler) {
            *width = room.saturating_sub(others).max(LEAST);
        }
        widths
    }
}

fn tall(cells: &[Vec<String>]) -> usize {
    cells.iter().map(Vec::len).max().unwrap_or_default()
}

/// The borders and rules around the rows, with stand-ins of the same size for what is in them.
///
/// How wide the library takes a joined emoji to be may differ from the screen; what stands in the cells is put there
/// by [`Table::draw`], counted in graphemes.
fn frame(rows: &[(Vec<Vec<String>>, Vec<Meaning>)], with_header: bool, widths: &[usize]) -> String {
    let mut grid = comfy_table::Table::new();
    grid.load_style(FRAME);
    grid.set_content_arrangement(ContentArrangement::Disabled);
    for (nth, (cells, _)) in rows.iter().enumerate() {
        let stand_in: Vec<String> = (0..widths.len()).map(|_| vec!["x"; tall(cells)].join("\n")).collect();
        if nth == 0 && with_header {
            grid.set_header(stand_in);
        } else {
            grid.add_row(stand_in);
        }
    }
    let constraints = widths.iter().map(|width| {
        // Padding counts; the widths here are of a page.
        ColumnConstraint::Absolute(Width::Fixed(u16::try_from(width + 2).unwrap_or(u16::MAX)))
    });
    grid.set_constraints(constraints);
    grid.to_string()
}

#[cfg(test)]
mod tests {
    use super::{Column, Table};
    use crate::i18n::Lang;
    use crate::report::sheet::{Paper, Sheet};
    use crate::style::Meaning;
    use crate::text::width;
    use proptest::prelude::*;

    fn drawn(cells: [&str; 3], width: usize) -> String {
        let mut table = Table::new(&[("", Column::Fit), ("项目", Column::Rest), ("State", Column::Fit)]);
        table.row(cells.map(|cell| (cell.to_owned(), Meaning::Body)));
        let mut sheet = Sheet::new(Paper { lang: Lang::En, width, ascii: false });
        table.draw(&mut sheet);
        sheet.plain()
    }

    #[test]
    fn a_column_that_has_to_give_way_is_wrapped() {
        let expected = "\
┌────┬─────────────────┬───────────────┐
│    │ 项目            │ State         │
├────┼─────────────────┼───────────────┤
│ ✓  │ 部署文档，以及  │ in use and up │
│    │ 一切与它有关的  │ to date       │
│    │ 记录            │               │
└────┴─────────────────┴───────────────┘
";
        assert_eq!(drawn(["✓ ", "部署文档，以及一切与它有关的记录", "in use and up\nto date"], 40), expected);
    }

    proptest! {
        #[test]
        fn every_line_is_as_wide_as_the_page(cells in prop::array::uniform3("(\\PC|部|👩\u{200d}👧|e\u{301}|\n| ){0,40}"), page in 24..100_usize) {
            let [one, two, three] = &cells;
            for line in drawn([one, two, three], page).lines() {
                prop_assert_eq!(width(line), page, "{}", line);
            }
        }
    }
}
