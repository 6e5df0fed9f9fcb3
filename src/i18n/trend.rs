//! A team over time.

use super::{phrases, sentences};

phrases! {
    over_time: "Over time", "历次变化";
    skip_to_history: "Skip to what was over time", "跳到历次变化正文";
    to_next: "To next", "升级进度";
    trend: "Level and progress to the next", "等级与升级进度";
    trend_key: "█ level achieved   ░ progress to the next   ┴ an assessment, to scale in time", "█ 已达等级   ░ 升级进度   ┴ 一次评估（间隔按时间比例）";
    evidenced_column: "Evid.", "有证据";
    possible_column: "Poss.", "可达";
    ready_column: "Deliv.", "交付物";
    metrics_scaled: "Metrics, each from its lowest to its highest", "指标（各自按最低值到最高值绘制）";
}

sentences! {
    point(date, level, percent): "{date}: level {level}, {percent} to the next", "{date}：{level} 级，升级进度 {percent}";
    point_at_top(date, level): "{date}: level {level}", "{date}：{level} 级";
    history_of(team, count): "{team} · assessments: {count}", "{team} · 评估：{count} 份";
    in_future(date): "{date} is in the future", "{date} 是未来的日期";
}
