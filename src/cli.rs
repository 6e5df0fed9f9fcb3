//! The command line: types and help texts only.

mod checklists;
mod format;

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};

pub use checklists::{Checklists, Import};
pub use format::{
    CheckFormat, DiffFormat, Format, LintFormat, PaperSize, PlanFormat, PortfolioFormat, ShowFormat, TrendFormat,
};

use crate::export::ReportFormat;
use crate::i18n::Lang;
use crate::report::rows::RowFormat;
use crate::settings::{ThemeName, When};

const EXAMPLES: &str = "\
TARGET, wherever a command wants an assessment:
  payments.toml        a file
  -                    standard input
  Payments             the team's newest
  Payments~1           the one before it
  Payments@2026-11-23  the newest on or before that day
  Payments:samm        the newest by that checklist, where a team answers several;
                       ~1 and @2026-11-23 go behind it. Without a checklist it is
                       the one that the team assessed last

Where assessments are kept: --store DIR, else OPSLADDER_STORE, else the nearest
.opsladder/ from the working directory upward, else `store` of config.toml, else
the user's data directory. `opsladder config` shows where config.toml is.

With ACCESSIBLE=1, and on a terminal with TERM=dumb, the walk is line by line.

Exit status: 0 done; 1 what was asked for does not hold (check, checklist lint,
diff --fail-on-regression); 2 trouble: usage, a missing or bad file.

Examples:
  opsladder                          first use: a new assessment; later: go on
  opsladder new Payments --profile startup
  opsladder assess Payments --plain  line by line, for screen readers and scripts
  opsladder score Payments
  opsladder plan Payments --to 3 --format markdown > plan.md";

/// Operational-maturity self-assessment in the terminal.
///
/// Walks a team through a checklist, and says which level it has reached, what blocks the next one, and what to do
/// about it. Without a command, opens the interactive walk.
#[derive(Debug, Parser)]
#[command(name = "opsladder", version, after_long_help = EXAMPLES, max_term_width = 100)]
pub struct Cli {
    /// What every command takes.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command takes.
#[derive(Args, Debug)]
#[command(next_help_heading = "Everywhere")]
pub struct Global {
    /// Where assessments are kept.
    #[arg(long, global = true, value_name = "DIR", help = "Where assessments are kept [env: OPSLADDER_STORE]", value_hint = clap::ValueHint::DirPath)]
    pub store: Option<PathBuf>,
    /// The language.
    #[arg(long, global = true, help = "Language, en or zh [env: OPSLADDER_LANG; else the locale's]", value_name = "LANG", value_parser = PossibleValuesParser::new(Lang::ALL.map(Lang::tag)), hide_possible_values = true)]
    pub lang: Option<String>,
    /// When to use colour.
    #[arg(long, global = true, help = "When to use colour; NO_COLOR and CLICOLOR_FORCE count too", value_name = "WHEN", alias = "colour", value_parser = one_of(When::ALL, When::word))]
    pub color: Option<When>,
    /// What colours are made for.
    #[arg(long, global = true, help = "The background that colours are made for; auto asks the terminal", value_name = "THEME", value_parser = one_of(ThemeName::ALL, ThemeName::word))]
    pub theme: Option<ThemeName>,
    /// Draw marks, lines and boxes in ASCII only.
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Have the walk take wheel and clicks; Shift still selects text.
    #[arg(long, global = true)]
    pub mouse: bool,
    /// The day that counts as today, so that tests and replays do not depend on the clock.
    #[arg(long, global = true, hide = true, value_name = "DATE")]
    pub today: Option<String>,
}

/// Takes one of a few words.
fn one_of<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    word: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(all.iter().map(move |one| word(*one)))
        .try_map(move |given| all.iter().copied().find(|one| word(*one) == given).ok_or("there is no such word"))
}

/// A command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Walk through an assessment.
    ///
    /// Without TARGET: the newest draft, or a list to choose from. With --plain, questions are asked line by line, without
    /// any escape sequence, for screen readers, dumb terminals and scripts; everything that the walk records can be typed, ?
    /// lists how, and every answer is saved at once. ACCESSIBLE=1 asks for that too, and so does TERM=dumb on a terminal.
    #[command(after_long_help = "\
