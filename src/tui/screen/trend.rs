//! A team's level, progress and metrics over time, as `history` prints them.

use std::sync::Arc;

use crate::history::History;
use crate::model::Checklist;
use crate::page::document::Document;
use crate::page::trend;
use crate::scorecard::Scorecard;
use crate::tui::action::Context;
use crate::tui::app::App;
use crate::tui::reader::{Page, Reader};

/// The trend screen.
#[derive(Clone, Debug)]
pub struct Trend {
    reader: Reader,
    history: History,
    team: String,
    checklist: Arc<Checklist>,
}

impl Trend {
    /// The trend of a team's history; `card` names the team and the items.
    pub fn new(history: History, card: &Scorecard) -> Self {
        let (team, checklist) = (card.assessment.team.clone(), Arc::clone(&card.checklist));
        Self { reader: Reader::default(), history, team, checklist }
    }
}

impl Page for Trend {
    fn context(&self) -> Context {
        Context::Trend
    }

    fn page<'a>(&'a self, app: &'a App, _width: usize) -> Document<'a> {
        let Self { history, team, checklist, .. } = self;
        trend::page(trend::Trend { team, history, checklist, today: app.today }, app.lang)
    }

    fn reader(&self) -> &Reader {
        &self.reader
    }

    fn reader_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }
}
