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
    lint_counts(levels, criteria, practices, deliverables, metrics, loops): "levels {levels}, criteria {criteria}, practices {practices}, deliverables {deliverables}, metrics {metrics}, loops {loops}",
        "等级 {levels}，评估项 {criteria}，实践 {practices}，交付物 {deliverables}，指标 {metrics}，改进循环 {loops}";
}

notices! {
    newer_text(id, version, newer): "answered by `{id}` {version}, and read by that; {newer} is there too",
        "按 `{id}` {version} 评估，并按该版本读取；现已有 {newer}";
    newer_text_hint(target): "`opsladder migrate {target}` goes on by the newer one", "`opsladder migrate {target}` 可改用新版本继续";
    no_item(id, checklist): "the checklist `{checklist}` has no item `{id}`", "清单 `{checklist}` 中没有条目 `{id}`";
    no_item_hint(checklist): "`opsladder checklist show {checklist}` lists every id; a loop's step is LOOP.STEP",
        "`opsladder checklist show {checklist}` 会列出所有标识；循环的步骤写作 LOOP.STEP";
}
