//! Checklists and assessments at random: whatever the format allows, from a row of choices that shrinks to nothing.

use std::fmt::Write as _;

use jiff::civil::{Date, date};
use opsladder::model::checklist::Target;
use opsladder::model::{
    Answer, Assessment, Checklist, ChecklistRef, Entry, Evidence, Given, Id, Key, Level, Reason, Status, Was, Window,
};
use proptest::prelude::*;

/// Choices in a row; when they are used up, the first of everything is taken.
#[derive(Debug)]
pub(crate) struct Choices(std::vec::IntoIter<u8>);

/// As many choices as a checklist and two assessments of it may take.
pub(crate) fn choices() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 0..1500)
}

impl Choices {
    pub(crate) fn new(all: Vec<u8>) -> Self {
        Self(all.into_iter())
    }

    /// A number below `of`.
    fn below(&mut self, of: usize) -> usize {
        self.0.next().map_or(0, usize::from) % of
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        let at = self.below(of.len());
        of[at].clone()
    }

    /// Whether it is so, in one case of `of`.
    pub(crate) fn once_in(&mut self, of: usize) -> bool {
        self.below(of) == of - 1
    }

    /// Some of these ids, as a list in TOML.
    fn some(&mut self, of: &[String]) -> String {
        let chosen: Vec<String> = of.iter().filter(|_| self.once_in(2)).map(|id| format!("\"{id}\"")).collect();
        chosen.join(", ")
    }
}

/// Titles that go wrong where something is cut, quoted, escaped or measured by bytes.
const TITLES: [&str; 8] = [
    "{ en = \"It holds\", zh = \"已落实\" }",
    "\"a|b *c* <d> & _e_\"",
    "{ en = \"A title that goes on for long enough to fill a line of its own, and then some\" }",
    "{ zh = \"只有中文的标题\" }",
    "\"Level 1\"",
    "{ en = \"👩‍🚒 On call\", zh = \"👩‍🚒 值班\" }",
    "\"1. # no heading\"",
    "\"日本語 العربية\"",
];

/// A criterion of a text.
#[derive(Clone, Debug)]
struct Criterion {
    id: String,
    level: usize,
    title: &'static str,
    more: String,
}

/// A checklist in the making.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    version: &'static str,
    /// Everything but the criteria.
    rest: String,
    levels: usize,
    criteria: Vec<Criterion>,
}

impl Model {
    /// A checklist with anything in it.
    pub(crate) fn any(choices: &mut Choices) -> Self {
        let mut rest = String::new();
        let levels = 1 + choices.below(4);
        for level in 1..=levels {
            let title = choices.one(&TITLES);
            write!(rest, "\n[[levels]]\nlevel = {level}\ntitle = {title}\n").expect("a string takes everything");
        }
        let mut several = |choices: &mut Choices, table: &str, most: usize, more: &dyn Fn(&mut Choices) -> String| {
            let ids: Vec<String> = (0..choices.below(most + 1))
                .map(|nth| format!("{}-{nth}", table.chars().next().unwrap_or('x')))
                .collect();
            for id in &ids {
                let (title, more) = (choices.one(&TITLES), more(choices));
                write!(rest, "\n[[{table}]]\nid = \"{id}\"\ntitle = {title}\n{more}")
                    .expect("a string takes everything");
            }
            ids
        };
        let link = |choices: &mut Choices, key: &str, ids: &[String]| {
            if ids.is_empty() || choices.once_in(3) {
                String::new()
            } else {
                format!("{key} = \"{}\"\n", choices.one(ids))
            }
        };
        let areas = several(choices, "areas", 3, &|_| String::new());
        let roles = several(choices, "roles", 3, &|choices| link(choices, "area", &areas));
        let routes = several(choices, "xroutes", 2, &|_| String::new());
        let practices = several(choices, "practices", 5, &|choices| link(choices, "role", &roles));
        let deliverables = several(choices, "deliverables", 3, &|choices| link(choices, "role", &roles));
        let metrics = several(choices, "metrics", 4, &|choices| {
            let unit = choices.one(&["", "unit = \"%\"\n", "unit = { en = \"hours\", zh = \"小时\" }\n"]);
            let aim =
                choices.one(&["", "target = { above = 99.5 }\n", "target = { below = 200 }\n", "better = \"lower\"\n"]);
            format!("{unit}{aim}")
        });
        several(choices, "loops", 2, &|choices| {
            let steps: Vec<String> = (0..=choices.below(3))
                .map(|nth| format!("{{ id = \"s-{nth}\", title = {} }}", choices.one(&TITLES)))
                .collect();
            format!("steps = [{}]\n", steps.join(", "))
        });
        several(choices, "profiles", 2, &|choices| {
            format!("teams = [{{ title = \"Everybody\", roles = [{}] }}]\n", choices.some(&roles))
        });
        let mut criteria = Vec::new();
        for level in 1..=levels {
            for _ in 0..=choices.below(3) {
                let mut more =
                    link(choices, "area", &areas) + &link(choices, "role", &roles) + &link(choices, "route", &routes);
                more += choices.one(&["", "effort = \"low\"\n", "effort = \"high\"\n"]);
                more += choices.one(&["", "na_allowed = false\n", "evidence_required = true\n"]);
                more += choices.one(&["", "guidance = \"What is meant.\"\nremedy = \"What to do.\"\n"]);
                for (key, ids) in [("practices", &practices), ("deliverables", &deliverables), ("metrics", &metrics)] {
                    writeln!(more, "{key} = [{}]", choices.some(ids)).expect("a string takes everything");
                }
                criteria.push(Criterion {
                    id: format!("c-{}", criteria.len()),
                    level,
                    title: choices.one(&TITLES),
                    more,
                });
            }
        }
        Self { version: "1.0.0", rest: rest.replace("[[xroutes]]", "[[routes]]"), levels, criteria }
    }

