//! The domain's values as people read them, the same on every screen and in every report.

use crate::i18n::{Lang, Text, say};
use crate::model::checklist::{LevelDef, Rule, Target};
use crate::model::window::Span;
use crate::model::{Answer, Checklist, Id, Key, Level, Section, Window};
use crate::scoring::{Grade, MetricStatus, Score};
use crate::text::one_line;

/// The title of an item behind its published number; its id where the checklist does not have it.
pub fn title(checklist: &Checklist, key: &Key, lang: Lang) -> String {
    let title = checklist.title(key).map(|title| title.get(lang));
    title.map_or_else(|| one_line(&key.to_string()), |title| coded(checklist.code(key), title))
}

/// A title behind its published number, where it has one.
fn coded(code: Option<&str>, title: &str) -> String {
    code.map_or_else(|| title.to_owned(), |code| format!("{code} {title}"))
}

/// The title of a criterion.
pub fn criterion(checklist: &Checklist, id: &Id, lang: Lang) -> String {
    title(checklist, &Key::Criterion(id.clone()), lang)
}

/// The title of an area behind its published number; its id where the checklist does not have it.
pub fn area(checklist: &Checklist, id: &Id, lang: Lang) -> String {
    let Some(area) = checklist.area(id) else { return id.to_string() };
    coded(area.code.as_deref(), area.title.get(lang))
}

/// What a level is called besides its number; `None` where its title only repeats that, in whatever language.
pub fn level_name(def: &LevelDef, lang: Lang) -> Option<&str> {
    let bare =
        |text: &str| text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect::<String>();
    let title = bare(def.title.get(lang));
    let repeats = Lang::ALL.into_iter().any(|lang| bare(&say::level(lang, def.level)) == title);
    (!repeats && title != def.level.to_string()).then(|| def.title.get(lang))
}

/// A level with what it is called.
pub fn level_titled(checklist: &Checklist, level: Level, lang: Lang) -> String {
    let name = checklist.level(level).and_then(|def| level_name(def, lang));
    name.map_or_else(|| say::level(lang, level), |name| say::level_titled(lang, level, name))
}

/// Where somebody stands of how much: `Level 1 of 3`, or by the mean `1.63 of 3`.
pub fn stands(grade: Grade, max: Level, lang: Lang) -> String {
    if grade.score.is_some() { say::score_stands(lang, grade, max) } else { say::level_stands(lang, grade, max) }
}

/// The same within a sentence.
pub fn stands_at(grade: Grade, max: Level, lang: Lang) -> String {
    if grade.score.is_some() { say::score_stands(lang, grade, max) } else { say::level_of(lang, grade, max) }
}

/// The same in a column: `1/3`.
pub fn stands_short(grade: Grade, max: Level) -> String {
    format!("{grade}/{max}")
}

/// Where somebody stood and stands: `Level 1 → 2`, or by the mean `Score 1.25 → 1.63`.
pub fn moved(old: Grade, new: Grade, lang: Lang) -> String {
    let by_mean = old.score.is_some() && new.score.is_some();
    if by_mean { say::score_from_to(lang, old, new) } else { say::level_from_to(lang, old.level, new.level) }
}

/// The title over what keeps a team from its next level; of the gate alone, where the checklist is scored otherwise.
pub fn what_blocks(score: &Score, next: Level, lang: Lang) -> String {
    if score.score.is_some() { say::what_blocks_gate(lang, next) } else { say::what_blocks(lang, next) }
}

/// By what rule a checklist is scored.
pub fn rule(checklist: &Checklist, lang: Lang) -> &'static str {
    match checklist.parts().scoring.rule {
        Rule::Gate => say::gate(lang),
        Rule::Mean => say::mean(lang),
    }
}

/// The name of a section.
pub const fn section(section: Section, lang: Lang) -> &'static str {
    match section {
        Section::Criteria => say::criteria(lang),
        Section::Deliverables => say::deliverables(lang),
        Section::Practices => say::practices(lang),
        Section::Metrics => say::metrics(lang),
        Section::Steps => say::loops(lang),
    }
}

/// The word of an answer, as the scale of its item has it.
pub fn answer<'a>(checklist: &'a Checklist, key: &Key, answer: Option<Answer>, lang: Lang) -> &'a str {
    answer.map_or(say::unanswered(lang), |answer| checklist.scale_of(key).title(answer, lang))
}

/// How a metric stands.
pub const fn metric_status(status: MetricStatus, lang: Lang) -> &'static str {
    match status {
        MetricStatus::OnTarget => say::metric_on_target(lang),
        MetricStatus::OffTarget => say::metric_off_target(lang),
        MetricStatus::Tracked => say::metric_tracked(lang),
        MetricStatus::NoData => say::metric_no_data(lang),
    }
}

/// A number with its unit: `99.95%`, `180 ms`.
pub fn quantity(value: f64, unit: &str) -> String {
    match unit {
        "" => value.to_string(),
        "%" => format!("{value}%"),
        unit => format!("{value} {unit}"),
    }
}

/// The time over which something was measured: `30 days`.
pub fn window(window: Window, lang: Lang) -> String {
    let said = match (window.of, window.count()) {
        (Span::Hour, 1) => say::an_hour,
        (Span::Hour, _) => say::hours,
        (Span::Day, 1) => say::a_day,
        (Span::Day, _) => say::days,
        (Span::Week, 1) => say::a_week,
        (Span::Week, _) => say::weeks,
        (Span::Month, 1) => say::a_month,
        (Span::Month, _) => say::months,
        (Span::Year, 1) => say::a_year,
        (Span::Year, _) => say::years,
    };
    said(lang, window.count())
}

/// A target: `> 99.9%`, `< 200 ms`.
pub fn target(target: Target, unit: &str) -> String {
    match target {
        Target::Above(limit) => format!("> {}", quantity(limit, unit)),
        Target::Below(limit) => format!("< {}", quantity(limit, unit)),
    }
}

/// The title of a metric group: the three that the built-in checklist uses by name, any other as its word.
pub fn metric_group(word: &str, lang: Lang) -> &str {
    match word {
        "technical" => say::metrics_technical(lang),
        "business" => say::metrics_business(lang),
        "cost" => say::metrics_cost(lang),
        other => other,
    }
}

/// What another hand had changed in the file meanwhile: items that were taken over, or else those of which ours were kept
/// in a conflict. `None` if nothing.
pub fn merged(checklist: &Checklist, merged: &[Key], conflicts: &[Key]) -> Option<Text> {
    let titles = |keys: &[Key], lang| {
        keys.iter().map(|key| title(checklist, key, lang)).collect::<Vec<_>>().join(say::comma(lang))
    };
    if !conflicts.is_empty() {
        Some(Text::each(|lang| say::kept_ours(lang, titles(conflicts, lang))))
    } else if !merged.is_empty() {
        Some(Text::each(|lang| say::took_over(lang, titles(merged, lang))))
    } else {
        None
    }
}
