//! What is recorded of an item: answers, waivers, and what stands beside them; and taken back again.

use std::io::{BufRead, Write};

use jiff::civil::Date;

use super::ask::Typed;
use super::{Done, Next, Sitting};
use crate::edits::Edit;
use crate::i18n::{Lang, Text, say};
use crate::model::checklist::Target;
use crate::model::{Answer, Entry, Evidence, Given, Key, Reason, date};
use crate::page::document::{Document, Items, Set};
use crate::page::parts::evidence_item;
use crate::text::one_line;
use crate::wording;

/// Why an item does not apply, and until which day, as far as that is said.
type Why = (Option<Reason>, Option<Date>);

impl<R: BufRead, W: Write> Sitting<R, W> {
    /// Records an answer or a value, dated.
    pub(super) fn give(&mut self, key: &Key, shown: &str, given: Given) -> Done<()> {
        let day = self.card.assessment.answer_day(self.today);
        self.edit(key, shown, |entry| entry.give(Some(given), day))
    }

    /// Waives an item, once it is said why; says whether it is waived.
    pub(super) fn waive(&mut self, key: &Key) -> Done<bool> {
        let reason = self.ask_reason(key, say::ask_reason(self.lang))?;
        if reason == Typed::Kept {
            self.lines.say(say::not_waived(self.lang))?;
            return Ok(false);
        }
        let day = self.card.assessment.answer_day(self.today);
        self.put_reason(key, reason, |entry| entry.give(Some(Given::Answer(Answer::NA)), day))?;
        Ok(true)
    }

    /// Changes why an item does not apply.
    pub(super) fn explain_waiver(&mut self, key: &Key) -> Done<()> {
        match self.ask_reason(key, say::ask_reason_again(self.lang))? {
            Typed::Kept => self.lines.say(say::unchanged(self.lang)),
            reason => self.put_reason(key, reason, |_| {}),
        }
    }

    fn put_reason(&mut self, key: &Key, why: Typed<Why>, first: impl FnOnce(&mut Entry)) -> Done<()> {
        let (reason, until) = why.or(None).unwrap_or_default();
        let why = reason.map_or(say::no_reason(self.lang), |reason| reason.term(self.lang));
        let why = until.map_or_else(|| why.to_owned(), |until| say::waived_until(self.lang, why, until));
        let shown = say::aside(self.lang, say::answer_na(self.lang), why);
        self.edit(key, &shown, |entry| {
            first(entry);
            (entry.reason, entry.until) = (reason, until);
        })
    }

    /// The reason that was chosen, and until which day it holds; that no reason is to be given is a choice too. Without a day
    /// the one that is there stays, unless it is past; `-` in its place takes it away.
    fn ask_reason(&mut self, key: &Key, prompt: &str) -> Done<Typed<Why>> {
        let lang = self.lang;
        let words = Reason::ALL.iter().map(|reason| reason.term(lang)).chain([say::reason_none(lang)]);
        for (at, word) in words.enumerate() {
            self.lines.say(&format!("  {} {word}", at + 1))?;
        }
        loop {
            let Some(typed) = self.lines.ask(prompt)?.filter(|typed| !typed.is_empty()) else { return Ok(Typed::Kept) };
            let (number, until) = typed.split_once(' ').unwrap_or((typed.as_str(), ""));
            let at = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let Some(at) = at.filter(|at| *at <= Reason::ALL.len()) else {
                self.refuse(&typed, say::allowed_reason(lang))?;
                continue;
            };
            match self.read_until(key, until.trim()) {
                Ok(until) => return Ok(Typed::New((Reason::ALL.get(at).copied(), until))),
                Err(why) => self.lines.say(why.get(lang))?,
            }
        }
    }

    /// The last day of a waiver that was typed behind its reason.
    fn read_until(&self, key: &Key, typed: &str) -> Result<Option<Date>, Text> {
        let today = self.card.assessment.date;
        match typed {
            "" => Ok(self.entry(key).until.filter(|until| *until >= today)),
            "-" | "－" => Ok(None),
            typed => match day(typed, self.today)? {
                past if past < today => Err(say::until_past(past)),
                until => Ok(Some(until)),
            },
        }
    }

    /// Takes over the answer that was given to another question.
    pub(super) fn take_over(&mut self, key: &Key) -> Done<()> {
        let day = self.card.assessment.answer_day(self.today);
        let mut taken = self.entry(key);
        taken.take_over(day);
        let shown = self.answered(key, &taken);
        self.edit(key, &say::taken_over(self.lang, shown), |entry| *entry = taken)
    }

    /// An answer, or a value, as it is told.
    fn answered(&self, key: &Key, entry: &Entry) -> String {
        match entry.value() {
            Some(value) => wording::quantity(value, self.unit(key)),
            None => one_line(wording::answer(&self.card.checklist, key, entry.answer(), self.lang)),
        }
    }

