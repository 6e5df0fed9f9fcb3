//! The dialogs of the walk: note, one-line questions, evidence, the reason of a waiver.

use jiff::civil::Date;

use super::{Effect, item, move_on};
use crate::i18n::{Text, tui as t};
use crate::model::checklist::{Better, Target};
use crate::model::{Answer, Evidence, Given, Key, Reason, date};
use crate::text;
use crate::tui::app::{App, Asks, EvidenceForm, Layer, Prompt};
use crate::tui::field::{Field, Lines};

/// Opens the note of the item under the cursor.
pub(super) fn open_note(app: &mut App) {
    let Some(key) = item(app, t::k_note) else { return };
    let note = app.walk.as_ref().and_then(|walk| walk.entry(&key).note).unwrap_or_default();
    app.layers.push(Layer::Note(key, Box::new(Field::new(&note, Lines::Many))));
}

/// Keeps the note and closes it.
pub(super) fn keep_note(app: &mut App) -> Vec<Effect> {
    let Some(Layer::Note(key, field)) = app.layers.pop() else { return Vec::new() };
    let note = field.text();
    let note = note.trim_end();
    let note = (!note.trim().is_empty()).then(|| note.to_owned());
    changed(app, &key, |entry| entry.note = note)
}

/// Asks a one-line question about an item; what is there is offered, unless a digit has begun a new value.
pub(super) fn open_prompt(app: &mut App, asks: Asks, key: Key, begun: Option<char>) {
    let entry = app.walk.as_ref().map(|walk| walk.entry(&key)).unwrap_or_default();
    let there = match asks {
        Asks::Owner => entry.owner,
        Asks::Due => entry.due.map(|day| day.to_string()),
        Asks::Value => entry.value().map(|value| value.to_string()),
        Asks::Target => entry.target.map(|target| match target {
            Target::Above(limit) => format!(">{limit}"),
            Target::Below(limit) => format!("<{limit}"),
        }),
    };
    let text = begun.map_or_else(|| there.unwrap_or_default(), String::from);
    app.layers.push(Layer::Prompt(Box::new(Prompt { asks, key, field: Field::new(&text, Lines::One), error: None })));
}

/// Keeps what was typed, or says what is wrong with it.
pub(super) fn keep_prompt(app: &mut App) -> Vec<Effect> {
    let today = app.today;
    let Some(Layer::Prompt(prompt)) = app.layers.last() else { return Vec::new() };
    let (asks, key) = (prompt.asks, prompt.key.clone());
    let typed = text::one_line(&prompt.field.text());
    let day = app.walk.as_ref().map_or(today, |walk| walk.answer_day(today));
    let better = match (&key, &app.walk) {
        (Key::Metric(id), Some(walk)) => walk.card.better(id),
        _ => None,
    };
    let unit = match (&key, &app.walk) {
        (Key::Metric(id), Some(walk)) => walk.card.checklist.metric(id).and_then(|metric| metric.unit.clone()),
        _ => None,
    };
    let effects = match asks {
        Asks::Owner => Ok(changed(app, &key, |entry| entry.owner = some(&typed))),
        Asks::Due => match (some(&typed), date::parse(&typed, today)) {
            (None, _) => Ok(changed(app, &key, |entry| entry.due = None)),
            (Some(_), Some(due)) => Ok(changed(app, &key, |entry| entry.due = Some(due))),
            (Some(_), None) => Err(t::bad_date(&typed)),
        },
        Asks::Value => match (some(&typed), number(&typed, unit.as_ref())) {
            (None, _) => Ok(changed(app, &key, |entry| {
                entry.given = None;
                entry.answered = None;
            })),
            (Some(_), Some(value)) => Ok(changed(app, &key, |entry| {
                entry.given = Some(Given::Value(value));
                entry.answered = Some(day);
            })),
            (Some(_), None) => Err(t::bad_number(&typed)),
        },
        Asks::Target => match (some(&typed), target(&typed, better)) {
            (None, _) => Ok(changed(app, &key, |entry| entry.target = None)),
            (Some(_), Some(target)) => Ok(changed(app, &key, |entry| entry.target = Some(target))),
            (Some(_), None) => Err(t::bad_target(&typed)),
        },
    };
    match effects {
        Ok(effects) => {
            app.layers.pop();
            if let (Asks::Value, Some(walk)) = (asks, &mut app.walk) {
                move_on(walk);
            }
            effects
        }
        Err(error) => {
            if let Some(Layer::Prompt(prompt)) = app.layers.last_mut() {
                prompt.error = Some(error);
            }
            Vec::new()
        }
    }
}

/// Opens the evidence of the item; where there is none, the form of a new one at once.
pub(super) fn open_evidence(app: &mut App) {
    let Some(key) = item(app, t::k_evidence) else { return };
    if matches!(key, Key::Metric(_)) {
        app.say(t::only_answers());
        return;
    }
    let empty = app.walk.as_ref().is_none_or(|walk| walk.entry(&key).evidence.is_empty());
    app.layers.push(Layer::Evidence(key, 0));
    if empty {
        add_evidence(app);
    }
}

/// Opens the form of a new piece of evidence.
pub(super) fn add_evidence(app: &mut App) {
    if let Some(Layer::Evidence(key, _)) = app.layers.last() {
        let form = EvidenceForm::new(key.clone(), None, app.today);
        app.layers.push(Layer::EvidenceForm(Box::new(form)));
    }
}

/// Opens the form of the piece of evidence under the cursor; on an empty list, of a new one.
pub(super) fn edit_evidence(app: &mut App) {
    let Some(Layer::Evidence(key, at)) = app.layers.last() else { return };
    let (key, at) = (key.clone(), *at);
    let there = app.walk.as_ref().and_then(|walk| walk.entry(&key).evidence.get(at).cloned());
    let form = EvidenceForm::new(key, there, app.today);
    app.layers.push(Layer::EvidenceForm(Box::new(form)));
}

