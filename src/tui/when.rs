//! Whether each command may be taken, and if not, why: the column of the table of commands that the keys, the footer and
//! the help ask.

use super::action::{Action, Offer, Row};
use super::app::{App, Notice, Walk};
use super::input::Stroke;
use super::screen::Layer;
use super::screen::home::Home;
use super::view;
use crate::edits::{Part, refusal};
use crate::i18n::{Text, say};
use crate::model::Key;
use crate::model::checklist::{Choice, Scale};

/// Whenever its keys are pressed.
pub(super) fn always(_: &App, _: &Row) -> Offer {
    Offer::Now
}

/// While the assessment is a draft.
pub(super) fn draft(app: &App, _: &Row) -> Offer {
    match app.walk() {
        Some(walk) if walk.is_final() => Offer::Refused(say::is_final(app.keymap.name(Action::Reopen))),
        Some(_) => Offer::Now,
        None => Offer::Never,
    }
}

/// While the assessment is final.
pub(super) fn reopen(app: &App, _: &Row) -> Offer {
    match app.walk() {
        Some(walk) if walk.is_final() => Offer::Now,
        Some(_) => Offer::Refused(say::not_final()),
        None => Offer::Never,
    }
}

/// On an item of a draft.
pub(super) fn note(app: &App, row: &Row) -> Offer {
    records(app, row, Part::Note)
}

/// On an item.
pub(super) fn item(app: &App, row: &Row) -> Offer {
    match app.walk() {
        Some(_) if app.item().is_some() => Offer::Now,
        Some(_) => Offer::Refused(Text::each(|lang| say::not_here(lang, (row.short)(lang)))),
        None => Offer::Never,
    }
}

/// On an item that has evidence.
pub(super) fn reference(app: &App, row: &Row) -> Offer {
    let Some((walk, key)) = app.walk().zip(app.item()) else { return item(app, row) };
    let none = walk.entry(key).evidence.is_empty();
    if none { Offer::Refused(say::nothing_to_follow(app.keymap.name(Action::Evidence))) } else { Offer::Now }
}

/// After the scorecard was written.
pub(super) fn written(app: &App, _: &Row) -> Offer {
    let written = matches!(app.layers.last(), Some(Layer::Export(export)) if export.written.is_some());
    if written { Offer::Now } else { Offer::Refused(say::write_first()) }
}

/// On an item of a draft that can be answered so: yes, partial and no are of the built-in scale, others give letters of theirs.
pub(super) fn answer(app: &App, row: &Row) -> Offer {
    let usual = !matches!(row.action, Action::Answer(_)) || scale(app).is_none_or(Scale::is_built_in);
    if usual { records(app, row, Part::Answer) } else { Offer::Never }
}

/// On an item of a draft whose scale has as many options.
pub(super) fn choose(app: &App, row: &Row) -> Offer {
    let Action::Choose(nth) = row.action else { return Offer::Never };
    let has = scale(app).is_some_and(|scale| scale.options.len() >= usize::from(nth));
    if has { records(app, row, Part::Answer) } else { Offer::Never }
}

/// The scale of the item under the cursor, where it is answered in words.
pub(super) fn scale(app: &App) -> Option<&Scale> {
    let (walk, key) = app.walk().zip(app.item())?;
    (!matches!(key, Key::Metric(_))).then(|| walk.card.checklist.scale_of(key))
}

/// The option that a command chooses, on an item with a scale of its own.
pub(super) fn chosen<'a>(app: &'a App, row: &Row) -> Option<&'a Choice> {
    let Action::Choose(nth) = row.action else { return None };
    let scale = scale(app).filter(|scale| !scale.is_built_in())?;
    scale.options.get(usize::from(nth).checked_sub(1)?)
}

/// Which option, from 1, has that letter, on an item with a scale of its own.
pub(super) fn letter(app: &App, stroke: Stroke) -> Option<u8> {
    let options = &scale(app).filter(|scale| !scale.is_built_in())?.options;
    let nth = options.iter().position(|option| option.key.map(Stroke::char) == Some(stroke))?;
    u8::try_from(nth + 1).ok()
}

