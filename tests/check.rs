//! The gate: what holds, what does not and by how much, and that the README's CI examples do what they say.

mod support;
mod support_over_time;

use std::path::Path;

use jiff::civil::date;
use opsladder::check::{Demands, Failure, Slip, check};
use opsladder::model::{Answer, Assessment, Checklist, Level};

use support::{Build, TODAY, assess, card, change, evidence, id, ids};
use support_over_time::{ANSWERS, V2, World, golden};

fn small() -> Checklist {
    Build::levels(2).criteria(1, &["a", "b"]).criteria(2, &["c", "d"]).done()
}

fn failures(checklist: &Checklist, assessment: &Assessment, demands: &Demands) -> Vec<Failure> {
    check(&card(checklist, assessment.clone()), demands, TODAY).failures
}

#[test]
fn without_a_demand_everything_holds() {
    let checklist = small();
    let verdict = check(&card(&checklist, assess(&checklist, "a=no")), &Demands::default(), date(2030, 1, 1));
    assert!(verdict.failures.is_empty());
}

#[test]
fn a_level_that_is_too_low_names_all_that_holds_it_back() {
    let checklist = small();
    let assessment = assess(&checklist, "a=yes b=partial d=no c=yes");
    let least = |level| Demands { min_level: Some(Level::new(level)), ..Demands::default() };
    let failed = |wanted, blocked: &[&str]| Failure::Level {
        level: Level::NONE,
        wanted: Level::new(wanted),
        evidenced: false,
        blocked_by: ids(blocked),
    };
    assert_eq!(failures(&checklist, &assessment, &least(1)), [failed(1, &["b"])]);
    assert_eq!(failures(&checklist, &assessment, &least(2)), [failed(2, &["b", "d"])]);
    assert!(failures(&checklist, &assess(&checklist, "a=yes b=yes"), &least(1)).is_empty());
}

#[test]
fn the_evidenced_level_is_held_back_by_what_nothing_shows() {
    let checklist = small();
    let mut assessment = assess(&checklist, "a=yes b=yes c=na d=yes");
    let demands = Demands { min_level: Some(Level::new(2)), evidenced: true, ..Demands::default() };
    change(&mut assessment, "a", |entry| entry.evidence = vec![evidence("https://x", None)]);
    change(&mut assessment, "b", |entry| entry.evidence = vec![evidence("https://x", Some(date(2026, 1, 1)))]);
    let expected =
        Failure::Level { level: Level::NONE, wanted: Level::new(2), evidenced: true, blocked_by: ids(&["b", "d"]) };
    assert_eq!(failures(&checklist, &assessment, &demands), [expected]);
    for word in ["b", "d"] {
        change(&mut assessment, word, |entry| entry.evidence = vec![evidence("https://x", Some(TODAY))]);
    }
    assert!(failures(&checklist, &assessment, &demands).is_empty());
}

#[test]
fn age_counts_from_the_day_of_the_assessment() {
    let checklist = small();
    let assessment = assess(&checklist, "");
    let most = |days| Demands { max_age: Some(days), ..Demands::default() };
    let old = |days, today| check(&card(&checklist, assessment.clone()), &most(days), today).failures;
    assert!(old(0, TODAY).is_empty());
    assert!(old(30, date(2026, 12, 23)).is_empty());
    assert_eq!(old(30, date(2026, 12, 24)), [Failure::Age { days: 31, allowed: 30 }]);
    assert_eq!(old(400, date(2028, 11, 23)), [Failure::Age { days: 731, allowed: 400 }]);
    assert!(old(0, date(2026, 1, 1)).is_empty(), "a day still to come is not old");
}

#[test]
fn coverage_is_rounded_down() {
    let checklist = Build::levels(1).criteria(1, &["a", "b", "c"]).done();
    let assessment = assess(&checklist, "a=no b=na");
    let least = |percent| Demands { min_coverage: Some(percent), ..Demands::default() };
    assert!(failures(&checklist, &assessment, &least(66)).is_empty());
    let failed = failures(&checklist, &assessment, &least(67));
    assert!(matches!(failed.as_slice(), [Failure::Coverage { wanted: 67, .. }]), "{failed:?}");
}

