//! The walk as questions and answers, line by line and without any escape sequence: for screen readers, dumb terminals
//! and scripts. No word is broken where a line ends.

mod ask;
mod begin;
mod find;
mod record;
mod steps;
mod word;

use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use self::ask::Lines;
use self::begin::begin;
use self::steps::{Step, Way};
use self::word::{Row, WORDS, Word};
use crate::commands::Context;
use crate::commands::output::{Stop, complain};
use crate::edits::{Edits, Part, refusal};
use crate::error::Error;
use crate::i18n::{Lang, say};
use crate::model::checklist::{Choice, Scale};
use crate::model::{Answer, Assessment, Given, Key, Level, Status};
use crate::page::{finish, item, parts, score};
use crate::report::Paper;
use crate::scorecard::Scorecard;
use crate::store::{AssessmentFile, Opened};
use crate::text::{LongWords, one_line};
use crate::wording;

type Done<T> = std::result::Result<T, Stop>;

/// Asks what is not answered or confirmed yet of an assessment, or of the first one, which is begun here (with `echo`, what is read is written too, as nobody saw it being typed),
/// saves every answer, and ends with the level and what blocks the next.
pub(super) fn run(
    context: &Context,
    opened: Option<Opened>,
    echo: bool,
    input: impl BufRead,
    out: impl Write,
) -> Done<Option<PathBuf>> {
    let paper = Paper { long_words: LongWords::Whole, ..context.paper() };
    let mut lines = Lines { paper, echo, input, out };
    let opened = match opened {
        // A script answers an assessment that is there; only somebody who types begins one.
        None if !echo => begin(context, &mut lines)?,
        opened => opened,
    };
    let Some(Opened { file, reading, .. }) = opened else {
        let what = say::store_empty(context.store.root().display());
        return Err(Error::new(what).hint(say::store_empty_hint()).into());
    };
    let card = Scorecard::new(reading, None);
    let (today, level, edits) = (context.today, card.score.level, Edits::default());
    let mut sitting = Sitting { lang: context.lang, today, file, card, edits, unsaved: None, level, lines };
    if sitting.is_draft()? {
        sitting.walk()?;
    }
    sitting.end()
}

/// The options of a scale as they are asked for: `[1] most  [2] half`.
fn options(scale: &Scale, lang: Lang) -> String {
    let options = scale.options.iter().zip(1..).map(|(option, nth)| told(option, nth, lang));
    options.collect::<Vec<_>>().join("  ")
}

/// An option with its number.
fn told(option: &Choice, nth: usize, lang: Lang) -> String {
    format!("[{nth}] {}", one_line(option.title.get(lang)))
}

/// The answer that somebody typed by its number, its letter, its id or what it is called; letters of the built-in scale are
/// words already.
fn option(scale: &Scale, typed: &str) -> Option<Answer> {
    let nth = typed.parse::<usize>().ok().and_then(|nth| nth.checked_sub(1));
    let called = |option: &&Choice| {
        let letter = option.key.is_some_and(|key| typed.chars().eq([key]));
        let title = option.title.all().any(|title| title.trim().to_lowercase() == typed.to_lowercase());
        !scale.is_built_in() && (letter || title || option.id == *typed)
    };
    nth.and_then(|nth| scale.options.get(nth)).or_else(|| scale.options.iter().find(called)).map(Choice::answer)
}

/// Where an item, a question or the end of the way leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Next {
    Ahead,
    Back,
    /// Past the rest of the group.
    Past,
    To(Key),
    Quit,
}

struct Sitting<R, W> {
    lang: Lang,
    today: Date,
    file: AssessmentFile,
    card: Scorecard,
    /// What was changed in this sitting.
    edits: Edits,
    /// Why the last save failed, if it did.
    unsaved: Option<Error>,
    /// The level that was last told.
    level: Level,
    lines: Lines<R, W>,
}

impl<R: BufRead, W: Write> Sitting<R, W> {
    /// Whether the assessment is a draft; a final one can be made a draft again first.
    ///
    /// # Errors
    ///
    /// It is final, and the input ends without a word on that.
    fn is_draft(&mut self) -> Done<bool> {
        let assessment = &self.card.assessment;
        if assessment.status == Status::Draft {
            return Ok(true);
        }
        let what = say::named_is_final(one_line(&assessment.team), assessment.date);
        self.lines.say(what.get(self.lang))?;
        loop {
            let Some(typed) = self.lines.ask(say::ask_reopen(self.lang))? else {
                return Err(Error::new(what).hint(say::named_is_final_hint()).into());
            };
            if Lang::ALL.into_iter().any(|lang| typed == say::word_reopen(lang)) {
                self.change(say::reopened().get(self.lang), |assessment| assessment.status = Status::Draft)?;
                return Ok(true);
            }
            match Word::of(&typed) {
                Some((Word::Quit, _)) => return Ok(false),
                _ => self.refuse(&typed, say::allowed_reopen(self.lang))?,
            }
        }
    }

