//! The commands by their whole output and exit status, in both languages.

#[path = "cli/world.rs"]
mod world;

#[path = "cli/areas.rs"]
mod areas;
#[path = "cli/config.rs"]
mod config;
#[path = "cli/errors.rs"]
mod errors;
#[path = "cli/files.rs"]
mod files;
#[path = "cli/import.rs"]
mod import;
#[path = "cli/models.rs"]
mod models;
#[path = "cli/pages.rs"]
mod pages;
#[path = "cli/plain.rs"]
mod plain;
