//! What keys do: from state and action to the next state and the effects that it asks for. No input or output here.

mod dialogs;
mod form;
mod moves;

use std::path::PathBuf;
use std::sync::Arc;

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::action::{self, Action, Context};
use super::app::{App, Asks, Comparison, Form, FormField, Home, HomeRow, Layer, Notice, PlanView, Saved, Stays, Walk};
use super::input::Key as Pressed;
use super::outline::Node;
use super::view;
use crate::diff::diff;
use crate::error::Error;
use crate::history::History;
use crate::i18n::{Lang, Text, tui as t};
use crate::model::{Answer, Assessment, Checklist, Given, Key, Reason, Status};
use crate::reading::Reading;
use crate::scorecard::Scorecard;
use crate::wording;
use moves::{end, page, seek, sideways, step};

/// Something that only the outside world can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write the walked assessment to its file.
    Save,
    /// Read the list of assessments.
    List,
    /// Read an assessment.
    Open(PathBuf),
    /// Write a new assessment and open it.
    Create(Box<Draft>),
    /// Read the assessment before the one that is walked, of the same team.
    Before,
    /// Read every assessment of the team.
    Trend,
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
    /// The list of assessments, and what could not be read.
    Listed(Vec<HomeRow>, Vec<Error>),
    /// An assessment was read or made.
    Opened(Box<Reading>),
    /// The assessment before the one that is walked; `None` if it is the first.
    Before(Option<Box<Scorecard>>),
    /// Every assessment of the team, and what could not be read.
    Trend(Box<History>, Vec<Error>),
    /// Something else went wrong.
    Failed(Error),
}

/// Does what a key asks for.
pub fn key(app: &mut App, event: KeyEvent) -> Vec<Effect> {
    let context = app.context();
    // Where text is typed, a character is text, whatever an input method made of it.
    let pressed = Pressed::from_event(event);
    let asked = pressed.and_then(|pressed| action::lookup(context, pressed));
    if asked != Some(Action::Close) && app.notice.as_ref().is_some_and(|notice| !notice.is_lasting()) {
        app.notice = None;
    }
    match (asked, pressed) {
        (Some(asked), _) => update(app, asked, event),
        (None, Some(pressed)) if !context.takes_text() => other_key(app, context, pressed),
        (None, Some(_)) => {
            type_key(app, event);
            Vec::new()
        }
        (None, None) => Vec::new(),
    }
}

/// Takes pasted text, where text is typed.
pub fn paste(app: &mut App, pasted: &str) {
    match app.layers.last_mut() {
        Some(Layer::Note(_, field)) => field.paste(pasted),
        Some(Layer::Prompt(prompt)) => prompt.field.paste(pasted),
        Some(Layer::EvidenceForm(form)) => form.field().into_iter().for_each(|field| field.paste(pasted)),
        Some(Layer::Form(form)) => form.field().into_iter().for_each(|field| field.paste(pasted)),
        _ => {}
    }
}

/// Takes what the outside world answers.
pub fn outcome(app: &mut App, outcome: Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::Saved { time, assessment, merged, conflicts } => {
            let Some(walk) = &mut app.walk else { return Vec::new() };
            walk.saved = Saved::Yes(Some(time));
            app.notice.take_if(|notice| notice.stays == Stays::UntilSaved);
            // What another hand has written meanwhile is on disk too.
            walk.take_over(*assessment);
            let titles = |keys: &[Key], lang| {
                let titles = keys.iter().map(|key| wording::title(&walk.card.checklist, key, lang));
                titles.collect::<Vec<_>>().join(crate::i18n::terms::comma(lang))
            };
            let text = if !conflicts.is_empty() {
                Text::each(|lang| t::kept_ours(titles(&conflicts, lang)).get(lang).to_owned())
            } else if !merged.is_empty() {
                Text::each(|lang| t::took_over(titles(&merged, lang)).get(lang).to_owned())
            } else {
                return Vec::new();
            };
            app.warn(text);
        }
        Outcome::NotSaved(error) => {
            let Some(walk) = &mut app.walk else { return Vec::new() };
            // A save that is tried again and fails again says nothing new; the header goes on saying "not saved".
            if walk.saved != Saved::Failed {
                walk.saved = Saved::Failed;
                let text = Text::each(|lang| error.one_line(lang));
                app.notice = Some(Notice { text, stays: Stays::UntilSaved });
            }
        }
        // Nothing is said until it has lasted: whoever saves is done in a moment.
        Outcome::Locked(_) => {}
        Outcome::Refused(field, why) => {
            if let Some(Layer::Form(form)) = app.layers.last_mut() {
                (form.at, form.error) = (field, Some(why));
            }
        }
        Outcome::Listed(rows, broken) => {
            if let Some(Layer::Home(home)) = app.layers.last_mut() {
                home.at = home.at.min(rows.len().saturating_sub(1));
                home.rows = rows;
            }
            if let Some(error) = broken.first() {
                app.complain(error);
            }
        }
        Outcome::Opened(reading) => app.open(Walk::new(*reading)),
        Outcome::Before(None) => app.say(t::nothing_before()),
        Outcome::Before(Some(old)) => {
            if let Some(walk) = &app.walk {
                let diff = diff(&old, &walk.card);
                app.layers.push(Layer::Compare(Box::new(Comparison { old: *old, diff, scroll: 0 })));
            }
        }
        Outcome::Trend(history, broken) => {
            app.layers.push(Layer::Trend(history, 0));
            if let Some(error) = broken.first() {
                app.complain(error);
            }
        }
        Outcome::Failed(error) => match app.layers.last_mut() {
            Some(Layer::Form(form)) => {
                form.error = Some(error.what().clone());
            }
            _ => app.complain(&error),
        },
    }
    Vec::new()
}

