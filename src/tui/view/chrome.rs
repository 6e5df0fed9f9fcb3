//! What frames every screen: the gauge on top, the message and the footer at the bottom.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyCode;
use ratatui::layout::Rect;

use super::{line_of, put_text};
use crate::i18n::{Lang, say};
use crate::scorecard::Scorecard;
use crate::style::{Meaning, bar};
use crate::text::{one_line, pad, truncate, width, wrap};
use crate::tui::action::{self, Offer};
use crate::tui::app::{App, Notice, Saved, Walk};
use crate::tui::input::Stroke;
use crate::tui::mouse::Spot;
use crate::wording;

/// The gauge: team and day, the level and what is left to the next, what blocks it.
pub(super) fn header(app: &App, area: Rect, buffer: &mut Buffer) {
    let Some(walk) = &app.walk else { return };
    let cells = usize::from(area.width);
    let (saved, meaning) = saved(walk, app.lang);
    let left = cells.saturating_sub(width(&saved) + 2);
    let assessment = &walk.card.assessment;
    let mut name =
        format!("{} · {} · {}", one_line(&assessment.team), assessment.date, assessment.status.term(app.lang));
    if let Some((nth, count)) = walk.place() {
        name = format!("{name} · {nth}/{count}");
    }
    if let Some(which) = &walk.shown_only {
        name = format!("{name} · {}", say::shown_only(app.lang, which.title(walk, app.lang)));
    }
    // What a key has just done to the level stands where the least is lost.
    let (moved, low) = (moved(walk, app.lang), area.height < 3);
    match &moved {
        Some((said, meaning)) if low => put_text(buffer, line_of(area, 0), &pad(said, left), app, *meaning),
        _ => put_text(buffer, line_of(area, 0), &pad(&name, left), app, Meaning::Title),
    }
    let at = u16::try_from(cells.saturating_sub(width(&saved))).unwrap_or(u16::MAX);
    let right = Rect { x: area.x.saturating_add(at), width: area.width.saturating_sub(at), ..line_of(area, 0) };
    put_text(buffer, right, &saved, app, meaning);
    gauge(app, &walk.card, line_of(area, 1), buffer);
    if area.height > 2 {
        let (said, meaning) = moved.unwrap_or_else(|| (blocks(app, &walk.card), Meaning::Body));
        put_text(buffer, line_of(area, 2), &truncate(&said, cells), app, meaning);
    }
    if area.height > 3 {
        put_text(buffer, line_of(area, 3), &"─".repeat(cells), app, Meaning::Muted);
    }
}

/// What the last key did to the level, if anything.
fn moved(walk: &Walk, lang: Lang) -> Option<(String, Meaning)> {
    let (before, now) = (walk.level_before?, walk.card.score.level);
    let level = wording::level_titled(&walk.card.checklist, now, lang);
    Some(if now > before {
        (say::level_gained(lang, level), Meaning::Met)
    } else {
        (say::level_lost(lang, level), Meaning::Blocked)
    })
}

fn saved(walk: &Walk, lang: Lang) -> (String, Meaning) {
    match &walk.saved {
        Saved::Yes(None) => (say::saved(lang).to_owned(), Meaning::Muted),
        Saved::Yes(Some(time)) => (say::saved_at(lang, time), Meaning::Met),
        Saved::Pending => (say::saving(lang).to_owned(), Meaning::Partial),
        Saved::Never => (say::never_saved(lang).to_owned(), Meaning::Warning),
        Saved::Failed => (say::not_saved(lang).to_owned(), Meaning::Error),
    }
}

/// The level, what is left to the next, and what is open.
pub(in crate::tui) fn gauge(app: &App, card: &Scorecard, area: Rect, buffer: &mut Buffer) {
    let score = &card.score;
    let lang = app.lang;
    let mut line = Cells { app, buffer, area, used: 0 };
    line.add(&wording::stands(score.grade(), score.max_level, lang), Meaning::Title);
    let next = score.next.as_ref().and_then(|next| score.levels.iter().find(|level| level.level == next.level));
    match next {
        Some(next) => {
            let percent = next.credit.percent().unwrap_or_default();
            let (full, empty) = bar(percent, if area.width < 60 { 8 } else { 16 });
            line.add("  ", Meaning::Body);
            line.add(&full, Meaning::Met);
            line.add(&empty, Meaning::Muted);
            let (met, applicable, _) = next.counts();
            let percent = say::percent(lang, percent);
            let by_mean = score.score.is_some();
            let said = if by_mean { say::gauge_gate } else { say::gauge_next };
            let words = said(lang, next.level, met, applicable, &percent);
            if !line.add_whole(&format!("  {words}"), Meaning::Body) {
                line.add_whole(&format!("  {percent}"), Meaning::Body);
            }
        }
        None => {
            line.add_whole(&format!("  {}", say::gauge_top(lang, score.max_level)), Meaning::Met);
        }
    }
    let open = score.coverage.open();
    if open > 0 && !line.add_whole(&format!("  {}", say::gauge_open(lang, open)), Meaning::Partial) {
        line.add_whole(&format!("  ?{open}"), Meaning::Partial);
    }
    if score.coverage.to_confirm > 0 {
        line.add_whole(&format!("  {}", say::gauge_confirm(lang, score.coverage.to_confirm)), Meaning::Partial);
    }
}

