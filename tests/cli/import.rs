//! `checklist import` and `checklist new`: what is said, what is written, and what is not.

use std::path::Path;

use crate::world::{World, golden};

fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(name);
    std::fs::read(path).expect("the fixture is there")
}

fn with(files: &[&str]) -> World {
    let world = World::empty();
    for name in files {
        std::fs::write(world.path("work").join(name), fixture(name)).expect("a file");
    }
    world
}

/// A file that was written, at the end of a transcript.
fn shown(world: &World, told: &mut String, name: &str) {
    use std::fmt::Write as _;
    write!(told, "--- {name}\n{}\n", world.read(&format!("work/{name}"))).expect("a string takes everything");
}

#[test]
fn a_table_becomes_a_checklist() {
    let world = with(&["readiness.csv"]);
    let mut told = world.transcript(&[&["checklist", "import", "readiness.csv", "--dry-run"]]);
    assert!(!world.path("work/readiness.toml").exists(), "a dry run writes nothing");
    told += &world.transcript(&[
        &["checklist", "import", "readiness.csv"],
        &["checklist", "lint", "readiness.toml"],
        &["--lang", "zh", "checklist", "import", "readiness.csv"],
        &[
            "checklist",
            "import",
            "readiness.csv",
            "--map",
            "title=Explanation",
            "--map",
            "check=Owner",
            "--map",
            "ref.CWE=",
            "--dry-run",
        ],
    ]);
    shown(&world, &mut told, "readiness.toml");
    golden("import-csv", &told);
    let printed = world.run(&["checklist", "import", "readiness.csv", "-o", "-"]);
    assert_eq!(printed.out, world.read("work/readiness.toml"), "standard output is the file alone");
    assert_eq!((printed.status, printed.err.as_str()), (0, ""));
}

#[test]
fn a_spreadsheet_becomes_a_checklist() {
    let world = with(&["readiness.xlsx"]);
    let mut told = world.transcript(&[
        &["--lang", "zh", "checklist", "import", "readiness.xlsx"],
        &["checklist", "import", "readiness.xlsx"],
        &["checklist", "lint", "readiness.toml"],
    ]);
    shown(&world, &mut told, "readiness.toml");
    golden("import-excel", &told);
}

#[test]
fn what_people_changed_survives_the_next_import() {
    let world = with(&["readiness.csv", "readiness-later.csv"]);
    assert_eq!(world.run(&["checklist", "import", "readiness.csv", "-o", "mine.toml"]).status, 0);
    let mended = world
        .read("work/mine.toml")
        .replace("title = \"Errors raise an alert\"", "title = \"Alerts reach a person\" # our words")
        .replace("[[criteria]]\nid = \"pr-3\"", "# the hard one\n[[criteria]]\nid = \"pr-3\"\neffort = \"high\"")
        .replace("\n# What `opsl", "\n[[criteria]]\nid = \"ours\"\nlevel = 2\ntitle = \"Our own\"\n\n# What `opsl");
    world.write("work/mine.toml", &mended);
    let mut told = world.transcript(&[
        &["checklist", "import", "readiness.csv", "-o", "mine.toml"],
        &["checklist", "import", "readiness-later.csv", "-o", "mine.toml", "--dry-run"],
    ]);
    assert_eq!(world.read("work/mine.toml"), mended, "nothing that is the source's has changed");
    told += &world.transcript(&[
        &["checklist", "import", "readiness-later.csv", "-o", "mine.toml"],
        &["--lang", "zh", "checklist", "import", "readiness-later.csv", "-o", "mine.toml"],
        &["checklist", "lint", "mine.toml"],
    ]);
    shown(&world, &mut told, "mine.toml");
    golden("import-again", &told);
}

#[test]
fn what_was_taken_out_stays_out_and_line_ends_stay() {
    let world = with(&["readiness.csv"]);
    assert_eq!(world.run(&["checklist", "import", "readiness.csv"]).status, 0);
    let text = world.read("work/readiness.toml");
    let (before, from) = text.split_once("[[criteria]]\nid = \"pr-2\"").expect("it is there");
    let (_, after) = from.split_once("[[criteria]]").expect("another one follows");
    let mended = format!("{before}[[criteria]]{after}").replace('\n', "\r\n");
    world.write("work/readiness.toml", &mended);
    let told = world.run(&["checklist", "import", "readiness.csv"]);
    assert!(told.out.contains("criteria.pr-2 · taken out by hand, stays out"), "{}", told.out);
    assert_eq!(world.read("work/readiness.toml"), mended);
}