    /// Its next version, in which anything may have become of a criterion.
    pub(crate) fn next(&self, choices: &mut Choices) -> Self {
        let mut next = Self { version: "1.1.0", ..self.clone() };
        for one in &mut next.criteria {
            match choices.below(8) {
                4 => one.title = choices.one(&TITLES),
                5 => {
                    writeln!(one.more, "formerly = [\"{}\"]", one.id).expect("a string takes everything");
                    one.id = one.id.replace("c-", "new-");
                }
                6 => one.level = 1 + choices.below(self.levels),
                7 => one.id = one.id.replace("c-", "other-"),
                _ => {}
            }
        }
        // Every level needs a criterion.
        for level in 1..=self.levels {
            if next.criteria.iter().all(|one| one.level != level) {
                next.criteria.push(Criterion {
                    id: format!("more-{level}"),
                    level,
                    title: TITLES[0],
                    more: String::new(),
                });
            }
        }
        next
    }

    /// The file.
    pub(crate) fn text(&self) -> String {
        let mut text =
            format!("format = 1\nid = \"any\"\nversion = \"{}\"\ntitle = \"Any | model\"\n{}", self.version, self.rest);
        for Criterion { id, level, title, more } in &self.criteria {
            write!(text, "\n[[criteria]]\nid = \"{id}\"\nlevel = {level}\ntitle = {title}\n{more}")
                .expect("a string takes everything");
        }
        text
    }
}

/// An assessment of `Any & all` on a day, with anything said in it.
pub(crate) fn assessment(checklist: &Checklist, day: Date, choices: &mut Choices) -> Assessment {
    let mut all = Assessment::new("Any & all", day, ChecklistRef::to(checklist));
    all.status = choices.one(&[Status::Draft, Status::Final]);
    let profiles = &checklist.parts().profiles;
    if !profiles.is_empty() && choices.once_in(2) {
        all.profile = Some(choices.one(profiles).id);
    }
    if choices.once_in(4) {
        all.target_level = Some(checklist.max_level());
    }
    for key in checklist.keys() {
        let entry = entry(&key, day, choices);
        all.set(key, entry);
    }
    if choices.once_in(4) {
        let gone = Key::Criterion(Id::foreign("asked-once"));
        all.set(gone, Entry { given: Some(Given::Answer(Answer::YES)), ..Entry::default() });
    }
    all
}

fn entry(key: &Key, day: Date, choices: &mut Choices) -> Entry {
    let [yes, partial, no, na] = [Answer::YES, Answer::PARTIAL, Answer::NO, Answer::NA].map(Some);
    let measured = matches!(key, Key::Metric(_));
    let given = if measured {
        choices.one(&[None, Some(99.95), Some(150.0), Some(250.0), Some(0.0)]).map(Given::Value)
    } else {
        choices.one(&[yes, yes, yes, partial, no, na, None]).map(Given::Answer)
    };
    let proof = choices.one(&[None, Some(date(2026, 1, 1)), Some(date(2027, 1, 1))]);
    let proof = proof.filter(|_| !measured).map(|expires| Evidence {
        reference: choices.one(&["https://ci.example/a|b?c=<d>", "OPS-1180", " "]).to_owned(),
        date: None,
        by: choices.one(&[None, Some("王芳".to_owned())]),
        expires: Some(expires),
    });
    let waived = given == na.map(Given::Answer);
    let was = Box::new(Was {
        version: "0.9.0".to_owned(),
        title: Some("What was asked | _then_".to_owned()),
        said: Entry { given: Some(Given::Answer(Answer::YES)), answered: Some(date(2026, 1, 1)), ..Entry::default() },
    });
    Entry {
        answered: choices.one(&[Some(day), Some(day), Some(date(2026, 1, 1)), None]).filter(|_| given.is_some()),
        given,
        note: choices.one(&[None, None, None, Some("By hand.\n回滚还靠手工 🚧 | _so_".to_owned())]),
        evidence: proof.into_iter().collect(),
        owner: choices.one(&[None, Some("Sam <sam@ops.example>".to_owned())]).filter(|_| !measured),
        due: choices.one(&[None, Some(date(2026, 3, 1)), Some(date(2027, 3, 1))]).filter(|_| !measured),
        reason: choices.one(&[None, Some(Reason::AcceptedRisk)]).filter(|_| waived),
        until: choices.one(&[None, None, Some(date(2026, 3, 1)), Some(date(2027, 3, 1))]).filter(|_| waived),
        target: choices.one(&[None, None, Some(Target::Above(100.0))]).filter(|_| measured),
        unit: choices.one(&[None, None, Some("EUR/月".to_owned())]).filter(|_| measured),
        window: choices.one(&[None, Window::read("30d")]).filter(|_| measured),
        was: choices.one(&[None, None, Some(was)]).filter(|_| given.is_none() && !measured),
    }
}

/// The levels of a checklist.
pub(crate) fn levels(checklist: &Checklist) -> impl Iterator<Item = Level> {
    checklist.parts().levels.iter().map(|level| level.level)
}
