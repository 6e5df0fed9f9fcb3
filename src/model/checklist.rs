//! A checklist: what is asked, how it hangs together, and the rules that make one sound.

mod areas;
mod check;
mod doubt;
mod formerly;
mod index;
mod metric;
mod probe;
mod reference;
mod scale;

use std::collections::HashSet;

use semver::Version;

pub use check::{BadScale, DEEPEST, Flaw, Locus, Table};
pub use doubt::Doubt;
pub use formerly::{Formerly, Renaming};
pub use metric::{Better, Metric, Target};
pub use probe::{Look, Probe, ProbeKind};
pub use reference::{Reference, Scheme};
pub use scale::{Choice, Scale};

use index::Index;

use super::{Effort, Id, Key, Level};
use crate::i18n::{Lang, Text};

/// A sound checklist: every id is unique in its table, every link leads somewhere, every level has criteria.
#[derive(Clone, Debug)]
pub struct Checklist {
    parts: Parts,
    digest: String,
    index: Index,
    /// The criteria that are asked of other profiles only.
    elsewhere: HashSet<Id>,
}

/// What a checklist is made of, as the file has it, before it is known to be sound.
#[derive(Clone, Debug)]
pub struct Parts {
    /// The checklist's id.
    pub id: Id,
    /// The version of its content.
    pub version: Version,
    /// Its title.
    pub title: Text,
    /// What it is for, in a sentence or two.
    pub summary: Option<Text>,
    /// How it is scored, and what a score leads with.
    pub scoring: Scoring,
    /// Where a reference of a scheme is read.
    pub schemes: Vec<Scheme>,
    /// The scales of answers beside the built-in one.
    pub scales: Vec<Scale>,
    /// The levels, consecutive from 1.
    pub levels: Vec<LevelDef>,
    /// The areas of work.
    pub areas: Vec<Area>,
    /// The roles.
    pub roles: Vec<Role>,
    /// What gates a level.
    pub criteria: Vec<Criterion>,
    /// What closes a gap.
    pub practices: Vec<Practice>,
    /// Key deliverables.
    pub deliverables: Vec<Deliverable>,
    /// Numbers.
    pub metrics: Vec<Metric>,
    /// Improvement loops.
    pub loops: Vec<Loop>,
    /// Who staffs operations, one of which a team picks.
    pub profiles: Vec<Profile>,
    /// Where the work of a gap is done.
    pub routes: Vec<Named>,
}

/// How a checklist is scored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scoring {
    /// What a score leads with; `None` where the file does not say.
    pub headline: Option<Headline>,
    /// How the number is found.
    pub rule: Rule,
}

/// What a score leads with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headline {
    /// The level of the whole.
    Level,
    /// The level of each area.
    Areas,
}

impl Headline {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Level, Self::Areas];

    /// The word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Areas => "areas",
        }
    }
}

/// How the number of a checklist is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rule {
    /// A level is achieved or not; nothing is averaged.
    #[default]
    Gate,
    /// The mean of the areas' scores, as SAMM has it.
    Mean,
}

impl Rule {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Gate, Self::Mean];

    /// The word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Gate => "gate",
            Self::Mean => "mean",
        }
    }
}

/// A level and its name.
#[derive(Clone, Debug)]
pub struct LevelDef {
    /// The level.
    pub level: Level,
    /// Its name.
    pub title: Text,
    /// What is true of a team at this level, in a sentence for whoever leads it.
    pub meaning: Option<Text>,
}

/// An area of work.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Its published number.
    pub code: Option<String>,
    /// The area that it is part of.
    pub parent: Option<Id>,
}

/// Something with an id and a title: a route, a loop's step.
#[derive(Clone, Debug)]
pub struct Named {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
}

/// A role.
#[derive(Clone, Debug)]
pub struct Role {
    /// Its id.
    pub id: Id,
    /// The area that it works in.
    pub area: Option<Id>,
    /// Its title.
    pub title: Text,
}

/// What is said of an item to whoever has to answer it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guide {
    /// What is meant; of a metric what is measured, how, and over what window.
    pub guidance: Option<Text>,
    /// What each answer looks like, by the id of its option, as the file has them.
    pub answers: Vec<(Id, Text)>,
    /// How to find out, today.
    pub check: Option<Text>,
    /// What fools people.
    pub pitfall: Option<Text>,
}

impl Guide {
    /// What it looks like where that option is the answer.
    pub fn of_answer(&self, option: &Id) -> Option<&Text> {
        self.answers.iter().find(|(id, _)| id == option).map(|(_, text)| text)
    }

