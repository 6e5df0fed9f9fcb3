//! What there is to say of two assessments, in order: the level with its causes, what went back, what went forward, the rest.

use super::Compared;
use super::said;
use crate::diff::words::Run;
use crate::diff::{Cause, Change, Item, Pair, Step};
use crate::i18n::{Lang, diff as d, terms};
use crate::model::{Answer, Id, Key, Level, Section};
use crate::report::parts;
use crate::scorecard::Scorecard;
use crate::style::{Meaning, mark};
use crate::text::one_line;

/// Everything that is said.
pub(super) struct Outline {
    pub(super) title: String,
    /// Which checklists.
    pub(super) about: String,
    pub(super) warnings: Vec<String>,
    pub(super) blocks: Vec<Block>,
}

/// Lines under a heading.
pub(super) struct Block {
    pub(super) heading: String,
    /// Whether the heading belongs under the one before it.
    pub(super) under: bool,
    pub(super) lines: Vec<Line>,
}

/// A line, and what stands under it.
pub(super) struct Line {
    pub(super) depth: usize,
    pub(super) mark: Option<(&'static str, Meaning)>,
    pub(super) text: String,
    pub(super) meaning: Meaning,
    pub(super) details: Vec<(String, Detail)>,
}

/// What stands under a line, behind its label.
pub(super) enum Detail {
    Text(String),
    Words(Vec<Run>),
}

impl Line {
    fn plain(text: String, meaning: Meaning) -> Self {
        Self { depth: 0, mark: None, text, meaning, details: Vec::new() }
    }

