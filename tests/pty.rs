//! The real program in a pseudo-terminal: what a person sees, what is on disk, and what the terminal is left like.
//!
//! Nothing here waits for time to pass: a test waits until the screen, the file or the process is as it has to be, and
//! fails after a deadline that a slow machine does not reach.

#![cfg(unix)]

#[path = "pty/place.rs"]
mod place;
#[path = "pty/session.rs"]
mod session;

#[path = "pty/guest.rs"]
mod guest;
#[path = "pty/home.rs"]
mod home;
#[path = "pty/leaving.rs"]
mod leaving;
#[path = "pty/mouse.rs"]
mod mouse;
#[path = "pty/plain.rs"]
mod plain;
#[path = "pty/screen.rs"]
mod screen;
#[path = "pty/theme.rs"]
mod theme;
#[path = "pty/trouble.rs"]
mod trouble;
#[path = "pty/walk.rs"]
mod walk;
#[path = "pty/writing.rs"]
mod writing;
