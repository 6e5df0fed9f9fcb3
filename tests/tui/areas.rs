//! A checklist that leads with its areas: the outline is grouped by them, one in the other, and they stand first on the score
//! screen, where they fold.

use std::sync::Arc;

use opsladder::i18n::Lang;
use opsladder::model::{Answer, Checklist, Entry, Given};
use opsladder::reading::Reading;
use opsladder::settings::ThemeName;
use opsladder::store::read_checklist;
use opsladder::style::Theme;
use opsladder::tui::app::{App, Walk};

use crate::screens::check;
use crate::support_app::{TODAY, criterion, empty, press, screen};

const NESTED: &str = include_str!("../cli/nested.toml");
const MEAN: &str = include_str!("../cli/mean.toml");

/// A program that walks a checklist of which a few criteria are answered.
fn walking(text: &str, answers: &[(&str, Answer)], lang: Lang, size: (u16, u16)) -> App {
    let checklist: Arc<Checklist> = Arc::new(read_checklist("areas.toml", text).expect("it is sound"));
    let mut assessment = empty("Web", &checklist);
    for (id, answer) in answers {
        let entry = Entry { given: Some(Given::Answer(*answer)), answered: Some(TODAY), ..Entry::default() };
        assessment.set(criterion(id), entry);
    }
    let theme = Theme::named(ThemeName::Dark);
    let mut app = App::new(lang, theme, TODAY, "/srv/ops/.opsladder".into());
    app.size = size;
    app.open(Walk::new(Reading::new(checklist, assessment)));
    app
}

fn nested(keys: &'static str) -> impl Fn(Lang, (u16, u16)) -> App {
    const ANSWERS: &[(&str, Answer)] = &[
        ("v1-1-1", Answer::YES),
        ("v1-1-2", Answer::YES),
        ("v1-2-1", Answer::PARTIAL),
        ("v2-1", Answer::NO),
        ("v3-1", Answer::YES),
    ];
    move |lang, size| {
        let mut app = walking(NESTED, ANSWERS, lang, size);
        press(&mut app, keys);
        app
    }
}

#[test]
fn the_outline_has_areas_in_areas() {
    check("areas-walk", &[(80, 24), (40, 12)], nested("gjj"));
}

#[test]
fn an_item_says_where_it_comes_from_and_that_it_gates_nothing() {
    check("areas-item", &[(120, 40)], nested("/V1.1.1<Enter>"));
    let app = nested("/V1.2.4<Enter>")(Lang::En, (120, 40));
    assert!(screen(&app).contains("Level 1 · Shut · recommended"), "{}", screen(&app));
}

#[test]
fn areas_lead_the_score_and_fold() {
    check("areas-score", &[(80, 24), (40, 12)], nested("s"));
    check("areas-score-folded", &[(80, 24)], nested("sjjj<Left>"));
    let mean = |lang, size| {
        let answers =
            [("design-threats-1", "most"), ("design-needs-1", "half"), ("build-1", "most"), ("build-2", "half")];
        let answers = answers.map(|(id, option)| (id, Answer::of(option)));
        let mut app = walking(MEAN, &answers, lang, size);
        press(&mut app, "s");
        app
    };
    check("areas-score-mean", &[(80, 24)], mean);
}

#[test]
fn folding_goes_to_the_area_that_holds_the_one_under_the_cursor() {
    let rows = |keys| {
        let said = screen(&nested(keys)(Lang::En, (80, 24)));
        let areas = said.lines().filter(|line| line.contains("V1") || line.contains("V2") || line.contains("V3"));
        areas.skip(1).map(|line| line.trim().chars().take(8).collect::<String>()).collect::<Vec<_>>()
    };
    let open = ["▾ V1 Inp", "V1.1 Enc", "V1.2 Que", "▾ V2 Ses", "V2.1 Coo", "V3 Logs "];
    assert_eq!(rows("s"), open);
    // On the second area in the first one: it folds that, and stays on it.
    assert_eq!(rows("sjjjj<Left>"), ["▸ V1 Inp", "▾ V2 Ses", "V2.1 Coo", "V3 Logs "]);
    assert_eq!(rows("sjjjj<Left><Right>"), open);
    assert_eq!(rows("szz"), ["▸ V1 Inp", "▸ V2 Ses", "V3 Logs "]);
    assert_eq!(rows("szzz"), open);
    let shown = screen(&nested("&")(Lang::En, (80, 24)));
    assert!(shown.contains("Area V1 Input") || shown.contains("V1 Input"), "{shown}");
}
