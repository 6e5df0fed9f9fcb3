//! Holds the built-in checklist to the operations guide, item by item: the tables below are written out a second
//! time, so that an item that is lost, renamed, relinked or added without a decision fails here.

use std::collections::BTreeSet;

use toml::{Table, Value};

const SOURCE: &str = include_str!("../checklists/operations.toml");

/// Level, both titles.
const LEVELS: &str = "
1 | Basic operations        | 基础运维
2 | Standardised operations | 规范运营
3 | Intelligent operations  | 智能运营
";

/// Id, both titles.
const AREAS: &str = "
deployment | Deployment and release    | 部署发布
monitoring | Monitoring and operations | 监控运营
data       | Data operations           | 数据运营
security   | Security operations       | 安全运营
";

/// Id, area (none for the roles that staff profiles only), both titles.
const ROLES: &str = "
devops-expert         | deployment | DevOps deployment         | DevOps部署
infrastructure-expert | deployment | Infrastructure management | 基础设施管理
monitoring-expert     | monitoring | System monitoring         | 系统监控
performance-expert    | monitoring | Performance optimisation  | 性能优化
bi-expert             | data       | Business intelligence     | 商业智能分析
product-operations    | data       | Product operations        | 产品运营
security-expert       | security   | Security monitoring       | 安全监控
ml-expert             |            | Machine learning          | 机器学习
bigdata-expert        |            | Big data                  | 大数据
data-operations       |            | Data operations           | 数据运营
";

/// Id, level, area, role, route, both titles.
const CRITERIA: &str = "
deploys-and-runs         | 1 | deployment | devops-expert         | operations      | The system deploys and runs normally            | 系统可以正常部署和运行
basic-monitoring         | 1 | monitoring | monitoring-expert     | operations      | Basic monitoring and alerting                   | 基本的监控和告警机制
basic-incident-handling  | 1 | monitoring | monitoring-expert     | operations      | A simple incident-handling process              | 简单的故障处理流程
full-cicd                | 2 | deployment | devops-expert         | development     | A complete CI/CD process                        | 完整的CI/CD流程
comprehensive-monitoring | 2 | monitoring | monitoring-expert     | operations      | A comprehensive set of monitored metrics        | 全面的监控指标体系
standard-procedures      | 2 | deployment | infrastructure-expert | operations      | Standardised operating procedures               | 标准化的运维流程
basic-analytics          | 2 | data       | bi-expert             | analysis-design | Basic data-analysis capability                  | 基础的数据分析能力
self-healing             | 3 | deployment | devops-expert         | development     | Automated operations and self-healing           | 自动化运维和自愈能力
predictive-capacity      | 3 | monitoring | performance-expert    | analysis-design | Predictive monitoring and capacity planning     | 预测性监控和容量规划
deep-analytics           | 3 | data       | bi-expert             | analysis-design | In-depth business data analysis                 | 深度的业务数据分析
continuous-performance   | 3 | monitoring | performance-expert    | development     | A continuous performance-optimisation mechanism | 持续的性能优化机制
";

