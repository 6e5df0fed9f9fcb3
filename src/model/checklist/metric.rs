//! Metrics of a checklist: what is measured, in what, and what is good enough.

use serde::Serialize;

use super::{Guide, Reference};
use crate::i18n::{Lang, Text};
use crate::model::Id;

/// A number that a team watches.
#[derive(Clone, Debug)]
pub struct Metric {
    /// Its id.
    pub id: Id,
    /// Its published number.
    pub code: Option<String>,
    /// What is said of it.
    pub guide: Guide,
    /// Where it comes from.
    pub references: Vec<Reference>,
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

impl Better {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Higher, Self::Lower];

    /// The word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
        }
    }
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