Examples:
  opsladder assess Payments
  opsladder assess Payments@2026-11-23 --plain
  printf 'y\\np\\n' | opsladder assess payments.toml --plain
  printf '/full-cicd\\no\\nSam\\n' | opsladder assess Payments --plain")]
    Assess {
        /// The assessment: a file, TEAM, TEAM~N, TEAM@YYYY-MM-DD, or TEAM:CHECKLIST.
        target: Option<String>,
        /// Ask line by line on standard input and output [also: ACCESSIBLE=1, TERM=dumb].
        #[arg(long)]
        plain: bool,
    },
    /// Create an assessment and print its path.
    ///
    /// A team has one assessment a day by each checklist; a file that exists is never overwritten.
    #[command(after_long_help = "\
Examples:
  opsladder new Payments --profile startup --assessor Lin --assessor Sam
  opsladder new Payments --date 2026-11-23 --checklist ./mine.toml
  opsladder new Payments --checklist production-readiness
  opsladder new Payments --from Payments")]
    New(New),
    /// List the store's assessments.
    #[command(after_long_help = "\
Examples:
  opsladder list
  opsladder list --format json | jq '.assessments[] | select(.level < 2) | .team'")]
    List {
        /// How to print it.
        #[arg(long, value_name = "FORMAT", default_value = "text", hide_default_value = true)]
        format: Format,
    },
    /// Show the level in one screen.
    ///
    /// The level, what blocks the next one, progress by level and area, and the first findings.
    #[command(after_long_help = "\
Examples:
  opsladder score Payments
  opsladder score Payments --format markdown >> \"$GITHUB_STEP_SUMMARY\"
  opsladder score Payments~1 --format json | jq .level")]
    Score {
        /// The assessment: a file, `-`, TEAM, TEAM~N, TEAM@YYYY-MM-DD, or TEAM:CHECKLIST.
        target: String,
        /// How to print it.
        #[arg(long, value_name = "FORMAT", default_value = "text", hide_default_value = true)]
        format: PlanFormat,
    },
    /// Print the whole scorecard, or write it in a form to print, paste and share.
    ///
    /// Without --format, the ending of FILE says which: .md, .html, .json, .csv, .svg, .txt. HTML is one file with
    /// everything in it, for the screen and for paper. A team's assessment comes with the older ones as a trend.
    #[command(after_long_help = "\
Examples:
  opsladder report Payments | less -R
  opsladder report Payments --open
  opsladder --lang zh report Payments -o scorecard.html
  opsladder report Payments --format markdown | gh issue create -t Scorecard -F -
  opsladder report Payments -o badge.svg
  opsladder report Payments --summary
  opsladder report Payments -o scorecard.html --paper a4
  opsladder report Payments -o scorecard.html --guidance
  opsladder report Payments Search --format html -o site/
  opsladder report --all --format html -o site/")]
    Report(Report),
    /// Print the way to the next level: gaps, actions, who and where.
    ///
    /// Ends with a command that starts helpers for the roles that the gaps need.
    #[command(after_long_help = "\
Examples:
  opsladder plan Payments
  opsladder plan Payments --to 3 --format markdown > plan.md")]
    Plan {
        /// The assessment: a file, `-`, TEAM, TEAM~N, TEAM@YYYY-MM-DD, or TEAM:CHECKLIST.
        target: String,
        /// The level to plan for; else the assessment's own target, else the next level.
        #[arg(long, value_name = "LEVEL")]
        to: Option<u8>,
        /// How to print it.
        #[arg(long, value_name = "FORMAT", default_value = "text", hide_default_value = true)]
        format: PlanFormat,
    },
    /// Say why the score is what it is, item by item.
    #[command(after_long_help = "\
Examples:
  opsladder explain Payments
  opsladder explain Payments full-cicd
  opsladder explain Payments data-driven.collect")]
    Explain {
        /// The assessment: a file, `-`, TEAM, TEAM~N, TEAM@YYYY-MM-DD, or TEAM:CHECKLIST.
        target: String,
        /// One criterion, deliverable, practice, metric, or LOOP.STEP, in full.
        id: Option<String>,
    },
    /// Hold assessments to demands: a gate for CI.
    ///
    /// One line a target, and what does not hold. Without a demand, that the file and its checklist are sound.
    /// Exit status 1 if anything does not hold, 2 if a target cannot be read.
    #[command(after_long_help = "\
