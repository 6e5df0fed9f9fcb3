//! The checklists that come with the program.
//!
//! A text that was released once never changes, for the answers to it are read by it for ever: a correction is a new file
//! with a new version, and the older one stays in the table. Releasing is writing the digest into the table.

use std::sync::{Arc, OnceLock};

use crate::error::Result;
use crate::model::Checklist;

use super::checklist_file::read_checklist;

/// A checklist that comes with the program.
pub(super) struct BuiltIn {
    /// The id and the version that its text says, known without reading it.
    pub(super) id: &'static str,
    pub(super) version: &'static str,
    /// The name that problems are shown under.
    shown: &'static str,
    pub(super) text: &'static str,
    /// The digest that it was released with; `None` while it may still change.
    #[cfg(test)]
    released: Option<&'static str>,
    parsed: OnceLock<Result<Arc<Checklist>>>,
}

/// Every one: the one that is taken where none is named, then the others; of an id the newest version first.
pub(super) static BUILT_IN: [BuiltIn; 2] = [
    BuiltIn {
        id: "operations",
        version: "1.0.0",
        shown: "operations.toml",
        text: include_str!("../../checklists/operations.toml"),
        #[cfg(test)]
        released: None,
        parsed: OnceLock::new(),
    },
    BuiltIn {
        id: "production-readiness",
        version: "1.0.0",
        shown: "production-readiness.toml",
        text: include_str!("../../checklists/production-readiness.toml"),
        #[cfg(test)]
        released: None,
        parsed: OnceLock::new(),
    },
];

impl BuiltIn {
    /// The checklist. That it is sound is tested.
    pub(super) fn checklist(&self) -> Result<Arc<Checklist>> {
        self.parsed.get_or_init(|| read_checklist(self.shown, self.text).map(Arc::new)).clone()
    }
}

/// Begins to read the first one on a thread of its own: it takes a quarter of the time to the first screen, and nearly
/// every command wants it. Where there is no thread to be had it is read when it is asked for.
pub fn read_ahead() {
    let read = || BUILT_IN.first().map(BuiltIn::checklist);
    let _ = std::thread::Builder::new().name("checklist".to_owned()).spawn(read);
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::BUILT_IN;

    #[test]
    fn every_one_is_sound_and_says_what_the_table_says() {
        for built_in in &BUILT_IN {
            let checklist = built_in.checklist().unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(checklist.id(), &built_in.id);
            assert_eq!(checklist.version().to_string(), built_in.version);
        }
    }

    #[test]
    fn a_released_text_is_frozen_and_an_id_has_one_text_a_version() {
        let mut seen = HashSet::new();
        for built_in in &BUILT_IN {
            let newest = !seen.iter().any(|(id, _)| *id == built_in.id);
            assert!(seen.insert((built_in.id, built_in.version)), "{} {} twice", built_in.id, built_in.version);
            let digest = built_in.checklist().expect("it is sound").digest().to_owned();
            match built_in.released {
                Some(released) => assert_eq!(digest, released, "{} {}", built_in.id, built_in.version),
                None => assert!(newest, "{} {} was never released", built_in.id, built_in.version),
            }
        }
    }
}
