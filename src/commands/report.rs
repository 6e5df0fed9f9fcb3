//! `report`: the whole scorecard in any of its forms, printed or written to files.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rayon::prelude::*;
use tempfile::TempDir;

use super::output::{self, Stop};
use super::portfolio;
use super::progress::Progress;
use super::{Context, DONE, PAGE};
use crate::cli::Report;
use crate::error::{Doing, Error};
use crate::export::{self, Form, ReportFormat, Special};
use crate::history::Past;
use crate::i18n::{Text, say};
use crate::page::portfolio::Wanted;
use crate::portfolio::Standing;
use crate::programs;
use crate::report::{Paper, Sheet};
use crate::scorecard::Scorecard;
use crate::store::Selector;

pub(super) fn run(context: &Context, wanted: &Report) -> Result<u8, Stop> {
    let file = wanted.output.as_deref().filter(|path| *path != Path::new("-"));
    let format = format(wanted, file)?;
    if wanted.open
        && let Some(output) = &wanted.output
        && (file.is_none() || output::is_stream(output))
    {
        let error = Error::new(say::open_needs_file(output.display()));
        return Err(error.hint(say::open_needs_file_hint()).into());
    }
    let private = (wanted.open && file.is_none()).then(programs::private_directory).transpose()?;
    let file = private.as_ref().map(TempDir::path).or(file);
    let directory = file.filter(|path| is_directory(path));
    if directory.is_none() && wanted.targets.len() > 1 {
        let error = Error::new(say::several_need_directory(wanted.targets.len()));
        return Err(error.hint(say::several_need_directory_hint()).into());
    }
    let (written, status) = if wanted.all {
        let Some(directory) = directory else {
            return Err(Error::new(say::all_need_directory()).hint(say::several_need_directory_hint()).into());
        };
        everyone(context, directory, format, wanted)?
    } else {
        (each(context, file, directory, format, wanted)?, DONE)
    };
    if wanted.open {
        // The browser reads it when this program has long ended.
        let private = private.map(TempDir::keep);
        open(context, &written, private.is_some());
    }
    Ok(status)
}

/// Writes the reports of the targets to standard output, into a file or a directory; gives the files.
fn each(
    context: &Context,
    file: Option<&Path>,
    directory: Option<&Path>,
    format: ReportFormat,
    wanted: &Report,
) -> Result<Vec<PathBuf>, Stop> {
    let mut written: Vec<PathBuf> = Vec::new();
    for target in &wanted.targets {
        let card = context.card(target, None)?;
        let Some(file) = file else {
            print(context, target, &card, format, wanted)?;
            continue;
        };
        let path = match directory {
            Some(directory) => {
                std::fs::create_dir_all(directory).doing(directory, say::doing_write)?;
                export::place(directory, &card, format, |path| written.iter().any(|there| there == path))
            }
            None => file.to_owned(),
        };
        let paper = paper(context, PAGE, wanted);
        output::write(&path, &made(context, target, &card, format, paper, wanted)?)?;
        written.push(path);
    }
    Ok(written)
}

/// Writes the newest report of every team into a directory, and an index page that leads to all of them; gives that page.
fn everyone(
    context: &Context,
    directory: &Path,
    format: ReportFormat,
    wanted: &Report,
) -> Result<(Vec<PathBuf>, u8), Stop> {
    std::fs::create_dir_all(directory).doing(directory, say::doing_write)?;
    // The newest, of whatever day, as where a team is named.
    let (cards, mut trouble) = portfolio::newest(context, &[], Date::MAX, None)?;
    let mut places: Vec<PathBuf> = Vec::new();
    for (card, _) in &cards {
        let place = export::place(directory, card, format, |path| places.iter().any(|there| there == path));
        places.push(place);
    }
    let progress = Progress::new(context.lang);
    let paper = paper(context, PAGE, wanted);
    let write = |((card, _), place): (&portfolio::Pair, &PathBuf)| -> Result<(), Error> {
        let past = || export::past(&context.store, &context.library, &card.assessment.team, card).map(Some);
        let written = output::write(place, &export::made(card, past, format, paper, special(wanted))?);
        progress.step(cards.len());
        written
    };
    let failed = cards.par_iter().zip(&places).filter_map(|pair| write(pair).err());
    trouble.extend(failed.collect::<Vec<_>>());
    let file = |place: &PathBuf| place.file_name().map(|name| name.to_string_lossy().into_owned());
    let files = cards.iter().zip(&places).filter_map(|((card, _), place)| Some((Standing::key(card), file(place)?)));
    let index = portfolio::index(format);
    let lead = Wanted { files: Some(&files.collect()), ..Wanted::of(context.lang) };
    let place = directory.join("index").with_extension(index.ending());
    let portfolio = portfolio::portfolio(&cards, context.today);
    output::give(context, Some(&place), |paper| portfolio::made(&portfolio, lead, index, paper))?;
    drop(progress);
    Ok((vec![place], context.done(&trouble)))
}

