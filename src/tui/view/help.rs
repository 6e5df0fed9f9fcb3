//! Every key, from the table of commands: first those of the screen that asked, then all others.

use super::page::Page;
use crate::style::Meaning;
use crate::text::{pad, width};
use crate::tui::action::{self, Context, Row};
use crate::tui::app::App;
use crate::tui::input::Key;

/// The page of keys.
pub(super) fn page(app: &App, context: Context, width: usize) -> Page {
    let mut page = Page::new(width, app);
    let others = Context::ALL.into_iter().filter(|other| *other != context);
    for context in std::iter::once(context).chain(others) {
        page.heading(context.title(app.lang));
        let widest = action::rows(context).map(|row| self::width(&keys(row))).max().unwrap_or_default();
        let widest = widest.min(page_label_limit(width));
        for row in action::rows(context) {
            let label = pad(&keys(row), widest.max(self::width(&keys(row))));
            page.hanging(1, &[(&label, Meaning::Key), ("  ", Meaning::Body)], (row.long)(app.lang), Meaning::Body);
        }
    }
    page
}

fn page_label_limit(width: usize) -> usize {
    width / 3
}

/// The keys of a command, as people name them.
fn keys(row: &Row) -> String {
    row.keys.iter().copied().map(Key::name).collect::<Vec<_>>().join(", ")
}
