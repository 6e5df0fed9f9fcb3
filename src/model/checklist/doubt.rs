//! What is doubtful about a sound checklist: it can be used as it is, and its author may not have meant it.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use super::check::ids;
use super::{Better, Checklist, Guide, Locus, Parts, Probe, Table, Target};
use crate::i18n::{Lang, Text};
use crate::model::{Id, Level};

/// Something that an author may not have meant, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A level has one criterion alone: one answer decides it.
    LoneCriterion {
        /// The level.
        at: Locus,
        /// Which.
        level: Level,
    },
    /// A criterion does not say what is meant, or what to do where it is not met.
    Unexplained {
        /// The criterion.
        at: Locus,
        /// Whether it says what is meant.
        guidance: bool,
        /// Whether it says what to do.
        remedy: bool,
    },
    /// A text is not in a language that others are in.
    HalfTranslated {
        /// The text.
        at: Locus,
        /// The language.
        lang: Lang,
    },
    /// Nothing leads to an item.
    Unused {
        /// The item.
        at: Locus,
        /// Its id.
        id: Id,
    },
    /// A link stands twice in a list.
    LinkedTwice {
        /// The second one.
        at: Locus,
        /// The first one.
        first: Locus,
        /// What it names.
        id: Id,
    },
    /// More is better, and the target is below a number; or the other way round.
    BetterAgainstTarget {
        /// What is better.
        at: Locus,
    },
    /// Two titles of a table say nearly the same.
    TitlesAlike {
        /// The second one.
        at: Locus,
        /// The first one.
        first: Locus,
    },
    /// An id is a number that says nothing to people, and no published number stands in for it.
    UnreadableId {
        /// The id.
        at: Locus,
        /// As it is.
        id: Id,
    },
}

impl Doubt {
    /// What it is called, for programs.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::LoneCriterion { .. } => "lone-criterion",
            Self::Unexplained { .. } => "unexplained",
            Self::HalfTranslated { .. } => "half-translated",
            Self::Unused { .. } => "unused",
            Self::LinkedTwice { .. } => "linked-twice",
            Self::BetterAgainstTarget { .. } => "better-against-target",
            Self::TitlesAlike { .. } => "titles-alike",
            Self::UnreadableId { .. } => "unreadable-id",
        }
    }

    /// Where it is.
    pub const fn at(&self) -> Locus {
        match self {
            Self::LoneCriterion { at, .. }
            | Self::Unexplained { at, .. }
            | Self::HalfTranslated { at, .. }
            | Self::Unused { at, .. }
            | Self::LinkedTwice { at, .. }
            | Self::BetterAgainstTarget { at }
            | Self::TitlesAlike { at, .. }
            | Self::UnreadableId { at, .. } => *at,
        }
    }
}

impl Checklist {
    /// Everything that is doubtful about it.
    pub fn doubts(&self) -> Vec<Doubt> {
        let parts = self.parts();
        let mut doubts = Vec::new();
        levels(parts, &mut doubts);
        explained(parts, &mut doubts);
        languages(parts, &mut doubts);
        used(parts, &mut doubts);
        lists(parts, &mut doubts);
        metrics(parts, &mut doubts);
        titles(parts, &mut doubts);
        numbers(parts, &mut doubts);
        doubts
    }
}

fn levels(parts: &Parts, doubts: &mut Vec<Doubt>) {
    let mut gating: HashMap<Level, usize> = HashMap::new();
    for criterion in parts.criteria.iter().filter(|criterion| criterion.gates) {
        *gating.entry(criterion.level).or_default() += 1;
    }
    for (item, def) in parts.levels.iter().enumerate().filter(|(_, def)| gating.get(&def.level) == Some(&1)) {
        doubts.push(Doubt::LoneCriterion { at: Locus::new(Table::Levels, item, "level"), level: def.level });
    }
}

fn explained(parts: &Parts, doubts: &mut Vec<Doubt>) {
    for (item, criterion) in parts.criteria.iter().enumerate() {
        let (guidance, remedy) = (criterion.guide.guidance.is_some(), criterion.remedy.is_some());
        if !guidance || !remedy {
            doubts.push(Doubt::Unexplained { at: Locus::new(Table::Criteria, item, "id"), guidance, remedy });
        }
    }
}

