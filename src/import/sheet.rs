//! Rows under headers: which column holds what, and what items they make.

use std::collections::BTreeMap;

use super::fields::{Field, Wish, guess};
use super::prose::{clean, titled, unlinked};
use super::{At, Cited, Found, Item, MOST_ITEMS, Name, Skipped, too_many};
use crate::error::{Error, Result};
use crate::i18n::{Text, say};
use crate::text::{nearest, one_line};

/// The rows above the headers that may say something else.
pub(super) const PREAMBLE: usize = 20;

/// Rows under headers.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// The file as people name it.
    pub(super) shown: String,
    /// The titles of the columns.
    pub(super) headers: Vec<String>,
    /// The rows.
    pub(super) rows: Vec<Row>,
    /// Whether a row without an area lies in that of the row above it, as cells do that are joined in a spreadsheet.
    pub(super) down: bool,
}

/// A row.
#[derive(Debug)]
pub(super) struct Row {
    /// Where it stands.
    pub(super) at: At,
    /// A cell for each header.
    pub(super) cells: Vec<String>,
    /// The areas that it stands in, however its columns call them.
    pub(super) areas: Vec<Name>,
    /// The level that it stands in.
    pub(super) level: Option<u8>,
}

/// Whether these are headers: one of them is a title.
pub(super) fn are_headers(cells: &[String], wishes: &[Wish]) -> bool {
    let several = cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1;
    known(cells, wishes).is_some_and(|_| several || cells.len() == 1)
}

/// Whether these are headers of what a document asks, and not of anything else that has a name: a title and one more.
pub(super) fn are_columns(cells: &[String], wishes: &[Wish]) -> bool {
    known(cells, wishes).is_some_and(|known| known > 1)
}

/// How many columns are known, where one of them is a title.
fn known(cells: &[String], wishes: &[Wish]) -> Option<usize> {
    let is_there = |wish: &&Wish| cells.iter().any(|cell| same(cell, &wish.column));
    let mut taken = Vec::new();
    guess(cells, &mut taken, &[]);
    let titled = wishes.iter().filter(is_there).any(|wish| wish.field == Field::Title);
    let known = taken.len() + wishes.iter().filter(is_there).count();
    (titled || taken.iter().any(|(field, _)| *field == Field::Title)).then_some(known)
}

fn same(header: &str, wanted: &str) -> bool {
    one_line(header).to_lowercase() == one_line(wanted).to_lowercase()
}

impl Sheet {
    /// What the rows hold.
    ///
    /// # Errors
    ///
    /// A column that is wished for is not there, none holds titles, or there are too many rows.
    pub(super) fn read(self, wishes: &[Wish]) -> Result<Found> {
        let columns = self.columns(wishes)?;
        if self.rows.len() > MOST_ITEMS {
            return Err(too_many(&self.shown));
        }
        let mut found = Found::default();
        for (field, at) in &columns {
            found.mapped.push((field.clone(), one_line(self.headers.get(*at).map_or("", String::as_str))));
        }
        for (at, header) in self.headers.iter().enumerate() {
            let empty = self.rows.iter().all(|row| row.cells.get(at).is_none_or(|cell| cell.trim().is_empty()));
            if columns.iter().all(|(_, column)| *column != at) && !header.trim().is_empty() && !empty {
                found.unused.push(one_line(header));
            }
        }
        let counted = self.counted(&columns);
        let words = self.level_words(&columns);
        for (word, level) in &words {
            found.levels.insert(*level, (word.clone(), String::new()));
        }
        let mut above = [Name::default(), Name::default()];
        for row in &self.rows {
            let cells = Cells { columns: &columns, row };
            if row.cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            match cells.item(&words, counted, self.headers.len(), self.down.then_some(&mut above)) {
                Ok(item) => found.items.push(item),
                Err((what, why)) => found.skipped.push(Skipped { file: self.shown.clone(), at: row.at, what, why }),
            }
        }
        Ok(found)
    }

