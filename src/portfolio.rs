//! Many teams on one sheet: where each stands by its newest assessment, what keeps most of them from the next level, and
//! what their answers contradict most often.
//!
//! Never a ranking, and no average: the order is that of groups and names, and a level is a team's own.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::findings::Code;
use crate::model::checklist::Criterion;
use crate::model::{Checklist, Id, Level, Worth};
use crate::plan;
use crate::reading::Reading;
use crate::scorecard::Scorecard;
use crate::scoring::{self, effective};

/// From how many days on an assessment is stale: a quarter, and a week to get it done.
pub const STALE_FROM: i32 = 100;

/// Where a team stands by one of its assessments.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// The assessment.
    pub card: &'a Scorecard,
    /// The level of the one before it, where that answers the same checklist.
    pub was: Option<Level>,
    /// The day on which it is asked.
    pub today: Date,
}

/// The level of the assessment before one by `checklist`, if it answers the same.
pub fn level_before(checklist: &Checklist, before: &Reading) -> Option<Level> {
    let read = |criterion: &Criterion| effective(&before.checklist, criterion, &before.assessment);
    (before.checklist.id() == checklist.id()).then(|| scoring::level_if(&before.checklist, read))
}

/// Which assessment: whose, of which day, by which checklist.
pub type Which = (String, Date, Id);

impl<'a> Standing<'a> {
    /// Which assessment a scorecard is of.
    pub fn key(card: &Scorecard) -> Which {
        (card.assessment.team.clone(), card.assessment.date, card.checklist.id().clone())
    }

    /// How many levels it went up since the one before; `None` without one, and where that answers another checklist.
    pub fn change(self) -> Option<i16> {
        Some(i16::from(self.card.score.level.get()) - i16::from(self.was?.get()))
    }

    /// How many days ago it was.
    pub fn age(self) -> i32 {
        (self.today - self.card.assessment.date).get_days()
    }

    /// Whether it is so old that it may not be so any more.
    pub fn is_stale(self) -> bool {
        self.age() >= STALE_FROM
    }

    /// What the team belongs to.
    pub fn group(self) -> Option<&'a str> {
        self.card.assessment.group.as_deref()
    }

    /// The team.
    pub fn team(self) -> &'a str {
        &self.card.assessment.team
    }

    /// The first of what keeps the next level from being achieved, in the order in which to close it.
    pub fn next(self) -> Option<Next<'a>> {
        let next = self.card.score.next.as_ref()?;
        let step = self.card.steps().into_iter().next()?;
        Some(Next { level: next.level, criterion: step.criteria.first()?, remaining: &next.remaining })
    }

    /// Group, then name; those of no group last.
    fn place(self) -> (bool, String, String, &'a str) {
        let group = self.group().unwrap_or_default();
        (group.is_empty(), group.to_lowercase(), self.team().to_lowercase(), self.team())
    }
}

/// What keeps a team from its next level.
#[derive(Clone, Copy, Debug)]
pub struct Next<'a> {
    /// The level.
    pub level: Level,
    /// What to close first.
    pub criterion: &'a Criterion,
    /// Everything that blocks it, in checklist order.
    pub remaining: &'a [Id],
}

/// Teams on a day, those that answer the same text together.
#[derive(Clone, Debug)]
pub struct Portfolio<'a> {
    /// The day.
    pub at: Date,
    /// The texts by id and version, each with its teams.
    pub cohorts: Vec<Cohort<'a>>,
}

/// The teams that answer one text of a checklist.
#[derive(Clone, Debug)]
pub struct Cohort<'a> {
    /// The text.
    pub checklist: &'a Checklist,
    /// The teams, by group, then name.
    pub teams: Vec<Standing<'a>>,
}

/// A criterion that keeps teams from their next level.
#[derive(Clone, Debug)]
pub struct Blocker<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// The teams, by their places in [`Cohort::teams`].
    pub teams: Vec<usize>,
    /// Its practices, each with how many of those teams do not have it in place; those that most of them lack first.
    pub practices: Vec<(&'a Id, usize)>,
}

/// A kind of contradiction.
#[derive(Clone, Debug)]
pub struct Frequent {
    /// Which kind.
    pub code: Code,
    /// How often it was found.
    pub count: usize,
    /// The teams, by their places in [`Cohort::teams`].
    pub teams: Vec<usize>,
}

/// How many teams answer a criterion how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// With yes.
    pub yes: usize,
    /// With partial.
    pub partial: usize,
    /// With no, or n/a where that is not allowed.
    pub no: usize,
    /// Not asked: n/a.
    pub na: usize,
    /// Not at all.
    pub unanswered: usize,
}

