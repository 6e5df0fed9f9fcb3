//! What differs between two assessments: of one team in time, or of two teams.

use super::{notices, phrases, sentences};

phrases! {
    // What became of an item
    regressed: "Worse", "退化";
    no_longer_answered: "No longer answered", "不再评估";
    improved: "Better", "提升";
    newly_answered: "Newly answered", "新评估";
    waived: "Waived", "新豁免";
    waiver_lifted: "Waiver lifted", "取消豁免";
    changed: "Changed, neither better nor worse", "有变化，无优劣之分";
    the_checklist_changed: "The checklist changed", "清单有变化";
    beside: "Answer unchanged; notes or evidence changed", "结果未变，备注或证据有变";

    // The level
    cause_we: "Answers changed", "评估结果有变化";
    cause_waiver: "A waiver changed", "豁免有变化";
    level_possible: "If unanswered were yes", "若未评估项均为“是”";
    level_evidenced: "Evidenced", "仅计有效证据";
    level_unwaived: "Without waivers", "不计豁免";
    nothing: "Nothing changed.", "没有变化。";
    shared_only: "These are two different checklists: only what they share is compared.", "两份评估使用不同的清单：只比较两者共有的条目。";

    // What became of what is beside the answers
    findings_came: "New findings", "新发现的问题";
    findings_went: "Resolved", "已解决的问题";
    gaps_came: "Gaps opened", "新增差距";
    gaps_went: "Gaps closed", "已弥补的差距";
    now_reworded: "reworded", "措辞或要求有变";
    carried_to_confirm: "carried over, to confirm", "沿用，待确认";
    evidence_added: "Evidence added", "新增证据";
    evidence_removed: "Evidence removed", "移除证据";
    evidence_changed: "Evidence changed", "证据有变";
    target_of_team: "Own target", "自设目标";
    not_asked: "not asked", "未设此项";
    before: "Before", "之前";
    after: "After", "之后";
    backwards: "Later to earlier", "由后往前";

    // What it all comes to
    comparison: "What changed", "变化对照";
    skip_to_changes: "Skip to what changed", "跳到变化正文";
    criteria_counted: "criteria", "评估项";
    practices_counted: "practices", "实践";
    metrics_counted: "metrics crossed target", "指标跨越目标";
    metrics_of_teams: "metrics", "指标";
    findings_counted: "findings", "问题";
    as_before: "as before", "未变";
    why_apart: "Why the levels differ", "等级为何不同";
    what_changed: "What changed", "哪些有变化";
    then_and_now: "Then and now", "前后对照";
    a_beside_b: "A and B", "A 与 B 对照";
    what_became: "Change", "变化";
    stayed: "unchanged", "未变";
    higher: "higher", "上升";
    lower: "lower", "下降";
    moved: "moved", "有变化";
    differs: "differs", "不同";
    same_answer: "same answer", "结果未变";
    loops_short: "Loops", "循环";
    asked_now: "asked now", "新增此项";
    asked_no_more: "asked no more", "不再设此项";
    behind: "Slipped", "延误";
    due_lower: "due", "截止";
    owner_lower: "owner", "负责人";
    set_up: "Set up", "评估设置";
    besides: "Besides", "其他";
    folded_evidence: "evidence renewed", "证据更新";
    folded_drift: "metric drift", "指标小幅变动";
    folded_note: "notes reworded", "备注修改";
    folded_beside: "owners, dates and reasons", "负责人、日期或原因";
    folded_checklist: "reworded by the checklist", "清单措辞调整";
    all_shows: "--all shows each", "--all 逐项列出";
    kind_deliverable_missing: "deliverable missing", "交付物缺失";
    kind_practices_missing: "no practice behind it", "无实践支撑";
    kind_evidence_missing: "evidence missing", "缺少证据";
    kind_evidence_expired: "evidence expired", "证据已过期";
    kind_waiver_unexplained: "waived without a reason", "豁免未说明原因";
    kind_waiver_not_allowed: "waived where that is not allowed", "不允许豁免";
    kind_waiver_expired: "waiver expired", "豁免已过期";
    kind_unknown: "not in the checklist", "清单中没有";
    kind_checklist_changed: "checklist not found as answered", "找不到评估时的清单";
    note_then: "Note then", "原备注";
    evidence_then: "Evidence then", "原证据";
    answer_then: "Answer then", "原结果";
    question_then: "Question then", "原问题";
    not_scored: "not scored", "不计分";
    note_now: "Note now", "现备注";
    note_of_a: "Note of A", "A 的备注";
    note_of_b: "Note of B", "B 的备注";

    // Of two teams, of which neither comes before the other
    side_a: "Of A", "A 方";
    side_b: "Of B", "B 方";
    better_in_a: "Better in A", "A 较好";
    better_in_b: "Better in B", "B 较好";
    answered_in_a: "Answered in A alone", "仅 A 已评";
    answered_in_b: "Answered in B alone", "仅 B 已评";
    waived_in_a: "Waived in A alone", "仅 A 豁免";
    waived_in_b: "Waived in B alone", "仅 B 豁免";
    different: "Different, neither better nor worse", "不同，无优劣之分";
    checklists_differ: "The checklists differ", "清单不同";
    other_answers: "Other answers", "评估结果不同";
    other_waivers: "Other waivers", "豁免不同";
    other_checklist: "Another checklist", "清单不同";
    asked_by_a: "asked by A's checklist alone", "仅 A 的清单有此项";
    asked_by_b: "asked by B's checklist alone", "仅 B 的清单有此项";
    evidence_of_a: "Evidence of A alone", "仅 A 有的证据";
    evidence_of_b: "Evidence of B alone", "仅 B 有的证据";
    evidence_differs: "Evidence that differs", "不同的证据";
    findings_of_a: "Findings of A", "A 的问题";
    findings_of_b: "Findings of B", "B 的问题";
    gaps_of_a: "Gaps of A alone", "仅 A 有的差距";
    gaps_of_b: "Gaps of B alone", "仅 B 有的差距";
}

