//! Then and now side by side: the criteria by level, and everything else that differs.

use std::collections::HashMap;

use super::told::{is_checklists, is_new, is_retired, sign};
use super::{Compared, Said};
use crate::diff::{Change, Item as Changed, Pair, Side, Way};
use crate::i18n::{Lang, say};
use crate::model::{Key, Level, Section};
use crate::page::document::{Cell, Kind, Line, Table};
use crate::page::parts::{self, Of, metric_mark};
use crate::page::parts::{DOWN, UP};
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::wording;

/// From this number of criteria on those that did not change are counted.
const MANY: usize = 60;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// Every criterion, and of the rest what is told by itself.
    Criteria,
    /// Every criterion, and everything that differs.
    Everything,
    /// What differs alone.
    Differing,
}

/// The table of then and now.
pub(super) fn table(of: Said<'_>, which: Which) -> Table<'_> {
    let Compared { old, new, diff } = of.compared;
    let lang = of.lang;
    let mut table = Table::new(&[
        (say::item(lang), Kind::Title),
        (of.pick(say::before, say::side_a), Kind::Words),
        (of.pick(say::after, say::side_b), Kind::Words),
        (say::what_became(lang), Kind::Words),
    ]);
    let strong = |text: String| Cell::from(Line::ours(text).meaning_of_last(Meaning::Title));
    let empty = || Cell::from(Line::new(Meaning::Body));
    table.row([
        Line::ours(say::date(lang)).into(),
        strong(old.assessment.date.to_string()),
        strong(new.assessment.date.to_string()),
        empty(),
    ]);
    table.row([
        Line::ours(say::level_column(lang)).into(),
        strong(diff.level.old.to_string()),
        strong(diff.level.new.to_string()),
        arrow(of, diff.level.way()).into(),
    ]);
    let differing: HashMap<&Key, &Changed> = diff.items.iter().map(|item| (&item.key, item)).collect();
    let many = new.checklist.parts().criteria.len() > MANY;
    for def in &new.checklist.parts().levels {
        let mut rows = Vec::new();
        let mut same = 0;
        for criterion in new.checklist.criteria_of(def.level) {
            let key = Key::Criterion(criterion.id.clone());
            let told = |item: &&&Changed| {
                which == Which::Everything || item.change != Change::Unchanged || is_checklists(item)
            };
            match differing.get(&key).filter(told) {
                Some(item) => rows.push((key, cells(of, item))),
                None if which == Which::Differing => {}
                None if many => same += 1,
                None => rows.push((key.clone(), unchanged(of, &key))),
            }
        }
        if which != Which::Differing && !(rows.is_empty() && same == 0) {
            let (was, is) = (level(old, def.level, lang), level(new, def.level, lang));
            let moved = Pair::of(old.score.level >= def.level, new.score.level >= def.level).way();
            let title = parts::level_titled(&new.checklist, def.level, lang).as_one(lang);
            let title = Line::new(Meaning::Body).and(title.meaning(Meaning::Title));
            table.row_over([title.into(), was.into(), is.into(), arrow(of, moved).into()]);
        }
        for (key, cells) in rows {
            table.row_of(key, cells);
        }
        if same > 0 {
            table.row([
                Line::ours(say::with_count(lang, say::stayed(lang), same)).meaning(Meaning::Muted).into(),
                empty(),
                empty(),
                empty(),
            ]);
        }
    }
    for section in Section::ALL {
        let told = |item: &&Changed| {
            let shown = match which {
                Which::Criteria => item.folded().is_none(),
                Which::Everything => true,
                Which::Differing => item.change != Change::Unchanged,
            };
            let criterion = section == Section::Criteria;
            item.key.section() == section && if criterion { is_retired(item) } else { shown }
        };
        let items: Vec<&Changed> = diff.items.iter().filter(told).collect();
        if which != Which::Differing && section != Section::Criteria && !items.is_empty() {
            table.row_over([strong(wording::section(section, lang).to_owned()), empty(), empty(), empty()]);
        }
        for item in items {
            table.row_of(item.key.clone(), cells(of, item));
        }
    }
    table
}

/// Which way a level went, in a sign and a word.
fn arrow<'a>(of: Said<'_>, way: Option<Way>) -> Line<'a> {
    let ((sign, meaning), word) = match way.filter(|_| !of.apart()) {
        Some(Way::Up) => (UP, say::higher(of.lang)),
        Some(Way::Down) => (DOWN, say::lower(of.lang)),
        None => return Line::new(Meaning::Body),
    };
    Line::ours(sign).then_ours(" ").then_ours(word).meaning(meaning)
}

