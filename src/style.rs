//! Meaning to style: views name what something means, this page says how it looks.
//!
//! Only the sixteen colours of the terminal's own theme are used, so dark and light themes both stay readable, and body
//! text keeps the terminal's own foreground. No meaning is told by colour alone: every one has a mark or an attribute.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use crate::model::Answer;

/// What a piece of text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Plain text.
    Body,
    /// A heading.
    Title,
    /// Met, achieved, ready, on target.
    Met,
    /// Begun, carried over, tracked.
    Partial,
    /// Not met, missing, off target.
    Blocked,
    /// Of less weight.
    Muted,
    /// Where the cursor is.
    Selected,
    /// Words that were looked for.
    Match,
    /// The name of a key.
    Key,
    /// Something that went wrong.
    Error,
    /// Something to look at.
    Warning,
}

/// How meanings look on this terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Whether colours may be used; attributes always may.
    pub colour: bool,
    /// Whether only ASCII may be drawn for the interface's own marks and lines.
    pub ascii: bool,
}

impl Theme {
    /// The style of a meaning.
    pub fn style(self, meaning: Meaning) -> Style {
        let (colour, modifier) = match meaning {
            Meaning::Body => (None, Modifier::empty()),
            Meaning::Title => (None, Modifier::BOLD),
            Meaning::Met => (Some(Color::Green), Modifier::empty()),
            Meaning::Partial => (Some(Color::Yellow), Modifier::empty()),
            Meaning::Blocked => (Some(Color::Red), Modifier::empty()),
            Meaning::Muted => (None, Modifier::DIM),
            Meaning::Selected => (None, Modifier::REVERSED),
            Meaning::Match => (None, Modifier::BOLD.union(Modifier::UNDERLINED)),
            Meaning::Key => (Some(Color::Cyan), Modifier::BOLD),
            Meaning::Error => (Some(Color::Red), Modifier::BOLD),
            Meaning::Warning => (Some(Color::Yellow), Modifier::BOLD),
        };
        let style = Style::new().add_modifier(modifier);
        match colour {
            Some(colour) if self.colour => style.fg(colour),
            _ => style,
        }
    }
}

/// The mark and the meaning of an answer; of `None`, an unanswered item.
pub const fn mark(answer: Option<Answer>) -> (&'static str, Meaning) {
    match answer {
        Some(Answer::Yes) => ("✓", Meaning::Met),
        Some(Answer::Partial) => ("~", Meaning::Partial),
        Some(Answer::No) => ("✗", Meaning::Blocked),
        Some(Answer::Na) => ("-", Meaning::Muted),
        None => ("?", Meaning::Body),
    }
}

/// A bar of `cells`, filled as far as `per_cent`; full only at 100.
pub fn bar(per_cent: u32, cells: usize) -> (String, String) {
    let filled = usize::try_from(per_cent.min(100)).unwrap_or_default() * cells / 100;
    ("█".repeat(filled), "░".repeat(cells.saturating_sub(filled)))
}

/// The ASCII stand-in of a mark or line that the interface draws, one cell for one cell; any other symbol as it is.
pub fn ascii(symbol: &str) -> &str {
    match symbol {
        "✓" => "y",
        "✗" => "x",
        "█" => "#",
        "░" | "·" | "…" => ".",
        "│" => "|",
        "─" | "—" => "-",
        "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴" | "┼" => "+",
        "▸" | "→" => ">",
        "▾" => "v",
        "←" => "<",
        other => other,
    }
}

/// Draws every mark and line in the buffer in ASCII.
pub fn to_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let plain = ascii(cell.symbol());
        if plain != cell.symbol() {
            let plain = plain.to_owned();
            cell.set_symbol(&plain);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Meaning, Theme, ascii, bar, mark};
    use crate::model::Answer;
    use crate::text::width;

    #[test]
    fn without_colour_only_attributes_are_left() {
        let plain = Theme { colour: false, ascii: false };
        for meaning in [Meaning::Met, Meaning::Blocked, Meaning::Key, Meaning::Error] {
            assert_eq!(plain.style(meaning).fg, None);
        }
    }

    #[test]
    fn every_answer_has_a_mark_of_its_own_one_cell_wide_in_ascii_too() {
        let answers = [Some(Answer::Yes), Some(Answer::Partial), Some(Answer::No), Some(Answer::Na), None];
        let marks: std::collections::HashSet<&str> = answers.iter().map(|a| ascii(mark(*a).0)).collect();
        assert_eq!(marks.len(), answers.len());
        assert!(marks.iter().all(|m| m.is_ascii() && width(m) == 1));
    }

    #[test]
    fn a_bar_is_full_only_when_everything_is_met() {
        assert_eq!(bar(99, 10).0.chars().count(), 9);
        assert_eq!(bar(100, 10).0.chars().count(), 10);
        assert_eq!(bar(0, 10).1.chars().count(), 10);
    }
}
