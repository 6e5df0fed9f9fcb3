//! What became of each item between two checklists.

mod support;

use std::collections::HashMap;

use opsladder::diff::versions::{Lineage, Succession, compare};
use opsladder::i18n::Text;
use opsladder::model::checklist::Formerly;
use opsladder::model::checklist::{Better, Target};
use opsladder::model::{Checklist, Key, Level};
use proptest::prelude::*;

use support::{Build, ids, key};

fn small() -> Build {
    Build::levels(2)
        .criteria(1, &["deploys", "alerts"])
        .criteria(2, &["pipeline"])
        .deliverables(&["runbook"])
        .practices(None, &["drill"])
        .metric("uptime", Some(Target::Above(99.9)))
        .improvement_loop("turn", &["see", "act"])
}

/// What became of the item that is called `word` now.
fn of<'a>(diff: &'a Succession, word: &str) -> &'a Lineage {
    let wanted = Some(key(word));
    diff.items.iter().find(|item| item.new == wanted).unwrap_or_else(|| panic!("`{word}` is in {diff:?}"))
}

fn retired(diff: &Succession) -> Vec<Key> {
    diff.items.iter().filter(|item| item.new.is_none()).filter_map(|item| item.old.clone()).collect()
}

#[test]
fn a_checklist_is_the_same_as_itself() {
    let checklist = small().done();
    let diff = compare(&checklist, &checklist);
    assert!(diff.items.iter().all(Lineage::kept), "{diff:?}");
    assert_eq!(
        diff.items.iter().filter_map(|item| item.new.clone()).collect::<Vec<_>>(),
        checklist.keys().collect::<Vec<_>>()
    );
}

#[test]
fn items_come_in_the_new_order_and_what_was_retired_comes_last() {
    let old = Build::levels(1).criteria(1, &["gone", "a", "b"]).practices(None, &["lost"]).done();
    let new = Build::levels(1).criteria(1, &["b", "c", "a"]).done();
    let diff = compare(&old, &new);
    let names: Vec<(Option<Key>, Option<Key>)> =
        diff.items.iter().map(|item| (item.old.clone(), item.new.clone())).collect();
    let both = |word| (Some(key(word)), Some(key(word)));
    assert_eq!(
        names,
        [both("b"), (None, Some(key("c"))), both("a"), (Some(key("gone")), None), (Some(key("p:lost")), None)]
    );
    assert!(diff.items.iter().all(|item| !item.renamed() && !item.reworded && item.moved.is_none()));
}

#[test]
fn a_renamed_item_is_found_by_its_earlier_ids_in_either_direction() {
    let old = Build::levels(1).criteria(1, &["ci"]).deliverables(&["doc"]).practices(None, &["drill"]).done();
    let mut new = Build::levels(1)
        .criterion("cicd", 1, |item| {
            (item.formerly, item.title) = (support::former(&["pipes", "ci"]), Text::plain("ci"));
        })
        .deliverables(&["docs"])
        .practices(None, &["drills"]);
    new.0
        .deliverables
        .iter_mut()
        .for_each(|item| (item.formerly, item.title) = (support::former(&["doc"]), Text::plain("doc")));
    new.0.practices.iter_mut().for_each(|item| item.formerly = support::former(&["drill"]));
    let new = new.done();
    let diff = compare(&old, &new);
    assert_eq!(of(&diff, "cicd"), &Lineage { old: Some(key("ci")), new: Some(key("cicd")), ..Lineage::default() });
    assert!(of(&diff, "d:docs").renamed() && !of(&diff, "d:docs").reworded);
    // Its title is its id here, so that changed too.
    assert!(of(&diff, "p:drills").renamed() && of(&diff, "p:drills").reworded);
    assert!(retired(&diff).is_empty());
    let back = compare(&new, &old);
    assert_eq!(of(&back, "ci").old, Some(key("cicd")));
    assert!(retired(&back).is_empty());
}

#[test]
fn of_several_earlier_items_that_became_one_the_first_named_is_it() {
    let old = Build::levels(1).criteria(1, &["a", "b"]).done();
    let new = Build::levels(1).criterion("c", 1, |item| item.formerly = support::former(&["b", "a"])).done();
    let diff = compare(&old, &new);
    assert_eq!(of(&diff, "c").old, Some(key("b")));
    assert_eq!(retired(&diff), [key("a")]);
    let new = Build::levels(1).criterion("a", 1, |item| item.formerly = support::former(&["b"])).done();
    let diff = compare(&old, &new);
    assert!(of(&diff, "a").kept(), "its own id goes before an earlier one");
    assert_eq!(retired(&diff), [key("b")]);
}

#[test]
fn an_id_means_the_item_of_its_own_section_alone() {
    let old = Build::levels(1).criteria(1, &["a", "same"]).done();
    let new = Build::levels(1).criteria(1, &["a"]).practices(None, &["same"]).done();
    let diff = compare(&old, &new);
    assert_eq!(of(&diff, "p:same").old, None);
    assert_eq!(retired(&diff), [key("same")]);
}

