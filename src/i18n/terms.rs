//! The field's own terms, as every screen and report says them.

use super::{phrases, sentences};

phrases! {
    colon: ": ", "：";
    comma: ", ", "、";
    semicolon: "; ", "；";
    answer_yes: "yes", "是";
    answer_partial: "partial", "部分";
    answer_no: "no", "否";
    answer_na: "n/a", "不适用";
    unanswered: "not answered", "未作答";
    today: "today", "今天";
    criteria: "Criteria", "评估标准";
    practices: "Practices", "实践";
    deliverables: "Deliverables", "交付物";
    metrics: "Metrics", "指标";
    loops: "Improvement loops", "改进循环";
    levels: "Levels", "等级";
    areas: "Areas", "领域";
    roles: "Roles", "角色";
    findings: "Findings", "矛盾与问题";
    evidence: "Evidence", "证据";
    note: "Note", "备注";
    owner: "Owner", "负责人";
    due: "Due", "截止日期";
    guidance: "Guidance", "评估要点";
    remedy: "Remedy", "改进办法";
    effort_low: "low effort", "投入小";
    effort_medium: "medium effort", "投入中";
    effort_high: "high effort", "投入大";
    status_draft: "draft", "草稿";
    status_final: "final", "定稿";
    reason_out_of_scope: "out of scope", "不在范围内";
    reason_not_yet_relevant: "not yet relevant", "暂不相关";
    reason_covered_elsewhere: "covered elsewhere", "由其他团队覆盖";
    reason_accepted_risk: "accepted risk", "已接受风险";
    reason_other: "other", "其他";
    deliverable_yes: "in use and up to date", "在用且为最新";
    deliverable_partial: "draft or stale", "草稿或已过时";
    deliverable_no: "missing", "缺失";
    metrics_technical: "Technical metrics", "技术指标";
    metrics_business: "Business metrics", "业务指标";
    metrics_cost: "Cost metrics", "成本指标";
    finding_evidence_missing: "answered yes without the evidence that is required here", "回答为“是”，但缺少此项要求的证据";
    finding_waiver_unexplained: "waived without a reason", "已豁免但未说明原因";
    finding_waiver_not_allowed: "n/a is not allowed here: it counts as no", "此项不允许豁免，按“否”计";
    metric_on_target: "on target", "达标";
    metric_off_target: "off target", "未达标";
    metric_tracked: "tracked, no target", "仅跟踪，未设目标";
    metric_no_data: "no data", "无数据";
}

sentences! {
    aside(said, more): "{said} ({more})", "{said}（{more}）";
    level(n): "Level {n}", "{n} 级";
    level_titled(n, title): "Level {n} · {title}", "{n} 级 · {title}";
    percent(n): "{n}%", "{n}%";
    evidence_by_whom(who): "by {who}", "提供人 {who}";
    evidence_until(day): "valid until {day}", "有效期至 {day}";
    evidence_expired_on(day): "expired {day}", "已于 {day} 过期";
    finding_deliverable_missing(name): "answered yes, but the deliverable is missing: {name}", "回答为“是”，但交付物缺失：{name}";
    finding_metric_off_target(name): "answered yes, but the metric is off target: {name}", "回答为“是”，但指标未达标：{name}";
    finding_practices_missing(names): "answered yes, but no practice behind it is in place: {names}", "回答为“是”，但相关实践均未落实：{names}";
    finding_evidence_expired(reference): "all evidence has expired, last: {reference}", "证据均已过期，最后一条：{reference}";
    finding_overdue(day): "not met, and due since {day}", "尚未满足，且已于 {day} 逾期";
    finding_unknown_id(id): "the checklist has no item `{id}`: the answer is kept, not scored", "清单中没有 `{id}`：答案保留，不计分";
    finding_renamed(id, now): "`{id}` is now called `{now}`: the answer is kept, not scored", "`{id}` 现名为 `{now}`：答案保留，不计分";
    finding_checklist_changed(version): "the checklist has changed since it was answered (version {version} then)", "作答后清单有变化（当时版本为 {version}）";
}
