//! Answers by a scale of the checklist's own, what gates nothing, who is asked, what comes first, and the mean of areas.

mod support;

use opsladder::i18n::Text;
use opsladder::model::checklist::{Choice, Criterion, Headline, Rule, Scale, Scoring};
use opsladder::model::{Answer, Checklist, Counted, Key, Level, Worth};
use opsladder::plan::plan;
use opsladder::scoring::{Score, as_number, score};
use support::{Build, assess, id, key};

/// A scale of four options, as SAMM has it.
fn samm() -> Scale {
    let option = |name: &str, credit, met| Choice { id: id(name), title: Text::plain(name), credit, met, key: None };
    let options = vec![
        option("most", 1_000_000, true),
        option("half", 500_000, false),
        option("some", 250_000, false),
        option("none", 0, false),
    ];
    Scale { id: id("samm"), options }
}

/// Criteria of areas at levels, answered by [`samm`]: `area:name`.
fn by_scale(mut build: Build, level: u8, named: &[&str]) -> Build {
    for one in named {
        let (area, name) = one.split_once(':').expect("AREA:NAME");
        build = build.criterion(name, level, |item| {
            item.scale = Some(id("samm"));
            item.area = Some(id(area));
        });
    }
    build
}

fn with_scale(mut build: Build) -> Build {
    build.0.scales.push(samm());
    build
}

fn scored(checklist: &Checklist, answers: &str) -> Score {
    score(checklist, &assess(checklist, answers))
}

#[test]
fn credit_and_whether_it_is_met_come_from_the_option() {
    let checklist = by_scale(with_scale(Build::levels(1).areas(&["x"])), 1, &["x:a", "x:b"]).done();
    let told = |answers: &str| {
        let score = scored(&checklist, answers);
        (score.level.get(), score.levels[0].credit.points(), score.levels[0].blocking.len())
    };
    assert_eq!(told("a=most b=most"), (1, 2.0, 0));
    assert_eq!(told("a=most b=half"), (0, 1.5, 1));
    assert_eq!(told("a=some b=none"), (0, 0.25, 2));
    // What is no option of the scale is no answer.
    assert_eq!(told("a=yes b=most"), (0, 1.0, 1));
    let scale = checklist.scale_of(&key("a"));
    assert_eq!(scale.counts(Answer::of("some")), Some(Counted { worth: Worth::Part, credit: 250_000 }));
    assert_eq!(scale.counts(Answer::NA), Some(Counted::WAIVED));
    assert_eq!(scale.after(None), Some(Answer::of("most")));
    assert_eq!(scale.after(Some(Answer::of("none"))), None);
    assert_eq!(scale.worth(Worth::Met), Some(Answer::of("most")));
    assert_eq!(scale.worth(Worth::Unmet), Some(Answer::of("none")));
    assert_eq!(checklist.scale_of(&key("d:any")).counts(Answer::YES), Some(Counted::MET));
}

#[test]
fn what_gates_nothing_counts_in_progress_and_comes_last() {
    let aside = |item: &mut Criterion| item.gates = false;
    let checklist = Build::levels(2).criterion("should", 1, aside).criteria(1, &["must"]).criteria(2, &["top"]).done();
    let score = scored(&checklist, "must=yes should=no");
    assert_eq!(score.level, Level::new(1));
    assert_eq!(score.levels[0].credit.percent(), Some(50));
    assert!(score.levels[0].blocking.is_empty());
    let assessment = assess(&checklist, "");
    let gaps = plan(&checklist, &assessment, Level::new(2)).gaps;
    let order: Vec<&str> = gaps.iter().map(|gap| gap.criterion.as_str()).collect();
    assert_eq!(order, ["must", "top", "should"]);
    // A level in which nothing gates is achieved with the one below it.
    let checklist = Build::levels(2).criteria(1, &["must"]).criterion("should", 2, aside).done();
    assert_eq!(scored(&checklist, "must=yes should=no").level, Level::new(2));
    assert_eq!(scored(&checklist, "must=no should=yes").level, Level::new(0));
}

