//! A checklist: what is asked, how it hangs together, and the rules that make one sound.

mod check;

use std::collections::HashMap;

use semver::Version;
use serde::Serialize;

pub use check::{Flaw, Locus, Table};

use super::{Answer, Effort, Id, Key, Level};
use crate::i18n::{Lang, Text};

/// A sound checklist: every id is unique in its table, every link leads somewhere, every level has criteria.
#[derive(Clone, Debug)]
pub struct Checklist {
    parts: Parts,
    digest: String,
    at: HashMap<(Table, Id), usize>,
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
    /// What a yes looks like.
    pub yes: Option<Text>,
    /// What a partial looks like.
    pub partial: Option<Text>,
    /// What a no looks like.
    pub no: Option<Text>,
    /// How to find out, today.
    pub check: Option<Text>,
    /// What fools people.
    pub pitfall: Option<Text>,
}

impl Guide {
    /// What it looks like where this is the answer.
    pub const fn of_answer(&self, answer: Answer) -> Option<&Text> {
        match answer {
            Answer::Yes => self.yes.as_ref(),
            Answer::Partial => self.partial.as_ref(),
            Answer::No => self.no.as_ref(),
            Answer::Na => None,
        }
    }

    /// Its texts, each in its place.
    pub fn texts(&self) -> [Option<&Text>; 6] {
        let Self { guidance, yes, partial, no, check, pitfall } = self;
        [guidance, yes, partial, no, check, pitfall].map(Option::as_ref)
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
    /// Its earlier ids.
    pub formerly: Vec<Id>,
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
    /// Its earlier ids.
    pub formerly: Vec<Id>,
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
    /// Its earlier ids.
    pub formerly: Vec<Id>,
}

/// A number that a team watches.
#[derive(Clone, Debug)]
pub struct Metric {
    /// Its id.
    pub id: Id,
    /// Its published number.
    pub code: Option<String>,
    /// What is said of it.
    pub guide: Guide,
    /// A word that groups metrics, such as `technical`.
    pub group: Option<String>,
    /// Its title.
    pub title: Text,
    /// What it is measured in.
    pub unit: Option<Text>,
    /// Which way is better; where the file does not say, the way of the target.
    pub better: Option<Better>,
    /// What is good enough.
    pub target: Option<Target>,
}

impl Metric {
    /// What it is measured in; empty where nothing is said.
    pub fn unit_in(&self, lang: Lang) -> &str {
        self.unit.as_ref().map_or("", |unit| unit.get(lang))
    }

    /// The value that somebody typed, its unit left out, or the team's `own`; `None` for anything but a finite number.
    pub fn read(&self, typed: &str, own: Option<&str>) -> Option<f64> {
        number(typed, self.units(own))
    }

    /// Whether a value, in the team's `own` unit where there is one, is more likely a slip than a measurement: one in per
    /// cent beyond 0 to 100.
    pub fn doubts(&self, value: f64, own: Option<&str>) -> bool {
        self.units(own).any(|unit| unit.trim() == "%") && !(0.0..=100.0).contains(&value)
    }

    /// What its unit is called.
    fn units<'a>(&'a self, own: Option<&'a str>) -> impl Iterator<Item = &'a str> {
        let of_checklist = self.unit.iter().filter(move |_| own.is_none());
        own.into_iter().chain(of_checklist.flat_map(|unit| Lang::ALL.map(|lang| unit.get(lang))))
    }
}

/// Which way a metric is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// What is good enough. Strict: 99.9 is not above 99.9.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Target {
    /// The value has to be greater.
    Above(f64),
    /// The value has to be less.
    Below(f64),
}

impl Target {
    /// The target that somebody typed; without a sign, in the direction in which the metric is `better`.
    pub fn read(typed: &str, better: Option<Better>) -> Option<Self> {
        let (direction, limit) = match (typed.strip_prefix(['>', '＞']), typed.strip_prefix(['<', '＜'])) {
            (Some(limit), _) => (Better::Higher, limit),
            (None, Some(limit)) => (Better::Lower, limit),
            (None, None) => (better?, typed),
        };
        let limit = number(limit, None)?;
        Some(if direction == Better::Higher { Self::Above(limit) } else { Self::Below(limit) })
    }

