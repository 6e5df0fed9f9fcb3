//! What came of a check: one line a target, JSON, and a Markdown summary for a CI job's page.

use std::fmt::Write as _;

use serde::Serialize;

use super::markdown::escape;
use super::sheet::{Paper, Sheet};
use crate::check::{Failure, Slip, Verdict};
use crate::error::Error;
use crate::i18n::{Lang, over_time as o, report as r, terms};
use crate::model::{Answer, Id, Level};
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::text::one_line;

/// The most ids that a line names.
const NAMED: usize = 5;

/// A target and what came of checking it.
#[derive(Debug)]
pub struct Row {
    /// The target, as the command line names it.
    pub target: String,
    /// The verdict, or why there is none.
    pub outcome: Result<(Scorecard, Verdict), Error>,
}

impl Row {
    fn holds(&self) -> bool {
        self.outcome.as_ref().is_ok_and(|(_, verdict)| verdict.failures.is_empty())
    }
}

/// One line for each target.
pub fn text(rows: &[Row], paper: Paper) -> Sheet {
    // A line of a log is not wrapped: it is searched for, and cut out whole.
    let mut sheet = Sheet::new(Paper { width: usize::MAX / 4, ..paper });
    let lang = paper.lang;
    for row in rows {
        let (answer, word) = match (&row.outcome, row.holds()) {
            (Ok(_), true) => (Some(Answer::Yes), o::ok(lang)),
            (Ok(_), false) => (Some(Answer::No), o::failed(lang)),
            (Err(_), _) => (None, o::trouble(lang)),
        };
        let (sign, meaning) = mark(answer);
        let mut said = format!("{word} · {}", one_line(&row.target));
        if let Ok((card, verdict)) = &row.outcome {
            let level = o::level_of(lang, card.score.level, card.score.max_level);
            said = format!("{said} · {} · {level}", card.assessment.date);
            let failures: Vec<String> = verdict.failures.iter().map(|one| failure(one, lang)).collect();
            if !failures.is_empty() {
                said = format!("{said}{}{}", terms::colon(lang), failures.join(terms::semicolon(lang)));
            }
        }
        sheet.marked(0, (sign, meaning), &said, Meaning::Body);
    }
    sheet
}

/// What does not hold, and by how much.
fn failure(failure: &Failure, lang: Lang) -> String {
    match failure {
        Failure::Level { level, wanted, evidenced, blocked_by } => {
            let sentence = if *evidenced { o::evidenced_wanted } else { o::level_wanted };
            let said = sentence(lang, level, wanted);
            let ids = few(blocked_by.iter().map(Id::to_string), lang);
            format!("{said}{}{}", terms::semicolon(lang), o::blocked_by(lang, ids))
        }
        Failure::Age { days: 1, allowed } => o::one_day_old(lang, 1, allowed),
        Failure::Age { days, allowed } => o::days_old(lang, days, allowed),
        Failure::Coverage { coverage, wanted } => {
            let percent = coverage.percent().unwrap_or_default();
            o::answered_wanted(lang, coverage.answered, coverage.total, percent, wanted)
        }
        Failure::LevelFell { since, before, now } => o::level_fell(lang, since, before, now),
        Failure::Slipped { since, criteria } => {
            let word = |answer: Option<Answer>| answer.map_or(terms::unanswered(lang), |answer| answer.term(lang));
            let slip = |slip: &Slip| {
                let change = o::between(lang, word(slip.before), word(slip.now));
                r::aside(lang, &slip.criterion, change)
            };
            o::slipped(lang, since, few(criteria.iter().map(slip), lang))
        }
    }
}

/// The first of a list, and how many more there are.
fn few(all: impl ExactSizeIterator<Item = String>, lang: Lang) -> String {
    let more = all.len().saturating_sub(NAMED);
    let shown = all.take(NAMED).collect::<Vec<_>>().join(terms::comma(lang));
    if more == 0 { shown } else { o::and_more(lang, shown, more) }
}

