//! What a save changes in a file that a person wrote, and what it leaves.

use super::*;

/// A waiver that ends.
fn until() -> Entry {
    Entry { reason: Some(Reason::OutOfScope), until: Some(date(2027, 3, 31)), ..answered(Answer::NA) }
}

/// What was said of another question, and nothing else.
fn beside() -> Entry {
    let said = Entry { note: Some("by hand".into()), ..answered(Answer::YES) };
    let was = Was { version: "0.9.0".into(), title: Some("What was asked".into()), said };
    Entry { was: Some(Box::new(was)), ..Entry::default() }
}

#[test]
fn a_new_file_reads_as_the_format_says() {
    let dir = tempfile::tempdir().expect("a directory");
    let path = dir.path().join("Payments/2026-11-23.toml");
    let mut new = draft();
    new.profile = Some(Id::foreign("startup"));
    new.target_level = Some(Level::new(2));
    new.assessors = vec!["Lin".into(), "Sam".into()];
    new.group = Some("平台 Platform".into());
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
            ..answered(Answer::PARTIAL)
        },
    );
    new.set(criterion("zulu"), until());
    new.set(Key::Practice(Id::foreign("yoke")), beside());
    new.set(Key::Step(Id::foreign("turn"), Id::foreign("see")), answered(Answer::YES));
    let uptime = Entry {
        given: Some(Given::Value(99.95)),
        target: Some(Limit::Above(99.5)),
        unit: Some("‰".into()),
        window: Window::read("30d"),
        answered: Some(DAY),
        ..Entry::default()
    };
    new.set(Key::Metric(Id::foreign("uptime")), uptime);
    new.set(Key::Practice(Id::foreign("bolt")), Entry { evidence: vec![evidence], ..answered(Answer::NO) });
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
group = "平台 Platform"

[checklist]
id = "small"
version = "1.0.0"
digest = "sha256:00"

# One line an item, so that answers given on two branches merge; an item without a table is not answered.

# criteria.zulu
[criteria.zulu]
answer = "na"
answered = 2026-11-23
reason = "out-of-scope"
until = 2027-03-31

# criteria.alpha
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

# criteria.mike

# deliverables.docs

# practices.yoke
[practices.yoke]
was = { answer = "yes", answered = 2026-11-23, note = "by hand", version = "0.9.0", title = "What was asked" }

# practices.bolt
[practices.bolt]
answer = "no"
answered = 2026-11-23
evidence = [{ ref = "https://ci.example/payments", date = 2026-11-20, by = "Lin", expires = 2027-05-20 }]


# metrics.uptime
[metrics.uptime]
value = 99.95
target = { above = 99.5 }
unit = "‰"
window = "30d"
answered = 2026-11-23

# metrics.errors

# steps.turn.see
[steps.turn.see]
answer = "yes"
answered = 2026-11-23

# steps.turn.act
# steps.debt.act
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