/// Criterion, the kind of what it is linked to, the links.
const LINKS: &str = "
deploys-and-runs         | practices    | production-deployment server-resources network-environment
deploys-and-runs         | deliverables | deployment-docs
deploys-and-runs         | metrics      | availability
basic-monitoring         | practices    | monitoring-metrics alert-rules
basic-monitoring         | deliverables | monitoring-dashboards
basic-monitoring         | metrics      | availability error-rate
basic-incident-handling  | practices    | incident-response backup-recovery
basic-incident-handling  | deliverables | deployment-docs
basic-incident-handling  | metrics      | failure-cost
full-cicd                | practices    | cicd-pipeline release-rollback container-orchestration
full-cicd                | deliverables | deployment-docs
full-cicd                | metrics      | error-rate
comprehensive-monitoring | practices    | monitoring-metrics log-analysis alert-rules security-events
comprehensive-monitoring | deliverables | monitoring-dashboards
comprehensive-monitoring | metrics      | availability response-time error-rate
standard-procedures      | practices    | release-rollback incident-response backup-recovery security-hardening security-policy vulnerability-management
standard-procedures      | deliverables | deployment-docs security-incident-records
standard-procedures      | metrics      | labour-cost
basic-analytics          | practices    | business-reporting operations-metrics feature-usage-analysis feedback-handling
basic-analytics          | deliverables | operations-reports feedback-records
basic-analytics          | metrics      | active-users feature-usage
self-healing             | practices    | container-orchestration production-deployment backup-recovery incident-response
self-healing             | deliverables | deployment-docs
self-healing             | metrics      | availability failure-cost labour-cost
predictive-capacity      | practices    | capacity-planning monitoring-metrics alert-rules
predictive-capacity      | deliverables | monitoring-dashboards improvement-roadmap
predictive-capacity      | metrics      | concurrency server-cost bandwidth-cost
deep-analytics           | practices    | user-behaviour decision-support ab-testing iteration-demand
deep-analytics           | deliverables | operations-reports feedback-records improvement-roadmap
deep-analytics           | metrics      | retention conversion feature-usage
continuous-performance   | practices    | bottleneck-analysis query-optimisation cache-strategy capacity-planning
continuous-performance   | deliverables | performance-records improvement-roadmap
continuous-performance   | metrics      | response-time concurrency server-cost
";

/// Id, role, both titles.
const PRACTICES: &str = "
cicd-pipeline            | devops-expert         | Build and maintain the CI/CD pipeline  | CI/CD流水线搭建和维护
production-deployment    | devops-expert         | Manage production deployments          | 生产环境部署管理
release-rollback         | devops-expert         | Manage releases and rollback           | 发布流程管理和回滚
container-orchestration  | devops-expert         | Manage containers and orchestration    | 容器化和编排管理
server-resources         | infrastructure-expert | Configure and manage server resources  | 服务器资源配置和管理
network-environment      | infrastructure-expert | Build and optimise the network         | 网络环境搭建和优化
security-hardening       | infrastructure-expert | Configure security protection          | 安全防护配置
backup-recovery          | infrastructure-expert | Backup and disaster recovery           | 备份和灾难恢复
monitoring-metrics       | monitoring-expert     | Configure system metrics               | 系统监控指标配置
log-analysis             | monitoring-expert     | Collect and analyse logs               | 日志收集和分析
alert-rules              | monitoring-expert     | Set and tune alert rules               | 告警规则设置和优化
incident-response        | monitoring-expert     | Troubleshooting and incident response  | 故障排查和应急响应
bottleneck-analysis      | performance-expert    | Analyse performance bottlenecks        | 系统性能瓶颈分析
query-optimisation       | performance-expert    | Optimise database queries              | 数据库查询优化
cache-strategy           | performance-expert    | Optimise the caching strategy          | 缓存策略优化
capacity-planning        | performance-expert    | Plan and extend capacity               | 容量规划和扩展
business-reporting       | bi-expert             | Business data analysis and reports     | 业务数据分析和报表
user-behaviour           | bi-expert             | User-behaviour analysis                | 用户行为分析
operations-metrics       | bi-expert             | Monitor operating metrics              | 运营指标监控
decision-support         | bi-expert             | Data-driven decision support           | 数据驱动决策支持
feature-usage-analysis   | product-operations    | Feature-usage analysis                 | 产品功能使用分析
feedback-handling        | product-operations    | Collect and handle user feedback       | 用户反馈收集和处理
ab-testing               | product-operations    | Design and analyse A/B tests           | A/B测试设计和分析
iteration-demand         | product-operations    | Collect product-iteration demand       | 产品迭代需求收集
security-events          | security-expert       | Monitor and respond to security events | 安全事件监控和响应
vulnerability-management | security-expert       | Scan for and fix vulnerabilities       | 漏洞扫描和修复
security-policy          | security-expert       | Keep security policy up to date        | 安全策略更新
compliance-audit         | security-expert       | Support compliance audits              | 合规审计支持
";

