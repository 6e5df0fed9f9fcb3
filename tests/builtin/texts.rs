//! What holds of the texts of every built-in checklist: their wording, and how their files are written.

use toml::{Table, Value};

/// One text of a checklist in one language, and where it stands (`criteria full-cicd guidance en`).
pub(crate) struct Text {
    pub(crate) place: String,
    pub(crate) language: String,
    pub(crate) words: String,
}

/// Every text of a checklist, in every language it has.
pub(crate) fn texts(checklist: &Table) -> Vec<Text> {
    fn walk(value: &Value, place: &str, found: &mut Vec<Text>) {
        match value {
            Value::Array(list) => {
                for (index, inner) in list.iter().enumerate() {
                    let name = inner.get("id").and_then(Value::as_str).map_or_else(|| index.to_string(), str::to_owned);
                    walk(inner, &format!("{place} {name}"), found);
                }
            }
            Value::Table(table) if table.contains_key("en") || table.contains_key("zh") => {
                for (language, text) in table {
                    found.push(Text {
                        place: format!("{place} {language}").trim_start().to_owned(),
                        language: language.clone(),
                        words: text.as_str().expect("a text is a string").to_owned(),
                    });
                }
            }
            Value::Table(table) => {
                for (key, inner) in table {
                    walk(inner, &format!("{place} {key}"), found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(&Value::Table(checklist.clone()), "", &mut found);
    found
}

/// How many sentences a text has; a full stop inside a number or a word ends none.
pub(crate) fn sentences(text: &str) -> usize {
    let mut following = text.chars().skip(1);
    text.chars()
        .filter(|c| {
            let next = following.next();
            matches!(c, '。' | '？' | '！') || (matches!(c, '.' | '?' | '!') && next.is_none_or(|next| next == ' '))
        })
        .count()
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Asserts of every text that it says something, in the signs of its language.
pub(crate) fn assert_wording(checklist: &Table) {
    for Text { place, language, words } in texts(checklist) {
        assert!(!words.is_empty() && words.trim() == words, "{place}: {words:?}");
        match language.as_str() {
            "en" => assert_english(&place, &words),
            _ => assert_chinese(&place, &words),
        }
    }
}

/// Plain ASCII, sentences joined by exactly one space.
fn assert_english(place: &str, words: &str) {
    assert!(words.chars().all(|c| c == ' ' || c.is_ascii_graphic()), "{place}: {words}");
    assert!(!words.contains("  "), "{place}: {words}");
    let chars: Vec<_> = words.chars().collect();
    for pair in chars.windows(2) {
        let glued = matches!(pair[0], '.' | '?' | '!' | ';' | ':' | ',') && pair[1].is_ascii_alphabetic();
        assert!(!glued, "{place}: {}{} in {words}", pair[0], pair[1]);
    }
}

/// Han with its own punctuation, without a space beside it.
fn assert_chinese(place: &str, words: &str) {
    assert!(words.chars().any(is_han), "{place}: {words}");
    for c in words.chars() {
        // Quotation marks, dashes and dots that are wide on one terminal and narrow on the next are kept out.
        let known = c == ' ' || c.is_ascii_graphic() || is_han(c) || "，。；：、？！（）《》".contains(c);
        assert!(known, "{place}: {c:?} in {words}");
    }
    let chars: Vec<_> = words.chars().collect();
    for pair in chars.windows(2) {
        let [left, right] = [pair[0], pair[1]];
        let half = |c| ",.;:?!()".contains(c);
        let mixed = (is_han(left) && half(right)) || (half(left) && is_han(right));
        assert!(!mixed, "{place}: half-width {left}{right} in {words}");
        let spaced = (left == ' ' && !right.is_ascii()) || (right == ' ' && !left.is_ascii());
        assert!(!spaced, "{place}: a space beside {left}{right} in {words}");
    }
}

/// Asserts of a file that it has no tabs, control characters, trailing spaces or overlong lines; an address and a pattern may be long.
pub(crate) fn assert_tidy(source: &str) {
    assert!(source.ends_with('\n') && !source.ends_with("\n\n"));
    for (index, line) in source.split('\n').enumerate() {
        let number = index + 1;
        assert!(!line.chars().any(char::is_control), "line {number}: {line:?}");
        assert_eq!(line.trim_end(), line, "line {number} ends in a space");
        let cells: usize = line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
        assert!(
            cells <= 120 || line.starts_with("url = ") || line.starts_with("matches = "),
            "line {number} is {cells} cells wide"
        );
    }
}
