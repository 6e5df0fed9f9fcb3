//! The plan, example by example: what is a gap, in which order, who closes it, and with what.

mod support;

use jiff::civil::date;
use opsladder::model::checklist::{Criterion, Target};
use opsladder::model::{Answer, Assessment, Checklist, Effort, Level};
use opsladder::plan::{Action, Gap, plan, steps};
use opsladder::scoring::{self, MetricStatus};
use support::{Build, assess, change, id, ids, names};

fn served(actions: &[Action]) -> Vec<(&str, usize)> {
    actions.iter().map(|action| (action.practice.as_str(), action.serves)).collect()
}

fn gaps(checklist: &Checklist, answers: &str, target: u8) -> Vec<String> {
    let plan = plan(checklist, &assess(checklist, answers), Level::new(target));
    plan.gaps.iter().map(|gap| gap.criterion.to_string()).collect()
}

#[test]
fn gaps_come_by_level_then_effort_then_how_far_they_are_then_as_listed() {
    let effort = |effort| move |item: &mut Criterion| item.effort = effort;
    let checklist = Build::levels(3)
        .criterion("two", 2, effort(Effort::Low))
        .criterion("high", 1, effort(Effort::High))
        .criterion("open", 1, |_| {})
        .criterion("waived-anyway", 1, |item| item.na_allowed = false)
        .criterion("no", 1, |_| {})
        .criterion("begun", 1, |_| {})
        .criterion("begun-too", 1, |_| {})
        .criterion("low", 1, effort(Effort::Low))
        .criteria(1, &["done", "waived"])
        .criteria(3, &["three"])
        .done();
    let answers = "no=no begun=partial begun-too=partial done=yes waived=na waived-anyway=na";
    let first = ["low", "begun", "begun-too", "waived-anyway", "no", "open", "high"];
    assert_eq!(gaps(&checklist, answers, 1), first);
    assert_eq!(gaps(&checklist, answers, 2), [&first[..], &["two"]].concat());
    assert_eq!(gaps(&checklist, answers, 0), [""; 0]);
}

#[test]
fn the_way_up_has_a_step_for_each_level_that_is_blocked_and_leads_through_a_waived_one() {
    let checklist = Build::levels(4)
        .criteria(1, &["done"])
        .criterion("high", 2, |item| item.effort = Effort::High)
        .criteria(2, &["open", "begun"])
        .criteria(3, &["waived", "waived-too"])
        .criteria(4, &["done-above"])
        .done();
    let way = |answers: &str| {
        let assessment = assess(&checklist, answers);
        let steps = steps(&checklist, &assessment, &scoring::score(&checklist, &assessment));
        let named = |one: &Criterion| one.id.to_string();
        let ids = steps.iter().map(|step| step.criteria.iter().map(|one| named(one)).collect::<Vec<_>>().join(" "));
        steps.iter().map(|step| step.level.get()).zip(ids).collect::<Vec<_>>()
    };
    let answers = "done=yes begun=partial waived=na waived-too=na done-above=yes";
    assert_eq!(way(answers), [(2, "begun open high".to_owned()), (3, "waived waived-too".to_owned())]);
    assert_eq!(way("done=yes begun=yes open=yes high=yes waived=yes waived-too=na done-above=yes"), []);
}

#[test]
fn a_gap_says_what_is_left_of_its_links_and_what_the_file_says_of_it() {
    let checklist = Build::levels(1)
        .practices(None, &["p-yes", "p-partial", "p-no", "p-na", "p-open"])
        .deliverables(&["d-yes", "d-partial", "d-no", "d-na", "d-open"])
        .metric("on", Some(Target::Above(1.0)))
        .metric("off", Some(Target::Above(1.0)))
        .metric("watched", None)
        .metric("blank", Some(Target::Above(1.0)))
        .routes(&["development"])
        .criterion("a", 1, |item| {
            item.practices = ids(&["p-yes", "p-partial", "p-no", "p-na", "p-open", "p-no"]);
            item.deliverables = ids(&["d-yes", "d-partial", "d-no", "d-na", "d-open"]);
            item.metrics = ids(&["on", "off", "watched", "blank"]);
            item.route = Some(id("development"));
            item.effort = Effort::High;
            item.na_allowed = false;
        })
        .done();
    let answers = "a=na p:p-yes=yes p:p-partial=partial p:p-no=no p:p-na=na d:d-yes=yes d:d-partial=partial d:d-no=no \
                   d:d-na=na m:on=2 m:off=1 m:watched=5";
    let mut assessment = assess(&checklist, answers);
    change(&mut assessment, "a", |entry| {
        entry.owner = Some("Sam".to_owned());
        entry.due = Some(date(2027, 1, 31));
    });
    let action = |practice: &str| Action { practice: id(practice), serves: 1 };
    let actions = vec![action("p-partial"), action("p-no"), action("p-open")];
    let plan = plan(&checklist, &assessment, Level::new(1));
    assert_eq!(plan.actions, actions);
    assert_eq!(
        plan.gaps,
        [Gap {
            criterion: id("a"),
            level: Level::new(1),
            answer: Some(Answer::NA),
            effort: Effort::High,
            role: None,
            covered: true,
            first: vec![],
            actions,
            deliverables: ids(&["d-partial", "d-no", "d-open"]),
            metrics: vec![
                (id("off"), MetricStatus::OffTarget),
                (id("watched"), MetricStatus::Tracked),
                (id("blank"), MetricStatus::NoData),
            ],
            route: Some(id("development")),
            owner: Some("Sam".to_owned()),
            due: Some(date(2027, 1, 31)),
        }]
    );
}

