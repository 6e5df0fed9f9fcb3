//! Every item on the page, with note, evidence, owner and due date.

use maud::{Markup, html};

use super::{class, sign, user};
use crate::i18n::{Lang, report as r, terms};
use crate::model::{Entry, Evidence, Key};
use crate::report::{link, parts, sheet::DOT};
use crate::scorecard::Scorecard;
use crate::style::Meaning;
use crate::text::{one_line, width};
use crate::wording;

/// The most cells that a part may have which stays on one line, on the narrowest screen too.
const SHORT: usize = 28;

/// Every item, section by section; then the answers to what the checklist does not have.
pub(super) fn all(card: &Scorecard, lang: Lang) -> Markup {
    let mut retired = card.retired().peekable();
    html! {
        section aria-labelledby="items" {
            h2 id="items" { (r::answers(lang)) }
            @for (title, keys) in parts::sections(card, lang) {
                h3 { (user(&title.join(DOT))) }
                @for key in &keys {
                    @let title = wording::title(&card.checklist, key, lang);
                    (item(card, key, parts::item_mark(card, key), &title, &parts::said(card, key, lang), lang))
                }
            }
            @if retired.peek().is_some() { h3 { (r::retired(lang)) } }
            @for (key, entry) in retired {
                @let said = [parts::retired_said(key, entry, lang)];
                (item(card, key, ("-", Meaning::Muted), &one_line(&key.path().join(".")), &said, lang))
            }
        }
    }
}

fn item(card: &Scorecard, key: &Key, mark: (&str, Meaning), title: &str, said: &[String], lang: Lang) -> Markup {
    let entry = card.assessment.entry(key);
    html! {
        div class="item" {
            p { (sign(mark)) strong { (user(title)) } span class=(class(mark.1)) { (further(said)) } }
            @if let Some(entry) = entry.filter(|entry| has_details(entry)) { (details(card, key, entry, lang)) }
        }
    }
}

/// The further parts of a sentence: a short one, such as a day, stays on one line.
fn further(parts: &[String]) -> Markup {
    html! {
        @for part in parts {
            (DOT) span class=[(width(part) <= SHORT).then_some("nowrap")] { (user(part)) }
        }
    }
}

fn has_details(entry: &Entry) -> bool {
    entry.note.is_some() || !entry.evidence.is_empty() || entry.owner.is_some() || entry.due.is_some()
}

fn details(card: &Scorecard, key: &Key, entry: &Entry, lang: Lang) -> Markup {
    html! {
        dl class="facts" {
            @if let Some(note) = &entry.note {
                dt { (terms::note(lang)) } dd class="note" dir="auto" { (user(note.trim_end())) }
            }
            @if !entry.evidence.is_empty() {
                dt { (terms::evidence(lang)) }
                @for evidence in &entry.evidence { dd { (shown(card, evidence, lang)) } }
            }
            @if let Some(owner) = &entry.owner { dt { (terms::owner(lang)) } dd { (user(&one_line(owner))) } }
            @if entry.due.is_some() {
                @let (due, meaning) = parts::due(card, key, entry, lang);
                dt { (terms::due(lang)) } dd class=(class(meaning)) { (due) }
            }
        }
    }
}

/// Evidence, its reference a link where it may be one. The reference itself is what is read, so that paper has it too.
fn shown(card: &Scorecard, evidence: &Evidence, lang: Lang) -> Markup {
    let (parts, valid) = wording::evidence_parts(evidence, card.assessment.date, lang);
    html! {
        @if let Some((reference, rest)) = parts.split_first() {
            @if let Some(link) = link::address(reference) { a href=(link.href()) rel="noopener noreferrer" { (user(reference)) } }
            @else { (user(reference)) }
            span class=(if valid { "body" } else { "warning" }) { (further(rest)) }
        }
    }
}
