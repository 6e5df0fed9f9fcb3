//! What keys do: from state and action to the next state and the effects that it asks for. No input or output here.

use std::path::PathBuf;
use std::sync::Arc;

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::action::{self, Action, Offer};
use super::app::{App, Last, Notice, Saved, Stays, Walk};
use super::input::Stroke;
use super::screen::form::{Form, FormField};
use super::screen::help::Help;
use super::screen::home::HomeRow;
use super::screen::palette::Palette;
use super::screen::{Layer, Then, Turn, note, walk};
use crate::diff::LastTime;
use crate::error::Error;
use crate::export::ReportFormat;
use crate::history::History;
use crate::i18n::{Text, say};
use crate::model::{Assessment, Checklist, Key};
use crate::reading::Reading;
use crate::scorecard::Scorecard;
use crate::wording;

/// Something that only the outside world can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write the walked assessment to its file.
    Save,
    /// Read the list of assessments.
    List,
    /// Read an assessment.
    Open(PathBuf),
    /// Open the form of a new assessment.
    Form,
    /// Write a new assessment and open it.
    Create(Box<Draft>),
    /// Read the assessment before the one that is walked, of the same team.
    Before,
    /// Read every assessment of the team.
    Trend,
    /// Move a file into the trash.
    Discard(PathBuf),
    /// Bring back what was deleted last.
    Restore,
    /// Give the team of this file another name.
    Rename(Option<PathBuf>, String),
    /// Write the report of an assessment.
    Report(PathBuf),
    /// Make a sample.
    Sample,
    /// Have the note of an item, as it is being written, written in the user's editor.
    Edit(Key, String),
    /// Open what a piece of evidence refers to.
    Follow(String),
    /// Open a file that was written here.
    Show(PathBuf),
    /// Hand a text to the terminal's clipboard.
    Copy(String),
    /// Write the scorecard into a new file.
    Export(ReportFormat),
    /// Stop until the shell continues the program.
    Suspend,
    /// Draw every cell anew.
    Redraw,
}

/// A new assessment, and the checklist that it answers.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The assessment.
    pub assessment: Assessment,
    /// The checklist.
    pub checklist: Arc<Checklist>,
    /// Where that lies, if it is named by a path.
    pub named: Option<PathBuf>,
}

impl PartialEq for Draft {
    fn eq(&self, other: &Self) -> bool {
        self.assessment == other.assessment && self.checklist.digest() == other.checklist.digest()
    }
}

/// What the outside world answers.
#[derive(Debug)]
pub enum Outcome {
    /// The assessment was written, at this time of day; what stands on disk now, and what another hand had changed.
    Saved {
        /// The time of day, as people read it.
        time: String,
        /// What stands on disk.
        assessment: Box<Assessment>,
        /// Items taken over from disk.
        merged: Vec<Key>,
        /// Items that both sides had changed; ours were kept.
        conflicts: Vec<Key>,
    },
    /// The assessment could not be written.
    NotSaved(Error),
    /// The assessment could not be written yet: another program has locked its file.
    Locked(Error),
    /// What the form describes cannot be: the field that is wrong, and why.
    Refused(FormField, Text),
    /// The list of assessments, and of what cannot be read.
    Listed(Vec<HomeRow>),
    /// An assessment was read or made.
    Opened(Box<Reading>),
    /// The form of a new assessment, and what is wrong with checklists that it cannot offer.
    Form(Box<Form>, Vec<Error>),
    /// The assessment before the one that is walked; `None` if it is the first.
    Before(Option<Box<Scorecard>>),
    /// What the team said last time, if there is such an assessment.
    LastTime(Option<Box<LastTime>>),
    /// Every assessment of the team, and what could not be read.
    Trend(Box<History>, Vec<Error>),
    /// A file was deleted: where it is now, and whether it is the one that was walked.
    Discarded(String, bool),
    /// What was deleted is back, here.
    Restored(String),
    /// The team has another name; what the file says that is walked, if that is one of the team's.
    Renamed(Option<Box<Assessment>>),
    /// A report was written, here.
    Reported(String),
    /// A sample, and the assessment before it.
    Sample(Box<(Reading, Reading)>),
    /// What the user's editor has made of the note of an item.
    Edited(Key, String),
    /// The scorecard was written into this file.
    Exported(PathBuf),
    /// What was done, or why nothing was.
    Said(Text),
    /// Something else went wrong.
    Failed(Error),
}

