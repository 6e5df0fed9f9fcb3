//! `checklist import`: a checklist file out of what others wrote, new or brought up to date.

use std::path::{Path, PathBuf};

use crate::cli::Import;
use crate::commands::output::{self, Stop};
use crate::commands::{Context, DONE};
use crate::error::{Doing, Error, Result};
use crate::i18n::{Lang, Text, say};
use crate::import::{self, Field, MOST_BYTES, Old, Source, Wish};
use crate::page::imported::{self, Imported};
use crate::store::{self, checklist_of};
use crate::text::one_line;

pub(super) fn run(context: &Context, wanted: &Import) -> std::result::Result<u8, Stop> {
    let wishes: Vec<Wish> = wanted.map.iter().map(|text| wish(text)).collect::<Result<_>>()?;
    let mut sources = Vec::new();
    for file in &wanted.files {
        sources.push(Source { shown: file.clone(), bytes: store::read_past(file.as_ref(), MOST_BYTES)? });
    }
    let mut found = import::read(sources, &wishes)?;
    let first = wanted.files.first().map_or("", String::as_str);
    let to_stdout = wanted.output.as_deref() == Some(Path::new("-"));
    let asked = wanted.id.as_deref();
    let (id, path) = match &wanted.output {
        Some(path) if !to_stdout => {
            let there = existing(path)?.and_then(|(_, old)| old.id());
            (import::id_for(asked.or(there.as_deref()), &found, first)?, path.clone())
        }
        _ => {
            let id = import::id_for(asked, &found, first)?;
            let path = PathBuf::from(format!("{id}.toml"));
            (id, path)
        }
    };
    let shown = path.display().to_string();
    let there = if to_stdout { None } else { existing(&path)? };
    let (before, old) = there.map_or_else(|| (None, Old::default()), |(text, old)| (Some(text), old));
    if let Some(other) = old.id().filter(|other| id != other.as_str()) {
        let what = say::import_other_id(one_line(&shown), one_line(&other), id);
        return Err(Error::new(what).hint(say::import_other_id_hint(one_line(&other))).into());
    }
    let draft = import::shape(id, &mut found, &old, &wanted.files);
    let written = import::write(old, &draft);
    if let Err(error) = checklist_of(&shown, written.text.clone().into_bytes()) {
        let what = say::import_unsound(one_line(&shown));
        let first = error.report().and_then(|report| report.problems.first()).map(|problem| &problem.message);
        let why = first.unwrap_or_else(|| error.what());
        let hint = Text::each(|lang| say::import_unsound_hint(why.get(lang)).get(lang).to_owned());
        return Err(Error::new(what).hint(hint).into());
    }
    if to_stdout {
        output::print(&written.text)?;
        return Ok(DONE);
    }
    let there = before.is_some();
    let of = Imported { found: &found, draft: &draft, written: &written, several: wanted.files.len() > 1, there };
    let page = imported::page(of, context.lang);
    let same = before.as_deref() == Some(written.text.as_str());
    if !same && !wanted.dry_run {
        // The file that was read may be another one by now; then it is not ours to replace.
        if there { store::replace(&path, &written.text)? } else { store::create(&path, &written.text)? }
    }
    output::page(context, &page)?;
    let said = match (wanted.dry_run, same) {
        (true, _) => say::import_dry(one_line(&shown)),
        (false, true) => say::import_same_file(one_line(&shown)),
        (false, false) => say::import_written(one_line(&shown)),
    };
    output::print(&format!("\n{}\n", said.get(context.lang)))?;
    if !wanted.dry_run && !there {
        hint(&say::import_next(one_line(&shown)), context.lang)?;
    }
    Ok(DONE)
}

/// Says what may be done next.
pub(super) fn hint(what: &Text, lang: Lang) -> std::result::Result<(), Stop> {
    output::print(&format!("{}{}\n", say::hint_prefix(lang), what.get(lang)))
}

/// The checklist file at a path, if there is one.
fn existing(path: &Path) -> Result<Option<(String, Old)>> {
    let shown = path.display().to_string();
    if !path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml")) {
        return Err(Error::new(say::import_not_toml(one_line(&shown))).hint(say::import_not_toml_hint()));
    }
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(missing) if missing.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error).doing(path, say::doing_read),
    };
    let text = store::utf8(&shown, bytes)?;
    checklist_of(&shown, text.clone().into_bytes())?;
    let old = Old::of(&shown, &text)?;
    Ok(Some((text, old)))
}

/// What `--map FIELD=COLUMN` asks for.
fn wish(text: &str) -> Result<Wish> {
    let parts = text.split_once('=').and_then(|(field, column)| Some((Field::named(field.trim())?, column)));
    let Some((field, column)) = parts else {
        let all: Vec<&str> = Field::NAMES.into_iter().chain(["level-1 … level-9", "ref.SCHEME"]).collect();
        return Err(Error::new(say::import_bad_map(one_line(text))).hint(say::import_bad_map_hint(all.join(", "))));
    };
    Ok(Wish { field, column: column.trim().to_owned() })
}
