//! Importing checklists, and starting new ones.

use super::{notices, phrases, sentences};

phrases! {
    import_columns_title: "What goes where", "列与字段的对应";
    import_first_items: "First items", "前几项";
    import_changes: "Changes", "变更";
    import_skipped: "Skipped", "已跳过";
    import_unused: "Not used", "未使用";
    import_field: "Field", "字段";
    import_column: "Column", "列";
    import_added: "new", "新增";
    import_left_out: "taken out by hand, stays out", "已手动删除，不再加入";
    import_gone: "not in the source any more; stays until you take it out", "来源中已不存在；保留，可手动删除";
    import_no_changes: "Nothing has changed.", "没有变化。";
}

sentences! {
    import_line(n): "line {n}", "第 {n} 行";
    import_row(n): "row {n}", "第 {n} 行";
    import_nth(n): "item {n}", "第 {n} 项";
    import_counts(criteria, levels, areas, deliverables): "criteria {criteria}, levels {levels}, areas {areas}, deliverables {deliverables}",
        "评估项 {criteria}，等级 {levels}，领域 {areas}，交付物 {deliverables}";
    import_first_skipped(at, why): "the first one, {at}: {why}", "第一处（{at}）：{why}";
    import_same_title(at): "the same title stands in {at}", "标题重复（{at}）";
    import_same_code(at): "the same number stands in {at}", "编号重复（{at}）";
    import_updated(fields): "follows the source: {fields}", "已按来源更新：{fields}";
    import_kept(fields): "yours is kept, the source differs: {fields}", "保留手动修改，来源有变化：{fields}";
    import_change_count(added, updated, kept, gone): "new {added}, updated {updated}, kept as you changed them {kept}, gone from the source {gone}",
        "新增 {added}，更新 {updated}，保留手动修改 {kept}，来源中已删除 {gone}";
    import_unused_hint(columns): "{columns} (`--map FIELD=COLUMN` takes one)", "{columns}（可用 `--map FIELD=COLUMN` 指定）";
    import_more(n): "and {n} more", "另有 {n} 条";
}

