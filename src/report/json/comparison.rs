//! What changed, for other programs. Keys are stable; new ones may come.

use serde::Serialize;

use super::{Assessment, Checklist, Coverage, FORMAT, FindingItem, Proof, written};
use crate::diff::words::Run;
use crate::diff::{self, Cause, Change, Pair};
use crate::model::checklist::Target;
use crate::model::{Answer, Id, Level, Reason, Section};
use crate::page::comparison::Compared;
use crate::scorecard::Scorecard;
use crate::scoring::{self, MetricStatus};

/// What changed, indented, with a line feed at its end.
pub fn json(compared: Compared<'_>) -> String {
    let Compared { old, new, diff } = compared;
    let noted = |item: &&diff::Item| !item.details.note.is_empty();
    written(&Document {
        format: FORMAT,
        old: Head::of(old),
        new: Head::of(new),
        how: How { shared_only: diff.shared_only, two_teams: diff.two_teams, reversed: diff.reversed },
        level: Levels {
            old: diff.level.old,
            new: diff.level.new,
            steps: diff
                .steps
                .iter()
                .map(|step| Step { cause: step.cause, from: step.from, to: step.to, because: &step.because })
                .collect(),
        },
        areas: diff
            .areas
            .iter()
            .map(|area| Area {
                id: &area.id,
                old: Standing { level: area.level.old, percent: area.progress.old },
                new: Standing { level: area.level.new, percent: area.progress.new },
            })
            .collect(),
        items: diff.items.iter().map(Item::of).collect(),
        notes: diff
            .items
            .iter()
            .filter(noted)
            .map(|item| Note { section: item.key.section().name(), id: item.key.to_string(), runs: &item.details.note })
            .collect(),
        findings: Findings {
            appeared: diff.findings.came.iter().map(FindingItem::of).collect(),
            gone: diff.findings.went.iter().map(FindingItem::of).collect(),
        },
        gaps: Gaps { opened: &diff.gaps.came, closed: &diff.gaps.went },
        summary: Summary {
            criteria: Moved::of(diff.moved(Section::Criteria)),
            practices: Moved::of(diff.moved(Section::Practices)),
            deliverables: Moved::of(diff.moved(Section::Deliverables)),
            metrics_crossed: Moved::of(diff.moved(Section::Metrics)),
        },
        setup: Setup {
            profile: diff.setup.profile.as_ref().map(|it| Values { old: it.old.as_ref(), new: it.new.as_ref() }),
            target_level: diff.setup.target_level.map(|it| Values { old: it.old, new: it.new }),
            assessors: diff.setup.assessors.as_ref().map(|it| Values { old: Some(&it.old), new: Some(&it.new) }),
        },
        slipped: diff.slips.iter().map(Slip::of).collect(),
        regression: diff.regression(),
    })
}

#[derive(Serialize)]
struct Document<'a> {
    format: u32,
    old: Head<'a>,
    new: Head<'a>,
    #[serde(flatten)]
    how: How,
    level: Levels<'a>,
    areas: Vec<Area<'a>>,
    items: Vec<Item<'a>>,
    notes: Vec<Note<'a>>,
    findings: Findings<'a>,
    gaps: Gaps<'a>,
    summary: Summary,
    setup: Setup<'a>,
    slipped: Vec<Slip<'a>>,
    regression: bool,
}

/// How many items went up and down; of metrics, how many crossed their targets.
#[derive(Serialize)]
struct Summary {
    criteria: Moved,
    practices: Moved,
    deliverables: Moved,
    metrics_crossed: Moved,
}

#[derive(Serialize)]
struct Moved {
    up: usize,
    down: usize,
}

impl Moved {
    const fn of(moved: diff::Moved) -> Self {
        Self { up: moved.up, down: moved.down }
    }
}

/// What the two are set up with; null where that is the same.
#[derive(Serialize)]
struct Setup<'a> {
    profile: Option<Values<&'a Id>>,
    target_level: Option<Values<Level>>,
    assessors: Option<Values<&'a Vec<String>>>,
}

/// An open item whose owner or date slipped.
#[derive(Serialize)]
struct Slip<'a> {
    section: &'static str,
    id: String,
    owner: Option<Values<&'a str>>,
    due: Option<Values<String>>,
    days: Option<i32>,
}

impl<'a> Slip<'a> {
    fn of(slip: &'a diff::Slip) -> Self {
        let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
        Self {
            section: slip.key.section().name(),
            id: slip.key.to_string(),
            owner: slip.owner.as_ref().map(|it| Values { old: it.old.as_deref(), new: it.new.as_deref() }),
            due: slip.due.map(|it| Values { old: day(it.old), new: day(it.new) }),
            days: slip.days,
        }
    }
}

/// What keeps the two from being a before and an after.
#[derive(Serialize)]
struct How {
    shared_only: bool,
    two_teams: bool,
    reversed: bool,
}

#[derive(Serialize)]
struct Head<'a> {
    assessment: Assessment<'a>,
    checklist: Checklist<'a>,
    answered_version: &'a str,
    level: Level,
    /// Only where the level is a mean; the gate's level then stands beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gate: Option<Level>,
    max_level: Level,
    possible_level: Level,
    level_without_waivers: Level,
    evidenced_level: Level,
    coverage: Coverage,
}

