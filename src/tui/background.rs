//! What is behind the text: the terminal is asked, and its answer told apart from what is typed.
//!
//! The answer comes among the keys, at any time or never, so nobody waits for it. `terminal-colorsaurus`, with which others
//! ask, reads the terminal itself and drops every key that comes before the answer; here crossterm reads on, and the answer
//! is picked out of its events. The colour in it is read by the crate that `terminal-colorsaurus` reads it with.

use std::time::{Duration, Instant};

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use xterm_color::Color;

use crate::style::Ground;

/// Asks for the background; what ends the question ends the answer of most terminals too.
pub(super) const QUESTION: &[u8] = b"\x1b]11;?\x07";
/// What an answer begins with after its Esc, up to where nobody could have typed it.
const HEAD: &str = "]11;r";
/// No colour is longer: `rgba:` and four numbers of four digits.
const LONGEST: usize = 24;
/// How soon what may be the beginning of an answer goes on, if it is one; and how soon a whole answer is there.
const GOES_ON: Duration = Duration::from_millis(50);
const IS_WHOLE: Duration = Duration::from_millis(500);
/// How soon most terminals answer, if they do. Until then nobody else should find the answer among their keys.
const ANSWERS: Duration = Duration::from_millis(300);
/// How long after the question an Esc may be the beginning of an answer that came in two pieces.
const COMES_IN_PIECES: Duration = Duration::from_secs(1);

/// Whether this terminal may be asked.
pub(super) fn may_be_asked() -> bool {
    cfg!(unix) && std::env::var("TERM").is_ok_and(|term| answers(&term))
}

/// Whether a terminal of this name answers, for all that is known: as `terminal-colorsaurus` has it in `quirks.rs`; the
/// Linux console does not either.
fn answers(term: &str) -> bool {
    !matches!(term, "" | "dumb" | "linux" | "Eterm" | "screen") && !term.starts_with("screen.")
}

/// Tells the terminal's answer apart from what is typed.
#[derive(Debug, Default)]
pub(super) struct Listener {
    /// When the question was put; `None` before that and once it is answered.
    asked: Option<Instant>,
    state: State,
}

#[derive(Debug, Default)]
enum State {
    #[default]
    Keys,
    /// What may be the beginning of an answer: Alt-], which Esc and `]` in one are, or the two apart. Since when.
    Perhaps(Vec<KeyEvent>, Instant),
    /// The colour in an answer, as far as it has come, and since when.
    Answer(String, Instant),
}

/// What came with an event.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Heard {
    /// What was typed, or came otherwise.
    pub(super) typed: Vec<Event>,
    /// What is behind the text, where the terminal says so.
    pub(super) ground: Option<Ground>,
}

impl Listener {
    /// The question was put.
    pub(super) fn asked(&mut self, now: Instant) {
        self.asked = Some(now);
    }

    /// How long the answer may still be on its way.
    pub(super) fn expects(&self, now: Instant) -> Option<Duration> {
        let left = (self.asked? + ANSWERS).saturating_duration_since(now);
        (!left.is_zero()).then_some(left)
    }

    /// How long what is held may still wait for the next event, if something is.
    pub(super) fn holds(&self, now: Instant) -> Option<Duration> {
        let State::Perhaps(_, since) = &self.state else { return None };
        Some((*since + GOES_ON).saturating_duration_since(now))
    }

    /// What was held and did not go on as an answer does.
    pub(super) fn overdue(&mut self, now: Instant) -> Vec<Event> {
        if self.holds(now).is_some_and(|left| left.is_zero()) { self.given_back() } else { Vec::new() }
    }

