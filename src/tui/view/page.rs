//! A page on the screen: a sheet that can be drawn from any line, with places in it that a cursor can be on.

use std::ops::{Deref, DerefMut};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::sheet::{Paper, Sheet};
use crate::style::{Meaning, Theme};
use crate::tui::app::App;

/// Lines that fit a width.
#[derive(Debug)]
pub(super) struct Page {
    /// Lines that something on the screen can be on, such as the starts of gaps.
    pub(super) anchors: Vec<usize>,
    sheet: Sheet,
    theme: Theme,
}

/// What a page of `width` cells is written for. The whole screen is turned into ASCII at once, where that is wanted.
pub(super) fn paper(width: usize, app: &App) -> Paper {
    Paper { lang: app.lang, width, ascii: false }
}

impl Page {
    /// An empty page of `width` cells, in the language and the looks of `app`.
    pub(super) fn new(width: usize, app: &App) -> Self {
        Self::of(Sheet::new(paper(width, app)), app)
    }

    /// A page of what stands on `sheet`.
    pub(super) fn of(sheet: Sheet, app: &App) -> Self {
        Self { anchors: Vec::new(), sheet, theme: app.theme }
    }

    /// A value with a mark, after its label.
    pub(super) fn pair_marked(&mut self, label: &str, mark: (&str, Meaning), value: &str) {
        let colon = crate::i18n::terms::colon(self.sheet.lang());
        let before = [(label, Meaning::Muted), (colon, Meaning::Muted), mark, (" ", Meaning::Body)];
        self.hanging(0, &before, value, mark.1);
    }

    /// Remembers the line that comes next.
    pub(super) fn anchor(&mut self) {
        self.anchors.push(self.sheet.height());
    }

    /// Draws as many lines as fit, from line `scroll`; a mark in the last column, which the page leaves free, says where
    /// there is more.
    pub(super) fn draw(&self, area: Rect, scroll: usize, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        for (row, line) in area.rows().zip(self.sheet.lines().iter().skip(scroll)) {
            let spans = line.iter().map(|piece| Span::styled(piece.text.as_str(), self.theme.style(piece.meaning)));
            buffer.set_line(row.x, row.y, &spans.collect::<Line<'_>>(), row.width);
        }
        let below = self.sheet.height() > scroll + usize::from(area.height);
        let edge = area.right().saturating_sub(1);
        let style = self.theme.style(Meaning::Muted);
        let mut mark = |y: u16, symbol: &str| {
            if area.width > 4 {
                buffer.set_string(edge, y, symbol, style);
            }
        };
        if scroll > 0 && area.height > 0 {
            mark(area.y, "^");
        }
        if below && area.height > 1 {
            mark(area.bottom().saturating_sub(1), "v");
        }
    }
}

impl Deref for Page {
    type Target = Sheet;

    fn deref(&self) -> &Sheet {
        &self.sheet
    }
}

impl DerefMut for Page {
    fn deref_mut(&mut self) -> &mut Sheet {
        &mut self.sheet
    }
}
