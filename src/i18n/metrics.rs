//! Metrics: values, targets, and how the one stands to the other.

use super::{phrases, sentences};

phrases! {
    metrics_technical: "Technical metrics", "技术指标";
    metrics_business: "Business metrics", "业务指标";
    metrics_cost: "Cost metrics", "成本指标";
    metric_on_target: "on target", "达标";
    metric_off_target: "off target", "未达标";
    metric_tracked: "tracked, no target", "仅跟踪，未设目标";
    metric_no_data: "no data", "无数据";
    value: "Value", "数值";
    target: "Target", "目标";
    unit: "Unit", "单位";
    window: "Window", "时间窗";
    own_target: "the team's own", "团队自设";
    checklist_target: "the checklist's", "清单默认";
    no_target: "none set", "未设";
    higher_is_better: "higher is better", "越高越好";
    lower_is_better: "lower is better", "越低越好";
    metric_short_tracked: "tracked", "仅跟踪";
}

sentences! {
    an_hour(count): "{count} hour", "{count} 小时";
    hours(count): "{count} hours", "{count} 小时";
    a_day(count): "{count} day", "{count} 天";
    days(count): "{count} days", "{count} 天";
    a_week(count): "{count} week", "{count} 周";
    weeks(count): "{count} weeks", "{count} 周";
    a_month(count): "{count} month", "{count} 个月";
    months(count): "{count} months", "{count} 个月";
    a_year(count): "{count} year", "{count} 年";
    years(count): "{count} years", "{count} 年";
}