    fn marked(mark: (&'static str, Meaning), text: String) -> Self {
        Self { mark: Some(mark), ..Self::plain(text, Meaning::Body) }
    }
}

pub(super) fn outline(compared: Compared<'_>, lang: Lang) -> Outline {
    let Compared { old, new, diff } = compared;
    let mut blocks = vec![level(compared, lang)];
    if diff.is_empty() {
        blocks.push(Block { heading: d::nothing(lang).to_owned(), under: false, lines: Vec::new() });
    }
    for (heading, group) in groups(lang) {
        items(&mut blocks, compared, heading, group, lang);
    }
    areas(&mut blocks, compared, lang);
    let mut add = |heading: &str, lines: Vec<Line>| {
        if !lines.is_empty() {
            blocks.push(Block { heading: d::heading(lang, heading, lines.len()), under: false, lines });
        }
    };
    let finding =
        |card, sign: (&'static str, Meaning)| move |finding| Line::marked(sign, parts::finding(card, finding, lang));
    add(d::findings_came(lang), diff.findings.came.iter().map(finding(new, ("!", Meaning::Warning))).collect());
    add(d::findings_went(lang), diff.findings.went.iter().map(finding(old, ("-", Meaning::Met))).collect());
    let gap = |card, answer| move |id: &Id| Line::marked(mark(Some(answer)), said::criterion(card, id, lang));
    add(d::gaps_came(lang), diff.gaps.came.iter().map(gap(compared, Answer::No)).collect());
    add(d::gaps_went(lang), diff.gaps.went.iter().map(gap(compared, Answer::Yes)).collect());
    Outline { title: title(old, new, lang), about: about(old, new, lang), warnings: warnings(compared, lang), blocks }
}

fn title(old: &Scorecard, new: &Scorecard, lang: Lang) -> String {
    let (was, is) = (&old.assessment, &new.assessment);
    let day = |of: &crate::model::Assessment| terms::aside(lang, of.date, of.status.term(lang));
    let (before, after) = (one_line(&was.team), one_line(&is.team));
    if before == after {
        format!("{after} · {}", d::from_to(lang, day(was), day(is)))
    } else {
        d::from_to(lang, format!("{before} · {}", day(was)), format!("{after} · {}", day(is)))
    }
}

fn about(old: &Scorecard, new: &Scorecard, lang: Lang) -> String {
    let (was, is) = (&old.checklist, &new.checklist);
    let versions = if was.version() == is.version() {
        is.version().to_string()
    } else {
        d::from_to(lang, was.version(), is.version())
    };
    if was.id() == is.id() {
        format!("{} {versions}", is.id())
    } else {
        let named = |one: &crate::model::Checklist| format!("{} {}", one.id(), one.version());
        d::from_to(lang, named(was), named(is))
    }
}

fn warnings(compared: Compared<'_>, lang: Lang) -> Vec<String> {
    let mut warnings = Vec::new();
    if compared.diff.shared_only {
        warnings.push(d::shared_only(lang).to_owned());
    }
    for card in [compared.old, compared.new] {
        let (answered, version) = (&card.assessment.checklist, card.checklist.version());
        if card.checklist_changed() || answered.version != version.to_string() {
            let then = one_line(&answered.version);
            warnings.push(d::not_as_answered(lang, card.assessment.date, then, version));
        }
    }
    warnings.dedup();
    warnings
}

/// The level, the steps that lead to it, and the levels by other readings.
fn level(compared: Compared<'_>, lang: Lang) -> Block {
    let diff = compared.diff;
    let Pair { old, new } = diff.level;
    let heading = if old == new { d::level_same(lang, new) } else { d::level_from_to(lang, old, new) };
    let name = compared.new.checklist.level(new).map(|def| one_line(def.title.get(lang)));
    let heading = name.map_or(heading.clone(), |name| format!("{heading} · {name}"));
    let mut lines: Vec<Line> = diff.steps.iter().flat_map(|step| self::step(compared, step, lang)).collect();
    let readings = [
        (d::level_possible(lang), diff.possible_level),
        (d::level_evidenced(lang), diff.evidenced_level),
        (d::level_unwaived(lang), diff.level_without_waivers),
    ];
    for (label, pair) in readings.into_iter().filter(|(_, pair)| pair.differs()) {
        let text = format!("{label}{}{}", terms::colon(lang), d::from_to(lang, pair.old, pair.new));
        lines.push(Line::plain(text, direction(pair)));
    }
    Block { heading, under: false, lines }
}

fn direction(pair: Pair<Level>) -> Meaning {
    if pair.new < pair.old { Meaning::Blocked } else { Meaning::Met }
}

fn step(compared: Compared<'_>, step: &Step, lang: Lang) -> Vec<Line> {
    let cause = match step.cause {
        Cause::We => d::cause_we(lang),
        Cause::Waiver => d::cause_waiver(lang),
        Cause::Checklist => d::cause_checklist(lang),
    };
    let told = d::step(lang, cause, step.from, step.to);
    let mut lines = vec![Line::plain(told, direction(Pair::of(step.from, step.to)))];
    for id in &step.because {
        let key = Key::Criterion(id.clone());
        let item = compared.diff.items.iter().find(|item| item.key == key);
        let line = match item {
            Some(item) => Line::marked(said::mark_of(item), said::item(compared, item, lang)),
            None => Line::marked(mark(None), said::criterion(compared, id, lang)),
        };
        lines.push(Line { depth: 1, ..line });
    }
    if step.cause == Cause::Checklist {
        let version = compared.old.checklist.version();
        let told = if step.from == compared.diff.level.old {
            d::by_the_old_still(lang, version, step.from)
        } else {
            d::by_the_old(lang, version, step.from)
        };
        lines.push(Line { depth: 1, ..Line::plain(told, Meaning::Body) });
    }
    lines
}

/// Which items stand under which heading.
type Group = fn(&Item) -> bool;

/// The headings in order, every item under exactly one.
fn groups(lang: Lang) -> [(&'static str, Group); 9] {
    [
        (d::regressed(lang), |item| item.change == Change::Regressed),
        (d::no_longer_answered(lang), |item| item.change == Change::NoLongerAnswered && !is_checklists(item)),
        (d::improved(lang), |item| item.change == Change::Improved),
        (d::newly_answered(lang), |item| item.change == Change::NewlyAnswered && !is_checklists(item)),
        (d::waived(lang), |item| item.change == Change::Waived && !is_checklists(item)),
        (d::waiver_lifted(lang), |item| item.change == Change::WaiverLifted && !is_checklists(item)),
        (d::changed(lang), |item| item.change == Change::Changed),
        (d::asked_otherwise(lang), is_checklists),
        (d::beside(lang), |item| item.change == Change::Unchanged && !is_checklists(item)),
    ]
}

fn is_checklists(item: &Item) -> bool {
    item.cause == Cause::Checklist
}

/// The items of a group, by section.
fn items(blocks: &mut Vec<Block>, compared: Compared<'_>, heading: &str, group: Group, lang: Lang) {
    let chosen: Vec<&Item> = compared.diff.items.iter().filter(|item| group(item)).collect();
    if chosen.is_empty() {
        return;
    }
    blocks.push(Block { heading: d::heading(lang, heading, chosen.len()), under: false, lines: Vec::new() });
    for section in Section::ALL {
        let of_it = chosen.iter().filter(|item| item.key.section() == section);
        let lines: Vec<Line> = of_it.map(|item| line(compared, item, lang)).collect();
        if !lines.is_empty() {
            blocks.push(Block { heading: said::section(section, lang).to_owned(), under: true, lines });
        }
    }
}

fn line(compared: Compared<'_>, item: &Item, lang: Lang) -> Line {
    let line = Line::marked(said::mark_of(item), said::item(compared, item, lang));
    Line { details: said::details(compared, item, lang), ..line }
}

fn areas(blocks: &mut Vec<Block>, compared: Compared<'_>, lang: Lang) {
    let lines: Vec<Line> = compared
        .diff
        .areas
        .iter()
        .map(|area| {
            let percent =
                |of: Option<u32>| of.map_or_else(|| d::none(lang).to_owned(), |percent| terms::percent(lang, percent));
            let level = |of: Option<Level>| of.map_or_else(|| d::none(lang).to_owned(), |level| level.to_string());
            let mut told = vec![said::area(compared, &area.id, lang)];
            if area.level.differs() {
                told.push(d::level_from_to(lang, level(area.level.old), level(area.level.new)));
            }
            if area.progress.differs() {
                told.push(d::progress(lang, percent(area.progress.old), percent(area.progress.new)));
            }
            let down = (area.level.new, area.progress.new) < (area.level.old, area.progress.old);
            Line::plain(told.join(" · "), if down { Meaning::Blocked } else { Meaning::Met })
        })
        .collect();
    if !lines.is_empty() {
        blocks.push(Block { heading: terms::areas(lang).to_owned(), under: false, lines });
    }
}
