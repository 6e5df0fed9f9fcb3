//! The screens: keys go into the state, the state is drawn into a buffer, and the buffer is compared as text.
//!
//! The expected screens stand in `tests/snapshots`. After a change that is meant, `SNAPSHOTS=overwrite cargo test --test tui`
//! writes them anew; read the difference before it is committed.

mod support_app;

#[path = "tui/areas.rs"]
mod areas;
#[path = "tui/around.rs"]
mod around;
#[path = "tui/facilitate.rs"]
mod facilitate;
#[path = "tui/home.rs"]
mod home;
#[path = "tui/keys.rs"]
mod keys;
#[path = "tui/models.rs"]
mod models;
#[path = "tui/monkey.rs"]
mod monkey;
#[path = "tui/mouse.rs"]
mod mouse;
#[path = "tui/scales.rs"]
mod scales;
#[path = "tui/screens.rs"]
mod screens;
#[path = "tui/themes.rs"]
mod themes;
#[path = "tui/walk.rs"]
mod walk;
#[path = "tui/what_if.rs"]
mod what_if;
#[path = "tui/whole.rs"]
mod whole;
#[path = "tui/writing.rs"]
mod writing;