fn languages(parts: &Parts, doubts: &mut Vec<Doubt>) {
    let texts = texts(parts);
    let used = Lang::ALL.map(|lang| (lang, texts.iter().any(|(_, text)| text.has(lang))));
    for (lang, _) in used.into_iter().filter(|(_, used)| *used) {
        let lacking = texts.iter().filter(|(_, text)| !text.has(lang));
        doubts.extend(lacking.map(|(at, _)| Doubt::HalfTranslated { at: *at, lang }));
    }
}

/// Every text that is told to people in their own language; a unit may be the same in all, and a source has its own.
fn texts(parts: &Parts) -> Vec<(Locus, &Text)> {
    let mut texts = vec![(Locus::new(Table::Head, 0, "title"), &parts.title)];
    texts.extend(parts.summary.iter().map(|text| (Locus::new(Table::Head, 0, "summary"), text)));
    texts.extend(titled(parts));
    for (item, scale) in parts.scales.iter().enumerate() {
        let at = Locus::new(Table::Scales, item, "options");
        texts.extend(scale.options.iter().enumerate().map(|(nth, option)| (at.nth(nth), &option.title)));
    }
    for (item, def) in parts.levels.iter().enumerate() {
        let at = |field| Locus::new(Table::Levels, item, field);
        texts.push((at("title"), &def.title));
        texts.extend(def.meaning.iter().map(|text| (at("meaning"), text)));
    }
    for (item, one) in parts.criteria.iter().enumerate() {
        said(Table::Criteria, item, &one.guide, &one.probes, &mut texts);
        texts.extend(one.remedy.iter().map(|text| (Locus::new(Table::Criteria, item, "remedy"), text)));
    }
    for (item, one) in parts.practices.iter().enumerate() {
        said(Table::Practices, item, &one.guide, &one.probes, &mut texts);
    }
    for (item, one) in parts.deliverables.iter().enumerate() {
        said(Table::Deliverables, item, &one.guide, &one.probes, &mut texts);
    }
    for (item, one) in parts.metrics.iter().enumerate() {
        said(Table::Metrics, item, &one.guide, &[], &mut texts);
    }
    for (item, one) in parts.loops.iter().enumerate() {
        for (nth, step) in one.steps.iter().enumerate() {
            let at = Locus::new(Table::Loops, item, "steps").nth(nth);
            texts.extend([&step.title].into_iter().chain(&step.guide.guidance).map(|text| (at, text)));
        }
    }
    for (item, one) in parts.profiles.iter().enumerate() {
        let at = Locus::new(Table::Profiles, item, "teams");
        texts.extend(one.teams.iter().enumerate().map(|(nth, team)| (at.nth(nth), &team.title)));
    }
    texts
}

/// What is said of an item beside its title.
fn said<'a>(table: Table, item: usize, guide: &'a Guide, probes: &'a [Probe], texts: &mut Vec<(Locus, &'a Text)>) {
    let at = |field| Locus::new(table, item, field);
    let named = [("guidance", &guide.guidance), ("check", &guide.check), ("pitfall", &guide.pitfall)];
    texts.extend(named.into_iter().filter_map(|(field, text)| Some((at(field), text.as_ref()?))));
    texts.extend(guide.answers.iter().enumerate().map(|(nth, (_, text))| (at("options").nth(nth), text)));
    texts.extend(probes.iter().enumerate().filter_map(|(nth, one)| Some((at("probes").nth(nth), one.says.as_ref()?))));
}