/// Removes the piece of evidence under the cursor.
pub(super) fn remove_evidence(app: &mut App) -> Vec<Effect> {
    let Some(Layer::Evidence(key, at)) = app.layers.last_mut() else { return Vec::new() };
    let (key, nth) = (key.clone(), *at);
    *at = at.saturating_sub(1);
    changed(app, &key, |entry| {
        if nth < entry.evidence.len() {
            entry.evidence.remove(nth);
        }
    })
}

/// Keeps the fields of a piece of evidence, or says what is wrong with them.
pub(super) fn keep_evidence(app: &mut App) -> Vec<Effect> {
    let today = app.today;
    let Some(Layer::EvidenceForm(form)) = app.layers.last_mut() else { return Vec::new() };
    let [reference, dated, by, expires] = form.fields.each_ref().map(|field| text::one_line(&field.text()));
    let (original, key) = (form.original.clone(), form.key.clone());
    let day = |typed: &str| -> Result<Option<Date>, Text> {
        if typed.is_empty() {
            return Ok(None);
        }
        date::parse(typed, today).map(Some).ok_or_else(|| t::bad_date(typed))
    };
    let evidence = match (reference.is_empty(), day(&dated), day(&expires)) {
        (true, _, _) => Err((0, t::evidence_needs_reference())),
        (false, Err(error), _) => Err((1, error)),
        (false, Ok(_), Err(error)) => Err((3, error)),
        (false, Ok(date), Ok(expires)) => Ok(Evidence { reference, date, by: some(&by), expires }),
    };
    match evidence {
        Err((at, error)) => {
            form.at = at;
            form.error = Some(error);
            Vec::new()
        }
        Ok(evidence) => {
            app.layers.pop();
            changed(app, &key, |entry| match entry.evidence.iter_mut().find(|one| original.as_ref() == Some(*one)) {
                Some(there) => *there = evidence,
                None => entry.evidence.push(evidence),
            })
        }
    }
}

/// Opens the choice of a reason for an item that is n/a.
pub(super) fn open_reason(app: &mut App) {
    let Some(key) = item(app, t::k_reason) else { return };
    let entry = app.walk.as_ref().map(|walk| walk.entry(&key)).unwrap_or_default();
    if entry.answer() == Some(Answer::Na) {
        let at = entry.reason.and_then(|reason| Reason::ALL.iter().position(|other| *other == reason));
        app.layers.push(Layer::Reason(key, at.unwrap_or_default()));
    } else {
        app.say(t::reason_needs_na());
    }
}

/// Keeps the reason under the cursor and moves on.
pub(super) fn choose_reason(app: &mut App) -> Vec<Effect> {
    let Some(Layer::Reason(key, at)) = app.layers.pop() else { return Vec::new() };
    let effects = changed(app, &key, |entry| entry.reason = Reason::ALL.get(at).copied());
    if let Some(walk) = &mut app.walk {
        move_on(walk);
    }
    effects
}

fn changed(app: &mut App, key: &Key, change: impl FnOnce(&mut crate::model::Entry)) -> Vec<Effect> {
    let changed = app.walk.as_mut().is_some_and(|walk| walk.edit(key, change));
    if changed { vec![Effect::Save] } else { Vec::new() }
}

fn some(typed: &str) -> Option<String> {
    (!typed.is_empty()).then(|| typed.to_owned())
}

/// The number that was typed, its unit left out; `None` for anything else, infinities and NaN included.
fn number(typed: &str, unit: Option<&Text>) -> Option<f64> {
    let mut digits = typed.replace('\u{ff0e}', ".");
    for unit in unit.iter().flat_map(|unit| [unit.get(crate::i18n::Lang::En), unit.get(crate::i18n::Lang::Zh)]) {
        if let Some(bare) = digits.strip_suffix(unit) {
            digits = bare.trim_end().to_owned();
        }
    }
    digits.parse().ok().filter(|value: &f64| value.is_finite())
}

/// The target that was typed; without a sign, in the metric's better direction.
fn target(typed: &str, better: Option<Better>) -> Option<Target> {
    let above = typed.strip_prefix(['>', '＞']);
    let below = typed.strip_prefix(['<', '＜']);
    match (above, below, better) {
        (Some(limit), _, _) => number(limit.trim(), None).map(Target::Above),
        (None, Some(limit), _) => number(limit.trim(), None).map(Target::Below),
        (None, None, Some(Better::Higher)) => number(typed, None).map(Target::Above),
        (None, None, Some(Better::Lower)) => number(typed, None).map(Target::Below),
        (None, None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{number, target};
    use crate::i18n::Text;
    use crate::model::checklist::{Better, Target};

    #[test]
    fn numbers_are_read_with_or_without_their_unit() {
        let unit = Text::plain("%");
        assert_eq!(number("99.95", Some(&unit)), Some(99.95));
        assert_eq!(number("99.95 %", Some(&unit)), Some(99.95));
        for bad in ["", "abc", "inf", "nan", "1,200", "1e999"] {
            assert_eq!(number(bad, Some(&unit)), None, "{bad}");
        }
    }

    #[test]
    fn a_target_has_a_direction() {
        assert_eq!(target(">99.5", None), Some(Target::Above(99.5)));
        assert_eq!(target("＜ 200", None), Some(Target::Below(200.0)));
        assert_eq!(target("5", Some(Better::Lower)), Some(Target::Below(5.0)));
        assert_eq!(target("5", None), None);
    }
}
