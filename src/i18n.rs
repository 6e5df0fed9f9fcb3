//! Languages, texts in several languages, and (in the modules below) every sentence of the interface in English and Chinese.
//!
//! A sentence is a function named for what it says. The macros demand both languages, so a missing translation does
//! not compile; `tests` below hold that both name the same values.

use std::fmt;

pub mod cli;
pub mod diff;
pub mod errors;
pub mod over_time;
pub mod report;
pub mod scorecard;
pub mod terms;
pub mod tui;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// English, the default.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Lang {
    /// Every language, the default first.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The language that a tag (`zh`, `zh-CN`) or a POSIX locale (`zh_CN.UTF-8`) names; `None` for any other.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| primary.eq_ignore_ascii_case(lang.tag()))
    }

    /// The tag that `--lang` takes and checklist texts are keyed by.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// The tag that a web page names itself by, for the fonts and the voices that it gets.
    pub const fn html(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-CN",
        }
    }

    /// The language that the switch key goes to.
    #[must_use]
    pub const fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}

/// One text in one or more languages; one that is missing falls back to the others, in the order of [`Lang::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text([Option<String>; Lang::ALL.len()]);

impl Text {
    /// A text that reads the same in every language.
    pub fn plain(text: impl Into<String>) -> Self {
        let mut texts = [const { None }; Lang::ALL.len()];
        texts[0] = Some(text.into());
        Self(texts)
    }

    /// A text from the languages that are there; `None` if none is.
    pub fn of(given: impl IntoIterator<Item = (Lang, String)>) -> Option<Self> {
        let mut texts = [const { None }; Lang::ALL.len()];
        for (lang, text) in given {
            texts[lang as usize] = Some(text);
        }
        texts.iter().any(Option::is_some).then_some(Self(texts))
    }

    /// A text made for each language in turn.
    pub fn each(make: impl Fn(Lang) -> String) -> Self {
        Self(Lang::ALL.map(|lang| Some(make(lang))))
    }

    /// The text in `lang`, or in the first language that it has.
    pub fn get(&self, lang: Lang) -> &str {
        let own = self.0[lang as usize].as_deref();
        own.or_else(|| self.0.iter().flatten().next().map(String::as_str)).unwrap_or_default()
    }

    /// The two texts side by side in every language that both have.
    pub fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().zip(&other.0).filter_map(|(own, other)| own.as_deref().zip(other.as_deref()))
    }
}

impl fmt::Display for Text {
    /// Writes the English text, for logs and tests; what people read goes through [`Text::get`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.get(Lang::En))
    }
}

/// Defines fixed phrases: `name: "English", "中文";` becomes `name(lang) -> &'static str`.
macro_rules! phrases {
    ($($name:ident: $en:literal, $zh:literal;)*) => {
        $(
            #[doc = concat!("```text\n", $en, "\n```")]
            pub const fn $name(lang: $crate::i18n::Lang) -> &'static str {
                match lang {
                    $crate::i18n::Lang::En => $en,
                    $crate::i18n::Lang::Zh => $zh,
                }
            }
        )*
        #[cfg(test)]
        pub(super) const PHRASES: &[(&str, &str, &str)] = &[$((stringify!($name), $en, $zh)),*];
    };
}

/// Defines sentences with values: `name(a, b): "…{a}…{b}", "…";` becomes `name(lang, a, b) -> String`.
macro_rules! sentences {
    ($($name:ident($($arg:ident),+): $en:literal, $zh:literal;)*) => {
        $(
            #[doc = concat!("```text\n", $en, "\n```")]
            pub fn $name(lang: $crate::i18n::Lang, $($arg: impl std::fmt::Display),+) -> String {
                match lang {
                    $crate::i18n::Lang::En => format!($en),
                    $crate::i18n::Lang::Zh => format!($zh),
                }
            }
        )*
        #[cfg(test)]
        pub(super) const SENTENCES: &[(&str, &str, &str)] = &[$((stringify!($name), $en, $zh)),*];
    };
}

/// Defines messages whose language is chosen when they are shown: `name(a): "…", "…";` becomes `name(a) -> Text`.
macro_rules! notices {
    ($($name:ident($($arg:ident),*): $en:literal, $zh:literal;)*) => {
        $(
            #[doc = concat!("```text\n", $en, "\n```")]
            pub fn $name($($arg: impl std::fmt::Display),*) -> $crate::i18n::Text {
                $crate::i18n::Text::each(|lang| match lang {
                    $crate::i18n::Lang::En => format!($en),
                    $crate::i18n::Lang::Zh => format!($zh),
                })
            }
        )*
        #[cfg(test)]
        pub(super) const NOTICES: &[(&str, &str, &str)] = &[$((stringify!($name), $en, $zh)),*];
    };
}

pub(crate) use {notices, phrases, sentences};

#[cfg(test)]
mod tests {
    use super::{Lang, Text, cli, diff, errors, over_time, report, scorecard, terms, tui};

    fn every_template() -> Vec<(&'static str, &'static str, &'static str)> {
        [
            terms::PHRASES,
            terms::SENTENCES,
            errors::NOTICES,
            tui::PHRASES,
            tui::SENTENCES,
            tui::NOTICES,
            report::PHRASES,
            report::SENTENCES,
            cli::PHRASES,
            cli::SENTENCES,
            cli::NOTICES,
            diff::PHRASES,
            diff::SENTENCES,
            diff::NOTICES,
            over_time::PHRASES,
            over_time::SENTENCES,
            over_time::NOTICES,
            scorecard::PHRASES,
            scorecard::SENTENCES,
            scorecard::NOTICES,
        ]
        .concat()
    }

    fn placeholders(template: &str) -> Vec<&str> {
        let mut names: Vec<&str> =
            template.split('{').skip(1).filter_map(|rest| rest.split(['}', ':']).next()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    #[test]
    fn both_languages_name_the_same_values() {
        for (name, en, zh) in every_template() {
            assert_eq!(placeholders(en), placeholders(zh), "{name}");
        }
    }

    #[test]
    fn every_chinese_template_is_chinese_and_every_english_one_is_not() {
        let han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        // The key that switches the language names the other one, in that language.
        for (name, en, zh) in every_template().into_iter().filter(|(name, ..)| *name != "k_language") {
            assert!(!en.trim().is_empty() && !han(en), "{name}: {en}");
            // Where the Chinese has no letters of its own, only values and signs, there is nothing foreign in it.
            let words = |template: &str| {
                template.split(['{', '}']).step_by(2).any(|part| part.chars().any(char::is_alphabetic))
            };
            assert!(!words(zh) || han(zh), "{name}: {zh}");
        }
    }

    #[test]
    fn a_missing_language_falls_back_to_the_other() {
        assert_eq!(Text::plain("x").get(Lang::Zh), "x");
        assert_eq!(Text::of([(Lang::Zh, "中".into())]).map(|t| t.get(Lang::En).to_owned()), Some("中".into()));
        assert_eq!(Text::of([]), None);
    }

    #[test]
    fn locales_and_tags_name_a_language() {
        assert_eq!(Lang::from_tag("zh_CN.UTF-8"), Some(Lang::Zh));
        assert_eq!(Lang::from_tag("EN-gb"), Some(Lang::En));
        assert_eq!(Lang::from_tag("C"), None);
    }
}
