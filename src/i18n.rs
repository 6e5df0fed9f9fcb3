//! Languages, texts in several languages, and (in the modules below, by subject) every sentence of the interface.
//!
//! A sentence is a function named for what it says, and is said as `say::name(lang)`. The macros demand every language of
//! [`Lang::ALL`], so a missing translation does not compile; each table tests itself that all languages name the same values.
//!
//! Another language is an arm in [`Lang`], a text more in every line of the tables, and the texts of the checklists.

use std::fmt;

mod answers;
mod assessments;
mod changes;
mod checklists;
mod errors;
mod findings;
mod gate;
mod imports;
mod items;
mod joints;
mod keeping;
mod keys;
mod levels;
mod metrics;
mod plan;
mod portfolio;
mod questions;
mod reports;
pub(crate) mod say;
mod screens;
mod settings;
mod trend;
mod versions;

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

    /// The tags of all languages.
    pub fn tags() -> String {
        Self::ALL.map(Self::tag).join(", ")
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

/// One of something for each language, in the order of [`Lang::ALL`].
type Each<T> = [T; Lang::ALL.len()];

/// One text in one or more languages; one that is missing falls back to the others, in the order of [`Lang::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(Each<Option<String>>);

impl Text {
    /// A text that reads the same in every language.
    pub fn plain(text: impl Into<String>) -> Self {
        let mut texts = [const { None }; Lang::ALL.len()];
        texts[0] = Some(text.into());
        Self(texts)
    }

    /// A text from what stands under each tag, in order; `None` if there is none. A language of the interface takes what stands
    /// under its own tag, else under a longer one (`zh-Hant` for `zh`); what is in none of them is read by those that have
    /// nothing, English first, in its order.
    pub fn tagged<'a>(given: impl IntoIterator<Item = (&'a str, String)>) -> Option<Self> {
        let given: Vec<(&str, String)> = given.into_iter().collect();
        let of = |lang: Lang| {
            let own = given.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(lang.tag()));
            own.or_else(|| given.iter().find(|(tag, _)| Lang::from_tag(tag) == Some(lang)))
        };
        let mut texts = Lang::ALL.map(|lang| of(lang).map(|(_, text)| text.clone()));
        let first = given.first().filter(|(_, text)| !texts.iter().flatten().any(|known| known == text));
        if texts[0].is_none() {
            texts[0] = first.map(|(_, text)| text.clone());
        }
        if texts.iter().all(Option::is_none) {
            texts[0] = given.into_iter().next().map(|(_, text)| text);
        }
        texts.iter().any(Option::is_some).then_some(Self(texts))
    }

    /// A text made for each language in turn.
    pub fn each(make: impl Fn(Lang) -> String) -> Self {
        Self(Lang::ALL.map(|lang| Some(make(lang))))
    }

    /// The same, each language's changed.
    #[must_use]
    pub fn map(self, change: impl Fn(&str) -> String) -> Self {
        Self(self.0.map(|text| text.as_deref().map(&change)))
    }

    /// A text in every language.
    fn every(texts: Each<String>) -> Self {
        Self(texts.map(Some))
    }

    /// The text in `lang`, or in the first language that it has.
    pub fn get(&self, lang: Lang) -> &str {
        let own = self.0[lang as usize].as_deref();
        own.or_else(|| self.0.iter().flatten().next().map(String::as_str)).unwrap_or_default()
    }

    /// Whether it has that language; one that reads the same in every language counts as being in the first.
    pub fn has(&self, lang: Lang) -> bool {
        self.0[lang as usize].is_some()
    }

    /// The text in every language that it has.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flatten().map(String::as_str)
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
    ($($name:ident: $first:literal $(, $more:literal)*;)*) => {
        $(
            #[doc = concat!("```text\n", $first, "\n```")]
            pub(crate) const fn $name(lang: $crate::i18n::Lang) -> &'static str {
                const TEXTS: $crate::i18n::Each<&str> = [$first $(, $more)*];
                TEXTS[lang as usize]
            }
        )*
        #[cfg(test)]
        mod phrases {
            #[test]
            fn are_said_in_every_language() {
                $crate::i18n::tests::hold(&[$((stringify!($name), [$first $(, $more)*])),*]);
            }
        }
    };
}

/// Defines sentences with values: `name(a, b): "…{a}…{b}", "…";` becomes `name(lang, a, b) -> String`.
macro_rules! sentences {
    ($($name:ident($($arg:ident),+): $first:literal $(, $more:literal)*;)*) => {
        $(
            #[doc = concat!("```text\n", $first, "\n```")]
            pub(crate) fn $name(lang: $crate::i18n::Lang, $($arg: impl std::fmt::Display),+) -> String {
                let say: $crate::i18n::Each<&dyn Fn() -> String> = [&|| format!($first) $(, &|| format!($more))*];
                say[lang as usize]()
            }
        )*
        #[cfg(test)]
        mod sentences {
            #[test]
            fn are_said_in_every_language() {
                $crate::i18n::tests::hold(&[$((stringify!($name), [$first $(, $more)*])),*]);
            }
        }
    };
}

