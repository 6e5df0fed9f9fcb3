//! The plan: gaps, their effort, and what closes them.

use super::{notices, phrases, sentences};

phrases! {
    effort_low: "low effort", "投入：低";
    effort_medium: "medium effort", "投入：中";
    effort_high: "high effort", "投入：高";
    plan_nothing: "Nothing is left to do up to this level.", "到此等级已无待办事项。";
    plan_first: "What serves most gaps", "有助于弥补最多差距的实践";
    plan_remedy_alone: "Its practices are in place; what is left is the remedy.", "相关实践均已到位，只需按改进办法处理。";
    practices_in_place: "Its practices are in place.", "相关实践均已到位。";
    do_practices: "Do", "落实";
    prove: "Prove", "证明";
    show: "Watch", "关注";
    gap: "Gap", "差距";
    effort: "Effort", "投入";
    low: "low", "低";
    medium: "medium", "中";
    high: "high", "高";
    plan_waived: "There is no gap to close, and yet the level is not reached: a level whose criteria are all waived needs at least one yes.",
        "没有需要弥补的差距，但仍未达到该等级：评估项全部豁免的等级至少需要一个“是”。";
    no_route: "Not assigned to a phase", "未指定阶段";
    helper: "Helpers for the roles that these gaps need can be started with:", "可用以下命令启动这些差距所需角色的助手：";
    the_plan: "The plan", "计划";
}

sentences! {
    plan_title(level): "Plan to level {level}", "升至 {level} 级的计划";
    plan_count(count): "gaps: {count}", "差距：{count} 个";
    shortest_way(level, count): "Shortest way to level {level}: {count} to close", "升至 {level} 级的最短路径：{count} 项";
    then_to(level, count): "then to level {level}: {count} more", "再升至 {level} 级：另需 {count} 项";
    first_on_the_way(level): "To do first, on the way to level {level}", "升至 {level} 级应最先做的事";
    serves_some(count): "serves {count} gaps", "有助于弥补 {count} 个差距";
    serves_single(count): "serves {count} gap", "有助于弥补 {count} 个差距";
    open_first(count): "Criteria not answered yet: {count}. Answer them first; what turns out to be in place is no gap.",
        "尚有 {count} 个评估项未评估。请先评估：已经做到的就不算差距。";
    route_titled(route, count): "{route} · gaps: {count}", "{route} · 差距：{count} 个";
}

notices! {
    no_such_level(level, checklist, max): "there is no level {level} to plan for: the levels of `{checklist}` are 1 to {max}",
        "没有可规划的 {level} 级：`{checklist}` 的等级为 1 至 {max}";
    no_such_level_hint(max): "say `--to` with a level from 1 to {max}, or leave it out for the next level", "请将 `--to` 设为 1 至 {max}，或省略以规划更高一级";
}

/// How many gaps an action serves.
pub(crate) fn serves_count(lang: super::Lang, count: usize) -> String {
    if count == 1 { serves_single(lang, count) } else { serves_some(lang, count) }
}
