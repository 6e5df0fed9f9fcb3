//! The questions of the plain walk, line by line.

use super::{notices, phrases, sentences};

phrases! {
    plain_help: "Type the letter in brackets and press Enter; ? tells all there is to know of an item, and what else can be typed. Every answer is saved at once.",
        "输入方括号中的字母并按 Enter；? 列出该项的全部说明以及其他可用的输入。每项结果都会立即保存。";

    // What is asked for a first assessment
    ask_team: "a first assessment: the team's name", "新建首份评估：团队名称";
    ask_assessors: "who answers, separated by commas (Enter for none)", "评估人，用逗号分隔（按 Enter 表示无）";

    // What is asked of an item
    ask_confirm: "[c]onfirm  ", "[c] 确认  ";
    ask_take_over: "[w]as: take over  ", "[w] 采用  ";
    ask_answer: "[y]es [p]artial [n]o [a] n/a  [s]kip  [b]ack  [q]uit  [?] more",
        "[y] 是  [p] 部分  [n] 否  [a] 不适用  [s] 跳过  [b] 返回  [q] 退出  [?] 更多";
    ask_deliverable: "[y] in use and up to date  [p] draft or stale  [n] missing  [a] n/a  [s]kip  [b]ack  [q]uit  [?] more",
        "[y] 在用且为最新  [p] 草稿或已过期  [n] 缺失  [a] 不适用  [s] 跳过  [b] 返回  [q] 退出  [?] 更多";
    ask_number: "a number, or [s]kip  [b]ack  [q]uit  [?] more", "数值，或 [s] 跳过  [b] 返回  [q] 退出  [?] 更多";
    allowed_answer: "type y, p, n or a, or s, b, q; ? tells what else", "请输入 y、p、n 或 a，或 s、b、q；? 列出其他输入";
    allowed_number: "type a number like 99.95, or s, b, q; ? tells what else", "请输入 99.95 这样的数值，或 s、b、q；? 列出其他输入";

    // What is asked elsewhere
    ask_go_on: "[y]es [n]o  [b]ack  [q]uit  [?] more", "[y] 是  [n] 否  [b] 返回  [q] 退出  [?] 更多";
    allowed_go_on: "type y or n, or b, q; ? tells what else", "请输入 y 或 n，或 b、q；? 列出其他输入";
    ask_last: "[b]ack  [f]inal  [q]uit  [?] more", "[b] 返回  [f] 定稿  [q] 退出  [?] 更多";
    allowed_last: "type b, f or q; ? tells what else", "请输入 b、f 或 q；? 列出其他输入";
    ask_yes_no: "[y]es [n]o", "[y] 是  [n] 否";
    allowed_yes_no: "type y or n", "请输入 y 或 n";
    make_final: "Make this assessment final? It is read-only then; here or in the walk it can be reopened.", "将此评估定稿？定稿后只读；在此处或交互评估中可重新打开。";
    saved_final: "saved: the assessment is final", "已保存：评估已定稿";
    still_draft: "it stays a draft", "仍为草稿";
    ask_reopen: "[q]uit, or type reopen to make it a draft again", "[q] 退出，或输入“重新打开”将其恢复为草稿";
    allowed_reopen: "type reopen or q", "请输入“重新打开”或 q";
    ask_place: "to which item? Its code, its id or the beginning of its title", "转到哪一项？请输入编号、标识或标题开头";

    // What stands beside an answer
    ask_note: "note (Enter keeps it; - for none; + and a text adds a line)", "备注（按 Enter 保持不变；- 表示清空；+ 加空格和文字则添加一行）";
    ask_new_note: "note (Enter for none)", "备注（直接按 Enter 则不写）";
    ask_reason: "why does it not apply? 1 to 6 (with an end: 2 +6w); Enter does not waive it", "为什么不适用？1 至 6（设期限：2 +6w）；直接按 Enter 则不豁免";
    ask_reason_again: "why does it not apply? 1 to 6 (with an end: 2 +6w); Enter leaves it as it is", "为什么不适用？1 至 6（设期限：2 +6w）；直接按 Enter 则不变";
    allowed_reason: "type a number from 1 to 6, with a day behind it if it ends, or press Enter", "请输入 1 至 6，如有期限则后接日期，或直接按 Enter";
    ask_owner: "who closes the gap?", "由谁弥补差距？";
    ask_due: "by when? 2027-01-31, +6w, +3m", "何时完成？2027-01-31、+6w、+3m";
    ask_target: "the team's own target, >99.5 or <200", "团队自设目标，如 >99.5 或 <200";
    ask_evidence: "[a]dd  1: change it  x1: take it away  Enter: leave it", "[a] 添加  1 修改该条  x1 删除该条  Enter 不变";
    allowed_evidence: "type a, the number of an entry, or x and its number, or press Enter", "请输入 a、条目序号，或 x 加序号，或直接按 Enter";
    ask_evidence_ref: "a link, a path or a ticket", "链接、路径或工单";
    ask_evidence_date: "looked at on which day?", "查看日期";
    ask_evidence_by: "by whom?", "提供人";
    ask_evidence_expires: "valid until which day?", "有效期至";
    enter_none: " (Enter for none)", "（按 Enter 表示无）";

    // What is said
    the_note: "the note", "备注";
    note_kept: "the note is unchanged", "备注未变";
    unchanged: "unchanged", "未作修改";
    not_waived: "not waived: nothing has changed", "未豁免，没有任何改动";
    own_target_of: "the team's own target", "团队自设目标";
    first_item: "there is nothing to go back to", "没有可返回的位置";
    nothing_open: "Everything is answered and confirmed.", "已全部评估并确认。";
    nothing_left: "There is nothing left to ask; some items are open.", "没有其他要问的了；仍有未完成的条目。";
    skipped: "skipped", "已跳过";

    // What can be typed
    can_be_typed: "Letter or word, then what it does:", "可输入字母或词：";
    number_can_be_typed: "  a number: the value", "  数字：指标的数值";
    word_confirm: "confirm", "确认";
    word_take_over: "was", "采用";
    word_clear: "clear", "清除";
    word_reason: "reason", "原因";
    word_target: "target", "目标";
    word_evidence: "evidence", "证据";
    word_note: "note", "备注";
    word_owner: "owner", "负责人";
    word_due: "due", "截止";
    word_undo: "undo", "撤销";
    word_redo: "redo", "重做";
    word_skip: "skip", "跳过";
    word_back: "back", "返回";
    word_go: "go", "转到";
    word_finish: "final", "定稿";
    word_quit: "quit", "退出";
    word_explain: "help", "帮助";
    word_add: "add", "添加";
    word_remove: "remove", "删除";
    word_reopen: "reopen", "重新打开";
    does_na: "asks why it does not apply", "会询问不适用的原因";
    does_confirm: "what was answered before still holds", "之前的结果仍然成立";
    does_take_over: "what was answered to the other question holds for this one", "其他问题的旧结果同样适用于本题";
    does_clear: "take the answer back", "清除结果";
    does_reason: "why it does not apply", "不适用的原因";
    does_target: "one of the team's own", "由团队自设";
    does_evidence: "what shows that the answer is so", "用什么证明该结果属实";
    does_owner: "who closes the gap", "由谁弥补差距";
    does_due: "by when", "何时完成";
    does_undo: "take back the last change of this sitting", "撤销本次会话的上一处修改";
    does_redo: "make the change again", "重做刚撤销的修改";
    does_back: "to where you came from", "回到上一个位置";
    does_go: "/ or g, then the code, the id or the beginning of the title of an item", "/ 或 g，后接条目的编号、标识或标题开头";
    does_finish: "read-only from then on; tells first what is open", "此后只读；先列出未完成之处";
    does_explain: "all there is to know, and this list", "全部说明和本列表";
}

