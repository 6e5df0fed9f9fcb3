//! The interactive screens: frame, forms, prompts, and what a key that cannot be taken is told.

use super::{notices, phrases, sentences};

phrases! {
    // The frame
    too_small: "terminal too small", "终端窗口太小";
    saved: "saved", "已保存";
    saving: "saving…", "正在保存…";
    not_saved: "NOT SAVED", "尚未保存";
    message_hint: "Esc closes this", "Esc 关闭";

    // The form
    form_team_hint: "The team's name, as it stands on the scorecard", "团队名称，将显示在评分卡上";
    form_checklist_hint: "What is assessed: Left and Right choose", "按哪份清单评估：用左右方向键选择";
    form_profile_hint: "Who staffs operations: Left and Right choose", "由谁负责运维：用左右方向键选择";
    form_date_hint: "The day that the answers speak of", "评估所反映的日期";
    form_assessors_hint: "Who answers, separated by commas; may stay empty", "评估人，用逗号分隔，可留空";
    form_no_profile: "none: every role is asked", "无：涵盖所有角色";
    form_no_profile_means: "All roles are asked, and gaps go to the role that each criterion names.", "涵盖所有角色，差距交给各评估项自身的角色。";

    // The question before it is final
    finish_title: "Make this assessment final?", "将此评估定稿？";
    finish_nothing_open: "Nothing is open.", "没有未完成之处。";
    form_carry_title: "New assessment from an earlier one", "以旧评估为基础新建";

    // After the last criterion
    milestone_all: "Every criterion is answered: the level stands.", "评估项已全部评估，等级已定。";
    way_plan: "See the plan: what to do next, gap by gap", "查看计划：逐个差距列出下一步要做的事";
    way_score: "See the score: levels, areas, findings", "查看得分：等级、领域、发现的问题";
    way_finish: "Make the assessment final", "将评估定稿";

    // Details
    details_team_hint: "Its directory and all its files get this name", "团队目录及其全部文件随之改名";
    details_group_hint: "What the team belongs to; may stay empty", "所属部门或条线，可留空";
    target_level_label: "Target level", "目标等级";
    target_next: "the next level", "更高一级";
    details_hint: "Left and Right choose; Enter keeps", "左右方向键选择，Enter 保存";

    // Facilitating
    parked: "parked", "待议";
    prompt_park: "What do we disagree about? Enter parks the item; it comes again at the end.", "分歧在哪里？按 Enter 暂放此项，最后再议。";

    // What if
    what_if: "What if", "假设推演";
    supposed_label: "what if", "假设";
    now_label: "now", "现在";

    // Tables
    column_last: "Last time", "上次";
    column_now: "Now", "本次";

    // Finding
    find_hint: "words in any text, either language", "任意文字，中英文均可";
    palette_nothing: "Nothing matches.", "没有匹配的命令或条目。";
    filter_title: "Show only", "只显示";
    filter_all: "Everything", "全部条目";
    filter_open: "Not answered", "未评估";
    filter_to_confirm: "To be confirmed", "待确认";
    filter_gaps: "Gaps", "差距";
    filter_findings: "With a finding", "有问题";

    // Prompts
    prompt_owner: "Who closes this gap?", "由谁负责补上差距？";
    prompt_due: "By when? friday, +6w, 2027-01-31; empty: no date", "何时完成？周五、+6w、2027-01-31；留空则无日期";
    prompt_until: "Until which day does that hold? +6w, 2027-03-31; empty: no end", "有效期至哪一天？+6w、2027-03-31；留空则无期限";
    prompt_reason: "Why does it not apply?", "为什么不适用？";
    reason_none: "without a reason (shown as a finding)", "不说明原因（会列为问题）";
    // Exporting
    export_title: "Write the scorecard as", "评分卡的文件格式";
    export_html: "HTML: for a browser and for paper", "HTML：用于浏览器和打印";
    export_markdown: "Markdown: for an issue, a wiki, a pull request", "Markdown：用于工单、wiki 和合并请求";
    export_text: "Text: 80 columns", "文本：80 列";
    export_json: "JSON: for other programs", "JSON：供其他程序读取";
    export_csv: "CSV: for a spreadsheet", "CSV：用于电子表格";
    export_badge: "SVG: a badge for a README", "SVG：用于 README 的徽章";
}

