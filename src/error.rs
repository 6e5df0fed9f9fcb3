//! The one error type: a sentence saying what is wrong and where, a hint saying what to do, in either language.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::diagnostic::Report;
use crate::i18n::{Lang, Text, say};

/// The result of anything that can go wrong.
pub type Result<T> = std::result::Result<T, Error>;

/// Something that went wrong.
#[derive(Clone, Debug)]
pub struct Error {
    what: Text,
    hint: Option<Text>,
    report: Option<Box<Report>>,
}

impl Error {
    /// An error that says `what`.
    pub fn new(what: Text) -> Self {
        Self { what, hint: None, report: None }
    }

    /// The problems of a file, all at once.
    pub fn in_file(report: Report) -> Self {
        let what = say::file_has_problems(&report.path, report.first_line());
        Self { what, hint: None, report: Some(Box::new(report)) }
    }

    /// An operation on `path` that the system refused; what to do follows from why.
    pub fn io(path: &Path, doing: &Text, source: &std::io::Error) -> Self {
        use std::io::ErrorKind as K;
        let hint = match source.kind() {
            K::PermissionDenied => Some(say::hint_permission()),
            K::ReadOnlyFilesystem => Some(say::hint_read_only()),
            K::StorageFull | K::QuotaExceeded => Some(say::hint_disk_full()),
            K::NotFound => Some(say::hint_not_found()),
            K::NotADirectory => Some(say::hint_not_directory()),
            K::InvalidFilename => Some(say::hint_long_name()),
            K::IsADirectory => Some(say::hint_is_directory()),
            _ => None,
        };
        let path = path.display();
        let what = Text::each(|lang| say::io(lang, doing.get(lang), &path, source));
        Self { what, hint, report: None }
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: Text) -> Self {
        self.hint = Some(hint);
        self
    }

    /// What is wrong, in one sentence without a mark at its end.
    pub fn what(&self) -> &Text {
        &self.what
    }

    /// What to do about it.
    pub fn what_to_do(&self) -> Option<&Text> {
        self.hint.as_ref().or_else(|| self.report.as_ref()?.problems.first()?.hint.as_ref())
    }

    /// The problems of a file, when it is that.
    pub fn report(&self) -> Option<&Report> {
        self.report.as_deref()
    }

    /// The whole error as standard error shows it, without the last line feed.
    pub fn render(&self, lang: Lang, colour: bool) -> String {
        if let Some(report) = &self.report {
            return report.render(lang, colour);
        }
        let mut shown = format!("{}{}", say::prefix(lang), self.what.get(lang));
        if let Some(hint) = &self.hint {
            shown.push('\n');
            shown.push_str(say::hint_prefix(lang));
            shown.push_str(hint.get(lang));
        }
        shown
    }

    /// The first problem in one line, for where the name of its file stands beside it.
    pub fn beside_its_file(&self, lang: Lang) -> String {
        let problem = self.report.as_ref().and_then(|report| Some((report.first_line(), report.problems.first()?)));
        crate::text::one_line(&match problem {
            Some((line, problem)) => say::at_line(lang, line, problem.message.get(lang)),
            None => self.what.get(lang).to_owned(),
        })
    }

    /// The error in one line, as the interactive screens show it.
    pub fn one_line(&self, lang: Lang) -> String {
        let problem = self.report.as_ref().and_then(|report| report.problems.first());
        let mut shown = crate::text::one_line(self.what.get(lang));
        for part in [problem.map(|p| &p.message), self.what_to_do()].into_iter().flatten() {
            shown.push_str(crate::i18n::say::semicolon(lang));
            shown.push_str(&crate::text::one_line(part.get(lang)));
        }
        shown
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(Lang::En, false))
    }
}

impl std::error::Error for Error {}

/// Turns an I/O result into ours, naming the file and what was being done with it.
pub trait Doing<T> {
    /// Adds `path` and what was being done, such as `say::doing_read`.
    fn doing(self, path: impl Into<PathBuf>, doing: fn() -> Text) -> Result<T>;
}

impl<T> Doing<T> for std::io::Result<T> {
    fn doing(self, path: impl Into<PathBuf>, doing: fn() -> Text) -> Result<T> {
        self.map_err(|source| Error::io(&path.into(), &doing(), &source))
    }
}