/// Opens what was written; says where it lies if nobody has named the place, or it is not opened.
fn open(context: &Context, written: &[PathBuf], private: bool) {
    let place = match written {
        [page] => page,
        [page, ..] => page.parent().unwrap_or(page),
        [] => return,
    };
    match written.iter().try_for_each(|page| programs::open_file(page)) {
        Ok(()) if private => output::say(&say::report_written_to(place.display()), context.lang),
        Ok(()) => {}
        Err(why) => {
            let what = Text::each(|lang| say::not_opened(lang, why.get(lang), place.display()));
            output::remark(&what, &say::not_opened_hint(), context.lang);
        }
    }
}

/// The format that is asked for, by name, by the ending of the file, or by an option that is for one format only.
fn format(wanted: &Report, file: Option<&Path>) -> Result<ReportFormat, Error> {
    let by_option = for_one_format(wanted).next().map(|(_, only)| only);
    let by_ending = file.and_then(ReportFormat::of_file);
    let format = wanted.format.or(by_ending).or(by_option).unwrap_or(ReportFormat::Text);
    if let Some((option, only)) = for_one_format(wanted).find(|(_, only)| *only != format) {
        return Err(output::not_for_it(option, only));
    }
    if wanted.summary && matches!(format, ReportFormat::Csv | ReportFormat::Badge) {
        return Err(Error::new(say::no_summary(format.ending())).hint(say::no_summary_hint()));
    }
    if wanted.guidance && matches!(format, ReportFormat::Csv | ReportFormat::Badge | ReportFormat::Json) {
        return Err(Error::new(say::no_guidance(format.ending())).hint(say::no_guidance_hint()));
    }
    Ok(format)
}

/// The options given that are for one format only.
fn for_one_format(wanted: &Report) -> impl Iterator<Item = (&'static str, ReportFormat)> {
    let all = [
        ("--excel", wanted.excel, ReportFormat::Csv),
        ("--open", wanted.open, ReportFormat::Html),
        ("--paper", wanted.paper.is_some(), ReportFormat::Html),
    ];
    all.into_iter().filter_map(|(option, given, only)| given.then_some((option, only)))
}

/// Whether a path is a directory, or is written like one.
fn is_directory(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator)
}

fn print(context: &Context, target: &str, card: &Scorecard, format: ReportFormat, wanted: &Report) -> Result<(), Stop> {
    let paper = paper(context, context.width, wanted);
    if format == ReportFormat::Text {
        let past = past(context, target, card)?;
        let page = export::page(card, past.as_ref(), special(wanted), paper.lang);
        return output::sheet(context, &Sheet::of(&page, paper));
    }
    output::print(&made(context, target, card, format, paper, wanted)?)
}

/// A file is as wide as paper, however narrow the terminal; `--width` is for both.
fn paper(context: &Context, width: usize, wanted: &Report) -> Paper {
    Paper { width: wanted.width.map_or(width, usize::from), ..context.paper() }
}

fn made(
    context: &Context,
    target: &str,
    card: &Scorecard,
    format: ReportFormat,
    paper: Paper,
    wanted: &Report,
) -> Result<String, Error> {
    export::made(card, || past(context, target, card), format, paper, special(wanted))
}

/// What is asked for that is for some formats only.
fn special(wanted: &Report) -> Special {
    Special {
        excel: wanted.excel,
        page_size: wanted.paper.map(Into::into),
        summary: wanted.summary,
        guidance: wanted.guidance,
    }
}

/// The team's assessments up to the one at hand, as far as they can be read; `None` where the target is no team's.
fn past(context: &Context, target: &str, card: &Scorecard) -> Result<Option<Past>, Error> {
    let Selector::Team { name, .. } = context.store.selector(target)? else { return Ok(None) };
    export::past(&context.store, &context.library, &name, card).map(Some)
}
