//! The terminal: taken over, and given back as it was on every way out: return, error, panic, signal, suspension.

use std::cell::RefCell;
use std::io::{self, IsTerminal, Write};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Once};
use std::time::Duration;

use ratatui::backend::CrosstermBackend;
use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::cursor::{Hide, Show};
use ratatui::crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use ratatui::crossterm::style::force_color_output;
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use ratatui::crossterm::{execute, queue};
use ratatui::layout::{Position, Rect};
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::app::App;
use super::background::QUESTION;
use super::view;
use crate::error::{Error, Result};
use crate::i18n::say;
use crate::text::width;

/// Whether the terminal is ours at the moment.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether it tells of the mouse while it is.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// The terminal while the program has it. Dropping it gives the terminal back.
#[derive(Debug)]
pub struct Display {
    painter: Painter<OneWrite>,
    frame: OneWrite,
}

/// What turns states into the bytes that a terminal shows them by: of each, what differs from the last.
#[derive(Debug)]
pub struct Painter<W: Write> {
    terminal: Terminal<CrosstermBackend<W>>,
    wide: Wide,
}

impl<W: Write> Painter<W> {
    /// One that hands what is to be shown on a screen of a size (columns, rows) to `out`.
    ///
    /// # Errors
    ///
    /// Nobody takes the bytes.
    pub fn new(out: W, (columns, rows): (u16, u16)) -> io::Result<Self> {
        let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
        let terminal = Terminal::with_options(CrosstermBackend::new(out), TerminalOptions { viewport })?;
        Ok(Self { terminal, wide: Wide::default() })
    }

    /// Draws the state.
    ///
    /// # Errors
    ///
    /// Nobody takes the bytes.
    pub fn paint(&mut self, app: &App) -> io::Result<()> {
        // The terminal says when its size changes; to ask it for every frame would cost a fifth of one.
        let area = Rect::new(0, 0, app.size.0, app.size.1);
        if self.terminal.get_frame().area() != area {
            self.terminal.resize(area)?;
        }
        let wide = &mut self.wide;
        let painted = self.terminal.draw(|frame| {
            if let Some(cursor) = view::draw(app, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
            wide.draw_over_halves(frame.buffer_mut());
        });
        painted.map(drop)
    }
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
        let frame = OneWrite::default();
        let size = ratatui::crossterm::terminal::size().map_err(|e| refused(&e))?;
        let painter = Painter::new(frame.clone(), size).map_err(|e| refused(&e))?;
        let mut screen = Self { painter, frame };
        screen.enter().map_err(|e| refused(&e))?;
        Ok(screen)
    }

    fn enter(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        let out = self.painter.terminal.backend_mut();
        if MOUSE.load(Ordering::SeqCst) {
            queue!(out, EnableMouseCapture)?;
        }
        queue!(out, EnterAlternateScreen, EnableBracketedPaste, Hide)
    }

    /// Asks with the next frame what is behind the text.
    pub fn ask_for_background(&mut self) {
        self.frame.0.borrow_mut().extend_from_slice(QUESTION);
    }

    /// Draws the state: one write for the whole frame.
    pub fn draw(&mut self, app: &App) -> Result<()> {
        self.painter.paint(app).map_err(|e| refused(&e))?;
        self.frame.present().map_err(|e| refused(&e))
    }

    /// Forgets what is on the terminal, so that the next frame draws every cell.
    ///
    /// `Terminal::clear` would ask the terminal where its cursor is, and fail after two seconds without an answer.
    pub fn redraw(&mut self) -> Result<()> {
        let size = self.painter.terminal.size().map_err(|e| refused(&e))?;
        self.painter.terminal.resize(Rect::from((Position::ORIGIN, size))).map_err(|e| refused(&e))
    }

    /// Hands a text to the terminal's clipboard with the next frame.
    pub fn copy(&mut self, text: &str) -> Result<()> {
        queue!(self.frame, CopyToClipboard::to_clipboard_from(text)).map_err(|e| refused(&e))
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

/// Where the last frame had wide glyphs.
#[derive(Debug, Default)]
struct Wide {
    area: Rect,
    at: Vec<usize>,
}

impl Wide {
    /// Has every cell drawn that held the second half of a wide glyph and does not any more.
    ///
    /// Something written over the first half leaves the second one blank, in the new style or the old one, as the terminal
    /// likes; ratatui takes it for a blank in no style and would leave it alone.
    fn draw_over_halves(&mut self, next: &mut Buffer) {
        let is_wide = |cell: &Cell| match cell.diff_option {
            CellDiffOption::ForcedWidth(cells) => cells.get() > 1,
            _ => cell.symbol().len() > 1 && width(cell.symbol()) > 1,
        };
        let cells = next.content.iter().enumerate();
        let now: Vec<usize> = cells.filter(|(_, cell)| is_wide(cell)).map(|(at, _)| at).collect();
        let before = std::mem::replace(&mut self.at, now);
        if std::mem::replace(&mut self.area, next.area) != next.area {
            return;
        }
        for at in before.into_iter().filter(|at| self.at.binary_search(at).is_err()) {
            // A cell of a link is never like half a glyph, and drawn anyway.
            if let Some(half) = next.content.get_mut(at + 1).filter(|half| half.diff_option == CellDiffOption::None) {
                half.set_diff_option(CellDiffOption::AlwaysUpdate);
            }
        }
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

/// Collects everything that is drawn until it is presented. Standard output alone would hand a frame over in pieces of
/// 1 KB, and the terminal would show them one by one.
#[derive(Clone, Debug, Default)]
struct OneWrite(Rc<RefCell<Vec<u8>>>);

impl OneWrite {
    fn present(&self) -> io::Result<()> {
        let drawn = self.0.take();
        if drawn.is_empty() {
            return Ok(());
        }
        let mut frame = Vec::with_capacity(drawn.len() + 16);
        queue!(frame, BeginSynchronizedUpdate)?;
        frame.extend_from_slice(&drawn);
        queue!(frame, EndSynchronizedUpdate)?;
        let mut out = io::stdout().lock();
        out.write_all(&frame)?;
        out.flush()
    }
}

impl Write for OneWrite {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Does nothing: a frame is handed over as a whole.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
