//! The boxes that lie over the walk: note, one-line questions, evidence, the reason of a waiver.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::page::Page;
use super::{line_of, put_text};
use crate::i18n::{Lang, Text, terms, tui as t};
use crate::model::{Key, Reason};
use crate::style::{Meaning, mark};
use crate::text::{pad, truncate, width, wrap};
use crate::tui::app::{App, Asks, EvidenceForm, Layer, Prompt};
use crate::tui::field::Field;
use crate::wording;

/// Draws a box and returns where the terminal's cursor belongs.
pub(super) fn draw(app: &App, layer: &Layer, buffer: &mut Buffer) -> Option<Position> {
    match layer {
        Layer::Note(key, field) => note(app, key, field, buffer),
        Layer::Prompt(prompt) => ask(app, prompt, buffer),
        Layer::Evidence(key, at) => evidence(app, key, *at, buffer),
        Layer::EvidenceForm(form) => evidence_form(app, form, buffer),
        Layer::Reason(_, at) => reason(app, *at, buffer),
        Layer::Finish => finish(app, buffer),
        Layer::Score(_)
        | Layer::Plan(_)
        | Layer::Compare(_)
        | Layer::Trend(..)
        | Layer::Help(..)
        | Layer::Home(_)
        | Layer::Form(_) => None,
    }
}

fn item_title(app: &App, key: &Key) -> String {
    app.walk.as_ref().map(|walk| wording::title(&walk.card.checklist, key, app.lang)).unwrap_or_default()
}

/// A box with a title in the middle of the screen, as high as `rows` of content; returns the room inside.
fn frame(app: &App, title: &str, rows: usize, buffer: &mut Buffer) -> Rect {
    let screen = buffer.area;
    let columns = screen.width.saturating_sub(4).clamp(1, 76).min(screen.width);
    let height = u16::try_from(rows.saturating_add(2)).unwrap_or(u16::MAX).min(screen.height.saturating_sub(1)).max(1);
    let x = (screen.width - columns) / 2;
    let y = screen.height.saturating_sub(height) / 2;
    let area = Rect::new(x, y, columns, height);
    // One cell more at the left: half of a wide glyph would be left standing beside the border.
    let blank = Rect { x: x.saturating_sub(1), width: columns + x.min(1), ..area };
    for position in blank.intersection(screen).positions() {
        if let Some(cell) = buffer.cell_mut(position) {
            cell.reset();
        }
    }
    let inner = usize::from(columns.saturating_sub(2));
    let title = truncate(title, inner.saturating_sub(2));
    let rule = "─".repeat(inner.saturating_sub(width(&title) + 2));
    put_text(buffer, line_of(area, 0), &format!("┌ {title} {rule}┐"), app, Meaning::Body);
    for nth in 1..usize::from(height.saturating_sub(1)) {
        put_text(buffer, line_of(area, nth), &format!("│{}│", " ".repeat(inner)), app, Meaning::Body);
    }
    let bottom = usize::from(height.saturating_sub(1));
    put_text(buffer, line_of(area, bottom), &format!("└{}┘", "─".repeat(inner)), app, Meaning::Body);
    Rect {
        x: area.x + 2.min(area.width),
        y: area.y + 1.min(area.height),
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    }
}

fn inner_width(buffer: &Buffer) -> usize {
    usize::from(buffer.area.width.saturating_sub(8).clamp(2, 72))
}

fn note(app: &App, key: &Key, field: &Field, buffer: &mut Buffer) -> Option<Position> {
    let rows = usize::from(buffer.area.height).saturating_sub(6).clamp(3, 12);
    let title = format!("{} · {}", terms::note(app.lang), item_title(app, key));
    let inside = frame(app, &title, rows, buffer);
    field.draw(inside, buffer)
}

fn ask(app: &App, prompt: &Prompt, buffer: &mut Buffer) -> Option<Position> {
    let lang = app.lang;
    let title = item_title(app, &prompt.key);
    let unit = match (&prompt.key, &app.walk) {
        (Key::Metric(id), Some(walk)) => {
            walk.card.checklist.metric(id).and_then(|metric| metric.unit.as_ref()).map(|unit| unit.get(lang).to_owned())
        }
        _ => None,
    };
    let question = match (prompt.asks, unit) {
        (Asks::Owner, _) => t::prompt_owner(lang).to_owned(),
        (Asks::Due, _) => t::prompt_due(lang).to_owned(),
        (Asks::Value, Some(unit)) => t::prompt_value(lang, &title, unit),
        (Asks::Value, None) => t::prompt_value_plain(lang, &title),
        (Asks::Target, _) => t::prompt_target(lang, &title),
    };
    let question = wrap(&question, inner_width(buffer));
    let error = error_lines(prompt.error.as_ref(), lang, inner_width(buffer));
    let inside = frame(app, &title, question.len() + 1 + error.len(), buffer);
    for (nth, line) in question.iter().enumerate() {
        put_text(buffer, line_of(inside, nth), line, app, Meaning::Muted);
    }
    let cursor = prompt.field.draw(line_of(inside, question.len()), buffer);
    put_error(app, inside, question.len() + 1, &error, buffer);
    cursor
}

