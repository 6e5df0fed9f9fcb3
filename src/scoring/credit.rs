//! Exact credit: half points out of applicable items.

use super::Credit;
use crate::model::Answer;

impl Credit {
    /// No points out of no items.
    pub const fn new() -> Self {
        Self { halves: 0, applicable: 0 }
    }

    /// Counts one item: yes 1, partial ½, no and unanswered 0; n/a not at all.
    pub fn add(&mut self, answer: Option<Answer>) {
        let halves = match answer {
            Some(Answer::Yes) => 2,
            Some(Answer::Partial) => 1,
            Some(Answer::No) | None => 0,
            Some(Answer::Na) => return,
        };
        self.halves = self.halves.saturating_add(halves);
        self.applicable = self.applicable.saturating_add(1);
    }

    /// The points, in steps of a half.
    pub fn points(self) -> f64 {
        f64::from(self.halves) / 2.0
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
        let share = (u64::from(self.halves) * 50).checked_div(u64::from(self.applicable))?;
        u32::try_from(share).ok()
    }
}

impl FromIterator<Option<Answer>> for Credit {
    fn from_iter<T: IntoIterator<Item = Option<Answer>>>(answers: T) -> Self {
        let mut credit = Self::new();
        answers.into_iter().for_each(|answer| credit.add(answer));
        credit
    }
}
