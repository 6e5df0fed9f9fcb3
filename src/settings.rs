//! What a user may set, and who settles it: the command line, else the environment, else `config.toml`, else what is found
//! or usual. Nothing else decides this; what is asked here is where a value comes from, not what is done with it.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::error::{Error, Result};
use crate::i18n::{Lang, say};
use crate::text::one_line;

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On a terminal.
    Auto,
    /// In files and pipes too.
    Always,
    /// Not at all.
    Never,
}

impl When {
    /// All of them, the usual one first.
    pub const ALL: &[Self] = &[Self::Auto, Self::Always, Self::Never];

    /// The word that files and command lines have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }
}

/// What colours are made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeName {
    /// The background that the terminal has.
    Auto,
    /// A dark background.
    Dark,
    /// A light background.
    Light,
    /// Eyes that need more contrast, on the background that the terminal has.
    HighContrast,
    /// No colour: bold, underlined and reversed text alone.
    None,
}

impl ThemeName {
    /// All of them, the usual one first.
    pub const ALL: &[Self] = &[Self::Auto, Self::Dark, Self::Light, Self::HighContrast, Self::None];

    /// The word that files and command lines have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::None => "none",
        }
    }
}

/// Who settled a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetBy {
    /// The command line.
    CommandLine,
    /// This variable of the environment.
    Variable(&'static str),
    /// This line of `config.toml`.
    ConfigLine(usize),
    /// A directory from the working directory upward.
    Directory,
    /// The language or the character set of the locale.
    Locale,
    /// What the terminal can draw.
    Terminal,
    /// Nobody: it is what is usual.
    Default,
}

/// A value and who settled it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Who settled it.
    pub by: SetBy,
}

/// A value of `config.toml` and its line.
pub type Line<T> = Option<(T, usize)>;

/// A command and the keys that `config.toml` gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// What the file calls the command.
    pub command: String,
    /// Where its name stands in the file.
    pub at: Range<usize>,
    /// The line of that.
    pub line: usize,
    /// The names of the keys, each with its place.
    pub keys: Vec<(String, Range<usize>)>,
}

/// What `config.toml` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Configured {
    /// The language.
    pub lang: Line<Lang>,
    /// Where assessments are kept, outside of a directory that has a store of its own.
    pub store: Line<PathBuf>,
    /// When to use colour.
    pub color: Line<When>,
    /// What colours are made for.
    pub theme: Line<ThemeName>,
    /// Whether to draw in ASCII only.
    pub ascii: Line<bool>,
    /// Whether an answer goes on to the next item by itself.
    pub auto_advance: Line<bool>,
    /// Whether the walk takes the mouse.
    pub mouse: Line<bool>,
    /// The keys of commands.
    pub keys: Vec<Bound>,
}

/// What the command line says.
#[derive(Clone, Debug, Default)]
pub struct Asked<'a> {
    /// The language.
    pub lang: Option<&'a str>,
    /// Where assessments are kept.
    pub store: Option<&'a Path>,
    /// When to use colour.
    pub color: Option<When>,
    /// What colours are made for.
    pub theme: Option<ThemeName>,
    /// Whether to draw in ASCII only.
    pub ascii: bool,
    /// Whether the walk takes the mouse.
    pub mouse: bool,
}

/// What is found around the program.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// The nearest store from the working directory upward.
    pub nearest: Option<PathBuf>,
    /// The user's data directory.
    pub data_dir: Option<PathBuf>,
    /// The language of the locale, if it is one of ours.
    pub locale: Option<Lang>,
    /// Whether what is drawn goes to a terminal.
    pub terminal: bool,
}

/// Everything that can be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The language.
    pub lang: Setting<Lang>,
    /// Where assessments are kept; `None` where there is no place for them.
    pub store: Option<Setting<PathBuf>>,
    /// When to use colour.
    pub color: Setting<When>,
    /// What colours are made for.
    pub theme: Setting<ThemeName>,
    /// Whether to draw in ASCII only.
    pub ascii: Setting<bool>,
    /// Whether an answer goes on to the next item by itself.
    pub auto_advance: Setting<bool>,
    /// Whether the walk takes the mouse.
    pub mouse: Setting<bool>,
    /// The keys of commands that are not the usual ones, in the order of the file.
    pub keys: Vec<Bound>,
}

