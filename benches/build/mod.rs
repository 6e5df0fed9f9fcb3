//! Checklists and assessments that the benches measure: the built-in one, and one a hundred times as long.

#![allow(dead_code, reason = "every bench takes what it needs of this")]

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::{Date, date};
use opsladder::model::{Answer, Assessment, Checklist, ChecklistRef, Evidence, Given, Key};
use opsladder::reading::Reading;
use opsladder::scorecard::Scorecard;
use opsladder::store::{AssessmentFile, Places, Store, read_checklist};

/// The day on which everything here happens.
pub(crate) const DAY: Date = date(2026, 11, 23);

/// The built-in checklist's text.
pub(crate) const BUILT_IN: &str = include_str!("../../checklists/operations.toml");

pub(crate) fn built_in() -> Checklist {
    read_checklist("operations.toml", BUILT_IN).expect("the checklist is sound")
}

/// A checklist of 1,200 criteria with guidance, in 6 levels, each linked to two of 1,200 practices.
pub(crate) fn long_text() -> String {
    let mut text = head("1.0.0");
    for nth in 0..1_200 {
        let (level, next) = (nth / 200 + 1, (nth + 1) % 1_200);
        write!(
            text,
            "\n[[criteria]]\nid = \"criterion-{nth}\"\nlevel = {level}\n\
             title = {{ en = \"Criterion {nth} holds\", zh = \"满足标准{nth}\" }}\n\
             guidance = {{ en = \"{}\", zh = \"{}\" }}\n\
             practices = [\"practice-{nth}\", \"practice-{next}\"]\n\
             \n[[practices]]\nid = \"practice-{nth}\"\ntitle = \"Practice {nth}\"\n",
            "Ask who did it last, and look at what it left behind. ".repeat(6),
            "问最近一次是谁做的，看留下了什么。".repeat(6),
        )
        .expect("memory");
    }
    text
}

/// A checklist of so many criteria in six levels and twelve areas, each with a practice of its own; the last `dead` with a
/// link to nothing too.
pub(crate) fn sized_text(count: usize, dead: usize) -> String {
    let mut text = head("1.0.0");
    for nth in 0..12 {
        write!(text, "\n[[areas]]\nid = \"area-{nth}\"\ntitle = \"Area {nth}\"\n").expect("memory");
    }
    for nth in 0..count {
        let (level, area) = (nth * 6 / count + 1, nth % 12);
        let link = if nth + dead < count { String::new() } else { format!(", \"practise-{nth}\"") };
        write!(
            text,
            "\n[[criteria]]\nid = \"criterion-{nth}\"\nlevel = {level}\narea = \"area-{area}\"\n\
             title = {{ en = \"Criterion {nth} holds\", zh = \"满足标准{nth}\" }}\n\
             guidance = \"Ask who did it last, and look at what it left behind.\"\n\
             practices = [\"practice-{nth}\"{link}]\n",
        )
        .expect("memory");
    }
    for nth in 0..count {
        write!(text, "\n[[practices]]\nid = \"practice-{nth}\"\ntitle = \"Practice {nth}\"\n").expect("memory");
    }
    text
}

pub(crate) fn long() -> Checklist {
    read_checklist("long.toml", &long_text()).expect("the checklist is sound")
}

/// A checklist of 1,200 bare criteria in 6 levels; of the `next` version every hundredth is new and every fiftieth reworded.
pub(crate) fn bare(next: bool) -> Checklist {
    let mut text = head(if next { "1.1.0" } else { "1.0.0" });
    for nth in 0..1_200 {
        let name = if next && nth % 100 == 99 { "new" } else { "criterion" };
        let said = if next && nth % 50 == 0 { "holds at all times" } else { "holds" };
        let level = nth / 200 + 1;
        write!(
            text,
            "\n[[criteria]]\nid = \"{name}-{nth}\"\nlevel = {level}\ntitle = \"Criterion {nth} 标准 {said}\"\n"
        )
        .expect("memory");
    }
    read_checklist("long.toml", &text).expect("the checklist is sound")
}

pub(crate) fn head(version: &str) -> String {
    let mut text =
        format!("format = 1\nid = \"long\"\nversion = \"{version}\"\ntitle = {{ en = \"Long\", zh = \"长\" }}\n");
    for level in 1..=6 {
        write!(text, "\n[[levels]]\nlevel = {level}\ntitle = \"Level {level}\"\n").expect("memory");
    }
    text
}

/// An assessment of every item but the steps, each answer in its turn from `turn` on; every `noted`th with a note and
/// evidence and a due date.
pub(crate) fn answered(checklist: &Checklist, turn: usize, noted: usize) -> Assessment {
    let mut assessment = Assessment::new("Payments", DAY, ChecklistRef::to(checklist));
    let keys = checklist.keys().filter(|key| !matches!(key, Key::Step(..)));
    for (nth, key) in keys.enumerate() {
        let mut entry = assessment.entry(&key).cloned().unwrap_or_default();
        let answer = [Answer::YES, Answer::YES, Answer::PARTIAL, Answer::NO][(nth + turn) % 4];
        let given = if matches!(key, Key::Metric(_)) { Given::Value(99.5) } else { Given::Answer(answer) };
        (entry.given, entry.answered) = (Some(given), Some(DAY));
        if nth % noted == 0 {
            let how = if turn == 0 { "by hand" } else { "by a machine, 已演练" };
            entry.note =
                Some(format!("脚本化部署。 Deploy {nth} is scripted; rollback is {how} and was tried in spring."));
            entry.evidence = vec![Evidence { reference: format!("https://ci.example/{nth}"), ..Evidence::default() }];
            entry.due = Some(date(2026, 10, 1));
        }
        assessment.set(key, entry);
    }
    assessment
}

pub(crate) fn card(checklist: Arc<Checklist>, assessment: Assessment) -> Scorecard {
    Scorecard::new(Reading::new(checklist, assessment), None)
}

/// The file of an assessment of `checklist` in a directory.
pub(crate) fn in_file(dir: &Path, checklist: &Checklist) -> AssessmentFile {
    AssessmentFile::create(&dir.join("2026-11-23.toml"), &answered(checklist, 0, 5), checklist)
        .expect("the file is written")
}

/// The text of that.
pub(crate) fn file_text(checklist: &Checklist) -> String {
    let dir = tempfile::tempdir().expect("a directory");
    in_file(dir.path(), checklist).text().to_owned()
}

/// A store in a directory.
pub(crate) fn store(dir: &Path) -> Store {
    Store::at(dir, &Places { cwd: dir.to_owned(), data_dir: None })
}
