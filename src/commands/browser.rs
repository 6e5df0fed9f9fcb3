//! The browser that a written page is opened in, where there is one.

use std::path::Path;

use super::variable;
use crate::i18n::{Text, say};
use crate::text::one_line;

/// Opens a page in the program that `BROWSER` names, else in the desktop's browser, and does not wait for it; what either
/// says goes nowhere.
///
/// # Errors
///
/// Why it was not opened.
pub(super) fn open(page: &Path) -> Result<(), Text> {
    // A browser that runs already is in a directory of its own, and no program takes an absolute path for an option.
    let page = std::path::absolute(page).unwrap_or_else(|_| page.to_owned());
    if let Some(program) = variable("BROWSER") {
        let started = open::with_detached(page, &program);
        return started.map_err(|source| say::browser_does_not_start(one_line(&program), source));
    }
    if !has_screen() {
        return Err(say::no_browser());
    }
    open::that_detached(page).map_err(|_| say::no_browser())
}

/// Whether there is a screen that a browser can show something on. Openers that find none fall back to browsers for
/// terminals.
fn has_screen() -> bool {
    cfg!(any(windows, target_os = "macos"))
        || ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"].iter().any(|name| variable(name).is_some())
}
