//! The tables of a checklist file.

use super::Kind::{
    Boolean, Count, Credit, Editions, Either, Filled, Format, Id, Letter, Link, List, Map, Number, Table, Tables, Text,
    Version, Word,
};
use super::{KeyDef, TableDef, key};
use crate::model::Effort;
use crate::model::checklist::{Better, Headline, ProbeKind, Rule};

const fn table(name: &'static str, says: &'static str, keys: &'static [KeyDef]) -> TableDef {
    TableDef { name, says, keys, open: false, more: "{}" }
}

/// One at least.
const SOME: &str = r#"{"minItems": 1}"#;

const ID: KeyDef =
    key("id", Id, r#""an-id""#, "The id: lower-case letters, digits and single hyphens, unique in its table.")
        .required();
const TITLE: KeyDef = key("title", Text, r#""…""#, "What people read.").required();
const CODE: KeyDef =
    key("code", Filled, r#""V1.2.3""#, "The published number: shown before the title, and taken wherever an id is.");
const GUIDANCE: KeyDef = key("guidance", Text, r#""…""#, "What is meant.");
const CHECK: KeyDef = key("check", Text, r#""…""#, "How to find out, today.");
const ROLE: KeyDef = key("role", Link("roles"), r#""devops-expert""#, "Whose work it is.");
const REFERENCES: KeyDef = key(
    "references",
    Tables(&REFERENCE),
    r#"[{ scheme = "CWE", id = "79" }, { title = "…", url = "https://…" }]"#,
    "Where it comes from.",
);
static FORMER: super::Kind = Either(&Id, &OF_EDITION);
static OF_EDITION: super::Kind = Table(&EDITION);
const FORMERLY: KeyDef = key(
    "formerly",
    List(&FORMER),
    r#"["ci-cd", { version = "<5.0.0", ids = ["v5-3-3"] }]"#,
    "Earlier ids of the item, of all editions or of some; several items may have been one.",
);
const PROBES: KeyDef = key(
    "probes",
    Tables(&PROBE),
    r#"[{ id = "runbook", kind = "record", files = ["**/runbooks/**/*.md"] }]"#,
    "What a repository may show of it.",
);

/// The whole file.
pub(in crate::store) static CHECKLIST: TableDef = table(
    "",
    "What is asked, and how it hangs together.",
    &[
        key("format", Format, "1", "The version of this file format.").required(),
        key("id", Id, r#""an-id""#, "The id of the checklist, by which assessments name it.").required(),
        key(
            "version",
            Version,
            r#""1.0.0""#,
            "The version of the content (semver.org): a higher one with every change.",
        )
        .required(),
        key("title", Text, r#""…""#, "What the checklist is called.").required(),
        key("summary", Text, r#""…""#, "What it is for, in a sentence or two."),
        key("scoring", Table(&SCORING), "[scoring]", "How it is scored, and what a score leads with."),
        key(
            "schemes",
            Map(&Filled),
            r#"{ CWE = "https://cwe.mitre.org/data/definitions/{id}.html" }"#,
            "Where a reference of a scheme is read; `{id}` is where the number goes.",
        )
        .more(r#"{"additionalProperties": {"type": "string", "pattern": "\\{id\\}"}}"#),
        key("scales", Tables(&SCALE), "[[scales]]", "Scales of answers beside yes, partial, no, which is `default`."),
        key("levels", Tables(&LEVEL), "[[levels]]", "The levels, counted from 1 without a gap.").required().more(SOME),
        key("areas", Tables(&AREA), "[[areas]]", "Areas of work, which may lie in each other, four deep at most."),
        key("roles", Tables(&ROLES), "[[roles]]", "Who does the work."),
        key("criteria", Tables(&CRITERION), "[[criteria]]", "What gates a level.").required().more(SOME),
        key("practices", Tables(&PRACTICE), "[[practices]]", "What closes a gap."),
        key("deliverables", Tables(&DELIVERABLE), "[[deliverables]]", "What proves a criterion."),
        key("metrics", Tables(&METRIC), "[[metrics]]", "Numbers that a team watches."),
        key(
            "loops",
            Tables(&LOOP),
            "[[loops]]",
            "Improvement loops: each turns as far as its first step that is not in place.",
        ),
        key("profiles", Tables(&PROFILE), "[[profiles]]", "Ways to staff operations, of which a team picks one."),
        key("routes", Tables(&ROUTE), "[[routes]]", "Where the work of a gap is done."),
    ],
);

pub(in crate::store) static SCORING: TableDef = table(
    "[scoring]",
    "How the checklist is scored.",
    &[
        key(
            "headline",
            Word(|| Headline::ALL.iter().map(|one| one.word()).collect()),
            r#""level""#,
            "What a score leads with: the level, or the level of each area; where it is not said, the areas if there are more of them than levels.",
        ),
        key(
            "rule",
            Word(|| Rule::ALL.iter().map(|one| one.word()).collect()),
            r#""gate""#,
            "`gate`: a level is achieved or not; `mean`: the mean of the areas' scores, as SAMM has it.",
        )
        .or(r#""gate""#),
    ],
);

pub(in crate::store) static SCALE: TableDef = table(
    "[[scales]]",
    "What may be answered to a criterion that names the scale; `na` is an answer of each.",
    &[
        ID,
        key(
            "options",
            Tables(&OPTION),
            r#"[{ id = "…", title = "…", credit = 1.0, met = true }]"#,
            "The answers, from best to worst: two to nine, one of them at least with `met = true`.",
        )
        .required()
        .more(r#"{"minItems": 2, "maxItems": 9}"#),
    ],
);

pub(in crate::store) static OPTION: TableDef = table(
    "`options`",
    "An answer of a scale.",
    &[
        key("id", Id, r#""most""#, "The answer as files have it; not `na`.")
            .required()
            .more(r#"{"not": {"const": "na"}}"#),
        TITLE,
        key("credit", Credit, "0.5", "What it counts, from 0 to 1, and no more than the one before it.").required(),
        key("met", Boolean, "true", "Whether it meets the criterion.").or("false"),
        key("key", Letter, r#""m""#, "The letter that gives it; digits count the answers by themselves."),
    ],
);

pub(in crate::store) static LEVEL: TableDef = table(
    "[[levels]]",
    "A level. The lowest ones may be without criteria: everybody has achieved them.",
    &[
        key("level", Count, "1", "The number: 1, 2, 3 …").required(),
        TITLE,
        key("meaning", Text, r#""…""#, "What is true of a team at this level, in a sentence for whoever leads it."),
    ],
);

pub(in crate::store) static AREA: TableDef = table(
    "[[areas]]",
    "An area of work.",
    &[ID, TITLE, CODE, key("parent", Link("areas"), r#""an-area""#, "The area that it is part of.")],
);

pub(in crate::store) static ROLES: TableDef = table(
    "[[roles]]",
    "A role.",
    &[ID, key("area", Link("areas"), r#""deployment""#, "The area that it works in."), TITLE],
);

pub(in crate::store) static ROUTE: TableDef = table("[[routes]]", "Where the work of a gap is done.", &[ID, TITLE]);

pub(in crate::store) static CRITERION: TableDef = table(
    "[[criteria]]",
    "What gates a level: one question that can be answered.",
    &[
        ID,
        key("level", Count, "1", "The level that it gates.").required(),
        key("area", Link("areas"), r#""deployment""#, "The area that it belongs to."),
        key("role", Link("roles"), r#""devops-expert""#, "Who a gap is handed to."),
        TITLE,
        CODE,
        GUIDANCE,
        key("yes", Text, r#""…""#, "What it looks like where the answer is yes."),
        key("partial", Text, r#""…""#, "What it looks like where the answer is partial."),
        key("no", Text, r#""…""#, "What it looks like where the answer is no."),
        key(
            "options",
            Map(&Text),
            r#"{ most = "…" }"#,
            "What each answer looks like, where the criterion has another scale.",
        ),
        CHECK,
        key("pitfall", Text, r#""…""#, "What fools people."),
        key("remedy", Text, r#""…""#, "What to do when it is not met."),
        key("practices", List(&Link("practices")), r#"["cicd-pipeline"]"#, "What closes the gap."),
        key("deliverables", List(&Link("deliverables")), r#"["deployment-docs"]"#, "What proves it."),
        key("metrics", List(&Link("metrics")), r#"["error-rate"]"#, "What shows it."),
        key("route", Link("routes"), r#""development""#, "Where the work is done."),
        key("effort", Word(|| Effort::ALL.iter().map(|one| one.word()).collect()), r#""low""#, "What it takes.")
            .or(r#""medium""#),
        key("evidence_required", Boolean, "true", "Whether a yes needs evidence.").or("false"),
        key("na_allowed", Boolean, "false", "Whether it may be waived; a waiver that is not allowed counts as no.")
            .or("true"),
        key("scale", Link("scales"), r#""default""#, "The scale of its answers.").or(r#""default""#),
        key("gates", Boolean, "false", "Whether it can hold a level back; if not, it counts in progress alone.")
            .or("true"),
        key(
            "applies",
            List(&Link("profiles")),
            r#"["enterprise"]"#,
            "The profiles that are asked; everybody where it is not there.",
        ),
        key(
            "after",
            List(&Link("criteria")),
            r#"["other-id"]"#,
            "The criteria that come first; the plan is ordered by it.",
        ),
        REFERENCES,
        FORMERLY,
        PROBES,
    ],
);

pub(in crate::store) static PRACTICE: TableDef = table(
    "[[practices]]",
    "What closes a gap.",
    &[ID, ROLE, TITLE, CODE, GUIDANCE, CHECK, REFERENCES, FORMERLY, PROBES],
);

pub(in crate::store) static DELIVERABLE: TableDef = table(
    "[[deliverables]]",
    "What proves a criterion. Yes is in use and up to date, partial draft or stale, no missing.",
    &[ID, ROLE, TITLE, CODE, GUIDANCE, CHECK, REFERENCES, FORMERLY, PROBES],
);

pub(in crate::store) static METRIC: TableDef = table(
    "[[metrics]]",
    "A number that a team watches.",
    &[
        ID,
        key("group", Filled, r#""technical""#, "A word that groups metrics."),
        TITLE,
        CODE,
        key("guidance", Text, r#""…""#, "What is measured, how, and over what window."),
        REFERENCES,
        key("unit", Text, r#""%""#, "What it is measured in."),
        key(
            "better",
            Word(|| Better::ALL.iter().map(|one| one.word()).collect()),
            r#""higher""#,
            "Which way is better; where it is not said, the way of the target.",
        ),
        key("target", Table(&TARGET), "{ above = 99.9 }", "What is good enough; strictly above, or strictly below."),
    ],
);

pub(in crate::store) static TARGET: TableDef = TableDef {
    more: r#"{"minProperties": 1, "maxProperties": 1}"#,
    ..table("`target`", "What is good enough: one of the two.", TARGET_KEYS)
};

/// The keys of a target, in either kind of file.
pub(super) const TARGET_KEYS: &[KeyDef] =
    &[key("above", Number, "99.9", "Good is more than this."), key("below", Number, "200", "Good is less than this.")];

pub(in crate::store) static LOOP: TableDef = table(
    "[[loops]]",
    "An improvement loop.",
    &[
        ID,
        TITLE,
        key("steps", Tables(&STEP), r#"[{ id = "…", title = "…" }]"#, "Its steps, in order.").required().more(SOME),
    ],
);

pub(in crate::store) static STEP: TableDef = table(
    "`steps`",
    "A step of a loop.",
    &[key("id", Id, r#""collect""#, "The id, unique in its loop.").required(), TITLE, GUIDANCE],
);

pub(in crate::store) static PROFILE: TableDef = table(
    "[[profiles]]",
    "A way to staff operations.",
    &[
        ID,
        TITLE,
        key("teams", Tables(&TEAM), r#"[{ title = "…", roles = ["…"] }]"#, "Its teams; none is `[]`.").required(),
    ],
);

pub(in crate::store) static TEAM: TableDef = table(
    "`teams`",
    "A team of a profile.",
    &[TITLE, key("roles", List(&Link("roles")), r#"["…"]"#, "Its roles.").required()],
);

pub(in crate::store) static REFERENCE: TableDef = TableDef {
    more: r#"{"minProperties": 1, "dependencies": {"scheme": ["id"], "id": ["scheme"]}}"#,
    ..table(
        "`references`",
        "Where an item comes from: a number of a scheme, a title, an address.",
        &[
            key("scheme", Filled, r#""CWE""#, "The scheme, which `[schemes]` may know the addresses of."),
            key("id", Filled, r#""79""#, "The number in the scheme."),
            key("title", Text, r#""…""#, "What it is called."),
            key("url", Filled, r#""https://…""#, "Its address."),
        ],
    )
};

pub(in crate::store) static EDITION: TableDef = table(
    "`formerly`",
    "What an item was called in some editions.",
    &[
        key("version", Editions, r#""<5.0.0""#, "Which editions: `<5.0.0`, `4.0.3`, `>=4, <6`.").required(),
        key("ids", List(&Id), r#"["…"]"#, "All that it was called in them.").required(),
    ],
);

pub(in crate::store) static PROBE: TableDef = TableDef {
    more: r#"{"not": {"required": ["matches", "key"]}}"#,
    ..table(
        "`probes`",
        "Where a repository may show something of an item: files, and what to look for in them.",
        &[
            key("id", Id, r#""deploy-job""#, "The id, unique in its item.").required(),
            key(
                "kind",
                Word(|| ProbeKind::ALL.iter().map(|one| one.word()).collect()),
                r#""config""#,
                "What it is a sign of: something set up, meant to be done, or done on a day.",
            )
            .required(),
            key("files", List(&Filled), r#"["…"]"#, "The files, as globs: one at least.").required().more(SOME),
            key("matches", Filled, r#""alert:""#, "A pattern that a line has to match; not beside `key`."),
            key("key", Filled, r#""jobs.*.environment""#, "A path in YAML, TOML or JSON; not beside `matches`."),
            key("says", Text, r#""…""#, "What it shows, and what it does not."),
            key("expected", Boolean, "true", "Whether it is usually found where the item is in place.").or("false"),
        ],
    )
};