#[test]
fn only_the_changed_value_changes_whatever_a_file_looks_like() {
    for text in
        [BY_HAND.to_owned(), format!("{BY_HAND}\n"), BY_HAND.replace('\n', "\r\n"), format!("\u{feff}{BY_HAND}")]
    {
        let same = |from: &str, to: &str, change: &dyn Fn(&mut Assessment)| {
            assert_eq!(saved(&text, change), text.replacen(from, to, 1), "{from} → {to}");
        };
        assert_eq!(saved(&text, |_| ()), text);
        same("\"no\"  #", "\"yes\"  #", &|a| {
            with(a, &criterion("zulu"), |e| e.given = Some(Given::Answer(Answer::YES)));
        });
        same("\"twice\"", "\"once\"", &|a| with(a, &criterion("zulu"), |e| e.note = Some("once".into())));
        same("\"yes\", 'odd", "\"no\", 'odd", &|a| {
            with(a, &criterion("mike"), |e| e.given = Some(Given::Answer(Answer::NO)));
        });
        same("'Payments' #", "\"支付\" #", &|a| a.team = "支付".into());
        same("= 2026-11-23", "= 2026-11-24", &|a| a.date = date(2026, 11, 24));
        let uptime = Key::Metric(Id::foreign("uptime"));
        same("0x10 #", "99.5 #", &|a| with(a, &uptime, |e| e.given = Some(Given::Value(99.5))));
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
fn what_was_said_of_another_question_goes_however_it_is_written() {
    let head = "format = 1\nteam = \"P\"\ndate = 2026-11-23\n\n[checklist]\nid = \"small\"\nversion = \"1.0.0\"\n\n";
    let given = "answer = \"no\"\nanswered = 2026-11-23\n";
    for (was, left) in [
        (
            "[criteria.zulu]\nwas = { answer = \"yes\", version = \"0.9.0\" } # ours\n",
            format!("[criteria.zulu]\n{given}"),
        ),
        (
            "[criteria.zulu]\nnote = \"n\"\nwas.answer = \"yes\"\nwas.version = \"0.9.0\"\n",
            format!("[criteria.zulu]\n{given}note = \"n\"\n"),
        ),
        (
            "[criteria.zulu.was]\nanswer = \"yes\"\n# why\nversion = \"0.9.0\"\n",
            format!("[criteria.zulu]\n{given}# why\n"),
        ),
        (
            "[criteria.zulu.was]\nversion = \"2\"\n\n[criteria.zulu.was.was]\nversion = \"1\"\n",
            format!("[criteria.zulu]\n{given}"),
        ),
    ] {
        let told = saved(&format!("{head}{was}"), |a: &mut Assessment| {
            with(a, &criterion("zulu"), |e| e.give(Some(Given::Answer(Answer::NO)), DAY));
        });
        assert_eq!(told.trim_end(), format!("{head}{left}").trim_end(), "{was}");
    }
}

#[test]
fn a_new_field_stands_in_its_place_and_in_the_style_of_its_neighbours() {
    let cases: &[Case<'_>] = &[
        ("zulu.answer = \"no\"  # 待定\n", "zulu.answer = \"no\"  # 待定\nzulu.answered = 2026-11-23\n", &|a| {
            with(a, &criterion("zulu"), |e| e.answered = Some(DAY));
        }),
        ("alpha.answered", "alpha.answer = \"no\"\nalpha.answered", &|a| {
            with(a, &criterion("alpha"), |e| e.given = Some(Given::Answer(Answer::NO)));
        }),
        ("'odd key' = 1 }", "'odd key' = 1, owner = \"Sam\" }", &|a| {
            with(a, &criterion("mike"), |e| e.owner = Some("Sam".into()));
        }),
        ("above = 9.5e0\n", "above = 9.5e0\n    note = \"n\"\n", &|a| {
            with(a, &Key::Metric(Id::foreign("uptime")), |e| e.note = Some("n".into()));
        }),
        ("  date = 2026-11-23\n", "  date = 2026-11-23\n  status = \"final\"\n", &|a| a.status = Status::Final),
        ("[[criteria.old-one", "[criteria.old-one]\nanswer = \"no\"\n\n[[criteria.old-one", &|a| {
            with(a, &criterion("old-one"), |e| e.given = Some(Given::Answer(Answer::NO)));
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
            with(a, &Key::Metric(Id::foreign("errors")), |e| e.given = Some(Given::Value(1.0)));
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

#[test]
fn sections_made_by_inline_tables_and_dotted_keys_take_new_answers() {
    let text = INLINE;
    let yes = Entry { given: Some(Given::Answer(Answer::YES)), ..Entry::default() };
    let cases: &[Case<'_>] = &[
        ("\"no\" } } #", "\"no\" }, alpha = { answer = \"yes\" } } #", &|a| {
            a.set(criterion("alpha"), yes.clone());
        }),
        ("{ see.answer = \"no\" }", "{ see.answer = \"no\", act = { answer = \"yes\" } }", &|a| {
            a.set(Key::Step(Id::foreign("turn"), Id::foreign("act")), yes.clone());
        }),
        ("criteria = { zulu = { answer = \"no\" } } # all\n", "", &|a| {
            a.set(criterion("zulu"), Entry::default());
        }),
        ("version = \"1.0.0\"", "version = \"2.0.0\"", &|a| a.checklist.version = "2.0.0".into()),
        ("\"1.0.0\" }", "\"1.0.0\", path = \"x.toml\" }", &|a| a.checklist.path = Some("x.toml".into())),
        ("yoke.answer = \"no\"\n", "yoke.answer = \"no\"\n\n[practices.bolt]\nanswer = \"yes\"\n", &|a| {
            a.set(Key::Practice(Id::foreign("bolt")), yes.clone());
        }),
    ];
    for (from, to, change) in cases {
        assert!(text.contains(from), "{from}");
        assert_eq!(saved(text, change), text.replacen(from, to, 1), "{from}");
    }
}

#[test]
fn an_id_that_needs_quotes_gets_them() {
    let changed = saved(HEAD, |a| {
        a.set(criterion("a \"b\".c"), answered(Answer::YES));
        a.set(criterion("部署"), answered(Answer::NO));
    });
    assert!(changed.contains("\n[criteria.'a \"b\".c']\n") && changed.contains("\n[criteria.\"部署\"]\n"), "{changed}");
}
