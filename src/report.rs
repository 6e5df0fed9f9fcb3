//! Pure writers: each makes one format of one scorecard, and decides nothing.

pub mod checklist;
pub mod diff;
pub mod explain;
pub mod history;
pub mod item;
pub mod json;
pub mod list;
pub mod markdown;
mod parts;
pub mod plan;
pub mod score;
pub mod sheet;
mod table;
pub mod text;

pub use sheet::{Paper, Piece, Sheet};
