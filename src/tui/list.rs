//! The cursor of a list of rows.

use ratatui::layout::Rect;

use super::action::Action;
use super::app::App;
use super::mouse::Spot;

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

/// The first of `count` rows in sight in an area, row `at` among them: in the middle where it can be, or where it was clicked
/// on. Each row in sight is marked as the `spot` that it is.
pub(super) fn first_in_sight(app: &App, at: usize, count: usize, area: Rect, spot: impl Fn(usize) -> Spot) -> usize {
    let seen = usize::from(area.height);
    let above = app.mouse.above(spot(at)).filter(|above| *above < seen).unwrap_or(seen / 2);
    let first = at.saturating_sub(above).min(count.saturating_sub(seen));
    area.rows().zip(first..count).for_each(|(row, nth)| app.mouse.mark_row(row, spot(nth), nth - first));
    first
}
