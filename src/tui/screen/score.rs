//! The score: what `score` prints, and below it everything that the level does not say.

use super::export::Export;
use super::plan::Plan;
use super::{Then, Turn};
use crate::page::{document::Document, score};
use crate::report::Sheet;
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::reader::{Page, Reader};
use crate::tui::view;

/// The score screen.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// How it is being read.
    pub reader: Reader,
}

impl Page for Score {
    fn context(&self) -> Context {
        Context::Score
    }

    fn page<'a>(&'a self, app: &'a App, width: usize) -> Document<'a> {
        let rows = usize::from(view::middle(app).height);
        app.walk().map_or_else(Document::default, |walk| score::on_screen(&walk.card, (width, rows), app.lang))
    }

    fn in_full<'a>(&'a self, app: &'a App, _width: usize) -> Document<'a> {
        app.walk().map_or_else(Document::default, |walk| score::page(&walk.card, app.lang))
    }

    fn reader(&self) -> &Reader {
        &self.reader
    }

    fn reader_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }

    fn turn(&mut self, asked: Action, _sheet: &Sheet) -> Option<Turn> {
        match asked {
            Action::Plan => Some(Turn::instead(Plan::default())),
            Action::WhatIf => Some(Then::Do(asked).into()),
            Action::Export => Some(Turn::over(Export::default())),
            _ => None,
        }
    }
}
