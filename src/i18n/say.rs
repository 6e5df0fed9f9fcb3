//! Everything that is said, by name, from all tables.
//!
//! A name is taken once, whatever its subject, and the compiler tells of one that nothing says.

pub(crate) use super::{
    answers::*, assessments::*, changes::*, checklists::*, errors::*, findings::*, gate::*, imports::*, items::*,
    joints::*, keeping::*, keys::*, levels::*, metrics::*, plan::*, portfolio::*, questions::*, reports::*, screens::*,
    settings::*, trend::*, versions::*,
};
