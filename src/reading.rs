//! An assessment as it is read: by which text of its checklist, how surely that is the one that was answered, and which
//! answers stand under an earlier id of their item.
//!
//! Everything that is said of an assessment begins here, so that an answer counts the same wherever it is asked for.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::checklist::Renaming;
use crate::model::{Assessment, Checklist, ChecklistRef, Entry, Key};

/// How surely a checklist is the text that an assessment was answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It has the same bytes; or the same version, where the assessment says nothing of bytes.
    Exact,
    /// It has the same id and version, and other bytes.
    SameVersion,
    /// It is another version, or another checklist.
    OtherVersion,
}

impl Certainty {
    /// How surely `checklist` is what `answered` names.
    pub fn of(answered: &ChecklistRef, checklist: &Checklist) -> Self {
        let same_version = answered.id == *checklist.id() && answered.version == checklist.version().to_string();
        match &answered.digest {
            Some(digest) if digest == checklist.digest() => Self::Exact,
            None if same_version => Self::Exact,
            _ if same_version => Self::SameVersion,
            _ => Self::OtherVersion,
        }
    }
}

/// An assessment and the text that it is read by.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What it asks of the assessment's profile.
    pub checklist: Arc<Checklist>,
    /// The whole text, which is the same where nothing of it is for some profiles alone.
    pub(crate) whole: Arc<Checklist>,
    /// The answers. Where the text is not the one that was answered, those under an earlier id of an item stand under its
    /// present one.
    pub assessment: Assessment,
    /// How surely the text is the one that was answered.
    pub certainty: Certainty,
    /// The earlier and the present key of every answer that was read under another one than it was written under.
    pub(crate) moved: Vec<(Key, Key)>,
}

impl Reading {
    /// Reads what is `written` by the `whole` of a checklist.
    pub fn new(whole: Arc<Checklist>, written: Assessment) -> Self {
        let certainty = Certainty::of(&written.checklist, &whole);
        let checklist = asked(&whole, &written);
        let mut assessment = written;
        let moved = match certainty {
            Certainty::Exact => Vec::new(),
            Certainty::SameVersion | Certainty::OtherVersion => {
                let renames = renames(&assessment, &checklist);
                rekey(&mut assessment, renames)
            }
        };
        Self { checklist, whole, assessment, certainty, moved }
    }
}

/// What a checklist asks of the profile of an assessment.
pub(crate) fn asked(whole: &Arc<Checklist>, assessment: &Assessment) -> Arc<Checklist> {
    whole.asked_of(assessment.profile.as_ref()).map_or_else(|| Arc::clone(whole), Arc::new)
}

/// What is to be written of `read`, in which `moved` was read under other keys than the `file` has: an answer that is still
/// the one that was read stays under the key that the file has for it.
pub(crate) fn written(read: &Assessment, moved: &[(Key, Key)], file: &Assessment) -> Assessment {
    let mut written = read.clone();
    for (was, is) in moved {
        if let Some(old) = file.entry(was).filter(|old| read.entry(is) == Some(old)) {
            written.set(is.clone(), Entry::default());
            written.set(was.clone(), old.clone());
        }
    }
    written
}

/// Where each answer belongs that stands under an earlier id of an item of `checklist`, which has no answer under its present
/// one: of several that became one the first that the item names.
pub(crate) fn renames(assessment: &Assessment, checklist: &Checklist) -> Vec<(Key, Key)> {
    let mut first: HashMap<Key, (usize, Key)> = HashMap::new();
    let version = &assessment.checklist.version;
    let mut parts: HashMap<Key, usize> = HashMap::new();
    checklist.formerly(version).for_each(|one| *parts.entry(one.was).or_default() += 1);
    for Renaming { nth, was, is, .. } in checklist.formerly(version) {
        let there = assessment.entry(&was).is_some() && !checklist.knows(&was) && assessment.entry(&is).is_none();
        // What was split into several items answers none of them.
        let there = there && parts.get(&was) == Some(&1);
        if there && first.get(&is).is_none_or(|(other, _)| nth < *other) {
            first.insert(is, (nth, was));
        }
    }
    let mut renames: Vec<(Key, Key)> = first.into_iter().map(|(is, (_, was))| (was, is)).collect();
    renames.sort();
    renames
}

/// Moves entries from their first key to their second, but not over what is said there; gives what was moved.
pub(crate) fn rekey(assessment: &mut Assessment, mut renames: Vec<(Key, Key)>) -> Vec<(Key, Key)> {
    renames.retain(|(was, is)| {
        let moves = assessment.entry(was).is_some() && assessment.entry(is).is_none();
        if moves {
            let entry = assessment.set(was.clone(), Entry::default());
            assessment.set(is.clone(), entry);
        }
        moves
    });
    renames
}