    /// Its texts, each under what it is called in files.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &Text)> {
        let Self { guidance, answers, check, pitfall } = self;
        let answers = answers.iter().map(|(id, text)| (id.as_str(), text));
        let guidance = guidance.iter().map(|text| ("guidance", text));
        let rest = [("check", check), ("pitfall", pitfall)];
        guidance.chain(answers).chain(rest.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?))))
    }
}

/// What gates a level.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// Its id.
    pub id: Id,
    /// The level that it gates.
    pub level: Level,
    /// The area that it belongs to.
    pub area: Option<Id>,
    /// The role that a gap is handed to.
    pub role: Option<Id>,
    /// Its title.
    pub title: Text,
    /// Its published number.
    pub code: Option<String>,
    /// What is said of it.
    pub guide: Guide,
    /// What to do when it is not met.
    pub remedy: Option<Text>,
    /// The practices that close the gap.
    pub practices: Vec<Id>,
    /// The deliverables that prove it.
    pub deliverables: Vec<Id>,
    /// The metrics that show it.
    pub metrics: Vec<Id>,
    /// Where the work is done.
    pub route: Option<Id>,
    /// What it takes.
    pub effort: Effort,
    /// Whether a yes needs evidence.
    pub evidence_required: bool,
    /// Whether it may be waived.
    pub na_allowed: bool,
    /// The scale of its answers; `None` for the built-in one.
    pub scale: Option<Id>,
    /// Whether it can hold a level back; else it counts in progress alone.
    pub gates: bool,
    /// The profiles that are asked; empty for everybody.
    pub applies: Vec<Id>,
    /// The criteria that it makes sense after.
    pub after: Vec<Id>,
    /// Where it comes from.
    pub references: Vec<Reference>,
    /// What a repository may show of it.
    pub probes: Vec<Probe>,
    /// Its earlier ids.
    pub formerly: Vec<Formerly>,
}

/// What closes a gap.
#[derive(Clone, Debug)]
pub struct Practice {
    /// Its id.
    pub id: Id,
    /// Whose practice it is.
    pub role: Option<Id>,
    /// Its title.
    pub title: Text,
    /// Its published number.
    pub code: Option<String>,
    /// What is said of it.
    pub guide: Guide,
    /// Where it comes from.
    pub references: Vec<Reference>,
    /// What a repository may show of it.
    pub probes: Vec<Probe>,
    /// Its earlier ids.
    pub formerly: Vec<Formerly>,
}

/// A key deliverable.
#[derive(Clone, Debug)]
pub struct Deliverable {
    /// Its id.
    pub id: Id,
    /// Who keeps it.
    pub role: Option<Id>,
    /// Its title.
    pub title: Text,
    /// Its published number.
    pub code: Option<String>,
    /// What is said of it.
    pub guide: Guide,
    /// Where it comes from.
    pub references: Vec<Reference>,
    /// What a repository may show of it.
    pub probes: Vec<Probe>,
    /// Its earlier ids.
    pub formerly: Vec<Formerly>,
}

/// An improvement loop: it turns only as far as its first step that is not in place.
#[derive(Clone, Debug)]
pub struct Loop {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Its steps, in order.
    pub steps: Vec<LoopStep>,
}

/// A step of a loop.
#[derive(Clone, Debug)]
pub struct LoopStep {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// What is said to whoever answers; of a step only what is meant.
    pub guide: Guide,
}

/// A way to staff operations.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Its teams.
    pub teams: Vec<Team>,
}

impl Profile {
    /// Every role of the profile, in the order of its teams, each once.
    pub fn roles(&self) -> impl Iterator<Item = &Id> {
        let all = || self.teams.iter().flat_map(|team| &team.roles);
        all()
            .enumerate()
            .filter(move |(at, role)| !all().take(*at).any(|earlier| earlier == *role))
            .map(|(_, role)| role)
    }
}

/// A team of a profile.
#[derive(Clone, Debug)]
pub struct Team {
    /// Its title.
    pub title: Text,
    /// Its roles.
    pub roles: Vec<Id>,
}

impl Checklist {
    /// The checklist, if `parts` are sound; else everything that is wrong with them.
    pub fn new(parts: Parts, digest: impl Into<String>) -> Result<Self, Vec<Flaw>> {
        let flaws = check::flaws(&parts);
        if !flaws.is_empty() {
            return Err(flaws);
        }
        let index = Index::of(&parts);
        Ok(Self { parts, digest: digest.into(), index, elsewhere: HashSet::new() })
    }

