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
    fn only_kebab_case_is_an_id() {
        for good in ["a", "full-cicd", "ab-testing", "l2-x9", "9a", "800-53"] {
            assert!(Id::parse(good).is_some(), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "a_b", "部署", "a b", "a.b"] {
            assert!(Id::parse(bad).is_none(), "{bad}");
        }
    }
}
