//! What can be typed: each word with its letter, what it does, and what of an item it records.

use crate::edits::Part;
use crate::i18n::{Lang, say};
use crate::model::Answer;

/// What somebody wants who typed a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Answer(Answer),
    Confirm,
    TakeOver,
    Clear,
    Reason,
    Target,
    Evidence,
    Note,
    Owner,
    Due,
    Undo,
    Redo,
    Skip,
    Back,
    Go,
    Finish,
    Quit,
    Explain,
}

/// A word in every language, and its letters.
pub(super) struct Row {
    pub(super) word: Word,
    /// The letters; the first is the one that is told.
    letters: &'static [&'static str],
    name: fn(Lang) -> &'static str,
    /// What it does, where its name does not say that.
    does: Option<fn(Lang) -> &'static str>,
}

/// Every word, in the order in which they are told.
pub(super) static WORDS: &[Row] = &[
    row(Word::Answer(Answer::YES), &["y"], say::answer_yes, None),
    row(Word::Answer(Answer::PARTIAL), &["p"], say::answer_partial, None),
    row(Word::Answer(Answer::NO), &["n"], say::answer_no, None),
    row(Word::Answer(Answer::NA), &["a", "na"], say::answer_na, Some(say::does_na)),
    row(Word::Confirm, &["c"], say::word_confirm, Some(say::does_confirm)),
    row(Word::TakeOver, &["w"], say::word_take_over, Some(say::does_take_over)),
    row(Word::Clear, &["x"], say::word_clear, Some(say::does_clear)),
    row(Word::Reason, &["r"], say::word_reason, Some(say::does_reason)),
    row(Word::Target, &["t"], say::word_target, Some(say::does_target)),
    row(Word::Evidence, &["e"], say::word_evidence, Some(say::does_evidence)),
    row(Word::Note, &["i"], say::word_note, None),
    row(Word::Owner, &["o"], say::word_owner, Some(say::does_owner)),
    row(Word::Due, &["d"], say::word_due, Some(say::does_due)),
    row(Word::Undo, &["u"], say::word_undo, Some(say::does_undo)),
    row(Word::Redo, &[], say::word_redo, Some(say::does_redo)),
    row(Word::Skip, &["s"], say::word_skip, None),
    row(Word::Back, &["b"], say::word_back, Some(say::does_back)),
    row(Word::Go, &["g"], say::word_go, Some(say::does_go)),
    row(Word::Finish, &["f"], say::word_finish, Some(say::does_finish)),
    row(Word::Quit, &["q"], say::word_quit, None),
    row(Word::Explain, &["?", "？"], say::word_explain, Some(say::does_explain)),
];

const fn row(
    word: Word,
    letters: &'static [&'static str],
    name: fn(Lang) -> &'static str,
    does: Option<fn(Lang) -> &'static str>,
) -> Row {
    Row { word, letters, name, does }
}

impl Row {
    /// The word as it is told: letter, name, what it does; `meant` where the answer means something of its own here.
    pub(super) fn told(&self, meant: Option<&str>, lang: Lang) -> String {
        let letter = self.letters.first().map_or(String::new(), |letter| format!("{letter} "));
        let called = format!("  {letter}{}", (self.name)(lang));
        match meant.or(self.does.map(|does| does(lang))) {
            Some(does) => format!("{called}{}{does}", say::colon(lang)),
            None => called,
        }
    }

    fn is_said(&self, typed: &str) -> bool {
        self.letters.contains(&typed) || Lang::ALL.into_iter().any(|lang| (self.name)(lang) == typed)
    }
}

impl Word {
    /// The letter, or the word in any language; and what stands behind it, where it takes something.
    pub(super) fn of(typed: &str) -> Option<(Self, &str)> {
        if let Some(place) = typed.strip_prefix(['/', '／']) {
            return Some((Self::Go, place.trim()));
        }
        let said = |text: &str| WORDS.iter().find(|row| row.is_said(&text.to_lowercase())).map(|row| row.word);
        match typed.split_once(' ') {
            Some((first, place)) => said(first).filter(|word| *word == Self::Go).map(|word| (word, place.trim())),
            None => said(typed).map(|word| (word, "")),
        }
    }

    /// What it records of an item; `None` where it records nothing.
    pub(super) fn part(self) -> Option<Part> {
        match self {
            Self::Answer(answer) if answer.is_na() => Some(Part::Waive),
            Self::Answer(_) => Some(Part::Answer),
            Self::Confirm => Some(Part::Confirm),
            Self::TakeOver => Some(Part::TakeOver),
            Self::Clear => Some(Part::Clear),
            Self::Reason => Some(Part::Reason),
            Self::Target => Some(Part::Measure),
            Self::Evidence | Self::Owner | Self::Due => Some(Part::Beside),
            Self::Note => Some(Part::Note),
            Self::Undo
            | Self::Redo
            | Self::Skip
            | Self::Back
            | Self::Go
            | Self::Finish
            | Self::Quit
            | Self::Explain => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{WORDS, Word};
    use crate::i18n::Lang;
    use crate::model::Answer;

    #[test]
    fn letters_and_words_of_both_languages_are_understood() {
        for typed in ["y", "Y", "yes", "是"] {
            assert_eq!(Word::of(typed), Some((Word::Answer(Answer::YES), "")), "{typed}");
        }
        assert_eq!(Word::of("n/a"), Some((Word::Answer(Answer::NA), "")));
        assert_eq!(Word::of("？"), Some((Word::Explain, "")));
        assert_eq!(Word::of("撤销"), Some((Word::Undo, "")));
        for none in ["yy", "", "y y", "undo it"] {
            assert_eq!(Word::of(none), None, "{none}");
        }
    }

    #[test]
    fn a_place_to_go_to_stands_behind_a_stroke_or_a_word() {
        for typed in ["/full-cicd", "/ full-cicd", "／full-cicd", "g full-cicd", "Go full-cicd", "转到 full-cicd"] {
            assert_eq!(Word::of(typed), Some((Word::Go, "full-cicd")), "{typed}");
        }
        assert_eq!(Word::of("/a complete"), Some((Word::Go, "a complete")));
        for bare in ["/", "g", "转到"] {
            assert_eq!(Word::of(bare), Some((Word::Go, "")), "{bare}");
        }
    }

    #[test]
    fn a_word_means_one_thing() {
        let mut all: Vec<&str> = Vec::new();
        for row in WORDS {
            all.extend(row.letters);
            all.extend(Lang::ALL.map(|lang| (row.name)(lang)));
        }
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count, "{all:?}");
    }
}