impl<'a> Portfolio<'a> {
    /// The newest assessments of teams, each with the level of the one before it ([`level_before`]), as they stand on the day
    /// `at`.
    pub fn of(teams: impl Iterator<Item = (&'a Scorecard, Option<Level>)>, at: Date) -> Self {
        let mut by_text: BTreeMap<_, Cohort<'a>> = BTreeMap::new();
        for (card, was) in teams {
            let checklist = &*card.checklist;
            let text = (checklist.id(), checklist.version(), checklist.digest());
            let cohort = by_text.entry(text).or_insert_with(|| Cohort { checklist, teams: Vec::new() });
            cohort.teams.push(Standing { card, was, today: at });
        }
        let mut cohorts: Vec<Cohort<'a>> = by_text.into_values().collect();
        for cohort in &mut cohorts {
            cohort.teams.sort_by_cached_key(|team| team.place());
        }
        Self { at, cohorts }
    }

    /// How many teams there are, each once however many checklists it answers.
    pub fn team_count(&self) -> usize {
        self.teams().map(Standing::team).collect::<BTreeSet<_>>().len()
    }

    /// Every team, text by text.
    pub fn teams(&self) -> impl Iterator<Item = Standing<'a>> {
        self.cohorts.iter().flat_map(|cohort| cohort.teams.iter().copied())
    }
}

impl<'a> Cohort<'a> {
    /// How many teams stand on each level, from 0 to the highest.
    pub fn levels(&self) -> impl Iterator<Item = (Level, usize)> {
        let on = |level: Level| self.teams.iter().filter(|team| team.card.score.level == level).count();
        (0..=self.checklist.max_level().get()).map(Level::new).map(move |level| (level, on(level)))
    }

    /// What keeps teams from their next level: what blocks most of them first, else in checklist order.
    pub fn blockers(&self) -> Vec<Blocker<'a>> {
        let mut teams: BTreeMap<&Id, Vec<usize>> = BTreeMap::new();
        for (nth, team) in self.teams.iter().enumerate() {
            for id in team.card.score.next.iter().flat_map(|next| &next.remaining) {
                teams.entry(id).or_default().push(nth);
            }
        }
        let criteria = self.checklist.parts().criteria.iter();
        let mut blockers: Vec<Blocker<'a>> = criteria
            .filter_map(|criterion| {
                let teams = teams.remove(&criterion.id)?;
                let practices = self.lacking(criterion, &teams);
                Some(Blocker { criterion, teams, practices })
            })
            .collect();
        blockers.sort_by_key(|blocker| Reverse(blocker.teams.len()));
        blockers
    }

    /// The practices of a criterion that teams do not have in place, with how many of them.
    fn lacking(&self, criterion: &'a Criterion, teams: &[usize]) -> Vec<(&'a Id, usize)> {
        let mut counts: Vec<(&Id, usize)> = Vec::new();
        for team in teams.iter().filter_map(|nth| self.teams.get(*nth)) {
            for id in plan::open_practices(&team.card.checklist, criterion, &team.card.assessment) {
                match counts.iter_mut().find(|(own, _)| *own == id) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((id, 1)),
                }
            }
        }
        counts.sort_by_key(|(_, count)| Reverse(*count));
        counts
    }

    /// The kinds of contradictions, those of most teams first.
    pub fn findings(&self) -> Vec<Frequent> {
        let mut found: BTreeMap<Code, Frequent> = BTreeMap::new();
        for (nth, team) in self.teams.iter().enumerate() {
            for finding in &team.card.findings {
                let code = finding.what.code();
                let of = found.entry(code).or_insert_with(|| Frequent { code, count: 0, teams: Vec::new() });
                of.count += 1;
                if of.teams.last() != Some(&nth) {
                    of.teams.push(nth);
                }
            }
        }
        let mut found: Vec<Frequent> = found.into_values().collect();
        found.sort_by_key(|of| Reverse((of.teams.len(), of.count)));
        found
    }

    /// How the teams answer a criterion.
    pub fn tally(&self, criterion: &Criterion) -> Tally {
        let mut tally = Tally::default();
        for team in &self.teams {
            let counted = effective(&team.card.checklist, criterion, &team.card.assessment);
            match counted.map(|counted| counted.worth) {
                Some(Worth::Met) => tally.yes += 1,
                Some(Worth::Part) => tally.partial += 1,
                Some(Worth::Unmet) => tally.no += 1,
                Some(Worth::Waived) => tally.na += 1,
                None => tally.unanswered += 1,
            }
        }
        tally
    }
}
