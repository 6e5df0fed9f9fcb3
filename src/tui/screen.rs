//! The screens that lie over the walk, one file each: its state, what keys do in it, what it shows.
//!
//! A new one is a file, a row of `screens!` below, rows of the table of commands, and its words.

mod act;
pub mod card;
pub mod compare;
pub mod delete;
pub mod details;
pub mod evidence;
pub mod evidence_form;
pub mod export;
pub mod facilitate;
pub mod filter;
pub mod find;
pub mod finish;
pub mod form;
pub mod help;
pub mod home;
pub mod milestone;
pub mod note;
pub mod palette;
pub mod plan;
pub mod portfolio;
pub mod prompt;
pub mod reason;
pub mod rename;
pub mod score;
pub mod table;
pub mod trend;
pub mod trouble;
pub mod walk;
pub mod what_if;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::action::{Action, Context};
use super::app::App;
use super::field::Field;
use super::input::Stroke;
use super::update::{Effect, Outcome};
use crate::model::Key;

/// What a screen is.
pub trait Screen {
    /// Which keys it has.
    fn context(&self) -> Context;

    /// Whether it takes the place of the walk; otherwise it is a box over it.
    fn fills(&self) -> bool {
        true
    }

    /// Whether it stands alone, without the team and the level above it.
    fn stands_alone(&self) -> bool {
        false
    }

    /// Does what was asked for. It is not among the layers of `app` while it does.
    fn update(&mut self, asked: Action, event: KeyEvent, app: &mut App) -> Turn;

    /// Takes a stroke that no command is bound to, where nothing is typed; `None` if it means nothing here.
    fn other(&mut self, _stroke: Stroke, _app: &mut App) -> Option<Turn> {
        None
    }

    /// Is on the screen again, after the walk was.
    fn returned(&mut self, _app: &mut App) {}

    /// Goes without what was asked for.
    fn closed(&mut self, _app: &mut App) {}

    /// The item under the cursor, where it is not the walk's.
    fn item(&self) -> Option<&Key> {
        None
    }

    /// Goes on from the item under the cursor; gives what takes its place, if anything does.
    fn go_on(&mut self, _app: &mut App) -> Option<Layer> {
        None
    }

    /// Puts the cursor on a row that it has drawn.
    fn point(&mut self, _row: usize, _app: &mut App) {}

    /// Scrolls its text by some lines; says whether it has one.
    fn scroll(&mut self, _up: bool, _app: &mut App) -> bool {
        false
    }

    /// Whether the cursor is on a choice, of which Left and Right take another.
    fn chooses(&self) -> bool {
        false
    }

    /// What is typed in.
    fn field(&mut self) -> Option<&mut Field> {
        None
    }

    /// Takes note that what is typed has changed.
    fn typed(&mut self) {}

    /// Takes what the outside world answers; gives back what is not for it.
    fn hear(&mut self, outcome: Outcome, _app: &mut App) -> Option<Outcome> {
        Some(outcome)
    }

    /// Draws it into `area`, a box anywhere on the screen; returns where the terminal's cursor belongs, if anywhere.
    fn draw(&self, app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position>;
}

/// What becomes of a screen after it took a key, and what the outside world is asked for.
#[derive(Debug)]
pub struct Turn {
    /// What only the outside world can do.
    pub effects: Vec<Effect>,
    /// What becomes of the screen.
    pub then: Then,
}

/// What becomes of a screen.
#[derive(Debug)]
pub enum Then {
    /// It stays on top.
    Stay,
    /// It goes.
    Close,
    /// Others lie over it, the last one on top.
    Over(Vec<Layer>),
    /// Another one takes its place.
    Instead(Layer),
    /// Every screen goes, to the walk.
    Walk,
    /// It goes, and what lies under it does this.
    Do(Action),
}

impl Turn {
    /// It stays, and nothing is asked for.
    pub fn stay() -> Self {
        Then::Stay.into()
    }

    /// It stays on top.
    pub fn with(effects: Vec<Effect>) -> Self {
        Self { effects, then: Then::Stay }
    }

    /// Another one lies over it.
    pub fn over(layer: impl Into<Layer>) -> Self {
        Then::Over(vec![layer.into()]).into()
    }

    /// Others lie over it, the last one on top.
    pub fn over_each(layers: Vec<Layer>) -> Self {
        Then::Over(layers).into()
    }

    /// Another one takes its place.
    pub fn instead(layer: impl Into<Layer>) -> Self {
        Then::Instead(layer.into()).into()
    }

    /// It goes.
    pub fn close(effects: Vec<Effect>) -> Self {
        Self { effects, then: Then::Close }
    }
}

impl From<Then> for Turn {
    fn from(then: Then) -> Self {
        Self { effects: Vec::new(), then }
    }
}

/// Makes the layers of the screens.
macro_rules! screens {
    ($($module:ident::$name:ident,)+) => {
        /// A screen that lies over the walk.
        #[derive(Clone, Debug)]
        pub enum Layer {
            $(
                #[doc = concat!("See [`", stringify!($module), "`].")]
                $name(Box<$module::$name>),
            )+
        }

        impl Layer {
            /// The screen.
            pub fn screen(&self) -> &dyn Screen {
                match self {
                    $(Self::$name(screen) => screen.as_ref(),)+
                }
            }

            /// The screen, to be changed.
            pub fn screen_mut(&mut self) -> &mut dyn Screen {
                match self {
                    $(Self::$name(screen) => screen.as_mut(),)+
                }
            }
        }

        $(
            impl From<$module::$name> for Layer {
                fn from(screen: $module::$name) -> Self {
                    Self::$name(Box::new(screen))
                }
            }
        )+
    };
}

screens! {
    score::Score,
    plan::Plan,
    help::Help,
    home::Home,
    form::Form,
    note::Note,
    prompt::Prompt,
    evidence::Evidence,
    evidence_form::EvidenceForm,
    reason::Reason,
    finish::Finish,
    details::Details,
    milestone::Milestone,
    find::Find,
    palette::Palette,
    card::Card,
    table::Table,
    filter::Filter,
    export::Export,
    compare::Compare,
    portfolio::Portfolio,
    trend::Trend,
    delete::Delete,
    rename::Rename,
    trouble::Trouble,
    what_if::WhatIf,
    facilitate::Facilitate,
}
