//! Assessment files on disk: what a person wrote survives, what two programs wrote is merged, what fails leaves no trace.

use std::fs;
use std::path::Path;

use jiff::civil::{Date, date};
use opsladder::i18n::Lang;
use opsladder::model::checklist::Target as Limit;
use opsladder::model::{Answer, Assessment, Checklist, ChecklistRef, Entry, Evidence, Id, Key, Level, Reason, Status};
use opsladder::store::{AssessmentFile, Saved, read_checklist};
use proptest::prelude::*;

const CHECKLIST: &str = r#"
format = 1
id = "small"
version = "1.0.0"
title = "Small"
levels = [{ level = 1, title = "One" }, { level = 2, title = "Two" }]
criteria = [
  { id = "zulu", level = 1, title = "Z" },
  { id = "alpha", level = 1, title = "A" },
  { id = "mike", level = 2, title = "M" },
]
deliverables = [{ id = "docs", title = "Docs" }]
practices = [{ id = "yoke", title = "Y" }, { id = "bolt", title = "B" }]
metrics = [{ id = "uptime", title = "U" }, { id = "errors", title = "E" }]
loops = [
  { id = "turn", title = "T", steps = [{ id = "see", title = "S" }, { id = "act", title = "A" }] },
  { id = "debt", title = "D", steps = [{ id = "act", title = "A" }] },
]
"#;

const DAY: Date = date(2026, 11, 23);

fn checklist() -> Checklist {
    read_checklist("small.toml", CHECKLIST).expect("a sound checklist")
}

fn draft() -> Assessment {
    let of = checklist();
    let reference = ChecklistRef {
        id: of.id().clone(),
        version: of.version().to_string(),
        digest: Some(of.digest().to_owned()),
        path: None,
    };
    Assessment::new("Payments", DAY, reference)
}

fn criterion(id: &str) -> Key {
    Key::Criterion(Id::foreign(id))
}

fn answered(answer: Answer) -> Entry {
    Entry { answer: Some(answer), answered: Some(DAY), ..Entry::default() }
}

/// Reads `text` from a file, has `change` change it, saves, and gives what the file is then.
fn saved(text: &str, change: impl FnOnce(&mut Assessment)) -> String {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("a.toml");
    fs::write(&path, text).expect("written");
    let mut file = AssessmentFile::read(&path).expect("a readable file");
    let mut wanted = file.assessment().clone();
    change(&mut wanted);
    let result = file.save(&wanted, &checklist()).expect("saved");
    assert_eq!(result, Saved::default());
    assert_eq!(*file.assessment(), wanted);
    let now = fs::read_to_string(&path).expect("text");
    assert_eq!(file.text(), now);
    assert_eq!(AssessmentFile::read(&path).expect("a readable file").assessment(), &wanted);
    assert_eq!(names(dir.path()), ["a.toml"], "nothing but the file is left behind");
    now
}

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).expect("a directory");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// What stands in a file, what is to stand there instead, and the change that does it.
type Case<'a> = (&'a str, &'a str, &'a dyn Fn(&mut Assessment));

/// Changes one entry.
fn with(wanted: &mut Assessment, key: &Key, change: impl FnOnce(&mut Entry)) {
    let mut entry = wanted.entry(key).cloned().unwrap_or_default();
    change(&mut entry);
    wanted.set(key.clone(), entry);
}

const HEAD: &str =
    "format = 1\nteam = \"Payments\"\ndate = 2026-11-23\n\n[checklist]\nid = \"small\"\nversion = \"1.0.0\"\n";

