//! `explain`: why the score is what it is, as a whole or for one item.

use super::output::{self, Stop};
use super::{Context, DONE};
use crate::error::{Error, Result};
use crate::i18n::say;
use crate::model::{Checklist, Key};
use crate::page::{explain, item};
use crate::text::{nearest, one_line};

pub(super) fn run(context: &Context, target: &str, id: Option<&str>) -> std::result::Result<u8, Stop> {
    let card = context.card(target, None)?;
    let Some(id) = id else {
        output::page(context, &explain::page(&card, context.lang))?;
        return Ok(DONE);
    };
    for (nth, key) in named(&card.checklist, id)?.iter().enumerate() {
        if nth > 0 {
            output::print("\n")?;
        }
        output::page(context, &item::page(&card, key, context.lang))?;
    }
    Ok(DONE)
}

/// The items of that id or published number.
pub(super) fn named(checklist: &Checklist, id: &str) -> Result<Vec<Key>> {
    let keys = checklist.named(id);
    if !keys.is_empty() {
        return Ok(keys);
    }
    let names = |key: Key| [Some(key.to_string()), checklist.code(&key).map(str::to_owned)];
    let known: Vec<String> = checklist.keys().flat_map(names).flatten().collect();
    let hint = match nearest(id, known.iter().map(String::as_str)) {
        Some(near) => say::did_you_mean(near),
        None => say::no_item_hint(checklist.id()),
    };
    Err(Error::new(say::no_item(one_line(id), checklist.id())).hint(hint))
}
