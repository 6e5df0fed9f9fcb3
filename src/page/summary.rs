//! The first page of a scorecard, which stands alone: for whoever has one sheet of paper and one minute.
//!
//! It is one page whatever the texts: each is cut where it would be too long, and the rows of its tables are as many as the
//! other parts leave room for. What is left out is counted, with the section of the scorecard that has it.

mod room;

use jiff::civil::Date;

use super::areas;
use super::document::{
    Bar, Block, Cell, Course, Document, Fact, Facts, Heading, Joint, Kind, Line, Masthead, Rung, Share, Table,
};
use super::parts::{self, Of, metric_mark, metric_state, share_mark, state_mark};
use crate::diff::{Cause, Diff, Way};
use crate::history::{Before, Past};
use crate::i18n::{Lang, say};
use crate::model::{Id, Key, Level, Reason, Section, Status};
use crate::scorecard::{InLevel, Scorecard};
use crate::scoring::{self, Grade, Lens, MetricStatus};
use crate::style::{Meaning, mark};
use crate::wording;

use room::{CUTS, Cuts, Room, Rows, cut, ems};

/// The most rows of what blocks the next level, and of the tables below it.
const ROWS: usize = 8;
/// The most areas, where they lead.
const AREAS: usize = 20;

/// The first page alone.
pub fn page<'a>(card: &'a Scorecard, past: Option<&'a Past>, lang: Lang) -> Document<'a> {
    Document { blocks: vec![front(Of { card, lang }, past)] }
}

/// The first page, its texts cut no shorter than it takes.
pub(super) fn front<'a>(of: Of<'a>, past: Option<&'a Past>) -> Block<'a> {
    let mut page = Vec::new();
    for cuts in CUTS {
        let mut room = Room::new();
        page = written(Front { of, cuts }, past, &mut room);
        if room.fits() {
            break;
        }
    }
    Block::Front(page)
}

/// A card in a language, and how much of each text there is room for.
#[derive(Clone, Copy)]
struct Front<'a> {
    of: Of<'a>,
    cuts: Cuts,
}

/// The first page with texts of some length; what it takes is taken of the room.
fn written<'a>(front: Front<'a>, past: Option<&'a Past>, room: &mut Room) -> Vec<Block<'a>> {
    let Front { of, .. } = front;
    let (card, lang) = (of.card, of.lang);
    let before = past.and_then(|past| past.before.as_ref());
    let mut page = Document::default();
    page.push(masthead(front, before, room));
    for line in standing(front) {
        room.text(&line, lang);
        page.push(line);
    }
    let lead = page.blocks.len();
    let ladder = ladder(front);
    let trend = past.filter(|_| front.cuts.drawings).filter(|past| past.history.points.len() > 1).map(|past| {
        let own = card.assessment.target_level.map(|_| card.score.target_level);
        Block::Trend(Course { history: &past.history, target: own, brief: true })
    });
    if front.cuts.drawings {
        room.drawing(ladder.iter().map(|rung| &rung.bar.line), trend.is_some(), lang);
        let mut beside = vec![titled(say::levels(lang), Block::Ladder(ladder))];
        beside.extend(trend.map(|trend| titled(say::trend(lang), trend)));
        page.push(Block::Beside(beside));
    }
    if let Some(before) = before {
        let facts = since(front, &before.diff);
        room.heading();
        room.facts(&facts, lang);
        page.push(title(say::since(lang, before.card.assessment.date)));
        page.push(Facts { aligned: true, all: facts });
    }
    let (late, foot) = (late(front), foot(front));
    if let Some(late) = &late {
        room.text(late, lang);
    }
    room.facts(&foot, lang);
    if card.checklist.leads_with_areas() {
        page.blocks.splice(lead..lead, by_area(front, room));
    }
    blocking(&mut page, front, room);
    page.blocks.extend(late.map(Block::from));
    tables(&mut page, front, room);
    page.push(Block::Space);
    page.push(Facts { aligned: true, all: foot });
    page.push(Block::ToSign(vec![say::accepted_by(lang), say::date(lang)]));
    page.blocks
}

