//! Pure writers: each makes one format of one scorecard, and decides nothing.

pub mod json;
