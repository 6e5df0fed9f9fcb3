//! The JSON that other programs read, as literal text.

mod support;

use std::sync::Arc;

use jiff::civil::date;
use opsladder::findings::{Finding, What};
use opsladder::model::checklist::{Scale, Target};
use opsladder::model::{Answer, Checklist, Effort, Level, Status};
use opsladder::plan::{Action, Gap, Plan};
use opsladder::reading::Reading;
use opsladder::report::json;
use opsladder::scorecard::Scorecard;
use opsladder::scoring::{
    AreaScore, Coverage, Credit, DeliverableScore, LevelScore, LoopScore, MetricScore, MetricStatus, Next, RoleScore,
    Score,
};
use support::{Build, assess, change, id, ids};

/// The example that the format is documented with: one item of each kind.
const DOCUMENTED: &str = r#"
{"format": 1,
 "assessment": {"team": "…", "date": "2026-11-23", "status": "draft", "profile": "startup"},
 "checklist": {"id": "operations", "version": "1.0.0", "digest": "sha256:…", "changed": false},
 "level": 1, "max_level": 3, "possible_level": 2, "level_without_waivers": 1, "evidenced_level": 0, "target_level": 2,
 "coverage": {"answered": 9, "total": 11, "to_confirm": 0},
 "levels": [{"level": 1, "achieved": true, "credit": 3.0, "applicable": 3, "total": 3, "progress": 1.0, "blocking": []}],
 "areas": [{"id": "deployment", "level": 1, "max_level": 3, "credit": 1.5, "applicable": 3, "progress": 0.5}],
 "roles": [{"id": "devops-expert", "credit": 2.0, "applicable": 4, "answered": 4, "progress": 0.5}],
 "deliverables": {"ready": 4, "applicable": 7, "total": 7},
 "metrics": [{"id": "availability", "value": 99.95, "status": "on_target"}],
 "loops": [{"id": "data-driven", "turns": false, "broken_at": "validate"}],
 "findings": [{"code": "deliverable-missing", "criterion": "full-cicd", "about": "deployment-docs"}],
 "next": {"level": 2, "remaining": ["full-cicd"]},
 "gaps": [{"criterion": "full-cicd", "level": 2, "answer": "partial", "effort": "medium", "role": "devops-expert", "covered": true,
           "actions": [{"practice": "cicd-pipeline", "serves": 1}], "deliverables": ["deployment-docs"], "metrics": ["error-rate"],
           "route": "development", "owner": null, "due": null}]}
"#;

/// The text without white space, in which two ways to lay out the same JSON are alike.
fn squeezed(json: &str) -> String {
    json.split_whitespace().collect()
}

fn credit(points: &[Answer]) -> Credit {
    points.iter().map(|answer| Scale::built_in().counts(*answer)).collect()
}

fn documented() -> Scorecard {
    let mut parts = Build::levels(1).criteria(1, &["a"]).0;
    parts.id = id("operations");
    let checklist = Checklist::new(parts, "sha256:…").expect("the checklist is sound");
    let mut assessment = assess(&checklist, "");
    assessment.team = String::from("…");
    assessment.profile = Some(id("startup"));
    let level = Level::new;
    let actions = vec![Action { practice: id("cicd-pipeline"), serves: 1 }];
    let score = Score {
        level: level(1),
        gate: level(1),
        score: None,
        max_level: level(3),
        possible_level: level(2),
        level_without_waivers: level(1),
        evidenced_level: level(0),
        target_level: level(2),
        coverage: Coverage { answered: 9, total: 11, to_confirm: 0 },
        levels: vec![LevelScore {
            level: level(1),
            achieved: true,
            credit: credit(&[Answer::YES, Answer::YES, Answer::YES]),
            met: 3,
            total: 3,
            waived: false,
            blocking: vec![],
        }],
        areas: vec![AreaScore {
            id: id("deployment"),
            level: Some(level(1)),
            max_level: Some(level(3)),
            score: None,
            credit: credit(&[Answer::YES, Answer::PARTIAL, Answer::NO]),
            practices: credit(&[]),
        }],
        roles: vec![RoleScore {
            id: id("devops-expert"),
            credit: credit(&[Answer::YES, Answer::YES, Answer::NO, Answer::NO]),
            answered: 4,
            total: 4,
        }],
        deliverables: DeliverableScore { ready: 4, applicable: 7, total: 7, answered: 7 },
        metrics: vec![MetricScore {
            id: id("availability"),
            value: Some(99.95),
            target: Some(Target::Above(99.9)),
            status: MetricStatus::OnTarget,
        }],
        loops: vec![LoopScore { id: id("data-driven"), broken_at: Some(id("validate")), answered: 3, total: 5 }],
        next: Some(Next { level: level(2), remaining: ids(&["full-cicd"]) }),
    };
    let findings =
        vec![Finding { criterion: Some(id("full-cicd")), what: What::DeliverableMissing(id("deployment-docs")) }];
    let gaps = vec![Gap {
        criterion: id("full-cicd"),
        level: level(2),
        answer: Some(Answer::PARTIAL),
        effort: Effort::Medium,
        role: Some(id("devops-expert")),
        covered: true,
        first: vec![],
        actions: actions.clone(),
        deliverables: ids(&["deployment-docs"]),
        metrics: vec![(id("error-rate"), MetricStatus::NoData)],
        route: Some(id("development")),
        owner: None,
        due: None,
    }];
    let plan = Plan { target_level: level(2), gaps, actions, roles: ids(&["devops-expert"]) };
    let mut card = Scorecard::new(Reading::new(Arc::new(checklist), assessment), None);
    (card.score, card.findings, card.plan) = (score, findings, plan);
    card
}

