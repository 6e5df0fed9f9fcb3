//! `portfolio`: all teams on one sheet, each by its newest assessment.

use jiff::civil::Date;
use rayon::prelude::*;

use super::output::{self, Made, Stop};
use super::progress::Progress;
use super::{Context, DONE, day};
use crate::cli::{Portfolio as Asked, PortfolioFormat};
use crate::error::{Error, Result};
use crate::export::ReportFormat;
use crate::i18n::{Text, say};
use crate::model::Level;
use crate::page::portfolio::{self as page, Wanted};
use crate::portfolio::{Portfolio, level_before};
use crate::report::markdown::markdown;
use crate::report::{Paper, Sheet, csv, html, json};
use crate::scorecard::Scorecard;
use crate::store::{Found, Newest, read_found};
use crate::text::one_line;

pub(super) fn run(context: &Context, asked: &Asked) -> std::result::Result<u8, Stop> {
    let at = day(&asked.at, context.today)?;
    let file = asked.output.as_deref();
    let format = output::format(asked.format, file, None, PortfolioFormat::Text, PortfolioFormat::Html)?;
    let (cards, trouble) = newest(context, &asked.teams, at, asked.group.as_deref())?;
    if cards.is_empty() && trouble.is_empty() && asked.group.is_none() && format != PortfolioFormat::Json {
        let empty = context.store.directories(&[])?.is_empty();
        let (what, hint) = if empty {
            (say::store_empty(context.store.root().display()), say::store_empty_hint())
        } else {
            (say::nothing_by(at), say::nothing_by_hint())
        };
        output::remark(&what, &hint, context.lang);
        return Ok(DONE);
    }
    let portfolio = portfolio(&cards, at);
    let wanted = Wanted { group: asked.group.as_deref(), ..Wanted::of(context.lang) };
    output::give(context, file, |paper| made(&portfolio, wanted, format, paper))?;
    Ok(context.done(&trouble))
}

/// A team's newest assessment and the level of the one before it.
pub(super) type Pair = (Scorecard, Option<Level>);

/// The newest assessment of each team on a day, with the one before it; and what cannot be read. Nothing else is.
///
/// # Errors
///
/// There is no such team, no team of such a group, or the store cannot be read.
pub(super) fn newest(
    context: &Context,
    teams: &[String],
    at: Date,
    group: Option<&str>,
) -> Result<(Vec<Pair>, Vec<Error>)> {
    let dirs = context.store.directories(teams)?;
    let progress = Progress::new(context.lang);
    let of_group = |found: &Found| {
        group.is_none_or(|group| found.assessment.group.as_deref().is_some_and(|own| is_alike(own, group)))
    };
    let read = dirs.par_iter().map(|dir| {
        let kept = context.store.newest_in(dir, at);
        let mut trouble: Vec<Error> = kept.broken.into_iter().map(|broken| broken.error).collect();
        let (mut pairs, mut groups) = (Vec::new(), Vec::new());
        for newest in kept.newest {
            groups.extend(newest.found.assessment.group.clone());
            if of_group(&newest.found) {
                match pair(context, newest) {
                    Ok((pair, problem)) => {
                        pairs.push(pair);
                        trouble.extend(problem);
                    }
                    Err(error) => trouble.push(error),
                }
            }
        }
        progress.step(dirs.len());
        (pairs, trouble, groups)
    });
    let (mut cards, mut trouble, mut groups) = (Vec::new(), Vec::new(), Vec::new());
    for (own, problems, of) in read.collect::<Vec<_>>() {
        cards.extend(own);
        trouble.extend(problems);
        groups.extend(of);
    }
    match group {
        Some(group) if cards.is_empty() && trouble.is_empty() => Err(no_group(group, groups)),
        _ => Ok((cards, trouble)),
    }
}

/// The scorecard of an assessment and what counts of the one before it; and what is wrong with that.
fn pair(context: &Context, newest: Newest) -> Result<(Pair, Option<Error>)> {
    let own = Scorecard::new(context.library.read(newest.found)?, None);
    let before = newest.before.map(|path| read_found(path).and_then(|found| context.library.read(found)));
    Ok(match before {
        Some(Err(error)) => ((own, None), Some(error)),
        Some(Ok(before)) => {
            let was = level_before(&own.checklist, &before);
            ((own, was), None)
        }
        None => ((own, None), None),
    })
}

fn is_alike(one: &str, other: &str) -> bool {
    one_line(one).to_lowercase() == one_line(other).to_lowercase()
}

fn no_group(group: &str, mut groups: Vec<String>) -> Error {
    groups.sort();
    groups.dedup();
    let named: Vec<String> = groups.iter().map(|group| format!("`{}`", one_line(group))).collect();
    let hint = if named.is_empty() {
        say::no_groups_hint()
    } else {
        Text::each(|lang| say::no_such_group_hint(named.join(say::comma(lang))).get(lang).to_owned())
    };
    Error::new(say::no_such_group(one_line(group))).hint(hint)
}

/// The teams of scorecards on a day.
pub(super) fn portfolio(cards: &[Pair], at: Date) -> Portfolio<'_> {
    Portfolio::of(cards.iter().map(|(card, was)| (card, *was)), at)
}

/// A portfolio in a format.
pub(super) fn made(portfolio: &Portfolio<'_>, wanted: Wanted<'_>, format: PortfolioFormat, paper: Paper) -> Made {
    let lang = wanted.lang;
    let document = || page::page(portfolio, wanted);
    match format {
        PortfolioFormat::Text => Made::Sheet(Sheet::of(&document(), paper)),
        PortfolioFormat::Markdown => Made::Text(markdown(&document(), lang)),
        PortfolioFormat::Html => Made::Text(html::portfolio(&document(), portfolio.at, lang)),
        PortfolioFormat::Csv => Made::Text(csv::portfolio::csv(portfolio)),
        PortfolioFormat::Json => Made::Text(json::portfolio::json(portfolio)),
    }
}

/// The format of an index of reports: theirs, where a page has it, else one that leads to them.
pub(super) const fn index(of: ReportFormat) -> PortfolioFormat {
    match of {
        ReportFormat::Text => PortfolioFormat::Text,
        ReportFormat::Markdown => PortfolioFormat::Markdown,
        ReportFormat::Html | ReportFormat::Badge => PortfolioFormat::Html,
        ReportFormat::Csv => PortfolioFormat::Csv,
        ReportFormat::Json => PortfolioFormat::Json,
    }
}
