//! What each broken rule of a checklist is called, and what helps.

use std::ops::Range;

use super::Walk;
use crate::i18n::{Text, say};
use crate::model::Level;
use crate::model::checklist::{BadScale, DEEPEST, Flaw, Locus, Parts, Scale, Table};

impl Walk<'_, '_> {
    /// Where something stands; of what has no place of its own, its item's.
    pub(super) fn place(&self, at: Locus) -> Range<usize> {
        let whole = Locus::new(at.table, at.item, "");
        self.places.get(&at).or_else(|| self.places.get(&whole)).cloned().unwrap_or_default()
    }

    /// Notes a broken rule, unless it may follow from something that could not be read.
    pub(super) fn flaw(&mut self, flaw: Flaw, parts: &Parts) {
        let (at, message, hint) = match flaw {
            Flaw::DuplicateId { at, first, id } => {
                let line = self.reader.line_of(self.place(first).start);
                let hint = if at.field == "formerly" { say::formerly_hint(&id) } else { say::duplicate_id_hint() };
                (at, say::duplicate_id(id, line), hint)
            }
            Flaw::DeadLink { table, .. } if self.unsure.contains(&table) => return,
            Flaw::DeadLink { at, id, table, nearest } => {
                let hint = match nearest {
                    Some(nearest) => say::did_you_mean(nearest),
                    None => say::dead_link_hint(table.name(), &id),
                };
                (at, say::dead_link(&id, table.name()), hint)
            }
            Flaw::LevelOrder { .. } | Flaw::LevelRange { .. } if self.unsure.contains(&Table::Levels) => return,
            // It stands for a level that could not be read.
            Flaw::LevelRange { at, .. } if parts.criteria.get(at.item).is_none_or(|one| one.level == Level::NONE) => {
                return;
            }
            Flaw::LevelWithoutCriteria { .. } if self.levels_unsure => return,
            Flaw::LevelOrder { at, expected } => (at, say::level_order(expected), say::level_order_hint()),
            Flaw::LevelRange { at, max } => (at, say::level_out_of_range(max), range_hint(max)),
            Flaw::Circle { at, id } => (at, say::circle(id), say::circle_hint()),
            Flaw::TooDeep { at } => (at, say::too_deep(), say::too_deep_hint(DEEPEST)),
            Flaw::NoSuchOption { .. } | Flaw::Scale { .. } if self.unsure.contains(&Table::Scales) => return,
            Flaw::NoSuchOption { at, option, scale } => {
                let of = Scale::of(&parts.scales, Some(&scale)).into_iter().flat_map(|scale| &scale.options);
                let known = super::super::reader::quoted(of.map(|option| option.id.as_str()));
                (at, say::no_such_option(option, scale), say::no_such_option_hint(known))
            }
            Flaw::Scale { at, .. } if self.scales_unsure.contains(&at.item) => return,
            Flaw::Scale { at, what } => match what {
                BadScale::BuiltIn => (at, say::scale_built_in(), say::duplicate_id_hint()),
                BadScale::Size => (at, say::scale_size(), say::scale_size_hint()),
                BadScale::Order => (at, say::scale_order(), say::scale_order_hint()),
                BadScale::NeverMet => (at, say::scale_never_met(), say::scale_never_met_hint()),
                BadScale::NotApplicable => (at, say::scale_na(), say::duplicate_id_hint()),
                BadScale::SameKey => (at, say::scale_same_key(), say::scale_same_key_hint()),
            },
            Flaw::LevelWithoutCriteria { at } => {
                let level = parts.levels.get(at.item).map_or(Level::NONE, |def| def.level);
                (at, say::level_without_criteria(level), say::level_without_criteria_hint(level))
            }
        };
        let span = self.place(at);
        self.reader.problem(span, message).hint = Some(hint);
    }
}

fn range_hint(max: Level) -> Text {
    if max.below() == Level::NONE { say::level_is_one_hint() } else { say::level_out_of_range_hint(max) }
}
