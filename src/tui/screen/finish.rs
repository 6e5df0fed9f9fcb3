//! The question before an assessment is final: what is still open.

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::{Screen, Turn};
use crate::i18n::{Lang, say};
use crate::model::{Answer, Status};
use crate::page::document::{Document, Item, Items, Line};
use crate::report::Sheet;
use crate::style::{Meaning, mark};
use crate::tui::action::{Action, Context};
use crate::tui::app::{App, Walk};
use crate::tui::dialog::{frame, inner_width};
use crate::tui::reader;
use crate::tui::update::Effect;

/// The question.
#[derive(Clone, Copy, Debug)]
pub struct Finish;

impl Finish {
    fn page(walk: &Walk, lang: Lang) -> Document<'_> {
        let score = &walk.card.score;
        let open = [
            (score.coverage.open(), say::finish_unanswered as fn(Lang, usize) -> String),
            (score.coverage.to_confirm, say::finish_to_confirm),
            (walk.card.findings.len(), say::finish_findings),
        ];
        let open = open.into_iter().filter(|(count, _)| *count > 0);
        let mut items: Vec<Item<'_>> =
            open.map(|(count, say)| Item::marked(("?", Meaning::Partial), Line::ours(say(lang, count)))).collect();
        if items.is_empty() {
            items.push(Item::marked(mark(Some(Answer::Yes)), Line::ours(say::finish_nothing_open(lang))));
        }
        let mut page = Document::default();
        page.push(Items::new(items));
        page.push(Line::ours(say::finish_level(lang, score.level, score.max_level)));
        page.push(Line::ours(say::finish_then(lang)).meaning(Meaning::Muted));
        page
    }
}

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
            app.say(say::made_final());
        }
        Turn::close(vec![Effect::Save])
    }

    fn draw(&self, app: &App, _area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let sheet = Sheet::of(&Self::page(app.walk()?, app.lang), app.paper(inner_width(buffer)));
        let inside = frame(app, say::finish_title(app.lang), sheet.height(), buffer);
        reader::draw(&sheet, None, 0, app.theme, inside, buffer);
        None
    }
}
