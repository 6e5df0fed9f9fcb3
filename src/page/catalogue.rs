//! A checklist to read: what it asks, level by level, with all that belongs to it.

use super::document::{Block, Document, Fact, Facts, Item, Items, Line, Set, Voice, quote};
use super::item;
use super::parts::{self, DASH, listed, titled};
use crate::i18n::{Lang, Text, say};
use crate::model::checklist::{Criterion, Guide, Metric, Profile, Scale};
use crate::model::{Checklist, Key};
use crate::style::Meaning;
use crate::wording;

/// The whole checklist.
pub fn page(checklist: &Checklist, lang: Lang) -> Document<'_> {
    let mut page = Document::default();
    let parts = checklist.parts();
    let about = Line::theirs(parts.title.get(lang)).and_ours(format!("{} {}", parts.id, parts.version));
    page.heading(1, about);
    page.blocks.extend(prose(parts.summary.as_ref(), lang));
    for def in &parts.levels {
        let title = Line::ours(say::level(lang, def.level));
        let name = wording::level_name(def, lang);
        page.heading(2, name.map_or(title.clone(), |name| title.and_theirs(name)));
        page.blocks.extend(prose(def.meaning.as_ref(), lang));
        let criteria = checklist.criteria_of(def.level).map(|one| criterion(checklist, one, lang));
        page.push(apart(criteria.collect()));
    }
    if !parts.deliverables.is_empty() {
        page.heading(2, Line::ours(say::deliverables(lang)));
        let items = parts.deliverables.iter().map(|one| {
            entry(checklist, &Key::Deliverable(one.id.clone()), guide(Scale::built_in(), &one.guide, lang), lang)
        });
        page.push(apart(items.collect()));
    }
    practices(&mut page, checklist, lang);
    let lists: [(&'static str, Vec<Item<'_>>); 3] = [
        (say::metrics(lang), parts.metrics.iter().map(|one| metric(checklist, one, lang)).collect()),
        (
            say::loops(lang),
            parts
                .loops
                .iter()
                .map(|one| {
                    let steps = one
                        .steps
                        .iter()
                        .map(|step| super::document::Link { line: Line::theirs(step.title.get(lang)), broken: None });
                    Item::marked(DASH, titled(&one.title, &one.id, lang)).with(vec![Block::Chain(steps.collect())])
                })
                .collect(),
        ),
        (say::profiles(lang), parts.profiles.iter().map(|one| profile(checklist, one, lang)).collect()),
    ];
    for (title, items) in lists {
        if !items.is_empty() {
            page.heading(2, Line::ours(title));
            page.push(Items::new(items));
        }
    }
    page
}

fn apart(all: Vec<Item<'_>>) -> Items<'_> {
    Items::new(all).set(Set::Apart)
}

fn entry<'a>(checklist: &Checklist, key: &Key, body: Vec<Block<'a>>, lang: Lang) -> Item<'a> {
    Item::plain(parts::named(checklist, key, lang).meaning(Meaning::Title)).with(body)
}

/// What is said to whoever answers: what is meant, then the rest under what it is called.
fn guide<'a>(scale: &'a Scale, guide: &'a Guide, lang: Lang) -> Vec<Block<'a>> {
    let mut body = prose(guide.guidance.as_ref(), lang);
    let facts = item::said(scale, guide, lang).map(|(label, text)| Fact::new(label, item::text(text, lang)));
    body.push(Facts::new(facts.collect()).into());
    body
}

fn prose(prose: Option<&Text>, lang: Lang) -> Vec<Block<'_>> {
    let text = |prose: &'_ Text| -> String { prose.get(lang).trim().to_owned() };
    prose.map(|prose| Line::new(Meaning::Body).then(text(prose), Voice::Theirs).into()).into_iter().collect()
}

fn criterion<'a>(checklist: &'a Checklist, criterion: &'a Criterion, lang: Lang) -> Item<'a> {
    let mut body = guide(checklist.scale_of(&Key::Criterion(criterion.id.clone())), &criterion.guide, lang);
    let mut facts = Vec::new();
    if let Some(remedy) = &criterion.remedy {
        facts.push(Fact::new(say::remedy(lang), Line::new(Meaning::Body).then(remedy.get(lang).trim(), Voice::Theirs)));
    }
    facts.extend(
        item::links(criterion, lang)
            .map(|(label, keys)| Fact::new(label, listed(keys.iter().map(|key| parts::title(checklist, key, lang))))),
    );
    facts.extend(item::place(checklist, criterion, lang));
    body.push(Facts::new(facts).into());
    body.extend(parts::references(checklist, &Key::Criterion(criterion.id.clone()), lang));
    let rules =
        [(criterion.evidence_required, say::evidence_needed(lang)), (!criterion.na_allowed, say::no_waiver_here(lang))];
    let rules = rules.into_iter().filter(|(holds, _)| *holds);
    body.extend(rules.map(|(_, rule)| Line::ours(rule).meaning(Meaning::Muted).into()));
    entry(checklist, &Key::Criterion(criterion.id.clone()), body, lang)
}

/// The practices by role; those of nobody last.
fn practices<'a>(page: &mut Document<'a>, checklist: &'a Checklist, lang: Lang) {
    let all = &checklist.parts().practices;
    let roles = checklist.parts().roles.iter().map(|role| (Some(&role.id), Some(role.title.get(lang))));
    for (role, title) in roles.chain([(None, None)]) {
        let own = all.iter().filter(|practice| practice.role.as_ref() == role);
        let items: Vec<Item<'a>> = own
            .map(|one| {
                entry(checklist, &Key::Practice(one.id.clone()), guide(Scale::built_in(), &one.guide, lang), lang)
            })
            .collect();
        if items.is_empty() {
            continue;
        }
        let heading = Line::ours(say::practices(lang));
        page.heading(2, title.map_or(heading.clone(), |title| heading.and_theirs(title)));
        page.push(apart(items));
    }
}

fn metric<'a>(checklist: &'a Checklist, metric: &'a Metric, lang: Lang) -> Item<'a> {
    let unit = metric.unit_in(lang);
    let target = metric.target.map_or(say::no_target(lang).to_owned(), |target| quote(&wording::target(target, unit)));
    let line = parts::named(checklist, &Key::Metric(metric.id.clone()), lang);
    let line = if unit.is_empty() { line } else { line.and_theirs(unit) };
    let line = line.and_said(&format!("{}{}{target}", say::target(lang), say::colon(lang)));
    Item::marked(DASH, line).with(prose(metric.guide.guidance.as_ref(), lang))
}

fn profile<'a>(checklist: &'a Checklist, profile: &'a Profile, lang: Lang) -> Item<'a> {
    let teams = profile.teams.iter().map(|team| {
        let roles = team.roles.iter().filter_map(|id| checklist.role(id)).map(|role| quote(role.title.get(lang)));
        let roles: Vec<String> = roles.collect();
        Fact::new(team.title.get(lang), Line::said(&roles.join(say::comma(lang))))
    });
    Item::marked(DASH, titled(&profile.title, &profile.id, lang)).with(vec![Facts::new(teams.collect()).into()])
}
