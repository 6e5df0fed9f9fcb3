//! Assessments: whose, of which day, by whom; begun, carried forward, final.

use super::{notices, phrases, sentences};

phrases! {
    status_draft: "draft", "草稿";
    status_final: "final", "定稿";
    team: "Team", "团队";
    date: "Date", "日期";
    status: "Status", "状态";
    profile: "Profile", "团队配置";
    profiles: "Profiles", "团队配置";
    group: "Group", "组别";
    assessors: "Assessors", "评估人";
}

sentences! {
    store(path): "Store: {path}", "评估库：{path}";
}

notices! {
    carried_over(date, count): "answers carried over from {date}, to confirm: {count}", "从 {date} 沿用的评估结果，待确认：{count}";
    carried_changed(id, version): "the checklist `{id}` has changed since these answers were given (version {version} then)",
        "得出这些评估结果之后，清单 `{id}` 已有变化（当时版本为 {version}）";
    carried_changed_hint(target): "to go on by the present version, delete this file and run `opsladder migrate {target}`",
        "若要按当前版本继续，请删除此文件并运行 `opsladder migrate {target}`";
    by_the_last_one(team, target): "team `{team}` answers several checklists; this is the one that it assessed last: {target}",
        "团队 `{team}` 使用多份清单；这里取最近一次评估所用的一份：{target}";
    by_others_hint(targets): "name the checklist to be sure; there is also {targets}", "写明清单即可指定；另有：{targets}";
    other_team(named, team): "the answers are of team `{team}`, not of `{named}`: a team does not go on from another's answers",
        "这些评估结果属于团队 `{team}`，而非 `{named}`：不能沿用其他团队的结果";
    other_team_hint(named): "leave `--from` out to start `{named}` anew", "若要为 `{named}` 新建评估，请去掉 `--from`";
    begins_too_early(date, old): "the new assessment would be of {date}, and goes on from one of {old}: it has to be of a later day",
        "新评估的日期为 {date}，而所沿用的评估日期为 {old}：新评估必须晚于它";
    begins_too_early_hint(): "name a later day with `--date`", "请用 `--date` 指定更晚的日期";
    no_profile(id, checklist): "the checklist `{checklist}` has no profile `{id}`", "清单 `{checklist}` 中没有团队配置 `{id}`";
    no_profile_hint(profiles): "the profiles are {profiles}", "可用的团队配置：{profiles}";
    no_profiles_hint(): "it has no profiles at all: leave `--profile` out", "该清单没有任何团队配置：请去掉 `--profile`";
    store_empty(root): "there is no assessment in {root} yet", "{root} 中还没有评估";
    store_empty_hint(): "begin with `opsladder new TEAM`, or with `opsladder` alone to be guided", "请运行 `opsladder new TEAM`，或直接运行 `opsladder` 按引导开始";
    several_teams(): "there are several teams: say which one to assess", "有多个团队：请指明要评估的团队";
    several_teams_hint(teams): "one of {teams}", "可选：{teams}";
    no_draft(team): "team `{team}` has no draft to go on with", "团队 `{team}` 没有可继续的草稿";
    no_draft_hint(): "`opsladder new TEAM` starts the next assessment; `opsladder assess TEAM` opens a final one, F or, line by line, `reopen` makes it a draft again",
        "用 `opsladder new TEAM` 开始下一次评估；`opsladder assess TEAM` 可打开已定稿的评估，按 F（逐行评估时输入“重新打开”）恢复为草稿";
    named_is_final(team, date): "the assessment of `{team}` of {date} is final and read-only", "`{team}` 在 {date} 的评估已定稿，只读";
    named_is_final_hint(): "F in `opsladder assess TARGET` or, line by line, `reopen` makes it a draft again; or write `status = \"draft\"` into its file",
        "在 `opsladder assess TARGET` 中按 F（逐行评估时输入“重新打开”）恢复为草稿，或在文件中写入 `status = \"draft\"`";
}
