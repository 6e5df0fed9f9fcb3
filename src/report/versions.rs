//! What became of each item between two checklists, as text and as JSON.

use serde::Serialize;

use super::sheet::{Paper, Sheet};
use crate::diff::versions::{Lineage, Succession};
use crate::i18n::{Lang, over_time as o, report as r, terms};
use crate::model::checklist::Metric;
use crate::model::{Assessment, Checklist, Id, Key, Level};
use crate::style::Meaning;
use crate::text::one_line;
use crate::wording;

/// What changed from one checklist to the other.
pub fn text(old: &Checklist, new: &Checklist, diff: &Succession, paper: Paper) -> Sheet {
    let mut sheet = Sheet::new(paper);
    sheet.text(0, &named(paper.lang, (old.id(), &old.version()), (new.id(), &new.version())), Meaning::Title);
    sheet.blank();
    Listing { old: Some(old), new, diff, answers: None }.draw(&mut sheet);
    if diff.items.iter().all(Lineage::kept) {
        sheet.text(0, o::no_difference(paper.lang), Meaning::Met);
    }
    sheet
}

/// The same as JSON.
pub fn json(old: &Checklist, new: &Checklist, diff: &Succession) -> String {
    super::json::written(&Difference {
        format: super::json::FORMAT,
        old: Which::of(old),
        new: Which::of(new),
        same: diff.items.iter().all(Lineage::kept),
        counts: Counts::of(diff),
        items: diff.items.iter().map(Item::of).collect(),
    })
}

/// A checklist and another one, each by id and version; the id once where it is the same.
pub(super) fn named(lang: Lang, old: (&Id, &dyn std::fmt::Display), new: (&Id, &dyn std::fmt::Display)) -> String {
    let now = if old.0 == new.0 { new.1.to_string() } else { format!("{} {}", new.0, new.1) };
    one_line(&o::between(lang, format!("{} {}", old.0, old.1), now))
}

/// The items, group by group.
pub(super) struct Listing<'a> {
    /// The old checklist, where its text is at hand.
    pub(super) old: Option<&'a Checklist>,
    /// The new one.
    pub(super) new: &'a Checklist,
    /// What became of each item.
    pub(super) diff: &'a Succession,
    /// What was answered, where it is about that.
    pub(super) answers: Option<&'a Assessment>,
}

impl Listing<'_> {
    /// How many items were kept, and every other one under what became of it.
    pub(super) fn draw(&self, sheet: &mut Sheet) {
        let lang = sheet.lang();
        let (migrates, known) = (self.answers.is_some(), self.old.is_some());
        let kept = self.diff.items.iter().filter(|item| item.kept()).count();
        sheet.text(0, &o::counted(lang, o::kept(lang), kept), Meaning::Body);
        let reworded = if migrates { o::reworded_confirm(lang) } else { o::reworded(lang) };
        let new = if known { o::new(lang) } else { o::not_answered_before(lang) };
        let retired = if migrates { o::retired_kept(lang) } else { o::retired(lang) };
        self.group(sheet, o::renamed(lang), Lineage::renamed, Self::renamed);
        self.group(sheet, reworded, |item| item.reworded, Self::reworded);
        self.group(sheet, o::moved(lang), |item| item.moved.is_some(), Self::moved);
        self.group(sheet, new, |item| item.old.is_none(), Self::placed);
        self.group(sheet, retired, |item| item.new.is_none(), Self::placed);
    }

    fn group(
        &self,
        sheet: &mut Sheet,
        title: &str,
        belongs: impl Fn(&Lineage) -> bool,
        say: impl Fn(&Self, &mut Sheet, &Lineage),
    ) {
        let own: Vec<&Lineage> = self.diff.items.iter().filter(|item| belongs(item)).collect();
        if own.is_empty() {
            return;
        }
        sheet.heading(&o::counted(sheet.lang(), title, own.len()));
        for item in own {
            say(self, sheet, item);
        }
    }

    fn renamed(&self, sheet: &mut Sheet, item: &Lineage) {
        let (Some(old), Some(new)) = (&item.old, &item.new) else { return };
        let ids = o::between(sheet.lang(), old, new);
        self.line(sheet, item, &ids, &[]);
    }

    fn reworded(&self, sheet: &mut Sheet, item: &Lineage) {
        let lang = sheet.lang();
        self.line(sheet, item, &id(item), &[]);
        let Some((old, was, is)) =
            self.old.zip(item.old.as_ref()).zip(item.new.as_ref()).map(|((of, was), is)| (of, was, is))
        else {
            return;
        };
        let title = |of: &Checklist, key: &Key| of.title(key).map(|title| one_line(title.get(lang)));
        let before = title(old, was);
        let mut said: Vec<String> = Vec::new();
        if let Some(before) = before.filter(|before| Some(before) != title(self.new, is).as_ref()) {
            said.push(o::was(lang, before));
        }
        said.extend(requirements(old, was, self.new, is, lang));
        if said.is_empty() {
            said.push(o::guidance_changed(lang).to_owned());
        }
        for line in said {
            sheet.text(4, &line, Meaning::Muted);
        }
    }

    fn moved(&self, sheet: &mut Sheet, item: &Lineage) {
        let lang = sheet.lang();
        let levels = item.moved.map(|(from, to)| o::level_change(lang, from, to));
        self.line(sheet, item, &id(item), levels.as_slice());
    }

    fn placed(&self, sheet: &mut Sheet, item: &Lineage) {
        let lang = sheet.lang();
        let kind = match (&item.new, &item.old) {
            (Some(key), _) => Some(wording::kind(self.new, key, lang)),
            (None, Some(key)) => self.old.map(|old| wording::kind(old, key, lang)),
            (None, None) => None,
        };
        self.line(sheet, item, &id(item), kind.as_slice());
    }

    /// An item with its title, its ids, what there is to say of it, and what was answered.
    fn line(&self, sheet: &mut Sheet, item: &Lineage, ids: &str, more: &[String]) {
        let lang = sheet.lang();
        let title = match (&item.new, &item.old) {
            (Some(key), _) => self.new.title(key),
            (None, Some(key)) => self.old.and_then(|old| old.title(key)),
            (None, None) => None,
        };
        let ids = one_line(ids);
        let mut shown = title.map_or_else(|| ids.clone(), |title| r::aside(lang, one_line(title.get(lang)), &ids));
        let answered = self.answers.zip(item.old.as_ref()).and_then(|(answers, key)| said(answers, key, lang));
        for part in more.iter().cloned().chain(answered) {
            shown = format!("{shown} · {part}");
        }
        sheet.marked(2, ("-", Meaning::Muted), &shown, Meaning::Body);
    }
}

