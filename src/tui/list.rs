//! The cursor of a list of rows.

use super::action::Action;

/// The row under the cursor.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cursor {
    at: usize,
}

impl Cursor {
    /// The cursor on a row.
    pub(super) const fn on(at: usize) -> Self {
        Self { at }
    }

    /// The row, among `count`.
    pub(super) fn at(self, count: usize) -> usize {
        self.at.min(count.saturating_sub(1))
    }

    /// Moves among `count` rows, of which `seen` are seen at once.
    pub(super) fn go(&mut self, asked: Action, count: usize, seen: usize) {
        let at = self.at(count);
        let last = count.saturating_sub(1);
        self.at = match asked {
            Action::Up => at.saturating_sub(1),
            Action::Down => (at + 1).min(last),
            Action::PageUp => at.saturating_sub(seen),
            Action::PageDown => (at + seen).min(last),
            Action::First => 0,
            Action::Last => last,
            _ => at,
        };
    }
}

/// The first of `count` rows in sight, of which `seen` are seen at once, row `at` among them, in the middle where it can be.
pub(super) fn first_in_sight(at: usize, count: usize, seen: usize) -> usize {
    at.saturating_sub(seen / 2).min(count.saturating_sub(seen))
}
