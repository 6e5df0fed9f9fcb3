//! Items that are answered by a scale of the checklist's own: by number, by letter, and what the footer tells.

use std::fmt::Write as _;
use std::sync::Arc;

use opsladder::i18n::Lang;
use opsladder::model::Checklist;
use opsladder::reading::Reading;
use opsladder::settings::ThemeName;
use opsladder::store::read_checklist;
use opsladder::style::Theme;
use opsladder::tui::app::{App, Walk};

use crate::support_app::{TODAY, empty, press, screen};

/// A checklist whose criterion is answered by a scale of `options`, beside one by yes, partial and no.
fn checklist(options: &str) -> Arc<Checklist> {
    let mut text = "format = 1\nid = \"scales\"\nversion = \"1.0.0\"\ntitle = \"Scales\"\n".to_owned();
    text.push_str("[[levels]]\nlevel = 1\ntitle = \"One\"\n");
    write!(text, "[[scales]]\nid = \"own\"\noptions = [\n{options}]\n").expect("a string takes everything");
    text.push_str("[[criteria]]\nid = \"usual\"\nlevel = 1\ntitle = \"As usual\"\n");
    text.push_str("[[criteria]]\nid = \"own\"\nlevel = 1\ntitle = \"By its own scale\"\nscale = \"own\"\n");
    Arc::new(read_checklist("scales.toml", &text).expect("it is sound"))
}

fn four() -> Arc<Checklist> {
    checklist(
        "{ id = \"most\", title = { en = \"Most\", zh = \"大多数\" }, credit = 1, met = true, key = \"m\" },\n\
         { id = \"half\", title = { en = \"Half\", zh = \"一半\" }, credit = 0.5, key = \"j\" },\n\
         { id = \"some\", title = { en = \"Some 🚧\", zh = \"少数\" }, credit = 0.25 },\n\
         { id = \"none\", title = { en = \"None\", zh = \"没有\" }, credit = 0 },\n",
    )
}

fn walking(checklist: &Arc<Checklist>, lang: Lang, size: (u16, u16)) -> App {
    let mut app = App::new(lang, Theme::named(ThemeName::Dark), TODAY, "/srv/ops/.opsladder".into());
    app.size = size;
    app.open(Walk::new(Reading::new(Arc::clone(checklist), empty("Payments", checklist))));
    app
}

fn given(app: &App) -> Vec<String> {
    let walk = app.walk.as_ref().expect("a walk");
    let entries = walk.card.assessment.entries();
    entries
        .map(|(key, entry)| format!("{} {}", key.path().join("."), entry.answer().map_or("", |a| a.word())))
        .collect()
}

#[test]
fn an_option_is_chosen_by_its_number_or_its_letter_before_all_else() {
    let checklist = four();
    let mut app = walking(&checklist, Lang::En, (80, 24));
    press(&mut app, "2");
    assert_eq!(given(&app), ["criteria.usual partial"]);
    press(&mut app, "<Down>4");
    assert_eq!(given(&app), ["criteria.own none", "criteria.usual partial"]);
    // Its letter is meant, not the way down.
    press(&mut app, "j");
    assert_eq!(given(&app), ["criteria.own half", "criteria.usual partial"]);
    press(&mut app, "m");
    assert_eq!(given(&app), ["criteria.own most", "criteria.usual partial"]);
    // The letters of yes, partial and no are not its own, nor is a number that it does not have.
    for nothing in ["y", "5", "9"] {
        press(&mut app, nothing);
        assert_eq!(given(&app), ["criteria.own most", "criteria.usual partial"], "{nothing}");
        assert!(screen(&app).contains("does nothing here"), "{}", screen(&app));
    }
    press(&mut app, "x");
    assert_eq!(given(&app), ["criteria.usual partial"]);
    press(&mut app, "u3");
    assert_eq!(given(&app), ["criteria.own some", "criteria.usual partial"]);
    assert_eq!(app.walk.as_ref().expect("a walk").card.score.levels[0].credit.points().to_string(), "0.75");
}

#[test]
fn the_footer_and_the_item_name_the_options() {
    let checklist = four();
    for (lang, size, wanted) in [
        (Lang::En, (80, 24), "1 Most  2 Half  3 Some 🚧"),
        (Lang::Zh, (80, 24), "1 大多数  2 一半  3 少数  4 没有"),
        (Lang::En, (40, 12), "1 Most  2 Half"),
    ] {
        let mut app = walking(&checklist, lang, size);
        assert!(!screen(&app).contains("1 Most"), "yes, partial and no have letters");
        press(&mut app, "<Down>");
        assert!(screen(&app).contains(wanted), "{}", screen(&app));
    }
    // Every option before all else, also where one is to be confirmed.
    let mut app = walking(&checklist, Lang::En, (80, 24));
    press(&mut app, "<Down>1");
    let walk = app.walk.as_mut().expect("a walk");
    walk.card.assessment.date = TODAY.tomorrow().expect("a day");
    assert!(screen(&app).contains("1 Most  2 Half  3 Some 🚧  4 None  Enter confirm"), "{}", screen(&app));
    let mut app = walking(&checklist, Lang::En, (80, 24));
    press(&mut app, "<Down>");
    for listed in ["✓ 1 Most", "~ 2 Half", "~ 3 Some 🚧", "✗ 4 None"] {
        assert!(screen(&app).contains(listed), "{listed}\n{}", screen(&app));
    }
}

#[test]
fn nine_options_have_nine_numbers() {
    let option = |nth: u32| {
        format!(
            "{{ id = \"o{nth}\", title = \"Option {nth}\", credit = {}, met = {} }},\n",
            f64::from(9 - nth) / 8.0,
            nth == 1
        )
    };
    let checklist = checklist(&(1..=9).map(option).collect::<String>());
    let mut app = walking(&checklist, Lang::En, (120, 40));
    for nth in 1..=9 {
        press(&mut app, "<Home><Down><Down>");
        press(&mut app, &nth.to_string());
        assert_eq!(given(&app), [format!("criteria.own o{nth}")]);
    }
}

#[test]
fn what_if_supposes_the_best_the_middle_and_the_worst_of_a_scale() {
    let checklist = four();
    let mut app = walking(&checklist, Lang::En, (80, 24));
    press(&mut app, "w<Down>");
    for (key, sign) in [("y", "✓"), ("p", "~"), ("n", "✗")] {
        press(&mut app, key);
        let line = screen(&app)
            .lines()
            .find(|line| line.contains("By its own scale") && line.contains("medium"))
            .map(str::to_owned);
        assert!(line.as_ref().is_some_and(|line| line.contains(&format!("→ {sign}"))), "{}", screen(&app));
    }
    assert!(given(&app).is_empty(), "nothing of it is saved");
}
