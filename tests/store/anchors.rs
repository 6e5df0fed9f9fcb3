//! The lines of a new file that mark the place of each item: what goes below them, and what a person may do to them.

use super::*;

const YES: &str = "answer = \"yes\"\nanswered = 2026-11-23\n";

fn answer(a: &mut Assessment, id: &str) {
    a.set(criterion(id), answered(Answer::YES));
}

fn clear(a: &mut Assessment, id: &str) {
    a.set(criterion(id), Entry::default());
}

/// A metric takes a value.
fn takes_an_answer(key: &Key) -> bool {
    !matches!(key, Key::Metric(_))
}

#[test]
fn a_table_comes_and_goes_right_below_its_anchor() {
    let fresh = created(&draft());
    for (at, key) in checklist().keys().filter(takes_an_answer).enumerate() {
        let header = format!("{}.{key}", key.section().name());
        let table = format!("# {header}\n[{header}]\n{YES}\n");
        let expected = fresh.replacen(&format!("# {header}\n"), &table, 1);
        let text = saved(&fresh, |a| {
            a.set(key.clone(), answered(Answer::YES));
        });
        assert_eq!(text, expected, "{at}");
        let cleared = |a: &mut Assessment| {
            a.set(key.clone(), Entry::default());
        };
        assert_eq!(saved(&text, cleared), fresh, "{at}");
        let crlf = saved(&fresh.replace('\n', "\r\n"), |a| {
            a.set(key.clone(), answered(Answer::YES));
        });
        assert_eq!(crlf, expected.replace('\n', "\r\n"), "{at}");
        assert_eq!(saved(&crlf, cleared), fresh.replace('\n', "\r\n"), "{at}");
        let marked = saved(&format!("\u{feff}{fresh}"), |a| {
            a.set(key.clone(), answered(Answer::YES));
        });
        assert_eq!(marked, format!("\u{feff}{expected}"), "{at}");
    }
}

#[test]
fn an_anchor_keeps_no_empty_table_alive_and_a_remark_does() {
    let fresh = created(&draft());
    let table = |around: &str| fresh.replacen("# criteria.zulu\n", around, 1);
    for (before, after) in [
        // The blank line is gone: the next anchor follows at once.
        ("# criteria.zulu\n[criteria.zulu]\nanswer = \"no\"\n", "# criteria.zulu\n"),
        ("# why\n# criteria.zulu\n[criteria.zulu]\nanswer = \"no\"\n\n", "# why\n# criteria.zulu\n"),
        ("# criteria.zulu\n[criteria.zulu]\nanswer = \"no\"\n\n# why\n\n", "# criteria.zulu\n# why\n\n"),
        ("# criteria.zulu\n# why\n[criteria.zulu]\nanswer = \"no\"\n\n", "# criteria.zulu\n# why\n[criteria.zulu]\n\n"),
        ("# criteria.zulu\n[criteria.zulu]\nanswer = \"no\"\n# why\n\n", "# criteria.zulu\n[criteria.zulu]\n# why\n\n"),
        ("# criteria.zulu\n[criteria.zulu] # why\nanswer = \"no\"\n\n", "# criteria.zulu\n[criteria.zulu] # why\n\n"),
        ("# criteria.zulu\n[criteria.zulu]\nanswer = \"no\"\nx = 1\n\n", "# criteria.zulu\n[criteria.zulu]\nx = 1\n\n"),
    ] {
        assert_eq!(saved(&table(before), |a| clear(a, "zulu")), table(after), "{before}");
    }
}

#[test]
fn a_missing_or_odd_anchor_means_the_order_of_the_checklist() {
    let fresh = created(&draft());
    for odd in ["", "# criteria.alpha: soon\n", "#criteria.alpha\n", "# criteria.alpha # x\n"] {
        let text = fresh.replacen("# criteria.alpha\n", odd, 1);
        let below = format!("# criteria.zulu\n\n[criteria.alpha]\n{YES}");
        let wrote = saved(&text, |a| answer(a, "alpha"));
        assert!(wrote.contains(&below), "{odd}:\n{wrote}");
        // The same file comes out whichever of the two is answered first.
        let both = saved(&wrote, |a| answer(a, "zulu"));
        assert_eq!(both, saved(&saved(&text, |a| answer(a, "zulu")), |a| answer(a, "alpha")), "{odd}");
    }
    // Indented, doubled or moved to another place between tables, it still says where.
    for (from, to) in [
        ("# criteria.alpha\n", "  # criteria.alpha  \n"),
        ("# criteria.alpha\n", "# criteria.alpha\n# criteria.alpha\n"),
        ("# criteria.zulu\n# criteria.alpha\n", "# criteria.alpha\n# criteria.zulu\n"),
    ] {
        let text = fresh.replacen(from, to, 1);
        let wrote = saved(&text, |a| answer(a, "alpha"));
        assert!(
            wrote.contains(&format!(
                "# criteria.alpha{}[criteria.alpha]\n{YES}\n# criteria.",
                if to.starts_with(' ') { "  \n" } else { "\n" }
            )),
            "{wrote}"
        );
        assert_eq!(saved(&wrote, |a| clear(a, "alpha")), text);
    }
}

