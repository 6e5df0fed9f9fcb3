//! Many teams on one sheet: where each stands, what blocks most of them, how they answer each criterion, and what is found
//! most often.

use std::collections::HashMap;

use super::document::{Block, Board, Document, Fact, Facts, Joint, Kind, Line, Medium, Slot, Table, Tile, quote};
use super::listing::change;
use super::parts::{area, finding_kind, in_place, title};
use crate::i18n::{Lang, say};
use crate::model::checklist::Criterion;
use crate::model::{Id, Key};
use crate::portfolio::{Blocker, Cohort, Frequent, Portfolio, STALE_FROM, Standing, Which};
use crate::scoring::{AreaScore, Grade};
use crate::style::{Meaning, mark};
use crate::wording;

/// How many teams stand beside each other in a grid: as many as A4 across has room for.
const ABREAST: usize = 40;
/// How many blockers are shown.
const BLOCKERS: usize = 10;
/// How many teams or practices are named in a cell.
const NAMED: usize = 6;

/// What a page of many teams is made with.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'w> {
    /// The group that the teams were chosen by.
    pub group: Option<&'w str>,
    /// The files beside the page that the teams' names lead to.
    pub files: Option<&'w HashMap<Which, String>>,
    /// The language.
    pub lang: Lang,
}

impl Wanted<'_> {
    /// A page of all teams, which leads nowhere.
    pub const fn of(lang: Lang) -> Self {
        Self { group: None, files: None, lang }
    }
}

/// The teams of a portfolio.
pub fn page<'a>(portfolio: &Portfolio<'a>, wanted: Wanted<'_>) -> Document<'a> {
    let lang = wanted.lang;
    let mut page = Document::default();
    let title = Line::ours(say::portfolio(lang))
        .and_ours(portfolio.at.to_string())
        .and_ours(say::teams_count(lang, portfolio.team_count()));
    page.heading(
        1,
        match wanted.group {
            Some(group) => title.and_said(&say::group_of(lang, quote(group))),
            None => title,
        },
    );
    for cohort in &portfolio.cohorts {
        Of { cohort, lang }.pages(&mut page, wanted, portfolio.cohorts.len() == 1);
    }
    page
}

/// Teams that answer one text, in a language.
#[derive(Clone, Copy)]
struct Of<'a, 'c> {
    cohort: &'c Cohort<'a>,
    lang: Lang,
}

