//! `checklist lint`: whether files are sound checklists, and what is doubtful about those that are.

use std::collections::BTreeMap;
use std::path::Path;

use super::output::{self, Stop};
use super::{Context, DOES_NOT_HOLD, DONE, TROUBLE};
use crate::cli::LintFormat;
use crate::diagnostic::{Diagnostic, Report};
use crate::error::{Error, Result};
use crate::i18n::{Lang, say};
use crate::model::Checklist;
use crate::report::lint::{Linted, github, json, sarif};
use crate::store::{doubts_of, read_bytes};

/// How many warnings of one kind are told to people; programs are told all.
const TOLD: usize = 10;

/// Reports on every file. Problems are what was asked for, so they go to standard output.
pub(super) fn run(
    context: &Context,
    files: &[String],
    strict: bool,
    format: LintFormat,
) -> std::result::Result<u8, Stop> {
    let mut status = DONE;
    let mut all = Vec::new();
    for (nth, file) in files.iter().enumerate() {
        let linted = match linted(file) {
            Ok(linted) => linted,
            Err(error) => {
                status = TROUBLE;
                context.complain(&error);
                continue;
            }
        };
        if linted.checklist.is_err() || (strict && !linted.report.problems.is_empty()) {
            status = status.max(DOES_NOT_HOLD);
        }
        if format == LintFormat::Text {
            let between = if nth + 1 < files.len() && !linted.report.problems.is_empty() { "\n" } else { "" };
            output::print(&format!("{}\n{between}", told(context, &linted, strict)))?;
        } else {
            all.push(linted);
        }
    }
    match format {
        LintFormat::Text => {}
        LintFormat::Json => output::print(&json(&all, context.lang))?,
        LintFormat::Sarif => output::print(&sarif(&all, context.lang))?,
        LintFormat::Github => output::print(&github(&all, context.lang))?,
    }
    Ok(status)
}

/// What is to be said of a file; an error where it cannot be read.
fn linted(file: &str) -> Result<Linted> {
    let bytes = read_bytes(Path::new(file))?;
    Ok(match doubts_of(file, bytes) {
        Ok((checklist, report)) => Linted { checklist: Ok(checklist), report },
        Err(error) => Linted { report: problems(file, &error), checklist: Err(error) },
    })
}

/// The problems that an error tells of; of one that is about the whole file, that.
fn problems(file: &str, error: &Error) -> Report {
    error.report().cloned().unwrap_or_else(|| {
        let whole = Diagnostic { hint: error.what_to_do().cloned(), ..Diagnostic::new(0..0, error.what().clone()) };
        Report::new(file, "", vec![whole])
    })
}

fn told(context: &Context, linted: &Linted, strict: bool) -> String {
    let (lang, report) = (context.lang, &linted.report);
    let checklist = match &linted.checklist {
        Ok(checklist) => checklist,
        Err(error) => return error.render(lang, context.theme.has_colour()),
    };
    if report.problems.is_empty() {
        return sound(&report.path, checklist, lang);
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut first = report.clone();
    first.problems.retain(|problem| {
        let seen = seen.entry(problem.doubt.unwrap_or_default()).or_default();
        *seen += 1;
        *seen <= TOLD
    });
    let mut told = first.render(lang, context.theme.has_colour());
    told.push_str("\n\n");
    for (name, count) in seen.into_iter().filter(|(_, count)| *count > TOLD) {
        told.push_str(&say::lint_more(lang, count - TOLD, name));
        told.push('\n');
    }
    let say = if strict { say::lint_strict } else { say::lint_doubtful };
    told.push_str(&say(lang, &report.path, checklist.id(), checklist.version(), report.problems.len()));
    told
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