Examples:
  opsladder check Payments Search --min-level 2 --max-age 100
  opsladder check Payments --no-regression-from Payments~1
  opsladder check Payments --min-level 2 --evidenced --format markdown >> \"$GITHUB_STEP_SUMMARY\"")]
    Check(Check),
    /// Carry an assessment over to another version of its checklist.
    ///
    /// Lists what was kept, renamed, reworded, moved, added and retired, and the level before and after; then writes a
    /// new assessment. The old one is never altered, and no answer is dropped.
    ///
    /// An answer counts on only if its question is the same: the new checklist says so (`formerly`), or its title or
    /// guidance under the same id is recognisably the same. Any other answer stands beside the new question, not scored,
    /// until somebody takes it over in the walk; `--dry-run` lists each of them with both titles.
    #[command(after_long_help = "\
Examples:
  opsladder migrate Payments --dry-run
  opsladder migrate Payments --to operations --date 2027-01-15
  opsladder migrate old.toml --to ./mine-2.toml -o new.toml")]
    Migrate(Migrate),
    /// Say what changed between two assessments, and why the level moved.
    ///
    /// With one TARGET, against the one before it of the same team. What we changed, what the checklist changed and what
    /// a waiver changed are told apart. Removed words stand in [-...-], added ones in {+...+}.
    #[command(
        allow_missing_positional = true,
        after_long_help = "\
Exit status with --fail-on-regression: 1 if the level or any criterion went down
through what the team changed; never for a carried answer, a new or changed
checklist, or a waiver alone.

Examples:
  opsladder diff Payments
  opsladder diff Payments@2026-08-31 Payments --format markdown
  opsladder diff Payments -o quarter.html
  opsladder diff Payments --fail-on-regression
  git show HEAD~1:.opsladder/Payments/2026-11-23.toml | opsladder diff - Payments
  git difftool -y -x 'opsladder diff' HEAD~1 -- .opsladder"
    )]
    Diff(Diff),
    /// Show a team's level and progress over time.
    ///
    /// A file that cannot be read is named, and the others are shown.
    #[command(after_long_help = "\
Examples:
  opsladder history Payments
  opsladder history Payments -o payments.html
  opsladder history Payments --format csv > payments.csv")]
    History(History),
    /// Show all teams on one sheet.
    ///
    /// The newest assessment of each team, one row a team: level, change, evidenced level, target, age, late items, areas, and
    /// what to close first. Below, what blocks most teams, how they answer each criterion, and what is found most often. The
    /// order is that of groups and names: it is no ranking, and there is no average. An assessment of 100 days or more is
    /// marked as stale. Teams that answer different checklists stand in blocks of their own. Only the newest file of each team
    /// and the one before it are read.
    #[command(after_long_help = "\
Examples:
  opsladder portfolio
  opsladder portfolio --group Platform -o platform.html
  opsladder portfolio --at 2026-09-30 --format json | jq '.blockers[0]'")]
    Portfolio(Portfolio),
    /// Write every item of every assessment as a flat row, for engines that read tables.
    ///
    /// One row an item, unanswered ones too, with the same columns in both forms. CSV is safe in a spreadsheet: a text that
    /// would run as a formula begins with a quote; JSONL has every text as it is.
    #[command(after_long_help = "\
Examples:
  opsladder export > items.csv
  opsladder export --format jsonl > items.jsonl
  duckdb -c \"select criterion, count(*) from (select id criterion from 'items.csv' where answer = 'no') group by 1\"")]
    Export {
        /// How to write it.
        #[arg(long, value_name = "FORMAT", default_value = "csv", hide_default_value = true)]
        format: RowFormat,
    },
    /// List, show, compare, check, start or import checklists.
    #[command(
        subcommand,
        after_long_help = "\
Examples:
  opsladder checklist show operations
  opsladder checklist new mine
  opsladder checklist import readiness.csv
  opsladder checklist lint mine.toml"
    )]
    Checklist(Checklists),
    /// Show every setting, its value and where it comes from.
    ///
    /// The command line comes before the environment, that before config.toml, and that before what is usual.
    #[command(after_long_help = "\
