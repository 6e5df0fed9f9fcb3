//! The README tells the truth: its key tables come from the table of commands, its screens from the state, its console
//! blocks from the program, its example file is read and scored.
//!
//! `README=overwrite cargo test --test readme` writes the parts anew; read the difference before it is committed.

mod support_app;
mod support_docs;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use opsladder::i18n::Lang;
use opsladder::reading::Reading;
use opsladder::store::AssessmentFile;
use opsladder::style::Theme;
use opsladder::tui::action::{self, Action, Context};
use opsladder::tui::app::{App, Walk};
use opsladder::tui::keymap::{self, Keymap};
use opsladder::tui::screen::form::Form;
use opsladder::tui::screen::home::Home;
use opsladder::tui::update::Effect;

use support_app::{TODAY, before, builtin, empty, listed, press, screen, varied};

fn readme() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// Holds every part of the README against what `make` gives for its name.
fn check(make: impl Fn(&str) -> Option<String>) {
    // The tests of this file may write the same README.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock();
    support_docs::check(&readme(), |name, _| make(name));
}

fn keys_of(row: &'static action::Row, context: Context) -> String {
    if row.action == Action::Choose(1) {
        return "`1` … `9`".to_owned();
    }
    Keymap::default().keys(row, context).map(|key| format!("`{}`", key.name())).collect::<Vec<_>>().join(" ")
}

/// Whether a command has a row of its own: what chooses by a number is told once.
fn is_told(row: &action::Row) -> bool {
    !matches!(row.action, Action::Choose(2..))
}

/// What `config.toml` calls the command, where it can be given other keys there.
fn name_of(row: &action::Row, context: Context) -> String {
    if row.action == Action::Choose(1) {
        return "`option-1` … `option-9`".to_owned();
    }
    if keymap::settable(row) && !context.takes_text() { format!("`{}`", row.action.name()) } else { String::new() }
}

#[test]
fn the_key_tables_are_the_table_of_commands() {
    check(|name| {
        let mut table = String::new();
        match name {
            "keys of the walk" => {
                table.push_str("| key | does | in `[keys]` |\n| --- | --- | --- |\n");
                for row in action::rows(Context::Walk).filter(|row| is_told(row)) {
                    let (keys, name) = (keys_of(row, Context::Walk), name_of(row, Context::Walk));
                    writeln!(table, "| {keys} | {} | {name} |", (row.long)(Lang::En))
                        .expect("a string takes everything");
                }
            }
            "keys elsewhere" => {
                table.push_str("| where | key | does | in `[keys]` |\n| --- | --- | --- | --- |\n");
                let everywhere = |row: &action::Row| row.on.len() == Context::ALL.len();
                for context in Context::ALL.into_iter().filter(|context| *context != Context::Walk) {
                    for row in action::rows(context).filter(|row| !everywhere(row) && is_told(row)) {
                        let (title, long) = (context.title(Lang::En), (row.long)(Lang::En));
                        let (keys, name) = (keys_of(row, context), name_of(row, context));
                        writeln!(table, "| {title} | {keys} | {long} | {name} |").expect("a string takes everything");
                    }
                }
            }
            _ => return None,
        }
        Some(table)
    });
}

#[test]
fn the_screens_are_drawn_from_the_state() {
    let theme = Theme::default();
    let mut app = App::new(Lang::En, theme, TODAY, "~/payments/.opsladder".into());
    // As the program starts with an empty store.
    app.layers.extend([Home::default().into(), Form::new(TODAY, builtin()).into()]);
    press(&mut app, "Payments<Enter><Right><Right>");
    let form = screen(&app);
    let effects = press(&mut app, "<Enter><Enter>Lin, Sam<Enter>");
    let [Effect::Create(made)] = effects.as_slice() else { panic!("{effects:?}") };
    app.open(Walk::new(Reading::new(builtin(), made.assessment.clone())));
    press(&mut app, "yyyyy<Enter>p");
    if let Some(walk) = &mut app.walk {
        walk.saved = opsladder::tui::app::Saved::Yes(Some("10:42:07".into()));
    }
    let walk = screen(&app);
    let older = |days| {
        let mut one = before();
        (one.date, one.team) = (TODAY - jiff::ToSpan::days(days), "Payments".into());
        listed(one)
    };
    let mut newest = varied();
    "Payments".clone_into(&mut newest.team);
    let rows = vec![listed(newest), older(95), older(190), listed(empty("支付/团队", &builtin()))];
    (app.walk, app.layers) = (None, vec![Home::new(rows).into()]);
    press(&mut app, "l");
    let teams = screen(&app);
    let show = |shown: &str| format!("```text\n{}\n```\n", shown.trim_end());
    check(|name| match name {
        "screen: the form" => Some(show(&form)),
        "screen: the walk" => Some(show(&walk)),
        "screen: the teams" => Some(show(&teams)),
        _ => None,
    });
}

#[cfg(unix)]
#[test]
fn the_console_blocks_are_what_the_program_prints() {
    let text = std::fs::read_to_string(readme()).expect("there is a README");
    let home = tempfile::tempdir().expect("a temporary directory");
    let root = home.path().canonicalize().expect("it is there");
    std::fs::create_dir_all(root.join("payments/.opsladder/Payments")).expect("it can be made");
    let example = example(&text);
    std::fs::write(root.join("payments/.opsladder/Payments/2026-11-23.toml"), example).expect("it can be written");
    check(|name| {
        name.starts_with("console").then(|| {
            let (_, after) = text.split_once(&format!("<!-- {name} -->\n")).expect("the part is there");
            let (block, _) = after.split_once("<!-- end -->").expect("it ends");
            support_docs::run(block, &root, &root.join("payments"))
        })
    });
}

/// The example of an assessment file.
fn example(readme: &str) -> &str {
    let (_, after) = readme.split_once("```toml\nformat = 1\nteam").expect("the example is there");
    let (body, _) = after.split_once("```").expect("it ends");
    let start = readme.len() - after.len() - "format = 1\nteam".len();
    readme.get(start..start + "format = 1\nteam".len() + body.len()).expect("it lies in the README")
}

#[test]
fn the_example_file_is_read_and_every_id_in_it_exists() {
    let text = std::fs::read_to_string(readme()).expect("there is a README");
    let file = AssessmentFile::parse("README.md", example(&text)).expect("the example is sound");
    let checklist = builtin();
    for (key, entry) in file.assessment().entries() {
        assert!(checklist.knows(key), "{key} is no item");
        assert!(entry.is_answered(), "{key} shows no answer");
    }
    assert_eq!(
        file.assessment().checklist.digest.as_deref(),
        Some(checklist.digest()),
        "the digest is the checklist's"
    );
}

#[test]
fn the_example_of_keys_can_be_set() {
    let text = std::fs::read_to_string(readme()).expect("there is a README");
    let (_, after) = text.split_once("```toml\n[keys]\n").expect("the example is there");
    let (body, _) = after.split_once("```").expect("it ends");
    let dir = tempfile::tempdir().expect("a temporary directory");
    let config = dir.path().join("config.toml");
    std::fs::write(&config, format!("[keys]\n{body}")).expect("it can be written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_opsladder"));
    let output = command.arg("config").env("OPSLADDER_CONFIG", config).output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
