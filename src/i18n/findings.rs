//! Findings: contradictions and omissions in what was answered.

use super::{phrases, sentences};

phrases! {
    findings: "Findings", "发现的问题";
    finding_evidence_missing: "answered yes without the evidence that is required here", "结果为“是”，但缺少此项要求的证据";
    finding_waiver_unexplained: "waived without a reason", "已豁免但未说明原因";
    finding_waiver_not_allowed: "n/a is not allowed here: it counts as no", "此项不允许豁免，按“否”计";
    no_findings: "No contradictions found.", "未发现问题。";
}

sentences! {
    finding_deliverable_missing(name): "answered yes, but the deliverable is missing: {name}", "结果为“是”，但交付物缺失：{name}";
    finding_metric_off_target(name): "answered yes, but the metric is off target: {name}", "结果为“是”，但指标未达标：{name}";
    finding_practices_missing(names): "answered yes, but no practice behind it is in place: {names}", "结果为“是”，但相关实践均未落实：{names}";
    finding_evidence_expired(reference): "all evidence has expired, last: {reference}", "证据均已过期，最后一条：{reference}";
    finding_waiver_expired(day): "waived until {day}, which is past: read as not answered", "豁免期限 {day} 已过：按“未评估”计";
    finding_overdue(day): "not met, and due since {day}", "原定 {day} 完成，已逾期";
    finding_unknown_id(id): "the checklist has no item `{id}`: the answer is kept, not scored", "清单中没有 `{id}`：结果保留，不计分";
    finding_renamed(id, now): "`{id}` is now called `{now}`: the answer is kept, not scored", "`{id}` 现名为 `{now}`：结果保留，不计分";
    finding_checklist_changed(version): "the checklist has changed since it was answered (version {version} then)", "评估之后清单有变化（当时版本为 {version}）";
}
