//! Which keys a command has: those of the table of commands, or those that the user set in `config.toml`.

use std::ops::Range;

use ratatui::crossterm::event::KeyCode;

use super::action::{self, Action, Context, Row, TABLE, When};
use super::input::Stroke;
use super::when;
use crate::diagnostic::Diagnostic;
use crate::i18n::{Text, say};
use crate::settings::Bound;
use crate::text::{nearest, one_line};

/// The keys of every command.
#[derive(Clone, Debug, Default)]
pub struct Keymap {
    /// What the user set, by the names of commands.
    own: Vec<(&'static str, Vec<Stroke>)>,
}

/// A key that the user gave to a command.
struct Given<'a> {
    command: &'static str,
    key: Stroke,
    by: &'a Bound,
    at: &'a Range<usize>,
}

impl Keymap {
    /// What the user set, and everything that is wrong with it.
    pub fn new(bound: &[Bound]) -> (Self, Vec<Diagnostic>) {
        let (mut problems, mut given) = (Vec::new(), Vec::new());
        let mut keymap = Self::default();
        for by in bound {
            let mut names = TABLE.iter().filter(|row| settable(row)).map(|row| row.action.name());
            let Some(command) = names.find(|name| *name == by.command) else {
                problems.push(unknown_command(by));
                continue;
            };
            if by.keys.is_empty() {
                problems.push(Diagnostic::new(by.at.clone(), say::no_keys(command)).hint(say::no_keys_hint()));
            }
            let before = given.len();
            for (name, at) in &by.keys {
                match Stroke::parse(name) {
                    Some(key) if is_kept(key) || is_typed(key) => problems
                        .push(Diagnostic::new(at.clone(), say::fixed_key(key.name())).hint(say::fixed_key_hint())),
                    Some(key) => given.push(Given { command, key, by, at }),
                    None => problems.push(unknown_key(name, at)),
                }
            }
            keymap.own.push((command, given.iter().skip(before).map(|given| given.key).collect()));
        }
        problems.extend((0..given.len()).flat_map(|nth| keymap.clashes(&given, nth)));
        (keymap, problems)
    }

    /// The keys of a command in a context, the one to name first. Where text is typed they cannot be set.
    pub fn keys(&self, row: &'static Row, context: Context) -> impl Iterator<Item = Stroke> {
        let own = self.own.iter().find(|(command, _)| *command == row.action.name());
        let own = own.filter(|_| !context.takes_text());
        let kept = row.keys.iter().filter(move |key| own.is_none() || is_kept(**key));
        own.into_iter().flat_map(|(_, keys)| keys).chain(kept).copied()
    }

    /// The names of a command's keys, with something between them.
    pub fn names(&self, row: &'static Row, context: Context, between: &str) -> String {
        self.keys(row, context).map(Stroke::name).collect::<Vec<_>>().join(between)
    }

    /// The name of the key that does something where commands are, as messages name it.
    pub fn name(&self, action: Action) -> String {
        let key = |row: &'static Row| {
            let context = row.on.iter().find(|context| !context.takes_text())?;
            self.keys(row, *context).next()
        };
        TABLE.iter().find(|row| row.action == action).and_then(key).map(Stroke::name).unwrap_or_default()
    }

    /// The other commands that have a key of a user's too, where both might be taken; of two of the user's it is the later one
    /// that clashes.
    fn clashes(&self, given: &[Given<'_>], nth: usize) -> Vec<Diagnostic> {
        let Some(Given { command, key, by, at }) = given.get(nth) else { return Vec::new() };
        let mut found: Vec<(&str, Diagnostic)> = Vec::new();
        for context in Context::ALL.into_iter().filter(|context| !context.takes_text()) {
            for row in action::rows(context).filter(|row| row.action.name() == *command) {
                for other in action::rows(context).filter(|other| !are_told_apart(row, other)) {
                    let another = other.action.name();
                    let earlier = given.iter().position(|one| one.command == another && one.key == *key);
                    if !self.keys(other, context).any(|own| own == *key)
                        || earlier.is_some_and(|earlier| earlier > nth)
                        || found.iter().any(|(command, _)| *command == another)
                    {
                        continue;
                    }
                    let message =
                        Text::each(|lang| say::keys_clash(lang, key.name(), command, another, context.title(lang)));
                    let hint = match earlier.and_then(|earlier| given.get(earlier)) {
                        Some(earlier) => say::keys_clash_hint(another, earlier.by.line, by.line),
                        None => say::key_is_taken_hint(another),
                    };
                    found.push((another, Diagnostic::new((*at).clone(), message).hint(hint)));
                }
            }
        }
        found.into_iter().map(|(_, problem)| problem).collect()
    }
}

/// Whether two commands may share a key: they do the same, or it is never both of them that may be taken, which the table
/// says by having them share one.
fn are_told_apart(one: &Row, other: &Row) -> bool {
    let always = |row: &Row| std::ptr::fn_addr_eq(row.when, when::always as When);
    let share = || one.keys.iter().any(|key| other.keys.contains(key));
    one.action == other.action || !always(one) && !always(other) && share()
}

