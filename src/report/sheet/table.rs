//! Tables whose columns line up, whatever stands in them, and which are exactly as wide as their page; on a page that is
//! too narrow for that, lists that say the same.

use comfy_table::{ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, TableStyle, Width};
use unicode_width::UnicodeWidthStr;

use super::styled::Styled;
use super::{Draw, Piece};
use crate::i18n::say;
use crate::page::document::{Cell, Joint, Kind, Row, Share, Table};
use crate::style::Meaning;
use crate::text::{self, LongWords};

/// Up to this width no word is broken for the sake of a table.
const WORD: usize = 16;

/// Up to this width no text is broken at all.
const FEW: usize = 10;
/// Up to this width what names a row stays on one line.
const NAME: usize = 18;

/// A frame of the lines that the screens draw too, so that each has its stand-in in ASCII.
const FRAME: TableStyle = TableStyle::new()
    .top_border(LineStyle::new('┌', '─', '┬', '┐'))
    .header_lines(ContentLineStyle::new('│', '│', '│'))
    .header_separator(LineStyle::new('├', '─', '┼', '┤'))
    .content_lines(ContentLineStyle::new('│', '│', '│'))
    .bottom_border(LineStyle::new('└', '─', '┴', '┘'));

/// A row whose words are broken for their columns: of each cell the lines.
type Laid = Vec<Vec<Vec<Piece>>>;

impl Draw {
    pub(super) fn table(&mut self, table: &Table<'_>, indent: usize) {
        let (rows, widths) = self.columns(table, indent);
        match widths {
            Some(widths) => self.grid(table, &rows, &widths, indent),
            None => self.listed(table, &rows, indent),
        }
    }

    /// Whether a table has room for its columns.
    pub(super) fn has_room(&self, table: &Table<'_>, indent: usize) -> bool {
        self.columns(table, indent).1.is_some()
    }

    /// What stands in a table, and the widths of its columns, where there is room for them.
    pub(super) fn columns(&self, table: &Table<'_>, indent: usize) -> (Vec<Vec<Content>>, Option<Vec<usize>>) {
        let rows: Vec<Vec<Content>> =
            table.rows.iter().map(|row| row.cells.iter().map(|cell| self.content(cell)).collect()).collect();
        let page = self.paper.width.saturating_sub(indent);
        let page = if table.wide { natural(table, &rows).clamp(page, self.paper.most.max(page)) } else { page };
        let widths = widths(table, &rows, page);
        (rows, widths)
    }

    fn content(&self, cell: &Cell<'_>) -> Content {
        match cell {
            Cell::Mark((sign, meaning)) => Content::fixed(&[self.drawn(sign, *meaning)]),
            Cell::Progress(None) | Cell::Share(None) => Content::fixed(&[]),
            Cell::Share(Some(Share { mark: (sign, meaning), met, of, .. })) => {
                let mut pieces = vec![self.drawn(sign, *meaning)];
                pieces.push(Piece::new(format!(" {}", say::met_of(self.paper.lang, met, of)), Meaning::Body));
                Content::fixed(&pieces)
            }
            Cell::Progress(Some(percent)) => {
                let mut pieces = self.progress(*percent);
                pieces.push(Piece::new(format!(" {:>4}", say::percent(self.paper.lang, percent)), Meaning::Body));
                Content::fixed(&pieces)
            }
            Cell::Line(line) => {
                Content { parts: Styled::parts(line, self.paper), whole: Styled::whole(line, self.paper) }
            }
        }
    }

