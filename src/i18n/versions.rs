//! One text of a checklist and the next: what became of its items, and assessments that migrate.

use super::{notices, phrases, sentences};

phrases! {
    kept: "Kept", "保持不变";
    group_renamed: "Renamed", "已改名";
    group_reworded: "Reworded", "表述有变";
    reworded_confirm: "Reworded, to confirm", "表述有变，待确认";
    group_moved: "Level moved", "等级调整";
    group_other: "Another question under the same id, or a part of it", "同一标识下换了问题，或只是原问题的一部分";
    stands_beside: "Answered to another question, not scored until taken over in the walk", "结果针对另一个问题，在交互评估中采用之前不计分";
    not_recognised: "Not to be recognised without that text, not scored until taken over in the walk", "没有原文无法认定是同一问题，在交互评估中采用之前不计分";
    why_split: "was split", "已拆分";
    why_merged: "several became one, and were not answered alike", "多项合并为一项，且原结果不一致";
    why_unknown: "what was asked is not known", "不知道原问题是什么";
    group_new: "New", "新增";
    not_answered_before: "Not answered before", "此前未评估";
    group_retired: "Retired", "已移除";
    retired_kept: "Retired: the answers stay in the file, not scored", "已移除：评估结果保留在文件中，不计分";
    guidance_changed: "its guidance or requirement says something else", "评估要点或要求有变";
    evidence_now: "evidence is required now", "现要求提供证据";
    evidence_no_longer: "evidence is not required any more", "不再要求提供证据";
    waiver_now: "n/a is allowed now", "现允许豁免";
    waiver_no_longer: "n/a is not allowed any more", "不再允许豁免";
    no_difference: "All items are the same in both.", "两份清单的条目完全相同。";
    text_unknown: "The text that was answered is not at hand: only earlier ids can be followed, and what was reworded is not known. Put that text into checklists/ in the store and migrate again, or look at every answer.",
        "找不到评估时的清单原文：只能依据曾用标识对应条目，无法得知哪些表述有变。请将原文放入评估库的 checklists/ 后重新迁移，或逐项核对。";
    not_written: "Nothing was written: this is a dry run.", "未写入任何文件：这是试运行。";
}

sentences! {
    target_lowered(old, new): "The target level {old} is beyond the new checklist: lowered to {new}.", "目标等级 {old} 超出新清单的范围，已降为 {new}。";
    not_answered_more(count): "{count} more that were not answered", "另有 {count} 项未曾评估";
    dry_run_lists(count): "{count} more; `--dry-run` lists all", "另有 {count} 项；`--dry-run` 列出全部";
    was(title): "was: {title}", "原为：{title}";
    same_day_confirm(date): "Answers of {date} itself cannot be shown as to confirm: look at the reworded ones again.",
        "{date} 当天的结果无法标为待确认：请重新核对表述有变的条目。";
    migrated_to(path): "Written to {path}", "已写入 {path}";
    would_write(path): "Would be written to {path}", "将写入 {path}";
}

notices! {
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
}
