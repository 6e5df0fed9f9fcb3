//! What differs between two assessments: the level with its causes, what went back, what went forward, the rest. Of two
//! teams the same without a before and an after: what A says and what B says.

use jiff::civil::Date;

use super::document::{Block, Cell, Document, Fact, Facts, Item, Items, Kind, Line, Mark, Table, Voice, quote};
use super::parts::{self, Of, WARNING, metric_mark};
use crate::diff::words::{Fate, Run};
use crate::diff::{AreaChange, Cause, Change, Diff, Item as Changed, Pair, Side, Step};
use crate::findings::Finding;
use crate::i18n::{Lang, say};
use crate::model::checklist::Target;
use crate::model::{Answer, Assessment, Checklist, Evidence, Id, Key, Level, Reason, Section};
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::wording;

/// The most words of a kept run that are shown at either of its ends.
const CONTEXT: usize = 5;

/// Two assessments and what differs between them.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// The old one.
    pub old: &'a Scorecard,
    /// The new one.
    pub new: &'a Scorecard,
    /// What differs.
    pub diff: &'a Diff,
}

/// What differs.
pub fn page(compared: Compared<'_>, lang: Lang) -> Document<'_> {
    let of = Said { compared, lang };
    let mut page = Document::default();
    page.heading(1, title(of));
    page.push(about(of).meaning(Meaning::Muted));
    let warnings = warnings(of);
    if !warnings.is_empty() {
        page.push(Items::new(warnings));
    }
    level(&mut page, of);
    if compared.diff.is_empty() {
        page.heading(2, Line::ours(say::nothing(lang)));
    }
    for (title, belongs) in of.groups() {
        group(&mut page, of, title, belongs);
    }
    let areas: Vec<Item<'_>> = compared.diff.areas.iter().map(|change| Item::plain(area(of, change))).collect();
    if !areas.is_empty() {
        page.heading(2, Line::ours(say::areas(lang)));
        page.push(Items::new(areas));
    }
    turnover(&mut page, of);
    page
}

/// Every item that there is something to say of with what either assessment says of it, side by side.
pub fn side_by_side(compared: Compared<'_>, lang: Lang) -> Document<'_> {
    let Compared { old, new, diff } = compared;
    let of = Said { compared, lang };
    let day = |date: Date| Cell::from(Line::ours(date.to_string()).meaning(Meaning::Title));
    let level = |level: Level| Cell::from(Line::ours(level.to_string()));
    let mut table = Table::new(&[
        (say::item(lang), Kind::Title),
        (of.pick(say::before, say::side_a), Kind::Words),
        (of.pick(say::after, say::side_b), Kind::Words),
    ]);
    table.row([Line::ours(say::date(lang)).into(), day(old.assessment.date), day(new.assessment.date)]);
    table.row([Line::ours(say::level_column(lang)).into(), level(diff.level.old), level(diff.level.new)]);
    for item in &diff.items {
        let meaning = if item.went_down() && !of.apart() { Meaning::Warning } else { Meaning::Body };
        // A new item was not asked then, and a retired one is not asked now: that is no missing answer.
        let side = |asked: bool, side: &Side, card| {
            if asked {
                shortly(item, side, card, lang)
            } else {
                Line::ours(say::not_asked(lang)).meaning(Meaning::Muted)
            }
        };
        table.row_of(
            item.key.clone(),
            [
                Cell::from(of.title(&item.key).meaning(meaning)),
                side(!is_new(item), &item.old, if is_retired(item) { old } else { new }).into(),
                side(!is_retired(item), &item.new, new).into(),
            ],
        );
    }
    Document { blocks: vec![table.into()] }
}

/// What one side says of an item in a word or two.
fn shortly<'a>(item: &Changed, side: &Side, card: &'a Scorecard, lang: Lang) -> Line<'a> {
    let ((sign, meaning), said) = match (&item.key, side.value) {
        (Key::Metric(id), value) => {
            let said =
                value.map_or(Line::ours(say::metric_no_data(lang)), |value| Of { card, lang }.value(id, Some(value)));
            (side.status.map_or(mark(None), metric_mark), said)
        }
        (key, _) => (mark(side.answer), Line::ours(wording::answer(key, side.answer, lang))),
    };
    Line::ours(sign).meaning_of_last(meaning).then_ours(" ").join(said)
}

