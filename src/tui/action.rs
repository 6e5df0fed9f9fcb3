//! The one table of commands: where each works, its keys, whether it may be taken now, what it is called, and whether
//! the footer shows it.
//!
//! The keymap, the footer, the `?` help and the README's key table are all read from here, so they cannot disagree.

mod name;

use ratatui::crossterm::event::KeyCode;

use super::app::App;
pub use super::context::Context;
use super::context::{
    ASKED, BACK, CHOSEN, ENTERED, FIELDS, FOUND, GOING, HELD, ITEMS, LISTS, LONG, PAGES, PLANNED, RESTED, SHOWING,
    SHOWN, TOLD, UNDONE, WORDED,
};
use super::input::Stroke;
use super::when;
use crate::i18n::{Lang, Text, say};
use crate::model::{Answer, Worth};
pub use name::{goes_without_saying, name, told};

/// What a key can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Answers the item under the cursor; the same answer again goes on.
    Answer(Answer),
    /// Answers the item under the cursor with the nth option of its scale, from 1.
    Choose(u8),
    /// Answers the item under the cursor with what comes after its answer: of yes, partial and no, then none.
    Cycle,
    /// Goes on to the next item.
    GoOn,
    /// Goes among the items that the one under the cursor is linked to.
    Links,
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
    /// Opens the note in the user's editor.
    Editor,
    /// Opens what a piece of evidence refers to, or what was written.
    Follow,
    /// Hands what is shown to the terminal's clipboard.
    Copy,
    /// Opens the choice of a form in which the scorecard becomes a file.
    Export,
    /// Types the owner.
    Owner,
    /// Types the due date.
    Due,
    /// Chooses why the item does not apply.
    Reason,
    /// Chooses that reason, and types until which day it holds.
    Until,
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
    /// Opens what is said of the assessment as a whole.
    Details,
    /// Opens one item at a time, for a room.
    Facilitate,
    /// Back to the item before.
    GoBack,
    /// Parks the item, of which the room thinks differently, until the end.
    Park,
    /// Opens the answers that are only supposed.
    WhatIf,
    /// Supposes the best answer that is worth so much, or takes the supposition back.
    Suppose(Option<Worth>),
    /// Supposes what comes after what is supposed: nothing, yes, partial, no.
    SupposeNext,
    /// Supposes that all up to a level is met.
    SupposeStep,
    /// Opens the table of metrics.
    Metrics,
    /// Opens the table of deliverables.
    Deliverables,
    /// Opens the list of assessments.
    Home,
    /// Opens the form of a new assessment.
    New,
    /// Opens the form of an assessment that goes on from the one under the cursor.
    Carry,
    /// Opens what changed since the assessment before.
    Compare,
    /// Opens the team's trend.
    Trend,
    /// Shows all teams on one sheet.
    Portfolio,
    /// Folds the group under the cursor, or unfolds it.
    Fold,
    /// Confirms a carried answer and moves on.
    Confirm,
    /// Takes over the answer that was given to another question.
    TakeOver,
    /// Confirms every carried answer of a group.
    ConfirmGroup,
    /// Opens, or goes to, what is under the cursor; accepts what was typed.
    Accept,
    /// Keeps what was typed and closes.
    Done,
    /// Closes without a change.
    Close,
    /// Leaves what was being typed as it was.
    Cancel,
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
    /// Opens the search.
    Find,
    /// To the next item that was found.
    FindNext,
    /// To the previous item that was found.
    FindPrevious,
    /// Opens the list of all that can be done and all that can be gone to.
    Palette,
    /// Opens the choice of which items the outline shows.
    Filter,
    /// Folds every group, or unfolds them.
    FoldAll,
    /// Groups the criteria by level, or by area.
    GroupBy,
    /// Marks an assessment to compare another one with.
    Mark,
    /// Writes the report of an assessment.
    Report,
    /// Gives a team another name.
    Rename,
    /// Shows every team again.
    ClearFilter,
    /// Opens a sample.
    Sample,
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
    /// Whether it does nothing but move.
    pub const fn only_moves(self) -> bool {
        matches!(
            self,
            Self::Up | Self::Down | Self::Left | Self::Right | Self::PageUp | Self::PageDown | Self::First | Self::Last
        )
    }
}

