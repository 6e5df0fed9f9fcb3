//! A scorecard as a file: the forms that it can have, made in one place for the command and for the walk.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::error::Result;
use crate::history::Past;
use crate::i18n::Lang;
use crate::model::Assessment;
use crate::page::document::Document;
use crate::page::{scorecard, summary};
use crate::report::html::{self, PageSize};
use crate::report::markdown::markdown;
use crate::report::{Paper, Sheet, badge, csv, json};
use crate::scorecard::Scorecard;
use crate::store::{self, Library, Store, numbered};

/// The formats of a scorecard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people, in columns.
    Text,
    /// GitHub-flavoured, for a pull request or a wiki.
    Markdown,
    /// One file for a browser, a mail or a printer.
    Html,
    /// For programs; keys are stable.
    Json,
    /// For spreadsheets, one row an item.
    Csv,
    /// One line of SVG, for a README.
    Badge,
}

/// A format that a file's name may stand for by its ending.
pub trait Form: ValueEnum + Copy {
    /// The ending of a file in this format.
    fn ending(self) -> String {
        let name = self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
        match name.as_str() {
            "text" => "txt".to_owned(),
            "markdown" => "md".to_owned(),
            "badge" => "svg".to_owned(),
            _ => name,
        }
    }

    /// The format that the ending of a file's name stands for, if any.
    fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_string_lossy().to_ascii_lowercase();
        let ending = match ending.as_str() {
            "markdown" => "md",
            "htm" => "html",
            other => other,
        };
        Self::value_variants().iter().copied().find(|form| form.ending() == ending)
    }
}

impl<F: ValueEnum + Copy> Form for F {}

/// What is for some formats only.
#[derive(Clone, Copy, Debug, Default)]
pub struct Special {
    /// Whether CSV says that it is UTF-8, for Excel.
    pub excel: bool,
    /// The paper that HTML prints on.
    pub page_size: Option<PageSize>,
    /// Whether the first page is all that is wanted, of a format that has pages.
    pub summary: bool,
    /// Whether each item says what is meant, what to do and where that comes from, in a format that has pages.
    pub guidance: bool,
}

/// A scorecard in a format; the team's `past` is asked for where that shows it.
///
/// # Errors
///
/// The past cannot be read.
pub fn made(
    card: &Scorecard,
    past: impl FnOnce() -> Result<Option<Past>>,
    format: ReportFormat,
    paper: Paper,
    special: Special,
) -> Result<String> {
    let lang = paper.lang;
    if let ReportFormat::Csv = format {
        return Ok(csv::csv(card, lang, special.excel));
    }
    if let ReportFormat::Badge = format {
        return Ok(badge::badge(card, lang));
    }
    let past = past()?;
    let page = || page(card, past.as_ref(), special, lang);
    Ok(match format {
        ReportFormat::Json if special.summary => json::score(card),
        ReportFormat::Json => json::report::json(card, past.as_ref().map(|past| &past.history), lang),
        ReportFormat::Markdown => markdown(&page(), lang),
        ReportFormat::Html => html::scorecard(&page(), card, special.page_size, lang),
        ReportFormat::Text | ReportFormat::Csv | ReportFormat::Badge => Sheet::of(&page(), paper).plain(),
    })
}

/// The page of a scorecard: the whole of it, or its first sheet alone.
pub fn page<'a>(card: &'a Scorecard, past: Option<&'a Past>, special: Special, lang: Lang) -> Document<'a> {
    if special.summary { summary::page(card, past, lang) } else { scorecard::page(card, past, special.guidance, lang) }
}

/// A team's assessments by the checklist of the one at hand up to its day, as far as they can be read.
///
/// # Errors
///
/// The store has no such team, or cannot be read.
pub fn past(store: &Store, library: &Library, team: &str, card: &Scorecard) -> Result<Past> {
    let (readings, _) = library.readings(store.up_to(team, &card.assessment.checklist.id, card.assessment.date)?);
    Ok(Past::of(card, readings.into_iter().map(|reading| Scorecard::new(reading, None)).collect()))
}

/// The file of a scorecard in `directory`, named by team and day: the first that is not `taken`.
pub fn place(directory: &Path, card: &Scorecard, format: ReportFormat, taken: impl Fn(&Path) -> bool) -> PathBuf {
    let wanted = directory.join(file_name(&card.assessment, format));
    (1..=100_000).map(|nth| numbered(&wanted, nth)).find(|place| !taken(place)).unwrap_or(wanted)
}

/// The name of a scorecard's file: team and day.
pub fn file_name(assessment: &Assessment, format: ReportFormat) -> String {
    format!("{}.{}", assessment.file_stem(), format.ending())
}

/// Writes a file into `directory` that was not there before; gives its path.
///
/// # Errors
///
/// It cannot be written.
pub fn write_new(directory: &Path, card: &Scorecard, format: ReportFormat, text: &str) -> Result<PathBuf> {
    let path = place(directory, card, format, |path| path.symlink_metadata().is_ok());
    store::create(&path, text)?;
    Ok(path)
}
