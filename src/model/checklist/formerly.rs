//! What an item was called in earlier editions: renamed, split, or its id in use again for another one.

use semver::{Version, VersionReq};

use super::Checklist;
use crate::model::{Id, Key};

/// An earlier id of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formerly {
    /// The editions in which it was called so; all where the file does not say.
    pub version: Option<VersionReq>,
    /// What it was called.
    pub id: Id,
}

impl Formerly {
    /// Whether the item was called so in the edition `version`; one that is no version could be any.
    pub fn is_of(&self, version: &str) -> bool {
        let version = Version::parse(version).ok();
        self.version.as_ref().zip(version).is_none_or(|(wanted, version)| wanted.matches(&version))
    }
}

/// An earlier key of an item, as it was in one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renaming {
    /// Which of the item's earlier keys it is.
    pub nth: usize,
    /// The earlier key.
    pub was: Key,
    /// The present one.
    pub is: Key,
    /// Whether the item says that it was so in this very edition: then the id may be in use again for another one.
    pub by_edition: bool,
}

impl Checklist {
    /// Every earlier key that an item had in the edition `version`.
    pub fn formerly<'a>(&'a self, version: &'a str) -> impl Iterator<Item = Renaming> + 'a {
        fn of<'a>(
            key: fn(Id) -> Key,
            id: &'a Id,
            formerly: &'a [Formerly],
            version: &'a str,
        ) -> impl Iterator<Item = Renaming> + 'a {
            let was = formerly.iter().filter(|was| was.is_of(version)).enumerate();
            was.map(move |(nth, was)| Renaming {
                nth,
                was: key(was.id.clone()),
                is: key(id.clone()),
                by_edition: was.version.is_some(),
            })
        }
        let parts = &self.parts;
        let criteria = parts.criteria.iter().flat_map(|one| of(Key::Criterion, &one.id, &one.formerly, version));
        let deliverables =
            parts.deliverables.iter().flat_map(|one| of(Key::Deliverable, &one.id, &one.formerly, version));
        let practices = parts.practices.iter().flat_map(|one| of(Key::Practice, &one.id, &one.formerly, version));
        criteria.chain(deliverables).chain(practices)
    }
}
