//! The one table of commands: where each works, its keys, what it is called, and whether the footer shows it.
//!
//! The keymap, the footer, the `?` help and the README's key table are all read from here, so they cannot disagree.

use ratatui::crossterm::event::KeyCode;

use super::input::Key;
use crate::i18n::{Lang, tui as t};
use crate::model::Answer;

/// What a key can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Answers the item under the cursor and moves on.
    Answer(Answer),
    /// Takes the answer back: the item is unanswered again.
    ClearAnswer,
    /// Types a metric's value.
    Value,
    /// Types a metric's own target.
    Target,
    /// Opens the evidence of the item.
    Evidence,
    /// Opens the note of the item.
    Note,
    /// Types the owner.
    Owner,
    /// Types the due date.
    Due,
    /// Chooses why the item does not apply.
    Reason,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// Folds, or goes to the group; one choice back.
    Left,
    /// Unfolds, or goes into the group; one choice ahead.
    Right,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// To the next unanswered item.
    NextOpen,
    /// To the previous unanswered item.
    PreviousOpen,
    /// Between outline and item.
    SwitchPane,
    /// Takes back the last edit.
    Undo,
    /// Makes the last edit that was taken back again.
    Redo,
    /// Marks the assessment final, after saying what is open.
    Finish,
    /// Makes a final assessment a draft again.
    Reopen,
    /// Opens the score screen.
    Score,
    /// Opens the plan screen.
    Plan,
    /// Opens the list of assessments.
    Home,
    /// Opens the form of a new assessment.
    New,
    /// Opens the form of an assessment that goes on from the one under the cursor.
    Carry,
    /// Opens what changed since the assessment before.
    Compare,
    /// Opens, or goes to, what is under the cursor; accepts what was typed.
    Accept,
    /// Keeps what was typed and closes.
    Done,
    /// Closes without a change.
    Close,
    /// Adds an entry to a list.
    Add,
    /// Removes an entry from a list.
    Remove,
    /// To the next field.
    NextField,
    /// To the previous field.
    PreviousField,
    /// Switches the language.
    Language,
    /// Shows every key.
    Help,
    /// Leaves.
    Quit,
    /// Leaves from anywhere.
    Interrupt,
    /// Stops the program until the shell continues it.
    Suspend,
    /// Draws the screen anew.
    Redraw,
}

impl Action {
    /// Whether it changes what is said of an item, which a final assessment does not allow.
    pub const fn edits(self) -> bool {
        match self {
            Self::Answer(_)
            | Self::ClearAnswer
            | Self::Value
            | Self::Target
            | Self::Evidence
            | Self::Note
            | Self::Owner
            | Self::Due
            | Self::Reason
            | Self::Undo
            | Self::Redo => true,
            Self::Up
            | Self::Down
            | Self::Left
            | Self::Right
            | Self::PageUp
            | Self::PageDown
            | Self::First
            | Self::Last
            | Self::NextOpen
            | Self::PreviousOpen
            | Self::SwitchPane
            | Self::Finish
            | Self::Reopen
            | Self::Score
            | Self::Plan
            | Self::Home
            | Self::Compare
            | Self::Carry
            | Self::New
            | Self::Accept
            | Self::Done
            | Self::Close
            | Self::Add
            | Self::Remove
            | Self::NextField
            | Self::PreviousField
            | Self::Language
            | Self::Help
            | Self::Quit
            | Self::Interrupt
            | Self::Suspend
            | Self::Redraw => false,
        }
    }
}

/// A part of the program with keys of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// The walk through the checklist.
    Walk,
    /// The score screen.
    Score,
    /// The plan screen.
    Plan,
    /// The list of assessments.
    Home,
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
    /// What changed since an earlier assessment.
    Compare,
    /// The help screen.
    Help,
}

impl Context {
    /// Every context, in the order in which the help lists them.
    pub const ALL: [Self; 13] = [
        Self::Walk,
        Self::Score,
        Self::Plan,
        Self::Home,
        Self::Form,
        Self::Note,
        Self::Prompt,
        Self::Evidence,
        Self::EvidenceForm,
        Self::Reason,
        Self::Finish,
        Self::Compare,
        Self::Help,
    ];

    /// Whether characters are typed here rather than being commands.
    pub const fn takes_text(self) -> bool {
        matches!(self, Self::Form | Self::Note | Self::Prompt | Self::EvidenceForm)
    }