/// Whose it is and of when, the level, what became of it since the last assessment, and where it is to go.
fn masthead<'a>(front: Front<'a>, before: Option<&Before>, room: &mut Room) -> Block<'a> {
    let Front { of, cuts } = front;
    let (card, lang) = (of.card, of.lang);
    let assessment = &card.assessment;
    let checklist =
        format!("{} {}", cut(card.checklist.parts().title.get(lang), cuts.listed), card.checklist.version());
    let mut more = Line::new(Meaning::Body);
    if let Some(before) = before {
        more = more.and(moved(before, card, lang));
    }
    more = of.by_gate().map_or(more.clone(), |gate| more.and_ours(gate));
    more = more.and_ours(say::target_is(lang, card.score.target_level));
    more = of.profile().map_or(more.clone(), |profile| more.and_said(&cut(profile, cuts.listed)));
    let status = assessment.status.term(lang).to_uppercase();
    let masthead = Masthead {
        kind: Line::ours(say::scorecard(lang)).and_said(&checklist),
        of: Line::said(&cut(&assessment.team, cuts.team)).meaning(Meaning::Title),
        when: Line::ours(assessment.date.to_string()),
        status: Line::ours(status).meaning(match assessment.status {
            Status::Draft => Meaning::Warning,
            Status::Final => Meaning::Title,
        }),
        first: Line::ours(wording::stands(card.score.grade(), card.score.max_level, lang)).meaning(Meaning::Title),
        more,
    };
    room.masthead(&masthead, lang);
    Block::Masthead(Box::new(masthead))
}

/// Where the level was before; what moved it, if not the team alone.
fn moved(Before { card, diff }: &Before, now: &Scorecard, lang: Lang) -> Line<'static> {
    let (old, new, day) = (card.score.grade(), now.score.grade(), card.assessment.date);
    let by = old.score.cmp(&new.score).then(diff.level.old.cmp(&diff.level.new));
    let line = match by {
        std::cmp::Ordering::Less => Line::ours("▲ ").meaning_of_last(Meaning::Met).then_ours(from(old, day, lang)),
        std::cmp::Ordering::Greater => {
            Line::ours("▼ ").meaning_of_last(Meaning::Blocked).then_ours(from(old, day, lang))
        }
        std::cmp::Ordering::Equal => Line::ours(say::level_since(lang, day)),
    };
    let others = diff.steps.iter().map(|step| step.cause).filter(|cause| *cause != Cause::We);
    others.fold(line, |line, cause| match cause {
        Cause::Waiver => line.and_ours(say::cause_waiver(lang)),
        Cause::Checklist => line.and_ours(say::the_checklist_changed(lang)),
        Cause::We => line,
    })
}

fn from(old: Grade, day: Date, lang: Lang) -> String {
    if old.score.is_some() { say::score_from(lang, old, day) } else { say::level_from(lang, old, day) }
}