    /// What stands in which column: as it is wished for, else as the headers tell.
    fn columns(&self, wishes: &[Wish]) -> Result<Vec<(Field, usize)>> {
        let (mut taken, mut refused) = (Vec::new(), Vec::new());
        for Wish { field, column } in wishes {
            if column.trim().is_empty() {
                refused.push(field.clone());
                continue;
            }
            let by_name = self.headers.iter().position(|header| same(header, column));
            let by_number =
                || column.trim().parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < self.headers.len());
            let Some(at) = by_name.or_else(by_number) else {
                let what = say::import_no_column(one_line(&self.shown), one_line(column));
                let close = nearest(column, self.headers.iter().map(String::as_str));
                let all = self.shown_headers();
                let hint = match close {
                    Some(close) => say::import_no_column_nearest(one_line(close), all),
                    None => say::import_columns(all),
                };
                return Err(Error::new(what).hint(hint));
            };
            taken.push((field.clone(), at));
        }
        // A column that is empty in most rows holds no titles, whatever it is called.
        let filled = |at: usize| {
            self.rows.iter().filter(|row| row.cells.get(at).is_some_and(|cell| !cell.trim().is_empty())).count()
        };
        let sparse = |at: usize| filled(at) * 2 < self.rows.len();
        let mut headers = self.headers.clone();
        let given = taken.clone();
        loop {
            guess(&headers, &mut taken, &refused);
            let title = taken.iter().find(|one| one.0 == Field::Title && !given.contains(one)).map(|(_, at)| *at);
            let Some(header) = title.filter(|at| sparse(*at)).and_then(|at| headers.get_mut(at)) else { break };
            header.clear();
            taken.clone_from(&given);
        }
        if taken.iter().any(|(field, _)| *field == Field::Title) {
            taken.sort_by_key(|(_, at)| *at);
            Ok(taken)
        } else {
            let what = say::import_no_title(one_line(&self.shown));
            Err(Error::new(what).hint(say::import_no_title_hint(self.shown_headers())))
        }
    }

    fn shown_headers(&self) -> String {
        let shown: Vec<String> = self.headers.iter().take(12).map(|header| one_line(header)).collect();
        crate::text::truncate(&shown.join(" | "), 200).into_owned()
    }

    /// Whether what seems to be published numbers only counts the rows.
    fn counted(&self, columns: &[(Field, usize)]) -> bool {
        let Some((_, at)) = columns.iter().find(|(field, _)| *field == Field::Code) else { return false };
        let mut cells = self.rows.iter().filter_map(|row| row.cells.get(*at)).filter(|cell| !cell.trim().is_empty());
        cells.all(|cell| cell.trim().bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Levels that have names instead of numbers, in the order in which they come; none where any has a number.
    fn level_words(&self, columns: &[(Field, usize)]) -> Vec<(String, u8)> {
        let Some((_, at)) = columns.iter().find(|(field, _)| *field == Field::Level) else { return Vec::new() };
        let mut words: Vec<String> = Vec::new();
        for row in &self.rows {
            let cell = one_line(row.cells.get(*at).map_or("", String::as_str));
            if level_of(&cell).is_some() {
                return Vec::new();
            }
            if !cell.is_empty() && !words.contains(&cell) {
                words.push(cell);
            }
        }
        if words.len() > 9 {
            return Vec::new();
        }
        words.into_iter().zip(1..).collect()
    }
}

struct Cells<'a> {
    columns: &'a [(Field, usize)],
    row: &'a Row,
}

