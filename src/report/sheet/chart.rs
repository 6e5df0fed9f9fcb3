//! The chart of levels, and the course of a metric in one line. Columns lie to scale in time.

use std::collections::BTreeMap;

use super::styled::Styled;
use super::{Draw, Piece};
use crate::history::{History, Point};
use crate::i18n::say;
use crate::page::document::{Course, Line, Sparkline};
use crate::style::Meaning;
use crate::text;

/// The cells of a bar, where its neighbours leave room.
const BAR: usize = 3;
/// The most rows of a chart.
const ROWS: usize = 12;
/// The cells to the left of the axis.
const LABEL: usize = 3;
/// The steps of a line, lowest first.
const STEPS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
/// The same where only ASCII may be used: a digit says how high.
const ASCII_STEPS: [&str; 8] = ["1", "2", "3", "4", "5", "6", "7", "8"];

impl Draw {
    /// The levels as bars, with the progress to the next on top of each, over an axis of dates.
    pub(super) fn trend(&mut self, course: Course<'_>) {
        let history = course.history;
        if course.brief {
            self.words(0, Vec::new(), &course.line(self.paper.lang));
            return;
        }
        let levels = usize::from(history.max_level().get()).max(1);
        let per_level = (ROWS / levels).clamp(1, 4);
        let plot = self.paper.width.saturating_sub(LABEL + 2).max(BAR);
        let places = history.places(plot.saturating_sub(BAR - 1));
        let columns = columns(history, &places, plot);
        for row in (0..levels * per_level).rev() {
            let top_of_level = (row + 1) % per_level == 0;
            let label = if top_of_level { ((row + 1) / per_level).to_string() } else { String::new() };
            let mut line =
                vec![Piece::new(format!("{label:>LABEL$} "), Meaning::Muted), self.drawn("│", Meaning::Muted)];
            line.extend(columns.iter().map(|point| match point {
                Some(point) => {
                    let (symbol, meaning) = cell(point, row, per_level);
                    self.drawn(symbol, meaning)
                }
                None => Piece::new(" ", Meaning::Body),
            }));
            self.keep(line);
        }
        let marks: String = (0..plot).map(|at| if places.contains(&at) { '┴' } else { '─' }).collect();
        let axis = self.drawn(&format!("{:>LABEL$} └{marks}", 0), Meaning::Muted);
        self.keep(vec![axis]);
        self.keep(vec![Piece::new(dates(history, &places, plot), Meaning::Muted)]);
        let key = Line::ours(say::trend_key(self.paper.lang)).meaning(Meaning::Muted);
        self.words(0, Vec::new(), &key);
    }

    /// A line for each metric: its course to scale in time, and its last value.
    pub(super) fn courses(&mut self, history: &History, courses: &[Sparkline<'_>], indent: usize) {
        let page = self.paper.width;
        let titles: Vec<Styled> = courses.iter().map(|course| Styled::whole(&course.line, self.paper)).collect();
        let widest = titles.iter().map(Styled::width).max().unwrap_or_default().min(page * 3 / 10);
        // The course gives way to its last value.
        let last =
            courses.iter().map(|course| Styled::whole(&course.last, self.paper).width()).max().unwrap_or_default();
        let cells = page.saturating_sub(indent + 3 + widest + 4 + last).clamp(page / 8, page / 4);
        for (course, title) in courses.iter().zip(titles) {
            let mut title = title.cut(widest, &self.ascii("…"));
            let used: usize = title.iter().map(|piece| text::width(&piece.text)).sum();
            title.push(Piece::new(" ".repeat(widest.saturating_sub(used) + 2), Meaning::Body));
            let mut before = vec![self.drawn(course.mark.0, course.mark.1), Piece::new(" ", Meaning::Body)];
            before.extend(title);
            let line = sparkline(history, &course.values, cells, self.paper.ascii);
            before.push(Piece::new(line, Meaning::Key));
            before.push(Piece::new("  ", Meaning::Body));
            self.words(indent + 1, before, &course.last);
        }
    }
}

/// Which point stands in each column; of several in one column the newest.
fn columns<'a>(history: &'a History, places: &[usize], plot: usize) -> Vec<Option<&'a Point>> {
    let mut columns = vec![None; plot];
    for (nth, (point, place)) in history.points.iter().zip(places).enumerate() {
        // A bar ends a cell before the next one begins.
        let room = places.get(nth + 1..).unwrap_or_default().iter().find(|next| *next > place);
        let wide = room.map_or(BAR, |next| (next - place).saturating_sub(1).clamp(1, BAR));
        columns.iter_mut().skip(*place).take(wide).for_each(|column| *column = Some(point));
    }
    columns
}

/// What stands in a row of a bar.
fn cell(point: &Point, row: usize, per_level: usize) -> (&'static str, Meaning) {
    let achieved = usize::from(point.level.get()) * per_level;
    let percent = usize::try_from(point.progress.unwrap_or_default()).unwrap_or_default();
    if row < achieved {
        ("█", Meaning::Met)
    } else if row < achieved + percent * per_level / 100 {
        ("░", Meaning::Partial)
    } else {
        (" ", Meaning::Body)
    }
}

/// As many dates under their points as stand clear of each other; the last always.
fn dates(history: &History, places: &[usize], plot: usize) -> String {
    let start = LABEL + 2;
    let mut labels: BTreeMap<usize, String> = BTreeMap::new();
    for (point, place) in history.points.iter().rev().zip(places.iter().rev()) {
        let text = point.date.to_string();
        // The last one would reach over the edge.
        let at = (start + place).min((start + plot).saturating_sub(text.len()));
        let clear = labels.keys().next().is_none_or(|next| at + text.len() < *next);
        if clear {
            labels.insert(at, text);
        }
    }
    let mut line = String::new();
    for (at, text) in labels {
        line.push_str(&" ".repeat(at.saturating_sub(line.len())));
        line.push_str(&text);
    }
    line
}

/// A metric from its lowest to its highest value, a blank where there is none.
pub(in crate::report) fn sparkline(history: &History, values: &[Option<f64>], cells: usize, ascii: bool) -> String {
    let known = || values.iter().flatten().copied();
    let (low, high) = (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max));
    let steps = if ascii { ASCII_STEPS } else { STEPS };
    let mut line = vec![" "; cells];
    for (value, place) in values.iter().zip(history.places(cells)) {
        if let (Some(value), Some(cell)) = (value, line.get_mut(place)) {
            *cell = steps.get(step(*value, low, high)).copied().unwrap_or(" ");
        }
    }
    line.concat()
}

/// How high of eight steps a value stands; in the middle where all are the same.
fn step(value: f64, low: f64, high: f64) -> usize {
    // Halves, so that the distance of two very large numbers is still a number.
    let (reach, height) = (high / 2.0 - low / 2.0, value / 2.0 - low / 2.0);
    if reach <= 0.0 {
        return 3;
    }
    (1..8).take_while(|step| height / reach * 8.0 >= f64::from(*step)).count()
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn the_lowest_stands_lowest_and_the_highest_highest() {
        assert_eq!((step(1.0, 1.0, 9.0), step(9.0, 1.0, 9.0), step(5.0, 1.0, 9.0)), (0, 7, 4));
        assert_eq!(step(4.0, 4.0, 4.0), 3);
        assert_eq!((step(f64::MIN, f64::MIN, f64::MAX), step(f64::MAX, f64::MIN, f64::MAX)), (0, 7));
    }
}