/// A text in both languages.
fn both(en: &str, zh: &str) -> Text {
    Text::tagged([("en", en.to_owned()), ("zh", zh.to_owned())]).expect("a text")
}

/// Whether an item of [`small`] counts as reworded, once `change` has changed the checklist.
fn reworded(word: &str, change: impl FnOnce(&mut Build)) -> bool {
    let mut new = small();
    change(&mut new);
    let diff = compare(&small().done(), &new.done());
    for item in diff.items.iter().filter(|item| item.new != Some(key(word))) {
        assert!(item.kept(), "{item:?}");
    }
    of(&diff, word).reworded
}

#[test]
fn other_words_and_other_requirements_are_a_rewording() {
    assert!(reworded("alerts", |new| new.0.criteria[1].title = Text::plain("alerts in time")));
    assert!(reworded("alerts", |new| new.0.criteria[1].guide.guidance = Some(Text::plain("more"))));
    assert!(reworded("alerts", |new| new.0.criteria[1].evidence_required = true));
    assert!(reworded("alerts", |new| new.0.criteria[1].na_allowed = false));
    assert!(reworded("d:runbook", |new| new.0.deliverables[0].guide.guidance = Some(Text::plain("more"))));
    assert!(reworded("p:drill", |new| new.0.practices[0].title = Text::plain("drills anew")));
    assert!(reworded("p:drill", |new| new.0.practices[0].guide.guidance = Some(Text::plain("more"))));
    assert!(reworded("m:uptime", |new| new.0.metrics[0].unit = Some(Text::plain("%"))));
    assert!(reworded("m:uptime", |new| new.0.metrics[0].target = Some(Target::Above(99.0))));
    assert!(reworded("m:uptime", |new| new.0.metrics[0].better = Some(Better::Lower)));
    assert!(reworded("s:turn.act", |new| new.0.loops[0].steps[1].title = Text::plain("act now")));
}

#[test]
fn what_surrounds_an_item_is_no_rewording() {
    assert!(!reworded("alerts", |new| {
        new.0.criteria[1].remedy = Some(Text::plain("do it"));
        new.0.criteria[1].practices = ids(&["drill"]);
    }));
    // What the target says anyway.
    assert!(!reworded("m:uptime", |new| new.0.metrics[0].better = Some(Better::Higher)));
    assert!(!reworded("s:turn.act", |new| new.0.loops[0].title = Text::plain("other")));
}

#[test]
fn only_a_language_that_both_have_can_say_something_else() {
    let with = |title: Text| {
        let mut build = Build::levels(1).criteria(1, &["a"]);
        build.0.criteria[0].title = title;
        build.done()
    };
    let changed = |was, is| of(&compare(&with(was), &with(is)), "a").reworded;
    assert!(!changed(Text::plain("Alerts"), both("Alerts", "告警")));
    assert!(!changed(both("Alerts wake\nsomebody", "告警"), Text::plain("Alerts  wake somebody")));
    assert!(changed(both("Alerts", "告警"), both("Alerts", "监控")));
    assert!(!changed(both("Alerts", "告警、监控"), both("alerts.", "告警 监控")), "punctuation says nothing");
    let chinese = Text::tagged([("zh", "告警".into())]).expect("a text");
    assert_eq!(of(&compare(&with(Text::plain("Alerts")), &with(chinese)), "a").old, None, "nothing to recognise it by");
}

/// An item: its id, its title, and the ids that it had, each in the editions that are said.
type Named<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

