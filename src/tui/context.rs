//! The parts of the program that have keys of their own.

use crate::i18n::{Lang, say};

/// A part of the program with keys of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// The walk through the checklist.
    Walk,
    /// The links of an item.
    Card,
    /// The table of metrics.
    Metrics,
    /// A cell of it that is typed into.
    Cell,
    /// The table of deliverables.
    Deliverables,
    /// The score screen.
    Score,
    /// The plan screen.
    Plan,
    /// What is said of the assessment as a whole.
    Details,
    /// Answers that are supposed and not saved.
    WhatIf,
    /// One item at a time, for a room.
    Facilitate,
    /// The list of assessments.
    Home,
    /// What the names of its teams are to hold.
    HomeFilter,
    /// The question before an assessment is deleted.
    Delete,
    /// What is wrong with a file.
    Trouble,
    /// The form of a new assessment.
    Form,
    /// The note editor.
    Note,
    /// A one-line question.
    Prompt,
    /// The list of an item's evidence.
    Evidence,
    /// The fields of one piece of evidence.
    EvidenceForm,
    /// The choice of a reason.
    Reason,
    /// The question before an assessment is final.
    Finish,
    /// What stands after the last criterion.
    Milestone,
    /// The search.
    Find,
    /// The list of all that can be done and all that can be gone to.
    Palette,
    /// The choice of which items the outline shows.
    Filter,
    /// The choice of a form in which the scorecard becomes a file.
    Export,
    /// What changed since an earlier assessment.
    Compare,
    /// The team's level and progress over time.
    Trend,
    /// All teams on one sheet.
    Portfolio,
    /// The help screen.
    Help,
}

impl Context {
    /// Every context, in the order in which the help lists them.
    pub const ALL: [Self; 30] = [
        Self::Walk,
        Self::Card,
        Self::Metrics,
        Self::Cell,
        Self::Deliverables,
        Self::Score,
        Self::Plan,
        Self::Details,
        Self::WhatIf,
        Self::Facilitate,
        Self::Home,
        Self::HomeFilter,
        Self::Delete,
        Self::Trouble,
        Self::Form,
        Self::Note,
        Self::Prompt,
        Self::Evidence,
        Self::EvidenceForm,
        Self::Reason,
        Self::Finish,
        Self::Milestone,
        Self::Find,
        Self::Palette,
        Self::Filter,
        Self::Export,
        Self::Compare,
        Self::Trend,
        Self::Portfolio,
        Self::Help,
    ];

    /// Whether characters are typed here rather than being commands.
    pub const fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Form
                | Self::Details
                | Self::Note
                | Self::Prompt
                | Self::EvidenceForm
                | Self::Cell
                | Self::Find
                | Self::Palette
                | Self::HomeFilter
        )
    }

    /// What people call it.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Walk => say::context_walk(lang),
            Self::Card => say::context_card(lang),
            Self::Metrics => say::context_metrics(lang),
            Self::Cell => say::context_cell(lang),
            Self::Deliverables => say::context_deliverables(lang),
            Self::Score => say::context_score(lang),
            Self::Plan => say::context_plan(lang),
            Self::Details => say::context_details(lang),
            Self::WhatIf => say::what_if(lang),
            Self::Facilitate => say::context_facilitate(lang),
            Self::Home => say::context_home(lang),
            Self::HomeFilter => say::context_home_filter(lang),
            Self::Delete => say::context_delete(lang),
            Self::Trouble => say::context_trouble(lang),
            Self::Form => say::context_form(lang),
            Self::Note => say::context_note(lang),
            Self::Prompt => say::context_prompt(lang),
            Self::Evidence => say::context_evidence(lang),
            Self::EvidenceForm => say::context_evidence_form(lang),
            Self::Reason => say::context_reason(lang),
            Self::Finish => say::context_finish(lang),
            Self::Milestone => say::context_milestone(lang),
            Self::Find => say::context_find(lang),
            Self::Palette => say::context_palette(lang),
            Self::Filter => say::context_filter(lang),
            Self::Export => say::context_export(lang),
            Self::Compare => say::context_compare(lang),
            Self::Trend => say::context_trend(lang),
            Self::Portfolio => say::portfolio(lang),
            Self::Help => say::context_help(lang),
        }
    }
}

