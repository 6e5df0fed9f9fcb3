//! What became of each item between two texts of a checklist, and what a migration from the one to the other does.

use std::collections::HashSet;
use std::fmt::Display;

use super::document::{Block, Document, Item, Items, Line, quote};
use super::parts::{DASH, kind};
use crate::diff::likeness::says;
use crate::diff::versions::{Lineage, Succession};
use crate::i18n::{Lang, say};
use crate::migrate::{Migration, Why};
use crate::model::checklist::Metric;
use crate::model::{Assessment, Checklist, Entry, Id, Key};
use crate::style::Meaning;
use crate::text::{one_line, truncate};
use crate::wording;

/// How many items of a kind are told of a migration that is done.
const FEW: usize = 10;

/// The most cells that a title has here.
const LONGEST: usize = 140;

/// The same where one is told after the other, and nothing is held against it.
const LINE: usize = 44;

/// What changed from one checklist to the other.
pub fn page<'a>(old: &'a Checklist, new: &'a Checklist, diff: &'a Succession, lang: Lang) -> Document<'a> {
    let mut page = Document::default();
    page.heading(1, between((old.id(), &old.version()), new, lang));
    page.push(Block::Space);
    let others = diff.items.iter().filter_map(|item| item.was.as_ref().zip(item.new.as_ref())).unzip();
    Listing { old: Some(old), new, diff, migrated: None, others, lang }.put(&mut page);
    if diff.items.iter().all(Lineage::kept) {
        page.push(Line::ours(say::no_difference(lang)).meaning(Meaning::Met));
    }
    page
}

/// A migration with all that it speaks of.
#[derive(Clone, Copy, Debug)]
pub struct Migrated<'a> {
    /// The assessment as it was.
    pub old: &'a Assessment,
    /// The text of its checklist, where that is at hand.
    pub made_with: Option<&'a Checklist>,
    /// The new checklist.
    pub new: &'a Checklist,
    /// What the migration does.
    pub migration: &'a Migration,
    /// The new file; `None` where none is known.
    pub path: Option<&'a str>,
    /// Whether it was written.
    pub written: bool,
}

/// What becomes of the items, and of the level.
pub fn migration(of: Migrated<'_>, lang: Lang) -> Document<'_> {
    let mut page = Document::default();
    let (old, migration) = (of.old, of.migration);
    let warning = |said: String| Line::ours(said).meaning(Meaning::Warning);
    let who = Line::theirs(&old.team).and_ours(say::from_to(lang, old.date, migration.assessment.date));
    page.heading(1, who.meaning(Meaning::Title));
    page.push(between((&old.checklist.id, &quote(&old.checklist.version)), of.new, lang));
    level(&mut page, of, lang);
    if !migration.text_known {
        page.push(warning(say::text_unknown(lang).to_owned()));
    }
    if let Some(target) = migration.lowered_target {
        page.push(warning(say::target_lowered(lang, target, of.new.max_level())));
    }
    let reworded = migration.diff.items.iter().any(|item| item.reworded);
    if reworded && migration.assessment.date == old.date {
        page.push(warning(say::same_day_confirm(lang, old.date)));
    }
    page.push(Block::Space);
    let others = migration.beside.iter().map(|one| (&one.was, &one.is)).unzip();
    Listing { old: of.made_with, new: of.new, diff: &migration.diff, migrated: Some(of), others, lang }.put(&mut page);
    page.push(Block::Space);
    if let Some(path) = of.path {
        // Whole on one line, however long: it is there to be copied.
        let (said, meaning) = if of.written {
            (say::migrated_to(lang, quote(path)), Meaning::Met)
        } else {
            (say::would_write(lang, quote(path)), Meaning::Muted)
        };
        page.push(Block::Verbatim(Line::said(&said).meaning(meaning)));
    }
    if !of.written {
        page.push(Line::ours(say::not_written(lang)).meaning(Meaning::Muted));
    }
    page
}

/// The level before and after; what blocks the next one, where it fell.
fn level<'a>(page: &mut Document<'a>, of: Migrated<'a>, lang: Lang) {
    let (before, after) = (of.migration.before, of.migration.after);
    let said = match before {
        Some(before) if before == after => say::level_same(lang, after),
        Some(before) => say::level_from_to(lang, before, after),
        None => say::level_from_to(lang, say::unknown(lang), after),
    };
    let fell = before.is_some_and(|before| after < before);
    page.push(Line::ours(said).meaning(if fell { Meaning::Blocked } else { Meaning::Body }));
    if fell {
        let titled = |id: &Id| say::aside(lang, quote(&short(&wording::criterion(of.new, id, lang), LINE)), id);
        let blocking: Vec<String> = of.migration.blocking.iter().take(FEW).map(titled).collect();
        let left = of.migration.blocking.len().saturating_sub(blocking.len());
        let blocking = blocking.join(say::semicolon(lang));
        let said = say::blocked_by(lang, if left > 0 { say::and_more(lang, blocking, left) } else { blocking });
        page.push(Items::new(vec![Item::plain(Line::said(&said))]));
    }
}

