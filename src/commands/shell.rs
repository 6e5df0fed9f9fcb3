//! `completions` and `man`: made from the command line's own types.

use std::fmt::Write as _;

use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;

use super::DONE;
use super::output::{self, Stop, stopped};
use crate::cli::Cli;

/// Prints completions for a shell.
pub(super) fn completions(shell: Shell) -> Result<u8, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "opsladder", &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(DONE)
}

/// Prints the manual page: the program, then every command.
pub(super) fn man() -> Result<u8, Stop> {
    let mut command = Cli::command();
    command.build();
    let page = page(&command).map_err(|source| stopped(&source))?;
    output::print(&page)?;
    Ok(DONE)
}

fn page(command: &clap::Command) -> std::io::Result<String> {
    let mut page = Vec::new();
    let man = Man::new(command.clone());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut page = String::from_utf8_lossy(&page).into_owned();
    page.push_str(".SH COMMANDS\n");
    commands(command, "", &mut page)?;
    page.push_str(".SH NOTES\n");
    page.push_str(&as_it_is(command));
    let mut end = Vec::new();
    man.render_version_section(&mut end)?;
    page.push_str(&String::from_utf8_lossy(&end));
    Ok(page)
}

/// A subsection for every command below `command`, each with what it does and takes.
fn commands(command: &clap::Command, above: &str, page: &mut String) -> std::io::Result<()> {
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        let name = format!("{above}{}", sub.get_name());
        if sub.has_subcommands() {
            commands(sub, &format!("{name} "), page)?;
            continue;
        }
        // What is taken everywhere is said once, at the top.
        let own = sub.clone().mut_args(|arg| {
            let everywhere = arg.is_global_set() || matches!(arg.get_id().as_str(), "help" | "version");
            arg.hide(everywhere)
        });
        let man = Man::new(own);
        let mut section = Vec::new();
        man.render_description_section(&mut section)?;
        man.render_options_section(&mut section)?;
        // Writing to a string does not fail.
        let _ = writeln!(page, ".SS \"{name}\"");
        let section = String::from_utf8_lossy(&section);
        let lines = section
            .lines()
            .filter(|line| !line.starts_with(".SH") && !line.starts_with(".ie") && !line.starts_with(".el"));
        for line in lines {
            page.push_str(line);
            page.push('\n');
        }
        page.push_str(&as_it_is(sub));
    }
    Ok(())
}

/// What stands below a command's long help, line for line: examples do not survive being filled.
fn as_it_is(command: &clap::Command) -> String {
    let Some(text) = command.get_after_long_help() else { return String::new() };
    let mut shown = ".PP\n.nf\n".to_owned();
    for line in text.to_string().lines() {
        // A point or a quote at the start of a line would be a request.
        if line.starts_with(['.', '\'']) {
            shown.push_str("\\&");
        }
        shown.push_str(&line.replace('\\', "\\e").replace('-', "\\-"));
        shown.push('\n');
    }
    shown.push_str(".fi\n");
    shown
}
