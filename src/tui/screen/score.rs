//! The score: what `score` prints, and below it everything that the level does not say.

use super::Turn;
use super::plan::Plan;
use crate::page::{document::Document, score};
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::reader::{Page, Reader};

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

    fn page<'a>(&'a self, app: &'a App, _width: usize) -> Document<'a> {
        app.walk().map_or_else(Document::default, |walk| score::in_full(&walk.card, app.lang))
    }

    fn reader(&self) -> &Reader {
        &self.reader
    }

    fn reader_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }

    fn turn(&mut self, asked: Action) -> Option<Turn> {
        (asked == Action::Plan).then(|| Turn::instead(Plan::default()))
    }
}
