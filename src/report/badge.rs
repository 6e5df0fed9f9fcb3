//! The level on a badge: one line of SVG, as README files show it.

use maud::html;

use crate::i18n::{Lang, say};
use crate::scorecard::Scorecard;
use crate::wording;

/// The height in pixels.
const HEIGHT: u32 = 20;
/// The pixels on either side of each text.
const GAP: u32 = 7;

/// The badge: the level, and how far it is to the next; at the highest, that it is the highest.
pub fn badge(card: &Scorecard, lang: Lang) -> String {
    let label = say::badge_label(lang);
    let value = value(card, lang);
    let (label_width, value_width) = (pixels(label), pixels(&value));
    let (left, right) = (label_width + 2 * GAP, value_width + 2 * GAP);
    let whole = left + right;
    let title = format!("{label}{}{value}", crate::i18n::say::colon(lang));
    let font = "Verdana,'DejaVu Sans','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif";
    let svg = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(whole) height=(HEIGHT) viewBox={ "0 0 " (whole) " " (HEIGHT) }
            role="img" aria-label=(title) lang=(lang.tag()) {
            title { (title) }
            clipPath id="round" { rect width=(whole) height=(HEIGHT) rx="3" {} }
            g clip-path="url(#round)" {
                rect width=(left) height=(HEIGHT) fill="#4a4a4a" {}
                rect x=(left) width=(right) height=(HEIGHT) fill=(colour(card)) {}
            }
            // The length is given, so that another font does not run out of its field.
            g fill="#fff" font-family=(font) font-size="11" aria-hidden="true" {
                text x=(GAP) y="14" textLength=(label_width) { (label) }
                text x=(left + GAP) y="14" textLength=(value_width) { (value) }
            }
        }
    };
    format!("{}\n", svg.into_string())
}

/// What the badge says.
fn value(card: &Scorecard, lang: Lang) -> String {
    let score = &card.score;
    if score.score.is_some() {
        return wording::stands_at(score.grade(), score.max_level, lang);
    }
    let next = score.next.as_ref().and_then(|next| score.levels.iter().find(|level| level.level == next.level));
    match next.and_then(|next| Some((next.level, next.credit.percent()?))) {
        Some((next, percent)) => say::badge_to(lang, score.level, percent, next),
        None => say::level_of(lang, score.level, score.max_level),
    }
}

/// The field's colour, dark enough for white letters; the words say the same without it.
fn colour(card: &Scorecard) -> &'static str {
    match (card.score.level.get(), &card.score.next) {
        (_, None) => "#276749",
        (0, Some(_)) => "#9b2c2c",
        (_, Some(_)) => "#1f5f99",
    }
}

/// The width of a text in Verdana of eleven pixels; a Han character is as wide as the letters are high.
fn pixels(text: &str) -> u32 {
    let tenths = |c: char| match c {
        'i' | 'j' | 'l' => 30,
        ' ' | '·' | 'f' | 't' | '/' | '.' => 41,
        'm' => 107,
        'w' => 90,
        '%' => 118,
        'r' | 's' | 'c' | 'k' | 'v' | 'x' | 'y' | 'z' => 60,
        c if c.is_ascii() => 69,
        _ => 110,
    };
    text.chars().map(tenths).sum::<u32>().div_ceil(10)
}
