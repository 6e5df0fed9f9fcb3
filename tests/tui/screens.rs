//! Every screen at several sizes in both languages, compared with the stored ones.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use opsladder::diff::LastTime;
use opsladder::error::Error;
use opsladder::history::History;
use opsladder::i18n::{Lang, Text};
use opsladder::model::{Checklist, Status};
use opsladder::reading::Reading;
use opsladder::scorecard::Scorecard;
use opsladder::store::{AssessmentFile, Places, Store, read_checklist};
use opsladder::tui::app::App;
use opsladder::tui::effect::World;
use opsladder::tui::screen::form::Form;
use opsladder::tui::screen::home::{Home, HomeRow};
use opsladder::tui::update::{self, Effect, Outcome};

use crate::support_app::{
    TODAY, before, builtin, criterion, empty, listed, press, screen, unreadable, varied, walking,
};

const SIZES: [(u16, u16); 4] = [(80, 24), (120, 40), (40, 12), (1, 1)];

/// Compares the screens of `app`, made for each language and size, with `tests/snapshots/NAME.txt`.
pub(crate) fn check(name: &str, sizes: &[(u16, u16)], make: impl Fn(Lang, (u16, u16)) -> App) {
    let mut all = String::new();
    for size in sizes {
        for lang in [Lang::En, Lang::Zh] {
            let app = make(lang, *size);
            writeln!(all, "=== {}x{} {}", size.0, size.1, lang.tag()).expect("a string takes everything");
            all.push_str(&screen(&app));
        }
    }
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/snapshots/{name}.txt"));
    snapbox::assert_data_eq!(all, snapbox::Data::read_from(&path, Some(snapbox::data::DataFormat::Text)).raw());
}

fn keys(keys: &'static str) -> impl Fn(Lang, (u16, u16)) -> App {
    move |lang, size| {
        let mut app = walking(varied(), lang, size);
        press(&mut app, keys);
        app
    }
}

#[test]
fn the_walk_of_an_empty_assessment() {
    check("walk-empty", &SIZES, |lang, size| walking(empty("Payments", &builtin()), lang, size));
}

#[test]
fn the_walk_on_an_item_with_everything() {
    check("walk-item", &SIZES, keys("gjjjjj"));
}

#[test]
fn the_outline_alone_on_a_narrow_screen_and_the_item_alone_on_a_wide_one() {
    check("walk-toggled", &SIZES, keys("gjjjjj<Tab>"));
}

#[test]
fn a_metric_and_a_loop_in_the_walk() {
    check("walk-metric", &SIZES, |lang, size| {
        let mut app = walking(varied(), lang, size);
        app.walk
            .as_mut()
            .expect("a walk is open")
            .tree
            .go_to(&opsladder::model::Key::Metric(opsladder::model::Id::foreign("error-rate")));
        app
    });
    check("walk-loop", &SIZES, keys("G"));
}

#[test]
fn the_score() {
    check("score", &SIZES, keys("s"));
    check("score-end", &SIZES, keys("sG"));
}

#[test]
fn the_plan() {
    check("plan", &SIZES, keys("P"));
    check("plan-first-item", &[(80, 24)], keys("Pj"));
    check("plan-end", &SIZES, keys("PG<PgDn><PgDn><PgDn>"));
}

#[test]
fn the_help() {
    check("help", &SIZES, keys("?"));
}

#[test]
fn the_dialogs() {
    // The walk around them is drawn elsewhere.
    check("dialog-note", &[(80, 24)], keys("gjjjjji"));
    check("dialog-evidence", &[(80, 24)], keys("gje"));
    check("dialog-evidence-form", &[(40, 12)], keys("gjea<Enter>"));
    check("dialog-reason", &[(80, 24)], keys("gja"));
    check("dialog-finish", &[(80, 24)], keys("f"));
    check("dialog-due", &[(40, 12)], keys("gjd2026-13-01<Enter>"));
}

#[test]
fn the_first_form() {
    check("form", &SIZES, |lang, size| {
        let mut app = walking(varied(), lang, size);
        app.walk = None;
        app.layers = vec![Form::new(TODAY, builtin()).into()];
        press(&mut app, "支付<Enter><Right><Right>");
        app
    });
}

/// A checklist of a few lines.
fn small() -> Arc<Checklist> {
    Arc::new(read_checklist("small.toml", include_str!("../cli/small.toml")).expect("it is sound"))
}

#[test]
fn the_first_form_where_there_are_several_checklists() {
    check("form-checklist", &[(80, 24), (40, 12)], |lang, size| {
        let mut app = walking(varied(), lang, size);
        app.walk = None;
        app.layers = vec![Form::new(TODAY, builtin()).offering(vec![small()]).into()];
        press(&mut app, "支付<Enter><Right>");
        app
    });
}

