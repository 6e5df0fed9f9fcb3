//! The evidence of an item, entry by entry.

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::act::changed;
use super::evidence_form::EvidenceForm;
use super::{Screen, Turn};
use crate::i18n::{Text, say};
use crate::model::Key;
use crate::page::document::{Document, Item, Items, Line};
use crate::page::parts::evidence_item;
use crate::report::Sheet;
use crate::style::Meaning;
use crate::text::one_line;
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::clipboard;
use crate::tui::dialog::{frame, inner_width, item_title};
use crate::tui::mouse::Spot;
use crate::tui::reader;
use crate::tui::update::Effect;

/// The list of an item's evidence.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The item.
    pub key: Key,
    /// The entry under the cursor.
    at: usize,
}

impl Evidence {
    /// The evidence of an item.
    pub const fn new(key: Key) -> Self {
        Self { key, at: 0 }
    }

    /// The form of a new entry.
    pub fn add(&self, app: &App) -> EvidenceForm {
        EvidenceForm::new(self.key.clone(), None, app)
    }
}

impl Screen for Evidence {
    fn context(&self) -> Context {
        Context::Evidence
    }

    fn fills(&self) -> bool {
        false
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        let entries = app.walk().map(|walk| walk.entry(&self.key).evidence).unwrap_or_default();
        match asked {
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at = (self.at + 1).min(entries.len().saturating_sub(1)),
            Action::Follow | Action::Copy => {
                let Some(one) = entries.into_iter().nth(self.at) else { return Turn::stay() };
                if asked == Action::Follow {
                    return Turn::with(vec![Effect::Follow(one.reference)]);
                }
                let reference = one_line(&one.reference);
                return clipboard::copy(app, reference.clone(), &Text::plain(reference));
            }
            Action::Add => return Turn::over(self.add(app)),
            // On an empty list, a new entry.
            Action::Accept => {
                let there = entries.get(self.at).cloned();
                return Turn::over(EvidenceForm::new(self.key.clone(), there, app));
            }
            Action::Remove => {
                let nth = self.at;
                self.at = self.at.saturating_sub(1);
                return Turn::with(changed(app, &self.key, |entry| {
                    if nth < entry.evidence.len() {
                        entry.evidence.remove(nth);
                    }
                }));
            }
            _ => {}
        }
        Turn::stay()
    }

    fn point(&mut self, row: usize, _app: &mut App) {
        self.at = row;
    }

    fn draw(&self, app: &App, _area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let walk = app.walk()?;
        let entries = walk.entry(&self.key).evidence;
        let day = walk.card.assessment.date;
        let mut page = Document::default();
        if entries.is_empty() {
            page.push(Line::ours(say::evidence_empty(app.lang, app.keymap.name(Action::Add))).meaning(Meaning::Muted));
        }
        let items: Vec<Item<'_>> =
            entries.iter().map(|one| evidence_item(one, day, app.lang).of(self.key.clone())).collect();
        page.push(Items::new(items));
        let sheet = Sheet::of(&page, app.paper(inner_width(buffer)));
        let title = format!("{} · {}", say::evidence(app.lang), item_title(app, &self.key));
        let inside = frame(app, &title, sheet.height(), buffer);
        let start = sheet.stops().get(self.at).map(|stop| stop.from);
        let scroll = start.unwrap_or_default().min(sheet.height().saturating_sub(usize::from(inside.height)));
        reader::mark(&sheet, scroll, app, inside, Spot::Row);
        reader::draw(&sheet, start, scroll, app.theme, inside, buffer);
        None
    }
}
