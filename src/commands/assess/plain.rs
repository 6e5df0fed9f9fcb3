//! The walk as questions and answers, line by line and without any escape sequence: for screen readers, dumb terminals
//! and scripts.

mod steps;

use std::io::{BufRead, Write};

use jiff::civil::Date;

use self::steps::{Step, steps};
use crate::commands::output::{Stop, complain, stopped};
use crate::commands::{Context, DONE};
use crate::error::Error;
use crate::i18n::{Lang, say};
use crate::model::{Answer, Entry, Given, Key, Level, Reason};
use crate::page::document::Document;
use crate::page::{item, parts, score};
use crate::report::{Paper, Sheet};
use crate::scorecard::Scorecard;
use crate::store::{AssessmentFile, Opened};
use crate::text::{one_line, wrap};
use crate::wording;

type Done<T> = std::result::Result<T, Stop>;

/// Asks what is not answered yet (with `echo`, what is read is written too, as nobody saw it being typed), saves every answer, and ends with the level and what blocks the next.
pub(super) fn run(context: &Context, opened: Opened, echo: bool, input: impl BufRead, out: impl Write) -> Done<u8> {
    let Opened { file, reading, .. } = opened;
    let card = Scorecard::new(reading, None);
    let steps = steps(&card.checklist, &card.assessment, context.lang);
    let (paper, level) = (context.paper(), card.score.level);
    let mut sitting = Sitting { paper, today: context.today, file, card, unsaved: None, level, echo, input, out };
    sitting.walk(&steps)?;
    sitting.end()
}

/// What was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Answer(Answer),
    Skip,
    Back,
    Note,
    Quit,
    Explain,
}

impl Word {
    /// The letter, or the word in any language.
    fn of(typed: &str) -> Option<Self> {
        let typed = typed.to_lowercase();
        let by_letter = match typed.as_str() {
            "y" => Self::Answer(Answer::Yes),
            "p" => Self::Answer(Answer::Partial),
            "n" => Self::Answer(Answer::No),
            "a" | "na" => Self::Answer(Answer::Na),
            "s" => Self::Skip,
            "b" => Self::Back,
            "i" => Self::Note,
            "q" => Self::Quit,
            "?" | "？" => Self::Explain,
            _ => return Lang::ALL.into_iter().find_map(|lang| Self::by_word(&typed, lang)),
        };
        Some(by_letter)
    }

    fn by_word(typed: &str, lang: Lang) -> Option<Self> {
        let answers = Answer::ALL.iter().map(|answer| (answer.term(lang), Self::Answer(*answer)));
        let others = [
            (say::word_skip(lang), Self::Skip),
            (say::k_back(lang), Self::Back),
            (say::k_note(lang), Self::Note),
            (say::word_quit(lang), Self::Quit),
        ];
        answers.chain(others).find(|(word, _)| *word == typed).map(|(_, meant)| meant)
    }
}

/// Where an item leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Ahead,
    Back,
    /// Past the rest of the group.
    Past,
    Quit,
}

struct Sitting<R, W> {
    paper: Paper,
    today: Date,
    file: AssessmentFile,
    card: Scorecard,
    /// Why the last save failed, if it did.
    unsaved: Option<Error>,
    /// The level that was last told.
    level: Level,
    /// Whether what is read has to be written too, for nobody saw it being typed.
    echo: bool,
    input: R,
    out: W,
}

impl<R: BufRead, W: Write> Sitting<R, W> {
    fn walk(&mut self, steps: &[Step]) -> Done<()> {
        let lang = self.paper.lang;
        if steps.is_empty() {
            return self.say(say::nothing_open(lang));
        }
        for line in wrap(say::plain_help(lang), self.paper.width) {
            self.say(&line)?;
        }
        let mut shown = vec![false; steps.len()];
        let mut came_from: Vec<usize> = Vec::new();
        let mut at = 0;
        while let Some(step) = steps.get(at) {
            let first = shown.get_mut(at).is_some_and(|shown| !std::mem::replace(shown, true));
            let next = match step {
                Step::Item { key, at, of } => self.item(key, &say::position(lang, at, of), first)?,
                Step::Question { what, count } => self.question(what, *count)?,
            };
            match next {
                Next::Quit => break,
                Next::Back => match came_from.pop() {
                    Some(before) => at = before,
                    None => self.say(say::first_item(lang))?,
                },
                Next::Ahead => {
                    came_from.push(at);
                    at += 1;
                }
                Next::Past => {
                    came_from.push(at);
                    let rest = steps.iter().skip(at + 1);
                    at += 1 + rest.take_while(|step| matches!(step, Step::Item { .. })).count();
                }
            }
        }
        Ok(())
    }

