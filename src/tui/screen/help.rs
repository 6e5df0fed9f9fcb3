//! Every key, from the table of commands: first those of the screen that asked, then all others.

use crate::page::document::{Document, Fact, Facts, Line};
use crate::style::Meaning;
use crate::tui::action::{self, Context};
use crate::tui::app::App;
use crate::tui::reader::{Page, Reader};

/// The help screen.
#[derive(Clone, Debug)]
pub struct Help {
    reader: Reader,
    /// The screen that asked.
    of: Context,
}

impl Help {
    /// The keys, those of a context first.
    pub fn new(of: Context) -> Self {
        Self { reader: Reader::default(), of }
    }
}

impl Page for Help {
    fn context(&self) -> Context {
        Context::Help
    }

    fn page<'a>(&'a self, app: &'a App, _width: usize) -> Document<'a> {
        let mut page = Document::default();
        let others = Context::ALL.into_iter().filter(|other| *other != self.of);
        for context in std::iter::once(self.of).chain(others) {
            page.heading(2, Line::ours(context.title(app.lang)));
            let told = action::told(&app.keymap, context, ", ", app.lang).into_iter();
            let fact = |(keys, long)| Fact { meaning: Meaning::Key, ..Fact::new(keys, Line::ours(long)) };
            page.push(Facts { aligned: true, all: told.map(fact).collect() });
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
