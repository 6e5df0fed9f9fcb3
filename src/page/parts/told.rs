//! An item with what is said of it: the answer and what stands beside it, and what was said of another question.

use super::{Of, evidence_line};
use crate::i18n::{Lang, say};
use crate::model::{Answer, Entry, Key};
use crate::page::document::{Block, Fact, Facts, Line, Mark, Voice, quote};
use crate::style::{Meaning, mark};

/// An item with what is said of it.
#[derive(Clone, Copy)]
pub(in crate::page) struct Told<'a, 'k> {
    pub(super) of: Of<'a>,
    pub(super) key: &'k Key,
    pub(super) entry: Option<&'a Entry>,
}

impl<'a> Told<'a, '_> {
    /// Whether anything is said of it.
    pub(in crate::page) fn is_something(self) -> bool {
        self.entry.is_some()
    }

    /// Its mark.
    pub(in crate::page) fn mark(self) -> Mark {
        match self.key {
            Key::Metric(_) => self.of.mark(self.key),
            Key::Criterion(_) | Key::Deliverable(_) | Key::Practice(_) | Key::Step(..) => {
                let day = self.of.card.assessment.date;
                mark(self.of.card.given_by(self.key, self.entry.and_then(|entry| entry.answer_on(day))))
            }
        }
    }

    /// What was said of it, part by part: the answer with its reason, or the value; the day of it; that it is to be
    /// confirmed.
    pub(in crate::page) fn said(self) -> Line<'a> {
        let of = self.of;
        let line = match self.key {
            Key::Metric(id) => of.measured(id),
            Key::Criterion(_) | Key::Deliverable(_) | Key::Practice(_) | Key::Step(..) => self.worded(),
        };
        let line = self.dated(line);
        let carried = self.entry.is_some_and(|entry| entry.is_from_before(of.card.assessment.date));
        if carried { line.and_ours(say::to_confirm(of.lang)) } else { line }
    }

    /// The answer with its reason.
    fn worded(self) -> Line<'a> {
        let lang = self.of.lang;
        let answer = self.of.word(self.key, self.entry.and_then(Entry::answer));
        match self.entry.and_then(|entry| waived(entry, lang)) {
            Some(why) => Line::ours(say::aside(lang, answer, why)),
            None => Line::ours(answer),
        }
    }

    /// A line with the day of the answer behind it.
    fn dated(self, line: Line<'a>) -> Line<'a> {
        match self.entry.filter(|entry| entry.is_answered()).and_then(|entry| entry.answered) {
            Some(day) => line.and_ours(say::answered_on(self.of.lang, day)),
            None => line,
        }
    }

    /// Its note, evidence, owner and due date, as far as there are any; and what was said of another question.
    pub(in crate::page) fn details(self) -> Vec<Block<'a>> {
        let facts: Vec<Fact<'a>> = self.facts().into_iter().chain(self.was()).chain(self.beside_was()).collect();
        if facts.is_empty() { Vec::new() } else { vec![Facts::new(facts).into()] }
    }

    /// What stands beside its answer, fact by fact.
    pub(in crate::page) fn facts(self) -> Vec<Fact<'a>> {
        let (of, lang) = (self.of, self.of.lang);
        let Some(entry) = self.entry else { return Vec::new() };
        let mut facts = Vec::new();
        if let Some(note) = &entry.note {
            let line = Line::new(Meaning::Body).then(note.trim_end(), Voice::Theirs);
            facts.push(Fact::new(say::note(lang), line));
        }
        let day = of.card.assessment.date;
        let evidence = entry.evidence.iter().map(|one| Fact::new(say::evidence(lang), evidence_line(one, day, lang)));
        facts.extend(evidence);
        facts.extend(entry.owner.as_ref().map(|owner| Fact::new(say::owner(lang), Line::theirs(owner))));
        facts.extend(self.due().map(|due| Fact::new(say::due(lang), due)));
        facts
    }

    /// The due date, if it has one, and whether that is past.
    pub(in crate::page) fn due(self) -> Option<Line<'a>> {
        let entry = self.entry?;
        let line = Line::ours(entry.due?.to_string());
        let overdue = self.of.card.is_overdue_by(self.key, entry);
        Some(if overdue { line.and_ours(say::overdue(self.of.lang)).meaning(Meaning::Warning) } else { line })
    }
}

impl<'a> Told<'a, '_> {
    /// What an earlier edition asked under this id, or a former one, and how that was answered, while this question has no
    /// answer of its own.
    pub(in crate::page) fn was(self) -> Vec<Fact<'a>> {
        let (of, lang) = (self.of, self.of.lang);
        let Some(was) = of.card.assessment.was(self.key) else { return Vec::new() };
        let then = Told { entry: Some(&was.said), ..self };
        let said = match (self.key, was.said.value()) {
            (Key::Metric(id), value @ Some(_)) => of.value(id, value),
            _ => then.worded(),
        };
        let said =
            then.dated(Line::ours(mark(of.card.given_by(self.key, was.said.answer())).0).then_ours(" ").join(said));
        let version = |line: Line<'a>| line.and_said(&quote(&was.version));
        let asked = was.title.as_ref().map(|title| Fact::new(say::question_then(lang), version(Line::theirs(title))));
        let said = if asked.is_some() { said } else { version(said) };
        let said = Fact::new(say::answer_then(lang), said.and_ours(say::not_scored(lang)).meaning(Meaning::Muted));
        asked.into_iter().chain([said]).collect()
    }

    /// What stood beside that answer.
    pub(in crate::page) fn beside_was(self) -> Vec<Fact<'a>> {
        let lang = self.of.lang;
        let Some(was) = self.of.card.assessment.was(self.key) else { return Vec::new() };
        let note = was.said.note.as_ref().map(|note| Line::new(Meaning::Muted).then(note.trim_end(), Voice::Theirs));
        let note = note.map(|note| Fact::new(say::note_then(lang), note));
        let day = self.of.card.assessment.date;
        let evidence = was.said.evidence.iter();
        let evidence = evidence
            .map(|one| Fact::new(say::evidence_then(lang), evidence_line(one, day, lang).meaning(Meaning::Muted)));
        note.into_iter().chain(evidence).collect()
    }
}

/// Why an item does not apply, and until which day, as far as that is said.
pub(in crate::page) fn waived(entry: &Entry, lang: Lang) -> Option<String> {
    let entry = Some(entry).filter(|entry| entry.answer() == Some(Answer::NA))?;
    match (entry.reason, entry.until) {
        (Some(reason), Some(until)) => Some(say::waived_until(lang, reason.term(lang), until)),
        (Some(reason), None) => Some(reason.term(lang).to_owned()),
        (None, Some(until)) => Some(say::until_day(lang, until)),
        (None, None) => None,
    }
}
