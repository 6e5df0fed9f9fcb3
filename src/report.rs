//! Pure writers: each makes one format of one value, mostly a scorecard, and decides nothing.

pub mod badge;
pub mod check;
pub mod checklist;
pub mod csv;
pub mod diff;
pub mod explain;
pub mod history;
pub mod html;
pub mod item;
pub mod json;
mod link;
pub mod list;
pub mod markdown;
pub mod migration;
mod parts;
pub mod plan;
pub mod score;
mod svg;
mod table;
pub mod text;
pub mod versions;

pub use crate::sheet::{self, Paper, Piece, Sheet};