impl Cells<'_> {
    fn get(&self, field: &Field) -> &str {
        let at = self.columns.iter().find(|(own, _)| own == field).map(|(_, at)| *at);
        at.and_then(|at| self.row.cells.get(at)).map_or("", |cell| cell.trim())
    }

    /// The item of the row; else what it says, and why it is none.
    fn item(
        &self,
        words: &[(String, u8)],
        counted: bool,
        width: usize,
        above: Option<&mut [Name; 2]>,
    ) -> std::result::Result<Item, (String, Text)> {
        let (text, mut references) = unlinked(&clean(self.get(&Field::Title)));
        let code = if counted { String::new() } else { one_line(self.get(&Field::Code)) };
        let what = if code.is_empty() { titled(&text).0 } else { code.clone() };
        let mut areas = [(Field::AreaCode, Field::Area), (Field::SectionCode, Field::Section)]
            .map(|(code, title)| Name { code: one_line(self.get(&code)), title: one_line(self.get(&title)) });
        if let Some(above) = above {
            let [area, section] = &mut areas;
            if *area == Name::default() {
                area.clone_from(&above[0]);
                if *section == Name::default() {
                    section.clone_from(&above[1]);
                }
            }
            above.clone_from(&areas);
        }
        if self.row.cells.len() > width {
            return Err((what, say::import_too_many_cells(self.row.cells.len(), width)));
        }
        if text.is_empty() {
            return Err((what, say::import_row_without_title()));
        }
        let level = self.level(words).map_err(|why| (what, why))?;
        let (title, shortened) = titled(&text);
        let mut texts = Vec::new();
        let (guidance, links) = unlinked(&clean(self.get(&Field::Guidance)));
        references.extend(links);
        let whole = [shortened.then_some(text), Some(guidance).filter(|text| !text.is_empty())];
        let guidance: Vec<String> = whole.into_iter().flatten().collect();
        if !guidance.is_empty() {
            texts.push(("guidance", guidance.join("\n\n")));
        }
        for (field, at) in self.columns {
            let cell = self.row.cells.get(*at).map_or("", |cell| cell.trim());
            match field {
                Field::Text(key) if !cell.is_empty() => texts.push((key, clean(cell))),
                Field::Scheme(scheme) => references.extend(numbers(scheme, cell)),
                Field::References => references.extend(pages(cell)),
                _ => {}
            }
        }
        let own = areas.into_iter().filter(|area| *area != Name::default());
        let areas = self.row.areas.iter().cloned().chain(own).collect();
        Ok(Item {
            at: Some(self.row.at),
            name: Name { code, title },
            level,
            areas,
            texts,
            references,
            ..Item::default()
        })
    }

    fn level(&self, words: &[(String, u8)]) -> std::result::Result<u8, Text> {
        let marks: BTreeMap<u8, &str> = self
            .columns
            .iter()
            .filter_map(|(field, at)| match field {
                Field::LevelMark(level) => Some((*level, self.row.cells.get(*at).map_or("", |cell| cell.trim()))),
                _ => None,
            })
            .collect();
        if !marks.is_empty() {
            let first = marks.iter().find(|(_, mark)| is_mark(mark)).map(|(level, _)| *level);
            return first.ok_or_else(say::import_row_in_no_level);
        }
        if !self.columns.iter().any(|(field, _)| *field == Field::Level) {
            return Ok(self.row.level.unwrap_or(1));
        }
        let cell = one_line(self.get(&Field::Level));
        if cell.is_empty() {
            return self.row.level.ok_or_else(say::import_row_without_level);
        }
        let word = || words.iter().find(|(word, _)| *word == cell).map(|(_, level)| *level);
        level_of(&cell).or_else(word).ok_or_else(|| say::import_row_bad_level(crate::text::truncate(&cell, 30)))
    }
}

/// Whether a cell says that an item is of the level of its column.
fn is_mark(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    !["", "-", "–", "—", "0", "no", "n", "false", "✗", "✘", "否", "无", "n/a", "na", "○"].contains(&cell.as_str())
}

