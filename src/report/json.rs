//! Everything as JSON, for other programs. Keys are stable; new ones may come.

pub mod check;
pub mod comparison;
pub mod history;
pub mod listing;
pub mod portfolio;
pub mod report;
pub mod settings;
pub mod versions;

use std::fmt::Write as _;

use serde::Serialize;

use crate::findings::{Code, Finding, What};
use crate::model::{Answer, Effort, Evidence, Id, Level, Status};
use crate::plan::{Action, Gap};
use crate::scorecard::Scorecard;
use crate::scoring::{self, MetricStatus};
use crate::text;

/// The version of the format, raised only if a key has to change its meaning.
pub(super) const FORMAT: u32 = 1;

/// The score, indented, with a line feed at its end.
pub fn score(card: &Scorecard) -> String {
    written(&Score::of(card))
}

/// The plan alone, indented, with a line feed at its end.
pub fn plan(card: &Scorecard) -> String {
    let plan = &card.plan;
    written(&Plan {
        format: FORMAT,
        assessment: Assessment::of(card),
        checklist: Checklist::of(card),
        level: card.score.level,
        target_level: plan.target_level,
        next: Next::of(card),
        actions: plan.actions.iter().map(ActionItem::of).collect(),
        gaps: plan.gaps.iter().map(GapItem::of).collect(),
        roles: &plan.roles,
        helper: plan.helper_line(),
    })
}

/// A value over several lines.
pub(super) fn written(value: &impl Serialize) -> String {
    // Fails only for a map whose keys are not strings; what is written here has no maps.
    escaped(serde_json::to_string_pretty(value).unwrap_or_default())
}

/// A value on a line of its own, with a line feed at its end.
pub(super) fn line(value: &impl Serialize) -> String {
    escaped(serde_json::to_string(value).unwrap_or_default())
}

/// JSON with a line feed at its end, and nothing in it that would disturb whoever prints it.
fn escaped(mut json: String) -> String {
    json.push('\n');
    // The controls of ASCII are escaped already, but for DEL; a line feed stands between values alone. What else would
    // disturb whoever prints the text is escaped here: a reader of JSON gets every character back, and none of them lies
    // beyond the first plane.
    if !text::may_disturb(&json) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len());
    for line in json.split_inclusive('\n') {
        if !text::may_disturb(line) {
            escaped.push_str(line);
            continue;
        }
        for c in line.chars() {
            if c != '\n' && text::disturbs(c) {
                // Writing to a string does not fail.
                let _ = write!(escaped, "\\u{:04x}", u32::from(c));
            } else {
                escaped.push(c);
            }
        }
    }
    escaped
}

#[derive(Serialize)]
struct Score<'a> {
    format: u32,
    assessment: Assessment<'a>,
    checklist: Checklist<'a>,
    level: Level,
    /// Only where the level is a mean.
    #[serde(rename = "score", skip_serializing_if = "Option::is_none")]
    mean: Option<f64>,
    /// The gate's level, only where that is not the level.
    #[serde(skip_serializing_if = "Option::is_none")]
    gate: Option<Level>,
    max_level: Level,
    possible_level: Level,
    level_without_waivers: Level,
    evidenced_level: Level,
    target_level: Level,
    coverage: Coverage,
    levels: Vec<LevelScore<'a>>,
    areas: Vec<AreaScore<'a>>,
    roles: Vec<RoleScore<'a>>,
    deliverables: Deliverables,
    metrics: Vec<Metric<'a>>,
    loops: Vec<Loop<'a>>,
    findings: Vec<FindingItem<'a>>,
    next: Option<Next<'a>>,
    gaps: Vec<GapItem<'a>>,
}

