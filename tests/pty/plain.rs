//! The walk line by line, where the surroundings ask for it.

use crate::place::{Place, at};
use crate::session::{ENTER, Session, Shown, Start};

/// Types a line after the prompt that ends what is shown by now, and waits for what is said then, which may have left the
/// screen since.
fn line(session: &mut Session, typed: &str, then: &str) {
    session.wait("a prompt", |shown| shown.text().trim_end().ends_with('>'));
    session.keys(&format!("{typed}{ENTER}"));
    session.wait(then, |shown| shown.raw().contains(then));
}

#[test]
fn a_dumb_terminal_and_a_screen_reader_get_lines_without_any_escape_sequence() {
    for (name, value) in [("TERM", "dumb"), ("ACCESSIBLE", "1")] {
        for lang in ["en", "zh"] {
            let place = Place::with("");
            let mut session = Start::at(&place).env(name, value).env("OPSLADDER_LANG", lang).spawn();
            let (saved, undone) = if lang == "en" { ("saved: ", "undone: ") } else { ("已保存：", "已撤销：") };
            line(&mut session, "y", saved);
            place.wait_for_file("an answer", |place| place.answers() == "deploys-and-runs=yes");
            line(&mut session, "u", undone);
            place.wait_for_file("no answer", |place| place.answers().is_empty());
            line(&mut session, "q", "q");
            assert_eq!(session.end().exit_code(), 0, "{name} {lang}");
            let raw = session.now(Shown::raw);
            assert!(!raw.contains('\x1b'), "{name} {lang}: {raw:?}");
        }
    }
}

#[test]
fn on_a_narrow_terminal_no_line_breaks_inside_a_word() {
    let long = "https://wiki.example/operations/runbooks/payments/deployment-and-rollback";
    let note =
        format!("[criteria.deploys-and-runs]\nanswer = \"yes\"\nanswered = 2026-08-01\nnote = \"See {long} first.\"\n");
    let place = Place::with(&note);
    let mut session = Start::at(&place).env("ACCESSIBLE", "1").size(40, 12).spawn();
    line(&mut session, "?", "more >");
    session.wait("the list of what can be typed", |shown| shown.raw().contains("? help"));
    line(&mut session, "q", "q");
    assert_eq!(session.end().exit_code(), 0);
    let raw = session.now(Shown::raw);
    // A path and the commands that come next are there to be copied.
    let (asked, _) = raw.split_once("the answers are in").expect("the place of the answers");
    let lines: Vec<&str> = asked.lines().map(str::trim_end).collect();
    assert!(lines.contains(&long) || lines.iter().any(|line| line.trim() == long), "{raw}");
    for line in lines.iter().filter(|line| line.trim() != long) {
        assert!(opsladder::text::width(line) <= 40, "{line}");
    }
}

#[test]
fn a_first_assessment_is_begun_line_by_line() {
    for lang in ["en", "zh"] {
        let place = Place::new();
        let mut session = Start::at(&place).env("ACCESSIBLE", "1").env("OPSLADDER_LANG", lang).spawn();
        let (unfit, none, date, saved) = match lang {
            "en" => ("choose another name", "is not an answer here", "is not a date", "saved: "),
            _ => ("请换一个名称", "在此无效", "不是日期", "已保存："),
        };
        line(&mut session, "../x", unfit);
        line(&mut session, "Payments", "production-readiness");
        line(&mut session, "9", none);
        line(&mut session, "1", "1");
        line(&mut session, "9", none);
        line(&mut session, "2", "2");
        line(&mut session, "soon", date);
        line(&mut session, "2026-11-23", "2026-11-23");
        line(&mut session, "Lin, 林", "Payments/2026-11-23.toml");
        line(&mut session, "y", saved);
        line(&mut session, "q", "opsladder assess Payments");
        assert_eq!(session.end().exit_code(), 0, "{lang}");
        let saved = place.saved();
        let text = |key: &str| at(&saved, &[key]).map(ToString::to_string);
        assert_eq!(text("profile").as_deref(), Some("\"startup\""));
        assert_eq!(text("assessors").as_deref(), Some("[\"Lin\", \"林\"]"));
        assert_eq!(place.answers(), "deploys-and-runs=yes");
    }
}
