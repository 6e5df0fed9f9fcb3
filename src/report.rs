//! Pure writers: each makes one format of a page or of a scorecard, and decides nothing.

pub mod badge;
pub mod csv;
pub mod html;
pub mod json;
pub(crate) mod link;
pub mod lint;
pub mod markdown;
pub mod rows;
pub mod sheet;
pub mod svg;

pub use sheet::{Paper, Piece, Sheet};
