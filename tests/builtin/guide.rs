//! What the operations guide holds, written out a second time: the tables that the built-in checklist is held to.

/// Level, both titles.
pub(crate) const LEVELS: &str = "
1 | Basic operations        | 基础运维
2 | Standardised operations | 规范运营
3 | Intelligent operations  | 智能运营
";

/// Id, both titles.
pub(crate) const AREAS: &str = "
deployment | Deployment and release    | 部署发布
monitoring | Monitoring and operations | 监控运营
data       | Data operations           | 数据运营
security   | Security operations       | 安全运营
";

/// Id, area (none for the roles that staff profiles only), both titles.
pub(crate) const ROLES: &str = "
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
pub(crate) const CRITERIA: &str = "
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
pub(crate) const LINKS: &str = "
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
pub(crate) const PRACTICES: &str = "
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
pub(crate) const DELIVERABLES: &str = "
deployment-docs           | devops-expert      | Deployment documents and operations manual    | 部署文档和操作手册
monitoring-dashboards     | monitoring-expert  | Monitoring dashboards and alert configuration | 监控仪表盘和告警配置
operations-reports        | bi-expert          | Operations data reports and analysis          | 运营数据报告和分析
performance-records       | performance-expert | Performance plans and implementation records  | 性能优化方案和实施记录
security-incident-records | security-expert    | Security-incident handling records            | 安全事件处理记录
feedback-records          | product-operations | User-feedback handling records                | 用户反馈处理记录
improvement-roadmap       | product-operations | System improvement proposals and roadmap      | 系统改进建议和路线图
";

/// Id, group, better direction, target, unit in both languages, both titles.
pub(crate) const METRICS: &str = "
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
pub(crate) const LOOPS: &str = "
data-driven    | Data-driven optimisation  | 数据驱动优化
technical-debt | Technical-debt management | 技术债务管理
";

/// Loop, id of the step, both titles, in the order in which the loop turns.
pub(crate) const STEPS: &str = "
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
pub(crate) const PROFILES: &str = "
enterprise    | Enterprise system operations  | 企业级系统运维
startup       | Startup full-stack operations | 创业公司全栈运营
ai-product    | AI product operations         | AI产品运营
data-platform | Data platform operations      | 数据平台运营
";

/// Profile, roles of the team, both titles of the team.
pub(crate) const TEAMS: &str = "
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
pub(crate) const ROUTES: &str = "
operations      | Operations and maintenance | 运营维护阶段
analysis-design | Analysis and design        | 分析设计阶段
development     | Development and testing    | 开发测试阶段
";

/// What the summary says in each language: the goal, the duration and every keyword of the phase.
pub(crate) const SUMMARY: [(&str, [&str; 5]); 2] = [
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
