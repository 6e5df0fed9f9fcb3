//! The formats of the commands, and the papers that they are printed on.

use clap::ValueEnum;

use crate::report::html::PageSize;

/// Text or JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs; keys are stable.
    Json,
}

/// The formats of a checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ShowFormat {
    /// For people.
    Text,
    /// The file itself, byte for byte.
    Toml,
}

/// The formats of a score and a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PlanFormat {
    /// For people.
    Text,
    /// GitHub-flavoured, for an issue or a wiki.
    Markdown,
    /// For programs; keys are stable.
    Json,
}

/// What a printed page is cut to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PaperSize {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches, as in North America.
    Letter,
}

impl From<PaperSize> for PageSize {
    fn from(size: PaperSize) -> Self {
        match size {
            PaperSize::A4 => Self::A4,
            PaperSize::Letter => Self::Letter,
        }
    }
}

/// The formats of what lint says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LintFormat {
    /// For people.
    Text,
    /// For programs; keys are stable.
    Json,
    /// For code scanning and editors, SARIF 2.1.0.
    Sarif,
    /// Commands of a GitHub workflow, shown beside the lines.
    Github,
}

/// The formats of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// One line a target.
    Text,
    /// GitHub-flavoured, for a job's summary.
    Markdown,
    /// For programs; keys are stable.
    Json,
}

/// The formats of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people.
    Text,
    /// GitHub-flavoured, for a pull request or an issue.
    Markdown,
    /// One file for a browser, a mail or a printer, then and now side by side.
    Html,
    /// For programs; keys are stable.
    Json,
}

/// The formats of a trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TrendFormat {
    /// For people.
    Text,
    /// GitHub-flavoured, for an issue or a wiki.
    Markdown,
    /// One file for a browser, a mail or a printer.
    Html,
    /// The drawing alone.
    Svg,
    /// For programs; keys are stable.
    Json,
    /// For spreadsheets, one row a date.
    Csv,
}

/// The formats of a page of many teams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PortfolioFormat {
    /// For people.
    Text,
    /// GitHub-flavoured, for a wiki or an issue.
    Markdown,
    /// One file for a browser and for paper, across.
    Html,
    /// For spreadsheets, one row a team.
    Csv,
    /// For programs; keys are stable.
    Json,
}
