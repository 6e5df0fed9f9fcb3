//! Every sentence of the commands: what they say beside their pages, and the questions asked line by line.

use super::{notices, phrases, sentences};

phrases! {
    // The questions, line by line
    plain_help: "Type the letter in brackets and press Enter; ? shows all there is to know of an item. Every answer is saved at once.",
        "输入方括号中的字母并按 Enter；? 显示该项的全部说明。每个答案都会立即保存。";
    prompt_answer: "[y]es [p]artial [n]o [a] n/a  [s]kip  [b]ack  [i] note  [q]uit > ",
        "[y] 是  [p] 部分  [n] 否  [a] 不适用  [s] 跳过  [b] 返回  [i] 备注  [q] 退出 > ";
    prompt_deliverable: "[y] in use and up to date  [p] draft or stale  [n] missing  [a] n/a  [s]kip  [b]ack  [i] note  [q]uit > ",
        "[y] 在用且为最新  [p] 草稿或已过时  [n] 缺失  [a] 不适用  [s] 跳过  [b] 返回  [i] 备注  [q] 退出 > ";
    prompt_number: "a number, or [s]kip  [b]ack  [i] note  [q]uit > ", "数值，或 [s] 跳过  [b] 返回  [i] 备注  [q] 退出 > ";
    prompt_note: "note (Enter keeps it as it is) > ", "备注（直接按 Enter 则不变）> ";
    prompt_reason: "why does it not apply? 1 to 5, Enter for none > ", "为什么不适用？1 至 5，直接按 Enter 则不说明 > ";
    prompt_go_on: "[y]es [n]o [b]ack [q]uit > ", "[y] 是  [n] 否  [b] 返回  [q] 退出 > ";
    allowed_answer: "answer y, p, n or a; or s, b, i, q, ?", "请输入 y、p、n 或 a，或 s、b、i、q、?";
    allowed_number: "type a number like 99.95; or s, b, i, q, ?", "请输入 99.95 这样的数值，或 s、b、i、q、?";
    allowed_reason: "type 1, 2, 3, 4 or 5, or press Enter", "请输入 1、2、3、4 或 5，或直接按 Enter";
    allowed_go_on: "answer y or n; or b, q", "请输入 y 或 n，或 b、q";
    word_skip: "skip", "跳过";
    word_back: "back", "返回";
    word_note: "note", "备注";
    word_quit: "quit", "退出";
    the_note: "the note", "备注";
    note_kept: "the note is unchanged", "备注未变";
    first_item: "this is the first item", "这已是第一项";
    nothing_open: "Everything is answered.", "已全部作答。";
    skipped: "skipped", "已跳过";
}

sentences! {
    position(at, of): "[{at} of {of}]", "[第 {at}/{of} 项]";
    doubtful_percent(typed): "{typed} per cent is beyond 0 to 100: type it once more if that is meant", "{typed}% 超出 0 至 100 的范围：如确认无误，请再输入一次";
    saved_answer(answer): "saved: {answer}", "已保存：{answer}";
    not_an_answer(word, allowed): "`{word}` is not an answer here: {allowed}", "`{word}` 在此无效：{allowed}";
    go_on(count, what): "Go on with what is not answered of: {what} ({count})?", "是否继续作答“{what}”中未作答的 {count} 项？";
    lint_ok(file, id, version, counts): "{file}: ok ({id} {version}: {counts})", "{file}：通过（{id} {version}：{counts}）";
    lint_counts(levels, criteria, practices, deliverables, metrics, loops):
        "levels {levels}, criteria {criteria}, practices {practices}, deliverables {deliverables}, metrics {metrics}, loops {loops}",
        "等级 {levels}，标准 {criteria}，实践 {practices}，交付物 {deliverables}，指标 {metrics}，改进循环 {loops}";
}