sentences! {
    level_from_to(old, new): "Level {old} → {new}", "等级 {old} → {new}";
    score_from_to(old, new): "Score {old} → {new}", "得分 {old} → {new}";
    score_same(score): "Score {score}, as before", "得分 {score}，未变";
    score_a_and_b(one, other): "Score of A {one}, of B {other}", "得分：A 方 {one}，B 方 {other}";
    level_same(level): "Level {level}, as before", "等级 {level}，未变";
    a_and_b(one, other): "A {one}, B {other}", "A 方 {one}，B 方 {other}";
    level_a_and_b(one, other): "Level of A {one}, of B {other}", "等级：A 方 {one}，B 方 {other}";
    why_moved(level): "Why it is level {level} now", "为何现在是 {level} 级";
    why_same(level): "Why it is still level {level}", "为何仍是 {level} 级";
    better_a_and_b(one, other): "better in A {one}, in B {other}", "A 方较好 {one}，B 方较好 {other}";
    more(count): "{count} more", "另有 {count} 项";
    more_moved(count): "{count} more moved within their level", "另有 {count} 个领域在同一等级内变动";
    days_later(days): "{days} d later", "推迟 {days} 天";
    days_late(days): "{days} d late", "逾期 {days} 天";
    called_in_a(id): "`{id}` in A", "A 方为 `{id}`";
    step(cause, from, to): "{cause}: level {from} → {to}", "{cause}：{from} 级 → {to} 级";
    by_the_old_still(version, level): "By the old checklist ({version}) it would still be level {level}.", "按旧清单（{version}）仍为 {level} 级。";
    by_the_old(version, level): "By the old checklist ({version}) it would be level {level}.", "按旧清单（{version}）应为 {level} 级。";
    by_which_way(by, way): "{by}, {way}", "{by}，{way}";
    new_in(version): "new in {version}", "{version} 新增";
    retired_in(version): "retired in {version}", "{version} 中已移除";
    moved_between(from, to): "moved from level {from} to {to}", "由 {from} 级移至 {to} 级";
    called_before(id): "was `{id}`", "原为 `{id}`";
    progress_by(change): "progress {change}", "进度 {change}";
    not_as_answered(date, then, now): "The answers of {date} were given to version {then}, which is not to be found as it was: they are scored by {now}.",
        "{date} 的评估按 {then} 版进行，但找不到该版本的原清单：改按 {now} 版计分。";
}

notices! {
    different_checklists(old, new): "the two answer different checklists: `{old}` and `{new}`", "两份评估使用不同的清单：`{old}` 与 `{new}`";
    different_checklists_hint(): "`--any` compares what they share", "用 `--any` 比较两者共有的条目";
    different_teams(old, new): "the two are of different teams: `{old}` and `{new}`", "两份评估属于不同的团队：`{old}` 与 `{new}`";
    different_teams_hint(): "`--any` puts them side by side, as A and B", "用 `--any` 将两者并列为 A 与 B";
    no_regression_of_two(): "`--fail-on-regression` holds a team to its own past, and these are two teams",
        "`--fail-on-regression` 用于同一团队前后对照，而这是两个团队";
    no_regression_of_two_hint(): "leave it out, or name two assessments of one team", "请去掉该选项，或指定同一团队的两份评估";
    none_before(team, date): "team `{team}` has no assessment before {date} to compare with", "团队 `{team}` 在 {date} 之前没有可比较的评估";
    none_before_hint(): "name both: `opsladder diff OLD NEW`", "请指明两份评估：`opsladder diff OLD NEW`";
    none_before_dates(dates): "there are {dates}; name both: `opsladder diff OLD NEW`", "现有：{dates}；请指明两份评估：`opsladder diff OLD NEW`";
    stdin_twice(): "standard input can be read only once", "标准输入只能读取一次";
    stdin_twice_hint(): "name a file or a team for one of the two", "请将其中一个改为文件或团队";
    several_of_day(team, date, paths): "team `{team}` has several assessments of {date}: {paths}", "团队 `{team}` 在 {date} 有多份评估：{paths}";
}
