//! `checklist`: what can be answered, and what a checklist asks.

mod import;
mod new;

use std::sync::Arc;

use super::output::{self, Stop};
use super::{Context, DONE, TROUBLE, lint};
use crate::cli::{Checklists, Format, ShowFormat};
use crate::diff::versions::compare;
use crate::page::listing::{self, Choice};
use crate::page::{catalogue, versions};
use crate::report::json;
use crate::store::format::schema::schema;
use crate::store::{Listed, Origin};

pub(super) fn run(context: &Context, what: &Checklists) -> std::result::Result<u8, Stop> {
    match what {
        Checklists::List => list(context),
        Checklists::Show { checklist: named, format: ShowFormat::Toml } => {
            output::print(&context.library.source(named)?)?;
            Ok(DONE)
        }
        Checklists::Show { checklist: named, format: ShowFormat::Text } => {
            let shown = context.library.named(named)?;
            output::page(context, &catalogue::page(&shown.checklist, context.lang))?;
            Ok(DONE)
        }
        Checklists::Diff { old, new, format } => diff(context, old, new, *format),
        Checklists::New { name, output } => new::run(context, name, output.as_deref()),
        Checklists::Import(wanted) => import::run(context, wanted),
        Checklists::Lint { files, strict, format } => lint::run(context, files, *strict, *format),
        Checklists::Schema { of } => {
            output::print(&format!("{:#}\n", schema(*of)))?;
            Ok(DONE)
        }
    }
}

fn list(context: &Context) -> std::result::Result<u8, Stop> {
    let (listed, broken) = context.library.all();
    let choice = |one: &Listed| Choice {
        checklist: Arc::clone(&one.checklist),
        file: match &one.origin {
            Origin::BuiltIn => None,
            Origin::File(path) => Some(context.store.short(path)),
        },
        shadowed: one.shadowed,
    };
    let choices: Vec<Choice> = listed.iter().map(choice).collect();
    output::page(context, &listing::checklists(&choices, context.lang))?;
    for error in &broken {
        context.complain(error);
    }
    Ok(if broken.is_empty() { DONE } else { TROUBLE })
}

fn diff(context: &Context, old: &str, new: &str, format: Format) -> std::result::Result<u8, Stop> {
    let (old, new) = (context.library.named(old)?.checklist, context.library.named(new)?.checklist);
    let found = compare(&old, &new);
    match format {
        Format::Text => output::page(context, &versions::page(&old, &new, &found, context.lang))?,
        Format::Json => output::print(&json::versions::json(&old, &new, &found))?,
    }
    Ok(DONE)
}
