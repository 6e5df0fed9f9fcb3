//! Text as a terminal shows it: graphemes, display cells, wrapping, truncating, and cleaning of what users wrote.
//!
//! Every width here is in display cells, as `unicode-width` counts them: a Han character takes two.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The display cells that `text` takes on one line: the sum of its graphemes', which is how a screen is filled. The width
/// of the whole string can differ from that, where a joiner stands between graphemes that do not join.
pub fn width(text: &str) -> usize {
    if text.bytes().all(is_plain) {
        return text.len();
    }
    graphemes(text).map(|(_, cells)| cells).sum()
}

/// Whether a byte is a printable character of ASCII: one that takes one cell and joins no other of its like.
const fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~')
}

/// The graphemes of `text`, each with the display cells that it takes.
pub fn graphemes(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if let [first, after @ ..] = rest.as_bytes()
            && is_plain(*first)
            && after.first().is_none_or(|next| is_plain(*next))
        {
            let (grapheme, after) = rest.split_at_checked(1)?;
            rest = after;
            return Some((grapheme, 1));
        }
        let mut chars = rest.chars();
        let (first, next) = (chars.next()?, chars.next());
        // A page is measured several times over, and nearly all of it is of these: looking up whether they join, which
        // they never do, is what most of its time would go to.
        let known = alone(first).filter(|_| next.is_none_or(|next| alone(next).is_some()));
        let (length, cells) = match known {
            Some(cells) => (first.len_utf8(), cells),
            None => rest.graphemes(true).next().map(|grapheme| (grapheme.len(), grapheme.width()))?,
        };
        let (grapheme, after) = rest.split_at_checked(length)?;
        rest = after;
        Some((grapheme, cells))
    })
}

/// Whether every terminal gives a grapheme as many cells as [`width`] says: they differ over emoji and what is joined.
pub fn is_sure(grapheme: &str) -> bool {
    let mut chars = grapheme.chars();
    chars.next().is_some_and(|first| alone(first).is_some()) && chars.next().is_none()
}

/// The cells of a character that never joins another of its like into one grapheme: printable ASCII, Han, the punctuation
/// between Han, the marks and lines of the interface. `None` for any other.
const fn alone(c: char) -> Option<usize> {
    match c {
        ' '..='~' | '·' | '…' | '−' | '←'..='↓' | '─'..='╿' | '█' | '░' | '▸' | '▾' | '✓' | '✗' => {
            Some(1)
        }
        '、'..='】' | '\u{4e00}'..='\u{9fff}' | '！'..='～' => Some(2),
        _ => None,
    }
}

/// `text` without what would disturb a terminal: a tab becomes a space, CR LF and CR become LF, and every other control
/// character (ESC, bells, bidirectional overrides) goes. Line feeds stay.
pub fn sanitise(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| c != '\n' && disturbs(c)) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' => clean.push('\n'),
            '\t' => clean.push(' '),
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    clean.push('\n');
                }
            }
            c if disturbs(c) => {}
            c => clean.push(c),
        }
    }
    Cow::Owned(clean)
}

/// `text` on one line: cleaned, every run of white space (line feeds too) one space, none at the ends.
pub fn one_line(text: &str) -> String {
    flat(text).into_owned()
}

/// The same, borrowed where `text` is like that already.
pub fn flat(text: &str) -> Cow<'_, str> {
    let mut after_space = true;
    let is_flat = text.chars().all(|c| {
        let single = c != ' ' || !after_space;
        after_space = c == ' ';
        single && (c == ' ' || !c.is_whitespace() && !disturbs(c))
    });
    if is_flat && (text.is_empty() || !after_space) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(sanitise(text).split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether a character can disturb a terminal or make a line read as something else: controls, breaks of lines and paragraphs,
/// and what turns the direction of writing.
pub fn disturbs(c: char) -> bool {
    // Nearly every character is one of these.
    if matches!(c, ' '..='~' | '\u{4e00}'..='\u{9fff}') {
        return false;
    }
    // Bidirectional overrides and isolates can make a line read as something that is not in the file.
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' | '\u{2066}'..='\u{2069}')
}

/// Whether `text` could hold a character above ASCII, or DEL, that [`disturbs`]: a look at the bytes that begin such a
/// character, many times faster than a look at each character, and `true` for many texts that hold none.
pub fn may_disturb(text: &str) -> bool {
    text.bytes().fold(false, |may, byte| may | matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2))
}

