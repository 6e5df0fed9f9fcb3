//! Each kind of contradiction: when it is found, when it is not, and in which order.

mod support;

use jiff::civil::date;
use opsladder::findings::{Code, Finding, What, find};
use opsladder::model::checklist::Target;
use opsladder::model::{Assessment, Checklist, Id, Reason, Section};
use support::{Build, TODAY, assess, change, evidence, id, ids};

fn linked() -> Checklist {
    Build::levels(2)
        .practices(None, &["p", "q"])
        .deliverables(&["d", "e"])
        .metric("up", Some(Target::Above(99.9)))
        .metric("users", None)
        .criterion("a", 1, |item| {
            item.practices = ids(&["p", "q"]);
            item.deliverables = ids(&["d", "e", "d"]);
            item.metrics = ids(&["users", "up"]);
            item.evidence_required = true;
        })
        .criterion("b", 2, |item| item.na_allowed = false)
        .done()
}

/// `code about`, without the criterion, which is `a` throughout.
fn on_a(checklist: &Checklist, assessment: &Assessment) -> Vec<(Code, Option<String>)> {
    let findings = find(checklist, assessment).into_iter();
    findings
        .filter(|finding| finding.criterion == Some(id("a")))
        .map(|finding| (finding.what.code(), finding.what.about()))
        .collect()
}

fn evident(checklist: &Checklist, answers: &str) -> Assessment {
    let mut assessment = assess(checklist, answers);
    change(&mut assessment, "a", |entry| entry.evidence = vec![evidence("wiki", None)]);
    assessment
}

#[test]
fn a_yes_is_held_against_its_deliverables_metrics_and_practices() {
    let checklist = linked();
    let found = |answers: &str| on_a(&checklist, &evident(&checklist, answers));
    let about = |code: Code, text: &str| vec![(code, Some(text.to_owned()))];
    assert_eq!(found("a=yes d:d=no d:e=partial"), about(Code::DeliverableMissing, "d"));
    assert_eq!(found("a=yes m:up=99.9 m:users=0"), about(Code::MetricOffTarget, "up"));
    assert_eq!(found("a=yes p:p=no"), about(Code::PracticesMissing, "p"));
    assert_eq!(found("a=yes p:p=no p:q=na"), about(Code::PracticesMissing, "p"));
    assert_eq!(found("a=yes p:p=no p:q=no"), about(Code::PracticesMissing, "p, q"));
    assert_eq!(found("a=yes p:p=no p:q=partial"), []);
    assert_eq!(found("a=yes p:p=na p:q=na d:d=na m:up=99.95"), []);
    for weaker in ["a=partial", "a=no", ""] {
        assert_eq!(found(&format!("{weaker} d:d=no m:up=1 p:p=no p:q=no")), [], "{weaker}");
    }
}

#[test]
fn a_waiver_ends_with_its_last_day_whatever_else_there_is_to_say_of_it() {
    let checklist = linked();
    let until = |answers: &str, day| {
        let mut assessment = assess(&checklist, answers);
        change(&mut assessment, "a", |entry| (entry.until, entry.due) = (Some(day), Some(date(2026, 11, 1))));
        assessment
    };
    assert_eq!(on_a(&checklist, &until("a=na", TODAY)), [(Code::WaiverUnexplained, None)]);
    let past = |day: &str| (Code::WaiverExpired, Some(day.to_owned()));
    let overdue = (Code::Overdue, Some("2026-11-01".to_owned()));
    assert_eq!(on_a(&checklist, &until("a=na", date(2026, 11, 22))), [past("2026-11-22"), overdue]);
    assert_eq!(on_a(&checklist, &until("a=no", date(2026, 1, 1))).len(), 1, "it is no waiver");
}

#[test]
fn a_yes_that_needs_evidence_has_to_refer_to_something() {
    let checklist = linked();
    let mut assessment = assess(&checklist, "a=yes b=yes");
    assert_eq!(on_a(&checklist, &assessment), [(Code::EvidenceMissing, None)]);
    change(&mut assessment, "a", |entry| entry.evidence = vec![evidence(" ", None)]);
    assert_eq!(on_a(&checklist, &assessment), [(Code::EvidenceMissing, None)]);
    change(&mut assessment, "a", |entry| entry.evidence.push(evidence("wiki", Some(TODAY))));
    assert_eq!(find(&checklist, &assessment), []);
}

#[test]
fn evidence_has_expired_when_all_of_it_has() {
    let checklist = linked();
    let mut assessment = assess(&checklist, "a=yes");
    let days = [date(2026, 1, 1), date(2026, 11, 22), date(2026, 3, 1), date(2026, 11, 22)];
    change(&mut assessment, "a", |entry| {
        let names = ["first", "latest", "middle", "as-late"].into_iter();
        entry.evidence = names.zip(days).map(|(name, day)| evidence(name, Some(day))).collect();
        entry.evidence.push(evidence("", None));
    });
    assert_eq!(on_a(&checklist, &assessment), [(Code::EvidenceExpired, Some("latest".to_owned()))]);
    change(&mut assessment, "a", |entry| entry.evidence.push(evidence("still good", None)));
    assert_eq!(on_a(&checklist, &assessment), []);
}