#[test]
fn a_new_file_reads_as_the_format_says() {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("Payments/2026-11-23.toml");
    let mut new = draft();
    new.profile = Some(Id::foreign("startup"));
    new.target_level = Some(Level::new(2));
    new.assessors = vec!["Lin".into(), "Sam".into()];
    new.checklist.digest = Some("sha256:00".into());
    let evidence = Evidence {
        reference: "https://ci.example/payments".into(),
        date: Some(date(2026, 11, 20)),
        by: Some("Lin".into()),
        expires: Some(date(2027, 5, 20)),
    };
    new.set(
        criterion("alpha"),
        Entry {
            note: Some("Deploy is scripted;\nrollback is \"by hand\".".into()),
            evidence: vec![evidence.clone(), Evidence { reference: "wiki".into(), ..Evidence::default() }],
            owner: Some("Sam".into()),
            due: Some(date(2027, 1, 31)),
            ..answered(Answer::Partial)
        },
    );
    new.set(criterion("zulu"), Entry { reason: Some(Reason::OutOfScope), ..answered(Answer::Na) });
    new.set(Key::Step(Id::foreign("turn"), Id::foreign("see")), answered(Answer::Yes));
    let uptime =
        Entry { value: Some(99.95), target: Some(Limit::Above(99.5)), answered: Some(DAY), ..Entry::default() };
    new.set(Key::Metric(Id::foreign("uptime")), uptime);
    new.set(Key::Practice(Id::foreign("bolt")), Entry { evidence: vec![evidence], ..answered(Answer::No) });
    let file = AssessmentFile::create(&path, &new, &checklist()).expect("created");
    assert_eq!(file.assessment(), &new);
    let text = fs::read_to_string(&path).expect("text");
    assert_eq!(
        text,
        r#"format = 1
team = "Payments"
date = 2026-11-23
status = "draft"
profile = "startup"
target_level = 2
assessors = ["Lin", "Sam"]

[checklist]
id = "small"
version = "1.0.0"
digest = "sha256:00"

[criteria.zulu]
answer = "na"
answered = 2026-11-23
reason = "out-of-scope"

[criteria.alpha]
answer = "partial"
answered = 2026-11-23
note = """
Deploy is scripted;
rollback is "by hand"."""
evidence = [
  { ref = "https://ci.example/payments", date = 2026-11-20, by = "Lin", expires = 2027-05-20 },
  { ref = "wiki" },
]
owner = "Sam"
due = 2027-01-31

[practices.bolt]
answer = "no"
answered = 2026-11-23
evidence = [{ ref = "https://ci.example/payments", date = 2026-11-20, by = "Lin", expires = 2027-05-20 }]

[metrics.uptime]
value = 99.95
target = { above = 99.5 }
answered = 2026-11-23

[steps.turn.see]
answer = "yes"
answered = 2026-11-23
"#
    );
}

#[test]
fn a_file_that_exists_is_refused() {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("a.toml");
    fs::write(&path, "mine").expect("written");
    let error = AssessmentFile::create(&path, &draft(), &checklist()).expect_err("it exists");
    assert!(error.to_string().contains("is there already"), "{error}");
    assert_eq!(fs::read_to_string(&path).expect("text"), "mine");
    assert_eq!(names(dir.path()), ["a.toml"]);
}

/// Everything a person may do to a file: odd spacing, remarks, dotted keys out of order, inline tables, unknown keys.
const BY_HAND: &str = r#"# 支付团队的评估 🚀

format   =  1
team = 'Payments' # 团队
  date = 2026-11-23
x-own.b = 1
tags = [ "a",
  "b" ] # ours
x-own.a = 2

[checklist]
version="1.0.0"
id = "small"   # the small one

# -- the gate --
[criteria]
zulu.answer = "no"  # 待定
mike = { answer = "yes", 'odd key' = 1 } # inline
zulu.note = "twice"
alpha.answered = "2026-11-20"

    [metrics.uptime] # from Grafana
    value = 0x10 # hex
    target.above = 9.5e0
    x = [1, 2]
# closing remark

[[criteria.old-one.evidence]]
ref = "https://x" # old
note = "unknown key"

[[criteria.old-one.evidence]]
ref = '''y'''

[tool.other]
a = 1
# the end"#;

