//! Markdown: task lists and tables under headings.
//!
//! A heading that names a level (`Level 1: Basics`, `二级`) gives its level to what is below it, any other is an area; points
//! below a heading that speaks of deliverables are those.

use super::fields::Wish;
use super::prose::{clean, titled, unlinked};
use super::sheet::{Row, Sheet, are_columns, level_of};
use super::{At, Found, Item, Name, Skipped, What};
use crate::error::Result;
use crate::i18n::say;
use crate::text::one_line;

/// What the task lists and tables of a document hold.
///
/// # Errors
///
/// A column that is wished for is in none of its tables.
pub(super) fn read(shown: &str, text: &str, wishes: &[Wish]) -> Result<Found> {
    let mut reader = Reader { shown, wishes, found: Found::default(), above: Vec::new(), loose: None, open: None };
    let lines: Vec<&str> = text.lines().collect();
    let (mut fence, mut comment) = (None, false);
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let number = at + 1;
        let start = line.trim_start();
        at += 1;
        if let Some(mark) = fence {
            fence = Some(mark).filter(|mark| !start.starts_with(mark));
            continue;
        }
        if comment || start.starts_with("<!--") {
            comment = !line.contains("-->");
            continue;
        }
        fence = ["```", "~~~"].into_iter().find(|mark| start.starts_with(mark));
        if fence.is_some() {
            continue;
        }
        if let Some((depth, title)) = heading(line) {
            reader.heading(depth, title);
        } else if start.contains('|') && lines.get(at).is_some_and(|next| is_ruler(next)) {
            let rows = lines.iter().skip(at + 1).take_while(|line| line.contains('|')).count();
            let rest: Vec<(usize, &str)> =
                (at + 1..at + 1 + rows).filter_map(|row| Some((row + 1, *lines.get(row)?))).collect();
            reader.table(number, line, &rest)?;
            at += 1 + rows;
        } else {
            reader.line(number, line);
        }
    }
    Ok(reader.done())
}

struct Reader<'a> {
    shown: &'a str,
    wishes: &'a [Wish],
    found: Found,
    /// The headings above a line, each with its depth.
    above: Vec<(usize, String)>,
    /// Points that are no tasks, below the present heading: where the first stands, and how many.
    loose: Option<(usize, usize)>,
    /// The indent of the last item, while lines may still belong to it.
    open: Option<usize>,
}

/// A heading with its depth.
fn heading(line: &str) -> Option<(usize, &str)> {
    let title = line.trim_start_matches('#');
    let depth = line.len() - title.len();
    (1..=6)
        .contains(&depth)
        .then(|| title.strip_prefix([' ', '\t']))
        .flatten()
        .map(|title| (depth, title.trim().trim_end_matches('#')))
}

