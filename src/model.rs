//! The domain's own words as types: checklists, assessments, answers, levels, ids.

pub mod answer;
pub mod assessment;
pub mod checklist;
pub mod date;
pub mod id;
pub mod level;
pub mod name;
pub mod window;

pub use answer::{Answer, Counted, Effort, Reason, Status, Worth};
pub use assessment::{Assessment, ChecklistRef, Entry, Evidence, Given, Was};
pub use checklist::Checklist;
pub use id::{Id, Key, Section};
pub use level::Level;
pub use window::Window;
