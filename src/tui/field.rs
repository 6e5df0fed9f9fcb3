//! A text field: ratatui-textarea with whole-grapheme deletion and user text that cannot disturb the screen.

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, TextArea, WrapMode};
use unicode_segmentation::UnicodeSegmentation;

use crate::text;

/// A field of one or more lines.
#[derive(Clone, Debug)]
pub struct Field {
    area: TextArea<'static>,
    lines: Lines,
}

/// How many lines a field may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// One; a pasted line feed becomes a space.
    One,
    /// Any number.
    Many,
}

impl Field {
    /// A field that holds `text`, the cursor at its end.
    pub fn new(text: &str, lines: Lines) -> Self {
        let clean = match lines {
            Lines::One => text::one_line(text),
            Lines::Many => text::sanitise(text).into_owned(),
        };
        let mut area = TextArea::new(clean.split('\n').map(str::to_owned).collect());
        area.set_cursor_line_style(Style::new());
        // The terminal's own cursor is shown instead, where input methods expect it.
        area.set_cursor_style(Style::new());
        area.set_wrap_mode(match lines {
            Lines::One => WrapMode::None,
            Lines::Many => WrapMode::WordOrGlyph,
        });
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, lines }
    }

    /// What it holds.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Types a key that no command is bound to.
    pub fn key(&mut self, key: KeyEvent) {
        match key.code {
            KeyCode::Enter if self.lines == Lines::One => {}
            KeyCode::Enter => self.area.insert_newline(),
            KeyCode::Tab => {
                self.area.insert_char(' ');
            }
            KeyCode::Backspace if key.modifiers.is_empty() => self.backspace(),
            KeyCode::Char('u') if key.modifiers == KeyModifiers::CONTROL => {
                self.area.delete_line_by_head();
            }
            _ => {
                self.area.input(key);
            }
        }
    }

    /// Inserts pasted text.
    pub fn paste(&mut self, pasted: &str) {
        let clean = match self.lines {
            Lines::One => text::one_line(pasted),
            Lines::Many => text::sanitise(pasted).into_owned(),
        };
        self.area.insert_str(clean);
    }

    /// Deletes the whole grapheme before the cursor: the widget alone would take one code point of a joined emoji.
    fn backspace(&mut self) {
        let cursor = self.area.cursor();
        let before: String =
            self.area.lines().get(cursor.0).map(|line| line.chars().take(cursor.1).collect()).unwrap_or_default();
        let points = before.graphemes(true).next_back().map_or(1, |last| last.chars().count());
        for _ in 0..points {
            self.area.delete_char();
        }
    }

    /// Draws the field and returns where the terminal's cursor belongs.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return None;
        }
        (&self.area).render(area, buffer);
        let (top, left) = self.area.scroll_offset();
        let at = self.area.screen_cursor();
        let x = area.x.saturating_add(u16::try_from(at.col).ok()?.saturating_sub(left));
        let y = area.y.saturating_add(u16::try_from(at.row).ok()?.saturating_sub(top));
        Some(Position::new(x.min(area.right().saturating_sub(1)), y.min(area.bottom().saturating_sub(1))))
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, Lines};
    use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    fn press(field: &mut Field, code: KeyCode) {
        field.key(KeyEvent::new(code, KeyModifiers::NONE));
    }

    #[test]
    fn backspace_takes_a_whole_grapheme() {
        let mut field = Field::new("值班👩‍🚒", Lines::One);
        press(&mut field, KeyCode::Backspace);
        assert_eq!(field.text(), "值班");
        press(&mut field, KeyCode::Backspace);
        assert_eq!(field.text(), "值");
    }

    #[test]
    fn a_paste_into_one_line_stays_on_one_line() {
        let mut field = Field::new("", Lines::One);
        field.paste("a\r\nb\u{1b}[31m");
        assert_eq!(field.text(), "a b[31m");
        let mut many = Field::new("", Lines::Many);
        many.paste("a\r\nb");
        assert_eq!(many.text(), "a\nb");
    }

    #[test]
    fn enter_breaks_a_line_only_where_lines_are_many() {
        let mut one = Field::new("a", Lines::One);
        press(&mut one, KeyCode::Enter);
        assert_eq!(one.text(), "a");
        let mut many = Field::new("a", Lines::Many);
        press(&mut many, KeyCode::Enter);
        assert_eq!(many.text(), "a\n");
    }
}
