//! One screen in each theme: where its styles begin.

use std::fmt::Write as _;

use opsladder::i18n::Lang;
use opsladder::settings::ThemeName;
use opsladder::style::{Ground, Theme};
use opsladder::tui::app::App;
use ratatui::style::{Color, Modifier, Style};

use crate::support_app::{draw, press, varied, walking};

/// The screen, one line a row, a style in braces where it begins.
fn styled(app: &App) -> String {
    let buffer = draw(app);
    let mut text = String::new();
    for row in buffer.area.rows() {
        let (mut line, mut style) = (String::new(), String::new());
        let mut x = row.x;
        while let Some(cell) = buffer.cell((x, row.y)).filter(|_| x < row.right()) {
            let here = words(cell.style());
            // What is blank looks the same in every style, but for a reversed one.
            if here != style && (cell.symbol() != " " || format!("{here}{style}").contains("reversed")) {
                write!(line, "{{{here}}}").expect("a string takes everything");
                style = here;
            }
            line.push_str(cell.symbol());
            x += u16::try_from(opsladder::text::width(cell.symbol())).expect("a cell is narrow").max(1);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn words(style: Style) -> String {
    let colour = style.fg.filter(|colour| *colour != Color::Reset).map(|colour| colour.to_string());
    let attributes = [(Modifier::BOLD, "bold"), (Modifier::DIM, "dim"), (Modifier::REVERSED, "reversed")];
    let held = attributes.into_iter().filter(|(one, _)| style.add_modifier.contains(*one));
    colour.into_iter().chain(held.map(|(_, name)| name.to_owned())).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_walk_in_every_theme() {
    let mut all = String::new();
    let themes = [
        ("auto, as long as the background is not known", ThemeName::Auto, None, true),
        ("dark", ThemeName::Dark, None, true),
        ("light", ThemeName::Light, None, true),
        ("high-contrast on dark", ThemeName::HighContrast, Some(Ground::Dark), true),
        ("high-contrast on light", ThemeName::HighContrast, Some(Ground::Light), true),
        ("none", ThemeName::None, None, true),
        ("dark, of 16 colours", ThemeName::Dark, None, false),
        ("light, of 16 colours", ThemeName::Light, None, false),
    ];
    for (title, name, ground, many) in themes {
        let mut app = walking(varied(), Lang::En, (80, 24));
        app.theme = Theme { name, ground, many, ascii: false, links: false };
        press(&mut app, "gjjjjj");
        let shown = styled(&app);
        assert_eq!(shown.matches("reversed").count(), 1, "{title}: the selected row stands out\n{shown}");
        writeln!(all, "=== {title}\n{shown}").expect("a string takes everything");
    }
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/themes.txt");
    snapbox::assert_data_eq!(all, snapbox::Data::read_from(&path, Some(snapbox::data::DataFormat::Text)).raw());
}
