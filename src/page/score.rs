//! The level on one screen: what is achieved, what blocks the next level, and how everything else stands.

use super::areas;
use super::document::{Bar, Block, Document, Fact, Facts, Item, Items, Line, Medium, Set, quote};
use super::parts::{Of, WARNING, area_level, met, metric_state, state_mark};
use crate::findings::Finding;
use crate::i18n::{Lang, say};
use crate::model::{Id, Key, Level, Section};
use crate::scorecard::Scorecard;
use crate::scoring::{AreaScore, LoopScore, MetricStatus, Next};
use crate::style::Meaning;
use crate::text;

/// The lines of a screen of 24 that are left when the next prompt stands below.
const SCREEN: usize = 23;
/// The most areas that are shown here; the report has them all.
const AREAS: usize = 20;
/// The cells that a value has on a screen of 80, behind the longest label.
const VALUE: usize = 58;
/// The most findings that are shown here; the report has them all.
const FINDINGS: usize = 3;
/// The most criteria that are shown of those that block the next level; the plan has them all.
const BLOCKERS: usize = 8;

/// The score, on one screen of 80 by 24 for a checklist as large as the built-in one.
pub fn page(card: &Scorecard, width: usize, lang: Lang) -> Document<'_> {
    let of = Of { card, lang };
    let mut page = Document::default();
    page.push(of.who());
    page.push(of.level());
    let otherwise = otherwise(of);
    let mut lines = 2 + usize::from(!otherwise.is_empty());
    if !otherwise.is_empty() {
        page.push(otherwise);
    }
    let leads = card.checklist.leads_with_areas();
    if leads {
        lines += by_area(&mut page, of, width);
    }
    page.blocks.extend(of.blocks(BLOCKERS, say::more_by_plan));
    let blockers = |next: &Next| next.remaining.len().min(BLOCKERS + 1) + usize::from(card.score.next_is_waived());
    lines += 1 + card.score.next.as_ref().map_or(0, blockers);
    let (bars, facts) = (bars(of), facts(of).into_iter().map(|(_, fact)| fact).collect::<Vec<_>>());
    let tall = |fact: &Fact<'_>| text::width(&fact.value.plain(lang)).div_ceil(VALUE).max(1);
    lines += bars.len() + facts.iter().map(tall).sum::<usize>();
    // Where the screen is full, a finding and how many more there are are worth more than a blank line.
    let findings = card.findings.len().min(2);
    if lines + findings < SCREEN {
        page.push(Block::Space);
        lines += 1;
    }
    page.push(Block::Bars(bars));
    if lines + 1 + card.findings.len().min(FINDINGS) <= SCREEN {
        page.push(Block::Space);
        lines += 1;
    }
    page.push(Facts { aligned: true, all: facts });
    // What is not shown is counted, which takes a line too.
    let room = SCREEN.saturating_sub(lines);
    let room = if card.findings.len() > room.min(FINDINGS) { room.saturating_sub(1) } else { room };
    page.push(Items::new(first_findings(of, room.clamp(1, FINDINGS))).set(Set::Brief));
    page
}

/// The level, and what blocks the next.
pub fn standing(card: &Scorecard, lang: Lang) -> Document<'_> {
    let of = Of { card, lang };
    let mut page = Document::default();
    page.push(of.level());
    page.blocks.extend(of.blocks(BLOCKERS, say::more_in_plan));
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
    page.blocks.extend(of.blocks(BLOCKERS, say::more_in_plan));
}

/// The score on a screen of `width` cells and `rows` lines that says above already what blocks the next level: the level by
/// every reading, findings, the levels of each area beside each other, and how everything else stands. Each row leads to
/// what decides it. What is in an area is shown where it is `open`, or where nothing is said of that and there is room.
pub fn on_screen(
    card: &Scorecard,
    (width, rows): (usize, usize),
    open: impl Fn(&Id) -> Option<bool>,
    lang: Lang,
) -> Document<'_> {
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
    let findings = first_findings(of, FINDINGS);
    lines += findings.len() + rest.len();
    let leads = card.checklist.leads_with_areas();
    let deepest = areas::depth_within(card, rows.saturating_sub(lines + 4));
    let open = |id: &Id, depth: usize| open(id).unwrap_or(leads && depth < deepest);
    let matrix = areas::rows(of, width, &open, true);
    // Room for all that there is, else for a line between the parts and as many areas as are left room for.
    let blank = usize::from(lines + matrix.len() + 3 <= rows);
    let room = rows.saturating_sub(lines + 3 * blank).max(3);
    let parts = if leads { [matrix, findings, rest] } else { [findings, areas::cut(matrix, room, lang), rest] };
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if blank > 0 {
            page.push(Block::Space);
        }
        page.push(Items::new(part).set(Set::Brief));
    }
    page
}

/// The first findings, each under its sign, and how many more there are.
fn first_findings(of: Of<'_>, most: usize) -> Vec<Item<'_>> {
    let all = &of.card.findings;
    let shown = all.iter().take(most).map(|one| Item::marked(WARNING, of.finding(one)).keyed(one.key()));
    let left = all.get(most).map(|next| {
        let said = say::more_findings(of.lang, all.len() - most);
        Item::plain(Line::ours(said).meaning(Meaning::Muted)).keyed(next.key())
    });
    shown.chain(left).collect()
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

/// Areas and levels beside each other, as deep as there is room for on a screen; gives the lines that a terminal takes for it.
fn by_area<'a>(page: &mut Document<'a>, of: Of<'a>, width: usize) -> usize {
    let (card, lang) = (of.card, of.lang);
    let deepest = areas::depth_within(card, AREAS);
    let rows = areas::rows(of, width, &|_, depth| depth < deepest, false);
    let (shown, left) = areas::down_to(card, deepest);
    let levels: Vec<Level> = card.checklist.parts().levels.iter().map(|def| def.level).collect();
    let lines = rows.len() + 2 + usize::from(left > 0);
    page.push(Block::Space);
    page.push(Block::Only(Medium::Terminal, vec![Items::new(rows).set(Set::Brief).into()]));
    page.push(Block::Only(Medium::Written, vec![areas::table(of, &shown, &levels, |id| of.area(id)).into()]));
    if left > 0 {
        page.push(Line::ours(say::areas_in_report(lang, left)).meaning(Meaning::Muted));
    }
    page.push(Block::Space);
    lines
}

/// Levels and areas, each with how far it has come; the areas alone where they do not lead.
fn bars(of: Of<'_>) -> Vec<Bar<'_>> {
    let score = &of.card.score;
    let levels = score.levels.iter().map(|level| Bar {
        mark: Some(state_mark(level.achieved)),
        line: of.level_title(level.level),
        percent: level.credit.percent(),
        more: Line::ours(met(level, false, of.lang)).meaning(Meaning::Muted),
    });
    let leads = of.card.checklist.leads_with_areas();
    let top = |area: &&AreaScore| of.card.checklist.area(&area.id).is_some_and(|area| area.parent.is_none());
    let areas = score.areas.iter().filter(|_| !leads).filter(top).map(|area| Bar {
        mark: None,
        line: of.area(&area.id),
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
