//! Any keys on any screen at any size: nothing panics, and every line stays inside the screen.

use opsladder::i18n::Lang;
use proptest::prelude::*;

use crate::support_app::{draw, press, varied, walking};

const KEYS: &[&str] = &[
    "y",
    "p",
    "n",
    "a",
    "x",
    "v",
    "t",
    "e",
    "i",
    "o",
    "d",
    "r",
    "j",
    "k",
    "h",
    "l",
    "]",
    "[",
    "u",
    "<C-r>",
    "s",
    "P",
    "g",
    "G",
    "L",
    "?",
    "<Tab>",
    "<BackTab>",
    "<Enter>",
    "<Esc>",
    "<Up>",
    "<Down>",
    "<Left>",
    "<Right>",
    "<PgUp>",
    "<PgDn>",
    "<Home>",
    "<End>",
    "<Backspace>",
    "<Del>",
    "7",
    ".",
    "部",
    "👩‍🚒",
    "<C-u>",
    "<C-s>",
    "H",
    "f",
    "F",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_keys_at_no_size_break_a_screen(
        keys in proptest::collection::vec(proptest::sample::select(KEYS), 1..60),
        sizes in proptest::collection::vec((1u16..130, 1u16..45), 4),
        chinese in any::<bool>(),
    ) {
        let lang = if chinese { Lang::Zh } else { Lang::En };
        let mut app = walking(varied(), lang, (80, 24));
        for (nth, key) in keys.iter().enumerate() {
            if let Some(size) = sizes.get(nth % 9) {
                app.size = *size;
            }
            press(&mut app, key);
            let buffer = draw(&app);
            for row in buffer.area.rows() {
                let last = buffer.cell((row.right() - 1, row.y)).map_or(0, |cell| opsladder::text::width(cell.symbol()));
                prop_assert!(last <= 1, "a wide glyph is cut at the edge of {:?} after {key}", app.size);
            }
        }
    }
}
