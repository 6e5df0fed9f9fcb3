//! The terminal: taken over, and given back as it was on every way out: return, error, panic, signal, suspension.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Once};
use std::time::Duration;

use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::cursor::{Hide, Show};
use ratatui::crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use ratatui::crossterm::style::force_color_output;
use ratatui::crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{execute, queue};

use super::app::App;
use super::background::QUESTION;
use super::painter::{OneWrite, Painter};
use crate::error::{Error, Result};
use crate::i18n::say;

/// Whether the terminal is ours at the moment.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether it tells of the mouse while it is.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// The terminal while the program has it. Dropping it gives the terminal back.
#[derive(Debug)]
pub struct Display {
    painter: Painter<OneWrite>,
}

impl Display {
    /// Takes the terminal over, and has it tell of the `mouse`.
    ///
    /// # Errors
    ///
    /// Without a terminal on standard input and output, before anything is written; when the terminal refuses.
    pub fn take(mouse: bool) -> Result<Self> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(Error::new(say::no_terminal()).hint(say::no_terminal_hint()));
        }
        give_back_on_panic();
        MOUSE.store(mouse, Ordering::SeqCst);
        // crossterm would otherwise answer NO_COLOR by dropping reverse and bold too; our theme does the leaving out.
        force_color_output(true);
        let size = ratatui::crossterm::terminal::size().map_err(|e| refused(&e))?;
        let mut screen = Self { painter: Painter::new(OneWrite::default(), size) };
        screen.enter().map_err(|e| refused(&e))?;
        Ok(screen)
    }

    fn enter(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        let out = self.painter.out();
        if MOUSE.load(Ordering::SeqCst) {
            queue!(out, EnableMouseCapture)?;
        }
        queue!(out, EnterAlternateScreen, EnableBracketedPaste, Hide)
    }

    /// Asks with the next frame what is behind the text.
    pub fn ask_for_background(&mut self) -> Result<()> {
        self.painter.out().write_all(QUESTION).map_err(|e| refused(&e))
    }

    /// Draws the state: one write for the whole frame.
    pub fn draw(&mut self, app: &App) -> Result<()> {
        self.painter.paint(app).map_err(|e| refused(&e))
    }

    /// Forgets what is on the terminal, so that the next frame draws every cell.
    pub fn redraw(&mut self) -> Result<()> {
        self.painter.forget().map_err(|e| refused(&e))
    }

    /// Hands a text to the terminal's clipboard with the next frame.
    pub fn copy(&mut self, text: &str) -> Result<()> {
        queue!(self.painter.out(), CopyToClipboard::to_clipboard_from(text)).map_err(|e| refused(&e))
    }

    /// Gives the terminal back, stops until the shell continues the program, and takes it over again.
    pub fn suspend(&mut self) -> Result<()> {
        give_back();
        stop();
        self.resume()
    }

    /// Gives the terminal to another program, and takes it over again where that `returns` it.
    pub fn lend<T>(&mut self, to: impl FnOnce() -> T, returns: impl FnOnce() -> bool) -> Result<T> {
        give_back();
        let done = to();
        if returns() {
            self.resume()?;
        }
        Ok(done)
    }

    /// Takes the terminal over again after a stop.
    pub fn resume(&mut self) -> Result<()> {
        // Whoever had the terminal meanwhile may have left it in another mode, and crossterm believes that it is raw.
        let _ = disable_raw_mode();
        self.enter().map_err(|e| refused(&e))?;
        self.redraw()
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        give_back();
    }
}

#[cfg(unix)]
fn stop() {
    // The whole group, as the terminal's own Ctrl-Z does: a program that started us would otherwise wait on.
    // Where it cannot be stopped, it goes on.
    let _ = rustix::process::kill_current_process_group(rustix::process::Signal::TSTP);
}

#[cfg(not(unix))]
fn stop() {}

/// Waits until there is something to read or a signal came, and not longer than `timeout`; says whether the terminal
/// is still there.
///
/// crossterm never comes back from a terminal that is gone: it reads on, whatever the system answers. So it is asked
/// for events only after this said that the terminal is there, and never waits itself.
#[cfg(unix)]
pub fn wait(timeout: Duration) -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let stdin = io::stdin();
    let mut asked = [PollFd::new(&stdin, PollFlags::IN)];
    let timeout = Timespec::try_from(timeout).ok();
    // A signal ends the wait too; the caller looks at those.
    let _ = poll(&mut asked, timeout.as_ref());
    !asked[0].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
}

/// Sets `end` once the terminal is gone, and has whoever reads it come back.
///
/// Between a look at the terminal and a read of it there is a moment in which it can go, and crossterm reads a terminal that
/// is gone for ever. So a thread that otherwise sleeps puts something in its place that has nothing to read.
#[cfg(unix)]
pub fn watch(end: Arc<AtomicBool>) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    let (nothing, writer) = io::pipe()?;
    rustix::io::ioctl_fionbio(&nothing, true)?;
    let watch = move || {
        let stdin = io::stdin();
        loop {
            let mut asked = [PollFd::new(&stdin, PollFlags::empty())];
            // A signal ends the wait too.
            let _ = poll(&mut asked, None);
            if asked[0].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
                break;
            }
        }
        end.store(true, Ordering::SeqCst);
        // Where this fails there is nothing else to try.
        let _ = rustix::stdio::dup2_stdin(&nothing);
        // As long as it could be written to, it is not at its end.
        std::mem::forget(writer);
    };
    std::thread::Builder::new().name("terminal".to_owned()).spawn(watch).map(drop)
}

/// Does nothing: only the Unix side of crossterm reads what is gone.
#[cfg(not(unix))]
pub fn watch(_end: Arc<AtomicBool>) -> io::Result<()> {
    Ok(())
}

/// Has keys reported that crossterm has not read and does not know of; does nothing where there are none.
///
/// crossterm is told of keys once, when they come. If a resize comes in the same moment it takes that and forgets the keys
/// until the next one (`try_read` in its `event/source/unix/mio.rs` returns before it has looked at all tokens). Setting
/// the terminal's attributes to what they are wakes whoever waits for keys.
#[cfg(unix)]
pub fn report_unread_keys() {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
    let stdin = io::stdin();
    let mut asked = [PollFd::new(&stdin, PollFlags::IN)];
    let unread = poll(&mut asked, Some(&Timespec::default())).is_ok_and(|ready| ready > 0);
    if unread && let Ok(attributes) = tcgetattr(&stdin) {
        // A terminal that refuses is gone, and the next wait says so.
        let _ = tcsetattr(&stdin, OptionalActions::Now, &attributes);
    }
}

/// Does nothing: only the Unix side of crossterm forgets keys.
#[cfg(not(unix))]
pub fn report_unread_keys() {}

/// Waits until there is an event, and not longer than `timeout`; says whether the terminal is still there.
#[cfg(not(unix))]
pub fn wait(timeout: Duration) -> bool {
    ratatui::crossterm::event::poll(timeout).is_ok()
}

fn refused(source: &io::Error) -> Error {
    Error::new(say::terminal(source))
}

/// Gives the terminal back as it was; does nothing while it is not ours.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let mut out = io::stdout();
        // Nothing can be done about a terminal that is gone.
        if MOUSE.load(Ordering::SeqCst) {
            let _ = execute!(out, DisableMouseCapture);
        }
        let _ = execute!(out, EndSynchronizedUpdate, DisableBracketedPaste, LeaveAlternateScreen, Show);
        let _ = disable_raw_mode();
    }
}

/// Makes a panic give the terminal back before it says anything.
fn give_back_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
        }));
    });
}
