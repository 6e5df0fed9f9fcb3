//! The time over which a metric was measured.

use std::fmt;

/// A whole number of hours, days, weeks, months or years, as a file writes it: `12h`, `30d`, `4w`, `3mo`, `1y`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    count: u16,
    /// What is counted.
    pub of: Span,
}

/// What a window is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

impl Span {
    const ALL: [Self; 5] = [Self::Hour, Self::Day, Self::Week, Self::Month, Self::Year];

    /// How a file writes it. A month has two letters, for elsewhere one stands for a minute.
    const fn sign(self) -> &'static str {
        match self {
            Self::Hour => "h",
            Self::Day => "d",
            Self::Week => "w",
            Self::Month => "mo",
            Self::Year => "y",
        }
    }
}

impl Window {
    /// The window that `text` writes; `None` for anything else, such as one of nothing.
    pub fn read(text: &str) -> Option<Self> {
        let (digits, sign) = text.split_at_checked(text.find(|c: char| !c.is_ascii_digit())?)?;
        let of = Span::ALL.into_iter().find(|of| of.sign() == sign)?;
        let count = digits.parse().ok().filter(|count| *count > 0)?;
        Some(Self { count, of })
    }

    /// How many there are.
    pub const fn count(self) -> u16 {
        self.count
    }
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.count, self.of.sign())
    }
}

#[cfg(test)]
mod tests {
    use super::Window;

    #[test]
    fn a_window_is_a_number_and_what_is_counted() {
        for text in ["12h", "30d", "4w", "3mo", "1y"] {
            assert_eq!(Window::read(text).map(|window| window.to_string()).as_deref(), Some(text));
        }
        for text in ["", "30", "d", "0d", "-1d", "30 d", "5m", "1.5d", "30D", "99999d", "１d"] {
            assert_eq!(Window::read(text), None, "{text}");
        }
    }
}