#[test]
fn the_lowest_levels_may_ask_nothing_and_everybody_has_achieved_them() {
    let checklist = Build::levels(3).criteria(2, &["a"]).criteria(3, &["b"]).done();
    assert_eq!(scored(&checklist, "").level, Level::new(1));
    let next = scored(&checklist, "").next.map(|next| (next.level, next.remaining));
    assert_eq!(next, Some((Level::new(2), vec![id("a")])));
}

#[test]
fn what_applies_to_other_profiles_is_as_if_it_were_not_there() {
    let build = Build::levels(1).profile("big", &[]).profile("small", &[]).criteria(1, &["a"]);
    let whole = build.criterion("b", 1, |item| item.applies = vec![id("big")]).done();
    let of = |profile: Option<&str>| {
        let profile = profile.map(id);
        whole.asked_of(profile.as_ref()).map_or(whole.parts().criteria.len(), |asked| asked.parts().criteria.len())
    };
    assert_eq!((of(Some("big")), of(Some("small")), of(None)), (2, 1, 1));
    let mut assessment = assess(&whole, "a=yes b=no");
    assessment.profile = Some(id("small"));
    let card = support::card(&whole, assessment);
    assert_eq!(card.score.level, Level::new(1));
    // The answer is kept, and it is no answer to nothing.
    assert!(card.findings.is_empty() && card.retired().next().is_none());
    let mut other = card.assessment.clone();
    other.profile = Some(id("big"));
    assert_eq!(card.revised(other).score.level, Level::new(0));
}

#[test]
fn what_makes_sense_after_something_comes_after_it() {
    let after = |names: &'static [&'static str]| move |item: &mut Criterion| item.after = support::ids(names);
    let checklist = Build::levels(2)
        .criterion("a", 1, after(&["c"]))
        .criterion("b", 1, after(&["a"]))
        .criteria(1, &["c"])
        .criterion("d", 2, after(&["a", "e"]))
        .criteria(2, &["e"])
        .done();
    let gaps = |answers: &str| {
        let gaps = plan(&checklist, &assess(&checklist, answers), Level::new(2)).gaps.into_iter();
        gaps.map(|gap| format!("{} {}", gap.criterion, support::names(&gap.first).join(","))).collect::<Vec<_>>()
    };
    assert_eq!(gaps(""), ["c ", "a c", "b a", "e ", "d a,e"]);
    assert_eq!(gaps("c=yes e=yes"), ["a ", "b a", "d a"]);
}

/// Two functions of two practices each, three levels of two questions each, as SAMM has them.
fn samm_like() -> Checklist {
    let mut build = with_scale(Build::levels(3).areas(&["governance", "sm", "pc", "design", "ta", "sr"]));
    build.0.scoring = Scoring { headline: Some(Headline::Areas), rule: Rule::Mean };
    for (at, parent) in [(1, 0), (2, 0), (4, 3), (5, 3)] {
        build.0.areas[at].parent = Some(build.0.areas[parent].id.clone());
    }
    for level in 1..=3 {
        for practice in ["sm", "pc", "ta", "sr"] {
            let named = ["a", "b"].map(|stream| format!("{practice}:{practice}-{stream}-{level}"));
            build = by_scale(build, level, &named.each_ref().map(String::as_str));
        }
    }
    build.done()
}