impl<'a> Head<'a> {
    fn of(card: &'a Scorecard) -> Self {
        let score = &card.score;
        Self {
            assessment: Assessment::of(card),
            checklist: Checklist::of(card),
            answered_version: &card.assessment.checklist.version,
            level: score.level,
            score: score.score.map(scoring::as_number),
            gate: score.score.map(|_| score.gate),
            max_level: score.max_level,
            possible_level: score.possible_level,
            level_without_waivers: score.level_without_waivers,
            evidenced_level: score.evidenced_level,
            coverage: Coverage::of(score.coverage),
        }
    }
}

#[derive(Serialize)]
struct Levels<'a> {
    old: Level,
    new: Level,
    steps: Vec<Step<'a>>,
}

#[derive(Serialize)]
struct Step<'a> {
    cause: Cause,
    from: Level,
    to: Level,
    because: &'a [Id],
}

#[derive(Serialize)]
struct Area<'a> {
    id: &'a Id,
    old: Standing,
    new: Standing,
}

#[derive(Serialize)]
struct Standing {
    level: Option<Level>,
    percent: Option<u32>,
}

#[derive(Serialize)]
struct Note<'a> {
    section: &'static str,
    id: String,
    runs: &'a [Run],
}

#[derive(Serialize)]
struct Findings<'a> {
    appeared: Vec<FindingItem<'a>>,
    gone: Vec<FindingItem<'a>>,
}

#[derive(Serialize)]
struct Gaps<'a> {
    opened: &'a [Id],
    closed: &'a [Id],
}

#[derive(Serialize)]
struct Item<'a> {
    section: &'static str,
    id: String,
    formerly: Option<String>,
    change: Change,
    cause: Cause,
    /// What the checklist made of it: `new`, `retired`, `renamed`, `reworded`, `moved`.
    checklist: Vec<&'static str>,
    old: Side,
    new: Side,
    by: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<Proofs<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<Values<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<Values<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Values<Reason>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Values<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<Values<Target>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Values<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    window: Option<Values<String>>,
}

#[derive(Serialize)]
struct Values<T> {
    old: Option<T>,
    new: Option<T>,
}

#[derive(Serialize)]
struct Side {
    answer: Option<Answer>,
    counts_as: Option<Answer>,
    value: Option<f64>,
    status: Option<MetricStatus>,
    level: Option<Level>,
    answered: Option<String>,
    to_confirm: bool,
}

impl Side {
    fn of(side: diff::Side) -> Self {
        Self {
            answer: side.answer,
            counts_as: side.read_as,
            value: side.value,
            status: side.status,
            level: side.level,
            answered: side.answered.map(|day| day.to_string()),
            to_confirm: side.to_confirm,
        }
    }
}

#[derive(Serialize)]
struct Proofs<'a> {
    added: Vec<Proof<'a>>,
    removed: Vec<Proof<'a>>,
    changed: Vec<Values<Proof<'a>>>,
}

impl<'a> Proofs<'a> {
    fn of(details: &'a diff::Details) -> Option<Self> {
        let proofs = Self {
            added: details.evidence_added.iter().map(Proof::of).collect(),
            removed: details.evidence_removed.iter().map(Proof::of).collect(),
            changed: details
                .evidence_changed
                .iter()
                .map(|Pair { old, new }| Values { old: Some(Proof::of(old)), new: Some(Proof::of(new)) })
                .collect(),
        };
        let any = !proofs.added.is_empty() || !proofs.removed.is_empty() || !proofs.changed.is_empty();
        any.then_some(proofs)
    }
}

impl<'a> Item<'a> {
    fn of(item: &'a diff::Item) -> Self {
        let details = &item.details;
        let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
        let asked = item.asked.as_ref();
        let marks = [
            (asked.is_some_and(|asked| asked.old.is_none()), "new"),
            (asked.is_some_and(|asked| asked.new.is_none()), "retired"),
            (item.formerly().is_some(), "renamed"),
            (asked.is_some_and(|asked| asked.reworded), "reworded"),
            (asked.is_some_and(|asked| asked.moved.is_some()), "moved"),
        ];
        Self {
            section: item.key.section().name(),
            id: item.key.to_string(),
            formerly: item.formerly().map(ToString::to_string),
            change: item.change,
            cause: item.cause,
            checklist: marks.into_iter().filter(|(holds, _)| *holds).map(|(_, word)| word).collect(),
            old: Side::of(item.old),
            new: Side::of(item.new),
            by: item.by,
            evidence: Proofs::of(details),
            owner: details.owner.as_ref().map(|it| Values { old: it.old.as_deref(), new: it.new.as_deref() }),
            due: details.due.map(|it| Values { old: day(it.old), new: day(it.new) }),
            reason: details.reason.map(|it| Values { old: it.old, new: it.new }),
            until: details.until.map(|it| Values { old: day(it.old), new: day(it.new) }),
            target: details.target.map(|it| Values { old: it.old, new: it.new }),
            unit: details.unit.as_ref().map(|it| Values { old: it.old.as_deref(), new: it.new.as_deref() }),
            window: details.window.map(|it| Values {
                old: it.old.map(|window| window.to_string()),
                new: it.new.map(|window| window.to_string()),
            }),
        }
    }
}
