//! What lint says of checklist files, for editors and for CI: JSON, SARIF 2.1.0, the commands of GitHub's workflows.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::json;

use super::json::{FORMAT, written};
use super::link;
use crate::diagnostic::{Diagnostic, Place, Report};
use crate::error::Result;
use crate::i18n::{Lang, say};
use crate::model::Checklist;
use crate::text::one_line;

/// A file that was looked at.
#[derive(Debug)]
pub struct Linted {
    /// The checklist; where the file is none, why.
    pub checklist: Result<Checklist>,
    /// What is wrong with the file, or doubtful.
    pub report: Report,
}

impl Linted {
    fn problems(&self) -> impl Iterator<Item = (&Diagnostic, Place)> {
        self.report.problems.iter().zip(self.report.places())
    }
}

/// What a problem is called: its doubt, or that the file is no sound checklist.
fn name(problem: &Diagnostic) -> &'static str {
    problem.doubt.unwrap_or("unsound")
}

const fn severity(problem: &Diagnostic) -> &'static str {
    if problem.doubt.is_some() { "warning" } else { "error" }
}

/// Every problem under its file. Keys are stable; new ones may come.
pub fn json(files: &[Linted], lang: Lang) -> String {
    let problem = |(problem, place): (&Diagnostic, Place)| {
        json!({
            "severity": severity(problem),
            "code": name(problem),
            "line": place.start.0,
            "column": place.start.1,
            "end_line": place.end.0,
            "end_column": place.end.1,
            "message": problem.message.get(lang),
            "hint": problem.hint.as_ref().map(|hint| hint.get(lang)),
        })
    };
    let file = |linted: &Linted| {
        json!({
            "file": linted.report.path,
            "checklist": linted.checklist.as_ref().ok().map(|is| json!({"id": is.id(), "version": is.version().to_string()})),
            "problems": linted.problems().map(problem).collect::<Vec<_>>(),
        })
    };
    written(&json!({"format": FORMAT, "files": files.iter().map(file).collect::<Vec<_>>()}))
}

/// A problem and what to do about it, in one text.
fn told(problem: &Diagnostic, lang: Lang) -> String {
    let message = problem.message.get(lang);
    match &problem.hint {
        Some(hint) => format!("{message}{}{}", say::semicolon(lang), hint.get(lang)),
        None => message.to_owned(),
    }
}

/// A log that code scanning services and editors read.
pub fn sarif(files: &[Linted], lang: Lang) -> String {
    let mut results = Vec::new();
    let mut rules = BTreeSet::new();
    for linted in files {
        let uri = link::path(&linted.report.path);
        for (problem, place) in linted.problems() {
            rules.insert(name(problem));
            results.push(json!({
                "ruleId": name(problem),
                "level": severity(problem),
                "message": {"text": told(problem, lang)},
                "locations": [{"physicalLocation": {
                    "artifactLocation": {"uri": uri},
                    "region": {
                        "startLine": place.start.0,
                        "startColumn": place.start.1,
                        "endLine": place.end.0,
                        "endColumn": place.end.1,
                    },
                }}],
            }));
        }
    }
    let rules: Vec<_> = rules.into_iter().map(|id| json!({"id": id})).collect();
    let driver = json!({"name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION"), "rules": rules});
    written(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }))
}

/// One command a problem, which a workflow of GitHub shows beside the line.
pub fn github(files: &[Linted], lang: Lang) -> String {
    let mut commands = String::new();
    for linted in files {
        let file = property(&linted.report.path);
        for (problem, place) in linted.problems() {
            let (severity, name, text) = (severity(problem), name(problem), data(&told(problem, lang)));
            let ((line, column), (end_line, end_column)) = (place.start, place.end);
            // A command knows columns only of what lies in one line, the last one included.
            let columns = match end_column.checked_sub(1).filter(|last| line == end_line && *last >= column) {
                Some(last) => format!(",col={column},endColumn={last}"),
                None => String::new(),
            };
            // Writing to a string does not fail.
            let _ = writeln!(
                commands,
                "::{severity} file={file},line={line},endLine={end_line}{columns},title={name}::{text}"
            );
        }
    }
    commands
}

/// A text as a command has it: one line, and no sign in it that the reader of commands takes for its own.
fn data(text: &str) -> String {
    one_line(text).replace('%', "%25")
}

/// The same for what stands between commas.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
