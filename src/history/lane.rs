//! How each criterion was answered over time, and where an answer slipped and came back.

use std::collections::HashMap;

use semver::Version;

use crate::diff::Way;
use crate::diff::versions::compare;
use crate::model::{Answer, Counted, Id, Key, Level, Worth};
use crate::scorecard::Scorecard;
use crate::scoring::{counts_as, read_as};

/// The answers to one criterion over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The criterion, as the newest checklist has it.
    pub id: Id,
    /// The level that it gates there.
    pub level: Level,
    /// How it stood at each point of the history.
    pub at: Vec<Stand>,
}

/// How a criterion stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// The checklist of that day did not ask.
    NotAsked,
    /// Its answer, as it counts, and what for: an n/a that is not allowed is the worst of its scale. `None` where it had none.
    Asked(Option<(Answer, Counted)>),
}

impl Lane {
    /// Where it slipped and where it came back to what it was: the nth point, and which way. What is waived on a day says
    /// nothing of it.
    pub fn turns(&self) -> Vec<(usize, Way)> {
        let mut turns = Vec::new();
        // What it counted for when it was last asked, and what it has to come back to.
        let (mut counted, mut lost) = (Counted::NOTHING, None);
        for (nth, stand) in self.at.iter().enumerate() {
            let counts = match stand {
                Stand::NotAsked | Stand::Asked(Some((_, Counted { worth: Worth::Waived, .. }))) => continue,
                Stand::Asked(Some((_, counted))) => *counted,
                Stand::Asked(None) => Counted::NOTHING,
            };
            if counts < counted && lost.is_none() {
                turns.push((nth, Way::Down));
                lost = Some(counted);
            } else if lost.is_some_and(|lost| counts >= lost) {
                turns.push((nth, Way::Up));
                lost = None;
            }
            counted = counts;
        }
        turns
    }
}

/// The criteria of the newest of `cards`, which are in the order of their dates, each through all of them.
pub(super) fn lanes(cards: &[&Scorecard]) -> Vec<Lane> {
    let Some(newest) = cards.last() else { return Vec::new() };
    // What each checklist called the criteria of the newest; most often it is one and the same.
    let text = |card: &Scorecard| (card.checklist.version().clone(), card.checklist.digest().to_owned());
    let mut called: HashMap<(Version, String), HashMap<Key, Key>> = HashMap::new();
    for card in cards.iter().filter(|card| card.checklist.id() == newest.checklist.id()) {
        called.entry(text(card)).or_insert_with(|| {
            let asked = compare(&card.checklist, &newest.checklist).items.into_iter();
            asked.filter_map(|item| item.new.zip(item.old)).collect()
        });
    }
    let called: Vec<Option<&HashMap<Key, Key>>> = cards.iter().map(|card| called.get(&text(card))).collect();
    let stand = |card: &Scorecard, called: Option<&HashMap<Key, Key>>, key: &Key| {
        let was = called.and_then(|called| called.get(key));
        let Some(Key::Criterion(id)) = was else { return Stand::NotAsked };
        if card.checklist.criterion(id).is_none() {
            return Stand::NotAsked;
        }
        let (key, given) = (Key::Criterion(id.clone()), card.assessment.answer(&Key::Criterion(id.clone())));
        let answer = read_as(&card.checklist, &key, given);
        Stand::Asked(answer.zip(counts_as(&card.checklist, &key, given)))
    };
    let criteria = newest.checklist.parts().criteria.iter();
    criteria
        .map(|criterion| {
            let key = Key::Criterion(criterion.id.clone());
            let at = cards.iter().zip(&called).map(|(card, called)| stand(card, *called, &key)).collect();
            Lane { id: criterion.id.clone(), level: criterion.level, at }
        })
        .collect()
}
