//! The plan: gap by gap what to do, what proves it, what shows it, who and where.

use super::Turn;
use super::score::Score;
use crate::page::{document::Document, plan};
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::reader::{Page, Reader};

/// The plan screen.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// How it is being read.
    pub reader: Reader,
}

impl Page for Plan {
    fn context(&self) -> Context {
        Context::Plan
    }

    fn page<'a>(&'a self, app: &'a App, _width: usize) -> Document<'a> {
        app.walk().map_or_else(Document::default, |walk| plan::page(&walk.card, app.lang))
    }

    fn reader(&self) -> &Reader {
        &self.reader
    }

    fn reader_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }

    fn turn(&mut self, asked: Action) -> Option<Turn> {
        (asked == Action::Score).then(|| Turn::instead(Score::default()))
    }
}
