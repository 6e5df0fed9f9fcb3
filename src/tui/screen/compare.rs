//! What changed since an earlier assessment: every item in two columns where there is room, then what `diff` prints.

use crate::diff::{Diff, diff};
use crate::page::comparison::{self, Compared};
use crate::page::document::{Block, Document};
use crate::scorecard::Scorecard;
use crate::tui::action::Context;
use crate::tui::app::App;
use crate::tui::reader::{Page, Reader};

/// The width below which there is no room for two columns.
const ROOM: usize = 56;

/// What changed since an earlier assessment.
#[derive(Clone, Debug)]
pub struct Compare {
    /// How it is being read.
    pub reader: Reader,
    /// The earlier assessment.
    old: Scorecard,
    /// What differs.
    diff: Diff,
}

impl Compare {
    /// What changed from `old` to `new`.
    pub fn new(old: Scorecard, new: &Scorecard) -> Self {
        let diff = diff(&old, new);
        Self { reader: Reader::default(), old, diff }
    }
}

impl Page for Compare {
    fn context(&self) -> Context {
        Context::Compare
    }

    fn page<'a>(&'a self, app: &'a App, width: usize) -> Document<'a> {
        let Some(walk) = app.walk() else { return Document::default() };
        let compared = Compared { old: &self.old, new: &walk.card, diff: &self.diff };
        let told = comparison::page(compared, app.lang);
        if width < ROOM || self.diff.items.is_empty() {
            return told;
        }
        let mut page = comparison::side_by_side(compared, app.lang);
        page.push(Block::Space);
        page.blocks.extend(told.blocks);
        page
    }

    fn reader(&self) -> &Reader {
        &self.reader
    }

    fn reader_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }
}
