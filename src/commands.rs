//! One file a subcommand, each of them load → domain → render; and what they share.

mod assess;
mod check;
mod checklist;
mod config;
mod diff;
mod explain;
mod export;
mod history;
mod lint;
mod list;
mod migrate;
mod new;
mod output;
mod plan;
mod portfolio;
mod progress;
mod report;
mod score;
mod shell;

use std::io::{IsTerminal, Read};
use std::path::PathBuf;

use anstream::{AutoStream, ColorChoice};
use jiff::civil::Date;

pub use output::Stop;

use crate::cli::{Cli, Command, Global};
use crate::error::{Error, Result};
use crate::i18n::{Lang, say};
use crate::model::{Assessment, Id, Level, date as model_date, name};
use crate::programs::variable;
use crate::report::{Paper, link};
use crate::scorecard::Scorecard;
use crate::settings::{Around, Asked, Configured, Settings, ThemeName, When};
use crate::store::{self, AssessmentFile, Library, Opened, Places, Selector, Store};
use crate::style::{Ground, Theme};
use crate::text::LongWords;
use crate::tui::keymap::Keymap;

/// What a command that did what was asked of it ends with.
pub const DONE: u8 = 0;
/// What a command ends with that found that something does not hold.
pub const DOES_NOT_HOLD: u8 = 1;
/// What a command ends with that had trouble and went on.
pub const TROUBLE: u8 = 2;

/// The width of a printed page.
const PAGE: usize = 80;
/// The width of the widest table where there is no terminal to fit it into.
const WIDE: usize = 400;
/// The least width that a page is narrowed to on a small terminal.
const NARROW: usize = 40;

/// What every command knows of its surroundings.
#[derive(Debug)]
pub struct Context {
    /// The language.
    pub lang: Lang,
    /// Where assessments are kept.
    pub store: Store,
    /// The checklists within reach.
    pub library: Library,
    /// How meanings look.
    pub theme: Theme,
    /// Everything that can be set, as it is settled.
    pub settings: Settings,
    /// The width of a page in display cells.
    pub width: usize,
    /// The most display cells that a line may have where it need not be printed.
    pub most: usize,
    /// The day.
    pub today: Date,
}

/// Does what the command line asks for and gives the exit status.
///
/// # Errors
///
/// Trouble, and that nobody reads the output any more.
pub fn run(cli: &Cli) -> std::result::Result<u8, Stop> {
    // These two work wherever the program is installed from, with no home and no store.
    match &cli.command {
        Some(Command::Completions { shell }) => return shell::completions(*shell),
        Some(Command::Man) => return shell::man(),
        _ => {}
    }
    let settings = settings(&cli.global);
    let when = settings.as_ref().map_or(cli.global.color.unwrap_or(When::Auto), |settings| settings.color.value);
    choose_colour(when);
    let context = Context::new(&cli.global, settings?)?;
    match &cli.command {
        None => assess::run(&context, None, false),
        Some(Command::Assess { target, plain }) => assess::run(&context, target.as_deref(), *plain),
        Some(Command::New(new)) => new::run(&context, new),
        Some(Command::List { format }) => list::run(&context, *format),
        Some(Command::Score { target, format }) => score::run(&context, target, *format),
        Some(Command::Report(wanted)) => report::run(&context, wanted),
        Some(Command::Plan { target, to, format }) => plan::run(&context, target, *to, *format),
        Some(Command::Explain { target, id }) => explain::run(&context, target, id.as_deref()),
        Some(Command::Check(wanted)) => check::run(&context, wanted),
        Some(Command::Migrate(wanted)) => migrate::run(&context, wanted),
        Some(Command::Diff(args)) => diff::run(&context, args),
        Some(Command::History(wanted)) => history::run(&context, wanted),
        Some(Command::Portfolio(wanted)) => portfolio::run(&context, wanted),
        Some(Command::Export { format }) => export::run(&context, *format),
        Some(Command::Checklist(what)) => checklist::run(&context, what),
        Some(Command::Config { format }) => config::run(&context, *format),
        Some(Command::Completions { .. } | Command::Man) => Ok(DONE),
    }
}

/// Says on standard error what went wrong.
pub fn complain(cli: &Cli, error: &Error) {
    // A `config.toml` that cannot be read must not keep anybody from being told so.
    let settled = settings(&cli.global).or_else(|_| settle(&cli.global, &Configured::default(), None));
    let (lang, ascii) = settled.map_or_else(
        |_| (of_the_locale().unwrap_or_default(), cli.global.ascii),
        |settings| (settings.lang.value, settings.ascii.value),
    );
    output::complain(error, lang, ascii);
}

impl Context {
    fn new(global: &Global, settings: Settings) -> Result<Self> {
        let places = Places::from_system()?;
        let Some(root) = &settings.store else { return Err(Error::new(say::no_store()).hint(say::no_store_hint())) };
        let store = Store::at(&root.value, &places);
        let colour = AutoStream::choice(&std::io::stdout()) != ColorChoice::Never;
        let theme = Theme {
            name: if colour { settings.theme.value } else { ThemeName::None },
            ground: Ground::known(variable),
            many: ratatui::crossterm::style::available_color_count() >= 256,
            ascii: settings.ascii.value,
            links: std::io::stdout().is_terminal()
                && !settings.ascii.value
                && variable("TERM").is_some_and(|term| link::are_shown_on(&term)),
        };
        let columns = columns();
        let width = columns.map_or(PAGE, |columns| columns.min(PAGE));
        let today = crate::clock::now().date();
        let today = global.today.as_deref().map_or(Ok(today), |text| day(text, today))?;
        let (lang, most) = (settings.lang.value, columns.unwrap_or(WIDE));
        Ok(Self { lang, library: store.library(), store, theme, settings, width, most, today })
    }

