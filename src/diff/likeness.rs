//! Whether two questions are recognisably the same one: the one place that decides it.
//!
//! Ids are used anew from one edition of a model to the next, so an id alone says nothing. Two texts are compared by the
//! set of their terms, whatever their order: words of scripts with capitals by their first letters, so that an ending does
//! not make another word, and without the small words of English; everything else, Chinese above all, by two characters at
//! a time. Case, width, punctuation and spaces say nothing.
//!
//! - Alike are texts that share three fifths of their terms (twice the shared ones over all of both).
//! - A question is the same where its title is alike, or its guidance, if that is long enough to tell.
//! - It is another one all the same where a long title or a long guidance shares less than a fifth, and where one text says
//!   of a thing what the other says it is not.
//!
//! A text in several languages is as alike as in the one in which it is most. Where no language is shared, nothing can be
//! recognised.

use std::collections::HashSet;

use crate::i18n::Text;

/// How many terms a text needs to tell two questions apart, or one that has another title.
const LONG: usize = 8;

/// How many letters of a word count.
const STEM: usize = 6;

/// Words without which a title says the same.
const SMALL: &[&str] = &[
    "a", "all", "an", "and", "any", "are", "as", "at", "be", "been", "being", "by", "can", "could", "do", "does",
    "each", "every", "for", "from", "had", "has", "have", "how", "if", "in", "into", "is", "it", "its", "may", "must",
    "of", "on", "or", "shall", "should", "so", "such", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "to", "was", "were", "what", "when", "where", "which", "who", "will", "with",
    "would",
];

/// Words that turn what follows into its opposite.
const NEGATIONS: &[&str] = &["no", "not", "never", "none", "nor", "neither", "without", "cannot", "t"];

/// The same in Chinese.
const NOT: &[char] = &['不', '未', '无', '無', '没', '沒', '勿'];

/// Chinese words that hold one of these characters, and negate nothing.
const NO_NEGATION: &[&str] = &[
    "不断",
    "不斷",
    "不同",
    "不仅",
    "不僅",
    "不少于",
    "不少於",
    "不低于",
    "不低於",
    "不超过",
    "不超過",
    "不限于",
    "不限於",
    "未来",
    "未來",
    "无论",
    "無論",
    "无障碍",
    "無障礙",
];

/// Chinese characters that hold a sentence together and say nothing.
const GLUE: &[char] = &['的', '了', '和', '与', '與', '及', '并', '並', '或', '是', '在', '对', '對', '等'];

/// Whether a question that had this title and guidance is recognisably the one that has these now.
pub fn same_question(old: (&Text, Option<&Text>), new: (&Text, Option<&Text>)) -> bool {
    if old == new {
        return true;
    }
    let title = likeness(old.0, new.0);
    let guidance = old.1.zip(new.1).and_then(|(old, new)| likeness(old, new));
    let alike = title.is_some_and(Likeness::is_alike)
        || guidance.is_some_and(|likeness| likeness.is_long() && likeness.is_alike());
    let apart = [title, guidance].into_iter().flatten().any(|likeness| likeness.opposed || likeness.is_apart());
    alike && !apart
}

/// Whether two texts say the same, but for case, punctuation and spaces, in every language that both have.
pub fn says_the_same(old: &Text, new: &Text) -> bool {
    let mut shared = old.shared(new).peekable();
    shared.peek().is_some() && shared.all(|(old, new)| says(old, new))
}

/// Whether one text says what the other does, word by word.
pub fn says(old: &str, new: &str) -> bool {
    old == new || {
        let runs = runs(old);
        !runs.is_empty() && runs == self::runs(new)
    }
}

/// How alike two texts are.
#[derive(Clone, Copy, Debug)]
struct Likeness {
    shared: usize,
    /// The terms of the shorter and the longer text.
    terms: (usize, usize),
    /// Whether one says of a thing what the other says it is not.
    opposed: bool,
}

impl Likeness {
    fn of(old: &str, new: &str) -> Self {
        let same = says(old, new);
        let (old, new) = (Terms::of(old), Terms::of(new));
        if same {
            let all = old.all.len().max(1);
            return Self { shared: all, terms: (all, all), opposed: false };
        }
        let (first, second) = (old.all.len(), new.all.len());
        Self {
            shared: old.all.intersection(&new.all).count(),
            terms: (first.min(second), first.max(second)),
            opposed: old.opposes(&new),
        }
    }

    fn share(self, of: usize) -> usize {
        2 * self.shared * of
    }

    fn all(self) -> usize {
        self.terms.0 + self.terms.1
    }

    /// Three fifths and more are shared.
    fn is_alike(self) -> bool {
        self.shared > 0 && self.share(5) >= 3 * self.all()
    }

    /// Less than a fifth is shared, of what is long enough to tell.
    fn is_apart(self) -> bool {
        self.is_long() && self.share(5) < self.all()
    }

    fn is_long(self) -> bool {
        self.terms.0 >= LONG
    }
}

