//! How parts of what is said are joined, counted and left out.

use super::{phrases, sentences};

phrases! {
    colon: ": ", "：";
    comma: ", ", "、";
    semicolon: "; ", "；";
    today: "today", "今天";
    unknown: "unknown", "未知";
    none: "none", "无";
}

sentences! {
    and_more(shown, more): "{shown} and {more} more", "{shown} 等，另有 {more} 个";
    aside(said, more): "{said} ({more})", "{said}（{more}）";
    percent(n): "{n}%", "{n}%";
    met_of(met, total): "{met} of {total}", "{met}/{total}";
    count_of(what, count): "{count} {what}", "{what} {count}";
    with_count(what, count): "{what}: {count}", "{what}：{count}";
    from_to(old, new): "{old} → {new}", "{old} → {new}";
}
