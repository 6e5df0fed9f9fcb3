//! The checklist of production readiness: what it holds is written out a second time, so that a criterion that is lost,
//! renamed, moved to another level or relinked without a decision fails here.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use super::texts::texts;
use super::{assert_prose, assert_rows, cell, items, nested_rows, row};

pub(crate) const SOURCE: &str = include_str!("../../checklists/production-readiness.toml");

/// Level, both titles.
const LEVELS: &str = "
1 | Fit for production      | 可以上线
2 | Dependable              | 可以依赖
3 | Resilient and improving | 扛得住故障，持续改进
";

/// Id, code, how many criteria it has at each level, both titles.
const AREAS: &str = "
ownership     | OWN | 2 1 1 | Ownership and on-call        | 归属和值班
change        | CHG | 2 2 1 | Deployment and change        | 发布和变更
observability | OBS | 2 3 1 | Observability and alerting   | 可观测性和告警
reliability   | REL | 2 2 1 | Reliability and capacity     | 可靠性和容量
data          | DAT | 2 2 1 | Data and recovery            | 数据和恢复
security      | SEC | 3 2 1 | Security and secrets         | 安全和密钥
dependencies  | DEP | 2 2 1 | Dependencies and degradation | 依赖和降级
incidents     | INC | 2 1 1 | Runbooks and incidents       | 运维手册和故障处理
";

/// Code, id, level, area, role.
const CRITERIA: &str = "
OWN-1 | named-owner           | 1 | ownership     | service-owner
OWN-2 | on-call-reachable     | 1 | ownership     | service-owner
CHG-1 | repeatable-deploy     | 1 | change        | platform-engineer
CHG-2 | rollback-proven       | 1 | change        | platform-engineer
OBS-1 | failure-noticed       | 1 | observability | sre
OBS-2 | state-visible         | 1 | observability | sre
REL-1 | restarts-itself       | 1 | reliability   | developer
REL-2 | peak-tested           | 1 | reliability   | developer
DAT-1 | backup-automatic      | 1 | data          | database-engineer
DAT-2 | restored-once         | 1 | data          | database-engineer
SEC-1 | no-secrets-in-code    | 1 | security      | security-engineer
SEC-2 | access-limited        | 1 | security      | security-engineer
SEC-3 | exposure-minimal      | 1 | security      | security-engineer
DEP-1 | dependencies-known    | 1 | dependencies  | developer
DEP-2 | calls-bounded         | 1 | dependencies  | developer
INC-1 | runbook-usable        | 1 | incidents     | sre
INC-2 | incident-led          | 1 | incidents     | service-owner
OWN-3 | on-call-sustainable   | 2 | ownership     | service-owner
CHG-3 | pipeline-only         | 2 | change        | platform-engineer
CHG-4 | gradual-rollout       | 2 | change        | platform-engineer
OBS-3 | slo-agreed            | 2 | observability | sre
OBS-4 | alerts-actionable     | 2 | observability | sre
OBS-5 | requests-traced       | 2 | observability | developer
REL-3 | instance-loss         | 2 | reliability   | sre
REL-4 | headroom-known        | 2 | reliability   | sre
DAT-3 | recovery-times-met    | 2 | data          | database-engineer
DAT-4 | backup-out-of-reach   | 2 | data          | database-engineer
SEC-4 | vulnerabilities-fixed | 2 | security      | security-engineer
SEC-5 | secrets-replaceable   | 2 | security      | security-engineer
DEP-3 | degrades              | 2 | dependencies  | developer
DEP-4 | overload-shed         | 2 | dependencies  | developer
INC-3 | incidents-reviewed    | 2 | incidents     | service-owner
OWN-4 | toil-shrinks          | 3 | ownership     | platform-engineer
CHG-5 | release-stops-itself  | 3 | change        | platform-engineer
OBS-6 | error-budget-steers   | 3 | observability | service-owner
REL-5 | zone-loss             | 3 | reliability   | sre
DAT-5 | integrity-checked     | 3 | data          | database-engineer
SEC-6 | provenance-verified   | 3 | security      | security-engineer
DEP-5 | faults-injected       | 3 | dependencies  | sre
INC-4 | incidents-rehearsed   | 3 | incidents     | sre
";

