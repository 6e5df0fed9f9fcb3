//! Meaning to style: views name what something means, this page says how it looks.
//!
//! Body text keeps the terminal's own foreground, and no meaning is told by colour alone: every one has a mark, a word or an
//! attribute. Colours are those of a palette, which are the same on every terminal that has 256 of them.

mod palette;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use crate::model::Worth;
use crate::settings::ThemeName;

use palette::Palette;

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

impl Meaning {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Body,
        Self::Title,
        Self::Met,
        Self::Partial,
        Self::Blocked,
        Self::Muted,
        Self::Selected,
        Self::Match,
        Self::Key,
        Self::Error,
        Self::Warning,
    ];
}

/// What is behind the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Black, or nearly.
    Dark,
    /// White, or nearly.
    Light,
}

impl Ground {
    /// The background, where `variable` knows it without asking the terminal: the Linux console is black, and some terminals
    /// set `COLORFGBG`, the numbers of their colours, to `15;0` or `0;default;15`.
    pub fn known(variable: impl Fn(&str) -> Option<String>) -> Option<Self> {
        if variable("TERM").is_some_and(|term| term == "linux") {
            return Some(Self::Dark);
        }
        let number: u8 = variable("COLORFGBG")?.rsplit(';').next()?.parse().ok()?;
        match number {
            0..=6 | 8 => Some(Self::Dark),
            7 | 9..=15 => Some(Self::Light),
            _ => None,
        }
    }
}

/// How meanings look on this terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// What colours are made for.
    pub name: ThemeName,
    /// What is behind the text, where that is known.
    pub ground: Option<Ground>,
    /// Whether the terminal has 256 colours; else it is taken to have 16.
    pub many: bool,
    /// Whether only ASCII may be drawn for the interface's own marks and lines.
    pub ascii: bool,
    /// Whether the terminal may be told where a link leads.
    pub links: bool,
}

impl Default for Theme {
    /// No colour, and all marks and lines.
    fn default() -> Self {
        Self::named(ThemeName::None)
    }
}

impl Theme {
    /// A theme on a terminal with 256 colours on whatever it has behind them.
    pub const fn named(name: ThemeName) -> Self {
        Self { name, ground: None, many: true, ascii: false, links: false }
    }

    /// Whether there are colours at all.
    pub fn has_colour(self) -> bool {
        self.name != ThemeName::None
    }

    /// Whether it looks otherwise on another background.
    pub fn asks_for_ground(self) -> bool {
        matches!(self.name, ThemeName::Auto | ThemeName::HighContrast)
    }

    /// The style of a meaning. Attributes tell what stands out where there is no colour for it; what is selected is
    /// reversed, which no background hides.
    pub fn style(self, meaning: Meaning) -> Style {
        let palette = self.palette();
        let coloured =
            |colour: Option<u8>| colour.map_or(Style::new(), |number| Style::new().fg(Color::Indexed(number)));
        match meaning {
            Meaning::Body => Style::new(),
            Meaning::Title => Style::new().add_modifier(Modifier::BOLD),
            Meaning::Met => coloured(palette.met),
            Meaning::Partial => coloured(palette.partial),
            Meaning::Blocked => coloured(palette.blocked),
            // How faint a terminal draws what is faint is not known, so only who wants no colour gets it.
            Meaning::Muted if !self.has_colour() => Style::new().add_modifier(Modifier::DIM),
            Meaning::Muted => coloured(palette.muted),
            Meaning::Selected => Style::new().add_modifier(Modifier::REVERSED),
            Meaning::Match => Style::new().add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
            Meaning::Key => coloured(palette.key).add_modifier(Modifier::BOLD),
            Meaning::Error => coloured(palette.blocked).add_modifier(Modifier::BOLD),
            Meaning::Warning => coloured(palette.partial).add_modifier(Modifier::BOLD),
        }
    }

    fn palette(self) -> &'static Palette {
        match (self.name, self.ground, self.many) {
            (ThemeName::None, ..) | (ThemeName::HighContrast, None, _) | (ThemeName::Auto, None, false) => {
                &palette::NONE
            }
            (ThemeName::Auto, None, true) => &palette::EITHER,
            (ThemeName::Dark, _, true) | (ThemeName::Auto, Some(Ground::Dark), true) => &palette::DARK,
            (ThemeName::Light, _, true) | (ThemeName::Auto, Some(Ground::Light), true) => &palette::LIGHT,
            (ThemeName::HighContrast, Some(Ground::Dark), true) => &palette::HIGH_ON_DARK,
            (ThemeName::HighContrast, Some(Ground::Light), true) => &palette::HIGH_ON_LIGHT,
            (ThemeName::Dark, _, false) | (ThemeName::Auto | ThemeName::HighContrast, Some(Ground::Dark), false) => {
                &palette::FEW_ON_DARK
            }
            (ThemeName::Light, _, false) | (ThemeName::Auto | ThemeName::HighContrast, Some(Ground::Light), false) => {
                &palette::FEW_ON_LIGHT
            }
        }
    }
}

/// The mark and the meaning of what an answer is worth; of `None`, an unanswered item.
pub const fn mark(worth: Option<Worth>) -> (&'static str, Meaning) {
    match worth {
        Some(Worth::Met) => ("✓", Meaning::Met),
        Some(Worth::Part) => ("~", Meaning::Partial),
        Some(Worth::Unmet) => ("✗", Meaning::Blocked),
        Some(Worth::Waived) => ("-", Meaning::Muted),
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
        "─" | "—" | "−" => "-",
        "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴" | "┼" => "+",
        "▸" | "→" => ">",
        "▾" | "▼" | "↓" => "v",
        "▲" | "↑" => "^",
        "←" => "<",
        "“" | "”" => "\"",
        "\u{a0}" => " ",
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
    use super::{Ground, Meaning, Theme, ascii, bar, mark};
    use crate::model::Worth;
    use crate::settings::ThemeName;
    use crate::text::width;

    #[test]
    fn without_colour_only_attributes_are_left() {
        for meaning in Meaning::ALL {
            assert_eq!((Theme::default().style(meaning).fg, Theme::default().style(meaning).bg), (None, None));
        }
    }

    #[test]
    fn what_is_selected_is_reversed_and_never_coloured_in_every_theme() {
        for name in ThemeName::ALL {
            let style = Theme::named(*name).style(Meaning::Selected);
            assert_eq!((style.fg, style.add_modifier), (None, ratatui::style::Modifier::REVERSED), "{name:?}");
        }
    }

    #[test]
    fn the_background_is_known_from_some_terminals() {
        let known = |name: &str, value: &str| Ground::known(|asked| (asked == name).then(|| value.to_owned()));
        assert_eq!(known("COLORFGBG", "15;0"), Some(Ground::Dark));
        assert_eq!(known("COLORFGBG", "0;default;15"), Some(Ground::Light));
        assert_eq!(known("COLORFGBG", "12;8"), Some(Ground::Dark));
        assert_eq!(known("TERM", "linux"), Some(Ground::Dark));
        for nothing in ["", "15;default", "0;300", "white"] {
            assert_eq!(known("COLORFGBG", nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn every_answer_has_a_mark_of_its_own_one_cell_wide_in_ascii_too() {
        let answers = [Some(Worth::Met), Some(Worth::Part), Some(Worth::Unmet), Some(Worth::Waived), None];
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
