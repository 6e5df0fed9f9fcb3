//! The teams of the store with the newest assessment of each, older ones unfolded below it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::compare::Compare;
use super::delete::Delete;
use super::form::Form;
use super::note::keep_drafts;
use super::portfolio::Portfolio;
use super::rename::Rename;
use super::trend::Trend;
use super::trouble::Trouble;
use super::{Screen, Turn};
use crate::error::Error;
use crate::find::position;
use crate::history::History;
use crate::i18n::{Text, say};
use crate::model::{Id, Level, name};
use crate::page::listing::Column;
use crate::portfolio::Standing;
use crate::scorecard::Scorecard;
use crate::style::Meaning;
use crate::text::{one_line, pad, truncate, width, wrap};
use crate::tui::action::{Action, Context};
use crate::tui::app::App;
use crate::tui::field::{Field, Lines};
use crate::tui::list::{Cursor, first_in_sight};
use crate::tui::mouse::Spot;
use crate::tui::update::{Effect, Outcome};
use crate::tui::view::{self, line_of, put_styled, put_text};

/// The lines above the rows: title, store, column titles.
const ABOVE: usize = 3;

/// The list of teams.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// Those whose newest assessment is the newest first.
    teams: Vec<Team>,
    /// The teams whose older assessments are shown, by their keys.
    unfolded: BTreeSet<Series>,
    cursor: Cursor,
    /// The assessment that another one is to be compared with.
    marked: Option<PathBuf>,
    /// What the names of the teams that are shown hold, if that was asked for.
    filter: Option<Field>,
    /// Whether that is being typed.
    typing: bool,
}

/// A team with its assessments by one checklist.
#[derive(Clone, Debug)]
struct Team {
    /// What tells the team from others, and its checklist; none where nothing can be read.
    key: Series,
    name: String,
    /// Whether the team has others by another checklist.
    several: bool,
    /// The one that stands for the team first, the others from the newest to the oldest.
    rows: Vec<HomeRow>,
}

/// One file of the list.
#[derive(Clone, Debug)]
pub struct HomeRow {
    /// The team; of a file that cannot be read its directory.
    pub team: String,
    /// The day, where it is known.
    pub date: Option<Date>,
    /// The file.
    pub path: PathBuf,
    /// The file below the store.
    pub short: String,
    /// Whether it is the one that is being walked.
    pub open: bool,
    /// What it amounts to, or why it or its checklist cannot be read.
    pub card: Result<Arc<Scorecard>, Error>,
}

/// A row that is shown: which team, and which of its rows.
type At = (usize, usize);

/// A team, and one of the checklists that it answers.
type Series = (String, Option<Id>);

/// What tells one team from another.
fn key(team: &str) -> String {
    name::folded(&name::slug(team))
}

impl Home {
    /// The list of what a store holds.
    pub fn new(rows: Vec<HomeRow>) -> Self {
        let mut home = Self::default();
        home.fill(rows);
        home
    }

    /// Takes what the store holds now; the cursor stays on its file if that is still there.
    fn fill(&mut self, rows: Vec<HomeRow>) {
        let here = self.here().map(|row| row.path.clone());
        let mut by_team: BTreeMap<String, Vec<HomeRow>> = BTreeMap::new();
        for row in rows {
            by_team.entry(key(&row.team)).or_default().push(row);
        }
        let mut teams: Vec<Vec<Team>> = by_team.into_iter().map(|(key, rows)| Team::of(&key, rows)).collect();
        // Those of one team stand together.
        let place = |team: &Vec<Team>| team.first().map(|first| (Reverse(first.newest()), first.name.clone()));
        teams.sort_by_cached_key(place);
        self.teams = teams.into_iter().flatten().collect();
        let at = |path| self.shown().into_iter().position(|at| self.row(at).is_some_and(|row| row.path == path));
        if let Some(there) = here.and_then(at) {
            self.cursor = Cursor::on(there);
        }
    }

    /// Whether the store holds nothing at all.
    pub fn is_empty(&self) -> bool {
        self.teams.is_empty()
    }

    /// Whether some teams may be hidden.
    pub fn is_filtered(&self) -> bool {
        self.filter.is_some()
    }

    /// Whether the team under the cursor has older assessments.
    pub fn has_older(&self) -> bool {
        self.at().and_then(|(team, _)| self.teams.get(team)).is_some_and(|team| team.rows.len() > 1)
    }

