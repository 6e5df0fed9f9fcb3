//! opsladder: how mature a team's operations are, what keeps it from the next level, what to do about it.
//!
//! The modules, from the ground up; each may name those above it and none below:
//!
//! - [`i18n`]: languages, texts in several of them, and every sentence of the interface, by subject
//! - [`text`]: graphemes, display width, wrapping, cleaning of user text
//! - [`diagnostic`], [`error`]: what went wrong, where, and what to do
//! - [`model`]: checklist, assessment, answers, levels: pure types
//! - [`settings`]: what a user may set, and who settles it: command line, environment, `config.toml`
//! - [`reading`]: an assessment by the text that it is read by, and how surely that is the one that was answered
//! - [`scoring`], [`findings`], [`plan`], [`scorecard`]: what the answers amount to
//! - [`diff`]: two assessments, two checklists; [`history`]: many assessments of a team; [`portfolio`]: many teams
//! - [`edits`]: what may be recorded of an item; what a sitting changed, to be taken back and made again
//! - [`start`], [`migrate`], [`check`]: the next assessment, another version of the checklist, a gate
//! - [`find`]: items by words in anything that is said of them
//! - [`store`]: TOML in and out, atomic saves, what a command line names, which text was answered (knows the model; the
//!   model does not know it)
//! - [`import`]: checklists out of tables, task lists and published catalogs
//! - [`style`]: how meanings look; [`wording`]: the domain's values as people read them
//! - [`page`]: what each page says, in blocks of a few kinds that may carry the key of the item that they speak of
//! - [`report`]: those blocks laid out as a sheet of lines (for a terminal and for the screens alike), as Markdown, as a
//!   web page; and the formats that machines read
//! - [`export`]: a scorecard as a file in any of those forms
//! - `programs`: what opens a file or a link, and what edits a text, as the environment names them
//! - [`tui`]: the interactive walk, and one file a screen that lies over it
//! - `clock`: the wall clock, for the two that show it
//! - [`cli`], [`commands`]: arguments, and one file a subcommand
//!
//! An answer on its way: a key in `tui::action::TABLE`, `tui::screen::act`, `tui::app::Walk::edit`, `store::AssessmentFile`,
//! a patch by `store::edit`, `store::disk`. And back: `store::AssessmentFile`, `store::Library` for the text that was
//! answered, [`reading::Reading`], [`scorecard::Scorecard`], a page, a writer.
//!
//! The domain (`model` to `check` above) knows nothing of files, terminals or clocks; `tests/layers.rs` holds it to that.

pub mod check;
pub mod cli;
mod clock;
pub mod commands;
pub mod diagnostic;
pub mod diff;
pub mod edits;
pub mod error;
pub mod export;
pub mod find;
pub mod findings;
pub mod history;
pub mod i18n;
pub mod import;
pub mod migrate;
pub mod model;
pub mod page;
pub mod plan;
pub mod portfolio;
mod programs;
pub mod reading;
pub mod report;
pub mod scorecard;
pub mod scoring;
pub mod settings;
pub mod start;
pub mod store;
pub mod style;
pub mod text;
pub mod tui;
pub mod wording;
