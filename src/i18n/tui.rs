//! Every sentence of the interactive screens.

use super::{notices, phrases, sentences};

phrases! {
    // Contexts, as the help titles them
    context_walk: "Walk", "评估";
    context_score: "Score", "得分";
    context_plan: "Plan", "改进计划";
    context_home: "Assessments", "评估列表";
    context_form: "New assessment", "新建评估";
    context_note: "Note", "备注";
    context_prompt: "One-line question", "单行输入";
    context_evidence: "Evidence", "证据";
    context_evidence_form: "Evidence fields", "证据字段";
    context_reason: "Reason for n/a", "不适用的原因";
    context_compare: "Changes", "变化";
    context_trend: "Trend", "趋势";
    context_finish: "Final", "定稿";
    context_help: "Keys", "按键";

    // Names of commands in the footer
    k_yes: "yes", "是";
    k_partial: "partial", "部分";
    k_no: "no", "否";
    k_na: "n/a", "不适用";
    k_clear: "clear", "清除";
    k_value: "value", "数值";
    k_target: "target", "目标";
    k_evidence: "evidence", "证据";
    k_note: "note", "备注";
    k_owner: "owner", "负责人";
    k_due: "due", "截止";
    k_reason: "reason", "原因";
    k_down: "down", "下";
    k_up: "up", "上";
    k_fold: "fold", "折叠";
    k_unfold: "unfold", "展开";
    k_next_open: "next open", "下一待办";
    k_previous_open: "previous open", "上一待办";
    k_pane: "outline", "大纲";
    k_undo: "undo", "撤销";
    k_redo: "redo", "重做";
    k_finish: "final", "定稿";
    k_reopen: "reopen", "重新打开";
    k_make_final: "make final", "定稿";
    k_score: "score", "得分";
    k_plan: "plan", "计划";
    k_home: "list", "列表";
    k_page_down: "page down", "下页";
    k_page_up: "page up", "上页";
    k_first: "first", "最前";
    k_last: "last", "最后";
    k_go: "go to item", "转到该项";
    k_next_item: "next item", "下一条目";
    k_previous_item: "previous item", "上一条目";
    k_show: "show", "查看";
    k_toggle: "fold", "折叠";
    k_confirm: "confirm", "确认";
    k_open: "open", "打开";
    k_new: "new", "新建";
    k_carry: "carry forward", "沿用新建";
    k_compare: "changes", "变化";
    k_trend: "trend", "趋势";
    k_edit: "edit", "编辑";
    k_add: "add", "添加";
    k_remove: "remove", "删除";
    k_choose: "choose", "选择";
    k_keep: "keep", "保存";
    k_enter_form: "next, start", "下一项/开始";
    k_next_field: "next field", "下一项";
    k_previous_field: "previous field", "上一项";
    k_choice_back: "previous choice", "上一选项";
    k_choice_ahead: "next choice", "下一选项";
    k_done: "keep and close", "保存并关闭";
    k_start: "start", "开始";
    k_back: "back", "返回";
    k_cancel: "cancel", "取消";
    k_language: "中文", "English";
    k_help: "keys", "按键";
    k_quit: "leave", "退出";
    k_dismiss: "dismiss", "关闭消息";
    k_interrupt: "leave at once", "立即退出";
    k_suspend: "suspend", "挂起";
    k_redraw: "redraw", "重绘";

    // What the help says of them
    h_yes: "Answer yes and move on. A deliverable: in use and up to date", "回答“是”并前进；交付物则表示在用且为最新";
    h_partial: "Answer partial and move on. A deliverable: draft or stale", "回答“部分”并前进；交付物则表示草稿或已过时";
    h_no: "Answer no and move on. A deliverable: missing", "回答“否”并前进；交付物则表示缺失";
    h_na: "Waive the item: it does not apply here. Asks why", "豁免该项：此处不适用，随后询问原因";
    h_clear: "Take the answer back: the item is unanswered again", "收回答案，该项恢复为未作答";
    h_value: "Type a metric's value; digits start it too", "输入指标数值；直接键入数字亦可";
    h_target: "Set a target of your own for a metric: >99.5 or <200; empty for the checklist's", "为指标自设目标，如 >99.5 或 <200；留空则用清单的目标";
    h_evidence: "Evidence: what shows that the answer is so", "证据：用什么证明该答案属实";
    h_note: "Write a note", "写备注";
    h_owner: "Who closes the gap", "由谁弥补差距";
    h_due: "By when: 2027-01-31, or +6w, +3m, +1y from today", "截止日期：2027-01-31，或从今天算起的 +6w、+3m、+1y";
    h_reason: "Choose why the item does not apply", "选择不适用的原因";
    h_down: "To the next item or group", "到下一项或下一组";
    h_up: "To the previous item or group", "到上一项或上一组";
    h_fold: "Fold the group, or go to the item's group", "折叠该组，或回到所属的组";
    h_unfold: "Unfold the group, or go into it", "展开该组，或进入该组";
    h_next_open: "To the next item that is unanswered or to be confirmed", "到下一个未作答或待确认的条目";
    h_previous_open: "To the previous item that is unanswered or to be confirmed", "到上一个未作答或待确认的条目";
    h_pane: "Hide or show the outline; on a narrow screen, switch between outline and item", "隐藏或显示大纲；窄屏时在大纲与条目之间切换";
    h_undo: "Take back the last edit of this sitting", "撤销本次会话的上一处修改";
    h_redo: "Make the edit that was taken back again", "重做刚撤销的修改";
    h_finish: "Mark the assessment final: it says what is open, and is read-only from then on", "将评估定稿：先列出未完成之处，此后只读";
    h_reopen: "Make a final assessment a draft again", "将已定稿的评估恢复为草稿";
    h_make_final: "Make it final as it is", "按现状定稿";
    h_score: "The score: levels, areas, deliverables, metrics, loops, findings", "得分：等级、领域、交付物、指标、循环、矛盾与问题";
    h_plan: "The plan: what to do next, gap by gap", "计划：逐个差距列出下一步要做的事";
    h_home: "The list of assessments; a new one starts there", "评估列表，可在其中新建评估";
    h_down_list: "One row down", "下移一行";
    h_up_list: "One row up", "上移一行";
    h_page_item: "Scroll the item's text down", "向下滚动条目正文";
    h_page_item_up: "Scroll the item's text up", "向上滚动条目正文";
    h_page_down: "One page down", "向下翻页";
    h_page_up: "One page up", "向上翻页";
    h_first: "To the first row", "到第一行";
    h_last: "To the last row", "到最后一行";
    h_go: "Go to the item under the cursor in the walk", "在评估中转到光标所在的条目";
    h_next_item: "To the next item on the page, wherever it is", "到页面上的下一个条目，无论远近";
    h_previous_item: "To the previous item on the page, wherever it is", "到页面上的上一个条目，无论远近";
    h_down_page: "To the next item in sight, else one line down", "到可见的下一个条目；没有则下移一行";
    h_up_page: "To the previous item in sight, else one line up", "到可见的上一个条目；没有则上移一行";
    h_open: "Open the assessment", "打开该评估";
    h_toggle: "Fold or unfold the group", "折叠或展开该组";
    h_confirm: "Confirm an answer that was carried over, and move on", "确认沿用的答案并前进";
    h_show: "Where outline and item take turns: show the item", "大纲与条目轮流显示时：查看该条目";
    h_new: "Start a new assessment", "新建一份评估";
    h_carry: "Start a new assessment from this one: every answer comes along, to be confirmed", "以此评估为基础新建：沿用全部答案，逐一确认";
    h_compare: "What changed since the assessment before this one", "与上一份评估相比有哪些变化";
    h_trend: "The team's level, progress and metrics over time", "团队的等级、进度和指标随时间的变化";
    h_edit: "Change the entry; on an empty list, add one", "修改该条；列表为空时则添加";
    h_add: "Add an entry", "添加一条";
    h_remove: "Remove the entry; `u` in the walk brings it back", "删除该条；在评估中按 `u` 可恢复";
    h_choose: "Choose what is under the cursor; 1 to 5 choose too", "选择光标所在项；也可按 1 至 5";
    h_keep: "Keep what was typed", "保存输入内容";
    h_enter_form: "To the next field; from the last one, start", "到下一项；在最后一项则开始";
    h_next_field: "To the next field", "到下一项";
    h_previous_field: "To the previous field", "到上一项";
    h_choice_back: "In a choice: the previous one", "在选项中：上一个";
    h_choice_ahead: "In a choice: the next one", "在选项中：下一个";
    h_done: "Keep the note and close it", "保存并关闭备注";
    h_start: "Start the assessment", "开始评估";
    h_back: "Back", "返回";
    h_cancel: "Close without a change", "不作修改并关闭";
    h_language: "Switch to Chinese", "切换到英文";
    h_help: "Show every key", "显示全部按键";
    h_quit: "Leave; everything is already saved", "退出；所有内容都已保存";
    h_dismiss: "Close the message", "关闭消息";
    h_interrupt: "Leave from anywhere; what is being typed in a note is kept", "随时退出；正在输入的备注会保留";
    h_suspend: "Suspend; `fg` in the shell comes back", "挂起；在 shell 中用 `fg` 恢复";
    h_redraw: "Draw the screen anew", "重新绘制屏幕";

    // The frame
    too_small: "terminal too small", "终端窗口太小";
    saved: "saved", "已保存";
    saving: "saving…", "正在保存…";
    not_saved: "NOT SAVED", "尚未保存";
    blocks_nothing: "nothing is left", "已无阻碍";
    message_hint: "Esc closes this", "Esc 关闭";

    // The item
    answer: "Answer", "答案";
    value: "Value", "数值";
    target: "Target", "目标";
    unit: "Unit", "单位";
    linked_practices: "Practices that close it", "弥补差距的实践";
    linked_deliverables: "Deliverables that prove it", "佐证的交付物";
    linked_metrics: "Metrics that show it", "反映效果的指标";
    serves: "Serves", "服务于";
    to_confirm: "to confirm", "待确认";
    evidence_needed: "A yes needs evidence here.", "此项回答“是”必须提供证据。";
    no_waiver_here: "n/a is not allowed here and would count as no.", "此项不允许豁免，选“不适用”会按“否”计。";
    overdue: "overdue", "已逾期";
    chain: "The chain, up to its broken link", "循环链，直到断开的一环";
    broken_here: "broken here", "在此断开";
    turns: "turns", "运转中";
    role: "Role", "角色";
    area: "Area", "领域";
    route: "Where", "去向";
    new_target: "the team's own", "团队自设";
    checklist_target: "the checklist's", "清单默认";
    no_target: "none set", "未设";
    higher_is_better: "higher is better", "越高越好";
    lower_is_better: "lower is better", "越低越好";
    retired: "Answers to items that the checklist does not have", "清单中不存在的条目的答案";
    outside_profile: "not staffed by the profile", "团队配置未配备";

    // The score screen
    score_level: "Level achieved", "已达等级";
    score_possible: "If every unanswered criterion were yes", "若未作答的标准均为“是”";
    score_evidenced: "Counting only what has valid evidence", "仅计有有效证据的答案";
    score_without_waivers: "Counting waivers as no", "若豁免均按“否”计";
    coverage: "Answered", "作答情况";
    achieved: "achieved", "已达成";
    not_achieved: "not achieved", "未达成";
    passed_over: "no criteria", "无标准";
    all_waived: "every criterion is waived: a level needs at least one yes", "全部标准均被豁免：等级至少需要一个“是”";
    no_findings: "No contradictions found.", "未发现矛盾。";
    practices_by_role: "Practices by role", "各角色实践";

    // The plan screen
    plan_nothing: "Nothing is left to do up to this level.", "到此等级已无待办事项。";
    plan_first: "What serves most gaps", "覆盖差距最多的实践";
    plan_helper: "Helper command for the roles that the gaps need", "所需角色的辅助命令";
    plan_remedy_alone: "Its practices are in place; what is left is the remedy.", "相关实践均已到位，只需按改进办法处理。";
    nobody_covers: "nobody in this profile covers it", "该团队配置中无人负责";
    do_practices: "Do", "执行";
    prove: "Prove", "证明";
    show: "Watch", "关注";

    // Home and the form
    home_title: "Assessments", "评估列表";
    home_empty: "No assessment yet. `n` starts one.", "还没有评估。按 `n` 新建。";
    form_title: "New assessment", "新建评估";
    form_team: "Team", "团队";
    form_profile: "Profile", "团队配置";
    form_date: "Date", "日期";
    form_assessors: "Assessors", "评估人";
    form_team_hint: "The team's name, as it stands on the scorecard", "团队名称，将显示在成绩单上";
    form_profile_hint: "Who staffs operations: Left and Right choose", "由谁负责运维：用左右方向键选择";
    form_date_hint: "The day that the answers speak of", "答案所反映的日期";
    form_assessors_hint: "Who answers, separated by commas; may stay empty", "作答人，用逗号分隔，可留空";
    form_no_profile: "none: every role is asked", "无：询问所有角色";
    form_no_profile_means: "All roles are asked, and gaps go to the role that each criterion names.", "询问所有角色，差距交给各标准自身的角色。";

    // The question before it is final
    finish_title: "Make this assessment final?", "将此评估定稿？";
    finish_nothing_open: "Nothing is open.", "没有未完成之处。";
    finish_then: "A final assessment is read-only; F makes it a draft again.", "定稿后只读；按 F 可恢复为草稿。";

    form_carry_title: "New assessment from an earlier one", "以旧评估为基础新建";

    // What changed
    column_item: "Item", "条目";
    not_asked: "not asked", "未设此项";

    // Prompts
    prompt_owner: "Who closes this gap?", "由谁负责补上差距？";
    prompt_due: "By when? 2027-01-31, +6w, +3m; empty: no date", "何时完成？2027-01-31、+6w、+3m；留空则无日期";
    prompt_reason: "Why does it not apply?", "为什么不适用？";
    reason_none: "without a reason (shown as a finding)", "不说明原因（会列为问题）";
    evidence_ref: "Reference", "出处";
    evidence_date: "Date", "日期";
    evidence_by: "By", "提供人";
    evidence_expires: "Expires", "到期日";
    evidence_empty: "No evidence yet. `a` adds a link, a path or a ticket.", "还没有证据。按 `a` 添加链接、路径或工单。";
}

