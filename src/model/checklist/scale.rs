//! Scales of answers: what may be answered, what that counts, and whether it meets the item.

use std::sync::LazyLock;

use crate::i18n::{Lang, Text, say};
use crate::model::Id;

/// The whole credit of an item, in the parts that credit is counted in, so that no rounding moves a per cent.
pub const MILLIONTHS: u32 = 1_000_000;

/// What may be answered to an item, from best to worst.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Its id.
    pub id: Id,
    /// Its options, two to nine.
    pub options: Vec<Choice>,
}

/// An option of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its id, which is the answer as files have it.
    pub id: Id,
    /// What people read.
    pub title: Text,
    /// What it counts, in millionths of the whole.
    pub credit: u32,
    /// Whether it meets the item.
    pub met: bool,
    /// The letter that gives it.
    pub key: Option<char>,
}

/// Yes, partial, no: how everything is answered that names no other scale.
static YES_PARTIAL_NO: LazyLock<Scale> = LazyLock::new(|| {
    let option = |id: &str, title: fn(Lang) -> &'static str, credit, met, key| Choice {
        id: Id::foreign(id),
        title: Text::each(|lang| title(lang).to_owned()),
        credit,
        met,
        key: Some(key),
    };
    let options = vec![
        option("yes", say::answer_yes, MILLIONTHS, true, 'y'),
        option("partial", say::answer_partial, MILLIONTHS / 2, false, 'p'),
        option("no", say::answer_no, 0, false, 'n'),
    ];
    Scale { id: Id::foreign(Scale::BUILT_IN), options }
});

impl Scale {
    /// The id of the built-in one.
    pub const BUILT_IN: &'static str = "default";

    /// The answer that an item does not apply, which every scale has.
    pub const NOT_APPLICABLE: &'static str = "na";

    /// Yes, partial, no.
    pub fn built_in() -> &'static Self {
        &YES_PARTIAL_NO
    }

    /// The one of `scales` that an item names; the built-in one where it names none; `None` where it is not there.
    pub fn of<'a>(scales: &'a [Self], named: Option<&Id>) -> Option<&'a Self> {
        match named {
            Some(id) if *id != *Self::BUILT_IN => scales.iter().find(|scale| scale.id == *id),
            _ => Some(Self::built_in()),
        }
    }

    /// Its option of that id.
    pub fn option(&self, id: &Id) -> Option<&Choice> {
        self.options.iter().find(|option| option.id == *id)
    }
}
