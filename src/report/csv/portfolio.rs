//! Many teams on one sheet as CSV (RFC 4180), one row a team, for spreadsheets.

use super::defused;
use crate::model::Id;
use crate::portfolio::{Portfolio, Standing};
use crate::text::one_line;

/// The columns before those of the areas; their names are stable.
const COLUMNS: [&str; 17] = [
    "team",
    "group",
    "date",
    "status",
    "checklist",
    "version",
    "level",
    "max_level",
    "change",
    "evidenced_level",
    "target_level",
    "age_days",
    "stale",
    "late",
    "findings",
    "next_level",
    "next_criterion",
];

/// The teams by group and name, text by text: a header, then a row a team; for each area of any text a column with its level.
pub fn csv(portfolio: &Portfolio<'_>) -> String {
    let mut areas: Vec<&Id> = Vec::new();
    for area in portfolio.cohorts.iter().flat_map(|cohort| &cohort.checklist.parts().areas) {
        if !areas.contains(&&area.id) {
            areas.push(&area.id);
        }
    }
    let mut rows = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    let header = COLUMNS.iter().map(ToString::to_string);
    // Writing into memory does not fail, and every row has as many fields as the header.
    let _ = rows.write_record(header.chain(areas.iter().map(|id| format!("area.{id}"))));
    for team in portfolio.teams() {
        let levels = areas.iter().map(|id| {
            let score = team.card.score.areas.iter().find(|score| score.id == **id);
            score.and_then(|score| score.level).map(|level| level.to_string()).unwrap_or_default()
        });
        let _ = rows.write_record(row(team).into_iter().chain(levels));
    }
    rows.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn row(team: Standing<'_>) -> [String; COLUMNS.len()] {
    let (card, assessment, score) = (team.card, &team.card.assessment, &team.card.score);
    let next = team.next();
    [
        defused(&one_line(team.team())),
        defused(&one_line(team.group().unwrap_or_default())),
        assessment.date.to_string(),
        assessment.status.word().to_owned(),
        defused(card.checklist.id().as_str()),
        card.checklist.version().to_string(),
        score.level.to_string(),
        score.max_level.to_string(),
        // A number, negative or not.
        team.change().map(|by| by.to_string()).unwrap_or_default(),
        score.evidenced_level.to_string(),
        score.target_level.to_string(),
        team.age().to_string(),
        team.is_stale().to_string(),
        card.late().count().to_string(),
        card.findings.len().to_string(),
        next.map(|next| next.level.to_string()).unwrap_or_default(),
        next.map(|next| next.criterion.id.to_string()).unwrap_or_default(),
    ]
}
