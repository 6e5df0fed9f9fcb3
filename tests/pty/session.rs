//! A program in a pseudo-terminal, and the terminal that shows it.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::Instant;

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use crate::place::{DEADLINE, Place, eventually};

pub(crate) const ENTER: &str = "\r";
pub(crate) const ESC: &str = "\x1b";
pub(crate) const TAB: &str = "\t";
pub(crate) const RIGHT: &str = "\x1b[C";

/// A control key.
pub(crate) fn ctrl(key: char) -> String {
    let code = u8::try_from(key.to_ascii_uppercase()).expect("an ASCII letter") & 0x1f;
    char::from(code).to_string()
}

/// What a terminal sends for pasted text.
pub(crate) fn pasted(text: &str) -> String {
    format!("\x1b[200~{text}\x1b[201~")
}

/// Begins and ends a frame: a terminal shows it as a whole.
const FRAME_BEGINS: &[u8] = b"\x1b[?2026h";
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";

/// A program that is about to start.
pub(crate) struct Start<'a> {
    place: &'a Place,
    size: (u16, u16),
    command: Vec<OsString>,
    env: Vec<(&'static str, OsString)>,
}

impl<'a> Start<'a> {
    /// opsladder on an 80×24 terminal, in English.
    pub(crate) fn at(place: &'a Place) -> Self {
        Self { place, size: (80, 24), command: vec![program()], env: vec![("OPSLADDER_LANG", "en".into())] }
    }

    pub(crate) fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self
    }

    pub(crate) fn env(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.env.push((name, value.into()));
        self
    }

    /// Runs something else instead; in a shell, `$OPSLADDER` is the program.
    pub(crate) fn command(mut self, command: impl IntoIterator<Item = impl Into<OsString>>) -> Self {
        self.command = command.into_iter().map(Into::into).collect();
        self
    }

    /// Runs the program in a shell that stays, and says what the terminal and the exit status were left like.
    pub(crate) fn in_a_shell(self) -> Session {
        let script = r#"
            before=$(stty -g)
            sh -c 'echo $$ > "$PID_FILE"; exec "$OPSLADDER"'
            status=$?
            if [ "$before" = "$(stty -g)" ]; then echo "modes: as before"; else echo "modes: CHANGED"; fi
            echo "status: $status"
            read -r line
        "#;
        self.command(["sh", "-c", script]).spawn()
    }

    /// Starts the program.
    pub(crate) fn spawn(self) -> Session {
        let place = self.place;
        let mut command = CommandBuilder::from_argv(self.command);
        // What the tester's own shell says of colours, languages and places is not what is tested.
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.env("HOME", place.home());
        command.env("XDG_DATA_HOME", place.home());
        command.env("TMPDIR", place.temp());
        command.env("OPSLADDER_STORE", place.store());
        command.env("OPSLADDER", program());
        command.env("PID_FILE", place.pid_file());
        for (name, value) in self.env {
            command.env(name, value);
        }
        command.cwd(place.root());
        let (columns, rows) = self.size;
        let pair = native_pty_system().openpty(pty_size(columns, rows)).expect("a pseudo-terminal");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let shown = Arc::new(Shared {
            shown: Mutex::new(Shown {
                parser: vt100::Parser::new(cells(rows), cells(columns), 0),
                raw: Vec::new(),
                frames: 0,
                in_a_frame: false,
                ended: false,
                closing: false,
            }),
            changed: Condvar::new(),
        });
        let reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let feed = Arc::clone(&shown);
        let thread = std::thread::spawn(move || feed.read(reader));
        Session { ends: Some((pair.master, writer)), child, shown, thread: Some(thread) }
    }
}

fn program() -> OsString {
    env!("CARGO_BIN_EXE_opsladder").into()
}

fn pty_size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("at least one cell")
}

/// What the terminal shows.
pub(crate) struct Shown {
    parser: vt100::Parser,
    raw: Vec<u8>,
    /// How many frames have ended.
    frames: usize,
    in_a_frame: bool,
    ended: bool,
    closing: bool,
}

impl Shown {
    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// The text of the screen, one line a row.
    pub(crate) fn text(&self) -> String {
        let (_, columns) = self.screen().size();
        self.screen().rows(0, columns.get()).collect::<Vec<_>>().join("\n")
    }

    pub(crate) fn has(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    /// Whether the header says that a save of this sitting went well.
    pub(crate) fn is_saved(&self) -> bool {
        let text = self.text();
        let time = text.lines().next().and_then(|header| header.rsplit_once("saved ")).map_or("", |(_, time)| time);
        let digits = time.trim().split(':').map(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()));
        digits.clone().count() == 3 && digits.into_iter().all(|two| two)
    }