/// The titles of everything that has an id.
fn titled(parts: &Parts) -> impl Iterator<Item = (Locus, &Text)> {
    fn of<'a, T: 'a>(
        table: Table,
        items: &'a [T],
        title: impl Fn(&'a T) -> &'a Text + 'a,
    ) -> impl Iterator<Item = (Locus, &'a Text)> {
        items.iter().enumerate().map(move |(at, item)| (Locus::new(table, at, "title"), title(item)))
    }
    of(Table::Areas, &parts.areas, |item| &item.title)
        .chain(of(Table::Roles, &parts.roles, |item| &item.title))
        .chain(of(Table::Criteria, &parts.criteria, |item| &item.title))
        .chain(of(Table::Practices, &parts.practices, |item| &item.title))
        .chain(of(Table::Deliverables, &parts.deliverables, |item| &item.title))
        .chain(of(Table::Metrics, &parts.metrics, |item| &item.title))
        .chain(of(Table::Loops, &parts.loops, |item| &item.title))
        .chain(of(Table::Profiles, &parts.profiles, |item| &item.title))
        .chain(of(Table::Routes, &parts.routes, |item| &item.title))
}

fn used(parts: &Parts, doubts: &mut Vec<Doubt>) {
    fn all<'a>(table: Table, ids: impl IntoIterator<Item = &'a Id>) -> impl Iterator<Item = (Table, &'a Id)> {
        ids.into_iter().map(move |id| (table, id))
    }
    let mut used: HashSet<(Table, &Id)> = HashSet::new();
    used.extend(all(Table::Areas, parts.areas.iter().filter_map(|item| item.parent.as_ref())));
    used.extend(all(Table::Areas, parts.roles.iter().filter_map(|item| item.area.as_ref())));
    for item in &parts.criteria {
        used.extend(all(Table::Areas, &item.area));
        used.extend(all(Table::Roles, &item.role));
        used.extend(all(Table::Routes, &item.route));
        used.extend(all(Table::Scales, &item.scale));
        used.extend(all(Table::Practices, &item.practices));
        used.extend(all(Table::Deliverables, &item.deliverables));
        used.extend(all(Table::Metrics, &item.metrics));
    }
    used.extend(all(Table::Roles, parts.profiles.iter().flat_map(|item| &item.teams).flat_map(|team| &team.roles)));
    // What a role has is asked with that role, whatever else leads to it.
    for item in &parts.practices {
        used.extend(all(Table::Roles, &item.role).chain(all(Table::Practices, item.role.as_ref().map(|_| &item.id))));
    }
    for item in &parts.deliverables {
        used.extend(
            all(Table::Roles, &item.role).chain(all(Table::Deliverables, item.role.as_ref().map(|_| &item.id))),
        );
    }
    let lead_nowhere = [Table::Criteria, Table::Loops, Table::Profiles];
    let unused = ids(parts).filter(|(at, id)| !lead_nowhere.contains(&at.table) && !used.contains(&(at.table, *id)));
    doubts.extend(unused.map(|(at, id)| Doubt::Unused { at, id: id.clone() }));
}

fn lists(parts: &Parts, doubts: &mut Vec<Doubt>) {
    let mut list = |of: &[Id], at: &dyn Fn(usize) -> Locus| {
        let mut seen: HashMap<&Id, usize> = HashMap::new();
        for (nth, id) in of.iter().enumerate() {
            let first = *seen.entry(id).or_insert(nth);
            if first != nth {
                doubts.push(Doubt::LinkedTwice { at: at(nth), first: at(first), id: id.clone() });
            }
        }
    };
    for (item, one) in parts.criteria.iter().enumerate() {
        let lists = [
            ("practices", &one.practices),
            ("deliverables", &one.deliverables),
            ("metrics", &one.metrics),
            ("applies", &one.applies),
            ("after", &one.after),
        ];
        for (field, ids) in lists {
            list(ids, &|nth| Locus::new(Table::Criteria, item, field).nth(nth));
        }
    }
    for (item, profile) in parts.profiles.iter().enumerate() {
        for (nth, team) in profile.teams.iter().enumerate() {
            list(&team.roles, &|inner| Locus::new(Table::Profiles, item, "teams").nth(nth).inner(inner));
        }
    }
}

fn metrics(parts: &Parts, doubts: &mut Vec<Doubt>) {
    for (item, metric) in parts.metrics.iter().enumerate() {
        let against = matches!(
            (metric.better, metric.target),
            (Some(Better::Higher), Some(Target::Below(_))) | (Some(Better::Lower), Some(Target::Above(_)))
        );
        if against {
            doubts.push(Doubt::BetterAgainstTarget { at: Locus::new(Table::Metrics, item, "better") });
        }
    }
}