#[test]
fn only_the_changed_value_changes_whatever_a_file_looks_like() {
    for text in
        [BY_HAND.to_owned(), format!("{BY_HAND}\n"), BY_HAND.replace('\n', "\r\n"), format!("\u{feff}{BY_HAND}")]
    {
        let same = |from: &str, to: &str, change: &dyn Fn(&mut Assessment)| {
            assert_eq!(saved(&text, change), text.replacen(from, to, 1), "{from} → {to}");
        };
        assert_eq!(saved(&text, |_| ()), text);
        same("\"no\"  #", "\"yes\"  #", &|a| with(a, &criterion("zulu"), |e| e.answer = Some(Answer::Yes)));
        same("\"twice\"", "\"once\"", &|a| with(a, &criterion("zulu"), |e| e.note = Some("once".into())));
        same("\"yes\", 'odd", "\"no\", 'odd", &|a| with(a, &criterion("mike"), |e| e.answer = Some(Answer::No)));
        same("'Payments' #", "\"支付\" #", &|a| a.team = "支付".into());
        same("= 2026-11-23", "= 2026-11-24", &|a| a.date = date(2026, 11, 24));
        let uptime = Key::Metric(Id::foreign("uptime"));
        same("0x10 #", "99.5 #", &|a| with(a, &uptime, |e| e.value = Some(99.5)));
        same("9.5e0", "90", &|a| with(a, &uptime, |e| e.target = Some(Limit::Above(90.0))));
        same("target.above = 9.5e0", "target.below = 90", &|a| {
            with(a, &uptime, |e| e.target = Some(Limit::Below(90.0)));
        });
        let old = criterion("old-one");
        same("'''y'''", "\"z\"", &|a| with(a, &old, |e| e.evidence[1].reference = "z".into()));
        same("\"https://x\" #", "\"https://z\" #", &|a| {
            with(a, &old, |e| e.evidence[0].reference = "https://z".into());
        });
    }
}

#[test]
fn a_new_field_stands_in_its_place_and_in_the_style_of_its_neighbours() {
    let cases: &[Case<'_>] = &[
        ("zulu.answer = \"no\"  # 待定\n", "zulu.answer = \"no\"  # 待定\nzulu.answered = 2026-11-23\n", &|a| {
            with(a, &criterion("zulu"), |e| e.answered = Some(DAY));
        }),
        ("alpha.answered", "alpha.answer = \"no\"\nalpha.answered", &|a| {
            with(a, &criterion("alpha"), |e| e.answer = Some(Answer::No));
        }),
        ("'odd key' = 1 }", "'odd key' = 1, owner = \"Sam\" }", &|a| {
            with(a, &criterion("mike"), |e| e.owner = Some("Sam".into()));
        }),
        ("above = 9.5e0\n", "above = 9.5e0\n    note = \"n\"\n", &|a| {
            with(a, &Key::Metric(Id::foreign("uptime")), |e| e.note = Some("n".into()));
        }),
        ("  date = 2026-11-23\n", "  date = 2026-11-23\n  status = \"final\"\n", &|a| a.status = Status::Final),
        ("[[criteria.old-one", "[criteria.old-one]\nanswer = \"no\"\n\n[[criteria.old-one", &|a| {
            with(a, &criterion("old-one"), |e| e.answer = Some(Answer::No));
        }),
        ("ref = '''y'''\n", "ref = '''y'''\ndate = 2026-11-23\n", &|a| {
            with(a, &criterion("old-one"), |e| e.evidence[1].date = Some(DAY));
        }),
        ("ref = '''y'''\n", "ref = '''y'''\n\n[[criteria.old-one.evidence]]\nref = \"z\"\n", &|a| {
            with(a, &criterion("old-one"), |e| {
                e.evidence.push(Evidence { reference: "z".into(), ..Evidence::default() });
            });
        }),
        ("# closing remark\n", "# closing remark\n\n[metrics.errors]\nvalue = 1\n", &|a| {
            with(a, &Key::Metric(Id::foreign("errors")), |e| e.value = Some(1.0));
        }),
    ];
    for (from, to, change) in cases {
        assert_eq!(saved(BY_HAND, change), BY_HAND.replacen(from, to, 1), "{from}");
        let crlf = BY_HAND.replace('\n', "\r\n");
        let expected = crlf.replacen(&from.replace('\n', "\r\n"), &to.replace('\n', "\r\n"), 1);
        assert_eq!(saved(&crlf, change), expected, "{from} with CRLF");
    }
}