/// How alike two texts are in the language in which they are most; `None` where they share none.
fn likeness(old: &Text, new: &Text) -> Option<Likeness> {
    let each = old.shared(new).map(|(old, new)| Likeness::of(old, new));
    // The greater of two fractions, without a division.
    each.reduce(|best, next| {
        let (this, that) = (best.shared * next.all(), next.shared * best.all());
        if this < that || this == that && best.opposed { next } else { best }
    })
}

/// The runs of characters that belong together, without case, width, punctuation and spaces. Signs that compare or count
/// are runs too.
fn runs(text: &str) -> Vec<String> {
    let mut runs = Vec::new();
    let mut run = String::new();
    for c in text.chars().map(narrow).flat_map(char::to_lowercase) {
        let last = run.chars().last();
        let sign = matches!(c, '<' | '>' | '=' | '≤' | '≥' | '≠' | '±' | '+' | '%' | '‰' | '#');
        if !c.is_alphanumeric() && !sign {
            runs.extend(Some(std::mem::take(&mut run)).filter(|run| !run.is_empty()));
            continue;
        }
        if sign || last.is_some_and(|last| is_spelt(last) != is_spelt(c) || !last.is_alphanumeric()) {
            runs.extend(Some(std::mem::take(&mut run)).filter(|run| !run.is_empty()));
        }
        run.push(c);
    }
    runs.extend(Some(run).filter(|run| !run.is_empty()));
    runs
}

