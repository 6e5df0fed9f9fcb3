//! What each page says, once: text, screens, Markdown and the web lay out the same document.

mod areas;
pub mod board;
pub mod catalogue;
pub mod comparison;
pub mod document;
pub mod explain;
pub mod finish;
pub mod imported;
pub mod item;
pub mod line;
pub mod listing;
pub(crate) mod parts;
pub mod plan;
pub mod portfolio;
pub mod score;
pub mod scorecard;
pub mod settings;
pub mod summary;
pub mod trend;
pub mod verdict;
pub mod versions;