/// Whether a line stands between the headers of a table and its rows.
fn is_ruler(line: &str) -> bool {
    line.contains('-') && line.contains('|') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// The marks of emphasis and code gone.
fn bare(text: &str) -> String {
    text.replace("**", "").replace("__", "").replace('`', "")
}

/// A title without the sign that it is dressed up with.
fn undressed(text: &str) -> String {
    let text = bare(text);
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_ascii() && !"（【《“‘「『".contains(c);
    one_line(text.trim().trim_start_matches(|c: char| is_sign(c) || c.is_whitespace()))
}

/// The level that a heading names, and what it is called.
fn level_heading(title: &str) -> Option<(u8, String)> {
    let named =
        |head: &str| level_of(head).filter(|_| head.chars().any(char::is_alphabetic) && head.chars().count() <= 12);
    if let Some((head, rest)) = title.split_once([':', '：', '—', '–', '-', '·'])
        && let Some(level) = named(head)
    {
        return Some((level, one_line(rest)));
    }
    let words: Vec<&str> = title.split_whitespace().collect();
    (1..=2.min(words.len())).rev().find_map(|count| {
        let (head, rest) = words.split_at_checked(count)?;
        let digits =
            head.iter().any(|word| word.chars().any(|c| c.is_ascii_digit() || "一二三四五六七八九".contains(c)));
        named(&head.concat()).filter(|_| digits).map(|level| (level, rest.join(" ")))
    })
}

fn is_deliverables(title: &str) -> bool {
    let title = title.to_lowercase();
    ["deliverable", "交付物", "产出物", "產出物", "交付件"].iter().any(|word| title.contains(word))
}

/// The indent of a point of a list, and what it says.
fn point(line: &str) -> Option<(usize, &str)> {
    let start = line.trim_start();
    let indent = line.len() - start.len();
    let digits = start.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = match start.strip_prefix(['-', '*', '+']) {
        Some(rest) => rest,
        None if digits.len() < start.len() => digits.strip_prefix(['.', ')'])?,
        None => return None,
    };
    rest.strip_prefix([' ', '\t']).map(|said| (indent, said.trim()))
}

/// What a task says.
fn task(said: &str) -> Option<&str> {
    let rest = said.strip_prefix('[')?;
    let rest = rest.strip_prefix([' ', 'x', 'X', '✓', '✔']).unwrap_or(rest);
    rest.strip_prefix(']').map(str::trim)
}

/// A published number at the start of a text, and the rest.
fn numbered(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = text.split_once(char::is_whitespace)?;
    let code = first.trim_end_matches([':', '：', '.']);
    let letters = code.trim_start_matches(|c: char| c.is_ascii_uppercase() || c == '-');
    let figures = letters.split(['.', '-']);
    let all = figures.clone().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    let is_code = all && (letters.len() < code.len() || figures.count() > 1) && code.len() <= 24;
    is_code.then(|| (code, rest.trim()))
}

impl Reader<'_> {
    fn heading(&mut self, depth: usize, title: &str) {
        self.close();
        let title = undressed(&unlinked(title).0);
        self.above.retain(|(own, _)| *own < depth);
        if depth == 1 && self.found.title.is_none() {
            self.found.title = Some(title);
            return;
        }
        if let Some((level, name)) = level_heading(&title) {
            self.found.levels.entry(level).or_insert((name, String::new()));
        }
        self.above.push((depth, title));
    }

    /// Ends what stands below a heading.
    fn close(&mut self) {
        self.open = None;
        if let Some((line, count)) = self.loose.take() {
            let what = self.above.last().map(|(_, title)| title.clone()).unwrap_or_default();
            let why = say::import_loose_points(count);
            self.found.skipped.push(Skipped { file: self.shown.to_owned(), at: At::Line(line), what, why });
        }
    }

    /// The level and the areas of what stands here.
    fn place(&self) -> (Option<u8>, Vec<Name>) {
        let level = self.above.iter().rev().find_map(|(_, title)| level_heading(title)).map(|(level, _)| level);
        let areas = self.above.iter().filter(|(_, title)| level_heading(title).is_none()).map(|(_, title)| {
            match numbered(title) {
                Some((code, title)) => Name { code: code.to_owned(), title: title.to_owned() },
                None => Name { code: String::new(), title: title.clone() },
            }
        });
        (level, areas.collect())
    }

    fn line(&mut self, number: usize, line: &str) {
        if line.trim().is_empty() {
            return;
        }
        let Some((indent, said)) = point(line) else {
            let indent = line.len() - line.trim_start().len();
            match self.open {
                Some(own) if indent > own => self.more(line.trim()),
                _ => self.open = None,
            }
            return;
        };
        let deliverable = self.above.iter().any(|(_, title)| is_deliverables(title));
        match task(said) {
            Some(said) => self.item(number, said, deliverable),
            None if self.open.is_some_and(|own| indent > own) => return self.more(&format!("- {said}")),
            None if deliverable => self.item(number, said, true),
            None => {
                let (first, count) = self.loose.unwrap_or((number, 0));
                self.loose = Some((first, count + 1));
                self.open = None;
                return;
            }
        }
        self.open = Some(indent);
    }

    /// Adds a line to what is said of the last item.
    fn more(&mut self, line: &str) {
        let (line, links) = unlinked(&clean(&bare(line)));
        let Some(item) = self.found.items.last_mut() else { return };
        item.references.extend(links);
        match item.texts.iter_mut().find(|(key, _)| *key == "guidance") {
            Some((_, text)) => {
                text.push('\n');
                text.push_str(&line);
            }
            None => item.texts.push(("guidance", line)),
        }
    }

    fn item(&mut self, number: usize, said: &str, deliverable: bool) {
        let (said, references) = unlinked(&clean(said));
        let bold = said.strip_prefix("**").and_then(|rest| rest.split_once("**"));
        // What stands in bold in front is the title, or the number.
        let (head, rest) = match bold {
            Some((head, rest)) if !rest.trim().is_empty() && numbered(&format!("{} x", head.trim())).is_none() => {
                let rest = rest.trim_start().trim_start_matches([':', '：', '-', '–', '—', '.']).trim();
                (undressed(head), bare(rest))
            }
            _ => (undressed(&said), String::new()),
        };
        let (code, text) = match numbered(&head) {
            Some((code, rest)) => (code.to_owned(), rest.to_owned()),
            None => (String::new(), head),
        };
        let at = At::Line(number);
        if text.is_empty() {
            let why = say::import_row_without_title();
            self.found.skipped.push(Skipped { file: self.shown.to_owned(), at, what: code, why });
            return;
        }
        let (title, shortened) = titled(&text);
        let guidance: Vec<String> =
            [shortened.then_some(text), Some(rest).filter(|rest| !rest.is_empty())].into_iter().flatten().collect();
        let texts = if guidance.is_empty() { Vec::new() } else { vec![("guidance", guidance.join("\n\n"))] };
        let (level, areas) = self.place();
        let what = if deliverable { What::Deliverable } else { What::Criterion };
        self.found.items.push(Item {
            at: Some(at),
            what,
            name: Name { code, title },
            level: level.unwrap_or(1),
            areas,
            texts,
            references,
            ..Item::default()
        });
    }

    fn table(&mut self, number: usize, headers: &str, rows: &[(usize, &str)]) -> Result<()> {
        self.open = None;
        let headers = cells(headers);
        if !are_columns(&headers, self.wishes) {
            let (at, what) = (At::Line(number), headers.join(" | "));
            let why = say::import_table_without_title();
            self.found.skipped.push(Skipped { file: self.shown.to_owned(), at, what, why });
            return Ok(());
        }
        let (level, areas) = self.place();
        let rows = rows.iter().map(|(line, text)| {
            let mut cells = cells(text);
            cells.truncate(headers.len());
            Row { at: At::Line(*line), cells, areas: areas.clone(), level }
        });
        let rows = rows.collect();
        let found = Sheet { shown: self.shown.to_owned(), headers, rows, down: false }.read(self.wishes)?;
        self.found.add(found, 0);
        Ok(())
    }

    fn done(mut self) -> Found {
        self.close();
        // What all criteria lie in says nothing of any of them.
        let criteria = || self.found.items.iter().filter(|item| item.what == What::Criterion);
        let mut common = criteria().map(|item| item.areas.as_slice()).reduce(|one, other| {
            let same = one.iter().zip(other).take_while(|(one, other)| one == other).count();
            one.get(..same).unwrap_or_default()
        });
        let common = common.take().map_or(0, <[Name]>::len);
        for item in &mut self.found.items {
            match item.what {
                What::Criterion => drop(item.areas.drain(..common)),
                What::Deliverable => item.areas.clear(),
            }
        }
        self.found
    }
}

