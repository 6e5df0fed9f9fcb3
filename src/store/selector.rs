//! What a command is to work on, which the command line calls TARGET: a file, standard input, or one of a team's assessments.

use std::path::{PathBuf, is_separator};

use jiff::civil::Date;

use crate::error::{Error, Result};
use crate::i18n::say;
use crate::model::date;

/// An assessment as a command line names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// `-`
    Stdin,
    /// A file.
    Path(PathBuf),
    /// One of a team's.
    Team {
        /// The team's name, or its directory's.
        name: String,
        /// Which of its assessments.
        pick: Pick,
    },
}

/// Which of a team's assessments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// `TEAM`: the newest.
    Newest,
    /// `TEAM~N`: so many before the newest.
    Before(usize),
    /// `TEAM@YYYY-MM-DD`: the newest on or before that day.
    On(Date),
}

/// What a path is, as far as a target needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum There {
    No,
    File,
    Other,
}

impl Selector {
    /// The target that `text` names. `there` says what is at a path, `is_team` whether a team of that whole name exists.
    pub(super) fn parse(
        text: &str,
        there: impl Fn(&str) -> There,
        is_team: impl Fn(&str) -> Result<bool>,
    ) -> Result<Self> {
        if text == "-" {
            return Ok(Self::Stdin);
        }
        let named_as_path = text.contains(is_separator) && there(text) != There::No;
        let is_toml = text.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("toml"));
        if is_toml || named_as_path || there(text) == There::File {
            return Ok(Self::Path(text.into()));
        }
        let whole = |pick| Ok(Self::Team { name: text.to_owned(), pick });
        if !text.contains(['~', '@']) || is_team(text)? {
            return whole(Pick::Newest);
        }
        if let Some((name, day)) = text.rsplit_once('@').filter(|(name, _)| !name.is_empty()) {
            if let Some(date) = date::written(day) {
                return Ok(Self::Team { name: name.to_owned(), pick: Pick::On(date) });
            }
            if day.starts_with(|c: char| c.is_ascii_digit()) || day.is_empty() {
                let what = say::not_a_date(crate::text::one_line(day));
                return Err(Error::new(what).hint(say::not_a_date_hint()));
            }
        }
        if let Some((name, count)) = text.rsplit_once('~').filter(|(name, _)| !name.is_empty())
            && !count.is_empty()
            && count.bytes().all(|b| b.is_ascii_digit())
        {
            // More than the machine can count is more than there are.
            let count = count.parse().unwrap_or(usize::MAX);
            return Ok(Self::Team { name: name.to_owned(), pick: Pick::Before(count) });
        }
        whole(Pick::Newest)
    }
}

#[cfg(test)]
mod tests {
    use super::{Pick, Selector, There};
    use jiff::civil::date;

    fn parse(text: &str) -> Result<Selector, String> {
        let there = |path: &str| match path {
            "notes" | "dir/file" => There::File,
            "dir" | "./dir" => There::Other,
            _ => There::No,
        };
        Selector::parse(text, there, |name| Ok(name == "a~2" || name == "b@2026-01-01")).map_err(|e| e.to_string())
    }

    fn team(name: &str, pick: Pick) -> Selector {
        Selector::Team { name: name.to_owned(), pick }
    }

    #[test]
    fn a_target_is_a_file_standard_input_or_a_team() {
        let path = |text: &str| Selector::Path(text.into());
        for (text, expected) in [
            ("-", Selector::Stdin),
            ("x.toml", path("x.toml")),
            ("no/such.TOML", path("no/such.TOML")),
            ("notes", path("notes")),
            ("dir/file", path("dir/file")),
            ("./dir", path("./dir")),
            ("dir", team("dir", Pick::Newest)),
            ("支付/团队", team("支付/团队", Pick::Newest)),
            ("支付/团队~1", team("支付/团队", Pick::Before(1))),
            ("a", team("a", Pick::Newest)),
            ("a~2", team("a~2", Pick::Newest)),
            ("a~3", team("a", Pick::Before(3))),
            ("a~2~1", team("a~2", Pick::Before(1))),
            ("a~x", team("a~x", Pick::Newest)),
            ("a~99999999999999999999", team("a", Pick::Before(usize::MAX))),
            ("b@2026-01-01", team("b@2026-01-01", Pick::Newest)),
            ("b@2026-01-02", team("b", Pick::On(date(2026, 1, 2)))),
            ("b@home", team("b@home", Pick::Newest)),
        ] {
            assert_eq!(parse(text).expect(text), expected, "{text}");
        }
    }

    #[test]
    fn a_bad_day_is_not_taken_for_a_name() {
        for text in ["b@2026-13-01", "b@2026", "b@20260101", "b@"] {
            let error = parse(text).expect_err(text);
            assert!(error.contains("is not a date") && error.contains("TEAM@2026-11-23"), "{error}");
        }
    }
}
