//! The level on one screen: what is achieved, what blocks the next level, and how everything else stands.

mod matrix;

use super::document::{Bar, Block, Document, Fact, Facts, Item, Items, Line, Set, quote};
use super::parts::{Of, WARNING, area_level, met, metric_state, state_mark};
use crate::findings::Finding;
use crate::i18n::{Lang, say};
use crate::model::{Key, Section};
use crate::scorecard::Scorecard;
use crate::scoring::{LoopScore, MetricStatus};
use crate::style::Meaning;
use crate::text;

/// The lines of a screen of 24 that are left when the next prompt stands below.
const SCREEN: usize = 23;
/// The cells that a value has on a screen of 80, behind the longest label.
const VALUE: usize = 58;
/// The most findings that are shown here; the report has them all.
const FINDINGS: usize = 3;

/// The score, on one screen of 80 by 24 for a checklist as large as the built-in one.
pub fn page(card: &Scorecard, lang: Lang) -> Document<'_> {
    let of = Of { card, lang };
    let mut page = Document::default();
    page.push(of.who());
    page.push(of.level());
    let otherwise = otherwise(of);
    let mut lines = 2 + usize::from(!otherwise.is_empty());
    if !otherwise.is_empty() {
        page.push(otherwise);
    }
    page.blocks.extend(of.blocks());
    lines +=
        1 + card.score.next.as_ref().map_or(0, |next| next.remaining.len() + usize::from(card.score.next_is_waived()));
    let (bars, facts) = (bars(of), facts(of).into_iter().map(|(_, fact)| fact).collect::<Vec<_>>());
    let tall = |fact: &Fact<'_>| text::width(&fact.value.plain(lang)).div_ceil(VALUE).max(1);
    lines += 1 + bars.len() + facts.iter().map(tall).sum::<usize>();
    page.push(Block::Space);
    page.push(Block::Bars(bars));
    // Where the screen is full, a finding is worth more than a blank line.
    if lines + 1 + card.findings.len().min(FINDINGS) <= SCREEN {
        page.push(Block::Space);
        lines += 1;
    }
    page.push(Facts { aligned: true, all: facts });
    let room = SCREEN.saturating_sub(lines).clamp(1, FINDINGS);
    let first = card.findings.iter().take(room);
    let findings = first.map(|finding| warned(of, finding));
    page.push(Items::new(findings.collect()).set(Set::Brief));
    page
}

/// The level, and what blocks the next.
pub fn standing(card: &Scorecard, lang: Lang) -> Document<'_> {
    let of = Of { card, lang };
    let mut page = Document::default();
    page.push(of.level());
    page.blocks.extend(of.blocks());
    page
}

/// What stands once the last criterion is passed.
pub fn milestone(card: &Scorecard, lang: Lang) -> Document<'_> {
    let mut page = Document::default();
    let open = card.score.coverage.open();
    let said = if open == 0 { say::milestone_all(lang).to_owned() } else { say::milestone_open(lang, open) };
    page.push(Line::ours(said));
    page.push(Block::Space);
    reached(&mut page, Of { card, lang });
    page
}

/// The level, by every reading of the answers, and what blocks the next.
fn reached<'a>(page: &mut Document<'a>, of: Of<'a>) {
    page.push(of.level());
    let otherwise = otherwise(of);
    if !otherwise.is_empty() {
        page.push(otherwise);
    }
    page.blocks.extend(of.blocks());
}

/// The score on a screen of `width` cells and `rows` lines that says above already what blocks the next level: the level by
/// every reading, findings, the levels of each area beside each other, and how everything else stands. Each row leads to
/// what decides it.
pub fn on_screen(card: &Scorecard, (width, rows): (usize, usize), lang: Lang) -> Document<'_> {
    let of = Of { card, lang };
    let mut page = Document::default();
    page.push(of.level());
    let otherwise = otherwise(of);
    let mut lines = 1 + usize::from(!otherwise.is_empty());
    if !otherwise.is_empty() {
        page.push(otherwise);
    }
    let rest = facts(of);
    let label = rest.iter().map(|(_, fact)| text::width(&fact.label)).max().unwrap_or_default() + 2;
    let rest = rest.into_iter().map(|(key, fact)| {
        let line = Line::ours(text::pad(&fact.label, label)).meaning(Meaning::Muted);
        Item::plain(line.join(fact.value)).keyed(key)
    });
    let rest: Vec<Item<'_>> = rest.collect();
    let shown = card.findings.len().min(FINDINGS);
    let hidden = card.findings.len() - shown;
    let mut findings: Vec<Item<'_>> = card.findings.iter().take(shown).map(|finding| warned(of, finding)).collect();
    if hidden > 0 {
        let next = card.findings.get(shown).and_then(Finding::key);
        findings.push(Item::plain(Line::ours(say::more_findings(lang, hidden)).meaning(Meaning::Muted)).keyed(next));
    }
    let matrix = matrix::rows(of, width);
    lines += findings.len() + rest.len();
    // Room for all that there is, else for a line between the parts and as many areas as are left room for.
    let blank = usize::from(lines + matrix.len() + 3 <= rows);
    let room = rows.saturating_sub(lines + 3 * blank).max(3);
    for part in [findings, matrix::cut(matrix, room, lang), rest].into_iter().filter(|part| !part.is_empty()) {
        if blank > 0 {
            page.push(Block::Space);
        }
        page.push(Items::new(part).set(Set::Brief));
    }
    page
}

