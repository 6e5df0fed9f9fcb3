//! Lines out and lines in.

use std::borrow::Cow;
use std::io::{BufRead, Write};

use super::Done;
use crate::commands::output::stopped;
use crate::error::Error;
use crate::i18n::{Text, say};
use crate::page::document::Document;
use crate::report::sheet::to_ascii;
use crate::report::{Paper, Sheet};
use crate::text::{flow, one_line, wrap_with};

/// What stands between a question and what is typed.
const MARK: &str = " > ";

/// What stands between the words that a question offers.
const BETWEEN: &str = "  ";

/// Whoever is asked.
pub(super) struct Lines<R, W> {
    /// What is said is laid out for this.
    pub(super) paper: Paper,
    /// Whether what is read has to be written too, for nobody saw it being typed.
    pub(super) echo: bool,
    pub(super) input: R,
    pub(super) out: W,
}

/// What was typed where something may be there already.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Typed<T> {
    /// Nothing: what is there stays.
    Kept,
    /// What is there is to go.
    Gone,
    /// Something else.
    New(T),
}

impl<T> Typed<T> {
    /// What is there afterwards, where `there` was.
    pub(super) fn or(self, there: Option<T>) -> Option<T> {
        match self {
            Self::Kept => there,
            Self::Gone => None,
            Self::New(new) => Some(new),
        }
    }
}

impl<R: BufRead, W: Write> Lines<R, W> {
    /// Says something, in lines that fit.
    pub(super) fn say(&mut self, text: &str) -> Done<()> {
        let lines = wrap_with(text, self.paper.width, self.paper.long_words).join("\n");
        self.write(&format!("{}\n", self.drawn(&lines)))
    }

    /// Shows a page.
    pub(super) fn show(&mut self, page: &Document<'_>) -> Done<()> {
        let page = Sheet::of(page, self.paper).plain();
        self.write(&page)
    }

    /// The line that was typed after `prompt`; `None` at the end of the input.
    pub(super) fn ask(&mut self, prompt: &str) -> Done<Option<String>> {
        // What can be typed stands whole on a line.
        let choices: Vec<String> = prompt.split(BETWEEN).map(str::to_owned).collect();
        let cells = self.paper.width.saturating_sub(MARK.len());
        let lines = flow(&choices, BETWEEN, cells, self.paper.long_words);
        self.write(&format!("{}{MARK}", self.drawn(&lines)))?;
        self.out.flush().map_err(|source| stopped(&source))?;
        let mut line = Vec::new();
        let read = self.input.read_until(b'\n', &mut line);
        let read = read.map_err(|source| Error::new(say::stdin_failed(source)))?;
        if read == 0 {
            self.write("\n")?;
            return Ok(None);
        }
        // What a broken encoding left is no answer, and is said so.
        let typed = one_line(&String::from_utf8_lossy(&line));
        if self.echo {
            self.write(&format!("{typed}\n"))?;
        }
        Ok(Some(typed))
    }

    /// Asks for `what`, until something is typed that can be read: Enter keeps what is `there`, `-` takes it away. `None` at
    /// the end of the input.
    pub(super) fn ask_for<T>(
        &mut self,
        what: &str,
        there: Option<&str>,
        read: impl Fn(&str) -> Result<T, Text>,
    ) -> Done<Option<Typed<T>>> {
        let lang = self.paper.lang;
        let aside = there.map_or_else(|| say::enter_none(lang).to_owned(), |there| say::enter_keeps(lang, there));
        let prompt = format!("{what}{aside}");
        loop {
            let Some(typed) = self.ask(&prompt)? else { return Ok(None) };
            match typed.as_str() {
                "" => return Ok(Some(Typed::Kept)),
                "-" | "－" => return Ok(Some(Typed::Gone)),
                typed => match read(typed) {
                    Ok(new) => return Ok(Some(Typed::New(new))),
                    Err(why) => self.say(why.get(lang))?,
                },
            }
        }
    }

    fn drawn<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.paper.ascii { to_ascii(text).into() } else { text.into() }
    }

    fn write(&mut self, text: &str) -> Done<()> {
        self.out.write_all(text.as_bytes()).map_err(|source| stopped(&source))
    }
}