/// Does what a key asks for.
pub fn key(app: &mut App, event: KeyEvent) -> Vec<Effect> {
    let context = app.context();
    // Where text is typed, a character is text, whatever an input method made of it.
    let Some(stroke) = Stroke::from_event(event) else { return Vec::new() };
    let asked = action::lookup(app, context, stroke);
    begin(app, asked.as_ref().map(|(action, _)| *action));
    match asked {
        Some((asked, Offer::Now)) => update(app, asked, event),
        Some((_, Offer::Refused(why))) => {
            app.say(why);
            Vec::new()
        }
        // What moves in a choice moves in a text too.
        Some((_, Offer::Never)) | None if context.takes_text() => {
            if let Some(layer) = app.layers.last_mut() {
                layer.screen_mut().field().into_iter().for_each(|field| field.key(event));
                layer.screen_mut().typed();
            }
            Vec::new()
        }
        Some((_, Offer::Never)) => {
            app.say(say::no_meaning(stroke.name()));
            Vec::new()
        }
        None => {
            let mut meant = None;
            let effects = with_top(app, |top, app| {
                let turn = match top {
                    Some(layer) => layer.screen_mut().other(stroke, app),
                    None => walk::other(stroke, app),
                };
                meant = Some(turn.is_some());
                turn.unwrap_or_else(Turn::stay)
            });
            if meant == Some(false) {
                app.say(say::no_meaning(stroke.name()));
            }
            effects
        }
    }
}

/// Takes away what was said for a moment, unless what is asked for leaves it there.
pub(super) fn begin(app: &mut App, asked: Option<Action>) {
    app.mouse.moved_on();
    if let Some(walk) = &mut app.walk {
        walk.level_before = None;
        // Who does something else than leave is told again of what waits.
        walk.drafts_said &= asked == Some(Action::Quit);
    }
    let keeps = [Action::Close, Action::Language, Action::Suspend, Action::Redraw];
    if !asked.is_some_and(|action| keeps.contains(&action)) {
        app.notice.take_if(|notice| !notice.is_lasting());
    }
}

/// Takes pasted text, where text is typed.
pub fn paste(app: &mut App, pasted: &str) {
    let Some(layer) = app.layers.last_mut() else { return };
    if let Some(field) = layer.screen_mut().field() {
        field.paste(pasted);
        layer.screen_mut().typed();
    }
}

/// Keeps what is being typed in a note, and the drafts of notes, and ends, because the program has to.
pub fn leave(app: &mut App) -> Vec<Effect> {
    app.leaving = true;
    let mut effects = match app.layers.pop() {
        Some(Layer::Note(note)) => note.keep(app),
        other => {
            app.layers.extend(other);
            Vec::new()
        }
    };
    effects.extend(note::keep_drafts(app));
    effects
}

/// Ends; where a note waits as a draft, that is said once.
pub(super) fn quit(app: &mut App) -> Vec<Effect> {
    if let Some(walk) = &mut app.walk {
        // Of a sample nothing is kept, and nobody is asked.
        let said = std::mem::replace(&mut walk.drafts_said, true) || walk.sample.is_some();
        if let Some(key) = walk.drafts.keys().next().cloned().filter(|_| !said) {
            walk.go_to(&key);
            app.warn(say::draft_left(app.keymap.name(Action::Note), app.keymap.name(Action::Quit)));
            return Vec::new();
        }
        walk.drafts.clear();
    }
    leave(app)
}

pub(super) fn update(app: &mut App, asked: Action, event: KeyEvent) -> Vec<Effect> {
    match asked {
        Action::Language => app.lang = app.lang.next(),
        Action::Help => app.layers.push(Help::new(app.context()).into()),
        Action::Palette => app.layers.push(Palette::new(app).into()),
        Action::Quit => return quit(app),
        Action::Interrupt => return leave(app),
        Action::Suspend => return vec![Effect::Suspend],
        Action::Redraw => return vec![Effect::Redraw],
        Action::Close => close(app),
        _ => {
            return with_top(app, |top, app| match top {
                Some(layer) => layer.screen_mut().update(asked, event, app),
                None => walk::update(asked, app),
            });
        }
    }
    Vec::new()
}