    /// What is asked of those who chose `profile`; `None` where that is everything.
    pub fn asked_of(&self, profile: Option<&Id>) -> Option<Self> {
        let is_asked =
            |item: &Criterion| item.applies.is_empty() || profile.is_some_and(|own| item.applies.contains(own));
        if self.parts.criteria.iter().all(is_asked) {
            return None;
        }
        let mut parts = self.parts.clone();
        let (asked, other): (Vec<_>, Vec<_>) = parts.criteria.into_iter().partition(is_asked);
        parts.criteria = asked;
        let elsewhere = other.into_iter().map(|item| item.id).collect();
        Some(Self { index: Index::of(&parts), parts, digest: self.digest.clone(), elsewhere })
    }

    /// Whether it asks for `key`, but of other profiles only.
    pub fn asks_elsewhere(&self, key: &Key) -> bool {
        matches!(key, Key::Criterion(id) if self.elsewhere.contains(id))
    }

    /// `sha256:` and the digest of the checklist's bytes.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Its id.
    pub fn id(&self) -> &Id {
        &self.parts.id
    }

    /// The version of its content.
    pub fn version(&self) -> &Version {
        &self.parts.version
    }

    /// Everything that it holds.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// The highest level.
    pub fn max_level(&self) -> Level {
        self.parts.levels.last().map_or(Level::NONE, |def| def.level)
    }

    /// The definition of a level.
    pub fn level(&self, level: Level) -> Option<&LevelDef> {
        self.parts.levels.iter().find(|def| def.level == level)
    }

    /// The criteria of a level, in order.
    pub fn criteria_of(&self, level: Level) -> impl Iterator<Item = &Criterion> {
        self.parts.criteria.iter().filter(move |criterion| criterion.level == level)
    }

    /// The criterion `id`.
    pub fn criterion(&self, id: &Id) -> Option<&Criterion> {
        self.place(Table::Criteria, id).and_then(|at| self.parts.criteria.get(at))
    }

    /// The practice `id`.
    pub fn practice(&self, id: &Id) -> Option<&Practice> {
        self.place(Table::Practices, id).and_then(|at| self.parts.practices.get(at))
    }

    /// The deliverable `id`.
    pub fn deliverable(&self, id: &Id) -> Option<&Deliverable> {
        self.place(Table::Deliverables, id).and_then(|at| self.parts.deliverables.get(at))
    }

    /// The metric `id`.
    pub fn metric(&self, id: &Id) -> Option<&Metric> {
        self.place(Table::Metrics, id).and_then(|at| self.parts.metrics.get(at))
    }

    /// What the metric `id` is measured in; empty where nothing is said.
    pub fn unit(&self, id: &Id, lang: Lang) -> &str {
        self.metric(id).map_or("", |metric| metric.unit_in(lang))
    }

    /// The loop `id`.
    pub fn improvement_loop(&self, id: &Id) -> Option<&Loop> {
        self.place(Table::Loops, id).and_then(|at| self.parts.loops.get(at))
    }

    /// The role `id`.
    pub fn role(&self, id: &Id) -> Option<&Role> {
        self.place(Table::Roles, id).and_then(|at| self.parts.roles.get(at))
    }

    /// The profile `id`.
    pub fn profile(&self, id: &Id) -> Option<&Profile> {
        self.place(Table::Profiles, id).and_then(|at| self.parts.profiles.get(at))
    }

    /// The route `id`.
    pub fn route(&self, id: &Id) -> Option<&Named> {
        self.place(Table::Routes, id).and_then(|at| self.parts.routes.get(at))
    }

    /// The scale `id`.
    pub fn scale(&self, id: &Id) -> Option<&Scale> {
        self.place(Table::Scales, id).and_then(|at| self.parts.scales.get(at))
    }

    /// Whether an item may be left out.
    pub fn may_be_waived(&self, key: &Key) -> bool {
        match key {
            Key::Criterion(id) => self.criterion(id).is_none_or(|criterion| criterion.na_allowed),
            Key::Deliverable(_) | Key::Practice(_) | Key::Metric(_) | Key::Step(..) => true,
        }
    }