#[test]
fn a_cleared_field_goes_and_remarks_and_unknown_keys_stay() {
    let cases: &[Case<'_>] = &[
        ("zulu.note = \"twice\"\n", "", &|a| with(a, &criterion("zulu"), |e| e.note = None)),
        ("answer = \"yes\", ", "", &|a| with(a, &criterion("mike"), |e| *e = Entry::default())),
        ("    target.above = 9.5e0\n", "", &|a| with(a, &Key::Metric(Id::foreign("uptime")), |e| e.target = None)),
        ("\n[[criteria.old-one.evidence]]\nref = '''y'''\n", "", &|a| {
            with(a, &criterion("old-one"), |e| e.evidence.truncate(1));
        }),
        (
            "\n[[criteria.old-one.evidence]]\nref = \"https://x\" # old\nnote = \"unknown key\"\n\n[[criteria.old-one.evidence]]\nref = '''y'''\n",
            "",
            &|a| with(a, &criterion("old-one"), |e| *e = Entry::default()),
        ),
    ];
    for (from, to, change) in cases {
        assert!(BY_HAND.contains(from), "{from}");
        assert_eq!(saved(BY_HAND, change), BY_HAND.replacen(from, to, 1), "{from}");
    }
}

#[test]
fn a_table_of_dotted_keys_may_change_all_of_them() {
    let text = format!("{HEAD}\n[criteria]\nzulu.answer = \"no\"\nalpha.answer = \"no\"\n");
    let changed = saved(&text, |a| {
        a.set(criterion("zulu"), Entry { owner: Some("Sam".into()), ..Entry::default() });
    });
    assert_eq!(changed, text.replacen("answer = \"no\"", "owner = \"Sam\"", 1));
}

#[test]
fn an_emptied_table_goes_unless_it_says_something_else() {
    let clear = |a: &mut Assessment| {
        a.set(criterion("zulu"), Entry::default());
    };
    for (table, left) in [
        ("\n[criteria.zulu]\nanswer = \"no\"\nnote = \"n\"\n", ""),
        ("\n[criteria.zulu]\n# why\nanswer = \"no\"\n", "\n[criteria.zulu]\n# why\n"),
        ("\n[criteria.zulu] # why\nanswer = \"no\"\n", "\n[criteria.zulu] # why\n"),
        ("\n# why\n[criteria.zulu]\nanswer = \"no\"\n", "\n# why\n[criteria.zulu]\n"),
        ("\n[criteria.zulu]\nanswer = \"no\"\nx = 1\n", "\n[criteria.zulu]\nx = 1\n"),
        (
            "\n[criteria.zulu]\nanswer = \"no\"\n[criteria.zulu.x]\ny = 1\n",
            "\n[criteria.zulu]\n[criteria.zulu.x]\ny = 1\n",
        ),
        ("\n[criteria]\nzulu = { answer = \"no\" }\n", "\n[criteria]\n"),
        ("\n[criteria]\nzulu.answer = \"no\"\n", "\n[criteria]\n"),
    ] {
        let rest = "\n[criteria.mike]\nanswer = \"yes\"\n";
        assert_eq!(saved(&format!("{HEAD}{table}"), clear), format!("{HEAD}{left}"), "{table}");
        if !table.contains("[criteria]") {
            assert_eq!(saved(&format!("{HEAD}{table}{rest}"), clear), format!("{HEAD}{left}{rest}"), "{table}");
        }
    }
}

#[test]
fn remarks_in_a_hand_made_list_survive() {
    let text = format!(
        "{HEAD}\n[criteria.zulu]\nevidence = [\n    # the pipeline\n    {{ ref = \"a\", seen = true }}, # first\n    {{ ref = \"b\" }}, # second\n]\n"
    );
    let change =
        |then: &dyn Fn(&mut Vec<Evidence>)| saved(&text, |a| with(a, &criterion("zulu"), |e| then(&mut e.evidence)));
    let reference = |to: &str| Evidence { reference: to.into(), ..Evidence::default() };
    assert_eq!(change(&|all| all[0].by = Some("Lin".into())), text.replacen("true }", "true, by = \"Lin\" }", 1));
    assert_eq!(change(&|all| all[1] = reference("c")), text.replacen("\"b\"", "\"c\"", 1));
    assert_eq!(
        change(&|all| all.push(reference("c"))),
        text.replacen("{ ref = \"b\" },", "{ ref = \"b\" },\n    { ref = \"c\" },", 1)
    );
    let without = change(&|all| {
        all.remove(1);
    });
    assert!(
        without.contains("# the pipeline") && without.contains("# first") && without.contains("# second"),
        "{without}"
    );
}