/// Two assessments in a language, and what is said of them.
#[derive(Clone, Copy)]
struct Said<'a> {
    compared: Compared<'a>,
    lang: Lang,
}

/// What two assessments say in a language, of which the one goes on from the other, or does not.
type Words = fn(Lang) -> &'static str;

/// Which items stand under which heading.
type Belongs = fn(&Changed) -> bool;

impl<'a> Said<'a> {
    /// Whether these are two teams: then nothing came before anything, and nobody is the better one.
    fn apart(self) -> bool {
        self.compared.diff.two_teams
    }

    /// Of two ways to say something the one for these two.
    fn pick(self, over_time: Words, apart: Words) -> &'static str {
        if self.apart() { apart(self.lang) } else { over_time(self.lang) }
    }

    /// What was and what is.
    fn pair(self, old: impl std::fmt::Display, new: impl std::fmt::Display) -> String {
        if self.apart() { say::a_and_b(self.lang, old, new) } else { say::from_to(self.lang, old, new) }
    }

    /// The title of an item now; of a retired one the one that it had.
    fn title(self, key: &Key) -> Line<'a> {
        let Compared { old, new, .. } = self.compared;
        let checklist = if new.checklist.knows(key) { &new.checklist } else { &old.checklist };
        parts::title(checklist, key, self.lang)
    }

    /// The headings in order, every item under exactly one.
    fn groups(self) -> [(&'static str, Belongs); 9] {
        [
            (self.pick(say::regressed, say::better_in_a), |item| item.change == Change::Regressed),
            (self.pick(say::no_longer_answered, say::answered_in_a), |item| {
                item.change == Change::NoLongerAnswered && !is_checklists(item)
            }),
            (self.pick(say::improved, say::better_in_b), |item| item.change == Change::Improved),
            (self.pick(say::newly_answered, say::answered_in_b), |item| {
                item.change == Change::NewlyAnswered && !is_checklists(item)
            }),
            (self.pick(say::waived, say::waived_in_b), |item| item.change == Change::Waived && !is_checklists(item)),
            (self.pick(say::waiver_lifted, say::waived_in_a), |item| {
                item.change == Change::WaiverLifted && !is_checklists(item)
            }),
            (self.pick(say::changed, say::different), |item| item.change == Change::Changed),
            (self.pick(say::the_checklist_changed, say::checklists_differ), is_checklists),
            (say::beside(self.lang), |item| item.change == Change::Unchanged && !is_checklists(item)),
        ]
    }

    /// What an area, level or progress is, where there is one.
    fn or_none(self, value: Option<impl std::fmt::Display>) -> String {
        value.map_or_else(|| say::none(self.lang).to_owned(), |value| value.to_string())
    }
}

