//! Dates as people type them.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::i18n::{Lang, say};

/// The date that `text` names: `2026-11-23`, or counted from `today`: `today`, `+10d`, `+6w`, `+3m`, `+1y`; `-` counts back.
/// `None` for anything else, and for dates that no calendar has.
pub fn parse(text: &str, today: Date) -> Option<Date> {
    let text = text.trim();
    if Lang::ALL.into_iter().any(|lang| text == say::today(lang)) {
        return Some(today);
    }
    if let Some(ahead) = text.strip_prefix('+') {
        return today.checked_add(span(ahead)?).ok();
    }
    if let Some(back) = text.strip_prefix('-') {
        return today.checked_sub(span(back)?).ok();
    }
    written(text)
}

/// The day that `text` names as YYYY-MM-DD, the one spelling that files use, and in no other way: week dates and the like
/// would surprise whoever reads the file next.
pub fn written(text: &str) -> Option<Date> {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    shape.then(|| text.parse().ok()).flatten()
}

fn span(text: &str) -> Option<Span> {
    let unit = text.chars().next_back()?;
    let count: i32 = text.strip_suffix(unit)?.parse().ok().filter(|count| (0..=100_000).contains(count))?;
    match unit {
        'd' => Some(count.days()),
        'w' => 0.days().try_weeks(count).ok(),
        'm' => 0.days().try_months(count).ok(),
        'y' => 0.days().try_years(count).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use jiff::civil::date;

    #[test]
    fn dates_are_read_in_one_spelling_or_counted_from_today() {
        let today = date(2026, 11, 23);
        assert_eq!(parse(" 2027-01-31 ", today), Some(date(2027, 1, 31)));
        assert_eq!(parse("+6w", today), Some(date(2027, 1, 4)));
        assert_eq!(parse("+3m", today), Some(date(2027, 2, 23)));
        assert_eq!(parse("-1y", today), Some(date(2025, 11, 23)));
        assert_eq!(parse("today", today), Some(today));
        for bad in ["", "2026-02-30", "2026-1-2", "tomorrow", "+6", "+99999y", "20261123", "+-1d", "23.11.2026"] {
            assert_eq!(parse(bad, today), None, "{bad}");
        }
    }
}