/// Keeps what is being typed in a note and closes everything, because the program has to end.
pub fn leave(app: &mut App) -> Vec<Effect> {
    let effects = match app.layers.last() {
        Some(Layer::Note(..)) => dialogs::keep_note(app),
        _ => Vec::new(),
    };
    app.leaving = true;
    effects
}

fn update(app: &mut App, asked: Action, event: KeyEvent) -> Vec<Effect> {
    if asked.edits() && refuses_edits(app) {
        return Vec::new();
    }
    match asked {
        Action::Answer(answer) => return give(app, answer),
        Action::ClearAnswer => return clear(app),
        Action::Value => return ask(app, Asks::Value),
        Action::Target => return ask(app, Asks::Target),
        Action::Owner => return ask(app, Asks::Owner),
        Action::Due => return ask(app, Asks::Due),
        Action::Evidence => dialogs::open_evidence(app),
        Action::Note => dialogs::open_note(app),
        Action::Reason => dialogs::open_reason(app),
        Action::Up => step(app, -1),
        Action::Down => step(app, 1),
        Action::PageUp => page(app, true),
        Action::PageDown => page(app, false),
        Action::First => end(app, false),
        Action::Last => end(app, true),
        Action::Left => sideways(app, event, false),
        Action::Right => sideways(app, event, true),
        Action::NextOpen => seek(app, false),
        Action::PreviousOpen => seek(app, true),
        Action::SwitchPane => {
            if let Some(walk) = &mut app.walk {
                walk.toggled = !walk.toggled;
            }
        }
        Action::Undo => return travel(app, true),
        Action::Redo => return travel(app, false),
        Action::Finish => {
            if !refuses_edits(app) {
                app.layers.push(Layer::Finish);
            }
        }
        Action::Reopen => return reopen(app),
        Action::Score => raise(app, Layer::Score(0)),
        Action::Plan => raise(app, Layer::Plan(PlanView::default())),
        Action::Home => {
            app.layers.push(Layer::Home(Home::default()));
            return vec![Effect::List];
        }
        Action::New => app.layers.push(Layer::Form(Box::new(Form::new(app.today, Arc::clone(&app.checklist))))),
        Action::Carry => carry_forward(app),
        Action::Compare => return vec![Effect::Before],
        Action::Trend => return vec![Effect::Trend],
        Action::Accept => return accept(app),
        Action::Done => return done(app),
        Action::Close => close(app),
        Action::Add => dialogs::add_evidence(app),
        Action::Remove => return dialogs::remove_evidence(app),
        Action::NextField => form::next_field(app, false),
        Action::PreviousField => form::next_field(app, true),
        Action::Language => app.lang = app.lang.next(),
        Action::Help => {
            let context = app.context();
            app.layers.push(Layer::Help(context, 0));
        }
        Action::Quit | Action::Interrupt => return leave(app),
        Action::Suspend => return vec![Effect::Suspend],
        Action::Redraw => return vec![Effect::Redraw],
    }
    Vec::new()
}

/// Whether the walked assessment is final; says so if it is.
fn refuses_edits(app: &mut App) -> bool {
    let refuses = app.walk.as_ref().is_some_and(|walk| walk.is_final());
    if refuses {
        app.say(t::is_final());
    }
    refuses
}

/// Opens the form of an assessment that goes on from the one under the cursor of the list.
fn carry_forward(app: &mut App) {
    let Some(Layer::Home(home)) = app.layers.last() else { return };
    let Some(row) = home.rows.get(home.at) else { return };
    match row.card.clone() {
        Some(card) => {
            let form = Form::carrying(app.today, card, &row.path);
            app.layers.push(Layer::Form(Box::new(form)));
        }
        None => app.say(t::unreadable_row()),
    }
}

