//! `checklist new`: a commented checklist to begin with.

use std::path::{Path, PathBuf};

use super::import::hint;
use crate::commands::output::{self, Stop};
use crate::commands::{Context, DONE};
use crate::error::Error;
use crate::i18n::{Lang, say};
use crate::model::Id;
use crate::model::id::slug;
use crate::store;
use crate::text::one_line;

/// The starter in each language, with a place for the id and one for the title.
const fn starter(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("starter.en.toml"),
        Lang::Zh => include_str!("starter.zh.toml"),
    }
}

pub(super) fn run(context: &Context, name: &str, file: Option<&Path>) -> std::result::Result<u8, Stop> {
    let of_file = || file.and_then(Path::file_stem).and_then(|stem| slug(&stem.to_string_lossy(), 60));
    let id = slug(name, 60).or_else(of_file).and_then(|id| Id::parse(&id));
    let Some(id) = id else {
        return Err(Error::new(say::new_checklist_name(one_line(name))).hint(say::new_checklist_name_hint()).into());
    };
    let path = file.map_or_else(|| PathBuf::from(format!("{id}.toml")), Path::to_owned);
    let shown = path.display().to_string();
    if !path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml")) {
        return Err(Error::new(say::import_not_toml(one_line(&shown))).hint(say::import_not_toml_hint()).into());
    }
    if path.symlink_metadata().is_ok() {
        let error = Error::new(say::new_checklist_exists(one_line(&shown)));
        return Err(error.hint(say::new_checklist_exists_hint()).into());
    }
    let title = toml_edit::Value::from(one_line(name)).to_string();
    let text = starter(context.lang).replace("\"ID\"", &format!("\"{id}\"")).replace("\"TITLE\"", &title);
    store::create(&path, &text)?;
    output::print(&format!("{}\n", say::import_written(one_line(&shown)).get(context.lang)))?;
    hint(&say::import_next(one_line(&shown)), context.lang)?;
    Ok(DONE)
}