/// Defines messages whose language is chosen when they are shown: `name(a): "…", "…";` becomes `name(a) -> Text`.
macro_rules! notices {
    ($($name:ident($($arg:ident),*): $first:literal $(, $more:literal)*;)*) => {
        $(
            #[doc = concat!("```text\n", $first, "\n```")]
            pub(crate) fn $name($($arg: impl std::fmt::Display),*) -> $crate::i18n::Text {
                $crate::i18n::Text::every([format!($first) $(, format!($more))*])
            }
        )*
        #[cfg(test)]
        mod notices {
            #[test]
            fn are_said_in_every_language() {
                $crate::i18n::tests::hold(&[$((stringify!($name), [$first $(, $more)*])),*]);
            }
        }
    };
}

use {notices, phrases, sentences};

#[cfg(test)]
mod tests {
    use super::{Each, Lang, Text};

    /// Holds that the texts of each name name the same values, and are in their languages.
    pub(super) fn hold(table: &[(&str, Each<&str>)]) {
        for (name, texts) in table {
            for (lang, text) in Lang::ALL.into_iter().zip(texts) {
                assert_eq!(placeholders(texts[0]), placeholders(text), "{name}");
                assert!(!text.trim().is_empty(), "{name}");
                // The key that switches the language names the next one, in that language.
                assert!(*name == "k_language" || is_in(lang, text), "{name}: {text}");
                assert!(lang != Lang::Zh || is_set_apart(text), "{name}: {text}");
            }
        }
    }

    fn placeholders(template: &str) -> Vec<&str> {
        let mut names: Vec<&str> =
            template.split('{').skip(1).filter_map(|rest| rest.split(['}', ':']).next()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn is_in(lang: Lang, template: &str) -> bool {
        let han = template.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        // Where there are only values and signs, there is nothing foreign in it.
        let letters = template.split(['{', '}']).step_by(2).any(|part| part.chars().any(char::is_alphabetic));
        match lang {
            Lang::En => !han,
            Lang::Zh => han || !letters,
        }
    }

    /// Whether a blank stands between Chinese and whatever else is read as a word. (A checklist's own texts are set solid.)
    fn is_set_apart(template: &str) -> bool {
        let solid = ["无法{doing} ", "应为{wanted}，", "实际是{found}"];
        let text = solid.iter().fold(template.to_owned(), |text, solid| text.replace(solid, ""));
        let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        let word = |c: char| c.is_ascii_alphanumeric();
        text.chars()
            .zip(text.chars().skip(1))
            .all(|(one, next)| !(han(one) && (word(next) || next == '{') || (word(one) || one == '}') && han(next)))
    }

    #[test]
    #[should_panic(expected = "kept")]
    fn a_value_that_one_language_leaves_out_is_noticed() {
        hold(&[("kept", ["{count} kept", "保持不变"])]);
    }

    #[test]
    #[should_panic(expected = "kept")]
    fn a_text_that_was_not_translated_is_noticed() {
        hold(&[("kept", ["kept", "kept"])]);
    }

    #[test]
    fn a_missing_language_falls_back_to_the_other() {
        assert_eq!(Text::plain("x").get(Lang::Zh), "x");
        let read = |given: &[(&'static str, &str)]| {
            let text = Text::tagged(given.iter().map(|(tag, text)| (*tag, (*text).to_owned())));
            text.map(|text| Lang::ALL.map(|lang| text.get(lang).to_owned()))
        };
        let both = |en: &str, zh: &str| Some([en.to_owned(), zh.to_owned()]);
        assert_eq!(read(&[("zh", "中")]), both("中", "中"));
        assert_eq!(read(&[("zh-Hant", "繁"), ("en", "E")]), both("E", "繁"));
        assert_eq!(read(&[("zh-Hant", "繁"), ("zh", "简")]), both("繁", "简"));
        assert_eq!(read(&[("ja", "日"), ("en-GB", "E")]), both("E", "E"));
        assert_eq!(read(&[("ja", "日"), ("zh", "简")]), both("日", "简"));
        assert_eq!(read(&[("ja", "日"), ("de", "D")]), both("日", "日"));
        assert_eq!(read(&[]), None);
    }

    #[test]
    fn locales_and_tags_name_a_language() {
        assert_eq!(Lang::from_tag("zh_CN.UTF-8"), Some(Lang::Zh));
        assert_eq!(Lang::from_tag("EN-gb"), Some(Lang::En));
        assert_eq!(Lang::from_tag("C"), None);
    }
}