fn reopen(app: &mut App) -> Vec<Effect> {
    let Some(walk) = &mut app.walk else { return Vec::new() };
    if !walk.is_final() {
        app.say(t::not_final());
        return Vec::new();
    }
    walk.set_status(Status::Draft);
    app.say(t::reopened());
    vec![Effect::Save]
}

/// Opens the score or the plan; one does not pile up on the other.
fn raise(app: &mut App, layer: Layer) {
    if matches!(app.layers.last(), Some(Layer::Score(_) | Layer::Plan(_))) {
        app.layers.pop();
    }
    app.layers.push(layer);
}

/// The item under the cursor of the walk; says so where there is none.
fn item(app: &mut App, name: fn(Lang) -> &'static str) -> Option<Key> {
    let key = app.walk.as_ref().and_then(|walk| walk.outline.key().cloned());
    if key.is_none() {
        app.say(Text::each(|lang| t::not_here(name(lang)).get(lang).to_owned()));
    }
    key
}

fn give(app: &mut App, answer: Answer) -> Vec<Effect> {
    let Some(key) = item(app, t::answer) else { return Vec::new() };
    if matches!(key, Key::Metric(_)) {
        app.say(t::metrics_take_numbers());
        return Vec::new();
    }
    let today = app.today;
    let Some(walk) = &mut app.walk else { return Vec::new() };
    let waivable = match &key {
        Key::Criterion(id) => walk.card.checklist.criterion(id).is_none_or(|criterion| criterion.na_allowed),
        _ => true,
    };
    if answer == Answer::Na && !waivable {
        app.say(t::waiver_not_allowed());
        return Vec::new();
    }
    let day = walk.answer_day(today);
    let changed = walk.edit(&key, |entry| {
        entry.given = Some(Given::Answer(answer));
        entry.answered = Some(day);
        if answer != Answer::Na {
            entry.reason = None;
        }
    });
    let explain = answer == Answer::Na && matches!(key, Key::Criterion(_));
    if explain {
        let at = walk.entry(&key).reason.and_then(|r| Reason::ALL.iter().position(|other| *other == r));
        app.layers.push(Layer::Reason(key, at.unwrap_or_default()));
    } else {
        move_on(walk);
    }
    if changed { vec![Effect::Save] } else { Vec::new() }
}

/// To the next item, its text from the start.
pub(super) fn move_on(walk: &mut Walk) {
    walk.outline.next_item();
    walk.scroll = 0;
}

fn clear(app: &mut App) -> Vec<Effect> {
    let Some(key) = item(app, t::k_clear) else { return Vec::new() };
    let Some(walk) = &mut app.walk else { return Vec::new() };
    let changed = walk.edit(&key, |entry| {
        entry.given = None;
        entry.answered = None;
        entry.reason = None;
    });
    if changed { vec![Effect::Save] } else { Vec::new() }
}

fn ask(app: &mut App, asks: Asks) -> Vec<Effect> {
    let name = match asks {
        Asks::Owner => t::k_owner,
        Asks::Due => t::k_due,
        Asks::Value => t::k_value,
        Asks::Target => t::k_target,
    };
    if let Some(key) = item(app, name) {
        let metric = matches!(key, Key::Metric(_));
        match (asks, metric) {
            (Asks::Value | Asks::Target, false) => app.say(t::only_metrics()),
            (Asks::Owner | Asks::Due, true) => app.say(t::only_answers()),
            _ => dialogs::open_prompt(app, asks, key, None),
        }
    }
    Vec::new()
}

/// A key that no command is bound to, where commands are typed: a digit starts a metric's value, and chooses a reason.
fn other_key(app: &mut App, context: Context, pressed: Pressed) -> Vec<Effect> {
    let KeyCode::Char(c) = pressed.code else { return Vec::new() };
    match context {
        Context::Walk if !pressed.ctrl && (c.is_ascii_digit() || c == '.' || c == '-') => {
            if let Some(key @ Key::Metric(_)) = app.walk.as_ref().and_then(|walk| walk.outline.key().cloned())
                && !refuses_edits(app)
            {
                dialogs::open_prompt(app, Asks::Value, key, Some(c));
            }
        }
        Context::Reason => {
            let choice = c.to_digit(10).and_then(|digit| usize::try_from(digit).ok()).unwrap_or_default();
            if (1..=Reason::ALL.len()).contains(&choice) {
                if let Some(Layer::Reason(_, at)) = app.layers.last_mut() {
                    *at = choice - 1;
                }
                return dialogs::choose_reason(app);
            }
        }
        _ => {}
    }
    Vec::new()
}

