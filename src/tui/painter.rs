//! From states to the bytes that a terminal shows them by: of each frame what differs from the last.

use std::io::{self, Write};
use std::ops::Range;

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::crossterm::cursor::{Hide, MoveTo, Show};
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::layout::Rect;

use super::app::App;
use super::view;
use crate::text;

/// How many cells that stay as they are are drawn again, rather than sending the terminal's cursor over them: that takes
/// about as many bytes.
const BRIDGE: usize = 8;

/// What draws frames, and knows the last one.
///
/// ratatui's own `Terminal` compares and formats cell by cell, which was a third of the time from a key to its frame; it
/// leaves what stood under the second half of a wide glyph as the terminal likes it; and it clears its next page before
/// the frame is on its way.
#[derive(Debug)]
pub struct Painter<W: Write> {
    backend: CrosstermBackend<W>,
    /// What is on the terminal.
    shown: Buffer,
    /// Where the next frame is drawn; blank.
    next: Buffer,
    /// Whether the terminal's cursor may be in sight.
    cursor: bool,
}

impl<W: Write> Painter<W> {
    /// One that hands what is to be shown on a blank screen of a size (columns, rows) to `out`.
    pub fn new(out: W, (columns, rows): (u16, u16)) -> Self {
        let blank = Buffer::empty(Rect::new(0, 0, columns, rows));
        Self { backend: CrosstermBackend::new(out), shown: blank.clone(), next: blank, cursor: true }
    }

    /// Draws the state, and flushes what it is written to.
    ///
    /// # Errors
    ///
    /// Nobody takes the bytes.
    pub fn paint(&mut self, app: &App) -> io::Result<()> {
        // The terminal says when its size changes; to ask it for every frame would cost a fifth of one.
        let area = Rect::new(0, 0, app.size.0, app.size.1);
        if self.next.area != area {
            self.next = Buffer::empty(area);
            self.forget()?;
        }
        let cursor = view::draw(app, &mut self.next);
        let runs = runs(&self.shown, &self.next);
        if !runs.is_empty() {
            self.backend.draw(runs.iter().map(|run| (run.x, run.y, &run.cell)))?;
        }
        match cursor {
            Some(at) => queue!(self.backend, MoveTo(at.x, at.y), Show)?,
            None if self.cursor => queue!(self.backend, Hide)?,
            None => {}
        }
        self.cursor = cursor.is_some();
        Write::flush(&mut self.backend)?;
        // Nobody waits for this.
        std::mem::swap(&mut self.shown, &mut self.next);
        self.next.reset();
        Ok(())
    }

    /// Clears the terminal with the next frame, which draws every cell.
    ///
    /// # Errors
    ///
    /// Nobody takes the bytes.
    pub fn forget(&mut self) -> io::Result<()> {
        self.shown = Buffer::empty(self.next.area);
        self.cursor = true;
        queue!(self.backend, Clear(ClearType::All))
    }

    /// Where commands to the terminal go, before what is drawn next.
    pub fn out(&mut self) -> &mut impl Write {
        &mut self.backend
    }
}

/// Glyphs of one style side by side, as one cell of many: crossterm formats each cell by itself.
#[derive(Debug)]
struct Run {
    x: u16,
    y: u16,
    cell: Cell,
}

/// What is to be drawn where one frame follows another.
fn runs(before: &Buffer, now: &Buffer) -> Vec<Run> {
    let mut runs = Vec::new();
    let width = usize::from(now.area.width).max(1);
    let rows = before.content.chunks(width).zip(now.content.chunks(width));
    for (y, (before, now)) in (0..).zip(rows) {
        for span in spans(before, now) {
            draw(now, span, y, &mut runs);
        }
    }
    runs
}

/// The parts of a row that are not as they were, each of whole glyphs: a terminal leaves a blank of some style where half a
/// glyph is drawn over.
fn spans(before: &[Cell], now: &[Cell]) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    let is_wide = |at: usize| [before, now].iter().any(|row| row.get(at).is_some_and(|cell| cells(cell) > 1));
    for (at, _) in before.iter().zip(now).enumerate().filter(|(_, (before, now))| before != now) {
        let from = if at > 0 && is_wide(at - 1) { at - 1 } else { at };
        let to = if is_wide(at) { at + 2 } else { at + 1 };
        match spans.last_mut().filter(|last| from <= last.end + BRIDGE) {
            Some(last) => last.end = to,
            None => spans.push(from..to),
        }
    }
    spans
}

/// Adds the glyphs of a part of row `y` to what is to be drawn.
fn draw(row: &[Cell], mut span: Range<usize>, y: u16, runs: &mut Vec<Run>) {
    let style = |cell: &Cell| (cell.fg, cell.bg, cell.underline_color, cell.modifier);
    while let Some(first) = row.get(span.start).filter(|_| !span.is_empty()) {
        let x = u16::try_from(span.start).unwrap_or(u16::MAX);
        let mut run = |text: &str| {
            let mut cell = first.clone();
            cell.set_symbol(text);
            runs.push(Run { x, y, cell });
        };
        span.start += cells(first);
        if !is_sure(first) {
            // A terminal that draws it narrower leaves what was under its end.
            run(&" ".repeat(cells(first)));
            run(first.symbol());
            continue;
        }
        let mut text = first.symbol().to_owned();
        let goes_on = |cell: &Cell| is_sure(cell) && style(cell) == style(first);
        while let Some(cell) = row.get(span.start).filter(|cell| !span.is_empty() && goes_on(cell)) {
            text.push_str(cell.symbol());
            span.start += cells(cell);
        }
        run(&text);
    }
}

/// Whether every terminal is at the same place after a cell.
fn is_sure(cell: &Cell) -> bool {
    matches!(cell.diff_option, CellDiffOption::ForcedWidth(_)) || text::is_sure(cell.symbol())
}

/// How many cells the glyph of a cell takes.
fn cells(cell: &Cell) -> usize {
    match cell.diff_option {
        CellDiffOption::ForcedWidth(cells) => usize::from(cells.get()),
        _ if cell.symbol().len() == 1 => 1,
        _ => text::width(cell.symbol()).max(1),
    }
}

/// Collects what is drawn until it is flushed, and writes it to standard output in one piece: that alone would hand a frame
/// over in pieces of 1 KB, and the terminal would show them one by one.
#[derive(Debug, Default)]
pub(super) struct OneWrite(Vec<u8>);

impl Write for OneWrite {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.is_empty() {
            queue!(self.0, BeginSynchronizedUpdate)?;
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        queue!(self.0, EndSynchronizedUpdate)?;
        let mut out = io::stdout().lock();
        let written = out.write_all(&self.0).and_then(|()| out.flush());
        self.0.clear();
        written
    }
}
