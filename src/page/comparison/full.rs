//! All that differs, item by item: what went back, what went forward, the rest, with all that stands beside the answers.

use super::told::{details, is_checklists, mark_of, sentence};
use super::{Compared, Said};
use crate::diff::{Change, Item as Changed};
use crate::findings::Finding;
use crate::i18n::say;
use crate::model::{Id, Key, Section, Worth};
use crate::page::document::{Block, Document, Facts, Item, Items, Line, Mark};
use crate::page::parts::{Of, WARNING};
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::wording;

/// Which items stand under which heading.
type Belongs = fn(&Changed) -> bool;

/// Every item that differs, under what became of it; then the gaps.
pub(super) fn all<'a>(page: &mut Document<'a>, of: Said<'a>) {
    for (title, belongs) in groups(of) {
        group(page, of, title, belongs);
    }
    findings(page, of);
    gaps(page, of);
}

/// The contradictions that came and went, in full sentences.
fn findings<'a>(page: &mut Document<'a>, of: Said<'a>) {
    let (Compared { old, new, diff }, lang) = (of.compared, of.lang);
    let finding = |card: &'a Scorecard, sign: Mark| {
        move |finding: &'a Finding| Item::marked(sign, Of { card, lang }.finding(finding)).keyed(finding.key())
    };
    let solved = if of.apart() { WARNING } else { mark(Some(Worth::Met)) };
    let came = diff.findings.came.iter().map(finding(new, WARNING)).collect();
    let went = diff.findings.went.iter().map(finding(old, solved)).collect();
    list(page, of, of.pick(say::findings_came, say::findings_of_b), came);
    list(page, of, of.pick(say::findings_went, say::findings_of_a), went);
}

/// The headings in order, every item under exactly one.
fn groups(of: Said<'_>) -> [(&'static str, Belongs); 9] {
    [
        (of.pick(say::regressed, say::better_in_a), |item| item.told() == Change::Regressed),
        (of.pick(say::no_longer_answered, say::answered_in_a), |item| {
            item.change == Change::NoLongerAnswered && !is_checklists(item)
        }),
        (of.pick(say::improved, say::better_in_b), |item| item.told() == Change::Improved),
        (of.pick(say::newly_answered, say::answered_in_b), |item| {
            item.change == Change::NewlyAnswered && !is_checklists(item)
        }),
        (of.pick(say::waived, say::waived_in_b), |item| item.change == Change::Waived && !is_checklists(item)),
        (of.pick(say::waiver_lifted, say::waived_in_a), |item| {
            item.change == Change::WaiverLifted && !is_checklists(item)
        }),
        (of.pick(say::changed, say::different), |item| item.told() == Change::Changed),
        (of.pick(say::the_checklist_changed, say::checklists_differ), is_checklists),
        (say::beside(of.lang), |item| item.change == Change::Unchanged && !is_checklists(item)),
    ]
}

/// The items of a group, by section.
fn group<'a>(page: &mut Document<'a>, of: Said<'a>, title: &'static str, belongs: Belongs) {
    let chosen: Vec<&Changed> = of.compared.diff.items.iter().filter(|item| belongs(item)).collect();
    if chosen.is_empty() {
        return;
    }
    page.heading(2, Line::ours(say::with_count(of.lang, title, chosen.len())));
    for section in Section::ALL {
        let own = chosen.iter().filter(|item| item.key.section() == section);
        let items: Vec<Item<'a>> = own.map(|item| one(of, item)).collect();
        if !items.is_empty() {
            page.heading(3, Line::ours(wording::section(section, of.lang)).meaning(Meaning::Muted));
            page.push(Items::new(items));
        }
    }
}

fn one<'a>(of: Said<'a>, item: &'a Changed) -> Item<'a> {
    let details = details(of, item);
    let body = if details.is_empty() { Vec::new() } else { vec![Block::from(Facts::new(details))] };
    Item::marked(mark_of(item), sentence(of, item)).of(item.key.clone()).with(body)
}

/// The gaps that came and went.
fn gaps<'a>(page: &mut Document<'a>, of: Said<'a>) {
    let diff = of.compared.diff;
    let gap = |answer| {
        move |id: &'a Id| {
            let key = Key::Criterion(id.clone());
            Item::marked(mark(Some(answer)), of.title(&key)).of(key)
        }
    };
    let closed = if of.apart() { Worth::Unmet } else { Worth::Met };
    list(page, of, of.pick(say::gaps_came, say::gaps_of_b), diff.gaps.came.iter().map(gap(Worth::Unmet)).collect());
    list(page, of, of.pick(say::gaps_went, say::gaps_of_a), diff.gaps.went.iter().map(gap(closed)).collect());
}

fn list<'a>(page: &mut Document<'a>, of: Said<'a>, title: &'static str, items: Vec<Item<'a>>) {
    if !items.is_empty() {
        page.heading(2, Line::ours(say::with_count(of.lang, title, items.len())));
        page.push(Items::new(items));
    }
}
