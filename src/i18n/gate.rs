//! The gate of `check`: what was wanted, and what failed.

use super::{notices, phrases, sentences};

phrases! {
    ok: "ok", "通过";
    failed: "failed", "未通过";
    trouble: "not checked", "未检查";
    check_passed: "Operations check: passed", "运维成熟度检查：通过";
    check_failed: "Operations check: failed", "运维成熟度检查：未通过";
    check_trouble: "Operations check: trouble", "运维成熟度检查：出现问题";
    gate_target: "Target", "对象";
    what_failed: "What failed", "未通过的要求";
}

sentences! {
    level_wanted(level, wanted): "level {level}, {wanted} wanted", "{level} 级，要求 {wanted} 级";
    evidenced_wanted(level, wanted): "evidenced level {level}, {wanted} wanted", "仅计有效证据为 {level} 级，要求 {wanted} 级";
    blocked_by(items): "blocked by {items}", "受阻于：{items}";
    one_day_old(days, allowed): "{days} day old, {allowed} allowed", "已过 {days} 天，最多 {allowed} 天";
    days_old(days, allowed): "{days} days old, {allowed} allowed", "已过 {days} 天，最多 {allowed} 天";
    answered_wanted(answered, total, percent, wanted): "{answered} of {total} criteria answered ({percent}%), {wanted}% wanted",
        "共 {total} 项，已评 {answered} 项（{percent}%），要求 {wanted}%";
    level_fell(since, before, now): "level {before} → {now} since {since}", "自 {since} 起等级由 {before} 降为 {now}";
    slipped(since, items): "no longer met since {since}: {items}", "自 {since} 起不再满足：{items}";
}

notices! {
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
pub(crate) fn too_old(lang: super::Lang, days: u32, allowed: u32) -> String {
    if days == 1 { one_day_old(lang, days, allowed) } else { days_old(lang, days, allowed) }
}
