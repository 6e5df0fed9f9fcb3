//! The first assessment of a store, asked for line by line.

use std::io::{BufRead, Write};

use super::Done;
use super::ask::{Lines, Typed};
use crate::cli::New;
use crate::commands::{Context, new};
use crate::i18n::{Text, say};
use crate::model::date;
use crate::start::names;
use crate::store::Opened;
use crate::text::one_line;

/// The checklist that a first assessment answers.
const CHECKLIST: &str = "operations";

/// Asks for team, profile, day and assessors, and writes the assessment; `None` where no team is named.
pub(super) fn begin(context: &Context, lines: &mut Lines<impl BufRead, impl Write>) -> Done<Option<Opened>> {
    let (lang, today) = (context.lang, context.today);
    let named = |typed: &str| match context.store.path_for(typed, today) {
        Ok(_) => Ok(typed.to_owned()),
        Err(refused) => Err(Text::each(|lang| refused.one_line(lang))),
    };
    let Some(Typed::New(team)) = lines.ask_for(say::ask_team(lang), None, named)? else { return Ok(None) };
    let profile = profile(context, lines)?;
    let date = loop {
        let typed = lines.ask(&say::ask_day(lang, today))?.unwrap_or_default();
        match date::parse(&typed, today) {
            Some(date) => break date,
            None if typed.is_empty() => break today,
            None => lines.say(say::bad_date(typed).get(lang))?,
        }
    };
    let assessors = lines.ask(say::ask_assessors(lang))?.map(|typed| names(&typed)).unwrap_or_default();
    let (date, checklist) = (date.to_string(), CHECKLIST.to_owned());
    let file = new::create(context, &New { team, profile, date, checklist, assessors, from: None })?;
    lines.say(say::answers_in(file.shown()).get(lang))?;
    lines.say("")?;
    Ok(Some(context.library.open(file)?))
}

/// The id of the profile that is chosen, if there are any to choose from.
fn profile(context: &Context, lines: &mut Lines<impl BufRead, impl Write>) -> Done<Option<String>> {
    let lang = context.lang;
    let checklist = context.library.named(CHECKLIST)?.checklist;
    let profiles = &checklist.parts().profiles;
    for (at, profile) in profiles.iter().enumerate() {
        lines.say(&format!("  {} {}", at + 1, one_line(profile.title.get(lang))))?;
    }
    while !profiles.is_empty() {
        let typed = lines.ask(&say::ask_profile(lang, profiles.len()))?.unwrap_or_default();
        if typed.is_empty() {
            break;
        }
        let chosen = typed.parse::<usize>().ok().and_then(|number| profiles.get(number.checked_sub(1)?));
        match chosen {
            Some(profile) => return Ok(Some(profile.id.to_string())),
            None => lines.say(&say::not_an_answer(lang, typed, say::allowed_profile(lang, profiles.len())))?,
        }
    }
    Ok(None)
}