    /// What pages are written for.
    pub fn paper(&self) -> Paper {
        Paper {
            lang: self.lang,
            width: self.width,
            most: self.most,
            ascii: self.theme.ascii,
            long_words: LongWords::Broken,
        }
    }

    /// Says on standard error what went wrong, and the command goes on.
    pub fn complain(&self, error: &Error) {
        output::complain(error, self.lang, self.theme.ascii);
    }

    /// Says what went wrong while the rest was done, and gives what the command ends with.
    pub fn done(&self, trouble: &[Error]) -> u8 {
        for error in trouble {
            self.complain(error);
        }
        if trouble.is_empty() { DONE } else { TROUBLE }
    }

    /// The assessment that a command line names, read by the text that it was answered with.
    ///
    /// # Errors
    ///
    /// It is not there, or it or its checklist cannot be read.
    pub fn open(&self, target: &str) -> Result<Opened> {
        self.library.open(self.read(target)?)
    }

    /// The assessment that a command line names, whether or not its checklist is there.
    ///
    /// # Errors
    ///
    /// It is not there, or cannot be read.
    pub fn read(&self, target: &str) -> Result<AssessmentFile> {
        self.store.read(&self.store.selector(target)?, stdin)
    }

    /// As [`Context::open`]; where the target leaves the checklist open and the team answers several, says which it is.
    ///
    /// # Errors
    ///
    /// As there.
    pub fn open_alone(&self, target: &str) -> Result<Opened> {
        let selector = self.store.selector(target)?;
        let opened = self.library.open(self.store.read(&selector, stdin)?)?;
        if matches!(selector, Selector::Team { checklist: None, .. }) {
            self.tell_of_others(opened.file.assessment(), &self.store.other_checklists(&opened.file));
        }
        Ok(opened)
    }

    /// Says by which checklist an assessment is, where its team has `others`, and how to name those.
    pub fn tell_of_others(&self, assessment: &Assessment, others: &[Id]) {
        let named = |id: &Id| format!("`{}`", name::with_checklist(&assessment.team, id));
        let others: Vec<String> = others.iter().map(named).collect();
        if !others.is_empty() {
            let what = say::by_the_last_one(crate::text::one_line(&assessment.team), named(&assessment.checklist.id));
            output::remark(&what, &say::by_others_hint(others.join(", ")), self.lang);
        }
    }

    /// The scorecard of the assessment that a command line names, planned up to `to`.
    ///
    /// # Errors
    ///
    /// As [`Context::open`], and where the checklist has no such level.
    pub fn card(&self, target: &str, to: Option<u8>) -> Result<Scorecard> {
        let opened = self.open_alone(target)?;
        let checklist = &opened.reading.checklist;
        let max = checklist.max_level();
        if let Some(level) = to.filter(|level| !(1..=max.get()).contains(level)) {
            let what = say::no_such_level(level, checklist.id(), max);
            return Err(Error::new(what).hint(say::no_such_level_hint(max)));
        }
        if let Some(newer) = self.library.newer(&opened) {
            let what = say::newer_text(checklist.id(), checklist.version(), newer);
            output::remark(&what, &say::newer_text_hint(crate::text::one_line(target)), self.lang);
        }
        Ok(Scorecard::new(opened.reading, to.map(Level::new)))
    }
}

/// All of standard input.
fn stdin() -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
}

/// The day that a command line names.
fn day(text: &str, today: Date) -> Result<Date> {
    model_date::parse(text, today)
        .ok_or_else(|| Error::new(say::not_a_date(crate::text::one_line(text))).hint(say::day_hint()))
}

/// Settles for every stream of the process when to use colour.
fn choose_colour(when: When) {
    match when {
        When::Auto => {}
        When::Always => ColorChoice::Always.write_global(),
        When::Never => ColorChoice::Never.write_global(),
    }
}

/// Settles everything that can be set.
///
/// # Errors
///
/// `config.toml` cannot be read, or something asks for what there is not.
fn settings(global: &Global) -> Result<Settings> {
    let read = |path: PathBuf| store::read_config(&path, |bound| Keymap::new(bound).1);
    let configured = config_file().map_or_else(|| Ok(Configured::default()), read)?;
    settle(global, &configured, Some(&Places::from_system()?))
}

fn settle(global: &Global, configured: &Configured, places: Option<&Places>) -> Result<Settings> {
    let asked = Asked {
        lang: global.lang.as_deref(),
        store: global.store.as_deref(),
        color: global.color,
        theme: global.theme,
        ascii: global.ascii,
        mouse: global.mouse,
    };
    let around = Around {
        nearest: places.and_then(Places::nearest_store),
        data_dir: places.and_then(|places| places.data_dir.clone()),
        locale: of_the_locale(),
        terminal: std::io::stdout().is_terminal(),
    };
    Settings::resolve(&asked, variable, configured, around)
}

/// The user's `config.toml`, which need not be there; `None` where no place is known for it.
fn config_file() -> Option<PathBuf> {
    variable("OPSLADDER_CONFIG").map(PathBuf::from).or_else(store::config_place)
}

fn of_the_locale() -> Option<Lang> {
    sys_locale::get_locale().and_then(|tag| Lang::from_tag(&tag))
}

/// The columns of the terminal that pages are read on, if they are.
fn columns() -> Option<usize> {
    if !std::io::stdout().is_terminal() {
        return None;
    }
    let (columns, _) = ratatui::crossterm::terminal::size().ok()?;
    // Some terminals say 0 for "not known".
    (columns > 0).then(|| usize::from(columns).max(NARROW))
}