fn every_key() -> Vec<Key> {
    let mut keys: Vec<Key> = checklist().keys().collect();
    keys.push(criterion("unknown to all"));
    keys
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn answers_in_any_order_make_the_same_file(order in Just((0..checklist().keys().count()).collect::<Vec<usize>>()).prop_shuffle()) {
        let keys: Vec<Key> = checklist().keys().collect();
        let dir = tempfile::tempdir().expect("a directory");
        let mut whole = draft();
        for key in &keys {
            whole.set(key.clone(), Entry { note: Some("n".into()), ..answered(Answer::Yes) });
        }
        let expected = AssessmentFile::create(&dir.path().join("whole.toml"), &whole, &checklist()).expect("created");
        let mut file = AssessmentFile::create(&dir.path().join("grown.toml"), &draft(), &checklist()).expect("created");
        for at in order {
            let mut wanted = file.assessment().clone();
            wanted.set(keys[at].clone(), Entry { note: Some("n".into()), ..Entry::default() });
            file.save(&wanted, &checklist()).expect("saved");
            wanted.set(keys[at].clone(), Entry { note: Some("n".into()), ..answered(Answer::Yes) });
            file.save(&wanted, &checklist()).expect("saved");
        }
        prop_assert_eq!(file.text(), expected.text());
    }
}

fn some_entry() -> impl Strategy<Value = Entry> {
    let text = || proptest::option::of("[a-z \"\\\\\n部🚀#=\\[\\]]{0,12}");
    let day = || proptest::option::of((2000i16..2100, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| date(y, m, d)));
    let answer = proptest::option::of(proptest::sample::select(Answer::ALL));
    let evidence = ("[a-z\n\"#]{0,6}", day(), text(), day()).prop_map(|(reference, date, by, expires)| Evidence {
        reference,
        date,
        by,
        expires,
    });
    let number = || prop_oneof![-1e6..1e6f64, (-1000i32..1000).prop_map(f64::from)];
    let limit = proptest::option::of(prop_oneof![number().prop_map(Limit::Above), number().prop_map(Limit::Below)]);
    let rest = (proptest::option::of(proptest::sample::select(Reason::ALL)), proptest::option::of(number()), limit);
    (answer, day(), text(), proptest::collection::vec(evidence, 0..4), text(), day(), rest).prop_map(
        |(answer, answered, note, evidence, owner, due, (reason, value, target))| Entry {
            answer,
            answered,
            note,
            evidence,
            owner,
            due,
            reason,
            value,
            target,
        },
    )
}

