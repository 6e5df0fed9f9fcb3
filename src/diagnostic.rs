//! Problems in a file that people wrote: where each is, the source line itself, and what to do.

use std::ops::Range;

use annotate_snippets::renderer::Style;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::i18n::{Lang, Text, say};
use crate::text::truncate;

/// The most cells of a message, and the most bytes of a place that are marked.
const LONGEST: usize = 400;

/// One problem at one place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The bytes of the source that it is about; an empty range at the end for "something is missing".
    pub span: Range<usize>,
    /// What is wrong.
    pub message: Text,
    /// What to do about it.
    pub hint: Option<Text>,
    /// What it is called where it is a warning; `None` where the file cannot be used.
    pub doubt: Option<&'static str>,
}

impl Diagnostic {
    /// A problem at `span`. A message that quotes a long text is cut.
    pub fn new(span: Range<usize>, message: Text) -> Self {
        let cut = |text: &str| {
            let near = text.get(..text.floor_char_boundary(10 * LONGEST)).unwrap_or_default();
            truncate(near, LONGEST).into_owned()
        };
        Self { span, message: message.map(cut), hint: None, doubt: None }
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: Text) -> Self {
        self.hint = Some(hint);
        self
    }
}

/// Where a problem is, as editors count: lines and characters from 1, the end beyond its last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line and the character that it begins at.
    pub start: (usize, usize),
    /// The line and the character that it ends before.
    pub end: (usize, usize),
}

/// Where the lines of a text begin.
#[derive(Debug)]
pub struct Lines(Vec<usize>);

impl Lines {
    /// The lines of `text`.
    pub fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self(std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect())
    }

    /// The line, from 1, that a byte is in.
    pub fn number(&self, at: usize) -> usize {
        self.0.partition_point(|start| *start <= at)
    }

    /// The bytes of the lines that a place is in, without the last line feed.
    fn around(&self, place: &Range<usize>, len: usize) -> Range<usize> {
        let line = |at| self.number(at).saturating_sub(1);
        let start = self.0.get(line(place.start)).copied().unwrap_or_default();
        let end = self.0.get(line(place.end) + 1).map_or(len, |next| next.saturating_sub(1));
        start..end
    }
}

/// All problems of one file, with its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The file as people name it.
    pub path: String,
    /// Its whole text.
    pub source: String,
    /// The problems, in the order of the file.
    pub problems: Vec<Diagnostic>,
}

impl Report {
    /// The problems of `source`, put into the order of the file.
    pub fn new(path: impl Into<String>, source: impl Into<String>, mut problems: Vec<Diagnostic>) -> Self {
        problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
        problems.dedup();
        Self { path: path.into(), source: source.into(), problems }
    }

    /// The problems with `file:line:column`, the source line, a mark under the place, and the hint, ready to print.
    pub fn render(&self, lang: Lang, colour: bool) -> String {
        // Attributes alone, for the bright red, blue and cyan that are usual cannot be read on every background.
        let (bold, own) = (Style::new().bold(), Style::new());
        let styled = || Renderer::styled().error(bold).warning(bold).help(bold).line_num(own).emphasis(bold);
        let renderer = if colour { styled() } else { Renderer::plain() };
        let (error, help) = (say::diagnostic_error(lang), say::diagnostic_help(lang));
        let warning = say::diagnostic_warning(lang);
        let lines = Lines::of(&self.source);
        let shown: Vec<String> = self
            .problems
            .iter()
            .map(|problem| {
                let span = self.span(problem);
                let marked = self.source.floor_char_boundary(span.start.saturating_add(LONGEST));
                let is_long = span.len() > 10 * LONGEST;
                let span = if is_long { span.start..marked } else { span };
                // Its own lines alone, for the whole text would be looked through again for each problem.
                let around = lines.around(&span, self.source.len());
                let snippet = Snippet::source(self.source.get(around.clone()).unwrap_or_default())
                    .line_start(lines.number(around.start))
                    .path(self.path.as_str())
                    .annotation(AnnotationKind::Primary.span(span.start - around.start..span.end - around.start));
                let level = match problem.doubt {
                    None => Level::ERROR.with_name(error),
                    Some(_) => Level::WARNING.with_name(warning),
                };
                let mut group: Group<'_> = level.primary_title(problem.message.get(lang)).element(snippet);
                if let Some(hint) = &problem.hint {
                    group = group.element(Level::HELP.with_name(help).message(hint.get(lang)));
                }
                renderer.render(&[group]).clone()
            })
            .collect();
        shown.join("\n\n")
    }

