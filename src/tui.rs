//! The interactive walk: events in, state, screens out.
//!
//! [`update`] is pure: it turns keys into the next state and the effects that it asks for. [`effect`] alone reads and
//! writes. [`view`] draws the state. This page holds the loop that joins them.

pub mod action;
pub mod app;
mod background;
pub mod clipboard;
mod context;
mod dialog;
pub mod effect;
pub mod field;
pub mod input;
pub mod keymap;
mod list;
pub mod mouse;
pub mod painter;
pub mod reader;
mod sample;
pub mod screen;
pub mod terminal;
pub mod tree;
pub mod update;
pub mod view;
mod when;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use jiff::civil::Date;
use ratatui::crossterm::event::{self, Event};

use self::app::{App, Last, Saved};
use self::background::{Heard, Listener};
use self::effect::editor::Editing;
use self::effect::{Start, World};
use self::keymap::Keymap;
use self::terminal::Display;
use self::update::{Effect, Outcome};
use crate::error::{Error, Result};
use crate::i18n::{Lang, say};
use crate::model::Key;
use crate::store::Store;
use crate::style::Theme;

/// How long the loop sleeps when nothing happens, before it looks at signals again.
const IDLE: Duration = Duration::from_millis(400);
/// How long answers may wait for the disk while keys keep coming; well under the second that is promised.
const SAVE_WITHIN: Duration = Duration::from_millis(250);
/// How long another program may keep the file locked before that is said.
const LOCKED_FOR: Duration = Duration::from_secs(2);
/// How long after a failed save the next one is tried.
const RETRY_AFTER: Duration = Duration::from_secs(2);

/// What the interactive program needs to know.
#[derive(Debug)]
pub struct Options {
    /// The language to start in.
    pub lang: Lang,
    /// How meanings look.
    pub theme: Theme,
    /// Whether an answer goes on to the next item by itself.
    pub auto_advance: bool,
    /// The keys of commands.
    pub keymap: Keymap,
    /// Whether the terminal is asked to tell of the mouse.
    pub mouse: bool,
    /// The day.
    pub today: Date,
    /// Where assessments are kept.
    pub store: Store,
    /// What to start with.
    pub start: Start,
}

/// Runs the interactive program until it is left; gives the file of the assessment that was open last.
///
/// # Errors
///
/// Without a terminal; when the store or the assessment cannot be read; when answers could not be saved to the end.
pub fn run(options: Options) -> Result<Option<PathBuf>> {
    let mut world = World::new(options.store);
    let mut app = App::new(options.lang, options.theme, options.today, world.place());
    app.auto_advance = options.auto_advance;
    app.keymap = options.keymap;
    app.mouse.on = options.mouse;
    world.start(&mut app, options.start)?;
    // A signal that comes before the terminal is taken must not find it half taken.
    let signals = Signals::watch()?;
    terminal::watch(Arc::clone(&signals.end)).map_err(|e| failed(&e))?;
    let mut program = Program {
        app,
        world,
        signals,
        display: Display::take(options.mouse)?,
        listener: Listener::default(),
        typed: VecDeque::new(),
        dirty_since: None,
        tried: None,
        begun: Instant::now(),
        locked_since: None,
        refused: false,
    };
    program.run()?;
    Ok(program.world.path())
}

/// The signals that end or resume the program.
#[derive(Default)]
struct Signals {
    end: Arc<AtomicBool>,
    /// What a terminal sends on Ctrl-C and Ctrl-\.
    interrupt: Arc<AtomicBool>,
    resume: Arc<AtomicBool>,
}

impl Signals {
    #[cfg(unix)]
    fn watch() -> Result<Self> {
        use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM};
        let signals = Self::default();
        let watched = [
            (SIGTERM, &signals.end),
            (SIGHUP, &signals.end),
            (SIGINT, &signals.interrupt),
            (SIGQUIT, &signals.interrupt),
            (SIGCONT, &signals.resume),
        ];
        for (signal, flag) in watched {
            signal_hook::flag::register(signal, Arc::clone(flag)).map_err(|e| failed(&e))?;
        }
        Ok(signals)
    }

    #[cfg(not(unix))]
    fn watch() -> Result<Self> {
        Ok(Self::default())
    }
}

impl Signals {
    /// Whether one of them ends the program.
    fn are_to_end(&self) -> bool {
        self.end.load(Ordering::SeqCst) || self.interrupt.load(Ordering::SeqCst)
    }
}

fn failed(source: &std::io::Error) -> Error {
    Error::new(say::terminal(source))
}

struct Program {
    app: App,
    world: World,
    signals: Signals,
    display: Display,
    /// Hears what the terminal has behind the text.
    listener: Listener,
    /// What came while that was waited for.
    typed: VecDeque<Event>,
    /// Since when there have been answers that are not on disk.
    dirty_since: Option<Instant>,
    /// When a save was last tried and failed.
    tried: Option<Instant>,
    /// When the program began.
    begun: Instant,
    /// Since when another program has kept the file locked.
    locked_since: Option<Instant>,
    /// Whether leaving was refused once because the answers are not saved.
    refused: bool,
}

