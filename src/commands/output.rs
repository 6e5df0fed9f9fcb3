//! Where results go: standard output, quietly if nobody reads it any more; and files, whole or not at all.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::Path;

use clap::builder::styling::{Ansi256Color, Effects, Style};
use ratatui::style::{Color, Modifier};

use super::{Context, PAGE};
use crate::cli::PaperSize;
use crate::error::{Doing, Error, Result};
use crate::export::Form;
use crate::i18n::{Lang, Text, say};
use crate::page::document::Document;
use crate::report::{Paper, Sheet, link, sheet::to_ascii};
use crate::store::{self, AssessmentFile};
use crate::style::{Meaning, Theme};

/// Why a command ended before it was done.
#[derive(Debug)]
pub enum Stop {
    /// Something went wrong.
    Trouble(Error),
    /// Nobody reads the output any more.
    ClosedPipe,
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Trouble(error)
    }
}

/// Turns the failure of a write to standard output into ours.
pub(super) fn stopped(source: &io::Error) -> Stop {
    match source.kind() {
        io::ErrorKind::BrokenPipe => Stop::ClosedPipe,
        _ => Stop::Trouble(Error::new(say::stdout_failed(source))),
    }
}

/// Writes `text` to standard output as it is.
pub(super) fn print(text: &str) -> std::result::Result<(), Stop> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|source| stopped(&source))
}

/// Writes a page to standard output, laid out for whoever reads that.
pub(super) fn page(context: &Context, document: &Document<'_>) -> std::result::Result<(), Stop> {
    sheet(context, &Sheet::of(document, context.paper()))
}

/// Writes a page that is laid out to standard output, in colour where that is wanted.
pub(super) fn sheet(context: &Context, sheet: &Sheet) -> std::result::Result<(), Stop> {
    print(&if context.theme.has_colour() || context.theme.links {
        painted(sheet, context.theme)
    } else {
        sheet.plain()
    })
}

/// Says on standard error what went wrong. Nothing can be done where that fails.
pub(super) fn complain(error: &Error, lang: Lang, ascii: bool) {
    let stderr = io::stderr();
    let colour = anstream::AutoStream::choice(&stderr) != anstream::ColorChoice::Never;
    let said = error.render(lang, colour);
    let _ = writeln!(stderr.lock(), "{}", if ascii { to_ascii(&said) } else { said });
}

/// Says something on standard error.
pub(super) fn say(what: &Text, lang: Lang) {
    let _ = writeln!(io::stderr(), "{}", what.get(lang));
}

/// Says on standard error something that is no error, and what to do.
pub(super) fn remark(what: &Text, hint: &Text, lang: Lang) {
    let _ = writeln!(io::stderr(), "{}\n{}{}", what.get(lang), say::hint_prefix(lang), hint.get(lang));
}

/// Writes `text` into a file, which is there as a whole or stays as it was.
///
/// # Errors
///
/// It is an assessment or a checklist, or it cannot be written.
pub(super) fn write(path: &Path, text: &str) -> Result<()> {
    if is_ours(path) {
        return Err(Error::new(say::output_is_toml(path.display())).hint(say::output_is_toml_hint()));
    }
    if is_stream(path) {
        return std::fs::write(path, text).doing(path, say::doing_write);
    }
    store::replace(path, text)
}

/// An option in the company of another format; CSV and HTML are called as their files end.
pub(super) fn not_for_it(option: &str, only: impl Form) -> Error {
    let ending = only.ending();
    let name = ending.to_ascii_uppercase();
    Error::new(say::for_one_format(option, &name)).hint(say::for_one_format_hint(option, name, ending))
}

/// The format that is asked for: by name, by the ending of the file, or by a paper, which is for `printed` alone.
///
/// # Errors
///
/// There is a paper, and another format is asked for.
pub(super) fn format<F: Form + PartialEq>(
    named: Option<F>,
    file: Option<&Path>,
    size: Option<PaperSize>,
    usual: F,
    printed: F,
) -> Result<F> {
    let by_option = size.map(|_| printed);
    let format = named.or_else(|| F::of_file(file?)).or(by_option).unwrap_or(usual);
    if size.is_some() && format != printed {
        return Err(not_for_it("--paper", printed));
    }
    Ok(format)
}

/// A page in the format that was asked for.
pub(super) enum Made {
    /// Lines for whoever reads them.
    Sheet(Sheet),
    /// A text as it is.
    Text(String),
}

/// Writes what `make` makes for paper to standard output, or into `file`, which is as wide as paper however narrow the
/// terminal is; `-` is standard output.
pub(super) fn give(
    context: &Context,
    file: Option<&Path>,
    make: impl FnOnce(Paper) -> Made,
) -> std::result::Result<(), Stop> {
    let Some(path) = file.filter(|path| *path != Path::new("-")) else {
        return match make(context.paper()) {
            Made::Sheet(page) => sheet(context, &page),
            Made::Text(text) => print(&text),
        };
    };
    let text = match make(Paper { width: PAGE, ..context.paper() }) {
        Made::Sheet(page) => page.plain(),
        Made::Text(text) => text,
    };
    Ok(write(path, &text)?)
}

/// Whether a path leads to a device or a pipe, which takes what it is given: there is nothing to replace, or to open
/// afterwards.
pub(super) fn is_stream(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|meta| !meta.is_file() && !meta.is_dir())
}

/// Whether a path names a TOML file, or leads to an assessment under another name.
fn is_ours(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"))
        || path.is_file() && AssessmentFile::read(path).is_ok()
}

/// A page with the escape sequences of its meanings.
fn painted(sheet: &Sheet, theme: Theme) -> String {
    let mut painted = String::new();
    for line in sheet.lines() {
        for piece in line {
            let style = style(theme, piece.meaning);
            let text = match &piece.link {
                Some(address) if theme.links => Cow::Owned(link::on_terminal(&piece.text, address)),
                _ => Cow::Borrowed(&piece.text),
            };
            if style.is_plain() {
                painted.push_str(&text);
            } else {
                // Writing to a string does not fail.
                let _ = write!(painted, "{style}{text}{style:#}");
            }
        }
        painted.push('\n');
    }
    painted
}

/// How a meaning looks, as on the screens.
fn style(theme: Theme, meaning: Meaning) -> Style {
    let look = theme.style(meaning);
    let effects = [
        (Modifier::BOLD, Effects::BOLD),
        (Modifier::DIM, Effects::DIMMED),
        (Modifier::UNDERLINED, Effects::UNDERLINE),
        (Modifier::REVERSED, Effects::INVERT),
    ];
    let held = effects.into_iter().filter(|(modifier, _)| look.add_modifier.contains(*modifier));
    let style = held.fold(Style::new(), |style, (_, effect)| style.effects(style.get_effects() | effect));
    match look.fg {
        Some(Color::Indexed(number)) => style.fg_color(Some(Ansi256Color(number).into())),
        _ => style,
    }
}