    fn walk(&mut self) -> Done<()> {
        self.lines.say(say::plain_help(self.lang))?;
        let mut way = Way::new(&self.card.checklist, &self.card.assessment, self.lang);
        way.begin(self.open());
        loop {
            let next = match way.ask() {
                Some((Step::Item { key, at, of }, first)) => {
                    self.item(&key, &say::position(self.lang, at, of), first)?
                }
                Some((Step::Question { what, upto }, _)) => self.question(&what, way.count(upto, self.open()))?,
                None => self.last()?,
            };
            match next {
                Next::Quit => return Ok(()),
                Next::Ahead => way.ahead(self.open()),
                Next::Past => way.past(self.open()),
                Next::To(key) => way.go_to(&key),
                Next::Back => {
                    if !way.back(self.open()) {
                        self.lines.say(say::first_item(self.lang))?;
                    }
                }
            }
        }
    }

    /// Whether an item is still to be answered or confirmed.
    fn open(&self) -> impl Fn(&Key) -> bool + '_ {
        |key| self.card.assessment.is_open(key)
    }

    /// Asks for one item until something leads away from it.
    fn item(&mut self, key: &Key, position: &str, first: bool) -> Done<Next> {
        let lang = self.lang;
        self.lines.say("")?;
        let kind = parts::kind(&self.card.checklist, key, lang).plain(lang);
        self.lines.say(&format!("{position} {kind}"))?;
        self.lines.show(&item::question(&self.card.checklist, key, first, lang))?;
        self.lines.show(&parts::told(&self.card, key, lang))?;
        let mut doubted = None;
        loop {
            let offers = [(Part::Confirm, say::ask_confirm(lang)), (Part::TakeOver, say::ask_take_over(lang))];
            let offered = offers.into_iter().find(|(part, _)| refusal(&self.card, key, *part).is_none());
            let carried = offered.map_or("", |(_, prompt)| prompt);
            let prompt = match key {
                Key::Metric(_) => say::ask_number(lang),
                Key::Deliverable(_) => say::ask_deliverable(lang),
                Key::Criterion(_) | Key::Practice(_) | Key::Step(..) => say::ask_answer(lang),
            };
            let scale = self.card.checklist.scale_of(key);
            let prompt =
                if scale.is_built_in() { prompt.to_owned() } else { say::ask_option(lang, options(scale, lang)) };
            let Some(typed) = self.lines.ask(&format!("{carried}{prompt}"))? else { return Ok(Next::Quit) };
            let next = match self.number(key, &typed) {
                Some(value) => self.measure(key, &typed, value, &mut doubted)?,
                None => self.take(key, &typed)?,
            };
            if let Some(next) = next {
                return Ok(next);
            }
        }
    }

    /// The value of a metric that was typed.
    fn number(&self, key: &Key, typed: &str) -> Option<f64> {
        let Key::Metric(id) = key else { return None };
        self.card.read_value(id, typed)
    }

    fn measure(&mut self, key: &Key, typed: &str, value: f64, doubted: &mut Option<f64>) -> Done<Option<Next>> {
        let Key::Metric(id) = key else { return Ok(None) };
        // A slip of the keys is asked for once more; the same again is meant.
        if self.card.doubts(id, value) && doubted.replace(value) != Some(value) {
            self.lines.say(&say::doubtful_percent_typed(self.lang, typed))?;
            return Ok(None);
        }
        let shown = wording::quantity(value, self.card.unit(id, self.lang));
        self.give(key, &shown, Given::Value(value))?;
        Ok(Some(Next::Ahead))
    }

    /// Does what was typed about an item; says where that leads to, if it leads away.
    fn take(&mut self, key: &Key, typed: &str) -> Done<Option<Next>> {
        let lang = self.lang;
        let scale = self.card.checklist.scale_of(key);
        let allowed = match key {
            Key::Metric(_) => say::allowed_number(lang).to_owned(),
            _ if !scale.is_built_in() => say::allowed_option(lang, options(scale, lang)),
            Key::Criterion(_) | Key::Deliverable(_) | Key::Practice(_) | Key::Step(..) => {
                say::allowed_answer(lang).to_owned()
            }
        };
        let chosen = if matches!(key, Key::Metric(_)) { None } else { option(scale, typed) };
        let has = |word: Word| scale.is_built_in() || !matches!(word, Word::Answer(answer) if !answer.is_na());
        let said = chosen.map(|answer| (Word::Answer(answer), "")).or(Word::of(typed).filter(|(word, _)| has(*word)));
        let Some((word, place)) = said else { return self.refuse(typed, &allowed).map(|()| None) };
        if let Some(why) = word.part().and_then(|part| refusal(&self.card, key, part)) {
            self.lines.say(why.get(lang))?;
            return Ok(None);
        }
        match word {
            Word::Answer(answer) if answer.is_na() => return Ok(self.waive(key)?.then_some(Next::Ahead)),
            Word::Answer(answer) => {
                let shown = one_line(wording::answer(&self.card.checklist, key, Some(answer), lang));
                self.give(key, &shown, Given::Answer(answer))?;
                return Ok(Some(Next::Ahead));
            }
            Word::Confirm => {
                self.confirm(key)?;
                return Ok(Some(Next::Ahead));
            }
            Word::TakeOver => {
                self.take_over(key)?;
                return Ok(Some(Next::Ahead));
            }
            Word::Skip => {
                self.lines.say(say::skipped(lang))?;
                return Ok(Some(Next::Ahead));
            }
            Word::Clear => self.clear(key)?,
            Word::Reason => self.explain_waiver(key)?,
            Word::Target => self.target(key)?,
            Word::Evidence => self.evidence(key)?,
            Word::Note => self.note(key)?,
            Word::Owner => self.owner(key)?,
            Word::Due => self.due(key)?,
            Word::Explain => {
                self.lines.show(&item::page(&self.card, key, lang))?;
                self.lines.say("")?;
                self.words(Some(key), &[])?;
            }
            Word::Undo | Word::Redo | Word::Back | Word::Go | Word::Finish | Word::Quit => {
                return self.anywhere(word, place);
            }
        }
        Ok(None)
    }

    /// Asks whether to go on with another kind of item.
    fn question(&mut self, what: &str, count: usize) -> Done<Next> {
        let lang = self.lang;
        self.lines.say("")?;
        self.lines.say(&say::go_on(lang, count, what))?;
        loop {
            let Some(typed) = self.lines.ask(say::ask_go_on(lang))? else { return Ok(Next::Quit) };
            match Word::of(&typed) {
                Some((Word::Answer(Answer::YES), _)) => return Ok(Next::Ahead),
                Some((Word::Answer(Answer::NO) | Word::Skip, _)) => return Ok(Next::Past),
                said => {
                    if let Some(next) =
                        self.between(&typed, said, &[Word::Answer(Answer::YES), Word::Answer(Answer::NO)])?
                    {
                        return Ok(next);
                    }
                }
            }
        }
    }

    /// Asks what to do when there is nothing left to ask.
    fn last(&mut self) -> Done<Next> {
        self.lines.say("")?;
        let all = self.card.checklist.keys().all(|key| !self.open()(&key));
        self.lines.say(if all { say::nothing_open(self.lang) } else { say::nothing_left(self.lang) })?;
        loop {
            let Some(typed) = self.lines.ask(say::ask_last(self.lang))? else { return Ok(Next::Quit) };
            if let Some(next) = self.between(&typed, Word::of(&typed), &[])? {
                return Ok(next);
            }
        }
    }

    /// Does what was typed where no item is asked; `more` can be typed there besides what can be everywhere.
    fn between(&mut self, typed: &str, said: Option<(Word, &str)>, more: &[Word]) -> Done<Option<Next>> {
        match said {
            Some((word @ (Word::Undo | Word::Redo | Word::Back | Word::Go | Word::Finish | Word::Quit), place)) => {
                self.anywhere(word, place)
            }
            Some((Word::Explain, _)) => self.words(None, more).map(|()| None),
            _ => {
                let allowed =
                    if more.is_empty() { say::allowed_last(self.lang) } else { say::allowed_go_on(self.lang) };
                self.refuse(typed, allowed).map(|()| None)
            }
        }
    }

    /// Does what can be asked for everywhere.
    fn anywhere(&mut self, word: Word, place: &str) -> Done<Option<Next>> {
        match word {
            Word::Quit => Ok(Some(Next::Quit)),
            Word::Back => Ok(Some(Next::Back)),
            Word::Undo => self.travel(true),
            Word::Redo => self.travel(false),
            Word::Finish => self.finish(),
            Word::Go if place.is_empty() => {
                let place = self.lines.ask(say::ask_place(self.lang))?.unwrap_or_default();
                if place.is_empty() { Ok(None) } else { self.find(&place) }
            }
            Word::Go => self.find(place),
            Word::Answer(_)
            | Word::Confirm
            | Word::TakeOver
            | Word::Clear
            | Word::Reason
            | Word::Target
            | Word::Evidence
            | Word::Note
            | Word::Owner
            | Word::Due
            | Word::Skip
            | Word::Explain => Ok(None),
        }
    }

    /// Lists what can be typed about an item, or else where no item is asked.
    fn words(&mut self, key: Option<&Key>, more: &[Word]) -> Done<()> {
        let lang = self.lang;
        self.lines.say(say::can_be_typed(lang))?;
        if let Some(Key::Metric(_)) = key {
            self.lines.say(say::number_can_be_typed(lang))?;
        }
        if let Some(scale) = key.map(|key| self.card.checklist.scale_of(key)).filter(|scale| !scale.is_built_in()) {
            let told: Vec<String> = scale.options.iter().zip(1..).map(|(one, nth)| told(one, nth, lang)).collect();
            told.iter().try_for_each(|line| self.lines.say(&format!("  {line}")))?;
        }
        let offered = |row: &&Row| match (row.word, row.word.part(), key) {
            (Word::Undo, ..) => self.edits.can_undo(),
            (Word::Redo, ..) => self.edits.can_redo(),
            (Word::Skip, ..) => key.is_some(),
            (Word::Answer(answer), _, Some(key))
                if !answer.is_na() && !self.card.checklist.scale_of(key).is_built_in() =>
            {
                false
            }
            (_, Some(part), Some(key)) => refusal(&self.card, key, part).is_none(),
            (word, Some(_), None) => more.contains(&word),
            (_, None, _) => true,
        };
        for row in WORDS.iter().filter(offered) {
            let meant = match (row.word, key) {
                (Word::Answer(answer), Some(key @ Key::Deliverable(_))) if !answer.is_na() => {
                    Some(wording::answer(&self.card.checklist, key, Some(answer), lang))
                }
                _ => None,
            };
            self.lines.say(&row.told(meant, lang))?;
        }
        Ok(())
    }

    /// Makes the assessment final, if that is meant when it is said what is open.
    fn finish(&mut self) -> Done<Option<Next>> {
        let lang = self.lang;
        self.lines.say("")?;
        self.lines.show(&finish::page(&self.card, lang))?;
        self.lines.say(say::make_final(lang))?;
        loop {
            let typed = self.lines.ask(say::ask_yes_no(lang))?;
            match typed.as_deref().map(Word::of) {
                Some(Some((Word::Answer(Answer::YES), _))) => {
                    self.change(say::saved_final(lang), |assessment| assessment.status = Status::Final)?;
                    return Ok(Some(Next::Quit));
                }
                None | Some(Some((Word::Answer(Answer::NO) | Word::Back | Word::Quit, _))) => {
                    self.lines.say(say::still_draft(lang))?;
                    return Ok(None);
                }
                Some(_) => self.refuse(&typed.unwrap_or_default(), say::allowed_yes_no(lang))?,
            }
        }
    }

    /// Changes the assessment, saves it, and says `shown` and the level where that has moved. Where saving fails the answers
    /// stay in memory and go with the next save.
    fn change(&mut self, shown: &str, change: impl FnOnce(&mut Assessment)) -> Done<()> {
        let mut assessment = self.card.assessment.clone();
        change(&mut assessment);
        self.card = self.card.revised(assessment);
        match self.file.save(&self.card.written(self.file.assessment()), &self.card.checklist) {
            Ok(saved) => {
                self.unsaved = None;
                if let Some(card) = self.card.reread(self.file.assessment().clone()) {
                    self.card = card;
                }
                self.lines.say(shown)?;
                if let Some(text) = wording::merged(&self.card.checklist, &saved.merged, &saved.conflicts) {
                    self.lines.say(text.get(self.lang))?;
                }
            }
            Err(error) => {
                complain(&error, self.lang, self.lines.paper.ascii);
                self.unsaved = Some(error);
            }
        }
        if self.level != self.card.score.level {
            self.level = self.card.score.level;
            self.lines.show(&score::gauge(&self.card, self.lang))?;
        }
        Ok(())
    }

    /// Tells the level and what blocks the next; fails if the answers could not be saved to the end.
    fn end(mut self) -> Done<Option<PathBuf>> {
        self.lines.say("")?;
        self.lines.show(&score::standing(&self.card, self.lang))?;
        if self.unsaved.is_some() {
            self.file.save(&self.card.written(self.file.assessment()), &self.card.checklist)?;
        }
        Ok(self.file.path().map(Path::to_owned))
    }

    /// Says what can be typed, and that what was typed cannot.
    fn refuse(&mut self, typed: &str, allowed: &str) -> Done<()> {
        if typed.is_empty() {
            return self.lines.say(allowed);
        }
        self.lines.say(&say::not_an_answer(self.lang, typed, allowed))
    }
}