    /// Takes an event.
    pub(super) fn hear(&mut self, event: Event, now: Instant) -> Heard {
        let typed = |event| Heard { typed: vec![event], ground: None };
        let (Some(asked), Event::Key(key)) = (self.asked, &event) else {
            // What is only held keeps its place before what comes after it. A resize comes another way.
            let after = matches!((&self.state, &event), (State::Perhaps(..), Event::Mouse(_) | Event::Paste(_)));
            let before = if after { self.given_back() } else { Vec::new() };
            return Heard { typed: before.into_iter().chain([event]).collect(), ground: None };
        };
        let (key, character) = (*key, character(*key));
        match &mut self.state {
            State::Answer(colour, since) if now.duration_since(*since) < IS_WHOLE => match character {
                Some(c) if c.is_ascii_hexdigit() || "rgba:/".contains(c) => {
                    colour.push(c);
                    if colour.len() > LONGEST {
                        self.state = State::Keys;
                    }
                    Heard::default()
                }
                _ if ends(key) => {
                    let colour = Color::parse(colour.as_bytes()).ok();
                    *self = Self::default();
                    let light = |colour: Color| colour.perceived_lightness() > 0.5;
                    let ground = colour.map(|colour| if light(colour) { Ground::Light } else { Ground::Dark });
                    Heard { typed: Vec::new(), ground }
                }
                // The first half of an end, or a key that came between.
                _ if key.code == KeyCode::Esc => Heard::default(),
                _ => typed(event),
            },
            State::Perhaps(held, since) => {
                held.push(key);
                let begun: String = held.iter().filter_map(|key| self::character(*key)).collect();
                if character.is_none() || !HEAD.starts_with(&begun) {
                    // This one may begin an answer itself.
                    held.pop();
                    let before = self.given_back();
                    let Heard { mut typed, ground } = self.hear(event, now);
                    typed.splice(..0, before);
                    return Heard { typed, ground };
                }
                if begun == HEAD {
                    self.state = State::Answer("r".to_owned(), *since);
                }
                Heard::default()
            }
            State::Keys | State::Answer(..) if begins(key, now.duration_since(asked)) => {
                self.state = State::Perhaps(vec![key], now);
                Heard::default()
            }
            State::Keys | State::Answer(..) => {
                self.state = State::Keys;
                typed(event)
            }
        }
    }

    fn given_back(&mut self) -> Vec<Event> {
        match std::mem::take(&mut self.state) {
            State::Perhaps(held, _) => held.into_iter().map(Event::Key).collect(),
            State::Keys | State::Answer(..) => Vec::new(),
        }
    }
}

/// The character of a key, held with whatever but Ctrl.
fn character(key: KeyEvent) -> Option<char> {
    let KeyCode::Char(c) = key.code else { return None };
    (!key.modifiers.contains(KeyModifiers::CONTROL)).then_some(c)
}

/// Whether an answer may begin with a key.
fn begins(key: KeyEvent, after: Duration) -> bool {
    let alt_bracket = key.code == KeyCode::Char(']') && key.modifiers == KeyModifiers::ALT;
    alt_bracket || key.code == KeyCode::Esc && after < COMES_IN_PIECES
}

