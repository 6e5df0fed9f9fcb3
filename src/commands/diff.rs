//! `diff`: what changed between two assessments, or since the one before.

use super::output::{self, Made, Stop};
use super::{Context, DOES_NOT_HOLD, DONE};
use crate::cli::{Diff, DiffFormat};
use crate::diff;
use crate::error::{Error, Result};
use crate::i18n::say;
use crate::page::comparison::{self, Compared};
use crate::report::markdown::markdown;
use crate::report::{Sheet, html, json};
use crate::scorecard::Scorecard;
use crate::store::{Beside, Found, Opened};
use crate::text::one_line;

pub(super) fn run(context: &Context, args: &Diff) -> std::result::Result<u8, Stop> {
    let (old, new) = sides(context, args)?;
    let diff = diff::diff(&old, &new);
    if let Some(why) = refused(&old, &new, &diff, args) {
        return Err(why.into());
    }
    let compared = Compared { old: &old, new: &new, diff: &diff };
    let (file, size) = (args.output.as_deref(), args.paper);
    let format = output::format(args.format, file, size, DiffFormat::Text, DiffFormat::Html)?;
    let page = comparison::page(compared, args.all, context.lang);
    output::give(context, file, |paper| match format {
        DiffFormat::Text => Made::Sheet(Sheet::of(&page, paper)),
        DiffFormat::Markdown => Made::Text(markdown(&page, paper.lang)),
        DiffFormat::Html => Made::Text(html::comparison(&page, compared, size.map(Into::into), paper.lang)),
        DiffFormat::Json => Made::Text(json::comparison::json(compared)),
    })?;
    Ok(if args.fail_on_regression && diff.regression() { DOES_NOT_HOLD } else { DONE })
}

/// Why the two are not compared: they are of two teams, or answer different checklists, and that is not asked for.
fn refused(old: &Scorecard, new: &Scorecard, diff: &diff::Diff, args: &Diff) -> Option<Error> {
    let named = |card: &Scorecard| one_line(&card.assessment.team);
    if diff.two_teams && !args.any {
        Some(Error::new(say::different_teams(named(old), named(new))).hint(say::different_teams_hint()))
    } else if diff.two_teams && args.fail_on_regression {
        Some(Error::new(say::no_regression_of_two()).hint(say::no_regression_of_two_hint()))
    } else if diff.shared_only && !args.any {
        let what = say::different_checklists(old.checklist.id(), new.checklist.id());
        Some(Error::new(what).hint(say::different_checklists_hint()))
    } else {
        None
    }
}

fn sides(context: &Context, args: &Diff) -> Result<(Scorecard, Scorecard)> {
    let Some(old) = &args.old else {
        let new = context.open_alone(&args.new)?;
        let old = before(context, &new)?;
        let old = context.library.read(old)?;
        return Ok((Scorecard::new(old, None), Scorecard::new(new.reading, None)));
    };
    if old == "-" && args.new == "-" {
        return Err(Error::new(say::stdin_twice()).hint(say::stdin_twice_hint()));
    }
    let card = |target: &str| context.open(target).map(|opened| Scorecard::new(opened.reading, None));
    Ok((card(old)?, card(&args.new)?))
}

/// The assessment before one, of the same team.
fn before(context: &Context, new: &Opened) -> Result<Found> {
    let Beside { mut before, after } = context.store.beside(&new.file)?;
    before.pop().ok_or_else(|| {
        let assessment = new.file.assessment();
        let others: Vec<String> = after.iter().map(|found| found.assessment.date.to_string()).collect();
        let hint = if others.is_empty() { say::none_before_hint() } else { say::none_before_dates(others.join(", ")) };
        Error::new(say::none_before(one_line(&assessment.team), assessment.date)).hint(hint)
    })
}