/// Whether the keys of a command can be set: somewhere it is taken where no text is typed.
pub fn settable(row: &Row) -> bool {
    row.action != Action::Interrupt && row.on.iter().any(|context| !context.takes_text())
}

/// Whether a key means the same, whatever is set.
fn is_kept(key: Stroke) -> bool {
    matches!(key.code, KeyCode::Enter | KeyCode::Esc) || key == Stroke::ctrl('c')
}

/// Whether a key begins what is typed, or chooses by its number.
fn is_typed(key: Stroke) -> bool {
    key.begins_number().or(key.begins_target()).is_some()
}

fn unknown_command(by: &Bound) -> Diagnostic {
    let mut names: Vec<&str> = TABLE.iter().filter(|row| settable(row)).map(|row| row.action.name()).collect();
    names.sort_unstable();
    names.dedup();
    let hint = match nearest(&by.command.to_lowercase(), names.iter().copied()) {
        Some(name) => say::did_you_mean(name),
        None => say::unknown_word_hint(names.join(", ")),
    };
    Diagnostic::new(by.at.clone(), say::unknown_command(one_line(&by.command))).hint(hint)
}

fn unknown_key(name: &str, at: &Range<usize>) -> Diagnostic {
    let names = Stroke::NAMED.map(Stroke::name);
    let hint = match nearest(name, names.iter().map(String::as_str)) {
        Some(name) if name.len() > 2 => say::did_you_mean(name),
        _ => say::unknown_stroke_hint(names.join(", ")),
    };
    Diagnostic::new(at.clone(), say::unknown_stroke(one_line(name))).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::{Keymap, are_told_apart, settable};
    use crate::i18n::Lang;
    use crate::settings::Bound;
    use crate::tui::action::{Action, Context, TABLE, rows};

    fn bound(all: &[(&str, &[&str])]) -> Vec<Bound> {
        let one = |(nth, (command, keys)): (usize, &(&str, &[&str]))| Bound {
            command: (*command).to_owned(),
            at: nth..nth,
            line: nth + 1,
            keys: keys.iter().map(|key| ((*key).to_owned(), nth..nth)).collect(),
        };
        all.iter().enumerate().map(one).collect()
    }

    fn problems(all: &[(&str, &[&str])]) -> Vec<String> {
        let (_, problems) = Keymap::new(&bound(all));
        problems.iter().map(|problem| problem.message.get(Lang::En).to_owned()).collect()
    }

    #[test]
    fn a_key_means_one_thing_in_a_context() {
        let keymap = Keymap::default();
        for context in Context::ALL {
            for (nth, row) in rows(context).enumerate() {
                for other in rows(context).skip(nth + 1).filter(|other| !are_told_apart(row, other)) {
                    let shared = keymap.keys(row, context).find(|key| other.keys.contains(key));
                    assert_eq!(shared, None, "{context:?}: {row:?} {other:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_set_takes_the_place_of_what_was_there_but_for_enter_and_escape() {
        let (keymap, problems) = Keymap::new(&bound(&[("close", &["Backspace", "F10"]), ("page-down", &["Ctrl-N"])]));
        assert_eq!(problems, []);
        let names = |action, context| {
            let mut all = rows(context).filter(|row| row.action == action);
            keymap.names(all.next().expect("it has one"), context, " ")
        };
        assert_eq!(names(Action::Close, Context::Score), "Backspace F10 Esc");
        assert_eq!(names(Action::Close, Context::Form), "Esc", "text is typed there");
        assert_eq!(names(Action::PageDown, Context::Walk), "Ctrl-N");
        assert_eq!(names(Action::PageDown, Context::Find), "PgDn");
        assert_eq!(names(Action::PageUp, Context::Walk), "PgUp Ctrl-B");
    }

    #[test]
    fn keys_can_change_places() {
        assert_eq!(problems(&[("note", &["e"]), ("evidence", &["i"])]), [""; 0]);
        // What is never both possible can share a key that the user chooses too.
        assert_eq!(
            problems(&[("right", &["Tab"]), ("links", &["Tab"]), ("switch-pane", &["W"]), ("next-field", &["n"])]),
            [""; 0]
        );
    }

    #[test]
    fn two_commands_that_might_both_be_taken_do_not_share_a_key() {
        let taken = problems(&[("note", &["e"])]);
        assert_eq!(taken, ["`e` would be both `note` and `evidence` (Walk)"]);
        let both = problems(&[("note", &["W"]), ("undo", &["W", "u"])]);
        assert_eq!(both, ["`W` would be both `undo` and `note` (Walk)"]);
    }

    #[test]
    fn every_command_can_be_given_a_key_and_has_a_name_of_its_own_where_it_is_taken() {
        for row in TABLE.iter().filter(|row| settable(row)) {
            let name = row.action.name();
            let others = row.on.iter().flat_map(|context| rows(*context)).filter(|other| other.action != row.action);
            assert_eq!(others.filter(|other| other.action.name() == name).count(), 0, "{name}");
            assert_eq!(problems(&[(name, &["F9"])]), [""; 0], "{name}");
        }
    }
}
