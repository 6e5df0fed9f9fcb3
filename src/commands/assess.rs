//! `assess`, and the program without a command: the interactive walk, and the questions line by line.

mod plain;

use std::io::{self, IsTerminal};
use std::path::Path;

use super::output::{self, Stop};
use super::{Context, DONE, variable};
use crate::error::{Error, Result};
use crate::export::{self, ReportFormat};
use crate::i18n::say;
use crate::model::{Assessment, Status, name};
use crate::settings::SetBy;
use crate::store::{AssessmentFile, Opened, Selector, Store};
use crate::tui::effect::Start;
use crate::tui::keymap::Keymap;

/// Walks the assessment that a command line names: line by line where that is asked for, on the screen otherwise. With
/// nothing named: a new assessment on first use, the newest draft, or the list.
pub(super) fn run(context: &Context, target: Option<&str>, plain: bool) -> std::result::Result<u8, Stop> {
    if plain || is_plain() { line_by_line(context, target) } else { interactive(context, target) }
}

/// Whether the surroundings ask for lines instead of screens: `ACCESSIBLE` is set, or the terminal can do no more.
fn is_plain() -> bool {
    let accessible = variable("ACCESSIBLE").is_some_and(|value| value != "0");
    accessible || variable("TERM").is_some_and(|term| term == "dumb") && io::stdin().is_terminal()
}

fn interactive(context: &Context, target: Option<&str>) -> std::result::Result<u8, Stop> {
    // Before anything is read: without a terminal that is what is wrong, whatever else may be.
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Error::new(say::no_terminal()).hint(say::no_terminal_hint()).into());
    }
    let start = match target {
        Some(target) => Start::With(Box::new(open(context, target)?)),
        None => Start::Anywhere,
    };
    let Context { lang, theme, today, .. } = *context;
    let (store, settings) = (context.store.clone(), &context.settings);
    let (auto_advance, mouse) = (settings.auto_advance.value, settings.mouse.value);
    let (keymap, _) = Keymap::new(&settings.keys);
    let options = crate::tui::Options { lang, theme, auto_advance, keymap, mouse, today, store, start };
    if let Some(path) = crate::tui::run(options)? {
        part(context, &path);
    }
    Ok(DONE)
}

/// Says where the answers are, and what may be done with them next.
fn part(context: &Context, path: &Path) {
    let Context { lang, store, settings, .. } = context;
    output::say(&say::answers_in(path.display()), *lang);
    let named =
        settings.store.as_ref().filter(|store| store.by == SetBy::CommandLine).map(|store| store.value.as_path());
    if let Some(commands) = next(store, named, path) {
        output::say(&say::comes_next(commands), *lang);
    }
}

/// The commands that come after the walk through the assessment in `path`, one a line, as a shell takes them; with the store,
/// where that was `named`. `None` if the file cannot be read any more.
fn next(store: &Store, named: Option<&Path>, path: &Path) -> Option<String> {
    let file = AssessmentFile::read(path).ok()?;
    let assessment = file.assessment();
    let target = target(store, assessment, path);
    let page = export::file_name(assessment, ReportFormat::Html);
    let (go_on, plan, report) = (["assess", &target], ["plan", &target], ["report", &target, "-o", &page]);
    let again = ["new", &assessment.team, "--from", &target];
    let commands: [&[&str]; 3] = match assessment.status {
        Status::Draft => [&go_on, &plan, &report],
        Status::Final => [&plan, &report, &again],
    };
    let named = named.map(|store| store.display().to_string());
    let lines = commands.into_iter().map(|words| {
        let store = named.iter().flat_map(|store| ["--store", store]);
        let words = ["opsladder"].into_iter().chain(words.iter().copied()).chain(store);
        format!("  {}", shell_words::join(words))
    });
    Some(lines.collect::<Vec<_>>().join("\n"))
}

/// What names the assessment in `path` on a command line: its team, the team and the day, the same with the checklist, else
/// the path.
fn target(store: &Store, assessment: &Assessment, path: &Path) -> String {
    let resolved = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let leads_there = |target: &String| {
        let read = store.selector(target).and_then(|selector| store.read(&selector, || Ok(Vec::new())));
        // What begins like an option is none.
        !target.starts_with('-')
            && read.is_ok_and(|file| file.path().is_some_and(|found| resolved(found) == resolved(path)))
    };
    let Assessment { team, date, .. } = assessment;
    let by = name::with_checklist(team, &assessment.checklist.id);
    let shortest = [team.clone(), format!("{team}@{date}"), by.clone(), format!("{by}@{date}")];
    let shortest = shortest.into_iter().find(leads_there);
    shortest.unwrap_or_else(|| path.display().to_string())
}

/// The questions of an assessment, line by line on standard input and output.
fn line_by_line(context: &Context, target: Option<&str>) -> std::result::Result<u8, Stop> {
    let opened = match target {
        Some(target) => Some(open(context, target)?),
        None => newest_draft(context)?,
    };
    let echo = !io::stdin().is_terminal();
    let path = plain::run(context, opened, echo, io::stdin().lock(), io::stdout().lock())?;
    // A script knows.
    if let Some(path) = path.filter(|_| !echo) {
        part(context, &path);
    }
    Ok(DONE)
}

fn open(context: &Context, target: &str) -> Result<Opened> {
    if context.store.selector(target)? == Selector::Stdin {
        // There would be nothing to save into, and nobody to answer.
        return Err(Error::new(say::stdin_not_saved()).hint(say::stdin_not_saved_hint()));
    }
    context.open_alone(target)
}

/// The newest draft, where there is exactly one team; `None` where there is none.
fn newest_draft(context: &Context) -> Result<Option<Opened>> {
    let mut listing = context.store.list()?;
    if let Some(broken) = listing.broken.pop() {
        return Err(broken.error);
    }
    let mut teams: Vec<&str> = listing.found.iter().map(|found| found.assessment.team.as_str()).collect();
    teams.dedup();
    match teams.as_slice() {
        [] => Ok(None),
        [team] => {
            let Some(draft) = listing.newest_draft()? else {
                return Err(Error::new(say::no_draft(team)).hint(say::no_draft_hint()));
            };
            context.library.open(AssessmentFile::read(&draft.path)?).map(Some)
        }
        several => {
            let names: Vec<String> = several.iter().map(|team| format!("`{team}`")).collect();
            Err(Error::new(say::several_teams()).hint(say::several_teams_hint(names.join(", "))))
        }
    }
}
