//! What is set, and who settled it, for other programs. Keys are stable; new ones may come.

use serde::Serialize;

use super::{FORMAT, written};
use crate::settings::{SetBy, Settings, Value};

/// Everything that can be set as JSON, and the file at `path` that sets some of it, if it `exists`.
pub fn json(settings: &Settings, path: Option<&str>, exists: bool) -> String {
    let settings = settings.rows().into_iter().map(|(name, value, by)| Row::of(name, value, &by)).collect();
    written(&Page { format: FORMAT, config_file: File { path, exists }, settings })
}

#[derive(Serialize)]
struct Page<'a> {
    format: u32,
    config_file: File<'a>,
    settings: Vec<Row>,
}

#[derive(Serialize)]
struct File<'a> {
    path: Option<&'a str>,
    exists: bool,
}

#[derive(Serialize)]
struct Row {
    name: String,
    value: Value,
    from: &'static str,
    variable: Option<&'static str>,
    line: Option<usize>,
}

impl Row {
    fn of(name: String, value: Value, by: &SetBy) -> Self {
        let (from, variable, line) = match by {
            SetBy::CommandLine => ("command-line", None, None),
            SetBy::Variable(variable) => ("environment", Some(*variable), None),
            SetBy::ConfigLine(line) => ("config-file", None, Some(*line)),
            SetBy::Directory => ("directory", None, None),
            SetBy::Locale => ("locale", None, None),
            SetBy::Terminal => ("terminal", None, None),
            SetBy::Default => ("default", None, None),
        };
        Self { name, value, from, variable, line }
    }
}
