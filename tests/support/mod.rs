//! Small checklists and assessments, built in a line or two.

#![allow(dead_code, reason = "every test takes what it needs of this")]

use std::sync::Arc;

use jiff::civil::{Date, date};
use opsladder::i18n::Text;
use opsladder::model::checklist::{
    Area, Criterion, Deliverable, Formerly, Guide, LevelDef, Loop, LoopStep, Metric, Named, Parts, Practice, Profile,
    Role, Scoring, Target, Team,
};
use opsladder::model::{Answer, Assessment, Checklist, ChecklistRef, Effort, Entry, Evidence, Given, Id, Key, Level};
use opsladder::reading::Reading;
use opsladder::scorecard::Scorecard;

/// The day of every assessment here.
pub(crate) const TODAY: Date = date(2026, 11, 23);

/// The digest of every checklist here.
pub(crate) const DIGEST: &str = "sha256:0123";

pub(crate) fn id(text: &str) -> Id {
    Id::parse(text).unwrap_or_else(|| panic!("`{text}` is no id"))
}

pub(crate) fn ids(texts: &[&str]) -> Vec<Id> {
    texts.iter().map(|text| id(text)).collect()
}

/// Earlier ids of an item, in whatever edition.
pub(crate) fn former(texts: &[&str]) -> Vec<Formerly> {
    texts.iter().map(|text| Formerly { version: None, id: id(text) }).collect()
}

fn text(text: &str) -> Text {
    Text::plain(text)
}

/// A checklist in the making.
pub(crate) struct Build(pub(crate) Parts);

impl Build {
    /// A checklist with levels 1 to `levels` and nothing else yet.
    pub(crate) fn levels(levels: u8) -> Self {
        let levels =
            (1..=levels).map(|n| LevelDef { level: Level::new(n), title: text("level"), meaning: None }).collect();
        Self(Parts {
            id: id("small"),
            version: semver::Version::new(1, 0, 0),
            title: text("Small"),
            summary: None,
            scoring: Scoring::default(),
            schemes: vec![],
            scales: vec![],
            levels,
            areas: vec![],
            roles: vec![],
            criteria: vec![],
            practices: vec![],
            deliverables: vec![],
            metrics: vec![],
            loops: vec![],
            profiles: vec![],
            routes: vec![],
        })
    }

    /// A criterion of `level`, as `change` makes it.
    pub(crate) fn criterion(mut self, named: &str, level: u8, change: impl FnOnce(&mut Criterion)) -> Self {
        let mut criterion = Criterion {
            id: id(named),
            level: Level::new(level),
            area: None,
            role: None,
            title: text(named),
            code: None,
            guide: Guide::default(),
            remedy: None,
            practices: vec![],
            deliverables: vec![],
            metrics: vec![],
            route: None,
            effort: Effort::Medium,
            evidence_required: false,
            na_allowed: true,
            scale: None,
            gates: true,
            applies: vec![],
            after: vec![],
            references: vec![],
            probes: vec![],
            formerly: vec![],
        };
        change(&mut criterion);
        self.0.criteria.push(criterion);
        self
    }

    /// Plain criteria of `level`.
    pub(crate) fn criteria(self, level: u8, named: &[&str]) -> Self {
        named.iter().fold(self, |build, named| build.criterion(named, level, |_| {}))
    }

    pub(crate) fn areas(mut self, named: &[&str]) -> Self {
        self.0.areas.extend(named.iter().map(|named| Area {
            id: id(named),
            title: text(named),
            code: None,
            parent: None,
        }));
        self
    }

    pub(crate) fn routes(mut self, named: &[&str]) -> Self {
        self.0.routes.extend(named.iter().map(|named| Named { id: id(named), title: text(named) }));
        self
    }

    pub(crate) fn role(mut self, named: &str, area: Option<&str>) -> Self {
        self.0.roles.push(Role { id: id(named), area: area.map(id), title: text(named) });
        self
    }

    pub(crate) fn practices(mut self, role: Option<&str>, named: &[&str]) -> Self {
        self.0.practices.extend(named.iter().map(|named| Practice {
            id: id(named),
            role: role.map(id),
            title: text(named),
            code: None,
            guide: Guide::default(),
            references: vec![],
            probes: vec![],
            formerly: vec![],
        }));
        self
    }

