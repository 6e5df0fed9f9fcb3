//! Checklists and their texts: where they are from, and what lint says of them.

use super::{notices, phrases, sentences};

phrases! {
    checklist: "Checklist", "清单";
    file: "File", "文件";
    version: "Version", "版本";
    title: "Title", "标题";
    from: "From", "来源";
    built_in: "built in", "内置";
    shadowed: "an older text: new assessments take another", "旧版本：新评估使用另一版本";
    digest: "Checklist digest", "清单摘要值";
}

sentences! {
    made_with(title, id, version): "{title} ({id} {version})", "{title}（{id} {version}）";
    lint_ok(file, id, version, counts): "{file}: ok ({id} {version}: {counts})", "{file}：通过（{id} {version}：{counts}）";
    lint_doubtful(file, id, version, count): "{file}: ok, warnings: {count} ({id} {version})", "{file}：通过，警告 {count} 条（{id} {version}）";
    lint_strict(file, id, version, count): "{file}: warnings: {count}, and `--strict` allows none ({id} {version})",
        "{file}：警告 {count} 条，`--strict` 不允许有警告（{id} {version}）";
    lint_more(count, name): "{count} more of `{name}`; `--format json` has all of them", "另有 {count} 条 `{name}`；`--format json` 会全部列出";
    lint_counts(levels, criteria, practices, deliverables, metrics, loops): "levels {levels}, criteria {criteria}, practices {practices}, deliverables {deliverables}, metrics {metrics}, loops {loops}",
        "等级 {levels}，评估项 {criteria}，实践 {practices}，交付物 {deliverables}，指标 {metrics}，改进循环 {loops}";
}

notices! {
    lone_criterion(level): "level {level} has one criterion alone: one answer decides it", "{level} 级只有一个评估项，一个结果就决定了整个等级";
    lone_criterion_hint(): "add what else is true of that level, or join it with the one beside it", "请补充该等级的其他评估项，或与相邻等级合并";
    unexplained(): "the criterion says neither what is meant nor what to do where it is not met", "此评估项既没有说明含义，也没有写改进办法";
    without_guidance(): "the criterion does not say what is meant", "此评估项没有说明含义";
    without_remedy(): "the criterion does not say what to do where it is not met", "此评估项没有写改进办法";
    unexplained_hint(keys): "add {keys}", "请补上 {keys}";
    half_translated(tag): "the text is not in `{tag}`, and others are", "此文本没有 `{tag}`，而其他文本有";
    half_translated_hint(): "write `{{ en = \"…\", zh = \"…\" }}`", "请写成 `{{ en = \"…\", zh = \"…\" }}`";
    unused(id, table): "nothing leads to `{id}` of [[{table}]]", "没有任何条目用到 [[{table}]] 中的 `{id}`";
    unused_hint(): "name it where it belongs, or take it out", "请在相应条目中引用，或将其删除";
    linked_twice(id, line): "`{id}` stands in this list already, in line {line}", "`{id}` 已在此列表中出现，见第 {line} 行";
    linked_twice_hint(): "take one of them out", "请删去其中一个";
    better_against_target(): "`better` and `target` contradict each other", "`better` 与 `target` 互相矛盾";
    better_against_target_hint(): "`higher` goes with `above`, `lower` with `below`", "`higher` 对应 `above`，`lower` 对应 `below`";
    titles_alike(line): "the title says nearly the same as the one in line {line}", "标题与第 {line} 行的标题几乎相同";
    titles_alike_hint(): "say what sets them apart, or make one item of them", "请写明两者的区别，或合并成一项";
    unreadable_id(id): "`{id}` says nothing to people, and no `code` stands in for it", "`{id}` 无从辨认，也没有 `code` 可以代替";
    unreadable_id_hint(): "add its published number, such as `code = \"V1.2.3\"`", "请加上公开的编号，例如 `code = \"V1.2.3\"`";
    newer_text(id, version, newer): "answered by `{id}` {version}, and read by that; {newer} is there too",
        "按 `{id}` {version} 评估，并按该版本读取；现已有 {newer}";
    newer_text_hint(target): "`opsladder migrate {target}` goes on by the newer one", "`opsladder migrate {target}` 可改用新版本继续";
    no_item(id, checklist): "the checklist `{checklist}` has no item `{id}`", "清单 `{checklist}` 中没有条目 `{id}`";
    no_item_hint(checklist): "`opsladder checklist show {checklist}` lists every id; a loop's step is LOOP.STEP",
        "`opsladder checklist show {checklist}` 会列出所有标识；循环的步骤写作 LOOP.STEP";
}
