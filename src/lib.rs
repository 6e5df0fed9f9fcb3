//! opsladder: how mature a team's operations are, what keeps it from the next level, what to do about it.
//!
//! The modules, from the ground up; each may name those above it and none below:
//!
//! - [`i18n`]: languages, bilingual texts, and every sentence of the interface
//! - [`text`]: graphemes, display width, wrapping, cleaning of user text
//! - [`diagnostic`], [`error`]: what went wrong, where, and what to do
//! - [`model`]: checklist, assessment, answers, levels: pure types
//! - [`scoring`], [`findings`], [`plan`], [`scorecard`]: what the answers amount to
//! - [`diff`]: two assessments, two checklists; [`history`]: many assessments
//! - [`carry`], [`migrate`], [`check`]: the next assessment, another version of the checklist, a gate
//! - [`wording`]: the domain's values as people read them
//! - [`store`]: TOML in and out, atomic saves, targets (knows the model; the model does not know it)
//! - [`style`], [`sheet`]: how meanings look, and pages of them
//! - [`report`]: pure writers from one scorecard
//! - [`tui`]: the interactive walk
//! - `clock`: the wall clock, for the two that show it
//! - [`cli`], [`commands`]: arguments, and one file a subcommand
//!
//! The domain (`model`, `scoring`, `findings`, `plan`, `scorecard`, `diff`, `carry`, `migrate`, `check`) knows nothing of
//! files, terminals or clocks; `tests/layers.rs` holds it to that.

pub mod check;
pub mod cli;
mod clock;
pub mod commands;
pub mod diagnostic;
pub mod diff;
pub mod error;
pub mod findings;
pub mod history;
pub mod i18n;
pub mod migrate;
pub mod model;
pub mod page;
pub mod plan;
pub mod reading;
pub mod report;
pub mod scorecard;
pub mod scoring;
pub mod start;
pub mod store;
pub mod style;
pub mod text;
pub mod tui;
pub mod wording;
