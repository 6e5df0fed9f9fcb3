//! Syntax errors of the TOML parser, said in our own words where they are common.

use crate::diagnostic::Diagnostic;
use crate::i18n::say;

/// The diagnostics for the syntax errors in a text of `length` bytes.
pub(super) fn diagnostics(all: &[toml::de::Error], length: usize) -> Vec<Diagnostic> {
    // Below a header that is not closed, keys fall to the table above and seem to stand twice.
    let astray = all.iter().position(|error| {
        error.message().starts_with("unclosed table") || error.message().starts_with("unclosed array table")
    });
    let kept = all.iter().enumerate().filter(|(at, error)| {
        !error.message().starts_with("duplicate key") || astray.is_none_or(|astray| *at < astray)
    });
    kept.map(|(_, error)| diagnostic(error, length)).collect()
}

fn diagnostic(error: &toml::de::Error, length: usize) -> Diagnostic {
    let span = error.span().unwrap_or(length..length);
    // "what is wrong, expected this or that"
    let said = error.message();
    let (what, expected) = said.split_once(", expected ").unwrap_or((said, ""));
    let expected = expected.trim_matches('`');
    match what {
        "string values must be quoted" if span.is_empty() => {
            Diagnostic::new(span, say::toml_missing_value()).hint(say::toml_missing_value_hint())
        }
        "string values must be quoted" => Diagnostic::new(span, say::toml_quotes()).hint(say::toml_quotes_hint()),
        "missing value" | "missing value for key" | "key with no value" => {
            Diagnostic::new(span, say::toml_missing_value()).hint(say::toml_missing_value_hint())
        }
        "duplicate key" => Diagnostic::new(span, say::toml_duplicate()).hint(say::toml_duplicate_hint()),
        "unexpected key or value" | "unexpected content" => {
            Diagnostic::new(span, say::toml_end_of_line()).hint(say::toml_end_of_line_hint())
        }
        "invalid date" | "invalid datetime" | "invalid date-time" => {
            Diagnostic::new(span, say::toml_date()).hint(say::date_hint())
        }
        _ if what.starts_with("missing comma") => Diagnostic::new(span, say::toml_comma()).hint(say::toml_comma_hint()),
        _ if what.ends_with("string") && expected.chars().all(|c| matches!(c, '"' | '\'')) && !expected.is_empty() => {
            Diagnostic::new(span, say::toml_unclosed(expected)).hint(say::toml_unclosed_hint(expected))
        }
        _ if what.starts_with("unclosed") && !expected.is_empty() => {
            Diagnostic::new(span, say::toml_unclosed(expected)).hint(say::toml_unclosed_hint(expected))
        }
        _ => Diagnostic::new(span, say::not_toml(said)).hint(say::toml_hint()),
    }
}