fn type_key(app: &mut App, event: KeyEvent) {
    match app.layers.last_mut() {
        Some(Layer::Note(_, field)) => field.key(event),
        Some(Layer::Prompt(prompt)) => {
            prompt.error = None;
            prompt.field.key(event);
        }
        Some(Layer::EvidenceForm(form)) => {
            form.error = None;
            form.field().into_iter().for_each(|field| field.key(event));
        }
        Some(Layer::Form(form)) => {
            form.error = None;
            form.field().into_iter().for_each(|field| field.key(event));
        }
        _ => {}
    }
}

fn travel(app: &mut App, back: bool) -> Vec<Effect> {
    let Some(walk) = &mut app.walk else { return Vec::new() };
    let edit = if back { walk.edits.undo() } else { walk.edits.redo() };
    let Some(edit) = edit else {
        app.say(if back { t::nothing_to_undo() } else { t::nothing_to_redo() });
        return Vec::new();
    };
    let title = walk.card.checklist.title(&edit.key).cloned().unwrap_or_else(|| Text::plain(edit.key.to_string()));
    walk.outline.go_to(&edit.key);
    walk.scroll = 0;
    let entry = edit.turned(back, walk.entry(&edit.key));
    walk.put(edit.key, entry);
    app.say(Text::each(|lang| {
        let title = title.get(lang);
        let text = if back { t::undone(title) } else { t::redone(title) };
        text.get(lang).to_owned()
    }));
    vec![Effect::Save]
}

fn accept(app: &mut App) -> Vec<Effect> {
    match app.layers.last() {
        None => enter(app),
        Some(Layer::Plan(plan)) => {
            let at = plan.at;
            if let Some(walk) = &mut app.walk
                && let Some(gap) = walk.card.plan.gaps.get(at)
            {
                walk.outline.go_to(&Key::Criterion(gap.criterion.clone()));
                walk.scroll = 0;
                app.layers.clear();
            }
            Vec::new()
        }
        Some(Layer::Home(home)) => match home.rows.get(home.at) {
            Some(row) => vec![Effect::Open(row.path.clone())],
            None => update(app, Action::New, KeyEvent::from(KeyCode::Enter)),
        },
        Some(Layer::Evidence(..)) => {
            dialogs::edit_evidence(app);
            Vec::new()
        }
        Some(Layer::Reason(..)) => dialogs::choose_reason(app),
        Some(Layer::Finish) => {
            app.layers.pop();
            if let Some(walk) = &mut app.walk {
                walk.set_status(Status::Final);
                app.say(t::made_final());
            }
            vec![Effect::Save]
        }
        Some(Layer::Prompt(_)) => dialogs::keep_prompt(app),
        Some(Layer::EvidenceForm(_)) => dialogs::keep_evidence(app),
        Some(Layer::Form(_)) => form::enter(app),
        Some(Layer::Score(_) | Layer::Help(..) | Layer::Note(..) | Layer::Compare(_) | Layer::Trend(..)) => Vec::new(),
    }
}

/// Enter in the walk: a group folds, a metric asks for its value, a carried answer is confirmed; on a narrow screen the
/// outline gives way to the item.
fn enter(app: &mut App) -> Vec<Effect> {
    let narrow_outline = view::is_narrow_outline(app);
    let today = app.today;
    let Some(walk) = &mut app.walk else { return Vec::new() };
    match walk.outline.current().cloned() {
        Some(Node::Group(..)) => walk.outline.toggle(),
        Some(Node::Item(_)) if narrow_outline => walk.toggled = !walk.toggled,
        Some(Node::Item(key)) if walk.card.assessment.is_carried(&key) && !walk.is_final() => {
            let day = walk.answer_day(today);
            walk.edit(&key, |entry| entry.answered = Some(day));
            move_on(walk);
            return vec![Effect::Save];
        }
        Some(Node::Item(Key::Metric(_))) if walk.is_final() => app.say(t::is_final()),
        Some(Node::Item(key @ Key::Metric(_))) => dialogs::open_prompt(app, Asks::Value, key, None),
        Some(Node::Item(_)) | None => {}
    }
    Vec::new()
}

fn done(app: &mut App) -> Vec<Effect> {
    match app.layers.last() {
        Some(Layer::Note(..)) => dialogs::keep_note(app),
        Some(Layer::Form(_)) => form::start(app),
        _ => Vec::new(),
    }
}

fn close(app: &mut App) {
    // The first Esc is for the message: it may hide what lies under it.
    if app.notice.take().is_some_and(|notice| notice.is_lasting()) {
        return;
    }
    let closed = app.layers.pop();
    if let (Some(Layer::Reason(..)), Some(walk)) = (&closed, &mut app.walk) {
        move_on(walk);
    }
    if app.layers.is_empty() && app.walk.is_none() {
        app.leaving = true;
    }
}
