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
    /// The areas, each before those in it, and how deep each stands.
    nested: Vec<(usize, usize)>,
}

impl Index {
    pub(super) fn of(parts: &Parts) -> Self {
        let at = check::ids(parts).map(|(locus, id)| ((locus.table, id.clone()), locus.item)).collect();
        let mut index = Self { at, within: vec![Vec::new(); parts.areas.len()], nested: nested(parts) };
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

    /// The areas, each before those in it, and how deep each stands.
    pub(super) fn nested(&self) -> &[(usize, usize)] {
        &self.nested
    }

    /// Which criteria are in an area or in the areas in it, in order.
    pub(super) fn within(&self, area: &Id) -> &[usize] {
        self.place(Table::Areas, area).and_then(|at| self.within.get(at)).map_or(&[], Vec::as_slice)
    }
}

fn nested(parts: &Parts) -> Vec<(usize, usize)> {
    let mut inside: HashMap<Option<&Id>, Vec<usize>> = HashMap::new();
    for (at, area) in parts.areas.iter().enumerate() {
        inside.entry(area.parent.as_ref()).or_default().push(at);
    }
    let mut inside = |parent, depth: usize| {
        let own = inside.remove(&parent).unwrap_or_default();
        own.into_iter().rev().map(move |at| (at, depth))
    };
    // The next one is the last here.
    let mut open: Vec<(usize, usize)> = inside(None, 0).collect();
    let mut nested = Vec::new();
    while let Some((at, depth)) = open.pop() {
        nested.push((at, depth));
        open.extend(inside(parts.areas.get(at).map(|area| &area.id), depth + 1));
    }
    nested
}