    /// The text of the cells that stand out: the row under the cursor.
    pub(crate) fn selected(&self) -> String {
        let (rows, columns) = self.screen().size();
        let all = (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column)));
        let inverse = all.filter_map(|(row, column)| self.screen().cell(row, column)).filter(|cell| cell.inverse());
        inverse.map(|cell| if cell.has_contents() { cell.contents() } else { "" }).collect()
    }

    /// Everything that a person sees: text, colours, attributes and the cursor; one line a row, a style in braces
    /// where it begins. A blank cell has no colour of its own, however it came to be blank.
    pub(crate) fn look(&self) -> String {
        let screen = self.screen();
        let (rows, columns) = screen.size();
        let mut look = String::new();
        for row in 0..rows.get() {
            let mut shown = String::new();
            let mut style = String::new();
            for cell in (0..columns.get()).filter_map(|column| screen.cell(row, column)) {
                if cell.is_wide_continuation() {
                    continue;
                }
                let blank = matches!(cell.contents(), "" | " ");
                let here = match style_of(cell) {
                    styled if !blank || cell.inverse() || cell.underline() => styled,
                    _ => String::new(),
                };
                if here != style && !(blank && here.is_empty() && !style.contains("inverse")) {
                    shown.extend(["{", here.as_str(), "}"]);
                    style = here;
                }
                shown.push_str(if blank { " " } else { cell.contents() });
            }
            look.push_str(shown.trim_end());
            look.push('\n');
        }
        let cursor = if screen.hide_cursor() { "hidden".to_owned() } else { format!("{:?}", screen.cursor_position()) };
        look + "cursor " + &cursor
    }

    /// How many frames were drawn so far.
    pub(crate) fn frames(&self) -> usize {
        self.frames
    }

    /// Everything that was written to the terminal.
    pub(crate) fn raw(&self) -> String {
        String::from_utf8_lossy(&self.raw).into_owned()
    }

    /// Whether the terminal is as a shell wants it, as far as the terminal's own modes go.
    pub(crate) fn is_given_back(&self) -> bool {
        let screen = self.screen();
        let mouse = screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None;
        !(screen.alternate_screen() || screen.bracketed_paste() || screen.hide_cursor() || mouse)
    }

    fn take(&mut self, bytes: &[u8]) {
        // A mark may have come in two pieces.
        let seen = self.raw.len().saturating_sub(FRAME_ENDS.len() - 1);
        self.raw.extend_from_slice(bytes);
        for mark in self.raw[seen..].windows(FRAME_ENDS.len()) {
            if mark == FRAME_BEGINS {
                self.in_a_frame = true;
            } else if mark == FRAME_ENDS {
                self.in_a_frame = false;
                self.frames += 1;
            }
        }
        self.parser.process(bytes);
    }
}

fn style_of(cell: &vt100::Cell) -> String {
    let colour = |name: &str, colour: vt100::Color| match colour {
        vt100::Color::Default => String::new(),
        other => format!(" {name} {other:?}"),
    };
    // The marks of groups are bold and dim at once, and this terminal keeps only the one that came last.
    let plain = !matches!(cell.contents(), "▾" | "▸");
    let attributes = [
        (cell.bold() && plain, " bold"),
        (cell.dim() && plain, " dim"),
        (cell.italic(), " italic"),
        (cell.underline(), " underline"),
        (cell.inverse(), " inverse"),
    ];
    let attributes: String = attributes.into_iter().filter(|(on, _)| *on).map(|(_, name)| name).collect();
    attributes + &colour("fg", cell.fgcolor()) + &colour("bg", cell.bgcolor())
}

struct Shared {
    shown: Mutex<Shown>,
    changed: Condvar,
}