impl<'a> Of<'a, '_> {
    fn pages(self, page: &mut Document<'a>, wanted: Wanted<'_>, alone: bool) {
        let (lang, checklist, count) = (self.lang, self.cohort.checklist, self.cohort.teams.len());
        let name = Line::theirs(checklist.parts().title.get(lang)).then_ours(format!(" {}", checklist.version()));
        page.heading(2, if alone { name } else { name.and_ours(say::teams_count(lang, count)) });
        page.push(Facts::new(self.summary()));
        page.push(self.standings(wanted));
        self.key(page);
        page.heading(3, Line::ours(say::shared_blockers(lang)));
        self.blockers(page);
        page.heading(3, Line::ours(say::criteria_by_team(lang)));
        for from in (0..count).step_by(ABREAST) {
            page.push(self.grid(from));
        }
        page.push(Line::ours(say::key_marks(lang)).meaning(Meaning::Muted));
        page.heading(3, Line::ours(say::findings_by_frequency(lang)));
        self.findings(page);
    }

    /// How many teams stand where, what became of them, and what to look at.
    fn summary(self) -> Vec<Fact<'a>> {
        let (lang, teams) = (self.lang, &self.cohort.teams);
        let count = |is: &dyn Fn(&Standing<'a>) -> bool| teams.iter().filter(|team| is(team)).count();
        let levels = self.cohort.levels().map(|(level, count)| say::on_level(lang, level, count));
        let levels = levels.fold(Line::new(Meaning::Body), Line::and_ours);
        let moved = [
            (say::went_up as fn(Lang, usize) -> String, count(&|team| team.change() > Some(0))),
            (say::went_down, count(&|team| team.change().is_some_and(|by| by < 0))),
            (say::on_the_same, count(&|team| team.change() == Some(0))),
            (say::without_before, count(&|team| team.change().is_none())),
        ];
        let moved = moved.into_iter().filter(|(_, count)| *count > 0).map(|(said, count)| said(lang, count));
        let moved = moved.fold(Line::new(Meaning::Body), Line::and_ours);
        let late: Vec<usize> = teams.iter().map(|team| team.card.late().count()).filter(|late| *late > 0).collect();
        let stale = count(&|team| team.is_stale());
        let shown = count(&|team| team.card.score.evidenced_level < team.card.score.level);
        let mut look = Line::new(Meaning::Body);
        if stale > 0 {
            look = look.and_ours(say::stale_teams(lang, stale, STALE_FROM));
        }
        if !late.is_empty() {
            look = look.and_ours(say::late_items(lang, late.iter().sum::<usize>(), late.len()));
        }
        if shown > 0 {
            look = look.and_ours(say::less_by_evidence(lang, shown));
        }
        let facts =
            [(say::teams_by_level(lang), levels), (say::since_before(lang), moved), (say::to_look_at(lang), look)];
        facts.into_iter().filter(|(_, line)| !line.is_empty()).map(|(label, line)| Fact::new(label, line)).collect()
    }

    /// The teams, one a row.
    fn standings(self, wanted: Wanted<'_>) -> Board<'a> {
        let lang = self.lang;
        let grouped = self.cohort.teams.iter().any(|team| team.group().is_some());
        let wide = |title, kind| Slot::Wide(title, kind);
        let mut slots = vec![wide(say::number_column(lang), Kind::Figure), wide(say::team(lang), Kind::Title)];
        if grouped {
            slots.push(wide(say::group(lang), Kind::Words));
        }
        slots.extend([
            wide(say::level_column(lang), Kind::Figure),
            wide(say::change_column(lang), Kind::Figure),
            wide(say::evidenced_column(lang), Kind::Figure),
            wide(say::target(lang), Kind::Figure),
            wide(say::age_column(lang), Kind::Figure),
            wide(say::late_column(lang), Kind::Figure),
        ]);
        slots.extend(self.areas().map(|(sign, title)| Slot::Narrow(title, sign)));
        slots.push(wide(say::first_blocker(lang), Kind::Words));
        let mut board = Board::new(slots, say::areas_narrow(lang));
        for (nth, team) in self.cohort.teams.iter().enumerate() {
            let lot = board.row(self.standing(nth, *team, grouped));
            lot.file = wanted.files.and_then(|files| files.get(&Standing::key(team.card)).cloned());
        }
        board
    }

    fn standing(self, nth: usize, team: Standing<'a>, grouped: bool) -> Vec<Tile<'a>> {
        let (lang, score) = (self.lang, &team.card.score);
        let figure = |text: String, meaning| Tile::Line(Line::ours(text).meaning(meaning));
        let mut tiles =
            vec![figure(self.number(nth), Meaning::Muted), Line::theirs(team.team()).meaning(Meaning::Title).into()];
        if grouped {
            tiles.push(Line::theirs(team.group().unwrap_or_default()).into());
        }
        let (by, moved) = change(team.change()).unwrap_or(("–".to_owned(), Meaning::Muted));
        let less = score.evidenced_level < score.level;
        let age = Line::ours(say::age(lang, team.age()));
        let late = team.card.late().count();
        tiles.extend([
            match score.score {
                Some(_) => figure(score.grade().to_string(), Meaning::Title),
                None => Tile::Level(Some(score.level), score.max_level),
            },
            figure(by, moved),
            figure(score.evidenced_level.to_string(), if less { Meaning::Warning } else { Meaning::Body }),
            figure(score.target_level.to_string(), Meaning::Body),
            if team.is_stale() { Tile::Stale(age) } else { age.into() },
            figure(late.to_string(), if late > 0 { Meaning::Warning } else { Meaning::Muted }),
        ]);
        let top = |area: &&AreaScore| self.cohort.checklist.top_areas().any(|one| one.id == area.id);
        let level = |area: &AreaScore| area.grade().map(Grade::whole);
        tiles.extend(
            score
                .areas
                .iter()
                .filter(top)
                .map(|area| Tile::Level(level(area), area.max_level.unwrap_or(score.max_level))),
        );
        tiles.push(self.next(team).into());
        tiles
    }

    /// What keeps a team from its next level, with who closes it and by when.
    fn next(self, team: Standing<'a>) -> Line<'a> {
        let lang = self.lang;
        let Some(next) = team.next() else { return Line::ours(say::nothing_to_close(lang)).meaning(Meaning::Met) };
        let key = Key::Criterion(next.criterion.id.clone());
        let mut line = title(self.cohort.checklist, &key, lang);
        let entry = team.card.assessment.entry(&key);
        if let Some(owner) = entry.and_then(|entry| entry.owner.as_deref()) {
            line = line.and_theirs(owner);
        }
        if let Some(due) = entry.and_then(|entry| entry.due) {
            line = line.and_ours(due.to_string());
        }
        match next.remaining.len() {
            0 | 1 => line,
            all => line.and_ours(say::more_of(lang, all - 1)),
        }
    }

    /// The areas, each with the letter that stands for it where there is little room.
    fn areas(self) -> impl Iterator<Item = (String, Line<'a>)> {
        let (checklist, lang) = (self.cohort.checklist, self.lang);
        let areas = checklist.top_areas().enumerate();
        areas.map(move |(nth, one)| (letters(nth), area(checklist, &one.id, lang)))
    }

    /// What the signs of the teams' table mean.
    fn key(self, page: &mut Document<'a>) {
        let lang = self.lang;
        let teams = &self.cohort.teams;
        let mut key = Line::new(Meaning::Muted);
        if teams.iter().any(|team| team.is_stale()) {
            key = key.and_ours(say::key_stale(lang));
        }
        if teams.iter().any(|team| team.card.late().next().is_some()) {
            key = key.and_ours(say::key_late(lang));
        }
        let areas = Line::ours(format!("{}{}", say::areas(lang), say::colon(lang))).meaning(Meaning::Muted);
        let named = self.areas().enumerate().fold(areas.joined(Joint::Semicolon), |line, (nth, (sign, title))| {
            let sign = format!("{sign} ");
            if nth == 0 { line.then_ours(sign) } else { line.and_ours(sign) }.join(title)
        });
        if self.areas().next().is_some() {
            page.push(Block::Only(Medium::Terminal, vec![named.into()]));
        }
        if !key.is_empty() {
            page.push(key);
        }
    }

    /// What keeps most teams from their next level, and what would close it.
    fn blockers(self, page: &mut Document<'a>) {
        let lang = self.lang;
        let blockers = self.cohort.blockers();
        if blockers.is_empty() {
            page.push(Line::ours(say::no_blockers(lang)).meaning(Meaning::Met));
            return;
        }
        let mut table = Table::new(&[
            (say::criterion_column(lang), Kind::Title),
            (say::level_column(lang), Kind::Figure),
            (say::blocks_column(lang), Kind::Figure),
            (say::closed_by(lang), Kind::Words),
            (say::which_teams(lang), Kind::Words),
        ]);
        for Blocker { criterion, teams, practices } in blockers.iter().take(BLOCKERS) {
            let lacked = practices.iter().take(NAMED).fold(Line::new(Meaning::Body), |line, (id, count)| {
                line.and_said(&say::lacked_by(lang, quote(&self.practice(id)), count))
            });
            let key = Key::Criterion(criterion.id.clone());
            table.row([
                title(self.cohort.checklist, &key, lang).into(),
                Line::ours(criterion.level.to_string()).into(),
                Line::ours(say::met_of(lang, teams.len(), self.cohort.teams.len())).meaning(Meaning::Title).into(),
                if lacked.is_empty() { closed_by_none(criterion, lang) } else { lacked }.into(),
                self.named(teams).into(),
            ]);
        }
        page.push(table);
        let left = blockers.len().saturating_sub(BLOCKERS);
        if left > 0 {
            page.push(Line::ours(say::not_shown(lang, left)).meaning(Meaning::Muted));
        }
    }

    fn practice(self, id: &Id) -> String {
        wording::title(self.cohort.checklist, &Key::Practice(id.clone()), self.lang)
    }

    /// The first of some teams by name, and how many more there are.
    fn named<'l>(self, teams: &[usize]) -> Line<'l> {
        let all = teams.iter().filter_map(|nth| self.cohort.teams.get(*nth)).map(|team| quote(team.team()));
        let names = all.take(NAMED).collect::<Vec<_>>().join(say::comma(self.lang));
        let more = teams.len().saturating_sub(NAMED);
        let said = if more == 0 { names } else { say::and_more(self.lang, names, more) };
        Line::said(&said).meaning(Meaning::Muted)
    }

    /// How each criterion is answered by the teams from one on.
    fn grid(self, from: usize) -> Board<'a> {
        let (lang, checklist) = (self.lang, self.cohort.checklist);
        let teams = || self.cohort.teams.iter().enumerate().skip(from).take(ABREAST);
        let mut slots = vec![
            Slot::Wide(say::criterion_column(lang), Kind::Title),
            Slot::Wide(say::level_column(lang), Kind::Figure),
            Slot::Wide(say::met_column(lang), Kind::Figure),
        ];
        slots.extend(teams().map(|(nth, team)| Slot::Narrow(Line::theirs(team.team()), self.number(nth))));
        let mut board = Board::new(slots, say::teams_narrow(lang));
        for criterion in &checklist.parts().criteria {
            let key = Key::Criterion(criterion.id.clone());
            let tally = self.cohort.tally(criterion);
            let mut tiles = vec![
                title(checklist, &key, lang).meaning(Meaning::Title).into(),
                Line::ours(criterion.level.to_string()).into(),
                Line::ours(say::met_of(lang, tally.yes, self.cohort.teams.len() - tally.na)).into(),
            ];
            tiles.extend(teams().map(|(_, team)| {
                let answer = team.card.assessment.answer(&key);
                Tile::Mark(mark(team.card.given(&key)), wording::answer(&team.card.checklist, &key, answer, lang))
            }));
            board.row(tiles);
        }
        board
    }

    /// The kinds of contradictions.
    fn findings(self, page: &mut Document<'a>) {
        let lang = self.lang;
        let found = self.cohort.findings();
        if found.is_empty() {
            page.push(Line::ours(say::no_findings(lang)).meaning(Meaning::Met));
            return;
        }
        let mut table = Table::new(&[
            (say::finding_column(lang), Kind::Title),
            (say::blocks_column(lang), Kind::Figure),
            (say::times_column(lang), Kind::Figure),
            (say::which_teams(lang), Kind::Words),
        ]);
        for Frequent { code, count, teams } in &found {
            table.row([
                Line::ours(finding_kind(*code, lang)).into(),
                Line::ours(say::met_of(lang, teams.len(), self.cohort.teams.len())).meaning(Meaning::Title).into(),
                Line::ours(count.to_string()).into(),
                self.named(teams).into(),
            ]);
        }
        page.push(table);
    }

    /// The number of a team, as wide as that of the last.
    fn number(self, nth: usize) -> String {
        let cells = self.cohort.teams.len().to_string().len();
        format!("{:0cells$}", nth + 1)
    }
}

/// What closes a criterion that no practice is left to be done for.
fn closed_by_none<'a>(criterion: &Criterion, lang: Lang) -> Line<'a> {
    let remedy = || criterion.remedy.as_ref().map(|_| say::remedy_alone(lang));
    in_place(criterion, lang).or_else(remedy).map_or(Line::new(Meaning::Body), Line::ours)
}

/// A, B … Z, AA, AB …
fn letters(nth: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    if nth < 26 { letter(nth).to_string() } else { format!("{}{}", letter(nth / 26 - 1), letter(nth)) }
}
