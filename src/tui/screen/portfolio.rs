//! The teams that the list shows on one sheet, as `portfolio` prints them.

use std::sync::Arc;

use crate::model::Level;
use crate::page::document::Document;
use crate::page::portfolio::{self, Wanted};
use crate::portfolio::Portfolio as Sheet;
use crate::scorecard::Scorecard;
use crate::tui::action::Context;
use crate::tui::app::App;
use crate::tui::reader::{Page, Reader};

/// The portfolio screen.
#[derive(Clone, Debug)]
pub struct Portfolio {
    reader: Reader,
    /// The newest assessment of each team, and the level of the one before it.
    teams: Vec<(Arc<Scorecard>, Option<Level>)>,
}

impl Portfolio {
    /// The portfolio of teams by their newest assessments, each with the level of the one before it.
    pub fn new(teams: Vec<(Arc<Scorecard>, Option<Level>)>) -> Self {
        Self { reader: Reader::default(), teams }
    }
}

impl Page for Portfolio {
    fn context(&self) -> Context {
        Context::Portfolio
    }

    fn page<'a>(&'a self, app: &'a App, _width: usize) -> Document<'a> {
        let teams = self.teams.iter().map(|(card, was)| (&**card, *was));
        portfolio::page(&Sheet::of(teams, app.today), Wanted::of(app.lang))
    }

    fn reader(&self) -> &Reader {
        &self.reader
    }

    fn reader_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }
}