/// A value as files and command lines have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// One of a few words.
    Word(&'static str),
    /// A directory.
    Directory(String),
    /// Yes or no.
    Flag(bool),
    /// Keys of a command.
    Keys(Vec<String>),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word),
            Self::Directory(path) => f.write_str(path),
            Self::Flag(flag) => flag.fmt(f),
            Self::Keys(names) => f.write_str(&names.join(" ")),
        }
    }
}

impl Settings {
    /// Every setting that has a value: its key in `config.toml`, the value, and who settled it.
    pub fn rows(&self) -> Vec<(String, Value, SetBy)> {
        let store = self.store.as_ref();
        let store = store.map(|store| (Value::Directory(store.value.display().to_string()), &store.by));
        let keys = self.keys.iter().map(|bound| {
            let names = bound.keys.iter().map(|(name, _)| name.clone()).collect();
            (format!("keys.{}", bound.command), Value::Keys(names), SetBy::ConfigLine(bound.line))
        });
        let rows = [
            ("lang", Some((Value::Word(self.lang.value.tag()), &self.lang.by))),
            ("store", store),
            ("color", Some((Value::Word(self.color.value.word()), &self.color.by))),
            ("theme", Some((Value::Word(self.theme.value.word()), &self.theme.by))),
            ("ascii", Some((Value::Flag(self.ascii.value), &self.ascii.by))),
            ("auto-advance", Some((Value::Flag(self.auto_advance.value), &self.auto_advance.by))),
            ("mouse", Some((Value::Flag(self.mouse.value), &self.mouse.by))),
        ];
        let rows =
            rows.into_iter().filter_map(|(name, row)| row.map(|(value, by)| (name.to_owned(), value, by.clone())));
        rows.chain(keys).collect()
    }

    /// Settles every value; `variable` gives what the environment says, nothing for an empty variable.
    ///
    /// # Errors
    ///
    /// The environment asks for a language that there is not.
    pub fn resolve(
        asked: &Asked<'_>,
        variable: impl Fn(&str) -> Option<String>,
        configured: &Configured,
        around: Around,
    ) -> Result<Self> {
        let variable = &variable;
        Ok(Self {
            lang: lang(asked, variable, configured, around.locale)?,
            store: store(asked, variable, configured, around.nearest, around.data_dir),
            color: first([by_flag(asked.color), color(variable), by_file(configured.color)], When::Auto),
            theme: first([by_flag(asked.theme), by_file(configured.theme)], ThemeName::Auto),
            ascii: first(
                [
                    by_flag(asked.ascii.then_some(true)),
                    by_file(configured.ascii),
                    around.terminal.then(|| plain_terminal(variable)).flatten(),
                ],
                false,
            ),
            auto_advance: first([by_file(configured.auto_advance)], false),
            mouse: first([by_flag(asked.mouse.then_some(true)), by_file(configured.mouse)], false),
            keys: configured.keys.clone(),
        })
    }
}

/// The first that says something.
fn first<T, const N: usize>(said: [Option<Setting<T>>; N], usual: T) -> Setting<T> {
    said.into_iter().flatten().next().unwrap_or(Setting { value: usual, by: SetBy::Default })
}

fn by_flag<T>(value: Option<T>) -> Option<Setting<T>> {
    value.map(|value| Setting { value, by: SetBy::CommandLine })
}

fn by_file<T>(said: Line<T>) -> Option<Setting<T>> {
    said.map(|(value, line)| Setting { value, by: SetBy::ConfigLine(line) })
}

fn lang(
    asked: &Asked<'_>,
    variable: &impl Fn(&str) -> Option<String>,
    configured: &Configured,
    locale: Option<Lang>,
) -> Result<Setting<Lang>> {
    const NAME: &str = "OPSLADDER_LANG";
    let word = asked.lang.map(|word| (word.to_owned(), SetBy::CommandLine));
    if let Some((word, by)) = word.or_else(|| variable(NAME).map(|word| (word, SetBy::Variable(NAME)))) {
        let known = Lang::from_tag(&word).map(|value| Setting { value, by });
        return known.ok_or_else(|| {
            Error::new(say::unknown_language(one_line(&word))).hint(say::bad_language_hint(Lang::tags()))
        });
    }
    let locale = locale.map(|value| Setting { value, by: SetBy::Locale });
    Ok(first([by_file(configured.lang), locale], Lang::default()))
}