#[test]
fn the_list_of_a_team_that_answers_several_checklists() {
    check("home-models", &[(80, 24), (120, 40), (40, 12)], |lang, size| {
        let mut app = walking(varied(), lang, size);
        app.walk = None;
        let by_small = |team: &str, day| {
            let mut assessment = empty(team, &small());
            assessment.date = day;
            let reading = Reading::new(small(), assessment.clone());
            HomeRow { card: Ok(Arc::new(Scorecard::new(reading, None))), ..listed(assessment) }
        };
        let [july, march, september] = [7, 3, 9].map(|month| jiff::civil::date(2026, month, 1));
        let rows = vec![
            listed(varied()),
            listed(before()),
            by_small("支付 Payments 👩‍🚒", july),
            by_small("支付 Payments 👩‍🚒", march),
            by_small("Search", september),
        ];
        app.layers = vec![Home::new(rows).into()];
        press(&mut app, "jl");
        app
    });
}

/// A store with teams of every kind: one that moved, one that was just begun, files that cannot be read.
fn teams(lang: Lang, size: (u16, u16)) -> App {
    let mut app = walking(varied(), lang, size);
    app.walk = None;
    let mut far = empty("A platform with a name that goes on", &builtin());
    (far.date, far.status) = (jiff::civil::date(2025, 10, 1), Status::Final);
    let broken = AssessmentFile::parse("/srv/ops/.opsladder/Search/2026-11-02.toml", BROKEN).expect_err("it is broken");
    let missing = Error::new(Text::plain("no checklist `ours` in /srv/ops/.opsladder/checklists"));
    let rows = vec![
        listed(varied()),
        listed(before()),
        listed(empty("支付/团队", &builtin())),
        listed(far),
        unreadable("Search", "2026-11-02.toml", broken),
        unreadable("支付 Payments 👩‍🚒", "notes.toml", missing),
    ];
    app.layers = vec![Home::new(rows).into()];
    app
}

const BROKEN: &str = "format = 1\nteam = \"Search\"\ndate = 2026-13-02\n\n[checklist]\nid = \"operations\"\n";

#[test]
fn the_teams_of_a_store() {
    check("home", &SIZES, teams);
    let with = |keys: &'static str| {
        move |lang, size| {
            let mut app = teams(lang, size);
            press(&mut app, keys);
            app
        }
    };
    let small = [(80, 24), (40, 12)];
    check("home-unfolded", &small, with("lmj"));
    check("home-filter", &small, with("/支付"));
    check("home-delete", &small, with("x"));
    check("home-rename", &small, with("M<C-u>a platform with a name that goes on<Enter>"));
    check("home-trouble", &small, with("jjj<Enter>"));
    check("home-compare", &small, with("C"));
    check("home-compare-teams", &small, with("mjjC"));
    check("home-trend", &small, with("T"));
    check("home-portfolio", &small, with("P"));
}

#[test]
fn an_empty_store_and_its_sample() {
    let nothing = |lang, size| {
        let mut app = walking(varied(), lang, size);
        app.walk = None;
        app.layers = vec![Home::default().into()];
        app
    };
    check("home-empty", &[(80, 24), (40, 12)], nothing);
    check("sample", &[(80, 24), (40, 12)], |lang, size| {
        let mut app = nothing(lang, size);
        assert_eq!(press(&mut app, "s"), [Effect::Sample]);
        let dir = tempfile::tempdir().expect("a directory");
        let places = Places { cwd: dir.path().to_owned(), data_dir: None };
        let sample = World::new(Store::at(dir.path(), &places)).sample(lang, TODAY);
        update::outcome(&mut app, sample);
        app
    });
}

#[test]
fn what_changed_since_the_assessment_before() {
    check("compare", &SIZES, |lang, size| {
        let mut app = walking(varied(), lang, size);
        assert_eq!(press(&mut app, "c"), [Effect::Before]);
        let before = Scorecard::new(Reading::new(builtin(), before()), None);
        update::outcome(&mut app, Outcome::Before(Some(Box::new(before))));
        app
    });
}

#[test]
fn the_trend_of_a_team() {
    check("trend", &SIZES, |lang, size| {
        let mut app = walking(varied(), lang, size);
        assert_eq!(press(&mut app, "T"), [Effect::Trend]);
        let cards = [before(), varied()].map(|one| Scorecard::new(Reading::new(builtin(), one), None));
        update::outcome(&mut app, Outcome::Trend(Box::new(History::of(cards.iter())), Vec::new()));
        app
    });
}

#[test]
fn the_form_of_an_assessment_that_goes_on_from_an_earlier_one() {
    check("form-carry", &SIZES, |lang, size| {
        let mut app = walking(varied(), lang, size);
        app.walk = None;
        let card = Arc::new(Scorecard::new(Reading::new(builtin(), before()), None));
        app.layers = vec![Form::carrying(TODAY, card, Path::new("store/Payments/2026-08-20.toml")).into()];
        press(&mut app, "<C-u>2026-08-20<C-s>");
        app
    });
}

