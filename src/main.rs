//! The binary: parses, dispatches, and turns an error into an exit status.

use std::process::ExitCode;

use clap::Parser;
use opsladder::cli::Cli;
use opsladder::commands::{self, Stop};
use opsladder::store;

fn main() -> ExitCode {
    store::read_ahead();
    let cli = Cli::parse();
    match commands::run(&cli) {
        Ok(status) => ExitCode::from(status),
        // Whoever read the output has seen enough.
        Err(Stop::ClosedPipe) => ExitCode::SUCCESS,
        Err(Stop::Trouble(error)) => {
            commands::complain(&cli, &error);
            ExitCode::from(2)
        }
    }
}