/// The longest beginning of `text` that fits into `cells`, ending in `…` where something was cut off.
pub fn truncate(text: &str, cells: usize) -> Cow<'_, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    if cells == 0 {
        return Cow::Borrowed("");
    }
    let mut cut = String::new();
    let mut used = 0;
    for (grapheme, next) in graphemes(text) {
        if used + next + 1 > cells {
            break;
        }
        used += next;
        cut.push_str(grapheme);
    }
    cut.push('…');
    Cow::Owned(cut)
}

/// `text` cut to `cells` and filled with spaces to exactly `cells`.
pub fn pad(text: &str, cells: usize) -> String {
    let mut padded = truncate(text, cells).into_owned();
    let used = width(&padded);
    padded.extend(std::iter::repeat_n(' ', cells.saturating_sub(used)));
    padded
}

/// What becomes of a word that is longer than its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LongWords {
    /// It is broken inside.
    Broken,
    /// It stays whole, and so its line is longer: where lines are read aloud, a broken word is two.
    Whole,
}

/// `text` broken into lines of at most `cells`. Breaks at spaces and between Han characters, never before closing
/// punctuation; a word longer than a line is broken inside; a grapheme wider than a line is dropped. An empty text is one empty line.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    wrap_with(text, cells, LongWords::Broken)
}

/// The same, with a say in what becomes of words that are longer than a line.
pub fn wrap_with(text: &str, cells: usize, long: LongWords) -> Vec<String> {
    text.split('\n').flat_map(|line| wrap_line(line, cells, long)).collect()
}

fn wrap_line(line: &str, cells: usize, long: LongWords) -> Vec<String> {
    let shown = line.trim_end_matches(' ');
    if width(shown) <= cells {
        return vec![shown.to_owned()];
    }
    let mut lines = Vec::new();
    let mut current = String::new();
    let mut used = 0;
    for part in parts(line) {
        if used > 0 && used + part.shown > cells {
            finish(&mut lines, &mut current, &mut used);
        }
        if part.shown > cells && long == LongWords::Broken {
            for (grapheme, next) in graphemes(part.text) {
                if next > cells {
                    continue;
                }
                // Spaces after a word go with it, beyond the end of its line.
                if used + next > cells && grapheme != " " {
                    finish(&mut lines, &mut current, &mut used);
                }
                current.push_str(grapheme);
                used += next;
            }
        } else {
            current.push_str(part.text);
            used += part.cells;
        }
    }
    finish(&mut lines, &mut current, &mut used);
    lines
}

fn finish(lines: &mut Vec<String>, current: &mut String, used: &mut usize) {
    let kept = current.trim_end_matches(' ').len();
    current.truncate(kept);
    lines.push(std::mem::take(current));
    *used = 0;
}

/// `items` with `between` after each but the last, on lines of at most `cells`: an item goes to the next line as a whole,
/// if it fits into one. What is between two items stays with the first of them; only its spaces give way to a new line.
pub fn flow(items: &[String], between: &str, cells: usize, long: LongWords) -> String {
    let whole = items.join(between);
    if width(&whole) <= cells {
        return whole;
    }
    let mark = between.trim_end_matches(' ');
    let gap = between.len() - mark.len();
    let mut flowing = String::new();
    let mut used = 0;
    for (nth, item) in items.iter().enumerate() {
        let mark = if nth + 1 < items.len() { mark } else { "" };
        let tail = width(mark);
        let wide = width(item) + tail;
        if used > 0 && used + gap + wide > cells {
            flowing.push('\n');
            used = 0;
        } else if used > 0 {
            flowing.extend(std::iter::repeat_n(' ', gap));
            used += gap;
        }
        if wide > cells {
            // The next item goes on in its last line, which needs room for the mark.
            let last = |lines: &[String]| lines.last().map_or(0, |line| width(line)) + tail;
            let mut lines = wrap_with(item, cells, long);
            if last(&lines) > cells {
                lines = wrap_with(item, cells.saturating_sub(tail), long);
            }
            used = last(&lines);
            flowing.push_str(&lines.join("\n"));
        } else {
            used += wide;
            flowing.push_str(item);
        }
        flowing.push_str(mark);
    }
    flowing
}

