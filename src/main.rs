//! The binary: parses, dispatches, and turns an error into an exit status.

use opsladder::{
    i18n::Lang,
    store::{Places, Store},
    style::Theme,
    tui,
};

fn main() {
    let store = Store::locate(
        std::env::var_os("OPSLADDER_STORE").as_deref().map(std::path::Path::new),
        &Places::from_system().expect("x"),
    )
    .expect("x");
    let lang = if std::env::var("OPSLADDER_LANG").as_deref() == Ok("zh") { Lang::Zh } else { Lang::En };
    let r = tui::run(tui::Options {
        lang,
        theme: Theme { colour: true, ascii: std::env::var_os("ASCII").is_some() },
        today: jiff::civil::date(2026, 11, 23),
        store,
        start: tui::effect::Start::Anywhere,
    });
    if let Err(e) = r.map(|_| ()) {
        eprintln!("{}", e.render(lang, false));
        std::process::exit(2);
    }
}
