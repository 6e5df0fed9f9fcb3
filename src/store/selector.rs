//! What a command is to work on, which the command line calls TARGET: a file, standard input, or one of a team's assessments.

use std::path::{PathBuf, is_separator};

use jiff::civil::Date;

use crate::error::{Error, Result};
use crate::i18n::say;
use crate::model::{Id, date};

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
        /// By which checklist; `None` for the one that the team's newest is by.
        checklist: Option<Id>,
        /// Which of its assessments by that.
        pick: Pick,
    },
}

/// Which of a team's assessments by one checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// `TEAM`, `TEAM:CHECKLIST`: the newest.
    Newest,
    /// With `~N` behind: so many before the newest.
    Before(usize),
    /// With `@YYYY-MM-DD` behind: the newest on or before that day.
    On(Date),
}

/// What a path is, as far as a target needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum There {
    No,
    File,
    Other,
}

impl Pick {
    /// Whether an assessment of that day may be it.
    pub(super) fn reaches(self, date: Date) -> bool {
        !matches!(self, Self::On(day) if date > day)
    }
}

/// What a target needs to know of the teams that there are.
pub(super) struct Teams<C, T> {
    /// Whether one has that very name.
    pub(super) is_called: C,
    /// Whether one is kept under that name.
    pub(super) is_there: T,
}

impl Selector {
    /// The target that `text` names. `there` says what is at a path.
    pub(super) fn parse(
        text: &str,
        there: impl Fn(&str) -> There,
        teams: &Teams<impl Fn(&str) -> Result<bool>, impl Fn(&str) -> Result<bool>>,
    ) -> Result<Self> {
        if text == "-" {
            return Ok(Self::Stdin);
        }
        let named_as_path = text.contains(is_separator) && there(text) != There::No;
        let is_toml = text.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("toml"));
        if is_toml || named_as_path || there(text) == There::File {
            return Ok(Self::Path(text.into()));
        }
        let of = |text: &str, pick| {
            let (name, checklist) = split(text, teams)?;
            Ok(Self::Team { name, checklist, pick })
        };
        if !text.contains(['~', '@']) || (teams.is_called)(text)? {
            return of(text, Pick::Newest);
        }
        if let Some((before, day)) = text.rsplit_once('@').filter(|(before, _)| !before.is_empty()) {
            if let Some(date) = date::written(day) {
                return of(before, Pick::On(date));
            }
            if day.starts_with(|c: char| c.is_ascii_digit()) || day.is_empty() {
                let what = say::not_a_date(crate::text::one_line(day));
                return Err(Error::new(what).hint(say::not_a_date_hint()));
            }
        }
        if let Some((before, count)) = text.rsplit_once('~').filter(|(before, _)| !before.is_empty())
            && !count.is_empty()
            && count.bytes().all(|b| b.is_ascii_digit())
        {
            // More than the machine can count is more than there are.
            return of(before, Pick::Before(count.parse().unwrap_or(usize::MAX)));
        }
        of(text, Pick::Newest)
    }
}

/// The team and the checklist of `TEAM:CHECKLIST`, where there is such a team and none of that whole name; else all of it
/// names a team.
pub(super) fn split(
    text: &str,
    teams: &Teams<impl Fn(&str) -> Result<bool>, impl Fn(&str) -> Result<bool>>,
) -> Result<(String, Option<Id>)> {
    let parts = text.rsplit_once(':').filter(|(name, checklist)| !name.is_empty() && !checklist.is_empty());
    Ok(match parts {
        Some((name, checklist)) if !(teams.is_called)(text)? && (teams.is_there)(name)? => {
            (name.to_owned(), Some(Id::foreign(checklist)))
        }
        _ => (text.to_owned(), None),
    })
}

#[cfg(test)]
mod tests {
    use super::{Pick, Selector, Teams, There};
    use crate::model::Id;
    use jiff::civil::date;

    fn parse(text: &str) -> Result<Selector, String> {
        let there = |path: &str| match path {
            "notes" | "dir/file" => There::File,
            "dir" | "./dir" => There::Other,
            _ => There::No,
        };
        let is_called = |name: &str| Ok(["a~2", "b@2026-01-01", "c:d", "c:d:e", "f@g"].contains(&name));
        let is_there = |name: &str| Ok(["a", "a~2", "b", "c", "c:d", "c:d:e", "f-g"].contains(&name));
        Selector::parse(text, there, &Teams { is_called, is_there }).map_err(|e| e.to_string())
    }

    fn team(name: &str, pick: Pick) -> Selector {
        Selector::Team { name: name.to_owned(), checklist: None, pick }
    }

    fn of(name: &str, checklist: &str, pick: Pick) -> Selector {
        Selector::Team { name: name.to_owned(), checklist: Some(Id::foreign(checklist)), pick }
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
            ("a:samm", of("a", "samm", Pick::Newest)),
            ("a:samm~1", of("a", "samm", Pick::Before(1))),
            ("a:samm@2026-01-02", of("a", "samm", Pick::On(date(2026, 1, 2)))),
            ("a~2:samm~1", of("a~2", "samm", Pick::Before(1))),
            ("c:d", team("c:d", Pick::Newest)),
            ("c:d~1", team("c:d", Pick::Before(1))),
            ("c:d:e", team("c:d:e", Pick::Newest)),
            ("c:d:f", of("c:d", "f", Pick::Newest)),
            ("c:x", of("c", "x", Pick::Newest)),
            ("f-g:x", of("f-g", "x", Pick::Newest)),
            ("none:x", team("none:x", Pick::Newest)),
            ("a:", team("a:", Pick::Newest)),
            (":a", team(":a", Pick::Newest)),
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