    /// What people call it.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Walk => t::context_walk(lang),
            Self::Score => t::context_score(lang),
            Self::Plan => t::context_plan(lang),
            Self::Home => t::context_home(lang),
            Self::Form => t::context_form(lang),
            Self::Note => t::context_note(lang),
            Self::Prompt => t::context_prompt(lang),
            Self::Evidence => t::context_evidence(lang),
            Self::EvidenceForm => t::context_evidence_form(lang),
            Self::Reason => t::context_reason(lang),
            Self::Finish => t::context_finish(lang),
            Self::Compare => t::context_compare(lang),
            Self::Help => t::context_help(lang),
        }
    }
}

/// One command.
#[derive(Debug)]
pub struct Row {
    /// Where it works.
    pub on: &'static [Context],
    /// Its keys; the first is the one that the footer names.
    pub keys: &'static [Key],
    /// What it does.
    pub action: Action,
    /// Its name in the footer.
    pub short: fn(Lang) -> &'static str,
    /// What the help says of it.
    pub long: fn(Lang) -> &'static str,
    /// Its place in the footer, from 1; 0 keeps it out.
    pub footer: u8,
}

use Context as C;

const UP: Key = Key::code(KeyCode::Up);
const DOWN: Key = Key::code(KeyCode::Down);
const LEFT: Key = Key::code(KeyCode::Left);
const RIGHT: Key = Key::code(KeyCode::Right);
const ENTER: Key = Key::code(KeyCode::Enter);
const ESC: Key = Key::code(KeyCode::Esc);
const TAB: Key = Key::code(KeyCode::Tab);
const BACK_TAB: Key = Key::code(KeyCode::BackTab);
const PAGE_UP: Key = Key::code(KeyCode::PageUp);
const PAGE_DOWN: Key = Key::code(KeyCode::PageDown);
const HOME: Key = Key::code(KeyCode::Home);
const END: Key = Key::code(KeyCode::End);
const DELETE: Key = Key::code(KeyCode::Delete);