    /// The row under the cursor.
    pub fn here(&self) -> Option<&HomeRow> {
        self.row(self.at()?)
    }

    fn at(&self) -> Option<At> {
        let shown = self.shown();
        shown.get(self.cursor.at(shown.len())).copied()
    }

    fn row(&self, (team, nth): At) -> Option<&HomeRow> {
        self.teams.get(team)?.rows.get(nth)
    }

    /// The teams whose name, or that of their checklist where they have several, holds every word of the filter.
    fn found(&self) -> impl Iterator<Item = (usize, &Team)> {
        let query = self.filter.as_ref().map(Field::text).unwrap_or_default();
        let all = move |team: &Team| query.split_whitespace().all(|word| position(&team.label(), word).is_some());
        self.teams.iter().enumerate().filter(move |(_, team)| all(team))
    }

    /// The rows that are shown. A file that cannot be read is never folded away.
    fn shown(&self) -> Vec<At> {
        let rows = self.found().flat_map(|(at, team)| {
            let unfolded = self.unfolded.contains(&team.key);
            let seen = move |nth: usize, row: &HomeRow| nth == 0 || unfolded || row.card.is_err();
            team.rows.iter().enumerate().filter(move |(nth, row)| seen(*nth, row)).map(move |(nth, _)| (at, nth))
        });
        rows.collect()
    }

    /// The assessment before one, of the same team by the same checklist.
    fn before(&self, (team, nth): At) -> Option<&Arc<Scorecard>> {
        let rows = &self.teams.get(team)?.rows;
        let date = rows.get(nth)?.date;
        let mut older = rows.iter().skip(nth + 1).filter(|row| row.date <= date);
        // Where that cannot be read, an older one would only pass for it.
        older.next()?.card.as_ref().ok()
    }

    /// The level of the assessment before one.
    fn was(&self, at: At) -> Option<Level> {
        Some(self.before(at)?.score.level)
    }

    /// Folds the older assessments of the team under the cursor, which is on its newest then; or unfolds them.
    fn fold(&mut self, fold: bool) {
        let Some((at, _)) = self.at() else { return };
        let Some(key) = self.teams.get(at).map(|team| team.key.clone()) else { return };
        if fold {
            self.unfolded.remove(&key);
            let first = self.shown().into_iter().position(|(team, _)| team == at);
            self.cursor = Cursor::on(first.unwrap_or_default());
        } else {
            self.unfolded.insert(key);
        }
    }

    /// Unfolds every team, or folds them if one is unfolded.
    fn fold_all(&mut self) {
        let at = self.at().map(|(team, _)| team);
        if self.unfolded.is_empty() {
            self.unfolded = self.teams.iter().map(|team| team.key.clone()).collect();
        } else {
            self.unfolded.clear();
        }
        let first = self.shown().into_iter().position(|(team, _)| Some(team) == at);
        self.cursor = Cursor::on(first.unwrap_or_default());
    }

    /// The marked assessment and the one under the cursor, of one team the earlier one first; with none marked, the one
    /// before it and itself.
    fn compared(&self) -> Result<(Arc<Scorecard>, Arc<Scorecard>), Text> {
        let at = self.at().ok_or_else(say::nothing_before)?;
        let here = self.row(at).and_then(|row| row.card.as_ref().ok()).ok_or_else(say::unreadable_row)?;
        let own = |row: &&HomeRow| {
            Some(&row.path) == self.marked.as_ref() && self.row(at).is_some_and(|on| on.path != row.path)
        };
        let marked = self.teams.iter().flat_map(|team| &team.rows).find(own).and_then(|row| row.card.as_ref().ok());
        let old = marked.or_else(|| self.before(at)).ok_or_else(say::nothing_before)?;
        let (old, new) = (Arc::clone(old), Arc::clone(here));
        let backwards =
            old.assessment.date > new.assessment.date && name::is_same_team(&old.assessment.team, &new.assessment.team);
        Ok(if backwards { (new, old) } else { (old, new) })
    }

    /// The trend of the team under the cursor.
    fn trend(&self) -> Option<Trend> {
        let team = self.teams.get(self.at()?.0)?;
        let cards = || team.rows.iter().rev().filter_map(|row| row.card.as_deref().ok());
        let newest = cards().max_by_key(|card| card.assessment.date)?;
        Some(Trend::new(History::of(cards()), newest))
    }