/// A finding under its sign.
fn warned<'a>(of: Of<'a>, finding: &'a Finding) -> Item<'a> {
    Item::marked(WARNING, of.finding(finding)).keyed(finding.key())
}

/// The level on one line.
pub fn gauge(card: &Scorecard, lang: Lang) -> Document<'_> {
    Document { blocks: vec![Of { card, lang }.level().into()] }
}

/// The levels by other readings of the answers, where they differ.
fn otherwise(of: Of<'_>) -> Line<'_> {
    let colon = say::colon(of.lang);
    let said =
        of.otherwise().into_iter().map(|(called, level)| format!("{called}{colon}{}", say::level(of.lang, level)));
    said.fold(Line::new(Meaning::Muted), Line::and_ours)
}

/// Levels and areas, each with how far it has come.
fn bars(of: Of<'_>) -> Vec<Bar<'_>> {
    let score = &of.card.score;
    let levels = score.levels.iter().map(|level| Bar {
        mark: Some(state_mark(level.achieved)),
        line: of.level_title(level.level),
        percent: level.credit.percent(),
        more: Line::ours(met(level, false, of.lang)).meaning(Meaning::Muted),
    });
    let areas = score.areas.iter().map(|area| Bar {
        mark: None,
        line: Line::theirs(of.area_title(&area.id)),
        percent: area.credit.percent(),
        more: Line::ours(area_level(of.card, area, of.lang)).meaning(Meaning::Muted),
    });
    levels.chain(areas).collect()
}

/// Coverage, deliverables, metrics, loops and findings, each with the item that it leads to.
fn facts(of: Of<'_>) -> Vec<(Option<Key>, Fact<'_>)> {
    let (card, lang) = (of.card, of.lang);
    // Where each leads: to the first of its items that waits for somebody.
    let open = |section: Section| {
        let own = || card.checklist.keys().filter(|key| key.section() == section);
        own().find(|key| card.assessment.is_open(key)).or_else(|| own().next())
    };
    let mut facts = vec![(open(Section::Criteria), Fact::new(say::criteria(lang), of.coverage()))];
    let ready = &card.score.deliverables;
    if ready.total > 0 {
        let ready = Line::ours(say::ready_of(lang, ready.ready, ready.applicable));
        facts.push((open(Section::Deliverables), Fact::new(say::deliverables(lang), ready)));
    }
    if !card.score.metrics.is_empty() {
        facts.push((open(Section::Metrics), Fact::new(say::metrics(lang), metrics(of))));
    }
    if !card.score.loops.is_empty() {
        facts.push((open(Section::Steps), Fact::new(say::loops(lang), loops(of))));
    }
    let findings = match card.findings.len() {
        0 => Line::ours(say::no_findings(lang)).meaning(Meaning::Met),
        count => Line::ours(count.to_string()),
    };
    facts.push((card.findings.first().and_then(Finding::key), Fact::new(say::findings(lang), findings)));
    facts
}

/// How many metrics stand how.
fn metrics(of: Of<'_>) -> Line<'_> {
    use MetricStatus::{NoData, OffTarget, OnTarget, Tracked};
    let count = |status| of.card.score.metrics.iter().filter(|score| score.status == status).count();
    let counts = [OnTarget, OffTarget, Tracked, NoData].map(|status| (status, count(status)));
    let shown = counts.into_iter().filter(|(_, count)| *count > 0);
    let shown = shown.map(|(status, count)| say::count_of(of.lang, metric_state(status, of.lang), count));
    shown.fold(Line::new(Meaning::Body), Line::and_ours)
}

/// How many loops turn, and the links at which the others break.
fn loops(of: Of<'_>) -> Line<'_> {
    let loops = &of.card.score.loops;
    let broken: Vec<String> = loops.iter().filter_map(|score| broken_at(of, score)).collect();
    let turning = say::loops_turn(of.lang, loops.len() - broken.len(), loops.len());
    if broken.is_empty() {
        return Line::ours(turning);
    }
    Line::said(&say::loops_break(of.lang, turning, broken.join(say::semicolon(of.lang))))
}

fn broken_at(of: Of<'_>, score: &LoopScore) -> Option<String> {
    let broken = score.broken_at.as_ref()?;
    let steps = &of.card.checklist.improvement_loop(&score.id)?.steps;
    let step = steps.iter().find(|step| step.id == *broken);
    Some(quote(step.map_or(broken.as_str(), |step| step.title.get(of.lang))))
}