/// Everything that keys can do. Within one context a key stands once.
pub static TABLE: &[Row] = &[
    row(&[C::Walk], &[Key::char('y')], Action::Answer(Answer::Yes), t::k_yes, t::h_yes, 1),
    row(&[C::Walk], &[Key::char('p')], Action::Answer(Answer::Partial), t::k_partial, t::h_partial, 2),
    row(&[C::Walk], &[Key::char('n')], Action::Answer(Answer::No), t::k_no, t::h_no, 3),
    row(&[C::Walk], &[Key::char('a')], Action::Answer(Answer::Na), t::k_na, t::h_na, 4),
    row(&[C::Walk], &[Key::char('x'), DELETE], Action::ClearAnswer, t::k_clear, t::h_clear, 0),
    row(&[C::Walk], &[Key::char('v')], Action::Value, t::k_value, t::h_value, 1),
    row(&[C::Walk], &[Key::char('t')], Action::Target, t::k_target, t::h_target, 2),
    row(&[C::Walk], &[Key::char('e')], Action::Evidence, t::k_evidence, t::h_evidence, 8),
    row(&[C::Walk], &[Key::char('i')], Action::Note, t::k_note, t::h_note, 9),
    row(&[C::Walk], &[Key::char('o')], Action::Owner, t::k_owner, t::h_owner, 12),
    row(&[C::Walk], &[Key::char('d')], Action::Due, t::k_due, t::h_due, 13),
    row(&[C::Walk], &[Key::char('r')], Action::Reason, t::k_reason, t::h_reason, 0),
    row(&[C::Walk], &[Key::char('j'), DOWN], Action::Down, t::k_down, t::h_down, 0),
    row(&[C::Walk], &[Key::char('k'), UP], Action::Up, t::k_up, t::h_up, 0),
    row(&[C::Walk], &[Key::char('h'), LEFT], Action::Left, t::k_fold, t::h_fold, 0),
    row(&[C::Walk], &[Key::char('l'), RIGHT], Action::Right, t::k_unfold, t::h_unfold, 0),
    row(&[C::Walk], &[Key::char(']')], Action::NextOpen, t::k_next_open, t::h_next_open, 5),
    row(&[C::Walk], &[Key::char('[')], Action::PreviousOpen, t::k_previous_open, t::h_previous_open, 0),
    row(&[C::Walk], &[TAB, BACK_TAB], Action::SwitchPane, t::k_pane, t::h_pane, 14),
    row(&[C::Walk], &[Key::char('u')], Action::Undo, t::k_undo, t::h_undo, 10),
    row(&[C::Walk], &[Key::ctrl('r')], Action::Redo, t::k_redo, t::h_redo, 0),
    row(&[C::Walk, C::Plan], &[Key::char('s')], Action::Score, t::k_score, t::h_score, 6),
    row(&[C::Walk, C::Score], &[Key::char('P')], Action::Plan, t::k_plan, t::h_plan, 7),
    row(&[C::Walk], &[Key::char('f')], Action::Finish, t::k_finish, t::h_finish, 17),
    row(&[C::Walk], &[Key::char('F')], Action::Reopen, t::k_reopen, t::h_reopen, 1),
    row(&[C::Walk], &[Key::char('H')], Action::Home, t::k_home, t::h_home, 15),
    row(
        &[C::Score, C::Help, C::Plan, C::Compare, C::Home, C::Evidence],
        &[Key::char('j'), DOWN],
        Action::Down,
        t::k_down,
        t::h_down_list,
        6,
    ),
    row(
        &[C::Score, C::Help, C::Plan, C::Compare, C::Home, C::Evidence],
        &[Key::char('k'), UP],
        Action::Up,
        t::k_up,
        t::h_up_list,
        7,
    ),
    row(&[C::Reason], &[Key::char('j'), DOWN], Action::Down, t::k_down, t::h_down_list, 6),
    row(&[C::Reason], &[Key::char('k'), UP], Action::Up, t::k_up, t::h_up_list, 7),
    row(&[C::Walk], &[PAGE_DOWN, Key::char(' '), Key::ctrl('f')], Action::PageDown, t::k_page_down, t::h_page_item, 0),
    row(&[C::Walk], &[PAGE_UP, Key::ctrl('b')], Action::PageUp, t::k_page_up, t::h_page_item_up, 0),
    row(
        &[C::Score, C::Help, C::Plan, C::Compare],
        &[PAGE_DOWN, Key::char(' '), Key::ctrl('f')],
        Action::PageDown,
        t::k_page_down,
        t::h_page_down,
        8,
    ),
    row(
        &[C::Score, C::Help, C::Plan, C::Compare],
        &[PAGE_UP, Key::ctrl('b')],
        Action::PageUp,
        t::k_page_up,
        t::h_page_up,
        0,
    ),
    row(
        &[C::Walk, C::Score, C::Help, C::Plan, C::Compare, C::Home],
        &[Key::char('g'), HOME],
        Action::First,
        t::k_first,
        t::h_first,
        0,
    ),
    row(
        &[C::Walk, C::Score, C::Help, C::Plan, C::Compare, C::Home],
        &[Key::char('G'), END],
        Action::Last,
        t::k_last,
        t::h_last,
        0,
    ),
    row(&[C::Walk], &[ENTER], Action::Accept, t::k_enter_walk, t::h_enter_walk, 4),
    row(&[C::Plan], &[ENTER], Action::Accept, t::k_go, t::h_go, 1),
    row(&[C::Home], &[ENTER], Action::Accept, t::k_open, t::h_open, 1),
    row(&[C::Home], &[Key::char('n')], Action::New, t::k_new, t::h_new, 2),
    row(&[C::Home], &[Key::char('c')], Action::Carry, t::k_carry, t::h_carry, 3),
    row(&[C::Walk], &[Key::char('c')], Action::Compare, t::k_compare, t::h_compare, 11),
    row(&[C::Evidence], &[ENTER], Action::Accept, t::k_edit, t::h_edit, 1),
    row(&[C::Evidence], &[Key::char('a')], Action::Add, t::k_add, t::h_add, 2),
    row(&[C::Evidence], &[Key::char('x'), DELETE], Action::Remove, t::k_remove, t::h_remove, 3),
    row(&[C::Finish], &[ENTER], Action::Accept, t::k_make_final, t::h_make_final, 1),
    row(&[C::Reason], &[ENTER], Action::Accept, t::k_choose, t::h_choose, 1),
    row(&[C::Prompt, C::EvidenceForm], &[ENTER], Action::Accept, t::k_keep, t::h_keep, 1),
    row(&[C::Form], &[ENTER], Action::Accept, t::k_enter_form, t::h_enter_form, 1),
    row(&[C::Form, C::EvidenceForm], &[TAB, DOWN], Action::NextField, t::k_next_field, t::h_next_field, 2),
    row(
        &[C::Form, C::EvidenceForm],
        &[BACK_TAB, UP],
        Action::PreviousField,
        t::k_previous_field,
        t::h_previous_field,
        3,
    ),
    row(&[C::Form], &[LEFT], Action::Left, t::k_choice_back, t::h_choice_back, 0),
    row(&[C::Form], &[RIGHT], Action::Right, t::k_choice_ahead, t::h_choice_ahead, 0),
    row(&[C::Note], &[ESC, Key::ctrl('s')], Action::Done, t::k_done, t::h_done, 1),
    row(&[C::Form], &[Key::ctrl('s')], Action::Done, t::k_start, t::h_start, 4),
    row(
        &[C::Score, C::Plan, C::Compare, C::Help, C::Evidence, C::Home],
        &[ESC, Key::char('q')],
        Action::Close,
        t::k_back,
        t::h_back,
        20,
    ),
    row(
        &[C::Prompt, C::EvidenceForm, C::Reason, C::Finish, C::Form],
        &[ESC],
        Action::Close,
        t::k_cancel,
        t::h_cancel,
        20,
    ),
    row(
        &[C::Walk, C::Score, C::Plan, C::Compare, C::Home],
        &[Key::char('L')],
        Action::Language,
        t::k_language,
        t::h_language,
        16,
    ),
    row(
        &[C::Walk, C::Score, C::Plan, C::Compare, C::Home, C::Evidence],
        &[Key::char('?')],
        Action::Help,
        t::k_help,
        t::h_help,
        18,
    ),
    row(&[C::Walk], &[Key::char('q')], Action::Quit, t::k_quit, t::h_quit, 19),
    row(&[C::Walk], &[ESC], Action::Close, t::k_dismiss, t::h_dismiss, 0),
    row(&C::ALL, &[Key::ctrl('c')], Action::Interrupt, t::k_interrupt, t::h_interrupt, 0),
    row(&C::ALL, &[Key::ctrl('z')], Action::Suspend, t::k_suspend, t::h_suspend, 0),
    row(&C::ALL, &[Key::ctrl('l')], Action::Redraw, t::k_redraw, t::h_redraw, 0),
];

