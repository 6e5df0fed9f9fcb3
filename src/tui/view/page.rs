//! A page of text: wrapped lines with a meaning each, built from top to bottom and drawn from any line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::i18n::{Lang, terms};
use crate::style::{Meaning, Theme};
use crate::text;
use crate::tui::app::App;

/// Lines that fit a width.
#[derive(Debug)]
pub(super) struct Page {
    /// The lines.
    pub(super) lines: Vec<Line<'static>>,
    /// Lines that something on the screen can be on, such as the starts of gaps.
    pub(super) anchors: Vec<usize>,
    width: usize,
    theme: Theme,
    lang: Lang,
}

impl Page {
    /// An empty page of `width` cells, in the language and the looks of `app`.
    pub(super) fn new(width: usize, app: &App) -> Self {
        Self { lines: Vec::new(), anchors: Vec::new(), width, theme: app.theme, lang: app.lang }
    }

    /// The cells that a line may take.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// A heading, set off by a blank line.
    pub(super) fn heading(&mut self, heading: &str) {
        self.blank();
        self.text(0, heading, Meaning::Title);
    }

    /// A blank line, unless the page begins here or the line before is blank.
    pub(super) fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.lines.push(Line::default());
        }
    }

    /// Text, wrapped.
    pub(super) fn text(&mut self, indent: usize, text: &str, meaning: Meaning) {
        self.hanging(indent, &[], text, meaning);
    }

    /// Text after a mark, its further lines under its first.
    pub(super) fn marked(&mut self, indent: usize, mark: (&str, Meaning), text: &str, meaning: Meaning) {
        self.hanging(indent, &[(mark.0, mark.1), (" ", Meaning::Body)], text, meaning);
    }

    /// A value after its label, its further lines under its first.
    pub(super) fn pair(&mut self, indent: usize, label: &str, value: &str, meaning: Meaning) {
        self.hanging(indent, &[(label, Meaning::Muted), (terms::colon(self.lang), Meaning::Muted)], value, meaning);
    }

    /// A value with a mark, after its label.
    pub(super) fn pair_marked(&mut self, label: &str, mark: (&str, Meaning), value: &str) {
        let colon = terms::colon(self.lang);
        let before = [(label, Meaning::Muted), (colon, Meaning::Muted), mark, (" ", Meaning::Body)];
        self.hanging(0, &before, value, mark.1);
    }

    /// Text after other pieces; where those leave it less than half the width, it goes under them.
    pub(super) fn hanging(&mut self, indent: usize, before: &[(&str, Meaning)], text: &str, meaning: Meaning) {
        let clean = text::sanitise(text);
        let taken: usize = before.iter().map(|(piece, _)| text::width(piece)).sum();
        let fits = (indent + taken) * 2 <= self.width;
        let hang = if fits { indent + taken } else { indent + 2 };
        let lines = text::wrap(&clean, self.width.saturating_sub(hang).max(2));
        let mut first: Vec<Span<'static>> = vec![Span::raw(" ".repeat(indent))];
        first.extend(
            before.iter().map(|(piece, meaning)| Span::styled((*piece).to_owned(), self.theme.style(*meaning))),
        );
        let mut pending = Some(first);
        for (at, line) in lines.into_iter().enumerate() {
            let mut spans = match pending.take() {
                Some(first) if at == 0 && fits => first,
                Some(first) => {
                    self.lines.push(Line::from(first));
                    vec![Span::raw(" ".repeat(hang))]
                }
                None => vec![Span::raw(" ".repeat(hang))],
            };
            spans.push(Span::styled(line, self.theme.style(meaning)));
            self.lines.push(Line::from(spans));
        }
    }

    /// One line of pieces; what does not fit is cut off.
    pub(super) fn pieces(&mut self, indent: usize, pieces: &[(&str, Meaning)]) {
        let mut spans = vec![Span::raw(" ".repeat(indent))];
        spans.extend(
            pieces.iter().map(|(piece, meaning)| Span::styled((*piece).to_owned(), self.theme.style(*meaning))),
        );
        self.lines.push(Line::from(spans));
    }

    /// Remembers the line that comes next.
    pub(super) fn anchor(&mut self) {
        self.anchors.push(self.lines.len());
    }

    /// Draws as many lines as fit, from line `scroll`; a mark in the last column, which the page leaves free, says where
    /// there is more.
    pub(super) fn draw(&self, area: Rect, scroll: usize, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        for (row, line) in area.rows().zip(self.lines.iter().skip(scroll)) {
            buffer.set_line(row.x, row.y, line, row.width);
        }
        let below = self.lines.len() > scroll + usize::from(area.height);
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
