//! Assessments as flat rows, one an item, for engines that read tables: CSV, and JSON line by line. Names are stable.

use std::borrow::Cow;

use clap::ValueEnum;
use serde::Serialize;

use super::csv::{defused, goal};
use super::json;
use crate::i18n::Lang;
use crate::model::{Answer, Entry, Id, Key, Level, Reason};
use crate::scorecard::Scorecard;
use crate::scoring::MetricStatus;
use crate::text::{flat, sanitise};

/// The forms of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RowFormat {
    /// With a header; nothing in it runs as a formula.
    Csv,
    /// A JSON object a line.
    Jsonl,
}

/// An item of an assessment.
#[derive(Serialize)]
struct Row<'a> {
    team: Cow<'a, str>,
    group: Option<Cow<'a, str>>,
    date: &'a str,
    status: &'static str,
    checklist: Cow<'a, str>,
    version: &'a str,
    kind: &'static str,
    id: Cow<'a, str>,
    code: Option<Cow<'a, str>>,
    title: Option<Cow<'a, str>>,
    level: Option<Level>,
    area: Option<&'a str>,
    answer: Option<&'static str>,
    answered: Option<String>,
    reason: Option<&'static str>,
    owner: Option<Cow<'a, str>>,
    due: Option<String>,
    evidence: usize,
    value: Option<f64>,
    unit: Option<Cow<'a, str>>,
    target: Option<String>,
    metric_status: Option<MetricStatus>,
    note: Option<Cow<'a, str>>,
}

/// The columns, in the order in which a row has them.
const COLUMNS: &str = "team,group,date,status,checklist,version,kind,id,code,title,level,area,answer,answered,reason,owner,due,\
    evidence,value,unit,target,metric_status,note\r\n";

impl RowFormat {
    /// What stands before the first row.
    pub const fn header(self) -> &'static str {
        match self {
            Self::Csv => COLUMNS,
            Self::Jsonl => "",
        }
    }

    /// The rows of an assessment: its items in checklist order, answered or not, then those that the checklist does not have.
    /// Titles and units are in `lang`; all else is as the files have it, the same in every language.
    pub fn rows(self, card: &Scorecard, lang: Lang) -> String {
        let keys = || card.checklist.keys().chain(card.retired().map(|(key, _)| key.clone()));
        let (date, version) = (card.assessment.date.to_string(), card.checklist.version().to_string());
        let of = Of { card, lang, date: &date, version: &version, form: self };
        match self {
            Self::Csv => {
                let mut rows = ::csv::WriterBuilder::new()
                    .has_headers(false)
                    .terminator(::csv::Terminator::CRLF)
                    .from_writer(Vec::new());
                for key in keys() {
                    // Writing into memory does not fail, and every row has the same fields.
                    let _ = rows.serialize(of.row(&key));
                }
                rows.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
            }
            Self::Jsonl => keys().map(|key| json::line(&of.row(&key))).collect(),
        }
    }
}

/// What the rows of an assessment have in common.
#[derive(Clone, Copy)]
struct Of<'a> {
    card: &'a Scorecard,
    lang: Lang,
    date: &'a str,
    version: &'a str,
    form: RowFormat,
}

impl<'a> Of<'a> {
    fn row(self, key: &Key) -> Row<'a> {
        let (card, checklist, assessment) = (self.card, &*self.card.checklist, &self.card.assessment);
        let entry = assessment.entry(key);
        let given = assessment.answer(key);
        let metric = if let Key::Metric(id) = key { card.metric(id) } else { None };
        let criterion = if let Key::Criterion(id) = key { checklist.criterion(id) } else { None };
        let day = |day: jiff::civil::Date| day.to_string();
        Row {
            team: self.text(&assessment.team),
            group: assessment.group.as_deref().map(|group| self.text(group)),
            date: self.date,
            status: assessment.status.word(),
            checklist: self.text(checklist.id().as_str()),
            version: self.version,
            kind: kind(key),
            id: Cow::Owned(self.text(&key.to_string()).into_owned()),
            code: checklist.code(key).map(|code| self.text(code)),
            title: checklist.title(key).map(|title| self.text(title.get(self.lang))),
            level: criterion.map(|criterion| criterion.level),
            area: criterion.and_then(|criterion| criterion.area.as_ref()).map(Id::as_str),
            answer: given.map(Answer::word),
            answered: entry.and_then(|entry| entry.answered).map(day),
            reason: entry.and_then(|entry| entry.reason).map(Reason::word),
            owner: entry.and_then(|entry| entry.owner.as_deref()).map(|owner| self.text(owner)),
            due: entry.and_then(|entry| entry.due).map(day),
            evidence: entry.map_or(0, |entry| {
                entry.evidence.iter().filter(|evidence| evidence.is_valid_on(assessment.date)).count()
            }),
            value: entry.and_then(Entry::value),
            unit: if let Key::Metric(id) = key { self.some(card.unit(id, self.lang)) } else { None },
            target: metric.as_ref().and_then(|score| score.target).map(goal),
            metric_status: metric.map(|score| score.status),
            note: entry.and_then(|entry| entry.note.as_deref()).map(|note| self.note(note)),
        }
    }

    /// A text; for a spreadsheet on one line, and no formula.
    fn text(self, text: &str) -> Cow<'_, str> {
        match self.form {
            RowFormat::Csv => Cow::Owned(defused(&flat(text))),
            RowFormat::Jsonl => Cow::Borrowed(text),
        }
    }

    /// The same of a text that says something.
    fn some(self, text: &'a str) -> Option<Cow<'a, str>> {
        (!text.is_empty()).then(|| self.text(text))
    }

    /// The same of several lines.
    fn note(self, text: &'a str) -> Cow<'a, str> {
        match self.form {
            RowFormat::Csv => Cow::Owned(defused(sanitise(text).trim())),
            RowFormat::Jsonl => Cow::Borrowed(text),
        }
    }
}

/// What kind of item it is.
const fn kind(key: &Key) -> &'static str {
    match key {
        Key::Criterion(_) => "criterion",
        Key::Practice(_) => "practice",
        Key::Deliverable(_) => "deliverable",
        Key::Metric(_) => "metric",
        Key::Step(..) => "step",
    }
}
