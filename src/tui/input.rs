//! Terminal events to strokes of keys: one spelling for each key, whatever the terminal or input method makes of it.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::text;

/// A stroke of a key as bindings name it. Shift is part of a character, never a modifier of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stroke {
    /// The key.
    pub code: KeyCode,
    /// Held with Ctrl.
    pub ctrl: bool,
}

impl Stroke {
    /// The keys that have a name of their own.
    pub const NAMED: [Self; 16] = [
        Self::char(' '),
        Self::code(KeyCode::Enter),
        Self::code(KeyCode::Esc),
        Self::code(KeyCode::Tab),
        Self::code(KeyCode::BackTab),
        Self::code(KeyCode::Backspace),
        Self::code(KeyCode::Delete),
        Self::code(KeyCode::Insert),
        Self::code(KeyCode::Up),
        Self::code(KeyCode::Down),
        Self::code(KeyCode::Left),
        Self::code(KeyCode::Right),
        Self::code(KeyCode::PageUp),
        Self::code(KeyCode::PageDown),
        Self::code(KeyCode::Home),
        Self::code(KeyCode::End),
    ];

    /// A character key.
    pub const fn char(c: char) -> Self {
        Self { code: KeyCode::Char(c), ctrl: false }
    }

    /// Ctrl and a lower-case letter.
    pub const fn ctrl(c: char) -> Self {
        Self { code: KeyCode::Char(c), ctrl: true }
    }

    /// A key without a character.
    pub const fn code(code: KeyCode) -> Self {
        Self { code, ctrl: false }
    }

    /// The digit that it types.
    pub fn digit(self) -> Option<usize> {
        let KeyCode::Char(c) = self.code else { return None };
        c.to_digit(10).filter(|_| !self.ctrl).and_then(|digit| usize::try_from(digit).ok())
    }

    /// The key that people name so, as [`Stroke::name`] does; large and small letters are alike where they are no key of their
    /// own. `None` if there is none, or none that terminals tell apart from another.
    pub fn parse(name: &str) -> Option<Self> {
        let mut characters = name.chars();
        if let (Some(c), None) = (characters.next(), characters.next()) {
            let c = half_width(c);
            let seen = !c.is_control() && !c.is_whitespace() && text::width(name) > 0;
            return seen.then_some(Self::char(c));
        }
        let name = name.to_ascii_lowercase();
        if let Some(letter) = name.strip_prefix("ctrl-") {
            let mut letters = letter.chars();
            // Tab and Enter are Ctrl-I and Ctrl-M.
            let letter = letters.next().filter(|c| c.is_ascii_lowercase() && !matches!(c, 'i' | 'm'))?;
            return letters.next().is_none().then_some(Self::ctrl(letter));
        }
        let (shift, unshifted) = name.strip_prefix("shift-").map_or((0, name.as_str()), |rest| (12, rest));
        if let Some(nth) = unshifted.strip_prefix('f').and_then(|nth| nth.parse::<u8>().ok()) {
            return (1..=12).contains(&nth).then_some(Self::code(KeyCode::F(nth + shift)));
        }
        Self::NAMED.into_iter().find(|key| key.name().eq_ignore_ascii_case(&name))
    }

    /// The character with which somebody begins to type a number.
    pub fn begins_number(self) -> Option<char> {
        let KeyCode::Char(c) = self.code else { return None };
        (!self.ctrl && (c.is_ascii_digit() || c == '.' || c == '-')).then_some(c)
    }

    /// The character with which somebody begins to type a target.
    pub fn begins_target(self) -> Option<char> {
        let KeyCode::Char(c) = self.code else { return None };
        matches!(c, '<' | '>').then_some(c)
    }

    /// The stroke of a terminal event; `None` for releases and for keys with Alt or Super, which nothing is bound to.
    pub fn from_event(event: KeyEvent) -> Option<Self> {
        let foreign = KeyModifiers::ALT | KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META;
        if event.kind == KeyEventKind::Release || event.modifiers.intersects(foreign) {
            return None;
        }
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let code = match event.code {
            KeyCode::Char(c) if ctrl => KeyCode::Char(c.to_ascii_lowercase()),
            KeyCode::Char(c) => KeyCode::Char(half_width(c)),
            // Older terminals have no Shift for these, and name them by the twelve that follow.
            KeyCode::F(n @ 1..=12) if event.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::F(n + 12),
            other => other,
        };
        Some(Self { code, ctrl })
    }