/// A checklist and another one, each by id and version; the id once where it is the same.
fn between<'a>(old: (&Id, &dyn Display), new: &Checklist, lang: Lang) -> Line<'a> {
    let now = if old.0 == new.id() { new.version().to_string() } else { format!("{} {}", new.id(), new.version()) };
    Line::said(&say::from_to(lang, format!("{} {}", old.0, old.1), now)).meaning(Meaning::Title)
}

/// The items, group by group.
struct Listing<'a> {
    /// The old checklist, where its text is at hand.
    old: Option<&'a Checklist>,
    /// The new one.
    new: &'a Checklist,
    /// What became of each item.
    diff: &'a Succession,
    /// What is migrated, where it is about that.
    migrated: Option<Migrated<'a>>,
    /// The keys of the questions that are others now: of the old ones, and of those that they stand beside.
    others: (HashSet<&'a Key>, HashSet<&'a Key>),
    lang: Lang,
}

impl<'a> Listing<'a> {
    /// How many items were kept, and every other one under what became of it.
    fn put(&self, page: &mut Document<'a>) {
        let lang = self.lang;
        let (migrates, known) = (self.migrated.is_some(), self.old.is_some());
        let kept = self.diff.items.iter().filter(|item| item.kept() && !self.stands_beside(item)).count();
        page.push(Line::ours(say::with_count(lang, say::kept(lang), kept)));
        let reworded = if migrates { say::reworded_confirm(lang) } else { say::group_reworded(lang) };
        let new = if known { say::group_new(lang) } else { say::not_answered_before(lang) };
        let retired = if migrates { say::retired_kept(lang) } else { say::group_retired(lang) };
        self.tell_others(page);
        self.group(page, say::group_renamed(lang), |item| item.renamed() && !self.stands_beside(item), Self::renamed);
        self.group(page, reworded, |item| item.reworded && !self.stands_beside(item), Self::reworded);
        self.group(page, say::group_moved(lang), |item| item.moved.is_some(), Self::moved);
        self.group(page, new, |item| item.old.is_none() && !self.stands_beside(item), Self::placed);
        let gone = |item: &Lineage| item.new.is_none() && !self.stands_beside(item);
        self.group(page, retired, |item| gone(item) && (!migrates || self.entry(item).is_some()), Self::placed);
        let silent = self.diff.items.iter().filter(|item| migrates && gone(item) && self.entry(item).is_none()).count();
        if silent > 0 && known {
            page.heading(
                2,
                Line::ours(say::with_count(lang, say::group_retired(lang), say::not_answered_more(lang, silent))),
            );
        }
    }

    /// Whether an item is told among the questions that are others now.
    fn stands_beside(&self, item: &Lineage) -> bool {
        match (&item.new, &item.old) {
            (Some(now), _) => self.others.1.contains(now),
            (None, Some(was)) => self.others.0.contains(was),
            (None, None) => false,
        }
    }