#[test]
fn the_documented_example_is_written_key_by_key() {
    assert_eq!(squeezed(&json::score(&documented())), squeezed(DOCUMENTED));
}

/// What is written of [`small`], byte by byte.
const SMALL: &str = r#"{
  "format": 1,
  "assessment": {
    "team": "Payments",
    "date": "2026-11-23",
    "status": "final",
    "profile": "lean"
  },
  "checklist": {
    "id": "small",
    "version": "1.0.0",
    "digest": "sha256:0123",
    "changed": true
  },
  "level": 1,
  "max_level": 2,
  "possible_level": 1,
  "level_without_waivers": 1,
  "evidenced_level": 0,
  "target_level": 2,
  "coverage": {
    "answered": 3,
    "total": 4,
    "to_confirm": 0
  },
  "levels": [
    {
      "level": 1,
      "achieved": true,
      "credit": 1.0,
      "applicable": 1,
      "total": 1,
      "progress": 1.0,
      "blocking": []
    },
    {
      "level": 2,
      "achieved": false,
      "credit": 0.5,
      "applicable": 2,
      "total": 3,
      "progress": 0.25,
      "blocking": [
        "scripted",
        "charted"
      ]
    }
  ],
  "areas": [
    {
      "id": "ops",
      "level": 1,
      "max_level": 2,
      "credit": 1.5,
      "applicable": 2,
      "progress": 0.75
    },
    {
      "id": "data",
      "level": null,
      "max_level": null,
      "credit": 0.0,
      "applicable": 0,
      "progress": null
    }
  ],
  "roles": [
    {
      "id": "dev",
      "credit": 1.0,
      "applicable": 2,
      "answered": 1,
      "progress": 0.5
    },
    {
      "id": "bi",
      "credit": 0.0,
      "applicable": 0,
      "answered": 0,
      "progress": null
    }
  ],
  "deliverables": {
    "ready": 0,
    "applicable": 1,
    "total": 1
  },
  "metrics": [
    {
      "id": "up",
      "value": 99.5,
      "status": "off_target"
    },
    {
      "id": "users",
      "value": null,
      "status": "no_data"
    }
  ],
  "loops": [
    {
      "id": "turning",
      "turns": true,
      "broken_at": null
    }
  ],
  "findings": [
    {
      "code": "deliverable-missing",
      "criterion": "runs",
      "about": "manual"
    },
    {
      "code": "waiver-unexplained",
      "criterion": "waived",
      "about": null
    },
    {
      "code": "unknown-id",
      "criterion": null,
      "about": "by-hand",
      "section": "criteria",
      "now": "scripted"
    },
    {
      "code": "checklist-changed",
      "criterion": null,
      "about": "0.9.0"
    }
  ],
  "next": {
    "level": 2,
    "remaining": [
      "scripted",
      "charted"
    ]
  },
  "gaps": [
    {
      "criterion": "charted",
      "level": 2,
      "answer": null,
      "effort": "low",
      "role": "bi",
      "covered": false,
      "actions": [],
      "deliverables": [],
      "metrics": [],
      "route": null,
      "owner": null,
      "due": null
    },
    {
      "criterion": "scripted",
      "level": 2,
      "answer": "partial",
      "effort": "medium",
      "role": "dev",
      "covered": true,
      "actions": [
        {
          "practice": "rollback",
          "serves": 1
        }
      ],
      "deliverables": [],
      "metrics": [
        "up"
      ],
      "route": "development",
      "owner": "Sam \"S\" Lin",
      "due": "2027-01-31"
    }
  ]
}
"#;