    /// Confirms a carried answer as it is.
    pub(super) fn confirm(&mut self, key: &Key) -> Done<()> {
        let day = self.card.assessment.answer_day(self.today);
        let shown = self.answered(key, &self.entry(key));
        self.edit(key, &say::confirmed(self.lang, shown), |entry| entry.confirm(day))
    }

    /// Takes an answer back.
    pub(super) fn clear(&mut self, key: &Key) -> Done<()> {
        let today = self.today;
        self.edit(key, say::unanswered(self.lang), |entry| entry.give(None, today))
    }

    pub(super) fn note(&mut self, key: &Key) -> Done<()> {
        let lang = self.lang;
        let there = self.entry(key).note;
        let prompt = if there.is_some() { say::ask_note(lang) } else { say::ask_new_note(lang) };
        let note = match self.lines.ask(prompt)?.as_deref() {
            None | Some("") => return self.lines.say(say::note_kept(lang)),
            Some("-" | "－") => None,
            Some(typed) => Some(match (typed.strip_prefix("+ "), there) {
                (Some(line), Some(there)) => format!("{}\n{line}", there.trim_end()),
                _ => typed.to_owned(),
            }),
        };
        self.edit(key, say::the_note(lang), |entry| entry.note = note)
    }

    pub(super) fn owner(&mut self, key: &Key) -> Done<()> {
        let there = self.entry(key).owner;
        let asked = self.lines.ask_for(say::ask_owner(self.lang), there.as_deref(), any)?;
        self.put_beside(key, asked, say::word_owner(self.lang), Clone::clone, |entry, owner| entry.owner = owner)
    }

    pub(super) fn due(&mut self, key: &Key) -> Done<()> {
        let there = self.entry(key).due.map(|day| day.to_string());
        let today = self.today;
        let asked = self.lines.ask_for(say::ask_due(self.lang), there.as_deref(), |typed| day(typed, today))?;
        self.put_beside(key, asked, say::word_due(self.lang), Date::to_string, |entry, due| entry.due = due)
    }

    /// Sets a target of the team's own.
    pub(super) fn target(&mut self, key: &Key) -> Done<()> {
        let Key::Metric(id) = key else { return Ok(()) };
        let (better, unit) = (self.card.better(id), self.unit(key).to_owned());
        let shown = |target: &Target| wording::target(*target, &unit);
        let there = self.entry(key).target.as_ref().map(shown);
        let read = |typed: &str| Target::read(typed, better).ok_or_else(|| say::bad_target(typed));
        let asked = self.lines.ask_for(say::ask_target(self.lang), there.as_deref(), read)?;
        self.put_beside(key, asked, say::own_target_of(self.lang), shown, |entry, target| entry.target = target)
    }

    /// Records what was typed to a question for something beside the answer.
    fn put_beside<T>(
        &mut self,
        key: &Key,
        asked: Option<Typed<T>>,
        called: &str,
        shown: impl Fn(&T) -> String,
        put: impl FnOnce(&mut Entry, Option<T>),
    ) -> Done<()> {
        let now = match asked {
            None | Some(Typed::Kept) => return self.lines.say(say::unchanged(self.lang)),
            Some(Typed::Gone) => None,
            Some(Typed::New(new)) => Some(new),
        };
        let said = now.as_ref().map_or_else(|| say::none(self.lang).to_owned(), shown);
        self.edit(key, &say::with_count(self.lang, called, said), |entry| put(entry, now))
    }