/// The level that a text names: `2`, `L2`, `Level 2`, `2级`, `二级`, `maturity-2`; of several the lowest.
pub(super) fn level_of(text: &str) -> Option<u8> {
    let han = |c: char| "一二三四五六七八九".chars().zip(1..).find(|(own, _)| *own == c).map(|(_, n)| n);
    let plain: String =
        text.chars().filter(|c| c.is_alphanumeric() || *c == '.').flat_map(char::to_lowercase).collect();
    let rest: String = plain.chars().filter(|c| !c.is_ascii_digit() && han(*c).is_none()).collect();
    let words = [
        "",
        "l",
        "ll",
        "lll",
        "level",
        "levels",
        "lvl",
        "tier",
        "stage",
        "maturity",
        "maturitylevel",
        "mil",
        "ml",
        "级",
        "等级",
        "级别",
        "第级",
        "層級",
        "級",
        "等級",
        "第級",
        "阶段",
        ".",
    ];
    if !words.contains(&rest.as_str()) || plain.chars().filter(char::is_ascii_digit).count() > 9 {
        return None;
    }
    // A spreadsheet has numbers with a fraction.
    let plain = plain.strip_suffix(".0").unwrap_or(&plain);
    let levels = plain.chars().filter_map(|c| han(c).or_else(|| u8::try_from(c.to_digit(10)?).ok()));
    levels.filter(|level| *level > 0).min()
}

/// The numbers of a scheme in a cell.
fn numbers(scheme: &str, cell: &str) -> Vec<Cited> {
    let parts = cell.split([',', ';', '/', '\n', '|', '、', '，', '；']).flat_map(|part| {
        let part = part.trim();
        // Words with blanks in them are one number; figures are several.
        if part.split_whitespace().all(|word| word.starts_with(|c: char| c.is_ascii_digit())) {
            part.split_whitespace().collect::<Vec<_>>()
        } else {
            vec![part]
        }
    });
    let bare = |part: &str| {
        let lower = part.to_lowercase();
        let start = lower.strip_prefix(&scheme.to_lowercase()).map_or(0, |rest| part.len().saturating_sub(rest.len()));
        part.get(start..).unwrap_or(part).trim_start_matches(['-', ':', ' ', '_']).to_owned()
    };
    let numbers = parts.map(bare).filter(|part| !part.is_empty() && part != "-");
    numbers.map(|number| Cited::Number(scheme.to_owned(), number)).collect()
}

/// What a cell says of where an item comes from: addresses, links, other words.
pub(super) fn pages(cell: &str) -> Vec<Cited> {
    let (rest, mut pages) = unlinked(&clean(cell));
    if !pages.is_empty() && !rest.contains("http") {
        return pages;
    }
    for part in rest.split([';', '\n', '；']).map(one_line).filter(|part| !part.is_empty()) {
        let address = part.find("https://").or_else(|| part.find("http://"));
        let (title, url) = address.and_then(|at| part.split_at_checked(at)).unwrap_or((&part, ""));
        let url = url.split_whitespace().next().unwrap_or_default().trim_end_matches([',', ')', '）']);
        let title = title.trim().trim_end_matches([':', '：', '(', '（', '-']).trim();
        pages.push(Cited::Page { title: title.to_owned(), url: url.to_owned() });
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::{Cited, level_of, numbers, pages};

    #[test]
    fn levels_are_read_in_many_spellings() {
        for text in ["2", "L2", "level 2", "Level: 2", "2级", "二级", "第二级", "2.0", "L2, L3", "Maturity-2", "MIL2"]
        {
            assert_eq!(level_of(text), Some(2), "{text}");
        }
        for text in ["", "high", "0", "2 of them are", "高"] {
            assert_eq!(level_of(text), None, "{text}");
        }
    }

    #[test]
    fn references_are_numbers_and_pages() {
        let cwe = |id: &str| Cited::Number("CWE".to_owned(), id.to_owned());
        assert_eq!(numbers("CWE", "CWE-79, 80 81"), [cwe("79"), cwe("80"), cwe("81")]);
        let page = |title: &str, url: &str| Cited::Page { title: title.to_owned(), url: url.to_owned() };
        assert_eq!(pages("The book: https://a.example/x"), [page("The book", "https://a.example/x")]);
        assert_eq!(pages("§ 4.2"), [page("§ 4.2", "")]);
    }
}