    /// The teams that are shown and have something that can be read.
    fn portfolio(&self, today: Date) -> Portfolio {
        let teams = self.found().filter_map(|(at, team)| {
            let nth = team.rows.iter().position(|row| row.card.is_ok() && row.date <= Some(today))?;
            Some((Arc::clone(team.rows.get(nth)?.card.as_ref().ok()?), self.was((at, nth))))
        });
        Portfolio::new(teams.collect())
    }

    /// Whether a team that is shown has an assessment that can be read.
    pub fn has_readable(&self) -> bool {
        self.found().any(|(_, team)| team.rows.iter().any(|row| row.card.is_ok()))
    }

    fn accept(&self, app: &mut App) -> Turn {
        match self.here() {
            Some(HomeRow { card: Err(error), .. }) => Turn::over(Trouble::new(error.clone())),
            Some(row) => {
                let open = Effect::Open(row.path.clone());
                Turn::with(keep_drafts(app).into_iter().chain([open]).collect())
            }
            None => Turn::stay(),
        }
    }

    /// The names of the other teams, which are taken.
    fn other_teams(&self) -> Vec<String> {
        let own = self.at().and_then(|(team, _)| self.teams.get(team)).map(|team| &team.key.0);
        let others = self.teams.iter().filter(|team| Some(&team.key.0) != own);
        others.map(|team| team.name.clone()).collect()
    }
}

impl Team {
    /// A team's rows by checklist, that of its newest assessment first; what cannot be read stands there too.
    fn of(team: &str, rows: Vec<HomeRow>) -> Vec<Self> {
        let mut by_checklist: BTreeMap<Option<Id>, Vec<HomeRow>> = BTreeMap::new();
        for row in rows {
            let id = row.card.as_ref().ok().map(|card| card.assessment.checklist.id.clone());
            by_checklist.entry(id).or_default().push(row);
        }
        let unread = by_checklist.remove(&None).unwrap_or_default();
        let day = |rows: &[HomeRow]| rows.iter().map(|row| row.date).max();
        let mut series: Vec<(Option<Id>, Vec<HomeRow>)> = by_checklist.into_iter().collect();
        series.sort_by_key(|(_, rows)| Reverse(day(rows)));
        let several = series.len() > 1;
        match series.first_mut() {
            Some((_, first)) => first.extend(unread),
            None => series.push((None, unread)),
        }
        let own = series.into_iter().filter_map(|(id, mut rows)| {
            rows.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| b.path.cmp(&a.path)));
            let head = rows.iter().position(|row| row.card.is_ok()).unwrap_or_default();
            rows.get_mut(..=head)?.rotate_right(1);
            let name = rows.first()?.team.clone();
            Some(Self { key: (team.to_owned(), id), name, several, rows })
        });
        own.collect()
    }

    /// What it is called, as a command line takes it.
    fn label(&self) -> String {
        match &self.key.1 {
            Some(id) if self.several => name::with_checklist(&self.name, id),
            _ => one_line(&self.name),
        }
    }

    /// The same in `cells`: of two checklists of one team the names are what tells them apart.
    fn label_in(&self, cells: usize) -> String {
        let (label, name) = (self.label(), one_line(&self.name));
        let rest = label.strip_prefix(&name).unwrap_or_default();
        let room = cells.saturating_sub(width(rest)).max(cells / 3);
        let short = if width(&label) > cells { format!("{}{rest}", truncate(&name, room)) } else { label };
        truncate(&short, cells).into_owned()
    }

    fn newest(&self) -> Option<Date> {
        self.rows.first().and_then(|row| row.date)
    }
}

impl Screen for Home {
    fn context(&self) -> Context {
        if self.typing { Context::HomeFilter } else { Context::Home }
    }