/// One item of each kind, complete and not, known and not.
fn small() -> Scorecard {
    let checklist = Build::levels(2)
        .areas(&["ops", "data"])
        .role("dev", Some("ops"))
        .role("bi", Some("data"))
        .practices(Some("dev"), &["pipeline", "rollback"])
        .deliverables(&["manual"])
        .metric("up", Some(Target::Above(99.9)))
        .metric("users", None)
        .improvement_loop("turning", &["plan"])
        .profile("lean", &[&["dev"]])
        .routes(&["development"])
        .criterion("runs", 1, |item| {
            item.area = Some(id("ops"));
            item.deliverables = ids(&["manual"]);
        })
        .criterion("scripted", 2, |item| {
            item.area = Some(id("ops"));
            item.role = Some(id("dev"));
            item.practices = ids(&["pipeline", "rollback"]);
            item.metrics = ids(&["up"]);
            item.route = Some(id("development"));
            item.formerly = support::former(&["by-hand"]);
        })
        .criterion("charted", 2, |item| {
            item.role = Some(id("bi"));
            item.effort = Effort::Low;
        })
        .criterion("waived", 2, |_| {})
        .done();
    let answers =
        "runs=yes scripted=partial waived=na by-hand=no p:pipeline=yes d:manual=no m:up=99.5 s:turning.plan=yes";
    let mut assessment = assess(&checklist, answers);
    assessment.status = Status::Final;
    assessment.profile = Some(id("lean"));
    change(&mut assessment, "scripted", |entry| {
        entry.owner = Some("Sam \"S\" Lin".to_owned());
        entry.due = Some(date(2027, 1, 31));
    });
    assessment.checklist.digest = Some("sha256:other".to_owned());
    assessment.checklist.version = String::from("0.9.0");
    Scorecard::new(Reading::new(Arc::new(checklist), assessment), None)
}

#[test]
fn a_small_assessment_is_written_in_full() {
    assert_eq!(json::score(&small()), SMALL);
}

#[test]
fn a_plan_is_written_with_the_helper_command() {
    let expected = r#"
{"format": 1,
 "assessment": {"team": "Payments", "date": "2026-11-23", "status": "final", "profile": "lean"},
 "checklist": {"id": "small", "version": "1.0.0", "digest": "sha256:0123", "changed": true},
 "level": 1, "target_level": 2, "next": {"level": 2, "remaining": ["scripted", "charted"]},
 "actions": [{"practice": "rollback", "serves": 1}],
 "gaps": [{"criterion": "charted", "level": 2, "answer": null, "effort": "low", "role": "bi", "covered": false,
           "actions": [], "deliverables": [], "metrics": [], "route": null, "owner": null, "due": null},
          {"criterion": "scripted", "level": 2, "answer": "partial", "effort": "medium", "role": "dev", "covered": true,
           "actions": [{"practice": "rollback", "serves": 1}], "deliverables": [], "metrics": ["up"],
           "route": "development", "owner": "Sam \"S\" Lin", "due": "2027-01-31"}],
 "roles": ["dev"], "helper": "claude --agents \"dev\""}
"#;
    assert_eq!(squeezed(&json::plan(&small())), squeezed(expected));
}

#[test]
fn without_profile_plan_or_next_level_the_keys_stay_and_are_null_or_empty() {
    let checklist = Build::levels(1).criteria(1, &["a"]).done();
    let assessment = assess(&checklist, "a=yes");
    let card = Scorecard::new(Reading::new(Arc::new(checklist), assessment), None);
    let score = squeezed(&json::score(&card));
    assert!(score.contains(r#""status":"draft","profile":null}"#), "{score}");
    assert!(score.contains(r#""findings":[],"next":null,"gaps":[]}"#), "{score}");
    let plan = squeezed(&json::plan(&card));
    assert!(plan.ends_with(r#""next":null,"actions":[],"gaps":[],"roles":[],"helper":null}"#), "{plan}");
    assert!(json::plan(&card).ends_with("}\n") && json::score(&card).ends_with("}\n"));
}