Examples:
  opsladder config
  OPSLADDER_CONFIG=./config.toml opsladder config --format json")]
    Config {
        /// How to print it.
        #[arg(long, value_name = "FORMAT", default_value = "text", hide_default_value = true)]
        format: Format,
    },
    /// Print completions for a shell.
    #[command(after_long_help = "\
Examples:
  opsladder completions bash > ~/.local/share/bash-completion/completions/opsladder
  opsladder completions fish > ~/.config/fish/completions/opsladder.fish")]
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page.
    #[command(after_long_help = "\
Examples:
  opsladder man > ~/.local/share/man/man1/opsladder.1
  opsladder man | man -l -")]
    Man,
}

/// What `report` takes.
#[derive(Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Report {
    /// The assessments: files, `-`, TEAM, TEAM~N, TEAM@YYYY-MM-DD, or TEAM:CHECKLIST.
    #[arg(required_unless_present = "all", value_name = "TARGET")]
    pub targets: Vec<String>,
    /// Every team of the store, into a directory: the newest of each, and an index page that leads to all of them.
    #[arg(long, conflicts_with = "targets", requires = "output")]
    pub all: bool,
    /// How to print it; else the ending of FILE says so, else text.
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<ReportFormat>,
    /// Write to FILE instead of standard output; into a directory, one file a target; `-` is standard output.
    #[arg(short, long, value_name = "FILE|DIR", value_hint = clap::ValueHint::AnyPath)]
    pub output: Option<PathBuf>,
    /// The columns of text, 60 to 200; else 80, or less on a narrow terminal.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(60..=200))]
    pub width: Option<u16>,
    /// The first page alone: text for a terminal or a chat, Markdown for a pull request, HTML for one sheet of paper; JSON
    /// without the items, as `score` has it.
    #[arg(long)]
    pub summary: bool,
    /// Say of each item what is meant, how to find out, what to do where it is not met, and where that comes from: in text,
    /// Markdown and HTML.
    #[arg(long, conflicts_with = "summary")]
    pub guidance: bool,
    /// Begin CSV with a byte-order mark, so that Excel opens Chinese right.
    #[arg(long)]
    pub excel: bool,
    /// Open the HTML report in the browser; without -o, from a private temporary file.
    ///
    /// `BROWSER` names another program than the desktop's. Where there is no browser, the report is written all the same,
    /// and standard error says where. A browser that is kept from temporary files, as a snap is, needs `-o FILE`.
    #[arg(long)]
    pub open: bool,
    /// The paper that HTML prints on; else the browser asks, or takes its own.
    #[arg(long, value_name = "SIZE", ignore_case = true)]
    pub paper: Option<PaperSize>,
}