/// A directory that has a store of its own is nearer than what a user set once for everywhere.
fn store(
    asked: &Asked<'_>,
    variable: &impl Fn(&str) -> Option<String>,
    configured: &Configured,
    nearest: Option<PathBuf>,
    data_dir: Option<PathBuf>,
) -> Option<Setting<PathBuf>> {
    const NAME: &str = "OPSLADDER_STORE";
    by_flag(asked.store.map(Path::to_owned))
        .or_else(|| variable(NAME).map(|value| Setting { value: value.into(), by: SetBy::Variable(NAME) }))
        .or_else(|| nearest.map(|value| Setting { value, by: SetBy::Directory }))
        .or_else(|| by_file(configured.store.clone()))
        .or_else(|| data_dir.map(|value| Setting { value, by: SetBy::Default }))
}

/// What <https://no-color.org> and <https://bixense.com/clicolors> have programs heed.
fn color(variable: &impl Fn(&str) -> Option<String>) -> Option<Setting<When>> {
    let said = [
        ("NO_COLOR", When::Never, variable("NO_COLOR").is_some()),
        ("CLICOLOR_FORCE", When::Always, variable("CLICOLOR_FORCE").is_some_and(|value| value != "0")),
        ("CLICOLOR", When::Never, variable("CLICOLOR").is_some_and(|value| value == "0")),
    ];
    let (name, value, _) = said.into_iter().find(|(.., holds)| *holds)?;
    Some(Setting { value, by: SetBy::Variable(name) })
}

/// ASCII, where the terminal has no other characters: the fonts of the Linux console have no `✓`, and a locale of another
/// character set than UTF-8 says that it is not understood. A locale that is not set says nothing.
fn plain_terminal(variable: &impl Fn(&str) -> Option<String>) -> Option<Setting<bool>> {
    if variable("TERM").is_some_and(|term| term == "linux") {
        return Some(Setting { value: true, by: SetBy::Terminal });
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable)?.to_lowercase();
    (!locale.contains("utf-8") && !locale.contains("utf8")).then_some(Setting { value: true, by: SetBy::Locale })
}

#[cfg(test)]
mod tests {
    use super::{Around, Asked, Configured, SetBy, Setting, Settings, ThemeName, When};
    use crate::i18n::Lang;
    use std::path::{Path, PathBuf};