#[test]
fn the_mean_is_the_sum_of_the_levels_means_and_then_the_mean_of_the_areas() {
    let checklist = samm_like();
    let score = scored(
        &checklist,
        "sm-a-1=most sm-b-1=half sm-a-2=half sm-b-2=some sm-a-3=none sm-b-3=none \
         pc-a-1=most pc-b-1=most pc-a-2=most pc-b-2=most pc-a-3=half pc-b-3=half \
         ta-a-1=half ta-b-1=half ta-a-2=none ta-b-2=na ta-a-3=na ta-b-3=na",
    );
    let of = |area: &str| {
        let found = score.areas.iter().find(|one| one.id == *area).expect("the area");
        found.score.map(as_number)
    };
    // 0.75 + 0.375 + 0; 1 + 1 + 0.5; 0.5 + 0, the third level left out.
    assert_eq!((of("sm"), of("pc"), of("ta"), of("sr")), (Some(1.125), Some(2.5), Some(0.5), Some(0.0)));
    // Over all of governance: 3.5/4 + 2.75/4 + 1/4.
    assert_eq!(of("governance"), Some(1.8125));
    // 1/4 + 0/3 + 0/2.
    assert_eq!(of("design"), Some(0.25));
    assert_eq!(score.score.map(as_number), Some(1.03125));
    assert_eq!((score.level, score.gate), (Level::new(1), Level::new(0)));
    assert_eq!(score.target_level, Level::new(2));
}

#[test]
fn thirds_add_up_to_a_whole_level() {
    let mut build = with_scale(Build::levels(3).areas(&["x"]));
    build.0.scoring.rule = Rule::Mean;
    for level in 1..=3 {
        let named = ["a", "b", "c"].map(|one| format!("x:{one}{level}"));
        build = by_scale(build, level, &named.each_ref().map(String::as_str));
    }
    let checklist = build.done();
    let score = scored(&checklist, "a1=most a2=most a3=most");
    assert_eq!((score.score.map(as_number), score.level), (Some(1.0), Level::new(1)));
    let score = scored(&checklist, "a1=most a2=most");
    assert_eq!((score.score.map(as_number), score.level), (Some(0.666_667), Level::new(0)));
}

#[test]
fn an_area_holds_what_is_in_the_areas_in_it() {
    let checklist = samm_like();
    let score = scored(&checklist, "sm-a-1=most sm-b-1=most pc-a-1=most pc-b-1=half");
    let level = |area: &str| score.areas.iter().find(|one| one.id == *area).and_then(|one| one.level);
    assert_eq!(
        (level("sm"), level("pc"), level("governance")),
        (Some(Level::new(1)), Some(Level::new(0)), Some(Level::new(0)))
    );
    assert_eq!(checklist.criteria_in(&id("governance")).count(), 12);
    assert!(matches!(key("sm-a-1"), Key::Criterion(_)));
}

#[test]
fn an_area_with_a_target_of_its_own_is_planned_up_to_that() {
    let area = |name: &'static str| move |item: &mut Criterion| item.area = Some(id(name));
    let mut build = Build::levels(3).areas(&["x", "in-x", "y"]);
    build.0.areas[1].parent = Some(id("x"));
    for level in 1..=3 {
        for (name, within) in [("a", "in-x"), ("b", "y")] {
            build = build.criterion(&format!("{name}{level}"), level, area(within));
        }
    }
    let checklist = build.done();
    let mut assessment = assess(&checklist, "");
    assessment.area_targets.insert(id("x"), Level::new(3));
    let gaps = plan(&checklist, &assessment, Level::new(1)).gaps;
    assert_eq!(support::names(gaps.iter().map(|gap| &gap.criterion)), ["a1", "b1", "a2", "a3"]);
}

#[test]
fn a_gap_opens_and_closes_by_the_targets_of_areas_too() {
    let area = |name: &'static str| move |item: &mut Criterion| item.area = Some(id(name));
    let checklist = Build::levels(2).areas(&["x"]).criterion("a", 1, area("x")).criterion("b", 2, area("x")).done();
    let card = |answers: &str| {
        let mut assessment = assess(&checklist, answers);
        assessment.target_level = Some(Level::new(1));
        assessment.area_targets.insert(id("x"), Level::new(2));
        support::card(&checklist, assessment)
    };
    let between = opsladder::diff::diff(&card("a=yes b=no"), &card("a=yes b=yes"));
    assert_eq!(support::names(&between.gaps.went), ["b"]);
    assert!(between.gaps.came.is_empty());
}
