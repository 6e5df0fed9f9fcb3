//! What became of each item: of its answer, its value, and what stands beside it.

use super::versions::Lineage;
use super::{Between, Cause, Change, Details, Item, Pair, Side, words};
use crate::model::checklist::{Better, Metric};
use crate::model::{Answer, Counted, Entry, Evidence, Key};
use crate::scorecard::Scorecard;
use crate::scoring;

/// Every item that there is something to say of.
pub(super) fn items(between: &Between<'_>) -> Vec<Item> {
    let mut items: Vec<Item> = between
        .asked
        .items
        .iter()
        .filter(|asked| !between.shared_only || asked.old.is_some() && asked.new.is_some())
        .filter_map(|asked| item(between, asked))
        .collect();
    // Stable: what was retired comes last already, and stays last in its section.
    items.sort_by_key(|item| item.key.section());
    items
}

fn item(between: &Between<'_>, asked: &Lineage) -> Option<Item> {
    let (old, new) = (between.old, between.new);
    let key = asked.new.as_ref().or(asked.old.as_ref())?.clone();
    let before = asked.old.as_ref().map(|key| side(old, key)).unwrap_or_default();
    let after = asked.new.as_ref().map(|key| side(new, key)).unwrap_or_default();
    let both = asked.old.as_ref().zip(asked.new.as_ref());
    let details = both.map(|(was, is)| details(entry(old, was), entry(new, is))).unwrap_or_default();
    let measured = both.and_then(|(was, is)| metric(old, was).zip(metric(new, is)));
    let measured = measured.filter(|(was, is)| old.own_unit(&was.id) == new.own_unit(&is.id));
    let (change, mut by) = match &key {
        Key::Metric(_) => of_values(before, after, measured.and_then(|(was, is)| way(old, was, new, is))),
        _ => (of_answers(before, after), None),
    };
    // A number in another unit is not more or less.
    by = by.filter(|_| measured.is_some_and(|(was, is)| was.unit == is.unit));
    let stands_elsewhere = before.status != after.status;
    if change == Change::Unchanged && asked.kept() && details.is_empty() && !stands_elsewhere {
        return None;
    }
    let cause = match change {
        _ if both.is_none() => Cause::Checklist,
        Change::Waived | Change::WaiverLifted => Cause::Waiver,
        Change::Unchanged if details.is_empty() => Cause::Checklist,
        _ => Cause::We,
    };
    Some(Item {
        key,
        change,
        cause,
        asked: (!asked.kept()).then(|| asked.clone()),
        old: before,
        new: after,
        by,
        details,
    })
}

fn entry<'a>(card: &'a Scorecard, key: &Key) -> Option<&'a Entry> {
    card.assessment.entry(key)
}

fn metric<'a>(card: &'a Scorecard, key: &Key) -> Option<&'a Metric> {
    match key {
        Key::Metric(id) => card.checklist.metric(id),
        Key::Criterion(_) | Key::Deliverable(_) | Key::Practice(_) | Key::Step(..) => None,
    }
}

fn side(card: &Scorecard, key: &Key) -> Side {
    let given = entry(card, key);
    let answer = given.and_then(|entry| entry.answer_on(card.assessment.date));
    let criterion = match key {
        Key::Criterion(id) => card.checklist.criterion(id),
        Key::Deliverable(_) | Key::Practice(_) | Key::Metric(_) | Key::Step(..) => None,
    };
    Side {
        answer,
        read_as: scoring::read_as(&card.checklist, key, answer),
        counts: scoring::counts_as(&card.checklist, key, answer),
        value: given.and_then(Entry::value),
        status: metric(card, key).map(|metric| scoring::metric(metric, &card.assessment).status),
        level: criterion.map(|criterion| criterion.level),
        answered: given.and_then(|entry| entry.answered),
        to_confirm: card.assessment.is_carried(key),
    }
}

