//! What an import took from where, what it did to a file that was there, and what it left.

use super::document::{Block, Cell, Document, Fact, Facts, Item, Items, Kind, Line, Table, quote};
use super::parts::DASH;
use crate::i18n::{Lang, say};
use crate::import::{Change, Draft, Entry, Found, Skipped, Written};
use crate::style::Meaning;

/// The most items that are shown of each kind.
const SHOWN: usize = 5;

/// The most changes, and the most that was skipped, that are shown.
const TOLD: usize = 20;

/// An import with all that it speaks of.
#[derive(Clone, Copy, Debug)]
pub struct Imported<'a> {
    /// What was found.
    pub found: &'a Found,
    /// What was made of it.
    pub draft: &'a Draft,
    /// What was written.
    pub written: &'a Written,
    /// Whether it is of more files than one.
    pub several: bool,
    /// Whether the file was there.
    pub there: bool,
}

/// The import.
pub fn page(of: Imported<'_>, lang: Lang) -> Document<'_> {
    let Imported { found, draft, .. } = of;
    let mut page = Document::default();
    let head = |key: &str| draft.head.text(key).unwrap_or_default();
    page.heading(1, Line::theirs(head("title")).and_ours(format!("{} {}", draft.id, quote(head("version")))));
    let (levels, areas) = (draft.levels.len(), draft.areas.len());
    page.push(Line::ours(say::import_counts(lang, draft.criteria.len(), levels, areas, draft.deliverables.len())));
    for remark in &draft.remarks {
        page.push(Line::said(remark.get(lang)).meaning(Meaning::Warning));
    }
    columns(&mut page, found, lang);
    page.heading(2, Line::ours(say::import_first_items(lang)));
    let entries = || draft.criteria.iter().take(SHOWN).chain(draft.deliverables.iter().take(2));
    page.push(Items::new(entries().map(|entry| Item::marked(DASH, shown(entry, lang))).collect()));
    if of.there {
        changes(&mut page, of.written, lang);
    }
    skipped(&mut page, of, lang);
    page
}

/// What stands in which column.
fn columns<'a>(page: &mut Document<'a>, found: &'a Found, lang: Lang) {
    if found.mapped.is_empty() && found.unused.is_empty() {
        return;
    }
    page.heading(2, Line::ours(say::import_columns_title(lang)));
    let mut table = Table::new(&[(say::import_field(lang), Kind::Words), (say::import_column(lang), Kind::Title)]);
    for (field, column) in &found.mapped {
        table.row([Cell::from(Line::ours(field.name())), Line::theirs(column).into()]);
    }
    page.push(table);
    if !found.unused.is_empty() {
        let all = found.unused.join(say::comma(lang));
        let said = say::import_unused_hint(lang, quote(&all));
        page.push(Facts::new(vec![Fact::new(say::import_unused(lang), Line::said(&said))]));
    }
}

/// An item: its number and title, its level, its id.
fn shown(entry: &Entry, lang: Lang) -> Line<'_> {
    let title = entry.text("title").unwrap_or_default();
    let line = match entry.text("code") {
        Some(code) => Line::theirs(code).then_ours(" ").then_theirs(title),
        None => Line::theirs(title),
    };
    let line = match entry.level() {
        Some(level) => line.and_ours(say::level(lang, level)),
        None => line.and_ours(say::deliverable(lang)),
    };
    line.and(Line::ours(entry.id.clone()).meaning(Meaning::Muted))
}

/// What was done to a file that was there: an item a line.
fn changes<'a>(page: &mut Document<'a>, written: &'a Written, lang: Lang) {
    page.heading(2, Line::ours(say::import_changes(lang)));
    if written.changes.is_empty() {
        page.push(Line::ours(say::import_no_changes(lang)));
        return;
    }
    let mut items: Vec<(&str, &str, Vec<&Change>)> = Vec::new();
    for (table, id, change) in &written.changes {
        match items.last_mut().filter(|(own, of, _)| own == table && of == id) {
            Some((_, _, changes)) => changes.push(change),
            None => items.push((table, id, vec![change])),
        }
    }
    let count = |is: fn(&Change) -> bool| items.iter().filter(|(.., all)| all.iter().any(|one| is(one))).count();
    page.push(Line::ours(say::import_change_count(
        lang,
        count(|one| *one == Change::Added),
        count(|one| matches!(one, Change::Updated(_))),
        count(|one| matches!(one, Change::Kept(_))),
        count(|one| *one == Change::Gone),
    )));
    // What somebody has to look at comes first.
    items.sort_by_key(|(.., all)| match all.first() {
        Some(Change::Gone) => 0,
        Some(Change::Kept(_)) => 1,
        Some(Change::Updated(_)) => 2,
        Some(Change::Added) => 3,
        _ => 4,
    });
    let more = items.len().saturating_sub(TOLD);
    let told = items.into_iter().take(TOLD).map(|(table, id, all)| {
        let keys = |is: fn(&Change) -> Option<&String>| {
            let keys: Vec<String> = all.iter().filter_map(|one| is(one)).map(|key| quote(key)).collect();
            (!keys.is_empty()).then(|| keys.join(say::comma(lang)))
        };
        let updated = keys(|one| if let Change::Updated(key) = one { Some(key) } else { None });
        let kept = keys(|one| if let Change::Kept(key) = one { Some(key) } else { None });
        let plain = all.iter().find_map(|one| match one {
            Change::Added => Some(say::import_added(lang)),
            Change::LeftOut => Some(say::import_left_out(lang)),
            Change::Gone => Some(say::import_gone(lang)),
            Change::Updated(_) | Change::Kept(_) => None,
        });
        let said = [
            plain.map(str::to_owned),
            kept.map(|keys| say::import_kept(lang, keys)),
            updated.map(|keys| say::import_updated(lang, keys)),
        ];
        let line = Line::ours(format!("{table}.{}", quote(id)));
        Item::marked(DASH, said.into_iter().flatten().fold(line, |line, said| line.and_said(&said)))
    });
    page.push(Items::new(told.collect()));
    rest(page, more, lang);
}

fn skipped<'a>(page: &mut Document<'a>, of: Imported<'a>, lang: Lang) {
    let all = &of.found.skipped;
    if all.is_empty() {
        return;
    }
    page.heading(2, Line::ours(say::with_count(lang, say::import_skipped(lang), all.len())));
    let told = all.iter().take(TOLD).map(|Skipped { file, at, what, why }| {
        let line = Line::ours(at.shown(lang));
        let line = if of.several { Line::theirs(file).and(line) } else { line };
        let line = if what.is_empty() { line } else { line.and_theirs(what) };
        Item::marked(DASH, line.and_said(why.get(lang)))
    });
    page.push(Items::new(told.collect()));
    rest(page, all.len().saturating_sub(TOLD), lang);
}

fn rest(page: &mut Document<'_>, more: usize, lang: Lang) {
    if more > 0 {
        page.push(Block::Prose(Line::ours(say::import_more(lang, more)).meaning(Meaning::Muted)));
    }
}
