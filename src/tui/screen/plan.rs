//! The plan: gap by gap what to do, what proves it, what shows it, who and where.

use std::collections::HashSet;

use super::score::Score;
use super::{Then, Turn};
use crate::model::{Id, Key};
use crate::page::{document::Document, plan};
use crate::report::Sheet;
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::reader::{Page, Reader};

/// The plan screen.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// How it is being read.
    pub reader: Reader,
    /// The gaps that are shown in full.
    open: HashSet<Id>,
    /// Whether all of them are.
    whole: bool,
}

impl Page for Plan {
    fn context(&self) -> Context {
        Context::Plan
    }

    fn page<'a>(&'a self, app: &'a App, _width: usize) -> Document<'a> {
        let open = |id: &Id| self.whole || self.open.contains(id);
        app.walk().map_or_else(Document::default, |walk| plan::on_screen(&walk.card, open, app.lang))
    }

    fn in_full<'a>(&'a self, app: &'a App, _width: usize) -> Document<'a> {
        app.walk().map_or_else(Document::default, |walk| plan::page(&walk.card, app.lang))
    }

    fn reader(&self) -> &Reader {
        &self.reader
    }

    fn reader_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }

    fn turn(&mut self, asked: Action, sheet: &Sheet, _app: &App) -> Option<Turn> {
        match asked {
            Action::Score => return Some(Turn::instead(Score::default())),
            Action::WhatIf => return Some(Then::Do(asked).into()),
            Action::FoldAll => {
                self.whole = !self.whole;
                self.open.clear();
            }
            Action::Left | Action::Right => {
                let Some(Key::Criterion(id)) = self.reader.outer(sheet) else { return Some(Turn::stay()) };
                if asked == Action::Right {
                    self.open.insert(id);
                } else {
                    self.open.remove(&id);
                }
            }
            _ => return None,
        }
        self.reader.anew();
        Some(Turn::stay())
    }
}