    /// Asks for one item until something leads away from it.
    fn item(&mut self, key: &Key, position: &str, first: bool) -> Done<Next> {
        let lang = self.paper.lang;
        self.say("")?;
        let kind = parts::kind(&self.card.checklist, key, lang).plain(lang);
        self.say(&format!("{position} {kind}"))?;
        let question = self.laid(&item::question(&self.card.checklist, key, first, lang));
        self.show(&question)?;
        let (prompt, allowed) = match key {
            Key::Metric(_) => (say::ask_number(lang), say::allowed_number(lang)),
            Key::Deliverable(_) => (say::ask_deliverable(lang), say::allowed_answer(lang)),
            _ => (say::ask_answer(lang), say::allowed_answer(lang)),
        };
        let mut doubted = None;
        loop {
            let Some(typed) = self.ask(prompt)? else { return Ok(Next::Quit) };
            let metric = match key {
                Key::Metric(id) => self.card.checklist.metric(id),
                Key::Criterion(_) | Key::Deliverable(_) | Key::Practice(_) | Key::Step(..) => None,
            };
            match (Word::of(&typed), key, metric.and_then(|metric| metric.read(&typed))) {
                (_, Key::Metric(_), Some(value)) => {
                    // A slip of the keys is asked for once more; the same again is meant.
                    if metric.is_some_and(|metric| metric.doubts(value)) && doubted.replace(value) != Some(value) {
                        self.say(&say::doubtful_percent_typed(lang, &typed))?;
                        continue;
                    }
                    let unit = self.unit(key);
                    self.answer(key, &wording::quantity(value, &unit), Given::Value(value), None)?;
                    return Ok(Next::Ahead);
                }
                (Some(Word::Answer(Answer::Na)), Key::Criterion(id), _)
                    if self.card.checklist.criterion(id).is_some_and(|criterion| !criterion.na_allowed) =>
                {
                    self.say(say::waiver_not_allowed().get(lang))?;
                }
                (Some(Word::Answer(answer)), key, _) if !matches!(key, Key::Metric(_)) => {
                    let reason = if answer == Answer::Na { self.reason()? } else { None };
                    self.answer(key, wording::answer(key, Some(answer), lang), Given::Answer(answer), reason)?;
                    return Ok(Next::Ahead);
                }
                (Some(Word::Skip), ..) => {
                    self.say(say::skipped(lang))?;
                    return Ok(Next::Ahead);
                }
                (Some(Word::Back), ..) => return Ok(Next::Back),
                (Some(Word::Quit), ..) => return Ok(Next::Quit),
                (Some(Word::Note), ..) => self.note(key)?,
                (Some(Word::Explain), ..) => {
                    let all = self.laid(&item::page(&self.card, key, lang));
                    self.show(&all)?;
                }
                (Some(Word::Answer(_)) | None, ..) => self.refuse(&typed, allowed)?,
            }
        }
    }

    /// Asks whether to go on with another kind of item.
    fn question(&mut self, what: &str, count: usize) -> Done<Next> {
        let lang = self.paper.lang;
        self.say("")?;
        self.say(&say::go_on(lang, count, what))?;
        loop {
            let Some(typed) = self.ask(say::ask_go_on(lang))? else { return Ok(Next::Quit) };
            match Word::of(&typed) {
                Some(Word::Answer(Answer::Yes)) => return Ok(Next::Ahead),
                Some(Word::Answer(Answer::No) | Word::Skip) => return Ok(Next::Past),
                Some(Word::Back) => return Ok(Next::Back),
                Some(Word::Quit) => return Ok(Next::Quit),
                _ => self.refuse(&typed, say::allowed_go_on(lang))?,
            }
        }
    }

    fn reason(&mut self) -> Done<Option<Reason>> {
        let lang = self.paper.lang;
        for (at, reason) in Reason::ALL.iter().enumerate() {
            self.say(&format!("  {} {}", at + 1, reason.term(lang)))?;
        }
        loop {
            let Some(typed) = self.ask(say::ask_reason(lang))?.filter(|typed| !typed.is_empty()) else {
                return Ok(None);
            };
            let chosen = typed.parse::<usize>().ok().and_then(|number| Reason::ALL.get(number.checked_sub(1)?));
            match chosen {
                Some(reason) => return Ok(Some(*reason)),
                None => self.refuse(&typed, say::allowed_reason(lang))?,
            }
        }
    }

    fn note(&mut self, key: &Key) -> Done<()> {
        let lang = self.paper.lang;
        match self.ask(say::ask_note(lang))?.filter(|typed| !typed.is_empty()) {
            Some(note) => {
                let mut entry = self.card.assessment.entry(key).cloned().unwrap_or_default();
                entry.note = Some(note);
                self.put(key, entry, say::the_note(lang))
            }
            None => self.say(say::note_kept(lang)),
        }
    }

