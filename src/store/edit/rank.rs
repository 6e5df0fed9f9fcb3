//! Where a new table goes: below its anchor, else in checklist order, so that answers given in any order make the same
//! file.

use std::collections::HashMap;

use toml_edit::{Document, Item, Table};

use crate::model::{Checklist, Section};

use super::place::{Lines, anchor_of, extent, is_anchor};

/// A place in the order of a file: what kind of table, then which of its kind.
type Rank = (usize, usize);

/// The order of a checklist's items.
#[derive(Debug, Default)]
pub(in crate::store) struct Order {
    ranks: HashMap<Vec<String>, usize>,
    /// What stands at the place of each item.
    anchors: HashMap<String, Rank>,
    /// The paths of the items, in order.
    items: Vec<Vec<String>>,
}

impl Order {
    /// The order in which `checklist` has its items.
    pub(in crate::store) fn new(checklist: &Checklist) -> Self {
        let mut ranks = HashMap::new();
        for (at, key) in checklist.keys().enumerate() {
            let path: Vec<String> = key.path().into_iter().map(str::to_owned).collect();
            if let [section, of, _] = path.as_slice() {
                // A table for a whole loop comes right before its first step.
                ranks.entry(vec![section.clone(), of.clone()]).or_insert(2 * at + 1);
            }
            ranks.insert(path, 2 * at + 2);
        }
        let mut order = Self { ranks, ..Self::default() };
        for key in checklist.keys() {
            if let Some(rank) = order.of(&key.path()) {
                order.anchors.insert(anchor_of(&key.path()), rank);
            }
            order.items.push(key.path().into_iter().map(str::to_owned).collect());
        }
        order
    }

    /// The paths of the items in a section, in order.
    pub(super) fn items_in(&self, section: Section) -> impl Iterator<Item = Vec<&str>> {
        let paths = self.items.iter().map(|path| path.iter().map(String::as_str).collect::<Vec<_>>());
        paths.filter(move |path| path.first() == Some(&section.name()))
    }

    /// Whether the checklist has an item at `path`.
    pub(super) fn has(&self, path: &[&str]) -> bool {
        self.anchors.contains_key(&anchor_of(path))
    }

    /// The rank of a table; none for tables that the file format does not know. Unknown ids come last in their section.
    pub(super) fn of(&self, path: &[&str]) -> Option<Rank> {
        let first = match path {
            [] => return Some((0, 0)),
            ["checklist", ..] => return Some((1, 0)),
            [first, ..] => *first,
        };
        let kind = Section::ALL.iter().position(|section| section.name() == first)?;
        // Below an item nothing has an order of its own.
        let depth = if first == Section::Steps.name() { 3 } else { 2 };
        let key: Vec<String> = path.iter().take(depth).map(|part| (*part).to_owned()).collect();
        let at = if key.len() == 1 { 0 } else { self.ranks.get(&key).copied().unwrap_or(usize::MAX) };
        Some((kind + 2, at))
    }
}

/// A header with what stands under it.
struct Block {
    path: Vec<String>,
    start: usize,
    end: usize,
}

/// Where a table goes, and what stands around it.
pub(super) struct Place {
    pub(super) at: usize,
    pub(super) above: &'static str,
    pub(super) below: &'static str,
}

/// The place for a table at `path`: right below its anchor; without one, after the last table or anchor that comes before
/// it in `order`.
pub(super) fn place_for(doc: &Document<&str>, text: &str, path: &[&str], order: &Order) -> Place {
    let lines = Lines(text);
    let end = extent(doc.as_table()).map_or(0, |span| span.end);
    let mut blocks = vec![Block { path: Vec::new(), start: 0, end }];
    collect(doc.as_table(), &mut Vec::new(), &mut blocks);
    let anchors = anchors(text, &mut blocks);
    let wanted = anchor_of(path);
    if let Some((at, _)) = anchors.iter().find(|(_, line)| *line == wanted) {
        return Place { at: lines.end(*at), above: "", below: "\n" };
    }
    let own = order.of(path);
    let tables = blocks.iter().filter_map(|block| {
        let path: Vec<&str> = block.path.iter().map(String::as_str).collect();
        let rank = order.of(&path)?;
        // Among unknown ids the one that is written last stays last.
        (Some(rank) < own || rank.1 == usize::MAX && Some(rank) == own).then_some((rank, block.start, Some(block.end)))
    });
    let ranked = || anchors.iter().filter_map(|(start, line)| Some((*order.anchors.get(*line)?, *start)));
    let marks = ranked().filter(|(rank, _)| Some(*rank) < own).map(|(rank, start)| (rank, start, None));
    let at = match tables.chain(marks).max() {
        None => lines.after(text.len()),
        Some((_, start, None)) => lines.end(start),
        Some((rank, start, Some(end))) => {
            let at = lines.after(end);
            // The blank line below an anchored table is its own: it comes and goes with the table.
            if ranked().any(|(each, mark)| each == rank && mark < start) { lines.with_blank_below(at) } else { at }
        }
    };
    Place { at, above: "\n", below: if is_anchor(lines.line(at)) { "\n" } else { "" } }
}

/// The anchors in a text with their offsets. What looks like one inside a table or a value, where no other table can
/// begin, is none.
fn anchors<'t>(text: &'t str, blocks: &mut [Block]) -> Vec<(usize, &'t str)> {
    blocks.sort_by_key(|block| block.start);
    let inside = |at: usize| {
        let before = blocks.partition_point(|block| block.start <= at);
        before.checked_sub(1).and_then(|last| blocks.get(last)).is_some_and(|block| at < block.end)
    };
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        at += line.len();
        (at - line.len(), line.trim())
    });
    lines.filter(|(start, line)| is_anchor(line) && !inside(*start)).collect()
}

fn collect(table: &Table, path: &mut Vec<String>, blocks: &mut Vec<Block>) {
    for (key, item) in table {
        path.push(key.to_owned());
        let tables: Vec<&Table> = match item {
            Item::Table(inner) => vec![inner],
            Item::ArrayOfTables(all) => all.iter().collect(),
            _ => Vec::new(),
        };
        for inner in tables {
            if let (Some(span), false) = (inner.span(), inner.is_dotted() || inner.is_implicit()) {
                let end = extent(inner).map_or(span.end, |values| values.end);
                blocks.push(Block { path: path.clone(), start: span.start, end });
            }
            collect(inner, path, blocks);
        }
        path.pop();
    }
}
