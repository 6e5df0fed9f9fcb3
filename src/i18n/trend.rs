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
    metrics_scaled: "Coverage and metrics, each from its lowest to its highest", "评估覆盖率与指标（各自按最低值到最高值绘制）";
    coverage_and_metrics: "Coverage and metrics", "覆盖率与指标";
    answered_share: "answered", "已评估";
    answered_criteria: "Criteria answered", "评估覆盖率";
    answers_over_time: "The answers over time", "历次评估结果";
    answers_key: "✓ yes or achieved   ~ partial   ✗ no or not achieved   - n/a   ? not answered", "✓ 是/已达成   ~ 部分   ✗ 否/未达成   - 不适用   ? 未评估";
    blank_key: "blank: not asked then", "空白：当时未设此项";
    criterion: "Criterion", "评估项";
    turned: "Slipped and came back", "退化与恢复";
    other_checklists: "By different checklists: levels are compared only as far as they ask the same", "使用了不同的清单：仅在所问相同的范围内可比较等级";
    other_versions: "By different versions of the checklist", "使用了不同版本的清单";
}

sentences! {
    point(date, level, percent): "{date}: level {level}, {percent} to the next", "{date}：{level} 级，升级进度 {percent}";
    point_by_mean(date, score): "{date}: {score}", "{date}：{score} 分";
    point_at_top(date, level): "{date}: level {level}", "{date}：{level} 级";
    history_of(team, count): "{team} · assessments: {count}", "{team} · 评估：{count} 份";
    fell(date, from, to): "{date} fell from {from} to {to}", "{date} 由 {from} 级降至 {to} 级";
    slipped_on(date): "slipped {date}", "{date} 退化";
    back_on(date): "back {date}", "{date} 恢复";
    last_of(shown, all): "The last {shown} of {all} assessments", "共 {all} 次评估，仅列最近 {shown} 次";
    days_from_to(from, to): "{from} to {to}", "{from} 至 {to}";
    in_future(date): "{date} is in the future", "{date} 是未来的日期";
}