/// Criterion, the kind of what it is linked to, the links; a kind without links is left out.
const LINKS: &str = "
named-owner           | deliverables | service-page
on-call-reachable     | practices    | on-call-rota
on-call-reachable     | deliverables | service-page
repeatable-deploy     | practices    | automated-delivery
repeatable-deploy     | deliverables | runbook
rollback-proven       | practices    | automated-delivery
rollback-proven       | deliverables | runbook
rollback-proven       | metrics      | rollback-time
failure-noticed       | practices    | alert-tuning instrumentation
failure-noticed       | deliverables | dashboards-and-alerts
state-visible         | practices    | instrumentation
state-visible         | deliverables | dashboards-and-alerts
restarts-itself       | practices    | fault-tolerance
restarts-itself       | metrics      | availability
peak-tested           | practices    | load-testing
peak-tested           | deliverables | load-test-report
peak-tested           | metrics      | latency-p99 peak-headroom
backup-automatic      | practices    | backup-and-restore
restored-once         | practices    | backup-and-restore
restored-once         | deliverables | restore-record
restored-once         | metrics      | restore-time
no-secrets-in-code    | practices    | secret-management
access-limited        | practices    | access-review
access-limited        | deliverables | access-list
exposure-minimal      | practices    | access-review
dependencies-known    | practices    | dependency-mapping
dependencies-known    | deliverables | dependency-diagram
calls-bounded         | practices    | fault-tolerance
runbook-usable        | practices    | incident-review
runbook-usable        | deliverables | runbook
runbook-usable        | metrics      | time-to-restore
incident-led          | practices    | on-call-rota
incident-led          | deliverables | runbook
incident-led          | metrics      | time-to-restore
on-call-sustainable   | practices    | on-call-rota alert-tuning
on-call-sustainable   | metrics      | pages-per-shift
pipeline-only         | practices    | automated-delivery
pipeline-only         | metrics      | change-failure-rate
gradual-rollout       | practices    | progressive-delivery
gradual-rollout       | metrics      | change-failure-rate
slo-agreed            | practices    | slo-management
slo-agreed            | deliverables | slo-document
slo-agreed            | metrics      | error-budget-left
alerts-actionable     | practices    | alert-tuning
alerts-actionable     | deliverables | dashboards-and-alerts runbook
alerts-actionable     | metrics      | pages-per-shift
requests-traced       | practices    | instrumentation
instance-loss         | practices    | fault-tolerance fault-injection
instance-loss         | metrics      | availability
headroom-known        | practices    | load-testing
headroom-known        | deliverables | load-test-report
headroom-known        | metrics      | peak-headroom
recovery-times-met    | practices    | backup-and-restore
recovery-times-met    | deliverables | restore-record
recovery-times-met    | metrics      | restore-time
backup-out-of-reach   | practices    | backup-and-restore
vulnerabilities-fixed | practices    | vulnerability-handling
vulnerabilities-fixed | metrics      | overdue-vulnerabilities
secrets-replaceable   | practices    | secret-management
degrades              | practices    | fault-tolerance
degrades              | deliverables | dependency-diagram
overload-shed         | practices    | fault-tolerance load-testing
overload-shed         | metrics      | latency-p99
incidents-reviewed    | practices    | incident-review
incidents-reviewed    | deliverables | incident-reviews
toil-shrinks          | practices    | toil-reduction
toil-shrinks          | metrics      | toil-share
release-stops-itself  | practices    | progressive-delivery
release-stops-itself  | metrics      | rollback-time change-failure-rate
error-budget-steers   | practices    | slo-management
error-budget-steers   | deliverables | slo-document
error-budget-steers   | metrics      | error-budget-left
zone-loss             | practices    | fault-injection
zone-loss             | deliverables | dependency-diagram
zone-loss             | metrics      | availability
integrity-checked     | practices    | data-reconciliation
provenance-verified   | practices    | automated-delivery vulnerability-handling
faults-injected       | practices    | fault-injection
incidents-rehearsed   | practices    | fault-injection incident-review
incidents-rehearsed   | deliverables | runbook incident-reviews
incidents-rehearsed   | metrics      | time-to-restore
";

