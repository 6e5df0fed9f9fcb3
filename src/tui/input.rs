//! Terminal events to strokes of keys: one spelling for each key, whatever the terminal or input method makes of it.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A stroke of a key as bindings name it. Shift is part of a character, never a modifier of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stroke {
    /// The key.
    pub code: KeyCode,
    /// Held with Ctrl.
    pub ctrl: bool,
}

impl Stroke {
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
    use super::Stroke;
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

    #[test]
    fn releases_and_alt_are_dropped() {
        let mut release = KeyEvent::new(KeyCode::Char('y'), KeyModifiers::NONE);
        release.kind = KeyEventKind::Release;
        assert_eq!(Stroke::from_event(release), None);
        assert_eq!(Stroke::from_event(KeyEvent::new(KeyCode::Char('y'), KeyModifiers::ALT)), None);
    }
}
