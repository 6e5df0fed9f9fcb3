//! What a piece of evidence refers to, opened by the desktop: addresses of the web, and files that do nothing by themselves.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::i18n::{Text, say};
use crate::programs;
use crate::report::link;
use crate::text::one_line;

/// The endings of files that a desktop runs rather than shows: somebody else may have written the reference, and the file.
const RUN: [&str; 28] = [
    "app", "bat", "cmd", "com", "command", "cpl", "desktop", "exe", "hta", "inf", "jar", "js", "jse", "lnk", "msc",
    "msi", "pif", "ps1", "reg", "scf", "scr", "terminal", "url", "vbe", "vbs", "webloc", "workflow", "wsf",
];

/// Opens what a reference leads to, a file from one of the directories in `from`; says what was done, or why nothing was.
pub(super) fn open(reference: &str, from: &[PathBuf]) -> Text {
    let shown = one_line(reference);
    let opened = match link::web(reference) {
        Some(address) => programs::open(OsStr::new(&address)),
        None => match file(reference, from) {
            Some(path) if is_run(&path) => Err(say::reference_is_run()),
            Some(path) => programs::open_file(&path),
            None => Err(say::reference_leads_nowhere()),
        },
    };
    match opened {
        Ok(()) => say::reference_opened(shown),
        Err(why) => Text::each(|lang| say::reference_not_opened(lang, why.get(lang), &shown)),
    }
}

/// The file that a reference names, as it is written or without what follows `#`.
fn file(reference: &str, from: &[PathBuf]) -> Option<PathBuf> {
    let whole = reference.trim();
    let names = [Some(whole), whole.split_once('#').map(|(path, _)| path)];
    let paths = names.into_iter().flatten().filter(|name| !name.is_empty());
    paths.flat_map(|name| from.iter().map(move |directory| directory.join(name))).find(|path| path.is_file())
}

/// Whether opening a file may run it.
fn is_run(path: &Path) -> bool {
    // A link is called as it likes; what it leads to is opened.
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let ends = |path: &Path| {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        ending.is_some_and(|ending| RUN.contains(&ending.as_str()))
    };
    ends(path) || ends(&real) || is_executable(&real)
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|meta| meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::{file, is_run};

    #[test]
    fn files_are_found_and_what_would_be_run_is_not_opened() {
        let place = tempfile::tempdir().expect("a directory");
        let (one, other) = (place.path().join("one"), place.path().join("other"));
        for (directory, name) in [(&one, "a b.md"), (&other, "a b.md"), (&other, "手册.md"), (&other, "x.Desktop")] {
            std::fs::create_dir_all(directory).expect("a directory");
            std::fs::write(directory.join(name), "").expect("a file");
        }
        let from = [one.clone(), other.clone()];
        assert_eq!(file("a b.md", &from), Some(one.join("a b.md")));
        assert_eq!(file(" 手册.md#值班 ", &from), Some(other.join("手册.md")));
        for nothing in ["", "#a", "OPS-12", "../one", "ftp://a/b"] {
            assert_eq!(file(nothing, &from), None, "{nothing}");
        }
        assert!(!is_run(&one.join("a b.md")) && is_run(&other.join("x.Desktop")));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_may_be_executed_is_not_opened_under_whatever_name() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let place = tempfile::tempdir().expect("a directory");
        let script = place.path().join("script.md");
        std::fs::write(&script, "#!/bin/sh\n").expect("a file");
        std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).expect("a mode");
        symlink(&script, place.path().join("link.md")).expect("a link");
        std::fs::write(place.path().join("y.desktop"), "").expect("a file");
        symlink(place.path().join("y.desktop"), place.path().join("z.md")).expect("a link");
        assert!(["script.md", "link.md", "z.md"].into_iter().all(|name| is_run(&place.path().join(name))));
    }
}
