//! The words of an answer, each with its spelling in files, and what an answer is worth.

use std::collections::HashSet;
use std::sync::{LazyLock, Mutex, PoisonError};

use crate::i18n::{Lang, say};
use serde::Serialize;

/// An answer to an item: an option of its scale by its id, or that the item does not apply. An item without one is
/// unanswered, which is never the same as no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Answer(&'static str);

/// Every word that an answer was given in. They are few, and kept as long as the program runs, so that an answer is as small
/// as a number.
static WORDS: LazyLock<Mutex<HashSet<&'static str>>> = LazyLock::new(Mutex::default);

impl Answer {
    /// Does not apply here: a waiver, which every scale has. Left out of every fraction.
    pub const NA: Self = Self("na");
    /// In place, as the guidance describes it: the best of the built-in scale.
    pub const YES: Self = Self("yes");
    /// Begun: what the built-in scale has between the best and the worst.
    pub const PARTIAL: Self = Self("partial");
    /// Not there: the worst of the built-in scale.
    pub const NO: Self = Self("no");

    /// The answer of that word.
    pub fn of(word: &str) -> Self {
        let usual = [Self::YES, Self::PARTIAL, Self::NO, Self::NA];
        if let Some(answer) = usual.into_iter().find(|answer| answer.0 == word) {
            return answer;
        }
        let mut words = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
        let known = words.get(word).copied();
        Self(known.unwrap_or_else(|| {
            let kept: &'static str = Box::leak(word.into());
            words.insert(kept);
            kept
        }))
    }

    /// The word as files and JSON spell it.
    pub const fn word(self) -> &'static str {
        self.0
    }

    /// Whether it says that the item does not apply.
    pub fn is_na(self) -> bool {
        self == Self::NA
    }
}

/// What an answer is worth, whatever its scale calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Worth {
    /// Nothing of it is there.
    Unmet,
    /// Some of it is there, and not enough.
    Part,
    /// The item is met.
    Met,
    /// The item does not apply.
    Waived,
}

/// What an answer counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Counted {
    /// Whether it is enough.
    pub worth: Worth,
    /// Its credit, in millionths of a whole item.
    pub credit: u32,
}

impl Counted {
    /// The whole credit of an item, in the parts that credit is counted in, so that no rounding moves a per cent.
    pub const WHOLE: u32 = 1_000_000;
    /// Met, as well as can be.
    pub const MET: Self = Self { worth: Worth::Met, credit: Self::WHOLE };
    /// Nothing at all.
    pub const NOTHING: Self = Self { worth: Worth::Unmet, credit: 0 };
    /// Left out.
    pub const WAIVED: Self = Self { worth: Worth::Waived, credit: 0 };
}

/// Defines an enum whose variants have one spelling in files and JSON, and one term in each language.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal, $term:path;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every word, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as files and JSON spell it.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The word as people read it.
            pub const fn term(self, lang: Lang) -> &'static str {
                match self { $(Self::$variant => $term(lang),)+ }
            }
        }
    };
}

words! {
    /// Why an item does not apply.
    Reason {
        /// The team does not do this kind of work.
        OutOfScope = "out-of-scope", say::reason_out_of_scope;
        /// It will matter later.
        NotYetRelevant = "not-yet-relevant", say::reason_not_yet_relevant;
        /// Another team does it.
        CoveredElsewhere = "covered-elsewhere", say::reason_covered_elsewhere;
        /// Somebody decided to live without it.
        AcceptedRisk = "accepted-risk", say::reason_accepted_risk;
        /// See the note.
        Other = "other", say::reason_other;
    }
}

words! {
    /// What it takes to meet a criterion. Lower effort comes first in a plan.
    Effort {
        /// Days.
        Low = "low", say::effort_low;
        /// Weeks.
        Medium = "medium", say::effort_medium;
        /// A quarter or more.
        High = "high", say::effort_high;
    }
}

words! {
    /// Whether an assessment is still being worked on.
    Status {
        /// Being worked on.
        Draft = "draft", say::status_draft;
        /// Signed off.
        Final = "final", say::status_final;
    }
}
