//! A scorecard as a file: the forms that it can have, made in one place for the command and for the walk.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::error::Result;
use crate::history::History;
use crate::model::Assessment;
use crate::page::scorecard;
use crate::report::html::{self, PageSize};
use crate::report::markdown::markdown;
use crate::report::{Paper, Sheet, badge, csv, json};
use crate::scorecard::Scorecard;
use crate::store::{self, Store, numbered};

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

impl ReportFormat {
    /// The ending of a file in this format.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Badge => "svg",
        }
    }

    /// The format that the ending of a file's name stands for, if any.
    pub fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_string_lossy().to_ascii_lowercase();
        match ending.as_str() {
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            "json" => Some(Self::Json),
            "csv" => Some(Self::Csv),
            "svg" => Some(Self::Badge),
            "txt" => Some(Self::Text),
            _ => None,
        }
    }
}

/// What is for one format only.
#[derive(Clone, Copy, Debug, Default)]
pub struct Special {
    /// Whether CSV says that it is UTF-8, for Excel.
    pub excel: bool,
    /// The paper that HTML prints on.
    pub page_size: Option<PageSize>,
}

/// A scorecard in a format; the team's `past` is asked for where that shows it.
///
/// # Errors
///
/// The past cannot be read.
pub fn made(
    card: &Scorecard,
    past: impl FnOnce() -> Result<Option<History>>,
    format: ReportFormat,
    paper: Paper,
    special: Special,
) -> Result<String> {
    let lang = paper.lang;
    Ok(match format {
        ReportFormat::Csv => csv::csv(card, lang, special.excel),
        ReportFormat::Badge => badge::badge(card, lang),
        ReportFormat::Json => json::report::json(card, past()?.as_ref(), lang),
        ReportFormat::Markdown => markdown(&scorecard::page(card, past()?.as_ref(), lang), lang),
        ReportFormat::Html => {
            html::scorecard(&scorecard::page(card, past()?.as_ref(), lang), card, special.page_size, lang)
        }
        ReportFormat::Text => Sheet::of(&scorecard::page(card, past()?.as_ref(), lang), paper).plain(),
    })
}

/// A team's assessments up to the day of the one at hand, as far as they can be read.
///
/// # Errors
///
/// The store has no such team, or cannot be read.
pub fn past(store: &Store, team: &str, card: &Scorecard) -> Result<History> {
    let (readings, _) = store.library().readings(store.up_to(team, card.assessment.date)?);
    let cards: Vec<Scorecard> = readings.into_iter().map(|reading| Scorecard::new(reading, None)).collect();
    Ok(History::of(cards.iter()))
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