impl<'a> Score<'a> {
    fn of(card: &'a Scorecard) -> Self {
        let score = &card.score;
        Self {
            format: FORMAT,
            assessment: Assessment::of(card),
            checklist: Checklist::of(card),
            level: score.level,
            mean: score.score.map(scoring::as_number),
            gate: score.score.map(|_| score.gate),
            max_level: score.max_level,
            possible_level: score.possible_level,
            level_without_waivers: score.level_without_waivers,
            evidenced_level: score.evidenced_level,
            target_level: score.target_level,
            coverage: Coverage::of(score.coverage),
            levels: score.levels.iter().map(LevelScore::of).collect(),
            areas: score.areas.iter().map(AreaScore::of).collect(),
            roles: score.roles.iter().map(RoleScore::of).collect(),
            deliverables: Deliverables {
                ready: score.deliverables.ready,
                applicable: score.deliverables.applicable,
                total: score.deliverables.total,
            },
            metrics: score
                .metrics
                .iter()
                .map(|metric| Metric { id: &metric.id, value: metric.value, status: metric.status })
                .collect(),
            loops: score
                .loops
                .iter()
                .map(|of| Loop { id: &of.id, turns: of.turns(), broken_at: of.broken_at.as_ref() })
                .collect(),
            findings: card.findings.iter().map(FindingItem::of).collect(),
            next: Next::of(card),
            gaps: card.plan.gaps.iter().map(GapItem::of).collect(),
        }
    }
}

#[derive(Serialize)]
struct Plan<'a> {
    format: u32,
    assessment: Assessment<'a>,
    checklist: Checklist<'a>,
    level: Level,
    target_level: Level,
    next: Option<Next<'a>>,
    actions: Vec<ActionItem<'a>>,
    gaps: Vec<GapItem<'a>>,
    roles: &'a [Id],
    helper: Option<String>,
}

#[derive(Serialize)]
struct Assessment<'a> {
    team: &'a str,
    date: String,
    status: Status,
    profile: Option<&'a Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    assessors: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    own_target_level: Option<Level>,
}

impl<'a> Assessment<'a> {
    fn of(card: &'a Scorecard) -> Self {
        let assessment = &card.assessment;
        Self {
            team: &assessment.team,
            date: assessment.date.to_string(),
            status: assessment.status,
            profile: assessment.profile.as_ref(),
            group: assessment.group.as_deref(),
            assessors: None,
            own_target_level: None,
        }
    }
}

#[derive(Serialize)]
struct Checklist<'a> {
    id: &'a Id,
    version: String,
    digest: &'a str,
    changed: bool,
}

impl<'a> Checklist<'a> {
    fn of(card: &'a Scorecard) -> Self {
        let checklist = &card.checklist;
        Self {
            id: checklist.id(),
            version: checklist.version().to_string(),
            digest: checklist.digest(),
            changed: card.checklist_changed(),
        }
    }
}

#[derive(Serialize)]
struct Coverage {
    answered: usize,
    total: usize,
    to_confirm: usize,
}

impl Coverage {
    fn of(coverage: scoring::Coverage) -> Self {
        let scoring::Coverage { answered, total, to_confirm } = coverage;
        Self { answered, total, to_confirm }
    }
}

#[derive(Serialize)]
struct LevelScore<'a> {
    level: Level,
    achieved: bool,
    credit: f64,
    applicable: u32,
    total: usize,
    progress: Option<f64>,
    blocking: &'a [Id],
}

impl<'a> LevelScore<'a> {
    fn of(score: &'a scoring::LevelScore) -> Self {
        Self {
            level: score.level,
            achieved: score.achieved,
            credit: score.credit.points(),
            applicable: score.credit.applicable(),
            total: score.total,
            progress: score.credit.progress(),
            blocking: &score.blocking,
        }
    }
}

#[derive(Serialize)]
struct AreaScore<'a> {
    id: &'a Id,
    level: Option<Level>,
    max_level: Option<Level>,
    #[serde(rename = "score", skip_serializing_if = "Option::is_none")]
    mean: Option<f64>,
    credit: f64,
    applicable: u32,
    progress: Option<f64>,
}

impl<'a> AreaScore<'a> {
    fn of(score: &'a scoring::AreaScore) -> Self {
        Self {
            id: &score.id,
            level: score.level,
            max_level: score.max_level,
            mean: score.score.map(scoring::as_number),
            credit: score.credit.points(),
            applicable: score.credit.applicable(),
            progress: score.credit.progress(),
        }
    }
}

