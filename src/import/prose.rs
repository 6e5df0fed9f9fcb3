//! Texts as they are taken over: cleaned, links of Markdown told apart, a long one with a title of its own.

use super::Cited;
use crate::text::{one_line, sanitise};

/// The most characters of a title; what is longer becomes guidance, and the title is its beginning.
const LONGEST: usize = 120;

/// A text of one or more lines without what would disturb a terminal and without blanks at the ends.
pub(super) fn clean(text: &str) -> String {
    let text = sanitise(text);
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

/// The lines of a paragraph that was broken to a width, joined; paragraphs stay.
pub(super) fn unfolded(text: &str) -> String {
    let text = clean(text);
    let paragraphs = text.split("\n\n").map(one_line).filter(|one| !one.is_empty());
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// A text without its links, and the links: one in brackets of its own goes, of any other its label stays.
pub(super) fn unlinked(text: &str) -> (String, Vec<Cited>) {
    let (mut plain, mut links) = (String::with_capacity(text.len()), Vec::new());
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('[') {
        let found = from.split_once("](").and_then(|(label, after)| {
            let (url, after) = after.split_once(')')?;
            let is_link = !label.contains(['[', '\n']) && url.starts_with("http") && !url.contains(char::is_whitespace);
            is_link.then_some((label, url, after))
        });
        let Some((label, url, after)) = found else {
            plain.push_str(before);
            plain.push('[');
            rest = from;
            continue;
        };
        links.push(Cited::Page { title: one_line(label), url: url.to_owned() });
        let alone = before.strip_suffix('(').zip(after.strip_prefix(')'));
        if let Some((before, after)) = alone {
            plain.push_str(before.trim_end());
            rest = after;
        } else {
            plain.push_str(before);
            plain.push_str(label);
            rest = after;
        }
    }
    plain.push_str(rest);
    (plain.trim().to_owned(), links)
}

/// A title for a text, and whether it is less than the whole: the first sentence, or as many words as go.
pub(super) fn titled(text: &str) -> (String, bool) {
    let line = one_line(text);
    if line.chars().count() <= LONGEST {
        return (line, text.trim().contains('\n') && text.trim().lines().count() > 1);
    }
    let ends = line.char_indices().filter(|(at, c)| {
        let after = line.get(at + c.len_utf8()..).unwrap_or_default();
        "。！？；".contains(*c) || ".!?;".contains(*c) && after.starts_with(' ')
    });
    let room = |at: usize| line.get(..at).map_or(0, |start| start.chars().count());
    let sentence = ends.map(|(at, _)| at).take_while(|at| room(*at) <= LONGEST).find(|at| room(*at) >= 20);
    if let Some(at) = sentence {
        return (line.get(..at).unwrap_or_default().to_owned(), true);
    }
    let cut: usize = line.chars().take(LONGEST - 1).map(char::len_utf8).sum();
    let start = line.get(..cut).unwrap_or_default();
    let start = start.rsplit_once(' ').filter(|(words, _)| words.len() > cut / 2).map_or(start, |(words, _)| words);
    (format!("{}…", start.trim_end_matches([',', ';', ':', '，', '、'])), true)
}

#[cfg(test)]
mod tests {
    use super::{Cited, titled, unlinked};

    #[test]
    fn links_are_told_apart() {
        let (plain, links) = unlinked("Keep secrets. ([C1](https://a.example/x)) See [here](https://b.example), [1].");
        assert_eq!(plain, "Keep secrets. See here, [1].");
        let page = |title: &str, url: &str| Cited::Page { title: title.to_owned(), url: url.to_owned() };
        assert_eq!(links, [page("C1", "https://a.example/x"), page("here", "https://b.example")]);
    }

    #[test]
    fn a_long_text_gets_a_title() {
        assert_eq!(titled("Short."), ("Short.".to_owned(), false));
        let long = format!("Alerts reach a person in time. {}", "And more of it. ".repeat(20));
        assert_eq!(titled(&long), ("Alerts reach a person in time".to_owned(), true));
        let endless = "word ".repeat(60);
        let (title, cut) = titled(&endless);
        assert!(cut && title.ends_with("word…") && title.chars().count() <= 120, "{title}");
        assert_eq!(titled(&"字".repeat(300)).0.chars().count(), 120);
    }
}