notices! {
    import_loose_points(n): "{n} points without a box `[ ]`", "{n} 条没有方框 `[ ]` 的列表项";
    import_row_without_title(): "no title", "没有标题";
    import_row_in_no_level(): "marked for no level", "未标记任何等级";
    import_row_without_level(): "no level", "没有等级";
    import_row_bad_level(level): "`{level}` is no level", "`{level}` 不是等级";
    import_too_many_cells(cells, columns): "{cells} cells for {columns} columns; a separator within a text needs quotes around that", "有 {cells} 个单元格，而表头只有 {columns} 列；文本中的分隔符需加引号";
    import_text_too_long(): "its text is longer than 100,000 bytes", "文本超过 100,000 字节";
    import_table_without_title(): "a table whose columns are none of a checklist", "表格的列与清单无关";
    import_withdrawn(): "withdrawn by its publisher", "发布方已撤销";
    import_nested_too_deep(most): "more than {most} lie in each other", "嵌套超过 {most} 层";
    import_no_requirements(): "a control without requirements to assess", "控制项下没有可评估的要求";
    import_file_without_controls(): "a file without controls", "文件中没有控制项";

    import_level_moved(level, number): "level {level} of the source is level {number} here, for there is nothing between", "来源的 {level} 级在此为 {number} 级，因为中间没有内容";
    import_areas_cut(most): "areas that lie more than {most} deep belong to the one above", "嵌套超过 {most} 层的领域并入上一层";
    import_version(said): "the source calls its version `{said}`, which is no three numbers: the checklist starts as 1.0.0", "来源的版本为 `{said}`，不是三段数字：清单以 1.0.0 开始";

    import_too_big(file, most): "{file} is larger than {most} MB", "{file} 超过 {most} MB";
    import_too_many(file, most): "{file} holds more than {most} items", "{file} 超过 {most} 项";
    import_split_hint(): "take the part of it that a team can answer into a file of its own", "请把团队实际要评估的部分另存为一个文件";
    import_unknown(file): "{file} is none of CSV, Markdown, JSON, YAML, XLSX", "{file} 不是 CSV、Markdown、JSON、YAML、XLSX 中的任何一种";
    import_unknown_hint(): "save it as one of these, with the ending .csv, .md, .json, .yaml or .xlsx", "请另存为其中一种，扩展名为 .csv、.md、.json、.yaml 或 .xlsx";
    import_bad_excel(file): "{file} is no .xlsx spreadsheet that can be read", "{file} 不是可读取的 .xlsx 表格";
    import_bad_excel_hint(): "save it again as .xlsx, without a password, or as CSV (UTF-8)", "请重新另存为不带密码的 .xlsx，或 CSV（UTF-8）";
    import_id_is_number(): "its id is a number, of which YAML forgets the zeros at the end: put quotes around it", "其编号是数字，YAML 会丢掉末尾的零：请加上引号";
    import_other_sheet(): "another sheet of the file: one is read, the first that has a column of titles", "另一张工作表：只读取第一张带标题列的表";
    import_toml(file): "{file} is a TOML file already", "{file} 已经是 TOML 文件";
    import_toml_hint(file): "`opsladder checklist lint {file}` checks it", "用 `opsladder checklist lint {file}` 检查";
    import_nul(file, line): "{file}, line {line}: a NUL byte: this is no text file", "{file} 第 {line} 行含有 NUL 字节：不是文本文件";
    import_all_skipped(file, n): "{file}: none of its {n} items can be taken over", "{file}：{n} 项都无法导入";
    import_nothing(file): "{file} holds nothing to assess", "{file} 中没有可评估的内容";
    import_nothing_hint(): "a task list (`- [ ] …`) or a table with a column of titles is wanted", "需要任务列表（`- [ ] …`）或带标题列的表格";
    import_no_objects_hint(): "a list of objects is wanted, such as [{{ \"id\": \"V1\", \"title\": \"…\", \"level\": 1 }}]", "需要对象列表，例如 [{{ \"id\": \"V1\", \"title\": \"…\", \"level\": 1 }}]";
    import_no_id(file): "no id can be made of the name {file}", "无法从文件名 {file} 得出标识";
    import_no_id_hint(): "name one with `--id my-checklist`", "请用 `--id my-checklist` 指定";
    import_no_column(file, column): "{file} has no column `{column}`", "{file} 没有列 `{column}`";
    import_no_column_nearest(close, all): "did you mean `{close}`? The columns are {all}", "是否想写 `{close}`？现有的列：{all}";
    import_columns(all): "the columns are {all}", "现有的列：{all}";
    import_no_title(file): "no column of {file} holds titles", "{file} 中没有标题列";
    import_no_title_hint(all): "say which one: `--map title=COLUMN`; the columns are {all}", "请用 `--map title=列名` 指定；现有的列：{all}";
    import_bad_csv(file, line): "{file}, line {line}: this is not CSV", "{file} 第 {line} 行不是有效的 CSV";
    import_open_quote(file, line): "{file}: a quote that is opened in the row of line {line} is never closed", "{file}：从第 {line} 行开始的一行中有引号没有闭合";
    import_quote_hint(): "close it, or write two `\"` for one within a text", "请补上引号；文本中的引号写成两个 `\"`";
    import_bad_json(file, line, column): "{file}, line {line}, column {column}: this is not JSON", "{file} 第 {line} 行第 {column} 列不是有效的 JSON";
    import_bad_json_hint(): "export it again, or check it with `jq . FILE`", "请重新导出，或用 `jq . 文件` 检查";
    import_too_deep(file, line): "{file}, line {line}: more than 127 objects lie in each other", "{file} 第 {line} 行：对象嵌套超过 127 层";
    import_bad_yaml(file, line): "{file}, line {line}: this is not YAML that can be read", "{file} 第 {line} 行不是可读取的 YAML";
    import_bad_yaml_hint(): "check the indent and the quotes there", "请检查该处的缩进和引号";
    import_no_catalog(file): "{file} is no Gemara control catalog: it has no controls with requirements", "{file} 不是 Gemara 控制目录：没有带要求的控制项";
    import_no_catalog_hint(): "other YAML is not read: save it as JSON or CSV", "不支持其他 YAML，请另存为 JSON 或 CSV";
    import_oscal_other(file, kind): "{file} is an OSCAL {kind}, which holds no texts of controls", "{file} 是 OSCAL 的 {kind}，不含控制项的文本";
    import_oscal_other_hint(): "import a catalog; of a profile its resolved catalog (`…-resolved-profile_catalog.json`)", "请导入 catalog；profile 请用其展开后的 catalog（`…-resolved-profile_catalog.json`）";
    import_not_editable_hint(): "write its items as `[[criteria]]`, `[[areas]]` and so on, or import into another file with `-o FILE`", "请将各项写成 `[[criteria]]`、`[[areas]]` 等形式，或用 `-o 文件` 导入到其他文件";
    import_other_id(file, id, wanted): "{file} is the checklist `{id}`, and `{wanted}` would be imported", "{file} 是清单 `{id}`，而要导入的是 `{wanted}`";
    import_other_id_hint(id): "import into another file with `-o FILE`, or as the same one with `--id {id}`", "用 `-o 文件` 导入到其他文件，或用 `--id {id}` 导入同一清单";
    import_unsound(file): "what would be written to {file} is not a sound checklist; nothing was written", "将写入 {file} 的内容不是有效的清单；未写入任何内容";
    import_unsound_hint(problem): "{problem}: mend the file by hand, or import into another one with `-o FILE`", "{problem}：请手动修改该文件，或用 `-o 文件` 导入到其他文件";
    import_not_toml(file): "{file} does not end in .toml, as checklists do", "{file} 的扩展名不是 .toml";
    import_not_toml_hint(): "name a file like `-o mine.toml`", "请写成 `-o mine.toml`";
    import_bad_map(text): "`--map {text}` is not FIELD=COLUMN", "`--map {text}` 不是 FIELD=COLUMN 的形式";
    import_bad_map_hint(fields): "a field is one of {fields}; a column its header or its number", "字段可用：{fields}；列可用表头或序号";
    import_written(file): "written to {file}", "已写入 {file}";
    import_same_file(file): "{file} is as it was", "{file} 未变动";
    import_dry(file): "nothing was written; without `--dry-run` it goes to {file}", "未写入；去掉 `--dry-run` 后将写入 {file}";
    import_next(file): "read it, mend it, then `opsladder checklist lint {file}` and `opsladder new TEAM --checklist {file}`", "请先核对修改，再运行 `opsladder checklist lint {file}` 和 `opsladder new 团队 --checklist {file}`";

    new_checklist_exists(file): "{file} is there already", "{file} 已存在";
    new_checklist_exists_hint(): "choose another name, or another file with `-o FILE`", "请换一个名称，或用 `-o 文件` 另选文件";
    new_checklist_name(name): "no id can be made of `{name}`", "无法从 `{name}` 得出标识";
    new_checklist_name_hint(): "name the file with letters or digits: `-o mine.toml`", "请用字母或数字命名文件：`-o mine.toml`";

    not_a_checklist(file, kind): "{file} is {kind}, and a checklist is TOML", "{file} 是 {kind}，而清单是 TOML 文件";
    not_a_checklist_hint(file): "`opsladder checklist import {file}` makes one of it", "用 `opsladder checklist import {file}` 转换";
    id_code_hint(id, code): "write `id = \"{id}\"` and `code = \"{code}\"`: an id has lower-case letters, digits and single hyphens, a code is the published number", "请写成 `id = \"{id}\"` 和 `code = \"{code}\"`：标识只含小写字母、数字和单个连字符，编号写在 `code` 中";
    id_write(id): "write `{id}`: lower-case letters, digits and single hyphens", "请写成 `{id}`：只用小写字母、数字和单个连字符";
}
