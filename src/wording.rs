//! The domain's values as people read them, the same on every screen and in every report.

use jiff::civil::Date;

use crate::findings::{Finding, What};
use crate::i18n::{Lang, terms};
use crate::model::checklist::Target;
use crate::model::{Answer, Checklist, Evidence, Id, Key};
use crate::scoring::MetricStatus;
use crate::text::one_line;

/// The title of an item; its id where the checklist does not have it.
pub fn title(checklist: &Checklist, key: &Key, lang: Lang) -> String {
    checklist.title(key).map_or_else(|| one_line(&key.to_string()), |title| title.get(lang).to_owned())
}

/// The title of a criterion; its id where the checklist does not have it.
pub fn criterion<'a>(checklist: &'a Checklist, id: &'a Id, lang: Lang) -> &'a str {
    checklist.criterion(id).map_or(id.as_str(), |item| item.title.get(lang))
}

/// What kind of item it is, and where it belongs: a criterion's level, a practice's role, a metric's group, a step's loop.
pub fn kind(checklist: &Checklist, key: &Key, lang: Lang) -> String {
    match key {
        Key::Criterion(id) => {
            let level = checklist.criterion(id).and_then(|criterion| checklist.level(criterion.level));
            level.map_or_else(
                || terms::criteria(lang).to_owned(),
                |def| terms::level_titled(lang, def.level, def.title.get(lang)),
            )
        }
        Key::Deliverable(_) => terms::deliverables(lang).to_owned(),
        Key::Practice(id) => {
            let role = checklist.practice(id).and_then(|item| item.role.as_ref()).and_then(|id| checklist.role(id));
            let titled = role.map(|role| format!("{} · {}", terms::practices(lang), role.title.get(lang)));
            titled.unwrap_or_else(|| terms::practices(lang).to_owned())
        }
        Key::Metric(id) => match checklist.metric(id).and_then(|metric| metric.group.as_deref()) {
            Some(group) => metric_group(group, lang).to_owned(),
            None => terms::metrics(lang).to_owned(),
        },
        Key::Step(of, _) => {
            let title = checklist.improvement_loop(of).map_or(of.as_str(), |of| of.title.get(lang));
            format!("{} · {title}", terms::loops(lang))
        }
    }
}

/// The word of an answer; a deliverable's says what the answer means for it.
pub fn answer(key: &Key, answer: Option<Answer>, lang: Lang) -> &'static str {
    match (key, answer) {
        (Key::Deliverable(_), Some(Answer::Yes)) => terms::deliverable_yes(lang),
        (Key::Deliverable(_), Some(Answer::Partial)) => terms::deliverable_partial(lang),
        (Key::Deliverable(_), Some(Answer::No)) => terms::deliverable_no(lang),
        (_, Some(answer)) => answer.term(lang),
        (_, None) => terms::unanswered(lang),
    }
}

/// How a metric stands.
pub fn metric_status(status: MetricStatus, lang: Lang) -> &'static str {
    match status {
        MetricStatus::OnTarget => terms::metric_on_target(lang),
        MetricStatus::OffTarget => terms::metric_off_target(lang),
        MetricStatus::Tracked => terms::metric_tracked(lang),
        MetricStatus::NoData => terms::metric_no_data(lang),
    }
}

/// A number with its unit: `99.95%`, `180 ms`.
pub fn quantity(value: f64, unit: &str) -> String {
    match unit {
        "" => value.to_string(),
        "%" => format!("{value}%"),
        unit => format!("{value} {unit}"),
    }
}

/// A target: `> 99.9%`, `< 200 ms`.
pub fn target(target: Target, unit: &str) -> String {
    match target {
        Target::Above(limit) => format!("> {}", quantity(limit, unit)),
        Target::Below(limit) => format!("< {}", quantity(limit, unit)),
    }
}

/// The title of a metric group: the three that the built-in checklist uses by name, any other as its word.
pub fn metric_group(word: &str, lang: Lang) -> &str {
    match word {
        "technical" => terms::metrics_technical(lang),
        "business" => terms::metrics_business(lang),
        "cost" => terms::metrics_cost(lang),
        other => other,
    }
}

/// A piece of evidence on one line, and whether it is valid on `day`.
pub fn evidence(evidence: &Evidence, day: Date, lang: Lang) -> (String, bool) {
    let (parts, valid) = evidence_parts(evidence, day, lang);
    (parts.join(" · "), valid)
}

/// What a piece of evidence says, its reference first, and whether it is valid on `day`.
pub fn evidence_parts(evidence: &Evidence, day: Date, lang: Lang) -> (Vec<String>, bool) {
    let mut parts = vec![one_line(&evidence.reference)];
    parts.extend(evidence.date.map(|date| date.to_string()));
    parts.extend(evidence.by.as_ref().map(|by| terms::evidence_by_whom(lang, one_line(by))));
    let expires = |expires| {
        let shown = if expires < day { terms::evidence_expired_on } else { terms::evidence_until };
        shown(lang, expires)
    };
    parts.extend(evidence.expires.map(expires));
    (parts, evidence.is_valid_on(day))
}

/// A finding in one sentence; it does not repeat the criterion that it belongs to.
pub fn finding(checklist: &Checklist, finding: &Finding, lang: Lang) -> String {
    let titled = |key: Key| title(checklist, &key, lang);
    match &finding.what {
        What::DeliverableMissing(id) => terms::finding_deliverable_missing(lang, titled(Key::Deliverable(id.clone()))),
        What::MetricOffTarget(id) => terms::finding_metric_off_target(lang, titled(Key::Metric(id.clone()))),
        What::PracticesMissing(ids) => {
            let names: Vec<String> = ids.iter().map(|id| titled(Key::Practice(id.clone()))).collect();
            terms::finding_practices_missing(lang, names.join(terms::comma(lang)))
        }
        What::EvidenceMissing => terms::finding_evidence_missing(lang).to_owned(),
        What::EvidenceExpired(reference) => terms::finding_evidence_expired(lang, one_line(reference)),
        What::WaiverUnexplained => terms::finding_waiver_unexplained(lang).to_owned(),
        What::WaiverNotAllowed => terms::finding_waiver_not_allowed(lang).to_owned(),
        What::Overdue(day) => terms::finding_overdue(lang, day),
        What::UnknownItem(key, Some(now)) => terms::finding_renamed(lang, one_line(&key.to_string()), now),
        What::UnknownItem(key, None) => terms::finding_unknown_id(lang, one_line(&key.to_string())),
        What::UnknownProfile(id) => terms::finding_unknown_id(lang, one_line(id.as_str())),
        What::ChecklistChanged(version) => terms::finding_checklist_changed(lang, one_line(version)),
    }
}
