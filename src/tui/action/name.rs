//! What each action is called: by people who give it other keys, where once here a name stays; in the footer; in the help.

use std::borrow::Cow;

use super::{Action, Context, Row, rows};
use crate::i18n::Lang;
use crate::model::{Answer, Worth};
use crate::text::{one_line, truncate};
use crate::tui::app::App;
use crate::tui::keymap::Keymap;
use crate::tui::when;

/// The most and the least cells that the name of an option takes.
const OPTION: usize = 18;
const SHORT: usize = 5;

impl Action {
    /// What `config.toml` calls it.
    pub fn name(self) -> &'static str {
        match self {
            // What is supposed is answered with the keys that answer.
            Self::Answer(Answer::YES) | Self::Suppose(Some(Worth::Met)) => "answer-yes",
            Self::Answer(Answer::PARTIAL) | Self::Suppose(Some(Worth::Part)) => "answer-partial",
            Self::Answer(Answer::NO) | Self::Suppose(Some(Worth::Unmet)) => "answer-no",
            Self::Answer(_) | Self::Suppose(Some(Worth::Waived)) => "answer-na",
            Self::Choose(1) => "option-1",
            Self::Choose(2) => "option-2",
            Self::Choose(3) => "option-3",
            Self::Choose(4) => "option-4",
            Self::Choose(5) => "option-5",
            Self::Choose(6) => "option-6",
            Self::Choose(7) => "option-7",
            Self::Choose(8) => "option-8",
            Self::Choose(_) => "option-9",
            Self::Cycle | Self::SupposeNext => "cycle",
            Self::GoOn => "go-on",
            Self::Links => "links",
            Self::ClearAnswer | Self::Suppose(None) => "clear-answer",
            Self::Value => "value",
            Self::Target => "target",
            Self::Evidence => "evidence",
            Self::Note => "note",
            Self::Editor => "editor",
            Self::Follow => "follow",
            Self::Copy => "copy",
            Self::Export => "export",
            Self::Owner => "owner",
            Self::Due => "due",
            Self::Reason => "reason",
            Self::Until => "until",
            Self::Up => "up",
            Self::Down => "down",
            Self::Left => "left",
            Self::Right => "right",
            Self::PageUp => "page-up",
            Self::PageDown => "page-down",
            Self::First => "first",
            Self::Last => "last",
            Self::NextOpen => "next-open",
            Self::PreviousOpen => "previous-open",
            Self::SwitchPane => "switch-pane",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Finish => "finish",
            Self::Reopen => "reopen",
            Self::Score => "score",
            Self::Plan => "plan",
            Self::Details => "details",
            Self::Metrics => "metrics",
            Self::Deliverables => "deliverables",
            Self::Home => "home",
            Self::New => "new",
            Self::Carry => "carry",
            Self::Compare => "compare",
            Self::Trend => "trend",
            Self::Portfolio => "portfolio",
            Self::Fold => "fold",
            Self::Confirm => "confirm",
            Self::TakeOver => "take-over",
            Self::ConfirmGroup => "confirm-group",
            Self::Accept => "accept",
            Self::Done => "done",
            Self::Close => "close",
            Self::Cancel => "cancel",
            Self::Add => "add",
            Self::Remove => "remove",
            Self::NextField => "next-field",
            Self::PreviousField => "previous-field",
            Self::Language => "language",
            Self::Find => "find",
            Self::FindNext => "find-next",
            Self::FindPrevious => "find-previous",
            Self::Palette => "palette",
            Self::Filter => "filter",
            Self::FoldAll => "fold-all",
            Self::GroupBy => "group-by",
            Self::Mark => "mark",
            Self::Report => "report",
            Self::Rename => "rename",
            Self::ClearFilter => "clear-filter",
            Self::Sample => "sample",
            Self::Facilitate => "facilitate",
            Self::GoBack => "go-back",
            Self::Park => "park",
            Self::WhatIf => "what-if",
            Self::SupposeStep => "suppose-step",
            Self::Help => "help",
            Self::Quit => "quit",
            Self::Interrupt => "interrupt",
            Self::Suspend => "suspend",
            Self::Redraw => "redraw",
        }
    }
}

/// What a command is called in a word or two; of an option of a scale as the checklist has it, so short that the others have
/// room beside it.
pub fn name(app: &App, row: &Row) -> Cow<'static, str> {
    let options = when::scale(app).map_or(1, |scale| scale.options.len().max(1));
    let cells = (usize::from(app.size.0) / options).saturating_sub(4).clamp(SHORT, OPTION);
    let title = when::chosen(app, row).map(|option| one_line(option.title.get(app.lang)));
    title.map_or(Cow::Borrowed((row.short)(app.lang)), |title| truncate(&title, cells).into_owned().into())
}

/// Whether nobody needs to be told of a command where it may be taken: where yes, partial and no have letters, their numbers.
pub fn goes_without_saying(app: &App, row: &Row) -> bool {
    matches!(row.action, Action::Choose(_)) && when::chosen(app, row).is_none()
}

/// The commands of a context as people are told of them: their keys, with something between them, and what they do. Keys that
/// do the same to one thing after another are told together.
pub fn told(keys: &Keymap, context: Context, between: &str, lang: Lang) -> Vec<(String, &'static str)> {
    let mut all: Vec<(String, &'static str)> = Vec::new();
    let mut last = None;
    for row in rows(context) {
        let (names, does) = (keys.names(row, context, between), (row.long)(lang));
        let again = last == Some(does) && matches!(row.action, Action::Choose(_));
        match all.last_mut().filter(|_| again) {
            Some((first, _)) => *first = format!("{}-{names}", first.split('-').next().unwrap_or_default()),
            None => all.push((names, does)),
        }
        last = Some(does);
    }
    all
}