    /// The questions that are others now, and what stands beside them.
    fn tell_others(&self, page: &mut Document<'a>) {
        let lang = self.lang;
        let Some(of) = self.migrated else {
            return self.group(
                page,
                say::group_other(lang),
                |item| item.was.is_some(),
                |listing, item| {
                    let line = listing.titled(item, &id(item), LONGEST);
                    Item::marked(DASH, line).with(item.was.iter().map(|was| listing.then(was, &[]).into()).collect())
                },
            );
        };
        let told = of.migration.beside.iter().map(|one| {
            let line = Line::said(&self.named(self.new, &one.is));
            if self.old.is_none() && one.was == one.is {
                return Item::marked(DASH, line.and(self.answered(&one.was)));
            }
            let mut more = vec![self.answered(&one.was)];
            more.extend(match one.why {
                Why::OtherQuestion => None,
                Why::Split => Some(Line::ours(say::why_split(lang))),
                Why::Merged => Some(Line::ours(say::why_merged(lang))),
                Why::Unknown => Some(Line::ours(say::why_unknown(lang))),
            });
            Item::marked(DASH, line).with(vec![self.then(&one.was, &more).into()])
        });
        let title = if self.old.is_some() { say::stands_beside(lang) } else { say::not_recognised(lang) };
        self.heads(page, title, told.collect());
    }

