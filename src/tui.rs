//! The interactive walk: events in, state, screens out.

pub mod action;
pub mod app;
pub mod field;
pub mod history;
pub mod input;
pub mod outline;
pub mod update;
pub mod view;