impl Program {
    /// Runs until the program is left, a signal ends it, or its terminal is gone. However it ends, the answers are on
    /// disk afterwards, or in a copy that the error names.
    fn run(&mut self) -> Result<()> {
        self.measure();
        let ended = self.turn();
        self.hear_out();
        // A note that is being typed is kept; nothing else is asked for here.
        update::leave(&mut self.app);
        self.last_save()?;
        ended
    }

    fn turn(&mut self) -> Result<()> {
        let mut stale = true;
        let mut ask = self.app.theme.asks_for_ground() && background::may_be_asked();
        loop {
            if self.signals.are_to_end() || !terminal::wait(Duration::ZERO) {
                return Ok(());
            }
            // Keys that are already there come first: a frame that nobody could see is not drawn.
            let waiting = !self.typed.is_empty() || event::poll(Duration::ZERO).map_err(|e| failed(&e))?;
            if stale && !waiting {
                // With the first frame, which does not wait for the answer.
                if std::mem::take(&mut ask) {
                    self.display.ask_for_background()?;
                    self.listener.asked(Instant::now());
                }
                self.display.draw(&self.app)?;
                stale = false;
                // Nobody waits for this to see the first screen.
                if self.app.walk().is_some_and(|walk| matches!(walk.last, Last::Unknown)) {
                    let outcome = self.world.last_time(&self.app);
                    self.take(outcome);
                    stale = self.app.walk().is_some_and(|walk| walk.last().is_some());
                    continue;
                }
                screen::walk::foresee(&self.app);
            }
            let late = self.dirty_since.is_some_and(|since| since.elapsed() >= SAVE_WITHIN);
            let pause = if self.locked_since.is_some() { IDLE } else { RETRY_AFTER };
            let again = self.tried.is_some_and(|tried| tried.elapsed() >= pause);
            if (self.dirty_since.is_some() && (!waiting || late)) || again {
                self.save();
                stale = true;
                continue;
            }
            let held = self.listener.holds(Instant::now());
            if !waiting && !terminal::wait(held.unwrap_or(IDLE).min(IDLE)) {
                return Ok(());
            }
            stale |= self.tick();
            self.typed.extend(self.listener.overdue(Instant::now()));
            if self.typed.is_empty() {
                if event::poll(Duration::ZERO).map_err(|e| failed(&e))? {
                    stale |= self.hear(event::read().map_err(|e| failed(&e))?);
                } else {
                    terminal::report_unread_keys();
                }
            }
            if let Some(event) = self.typed.pop_front() {
                self.event(event)?;
                stale = true;
            }
            if self.signals.resume.swap(false, Ordering::SeqCst) {
                self.display.resume()?;
                stale = true;
            }
            if self.app.leaving {
                if self.refused || self.is_saved() {
                    return Ok(());
                }
                self.save();
                if self.is_saved() {
                    return Ok(());
                }
                self.refused = true;
                self.app.leaving = false;
                self.app.warn(say::leave_again());
            }
        }
    }

    /// Tells the time; says whether that is seen.
    fn tick(&mut self) -> bool {
        let before = self.app.minutes();
        self.app.elapsed = self.begun.elapsed();
        before != self.app.minutes()
    }

    /// Puts what was typed among what is to be done; says whether the terminal has told what is behind the text.
    fn hear(&mut self, event: Event) -> bool {
        // A frame for every cell that the pointer passes would be one for nothing.
        if matches!(event, Event::Mouse(event) if !mouse::is_meant(event)) {
            return false;
        }
        let Heard { typed, ground } = self.listener.hear(event, Instant::now());
        self.typed.extend(typed);
        self.app.theme.ground = ground.or(self.app.theme.ground);
        ground.is_some()
    }

    /// Waits for an answer that is on its way: whoever has the terminal next would find it among their keys.
    fn hear_out(&mut self) {
        while let Some(left) = self.listener.expects(Instant::now()) {
            let there = terminal::wait(left) && matches!(event::poll(Duration::ZERO), Ok(true));
            let Some(event) = there.then(event::read).and_then(std::result::Result::ok) else { return };
            self.hear(event);
        }
    }

    fn event(&mut self, event: Event) -> Result<()> {
        let effects = match event {
            Event::Key(key) => update::key(&mut self.app, key),
            Event::Paste(pasted) => {
                update::paste(&mut self.app, &pasted);
                Vec::new()
            }
            Event::Resize(columns, rows) => {
                self.app.size = (columns, rows);
                // A terminal that became smaller and is as large again has forgotten what it cut off.
                vec![Effect::Redraw]
            }
            Event::Mouse(event) => mouse::mouse(&mut self.app, event),
            Event::FocusGained | Event::FocusLost => Vec::new(),
        };
        self.perform(effects)
    }

