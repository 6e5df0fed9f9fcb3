//! Syntax errors of the TOML parser, said in our own words where they are common.

use std::collections::HashSet;
use std::ops::Range;

use toml::de::Error;
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use crate::diagnostic::Diagnostic;
use crate::i18n::say;

/// The diagnostics for the syntax errors in `text`.
pub(super) fn diagnostics(all: &[Error], text: &str) -> Vec<Diagnostic> {
    let open = unclosed(text);
    // What follows a bracket that is not closed was read as if it were in it.
    let end = open.as_ref().map_or(usize::MAX, |(at, _)| at.start);
    let headers: Vec<usize> = text.match_indices("\n[").map(|(at, _)| at + 1).collect();
    // Which header a place is under or in; `None` above the first.
    let header = |at: usize| headers.partition_point(|start| *start <= at).checked_sub(1);
    let is_in_header = |at: usize| {
        let start = header(at).and_then(|nth| headers.get(nth));
        start.is_some_and(|start| !text.get(*start..at).unwrap_or_default().contains('\n'))
    };
    // Below a header that is not closed, or that stands twice, keys fall to another table and seem to stand twice.
    let fallen: HashSet<usize> = all
        .iter()
        .map(|error| (error, place(error, text).start))
        .filter(|(error, at)| error.message().starts_with("unclosed") || is_twice(error) && is_in_header(*at))
        .filter_map(|(_, at)| header(at))
        .collect();
    let astray = |error: &Error| {
        let at = place(error, text).start;
        is_twice(error) && !is_in_header(at) && header(at).is_some_and(|header| fallen.contains(&header))
    };
    // One says what is the matter with a line; what follows in it mostly follows from that.
    let mut line = None;
    let kept = all.iter().filter(|error| {
        let start = place(error, text).start;
        let own = Some(text.get(..start).and_then(|before| before.rfind('\n')));
        start < end && !astray(error) && line.replace(own) != Some(own)
    });
    let mut said: Vec<Diagnostic> = kept.map(|error| diagnostic(error, text)).collect();
    said.extend(open.map(|(at, close)| {
        let opened = text.get(at.clone()).unwrap_or_default().to_owned();
        Diagnostic::new(at, say::toml_open(opened)).hint(say::toml_unclosed_hint(close))
    }));
    said
}

fn is_twice(error: &Error) -> bool {
    error.message().starts_with("duplicate key")
}

/// The bracket that is opened in a value and never closed, and what closes it.
fn unclosed(text: &str) -> Option<(Range<usize>, &'static str)> {
    let mut open: Vec<(Range<usize>, TokenKind, bool)> = Vec::new();
    let (mut line_start, mut before) = (true, TokenKind::Newline);
    for token in Source::new(text).lex() {
        let kind = token.kind();
        let inside = open.last().map(|(_, kind, _)| *kind);
        match kind {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => {
                let element = matches!(before, TokenKind::Comma | TokenKind::LeftSquareBracket);
                match inside {
                    // A header in a table of one line, or in a list after no comma.
                    Some(TokenKind::LeftCurlyBracket) if before != TokenKind::Equals => break,
                    Some(TokenKind::LeftSquareBracket) if line_start && !element => break,
                    _ => {}
                }
                let header = line_start && open.is_empty() || open.last().is_some_and(|(.., header)| *header);
                open.push((token.span().start()..token.span().end(), kind, header));
            }
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => drop(open.pop()),
            TokenKind::Equals if inside == Some(TokenKind::LeftSquareBracket) => break,
            // A header ends with its line, and has its own error.
            TokenKind::Newline if open.first().is_some_and(|(.., header)| *header) => open.clear(),
            _ => {}
        }
        match kind {
            TokenKind::Newline => line_start = true,
            TokenKind::Whitespace | TokenKind::Comment => {}
            _ => (line_start, before) = (false, kind),
        }
    }
    let (at, kind, _) = open.pop()?;
    Some((at, if kind == TokenKind::LeftSquareBracket { "]" } else { "}" }))
}

fn place(error: &Error, text: &str) -> Range<usize> {
    error.span().unwrap_or(text.len()..text.len())
}

