//! Syntax errors of the TOML parser, said in our own words where they are common.

use crate::diagnostic::Diagnostic;
use crate::i18n::errors;

/// The diagnostic for a syntax error in a text of `length` bytes.
pub(super) fn diagnostic(error: &toml::de::Error, length: usize) -> Diagnostic {
    let span = error.span().unwrap_or(length..length);
    // "what is wrong, expected this or that"
    let said = error.message();
    let (what, expected) = said.split_once(", expected ").unwrap_or((said, ""));
    let expected = expected.trim_matches(['`', '\'']);
    match what {
        "string values must be quoted" if span.is_empty() => Diagnostic::new(span, errors::toml_missing_value()),
        "string values must be quoted" => Diagnostic::new(span, errors::toml_quotes()).hint(errors::toml_quotes_hint()),
        "missing value" | "missing value for key" | "key with no value" => {
            Diagnostic::new(span, errors::toml_missing_value())
        }
        "duplicate key" => Diagnostic::new(span, errors::toml_duplicate()).hint(errors::toml_duplicate_hint()),
        "unexpected key or value" | "unexpected content" => {
            Diagnostic::new(span, errors::toml_end_of_line()).hint(errors::toml_end_of_line_hint())
        }
        "invalid date" | "invalid datetime" | "invalid date-time" => {
            Diagnostic::new(span, errors::toml_date()).hint(errors::toml_date_hint())
        }
        _ if what.starts_with("missing comma") => Diagnostic::new(span, errors::toml_comma()),
        _ if what.starts_with("unclosed") && !expected.is_empty() => {
            Diagnostic::new(span, errors::toml_unclosed(expected))
        }
        _ => Diagnostic::new(span, errors::not_toml(said)),
    }
}