fn titles(parts: &Parts, doubts: &mut Vec<Doubt>) {
    let mut first: HashMap<(Table, Lang, String), Locus> = HashMap::new();
    for (at, title) in titled(parts) {
        let mut alike = None;
        for lang in Lang::ALL.into_iter().filter(|lang| title.has(*lang)) {
            let gist = gist(title.get(lang));
            if !gist.is_empty() {
                let earlier = *first.entry((at.table, lang, gist)).or_insert(at);
                alike = alike.or(Some(earlier).filter(|earlier| *earlier != at));
            }
        }
        doubts.extend(alike.map(|first| Doubt::TitlesAlike { at, first }));
    }
}

/// What a title comes to where its spelling, its order and its small words are left out: two that say nearly the same have
/// one gist, so that none has to be held against every other.
fn gist(title: &str) -> String {
    const SMALL: [&str; 13] = ["a", "an", "and", "are", "for", "in", "is", "of", "on", "or", "the", "to", "with"];
    let mut plain = String::with_capacity(title.len());
    for c in title.nfkc().flat_map(char::to_lowercase).filter(|c| !"的了和与及".contains(*c)) {
        // Chinese is written without blanks, or with some around what is not: each of its characters is a word.
        let han = ('\u{4e00}'..='\u{9fff}').contains(&c);
        plain.extend([Some(' ').filter(|_| han), Some(c), Some(' ').filter(|_| han)].into_iter().flatten());
    }
    let words = plain.split(|c: char| !c.is_alphanumeric());
    let mut words: Vec<&str> = words
        .filter(|word| !word.is_empty() && !SMALL.contains(word))
        .map(|word| word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s')).unwrap_or(word))
        .collect();
    words.sort_unstable();
    words.join(" ")
}

fn numbers(parts: &Parts, doubts: &mut Vec<Doubt>) {
    let code = |at: Locus| match at.table {
        Table::Areas => parts.areas.get(at.item).map(|item| item.code.is_some()),
        Table::Criteria => parts.criteria.get(at.item).map(|item| item.code.is_some()),
        Table::Practices => parts.practices.get(at.item).map(|item| item.code.is_some()),
        Table::Deliverables => parts.deliverables.get(at.item).map(|item| item.code.is_some()),
        Table::Metrics => parts.metrics.get(at.item).map(|item| item.code.is_some()),
        _ => None,
    };
    let unreadable = ids(parts).filter(|(at, id)| is_a_number(id.as_str()) && code(*at) == Some(false));
    doubts.extend(unreadable.map(|(at, id)| Doubt::UnreadableId { at, id: id.clone() }));
}

/// Whether an id is a UUID, or another long number in hexadecimal.
fn is_a_number(id: &str) -> bool {
    let digits = || id.bytes().filter(|byte| *byte != b'-');
    digits().count() >= 16
        && digits().all(|byte| byte.is_ascii_hexdigit())
        && digits().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{gist, is_a_number};

    #[test]
    fn titles_that_say_nearly_the_same_have_one_gist() {
        for (one, other) in [
            ("Alerts are routed to a person", "The alert routed to persons"),
            ("CI/CD process", "Process of CI / CD"),
            ("监控和告警", "监控、告警"),
            ("Ａ/B测试", "a/b 测试"),
        ] {
            assert_eq!(gist(one), gist(other), "{one} / {other}");
        }
        for (one, other) in [("Alerts", "Dashboards"), ("全面的监控", "基本的监控"), ("Pass", "Pas")] {
            assert_ne!(gist(one), gist(other), "{one} / {other}");
        }
        assert_eq!(gist("… / of the"), "");
    }

    #[test]
    fn a_number_says_nothing_and_a_word_does() {
        for id in ["0f8fad5b-d9cb-469f-a165-70867728950e", "deadbeefdeadbeef0", "0000000000000001"] {
            assert!(is_a_number(id), "{id}");
        }
        for id in ["v1-2-3", "full-cicd", "facade-decade-accede-feed", "2026-11-25"] {
            assert!(!is_a_number(id), "{id}");
        }
    }
}
