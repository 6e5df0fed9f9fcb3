//! Ids of checklist items, and the keys that answers are kept under.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// The id of an item. Cheap to copy around.
///
/// Ids that come from a checklist are kebab-case ([`Id::parse`]); an assessment may hold ids that no checklist knows, as
/// they were written ([`Id::foreign`]).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// The id, if `text` is kebab-case: lower-case ASCII letters and digits in groups joined by single hyphens.
    pub fn parse(text: &str) -> Option<Self> {
        let group = |g: &str| !g.is_empty() && g.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        text.split('-').all(group).then(|| Self(text.into()))
    }

    /// The id that a published number becomes: `V1.2.3` is `v1-2-3`, `AC-2(1)` is `ac-2-1`. `None` where an id can hold nothing
    /// of it, or only a part.
    pub fn of_code(code: &str) -> Option<Self> {
        code.is_ascii().then(|| Self::parse(&slug(code, LONGEST)?)).flatten()
    }

    /// An id as a hand-edited file has it, whatever it is.
    pub fn foreign(text: &str) -> Self {
        Self(text.into())
    }

    /// The id's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Id {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// The most characters of an id that is made of a published number.
const LONGEST: usize = 40;

/// The letters and digits of ASCII in groups joined by hyphens, in small letters, cut between groups so that at most
/// `longest` are left; `None` where there are none.
pub(crate) fn slug(text: &str, longest: usize) -> Option<String> {
    let mut made = String::new();
    for group in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|group| !group.is_empty()) {
        let between = usize::from(!made.is_empty());
        if made.len() + between + group.len() > longest {
            if made.is_empty() {
                made.extend(group.chars().take(longest));
            }
            break;
        }
        if between > 0 {
            made.push('-');
        }
        made.push_str(&group.to_ascii_lowercase());
    }
    (!made.is_empty()).then_some(made)
}

/// Whether a text is a UUID, which nobody can read.
pub(crate) fn is_uuid(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let lengths = parts.iter().map(|part| part.len());
    lengths.eq([8, 4, 4, 4, 12]) && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// A section of an assessment file: one kind of item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// What gates a level.
    Criteria,
    /// Key deliverables.
    Deliverables,
    /// What closes a gap.
    Practices,
    /// Numbers.
    Metrics,
    /// Steps of improvement loops.
    Steps,
}

impl Section {
    /// Every section, in the order in which files and walks have them.
    pub const ALL: [Self; 5] = [Self::Criteria, Self::Deliverables, Self::Practices, Self::Metrics, Self::Steps];

    /// The table name in an assessment file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Criteria => "criteria",
            Self::Deliverables => "deliverables",
            Self::Practices => "practices",
            Self::Metrics => "metrics",
            Self::Steps => "steps",
        }
    }
}

/// What an answer is kept under: the section and the id; for a loop's step the loop too.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// `[criteria.ID]`
    Criterion(Id),
    /// `[deliverables.ID]`
    Deliverable(Id),
    /// `[practices.ID]`
    Practice(Id),
    /// `[metrics.ID]`
    Metric(Id),
    /// `[steps.LOOP.STEP]`
    Step(Id, Id),
}

impl Key {
    /// The section that it belongs to.
    pub fn section(&self) -> Section {
        match self {
            Self::Criterion(_) => Section::Criteria,
            Self::Deliverable(_) => Section::Deliverables,
            Self::Practice(_) => Section::Practices,
            Self::Metric(_) => Section::Metrics,
            Self::Step(..) => Section::Steps,
        }
    }

    /// The tables from the section down: `["criteria", "full-cicd"]`, `["steps", "data-driven", "collect"]`.
    pub fn path(&self) -> Vec<&str> {
        let section = self.section().name();
        match self {
            Self::Criterion(id) | Self::Deliverable(id) | Self::Practice(id) | Self::Metric(id) => {
                vec![section, id.as_str()]
            }
            Self::Step(of, step) => vec![section, of.as_str(), step.as_str()],
        }
    }
}

impl fmt::Display for Key {
    /// The id alone; `LOOP.STEP` for a step.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Criterion(id) | Self::Deliverable(id) | Self::Practice(id) | Self::Metric(id) => id.fmt(f),
            Self::Step(of, step) => write!(f, "{of}.{step}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn published_numbers_become_ids() {
        let of = |code| Id::of_code(code).map(|id| id.as_str().to_owned());
        assert_eq!(of("V1.2.3").as_deref(), Some("v1-2-3"));
        assert_eq!(of("AC-2(1)").as_deref(), Some("ac-2-1"));
        assert_eq!(of(" OSPS-AC-01.01 ").as_deref(), Some("osps-ac-01-01"));
        assert_eq!(of("一"), None);
        assert!(super::is_uuid("123e4567-e89b-12d3-a456-426614174000"));
    }

    #[test]
    fn only_kebab_case_is_an_id() {
        for good in ["a", "full-cicd", "ab-testing", "l2-x9", "9a", "800-53"] {
            assert!(Id::parse(good).is_some(), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "a_b", "部署", "a b", "a.b"] {
            assert!(Id::parse(bad).is_none(), "{bad}");
        }
    }
}