/// Whether a command may be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// It does something here and now.
    Now,
    /// It means nothing here.
    Never,
    /// It would, if this were otherwise.
    Refused(Text),
}

/// Whether the command of a row may be taken.
pub type When = fn(&App, &Row) -> Offer;

/// One command.
#[derive(Debug)]
pub struct Row {
    /// Where it works.
    pub on: &'static [Context],
    /// Its keys, unless the user sets others: what holds is asked of a [`Keymap`](super::keymap::Keymap).
    pub(super) keys: &'static [Stroke],
    /// What it does.
    pub action: Action,
    /// Whether it may be taken now.
    pub when: When,
    /// Its name in the footer.
    pub short: fn(Lang) -> &'static str,
    /// What the help says of it.
    pub long: fn(Lang) -> &'static str,
    /// Its place in the footer, from 1; 0 keeps it out.
    pub footer: u8,
}

use Context as C;

const UP: Stroke = Stroke::code(KeyCode::Up);
const DOWN: Stroke = Stroke::code(KeyCode::Down);
const LEFT: Stroke = Stroke::code(KeyCode::Left);
const RIGHT: Stroke = Stroke::code(KeyCode::Right);
const ENTER: Stroke = Stroke::code(KeyCode::Enter);
const ESC: Stroke = Stroke::code(KeyCode::Esc);
const TAB: Stroke = Stroke::code(KeyCode::Tab);
const BACK_TAB: Stroke = Stroke::code(KeyCode::BackTab);
const PAGE_UP: Stroke = Stroke::code(KeyCode::PageUp);
const PAGE_DOWN: Stroke = Stroke::code(KeyCode::PageDown);
const HOME: Stroke = Stroke::code(KeyCode::Home);
const END: Stroke = Stroke::code(KeyCode::End);
const DELETE: Stroke = Stroke::code(KeyCode::Delete);

const SUPPOSE_YES: Action = Action::Suppose(Some(Worth::Met));
const SUPPOSE_PARTIAL: Action = Action::Suppose(Some(Worth::Part));
const SUPPOSE_NO: Action = Action::Suppose(Some(Worth::Unmet));

