//! The items of a checklist file, each read from its table.

use super::{Item, Walk, blank};
use crate::i18n::say;
use crate::model::checklist::{
    Area, Better, Choice, Criterion, Deliverable, Guide, LevelDef, Loop, LoopStep, Metric, Named, Practice, Profile,
    Role, Scale, Team,
};
use crate::model::{Counted, Effort, Id};
use crate::store::format::checklist as format;
use crate::store::reader::{Node, Reader};
use crate::text::one_line;

impl<'s> Walk<'_, 's> {
    pub(super) fn scale(&mut self, item: Item<'_, '_>) -> Option<Scale> {
        let id = self.id(item);
        let before = self.reader.problems.len();
        let found = self.reader.required(item.fields, "options", |reader, key, node| {
            reader.list(key, node, |reader, key, each| {
                let fields = reader.strict(key, each, &format::OPTION)?;
                let id = reader.required(&fields, "id", Reader::id);
                let title =
                    reader.required(&fields, "title", Reader::text).map_or_else(blank, |title| title.map(one_line));
                let credit = reader.required(&fields, "credit", credit).unwrap_or_default();
                let met = reader.optional(&fields, "met", Reader::boolean).unwrap_or(false);
                let letter = reader.optional(&fields, "key", super::parts::letter);
                let span = fields.get("id").map_or(each.span(), toml::Spanned::span);
                Some((span, Choice { id: id?, title, credit, met, key: letter }))
            })
        });
        self.placed(item, "options");
        if self.reader.problems.len() > before {
            self.scales_unsure.insert(item.at);
        }
        let options = self.kept(item, "options", found?.into_iter().map(|(_, option)| option));
        Some(Scale { id: id?, options })
    }

    #[expect(clippy::unnecessary_wraps, reason = "it stands in a row with readers that need it")]
    pub(super) fn level_def(&mut self, item: Item<'_, '_>) -> Option<LevelDef> {
        let meaning = self.maybe_text(item, "meaning");
        Some(LevelDef { level: self.level(item), title: self.title(item), meaning })
    }

    pub(super) fn named(&mut self, item: Item<'_, '_>) -> Option<Named> {
        let (id, title) = (self.id(item), self.title(item));
        Some(Named { id: id?, title })
    }

    pub(super) fn area(&mut self, item: Item<'_, '_>) -> Option<Area> {
        let (id, title, code) = (self.id(item), self.title(item), self.code(item));
        let parent = self.link(item, "parent");
        Some(Area { id: id?, title, code, parent })
    }

    pub(super) fn role(&mut self, item: Item<'_, '_>) -> Option<Role> {
        let (id, area, title) = (self.id(item), self.link(item, "area"), self.title(item));
        Some(Role { id: id?, area, title })
    }

    pub(super) fn criterion(&mut self, item: Item<'_, '_>) -> Option<Criterion> {
        let effort = self
            .reader
            .optional(item.fields, "effort", |reader, key, node| reader.word(key, node, Effort::ALL, Effort::word));
        let id = self.id(item);
        let criterion = Criterion {
            id: id.clone().unwrap_or_else(|| Id::foreign("")),
            level: self.level(item),
            area: self.link(item, "area"),
            role: self.link(item, "role"),
            title: self.title(item),
            code: self.code(item),
            guide: self.guide(item),
            remedy: self.maybe_text(item, "remedy"),
            practices: self.links(item, "practices"),
            deliverables: self.links(item, "deliverables"),
            metrics: self.links(item, "metrics"),
            route: self.link(item, "route"),
            effort: effort.unwrap_or(Effort::Medium),
            evidence_required: self.flag(item, "evidence_required", false),
            na_allowed: self.flag(item, "na_allowed", true),
            scale: self.link(item, "scale"),
            gates: self.flag(item, "gates", true),
            applies: self.links(item, "applies"),
            after: self.links(item, "after"),
            references: self.references(item),
            probes: self.probes(item),
            formerly: self.formerly(item),
        };
        id.map(|_| criterion)
    }

    pub(super) fn practice(&mut self, item: Item<'_, '_>) -> Option<Practice> {
        let (id, role, title) = (self.id(item), self.link(item, "role"), self.title(item));
        let (code, guide, formerly) = (self.code(item), self.guide(item), self.formerly(item));
        let (references, probes) = (self.references(item), self.probes(item));
        Some(Practice { id: id?, role, title, code, guide, references, probes, formerly })
    }

    pub(super) fn deliverable(&mut self, item: Item<'_, '_>) -> Option<Deliverable> {
        let (id, role, title) = (self.id(item), self.link(item, "role"), self.title(item));
        let (code, guide, formerly) = (self.code(item), self.guide(item), self.formerly(item));
        let (references, probes) = (self.references(item), self.probes(item));
        Some(Deliverable { id: id?, role, title, code, guide, references, probes, formerly })
    }

    pub(super) fn metric(&mut self, item: Item<'_, '_>) -> Option<Metric> {
        let (code, guide) = (self.code(item), self.guide(item));
        let (id, title, unit) = (self.id(item), self.title(item), self.maybe_text(item, "unit"));
        let group = self.reader.optional(item.fields, "group", Reader::filled);
        let better = self
            .reader
            .optional(item.fields, "better", |reader, key, node| reader.word(key, node, &Better::ALL, Better::word));
        self.placed(item, "better");
        let target = self.reader.optional(item.fields, "target", |reader, key, node| reader.target(key, node, true));
        let references = self.references(item);
        Some(Metric { id: id?, code, guide, references, group, title, unit, better, target })
    }

    pub(super) fn improvement_loop(&mut self, item: Item<'_, '_>) -> Option<Loop> {
        let (id, title) = (self.id(item), self.title(item));
        let list = |reader: &mut Reader<'s>, key: &str, node: Node<'_>| {
            reader.list(key, node, |reader, key, each| {
                let fields = reader.strict(key, each, &format::STEP)?;
                let (id, title) =
                    (reader.required(&fields, "id", Reader::id), reader.required(&fields, "title", Reader::text));
                let span = fields.get("id").map_or(each.span(), toml::Spanned::span);
                let guide = Guide { guidance: reader.optional(&fields, "guidance", Reader::text), ..Guide::default() };
                Some((span, LoopStep { id: id?, title: title.unwrap_or_else(blank), guide }))
            })
        };
        let found = self.reader.required(item.fields, "steps", list).unwrap_or_default();
        self.reader.is_empty(item.fields, "steps");
        let steps = self.kept(item, "steps", found.into_iter().map(|(_, step)| step));
        Some(Loop { id: id?, title, steps })
    }

    pub(super) fn profile(&mut self, item: Item<'_, '_>) -> Option<Profile> {
        let (id, title) = (self.id(item), self.title(item));
        let list = |reader: &mut Reader<'s>, key: &str, node: Node<'_>| {
            reader.list(key, node, |reader, key, each| {
                let fields = reader.strict(key, each, &format::TEAM)?;
                let title = reader.required(&fields, "title", Reader::text).unwrap_or_else(blank);
                let roles = reader.required(&fields, "roles", |reader, key, node| reader.list(key, node, Reader::id));
                Some((title, roles.unwrap_or_default()))
            })
        };
        let found = self.reader.required(item.fields, "teams", list).unwrap_or_default();
        let mut teams = Vec::new();
        for (span, (title, spanned)) in found {
            let locus = item.locus("teams").nth(teams.len());
            self.places.insert(locus, span);
            let mut roles = Vec::new();
            for (span, role) in spanned {
                self.places.insert(locus.inner(roles.len()), span);
                roles.push(role);
            }
            teams.push(Team { title, roles });
        }
        Some(Profile { id: id?, title, teams })
    }
}

/// What an option counts, of 1, in millionths.
fn credit(reader: &mut Reader<'_>, key: &str, node: Node<'_>) -> Option<u32> {
    let value = reader.number(key, node)?;
    if !(0.0..=1.0).contains(&value) {
        reader.problem(node.span(), say::out_of_range(key, value)).hint = Some(say::credit_hint());
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between 0 and a million")]
    let millionths = (value * f64::from(Counted::WHOLE)).round() as u32;
    Some(millionths)
}