/// Profile, roles of the team, both titles of the team.
const TEAMS: &str = "
own-service | service-owner developer sre platform-engineer database-engineer | Service team            | 服务团队
own-service | security-engineer                                               | Security of the company | 公司安全团队
with-sre    | service-owner developer                                         | Product team            | 产品研发团队
with-sre    | sre                                                             | SRE team                | SRE团队
with-sre    | platform-engineer database-engineer                             | Platform team           | 平台团队
with-sre    | security-engineer                                               | Security team           | 安全团队
small-team  | service-owner developer sre platform-engineer                   | Everybody               | 全员
";

fn checklist() -> Table {
    super::parsed(SOURCE)
}

fn criteria(checklist: &Table) -> Vec<&Table> {
    items(checklist, "criteria")
}

/// The tables of a list that an item need not have.
fn inner<'a>(item: &'a Table, list: &str) -> Vec<&'a Table> {
    if item.contains_key(list) { items(item, list) } else { Vec::new() }
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

#[test]
fn it_has_forty_criteria_in_three_levels_and_eight_areas() {
    let checklist = checklist();
    assert_eq!(row(&checklist, &["format", "id", "version"]), ["1", "production-readiness", "1.0.0"]);
    let levels: Vec<_> =
        items(&checklist, "levels").into_iter().map(|level| row(level, &["level", "title.en", "title.zh"])).collect();
    assert_rows(&levels, LEVELS);
    let areas: Vec<_> = items(&checklist, "areas")
        .into_iter()
        .map(|area| {
            let at = |level: &str| {
                let here = |item: &&Table| cell(item, "area") == cell(area, "id") && cell(item, "level") == level;
                criteria(&checklist).into_iter().filter(here).count().to_string()
            };
            let mut cells = row(area, &["id", "code", "title.en", "title.zh"]);
            cells.insert(2, ["1", "2", "3"].map(at).join(" "));
            cells
        })
        .collect();
    assert_rows(&areas, AREAS);
    let found: Vec<_> =
        criteria(&checklist).into_iter().map(|item| row(item, &["code", "id", "level", "area", "role"])).collect();
    assert_eq!(found.len(), 40);
    assert_rows(&found, CRITERIA);
}

#[test]
fn codes_count_through_each_area_under_its_own() {
    let checklist = checklist();
    let area_code: BTreeMap<_, _> =
        items(&checklist, "areas").into_iter().map(|area| (cell(area, "id"), cell(area, "code"))).collect();
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    for item in criteria(&checklist) {
        let number = last.entry(cell(item, "area")).or_default();
        *number += 1;
        assert_eq!(cell(item, "code"), format!("{}-{number}", area_code[&cell(item, "area")]));
    }
}

#[test]
fn criteria_are_linked_as_decided_and_nothing_is_linked_to_none() {
    let checklist = checklist();
    let mut found = Vec::new();
    for item in criteria(&checklist) {
        for kind in ["practices", "deliverables", "metrics"] {
            let links = cell(item, kind);
            if !links.is_empty() {
                found.push(vec![cell(item, "id"), kind.to_owned(), links]);
            }
        }
    }
    assert_rows(&found, LINKS);
    for kind in ["practices", "deliverables", "metrics"] {
        let linked: BTreeSet<_> = found.iter().filter(|row| row[1] == kind).flat_map(|row| words(&row[2])).collect();
        let there: Vec<_> = items(&checklist, kind).into_iter().map(|item| cell(item, "id")).collect();
        assert_eq!(linked, there.iter().map(String::as_str).collect(), "{kind}");
    }
}

#[test]
fn roles_and_routes_lead_somewhere_and_each_serves() {
    let checklist = checklist();
    for (key, section) in [("role", "roles"), ("route", "routes")] {
        let there: BTreeSet<_> = items(&checklist, section).into_iter().map(|item| cell(item, "id")).collect();
        let named: BTreeSet<_> = criteria(&checklist).into_iter().map(|item| cell(item, key)).collect();
        assert_eq!(named, there, "{key}");
    }
    assert_rows(&nested_rows(&checklist, "profiles", "teams", &["roles", "title.en", "title.zh"]), TEAMS);
}

#[test]
fn what_comes_first_is_another_criterion_of_the_same_level_or_below_and_never_goes_round() {
    let checklist = checklist();
    // What is listed later may come after what is listed before alone, so no chain can lead back.
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for item in criteria(&checklist) {
        for first in words(&cell(item, "after")) {
            let level = seen.get(first).unwrap_or_else(|| panic!("{} after {first}", cell(item, "id")));
            assert!(*level <= cell(item, "level"), "{} after {first}", cell(item, "id"));
        }
        seen.insert(cell(item, "id"), cell(item, "level"));
    }
}