/// What the level means; what it would be by other readings, and why; how much is answered.
fn standing(front: Front<'_>) -> Vec<Line<'_>> {
    let Front { of, .. } = front;
    let (card, lang) = (of.card, of.lang);
    let mut lines = vec![meaning(front)];
    let score = &card.score;
    if score.evidenced_level < score.level {
        let unproved = scoring::blocking(&card.checklist, &card.assessment, score.level, Lens::Evidenced);
        let keys: Vec<Key> = unproved.into_iter().map(Key::Criterion).collect();
        let line = Line::ours(say::evidence_shows(lang, score.evidenced_level))
            .then_ours(say::without_proof(lang, keys.len()))
            .then_ours(say::colon(lang));
        lines.push(listed(front, line, &keys, say::evidence(lang)).meaning(Meaning::Warning));
    }
    let mut coverage = Line::new(Meaning::Muted).and(of.coverage());
    for (lens, level) in score.other_readings() {
        match lens {
            Lens::Possible => coverage = coverage.and_ours(say::level_if_yes(lang, level)),
            Lens::WithoutWaivers => coverage = coverage.and_ours(say::level_unwaived_is(lang, level)),
            Lens::AsGiven | Lens::Evidenced => {}
        }
    }
    lines.push(coverage);
    lines
}

/// What is true of a team at its level; below the first, what would be at that.
fn meaning(front: Front<'_>) -> Line<'_> {
    let Front { of, cuts } = front;
    let (card, lang) = (of.card, of.lang);
    let level = card.score.level;
    let def = card.checklist.level(level);
    let (line, told) = match def {
        Some(def) => (Line::new(Meaning::Body), Some(def)),
        None => (Line::ours(say::no_level_yet(lang)), card.checklist.level(level.above())),
    };
    let Some(told) = told else { return line };
    let name = wording::level_name(told, lang).map(|name| cut(name, cuts.listed));
    let line = match (def, name) {
        (Some(_), Some(name)) => line.then_said(&name).meaning_of_last(Meaning::Title),
        (_, None) => line.then_ours(say::level(lang, told.level)),
        (None, Some(name)) => line.then_ours(say::level(lang, told.level)).then_ours(" · ").then_said(&name),
    };
    match &told.meaning {
        Some(meaning) => line.then_ours(say::colon(lang)).then_said(&cut(meaning.get(lang), cuts.sentence)),
        None => line,
    }
}

/// The levels around the next one.
fn ladder(front: Front<'_>) -> Vec<Rung<'_>> {
    let Front { of, cuts } = front;
    let card = of.card;
    let drawn = drawn(card, cuts.levels);
    let rungs = card.score.levels.iter().filter(|score| drawn.contains(&score.level)).map(|score| {
        let name = card.checklist.level(score.level).and_then(|def| wording::level_name(def, of.lang));
        let line = Line::ours(score.level.to_string());
        Rung {
            bar: Bar {
                mark: Some(state_mark(score.achieved)),
                line: name.map_or(line.clone(), |name| line.and_said(&cut(name, cuts.beside))),
                percent: score.credit.percent(),
                more: Line::ours(parts::met(score, false, of.lang)).meaning(Meaning::Muted),
            },
            achieved: score.achieved,
            here: score.level == card.score.level,
        }
    });
    rungs.collect()
}

/// The levels that are drawn and have columns: all, or those around the one that the team stands on.
fn drawn(card: &Scorecard, most: usize) -> Vec<Level> {
    let all: Vec<Level> = card.score.levels.iter().map(|score| score.level).collect();
    let first = all.iter().position(|level| *level >= card.score.level).unwrap_or(all.len());
    let first = first.saturating_sub(1).min(all.len().saturating_sub(most));
    all.into_iter().skip(first).take(most).collect()
}

/// What got better and what got worse since the last assessment.
fn since<'a>(front: Front<'a>, diff: &Diff) -> Vec<Fact<'a>> {
    let Front { of, .. } = front;
    let lang = of.lang;
    let went = |way: Way, said_of_metrics: fn(Lang, usize) -> String| {
        let of_section = |section: Section| {
            let own = diff.items.iter().filter(move |item| item.key.section() == section && item.way() == Some(way));
            own.map(|item| item.key.clone()).collect::<Vec<_>>()
        };
        let criteria = of_section(Section::Criteria);
        let practices = of_section(Section::Practices).len();
        let metrics = of_section(Section::Metrics).len();
        let line = Line::new(Meaning::Body).joined(Joint::Semicolon);
        let line = if criteria.is_empty() { line } else { listed(front, line, &criteria, say::since_then(lang)) };
        let line =
            if practices > 0 { line.and_ours(say::with_count(lang, say::practices(lang), practices)) } else { line };
        let line = if metrics > 0 { line.and_ours(said_of_metrics(lang, metrics)) } else { line };
        if line.is_empty() { Line::ours(say::none(lang)).meaning(Meaning::Muted) } else { line }
    };
    vec![
        Fact::new(say::improved(lang), went(Way::Up, say::reached_target)),
        Fact::new(say::regressed(lang), went(Way::Down, say::missed_target)),
    ]
}

/// What blocks the next level, in the order in which to close it: what, who, by when, how much.
fn blocking<'a>(page: &mut Document<'a>, front: Front<'a>, room: &mut Room) {
    let Front { of, cuts } = front;
    let (card, lang) = (of.card, of.lang);
    let Some(next) = &card.score.next else {
        page.push(Line::ours(say::gauge_top(lang, card.score.max_level)).meaning(Meaning::Met));
        return;
    };
    page.push(title(wording::what_blocks(&card.score, next.level, lang)));
    room.heading();
    let steps = card.steps();
    let ids: Vec<&Id> = match steps.first() {
        Some(step) if step.level == next.level => step.criteria.iter().map(|criterion| &criterion.id).collect(),
        _ => next.remaining.iter().collect(),
    };
    let mut table = Table::new(&[
        (say::mark(lang), Kind::Mark),
        (say::gap(lang), Kind::Title),
        (say::answer(lang), Kind::Words),
        (say::owner(lang), Kind::Words),
        (say::due(lang), Kind::Words),
        (say::effort(lang), Kind::Words),
    ]);
    let rows: Vec<(Key, Line<'a>)> = ids
        .iter()
        .map(|id| {
            let key = Key::Criterion(Id::clone(id));
            let title = Line::said(&cut(&wording::title(&card.checklist, &key, lang), cuts.title));
            (key, title)
        })
        .collect();
    let shown = room.rows(rows.iter().map(|(_, title)| title), ROWS, Rows::Across, lang);
    let total = rows.len();
    for (key, title) in rows.into_iter().take(shown) {
        let entry = card.assessment.entry(&key);
        let owner = entry.and_then(|entry| entry.owner.as_deref());
        let owner = match owner {
            Some(owner) => Line::said(&cut(owner, cuts.name)),
            None => Line::ours(say::nobody_yet(lang)).meaning(Meaning::Muted),
        };
        let due = of.item(&key).due().unwrap_or(Line::ours(say::no_day_yet(lang)).meaning(Meaning::Muted));
        let Key::Criterion(id) = &key else { continue };
        let effort = card.checklist.criterion(id).map_or("", |criterion| parts::effort(criterion.effort, lang));
        let word = Line::ours(of.counted(id));
        let cells: [Cell<'a>; 6] = [
            Cell::Mark(mark(card.given(&key))),
            title.into(),
            word.into(),
            owner.into(),
            due.into(),
            Line::ours(effort).into(),
        ];
        table.row_of(key, cells);
    }
    page.push(table);
    more(page, total - shown, say::the_plan(lang), lang);
    if card.score.next_is_waived() {
        page.push(Line::ours(say::all_waived(lang)).meaning(Meaning::Muted));
    }
}

/// What is overdue, of whom, since when.
fn late(front: Front<'_>) -> Option<Line<'_>> {
    let Front { of, cuts } = front;
    let (card, lang) = (of.card, of.lang);
    let late: Vec<&Key> = card.late().collect();
    if late.is_empty() {
        return None;
    }
    let line =
        Line::new(Meaning::Warning).joined(Joint::Semicolon).then_ours(say::late(lang)).then_ours(say::colon(lang));
    let told = late.iter().take(cuts.several.saturating_sub(1).max(1)).enumerate().fold(line, |line, (nth, key)| {
        let entry = card.assessment.entry(key);
        let owner = entry.and_then(|entry| entry.owner.as_deref()).map(|owner| format!(" · {}", cut(owner, cuts.name)));
        let due = entry.and_then(|entry| entry.due).map(|due| format!(" · {due}"));
        let title = cut(&wording::title(&card.checklist, key, lang), cuts.listed);
        let said = format!("{title}{}{}", owner.unwrap_or_default(), due.unwrap_or_default());
        if nth == 0 { line.then_said(&said) } else { line.and_said(&said) }
    });
    let left = late.len().saturating_sub(cuts.several.saturating_sub(1).max(1));
    Some(if left == 0 { told } else { told.and_ours(say::more_under(lang, left, say::findings(lang))) })
}

/// The areas by level, and the metrics beside them.
fn tables<'a>(page: &mut Document<'a>, front: Front<'a>, room: &mut Room) {
    let Front { of, cuts } = front;
    let (card, lang) = (of.card, of.lang);
    // Where the areas lead, they stand above.
    let all = card.checklist.top_areas().map(|area| &area.id).filter(|_| !card.checklist.leads_with_areas());
    let areas = all.collect::<Vec<_>>();
    let metrics = measured(card);
    if areas.is_empty() && metrics.is_empty() {
        return;
    }
    room.heading();
    let blank = || Line::ours("");
    let cells = |title: &str| Line::said(&cut(title, cuts.beside));
    let titles: Vec<(Line<'a>, Line<'a>)> = (0..areas.len().max(metrics.len()))
        .map(|at| {
            let area = areas.get(at).map_or_else(blank, |id| cells(&wording::area(&card.checklist, id, lang)));
            let metric = metrics.get(at).map_or_else(blank, |id| {
                let key = Key::Metric(Id::clone(id));
                cells(&wording::title(&card.checklist, &key, lang))
            });
            (area, metric)
        })
        .collect();
    // The taller of the two decides.
    let taller = titles
        .iter()
        .map(|(area, metric)| if ems(&area.plain(lang)) > ems(&metric.plain(lang)) { area } else { metric });
    let shown = room.rows(taller, ROWS, Rows::Beside, lang);
    let mut beside = Vec::new();
    if !areas.is_empty() {
        let table = matrix(front, &areas, shown);
        let mut part = titled(say::areas_by_level(lang), table.into());
        left(&mut part, areas.len().saturating_sub(shown), say::areas(lang), lang);
        beside.push(part);
    }
    if !metrics.is_empty() {
        let counts = metric_counts(card, lang);
        let mut part: Vec<Block<'a>> = vec![
            Heading { depth: 3, line: Line::ours(say::metrics(lang)).and(counts), anchor: None, short: None }.into(),
        ];
        part.push(targets(front, metrics.get(..shown.min(metrics.len())).unwrap_or_default()).into());
        left(&mut part, metrics.len().saturating_sub(shown), say::metrics(lang), lang);
        beside.push(part);
    }
    page.push(Block::Beside(beside));
}

