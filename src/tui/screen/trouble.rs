//! Why a file cannot be read: every problem of it, as the command line shows them.

use crate::error::Error;
use crate::page::document::{Block, Document, Line, Voice};
use crate::style::Meaning;
use crate::tui::action::Context;
use crate::tui::app::App;
use crate::tui::reader::{Page, Reader};

/// What is wrong with a file.
#[derive(Clone, Debug)]
pub struct Trouble {
    reader: Reader,
    error: Error,
}

impl Trouble {
    /// The page of an error.
    pub fn new(error: Error) -> Self {
        Self { reader: Reader::default(), error }
    }
}

impl Page for Trouble {
    fn context(&self) -> Context {
        Context::Trouble
    }

    fn page<'a>(&'a self, app: &'a App, _width: usize) -> Document<'a> {
        let theirs = |text: String| Line::new(Meaning::Body).then(text, Voice::Theirs);
        let mut page = Document::default();
        page.push(theirs(self.error.one_line(app.lang)).meaning(Meaning::Error));
        if let Some(report) = self.error.report() {
            page.push(Block::Space);
            // The marks stand under their places only where no line is broken.
            let lines = report.render(app.lang, false);
            page.blocks.extend(lines.lines().map(|line| Block::Verbatim(theirs(line.to_owned()))));
        }
        page
    }

    fn reader(&self) -> &Reader {
        &self.reader
    }

    fn reader_mut(&mut self) -> &mut Reader {
        &mut self.reader
    }
}