#[derive(Serialize)]
struct RoleScore<'a> {
    id: &'a Id,
    credit: f64,
    applicable: u32,
    answered: usize,
    progress: Option<f64>,
}

impl<'a> RoleScore<'a> {
    fn of(score: &'a scoring::RoleScore) -> Self {
        Self {
            id: &score.id,
            credit: score.credit.points(),
            applicable: score.credit.applicable(),
            answered: score.answered,
            progress: score.credit.progress(),
        }
    }
}

#[derive(Serialize)]
struct Deliverables {
    ready: usize,
    applicable: usize,
    total: usize,
}

#[derive(Serialize)]
struct Metric<'a> {
    id: &'a Id,
    value: Option<f64>,
    status: MetricStatus,
}

#[derive(Serialize)]
struct Loop<'a> {
    id: &'a Id,
    turns: bool,
    broken_at: Option<&'a Id>,
}

#[derive(Serialize)]
struct FindingItem<'a> {
    code: Code,
    criterion: Option<&'a Id>,
    about: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    now: Option<String>,
}

impl<'a> FindingItem<'a> {
    fn of(finding: &'a Finding) -> Self {
        let (section, now) = match &finding.what {
            What::UnknownItem(key, now) => (Some(key.section().name()), now.as_ref().map(ToString::to_string)),
            _ => (None, None),
        };
        let (code, about) = (finding.what.code(), finding.what.about());
        Self { code, criterion: finding.criterion.as_ref(), about, text: None, section, now }
    }
}

#[derive(Serialize)]
struct Next<'a> {
    level: Level,
    remaining: &'a [Id],
}

impl<'a> Next<'a> {
    fn of(card: &'a Scorecard) -> Option<Self> {
        card.score.next.as_ref().map(|next| Self { level: next.level, remaining: &next.remaining })
    }
}

#[derive(Serialize)]
struct GapItem<'a> {
    criterion: &'a Id,
    level: Level,
    answer: Option<Answer>,
    effort: Effort,
    role: Option<&'a Id>,
    covered: bool,
    /// What it makes sense after and is not met either, where there is anything.
    #[serde(skip_serializing_if = "<[Id]>::is_empty")]
    first: &'a [Id],
    actions: Vec<ActionItem<'a>>,
    deliverables: &'a [Id],
    metrics: Vec<&'a Id>,
    route: Option<&'a Id>,
    owner: Option<&'a str>,
    due: Option<String>,
}

impl<'a> GapItem<'a> {
    fn of(gap: &'a Gap) -> Self {
        Self {
            criterion: &gap.criterion,
            level: gap.level,
            answer: gap.answer,
            effort: gap.effort,
            role: gap.role.as_ref(),
            covered: gap.covered,
            first: &gap.first,
            actions: gap.actions.iter().map(ActionItem::of).collect(),
            deliverables: &gap.deliverables,
            metrics: gap.metrics.iter().map(|(id, _)| id).collect(),
            route: gap.route.as_ref(),
            owner: gap.owner.as_deref(),
            due: gap.due.map(|day| day.to_string()),
        }
    }
}

#[derive(Serialize)]
struct ActionItem<'a> {
    practice: &'a Id,
    serves: usize,
}

impl<'a> ActionItem<'a> {
    fn of(action: &'a Action) -> Self {
        Self { practice: &action.practice, serves: action.serves }
    }
}

#[derive(Serialize)]
struct Proof<'a> {
    #[serde(rename = "ref")]
    reference: &'a str,
    date: Option<String>,
    by: Option<&'a str>,
    expires: Option<String>,
}

impl<'a> Proof<'a> {
    fn of(evidence: &'a Evidence) -> Self {
        Self {
            reference: &evidence.reference,
            date: evidence.date.map(|day| day.to_string()),
            by: evidence.by.as_deref(),
            expires: evidence.expires.map(|day| day.to_string()),
        }
    }
}
