//! The mouse: what the cells of the last frame stand for, and what the wheel and clicks do there.

use std::cell::RefCell;

use ratatui::crossterm::event::{KeyCode, KeyEvent, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::action::{self, Action, Context, Offer};
use super::app::App;
use super::context::FIELDS;
use super::input::Stroke;
use super::screen::card::Card;
use super::screen::{Layer, walk};
use super::update::{self, Effect};

/// What cells stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A row of the screen on top, by its place among all of them.
    Row(usize),
    /// A row of the outline.
    Outline(usize),
    /// The text of the item beside it.
    Text,
    /// An item that this is linked to, by its place among the stops of the text.
    Link(usize),
    /// A key that is named.
    Key(Stroke),
}

/// What there is to know of the mouse.
#[derive(Clone, Debug, Default)]
pub struct Mouse {
    /// Whether the terminal tells of it.
    pub on: bool,
    /// What the cells of the last frame stand for, and of rows of a list how many of them are seen above; what came later
    /// lies over what came before.
    spots: RefCell<Vec<(Rect, Spot, usize)>>,
    /// What was clicked on last, if nothing else was done since.
    clicked: Option<(Context, Spot)>,
    /// The row that it put the cursor on, and how many are seen above that: it stays under the pointer.
    held: Option<(Spot, usize)>,
}

impl Mouse {
    /// Takes note of what the cells of an area stand for.
    pub fn mark(&self, area: Rect, spot: Spot) {
        self.mark_row(area, spot, 0);
    }

    /// The same of a row of a list, of which some are seen above it.
    pub fn mark_row(&self, area: Rect, spot: Spot, above: usize) {
        if self.on {
            self.spots.borrow_mut().push((area, spot, above));
        }
    }

    /// Forgets what the cells stand for: something else is drawn over them.
    pub fn clear(&self) {
        self.spots.borrow_mut().clear();
    }

    /// How many rows of a list are to be shown above one of them, where that was clicked on.
    pub fn above(&self, row: Spot) -> Option<usize> {
        self.held.filter(|(held, _)| *held == row).map(|(_, above)| above)
    }

    /// Takes note that something else was done since the last click.
    pub fn moved_on(&mut self) {
        (self.clicked, self.held) = (None, None);
    }

    /// What is under the pointer, and how many rows of its list are above it.
    fn at(&self, pointer: Position) -> Option<(Spot, usize)> {
        let spots = self.spots.borrow();
        spots.iter().rev().find(|(area, ..)| area.contains(pointer)).map(|(_, spot, above)| (*spot, *above))
    }
}

/// Whether anything is done at an event: a terminal tells of every move too.
pub fn is_meant(event: MouseEvent) -> bool {
    use MouseEventKind::{Down, ScrollDown, ScrollUp};
    matches!(event.kind, Down(MouseButton::Left) | ScrollDown | ScrollUp)
}

/// Does what the wheel or a click asks for.
pub fn mouse(app: &mut App, event: MouseEvent) -> Vec<Effect> {
    let under = app.mouse.at(Position::new(event.column, event.row));
    match event.kind {
        MouseEventKind::ScrollUp => wheel(app, under.map(|(spot, _)| spot), true),
        MouseEventKind::ScrollDown => wheel(app, under.map(|(spot, _)| spot), false),
        MouseEventKind::Down(MouseButton::Left) => under.map_or_else(Vec::new, |(spot, above)| click(app, spot, above)),
        _ => Vec::new(),
    }
}

/// Scrolls the text under the pointer; moves the cursor of anything else.
fn wheel(app: &mut App, under: Option<Spot>, up: bool) -> Vec<Effect> {
    app.mouse.moved_on();
    let text = matches!(under, Some(Spot::Text | Spot::Link(_)));
    let mut top = app.layers.pop();
    let scrolled = match &mut top {
        // Elsewhere the cursor is among links.
        Some(layer) if text || !matches!(layer, Layer::Card(_)) => layer.screen_mut().scroll(up, app),
        None if text => walk::scroll(app, up),
        _ => false,
    };
    app.layers.extend(top);
    let asked = if up { Action::Up } else { Action::Down };
    let mut rows = action::rows(app.context()).filter(|row| row.action == asked);
    if scrolled || !rows.any(|row| (row.when)(app, row) == Offer::Now) {
        return Vec::new();
    }
    update::begin(app, None);
    update::update(app, asked, KeyEvent::from(KeyCode::Null))
}

/// Puts the cursor on what was clicked on. A second click there does what Enter does, as the first does in a choice.
fn click(app: &mut App, spot: Spot, above: usize) -> Vec<Effect> {
    let before = app.mouse.clicked;
    match spot {
        Spot::Key(key) => return update::key(app, key.event()),
        Spot::Text => return Vec::new(),
        Spot::Row(row) => {
            let mut top = app.layers.pop();
            if let Some(top) = &mut top {
                top.screen_mut().point(row, app);
            }
            app.layers.extend(top);
        }
        Spot::Outline(row) => {
            app.layers.pop_if(|layer| matches!(layer, Layer::Card(_)));
            walk::point(app, row);
        }
        Spot::Link(stop) => Card::click(stop, app),
    }
    update::begin(app, None);
    let here = app.context();
    let chooses = matches!(here, Context::Reason | Context::Filter | Context::Export);
    let again = before == Some((here, spot)) && !FIELDS.contains(&here);
    let effects = if again || chooses { update::key(app, KeyEvent::from(KeyCode::Enter)) } else { Vec::new() };
    // What opens then was not clicked on.
    if app.context() == here {
        app.mouse.clicked = (!again).then_some((here, spot));
        app.mouse.held = Some((spot, above));
    }
    effects
}
