//! The areas of a checklist, and what lies in them.

use super::{Area, Checklist, Criterion, Headline, Table};
use crate::model::Id;

impl Checklist {
    /// Whether a score leads with the areas: as the checklist says, else where there are more of them than levels.
    pub fn leads_with_areas(&self) -> bool {
        let more = || self.parts.areas.len() > self.parts.levels.len();
        self.parts.scoring.headline.map_or_else(more, |headline| headline == Headline::Areas)
    }

    /// The criteria of an area and of the areas in it, in order.
    pub fn criteria_in(&self, area: &Id) -> impl Iterator<Item = &Criterion> {
        self.index.within(area).iter().filter_map(|at| self.parts.criteria.get(*at))
    }

    /// The areas, each before those in it, with how deep it stands, from 0.
    pub fn areas(&self) -> impl Iterator<Item = (&Area, usize)> {
        let nested = self.index.nested().iter();
        nested.filter_map(|(at, depth)| Some((self.parts.areas.get(*at)?, *depth)))
    }

    /// The areas that are part of no other.
    pub fn top_areas(&self) -> impl Iterator<Item = &Area> {
        self.parts.areas.iter().filter(|area| area.parent.is_none())
    }

    /// The area `id`.
    pub fn area(&self, id: &Id) -> Option<&Area> {
        self.place(Table::Areas, id).and_then(|at| self.parts.areas.get(at))
    }
}
