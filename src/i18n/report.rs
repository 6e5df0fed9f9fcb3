//! Every sentence of the printed pages: score, report, plan, explanation, lists.

use super::{phrases, sentences};
use crate::i18n::Lang;

// What the screens say in the same place is the same sentence here.
pub use super::tui::{
    achieved, all_waived, answer, answered_on, area, area_level, broken_here, chain, checklist_target, do_practices,
    evidence_needed, gauge_confirm, gauge_level, gauge_top, higher_is_better, home_store, linked_deliverables,
    linked_metrics, linked_practices, lower_is_better, met_of, new_target, no_criteria_practices, no_findings,
    no_target, no_waiver_here, nobody_covers, not_achieved, overdue, passed_over, plan_count, plan_first, plan_nothing,
    plan_remedy_alone, plan_title, practices_by_role, prove, ready_of, retired, role, route, score_evidenced,
    score_possible, score_without_waivers, serves, show, target, to_confirm, turns, unit, value, waived_count,
};

pub use super::terms::{aside, comma, level as level_short, semicolon};

phrases! {
    // Labels and column titles
    scorecard: "Operational-maturity scorecard", "运维成熟度成绩单";
    team: "Team", "团队";
    date: "Date", "日期";
    status: "Status", "状态";
    profile: "Profile", "团队配置";
    profiles: "Profiles", "团队配置";
    assessors: "Assessors", "评估人";
    checklist: "Checklist", "清单";
    level: "Level", "等级";
    progress: "Progress", "进度";
    met: "Met", "满足";
    state: "State", "状态";
    deliverable: "Deliverable", "交付物";
    metric: "Metric", "指标";
    answered: "Answered", "已答";
    item: "Item", "条目";
    reason: "Reason", "原因";
    gap: "Gap", "差距";
    file: "File", "文件";
    version: "Version", "版本";
    title: "Title", "标题";
    from: "From", "来源";
    waivers: "Waivers", "豁免";

    mark: "Mark", "标记";

    // The level
    no_level: "no level achieved yet", "尚未达到任何等级";
    if_unanswered: "if unanswered were yes", "若未作答均为“是”";
    if_evidenced: "evidenced", "仅计有效证据";
    if_unwaived: "without waivers", "不计豁免";
    held_back: "held back below", "受下级阻碍";
    waived_whole: "all waived", "全部豁免";
    broken: "does not turn", "未运转";
    metric_short_tracked: "tracked", "仅跟踪";

    // Effort, and its words under a title that says so
    effort: "Effort", "投入";
    effort_low: "low", "小";
    effort_medium: "medium", "中";
    effort_high: "high", "大";

    // The report
    no_reason: "no reason given", "未说明原因";
    nobody: "nobody in this profile", "配置中无人负责";
    answers: "Answers, item by item", "逐项作答";
    none_answered: "Not answered at all", "完全未作答";

    // The plan
    plan_waived: "There is no gap to close, and yet the level is not reached: a level whose criteria are all waived needs at least one yes.",
        "没有需要弥补的差距，但仍未达到该等级：标准全部豁免的等级至少需要一个“是”。";
    no_route: "Not assigned to a phase", "未指定阶段";
    helper: "Helpers for the roles that these gaps need can be started with:", "可用以下命令启动这些差距所需角色的助手：";

    // The explanation
    gate: "A level is achieved when the level below it is, every one of its criteria is met (answered yes, or n/a where that is allowed), and at least one of them is a yes. Nothing is averaged: one criterion holds its level and all above it back. The per cent shows how far the work has come; it does not decide.",
        "达到一个等级的条件：下一级已达成，本级每项标准均已满足（回答“是”，或在允许豁免时回答“不适用”），且其中至少有一个“是”。不取平均值：只要有一项标准未满足，本级及以上各级都无法达成。百分比只反映进展，不决定等级。";
    counts_shown: "yes, with valid evidence: met", "是，且有有效证据：已满足";
    counts_met: "yes: met; it has no valid evidence, so the evidenced level counts it as partial",
        "是：已满足；但没有有效证据，因此仅计有效证据时按“部分”计";

    // Lists
    unknown: "unknown", "未知";
    built_in: "built in", "内置";
    shadowed: "an older text: new assessments take another", "旧版本：新评估使用另一版本";
}

sentences! {
    coverage_of(answered, total, percent): "{answered} of {total} criteria answered ({percent})", "{total} 项标准已作答 {answered} 项（{percent}）";
    what_blocks(level): "What blocks level {level}", "阻碍升至 {level} 级的标准";
    criteria_met(met, total): "{met} of {total} met", "满足 {met}/{total} 项";
    count_of(what, count): "{count} {what}", "{what} {count}";
    loops_turn(turning, total): "{turning} of {total} turn", "{total} 个中有 {turning} 个在运转";
    loops_break(turning, steps): "{turning}; broken at: {steps}", "{turning}；断在：{steps}";
    with_count(what, count): "{what}: {count}", "{what}：{count}";
    first(level): "To do first, on the way to level {level}", "升至 {level} 级应最先做的事";
    carried_a_day(days): "carried over, {days} day old", "沿用旧答案，已有 {days} 天";
    carried_days(days): "carried over, {days} days old", "沿用旧答案，已有 {days} 天";
    serves_some(count): "serves {count} gaps", "有助于弥补 {count} 个差距";
    serves_single(count): "serves {count} gap", "有助于弥补 {count} 个差距";
    open_first(count): "Criteria not answered yet: {count}. Answer them first; what turns out to be in place is no gap.",
        "尚有 {count} 项标准未作答。请先作答：已经做到的就不算差距。";
    route_titled(route, count): "{route} · gaps: {count}", "{route} · 差距：{count} 个";
    why_achieved(met): "Achieved: {met}.", "已达成：{met}。";
    why_below(level): "Not achieved: its own criteria are all met, but level {level} is not achieved.",
        "未达成：本级标准均已满足，但 {level} 级尚未达成。";
    why_blocked(blocking, total): "Not achieved: {blocking} of {total} criteria hold it back.",
        "未达成：{total} 项标准中有 {blocking} 项未满足。";
    counts_waived(reason): "n/a ({reason}): waived, on neither side of the score", "不适用（{reason}）：已豁免，不计入得分";
    counts_not_allowed(level): "n/a is not allowed here: it counts as no and holds level {level} back",
        "此项不允许豁免：按“否”计，阻碍达到 {level} 级";
    counts_partial(level): "partial: half a point, and it holds level {level} back", "部分：计半分，仍阻碍达到 {level} 级";
    counts_no(level): "no: it holds level {level} back", "否：阻碍达到 {level} 级";
    counts_open(level): "not answered: it holds level {level} back until it is", "未作答：在作答之前阻碍达到 {level} 级";
}

/// How old an answer is that was carried over, in days.
pub fn carried(lang: Lang, days: i32) -> String {
    if days == 1 { carried_a_day(lang, days) } else { carried_days(lang, days) }
}

/// How many gaps an action serves.
pub fn serves_count(lang: Lang, count: usize) -> String {
    if count == 1 { serves_single(lang, count) } else { serves_some(lang, count) }
}