sentences! {
    evidence_empty(key): "No evidence yet. `{key}` adds a link, a path or a ticket.", "还没有证据。按 `{key}` 添加链接、路径或工单。";
    finish_then(key): "A final assessment is read-only; {key} makes it a draft again.", "定稿后只读；按 {key} 可恢复为草稿。";
    export_written(path): "Written to {path}", "已写入 {path}";
    copied(what): "handed to the terminal's clipboard: {what}", "已交给终端的剪贴板：{what}";
    not_copied(what, key): "too long for a terminal's clipboard: {what}; {key} writes files", "超出终端剪贴板的容量：{what}；按 {key} 可写入文件";
    reference_not_opened(why, reference): "{why}: {reference}", "{why}：{reference}";
    minutes(count): "{count} min", "{count} 分钟";
    parked_note(what): "Parked: {what}", "待议：{what}";
    parked_place(nth, count): "Parked {nth}/{count}", "待议 {nth}/{count}";
    undone(title): "undone: {title}", "已撤销：{title}";
    and_others(title, count): "{title} and {count} more", "{title} 及另外 {count} 项";
    redone(title): "redone: {title}", "已重做：{title}";
    milestone_open(count): "That was the last criterion; {count} not answered hold the level open.", "评估项已走完；还有 {count} 项未评估，等级未定。";
    find_count(count): "{count} found", "找到 {count} 项";
    filter_owner(name): "Owner: {name}", "负责人：{name}";
    filter_area(name): "Area: {name}", "领域：{name}";
    shown_only(filter): "only: {filter}", "仅显示：{filter}";
    way_gaps(count): "Explain the gaps: a note, an owner, a date · {count}", "说明差距：备注、负责人、日期 · {count}";
    way_open(section, count): "{section}: answer what is open · {count}", "{section}：补上未评估的条目 · {count}";
    level_gained(level): "{level} reached", "已达到 {level}";
    level_lost(level): "back to {level}", "退回 {level}";
    took_over(items): "the file was changed meanwhile; taken over: {items}", "文件在此期间被修改过；已采纳：{items}";
    kept_ours(items): "the file was changed meanwhile; yours was kept for: {items}", "文件在此期间被修改过；以下条目保留了您的修改：{items}";
    not_here(action): "{action}: choose an item first", "{action}：请先选中一个条目";
    form_carries(team, date): "Goes on from {team}, {date}: every answer comes along and waits to be confirmed.", "以 {team}（{date}）为基础：沿用全部结果，待逐一确认。";
    finish_unanswered(count): "criteria not answered: {count}", "未评估的评估项：{count} 项";
    finish_to_confirm(count): "answers to confirm: {count}", "待确认的结果：{count} 项";
    finish_findings(count): "findings: {count}", "发现的问题：{count} 个";
    finish_level(level): "It becomes final at {level}.", "定稿时为：{level}。";
    saved_at(time): "saved {time}", "{time} 已保存";
    form_saved_under(path): "Saved under {path}", "保存在 {path}";
    prompt_value(title, unit): "{title}, in {unit}; empty: no value", "{title}（单位：{unit}）；留空则无数值";
    prompt_value_plain(title): "{title}; empty: no value", "{title}；留空则无数值";
    prompt_target(title): "{title}: >99.5 or <200; empty: the checklist's target", "{title}：>99.5 或 <200；留空用清单目标";
}