const fn row(
    on: &'static [Context],
    keys: &'static [Key],
    action: Action,
    short: fn(Lang) -> &'static str,
    long: fn(Lang) -> &'static str,
    footer: u8,
) -> Row {
    Row { on, keys, action, short, long, footer }
}

/// The command that `key` gives in `context`, if any.
pub fn lookup(context: Context, key: Key) -> Option<Action> {
    TABLE.iter().find(|row| row.on.contains(&context) && row.keys.contains(&key)).map(|row| row.action)
}

/// The commands of a context, in the order of the table.
pub fn rows(context: Context) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| row.on.contains(&context))
}

#[cfg(test)]
mod tests {
    use super::{Context, TABLE, rows};
    use ratatui::crossterm::event::KeyCode;

    #[test]
    fn a_key_means_one_thing_in_a_context() {
        for context in Context::ALL {
            let mut seen = std::collections::HashSet::new();
            for key in rows(context).flat_map(|row| row.keys) {
                assert!(seen.insert(*key), "{} twice in {context:?}", key.name());
            }
        }
    }

    #[test]
    fn nothing_is_bound_to_a_character_where_text_is_typed() {
        for context in Context::ALL.into_iter().filter(|context| context.takes_text()) {
            for key in rows(context).flat_map(|row| row.keys) {
                assert!(key.ctrl || !matches!(key.code, KeyCode::Char(_)), "{} in {context:?}", key.name());
            }
        }
    }

    #[test]
    fn every_context_can_be_left_and_says_how() {
        for context in Context::ALL {
            let leaves = |row: &super::Row| {
                row.footer > 0 && matches!(row.action, super::Action::Close | super::Action::Quit | super::Action::Done)
            };
            assert!(rows(context).any(leaves), "{context:?}");
        }
        assert!(TABLE.iter().all(|row| !row.keys.is_empty() && !row.on.is_empty()));
    }
}
