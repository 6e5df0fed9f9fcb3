//! Edits inside one value: inline tables and arrays that a person may have laid out and remarked upon.

use std::ops::Range;

use toml_edit::{Array, InlineTable, Value};

use super::value::{self, Piece};

/// Which elements of a list stay, go and come, given by their place in the old or new list.
pub(super) struct Alignment {
    /// In both, at the same place, and perhaps different.
    pub(super) kept: Range<usize>,
    /// In the old list only.
    pub(super) removed: Range<usize>,
    /// In the new list only.
    pub(super) added: Range<usize>,
}

/// Aligns two lists by their common beginning and end.
pub(super) fn align<T: PartialEq>(old: &[T], new: &[T]) -> Alignment {
    let start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let rest = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(old, new)| old == new).count();
    let (old_end, new_end) = (old.len() - end, new.len() - end);
    let kept_end = old_end.min(new_end);
    Alignment { kept: start..kept_end, removed: kept_end..old_end, added: kept_end..new_end }
}

/// The text of a value that is to become `new`, keeping what a person wrote into it.
pub(super) fn replace(written: &str, old: Option<&Piece>, new: &Piece) -> Option<String> {
    // Laid out as this program does: nothing in it is a person's own.
    if old.is_some_and(|old| old.render() == written.replace("\r\n", "\n")) {
        return Some(new.render());
    }
    let mut value: Value = written.parse().ok()?;
    set(&mut value, old, new)?;
    Some(bare(value))
}

/// The text of an inline table in which one field changes; empty if nothing is left of it.
pub(super) fn edit(
    written: &str,
    path: &[&str],
    key: &str,
    old: Option<&Piece>,
    new: Option<&Piece>,
) -> Option<String> {
    let mut value: Value = written.parse().ok()?;
    field(value.as_inline_table_mut()?, path, key, old, new)?;
    let empty = value.as_inline_table().is_some_and(InlineTable::is_empty);
    Some(if empty { String::new() } else { bare(value) })
}

fn field(table: &mut InlineTable, path: &[&str], key: &str, old: Option<&Piece>, new: Option<&Piece>) -> Option<()> {
    let Some((first, rest)) = path.split_first() else {
        match (table.get_mut(key), new) {
            (Some(value), Some(piece)) => set(value, old, piece)?,
            (Some(_), None) => take(table, key),
            (None, Some(piece)) => append(table, key, piece.render().parse().ok()?),
            (None, None) => {}
        }
        return Some(());
    };
    if !table.contains_key(first) {
        if new.is_none() {
            return Some(());
        }
        append(table, first, InlineTable::new().into());
    }
    let inner = table.get_mut(first)?.as_inline_table_mut()?;
    field(inner, rest, key, old, new)?;
    if inner.is_empty() {
        take(table, first);
    }
    Some(())
}

/// Adds a key at the end, spaced like the others.
fn append(table: &mut InlineTable, key: &str, mut value: Value) {
    let decor = last_value(table).map(Value::decor_mut);
    let suffix = decor.and_then(|decor| {
        let suffix = decor.suffix()?.as_str()?.to_owned();
        // A remark stays with what it is about.
        (!suffix.contains('#')).then(|| decor.set_suffix(""))?;
        Some(suffix)
    });
    value.decor_mut().set_prefix(" ");
    value.decor_mut().set_suffix(suffix.unwrap_or_else(|| " ".to_owned()));
    table.insert(key, value);
}

/// Takes out a key; what closed the table still does.
fn take(table: &mut InlineTable, key: &str) {
    let last = table.iter().last().is_some_and(|(last, _)| last == key);
    let suffix = table.remove(key).and_then(|value| Some(value.decor().suffix()?.as_str()?.to_owned()));
    if let (true, Some(suffix), Some(value)) = (last, suffix, last_value(table)) {
        value.decor_mut().set_suffix(suffix);
    }
}

/// The value that is written last, which may be under a dotted key.
fn last_value(table: &mut InlineTable) -> Option<&mut Value> {
    let last = table.iter().last()?.0.to_owned();
    if table.get(&last)?.as_inline_table().is_some_and(|inner| inner.is_dotted() && !inner.is_empty()) {
        return last_value(table.get_mut(&last)?.as_inline_table_mut()?);
    }
    table.get_mut(&last)
}