impl Shared {
    fn read(&self, mut reader: Box<dyn Read + Send>) {
        let mut bytes = [0; 4096];
        loop {
            let got = reader.read(&mut bytes).unwrap_or_default();
            let mut shown = self.lock();
            shown.take(&bytes[..got]);
            shown.ended = got == 0;
            let done = shown.ended || shown.closing;
            drop(shown);
            self.changed.notify_all();
            if done {
                return;
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().expect("no thread panicked while it read the terminal")
    }
}

/// A program that runs in a terminal. What still runs at the end of a test is killed.
pub(crate) struct Session {
    /// The terminal's side: to resize it and to type.
    ends: Option<(Box<dyn MasterPty + Send>, Box<dyn Write + Send>)>,
    child: Box<dyn Child + Send + Sync>,
    shown: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Session {
    /// Types; the program reads all of it before it draws.
    pub(crate) fn keys(&mut self, keys: &str) {
        let (_, writer) = self.ends.as_mut().expect("the terminal is open");
        writer.write_all(keys.as_bytes()).expect("the terminal takes keys");
        writer.flush().expect("the terminal takes keys");
    }

    /// Types, and waits for a frame after it.
    #[track_caller]
    pub(crate) fn press(&mut self, keys: &str) {
        let before = self.now(Shown::frames);
        self.keys(keys);
        self.wait(&format!("a frame after {keys:?}"), |shown| shown.frames() > before);
    }

    /// What the terminal shows now.
    pub(crate) fn now<T>(&self, look: impl FnOnce(&Shown) -> T) -> T {
        look(&self.shown.lock())
    }

    /// Waits until a whole frame shows what it has to.
    #[track_caller]
    pub(crate) fn wait(&self, what: &str, holds: impl Fn(&Shown) -> bool) {
        let begun = Instant::now();
        let mut shown = self.shown.lock();
        while shown.in_a_frame || !holds(&shown) {
            let left = DEADLINE.saturating_sub(begun.elapsed());
            if shown.ended || left.is_zero() {
                let ended = if shown.ended { " (the program ended)" } else { "" };
                let text = shown.text();
                drop(shown);
                panic!("waited for {what}{ended}; the screen shows\n{text}");
            }
            shown = self.shown.changed.wait_timeout(shown, left).expect("no thread panicked").0;
        }
    }

    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) {
        self.wait(text, |shown| shown.has(text));
    }

    #[track_caller]
    pub(crate) fn wait_gone(&self, text: &str) {
        self.wait(&format!("{text} to go"), |shown| !shown.has(text));
    }

    /// Waits until the screen shows `text` and the answers are on disk.
    #[track_caller]
    pub(crate) fn wait_saved(&self, text: &str) {
        self.wait(&format!("{text}, saved"), |shown| shown.has(text) && shown.is_saved());
    }

    /// Gives the terminal another size; the program hears of it.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.shown.lock().parser.set_size(cells(rows), cells(columns));
        let (master, _) = self.ends.as_ref().expect("the terminal is open");
        master.resize(pty_size(columns, rows)).expect("the terminal takes a size");
    }

    /// The process that was started.
    pub(crate) fn pid(&self) -> Pid {
        let pid = self.child.process_id().and_then(|pid| i32::try_from(pid).ok()).and_then(Pid::from_raw);
        pid.expect("a process id")
    }

    /// Sends the process that was started a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).expect("the process is there");
    }

    /// Waits until nothing has the terminal open any more, and says how the process ended.
    #[track_caller]
    pub(crate) fn end(&mut self) -> ExitStatus {
        let begun = Instant::now();
        let mut shown = self.shown.lock();
        while !shown.ended {
            let left = DEADLINE.saturating_sub(begun.elapsed());
            if left.is_zero() {
                let text = shown.text();
                drop(shown);
                panic!("the program does not end; the screen shows\n{text}");
            }
            shown = self.shown.changed.wait_timeout(shown, left).expect("no thread panicked").0;
        }
        drop(shown);
        self.child.wait().expect("the process ended")
    }

    /// Types, and closes the terminal before anything can come of it, as a window that is closed or a connection that
    /// is lost; waits until the process has ended.
    #[track_caller]
    pub(crate) fn close_terminal_after(&mut self, keys: &str) -> ExitStatus {
        self.shown.lock().closing = true;
        // What is drawn now lets the thread go that holds the terminal open.
        self.keys(&ctrl('l'));
        self.thread.take().expect("a thread").join().expect("the thread read to the end");
        self.keys(keys);
        self.ends = None;
        let ended = eventually(|| self.child.try_wait().expect("the process can be asked"));
        ended.expect("the program ends when its terminal is gone")
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = kill_process(self.pid(), Signal::KILL);
            let _ = self.child.wait();
        }
    }
}

/// The process id that a shell wrote for the program.
pub(crate) fn pid_in_shell(place: &Place) -> Pid {
    let read = || std::fs::read_to_string(place.pid_file()).ok()?.trim().parse().ok().and_then(Pid::from_raw);
    eventually(read).expect("the shell wrote the process id")
}