/// Whether an answer ends with a key: BEL is read as Ctrl-G, Esc and `\\` in one as Alt-\\.
fn ends(key: KeyEvent) -> bool {
    matches!(key.code, KeyCode::Char('\\')) || key == KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

    use super::{Heard, Listener, answers};
    use crate::style::Ground;

    const BEL: KeyEvent = KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL);
    const ESC: KeyEvent = KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE);

    fn alt(c: char) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(c), KeyModifiers::ALT)
    }

    fn plain(text: &str) -> Vec<KeyEvent> {
        text.chars().map(|c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)).collect()
    }

    /// One that has asked.
    fn asking() -> (Listener, Instant) {
        let (mut listener, now) = (Listener::default(), Instant::now());
        listener.asked(now);
        (listener, now)
    }

    /// What comes with keys that come at once.
    fn heard(listener: &mut Listener, keys: &[KeyEvent], now: Instant) -> (Vec<KeyEvent>, Option<Ground>) {
        let mut all = (Vec::new(), None);
        for key in keys {
            let Heard { typed, ground } = listener.hear(Event::Key(*key), now);
            all.0.extend(typed.iter().filter_map(Event::as_key_event));
            all.1 = all.1.or(ground);
        }
        all
    }

    #[test]
    fn an_answer_is_picked_out_of_what_is_typed_before_and_after_it_and_closely_around_it() {
        for (colour, ground) in [
            ("rgb:ffff/ffff/ffff", Ground::Light),
            ("rgb:fd/f6/e3", Ground::Light),
            ("rgb:0000/2b2b/3636", Ground::Dark),
            ("rgba:0000/0000/0000/cccc", Ground::Dark),
        ] {
            for end in [&[BEL][..], &[alt('\\')], &[ESC, plain("\\")[0]]] {
                for start in [&[alt(']')][..], &[ESC, plain("]")[0]]] {
                    let (mut listener, now) = asking();
                    let keys = [&plain("y1"), start, &plain("11;"), &plain(colour), end, &plain("11;n"), &[alt(']')]];
                    let expected = [plain("y111;n"), vec![alt(']')]].concat();
                    assert_eq!(heard(&mut listener, &keys.concat(), now), (expected, Some(ground)), "{colour}");
                }
            }
        }
    }

    #[test]
    fn what_only_begins_like_an_answer_is_given_back_in_order() {
        let (mut listener, now) = asking();
        let keys = [vec![ESC, ESC, alt(']')], plain("112"), vec![ESC], plain("]n")].concat();
        assert_eq!(heard(&mut listener, &keys, now), (keys, None));

        let keys = [vec![ESC], plain("]1")].concat();
        assert_eq!(heard(&mut listener, &keys, now), (Vec::new(), None));
        assert_eq!(listener.overdue(now), []);
        let later = now + Duration::from_millis(50);
        assert_eq!(listener.holds(later), Some(Duration::ZERO));
        assert_eq!(listener.overdue(later), keys.iter().copied().map(Event::Key).collect::<Vec<_>>());
        assert_eq!(listener.holds(later), None);
    }

    #[test]
    fn the_mouse_and_the_answer_do_not_disturb_each_other() {
        let click = Event::Mouse(MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left),
            column: 1,
            row: 1,
            modifiers: KeyModifiers::NONE,
        });
        let (mut listener, now) = asking();
        // Esc and a click at once: neither waits, nor do they change places.
        assert_eq!(heard(&mut listener, &[ESC], now), (Vec::new(), None));
        assert_eq!(listener.hear(click.clone(), now).typed, [Event::Key(ESC), click.clone()]);
        assert_eq!(listener.holds(now), None);
        // One that is reported while an answer comes in pieces waits for nothing, and the answer is heard.
        let keys = [vec![alt(']')], plain("11;rgb:ffff/")].concat();
        assert_eq!(heard(&mut listener, &keys, now), (Vec::new(), None));
        assert_eq!(listener.hear(click.clone(), now).typed, [click]);
        let keys = [plain("ffff/ffff"), vec![BEL]].concat();
        assert_eq!(heard(&mut listener, &keys, now), (Vec::new(), Some(Ground::Light)));
    }

    #[test]
    fn no_key_waits_where_nothing_was_asked_or_long_after_it() {
        let now = Instant::now();
        let keys = [vec![ESC, alt(']')], plain("11;rgb:0/0/0"), vec![BEL]].concat();
        assert_eq!(heard(&mut Listener::default(), &keys, now), (keys, None));
        let (mut listener, now) = asking();
        let later = now + Duration::from_secs(1);
        assert_eq!(heard(&mut listener, &[ESC], later), (vec![ESC], None));
        // An answer that is late is one all the same.
        let keys = [vec![alt(']')], plain("11;rgb:0/0/0"), vec![BEL]].concat();
        assert_eq!(heard(&mut listener, &keys, later), (Vec::new(), Some(Ground::Dark)));
    }

    #[test]
    fn an_answer_that_breaks_off_holds_nothing_up() {
        let (mut listener, now) = asking();
        let keys = [vec![alt(']')], plain("11;rgb:ffff/")].concat();
        assert_eq!(heard(&mut listener, &keys, now), (Vec::new(), None));
        let later = now + Duration::from_millis(500);
        assert_eq!(heard(&mut listener, &plain("f"), later), (plain("f"), None));
        // Nor does one that says nothing.
        let keys = [vec![alt(']')], plain("11;rgb:/"), vec![BEL]].concat();
        assert_eq!(heard(&mut listener, &keys, later), (Vec::new(), None));
        assert_eq!(listener.expects(later), None);
    }

    #[test]
    fn terminals_that_do_not_answer_are_not_asked() {
        for term in ["", "dumb", "linux", "screen", "screen.xterm-256color"] {
            assert!(!answers(term), "{term:?}");
        }
        assert!(answers("xterm-256color") && answers("screen-256color"));
    }
}
