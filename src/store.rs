//! The store: assessment and checklist files on disk, and how they are found.

pub mod checklist;
mod answers;
mod reader;
mod syntax;

pub use checklist::read_checklist;