#[test]
fn what_looks_like_an_anchor_within_a_table_is_none() {
    for within in [
        "[criteria.zulu]\nanswer = \"no\"\n# criteria.alpha\nnote = \"n\"\n",
        "[criteria.zulu]\nnote = \"\"\"\n# criteria.alpha\n\"\"\"\n",
        "[criteria.zulu]\nevidence = [\n# criteria.alpha\n  { ref = \"a\" },\n]\n",
        "[criteria]\nzulu.answer = \"no\"\n# criteria.alpha\nzulu.note = \"n\"\n",
    ] {
        let text = format!("{HEAD}\n{within}");
        assert_eq!(saved(&text, |a| answer(a, "alpha")), format!("{text}\n[criteria.alpha]\n{YES}"), "{within}");
    }
    // Between two tables of one item there may stand a third.
    let apart = "[[criteria.zulu.evidence]]\nref = \"a\"\n# criteria.alpha\n[[criteria.zulu.evidence]]\nref = \"b\"\n";
    let text = format!("{HEAD}\n{apart}");
    let table = format!("# criteria.alpha\n[criteria.alpha]\n{YES}\n");
    assert_eq!(saved(&text, |a| answer(a, "alpha")), text.replacen("# criteria.alpha\n", &table, 1));
    // Before the checklist's table, too.
    let early = HEAD.replacen("[checklist]", "# criteria.alpha\n[checklist]", 1);
    assert_eq!(saved(&early, |a| answer(a, "alpha")), early.replacen("# criteria.alpha\n", &table, 1));
    let first = format!("# criteria.alpha\n{HEAD}");
    assert_eq!(saved(&first, |a| answer(a, "alpha")), format!("{first}\n[criteria.alpha]\n{YES}"));
}

#[test]
fn a_file_without_anchors_gets_none() {
    let text = saved(HEAD, |a| {
        answer(a, "mike");
        answer(a, "zulu");
    });
    assert_eq!(text, format!("{HEAD}\n[criteria.zulu]\n{YES}\n[criteria.mike]\n{YES}"));
}

#[test]
fn answers_to_unknown_items_close_their_section() {
    let mut both = draft();
    answer(&mut both, "retired");
    answer(&mut both, "mike");
    let expected = created(&both);
    assert!(
        expected
            .contains(&format!("# criteria.mike\n[criteria.mike]\n{YES}\n\n[criteria.retired]\n{YES}\n# deliverables"))
    );
    for order in [["retired", "mike"], ["mike", "retired"]] {
        let text = order.iter().fold(created(&draft()), |text, id| saved(&text, |a| answer(a, id)));
        assert_eq!(text, expected);
        let text = order.iter().fold(text, |text, id| saved(&text, |a| clear(a, id)));
        assert_eq!(text, created(&draft()));
    }
}

#[test]
fn a_copy_for_another_version_keeps_the_old_anchors() {
    let next = CHECKLIST.replacen("id = \"alpha\"", "id = \"beta\"", 1);
    let next = read_checklist("small.toml", &next).expect("a sound checklist");
    let dir = tempfile::tempdir().expect("a directory");
    let mut old = draft();
    answer(&mut old, "alpha");
    answer(&mut old, "mike");
    let file = AssessmentFile::create(&dir.path().join("old.toml"), &old, &checklist()).expect("created");
    let mut new = old.clone();
    clear(&mut new, "alpha");
    answer(&mut new, "beta");
    let copy = file.copy_to(&dir.path().join("new.toml"), &new, &next).expect("written");
    let was = format!("# criteria.alpha\n[criteria.alpha]\n{YES}\n");
    let is = format!("\n[criteria.beta]\n{YES}\n# criteria.alpha\n");
    assert_eq!(copy.text(), file.text().replacen(&was, &is, 1));
}