/// Id, role, both titles.
const DELIVERABLES: &str = "
deployment-docs           | devops-expert      | Deployment documents and operations manual    | 部署文档和操作手册
monitoring-dashboards     | monitoring-expert  | Monitoring dashboards and alert configuration | 监控仪表盘和告警配置
operations-reports        | bi-expert          | Operations data reports and analysis          | 运营数据报告和分析
performance-records       | performance-expert | Performance plans and implementation records  | 性能优化方案和实施记录
security-incident-records | security-expert    | Security-incident handling records            | 安全事件处理记录
feedback-records          | product-operations | User-feedback handling records                | 用户反馈处理记录
improvement-roadmap       | product-operations | System improvement proposals and roadmap      | 系统改进建议和路线图
";

/// Id, group, better direction, target, unit in both languages, both titles.
const METRICS: &str = "
availability   | technical | higher | above 99.9 | %              | %       | Availability (uptime)                               | 可用性
response-time  | technical | lower  | below 200  | ms             | ms      | Average API response time                           | 响应时间
error-rate     | technical | lower  | below 0.1  | %              | %       | System error rate                                   | 错误率
concurrency    | technical | higher |            | requests/s     | 次/秒   | Concurrent processing capacity                      | 并发能力
active-users   | business  | higher |            | %              | %       | Active users: DAU/MAU trend                         | 用户活跃度
feature-usage  | business  | higher |            | %              | %       | Feature usage rate                                  | 功能使用率
retention      | business  | higher |            | %              | %       | New-user retention                                  | 用户留存率
conversion     | business  | higher |            | %              | %       | Conversion of key business flows                    | 业务转化率
server-cost    | cost      | lower  |            | currency/month | 金额/月 | Server cost                                         | 服务器成本
bandwidth-cost | cost      | lower  |            | currency/month | 金额/月 | Bandwidth cost                                      | 带宽成本
labour-cost    | cost      | lower  |            | hours/month    | 工时/月 | Labour cost: efficiency of the operations staff     | 人力成本
failure-cost   | cost      | lower  |            | currency/month | 金额/月 | Cost of failures: business loss caused by incidents | 故障成本
";

/// Id, both titles.
const LOOPS: &str = "
data-driven    | Data-driven optimisation  | 数据驱动优化
technical-debt | Technical-debt management | 技术债务管理
";

/// Loop, id of the step, both titles, in the order in which the loop turns.
const STEPS: &str = "
data-driven    | collect    | Data collection                               | 数据收集
data-driven    | analyse    | Analysis and insight                          | 分析洞察
data-driven    | plan       | Plan                                          | 方案制定
data-driven    | validate   | Implement and validate (A/B test)             | 实施验证
data-driven    | iterate    | Summarise and iterate                         | 总结迭代
technical-debt | identify   | Identify debt                                 | 识别技术债务
technical-debt | prioritise | Assess priority (impact, cost to fix)         | 评估优先级
technical-debt | plan       | Make a plan                                   | 制定计划
technical-debt | execute    | Execute step by step inside normal iterations | 逐步执行
";

/// Id, both titles.
const PROFILES: &str = "
enterprise    | Enterprise system operations  | 企业级系统运维
startup       | Startup full-stack operations | 创业公司全栈运营
ai-product    | AI product operations         | AI产品运营
data-platform | Data platform operations      | 数据平台运营
";

/// Profile, roles of the team, both titles of the team.
const TEAMS: &str = "
enterprise    | devops-expert infrastructure-expert monitoring-expert performance-expert | Core operations      | 核心运维团队
enterprise    | security-expert                                                          | Security assurance   | 安全保障
enterprise    | bi-expert product-operations                                             | Data analysis        | 数据分析
startup       | devops-expert monitoring-expert                                          | Lean operations      | 精简运维
startup       | bi-expert product-operations                                             | Product analytics    | 产品分析
ai-product    | devops-expert performance-expert                                         | Technical operations | 技术运维
ai-product    | ml-expert bi-expert                                                      | AI operations        | AI运营
ai-product    | product-operations                                                       | Product optimisation | 产品优化
data-platform | devops-expert bigdata-expert                                             | Data operations      | 数据运维
data-platform | bi-expert data-operations                                                | Business analysis    | 业务分析
data-platform | monitoring-expert performance-expert                                     | System monitoring    | 系统监控
";

