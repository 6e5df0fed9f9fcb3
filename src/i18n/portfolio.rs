//! Many teams on one sheet.

use super::{notices, phrases, sentences};

phrases! {
    portfolio: "Portfolio", "团队总览";
    skip_to_teams: "Skip to the teams", "跳到团队列表";
    teams_narrow: "Teams", "各团队";
    areas_narrow: "Areas", "各领域";
    number_column: "#", "#";
    change_column: "Moved", "变化";
    late_column: "Late", "逾期";
    first_blocker: "To close first", "优先解决";
    nothing_to_close: "highest level", "已达最高等级";
    teams_by_level: "Teams by level", "各等级团队数";
    since_before: "Since the one before", "较上次";
    to_look_at: "To look at", "需关注";
    shared_blockers: "What blocks most teams", "多数团队的共同阻碍";
    no_blockers: "No criterion blocks a next level.", "没有任何评估项阻碍升级。";
    criterion_column: "Criterion", "评估项";
    blocks_column: "Teams", "团队数";
    which_teams: "Which", "涉及团队";
    closed_by: "Practices that close it, and how many of them lack it", "可解决的实践及未落实的团队数";
    remedy_alone: "no practice: its remedy", "无对应实践：按改进办法";
    criteria_by_team: "Criteria by team", "评估项 × 团队";
    met_column: "Met", "已满足";
    findings_by_frequency: "Findings by frequency", "按出现频率排列的问题";
    finding_column: "Finding", "问题";
    times_column: "Times", "次数";
    key_stale: "! assessed 100 days ago or more", "! 距评估日已满 100 天";
    key_late: "late: due before the team's own assessment and not met then", "逾期：在该团队评估日之前到期、当时尚未满足的条目数";
    key_marks: "✓ met · ~ partial · ✗ not met · - n/a · ? not answered", "✓ 已满足 · ~ 部分满足 · ✗ 未满足 · - 不适用 · ? 未评估";
}

sentences! {
    teams_count(count): "teams: {count}", "{count} 个团队";
    on_level(level, count): "level {level}: {count}", "{level} 级：{count} 个";
    went_up(count): "{count} up", "{count} 个上升";
    went_down(count): "{count} down", "{count} 个下降";
    on_the_same(count): "{count} unchanged", "{count} 个不变";
    without_before(count): "{count} with nothing to compare", "{count} 个无可比记录";
    stale_teams(count, days): "{count} not assessed for {days} days", "{count} 个团队已满 {days} 天未评估";
    late_items(count, teams): "late items: {count}, teams: {teams}", "{teams} 个团队共 {count} 项逾期";
    less_by_evidence(count): "evidence shows a lower level in {count}", "{count} 个团队的证据只支持更低等级";
    group_of(name): "group {name}", "组别：{name}";
    more_of(count): "+{count} more", "另有 {count} 项";
    lacked_by(name, count): "{name} ({count})", "{name}（{count}）";
    not_shown(count): "{count} more, each of which blocks fewer teams", "另有 {count} 项，涉及的团队更少";
}

notices! {
    no_such_group(name): "no team has the group `{name}`", "没有任何团队属于组别 `{name}`";
    no_such_group_hint(groups): "there are {groups}", "现有组别：{groups}";
    no_groups_hint(): "write `group = \"…\"` into an assessment, or set it with S in the walk", "请在评估文件中写入 `group = \"…\"`，或在评估界面按 S 设置";
    all_need_directory(): "the reports of all teams do not fit into one file", "所有团队的报告无法写入同一个文件";
    nothing_by(date): "no team has an assessment of {date} or before", "{date} 及之前没有任何评估";

    nothing_by_hint(): "name a later day with `--at`", "请用 `--at` 指定更晚的日期";
    files_read(done, all): "{done} of {all}", "{done}/{all}";
}
