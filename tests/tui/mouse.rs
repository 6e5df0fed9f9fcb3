//! The mouse: clicks and the wheel, on what stands where they are.

use opsladder::i18n::Lang;
use opsladder::model::{Answer, Id, Key};
use opsladder::tui::action::Context;
use opsladder::tui::app::App;
use opsladder::tui::mouse::mouse;
use opsladder::tui::screen::home::Home;
use opsladder::tui::update::Effect;
use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::support_app::{builtin, criterion, draw, empty, listed, press, screen, varied, walking};

/// A walk that takes the mouse.
fn with_mouse(lang: Lang) -> App {
    let mut app = walking(empty("Payments", &builtin()), lang, (80, 24));
    app.mouse.on = true;
    app
}

/// Where a text begins on the screen below the header: column, row.
fn place(app: &App, text: &str) -> (u16, u16) {
    let shown = screen(app);
    let mut rows = shown.lines().enumerate().skip(4);
    let found = rows.find_map(|(row, line)| line.split_once(text).map(|(before, _)| (row, before.to_owned())));
    let (row, before) = found.unwrap_or_else(|| panic!("{text:?} in\n{shown}"));
    let cells = opsladder::text::width(&before);
    (u16::try_from(cells).expect("it is on the screen"), u16::try_from(row).expect("it is on the screen"))
}