#[test]
fn a_waiver_wants_a_reason_and_may_not_be_allowed() {
    let checklist = linked();
    let mut assessment = assess(&checklist, "a=na b=na");
    let codes = |assessment: &Assessment| -> Vec<Code> {
        find(&checklist, assessment).into_iter().map(|finding| finding.what.code()).collect()
    };
    assert_eq!(codes(&assessment), [Code::WaiverUnexplained, Code::WaiverNotAllowed]);
    change(&mut assessment, "a", |entry| entry.reason = Some(Reason::OutOfScope));
    change(&mut assessment, "b", |entry| entry.reason = Some(Reason::OutOfScope));
    assert_eq!(codes(&assessment), [Code::WaiverNotAllowed]);
}

#[test]
fn a_gap_is_overdue_the_day_after_its_due_date() {
    let checklist = linked();
    let yesterday = date(2026, 11, 22);
    let overdue = |answers: &str, item: &str, due| {
        let mut assessment = evident(&checklist, answers);
        change(&mut assessment, item, |entry| entry.due = Some(due));
        let mut found = find(&checklist, &assessment).into_iter();
        found.find(|finding| finding.what.code() == Code::Overdue).and_then(|finding| finding.what.about())
    };
    assert_eq!(overdue("a=partial", "a", yesterday).as_deref(), Some("2026-11-22"));
    assert_eq!(overdue("", "b", yesterday).as_deref(), Some("2026-11-22"));
    assert_eq!(overdue("b=na", "b", yesterday).as_deref(), Some("2026-11-22"));
    assert_eq!(overdue("a=partial", "a", TODAY), None);
    assert_eq!(overdue("a=yes", "a", yesterday), None);
    assert_eq!(overdue("a=na", "a", yesterday), None);
}

#[test]
fn what_the_checklist_does_not_know_is_named_with_what_it_is_called_now() {
    let mut build = Build::levels(1)
        .criterion("new", 1, |item| item.formerly = support::former(&["old"]))
        .practices(None, &["practice"])
        .deliverables(&["paper"])
        .improvement_loop("l", &["one"]);
    build.0.practices[0].formerly = support::former(&["custom"]);
    build.0.deliverables[0].formerly = support::former(&["scroll"]);
    let checklist = build.done();
    let mut assessment = assess(&checklist, "s:l.two=yes m:gone=1 p:custom=no p:old=no d:scroll=yes old=yes new=yes");
    assessment.profile = Some(id("nobody"));
    let found: Vec<_> = find(&checklist, &assessment)
        .into_iter()
        .map(|finding| {
            assert_eq!((finding.what.code(), &finding.criterion), (Code::UnknownId, &None));
            let about = finding.what.about().unwrap_or_default();
            match finding.what {
                What::UnknownItem(key, now) => (about, Some(key.section()), now.map(|key| key.to_string())),
                _ => (about, None, None),
            }
        })
        .collect();
    let line = |about: &str, section, now: Option<&str>| (about.to_owned(), section, now.map(str::to_owned));
    assert_eq!(
        found,
        [
            line("old", Some(Section::Criteria), Some("new")),
            line("scroll", Some(Section::Deliverables), Some("paper")),
            line("custom", Some(Section::Practices), Some("practice")),
            line("old", Some(Section::Practices), None),
            line("gone", Some(Section::Metrics), None),
            line("l.two", Some(Section::Steps), None),
            line("nobody", None, None),
        ]
    );
}

#[test]
fn another_text_than_the_one_that_was_answered_is_told() {
    let checklist = linked();
    let mut assessment = assess(&checklist, "");
    assert_eq!(find(&checklist, &assessment), []);
    assessment.checklist.digest = Some("sha256:other".to_owned());
    assessment.checklist.version = String::from("0.9.0");
    let about = |found: Vec<Finding>| found.into_iter().map(|f| (f.what.code(), f.what.about())).collect::<Vec<_>>();
    assert_eq!(about(find(&checklist, &assessment)), [(Code::ChecklistChanged, Some("0.9.0".to_owned()))]);
    // Without a digest the version says which text it was.
    assessment.checklist.digest = None;
    assert_eq!(about(find(&checklist, &assessment)), [(Code::ChecklistChanged, Some("0.9.0".to_owned()))]);
    assessment.checklist.version = checklist.version().to_string();
    assert_eq!(find(&checklist, &assessment), []);
}

#[test]
fn findings_come_by_criterion_then_kind_then_what_is_beside_the_criteria() {
    let checklist = linked();
    let mut assessment = assess(&checklist, "zzz=yes b=na a=yes d:d=no d:e=no m:up=1 p:q=no");
    assessment.profile = Some(id("nobody"));
    assessment.checklist.digest = Some("sha256:other".to_owned());
    let found: Vec<_> = find(&checklist, &assessment)
        .into_iter()
        .map(|finding| (finding.what.code(), finding.criterion.as_ref().map(Id::to_string).unwrap_or_default()))
        .collect();
    let expected = [
        (Code::DeliverableMissing, "a"),
        (Code::DeliverableMissing, "a"),
        (Code::MetricOffTarget, "a"),
        (Code::PracticesMissing, "a"),
        (Code::EvidenceMissing, "a"),
        (Code::WaiverNotAllowed, "b"),
        (Code::UnknownId, ""),
        (Code::UnknownId, ""),
        (Code::ChecklistChanged, ""),
    ];
    assert_eq!(found, expected.map(|(code, criterion)| (code, criterion.to_owned())));
}
