//! Where everything of a checklist is, for whoever asks by its id.

use std::collections::HashMap;

use super::check::{self, Table};
use super::{DEEPEST, Parts};
use crate::model::Id;

/// The places of a checklist's items.
#[derive(Clone, Debug)]
pub(super) struct Index {
    at: HashMap<(Table, Id), usize>,
    /// The criteria of each area and of the areas in it.
    within: Vec<Vec<usize>>,
}

impl Index {
    pub(super) fn of(parts: &Parts) -> Self {
        let at = check::ids(parts).map(|(locus, id)| ((locus.table, id.clone()), locus.item)).collect();
        let mut index = Self { at, within: vec![Vec::new(); parts.areas.len()] };
        for (nth, criterion) in parts.criteria.iter().enumerate() {
            let mut area = criterion.area.as_ref();
            for _ in 0..DEEPEST {
                let Some(at) = area.and_then(|id| index.place(Table::Areas, id)) else { break };
                index.within.iter_mut().skip(at).take(1).for_each(|own| own.push(nth));
                area = parts.areas.get(at).and_then(|area| area.parent.as_ref());
            }
        }
        index
    }

    /// Which item of its table has that id.
    pub(super) fn place(&self, table: Table, id: &Id) -> Option<usize> {
        self.at.get(&(table, id.clone())).copied()
    }

    /// Which criteria are in an area or in the areas in it, in order.
    pub(super) fn within(&self, area: &Id) -> &[usize] {
        self.place(Table::Areas, area).and_then(|at| self.within.get(at)).map_or(&[], Vec::as_slice)
    }
}