/// What blocks the next level.
pub(in crate::tui) fn blocks(app: &App, card: &Scorecard) -> String {
    let Some(next) = &card.score.next else { return say::blocks_nothing(app.lang).to_owned() };
    let titles: Vec<String> =
        next.remaining.iter().map(|id| wording::criterion(&card.checklist, id, app.lang)).collect();
    let by_mean = card.score.score.is_some();
    let said = if by_mean { say::gauge_blocks_gate } else { say::gauge_blocks };
    said(app.lang, next.level, titles.join(say::semicolon(app.lang)))
}

/// One line that is filled from the left.
struct Cells<'a> {
    app: &'a App,
    buffer: &'a mut Buffer,
    area: Rect,
    used: u16,
}

impl Cells<'_> {
    /// Adds text, cut where the line ends.
    fn add(&mut self, text: &str, meaning: Meaning) {
        let left = self.area.width.saturating_sub(self.used);
        let rest = Rect { x: self.area.x.saturating_add(self.used), width: left, ..self.area };
        put_text(self.buffer, rest, text, self.app, meaning);
        self.used = self.used.saturating_add(u16::try_from(width(text)).unwrap_or(u16::MAX)).min(self.area.width);
    }

    /// Adds text if all of it fits; says whether it did.
    fn add_whole(&mut self, text: &str, meaning: Meaning) -> bool {
        let fits = width(text) <= usize::from(self.area.width.saturating_sub(self.used));
        if fits {
            self.add(text, meaning);
        }
        fits
    }
}

fn notice_lines(app: &App, columns: u16) -> Vec<String> {
    let Some(notice) = &app.notice else { return Vec::new() };
    let cells = usize::from(columns).max(2);
    if notice.is_lasting() {
        let text = one_line(notice.text.get(app.lang));
        return wrap(&format!("! {text} [{}]", say::message_hint(app.lang)), cells);
    }
    notice.text.get(app.lang).lines().flat_map(|line| wrap(&one_line(line), cells)).collect()
}

/// How many rows the message takes.
pub(super) fn notice_rows(app: &App, columns: u16) -> u16 {
    u16::try_from(notice_lines(app, columns).len()).unwrap_or(u16::MAX)
}

/// The message.
pub(super) fn notice(app: &App, area: Rect, buffer: &mut Buffer) {
    let meaning = if app.notice.as_ref().is_some_and(Notice::is_lasting) { Meaning::Error } else { Meaning::Body };
    if app.notice.as_ref().is_some_and(Notice::is_lasting) {
        app.mouse.mark(area, Spot::Key(Stroke::code(KeyCode::Esc)));
    }
    for (row, line) in area.rows().zip(notice_lines(app, area.width)) {
        put_text(buffer, row, &line, app, meaning);
    }
}

/// The keys that matter here, most important first, in one or two lines of a screen of a size; leaving and help always.
pub(super) fn footer_lines(app: &App, (columns, rows): (u16, u16)) -> Vec<Vec<&'static action::Row>> {
    let (cells, most) = (usize::from(columns), if rows < 20 { 1 } else { 2 });
    let mut rows: Vec<_> =
        action::rows(app.context()).filter(|row| row.footer > 0 && (row.when)(app, row) == Offer::Now).collect();
    rows.retain(|row| !action::goes_without_saying(app, row));
    rows.sort_by_key(|row| row.footer);
    let taken = |row: &'static action::Row| {
        let (key, name) = label(row, app);
        width(&key) + 1 + width(&name) + 2
    };
    // Two cells part one key from the next, and none from the edge.
    let cells = cells + 2;
    let (kept, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.footer >= 18);
    let last: usize = kept.iter().map(|row| taken(row)).sum();
    let mut lines = vec![Vec::new()];
    let mut left = cells;
    let others: Vec<_> = others.into_iter().map(|row| (row, taken(row))).collect();
    let mut rest: usize = others.iter().map(|(_, taken)| taken).sum();
    for (row, taken) in others {
        // On the last line there is room for what is kept, and on a line before it too if nothing else is left.
        let reserved = if lines.len() == most || rest + last <= left { last } else { 0 };
        rest -= taken;
        if taken + reserved > left {
            if lines.len() == most {
                break;
            }
            lines.push(Vec::new());
            left = cells;
        }
        left = left.saturating_sub(taken);
        lines.last_mut().into_iter().for_each(|line| line.push(row));
    }
    if last > left && lines.len() < most {
        lines.push(Vec::new());
    }
    lines.last_mut().into_iter().for_each(|line| line.extend(kept.iter().copied()));
    lines
}

/// The key and the name of a command; of an option what it is called.
fn label(row: &'static action::Row, app: &App) -> (String, Cow<'static, str>) {
    let key = app.keymap.keys(row, app.context()).next().map(Stroke::name).unwrap_or_default();
    (key, action::name(app, row))
}

/// The keys that matter here.
pub(super) fn footer(app: &App, area: Rect, lines: &[Vec<&'static action::Row>], buffer: &mut Buffer) {
    for (area, keys) in area.rows().zip(lines) {
        let mut line = Cells { app, buffer, area, used: 0 };
        for row in keys {
            let (key, name) = label(row, app);
            let from = area.x.saturating_add(line.used);
            line.add(&key, Meaning::Key);
            line.add(&format!(" {name}"), Meaning::Muted);
            let spot = Rect { x: from, width: area.x.saturating_add(line.used) - from, ..area };
            line.add("  ", Meaning::Muted);
            if let Some(key) = app.keymap.keys(row, app.context()).next() {
                app.mouse.mark(spot, Spot::Key(key));
            }
        }
    }
}