/// The cells of a row of a table.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line);
    let whole = line.replace("\\|", "\u{1}");
    whole
        .split('|')
        .map(|cell| bare(cell.trim()).replace("<br>", "\n").replace("<br/>", "\n").replace('\u{1}', "|"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{level_heading, numbered, task};

    #[test]
    fn headings_name_levels() {
        let of = |title| level_heading(title).map(|(level, name)| format!("{level} {name}"));
        assert_eq!(of("Level 1: 基础运维").as_deref(), Some("1 基础运维"));
        assert_eq!(of("L2 — Standard").as_deref(), Some("2 Standard"));
        assert_eq!(of("三级 智能").as_deref(), Some("3 智能"));
        assert_eq!(of("Level 3").as_deref(), Some("3 "));
        assert_eq!(of("Level 2 Standard work").as_deref(), Some("2 Standard work"));
        for title in ["1. Introduction", "2: Two", "Levels of service", "Deployment", "A/B"] {
            assert_eq!(of(title), None, "{title}");
        }
    }

    #[test]
    fn numbers_and_boxes_are_told_from_the_text() {
        assert_eq!(numbered("V1.2.3 Decode once"), Some(("V1.2.3", "Decode once")));
        assert_eq!(numbered("OPS-01: Deploy"), Some(("OPS-01", "Deploy")));
        assert_eq!(numbered("1.2 Deploy"), Some(("1.2", "Deploy")));
        assert_eq!(numbered("3 of them"), None);
        assert_eq!(numbered("CI works"), None);
        assert_eq!(task("[ ] a"), Some("a"));
        assert_eq!(task("[x] a"), Some("a"));
        assert_eq!(task("[a](https://b.example)"), None);
    }
}