fn diagnostic(error: &Error, text: &str) -> Diagnostic {
    let span = place(error, text);
    // "what is wrong, expected this or that"
    let said = error.message();
    let (what, expected) = said.split_once(", expected ").unwrap_or((said, ""));
    let expected = expected.trim_matches('`');
    let rest = text.get(span.start..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default().trim_start();
    let first = line.chars().next();
    let at_sign = span.start + rest.len() - rest.trim_start().len();
    let sign = at_sign..at_sign + first.map_or(0, char::len_utf8);
    let of = |message, hint| Diagnostic::new(span.clone(), message).hint(hint);
    match (what, first) {
        (_, Some(wide)) if ascii_of(wide).is_some() => {
            let narrow = ascii_of(wide).unwrap_or_default();
            Diagnostic::new(sign, say::toml_wide(wide)).hint(say::toml_wide_hint(narrow))
        }
        (_, Some(':')) => Diagnostic::new(sign, say::toml_colon()).hint(say::toml_equals_hint()),
        ("string values must be quoted" | "invalid boolean" | "invalid float", Some(_)) if !span.is_empty() => {
            let word = text.get(span.clone()).unwrap_or_default();
            match ["true", "false", "inf", "nan"].into_iter().find(|known| known.eq_ignore_ascii_case(word)) {
                Some(known) => of(say::toml_small_letters(known), say::write_like(format!("`{known}`"))),
                None => of(say::toml_quotes(), say::toml_quotes_hint()),
            }
        }
        ("key with no value", Some(_)) => of(say::toml_missing_equals(), say::toml_equals_hint()),
        ("string values must be quoted" | "missing value" | "missing value for key" | "key with no value", _) => {
            of(say::toml_missing_value(), say::toml_missing_value_hint())
        }
        ("duplicate key", _) => of(say::toml_duplicate(), say::toml_duplicate_hint()),
        ("unexpected key or value" | "unexpected content", _) => {
            of(say::toml_end_of_line(), say::toml_end_of_line_hint())
        }
        ("invalid date" | "invalid datetime" | "invalid date-time", _) => of(say::toml_date(), say::date_hint()),
        ("invalid unquoted key", _) => of(say::toml_key(), say::toml_key_hint()),
        ("unexpected leading zero", _) => of(say::toml_zero(), say::toml_zero_hint()),
        ("extra `=`" | "extra assignment between key-value pairs", _) => {
            of(say::toml_extra("="), say::toml_extra_hint("="))
        }
        ("recursion limit" | "cannot recurse further; max recursion depth met", _) => {
            let span = error.span().unwrap_or_else(|| deepest(text));
            Diagnostic::new(span, say::toml_deep()).hint(say::toml_deep_hint())
        }
        _ if what.starts_with("extra comma") => of(say::toml_extra(","), say::toml_extra_hint(",")),
        _ if what.starts_with("missing comma") => of(say::toml_comma(), say::toml_comma_hint()),
        _ if what.starts_with("carriage return") => of(say::toml_carriage_return(), say::toml_carriage_return_hint()),
        _ if what.starts_with("cannot extend value") => of(say::toml_extended(), say::toml_extended_hint()),
        _ if expected.contains("hexadecimal") || what.contains("escape") => {
            of(say::toml_backslash(), say::toml_backslash_hint())
        }
        (_, Some(control)) if what.ends_with("string") && control.is_control() => {
            of(say::toml_control(), say::toml_control_hint())
        }
        _ if what.ends_with("string") && expected.chars().all(|c| matches!(c, '"' | '\'')) && !expected.is_empty() => {
            let triple = expected.repeat(3);
            // Of one that goes over lines, where it begins says more than where the file ends.
            match text
                .get(..span.start)
                .and_then(|before| before.rfind(&triple))
                .filter(|_| what.contains("multi-line"))
            {
                Some(begin) => Diagnostic::new(begin..begin + triple.len(), say::toml_open(&triple))
                    .hint(say::toml_unclosed_hint(&triple)),
                None => of(say::toml_unclosed(expected), say::toml_unclosed_hint(expected)),
            }
        }
        _ if what.starts_with("unclosed") && !expected.is_empty() => {
            of(say::toml_unclosed(expected), say::toml_unclosed_hint(expected))
        }
        _ => of(say::not_toml(said), say::toml_hint()),
    }
}

/// The sign that a full-width or curly one stands for, as an input method types it.
fn ascii_of(sign: char) -> Option<&'static str> {
    Some(match sign {
        '＝' | '：' => "=",
        '，' | '、' => ",",
        '“' | '”' | '＂' | '„' | '«' | '»' => "\"",
        '‘' | '’' | '＇' => "'",
        '［' | '【' => "[",
        '］' | '】' => "]",
        '｛' => "{",
        '｝' => "}",
        '＃' => "#",
        _ => return None,
    })
}

/// The line of the key with the most parts.
fn deepest(text: &str) -> Range<usize> {
    let line = text.lines().max_by_key(|line| line.split('=').next().map_or(0, |key| key.matches('.').count()));
    let start = line.map_or(0, |line| line.as_ptr() as usize - text.as_ptr() as usize);
    start..start + 1
}
