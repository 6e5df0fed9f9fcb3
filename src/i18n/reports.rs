//! Reports: what only the printed and shared forms say, and how they are asked for.

use super::{notices, phrases, sentences};

phrases! {
    scorecard: "Operational-maturity scorecard", "运维成熟度评分卡";
    contents: "Contents", "目录";
    how_computed: "How the level was computed", "等级如何得出";
    level_as_given: "as answered", "按评估结果";
    about: "About this assessment", "关于本次评估";
    what_for: "In short", "简介";
    evidence_with_age: "Evidence with its age", "证据及其时长";
    evidence_valid: "valid", "有效";
    evidence_blank: "refers to nothing", "未指向任何内容";
    no_level_yet: "No level achieved yet. Next: ", "尚未达到任何等级。下一步：";
    since_then: "What changed", "有何变化";
    nobody_yet: "nobody yet", "未指定";
    no_day_yet: "no date yet", "未定";
    late: "LATE", "已逾期";
    areas_by_level: "Areas by level", "各领域各等级";
    accepted_by: "Accepted by", "确认人";
    answered_by: "Answered by", "评估人";
    to_be_confirmed: "To confirm", "待确认";
    skip: "Skip to the scorecard", "跳到评分卡正文";
}

sentences! {
    level_from(level, day): "from {level} on {day}", "原为 {level} 级（{day}）";
    score_from(score, day): "from {score} on {day}", "原为 {score} 分（{day}）";
    level_since(day): "unchanged since {day}", "自 {day} 以来未变";
    reached_target(count): "metrics now on target: {count}", "新达标指标：{count}";
    missed_target(count): "metrics now off target: {count}", "新偏离目标指标：{count}";
    target_is(level): "target level {level}", "目标 {level} 级";
    evidence_shows(level): "Evidence shows level {level}", "有效证据仅支持 {level} 级";
    without_proof(count): ": {count} without valid evidence", "，{count} 项缺少有效证据";
    level_if_yes(level): "level {level} if all that is not answered were yes", "若未评估项均为“是”，则为 {level} 级";
    level_unwaived_is(level): "level {level} without waivers", "不计豁免为 {level} 级";
    changed_since(day): "What changed since {day}", "自 {day} 以来的变化";
    since(day): "Since {day}", "自 {day} 以来";
    more_under(count, section): "and {count} more, under “{section}” in the report", "另有 {count} 项，见报告“{section}”";
    answers_carried(count): "{count} (carried over)", "{count} 项（沿用）";
    titled(what, team, date): "{what}: {team}, {date}", "{what}：{team}，{date}";
    not_opened(why, place): "{why}; written to {place}", "{why}；报告已写入 {place}";
    page_of(page, pages): "Page {page} of {pages}", "第 {page} 页，共 {pages} 页";
}

notices! {
    no_summary(format): "`--summary` is a page, and {format} has none", "`--summary` 是一页文档，而 {format} 没有页面";
    no_summary_hint(): "ask for text, Markdown, HTML or JSON, or leave `--summary` out", "请改用文本、Markdown、HTML 或 JSON，或去掉 `--summary`";
    no_guidance(format): "`--guidance` is for people to read, and {format} is for programs", "`--guidance` 供人阅读，而 {format} 供程序使用";
    no_guidance_hint(): "ask for text, Markdown or HTML, or leave `--guidance` out: `checklist show` has the texts", "请改用文本、Markdown 或 HTML，或去掉 `--guidance`；各项说明见 `checklist show`";
    several_need_directory(count): "{count} reports do not fit into one output", "{count} 份报告无法写入同一个输出";
    several_need_directory_hint(): "name a directory with `-o DIR/`: each report becomes a file in it", "请用 `-o 目录/` 指定目录：每份报告各成一个文件";
    for_one_format(option, format): "`{option}` is for {format} only", "`{option}` 仅用于 {format}";
    for_one_format_hint(option, format, ending): "ask for {format} with `--format {ending}` or a file that ends in .{ending}, or leave `{option}` out",
        "请用 `--format {ending}` 或以 .{ending} 结尾的文件名选择 {format}，或去掉 `{option}`";
    report_written_to(place): "written to {place}", "报告已写入 {place}";
    no_browser(): "no browser was found", "未找到浏览器";
    browser_does_not_start(program, source): "BROWSER names `{program}`, which does not start: {source}", "BROWSER 指定的 `{program}` 无法启动：{source}";
    no_editor(): "no editor is named: set VISUAL or EDITOR", "未指定编辑器：请设置环境变量 VISUAL 或 EDITOR";
    editor_quotes(name, value): "{name} is `{value}`, where a quote is not closed", "{name} 的值为 `{value}`，其中引号未闭合";
    not_opened_hint(): "open it on a machine that has a browser, or name a program with BROWSER", "请在有浏览器的机器上打开，或用环境变量 BROWSER 指定浏览器程序";
    open_needs_file(path): "`--open` opens a file, and `{path}` is none", "`--open` 只能打开文件，而 `{path}` 不是文件";
    open_needs_file_hint(): "leave `-o` out, or name a file that ends in .html", "请去掉 `-o`，或指定以 .html 结尾的文件";
    stdout_failed(source): "cannot write to standard output: {source}", "无法写入标准输出：{source}";
    stdin_failed(source): "cannot read standard input: {source}", "无法读取标准输入：{source}";
    output_is_toml(path): "{path} is, or is named like, an assessment or checklist file: it was not overwritten", "{path} 是评估文件或清单文件，或以其方式命名：未覆盖";
    output_is_toml_hint(): "choose another name for `-o`, such as report.txt", "请为 `-o` 另选文件名，例如 report.txt";
    no_temporary(place, why): "no temporary directory can be made in {place}: {why}", "无法在 {place} 中创建临时目录：{why}";
    no_temporary_hint(): "name a file with `-o FILE`, or another directory with TMPDIR", "请用 `-o 文件` 指定文件，或用环境变量 TMPDIR 另选目录";
}