    fn perform(&mut self, effects: Vec<Effect>) -> Result<()> {
        for effect in effects {
            // Whatever takes the walk away, or the program off the screen, finds the answers on disk.
            if self.dirty_since.is_some() && !matches!(effect, Effect::Save | Effect::Redraw) {
                self.save();
            }
            match effect {
                Effect::Save => {
                    self.refused = false;
                    self.dirty_since.get_or_insert_with(Instant::now);
                }
                Effect::List => {
                    let outcome = self.world.list();
                    self.take(outcome);
                }
                Effect::Open(path) if self.is_saved() => {
                    let outcome = self.world.open(&path);
                    self.take(outcome);
                }
                Effect::Create(draft) if self.is_saved() => {
                    let outcome = self.world.create(&draft);
                    self.take(outcome);
                }
                Effect::Trend => {
                    let outcome = self.world.trend();
                    self.take(outcome);
                }
                Effect::Before => {
                    let outcome = self.world.before();
                    self.take(outcome);
                }
                Effect::Discard(path) if self.is_saved() => {
                    let outcome = self.world.discard(&path);
                    self.take(outcome);
                }
                Effect::Rename(path, name) if self.is_saved() => {
                    let outcome = self.world.rename(path, &name);
                    self.take(outcome);
                }
                Effect::Sample if self.is_saved() => {
                    let outcome = self.world.sample(self.app.lang, self.app.today);
                    self.take(outcome);
                }
                Effect::Form => {
                    let outcome = self.world.form(self.app.today);
                    self.take(outcome);
                }
                Effect::Restore => {
                    let outcome = self.world.restore();
                    self.take(outcome);
                }
                Effect::Report(path) => {
                    let outcome = self.world.report(&self.app, &path);
                    self.take(outcome);
                }
                // Another walk, or none, would drop answers that are only in memory.
                Effect::Open(_) | Effect::Create(_) | Effect::Discard(_) | Effect::Rename(..) | Effect::Sample => {
                    self.app.say(say::save_first());
                }
                Effect::Edit(key, note) if self.is_saved() => self.edit(key, &note)?,
                Effect::Edit(..) => self.app.say(say::editor_waits()),
                Effect::Follow(reference) => {
                    let outcome = self.world.follow(&reference);
                    self.take(outcome);
                }
                Effect::Show(path) => self.take(World::show(&path)),
                Effect::Copy(text) => self.display.copy(&text)?,
                Effect::Export(format) => {
                    let outcome = self.world.export(&self.app, format);
                    self.take(outcome);
                }
                Effect::Suspend => {
                    self.hear_out();
                    self.display.suspend()?;
                }
                Effect::Redraw => self.display.redraw()?,
            }
        }
        Ok(())
    }

    /// Has a note written in the user's editor, which has the terminal meanwhile.
    fn edit(&mut self, key: Key, note: &str) -> Result<()> {
        let editing = match Editing::new(key, note) {
            Ok(editing) => editing,
            Err(error) => {
                self.take(Outcome::Failed(error));
                return Ok(());
            }
        };
        self.hear_out();
        let signals = &self.signals;
        let has_to_end = || signals.end.load(Ordering::SeqCst);
        let is_there = || !has_to_end() && terminal::wait(Duration::ZERO);
        let outcome = self.display.lend(|| editing.run(has_to_end), is_there)?;
        // What the editor was interrupted by, or stopped with, was meant for the editor.
        signals.interrupt.store(false, Ordering::SeqCst);
        signals.resume.store(false, Ordering::SeqCst);
        self.measure();
        self.take(outcome);
        Ok(())
    }

    /// Takes note of the terminal's size.
    fn measure(&mut self) {
        if let Ok(size) = ratatui::crossterm::terminal::size() {
            self.app.size = size;
        }
    }

    fn take(&mut self, outcome: Outcome) {
        update::outcome(&mut self.app, outcome);
        // What an editor wrote is an edit too; no outcome asks for anything else.
        if self.app.walk().is_some_and(|walk| walk.saved == Saved::Pending) && self.tried.is_none() {
            self.dirty_since.get_or_insert_with(Instant::now);
        }
    }

    fn is_saved(&self) -> bool {
        self.app.walk.as_ref().is_none_or(|walk| matches!(walk.saved, Saved::Yes(_) | Saved::Never))
    }

    fn save(&mut self) {
        self.dirty_since = None;
        self.tried = None;
        let Some(outcome) = self.world.save(&self.app, false) else { return };
        let outcome = match outcome {
            // Somebody who saves is done in a moment; who is not, is named, and the answers wait.
            Outcome::Locked(error) => {
                let since = *self.locked_since.get_or_insert_with(Instant::now);
                if since.elapsed() < LOCKED_FOR { Outcome::Locked(error) } else { Outcome::NotSaved(error) }
            }
            other => {
                self.locked_since = None;
                other
            }
        };
        if matches!(outcome, Outcome::Locked(_) | Outcome::NotSaved(_)) {
            self.tried = Some(Instant::now());
        }
        self.take(outcome);
    }

    /// Saves what is not saved yet, because the program ends; what cannot be saved is put aside.
    fn last_save(&mut self) -> Result<()> {
        if self.is_saved() {
            return Ok(());
        }
        match self.world.save(&self.app, true) {
            Some(Outcome::NotSaved(error)) => {
                update::outcome(&mut self.app, Outcome::NotSaved(error.clone()));
                Err(self.world.rescue(&self.app, error))
            }
            Some(_) | None => Ok(()),
        }
    }
}