/// The areas that lead, by level, as deep as there is room for.
fn by_area<'a>(front: Front<'a>, room: &mut Room) -> Vec<Block<'a>> {
    let Front { of, cuts } = front;
    let (card, lang) = (of.card, of.lang);
    let cut_title = |id: &Id| Line::said(&cut(&wording::area(&card.checklist, id, lang), room::TITLE));
    let (areas, below) = areas::down_to(card, areas::depth_within(card, AREAS));
    let titles: Vec<Line<'a>> = areas.iter().map(|(area, _)| cut_title(&area.id)).collect();
    room.heading();
    let shown = room.rows(titles.iter(), AREAS, Rows::Shares, lang);
    if shown < areas.len().min(AREAS) {
        room.is_short();
    }
    let part = areas.get(..shown.min(areas.len())).unwrap_or_default();
    let mut blocks =
        titled(say::areas_by_level(lang), areas::table(of, part, &drawn(card, cuts.levels), cut_title).into());
    left(&mut blocks, below + areas.len() - part.len(), say::areas(lang), lang);
    blocks
}

/// Areas by levels: how many criteria of each are met; and apart from them, for they decide nothing, the practices.
fn matrix<'a>(front: Front<'a>, areas: &[&'a Id], shown: usize) -> Table<'a> {
    let Front { of, cuts } = front;
    let (card, lang) = (of.card, of.lang);
    let practices = areas.iter().any(|id| card.practices_in(id).applicable > 0);
    let levels = drawn(card, cuts.levels - usize::from(practices));
    let mut table = Table::new(&[(say::area(lang), Kind::Title)]);
    for level in &levels {
        table = table.column(say::level(lang, *level), Kind::Share);
    }
    if practices {
        table = table.column(say::practices(lang).to_owned(), Kind::Share);
    }
    for id in areas.iter().take(shown) {
        let share = |counted: InLevel, beside: bool| {
            (counted.applicable > 0).then(|| Share {
                mark: share_mark(counted),
                met: counted.met,
                of: counted.applicable,
                percent: counted.percent,
                beside,
            })
        };
        let mut cells: Vec<Cell<'a>> =
            vec![Line::said(&cut(&wording::area(&card.checklist, id, lang), cuts.beside)).into()];
        cells.extend(levels.iter().map(|level| Cell::Share(share(card.criteria_in(Some(id), Some(*level)), false))));
        if practices {
            cells.push(Cell::Share(share(card.practices_in(id), true)));
        }
        table.row(cells);
    }
    table
}

/// The metrics that have a value or a target, those off target first.
fn measured(card: &Scorecard) -> Vec<&Id> {
    let rank = |status| match status {
        MetricStatus::OffTarget => 0,
        MetricStatus::OnTarget => 1,
        MetricStatus::NoData => 2,
        MetricStatus::Tracked => 3,
    };
    let mut metrics: Vec<_> =
        card.score.metrics.iter().filter(|score| score.value.is_some() || score.target.is_some()).collect();
    metrics.sort_by_key(|score| rank(score.status));
    metrics.into_iter().map(|score| &score.id).collect()
}

/// How many metrics are on target, and how many off.
fn metric_counts(card: &Scorecard, lang: Lang) -> Line<'static> {
    let statuses = [MetricStatus::OnTarget, MetricStatus::OffTarget];
    statuses.into_iter().fold(Line::new(Meaning::Body), |line, status| {
        let count = card.score.metrics.iter().filter(|score| score.status == status).count();
        line.and_ours(say::count_of(lang, metric_state(status, lang), count))
    })
}