sentences! {
    form_carries(team, date): "Goes on from {team}, {date}: every answer comes along and waits to be confirmed.", "以 {team}（{date}）为基础：沿用全部答案，待逐一确认。";
    carried(days): "carried over, {days} days old: Enter confirms", "沿用旧答案，已有 {days} 天：按 Enter 确认";
    finish_unanswered(count): "criteria not answered: {count}", "未作答的标准：{count} 项";
    finish_to_confirm(count): "answers to confirm: {count}", "待确认的答案：{count} 项";
    finish_findings(count): "findings: {count}", "矛盾与问题：{count} 项";
    finish_level(level, max): "It becomes final at level {level} of {max}.", "将以 {level}/{max} 级定稿。";
    gauge_level(level, max): "Level {level} of {max}", "等级 {level}/{max}";
    gauge_next(level, met, total, percent): "to {level}: {met} of {total} met, {percent}", "升至 {level} 级：{total} 项已满足 {met} 项，{percent}";
    gauge_top(max): "the top level {max} is achieved", "已达最高等级 {max} 级";
    gauge_open(count): "{count} unanswered", "{count} 项未作答";
    gauge_blocks(level, items): "Blocks level {level}: {items}", "阻碍升至 {level} 级：{items}";
    gauge_confirm(count): "{count} to confirm", "{count} 项待确认";
    saved_at(time): "saved {time}", "{time} 已保存";
    answered_on(day): "answered {day}", "作答于 {day}";
    ready_of(ready, total): "{ready} of {total} ready", "{total} 项中 {ready} 项就绪";
    waived_count(count): "{count} waived", "豁免 {count} 项";
    no_criteria_practices(percent): "no criteria; practices {percent}", "无标准；实践 {percent}";
    met_of(met, total): "{met} of {total}", "{met}/{total}";
    serves_gaps(count): "closes part of {count} gaps", "有助于弥补 {count} 个差距";
    plan_title(level): "Plan to level {level}", "升至 {level} 级的计划";
    plan_count(count): "gaps: {count}", "差距：{count} 个";
    area_level(level, max): "level {level} of {max}", "{level}/{max} 级";
    home_store(path): "Store: {path}", "评估库：{path}";
    form_saved_under(path): "Saved under {path}", "保存在 {path}";
    prompt_value(title, unit): "{title}, in {unit}; empty: no value", "{title}（单位：{unit}）；留空则无数值";
    prompt_value_plain(title): "{title}; empty: no value", "{title}；留空则无数值";
    prompt_target(title): "{title}: >99.5 or <200; empty: the checklist's target", "{title}：>99.5 或 <200；留空用清单目标";
    position(at, of): "{at} of {of}", "第 {at}/{of} 项";
    unanswered_left(count): "{count} not answered", "{count} 项未作答";
}