    /// Changes what is said of an item, dates it, and saves it.
    fn answer(&mut self, key: &Key, shown: &str, given: Given, reason: Option<Reason>) -> Done<()> {
        let mut entry = self.card.assessment.entry(key).cloned().unwrap_or_default();
        entry.give(Some(given), self.card.assessment.answer_day(self.today));
        entry.reason = reason;
        self.put(key, entry, shown)?;
        if self.level != self.card.score.level {
            self.level = self.card.score.level;
            let gauge = self.laid(&score::gauge(&self.card, self.paper.lang));
            self.show(&gauge)?;
        }
        Ok(())
    }

    /// Puts what is said of an item, saves it, and says so. Where that fails the answers stay in memory and go with the
    /// next save.
    fn put(&mut self, key: &Key, entry: Entry, shown: &str) -> Done<()> {
        let lang = self.paper.lang;
        let mut assessment = self.card.assessment.clone();
        assessment.set(key.clone(), entry);
        self.card = self.card.revised(assessment);
        match self.file.save(&self.card.written(self.file.assessment()), &self.card.checklist) {
            Ok(saved) => {
                self.unsaved = None;
                if let Some(card) = self.card.reread(self.file.assessment().clone()) {
                    self.card = card;
                }
                self.say(&say::saved_answer(lang, shown))?;
                if let Some(text) = wording::merged(&self.card.checklist, &saved.merged, &saved.conflicts) {
                    self.say(text.get(lang))?;
                }
            }
            Err(error) => {
                complain(&error, lang, self.paper.ascii);
                self.unsaved = Some(error);
            }
        }
        Ok(())
    }

    /// Tells the level and what blocks the next; fails if the answers could not be saved to the end.
    fn end(mut self) -> Done<u8> {
        self.say("")?;
        let standing = self.laid(&score::standing(&self.card, self.paper.lang));
        self.show(&standing)?;
        if self.unsaved.is_some() {
            self.file.save(&self.card.written(self.file.assessment()), &self.card.checklist)?;
        }
        Ok(DONE)
    }

    fn unit(&self, key: &Key) -> String {
        let Key::Metric(id) = key else { return String::new() };
        let unit = self.card.checklist.metric(id).and_then(|metric| metric.unit.as_ref());
        unit.map_or_else(String::new, |unit| unit.get(self.paper.lang).to_owned())
    }

    fn refuse(&mut self, typed: &str, allowed: &str) -> Done<()> {
        if typed.is_empty() {
            return self.say(allowed);
        }
        self.say(&say::not_an_answer(self.paper.lang, typed, allowed))
    }

    fn laid(&self, page: &Document<'_>) -> String {
        Sheet::of(page, self.paper).plain()
    }

    fn show(&mut self, page: &str) -> Done<()> {
        self.out.write_all(page.as_bytes()).map_err(|source| stopped(&source))
    }

    fn say(&mut self, line: &str) -> Done<()> {
        let line = if self.paper.ascii { crate::report::sheet::to_ascii(line) } else { line.to_owned() };
        writeln!(self.out, "{line}").map_err(|source| stopped(&source))
    }

    /// The line that was typed after `prompt`; `None` at the end of the input.
    fn ask(&mut self, prompt: &str) -> Done<Option<String>> {
        write!(self.out, "{prompt}").and_then(|()| self.out.flush()).map_err(|source| stopped(&source))?;
        let mut line = Vec::new();
        let read = self.input.read_until(b'\n', &mut line);
        let read = read.map_err(|source| Error::new(say::stdin_failed(source)))?;
        if read == 0 {
            self.say("")?;
            return Ok(None);
        }
        // What a broken encoding left is no answer, and is said so.
        let line = String::from_utf8_lossy(&line);
        let typed = one_line(&line);
        if self.echo {
            self.say(&typed)?;
        }
        Ok(Some(typed))
    }
}

#[cfg(test)]
mod tests {
    use super::Word;
    use crate::model::Answer;

    #[test]
    fn letters_and_words_of_both_languages_are_answers() {
        for word in ["y", "Y", "yes", "是"] {
            assert_eq!(Word::of(word), Some(Word::Answer(Answer::Yes)), "{word}");
        }
        assert_eq!(Word::of("n/a"), Some(Word::Answer(Answer::Na)));
        assert_eq!(Word::of("？"), Some(Word::Explain));
        assert_eq!(Word::of("yy"), None);
        assert_eq!(Word::of(""), None);
    }
}
