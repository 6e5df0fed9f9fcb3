//! Where a new table goes: in checklist order, so that answers given in any order make the same file.

use std::collections::HashMap;

use toml_edit::{Document, Item, Table};

use crate::model::{Checklist, Section};

use super::place::{Lines, extent};

/// A place in the order of a file: what kind of table, then which of its kind.
type Rank = (usize, usize);

/// The order of a checklist's items.
#[derive(Debug, Default)]
pub(in crate::store) struct Order {
    ranks: HashMap<Vec<String>, usize>,
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
        Self { ranks }
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

/// The offset at which a table for `path` goes: after the last one that comes before it in `order`.
pub(super) fn place_for(doc: &Document<&str>, text: &str, path: &[&str], order: &Order) -> usize {
    let end = extent(doc.as_table()).map_or(0, |span| span.end);
    let mut blocks = vec![Block { path: Vec::new(), start: 0, end }];
    collect(doc.as_table(), &mut Vec::new(), &mut blocks);
    let own = order.of(path);
    let earlier = blocks.iter().filter_map(|block| {
        let path: Vec<&str> = block.path.iter().map(String::as_str).collect();
        let rank = order.of(&path)?;
        // Among unknown ids the one that is written last stays last.
        (Some(rank) < own || rank.1 == usize::MAX && Some(rank) == own).then_some((rank, block.start, block.end))
    });
    let end = earlier.max().map_or(text.len(), |(_, _, end)| end);
    Lines(text).after(end)
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