    fn update(&mut self, asked: Action, _event: KeyEvent, app: &mut App) -> Turn {
        let here = self.here();
        match (asked, here) {
            (Action::Accept, _) => return self.accept(app),
            (Action::New, _) => return Turn::with(vec![Effect::Form]),
            (Action::Sample, _) => return Turn::with(vec![Effect::Sample]),
            (Action::Carry, Some(HomeRow { card: Ok(card), path, .. })) => {
                return Turn::over(Form::carrying(app.today, Arc::clone(card), path));
            }
            (Action::Mark, Some(row)) => {
                let again = self.marked.as_ref() == Some(&row.path);
                self.marked = (!again).then(|| row.path.clone());
            }
            (Action::Compare, _) => match self.compared() {
                Ok((old, new)) => return Turn::over(Compare::of(&old, &new)),
                Err(why) => app.say(why),
            },
            (Action::Portfolio, _) => return Turn::over(self.portfolio(app.today)),
            (Action::Trend, _) => return self.trend().map_or_else(Turn::stay, Turn::over),
            (Action::Report, Some(row)) => return Turn::with(vec![Effect::Report(row.path.clone())]),
            (Action::Rename, Some(row)) => return Turn::over(Rename::new(row, self.other_teams())),
            (Action::Remove, Some(row)) => return Turn::over(Delete::new(row)),
            (Action::Undo, _) => return Turn::with(vec![Effect::Restore, Effect::List]),
            (Action::Left, _) => self.fold(true),
            (Action::Right, _) => self.fold(false),
            (Action::FoldAll, _) => self.fold_all(),
            (Action::Filter, _) => {
                self.filter.get_or_insert_with(|| Field::new("", Lines::One));
                self.typing = true;
            }
            (Action::Done, _) => {
                self.typing = false;
                self.filter.take_if(|field| field.text().trim().is_empty());
            }
            (Action::ClearFilter, _) => {
                let here = here.map(|row| row.path.clone());
                (self.typing, self.filter) = (false, None);
                let shown = self.shown();
                let there = shown.iter().position(|at| self.row(*at).map(|row| &row.path) == here.as_ref());
                self.cursor = Cursor::on(there.unwrap_or_default());
            }
            _ => {
                let seen = usize::from(view::middle(app).height).saturating_sub(ABOVE).max(1);
                self.cursor.go(asked, self.shown().len(), seen);
            }
        }
        Turn::stay()
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.filter.as_mut().filter(|_| self.typing)
    }

    fn typed(&mut self) {
        self.cursor = Cursor::default();
    }

    fn hear(&mut self, outcome: Outcome, _app: &mut App) -> Option<Outcome> {
        match outcome {
            Outcome::Listed(rows) => {
                self.fill(rows);
                None
            }
            other => Some(other),
        }
    }

    fn point(&mut self, row: usize, _app: &mut App) {
        self.cursor = Cursor::on(row);
    }

    fn draw(&self, app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let lang = app.lang;
        let cells = usize::from(area.width);
        put_text(buffer, line_of(area, 0), &format!("opsladder · {}", say::context_home(lang)), app, Meaning::Title);
        let cursor = self.draw_second(app, line_of(area, 1), buffer);
        if self.is_empty() {
            let empty = say::home_empty(lang, app.keymap.name(Action::New), app.keymap.name(Action::Sample));
            let lines = empty.lines().flat_map(|line| wrap(line, cells.max(2)));
            for (nth, line) in lines.enumerate() {
                put_text(buffer, line_of(area, ABOVE + nth), &line, app, Meaning::Body);
            }
            return cursor;
        }
        let shown = self.shown();
        let at = self.cursor.at(shown.len());
        let rows = usize::from(area.height).saturating_sub(ABOVE);
        let top = first_in_sight(app, at, shown.len(), view::below(area, ABOVE), Spot::Row);
        let seen: Vec<At> = shown.iter().copied().skip(top).take(rows).collect();
        let table = Layout::new(self, &seen, app, cells);
        put_text(buffer, line_of(area, 2), &table.head(app), app, Meaning::Muted);
        for (nth, row) in seen.iter().enumerate() {
            let line = line_of(area, ABOVE + nth);
            let mut rest = line;
            for (text, meaning) in table.line(self, *row, app) {
                let meaning = if top + nth == at { Meaning::Selected } else { meaning };
                rest = put_styled(buffer, rest, &text, app.theme.style(meaning));
            }
            if top + nth == at {
                put_styled(buffer, rest, &" ".repeat(usize::from(rest.width)), app.theme.style(Meaning::Selected));
            }
        }
        if shown.is_empty() {
            put_text(buffer, line_of(area, ABOVE), say::no_team_found(lang), app, Meaning::Muted);
        }
        cursor
    }
}