notices! {
    leave_again(): "not saved yet: leave once more to leave anyway; a copy of the answers is then kept aside", "尚未保存：再次退出将强制离开，并另存一份结果副本";
    not_later(date): "choose a day after {date}, the day of the assessment that this one goes on from", "请选择 {date} 之后的日期，即所沿用评估之后";
    same_team(team): "answers are carried forward within a team only: this one is `{team}`", "只能在同一团队内沿用结果：该团队为 `{team}`";
    form_day_taken(team, date): "{team} has an assessment of {date} already: choose another day, or open that one from the list",
        "{team} 已有 {date} 的评估：请另选日期，或从列表中打开那一份";
    unreadable_row(): "this file or its checklist cannot be read: Enter shows why", "无法读取此文件或其清单：按 Enter 查看原因";
    nothing_before(): "there is no earlier assessment of this team to compare with", "该团队没有更早的评估可供比较";
    is_final(key): "this assessment is final and read-only; {key} makes it a draft again", "此评估已定稿，只读；按 {key} 可恢复为草稿";
    made_final(key): "final: it is read-only from here; {key} makes it a draft again", "已定稿，此后只读；按 {key} 可恢复为草稿";
    reopened(): "a draft again", "已恢复为草稿";
    not_final(): "this assessment is a draft already", "此评估已经是草稿";
    all_answered(score, plan): "everything in the outline is answered and confirmed; {score} shows the score, {plan} the plan", "大纲中的条目均已评估并确认；{score} 查看得分，{plan} 查看计划";
    intro(criteria, others, key): "{criteria} criteria decide the level.\n{others} more items explain it: deliverables, practices, metrics, loops.\nEvery answer is saved at once, and `{key}` takes it back.",
        "{criteria} 个评估项决定等级。\n另有 {others} 个条目说明原因：交付物、实践、指标、改进循环。\n每项结果都即时保存，按 `{key}` 可撤销。";
    intro_bare(criteria, key): "{criteria} criteria decide the level.\nEvery answer is saved at once, and `{key}` takes it back.", "{criteria} 个评估项决定等级。\n每项结果都即时保存，按 `{key}` 可撤销。";
    editor_wrote(key): "the note is as the editor left it; {key} takes that back", "备注已按编辑器中的内容保存；按 {key} 可撤销";
    editor_wrote_nothing(): "the editor changed nothing", "编辑器未作任何修改";
    editor_waits(): "the answers are not saved yet: the editor opens once they are", "评估结果尚未保存：保存之后才能打开编辑器";
    editor_does_not_start(program, source): "the editor `{program}` does not start: {source}", "编辑器 `{program}` 无法启动：{source}";
    editor_failed(program, code): "`{program}` ended with status {code}: the note is unchanged", "`{program}` 以状态 {code} 退出：备注未变";
    editor_killed(program): "`{program}` was killed: the note is unchanged", "`{program}` 被终止：备注未变";
    editor_not_utf8(program): "what `{program}` wrote is not UTF-8: the note is unchanged", "`{program}` 写出的内容不是 UTF-8：备注未变";
    editor_text_kept(path): "what it wrote is in {path}", "其写出的内容在 {path}";
    nothing_to_follow(key): "there is no evidence to open: {key} adds some", "没有可打开的证据：按 {key} 添加";
    write_first(): "nothing is written yet: Enter writes", "尚未写入文件：按 Enter 写入";
    reference_opened(reference): "opened: {reference}", "已打开：{reference}";
    reference_is_run(): "opening this file might run it", "打开此文件可能会运行它";
    reference_leads_nowhere(): "neither a web address nor a file that is there", "既不是网址，也不是现有的文件";
    draft_kept(key): "the note is not kept; a draft waits: {key} goes on with it", "备注尚未保存，已留作草稿：按 {key} 继续";
    draft_left(note, quit): "the draft of this item's note is not kept: {note} goes on with it, {quit} once more drops it", "此条目的备注草稿尚未保存：按 {note} 继续，再按一次 {quit} 则丢弃";
    last_of_these(key): "that was the last of these; {key} shows others, or everything", "这是其中最后一项；按 {key} 可另选或显示全部";
    search_first(key): "nothing was looked for yet: {key} finds", "尚未查找：按 {key} 查找";
    at_the_top(max): "there is nothing to suppose: the top level {max} is achieved", "无可假设：已达最高等级 {max} 级";
    nothing_supposed(): "nothing is supposed here", "此处没有假设";
    last_item_here(): "that was the last item here; Esc leads back to the walk", "这是此处最后一项；按 Esc 返回评估";
    first_item_here(): "this is the first item here", "这是此处第一项";
    parked_now(count): "what was parked, once more: {count}", "再议先前暂放的条目：{count} 项";
    no_areas(): "the criteria of this checklist have no areas", "此清单的评估项没有划分领域";
    no_metrics(): "this checklist has no metrics", "此清单没有指标";
    no_deliverables(): "this checklist has no deliverables", "此清单没有交付物";
    confirmed_group(count, key): "confirmed: {count}; {key} takes all of it back", "已确认 {count} 项；按 {key} 可全部撤销";
    no_links(): "nothing is linked to this item", "没有与此条目关联的条目";
    no_meaning(key): "{key} does nothing here", "{key} 在此处没有作用";
    nothing_to_undo(): "nothing to undo", "没有可撤销的修改";
    nothing_to_redo(): "nothing to redo", "没有可重做的修改";
    only_metrics(): "only metrics take a number", "只有指标需要填写数值";
    metrics_take_numbers(): "a metric takes a number: type it", "指标需要填写数值：请直接输入数字";
    only_answers(): "metrics have a note, a value and a target only", "指标只有备注、数值和目标";
    until_past(day): "{day} is past for this assessment: the waiver would be none", "{day} 早于本次评估的日期：豁免不会生效";
    reason_needs_na(): "a reason belongs to n/a: press a first", "原因仅用于“不适用”：请先按 a";
    waiver_not_allowed(): "this criterion must not be waived: answer yes, partial or no", "此评估项不允许豁免：请评为“是”“部分”或“否”";
    nothing_to_clear(): "there is no answer to take back", "没有可清除的结果";
    not_asked_any_more(): "the checklist does not ask for this any more", "清单中已没有该条目";
    doubtful_percent(text): "{text} per cent is beyond 0 to 100: Enter once more if that is meant", "{text}% 超出 0 至 100 的范围：如确认无误，请再按一次 Enter";
    bad_number(text): "`{text}` is not a number; write it like 99.95", "`{text}` 不是数字；请写成 99.95 这样的形式";
    bad_target(text): "`{text}` is not a target; write >99.5 or <200", "`{text}` 不是目标；请写成 >99.5 或 <200";
    bad_date(text): "`{text}` is not a date; write 2027-01-31, +6w, friday or today", "`{text}` 不是日期；请写成 2027-01-31、+6w、周五或今天";
    evidence_needs_reference(): "evidence needs a reference: a link, a path or a ticket", "证据必须有出处：链接、路径或工单";
    checklist_changed(version): "the checklist is not the one that was answered (version {version})", "清单与评估时（版本 {version}）不一致";
}
