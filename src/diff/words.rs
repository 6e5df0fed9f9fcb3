//! Two texts compared word by word.

use std::hash::{Hash, Hasher};

use imara_diff::{Algorithm, Diff, InternedInput};
use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::one_line;

/// Words in a row that fared alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// What became of them.
    pub fate: Fate,
    /// The words, with the spaces between them.
    pub text: String,
    /// Whether a space stands before them.
    pub spaced: bool,
}

/// What became of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fate {
    /// In both texts.
    Kept,
    /// In the old text alone.
    Removed,
    /// In the new text alone.
    Added,
}

/// A word, and whether a space stands before it, which does not make it another word.
#[derive(Clone, Copy, Default)]
struct Word<'a> {
    text: &'a str,
    spaced: bool,
}

impl PartialEq for Word<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Word<'_> {}

impl Hash for Word<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

/// The words of `old` and `new` in runs, what was removed before what was added in its place; nothing where both say the
/// same, however it is spaced.
pub fn compare(old: &str, new: &str) -> Vec<Run> {
    let (old, new) = (one_line(old), one_line(new));
    if old == new {
        return Vec::new();
    }
    let (old, new) = (words(&old), words(&new));
    // Of several shortest differences the same one is found whichever text is the old one.
    let swapped = old.iter().map(|word| word.text).gt(new.iter().map(|word| word.text));
    let (first, second) = if swapped { (&new, &old) } else { (&old, &new) };
    let mut input: InternedInput<Word<'_>> = InternedInput::default();
    input.update_before(first.iter().copied());
    input.update_after(second.iter().copied());
    let mut diff = Diff::compute(Algorithm::Myers, &input);
    diff.postprocess_no_heuristic(&input);
    let mut runs = Runs::default();
    let mut at = 0;
    for hunk in diff.hunks() {
        let hunk = if swapped { hunk.invert() } else { hunk };
        let (removed, added) = (range(&hunk.before), range(&hunk.after));
        runs.push(Fate::Kept, new.get(at..added.start));
        runs.push(Fate::Removed, old.get(removed));
        at = added.end;
        runs.push(Fate::Added, new.get(added));
    }
    runs.push(Fate::Kept, new.get(at..));
    // Where only the spacing differs, every word was kept.
    if runs.0.iter().all(|run| run.fate == Fate::Kept) { Vec::new() } else { runs.0 }
}

/// Whether two texts share less than half of what they say, so that nobody reads the one off the other.
pub fn is_rewritten(runs: &[Run]) -> bool {
    let said = |fate: Fate| -> usize {
        runs.iter()
            .filter(|run| run.fate == fate)
            .map(|run| run.text.chars().filter(|c| c.is_alphanumeric()).count())
            .sum()
    };
    let (kept, removed, added) = (said(Fate::Kept), said(Fate::Removed), said(Fate::Added));
    removed > 0 && added > 0 && 2 * kept < removed + added
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut spaced = false;
    let mut words = Vec::new();
    for part in text.split_word_bounds() {
        if part == " " {
            spaced = true;
        } else {
            words.push(Word { text: part, spaced });
            spaced = false;
        }
    }
    words
}

fn range(of: &std::ops::Range<u32>) -> std::ops::Range<usize> {
    let at = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
    at(of.start)..at(of.end)
}

#[derive(Default)]
struct Runs(Vec<Run>);

impl Runs {
    fn push(&mut self, fate: Fate, words: Option<&[Word<'_>]>) {
        let Some([first, rest @ ..]) = words else { return };
        let mut text = first.text.to_owned();
        for word in rest {
            if word.spaced {
                text.push(' ');
            }
            text.push_str(word.text);
        }
        self.0.push(Run { fate, text, spaced: first.spaced });
    }
}

#[cfg(test)]
mod tests {
    use super::{Fate, compare, is_rewritten};
    use proptest::prelude::*;

    fn shown(old: &str, new: &str) -> String {
        let runs = compare(old, new).into_iter().map(|run| {
            let space = if run.spaced { " " } else { "" };
            match run.fate {
                Fate::Kept => format!("{space}{}", run.text),
                Fate::Removed => format!("{space}[-{}-]", run.text),
                Fate::Added => format!("{space}{{+{}+}}", run.text),
            }
        });
        runs.collect()
    }

    #[test]
    fn a_note_is_compared_word_by_word() {
        assert_eq!(
            shown("Deploy is scripted; rollback is by hand.", "Deploy is scripted;  rollback is tested."),
            "Deploy is scripted; rollback is [-by hand-] {+tested+}."
        );
        assert_eq!(shown("回滚靠手工。", "回滚已演练。"), "回滚[-靠手工-]{+已演练+}。");
        assert_eq!(shown("", "new"), "{+new+}");
        assert_eq!(shown("a\n b", "a b "), "");
    }

    #[test]
    fn what_shares_less_than_half_is_rewritten() {
        let rewritten = |old, new| is_rewritten(&compare(old, new));
        assert!(rewritten("Deploy is scripted; rollback is by hand.", "Every merge goes out through the pipeline."));
        assert!(!rewritten("Deploy is scripted; rollback is by hand.", "Deploy is scripted; rollback is tested."));
        assert!(rewritten("数据库还没有指标", "支付通道都已接入"));
        assert!(!rewritten("数据库已有指标", "数据库和队列已有指标"));
        // What was added to is read as one.
        assert!(!rewritten("a", "a b c d e f") && !rewritten("", "new") && !rewritten("old", ""));
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_off_the_runs_and_the_way_back_mirrors(
            old in "[ab回滚 .\n]{0,24}", new in "[ab回滚 .\n]{0,24}",
        ) {
            let visible = |text: &str| text.split_whitespace().collect::<String>();
            let read = |without: Fate| -> String {
                compare(&old, &new).into_iter().filter(|run| run.fate != without).map(|run| visible(&run.text)).collect()
            };
            if visible(&old) != visible(&new) {
                prop_assert_eq!(read(Fate::Added), visible(&old));
                prop_assert_eq!(read(Fate::Removed), visible(&new));
            }
            let fates = |old: &str, new: &str, fate: Fate| -> Vec<String> {
                compare(old, new).into_iter().filter(|run| run.fate == fate).map(|run| visible(&run.text)).collect()
            };
            prop_assert_eq!(fates(&old, &new, Fate::Removed), fates(&new, &old, Fate::Added));
            prop_assert_eq!(fates(&old, &new, Fate::Kept), fates(&new, &old, Fate::Kept));
        }
    }
}