/// Whose assessments these are, and of which days; first of all that these are the wrong way round.
fn title(of: Said<'_>) -> Line<'_> {
    let Compared { old, new, diff } = of.compared;
    let lang = of.lang;
    let day = |one: &Assessment| say::aside(lang, one.date, one.status.term(lang));
    let line = Line::new(Meaning::Title);
    let line = if diff.reversed { line.and_ours(say::backwards(lang)) } else { line };
    let (was, is) = (&old.assessment, &new.assessment);
    if diff.two_teams {
        let side = |one: &Assessment| format!("{} {}", quote(&one.team), day(one));
        line.and_said(&of.pair(side(was), side(is)))
    } else {
        line.and_theirs(&is.team).and_ours(of.pair(day(was), day(is)))
    }
}

/// Which checklists.
fn about(of: Said<'_>) -> Line<'_> {
    let (was, is) = (&of.compared.old.checklist, &of.compared.new.checklist);
    let named = |one: &Checklist| format!("{} {}", one.id(), one.version());
    Line::ours(if was.id() != is.id() {
        of.pair(named(was), named(is))
    } else if was.version() == is.version() {
        named(is)
    } else {
        format!("{} {}", is.id(), of.pair(was.version(), is.version()))
    })
}

/// What keeps the two from being compared as they are.
fn warnings(of: Said<'_>) -> Vec<Item<'_>> {
    let Compared { old, new, diff } = of.compared;
    let lang = of.lang;
    let mut warnings = Vec::new();
    if diff.shared_only {
        warnings.push(say::shared_only(lang).to_owned());
    }
    for card in [old, new].into_iter().filter(|card| card.checklist_changed()) {
        let then = quote(&card.assessment.checklist.version);
        let said = say::not_as_answered(lang, card.assessment.date, then, card.checklist.version());
        if !warnings.contains(&said) {
            warnings.push(said);
        }
    }
    warnings.iter().map(|said| Item::marked(WARNING, Line::said(said))).collect()
}

/// The level, the steps that lead to it, and the levels by other readings.
fn level<'a>(page: &mut Document<'a>, of: Said<'a>) {
    let (diff, lang) = (of.compared.diff, of.lang);
    let Pair { old, new } = diff.level;
    let levels = match (of.apart(), old == new) {
        (true, _) => say::level_a_and_b(lang, old, new),
        (false, true) => say::level_same(lang, new),
        (false, false) => say::level_from_to(lang, old, new),
    };
    let def = of.compared.new.checklist.level(new).filter(|_| !of.apart() || old == new);
    let line = Line::ours(levels);
    let name = def.and_then(|def| wording::level_name(def, lang));
    page.heading(2, name.map_or(line.clone(), |name| line.and_theirs(name)));
    let mut items: Vec<Item<'a>> = diff.steps.iter().map(|step| self::step(of, step)).collect();
    let readings = [
        (say::level_possible(lang), diff.possible_level),
        (say::level_evidenced(lang), diff.evidenced_level),
        (say::level_unwaived(lang), diff.level_without_waivers),
    ];
    items.extend(readings.into_iter().filter(|(_, pair)| pair.differs()).map(|(label, pair)| {
        let said = format!("{label}{}{}", say::colon(lang), of.pair(pair.old, pair.new));
        Item::plain(Line::ours(said).meaning(direction(of, &pair)))
    }));
    if !items.is_empty() {
        page.push(Items::new(items));
    }
}

/// Whether it went up or down; of two teams neither.
fn direction<T: PartialOrd>(of: Said<'_>, pair: &Pair<T>) -> Meaning {
    if of.apart() {
        Meaning::Body
    } else if pair.new < pair.old {
        Meaning::Blocked
    } else {
        Meaning::Met
    }
}

/// A step between the levels, with the criteria that decide it.
fn step<'a>(of: Said<'a>, step: &'a Step) -> Item<'a> {
    let lang = of.lang;
    let cause = match step.cause {
        Cause::We => of.pick(say::cause_we, say::other_answers),
        Cause::Waiver => of.pick(say::cause_waiver, say::other_waivers),
        Cause::Checklist => of.pick(say::the_checklist_changed, say::other_checklist),
    };
    let line = Line::ours(say::step(lang, cause, step.from, step.to));
    let because = step.because.iter().map(|id| {
        let key = Key::Criterion(id.clone());
        let changed = of.compared.diff.items.iter().find(|item| item.key == key);
        let item = changed.map_or_else(
            || Item::marked(mark(None), of.title(&key)),
            |item| Item::marked(mark_of(item), sentence(of, item)),
        );
        item.of(key)
    });
    let mut because: Vec<Item<'a>> = because.collect();
    if step.cause == Cause::Checklist {
        let version = of.compared.old.checklist.version();
        let still = step.from == of.compared.diff.level.old && !of.apart();
        let said = if still { say::by_the_old_still } else { say::by_the_old };
        let version = if of.apart() { format!("A, {version}") } else { version.to_string() };
        because.push(Item::plain(Line::ours(said(lang, version, step.from))));
    }
    Item::plain(line.meaning(direction(of, &Pair::of(step.from, step.to)))).with(vec![Items::new(because).into()])
}

fn is_checklists(item: &Changed) -> bool {
    item.cause == Cause::Checklist
}

fn is_retired(item: &Changed) -> bool {
    item.asked.as_ref().is_some_and(|asked| asked.new.is_none())
}

fn is_new(item: &Changed) -> bool {
    item.asked.as_ref().is_some_and(|asked| asked.old.is_none())
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

/// The mark of an item: of its answer now, of a metric of the way that it went.
fn mark_of(item: &Changed) -> Mark {
    if is_retired(item) {
        return mark(Some(Answer::Na));
    }
    match (&item.key, item.change) {
        (Key::Metric(_), Change::Improved) => mark(Some(Answer::Yes)),
        (Key::Metric(_), Change::Regressed) => mark(Some(Answer::No)),
        (Key::Metric(_), _) => item.new.status.map_or(mark(None), metric_mark),
        _ => mark(item.new.answer),
    }
}

/// An item in one sentence: its title, what became of it, and what the checklist made of it.
fn sentence<'a>(of: Said<'a>, item: &'a Changed) -> Line<'a> {
    let line = of.title(&item.key);
    let line = match &item.key {
        Key::Metric(id) => measured(of, item, id, line),
        key => line.and_ours(answered(of, item, key)),
    };
    let line = asked(of, item, line);
    if item.new.to_confirm && item.cause == Cause::We && item.change != Change::Unchanged {
        line.and_ours(say::carried_to_confirm(of.lang))
    } else {
        line
    }
}

/// The answer before and after; once where it is the same.
fn answered(of: Said<'_>, item: &Changed, key: &Key) -> String {
    let word = |side: Side| match side.answer {
        Some(Answer::Na) if side.counts == Some(Answer::No) => say::finding_waiver_not_allowed(of.lang),
        answer => wording::answer(key, answer, of.lang),
    };
    let (old, new) = (word(item.old), word(item.new));
    if is_retired(item) {
        old.to_owned()
    } else if is_new(item) || old == new {
        new.to_owned()
    } else {
        of.pair(old, new)
    }
}

/// A metric's value and status before and after, by how much it differs, and whether that is better.
fn measured<'a>(of: Said<'a>, item: &Changed, id: &Id, line: Line<'a>) -> Line<'a> {
    let lang = of.lang;
    let Compared { old, new, .. } = of.compared;
    let was = item.formerly().and_then(|key| if let Key::Metric(id) = key { Some(id) } else { None }).unwrap_or(id);
    let value = |side: Side, card: &Scorecard, id: &Id| {
        let unit = card.checklist.metric(id).and_then(|metric| metric.unit.as_ref()).map_or("", |unit| unit.get(lang));
        let shown = side.value.map(|value| quote(&wording::quantity(value, unit)));
        shown.unwrap_or_else(|| say::metric_no_data(lang).to_owned())
    };
    let (before, after) = (value(item.old, old, was), value(item.new, new, id));
    let mut told = if is_retired(item) {
        before
    } else if is_new(item) || before == after {
        after
    } else {
        of.pair(before, after)
    };
    if let Some(by) = item.by {
        let sign = if by > 0.0 { "+" } else { "" };
        let unit = new.checklist.metric(id).and_then(|metric| metric.unit.as_ref()).map_or("", |unit| unit.get(lang));
        // Of per cents the difference is in points, which a per cent sign would deny.
        let by = quote(&format!("{sign}{}", wording::quantity(by, if unit == "%" { "" } else { unit })));
        let by = match item.change {
            Change::Improved if !of.apart() => say::better(lang, by),
            Change::Regressed if !of.apart() => say::worse(lang, by),
            _ => by,
        };
        told = say::aside(lang, told, by);
    }
    let line = line.and_said(&told);
    let status = |side: Side| side.status.map(|status| wording::metric_status(status, lang));
    match (status(item.old), status(item.new)) {
        (Some(was), Some(is)) if was != is => match item.change {
            Change::NewlyAnswered => line.and_ours(is),
            Change::NoLongerAnswered => line,
            _ => line.and_ours(of.pair(was, is)),
        },
        _ => line,
    }
}

/// What the checklist made of an item.
fn asked<'a>(of: Said<'a>, item: &'a Changed, line: Line<'a>) -> Line<'a> {
    let Some(asked) = &item.asked else { return line };
    let (lang, version) = (of.lang, of.compared.new.checklist.version());
    let line = match (&asked.old, &asked.new) {
        (None, _) if of.apart() => line.and_ours(say::asked_by_b(lang)),
        (_, None) if of.apart() => line.and_ours(say::asked_by_a(lang)),
        (None, _) => line.and_ours(say::new_in(lang, version)),
        (_, None) => line.and_ours(say::retired_in(lang, version)),
        _ => line,
    };
    let line = match item.formerly() {
        Some(was) if of.apart() => line.and_ours(say::called_in_a(lang, was)),
        Some(was) => line.and_ours(say::called_before(lang, was)),
        None => line,
    };
    let line = match asked.moved {
        Some((from, to)) if of.apart() => line.and_ours(say::level_a_and_b(lang, from, to)),
        Some((from, to)) => line.and_ours(say::moved_between(lang, from, to)),
        None => line,
    };
    if asked.reworded { line.and_ours(say::now_reworded(lang)) } else { line }
}

/// What changed beside the answer, each behind its label.
fn details<'a>(of: Said<'a>, item: &'a Changed) -> Vec<Fact<'a>> {
    let (lang, details) = (of.lang, &item.details);
    let mut told = Vec::new();
    if !details.note.is_empty() {
        told.push(Fact::new(say::note(lang), words(&details.note)));
    }
    let (before, after) = (of.compared.old.assessment.date, of.compared.new.assessment.date);
    let evidence = |one: &'a Evidence, day| parts::evidence_line(one, day, lang);
    let (gone, new) =
        (of.pick(say::evidence_removed, say::evidence_of_a), of.pick(say::evidence_added, say::evidence_of_b));
    told.extend(details.evidence_removed.iter().map(|one| Fact::new(gone, evidence(one, before))));
    told.extend(details.evidence_added.iter().map(|one| Fact::new(new, evidence(one, after))));
    for Pair { old, new } in &details.evidence_changed {
        let (old, new) = (evidence(old, before), evidence(new, after));
        let line = if of.apart() {
            Line::ours("A ").join(old).and_ours("B ").join(new)
        } else {
            old.then_ours(" → ").join(new)
        };
        told.push(Fact::new(of.pick(say::evidence_changed, say::evidence_differs), line));
    }
    let mut told_pair = |label: &'static str, old: Option<String>, new: Option<String>| {
        let said = of.pair(of.or_none(old), of.or_none(new));
        told.push(Fact::new(label, Line::said(&said)));
    };
    if let Some(Pair { old, new }) = &details.owner {
        let name = |name: &Option<String>| name.as_deref().map(quote);
        told_pair(say::owner(lang), name(old), name(new));
    }
    if let Some(Pair { old, new }) = &details.due {
        let day = |day: &Option<Date>| day.map(|day| day.to_string());
        told_pair(say::due(lang), day(old), day(new));
    }
    if let Some(Pair { old, new }) = &details.reason {
        let reason = |of: &Option<Reason>| of.map(|reason| reason.term(lang).to_owned());
        told_pair(say::reason(lang), reason(old), reason(new));
    }
    if let Some(Pair { old, new }) = &details.target {
        let unit = if let Key::Metric(id) = &item.key { Of { card: of.compared.new, lang }.unit(id) } else { "" };
        let target = |of: &Option<Target>| of.map(|target| quote(&wording::target(target, unit)));
        told_pair(say::target_of_team(lang), target(old), target(new));
    }
    told
}