/// A full-width sign as the plain one.
fn narrow(c: char) -> char {
    match u32::from(c) {
        wide @ 0xff01..=0xff5e => char::from_u32(wide - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// What of a word counts.
fn stem(word: &str) -> String {
    let one = word.strip_suffix('s').filter(|one| one.chars().count() > 2 && !one.ends_with('s'));
    one.unwrap_or(word).chars().take(STEM).collect()
}

/// Whether a character belongs to words that are set apart by spaces: digits, and scripts with capitals.
fn is_spelt(c: char) -> bool {
    c.is_numeric() || c.is_lowercase()
}

/// What a text speaks of.
#[derive(Debug, Default)]
struct Terms {
    all: HashSet<String>,
    /// Those that are said not to be.
    negated: HashSet<String>,
    /// How many negations there are.
    negations: usize,
}

impl Terms {
    fn of(text: &str) -> Self {
        let mut terms = Self::default();
        let mut not = false;
        for run in runs(text) {
            if run.chars().all(is_spelt) {
                if NEGATIONS.contains(&run.as_str()) {
                    terms.negations += 1;
                    not = true;
                } else if !SMALL.contains(&run.as_str()) {
                    terms.put(stem(&run), std::mem::take(&mut not));
                }
            } else {
                terms.unspaced(&run);
            }
        }
        terms
    }

    /// Takes a run of a script that sets no spaces, two characters at a time.
    fn unspaced(&mut self, run: &str) {
        let mut rest: Vec<char> = run.chars().collect();
        let plain = |at: &[char]| {
            NO_NEGATION.iter().any(|word| word.chars().zip(at).filter(|(a, b)| a == *b).count() == word.chars().count())
        };
        let mut not = false;
        while !rest.is_empty() {
            let negation =
                |at: usize| rest.get(at).is_some_and(|c| NOT.contains(c)) && !rest.get(at..).is_some_and(plain);
            let prohibition = rest.starts_with(&['禁', '止']);
            if negation(0) || prohibition {
                self.negations += 1;
                not = true;
                rest.drain(..if prohibition { 2 } else { 1 });
                continue;
            }
            if rest.first().is_some_and(|c| GLUE.contains(c)) {
                rest.remove(0);
                continue;
            }
            let ends = |at: usize| {
                negation(at)
                    || rest.get(at).is_none_or(|c| GLUE.contains(c))
                    || rest.get(at..).is_some_and(|rest| rest.starts_with(&['禁', '止']))
            };
            let piece = (1..=rest.len()).find(|at| ends(*at)).unwrap_or(rest.len());
            let piece: Vec<char> = rest.drain(..piece).collect();
            if let [one] = piece.as_slice() {
                self.put(one.to_string(), std::mem::take(&mut not));
            }
            for pair in piece.windows(2) {
                self.put(pair.iter().collect(), std::mem::take(&mut not));
            }
        }
    }

    fn put(&mut self, term: String, negated: bool) {
        if negated {
            self.negated.insert(term.clone());
        }
        self.all.insert(term);
    }

    /// Whether one says of a thing what the other says it is not. Where both negate as often, it is the sentence that was
    /// turned, not what it says.
    fn opposes(&self, other: &Self) -> bool {
        let turned = |one: &Self, other: &Self| {
            one.negated.iter().any(|term| other.all.contains(term) && !other.negated.contains(term))
        };
        (self.negations + other.negations) % 2 == 1 && (turned(self, other) || turned(other, self))
    }
}

#[cfg(test)]
mod tests {
    use super::{Likeness, Terms, same_question, says_the_same};
    use crate::i18n::Text;
    use proptest::prelude::*;

    fn same(old: &str, new: &str) -> bool {
        same_question((&Text::plain(old), None), (&Text::plain(new), None))
    }

    /// What is recognised, and what is not: made-up titles as close to the line as those that published models have.
    #[test]
    fn titles_at_the_line() {
        for (old, new) in [
            // Case, punctuation, width, spaces, order.
            ("It deploys", "it deploys."),
            ("CI/CD", "ci - cd"),
            ("Backups: tested monthly!", "Monthly tested backups"),
            ("完整的CI/CD流程", "完整的 ＣＩ/ＣＤ 流程。"),
            ("完整的CI/CD流程", "CI/CD流程完整"),
            // An ending, an article, a word of three or four.
            ("Monitoring dashboard", "The monitored dashboards"),
            ("An alert", "Alerts"),
            ("Alerts reach somebody", "Alerts wake somebody"),
            ("Every deployment can be rolled back", "Deployments can be rolled back at any time"),
            ("Passwords of at least 8 characters", "Passwords of at least 12 characters"),
            ("每次变更均由流水线构建", "每次变更都由流水线构建和测试"),
            ("日志保留至少14天", "日志保留至少180天"),
            ("定期演练恢复", "定期演练备份恢复"),
            // The sentence turned, not what it says.
            ("No secret is kept in the code", "Secrets are never kept in code"),
            ("不断改进监控告警", "持续改进监控告警"),
        ] {
            assert!(same(old, new) && same(new, old), "{old} | {new}: {:?}", Likeness::of(old, new));
        }
        for (old, new) in [
            ("Use a secure SDLC", "Decode input once"),
            ("Alerts reach somebody", "Runbooks are kept up to date"),
            ("使用安全的开发流程", "输入只解码一次"),
            // Half of two words is not the same question.
            ("Backups are encrypted", "Backups are tested"),
            ("Monitoring dashboards", "Monitoring alerts"),
            ("备份加密", "备份演练"),
            ("部署文档", "部署流水线"),
            // Nor is what all sentences of a model begin with.
            ("Verify that sessions end after a while", "Verify that uploads are scanned for malware"),
            // What is said not to be.
            ("Passwords are truncated", "Passwords are not truncated"),
            ("Production logs hold personal data", "Production logs never hold personal data"),
            ("生产日志包含个人数据", "生产日志不包含个人数据"),
            ("允许共用管理员账号", "禁止共用管理员账号"),
            ("Errors > 5 a day", "?!"),
            ("", "Anything"),
        ] {
            assert!(!same(old, new) && !same(new, old), "{old} | {new}: {:?}", Likeness::of(old, new));
        }
    }

    /// Where the measure is wrong, known and accepted: what is taken for another question costs a key; what is taken for the
    /// same one is to be confirmed, under both titles.
    #[test]
    fn titles_that_no_measure_of_words_tells() {
        assert!(same("Access to production is logged", "Access to production is restricted"));
        assert!(!same("Use a secure SDLC", "Secure software development life cycle"));
        assert!(!same("告警有人接收", "告警能叫醒值班人"));
    }

    #[test]
    fn guidance_tells_where_a_title_does_not() {
        let long = "Every change is reviewed by somebody who did not write it, before it reaches production, and it is kept who did.";
        let other = "Input is decoded into one form only once, where encoded data is expected, ahead of further processing and validation.";
        let of = |old: (&str, &str), new: (&str, &str)| {
            let texts = [old.0, old.1, new.0, new.1].map(Text::plain);
            let [title, guide, title_now, guide_now] = &texts;
            same_question((title, Some(guide)), (title_now, Some(guide_now)))
        };
        assert!(of(("Four eyes", long), ("Review of changes", long)), "it has another title");
        assert!(!of(("General", long), ("General", other)), "the title is one of many");
        assert!(of(("Four eyes", long), ("Four eyes", "See the handbook.")), "too short to tell");
        assert!(!of(("Four eyes", "See the handbook."), ("Decoding", "See our handbook.")), "too short to tell");
    }

    #[test]
    fn one_language_is_enough_and_none_is_not() {
        let both = |en: &str, zh: &str| Text::tagged([("en", en.to_owned()), ("zh", zh.to_owned())]).expect("a text");
        let old = both("Alerts reach somebody", "告警有人接收");
        assert!(same_question((&old, None), (&both("Alerts wake somebody", "告警能叫醒值班人"), None)));
        assert!(!same_question((&old, None), (&both("Runbooks are kept", "手册保持更新"), None)));
    }

    #[test]
    fn only_words_count_where_nothing_is_to_be_confirmed() {
        let said = |old, new| says_the_same(&Text::plain(old), &Text::plain(new));
        assert!(said("It deploys.", "it  deploys") && said("流程、规范", "流程，规范"));
        assert!(!said("At most 5", "At most 6") && !said("> 5", "< 5") && !said("must", "must not"));
    }

    proptest! {
        #[test]
        fn it_is_the_same_both_ways_and_with_itself(old in "[ab不禁止的部署A. ]{0,16}", new in "[ab不禁止的部署A. ]{0,16}") {
            prop_assert_eq!(same(&old, &new), same(&new, &old));
            prop_assert!(same(&old, &old));
            let terms = Terms::of(&old);
            prop_assert!(terms.negated.is_subset(&terms.all));
        }
    }
}