/// A summary in GitHub-flavoured Markdown.
pub fn markdown(rows: &[Row], lang: Lang) -> String {
    let title = if rows.iter().any(|row| row.outcome.is_err()) {
        o::check_trouble(lang)
    } else if rows.iter().all(Row::holds) {
        o::check_passed(lang)
    } else {
        o::check_failed(lang)
    };
    let head =
        [o::target(lang), r::date(lang), r::level(lang), r::answered(lang), r::state(lang), o::what_failed(lang)];
    let mut page = format!("## {title}\n\n| {} |\n|{}\n", head.join(" | "), " --- |".repeat(head.len()));
    for row in rows {
        let cells = match &row.outcome {
            Ok((card, verdict)) => {
                let score = &card.score;
                let failures: Vec<String> = verdict.failures.iter().map(|one| escape(&failure(one, lang))).collect();
                [
                    escape(&row.target),
                    card.assessment.date.to_string(),
                    format!("{}/{}", score.level, score.max_level),
                    terms::percent(lang, score.coverage.percent().unwrap_or_default()),
                    if row.holds() { o::ok(lang).to_owned() } else { format!("**{}**", o::failed(lang)) },
                    failures.join("<br>"),
                ]
            }
            Err(error) => {
                let none = String::new;
                let state = format!("**{}**", o::trouble(lang));
                [escape(&row.target), none(), none(), none(), state, escape(&error.one_line(lang))]
            }
        };
        // Writing to a string does not fail.
        let _ = writeln!(page, "| {} |", cells.join(" | "));
    }
    page
}

/// The same as JSON.
pub fn json(rows: &[Row], lang: Lang) -> String {
    super::json::written(&Page {
        format: super::json::FORMAT,
        ok: rows.iter().all(Row::holds),
        targets: rows.iter().map(|row| Line::of(row, lang)).collect(),
    })
}

#[derive(Serialize)]
struct Page<'a> {
    format: u32,
    ok: bool,
    targets: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    target: &'a str,
    ok: bool,
    #[serde(flatten)]
    checked: Option<Checked<'a>>,
    error: Option<String>,
}

#[derive(Serialize)]
struct Checked<'a> {
    team: &'a str,
    date: String,
    age_days: u32,
    level: Level,
    evidenced_level: Level,
    max_level: Level,
    coverage: Coverage,
    failures: Vec<Failed<'a>>,
}

#[derive(Serialize)]
struct Coverage {
    answered: usize,
    total: usize,
    to_confirm: usize,
}

/// A demand that does not hold, under the name of its option.
#[derive(Serialize)]
#[serde(tag = "check", rename_all = "kebab-case")]
enum Failed<'a> {
    MinLevel { level: Level, wanted: Level, evidenced: bool, blocked_by: &'a [Id] },
    MaxAge { days: u32, allowed: u32 },
    MinCoverage { answered: usize, total: usize, percent: u32, wanted: u32 },
    LevelFell { since: String, before: Level, now: Level },
    Slipped { since: String, criteria: Vec<Slipped<'a>> },
}

#[derive(Serialize)]
struct Slipped<'a> {
    criterion: &'a Id,
    before: Option<Answer>,
    now: Option<Answer>,
}

impl<'a> Line<'a> {
    fn of(row: &'a Row, lang: Lang) -> Self {
        Self {
            target: &row.target,
            ok: row.holds(),
            checked: row.outcome.as_ref().ok().map(|(card, verdict)| Checked::of(card, verdict)),
            error: row.outcome.as_ref().err().map(|error| error.one_line(lang)),
        }
    }
}

impl<'a> Checked<'a> {
    fn of(card: &'a Scorecard, verdict: &'a Verdict) -> Self {
        let (assessment, score) = (&card.assessment, &card.score);
        let coverage = score.coverage;
        Self {
            team: &assessment.team,
            date: assessment.date.to_string(),
            age_days: verdict.age,
            level: score.level,
            evidenced_level: score.evidenced_level,
            max_level: score.max_level,
            coverage: Coverage { answered: coverage.answered, total: coverage.total, to_confirm: coverage.to_confirm },
            failures: verdict.failures.iter().map(Failed::of).collect(),
        }
    }
}

impl<'a> Failed<'a> {
    fn of(failure: &'a Failure) -> Self {
        match failure {
            Failure::Level { level, wanted, evidenced, blocked_by } => {
                Self::MinLevel { level: *level, wanted: *wanted, evidenced: *evidenced, blocked_by }
            }
            Failure::Age { days, allowed } => Self::MaxAge { days: *days, allowed: *allowed },
            Failure::Coverage { coverage, wanted } => Self::MinCoverage {
                answered: coverage.answered,
                total: coverage.total,
                percent: coverage.percent().unwrap_or_default(),
                wanted: *wanted,
            },
            Failure::LevelFell { since, before, now } => {
                Self::LevelFell { since: since.to_string(), before: *before, now: *now }
            }
            Failure::Slipped { since, criteria } => Self::Slipped {
                since: since.to_string(),
                criteria: criteria
                    .iter()
                    .map(|slip| Slipped { criterion: &slip.criterion, before: slip.before, now: slip.now })
                    .collect(),
            },
        }
    }
}
