//! What came of a check: one line a target for a log, and a summary for a CI job's page.

use super::document::{Block, Cell, Document, Kind, Line, Mark, Table, quote};
use crate::check::{Failure, Slip, Verdict};
use crate::error::Error;
use crate::i18n::{Lang, say};
use crate::model::{Id, Key, Worth};
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::text::{one_line, truncate};
use crate::wording;

/// The most criteria that a line names.
const NAMED: usize = 5;
/// The most cells that a title has in it.
const TITLE: usize = 60;

/// A target and what came of checking it.
#[derive(Debug)]
pub struct Checked {
    /// The target, as the command line names it.
    pub target: String,
    /// The verdict, or why there is none.
    pub outcome: Result<(Scorecard, Verdict), Error>,
}

impl Checked {
    /// Whether everything that was demanded holds.
    pub fn holds(&self) -> bool {
        self.outcome.as_ref().is_ok_and(|(_, verdict)| verdict.failures.is_empty())
    }

    /// Its mark, and what it is called.
    const fn state(&self, holds: bool, lang: Lang) -> (Mark, &'static str) {
        match (&self.outcome, holds) {
            (Ok(_), true) => (mark(Some(Worth::Met)), say::ok(lang)),
            (Ok(_), false) => (mark(Some(Worth::Unmet)), say::failed(lang)),
            (Err(_), _) => (mark(None), say::trouble(lang)),
        }
    }
}

/// One line for each target. A line of a log is not wrapped: it is searched for, and cut out whole.
pub fn log(rows: &[Checked], lang: Lang) -> Document<'_> {
    let line = |row: &'_ Checked| {
        let ((sign, meaning), word) = row.state(row.holds(), lang);
        let mut line =
            Line::ours(sign).meaning_of_last(meaning).then_ours(" ").then_ours(word).and_said(&quote(&row.target));
        if let Ok((card, verdict)) = &row.outcome {
            let level = wording::stands_at(card.score.grade(), card.score.max_level, lang);
            line = line.and_ours(card.assessment.date.to_string()).and_ours(level);
            if !verdict.failures.is_empty() {
                line = line.then_said(&format!("{}{}", say::colon(lang), failures(card, verdict, lang)));
            }
        }
        Block::Verbatim(line)
    };
    Document { blocks: rows.iter().map(line).collect() }
}

/// A table of all targets under a title that says how it went.
pub fn summary(rows: &[Checked], lang: Lang) -> Document<'_> {
    let mut page = Document::default();
    let title = if rows.iter().any(|row| row.outcome.is_err()) {
        say::check_trouble(lang)
    } else if rows.iter().all(Checked::holds) {
        say::check_passed(lang)
    } else {
        say::check_failed(lang)
    };
    page.heading(2, Line::ours(title));
    let mut table = Table::new(&[
        (say::gate_target(lang), Kind::Title),
        (say::date(lang), Kind::Words),
        (say::level_column(lang), Kind::Words),
        (say::answered(lang), Kind::Words),
        (say::state(lang), Kind::Words),
        (say::what_failed(lang), Kind::Words),
    ]);
    for row in rows {
        let holds = row.holds();
        let (_, word) = row.state(holds, lang);
        let state = Line::ours(word).meaning(if holds { Meaning::Body } else { Meaning::Title });
        let none = || Cell::from(Line::new(Meaning::Body));
        let cells: [Cell<'_>; 6] = match &row.outcome {
            Ok((card, verdict)) => {
                let score = &card.score;
                [
                    Line::theirs(&row.target).into(),
                    Line::ours(card.assessment.date.to_string()).into(),
                    Line::ours(wording::stands_short(score.grade(), score.max_level)).into(),
                    Line::ours(say::percent(lang, score.coverage.percent().unwrap_or_default())).into(),
                    state.into(),
                    Line::said(&failures(card, verdict, lang)).into(),
                ]
            }
            Err(error) => {
                let why = Line::said(&quote(&error.one_line(lang)));
                [Line::theirs(&row.target).into(), none(), none(), none(), state.into(), why.into()]
            }
        };
        table.row(cells);
    }
    page.push(table);
    page
}

/// What does not hold.
fn failures(card: &Scorecard, verdict: &Verdict, lang: Lang) -> String {
    let failures: Vec<String> = verdict.failures.iter().map(|one| failure(card, one, lang)).collect();
    failures.join(say::semicolon(lang))
}

/// What does not hold, and by how much.
fn failure(card: &Scorecard, failure: &Failure, lang: Lang) -> String {
    match failure {
        Failure::Level { level, wanted, evidenced, blocked_by } => {
            let sentence = if *evidenced { say::evidenced_wanted } else { say::level_wanted };
            let said = sentence(lang, level, wanted);
            let titles = few(blocked_by.iter().map(|id| titled(card, id, lang)), lang);
            format!("{said}{}{}", say::semicolon(lang), say::blocked_by(lang, titles))
        }
        Failure::Age { days, allowed } => say::too_old(lang, *days, *allowed),
        Failure::Coverage { coverage, wanted } => {
            let percent = coverage.percent().unwrap_or_default();
            say::answered_wanted(lang, coverage.answered, coverage.total, percent, wanted)
        }
        Failure::LevelFell { since, before, now } => say::level_fell(lang, since, before, now),
        Failure::Slipped { since, criteria } => {
            let slip = |slip: &Slip| {
                let key = Key::Criterion(slip.criterion.clone());
                let word = |answer| quote(wording::answer(&card.checklist, &key, answer, lang));
                let change = say::from_to(lang, word(slip.before), word(slip.now));
                say::aside(lang, titled(card, &slip.criterion, lang), change)
            };
            say::slipped(lang, since, few(criteria.iter().map(slip), lang))
        }
    }
}

/// The title of a criterion, set off from those beside it; a long one is cut, for it stands in a line of a log.
fn titled(card: &Scorecard, id: &Id, lang: Lang) -> String {
    let title = one_line(&wording::criterion(&card.checklist, id, lang));
    let cut = truncate(&title, TITLE);
    // The sign of a cut is ours.
    let shown = cut.strip_suffix('…').filter(|_| *cut != title).map(|kept| format!("{}…", quote(kept)));
    say::in_quotes(lang, shown.unwrap_or_else(|| quote(&title)))
}

/// The first of a list, and how many more there are.
fn few(all: impl ExactSizeIterator<Item = String>, lang: Lang) -> String {
    let more = all.len().saturating_sub(NAMED);
    let shown = all.take(NAMED).collect::<Vec<_>>().join(say::comma(lang));
    if more == 0 { shown } else { say::and_more(lang, shown, more) }
}
