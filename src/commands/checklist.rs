//! `checklist`: what can be answered, what a checklist asks, and whether a file is one.

use std::sync::Arc;

use super::output::{self, Stop};
use super::{Context, DOES_NOT_HOLD, DONE, TROUBLE};
use crate::cli::{Checklists, Format};
use crate::diff::versions::compare;
use crate::error::Doing;
use crate::i18n::{Lang, say};
use crate::model::Checklist;
use crate::page::listing::{self, Choice};
use crate::page::{catalogue, versions};
use crate::report::json;
use crate::store::{Listed, Origin, checklist_of};

pub(super) fn run(context: &Context, what: &Checklists) -> std::result::Result<u8, Stop> {
    match what {
        Checklists::List => list(context),
        Checklists::Show { checklist: named } => {
            let shown = context.library.named(named)?;
            output::page(context, &catalogue::page(&shown.checklist, context.lang))?;
            Ok(DONE)
        }
        Checklists::Diff { old, new, format } => diff(context, old, new, *format),
        Checklists::Lint { files } => lint(context, files),
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

/// Reports on every file. Problems are what was asked for, so they go to standard output.
fn lint(context: &Context, files: &[String]) -> std::result::Result<u8, Stop> {
    let mut status = DONE;
    for (nth, file) in files.iter().enumerate() {
        let bytes = match std::fs::read(file).doing(file, say::doing_read) {
            Ok(bytes) => bytes,
            Err(error) => {
                status = TROUBLE;
                context.complain(&error);
                continue;
            }
        };
        match checklist_of(file, bytes) {
            Ok(checklist) => output::print(&format!("{}\n", sound(file, &checklist, context.lang)))?,
            Err(error) => {
                status = status.max(DOES_NOT_HOLD);
                let between = if nth + 1 < files.len() { "\n" } else { "" };
                output::print(&format!("{}\n{between}", error.render(context.lang, context.theme.has_colour())))?;
            }
        }
    }
    Ok(status)
}

fn sound(file: &str, checklist: &Checklist, lang: Lang) -> String {
    let parts = checklist.parts();
    let counts = say::lint_counts(
        lang,
        parts.levels.len(),
        parts.criteria.len(),
        parts.practices.len(),
        parts.deliverables.len(),
        parts.metrics.len(),
        parts.loops.len(),
    );
    say::lint_ok(lang, file, checklist.id(), checklist.version(), counts)
}
