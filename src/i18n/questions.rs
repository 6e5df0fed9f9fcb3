//! The questions of the plain walk, line by line.

use super::{notices, phrases, sentences};

phrases! {
    plain_help: "Type the letter in brackets and press Enter; ? shows all there is to know of an item. Every answer is saved at once.",
        "输入方括号中的字母并按 Enter；? 显示该项的全部说明。每个答案都会立即保存。";
    ask_answer: "[y]es [p]artial [n]o [a] n/a  [s]kip  [b]ack  [i] note  [q]uit > ",
        "[y] 是  [p] 部分  [n] 否  [a] 不适用  [s] 跳过  [b] 返回  [i] 备注  [q] 退出 > ";
    ask_deliverable: "[y] in use and up to date  [p] draft or stale  [n] missing  [a] n/a  [s]kip  [b]ack  [i] note  [q]uit > ",
        "[y] 在用且为最新  [p] 草稿或已过时  [n] 缺失  [a] 不适用  [s] 跳过  [b] 返回  [i] 备注  [q] 退出 > ";
    ask_number: "a number, or [s]kip  [b]ack  [i] note  [q]uit > ", "数值，或 [s] 跳过  [b] 返回  [i] 备注  [q] 退出 > ";
    ask_note: "note (Enter keeps it as it is) > ", "备注（直接按 Enter 则不变）> ";
    ask_reason: "why does it not apply? 1 to 5, Enter for none > ", "为什么不适用？1 至 5，直接按 Enter 则不说明 > ";
    ask_go_on: "[y]es [n]o [b]ack [q]uit > ", "[y] 是  [n] 否  [b] 返回  [q] 退出 > ";
    allowed_answer: "answer y, p, n or a; or s, b, i, q, ?", "请输入 y、p、n 或 a，或 s、b、i、q、?";
    allowed_number: "type a number like 99.95; or s, b, i, q, ?", "请输入 99.95 这样的数值，或 s、b、i、q、?";
    allowed_reason: "type 1, 2, 3, 4 or 5, or press Enter", "请输入 1、2、3、4 或 5，或直接按 Enter";
    allowed_go_on: "answer y or n; or b, q", "请输入 y 或 n，或 b、q";
    word_skip: "skip", "跳过";
    word_quit: "quit", "退出";
    the_note: "the note", "备注";
    note_kept: "the note is unchanged", "备注未变";
    first_item: "this is the first item", "这已是第一项";
    nothing_open: "Everything is answered.", "已全部作答。";
    skipped: "skipped", "已跳过";
}

sentences! {
    position(at, of): "[{at} of {of}]", "[第 {at}/{of} 项]";
    doubtful_percent_typed(typed): "{typed} per cent is beyond 0 to 100: type it once more if that is meant", "{typed}% 超出 0 至 100 的范围：如确认无误，请再输入一次";
    saved_answer(answer): "saved: {answer}", "已保存：{answer}";
    not_an_answer(word, allowed): "`{word}` is not an answer here: {allowed}", "`{word}` 在此无效：{allowed}";
    go_on(count, what): "Go on with what is not answered of: {what} ({count})?", "是否继续作答“{what}”中未作答的 {count} 项？";
}

notices! {
    answers_in(path): "the answers are in {path}", "答案保存在 {path}";
}
