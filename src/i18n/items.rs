//! What a checklist asks for: its sections, and what is known of an item.

use super::{phrases, sentences};

phrases! {
    criteria: "Criteria", "评估项";
    practices: "Practices", "实践";
    deliverables: "Deliverables", "交付物";
    metrics: "Metrics", "指标";
    loops: "Improvement loops", "改进循环";
    guidance: "What is meant", "含义";
    looks: "What each answer looks like", "各结果对应的情形";
    find_out: "How to find out", "如何核实";
    pitfall: "What fools people", "容易误判之处";
    gates_nothing: "recommended", "建议项";
    references: "References", "参考";
    remedy: "Remedy", "改进办法";
    first: "first", "先决条件";
    linked_practices: "Practices that close it", "弥补差距的实践";
    linked_deliverables: "Deliverables that prove it", "佐证的交付物";
    linked_metrics: "Metrics that show it", "反映效果的指标";
    serves: "Serves", "支撑";
    evidence_needed: "A yes needs evidence here.", "此项评为“是”必须提供证据。";
    no_waiver_here: "n/a is not allowed here and would count as no.", "此项不允许豁免，评为“不适用”会按“否”计。";
    chain: "The chain, up to its broken link", "循环链，直到断开的一环";
    broken_here: "broken here", "在此断开";
    turns: "turns", "已闭环";
    role: "Role", "角色";
    area: "Area", "领域";
    route: "Where", "落实阶段";
    answers_without_item: "Answers to items that the checklist does not have", "清单中没有的条目的结果";
    outside_profile: "not staffed by the profile", "团队配置未配备";
    practices_by_role: "Practices by role", "各角色实践";
    nobody_covers: "nobody in this profile covers it", "该团队配置中无人负责";
    deliverable: "Deliverable", "交付物";
    metric: "Metric", "指标";
    item: "Item", "条目";
    mark: "Mark", "标记";
    broken: "does not turn", "未闭环";
    nobody: "nobody in this profile", "配置中无人负责";
}

sentences! {
    loops_turn(turning, total): "{turning} of {total} turn", "共 {total} 个，{turning} 个已闭环";
    loops_break(turning, steps): "{turning}; broken at: {steps}", "{turning}；断在：{steps}";
}