/// What has slipped from `then` to `now`, by one checklist.
fn slipped(then: &str, now: &str) -> Vec<Failure> {
    let checklist = small();
    let since = card(&checklist, assess(&checklist, then));
    failures(&checklist, &assess(&checklist, now), &Demands { since: Some(since), ..Demands::default() })
}

fn fell(before: u8, now: u8) -> Failure {
    Failure::LevelFell { since: TODAY, before: Level::new(before), now: Level::new(now) }
}

fn slip(criterion: &str, before: Option<Answer>, now: Option<Answer>) -> Failure {
    Failure::Slipped { since: TODAY, criteria: vec![Slip { criterion: id(criterion), before, now }] }
}

#[test]
fn a_slip_is_an_answer_that_went_down() {
    let (yes, partial, no) = (Some(Answer::YES), Some(Answer::PARTIAL), Some(Answer::NO));
    assert_eq!(slipped("a=yes b=yes c=yes", "a=yes b=yes c=yes"), []);
    assert_eq!(slipped("a=yes b=yes c=yes", "a=yes b=yes c=partial"), [slip("c", yes, partial)], "no level is lost");
    assert_eq!(slipped("a=yes b=yes", "a=yes"), [fell(1, 0), slip("b", yes, None)]);
    assert_eq!(slipped("a=yes c=partial", "a=yes c=no"), [slip("c", partial, no)], "half of it is gone");
    assert_eq!(slipped("", "a=no b=no"), []);
}

#[test]
fn a_waiver_alone_is_no_slip() {
    assert_eq!(slipped("a=yes b=yes c=na", "a=yes b=yes c=no"), []);
    assert_eq!(slipped("a=yes b=yes", "a=yes b=na"), []);
    assert_eq!(slipped("a=yes b=na", "a=yes b=no"), [], "the waiver is what was lifted");
    assert_eq!(slipped("a=yes b=na", "a=na b=na"), []);
}

#[test]
fn another_checklist_is_no_slip() {
    let then = small();
    let since = card(&then, assess(&then, "a=yes b=yes c=yes d=yes"));
    let demands = Demands { since: Some(since), ..Demands::default() };
    // A new criterion, one retired, one moved down, one renamed.
    let now = Build::levels(2)
        .criteria(1, &["a", "c", "fresh"])
        .criterion("bee", 2, |item| item.formerly = support::former(&["b"]))
        .done();
    assert_eq!(failures(&now, &assess(&now, "a=yes c=yes bee=yes"), &demands), []);
    let slipped = slip("bee", Some(Answer::YES), Some(Answer::NO));
    assert_eq!(failures(&now, &assess(&now, "a=yes c=yes bee=no"), &demands), [fell(2, 0), slipped]);
    // A waiver that is not allowed any more is the checklist's doing.
    let strict = Build::levels(2).criterion("a", 1, |item| item.na_allowed = false).criteria(2, &["b"]).done();
    let since = card(&then, assess(&then, "a=na b=yes"));
    let demands = Demands { since: Some(since), ..Demands::default() };
    assert_eq!(failures(&strict, &assess(&strict, "a=na b=yes"), &demands), []);
}

#[test]
fn check_says_one_line_a_target() {
    let world = World::new();
    world.write("store/Search/2026-11-20.toml", &better("Search"));
    let told = world.transcript(&[
        &["check", "Payments", "Search"],
        &["check", "Search", "Payments", "--min-level", "2", "--max-age", "30", "--min-coverage", "90"],
        &["check", "Search", "Payments", "--min-level", "2", "--max-age", "2", "--lang", "zh"],
        &["check", "Search", "Payments", "--min-level", "1", "--evidenced", "--ascii"],
        &["check", "Payments", "Search", "--min-level", "2", "--format", "markdown"],
        &["check", "Search", "--min-level", "2", "--format", "markdown", "--lang", "zh"],
        &["check", "Payments", "--min-level", "2", "--max-age", "30", "--min-coverage", "100", "--format", "json"],
    ]);
    golden("check", &told);
}

