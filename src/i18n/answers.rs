//! Answers and what stands beside them: reasons, evidence, notes, owners, due dates.

use super::{phrases, sentences};

phrases! {
    answer_yes: "yes", "是";
    answer_partial: "partial", "部分";
    answer_no: "no", "否";
    answer_na: "n/a", "不适用";
    unanswered: "not answered", "未评估";
    evidence: "Evidence", "证据";
    note: "Note", "备注";
    owner: "Owner", "负责人";
    due: "Due", "截止日期";
    reason_out_of_scope: "out of scope", "不在范围内";
    reason_not_yet_relevant: "not yet relevant", "现阶段不适用";
    reason_covered_elsewhere: "covered elsewhere", "由其他方负责";
    reason_accepted_risk: "accepted risk", "已接受风险";
    reason_other: "other", "其他";
    deliverable_yes: "in use and up to date", "在用且为最新";
    deliverable_partial: "draft or stale", "草稿或已过期";
    deliverable_no: "missing", "缺失";
    answer: "Answer", "结果";
    to_confirm: "to confirm", "待确认";
    overdue: "overdue", "已逾期";
    evidence_ref: "Reference", "出处";
    evidence_by: "By", "提供人";
    evidence_expires: "Expires", "到期日";
    answered: "Answered", "已评";
    reason: "Reason", "原因";
    until: "Until", "有效期至";
    waivers: "Waivers", "豁免";
    no_reason: "no reason given", "未说明原因";
    answers: "Answers, item by item", "逐项评估结果";
    none_answered: "Not answered at all", "全部未评估";
    half_a_point: "half a point", "0.5 分";
    no_point: "nothing", "0 分";
}

sentences! {
    evidence_by_whom(who): "by {who}", "提供人 {who}";
    waived_until(reason, day): "{reason}, until {day}", "{reason}，至 {day}";
    until_day(day): "until {day}", "至 {day}";
    counts_lapsed(day, level): "n/a until {day}, which is past: read as not answered, and holds level {level} back", "不适用的期限 {day} 已过：按“未评估”计，阻碍达到 {level} 级";
    evidence_until(day): "valid until {day}", "有效期至 {day}";
    evidence_expired_on(day): "expired {day}", "已于 {day} 过期";
    answered_on(day): "answered {day}", "评估于 {day}";
    carried_a_day(days): "carried over, {days} day old", "沿用旧结果，已有 {days} 天";
    last_time(answer, day): "last time: {answer} · {day}", "上次：{answer} · {day}";
    carried_days(days): "carried over, {days} days old", "沿用旧结果，已有 {days} 天";
    counts_was(level): "not answered: the answer then is one to another question; this one holds level {level} back", "未评估：原结果针对另一个问题；此项阻碍达到 {level} 级";
    counts_waived(reason): "n/a ({reason}): waived, on neither side of the score", "不适用（{reason}）：已豁免，不计入得分";
    counts_not_allowed(level): "n/a is not allowed here: it counts as no and holds level {level} back", "此项不允许豁免：按“否”计，阻碍达到 {level} 级";
    counts_shown(answer): "{answer}, with valid evidence: met", "{answer}，且有有效证据：已满足";
    counts_met(answer): "{answer}: met; it has no valid evidence, so the evidenced level does not count it as met", "{answer}：已满足；但没有有效证据，因此仅计有效证据时不算满足";
    counts_partial(answer, points, level): "{answer}: {points}, and it holds level {level} back", "{answer}：计 {points}，仍阻碍达到 {level} 级";
    counts_no(answer, level): "{answer}: it holds level {level} back", "{answer}：阻碍达到 {level} 级";
    counts_aside(answer, points): "{answer}: {points}; it counts in progress and holds no level back", "{answer}：计 {points}；只计入进度，不阻碍任何等级";
    part_of_a_point(points): "{points} of a point", "{points} 分";
    counts_open(level): "not answered: it holds level {level} back until it is", "未评估：评估之前阻碍达到 {level} 级";
}

/// How old an answer is that was carried over, in days.
pub(crate) fn carried(lang: super::Lang, days: i32) -> String {
    if days == 1 { carried_a_day(lang, days) } else { carried_days(lang, days) }
}
