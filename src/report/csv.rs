//! A scorecard as CSV (RFC 4180), one row an item, for spreadsheets.

pub mod history;
pub mod portfolio;

use std::collections::HashMap;

use crate::i18n::Lang;
use crate::model::checklist::Target;
use crate::model::{Entry, Id, Key, Level, Section};
use crate::scorecard::{ItemStatus, Scorecard};
use crate::scoring::MetricStatus;
use crate::text::{one_line, sanitise};
use crate::wording;

/// The columns; their names are stable.
const COLUMNS: [&str; 19] = [
    "section", "id", "title", "level", "area", "role", "answer", "answered", "reason", "value", "unit", "target",
    "status", "note", "evidence", "owner", "due", "findings", "code",
];

/// What tells a spreadsheet that the text is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The items in checklist order, then those that the checklist does not have.
///
/// Titles are in `lang`; answers, reasons, states and findings are the words of the files, the same in every language.
/// `excel` puts a byte-order mark in front.
pub fn csv(card: &Scorecard, lang: Lang, excel: bool) -> String {
    let mut rows = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing into memory does not fail, and every row has as many fields as the header.
    let _ = rows.write_record(COLUMNS);
    let findings = findings(card);
    for key in card.checklist.keys().chain(card.retired().map(|(key, _)| key.clone())) {
        let _ = rows.write_record(row(card, &key, &findings, lang));
    }
    let table = rows.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    if excel { format!("{BYTE_ORDER_MARK}{table}") } else { table }
}

/// A user's text that no spreadsheet takes for a formula.
pub(super) fn defused(text: &str) -> String {
    let formula = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    if text.starts_with(formula) { format!("'{text}") } else { text.to_owned() }
}

fn row(card: &Scorecard, key: &Key, findings: &Findings, lang: Lang) -> [String; COLUMNS.len()] {
    let nothing = Entry::default();
    let entry = card.assessment.entry(key).unwrap_or(&nothing);
    let place = Place::of(card, key);
    let evidence: Vec<String> = entry.evidence.iter().map(|evidence| one_line(&evidence.reference)).collect();
    let title = card.checklist.title(key).map_or("", |title| title.get(lang));
    let target = match key {
        Key::Metric(id) => card.metric(id).and_then(|score| score.target),
        _ => None,
    };
    let unit = if let Key::Metric(id) = key { card.unit(id, lang) } else { "" };
    let area = |id: &Id| one_line(&wording::area(&card.checklist, id, lang));
    let role = |id: &Id| card.checklist.role(id).map_or_else(|| id.to_string(), |role| one_line(role.title.get(lang)));
    [
        key.section().name().to_owned(),
        defused(&one_line(&key.to_string())),
        defused(&one_line(title)),
        place.level.map(|level| level.to_string()).unwrap_or_default(),
        place.area.map(|id| defused(&area(id))).unwrap_or_default(),
        place.role.map(|id| defused(&role(id))).unwrap_or_default(),
        entry.answer().map(|answer| answer.word().to_owned()).unwrap_or_default(),
        entry.answered.map(|day| day.to_string()).unwrap_or_default(),
        entry.reason.map(|reason| reason.word().to_owned()).unwrap_or_default(),
        // A number of the file, negative or not, is a number.
        entry.value().map(|value| value.to_string()).unwrap_or_default(),
        defused(&one_line(unit)),
        target.map(goal).unwrap_or_default(),
        word(card.status(key)).to_owned(),
        defused(sanitise(entry.note.as_deref().unwrap_or_default()).trim()),
        defused(&evidence.join("\n")),
        defused(&one_line(entry.owner.as_deref().unwrap_or_default())),
        entry.due.map(|day| day.to_string()).unwrap_or_default(),
        findings.get(&(key.section(), key.to_string())).cloned().unwrap_or_default(),
        defused(&one_line(card.checklist.code(key).unwrap_or_default())),
    ]
}

/// Where an item belongs.
struct Place<'a> {
    level: Option<Level>,
    area: Option<&'a Id>,
    role: Option<&'a Id>,
}

impl<'a> Place<'a> {
    fn of(card: &'a Scorecard, key: &Key) -> Self {
        let checklist = &card.checklist;
        let (level, area, role) = match key {
            Key::Criterion(id) => checklist
                .criterion(id)
                .map_or((None, None, None), |item| (Some(item.level), item.area.as_ref(), item.role.as_ref())),
            Key::Practice(id) => (None, None, checklist.practice(id).and_then(|item| item.role.as_ref())),
            Key::Deliverable(id) => (None, None, checklist.deliverable(id).and_then(|item| item.role.as_ref())),
            Key::Metric(_) | Key::Step(..) => (None, None, None),
        };
        Self { level, area, role }
    }
}

pub(super) fn goal(target: Target) -> String {
    match target {
        Target::Above(limit) => format!("> {limit}"),
        Target::Below(limit) => format!("< {limit}"),
    }
}

/// The word for how an item counts.
pub(super) const fn word(status: ItemStatus) -> &'static str {
    match status {
        ItemStatus::Met => "met",
        ItemStatus::Waived => "waived",
        ItemStatus::NotMet => "not_met",
        ItemStatus::Unanswered => "unanswered",
        ItemStatus::Unknown => "unknown",
        ItemStatus::Measured(status) => metric_word(status),
    }
}

/// The word for how a metric stands.
const fn metric_word(status: MetricStatus) -> &'static str {
    match status {
        MetricStatus::OnTarget => "on_target",
        MetricStatus::OffTarget => "off_target",
        MetricStatus::Tracked => "tracked",
        MetricStatus::NoData => "no_data",
    }
}

/// The codes of what was found of each item, by its section and its name.
type Findings = HashMap<(Section, String), String>;

fn findings(card: &Scorecard) -> Findings {
    let mut codes: HashMap<(Section, String), Vec<String>> = HashMap::new();
    for finding in &card.findings {
        let Some(key) = finding.key() else { continue };
        // The word that JSON has for it.
        let word = serde_json::to_value(finding.what.code()).ok();
        let of = codes.entry((key.section(), key.to_string())).or_default();
        of.extend(word.and_then(|word| word.as_str().map(str::to_owned)));
    }
    let joined = codes.into_iter().map(|(of, mut codes)| {
        codes.dedup();
        (of, codes.join(" "))
    });
    joined.collect()
}

#[cfg(test)]
mod tests {
    use super::defused;

    #[test]
    fn nothing_that_a_user_wrote_is_a_formula() {
        for bad in ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1"] {
            assert_eq!(defused(bad), format!("'{bad}"));
        }
        assert_eq!(defused("支付 =1"), "支付 =1");
    }
}
