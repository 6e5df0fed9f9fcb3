//! Random edits: what is saved is what is read, in one order, and remarks survive.

use proptest::prelude::*;

use super::*;

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
            whole.set(key.clone(), Entry { note: Some("n".into()), ..answered(Answer::YES) });
        }
        let expected = AssessmentFile::create(&dir.path().join("whole.toml"), &whole, &checklist()).expect("created");
        let mut file = AssessmentFile::create(&dir.path().join("grown.toml"), &draft(), &checklist()).expect("created");
        for at in order {
            let mut wanted = file.assessment().clone();
            wanted.set(keys[at].clone(), Entry { note: Some("n".into()), ..Entry::default() });
            file.save(&wanted, &checklist()).expect("saved");
            wanted.set(keys[at].clone(), Entry { note: Some("n".into()), ..answered(Answer::YES) });
            file.save(&wanted, &checklist()).expect("saved");
        }
        prop_assert_eq!(file.text(), expected.text());
    }
}

/// Changes one item after the other, each in a save of its own.
fn one_by_one(text: String, entries: impl Iterator<Item = (Key, Entry)>) -> String {
    entries.fold(text, |text, (key, entry)| {
        saved(&text, |wanted| {
            wanted.set(key, entry);
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_file_does_not_tell_in_which_order_it_was_answered(
        entries in proptest::collection::vec(some_entry(), 12),
        first in Just((0..12).collect::<Vec<usize>>()).prop_shuffle(),
        second in Just((0..12).collect::<Vec<usize>>()).prop_shuffle(),
        crlf: bool,
    ) {
        let keys = every_key();
        prop_assert_eq!(keys.len(), 12);
        let ends = |text: String| if crlf { text.replace('\n', "\r\n") } else { text };
        let empty = ends(created(&draft()));
        let grown = |order: &[usize]| one_by_one(empty.clone(), order.iter().map(|at| (keys[*at].clone(), fitting(&keys[*at], entries[*at].clone()))));
        let text = grown(&first);
        prop_assert_eq!(&text, &grown(&second));
        if !crlf {
            let mut whole = draft();
            keys.iter().zip(&entries).for_each(|(key, entry)| { whole.set(key.clone(), fitting(key, entry.clone())); });
            prop_assert_eq!(&text, &created(&whole));
        }
        prop_assert_eq!(one_by_one(text, second.iter().map(|at| (keys[*at].clone(), Entry::default()))), empty);
    }

    #[test]
    fn anchors_that_a_person_has_disturbed_lose_nothing(
        rounds in proptest::collection::vec(edits(), 1..4),
        moves in proptest::collection::vec((any::<proptest::sample::Index>(), any::<proptest::sample::Index>(), 0..4u8), 0..6),
    ) {
        let mut text = created(&draft());
        let mut moves = moves.into_iter();
        for edits in rounds {
            text = saved(&text, |wanted| edits.into_iter().for_each(|(key, entry)| { wanted.set(key, entry); }));
            let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
            let anchors: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with("# ")).collect();
            for (from, to, how) in moves.by_ref().take(2).filter(|_| !anchors.is_empty()) {
                let from = anchors[from.index(anchors.len())];
                let line = lines[from].clone();
                match how {
                    0 => lines[from] = format!("{} # x\n", line.trim_end()),
                    1 => lines[from] = format!("\t{line}"),
                    2 => lines[from].clear(),
                    _ => lines.insert(to.index(lines.len()), line),
                }
            }
            let disturbed = lines.concat();
            // A move may land in a text of several lines and change what it says: that is a change of its own.
            text = if AssessmentFile::parse("a.toml", &disturbed).is_ok() { disturbed } else { text };
        }
        saved(&text, |wanted| every_key().into_iter().for_each(|key| { wanted.set(key, answered(Answer::YES)); }));
    }
}

fn some_entry() -> impl Strategy<Value = Entry> {
    let was = (said(), "[a-z0-9.\"\n]{1,6}", proptest::option::of("[a-z \"部]{0,8}x"));
    let was = was.prop_map(|(said, version, title)| Box::new(Was { version: format!("v{version}"), title, said }));
    (said(), proptest::option::weighted(0.3, was)).prop_map(|(said, was)| Entry { was, ..said })
}

/// What is said of an item, without what was said of another question.
fn said() -> impl Strategy<Value = Entry> {
    let text = || proptest::option::of("[a-z \"\\\\\n部🚀#=\\[\\]]{0,12}");
    let day = || proptest::option::of((2000i16..2100, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| date(y, m, d)));
    let answer =
        proptest::option::of(proptest::sample::select(vec![Answer::YES, Answer::PARTIAL, Answer::NO, Answer::NA]));
    let evidence = ("[a-z\n\"#]{0,6}", day(), text(), day()).prop_map(|(reference, date, by, expires)| Evidence {
        reference,
        date,
        by,
        expires,
    });
    let number = || prop_oneof![-1e6..1e6f64, (-1000i32..1000).prop_map(f64::from)];
    let limit = proptest::option::of(prop_oneof![number().prop_map(Limit::Above), number().prop_map(Limit::Below)]);
    let unit = proptest::option::of("[a-z%/‰]{1,6}");
    let window = proptest::option::of(proptest::sample::select(["12h", "30d", "3mo"].as_slice()));
    let rest = (proptest::option::of(proptest::sample::select(Reason::ALL)), limit, unit, window, day());
    (answer, day(), text(), proptest::collection::vec(evidence, 0..4), text(), day(), rest).prop_map(
        |(answer, answered, note, evidence, owner, due, (reason, target, unit, window, until))| Entry {
            given: answer.map(Given::Answer),
            answered,
            note,
            evidence,
            owner,
            due,
            reason,
            until,
            target,
            unit,
            window: window.and_then(Window::read),
            was: None,
        },
    )
}

/// What may be said of the item: a metric has a value for an answer.
fn fitting(key: &Key, mut entry: Entry) -> Entry {
    if matches!(key, Key::Metric(_)) {
        let value = entry.note.as_ref().map_or(0, String::len);
        entry.given =
            entry.given.map(|_| Given::Value(f64::from(u32::try_from(value).expect("a small number")) / 4.0 - 1.0));
    }
    entry.was = entry.was.map(|was| Box::new(Was { said: fitting(key, was.said.clone()), ..*was }));
    entry
}

fn edits() -> impl Strategy<Value = Vec<(Key, Entry)>> {
    let entry = prop_oneof![1 => Just(Entry::default()), 4 => some_entry()];
    let mut keys = every_key();
    keys.push(criterion("old-one"));
    let edit = (proptest::sample::select(keys), entry).prop_map(|(key, entry)| (key.clone(), fitting(&key, entry)));
    proptest::collection::vec(edit, 0..8)
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

    #[test]
    fn inline_tables_and_dotted_keys_take_any_edit(rounds in proptest::collection::vec(edits(), 1..4), crlf: bool) {
        let mut text = if crlf { INLINE.replace('\n', "\r\n") } else { INLINE.to_owned() };
        for edits in rounds {
            text = saved(&text, |wanted| edits.into_iter().for_each(|(key, entry)| { wanted.set(key, entry); }));
        }
    }
}
