//! Values as an assessment file writes them.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::model::checklist::Target;
use crate::model::{Assessment, Entry, Evidence, Was};

/// A value that a field may hold.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// Anything that is written in one go, in TOML.
    Plain(String),
    /// A list of strings.
    Strings(Vec<String>),
    /// A metric's target.
    Target(Target),
    /// Evidence.
    Evidence(Vec<Evidence>),
}

impl Piece {
    /// The value in TOML.
    pub(super) fn render(&self) -> String {
        match self {
            Self::Plain(written) => written.clone(),
            Self::Strings(all) => format!("[{}]", all.iter().map(|each| string(each)).collect::<Vec<_>>().join(", ")),
            Self::Target(target) => {
                let (key, limit) = limit(*target);
                format!("{{ {key} = {} }}", number(limit))
            }
            Self::Evidence(all) => evidence(all),
        }
    }
}

/// A field and its value; none where it has none.
pub(super) type Field = (&'static str, Option<Piece>);

/// The keys at the top of a file, in order.
pub(super) const HEAD: &[&str] =
    &["format", "team", "date", "status", "profile", "target_level", "area_targets", "assessors", "group"];

/// The keys of `[checklist]`, in order.
pub(super) const CHECKLIST: &[&str] = &["id", "version", "digest", "path"];

/// The keys of an entry, in order.
pub(super) const ENTRY: &[&str] = &[
    "answer", "value", "target", "unit", "window", "answered", "note", "evidence", "owner", "due", "reason", "until",
    "was",
];

/// The keys of an evidence, in order.
pub(super) const EVIDENCE: &[&str] = &["ref", "date", "by", "expires"];

/// The fields at the top of a file.
pub(super) fn head(of: &Assessment) -> Vec<Field> {
    let assessors = (!of.assessors.is_empty()).then(|| Piece::Strings(of.assessors.clone()));
    let targets: Vec<String> = of
        .area_targets
        .iter()
        .map(|(area, level)| format!("{} = {level}", toml_edit::Key::new(area.as_str()).display_repr()))
        .collect();
    let area_targets = (!targets.is_empty()).then(|| format!("{{ {} }}", targets.join(", ")));
    vec![
        ("format", plain(Some("1".to_owned()))),
        ("team", plain(Some(string(&of.team)))),
        ("date", plain(Some(of.date.to_string()))),
        ("status", plain(Some(string(of.status.word())))),
        ("profile", plain(of.profile.as_ref().map(|id| string(id.as_str())))),
        ("target_level", plain(of.target_level.map(|level| level.to_string()))),
        ("area_targets", plain(area_targets)),
        ("assessors", assessors),
        ("group", plain(of.group.as_deref().map(string))),
    ]
}

/// The fields of `[checklist]`.
pub(super) fn checklist(of: &Assessment) -> Vec<Field> {
    let of = &of.checklist;
    vec![
        ("id", plain(Some(string(of.id.as_str())))),
        ("version", plain(Some(string(&of.version)))),
        ("digest", plain(of.digest.as_deref().map(string))),
        ("path", plain(of.path.as_deref().map(string))),
    ]
}

/// The fields of an entry.
pub(super) fn entry(of: &Entry) -> Vec<Field> {
    let evidence = (!of.evidence.is_empty()).then(|| Piece::Evidence(of.evidence.clone()));
    vec![
        ("answer", plain(of.answer().map(|answer| string(answer.word())))),
        ("value", plain(of.value().map(number))),
        ("target", of.target.map(Piece::Target)),
        ("unit", plain(of.unit.as_deref().map(string))),
        ("window", plain(of.window.map(|window| string(&window.to_string())))),
        ("answered", plain(of.answered.map(day))),
        ("note", plain(of.note.as_deref().map(string))),
        ("evidence", evidence),
        ("owner", plain(of.owner.as_deref().map(string))),
        ("due", plain(of.due.map(day))),
        ("reason", plain(of.reason.map(|reason| string(reason.word())))),
        ("until", plain(of.until.map(day))),
        ("was", plain(of.was.as_deref().map(was))),
    ]
}

/// What was said of another question, as an inline table: it is read, and goes as a whole.
fn was(of: &Was) -> String {
    let of_question = [("version", Some(string(&of.version))), ("title", of.title.as_deref().map(string))];
    let of_question = of_question.into_iter().map(|(key, written)| (key, plain(written)));
    inline(entry(&of.said).into_iter().chain(of_question))
}

/// The fields of an evidence.
pub(super) fn evidence_fields(of: &Evidence) -> Vec<Field> {
    vec![
        ("ref", plain(Some(string(&of.reference)))),
        ("date", plain(of.date.map(day))),
        ("by", plain(of.by.as_deref().map(string))),
        ("expires", plain(of.expires.map(day))),
    ]
}

/// The key and number of a target.
pub(super) fn limit(target: Target) -> (&'static str, f64) {
    match target {
        Target::Above(limit) => ("above", limit),
        Target::Below(limit) => ("below", limit),
    }
}

/// One evidence as an inline table.
pub(super) fn evidence_inline(of: &Evidence) -> String {
    inline(evidence_fields(of).into_iter())
}

/// Fields as an inline table.
fn inline(fields: impl Iterator<Item = Field>) -> String {
    let pairs = fields.filter_map(|(key, piece)| Some(format!("{key} = {}", piece?.render())));
    format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
}

/// A number: without a fraction as an integer, else the shortest that reads back the same.
pub(super) fn number(value: f64) -> String {
    // Beyond 2^53 an integer would claim a precision that the number does not have.
    let whole = value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0;
    if whole { format!("{:.0}", value + 0.0) } else { format!("{value:?}") }
}

/// A basic string; over several lines where the text has several.
pub(super) fn string(text: &str) -> String {
    let several = text.contains('\n');
    let mut written = String::from(if several { "\"\"\"\n" } else { "\"" });
    let mut quotes = 0;
    for c in text.chars() {
        quotes = if c == '"' { quotes + 1 } else { 0 };
        match c {
            '\\' => written.push_str("\\\\"),
            // Two quotes in a row are text in a multi-line string, the third would end it.
            '"' if !several || quotes == 3 => {
                quotes = 0;
                written.push_str("\\\"");
            }
            '\n' | '"' => written.push(c),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            // Invisible, and able to make a line of a diff read as something else.
            c if c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}') => {
                // Writing to a string does not fail.
                let _ = write!(written, "\\u{:04X}", u32::from(c));
            }
            c => written.push(c),
        }
    }
    if several && quotes > 0 {
        // A quote right before the closing ones reads as one of them to people and to some parsers.
        written.pop();
        written.push_str("\\\"");
    }
    written.push_str(if several { "\"\"\"" } else { "\"" });
    written
}

