//! Every sentence about assessments over time: what changed between two, and how many went.

use super::{notices, phrases, sentences};

phrases! {
    // What became of an item
    regressed: "Regressed", "退步";
    no_longer_answered: "No longer answered", "不再作答";
    improved: "Improved", "进步";
    newly_answered: "Newly answered", "新作答";
    waived: "Waived", "新豁免";
    waiver_lifted: "Waiver lifted", "取消豁免";
    changed: "Changed, with nothing to say which way is better", "有变化（未设定优劣方向）";
    asked_otherwise: "The checklist changed", "清单有变化";
    beside: "Same answer, something else beside it", "答案未变，其他内容有变";

    // The level
    cause_we: "We changed", "我们有变化";
    cause_waiver: "A waiver changed", "豁免有变化";
    cause_checklist: "The checklist changed", "清单有变化";
    level_possible: "If unanswered were yes", "若未作答均为“是”";
    level_evidenced: "Evidenced", "仅计有效证据";
    level_unwaived: "Without waivers", "不计豁免";
    nothing: "Nothing changed.", "没有变化。";
    shared_only: "These are two different checklists: only what they share is compared.", "两份评估使用不同的清单：只比较两者共有的条目。";

    // What became of what is beside the answers
    findings_came: "Findings that appeared", "新出现的问题";
    findings_went: "Findings that are gone", "已消除的问题";
    gaps_came: "Gaps opened", "新增差距";
    gaps_went: "Gaps closed", "已弥补的差距";
    none: "none", "无";
    better: "better", "变好";
    worse: "worse", "变差";
    reworded: "reworded", "措辞或要求有变";
    to_confirm: "carried over, to confirm", "沿用，待确认";
    evidence_added: "Evidence added", "新增证据";
    evidence_removed: "Evidence removed", "移除证据";
    evidence_changed: "Evidence changed", "证据有变";
    own_target: "Own target", "自设目标";
    area_gone: "not in the checklist", "不在清单中";

    // The trend
    trend: "Level and progress", "等级与进度";
    level_row: "level", "等级";
    next_row: "to next", "升级进度";
    coverage: "Coverage", "覆盖率";
    evidenced_column: "Evid.", "有证据";
    possible_column: "Poss.", "可达";
    next_column: "To next", "升级进度";
    ready_column: "Deliv.", "交付物";
    in_future: "in the future", "未来日期";
    no_metrics: "No metric has data.", "所有指标均无数据。";
}

sentences! {
    from_to(old, new): "{old} → {new}", "{old} → {new}";
    level_from_to(old, new): "Level {old} → {new}", "等级 {old} → {new}";
    level_same(level): "Level {level}, as before", "等级 {level}，未变";
    step(cause, from, to): "{cause}: level {from} → {to}", "{cause}：{from} 级 → {to} 级";
    by_the_old_still(version, level): "By the old checklist ({version}) it would still be level {level}.",
        "按旧清单（{version}）仍为 {level} 级。";
    by_the_old(version, level): "By the old checklist ({version}) it would be level {level}.", "按旧清单（{version}）应为 {level} 级。";
    new_in(version): "new in {version}", "{version} 新增";
    retired_in(version): "retired in {version}", "{version} 中已移除";
    moved(from, to): "moved from level {from} to {to}", "由 {from} 级移至 {to} 级";
    renamed(id): "was `{id}`", "原为 `{id}`";
    progress(old, new): "progress {old} → {new}", "进度 {old} → {new}";
    heading(what, count): "{what}: {count}", "{what}：{count}";
    not_as_answered(date, then, now): "The answers of {date} were given to version {then}, which is not to be found as it was: they are scored by {now}.",
        "{date} 的评估按 {then} 版作答，但找不到该版本的原清单：改按 {now} 版计分。";
    history_of(team, count): "{team} · assessments: {count}", "{team} · 评估：{count} 份";
    days(count): "{count} days", "{count} 天";
}

notices! {
    different_checklists(old, new): "the two answer different checklists: `{old}` and `{new}`", "两份评估使用不同的清单：`{old}` 与 `{new}`";
    different_checklists_hint(): "`--force` compares what they share", "用 `--force` 比较两者共有的条目";
    none_before(team, date): "team `{team}` has no assessment before {date} to compare with", "团队 `{team}` 在 {date} 之前没有可比较的评估";
    none_before_hint(): "name both: `opsladder diff OLD NEW`", "请指明两份评估：`opsladder diff OLD NEW`";
    none_before_dates(dates): "there are {dates}; name both: `opsladder diff OLD NEW`", "现有：{dates}；请指明两份评估：`opsladder diff OLD NEW`";
    stdin_twice(): "standard input can be read only once", "标准输入只能读取一次";
    stdin_twice_hint(): "name a file or a team for one of the two", "请将其中一个改为文件或团队";
    same_day(team, date, paths): "team `{team}` has several assessments of {date}: {paths}", "团队 `{team}` 在 {date} 有多份评估：{paths}";
    history_of_a_team(target): "`{target}` names one assessment, and a history is of a team", "`{target}` 指的是一份评估，而历史针对的是团队";
    history_of_a_team_hint(): "name the team alone: `opsladder history TEAM`", "请只写团队名：`opsladder history TEAM`";
}