fn error_lines(error: Option<&Text>, lang: Lang, cells: usize) -> Vec<String> {
    error.map(|error| wrap(error.get(lang), cells)).unwrap_or_default()
}

/// Draws what is wrong with what was typed.
pub(super) fn put_error(app: &App, area: Rect, at: usize, error: &[String], buffer: &mut Buffer) {
    for (nth, line) in error.iter().enumerate() {
        put_text(buffer, line_of(area, at + nth), line, app, Meaning::Error);
    }
}

fn evidence(app: &App, key: &Key, at: usize, buffer: &mut Buffer) -> Option<Position> {
    let walk = app.walk.as_ref()?;
    let entries = walk.entry(key).evidence;
    let mut page = Page::new(inner_width(buffer), app);
    if entries.is_empty() {
        page.text(0, t::evidence_empty(app.lang), Meaning::Muted);
    }
    for (nth, evidence) in entries.iter().enumerate() {
        let (shown, valid) = wording::evidence(evidence, walk.card.assessment.date, app.lang);
        let answer = if valid { crate::model::Answer::Yes } else { crate::model::Answer::No };
        page.anchor();
        page.marked(0, mark(Some(answer)), &shown, if nth == at { Meaning::Selected } else { Meaning::Body });
    }
    let title = format!("{} · {}", terms::evidence(app.lang), item_title(app, key));
    let inside = frame(app, &title, page.height(), buffer);
    let start = page.anchors.get(at).copied().unwrap_or_default();
    let scroll = start.min(page.height().saturating_sub(usize::from(inside.height)));
    page.draw(inside, scroll, buffer);
    None
}

fn evidence_form(app: &App, form: &EvidenceForm, buffer: &mut Buffer) -> Option<Position> {
    let lang = app.lang;
    let labels = [t::evidence_ref(lang), t::evidence_date(lang), t::evidence_by(lang), t::evidence_expires(lang)];
    let error = error_lines(form.error.as_ref(), lang, inner_width(buffer));
    let title = format!("{} · {}", terms::evidence(lang), item_title(app, &form.key));
    let inside = frame(app, &title, labels.len() + error.len(), buffer);
    let cursor = fields(app, inside, &labels.into_iter().zip(&form.fields).collect::<Vec<_>>(), form.at, buffer);
    put_error(app, inside, labels.len(), &error, buffer);
    cursor
}

/// Draws labelled one-line fields under each other and returns the cursor of the one that has it.
fn fields(app: &App, area: Rect, rows: &[(&str, &Field)], at: usize, buffer: &mut Buffer) -> Option<Position> {
    let label_cells = rows.iter().map(|(label, _)| width(label)).max().unwrap_or_default() + 2;
    let mut cursor = None;
    for (nth, (label, field)) in rows.iter().enumerate() {
        let line = line_of(area, nth);
        let meaning = if nth == at { Meaning::Title } else { Meaning::Muted };
        put_text(buffer, line, &pad(&format!("{label}{}", terms::colon(app.lang)), label_cells), app, meaning);
        let taken = u16::try_from(label_cells).unwrap_or(u16::MAX).min(line.width);
        let room = Rect { x: line.x + taken, width: line.width - taken, ..line };
        let drawn = field.draw(room, buffer);
        if nth == at {
            cursor = drawn;
        }
    }
    cursor
}

fn reason(app: &App, at: usize, buffer: &mut Buffer) -> Option<Position> {
    let lang = app.lang;
    let inside = frame(app, t::prompt_reason(lang), Reason::ALL.len() + 1, buffer);
    let words = Reason::ALL.iter().map(|reason| reason.term(lang)).chain([t::reason_none(lang)]);
    let top = at.saturating_sub(usize::from(inside.height.saturating_sub(1)));
    for (nth, word) in words.enumerate().skip(top) {
        let number = if nth < Reason::ALL.len() { (nth + 1).to_string() } else { " ".to_owned() };
        let line = pad(&format!("{number} {word}"), usize::from(inside.width));
        let meaning = if nth == at { Meaning::Selected } else { Meaning::Body };
        put_text(buffer, line_of(inside, nth - top), &line, app, meaning);
    }
    None
}

/// What is open, before the assessment is final.
fn finish(app: &App, buffer: &mut Buffer) -> Option<Position> {
    let walk = app.walk.as_ref()?;
    let lang = app.lang;
    let (score, mut page) = (&walk.card.score, Page::new(inner_width(buffer), app));
    let open = [
        (score.coverage.open(), t::finish_unanswered as fn(Lang, usize) -> String),
        (score.coverage.to_confirm, t::finish_to_confirm),
        (walk.card.findings.len(), t::finish_findings),
    ];
    for (count, say) in open.into_iter().filter(|(count, _)| *count > 0) {
        page.marked(0, ("?", Meaning::Partial), &say(lang, count), Meaning::Body);
    }
    if page.height() == 0 {
        page.marked(0, mark(Some(crate::model::Answer::Yes)), t::finish_nothing_open(lang), Meaning::Body);
    }
    page.text(0, &t::finish_level(lang, score.level, score.max_level), Meaning::Body);
    page.text(0, t::finish_then(lang), Meaning::Muted);
    let inside = frame(app, t::finish_title(lang), page.height(), buffer);
    page.draw(inside, 0, buffer);
    None
}
