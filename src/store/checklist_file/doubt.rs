//! What each doubt about a checklist is called, and what helps.

use super::Walk;
use crate::diagnostic::Diagnostic;
use crate::i18n::{Text, say};
use crate::model::checklist::{Doubt, Locus};

impl Walk<'_, '_> {
    /// A doubt as people read it.
    pub(super) fn doubt(&self, doubt: Doubt) -> Diagnostic {
        let name = doubt.name();
        let span = self.place(doubt.at());
        let line = |at: Locus| self.reader.line_of(self.place(at).start);
        let (message, hint): (Text, Text) = match doubt {
            Doubt::LoneCriterion { level, .. } => (say::lone_criterion(level), say::lone_criterion_hint()),
            Doubt::Unexplained { guidance: false, remedy: false, .. } => {
                (say::unexplained(), say::unexplained_hint("`guidance = \"…\"`, `remedy = \"…\"`"))
            }
            Doubt::Unexplained { guidance: false, .. } => {
                (say::without_guidance(), say::unexplained_hint("`guidance = \"…\"`"))
            }
            Doubt::Unexplained { .. } => (say::without_remedy(), say::unexplained_hint("`remedy = \"…\"`")),
            Doubt::HalfTranslated { lang, .. } => (say::half_translated(lang.tag()), say::half_translated_hint()),
            Doubt::Unused { at, id } => (say::unused(id, at.table.name()), say::unused_hint()),
            Doubt::LinkedTwice { first, id, .. } => (say::linked_twice(id, line(first)), say::linked_twice_hint()),
            Doubt::BetterAgainstTarget { .. } => (say::better_against_target(), say::better_against_target_hint()),
            Doubt::TitlesAlike { first, .. } => (say::titles_alike(line(first)), say::titles_alike_hint()),
            Doubt::UnreadableId { id, .. } => (say::unreadable_id(id), say::unreadable_id_hint()),
        };
        Diagnostic { span, message, hint: Some(hint), doubt: Some(name) }
    }
}