fn of_answers(old: Side, new: Side) -> Change {
    let waived = |counts: Option<Counted>| counts == Some(Counted::WAIVED);
    let given = |side: Side| side.answer.is_some_and(Answer::is_na);
    match (old.counts, new.counts) {
        // A waiver that is not allowed counts for nothing; that it came or went is said all the same.
        (was, is) if was == is => match (given(old), given(new)) {
            (false, true) => Change::Waived,
            (true, false) => Change::WaiverLifted,
            _ => Change::Unchanged,
        },
        (was, _) if waived(was) => Change::WaiverLifted,
        (_, is) if waived(is) => Change::Waived,
        (None, _) => Change::NewlyAnswered,
        (_, None) => Change::NoLongerAnswered,
        (was, is) if was < is => Change::Improved,
        _ => Change::Regressed,
    }
}

fn of_values(old: Side, new: Side, better: Option<Better>) -> (Change, Option<f64>) {
    let (was, is) = match (old.value, new.value) {
        (None, None) => return (Change::Unchanged, None),
        (None, Some(_)) => return (Change::NewlyAnswered, None),
        (Some(_), None) => return (Change::NoLongerAnswered, None),
        (Some(was), Some(is)) => (was, is),
    };
    let change = match (was.partial_cmp(&is), better) {
        (Some(std::cmp::Ordering::Equal), _) => return (Change::Unchanged, None),
        (Some(std::cmp::Ordering::Less), Some(Better::Higher))
        | (Some(std::cmp::Ordering::Greater), Some(Better::Lower)) => Change::Improved,
        (_, Some(_)) => Change::Regressed,
        (_, None) => Change::Changed,
    };
    (change, Some(difference(was, is)))
}

/// `is` less `was`, with as many decimals as the two are written with: 99.95 is 0.05 more than 99.9, not
/// 0.04999999999999716.
fn difference(was: f64, is: f64) -> f64 {
    let decimals = |value: f64| value.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let exact = is - was;
    format!("{exact:.*}", decimals(was).max(decimals(is))).parse().unwrap_or(exact)
}

/// The way in which a metric is better, if it is one and the same in both.
fn way(old: &Scorecard, was: &Metric, new: &Scorecard, is: &Metric) -> Option<Better> {
    if was.unit != is.unit {
        return None;
    }
    match (old.better(&was.id), new.better(&is.id)) {
        (Some(was), Some(is)) => (was == is).then_some(is),
        (was, is) => was.or(is),
    }
}

fn details(old: Option<&Entry>, new: Option<&Entry>) -> Details {
    let nothing = Entry::default();
    let (old, new) = (old.unwrap_or(&nothing), new.unwrap_or(&nothing));
    let note = |entry: &Entry| entry.note.clone().unwrap_or_default();
    let mut details = Details {
        note: words::compare(&note(old), &note(new)),
        owner: changed(old.owner.as_ref(), new.owner.as_ref()),
        due: changed(old.due.as_ref(), new.due.as_ref()),
        reason: changed(old.reason.as_ref(), new.reason.as_ref()),
        until: changed(old.until.as_ref(), new.until.as_ref()),
        target: changed(old.target.as_ref(), new.target.as_ref()),
        unit: changed(old.unit.as_ref(), new.unit.as_ref()),
        window: changed(old.window.as_ref(), new.window.as_ref()),
        ..Details::default()
    };
    let mut left: Vec<&Evidence> = old.evidence.iter().collect();
    let mut unmatched: Vec<&Evidence> = Vec::new();
    // What is the same first, so that of two with one reference the right one is said to have changed.
    for evidence in &new.evidence {
        match left.iter().position(|other| *other == evidence) {
            Some(at) => drop(left.remove(at)),
            None => unmatched.push(evidence),
        }
    }
    for evidence in unmatched {
        match left.iter().position(|other| other.reference == evidence.reference) {
            Some(at) => details.evidence_changed.push(Pair::of(left.remove(at).clone(), evidence.clone())),
            None => details.evidence_added.push(evidence.clone()),
        }
    }
    details.evidence_removed = left.into_iter().cloned().collect();
    details
}

fn changed<T: Clone + PartialEq>(old: Option<&T>, new: Option<&T>) -> Option<Pair<Option<T>>> {
    (old != new).then(|| Pair::of(old.cloned(), new.cloned()))
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn a_difference_has_the_decimals_of_what_was_measured() {
        assert_eq!(difference(99.9, 99.95).to_string(), "0.05");
        assert_eq!(difference(0.3, 0.1).to_string(), "-0.2");
        assert_eq!(difference(180.0, 200.0).to_string(), "20");
    }
}
