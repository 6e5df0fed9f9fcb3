//! What came of a check, for other programs. Keys are stable; new ones may come.

use serde::Serialize;

use super::{Coverage, FORMAT, written};
use crate::check::{Failure, Verdict};
use crate::i18n::Lang;
use crate::model::{Answer, Id, Level};
use crate::page::verdict::Checked as Row;
use crate::scorecard::Scorecard;

/// What came of a check; why there is no verdict in `lang`.
pub fn json(rows: &[Row], lang: Lang) -> String {
    written(&Page {
        format: FORMAT,
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
        Self {
            team: &assessment.team,
            date: assessment.date.to_string(),
            age_days: verdict.age,
            level: score.level,
            evidenced_level: score.evidenced_level,
            max_level: score.max_level,
            coverage: Coverage::of(score.coverage),
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
