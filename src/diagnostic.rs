//! Problems in a file that people wrote: where each is, the source line itself, and what to do.

use std::ops::Range;

use annotate_snippets::renderer::Style;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::i18n::{Lang, Text, say};

/// One problem at one place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The bytes of the source that it is about; an empty range at the end for "something is missing".
    pub span: Range<usize>,
    /// What is wrong.
    pub message: Text,
    /// What to do about it.
    pub hint: Option<Text>,
}

impl Diagnostic {
    /// A problem at `span`.
    pub fn new(span: Range<usize>, message: Text) -> Self {
        Self { span, message, hint: None }
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: Text) -> Self {
        self.hint = Some(hint);
        self
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
        let styled = || Renderer::styled().error(bold).help(bold).line_num(own).emphasis(bold);
        let renderer = if colour { styled() } else { Renderer::plain() };
        let (error, help) = (say::diagnostic_error(lang), say::diagnostic_help(lang));
        let end = self.source.trim_end().len();
        let shown: Vec<String> = self
            .problems
            .iter()
            .map(|problem| {
                let span = if problem.span.start >= self.source.len() { end..end } else { problem.span.clone() };
                let snippet = Snippet::source(self.source.as_str())
                    .path(self.path.as_str())
                    .annotation(AnnotationKind::Primary.span(span));
                let mut group: Group<'_> =
                    Level::ERROR.with_name(error).primary_title(problem.message.get(lang)).element(snippet);
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
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, Report};
    use crate::i18n::{Lang, Text};

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