    fn grid(&mut self, table: &Table<'_>, rows: &[Vec<Content>], widths: &[usize], indent: usize) {
        let header: Laid = (titles(table).zip(widths))
            .map(|(title, width)| {
                text::wrap(title, *width).into_iter().map(|line| vec![Piece::new(line, Meaning::Muted)]).collect()
            })
            .collect();
        let body = rows.iter().map(|row| row.iter().zip(widths).map(|(cell, width)| cell.wrapped(*width)).collect());
        let rows: Vec<Laid> = std::iter::once(header).chain(body).collect();
        let keys = std::iter::once(None).chain(table.rows.iter().map(|row| row.key.as_ref()));
        // What is to stand on each line of content, and whether an item begins on it.
        let mut lines = rows.iter().zip(keys).flat_map(|(row, key)| (0..tall(row)).map(move |at| (row, at, key)));
        let mut stop = None;
        for drawn in framed(&rows, widths).lines() {
            // Only lines of content have columns.
            let content = drawn.starts_with('│').then(|| lines.next()).flatten();
            if content.is_none_or(|(_, at, _)| at == 0) {
                self.end(stop.take());
            }
            let mut line = vec![Piece::new(" ".repeat(indent), Meaning::Body)];
            match content {
                Some((row, at, key)) => {
                    if let Some(key) = key.filter(|_| at == 0) {
                        stop = Some(self.begin(key, self.sheet.height()));
                    }
                    line.extend(self.slices(drawn, row, at, widths));
                }
                None => line.push(self.drawn(drawn, Meaning::Muted)),
            }
            self.keep(line);
        }
        self.end(stop);
    }

    /// A drawn line cut into its borders and what stands between them, which has meanings of its own.
    fn slices(&self, drawn: &str, row: &Laid, at: usize, widths: &[usize]) -> Vec<Piece> {
        let mut line = Vec::new();
        let mut rest = drawn;
        for (cell, width) in row.iter().zip(widths) {
            let pieces = cell.get(at).map(Vec::as_slice).unwrap_or_default();
            let shown = given(pieces);
            let Some((border, after)) = rest.split_once(' ') else { break };
            line.push(self.drawn(&format!("{border} "), Meaning::Muted));
            line.extend(pieces.iter().cloned());
            let gap = width - text::width(&shown);
            line.push(Piece::new(" ".repeat(gap + 1), Meaning::Body));
            rest = after.get(shown.len() + gap + 1..).unwrap_or_default();
        }
        line.push(self.drawn(rest, Meaning::Muted));
        line
    }

    /// Every row as an item: its mark and what names it, and below them everything else with its title.
    fn listed(&mut self, table: &Table<'_>, rows: &[Vec<Content>], indent: usize) {
        let named = |kind: fn(Kind) -> bool| table.columns.iter().position(|column| kind(column.kind));
        let name = named(|kind| kind == Kind::Title).or_else(|| named(|kind| kind != Kind::Mark)).unwrap_or_default();
        let colon = say::colon(self.paper.lang);
        for (Row { key, .. }, cells) in table.rows.iter().zip(rows) {
            let stop = key.as_ref().map(|key| self.begin(key, self.sheet.height()));
            let (mut before, mut facts) = (Vec::new(), Vec::new());
            for (nth, (cell, column)) in cells.iter().zip(&table.columns).enumerate() {
                if column.kind == Kind::Mark {
                    before.extend(cell.whole.pieces());
                    before.push(Piece::new(" ", Meaning::Body));
                } else if nth != name && cell.whole.width() > 0 {
                    facts.push(cell.whole.behind(&format!("{}{colon}", &*column.title)));
                }
            }
            if let Some(cell) = cells.get(name) {
                self.styled(indent + 1, before, &cell.parts, Joint::Dot);
            }
            if !facts.is_empty() {
                self.styled(indent + 3, Vec::new(), &facts, Joint::Dot);
            }
            self.end(stop);
        }
    }
}

/// What stands in a cell.
pub(super) struct Content {
    parts: Vec<Styled>,
    pub(super) whole: Styled,
}

impl Content {
    /// Marks and figures, which are never broken.
    fn fixed(pieces: &[Piece]) -> Self {
        let whole = Styled::of(pieces);
        Self { parts: vec![whole.clone()], whole }
    }

    fn wrapped(&self, cells: usize) -> Vec<Vec<Piece>> {
        if self.whole.fits(cells) {
            return vec![self.whole.pieces()];
        }
        self.whole.wrapped(&[], "", cells, LongWords::Broken)
    }

    /// The least cells that keep every word whole, and a few of them on a line.
    fn least(&self) -> usize {
        text::least(self.whole.text()).clamp(self.whole.width().min(FEW), WORD)
    }
}

