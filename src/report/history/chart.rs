//! The chart of levels, and the course of a metric in one line. Columns lie to scale in time.

use std::collections::BTreeMap;

use crate::history::{History, Point};
use crate::model::Id;
use crate::report::sheet::{Piece, Sheet};
use crate::style::Meaning;

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

/// The levels as bars, with the progress to the next on top of each, over an axis of dates.
pub(super) fn levels(sheet: &mut Sheet, history: &History) {
    let levels = usize::from(history.max_level().get()).max(1);
    let per_level = (ROWS / levels).clamp(1, 4);
    let plot = sheet.paper().width.saturating_sub(LABEL + 2).max(BAR);
    let places = history.places(plot.saturating_sub(BAR - 1));
    let columns = columns(history, &places, plot);
    for row in (0..levels * per_level).rev() {
        let top_of_level = (row + 1) % per_level == 0;
        let label = if top_of_level { ((row + 1) / per_level).to_string() } else { String::new() };
        let mut line = vec![Piece::new(format!("{label:>LABEL$} "), Meaning::Muted), Piece::new("│", Meaning::Muted)];
        line.extend(columns.iter().map(|point| match point {
            Some(point) => cell(point, row, per_level),
            None => Piece::new(" ", Meaning::Body),
        }));
        sheet.put(line);
    }
    axis(sheet, history, &places, plot);
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

fn cell(point: &Point, row: usize, per_level: usize) -> Piece {
    let achieved = usize::from(point.level.get()) * per_level;
    let percent = usize::try_from(point.progress.unwrap_or_default()).unwrap_or_default();
    if row < achieved {
        Piece::new("█", Meaning::Met)
    } else if row < achieved + percent * per_level / 100 {
        Piece::new("░", Meaning::Partial)
    } else {
        Piece::new(" ", Meaning::Body)
    }
}

/// The axis with a mark under each point, and as many dates as stand clear of each other; the last always.
fn axis(sheet: &mut Sheet, history: &History, places: &[usize], plot: usize) {
    let marks: String = (0..plot).map(|at| if places.contains(&at) { '┴' } else { '─' }).collect();
    sheet.put(vec![Piece::new(format!("{:>LABEL$} └{marks}", 0), Meaning::Muted)]);
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
    sheet.put(vec![Piece::new(line, Meaning::Muted)]);
}

/// A metric from its lowest to its highest value, a blank where there is none.
pub(super) fn sparkline(history: &History, id: &Id, cells: usize, ascii: bool) -> String {
    let values: Vec<Option<f64>> = history.points.iter().map(|point| point.metric(id).0).collect();
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