/// An edition of a checklist.
fn edition(version: &str, items: &[Named<'_>]) -> Checklist {
    let build = items.iter().fold(Build::levels(1), |build, (named, title, former)| {
        build.criterion(named, 1, |item| {
            item.title = Text::plain(*title);
            let former = former.iter().map(|(edition, named)| Formerly {
                version: (!edition.is_empty()).then(|| edition.parse().expect("a requirement")),
                id: support::id(named),
            });
            item.formerly = former.collect();
        })
    });
    let mut parts = build.0;
    parts.version = version.parse().expect("a version");
    Checklist::new(parts, support::DIGEST).expect("the test's checklist is sound")
}

const SDLC: &str = "Use a secure SDLC";
const DECODE: &str = "Decode input once";
const ENCODE: &str = "Encode output for where it goes";

#[test]
fn an_id_that_is_in_use_again_is_another_item() {
    let (old, new) = (edition("4.0.3", &[("v1", SDLC, &[])]), edition("5.0.0", &[("v1", DECODE, &[])]));
    let diff = compare(&old, &new);
    assert_eq!((&of(&diff, "v1").old, &of(&diff, "v1").was), (&None, &Some(key("v1"))));
    assert_eq!(retired(&diff), [key("v1")]);
    // What it says of its earlier ids goes before what both are called, and before what they say.
    let new = edition("5.0.0", &[("v1", DECODE, &[("<5", "v2")]), ("v2", ENCODE, &[]), ("v3", SDLC, &[("<5", "v1")])]);
    let old = edition("4.0.3", &[("v1", SDLC, &[]), ("v2", DECODE, &[])]);
    let diff = compare(&old, &new);
    let was = |word| of(&diff, word).old.clone();
    assert_eq!((was("v1"), was("v2"), was("v3")), (Some(key("v2")), None, Some(key("v1"))));
    assert_eq!(of(&diff, "v2").was, Some(key("v2")));
    assert!(retired(&diff).is_empty());
    // In a later edition these earlier ids say nothing any more.
    let later =
        edition("5.0.1", &[("v1", DECODE, &[("<5", "v2")]), ("v2", ENCODE, &[]), ("v3", SDLC, &[("<5", "v1")])]);
    assert!(compare(&new, &later).items.iter().all(Lineage::kept));
}

#[test]
fn what_was_split_is_none_of_its_parts() {
    let old = edition("4.0.3", &[("v1", SDLC, &[]), ("v2", "Encode and decode what goes in and out", &[])]);
    let new = edition("5.0.0", &[("v1", SDLC, &[]), ("v3", DECODE, &[("", "v2")]), ("v4", ENCODE, &[("<5", "v2")])]);
    let diff = compare(&old, &new);
    for part in ["v3", "v4"] {
        let part = of(&diff, part);
        assert_eq!((&part.old, &part.was, part.split), (&None, &Some(key("v2")), true));
    }
    // One that kept the id and the question is that question; another that came out of it is a part.
    let new = edition("5.0.0", &[("v1", SDLC, &[]), ("v5", ENCODE, &[("<5", "v1")])]);
    let diff = compare(&old, &new);
    assert!(of(&diff, "v1").kept());
    assert_eq!((&of(&diff, "v5").was, of(&diff, "v5").split), (&Some(key("v1")), true));
}

#[test]
fn a_criterion_that_gates_another_level_has_moved() {
    let new = Build::levels(2).criteria(1, &["deploys", "pipeline"]).criteria(2, &["alerts"]).done();
    let diff = compare(&small().done(), &new);
    assert_eq!(of(&diff, "pipeline").moved, Some((Level::new(2), Level::new(1))));
    assert_eq!(of(&diff, "alerts").moved, Some((Level::new(1), Level::new(2))));
    assert_eq!(of(&diff, "deploys").moved, None);
    assert!(!of(&diff, "alerts").reworded && !of(&diff, "alerts").kept());
}

/// A checklist of some of six items, each with some of the ids that are left over among its earlier ones.
fn any_checklist() -> impl Strategy<Value = Checklist> {
    let names = ["a", "b", "c", "d", "e", "f"];
    (prop::collection::vec((any::<bool>(), 1u8..3, 0usize..12), 6), any::<bool>()).prop_map(move |(picked, twice)| {
        let here = |at: usize| picked[at].0;
        let mut build = Build::levels(1).criteria(1, &["always"]);
        let mut owner: HashMap<usize, &str> = HashMap::new();
        for (at, (_, _, of)) in picked.iter().enumerate() {
            // An id that is not in use is an earlier one of the item that it points to.
            if !here(at) && *of < 6 && here(*of) {
                owner.insert(at, names[*of]);
            }
        }
        for (at, named) in names.iter().enumerate().filter(|(at, _)| here(*at)) {
            let former: Vec<&str> =
                (0..6).filter(|other| owner.get(other) == Some(named)).map(|other| names[other]).collect();
            build = build.criterion(named, 1, |item| {
                item.formerly = support::former(&former);
                item.evidence_required = picked[at].1 == 1;
            });
            if twice {
                build = build.practices(None, &[named]);
            }
        }
        build.done()
    })
}

proptest! {
    #[test]
    fn every_item_of_either_appears_once(old in any_checklist(), new in any_checklist()) {
        let diff = compare(&old, &new);
        let mut was: Vec<Key> = diff.items.iter().filter_map(|item| item.old.clone()).collect();
        let is: Vec<Key> = diff.items.iter().filter_map(|item| item.new.clone()).collect();
        prop_assert_eq!(&is, &new.keys().collect::<Vec<_>>());
        was.sort();
        let mut all: Vec<Key> = old.keys().collect();
        all.sort();
        prop_assert_eq!(was, all);
        prop_assert!(diff.items.iter().all(|item| item.old.is_some() || item.new.is_some()));
    }

    #[test]
    fn the_way_back_mirrors_the_way_there(old in any_checklist(), new in any_checklist()) {
        let mut there: Vec<_> = compare(&old, &new).items.into_iter().map(|item| (item.old, item.new, item.reworded)).collect();
        let mut back: Vec<_> = compare(&new, &old).items.into_iter().map(|item| (item.new, item.old, item.reworded)).collect();
        there.sort();
        back.sort();
        prop_assert_eq!(there, back);
    }

    #[test]
    fn nothing_changes_between_a_checklist_and_itself(one in any_checklist()) {
        prop_assert!(compare(&one, &one).items.iter().all(Lineage::kept));
    }
}