/// The titles over the columns; a column of marks needs none.
fn titles<'a>(table: &'a Table<'_>) -> impl Iterator<Item = &'a str> {
    table.columns.iter().map(|column| if column.kind == Kind::Mark { "" } else { &*column.title })
}

/// The width of what stands in each column.
fn contents(table: &Table<'_>, rows: &[Vec<Content>]) -> Vec<usize> {
    let widest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.whole.width()).max();
    titles(table).enumerate().map(|(at, title)| widest(at).unwrap_or_default().max(text::width(title)).max(1)).collect()
}

/// The width at which nothing has to be broken.
fn natural(table: &Table<'_>, rows: &[Vec<Content>]) -> usize {
    let widths = contents(table, rows);
    widths.iter().sum::<usize>() + 1 + 3 * widths.len()
}

/// The width of each column, together with borders and gaps as wide as the page where something names the rows; `None`
/// where that is too narrow for their words.
fn widths(table: &Table<'_>, rows: &[Vec<Content>], page: usize) -> Option<Vec<usize>> {
    let mut widths = contents(table, rows);
    let least = |at: usize, width: usize, kind: Kind| match kind {
        Kind::Mark | Kind::Day | Kind::Figure | Kind::Progress | Kind::Share | Kind::Shade => width,
        Kind::Title | Kind::Words => {
            let cells = rows.iter().filter_map(|row| row.get(at)).map(Content::least).max().unwrap_or_default();
            let title = table.columns.get(at).map_or(0, |column| text::width(&column.title).min(WORD));
            cells.max(title).min(width)
        }
    };
    let kinds = table.columns.iter().map(|column| column.kind);
    let least: Vec<usize> =
        widths.iter().enumerate().zip(kinds).map(|((at, width), kind)| least(at, *width, kind)).collect();
    // A line on either side and between columns, a space on either side of what stands in them.
    let room = page.checked_sub(1 + 3 * widths.len())?;
    if least.iter().sum::<usize>() > room {
        return None;
    }
    let title = table.columns.iter().position(|column| column.kind == Kind::Title);
    // What names the row is the longest, and the first to be broken; then the widest, a name last.
    while widths.iter().sum::<usize>() > room {
        let wide = widths.iter_mut().zip(&least).enumerate().filter(|(_, (width, least))| **width > **least);
        let (_, (widest, _)) = wide.max_by_key(|(at, (width, _))| match title == Some(*at) {
            true if **width > NAME => usize::MAX,
            true => width.saturating_sub(NAME / 3),
            false => **width,
        })?;
        *widest -= 1;
    }
    let left = room - widths.iter().sum::<usize>();
    // Figures alone read better close together.
    if let Some(width) = title.and_then(|at| widths.get_mut(at)) {
        *width += left;
    }
    Some(widths)
}

fn tall(row: &Laid) -> usize {
    row.iter().map(Vec::len).max().unwrap_or_default()
}

/// What the library is given of a line in a cell.
///
/// It measures a whole string, which can differ from the sum of its graphemes, by which a screen is filled: where it does,
/// something as wide as the screen has it stands in.
fn given(pieces: &[Piece]) -> String {
    let line: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let cells = text::width(&line);
    if line.width() == cells { line } else { "x".repeat(cells) }
}

/// The rows in their frame.
fn framed(rows: &[Laid], widths: &[usize]) -> String {
    let mut grid = comfy_table::Table::new();
    grid.load_style(FRAME);
    grid.set_content_arrangement(ContentArrangement::Disabled);
    for (nth, row) in rows.iter().enumerate() {
        let cells: Vec<String> =
            row.iter().map(|cell| cell.iter().map(|line| given(line)).collect::<Vec<_>>().join("\n")).collect();
        if nth == 0 {
            grid.set_header(cells);
        } else {
            grid.add_row(cells);
        }
    }
    let constraints = widths.iter().map(|width| {
        // Padding counts; the widths here are of a page.
        ColumnConstraint::Absolute(Width::Fixed(u16::try_from(width + 2).unwrap_or(u16::MAX)))
    });
    grid.set_constraints(constraints);
    grid.to_string()
}
