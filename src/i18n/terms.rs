//! The field's own terms, as every screen and report says them.

use super::{phrases, sentences};

phrases! {
    answer_yes: "yes", "是";
    answer_partial: "partial", "部分";
    answer_no: "no", "否";
    answer_na: "n/a", "不适用";
    unanswered: "not answered", "未作答";
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
    metric_on_target: "on target", "达标";
    metric_off_target: "off target", "未达标";
    metric_tracked: "tracked, no target", "仅跟踪，未设目标";
    metric_no_data: "no data", "无数据";
}

sentences! {
    level(n): "Level {n}", "{n} 级";
    level_titled(n, title): "Level {n} · {title}", "{n} 级 · {title}";
    percent(n): "{n}%", "{n}%";
}
