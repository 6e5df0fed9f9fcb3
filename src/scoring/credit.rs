//! Exact credit: millionths of a point out of applicable items.

use super::Credit;
use crate::model::{Counted, Worth};

impl Credit {
    /// No points out of no items.
    pub const fn new() -> Self {
        Self { millionths: 0, applicable: 0 }
    }

    /// Counts one item: its credit, nothing while it is unanswered; what is waived not at all.
    pub fn add(&mut self, counted: Option<Counted>) {
        let credit = match counted {
            Some(Counted { worth: Worth::Waived, .. }) => return,
            Some(Counted { credit, .. }) => credit,
            None => 0,
        };
        self.millionths = self.millionths.saturating_add(u64::from(credit));
        self.applicable = self.applicable.saturating_add(1);
    }

    /// The points, exact to six decimals.
    pub fn points(self) -> f64 {
        super::as_number(self.millionths)
    }

    /// How many items the points are out of.
    pub const fn applicable(self) -> u32 {
        self.applicable
    }

    /// The points over the applicable items, 0 to 1; `None` where no item applies.
    pub fn progress(self) -> Option<f64> {
        (self.applicable > 0).then(|| self.points() / f64::from(self.applicable))
    }

    /// The progress in whole per cent, rounded down, so that only what is complete reads 100; `None` where no item
    /// applies.
    pub fn percent(self) -> Option<u32> {
        let share = self.millionths.checked_div(u64::from(self.applicable) * u64::from(Counted::WHOLE / 100))?;
        u32::try_from(share).ok()
    }
}

impl FromIterator<Option<Counted>> for Credit {
    fn from_iter<T: IntoIterator<Item = Option<Counted>>>(counted: T) -> Self {
        let mut credit = Self::new();
        counted.into_iter().for_each(|counted| credit.add(counted));
        credit
    }
}
