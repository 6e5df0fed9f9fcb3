//! How parts of what is said are joined, counted and left out.

use super::{phrases, sentences};

phrases! {
    colon: ": ", "：";
    comma: ", ", "、";
    semicolon: "; ", "；";
    today: "today", "今天";
    tomorrow: "tomorrow", "明天";
    // Every word that a day of the week may be typed by
    monday: "monday mon", "周一 星期一 礼拜一";
    tuesday: "tuesday tue tues", "周二 星期二 礼拜二";
    wednesday: "wednesday wed", "周三 星期三 礼拜三";
    thursday: "thursday thu thur thurs", "周四 星期四 礼拜四";
    friday: "friday fri", "周五 星期五 礼拜五";
    saturday: "saturday sat", "周六 星期六 礼拜六";
    sunday: "sunday sun", "周日 周天 星期日 星期天 礼拜日 礼拜天";
    unknown: "unknown", "未知";
    none: "none", "无";
}

sentences! {
    and_more(shown, more): "{shown} and {more} more", "{shown} 等，另有 {more} 个";
    aside(said, more): "{said} ({more})", "{said}（{more}）";
    in_quotes(words): "“{words}”", "“{words}”";
    percent(n): "{n}%", "{n}%";
    met_of(met, total): "{met} of {total}", "{met}/{total}";
    count_of(what, count): "{count} {what}", "{what} {count}";
    with_count(what, count): "{what}: {count}", "{what}：{count}";
    from_to(old, new): "{old} → {new}", "{old} → {new}";
}
