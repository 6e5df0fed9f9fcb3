//! What is handed to the terminal for its clipboard (OSC 52), which works over SSH too.

use super::action::Action;
use super::app::App;
use super::screen::Turn;
use super::update::Effect;
use crate::i18n::{Text, say};

/// The most bytes that are handed over: in base64, with what frames them, terminals take 100,000.
pub const MOST: usize = 74_994;

/// Hands `text` over, which is called `what`; says so, or that it is too long.
pub(super) fn copy(app: &mut App, text: String, what: &Text) -> Turn {
    if text.len() > MOST {
        let key = app.keymap.name(Action::Export);
        app.say(Text::each(|lang| say::not_copied(lang, what.get(lang), &key)));
        return Turn::stay();
    }
    app.say(Text::each(|lang| say::copied(lang, what.get(lang))));
    Turn::with(vec![Effect::Copy(text)])
}
