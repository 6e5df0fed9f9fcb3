//! A team that does not exist, to look around in: two assessments with some of everything.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::i18n::{Lang, say};
use crate::model::{Answer, Assessment, Checklist, ChecklistRef, Entry, Evidence, Given, Id, Key, Reason};
use crate::start;

/// The answers of the earlier one, by section and id.
const BEFORE: &[(&str, Answer)] = &[
    ("criteria.deploys-and-runs", Answer::YES),
    ("criteria.basic-monitoring", Answer::YES),
    ("criteria.basic-incident-handling", Answer::PARTIAL),
    ("criteria.full-cicd", Answer::NO),
    ("criteria.comprehensive-monitoring", Answer::NO),
    ("criteria.standard-procedures", Answer::NO),
    ("deliverables.deployment-docs", Answer::PARTIAL),
    ("deliverables.monitoring-dashboards", Answer::NO),
    ("practices.production-deployment", Answer::YES),
    ("practices.alert-rules", Answer::PARTIAL),
];

/// What the later one says otherwise, or for the first time; everything else waits to be confirmed.
const NOW: &[(&str, Answer)] = &[
    ("criteria.deploys-and-runs", Answer::YES),
    ("criteria.basic-incident-handling", Answer::YES),
    ("criteria.full-cicd", Answer::PARTIAL),
    ("criteria.comprehensive-monitoring", Answer::YES),
    ("criteria.standard-procedures", Answer::NO),
    ("criteria.basic-analytics", Answer::NA),
    ("deliverables.deployment-docs", Answer::YES),
    ("deliverables.monitoring-dashboards", Answer::NO),
    ("practices.cicd-pipeline", Answer::YES),
    ("practices.release-rollback", Answer::NO),
];

/// The values of the metrics, then and now.
const METRICS: &[(&str, f64, f64)] =
    &[("availability", 99.7, 99.93), ("response-time", 310.0, 240.0), ("error-rate", 0.2, 0.05)];

/// The earlier assessment and the one of today, by the built-in checklist.
pub(super) fn assessments(checklist: &Checklist, today: Date, lang: Lang) -> (Assessment, Assessment) {
    let then = today.saturating_sub(91.days());
    let mut before = Assessment::new(say::sample_team(lang), then, ChecklistRef::to(checklist));
    answer(&mut before, BEFORE);
    measure(&mut before, |(_, then, _)| *then);
    let mut now = start::carry(&before, today);
    answer(&mut now, NOW);
    measure(&mut now, |(.., now)| *now);
    let shows = |reference: &str, expires| {
        let by = Some(say::sample_person(lang).to_owned());
        vec![Evidence { reference: reference.to_owned(), date: Some(today), by, expires: Some(expires) }]
    };
    change(&mut now, "criteria.deploys-and-runs", |entry| {
        entry.evidence = shows("https://ci.example/deploy", today.saturating_add(180.days()));
    });
    change(&mut now, "criteria.basic-incident-handling", |entry| {
        entry.evidence = shows("https://wiki.example/on-call", then);
    });
    change(&mut now, "criteria.full-cicd", |entry| {
        entry.note = Some(say::sample_note(lang).to_owned());
        entry.owner = Some(say::sample_person(lang).to_owned());
        entry.due = Some(today.saturating_add(42.days()));
    });
    change(&mut now, "criteria.basic-analytics", |entry| entry.reason = Some(Reason::CoveredElsewhere));
    (before, now)
}

/// The key that a section and an id name.
fn key(path: &str) -> Option<Key> {
    let (section, id) = path.split_once('.')?;
    let id = Id::foreign(id);
    Some(match section {
        "criteria" => Key::Criterion(id),
        "deliverables" => Key::Deliverable(id),
        "practices" => Key::Practice(id),
        _ => Key::Metric(id),
    })
}

fn change(assessment: &mut Assessment, path: &str, change: impl FnOnce(&mut Entry)) {
    let Some(key) = key(path) else { return };
    let mut entry = assessment.entry(&key).cloned().unwrap_or_default();
    change(&mut entry);
    assessment.set(key, entry);
}

fn answer(assessment: &mut Assessment, answers: &[(&str, Answer)]) {
    let day = assessment.date;
    for (path, answer) in answers {
        change(assessment, path, |entry| entry.give(Some(Given::Answer(*answer)), day));
    }
}

fn measure(assessment: &mut Assessment, value: impl Fn(&(&str, f64, f64)) -> f64) {
    let day = assessment.date;
    for metric in METRICS {
        change(assessment, &format!("metrics.{}", metric.0), |entry| {
            entry.give(Some(Given::Value(value(metric))), day);
        });
    }
}