/// The same, where it may be waived.
pub(super) fn waive(app: &App, row: &Row) -> Offer {
    records(app, row, Part::Waive)
}

/// On an item of a draft that has evidence, an owner and a due date.
pub(super) fn beside(app: &App, row: &Row) -> Offer {
    records(app, row, Part::Beside)
}

/// On a metric of a draft.
pub(super) fn measure(app: &App, row: &Row) -> Offer {
    records(app, row, Part::Measure)
}

/// On a metric of a draft that has no value, where Enter has nothing else to do.
pub(super) fn measure_by_enter(app: &App, row: &Row) -> Offer {
    let without =
        |walk: &Walk| matches!(walk.tree.key(), Some(key @ Key::Metric(_)) if !walk.card.assessment.is_answered(key));
    let taken = [show_item(app, row), take_over(app, row)].contains(&Offer::Now);
    if !taken && app.walk().is_some_and(without) { measure(app, row) } else { Offer::Never }
}

/// On an item of which Enter asks for nothing else.
pub(super) fn go_on(app: &App, row: &Row) -> Offer {
    let on_item = app.walk().is_some_and(|walk| walk.tree.key().is_some());
    let taken = [show_item, take_over, confirm, measure_by_enter].map(|when| when(app, row)).contains(&Offer::Now);
    if on_item && !taken { Offer::Now } else { Offer::Never }
}

/// On an item of a draft that is answered.
pub(super) fn clear(app: &App, row: &Row) -> Offer {
    records(app, row, Part::Clear)
}

/// On an item of a draft that is waived.
pub(super) fn reason(app: &App, row: &Row) -> Offer {
    records(app, row, Part::Reason)
}

/// On an item of a draft without an answer, beside which stands one to another question.
pub(super) fn take_over(app: &App, row: &Row) -> Offer {
    let was = |walk: &Walk| walk.tree.key().is_some_and(|key| walk.card.assessment.was(key).is_some());
    let shown = show_item(app, row) == Offer::Never;
    if shown && app.walk().is_some_and(was) { records(app, row, Part::TakeOver) } else { Offer::Never }
}

/// On an answer of a draft that was carried over.
pub(super) fn confirm(app: &App, row: &Row) -> Offer {
    let carried = |walk: &Walk| walk.tree.key().is_some_and(|key| walk.card.assessment.is_carried(key));
    let shown = show_item(app, row) == Offer::Never;
    if shown && app.walk().is_some_and(carried) { draft(app, row) } else { Offer::Never }
}

/// On a group.
pub(super) fn group(app: &App, _: &Row) -> Offer {
    if app.walk().is_some_and(|walk| walk.tree.key().is_none()) { Offer::Now } else { Offer::Never }
}

/// On a group of a draft with answers that are to be confirmed.
pub(super) fn confirm_group(app: &App, _: &Row) -> Offer {
    let carried = |walk: &Walk| !walk.is_final() && !walk.carried_here().is_empty();
    if app.walk().is_some_and(carried) { Offer::Now } else { Offer::Never }
}

/// On a group where Enter has nothing else to do.
pub(super) fn fold(app: &App, row: &Row) -> Offer {
    if confirm_group(app, row) == Offer::Now { Offer::Never } else { group(app, row) }
}

/// On an item that is seen.
pub(super) fn links(app: &App, row: &Row) -> Offer {
    let on_item = app.walk().is_some_and(|walk| walk.tree.key().is_some());
    if on_item && show_item(app, row) != Offer::Now { Offer::Now } else { Offer::Never }
}

/// On an item in the outline of a narrow screen, which does not show it.
pub(super) fn show_item(app: &App, _: &Row) -> Offer {
    let on_item = app.layers.is_empty() && app.walk().is_some_and(|walk| walk.tree.key().is_some());
    if on_item && view::is_narrow_outline(app) { Offer::Now } else { Offer::Never }
}

