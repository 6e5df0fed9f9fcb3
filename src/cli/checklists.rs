//! `checklist` and what follows it.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::format::{Format, LintFormat, ShowFormat};
use crate::store::format::schema::FileKind;

/// What `checklist import` takes.
#[derive(Args, Debug)]
pub struct Import {
    /// The files; several make one checklist.
    #[arg(required = true, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub files: Vec<String>,
    /// Write to FILE instead of ./ID.toml; `-` is standard output.
    #[arg(short, long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Take a field from a column, where its header does not tell; may be given several times.
    #[arg(long, value_name = "FIELD=COLUMN")]
    pub map: Vec<String>,
    /// The id of the checklist; else what the source calls itself, or the name of its file.
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Only say what it would do.
    #[arg(long)]
    pub dry_run: bool,
}

/// What to do with checklists.
#[derive(Debug, Subcommand)]
pub enum Checklists {
    /// List the checklists that can be chosen.
    #[command(after_long_help = "Example:\n  opsladder checklist list")]
    List,
    /// Show all that a checklist asks.
    #[command(after_long_help = "\
Examples:
  opsladder checklist show
  opsladder --lang zh checklist show ./mine.toml
  opsladder checklist show operations --format toml > ours.toml")]
    Show {
        /// An id or a file.
        #[arg(value_name = "ID|FILE", default_value = "operations")]
        checklist: String,
        /// How to print it.
        #[arg(long, value_name = "FORMAT", default_value = "text", hide_default_value = true)]
        format: ShowFormat,
    },
    /// Write a checklist to begin with, every part of it explained.
    ///
    /// A file that exists is never overwritten.
    #[command(after_long_help = "\
Examples:
  opsladder checklist new production-readiness
  opsladder --lang zh checklist new '上线检查' -o go-live.toml")]
    New {
        /// What it is called; its letters and digits are its id.
        name: String,
        /// Write to FILE instead of ./ID.toml.
        #[arg(short, long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
        output: Option<PathBuf>,
    },
    /// Make a checklist of a table, a task list or a published catalog.
    ///
    /// Reads CSV and spreadsheets (.xlsx); Markdown with task lists or tables under headings; JSON that lists objects, also
    /// within each other; OSCAL catalogs (JSON) and Gemara control catalogs (YAML). Says what stands in which column, what the first items are, and
    /// what was skipped and why. Published numbers become ids: V1.2.3 is v1-2-3.
    ///
    /// Into a file that is there, it brings what has changed in the source: your own texts, remarks and items stay, what you
    /// took out stays out, what is gone from the source is named and stays.
    #[command(after_long_help = "\
FIELD is one of code, title, guidance, level, level-1 … level-9 (a column of
marks), area, area-code, section, section-code, check, pitfall, remedy, yes,
partial, no, references, ref.SCHEME (a column of numbers, such as ref.CWE).
COLUMN is its header, or its number from 1; empty for in none.

Examples:
  opsladder checklist import readiness.csv --dry-run
  opsladder checklist import readiness.csv --map title=Question --map level=Stage
  opsladder checklist import guide.md -o .opsladder/checklists/guide.toml
  opsladder checklist import baseline/*.yaml --id baseline")]
    Import(Import),
    /// Say what became of each item between two checklists.
    #[command(after_long_help = "\
Examples:
  opsladder checklist diff operations ./mine.toml
  opsladder checklist diff v1.toml v2.toml --format json")]
    Diff {
        /// The old one: an id or a file.
        #[arg(value_name = "OLD")]
        old: String,
        /// The new one: an id or a file.
        #[arg(value_name = "NEW")]
        new: String,
        /// How to print it.
        #[arg(long, value_name = "FORMAT", default_value = "text", hide_default_value = true)]
        format: Format,
    },
    /// Check checklist files; every problem and every doubt with its place.
    ///
    /// Warnings tell what can be used and may not be meant: a level with one criterion, a criterion without guidance or remedy,
    /// texts that lack a language, items that nothing leads to, links that stand twice, `better` against the target, titles
    /// nearly the same, ids that nobody can read. Exit status 1 if there are errors, or warnings with --strict; 2 if a file
    /// cannot be read.
    #[command(after_long_help = "\
Examples:
  opsladder checklist lint mine.toml
  opsladder checklist lint .opsladder/checklists/*.toml
  opsladder checklist lint --strict --format github checklists/*.toml")]
    Lint {
        /// The files.
        #[arg(required = true, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
        files: Vec<String>,
        /// Take warnings as errors.
        #[arg(long)]
        strict: bool,
        /// How to print it.
        #[arg(long, value_name = "FORMAT", default_value = "text", hide_default_value = true)]
        format: LintFormat,
    },
    /// Print the JSON Schema of a kind of file, for editors.
    ///
    /// By it they complete and check what is typed. With taplo, and so with Even Better TOML, a file names its schema in its first line: `#:schema PATH`.
    #[command(after_long_help = "\
Examples:
  opsladder checklist schema > checklist.schema.json
  opsladder checklist schema assessment > assessment.schema.json")]
    Schema {
        /// Of which kind of file.
        #[arg(value_name = "FILE", default_value = "checklist", hide_default_value = true)]
        of: FileKind,
    },
}
