//! `config.toml`, reading: what the user set once for everywhere, each value with its line, or every problem of the file.

use std::path::{Path, PathBuf};

use directories::BaseDirs;

use crate::diagnostic::Diagnostic;
use crate::error::Result;
use crate::i18n::Lang;
use crate::settings::{Bound, Configured, Line, ThemeName, When};

use super::disk;
use super::reader::{Fields, Node, Reader, read};

/// Everything that can be set.
const KEYS: &[&str] = &["lang", "store", "color", "theme", "ascii", "auto-advance", "mouse", "keys"];

/// Where `config.toml` is kept, where there is a place for it.
pub fn config_place() -> Option<PathBuf> {
    Some(super::user_directories()?.config_dir().join("config.toml"))
}

/// What the file at `path` says; nothing where it is not there. What is wrong with the keys of commands is said by `wrong`.
///
/// # Errors
///
/// It cannot be read, or it has problems: then all of them at once.
pub fn read_config(path: &Path, wrong: impl FnOnce(&[Bound]) -> Vec<Diagnostic>) -> Result<Configured> {
    if std::fs::exists(path).is_ok_and(|there| !there) {
        return Ok(Configured::default());
    }
    read(&path.display().to_string(), &disk::read_text(path)?, None, |reader, root| {
        reader.only(root, &KEYS.iter().copied());
        let configured = Configured {
            lang: line(reader, root, "lang", |r, key, node| r.word(key, node, &Lang::ALL, Lang::tag)),
            store: line(reader, root, "store", |r, key, node| Some(directory(path, &r.filled(key, node)?))),
            color: line(reader, root, "color", |r, key, node| r.word(key, node, When::ALL, When::word)),
            theme: line(reader, root, "theme", |r, key, node| r.word(key, node, ThemeName::ALL, ThemeName::word)),
            ascii: line(reader, root, "ascii", Reader::boolean),
            auto_advance: line(reader, root, "auto-advance", Reader::boolean),
            mouse: line(reader, root, "mouse", Reader::boolean),
            keys: reader.optional(root, "keys", keys).unwrap_or_default(),
        };
        reader.problems.extend(wrong(&configured.keys));
        Some(configured)
    })
}

/// A value with its line.
fn line<'a, 's, T>(
    reader: &mut Reader<'s>,
    root: &Fields<'a>,
    key: &str,
    value: impl FnOnce(&mut Reader<'s>, &str, Node<'a>) -> Option<T>,
) -> Line<T> {
    reader.optional(root, key, |reader, key, node| {
        let line = reader.line_of(node.span().start);
        Some((value(reader, key, node)?, line))
    })
}

/// The keys of commands: `COMMAND = "key"` or `COMMAND = ["key", "key"]`.
fn keys(reader: &mut Reader<'_>, key: &str, node: Node<'_>) -> Option<Vec<Bound>> {
    let fields = reader.table(key, node, "`[keys]`".to_owned())?;
    let all = fields.iter().filter_map(|(command, at, node)| {
        let keys = match node.get_ref().as_array() {
            // Of a list that is wrong nothing else is said.
            Some(all) => reader.list(command, node, Reader::string).filter(|keys| keys.len() == all.len())?,
            None => vec![(node.span(), reader.string(command, node)?)],
        };
        let keys = keys.into_iter().map(|(at, name)| (name, at)).collect();
        Some(Bound { command: command.to_owned(), line: reader.line_of(at.start), at, keys })
    });
    let mut all: Vec<Bound> = all.collect();
    all.sort_by_key(|bound| bound.at.start);
    Some(all)
}

/// A directory that the file at `config` names: `~/…` is in the home directory, any other relative one beside the file.
fn directory(config: &Path, named: &str) -> PathBuf {
    let at_home = named.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(std::path::is_separator));
    if let (Some(rest), Some(dirs)) = (at_home, BaseDirs::new()) {
        let rest = rest.trim_start_matches(std::path::is_separator);
        return if rest.is_empty() { dirs.home_dir().to_owned() } else { dirs.home_dir().join(rest) };
    }
    config.parent().map_or_else(|| named.into(), |dir| dir.join(named))
}