/// What happens at a place of the screen as it was drawn last.
fn at(app: &mut App, (column, row): (u16, u16), kind: MouseEventKind) -> Vec<Effect> {
    draw(app);
    mouse(app, MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
}

fn click_at(app: &mut App, place: (u16, u16)) -> Vec<Effect> {
    at(app, place, MouseEventKind::Down(MouseButton::Left))
}

fn click(app: &mut App, text: &str) -> Vec<Effect> {
    let place = place(app, text);
    click_at(app, place)
}

fn wheel(app: &mut App, text: &str, up: bool) {
    let place = place(app, text);
    let kind = if up { MouseEventKind::ScrollUp } else { MouseEventKind::ScrollDown };
    assert_eq!(at(app, place, kind), []);
}

fn here(app: &App) -> String {
    app.walk().expect("a walk").tree.key().map(ToString::to_string).unwrap_or_default()
}

fn answer(app: &App, id: &str) -> Option<Answer> {
    app.walk().expect("a walk").card.assessment.answer(&criterion(id))
}

#[test]
fn a_click_puts_the_cursor_on_a_row_and_a_second_one_does_what_enter_does() {
    let mut app = with_mouse(Lang::En);
    click(&mut app, "Basic monitoring");
    assert_eq!(here(&app), criterion("basic-monitoring").to_string());
    click(&mut app, "Basic monitoring");
    assert_eq!(here(&app), criterion("basic-incident-handling").to_string(), "on to the next one");
    // A group folds and unfolds under the pointer.
    let group = place(&app, "▾ Level 2");
    click_at(&mut app, group);
    assert!(!screen(&app).contains("▸ Level 2"));
    click_at(&mut app, group);
    assert_eq!(place(&app, "▸ Level 2"), group, "{}", screen(&app));
}

#[test]
fn two_clicks_with_something_else_between_them_are_two_first_ones() {
    let mut app = with_mouse(Lang::En);
    click(&mut app, "Basic monitoring");
    press(&mut app, "p");
    click(&mut app, "Basic monitoring");
    assert_eq!(here(&app), criterion("basic-monitoring").to_string());
    wheel(&mut app, "Basic monitoring", false);
    wheel(&mut app, "Basic monitoring", true);
    click(&mut app, "Basic monitoring");
    assert_eq!(here(&app), criterion("basic-monitoring").to_string());
}

#[test]
fn what_was_clicked_on_stays_under_the_pointer() {
    let mut app = with_mouse(Lang::En);
    press(&mut app, "/o");
    press(&mut app, "<PgDn>");
    let row = (10, 20);
    let line = |app: &App| screen(app).lines().nth(20).expect("a line").to_owned();
    let before = line(&app);
    click_at(&mut app, row);
    assert_eq!(line(&app), before);
    press(&mut app, "<Down>");
    assert_ne!(line(&app), before, "the cursor is in the middle again");
}

#[test]
fn the_wheel_moves_the_outline_and_scrolls_the_text() {
    let mut app = with_mouse(Lang::En);
    app.size = (80, 16);
    let first = here(&app);
    wheel(&mut app, "Basic monitoring", false);
    assert_ne!(here(&app), first);
    wheel(&mut app, "Basic monitoring", true);
    assert_eq!(here(&app), first);
    let text =
        |app: &App| screen(app).lines().skip(4).map(|line| line.chars().skip(40).collect()).collect::<Vec<String>>();
    let before = text(&app);
    let right = (60, 9);
    at(&mut app, right, MouseEventKind::ScrollDown);
    assert_eq!(here(&app), first);
    assert_ne!(text(&app), before);
    at(&mut app, right, MouseEventKind::ScrollUp);
    assert_eq!(text(&app), before);
}

#[test]
fn a_key_in_the_footer_is_pressed_by_a_click_in_either_language() {
    for (lang, yes, help) in [(Lang::En, "y yes", "? keys"), (Lang::Zh, "y 是", "? 按键")] {
        let mut app = with_mouse(lang);
        assert_eq!(click(&mut app, yes), [Effect::Save]);
        assert_eq!(answer(&app, "deploys-and-runs"), Some(Answer::YES));
        click(&mut app, help);
        assert_eq!(app.context(), Context::Help);
    }
}

#[test]
fn in_a_box_a_click_chooses_and_beside_it_nothing_happens() {
    let mut app = with_mouse(Lang::En);
    press(&mut app, "a");
    click_at(&mut app, (0, 0));
    click_at(&mut app, (0, 6));
    assert_eq!((app.context(), answer(&app, "deploys-and-runs")), (Context::Reason, None));
    let why = screen(&app).lines().find(|line| line.contains("2 ")).map(|line| line.trim().to_owned());
    click(&mut app, why.as_deref().expect("a second reason").trim_matches('│').trim());
    assert_eq!((app.context(), answer(&app, "deploys-and-runs")), (Context::Walk, Some(Answer::NA)));
}

#[test]
fn a_row_of_a_page_leads_to_its_item() {
    let mut app = with_mouse(Lang::En);
    press(&mut app, "P");
    click(&mut app, "Basic monitoring");
    assert_eq!(app.context(), Context::Plan);
    click(&mut app, "Basic monitoring");
    assert_eq!((app.context(), here(&app)), (Context::Walk, criterion("basic-monitoring").to_string()));
    press(&mut app, "<Esc>?");
    let before = screen(&app);
    at(&mut app, (10, 10), MouseEventKind::ScrollDown);
    assert_ne!(screen(&app), before);
}

#[test]
fn a_link_of_an_item_is_gone_to_where_it_stands() {
    let mut app = with_mouse(Lang::En);
    app.size = (100, 80);
    click(&mut app, "A complete CI/CD");
    let link = place(&app, "Build and maintain the CI/CD pipeline");
    click_at(&mut app, link);
    assert_eq!(app.context(), Context::Card);
    assert_eq!(app.item(), Some(&Key::Practice(Id::foreign("cicd-pipeline"))), "{}", screen(&app));
    // Back in the outline.
    click(&mut app, "Basic monitoring");
    assert_eq!((app.context(), here(&app)), (Context::Walk, criterion("basic-monitoring").to_string()));
}

#[test]
fn fields_lists_and_tables_are_clicked_into() {
    let mut app = with_mouse(Lang::En);
    press(&mut app, "M");
    let rows: Vec<String> = screen(&app).lines().skip(5).take(3).map(|line| line.trim().to_owned()).collect();
    click(&mut app, &rows[2]);
    press(&mut app, "7<Enter>");
    let line = screen(&app).lines().nth(7).expect("a line").to_owned();
    assert!(line.contains('7'), "{line}");
    press(&mut app, "<Esc>S");
    click(&mut app, "Assessors");
    press(&mut app, "Lin");
    click(&mut app, "Assessors");
    assert!(screen(&app).contains("Lin"), "a second click keeps nothing: {}", screen(&app));
    press(&mut app, "<Esc>");
    let mut old = varied();
    old.team = "Search".into();
    app.layers.push(Home::new(vec![listed(varied()), listed(old)]).into());
    click(&mut app, "Search");
    assert_eq!(click(&mut app, "Search"), [Effect::Open("Search/2026-11-23.toml".into())]);
}

#[test]
fn without_it_nothing_stands_for_anything() {
    let mut app = with_mouse(Lang::En);
    app.mouse.on = false;
    let first = here(&app);
    assert_eq!(click(&mut app, "y yes"), []);
    click(&mut app, "Basic monitoring");
    assert_eq!(here(&app), first);
}
