//! The domain's values as people read them, the same on every screen and in every report.

use crate::i18n::{Lang, Text, say};
use crate::model::checklist::{LevelDef, Target};
use crate::model::window::Span;
use crate::model::{Answer, Checklist, Id, Key, Level, Section, Window};
use crate::scoring::MetricStatus;
use crate::text::one_line;

/// The title of an item behind its published number; its id where the checklist does not have it.
pub fn title(checklist: &Checklist, key: &Key, lang: Lang) -> String {
    match (checklist.code(key), checklist.title(key)) {
        (Some(code), Some(title)) => format!("{code} {}", title.get(lang)),
        (None, Some(title)) => title.get(lang).to_owned(),
        (_, None) => one_line(&key.to_string()),
    }
}

/// The title of a criterion.
pub fn criterion(checklist: &Checklist, id: &Id, lang: Lang) -> String {
    title(checklist, &Key::Criterion(id.clone()), lang)
}

/// The title of an area behind its published number; its id where the checklist does not have it.
pub fn area(checklist: &Checklist, id: &Id, lang: Lang) -> String {
    let Some(area) = checklist.area(id) else { return id.to_string() };
    let title = area.title.get(lang);
    area.code.as_ref().map_or_else(|| title.to_owned(), |code| format!("{code} {title}"))
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