    /// The line, counted from 1, of the first problem; 1 if there is none.
    pub fn first_line(&self) -> usize {
        let start = self.problems.first().map_or(0, |problem| problem.span.start);
        1 + self.source.bytes().take(start).filter(|byte| *byte == b'\n').count()
    }

    /// The place of each problem, in their order. The text is gone through once.
    pub fn places(&self) -> Vec<Place> {
        let mut at = (0, (1, 1));
        let mut places = Vec::with_capacity(self.problems.len());
        for problem in &self.problems {
            let span = self.span(problem);
            if span.start < at.0 {
                at = (0, (1, 1));
            }
            at = (span.start, self.onward(at, span.start));
            places.push(Place { start: at.1, end: self.onward(at, span.end) });
        }
        places
    }

    /// The line and the character of a byte at or behind another one of which they are known.
    fn onward(&self, (from, known): (usize, (usize, usize)), to: usize) -> (usize, usize) {
        let way = self.source.get(from..to).unwrap_or_default();
        way.chars().fold(known, |(line, column), c| if c == '\n' { (line + 1, 1) } else { (line, column + 1) })
    }

    /// The bytes that a problem is about; the end of the text for what is missing.
    fn span(&self, problem: &Diagnostic) -> Range<usize> {
        let end = self.source.trim_end().len();
        if problem.span.start >= self.source.len() { end..end } else { problem.span.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, Place, Report};
    use crate::i18n::{Lang, Text};

    #[test]
    fn places_are_lines_and_characters_and_what_is_missing_is_missed_at_the_end() {
        let source = "a = \"支付\"\nb = 1\n";
        let at = |span| Diagnostic::new(span, Text::plain("x"));
        let word = source.find("支付").expect("it is there");
        let whole = source.find('b').expect("it is there");
        let problems = vec![at(word..word + 6), at(word..whole + 1), at(source.len()..source.len())];
        let places = Report::new("a.toml", source, problems).places();
        let of = |start, end| Place { start, end };
        assert_eq!(places, [of((1, 6), (1, 8)), of((1, 6), (2, 2)), of((2, 6), (2, 6))]);
    }

    #[test]
    fn a_warning_says_that_it_is_one_and_a_problem_over_lines_shows_them() {
        let source = "a = 1\nb = [\n 2]\nc = 3\n";
        let mut problem =
            Diagnostic::new(source.find("b =").expect("b")..source.find("\nc").expect("c"), Text::plain("doubtful"));
        problem.doubt = Some("a-doubt");
        let shown = Report::new("a.toml", source, vec![problem]).render(Lang::En, false);
        assert_eq!(shown, "warning: doubtful\n --> a.toml:2:1\n  |\n2 | / b = [\n3 | |  2]\n  | |___^");
    }

    #[test]
    fn the_mark_stands_under_the_place_after_chinese_and_tabs() {
        let source = "team = \"支付\"\n\tdate = \"x\" # 日期\n";
        let at = source.find("\"x\"").expect("the value is there");
        let problem = Diagnostic::new(at..at + 3, Text::plain("no date")).hint(Text::plain("write 2026-11-23"));
        let shown = Report::new("a.toml", source, vec![problem]).render(Lang::En, false);
        assert_eq!(
            shown,
            "error: no date\n --> a.toml:2:9\n  |\n2 |     date = \"x\" # 日期\n  |            ^^^\n  |\n  = help: write 2026-11-23"
        );
    }
}
