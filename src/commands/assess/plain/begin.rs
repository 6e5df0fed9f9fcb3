//! The first assessment of a store, asked for line by line.

use std::io::{BufRead, Write};
use std::sync::Arc;

use super::Done;
use super::ask::{Lines, Typed};
use crate::cli::New;
use crate::commands::{Context, new};
use crate::i18n::{Text, say};
use crate::model::{Checklist, date};
use crate::start::names;
use crate::store::Opened;
use crate::text::one_line;

/// Asks for team, checklist, profile, day and assessors, and writes the assessment; `None` where no team is named.
pub(super) fn begin(context: &Context, lines: &mut Lines<impl BufRead, impl Write>) -> Done<Option<Opened>> {
    let (lang, today) = (context.lang, context.today);
    let named = |typed: &str| match context.store.admit(typed) {
        Ok(_) => Ok(typed.to_owned()),
        Err(refused) => Err(Text::each(|lang| refused.one_line(lang))),
    };
    let Some(Typed::New(team)) = lines.ask_for(say::ask_team(lang), None, named)? else { return Ok(None) };
    let checklist = checklist(context, lines, &team)?;
    let profile = profile(&checklist, lines)?;
    let date = loop {
        let typed = lines.ask(&say::ask_day(lang, today))?.unwrap_or_default();
        match date::parse(&typed, today) {
            Some(date) => break date,
            None if typed.is_empty() => break today,
            None => lines.say(say::bad_date(typed).get(lang))?,
        }
    };
    let assessors = lines.ask(say::ask_assessors(lang))?.map(|typed| names(&typed)).unwrap_or_default();
    let (date, checklist) = (date.to_string(), Some(checklist.id().to_string()));
    let file = new::create(context, &New { team, profile, date, checklist, assessors, from: None })?;
    lines.say(say::answers_in(file.shown()).get(lang))?;
    lines.say("")?;
    Ok(Some(context.library.open(file)?))
}

/// The checklist that is chosen, if there are several; Enter takes the usual one.
fn checklist(context: &Context, lines: &mut Lines<impl BufRead, impl Write>, team: &str) -> Done<Arc<Checklist>> {
    let lang = context.lang;
    let usual = context.library.usual(context.store.used_last(team)?.as_ref())?.checklist;
    let (ids, _) = context.library.choices()?;
    if let [_, _, ..] = ids.as_slice() {
        for (at, id) in ids.iter().enumerate() {
            let own = context.library.present(id);
            let title = own.map(|own| one_line(own.parts().title.get(lang))).unwrap_or_default();
            lines.say(format!("  {} {} {title}", at + 1, one_line(id.as_str())).trim_end())?;
        }
        loop {
            let typed = lines.ask(&say::ask_checklist(lang, ids.len(), usual.id()))?.unwrap_or_default();
            let numbered = || ids.get(typed.parse::<usize>().ok()?.checked_sub(1)?);
            match ids.iter().find(|id| id.as_str() == typed).or_else(numbered) {
                _ if typed.is_empty() => break,
                None => lines.say(&say::not_an_answer(lang, typed, say::allowed_checklist(lang, ids.len())))?,
                Some(id) => match context.library.present(id) {
                    Ok(chosen) => return Ok(chosen),
                    Err(problem) => lines.say(&problem.one_line(lang))?,
                },
            }
        }
    }
    Ok(usual)
}

/// The id of the profile that is chosen, if there are any to choose from.
fn profile(checklist: &Checklist, lines: &mut Lines<impl BufRead, impl Write>) -> Done<Option<String>> {
    let lang = lines.paper.lang;
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