/// Id, both titles.
const ROUTES: &str = "
operations      | Operations and maintenance | 运营维护阶段
analysis-design | Analysis and design        | 分析设计阶段
development     | Development and testing    | 开发测试阶段
";

/// What the summary says in each language: the goal, the duration and every keyword of the phase.
const SUMMARY: [(&str, [&str; 5]); 2] = [
    (
        "en",
        [
            "bring the system live, then keep maintaining and improving it",
            "Duration: continuous.",
            "deployment and release",
            "monitoring and operations",
            "continuous optimisation",
        ],
    ),
    ("zh", ["系统上线运营和持续维护优化", "持续进行", "部署发布", "监控运营", "持续优化"]),
];

fn checklist() -> Table {
    SOURCE.parse().expect("the built-in checklist is TOML")
}

/// The items of a section, in file order.
fn items<'a>(table: &'a Table, section: &str) -> Vec<&'a Table> {
    table[section]
        .as_array()
        .expect("a section is an array")
        .iter()
        .map(|item| item.as_table().expect("an item is a table"))
        .collect()
}

/// A value as one cell of the tables above: lists and targets are joined by spaces, a missing value is empty, and a
/// text that is the same in every language stands for each of them.
fn cell(item: &Table, column: &str) -> String {
    let (key, language) = column.split_once('.').unwrap_or((column, ""));
    match item.get(key) {
        None => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(list)) => {
            let parts: Vec<_> = list.iter().map(|part| part.as_str().expect("a list holds ids")).collect();
            parts.join(" ")
        }
        Some(Value::Table(texts)) if !language.is_empty() => texts[language].as_str().expect("a text").to_owned(),
        Some(Value::Table(target)) => {
            let parts: Vec<_> = target.iter().map(|(bound, value)| format!("{bound} {value}")).collect();
            parts.join(" ")
        }
        Some(number) => number.to_string(),
    }
}

fn row(item: &Table, columns: &[&str]) -> Vec<String> {
    columns.iter().map(|column| cell(item, column)).collect()
}

fn rows(section: &str, columns: &[&str]) -> Vec<Vec<String>> {
    items(&checklist(), section).into_iter().map(|item| row(item, columns)).collect()
}

/// The rows of the lists inside the items of a section, each led by the id of the item it stands in.
fn nested_rows(section: &str, list: &str, columns: &[&str]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for item in items(&checklist(), section) {
        for inner in items(item, list) {
            let mut cells = vec![cell(item, "id")];
            cells.extend(row(inner, columns));
            found.push(cells);
        }
    }
    found
}

/// Asserts that the rows are those of the table: nothing missing, nothing extra, in the same order.
fn assert_rows(found: &[Vec<String>], table: &str) {
    let expected: Vec<Vec<_>> =
        table.trim().lines().map(|line| line.split('|').map(|cell| cell.trim().to_owned()).collect()).collect();
    for row in &expected {
        assert!(found.contains(row), "missing from the checklist: {row:?}");
    }
    for row in found {
        assert!(expected.contains(row), "the checklist alone has: {row:?}");
    }
    assert_eq!(found, expected, "the order differs");
}

/// One text of the checklist in one language, and where it stands (`criteria full-cicd guidance en`).
struct Text {
    place: String,
    language: String,
    words: String,
}