/// Has the screen on top do something, and does with it what it says then.
fn with_top(app: &mut App, turn: impl FnOnce(Option<&mut Layer>, &mut App) -> Turn) -> Vec<Effect> {
    let mut top = app.layers.pop();
    let Turn { effects, then } = turn(top.as_mut(), app);
    match then {
        Then::Stay => app.layers.extend(top),
        Then::Close => {}
        Then::Do(asked) => {
            let mut effects = effects;
            effects.extend(update(app, asked, KeyEvent::from(KeyCode::Null)));
            return effects;
        }
        Then::Over(layers) => app.layers.extend(top.into_iter().chain(layers)),
        Then::Instead(layer) => app.layers.push(layer),
        Then::Walk => {
            app.back = std::mem::take(&mut app.layers);
            app.back.extend(top);
        }
    }
    effects
}

fn close(app: &mut App) {
    // The first Esc is for the message: it may hide what lies under it.
    if app.notice.take().is_some_and(|notice| notice.is_lasting()) {
        return;
    }
    if let Some(mut layer) = app.layers.pop() {
        layer.screen_mut().closed(app);
    } else {
        let mut back = std::mem::take(&mut app.back);
        if let Some(layer) = back.last_mut() {
            layer.screen_mut().returned(app);
        }
        app.layers = back;
    }
    if app.layers.is_empty() && app.walk.is_none() {
        app.leaving = true;
    }
}

/// Takes what the outside world answers.
pub fn outcome(app: &mut App, outcome: Outcome) {
    let mut top = app.layers.pop();
    let left = match &mut top {
        Some(layer) => layer.screen_mut().hear(outcome, app),
        None => Some(outcome),
    };
    app.layers.extend(top);
    match left.and_then(|outcome| walk::hear(outcome, app)) {
        Some(Outcome::Saved { time, assessment, merged, conflicts }) => {
            saved(app, time, *assessment, &merged, &conflicts);
        }
        Some(Outcome::NotSaved(error)) => {
            let Some(walk) = &mut app.walk else { return };
            // A save that is tried again and fails again says nothing new; the header goes on saying "not saved".
            if walk.saved != Saved::Failed {
                walk.saved = Saved::Failed;
                let text = Text::each(|lang| error.one_line(lang));
                app.notice = Some(Notice { text, stays: Stays::UntilSaved });
            }
        }
        Some(Outcome::LastTime(last)) => {
            if let Some(walk) = &mut app.walk {
                walk.last = last.map_or(Last::Nothing, Last::Said);
                // What is laid out does not know it yet.
                walk.revision += 1;
            }
        }
        Some(Outcome::Opened(reading)) => app.open(Walk::new(*reading)),
        Some(Outcome::Form(form, broken)) => {
            app.layers.push((*form).into());
            broken.first().into_iter().for_each(|broken| app.complain(broken));
        }
        Some(Outcome::Sample(readings)) => {
            let (now, before) = *readings;
            app.open(Walk::sample(now, before));
        }
        Some(Outcome::Discarded(place, walked)) => {
            app.deleted += 1;
            app.forget_last_time();
            app.say(say::discarded(place, app.keymap.name(Action::Undo)));
            if walked {
                app.close_walk();
            }
        }
        Some(Outcome::Restored(place)) => {
            app.deleted = app.deleted.saturating_sub(1);
            app.forget_last_time();
            app.say(say::restored(place));
        }
        Some(Outcome::Renamed(on_disk)) => {
            if let (Some(on_disk), Some(walk)) = (on_disk, &mut app.walk) {
                walk.take_over(*on_disk);
            }
        }
        Some(Outcome::Reported(place)) => app.say(say::reported(place)),
        Some(Outcome::Said(text)) => app.say(text),
        Some(Outcome::Failed(error)) => app.complain(&error),
        // Nothing is said of a lock until it has lasted: whoever saves is done in a moment. The rest was for a screen that
        // is gone.
        Some(
            Outcome::Locked(_)
            | Outcome::Refused(..)
            | Outcome::Listed(..)
            | Outcome::Before(_)
            | Outcome::Trend(..)
            | Outcome::Edited(..)
            | Outcome::Exported(_),
        )
        | None => {}
    }
}

fn saved(app: &mut App, time: String, on_disk: Assessment, merged: &[Key], conflicts: &[Key]) {
    let Some(walk) = &mut app.walk else { return };
    walk.saved = Saved::Yes(Some(time));
    app.notice.take_if(|notice| notice.stays == Stays::UntilSaved);
    // What another hand has written meanwhile is on disk too.
    walk.take_over(on_disk);
    if let Some(text) = wording::merged(&walk.card.checklist, merged, conflicts) {
        app.warn(text);
    }
}
