//! The same of any checklist and any answers: what a screen says a command says, what one form says every form says, and
//! both gates hold to one rule.

use jiff::civil::date;
use opsladder::history::History;
use opsladder::i18n::Lang;
use opsladder::model::{Checklist, Key};
use opsladder::scorecard::Scorecard;
use opsladder::settings::ThemeName;
use opsladder::store::{Places, Store, read_checklist};
use opsladder::style::Theme;
use opsladder::tui::app::{App, Walk};
use opsladder::tui::update::{self, Outcome};
use proptest::prelude::*;
use serde_json::Value;

use super::model::{Choices, Model, assessment, choices, levels};
use super::support_app::{TODAY, press, screen};
use super::support_over_time::World;
use super::{empty, json};

/// The columns of a screen whose pages are as wide as a table of a command that writes into no terminal.
const COLUMNS: u16 = 402;

/// A team that answered a checklist, or two texts of it, on two days.
struct Case {
    world: World,
    store: Store,
}

impl Case {
    fn any(all: Vec<u8>) -> Self {
        let mut choices = Choices::new(all);
        let world = empty();
        let places = Places { cwd: world.path(""), data_dir: None };
        let store = Store::at(&world.path("store"), &places);
        let old = Model::any(&mut choices);
        let new = if choices.once_in(2) { old.next(&mut choices) } else { old.clone() };
        // The old text may be gone: then earlier ids are all that leads from the one to the other.
        let kept = choices.once_in(2);
        for (text, day) in [(old.text(), date(2026, 8, 31)), (new.text(), date(2026, 11, 20))] {
            let checklist: Checklist =
                read_checklist("any.toml", &text).unwrap_or_else(|error| panic!("{error}\n{text}"));
            world.write(&format!("store/checklists/any-{}.toml", checklist.version()), &text);
            let said = assessment(&checklist, day, &mut choices);
            store.create(&said, &checklist, None).expect("a file");
        }
        if !kept && old.text() != new.text() {
            std::fs::remove_file(world.path("store/checklists/any-1.0.0.toml")).expect("removed");
        }
        Self { world, store }
    }

    /// The scorecard of what a command line names.
    fn card(&self, target: &str) -> Scorecard {
        let selector = self.store.selector(target).expect("a selector");
        let file = self.store.read(&selector, || Ok(Vec::new())).expect("an assessment");
        Scorecard::new(self.store.library().open(file).expect("its checklist").reading, None)
    }

    /// What a command says.
    fn said(&self, lang: Lang, args: &[&str]) -> String {
        let ran = self.world.run(&[&["--lang", lang.tag()], args].concat());
        assert!(matches!(ran.status, 0 | 1), "{args:?}: {}", ran.err);
        ran.out
    }

    /// The program with the newer assessment open, on a screen that has room for every page.
    fn app(&self, lang: Lang) -> App {
        let theme = Theme::named(ThemeName::Dark);
        let mut app = App::new(lang, theme, TODAY, "store".into());
        app.size = (COLUMNS, 400);
        let file = self.store.selector("Any & all").and_then(|it| self.store.read(&it, || Ok(Vec::new())));
        let opened = self.store.library().open(file.expect("an assessment")).expect("its checklist");
        app.open(Walk::new(opened.reading));
        // A message about the text of the checklist would take a line.
        press(&mut app, "<Esc>");
        app
    }
}

/// A text without what only lays it out: blanks, lines, bars, and the colon after a label.
fn squeezed(text: &str) -> String {
    let lays_out = |c: &char| c.is_whitespace() || ('\u{2500}'..='\u{259f}').contains(c) || [':', '：'].contains(c);
    text.chars().filter(|c| !lays_out(c)).collect()
}

/// A page without what stands over the level: whose it is and of which day, which every form says in a way of its own.
fn from_the_level(page: &str) -> &str {
    let level = page.find("\nLevel ").or_else(|| page.get(..page.find(" 级（共 ")?)?.rfind('\n'));
    level.and_then(|at| page.get(at..)).unwrap_or_else(|| panic!("no level in\n{page}"))
}

