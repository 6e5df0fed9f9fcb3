//! What can go wrong, and what to do about it, as people read it.

use super::{notices, phrases, sentences};

phrases! {
    prefix: "error: ", "错误：";
    hint_prefix: "hint: ", "提示：";
    diagnostic_error: "error", "错误";
    diagnostic_warning: "warning", "警告";
    diagnostic_help: "help", "提示";
    whole_file: "the file", "文件顶层";
    built_in_checklists: "the built-in checklists", "内置清单";
}

sentences! {
    io(doing, path, source): "cannot {doing} {path}: {source}", "无法{doing} {path}：{source}";
    missing_key(key, place): "`{key}` is missing from {place}", "缺少 `{key}`（{place}）";
    unknown_key(key, place): "{place} has no key `{key}`", "未知的键 `{key}`（{place}）";
    wrong_type(key, wanted, found): "`{key}` has to be {wanted}, and is {found}", "`{key}` 应为{wanted}，实际是{found}";
    changed_on_disk_hint(problem): "put this right and save again: {problem}", "请先修正再保存：{problem}";
    no_checklist(id, places): "no checklist `{id}` in {places}", "在 {places} 中找不到清单 `{id}`";
}

notices! {
    bad_language_hint(tags): "`--lang` and OPSLADDER_LANG take one of {tags}", "`--lang` 和 OPSLADDER_LANG 可用：{tags}";
    day_hint(): "write it like 2026-11-23, or today, friday, or counted from today: +6w, -10d", "请写成 2026-11-23、今天、周五，或从今天算起的 +6w、-10d";

    // What a problem is in
    file_has_problems(path, line): "{path}, line {line}", "{path} 第 {line} 行";

    // The terminal
    terminal(source): "the terminal does not work: {source}", "终端无法使用：{source}";
    no_terminal(): "the interactive walk needs a terminal on standard input and output", "交互评估需要标准输入和标准输出都连接到终端";
    no_terminal_hint(): "use `opsladder assess --plain` for line-by-line questions, `opsladder score TARGET` for the result, `opsladder --help` for all commands",
        "可用 `opsladder assess --plain` 逐行评估，用 `opsladder score TARGET` 查看结果，用 `opsladder --help` 查看全部命令";
    rescued(path): "the answers could not be saved in their file; a copy is in {path}", "评估结果无法写入原文件；副本保存在 {path}";
    rescued_hint(): "once the cause is gone, move the copy over the file", "排除原因后，用该副本覆盖原文件即可";

    // The file system
    doing_read(): "read", "读取";
    doing_write(): "write", "写入";
    doing_create(): "create", "创建";
    doing_list(): "list", "列出";
    doing_lock(): "lock", "锁定";
    hint_permission(): "check who owns it and its permissions, or choose another place: `--store DIR`, for a report `-o FILE`",
        "请检查其属主和权限，或另选位置：评估库用 `--store DIR`，报告用 `-o FILE`";
    hint_read_only(): "the file system is read-only: choose another place: `--store DIR`, for a report `-o FILE`",
        "文件系统为只读，请另选位置：评估库用 `--store DIR`，报告用 `-o FILE`";
    hint_disk_full(): "free some space and try again", "请腾出空间后重试";
    hint_not_found(): "check the path and whether its directory is there; `opsladder list` shows what the store holds",
        "请检查路径及其目录是否存在；`opsladder list` 会列出评估库中的内容";
    hint_not_directory(): "there is a file where a directory is needed: choose another place: `--store DIR`, for a report `-o FILE`",
        "此处需要目录，却有一个文件，请另选位置：评估库用 `--store DIR`，报告用 `-o FILE`";
    hint_long_name(): "the file system takes no name as long as this: shorten it", "文件系统容不下这么长的名称，请缩短";
    hint_is_directory(): "name a file in it", "请指定其中的文件";

    not_a_window(key, text): "`{key}` is `{text}`, which is no length of time", "`{key}` 的值 `{text}` 不是时间长度";
    not_a_window_hint(): "write a whole number and h, d, w, mo or y for hours, days, weeks, months or years, like `30d` or `3mo`",
        "请写成整数加 h、d、w、mo 或 y（小时、天、周、月、年），例如 `30d` 或 `3mo`";

    // Ids and names
    id_empty(): "an id is empty", "标识为空";
    id_not_kebab(id): "`{id}` is not a kebab-case id", "`{id}` 不是 kebab-case 格式的标识";
    id_not_kebab_hint(): "use lower-case letters, digits and single hyphens, like `full-cicd`",
        "请使用小写字母、数字和单个连字符，例如 `full-cicd`";

    // TOML
    not_toml(problem): "this is not TOML: {problem}", "不符合 TOML 语法：{problem}";
    toml_unclosed(mark): "a `{mark}` is missing: what was opened is not closed", "缺少 `{mark}`，前面打开的内容没有闭合";
    toml_open(mark): "this `{mark}` is never closed", "此处的 `{mark}` 没有闭合";
    toml_unclosed_hint(mark): "add `{mark}` where it ends", "请在结尾处补上 `{mark}`";
    toml_wide(sign): "`{sign}` has no meaning in TOML", "TOML 不识别 `{sign}`";
    toml_wide_hint(sign): "write `{sign}`", "请改用半角的 `{sign}`";
    toml_colon(): "a `:` stands where `=` belongs", "此处应为 `=`，而不是 `:`";
    toml_equals_hint(): "write `key = value`", "写成 `键 = 值` 的形式";
    toml_missing_equals(): "a `=` is missing between the key and its value", "键与值之间缺少 `=`";
    toml_small_letters(word): "`{word}` is written in small letters", "`{word}` 须用小写";
    toml_key(): "a key is made of the letters a to z, digits, `-` and `_`", "键只能由英文字母、数字、`-` 和 `_` 组成";
    toml_key_hint(): "put another key into quotes; what follows a `#` is a remark", "其他字符的键须加引号；`#` 之后为注释";
    toml_zero(): "a number has no zero in front", "数字不能以 0 开头";
    toml_zero_hint(): "take the zero out; if it is a text, put it into quotes", "请去掉前面的 0；如为文本，请加引号";
    toml_extra(sign): "a `{sign}` too many", "多了一个 `{sign}`";
    toml_extra_hint(sign): "take the `{sign}` out", "请删去这个 `{sign}`";
    toml_deep(): "this lies too deep: no more than 80 lists and tables in each other can be read", "嵌套过深：最多只能读取 80 层的列表和表";
    toml_deep_hint(): "nothing here needs that: look for a bracket or a dot too many", "正常文件不会如此：请检查是否多了括号或点";
    toml_carriage_return(): "the lines end with carriage returns alone", "行尾只有回车符（CR）";
    toml_carriage_return_hint(): "save the file with LF or CRLF line ends", "请以 LF 或 CRLF 换行重新保存";
    toml_extended(): "this key has a value above, so that nothing can be put into it", "此键在前面已有值，不能再添加内容";
    toml_extended_hint(): "keep one of the two, or write all of it at once, like `title = {{ en = \"…\", zh = \"…\" }}`",
        "只保留其中一个，或一次写全，例如 `title = {{ en = \"…\", zh = \"…\" }}`";
    toml_backslash(): "in double quotes a backslash begins a special sign, and this is none", "双引号中的反斜杠表示转义，而此处不是有效的转义";
    toml_backslash_hint(): "write two of them, `\\\\`, or put the text into single quotes: '…'", "请写成 `\\\\`，或改用单引号：'…'";
    toml_control(): "the text holds an invisible control character", "文本中含有不可见的控制字符";
    toml_control_hint(): "take it out", "请将其删去";
    toml_missing_value(): "a key without a value", "键后面没有值";
    toml_missing_value_hint(): "write a value after `=`, or take the key out", "请在 `=` 后写上值，或删去此键";
    toml_hint(): "see https://toml.io for how TOML is written", "TOML 的写法见 https://toml.io";
    toml_quotes(): "a text needs quotes around it", "文本需要加引号";
    toml_quotes_hint(): "write it as \"…\"", "写成 \"…\" 的形式";
    toml_duplicate(): "this key stands here twice", "同一个键出现了两次";
    toml_duplicate_hint(): "keep one of them", "只保留其中一个";
    toml_end_of_line(): "something follows where the line should end", "行尾有多余的内容";
    toml_end_of_line_hint(): "one `key = value` a line; a remark starts with `#`", "每行一个 `键 = 值`；注释以 `#` 开头";
    toml_comma(): "a comma is missing", "缺少逗号";
    toml_comma_hint(): "put a `,` between one element and the next", "请在元素之间加上 `,`";
    toml_date(): "this is not a day of the calendar", "不是有效的日期";
    nul_byte(line): "line {line} holds a NUL byte: this is not a text file", "第 {line} 行含有 NUL 字节：这不是文本文件";
    not_utf8(path, offset, line): "{path} is not UTF-8 text: the first wrong byte is at offset {offset}, line {line}",
        "{path} 不是 UTF-8 文本：首个错误字节位于偏移 {offset}，第 {line} 行";
    too_large(path, most): "{path} is larger than {most} MiB, which is more than is read", "{path} 超过 {most} MiB，不予读取";
    too_large_hint(): "make several checklists of it, or look whether it is the right file", "请拆成几份清单，或检查文件是否选错";
    not_utf8_hint(): "save it as UTF-8", "请用 UTF-8 编码重新保存";

    // Types
    noun_string(): "a string", "字符串";
    noun_integer(): "a whole number", "整数";
    noun_number(): "a number", "数字";
    noun_fraction(): "a number with a fraction", "小数";
    noun_boolean(): "true or false", "布尔值（true 或 false）";
    noun_date(): "a date", "日期";
    noun_list(): "a list", "列表";
    noun_table(): "a table", "表";
    noun_text(): "a string or a table of languages", "字符串或按语言分列的表";
    noun_tables(): "a list of tables", "表的列表";
    write_like(example): "write it like {example}", "写成 {example} 的形式";
    wrong_type_evidence_hint(): "write `evidence = [{{ ref = \"…\" }}]`; `date`, `by` and `expires` are optional",
        "写成 `evidence = [{{ ref = \"…\" }}]`；`date`、`by`、`expires` 可选";
    wrong_type_tables_hint(key): "begin each one with a line `[[{key}]]`", "每一项以单独一行 `[[{key}]]` 开头";
    missing_key_hint(example): "add `{example}`", "请添加 `{example}`";
    missing_key_top_hint(example): "add `{example}` at the top, above the first line in brackets", "请在文件开头（第一个方括号行之前）添加 `{example}`";
    unknown_key_nearest(nearest, allowed): "did you mean `{nearest}`? The keys are {allowed}", "是否想写 `{nearest}`？可用的键：{allowed}";
    unknown_key_hint(allowed): "the keys are {allowed}", "可用的键：{allowed}";
    unknown_word(key, word): "`{key}` cannot be `{word}`", "`{key}` 不能是 `{word}`";
    unknown_word_nearest(nearest, allowed): "did you mean `{nearest}`? It is one of {allowed}", "是否想写 `{nearest}`？可选值：{allowed}";
    unknown_word_hint(allowed): "it is one of {allowed}", "可选值：{allowed}";
    empty_text(key): "`{key}` is empty", "`{key}` 为空";
    empty_text_hint(): "write something, or leave the key out where it is optional", "请填写内容；如为可选项，可删去此键";
    empty_list(key): "`{key}` has nothing in it", "`{key}` 中没有任何内容";
    empty_list_hint(example): "write `{example}` in its place", "请改写为 `{example}`";
    bad_tag(tag): "`{tag}` is not the tag of a language", "`{tag}` 不是语言标签";
    bad_tag_hint(): "write a tag such as `en`, `zh` or `zh-Hant`", "请写 `en`、`zh`、`zh-Hant` 之类的标签";
    text_without_language(key): "`{key}` has no language", "`{key}` 没有任何语言的文本";
    text_without_language_hint(): "write `{{ en = \"…\", zh = \"…\" }}`; one of them is enough", "写成 `{{ en = \"…\", zh = \"…\" }}`，至少要有一种";
    unknown_language(lang): "there is no language `{lang}` here", "不支持语言 `{lang}`";
    key_not_a_date(key, value): "`{key}` is not a date: `{value}`", "`{key}` 不是日期：`{value}`";
    date_hint(): "write the year, month and day, like 2026-11-23", "按年-月-日书写，例如 2026-11-23";
    not_finite(key, value): "`{key}` has to be a finite number, and is `{value}`", "`{key}` 必须是有限的数字，实际是 `{value}`";
    not_finite_hint(): "leave the key out where there is no number", "没有数值时请删去此键";
    out_of_range(key, value): "`{key}` cannot be {value}", "`{key}` 不能是 {value}";
    out_of_range_hint(least, most): "write a whole number from {least} to {most}", "请填 {least} 到 {most} 之间的整数";
    target_neither(key): "`{key}` says neither `above` nor `below`", "`{key}` 既没有 `above` 也没有 `below`";
    target_both(key): "`{key}` says both `above` and `below`", "`{key}` 同时写了 `above` 和 `below`";
    target_hint(): "write `{{ above = 99.9 }}` or `{{ below = 200 }}`", "写成 `{{ above = 99.9 }}` 或 `{{ below = 200 }}`";

    // Formats
    newer_format(format): "format {format} is newer than this opsladder, which reads format 1", "文件格式为 {format}，比当前 opsladder 支持的格式 1 更新";
    newer_format_hint(): "update opsladder", "请升级 opsladder";
    no_such_format(format): "there is no format {format}", "没有格式 {format}";
    no_such_format_hint(): "write `format = 1`", "写成 `format = 1`";

    // Checklists
    bad_version(version): "`{version}` is not a version", "`{version}` 不是有效的版本号";
    bad_version_hint(): "write three numbers, like \"1.0.0\" (semver.org)", "写成三段数字，例如 \"1.0.0\"（见 semver.org）";
    duplicate_id(id, line): "the id `{id}` is taken already, in line {line}", "标识 `{id}` 已在第 {line} 行使用";
    duplicate_id_hint(): "choose another id", "请换一个标识";
    formerly_hint(id): "take it out; where an edition alone called it so, write `{{ version = \"<2.0.0\", ids = [\"{id}\"] }}`",
        "请删去；如仅某些版本用过此标识，请写 `{{ version = \"<2.0.0\", ids = [\"{id}\"] }}`";
    dead_link(id, table): "`{id}` is not in [[{table}]]", "[[{table}]] 中没有 `{id}`";
    dead_link_hint(table, id): "add a [[{table}]] with `id = \"{id}\"`, or take the link out", "请添加 `id = \"{id}\"` 的 [[{table}]]，或删去该引用";
    level_order(expected): "level {expected} is expected here", "此处应为 {expected} 级";
    level_order_hint(): "levels count 1, 2, 3 … without a gap", "等级从 1 开始依次递增，不能间断";
    level_out_of_range(max): "there is no such level: the highest is {max}", "没有这个等级：最高为 {max} 级";
    level_out_of_range_hint(max): "write a level from 1 to {max}, or add a [[levels]]", "请填 1 到 {max}，或增加一个 [[levels]]";
    level_is_one_hint(): "write `level = 1`, or add a [[levels]]", "请写 `level = 1`，或增加一个 [[levels]]";
    level_without_criteria(level): "level {level} has no criteria, so nobody could ever achieve it", "{level} 级没有任何评估项，因此无法达成";
    level_without_criteria_hint(level): "add a [[criteria]] with `level = {level}`, or take the level out",
        "请添加 `level = {level}` 的 [[criteria]]，或删去该等级";

    circle(id): "this leads back to `{id}`", "此处的引用又指回 `{id}`，形成环路";
    circle_hint(): "take one of the links of the circle out", "请删去环路中的一个引用";
    too_deep(): "areas lie too deep in each other", "领域嵌套过深";
    too_deep_hint(most): "at most {most} lie in each other", "最多嵌套 {most} 层";
    scheme_without_place(name): "the address of `{name}` has no place for the number", "`{name}` 的地址中没有编号的位置";
    scheme_hint(): "write `{{id}}` where the number goes", "请在编号处写 `{{id}}`";
    reference_incomplete(): "this reference leads nowhere", "此引用没有指向任何内容";
    reference_hint(): "write `{{ scheme = \"CWE\", id = \"79\" }}` or `{{ title = \"…\", url = \"https://…\" }}`",
        "写成 `{{ scheme = \"CWE\", id = \"79\" }}` 或 `{{ title = \"…\", url = \"https://…\" }}`";
    probe_looks_twice(): "a probe looks for `matches` or for `key`, not for both", "探测项只能在 `matches` 和 `key` 中选用一个";
    probe_looks_twice_hint(): "make two probes of it", "请拆成两个探测项";
    bad_editions(text): "`{text}` does not say which versions", "`{text}` 不是有效的版本范围";
    bad_editions_hint(): "write it like \"<5.0.0\" or \"4.0.3\"", "写成 \"<5.0.0\" 或 \"4.0.3\" 的形式";
    letter_hint(): "write one letter; digits count the options by themselves", "请写一个字母；数字会自动对应选项的次序";
    credit_hint(): "write a number from 0 to 1", "请填 0 到 1 之间的数";
    no_such_option(option, scale): "`{option}` is no answer of the scale `{scale}`", "量表 `{scale}` 中没有选项 `{option}`";
    no_such_option_hint(known): "the answers are {known}", "可用的选项：{known}";
    scale_built_in(): "the scale `default` is built in", "量表 `default` 为内置";
    scale_size(): "a scale has two to nine options", "一个量表须有 2 到 9 个选项";
    scale_size_hint(): "write two to nine, from best to worst", "请列出 2 到 9 个，从好到差排列";
    scale_order(): "this option counts more than the one before it", "此选项的得分高于前一个";
    scale_order_hint(): "put the options in order, the best one first", "请将选项从好到差排列";
    scale_never_met(): "no option of the scale meets an item", "此量表没有任何选项算作达标";
    scale_never_met_hint(): "write `met = true` in the options that are good enough", "请在足够好的选项中写 `met = true`";
    scale_na(): "`na` is an answer of every scale", "`na` 是所有量表都有的选项";
    scale_same_key(): "another option has this letter", "另一个选项已使用此字母";
    scale_same_key_hint(): "choose another letter, or none", "请换一个字母，或不指定";

    // Assessment files
    target_level_too_high(level, checklist, max): "there is no level {level}: the highest of `{checklist}` is {max}",
        "没有 {level} 级：`{checklist}` 最高为 {max} 级";
    area_target_hint(max): "write a level from 1 to {max}, or take the area out", "请填 1 到 {max}，或删去该领域";
    target_level_hint(max): "write a level from 1 to {max}, or take `target_level` out", "请填 1 到 {max}，或删去 `target_level`";
    file_exists(path): "{path} is there already", "{path} 已存在";
    file_exists_hint(): "open it with `opsladder assess`, or choose another date with `--date`", "用 `opsladder assess` 打开它，或用 `--date` 另选日期";
    stdin_not_saved(): "an assessment from standard input cannot be saved", "从标准输入读取的评估无法保存";
    stdin_not_saved_hint(): "name a file or a team instead of `-`", "请用文件或团队名代替 `-`";
    locked_by(path, program): "{path} is locked by another program: {program}", "{path} 已被其他程序锁定：{program}";
    locked_somehow(path): "{path} is locked by another program", "{path} 已被其他程序锁定";
    locked_hint(): "end that program, or wait until it is done", "请结束该程序，或等待其完成";
    changed_on_disk(path): "{path} was changed by another program and cannot be read now: nothing was saved", "{path} 已被其他程序修改且目前无法读取：未保存任何内容";
    not_editable(path): "{path} is laid out in a way that cannot be edited safely: nothing was saved", "{path} 的书写方式无法安全地修改：未保存任何内容";
    not_editable_hint(key): "write the answer to `{key}` under a table line of its own, such as `[{key}]`", "请把 `{key}` 的评估结果写在单独的表头之下，例如 `[{key}]`";

    // Team names
    name_empty(): "a team needs a name", "团队名称不能为空";
    name_without_letters(name): "the team name `{name}` has no letter or digit", "团队名称 `{name}` 不含任何字母、汉字或数字";
    name_starts_badly(name, start): "the team name `{name}` starts with `{start}`", "团队名称 `{name}` 以 `{start}` 开头";
    name_has_dots(name): "the team name `{name}` holds `..`", "团队名称 `{name}` 含有 `..`";
    name_has_control(name): "the team name `{name}` holds an invisible control character", "团队名称 `{name}` 含有不可见的控制字符";
    name_too_long(length): "the team name has {length} characters: at most 100 are allowed", "团队名称有 {length} 个字符，最多 100 个";
    name_reserved(name): "the store keeps its checklists under `{name}`", "评估库用 `{name}` 存放清单";
    name_taken(name, other, path): "`{name}` would be kept in {path}, where team `{other}` is already", "`{name}` 将存放在 {path}，而该目录已属于团队 `{other}`";
    name_differs_by_case(name, other): "`{name}` differs from team `{other}` by case alone: the two are one team",
        "`{name}` 与团队 `{other}` 仅大小写不同：两者视为同一团队";
    name_hint(): "choose another name", "请换一个名称";

    // Targets and the store
    no_store(): "there is no place for assessments: no home directory is known", "找不到存放评估的位置：无法确定主目录";
    no_store_hint(): "name one with `--store DIR`", "请用 `--store DIR` 指定";
    no_team(name): "there is no team `{name}`", "没有团队 `{name}`";
    did_you_mean(nearest): "did you mean `{nearest}`?", "是否想写 `{nearest}`？";
    no_team_hint(teams): "the store has {teams}", "评估库中有：{teams}";
    no_team_empty(root): "the store at {root} is empty: begin with `opsladder new TEAM`", "评估库 {root} 为空：请先运行 `opsladder new TEAM`";
    not_that_many(team, count): "team `{team}` has no assessment that far back: there are {count}", "团队 `{team}` 没有那么早的评估：一共 {count} 份";
    none_by_day(team, date): "team `{team}` has no assessment on or before {date}", "团队 `{team}` 在 {date} 及之前没有评估";
    dates_hint(dates): "there are {dates}", "现有：{dates}";
    not_a_date(date): "`{date}` is not a date", "`{date}` 不是日期";
    no_such_model(team, checklist): "team `{team}` has no assessment by the checklist `{checklist}`", "团队 `{team}` 没有按清单 `{checklist}` 做过评估";
    several_models(team, date): "team `{team}` has newest assessments by several checklists, all of {date}: say which one is meant",
        "团队 `{team}` 最新的评估（{date}）涉及多份清单：请指明是哪一份";
    models_hint(targets): "write one of {targets}", "可写成：{targets}";
    not_a_date_hint(): "write it as TEAM@2026-11-23", "写成 TEAM@2026-11-23 的形式";

    // Looking up checklists
    no_checklist_hint(known): "put its file into one of these places; known are {known}", "请把它的文件放入上述位置之一；现有：{known}";
    no_checklist_broken(path): "{path} cannot be read and may be it: try `opsladder checklist lint`",
        "{path} 无法读取，可能正是它：请用 `opsladder checklist lint` 检查";
}

/// A file that another program keeps locked; with the program, where it is known.
pub(crate) fn locked(path: &str, holder: Option<&str>) -> super::Text {
    holder.map_or_else(|| locked_somehow(path), |program| locked_by(path, program))
}
