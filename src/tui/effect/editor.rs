//! The user's own editor, which has the terminal while a note is written in it.

use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::error::{Doing, Error, Result};
use crate::i18n::{Text, say};
use crate::model::{Key, name};
use crate::programs;
use crate::text::{one_line, sanitise};
use crate::tui::update::Outcome;

/// How often it is looked whether the editor is still there, or the program has to end.
const LOOK_AGAIN: Duration = Duration::from_millis(20);
/// How long an editor is waited for that was told to end.
const PATIENCE: Duration = Duration::from_secs(2);

/// A note on its way through an editor.
#[derive(Debug)]
pub(in crate::tui) struct Editing {
    program: String,
    arguments: Vec<String>,
    key: Key,
    /// Goes away with what is in it, unless that would be lost then.
    directory: TempDir,
    path: PathBuf,
    /// What the editor finds.
    before: String,
}

impl Editing {
    /// The note of an item in a file of its own, which nobody else may read.
    ///
    /// # Errors
    ///
    /// No editor is named, or the file cannot be written.
    pub(in crate::tui) fn new(key: Key, note: &str) -> Result<Self> {
        let (program, arguments) = programs::editor()?;
        let directory = programs::private_directory()?;
        let path = directory.path().join(format!("{}.md", name::slug(&key.to_string())));
        let before = if note.is_empty() { String::new() } else { format!("{note}\n") };
        std::fs::write(&path, &before).doing(&path, say::doing_write)?;
        Ok(Self { program, arguments, key, directory, path, before })
    }

    /// Runs the editor until it ends, or the program `has_to_end`, which the editor is told then; gives what it wrote.
    pub(in crate::tui) fn run(self, has_to_end: impl Fn() -> bool) -> Outcome {
        let program = one_line(&self.program);
        let mut child = match Command::new(&self.program).args(&self.arguments).arg(&self.path).spawn() {
            Ok(child) => child,
            Err(source) => return Outcome::Failed(Error::new(say::editor_does_not_start(program, source))),
        };
        let status = wait(&mut child, &has_to_end);
        // Whoever has to end cannot ask: what the editor has written is the note.
        let done = status.is_some_and(|status| status.success()) || has_to_end();
        match std::fs::read(&self.path).doing(&self.path, say::doing_read) {
            Ok(bytes) if bytes == self.before.as_bytes() && done => Outcome::Said(say::editor_wrote_nothing()),
            Ok(bytes) if bytes == self.before.as_bytes() => Outcome::Failed(Error::new(failed(&program, status))),
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) if done => Outcome::Edited(self.key, cleaned(&text)),
                Ok(_) => self.kept(Error::new(failed(&program, status))),
                Err(_) => self.kept(Error::new(say::editor_not_utf8(program))),
            },
            Err(error) if done => Outcome::Failed(error),
            Err(_) => Outcome::Failed(Error::new(failed(&program, status))),
        }
    }

    /// What was written stays where it is, and that is said.
    fn kept(self, error: Error) -> Outcome {
        let name = self.path.file_name().unwrap_or_default();
        let path = self.directory.keep().join(name);
        Outcome::Failed(error.hint(say::editor_text_kept(path.display())))
    }
}

/// A text as a note may have it.
fn cleaned(text: &str) -> String {
    sanitise(text.trim_start_matches('\u{feff}')).trim_end().to_owned()
}

fn failed(program: &str, status: Option<ExitStatus>) -> Text {
    match status.and_then(|status| status.code()) {
        Some(code) => say::editor_failed(program, code),
        None => say::editor_killed(program),
    }
}

/// Waits until the editor has ended; `None` if it does not, though it was told to.
fn wait(child: &mut Child, has_to_end: impl Fn() -> bool) -> Option<ExitStatus> {
    let mut told = None;
    loop {
        match child.try_wait() {
            Ok(None) => {}
            Ok(status) => return status,
            Err(_) => return None,
        }
        match told {
            None if has_to_end() => {
                end(child);
                told = Some(Instant::now());
            }
            Some(since) if Instant::elapsed(&since) > PATIENCE => return None,
            _ => {}
        }
        std::thread::sleep(LOOK_AGAIN);
    }
}

/// Asks the editor to end. Where that fails it has ended already.
#[cfg(unix)]
fn end(child: &mut Child) {
    use rustix::process::{Pid, Signal, kill_process};
    let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    let _ = pid.map(|pid| kill_process(pid, Signal::TERM));
}

#[cfg(not(unix))]
fn end(child: &mut Child) {
    let _ = child.kill();
}
