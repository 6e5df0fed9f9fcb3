//! Sentences are joined without a doubled sign, whatever signs their parts end in.

use super::numbers::STORE;
use super::support_over_time::World;

/// Signs of which one is too many.
const DOUBLED: [&str; 22] = [
    "。：", "。；", "。，", "。、", "。。", "：：", "：；", "；；", "，，", "、、", ".:", ".;", ".,", "::", ";;", ",,",
    "··", "· ·", "： ：", "（）", "()", "？。",
];

/// What people write into an assessment: whole sentences, with what ends them.
const SENTENCES: &str = r#"
[criteria.deploys-and-runs]
answer = "na"
reason = "other"
note = "We run on managed hosts."
owner = "Lin (until May)."
evidence = [{ ref = "See the wiki.", by = "王芳。" }]

[criteria.basic-monitoring]
answer = "yes"
note = "服务都有告警。"
evidence = [{ ref = "见知识库。", by = "Sam.", date = 2026-05-01, expires = 2026-06-01 }]

[criteria.full-cicd]
answer = "partial"
note = "回滚靠手工。"
owner = "平台组。"
due = 2026-06-01

[practices.log-analysis]
answer = "na"
note = "没有主机。"

[metrics.availability]
value = 99.95
note = "Measured from outside."
"#;

/// What a later assessment says otherwise.
const LATER: [(&str, &str); 4] = [
    (
        "answer = \"na\"\nreason = \"other\"\nnote = \"We run on managed hosts.\"",
        "answer = \"yes\"\nnote = \"Hosts are our own.\"",
    ),
    ("owner = \"平台组。\"\ndue = 2026-06-01", "owner = \"Platform.\"\ndue = 2026-09-01"),
    ("value = 99.95", "value = 99.5\nunit = \"per cent.\"\nwindow = \"7d\""),
    ("\"服务都有告警。\"", "\"一半服务有告警。\""),
];

/// What a page of the web says, what is marked up within a sentence run together with it.
fn unmarked(page: &str) -> String {
    let body = page.split_once("<body>").expect("a body").1;
    let parts = body.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<String>()
}

/// Holds that no line of any page of a team holds a doubled sign.
fn hold(world: &World, store: &[&str], team: &str) {
    let before = format!("{team}~1");
    let pages: &[&[&str]] = &[
        &["list"],
        &["score", team],
        &["plan", team, "--to", "3"],
        &["explain", team],
        &["history", team],
        &["history", team, "--format", "markdown"],
        &["diff", team],
        &["diff", team, "--all"],
        &["diff", team, "--all", "--format", "markdown"],
        &["check", team, "--min-level", "3", "--max-age", "1", "--no-regression-from", &before],
        &["report", team],
        &["report", team, "--summary"],
        &["report", team, "--format", "markdown"],
        &["report", team, "--summary", "--format", "markdown"],
        &["report", team, "--format", "html"],
        &["diff", team, "--all", "--format", "html"],
        &["history", team, "--format", "html"],
        &["checklist", "list"],
        &["checklist", "show", "operations"],
    ];
    let mut doubled = Vec::new();
    for args in pages {
        for lang in ["en", "zh"] {
            let ran = world.run(&[&["--lang", lang], store, args].concat());
            assert!(matches!(ran.status, 0 | 1), "{args:?}: {}", ran.err);
            let page = if ran.out.starts_with("<!") { unmarked(&ran.out) } else { ran.out };
            let lines = page.lines().filter(|line| DOUBLED.iter().any(|sign| line.contains(sign)));
            doubled.extend(lines.map(|line| format!("{lang} {args:?}: {line}")));
        }
    }
    assert!(doubled.is_empty(), "{}", doubled.join("\n"));
}

#[test]
fn what_ends_in_a_sign_is_followed_by_no_other() {
    let world = super::empty();
    for day in ["2026-05-01", "2026-08-01"] {
        assert_eq!(world.run(&["new", "Payments", "--date", day]).status, 0);
        let path = format!("store/Payments/{day}.toml");
        let said = if day == "2026-05-01" {
            SENTENCES.to_owned()
        } else {
            LATER.iter().fold(SENTENCES.to_owned(), |said, (was, is)| {
                assert!(said.contains(was), "{was}");
                said.replace(was, is)
            })
        };
        world.write(&path, &format!("{}{said}", world.read(&path)));
    }
    hold(&world, &[], "Payments");
}

#[test]
fn no_page_of_a_team_with_a_past_holds_a_doubled_sign() {
    hold(&World::new(), &["--store", STORE], "Payments");
}
