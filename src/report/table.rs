//! Tables whose columns line up, whatever stands in them, and which are exactly as wide as their page; on a page that is
//! too narrow for that, lists that say the same.

use comfy_table::{ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, TableStyle, Width};

use super::sheet::{Piece, Sheet};
use crate::i18n::terms;
use crate::style::Meaning;
use crate::text;

/// What stands in a column, and how it takes to a narrow page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Marks, bars and figures, which are never broken.
    Drawn,
    /// Words in the width that they need.
    Fit,
    /// Words in the width that the others leave; one a table.
    Rest,
}

/// A cell: what it says, and what that means.
pub(super) type Cell = (String, Meaning);

/// Up to this width nothing is broken for the sake of a table: neither a word nor what stands in a whole column.
const LEAST: usize = 16;

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

    /// Draws the table; where its words do not fit side by side, as a list.
    pub(super) fn draw(&self, sheet: &mut Sheet) {
        match self.widths(sheet.paper().width) {
            Some(widths) => self.grid(sheet, &widths),
            None => self.listed(sheet),
        }
    }

    fn grid(&self, sheet: &mut Sheet, widths: &[usize]) {
        let wrapped = |row: &[Cell]| -> Vec<Vec<String>> {
            row.iter().zip(widths).map(|((text, _), width)| text::wrap(text, *width)).collect()
        };
        let header: Vec<Cell> = self.header.iter().map(|title| (title.clone(), Meaning::Muted)).collect();
        let rows = std::iter::once(&header).chain(&self.rows);
        let shown: Vec<(Vec<Vec<String>>, Vec<Meaning>)> =
            rows.map(|row| (wrapped(row), row.iter().map(|cell| cell.1).collect())).collect();
        let frame = frame(&shown, widths);
        let mut lines =
            shown.iter().flat_map(|(cells, meanings)| (0..tall(cells)).map(move |at| (at, cells, meanings)));
        for drawn in frame.lines() {
            // Only lines of content have columns.
            let content = drawn.starts_with('│').then(|| lines.next()).flatten();
            let Some((at, cells, meanings)) = content else {
                sheet.put(vec![Piece::new(drawn, Meaning::Muted)]);
                continue;
            };
            let border = |sheet: &Sheet, border: &str| Piece::new(sheet.drawn(border), Meaning::Muted);
            let mut line = vec![border(sheet, "│ ")];
            let columns = cells.iter().zip(meanings).zip(widths).zip(&self.columns);
            for (nth, (((cell, meaning), width), column)) in columns.enumerate() {
                if nth > 0 {
                    line.push(border(sheet, " │ "));
                }
                let cell = text::pad(cell.get(at).map_or("", String::as_str), *width);
                line.push(Piece::new(on_paper(sheet, *column, &cell), *meaning));
            }
            line.push(border(sheet, " │"));
            sheet.keep(line);
        }
    }

    /// Every row as an item: what is drawn without a title and the first words, and below them everything else with its
    /// title.
    fn listed(&self, sheet: &mut Sheet) {
        let lead = self.header.iter().position(|title| !title.is_empty()).unwrap_or_default();
        let colon = terms::colon(sheet.lang());
        for row in &self.rows {
            let marks = row.iter().take(lead).map(|cell| (cell.0.as_str(), cell.1));
            let before: Vec<(&str, Meaning)> = marks.flat_map(|mark| [mark, (" ", Meaning::Body)]).collect();
            if let Some((words, meaning)) = row.get(lead) {
                sheet.words(1, &before, words, *meaning);
            }
            let titled = row.iter().zip(&self.header).zip(&self.columns).skip(lead + 1);
            let facts: Vec<String> = titled
                .filter(|((cell, _), _)| !cell.0.is_empty())
                .map(|((cell, title), column)| format!("{title}{colon}{}", on_paper(sheet, *column, &cell.0)))
                .collect();
            if !facts.is_empty() {
                sheet.dotted(3, &[], &facts, Meaning::Body);
            }
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

    /// The width of each column, together with borders and gaps as wide as the page; `None` where that is too narrow for
    /// their words.
    fn widths(&self, page: usize) -> Option<Vec<usize>> {
        let mut widths = self.contents();
        let least = self.columns.iter().zip(&widths).map(|(column, width)| match column {
            Column::Drawn => *width,
            Column::Fit | Column::Rest => LEAST.min(*width),
        });
        let least: Vec<usize> = least.collect();
        // A line on either side and between columns, a space on either side of what stands in them.
        let room = page.checked_sub(1 + 3 * widths.len())?;
        if least.iter().sum::<usize>() > room {
            return None;
        }
        // The widest gives way first.
        while widths.iter().sum::<usize>() > room {
            let wide = widths.iter_mut().zip(&least).filter(|(width, least)| **width > **least);
            let (widest, _) = wide.max_by_key(|(width, _)| **width)?;
            *widest -= 1;
        }
        let rest = self.columns.iter().position(|column| *column == Column::Rest);
        let left = room - widths.iter().sum::<usize>();
        *widths.get_mut(rest.unwrap_or(self.columns.len().saturating_sub(1)))? += left;
        Some(widths)
    }
}

/// What stands in a cell, as the paper takes it: words as they are.
fn on_paper(sheet: &Sheet, column: Column, cell: &str) -> String {
    if column == Column::Drawn { sheet.drawn(cell).into_owned() } else { cell.to_owned() }
}

fn tall(cells: &[Vec<String>]) -> usize {
    cells.iter().map(Vec::len).max().unwrap_or_default()
}

/// The borders and rules around the rows, with stand-ins of the same size for what is in them.
///
/// How wide the library takes a joined emoji to be may differ from the screen; what stands in the cells is put there
/// by [`Table::grid`], counted in graphemes.
fn frame(rows: &[(Vec<Vec<String>>, Vec<Meaning>)], widths: &[usize]) -> String {
    let mut grid = comfy_table::Table::new();
    grid.load_style(FRAME);
    grid.set_content_arrangement(ContentArrangement::Disabled);
    for (nth, (cells, _)) in rows.iter().enumerate() {
        let stand_in: Vec<String> = (0..widths.len()).map(|_| vec!["x"; tall(cells)].join("\n")).collect();
        if nth == 0 {
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
        on(Paper { lang: Lang::En, width, ascii: false }, cells)
    }

    fn on(paper: Paper, cells: [&str; 3]) -> String {
        let mut table = Table::new(&[("", Column::Drawn), ("项目", Column::Rest), ("State", Column::Fit)]);
        table.row(cells.map(|cell| (cell.to_owned(), Meaning::Body)));
        let mut sheet = Sheet::new(paper);
        table.draw(&mut sheet);
        sheet.plain()
    }

    #[test]
    fn a_column_that_has_to_give_way_is_wrapped() {
        let expected = "\
┌────┬───────────────────────────┬───────────────┐
│    │ 项目                      │ State         │
├────┼───────────────────────────┼───────────────┤
│ ✓  │ 部署文档，以及一切与它有  │ in use and up │
│    │ 关的记录                  │ to date       │
└────┴───────────────────────────┴───────────────┘
";
        assert_eq!(drawn(["✓ ", "部署文档，以及一切与它有关的记录", "in use and up\nto date"], 50), expected);
    }

    #[test]
    fn where_words_would_be_broken_it_is_a_list() {
        let expected = " ✓ 部署\n   State: documented\n";
        assert_eq!(drawn(["✓", "部署", "documented"], 24), expected);
        assert!(drawn(["✓", "部署", "documented"], 40).starts_with('┌'));
    }

    #[test]
    fn in_ascii_words_stay_as_they_are() {
        for width in [24, 40] {
            let drawn = on(Paper { lang: Lang::En, width, ascii: true }, ["✓", "80% → 100%…", "documented"]);
            assert!(drawn.contains("80% → 100%…") && !drawn.contains(['✓', '│', '─', '·']), "{drawn}");
        }
    }

    proptest! {
        #[test]
        fn every_line_of_a_table_is_as_wide_as_the_page_and_none_of_a_list_is_wider(cells in prop::array::uniform2("(\\PC|部|👩\u{200d}👧|e\u{301}|\n| ){0,40}"), page in 24..100_usize) {
            let [one, two] = &cells;
            let drawn = drawn(["✓", one, two], page);
            let table = drawn.starts_with('┌');
            for line in drawn.lines() {
                prop_assert!(if table { width(line) == page } else { width(line) <= page }, "{}", line);
            }
        }

        #[test]
        fn no_word_of_a_usual_length_is_broken(words in prop::collection::vec("[a-z]{1,16}", 2..12), page in 24..100_usize) {
            let (first, second) = words.split_at(words.len() / 2);
            let drawn = drawn(["✓", &first.join(" "), &second.join(" ")], page);
            let whole: Vec<&str> = drawn.split(|c: char| !c.is_ascii_lowercase()).collect();
            for word in &words {
                prop_assert!(whole.contains(&word.as_str()), "{} in {}", word, drawn);
            }
        }
    }
}
