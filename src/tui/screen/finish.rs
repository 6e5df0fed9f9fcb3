//! The question before an assessment is final: what is still open.

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::{Screen, Turn};
use crate::i18n::say;
use crate::model::Status;
use crate::page::document::Line;
use crate::page::finish;
use crate::report::Sheet;
use crate::style::Meaning;
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::dialog::{frame, inner_width};
use crate::tui::reader;
use crate::tui::update::Effect;

/// The question.
#[derive(Clone, Copy, Debug)]
pub struct Finish;

impl Screen for Finish {
    fn context(&self) -> Context {
        Context::Finish
    }

    fn fills(&self) -> bool {
        false
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        if asked != Action::Accept {
            return Turn::stay();
        }
        if let Some(walk) = &mut app.walk {
            walk.set_status(Status::Final);
            app.say(say::made_final(app.keymap.name(Action::Reopen)));
        }
        Turn::close(vec![Effect::Save])
    }

    fn draw(&self, app: &App, _area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let mut page = finish::page(&app.walk()?.card, app.lang);
        page.push(Line::ours(say::finish_then(app.lang, app.keymap.name(Action::Reopen))).meaning(Meaning::Muted));
        let sheet = Sheet::of(&page, app.paper(inner_width(buffer)));
        let inside = frame(app, say::finish_title(app.lang), sheet.height(), buffer);
        reader::draw(&sheet, None, 0, app.theme, inside, buffer);
        None
    }
}
