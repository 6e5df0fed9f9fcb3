//! The words of an answer, each with its spelling in files.

use crate::i18n::{Lang, say};
use serde::Serialize;

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
    /// An answer to an item. An item without one is unanswered, which is never the same as no.
    Answer {
        /// In place, as the guidance describes it. A deliverable: in use and up to date.
        Yes = "yes", say::answer_yes;
        /// Begun. A deliverable: draft or stale.
        Partial = "partial", say::answer_partial;
        /// Not there.
        No = "no", say::answer_no;
        /// Does not apply here: a waiver. Left out of every fraction.
        Na = "na", say::answer_na;
    }
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
