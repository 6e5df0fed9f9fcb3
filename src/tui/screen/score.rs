//! The score: what `score` prints, and below it everything that the level does not say.

use std::collections::HashMap;

use super::export::Export;
use super::plan::Plan;
use super::{Then, Turn};
use crate::model::{Checklist, Id};
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
    /// Which areas show what is in them, and which do not; of the others that decides for which there is room.
    open: HashMap<Id, bool>,
    /// Whether all of the others do, or none.
    all: Option<bool>,
}

impl Score {
    /// Shows what is in the area under the cursor, or not; where there is nothing to hide, hides what is beside it too.
    fn fold(&mut self, open: bool, sheet: &Sheet, checklist: &Checklist) {
        let stops = sheet.stops();
        let Some((at, area)) = self.reader.at().and_then(|at| Some((at, stops.get(at)?.area.as_ref()?))) else {
            return;
        };
        let parent = |area: &Id| checklist.area(area).and_then(|area| area.parent.as_ref());
        let below = stops.get(at + 1).and_then(|stop| stop.area.as_ref());
        let is_open = below.is_some_and(|below| parent(below) == Some(area));
        if open || is_open {
            self.open.insert(area.clone(), open);
        } else if let Some(parent) = parent(area) {
            self.open.insert(parent.clone(), false);
            let up = stops.iter().take(at).rposition(|stop| stop.area.as_ref() == Some(parent));
            if let Some(at) = up {
                self.reader.point(at);
            }
        }
    }
}

impl Page for Score {
    fn context(&self) -> Context {
        Context::Score
    }

    fn page<'a>(&'a self, app: &'a App, width: usize) -> Document<'a> {
        let rows = usize::from(view::middle(app).height);
        app.walk().map_or_else(Document::default, |walk| {
            let open = |id: &Id| self.open.get(id).copied().or(self.all);
            score::on_screen(&walk.card, (width, rows), open, app.lang)
        })
    }

    fn in_full<'a>(&'a self, app: &'a App, width: usize) -> Document<'a> {
        app.walk().map_or_else(Document::default, |walk| score::page(&walk.card, width, app.lang))
    }

    fn reader(&self) -> &Reader {
        &self.reader
    }

    fn reader_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }

    fn turn(&mut self, asked: Action, sheet: &Sheet, app: &App) -> Option<Turn> {
        match asked {
            Action::FoldAll => {
                self.all = Some(self.all != Some(true));
                self.open.clear();
                self.reader.from_the_start();
                self.reader.anew();
                Some(Turn::stay())
            }
            Action::Left | Action::Right => {
                let walk = app.walk()?;
                self.fold(asked == Action::Right, sheet, &walk.card.checklist);
                self.reader.anew();
                Some(Turn::stay())
            }
            Action::Plan => Some(Turn::instead(Plan::default())),
            Action::WhatIf => Some(Then::Do(asked).into()),
            Action::Export => Some(Turn::over(Export::default())),
            _ => None,
        }
    }
}