#[test]
fn the_highest_level_asks_for_evidence_and_so_does_the_restore() {
    for item in criteria(&checklist()) {
        let wanted = cell(item, "level") == "3" || cell(item, "id") == "restored-once";
        assert_eq!(item.contains_key("evidence_required"), wanted, "{}", cell(item, "id"));
    }
}

#[test]
fn every_text_is_there_in_both_languages() {
    let checklist = checklist();
    assert_prose(&checklist, "criteria", "guidance", 1..=2);
    for key in ["yes", "partial", "no", "check", "pitfall"] {
        assert_prose(&checklist, "criteria", key, 1..=2);
    }
    assert_prose(&checklist, "criteria", "remedy", 2..=3);
    for section in ["practices", "deliverables", "metrics"] {
        assert_prose(&checklist, section, "guidance", 1..=3);
    }
    assert_prose(&checklist, "levels", "meaning", 1..=1);
    // Walked as every text is, so that a title or what a probe says is seen too.
    let mut languages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for text in texts(&checklist) {
        let place = text.place.rsplit_once(' ').map_or("", |(place, _)| place).to_owned();
        languages.entry(place).or_default().insert(text.language);
    }
    let both = BTreeSet::from(["en".to_owned(), "zh".to_owned()]);
    for (place, found) in languages {
        assert_eq!(found, both, "{place}");
    }
}

#[test]
fn no_two_titles_say_nearly_the_same() {
    let checklist = checklist();
    for language in ["en", "zh"] {
        let titles: Vec<_> = ["criteria", "practices", "deliverables", "metrics"]
            .iter()
            .map(|section| {
                let title = |item| cell(item, &format!("title.{language}")).to_lowercase();
                items(&checklist, section).into_iter().map(title).collect::<Vec<_>>()
            })
            .collect();
        for section in titles {
            for (at, one) in section.iter().enumerate() {
                for other in &section[at + 1..] {
                    let (one_bits, other_bits) = (bits(one), bits(other));
                    let shared = one_bits.intersection(&other_bits).count();
                    let all = one_bits.union(&other_bits).count();
                    assert!(shared * 5 < all * 3, "{one} / {other}");
                }
            }
        }
    }
}

/// What a title is compared by: its words, or where it has no spaces its pairs of characters.
fn bits(title: &str) -> BTreeSet<String> {
    if title.is_ascii() {
        return title.split(|c: char| !c.is_ascii_alphanumeric()).map(str::to_owned).collect();
    }
    let chars: Vec<_> = title.chars().collect();
    chars.windows(2).map(|pair| pair.iter().collect()).collect()
}

#[test]
fn every_criterion_names_public_sources_by_https() {
    let checklist = checklist();
    for item in criteria(&checklist) {
        let references = inner(item, "references");
        assert!(!references.is_empty(), "{}", cell(item, "id"));
        for reference in references {
            let scheme = cell(reference, "scheme");
            let known = if scheme.is_empty() {
                cell(reference, "url").starts_with("https://") && !cell(reference, "title").is_empty()
            } else {
                checklist["schemes"].get(&scheme).and_then(Value::as_str).is_some_and(|url| url.starts_with("https://"))
            };
            assert!(known, "{}: {reference:?}", cell(item, "id"));
        }
    }
}

#[test]
fn no_probe_is_expected_to_find_something_and_each_says_what_it_shows() {
    let checklist = checklist();
    let mut seen = 0;
    for item in ["criteria", "deliverables"].iter().flat_map(|section| items(&checklist, section)) {
        let probes = inner(item, "probes");
        let ids: BTreeSet<_> = probes.iter().map(|probe| cell(probe, "id")).collect();
        assert_eq!(ids.len(), probes.len(), "{}", cell(item, "id"));
        for probe in probes {
            // Strict patterns are absent from most repositories: that none is found says nothing.
            assert!(!probe.contains_key("expected") && probe.contains_key("says"), "{}", cell(item, "id"));
            seen += 1;
        }
    }
    assert!(seen >= 25, "{seen}");
}
