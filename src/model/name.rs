//! Team names: which are the same team's, which may be given, and the directory name that each is kept under.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::error::{Error, Result};
use crate::i18n::say;
use crate::text::one_line;

use super::Id;

/// The most characters that a team's name may have.
pub const MAX_NAME: usize = 100;

/// The directory of a store that is not a team's.
pub const CHECKLISTS: &str = "checklists";

/// A team and one of the checklists that it answers, as a command line takes them.
pub fn with_checklist(team: &str, checklist: &Id) -> String {
    format!("{}:{}", one_line(team), one_line(checklist.as_str()))
}

/// The directory name for a team: its name in NFC, letters and digits of any script kept, everything else a single `-`,
/// none at the ends. Empty if the name has no letter or digit.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    let mut gap = false;
    for c in name.nfc() {
        // A mark belongs to the letter before it: without the vowel signs of Indic scripts another word is left.
        let kept = c.is_alphanumeric() || is_combining_mark(c) && !gap && !slug.is_empty();
        if kept {
            if gap && !slug.is_empty() {
                slug.push('-');
            }
            slug.push(c);
        }
        gap = !kept;
    }
    slug
}

/// Whether two names are of one team: they are kept under one name, whichever of its letters are capitals.
pub fn is_same_team(one: &str, other: &str) -> bool {
    folded(&slug(one)) == folded(&slug(other))
}

/// Whether two names are the same letters, however their accents are encoded.
pub fn is_spelled_alike(one: &str, other: &str) -> bool {
    one.nfc().eq(other.nfc())
}

/// A directory name as one that does not tell case apart has it.
pub fn folded(slug: &str) -> String {
    slug.to_lowercase()
}

/// The slug of a name that may be given to a team.
///
/// # Errors
///
/// The name starts with `.` or `/`, holds `..` or a control character, is longer than [`MAX_NAME`] characters, or its
/// slug is empty or the store's own directory of checklists.
pub fn checked_slug(name: &str) -> Result<String> {
    let refuse = |what| Err(Error::new(what).hint(say::name_hint()));
    let shown = crate::text::one_line(name);
    if name.trim().is_empty() {
        return refuse(say::name_empty());
    }
    if name.chars().any(char::is_control) || crate::text::sanitise(name) != name {
        return refuse(say::name_has_control(shown));
    }
    if let Some(start) = name.chars().next().filter(|c| matches!(c, '.' | '/')) {
        return refuse(say::name_starts_badly(shown, start));
    }
    if name.contains("..") {
        return refuse(say::name_has_dots(shown));
    }
    let length = name.nfc().count();
    if length > MAX_NAME {
        return refuse(say::name_too_long(length));
    }
    let slug = slug(name);
    if slug.is_empty() {
        return refuse(say::name_without_letters(shown));
    }
    // File systems that do not tell case apart would mix the two.
    if slug.eq_ignore_ascii_case(CHECKLISTS) {
        return refuse(say::name_reserved(CHECKLISTS));
    }
    Ok(slug)
}

#[cfg(test)]
mod tests {
    use super::{checked_slug, is_same_team, slug};
    use proptest::prelude::*;
    use std::path::{Component, Path};

    #[test]
    fn a_slug_keeps_letters_and_digits_of_any_script() {
        for (name, expected) in [
            ("Payments", "Payments"),
            ("支付/团队", "支付-团队"),
            ("  a  &  b  ", "a-b"),
            ("cafe\u{301}", "café"),
            ("टीम हिन्दी", "टीम-हिन्दी"),
            ("Équipe №7 🚀", "Équipe-7"),
            ("-- x --", "x"),
            ("a\u{200d}b", "a-b"),
            ("\u{301}a", "a"),
            ("a/\u{301}b", "a-b"),
        ] {
            assert_eq!(slug(name), expected, "{name:?}");
        }
    }

    #[test]
    fn names_that_differ_in_case_or_encoding_alone_are_one_team() {
        for (one, other) in [("Payments", "payments"), ("caf\u{e9}", "CAFE\u{301}"), ("a b", "A-b"), ("支付", "支付")]
        {
            assert!(is_same_team(one, other), "{one} {other}");
        }
        assert!(!is_same_team("Payments", "Payment"));
    }

    #[test]
    fn a_bad_name_is_refused_with_its_reason() {
        let long = "部".repeat(101);
        for (name, reason) in [
            ("", "a team needs a name"),
            ("   ", "a team needs a name"),
            (".hidden", "starts with `.`"),
            ("/etc", "starts with `/`"),
            ("a/../b", "holds `..`"),
            ("a\tb", "control character"),
            ("a\u{0}b", "control character"),
            ("a\u{202e}b", "control character"),
            ("!!!", "no letter or digit"),
            ("🚀", "no letter or digit"),
            ("checklists", "keeps its checklists"),
            ("Checklists!", "keeps its checklists"),
            (&long, "101 characters"),
        ] {
            let error = checked_slug(name).expect_err(name);
            assert!(error.to_string().contains(reason), "{name:?}: {error}");
            assert!(error.what_to_do().is_some(), "{name:?}");
        }
        assert_eq!(checked_slug(&"部".repeat(100)).expect("a long name").chars().count(), 100);
    }

    proptest! {
        #[test]
        fn no_name_leads_out_of_the_store(name in "(\\PC|[./\\\\~:\u{0}\n\u{301}]){0,12}") {
            let slug = slug(&name);
            let parts: Vec<Component<'_>> = Path::new(&slug).components().collect();
            prop_assert!(parts.len() <= 1);
            prop_assert!(parts.iter().all(|part| matches!(part, Component::Normal(_))));
            prop_assert!(!slug.contains(['/', '\\', ':', '\0', '.']), "{slug:?}");
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
            if let Ok(checked) = checked_slug(&name) {
                prop_assert!(!checked.is_empty() && checked == slug);
            }
        }
    }
}