fn edits() -> impl Strategy<Value = Vec<(Key, Entry)>> {
    let entry = prop_oneof![1 => Just(Entry::default()), 4 => some_entry()];
    let mut keys = every_key();
    keys.push(criterion("old-one"));
    proptest::collection::vec((proptest::sample::select(keys), entry), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_saved_is_what_is_read_and_every_remark_survives(rounds in proptest::collection::vec(edits(), 1..4), crlf: bool) {
        let mut text = if crlf { BY_HAND.replace('\n', "\r\n") } else { BY_HAND.to_owned() };
        for edits in rounds {
            text = saved(&text, |wanted| edits.into_iter().for_each(|(key, entry)| { wanted.set(key, entry); }));
            for line in BY_HAND.lines().filter(|line| line.starts_with('#') || line.starts_with("x-own") || line.contains("tool")) {
                prop_assert!(text.contains(line), "{line} is gone from\n{text}");
            }
            prop_assert!(!crlf || !text.replace("\r\n", "").contains('\n'), "{text:?}");
        }
    }
}

/// A file in a directory, as two programs have it open.
fn opened_twice(text: &str) -> (tempfile::TempDir, AssessmentFile, AssessmentFile) {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("a.toml");
    fs::write(&path, text).expect("written");
    let open = || AssessmentFile::read(&path).expect("a readable file");
    (dir, open(), open())
}

#[test]
fn what_another_program_saved_meanwhile_is_merged_field_by_field() {
    let (_dir, mut ours, mut theirs) =
        opened_twice(&format!("{HEAD}\n[criteria.zulu]\nanswer = \"no\"\nnote = \"n\"\n"));
    let mut wanted = theirs.assessment().clone();
    with(&mut wanted, &criterion("zulu"), |e| e.note = Some("theirs".into()));
    wanted.set(criterion("mike"), answered(Answer::Yes));
    wanted.status = Status::Final;
    theirs.save(&wanted, &checklist()).expect("saved");

    let mut wanted = ours.assessment().clone();
    with(&mut wanted, &criterion("zulu"), |e| e.answer = Some(Answer::Yes));
    wanted.set(criterion("alpha"), answered(Answer::No));
    let result = ours.save(&wanted, &checklist()).expect("saved");
    let expected = Saved { merged: vec![criterion("mike"), criterion("zulu")], head_merged: true, ..Saved::default() };
    assert_eq!(result, expected);
    let now = ours.assessment();
    assert_eq!(now.status, Status::Final);
    assert_eq!(now.answer(&criterion("mike")), Some(Answer::Yes));
    assert_eq!(now.answer(&criterion("alpha")), Some(Answer::No));
    let zulu = Entry { answer: Some(Answer::Yes), note: Some("theirs".into()), ..Entry::default() };
    assert_eq!(now.entry(&criterion("zulu")), Some(&zulu));
    let again = AssessmentFile::read(ours.path().expect("a path")).expect("a readable file");
    assert_eq!(again.assessment(), now);
}

#[test]
fn where_both_changed_the_same_field_ours_is_kept_and_said() {
    let (_dir, mut ours, mut theirs) = opened_twice(&format!("{HEAD}\n[criteria.zulu]\nanswer = \"no\"\n"));
    let mut wanted = theirs.assessment().clone();
    wanted.set(criterion("zulu"), Entry::default());
    wanted.set(criterion("mike"), answered(Answer::No));
    wanted.target_level = Some(Level::new(1));
    theirs.save(&wanted, &checklist()).expect("saved");
    let mut wanted = ours.assessment().clone();
    with(&mut wanted, &criterion("zulu"), |e| e.answer = Some(Answer::Yes));
    wanted.set(criterion("mike"), answered(Answer::No));
    wanted.target_level = Some(Level::new(2));
    let result = ours.save(&wanted, &checklist()).expect("saved");
    assert_eq!(result, Saved { conflicts: vec![criterion("zulu")], head_conflict: true, ..Saved::default() });
    assert_eq!(ours.assessment(), &wanted);
}

#[test]
fn a_file_that_no_longer_parses_is_not_touched() {
    let (_dir, mut ours, _) = opened_twice(HEAD);
    let path = ours.path().expect("a path").to_owned();
    fs::write(&path, "team = \n").expect("written");
    let before = ours.assessment().clone();
    let mut wanted = before.clone();
    wanted.set(criterion("zulu"), answered(Answer::Yes));
    let error = ours.save(&wanted, &checklist()).expect_err("it does not parse");
    assert!(error.to_string().contains("changed by another program"), "{error}");
    assert!(error.render(Lang::Zh, false).contains("已被其他程序修改"), "{}", error.render(Lang::Zh, false));
    assert_eq!(fs::read_to_string(&path).expect("text"), "team = \n");
    assert_eq!(ours.assessment(), &before);
    // Once it is put right, the same save goes through.
    fs::write(&path, HEAD).expect("written");
    ours.save(&wanted, &checklist()).expect("saved");
    assert_eq!(ours.assessment(), &wanted);
}

#[test]
fn a_file_that_vanished_is_written_anew() {
    let (dir, mut ours, _) = opened_twice(BY_HAND);
    fs::remove_dir_all(dir.path()).expect("removed");
    let mut wanted = ours.assessment().clone();
    with(&mut wanted, &criterion("zulu"), |e| e.answer = Some(Answer::Yes));
    ours.save(&wanted, &checklist()).expect("saved");
    let now = fs::read_to_string(dir.path().join("a.toml")).expect("text");
    assert_eq!(now, BY_HAND.replacen("\"no\"  #", "\"yes\"  #", 1));
}

#[test]
fn a_save_that_fails_says_why_and_leaves_everything_as_it_was() {
    let (dir, mut ours, _) = opened_twice(HEAD);
    let path = dir.path().join("a.toml");
    fs::remove_file(&path).expect("removed");
    fs::create_dir(&path).expect("a directory in its place");
    let before = ours.assessment().clone();
    let mut wanted = before.clone();
    wanted.set(criterion("zulu"), answered(Answer::Yes));
    let error = ours.save(&wanted, &checklist()).expect_err("there is a directory");
    assert!(error.to_string().contains("cannot read") && error.to_string().contains("a.toml"), "{error}");
    assert_eq!(ours.assessment(), &before);
    assert_eq!(names(dir.path()), ["a.toml"]);

    let below = dir.path().join("file");
    fs::write(&below, "x").expect("written");
    let error =
        AssessmentFile::create(&below.join("a.toml"), &draft(), &checklist()).expect_err("a file is no directory");
    assert!(error.to_string().contains("cannot create"), "{error}");
    let long = dir.path().join(format!("{}.toml", "n".repeat(300)));
    AssessmentFile::create(&long, &draft(), &checklist()).expect_err("the name is too long");
    assert_eq!(names(dir.path()), ["a.toml", "file"], "no temporary file is left");
}

#[test]
fn standard_input_cannot_be_saved() {
    let mut file = AssessmentFile::parse("<stdin>", HEAD).expect("readable");
    let wanted = file.assessment().clone();
    let error = file.save(&wanted, &checklist()).expect_err("there is no file");
    assert!(error.to_string().contains("standard input"), "{error}");
}

#[test]
fn nothing_is_written_where_nothing_changes() {
    let (_dir, mut ours, _) = opened_twice(BY_HAND);
    let path = ours.path().expect("a path").to_owned();
    let long_ago = std::time::SystemTime::UNIX_EPOCH;
    fs::File::options().write(true).open(&path).expect("open").set_modified(long_ago).expect("set");
    let wanted = ours.assessment().clone();
    ours.save(&wanted, &checklist()).expect("saved");
    assert_eq!(fs::metadata(&path).expect("meta").modified().expect("time"), long_ago);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_the_mode_stays() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (dir, ours, _) = opened_twice(HEAD);
    let real = ours.path().expect("a path").to_owned();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("mode");
    fs::create_dir(dir.path().join("sub")).expect("created");
    let link = dir.path().join("sub/link.toml");
    symlink("../a.toml", &link).expect("linked");
    let mut file = AssessmentFile::read(&link).expect("readable");
    let mut wanted = file.assessment().clone();
    wanted.set(criterion("zulu"), answered(Answer::Yes));
    file.save(&wanted, &checklist()).expect("saved");
    assert!(fs::symlink_metadata(&link).expect("meta").is_symlink());
    assert_eq!(fs::metadata(&real).expect("meta").permissions().mode() & 0o777, 0o640);
    assert_eq!(AssessmentFile::read(&real).expect("readable").assessment(), &wanted);

    // A new file gets the mode that any new file gets here.
    let plain = dir.path().join("plain");
    fs::write(&plain, "").expect("written");
    let new = dir.path().join("new.toml");
    AssessmentFile::create(&new, &draft(), &checklist()).expect("created");
    let mode = |path: &Path| fs::metadata(path).expect("meta").permissions().mode();
    assert_eq!(mode(&new), mode(&plain));
}

#[test]
fn savers_wait_for_one_another_and_none_is_lost() {
    let (_dir, first, second) = opened_twice(HEAD);
    let keys: Vec<Key> = checklist().keys().collect();
    let path = first.path().expect("a path").to_owned();
    std::thread::scope(|scope| {
        for (odd, mut file) in [first, second].into_iter().enumerate() {
            let own = keys.iter().skip(odd).step_by(2);
            scope.spawn(move || {
                for key in own {
                    let mut wanted = file.assessment().clone();
                    wanted.set(key.clone(), answered(Answer::Yes));
                    file.save(&wanted, &checklist()).expect("saved");
                }
            });
        }
    });
    let all = AssessmentFile::read(&path).expect("readable");
    for key in &keys {
        assert_eq!(all.assessment().answer(key), Some(Answer::Yes), "{key}");
    }
}