/// What is required of an item in another way now, besides what its words say.
fn requirements(of_old: &Checklist, was: &Key, of_new: &Checklist, is: &Key, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    match (was, is) {
        (Key::Criterion(was), Key::Criterion(is)) => {
            let Some((was, is)) = of_old.criterion(was).zip(of_new.criterion(is)) else { return said };
            match (was.evidence_required, is.evidence_required) {
                (false, true) => said.push(o::evidence_now(lang).to_owned()),
                (true, false) => said.push(o::evidence_no_longer(lang).to_owned()),
                _ => {}
            }
            match (was.na_allowed, is.na_allowed) {
                (true, false) => said.push(o::waiver_no_longer(lang).to_owned()),
                (false, true) => said.push(o::waiver_now(lang).to_owned()),
                _ => {}
            }
        }
        (Key::Metric(was), Key::Metric(is)) => {
            let Some((was, is)) = of_old.metric(was).zip(of_new.metric(is)) else { return said };
            let target = |metric: &Metric| {
                let unit = metric.unit.as_ref().map_or("", |unit| unit.get(lang));
                metric.target.map_or_else(|| r::no_target(lang).to_owned(), |target| wording::target(target, unit))
            };
            let (was, is) = (target(was), target(is));
            if was != is {
                said.push(format!("{}{}{}", r::target(lang), terms::colon(lang), o::between(lang, was, is)));
            }
        }
        _ => {}
    }
    said
}

fn id(item: &Lineage) -> String {
    item.new.as_ref().or(item.old.as_ref()).map(Key::to_string).unwrap_or_default()
}

/// The answer or the value of an item, if there is one.
fn said(answers: &Assessment, key: &Key, lang: Lang) -> Option<String> {
    let entry = answers.entry(key)?;
    let value = entry.value().map(|value| value.to_string());
    value.or_else(|| Some(wording::answer(key, Some(entry.answer()?), lang).to_owned()))
}

#[derive(Serialize)]
struct Difference<'a> {
    format: u32,
    old: Which<'a>,
    new: Which<'a>,
    same: bool,
    counts: Counts,
    items: Vec<Item>,
}

/// A checklist by name.
#[derive(Serialize)]
pub(super) struct Which<'a> {
    id: &'a Id,
    version: String,
    digest: Option<&'a str>,
}

impl<'a> Which<'a> {
    pub(super) fn of(checklist: &'a Checklist) -> Self {
        Self { id: checklist.id(), version: checklist.version().to_string(), digest: Some(checklist.digest()) }
    }

    /// The one that an assessment names.
    pub(super) fn named(by: &'a Assessment) -> Self {
        let named = &by.checklist;
        Self { id: &named.id, version: named.version.clone(), digest: named.digest.as_deref() }
    }
}

/// How many items there are of each kind; one that was renamed and reworded counts as both.
#[derive(Serialize)]
pub(super) struct Counts {
    kept: usize,
    renamed: usize,
    reworded: usize,
    moved: usize,
    new: usize,
    retired: usize,
}

impl Counts {
    pub(super) fn of(diff: &Succession) -> Self {
        let count = |belongs: fn(&Lineage) -> bool| diff.items.iter().filter(|item| belongs(item)).count();
        Self {
            kept: count(Lineage::kept),
            renamed: count(Lineage::renamed),
            reworded: count(|item| item.reworded),
            moved: count(|item| item.moved.is_some()),
            new: count(|item| item.old.is_none()),
            retired: count(|item| item.new.is_none()),
        }
    }
}

/// What became of an item.
#[derive(Serialize)]
pub(super) struct Item {
    section: &'static str,
    old: Option<String>,
    new: Option<String>,
    kept: bool,
    renamed: bool,
    reworded: bool,
    moved: Option<Move>,
}

#[derive(Serialize)]
struct Move {
    from: Level,
    to: Level,
}

impl Item {
    pub(super) fn of(item: &Lineage) -> Self {
        let key = item.new.as_ref().or(item.old.as_ref());
        Self {
            section: key.map_or("", |key| key.section().name()),
            old: item.old.as_ref().map(Key::to_string),
            new: item.new.as_ref().map(Key::to_string),
            kept: item.kept(),
            renamed: item.renamed(),
            reworded: item.reworded,
            moved: item.moved.map(|(from, to)| Move { from, to }),
        }
    }
}
