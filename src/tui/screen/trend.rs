//! The team's level, progress and metrics over time, as `history` prints them.

use crate::history::History;
use crate::page::document::Document;
use crate::page::trend;
use crate::tui::action::Context;
use crate::tui::app::App;
use crate::tui::reader::{Page, Reader};

/// The trend screen.
#[derive(Clone, Debug)]
pub struct Trend {
    reader: Reader,
    history: History,
}

impl Trend {
    /// The trend of a history.
    pub fn new(history: History) -> Self {
        Self { reader: Reader::default(), history }
    }
}

impl Page for Trend {
    fn context(&self) -> Context {
        Context::Trend
    }

    fn page<'a>(&'a self, app: &'a App, _width: usize) -> Document<'a> {
        let Some(walk) = app.walk() else { return Document::default() };
        let (team, checklist) = (&walk.card.assessment.team, &walk.card.checklist);
        trend::page(trend::Trend { team, history: &self.history, checklist, today: app.today }, app.lang)
    }

    fn reader(&self) -> &Reader {
        &self.reader
    }

    fn reader_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }
}