impl Home {
    /// The line below the title: where the store is; while a filter holds, that.
    fn draw_second(&self, app: &App, line: Rect, buffer: &mut Buffer) -> Option<Position> {
        let cells = usize::from(line.width);
        let Some(field) = &self.filter else {
            put_text(buffer, line, &truncate(&say::store(app.lang, one_line(&app.store)), cells), app, Meaning::Muted);
            return None;
        };
        let count = say::teams_found(app.lang, self.found().count(), self.teams.len());
        let taken = u16::try_from(width(&count)).unwrap_or(u16::MAX).min(line.width / 2);
        let right = Rect { x: line.right() - taken, width: taken, ..line };
        put_text(buffer, right, &count, app, Meaning::Muted);
        let left = Rect { width: line.width.saturating_sub(taken + 1), ..line };
        let rest = put_styled(buffer, left, "/", app.theme.style(Meaning::Key));
        if self.typing {
            return field.draw(rest, buffer);
        }
        put_text(buffer, rest, &one_line(&field.text()), app, Meaning::Match);
        None
    }
}

/// Which columns there is room for, and how wide each is.
struct Layout {
    team: usize,
    columns: Vec<(Column, usize)>,
}

impl Layout {
    fn new(home: &Home, seen: &[At], app: &App, cells: usize) -> Self {
        let lang = app.lang;
        let names = home.teams.iter().map(|team| width(&team.label())).max().unwrap_or_default();
        let share = if home.teams.iter().any(|team| team.several) { 36 } else { 22 };
        let team = names.max(width(say::team(lang))).min((cells * share / 100).max(11));
        let standings: Vec<Standing<'_>> = seen.iter().filter_map(|at| home.standing(*at, app)).collect();
        // Three cells stand before the team, and two between one column and the next.
        let mut left = cells.saturating_sub(3 + team);
        let mut columns = Vec::new();
        for column in Column::ALL {
            let widest = standings.iter().map(|of| width(&column.says(*of, lang).0)).max().unwrap_or_default();
            let widest = widest.max(width(column.title(lang)));
            if widest + 2 > left {
                break;
            }
            left -= widest + 2;
            columns.push((column, widest));
        }
        Self { team, columns }
    }

    fn head(&self, app: &App) -> String {
        let titles = self
            .columns
            .iter()
            .map(|(column, cells)| format!("  {}", set(column.title(app.lang), *cells, column.is_figure())));
        format!("   {}{}", pad(say::team(app.lang), self.team), titles.collect::<String>())
    }

    /// A row in pieces.
    fn line(&self, home: &Home, at: At, app: &App) -> Vec<(String, Meaning)> {
        let (Some(team), Some(row)) = (home.teams.get(at.0), home.row(at)) else { return Vec::new() };
        let unfolded = home.unfolded.contains(&team.key);
        let fold = match (at.1, team.rows.len()) {
            (0, 2..) => {
                if unfolded {
                    "▾"
                } else {
                    "▸"
                }
            }
            _ => " ",
        };
        let mark = match row {
            row if home.marked.as_ref() == Some(&row.path) => "A",
            row if row.open => "*",
            _ => " ",
        };
        let name = if at.1 == 0 { team.label_in(self.team) } else { String::new() };
        let name = pad(&name, self.team);
        let mut pieces =
            vec![(fold.to_owned(), Meaning::Muted), (format!("{mark} "), Meaning::Key), (name, Meaning::Title)];
        match (home.standing(at, app), &row.card) {
            (Some(standing), _) => {
                for (column, cells) in &self.columns {
                    let (text, meaning) = column.says(standing, app.lang);
                    pieces.push(("  ".to_owned(), Meaning::Body));
                    pieces.push((set(&text, *cells, column.is_figure()), meaning));
                }
            }
            (None, Err(error)) => {
                let file = row.path.file_name().unwrap_or_default().to_string_lossy();
                let day = row.date.map_or_else(|| one_line(&file), |date| date.to_string());
                let why = error.beside_its_file(app.lang);
                pieces.push((format!("  {} ✗ {why}", pad(&day, 10)), Meaning::Error));
            }
            (None, Ok(_)) => {}
        }
        pieces
    }
}

/// Text in a column: figures at its right.
fn set(text: &str, cells: usize, right: bool) -> String {
    let gap = if right { cells.saturating_sub(width(text)) } else { 0 };
    pad(&format!("{}{text}", " ".repeat(gap)), cells)
}

impl Home {
    fn standing<'a>(&'a self, at: At, app: &App) -> Option<Standing<'a>> {
        let card = self.row(at)?.card.as_deref().ok()?;
        Some(Standing { card, was: self.was(at), today: app.today })
    }
}
