//! Reports: what only the printed and shared forms say, and how they are asked for.

use super::{notices, phrases, sentences};

phrases! {
    scorecard: "Operational-maturity scorecard", "运维成熟度成绩单";
    contents: "Contents", "目录";
    skip: "Skip to the scorecard", "跳到成绩单正文";
}

sentences! {
    titled(what, team, date): "{what}: {team}, {date}", "{what}：{team}，{date}";
    not_opened(why, place): "{why}; written to {place}", "{why}；报告已写入 {place}";
    page_of(page, pages): "Page {page} of {pages}", "第 {page} 页，共 {pages} 页";
}

notices! {
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