#[test]
fn a_title_that_is_mended_keeps_its_id() {
    let world = World::empty();
    world.write("work/a.csv", "标题,等级\n系统可以部署和运行,1\n有基本的监控告警,1\n");
    assert_eq!(world.run(&["checklist", "import", "a.csv"]).status, 0);
    world.write("work/a.csv", "标题,等级\n日志可以查到,1\n系统可以部署和稳定运行,1\n有基本的监控告警,1\n");
    assert_eq!(world.run(&["checklist", "import", "a.csv"]).status, 0);
    let text = world.read("work/a.toml");
    for (id, title) in [("l1-1", "系统可以部署和稳定运行"), ("l1-2", "有基本的监控告警"), ("l1-3", "日志可以查到")]
    {
        assert!(text.contains(&format!("id = \"{id}\"\nlevel = 1\ntitle = \"{title}\"")), "{id}\n{text}");
    }
}

#[test]
fn task_lists_and_tables_become_checklists() {
    let world = with(&["guide.zh.md", "tables.md"]);
    let mut told = world.transcript(&[
        &["checklist", "import", "guide.zh.md"],
        &["--lang", "zh", "checklist", "import", "guide.zh.md", "--dry-run"],
        &["checklist", "lint", "guide.toml"],
        &["checklist", "import", "tables.md"],
        &["checklist", "lint", "tables.toml"],
    ]);
    shown(&world, &mut told, "guide.toml");
    shown(&world, &mut told, "tables.toml");
    golden("import-markdown", &told);
}

#[test]
fn published_catalogs_become_checklists() {
    let world = with(&["nested.json", "catalog.json", "baseline.yaml"]);
    let mut told = world.transcript(&[
        &["checklist", "import", "nested.json"],
        &["checklist", "import", "catalog.json"],
        &["checklist", "import", "baseline.yaml"],
        &["checklist", "lint", "nested.toml", "catalog.toml", "house-baseline.toml"],
    ]);
    for name in ["nested.toml", "catalog.toml", "house-baseline.toml"] {
        shown(&world, &mut told, name);
    }
    golden("import-catalogs", &told);
}

#[test]
fn what_cannot_be_imported_says_why_and_writes_nothing() {
    let world = with(&["profile.json", "readiness.csv"]);
    let files: [(&str, &[u8]); 22] = [
        ("quote.csv", b"id,title\nA-1,\"one\nA-2,two\n"),
        ("latin.csv", b"id,title\nA-1,gr\xfc\xdf\n"),
        ("empty.csv", b""),
        ("untitled.csv", b"foo,bar\n1,2\n"),
        ("wide.csv", b"id,title\nA-1,one,two\n"),
        ("levels.csv", b"title,level\none,x\ntwo,2\n"),
        ("nul.csv", b"id,title\nA-1,a\0b\n"),
        ("sheet.csv", b"PK\x03\x04\x14\x00"),
        ("sheet.xlsx", b"no spreadsheet"),
        ("prose.md", b"# Words\n\n- one\n- two\n"),
        ("empty.md", b""),
        ("cut.json", b"[{\"title\": \"one\"},\n {\"title\": "),
        ("number.json", b"42"),
        ("words.json", b"[\"a\", \"b\"]"),
        ("untitled.json", b"[{\"titel\": \"one\"}]"),
        ("cut.yaml", b"controls:\n  - id: [A\n"),
        ("other.yaml", b"a: 1\n"),
        ("bomb.yaml", b"a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n"),
        ("list.txt", b"one\ntwo\n"),
        ("mine.toml", b"format = 1\n"),
        ("部署.csv", b"title\none\n"),
        ("deep.json", b""),
    ];
    // The name of one of them is Chinese: no id can be made of it.
    let names: Vec<String> = files.iter().map(|(name, _)| (*name).to_owned()).collect();
    for (name, (_, bytes)) in names.iter().zip(&files) {
        std::fs::write(world.path("work").join(name), bytes).expect("a file");
    }
    world.write("work/deep.json", &"[{\"a\":".repeat(5000));
    let rows: Vec<String> = (0..20_001).map(|n| format!("A-{n},title {n}\n")).collect();
    world.write("work/many.csv", &format!("code,title\n{}", rows.concat()));
    let many = "many.csv".to_owned();
    let profile = "profile.json".to_owned();
    let mut runs: Vec<Vec<&str>> = Vec::new();
    for name in names.iter().chain([&many, &profile]) {
        runs.push(vec!["checklist", "import", name]);
        runs.push(vec!["--lang", "zh", "checklist", "import", name]);
    }
    for more in [
        ["--map", "titel=Requirement"],
        ["--map", "title=Requirment"],
        ["--id", "My List"],
        ["-o", "list.txt"],
        ["-o", "mine.toml"],
    ] {
        let import = ["checklist", "import", "readiness.csv"];
        runs.push(import.iter().chain(&more).copied().collect());
        runs.push(["--lang", "zh"].iter().chain(&import).chain(&more).copied().collect());
    }
    runs.push(vec!["checklist", "import", "missing.csv"]);
    let told = world.transcript(&runs.iter().map(Vec::as_slice).collect::<Vec<_>>());
    golden("import-bad", &told);
    assert_eq!(world.read("work/mine.toml"), "format = 1\n");
    let toml = std::fs::read_dir(world.path("work")).expect("a directory").flatten();
    let toml = toml.filter(|entry| entry.path().extension().is_some_and(|end| end == "toml"));
    assert_eq!(toml.count(), 2, "what is sound was written, nothing else: levels and mine");
}

