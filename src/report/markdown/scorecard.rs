//! The scorecard as Markdown: everything that the text report says, in its order, one item a line.

use super::{Page, escape};
use crate::i18n::{Lang, report as r, terms};
use crate::model::{Answer, Entry, Evidence, Key};
use crate::report::parts;
use crate::report::sheet::DOT;
use crate::scorecard::Scorecard;
use crate::style::mark;
use crate::wording;

/// The scorecard as Markdown.
pub fn report(card: &Scorecard, lang: Lang) -> String {
    let mut page = Page::default();
    page.block(&format!("# {}", r::scorecard(lang)));
    page.block(&facts(card, lang));
    level(&mut page, card, lang);
    first(&mut page, card, lang);
    results(&mut page, card, lang);
    loops(&mut page, card, lang);
    roles(&mut page, card, lang);
    findings(&mut page, card, lang);
    waivers(&mut page, card, lang);
    plan(&mut page, card, lang);
    answers(&mut page, card, lang);
    page.0
}

/// A table with titles and rows, or nothing where there is no row.
fn table<const N: usize>(page: &mut Page, head: [&str; N], rows: impl Iterator<Item = [String; N]>) {
    let line = |cells: &[String; N]| {
        let cells: Vec<String> = cells.iter().map(|cell| escape(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let rows: Vec<String> = rows.map(|cells| line(&cells)).collect();
    if !rows.is_empty() {
        let head = head.map(|title| if title.is_empty() { " ".to_owned() } else { escape(title) });
        page.block(&format!("| {} |\n|{}\n{}", head.join(" | "), " --- |".repeat(N), rows.join("\n")));
    }
}

fn labelled(label: &str, value: &str, lang: Lang) -> String {
    format!("- **{}**{}{}", escape(label), terms::colon(lang), escape(value))
}

/// Who was assessed, when, by whom and with what.
fn facts(card: &Scorecard, lang: Lang) -> String {
    let (assessment, checklist) = (&card.assessment, &card.checklist);
    let mut facts = vec![
        labelled(r::team(lang), &assessment.team, lang),
        labelled(r::date(lang), &assessment.date.to_string(), lang),
        labelled(r::status(lang), assessment.status.term(lang), lang),
    ];
    facts.extend(parts::profile(card, lang).map(|profile| labelled(r::profile(lang), &profile, lang)));
    if !assessment.assessors.is_empty() {
        facts.push(labelled(r::assessors(lang), &assessment.assessors.join(r::comma(lang)), lang));
    }
    let made_with = format!("{} {}", checklist.id(), checklist.version());
    let about = r::aside(lang, checklist.parts().title.get(lang), made_with);
    facts.push(labelled(r::checklist(lang), &about, lang));
    facts.join("\n")
}

fn level(page: &mut Page, card: &Scorecard, lang: Lang) {
    page.block(&format!("## {}", escape(&parts::level(card, lang))));
    page.block(&escape(&parts::coverage(card, lang)));
    let readings: Vec<String> =
        parts::readings(card, lang).map(|(label, level)| labelled(label, &r::level_short(lang, level), lang)).collect();
    if !readings.is_empty() {
        page.block(&readings.join("\n"));
    }
    let Some(next) = &card.score.next else {
        page.block(&escape(&r::gauge_top(lang, card.score.max_level)));
        return;
    };
    page.block(&format!("**{}**", escape(&r::what_blocks(lang, next.level))));
    let blocking: Vec<String> = next
        .remaining
        .iter()
        .map(|id| {
            let (sign, _) = mark(card.assessment.answer(&Key::Criterion(id.clone())));
            let title = wording::criterion(&card.checklist, id, lang);
            format!("- {} {} · {}", escape(sign), escape(title), escape(&parts::counted(card, id, lang)))
        })
        .collect();
    page.block(&blocking.join("\n"));
    if card.score.next_is_waived() {
        page.block(r::all_waived(lang));
    }
}

fn first(page: &mut Page, card: &Scorecard, lang: Lang) {
    if card.plan.gaps.is_empty() {
        return;
    }
    page.block(&format!("## {}", escape(&r::first(lang, card.plan.target_level))));
    let open = card.score.coverage.open();
    if open > 0 {
        page.block(&escape(&r::open_first(lang, open)));
    }
    let first: Vec<String> =
        parts::first(card, lang).iter().map(|what| format!("1. {}", escape(&what.join(DOT)))).collect();
    page.block(&first.join("\n"));
}

/// Levels, areas, deliverables and metrics.
fn results(page: &mut Page, card: &Scorecard, lang: Lang) {
    let checklist = &card.checklist;
    page.block(&format!("## {}", terms::levels(lang)));
    let head = ["", r::level(lang), r::progress(lang), r::met(lang), r::state(lang)];
    let levels = card.score.levels.iter().map(|score| {
        let (sign, _) = mark(Some(if score.achieved { Answer::Yes } else { Answer::No }));
        let state = parts::level_state(score, lang).to_owned();
        let title = parts::level_title(card, score.level, lang);
        [sign.to_owned(), title, parts::progress(score.credit, lang).1, parts::met(score, true, lang), state]
    });
    table(page, head, levels);
    if !card.score.areas.is_empty() {
        page.block(&format!("## {}", terms::areas(lang)));
    }
    let areas = card.score.areas.iter().map(|score| {
        let title = parts::area_title(card, &score.id, lang).to_owned();
        [title, parts::progress(score.credit, lang).1, parts::area_level(score, lang)]
    });
    table(page, [r::area(lang), r::progress(lang), r::level(lang)], areas);
    let deliverables = &checklist.parts().deliverables;
    if !deliverables.is_empty() {
        let score = &card.score.deliverables;
        let ready = r::ready_of(lang, score.ready, score.applicable);
        page.block(&format!("## {} · {}", terms::deliverables(lang), escape(&ready)));
    }
    let deliverables = deliverables.iter().map(|item| {
        let key = Key::Deliverable(item.id.clone());
        let answer = card.assessment.answer(&key);
        let state = wording::answer(&key, answer, lang).to_owned();
        [mark(answer).0.to_owned(), item.title.get(lang).to_owned(), state]
    });
    table(page, ["", r::deliverable(lang), r::state(lang)], deliverables);
    if !card.score.metrics.is_empty() {
        page.block(&format!("## {}", terms::metrics(lang)));
    }
    let metrics = card.score.metrics.iter().map(|score| {
        let unit = parts::unit(card, &score.id, lang);
        [
            parts::metric_mark(score.status).0.to_owned(),
            wording::title(checklist, &Key::Metric(score.id.clone()), lang),
            score.value.map(|value| wording::quantity(value, unit)).unwrap_or_default(),
            score.target.map(|target| wording::target(target, unit)).unwrap_or_default(),
            parts::metric_state(score.status, lang).to_owned(),
        ]
    });
    table(page, ["", r::metric(lang), r::value(lang), r::target(lang), r::state(lang)], metrics);
}

fn loops(page: &mut Page, card: &Scorecard, lang: Lang) {
    if card.score.loops.is_empty() {
        return;
    }
    page.block(&format!("## {}", terms::loops(lang)));
    let mut lines = Vec::new();
    for score in &card.score.loops {
        let Some(of) = card.checklist.improvement_loop(&score.id) else { continue };
        let (sign, _) = mark(Some(if score.turns() { Answer::Yes } else { Answer::No }));
        let state = if score.turns() { r::turns(lang) } else { r::broken(lang) };
        lines.push(format!("- {} **{}** · {state}", escape(sign), escape(of.title.get(lang))));
        for step in &of.steps {
            let broken = score.broken_at.as_ref() == Some(&step.id);
            let here = if broken { format!(" · **{}**", r::broken_here(lang)) } else { String::new() };
            lines.push(format!("  1. {}{here}", escape(step.title.get(lang))));
        }
    }
    page.block(&lines.join("\n"));
}

fn roles(page: &mut Page, card: &Scorecard, lang: Lang) {
    let roles = || card.score.roles.iter().filter(|score| score.total > 0);
    if roles().next().is_some() {
        page.block(&format!("## {}", r::practices_by_role(lang)));
    }
    let rows = roles().map(|score| {
        let title = parts::role_title(card, &score.id, lang).to_owned();
        [title, parts::progress(score.credit, lang).1, r::met_of(lang, score.answered, score.total)]
    });
    table(page, [r::role(lang), r::progress(lang), r::answered(lang)], rows);
}

fn findings(page: &mut Page, card: &Scorecard, lang: Lang) {
    page.block(&format!("## {}", escape(&r::with_count(lang, terms::findings(lang), card.findings.len()))));
    let lines: Vec<String> =
        card.findings.iter().map(|finding| format!("- {}", escape(&parts::finding(card, finding, lang)))).collect();
    page.block(if lines.is_empty() { r::no_findings(lang).to_owned() } else { lines.join("\n") }.as_str());
}

fn waivers(page: &mut Page, card: &Scorecard, lang: Lang) {
    let waived = card.waived();
    if !waived.is_empty() {
        page.block(&format!("## {}", escape(&r::with_count(lang, r::waivers(lang), waived.len()))));
    }
    let rows = waived
        .iter()
        .map(|key| [wording::title(&card.checklist, key, lang), parts::waiver_reason(card, key, lang).0.to_owned()]);
    table(page, [r::item(lang), r::reason(lang)], rows);
}

fn plan(page: &mut Page, card: &Scorecard, lang: Lang) {
    page.block(&format!("## {}", escape(&crate::report::plan::headline(card, lang))));
    if card.plan.gaps.is_empty() {
        page.block(&escape(crate::report::plan::nothing(card, lang)));
    }
    let head = ["", r::level(lang), r::gap(lang), r::effort(lang), r::role(lang), terms::owner(lang), terms::due(lang)];
    let rows = card.plan.gaps.iter().map(|gap| {
        [
            mark(gap.answer).0.to_owned(),
            gap.level.to_string(),
            wording::criterion(&card.checklist, &gap.criterion, lang).to_owned(),
            parts::effort(gap.effort, lang).to_owned(),
            parts::gap_role(card, gap, lang).0,
            gap.owner.clone().unwrap_or_default(),
            gap.due.map(|day| day.to_string()).unwrap_or_default(),
        ]
    });
    table(page, head, rows);
}

/// Every item on a line, answered or not; then what the checklist does not have.
fn answers(page: &mut Page, card: &Scorecard, lang: Lang) {
    page.block(&format!("## {}", r::answers(lang)));
    for (title, keys) in parts::sections(card, lang) {
        page.block(&format!("### {}", escape(&title.join(DOT))));
        let lines: Vec<String> = keys
            .iter()
            .map(|key| {
                let (sign, _) = parts::item_mark(card, key);
                let title = wording::title(&card.checklist, key, lang);
                let line = format!("- {} **{}** · ", escape(sign), escape(&title));
                line + &said(card, key, &parts::said(card, key, lang).join(DOT), lang)
            })
            .collect();
        page.block(&lines.join("\n"));
    }
    let retired: Vec<String> = card
        .retired()
        .map(|(key, entry)| {
            let line = format!("- **{}** · ", escape(&key.path().join(".")));
            line + &said(card, key, &parts::retired_said(key, entry, lang), lang)
        })
        .collect();
    if !retired.is_empty() {
        page.block(&format!("### {}", escape(r::retired(lang))));
        page.block(&retired.join("\n"));
    }
}

/// An answer with note, evidence, owner and due date.
fn said(card: &Scorecard, key: &Key, answer: &str, lang: Lang) -> String {
    let mut said = vec![escape(answer)];
    let nothing = Entry::default();
    let entry = card.assessment.entry(key).unwrap_or(&nothing);
    let mut add = |label: &str, shown: String| said.push(format!("*{label}*{}{shown}", terms::colon(lang)));
    if let Some(note) = &entry.note {
        add(terms::note(lang), escape(note));
    }
    for evidence in &entry.evidence {
        add(terms::evidence(lang), link(evidence, card, lang));
    }
    if let Some(owner) = &entry.owner {
        add(terms::owner(lang), escape(owner));
    }
    if entry.due.is_some() {
        add(terms::due(lang), escape(&parts::due(card, key, entry, lang).0));
    }
    said.join(" · ")
}

/// Evidence, its reference a link where it is an address of the web or of mail.
fn link(evidence: &Evidence, card: &Scorecard, lang: Lang) -> String {
    let (parts, _) = wording::evidence_parts(evidence, card.assessment.date, lang);
    let shown = parts.iter().enumerate().map(|(nth, part)| {
        let address = crate::report::link::address(part).filter(|link| nth == 0 && link.is_absolute());
        match address {
            Some(_) if !part.contains(['<', '>', '|', '`']) => format!("<{part}>"),
            _ => escape(part),
        }
    });
    shown.collect::<Vec<_>>().join(DOT)
}
