//! `report` in every form: whole outputs in both languages, hostile text, and what other programs read of them.

mod support;
#[allow(dead_code, reason = "the tests of the other commands take more of it")]
#[path = "cli/world.rs"]
mod world;

#[path = "report/files.rs"]
mod files;
#[path = "report/formats.rs"]
mod formats;
#[path = "report/hostile.rs"]
mod hostile;
// On the others, what opens files is no program that a test can put its own in place of.
#[cfg(all(unix, not(target_os = "macos")))]
#[path = "report/opening.rs"]
mod opening;
#[path = "report/paper.rs"]
mod paper;

use std::path::Path;

use world::World;

/// A checklist of a few lines, with something of every kind.
const CHECKLIST: &str = include_str!("report/checklist.toml");
/// An assessment of it.
const ANSWERS: &str = include_str!("report/answers.toml");

/// A store with one small team that has a past.
fn small() -> World {
    let world = World::empty();
    world.write("store/checklists/tiny.toml", CHECKLIST);
    world.write("store/Search-搜索/2026-11-23.toml", ANSWERS);
    let before = ANSWERS.replace("date = 2026-11-23\nstatus = \"final\"", "date = 2026-05-01\nstatus = \"final\"");
    let before = before.replace("answer = \"yes\" # since summer", "answer = \"no\"");
    world.write("store/Search-搜索/2026-05-01.toml", &before);
    world
}

/// Holds `actual` against `tests/report/NAME`; `SNAPSHOTS=overwrite` writes the file anew.
fn golden(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report").join(name);
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        std::fs::write(&path, actual).expect("the snapshot can be written");
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    snapbox::assert_data_eq!(actual.to_owned(), snapbox::Data::text(expected).raw());
}

/// Holds that `text` is well-formed XML.
fn parse_xml(text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event().unwrap_or_else(|wrong| panic!("{wrong}: {text}")) {
            quick_xml::events::Event::Eof => return,
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    attribute.expect("a well-formed attribute");
                }
            }
            _ => {}
        }
    }
}