/// After an edit of this sitting.
pub(super) fn undo(app: &App, row: &Row) -> Offer {
    match (draft(app, row), app.walk()) {
        (Offer::Now, Some(walk)) if !walk.edits.can_undo() => Offer::Refused(say::nothing_to_undo()),
        (offer, _) => offer,
    }
}

/// After an edit was taken back.
pub(super) fn redo(app: &App, row: &Row) -> Offer {
    match (draft(app, row), app.walk()) {
        (Offer::Now, Some(walk)) if !walk.edits.can_redo() => Offer::Refused(say::nothing_to_redo()),
        (offer, _) => offer,
    }
}

/// Where the walk was come to from a page.
pub(super) fn back(app: &App, row: &Row) -> Offer {
    if !app.back.is_empty() && dismiss(app, row) != Offer::Now { Offer::Now } else { Offer::Never }
}

/// While a message stays until it is closed.
pub(super) fn dismiss(app: &App, _: &Row) -> Offer {
    if app.notice.as_ref().is_some_and(Notice::is_lasting) { Offer::Now } else { Offer::Never }
}

/// While an assessment is walked.
pub(super) fn walking(app: &App, _: &Row) -> Offer {
    if app.walk.is_some() { Offer::Now } else { Offer::Never }
}

/// After a search.
pub(super) fn found(app: &App, _: &Row) -> Offer {
    if app.walk().is_some_and(|walk| !walk.found.is_empty()) {
        Offer::Now
    } else {
        Offer::Refused(say::search_first(app.keymap.name(Action::Find)))
    }
}

/// In a checklist with metrics.
pub(super) fn metrics(app: &App, _: &Row) -> Offer {
    if app.walk().is_some_and(|walk| !walk.card.checklist.parts().metrics.is_empty()) {
        Offer::Now
    } else {
        Offer::Refused(say::no_metrics())
    }
}

/// In a checklist with deliverables.
pub(super) fn deliverables(app: &App, _: &Row) -> Offer {
    if app.walk().is_some_and(|walk| !walk.card.checklist.parts().deliverables.is_empty()) {
        Offer::Now
    } else {
        Offer::Refused(say::no_deliverables())
    }
}

/// In a checklist whose criteria have areas.
pub(super) fn areas(app: &App, _: &Row) -> Offer {
    let has = |walk: &Walk| walk.card.checklist.parts().criteria.iter().any(|criterion| criterion.area.is_some());
    if app.walk().is_some_and(has) { Offer::Now } else { Offer::Refused(say::no_areas()) }
}

/// Where areas are part of others.
pub(super) fn nested(app: &App, _: &Row) -> Offer {
    let has = |walk: &Walk| walk.card.checklist.parts().areas.iter().any(|area| area.parent.is_some());
    if app.walk().is_some_and(has) { Offer::Now } else { Offer::Never }
}

/// Where there is a level above the one achieved.
pub(super) fn below_the_top(app: &App, _: &Row) -> Offer {
    match app.walk() {
        Some(walk) if walk.card.score.next.is_none() => Offer::Refused(say::at_the_top(walk.card.score.max_level)),
        Some(_) => Offer::Now,
        None => Offer::Never,
    }
}

/// On a row that is an item.
pub(super) fn on_item(app: &App, row: &Row) -> Offer {
    if app.item().is_some() { Offer::Now } else { Offer::Refused(item_first(row)) }
}

/// On a row that is none.
pub(super) fn on_heading(app: &App, _: &Row) -> Offer {
    if app.item().is_none() { Offer::Now } else { Offer::Never }
}

/// Where something is supposed.
pub(super) fn supposed(app: &App, _: &Row) -> Offer {
    match app.layers.last() {
        Some(Layer::WhatIf(screen)) if screen.supposes_here() => Offer::Now,
        _ => Offer::Refused(say::nothing_supposed()),
    }
}