notices! {
    leave_again(): "not saved yet: leave once more to leave anyway; a copy of the answers is then kept aside", "尚未保存：再次退出将强制离开，并另存一份答案副本";
    not_later(date): "choose a day after {date}, the day of the assessment that this one goes on from", "请选择 {date} 之后的日期，即所沿用评估之后";
    same_team(team): "answers are carried forward within a team only: this one is `{team}`", "只能在同一团队内沿用答案：该团队为 `{team}`";
    form_day_taken(team, date): "{team} has an assessment of {date} already: choose another day, or open that one from the list", "{team} 已有 {date} 的评估：请另选日期，或从列表中打开那一份";
    unreadable_row(): "this assessment's checklist cannot be read, so there is nothing to go on from", "无法读取该评估的清单，不能沿用";
    nothing_before(): "there is no earlier assessment of this team to compare with", "该团队没有更早的评估可供比较";
    is_final(): "this assessment is final and read-only; F makes it a draft again", "此评估已定稿，只读；按 F 可恢复为草稿";
    made_final(): "final: it is read-only from here; F makes it a draft again", "已定稿，此后只读；按 F 可恢复为草稿";
    reopened(): "a draft again", "已恢复为草稿";
    not_final(): "this assessment is a draft already", "此评估已经是草稿";
    all_answered(): "everything in the outline is answered and confirmed; s shows the score, P the plan", "大纲中的条目均已作答并确认；s 查看得分，P 查看计划";
    nothing_to_undo(): "nothing to undo", "没有可撤销的修改";
    nothing_to_redo(): "nothing to redo", "没有可重做的修改";
    not_here(action): "{action}: choose an item first", "{action}：请先选中一个条目";
    only_metrics(): "only metrics take a number", "只有指标需要填写数值";
    metrics_take_numbers(): "a metric takes a number: type it", "指标需要填写数值：请直接输入数字";
    only_answers(): "metrics have a note, a value and a target only", "指标只有备注、数值和目标";
    reason_needs_na(): "a reason belongs to n/a: press a first", "原因仅用于“不适用”：请先按 a";
    waiver_not_allowed(): "this criterion must not be waived: answer yes, partial or no", "此标准不允许豁免：请回答“是”“部分”或“否”";
    nothing_to_clear(): "there is no answer to take back", "没有可收回的答案";
    not_asked_any_more(): "the checklist does not ask for this any more", "清单中已没有该条目";
    doubtful_percent(text): "{text} per cent is beyond 0 to 100: Enter once more if that is meant", "{text}% 超出 0 至 100 的范围：如确认无误，请再按一次 Enter";
    bad_number(text): "`{text}` is not a number; write it like 99.95", "`{text}` 不是数字；请写成 99.95 这样的形式";
    bad_target(text): "`{text}` is not a target; write >99.5 or <200", "`{text}` 不是目标；请写成 >99.5 或 <200";
    bad_date(text): "`{text}` is not a date; write 2027-01-31, today, or +6w", "`{text}` 不是日期；请写成 2027-01-31、today 或 +6w";
    evidence_needs_reference(): "evidence needs a reference: a link, a path or a ticket", "证据必须有出处：链接、路径或工单";
    took_over(items): "the file was changed meanwhile; taken over: {items}", "文件在此期间被修改过；已采纳：{items}";
    kept_ours(items): "the file was changed meanwhile; yours was kept for: {items}", "文件在此期间被修改过；以下条目保留了您的修改：{items}";
    undone(title): "undone: {title}", "已撤销：{title}";
    redone(title): "redone: {title}", "已重做：{title}";
    checklist_changed(version): "the checklist is not the one that was answered (version {version})", "清单与作答时（版本 {version}）不一致";
}