    /// What an item was called, and what else there is to say of it as it was.
    fn then(&self, was: &Key, more: &[Line<'a>]) -> Line<'a> {
        let title = self.old.map_or_else(|| was.to_string(), |old| self.named(old, was));
        let line = Line::said(&say::was(self.lang, quote(&title)));
        more.iter().cloned().fold(line, Line::and).meaning(Meaning::Muted)
    }

    /// An item of either checklist by its title and its id.
    fn named(&self, of: &Checklist, key: &Key) -> String {
        say::aside(self.lang, quote(&short(&wording::title(of, key, self.lang), LONGEST)), key)
    }

    /// Items under a title that counts them. Of what is written already a few are enough.
    fn heads(&self, page: &mut Document<'a>, title: &str, mut own: Vec<Item<'a>>) {
        if own.is_empty() {
            return;
        }
        page.heading(2, Line::ours(say::with_count(self.lang, title, own.len())));
        let left = own.len().saturating_sub(if self.migrated.is_some_and(|of| of.written) { FEW } else { own.len() });
        if left > 1 {
            own.truncate(FEW);
            let rest = Line::ours(say::dry_run_lists(self.lang, left)).meaning(Meaning::Muted);
            own.push(Item::marked(DASH, rest));
        }
        page.push(Items::new(own));
    }

    fn group(
        &self,
        page: &mut Document<'a>,
        title: &str,
        belongs: impl Fn(&Lineage) -> bool,
        say: impl Fn(&Self, &'a Lineage) -> Item<'a>,
    ) {
        let own = self.diff.items.iter().filter(|item| belongs(item)).map(|item| say(self, item)).collect();
        self.heads(page, title, own);
    }

    fn renamed(&self, item: &'a Lineage) -> Item<'a> {
        let ids = item.old.as_ref().zip(item.new.as_ref()).map(|(old, new)| say::from_to(self.lang, old, new));
        Item::marked(DASH, self.titled(item, &ids.unwrap_or_default(), LINE).and(self.answer(item)))
    }

    fn reworded(&self, item: &'a Lineage) -> Item<'a> {
        let line = self.titled(item, &id(item), LONGEST).and(self.answer(item));
        let pair = self.old.zip(item.old.as_ref()).zip(item.new.as_ref());
        let body = pair.map_or_else(Vec::new, |((old, was), is)| self.changed(old, was, is));
        Item::marked(DASH, line).with(body)
    }

    /// What else an item says than it did.
    fn changed(&self, old: &'a Checklist, was: &Key, is: &Key) -> Vec<Block<'a>> {
        let lang = self.lang;
        let title = |of: &'a Checklist, key: &Key| of.title(key).map(|title| title.get(lang));
        let (before, after) = (title(old, was), title(self.new, is));
        let mut said: Vec<Line<'a>> = Vec::new();
        if let Some(before) = before.filter(|before| after.is_none_or(|after| !says(before, after))) {
            said.push(Line::said(&say::was(lang, quote(&short(before, LONGEST)))));
        }
        said.extend(requirements(old, was, self.new, is, lang).into_iter().map(|one| Line::said(&one)));
        if said.is_empty() {
            said.push(Line::ours(say::guidance_changed(lang)));
        }
        said.into_iter().map(|line| line.meaning(Meaning::Muted).into()).collect()
    }

    fn moved(&self, item: &'a Lineage) -> Item<'a> {
        let line = self.titled(item, &id(item), LINE);
        let line = match item.moved {
            Some((from, to)) => line.and_ours(say::level_from_to(self.lang, from, to)),
            None => line,
        };
        Item::marked(DASH, line.and(self.answer(item)))
    }

    fn placed(&self, item: &'a Lineage) -> Item<'a> {
        let line = self.titled(item, &id(item), LINE);
        let line = match (&item.new, &item.old, self.old) {
            (Some(key), _, _) => line.and(kind(self.new, key, self.lang)),
            (None, Some(key), Some(old)) => line.and(kind(old, key, self.lang)),
            (None, _, _) => line,
        };
        Item::marked(DASH, line.and(self.answer(item)))
    }

    /// An item with its title and its ids.
    fn titled(&self, item: &'a Lineage, ids: &str, cells: usize) -> Line<'a> {
        let title = match (&item.new, &item.old) {
            (Some(key), _) => Some(wording::title(self.new, key, self.lang)),
            (None, Some(key)) => self.old.map(|old| wording::title(old, key, self.lang)),
            (None, None) => None,
        };
        let said = match title {
            Some(title) => say::aside(self.lang, quote(&short(&title, cells)), ids),
            None => quote(ids),
        };
        Line::said(&said)
    }

    /// What was said of an item, if anything was.
    fn entry(&self, item: &Lineage) -> Option<&'a Entry> {
        self.migrated?.old.entry(item.old.as_ref()?)
    }

    /// The answer or the value of an item, if there is one.
    fn answer(&self, item: &Lineage) -> Line<'a> {
        item.old.as_ref().map_or_else(|| Line::new(Meaning::Body), |key| self.answered(key))
    }

    fn answered(&self, key: &Key) -> Line<'a> {
        let line = Line::new(Meaning::Body);
        let Some(entry) = self.migrated.and_then(|of| of.old.entry(key)) else { return line };
        match (entry.value(), entry.answer()) {
            (Some(value), _) => line.and_ours(value.to_string()),
            (None, Some(answer)) => {
                line.and_ours(wording::answer(self.old.unwrap_or(self.new), key, Some(answer), self.lang).to_owned())
            }
            (None, None) => line,
        }
    }
}

/// A title that leaves room for others.
fn short(title: &str, cells: usize) -> String {
    truncate(&one_line(title), cells).into_owned()
}

/// What is required of an item in another way now, besides what its words say.
fn requirements(of_old: &Checklist, was: &Key, of_new: &Checklist, is: &Key, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    match (was, is) {
        (Key::Criterion(was), Key::Criterion(is)) => {
            let Some((was, is)) = of_old.criterion(was).zip(of_new.criterion(is)) else { return said };
            match (was.evidence_required, is.evidence_required) {
                (false, true) => said.push(say::evidence_now(lang).to_owned()),
                (true, false) => said.push(say::evidence_no_longer(lang).to_owned()),
                _ => {}
            }
            match (was.na_allowed, is.na_allowed) {
                (true, false) => said.push(say::waiver_no_longer(lang).to_owned()),
                (false, true) => said.push(say::waiver_now(lang).to_owned()),
                _ => {}
            }
        }
        (Key::Metric(was), Key::Metric(is)) => {
            let Some((was, is)) = of_old.metric(was).zip(of_new.metric(is)) else { return said };
            let target = |metric: &Metric| {
                let unit = metric.unit_in(lang);
                metric
                    .target
                    .map_or_else(|| say::no_target(lang).to_owned(), |target| quote(&wording::target(target, unit)))
            };
            let (was, is) = (target(was), target(is));
            if was != is {
                said.push(format!("{}{}{}", say::target(lang), say::colon(lang), say::from_to(lang, was, is)));
            }
        }
        _ => {}
    }
    said
}

fn id(item: &Lineage) -> String {
    item.new.as_ref().or(item.old.as_ref()).map(Key::to_string).unwrap_or_default()
}