/// The answers of a team that has reached level 2.
fn better(team: &str) -> String {
    let answers = ANSWERS
        .replace("\"Payments\"", &format!("\"{team}\""))
        .replace("date = 2026-08-31\nstatus", "date = 2026-11-20\nstatus");
    answers
        .replace("answer = \"partial\"\nanswered = 2026-08-31\nowner", "answer = \"yes\"\nanswered = 2026-11-20\nowner")
}

#[test]
fn check_finds_what_has_slipped() {
    let world = World::new();
    world.write(
        "store/Payments/2026-05-31.toml",
        &better("Payments").replace("date = 2026-11-20\nstatus", "date = 2026-05-31\nstatus"),
    );
    world.write("store/Search/2026-11-20.toml", &better("Search"));
    let told = world.transcript(&[
        &["check", "Payments", "--no-regression-from", "Payments~1"],
        &["check", "Payments", "--no-regression-from", "Payments~1", "--lang", "zh"],
        &["check", "Payments", "--no-regression-from", "Payments~1", "--format", "json"],
        &["check", "Payments~1", "--no-regression-from", "Payments"],
        &["check", "Search", "Payments", "--no-regression-from", "Payments~1"],
        &["check", "Search", "--no-regression-from", "Payments~1", "--lang", "zh"],
    ]);
    golden("check-slipped", &told);
}

#[test]
fn a_migrated_assessment_is_held_against_the_old_one_by_the_old_text() {
    let world = World::new();
    world.write("store/checklists/small-next.toml", V2);
    assert_eq!(world.run(&["migrate", "Payments"]).status, 0);
    let ran = world.run(&["check", "Payments", "--no-regression-from", "Payments~1"]);
    assert_eq!((ran.status, ran.out.as_str()), (0, "✓ ok · Payments · 2026-11-23 · level 0 of 2\n"));
    // Once the old text is gone, the renamed item is still found by its earlier id.
    std::fs::remove_file(world.path("store/checklists/small.toml")).expect("it was there");
    let path = "store/Payments/2026-11-23.toml";
    let no = world.read(path).replace("[criteria.pipeline]\nanswer = \"yes\"", "[criteria.pipeline]\nanswer = \"no\"");
    world.write(path, &no);
    let ran = world.run(&["check", "Payments", "--no-regression-from", "Payments~1"]);
    let line = "✗ failed · Payments · 2026-11-23 · level 0 of 2: no longer met since 2026-08-31: “A pipeline builds every change” (yes → no)\n";
    assert_eq!((ran.status, ran.out.as_str()), (1, line), "{}", ran.err);
}

#[test]
fn trouble_with_one_target_does_not_hide_the_others() {
    let world = World::new();
    world.write("work/bad.toml", "format = 1\nteam = 7\n");
    world.write(
        "store/Other/2026-11-01.toml",
        &ANSWERS.replace("id = \"small\"", "id = \"operations\"").replace("\"Payments\"", "\"Other\""),
    );
    let told = world.transcript(&[
        &["check", "bad.toml", "Payments", "nobody", "--min-level", "1"],
        &["check", "nobody", "Payments", "--min-level", "2", "--format", "markdown", "--lang", "zh"],
        &["check", "nobody", "--format", "json"],
        &["check", "Payments", "Other", "--min-level", "3"],
        &["check", "Payments", "--min-level", "0", "--lang", "zh"],
        &["check", "Payments", "--no-regression-from", "nobody"],
        &["check", "Payments", "--evidenced"],
        &["check", "Payments", "--evidenced", "--lang", "zh"],
    ]);
    golden("check-trouble", &told);
    for usage in [["check", "Payments", "--min-coverage", "101"], ["check", "Payments", "--max-age", "-1"]] {
        assert_eq!(world.run(&usage).status, 2, "{usage:?}");
    }
    assert_eq!(world.run(&["check"]).status, 2);
}