    /// Adds a piece of evidence, changes one or takes one away.
    pub(super) fn evidence(&mut self, key: &Key) -> Done<()> {
        let lang = self.lang;
        let there = self.entry(key).evidence;
        if there.is_empty() {
            return self.describe(key, None);
        }
        let day = self.card.assessment.date;
        let mut list = Document::default();
        list.push(Items::new(there.iter().map(|one| evidence_item(one, day, lang)).collect()).set(Set::Numbered));
        self.lines.show(&list)?;
        loop {
            let Some(typed) = self.lines.ask(say::ask_evidence(lang))?.filter(|typed| !typed.is_empty()) else {
                return self.lines.say(say::unchanged(lang));
            };
            let nth = |text: &str| {
                let at = text.trim().parse::<usize>().ok()?.checked_sub(1)?;
                there.get(at).map(|one| (at, one))
            };
            let after = |letter: &str, word: fn(Lang) -> &'static str| {
                let typed = typed.to_lowercase();
                let mut said = Lang::ALL.iter().map(|lang| word(*lang)).chain([letter]);
                said.find_map(|said| typed.strip_prefix(said).map(|rest| rest.trim().to_owned()))
            };
            if after("a", say::word_add).is_some_and(|rest| rest.is_empty()) {
                return self.describe(key, None);
            }
            if let Some((_, old)) = nth(&typed) {
                return self.describe(key, Some(old));
            }
            if let Some((at, gone)) = after("x", say::word_remove).and_then(|rest| nth(&rest)) {
                let shown = say::evidence_gone(lang, &gone.reference);
                return self.edit(key, &shown, |entry| drop(entry.evidence.remove(at)));
            }
            self.refuse(&typed, say::allowed_evidence(lang))?;
        }
    }

    /// Asks for the parts of a piece of evidence, a new one or the `old` one.
    fn describe(&mut self, key: &Key, old: Option<&Evidence>) -> Done<()> {
        let Some(evidence) = self.ask_evidence(old)? else {
            return self.lines.say(say::unchanged(self.lang));
        };
        let shown = say::with_count(self.lang, say::word_evidence(self.lang), &evidence.reference);
        self.edit(key, &shown, |entry| match entry.evidence.iter_mut().find(|one| old == Some(*one)) {
            Some(there) => *there = evidence,
            None => entry.evidence.push(evidence),
        })
    }

    /// The evidence that was described; `None` where there is no reference, or the input ended before all was said.
    fn ask_evidence(&mut self, old: Option<&Evidence>) -> Done<Option<Evidence>> {
        let (lang, today) = (self.lang, self.today);
        let assessors = self.card.assessment.assessors.as_slice();
        let fresh = Evidence {
            date: Some(today),
            by: if let [only] = assessors { Some(only.clone()) } else { None },
            ..Evidence::default()
        };
        let there = old.unwrap_or(&fresh).clone();
        let reference = Some(there.reference.clone()).filter(|reference| !reference.is_empty());
        let Some(typed) = self.lines.ask_for(say::ask_evidence_ref(lang), reference.as_deref(), any)? else {
            return Ok(None);
        };
        if typed == Typed::Gone {
            self.lines.say(say::evidence_needs_reference().get(lang))?;
            return Ok(None);
        }
        let Some(reference) = typed.or(reference) else { return Ok(None) };
        let shown = |day: Option<Date>| day.map(|day| day.to_string());
        let read = |typed: &str| day(typed, today);
        let Some(date) = self.lines.ask_for(say::ask_evidence_date(lang), shown(there.date).as_deref(), read)? else {
            return Ok(None);
        };
        let Some(by) = self.lines.ask_for(say::ask_evidence_by(lang), there.by.as_deref(), any)? else {
            return Ok(None);
        };
        let Some(expires) =
            self.lines.ask_for(say::ask_evidence_expires(lang), shown(there.expires).as_deref(), read)?
        else {
            return Ok(None);
        };
        let (date, by, expires) = (date.or(there.date), by.or(there.by), expires.or(there.expires));
        Ok(Some(Evidence { reference, date, by, expires }))
    }

    /// Takes back the last edit of this sitting, or makes it again, and leads to its item.
    pub(super) fn travel(&mut self, back: bool) -> Done<Option<Next>> {
        let lang = self.lang;
        // One answer at a time is given here.
        let Some(edit) = self.edits.travel(back).and_then(|mut edits| edits.pop()) else {
            let nothing = if back { say::nothing_to_undo() } else { say::nothing_to_redo() };
            self.lines.say(nothing.get(lang))?;
            return Ok(None);
        };
        let title = wording::title(&self.card.checklist, &edit.key, lang);
        let shown = if back { say::undone(lang, title) } else { say::redone(lang, title) };
        let entry = edit.turned(back, self.entry(&edit.key));
        self.change(&shown, |assessment| drop(assessment.set(edit.key.clone(), entry)))?;
        Ok(Some(Next::To(edit.key)))
    }

    /// What is said of an item.
    fn entry(&self, key: &Key) -> Entry {
        self.card.assessment.entry(key).cloned().unwrap_or_default()
    }

    /// A metric's unit, empty where it has none.
    pub(super) fn unit(&self, key: &Key) -> &str {
        let Key::Metric(id) = key else { return "" };
        self.card.unit(id, self.lang)
    }

    /// Changes what is said of an item, remembers it for undo, and saves it as what is `shown`.
    fn edit(&mut self, key: &Key, shown: &str, change: impl FnOnce(&mut Entry)) -> Done<()> {
        let before = self.entry(key);
        let mut after = before.clone();
        change(&mut after);
        if before != after {
            self.edits.push(vec![Edit { key: key.clone(), before, after: after.clone() }]);
        }
        let shown = say::saved_answer(self.lang, shown);
        self.change(&shown, |assessment| drop(assessment.set(key.clone(), after)))
    }
}

/// What was typed, whatever it is.
#[expect(clippy::unnecessary_wraps, reason = "a reader of what was typed")]
fn any(typed: &str) -> Result<String, Text> {
    Ok(typed.to_owned())
}

/// The day that was typed.
fn day(typed: &str, today: Date) -> Result<Date, Text> {
    date::parse(typed, today).ok_or_else(|| say::bad_date(typed))
}