/// What `portfolio` takes.
#[derive(Args, Debug)]
pub struct Portfolio {
    /// The teams; else all of the store.
    #[arg(value_name = "TEAM")]
    pub teams: Vec<String>,
    /// The day: 2026-09-30, today, or counted from today, such as -1m; the newest of each team on or before it counts.
    #[arg(long, value_name = "DATE", default_value = "today", hide_default_value = true, allow_hyphen_values = true)]
    pub at: String,
    /// Only the teams of this group.
    #[arg(long, value_name = "NAME")]
    pub group: Option<String>,
    /// How to print it; else the ending of FILE says so, else text.
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<PortfolioFormat>,
    /// Write to FILE instead of standard output.
    #[arg(short, long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

/// What `diff` takes.
#[derive(Args, Debug)]
pub struct Diff {
    /// The old assessment; without it, the one before NEW.
    pub old: Option<String>,
    /// The new assessment: a file, `-`, TEAM, TEAM~N, TEAM@YYYY-MM-DD, or TEAM:CHECKLIST.
    pub new: String,
    /// How to print it; else the ending of FILE says so, else text.
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<DiffFormat>,
    /// Write to FILE instead of standard output; `-` is standard output.
    #[arg(short, long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Tell every item with all that stands beside its answer: notes, evidence, metrics that stayed on their side.
    #[arg(long)]
    pub all: bool,
    /// The paper that HTML prints on; else the browser asks, or takes its own.
    #[arg(long, value_name = "SIZE", ignore_case = true)]
    pub paper: Option<PaperSize>,
    /// Exit with status 1 if the level or any criterion went down through what the team changed.
    #[arg(long)]
    pub fail_on_regression: bool,
    /// Compare any two: of different teams, side by side as A and B; of different checklists, what they share.
    #[arg(long, alias = "force")]
    pub any: bool,
}

/// What `history` takes.
#[derive(Args, Debug)]
pub struct History {
    /// The team: TEAM, or TEAM:CHECKLIST where it answers several; else by the one that it assessed last.
    pub team: String,
    /// How to print it; else the ending of FILE says so, else text.
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<TrendFormat>,
    /// Write to FILE instead of standard output; `-` is standard output.
    #[arg(short, long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// The paper that HTML prints on; else the browser asks, or takes its own.
    #[arg(long, value_name = "SIZE", ignore_case = true)]
    pub paper: Option<PaperSize>,
}

/// What `new` takes.
#[derive(Args, Debug)]
pub struct New {
    /// The team's name, as people write it.
    pub team: String,
    /// Who staffs operations; `checklist show` names the profiles.
    #[arg(long, value_name = "ID")]
    pub profile: Option<String>,
    /// The day that the answers speak of: 2026-11-23, today, or counted from today, such as -1w.
    #[arg(long, value_name = "DATE", default_value = "today", allow_hyphen_values = true)]
    pub date: String,
    /// The checklist to answer: an id or a file; else the one that the team used last, else the only one in the store's
    /// checklists/, else `operations`.
    #[arg(long, value_name = "ID|FILE")]
    pub checklist: Option<String>,
    /// Somebody who answers; may be given several times.
    #[arg(long = "assessor", value_name = "NAME")]
    pub assessors: Vec<String>,
    /// An earlier assessment of the team to go on from: its answers come along, to be confirmed.
    #[arg(long, value_name = "TARGET", conflicts_with = "checklist")]
    pub from: Option<String>,
}

/// What `check` takes.
#[derive(Args, Debug)]
pub struct Check {
    /// The assessments: files, `-`, TEAM, TEAM~N, TEAM@YYYY-MM-DD, or TEAM:CHECKLIST.
    #[arg(required = true, value_name = "TARGET")]
    pub targets: Vec<String>,
    /// The least level.
    #[arg(long, value_name = "N")]
    pub min_level: Option<u8>,
    /// Hold --min-level against the level that valid evidence shows.
    #[arg(long)]
    pub evidenced: bool,
    /// An earlier assessment of the same team that neither the level nor a criterion may have slipped from.
    ///
    /// Only what the team changed counts, as for `diff --fail-on-regression`: never a carried answer, another checklist,
    /// or a waiver alone.
    #[arg(long, value_name = "TARGET")]
    pub no_regression_from: Option<String>,
    /// The most days that an assessment may be old.
    #[arg(long, value_name = "DAYS")]
    pub max_age: Option<u32>,
    /// The least share of criteria that are answered, in per cent.
    #[arg(long, value_name = "PCT", value_parser = clap::value_parser!(u32).range(0..=100))]
    pub min_coverage: Option<u32>,
    /// How to print it.
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_default_value = true)]
    pub format: CheckFormat,
}

/// What `migrate` takes.
#[derive(Args, Debug)]
pub struct Migrate {
    /// The assessment: a file, `-`, TEAM, TEAM~N, TEAM@YYYY-MM-DD, or TEAM:CHECKLIST.
    pub target: String,
    /// The checklist to carry it over to; else the one that its id leads to now.
    #[arg(long, value_name = "ID|FILE")]
    pub to: Option<String>,
    /// Only say what it would do.
    #[arg(long)]
    pub dry_run: bool,
    /// The day of the new assessment: 2026-11-23, today, or counted from today, such as -1w.
    #[arg(long, value_name = "DATE", default_value = "today", allow_hyphen_values = true)]
    pub date: String,
    /// Write to FILE instead of the store.
    #[arg(short, long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// How to print it.
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_default_value = true)]
    pub format: Format,
}
