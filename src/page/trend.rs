//! A team's assessments over time: a table, a chart, and a line for each metric.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::document::{
    Across, Block, Cell, Course, Document, Item, Items, Kind, Line, Medium, Sparkline, Table, Timeline, quote,
};
use super::parts::{DOWN, UP, WARNING, level_titled, metric_mark, metric_state, state_mark, title};
use crate::diff::Way;
use crate::history::{History, Lane, Measured, Point, Stand};
use crate::i18n::{Lang, say};
use crate::model::checklist::{Better, Target};
use crate::model::{Checklist, Id, Key, Worth};
use crate::style::{Meaning, mark};
use crate::wording;

/// The most dates beside each other at a terminal.
const AT_TERMINAL: usize = 4;

/// A team's history, and what is needed to speak of it.
#[derive(Clone, Copy, Debug)]
pub struct Trend<'a> {
    /// The team's name.
    pub team: &'a str,
    /// Where it stood.
    pub history: &'a History,
    /// The checklist of its newest assessment, for titles and units.
    pub checklist: &'a Checklist,
    /// The day: what lies after it is marked.
    pub today: Date,
}

/// The history.
pub fn page(trend: Trend<'_>, lang: Lang) -> Document<'_> {
    let mut page = Document::default();
    let points = &trend.history.points;
    page.heading(1, Line::said(&say::history_of(lang, quote(trend.team), points.len())));
    if let Some(line) = from_first_to_last(trend, lang) {
        page.push(line);
    }
    page.push(table(trend, lang));
    let mut remarks: Vec<Line<'_>> = Vec::new();
    let mut future: Vec<Date> = points.iter().map(|point| point.date).collect();
    future.retain(|date| *date > trend.today);
    future.dedup();
    remarks.extend(future.into_iter().map(|day| Line::ours(say::in_future(lang, day))));
    remarks.extend(checklists(trend.history, lang));
    if !remarks.is_empty() {
        page.push(Items::new(remarks.into_iter().map(|line| Item::marked(WARNING, line)).collect()));
    }
    page.section("trend", Line::ours(say::trend(lang)));
    page.push(Block::Trend(Course { history: trend.history, target: None, brief: false }));
    let areas = trend.history.areas();
    if points.len() > 1 && !areas.is_empty() && trend.checklist.leads_with_areas() {
        page.section("areas", Line::ours(say::areas(lang)));
        page.blocks.extend(by_area(trend.history, trend.checklist, &areas, lang));
    }
    let measured = trend.history.measured();
    if !measured.is_empty() || points.len() > 1 {
        page.section_called("metrics", Line::ours(say::metrics_scaled(lang)), say::coverage_and_metrics(lang));
        let courses = std::iter::once(covered(trend, lang)).chain(measured.iter().map(|id| course(trend, id, lang)));
        page.push(Block::Courses(trend.history, courses.collect()));
    }
    if points.len() > 1 {
        page.section("answers", Line::ours(say::answers_over_time(lang)));
        page.push(timeline(trend, lang));
        let key = Line::ours(say::answers_key(lang)).meaning(Meaning::Muted);
        let all_asked = trend.history.lanes.iter().all(|lane| !lane.at.contains(&Stand::NotAsked));
        page.push(if all_asked { key } else { key.and_ours(say::blank_key(lang)) });
    }
    page
}

/// What it all came to from the first point to the last, and where the level fell.
fn from_first_to_last(trend: Trend<'_>, lang: Lang) -> Option<Line<'_>> {
    let points = &trend.history.points;
    let (first, last) = points.first().zip(points.last()).filter(|_| points.len() > 1)?;
    let of = |label: &str, old: String, new: String| format!("{label} {}", say::from_to(lang, old, new));
    let share = |point: &Point| percent(point.coverage.percent(), lang);
    let line = Line::new(Meaning::Body)
        .and_ours(wording::moved(first.grade(), last.grade(), lang))
        .meaning_of_last(Meaning::Title)
        .and_ours(of(say::if_evidenced(lang), first.evidenced_level.to_string(), last.evidenced_level.to_string()))
        .and_ours(of(say::answered_share(lang), share(first), share(last)));
    let falls = points.windows(2).filter_map(|pair| match pair {
        [before, after] if after.level < before.level => Some(say::fell(lang, after.date, before.level, after.level)),
        _ => None,
    });
    Some(falls.fold(line, |line, fell| line.and_ours(fell).meaning_of_last(Meaning::Blocked)))
}

/// That the points are not all scored by one checklist, which one each.
fn checklists<'a>(history: &History, lang: Lang) -> Option<Line<'a>> {
    let runs = history.checklists();
    let said = |(from, to): &(&Point, &Point)| {
        let days =
            if from.date == to.date { from.date.to_string() } else { say::days_from_to(lang, from.date, to.date) };
        say::aside(lang, format!("{} {}", from.checklist, from.version), days)
    };
    let other = runs.iter().any(|(point, _)| runs.first().is_some_and(|(first, _)| first.checklist != point.checklist));
    let title = if other { say::other_checklists(lang) } else { say::other_versions(lang) };
    (runs.len() > 1).then(|| {
        let list = runs.iter().map(said).collect::<Vec<_>>().join(say::semicolon(lang));
        Line::ours(format!("{title}{}{list}", say::colon(lang)))
    })
}

fn table(trend: Trend<'_>, lang: Lang) -> Table<'_> {
    let mut table = Table::new(&[
        (say::date(lang), Kind::Day),
        (say::status(lang), Kind::Words),
        (say::level_column(lang), Kind::Figure),
        (say::evidenced_column(lang), Kind::Figure),
        (say::possible_column(lang), Kind::Figure),
        (say::to_next(lang), Kind::Figure),
        (say::answered(lang), Kind::Figure),
        (say::ready_column(lang), Kind::Figure),
    ]);
    for point in &trend.history.points {
        let future = point.date > trend.today;
        let date = if future {
            Line::ours(format!("{} !", point.date)).meaning(Meaning::Warning)
        } else {
            Line::ours(point.date.to_string())
        };
        let ours = |text: String| Cell::from(Line::ours(text));
        table.row([
            date.into(),
            Line::ours(point.status.term(lang)).meaning(Meaning::Muted).into(),
            Line::ours(wording::stands_short(point.grade(), point.max_level)).meaning(Meaning::Title).into(),
            ours(point.evidenced_level.to_string()),
            ours(point.possible_level.to_string()),
            ours(percent(point.progress, lang)),
            ours(percent(point.coverage.percent(), lang)),
            ours(format!("{}/{}", point.deliverables.0, point.deliverables.1)),
        ]);
    }
    table
}

/// Where each area stood at each of the last dates; fewer of them where there is little room.
pub(super) fn by_area<'a>(
    history: &History,
    checklist: &'a Checklist,
    areas: &[Id],
    lang: Lang,
) -> impl Iterator<Item = Block<'a>> {
    let table = |most: usize| {
        let from = history.points.len().saturating_sub(most);
        let last = history.points.get(from..).unwrap_or_default();
        let mut table = Table::new(&[(say::area(lang), Kind::Title)]);
        for point in last {
            table = table.column(point.date.to_string(), Kind::Figure);
        }
        for id in areas {
            let title = Line::said(&quote(&wording::area(checklist, id, lang)));
            let stood = last.iter().map(|point| point.area(id));
            let stood =
                stood.map(|stood| stood.map_or("–".to_owned(), |(grade, of)| wording::stands_short(grade, of)));
            let cells = std::iter::once(title.into()).chain(stood.map(|said| Line::ours(said).into()));
            table.row(cells.collect::<Vec<Cell<'a>>>());
        }
        table.into()
    };
    [(Medium::Terminal, AT_TERMINAL), (Medium::Written, Timeline::ON_PAPER)]
        .map(|(medium, most)| Block::Only(medium, vec![table(most)]))
        .into_iter()
}

/// The same in fewer columns, beside the scorecard of the last.
pub(super) fn short_table<'a>(history: &History, lang: Lang) -> Table<'a> {
    let mut table = Table::new(&[
        (say::date(lang), Kind::Day),
        (say::status(lang), Kind::Words),
        (say::level_column(lang), Kind::Figure),
        (say::to_next(lang), Kind::Progress),
        (say::answered(lang), Kind::Figure),
    ]);
    for point in &history.points {
        table.row([
            Cell::from(Line::ours(point.date.to_string())),
            Line::ours(point.status.term(lang)).into(),
            Line::ours(say::met_of(lang, point.grade(), point.max_level)).into(),
            Cell::Progress(point.progress),
            Line::ours(percent(point.coverage.percent(), lang)).into(),
        ]);
    }
    table
}

fn percent(of: Option<u32>, lang: Lang) -> String {
    of.map_or_else(|| "—".to_owned(), |percent| say::percent(lang, percent))
}

/// The course of the answered share of the criteria, which says how much the rest can be relied on.
fn covered(trend: Trend<'_>, lang: Lang) -> Sparkline<'_> {
    let points = &trend.history.points;
    let share = |point: &Point| point.coverage.percent();
    let values: Vec<Option<f64>> = points.iter().map(|point| share(point).map(f64::from)).collect();
    let (first, last) = (points.first().and_then(share), points.last().and_then(share));
    let said = if points.len() > 1 {
        say::from_to(lang, percent(first, lang), percent(last, lang))
    } else {
        percent(last, lang)
    };
    let all = last == Some(100);
    let mark = mark(Some(if all { Worth::Met } else { Worth::Part }));
    Sparkline { mark, line: Line::ours(say::answered_criteria(lang)), values, target: None, last: Line::ours(said) }
}

/// The course of a metric: its first and its last value, which way that is, and how it stood then.
fn course<'a>(trend: Trend<'a>, id: &Id, lang: Lang) -> Sparkline<'a> {
    let points = &trend.history.points;
    let metric = trend.checklist.metric(id);
    let line = metric.map_or_else(|| Line::said(&quote(id.as_str())), |metric| Line::theirs(metric.title.get(lang)));
    let values: Vec<Option<f64>> = points.iter().map(|point| point.value(id)).collect();
    let mut known = points
        .iter()
        .filter_map(|point| point.metric(id)?.value.zip(point.metric(id)).map(|known| (point.date, known)));
    let first = known.next();
    let last = known.next_back().or(first);
    let Some(((_, (was, first)), (day, (is, last)))) = first.zip(last) else {
        return Sparkline { mark: mark(None), line, values, target: None, last: Line::new(Meaning::Body) };
    };
    let unit = |of: &'a Measured| of.unit.as_deref().unwrap_or_else(|| trend.checklist.unit(id, lang));
    let shown = |value, of| quote(&wording::quantity(value, unit(of)));
    let mut said = if (was.to_bits(), unit(first)) == (is.to_bits(), unit(last)) {
        Line::said(&shown(is, last))
    } else {
        let said = Line::said(&say::from_to(lang, shown(was, first), shown(is, last)));
        // What is only tracked is neither better nor worse, and of two units nobody knows.
        let better = last.better.filter(|_| last.target.is_some());
        if unit(first) == unit(last) { said.and(which_way(was, is, better, lang)) } else { said }
    };
    let state = metric_state(last.status, lang);
    said = said.and_said(&match last.target {
        Some(target) => say::aside(lang, state, quote(&wording::target(target, unit(last)))),
        None => state.to_owned(),
    });
    if points.last().is_some_and(|newest| newest.date != day) {
        said = said.and_ours(day.to_string());
    }
    Sparkline { mark: metric_mark(last.status), line, values, target: last.target.map(Target::limit), last: said }
}

/// Which way a value went, and whether that is better.
fn which_way(was: f64, is: f64, better: Option<Better>, lang: Lang) -> Line<'static> {
    let (sign, up) = match was.partial_cmp(&is) {
        Some(Ordering::Less) => (UP.0, Better::Higher),
        Some(Ordering::Greater) => (DOWN.0, Better::Lower),
        Some(Ordering::Equal) | None => return Line::ours(say::as_before(lang)),
    };
    let (word, meaning) = match better {
        Some(better) if better == up => (say::improved(lang), Meaning::Met),
        Some(_) => (say::regressed(lang), Meaning::Blocked),
        None if up == Better::Higher => (say::higher(lang), Meaning::Body),
        None => (say::lower(lang), Meaning::Body),
    };
    Line::ours(format!("{sign} {}", word.to_lowercase())).meaning(meaning)
}