/// Everything that keys can do. Within one context a key stands once, or in rows of which one at most may be taken.
pub static TABLE: &[Row] = &[
    row(WORDED, &[Stroke::char('y')], Action::Answer(Answer::YES), when::answer, say::k_yes, say::h_yes, 1),
    row(WORDED, &[Stroke::char('p')], Action::Answer(Answer::PARTIAL), when::answer, say::k_partial, say::h_partial, 2),
    row(WORDED, &[Stroke::char('n')], Action::Answer(Answer::NO), when::answer, say::k_no, say::h_no, 3),
    row(WORDED, &[Stroke::char('1')], Action::Choose(1), when::choose, say::k_option, say::h_option, 1),
    row(WORDED, &[Stroke::char('2')], Action::Choose(2), when::choose, say::k_option, say::h_option, 1),
    row(WORDED, &[Stroke::char('3')], Action::Choose(3), when::choose, say::k_option, say::h_option, 1),
    row(WORDED, &[Stroke::char('4')], Action::Choose(4), when::choose, say::k_option, say::h_option, 1),
    row(WORDED, &[Stroke::char('5')], Action::Choose(5), when::choose, say::k_option, say::h_option, 1),
    row(WORDED, &[Stroke::char('6')], Action::Choose(6), when::choose, say::k_option, say::h_option, 1),
    row(WORDED, &[Stroke::char('7')], Action::Choose(7), when::choose, say::k_option, say::h_option, 1),
    row(WORDED, &[Stroke::char('8')], Action::Choose(8), when::choose, say::k_option, say::h_option, 1),
    row(WORDED, &[Stroke::char('9')], Action::Choose(9), when::choose, say::k_option, say::h_option, 1),
    row(WORDED, &[Stroke::char('a')], Action::Answer(Answer::NA), when::waive, say::k_na, say::h_na, 4),
    row(HELD, &[Stroke::char('x'), DELETE], Action::ClearAnswer, when::clear, say::k_clear, say::h_clear, 0),
    row(&[C::Walk], &[ENTER], Action::SwitchPane, when::show_item, say::k_show, say::h_show, 1),
    row(&[C::Walk], &[ENTER], Action::ConfirmGroup, when::confirm_group, say::k_confirm, say::h_confirm_group, 1),
    row(&[C::Walk], &[ENTER], Action::Fold, when::fold, say::k_fold, say::h_toggle, 4),
    row(ENTERED, &[ENTER], Action::TakeOver, when::take_over, say::k_take_over, say::h_take_over, 1),
    row(ENTERED, &[ENTER], Action::Confirm, when::confirm, say::k_confirm, say::h_confirm, 1),
    row(HELD, &[Stroke::char('v')], Action::Value, when::measure, say::k_value, say::h_value, 1),
    row(ENTERED, &[ENTER], Action::Value, when::measure_by_enter, say::k_value, say::h_value, 0),
    row(ENTERED, &[ENTER], Action::GoOn, when::go_on, say::k_go_on, say::h_go_on, 4),
    row(HELD, &[Stroke::char('t')], Action::Target, when::measure, say::k_target, say::h_target, 2),
    row(SHOWING, &[Stroke::char('e')], Action::Evidence, when::beside, say::k_evidence, say::h_evidence, 8),
    row(HELD, &[Stroke::char('i')], Action::Note, when::note, say::k_note, say::h_note, 9),
    row(HELD, &[Stroke::char('E')], Action::Editor, when::note, say::k_editor, say::h_editor, 0),
    row(&[C::Note], &[Stroke::ctrl('g')], Action::Editor, when::always, say::k_editor, say::h_editor_of_note, 2),
    row(SHOWING, &[Stroke::ctrl('o')], Action::Follow, when::reference, say::k_follow, say::h_follow, 17),
    row(&[C::Evidence], &[Stroke::ctrl('o')], Action::Follow, when::evidence, say::k_follow, say::h_follow, 5),
    row(&[C::Export], &[Stroke::ctrl('o')], Action::Follow, when::written, say::k_open, say::h_follow_file, 2),
    row(HELD, &[Stroke::char('Y')], Action::Copy, when::item, say::k_copy, say::h_copy_item, 0),
    row(&[C::Evidence], &[Stroke::char('Y')], Action::Copy, when::evidence, say::k_copy, say::h_copy_reference, 4),
    row(TOLD, &[Stroke::char('Y')], Action::Copy, when::always, say::k_copy, say::h_copy_page, 10),
    row(&[C::Score], &[Stroke::char('X')], Action::Export, when::walking, say::k_export, say::h_export, 10),
    row(&[C::Export], &[ENTER], Action::Accept, when::always, say::k_write, say::h_write, 1),
    row(PLANNED, &[Stroke::char('o')], Action::Owner, when::beside, say::k_owner, say::h_owner, 12),
    row(PLANNED, &[Stroke::char('d')], Action::Due, when::beside, say::k_due, say::h_due, 13),
    row(WORDED, &[Stroke::char('r')], Action::Reason, when::reason, say::k_reason, say::h_reason, 0),
    row(&[C::Walk], &[Stroke::char('j'), DOWN], Action::Down, when::always, say::k_down, say::h_down, 0),
    row(&[C::Walk], &[Stroke::char('k'), UP], Action::Up, when::always, say::k_up, say::h_up, 0),
    row(&[C::Walk], &[Stroke::char('h'), LEFT], Action::Left, when::always, say::k_fold, say::h_fold, 0),
    row(&[C::Walk], &[Stroke::char('l'), RIGHT], Action::Right, when::group, say::k_unfold, say::h_unfold, 0),
    row(&[C::Walk], &[RIGHT, Stroke::char('l')], Action::Links, when::links, say::k_links, say::h_links, 9),
    row(&[C::Card, C::Deliverables], &[Stroke::char(' ')], Action::Cycle, when::answer, say::k_cycle, say::h_cycle, 1),
    row(&[C::Walk], &[Stroke::char('M')], Action::Metrics, when::metrics, say::k_metrics, say::h_metrics, 12),
    row(
        &[C::Walk],
        &[Stroke::char('D')],
        Action::Deliverables,
        when::deliverables,
        say::k_deliverables,
        say::h_deliverables,
        12,
    ),
    row(&[C::Metrics], &[ENTER], Action::Accept, when::measure, say::k_value, say::h_cell, 0),
    row(
        &[C::Metrics],
        &[RIGHT, Stroke::char('l')],
        Action::Right,
        when::always,
        say::k_target,
        say::h_target_column,
        3,
    ),
    row(&[C::Metrics], &[LEFT, Stroke::char('h')], Action::Left, when::always, say::k_value, say::h_value_column, 0),
    row(&[C::Cell], &[ENTER, DOWN, TAB], Action::NextField, when::always, say::k_keep, say::h_keep_down, 1),
    row(&[C::Cell], &[UP, BACK_TAB], Action::PreviousField, when::always, say::k_up, say::h_keep_up, 2),
    row(&[C::Cell], &[ESC], Action::Cancel, when::always, say::k_cancel, say::h_cancel, 20),
    row(&[C::Deliverables], &[ENTER], Action::Accept, when::always, say::k_go, say::h_go, 5),
    row(&[C::Card], &[ENTER], Action::Accept, when::always, say::k_go, say::h_go, 5),
    row(
        &[C::Card],
        &[LEFT, Stroke::char('h'), ESC, Stroke::char('q')],
        Action::Close,
        when::always,
        say::k_back,
        say::h_back,
        20,
    ),
    row(
        &[C::Card, C::Facilitate],
        &[PAGE_DOWN, Stroke::ctrl('f')],
        Action::PageDown,
        when::always,
        say::k_page_down,
        say::h_page_item,
        0,
    ),
    row(
        &[C::Card, C::Facilitate],
        &[PAGE_UP, Stroke::ctrl('b')],
        Action::PageUp,
        when::always,
        say::k_page_up,
        say::h_page_item_up,
        0,
    ),
    row(&[C::Walk], &[Stroke::char(']')], Action::NextOpen, when::always, say::k_next_open, say::h_next_open, 5),
    row(
        &[C::Walk],
        &[Stroke::char('[')],
        Action::PreviousOpen,
        when::always,
        say::k_previous_open,
        say::h_previous_open,
        0,
    ),
    row(&[C::Walk], &[Stroke::char('/')], Action::Find, when::walking, say::k_find, say::h_find, 10),
    row(
        &[C::Walk],
        &[Stroke::code(KeyCode::F(3))],
        Action::FindNext,
        when::found,
        say::k_find_next,
        say::h_find_next,
        0,
    ),
    row(
        &[C::Walk],
        &[Stroke::code(KeyCode::F(15))],
        Action::FindPrevious,
        when::found,
        say::k_find_previous,
        say::h_find_previous,
        0,
    ),
    row(
        ASKED,
        &[Stroke::char(':'), Stroke::ctrl('p')],
        Action::Palette,
        when::always,
        say::k_palette,
        say::h_palette,
        11,
    ),
    row(&[C::Walk], &[Stroke::char('&')], Action::Filter, when::walking, say::k_filter, say::h_filter, 14),
    row(&[C::Walk, C::Plan], &[Stroke::char('z')], Action::FoldAll, when::always, say::k_fold_all, say::h_fold_all, 0),
    row(&[C::Plan], &[RIGHT, Stroke::char('l')], Action::Right, when::linked, say::k_unfold, say::h_unfold_gap, 2),
    row(&[C::Plan], &[LEFT, Stroke::char('h')], Action::Left, when::linked, say::k_fold, say::h_fold_gap, 3),
    row(&[C::Score], &[Stroke::char('z')], Action::FoldAll, when::nested, say::k_fold_all, say::h_fold_areas, 0),
    row(&[C::Score], &[RIGHT, Stroke::char('l')], Action::Right, when::nested, say::k_unfold, say::h_unfold_area, 2),
    row(&[C::Score], &[LEFT, Stroke::char('h')], Action::Left, when::nested, say::k_fold, say::h_fold_area, 3),
    row(&[C::Walk], &[Stroke::char('b')], Action::GroupBy, when::areas, say::k_group_by, say::h_group_by, 0),
    row(&[C::Walk], &[TAB, BACK_TAB], Action::SwitchPane, when::always, say::k_pane, say::h_pane, 14),
    row(UNDONE, &[Stroke::char('u')], Action::Undo, when::undo, say::k_undo, say::h_undo, 10),
    row(UNDONE, &[Stroke::ctrl('r')], Action::Redo, when::redo, say::k_redo, say::h_redo, 0),
    row(&[C::Walk, C::Plan], &[Stroke::char('s')], Action::Score, when::always, say::k_score, say::h_score, 6),
    row(&[C::Walk, C::Score], &[Stroke::char('P')], Action::Plan, when::always, say::k_plan, say::h_plan, 7),
    row(&[C::Walk], &[Stroke::char('S')], Action::Details, when::draft, say::k_details, say::h_details, 16),
    row(&[C::Details], &[ENTER, Stroke::ctrl('s')], Action::Accept, when::always, say::k_keep, say::h_keep, 1),
    row(&[C::Walk], &[Stroke::char('m')], Action::Facilitate, when::walking, say::k_facilitate, say::h_facilitate, 17),
    row(&[C::Facilitate], &[RIGHT, Stroke::char(']')], Action::GoOn, when::always, say::k_go_on, say::h_go_on, 0),
    row(&[C::Facilitate], &[LEFT, Stroke::char('[')], Action::GoBack, when::always, say::k_go_back, say::h_go_back, 5),
    row(&[C::Facilitate], &[Stroke::char('!')], Action::Park, when::note, say::k_park, say::h_park, 5),
    row(&[C::Facilitate], &[Stroke::char('j'), DOWN], Action::Down, when::always, say::k_down, say::h_line, 0),
    row(&[C::Facilitate], &[Stroke::char('k'), UP], Action::Up, when::always, say::k_up, say::h_line_up, 0),
    row(RESTED, &[Stroke::char('w')], Action::WhatIf, when::below_the_top, say::k_what_if, say::h_what_if, 16),
    row(&[C::WhatIf], &[Stroke::char(' ')], Action::SupposeNext, when::on_item, say::k_cycle, say::h_suppose_next, 1),
    row(&[C::WhatIf], &[Stroke::char('y')], SUPPOSE_YES, when::on_item, say::k_yes, say::h_suppose_yes, 2),
    row(&[C::WhatIf], &[Stroke::char('p')], SUPPOSE_PARTIAL, when::on_item, say::k_partial, say::h_suppose_partial, 3),
    row(&[C::WhatIf], &[Stroke::char('n')], SUPPOSE_NO, when::on_item, say::k_no, say::h_suppose_no, 4),
    row(
        &[C::WhatIf],
        &[Stroke::char('x'), DELETE],
        Action::Suppose(None),
        when::supposed,
        say::k_unsuppose,
        say::h_unsuppose,
        6,
    ),
    row(&[C::WhatIf], &[Stroke::char('N')], Action::SupposeStep, when::always, say::k_step, say::h_step, 5),
    row(&[C::WhatIf], &[ENTER], Action::SupposeStep, when::on_heading, say::k_step, say::h_step_here, 0),
    row(&[C::WhatIf], &[ENTER], Action::Accept, when::on_item, say::k_go, say::h_go, 7),
    row(&[C::Walk], &[Stroke::char('f')], Action::Finish, when::draft, say::k_finish, say::h_finish, 17),
    row(&[C::Walk], &[Stroke::char('X')], Action::Export, when::walking, say::k_export, say::h_export, 17),
    row(&[C::Walk], &[Stroke::char('F')], Action::Reopen, when::reopen, say::k_reopen, say::h_reopen, 1),
    row(&[C::Walk], &[Stroke::char('H')], Action::Home, when::always, say::k_home, say::h_home, 15),
    row(LISTS, &[Stroke::char('j'), DOWN], Action::Down, when::always, say::k_down, say::h_down_list, 6),
    row(LISTS, &[Stroke::char('k'), UP], Action::Up, when::always, say::k_up, say::h_up_list, 7),
    row(PAGES, &[Stroke::char('j'), DOWN], Action::Down, when::always, say::k_down, say::h_down_page, 6),
    row(PAGES, &[Stroke::char('k'), UP], Action::Up, when::always, say::k_up, say::h_up_page, 7),
    row(
        &[C::Walk],
        &[PAGE_DOWN, Stroke::char(' '), Stroke::ctrl('f')],
        Action::PageDown,
        when::always,
        say::k_page_down,
        say::h_page_item,
        0,
    ),
    row(
        &[C::Walk],
        &[PAGE_UP, Stroke::ctrl('b')],
        Action::PageUp,
        when::always,
        say::k_page_up,
        say::h_page_item_up,
        0,
    ),
    row(
        PAGES,
        &[PAGE_DOWN, Stroke::char(' '), Stroke::ctrl('f')],
        Action::PageDown,
        when::always,
        say::k_page_down,
        say::h_page_down,
        8,
    ),
    row(PAGES, &[PAGE_UP, Stroke::ctrl('b')], Action::PageUp, when::always, say::k_page_up, say::h_page_up, 0),
    row(GOING, &[Stroke::char('g'), HOME], Action::First, when::always, say::k_first, say::h_first, 0),
    row(GOING, &[Stroke::char('G'), END], Action::Last, when::always, say::k_last, say::h_last, 0),
    row(ITEMS, &[TAB], Action::NextField, when::linked, say::k_next_item, say::h_next_item, 9),
    row(ITEMS, &[BACK_TAB], Action::PreviousField, when::linked, say::k_previous_item, say::h_previous_item, 0),
    row(ITEMS, &[ENTER], Action::Accept, when::linked, say::k_go, say::h_go, 1),
    row(&[C::Home], &[ENTER], Action::Accept, when::listed, say::k_open, say::h_open, 1),
    row(&[C::Home], &[Stroke::char('n')], Action::New, when::always, say::k_new, say::h_new, 2),
    row(&[C::Home], &[ENTER], Action::New, when::nothing_listed, say::k_new, say::h_new, 0),
    row(&[C::Home], &[Stroke::char('c')], Action::Carry, when::readable, say::k_carry, say::h_carry, 3),
    row(&[C::Home], &[Stroke::char('s')], Action::Sample, when::nothing_listed, say::k_sample, say::h_sample, 3),
    row(&[C::Home], &[Stroke::char('l'), RIGHT], Action::Right, when::older, say::k_older, say::h_older, 4),
    row(&[C::Home], &[Stroke::char('h'), LEFT], Action::Left, when::older, say::k_fold, say::h_newest, 0),
    row(&[C::Home], &[Stroke::char('z')], Action::FoldAll, when::listed, say::k_fold_all, say::h_older_all, 0),
    row(&[C::Home], &[Stroke::char('/')], Action::Filter, when::home_filter, say::k_filter, say::h_home_filter, 5),
    row(&[C::Home], &[ESC], Action::ClearFilter, when::filtered, say::k_all_teams, say::h_all_teams, 6),
    row(&[C::Home], &[Stroke::char('m'), Stroke::char(' ')], Action::Mark, when::readable, say::k_mark, say::h_mark, 7),
    row(&[C::Home], &[Stroke::char('C')], Action::Compare, when::readable, say::k_compare_two, say::h_compare_two, 8),
    row(&[C::Home], &[Stroke::char('T')], Action::Trend, when::readable, say::k_trend, say::h_trend, 9),
    row(&[C::Home], &[Stroke::char('P')], Action::Portfolio, when::some_team, say::k_portfolio, say::h_portfolio, 9),
    row(&[C::Home], &[Stroke::char('R')], Action::Report, when::readable, say::k_report, say::h_report, 10),
    row(&[C::Home], &[Stroke::char('M')], Action::Rename, when::readable, say::k_rename, say::h_rename, 11),
    row(&[C::Home], &[Stroke::char('x'), DELETE], Action::Remove, when::listed, say::k_delete, say::h_delete, 12),
    row(&[C::Home], &[Stroke::char('u')], Action::Undo, when::deleted, say::k_restore, say::h_restore, 4),
    row(&[C::HomeFilter], &[ENTER], Action::Done, when::always, say::k_keep_filter, say::h_keep_filter, 1),
    row(&[C::HomeFilter], &[ESC], Action::ClearFilter, when::always, say::k_all_teams, say::h_all_teams, 20),
    row(&[C::Delete], &[ENTER], Action::Accept, when::always, say::k_delete, say::h_delete_now, 1),
    row(&[C::Walk], &[Stroke::char('c')], Action::Compare, when::always, say::k_compare, say::h_compare, 11),
    row(&[C::Walk], &[Stroke::char('T')], Action::Trend, when::always, say::k_trend, say::h_trend, 11),
    row(&[C::Evidence], &[ENTER], Action::Accept, when::always, say::k_edit, say::h_edit, 1),
    row(&[C::Evidence], &[Stroke::char('a')], Action::Add, when::always, say::k_add, say::h_add, 2),
    row(&[C::Evidence], &[Stroke::char('x'), DELETE], Action::Remove, when::evidence, say::k_remove, say::h_remove, 3),
    row(&[C::Finish], &[ENTER], Action::Accept, when::always, say::k_make_final, say::h_make_final, 1),
    row(FOUND, &[DOWN], Action::Down, when::always, say::k_down, say::h_down_list, 2),
    row(FOUND, &[UP], Action::Up, when::always, say::k_up, say::h_up_list, 3),
    row(LONG, &[PAGE_DOWN], Action::PageDown, when::always, say::k_page_down, say::h_page_down, 0),
    row(LONG, &[PAGE_UP], Action::PageUp, when::always, say::k_page_up, say::h_page_up, 0),
    row(&[C::Find], &[ENTER], Action::Accept, when::always, say::k_go, say::h_go_found, 1),
    row(&[C::Palette], &[ENTER], Action::Accept, when::always, say::k_choose, say::h_choose_palette, 1),
    row(&[C::Filter], &[ENTER], Action::Accept, when::always, say::k_choose, say::h_choose_filter, 1),
    row(&[C::Milestone], &[ENTER], Action::Accept, when::always, say::k_go_on, say::h_way, 1),
    row(&[C::Reason], &[ENTER], Action::Accept, when::always, say::k_choose, say::h_choose, 1),
    row(&[C::Reason], &[Stroke::char('u')], Action::Until, when::always, say::k_until, say::h_until, 2),
    row(&[C::Prompt, C::EvidenceForm], &[ENTER], Action::Accept, when::always, say::k_keep, say::h_keep, 1),
    row(&[C::Form], &[ENTER], Action::Accept, when::always, say::k_enter_form, say::h_enter_form, 1),
    row(FIELDS, &[TAB, DOWN], Action::NextField, when::always, say::k_next_field, say::h_next_field, 2),
    row(FIELDS, &[BACK_TAB, UP], Action::PreviousField, when::always, say::k_previous_field, say::h_previous_field, 3),
    row(CHOSEN, &[LEFT], Action::Left, when::choice, say::k_choice_back, say::h_choice_back, 0),
    row(CHOSEN, &[RIGHT], Action::Right, when::choice, say::k_choice_ahead, say::h_choice_ahead, 0),
    row(&[C::Note], &[Stroke::ctrl('s')], Action::Done, when::always, say::k_done, say::h_done, 1),
    row(&[C::Note], &[ESC], Action::Close, when::always, say::k_draft, say::h_draft, 20),
    row(&[C::Form], &[Stroke::ctrl('s')], Action::Done, when::always, say::k_start, say::h_start, 4),
    row(&[C::Home], &[ESC], Action::Close, when::unfiltered, say::k_back, say::h_back, 0),
    row(&[C::Home], &[Stroke::char('q')], Action::Close, when::always, say::k_back, say::h_back, 20),
    row(BACK, &[ESC, Stroke::char('q')], Action::Close, when::always, say::k_back, say::h_back, 20),
    row(
        &[
            C::Prompt,
            C::EvidenceForm,
            C::Reason,
            C::Finish,
            C::Details,
            C::Form,
            C::Find,
            C::Palette,
            C::Filter,
            C::Delete,
        ],
        &[ESC],
        Action::Close,
        when::always,
        say::k_cancel,
        say::h_cancel,
        20,
    ),
    row(SHOWN, &[Stroke::char('L')], Action::Language, when::always, say::k_language, say::h_language, 16),
    row(ASKED, &[Stroke::char('?')], Action::Help, when::always, say::k_help, say::h_help, 18),
    row(&[C::Walk], &[Stroke::char('q')], Action::Quit, when::always, say::k_quit, say::h_quit, 19),
    row(&[C::Walk], &[ESC], Action::Close, when::dismiss, say::k_dismiss, say::h_dismiss, 0),
    row(&[C::Walk], &[ESC], Action::Close, when::back, say::k_back, say::h_back_to_page, 6),
    row(&C::ALL, &[Stroke::ctrl('c')], Action::Interrupt, when::always, say::k_interrupt, say::h_interrupt, 0),
    row(&C::ALL, &[Stroke::ctrl('z')], Action::Suspend, when::always, say::k_suspend, say::h_suspend, 0),
    row(&C::ALL, &[Stroke::ctrl('l')], Action::Redraw, when::always, say::k_redraw, say::h_redraw, 0),
];