/// Metrics with their values and targets.
fn targets<'a>(front: Front<'a>, metrics: &[&'a Id]) -> Table<'a> {
    let Front { of, cuts } = front;
    let lang = of.lang;
    let mut table = Table::new(&[
        (say::mark(lang), Kind::Mark),
        (say::metric(lang), Kind::Title),
        (say::value(lang), Kind::Words),
        (say::target(lang), Kind::Figure),
    ]);
    for score in metrics.iter().filter_map(|id| of.card.metric(id)) {
        let key = Key::Metric(score.id.clone());
        let unit = of.unit(&score.id);
        let quantity = |text: String| Line::said(&cut(&text, cuts.name));
        let value = match score.value {
            Some(value) => quantity(wording::quantity(value, unit)),
            None => Line::ours(say::metric_no_data(lang)).meaning(Meaning::Muted),
        };
        let target = match score.target {
            // Its unit stands before it.
            Some(target) => quantity(wording::target(target, if score.value.is_some() { "" } else { unit })),
            None => Line::ours(say::metric_short_tracked(lang)).meaning(Meaning::Muted),
        };
        let title = Line::said(&cut(&wording::title(&of.card.checklist, &key, lang), cuts.beside));
        table.row_of(key, [Cell::Mark(metric_mark(score.status)), title.into(), value.into(), target.into()]);
    }
    table
}

/// Findings, waivers with their reasons, what is to be confirmed, who answered.
fn foot(front: Front<'_>) -> Vec<Fact<'_>> {
    let Front { of, cuts } = front;
    let (card, lang) = (of.card, of.lang);
    let findings = match card.findings.len() {
        0 => Line::ours(say::no_findings(lang)).meaning(Meaning::Met),
        count => {
            let line = Line::ours(format!("{count} · ")).joined(Joint::Semicolon);
            let first =
                card.findings.iter().take(cuts.findings).map(|one| cut(&of.finding(one).plain(lang), cuts.listed * 2));
            let line = first
                .enumerate()
                .fold(line, |line, (nth, one)| if nth == 0 { line.then_said(&one) } else { line.and_said(&one) });
            let left = count.saturating_sub(cuts.findings);
            if left > 0 { line.and_ours(say::more_under(lang, left, say::findings(lang))) } else { line }
        }
    };
    let mut facts = vec![Fact::new(say::findings(lang), findings), Fact::new(say::waivers(lang), waivers(of))];
    let confirm = card.score.coverage.to_confirm;
    if confirm > 0 {
        facts.push(Fact::new(say::to_be_confirmed(lang), Line::ours(say::answers_carried(lang, confirm))));
    }
    let assessors = &card.assessment.assessors;
    if !assessors.is_empty() {
        let named: Vec<String> = assessors.iter().take(2 * cuts.several).map(|name| cut(name, cuts.name)).collect();
        let named = named.join(say::comma(lang));
        let left = assessors.len().saturating_sub(2 * cuts.several);
        let said = if left > 0 { say::and_more(lang, named, left) } else { named };
        facts.push(Fact::new(say::answered_by(lang), Line::said(&said)));
    }
    facts
}

/// How many waivers there are, and why.
fn waivers(of: Of<'_>) -> Line<'static> {
    let (card, lang) = (of.card, of.lang);
    let waived = card.waived();
    if waived.is_empty() {
        return Line::ours(say::none(lang)).meaning(Meaning::Muted);
    }
    let reason = |key: &Key| card.assessment.entry(key).and_then(|entry| entry.reason);
    let counted = |wanted: Option<Reason>| waived.iter().filter(|key| reason(key) == wanted).count();
    let reasons =
        Reason::ALL.iter().map(|reason| (Some(*reason), reason.term(lang))).chain([(None, say::no_reason(lang))]);
    let said = reasons.filter_map(|(reason, term)| {
        let count = counted(reason);
        (count > 0).then(|| say::count_of(lang, term, count))
    });
    let said: Vec<String> = said.collect();
    Line::ours(say::aside(lang, waived.len(), said.join(say::comma(lang))))
}

/// The first titles of several, and how many more there are under a section of the scorecard.
fn listed<'a>(front: Front<'a>, line: Line<'a>, keys: &[Key], section: &str) -> Line<'a> {
    let Front { of, cuts } = front;
    let lang = of.lang;
    let line = line.joined(Joint::Semicolon);
    let line = keys.iter().take(cuts.several).enumerate().fold(line, |line, (nth, key)| {
        let title = cut(&wording::title(&of.card.checklist, key, lang), cuts.listed);
        if nth == 0 { line.then_said(&title) } else { line.and_said(&title) }
    });
    let left = keys.len().saturating_sub(cuts.several);
    if left == 0 { line } else { line.and_ours(say::more_under(lang, left, section)) }
}

/// That there is more, and where.
fn more(page: &mut Document<'_>, count: usize, section: &str, lang: Lang) {
    left(&mut page.blocks, count, section, lang);
}

fn left(blocks: &mut Vec<Block<'_>>, count: usize, section: &str, lang: Lang) {
    if count > 0 {
        blocks.push(Line::ours(say::more_under(lang, count, section)).meaning(Meaning::Muted).into());
    }
}

/// A title over a part of the page.
fn title<'a>(words: String) -> Heading<'a> {
    Heading { depth: 3, line: Line::ours(words), anchor: None, short: None }
}

/// A block under a title.
fn titled<'a>(words: &'static str, block: Block<'a>) -> Vec<Block<'a>> {
    vec![title(words.to_owned()).into(), block]
}
