//! Levels: achieved or not, what they would be, and what keeps a team from them.

use super::{phrases, sentences};

phrases! {
    levels: "Levels", "等级";
    areas: "Areas", "领域";
    blocks_nothing: "nothing is left", "已无阻碍";
    achieved: "achieved", "已达成";
    not_achieved: "not achieved", "未达成";
    passed_over: "no criteria", "无评估项";
    all_waived: "every criterion is waived: a level needs at least one yes", "全部评估项均已豁免：等级至少需要一个“是”";
    level_column: "Level", "等级";
    score_column: "Score", "得分";
    gate_column: "Gate", "逐级";
    progress: "Progress", "进度";
    met: "Met", "满足";
    state: "State", "状态";
    no_level: "no level achieved yet", "尚未达到任何等级";
    if_unanswered: "if unanswered were yes", "若未评估项均为“是”";
    if_evidenced: "evidenced", "仅计有效证据";
    if_unwaived: "without waivers", "不计豁免";
    held_back: "held back below", "低等级未达成";
    waived_whole: "all waived", "全部豁免";
    gate: "A level is achieved when the level below it is, every one of its criteria is met (answered yes, or n/a where that is allowed), and at least one of them is a yes. Nothing is averaged: one criterion holds its level and all above it back. The percentage shows how far the work has come; it does not decide.",
        "达到一个等级的条件：低一级已达成，本级每个评估项均已满足（评为“是”，或在允许豁免时评为“不适用”），且其中至少有一项为“是”。不取平均值：只要有一项未满足，本级及以上各级都无法达成。百分比只反映进展，不决定等级。";
    mean: "An area's score is the sum over its levels of the mean credit of its criteria there; the score of the whole is the mean of its top areas' scores, and the level is that, rounded down. What is n/a is left out, what is not answered counts as nothing. Beside it stands the gate: the highest level of which, and of all below it, every criterion is met.",
        "领域得分是其各等级内评估项平均得分之和；总分是各顶层领域得分的平均值，向下取整即为等级。“不适用”的评估项不计入，未评估的按 0 分计。旁边同时给出逐级达标的等级：该级及以下各级的评估项均已满足的最高等级。";
    badge_label: "maturity", "成熟度";
    all_criteria: "All criteria", "全部评估项";
    share: "Done", "完成";
}

sentences! {
    level(n): "Level {n}", "{n} 级";
    more_findings(count): "{count} more findings", "另有 {count} 个问题";
    more_in_plan(count): "and {count} more, all in the plan", "另有 {count} 项，全部见计划";
    more_by_plan(count): "and {count} more; `opsladder plan` has all", "另有 {count} 项；全部见 `opsladder plan`";
    areas_in_report(count): "areas in these: {count}; `opsladder report` has all", "其下另有 {count} 个子领域；全部见 `opsladder report`";
    more_areas_with_all(count): "areas in these: {count}, told with `--all`", "其下另有 {count} 个子领域，用 `--all` 列出";
    more_areas(count): "{count} more areas", "另有 {count} 个领域";
    level_titled(n, title): "Level {n} · {title}", "{n} 级 · {title}";
    level_stands(level, max): "Level {level} of {max}", "{level} 级（共 {max} 级）";
    score_stands(score, max): "{score} of {max}", "{score} 分（满分 {max} 分）";
    by_gate(level): "by the gate level {level}", "按逐级达标为 {level} 级";
    gauge_next(level, met, total, percent): "to {level}: {met} of {total} met, {percent}", "升至 {level} 级：满足 {met}/{total} 项，{percent}";
    gauge_top(max): "the top level {max} is achieved", "已达最高等级 {max} 级";
    gauge_open(count): "{count} unanswered", "{count} 项未评估";
    gauge_blocks(level, items): "Blocks level {level}: {items}", "阻碍升至 {level} 级：{items}";
    gauge_confirm(count): "{count} to confirm", "{count} 项待确认";
    ready_of(ready, total): "{ready} of {total} ready", "共 {total} 项，{ready} 项就绪";
    waived_count(count): "{count} waived", "豁免 {count} 项";
    no_criteria_practices(percent): "no criteria; practices {percent}", "无评估项；实践 {percent}";
    area_target(level): "target {level}", "目标 {level} 级";
    level_of(level, max): "level {level} of {max}", "{level} 级（共 {max} 级）";
    coverage_of(answered, total, percent): "{answered} of {total} criteria answered ({percent})", "共 {total} 项，已评 {answered} 项（{percent}）";
    what_blocks(level): "What blocks level {level}", "阻碍升至 {level} 级的评估项";
    what_blocks_gate(level): "What blocks level {level} by the gate", "阻碍逐级达标至 {level} 级的评估项";
    gauge_gate(level, met, total, percent): "gate to {level}: {met} of {total} met, {percent}", "逐级达标至 {level} 级：满足 {met}/{total} 项，{percent}";
    gauge_blocks_gate(level, items): "Blocks level {level} by the gate: {items}", "阻碍逐级达标至 {level} 级：{items}";
    criteria_met(met, total): "{met} of {total} met", "满足 {met}/{total} 项";
    why_achieved(met): "Achieved: {met}.", "已达成：{met}。";
    why_below(level): "Not achieved: its own criteria are all met, but level {level} is not achieved.", "未达成：本级评估项均已满足，但 {level} 级尚未达成。";
    why_blocked(blocking, total): "Not achieved: {blocking} of {total} criteria hold it back.", "未达成：共 {total} 项，{blocking} 项未满足。";
    badge_to(level, percent, next): "level {level} · {percent}% to {next}", "{level} 级 · 升 {next} 级 {percent}%";
}