    pub(crate) fn deliverables(mut self, named: &[&str]) -> Self {
        self.0.deliverables.extend(named.iter().map(|named| Deliverable {
            id: id(named),
            role: None,
            title: text(named),
            code: None,
            guide: Guide::default(),
            references: vec![],
            probes: vec![],
            formerly: vec![],
        }));
        self
    }

    pub(crate) fn metric(mut self, named: &str, target: Option<Target>) -> Self {
        let metric = Metric {
            id: id(named),
            code: None,
            guide: Guide::default(),
            references: vec![],
            group: None,
            title: text(named),
            unit: None,
            better: None,
            target,
        };
        self.0.metrics.push(metric);
        self
    }

    pub(crate) fn improvement_loop(mut self, named: &str, steps: &[&str]) -> Self {
        let steps =
            steps.iter().map(|step| LoopStep { id: id(step), title: text(step), guide: Guide::default() }).collect();
        self.0.loops.push(Loop { id: id(named), title: text(named), steps });
        self
    }

    /// A profile with one team for each list of roles.
    pub(crate) fn profile(mut self, named: &str, teams: &[&[&str]]) -> Self {
        let teams = teams.iter().map(|roles| Team { title: text("team"), roles: ids(roles) }).collect();
        self.0.profiles.push(Profile { id: id(named), title: text(named), teams });
        self
    }

    /// The checklist, which has to be sound.
    pub(crate) fn done(self) -> Checklist {
        Checklist::new(self.0, DIGEST).expect("the test's checklist is sound")
    }
}

/// The key that `word` stands for: `name` is a criterion, `p:name` a practice, `d:name` a deliverable, `m:name` a
/// metric, `s:loop.step` a step.
pub(crate) fn key(word: &str) -> Key {
    match word.split_once(':') {
        None => Key::Criterion(id(word)),
        Some(("p", rest)) => Key::Practice(id(rest)),
        Some(("d", rest)) => Key::Deliverable(id(rest)),
        Some(("m", rest)) => Key::Metric(id(rest)),
        Some(("s", rest)) => {
            let (of, step) = rest.split_once('.').expect("a step is named LOOP.STEP");
            Key::Step(id(of), id(step))
        }
        Some(_) => panic!("`{word}` is no key"),
    }
}

/// An assessment that says what `answers` says: `"a=yes p:b=partial m:c=99.5"`.
pub(crate) fn assess(checklist: &Checklist, answers: &str) -> Assessment {
    let answered = ChecklistRef::to(checklist);
    let mut assessment = Assessment::new("Payments", TODAY, answered);
    for word in answers.split_whitespace() {
        let (item, answer) = word.split_once('=').expect("an answer is written KEY=ANSWER");
        change(&mut assessment, item, |entry| {
            if item.starts_with("m:") {
                entry.given = Some(Given::Value(answer.parse().expect("a metric has a number")));
            } else {
                entry.given = Some(Given::Answer(Answer::of(answer)));
            }
        });
    }
    assessment
}

/// All that follows from an assessment, read by `checklist`.
pub(crate) fn card(checklist: &Checklist, assessment: Assessment) -> Scorecard {
    Scorecard::new(Reading::new(Arc::new(checklist.clone()), assessment), None)
}

/// Changes what is said of the item that `word` stands for.
pub(crate) fn change(assessment: &mut Assessment, word: &str, change: impl FnOnce(&mut Entry)) {
    let key = key(word);
    let mut entry = assessment.entry(&key).cloned().unwrap_or_default();
    change(&mut entry);
    assessment.set(key, entry);
}

/// Evidence that holds up to and on `expires`.
pub(crate) fn evidence(reference: &str, expires: Option<Date>) -> Evidence {
    Evidence { reference: reference.to_owned(), expires, ..Evidence::default() }
}

/// The ids as text, for comparing with literals.
pub(crate) fn names<'a>(ids: impl IntoIterator<Item = &'a Id>) -> Vec<&'a str> {
    ids.into_iter().map(Id::as_str).collect()
}