#[test]
fn a_new_checklist_lints_clean_and_never_replaces_one() {
    let world = World::empty();
    let mut told = world.transcript(&[
        &["checklist", "new", "Go live"],
        &["checklist", "lint", "go-live.toml"],
        &["checklist", "new", "Go live"],
        &["--lang", "zh", "checklist", "new", "上线检查"],
        &["--lang", "zh", "checklist", "new", "上线检查", "-o", "live.toml"],
        &["--lang", "zh", "checklist", "lint", "live.toml"],
        &["--lang", "zh", "checklist", "new", "上线检查", "-o", "live.toml"],
        &["checklist", "new", "mine", "-o", "mine.txt"],
        &["new", "Payments", "--checklist", "go-live.toml", "--date", "2026-11-23"],
        &["score", "Payments"],
    ]);
    shown(&world, &mut told, "go-live.toml");
    shown(&world, &mut told, "live.toml");
    golden("checklist-new", &told);
}

#[test]
fn a_checklist_is_exported_byte_for_byte() {
    let world = World::empty();
    let own = crate::world::SMALL.replace('\n', "\r\n") + "# the end, without a line feed";
    world.write("store/checklists/small.toml", &own);
    world.write("work/lists/other.toml", &own.replace("0.1.0", "0.2.0"));
    let built_in =
        std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("checklists/operations.toml")).expect("text");
    let export = |named: &str| {
        world.command(&["checklist", "show", named, "--format", "toml"]).output().expect("it runs").stdout
    };
    assert_eq!(export("operations"), built_in);
    assert_eq!(export("small"), own.as_bytes());
    assert_eq!(export("lists/other.toml"), own.replace("0.1.0", "0.2.0").as_bytes());
    assert_eq!(world.run(&["checklist", "show", "none", "--format", "toml"]).status, 2);
}

#[test]
fn what_is_no_checklist_is_pointed_to_import() {
    let world = with(&["readiness.csv", "catalog.json", "baseline.yaml", "guide.zh.md"]);
    std::fs::write(world.path("work/sheet.xlsx"), b"PK\x03\x04").expect("a file");
    world.write("work/renamed.toml", "\n{ \"title\": \"x\" }\n");
    world.write(
        "work/codes.toml",
        &crate::world::SMALL.replacen("id = \"rehearsed\"", "id = \"V1.2.3\"", 1).replacen(
            "id = \"small\"",
            "id = \"Small List\"",
            1,
        ),
    );
    let told = world.transcript(&[
        &[
            "checklist",
            "lint",
            "readiness.csv",
            "catalog.json",
            "baseline.yaml",
            "guide.zh.md",
            "sheet.xlsx",
            "renamed.toml",
        ],
        &["new", "Payments", "--checklist", "catalog.json"],
        &["--lang", "zh", "new", "Payments", "--checklist", "sheet.xlsx"],
        &["checklist", "show", "baseline.yaml"],
        &["checklist", "lint", "codes.toml"],
        &["--lang", "zh", "checklist", "lint", "codes.toml"],
    ]);
    golden("not-a-checklist", &told);
}