/// The cells of the widest part of `text` that [`wrap`] does not break, where there is room for it.
pub fn least(text: &str) -> usize {
    text.split('\n').flat_map(parts).map(|part| part.shown).max().unwrap_or_default()
}

/// A part of a line that may be broken before and after it.
struct Part<'a> {
    text: &'a str,
    /// The cells that it takes.
    cells: usize,
    /// The cells that it takes without the spaces at its end.
    shown: usize,
}

/// The parts of a line between which it may be broken, trailing spaces kept with the part before them.
fn parts(line: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut rest, mut length) = (line, 0);
    let (mut cells, mut shown) = (0, 0);
    let mut before = None;
    for next in graphemes(line) {
        if before.is_some_and(|last| breaks_between(last, next))
            && let Some((text, after)) = rest.split_at_checked(length)
        {
            parts.push(Part { text, cells, shown });
            (rest, length) = (after, 0);
            (cells, shown) = (0, 0);
        }
        length += next.0.len();
        cells += next.1;
        if next.0 != " " {
            shown = cells;
        }
        before = Some(next);
    }
    if !rest.is_empty() {
        parts.push(Part { text: rest, cells, shown });
    }
    parts
}

/// Whether a line may be broken between two graphemes, each with its cells.
fn breaks_between((last, last_cells): (&str, usize), (next, next_cells): (&str, usize)) -> bool {
    // What stands between two parts of a sentence stays with the first.
    if matches!(next, " " | "·" | "→") {
        return false;
    }
    if last == " " {
        return true;
    }
    (last_cells > 1 || next_cells > 1) && !closes(next) && !opens(last)
}

fn closes(grapheme: &str) -> bool {
    matches!(
        grapheme,
        "，" | "。"
            | "、"
            | "；"
            | "："
            | "？"
            | "！"
            | "）"
            | "】"
            | "》"
            | "」"
            | "』"
            | "”"
            | "’"
            | "…"
            | "％"
            | ","
            | "."
            | ";"
            | ":"
            | "?"
            | "!"
            | ")"
            | "]"
            | "}"
            | "%"
    )
}

fn opens(grapheme: &str) -> bool {
    matches!(grapheme, "（" | "【" | "《" | "「" | "『" | "“" | "‘" | "(" | "[" | "{")
}

