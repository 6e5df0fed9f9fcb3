//! Scales of answers: what may be answered, what that counts, and whether it meets the item.

use std::sync::LazyLock;

use crate::i18n::{Lang, Text, say};
use crate::model::{Answer, Counted, Id, Worth};

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
static YES_PARTIAL_NO: LazyLock<Scale> =
    LazyLock::new(|| Scale::usual([say::answer_yes, say::answer_partial, say::answer_no]));

/// The same for what is there, or is not.
static OF_DELIVERABLES: LazyLock<Scale> =
    LazyLock::new(|| Scale::usual([say::deliverable_yes, say::deliverable_partial, say::deliverable_no]));

impl Scale {
    /// The id of the built-in one.
    pub const BUILT_IN: &'static str = "default";

    /// Yes, partial, no.
    pub fn built_in() -> &'static Self {
        &YES_PARTIAL_NO
    }

    /// Yes, partial, no, as they are read of a deliverable.
    pub(super) fn of_deliverables() -> &'static Self {
        &OF_DELIVERABLES
    }

    fn usual(titles: [fn(Lang) -> &'static str; 3]) -> Self {
        let answers = [Answer::YES, Answer::PARTIAL, Answer::NO];
        let counted = [(Counted::WHOLE, true, 'y'), (Counted::WHOLE / 2, false, 'p'), (0, false, 'n')];
        let options = answers.into_iter().zip(titles).zip(counted);
        let options = options.map(|((answer, title), (credit, met, key))| Choice {
            id: Id::foreign(answer.word()),
            title: Text::each(|lang| title(lang).to_owned()),
            credit,
            met,
            key: Some(key),
        });
        Self { id: Id::foreign(Self::BUILT_IN), options: options.collect() }
    }

    /// The one of `scales` that an item names; the built-in one where it names none; `None` where it is not there.
    pub fn of<'a>(scales: &'a [Self], named: Option<&Id>) -> Option<&'a Self> {
        match named {
            Some(id) if *id != *Self::BUILT_IN => scales.iter().find(|scale| scale.id == *id),
            _ => Some(Self::built_in()),
        }
    }

    /// Whether it is yes, partial, no.
    pub fn is_built_in(&self) -> bool {
        self.id == *Self::BUILT_IN
    }

    /// The best answer that is worth so much, else the worst of all.
    pub fn worth(&self, worth: Worth) -> Option<Answer> {
        let best = self.options.iter().find(|option| option.counts().worth == worth);
        best.or(self.options.last()).map(Choice::answer)
    }

    /// The answer that comes after another, from best to worst; the best after none, and none after the worst.
    pub fn after(&self, answer: Option<Answer>) -> Option<Answer> {
        let at = answer.and_then(|answer| self.options.iter().position(|option| option.id == *answer.word()));
        self.options.get(at.map_or(0, |at| at + 1)).map(Choice::answer)
    }

    /// Its option of that id.
    pub fn option(&self, id: &str) -> Option<&Choice> {
        self.options.iter().find(|option| option.id == *id)
    }

    /// Everything that may be answered, from best to worst, and that the item does not apply.
    pub fn answers(&self) -> impl Iterator<Item = Answer> {
        self.options.iter().map(Choice::answer).chain([Answer::NA])
    }

    /// What an answer counts for; `None` where it is not of the scale.
    pub fn counts(&self, answer: Answer) -> Option<Counted> {
        if answer.is_na() { Some(Counted::WAIVED) } else { self.option(answer.word()).map(Choice::counts) }
    }

    /// What people read of an answer; of one that is not of the scale its word.
    pub fn title(&self, answer: Answer, lang: Lang) -> &str {
        match self.option(answer.word()) {
            Some(option) => option.title.get(lang),
            None if answer.is_na() => say::answer_na(lang),
            None => answer.word(),
        }
    }
}

impl Choice {
    /// The answer that it is.
    pub fn answer(&self) -> Answer {
        Answer::of(self.id.as_str())
    }

    /// What it counts for.
    pub fn counts(&self) -> Counted {
        let worth = match (self.met, self.credit) {
            (true, _) => Worth::Met,
            (false, 0) => Worth::Unmet,
            (false, _) => Worth::Part,
        };
        Counted { worth, credit: self.credit }
    }
}