    /// The value that has to be passed.
    pub const fn limit(self) -> f64 {
        match self {
            Self::Above(limit) | Self::Below(limit) => limit,
        }
    }

    /// Whether `value` is good enough.
    pub fn is_met_by(self, value: f64) -> bool {
        match self {
            Self::Above(limit) => value > limit,
            Self::Below(limit) => value < limit,
        }
    }

    /// The way in which the metric is better.
    pub const fn better(self) -> Better {
        match self {
            Self::Above(_) => Better::Higher,
            Self::Below(_) => Better::Lower,
        }
    }
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
        let at = check::ids(&parts).map(|(locus, id)| ((locus.table, id.clone()), locus.item)).collect();
        Ok(Self { parts, digest: digest.into(), at })
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

    /// The area `id`.
    pub fn area(&self, id: &Id) -> Option<&Area> {
        self.place(Table::Areas, id).and_then(|at| self.parts.areas.get(at))
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

    fn place(&self, table: Table, id: &Id) -> Option<usize> {
        self.at.get(&(table, id.clone())).copied()
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

    /// The items that people mean by an id or a published number: ids are unique in their table alone, and a number may
    /// be an item's id too.
    pub fn named(&self, name: &str) -> Vec<Key> {
        let by_id: Vec<Key> = self.keys().filter(|key| key.to_string() == name).collect();
        if by_id.is_empty() { self.keys().filter(|key| self.code(key) == Some(name)).collect() } else { by_id }
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

    /// Every earlier key of every item: which of the item's it is, the earlier key, the present one.
    pub fn formerly(&self) -> impl Iterator<Item = (usize, Key, Key)> {
        fn of<'a>(key: fn(Id) -> Key, id: &'a Id, formerly: &'a [Id]) -> impl Iterator<Item = (usize, Key, Key)> + 'a {
            formerly.iter().enumerate().map(move |(nth, was)| (nth, key(was.clone()), key(id.clone())))
        }
        let parts = &self.parts;
        let criteria = parts.criteria.iter().flat_map(|item| of(Key::Criterion, &item.id, &item.formerly));
        let deliverables = parts.deliverables.iter().flat_map(|item| of(Key::Deliverable, &item.id, &item.formerly));
        let practices = parts.practices.iter().flat_map(|item| of(Key::Practice, &item.id, &item.formerly));
        criteria.chain(deliverables).chain(practices)
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

/// A number that somebody typed, the unit behind it left out.
fn number<'a>(typed: &str, units: impl IntoIterator<Item = &'a str>) -> Option<f64> {
    let mut digits = typed.replace('\u{ff0e}', ".");
    for unit in units {
        if let Some(bare) = digits.strip_suffix(unit) {
            digits = bare.to_owned();
        }
    }
    digits.trim().parse().ok().filter(|value: &f64| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::{Better, Target, number};

    #[test]
    fn numbers_are_read_with_or_without_their_unit() {
        let unit = ["%"];
        assert_eq!(number("99.95", unit), Some(99.95));
        assert_eq!(number("99.95 %", unit), Some(99.95));
        for bad in ["", "abc", "inf", "nan", "1,200", "1e999"] {
            assert_eq!(number(bad, unit), None, "{bad}");
        }
    }

    #[test]
    fn a_target_has_a_direction() {
        assert_eq!(Target::read(">99.5", None), Some(Target::Above(99.5)));
        assert_eq!(Target::read("＜ 200", None), Some(Target::Below(200.0)));
        assert_eq!(Target::read("5", Some(Better::Lower)), Some(Target::Below(5.0)));
        assert_eq!(Target::read("5", None), None);
    }
}