/// The shell lines of a CI example of the README: below `run: |`, and the items below `script:` and `after_script:`.
fn shell_lines(part: &str) -> Vec<String> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("a README");
    let (_, after) = text.split_once(&format!("<!-- {part} -->\n")).expect("the part is there");
    let (block, _) = after.split_once("<!-- end -->").expect("it ends");
    let mut jobs: Vec<String> = Vec::new();
    let mut within: Option<usize> = None;
    for line in block.lines() {
        let indent = line.len() - line.trim_start().len();
        if line.ends_with("run: |") || line.ends_with("script:") {
            within = Some(indent);
            jobs.push(String::new());
        } else if within.is_some_and(|above| indent > above) {
            let job = jobs.last_mut().expect("one has begun");
            job.push_str(line.trim_start().trim_start_matches("- "));
            job.push('\n');
        } else {
            within = None;
        }
    }
    jobs
}

/// Runs the jobs of an example in a repository whose team is at level 1, as last time, or has slipped; gives their exit
/// statuses and the files that they wrote.
#[cfg(unix)]
fn ci(part: &str, slip: bool) -> (Vec<Option<i32>>, String) {
    let world = World::new();
    let work = world.path("work");
    let path = std::env::join_paths([
        Path::new(env!("CARGO_BIN_EXE_opsladder")).parent().expect("a directory"),
        Path::new("/usr/bin"),
        Path::new("/bin"),
    ]);
    let path = path.expect("no colons in paths");
    let sh = |line: &str| {
        let mut command = std::process::Command::new("sh");
        command.args(["-ec", line]).current_dir(&work).env_clear().env("PATH", &path).env("LC_ALL", "C.UTF-8");
        command.env("HOME", world.path("home")).env("GITHUB_STEP_SUMMARY", work.join("summary.md"));
        command.status().expect("there is a shell").code()
    };
    let newest = || {
        let files = std::fs::read_dir(work.join(".opsladder/Payments")).expect("a team");
        files.map(|entry| entry.expect("an entry").path()).max().expect("an assessment")
    };
    let change = |change: &dyn Fn(String) -> String| {
        let text = std::fs::read_to_string(newest()).expect("text");
        std::fs::write(newest(), change(text)).expect("written");
    };
    assert_eq!(sh("mkdir .opsladder; opsladder new Payments --date -90d"), Some(0));
    change(&|text| {
        let level_1 = ["deploys-and-runs", "basic-monitoring", "basic-incident-handling"];
        level_1.iter().fold(text, |text, id| format!("{text}\n[criteria.{id}]\nanswer = \"yes\"\n"))
    });
    assert_eq!(sh("opsladder new Payments --from Payments"), Some(0));
    if slip {
        change(&|text| text.replacen("\"yes\"", "\"partial\"", 1));
    }
    let jobs = shell_lines(part);
    assert!(!jobs.is_empty() && jobs.iter().all(|job| job.contains("opsladder check")), "{jobs:?}");
    let ran = jobs.iter().map(|job| sh(job)).collect();
    let written =
        ["summary.md", "operations.json"].iter().filter_map(|name| std::fs::read_to_string(work.join(name)).ok());
    (ran, written.collect())
}

#[cfg(unix)]
#[test]
fn the_github_example_passes_fails_and_writes_its_summary() {
    let (ran, summary) = ci("ci: github", false);
    assert_eq!(ran, [Some(0)]);
    assert!(summary.starts_with("## Operations check: passed\n") && summary.contains("| Payments | "), "{summary}");
    let (ran, summary) = ci("ci: github", true);
    assert_eq!(ran, [Some(1)]);
    assert!(
        summary.starts_with("## Operations check: failed\n") && summary.contains("no longer met since"),
        "{summary}"
    );
}

#[cfg(unix)]
#[test]
fn the_gitlab_example_passes_fails_and_keeps_the_verdict() {
    let (ran, verdict) = ci("ci: gitlab", false);
    assert_eq!(ran, [Some(0), Some(0)]);
    assert!(verdict.contains("\"ok\": true"), "{verdict}");
    let (ran, verdict) = ci("ci: gitlab", true);
    assert_eq!(ran, [Some(1), Some(1)]);
    assert!(verdict.contains("\"ok\": false"), "{verdict}");
}