    /// The terminal event that it is the stroke of.
    pub fn event(self) -> KeyEvent {
        KeyEvent::new(self.code, if self.ctrl { KeyModifiers::CONTROL } else { KeyModifiers::NONE })
    }

    /// The key's name for people: `y`, `Ctrl-R`, `Enter`.
    pub fn name(self) -> String {
        match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(c) if self.ctrl => format!("Ctrl-{}", c.to_ascii_uppercase()),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::Up => "Up".to_owned(),
            KeyCode::Down => "Down".to_owned(),
            KeyCode::Left => "Left".to_owned(),
            KeyCode::Right => "Right".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            KeyCode::BackTab => "Shift-Tab".to_owned(),
            KeyCode::Delete => "Del".to_owned(),
            // What terminals without Shift in their reports send for F13 and above.
            KeyCode::F(n @ 13..) => format!("Shift-F{}", n - 12),
            KeyCode::F(n) => format!("F{n}"),
            other => format!("{other:?}"),
        }
    }
}

/// The half-width form of a character that a Chinese input method may have made full-width, so that commands work
/// without switching the input method off.
fn half_width(c: char) -> char {
    match c {
        '【' => '[',
        '】' => ']',
        '？' => '?',
        '。' => '.',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Stroke, half_width};
    use proptest::prelude::*;
    use proptest::sample::select;
    use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

    #[test]
    fn one_key_has_one_spelling() {
        let shifted = KeyEvent::new(KeyCode::Char('P'), KeyModifiers::SHIFT);
        assert_eq!(Stroke::from_event(shifted), Some(Stroke::char('P')));
        let full_width = KeyEvent::new(KeyCode::Char('ｙ'), KeyModifiers::NONE);
        assert_eq!(Stroke::from_event(full_width), Some(Stroke::char('y')));
        let bracket = KeyEvent::new(KeyCode::Char('】'), KeyModifiers::NONE);
        assert_eq!(Stroke::from_event(bracket), Some(Stroke::char(']')));
        let control = KeyEvent::new(KeyCode::Char('R'), KeyModifiers::CONTROL | KeyModifiers::SHIFT);
        assert_eq!(Stroke::from_event(control), Some(Stroke::ctrl('r')));
    }

    proptest! {
        #[test]
        fn every_key_is_read_by_its_name(key in prop_oneof![
            select(&Stroke::NAMED[..]),
            any::<char>().prop_map(Stroke::char),
            select("abcdefghjklnopqrstuvwxyz".chars().collect::<Vec<_>>()).prop_map(Stroke::ctrl),
            (1u8..=24).prop_map(|nth| Stroke::code(KeyCode::F(nth))),
        ]) {
            let KeyCode::Char(c) = key.code else {
                prop_assert_eq!(Stroke::parse(&key.name()), Some(key));
                return Ok(());
            };
            // What nobody sees is not typed; what an input method makes wide is the key itself.
            let seen = !c.is_control() && !c.is_whitespace() && crate::text::width(&key.name()) > 0;
            let seen = seen || key == Stroke::char(' ');
            let key = if key.ctrl { key } else { Stroke::char(half_width(c)) };
            prop_assert_eq!(Stroke::parse(&key.name()), seen.then_some(key));
        }

        #[test]
        fn any_name_is_read_or_refused(name in "(?i)(ctrl-|shift-|alt-|f|pg)?\\PC{0,3}") {
            if let Some(key) = Stroke::parse(&name) {
                prop_assert_eq!(Stroke::parse(&key.name()), Some(key));
            }
        }
    }

    #[test]
    fn what_terminals_do_not_tell_apart_has_no_name() {
        for name in
            ["", " ", "Ctrl-I", "ctrl-m", "Ctrl-", "Ctrl-Up", "Alt-x", "Shift-a", "F0", "F13", "Fx", "Null", "\u{7}"]
        {
            assert_eq!(Stroke::parse(name), None, "{name:?}");
        }
        assert_eq!(Stroke::parse("pgdn"), Some(Stroke::code(KeyCode::PageDown)));
        assert_eq!(Stroke::parse("？"), Some(Stroke::char('?')));
    }

    #[test]
    fn releases_and_alt_are_dropped() {
        let mut release = KeyEvent::new(KeyCode::Char('y'), KeyModifiers::NONE);
        release.kind = KeyEventKind::Release;
        assert_eq!(Stroke::from_event(release), None);
        assert_eq!(Stroke::from_event(KeyEvent::new(KeyCode::Char('y'), KeyModifiers::ALT)), None);
    }
}