/// The answers to each criterion over time, under whether its level was achieved; and where they slipped and came back.
fn timeline(trend: Trend<'_>, lang: Lang) -> Block<'_> {
    let Trend { history, checklist, .. } = trend;
    let points = &history.points;
    let mut rows = Vec::new();
    for def in &checklist.parts().levels {
        let achieved = points.iter().map(|point| {
            let holds = point.level >= def.level;
            (state_mark(holds), if holds { say::achieved(lang) } else { say::not_achieved(lang) })
        });
        let lanes: Vec<&Lane> = history.lanes.iter().filter(|lane| lane.level == def.level).collect();
        if lanes.is_empty() {
            continue;
        }
        let title = level_titled(checklist, def.level, lang).as_one(lang);
        rows.push(Across {
            key: None,
            over: true,
            line: title,
            at: achieved.collect(),
            more: Line::new(Meaning::Body),
        });
        rows.extend(lanes.into_iter().map(|lane| across(trend, lane, lang)));
    }
    Block::Timeline(Timeline {
        what: say::criterion(lang),
        dates: points.iter().map(|point| point.date).collect(),
        rows,
    })
}

fn across<'a>(trend: Trend<'a>, of: &Lane, lang: Lang) -> Across<'a> {
    let key = Key::Criterion(of.id.clone());
    let stand = |stand: &Stand| match stand {
        Stand::NotAsked => ((" ", Meaning::Muted), say::not_asked(lang)),
        Stand::Asked(None) => (mark(None), say::unanswered(lang)),
        Stand::Asked(Some((answer, counted))) => {
            (mark(Some(counted.worth)), wording::answer(trend.checklist, &key, Some(*answer), lang))
        }
    };
    let at = of.at.iter().map(stand).collect();
    let day = |nth: usize| trend.history.points.get(nth).map(|point| point.date.to_string()).unwrap_or_default();
    let turns = of.turns();
    let open = turns.last().is_some_and(|(_, way)| *way == Way::Down);
    let meaning = if open { Meaning::Blocked } else { Meaning::Warning };
    let more = turns.into_iter().fold(Line::new(meaning), |line, (nth, way)| match way {
        Way::Down => line.and_ours(say::slipped_on(lang, day(nth))),
        Way::Up => line.and_ours(say::back_on(lang, day(nth))),
    });
    let line = title(trend.checklist, &key, lang);
    Across { key: Some(key), over: false, line, at, more }
}
