//! Maturity levels.

use std::fmt;

use serde::Serialize;

/// A maturity level: 0 where none is achieved, else 1 to the checklist's highest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Level(u8);

impl Level {
    /// No level achieved.
    pub const NONE: Self = Self(0);

    /// Level `n`.
    pub const fn new(n: u8) -> Self {
        Self(n)
    }

    /// The number.
    pub const fn get(self) -> u8 {
        self.0
    }

    /// The level above, if a number is left for one.
    #[must_use]
    pub const fn above(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The level below, 0 at the lowest.
    #[must_use]
    pub const fn below(self) -> Self {
        Self(self.0.saturating_sub(1))
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