fn plain(written: Option<String>) -> Option<Piece> {
    written.map(Piece::Plain)
}

fn day(date: Date) -> String {
    date.to_string()
}

fn evidence(all: &[Evidence]) -> String {
    if let [one] = all {
        return format!("[{}]", evidence_inline(one));
    }
    let lines: Vec<String> = all.iter().map(|each| format!("  {},", evidence_inline(each))).collect();
    format!("[\n{}\n]", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::{number, string};
    use proptest::prelude::*;

    #[test]
    fn numbers_are_written_as_people_would() {
        for (value, written) in [(99.95, "99.95"), (200.0, "200"), (-0.0, "0"), (1e-9, "1e-9"), (1e300, "1e300")] {
            assert_eq!(number(value), written);
        }
    }

    #[test]
    fn a_text_of_several_lines_is_a_string_of_several_lines() {
        assert_eq!(string("a\nb \"c\"\n"), "\"\"\"\na \nb\"\"\"".replace("a \nb", "a\nb \"c\"\n"));
        assert_eq!(string("say \"hi\"\\"), r#""say \"hi\"\\""#);
        assert_eq!(string("a\n\"\"\"\""), "\"\"\"\na\n\"\"\\\"\\\"\"\"\"");
    }

    proptest! {
        #[test]
        fn every_string_reads_back(text in "[ -~\n\r\t\"\\\\部🚀\u{0}\u{7f}\u{85}\u{202e}]{0,30}") {
            let file = format!("x = {}\n", string(&text));
            let table: toml::Table = file.parse().expect("valid TOML");
            prop_assert_eq!(table.get("x").and_then(toml::Value::as_str), Some(text.as_str()));
        }

        #[test]
        fn every_finite_number_reads_back(value in proptest::num::f64::NORMAL | proptest::num::f64::ZERO | proptest::num::f64::SUBNORMAL) {
            let table: toml::Table = format!("x = {}\n", number(value)).parse().expect("valid TOML");
            let back = table.get("x").and_then(|x| x.as_float().or_else(|| x.as_integer().map(|n| n.to_string().parse().expect("a number"))));
            prop_assert_eq!(back, Some(value));
        }
    }
}
