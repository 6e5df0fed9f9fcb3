//! The tables of an assessment file. Keys beside these are the user's business, and stay.

use super::Kind::{Count, Date, Filled, Format, List, Map, Number, String, Table, Tables, Window, Word};
use super::{KeyDef, TableDef, checklist, key};
use crate::model::checklist::Scale;
use crate::model::{Answer, Reason, Status};

const fn table(name: &'static str, says: &'static str, keys: &'static [KeyDef]) -> TableDef {
    TableDef { name, says, keys, open: true, more: "{}" }
}

const USUAL: super::Kind = Word(|| Scale::built_in().answers().map(Answer::word).collect());

/// The whole file.
pub(in crate::store) static ASSESSMENT: TableDef = table(
    "",
    "One team's assessment on one day. An item that is not there is not answered.",
    &[
        key("format", Format, "1", "The version of this file format.").required(),
        key("team", Filled, r#""…""#, "The team, as people write it.").required(),
        key("date", Date, "2026-11-23", "The day that the answers speak of.").required(),
        key("status", Word(|| Status::ALL.iter().map(|one| one.word()).collect()), r#""draft""#, "Whether it is done.")
            .or(r#""draft""#),
        key("profile", Filled, r#""startup""#, "Who staffs operations: an id of the checklist's `[[profiles]]`."),
        key("target_level", Count, "2", "The level that the plan leads to; else the next one."),
        key("assessors", List(&String), r#"["Lin", "Sam"]"#, "Who answers."),
        key("group", Filled, r#""Platform""#, "What the team belongs to, for pages of several teams."),
        key("area_targets", Map(&Count), "{ deployment = 3 }", "Target levels of areas."),
        key("checklist", Table(&CHECKLIST_REF), "[checklist]", "The text that was answered.").required(),
        key("criteria", Map(&Table(&CRITERION)), "[criteria.full-cicd]", "Answers to criteria."),
        key("deliverables", Map(&Table(&ITEM)), "[deliverables.runbook]", "Answers to deliverables."),
        key("practices", Map(&Table(&ITEM)), "[practices.cicd-pipeline]", "Answers to practices."),
        key("metrics", Map(&Table(&MEASURED)), "[metrics.availability]", "Values of metrics."),
        key("steps", Map(&Map(&Table(&ITEM))), "[steps.data-driven.collect]", "Answers to the steps of loops."),
    ],
);

static CHECKLIST_REF: TableDef = table(
    "[checklist]",
    "The checklist that was answered.",
    &[
        key("id", Filled, r#""an-id""#, "Its id.").required(),
        key("version", Filled, r#""1.0.0""#, "The version of its content.").required(),
        key("digest", String, r#""sha256:…""#, "The digest of its bytes, so that a later change is noticed."),
        key("path", Filled, r#""../mine.toml""#, "Where it lies, if it was named by a path; relative to this file."),
    ],
);

const ANSWER: KeyDef = key("answer", USUAL, r#""yes""#, "The answer.");
const ANSWERED: KeyDef = key(
    "answered",
    Date,
    "2026-11-23",
    "When it was last given or confirmed; before the assessment's own day it is a carried answer, to be confirmed.",
);
const NOTE: KeyDef = key("note", String, r#""…""#, "What explains it.");
const EVIDENCE: KeyDef = key("evidence", Tables(&PIECE), r#"[{ ref = "https://…" }]"#, "What shows it.");
const OWNER: KeyDef = key("owner", String, r#""Sam""#, "Who closes the gap.");
const DUE: KeyDef = key("due", Date, "2027-01-31", "By when.");
const REASON: KeyDef = key(
    "reason",
    Word(|| Reason::ALL.iter().map(|one| one.word()).collect()),
    r#""out-of-scope""#,
    "Why it does not apply, with `na`.",
);
const UNTIL: KeyDef = key("until", Date, "2027-03-31", "With `na`: after this day it is no waiver any more.");
const WAS: KeyDef = key(
    "was",
    Table(&EARLIER),
    r#"{ answer = "yes", answered = 2026-02-01, version = "4.0.3" }"#,
    "What was answered to another question under this id or its former one; never scored.",
);

static CRITERION: TableDef = table(
    "`criteria`",
    "What was said of a criterion.",
    &[
        key(
            "answer",
            Filled,
            r#""partial""#,
            "yes, partial, no or na; with another scale the id of its option, or na.",
        )
        .more(r#"{"anyOf": [{"type": "string", "enum": ["yes", "partial", "no", "na"]}, {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}]}"#),
        ANSWERED,
        NOTE,
        EVIDENCE,
        OWNER,
        DUE,
        REASON,
        UNTIL,
        WAS,
    ],
);

static ITEM: TableDef = table(
    "`items`",
    "What was said of a deliverable, a practice or a step.",
    &[ANSWER, ANSWERED, NOTE, EVIDENCE, OWNER, DUE, REASON, UNTIL, WAS],
);

static MEASURED: TableDef = table(
    "`metrics`",
    "What was measured.",
    &[
        key("value", Number, "99.95", "The value."),
        OWN_TARGET,
        key("unit", Filled, r#""EUR/month""#, "What it is measured in, instead of the checklist's."),
        key("window", Window, r#""30d""#, "Over what time: a whole number and h, d, w, mo or y."),
        ANSWERED,
        NOTE,
        EVIDENCE,
        WAS,
    ],
);

/// The team's own, of a metric.
const OWN_TARGET: KeyDef =
    key("target", Table(&TARGET), "{ above = 99.5 }", "What is good enough, instead of the checklist's.");

/// As the checklist's.
static TARGET: TableDef = TableDef {
    more: r#"{"oneOf": [{"required": ["above"]}, {"required": ["below"]}]}"#,
    ..table("`target`", "What is good enough: one of the two.", checklist::TARGET_KEYS)
};

static PIECE: TableDef = table(
    "`evidence`",
    "A piece of evidence; `ref` alone is enough.",
    &[
        key("ref", String, r#""…""#, "A link, a file, whatever leads there.").required(),
        key("date", Date, "2026-11-20", "Its day."),
        key("by", String, r#""Lin""#, "Who saw it."),
        key("expires", Date, "2027-05-20", "The last day that it counts."),
    ],
);

static EARLIER: TableDef = table(
    "`was`",
    "What was answered to another question.",
    &[
        key("version", Filled, r#""4.0.3""#, "The edition that asked it.").required(),
        key("title", Filled, r#""…""#, "What it asked."),
        key("answer", Filled, r#""yes""#, "The answer."),
        key("value", Number, "99.95", "The value, of a metric."),
        OWN_TARGET,
        key("unit", Filled, r#""EUR/month""#, "What it was measured in."),
        key("window", Window, r#""30d""#, "Over what time it was measured."),
        ANSWERED,
        NOTE,
        EVIDENCE,
        OWNER,
        DUE,
        REASON,
        UNTIL,
    ],
);
