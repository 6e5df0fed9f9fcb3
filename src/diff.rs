//! Two assessments compared: what we changed, what the checklist changed, what a waiver changed, and what each did to the level.

pub mod checklist;