#[test]
fn finding_and_choosing() {
    let sizes = [(80, 24), (40, 12)];
    check("find", &sizes, keys("/monitoring<Down>"));
    check("find-note", &sizes, keys("/回滚"));
    check("palette", &sizes, keys(":plan"));
    check("filter", &sizes, keys("&"));
    check("filtered", &sizes, keys("&3"));
    check("by-area", &sizes[..1], keys("b"));
}

#[test]
fn tables_of_items() {
    let sizes = [(80, 24), (40, 12)];
    let with_last = |keys: &'static str| {
        move |lang, size| {
            let mut app = walking(varied(), lang, size);
            let old = Reading::new(builtin(), before());
            update::outcome(&mut app, Outcome::LastTime(Some(Box::new(LastTime::new(&old, &builtin())))));
            press(&mut app, keys);
            app
        }
    };
    check("metrics", &sizes, with_last("Mjj"));
    check("metrics-typing", &sizes[..1], with_last("Mjjl<0.2"));
    check("deliverables", &sizes, with_last("Dj"));
    check("links", &sizes, with_last("<Right>j"));
    check("details", &sizes, with_last("S<Tab>"));
}

#[test]
fn writing_the_scorecard() {
    check("dialog-export", &[(80, 24), (40, 12)], |lang, size| {
        let mut app = walking(varied(), lang, size);
        assert_eq!(press(&mut app, "Xj<Enter>").len(), 1);
        let path = "/home/lin/payments/支付-Payments-2026-11-23.md";
        update::outcome(&mut app, Outcome::Exported(path.into()));
        app
    });
}

#[test]
fn one_item_before_a_room() {
    let sizes = [(80, 24), (120, 40), (40, 12)];
    let with_last = |lang, size| {
        let mut app = walking(varied(), lang, size);
        let old = Reading::new(builtin(), before());
        update::outcome(&mut app, Outcome::LastTime(Some(Box::new(LastTime::new(&old, &builtin())))));
        press(&mut app, "gjjjjjjm");
        app.elapsed = Duration::from_secs(250);
        app
    };
    check("facilitate", &sizes, with_last);
    let sizes = [(80, 24), (40, 12)];
    check("facilitate-park", &sizes, keys("gjm!Lin"));
}

#[test]
fn what_is_supposed() {
    let sizes = [(80, 24), (40, 12)];
    check("what-if", &sizes, keys("wyjp"));
    check("what-if-reached", &sizes, keys("wNj"));
}

#[test]
fn what_stands_after_the_last_criterion() {
    check("milestone", &[(80, 24), (40, 12)], |lang, size| {
        let mut app = walking(varied(), lang, size);
        app.walk.as_mut().expect("a walk").go_to(&criterion("continuous-performance"));
        press(&mut app, "n<Enter>j");
        app
    });
}

#[test]
fn a_message_that_stays_until_it_is_read() {
    check("not-saved", &SIZES, |lang, size| {
        let mut app = walking(empty("Payments", &builtin()), lang, size);
        press(&mut app, "y");
        let what = Text::each(|lang| match lang {
            Lang::En => "cannot write /srv/ops/.opsladder/Payments/2026-11-23.toml: no space left".to_owned(),
            Lang::Zh => "无法写入 /srv/ops/.opsladder/Payments/2026-11-23.toml：磁盘空间不足".to_owned(),
        });
        update::outcome(&mut app, Outcome::NotSaved(Error::new(what)));
        app
    });
}

#[test]
fn ascii_draws_nothing_of_its_own_outside_ascii() {
    for keys in ["", "s", "P", "?", "e", "ga", "d", "i"] {
        let mut app = walking(empty("Payments", &builtin()), Lang::En, (80, 24));
        app.theme.ascii = true;
        press(&mut app, "y<Enter>y<Enter>p<Enter>n<Enter>a3");
        press(&mut app, keys);
        // The key that switches the language names the other one, in that language.
        let shown = screen(&app).replace("中文", "");
        assert!(shown.is_ascii(), "after {keys:?}:\n{shown}");
    }
}

#[test]
fn a_screen_too_small_says_so_and_one_cell_is_enough_to_live() {
    for lang in [Lang::En, Lang::Zh] {
        let tiny = walking(varied(), lang, (1, 1));
        assert_eq!(screen(&tiny).chars().filter(|c| *c == '\n').count(), 1);
        let small = walking(varied(), lang, (23, 7));
        let expected = if lang == Lang::En { "terminal too small" } else { "终端窗口太小" };
        assert!(screen(&small).contains(expected));
    }
}
