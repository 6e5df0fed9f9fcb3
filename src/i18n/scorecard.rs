//! Every sentence that only the shared forms of the scorecard say: badge, web page, Markdown; and how they are asked for.

use super::{notices, phrases, sentences};

phrases! {
    badge_label: "maturity", "成熟度";
    contents: "Contents", "目录";
    skip: "Skip to the scorecard", "跳到成绩单正文";
    lead: "The level", "当前等级";
    ladder: "Level ladder", "等级阶梯";
    radar: "Progress of areas and roles", "领域与角色的进度";
    number: "No.", "编号";
    share: "Done", "完成";
    mark: "Mark", "标记";
    kind: "Kind", "类别";
    an_area: "area", "领域";
    a_role: "role", "角色";
    the_plan: "The plan", "计划";
    over_time: "Over time", "历次变化";
    to_next: "To the next", "向下一级";
    answered_column: "Answered", "已答";
    digest: "Checklist digest", "清单摘要值";
}

sentences! {
    badge_to(level, percent, next): "level {level} · {percent} % to {next}", "{level} 级 · {next} 级完成 {percent}%";
    badge_of(level, max): "level {level} of {max}", "等级 {level}/{max}";
    titled(what, team, date): "{what}: {team}, {date}", "{what}：{team}，{date}";
    rung(title, percent, state): "{title}: {percent}, {state}", "{title}：{percent}，{state}";
    point(date, level, percent): "{date}: level {level}, {percent} to the next", "{date}：{level} 级，向下一级 {percent}";
    share_of(what, percent): "{what} {percent}", "{what} {percent}";
    made_with(title, id, version): "{title} ({id} {version})", "{title}（{id} {version}）";
    not_opened(why, place): "{why}; written to {place}", "{why}；报告已写入 {place}";
    page_of(page, pages): "Page {page} of {pages}", "第 {page} 页，共 {pages} 页";
}

notices! {
    several_need_directory(count): "{count} reports do not fit into one output", "{count} 份报告无法写入同一个输出";
    several_need_directory_hint(): "name a directory with `-o DIR/`: each report becomes a file in it", "请用 `-o 目录/` 指定目录：每份报告各成一个文件";
    for_one_format(option, format): "`{option}` is for {format} only", "`{option}` 仅用于 {format}";
    for_one_format_hint(option, format, ending): "ask for {format} with `--format {ending}` or a file that ends in .{ending}, or leave `{option}` out",
        "请用 `--format {ending}` 或以 .{ending} 结尾的文件名选择 {format}，或去掉 `{option}`";
    written_to(place): "written to {place}", "报告已写入 {place}";
    no_browser(): "no browser was found", "未找到浏览器";
    browser_does_not_start(program, source): "BROWSER names `{program}`, which does not start: {source}",
        "BROWSER 指定的 `{program}` 无法启动：{source}";
    not_opened_hint(): "open it on a machine that has a browser, or name a program with BROWSER",
        "请在有浏览器的机器上打开，或用环境变量 BROWSER 指定浏览器程序";
    open_needs_file(path): "`--open` opens a file, and `{path}` is none", "`--open` 只能打开文件，而 `{path}` 不是文件";
    open_needs_file_hint(): "leave `-o` out, or name a file that ends in .html", "请去掉 `-o`，或指定以 .html 结尾的文件";
}