sentences! {
    ask_option(options): "{options}  [a] n/a  [s]kip  [b]ack  [q]uit  [?] more", "{options}  [a] 不适用  [s] 跳过  [b] 返回  [q] 退出  [?] 更多";
    allowed_option(options): "type a number: {options}; or a, s, b, q; ? tells what else", "请输入序号：{options}；或 a、s、b、q；? 列出其他输入";
    ask_checklist(count, usual): "which checklist? 1 to {count} or its id; Enter takes {usual}", "使用哪份清单？1 至 {count} 或清单 id；按 Enter 则为 {usual}";
    allowed_checklist(count): "type a number from 1 to {count} or an id, or press Enter", "请输入 1 至 {count} 或清单 id，或直接按 Enter";
    ask_profile(count): "who staffs operations? 1 to {count}; Enter asks every role", "由谁负责运维？1 至 {count}；按 Enter 则涵盖所有角色";
    ask_day(today): "the day that the answers speak of (Enter for {today})", "评估所反映的日期（按 Enter 则为 {today}）";
    allowed_profile(count): "type a number from 1 to {count}, or press Enter", "请输入 1 至 {count}，或直接按 Enter";
    position(at, of): "[{at} of {of}]", "[第 {at}/{of} 项]";
    doubtful_percent_typed(typed): "{typed} per cent is beyond 0 to 100: type it once more if that is meant", "{typed}% 超出 0 至 100 的范围：如确认无误，请再输入一次";
    saved_answer(answer): "saved: {answer}", "已保存：{answer}";
    confirmed(answer): "{answer}, confirmed", "{answer}（已确认）";
    taken_over(answer): "{answer}, taken over", "{answer}（已采用）";
    evidence_gone(reference): "evidence taken away: {reference}", "删除证据 {reference}";
    enter_keeps(there): " (Enter for {there}; - for none)", "（按 Enter 则为 {there}；- 表示无）";
    not_an_answer(word, allowed): "`{word}` is not an answer here: {allowed}", "`{word}` 在此无效：{allowed}";
    go_on(count, what): "Go on with what is not answered or not confirmed of: {what} ({count})?", "是否继续处理“{what}”中未评估或待确认的 {count} 项？";
    several_places(place, places): "`{place}` can be several items: {places}", "`{place}` 对应多个条目：{places}";
}

notices! {
    answers_in(path): "the answers are in {path}", "评估结果保存在 {path}";
    nothing_to_confirm(): "there is no earlier answer to confirm here", "此处没有待确认的旧结果";
    of_another_scale(answer): "`{answer}` is no answer here: the question then had other answers", "此处没有 `{answer}` 这一结果：原问题的选项不同";
    nothing_to_take_over(): "there is no answer to another question to take over here", "此处没有可采用的其他问题的旧结果";
    comes_next(commands): "what may come next:\n{commands}", "接下来可以运行：\n{commands}";
}