const fn row(
    on: &'static [Context],
    keys: &'static [Stroke],
    action: Action,
    when: When,
    short: fn(Lang) -> &'static str,
    long: fn(Lang) -> &'static str,
    footer: u8,
) -> Row {
    Row { on, keys, action, when, short, long, footer }
}

/// The command that a stroke gives in `context`, and whether it may be taken; where it may not, why.
pub fn lookup(app: &App, context: Context, stroke: Stroke) -> Option<(Action, Offer)> {
    let mut refused = None;
    // An option's own letter is meant before all else on its item.
    if let Some(nth) = WORDED.contains(&context).then(|| when::letter(app, stroke)).flatten() {
        let offer = rows(context).find(|row| row.action == Action::Choose(nth)).map(|row| (row.when)(app, row));
        return Some((Action::Choose(nth), offer?));
    }
    for row in rows(context).filter(|row| app.keymap.keys(row, context).any(|key| key == stroke)) {
        match (row.when)(app, row) {
            Offer::Now => return Some((row.action, Offer::Now)),
            // That it would be otherwise is worth more than that it means nothing.
            offer @ Offer::Refused(_) => refused = Some((row.action, offer)),
            // A digit that chooses nothing may still begin a number.
            Offer::Never if matches!(row.action, Action::Choose(_)) => {}
            Offer::Never => refused = refused.or(Some((row.action, Offer::Never))),
        }
    }
    refused
}

/// The commands of a context, in the order of the table.
pub fn rows(context: Context) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| row.on.contains(&context))
}

#[cfg(test)]
mod tests;
