//! What a repository may show of an item: where to look, and for what.

use crate::i18n::Text;
use crate::model::Id;

/// Where a repository may show something of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// Its id, unique in its item.
    pub id: Id,
    /// What its finding is a sign of.
    pub kind: ProbeKind,
    /// The files that are looked at, as globs.
    pub files: Vec<String>,
    /// What is looked for in them.
    pub look: Look,
    /// What it shows, and what it does not.
    pub says: Option<Text>,
    /// Whether it is usually found where the item is in place.
    pub expected: bool,
}

/// What a finding is a sign of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProbeKind {
    /// Something is set up.
    Config,
    /// Something is meant to be done; no proof that it is.
    Plan,
    /// Something was done, on a day.
    Record,
}

impl ProbeKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Config, Self::Plan, Self::Record];

    /// The word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Config => "config",
            Self::Plan => "plan",
            Self::Record => "record",
        }
    }
}

/// What is looked for in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    /// That it is there.
    There,
    /// A line that the pattern matches.
    Matches(String),
    /// A key of a YAML, TOML or JSON document.
    Key(String),
}
