//! What holds of the table of commands as a whole.

use super::{Context, TABLE, rows};
use ratatui::crossterm::event::KeyCode;

#[test]
fn nothing_is_bound_to_a_character_where_text_is_typed() {
    for context in Context::ALL.into_iter().filter(|context| context.takes_text()) {
        for key in rows(context).flat_map(|row| row.keys) {
            assert!(key.ctrl || !matches!(key.code, KeyCode::Char(_)), "{} in {context:?}", key.name());
        }
    }
}

#[test]
fn every_context_can_be_left_and_says_how() {
    for context in Context::ALL {
        let leaves = |row: &super::Row| {
            row.footer > 0
                && matches!(
                    row.action,
                    super::Action::Close | super::Action::Cancel | super::Action::Quit | super::Action::Done
                )
        };
        assert!(rows(context).any(leaves), "{context:?}");
    }
    assert!(TABLE.iter().all(|row| !row.keys.is_empty() && !row.on.is_empty()));
}
