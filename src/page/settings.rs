//! What is set, and who settled it.

use super::document::{Block, Cell, Document, Kind, Line, Table, quote};
use crate::i18n::{Lang, say};
use crate::settings::{SetBy, Settings};
use crate::style::Meaning;

/// Everything that can be set, and the file at `file` that sets some of it, if `there`.
pub fn settings(settings: &Settings, file: Option<&str>, there: bool, lang: Lang) -> Document<'static> {
    let mut table = Table::new(&[
        (say::setting(lang), Kind::Title),
        (say::setting_value(lang), Kind::Words),
        (say::from(lang), Kind::Words),
    ]);
    table.wide = true;
    for (name, value, by) in settings.rows() {
        table.row([
            Cell::from(Line::said(&quote(&name)).meaning(Meaning::Title)),
            Line::said(&quote(&value.to_string())).into(),
            Line::ours(set_by(&by, lang)).meaning(Meaning::Muted).into(),
        ]);
    }
    let file = match file {
        Some(path) if there => say::config_file(lang, quote(path)),
        Some(path) => say::config_file_missing(lang, quote(path)),
        None => say::no_config_place(lang).to_owned(),
    };
    let mut page = Document::default();
    page.push(Block::Verbatim(Line::said(&file).meaning(Meaning::Muted)));
    page.push(table);
    page
}

/// Who settled a value, in words.
fn set_by(by: &SetBy, lang: Lang) -> String {
    match by {
        SetBy::CommandLine => say::set_by_command_line(lang).to_owned(),
        SetBy::Variable(name) => say::set_by_variable(lang, name),
        SetBy::ConfigLine(line) => say::set_by_config(lang, line),
        SetBy::Directory => say::set_by_directory(lang).to_owned(),
        SetBy::Locale => say::set_by_locale(lang).to_owned(),
        SetBy::Terminal => say::set_by_terminal(lang).to_owned(),
        SetBy::Default => say::set_by_default(lang).to_owned(),
    }
}