/// The name that is most like `word`, if one is alike enough to be what was meant.
pub fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // The name itself breaks ties, so that the answer does not depend on the order of a hash.
    let (distance, name) = names.into_iter().map(|name| (strsim::damerau_levenshtein(word, name), name)).min()?;
    (distance <= 1 + name.chars().count() / 4).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{
        LongWords, alone, disturbs, flow, graphemes, may_disturb, nearest, one_line, pad, sanitise, truncate, width,
        wrap, wrap_with,
    };
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;
    use unicode_width::UnicodeWidthStr;

    /// The graphemes of a text and their cells as Unicode has them.
    fn by_the_book(text: &str) -> Vec<(&str, usize)> {
        text.graphemes(true).map(|grapheme| (grapheme, grapheme.width())).collect()
    }

    #[test]
    fn every_character_that_is_said_to_stand_alone_does() {
        for c in ('\0'..=char::MAX).filter(|c| alone(*c).is_some()) {
            let text = format!("{c}{c}a{c}部");
            assert_eq!(graphemes(&text).collect::<Vec<_>>(), by_the_book(&text), "{c:?}");
        }
    }

    #[test]
    fn every_character_above_ascii_that_disturbs_is_seen_by_its_first_byte() {
        for c in ('\u{7f}'..=char::MAX).filter(|c| disturbs(*c)) {
            assert!(may_disturb(&format!("部{c}a")), "{c:?}");
        }
        assert!(!may_disturb("a, b\n部署，回滚 🚀"));
    }

    #[test]
    fn chinese_breaks_between_characters_but_not_before_punctuation() {
        assert_eq!(wrap("部署流程，回滚", 8), ["部署流", "程，回滚"]);
        assert_eq!(wrap("run the 部署 now", 9), ["run the", "部署 now"]);
    }

    #[test]
    fn a_long_word_is_broken_inside() {
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("abcdef  gh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("", 3), [""]);
        assert_eq!(wrap("a\n\nb", 3), ["a", "", "b"]);
    }

    #[test]
    fn a_long_word_that_is_read_aloud_stays_whole() {
        let whole = |text| wrap_with(text, 3, LongWords::Whole);
        assert_eq!(whole("abcdefgh ij"), ["abcdefgh", "ij"]);
        assert_eq!(whole("a abcdef  gh"), ["a", "abcdef", "gh"]);
        assert_eq!(whole("部署abcdef回滚"), ["部", "署", "abcdef", "回", "滚"]);
        let items = ["abcdefgh".to_owned(), "ij".to_owned()];
        assert_eq!(flow(&items, " · ", 4, LongWords::Whole), "abcdefgh ·\nij");
    }

    #[test]
    fn items_stay_whole_and_what_is_between_stays_with_the_first() {
        let items =
            ["部署文档".to_owned(), "in use".to_owned(), "a longer item than a line".to_owned(), "x".to_owned()];
        assert_eq!(flow(&items, " · ", 80, LongWords::Broken), "部署文档 · in use · a longer item than a line · x");
        assert_eq!(flow(&items, " · ", 14, LongWords::Broken), "部署文档 ·\nin use ·\na longer item\nthan a line ·\nx");
        assert_eq!(flow(&items, "；", 18, LongWords::Broken), "部署文档；in use；\na longer item than\na line；x");
    }

    #[test]
    fn control_characters_never_reach_the_terminal() {
        assert_eq!(sanitise("a\tb\r\nc\u{1b}[31m\u{202e}d"), "a b\nc[31md");
        assert_eq!(one_line("  a \n\t b\u{7} "), "a b");
    }

    #[test]
    fn a_cut_text_says_so() {
        assert_eq!(truncate("abcdef", 4), "abc…");
        assert_eq!(truncate("部署流程", 6), "部署…");
        assert_eq!(truncate("部署", 4), "部署");
        assert_eq!(pad("部署", 6), "部署  ");
    }

    #[test]
    fn a_near_name_is_found_and_a_far_one_is_not() {
        assert_eq!(nearest("critera", ["levels", "criteria"]), Some("criteria"));
        assert_eq!(nearest("colour", ["levels", "criteria"]), None);
    }

    proptest! {
        #[test]
        fn every_wrapped_line_fits_and_nothing_visible_is_lost(text in "[ a-z部署，。（）👩‍🚒e\u{301}\n]{0,60}", cells in 2usize..20) {
            // A grapheme that is wider than a line has nowhere to go.
            let cells = text.graphemes(true).map(width).max().unwrap_or_default().max(cells);
            let lines = wrap(&text, cells);
            for line in &lines {
                prop_assert!(width(line) <= cells, "{line:?} in {cells}");
            }
            let visible = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(visible(&lines.concat()), visible(&text));
        }

        #[test]
        fn graphemes_are_those_of_unicode(text in "([ -~部，（～]|\u{301}|\u{200d}|\u{fe0f}|\u{20e3}|👩|👧|🏽|🇩|🇪|ᄀ|\u{1161}|각|क|\u{94d}|\u{600}|か|\u{3099}|\u{e0100}|\r|\n|\u{1b}){0,16}") {
            prop_assert_eq!(graphemes(&text).collect::<Vec<_>>(), by_the_book(&text));
        }

        #[test]
        fn flowing_lines_fit_and_items_that_fit_are_whole(items in prop::collection::vec("[a-z部，。]{1,6}( [a-z部]{1,8}){0,3}", 1..8), cells in 5usize..40) {
            let flowing = flow(&items, " · ", cells, LongWords::Broken);
            for line in flowing.lines() {
                prop_assert!(width(line) <= cells, "{line:?} in {cells}");
                prop_assert!(!line.starts_with([' ', '·']) && !line.ends_with(' '), "{line:?}");
            }
            for item in items.iter().filter(|item| width(item) + 2 <= cells) {
                prop_assert!(flowing.contains(item.as_str()), "{item:?} in {flowing:?}");
            }
            let visible = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(visible(&flowing), visible(&items.join(" · ")));
        }

        #[test]
        fn padding_is_exact(text in "\\PC{0,30}", cells in 0usize..20) {
            prop_assert_eq!(width(&pad(&text, cells)), cells);
        }
    }
}
