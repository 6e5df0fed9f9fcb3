//! Every sentence of what happens to assessments over time: carried forward, migrated, held to a gate.

use super::{notices, phrases, sentences};

phrases! {
    // What became of items
    kept: "Kept", "保持不变";
    renamed: "Renamed", "已改名";
    reworded: "Reworded", "表述有变";
    reworded_confirm: "Reworded, to confirm", "表述有变，待确认";
    moved: "Level moved", "等级调整";
    new: "New", "新增";
    not_answered_before: "Not answered before", "此前未作答";
    retired: "Retired", "已移除";
    retired_kept: "Retired: the answers stay in the file, not scored", "已移除：作答保留在文件中，不计分";
    guidance_changed: "its guidance or requirement says something else", "评估要点或要求有变";
    evidence_now: "evidence is required now", "现要求提供证据";
    evidence_no_longer: "evidence is not required any more", "不再要求提供证据";
    waiver_now: "n/a is allowed now", "现允许豁免";
    waiver_no_longer: "n/a is not allowed any more", "不再允许豁免";
    no_difference: "All items are the same in both.", "两份清单的条目完全相同。";

    // The migration
    text_unknown: "The text that was answered is not at hand: only earlier ids can be followed, and what was reworded is not known. Confirm every answer.",
        "找不到作答时的清单原文：只能依据曾用标识对应条目，无法得知哪些表述有变。请逐项确认。";
    level_unknown: "unknown", "未知";
    not_written: "Nothing was written: this is a dry run.", "未写入任何文件：这是试运行。";

    // The gate
    ok: "ok", "通过";
    failed: "failed", "未通过";
    trouble: "not checked", "未检查";
    check_passed: "Operations check: passed", "运维成熟度检查：通过";
    check_failed: "Operations check: failed", "运维成熟度检查：未通过";
    check_trouble: "Operations check: trouble", "运维成熟度检查：出现问题";
    target: "Target", "对象";
    what_failed: "What failed", "未通过的要求";
}

sentences! {
    between(old, new): "{old} → {new}", "{old} → {new}";
    counted(what, count): "{what}: {count}", "{what}：{count}";
    level_change(old, new): "Level {old} → {new}", "等级 {old} → {new}";
    level_same(level): "Level {level}, before and after", "等级 {level}，前后不变";
    target_lowered(old, new): "The target level {old} is beyond the new checklist: lowered to {new}.", "目标等级 {old} 超出新清单的范围，已降为 {new}。";
    was(title): "was: {title}", "原为：{title}";
    same_day(date): "Answers of {date} itself cannot be shown as to confirm: look at the reworded ones again.",
        "{date} 当天的作答无法标为待确认：请重新核对表述有变的条目。";
    written_to(path): "Written to {path}", "已写入 {path}";
    would_write(path): "Would be written to {path}", "将写入 {path}";

    level_of(level, max): "level {level} of {max}", "{level} 级（共 {max} 级）";
    level_wanted(level, wanted): "level {level}, {wanted} wanted", "{level} 级，要求 {wanted} 级";
    evidenced_wanted(level, wanted): "evidenced level {level}, {wanted} wanted", "仅计有效证据为 {level} 级，要求 {wanted} 级";
    blocked_by(items): "blocked by {items}", "受阻于 {items}";
    and_more(items, count): "{items} and {count} more", "{items} 等，另有 {count} 项";
    one_day_old(days, allowed): "{days} day old, {allowed} allowed", "已过 {days} 天，最多 {allowed} 天";
    days_old(days, allowed): "{days} days old, {allowed} allowed", "已过 {days} 天，最多 {allowed} 天";
    answered_wanted(answered, total, percent, wanted): "{answered} of {total} criteria answered ({percent}%), {wanted}% wanted",
        "{total} 项标准已作答 {answered} 项（{percent}%），要求 {wanted}%";
    level_fell(since, before, now): "level {before} → {now} since {since}", "自 {since} 起等级由 {before} 降为 {now}";
    slipped(since, items): "no longer met since {since}: {items}", "自 {since} 起不再满足：{items}";
}