notices! {
    bad_language(word): "there is no language `{word}` here", "不支持语言 `{word}`";
    bad_language_hint(): "`--lang` and OPSLADDER_LANG take en or zh", "`--lang` 和 OPSLADDER_LANG 可用 en 或 zh";
    bad_date(text): "`{text}` is not a date", "`{text}` 不是日期";
    bad_date_hint(): "write it like 2026-11-23, or today, or counted from today: +6w, -10d", "请写成 2026-11-23、today，或从今天算起的 +6w、-10d";
    no_profile(id, checklist): "the checklist `{checklist}` has no profile `{id}`", "清单 `{checklist}` 中没有团队配置 `{id}`";
    no_profile_hint(profiles): "the profiles are {profiles}", "可用的团队配置：{profiles}";
    no_profiles_hint(): "it has no profiles at all: leave `--profile` out", "该清单没有任何团队配置：请去掉 `--profile`";
    no_such_level(level, checklist, max): "there is no level {level} to plan for: the levels of `{checklist}` are 1 to {max}",
        "没有可规划的 {level} 级：`{checklist}` 的等级为 1 至 {max}";
    no_such_level_hint(max): "say `--to` with a level from 1 to {max}, or leave it out for the next level",
        "请将 `--to` 设为 1 至 {max}，或省略以规划下一级";
    newer_text(id, version, newer): "answered by `{id}` {version}, and read by that; {newer} is there too", "按 `{id}` {version} 作答，并按该版本读取；现已有 {newer}";
    newer_text_hint(target): "`opsladder migrate {target}` goes on by the newer one", "`opsladder migrate {target}` 可改用新版本继续";
    no_item(id, checklist): "the checklist `{checklist}` has no item `{id}`", "清单 `{checklist}` 中没有条目 `{id}`";
    no_item_nearest(nearest): "did you mean `{nearest}`?", "是否想写 `{nearest}`？";
    no_item_hint(checklist): "`opsladder checklist show {checklist}` lists every id; a loop's step is LOOP.STEP",
        "`opsladder checklist show {checklist}` 会列出所有标识；循环的步骤写作 LOOP.STEP";
    store_empty(root): "there is no assessment in {root} yet", "{root} 中还没有评估";
    store_empty_hint(): "begin with `opsladder new TEAM`, or with `opsladder` alone to be guided", "请运行 `opsladder new TEAM`，或直接运行 `opsladder` 按引导开始";
    several_teams(): "there are several teams: say which one to assess", "有多个团队：请指明要评估的团队";
    several_teams_hint(teams): "one of {teams}", "可选：{teams}";
    no_draft(team): "team `{team}` has no draft to go on with", "团队 `{team}` 没有可继续的草稿";
    no_draft_hint(): "`opsladder new TEAM` starts the next assessment; `opsladder assess TEAM` opens a final one, F makes it a draft again",
        "用 `opsladder new TEAM` 开始下一次评估；`opsladder assess TEAM` 可打开已定稿的评估，按 F 恢复为草稿";
    is_final(team, date): "the assessment of `{team}` of {date} is final and read-only", "`{team}` 在 {date} 的评估已定稿，只读";
    is_final_hint(): "F in `opsladder assess TARGET` makes it a draft again, or write `status = \"draft\"` into its file",
        "在 `opsladder assess TARGET` 中按 F 恢复为草稿，或在文件中写入 `status = \"draft\"`";
    answers_in(path): "the answers are in {path}", "答案保存在 {path}";
    stdout_failed(source): "cannot write to standard output: {source}", "无法写入标准输出：{source}";
    stdin_failed(source): "cannot read standard input: {source}", "无法读取标准输入：{source}";
    output_is_toml(path): "{path} is, or is named like, an assessment or checklist file: it was not overwritten",
        "{path} 是评估文件或清单文件，或以其方式命名：未覆盖";
    output_is_toml_hint(): "choose another name for `-o`, such as report.txt", "请为 `-o` 另选文件名，例如 report.txt";
    no_temporary(place, why): "no temporary directory can be made in {place}: {why}", "无法在 {place} 中创建临时目录：{why}";
    no_temporary_hint(): "name a file with `-o FILE`, or another directory with TMPDIR", "请用 `-o 文件` 指定文件，或用环境变量 TMPDIR 另选目录";
}