    fn settled(asked: &Asked<'_>, env: &[(&str, &str)], configured: &Configured, around: Around) -> Settings {
        let variable = |name: &str| env.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned());
        Settings::resolve(asked, variable, configured, around).expect("nothing is wrong")
    }

    fn plain(env: &[(&str, &str)], around: Around) -> Settings {
        settled(&Asked::default(), env, &Configured::default(), around)
    }

    /// A file that says something of everything.
    fn file() -> Configured {
        Configured {
            lang: Some((Lang::Zh, 1)),
            store: Some(("/file".into(), 2)),
            color: Some((When::Always, 3)),
            theme: Some((ThemeName::Light, 4)),
            ascii: Some((false, 5)),
            auto_advance: Some((true, 6)),
            mouse: Some((false, 7)),
            keys: Vec::new(),
        }
    }

    fn of<T>(value: T, by: SetBy) -> Setting<T> {
        Setting { value, by }
    }

    #[test]
    fn the_command_line_comes_before_the_environment_before_the_file_before_what_is_usual() {
        let asked = Asked {
            lang: Some("en"),
            store: Some(Path::new("/flag")),
            color: Some(When::Auto),
            theme: Some(ThemeName::None),
            ascii: true,
            mouse: true,
        };
        let env = [("OPSLADDER_LANG", "en"), ("OPSLADDER_STORE", "/env"), ("NO_COLOR", "1"), ("TERM", "linux")];
        let around = || Around { data_dir: Some("/data".into()), locale: Some(Lang::Zh), ..Around::default() };
        let store = |settings: &Settings| settings.store.clone().expect("a place");

        let flags = settled(&asked, &env, &file(), around());
        assert_eq!(flags.lang, of(Lang::En, SetBy::CommandLine));
        assert_eq!(store(&flags), of("/flag".into(), SetBy::CommandLine));
        assert_eq!(flags.color, of(When::Auto, SetBy::CommandLine));
        assert_eq!(flags.theme, of(ThemeName::None, SetBy::CommandLine));
        assert_eq!(flags.ascii, of(true, SetBy::CommandLine));
        assert_eq!(flags.mouse, of(true, SetBy::CommandLine));

        let variables = settled(&Asked::default(), &env, &file(), around());
        assert_eq!(variables.lang, of(Lang::En, SetBy::Variable("OPSLADDER_LANG")));
        assert_eq!(store(&variables), of("/env".into(), SetBy::Variable("OPSLADDER_STORE")));
        assert_eq!(variables.color, of(When::Never, SetBy::Variable("NO_COLOR")));

        let written = settled(&Asked::default(), &[("TERM", "linux")], &file(), Around { terminal: true, ..around() });
        assert_eq!(written.lang, of(Lang::Zh, SetBy::ConfigLine(1)));
        assert_eq!(store(&written), of("/file".into(), SetBy::ConfigLine(2)));
        assert_eq!(written.color, of(When::Always, SetBy::ConfigLine(3)));
        assert_eq!(written.theme, of(ThemeName::Light, SetBy::ConfigLine(4)));
        assert_eq!(written.ascii, of(false, SetBy::ConfigLine(5)));
        assert_eq!(written.auto_advance, of(true, SetBy::ConfigLine(6)));
        assert_eq!(written.mouse, of(false, SetBy::ConfigLine(7)));

        let usual = plain(&[], around());
        assert_eq!(usual.lang, of(Lang::Zh, SetBy::Locale));
        assert_eq!(store(&usual), of("/data".into(), SetBy::Default));
        assert_eq!(usual.color, of(When::Auto, SetBy::Default));
        assert_eq!(usual.theme, of(ThemeName::Auto, SetBy::Default));
        assert_eq!(usual.ascii, of(false, SetBy::Default));
        assert_eq!(usual.auto_advance, of(false, SetBy::Default));
        assert_eq!(usual.mouse, of(false, SetBy::Default));
        let nowhere = plain(&[], Around::default());
        assert_eq!((nowhere.store, nowhere.lang), (None, of(Lang::En, SetBy::Default)));
    }

    #[test]
    fn a_directory_s_own_store_is_nearer_than_the_one_for_everywhere() {
        let nearest = || Around { nearest: Some("/repo/.opsladder".into()), ..Around::default() };
        let store = |env: &[(&str, &str)]| settled(&Asked::default(), env, &file(), nearest()).store.expect("a place");
        assert_eq!(store(&[]), of(PathBuf::from("/repo/.opsladder"), SetBy::Directory));
        assert_eq!(store(&[("OPSLADDER_STORE", "/env")]).value, Path::new("/env"));
    }

    #[test]
    fn the_environment_says_in_three_ways_whether_there_is_colour() {
        let color = |env: &[(&str, &str)]| plain(env, Around::default()).color;
        assert_eq!(color(&[("CLICOLOR_FORCE", "1")]), of(When::Always, SetBy::Variable("CLICOLOR_FORCE")));
        assert_eq!(color(&[("CLICOLOR_FORCE", "0")]), of(When::Auto, SetBy::Default));
        assert_eq!(color(&[("CLICOLOR", "0")]), of(When::Never, SetBy::Variable("CLICOLOR")));
        assert_eq!(color(&[("CLICOLOR", "1")]), of(When::Auto, SetBy::Default));
        assert_eq!(color(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]).value, When::Never);
    }

    #[test]
    fn a_terminal_without_the_characters_gets_ascii() {
        let ascii = |terminal, env: &[(&str, &str)]| plain(env, Around { terminal, ..Around::default() }).ascii;
        assert_eq!(ascii(true, &[("TERM", "linux"), ("LANG", "en_US.UTF-8")]), of(true, SetBy::Terminal));
        assert_eq!(ascii(true, &[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")]), of(true, SetBy::Locale));
        assert!(ascii(true, &[("LANG", "zh_CN.GB18030")]).value);
        for env in [&[("LC_ALL", "C.UTF-8")][..], &[("LANG", "de_DE.utf8")], &[("LC_CTYPE", "UTF-8")], &[]] {
            assert!(!ascii(true, env).value, "{env:?}");
        }
        // A file or a pipe takes everything.
        assert!(!ascii(false, &[("TERM", "linux"), ("LC_ALL", "C")]).value);
    }
}
