//! What is done with an item, wherever the cursor is on it: in the walk, among the links of another item, in a list.

use super::evidence::Evidence;
use super::note::{self, Note};
use super::prompt::{Asks, Prompt};
use super::reason::Reason;
use super::{Layer, Turn, walk};
use crate::i18n::{Text, say};
use crate::model::{Entry, Given, Key};
use crate::page::item;
use crate::report::markdown::markdown;
use crate::text::one_line;
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::clipboard;
use crate::tui::update::Effect;
use crate::wording;

/// What came of a command, and whether that was the last thing to do with the item.
pub(super) type Acted = (Turn, bool);

/// Does what was asked for with an item; `None` where that has nothing to do with one.
pub(super) fn act(asked: Action, key: &Key, app: &mut App) -> Option<Acted> {
    let today = app.today;
    let over = |layer: Layer| (Turn::over(layer), false);
    Some(match asked {
        Action::Reason => over(Reason::new(key.clone(), app).into()),
        Action::Answer(answer) if answer.is_na() => over(Reason::new(key.clone(), app).into()),
        Action::Answer(answer) => given(app, key, Given::Answer(answer)),
        Action::Choose(nth) => {
            let nth = usize::from(nth).checked_sub(1)?;
            let answer = app.walk()?.card.checklist.scale_of(key).options.get(nth)?.answer();
            given(app, key, Given::Answer(answer))
        }
        Action::Cycle => {
            let card = &app.walk()?.card;
            let next = card.checklist.scale_of(key).after(card.assessment.answer(key));
            let day = answer_day(app);
            (Turn::with(changed(app, key, |entry| entry.give(next.map(Given::Answer), day))), false)
        }
        Action::ClearAnswer => (Turn::with(changed(app, key, |entry| entry.give(None, today))), false),
        Action::Confirm => {
            let day = answer_day(app);
            (Turn::with(changed(app, key, |entry| entry.confirm(day))), true)
        }
        Action::TakeOver => {
            let day = answer_day(app);
            (Turn::with(changed(app, key, |entry| entry.take_over(day))), app.auto_advance)
        }
        Action::Value => over(Prompt::new(Asks::Value, key.clone(), None, app).into()),
        Action::Target => over(Prompt::new(Asks::Target, key.clone(), None, app).into()),
        Action::Owner => over(Prompt::new(Asks::Owner, key.clone(), None, app).into()),
        Action::Due => over(Prompt::new(Asks::Due, key.clone(), None, app).into()),
        Action::Note => over(Note::new(key.clone(), app).into()),
        Action::Editor => {
            let note = note::being_written(app.walk()?, key);
            (Turn::with(vec![Effect::Edit(key.clone(), note)]), false)
        }
        Action::Follow => {
            let first = app.walk()?.entry(key).evidence.into_iter().next();
            (Turn::with(first.map(|first| Effect::Follow(first.reference)).into_iter().collect()), false)
        }
        Action::Copy => {
            let card = &app.walk()?.card;
            let said = markdown(&item::told(card, key, app.lang), app.lang);
            let title = Text::each(|lang| one_line(&wording::title(&card.checklist, key, lang)));
            (clipboard::copy(app, said, &title), false)
        }
        Action::Evidence => {
            let list = Evidence::new(key.clone());
            // Where there is none, the form of a new one at once.
            let empty = app.walk()?.entry(key).evidence.is_empty();
            let form = empty.then(|| list.add(app).into());
            (Turn::over_each([Some(list.into()), form].into_iter().flatten().collect()), false)
        }
        _ => return None,
    })
}

/// Gives an answer. It stays on the item, so that what it did is seen and its note can be written; the same answer once more
/// is the last thing to do.
fn given(app: &mut App, key: &Key, given: Given) -> Acted {
    let day = answer_day(app);
    let effects = changed(app, key, |entry| entry.give(Some(given), day));
    let done = effects.is_empty() || app.auto_advance;
    (Turn::with(effects), done)
}

/// Whether what is typed may be kept; says why it may not.
pub(super) fn is_draft(app: &mut App) -> bool {
    let draft = app.walk().is_some_and(|walk| !walk.is_final());
    if !draft {
        app.say(say::is_final(app.keymap.name(Action::Reopen)));
    }
    draft
}

fn answer_day(app: &App) -> jiff::civil::Date {
    app.walk().map_or(app.today, |walk| walk.card.assessment.answer_day(app.today))
}

/// Changes what is said of an item; a change asks to be saved.
pub(super) fn changed(app: &mut App, key: &Key, change: impl FnOnce(&mut Entry)) -> Vec<Effect> {
    let changed = app.walk.as_mut().is_some_and(|walk| walk.edit(key, change));
    if changed { vec![Effect::Save] } else { Vec::new() }
}

/// After an answer was given in a box: goes on where nothing was changed by it, or where that is wished.
pub(super) fn answered(app: &mut App, effects: Vec<Effect>) -> Vec<Effect> {
    if effects.is_empty() || app.auto_advance {
        match app.layers.pop() {
            Some(mut layer) => {
                let next = layer.screen_mut().go_on(app);
                app.layers.push(next.unwrap_or(layer));
            }
            None => walk::go_on(app),
        }
    }
    effects
}
