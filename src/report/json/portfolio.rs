//! Many teams on one sheet, for other programs. Keys are stable; new ones may come.

use serde::Serialize;

use super::{AreaScore, Checklist, FORMAT, written};
use crate::findings::Code;
use crate::model::{Id, Key, Level, Status};
use crate::portfolio::{Cohort, Portfolio, STALE_FROM, Standing, Tally};
use crate::scoring;

/// The teams by group and name, text by text, indented, with a line feed at its end.
pub fn json(portfolio: &Portfolio<'_>) -> String {
    let of_each = || portfolio.cohorts.iter();
    written(&Sheet {
        format: FORMAT,
        at: portfolio.at.to_string(),
        stale_from_days: STALE_FROM,
        teams: portfolio.teams().map(Member::of).collect(),
        blockers: of_each().flat_map(Blocker::all).collect(),
        findings: of_each().flat_map(Found::all).collect(),
        criteria: of_each().flat_map(Answers::all).collect(),
    })
}

#[derive(Serialize)]
struct Sheet<'a> {
    format: u32,
    at: String,
    stale_from_days: i32,
    teams: Vec<Member<'a>>,
    blockers: Vec<Blocker<'a>>,
    findings: Vec<Found<'a>>,
    criteria: Vec<Answers<'a>>,
}

#[derive(Serialize)]
struct Member<'a> {
    team: &'a str,
    group: Option<&'a str>,
    date: String,
    status: Status,
    checklist: Checklist<'a>,
    level: Level,
    /// The mean, where the checklist is scored by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    max_level: Level,
    change: Option<i16>,
    evidenced_level: Level,
    target_level: Level,
    age_days: i32,
    stale: bool,
    areas: Vec<AreaScore<'a>>,
    late: usize,
    findings: usize,
    next: Option<Next<'a>>,
}

#[derive(Serialize)]
struct Next<'a> {
    level: Level,
    criterion: &'a Id,
    owner: Option<&'a str>,
    due: Option<String>,
    remaining: &'a [Id],
}

impl<'a> Member<'a> {
    fn of(team: Standing<'a>) -> Self {
        let (assessment, score) = (&team.card.assessment, &team.card.score);
        let next = team.next().map(|next| {
            let entry = assessment.entry(&Key::Criterion(next.criterion.id.clone()));
            Next {
                level: next.level,
                criterion: &next.criterion.id,
                owner: entry.and_then(|entry| entry.owner.as_deref()),
                due: entry.and_then(|entry| entry.due).map(|due| due.to_string()),
                remaining: next.remaining,
            }
        });
        Self {
            team: team.team(),
            group: team.group(),
            date: assessment.date.to_string(),
            status: assessment.status,
            checklist: Checklist::of(team.card),
            level: score.level,
            score: score.score.map(scoring::as_number),
            max_level: score.max_level,
            change: team.change(),
            evidenced_level: score.evidenced_level,
            target_level: score.target_level,
            age_days: team.age(),
            stale: team.is_stale(),
            areas: score.areas.iter().map(AreaScore::of).collect(),
            late: team.card.late().count(),
            findings: team.card.findings.len(),
            next,
        }
    }
}

/// The teams at some places, by name.
fn names<'a>(cohort: &Cohort<'a>, teams: &[usize]) -> Vec<&'a str> {
    teams.iter().filter_map(|nth| cohort.teams.get(*nth)).map(|team| team.team()).collect()
}

#[derive(Serialize)]
struct Blocker<'a> {
    checklist: &'a Id,
    criterion: &'a Id,
    level: Level,
    teams: Vec<&'a str>,
    practices: Vec<Lacked<'a>>,
}

#[derive(Serialize)]
struct Lacked<'a> {
    practice: &'a Id,
    teams: usize,
}

impl<'a> Blocker<'a> {
    fn all(cohort: &Cohort<'a>) -> Vec<Self> {
        let blockers = cohort.blockers().into_iter().map(|blocker| Self {
            checklist: cohort.checklist.id(),
            criterion: &blocker.criterion.id,
            level: blocker.criterion.level,
            teams: names(cohort, &blocker.teams),
            practices: blocker.practices.into_iter().map(|(practice, teams)| Lacked { practice, teams }).collect(),
        });
        blockers.collect()
    }
}

#[derive(Serialize)]
struct Found<'a> {
    checklist: &'a Id,
    code: Code,
    count: usize,
    teams: Vec<&'a str>,
}

impl<'a> Found<'a> {
    fn all(cohort: &Cohort<'a>) -> Vec<Self> {
        let found = cohort.findings().into_iter().map(|of| Self {
            checklist: cohort.checklist.id(),
            code: of.code,
            count: of.count,
            teams: names(cohort, &of.teams),
        });
        found.collect()
    }
}

#[derive(Serialize)]
struct Answers<'a> {
    checklist: &'a Id,
    criterion: &'a Id,
    level: Level,
    yes: usize,
    partial: usize,
    no: usize,
    na: usize,
    unanswered: usize,
}

impl<'a> Answers<'a> {
    fn all(cohort: &Cohort<'a>) -> Vec<Self> {
        let criteria = cohort.checklist.parts().criteria.iter();
        let answers = criteria.map(|criterion| {
            let Tally { yes, partial, no, na, unanswered } = cohort.tally(criterion);
            let (checklist, level) = (cohort.checklist.id(), criterion.level);
            Self { checklist, criterion: &criterion.id, level, yes, partial, no, na, unanswered }
        });
        answers.collect()
    }
}