notices! {
    carried_over(date, count): "answers carried over from {date}, to confirm: {count}", "从 {date} 沿用的作答，待确认：{count}";
    carried_changed(id, version): "the checklist `{id}` has changed since these answers were given (version {version} then)",
        "给出这些作答之后，清单 `{id}` 已有变化（当时版本为 {version}）";
    carried_changed_hint(target): "to go on by the present version, delete this file and run `opsladder migrate {target}`",
        "若要按当前版本继续，请删除此文件并运行 `opsladder migrate {target}`";
    other_team(named, team): "the answers are of team `{team}`, not of `{named}`: a team does not go on from another's answers",
        "这些作答属于团队 `{team}`，而非 `{named}`：不能沿用其他团队的作答";
    other_team_hint(named): "leave `--from` out to start `{named}` anew", "若要为 `{named}` 新建评估，请去掉 `--from`";
    not_later(date, old): "the new assessment would be of {date}, and goes on from one of {old}: it has to be of a later day",
        "新评估的日期为 {date}，而所沿用的评估日期为 {old}：新评估必须晚于它";
    not_later_hint(): "name a later day with `--date`", "请用 `--date` 指定更晚的日期";

    same_already(target, id, version): "{target} answers `{id}` {version} as it is now: there is nothing to migrate",
        "{target} 所用的已是当前的 `{id}` {version}：无需迁移";
    migrated_before(date, old): "the migrated assessment would be of {date}, before the old one of {old}", "迁移后的评估日期为 {date}，早于原评估的 {old}";
    migrated_before_hint(): "name a day that is not earlier with `--date`", "请用 `--date` 指定不早于它的日期";
    migrated_same(path): "the migrated assessment would take the place of the old one, {path}, which is never altered",
        "迁移后的评估将占用原评估的文件 {path}，而原文件从不改动";
    migrated_exists(path): "{path} is there already: nothing was written", "{path} 已存在：未写入任何文件";
    migrated_place_hint(): "name another day with `--date`, or a file with `-o FILE`", "请用 `--date` 另选日期，或用 `-o FILE` 指定文件";
    migrated_exists_hint(): "name another file with `-o FILE`", "请用 `-o FILE` 另选文件";
    migrated_nowhere(target): "{target} is not kept in the store: it is not known where the migrated assessment goes",
        "{target} 不在评估库中：不知道迁移后的评估应存放何处";
    migrated_nowhere_hint(): "name the new file with `-o FILE`, or look first with `--dry-run`", "请用 `-o FILE` 指定新文件，或先用 `--dry-run` 查看";
    migrated_stdout(): "a migrated assessment is written to a file, not to standard output", "迁移后的评估写入文件，不写到标准输出";

    bad_level(level, id, max): "level {level} cannot be reached: the levels of `{id}` are 1 to {max}", "无法达到 {level} 级：`{id}` 的等级为 1 至 {max}";
    bad_level_hint(max): "say `--min-level` with a level from 1 to {max}", "请将 `--min-level` 设为 1 至 {max}";
    baseline_team(own, other): "`--no-regression-from` names an assessment of team `{other}`, this one is of `{own}`",
        "`--no-regression-from` 指向团队 `{other}` 的评估，而此评估属于 `{own}`";
    baseline_checklist(own, other): "`--no-regression-from` names an assessment by the checklist `{other}`, this one is by `{own}`",
        "`--no-regression-from` 指向按清单 `{other}` 所做的评估，而此评估使用 `{own}`";
    baseline_hint(): "name an earlier assessment of the same team, such as TEAM~1", "请指定同一团队更早的评估，例如 TEAM~1";
    evidenced_alone(): "`--evidenced` says how `--min-level` is held, and there is none", "`--evidenced` 用于限定 `--min-level`，但未给出该选项";
    evidenced_alone_hint(): "add `--min-level N`", "请加上 `--min-level N`";
}

/// How old an assessment is, in days, and how old it may be.
pub fn too_old(lang: crate::i18n::Lang, days: u32, allowed: u32) -> String {
    if days == 1 { one_day_old(lang, days, allowed) } else { days_old(lang, days, allowed) }
}