/// On a page that speaks of items; to go to one, where the cursor is on it.
pub(super) fn linked(app: &App, row: &Row) -> Offer {
    let reader = match app.layers.last() {
        Some(Layer::Score(score)) => &score.reader,
        Some(Layer::Plan(plan)) => &plan.reader,
        // The items of others are not to be gone to.
        Some(Layer::Compare(compare)) if row.action == Action::Accept && !compare.is_of_the_walk() => {
            return Offer::Never;
        }
        Some(Layer::Compare(compare)) => &compare.reader,
        Some(_) | None => return Offer::Never,
    };
    let there = row.action != Action::Accept || reader.at().is_some();
    if there { Offer::Now } else { Offer::Never }
}

fn home(app: &App) -> Option<&Home> {
    match app.layers.last() {
        Some(Layer::Home(home)) => Some(home),
        Some(_) | None => None,
    }
}

fn now_if(holds: bool) -> Offer {
    if holds { Offer::Now } else { Offer::Never }
}

/// On a file of the list.
pub(super) fn listed(app: &App, _: &Row) -> Offer {
    now_if(home(app).is_some_and(|home| home.here().is_some()))
}

/// In a store without any.
pub(super) fn nothing_listed(app: &App, _: &Row) -> Offer {
    now_if(home(app).is_some_and(Home::is_empty))
}

/// On a file of the list that can be read, and its checklist too.
pub(super) fn readable(app: &App, _: &Row) -> Offer {
    match home(app).and_then(Home::here) {
        Some(row) if row.card.is_err() => Offer::Refused(say::unreadable_row()),
        Some(_) => Offer::Now,
        None => Offer::Never,
    }
}

/// Where a team has an assessment that can be read.
pub(super) fn some_team(app: &App, _: &Row) -> Offer {
    now_if(home(app).is_some_and(Home::has_readable))
}

/// On a team with older assessments.
pub(super) fn older(app: &App, _: &Row) -> Offer {
    now_if(home(app).is_some_and(Home::has_older))
}

/// In a store that holds something.
pub(super) fn home_filter(app: &App, _: &Row) -> Offer {
    now_if(home(app).is_some_and(|home| !home.is_empty()))
}

/// While a list shows some teams alone, and no message is to be closed first.
pub(super) fn filtered(app: &App, row: &Row) -> Offer {
    now_if(home(app).is_some_and(Home::is_filtered) && dismiss(app, row) != Offer::Now)
}

/// Otherwise.
pub(super) fn unfiltered(app: &App, row: &Row) -> Offer {
    now_if(filtered(app, row) != Offer::Now)
}

/// After something was deleted in this sitting.
pub(super) fn deleted(app: &App, _: &Row) -> Offer {
    if app.deleted > 0 { Offer::Now } else { Offer::Refused(say::nothing_deleted()) }
}

/// On a piece of evidence.
pub(super) fn evidence(app: &App, _: &Row) -> Offer {
    let Some(Layer::Evidence(list)) = app.layers.last() else { return Offer::Never };
    let empty = app.walk().is_none_or(|walk| walk.entry(&list.key).evidence.is_empty());
    if empty { Offer::Never } else { Offer::Now }
}

/// On a field that is a choice; everywhere else the key moves in the text.
pub(super) fn choice(app: &App, _: &Row) -> Offer {
    if app.layers.last().is_some_and(|layer| layer.screen().chooses()) { Offer::Now } else { Offer::Never }
}

/// On an item of a draft of which that can be recorded; on a group, that an item is to be chosen first.
fn records(app: &App, row: &Row, part: Part) -> Offer {
    let Some(walk) = app.walk() else { return Offer::Never };
    match (draft(app, row), app.item()) {
        (Offer::Now, Some(key)) => refusal(&walk.card, key, part).map_or(Offer::Now, Offer::Refused),
        (Offer::Now, None) => Offer::Refused(item_first(row)),
        (offer, _) => offer,
    }
}

/// That an item is to be chosen first.
fn item_first(row: &Row) -> Text {
    Text::each(|lang| say::not_here(lang, (row.short)(lang)))
}