#[test]
fn the_plan_leads_with_what_serves_most_gaps() {
    let links = |practices: &'static [&'static str]| move |item: &mut Criterion| item.practices = ids(practices);
    let checklist = Build::levels(2)
        .practices(None, &["p", "q", "r", "s"])
        .criterion("a", 1, links(&["p", "q"]))
        .criterion("b", 1, links(&["r", "q", "r"]))
        .criterion("c", 2, links(&["s", "r", "q"]))
        .done();
    let of = |answers: &str, target: u8| plan(&checklist, &assess(&checklist, answers), Level::new(target));
    let whole = of("", 2);
    assert_eq!(served(&whole.actions), [("q", 3), ("r", 2), ("p", 1), ("s", 1)]);
    assert_eq!(served(&whole.gaps[1].actions), [("q", 3), ("r", 2)]);
    assert_eq!(served(&of("", 1).actions), [("q", 2), ("p", 1), ("r", 1)]);
    assert_eq!(served(&of("a=yes", 2).actions), [("r", 2), ("q", 2), ("s", 1)]);
    assert_eq!(served(&of("p:q=yes p:r=na", 2).actions), [("p", 1), ("s", 1)]);
}

fn staffed() -> Checklist {
    Build::levels(1)
        .areas(&["ops", "data", "security"])
        .role("dev", Some("ops"))
        .role("infra", Some("ops"))
        .role("bi", Some("data"))
        .role("guard", Some("security"))
        .role("loner", None)
        .role("drifter", None)
        .profile("lean", &[&["loner", "bi"], &["infra", "dev"]])
        .profile("leaner", &[&["infra"]])
        .criterion("own", 1, |item| item.role = Some(id("dev")))
        .criterion("own-area-first", 1, |item| {
            item.role = Some(id("guard"));
            item.area = Some(id("data"));
        })
        .criterion("area-of-the-role", 1, |item| item.role = Some(id("guard")))
        .criterion("area-only", 1, |item| item.area = Some(id("ops")))
        .criterion("area-nobody", 1, |item| item.area = Some(id("security")))
        .criterion("role-without-area", 1, |item| item.role = Some(id("loner")))
        .criterion("neither", 1, |_| {})
        .criterion("no-area-in-common", 1, |item| item.role = Some(id("drifter")))
        .done()
}

fn handed(checklist: &Checklist, assessment: &Assessment) -> Vec<(String, bool)> {
    let plan = plan(checklist, assessment, Level::new(1));
    plan.gaps
        .into_iter()
        .map(|gap| (gap.role.map_or_else(|| "-".to_owned(), |role| role.to_string()), gap.covered))
        .collect()
}

#[test]
fn a_gap_is_handed_to_its_role_else_to_the_first_of_the_profile_in_its_area_else_to_nobody() {
    let checklist = staffed();
    let mut assessment = assess(&checklist, "");
    let mut with = |profile: Option<&str>| {
        assessment.profile = profile.map(id);
        handed(&checklist, &assessment)
    };
    let expect = |roles: [(&str, bool); 8]| roles.map(|(role, covered)| (role.to_owned(), covered)).to_vec();
    let own = expect([
        ("dev", true),
        ("guard", true),
        ("guard", true),
        ("-", true),
        ("-", true),
        ("loner", true),
        ("-", true),
        ("drifter", true),
    ]);
    assert_eq!(with(None), own);
    assert_eq!(with(Some("unknown")), own);
    assert_eq!(
        with(Some("lean")),
        expect([
            ("dev", true),
            ("bi", true),
            ("guard", false),
            ("infra", true),
            ("-", false),
            ("loner", true),
            ("-", true),
            ("drifter", false),
        ])
    );
    assert_eq!(
        with(Some("leaner")),
        expect([
            ("infra", true),
            ("guard", false),
            ("guard", false),
            ("infra", true),
            ("-", false),
            ("loner", false),
            ("-", true),
            ("drifter", false),
        ])
    );
}

#[test]
fn the_helper_line_names_each_covering_role_once_in_the_order_of_the_gaps() {
    let checklist = staffed();
    let mut assessment = assess(&checklist, "own=no");
    assessment.profile = Some(id("lean"));
    let with_roles = plan(&checklist, &assessment, Level::new(1));
    assert_eq!(names(&with_roles.roles), ["dev", "bi", "infra", "loner"]);
    assert_eq!(with_roles.helper_line().as_deref(), Some("claude --agents \"dev,bi,infra,loner\""));
    assert_eq!(plan(&checklist, &assessment, Level::NONE).helper_line(), None);
}