/// Every text of the checklist, in every language it has.
fn texts() -> Vec<Text> {
    fn walk(value: &Value, place: &str, found: &mut Vec<Text>) {
        match value {
            Value::Array(list) => {
                for (index, inner) in list.iter().enumerate() {
                    let name = inner.get("id").and_then(Value::as_str).map_or_else(|| index.to_string(), str::to_owned);
                    walk(inner, &format!("{place} {name}"), found);
                }
            }
            Value::Table(table) if table.contains_key("en") || table.contains_key("zh") => {
                for (language, text) in table {
                    found.push(Text {
                        place: format!("{place} {language}").trim_start().to_owned(),
                        language: language.clone(),
                        words: text.as_str().expect("a text is a string").to_owned(),
                    });
                }
            }
            Value::Table(table) => {
                for (key, inner) in table {
                    walk(inner, &format!("{place} {key}"), found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(&Value::Table(checklist()), "", &mut found);
    found
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// How many sentences a text has; a full stop inside a number or a word ends none.
fn sentences(text: &str) -> usize {
    let mut following = text.chars().skip(1);
    text.chars()
        .filter(|c| {
            let next = following.next();
            matches!(c, '。' | '？' | '！') || (matches!(c, '.' | '?' | '!') && next.is_none_or(|next| next == ' '))
        })
        .count()
}

/// Asserts that each item of a section has this text in both languages, with a number of sentences in the range.
fn assert_prose(section: &str, key: &str, allowed: std::ops::RangeInclusive<usize>) {
    for item in items(&checklist(), section) {
        for language in ["en", "zh"] {
            let text = cell(item, &format!("{key}.{language}"));
            let count = sentences(&text);
            let id = cell(item, "id");
            assert!(
                allowed.contains(&count),
                "{section} {id} {key} {language} has {count} sentences, not {allowed:?}: {text}"
            );
            assert!(text.ends_with(['.', '。']), "{section} {id} {key} {language} breaks off: {text}");
        }
    }
}

#[test]
fn the_file_names_its_format_id_version_and_title() {
    let columns = ["format", "id", "version", "title.en", "title.zh"];
    let expected = ["1", "operations", "1.0.0", "Operations and maintenance", "运营维护"];
    assert_eq!(row(&checklist(), &columns), expected);
}

#[test]
fn the_summary_holds_goal_duration_and_every_keyword_in_both_languages() {
    let checklist = checklist();
    for (language, parts) in SUMMARY {
        let summary = cell(&checklist, &format!("summary.{language}"));
        for part in parts {
            assert!(summary.contains(part), "{language}: no {part:?} in {summary:?}");
        }
    }
}

#[test]
fn levels_are_the_three_of_the_guide() {
    assert_rows(&rows("levels", &["level", "title.en", "title.zh"]), LEVELS);
}

#[test]
fn areas_are_the_four_of_the_guide() {
    assert_rows(&rows("areas", &["id", "title.en", "title.zh"]), AREAS);
}

#[test]
fn roles_are_the_ten_of_the_guide_each_in_its_area() {
    assert_rows(&rows("roles", &["id", "area", "title.en", "title.zh"]), ROLES);
}

#[test]
fn criteria_are_the_eleven_of_the_guide_each_with_level_area_role_and_route() {
    let columns = ["id", "level", "area", "role", "route", "title.en", "title.zh"];
    assert_rows(&rows("criteria", &columns), CRITERIA);
}

#[test]
fn criteria_are_linked_to_their_practices_deliverables_and_metrics() {
    let mut found = Vec::new();
    for item in items(&checklist(), "criteria") {
        for kind in ["practices", "deliverables", "metrics"] {
            found.push(vec![cell(item, "id"), kind.to_owned(), cell(item, kind)]);
        }
    }
    assert_rows(&found, LINKS);
}

#[test]
fn practices_are_the_twenty_eight_of_the_guide_each_with_its_role() {
    assert_rows(&rows("practices", &["id", "role", "title.en", "title.zh"]), PRACTICES);
}

#[test]
fn deliverables_are_the_seven_of_the_guide_each_with_its_role() {
    assert_rows(&rows("deliverables", &["id", "role", "title.en", "title.zh"]), DELIVERABLES);
}

#[test]
fn metrics_are_the_twelve_of_the_guide_with_unit_direction_and_target() {
    let columns = ["id", "group", "better", "target", "unit.en", "unit.zh", "title.en", "title.zh"];
    assert_rows(&rows("metrics", &columns), METRICS);
}

#[test]
fn loops_are_the_two_of_the_guide_with_their_steps_in_order() {
    let columns = ["id", "title.en", "title.zh"];
    assert_rows(&rows("loops", &columns), LOOPS);
    assert_rows(&nested_rows("loops", "steps", &columns), STEPS);
}

#[test]
fn profiles_are_the_four_of_the_guide_with_their_teams_and_roles() {
    assert_rows(&rows("profiles", &["id", "title.en", "title.zh"]), PROFILES);
    assert_rows(&nested_rows("profiles", "teams", &["roles", "title.en", "title.zh"]), TEAMS);
}

#[test]
fn routes_are_the_three_of_the_guide() {
    assert_rows(&rows("routes", &["id", "title.en", "title.zh"]), ROUTES);
}

#[test]
fn every_key_is_one_of_the_format() {
    let checklist = checklist();
    let sections = [
        ("levels", "level title"),
        ("areas", "id title"),
        ("roles", "id area title"),
        ("criteria", "id level area role title guidance remedy practices deliverables metrics route effort"),
        ("practices", "id role title guidance"),
        ("deliverables", "id role title guidance"),
        ("metrics", "id group title unit better target"),
        ("loops", "id title steps"),
        ("profiles", "id title teams"),
        ("routes", "id title"),
    ];
    let top: BTreeSet<_> = checklist.keys().map(String::as_str).collect();
    let expected: BTreeSet<_> = ["format", "id", "version", "title", "summary"]
        .into_iter()
        .chain(sections.map(|(section, _)| section))
        .collect();
    assert_eq!(top, expected);
    for (section, keys) in sections {
        for item in items(&checklist, section) {
            for key in item.keys() {
                assert!(keys.split(' ').any(|known| known == key), "{section}: {key}");
            }
        }
    }
}

#[test]
fn ids_are_unique_kebab_case() {
    let checklist = checklist();
    let sections =
        ["areas", "roles", "criteria", "practices", "deliverables", "metrics", "loops", "profiles", "routes"];
    for section in sections {
        let mut seen = BTreeSet::new();
        for item in items(&checklist, section) {
            let id = cell(item, "id");
            let kebab = !id.is_empty()
                && id
                    .split('-')
                    .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()));
            assert!(kebab, "{section}: {id:?} is not kebab-case");
            assert!(seen.insert(id.clone()), "{section}: {id:?} stands twice");
        }
    }
}

#[test]
fn every_link_leads_to_an_item() {
    let checklist = checklist();
    let links = [
        ("roles", "area", "areas"),
        ("criteria", "area", "areas"),
        ("criteria", "role", "roles"),
        ("criteria", "practices", "practices"),
        ("criteria", "deliverables", "deliverables"),
        ("criteria", "metrics", "metrics"),
        ("criteria", "route", "routes"),
        ("practices", "role", "roles"),
        ("deliverables", "role", "roles"),
    ];
    for (section, key, target) in links {
        let known: BTreeSet<_> = items(&checklist, target).into_iter().map(|item| cell(item, "id")).collect();
        for item in items(&checklist, section) {
            for link in cell(item, key).split_whitespace() {
                assert!(known.contains(link), "{section} {key}: nothing is called {link:?}");
            }
        }
    }
    let roles: BTreeSet<_> = items(&checklist, "roles").into_iter().map(|item| cell(item, "id")).collect();
    for profile in items(&checklist, "profiles") {
        for team in items(profile, "teams") {
            for role in cell(team, "roles").split(' ') {
                assert!(roles.contains(role), "profiles: no role is called {role:?}");
            }
        }
    }
}

#[test]
fn only_the_compliance_audit_serves_no_criterion() {
    let checklist = checklist();
    let criteria = items(&checklist, "criteria");
    for (section, unlinked) in [("practices", vec!["compliance-audit"]), ("deliverables", vec![]), ("metrics", vec![])]
    {
        let linked: BTreeSet<_> = criteria
            .iter()
            .flat_map(|criterion| {
                let links = cell(criterion, section);
                links.split(' ').map(str::to_owned).collect::<Vec<_>>()
            })
            .collect();
        let mut ids: Vec<_> = items(&checklist, section).into_iter().map(|item| cell(item, "id")).collect();
        ids.retain(|id| !linked.contains(id));
        assert_eq!(ids, unlinked, "{section}");
    }
}

#[test]
fn every_criterion_says_its_effort() {
    for item in items(&checklist(), "criteria") {
        let effort = cell(item, "effort");
        assert!(matches!(effort.as_str(), "low" | "medium" | "high"), "{effort:?}");
    }
}

#[test]
fn criteria_are_guided_in_three_to_five_sentences_and_remedied_in_two_to_four() {
    assert_prose("criteria", "guidance", 3..=5);
    assert_prose("criteria", "remedy", 2..=4);
}

#[test]
fn practices_and_deliverables_are_guided_in_two_or_three_sentences() {
    assert_prose("practices", "guidance", 2..=3);
    assert_prose("deliverables", "guidance", 2..=3);
}

#[test]
fn every_text_but_a_unit_is_written_in_both_languages() {
    let checklist = checklist();
    let sections = [
        ("levels", "title"),
        ("areas", "title"),
        ("roles", "title"),
        ("criteria", "title guidance remedy"),
        ("practices", "title guidance"),
        ("deliverables", "title guidance"),
        ("metrics", "title"),
        ("loops", "title"),
        ("profiles", "title"),
        ("routes", "title"),
    ];
    let mut tables = vec![&checklist["title"], &checklist["summary"]];
    for (section, keys) in sections {
        for item in items(&checklist, section) {
            tables.extend(keys.split(' ').map(|key| &item[key]));
        }
    }
    for (section, list) in [("loops", "steps"), ("profiles", "teams")] {
        for item in items(&checklist, section) {
            tables.extend(items(item, list).into_iter().map(|inner| &inner["title"]));
        }
    }
    for value in tables {
        let table = value.as_table().expect("a text has a table of languages");
        let languages: Vec<_> = table.keys().map(String::as_str).collect();
        assert_eq!(languages, ["en", "zh"], "{value}");
    }
    for Text { place, words, .. } in texts() {
        assert!(!words.is_empty() && words.trim() == words, "{place}: {words:?}");
    }
}

#[test]
fn english_is_plain_ascii() {
    for Text { place, words, .. } in texts().iter().filter(|text| text.language == "en") {
        assert!(words.chars().all(|c| c == ' ' || c.is_ascii_graphic()), "{place}: {words}");
    }
}

#[test]
fn chinese_is_han_with_its_own_punctuation() {
    for Text { place, words, .. } in texts().iter().filter(|text| text.language == "zh") {
        assert!(words.chars().any(is_han), "{place}: {words}");
        for c in words.chars() {
            // Quotation marks, dashes and dots that are wide on one terminal and narrow on the next are kept out.
            let known = c == ' ' || c.is_ascii_graphic() || is_han(c) || "，。；：、？！（）".contains(c);
            assert!(known, "{place}: {c:?} in {words}");
        }
        let chars: Vec<_> = words.chars().collect();
        for pair in chars.windows(2) {
            let [left, right] = [pair[0], pair[1]];
            let half = |c| ",.;:?!()".contains(c);
            let mixed = (is_han(left) && half(right)) || (half(left) && is_han(right));
            assert!(!mixed, "{place}: half-width {left}{right} in {words}");
            let spaced = (left == ' ' && !right.is_ascii()) || (right == ' ' && !left.is_ascii());
            assert!(!spaced, "{place}: a space beside {left}{right} in {words}");
        }
    }
}

#[test]
fn sentences_are_joined_by_exactly_one_space_in_english() {
    for Text { place, words, .. } in texts().iter().filter(|text| text.language == "en") {
        assert!(!words.contains("  "), "{place}: {words}");
        let chars: Vec<_> = words.chars().collect();
        for pair in chars.windows(2) {
            let glued = matches!(pair[0], '.' | '?' | '!' | ';' | ':' | ',') && pair[1].is_ascii_alphabetic();
            assert!(!glued, "{place}: {}{} in {words}", pair[0], pair[1]);
        }
    }
}

#[test]
fn the_source_has_no_tabs_control_characters_trailing_spaces_or_overlong_lines() {
    assert!(SOURCE.ends_with('\n') && !SOURCE.ends_with("\n\n"));
    for (index, line) in SOURCE.split('\n').enumerate() {
        let number = index + 1;
        assert!(!line.chars().any(char::is_control), "line {number}: {line:?}");
        assert_eq!(line.trim_end(), line, "line {number} ends in a space");
        let cells: usize = line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
        assert!(cells <= 120, "line {number} is {cells} cells wide");
    }
}