    /// The scale that an item is answered by; the built-in one of what the checklist does not have.
    pub fn scale_of(&self, key: &Key) -> &Scale {
        let named = match key {
            Key::Criterion(id) => self.criterion(id).and_then(|item| item.scale.as_ref()),
            Key::Deliverable(_) => return Scale::of_deliverables(),
            Key::Practice(_) | Key::Metric(_) | Key::Step(..) => None,
        };
        Scale::of(&self.parts.scales, named).unwrap_or(Scale::built_in())
    }

    fn place(&self, table: Table, id: &Id) -> Option<usize> {
        self.index.place(table, id)
    }

    /// What is said of an item to whoever has to answer it; steps have no such texts.
    pub fn guide(&self, key: &Key) -> Option<&Guide> {
        match key {
            Key::Criterion(id) => self.criterion(id).map(|item| &item.guide),
            Key::Deliverable(id) => self.deliverable(id).map(|item| &item.guide),
            Key::Practice(id) => self.practice(id).map(|item| &item.guide),
            Key::Metric(id) => self.metric(id).map(|item| &item.guide),
            Key::Step(of, step) => {
                self.improvement_loop(of)?.steps.iter().find(|known| known.id == *step).map(|step| &step.guide)
            }
        }
    }

    /// The published number of an item.
    pub fn code(&self, key: &Key) -> Option<&str> {
        let code = match key {
            Key::Criterion(id) => &self.criterion(id)?.code,
            Key::Deliverable(id) => &self.deliverable(id)?.code,
            Key::Practice(id) => &self.practice(id)?.code,
            Key::Metric(id) => &self.metric(id)?.code,
            Key::Step(..) => return None,
        };
        code.as_deref()
    }

    /// Where an item comes from.
    pub fn references(&self, key: &Key) -> &[Reference] {
        let references = match key {
            Key::Criterion(id) => self.criterion(id).map(|item| &item.references),
            Key::Deliverable(id) => self.deliverable(id).map(|item| &item.references),
            Key::Practice(id) => self.practice(id).map(|item| &item.references),
            Key::Metric(id) => self.metric(id).map(|item| &item.references),
            Key::Step(..) => None,
        };
        references.map(Vec::as_slice).unwrap_or_default()
    }

    /// The address of a reference: its own, else its scheme's.
    pub fn address(&self, reference: &Reference) -> Option<String> {
        reference.address(&self.parts.schemes)
    }

    /// The items that people mean by an id or a published number: ids are unique in their table alone, and a number may
    /// be an item's id too.
    pub fn named(&self, name: &str) -> Vec<Key> {
        let by_id: Vec<Key> = self.keys().filter(|key| key.to_string() == name).collect();
        let coded = |key: &Key| self.code(key).is_some_and(|code| code.eq_ignore_ascii_case(name));
        if by_id.is_empty() { self.keys().filter(coded).collect() } else { by_id }
    }

    /// The practices of a role, in order.
    pub fn practices_of<'a>(&'a self, role: &'a Id) -> impl Iterator<Item = &'a Practice> {
        self.parts.practices.iter().filter(move |practice| practice.role.as_ref() == Some(role))
    }

    /// The keys of everything that can be answered, in checklist order: criteria, deliverables, practices, metrics, steps.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        let parts = &self.parts;
        let criteria = parts.criteria.iter().map(|item| Key::Criterion(item.id.clone()));
        let deliverables = parts.deliverables.iter().map(|item| Key::Deliverable(item.id.clone()));
        let practices = parts.practices.iter().map(|item| Key::Practice(item.id.clone()));
        let metrics = parts.metrics.iter().map(|item| Key::Metric(item.id.clone()));
        let steps = parts
            .loops
            .iter()
            .flat_map(|of| of.steps.iter().map(move |step| Key::Step(of.id.clone(), step.id.clone())));
        criteria.chain(deliverables).chain(practices).chain(metrics).chain(steps)
    }

    /// Whether the checklist asks for `key`.
    pub fn knows(&self, key: &Key) -> bool {
        self.title(key).is_some()
    }

    /// The title of what `key` stands for; `None` if the checklist does not know it.
    pub fn title(&self, key: &Key) -> Option<&Text> {
        match key {
            Key::Criterion(id) => self.criterion(id).map(|item| &item.title),
            Key::Deliverable(id) => self.deliverable(id).map(|item| &item.title),
            Key::Practice(id) => self.practice(id).map(|item| &item.title),
            Key::Metric(id) => self.metric(id).map(|item| &item.title),
            Key::Step(of, step) => {
                let of = self.improvement_loop(of)?;
                of.steps.iter().find(|named| named.id == *step).map(|named| &named.title)
            }
        }
    }
}