/// Every line of `said` is in `all`, however it is broken there, or cut here.
fn is_said_in(said: &str, all: &str) -> Result<(), TestCaseError> {
    let whole = squeezed(all);
    for line in said.lines() {
        prop_assert!(whole.contains(squeezed(line).trim_end_matches('…')), "`{line}` is not in\n{all}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_screen_says_what_the_command_says(all in choices()) {
        let case = Case::any(all);
        for lang in Lang::ALL {
            let mut app = case.app(lang);
            // Its gaps are folded, and whose it is stands above.
            press(&mut app, "Pz");
            let plan = case.said(lang, &["plan", "Any & all"]);
            let (headline, gaps) = (plan.lines().next().unwrap_or_default(), plan.split_once("\n\n").unwrap_or_default().1);
            let plan = format!("{headline}\n{gaps}");
            is_said_in(&plan, &screen(&app))?;
            // What blocks stands above too, and levels and areas stand beside each other there, under each other here.
            press(&mut app, "s");
            let score = case.said(lang, &["score", "Any & all"]);
            let score = from_the_level(&score).trim_start();
            let is_figure = |line: &str| line.contains(['█', '░']) || line.starts_with("  ") || line.starts_with(['✓', '✗']);
            let figures = score.lines().collect::<Vec<_>>().iter().rposition(|line| is_figure(line)).unwrap_or_default();
            // How many findings there is room for is another matter there.
            let is_rest = |line: &&str| !(line.ends_with(" more findings") || line.starts_with(" 另有") && line.ends_with("个问题"));
            let rest: Vec<&str> = score.lines().take(1).chain(score.lines().skip(figures + 1)).filter(is_rest).collect();
            is_said_in(&rest.join("\n"), &screen(&app))?;
            let counted = app.walk().expect("a walk").card.score.levels.clone();
            let all = ["All criteria", "全部评估项"];
            let shown = screen(&app);
            let row = shown.lines().find(|line| all.iter().any(|title| line.contains(title))).unwrap_or_default().to_owned();
            for level in counted {
                let (met, applicable, _) = level.counts();
                let cell = format!("{met}/{applicable}");
                prop_assert!(applicable == 0 || row.contains(&cell), "{cell} of {} is not in {row}", level.level);
            }
            press(&mut app, "<Esc>");

            let before = case.card("Any & all~1");
            update::outcome(&mut app, Outcome::Before(Some(Box::new(before))));
            // The table has the width of the page.
            let told = case.said(lang, &["diff", "Any & all", "--all"]);
            let told: String = told.lines().filter(|line| !line.starts_with(['┌', '│', '├', '└'])).fold(String::new(), |all, line| all + line + "\n");
            is_said_in(&told, &screen(&app))?;
            press(&mut app, "<Esc>");

            let cards = [case.card("Any & all~1"), case.card("Any & all")];
            update::outcome(&mut app, Outcome::Trend(Box::new(History::of(cards.iter())), Vec::new()));
            let history = case.said(lang, &["history", "Any & all"]);
            // The chart is as wide as the page.
            let table: String = history.lines().take_while(|line| !line.contains('░')).fold(String::new(), |all, line| all + line + "\n");
            is_said_in(&table, &screen(&app))?;
            press(&mut app, "<Esc>");

            // Of a wide screen the item's page has a half, until the outline is put away.
            press(&mut app, "<Tab>");
            let keys: Vec<Key> = app.walk().expect("a walk").card.checklist.keys().step_by(5).collect();
            for key in keys {
                prop_assert!(app.walk.as_mut().expect("a walk").go_to(&key));
                is_said_in(&case.said(lang, &["explain", "Any & all", &key.to_string()]), &screen(&app))?;
            }
        }
    }

    #[test]
    fn every_form_gives_the_same_level_and_the_same_progress(all in choices()) {
        let case = Case::any(all);
        let card = case.card("Any & all");
        let score = json(&case.world, &["score", "Any & all"]);
        let level = score["level"].as_u64().expect("a level");
        prop_assert_eq!(level, u64::from(card.score.level.get()));
        let last = |of: &Value| of.as_array().and_then(|all| all.last().cloned()).unwrap_or_default();
        let told = [
            ("list", last(&json(&case.world, &["list"])["assessments"])["level"].clone()),
            ("history", last(&json(&case.world, &["history", "Any & all"])["points"])["level"].clone()),
            ("report", json(&case.world, &["report", "Any & all"])["level"].clone()),
            ("diff", json(&case.world, &["diff", "Any & all", "--all"])["level"]["new"].clone()),
            ("plan", json(&case.world, &["plan", "Any & all"])["level"].clone()),
        ];
        for (command, said) in told {
            prop_assert_eq!(said.as_u64(), Some(level), "{}", command);
        }
        for wanted in levels(&card.checklist) {
            let gate = case.world.run(&["check", "Any & all", "--min-level", &wanted.to_string()]);
            prop_assert_eq!(gate.status == 0, u64::from(wanted.get()) <= level, "{}", gate.out);
        }
        for lang in Lang::ALL {
            let text = case.said(lang, &["report", "Any & all", "--width", "200"]);
            let markdown = case.said(lang, &["report", "Any & all", "--format", "markdown"]);
            let html = case.said(lang, &["report", "Any & all", "--format", "html"]);
            let (markdown, html) = (unmarked(&markdown), untagged(&html));
            // Bars, charts and the chain of a loop are drawn by each form in a way of its own.
            for line in from_the_level(&text).lines().filter(|line| !line.contains(['░', '█', '→', '[', ']'])) {
                // A cell, or what stands by itself in a line.
                for part in line.split('│').flat_map(|cell| cell.split("  ")).flat_map(|cell| cell.split(masthead(line))) {
                    // The numbers of a list are not in the text of a web page.
                    let part = squeezed(part.trim_start_matches(|c: char| c == ' ' || c == '.' || c.is_ascii_digit()));
                    prop_assert!(markdown.contains(&part), "`{part}` of `{line}` is not in\n{markdown}");
                    prop_assert!(html.contains(&part), "`{part}` of `{line}` is not in\n{html}");
                }
            }
        }
    }

    #[test]
    fn both_gates_hold_to_one_rule(all in choices()) {
        let case = Case::any(all);
        let diff = case.world.run(&["diff", "Any & all", "--fail-on-regression"]);
        let check = case.world.run(&["check", "Any & all", "--no-regression-from", "Any & all~1"]);
        prop_assert_eq!(diff.status, check.status, "{}\n{}", diff.out, check.out);
        let changes = opsladder::diff::diff(&case.card("Any & all~1"), &case.card("Any & all"));
        prop_assert_eq!(diff.status == 1, changes.regression());
    }
}

/// What stands between the level and what goes with it, which a web page has apart from each other.
fn masthead(line: &str) -> &'static str {
    if line.starts_with("Level ") || line.contains(" 级（共 ") { " · " } else { "\0" }
}

/// Markdown as it reads, squeezed.
fn unmarked(markdown: &str) -> String {
    squeezed(&decoded(&markdown.replace("**", "").replace('\\', "")))
}

/// A web page as it reads, squeezed.
fn untagged(html: &str) -> String {
    let body = html.split_once("<body").map_or(html, |(_, body)| body);
    let text: String = body.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
    squeezed(&decoded(&text))
}

fn decoded(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, c)| text.replace(entity, c))
}