/// A text word by word: what is in both, in the old one alone, and in the new one alone.
fn words(runs: &[Run]) -> Line<'_> {
    let last = runs.len().saturating_sub(1);
    let mut line = Line::new(Meaning::Body);
    for (at, run) in runs.iter().enumerate() {
        if run.spaced && at > 0 {
            line = line.then_ours(" ");
        }
        line = match run.fate {
            Fate::Kept => shortened(line, &run.text, at == 0, at == last),
            Fate::Removed => line.then(run.text.as_str(), Voice::Removed),
            Fate::Added => line.then(run.text.as_str(), Voice::Added),
        };
    }
    line
}

/// Goes on with a run that was kept; of a long one only what stands next to what changed.
fn shortened<'a>(line: Line<'a>, text: &'a str, first: bool, last: bool) -> Line<'a> {
    let words: Vec<&str> = text.split(' ').collect();
    let (before, after) = (if first { 0 } else { CONTEXT }, if last { 0 } else { CONTEXT });
    let (Some(head), Some(tail)) = (words.get(..before), words.len().checked_sub(after).and_then(|at| words.get(at..)))
    else {
        return line.then_theirs(text);
    };
    if words.len() <= before + after + 1 {
        return line.then_theirs(text);
    }
    let line = if head.is_empty() { line } else { line.then(head.join(" "), Voice::Theirs).then_ours(" ") };
    let line = line.then_ours("…");
    if tail.is_empty() { line } else { line.then_ours(" ").then(tail.join(" "), Voice::Theirs) }
}