/// Whether a level is achieved, and how far it has come.
fn level(card: &Scorecard, level: Level, lang: Lang) -> Line<'_> {
    let Some(score) = card.score.levels.iter().find(|score| score.level == level) else {
        return Line::new(Meaning::Body);
    };
    let (sign, meaning) = parts::state_mark(score.achieved);
    let word = if score.achieved { say::achieved(lang) } else { say::not_achieved(lang) };
    let line = Line::ours(sign).meaning_of_last(meaning).then_ours(" ").then_ours(word);
    score.credit.percent().map_or(line.clone(), |percent| line.and_ours(say::percent(lang, percent)))
}

/// A row of an item that differs.
fn cells<'a>(of: Said<'a>, item: &'a Changed) -> [Cell<'a>; 4] {
    let Compared { old, new, .. } = of.compared;
    let lang = of.lang;
    // A new item was not asked then, and a retired one is not asked now: that is no missing answer.
    let side = |asked: bool, key: &Key, side: &Side, card| {
        if asked { shortly(key, side, card, lang) } else { Line::ours(say::not_asked(lang)).meaning(Meaning::Muted) }
    };
    [
        of.title_of(item).into(),
        side(!is_new(item), item.formerly().unwrap_or(&item.key), &item.old, old).into(),
        side(!is_retired(item), &item.key, &item.new, new).into(),
        became(of, item).into(),
    ]
}

/// A row of a criterion that does not.
fn unchanged<'a>(of: Said<'a>, key: &Key) -> [Cell<'a>; 4] {
    let card = of.compared.new;
    let said = || {
        let (sign, meaning) = parts::item_mark(card, key);
        let word = wording::answer(&card.checklist, key, card.assessment.answer(key), of.lang);
        Cell::from(Line::ours(sign).meaning_of_last(meaning).then_ours(" ").then_ours(word).meaning(Meaning::Muted))
    };
    [of.title(key).meaning(Meaning::Muted).into(), said(), said(), Line::new(Meaning::Body).into()]
}

/// What became of an item, in a word.
pub(super) fn word(of: Said<'_>, item: &Changed) -> &'static str {
    match item.told() {
        _ if is_new(item) => of.pick(say::asked_now, say::asked_by_b),
        _ if is_retired(item) => of.pick(say::asked_no_more, say::asked_by_a),
        _ if is_checklists(item) => of.pick(say::the_checklist_changed, say::checklists_differ),
        Change::Improved => of.pick(say::improved, say::better_in_b),
        Change::Regressed => of.pick(say::regressed, say::better_in_a),
        Change::NewlyAnswered => of.pick(say::newly_answered, say::answered_in_b),
        Change::NoLongerAnswered => of.pick(say::no_longer_answered, say::answered_in_a),
        Change::Waived => of.pick(say::waived, say::waived_in_b),
        Change::WaiverLifted => of.pick(say::waiver_lifted, say::waived_in_a),
        Change::Changed => of.pick(say::moved, say::differs),
        Change::Unchanged => say::same_answer(of.lang),
    }
}

/// What became of an item, in a sign and a word.
fn became<'a>(of: Said<'a>, item: &Changed) -> Line<'a> {
    let word = Line::ours(word(of, item));
    match item.way().filter(|_| !of.apart()) {
        Some(_) => {
            let (arrow, meaning) = sign(of, item);
            Line::ours(arrow).then_ours(" ").join(word).meaning(meaning)
        }
        None => word,
    }
}

/// What one side says of an item in a word or two.
fn shortly<'a>(key: &Key, side: &Side, card: &'a Scorecard, lang: Lang) -> Line<'a> {
    let ((sign, meaning), said) = match (key, side.value) {
        (Key::Metric(id), value) => {
            let said =
                value.map_or(Line::ours(say::metric_no_data(lang)), |value| Of { card, lang }.value(id, Some(value)));
            (side.status.map_or(mark(None), metric_mark), said)
        }
        (key, _) => (
            mark(card.given_by(key, side.answer)),
            Line::theirs(wording::answer(&card.checklist, key, side.answer, lang)),
        ),
    };
    Line::ours(sign).meaning_of_last(meaning).then_ours(" ").join(said)
}
