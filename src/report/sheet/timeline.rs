//! How things stood at each of several dates: a line each, their marks under the dates.

use super::styled::Styled;
use super::{Draw, Piece};
use crate::page::document::{Across, Timeline};
use crate::style::Meaning;
use crate::text;

/// The cells of a date, without its year, and what sets it off.
const DATE: usize = 6;
/// The least cells that a name gets.
const NAME: usize = 20;

impl Draw {
    /// As many of the last dates as there is room for.
    pub(super) fn timeline(&mut self, timeline: &Timeline<'_>, indent: usize) {
        let room = self.paper.width.saturating_sub(indent + 1 + NAME) / DATE;
        let (from, cut) = timeline.from(room.max(1), self.paper.lang);
        if let Some(line) = cut {
            self.words(indent, Vec::new(), &line);
        }
        let dates = timeline.dates.get(from..).unwrap_or_default();
        let widest = timeline.rows.iter().map(|row| Styled::whole(&row.line, self.paper).width()).max();
        let most = self.paper.width.saturating_sub(indent + 1 + dates.len() * DATE);
        let name = widest.unwrap_or_default().min(most);
        let (mut years, mut days, mut year) = (String::new(), String::new(), None);
        for date in dates {
            let new = year.replace(date.year()) != Some(date.year());
            years.push_str(&if new { text::pad(&format!("  {:04}", date.year()), DATE) } else { " ".repeat(DATE) });
            days.push_str(&text::pad(&format!(" {:02}-{:02}", date.month(), date.day()), DATE));
        }
        let before = " ".repeat(indent + 1 + name);
        for head in [years, days] {
            self.keep(vec![Piece::new(before.clone(), Meaning::Body), Piece::new(head, Meaning::Muted)]);
        }
        for row in &timeline.rows {
            let stop = row.key.as_ref().map(|key| self.begin(key, self.sheet.height()));
            self.across(row, from, indent, name);
            self.end(stop);
        }
    }

    fn across(&mut self, row: &Across<'_>, from: usize, indent: usize, name: usize) {
        let left = indent + usize::from(!row.over);
        let mut line = vec![Piece::new(" ".repeat(left), Meaning::Body)];
        let meaning = if row.over { Meaning::Title } else { Meaning::Body };
        let title = row.line.clone().meaning(meaning);
        // What stands over the others begins a cell before them.
        let cells = name + usize::from(row.over);
        let title = Styled::whole(&title, self.paper).cut(cells, &self.ascii("…"));
        let used: usize = title.iter().map(|piece| text::width(&piece.text)).sum();
        line.extend(title);
        line.push(Piece::new(" ".repeat(cells.saturating_sub(used)), Meaning::Body));
        for ((sign, meaning), _) in row.at.iter().skip(from) {
            line.push(Piece::new("   ", Meaning::Body));
            line.push(self.drawn(sign, *meaning));
            line.push(Piece::new("  ", Meaning::Body));
        }
        self.keep(line);
        if !row.more.is_empty() {
            self.words(left + 2, Vec::new(), &row.more);
        }
    }
}