/// An area that stands elsewhere.
fn area<'a>(of: Said<'a>, change: &'a AreaChange) -> Line<'a> {
    let lang = of.lang;
    let Compared { old, new, .. } = of.compared;
    let known = new.checklist.area(&change.id).or_else(|| old.checklist.area(&change.id));
    let line = Line::theirs(known.map_or(change.id.as_str(), |area| area.title.get(lang)));
    let line = if change.level.differs() {
        let Pair { old, new } = change.level;
        let said = if of.apart() { say::level_a_and_b } else { say::level_from_to };
        line.and_ours(said(lang, of.or_none(old), of.or_none(new)))
    } else {
        line
    };
    let line = if change.progress.differs() {
        let percent = |share: Option<u32>| of.or_none(share.map(|share| say::percent(lang, share)));
        let said = of.pair(percent(change.progress.old), percent(change.progress.new));
        line.and_ours(say::progress_by(lang, said))
    } else {
        line
    };
    line.meaning(direction(
        of,
        &Pair::of((change.level.old, change.progress.old), (change.level.new, change.progress.new)),
    ))
}

/// The contradictions and the gaps that came and went.
fn turnover<'a>(page: &mut Document<'a>, of: Said<'a>) {
    let (Compared { old, new, diff }, lang) = (of.compared, of.lang);
    let finding = |card: &'a Scorecard, sign: Mark| {
        move |finding: &'a Finding| Item::marked(sign, Of { card, lang }.finding(finding)).keyed(finding.key())
    };
    let gap = |answer| {
        move |id: &'a Id| {
            let key = Key::Criterion(id.clone());
            Item::marked(mark(Some(answer)), of.title(&key)).of(key)
        }
    };
    let went = ("-", if of.apart() { Meaning::Body } else { Meaning::Met });
    let closed = if of.apart() { Answer::No } else { Answer::Yes };
    let lists: [(&'static str, Vec<Item<'a>>); 4] = [
        (
            of.pick(say::findings_came, say::findings_of_b),
            diff.findings.came.iter().map(finding(new, WARNING)).collect(),
        ),
        (of.pick(say::findings_went, say::findings_of_a), diff.findings.went.iter().map(finding(old, went)).collect()),
        (of.pick(say::gaps_came, say::gaps_of_b), diff.gaps.came.iter().map(gap(Answer::No)).collect()),
        (of.pick(say::gaps_went, say::gaps_of_a), diff.gaps.went.iter().map(gap(closed)).collect()),
    ];
    for (title, items) in lists {
        if !items.is_empty() {
            page.heading(2, Line::ours(say::with_count(lang, title, items.len())));
            page.push(Items::new(items));
        }
    }
}