use Context as C;

/// Lists with a cursor.
pub(super) const LISTS: &[Context] = &[
    C::Home,
    C::Evidence,
    C::Reason,
    C::Milestone,
    C::Filter,
    C::Card,
    C::Metrics,
    C::Deliverables,
    C::Export,
    C::WhatIf,
];
/// Where the cursor is on an item.
pub(super) const HELD: &[Context] = &[C::Walk, C::Card, C::Metrics, C::Deliverables, C::Facilitate];
/// Where the item may be one that is answered in words.
pub(super) const WORDED: &[Context] = &[C::Walk, C::Card, C::Deliverables, C::Facilitate];
/// Where evidence belongs to the answer.
pub(super) const SHOWING: &[Context] = &[C::Walk, C::Card, C::Deliverables];
/// Where Enter does what the item asks for next.
pub(super) const ENTERED: &[Context] = &[C::Walk, C::Facilitate];
/// Where who closes a gap, and by when, can be said.
pub(super) const PLANNED: &[Context] = &[C::Walk, C::Card, C::Deliverables, C::WhatIf];
/// From where an assessment is seen as a whole.
pub(super) const RESTED: &[Context] = &[C::Walk, C::Score, C::Plan, C::Milestone];
/// Where an edit can be taken back.
pub(super) const UNDONE: &[Context] = &[C::Walk, C::Metrics, C::Deliverables, C::Facilitate];
/// Pages that tell of a team.
pub(super) const TOLD: &[Context] = &[C::Score, C::Plan, C::Compare, C::Trend, C::Portfolio];
/// Where a list follows what is typed.
pub(super) const FOUND: &[Context] = &[C::Find, C::Palette, C::HomeFilter];
/// Lists that may be longer than the screen.
pub(super) const LONG: &[Context] = &[C::Find, C::Palette, C::HomeFilter, C::Home];
/// Pages that are read.
pub(super) const PAGES: &[Context] = &[C::Score, C::Plan, C::Compare, C::Trend, C::Portfolio, C::Help, C::Trouble];
/// Those of them that speak of items.
pub(super) const ITEMS: &[Context] = &[C::Score, C::Plan, C::Compare];
/// Where there is a first and a last.
pub(super) const GOING: &[Context] = &[
    C::Walk,
    C::Score,
    C::Plan,
    C::Compare,
    C::Trend,
    C::Portfolio,
    C::Help,
    C::Home,
    C::Metrics,
    C::Deliverables,
    C::Trouble,
    C::WhatIf,
];
/// Where there are fields to type in.
pub(super) const FIELDS: &[Context] = &[C::Form, C::EvidenceForm, C::Details];
/// Those of them with choices.
pub(super) const CHOSEN: &[Context] = &[C::Form, C::Details];
/// What leads back to where it was opened.
pub(super) const BACK: &[Context] = &[
    C::Score,
    C::Plan,
    C::Compare,
    C::Trend,
    C::Portfolio,
    C::Help,
    C::Evidence,
    C::Milestone,
    C::Metrics,
    C::Deliverables,
    C::Trouble,
    C::Export,
    C::WhatIf,
    C::Facilitate,
];
/// What is seen beside nothing else.
pub(super) const SHOWN: &[Context] = &[
    C::Walk,
    C::Card,
    C::Metrics,
    C::Deliverables,
    C::Score,
    C::Plan,
    C::Compare,
    C::Trend,
    C::Portfolio,
    C::Home,
    C::Milestone,
    C::Trouble,
    C::WhatIf,
    C::Facilitate,
];
/// Where a question mark asks for the keys.
pub(super) const ASKED: &[Context] = &[
    C::Walk,
    C::Card,
    C::Metrics,
    C::Deliverables,
    C::Score,
    C::Plan,
    C::Compare,
    C::Trend,
    C::Portfolio,
    C::Home,
    C::Evidence,
    C::Milestone,
    C::Trouble,
    C::WhatIf,
    C::Facilitate,
];