/// Turns a value into `new`, keeping the space and the remarks around it.
fn set(value: &mut Value, old: Option<&Piece>, new: &Piece) -> Option<()> {
    match (value, old, new) {
        (Value::Array(array), Some(Piece::Evidence(old)), Piece::Evidence(new)) => {
            elements(array, old, new, value::evidence_inline, |value, old, new| {
                let table = value.as_inline_table_mut()?;
                let (old, new) = (value::evidence_fields(old), value::evidence_fields(new));
                old.iter()
                    .zip(&new)
                    .filter(|(old, new)| old != new)
                    .try_for_each(|((key, old), (_, new))| field(table, &[], key, old.as_ref(), new.as_ref()))
            })
        }
        (Value::Array(array), Some(Piece::Strings(old)), Piece::Strings(new)) => elements(
            array,
            old,
            new,
            |text| value::string(text),
            |value, _, new| set(value, None, &Piece::Plain(value::string(new))),
        ),
        (Value::InlineTable(table), Some(Piece::Target(old)), Piece::Target(new)) => {
            let ((old_key, old), (key, limit)) = (value::limit(*old), value::limit(*new));
            let old = Piece::Plain(value::number(old));
            let limit = Piece::Plain(value::number(limit));
            if old_key == key {
                return field(table, &[], key, Some(&old), Some(&limit));
            }
            field(table, &[], key, None, Some(&limit))?;
            field(table, &[], old_key, Some(&old), None)
        }
        (value, _, new) => {
            let decor = value.decor().clone();
            *value = new.render().parse().ok()?;
            *value.decor_mut() = decor;
            Some(())
        }
    }
}

/// Turns the elements of an array into `new`, each that stays as it is.
fn elements<T: PartialEq>(
    array: &mut Array,
    old: &[T],
    new: &[T],
    write: impl Fn(&T) -> String,
    change: impl Fn(&mut Value, &T, &T) -> Option<()>,
) -> Option<()> {
    let step = align(old, new);
    for at in step.kept.clone() {
        change(array.get_mut(at)?, old.get(at)?, new.get(at)?)?;
    }
    for at in step.removed.clone().rev() {
        let prefix = prefix(array, at);
        array.remove(at);
        // A remark at the end of the element before stands in front of the one that goes.
        if prefix.contains('#') {
            let kept = prefix.trim_end_matches([' ', '\t', '\n']);
            if let Some(next) = array.get_mut(at) {
                let own = next.decor().prefix().and_then(|p| p.as_str()).unwrap_or_default().to_owned();
                next.decor_mut().set_prefix(joined(kept, &own));
            } else {
                let own = array.trailing().as_str().unwrap_or_default().to_owned();
                array.set_trailing(joined(kept, &own));
            }
        }
    }
    for at in step.added.clone() {
        let mut value: Value = write(new.get(at)?).parse().ok()?;
        let neighbour = prefix(array, at.saturating_sub(1));
        // On a line of its own where the others are; their remarks are theirs.
        let space = match neighbour.rfind('\n').and_then(|feed| neighbour.get(feed..)) {
            Some(space) => space.to_owned(),
            None if at == 0 => String::new(),
            None => " ".to_owned(),
        };
        value.decor_mut().set_prefix(space);
        if at == 0
            && let Some(first) = array.get_mut(0).filter(|first| first.decor().prefix().is_none_or(is_empty))
        {
            first.decor_mut().set_prefix(" ");
        }
        array.insert_formatted(at, value);
    }
    Some(())
}

fn is_empty(raw: &toml_edit::RawString) -> bool {
    raw.as_str().is_none_or(str::is_empty)
}

fn prefix(array: &Array, at: usize) -> String {
    let value = array.get(at);
    value.and_then(|value| value.decor().prefix()?.as_str()).unwrap_or_default().to_owned()
}

/// Two pieces of space with remarks, the first of which ends in a remark.
fn joined(first: &str, second: &str) -> String {
    let feed = if second.starts_with(['\n', '\r']) { "" } else { "\n" };
    format!("{first}{feed}{second}")
}

/// The value without the space around it.
fn bare(mut value: Value) -> String {
    value.decor_mut().clear();
    value.to_string()
}
