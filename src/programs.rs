//! The user's own programs, as the environment names them: what opens a page, a file or a link, and what edits a text.

use std::ffi::OsStr;
use std::path::Path;

use tempfile::TempDir;

use crate::error::{Error, Result};
use crate::i18n::{Text, say};
use crate::text::one_line;

/// An environment variable; one that is empty is not set.
pub(crate) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Opens a file as [`open`] does.
///
/// # Errors
///
/// Why it was not opened.
pub(crate) fn open_file(path: &Path) -> std::result::Result<(), Text> {
    // A browser that runs already is in a directory of its own, and no program takes an absolute path for an option.
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    open(path.as_os_str())
}

/// Opens an address or an absolute path in the program that `BROWSER` names, else in what the desktop has for it, and does
/// not wait for it; what either says goes nowhere.
///
/// # Errors
///
/// Why it was not opened.
pub(crate) fn open(target: &OsStr) -> std::result::Result<(), Text> {
    if let Some(program) = variable("BROWSER") {
        let started = open::with_detached(target, &program);
        return started.map_err(|source| say::browser_does_not_start(one_line(&program), source));
    }
    if !has_screen() {
        return Err(say::no_browser());
    }
    open::that_detached(target).map_err(|_| say::no_browser())
}

/// Whether there is a screen that a browser can show something on. Openers that find none fall back to browsers for
/// terminals.
fn has_screen() -> bool {
    cfg!(any(windows, target_os = "macos"))
        || ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"].iter().any(|name| variable(name).is_some())
}

/// The program that edits a text and its arguments: `VISUAL`, else `EDITOR`, in words as a shell splits them, without one.
///
/// # Errors
///
/// Neither is set, or its quotes do not match.
pub(crate) fn editor() -> Result<(String, Vec<String>)> {
    for name in ["VISUAL", "EDITOR"] {
        let Some(set) = variable(name) else { continue };
        let words = shell_words::split(&set);
        let words = words.map_err(|_| Error::new(say::editor_quotes(name, one_line(&set))))?;
        if let [program, arguments @ ..] = words.as_slice() {
            return Ok((program.clone(), arguments.to_vec()));
        }
    }
    Err(Error::new(say::no_editor()))
}

/// Makes a directory among the temporary ones that nobody else may look into. It goes away unless it is kept.
///
/// # Errors
///
/// There is no place for it.
pub(crate) fn private_directory() -> Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("opsladder-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o700));
    }
    builder.tempdir().map_err(|source| {
        let place = std::env::temp_dir();
        Error::new(say::no_temporary(place.display(), source.kind())).hint(say::no_temporary_hint())
    })
}
