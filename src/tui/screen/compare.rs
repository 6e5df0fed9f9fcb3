//! What changed since an earlier assessment, or what two assessments say: what `diff --all` prints.

use std::sync::Arc;

use crate::diff::{Diff, diff};
use crate::page::comparison::{self, Compared};
use crate::page::document::Document;
use crate::scorecard::Scorecard;
use crate::tui::action::Context;
use crate::tui::app::App;
use crate::tui::reader::{Page, Reader};

/// Two assessments compared.
#[derive(Clone, Debug)]
pub struct Compare {
    /// How it is being read.
    pub reader: Reader,
    /// The earlier assessment.
    old: Scorecard,
    /// The later one; `None` for the one that is walked.
    new: Option<Arc<Scorecard>>,
    /// What differs.
    diff: Diff,
}

impl Compare {
    /// What changed from `old` to `new`, which is walked.
    pub fn new(old: Scorecard, new: &Scorecard) -> Self {
        let diff = diff(&old, new);
        Self { reader: Reader::default(), old, new: None, diff }
    }

    /// What differs between any two.
    pub fn of(old: &Scorecard, new: &Arc<Scorecard>) -> Self {
        Self { new: Some(Arc::clone(new)), ..Self::new(old.clone(), new) }
    }

    /// Whether its items are those of the walk.
    pub fn is_of_the_walk(&self) -> bool {
        self.new.is_none()
    }
}

impl Page for Compare {
    fn context(&self) -> Context {
        Context::Compare
    }

    fn page<'a>(&'a self, app: &'a App, _width: usize) -> Document<'a> {
        let walked = || app.walk().map(|walk| &walk.card);
        let Some(new) = self.new.as_deref().or_else(walked) else { return Document::default() };
        let compared = Compared { old: &self.old, new, diff: &self.diff };
        comparison::page(compared, true, app.lang)
    }

    fn reader(&self) -> &Reader {
        &self.reader
    }

    fn reader_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }
}
